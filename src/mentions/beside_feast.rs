//! A feast and the day printed beside it, and a day that counts from another and its date: 中秋9月25日, 7月4日國慶當天, 翌日3月4日.

use core::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::Passage;
use super::narrative::LastTime;
use crate::time::{DayName, Moment, MonthName, Part, TimeExpr, YearName};

impl Passage<'_, '_> {
    /// Makes a time and the one right before it agree, where both name one day.
    pub(super) fn agree_with_date(&mut self, expression: &mut TimeExpr, range: &Range<usize>) {
        let Some(last) = self.last_time else { return };
        let Some(between) = self.text.get(last.end..range.start).map(str::trim) else { return };
        if matches!(expression.start.part, Part::Feast(..)) {
            if between.is_empty() {
                self.put_feast_on_date(expression, &last);
            }
            return;
        }
        let is_date = matches!(expression.start.part, Part::Day(Some(MonthName::Number(_)), DayName::Number(_)));
        if !is_date || expression.start.year.is_some() {
            return;
        }
        if matches!(last.point.part, Part::Feast(..)) && !last.names_year && is_joint(between) {
            self.agree_on_year(expression, &last);
        } else if matches!(last.point.part, Part::Day(None, DayName::Last(_))) && between.is_empty() {
            self.agree_on_day(expression, &last);
        }
    }

    /// 中秋9月25日: the one year near the publication in which the feast falls on that date.
    fn agree_on_year(&mut self, expression: &mut TimeExpr, last: &LastTime) {
        let Some(published) = self.reader.anchor.published else { return };
        let day_in = |point, year| self.days_in(point, year).map(|(day, _)| day);
        let agrees = |year: &i32| {
            let feast = day_in(&last.point, *year);
            feast.is_some() && feast == day_in(&expression.start, *year)
        };
        let mut years = (published.year() - 1..=published.year() + 1).filter(agrees);
        let (Some(year), None) = (years.next(), years.next()) else { return };
        let day = day_in(&last.point, year);
        expression.start.year = Some(YearName::Number(year));
        self.correct_last(last, day);
    }

    /// 10月19日|重陽節翌日: the one year in which the date is that of the feast; 7月4日|國慶當天: the date, of whatever country the feast is.
    fn put_feast_on_date(&mut self, expression: &mut TimeExpr, last: &LastTime) {
        let is_date = matches!(last.point.part, Part::Day(Some(_), _)) && last.point.clock.is_none();
        let may_take = is_date && expression.start.year.is_none() && expression.end.is_none();
        let Some((day, _)) = last.days.filter(|(first, end)| may_take && first == end) else { return };
        let dated = |year| NaiveDate::from_ymd_opt(year, day.month(), day.day());
        let agrees = |year: &i32| {
            let feast = self.days_in(&expression.start, *year).map(|(feast, _)| feast);
            feast.is_some() && feast == dated(*year)
        };
        let mut years = (day.year() - 1..=day.year() + 1).filter(|_| !last.names_year).filter(agrees);
        let day = match (years.next(), years.next()) {
            (Some(year), None) => dated(year).unwrap_or(day),
            _ => day,
        };
        expression.start.put_on(day);
        self.correct_last(last, Some(day));
    }

    /// 翌日3月4日: the date, in the year that the day before it is of.
    fn agree_on_day(&mut self, expression: &mut TimeExpr, last: &LastTime) {
        const NEAR: i64 = 3;
        let Some((told, _)) = last.days else { return };
        let day = self.days_in(&expression.start, told.year()).map(|(day, _)| day);
        let Some(day) = day.filter(|day| (*day - told).num_days().abs() <= NEAR) else { return };
        expression.start.year = Some(YearName::Number(day.year()));
        self.correct_last(last, Some(day));
    }

    /// Puts the time that was reported last on another day, if it is the one told last.
    fn correct_last(&mut self, last: &LastTime, day: Option<NaiveDate>) {
        let end = self.base + last.end;
        let mention = self.reader.times.last_mut().filter(|mention| mention.text.end as usize == end);
        let Some((mention, day)) = mention.zip(day) else { return };
        let is_day = |moment: Option<Moment>| matches!(moment, Some(Moment::Date(_)));
        if is_day(mention.item.from) && is_day(mention.item.to) {
            (mention.item.from, mention.item.to) = (Some(Moment::Date(day)), Some(Moment::Date(day)));
        }
    }
}

/// Whether words between a feast and a date say that they are one.
fn is_joint(between: &str) -> bool {
    matches!(between, "" | "（" | "(" | "是" | "为" | "在" | "于" | "落在" | "：" | "即")
}
