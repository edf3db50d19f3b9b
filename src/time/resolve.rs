//! From words to days: [`TimeExpr::resolve`] and what it needs of the calendar.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, TimeDelta};

use super::{
    Anchor, Calendar, Clock, DatePolicy, DayName, Edge, LAST, Moment, MonthName, Moon, Part, Point, Relation, Step,
    Time, TimeExpr, TimeKind, YearName, feasts, lunar,
};

/// A year that has all days.
const LEAP_YEAR: i32 = 2000;

/// First and last day.
pub(crate) type Days2 = (NaiveDate, NaiveDate);

impl Anchor {
    /// Whether a bare day lies after the base rather than before it.
    pub(crate) const fn looks_ahead(&self) -> bool {
        match self.policy {
            DatePolicy::Report => self.ahead,
            DatePolicy::Past => false,
            DatePolicy::Ahead => true,
        }
    }

    /// So many days ahead a day may lie though the words do not look ahead.
    pub(crate) const fn reach(&self, days: i64) -> i64 {
        match self.policy {
            DatePolicy::Past => 0,
            DatePolicy::Report | DatePolicy::Ahead => days,
        }
    }
}

impl Point {
    /// The year that its words name.
    pub(crate) fn named_year(&self, anchor: &Anchor) -> Option<Option<i32>> {
        Some(match self.year {
            Some(YearName::Number(year)) => Some(year),
            Some(YearName::Offset(offset)) => Some(anchor.published?.year() + offset),
            Some(YearName::Last(offset)) => Some(anchor.last_year? + offset),
            // the last one, or one about to begin: 1984 was 甲子
            Some(YearName::Cycle(place)) => {
                let newest = anchor.published?.year() + 5;
                Some(newest - (newest - 1984 - i32::try_from(place).ok()?).rem_euclid(60))
            }
            None => None,
        })
    }

    /// First and last day.
    pub(crate) fn days(&self, anchor: &Anchor) -> Option<Days2> {
        let base = anchor.published;
        let named = self.named_year(anchor)?;
        let year = || named.or_else(|| base.map(|day| day.year()));
        match self.part {
            Part::Season | Part::Unknown => None,
            Part::Year | Part::YearDay(_) | Part::FirstWeeks(_) | Part::NthWeek(None, _) => self.of_year(year()?),
            Part::Half(half) => period(named, half * 6 - 5, half * 6, anchor),
            Part::Quarter(quarter) => period(named, quarter * 3 - 2, quarter * 3, anchor),
            Part::QuarterOffset(offset) => quarter_from(base?, offset),
            Part::WeekLast(offset) => {
                let (first, last) = anchor.last_period.filter(|(first, last)| (*last - *first).num_days() == 6)?;
                Some((shift(first, offset * 7)?, shift(last, offset * 7)?))
            }
            Part::QuarterLast(offset) => {
                let told = anchor.last_period.filter(|period| quarter_from(period.0, 0) == Some(*period));
                quarter_from(told.map(|(first, _)| first).or(base.filter(|_| offset == 0))?, offset)
            }
            // 前三季度 in March are those of last year
            Part::Months(1, last) => {
                let is_past = named.is_none() && !anchor.looks_ahead() && base.is_some_and(|day| last > day.month());
                span(year()? - i32::from(is_past), 1, last)
            }
            Part::Months(first, last) => period(named, first, last, anchor),
            Part::Years(from, to) => Some((NaiveDate::from_ymd_opt(from, 1, 1)?, NaiveDate::from_ymd_opt(to, 12, 31)?)),
            Part::Month(month)
            | Part::TenDays(month, ..)
            | Part::HalfMonth(month, _)
            | Part::FirstDays(Some(month), _)
            | Part::LastDays(Some(month), _) => self.of_month(month_of(month, named, anchor)?),
            Part::FirstDays(None, _) => self.of_month((year()?, 1)),
            Part::LastDays(None, _) => self.of_month((year()?, 12)),
            Part::MonthsTo(month, day, months) => {
                let last = match day {
                    LAST => month_of(month, named, anchor).and_then(|(year, month)| month_end(year, month))?,
                    _ => day_of(Some(month), DayName::Number(day), named, None, anchor)?,
                };
                Some((months_to(last, i64::from(months))?, last))
            }
            Part::Day(month, day) => one(day_of(month, day, named, self.weekday, anchor)?),
            Part::Week(offset) => week(shift(monday(base?)?, offset * 7)?),
            Part::Weekend(offset) => weekend(base?, offset, anchor),
            Part::NthWeek(Some(month), which) => week(nth_weekday(month, which, 0, named, anchor)?),
            Part::NthWeekday(month, which, weekday) => one(nth_weekday(month, which, weekday, named, anchor)?),
            Part::Weekday(week, weekday) => one(weekday_of(base?, week, weekday, anchor)?),
            Part::Century(offset, decade) => century(base?, offset, decade),
            Part::Moon(moon) => moon_days(&moon, named, anchor),
            Part::Feast(feast, offset) => one(shift(feast_day(&feast, named, anchor)?, offset)?),
            Part::Ago(..) | Part::Stretch(..) | Part::Beside(..) | Part::Since(..) => self.counted(base?),
            Part::SamePeriod => same_period(named, anchor),
            Part::SameDay => one(anchor.last_day?.with_year(named?)?),
            Part::SameDayOf(month) => {
                let (year, month) = month_of(month, named, anchor)?;
                one(NaiveDate::from_ymd_opt(year, month, anchor.last_day.or(base)?.day())?)
            }
            Part::SameWeekday(weeks) => one(shift(anchor.last_day.or(base)?, weeks * 7)?),
            Part::ThisDay => one(base?.with_year(named?)?),
        }
    }

