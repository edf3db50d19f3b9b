//! Where words begin and end: the likeliest cut of the characters around a place.
//!
//! Chinese has no blanks between words. The cut of a run of characters is the one whose words are likeliest, each by
//! itself; numerals and the classifiers behind them are cheap. The question is asked of one place, the answer looks at a
//! few characters on either side, so that it costs the same on any text.
//!
//! What this cannot know: names that are in no table, words newer than the table, and two cuts that are as likely as each
//! other. There the answer is that no word stands across.

use core::ops::Range;

use super::{CHAR_BYTES, LONGEST, each_word, may_join, unit};
use crate::chars;

/// The characters looked at before the place and behind it.
const BEFORE: usize = 6;
const BEHIND: usize = 8;
const WINDOW: usize = BEFORE + BEHIND;

/// What a character costs that no table has.
const UNKNOWN: u32 = 170;
/// What a numeral costs, and each of its characters.
const NUMERAL: u32 = 16;
const DIGIT: u32 = 24;
/// What a classifier costs behind a numeral, at most.
const CLASSIFIER: u32 = 62;
/// How much costlier the cut with a border must be for the border to be refused: half a bit.
const CLEARLY: u32 = 4;

/// Classifiers and units of one character.
const CLASSIFIERS: &str = "个名人次户家件元天年月日号位项条张台座层岁只头口辆艘架部份套间栋幢所处场届批种类款支枚颗粒本把册页篇首封段句字声米斤吨克里亩顷度倍成折分秒时点周季代回遍趟番块片杯瓶箱盒袋包桶对双副组队群串排级期幅股株棵笔宗起例国省市县镇村班角毛根行道厘寸尺丈两钱轮多余来半万亿千百十剂针档盏滴羽尊顶幕伙";

/// The characters around a place.
struct Run {
    chars: [u16; WINDOW],
    length: usize,
    /// How many stand before the place.
    before: usize,
    /// Whether a digit stands before them.
    is_counted: bool,
}

impl Run {
    /// The run around a byte of a folded text.
    fn around(text: &str, at: usize) -> Option<Self> {
        let (head, tail) = (text.get(..at)?, text.get(at..)?);
        let mut run = Self { chars: [0; WINDOW], length: 0, before: 0, is_counted: false };
        let mut left = [0; BEFORE];
        for (slot, c) in left.iter_mut().zip(head.chars().rev()) {
            match unit(c) {
                Some(c) => *slot = c,
                None => {
                    run.is_counted = chars::is_digit(c);
                    break;
                }
            }
            run.before += 1;
        }
        let ahead = left.iter().take(run.before).rev().copied();
        let behind = tail.chars().take(BEHIND).map_while(unit);
        for (slot, c) in run.chars.iter_mut().zip(ahead.chain(behind)) {
            *slot = c;
            run.length += 1;
        }
        Some(run)
    }

    /// Whether any known word stands across the place.
    fn is_spanned(&self) -> bool {
        (0..self.before).any(|start| {
            let mut spans = false;
            let chars = self.chars.get(start..self.length).unwrap_or_default();
            each_word(chars, |length, _| spans |= start + length > self.before);
            spans
        })
    }

    fn char(&self, at: usize) -> char {
        let c = self.chars.get(at).copied().unwrap_or_default();
        char::from_u32(u32::from(c)).unwrap_or_default()
    }

    fn is_numeral(&self, at: usize) -> bool {
        let c = self.char(at);
        // 位數 is a word
        let is_place = || at.checked_sub(1).is_some_and(|before| self.char(before) == '位');
        chars::chinese(c).is_some()
            || chars::scale(c).is_some()
            || matches!(c, '半' | '廿' | '卅')
            || matches!(c, '几' | '数') && !is_place()
    }

