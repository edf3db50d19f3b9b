//! What a time takes from those told before it: its year, its month, its half of the day, the period it belongs to.

use core::ops::Range;

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::ahead::{has_ahead, looks_ahead};
use super::clauses::{has_stop, stops};
use super::story::comes_to_now;
use super::{Passage, clause_after, clause_before, sentence_after};
use crate::any_of::{WordSet, any_of};
use crate::grammar::time as time_grammar;
use crate::time::{Anchor, Clock, DayName, Edge, MonthName, Part, Point, Relation, TimeExpr, YearName};
use crate::vocabulary::{COMPARED, ESTIMATES, SPOKE};

/// The time read last in a passage.
#[derive(Clone, Copy)]
pub(super) struct LastTime {
    /// Where it ends.
    pub(super) end: usize,
    /// What it says.
    pub(super) point: Point,
    /// How it bounds what is told.
    pub(super) relation: Relation,
    /// Its first and last day.
    pub(super) days: Option<(NaiveDate, NaiveDate)>,
    /// Whether it is told of, and not only compared with: 較2021年.
    pub(super) is_told: bool,
    /// Whether it is only compared with.
    pub(super) is_compared: bool,
    /// Whether it reaches from then up to now: 2018年1月以來.
    pub(super) is_since: bool,
    /// Whether it may date no more than a noun: 2018年畢業於北大的陳某.
    pub(super) is_unsure: bool,
    /// Whether a month or a day dates no more than a noun: 2022年3月開工的大橋.
    pub(super) is_dating: bool,
    /// Whether it is a year of accounts, of which figures are, and no days: 去年度.
    pub(super) is_of_accounts: bool,
    /// Whether its words, or those of its story, name the year.
    pub(super) names_year: bool,
    /// Whether the words around it look ahead.
    pub(super) is_ahead: bool,
}

/// How many bytes may stand between a time and one that goes on from it.
pub(super) const FAR: usize = 600;

/// How many days over several years a range has of which nothing goes on.
pub(super) const LONG: i64 = 400;

/// How many days after its end the figures of a month are the newest.
const NEWEST: i64 = 45;

/// How many days a feast lies at most from a day that is told beside it, and a day from another mention of it.
const WEEK: i64 = 7;

/// How many hours after the time told last a clock may lie that does not say its half of the day.
const NEAR_HOURS: u32 = 5;

impl Passage<'_, '_> {
    /// What a time takes from the one told before it.
    pub(super) fn go_on_from(&self, expression: &mut TimeExpr, last: &LastTime, range: &Range<usize>) {
        let between = self.text.get(last.end..range.start).filter(|between| between.len() < FAR);
        let Some(between) = between else { return };
        // 5月1日、2日: the month is said once
        if matches!(between, "、" | "和" | "及" | "与") {
            go_on_in_list(&mut expression.start, last);
        }
        self.fill_part(expression, last, between, range);
        self.fill_day(expression, last, between, range);
        self.fill_compared(expression, last, between, range);
        let is_sentence = !has_stop(between);
        let head = self.text.get(..range.start).unwrap_or_default();
        if !is_sentence && self.tells_days(expression, last, between) {
            self.go_on_in_month(expression, last, range);
        } else if is_sentence && (!comes_to_now(between) || self.is_passed_over(last))
            || goes_on_in_month(expression, last, between)
            || self.goes_on_ahead(expression, last, between)
            || clause_before(head) == "其中" && stops(between) == 1
        {
            // 去年首季賺10億元，次季預計, 2023年5月偷竊，將於10月15日下判: of this year
            let is_past =
                last.days.zip(self.reader.anchor.published).is_some_and(|((_, end), day)| end.year() < day.year());
            let is_broken = is_past && self.breaks_past(expression, range) || self.breaks_plan(expression, last, range);
            if !(is_broken || self.is_done_before_plan(expression, last, range)) {
                let may_come = !is_sentence && expression.start.year.is_none() && self.may_come(expression);
                let may_come = may_come && !clause_before(head).starts_with(['首', '第', '该', '其']);
                self.goes_on(expression, last, between, looks_ahead(clause_before(head)));
                // 明年2月提交。報告料11月發表: of either year, but 首階段料11月完成
                let next = self.reader.anchor.published.map(|day| YearName::Number(day.year() + 1));
                if may_come && next.is_some() && expression.start.year == next {
                    *expression =
                        TimeExpr { relation: expression.relation, ..TimeExpr::unknown(expression.kind, false) };
                }
            }
        }
        // 年中或者下半年
        if expression.start.year.is_none() && expression.start.in_a_year() && is_or(between) {
            expression.start.year = last.point.year;
        }
    }

    /// 明年加價5%，較今年多1%，1月5日生效: whether the present is only compared with, after the time that is told.
    fn is_passed_over(&self, last: &LastTime) -> bool {
        self.last_time.is_some_and(|compared| compared.is_compared && last.end < compared.end)
    }

    /// Whether a time without a year is over in the present one.
    fn is_over(&self, expression: &TimeExpr) -> bool {
        let Some(published) = self.reader.anchor.published else { return false };
        self.days_in(&expression.start, published.year()).is_some_and(|(_, last)| last < published)
    }

    /// Whether a time without a year lies in the present one and is not over.
    pub(super) fn may_come(&self, expression: &TimeExpr) -> bool {
        let Some(published) = self.reader.anchor.published else { return false };
        self.days_in(&expression.start, published.year()).is_some_and(|(_, end)| end >= published)
    }

