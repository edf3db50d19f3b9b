//! Times: [`TimeExpr`], what the words say, and [`TimeRef`], what they mean on the calendar.
//!
//! [`TimeExpr::resolve`] turns the one into the other against an [`Anchor`], usually the day of publication. Reading is
//! the business of [`crate::grammar`]. Imports nothing of the crate.

use core::fmt;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};

use crate::named::named;

named! {
    /// What sort of calendar expression it is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum TimeKind {
        /// 21世紀.
        Century = "century",
        /// 90年代.
        Decade = "decade",
        /// 十四五: a five-year plan.
        Plan = "plan",
        /// 2023年, 去年.
        Year = "year",
        /// 上半年.
        Half = "half",
        /// 第三季.
        Quarter = "quarter",
        /// 9月, 上月.
        Month = "month",
        /// 7月中旬.
        TenDays = "ten_days",
        /// 上週.
        Week = "week",
        /// 9月20日, 昨日, 週五.
        Day = "day",
        /// A day with a time of day.
        DateTime = "datetime",
        /// 春節.
        Festival = "festival",
        /// 1至9月.
        Range = "range",
        /// 三年多來: a duration beside a word that makes it a time.
        Duration = "duration",
        /// 每年.
        Set = "set",
    }
}

named! {
    /// The calendar in which a time is written; what it means is always Gregorian.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub enum Calendar {
        /// 2023年.
        #[default]
        Gregorian = "gregorian",
        /// 民國112年: years since 1912.
        Minguo = "minguo",
        /// 正月初一.
        Lunar = "lunar",
    }
}

named! {
    /// How what is said lies to the time.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub enum Relation {
        /// At it.
        #[default]
        On = "on",
        /// 以來, 起.
        Since = "since",
        /// 為止, 至今.
        Until = "until",
        /// 前, 截至.
        Before = "before",
        /// 後.
        After = "after",
        /// 期間, 內.
        During = "during",
    }
}

/// A day, or an instant where the text has a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// A whole day.
    Date(NaiveDate),
    /// A day and a time of day, local to the text.
    DateTime(NaiveDateTime),
}

impl Moment {
    /// The day.
    #[must_use]
    pub const fn date(self) -> NaiveDate {
        match self {
            Self::Date(date) => date,
            Self::DateTime(instant) => instant.date(),
        }
    }
}

impl From<NaiveDate> for Moment {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

impl From<NaiveDateTime> for Moment {
    fn from(instant: NaiveDateTime) -> Self {
        Self::DateTime(instant)
    }
}

impl fmt::Display for Moment {
    /// ISO 8601: `2023-09-20`, `2023-09-20T19:32:21`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => write!(f, "{}", date.format("%Y-%m-%d")),
            Self::DateTime(instant) => write!(f, "{}", instant.format("%Y-%m-%dT%H:%M:%S")),
        }
    }
}

impl core::str::FromStr for Moment {
    type Err = chrono::ParseError;

    /// The moment of an ISO 8601 date or date-time, `T` or a blank between them, the seconds optional.
    ///
    /// # Errors
    ///
    /// chrono's error where it is neither.
    fn from_str(text: &str) -> Result<Self, chrono::ParseError> {
        if let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
            return Ok(Self::Date(date));
        }
        let (date, clock) = text.split_once(['T', ' ']).unwrap_or((text, ""));
        let date = NaiveDate::parse_from_str(date, "%Y-%m-%d")?;
        let clock =
            NaiveTime::parse_from_str(clock, "%H:%M:%S").or_else(|_| NaiveTime::parse_from_str(clock, "%H:%M"))?;
        Ok(Self::DateTime(date.and_time(clock)))
    }
}

/// What a time means: first and last day, both inclusive.
///
/// ```
/// use wanyi::{Found, Parser};
/// use chrono::NaiveDate;
///
/// let day = NaiveDate::from_ymd_opt(2023, 9, 20).ok_or("no such day")?;
/// let found: Found<'_> = Parser::new().published(day).find_quantities("今年以來簽約49個");
/// let time = found.times().next().ok_or("no time")?;
/// assert_eq!((time.text(), time.kind.name(), time.relation.name()), ("今年以來", "year", "since"));
/// assert_eq!(time.from.map(|m| m.to_string()).as_deref(), Some("2023-01-01"));
/// assert_eq!(time.to.map(|m| m.to_string()).as_deref(), Some("2023-09-20"));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TimeRef {
    /// What sort of expression it is.
    pub kind: TimeKind,
    /// The calendar in which it is written.
    pub calendar: Calendar,
    /// How what is said lies to it.
    pub relation: Relation,
    /// The first day, or the instant; `None` where nothing can be known, or the side is open.
    pub from: Option<Moment>,
    /// The last day, inclusive, or the instant.
    pub to: Option<Moment>,
    /// Whether the words leave open which days they mean: 近日.
    pub vague: bool,
}

