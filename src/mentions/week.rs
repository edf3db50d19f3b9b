//! Which week a weekday or a weekend belongs to that says none: the week told before it, or the days that a story goes on
//! through.

use core::ops::Range;

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::ahead::is_done;
use super::clauses::{has_stop, stops};
use super::narrative::{FAR, LastTime};
use super::{Passage, clause_after};
use crate::any_of::any_of;
use crate::time::{DayName, Part, Point, Relation, TimeExpr, TimeKind};
use crate::vocabulary::{COMPARED, PUBLISHES, TOLD};

/// The number of Saturday.
const SATURDAY: u32 = 5;

/// How many days after the publication a story is told ahead.
const NEAR: i64 = 14;

/// How many days after a day that lies ahead a weekday may lie: no whole week.
const GOES_ON: i64 = 5;

/// How many days a story goes on at once.
const NEXT: i64 = 2;

impl Passage<'_, '_> {
    /// Gives a weekday its week, or its day, from what was told before it in the sentence; whether it lies ahead.
    pub(super) fn place_in_week(&self, expression: &mut TimeExpr, range: &Range<usize>) -> bool {
        let weekday = match expression.start.part {
            Part::Weekday(None, weekday) => weekday,
            Part::Weekend(0) => SATURDAY,
            _ => return false,
        };
        let Some(published) = self.reader.anchor.published else { return false };
        let tail = clause_after(self.text.get(range.end..).unwrap_or_default());
        let is_told = TOLD.is_in(tail);
        let is_weekday = expression.start.part != Part::Weekend(0);
        let last = self.last_time.filter(|last| self.is_in_sentence(last.end, range));
        if let Some(week) = last.as_ref().and_then(|last| week_of(last, weekday)).filter(|_| is_weekday) {
            let ahead = week * 7 + i64::from(weekday) - i64::from(published.weekday().num_days_from_monday());
            if ahead <= 0 || !is_told {
                expression.start.part = Part::Weekday(Some(week), weekday);
                return false;
            }
        }
        if is_told || PUBLISHES.is_in(tail) {
            return false;
        }
        let coming = last.and_then(|last| self.day_ahead(&last, weekday, published, range));
        let coming = coming.or_else(|| self.day_after_stop(weekday, published, range));
        let Some(day) = coming.or_else(|| self.day_to_come(weekday, published, range)) else { return false };
        if is_weekday {
            expression.start.put_on(day);
        }
        true
    }

    /// 周末…，比上周末: what is compared with lies a week before what is told.
    pub(super) fn compare_weeks(&self, expression: &mut TimeExpr, range: &Range<usize>) {
        let head = self.text.get(..range.start).unwrap_or_default();
        let last =
            self.last_time.filter(|last| self.is_in_sentence(last.end, range) && COMPARED.suffix(head).is_some());
        let Some(told) = last.and_then(|last| last.days) else { return };
        let is_same = |part: Part| {
            let point = Point { part, ..expression.start };
            TimeExpr::of(point).days(&self.reader.anchor).is_some_and(|(first, last)| told.0 <= first && last <= told.1)
        };
        expression.start.part = match expression.start.part {
            part @ Part::Weekend(week @ ..0) if is_same(part) => Part::Weekend(week - 1),
            part @ Part::Weekday(Some(week @ ..0), day) if is_same(part) => Part::Weekday(Some(week - 1), day),
            part => part,
        };
    }

    /// Whether no sentence ends between a place and a time.
    pub(super) fn is_in_sentence(&self, end: usize, range: &Range<usize>) -> bool {
        let between = self.text.get(end..range.start);
        between.is_some_and(|between| between.len() < FAR && !has_stop(between))
    }

    /// The day of a weekday after the day told last.
    fn day_ahead(
        &self,
        last: &LastTime,
        weekday: u32,
        published: NaiveDate,
        range: &Range<usize>,
    ) -> Option<NaiveDate> {
        let (first, end) = last.days?;
        let ahead = days_until(weekday, end);
        let between = self.text.get(last.end..range.start)?;
        // 明天轉涼，週四回溫
        let is_short = first >= published || (end - first).num_days() <= NEXT;
        let lies_ahead = is_short && end > published && (end - published).num_days() <= NEAR;
        // 周一抵達，周二會談，周三返國: a story does not go back, unless somebody tells it
        let is_story = || {
            let begins = between.ends_with(['，', '、', '；', ',', ';', '至', '到', '和', '及', '与']);
            first == end && end <= published && (1..=NEXT).contains(&ahead) && begins && !TOLD.is_in(between)
        };
        let day = end.checked_add_signed(TimeDelta::days(ahead))?;
        (lies_ahead && ahead <= GOES_ON || is_story() && day > published).then_some(day)
    }

    /// 周三進入南海。周四最接近本港: the weekday after one that lies ahead, or after today, in the next sentence.
    fn day_after_stop(&self, weekday: u32, published: NaiveDate, range: &Range<usize>) -> Option<NaiveDate> {
        let last = self.last_time?;
        let between = self.text.get(last.end..range.start).filter(|between| stops(between) == 1)?;
        let (first, end) = last.days.filter(|(first, end)| first == end)?;
        let is_weekday = matches!(last.point.part, Part::Weekday(..) | Part::Day(_, DayName::Offset(1)))
            || last.point.weekday.is_some();
        let ahead = days_until(weekday, end);
        let most = if first > published { GOES_ON } else { NEXT };
        let is_near = first >= published && (end - published).num_days() <= NEAR && (1..=most).contains(&ahead);
        let tail = clause_after(self.text.get(range.end..)?);
        let is_past = is_done(tail)
            || any_of!["已", "曾", "收报", "收盘", "收市", "遭", "遇劫", "遇袭", "遇害", "被捕", "落网"].is_in(tail);
        let day = end.checked_add_signed(TimeDelta::days(ahead))?;
        (is_weekday && is_near && between.len() < FAR && !is_past && !TOLD.is_in(between)).then_some(day)
    }

    /// 未來三日天晴，星期三最冷: the day of a weekday in a time that begins now.
    fn day_to_come(&self, weekday: u32, published: NaiveDate, range: &Range<usize>) -> Option<NaiveDate> {
        let last = self.reader.times.last()?;
        let end = (last.text.end as usize).checked_sub(self.base)?;
        let begins_now = last.item.kind == TimeKind::Duration && last.item.relation == Relation::After;
        let ahead = days_until(weekday, published);
        let day = published.checked_add_signed(TimeDelta::days(ahead))?;
        (begins_now && ahead > 0 && self.is_in_sentence(end, range)).then_some(day)
    }
}

/// The week, from the present one on, of which a time was told, where a weekday after it may be of it too.
fn week_of(last: &LastTime, weekday: u32) -> Option<i64> {
    match last.point.part {
        // 下周經濟日曆：周一, 本周六周日
        Part::Week(week) => Some(week),
        Part::Weekday(Some(week), before) if weekday > before => Some(week),
        _ => None,
    }
}

/// How many days after a day the next of a weekday is.
fn days_until(weekday: u32, day: NaiveDate) -> i64 {
    i64::from((weekday + 7 - day.weekday().num_days_from_monday()) % 7)
}
