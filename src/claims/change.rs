//! Changes: which way, by how much, from and to what, and against what they are measured.
//!
//! Imports [`super::clause`] and the words.

use alloc::vec::Vec;

use super::basis::{days, months, refined};
use super::clause::Found;
use super::draft::Draft;
use super::frame::MOST;
use super::modality::is_free;
use super::own_text;
use super::window::{Against, Window, by_number, counts_times, more_or_less};
use super::words::{Cue, is_measure_name};
use crate::any_of::{WordSet, any_of};
use crate::article::{Basis, ChangeData, Direction, Mention};
use crate::chars::is_blank;
use crate::general::{self, Pos};
use crate::mentions::Reader;
use crate::quantity::{Approx, Quantity, Role};
use crate::time::TimeKind;
use crate::unit::Dimension;
use crate::vocabulary::{BETTERS, COMPARED, LESS_IS_BETTER, RECORDS};

/// What was expected, that a result is compared with.
const EXPECTED: &WordSet = any_of!["预期", "预测", "预估"];

/// The basis that a bare 增長 takes from what stands before it in its paragraph.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Carried(Option<Basis>);

impl Carried {
    /// The basis that words before name for what follows.
    pub(super) const fn told(basis: Basis) -> Self {
        Self(Some(basis))
    }
}

/// The changes of a claim.
pub(super) fn changes(reader: &Reader<'_>, cues: &[Found], draft: &Draft, carried: &mut Carried) -> Vec<ChangeData> {
    let mut reading = Reading {
        reader,
        cues,
        draft,
        carried,
        changes: Vec::new(),
        next_cue: 0,
        against: Against::default(),
        last_end: draft.text.start,
        last_index: None,
        from: None,
        since: None,
        since_named: false,
        compared: None,
        listed: false,
        told_basis: None,
    };
    for index in draft.quantities.clone().take(MOST as usize) {
        reading.quantity(index);
    }
    let Reading { mut changes, from, .. } = reading;
    only_direction(reader, cues, draft, &mut changes, from);
    changes.iter_mut().for_each(|change| points_apart(reader, change));
    changes
}

/// 高於上年同期5.9個百分點: a difference of shares is by how much, not what is compared with.
fn points_apart(reader: &Reader<'_>, change: &mut ChangeData) {
    let is_difference = |index: u32| {
        let quantity = reader.quantities.get(index as usize);
        quantity.is_some_and(|mention| matches!(mention.item.role, Role::PercentagePoint | Role::BasisPoint))
    };
    let is_level = |index: Option<u32>| index.is_some_and(|index| !is_difference(index));
    if let Some(apart) = change.from.filter(|from| change.magnitude.is_none() && is_difference(*from)) {
        if !is_level(change.to) || change.level.is_some() {
            (change.magnitude, change.from) = (Some(apart), None);
        }
    }
}

/// The changes of a claim while its quantities are read, one by one.
struct Reading<'c, 'r> {
    reader: &'c Reader<'r>,
    cues: &'c [Found],
    draft: &'c Draft,
    carried: &'c mut Carried,
    changes: Vec<ChangeData>,
    /// The first cue that was not looked at.
    next_cue: usize,
    against: Against,
    /// Where the quantity before ends, and its index.
    last_end: usize,
    last_index: Option<u32>,
    /// The quantity that the next change begins with: 由3.2%.
    from: Option<u32>,
    /// The time of that quantity.
    since: Option<u32>,
    /// Words name when that was: 由開業時的30家.
    since_named: bool,
    /// What it is compared with: 比去年同期的2億元.
    compared: Option<(Basis, Option<u32>)>,
    listed: bool,
    /// What a change of the claim was told against.
    told_basis: Option<Basis>,
}

