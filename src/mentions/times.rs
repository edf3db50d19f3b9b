//! The times of running text: dates of digits, what a list makes of its numbers, the day that each means, and what is
//! remembered for later ones.

use core::ops::Range;

use chrono::Datelike;

use super::ahead::{has_ahead, has_event, is_done, is_told_past, looks_ahead, may_lie_ahead};
use super::habits::names_period;
use super::narrative::{LastTime, has_end, is_before_reported};
use super::not_times::ends_with_event;
use super::own_years::OWN_YEARS;
use super::told::{begins_comparison, is_equalled, is_multiplied};
use super::{Passage, clause_after, clause_before, sentence_after, sentence_before};
use crate::any_of::{WordSet, any_of};
use crate::article::Mention;
use crate::chars::{chinese, is_blank, is_digit, is_han, one_of};
use crate::error::{Diagnostic, DiagnosticCode};
use crate::general;
use crate::grammar::time as time_grammar;
use crate::lexer::Cursor;
use crate::quantity::Role;
use crate::region::Region;
use crate::time::{
    Anchor, Calendar, DatePolicy, DayName, Edge, Moment, MonthName, Part, Point, Relation, Time, TimeExpr, TimeKind,
    YearName,
};
use crate::vocabulary::{BOUNDS_TIME, COMPARED, MANY_YEARS, PAYS, RECORDS};

/// What a time before it is only compared by: 受去年基期低影響.
const BASES: &WordSet =
    any_of!["基期", "基数", "高基", "低基", "同期基", "的高基", "的低基", "比较基", "的基期", "的基数", "的比较基"];

/// How many days ago an event without its year is as likely as one that lies so many days ahead.
const FAR_PAST: i64 = 150;
const HALF_YEAR: i64 = 183;
/// How many days ago what is told in one paragraph gives no clock of the next its day.
const LONG_AGO: i64 = 300;

