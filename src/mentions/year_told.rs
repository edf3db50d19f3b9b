//! Which year a time without one is of, after times that named theirs.

use core::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::ahead::{has_ahead, looks_ahead};
use super::clauses::stops;
use super::narrative::{FAR, LONG, LastTime, has_end, is_part};
use super::{Passage, clause_before, sentence_after, sentence_before};
use crate::chars::is_han;
use crate::time::{DayName, Edge, Moment, MonthName, Part, Point, Relation, TimeExpr, TimeKind, YearName};
use crate::vocabulary::{APPROACHES, DOCUMENTS, PUBLISHES};

/// How many days after a day of the next year the same year is less likely than the present one.
const YEAR_LATER: i64 = 300;
/// How many days ahead a day is as likely as the same one of the next year that lies so many days after what is told.
const NEAR: i64 = 90;
const LATE: i64 = 150;
/// How many days ago what is told beside a day ahead is just past.
const RECENT: i64 = 45;
impl Passage<'_, '_> {
    /// The days that a time would be in a year.
    pub(super) fn days_in(&self, point: &Point, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        TimeExpr::of(Point { year: Some(YearName::Number(year)), ..*point }).days(&self.reader.anchor)
    }

    /// 2022年上半年20億元，全年50億元; 2023年末有90萬人。全年新增1萬人; 2023年虧損2億元，年底裁員: of the year that is reported.
    pub(super) fn put_into_reported_year(
        &self,
        start: &mut Point,
        reported: &LastTime,
        between: &str,
        range: &Range<usize>,
    ) {
        let word = self.text.get(range.clone()).unwrap_or_default();
        let head = self.text.get(..range.start).unwrap_or_default();
        let is_past = is_named_past(reported, self.reader.anchor.published);
        let is_here = self.reported.is_some();
        let may_end =
            if is_here && !word.ends_with('今') { start.edge != Edge::Whole } else { start.edge == Edge::End };
        let is_edge = start.year == Some(YearName::Offset(0)) && word.starts_with('年') && is_past && may_end;
        let is_whole = start.part == Part::Year && (is_edge || start.year.is_none());
        let goes_on = if is_here { !has_end(between) || is_past && stops(between) == 1 } else { is_past };
        let is_ahead = || {
            let tail = sentence_after(self.text.get(range.end..).unwrap_or_default());
            looks_ahead(clause_before(head)) || !is_here && has_ahead(tail, true)
        };
        let days = reported.days.filter(|(first, last)| is_whole && goes_on && first.year() == last.year());
        if let Some((first, _)) = days.filter(|_| !is_ahead()) {
            start.year = Some(YearName::Number(first.year()));
        }
    }

    /// Whether 上月 goes on with a story, and is no month before a figure: 2022年5月落網，上月認罪.
    pub(super) fn is_long_past(&self, start: &Point, reported: &LastTime) -> bool {
        const STORY: i64 = 100;
        let days = reported.days.zip(self.reader.anchor.published);
        let is_long = days.is_some_and(|((_, last), published)| (published - last).num_days() > STORY);
        is_long && matches!(start.part, Part::Month(MonthName::Offset(-1)))
    }

