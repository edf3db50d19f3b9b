//! Calendars of a year to come and of years of schools: 明年公眾假期, 2026年行事曆, 2024/25學年. The days that they list are of
//! that year, sentence after sentence, until another one is told.

use core::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::narrative::{FAR, has_end};
use super::{Passage, sentence_after};
use crate::any_of::{WordSet, any_of};
use crate::region::Region;
use crate::time::{Edge, Part, TimeExpr, YearName};
use crate::vocabulary::COMPARED;

/// What a calendar is called.
const CALENDARS: &WordSet = any_of![
    "公众假期",
    "公共假期",
    "公假",
    "放假",
    "假期",
    "假日",
    "连假",
    "补假",
    "行事历",
    "校历",
    "校历表",
    "赛历",
    "赛程",
    "日历",
    "年历",
    "历书",
    "时间表",
    "开学日",
];

/// How many days from the publication a day is its own, whatever is listed.
const NOW: i64 = 7;

/// How many days before its end a year of schools is as good as over.
const SOON: i64 = 60;

/// The first month of a year of schools.
const FIRST_MONTH: u32 = 8;

/// The year that a calendar is of.
#[derive(Clone, Copy)]
pub(super) struct CalendarYear {
    year: i32,
    /// Whether it goes on into the next one.
    is_school: bool,
    /// Where the sentence was told that alone is of it: 今年佛誕是5月5日，重陽節10月29日.
    sentence: Option<usize>,
}

impl Passage<'_, '_> {
    /// Remembers the year that a calendar is of; another year that is told ends it.
    pub(super) fn tell_calendar(
        &mut self,
        expression: &TimeExpr,
        days: Option<(NaiveDate, NaiveDate)>,
        range: &Range<usize>,
    ) {
        let word = self.text.get(range.clone()).unwrap_or_default();
        if let Some(year) = school_year(word).or_else(|| self.school_year_of_word(word)) {
            // one that is over goes on in its sentence alone
            let ends = NaiveDate::from_ymd_opt(year + 1, FIRST_MONTH, 1);
            let is_over =
                ends.zip(self.reader.anchor.published).is_some_and(|(end, day)| (end - day).num_days() < SOON);
            let sentence = is_over.then_some(self.base + range.end);
            let is_school = !self.is_of_calendar(word);
            self.reader.calendar = Some(CalendarYear { year, is_school, sentence });
            return;
        }
        let names_year = matches!(expression.start.year, Some(YearName::Offset(0 | 1)));
        let feast = days.filter(|_| names_year && matches!(expression.start.part, Part::Feast(..)));
        if let Some((day, _)) = feast {
            let is_listed = |calendar: &CalendarYear| calendar.sentence.is_none() && calendar.year == day.year();
            if self.reader.calendar.as_ref().is_some_and(is_listed) {
                return;
            }
            let sentence = Some(self.base + range.end);
            self.reader.calendar = Some(CalendarYear { year: day.year(), is_school: false, sentence });
            return;
        }
        let is_year = expression.start.part == Part::Year && expression.start.edge == Edge::Whole;
        let Some(year) = days.map(|(first, _)| first.year()).filter(|_| is_year && expression.end.is_none()) else {
            return;
        };
        let is_to_come = self.reader.anchor.published.is_some_and(|day| day.year() < year);
        let tail = sentence_after(self.text.get(range.end..).unwrap_or_default());
        if is_to_come && CALENDARS.is_in(tail) {
            self.reader.calendar = Some(CalendarYear { year, is_school: false, sentence: None });
        } else if self.reader.calendar.is_some_and(|calendar| calendar.year != year) {
            self.reader.calendar = None;
        }
    }

    /// The first year of 下學年 and 本學年.
    fn school_year_of_word(&self, word: &str) -> Option<i32> {
        let published = self.reader.anchor.published?;
        let present = published.year() - i32::from(published.month() < FIRST_MONTH);
        match word.chars().next().filter(|_| word.contains("学年"))? {
            '下' => Some(present + 1),
            '本' => Some(present),
            _ => None,
        }
    }

    /// Whether a year of schools is that of the calendar, as in Singapore and Malaysia: 2026学年, but not 2025/26学年.
    fn is_of_calendar(&self, word: &str) -> bool {
        let is_there = matches!(self.reader.anchor.region, Some(Region::Singapore | Region::Malaysia));
        let tail = word.trim_start_matches(|c: char| c.is_ascii_digit());
        is_there && tail.starts_with(['学', '年'])
    }

    /// The year of a day, a month or a feast that a calendar lists.
    pub(super) fn year_of_calendar(&self, expression: &TimeExpr, range: &Range<usize>) -> Option<i32> {
        let CalendarYear { year, is_school, sentence } = self.reader.calendar?;
        let is_here = |from: usize| {
            let between = self.reader.text.get(from..self.base + range.start);
            between.is_some_and(|between| between.len() < FAR && !has_end(between))
        };
        if !sentence.is_none_or(is_here) {
            return None;
        }
        let start = expression.start;
        let is_open =
            start.year.is_none() && (start.month().is_some() || matches!(start.part, Part::Feast(..) | Part::Moon(_)));
        let head = self.text.get(..range.start).unwrap_or_default();
        if !is_open || COMPARED.suffix(head).is_some() {
            return None;
        }
        let first_in = |year: i32| self.days_in(&start, year).map(|(first, _)| first);
        let published = self.reader.anchor.published?;
        // 明天元旦, told on the last day of the year
        let is_near = |day: NaiveDate| (day - published).num_days().abs() <= NOW;
        let is_now = (-1..=1).any(|offset| first_in(published.year() + offset).is_some_and(is_near));
        if is_now {
            return None;
        }
        if !is_school {
            return Some(year);
        }
        let begins = NaiveDate::from_ymd_opt(year, FIRST_MONTH, 1)?;
        let ends = NaiveDate::from_ymd_opt(year + 1, FIRST_MONTH, 1)?;
        [year, year + 1].into_iter().find(|year| first_in(*year).is_some_and(|day| begins <= day && day < ends))
    }
}

/// The first year of a year of schools: 2024/25學年, 2024—2025学年, 113學年度.
fn school_year(word: &str) -> Option<i32> {
    if !word.contains("学年") {
        return None;
    }
    let digits = word.get(..word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len())?;
    let number: i32 = digits.parse().ok()?;
    match digits.len() {
        4 => Some(number),
        3 => Some(number + 1911),
        _ => None,
    }
}
