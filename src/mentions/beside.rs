//! Times that a sentence only tells beside the period that it reports: 9月增長8%，8月為2%; 受8月停產影響; 預計10月增長2%. They
//! count until their sentence ends.

use core::ops::Range;

use chrono::NaiveDate;

use super::narrative::LastTime;
use super::{Passage, clause_after, clause_before};
use crate::any_of::{WordSet, any_of};
use crate::time::{Part, Relation, TimeExpr};
use crate::vocabulary::RECORDS;

/// What was reported before a time that stands beside it.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    /// Where that time ends.
    end: usize,
    /// It is that of a cause, and counts in its clause alone.
    is_cause: bool,
    reported: Option<LastTime>,
    period: Option<(NaiveDate, NaiveDate)>,
    year: Option<i32>,
    month: Option<(i32, u32)>,
}

/// What leads from a cause to what it did.
const CAUSES: &WordSet = any_of!["受", "因", "因为", "由于", "主要受", "主要因", "主因", "鉴于"];

/// What leads to what somebody expects.
const EXPECTS: &WordSet = any_of!["预计", "预期", "预测", "预估", "预料", "料", "估计", "展望", "有望"];

impl Passage<'_, '_> {
    /// Goes back to what was reported before a time beside it, where its sentence ends before a place.
    pub(super) fn end_aside(&mut self, place: usize) {
        let Some(kept) = self.kept else { return };
        let between = self.text.get(kept.end..place).unwrap_or_default();
        let is_left =
            between.contains(['。', '；', '！', '？', '\n']) || kept.is_cause && between.contains(['，', ',']);
        if place < self.text.len() && !is_left {
            return;
        }
        self.reported = kept.reported;
        let anchor = &mut self.reader.anchor;
        (anchor.last_period, anchor.last_year, anchor.last_month) = (kept.period, kept.year, kept.month);
        self.kept = None;
    }

    /// Keeps what was reported before a time that only stands beside it; another time that is told ends that.
    pub(super) fn keep_beside(
        &mut self,
        expression: &TimeExpr,
        days: Option<(NaiveDate, NaiveDate)>,
        range: &Range<usize>,
        is_told: bool,
    ) {
        if self.is_beside(expression, days, range) {
            let anchor = &self.reader.anchor;
            let (period, year, month) = (anchor.last_period, anchor.last_year, anchor.last_month);
            let is_cause = self.kept.is_none() && self.is_of_cause(expression, range);
            let kept = Kept { end: range.end, is_cause, reported: self.reported, period, year, month };
            self.kept = Some(Kept { end: range.end, is_cause, ..self.kept.unwrap_or(kept) });
        } else if is_told {
            self.kept = None;
        }
    }

    /// 第二季（7月至9月）, 第三季（截至9月27日）: what is reported, where a time in brackets only explains it, perhaps with its days.
    pub(super) fn explained(&self, told: &LastTime, range: &Range<usize>) -> Option<LastTime> {
        let reported = self.reported.filter(|last| matches!(last.point.part, Part::Quarter(_)))?;
        let between = self.text.get(reported.end..range.start)?;
        let is_months = |(first, last): &(NaiveDate, NaiveDate)| (80..100).contains(&(*last - *first).num_days());
        let days = told.days.filter(is_months).or(reported.days);
        matches!(between, "（" | "(" | "（即" | "（截至" | "(截至" | "（截止").then_some(LastTime { days, ..reported })
    }

    /// 受8月高溫影響, 由上半年的下降轉為增長, 由2022年的31%升至47%: whether a time is that of a cause, or of what is over.
    fn is_of_cause(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let head = clause_before(self.text.get(..range.start).unwrap_or_default());
        let rest = clause_after(self.text.get(range.end..).unwrap_or_default());
        let turns = head.ends_with(['由', '从']) && rest.starts_with('的') && rest.contains(['转', '至', '到']);
        turns || CAUSES.ends(head) || CAUSES.begins(head) && expression.relation == Relation::On
    }

    /// Whether a time only stands beside what its sentence reports.
    fn is_beside(&self, expression: &TimeExpr, days: Option<(NaiveDate, NaiveDate)>, range: &Range<usize>) -> bool {
        let head = clause_before(self.text.get(..range.start).unwrap_or_default());
        if self.is_of_cause(expression, range) {
            return true;
        }
        // 是3月以來首次轉正
        let rest = clause_after(self.text.get(range.end..).unwrap_or_default());
        if expression.relation == Relation::Since && (rest.contains('首') || RECORDS.is_in(rest)) {
            return true;
        }
        let reported = self.reported.filter(|last| last.end <= range.start && self.is_in_sentence(last.end, range));
        let Some((reported, (first, last))) = reported.and_then(|reported| Some((reported, reported.days?))) else {
            return false;
        };
        let between = self.text.get(reported.end..range.start).unwrap_or_default();
        let is_period = matches!(
            reported.point.part,
            Part::Year | Part::Half(_) | Part::Quarter(_) | Part::QuarterOffset(_) | Part::Month(_) | Part::Months(..)
        );
        let has_figure = self.reader.quantities.last().is_some_and(|last| {
            (self.base + reported.end..self.base + range.start).contains(&(last.text.start as usize))
        });
        let is_later_clause = between.contains(['，', ',']) && !between.contains('；');
        // 由上半年的下降轉為增長
        let is_old = any_of!["由", "从", "扭转", "延续"].ends(head) && rest.starts_with('的');
        if !is_period || expression.relation == Relation::Since || !(is_old || has_figure && is_later_clause) {
            return false;
        }
        let is_expected = EXPECTS.is_in(head) || EXPECTS.begins(rest) || self.reader.anchor.ahead;
        days.is_some_and(|(_, end)| end < last || first > end || end > last && is_expected)
    }
}
