//! The days that a change is measured against: those of the time that it names, or the period before the one that its claim
//! reports on.
//!
//! Imports [`super::basis`] and the words.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::basis::{days, months};
use super::draft::Draft;
use super::frame::MOST;
use super::own_text;
use crate::any_of::{WordSet, any_of};
use crate::article::{Basis, ChangeData, Mention};
use crate::mentions::Reader;
use crate::time::{Calendar, Time, TimeKind};
use crate::vocabulary::{COMPARED, PUBLISHES};

/// Feasts of the solar calendar; the days of all others move from year to year.
const SOLAR_FEASTS: &WordSet = any_of!["元旦", "国庆", "十一", "五一", "劳动", "圣诞", "双十", "跨年"];

/// What a time only names: 年初預算, 10月概估.
const ESTIMATES: &WordSet = any_of!["预算", "概估", "预估", "预测", "预期", "目标", "计划", "计画"];

/// Words of weeks, whose days are compared with those a week before.
const WEEKS: &WordSet = any_of!["按周", "周增", "周减", "周跌", "周升", "周涨", "周降", "周环比"];

/// Gives each change of a claim the days that it is measured against.
pub(super) fn give(reader: &Reader<'_>, draft: &Draft, changes: &mut [ChangeData]) {
    let bases: alloc::vec::Vec<u32> = changes.iter().filter_map(|change| change.base).collect();
    let reported = reported(reader, draft, &bases).filter(|time| !moves(reader, time));
    let time = reported.and_then(|time| days(&time.item));
    let text = reader.text.get(draft.text.clone()).unwrap_or_default();
    let is_weekly = || WEEKS.is_in(text);
    for change in changes {
        let base = change.base.and_then(|base| reader.times.get(base as usize));
        change.period = match base {
            // a time that is named but whose days are not known says no others
            Some(base) => days(&base.item).map(|(from, to)| named(change.basis, from, to)),
            None if change.basis == Some(Basis::PreviousPeriod) && is_weekly() => time.and_then(week_before),
            None => time.and_then(|time| before(change.basis?, time)),
        };
    }
}

/// The days of a time that is compared with: 較上年末 is its last day, though 年末 is a month, and 較年初 the last of the year
/// before.
fn named(basis: Option<Basis>, from: NaiveDate, to: NaiveDate) -> (NaiveDate, NaiveDate) {
    if basis != Some(Basis::PreviousYearEnd) {
        return (from, to);
    }
    let is_start = from.ordinal() == 1 && to.month() == 1;
    let end = if is_start { from.pred_opt().unwrap_or(to) } else { to };
    (end, end)
}

/// The time that a claim reports on, which no change is compared with and on which nobody only told it.
fn reported<'r>(reader: &'r Reader<'_>, draft: &Draft, bases: &[u32]) -> Option<&'r Mention<Time>> {
    let own = draft.times.clone().take(MOST as usize);
    let mut times = own.chain(draft.inherited).filter(|index| !bases.contains(index));
    // 為近10年最低
    let is_record = |time: &Mention<Time>| {
        let rest = reader.text.get(time.text.end as usize..).unwrap_or_default();
        time.item.kind == TimeKind::Duration && rest.starts_with(['最', '新', '首', '来', '同', '的'])
    };
    let told = |time: &&Mention<Time>| !is_compared(reader, time) && !is_of_report(reader, time) && !is_record(time);
    let first = times.find_map(|index| reader.times.get(index as usize).filter(told))?;
    let day = first.item.from.filter(|_| matches!(first.item.kind, TimeKind::Day | TimeKind::DateTime));
    // 7日，…公布4月出口
    let period = times.find_map(|index| reader.times.get(index as usize).filter(told)).filter(|next| {
        let is_period = matches!(next.item.kind, TimeKind::Month | TimeKind::Quarter | TimeKind::Half);
        is_period && next.item.to.zip(day).is_some_and(|(last, day)| last.date() < day.date())
    });
    period.or(Some(first))
}

/// Whether something is compared with a time, or changed from what it was then: 比上月, 由8月.
pub(super) fn is_compared(reader: &Reader<'_>, time: &Mention<Time>) -> bool {
    let head = reader.text.get(..time.text.start as usize).unwrap_or_default().trim_end();
    // 恢復到2019年同期的九成, but 到2025年
    let reaches =
        head.strip_suffix(['到', '达', '占', '距', '离']).is_some_and(|head| head.ends_with(char::is_alphabetic));
    // 扣除上年同期因素後
    COMPARED.suffix(head).is_some()
        || reaches
        || any_of!["扣除", "剔除"].ends(head)
        || head.ends_with(['由', '从', '与', '跟', '于', '过'])
}

/// Whether a time is only the day of a report, or names an estimate: 9日公布的, 年初預算.
pub(super) fn is_of_report(reader: &Reader<'_>, time: &Mention<Time>) -> bool {
    let rest = reader.text.get(time.text.end as usize..).unwrap_or_default();
    let is_estimate = time.item.kind != TimeKind::Year
        || own_text(reader, &(time.text.start as usize..time.text.end as usize)).ends_with('初');
    PUBLISHES.longest(rest).is_some() || is_estimate && ESTIMATES.begins(rest)
}

/// Whether the days of a time are others in another year: 春節.
fn moves(reader: &Reader<'_>, time: &Mention<Time>) -> bool {
    let words = own_text(reader, &(time.text.start as usize..time.text.end as usize));
    let is_solar = || SOLAR_FEASTS.is_in(words);
    time.item.calendar == Calendar::Lunar || time.item.kind == TimeKind::Festival && !is_solar()
}

/// The days a week before some of a week.
fn week_before((first, last): (NaiveDate, NaiveDate)) -> Option<(NaiveDate, NaiveDate)> {
    let is_week = (last - first).num_days() < 7;
    let back = |day: NaiveDate| day.checked_sub_days(Days::new(7)).filter(|_| is_week);
    Some((back(first)?, back(last)?))
}

/// The days that a basis makes of the ones that are reported.
fn before(basis: Basis, (first, last): (NaiveDate, NaiveDate)) -> Option<(NaiveDate, NaiveDate)> {
    let count = match basis {
        Basis::Yoy => 12,
        // 首四個月按季持平: no quarter
        Basis::Qoq if months(last) - months(first) > 2 => return None,
        Basis::Qoq => 3,
        Basis::Mom => 1,
        Basis::PreviousYearEnd => {
            let end = NaiveDate::from_ymd_opt(first.year().checked_sub(1)?, 12, 31)?;
            return Some((end, end));
        }
        // the months or the days before it, as many
        Basis::PreviousPeriod if first.day() == 1 && ends_month(last) => {
            u32::try_from(months(last) - months(first) + 1).ok()?
        }
        Basis::PreviousPeriod => {
            let days = Days::new(u64::try_from((last - first).num_days()).ok()? + 1);
            return Some((first.checked_sub_days(days)?, last.checked_sub_days(days)?));
        }
        Basis::Other => return None,
    };
    let back = |day: NaiveDate| day.checked_sub_months(Months::new(count));
    // the last day of a month goes to the last day of a month
    let end = match ends_month(last) {
        true => back(last)?.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()?,
        false => back(last)?,
    };
    Some((if first == last { end } else { back(first)? }, end))
}

fn ends_month(day: NaiveDate) -> bool {
    day.succ_opt().is_some_and(|next| next.day() == 1)
}
