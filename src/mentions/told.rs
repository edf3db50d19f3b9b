//! What a time that was told means for those after it: 當日, 同期, the year of a story. What is only compared with means nothing.

use core::ops::Range;

use chrono::{Datelike, NaiveDate, Timelike};

use super::clauses::has_stop;
use super::narrative::{LONG, LastTime, is_before_reported};
use super::story::dates_noun;
use super::{Passage, clause_after, clause_before};
use crate::any_of::{WordSet, any_of};
use crate::chars::is_han;
use crate::time::{Edge, Moment, Part, Point, Relation, Time, TimeExpr, TimeKind, YearName};
use crate::vocabulary::DOCUMENTS;

impl Passage<'_, '_> {
    /// Remembers the past year that is told, and what goes on with it; another year ends it.
    fn tell_year(
        &mut self,
        expression: &TimeExpr,
        days: Option<(NaiveDate, NaiveDate)>,
        range: &Range<usize>,
        is_told: bool,
    ) {
        let point = &expression.start;
        let year = days.map(|(first, _)| first.year()).filter(|_| point.year.is_some());
        let Some(year) = year.filter(|_| is_told) else { return };
        let is_past = self.reader.anchor.published.is_some_and(|day| year < day.year());
        let is_whole = point.part == Part::Year && point.edge == Edge::Whole;
        let goes_on = self.told_year.is_some_and(|(told, _)| told == year);
        self.told_year = (is_past && (is_whole || goes_on)).then_some((year, range.end));
    }

    /// 今早報4.28，上周五收市報4.3: whether a market closed so on a day before the one that its sentence tells of.
    pub(super) fn is_close_before(
        &self,
        days: Option<(NaiveDate, NaiveDate)>,
        rest: &str,
        range: &Range<usize>,
    ) -> bool {
        const CLOSES: &WordSet = any_of!["收市", "闭市", "收盘", "收报", "收于", "收在", "尾盘", "收"];
        let told = self.last_time.filter(|last| self.is_in_sentence(last.end, range)).and_then(|last| last.days);
        let is_before = told.zip(days).is_some_and(|((told, _), (_, day))| day < told);
        is_before && CLOSES.begins(rest)
    }

    /// 4月30萬輛，上月28萬輛，去年同期: whether a time only stands beside the period that its sentence reports.
    pub(super) fn is_beside_reported(&self, range: &Range<usize>) -> bool {
        let is_before = self.text.get(range.clone()).is_some_and(is_before_reported);
        let reported = self.reported.as_ref().filter(|_| is_before);
        reported.is_some_and(|reported| {
            let is_period =
                matches!(reported.point.part, Part::Month(_) | Part::Quarter(_) | Part::Half(_) | Part::Months(..));
            is_period && reported.end <= range.start && self.is_in_sentence(reported.end, range)
        })
    }

    /// Remembers what was told by a time, for those after it.
    pub(super) fn told(
        &mut self,
        expression: &TimeExpr,
        time: &Time,
        days: Option<(NaiveDate, NaiveDate)>,
        range: &Range<usize>,
        [names_year, compared]: [bool; 2],
    ) {
        if self.is_beside_day(expression, range) || self.is_superlative(expression, range) {
            return;
        }
        if !compared {
            self.tell_calendar(expression, days, range);
        }
        // 2022年3月開工的大橋8日合龍: the month dates the bridge
        let may_date =
            expression.start.year.is_some() && matches!(expression.start.part, Part::Month(_) | Part::Day(..));
        let is_dating = may_date && dates_noun(clause_after(self.text.get(range.end..).unwrap_or_default()));
        let is_aside = compared || is_dating || expression.start.part == Part::Year && self.is_aside(range);
        // 2005年至2023年受賄: a story of no one year
        let ends = expression.end.and(time.to).map(Moment::date);
        let is_of_years = days.zip(ends).is_some_and(|((first, _), end)| (end - first).num_days() > LONG);
        // 2023年年報4月披露: nor does a report begin one
        let is_report = expression.start.part == Part::Year
            && DOCUMENTS.prefix(self.text.get(range.end..).unwrap_or_default()).is_some();
        if !is_aside && expression.relation == Relation::On && !is_of_years && !is_report {
            self.tell(names_year, expression, days, range);
        }
        let is_told = !is_aside && expression.relation == Relation::On && expression.end.is_none();
        let is_since = expression.relation == Relation::Since;
        let end = expression.end.and(time.to).map(last_date);
        let told_text = self.text.get(range.clone()).unwrap_or_default();
        let told = LastTime {
            end: range.end,
            point: expression.start,
            relation: expression.relation,
            days: days.map(|(first, last)| (first, end.filter(|end| *end > last).unwrap_or(last))),
            is_told,
            is_compared: compared,
            is_since: is_since && !expression.open,
            is_unsure: !is_aside && expression.start.part == Part::Year && self.may_be_aside(range),
            is_dating,
            is_of_accounts: expression.start.part == Part::Year && told_text.ends_with("年度"),
            names_year,
            is_ahead: self.reader.anchor.ahead,
        };
        self.tell_year(expression, days, range, is_told);
        // what is open does not end what is told
        if days.is_some() || self.last_time.is_none() || expression.start.part != Part::Unknown {
            self.last_time = Some(told);
        }
        let is_before = self.text.get(range.clone()).is_some_and(is_before_reported);
        // 恢復到2019年的九成。全年 is of the year reported
        let is_level = expression.start.part == Part::Year && is_aside && !is_dating;
        if !compared && !is_before && !is_since && !is_level && !self.is_year_of_month(expression, range) {
            self.reported = self.explained(&told, range).or(Some(told));
        }
    }

