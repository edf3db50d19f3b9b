//! Durations that are times as well: 10年前, 三年多來, 近三年, 過去的五年, 前兩週.

use core::ops::Range;

use chrono::{Datelike, Months, NaiveDate};

use super::ahead::looks_ahead;
use super::clauses::{has_stop, stops};
use super::narrative::FAR;
use super::{Passage, clause_before, sentence_after};
use crate::chars::{is_blank, one_of};
use crate::general::{self, Pos};
use crate::grammar::quantity::Measured;
use crate::grammar::time as time_grammar;
use crate::grammar::time::words::Reach;
use crate::quantity::Approx;
use crate::time::{Anchor, Moment, Part, Point, Relation, Step, TimeExpr, TimeKind};
use crate::unit::Traits;
use crate::vocabulary::{COMPARED, LASTING, REACHES};

/// How a duration becomes a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// One moment so many steps off: 10年前.
    Moment,
    /// All of the steps, up to the present one or on from it: 過去三年.
    Stretch,
    /// Whole ones beside the present one: 前兩年, 下三週.
    Beside,
    /// All of the steps from what is told on: 此後三年.
    Told,
}

/// A duration with the words that make a time of it.
struct Framed {
    form: Form,
    relation: Relation,
    range: Range<usize>,
}

impl Passage<'_, '_> {
    /// Reports the time that a duration is, if it is one. Where the longer of both ends.
    pub(super) fn duration_as_time(&mut self, measured: &Measured, start: usize, end: usize) -> usize {
        let Some(mut framed) = self.framed(measured, start, end) else { return end };
        // 未來0天 is no length, 0天前 is today
        let is_moment = framed.form == Form::Moment;
        let mut steps = steps(measured, !is_moment).filter(|(count, ..)| is_moment || *count != 0);
        // 2年3個月前, 2個月3天前
        let longer = self.months_before(start).filter(|_| framed.form == Form::Moment);
        let is_day = matches!(steps, Some((_, Step::Day, _)));
        if let (Some((count, Step::Month, _)), Some((months, from))) = (steps, longer) {
            steps = count.checked_add(months).map(|months| (months, Step::Month, false));
            framed.range.start = from;
        }
        let mut part = steps.and_then(|(count, step, weeks)| part_of(&framed, count, step, weeks));
        // 上周50宗，前一周40宗: before the week that is told
        let told = Point::of(None, Part::WeekLast(-1));
        if part == Some(Part::Beside(-1, Step::Day, true)) && told.days(&self.reader.anchor).is_some() {
            (part, framed.relation) = (Some(told.part), Relation::On);
        }
        let mut anchor = steps.and_then(|(_, step, _)| self.base_of(&framed, step));
        if let Some((months, from)) = longer.filter(|_| is_day) {
            framed.range.start = from;
            anchor = anchor.and_then(|anchor| months_off(anchor, months, framed.relation));
        }
        let expression = TimeExpr {
            kind: TimeKind::Duration,
            relation: framed.relation,
            ..TimeExpr::of(Point::of(None, part.filter(|_| anchor.is_some()).unwrap_or(Part::Unknown)))
        };
        let time = expression.resolve(&anchor.unwrap_or(self.reader.anchor));
        // 兩天後, but 三年前 begins no story
        if let (Form::Moment, Relation::After, Some(from), Some(to)) =
            (framed.form, framed.relation, time.from, time.to)
        {
            self.tell_days((from.date(), to.date()), &framed.range);
            // 5年後退市，當年
            if (to.date() - from.date()).num_days() > 360 {
                self.reader.anchor.last_year = Some(from.date().year());
            }
        }
        // 一周後抓獲3人；次日: of a day that nobody told
        let is_open = framed.form == Form::Moment && framed.relation == Relation::After && time.from.is_none();
        self.is_lost |= is_open;
        // 過去12個月，2019年同期: of no part of a year
        if framed.form == Form::Stretch && time.from.is_some() {
            self.reader.anchor.last_period = None;
        }
        self.push_time(time, framed.range.clone());
        framed.range.end
    }