impl TimeRef {
    pub(crate) fn new(kind: TimeKind, calendar: Calendar, relation: Relation, vague: bool) -> Self {
        Self { kind, calendar, relation, from: None, to: None, vague }
    }
}

/// What a text's times are counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The day of publication.
    pub published: Option<NaiveDate>,
    /// The day that the text named last, for 當日 and 次日.
    pub last_day: Option<NaiveDate>,
    /// The year that the text named last, for 同年.
    pub last_year: Option<i32>,
    /// Whether the words look ahead (將於, 明年), so that a bare day may lie in the future.
    pub ahead: bool,
}

impl Anchor {
    /// The anchor of a publication day.
    #[must_use]
    pub const fn on(published: Option<NaiveDate>) -> Self {
        Self { published, last_day: None, last_year: None, ahead: false }
    }
}

/// A year as it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum YearName {
    Number(i32),
    /// 去年 is -1.
    Offset(i32),
    /// 同年.
    Last,
}

/// A month as it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MonthName {
    Number(u32),
    /// 上月 is -1.
    Offset(i32),
}

/// A day as it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayName {
    Number(u32),
    /// 昨日 is -1.
    Offset(i64),
    /// 當日 is 0, 次日 1: from the day named last.
    Last(i64),
}

/// What part of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Year,
    Half(u32),
    Quarter(u32),
    /// The first N months.
    FirstMonths(u32),
    Month(MonthName),
    /// 上旬 is 1.
    TenDays(MonthName, u32),
    Day(Option<MonthName>, DayName),
    /// 上週 is -1.
    Week(i64),
    /// The day of a week, Monday is 0; without a week, the nearest past one.
    Weekday(Option<i64>, u32),
    /// Years `from..=to`, for decades and plans.
    Years(i32, i32),
    /// Something that no calendar fixes.
    Unknown,
}

/// Which end of the part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Edge {
    #[default]
    Whole,
    /// 初.
    Start,
    /// 底, 末.
    End,
}

/// One end of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) year: Option<YearName>,
    pub(crate) part: Part,
    pub(crate) edge: Edge,
    pub(crate) clock: Option<(u32, u32, u32)>,
}

impl Point {
    pub(crate) const fn of(year: Option<YearName>, part: Part) -> Self {
        Self { year, part, edge: Edge::Whole, clock: None }
    }

    /// A bare day in the month of another: the 2日 of 5月1日、2日.
    pub(crate) const fn in_month_of(self, other: &Self) -> Self {
        match (self.part, other.part) {
            (Part::Day(None, day @ DayName::Number(_)), Part::Day(Some(month), _)) => {
                Self { year: other.year, part: Part::Day(Some(month), day), ..self }
            }
            _ => self,
        }
    }

    /// The same point with another number: the 7 of 7、8月.
    pub(crate) fn with_number(&self, n: u32) -> Option<Self> {
        let (year, part) = match (self.year, self.part) {
            (Some(YearName::Number(_)), Part::Year) => (Some(YearName::Number(i32::try_from(n).ok()?)), Part::Year),
            (year, Part::Month(MonthName::Number(_))) if (1..=12).contains(&n) => {
                (year, Part::Month(MonthName::Number(n)))
            }
            (year, Part::Day(month, DayName::Number(_))) if (1..=31).contains(&n) => {
                (year, Part::Day(month, DayName::Number(n)))
            }
            _ => return None,
        };
        Some(Self::of(year, part))
    }

    /// What sort of expression it is.
    pub(crate) const fn kind(&self) -> TimeKind {
        if self.clock.is_some() {
            return TimeKind::DateTime;
        }
        match self.part {
            Part::Year | Part::Unknown => TimeKind::Year,
            Part::Half(_) => TimeKind::Half,
            Part::Quarter(_) => TimeKind::Quarter,
            Part::FirstMonths(_) => TimeKind::Range,
            Part::Month(_) => TimeKind::Month,
            Part::TenDays(..) => TimeKind::TenDays,
            Part::Day(..) | Part::Weekday(..) => TimeKind::Day,
            Part::Week(_) => TimeKind::Week,
            Part::Years(from, to) => {
                if to - from == 9 {
                    TimeKind::Decade
                } else if to - from > 9 {
                    TimeKind::Century
                } else {
                    TimeKind::Plan
                }
            }
        }
    }

