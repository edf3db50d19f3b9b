//! Times: [`TimeExpr`], what the words say, and [`Time`], what they mean on the calendar.
//!
//! [`TimeExpr::resolve`] turns the one into the other against an [`Anchor`], usually the day of publication. Reading is
//! the business of [`crate::grammar`].
//!
//! - [`expr`]: what the words say;
//! - [`resolve`]: which days that is;
//! - [`feasts`]: the table of festivals, holidays and solar terms;
//! - [`lunar`]: the lunar calendar, from the data of [`almanac`].
//!
//! Imports [`crate::region`] alone.

mod almanac;
mod expr;
mod feasts;
mod lunar;
mod resolve;

pub use expr::TimeExpr;
pub(crate) use expr::{Clock, DayName, Edge, LAST, MonthName, Moon, MoonDay, Part, Point, Step, YearName};
pub(crate) use feasts::{Feast, Rule as FeastRule};

use alloc::string::{String, ToString as _};
use core::cmp::Ordering;
use core::fmt;
use core::ops::RangeInclusive;

use chrono::format::{Item, Numeric, Pad, Parsed};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::named::named;
use crate::region::Region;

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
        /// 去年夏天: a time of which no day is known.
        Season = "season",
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
        #[doc(alias("以來", "以来"))]
        Since = "since",
        /// 為止, 至今.
        #[doc(alias("截至"))]
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
///
/// ```
/// use wanyi::Moment;
///
/// let (day, time): (Moment, Moment) = ("2023-09-20".parse()?, "2023-09-20T19:32:21".parse()?);
/// assert_eq!((day.date(), day.date_time()), (time.date(), None));
/// assert_eq!(time.date_time().map(|time| time.to_string()).as_deref(), Some("2023-09-20 19:32:21"));
/// # Ok::<(), chrono::ParseError>(())
/// ```
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

    /// The day and time of day, where the text has one.
    #[must_use]
    pub const fn date_time(self) -> Option<NaiveDateTime> {
        match self {
            Self::Date(_) => None,
            Self::DateTime(instant) => Some(instant),
        }
    }

    /// The instant that it is by the clocks of a region; `None` for a whole day.
    ///
    /// ```
    /// use wanyi::{Moment, Region};
    ///
    /// let moment: Moment = "2023-09-20T19:32".parse()?;
    /// let instant = moment.instant(Region::Taiwan).ok_or("a whole day")?;
    /// assert_eq!(instant.to_rfc3339(), "2023-09-20T19:32:00+08:00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn instant(self, region: Region) -> Option<DateTime<FixedOffset>> {
        self.date_time()?.and_local_timezone(region.utc_offset()).single()
    }
}

/// In the order of days and of times of day; a whole day comes before the times of it.
///
/// ```
/// use wanyi::Moment;
///
/// let parse = |text: &str| text.parse::<Moment>();
/// assert!(parse("2023-09-20")? < parse("2023-09-20T08:00")?);
/// assert!(parse("2023-09-20T08:00")? < parse("2023-09-21")?);
/// # Ok::<(), chrono::ParseError>(())
/// ```
impl Ord for Moment {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.date(), self.date_time()).cmp(&(other.date(), other.date_time()))
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<Moment> for NaiveDate {
    /// The day.
    fn from(moment: Moment) -> Self {
        moment.date()
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
        f.pad(&match self {
            Self::Date(date) => date.to_string(),
            Self::DateTime(instant) => {
                // chrono has a leap second as a second more than one long
                let second = instant.second() + instant.nanosecond() / 1_000_000_000;
                alloc::format!("{}T{:02}:{:02}:{second:02}", instant.date(), instant.hour(), instant.minute())
            }
        })
    }
}