impl<'r> Reading<'_, 'r> {
    fn text(&self, range: core::ops::Range<usize>) -> &'r str {
        self.reader.text.get(range).unwrap_or_default()
    }

    /// Reads what a quantity adds.
    fn quantity(&mut self, index: u32) {
        let Some(mention) = self.reader.quantities.get(index as usize) else { return };
        let (start, end) = (mention.text.start as usize, mention.text.end as usize);
        let is_none = self.is_in_time(mention.text.clone())
            || self.names_base(mention, start)
            || self.is_record(mention, end)
            || self.is_run(mention, start, end)
            || self.is_counted_noun(mention, start)
            // 從每10萬人12.4例: what is divided by
            || self.text(0..start).ends_with('每')
            || self.is_how_often(mention, start)
            || self.is_other_level(mention, start);
        if is_none || self.is_expectation(mention, start) || self.is_aside(index, start, end) {
            return;
        }
        let between = self.text(self.last_end..start);
        let from_cue = self.next_cue;
        while self.cues.get(self.next_cue).is_some_and(|found| found.end <= start) {
            self.next_cue += 1;
        }
        let window = self.cues.get(from_cue..self.next_cue).unwrap_or_default();
        let words = Window { reader: self.reader, draft: self.draft, cues: window, start };
        let mut fresh = words.read(self.against);
        if fresh.direction.is_none() && mention.item.approx != Approx::Exact {
            fresh.direction = words.growth_rate();
        }
        fresh.direction = fresh.direction.or_else(|| by_number(self.reader, mention));
        if fresh.direction.is_none() && fresh.basis.is_some() {
            fresh.direction = signed(mention, self.text(words.basis_end().min(start)..start));
        }
        fresh.direction = fresh.direction.map(|direction| self.turned(direction, window, mention));
        if fresh.direction.is_none() && fresh.basis.is_some() && !self.is_a_while(mention) {
            fresh.direction = more_or_less(between, self.text(words.basis_end()..start));
            // 創新高，比去年多80萬: more by so many
            fresh.level &= fresh.direction.is_none();
        }
        // 較去年的62萬人次多三成; 613宗，多97宗
        let is_told = self.compared.is_some() || self.draft.compared.is_some() || self.is_all_before(between, start);
        if fresh.direction.is_none() && is_told {
            fresh.direction = more_or_less(between, "");
        }
        // 320只上漲、196只|下跌
        if between.ends_with('、') && self.moves_itself(end) {
            fresh.direction = None;
        }
        // 分別增長3%和5%
        let joined = matches!(between.trim(), "、" | "和" | "及" | "与" | "，" | "至" | "或" | "，或");
        self.listed &= joined && !self.parts_list(mention, end);
        if self.listed && fresh.direction.is_none() {
            let second = self.against.second.map(|second| (Some(second.basis), second.base));
            (fresh.basis, fresh.base) = second.unwrap_or((self.against.basis, self.against.base));
        }
        let listed = || self.against.second.and_then(|second| second.direction).or(self.against.direction);
        let moved = fresh.direction.or_else(|| listed().filter(|_| self.listed));
        self.against = Against { direction: moved, ..fresh };
        let is_begun = self.begins(index, window, &fresh, start, end);
        if !is_begun && !self.ends(index, between, &fresh) {
            self.push(index, between, &fresh, moved, end);
        }
        (self.last_end, self.last_index) = (end, Some(index));
    }

    /// The other way, where less is better, 失業率較上月改善0.2個百分點, or what grows by less than nothing falls: 增長率為-1.5%.
    fn turned(&self, direction: Direction, window: &[Found], mention: &Mention<Quantity>) -> Direction {
        let start = mention.text.start as usize;
        let betters = |found: &Found| BETTERS.contains(self.text(found.start..found.end));
        let is_worse = window.iter().any(betters) && LESS_IS_BETTER.is_in(self.text(self.draft.text.start..start));
        let is_negative = mention.item.decimal().is_some_and(|n| n.is_sign_negative());
        if direction == Direction::Increase && (is_worse || is_negative) { Direction::Decrease } else { direction }
    }

    /// Whether a quantity is no more of a list of changes: 增長10%，兩年平均; 320只上漲、196只|下跌.
    fn parts_list(&self, mention: &Mention<Quantity>, end: usize) -> bool {
        let lasts = |mention: &Mention<Quantity>| {
            mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Duration)
        };
        let last = self.last_index.and_then(|last| self.reader.quantities.get(last as usize));
        self.moves_itself(end) || lasts(mention) && !last.is_some_and(lasts)
    }

    /// Whether a word of direction stands right after a number.
    fn moves_itself(&self, end: usize) -> bool {
        let next = self.cues.get(self.next_cue);
        next.is_some_and(|next| next.start == end && matches!(next.cue, Cue::Direction(_)))
    }

    /// 連跌三次, 租金漲了兩次: how often; 減少三次 is by how many, as 次數上升三次.
    fn is_how_often(&self, mention: &Mention<Quantity>, start: usize) -> bool {
        const PRICES: [char; 8] = ['涨', '跌', '升', '降', '调', '价', '息', '租'];
        let before = self.cues.iter().rev().find(|found| found.end <= start);
        let counts = || any_of!["次数", "频次", "频率"].is_in(self.text(self.draft.text.start..start));
        let is_run = |found: &Found| {
            let word = self.text(found.start..found.end);
            let is_beside = matches!(self.text(found.end..start), "" | "了" | "过");
            let is_price = || word.ends_with(PRICES) && !counts();
            is_beside && (word.starts_with('连') || is_price()) && matches!(found.cue, Cue::Direction(_))
        };
        let is_degree = mention.item.unit.as_ref().is_some_and(|unit| unit.symbol() == "度");
        counts_times(mention) && !is_degree && before.is_some_and(is_run)
    }

    /// 低於預期49: what was expected is no step; 高於預期0.3個百分點 is one.
    fn is_expectation(&self, mention: &Mention<Quantity>, start: usize) -> bool {
        /// How far the value before a step may be, in bytes: 營收30億美元，高於預期10%.
        const NEAR: usize = 60;
        let head = self.text(self.last_end..start);
        // 較預期的跌7.8%為佳: which way it was expected to go
        let way = self.cues.iter().find(|found| found.end == start && matches!(found.cue, Cue::Direction(_)));
        let way = way.and_then(|found| head.strip_suffix(self.text(found.start..found.end)));
        let head = way.filter(|head| head.ends_with('的')).unwrap_or(head);
        let is_of = head.ends_with('的');
        let head = head.trim_end_matches(['的', '值', '为', ' ', '中', '均']);
        let head = EXPECTED.strip_suffix(head).unwrap_or_default();
        if !(is_compared_with(head) || is_of && head.ends_with('出') || self.compares(head)) {
            return false;
        }
        let at = self.reader.quantities.partition_point(|other| other.text.start < mention.text.start);
        let last = at.checked_sub(1).and_then(|last| self.reader.quantities.get(last));
        let last = last.filter(|last| last.text.end as usize + NEAR > start);
        let is_share = mention.item.role == Role::Percent && last.is_some_and(|last| last.item.role == Role::Cardinal);
        let is_step = is_share || matches!(mention.item.role, Role::PercentagePoint | Role::BasisPoint);
        !is_step
    }

    /// Whether words that a comparison leads to end with whose expectation it is: 低於|路透社調查的經濟師, 較|市場.
    fn compares(&self, head: &str) -> bool {
        let last = self.last_end + head.len();
        let mut words = head.char_indices().rev().map(|(at, _)| at);
        let lead = words.find_map(|at| COMPARED.longest(head.get(at..)?).map(|((), length)| at + length));
        let whose = lead.and_then(|end| head.get(end..)).unwrap_or("，");
        let is_near = whose.chars().count() <= 14 && whose.chars().all(char::is_alphabetic);
        is_near && last > self.last_end
    }

    /// 高於封頂息3.5厘, 低於每人6000元: the level of another thing near its own, and no step; 高於同業0.3個百分點 is one.
    fn is_other_level(&self, mention: &Mention<Quantity>, start: usize) -> bool {
        let before = self.cues.iter().rev().find(|found| found.end <= start && found.start >= self.last_end);
        let compares = |found: &&Found| {
            matches!(found.cue, Cue::Direction(_)) && COMPARED.contains(self.text(found.start..found.end))
        };
        let Some(found) = before.filter(compares) else { return false };
        let named = self.text(found.end..start);
        if named.starts_with('每') || named == "时速" {
            return true;
        }
        let is_noun = (2..=10).contains(&named.chars().count()) && named.chars().all(char::is_alphabetic);
        let is_timed = self.draft.times.clone().take(MOST as usize).any(|index| {
            let time = self.reader.times.get(index as usize);
            time.is_some_and(|time| (found.end..start).contains(&(time.text.start as usize)))
        });
        let own = self.last_index.and_then(|last| self.reader.quantities.get(last as usize)).map(|own| &own.item);
        let values =
            own.filter(|own| own.unit == mention.item.unit).and_then(|own| own.decimal()).zip(mention.item.decimal());
        let is_near = values.is_some_and(|(own, other)| match found.cue {
            Cue::Direction(Direction::Increase) => own > other && own < other + other,
            _ => own < other && other < own + own,
        });
        is_noun && !is_timed && !named.ends_with('的') && is_near
    }

    /// Whether a quantity is a length: 比冠軍慢0.02秒 is no change.
    fn is_a_while(&self, mention: &Mention<Quantity>) -> bool {
        let lasts = mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Duration);
        lasts && self.text(0..mention.text.start as usize).trim_end_matches('了').ends_with(['快', '慢'])
    }

    /// Whether the clause before a number is one word: 多97宗.
    fn is_all_before(&self, between: &str, start: usize) -> bool {
        let is_first = self.last_index.is_none() && start - between.len() <= self.draft.text.start;
        is_first && matches!(between.trim_start(), "多" | "少" | "多出" | "少了" | "多了")
    }

    /// 比十年前: the duration is part of what is compared with.
    fn is_in_time(&self, text: core::ops::Range<u32>) -> bool {
        let at = self.reader.times.partition_point(|time| time.text.start <= text.start);
        let time = at.checked_sub(1).and_then(|at| self.reader.times.get(at));
        time.is_some_and(|time| text.end <= time.text.end && time.text.start as usize >= self.draft.text.start)
    }

    /// 比去年首份預算案: the place in an order is of what is compared with.
    fn names_base(&self, mention: &Mention<Quantity>, start: usize) -> bool {
        let is_basis = |found: &Found| matches!(found.cue, Cue::Basis(_)) && found.start >= self.last_end;
        let before = self.cues.iter().rev().find(|found| found.end <= start);
        mention.item.role == Role::Ordinal && before.is_some_and(is_basis)
    }

    /// 至三個月低點: how long since, not how much.
    fn is_record(&self, mention: &Mention<Quantity>, end: usize) -> bool {
        let lasts = mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Duration);
        lasts
            && ["低", "高", "新低", "新高", "以来", "来"]
                .iter()
                .any(|word| self.text(end..self.draft.text.end).starts_with(word))
    }

    /// 連升五日, 三天漲8%: how long it went on, not by how much; 縮短5個月 is a change of a length.
    fn is_run(&self, mention: &Mention<Quantity>, start: usize, end: usize) -> bool {
        // 增速連續三個月超過10%
        let lasts = mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Duration);
        if lasts && any_of!["连续", "已连续", "接连"].ends(self.text(self.draft.text.start..start)) {
            return true;
        }
        // 壽命升0.4歲 is no run
        if mention
            .item
            .unit
            .as_ref()
            .is_none_or(|unit| unit.dimension() != Dimension::Duration || unit.symbol() == "歲")
        {
            return false;
        }
        let is_growth = |found: &Found| self.text(found.start..found.end).contains(['增', '成']);
        // 由45天縮短為30天
        let is_moved = |found: &&Found| {
            let lengthens = self.text(found.start..found.end).contains(['延', '缩', '长', '短']);
            matches!(found.cue, Cue::Direction(_) | Cue::Both(..)) && (!lengthens || is_growth(found))
        };
        let before = self.cues.iter().rev().find(|found| found.end <= start).filter(is_moved);
        let is_run = before.is_some_and(|found| {
            let word = self.text(found.start..found.end);
            let is_price = word.ends_with(['升', '跌', '涨', '挫', '扬', '滑', '红', '黑']);
            let head = self.text(self.draft.text.start..found.start);
            let lasts = head.ends_with(['连', '续', '番', '累']) || word.starts_with(['连', '续']);
            found.end == start && (is_price || lasts)
        });
        let next = self.cues.iter().find(|found| found.start >= end).filter(is_moved);
        let is_end = || self.text(self.draft.text.start..start).ends_with(['由', '从', '自']);
        is_run
            || before.is_none_or(|found| found.end < start) && next.is_some_and(|found| found.start == end) && !is_end()
    }

    /// 減少浪費的四個步驟: what is counted is the noun, not the change.
    fn is_counted_noun(&self, mention: &Mention<Quantity>, start: usize) -> bool {
        let counts = mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Items);
        let before = self.text(self.last_end..start);
        let first = self.last_index.is_none();
        let changes = self
            .cues
            .iter()
            .any(|found| matches!(found.cue, Cue::Direction(_)) && found.start >= self.last_end && found.end < start);
        counts
            && first
            && changes
            && before.trim_end().ends_with('的')
            && !before.contains(['比', '较', '到', '至', '为', '于', '及'])
    }

    /// Whether a quantity stands in brackets of its own: 利率（1年期）; （原預測2.1%） says where the change before it began.
    fn is_aside(&mut self, index: u32, start: usize, end: usize) -> bool {
        let between = self.text(self.last_end..start);
        let Some(inside) = between.rfind(['（', '(']).and_then(|open| between.get(open..)) else { return false };
        let after = self.text(end..self.draft.text.end);
        let closes = after.find(['）', ')']).is_some_and(|close| close <= 12);
        if !closes || inside.contains(['）', ')']) {
            return false;
        }
        let told = tells_before(inside);
        match self.changes.last_mut().filter(|change| told && change.from.is_none()) {
            Some(change) => change.from = Some(index),
            None if told || !after.contains(['至', '到']) => return false,
            None => {}
        }
        true
    }

    /// Whether a change begins with the quantity: 由3.2%, 低於去年同期的2億元, 由同比增長12%轉為.
    fn begins(&mut self, index: u32, window: &[Found], fresh: &Against, start: usize, end: usize) -> bool {
        let after = self.text(end..self.draft.text.end);
        // 由8萬至12萬元不等
        if !after.starts_with("不等") && is_from(self.reader, window, start) {
            self.from = Some(index);
            // 由上月的78美元
            self.since = time_after_from(self.reader, self.draft, window, start);
            self.since_named = names_point(self.reader, start);
            return true;
        }
        let has_from = window.iter().any(|found| matches!(self.text(found.start..found.end), "由" | "从"));
        if has_from && any_of!["转为", "转", "变为", "扭转"].begins(after) {
            return true;
        }
        // 比去年同期的2億元增長40%
        let time = fresh.base.and_then(|base| self.reader.times.get(base as usize));
        // 較2021年9月高位398點回落23%: a noun tells which value of that time
        let of_time = time.is_some_and(|time| {
            let joint = self.text(time.text.end as usize..start).trim();
            // 較上年（48億元）增長4.2%
            let is_bracketed = matches!(joint, "（" | "(") && after.starts_with(['）', ')']);
            is_bracketed || joint.chars().count() <= 8 && joint.chars().all(char::is_alphabetic)
        });
        // 比上屆的4119張減少250張
        let of_noun = || fresh.base.is_none() && self.is_of_basis(window, start);
        let is_amount =
            self.reader.quantities.get(index as usize).is_some_and(|mention| mention.item.role != Role::Ordinal);
        let Some(basis) = fresh.basis.filter(|_| is_amount && fresh.direction.is_none() && (of_time || of_noun()))
        else {
            return false;
        };
        // 較去年同日的91%為低
        if let Some(direction) = lies(after) {
            self.changes.push(ChangeData {
                direction,
                magnitude: None,
                from: Some(index),
                to: None,
                relative: None,
                level: None,
                basis: Some(basis),
                basis_carried: false,
                base: fresh.base,
                period: None,
            });
            return true;
        }
        self.from = Some(index);
        self.compared = Some((basis, fresh.base));
        true
    }

    /// Whether a number is that of what a word of comparison names: 比上屆的4119張.
    fn is_of_basis(&self, window: &[Found], start: usize) -> bool {
        let found = window.iter().rev().find(|found| matches!(found.cue, Cue::Basis(_)));
        // 環比下降的64個 compares with no number
        let found = found.filter(|found| self.text(found.start..found.end).starts_with(['比', '较', '与', '相', '对']));
        let named = found.map(|found| self.text(found.end..start)).unwrap_or_default();
        named.ends_with('的') && named.chars().count() <= 8 && named.chars().all(char::is_alphabetic)
    }

    /// Whether a quantity is the end of the change before it: 升0.3個百分點至3.7%, 上調142元，漲到3386元.
    fn ends(&mut self, index: u32, between: &str, fresh: &Against) -> bool {
        let (last, from) = (self.last_index, self.from);
        let joint = between.trim_start_matches(|c| is_blank(c) || c == '，');
        let is_bare = joint.starts_with(['至', '到']) && last.is_some() && fresh.direction.is_none();
        let is_level = fresh.level && fresh.direction.is_some() && fresh.basis.is_none() && from.is_none();
        // 跌超5%，跌幅收窄至2.3%: another rate
        let is_level = is_level && !joint.contains('幅');
        // 月減22.6%、年減13.1%，不僅跌破2000棟: a mark that was passed, of no basis
        let is_passed = joint.len() < between.len() && self.text(0..fresh.end).ends_with(['破', '穿']);
        let is_measured = self.changes.last().is_some_and(|change| change.basis.is_some());
        let is_level = is_level && !(is_passed && is_measured);
        // 增加5%至一成: a range in two units, which no number tells
        let symbol = |index: u32| {
            let unit = self.reader.quantities.get(index as usize)?.item.unit.as_ref()?;
            (unit.dimension() == Dimension::Ratio).then(|| unit.symbol())
        };
        let mixed = last.and_then(symbol).zip(symbol(index));
        let is_range = is_bare && from.is_none() && mixed.is_some_and(|pair| matches!(pair, ("%", "成") | ("成", "%")));
        if let Some(change) = self.changes.last_mut().filter(|change| is_range && change.magnitude == last) {
            change.magnitude = None;
            return true;
        }
        let ended = self.changes.last_mut().filter(|change| {
            // 增7%，恢復至疫前的95%: a share of another thing
            let same = is_bare || is_level && Some(change.direction) == fresh.direction && !between.ends_with('的');
            same && change.to.is_none() && change.magnitude == last
        });
        ended.map(|change| change.to = Some(index)).is_some()
    }

    /// Adds the change that a quantity is, or a level.
    fn push(&mut self, index: u32, between: &str, fresh: &Against, moved: Option<Direction>, end: usize) {
        let Some(mention) = self.reader.quantities.get(index as usize) else { return };
        let after = direction_after(self.reader, self.cues, self.next_cue, end);
        // 從900張擴充到1500張: the numbers say which way
        // 年齡由18歲至65歲 is no change
        // 票價從180元到1280元 is none either
        let spans = between.trim() == "至" || between.trim() == "到" && self.is_spread(end);
        let is_to = between.contains(['到', '至', '为']) && !spans;
        let grown = self.from.filter(|_| is_to).and_then(|from| compare(self.reader, from, index));
        let is_place = mention.item.role == Role::Ordinal;
        let Some(direction) = moved.or(after).or(grown).filter(|_| !is_place || self.from.is_some()) else {
            self.listed = false;
            return;
        };
        // 持平於3.2%
        let is_still = direction == Direction::None;
        // 持平2個: so many did not change
        let start = mention.text.start as usize;
        if is_still && fresh.end == start && counts(mention) {
            self.listed = false;
            return;
        }
        let is_level = self.reaches(fresh, between, is_still, moved.is_some() || after.is_some(), end);
        let compared = self.compared_with(fresh, between);
        let (role, is_level_or_from) = (mention.item.role, is_level || self.from.is_some());
        let (basis, base, basis_carried) = self.based_on(role, is_level_or_from, compared, fresh, between);
        let magnitude = (!is_level && compared.is_none()).then_some(index);
        let from = self.from.take().or(compared.flatten().map(|_| index));
        let to = (is_level && compared.is_none()).then_some(index);
        let (relative, level) = (None, None);
        self.changes.push(ChangeData {
            direction,
            magnitude,
            from,
            to,
            relative,
            level,
            basis,
            basis_carried,
            base,
            period: None,
        });
        self.listed = true;
    }

    /// Whether a number is what was reached, not by how much.
    fn reaches(&self, fresh: &Against, between: &str, is_still: bool, is_moved: bool, end: usize) -> bool {
        // 分別漲至4元和3元: all of a list are levels
        let is_listed_level = self.listed
            && self
                .changes
                .last()
                .is_some_and(|last| last.magnitude.is_none() && last.to.is_some() && last.to == self.last_index);
        let is_level = (fresh.level || is_still || !is_moved) && !self.listed || is_listed_level;
        // 以3000點作收, 創下6萬人的新高
        let closes = || any_of!["作收", "收", "报收"].begins(self.text(end..self.draft.text.end));
        let is_level = is_level || between.ends_with('以') && closes() || self.is_made_record(end);
        // 跌幅收窄至98點: by so much, of what is no rate itself
        is_level && !self.is_rate_reached(fresh)
    }

    /// What a change is compared with: its basis, the time that names it, and whether it is that of the change before.
    fn based_on(
        &mut self,
        role: Role,
        is_level_or_from: bool,
        compared: Option<Option<u32>>,
        fresh: &Against,
        between: &str,
    ) -> (Option<Basis>, Option<u32>, bool) {
        let (basis, base) = match compared {
            Some(Some(time)) => (refined(self.reader, self.draft, Some(time)), Some(time)),
            Some(None) => (Some(Basis::Other), None),
            None => match self.time_beside(fresh) {
                Some(time) => (refined(self.reader, self.draft, Some(time)), Some(time)),
                None => self.basis(fresh, between.starts_with(['、', '和', '及', '与', '并'])),
            },
        };
        let share = matches!(role, Role::Percent | Role::PercentagePoint | Role::Multiple | Role::BasisPoint);
        // 按月跌1.2%；首5個月累跌1.6%
        let is_sum = self.text(self.draft.text.start..fresh.end).chars().rev().take(3).any(|c| c == '累')
            || self.carried.0 == Some(Basis::Mom) && self.is_longer(0)
            || self.carried.0 == Some(Basis::Qoq) && self.is_longer(2);
        // 純利按年升20%。股價今早升5%
        let is_of_day = || {
            let mut times = self.draft.times.clone().take(MOST as usize);
            times.any(|i| self.reader.times.get(i as usize).is_some_and(|time| time.item.kind == TimeKind::Day))
        };
        let is_bare = basis.is_none() && share && !is_level_or_from && !is_sum && !is_of_day();
        let basis_carried = is_bare && self.carried.0.is_some();
        let basis = if basis_carried { self.carried.0 } else { basis };
        // 比一季度加快2.8個百分點 compares rates, not what is reported
        if matches!(basis, Some(Basis::Yoy | Basis::Mom | Basis::Qoq))
            && !matches!(role, Role::PercentagePoint | Role::Ordinal)
        {
            // 同比上漲0.3%，環比上漲0.1%: what follows may be either
            let is_one = self.told_basis.is_none_or(|told| Some(told) == basis);
            self.carried.0 = basis.filter(|_| is_one);
            self.told_basis = basis;
        }
        (basis, base, basis_carried)
    }

    /// Whether the claim tells of more months than so many: 首五個月, 上半年, 全年.
    fn is_longer(&self, most: i64) -> bool {
        let times = self.draft.times.clone().take(MOST as usize).filter_map(|i| self.reader.times.get(i as usize));
        let mut spans = times.filter_map(|time| days(&time.item));
        spans.any(|(first, last)| months(last) - months(first) > most)
    }

    /// Whether two numbers are only the ends of what something may be: 票價從180元到1280元, 從6歲到80歲的選手.
    fn is_spread(&self, end: usize) -> bool {
        let own = self.draft.subject.clone().filter(|_| !self.draft.carried);
        own.is_some_and(|own| own.end <= self.last_end) || self.text(end..self.draft.text.end).starts_with('的')
    }

    /// Whether the number is what a rate of change reached, where the subject is what changed: 油價跌幅|收窄至2%.
    fn is_rate_reached(&self, fresh: &Against) -> bool {
        let word = self.text(0..fresh.end).trim_end_matches(['至', '到', '为']);
        let rate = ["收窄", "扩大", "缩小", "收敛"].iter().find_map(|way| word.strip_suffix(way));
        let subject = self.draft.subject.clone().map(|range| self.text(range)).unwrap_or_default();
        rate.is_some_and(|rate| rate.ends_with(['幅', '速'])) && !subject.ends_with(['幅', '速'])
    }

    /// Whether what a number is made is a record: 創下6萬人|的新高.
    fn is_made_record(&self, end: usize) -> bool {
        let record = self.text(end..self.draft.text.end);
        // 增加3200人最多: more than of any other
        if record.starts_with('最') {
            return false;
        }
        let record = record.trim_start_matches('的');
        let record = ["历史", "历年", "同期"].iter().find_map(|word| record.strip_prefix(word)).unwrap_or(record);
        RECORDS.longest(record).is_some()
    }

    /// The time right after a word that tells by how much something is over another: 高出|去年同期|1.8個百分點.
    fn time_beside(&self, fresh: &Against) -> Option<u32> {
        let is_over = any_of!["高出", "超出", "多出"].ends(self.text(0..fresh.end));
        let mut times = self.draft.times.clone().take(MOST as usize).filter(|_| is_over && fresh.basis.is_none());
        times.find(|i| self.reader.times.get(*i as usize).is_some_and(|time| time.text.start as usize == fresh.end))
    }

    /// What a change is measured against.
    fn basis(&mut self, fresh: &Against, is_joined: bool) -> (Option<Basis>, Option<u32>) {
        let compared = self.compared.take();
        // 較上期增加12家、減少83人
        let shared = self.changes.last().filter(|_| fresh.basis.is_none() && compared.is_none() && is_joined);
        let shared = shared.map(|change| (change.basis, change.base));
        let own = fresh.basis.or(compared.map(|(basis, _)| basis)).or(shared.and_then(|(basis, _)| basis));
        let base = fresh.base.or(compared.and_then(|(_, base)| base)).or(shared.and_then(|(_, base)| base));
        let basis = own.or_else(|| refined(self.reader, self.draft, base));
        let told = self.draft.compared.filter(|_| basis.is_none() && base.is_none() && self.since.is_none());
        if let Some(time) = told {
            return (refined(self.reader, self.draft, time).or(Some(Basis::Other)), time);
        }
        let time = self.since.take().filter(|since| !self.is_occasion(*since));
        let since = time.and_then(|time| refined(self.reader, self.draft, Some(time)));
        let named = core::mem::take(&mut self.since_named).then_some(Basis::Other);
        // 由去年的9元: compared with that year
        let base = base.or(time.filter(|_| basis.is_none() && since.is_some()));
        (basis.or(since).or(named), base)
    }

    /// Whether a time only tells the occasion: 由去年寒潮時的90萬噸.
    fn is_occasion(&self, time: u32) -> bool {
        let time = self.reader.times.get(time as usize);
        time.is_some_and(|time| {
            let after = self.text(time.text.end as usize..self.draft.text.end);
            after.chars().take(6).skip(1).take_while(|c| c.is_alphabetic() && *c != '的').any(|c| c == '时')
        })
    }

    /// Whether the number is one that is compared with, and its time: 低於去年同期的2億元, 少於目標的120公里.
    fn compared_with(&self, fresh: &Against, between: &str) -> Option<Option<u32>> {
        let is_over = any_of!["高出", "超出", "多出"].ends(self.text(0..fresh.end));
        let is_comparing = COMPARED.suffix(self.text(0..fresh.end)).is_some() || is_over && between.ends_with('的');
        // 跌幅大於前一季的2.1%
        let is_measured = || {
            let after = self.text(fresh.end..self.draft.text.end);
            between.ends_with('的') && COMPARED.longest(after).is_some()
        };
        if !is_comparing && !is_measured() {
            return None;
        }
        let mut times = self.draft.times.clone().take(MOST as usize);
        let time = times
            .find(|i| self.reader.times.get(*i as usize).is_some_and(|time| time.text.start as usize == fresh.end));
        (time.is_some() || between.ends_with('的')).then_some(time)
    }
}