    /// 7月降3%，今年已連降五個月，降幅較上月: whether 今年 only says more of the month of it that its sentence reports.
    fn is_year_of_month(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let is_this_year = expression.start == Point::of(Some(YearName::Offset(0)), Part::Year);
        let month = self.reported.filter(|last| is_this_year && matches!(last.point.part, Part::Month(_)));
        let days = month.filter(|last| self.is_in_sentence(last.end, range)).and_then(|last| last.days);
        days.zip(self.reader.anchor.published).is_some_and(|((first, _), day)| first.year() == day.year())
    }

    /// 1月18日出現今年最強寒潮，19日: whether a year only says of what an event is the first or the greatest, or a time is only a cause,
    /// after one that is told.
    fn is_superlative(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let is_year = expression.start.part == Part::Year && expression.start.edge == Edge::Whole;
        let is_told = self.last_time.is_some_and(|last| self.is_in_sentence(last.end, range));
        let tail = self.text.get(range.end..).unwrap_or_default();
        let is_first = || any_of!["最", "首场", "首次", "首个", "首宗", "首起", "第", "以来最", "来最"].begins(tail);
        // 明年一季度受春節影響，1月: what is only a cause
        let head = self.text.get(..range.start).unwrap_or_default();
        let is_cause = || head.ends_with(['受', '因']) && clause_after(tail).contains("影响");
        is_told && (is_year && is_first() || is_cause())
    }

    /// What 同期 means after several months or up to a day.
    pub(super) fn bound_period(
        &mut self,
        expression: &TimeExpr,
        days: Option<(NaiveDate, NaiveDate)>,
        range: &Range<usize>,
    ) {
        // 4月和7月，去年同期: of which
        let between = self.last_time.and_then(|last| self.text.get(last.end..range.start));
        let is_listed = between.is_some_and(|between| matches!(between, "和" | "、" | "及" | "与"));
        if is_listed && matches!(expression.start.part, Part::Month(_)) {
            self.reader.anchor.last_period = None;
        }
        // 截至8月底，今年共…，比去年同期: from January on
        let is_this_year = expression.start == Point::of(Some(YearName::Offset(0)), Part::Year);
        let until = self.reader.times.last().filter(|last| {
            let between = self.reader.text.get(last.text.end as usize..self.base + range.start);
            last.item.relation == Relation::Until && between.is_some_and(|between| matches!(between, "，" | ","))
        });
        let ends = until.and_then(|last| last.item.to).filter(|_| is_this_year).map(Moment::date);
        if let Some((first, last)) = days.zip(ends).map(|((first, _), last)| (first, last)).filter(|(a, b)| a < b) {
            self.reader.anchor.last_period = Some((first, last));
        }
    }

    /// 昨天是端午假期前最後一個工作日: whether a feast only says what day it was.
    pub(super) fn is_beside_day(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let is_day = |last: &LastTime| last.days.is_some_and(|(first, end)| first == end);
        let last = self.last_time.filter(|last| matches!(expression.start.part, Part::Feast(..)) && is_day(last));
        let between = last.and_then(|last| self.text.get(last.end..range.start));
        between.is_some_and(|between| {
            any_of!["是", "正值", "适逢", "恰逢", "乃", "系"].begins(between.trim_start_matches(['已', '正']))
                && !has_stop(between)
        })
    }