    /// Days counted from a base.
    fn counted(&self, base: NaiveDate) -> Option<Days2> {
        match self.part {
            Part::Ago(count, step) => ago(base, count, step),
            Part::Stretch(count, step) => stretch(base, count, step),
            Part::Beside(count, step, weeks) => beside(base, count, step, weeks),
            Part::Since(count, step) => Some((shift(stretch(base, count, step)?.0, -1)?, base)),
            _ => None,
        }
    }

    /// Days of a year that is known.
    fn of_year(&self, year: i32) -> Option<Days2> {
        let monday = |week| NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon);
        match self.part {
            Part::YearDay(day) => one(NaiveDate::from_yo_opt(year, day)?),
            Part::NthWeek(None, which) => week(monday(which)?),
            Part::FirstWeeks(count) => Some((monday(1)?, shift(monday(1)?, i64::from(count) * 7 - 1)?)),
            _ => span(year, 1, 12),
        }
    }

    /// Days of a month that is known.
    fn of_month(&self, (year, month): (i32, u32)) -> Option<Days2> {
        let (first, last) = span(year, month, month)?;
        let day = |day| NaiveDate::from_ymd_opt(year, month, day);
        Some(match self.part {
            Part::TenDays(_, from, to) => (ten_days((year, month), from)?.0, ten_days((year, month), to)?.1),
            Part::HalfMonth(_, 1) => (first, day(15)?),
            Part::HalfMonth(..) => (day(16)?, last),
            Part::FirstDays(_, count) => (first, shift(first, i64::from(count) - 1)?),
            Part::LastDays(_, count) => (shift(last, 1 - i64::from(count))?, last),
            _ => (first, last),
        })
    }

    /// First and last moment, the edge and the time of day applied.
    fn moments(&self, anchor: &Anchor) -> Option<(Moment, Moment)> {
        if let Part::Ago(count, Step::Second)
        | Part::Stretch(count, Step::Second)
        | Part::Beside(count, Step::Second, _) = self.part
        {
            let now = anchor.published?.and_time(anchor.clock?);
            let there = now.checked_add_signed(TimeDelta::try_seconds(count)?)?;
            let (from, to) = match self.part {
                Part::Ago(..) => (there, there),
                _ => (now.min(there), now.max(there)),
            };
            return Some((Moment::DateTime(from), Moment::DateTime(to)));
        }
        let (first, last) = self.days(anchor)?;
        let long = last - first > TimeDelta::days(40);
        let (first, last) = match self.edge {
            Edge::Whole => (first, last),
            Edge::Start => (first, if long { month_end(first.year(), first.month())? } else { first }),
            Edge::Middle if long => span(first.year(), 6, 7)?,
            Edge::Middle => (shift(first, 10)?, shift(first, 19)?),
            // 季末 is a day, 年底 a month
            Edge::End if matches!(self.part, Part::Quarter(_) | Part::QuarterOffset(_) | Part::Half(_)) => (last, last),
            Edge::End => (if long { NaiveDate::from_ymd_opt(last.year(), last.month(), 1)? } else { last }, last),
        };
        let Some(clock) = self.clock else { return Some((Moment::Date(first), Moment::Date(last))) };
        Some((clock.on(first)?, self.clock_last.unwrap_or(clock).on(first)?))
    }
}