    /// The years or months that stand directly before the months or days of a duration, in months, and where they begin.
    fn months_before(&self, start: usize) -> Option<(i64, usize)> {
        let head = self.text.get(..start)?;
        let end = self.base + head.strip_suffix(['零', '又']).unwrap_or(head).len();
        let last = self.reader.quantities.last().filter(|last| last.text.end as usize == end)?;
        let months = match last.item.unit.as_ref()?.code()? {
            "a" => 12,
            "mo" => 1,
            _ => return None,
        };
        let is_exact = last.item.approx == Approx::Exact;
        let count = last.item.decimal().filter(|count| is_exact && count.is_integer());
        let months = i64::try_from(count?).ok()?.checked_mul(months)?;
        Some((months, (last.text.start as usize).checked_sub(self.base)?))
    }

    /// What the words before and after a duration make of it.
    fn framed(&self, measured: &Measured, start: usize, end: usize) -> Option<Framed> {
        let after = time_grammar::duration_relation(self.cursor(end));
        let after = after.map(|(relation, to)| (relation, to - self.base));
        let near = measured.marker.as_ref().is_some_and(|marker| marker.len() == '近'.len_utf8());
        let near = near
            && measured.quantity.approx == Approx::Near
            && self.is_calendar(measured, start)
            && !self.is_length(start, end);
        let reach = self.reach_before(start);
        Some(match (after, reach) {
            (Some((Relation::Since, to)), Some((Reach::Past, from))) => Framed::stretch(Relation::Before, from..to),
            (Some((Relation::Since, to)), None) if near => Framed::stretch(Relation::Before, start..to),
            (Some((relation, to)), _) => Framed { form: Form::Moment, relation, range: start..to },
            (None, Some((Reach::Past, from))) => Framed::stretch(Relation::Before, from..end),
            (None, Some((Reach::Coming, from))) => Framed::stretch(Relation::After, from..end),
            (None, Some((reach @ (Reach::Told | Reach::Before), from))) => {
                let relation = if reach == Reach::Told { Relation::After } else { Relation::Before };
                Framed { form: Form::Told, relation, range: from..end }
            }
            (None, None) => match self.beside_before(start) {
                Some((relation, from)) => Framed { form: Form::Beside, relation, range: from..end },
                None if near => Framed::stretch(Relation::Before, start..end),
                None => return None,
            },
        })
    }

    /// Whether a duration is counted in units of the calendar; in hours at the head of a clause: 近24小時，, not 增加近1小時.
    fn is_calendar(&self, measured: &Measured, start: usize) -> bool {
        let unit = measured.quantity.unit.as_ref().filter(|unit| unit.is(Traits::CALENDAR));
        let is_head = || clause_before(self.text.get(..start).unwrap_or_default()).trim_end_matches('在').is_empty();
        unit.is_some_and(|unit| match unit.code() {
            Some("a" | "mo" | "wk" | "d") => true,
            Some("h") => is_head(),
            _ => false,
        })
    }

    /// 潛逃近22年。, 已近三年: how long something went on, not the last years.
    fn is_length(&self, start: usize, end: usize) -> bool {
        let head = self.text.get(..start).unwrap_or_default();
        // 近50年一遇
        let returns = self.text.get(end..).is_some_and(|rest| rest.starts_with("一遇"));
        let ends = self.char_at(end).is_none_or(|c| !c.is_alphanumeric() && !is_blank(c));
        let is_verb = || {
            let from = head.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
            general::get(head.get(from..).unwrap_or_default()).is_some_and(|word| word.pos == Pos::Verb)
        };
        returns || LASTING.suffix(head).is_some() || head.ends_with(['了', '已', '有', '达', '长']) || ends && is_verb()
    }

    /// The word before a duration that says where it reaches, and where it begins: 過去, 未來的, 此後.
    fn reach_before(&self, start: usize) -> Option<(Reach, usize)> {
        let head = self.text.get(..start)?.trim_end_matches(is_blank);
        let head = head.strip_suffix('的').unwrap_or(head);
        let (reach, length) = REACHES.longest_at_end(head)?;
        let from = head.len() - length;
        (from >= self.done && !head.ends_with("已过去")).then_some((reach, from))
    }