/// Whether a bracket tells what was told before: （原預測2.1%）.
pub(super) fn tells_before(bracket: &str) -> bool {
    any_of!["原", "此前", "前值", "先前", "上次"].is_in(bracket)
}

/// Whether words end with a comparison, and with whose expectation it is: 低於, 高於市場.
fn is_compared_with(head: &str) -> bool {
    let head =
        ["市场", "分析师", "外界", "此前", "华尔街"].iter().find_map(|who| head.strip_suffix(who)).unwrap_or(head);
    COMPARED.suffix(head).is_some() || head.ends_with(['于', '过', '及', '超'])
}

/// 為低, 略高 after what is compared with, or 高 alone: 較去年的六成半|高.
fn lies(after: &str) -> Option<Direction> {
    let led = ["为", "略", "稍", "来得", "还"].iter().find_map(|word| after.strip_prefix(word));
    let mut chars = led.unwrap_or(after).chars();
    let way = chars.next()?;
    let ends = chars.next().is_none_or(|c| !c.is_alphanumeric());
    match way {
        '低' | '少' if led.is_some() || ends => Some(Direction::Decrease),
        '高' | '多' if led.is_some() || ends => Some(Direction::Increase),
        _ => None,
    }
}

/// 同比+5.3%, 環比-1.2%: the sign of a share right after what it is measured against says which way.
fn signed(mention: &Mention<Quantity>, sign: &str) -> Option<Direction> {
    let is_share = matches!(mention.item.role, Role::Percent | Role::PercentagePoint);
    let is_negative = mention.item.decimal().is_some_and(|n| n.is_sign_negative());
    let is_signed = is_negative && sign.is_empty() || matches!(sign, "+" | "＋");
    // what grows by less than nothing falls
    (is_share && is_signed).then_some(Direction::Increase)
}