impl Clock {
    /// The moment of a day: 24時 is the first instant of the next one, 20:00Z in its small hours.
    fn on(self, day: NaiveDate) -> Option<Moment> {
        let day = shift(day, i64::from(self.hour / 24))?;
        Some(Moment::DateTime(day.and_time(NaiveTime::from_hms_opt(self.hour % 24, self.minute, self.second)?)))
    }
}

impl TimeExpr {
    /// What the words mean, counted from `anchor`. What cannot be known is `None`; a day that does not exist, as
    /// 2月30日, too.
    #[must_use]
    pub fn resolve(&self, anchor: &Anchor) -> Time {
        let mut time = Time::new(self.kind, self.calendar, self.relation, self.vague);
        if self.vague {
            return time;
        }
        let Some((from, mut to)) = self.start.moments(anchor) else { return time };
        if let Some(end) = &self.end {
            let Some(last) = self.last_moment(end, from, anchor) else { return time };
            // 2月20日至13日: where an end comes first, neither is known
            if last.before(from) {
                return time;
            }
            to = last;
        }
        // 3天前 is that day, 10天後 too
        let counted = matches!(self.start.part, Part::Ago(..) | Part::Stretch(..) | Part::Beside(..) | Part::Since(..));
        (time.from, time.to) = match self.relation {
            _ if counted => (Some(from), Some(to)),
            Relation::Since => {
                (Some(from), anchor.published.map(Moment::Date).filter(|end| !self.open && end.date() >= from.date()))
            }
            // 2020年前 ends before the year, 年底前 with it, 10月1日前 on the day
            Relation::Before if self.is_period() => (None, shift(from.date(), -1).map(Moment::Date)),
            Relation::After if self.is_period() => (shift(to.date(), 1).map(Moment::Date), None),
            Relation::Before | Relation::Until => (None, Some(to)),
            Relation::After => (Some(to), None),
            Relation::On | Relation::During => (Some(from), Some(to)),
        };
        time
    }

    /// Why it means no days though it names them: a day that does not exist, an end before the start.
    pub(crate) fn fault(&self, anchor: &Anchor) -> Option<&'static str> {
        let names_no_day = |point: &Point| match (point.part, point.year) {
            (Part::Day(Some(MonthName::Number(month)), DayName::Number(day)), year) => {
                let named = if let Some(YearName::Number(year)) = year { year } else { LEAP_YEAR };
                self.calendar != Calendar::Lunar && NaiveDate::from_ymd_opt(named, month, day).is_none()
            }
            _ => false,
        };
        if names_no_day(&self.start) || self.end.as_ref().is_some_and(names_no_day) {
            return Some("no such day");
        }
        let end = self.end.as_ref()?;
        let (from, _) = self.start.moments(anchor)?;
        let last = self.last_moment(end, from, anchor)?;
        last.before(from).then_some("it ends before it begins")
    }

    /// Whether it names a whole year, quarter or month, not a day nor an end of one.
    fn is_period(&self) -> bool {
        let long = matches!(
            self.kind,
            TimeKind::Century
                | TimeKind::Decade
                | TimeKind::Plan
                | TimeKind::Year
                | TimeKind::Half
                | TimeKind::Quarter
                | TimeKind::Month
                | TimeKind::Week
        );
        long && self.start.edge == Edge::Whole
    }

    /// The last moment of a range; its end counts from its start, unless it counts from the base by itself.
    fn last_moment(&self, end: &Point, from: Moment, anchor: &Anchor) -> Option<Moment> {
        let start = from.date();
        let near = if end.relative() {
            Anchor { last_day: Some(start), last_year: Some(start.year()), ..*anchor }
        } else {
            let last_year = Some(start.year());
            // an end lies after its start, also where all days are past
            let policy = if anchor.policy == DatePolicy::Past { DatePolicy::Report } else { anchor.policy };
            Anchor { published: Some(start), last_day: Some(start), last_year, ahead: true, policy, ..*anchor }
        };
        let (_, last) = end.moments(&near)?;
        if anchor.policy == DatePolicy::Past && anchor.published.is_some_and(|published| last.date() > published) {
            return None;
        }
        // 晚上11時至2時 ends on the next day
        Some(match last {
            Moment::DateTime(at) if end.part == self.start.part && last.before(from) => {
                Moment::DateTime(at.checked_add_days(Days::new(1))?)
            }
            last => last,
        })
    }

    /// The first and last day of its words, whatever its relation.
    pub(crate) fn days(&self, anchor: &Anchor) -> Option<Days2> {
        self.start.moments(anchor).map(|(from, to)| (from.date(), to.date()))
    }
}