    /// 2020年12月25日通車，12月31日驗收; 7月20日暴雨，21日停電: what follows in a sentence goes on from the time before it.
    pub(super) fn goes_on(&self, expression: &mut TimeExpr, last: &LastTime, between: &str, is_ahead: bool) {
        let is_before = expression.relation == Relation::Before;
        let start = &mut expression.start;
        let is_now = expression.relation == Relation::Since && !expression.open && self.is_running_month(start);
        if gives_none(start, last, between) || is_now {
            return;
        }
        // 1998年夏天決堤，8月7日: a season has no days, but its year
        if let (Part::Season, Some(YearName::Number(_)), true) = (last.point.part, last.point.year, start.in_a_year()) {
            start.year = start.year.or(last.point.year);
            return;
        }
        let Some((first, end)) = last.days else { return };
        // 2005年至2023年受賄，6月17日宣判: of none of the years
        if (end - first).num_days() > LONG && !matches!(last.point.part, Part::MonthsTo(..)) {
            return;
        }
        // 9月2日至1月17日上課，2月20日開學: after a range that is not over
        let is_running = |day: NaiveDate| first < end && day < end && matches!(last.point.part, Part::Day(..));
        // 截至去年12月底止年度盈利增，3月8日除淨: after the end of the company's year
        let is_year_to = matches!(last.point.part, Part::MonthsTo(..)) && (end - first).num_days() > 180;
        let before = if is_year_to || self.reader.anchor.published.is_some_and(is_running) { end } else { first };
        if let Part::Day(None, DayName::Number(day)) = start.part {
            match day_within((first, end), day) {
                Some(within) => start.put_on(within),
                None => self.day_goes_on(start, day, last, before, between),
            }
            return;
        }
        if let Some(year) = self.year_within(start, last) {
            start.year = Some(YearName::Number(year));
            return;
        }
        let is_day = matches!(start.part, Part::Day(..));
        if (last.is_unsure || last.is_of_accounts && is_day) && start.year.is_none() && start.in_a_year() {
            start.part = Part::Unknown;
            return;
        }
        // 由去年底的31%降至6月底的27%: after the end of that year
        let ended = last.point.edge == Edge::End && start.month().is_some();
        if self.is_of_year_told(start, last, before, between, [ended, is_before, is_ahead]) {
            return;
        }
        // 將於1月1日公布12月收入: of the month that is over by then
        if let Some(year) = self.published_then(start, before, between) {
            start.year = Some(YearName::Number(year));
            return;
        }
        // 10月和5月 are in no order
        let is_listed = matches!(between, "、" | "和" | "及" | "与" | "或");
        if self.is_shared_out(start, last, is_listed) {
            start.year = start.year.or(last.point.year);
            return;
        }
        let is_apart = between.contains('；');
        let is_parted = is_apart && last.point.year.is_some();
        self.year_goes_on(start, last, before, [ended, is_listed, is_parted, is_apart]);
    }

    /// 去年12月至今年3月；4月上旬: the year of what lies within months over the turn of a year, or follows them.
    fn year_within(&self, start: &Point, last: &LastTime) -> Option<i32> {
        let (first, end) = last.days.filter(|(first, end)| first.year() + 1 == end.year())?;
        let are_months = matches!(last.point.part, Part::Month(_)) && last.point.year.is_some();
        let is_open =
            start.year.is_none() && matches!(start.part, Part::Month(MonthName::Number(_)) | Part::TenDays(..));
        let days_in = |year: i32| self.days_in(start, year);
        let is_within = |year: &i32| days_in(*year).is_some_and(|(from, to)| first <= from && to <= end);
        let follows = |year: &i32| days_in(*year).is_some_and(|(from, _)| end < from);
        let mut years = [first.year(), end.year()].into_iter().filter(|_| are_months && is_open);
        years.clone().find(is_within).or_else(|| years.find(follows))
    }

