//! Where words begin and end: the likeliest cut of the characters around a place.
//!
//! Chinese has no blanks between words. The cut of a run of characters is the one whose words are likeliest, each by
//! itself; numerals and the classifiers after them are cheap. [`Borders`] cuts a run once, forwards and backwards, so that
//! each question about a place in it is answered by two sums; a long run is cut in pieces that overlap, so that a question
//! costs the same on any text.
//!
//! What this cannot know: names that are in no table, words newer than the table, and two cuts that are as likely as each
//! other. There the answer is that no word stands across.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cell::RefCell;
use core::ops::Range;

use super::{CHAR_BYTES, LONGEST, Pos, each_word, get, may_join, unit};
use crate::chars;

/// The most characters that are cut at once, and how many of them belong to the pieces before and after.
const PIECE: usize = 48;
const OVERLAP: usize = 8;
const STEP: usize = PIECE - 2 * OVERLAP;

/// What a character costs that no table has.
const UNKNOWN: u16 = 170;
/// What a numeral costs, and each of its characters.
const NUMERAL: u16 = 16;
const DIGIT: u16 = 24;
/// What a classifier costs after a numeral, at most.
const CLASSIFIER: u16 = 62;
/// How much costlier the cut with a border must be for the border to be refused: half a bit.
const CLEARLY: u16 = 4;
/// No way leads there.
const NEVER: u16 = u16::MAX / 2;

/// Classifiers and units of one character, in the order of code points.
const CLASSIFIERS: &str = "万丈两个串亩人亿代件份伙位余例倍元克册分剂副包十千半厘县双口句只台号名吨周回国场块声处多天头套字季宗家寸对封尊尺层届岁市幅幕幢年度座张成户所批把折排支斤日时月期本村条来杯枚架栋株根档桶棵次款段毛滴点片班瓶番百盏盒省种秒笔箱篇米类粒级组群羽股艘行袋角起趟轮辆遍道部里针钱镇间队页顶顷项颗首";

/// What a character is, as bits.
type Kind = u8;
const NUMERIC: Kind = 1;
const CLASSIFYING: Kind = 2;
/// 多, 餘 and 來 belong to a number before a classifier.
const REST: Kind = 4;
/// 幾 and 數, which are numerals but after 位.
const SEVERAL: Kind = 8;

/// The kinds of the characters of the basic block.
static KINDS: [Kind; COUNT] = kinds();
const FIRST: usize = 0x4E00;
const COUNT: usize = 0xA000 - FIRST;

#[allow(clippy::indexing_slicing)] // evaluated by the compiler, which refuses a place that is not there
const fn kinds() -> [Kind; COUNT] {
    let mut kinds = [0; COUNT];
    let mut at = 0;
    while at < COUNT {
        if let Some(c) = char::from_u32((FIRST + at) as u32) {
            // 大陸|百萬噸: 陸 and the like are digits among their own alone
            let is_digit = chars::chinese(c).is_some() && !chars::is_financial(c);
            if is_digit || chars::scale(c).is_some() || matches!(c, '半' | '廿' | '卅') {
                kinds[at] |= NUMERIC;
            }
        }
        at += 1;
    }
    let bytes = CLASSIFIERS.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        kinds[chars::constant_code(bytes, at) - FIRST] |= CLASSIFYING;
        at += CHAR_BYTES;
    }
    kinds['多' as usize - FIRST] |= REST;
    kinds['余' as usize - FIRST] |= REST;
    kinds['来' as usize - FIRST] |= REST;
    kinds['几' as usize - FIRST] |= SEVERAL;
    kinds['数' as usize - FIRST] |= SEVERAL;
    kinds
}

fn raw_kind(c: u16) -> Kind {
    usize::from(c).checked_sub(FIRST).and_then(|at| KINDS.get(at)).copied().unwrap_or_default()
}

/// The kind of a character after another.
fn kind_of(c: u16, before: u16) -> Kind {
    let kind = raw_kind(c);
    // 位數 is a word
    let is_numeric = kind & SEVERAL != 0 && u32::from(before) != '位' as u32 || c == '〇' as u16;
    if is_numeric { kind | NUMERIC } else { kind }
}