/// 由1998年不足1000噸: the time between 由 and the number.
fn time_after_from(reader: &Reader<'_>, draft: &Draft, window: &[Found], start: usize) -> Option<u32> {
    let from =
        window.iter().rev().find(|found| matches!(reader.text.get(found.start..found.end), Some("由" | "从")))?;
    draft.times.clone().take(MOST as usize).find(|i| {
        reader
            .times
            .get(*i as usize)
            .is_some_and(|time| time.text.start as usize >= from.end && time.text.end as usize <= start)
    })
}

/// Whether words between 由 and its number name when that was: 由開業時的30家, 從前周的48%.
fn names_point(reader: &Reader<'_>, start: usize) -> bool {
    const NEAR: usize = 36;
    let mut from = start.saturating_sub(NEAR);
    while !reader.text.is_char_boundary(from) {
        from += 1;
    }
    let head = reader.text.get(from..start).unwrap_or_default().trim_end();
    let between = head.rfind(['由', '从']).and_then(|at| head.get(at + '由'.len_utf8()..)).unwrap_or_default();
    let point = between.trim_end_matches('的');
    point.chars().nth(1).is_some()
        && point.chars().all(char::is_alphanumeric)
        && point.ends_with(['时', '前', '周', '届', '初', '次', '期'])
        && leads_on(reader, start)
}