impl Moment {
    fn before(self, other: Self) -> bool {
        match (self, other) {
            (Self::DateTime(a), Self::DateTime(b)) => a < b,
            (a, b) => a.date() < b.date(),
        }
    }
}

/// One day, first and last.
fn one(day: NaiveDate) -> Option<Days2> {
    Some((day, day))
}

/// The week that begins on a day.
fn week(monday: NaiveDate) -> Option<Days2> {
    Some((monday, shift(monday, 6)?))
}

/// The months `first..=last` of a year.
fn span(year: i32, first: u32, last: u32) -> Option<Days2> {
    Some((NaiveDate::from_ymd_opt(year, first, 1)?, month_end(year, last)?))
}

/// The last day of a month.
pub(super) fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt()
}

/// The day so many days on.
pub(super) fn shift(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let days = Days::new(by.unsigned_abs());
    if by < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
}

/// The Monday of a day's week.
fn monday(day: NaiveDate) -> Option<NaiveDate> {
    shift(day, -i64::from(day.weekday().num_days_from_monday()))
}

/// The same day so many months on, or the last day of that month.
fn add_months(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let months = Months::new(u32::try_from(by.unsigned_abs()).ok()?);
    if by < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
}

/// The day, month or year that lies so many steps from a base.
fn ago(base: NaiveDate, count: i64, step: Step) -> Option<Days2> {
    match step {
        Step::Second => None,
        Step::Day => one(shift(base, count).filter(|day| day.year() > 0)?),
        Step::Month => {
            let there = add_months(base, count)?;
            span(there.year(), there.month(), there.month())
        }
        Step::Year => span(base.year().checked_add(i32::try_from(count).ok()?).filter(|year| *year > 0)?, 1, 12),
    }
}

/// The days up to a base, or after it.
fn stretch(base: NaiveDate, count: i64, step: Step) -> Option<Days2> {
    let there = match step {
        Step::Second => return None,
        Step::Day => shift(base, count)?,
        Step::Month => add_months(base, count)?,
        Step::Year => add_months(base, count.checked_mul(12)?)?,
    };
    Some(if count < 0 { (shift(there, 1)?, base) } else { (shift(base, 1)?, there) })
}

/// Whole days, weeks, months or years before a base or after it, without its own.
fn beside(base: NaiveDate, count: i64, step: Step, weeks: bool) -> Option<Days2> {
    let (near, far) = if count < 0 { (-1, count) } else { (1, count) };
    let one_of = |count: i64| {
        if weeks { week(shift(monday(base)?, count.checked_mul(7)?)?) } else { ago(base, count, step) }
    };
    let (near, far) = (one_of(near)?, one_of(far)?);
    Some((near.0.min(far.0), near.1.max(far.1)))
}

/// How many months ago a month may lie that words look ahead to: it was still ahead when they were said.
const JUST_PAST: i64 = 2;