    /// First and last day.
    fn days(&self, anchor: &Anchor) -> Option<(NaiveDate, NaiveDate)> {
        let base = anchor.published;
        let year = match self.year {
            Some(YearName::Number(year)) => Some(year),
            Some(YearName::Offset(offset)) => Some(base?.year() + offset),
            Some(YearName::Last) => Some(anchor.last_year?),
            None => None,
        };
        let whole = |first: NaiveDate, last: NaiveDate| Some((first, last));
        let months =
            |year: i32, first: u32, last: u32| whole(NaiveDate::from_ymd_opt(year, first, 1)?, month_end(year, last)?);
        let base_year = || year.or_else(|| base.map(|day| day.year()));
        match self.part {
            Part::Year => months(base_year()?, 1, 12),
            Part::Half(half) => months(base_year()?, half * 6 - 5, half * 6),
            Part::Quarter(quarter) => months(base_year()?, quarter * 3 - 2, quarter * 3),
            Part::FirstMonths(count) => months(base_year()?, 1, count),
            Part::Years(from, to) => whole(NaiveDate::from_ymd_opt(from, 1, 1)?, NaiveDate::from_ymd_opt(to, 12, 31)?),
            Part::Month(month) => {
                let (year, month) = self.month(month, year, anchor)?;
                months(year, month, month)
            }
            Part::TenDays(month, third) => {
                let (year, month) = self.month(month, year, anchor)?;
                let last = if third == 3 {
                    month_end(year, month)?
                } else {
                    NaiveDate::from_ymd_opt(year, month, third * 10)?
                };
                whole(NaiveDate::from_ymd_opt(year, month, third * 10 - 9)?, last)
            }
            Part::Day(month, day) => {
                let day = match (month, day) {
                    (_, DayName::Offset(offset)) => shift(base?, offset)?,
                    (_, DayName::Last(offset)) => shift(anchor.last_day.or(base)?, offset)?,
                    (Some(month), DayName::Number(day)) => {
                        if let (MonthName::Number(month), None) = (month, year) {
                            nearest_month_day(base?, month, day, anchor.ahead)?
                        } else {
                            let (year, month) = self.month(month, year, anchor)?;
                            NaiveDate::from_ymd_opt(year, month, day)?
                        }
                    }
                    (None, DayName::Number(day)) => nearest_day(base?, day, anchor.ahead)?,
                };
                whole(day, day)
            }
            Part::Week(offset) => {
                let monday = shift(base?, offset * 7 - i64::from(base?.weekday().num_days_from_monday()))?;
                whole(monday, shift(monday, 6)?)
            }
            Part::Weekday(week, weekday) => {
                let base = base?;
                let today = i64::from(base.weekday().num_days_from_monday());
                let weekday = i64::from(weekday);
                let day = match week {
                    Some(week) => shift(base, week * 7 + weekday - today)?,
                    None if anchor.ahead => shift(base, (weekday - today).rem_euclid(7))?,
                    None => shift(base, -(today - weekday).rem_euclid(7))?,
                };
                whole(day, day)
            }
            Part::Unknown => None,
        }
    }

    /// The year and number of a month.
    fn month(&self, month: MonthName, year: Option<i32>, anchor: &Anchor) -> Option<(i32, u32)> {
        match (month, year) {
            (MonthName::Number(month), Some(year)) => Some((year, month)),
            (MonthName::Number(month), None) => {
                let base = anchor.published?;
                // the nearest past one, but for the months just ahead
                let distance = i64::from(month) - i64::from(base.month());
                let reach = if anchor.ahead { 11 } else { 2 };
                let year = if distance > reach {
                    base.year() - 1
                } else if distance < -9 && anchor.ahead {
                    base.year() + 1
                } else {
                    base.year()
                };
                Some((year, month))
            }
            (MonthName::Offset(offset), _) => {
                let base = anchor.published?;
                let months = base.year() * 12 + i32::try_from(base.month0()).ok()? + offset;
                Some((months.div_euclid(12), u32::try_from(months.rem_euclid(12)).ok()? + 1))
            }
        }
    }

    /// First and last moment, the edge and the time of day applied.
    fn moments(&self, anchor: &Anchor) -> Option<(Moment, Moment)> {
        let (first, last) = self.days(anchor)?;
        let (first, last) = match self.edge {
            Edge::Whole => (first, last),
            Edge::Start => (
                first,
                if last - first > chrono::TimeDelta::days(40) {
                    month_end(first.year(), first.month())?
                } else {
                    first
                },
            ),
            Edge::End => (
                if last - first > chrono::TimeDelta::days(40) {
                    NaiveDate::from_ymd_opt(last.year(), last.month(), 1)?
                } else {
                    last
                },
                last,
            ),
        };
        match self.clock {
            Some((hour, minute, second)) => {
                // 24時 is the first instant of the next day
                let day = if hour == 24 { shift(first, 1)? } else { first };
                let at = Moment::DateTime(day.and_hms_opt(hour % 24, minute, second)?);
                Some((at, at))
            }
            None => Some((Moment::Date(first), Moment::Date(last))),
        }
    }
}

fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt()
}

fn shift(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let days = Days::new(by.unsigned_abs());
    if by < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
}

/// How many days ahead a bare day or month-day may lie without words that look ahead.
const NEAR_FUTURE: i64 = 45;

/// The month-day nearest to the base: the last one, or the next where it is near or the words look ahead.
fn nearest_month_day(base: NaiveDate, month: u32, day: u32, ahead: bool) -> Option<NaiveDate> {
    let this = NaiveDate::from_ymd_opt(base.year(), month, day);
    let next = NaiveDate::from_ymd_opt(base.year() + 1, month, day);
    let last = NaiveDate::from_ymd_opt(base.year() - 1, month, day);
    let reach = if ahead { 366 } else { NEAR_FUTURE };
    let fits = |date: &NaiveDate| (*date - base).num_days() <= reach;
    if ahead {
        // the nearer of this year's and the next one
        return this.filter(|date| (base - *date).num_days() <= 183).or(next).or(this);
    }
    next.filter(fits).or_else(|| this.filter(fits)).or(last)
}

/// The day of the month nearest to the base.
fn nearest_day(base: NaiveDate, day: u32, ahead: bool) -> Option<NaiveDate> {
    let of_month = |offset: i32| {
        let months = base.year() * 12 + i32::try_from(base.month0()).ok()? + offset;
        NaiveDate::from_ymd_opt(months.div_euclid(12), u32::try_from(months.rem_euclid(12)).ok()? + 1, day)
    };
    let this = of_month(0)?;
    let days = (this - base).num_days();
    if ahead {
        return if days < -14 { of_month(1).or(Some(this)) } else { Some(this) };
    }
    let reach = 7;
    if days > reach {
        of_month(-1).or(Some(this))
    } else if let Some(next) = of_month(1).filter(|next| (*next - base).num_days() <= 3) {
        Some(next)
    } else {
        Some(this)
    }
}

/// A time as the words say it, before it is resolved.
///
/// ```
/// use wanyi::{grammar, Lexicon, Anchor};
/// use chrono::NaiveDate;
/// use nom::Parser;
///
/// let lexicon = Lexicon::default();
/// let (rest, expression) = grammar::time::<nom::error::Error<&str>>(&lexicon).parse("去年9月底，")?;
/// let time = expression.resolve(&Anchor::on(NaiveDate::from_ymd_opt(2023, 9, 20)));
/// assert_eq!((rest, time.to.map(|m| m.to_string()).as_deref()), ("，", Some("2022-09-30")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeExpr {
    pub(crate) kind: TimeKind,
    pub(crate) calendar: Calendar,
    pub(crate) relation: Relation,
    pub(crate) vague: bool,
    /// Whether the side that its relation leaves open has no end: 起, where 以來 ends today.
    pub(crate) open: bool,
    pub(crate) start: Point,
    pub(crate) end: Option<Point>,
}

impl TimeExpr {
    pub(crate) const fn of(start: Point) -> Self {
        Self {
            kind: start.kind(),
            calendar: Calendar::Gregorian,
            relation: Relation::On,
            vague: false,
            open: false,
            start,
            end: None,
        }
    }

    /// What the words mean, counted from `anchor`. What cannot be known is `None`; a day that does not exist, as
    /// 2月30日, too.
    #[must_use]
    pub fn resolve(&self, anchor: &Anchor) -> TimeRef {
        let mut time = TimeRef::new(self.kind, self.calendar, self.relation, self.vague);
        if self.vague {
            return time;
        }
        let Some((from, mut to)) = self.start.moments(anchor) else { return time };
        if let Some(end) = &self.end {
            // the second end counts from the first
            let near = Anchor { published: Some(from.date()), ahead: true, ..*anchor };
            let relative = matches!(end.year, Some(YearName::Offset(_)));
            let Some((_, last)) = end.moments(if relative { anchor } else { &near }) else { return time };
            to = last;
        }
        (time.from, time.to) = match self.relation {
            Relation::Since => {
                (Some(from), anchor.published.map(Moment::Date).filter(|end| !self.open && end.date() >= from.date()))
            }
            Relation::Before | Relation::Until => (None, Some(to)),
            Relation::After => (Some(to), None),
            Relation::On | Relation::During => (Some(from), Some(to)),
        };
        time
    }

    /// The first and last day of its words, whatever its relation.
    pub(crate) fn days(&self, anchor: &Anchor) -> Option<(NaiveDate, NaiveDate)> {
        self.start.moments(anchor).map(|(from, to)| (from.date(), to.date()))
    }
}
