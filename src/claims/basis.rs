//! What a change is measured against: which period a time that is compared with is to the one that is reported.

use chrono::{Datelike, NaiveDate};

use super::draft::Draft;
use super::frame::MOST;
use super::is_period;
use crate::any_of::{WordSet, any_of};
use crate::article::{Basis, Mention};
use crate::mentions::Reader;
use crate::time::{Time, TimeKind};
use crate::vocabulary::MANY_YEARS;

/// What the last days of a year are called after its name.
const YEAR_ENDS: &[&str] = &["底", "末", "年底", "年末", "年终"];

/// Words for the year before the one that is reported.
const PAST_YEARS: &WordSet = any_of!["去年", "上年", "前一年", "上一年"];

/// 環比 of months is the month before.
pub(super) fn period_of(reader: &Reader<'_>, draft: &Draft, place: usize) -> Option<Basis> {
    // 環比微跌，較去年10月下跌一成: what comes later is compared with
    let time = (draft.times.start.saturating_sub(1)..draft.times.end)
        .rev()
        .take(MOST as usize)
        .filter_map(|i| reader.times.get(i as usize))
        .find(|time| (time.text.start as usize) < place)?;
    match time.item.kind {
        TimeKind::Month => Some(Basis::Mom),
        TimeKind::Quarter => Some(Basis::Qoq),
        _ => None,
    }
}

/// What 較 with a time means: the period before, or the same period a year before.
pub(super) fn refined(reader: &Reader<'_>, draft: &Draft, base: Option<u32>) -> Option<Basis> {
    let base = reader.times.get(base? as usize)?;
    let words = reader.text.get(base.text.start as usize..base.text.end as usize)?;
    // the usual value of many years
    let head = reader.text.get(..base.text.start as usize).unwrap_or_default();
    if MANY_YEARS.suffix(head).is_some() || MANY_YEARS.prefix(words).is_some() {
        return Some(Basis::Other);
    }
    // 與去年底持平, 由上年末的3億元
    let past_year = PAST_YEARS.strip_prefix(words);
    if past_year.is_some_and(|edge| YEAR_ENDS.contains(&edge)) {
        return Some(Basis::PreviousYearEnd);
    }
    // 去年同期, 上季: the words say it without a calendar; 去年第四季 may be the quarter before
    let is_part = matches!(base.item.kind, TimeKind::Quarter | TimeKind::Month) && !words.contains('同');
    let is_past_year = past_year.is_some();
    if is_past_year && !is_part {
        return Some(if is_other_day(reader, draft, base) { Basis::Other } else { Basis::Yoy });
    }
    if ["上月", "上个月", "上月同期", "上个月同期"].contains(&words) {
        return Some(Basis::Mom);
    }
    if ["上季", "上季度", "上一季", "上一季度", "前一季", "前一季度"].contains(&words) {
        return Some(Basis::Qoq);
    }
    let same_period = any_of!["同期", "同月", "同季", "同日"].ends(words);
    // the times of the claim, and the last one before it
    let other = (draft.times.start.saturating_sub(1)..draft.times.end)
        .rev()
        .take(MOST as usize)
        .filter_map(|i| reader.times.get(i as usize))
        .filter(|time| time.text != base.text && is_period(time.item.kind))
        .find_map(|time| end_of(&time.item));
    let reported = other.or(reader.anchor.published);
    let Some((first, last)) = days(&base.item) else {
        // 2023年同期, 2023年春運, whose days are open
        let same = same_period || matches!(base.item.kind, TimeKind::Season | TimeKind::Festival);
        let year = words.get(..4).filter(|_| same).and_then(|year| year.parse::<i32>().ok())?;
        return reported.filter(|now| now.year() == year + 1).map(|_| Basis::Yoy);
    };
    let Some(now) = reported else { return is_past_year.then_some(Basis::Yoy) };
    // 上周同日
    if same_period && (now - last).num_days() < MONTH {
        return Some(Basis::Other);
    }
    match base.item.kind {
        _ if same_period && now.year() == first.year() + 1 => Some(Basis::Yoy),
        TimeKind::Year if now.year() == first.year() + 1 => Some(Basis::Yoy),
        TimeKind::Month if months(now) == months(last) + 1 => Some(Basis::Mom),
        TimeKind::Month if months(now) == months(last) + 12 => Some(Basis::Yoy),
        // half a year against a quarter is neither
        TimeKind::Quarter if months(now) - months(last) <= 3 && now > last && !reports_half(reader, draft) => {
            Some(Basis::Qoq)
        }
        // 比去年12月 in a report on June
        TimeKind::Month if other.is_some() => Some(Basis::Other),
        _ if is_past_year => Some(Basis::Yoy),
        _ => Some(Basis::Other),
    }
}

/// No same period of an earlier year is as near.
const MONTH: i64 = 31;

/// Whether a time is a day that is not the day reported, a year before: 較去年9月10日 in a report on a month.
fn is_other_day(reader: &Reader<'_>, draft: &Draft, base: &Mention<Time>) -> bool {
    let is_day = |time: &Time| matches!(time.kind, TimeKind::Day | TimeKind::DateTime);
    let words = reader.text.get(base.text.start as usize..base.text.end as usize).unwrap_or_default();
    let own = draft.times.clone().take(MOST as usize).filter_map(|i| reader.times.get(i as usize));
    let mut own = own.filter(|time| time.text != base.text).filter_map(|time| time.item.to);
    let told = base.item.to;
    let same =
        |day: NaiveDate| told.is_some_and(|told| (told.date().month(), told.date().day()) == (day.month(), day.day()));
    is_day(&base.item)
        && !words.contains(['同', '今', '当'])
        && !own.any(|moment| same(moment.date()))
        && !reader.anchor.published.is_some_and(same)
}

/// Whether a claim, or what stands before it, speaks of half a year or a year.
fn reports_half(reader: &Reader<'_>, draft: &Draft) -> bool {
    let before = draft.times.start.checked_sub(1).filter(|_| draft.times.len() < 2);
    let own = before.into_iter().chain(draft.times.clone().take(1));
    let mut kinds = own.filter_map(|i| reader.times.get(i as usize)).map(|time| time.item.kind);
    kinds.any(|kind| matches!(kind, TimeKind::Half | TimeKind::Year))
}

/// The first and the last day of a time that has both.
pub(super) fn days(time: &Time) -> Option<(NaiveDate, NaiveDate)> {
    Some((time.from?.date(), time.to?.date()))
}

/// The last day of a time, whichever side is open.
fn end_of(time: &Time) -> Option<NaiveDate> {
    time.to.or(time.from).map(|moment| moment.date())
}

/// The months since the year 0.
pub(super) fn months(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month0())
}