// Without its format strings, whose reading is most of what chrono would bring to a program.
const DATE: &[Item<'_>] = &[
    Item::Numeric(Numeric::Year, Pad::Zero),
    Item::Literal("-"),
    Item::Numeric(Numeric::Month, Pad::Zero),
    Item::Literal("-"),
    Item::Numeric(Numeric::Day, Pad::Zero),
];
const MINUTES: &[Item<'_>] =
    &[Item::Numeric(Numeric::Hour, Pad::Zero), Item::Literal(":"), Item::Numeric(Numeric::Minute, Pad::Zero)];
const SECONDS: &[Item<'_>] = &[
    Item::Numeric(Numeric::Hour, Pad::Zero),
    Item::Literal(":"),
    Item::Numeric(Numeric::Minute, Pad::Zero),
    Item::Literal(":"),
    Item::Numeric(Numeric::Second, Pad::Zero),
];

/// What chrono reads of a whole text that is written as the items say.
fn parsed(text: &str, items: &[Item<'_>]) -> Result<Parsed, chrono::ParseError> {
    let mut parsed = Parsed::new();
    chrono::format::parse(&mut parsed, text, items.iter())?;
    Ok(parsed)
}

impl core::str::FromStr for Moment {
    type Err = chrono::ParseError;

    /// The moment of an ISO 8601 date or date-time, `T` or a blank between them, the seconds optional. An offset, as RFC 3339
    /// has it, is left out: the moment is the clock where it was written, and so is the day.
    ///
    /// # Errors
    ///
    /// chrono's error where it is neither.
    fn from_str(text: &str) -> Result<Self, chrono::ParseError> {
        let date = |text: &str| parsed(text, DATE)?.to_naive_date();
        if let Ok(date) = date(text) {
            return Ok(Self::Date(date));
        }
        if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
            return Ok(Self::DateTime(instant.naive_local()));
        }
        let (day, clock) = text.split_once(['T', ' ']).unwrap_or((text, ""));
        let clock = parsed(clock, SECONDS).or_else(|_| parsed(clock, MINUTES));
        Ok(Self::DateTime(date(day)?.and_time(clock?.to_naive_time()?)))
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
///
/// ```
/// let found = wanyi::find_quantities("2023年9月20日開工");
/// let day = found.times().next().and_then(|time| time.iso8601());
/// assert_eq!(day.as_deref(), Some("2023-09-20"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Time {
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

impl Time {
    pub(crate) fn new(kind: TimeKind, calendar: Calendar, relation: Relation, vague: bool) -> Self {
        Self { kind, calendar, relation, from: None, to: None, vague }
    }

    /// Its first and last day; `None` where a side is open or not known.
    ///
    /// ```
    /// use wanyi::Parser;
    /// use chrono::NaiveDate;
    ///
    /// let day = NaiveDate::from_ymd_opt(2023, 9, 20).ok_or("no such day")?;
    /// let found = Parser::new().published(day).find_quantities("第三季出口3億元，近日公布");
    /// let days: Vec<_> = found.times().map(|time| time.days()).collect();
    /// let quarter = NaiveDate::from_ymd_opt(2023, 7, 1).zip(NaiveDate::from_ymd_opt(2023, 9, 30));
    /// assert_eq!(days, [quarter.map(|(first, last)| first..=last), None]);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn days(&self) -> Option<RangeInclusive<NaiveDate>> {
        self.from.zip(self.to).map(|(from, to)| from.date()..=to.date())
    }

    /// Whether a day lies in it: an open side reaches everywhere. `None` where nothing is known of it.
    ///
    /// ```
    /// use wanyi::Parser;
    /// use chrono::NaiveDate;
    ///
    /// let day = |day| NaiveDate::from_ymd_opt(2023, 9, day).ok_or("no such day");
    /// let found = Parser::new().published(day(20)?).find_quantities("截至15日簽約49個，近日公布");
    /// let contains: Vec<_> = found.times().map(|time| time.contains(day(14).ok()?)).collect();
    /// assert_eq!(contains, [Some(true), None]);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> Option<bool> {
        self.is_known()
            .then(|| self.from.is_none_or(|from| from.date() <= day) && self.to.is_none_or(|to| day <= to.date()))
    }

    /// Whether it shares a day with another time: an open side reaches everywhere. `None` where nothing is known of one.
    ///
    /// ```
    /// use wanyi::Parser;
    /// use chrono::NaiveDate;
    ///
    /// let day = NaiveDate::from_ymd_opt(2023, 9, 20).ok_or("no such day")?;
    /// let found = Parser::new().published(day).find_quantities("第三季、8月、去年");
    /// let times: Vec<_> = found.times().collect();
    /// let overlaps = |a: usize, b: usize| times.get(a)?.overlaps(times.get(b)?);
    /// assert_eq!((overlaps(0, 1), overlaps(0, 2)), (Some(true), Some(false)));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> Option<bool> {
        let before = |last: Option<Moment>, first: Option<Moment>| {
            last.zip(first).is_some_and(|(last, first)| last.date() < first.date())
        };
        let is_known = self.is_known() && other.is_known();
        is_known.then(|| !before(self.to, other.from) && !before(other.to, self.from))
    }

    /// The year and the quarter (1 to 4) in which all of it lies.
    ///
    /// ```
    /// use wanyi::Parser;
    /// use chrono::NaiveDate;
    ///
    /// let day = NaiveDate::from_ymd_opt(2023, 9, 20).ok_or("no such day")?;
    /// let found = Parser::new().published(day).find_quantities("第三季、8月、上半年");
    /// let quarters: Vec<_> = found.times().map(|time| time.quarter()).collect();
    /// assert_eq!(quarters, [Some((2023, 3)), Some((2023, 3)), None]);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn quarter(&self) -> Option<(i32, u32)> {
        let of = |day: &NaiveDate| (day.year(), day.month0() / 3 + 1);
        let days = self.days()?;
        Some(of(days.start())).filter(|quarter| *quarter == of(days.end()))
    }

    /// Whether a side of it is known.
    const fn is_known(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// The time in ISO 8601: a day, an instant, or an interval `2023-01-01/2023-09-20`; `..` stands for an open side.
    /// `None` where nothing is known.
    #[must_use]
    pub fn iso8601(&self) -> Option<String> {
        match (self.from, self.to) {
            (None, None) => None,
            (Some(from), Some(to)) if from == to => Some(alloc::format!("{from}")),
            (from, to) => {
                let side = |moment: Option<Moment>| moment.map_or_else(|| "..".into(), |m| alloc::format!("{m}"));
                Some(alloc::format!("{}/{}", side(from), side(to)))
            }
        }
    }

    /// The time as the `value` of a TIMEX3 element (ISO-TimeML, ISO 24617-1): a calendar unit where it is exactly one
    /// (`2023`, `2023-Q3`, `2023-H1`, `2023-09`, `2023-W38`, `199` for the 1990s), a day, an instant, else the interval of
    /// [`Time::iso8601`]. What is vague is `PAST_REF`.
    ///
    /// ```
    /// use wanyi::Parser;
    /// use chrono::NaiveDate;
    ///
    /// let parser = Parser::new().published(NaiveDate::from_ymd_opt(2023, 9, 20).ok_or("no such day")?);
    /// let found = parser.find_quantities("第三季、上週、去年和90年代");
    /// let values: Vec<_> = found.times().filter_map(|time| time.timex3()).collect();
    /// assert_eq!(values, ["2023-Q3", "2023-W37", "2022", "199"]);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn timex3(&self) -> Option<String> {
        if self.vague {
            return Some("PAST_REF".into());
        }
        let (Some(from), Some(to)) = (self.from, self.to) else { return self.iso8601() };
        if let (Moment::DateTime(a), Moment::DateTime(b)) = (from, to) {
            let seconds = a.second() != 0;
            return if a != b || seconds {
                self.iso8601()
            } else {
                Some(alloc::format!("{}T{:02}:{:02}", a.date(), a.hour(), a.minute()))
            };
        }
        let (first, last) = (from.date(), to.date());
        let year = first.year();
        let whole = |months: u32| {
            first.day() == 1
                && first.month0() % months == 0
                && resolve::month_end(year, first.month0() + months) == Some(last)
        };
        let week = (last - first).num_days() == 6 && first.weekday() == chrono::Weekday::Mon;
        let years = last.year() - year + 1;
        let ends = (first.ordinal(), last.month(), last.day()) == (1, 12, 31);
        Some(match self.kind {
            _ if ends && years == 100 => alloc::format!("{:02}", last.year() / 100 - i32::from(year % 100 == 1)),
            _ if ends && years == 10 && year % 10 == 0 => alloc::format!("{:03}", year / 10),
            _ if whole(12) => alloc::format!("{year:04}"),
            _ if whole(6) => alloc::format!("{year:04}-H{}", first.month0() / 6 + 1),
            _ if whole(3) => alloc::format!("{year:04}-Q{}", first.month0() / 3 + 1),
            _ if whole(1) => alloc::format!("{year:04}-{:02}", first.month()),
            TimeKind::Week if week => {
                alloc::format!("{:04}-W{:02}", first.iso_week().year(), first.iso_week().week())
            }
            _ => return self.iso8601(),
        })
    }
}

