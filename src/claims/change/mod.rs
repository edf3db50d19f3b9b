//! Changes: which way, by how much, from and to what, and against what they are measured.
//!
//! Imports [`super::clause`] and the words.

mod aside;
mod compared;
mod direction;

use aside::counts;
pub(super) use direction::tells_before;
use direction::{compare, direction_after, graded, lies, only_direction, signed};

use alloc::vec::Vec;

use super::basis::refined;
use super::clause::Found;
use super::draft::Draft;
use super::frame::MOST;
use super::modality::is_free;
use super::window::{Against, Window, by_number, counts_times, more_or_less};
use super::words::{Cue, is_measure_name};
use crate::any_of::{WordSet, any_of};
use crate::article::{Basis, ChangeData, Direction, Mention};
use crate::chars::is_blank;
use crate::mentions::Reader;
use crate::quantity::{Approx, Quantity, Role};
use crate::unit::Dimension;
use crate::vocabulary::{CUES, RECORDS};

/// What was expected, that a result is compared with.
const EXPECTED: &WordSet = any_of!["预期", "预测", "预估", "预计", "预料"];

/// What measures another thing against a rate of its own, before the rate: 跑輸大盤4.9%的升幅, 延續上月4.9%的升勢.
const AGAINST: &WordSet = any_of![
    "跑输", "跑赢", "超过", "超越", "延续", "扭转", "收复", "回吐", "抹去", "抹掉", "不及", "逊于", "优于", "不如",
    "好于", "弱于", "强于", "比照", "参照"
];

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
    let told_basis = carried.0.filter(|_| draft.carried || draft.frame.part);
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
        // 同比擴張5%，環比下跌4.9%: two bases of one subject leave none to those after it
        told_basis,
    };
    for index in draft.quantities.clone().take(MOST as usize) {
        reading.quantity(index);
    }
    let Reading { mut changes, from, compared, .. } = reading;
    only_direction(reader, cues, draft, &mut changes, from, compared);
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

    /// Whether a quantity is neither a step nor an end of a change.
    fn is_none(&self, mention: &Mention<Quantity>, start: usize, end: usize) -> bool {
        self.is_in_time(mention.text.clone())
            || self.names_base(mention, start)
            || self.is_record(mention, end)
            || self.is_run(mention, start, end)
            || self.is_counted_noun(mention, start)
            // 從每10萬人12.4例: what is divided by
            || self.text(0..start).ends_with('每')
            || self.is_how_often(mention, start)
            || self.is_other_level(mention, start)
            || self.names_those(start, end)
            || self.is_expectation(mention, start)
    }

    /// Reads what a quantity adds.
    fn quantity(&mut self, index: u32) {
        let Some(mention) = self.reader.quantities.get(index as usize) else { return };
        let (start, end) = (mention.text.start as usize, mention.text.end as usize);
        if self.is_none(mention, start, end) || self.is_aside(index, start, end) {
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
        fresh.direction = fresh.direction.and_then(|direction| self.turned(direction, window, mention));
        if fresh.direction.is_none() && fresh.basis.is_some() && !self.is_a_while(mention) {
            fresh.direction = more_or_less(between, self.text(words.basis_end()..start));
            // 創新高，比去年多80萬: more by so many
            fresh.level &= fresh.direction.is_none();
        }
        let is_told = self.tells_more(mention, between, start);
        if fresh.direction.is_none() && is_told {
            fresh.direction = more_or_less(between, "");
        }
        if let Some((direction, time)) = self.outdone(mention, start).filter(|_| fresh.direction.is_none()) {
            fresh.direction = Some(direction);
            (fresh.basis, fresh.base) =
                (refined(self.reader, self.draft, Some(time)).or(Some(Basis::Other)), Some(time));
        }
        // 320只上漲、196只|下跌
        if between.ends_with('、') && self.moves_itself(end) {
            fresh.direction = None;
        }
        // 分別增長3%和5%
        self.listed &= self.joins(between, start) && !self.parts_list(mention, end);
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

    /// Which way something is from what it was at a time, by so large a share: 生意勝去年兩成, 業績遜去年同期3%.
    fn outdone(&self, mention: &Mention<Quantity>, start: usize) -> Option<(Direction, u32)> {
        if !matches!(mention.item.role, Role::Percent | Role::Fraction | Role::Multiple) {
            return None;
        }
        let mut times = self.draft.times.clone().take(MOST as usize);
        let index = times.find(|index| {
            let time = self.reader.times.get(*index as usize);
            time.is_some_and(|time| time.text.end as usize == start)
        })?;
        let time = self.reader.times.get(index as usize)?;
        let head = self.text(self.draft.text.start..time.text.start as usize);
        let direction = match head.chars().next_back()? {
            '胜' => Direction::Increase,
            '逊' => Direction::Decrease,
            _ => return None,
        };
        Some((direction, index))
    }

    /// Whether 多 or 少 before a number tells a change: 較去年的62萬人次多三成; 613宗，多97宗; 鉀含量低了近四成.
    fn tells_more(&self, mention: &Mention<Quantity>, between: &str, start: usize) -> bool {
        let is_share = matches!(mention.item.role, Role::Percent | Role::Fraction | Role::PercentagePoint);
        self.compared.is_some()
            || self.draft.compared.is_some()
            || self.is_all_before(between, start)
            || is_share && any_of!["低了", "高了", "少了", "多了"].ends(between)
            || is_share && is_led_more(between)
    }

    /// Whether the words before a number join it to the one before: 3%和5%, but 增長4.2%，低於5.6% is compared.
    fn joins(&self, between: &str, start: usize) -> bool {
        let is_other = || between.trim() == "，" && self.text(start..self.draft.text.end).starts_with(['低', '高']);
        matches!(between.trim(), "、" | "和" | "及" | "与" | "，" | "至" | "或" | "，或") && !is_other()
    }

    /// The other way, where what grows by less than nothing falls: 增長率為-1.5%.
    fn turned(&self, direction: Direction, window: &[Found], mention: &Mention<Quantity>) -> Option<Direction> {
        let graded = window.iter().rev().find_map(|found| graded(self.reader, self.draft, found));
        let direction = graded.unwrap_or(Some(direction))?;
        let is_negative = mention.item.decimal().is_some_and(|n| n.is_sign_negative());
        let falls = direction == Direction::Increase && is_negative;
        Some(if falls { Direction::Decrease } else { direction })
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
        if self.begins_beside(index, start, after) {
            return true;
        }
        // 從1%至3%，下調到0%至2%: no single number
        if self.begins_range(index, start, end) {
            return true;
        }
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
            // 由減少3億元轉為增加: where it began, if no number follows
            self.from = Some(index).filter(|index| index + 1 == self.draft.quantities.end);
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
        if let Some(direction) = lies(after, !self.lasts(index)) {
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

    /// Whether a number is what 與 and 相比 stand around: 與去年同期的4.4萬元|相比上漲一成.
    fn begins_beside(&mut self, index: u32, start: usize, after: &str) -> bool {
        let Some(time) = self.compared_beside(start, after) else { return false };
        let same = self.reader.times.get(time as usize).is_some_and(|time| {
            let words = self.text(time.text.start as usize..time.text.end as usize);
            any_of!["同期", "同月", "同季"].ends(words) && any_of!["去年", "上年"].begins(words)
        });
        let basis = refined(self.reader, self.draft, Some(time)).filter(|_| !same);
        self.from = Some(index);
        self.compared = Some((basis.unwrap_or(if same { Basis::Yoy } else { Basis::Other }), Some(time)));
        true
    }

    /// The time of a number that 與 and 相比 stand around.
    fn compared_beside(&self, start: usize, after: &str) -> Option<u32> {
        let of = start.checked_sub('的'.len_utf8()).filter(|of| self.text(*of..start) == "的")?;
        let mut times = self.draft.times.clone().take(MOST as usize);
        times.find(|index| {
            self.reader.times.get(*index as usize).is_some_and(|time| {
                time.text.end as usize == of
                    && self.text(0..time.text.start as usize).ends_with(['与', '跟', '和', '同'])
                    && any_of!["相比", "相较", "比较"].begins(after)
            })
        })
    }

    /// Whether a number after 由 is only the first of a range that something changed from.
    fn begins_range(&self, index: u32, start: usize, end: usize) -> bool {
        let next = self.reader.quantities.get(index as usize + 1);
        let other = next.filter(|next| matches!(self.text(end..next.text.start as usize), "至" | "到"));
        let moved = other.and_then(|other| {
            let rest = self.text(other.text.end as usize..self.draft.text.end).strip_prefix(['，', ','])?;
            CUES.longest(rest)
        });
        self.text(0..start).ends_with(['由', '从']) && moved.is_some_and(|(cue, _)| matches!(cue, Cue::Direction(_)))
    }

    /// Whether a number is that of what a word of comparison names: 比上屆的4119張.
    fn is_of_basis(&self, window: &[Found], start: usize) -> bool {
        let found = window.iter().rev().find(|found| matches!(found.cue, Cue::Basis(_)));
        // 環比下降的64個 compares with no number
        let found = found.filter(|found| self.text(found.start..found.end).starts_with(['比', '较', '与', '相', '对']));
        let named = found.map(|found| self.text(found.end..start)).unwrap_or_default();
        let is_of = named.ends_with('的') && named.chars().count() <= 8;
        // 比上屆16萬張少6萬張
        let is_beside = || {
            let is_whole = found.is_some_and(|found| self.text(found.start..found.end).chars().nth(2).is_some());
            let then = if named.is_empty() { is_whole } else { any_of!["上", "前", "原"].begins(named) };
            let then = then && named.chars().count() <= 4;
            let at = self.reader.quantities.partition_point(|mention| (mention.text.start as usize) < start);
            let end = self.reader.quantities.get(at).map_or(start, |mention| mention.text.end as usize);
            let next = self.reader.quantities.get(at + 1).map(|mention| mention.text.start as usize);
            then && next.is_some_and(|next| {
                matches!(
                    self.text(end..next),
                    "少" | "多" | "高" | "低" | "少了" | "多了" | "增加" | "减少" | "增" | "减"
                )
            })
        };
        (is_of || is_beside()) && named.chars().all(char::is_alphabetic)
    }

    /// Whether a number is the other end of a change that is not one number: 上調50元|至300元不等, 增加5%|至一成.
    fn is_range_end(&self, index: u32) -> bool {
        let last = self.last_index;
        // a range in two units, which no number tells
        let symbol = |index: u32| {
            let unit = self.reader.quantities.get(index as usize)?.item.unit.as_ref()?;
            (unit.dimension() == Dimension::Ratio).then(|| unit.symbol())
        };
        let mixed = last.and_then(symbol).zip(symbol(index));
        let end = self.reader.quantities.get(index as usize).map_or(0, |mention| mention.text.end as usize);
        self.from.is_none()
            && (mixed.is_some_and(|pair| matches!(pair, ("%", "成") | ("成", "%")))
                || self.text(end..self.draft.text.end).starts_with("不等"))
    }

    /// Whether a quantity is the end of the change before it: 升0.3個百分點至3.7%, 上調142元，漲到3386元.
    fn ends(&mut self, index: u32, between: &str, fresh: &Against) -> bool {
        let (last, from) = (self.last_index, self.from);
        let joint = between.trim_start_matches(|c| is_blank(c) || c == '，');
        // 升11%達8.7億元
        let is_reached = between.trim() == "达" && self.changes.last().is_some_and(|change| change.magnitude == last);
        let is_bare = (joint.starts_with(['至', '到']) || is_reached) && last.is_some() && fresh.direction.is_none();
        let is_level = fresh.level && fresh.direction.is_some() && fresh.basis.is_none() && from.is_none();
        // 跌超5%，跌幅收窄至2.3%: another rate
        let is_level = is_level && !joint.contains('幅');
        // 月減22.6%、年減13.1%，不僅跌破2000棟: a mark that was passed, of no basis
        let is_passed = joint.len() < between.len() && self.text(0..fresh.end).ends_with(['破', '穿']);
        let is_measured = self.changes.last().is_some_and(|change| change.basis.is_some());
        let is_level = is_level && !(is_passed && is_measured);
        let is_range = is_bare && self.is_range_end(index);
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
        let lead = between.rsplit(['，', ',', '；']).next().unwrap_or_default();
        let after = direction_after(self.reader, self.cues, self.next_cue, end).filter(|_| !AGAINST.is_in(lead));
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
        let is_step = mention.item.unit.as_ref().is_some_and(|unit| matches!(unit.symbol(), "成" | "倍"));
        let compared = self.compared_with(fresh, between, is_step);
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

    /// Whether two numbers are only the ends of what something may be: 票價從180元到1280元, 從6歲到80歲的選手.
    fn is_spread(&self, end: usize) -> bool {
        let own = self.draft.subject.clone().filter(|_| !self.draft.carried);
        own.is_some_and(|own| own.end <= self.last_end) || self.text(end..self.draft.text.end).starts_with('的')
    }

    /// Whether the number is what a rate of change reached, where the subject is what changed: 油價跌幅|收窄至2%.
    fn is_rate_reached(&self, fresh: &Against) -> bool {
        let word = self.text(0..fresh.end).trim_end_matches(['至', '到', '为']);
        let rate = any_of!["收窄", "扩大", "缩小", "收敛"].strip_suffix(word);
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
        let record = any_of!["历史", "历年", "同期"].strip_prefix(record).unwrap_or(record);
        RECORDS.longest(record).is_some()
    }
}

/// Whether words end with 多 or 少 after an adverb: 收入將|少, 生意反而|少.
fn is_led_more(words: &str) -> bool {
    let lead = words.strip_suffix(['多', '少']).unwrap_or_default();
    any_of!["会", "将", "料", "或", "恐", "却", "反而", "仍", "再", "亦", "也", "又", "则", "已"].ends(lead)
        && !any_of!["很", "不", "至", "最"].ends(lead)
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
    if !head.trim_end_matches('的').ends_with(['时', '前', '周', '届', '初', '次', '期', '价']) {
        return false;
    }
    let between = head.rfind(['由', '从']).and_then(|at| head.get(at + '由'.len_utf8()..)).unwrap_or_default();
    let point = between.trim_end_matches('的');
    point.chars().nth(1).is_some() && point.chars().all(char::is_alphanumeric) && leads_on(reader, start)
}

/// Whether a number is where a change begins: 由3.2%, 從每張280元.
fn is_from(reader: &Reader<'_>, window: &[Found], start: usize) -> bool {
    let head = reader.text.get(..start).unwrap_or_default();
    // 自現行4成|拉高到7成, 自每月3000元
    let then = any_of!["现行", "目前", "原定", "原来", "原先", "原本", "原", "每月", "每年", "每天", "每人"]
        .strip_suffix(head)
        .unwrap_or(head);
    if head.ends_with(['由', '从']) || then.ends_with(['由', '从', '自']) && leads_on(reader, start) {
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

/// How many characters of a clause are looked at on either side of a word of change.
const LEAD: usize = 32;

/// The last part of a clause, after its last comma, no longer than is looked at.
fn lead_of(head: &str) -> &str {
    let from = head.char_indices().rev().take(LEAD).take_while(|(_, c)| !matches!(c, '，' | ',')).last();
    from.and_then(|(at, _)| head.get(at..)).unwrap_or_default()
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
    // 跑輸大盤的升幅
    let head = reader.text.get(draft.text.start..found.start).unwrap_or_default();
    let word = reader.text.get(found.start..found.end).unwrap_or_default();
    let is_trend = || after.chars().take(LEAD).any(|c| c == '势');
    let is_noun = head.ends_with('的') || word.ends_with(['幅', '势', '速', '率']) || is_trend();
    let lead = if is_noun { lead_of(head) } else { "" };
    if AGAINST.is_in(lead) && !lead.contains("延续") {
        return false;
    }
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
