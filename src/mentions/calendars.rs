//! Calendars of a year to come and of years of schools: 明年公眾假期, 2026年行事曆, 2024/25學年. The days that they list are of
//! that year, sentence after sentence, until another one is told.

use core::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::clauses::stops;
use super::narrative::{FAR, has_end};
use super::{Passage, clause_after, clause_before, sentence_after, sentence_before};
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

/// What tells that a year of schools begins, ends or pauses.
const TERMS: &WordSet = any_of![
    "开学",
    "开课",
    "始业",
    "学期",
    "结业",
    "结束",
    "寒假",
    "暑假",
    "假期",
    "放假",
    "上课",
    "行事历",
    "校历",
    "散学",
    "开始",
];

/// What a sentence of a calendar says of its days.
const LISTED: &WordSet = any_of![
    "假", "休", "补", "连放", "星期", "礼拜", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "适逢", "落在",
    "开学", "学期", "报到", "首日",
];

/// How many dates a sentence has that lists them.
const DATES: usize = 3;

/// How many characters a line of a list has at most beside its day.
const SHORT: usize = 8;

/// What a sentence of what was counted says, or of another year.
const COUNTS: &WordSet = any_of!["人次", "万", "亿", "%", "％", "今年", "去年", "接待", "发送", "录得", "按年", "同比"];

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
    /// Where it was told, or a time of it was listed last, in the text of all passages.
    told: usize,
    /// Whether its sentence alone is of it: 今年佛誕是5月5日，重陽節10月29日.
    is_brief: bool,
}

impl Passage<'_, '_> {
    /// Remembers the year that a calendar is of; another year that is told ends it.
    pub(super) fn tell_calendar(
        &mut self,
        expression: &TimeExpr,
        days: Option<(NaiveDate, NaiveDate)>,
        range: &Range<usize>,
    ) {
        let told = self.base + range.end;
        let word = self.text.get(range.clone()).unwrap_or_default();
        if let Some(year) = school_year(word).or_else(|| self.school_year_of_word(word)) {
            // one that is over goes on in its sentence alone
            let ends = NaiveDate::from_ymd_opt(year + 1, FIRST_MONTH, 1);
            let is_over =
                ends.zip(self.reader.anchor.published).is_some_and(|(end, day)| (end - day).num_days() < SOON);
            let is_school = !self.is_of_calendar(word);
            self.reader.calendar = Some(CalendarYear { year, is_school, told, is_brief: is_over });
            return;
        }
        let names_year = matches!(expression.start.year, Some(YearName::Offset(0 | 1)));
        let feast = days.filter(|_| names_year && matches!(expression.start.part, Part::Feast(..)));
        if let Some((day, _)) = feast {
            let is_listed = |calendar: &CalendarYear| !calendar.is_brief && calendar.year == day.year();
            if self.reader.calendar.as_ref().is_some_and(is_listed) {
                return;
            }
            self.reader.calendar = Some(CalendarYear { year: day.year(), is_school: false, told, is_brief: true });
            return;
        }
        let is_year = expression.start.part == Part::Year && expression.start.edge == Edge::Whole;
        let Some(year) = days.map(|(first, _)| first.year()).filter(|_| is_year && expression.end.is_none()) else {
            return;
        };
        let is_to_come = self.reader.anchor.published.is_some_and(|day| day.year() < year);
        let tail = sentence_after(self.text.get(range.end..).unwrap_or_default());
        if is_to_come && CALENDARS.is_in(tail) {
            self.reader.calendar = Some(CalendarYear { year, is_school: false, told, is_brief: false });
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

    /// Goes on with a calendar after a time that it lists.
    pub(super) fn go_on_with_calendar(&mut self, range: &Range<usize>) {
        let place = self.base + range.end;
        if let Some(calendar) = self.reader.calendar.as_mut().filter(|calendar| !calendar.is_brief) {
            calendar.told = place;
        }
    }

    /// Whether a calendar goes on to a place: within its sentence, or where a sentence tells of holidays or terms and of nothing that was
    /// counted or done.
    fn is_listed(&self, calendar: &CalendarYear, range: &Range<usize>) -> bool {
        let between = self.reader.text.get(calendar.told..self.base + range.start).unwrap_or_default();
        let is_here = between.len() < FAR && !has_end(between);
        let head = self.text.get(..range.start).unwrap_or_default();
        let tail = self.text.get(range.end..).unwrap_or_default();
        let clause = [clause_before(head), clause_after(tail)];
        let is_done = clause.iter().any(|part| part.contains(['已', '曾', '了']));
        if is_done || calendar.is_brief && !is_here {
            return false;
        }
        if calendar.is_school {
            return clause.iter().any(|part| TERMS.is_in(part));
        }
        let sentence = [sentence_before(head), sentence_after(tail)];
        // 清明節：4月4日至6日。
        let is_short = || sentence.iter().map(|part| part.chars().count()).sum::<usize>() <= SHORT;
        let lists = |part: &&str| LISTED.is_in(part);
        let counts = |part: &&str| COUNTS.is_in(part);
        // a sentence right after one that was listed
        let is_next = between.len() < FAR && !between.contains('\n') && stops(between) <= 1;
        // 追思節為十一月二日，聖誕節十二月二十五日: a sentence of nothing but dates
        let is_rich = || sentence.iter().map(|part| part.matches('月').count()).sum::<usize>() + 1 >= DATES;
        is_here || (is_next || is_short() || is_rich() || sentence.iter().any(lists)) && !sentence.iter().any(counts)
    }

    /// The year of a day, a month or a feast that a calendar lists.
    pub(super) fn year_of_calendar(&self, expression: &TimeExpr, range: &Range<usize>) -> Option<i32> {
        let calendar = self.reader.calendar?;
        let CalendarYear { year, is_school, .. } = calendar;
        if !self.is_listed(&calendar, range) {
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