    /// 案展12月5日；另一人18日被捕; 明年擴產，9月已招聘50人: whether a time without a year tells what is done, after one to come.
    fn is_done_before_plan(&self, expression: &TimeExpr, last: &LastTime, range: &Range<usize>) -> bool {
        let start = &expression.start;
        let is_bare = matches!(start.part, Part::Day(None, DayName::Number(_)));
        let is_plan = last.days.zip(self.reader.anchor.published).is_some_and(|((first, _), day)| first > day);
        let tail = self.text.get(range.end..).unwrap_or_default();
        let clause = clause_after(tail);
        // 明年降息一次，股價較10月28日的高點; 此前市場押注12月降息
        let is_level = tail.starts_with(['的', '创'])
            && any_of!["高点", "高位", "低点", "低位", "纪录", "记录", "新高", "新低"].is_in(clause);
        let between = self.text.get(last.end..range.start).unwrap_or_default();
        let is_before_now = any_of![
            "此前",
            "早前",
            "先前",
            "日前",
            "近日",
            "上周",
            "昨",
            "上次",
            "上一次",
            "前次",
            "前一次",
            "上届",
            "上回",
        ]
        .is_in(between);
        // 較9月預測上調; 8月通脹率為0.3%
        let is_compared = self.text.get(..range.start).is_some_and(|head| COMPARED.suffix(head).is_some());
        let is_figure = || self.is_over(expression) && has_figure(clause) && !self.is_told_ahead(expression, range);
        let is_done = any_of!["被", "落网", "获", "已", "曾"].begins(tail)
            || !is_bare && (any_of!["已", "曾"].is_in(clause) || clause.ends_with('了') || is_level || is_before_now)
            || !is_bare && (is_compared || is_figure());
        is_plan && is_done && (is_bare || start.year.is_none() && start.in_a_year())
    }

    /// 去年純利12億元。上半年5億元，下半年7億元: a part of a year is of the past year told before, where that of the present one is
    /// not over or words part the year; whether it is.
    pub(super) fn go_on_in_told_year(&self, expression: &mut TimeExpr, range: &Range<usize>) -> bool {
        const STOPS: usize = 4;
        const PARTED: &WordSet = any_of!["其中", "分季度看", "分季看", "按季度看", "分月看", "分阶段看", "当中"];
        let breaks_past = self.breaks_past(expression, range);
        let start = &mut expression.start;
        let is_whole = start.part == Part::Year && start.edge == Edge::Whole;
        let is_part = is_whole || matches!(start.part, Part::Quarter(_) | Part::Half(_) | Part::Months(1, _));
        let is_on = expression.relation == Relation::On;
        let Some((year, end)) = self.told_year.filter(|_| is_on && is_part && start.year.is_none()) else {
            return false;
        };
        let between = self.text.get(end..range.start).filter(|between| between.len() < FAR && stops(between) <= STOPS);
        let Some(between) = between.filter(|between| !comes_to_now(between)) else { return false };
        let head = clause_before(self.text.get(..range.start).unwrap_or_default());
        let lead = between.trim_end_matches(['，', ',']);
        let is_parted = PARTED.ends(lead);
        let tail = clause_after(self.text.get(range.end..).unwrap_or_default());
        // 去年最暖。7月28日至8月4日降雨，達全年八成: the days of the present year were told since
        let is_of_present = is_whole
            && self.last_time.is_some_and(|last| {
                last.end > end && !last.is_compared && last.days.is_some_and(|(first, _)| first.year() > year)
            });
        let is_ahead = looks_ahead(head) || has_ahead(tail, true) || breaks_past || is_of_present;
        // 2019年成立。第一季虧損2億元: of longer ago only what words part
        let is_last = self.reader.anchor.published.is_some_and(|day| year + 1 == day.year());
        if !is_ahead && (is_parted || is_last && self.is_to_end(start)) {
            start.year = Some(YearName::Number(year));
        }
        start.year.is_some()
    }

    /// 預計第二季增5%，第三季增6%，全年: the periods of one forecast that follow each other are of one year.
    pub(super) fn go_on_with_forecast(&self, expression: &mut TimeExpr, range: &Range<usize>) {
        let head = self.text.get(..range.start).unwrap_or_default();
        let follows = |told: Part, next: Part| match (told, next) {
            // the fourth is more often the one before the first
            (Part::Quarter(told), Part::Quarter(next)) => next > told && next < told + 3,
            (Part::Quarter(_) | Part::Half(1), Part::Half(2) | Part::Year) | (Part::Half(_), Part::Year) => true,
            (Part::Half(half), Part::Quarter(next)) => half == 2 && next > 2 || half == 1 && next <= 3,
            // 展望6月，下半年; 預計全年有8個颱風，其中7月至9月
            (Part::Month(_), Part::Half(2) | Part::Year)
            | (Part::Year, Part::Half(_) | Part::Quarter(_) | Part::Months(..) | Part::Month(MonthName::Number(_))) => {
                true
            }
            _ => false,
        };
        let start = &mut expression.start;
        let told = self.last_time.filter(|last| {
            last.is_ahead
                && follows(last.point.part, start.part)
                && last.end <= range.start
                && self.is_in_sentence(last.end, range)
        });
        let year = told.and_then(|last| last.days).map(|(first, _)| first.year());
        let is_present = self.reader.anchor.published.is_some_and(|day| year == Some(day.year()));
        let is_compared = COMPARED.suffix(head).is_some();
        if is_present && start.year.is_none() && start.edge == Edge::Whole && !is_compared {
            start.year = year.map(YearName::Number);
        }
    }