/// Whether a number is where a change begins: 由3.2%, 從每張280元.
fn is_from(reader: &Reader<'_>, window: &[Found], start: usize) -> bool {
    let head = reader.text.get(..start).unwrap_or_default();
    if head.ends_with(['由', '从']) || head.ends_with('自') && leads_on(reader, start) {
        return true;
    }
    if names_point(reader, start) {
        return true;
    }
    // 由原先估計的544億元擴大至
    let from = window.iter().rev().find(|found| matches!(reader.text.get(found.start..found.end), Some("由" | "从")));
    let named = from.and_then(|from| reader.text.get(from.end..start)).unwrap_or_default();
    if named.ends_with('的')
        && named.chars().count() <= 14
        && named.chars().all(char::is_alphanumeric)
        && leads_on(reader, start)
    {
        return true;
    }
    let Some(found) = window.iter().rev().find(|found| !matches!(found.cue, Cue::Nothing | Cue::Short | Cue::Adverb))
    else {
        return false;
    };
    let word = reader.text.get(found.start..found.end).unwrap_or_default();
    let between = reader.text.get(found.end..start).unwrap_or_default();
    matches!(word, "由" | "从") && between.chars().count() <= 12 && !between.contains('，')
}

/// Whether the clause goes on from a number to another: 自6%降至3%; 自3家公司採購 does not.
fn leads_on(reader: &Reader<'_>, start: usize) -> bool {
    let next = reader.quantities.partition_point(|mention| (mention.text.start as usize) <= start);
    let after = next.checked_sub(1).and_then(|at| reader.quantities.get(at)).map(|mention| mention.text.end as usize);
    let to = reader.quantities.get(next).map(|mention| mention.text.start as usize);
    let between = after.zip(to).and_then(|(end, to)| reader.text.get(end..to)).unwrap_or_default();
    between.chars().count() <= 8 && between.ends_with(['至', '到', '为'])
}

