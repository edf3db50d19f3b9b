//! The year of what only the figures of a whole one can tell: 全年 and 年末 in the reports of the first months of the next,
//! and the month of 月末 and 上月 in those of a month that is over; years of the Republic that stand without its name.

use core::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::ahead::{has_ahead, looks_ahead};
use super::clauses::stops;
use super::narrative::FAR;
use super::scan::before;
use super::{Passage, clause_after, clause_before, sentence_after, sentence_before};
use crate::Region;
use crate::chars::{is_digit, one_of};
use crate::general::{self, Pos};
use crate::grammar::numeral::Notation;
use crate::grammar::quantity::Measured;
use crate::time::{Calendar, Edge, MonthName, Part, Point, Relation, TimeExpr, YearName};
use crate::unit::Traits;
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
        // 全年撥款較去年增20%: the year that is compared with is not the one told
        let after = clause_after(self.text.get(range.end..).unwrap_or_default());
        let is_compared = COMPARED.find(after).is_some_and(|(_, at, length)| {
            let base = after.get(at + length..).unwrap_or_default();
            base.starts_with("去年") || base.starts_with(alloc::format!("{}年", published.year() - 1).as_str())
        });
        if !is_plain || is_compared || !(is_whole || is_end) || !self.tells_figures(range) {
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
                // 5月共300億，月底回落
                let is_reported = || {
                    let month = self.reported.filter(|last| self.is_in_sentence(last.end, range));
                    month.is_some_and(|last| matches!(last.point.part, Part::Month(_))) && told.is_some()
                };
                if is_over && (is_reported() || self.tells_figures(range)) {
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

    /// 自95年起, and 98年時 after other years of the Republic, in the news of Taiwan; 98年老店 and 服務60年 are lengths.
    fn short_year_of_republic(&self, n: u32, start: usize, end: usize) -> bool {
        const NEAR: usize = 16;
        let is_local = self.cursor(start).lexicon().may_be_of(Region::Taiwan);
        if !is_local || !(60..=99).contains(&n) {
            return false;
        }
        let (before, after) = (before(self.text, start), self.char_at(end));
        let is_from = before.is_some_and(|c| one_of!("自从于在").contains(c))
            && after.is_some_and(|c| one_of!("起开间底初时至到").contains(c));
        // 86年次男子
        let is_birth = || after == Some('次') && self.char_at(end + '次'.len_utf8()).is_none_or(|c| !is_digit(c));
        let is_told = || self.reader.times.iter().rev().take(NEAR).any(|time| time.item.calendar == Calendar::Minguo);
        let lasts = before.is_some_and(|c| {
            one_of!("近约逾超达共满已整历经隔务立第每长判处刑这那距续有过去来用租耗年了成").contains(c)
        }) || after.is_some_and(|c| one_of!("来期历老资之的以限固级左多半龄利租前后内才未").contains(c));
        is_from || is_birth() || is_told() && !lasts
    }

    /// 民國20年創立，38年遷台: at the head of a clause before a verb, so many years after another year of the Republic are one.
    pub(super) fn year_of_republic(&self, measured: &Measured, start: usize, end: usize) -> Option<TimeExpr> {
        let is_years = measured.quantity.unit.as_ref().is_some_and(|unit| unit.is(Traits::YEAR));
        let n = measured.numeral.plain().filter(|n| is_years && measured.numeral.digits > 1 && *n < 200)?;
        let of_year = |year| TimeExpr {
            calendar: Calendar::Minguo,
            ..TimeExpr::of(Point::of(Some(YearName::Number(year)), Part::Year))
        };
        let year = i32::try_from(n).ok()? + 1911;
        if measured.numeral.notation == Notation::Arabic && self.short_year_of_republic(n, start, end) {
            return Some(of_year(year));
        }
        let last = self.reader.times.last().filter(|last| last.item.calendar == Calendar::Minguo)?;
        let told = last.item.from?.date().year();
        let between = self.text.get((last.text.end as usize).checked_sub(self.base)?..start)?;
        let is_later = year > told && self.reader.anchor.published.is_some_and(|day| year <= day.year());
        let is_head = between.len() < FAR && stops(between) == 0 && between.ends_with(['，', '；', '、']);
        let tail = self.text.get(end..)?;
        // 38年來服務鄉里 is a length
        let goes = tail.strip_prefix('来').unwrap_or(tail);
        let word = general::longest_at(goes)?;
        let is_place = || matches!(word.pos, Pos::Place | Pos::Name);
        let happens =
            if goes.len() < tail.len() { is_place() } else { matches!(word.pos, Pos::Verb | Pos::VerbalNoun) };
        (is_later && is_head && happens).then(|| of_year(year))
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