    /// 1927年5月3日出生。2011年1月演出，當晚: of a day of that month that nobody told.
    fn lose_day(&mut self, expression: &TimeExpr, first: NaiveDate) {
        let is_month = matches!(expression.start.part, Part::Month(_)) && expression.end.is_none();
        let is_named = matches!(expression.start.year, Some(YearName::Number(_))) && is_month;
        // 2009年8月首飛，當天起飛: what lies before the day told is only remembered
        let is_other = |day: NaiveDate| (day.year(), day.month()) < (first.year(), first.month());
        if is_named && expression.relation == Relation::On && self.reader.anchor.last_day.is_some_and(is_other) {
            self.reader.anchor.last_day = None;
            self.is_without_day = true;
        }
    }

    /// What later words count from: 當日, 同年, 同期.
    pub(super) fn remember(&mut self, expression: &TimeExpr, time: &Time, compared: bool) {
        let Some((first, last)) = expression.days(&self.reader.anchor) else { return };
        if !compared {
            self.lose_day(expression, first);
        }
        let anchor = &mut self.reader.anchor;
        // 1995年9月28日以後出生: no day of what follows
        let is_limit = matches!(expression.relation, Relation::After | Relation::Before);
        if !compared && !is_limit && matches!(expression.start.kind(), TimeKind::Day | TimeKind::DateTime) {
            let ends = expression.end.and(time.to).map_or(last, last_date);
            anchor.last_day = Some(ends);
            self.is_without_day = false;
        }
        let ends = expression.end.and(time.to).map_or(last, last_date);
        if !compared {
            anchor.last_year = Some(ends.year());
        }
        if !compared && (first.year(), first.month()) == (last.year(), last.month()) {
            anchor.last_month = Some((first.year(), first.month()));
        }
        let period = matches!(
            expression.kind,
            TimeKind::Half | TimeKind::Quarter | TimeKind::Month | TimeKind::Range | TimeKind::TenDays | TimeKind::Week
        ) || expression.kind == TimeKind::Year && expression.relation == Relation::Since;
        // 去年盈利130億元，較去年同期: a past year, where nothing smaller is told
        let is_year = expression.start == Point::of(expression.start.year, Part::Year) && expression.end.is_none();
        let is_past = anchor.published.is_some_and(|published| last < published);
        let is_only = anchor.last_period.is_none_or(|(first, last)| !(20..=360).contains(&(last - first).num_days()));
        // 1945年11月入伍；1956年轉業，同期: of a story of years
        let is_long_past = anchor.published.is_some_and(|published| last.year() + 2 < published.year());
        let is_story = is_long_past && matches!(expression.start.year, Some(YearName::Number(_)));
        let is_only = is_only || is_story && anchor.last_period.is_some_and(|(_, told)| told.year() != last.year());
        let period = period || is_year && is_past && is_only && expression.relation == Relation::On;
        let tells = period && !compared && expression.start.part != Part::SamePeriod;
        if let (true, Some(from), Some(to)) = (tells, time.from, time.to) {
            anchor.last_period = Some((from.date(), to.date()));
        }
    }
}

/// The last day of a range: midnight ends the day before.
fn last_date(moment: Moment) -> NaiveDate {
    match moment {
        Moment::DateTime(at) if at.num_seconds_from_midnight() == 0 => {
            moment.date().pred_opt().unwrap_or(moment.date())
        }
        _ => moment.date(),
    }
}

/// 為第2季的1.5倍, 是第二季1萬人的近兩倍: how many times what was then.
pub(super) fn is_multiplied(head: &str, rest: &str) -> bool {
    const FEW: usize = 12;
    let near: &str = rest.char_indices().nth(FEW).and_then(|(at, _)| rest.get(..at)).unwrap_or(rest);
    head.ends_with(['为', '是', '达', '乃']) && near.contains('倍') && near.contains('的')
}

/// 比當地去年, 較全省2023年: whether a few words stand between 比 or 較 at the head of the clause and a year.
pub(super) fn begins_comparison(head: &str) -> bool {
    const FEW: usize = 4;
    let rest = clause_before(head).strip_prefix(['比', '较']).unwrap_or_default();
    (1..=FEW).contains(&rest.chars().count()) && rest.chars().all(is_han) && !rest.starts_with(['赛', '如', '为', '大'])
}

/// 與6月相同: whether what is told equals what was then.
pub(super) fn is_equalled(head: &str, rest: &str) -> bool {
    let equals = ["相同", "持平", "一致", "相若", "相当", "一样", "相近", "看齐"];
    head.ends_with(['与', '和', '跟', '同']) && equals.iter().any(|word| rest.starts_with(word))
}