    /// 2022年的這個月, 上周的周四, 會期至月底: a part of the calendar of what was told just before.
    fn fill_part(&self, expression: &mut TimeExpr, last: &LastTime, between: &str, range: &Range<usize>) {
        // 第三季虧損，次季轉盈: the one after it, though 次季 alone is the second
        if let (Part::Quarter(2), Part::Quarter(told), None) =
            (expression.start.part, last.point.part, expression.start.year)
        {
            // 第三季高於次季 is compared with the second
            let is_compared = self.text.get(..range.start).is_some_and(|head| COMPARED.suffix(head).is_some());
            let is_compared = is_compared || self.is_told_ahead(expression, range);
            if told > 1 && !is_compared && self.text.get(range.clone()).is_some_and(|text| text.starts_with('次')) {
                let year = last.days.map(|(first, _)| YearName::Number(first.year() + i32::from(told == 4)));
                (expression.start.year, expression.start.part) = (year, Part::Quarter(told % 4 + 1));
            }
        }
        // 去年最高值（11月1日的7億件）, but not 去年盈利（3月1日公布）
        let rest = self.text.get(range.end..).unwrap_or_default();
        let is_explained = rest.starts_with(['的', '）', ')']) && !has_stop(between);
        let is_bracketed = between.ends_with(['（', '(']) && !between.contains(['，', ',', '；', '、', '）', ')']);
        let of_year = last.days.filter(|_| last.point.part == Part::Year && last.point.edge == Edge::Whole);
        let may_take = expression.start.year.is_none() && expression.start.in_a_year();
        let is_of_noun = is_bracketed && is_explained && between.len() > '（'.len_utf8();
        if let Some((first, _)) = of_year.filter(|_| is_of_noun && may_take) {
            expression.start.year = Some(YearName::Number(first.year()));
        }
        // 去年同期（1月28日至2月3日）, 比去年的9月17日: of that year
        let is_same = last.point.part == Part::SamePeriod && is_bracketed;
        let is_of_it = last.point.part == Part::Year && last.point.edge == Edge::Whole && between == "的";
        if let Some((first, _)) = last.days.filter(|_| (is_same || is_of_it) && may_take) {
            expression.start.year = Some(YearName::Number(first.year()));
        }
        // 2022年的這個月
        if let (Part::Month(MonthName::Offset(0)), Part::Year, "的", Some(published)) =
            (expression.start.part, last.point.part, between, self.reader.anchor.published)
        {
            expression.start.part = Part::Month(MonthName::Number(published.month()));
            expression.start.year = last.point.year;
        }
        self.fill_month_end(expression, last, between, range);
        // 去年的今天
        if let (Part::Day(None, DayName::Offset(0)), Part::Year, "的", true) =
            (expression.start.part, last.point.part, between, last.point.edge == Edge::Whole)
        {
            (expression.start.year, expression.start.part) = (last.point.year, Part::ThisDay);
        }
        // 上周的周四
        if let (Part::Weekday(None, day), Part::Week(week), "的") = (expression.start.part, last.point.part, between) {
            expression.start.part = Part::Weekday(Some(week), day);
        }
    }

    /// 1月中旬開會，會期至月底; 上月中旬入院，月底好轉: the end of the month that was told, ahead or over.
    fn fill_month_end(&self, expression: &mut TimeExpr, last: &LastTime, between: &str, range: &Range<usize>) {
        let word = self.text.get(range.clone()).unwrap_or_default();
        let is_end = expression.start.part == Part::Month(MonthName::Offset(0)) && word.starts_with('月');
        let Some(published) = self.reader.anchor.published.filter(|_| is_end && !has_stop(between)) else { return };
        let Some((first, end)) = last.days else { return };
        let month = |day: NaiveDate| (day.year(), day.month());
        let is_ahead = first > published && month(first) == month(end);
        let rest = self.text.get(range.end..).unwrap_or_default();
        let is_plan = || rest.starts_with('将') || self.is_told_ahead(expression, range);
        let are_days = matches!(last.point.part, Part::TenDays(..) | Part::Day(Some(_), _)) && !last.is_compared;
        if is_ahead || are_days && month(first) < month(published) && !is_plan() {
            expression.start.year = Some(YearName::Number(first.year()));
            expression.start.part = Part::Month(MonthName::Number(first.month()));
        }
    }

    /// “雙11”當天, 除夕（28日）, 除夕20時: the day of what was told just before.
    fn fill_day(&self, expression: &mut TimeExpr, last: &LastTime, between: &str, range: &Range<usize>) {
        // “雙11”當天
        let is_that_day = matches!(expression.start.part, Part::Day(None, DayName::Last(0)));
        let day = last.days.filter(|(first, end)| is_that_day && first == end).map(|(first, _)| first);
        if let Some(day) = day.filter(|_| matches!(between, "”" | "」" | "』" | "\"")) {
            expression.start.put_on(day);
        }
        // 去年12月24日酒駕；平安夜那天: of that year
        let told = last.days.filter(|(first, end)| first == end && !last.is_compared);
        if let (Part::Feast(..), None, Some((day, _))) = (expression.start.part, expression.start.year, told) {
            let feast = self.days_in(&expression.start, day.year());
            if stops(between) <= 1 && feast.is_some_and(|(feast, _)| (feast - day).num_days().abs() <= WEEK) {
                expression.start.year = Some(YearName::Number(day.year()));
            }
        }
        // 除夕燃放時間為20時至次日1時
        let is_clock = is_that_day && expression.start.clock.is_some() && !has_stop(between);
        let feast = last.days.filter(|(first, end)| first == end && matches!(last.point.part, Part::Feast(..)));
        if let Some((day, _)) = feast.filter(|_| is_clock) {
            expression.start.put_on(day);
            if let Some(end) = expression.end.as_mut().filter(|end| end.part == Part::Day(None, DayName::Last(0))) {
                (end.year, end.part) = (expression.start.year, expression.start.part);
            }
        }
        // 中秋節|前一天; 春節當天3萬人，前一日2萬人: of the feast
        let is_of_feast = || matches!(between, "" | "的") || !has_stop(between) && is_day_of_feast(last, between);
        if let (Part::Day(None, DayName::Last(offset)), Part::Feast(..), true) =
            (expression.start.part, last.point.part, is_of_feast())
        {
            match last.days.filter(|(first, end)| first == end) {
                Some((day, _)) if offset != 0 => {
                    day.checked_add_signed(TimeDelta::days(offset))
                        .into_iter()
                        .for_each(|day| expression.start.put_on(day));
                }
                None if offset != 0 => *expression = TimeExpr::unknown(expression.kind, false),
                _ => {}
            }
        }
        self.halve_clock(expression, last, range);
        self.fill_day_beside(expression, last, between);
    }