    /// 上, 前, 下 or 後 before a duration, where no word ends with it: 前兩年, 下三天.
    fn beside_before(&self, start: usize) -> Option<(Relation, usize)> {
        const WORDS: [(char, Relation); 4] =
            [('上', Relation::Before), ('前', Relation::Before), ('下', Relation::After), ('后', Relation::After)];
        let head = self.text.get(..start)?;
        let (relation, ahead) = WORDS.iter().find_map(|(c, relation)| Some((*relation, head.strip_suffix(*c)?)))?;
        let is_free = ahead.chars().next_back().is_none_or(|c| !c.is_alphanumeric() || one_of!("在于的").contains(c));
        // 較前一週
        (is_free || COMPARED.suffix(ahead).is_some()).then_some((relation, ahead.len()))
    }

    /// What a duration counts from: the day of publication, or what was told last; `None` where no word decides.
    fn base_of(&self, framed: &Framed, step: Step) -> Option<Anchor> {
        match framed.form {
            Form::Told => None,
            Form::Moment if framed.relation == Relation::After => {
                let told = self.told_before(&framed.range, step);
                told.or_else(|| Some(self.reader.anchor).filter(|_| self.counts_from_now(&framed.range)))
            }
            // 今日16時水位181米，比3小時前: before the clock that is told
            Form::Moment if step == Step::Second && self.has_clock(&framed.range) => None,
            // 12月6日上映，前一週首映: before what lies ahead
            Form::Beside if self.lies_beside_told(&framed.range) || self.follows_end(&framed.range) => None,
            Form::Stretch if framed.relation == Relation::Before => {
                let until = self.until_before(&framed.range).map(Some);
                Some(Anchor { published: until.unwrap_or(self.reader.anchor.published), ..self.reader.anchor })
            }
            Form::Moment | Form::Stretch | Form::Beside => Some(self.reader.anchor),
        }
    }

    /// 截至3月23日過去一周: the day up to which the figures go, directly before a stretch of time.
    fn until_before(&self, range: &Range<usize>) -> Option<NaiveDate> {
        let last = self.reader.times.last().filter(|last| last.item.relation == Relation::Until)?;
        let between = self.reader.text.get(last.text.end as usize..self.base + range.start)?;
        let is_beside = matches!(between, "" | "的" | "止" | "止的" | "，" | "前");
        last.item.to.filter(|_| is_beside && last.item.kind == TimeKind::Day).map(Moment::date)
    }

    /// Whether the sentence tells of a clock.
    fn has_clock(&self, range: &Range<usize>) -> bool {
        self.last_time.is_some_and(|last| {
            let is_clock = last.point.clock.is_some();
            is_clock && self.text.get(last.end..range.start).is_some_and(|between| !has_stop(between))
        })
    }

    /// 截至4月27日的一周300宗，少於前一周: whether the sentence tells up to which day its figures go.
    fn follows_end(&self, range: &Range<usize>) -> bool {
        self.last_time.is_some_and(|last| {
            let is_end = last.relation == Relation::Until && matches!(last.point.part, Part::Day(..));
            is_end && self.text.get(last.end..range.start).is_some_and(|between| !has_stop(between))
        })
    }

    /// Whether a day that lies ahead was told before in the sentence, or any directly before: “雙11”前三天.
    fn lies_beside_told(&self, range: &Range<usize>) -> bool {
        let told = self.last_time.and_then(|last| Some((last.days?, self.text.get(last.end..range.start)?)));
        told.zip(self.reader.anchor.published).is_some_and(|(((first, _), between), published)| {
            matches!(between, "" | "”" | "」") || first > published && !has_stop(between)
        })
    }