impl<'r> Passage<'_, 'r> {
    /// The date or clock of digits and signs at `at`.
    pub(super) fn numeric_time(&self, at: usize) -> Option<(Cursor<'_>, TimeExpr)> {
        let (first, mark, third) = self.signs(at);
        if first < 3 && matches!(mark, Some('/')) {
            let head = self.text.get(..at)?;
            let dated = head.ends_with(['自', '于', '至', '从', '周']) || head.ends_with("截至");
            if let Ok(found) = time_grammar::slashed_day(self.cursor(at), dated) {
                return Some(found);
            }
        }
        let may_be_one = match mark? {
            '-' | '/' | ':' | '·' => true,
            // 2023.9.20, 1998.09—2002.07
            '.' => first == 4 || third == Some('.'),
            // 20 Apr
            c if c.is_ascii_alphabetic() => first < 3,
            // 批次20250311 is a code
            _ => first == 8 && !super::lookalikes::code_follows(self.text.get(..at)?),
        };
        // 日期1120920: a year of the Republic, month and day
        if first == 7 {
            let local = self.reader.lexicon.region() == Some(Region::Taiwan);
            let dated = self.text.get(..at).is_some_and(|head| {
                head.trim_end_matches(|c| is_blank(c) || matches!(c, ':' | '：')).ends_with("日期")
            });
            return if local || dated { time_grammar::compact_minguo(self.cursor(at)).ok() } else { None };
        }
        if may_be_one { time_grammar::numeric_only(self.cursor(at)).ok() } else { None }
    }

    /// How many digits stand at `at`, what follows them after blanks, and what follows the next digits.
    fn signs(&self, at: usize) -> (usize, Option<char>, Option<char>) {
        let run = |mut rest: Cursor<'r>| {
            let mut count = 0;
            while count < 9 && rest.token().is_some_and(|token| token.digit().is_some()) {
                (rest, count) = (rest.advance(), count + 1);
            }
            (rest, count)
        };
        let (rest, count) = run(self.cursor(at));
        let sign = rest.skip_blanks();
        let third = run(sign.advance()).0.peek();
        (count, sign.peek().or(Some(' ')), third)
    }

    pub(super) fn push_time(&mut self, item: Time, range: Range<usize>) {
        self.reader.push_time(self.base + range.start..self.base + range.end, item, false);
    }

    /// 2021、2022年, 7、8月: numbers of a list that ends with a time are times like it.
    pub(super) fn times_of_list(&mut self, last: &TimeExpr) {
        let items = core::mem::take(&mut self.list).items;
        let Some(first) = items.first().map(|item| item.index) else { return };
        let year = last.days(&self.reader.anchor).map(|(first, _)| YearName::Number(first.year()));
        for mention in self.reader.quantities.split_off(first.min(self.reader.quantities.len())) {
            let Some(n) = mention.item.decimal().and_then(|n| u32::try_from(n).ok()) else { continue };
            // 111及112年度
            let is_republic = last.calendar == Calendar::Minguo && last.start.part == Part::Year && n < 200;
            let Some(start) = last.start.with_number(if is_republic { n + 1911 } else { n }) else { continue };
            // 7、8月: both of one year
            let year = start.year.or_else(|| year.filter(|_| start.in_a_year()));
            let expression = TimeExpr { calendar: last.calendar, ..TimeExpr::of(Point { year, ..start }) };
            let time = expression.resolve(&self.reader.anchor);
            self.reader.times.push(Mention {
                item: time,
                span: mention.span,
                text: mention.text,
                marker: None,
                damaged: mention.damaged,
            });
        }
    }

    /// Reports a time.
    pub(super) fn time(&mut self, mut expression: TimeExpr, range: Range<usize>) {
        self.end_aside(range.start);
        if self.list.end == range.start {
            // 8月5、6及7日: the month is said before the first
            let mut listed = expression;
            if let Some(last) = self.last_time {
                self.go_on_from(&mut listed, &last, &range);
            }
            self.times_of_list(&listed);
        }
        // 每年 divides the number after it, so that it does not end what stands before
        if expression.kind == TimeKind::Set {
            self.push_time(expression.resolve(&self.reader.anchor), range);
            return;
        }
        self.end_list(None);
        if self.is_no_time(&expression, &range) {
            return;
        }
        if self.is_every_week(&expression, &range)
            || self.is_every_day(&expression, &range)
            || self.is_every_year(&expression, &range)
        {
            self.push_time(TimeExpr::unknown(TimeKind::Set, false).resolve(&self.reader.anchor), range);
            return;
        }
        if self.is_of_sport(&expression, &range) {
            expression = TimeExpr::unknown(TimeKind::Season, false);
        }
        let (is_next, names_year) = self.take_from_others(&mut expression, &range);
        let policy = self.reader.anchor.policy;
        self.look(&mut expression, &range, is_next);
        self.resolve(&expression, range, names_year);
        self.reader.anchor.policy = policy;
    }

    /// The year of a time that a calendar or a name beside it gives; whether its year is named.
    fn take_named_year(&mut self, expression: &mut TimeExpr, range: &Range<usize>) -> bool {
        // 年底 names no year
        let is_edge = expression.start.edge != Edge::Whole && expression.start.year == Some(YearName::Offset(0));
        self.agree_with_date(expression, range);
        // 跨年夜11時 is before midnight
        if let (Part::Feast(..), Some(clock)) = (expression.start.part, expression.start.clock.as_mut()) {
            let word = self.text.get(range.clone()).unwrap_or_default();
            let is_night = word.contains('夜') && !word.contains('天');
            clock.hour += if is_night && !clock.is_halved && (6..12).contains(&clock.hour) { 12 } else { 0 };
        }
        let listed = self.year_of_calendar(expression, range);
        if listed.is_some() {
            self.go_on_with_calendar(range);
        }
        let listed = listed.or_else(|| self.year_of_name(expression, range));
        expression.start.year = listed.map(YearName::Number).or(expression.start.year);
        expression.start.year.is_some() && !is_edge
    }

    /// What a time takes from those told before it and from the words beside it; whether it lies ahead by them, and whether
    /// its year is named.
    fn take_from_others(&mut self, expression: &mut TimeExpr, range: &Range<usize>) -> (bool, bool) {
        let is_named = self.take_named_year(expression, range);
        let is_fiscal = self.is_fiscal(expression, range) || self.reader.has_fiscal_year && is_part_alone(expression);
        self.reader.has_fiscal_year |= self.tells_fiscal_year(expression, range, is_fiscal);
        // 去年賺60億，末期息5月16日派發
        let is_paid = PAYS.prefix(self.text.get(range.end..).unwrap_or_default()).is_some()
            && self.ahead_this_year(expression).is_some();
        if is_paid {
            expression.start.year = self.reader.anchor.published.map(|day| YearName::Number(day.year()));
        }
        self.put_within(expression, range);
        if let Some(last) = self.goes_on_from(expression, range) {
            let is_known = expression.start.part != Part::Unknown;
            self.go_on_from(expression, &last, range);
            self.is_lost |= is_known && expression.start.part == Part::Unknown && expression.kind == TimeKind::Day;
        } else {
            self.go_on_from_paragraph(expression, range);
        }
        if !is_named && self.is_on_other_weekday(expression) {
            expression.start.year = None;
        }
        self.go_on_with_forecast(expression, range);
        self.put_into_case(expression);
        if self.is_spread(expression, range) || self.is_of_numbered_year(expression, range) {
            *expression = TimeExpr::unknown(expression.start.kind(), false);
        }
        if self.is_after_open(expression, range) {
            *expression = TimeExpr { relation: expression.relation, ..TimeExpr::unknown(expression.kind, false) };
        }
        let is_named = self.go_on_in_told_year(expression, range) || is_named;
        // 翌日 of a day that is open is open as well
        let is_lost = self.is_lost || self.is_without_day;
        if is_lost && matches!(expression.start.part, Part::Day(None, DayName::Last(_))) {
            *expression = TimeExpr::unknown(expression.kind, false);
        }
        let is_next = self.place_in_week(expression, range);
        self.compare_weeks(expression, range);
        let names_year = self.go_on_in_story(expression, range) || is_named;
        self.go_on_from_period(expression, range);
        let names_year = self.put_into_year_over(expression, range) || names_year;
        self.put_into_month_over(expression, range);
        self.go_on_from_ago(expression, range);
        let head = self.text.get(..range.start).unwrap_or_default();
        relate(expression, head, self.text.get(range.end..).unwrap_or_default());
        let is_after_event = self.is_after_event(expression, range);
        self.is_lost |= is_after_event;
        if is_fiscal
            || is_after_event
            || self.is_of_others(expression, range)
            || self.is_clock_to_come(expression, range)
        {
            *expression = TimeExpr { relation: expression.relation, ..TimeExpr::unknown(expression.kind, false) };
        }
        (is_next, names_year)
    }

    /// The time that another goes on from: what is reported where the last one is only compared with, 較去年下半年多兩成，第二季;
    /// 較今年多3%，1月5日生效.
    fn goes_on_from(&self, expression: &TimeExpr, range: &Range<usize>) -> Option<LastTime> {
        let is_period = matches!(expression.start.part, Part::Quarter(_) | Part::Half(_) | Part::Months(..));
        let is_clause_after = |last: LastTime| {
            let between = self.text.get(last.end..range.start).unwrap_or_default();
            last.is_compared && (is_period || expression.start.in_a_year() && between.contains(['，', ',', '；']))
        };
        self.reported.filter(|_| self.last_time.is_some_and(is_clause_after)).or(self.last_time)
    }

    /// 至翌年8月31日，9月2日（星期一）: whether the weekday beside a day is another one in the year that it took from those before.
    fn is_on_other_weekday(&self, expression: &TimeExpr) -> bool {
        let start = &expression.start;
        let weekday = start.weekday.filter(|_| start.year.is_some() && start.month().is_some());
        let days = weekday.and_then(|_| TimeExpr::of(Point { weekday: None, ..*start }).days(&self.reader.anchor));
        weekday.zip(days).is_some_and(|(weekday, (day, _))| day.weekday().num_days_from_monday() != weekday)
    }

    /// 2026世界杯|6月11日: the year with which the name right before a day or a month begins.
    fn year_of_name(&self, expression: &TimeExpr, range: &Range<usize>) -> Option<i32> {
        const LONGEST: usize = 12;
        const NEAR: i32 = 3;
        let published = self.reader.anchor.published?;
        let is_open = expression.start.year.is_none() && expression.start.month().is_some();
        let clause = clause_before(self.text.get(..range.start).filter(|_| is_open)?);
        let name = clause.trim_start_matches(|c: char| !c.is_ascii_digit());
        let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = name.get(..name.len() - rest.len()).filter(|digits| digits.len() == 4)?;
        let is_name = (2..=LONGEST).contains(&rest.chars().count()) && rest.chars().all(is_han);
        let counts =
            || self.reader.lexicon.entry(rest).is_some() || chinese(rest.chars().next().unwrap_or(' ')).is_some();
        let tail = self.text.get(range.end..).unwrap_or_default();
        let is_other = any_of!["抽签", "报名", "彩排", "预售", "征询", "截止", "公布"].begins(tail);
        let is_name = is_name && has_event(tail) && !is_other;
        let year: i32 =
            digits.parse().ok().filter(|_| is_name && !rest.starts_with(['年', '万', '亿']) && !counts())?;
        ((year - published.year()).abs() <= NEAR).then_some(year)
    }

    /// Whether a clock of no named day would lie ahead though nothing looks ahead: 截至晚上9時30分 on a page of the morning after,
    /// 下午5時 of a report in the sentence after 明日.
    fn is_clock_to_come(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let anchor = &self.reader.anchor;
        let is_alone = expression.start.clock.is_some() && expression.start.part == Part::Day(None, DayName::Last(0));
        let Some(published) = anchor.published.filter(|_| is_alone) else { return false };
        let head = clause_before(self.text.get(..range.start).unwrap_or_default());
        let tail = self.text.get(range.end..).unwrap_or_default();
        if looks_ahead(head) || has_ahead(sentence_after(tail), true) {
            return false;
        }
        // 1990年7月16日強震。⏎此次地震發生在9時43分: of none of long ago
        let word = self.text.get(range.clone()).unwrap_or_default();
        let is_bare = !word.starts_with(['当', '同', '翌', '次', '隔']) && self.last_time.is_none();
        if is_bare && anchor.last_day.is_some_and(|day| (published - day).num_days() > LONG_AGO) {
            return true;
        }
        // 冷靜日5月2日禁止競選，投票時間早上8時: of another day than the last
        let is_polling = |last: LastTime| {
            let between = self.text.get(last.end..range.start).unwrap_or_default();
            any_of!["投票时间", "投票时段"].ends(head) && between.matches("投票").count() < 2
        };
        if self.last_time.is_some_and(is_polling) {
            return true;
        }
        // 須為1995年9月28日以後出生，考試時間上午9時
        let is_limit = |last: LastTime| {
            let is_day = matches!(last.point.part, Part::Day(..)) && self.is_in_sentence(last.end, range);
            is_day && matches!(last.relation, Relation::After | Relation::Before) && anchor.last_day.is_none()
        };
        if self.last_time.is_some_and(is_limit) {
            return true;
        }
        let is_event = may_lie_ahead(tail) || has_event(tail);
        let now = anchor.clock.map(|clock| Moment::from(published.and_time(clock)));
        let last = expression.resolve(anchor).to;
        let is_over = expression.relation == Relation::Until;
        let cannot_be = is_over && last.zip(now).is_some_and(|(last, now)| last > now);
        let is_in_sentence = self.last_time.is_some_and(|last| self.is_in_sentence(last.end, range));
        cannot_be && !is_event || !is_in_sentence && anchor.last_day.is_some_and(|day| day > published)
    }

    /// Whether a time is of a month, an event, a feast or a day that nobody told, so that it is open.
    fn is_of_others(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let head = self.text.get(..range.start).unwrap_or_default();
        let tail = self.text.get(range.end..).unwrap_or_default();
        let is_counted = match expression.start.part {
            // 節後10日開學: the tenth day of those, or of the month
            Part::Day(None, DayName::Number(_)) => expression.end.is_none() && ends_with_event(head),
            // 第二個週六 is that of some month
            Part::Weekday(None, _) => is_nth(head) || head.ends_with("周的") || head.ends_with("隔周"),
            // 首週末 is that of something
            Part::Weekend(0) => head.ends_with('首') || is_nth(head) || head.ends_with("后的"),
            // 較疫前5月少一成
            Part::Month(_) | Part::Quarter(_) => any_of!["疫前", "疫情前"].ends(head),
            _ => false,
        };
        let word = self.text.get(range.clone()).unwrap_or_default();
        // 今學年首5個月
        let is_year = |head: &str| OWN_YEARS.ends(head) || head.ends_with("学年");
        let is_of_own_year =
            is_part_alone(&TimeExpr::of(expression.start)) && is_year(head.trim_end_matches(['度', '的']));
        // 首班車5:50 runs every day
        let runs = expression.start.clock.is_some()
            && any_of!["首班车", "末班车", "尾班车", "头班车", "首班", "末班", "尾班"]
                .ends(head.trim_end_matches(['为', '是', '：', '于', '时', '间']));
        // 預算案的本年度 begins in April
        let is_of_budget = matches!(word, "本年度" | "下年度" | "明年度") && {
            let line = [sentence_before(head), sentence_after(tail)];
            line.iter().any(|text| any_of!["预算", "财政司", "财赤", "库务"].is_in(text))
        };
        // 除夕倒數 is that of the calendar
        let is_new_year = word.contains("除夕") && any_of!["倒数", "跨年", "元旦"].is_in(sentence_after(tail));
        is_counted
            || is_of_budget
            || is_new_year
            || runs
            || is_of_own_year
            // 80歲那年, 失火那年
            || word == "那年" && head.ends_with(|c| is_han(c) && !one_of!("在到从于自而但，").contains(c))
            || self.reader.has_fiscal_year && matches!(word, "上年度" | "上一年度")
            || is_of_many_years(&expression.start, head, tail)
            || self.is_told_anew(expression, range)
            || self.is_of_day_to_come(expression, head)
            || self.is_of_start_to_come(expression, range)
            || self.is_foreign(expression, head)
    }

    /// 國慶以來, told in January: since the last one.
    fn put_into_past(&self, expression: &mut TimeExpr) {
        let days = expression.days(&self.reader.anchor).zip(self.reader.anchor.published);
        if let Some(((first, _), _)) = days.filter(|((first, _), published)| first > published) {
            expression.start.year = Some(YearName::Number(first.year() - 1));
        }
    }

    /// 國慶假期接待5萬人, told in January: the last one, which is nearer; 春節前完工, told in November: the coming one.
    fn put_feast_near(&self, expression: &mut TimeExpr, head: &str, tail: &str) {
        let Some(published) = self.reader.anchor.published else { return };
        let anchor = Anchor { ahead: false, ..self.reader.anchor };
        let Some((first, _)) = expression.days(&anchor) else { return };
        let in_year = |year: i32| {
            let start = Point { year: Some(YearName::Number(year)), ..expression.start };
            TimeExpr::of(start).days(&anchor).map(|(first, _)| (first - published).num_days())
        };
        let away = (first - published).num_days();
        let is_nearer = |other: i64| other.abs() < away.abs();
        let after = clause_after(tail);
        let is_ahead = looks_ahead(clause_before(head)) || has_ahead(sentence_after(tail), true) || may_lie_ahead(tail);
        let has_figures = after.contains(|c| is_digit(c) || chinese(c).is_some());
        let is_before = expression.relation == Relation::Before;
        let (year, is_told) = if away > 0 {
            (first.year() - 1, has_figures && !is_ahead && !is_before)
        } else {
            (first.year() + 1, is_before && !is_done(after))
        };
        if is_told && in_year(year).is_some_and(is_nearer) {
            expression.start.year = Some(YearName::Number(year));
        }
    }

    /// Whether the words around a time look ahead, and what that makes of it.
    fn look(&mut self, expression: &mut TimeExpr, range: &Range<usize>, is_next: bool) {
        let head = self.text.get(..range.start).unwrap_or_default();
        let tail = self.text.get(range.end..).unwrap_or_default();
        // only a day or month without a year leaves the choice
        let ends = [Some(expression.start), expression.end];
        let open = ends.into_iter().flatten().any(|point| point.is_open());
        // 本週末 is that of this week
        let is_own = expression.start.part == Part::Weekend(0)
            && self.text.get(range.clone()).is_some_and(|text| text.starts_with('本'));
        self.look_past_sunday(expression, range);
        // 週日至下週二: the Sunday of this week
        if let (Part::Weekday(None, day), Some(Part::Weekday(Some(1), _))) =
            (expression.start.part, expression.end.map(|end| end.part))
        {
            expression.start.part = Part::Weekday(Some(0), day);
        }
        let is_feast = matches!(expression.start.part, Part::Feast(..)) && expression.start.year.is_none();
        if is_feast {
            self.put_feast_near(expression, head, tail);
        }
        if is_feast && expression.relation == Relation::Since && !expression.open {
            self.put_into_past(expression);
        }
        // 7月起, told in February: else it were 去年7月起
        let is_begun = expression.relation == Relation::Since && expression.open && expression.start.month().is_some();
        self.reader.anchor.ahead =
            (open || is_feast) && (self.lies_ahead(expression, head, range) || is_own || is_next);
        self.reader.anchor.soon = open
            && (may_lie_ahead(tail)
                || may_lie_ahead(self.related_after(range))
                || has_ahead(sentence_after(tail), true)
                || expression.end.is_some() && (names_period(head) || is_reckoned(sentence_after(tail))));
        if open || is_part_alone(expression) {
            self.put_before_new_year(expression, head, tail);
        }
        // 6月底通車, told in February: the coming one, though no word looks ahead, or that of last year
        let is_listed = expression.end.is_some() || head.ends_with(['及', '、', '和', '与', '至', '到']);
        let may_be_ahead = open && !is_listed && !self.reader.anchor.ahead && !self.reader.anchor.soon;
        let is_alone = self.last_time.is_none_or(|last| !self.is_in_sentence(last.end, range));
        if may_be_ahead && is_begun && is_alone {
            self.leave_begin_open(expression);
        }
        // 6月底前完工
        let is_done = |text: &str| text.contains(['已', '曾', '了']);
        let is_before = expression.relation == Relation::Before
            && expression.start.month().is_some()
            && !is_done(clause_before(head))
            && !is_done(clause_after(tail));
        if may_be_ahead && (has_event(tail) || is_begun || is_before) {
            self.leave_event_open(expression, if is_before { 2 * HALF_YEAR } else { HALF_YEAR });
        }
        self.put_into_running(expression);
        self.put_into_last_year(expression);
        self.put_stock_into_last_year(expression, range);
        self.explain_weekend(expression, range);
        let policy = self.reader.anchor.policy;
        if open && !self.reader.anchor.ahead && policy == DatePolicy::Report && is_told_past(expression, head, tail) {
            self.reader.anchor.policy = DatePolicy::Past;
        }
    }

    /// Whether a time stands in the sentence in which some words end.
    fn is_in_sentence_of(&self, last: LastTime, head: &str) -> bool {
        head.get(last.end..).is_some_and(|between| !has_end(between))
    }

    /// 全年投資完成402億元, told on the second of January: of the year that is over; of a first quarter nobody knows.
    fn put_before_new_year(&self, expression: &mut TimeExpr, head: &str, tail: &str) {
        const DAYS: u32 = 10;
        let anchor = &self.reader.anchor;
        let is_new = |day: &chrono::NaiveDate| day.month() == 1 && day.day() <= DAYS;
        let Some(published) = anchor.published.filter(is_new) else { return };
        let start = &mut expression.start;
        let rest = sentence_after(tail);
        // 全年撥款較2024年增兩成, told in 2025
        let is_compared = rest.contains(alloc::format!("{}年", published.year() - 1).as_str());
        let before = sentence_before(head);
        let is_planned = any_of!["计划", "确保", "力争", "争取", "预算", "编列", "目标", "预计", "料"].is_in(before)
            || any_of!["确保", "力争", "争取", "计划"].begins(rest);
        let is_named = self.last_time.is_some_and(|last| {
            let is_present = last.days.is_some_and(|(first, _)| first.year() == published.year());
            last.names_year && is_present && self.is_in_sentence_of(last, head)
        });
        let is_ahead = has_ahead(before, false) || has_ahead(rest, true) || is_compared || is_planned || is_named;
        if is_ahead || anchor.looks_ahead() || start.year.is_some() || expression.relation != Relation::On {
            return;
        }
        match start.part {
            Part::Year if start.edge == Edge::Whole => start.year = Some(YearName::Number(published.year() - 1)),
            Part::Quarter(1) | Part::Half(1) if start.edge == Edge::Whole => {
                *expression = TimeExpr::unknown(expression.kind, false);
            }
            _ => {}
        }
    }

    /// 6月底通車, told in February: the coming one, at most so many days ahead, or that of last year, where that is long ago.
    fn leave_event_open(&self, expression: &mut TimeExpr, most: i64) {
        let past = expression.days(&self.reader.anchor).zip(self.reader.anchor.published);
        let is_far = past.is_some_and(|((first, _), published)| (published - first).num_days() > FAR_PAST);
        if is_far && self.ahead_this_year(expression).is_some_and(|days| days < most) {
            *expression = TimeExpr { relation: expression.relation, ..TimeExpr::unknown(expression.kind, false) };
        }
    }

    /// 1月1日起落實, told in November: long ago, or soon.
    fn leave_begin_open(&self, expression: &mut TimeExpr) {
        const SOON: i64 = 120;
        let Some(published) = self.reader.anchor.published else { return };
        let away = |year: i32| self.days_in(&expression.start, year).map(|(first, _)| (first - published).num_days());
        let is_past = away(published.year()).is_some_and(|days| days < -FAR_PAST);
        let is_near = away(published.year() + 1).is_some_and(|days| days < SOON);
        if is_past && is_near && expression.start.year.is_none() {
            *expression = TimeExpr { relation: expression.relation, ..TimeExpr::unknown(expression.kind, false) };
        }
    }

    /// 預計暑運（7月1日至8月31日）, told in August: the days that run already, not those a year later.
    fn put_into_running(&self, expression: &mut TimeExpr) {
        let Some(published) = self.reader.anchor.published else { return };
        let Some(end) = expression.end.filter(|_| expression.start.year.is_none()) else { return };
        let are_days = [expression.start, end].iter().all(|point| matches!(point.part, Part::Day(Some(_), _)));
        let is_open = end.year.is_none() && self.reader.anchor.ahead && are_days;
        let year = Some(YearName::Number(published.year()));
        let of_year = TimeExpr { start: Point { year, ..expression.start }, ..*expression };
        let time = of_year.resolve(&Anchor { ahead: false, ..self.reader.anchor });
        let runs = time.from.zip(time.to).is_some_and(|(from, to)| from.date() <= published && published <= to.date());
        if is_open && runs
            || are_days && end.year.is_none() && !self.reader.anchor.ahead && is_just_over(time, published)
        {
            expression.start.year = year;
        }
    }

    /// How many days ahead a quarter, a month, or a day of one, lies in the year, or the month, of the publication.
    fn ahead_this_year(&self, expression: &TimeExpr) -> Option<i64> {
        let published = self.reader.anchor.published?;
        let start = &expression.start;
        let (year, month) = (published.year(), MonthName::Number(published.month()));
        let part = match start.part {
            Part::Day(None, DayName::Number(day)) => Part::Day(Some(month), DayName::Number(day)),
            part if start.month().is_some() || matches!(part, Part::Quarter(_) | Part::Half(_)) => part,
            _ => return None,
        };
        let of_year = Point { year: Some(YearName::Number(year)), part, ..*start };
        let (first, _) = TimeExpr::of(of_year).days(&self.reader.anchor)?;
        Some((first - published).num_days()).filter(|days| *days > 0)
    }

    /// 1至11月 in January: months from the first on, of which the last has not begun, are those of last year.
    fn put_into_last_year(&self, expression: &mut TimeExpr) {
        const NEAR: i64 = 2;
        let Some(published) = self.reader.anchor.published else { return };
        let last = expression.end.filter(|end| end.year.is_none()).map(|end| end.part);
        let (Part::Month(MonthName::Number(1)), Some(Part::Month(MonthName::Number(last))), None) =
            (expression.start.part, last, expression.start.year)
        else {
            return;
        };
        let anchor = &self.reader.anchor;
        if !anchor.looks_ahead() && i64::from(last) > i64::from(published.month()) + anchor.reach(NEAR) {
            expression.start.year = Some(YearName::Number(published.year() - 1));
        }
    }

    /// 年末總人口為900萬人, told in July: a stock at the end of the year that is over.
    fn put_stock_into_last_year(&self, expression: &mut TimeExpr, range: &Range<usize>) {
        const STOCKS: &WordSet =
            any_of!["总人口", "人口", "余额", "库存", "存栏", "保有量", "户数", "储备", "存款", "总资产", "净资产"];
        let start = &mut expression.start;
        let is_edge = start.part == Part::Year && start.edge == Edge::End && start.year == Some(YearName::Offset(0));
        let is_bare = self.text.get(range.clone()).is_some_and(|word| word.starts_with('年'));
        let Some(published) = self.reader.anchor.published.filter(|_| is_edge && is_bare) else { return };
        let (head, tail) = (self.text.get(..range.start), self.text.get(range.end..).unwrap_or_default());
        let is_ahead = looks_ahead(clause_before(head.unwrap_or_default())) || has_ahead(sentence_after(tail), true);
        let clause = clause_after(tail);
        let is_stock = STOCKS.begins(clause) && clause.contains(is_digit);
        if published.month() < 12 && is_stock && !is_ahead {
            start.year = Some(YearName::Number(published.year() - 1));
        }
    }

    /// 投票將於上午8時開始: a clock of a day ahead that nobody told.
    fn is_of_day_to_come(&self, expression: &TimeExpr, head: &str) -> bool {
        let is_clock = expression.start.clock.is_some() && expression.start.part == Part::Day(None, DayName::Last(0));
        is_clock && self.reader.anchor.last_day.is_none() && looks_ahead(clause_before(head))
    }

    /// 7月1日上路，前三個月宣導: months from a day ahead on, not those of the year.
    fn is_of_start_to_come(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let told = self.last_time.as_ref().filter(|last| self.is_in_sentence(last.end, range));
        let starts = told.and_then(|last| last.days).zip(self.reader.anchor.published);
        let is_first = matches!(expression.start.part, Part::Months(1, _)) && expression.start.year.is_none();
        is_first && starts.is_some_and(|((first, last), published)| (last - first).num_days() < 31 && first > published)
    }

    /// 本週末（10月7日至8日）, 未來三天（12月20日至22日）, 第二季（7月至9月）: the days in brackets are those of the words before.
    fn explain_weekend(&mut self, expression: &TimeExpr, range: &Range<usize>) {
        let is_weekend = self.last_time.is_some_and(|last| {
            let is_week = matches!(last.point.part, Part::Week(_)) && expression.end.is_some();
            let is_part = matches!(last.point.part, Part::Quarter(_) | Part::Half(_)) && expression.end.is_some();
            // 去年同期（1月28日至2月3日）
            let is_same = last.point.part == Part::SamePeriod && expression.end.is_some();
            (is_week || is_part || is_same || matches!(last.point.part, Part::Weekend(_)))
                && matches!(self.text.get(last.end..range.start), Some("（" | "("))
        });
        let is_span = self.reader.times.last().is_some_and(|last| {
            let between =
                (last.text.end as usize).checked_sub(self.base).and_then(|end| self.text.get(end..range.start));
            last.item.kind == TimeKind::Duration && expression.end.is_some() && matches!(between, Some("（" | "("))
        });
        if !(is_weekend || is_span) || !matches!(self.char_at(range.end), Some('）' | ')')) {
            return;
        }
        let time = expression.resolve(&self.reader.anchor);
        if let Some(weekend) = self.reader.times.last_mut() {
            (weekend.item.from, weekend.item.to) = (time.from, time.to);
        }
    }

    /// Resolves a time, reports it, and remembers it for later ones.
    fn resolve(&mut self, expression: &TimeExpr, range: Range<usize>, names_year: bool) {
        let head = self.text.get(..range.start).unwrap_or_default();
        let text = self.base + range.start..self.base + range.end;
        let mut time = expression.resolve(&self.reader.anchor);
        if let Some(fault) = expression.fault(&self.reader.anchor) {
            let span = self.reader.span(text.clone());
            self.reader.diagnostics.push(Diagnostic::note(DiagnosticCode::InvalidDate, fault, span));
        }
        // 公元前3世紀 is before the days that are counted here
        let ancient = any_of!["公元前", "西元前", "纪元前"].ends(head.trim_end());
        if ancient {
            (time.from, time.to) = (None, None);
        }
        // what counts from a time that is not trusted is not trusted either
        let doubted = self.unsure && expression.start.leans();
        let trusted = !doubted && !ancient && self.reader.is_trusted(&text, &time);
        self.unsure = !trusted || self.unsure && !matches!(time.kind, TimeKind::Day | TimeKind::DateTime);
        // 繼5日罷工後: what is compared with does not move the story
        let rest = clause_after(self.text.get(range.end..).unwrap_or_default());
        // 是3月以後次高: a record is counted from then
        let since_when =
            head.ends_with(['是', '为', '创', '属']) && (RECORDS.is_in(rest) || rest.starts_with(['最', '首']));
        let days_of = expression.days(&self.reader.anchor);
        // 恢復至2019年同期的136%
        let word = self.text.get(range.clone()).unwrap_or_default();
        let is_same = any_of!["同季", "同季度", "同月"].ends(word) && expression.start.year.is_some();
        let is_level = expression.start.part == Part::SamePeriod || is_same;
        let compared = COMPARED.suffix(head).is_some()
            || expression.start.part == Part::Year
                && (begins_comparison(head) || any_of!["恢复到", "恢复至", "相当于"].ends(head))
            || since_when
            || is_level
            || BASES.begins(rest)
            || matches!(expression.start.part, Part::Month(_) | Part::Quarter(_))
                && (is_equalled(head, rest) || is_multiplied(head, rest))
            || is_beside_same(self.text.get(range.clone()).unwrap_or_default(), rest)
            || self.is_close_before(days_of, rest, &range);
        let days = days_of.filter(|_| trusted);
        if matches!(time.kind, TimeKind::Day | TimeKind::DateTime) && time.relation != Relation::During {
            self.is_lost = trusted && days.is_none() && self.reader.anchor.published.is_some();
        }
        self.keep_beside(expression, days, &range, trusted && !compared);
        if trusted && !self.is_beside_day(expression, &range) {
            self.remember(expression, &time, compared || self.is_beside_reported(&range));
        }
        self.is_lost &= days.is_none();
        self.bound_period(expression, days, &range);
        self.told(expression, &time, days, &range, [names_year, compared]);
        self.done = range.end;
        self.reader.push_time(text, time, doubted);
    }

    /// 選舉12月7日舉行，12月8日停課: whether a day follows, within the clause or the next, one of its month of which nobody knows the year.
    fn is_after_open(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let last = self.last_time.filter(|last| last.days.is_none() && self.is_in_sentence(last.end, range));
        let day = |point: &Point| match point.part {
            Part::Day(Some(MonthName::Number(month)), DayName::Number(day)) => Some((month, day)),
            _ => None,
        };
        let told = last.and_then(|last| day(&last.point)).zip(day(&expression.start));
        expression.start.year.is_none()
            && told.is_some_and(|((month, first), (next, day))| month == next && day > first)
    }

    /// 第二年5月: whether a month is of a year that is numbered from one that nobody may know.
    fn is_of_numbered_year(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let last = self.reader.quantities.last().filter(|last| last.text.end as usize == self.base + range.start);
        let is_year = last.is_some_and(|last| {
            last.item.role == Role::Ordinal && last.item.unit.as_ref().is_some_and(|unit| unit.symbol() == "年")
        });
        is_year && matches!(expression.start.part, Part::Month(_) | Part::Day(Some(_), _))
    }

    /// 其中六成發生在18時至22時: the hours at which so many of several days happened.
    fn is_spread(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        const HAPPENED: &WordSet =
            any_of!["发生在", "发生于", "集中在", "集中于", "出现在", "出现于", "介乎", "分布在", "在"];
        const SHARES: &WordSet = any_of!["半数", "近半", "过半", "逾半", "多数", "高峰", "大部分"];
        let head = clause_before(self.text.get(..range.start).unwrap_or_default());
        let stem = head.strip_suffix("凌晨").unwrap_or(head);
        let is_alone = matches!(expression.start.part, Part::Day(None, DayName::Last(0)));
        let is_share = || {
            let last = self.reader.quantities.last().map(|last| (&last.item, last.text.end as usize));
            let begins = self.base + range.start - head.len();
            last.is_some_and(|(item, end)| matches!(item.role, Role::Percent | Role::Fraction) && end > begins)
        };
        expression.start.clock.is_some() && is_alone && HAPPENED.ends(stem) && (SHARES.is_in(stem) || is_share())
    }
}