    /// 前一日2萬人，翌日5萬人; 翌日7日; 五月一日為星期五; 除夕（28日）; 21日（星期五）: a day that is counted from or called by the one told before.
    fn fill_day_beside(&self, expression: &mut TimeExpr, last: &LastTime, between: &str) {
        let told = last.days.filter(|(first, end)| first == end).map(|(first, _)| first);
        // 春節…前一日2萬人，翌日5萬人: both of one day
        let head = self.text.get(..last.end).unwrap_or_default();
        let is_before = any_of!["前一日", "前一天"].ends(head) && !has_stop(between);
        if let (Some(day), Part::Day(None, DayName::Last(offset @ 1..)), true) =
            (told, expression.start.part, is_before)
        {
            let there = day.checked_add_signed(TimeDelta::days(offset + 1));
            there.into_iter().for_each(|day| expression.start.put_on(day));
        }
        // 翌日7日恢復, 除夕（28日）: the number of that day
        let is_beside = between.is_empty() && matches!(last.point.part, Part::Day(None, DayName::Last(_)));
        let is_explained = matches!(between, "(" | "（");
        let is_its_number = |day: &NaiveDate| expression.start.part == Part::Day(None, DayName::Number(day.day()));
        if let Some(day) = told.filter(|day| (is_beside || is_explained) && is_its_number(day)) {
            expression.start.put_on(day);
        }
        let Part::Weekday(None, weekday) = expression.start.part else { return };
        // 五月一日為星期五, 冬至（周六）: that day, if it is one
        if is_called(between) || is_explained && matches!(last.point.part, Part::Feast(..)) {
            match told.filter(|day| day.weekday().num_days_from_monday() == weekday) {
                Some(day) => expression.start.put_on(day),
                None => *expression = TimeExpr::unknown(expression.kind, false),
            }
        } else if is_explained && self.reader.anchor.last_day.is_some() {
            // 21日（星期五）: the weekday is that day
            expression.start.part = Part::Day(None, DayName::Last(0));
        }
    }

    /// 2024年9月末餘額，較6月末; 截至9月30日止首九個月: a month, a day of one, or a part of a year that is compared with what was told
    /// in the sentence, or ends with it, is the latest before it.
    fn fill_compared(&self, expression: &mut TimeExpr, last: &LastTime, between: &str, range: &Range<usize>) {
        let start = expression.start;
        let head = self.text.get(..range.start).unwrap_or_default();
        let is_of_report = matches!(between, "" | "止" | "的" | "止的" | "止，" | "，") && is_part(start.part);
        let reports_until = last.relation == Relation::Until && is_of_report;
        // 第3季較10月概估高: an estimate made then
        let tail = self.text.get(range.end..).unwrap_or_default();
        let tail = tail.trim_start_matches(['的', '初', '份', '所']);
        let is_estimate = ESTIMATES.prefix(tail).is_some() || any_of!["预测", "预期", "预计"].begins(tail);
        let is_dated = start.month().is_some() || matches!(start.part, Part::Quarter(_));
        let is_compared = COMPARED.suffix(head).is_some() && is_dated && !last.is_compared && !is_estimate;
        let may_take = start.year.is_none() && start.in_a_year() && !has_stop(between);
        let Some((_, end)) = last.days.filter(|_| may_take && (is_compared || reports_until)) else { return };
        let days_in = |year: i32| self.days_in(&start, year);
        let is_before = |year: &i32| days_in(*year).is_some_and(|(_, last)| last < end || reports_until && last == end);
        expression.start.year = [end.year(), end.year() - 1].into_iter().find(is_before).map(YearName::Number);
    }

    /// 下午2時墮樓，2時53分不治: a clock goes on in the half of the day told before; hours later it is open.
    fn halve_clock(&self, expression: &mut TimeExpr, last: &LastTime, range: &Range<usize>) {
        let start = &mut expression.start;
        let is_same_day = start.part == Part::Day(None, DayName::Last(0));
        let is_padded = self.char_at(range.start).is_some_and(|c| matches!(c, '0' | '零'));
        let Some(second) =
            start.clock.filter(|clock| is_same_day && !is_padded && !clock.is_halved && clock.hour <= 12)
        else {
            return;
        };
        let later = match last.point.clock {
            Some(first) if first.is_halved => {
                let later = time_grammar::clock_after(first, second);
                let is_near = later.hour.checked_sub(first.hour).is_some_and(|hours| hours <= NEAR_HOURS);
                Some(Clock { is_halved: true, ..later }).filter(|_| is_near)
            }
            None => match self.late_hour(second.hour, last, range) {
                Some(hour) => hour.map(|hour| Clock { hour, is_halved: true, ..second }),
                None => return,
            },
            Some(_) => return,
        };
        match later {
            Some(later) => start.clock = Some(later),
            None => *expression = TimeExpr::unknown(expression.kind, false),
        }
    }