named! {
    /// Which day a month-day, day or weekday without a year means.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub enum DatePolicy {
        /// As in a report: the last one up to the day of publication; but the next one where the words look ahead (將於,
        /// 擬, 預計), and where it is near while the last one is far: a month-day within 45 days, a bare day within 7.
        #[default]
        Report = "report",
        /// Always the last one up to the day of publication.
        Past = "past",
        /// Always the next one from the day of publication on, as in an announcement.
        Ahead = "ahead",
    }
}

/// What a text's times are counted from.
///
/// ```
/// use wanyi::{Anchor, Lexicon, grammar};
/// use chrono::NaiveDate;
/// use nom::Parser;
///
/// let anchor = Anchor::on(NaiveDate::from_ymd_opt(2023, 9, 20));
/// let (_, yesterday) = grammar::time::<nom::error::Error<&str>>(&Lexicon::default()).parse("昨日")?;
/// assert_eq!(yesterday.resolve(&anchor).iso8601().as_deref(), Some("2023-09-19"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Anchor {
    /// The day of publication.
    pub published: Option<NaiveDate>,
    /// The time of day of publication, from which 3小時前 counts.
    pub clock: Option<NaiveTime>,
    /// Where the text was published, which says when 國慶 is.
    pub region: Option<Region>,
    /// Which day one without a year means.
    pub policy: DatePolicy,
    /// The day that the text named last, for 當日 and 次日.
    pub last_day: Option<NaiveDate>,
    /// Year and month that the text named last, for 當月.
    pub last_month: Option<(i32, u32)>,
    /// The year that the text named last, for 同年.
    pub last_year: Option<i32>,
    /// The period that the text named last, for 同期.
    pub last_period: Option<(NaiveDate, NaiveDate)>,
    /// Whether the words look ahead (將於, 明年), so that a bare day may lie in the future.
    pub ahead: bool,
    /// Whether the words after the day look ahead (11月5日…將舉行), so that it may lie some months ahead.
    pub soon: bool,
}

impl Anchor {
    /// The anchor of a day or moment of publication.
    #[must_use]
    pub fn on<M: Into<Moment>>(published: Option<M>) -> Self {
        let moment = published.map(M::into);
        let clock = match moment {
            Some(Moment::DateTime(instant)) => Some(instant.time()),
            _ => None,
        };
        Self { published: moment.map(Moment::date), clock, ..Self::default() }
    }

    /// The same for another day of publication.
    pub(crate) fn moved_to(self, published: Option<Moment>) -> Self {
        Self { region: self.region, policy: self.policy, ..Self::on(published) }
    }
}
