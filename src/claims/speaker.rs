//! Who says what a clause says: 據統計局數據, 局長林某表示, 記者從水務局獲悉, 央行預計.
//!
//! Imports [`super::frame`], whose reader of clauses this belongs to, and the tables.

use core::ops::Range;

use super::clause::Found;
use super::draft::{OFFICE_ENDS, THINGS};
use super::frame::{Frame, Framer};
use super::modality::is_measure_of;
use super::phrase::{BODIES, is_single};
use super::words::Cue;
use crate::any_of::any_of;
use crate::article::{Mention, Modality};
use crate::chars::{CharSet, is_blank, one_of};
use crate::general::Pos;
use crate::quantity::{Quantity, Role};
use crate::unit::Dimension;
use crate::vocabulary::{BODY_ENDINGS, PUBLISHES, SAYS, SOURCE_TAILS, TELLS, TITLES};

/// Surnames of one character, the commonest.
const SURNAMES: CharSet = CharSet::of(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏锺钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺",
);

impl Framer<'_, '_> {
    /// 據統計局數據, 按照計劃: the body that a clause names as its source.
    pub(super) fn source(&self, head: usize) -> Option<Range<usize>> {
        let rest = self.rest(head);
        let inner = any_of!["根据", "据"].strip_prefix(rest)?;
        let start = self.text.end - inner.len();
        let range = self.without_tails(start..start + inner.trim_end().len());
        let name = self.reader.text.get(range.clone()).unwrap_or_default();
        // 據一份報告指出
        let is_one = |mention: &Mention<Quantity>| {
            mention.text.start as usize == start && mention.item.decimal() == Some(rust_decimal::Decimal::ONE)
        };
        if name.len() == inner.len() || !self.mentions().all(is_one) {
            return None;
        }
        // 據不完全統計: nobody's name
        if matches!(name, "不完全" | "初步" | "公开" | "此" | "最新" | "不完整" | "粗略" | "保守") {
            return Some(start..start);
        }
        // 據新華社9日報道
        let end = self.time_spans().find(|time| time.start >= start && time.end <= range.end).map(|time| time.start);
        let range = self.bare(start..end.unwrap_or(range.end));
        // 《濱海晚報》
        let name = self.reader.text.get(range.clone()).unwrap_or_default();
        let inner = name.trim_start_matches('《').trim_end_matches('》');
        let start = range.start + (name.len() - name.trim_start_matches('《').len());
        Some(start..start + inner.len())
    }