    /// 今晚賽馬，首場6時45分: the hour of 24 after a day that is told with its evening, open where the hour is no likely one
    /// or somebody only spoke then; nothing after other days.
    fn late_hour(&self, hour: u32, last: &LastTime, range: &Range<usize>) -> Option<Option<u32>> {
        let told = self.text.get(..last.end)?.trim_end_matches(['间', '上', '里']);
        let between = self.text.get(last.end..range.start).filter(|between| !has_stop(between))?;
        let likely = match told.chars().next_back()? {
            '晚' => 5..=12,
            '夜' => 6..=12,
            '午' if told.ends_with("下午") || told.ends_with("昨午") || told.ends_with("今午") => 1..=7,
            _ => return None,
        };
        let is_told = !SPOKE.is_in(between);
        Some((is_told && likely.contains(&hour)).then_some(hour % 12 + if hour == 12 { 24 } else { 12 }))
    }

    /// 3年前的今天, 十年前的5月12日, 三年後的同一天: the year is said before.
    pub(super) fn go_on_from_ago(&self, expression: &mut TimeExpr, range: &Range<usize>) {
        let Some(head) = self.text.get(..range.start).filter(|head| head.ends_with(['的'])) else { return };
        let is_that_day = expression.start.part == Part::Day(None, DayName::Last(0));
        let is_of_year = expression.start.year.is_none() && expression.start.in_a_year();
        let is_later = head.ends_with("后的") && (is_that_day || is_of_year);
        if !is_later && !head.ends_with("前的") {
            return;
        }
        let place = self.base + range.start - '的'.len_utf8();
        let ago = self.reader.times.last().filter(|time| time.text.end as usize == place);
        let year = ago.and_then(|time| Some((time.item.from?.date(), time.item.to?.date())));
        let is_year =
            |(first, last): &(NaiveDate, NaiveDate)| first.ordinal() == 1 && (*last - *first).num_days() > 360;
        let Some((first, _)) = year.filter(is_year) else {
            if is_later && ago.is_some() {
                *expression = TimeExpr::unknown(expression.kind, false);
            }
            return;
        };
        let start = &mut expression.start;
        let published = self.reader.anchor.published;
        let day = match start.part {
            Part::Day(None, DayName::Offset(offset)) if offset != 0 => {
                published.and_then(|day| day.checked_add_signed(TimeDelta::days(offset)))
            }
            _ => self.reader.anchor.last_day.filter(|_| is_later && is_that_day),
        };
        if start.part == Part::Day(None, DayName::Offset(0)) {
            start.part = Part::ThisDay;
        } else if let (Part::Month(MonthName::Offset(0)), Some(day)) = (start.part, published) {
            start.part = Part::Month(MonthName::Number(day.month()));
        } else if let Some(day) = day {
            start.part = Part::Day(Some(MonthName::Number(day.month())), DayName::Number(day.day()));
        } else if start.year.is_some() || !start.in_a_year() {
            return;
        }
        start.year = Some(YearName::Number(first.year()));
    }

    /// 上年, 上月 and 全年 belong to the period that the sentence reports; after 比 to that of the sentence before.
    pub(super) fn go_on_from_period(&self, expression: &mut TimeExpr, range: &Range<usize>) {
        // 9月上旬出口增5%，較去年同月: all of that month
        let is_month = expression.start.part == Part::SamePeriod
            && expression.start.year == Some(YearName::Offset(-1))
            && self.text.get(range.clone()).is_some_and(|word| word.ends_with("同月"));
        let period = self.reader.anchor.last_period.filter(|(first, last)| is_month && first.month() == last.month());
        let period = period.map(|(first, _)| (first.year(), first.month()));
        if let Some((year, month)) = period.or_else(|| self.reader.anchor.last_month.filter(|_| is_month)) {
            if self.is_of_late(year) {
                expression.start.year = Some(YearName::Number(year - 1));
            }
            expression.start.part = Part::Month(MonthName::Number(month));
            return;
        }
        self.put_into_same_quarter(&mut expression.start, range);
        // 去年盈利130億元，較去年同期: a year is not compared with itself
        let is_last_year =
            (expression.start.part, expression.start.year) == (Part::SamePeriod, Some(YearName::Offset(-1)));
        let told = self.reader.anchor.last_period.map(|(_, last)| last.year());
        let before = self.reader.anchor.published.map(|published| published.year() - 1);
        // 與去年持平。今年1.2元，較去年同期: of what is told last
        let reports_present = self.reported.as_ref().and_then(|reported| reported.days).is_some_and(|(_, last)| {
            self.reader.anchor.published.is_some_and(|published| last.year() == published.year())
        });
        if let Some(year) = told.filter(|_| is_last_year && told == before && !reports_present) {
            expression.start.year = Some(YearName::Number(year - 1));
        }
        let Some(reported) = self.reported.or(self.reader.reported) else { return };
        let from = if self.reported.is_some() { reported.end } else { 0 };
        let between = self.text.get(from..range.start).filter(|between| between.len() < FAR);
        let Some(between) = between else { return };
        self.count_from_reported(&mut expression.start, &reported, between, range);
        if between.contains('\n') || self.breaks_past(expression, range) {
            return;
        }
        self.put_into_reported_year(&mut expression.start, &reported, between, range);
    }

    /// Whether a year is that of the publication or the one before, so that 去年 of a report may be the year before it.
    fn is_of_late(&self, year: i32) -> bool {
        self.reader.anchor.published.is_none_or(|published| (published.year() - 1..=published.year()).contains(&year))
    }