/// Which way two amounts lie, whatever their units: 由150克長到18公斤.
fn compare(reader: &Reader<'_>, from: u32, to: u32) -> Option<Direction> {
    let quantity = |index: u32| reader.quantities.get(index as usize).map(|mention| &mention.item);
    let (from, to) = (quantity(from)?, quantity(to)?);
    let is_alike = from.unit == to.unit || from.unit.is_none() || to.unit.is_none();
    let order = if is_alike { Some(from.decimal()?.cmp(&to.decimal()?)) } else { from.compare(to) };
    match order? {
        core::cmp::Ordering::Less => Some(Direction::Increase),
        core::cmp::Ordering::Greater => Some(Direction::Decrease),
        core::cmp::Ordering::Equal => None,
    }
}

/// Whether a quantity counts things or people.
fn counts(mention: &Mention<Quantity>) -> bool {
    mention.item.unit.as_ref().is_some_and(|unit| {
        matches!(unit.dimension(), Dimension::Items | Dimension::People | Dimension::Households | Dimension::Visits)
    })
}

/// The direction that stands right after a number: 40%的增長.
fn direction_after(reader: &Reader<'_>, cues: &[Found], next: usize, end: usize) -> Option<Direction> {
    let found = cues.get(next)?;
    let between = reader.text.get(end..found.start)?;
    match found.cue {
        // 創每盎司2400美元|新高
        Cue::Direction(direction)
            if between.is_empty() && RECORDS.contains(own_text(reader, &(found.start..found.end))) =>
        {
            Some(direction)
        }
        Cue::Direction(direction) if matches!(between, "的" | "的比例" | "的速度" | "的幅度" | "的速率" | "的步伐") =>
        {
            // 完成14%的改善工程
            let rest = reader.text.get(found.end..).unwrap_or_default();
            let noun = general::longest_at(rest).filter(|word| matches!(word.pos, Pos::Noun | Pos::VerbalNoun));
            let noun = noun.and_then(|word| rest.get(..word.length)).unwrap_or_default();
            let is_of_noun = noun.chars().nth(1).is_some() && !noun.ends_with(['度', '幅', '率', '势']);
            (!is_of_noun).then_some(direction)
        }
        _ => None,
    }
}

