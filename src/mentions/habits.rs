//! What happens every week, every year or every day: no single day, though it is told like one.

use core::ops::Range;

use super::not_times::SPANS;
use super::{Passage, clause_after, clause_before, sentence_before};
use crate::any_of::{WordSet, any_of};
use crate::chars::{RANGE_MARKS, is_blank, one_of};
use crate::grammar::time as time_grammar;
use crate::time::{DayName, Part, Point, Relation, TimeExpr, TimeKind};
use crate::vocabulary::OPENING;

impl Passage<'_, '_> {
    /// 星期一至五上午9時至下午5時, 週二至週日9:00—17:00, 週一閉館: days and hours of every week.
    pub(super) fn is_every_week(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        const CLOSED: &WordSet = any_of!["闭馆", "休馆", "公休", "店休", "休诊", "休园"];
        let is_weekday = |point: &Point| matches!(point.part, Part::Weekday(None, _));
        let tail = self.text.get(range.end..).unwrap_or_default().trim_start_matches(is_blank);
        // 平日上午10時至晚上9時，周末提早開放
        if expression.start.part == Part::Weekend(0) {
            let set = self.reader.times.last().filter(|last| last.item.kind == TimeKind::Set);
            let place = self.base + range.start;
            return any_of!["及节假日", "和节假日", "、节假日", "及公众假"].begins(tail)
                || set
                    .and_then(|last| self.reader.text.get(last.text.end as usize..place))
                    .is_some_and(|between| matches!(between, "，" | "、" | "；" | ","));
        }
        let is_first = is_weekday(&expression.start) && expression.start.clock.is_none();
        let Some(end) = expression.end.filter(|_| is_first) else {
            // 週一、三、五開放
            let mut days = tail.chars();
            let is_row = [(); 2].iter().all(|()| {
                days.next() == Some('、') && days.next().is_some_and(|day| one_of!("一二三四五六日").contains(day))
            });
            // 週二至週日開放，週一閉館
            let head = sentence_before(self.text.get(..range.start).unwrap_or_default());
            let is_rule = || {
                head.contains("平日") || self.reader.times.last().is_some_and(|last| last.item.kind == TimeKind::Set)
            };
            return is_first && (is_row || CLOSED.begins(tail) && is_rule());
        };
        let hours = || {
            let clock = time_grammar::read(self.cursor(self.text.len() - tail.len()));
            clock.is_ok_and(|(_, hours)| hours.start.clock.is_some() && hours.end.is_some())
        };
        let is_open = any_of!["办公时间", "上班时间", "营业", "开放", "每天", "每日", "办公"].begins(tail);
        is_weekday(&end) && if end.clock.is_none() { is_open || hours() } else { tail.starts_with(RANGE_MARKS) }
    }

    /// 每逢5月, 往年8月, 每年七八月間: a month or a part of every year.
    pub(super) fn is_every_year(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        const EVERY: &WordSet = any_of!["每逢", "每到", "往年", "历年", "常年", "每年的", "每年"];
        let start = &expression.start;
        let is_bare = start.year.is_none() && start.in_a_year() && expression.relation != Relation::Until;
        let head = self.text.get(..range.start).unwrap_or_default();
        is_bare && EVERY.ends(head)
    }

    /// The hours of such days: 連續三天晚間7時, 平日7時至9時及17時至19時.
    pub(super) fn is_every_day(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let is_clock = expression.start.clock.is_some() && expression.start.part == Part::Day(None, DayName::Last(0));
        let head = self.text.get(..range.start).unwrap_or_default();
        let is_span = expression.end.is_some();
        let place = self.base + range.start;
        let set = self.reader.times.last().filter(|last| last.item.kind == TimeKind::Set);
        let after_set = set.and_then(|last| self.reader.text.get(last.text.end as usize..place)).map(str::trim);
        let days = self.reader.quantities.last().filter(|last| last.text.end as usize == place);
        let run = days.and_then(|days| self.reader.text.get(..days.text.start as usize));
        // 營業時間是上午9時至下午5時
        // 凌晨兩點到五點是事故高發時段
        let is_slot = || clause_after(self.text.get(range.end..).unwrap_or_default()).ends_with("时段");
        let is_rule = || OPENING.suffix(head).is_some() || is_span && (OPENING.is_in(clause_before(head)) || is_slot());
        let is_set = after_set.is_some_and(|between| match between {
            "" | "(" | "（" => true,
            // 每天7時開園，18時停止入園
            between if is_daily(between) => true,
            "、" | "和" | "及" | "与" | "以及" | "，" | "；" => is_span,
            mark => mark.starts_with(RANGE_MARKS) && mark.chars().count() == 1,
        });
        is_clock && (is_set || run.is_some_and(|head| SPANS.ends(head)) || is_rule())
    }
}

/// Whether a few words and a comma stand between a clock of every day and another.
pub(super) fn is_daily(between: &str) -> bool {
    const FEW: usize = 10;
    between.ends_with(['，', '、', '；'])
        && between.chars().count() <= FEW
        && !between.contains(['今', '昨', '明', '前', '。'])
}

/// Whether the words before days name a period of which they are all: 春運期間為, 報名時間是, 黃金周由.
pub(super) fn names_period(head: &str) -> bool {
    const PERIODS: &WordSet = any_of!["期间", "时间", "日期", "展期", "假期", "长假", "黄金周"];
    let stem = head.trim_end_matches(['为', '是', '由', '自', '从', '：']);
    stem.len() < head.len() && PERIODS.ends(stem)
}