    /// 2月15日至23日…去年同季: all of that quarter.
    fn put_into_same_quarter(&self, start: &mut Point, range: &Range<usize>) {
        let is_last_year = (start.part, start.year) == (Part::SamePeriod, Some(YearName::Offset(-1)));
        let is_quarter = self.text.get(range.clone()).is_some_and(|word| any_of!["同季", "同季度"].ends(word));
        let quarter = |day: NaiveDate| (day.month() - 1) / 3 + 1;
        let told = self.reader.anchor.last_period.filter(|_| is_last_year && is_quarter);
        if let Some((first, _)) =
            told.filter(|(first, last)| first.year() == last.year() && quarter(*first) == quarter(*last))
        {
            start.part = Part::Quarter(quarter(first));
            if self.is_of_late(first.year()) {
                start.year = Some(YearName::Number(first.year() - 1));
            }
        }
    }

    /// 10月上漲0.3%，較上月; 10月…⏎由上月上漲6.7%: counted from the period that is reported.
    fn count_from_reported(&self, start: &mut Point, reported: &LastTime, between: &str, range: &Range<usize>) {
        let word = self.text.get(range.clone()).unwrap_or_default();
        let head = self.text.get(..range.start).unwrap_or_default();
        let is_compared = COMPARED.suffix(head).is_some() || head.ends_with(['与', '跟', '和', '从', '自', '由']);
        // 年初被捕，上月判刑: what is not compared counts from the month whose figures are the newest
        let is_newest = || {
            let ended = reported.days.zip(self.reader.anchor.published).map(|((_, last), day)| (day - last).num_days());
            matches!(reported.point.part, Part::Month(_)) && ended.is_none_or(|days| days < NEWEST)
        };
        let is_month = matches!(start.part, Part::Month(MonthName::Offset(-1)));
        // 一季度業績。營業利潤率7.3%，上一季度和去年同期: a quarter is not beside itself
        let is_quarter = start.part == Part::QuarterOffset(-1) && matches!(reported.point.part, Part::Quarter(_));
        let is_itself = is_quarter && TimeExpr::of(*start).days(&self.reader.anchor) == reported.days;
        let is_told =
            || (!has_end(between) || is_itself) && (!is_month || is_newest()) && !self.is_long_past(start, reported);
        let counts = match self.reported {
            Some(_) if !between.contains('\n') => is_compared || is_told(),
            // of the passage or the line before
            _ => is_compared && (is_month && is_newest() || self.goes_on_comparing(start, reported)),
        };
        if is_before_reported(word) && counts {
            count_from_period(start, reported);
        }
    }

    /// 2023年招生3萬人。⏎學校較上年少3所; 第二季…⏎較上季: of a passage before, a year that is over or a quarter.
    fn goes_on_comparing(&self, start: &Point, reported: &LastTime) -> bool {
        let is_over = |year: i32| self.reader.anchor.published.is_some_and(|day| day.year() == year + 1);
        match (start.part, reported.point.part) {
            (Part::Year, Part::Year) => {
                start.year == Some(YearName::Offset(-1))
                    && reported.is_told
                    && reported.days.is_some_and(|(first, last)| first.year() == last.year() && is_over(first.year()))
            }
            (Part::QuarterOffset(-1), Part::Quarter(_)) => true,
            _ => false,
        }
    }

    /// 7月20日暴雨，21日停電: a day of the month told before.
    pub(super) fn day_goes_on(&self, start: &mut Point, day: u32, last: &LastTime, before: NaiveDate, between: &str) {
        // 12月31日延至隔日凌晨；31日6時起: told before
        if let Some(again) = self.told_again(day, before, between) {
            start.put_on(again);
            return;
        }
        let published = self.reader.anchor.published;
        let is_day = match last.point.part {
            // 國慶客流創新高，5日起回落
            Part::Day(Some(_), _) | Part::Day(None, DayName::Last(_)) | Part::Feast(..) => true,
            // 年初一行劫，15日落網
            Part::Moon(_) => last.days.is_some_and(|(first, end)| first == end),
            // 15日開會，22日派息
            Part::Day(None, DayName::Number(_)) => published.is_some_and(|published| before > published),
            _ => false,
        };
        // 經過一個多月，23日 is of another month
        let is_later = between.contains("个月") || between.contains("个多月");
        // 11月29日投票，15日提名: a day of that month or of the present one
        let is_ahead = published.is_some_and(|published| {
            let of_month = before.with_day(day).filter(|there| *there >= published);
            before > published && (before.month() != published.month()) && of_month.is_some()
        });
        if matches!(last.point.part, Part::Day(Some(_), _)) && day < before.day() && is_ahead && !is_later {
            start.part = Part::Unknown;
            return;
        }
        // 除夕為28日: a feast to come
        let is_feast = matches!(last.point.part, Part::Feast(..)) && published.is_some_and(|base| before > base);
        if (is_day && day > before.day() || is_feast && day >= before.day()) && !is_later {
            // 元旦升旗，31日起管制: the day before is nearer
            let is_far = is_feast && day > before.day() + 20;
            let month = before.with_day(1).filter(|_| is_far).and_then(|first| first.pred_opt()).unwrap_or(before);
            start.year = Some(YearName::Number(month.year()));
            start.part = Part::Day(Some(MonthName::Number(month.month())), DayName::Number(day));
        }
    }

    /// A day of that number that was told a few times before, within a week of the one told last.
    fn told_again(&self, number: u32, before: NaiveDate, between: &str) -> Option<NaiveDate> {
        const FEW: usize = 4;
        if has_stop(between) {
            return None;
        }
        let days = self.reader.times.iter().rev().take(FEW).filter_map(|time| {
            let (from, to) = (time.item.from?.date(), time.item.to?.date());
            (from == to && time.item.relation == Relation::On).then_some(from)
        });
        days.skip(1).find(|day| day.day() == number && (before - *day).num_days().abs() <= WEEK && *day < before)
    }