    /// The words of the likeliest cut: its cost, and the word across `across`. With `border` no word stands across it.
    fn cut(&self, border: Option<usize>, across: usize) -> (u32, Option<Range<usize>>) {
        // by place, and by whether a number ends there: what it costs to get there, and from where
        let mut best = [[(u32::MAX, 0usize, 0usize); 2]; WINDOW + 1];
        if let Some([words, numbers]) = best.first_mut() {
            (if self.is_counted { numbers } else { words }).0 = 0;
        }
        for start in 0..self.length {
            let from = best.get(start).copied().unwrap_or_default();
            for (state, (cost, ..)) in from.into_iter().enumerate().filter(|(_, (cost, ..))| *cost < u32::MAX) {
                self.steps(start, state == 1, |length, step, is_number| {
                    let end = start + length;
                    if border.is_some_and(|border| start < border && border < end) {
                        return;
                    }
                    let slot = best.get_mut(end).and_then(|slots| slots.get_mut(usize::from(is_number)));
                    if let Some(slot) = slot.filter(|slot| cost + step < slot.0) {
                        *slot = (cost + step, start, state);
                    }
                });
            }
        }
        let mut end = self.length;
        let last = best.get(end).copied().unwrap_or_default();
        let [words, numbers] = last.map(|(cost, ..)| cost);
        let (mut state, cost) = if numbers < words { (1, numbers) } else { (0, words) };
        while end > 0 {
            let (_, start, before) = best.get(end).and_then(|slots| slots.get(state)).copied().unwrap_or_default();
            if start < across && across < end {
                // a number is no word
                return (cost, (state == 0).then_some(start..end));
            }
            (end, state) = (start, before);
        }
        (cost, None)
    }

    /// Hands on each word that may stand at `start`: its length, its cost, and whether it is a number.
    fn steps(&self, start: usize, behind_number: bool, mut step: impl FnMut(usize, u32, bool)) {
        let chars = self.chars.get(start..self.length).unwrap_or_default();
        let is_classifier = behind_number && CLASSIFIERS.contains(self.char(start));
        // 300萬人次: the scale belongs to the digits
        let mut is_known = self.is_counted && start == 0 && self.is_numeral(0);
        let is_scale = is_known;
        // 10多個國家: 多 belongs to the number, and the classifier follows it
        let is_rest =
            behind_number && "多余来".contains(self.char(start)) && CLASSIFIERS.contains(self.char(start + 1));
        each_word(chars, |length, word| {
            if is_scale || is_rest && length == 2 {
                return;
            }
            is_known |= length == 1;
            let cost = u32::from(word.cost);
            let cost = if length == 1 && is_classifier { cost.min(CLASSIFIER) } else { cost };
            step(length, cost, false);
        });
        if !is_known {
            step(1, UNKNOWN, false);
        }
        let numerals = (start..self.length).take_while(|at| self.is_numeral(*at)).count().min(LONGEST + 4);
        for length in 1..=numerals {
            // a number that goes on is one number
            let begun = if behind_number { 0 } else { NUMERAL };
            step(length, begun + DIGIT * u32::try_from(length).unwrap_or_default(), true);
        }
    }
}

/// How much costlier the likeliest cut with a border at a byte of a folded text is than the likeliest one of all, in eighths
/// of a bit: none at an end of the run and inside a numeral, which may be cut anywhere.
#[cfg_attr(not(test), allow(dead_code))]
pub(crate) fn penalty(text: &str, at: usize) -> u16 {
    let inside = |run: &Run| 0 < run.before && run.before < run.length;
    let Some(run) = Run::around(text, at).filter(inside) else { return 0 };
    let ((free, _), (bound, _)) = (run.cut(None, run.before), run.cut(Some(run.before), run.before));
    u16::try_from(bound.saturating_sub(free)).unwrap_or(u16::MAX)
}

/// The word that stands across a byte of a folded text and is clearly likelier than a border there, in bytes.
pub(crate) fn word_across(text: &str, at: usize) -> Option<Range<usize>> {
    let edge = |c: Option<char>| c.and_then(unit);
    let last = edge(text.get(..at)?.chars().next_back())?;
    let next = edge(text.get(at..)?.chars().next())?;
    // most places are told by their two characters
    if !may_join(last, next) {
        return None;
    }
    let run = Run::around(text, at).filter(|run| 0 < run.before && run.before < run.length)?;
    // most places have no word across them in any cut
    if !run.is_spanned() {
        return None;
    }
    let (free, word) = run.cut(None, run.before);
    let word = word?;
    let (bound, _) = run.cut(Some(run.before), run.before);
    let bytes = |chars: usize| chars * CHAR_BYTES;
    (bound >= free + CLEARLY).then(|| at - bytes(run.before - word.start)..at + bytes(word.end - run.before))
}

/// Whether a word stands across a byte of a folded text.
pub(crate) fn is_crossed(text: &str, at: usize) -> bool {
    word_across(text, at).is_some()
}

#[cfg(all(test, feature = "words"))]
mod tests {
    use super::*;
    use crate::lexer::fold;