/// Whether a number ends at a place, by which a classifier is cheap after it: 0 or 1.
type State = usize;

/// One word of a cut: from where, to where, and the states there.
#[derive(Clone, Copy, Default)]
struct Edge {
    start: u8,
    end: u8,
    from: u8,
    to: u8,
    cost: u16,
}

/// A piece of a run of characters that may stand in words, under the knife.
struct Piece {
    chars: [u16; PIECE],
    kinds: [Kind; PIECE],
    length: usize,
    /// How many characters a word may have that begins at a place.
    longest: [u8; PIECE],
    /// Whether a digit stands before it.
    is_counted: bool,
    /// What it costs to come to a place, by its state, and to go on from there to the end.
    costs: [[(u16, u16); 2]; PIECE + 1],
    /// The word of the likeliest cut that stands across a place: its first character and its end, 0 where none does.
    across: [(u8, u8); PIECE + 1],
    edges: alloc::vec::Vec<Edge>,
}

/// What is known of the place before a byte: how many characters the word across begins before it and ends after it, four
/// bits each.
type Place = u8;
/// Nothing was cut there yet.
const UNCUT: Place = 0;
/// No word stands across.
const BORDER: Place = 0xF0;
/// A word of two characters stands across.
const PAIR: Place = 0x11;

/// The borders of the words of one folded text. Each piece is cut once, when a place in it is asked for first.
pub(crate) struct Borders(RefCell<Option<Box<Cuts>>>);

/// A word that begins at a place, as far as it was asked for.
#[derive(Clone, Copy, Default)]
struct Begun {
    /// Its length in bytes, 0 where nothing was asked yet.
    length: u8,
    pos: Option<Pos>,
}

/// What was cut so far.
struct Cuts {
    /// By bytes of the text.
    places: Vec<Place>,
    /// The words that were asked for, by the bytes that they begin at.
    begun: Vec<Begun>,
    /// The run that was asked for last.
    run: Range<usize>,
    piece: Piece,
}

impl Borders {
    pub(crate) const fn new() -> Self {
        Self(RefCell::new(None))
    }

    /// The word that stands across a byte of the text and is clearly likelier than a border there, in bytes. The text must
    /// be the same for all questions.
    pub(crate) fn across(&self, text: &str, at: usize) -> Option<Range<usize>> {
        self.ask(text, |cuts| cuts.across(text, at))
    }

    /// The word that begins at a byte of the text and does not go on at `end`: its end, and its part of speech if it is
    /// known. What stands across its end belongs to it, unless it began earlier.
    pub(crate) fn word_from(&self, text: &str, at: usize, end: usize) -> (usize, Option<Pos>) {
        self.ask(text, |cuts| cuts.word_from(text, at, end))
    }

    fn ask<T>(&self, text: &str, question: impl FnOnce(&mut Cuts) -> T) -> T {
        question(self.0.borrow_mut().get_or_insert_with(|| Box::new(Cuts::new(text.len()))))
    }
}

impl Cuts {
    fn new(length: usize) -> Self {
        Self {
            places: alloc::vec![UNCUT; length],
            begun: alloc::vec![Begun::default(); length],
            run: 0..0,
            piece: Piece::new(),
        }
    }

    fn across(&mut self, text: &str, at: usize) -> Option<Range<usize>> {
        let place = match *self.places.get(at)? {
            UNCUT => self.place(text, at),
            place => place,
        };
        let bytes = |count: Place| usize::from(count) * CHAR_BYTES;
        (place != BORDER).then(|| at - bytes(place >> 4)..at + bytes(place & 0x0F))
    }

    fn word_from(&mut self, text: &str, at: usize, end: usize) -> (usize, Option<Pos>) {
        let begun = self.begun.get(at).copied().unwrap_or_default();
        if begun.length > 0 && at + usize::from(begun.length) <= end {
            return (at + usize::from(begun.length), begun.pos);
        }
        let mut to = at + chars::at(text, at).unwrap_or(' ').len_utf8();
        while to < end {
            match self.across(text, to).filter(|word| word.start <= at) {
                Some(word) => to = word.end,
                None => break,
            }
        }
        let pos = text.get(at..to).and_then(get).map(|word| word.pos);
        let slot = self.begun.get_mut(at).filter(|_| to < end);
        if let (Some(slot), Ok(length)) = (slot, u8::try_from(to - at)) {
            *slot = Begun { length, pos };
        }
        (to, pos)
    }