    /// 7月20日，暴雨。21日，停電。 A narrative of another month than the present one goes on in the next sentence.
    fn tells_days(&self, expression: &TimeExpr, last: &LastTime, between: &str) -> bool {
        let is_bare = matches!(expression.start.part, Part::Day(None, DayName::Number(_)));
        let is_day = matches!(last.point.part, Part::Day(Some(_), _) | Part::Day(None, DayName::Last(_)));
        let other = last.days.zip(self.reader.anchor.published).is_some_and(|((first, _), published)| {
            let is_other = (first.year(), first.month()) != (published.year(), published.month());
            is_other && (first < published || is_later_day(expression, first, published))
        });
        let is_later = between.contains("个月") || between.contains("个多月");
        is_bare && is_day && !last.is_compared && other && stops(between) < 2 && !is_later
    }

    /// The day of the month told last, but where somebody spoke on a day just past; open where it may be either.
    fn go_on_in_month(&self, expression: &mut TimeExpr, last: &LastTime, range: &Range<usize>) {
        let (Part::Day(_, DayName::Number(day)), Some((first, _))) = (expression.start.part, last.days) else { return };
        if day < first.day() {
            return;
        }
        let recent = TimeExpr::of(expression.start).days(&Anchor { ahead: false, ..self.reader.anchor });
        let is_recent = recent
            .zip(self.reader.anchor.published)
            .is_some_and(|((recent, _), published)| (0..4).contains(&(published - recent).num_days()));
        let head = clause_before(self.text.get(..range.start).unwrap_or_default());
        let tail = sentence_after(self.text.get(range.end..).unwrap_or_default());
        let is_spoken = || SPOKE.is_in(head) || SPOKE.is_in(tail);
        if !is_recent {
            let month = Some(MonthName::Number(first.month()));
            expression.start.year = Some(YearName::Number(first.year()));
            expression.start.part = Part::Day(month, DayName::Number(day));
        } else if !is_spoken() {
            *expression = TimeExpr::unknown(expression.kind, false);
        }
    }

    /// 6月推出首批。10月再推。 What follows a time ahead, in the next sentence, is later.
    fn goes_on_ahead(&self, expression: &TimeExpr, last: &LastTime, between: &str) -> bool {
        let ahead = last.days.zip(self.reader.anchor.published).filter(|((first, _), published)| first > published);
        let is_later =
            |first: NaiveDate| self.days_in(&expression.start, first.year()).is_some_and(|(next, _)| next > first);
        let is_month = expression.start.year.is_none() && expression.start.month().is_some();
        // 合同明年1月到期。9月起改行, told in November: what is over in the present year
        let is_over = |published: NaiveDate| {
            self.days_in(&expression.start, published.year()).is_some_and(|(first, _)| first <= published)
        };
        let goes_on = |(first, published): (NaiveDate, NaiveDate)| {
            is_later(first) && (first.year() == published.year() || !is_over(published))
        };
        is_month && stops(between) == 1 && ahead.is_some_and(|((first, _), published)| goes_on((first, published)))
    }

    /// 7月20日，暴雨。⏎21日，停電。 A narrative of another month goes on in the next paragraph.
    pub(super) fn go_on_from_paragraph(&self, expression: &mut TimeExpr, range: &Range<usize>) {
        let Some(last) = self.reader.told.filter(|last| !last.is_compared) else { return };
        if self.tells_days(expression, &last, "") {
            self.go_on_in_month(expression, &last, range);
        }
    }

    /// Whether the day told last lies ahead, and what is counted from it is compared with or told so far: 較前一日, 截至當日, 按當日匯率.
    fn is_before_plan(&self, head: &str) -> bool {
        let is_ahead =
            self.reader.anchor.last_day.zip(self.reader.anchor.published).is_some_and(|(day, now)| day > now);
        is_ahead && (COMPARED.suffix(head).is_some() || any_of!["截至", "截止", "按"].ends(head))
    }

    /// 目前…比2018年同期, 明日改掛三號。下午5時: another day or period is meant than the one told last.
    pub(super) fn is_told_anew(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let head = self.text.get(..range.start).unwrap_or_default();
        match expression.start.part {
            Part::SamePeriod if self.last_time.is_some_and(|last| matches!(last.point.part, Part::Feast(..))) => true,
            // 較10月同期: the same days of that month
            Part::SamePeriod if self.last_time.is_some_and(|last| last.end == range.start) => true,
            // 去年佳節同期: of a feast that nobody named
            Part::SamePeriod if head.ends_with(['节', '假', '庆']) => true,
            // 預計20日退出警戒。較前一日: of what was measured, not of what is to come
            Part::Day(None, DayName::Last(..=0)) if self.is_before_plan(head) => true,
            Part::SamePeriod => {
                let told = self.reader.times.last().map_or(0, |last| last.text.end as usize);
                let between = self.reader.text.get(told..self.base + range.start).unwrap_or_default();
                any_of!["目前", "现在", "现时"].is_in(between)
            }
            // 4月10日坍塌。截至目前，較前一日
            Part::Day(None, DayName::Last(..0)) => {
                let told = self.last_time.filter(|last| last.days.is_some_and(|(first, end)| first == end));
                let between = told.and_then(|last| self.text.get(last.end..range.start));
                between.is_some_and(|between| has_stop(between) && comes_to_now(between))
            }
            Part::Day(None, DayName::Last(0)) if expression.start.clock.is_some() => {
                let told = self.last_time.filter(|last| {
                    matches!(last.point.part, Part::Day(_, DayName::Offset(1..) | DayName::Numbered(1.., _)))
                });
                let between = told.and_then(|last| self.text.get(last.end..range.start));
                // 6月1日起24小時運作，目前只服務至晚上10時
                let is_usual = |last: LastTime| {
                    let between = self.text.get(last.end..range.start).unwrap_or_default();
                    any_of!["目前", "现时", "平日", "平时", "一般", "通常"].is_in(between)
                };
                between.is_some_and(has_stop) || self.last_time.is_some_and(is_usual)
            }
            _ => false,
        }
    }
}