    /// Gives a time the year that was told last where its words say so, or leaves it open; whether that is settled.
    fn is_of_year_told(
        &self,
        start: &mut Point,
        last: &LastTime,
        before: NaiveDate,
        between: &str,
        [ended, is_before, is_ahead]: [bool; 3],
    ) -> bool {
        if last.point.part != Part::Year || !last.is_told || !last.names_year || start.year.is_some() {
            return false;
        }
        let published = self.reader.anchor.published;
        let present = published.map_or(i32::MAX, |day| day.year());
        // 今年因假日順延至6月2日, 2025年，1月3日: the year is said in the clause, whatever lies ahead
        let is_near = last.point.edge == Edge::Whole && (between == "，" || !between.contains(['，', ',', '；']));
        // 2023年年報將於4月26日披露: the year of what is named
        if is_near && self.is_of_name(start, last, between) {
            return true;
        }
        if is_near && start.in_a_year() {
            start.year = last.point.year;
            return true;
        }
        // 今年計劃投產2000公里，三季度投產2條
        let is_planned = || last.is_ahead || looks_ahead(between);
        if before.year() == present && last.point.edge == Edge::Whole && start.in_a_year() && is_planned() {
            start.year = Some(YearName::Number(present));
            return true;
        }
        // 明年看增5%，第1季最旺
        let of_next_year = !ended && before.year() > present;
        if of_next_year && (is_part(start.part) || start.in_a_year()) {
            if is_part(start.part)
                || between.trim_end_matches(['在', '为', '是', '于']).ends_with("分别")
                || !self.is_near_now(start)
            {
                start.year = Some(YearName::Number(before.year()));
            } else {
                start.part = Part::Unknown;
            }
            return true;
        }
        // 2022年出口120億元，上半年50億元; 今年 says no more than the date does; 去年簽約，預計10月底完成
        let of_year = !ended && before.year() < present;
        if of_year && start.in_a_year() && self.is_beside_next_year(start, last, before) {
            return true;
        }
        let is_either = between.contains('；') && is_before && self.may_be_ahead(start);
        // 去年累升27%；1月升6%, told in February: of last year, or the newest
        if of_year && last.point.year == Some(YearName::Offset(-1)) && (is_either || !is_ahead && self.is_newest(start))
        {
            start.part = Part::Unknown;
            return true;
        }
        if of_year && start.in_a_year() && !is_ahead {
            start.year = Some(YearName::Number(before.year()));
            return true;
        }
        false
    }

    /// 去年漲9%，前年4%，2月成交: whether the time told before a year in its sentence is the year after it; what follows is the newest, or open.
    fn is_beside_next_year(&self, start: &mut Point, last: &LastTime, first: NaiveDate) -> bool {
        let place = self.base + last.end;
        let earlier = self.reader.times.iter().rev().find(|time| (time.text.end as usize) < place);
        let next = NaiveDate::from_ymd_opt(first.year() + 1, 1, 1);
        let is_beside = earlier.is_some_and(|time| {
            let between = self.reader.text.get(time.text.end as usize..place).unwrap_or_default();
            let is_year = time.item.kind == TimeKind::Year && time.item.from.map(Moment::date) == next;
            is_year && between.len() < FAR && stops(between) == 0
        });
        if is_beside {
            let published = self.reader.anchor.published.filter(|_| self.is_newest(start));
            start.year = published.map(|day| YearName::Number(day.year()));
            start.part = if start.year.is_some() { start.part } else { Part::Unknown };
        }
        is_beside
    }

    /// Whether a time would lie ahead in the present year, 去年虧損；4月底前設專線: it is of last year, or of the one that runs.
    fn may_be_ahead(&self, start: &Point) -> bool {
        let Some(published) = self.reader.anchor.published else { return false };
        let of_present = Point { year: Some(YearName::Number(published.year())), ..*start };
        TimeExpr::of(of_present).days(&self.reader.anchor).is_some_and(|(_, last)| last > published)
    }

    /// Whether a day or a month of the present year lies ahead, or was so lately that it may be meant after a year to come: 明年擴產，
    /// 12月公布, told in October.
    fn is_near_now(&self, start: &Point) -> bool {
        const LATELY: i64 = 75;
        let Some(published) = self.reader.anchor.published else { return false };
        self.days_in(start, published.year()).is_none_or(|(_, last)| (published - last).num_days() < LATELY)
    }

    /// 2月至今: whether a month of the present year still runs, or ended so lately that nothing else reaches up to now.
    fn is_running_month(&self, start: &Point) -> bool {
        let Some(published) = self.reader.anchor.published else { return false };
        let days = self.days_in(start, published.year()).filter(|_| start.year.is_none());
        days.is_some_and(|(first, last)| first <= published && published <= last)
    }