/// 1月1日至11月15日, told in that month: whether days of the year ended so lately that they are no days of the next one.
fn is_just_over(time: Time, published: chrono::NaiveDate) -> bool {
    const LATELY: i64 = 75;
    let ended = time.to.map(|to| (published - to.date()).num_days());
    ended.is_some_and(|days| (0..LATELY).contains(&days))
}

/// 上一季度|和去年同期: whether a period before the one reported stands beside the same one of a year before.
fn is_beside_same(word: &str, rest: &str) -> bool {
    let joint = rest.strip_prefix(['和', '及', '与', '、']).unwrap_or_default();
    is_before_reported(word) && any_of!["去年", "上年"].begins(joint)
}

/// 料日均16萬人次: a clause of what somebody reckons with.
fn is_reckoned(sentence: &str) -> bool {
    sentence.split(['，', ',']).any(|clause| clause.starts_with('料') && !clause.starts_with("料理"))
}

/// What the words around a time make of its relation: 截至3月, 自2018年10月通車以來, 從3月開始.
fn relate(expression: &mut TimeExpr, head: &str, tail: &str) {
    let bare = head.trim_end();
    let zone = time_grammar::LOCAL_TIMES.strip_suffix(bare).or_else(|| bare.strip_suffix("当地时间"));
    let stem = zone.unwrap_or(head).trim_end_matches(|c| is_blank(c) || matches!(c, '到' | '至' | '止'));
    let is_plain = expression.relation == Relation::On;
    let is_until = stem.ends_with('截') && !general::ends_in_word(stem);
    if is_plain && is_until && !matches!(expression.start.part, Part::MonthsTo(..)) {
        expression.relation = Relation::Until;
    }
    if is_plain && expression.end.is_none() && since_event(head, tail) {
        expression.relation = Relation::Since;
    }
    // 不晚於9月30日
    if let Some((bound, _)) = BOUNDS_TIME.longest_at_end(head.trim_end()).filter(|_| is_plain) {
        (expression.relation, expression.open) = bound;
    }
    // 從3月開始; from a day on is as often that day alone
    let is_long = !matches!(expression.kind, TimeKind::Day | TimeKind::DateTime);
    if is_plain && is_long && head.ends_with(['从', '自', '由']) && tail.starts_with("开始") {
        (expression.relation, expression.open) = (Relation::Since, true);
    }
}

