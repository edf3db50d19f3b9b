//! The year of what only the figures of a whole one can tell: 全年 and 年末 in the reports of the first months of the next,
//! and the month of 月末 and 上月 in those of a month that is over.

use core::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::ahead::{has_ahead, looks_ahead};
use super::{Passage, clause_after, clause_before, sentence_after, sentence_before};
use crate::chars::is_digit;
use crate::time::{Edge, MonthName, Part, Relation, TimeExpr, YearName};
use crate::vocabulary::{COMPARED, FIGURES};

/// The last month in which the figures of the year before are reported.
const LAST: u32 = 4;

/// How many days after its end the figures of a month are the newest.
const NEWEST: i64 = 75;

impl Passage<'_, '_> {
    /// 全年增長5.0%, published in January: the year that is over, which no figure can be told of before; whether it is.
    pub(super) fn put_into_year_over(&self, expression: &mut TimeExpr, range: &Range<usize>) -> bool {
        let Some(published) = self.reader.anchor.published.filter(|day| day.month() <= LAST) else { return false };
        let word = self.text.get(range.clone()).unwrap_or_default();
        let start = &mut expression.start;
        let is_plain = start.part == Part::Year && expression.end.is_none() && expression.relation == Relation::On;
        let is_whole = start.year.is_none() && start.edge == Edge::Whole && word.starts_with("全年");
        let is_end =
            start.year == Some(YearName::Offset(0)) && start.edge == Edge::End && word.starts_with(['年', '岁']);
        if !is_plain || !(is_whole || is_end) || !self.tells_figures(range) {
            return false;
        }
        start.year = Some(YearName::Number(published.year() - 1));
        true
    }

    /// 月末，存貨同比增加: the end of the month that is over; 比上月 in a later paragraph of its report.
    pub(super) fn put_into_month_over(&self, expression: &mut TimeExpr, range: &Range<usize>) {
        let Some(published) = self.reader.anchor.published else { return };
        let word = self.text.get(range.clone()).unwrap_or_default();
        let start = &mut expression.start;
        let is_plain = expression.end.is_none() && start.year.is_none();
        let told = self.reader.anchor.last_period.filter(|(first, last)| {
            let ended = (published - *last).num_days();
            (first.year(), first.month()) == (last.year(), last.month()) && (0..NEWEST).contains(&ended)
        });
        match start.part {
            Part::Month(MonthName::Offset(0)) if start.edge == Edge::End && word.starts_with('月') => {
                let is_over = is_plain && expression.relation == Relation::On && published.day() < 25;
                if is_over && self.tells_figures(range) {
                    match told {
                        Some((first, _)) => put_into(expression, first),
                        None => start.part = Part::Month(MonthName::Offset(-1)),
                    }
                }
            }
            Part::Month(MonthName::Offset(-1)) if is_plain && word.starts_with("上月") && self.reported.is_none() => {
                let head = self.text.get(..range.start).unwrap_or_default();
                let before = told.filter(|_| COMPARED.suffix(head).is_some()).and_then(|(first, _)| first.pred_opt());
                if let Some(day) = before {
                    put_into(expression, day);
                }
            }
            _ => {}
        }
    }

    /// Whether the sentence around a time tells figures of what is over, and looks nowhere ahead.
    fn tells_figures(&self, range: &Range<usize>) -> bool {
        let head = self.text.get(..range.start).unwrap_or_default();
        let tail = self.text.get(range.end..).unwrap_or_default();
        let (before, after) = (sentence_before(head), sentence_after(tail));
        // 全年拚1000萬
        let aims = clause_after(tail).contains(['拚', '拼', '冀', '盼', '估', '料', '望', '保', '冲']);
        let is_ahead = aims || looks_ahead(clause_before(head)) || has_ahead(before, false) || has_ahead(after, true);
        let has_figures = after.contains(is_digit) && (FIGURES.is_in(after) || FIGURES.is_in(before));
        has_figures && !is_ahead
    }
}

/// Puts a month into that of a day.
fn put_into(expression: &mut TimeExpr, day: NaiveDate) {
    expression.start.year = Some(YearName::Number(day.year()));
    expression.start.part = Part::Month(MonthName::Number(day.month()));
}