/// The months of a half or a quarter: without a year the last one that has begun, or the coming one.
fn period(named: Option<i32>, first: u32, last: u32, anchor: &Anchor) -> Option<Days2> {
    let year = match (named, anchor.published) {
        (Some(year), _) => year,
        (None, base) => {
            let base = base?;
            let is_past = anchor.looks_ahead() && last < base.month();
            base.year() + i32::from(is_past) - i32::from(!anchor.looks_ahead() && first > base.month())
        }
    };
    span(year, first, last)
}

/// Year and number of a month.
fn month_of(month: MonthName, year: Option<i32>, anchor: &Anchor) -> Option<(i32, u32)> {
    let offset = match (month, year) {
        (MonthName::Number(month), Some(year)) => return Some((year, month)),
        (MonthName::Number(month), None) => {
            let base = anchor.published?;
            // the nearest past one, but for the months just ahead
            let distance = i64::from(month) - i64::from(base.month());
            let ahead = anchor.looks_ahead();
            // a month just past whose figure is not out yet: 預計8月 in September
            let past = if anchor.policy == DatePolicy::Report { -JUST_PAST } else { 0 };
            let year = if ahead && distance < past {
                base.year() + 1
            } else if !ahead && distance > anchor.reach(if anchor.soon { 5 } else { 2 }) {
                base.year() - 1
            } else {
                base.year()
            };
            return Some((year, month));
        }
        (MonthName::Offset(offset), _) => offset,
        (MonthName::Last(0), _) => {
            return anchor.last_month.or_else(|| anchor.published.map(|day| (day.year(), day.month())));
        }
        (MonthName::Last(offset), _) => return month_from(anchor.last_month?, offset),
    };
    let base = anchor.published?;
    month_from((base.year(), base.month()), offset)
}

/// The month so many after another.
fn month_from((year, month): (i32, u32), offset: i32) -> Option<(i32, u32)> {
    let months = year * 12 + i32::try_from(month).ok()? - 1 + offset;
    Some((months.div_euclid(12), u32::try_from(months.rem_euclid(12)).ok()? + 1))
}

/// The first of so many months that end on a day.
fn months_to(last: NaiveDate, months: i64) -> Option<NaiveDate> {
    let before = add_months(last, -months)?;
    let is_end = month_end(last.year(), last.month()) == Some(last);
    shift(if is_end { month_end(before.year(), before.month())? } else { before }, 1)
}

/// The day that a name means.
fn day_of(
    month: Option<MonthName>,
    day: DayName,
    year: Option<i32>,
    weekday: Option<u32>,
    anchor: &Anchor,
) -> Option<NaiveDate> {
    let base = anchor.published;
    match (month, day) {
        (_, DayName::Offset(offset)) => shift(base?, offset),
        // 今（14）日 on a page of the evening of the 13th
        (_, DayName::Numbered(offset, number)) => {
            let there = shift(base?, offset)?;
            let near = [0, 1, -1, 2, -2].into_iter().find_map(|by| shift(there, by).filter(|day| day.day() == number));
            near.or_else(|| nearest_day(base?, number, anchor))
        }
        (_, DayName::NumberedLast(offset, number)) => {
            let told = anchor.last_day.and_then(|day| shift(day, offset)).filter(|day| day.day() == number);
            told.or_else(|| nearest_day(base?, number, anchor))
        }
        // 次日 follows a day that was told; a clock alone is of the day that is published, 上日 the one before
        (_, DayName::Last(offset @ 1..)) => shift(anchor.last_day?, offset),
        (_, DayName::Last(offset)) => shift(anchor.last_day.or(base)?, offset),
        (Some(MonthName::Number(month)), DayName::Number(day)) if year.is_none() => {
            let beside = weekday.and_then(|weekday| on_weekday(base?, month, day, weekday));
            beside.or_else(|| nearest_month_day(base?, month, day, anchor))
        }
        (Some(month), DayName::Number(day)) => {
            let (year, month) = month_of(month, year, anchor)?;
            NaiveDate::from_ymd_opt(year, month, day)
        }
        (None, DayName::Number(day)) => {
            let beside = weekday.and_then(|weekday| near_on_weekday(base?, day, weekday));
            beside.or_else(|| nearest_day(base?, day, anchor))
        }
    }
}