    /// What stands across a place that was not cut yet.
    fn place(&mut self, text: &str, at: usize) -> Place {
        let edge = |c: Option<char>| c.and_then(unit);
        // most places are told by their two characters
        match (edge(chars::before(text, at)), edge(chars::at(text, at))) {
            (Some(last), Some(next)) if may_join(last, next) => self.cut(text, at, (last, next)),
            _ => {
                if let Some(slot) = self.places.get_mut(at) {
                    *slot = BORDER;
                }
            }
        }
        self.places.get(at).copied().unwrap_or(BORDER)
    }

    /// Cuts the piece of the run around a place between two characters: seldom, and apart from the questions, which are short.
    #[inline(never)]
    fn cut(&mut self, text: &str, at: usize, beside: (u16, u16)) {
        if !(self.run.start <= at && at <= self.run.end) || self.run.is_empty() {
            self.run = run_around(text, at, beside);
        }
        // pieces begin at the same places whatever is asked first
        let index = (at - self.run.start) / CHAR_BYTES / STEP;
        let own = self.run.start + index * STEP * CHAR_BYTES;
        let start = self.run.start + (index * STEP).saturating_sub(OVERLAP) * CHAR_BYTES;
        let end = self.run.end.min(own + (STEP + OVERLAP) * CHAR_BYTES);
        let piece = text.get(start..end).unwrap_or_default();
        let is_counted = chars::before(text, start).is_some_and(chars::is_digit);
        // most runs are of two characters
        if let Some(is_word) = pair_is_word(piece).filter(|_| !is_counted) {
            if let Some(place) = self.places.get_mut(at) {
                *place = if is_word { PAIR } else { BORDER };
            }
            return;
        }
        self.piece.cut(piece, is_counted);
        let first = (own - start) / CHAR_BYTES;
        let places = self.places.get_mut(own..end.min(own + STEP * CHAR_BYTES)).unwrap_or_default();
        for (at, place) in places.iter_mut().step_by(CHAR_BYTES).enumerate() {
            *place = self.piece.place(first + at);
        }
    }
}

impl Piece {
    const fn new() -> Self {
        Self {
            chars: [0; PIECE],
            kinds: [0; PIECE],
            length: 0,
            longest: [1; PIECE],
            is_counted: false,
            costs: [[(NEVER, NEVER); 2]; PIECE + 1],
            across: [(0, 0); PIECE + 1],
            edges: Vec::new(),
        }
    }

    /// Cuts a text of characters that may stand in words.
    fn cut(&mut self, text: &str, is_counted: bool) {
        self.length = 0;
        let mut last = 0;
        let slots = self.chars.iter_mut().zip(&mut self.kinds);
        for ((slot, kind), c) in slots.zip(text.chars().filter_map(unit)) {
            (*slot, *kind) = (c, kind_of(c, last));
            last = c;
            self.length += 1;
        }
        self.is_counted = is_counted;
        self.join();
        self.forward();
        self.backward();
        self.trace();
    }

    /// How long words may be: no longer than their characters may stand side by side.
    fn join(&mut self) {
        let mut after = (0, 0);
        let slots = self.chars.iter().zip(&mut self.longest).take(self.length);
        for (c, slot) in slots.rev() {
            let (next, longest) = after;
            *slot = if may_join(*c, next) { (longest + 1).min(LONGEST as u8) } else { 1 };
            after = (*c, *slot);
        }
    }

    /// What it costs to come to each place, over all words.
    fn forward(&mut self) {
        let costs = self.costs.iter_mut().take(self.length + 1);
        costs.for_each(|states| *states = [(NEVER, NEVER); 2]);
        let begun = State::from(self.is_counted);
        if let Some(slot) = self.costs.first_mut().and_then(|states| states.get_mut(begun)) {
            slot.0 = 0;
        }
        self.edges.clear();
        let chars = self.chars;
        let chars = chars.get(..self.length).unwrap_or_default();
        for start in 0..self.length {
            self.words(start, chars.get(start..).unwrap_or_default());
            if self.kind(start) & NUMERIC != 0 {
                (0..2).for_each(|state| self.numerals(start, state));
            }
        }
    }