    /// Whether a duration with 後 counts from the day of publication: the words look ahead, or there are no others.
    fn counts_from_now(&self, range: &Range<usize>) -> bool {
        let head = self.text.get(..range.start).unwrap_or_default();
        let tail = self.text.get(range.end..).unwrap_or_default();
        let clause = clause_before(head);
        let is_free =
            head.chars().next_back().is_none_or(|c| !c.is_alphanumeric() || one_of!("在于将约要会再等").contains(c));
        // 大會三年後 counts from something else
        let is_modal = head.ends_with(['将', '要', '会', '再', '等']) && !general::ends_in_word(head);
        let told = self.last_time.is_some_and(|last| {
            self.text.get(last.end..range.start).is_some_and(|between| between.len() < FAR && !has_stop(between))
        });
        // a text that begins so has nothing else to count from
        let is_first = self.base == 0 && head.trim().is_empty();
        !told && (is_first || is_modal || looks_ahead(clause) || is_free && looks_ahead(sentence_after(tail)))
    }

    /// The time told last, where a duration at the head of a clause goes on from it: 2001年進廠。兩年後，他離開.
    fn told_before(&self, range: &Range<usize>, step: Step) -> Option<Anchor> {
        let last = self.last_time.as_ref().filter(|last| last.is_told && last.point.year.is_some())?;
        let (first, end) = last.days?;
        let between = self.text.get(last.end..range.start).filter(|between| between.len() < FAR)?;
        let is_head = between.chars().next_back().is_some_and(|c| matches!(c, '，' | '。' | '；' | ',' | ';'));
        let is_near = stops(between) <= 1;
        let is_fine = match step {
            Step::Second => false,
            Step::Day => first == end,
            Step::Month => (end - first).num_days() < 31,
            Step::Year => true,
        };
        (is_head && is_near && is_fine).then_some(Anchor { published: Some(end), ..self.reader.anchor })
    }
}

/// What so many months off counts from.
fn months_off(anchor: Anchor, months: i64, relation: Relation) -> Option<Anchor> {
    let count = Months::new(u32::try_from(months).ok()?);
    let published = anchor.published?;
    let base = if relation == Relation::After {
        published.checked_add_months(count)?
    } else {
        published.checked_sub_months(count)?
    };
    Some(Anchor { published: Some(base), ..anchor })
}

impl Framed {
    const fn stretch(relation: Relation, range: Range<usize>) -> Self {
        Self { form: Form::Stretch, relation, range }
    }
}

/// The steps of a duration, and whether they are weeks; 近 counts as exact where it goes over all of them.
fn steps(measured: &Measured, is_over: bool) -> Option<(i64, Step, bool)> {
    let quantity = &measured.quantity;
    let near = is_over && quantity.approx == Approx::Near;
    let value = quantity.decimal().filter(|_| quantity.approx == Approx::Exact || near)?;
    let unit = quantity.unit.as_ref().filter(|unit| unit.is(Traits::CALENDAR))?;
    // by the unit's code of UCUM or Rec 20
    let (size, step) = match unit.code()? {
        "a" => (12, Step::Month),
        "QAN" => (3, Step::Month),
        "mo" => (1, Step::Month),
        "wk" => (7, Step::Day),
        "d" => (1, Step::Day),
        "h" => (3600, Step::Second),
        "min" => (60, Step::Second),
        _ => (1, Step::Second),
    };
    // 十年前 is a year, 兩年半前 a month
    let years = value.is_integer() && size == 12;
    let (size, step) = if years { (1, Step::Year) } else { (size, step) };
    let (mantissa, power) = (value.mantissa().checked_mul(size)?, 10i128.checked_pow(value.scale())?);
    let count = i64::try_from(mantissa / power).ok().filter(|_| mantissa % power == 0)?;
    Some((count, step, unit.is(Traits::WEEK)))
}

/// The part of the calendar that so many steps are.
fn part_of(framed: &Framed, count: i64, step: Step, weeks: bool) -> Option<Part> {
    let signed = if framed.relation == Relation::After { count } else { -count };
    Some(match (framed.form, framed.relation) {
        (Form::Told, _) => return None,
        (Form::Beside, _) => Part::Beside(if weeks { signed / 7 } else { signed }, step, weeks),
        (Form::Stretch, _) => Part::Stretch(signed, step),
        (Form::Moment, Relation::Since) => Part::Since(signed, step),
        (Form::Moment, _) => Part::Ago(signed, step),
    })
}