/// Whether an event stands between a time and 以來: 自2018年10月通車以來.
fn since_event(head: &str, tail: &str) -> bool {
    let event = sentence_after(tail).split_once("以来").map_or("", |(event, _)| event);
    // “十四五”以來
    if matches!(event, "”" | "」" | "\"") {
        return true;
    }
    let count = event.chars().count();
    let is_from = head.ends_with(['自', '从', '由', '于']);
    // 自去年5月上調25個基點以來, 2023年1月8日“乙類乙管”以來
    let may_stand = |c: char| {
        is_han(c) && (is_from || chinese(c).is_none()) || matches!(c, '“' | '”' | '「' | '」') || is_from && is_digit(c)
    };
    let is_event = (2..=12).contains(&count) && event.chars().all(may_stand);
    let is_quoted = event.starts_with(['“', '「']);
    // 1951年有氣象觀測記錄以來
    let is_record = event.starts_with('有') && any_of!["记录", "纪录", "统计", "观测", "数据", "资料"].ends(event);
    is_event && (is_from || count <= 4 || is_quoted || is_record)
}

/// Whether a text ends with the number of one of several: 第二個, 第三个.
fn is_nth(head: &str) -> bool {
    let number = head.strip_suffix('个').unwrap_or_default();
    // 首個週末, 最後一個週日
    if number.ends_with(['首', '头']) || number.ends_with("最后一") {
        return true;
    }
    let stem = number.trim_end_matches(|c| is_digit(c) || chinese(c).is_some());
    stem.len() < number.len() && stem.ends_with('第')
}

/// A part of a year, or the whole, that no word gives a year: 第三季, 首九個月, 全年.
fn is_part_alone(expression: &TimeExpr) -> bool {
    let part = matches!(expression.start.part, Part::Quarter(_) | Part::Half(_) | Part::Months(1, _) | Part::Year);
    part && expression.start.year.is_none()
}

/// 歷年同期, 2016年以來同期, 同月新低: the same months of many years.
fn is_of_many_years(start: &Point, head: &str, tail: &str) -> bool {
    let is_same = matches!(start.part, Part::SamePeriod | Part::Month(MonthName::Last(0)));
    // 近十年|同期, 較|同期
    let is_since = || head.ends_with(['来', '年', '较']) || MANY_YEARS.suffix(head.trim_end_matches('的')).is_some();
    is_same && start.year.is_none() && (is_since() || RECORDS.longest(tail.trim_start_matches('的')).is_some())
}