    /// Takes each word that may stand at `start`.
    fn words(&mut self, start: usize, chars: &[u16]) {
        let (first, second) = (self.kind(start), self.kind(start + 1));
        // 300萬人次: the scale belongs to the digits
        if self.is_counted && start == 0 && first & NUMERIC != 0 {
            return;
        }
        // 10多個國家: 多 belongs to the number, and the classifier follows it
        let is_rest = first & REST != 0 && second & CLASSIFYING != 0;
        let longest = self.longest.get(start).copied().map_or(1, usize::from);
        let is_counted = self.cost(start, 1).0 < NEVER;
        let mut is_known = false;
        each_word(chars, longest, |length, word| {
            is_known |= length == 1;
            self.step(start, length, 0, 0, word.cost);
            // 二十多天|時間: the number goes on to the classifier
            if is_counted && is_rest && length == 1 {
                self.step(start, length, 1, 1, word.cost);
            }
            if is_counted && !(is_rest && length == 2) {
                // 人次 counts as 人 does
                let is_times = length == 2 && chars.get(1).is_some_and(|c| u32::from(*c) == '次' as u32);
                let is_classifier = (length == 1 || is_times) && first & CLASSIFYING != 0;
                self.step(start, length, 1, 0, if is_classifier { word.cost.min(CLASSIFIER) } else { word.cost });
            }
        });
        if !is_known {
            self.step(start, 1, 0, 0, UNKNOWN);
            self.step(start, 1, 1, 0, UNKNOWN);
        }
    }

    /// Takes each numeral that may stand at `start`; one that goes on is one numeral.
    fn numerals(&mut self, start: usize, state: State) {
        let mut step = if state == 1 { 0 } else { NUMERAL };
        for length in 1..=LONGEST + 4 {
            if self.kind(start + length - 1) & NUMERIC == 0 {
                break;
            }
            step += DIGIT;
            self.step(start, length, state, 1, step);
        }
    }

    fn step(&mut self, start: usize, length: usize, from: State, to: State, step: u16) {
        let cost = self.cost(start, from).0;
        if cost >= NEVER {
            return;
        }
        let end = start + length;
        let byte = |at: usize| u8::try_from(at).unwrap_or(u8::MAX);
        self.edges.push(Edge { start: byte(start), end: byte(end), from: byte(from), to: byte(to), cost: step });
        let slot = self.costs.get_mut(end).and_then(|states| states.get_mut(to));
        if let Some(slot) = slot.filter(|slot| cost.saturating_add(step) < slot.0) {
            slot.0 = cost.saturating_add(step);
        }
    }

    fn cost(&self, at: usize, state: State) -> (u16, u16) {
        self.costs.get(at).and_then(|states| states.get(state)).copied().unwrap_or((NEVER, NEVER))
    }

    /// What it costs to go on from each place to the end.
    fn backward(&mut self) {
        for state in 0..2 {
            if let Some(slot) = self.costs.get_mut(self.length).and_then(|states| states.get_mut(state)) {
                slot.1 = 0;
            }
        }
        for edge in self.edges.iter().rev() {
            let onward = self.costs.get(usize::from(edge.end)).and_then(|states| states.get(usize::from(edge.to)));
            let cost = onward.map_or(NEVER, |(_, onward)| onward.saturating_add(edge.cost));
            let slot =
                self.costs.get_mut(usize::from(edge.start)).and_then(|states| states.get_mut(usize::from(edge.from)));
            if let Some(slot) = slot.filter(|slot| cost < slot.1) {
                slot.1 = cost;
            }
        }
    }