    /// Whether a month of the present year ended so lately that its figures are the newest.
    fn is_newest(&self, start: &Point) -> bool {
        const NEWEST: i64 = 45;
        let Some(published) = self.reader.anchor.published else { return false };
        let is_month = matches!(start.part, Part::Month(MonthName::Number(_)));
        let days = self.days_in(start, published.year()).filter(|_| is_month);
        days.is_some_and(|(_, last)| last < published && (published - last).num_days() < NEWEST)
    }

    /// Whether a year is that of a report or of an event, and a day or month after it is the one that lies ahead: of a year
    /// that is over, or of the next where that day is near.
    pub(super) fn is_of_name(&self, start: &Point, last: &LastTime, between: &str) -> bool {
        const SOON: i64 = 60;
        const YEAR: i64 = 365;
        let (Some(year), Some(published)) = (last.days.map(|(first, _)| first.year()), self.reader.anchor.published)
        else {
            return false;
        };
        let is_document = DOCUMENTS.is_in(between);
        let names = between.starts_with(is_han)
            && !between.starts_with(['将', '的'])
            && (is_document || has_ahead(between, false));
        let point = Point { year: Some(YearName::Number(published.year())), ..*start };
        // what is of next year is told of before it: 2025年預算案11月通過
        let near = if is_document { -YEAR..YEAR } else { 0..SOON };
        let is_soon = || {
            let days = TimeExpr::of(point).days(&self.reader.anchor);
            days.is_some_and(|(first, _)| near.contains(&(first - published).num_days()))
        };
        names && (year < published.year() || year == published.year() + 1 && is_soon())
    }

    /// 2021年11月5日立案，同月20日起訴，12月3日宣判: the year of what was told before, or the next.
    fn year_goes_on(
        &self,
        start: &mut Point,
        last: &LastTime,
        before: NaiveDate,
        [ended, is_listed, is_parted, is_apart]: [bool; 4],
    ) {
        let published = self.reader.anchor.published;
        let is_ahead = published.is_some_and(|day| before > day);
        if !takes_year(start, last, ended, is_ahead) {
            return;
        }
        // 元旦放假，考試在1月13日
        let is_feast = matches!(last.point.part, Part::Feast(..)) && is_ahead;
        let in_year = |year: i32| self.days_in(start, year).map(|(first, _)| first);
        let same = self.same_year(start, last, before);
        // 年底前，11月20日開工的3條線: of the year that ends so
        let is_of_year_end = ended && last.point.part == Part::Year && same.is_none();
        if is_of_year_end && published.is_some_and(|day| before.year() == day.year()) {
            return;
        }
        // 元旦加開列車，12月3日起訂票
        if is_feast && same.is_none_or(|first| (first - before).num_days() > 60) {
            return;
        }
        // 8月17日投票，8月3日提名, told on the 9th: just past
        let is_recent = |day: NaiveDate| {
            let days = self.days_in(start, day.year());
            days.is_some_and(|(first, last)| first <= day && (day - last).num_days() < RECENT)
        };
        if let Some(day) = published.filter(|day| before > *day && before.year() == day.year() && is_recent(*day)) {
            start.year = Some(YearName::Number(day.year()));
            return;
        }
        if let Some(year) = self.year_before_plan(start, last, before, is_apart) {
            start.year = Some(YearName::Number(year));
            return;
        }
        let year_after = in_year(before.year() + 1);
        // 計劃6月30日派息，2月28日已派: a day ahead and one that is over, or a year later
        let may_be_over =
            |day: NaiveDate| before > day && same.is_none() && in_year(day.year()).is_some_and(|own| own <= day);
        let present = published.map(|day| YearName::Number(day.year()));
        let is_of_present = last.point.year.is_none() || last.point.year == present;
        if is_of_present && matches!(start.part, Part::Day(..)) && published.is_some_and(may_be_over) {
            start.part = Part::Unknown;
            return;
        }
        if self.lies_near_ahead(start, before, same, is_listed) {
            return;
        }
        // 2019年12月出現，1月擴散: over the turn of the year
        let reach = if ended { 365 } else { 180 };
        // 29日866套，僅次於3月23日: what is told of goes on to no day that lies ahead
        let is_told = |first: &NaiveDate| published.is_none_or(|day| *first <= day || before > day);
        let next = year_after.filter(|first| (*first - before).num_days() <= reach && is_told(first));
        // 2021年12月31日併網；二期5月動工: nobody says which
        if same.is_none() && is_parted && next.is_some() {
            start.part = Part::Unknown;
            return;
        }
        if let Some(first) = same.or(next) {
            start.year = Some(YearName::Number(first.year()));
        }
    }

