//! What the words of a time say, before any calendar: [`TimeExpr`] and the [`Point`]s that it is made of.

use chrono::{Datelike, NaiveDate};

use super::{Calendar, Relation, TimeKind};

/// A year as it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum YearName {
    Number(i32),
    /// 去年 is -1.
    Offset(i32),
    /// 同年 is 0, 翌年 1: from the year named last.
    Last(i32),
    /// 甲辰: a year of the cycle of sixty, by its place from 甲子.
    Cycle(u32),
}

/// A month as it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MonthName {
    Number(u32),
    /// 上月 is -1.
    Offset(i32),
    /// 當月 is 0, 前一個月 -1: from the month named last.
    Last(i32),
}

/// A day as it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayName {
    Number(u32),
    /// 昨日 is -1.
    Offset(i64),
    /// 當日 is 0, 次日 1: from the day named last.
    Last(i64),
    /// 昨（15）日: counted from the publication, with the number that it has.
    Numbered(i64, u32),
    /// 隔天（12日）: counted from the day named last, with its number.
    NumberedLast(i64, u32),
}

impl DayName {
    /// The day with the number that is printed beside it.
    pub(crate) const fn with_number(self, number: u32) -> Self {
        match self {
            Self::Offset(offset) => Self::Numbered(offset, number),
            Self::Last(offset) => Self::NumberedLast(offset, number),
            _ => Self::Number(number),
        }
    }
}

/// A month or day of the moon; without a day the whole month, without a month the whole year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moon {
    pub(crate) month: Option<u32>,
    /// 閏: the leap month after the month of that number.
    pub(crate) leap: bool,
    pub(crate) day: Option<MoonDay>,
}

/// A day of a lunar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MoonDay {
    Number(u32),
    /// 除夕, 年三十: the last one, whether the month has 29 days or 30.
    Last,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    /// The hour; 24 and more are of the next day.
    pub(crate) hour: u32,
    pub(crate) minute: u32,
    pub(crate) second: u32,
    /// Whether a part of the day says which half of it is meant.
    pub(crate) is_halved: bool,
}

impl Clock {
    /// Hour, minute and second.
    pub(crate) const fn of_day(&self) -> (u32, u32, u32) {
        (self.hour, self.minute, self.second)
    }
}

/// What a duration is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Second,
    Day,
    Month,
    Year,
}

/// The last one of a weekday in its month, or the last day of it.
pub(crate) const LAST: u32 = 0;

/// What part of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Year,
    Half(u32),
    Quarter(u32),
    /// 上季 is -1.
    QuarterOffset(i32),
    /// 夏天: without days.
    Season,
    /// 前一週 is -1, from the week told last, or the seven days.
    WeekLast(i64),
    /// 前一季 is -1, from the quarter told last.
    QuarterLast(i32),
    /// From one month to another: 前三季, 最後兩個月, 一、二季度.
    Months(u32, u32),
    Month(MonthName),
    /// 上旬 is 1 and 1, 中下旬 2 and 3.
    TenDays(MonthName, u32, u32),
    /// 上半月 is 1.
    HalfMonth(MonthName, u32),
    Day(Option<MonthName>, DayName),
    /// The first N days of a month or a year: 9月前20天.
    FirstDays(Option<MonthName>, u32),
    /// The last N days of a month or a year.
    LastDays(Option<MonthName>, u32),
    /// The months that end on a day, or with a month: 截至6月30日止六個月, 截至6月底止年度.
    MonthsTo(MonthName, u32, u32),
    /// The Nth day of a year: 2025年第一天.
    YearDay(u32),
    /// 上週 is -1.
    Week(i64),
    /// The Nth week of a month, or of a year by ISO 8601.
    NthWeek(Option<MonthName>, u32),
    /// The first N weeks of a year.
    FirstWeeks(u32),
    /// The Nth of a weekday in a month: 10月第一個星期一.
    NthWeekday(MonthName, u32, u32),
    /// The day of a week, Monday is 0; without a week, the nearest past one.
    Weekday(Option<i64>, u32),
    /// Saturday and Sunday.
    Weekend(i64),
    /// Years `from..=to`, for decades, centuries and plans.
    Years(i32, i32),
    /// A century counted from that of the publication, and the decade in it: 上世紀90年代.
    Century(i32, Option<(i32, i32)>),
    /// A month or day of the moon.
    Moon(Moon),
    /// A row of the table of festivals, or a day so many days from it: 中秋節翌日 is 1.
    Feast(super::Feast, i64),
    /// 3天前, 五年後: as many steps from the day of publication, on the grid of their kind.
    Ago(i64, Step),
    /// 過去三年, 未來五天: the steps up to the day of publication, or those after it.
    Stretch(i64, Step),
    /// 前兩年, 下三週: whole days, weeks, months or years beside the present one; whether weeks.
    Beside(i64, Step, bool),
    /// 三年來: from the day so many steps back on.
    Since(i64, Step),
    /// 同期: the period named last, in the year named here.
    SamePeriod,
    /// 去年同日: the day told last, in the year named here.
    SameDay,
    /// 上月同日: the day of the month told last, or that of publication, in another month.
    SameDayOf(MonthName),
    /// 上周同日 is -1: so many weeks from the day told last, or from that of publication.
    SameWeekday(i64),
    /// 去年今日: the day of publication, in the year named here.
    ThisDay,
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
    /// 年中, 月中.
    Middle,
    /// 底, 末.
    End,
}