    /// The words of the likeliest cut.
    fn trace(&mut self) {
        let across = self.across.iter_mut().take(self.length + 1);
        across.for_each(|word| *word = (0, 0));
        let (words, numbers) = (self.cost(self.length, 0).0, self.cost(self.length, 1).0);
        let (mut end, mut state) = (self.length, State::from(numbers < words));
        for edge in self.edges.iter().rev() {
            let is_last = usize::from(edge.end) == end && usize::from(edge.to) == state;
            let before = self.cost(usize::from(edge.start), usize::from(edge.from)).0;
            if !is_last || before.saturating_add(edge.cost) != self.cost(end, state).0 {
                continue;
            }
            // a number is no word
            let inner = usize::from(edge.start) + 1..if state == 1 { 0 } else { end };
            if let Some(places) = self.across.get_mut(inner) {
                places.iter_mut().for_each(|word| *word = (edge.start, edge.end));
            }
            (end, state) = (usize::from(edge.start), usize::from(edge.from));
        }
    }

    /// What stands across a place: a word that is clearly likelier than a border.
    fn place(&self, at: usize) -> Place {
        let Some((start, end)) = self.across.get(at).copied().filter(|(_, end)| *end > 0) else { return BORDER };
        let whole = self.cost(self.length, 0).0.min(self.cost(self.length, 1).0);
        let through = |state: State| {
            let (before, onward) = self.cost(at, state);
            before.saturating_add(onward)
        };
        if through(0).min(through(1)) < whole + CLEARLY {
            return BORDER;
        }
        let count = |from: usize, to: usize| Place::try_from(to.saturating_sub(from)).unwrap_or_default();
        count(usize::from(start), at) << 4 | count(at, usize::from(end))
    }

    fn kind(&self, at: usize) -> Kind {
        self.kinds.get(at).copied().filter(|_| at < self.length).unwrap_or_default()
    }
}

/// Whether two characters, of which none is a numeral, are clearly likelier one word than two; none where there are more.
fn pair_is_word(text: &str) -> Option<bool> {
    let mut chars = text.chars();
    let pair = [unit(chars.next()?)?, unit(chars.next()?)?];
    let is_plain = |c: &u16| raw_kind(*c) & (NUMERIC | SEVERAL) == 0 && *c != '〇' as u16;
    if chars.next().is_some() || !pair.iter().all(is_plain) {
        return None;
    }
    let (mut single, mut whole, mut second) = (UNKNOWN, NEVER, UNKNOWN);
    each_word(&pair, 2, |length, word| *(if length == 1 { &mut single } else { &mut whole }) = word.cost);
    each_word(pair.get(1..)?, 1, |_, word| second = word.cost);
    Some(whole + CLEARLY <= single + second)
}

/// The characters around a byte of a text between two that words may join, as far as words or numerals may join them: no
/// word crosses its edges.
fn run_around(text: &str, at: usize, (last, next): (u16, u16)) -> Range<usize> {
    let (mut start, mut first) = (at - CHAR_BYTES, last);
    while let Some(c) = chars::before(text, start).and_then(unit).filter(|c| joins(*c, first)) {
        (start, first) = (start - CHAR_BYTES, c);
    }
    let (mut end, mut last) = (at + CHAR_BYTES, next);
    while let Some(c) = chars::at(text, end).and_then(unit).filter(|c| joins(last, *c)) {
        (end, last) = (end + CHAR_BYTES, c);
    }
    start..end
}

/// Whether a cut on one side of a border between two characters may depend on the other side.
fn joins(a: u16, b: u16) -> bool {
    may_join(a, b) || raw_kind(a) & (NUMERIC | SEVERAL) != 0 || a == '〇' as u16
}

#[cfg(all(test, feature = "words"))]
mod tests {
    use super::*;
    use crate::lexer::fold;

    fn word_across(text: &str, at: usize) -> Option<Range<usize>> {
        Borders::new().across(text, at)
    }

    #[test]
    fn a_word_across_is_seen() {
        let mut failed = alloc::vec::Vec::new();
        for (rows, want) in [(CROSSED, true), (APART, false)] {
            for row in rows.split_whitespace() {
                let at = row.find('|').unwrap();
                let text = fold(&row.replace('|', "")).into_owned();
                if word_across(&text, at).is_some() != want {
                    failed.push((row, want));
                }
            }
        }
        assert!(failed.is_empty(), "{failed:?}");
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
