//! What a time takes from the one right before it, of which it is a part: 二季度|頭兩個月, 去年|年初二, 一年前|同期; and from the
//! one that opened its span: 自5月1日起，至9月30日止, 昨晚11時…；凌晨2時.

use core::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::Passage;
use super::ahead::{has_ahead, looks_ahead};
use super::clauses::stops;
use super::narrative::{FAR, LastTime};
use super::{clause_after, clause_before, sentence_after};
use crate::any_of::{WordSet, any_of};
use crate::time::{DayName, Edge, MonthName, Part, Relation, TimeExpr, TimeKind, YearName};

/// The hour from which on a clock is of an evening, and that up to which one is of the morning after.
const EVENING: u32 = 17;
const MORNING: u32 = 10;

impl Passage<'_, '_> {
    /// Puts a time into the one that it is a part of.
    pub(super) fn put_within(&self, expression: &mut TimeExpr, range: &Range<usize>) {
        self.put_after_ago(expression, range);
        let Some(last) = self.last_time else { return };
        let Some(between) = self.text.get(last.end..range.start).filter(|between| between.len() < FAR) else { return };
        if matches!(between, "" | "的") {
            put_months_within(expression, &last);
            put_moon_within(expression, &last);
        }
        put_around_feast(expression, &last, between);
        self.put_after_since(expression, &last, between, range);
        self.put_into_morning(expression, &last, between, range);
    }

    /// 一年前同期: the same days of that year.
    fn put_after_ago(&self, expression: &mut TimeExpr, range: &Range<usize>) {
        let place = self.base + range.start;
        let is_same = expression.start.part == Part::SamePeriod && expression.start.year.is_none();
        let ago = self.reader.times.last().filter(|time| is_same && time.text.end as usize == place);
        let ago = ago.filter(|time| time.item.kind == TimeKind::Duration && time.item.relation == Relation::Before);
        let days = ago.and_then(|time| Some((time.item.from?.date(), time.item.to?.date())));
        match days.filter(|(first, last)| (*last - *first).num_days() > 360) {
            Some((first, _)) => expression.start.year = Some(YearName::Number(first.year())),
            None if ago.is_some() => *expression = TimeExpr::unknown(expression.kind, false),
            None => {}
        }
    }

    /// 自5月1日起，至9月30日止: the end of a span lies after its begin.
    fn put_after_since(&self, expression: &mut TimeExpr, last: &LastTime, between: &str, range: &Range<usize>) {
        let head = self.text.get(..range.start).unwrap_or_default();
        let opens = last.relation == Relation::Since || between.starts_with("开始");
        // 截至 says how far the figures go, and not where a span ends.
        let is_cut_off = head.trim_end_matches(['至', '到']).ends_with('截');
        let closes = expression.relation == Relation::Until || head.ends_with(['至', '到']);
        let is_short = between.chars().count() <= 4 && stops(between) == 0;
        let may_take = expression.start.year.is_none() && expression.start.month().is_some();
        let Some((first, _)) = last.days.filter(|_| opens && closes && !is_cut_off && is_short && may_take) else {
            return;
        };
        let days_in = |year: i32| self.days_in(&expression.start, year);
        let is_after = |year: &i32| days_in(*year).is_some_and(|(_, end)| end >= first);
        let year = [first.year(), first.year() + 1].into_iter().find(is_after);
        expression.start.year = year.map(YearName::Number).or(expression.start.year);
    }

    /// 昨晚11時起火；凌晨2時撲滅: the morning after an evening.
    fn put_into_morning(&self, expression: &mut TimeExpr, last: &LastTime, between: &str, range: &Range<usize>) {
        const WORDS: &WordSet = any_of!["凌晨", "清晨", "早上", "清早", "早晨"];
        let word = self.text.get(range.clone()).unwrap_or_default();
        let is_morning = expression.start.part == Part::Day(None, DayName::Last(0))
            && expression.start.clock.is_some_and(|clock| clock.hour <= MORNING)
            && WORDS.begins(word);
        let is_late = last.point.clock.is_some_and(|clock| (EVENING..24).contains(&clock.hour));
        // 9月17日晚通宵行車，尾班車延至凌晨3時
        let head = self.text.get(..last.end).unwrap_or_default();
        let is_night = || any_of!["晚", "晚间", "晚上", "夜", "夜间", "夜里", "深夜"].ends(head);
        let is_evening = is_late || last.point.clock.is_none() && is_night() && stops(between) == 0;
        let evening = last.days.filter(|(first, end)| first == end && is_evening && !last.is_compared);
        let next = evening.and_then(|(day, _)| day.succ_opt()).filter(|_| is_morning && stops(between) <= 1);
        let told = evening.map(|(day, _)| day);
        let is_over = |day: &NaiveDate| {
            let published = self.reader.anchor.published;
            published.is_none_or(|published| *day <= published || told.is_some_and(|told| told > published))
        };
        if let Some(day) = next.filter(is_over) {
            expression.start.put_on(day);
        }
    }