/// Whether a cue of the predicate states a change by itself.
fn states(reader: &Reader<'_>, cues: &[Found], draft: &Draft, found: &Found, is_from: bool) -> bool {
    if found.start < draft.frame.predicate || !matches!(found.cue, Cue::Direction(_) | Cue::Both(..)) {
        return false;
    }
    let after = reader.text.get(found.end..draft.text.end).unwrap_or_default();
    let rest = after.strip_prefix("市场").unwrap_or(after);
    if EXPECTED.begins(rest) {
        return false;
    }
    let word = reader.text.get(found.start..found.end).unwrap_or_default();
    let ends = after.is_empty() || after.starts_with(['，', '、', '。', '；', '”', '」', '）', '了', '及', '并', '且']);
    // 呈上升趨勢
    let ends = ends || any_of!["趋势", "态势", "势头", "之势"].begins(after);
    // 調高汽油價格, 下調存款利率: what is adjusted ends the clause
    let object = after.trim_end_matches(['，', '。', '；', '”', '」', '）']);
    let is_adjusted = || {
        // no longer than it may be is looked at
        let count = || object.chars().take(13).count();
        let is_name = || (2..=12).contains(&count()) && object.chars().all(char::is_alphabetic);
        let is_denied = || cues.iter().any(|other| other.cue == Cue::Negation && other.end <= found.start);
        word.contains('调') && is_name() && is_measure_name(object) && !object.contains('的') && !is_denied()
    };
    let at = reader.quantities.partition_point(|mention| (mention.text.start as usize) < found.end);
    let counted = reader.quantities.get(at).is_some_and(|mention| mention.text.start as usize == found.end);
    let step = reader.quantities.get(at).filter(|_| counted);
    // 較預期的跌7.8%為佳, 飆10次三振, 持平2個
    let expected = reader.text.get(..found.start).and_then(|head| head.strip_suffix('的'));
    let expected = expected.map(|head| head.trim_end_matches(['值', '中', '均']));
    let is_other_thing = expected.is_some_and(|head| EXPECTED.ends(head))
        || word == "飙" && step.is_some_and(counts_times)
        || found.cue == Cue::Direction(Direction::None) && step.is_some_and(counts);
    if is_other_thing {
        return false;
    }
    // 創同期新高 tells of other years, 最貴 names the dearest
    let is_other = reader.text.get(..found.start).is_some_and(|head| {
        head.ends_with("同期") && word.contains('新')
            || head.ends_with(['最', '（', '('])
            || matches!(word, "便宜" | "昂贵")
    });
    !is_other
        && (ends && word.chars().nth(1).is_some() || is_from || counted || is_adjusted())
        && is_free(reader, cues, found)
}