    /// 局長李某9日表示: the speaker, where the clause ends with a verb of speech.
    pub(super) fn speaker(&self, head: usize) -> Option<Range<usize>> {
        if let Some(source) = self.learned(head) {
            return Some(source);
        }
        let said = self.reader.text.get(self.text.clone()).unwrap_or_default();
        let closing = |at: usize| {
            self.rest(at).trim_start_matches(|c| is_blank(c) || one_of!("了，「“『：:").contains(c)).is_empty()
        };
        let mut last = self.cues.iter().rev().take_while(|found| closing(found.end));
        let verb = last.find(|found| {
            matches!(found.cue, Cue::Speech)
                || self.tells(found)
                    && !self.is_told(head, found)
                    && !is_measure_of(self.reader, found)
                    && !self.text_of(&(head..found.start)).ends_with('的')
        });
        // 經友人介紹 tells nothing
        let is_means =
            || said.rfind('经').is_some_and(|at| self.word_at(self.text.start + at, self.text.end).text == "经");
        let introduced = (said.ends_with("介绍") && !is_means()).then(|| self.text.end - "介绍".len());
        let start = verb.map(|verb| verb.start).or(introduced);
        let start = start.or_else(|| self.named_speech(head)).or_else(|| self.told_at_end(head))?;
        // 44歲司機說, 3名議員表示
        let is_who = |mention: &Mention<Quantity>| {
            let words = self.text_of(&(mention.text.start as usize..mention.text.end as usize));
            let counts = mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::People);
            // 第一大隊
            let orders = mention.item.role == Role::Ordinal;
            (mention.text.end as usize) < start && (orders || words.ends_with('岁') || counts && !words.ends_with('人'))
        };
        if !self.mentions().all(is_who) {
            return None;
        }
        let time = self.time_spans().find(|time| time.start > head && time.end <= start).map(|time| time.start);
        // 林國才（57歲）: 才 ends a name
        let told = self.text_of(&(head..start)).trim_end();
        let aged = told.rfind(['（', '(']).filter(|_| told.ends_with(['）', ')'])).map(|at| head + at);
        // 旅遊局長: a verb in a title
        let titled = told.ends_with(['长', '员', '官', '师', '授', '任', '席', '裁', '家', '监']);
        let titled_before = |found: &Found| {
            let is_last = self.text_of(&(found.end..start)).chars().count();
            self.text_of(&(head..found.start)).ends_with(['长', '监', '席', '师', '裁', '督', '官'])
                && (1..=2).contains(&is_last)
        };
        let place = self
            .cues
            .iter()
            // 28歲的|返鄉青年: of the speaker
            .filter(|found| {
                found.start > head && found.start < start && !self.text_of(&(head..found.start)).ends_with('的')
            })
            .find(|found| {
                let ends = match found.cue {
                    // 《報告》
                    Cue::Verb => !titled && !self.text_of(&(head..found.start)).ends_with('《'),
                    Cue::Preposition => true,
                    // 總監曾某
                    // 書記趙志剛
                    Cue::Adverb if self.ends_name(found) => false,
                    Cue::Adverb => !matches!(self.word(found), "曾" | "才") || !titled_before(found),
                    _ => false,
                };
                ends && Some(found.end) != aged && !self.is_of_speaker(found, start)
            })
            .map(|found| found.start);
        if verb.is_some_and(|verb| self.publishes_thing(verb, &(head..time.unwrap_or(start)))) {
            return None;
        }
        let head = head + lead_of(told);
        let end = [time, place, aged, self.occasion(head, start), self.manner(head, start)];
        let end = end.into_iter().flatten().min().unwrap_or(start);
        Some(self.without_tails(self.bare(head..end.max(head))))
    }

    /// Whether a thing is published, which tells nothing: 成績|將於26日公布.
    fn publishes_thing(&self, verb: &Found, who: &Range<usize>) -> bool {
        let thing = self.text_of(who).trim_end_matches(['将', '于', '已', '在']);
        PUBLISHES.contains(self.word(verb)) && THINGS.ends(thing)
    }

    /// Where the verb of speech stands that a name or an occasion hides: 周達明|說, 受訪時|說.
    fn named_speech(&self, head: usize) -> Option<usize> {
        let words = self.words_from(head);
        let told = words.strip_suffix(['说', '称', '指'])?;
        let end = head + told.len();
        if any_of!["采访时", "访问时", "受访时", "致辞时", "回复时", "答复时", "询问时", "节目时", "会议时"].ends(told)
        {
            return Some(end);
        }
        // 財長安華今日在國會總結預算案時|說
        let occasion = told.strip_suffix('时').and_then(|told| told.find('在'));
        let is_led = occasion.is_some_and(|at| {
            let who = self.bare(head..head + at);
            (2..=12).contains(&self.text_of(&who).chars().count()) && self.may_be_name(&who)
        });
        if is_led && self.quantity_spans().next().is_none() {
            return Some(end);
        }
        let is_named = |count: usize| {
            let start = told.char_indices().rev().nth(count - 1).map(|(at, _)| head + at);
            start.is_some_and(|start| self.name_end(start, end) == Some(end))
        };
        (is_named(3) || is_named(2)).then_some(end)
    }

    /// Where a verb ends the clause that only tells after a person or a body, before what is told or after a quotation:
    /// 村長王平|解釋，; not 經校方|確認 and 作出|回應.
    fn told_at_end(&self, head: usize) -> Option<usize> {
        const ENDS: CharSet = CharSet::of("局署处部厅院会府司方台社所委团校店者人员家长师们民客户主界农商他她");
        let words = self.words_from(head);
        let who = SAYS.strip_suffix(words)?.trim_end();
        // 市監局今天|發布，
        let time = self.time_spans().find(|time| time.end == head + who.len() && time.start > head);
        let who = time.map_or(who, |time| self.text_of(&(head..time.start)));
        let text = self.reader.text;
        let after = text.get(head + words.len()..).unwrap_or_default().trim_start();
        let before = text.get(..self.text.start).unwrap_or_default().trim_end_matches(['，', ' ']);
        if !after.starts_with(['，', ',', '：', ':', '“', '「']) && !before.ends_with(['”', '」']) {
            return None;
        }
        let end = head + who.len();
        let named = |count: usize| {
            let start = who.char_indices().rev().nth(count - 1).map(|(at, _)| head + at);
            start.is_some_and(|start| self.name_end(start, end) == Some(end))
        };
        let is_order = any_of!["会议", "通知", "意见", "方案", "办法"].ends(who) && SAYS.suffix(words) == Some("要求");
        let is_who =
            is_order || who.ends_with(|c| ENDS.contains(c)) || TITLES.suffix(who).is_some() || who.ends_with("公司");
        // 令 and 在 may be of a name
        let is_named = named(3) || named(2);
        let name = if is_named { 3 } else { 0 };
        let limit = who.char_indices().rev().take(name).last().map_or(end, |(at, _)| head + at);
        let leads = |found: &Found| found.cue == Cue::Preposition && found.start < limit;
        let first = self.word_at(head, end);
        let acts = matches!(first.pos, Some(Pos::Verb | Pos::Preposition | Pos::Adverb | Pos::Conjunction));
        let is_plain = !who.is_empty() && (!acts || is_order) && !who.contains('的') && !self.cues.iter().any(leads);
        (is_plain && (is_who || is_named)).then_some(end)
    }

    /// Where the name of a person ends that begins at a place, before a verb of speech at `limit` or what leads to it.
    fn name_end(&self, start: usize, limit: usize) -> Option<usize> {
        let rest = self.text_of(&(start..limit));
        let surname = rest.chars().next().filter(|c| SURNAMES.contains(*c))?.len_utf8();
        // 局長|林正強, but 檢|方
        let before = self.text_of(&(self.text.start..start));
        let is_first = start == self.head(self.text.start).0
            || TITLES.suffix(before).is_some()
            || before.ends_with(|c| one_of!("长员师家席监生士者人官任裁理书授农户民主友星手帅练里督的说").contains(c));
        let ends = rest.char_indices().skip(2).map(|(at, _)| at).chain([rest.len()]).take(2);
        let leads = |end: usize| {
            let next = self.cue_from(end).is_some_and(|next| next.cue == Cue::Preposition);
            end == limit
                || self.time_at(end).is_some()
                || next
                || self.rest(end).starts_with(['（', '(', '在', '于'])
                || any_of!["受访", "受询", "接受", "出席", "致辞", "回应", "主持"].begins(self.rest(end))
        };
        let ends = ends.filter(|end| *end > surname).map(|end| start + end).filter(|end| leads(*end));
        ends.last().filter(|_| is_first)
    }

    /// Whether an adverb is the last character of a person's name: 書記趙志剛|主持.
    pub(super) fn ends_name(&self, found: &Found) -> bool {
        ends_name(self.text_of(&(self.text.start..found.end)))
    }

    /// Whether a verb or an adverb is of the speaker's name or title: 林正強, 協調中心警司黃志明, 來自山東的果農.
    fn is_of_speaker(&self, found: &Found, speech: usize) -> bool {
        let before = self.text_of(&(self.text.start..found.start));
        let mut starts = before.char_indices().rev().take(2).map(|(at, _)| self.text.start + at);
        if starts.any(|start| self.name_end(start, speech).is_some_and(|end| found.end <= end)) {
            return true;
        }
        // 議員|曾俊傑, but 議員曾多次
        let is_name = found.cue == Cue::Adverb && !self.cue_at(found.end);
        if is_name && self.name_end(found.start, speech).is_some() {
            return true;
        }
        let told = self.text_of(&(found.end..speech));
        // 市區重建|局
        // 零售管理|協會
        if BODY_ENDINGS.longest(told).is_some()
            || told.starts_with(BODIES)
            || told.starts_with(['署', '处', '部', '厅', '会'])
        {
            return true;
        }
        if told.contains('的') && found.cue != Cue::Adverb && SOURCE_TAILS.suffix(told.trim_end()).is_none() {
            return true;
        }
        // a title after the verb, and no more than a name after that
        let later = |next: &&Found| next.start > found.start && next.cue == Cue::Preposition;
        let time = self.time_spans().map(|time| time.start).find(|start| *start > found.start);
        let stop = self.cues.iter().find(later).map(|next| next.start).into_iter().chain(time).min();
        let stop = stop.unwrap_or(speech).min(speech);
        let rest = self.text_of(&(found.end..stop));
        let mut ends = rest.char_indices().map(|(at, _)| at).chain([rest.len()]).map(|end| found.end + end);
        ends.any(|end| {
            let name = self.text_of(&(end..stop));
            name.chars().count() <= 4 && TITLES.suffix(self.text_of(&(self.text.start..end))).is_some()
        })
    }

    /// Whether a word of telling is the object of a verb before it: 接獲公眾通報.
    fn is_told(&self, head: usize, found: &Found) -> bool {
        let is_noun = crate::general::get(self.word(found)).is_some_and(|word| word.pos == Pos::Noun);
        let acts = |before: &Found| before.cue == Cue::Verb && head < before.start && before.end <= found.start;
        is_noun && self.cues.iter().any(acts)
    }

    /// Where the words begin that tell how a speaker spoke: 村長王平|自豪地說, 邊摘菜邊告訴.
    fn manner(&self, head: usize, end: usize) -> Option<usize> {
        let told = self.text_of(&(head..end)).trim_end();
        if told.matches('边').count() == 2 {
            let who = told.split('边').next().unwrap_or_default();
            return Some(head + who.strip_suffix('一').unwrap_or(who).len());
        }
        let told = told.strip_suffix('地')?;
        let (mut at, limit) = (head, head + told.len());
        while at < limit {
            let word = self.word_at(at, end);
            if word.end >= limit {
                return (at > head && !is_single(word.text)).then_some(at);
            }
            at = word.end;
        }
        None
    }

    /// Where the words begin that tell when a speaker spoke: 部長|受訪時.
    fn occasion(&self, head: usize, end: usize) -> Option<usize> {
        let told = self.reader.text.get(head..end)?;
        if !told.ends_with(['时', '后', '前', '中']) {
            return None;
        }
        let mut at = self.word_at(head, end).end;
        while at < end {
            // 主席|林添順|受詢時
            if let Some(named) = self.name_end(at, end).filter(|named| *named < end) {
                at = named;
            }
            let word = self.word_at(at, end);
            // 何展濤: a single verb may be of a name
            let is_title = || TITLES.suffix(word.text).is_some();
            let acts = word.pos == Some(Pos::Verb) && word.text.chars().nth(1).is_some() && !is_title();
            // 零售|管理|協會主席
            let acts = acts && !self.is_titled(word.end, end);
            if acts || word.pos == Some(Pos::Preposition) {
                return Some(at);
            }
            at = word.end;
        }
        None
    }

    /// Whether a title or the end of the name of a body stands in a stretch: 管理|協會主席某人受訪時.
    fn is_titled(&self, from: usize, to: usize) -> bool {
        let words = self.text_of(&(from..to));
        let mut ends = words.char_indices().skip(1).map(|(at, _)| from + at);
        ends.any(|end| {
            TITLES.suffix(self.text_of(&(self.text.start..end))).is_some()
                && self.text_of(&(from..end)).contains(['协', '会', '局', '署', '处', '部', '院', '席', '长'])
        })
    }

    /// 記者從市水務局獲悉: whom a reporter has it from.
    pub(super) fn learned(&self, head: usize) -> Option<Range<usize>> {
        let rest = self.rest(head);
        let end = ["获悉", "了解到", "获知"].iter().find_map(|word| rest.strip_suffix(word).map(str::len))?;
        let at = rest.find('从').map(|at| at + '从'.len_utf8()).filter(|at| *at <= 24)?;
        let reporter = rest.get(..at)?;
        reporter.contains("记者").then(|| self.bare(head + at..head + end.max(at)))
    }

    /// A body without what it says something by: 統計局數據 is 統計局.
    pub(super) fn without_tails(&self, range: Range<usize>) -> Range<usize> {
        let mut name = self.reader.text.get(range.clone()).unwrap_or_default();
        while let Some(tail) = SOURCE_TAILS.suffix(name) {
            name = name
                .strip_suffix(tail)
                .unwrap_or_default()
                .trim_end_matches(['的', '有'])
                .trim_end_matches("最新")
                .trim_end_matches("正式")
                .trim_end();
            // 統計處發表的|推算
            name = PUBLISHES.suffix(name).and_then(|verb| name.strip_suffix(verb)).unwrap_or(name);
        }
        range.start..range.start + name.len()
    }

    /// What the words of a speaker make of what follows: 預計 a forecast, 估算 an estimate.
    pub(super) fn expects(&self) -> Option<Modality> {
        let text = self.reader.text.get(self.text.clone()).unwrap_or_default().trim_end_matches(['，', '：', ':']);
        let ends = |words: &[&str]| words.iter().any(|word| text.ends_with(word));
        // 據公司資料 tells of facts
        let start = text.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
        let is_noun = crate::general::get(text.get(start..).unwrap_or_default()).is_some();
        if ends(&["预计", "预估", "预测", "预料", "预期"]) || ends(&["料"]) && !is_noun {
            Some(Modality::Forecast)
        } else if ends(&["估计", "估算", "推算", "推估", "测算"]) {
            Some(Modality::Estimate)
        } else if ends(&["担心", "忧心", "预言", "示警", "预警", "推测", "猜测"]) {
            Some(Modality::Forecast)
        } else if ends(&["承诺", "允诺", "保证", "扬言"]) {
            Some(Modality::Planned)
        } else if ends(&["要求", "促请", "敦促", "呼吁", "希望", "期望", "期盼", "主张", "提议", "建议", "喊话"])
        {
            Some(Modality::Target)
        } else {
            None
        }
    }

    /// Words that are verbs of speech at the end of a clause: 公布, 回應.
    pub(super) fn tells(&self, found: &Found) -> bool {
        TELLS.contains(self.word(found))
    }

    /// 央行預計該國經濟增長3%: who expects, and where what is expected begins, where it has a subject of its own.
    pub(super) fn expecting(&self, frame: &Frame) -> Option<(Range<usize>, Found)> {
        // 七成受訪者認為租金過高 tells of them
        let counts = |mention: &Mention<Quantity>| {
            let is_share = mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Ratio);
            is_share && frame.subject.contains(&(mention.text.start as usize))
        };
        if self.mentions().any(counts) {
            return None;
        }
        // 議員指政府批出1200宗, but 被指
        let is_inside = |found: &&Found| {
            found.cue == Cue::Speech && found.start > frame.subject.start && found.end <= frame.subject.end
        };
        let inside = self.cues.iter().filter(is_inside).find(|found| {
            let before = self.text_of(&(frame.subject.start..found.start));
            // 納指則, 恆生科指跌: 指 ends the name of an index
            let before = before.trim();
            let is_index = matches!(self.word(found), "指" | "称")
                && (before.chars().nth(1).is_none()
                    || before.ends_with(['综', '成', '股', '期', '科', '板', '创', '标'])
                    || self.word(found) == "指"
                        && !before.ends_with(OFFICE_ENDS)
                        && (self.cue_at(found.end) || self.time_at(found.end).is_some())
                    || self.quantity_begins(self.skip_marks(found.end)));
            !before.is_empty() && !is_index && !before.ends_with(['被', '所', '据', '遭', '的', '名'])
        });
        if let Some(verb) = inside {
            return Some((self.bare(frame.subject.start..verb.start), *verb));
        }
        let may_say = |found: &&Found| {
            let expects = || matches!(found.cue, Cue::Modality(_) | Cue::Verb) && self.tells(found);
            found.start >= frame.subject.end && (found.cue == Cue::Speech || expects())
        };
        let says = |found: &&Found| {
            // 由早前預測的544億元: of the number
            let nouns = ["的", "区间", "值", "中值", "范围", "数据"];
            let rest = self.rest(found.end);
            let head = self.text_of(&(frame.head..found.start));
            // 群體的平均預期退休年齡
            let is_noun = any_of!["的", "的平均", "平均"].ends(head) && found.cue != Cue::Speech;
            !(nouns.iter().any(|noun| rest.starts_with(noun)) || is_noun)
        };
        let verb = self
            .cues
            .iter()
            .filter(may_say)
            .find(says)
            .filter(|verb| verb.start <= frame.predicate.max(frame.subject.end) + 12 || verb.cue == Cue::Speech)?;
        let between = self.reader.text.get(frame.subject.end..verb.start).unwrap_or_default();
        // 追蹤3萬名成人，發現風險增加26%
        if frame.subject.is_empty() && verb.start > frame.head {
            return None;
        }
        if verb.start > frame.predicate && between.chars().count() > 8 {
            return None;
        }
        Some((frame.subject.clone(), *verb))
    }
}

/// Whether a text ends with the name of a titled person that an adverb seems to end: 書記趙志剛.
pub(super) fn ends_name(text: &str) -> bool {
    let Some(before) = text.strip_suffix(['刚', '才']) else { return false };
    before
        .char_indices()
        .rev()
        .take(2)
        .any(|(at, c)| SURNAMES.contains(c) && before.get(..at).is_some_and(|head| TITLES.suffix(head).is_some()))
}

/// How long the word is that leads to a speaker: 據|廠長說, 有|網友表示, but 有關部門表示.
fn lead_of(told: &str) -> usize {
    let is_whole = any_of!["有关", "有些", "有人", "有的"].begins(told);
    let lead = ["根据", "据", "有"].iter().find(|lead| told.starts_with(**lead) && !is_whole);
    lead.map_or(0, |lead| lead.len())
}
