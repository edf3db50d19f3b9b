//! The years of companies and governments, which begin when they like: 財年, 財政年度.

use core::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::Passage;
use super::clauses::has_stop;
use super::narrative::FAR;
use crate::any_of::{WordSet, any_of};
use crate::article::Mention;
use crate::time::{Moment, MonthName, Part, Point, Relation, Time, TimeExpr, TimeKind, YearName};

/// The years of a company or of a treasury, which 度 may end.
pub(super) const OWN_YEARS: &WordSet = any_of!["财年", "财政年", "会计年"];

impl Passage<'_, '_> {
    /// 截至6月30日第四季, 截至3月31日全年: a part of the company's own year.
    pub(super) fn is_fiscal(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let is_part = matches!(expression.start.part, Part::Quarter(_) | Part::Half(_) | Part::Year);
        let place = self.base + range.start;
        let ends_there = |last: &&Mention<Time>| {
            let between = self.reader.text.get(last.text.end as usize..place);
            let is_end = matches!(last.item.kind, TimeKind::Day | TimeKind::Month);
            last.item.relation == Relation::Until && is_end && matches!(between, Some("" | "的" | "止" | "止的"))
        };
        // 2023/24財年盈利26億元，第四季
        let is_named = |last: &Mention<Time>| {
            let told = self.reader.text.get(last.text.start as usize..last.text.end as usize).unwrap_or_default();
            let between = self.reader.text.get(last.text.end as usize..place).unwrap_or_default();
            last.item.kind == TimeKind::Year && between.len() < FAR && !has_stop(between) && OWN_YEARS.is_in(told)
        };
        let is_of_last = |last: &Mention<Time>| ends_there(&last) || is_named(last);
        is_part && expression.start.year.is_none() && self.reader.times.last().is_some_and(is_of_last)
    }

    /// Whether a part of a year that is not the calendar's is told: 2024財年第二季, 截至3月31日止第三季.
    pub(super) fn tells_fiscal_year(&self, expression: &TimeExpr, range: &Range<usize>, is_fiscal: bool) -> bool {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let is_named = OWN_YEARS.is_in(text) || text.contains("财季");
        // the second quarter that ends with June is that of the calendar
        let ends = self.reader.times.last().and_then(|last| last.item.to).map(Moment::date);
        let of_calendar = |day: NaiveDate| {
            let own = Point { year: Some(YearName::Number(day.year())), ..expression.start };
            own.days(&self.reader.anchor).is_some_and(|(_, last)| last == day)
        };
        let is_own = is_fiscal && ends.is_some_and(|day| !of_calendar(day));
        // 財年截至6月30日
        let head = self.text.get(..range.start).unwrap_or_default();
        let stem = head.trim_end_matches(['至', '于', '止', '截', '结', '束', '为', '在']);
        let is_end = expression.start.month() != Some(12) && stem.len() < head.len();
        // 截至3月底止一年接獲5000宗，上年度: the year before that
        let tail = self.text.get(range.end..).unwrap_or_default();
        let is_year = any_of!["一年", "年度", "一个年度", "十二个月", "12个月"].begins(tail);
        if expression.relation == Relation::Until
            && is_year
            && expression.start.month().is_some_and(|month| month != 12)
        {
            return true;
        }
        // 截至3月底止全年…，全年派息: the company's year again
        if matches!(expression.start.part, Part::MonthsTo(month, _, 12) if month != MonthName::Number(12)) {
            return true;
        }
        // 截至3月31日財年, 截至3月底的財年
        let names = tail.trim_start_matches(['止', '的', '之', '全']);
        let is_named_after = (expression.relation == Relation::Until || is_end) && OWN_YEARS.begins(names);
        if is_named_after && expression.start.month().is_some_and(|month| month != 12) {
            return true;
        }
        // 會計年度3月底結束
        let ends = any_of!["结束", "终结", "完结"].begins(tail);
        if ends && OWN_YEARS.ends(head.trim_end_matches(['度', '于', '在'])) {
            return true;
        }
        // FY2023全年派息，上半年
        if text.starts_with("FY") || is_named && expression.kind == TimeKind::Year && is_part_of_year(tail) {
            return true;
        }
        if is_end && OWN_YEARS.ends(stem.trim_end_matches('度')) {
            return true;
        }
        is_own || is_named && matches!(expression.kind, TimeKind::Quarter | TimeKind::Half | TimeKind::Range)
    }
}

/// Whether a part of a year begins a text: 2023財年|全年派息.
fn is_part_of_year(tail: &str) -> bool {
    any_of!["全年", "上半年", "下半年", "首季", "末季", "第", "首", "前"].begins(tail)
}