    /// The first day of a time in the year of one told before it, where it goes on from that: not before it, or the months up to it.
    fn same_year(&self, start: &Point, last: &LastTime, before: NaiveDate) -> Option<NaiveDate> {
        let (first, end) = self.days_in(start, before.year())?;
        // 去年第四季下降3%，前三季增長: the months up to then
        let ends_before = end.succ_opt() == Some(before) && is_part(last.point.part);
        // 11月營收創高，前11月: the months up to its end
        let ends_with_it = matches!(start.part, Part::Months(1, _)) && last.days.is_some_and(|(_, told)| end == told);
        (first >= before || ends_before || ends_with_it).then_some(first)
    }

    /// 豪雨持續至1月3日，1月1日最大; 須在11月23日前舉行，2月18日公布: the year of what lies between the publication and a day or a limit to come.
    fn year_before_plan(&self, start: &Point, last: &LastTime, before: NaiveDate, is_apart: bool) -> Option<i32> {
        const NEAR: i64 = 31;
        let published = self.reader.anchor.published?;
        let in_year = |year: i32| self.days_in(start, year).map(|(first, _)| first);
        let is_between = |first: &NaiveDate| published <= *first && *first < before;
        let near = in_year(before.year()).filter(|first| is_between(first) && (before - *first).num_days() < NEAR);
        let is_limit = last.relation == Relation::Before && is_apart;
        let near = near.filter(|_| matches!(start.part, Part::Day(..)));
        let to_come = || in_year(published.year()).filter(|first| is_limit && is_between(first));
        near.or_else(to_come).map(|first| first.year())
    }

    /// Whether a list gives all its days the year that was told: 2026年分別為5月31日、3月21日和11月8日.
    fn is_shared_out(&self, start: &Point, last: &LastTime, is_listed: bool) -> bool {
        let head = self.text.get(..last.end).unwrap_or_default();
        is_listed && last.point.year.is_some() && start.in_a_year() && sentence_before(head).contains("分别")
    }

    /// Gives a day or month after one that lies ahead its year, or leaves it open, where the same year would be far; whether that
    /// is settled.
    fn lies_near_ahead(&self, start: &mut Point, before: NaiveDate, same: Option<NaiveDate>, is_listed: bool) -> bool {
        let published = self.reader.anchor.published;
        let of = *start;
        let in_year = |year: i32| self.days_in(&of, year).map(|(first, _)| first);
        // 明年1月13日投票，12月15日公告: the one before it is as near; 明年7月投票，3月3日登記
        let is_far = |first: &NaiveDate| (*first - before).num_days() > YEAR_LATER;
        let is_ahead = !is_listed && start.month().is_some() && published.is_some_and(|day| before > day);
        if let Some(day) = published.filter(|_| is_ahead && same.as_ref().is_none_or(is_far)) {
            let years = day.year()..=before.year().max(day.year() + 1);
            let ahead = years.filter_map(in_year).filter(|first| *first >= day);
            if let Some(first) = ahead.min_by_key(|first| (*first - before).num_days().abs()) {
                start.year = Some(YearName::Number(first.year()));
                return true;
            }
        }
        // 明年3月推出，11月20日開賣, told in November: that day, or the one a year later
        let is_near = |first: NaiveDate| published.is_some_and(|day| (0..NEAR).contains(&(first - day).num_days()));
        let is_late = |first: NaiveDate| (first - before).num_days() > LATE;
        let present = published.and_then(|day| in_year(day.year()));
        let is_day = matches!(start.part, Part::Day(..));
        if is_ahead && is_day && present.is_some_and(is_near) && same.is_some_and(is_late) && present != same {
            start.part = Part::Unknown;
            return true;
        }
        false
    }