/// A change without a number: 持續增長, 創新高.
fn only_direction(
    reader: &Reader<'_>,
    cues: &[Found],
    draft: &Draft,
    changes: &mut Vec<ChangeData>,
    from: Option<u32>,
) {
    if !changes.is_empty() {
        return;
    }
    let is_from = from.is_some();
    let stated = cues.iter().filter(|found| states(reader, cues, draft, found, is_from));
    let named = cues.iter().find_map(|found| match found.cue {
        // 比起去年同期有所下降
        Cue::Basis(Basis::Other) => {
            let time = draft.times.clone().take(MOST as usize).find(|i| {
                reader.times.get(*i as usize).is_some_and(|time| {
                    (found.start..=found.end + '起'.len_utf8()).contains(&(time.text.start as usize))
                })
            });
            Some((refined(reader, draft, time).unwrap_or(Basis::Other), time))
        }
        Cue::Basis(basis) => Some((basis, None)),
        _ => None,
    });
    // 與去年同期持平
    let with = draft.times.clone().take(MOST as usize).find(|i| {
        let start = reader.times.get(*i as usize).map_or(0, |time| time.text.start as usize);
        reader.text.get(..start).is_some_and(|head| head.ends_with(['与', '和', '跟', '同']))
    });
    let told = || draft.compared.map(|time| (refined(reader, draft, time).unwrap_or(Basis::Other), time));
    let named = named.or_else(|| Some((refined(reader, draft, with)?, with))).or_else(told);
    // 季增，年增: two without their numbers
    let mut from = from;
    for found in stated {
        let (direction, basis, base) = match found.cue {
            Cue::Both(direction, basis) => (direction, Some(basis), None),
            Cue::Direction(direction) if changes.is_empty() => {
                (direction, named.map(|(basis, _)| basis), named.and_then(|(_, base)| base))
            }
            _ => continue,
        };
        let from = from.take();
        changes.push(ChangeData {
            direction,
            magnitude: None,
            from,
            to: None,
            relative: None,
            level: None,
            basis,
            basis_carried: false,
            base,
            period: None,
        });
    }
}