/// The quarter that lies so many after that of a day.
fn quarter_from(base: NaiveDate, offset: i32) -> Option<Days2> {
    let quarters = base.year() * 4 + i32::try_from(base.month0() / 3).ok()? + offset;
    let last = u32::try_from(quarters.rem_euclid(4)).ok()? * 3 + 3;
    span(quarters.div_euclid(4), last - 2, last)
}

/// A third of a month: 上旬 is the first.
fn ten_days((year, month): (i32, u32), third: u32) -> Option<Days2> {
    let first = NaiveDate::from_ymd_opt(year, month, third * 10 - 9)?;
    let last = NaiveDate::from_ymd_opt(year, month, third * 10).filter(|_| third < 3);
    Some((first, last.or_else(|| month_end(year, month))?))
}

/// Saturday and Sunday of a week. A report speaks of the weekend just past.
fn weekend(base: NaiveDate, offset: i64, anchor: &Anchor) -> Option<Days2> {
    let mut saturday = shift(monday(base)?, offset * 7 + 5)?;
    if offset == 0 && !anchor.looks_ahead() && !anchor.soon && saturday > base {
        saturday = shift(saturday, -7)?;
    }
    Some((saturday, shift(saturday, 1)?))
}

/// A weekday of a week, or without one the last, or the next where the words look ahead.
fn weekday_of(base: NaiveDate, week: Option<i64>, weekday: u32, anchor: &Anchor) -> Option<NaiveDate> {
    let (today, weekday) = (i64::from(base.weekday().num_days_from_monday()), i64::from(weekday));
    match week {
        Some(week) => shift(base, week * 7 + weekday - today),
        None if anchor.looks_ahead() => shift(base, (weekday - today).rem_euclid(7)),
        None => shift(base, -(today - weekday).rem_euclid(7)),
    }
}

/// A century counted from that of a day, or a decade of it.
fn century(base: NaiveDate, offset: i32, decade: Option<(i32, i32)>) -> Option<Days2> {
    let first = (base.year() - 1).div_euclid(100) * 100 + offset * 100;
    let (from, to) = decade.map_or((first + 1, first + 100), |(from, to)| (first + from, first + to));
    Some((NaiveDate::from_ymd_opt(from, 1, 1)?, NaiveDate::from_ymd_opt(to, 12, 31)?))
}

/// Days of the moon: of a year that is named, else the nearest.
fn moon_days(moon: &Moon, named: Option<i32>, anchor: &Anchor) -> Option<Days2> {
    if let Some(year) = named {
        return lunar::days(year, moon);
    }
    moon.month?;
    // the months at the end of a lunar year fall into the next year
    let in_year = |year: i32| {
        let mut days = [year, year - 1].into_iter().filter_map(|lunar| lunar::days(lunar, moon));
        days.find(|(first, _)| first.year() == year)
    };
    let first = feasts::nearest(anchor.published?, |year| in_year(year).map(|(first, _)| first))?;
    in_year(first.year())
}

/// The period named last, in the year that is named; 同期 alone is that period.
fn same_period(named: Option<i32>, anchor: &Anchor) -> Option<Days2> {
    let (first, last) = anchor.last_period?;
    // 12月31日至1月4日，較去年同期, told in December: of the year that it begins in
    let begins_now = anchor.published.is_some_and(|day| day.year() == first.year());
    let year = if begins_now { first.year() } else { last.year() };
    let years = named.map_or(0, |named| i64::from(named - year));
    let moved = |day: NaiveDate| {
        let is_end = month_end(day.year(), day.month()) == Some(day);
        let there = add_months(day, years * 12)?;
        if is_end { month_end(there.year(), there.month()) } else { Some(there) }
    };
    Some((moved(first)?, moved(last)?))
}