/// One end of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) year: Option<YearName>,
    pub(crate) part: Part,
    pub(crate) edge: Edge,
    pub(crate) clock: Option<Clock>,
    /// The later hour of 七八點.
    pub(crate) clock_last: Option<Clock>,
    /// The weekday printed beside a day, Monday is 0; it tells which year is meant.
    pub(crate) weekday: Option<u32>,
}

impl Point {
    pub(crate) const fn of(year: Option<YearName>, part: Part) -> Self {
        Self { year, part, edge: Edge::Whole, clock: None, clock_last: None, weekday: None }
    }

    /// A bare day in the month of another, a bare month in its year: the 2日 of 5月1日、2日, the 5月 of 2022年3月和5月.
    pub(crate) const fn beside(self, other: &Self) -> Self {
        match (self.part, other.part) {
            (Part::Day(None, day @ DayName::Number(_)), Part::Day(Some(month), _)) => {
                Self { year: other.year, part: Part::Day(Some(month), day), ..self }
            }
            (Part::Month(MonthName::Number(_)), Part::Month(MonthName::Number(_))) if self.year.is_none() => {
                Self { year: other.year, ..self }
            }
            _ => self,
        }
    }

    /// The same point with another number: the 7 of 7、8月.
    pub(crate) fn with_number(&self, n: u32) -> Option<Self> {
        let (year, part) = match (self.year, self.part) {
            (Some(YearName::Number(_)), Part::Year) => (Some(YearName::Number(i32::try_from(n).ok()?)), Part::Year),
            (year, Part::Quarter(_)) if (1..=4).contains(&n) => (year, Part::Quarter(n)),
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

    /// Makes it a day of the calendar; its clock stays.
    pub(crate) fn put_on(&mut self, day: NaiveDate) {
        self.year = Some(YearName::Number(day.year()));
        self.part = Part::Day(Some(MonthName::Number(day.month())), DayName::Number(day.day()));
    }

    /// The number of the month that it names, with a day or without.
    pub(crate) const fn month(&self) -> Option<u32> {
        match self.part {
            Part::Month(MonthName::Number(month))
            | Part::TenDays(MonthName::Number(month), ..)
            | Part::HalfMonth(MonthName::Number(month), _)
            | Part::LastDays(Some(MonthName::Number(month)), _)
            | Part::Day(Some(MonthName::Number(month)), _) => Some(month),
            _ => None,
        }
    }

    /// Whether which year, month or week is meant is left to the calendar: 9月25日, 25日, 週五.
    pub(crate) const fn is_open(&self) -> bool {
        let bare = matches!(
            self.part,
            Part::Half(_)
                | Part::Quarter(_)
                | Part::Months(..)
                | Part::Weekend(0)
                | Part::Day(None, DayName::Number(_))
                | Part::Weekday(None, _)
        );
        self.year.is_none()
            && (bare || self.month().is_some() || matches!(self.part, Part::NthWeekday(..) | Part::NthWeek(..)))
    }

    /// Whether it counts from what was named before: 2日, 次日, 當月, 同期.
    pub(crate) const fn leans(&self) -> bool {
        matches!(self.year, Some(YearName::Last(_)))
            || matches!(
                self.part,
                Part::Day(None, DayName::Number(_) | DayName::Last(_))
                    | Part::Day(Some(MonthName::Last(_)), _)
                    | Part::Month(MonthName::Last(_))
                    | Part::TenDays(MonthName::Last(_), ..)
                    | Part::QuarterLast(_)
                    | Part::WeekLast(_)
                    | Part::SameDay
                    | Part::SamePeriod
            )
    }

    /// Whether it is a part of a year that another of the same sentence may give its year.
    pub(crate) const fn in_a_year(&self) -> bool {
        self.month().is_some() || matches!(self.part, Part::Quarter(_) | Part::Half(_) | Part::Months(..))
    }

    /// What sort of expression it is.
    pub(crate) const fn kind(&self) -> TimeKind {
        if self.clock.is_some() {
            return if self.clock_last.is_some() { TimeKind::Range } else { TimeKind::DateTime };
        }
        match self.part {
            Part::Year | Part::Unknown => TimeKind::Year,
            Part::Season => TimeKind::Season,
            Part::Half(_) => TimeKind::Half,
            Part::Quarter(_) | Part::QuarterOffset(_) | Part::QuarterLast(_) => TimeKind::Quarter,
            Part::FirstDays(_, 1)
            | Part::LastDays(_, 1)
            | Part::SameDay
            | Part::SameDayOf(_)
            | Part::SameWeekday(_)
            | Part::ThisDay => TimeKind::Day,
            Part::Months(12, 12) => TimeKind::Month,
            Part::Months(10, 12) => TimeKind::Quarter,
            Part::Months(..)
            | Part::FirstDays(..)
            | Part::LastDays(..)
            | Part::MonthsTo(..)
            | Part::HalfMonth(..)
            | Part::FirstWeeks(_)
            | Part::Weekend(_)
            | Part::SamePeriod => TimeKind::Range,
            Part::Month(_) => TimeKind::Month,
            Part::TenDays(..) => TimeKind::TenDays,
            Part::Day(..) | Part::Weekday(..) | Part::NthWeekday(..) | Part::YearDay(_) => TimeKind::Day,
            Part::Week(_) | Part::WeekLast(_) | Part::NthWeek(..) => TimeKind::Week,
            Part::Moon(moon) => match (moon.month, moon.day) {
                (None, _) => TimeKind::Year,
                (Some(_), None) => TimeKind::Month,
                (Some(_), Some(_)) => TimeKind::Day,
            },
            Part::Century(_, None) => TimeKind::Century,
            Part::Century(_, Some(_)) => TimeKind::Decade,
            Part::Feast(..) => TimeKind::Festival,
            Part::Ago(..) | Part::Stretch(..) | Part::Beside(..) | Part::Since(..) => TimeKind::Duration,
            Part::Years(from, to) => {
                if to - from >= 99 {
                    TimeKind::Century
                } else if to - from >= 9 {
                    TimeKind::Decade
                } else {
                    TimeKind::Plan
                }
            }
        }
    }

    /// Whether it counts from the day of publication by itself: 今年3月, 明天, 下週五.
    pub(super) const fn relative(&self) -> bool {
        matches!(self.year, Some(YearName::Offset(_)))
            || matches!(
                self.part,
                Part::Month(MonthName::Offset(_))
                    | Part::TenDays(MonthName::Offset(_), ..)
                    | Part::Day(_, DayName::Offset(_) | DayName::Numbered(..))
                    | Part::Day(Some(MonthName::Offset(_)), _)
                    | Part::Week(_)
                    | Part::Weekday(Some(_), _)
                    | Part::Weekend(_)
            )
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
            calendar: if matches!(start.part, Part::Moon(_)) { Calendar::Lunar } else { Calendar::Gregorian },
            relation: Relation::On,
            vague: false,
            open: false,
            start,
            end: None,
        }
    }

    /// A time of a kind that no calendar fixes.
    pub(crate) const fn unknown(kind: TimeKind, vague: bool) -> Self {
        Self { kind, vague, ..Self::of(Point::of(None, Part::Unknown)) }
    }
}