    #[test]
    fn a_word_across_is_seen() {
        let mut failed = alloc::vec::Vec::new();
        for (rows, want) in [(CROSSED, true), (APART, false)] {
            for row in rows.split_whitespace() {
                let at = row.find('|').unwrap();
                let text = fold(&row.replace('|', "")).into_owned();
                if is_crossed(&text, at) != want {
                    failed.push((row, want));
                }
            }
        }
        assert!(failed.is_empty(), "{failed:?}");
    }

    #[test]
    fn a_border_costs_nothing_where_it_is_likeliest() {
        for text in ["", "5", "学生", "5名学生", "ab"] {
            assert_eq!((penalty(text, 0), penalty(text, text.len())), (0, 0), "{text}");
        }
        assert_eq!(penalty("5名学生", "5名".len()), 0);
        assert_eq!(penalty("5名学生", "5名".len() + 1), 0);
        assert_eq!(penalty("5名学生", 99), 0);
        assert!(penalty("5名学生", "5名学".len()) > 40);
        // a number may be cut anywhere: no word stands across
        assert_eq!(penalty("三百万", "三".len()), 0);
    }

    #[test]
    fn the_word_across_is_told() {
        for (text, at, want) in [
            ("200家长到校", "200家", Some("家长")),
            ("两百万四川籍", "两百万四", Some("四川籍")),
            ("5名学生", "5名", None),
            ("一带一路上", "一带", Some("一带一路")),
        ] {
            assert_eq!(word_across(text, at.len()).and_then(|word| text.get(word)), want, "{text}");
        }
    }

    const CROSSED: &str = "
        同日|方会谈 3000万打|造样板 300万四|川人 当天|气转冷 當天|氣轉冷 青|年增加 冬|季减少 2023金|融街 5亿三|峡资金 十分之一一|般预算
        三成一|线员工 5000家|长到校 5名|单公布 200个|体工商户 3亿人|民 5万名|校 当年|轻人 20万七|台河市民 3000万处|罚 5000万位|居榜首
        5000万对|赌协议 5亿日|活 3000万本|金 1亿角|逐 5亿分|拆 3000万盘|活 5亿份|额 300万样|本 300万房|贷 500万分|手费 2万座|椅
        1000万年|薪 1000萬年|薪 2024双|创周 2024版|权 2024版|權 2024对|话会 2024面|料展 2024道|路 百分之三十一|线城市 五百九|江市民
        两百万四|川籍 30分|钟 三|亚游客 五|粮液股价 一|带一路 一带|一路倡议 千|方百计 零|售总额 三|轮车 第三|方平台 统|一部署 百|姓生活
        200家|庭 300名|牌 5000位|置 2000次|序 80条|件 60项|目组 500张|家界游客 40台|湾青年 30层|次人才
        今年|轻人 增长百分之三十一|般公共预算 二十四|川企业 三百万三|农资金 两千万三|亚房产 五千万一|线城市
        超过三成一|级市场 6万户|籍人口 8天|然气 2024年|度报告 300万学|生 5000户|外广告 60日|本游客 30号|召";
    const APART: &str = "
        5名|学生 3家|企业 200个|项目 当天|下午 同日|举行 300万|人次 200人|参加 5天|内 12人|死亡 8家|长期合作的企业 3名|单亲妈妈 2个|体育馆
        5人|民宿 两年|前 三成|受访者 3000万|元 5亿元|人民币 今年|以来 去年|同期 三千|多人 10年|期国债 9月|底 5元|左右 3名|男子 16处|地方
        20岁|以下 100米|短跑 8号|线 3座|水库 五分之二|以上 16个|县 30场|比赛 6次|会议 2名|工人 4只|基金 3天|后 7国|领导人 90分|左右 5岁|儿童
        12日|晚 8月|初 3000万|人民 200家|工厂 5名|教师 300名|消防员 2000次|航班 80条|线路 60项|措施 500张|床位 40台|设备 30层|高楼 100万|台
        6万户|居民 8天|假期 3件|文物 2024年|全国 5000户|家庭 60日|内 30号|上午 三万|名学生 十二|家公司 二十|个城市 百分之三十|以上 三百|多家企业
        去年|全年 当|年轻人 当年|全国 每年|增加 同年|出生 当日|下午 次日|凌晨 3月|日均 2024年|人均收入 500万|吨粮食 20余|人受伤 第三|季度 第二|次会议
        一百二十|万人 两|万人参加 5亿|美元 3000|万元 三分之一|的企业 10多|个国家 五十|岁以上 7台|机器 30位|专家
        12项|目标 6家|属于 2条|约定 3名|人员 100元|人民币 5000万|吨级";
}