/// The Nth of a weekday in a month.
fn nth_weekday(month: MonthName, which: u32, weekday: u32, year: Option<i32>, anchor: &Anchor) -> Option<NaiveDate> {
    let (year, month) = month_of(month, year, anchor)?;
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let ahead = (weekday + 7 - first.weekday().num_days_from_monday()) % 7;
    if which == LAST {
        let fifth = shift(first, i64::from(ahead) + 28)?;
        return if fifth.month() == month { Some(fifth) } else { shift(fifth, -7) };
    }
    shift(first, i64::from(ahead + 7 * which.checked_sub(1)?))
}

/// How many days ahead a month-day may lie without words that look ahead, and with such words after it.
const NEAR_FUTURE: [i64; 2] = [45, 150];

/// The month-day nearest to the base that falls on a weekday.
fn on_weekday(base: NaiveDate, month: u32, day: u32, weekday: u32) -> Option<NaiveDate> {
    let near = (-1..=1).filter_map(|offset| NaiveDate::from_ymd_opt(base.year() + offset, month, day));
    let fits = near.filter(|date| date.weekday().num_days_from_monday() == weekday);
    fits.min_by_key(|date| (*date - base).num_days().abs())
}

/// The day of a feast: in the year named, else the next one where the text looks ahead, else the nearest.
fn feast_day(feast: &feasts::Feast, named: Option<i32>, anchor: &Anchor) -> Option<NaiveDate> {
    match named {
        Some(year) => feast.day(year, anchor.region),
        None if anchor.looks_ahead() => feast.coming(anchor.published?, anchor.region),
        None => feast.near(anchor.published?, anchor.region),
    }
}

/// The month-day nearest to the base: the last one, or the next where it is near or the words look ahead.
fn nearest_month_day(base: NaiveDate, month: u32, day: u32, anchor: &Anchor) -> Option<NaiveDate> {
    // 29 February is at most eight years away
    let in_year = |offset: i32| NaiveDate::from_ymd_opt(base.year() + offset, month, day);
    let next = || (0..=8).find_map(|offset| in_year(offset).filter(|date| *date >= base));
    let last = |reach: i64| {
        (-8..=1).rev().find_map(|offset| in_year(offset).filter(|date| (*date - base).num_days() <= reach))
    };
    match anchor.policy {
        DatePolicy::Ahead => next(),
        DatePolicy::Past => last(0),
        // a day just past was still ahead when the words were said
        DatePolicy::Report if anchor.ahead => {
            in_year(0).filter(|date| (0..=31).contains(&(base - *date).num_days())).or_else(next)
        }
        DatePolicy::Report => {
            let [near, soon] = NEAR_FUTURE;
            last(if anchor.soon { soon } else { near })
        }
    }
}

/// A day of this month, the one before or the next.
fn of_near_month(base: NaiveDate, day: u32, offset: i32) -> Option<NaiveDate> {
    let (year, month) = month_from((base.year(), base.month()), offset)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The day of the month that falls on a weekday: 下週二（24日）.
fn near_on_weekday(base: NaiveDate, day: u32, weekday: u32) -> Option<NaiveDate> {
    let near = (-1..=1).filter_map(|offset| of_near_month(base, day, offset));
    let fits = near.filter(|date| date.weekday().num_days_from_monday() == weekday);
    fits.min_by_key(|date| (*date - base).num_days().abs())
}

/// The day of the month nearest to the base.
fn nearest_day(base: NaiveDate, day: u32, anchor: &Anchor) -> Option<NaiveDate> {
    let of_month = |offset: i32| of_near_month(base, day, offset);
    let days = |date: &NaiveDate| (*date - base).num_days();
    if anchor.looks_ahead() {
        let slack = if anchor.policy == DatePolicy::Ahead { 0 } else { 3 };
        return (0..=2).find_map(|offset| of_month(offset).filter(|date| days(date) >= -slack));
    }
    let this = of_month(0);
    // 3日 in a report of the 31st
    let next = of_month(1).filter(|date| days(date) <= anchor.reach(3));
    if this.is_none_or(|date| days(&date) <= 0) && next.is_some() {
        return next;
    }
    let near = if anchor.soon { 20 } else { 7 };
    (-2..=0).rev().find_map(|offset| of_month(offset).filter(|date| days(date) <= anchor.reach(near)))
}