    /// Whether the words around a part of a year or a month look ahead: 次季預計賺5億元, 年底前增至150間.
    pub(super) fn is_told_ahead(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        const AIMS: &WordSet = any_of!["可能", "恐", "目标", "料", "增至", "冲刺", "力争", "拚", "前"];
        let head = clause_before(self.text.get(..range.start).unwrap_or_default());
        let after = clause_after(self.text.get(range.end..).unwrap_or_default());
        let aims = || {
            let stem = after.trim_start_matches(['或', '，']);
            let is_edge = expression.start.edge == Edge::End || expression.start.part != Part::Year;
            is_edge && AIMS.begins(stem) && !after.starts_with("料理")
        };
        looks_ahead(head) || has_ahead(after, true) || aims()
    }

    /// 明年首季到期；上半年盈利按年跌三成: whether a part of a year has figures, after a time to come.
    pub(super) fn breaks_plan(&self, expression: &TimeExpr, last: &LastTime, range: &Range<usize>) -> bool {
        const COMPARES: &WordSet =
            any_of!["同比", "按年", "年增", "年减", "去年同期", "上年同期", "较去年", "比去年", "较上年", "比上年"];
        let is_open = expression.start.year.is_none() && expression.start.in_a_year();
        let is_plan = last.days.zip(self.reader.anchor.published).is_some_and(|((first, _), day)| first > day);
        let told = sentence_after(self.text.get(range.end..).unwrap_or_default());
        is_open && is_plan && COMPARES.is_in(told) && !self.is_told_ahead(expression, range)
    }

    /// Whether a time is told ahead, though the one before it is of a past year.
    pub(super) fn breaks_past(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let is_edge = expression.start.edge == Edge::End && expression.start.year == Some(YearName::Offset(0));
        let is_open = expression.start.year.is_none() && expression.start.in_a_year() || is_edge;
        let head = clause_before(self.text.get(..range.start).unwrap_or_default());
        is_open && head != "其中" && self.is_told_ahead(expression, range) && self.may_come(expression)
    }
}

/// 二季度頭兩個月, 下半年前4個月: counted from the first month of that part.
fn put_months_within(expression: &mut TimeExpr, last: &LastTime) {
    let first = match last.point.part {
        Part::Quarter(quarter) => quarter * 3 - 2,
        Part::Half(half) => half * 6 - 5,
        _ => return,
    };
    let months = if matches!(last.point.part, Part::Half(_)) { 6 } else { 3 };
    if let (Part::Months(1, count), None) = (expression.start.part, expression.start.year) {
        if count <= months {
            expression.start.part = Part::Months(first, first + count - 1);
            expression.start.year = last.days.map(|(day, _)| YearName::Number(day.year())).or(last.point.year);
        }
    }
}

/// 中秋連假為9月14日至17日: days around the feast that is told.
fn put_around_feast(expression: &mut TimeExpr, last: &LastTime, between: &str) {
    const NEAR: i64 = 12;
    let feast =
        last.days.filter(|_| matches!(last.point.part, Part::Feast(..)) && between.chars().count() <= NEAR as usize);
    let are_days = matches!(expression.start.part, Part::Day(Some(_), _)) && expression.end.is_some();
    let Some((day, _)) = feast.filter(|_| are_days && expression.start.year.is_none() && stops(between) == 0) else {
        return;
    };
    let Part::Day(Some(MonthName::Number(month)), DayName::Number(number)) = expression.start.part else { return };
    let first = NaiveDate::from_ymd_opt(day.year(), month, number);
    if first.is_some_and(|first| (first - day).num_days().abs() <= NEAR) {
        expression.start.year = Some(YearName::Number(day.year()));
    }
}

/// 去年|年初二, 前年|除夕: the day of the moon in that year.
fn put_moon_within(expression: &mut TimeExpr, last: &LastTime) {
    let is_year = last.point.part == Part::Year && last.point.edge == Edge::Whole;
    let is_of_moon = matches!(expression.start.part, Part::Moon(_) | Part::Feast(..));
    if !is_year || !is_of_moon || expression.start.year.is_some() {
        return;
    }
    // 去年|年廿九: the end of the year of the moon before
    let is_twelfth = matches!(expression.start.part, Part::Moon(moon) if moon.month == Some(12));
    expression.start.year = match last.days.filter(|_| is_twelfth) {
        Some((day, _)) => Some(YearName::Number(day.year() - 1)),
        None => last.point.year,
    };
}