    /// The year of a month or a quarter whose figures are published on a day: it is over by then.
    fn published_then(&self, start: &Point, day: NaiveDate, between: &str) -> Option<i32> {
        let is_period =
            start.year.is_none() && matches!(start.part, Part::Month(MonthName::Number(_)) | Part::Quarter(_));
        let says = is_period && PUBLISHES.prefix(between).is_some() && !between.contains(['，', ',', '；']);
        let ends = |year: i32| self.days_in(start, year).map(|(_, last)| last);
        let is_over = |year: &i32| ends(*year).is_some_and(|last| last < day);
        [day.year(), day.year() - 1].into_iter().find(|year| says && is_over(year))
    }
}

/// Whether what was told gives what follows nothing: 國慶將至，省紀委12日通報; 2019年10月以來新高，2月底, but 5日起…，7日.
fn gives_none(start: &Point, last: &LastTime, between: &str) -> bool {
    let draws_near = matches!(last.point.part, Part::Feast(..)) && APPROACHES.prefix(between).is_some();
    let is_since = last.is_since && !matches!(start.part, Part::Year | Part::Day(None, DayName::Number(_)));
    last.is_dating || draws_near || is_since
}

/// Whether a time names a year that is over, or is the month or the quarter that ended it.
fn is_named_past(time: &LastTime, published: Option<NaiveDate>) -> bool {
    let Some(year) = published.map(|day| day.year()) else { return false };
    let is_end = matches!(time.point.part, Part::Month(MonthName::Number(12)) | Part::Quarter(4));
    let ended = || time.days.is_some_and(|(_, last)| last.year() + 1 == year);
    match time.point.year {
        Some(YearName::Number(named)) => named < year,
        None => is_end && ended(),
        _ => false,
    }
}

/// Whether a time without a year may be of the year of the one told before it, which lies ahead or not.
fn takes_year(start: &Point, last: &LastTime, ended: bool, is_ahead: bool) -> bool {
    let is_same_month = matches!(last.point.part, Part::Day(Some(MonthName::Last(_)), _));
    let is_named = is_same_month || last.point.year.is_some() || is_ahead;
    let is_feast = matches!(last.point.part, Part::Feast(..)) && is_ahead;
    let is_year_to = matches!(last.point.part, Part::MonthsTo(..));
    let in_a_year = is_same_month || ended || is_feast || is_year_to || last.point.in_a_year();
    // 11月啟用，首3個月免費: from then on, not of the next year
    let is_from_then = matches!(start.part, Part::Months(1, _)) && is_ahead;
    start.year.is_none() && start.in_a_year() && in_a_year && is_named && !is_from_then
}

/// 12月30日至1月1日放假，31日閉館: the only day of that number in a range of some days.
fn day_within((first, end): (NaiveDate, NaiveDate), number: u32) -> Option<NaiveDate> {
    let mut days = first.iter_days().take(28).take_while(|day| *day <= end).filter(|day| day.day() == number);
    let found = days.next().filter(|_| first < end && (end - first).num_days() < 28)?;
    days.next().is_none().then_some(found)
}