/// Whether a bare day comes after one that lies ahead, in its month, and is none of the days around the publication.
fn is_later_day(expression: &TimeExpr, told: NaiveDate, published: NaiveDate) -> bool {
    let Part::Day(None, DayName::Number(day)) = expression.start.part else { return false };
    let later = told.with_day(day).filter(|later| *later > told);
    let of_present = [published.with_day(day), published.with_day(1).and_then(|first| first.pred_opt()?.with_day(day))];
    let is_near = of_present.into_iter().flatten().any(|near| (near - published).num_days().abs() < 5);
    later.is_some() && !is_near
}

/// 上年, 上月 and 上季 count from the period that the sentence reports; 去年 and 上個月 from the publication.
fn count_from_period(start: &mut Point, last: &LastTime) {
    let Some((first, end)) = last.days else { return };
    if start.year == Some(YearName::Offset(-1)) {
        // of a winter the same period is named by the year that it ends in
        let year = if start.part == Part::SamePeriod { end.year() } else { first.year() };
        start.year = Some(YearName::Number(year - 1));
        return;
    }
    let (year, month) = (first.year(), first.month());
    let is_month = (year, month) == (end.year(), end.month());
    match start.part {
        Part::Month(MonthName::Offset(-1)) if is_month => {
            let before = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
            start.year = Some(YearName::Number(before.0));
            start.part = Part::Month(MonthName::Number(before.1));
        }
        Part::QuarterOffset(-1)
            if matches!(last.point.part, Part::Quarter(_) | Part::QuarterOffset(_)) || is_quarter((first, end)) =>
        {
            let quarter = (month - 1) / 3 + 1;
            let before = if quarter == 1 { (year - 1, 4) } else { (year, quarter - 1) };
            start.year = Some(YearName::Number(before.0));
            start.part = Part::Quarter(before.1);
        }
        _ => {}
    }
}

/// Whether months or days are those of a quarter, but for some days at its end: 1至3月, 7月1日至9月29日.
fn is_quarter((first, end): (NaiveDate, NaiveDate)) -> bool {
    const LENGTH: core::ops::RangeInclusive<i64> = 84..=92;
    first.day() == 1 && first.month() % 3 == 1 && LENGTH.contains(&(end - first).num_days())
}

/// Whether a sentence ends in a text.
pub(super) fn has_end(text: &str) -> bool {
    text.contains(['。', '！', '？'])
}

/// Whether a word names what lies before the period that is reported: 上年, 上月末.
pub(super) fn is_before_reported(word: &str) -> bool {
    word.starts_with('上') && !word.starts_with("上个") && !word.starts_with("上半")
}

/// Whether a part of the calendar is a quarter, a half or months of a year.
pub(super) const fn is_part(part: Part) -> bool {
    matches!(part, Part::Quarter(_) | Part::Half(_) | Part::Months(..))
}

/// 11日復課；18日考試: a day of the month after another, over a semicolon.
fn goes_on_in_month(expression: &TimeExpr, last: &LastTime, between: &str) -> bool {
    matches!(expression.start.part, Part::Day(None, DayName::Number(_)))
        && matches!(last.point.part, Part::Day(Some(_), _))
        && !last.is_compared
        && stops(between) == 0
}

/// 5月1日、2日; 順延至18日、19日; 次年3月22日、23日: the month and year are said once.
fn go_on_in_list(start: &mut Point, last: &LastTime) {
    *start = start.beside(&last.point);
    // 順延至18日、19日: both of that month
    if let (Part::Day(None, DayName::Number(day)), Part::Day(None, DayName::Number(_)), Some((first, _))) =
        (start.part, last.point.part, last.days)
    {
        if day > first.day() {
            start.year = Some(YearName::Number(first.year()));
            start.part = Part::Day(Some(MonthName::Number(first.month())), DayName::Number(day));
        }
    }
    // 次年3月22日、23日: both of that year
    if let (Some(YearName::Last(_)), Some((first, _))) = (start.year, last.days) {
        start.year = Some(YearName::Number(first.year()));
    }
}

/// Whether a feast is told as a day, and not its holidays or as what is to come.
fn is_day_of_feast(last: &LastTime, rest: &str) -> bool {
    const HOLIDAYS: &WordSet = any_of![
        "假",
        "长假",
        "连假",
        "小长假",
        "补假",
        "放假",
        "调休",
        "期间",
        "黄金周",
        "档",
        "前",
        "后",
        "将",
        "临近",
        "快",
        "来临",
        "至",
    ];
    last.relation == Relation::On && !last.is_compared && !HOLIDAYS.begins(rest)
}

/// Whether a clause says what was measured: 通脹率為0.3%, 錄得2084宗.
fn has_figure(clause: &str) -> bool {
    const MEASURED: &WordSet = any_of!["率为", "录得", "收报", "同比", "环比", "按年", "按月", "年增", "年减"];
    MEASURED.is_in(clause) && clause.contains(|c: char| c.is_ascii_digit())
}

/// Whether words between a time and a weekday say which one it is: 為, 適逢.
fn is_called(between: &str) -> bool {
    let stem = between.trim_start_matches(['，', ',', '因', '都', '均', '也', '正', '恰', '刚', '好']);
    matches!(stem, "为" | "是" | "适逢" | "恰逢" | "逢" | "值" | "落在" | "遇" | "遇上" | "碰上" | "乃")
}

/// Whether two times are named as one or the other.
fn is_or(between: &str) -> bool {
    matches!(between.trim_start_matches(['，', ',']), "或" | "或者" | "或是" | "甚至")
}
