//! Times in running text: what a list makes of its numbers, which day a word means, and what later words count from.

use core::ops::Range;

use chrono::{Datelike, NaiveDate, TimeDelta, Timelike, Weekday};

use super::durations::STOPS;
use super::scan::before;
use super::{Passage, clause_before, sentence_before, tail_behind};
use crate::article::Mention;
use crate::chars::{chinese, is_blank, is_digit, is_han};
use crate::general::{self, Pos};
use crate::grammar::time as time_grammar;
use crate::lexer::Cursor;
use crate::region::Region;
use crate::time::{
    Anchor, Calendar, DatePolicy, DayName, Moment, MonthName, Part, Point, Relation, TimeExpr, TimeKind, TimeRef,
    YearName,
};
use crate::vocabulary::{
    AHEAD, AHEAD_AFTER, COMPARED, LASTING, MANY_YEARS, MATERIALS, MEASURED, OUTLETS, RECORDS, SHOWN, SHOWS, SPORTS,
};

/// The places whose national day is one of the table, and the region whose it is.
const OURS: [(&str, Option<Region>); 8] = [
    ("中国", None),
    ("全国", None),
    ("中华", None),
    ("台湾", Some(Region::Taiwan)),
    ("香港", Some(Region::HongKong)),
    ("澳门", Some(Region::Macau)),
    ("新加坡", Some(Region::Singapore)),
    ("马来西亚", Some(Region::Malaysia)),
];

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
            _ => first == 8,
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

    /// How many digits stand at `at`, what follows them behind blanks, and what follows the next digits.
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

    pub(super) fn push_time(&mut self, item: TimeRef, range: Range<usize>) {
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
        if self.list.end == range.start {
            // 8月5、6及7日: the month is said before the first
            let mut listed = expression;
            if let Some(last) = self.last_time {
                self.go_on_from(&mut listed, &last, &range);
            }
            self.times_of_list(&listed);
        }
        // 每年 divides the number behind it, so that it does not end what stands before
        if expression.kind == TimeKind::Set {
            self.push_time(expression.resolve(&self.reader.anchor), range);
            return;
        }
        self.end_list(None);
        if self.is_no_time(&expression, &range) {
            return;
        }
        if self.is_every_week(&expression, &range) || self.is_every_day(&expression, &range) {
            self.push_time(TimeExpr::unknown(TimeKind::Set, false).resolve(&self.reader.anchor), range);
            return;
        }
        if self.is_of_sport(&expression, &range) {
            expression = TimeExpr::unknown(TimeKind::Season, false);
        }
        let is_fiscal =
            self.is_fiscal(&expression, &range) || self.reader.has_fiscal_year && is_part_alone(&expression);
        self.reader.has_fiscal_year |= self.tells_fiscal_year(&expression, &range, is_fiscal);
        if let Some(last) = self.last_time {
            self.go_on_from(&mut expression, &last, &range);
        }
        self.go_on_from_period(&mut expression, &range);
        self.go_on_from_ago(&mut expression, &range);
        let head = self.text.get(..range.start).unwrap_or_default();
        let tail = self.text.get(range.end..).unwrap_or_default();
        let stem = head.trim_end_matches(|c| is_blank(c) || matches!(c, '到' | '至' | '止'));
        let is_plain = expression.relation == Relation::On;
        if is_plain && stem.ends_with('截') && !matches!(expression.start.part, Part::MonthsTo(..)) {
            expression.relation = Relation::Until;
        }
        if is_plain && expression.end.is_none() && since_event(head, tail) {
            expression.relation = Relation::Since;
        }
        // 從3月開始; from a day on is as often that day alone
        let is_long = !matches!(expression.kind, TimeKind::Day | TimeKind::DateTime);
        if is_plain && is_long && head.ends_with(['从', '自', '由']) && tail.starts_with("开始") {
            (expression.relation, expression.open) = (Relation::Since, true);
        }
        // 首週末 is that of something
        let is_first = matches!(expression.start.part, Part::Weekend(0)) && head.ends_with('首');
        let is_open = is_fiscal
            || is_first
            || is_of_many_years(&expression.start, head, tail)
            || self.is_told_anew(&expression, &range);
        if is_open || self.is_foreign(&expression, head) || self.is_after_event(&expression, &range) {
            expression = TimeExpr::unknown(expression.kind, false);
        }
        // only a day or month without a year leaves the choice
        let ends = [Some(expression.start), expression.end];
        let open = ends.into_iter().flatten().any(|point| point.is_open());
        // 本週末 is that of this week
        let is_own = expression.start.part == Part::Weekend(0)
            && self.text.get(range.clone()).is_some_and(|text| text.starts_with('本'));
        self.look_past_sunday(&mut expression, &range);
        self.reader.anchor.ahead = open && (self.lies_ahead(&mut expression, head, &range) || is_own);
        self.reader.anchor.soon = open && looks_ahead(sentence_behind(tail));
        self.explain_weekend(&expression, &range);
        let policy = self.reader.anchor.policy;
        if open && !self.reader.anchor.ahead && policy == DatePolicy::Report && is_told_past(&expression, head) {
            self.reader.anchor.policy = DatePolicy::Past;
        }
        self.resolve(&expression, range);
        self.reader.anchor.policy = policy;
    }

    /// 目前…比2018年同期, 明日改掛三號。下午5時: another day or period is meant than the one told last.
    fn is_told_anew(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        match expression.start.part {
            Part::SamePeriod if self.last_time.is_some_and(|last| matches!(last.point.part, Part::Feast(..))) => true,
            Part::SamePeriod => {
                let told = self.reader.times.last().map_or(0, |last| last.text.end as usize);
                let between = self.reader.text.get(told..self.base + range.start).unwrap_or_default();
                ["目前", "现在", "现时"].iter().any(|word| between.contains(word))
            }
            Part::Day(None, DayName::Last(0)) if expression.start.clock.is_some() => {
                let told = self.last_time.filter(|last| {
                    matches!(last.point.part, Part::Day(_, DayName::Offset(1..) | DayName::Numbered(1.., _)))
                });
                let between = told.and_then(|last| self.text.get(last.end..range.start));
                between.is_some_and(|between| between.contains(STOPS))
            }
            _ => false,
        }
    }

    /// 星期一至五上午9時至下午5時: hours of every week.
    fn is_every_week(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let is_weekday = |point: &Point| matches!(point.part, Part::Weekday(None, _)) && point.clock.is_none();
        let tail = self.text.get(range.end..).unwrap_or_default().trim_start_matches(is_blank);
        let hours = || {
            let clock = time_grammar::read(self.cursor(self.text.len() - tail.len()));
            clock.is_ok_and(|(_, hours)| hours.start.clock.is_some() && hours.end.is_some())
        };
        let is_open =
            ["办公时间", "上班时间", "营业", "开放", "每天", "每日", "办公"].iter().any(|word| tail.starts_with(word));
        is_weekday(&expression.start) && expression.end.as_ref().is_some_and(is_weekday) && (is_open || hours())
    }

    /// The hours of such days: 連續三天晚間7時.
    fn is_every_day(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let is_clock = expression.start.clock.is_some() && expression.start.part == Part::Day(None, DayName::Last(0));
        let place = self.base + range.start;
        let set = self.reader.times.last().filter(|last| last.item.kind == TimeKind::Set);
        let behind_set = set.and_then(|last| self.reader.text.get(last.text.end as usize..place));
        let days = self.reader.quantities.last().filter(|last| last.text.end as usize == place);
        let run = days.and_then(|days| self.reader.text.get(..days.text.start as usize));
        // 營業時間是上午9時至下午5時
        let clause = clause_before(self.text.get(..range.start).unwrap_or_default());
        let is_rule = expression.end.is_some()
            && ["营业时间", "开放时间", "服务时间", "办公时间", "办理时间", "上班时间"]
                .iter()
                .any(|word| clause.contains(word));
        let is_set = behind_set.is_some_and(|text| text.trim().is_empty());
        is_clock && (is_rule || is_set || run.is_some_and(|head| head.ends_with("连续")))
    }

    /// 本季全壘打王, 上季英超: a season of sport, not a quarter.
    fn is_of_sport(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let word = self.text.get(range.clone()).unwrap_or_default();
        let head = self.text.get(..range.start).unwrap_or_default();
        let tail = self.text.get(range.end..).unwrap_or_default();
        matches!(expression.start.part, Part::QuarterOffset(_))
            && !word.contains('度')
            && (SPORTS.is_in(sentence_before(head)) || SPORTS.is_in(sentence_behind(tail)))
    }

    /// 截至6月30日第四季, 截至3月31日全年: a part of the company's own year.
    fn is_fiscal(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let is_part = matches!(expression.start.part, Part::Quarter(_) | Part::Half(_) | Part::Year);
        let place = self.base + range.start;
        let ends_there = |last: &&Mention<TimeRef>| {
            let between = self.reader.text.get(last.text.end as usize..place);
            let is_end = matches!(last.item.kind, TimeKind::Day | TimeKind::Month);
            last.item.relation == Relation::Until && is_end && matches!(between, Some("" | "的" | "止" | "止的"))
        };
        is_part && expression.start.year.is_none() && self.reader.times.last().filter(ends_there).is_some()
    }

    /// Whether a part of a year that is not the calendar's is told: 2024財年第二季, 截至3月31日止第三季.
    fn tells_fiscal_year(&self, expression: &TimeExpr, range: &Range<usize>, is_fiscal: bool) -> bool {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let is_named = ["财年", "财政年", "会计年度"].iter().any(|word| text.contains(word));
        // the second quarter that ends with June is that of the calendar
        let ends = self.reader.times.last().and_then(|last| last.item.to).map(Moment::date);
        let of_calendar = |day: NaiveDate| {
            let own = Point { year: Some(YearName::Number(day.year())), ..expression.start };
            own.days(&self.reader.anchor).is_some_and(|(_, last)| last == day)
        };
        let is_own = is_fiscal && ends.is_some_and(|day| !of_calendar(day));
        is_own || is_named && matches!(expression.kind, TimeKind::Quarter | TimeKind::Half | TimeKind::Range)
    }

    /// 本週三將, told on a Sunday: the week that begins.
    fn look_past_sunday(&self, expression: &mut TimeExpr, range: &Range<usize>) {
        let Part::Weekday(Some(0), day) = expression.start.part else { return };
        let head = self.text.get(..range.start).unwrap_or_default();
        let tail = self.text.get(range.end..).unwrap_or_default();
        let is_ahead = tail.starts_with(['将', '会']) || looks_ahead(clause_before(head));
        let is_sunday = self.reader.anchor.published.is_some_and(|day| day.weekday() == Weekday::Sun);
        if is_ahead && is_sunday && day < SUNDAY {
            expression.start.part = Part::Weekday(Some(1), day);
        }
    }

    /// 本週末（10月7日至8日）, 未來三天（12月20日至22日）: the days in brackets are those of the words before.
    fn explain_weekend(&mut self, expression: &TimeExpr, range: &Range<usize>) {
        let is_weekend = self.last_time.is_some_and(|last| {
            let is_week = matches!(last.point.part, Part::Week(_)) && expression.end.is_some();
            (is_week || matches!(last.point.part, Part::Weekend(_)))
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

    /// Whether what reads as a time is none: a title, a document, a length, an address, a name.
    fn is_no_time(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let head = self.text.get(..range.start).unwrap_or_default();
        // 《明日之後》 is a title
        let titled = head.ends_with('《') && self.char_at(range.end) == Some('》')
            // 〔2023〕14號 is a document
            || head.ends_with(['〕', '］', '】']) && self.text.get(range.clone()).is_some_and(|t| t.ends_with(['号']));
        // 時長 1:23:45 is a length
        let text = self.text.get(range.clone()).unwrap_or_default();
        let has_seconds = text.matches([':', '：']).count() == 2;
        let stem = head.trim_end_matches(|c| is_blank(c) || matches!(c, '为' | '是' | '：' | ':'));
        let lasts = expression.start.clock.is_some()
            && matches!(expression.start.part, Part::Day(None, DayName::Last(0)))
            && MEASURED.longest_at_end(stem).is_some_and(|(in_minutes, _)| in_minutes || has_seconds);
        // 連續34年年初 counts years
        let counted = expression.kind == TimeKind::Year
            && (head.ends_with(['连', '续']) || text.starts_with('年') && head.ends_with('年'));
        let named = expression.kind == TimeKind::Festival && self.is_given_name(range);
        // 21世紀經濟報道 is a newspaper
        let rest = self.text.get(range.start..).unwrap_or_default();
        let outlet = OUTLETS.longest(rest).is_some_and(|(_, length)| length > range.len());
        // 《周末畫報》 is a title, 《2023年報告》 tells its year
        let opened = tail_behind(head, 30, |c| matches!(c, '《' | '》' | '。')).len();
        let opened = head.get(..head.len() - opened).is_some_and(|head| head.ends_with('《'));
        let numbered =
            self.text.get(range.clone()).is_some_and(|text| text.contains(|c| is_digit(c) || chinese(c).is_some()));
        // 較平日週末升 is of any
        let is_usual = matches!(expression.start.part, Part::Weekend(0)) && MANY_YEARS.suffix(head).is_some();
        opened && !numbered
            || is_usual
            || self.is_person(expression, range)
            || outlet
            || titled
            || lasts
            || counted
            || named
            || self.is_day_of_address(expression, range)
    }

    /// 法國國慶日, 東正教聖誕節: feasts of another country or church than those of the table.
    fn is_foreign(&self, expression: &TimeExpr, head: &str) -> bool {
        if expression.kind != TimeKind::Festival || expression.start.year.is_some() {
            return false;
        }
        let churches = ["东正教", "科普特", "俄历", "正教会"];
        let national = matches!(expression.start.part, Part::Feast(feast, _) if feast.is_national());
        let place = |length: usize| {
            let from = head.char_indices().rev().nth(length - 1).map(|(at, _)| at);
            let word = from
                .and_then(|at| head.get(at..))
                .filter(|word| general::get(word).is_some_and(|w| w.pos == Pos::Place));
            // 新加坡國慶日 in a paper of Malaysia
            let region = self.reader.anchor.region;
            word.is_some_and(|word| !OURS.iter().any(|(name, of)| *name == word && (of.is_none() || *of == region)))
        };
        churches.iter().any(|church| head.ends_with(church)) || national && (2..=4).any(place)
    }

    /// 開幕次日: a day counted from an event whose day nobody told.
    fn is_after_event(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let counts = matches!(expression.start.part, Part::Day(None, DayName::Last(offset)) if offset != 0);
        let told = self.last_time.is_some_and(|last| last.end == range.start);
        let text = self.text.get(range.clone()).unwrap_or_default();
        let last = before(self.text, range.start);
        // 投票至1日止，開幕當天: of the event, not of the last day told
        let is_that_day = matches!(expression.start.part, Part::Day(None, DayName::Last(0)));
        let is_other = || self.last_time.is_some_and(|last| !last.is_told && last.point.clock.is_none());
        let counts = counts || is_that_day && text.ends_with('天') && expression.start.clock.is_none() && is_other();
        // 記者節當天: of a day that no table knows; 案發當天 of one that nobody told
        let is_feast = || last.is_some_and(|c| matches!(c, '节' | '日' | '一' | '年' | '八'));
        let is_unknown = is_that_day && text.starts_with('当') && (is_feast() || self.reader.anchor.last_day.is_none());
        let counts = counts || is_unknown;
        counts
            && !told
            && !last.is_some_and(|c| AGENTS.contains(c))
            && last.is_some_and(|c| is_han(c) && !"在于的了而但并则且是至到比较和与及从自将".contains(c))
    }

    /// What a time takes from the one told before it.
    fn go_on_from(&self, expression: &mut TimeExpr, last: &LastTime, range: &Range<usize>) {
        let between = self.text.get(last.end..range.start).filter(|between| between.len() < FAR);
        let Some(between) = between else { return };
        // 5月1日、2日: the month is said once
        if matches!(between, "、" | "和" | "及" | "与") {
            expression.start = expression.start.beside(&last.point);
        }
        // 本周六周日: the second is of the same week
        if let (Part::Weekday(None, day), Part::Weekday(Some(week), first)) = (expression.start.part, last.point.part) {
            if day > first && matches!(between, "" | "、" | "和" | "及" | "与" | "至") {
                expression.start.part = Part::Weekday(Some(week), day);
            }
        }
        // “雙11”當天
        let is_that_day = matches!(expression.start.part, Part::Day(None, DayName::Last(0)));
        let day = last.days.filter(|(first, end)| is_that_day && first == end).map(|(first, _)| first);
        if let Some(day) = day.filter(|_| matches!(between, "”" | "」" | "』" | "\"")) {
            expression.start.year = Some(YearName::Number(day.year()));
            expression.start.part = Part::Day(Some(MonthName::Number(day.month())), DayName::Number(day.day()));
        }
        self.halve_clock(expression, last, range);
        // 21日（星期五）: the weekday is that day
        let is_weekday = matches!(expression.start.part, Part::Weekday(None, _));
        if matches!(between, "(" | "（") && is_weekday && self.reader.anchor.last_day.is_some() {
            expression.start.part = Part::Day(None, DayName::Last(0));
        }
        let is_sentence = !between.contains(['。', '！', '？', '\n', '；']);
        let head = self.text.get(..range.start).unwrap_or_default();
        if is_sentence || self.tells_on(expression, last, between) {
            self.goes_on(expression, last, between, looks_ahead(clause_before(head)));
        }
        // 年中或者下半年
        if expression.start.year.is_none() && expression.start.in_a_year() && is_or(between) {
            expression.start.year = last.point.year;
        }
        self.look_on(expression, last, between, range);
    }

    /// 明天轉涼，週四回溫: a weekday behind a day that lies ahead lies behind it, unless something was said or done then.
    fn look_on(&self, expression: &mut TimeExpr, last: &LastTime, between: &str, range: &Range<usize>) {
        let (Part::Weekday(None, weekday), Some(published)) = (expression.start.part, self.reader.anchor.published)
        else {
            return;
        };
        let Some((first, end)) = last.days.filter(|(first, end)| *first > published && first == end) else { return };
        let tail = clause_behind(self.text.get(range.end..).unwrap_or_default());
        let is_past = TELLS.iter().any(|word| tail.contains(word));
        if between.contains(STOPS) || (end - published).num_days() > 14 || is_past {
            return;
        }
        let ahead = i64::from((weekday + 7 - end.weekday().num_days_from_monday()) % 7);
        let Some(day) = first.checked_add_signed(TimeDelta::days(ahead)) else { return };
        expression.start.year = Some(YearName::Number(day.year()));
        expression.start.part = Part::Day(Some(MonthName::Number(day.month())), DayName::Number(day.day()));
    }

    /// 下午2時墮樓，2時53分不治: a clock goes on in the half of the day told before; hours later it is open.
    fn halve_clock(&self, expression: &mut TimeExpr, last: &LastTime, range: &Range<usize>) {
        let start = &mut expression.start;
        let is_same_day = start.part == Part::Day(None, DayName::Last(0));
        let is_padded = self.char_at(range.start).is_some_and(|c| matches!(c, '0' | '零'));
        let Some((first, second)) = last.point.clock.zip(start.clock).filter(|_| is_same_day && !is_padded) else {
            return;
        };
        if !first.is_halved || second.is_halved || second.hour > 12 {
            return;
        }
        let later = time_grammar::clock_after(first, second);
        let hours = later.hour.checked_sub(first.hour).filter(|hours| *hours <= NEAR_HOURS);
        start.clock = Some(later);
        if hours.is_none() {
            *expression = TimeExpr::unknown(expression.kind, false);
        }
    }

    /// 3年前的今天, 十年前的5月12日: the year is said before.
    fn go_on_from_ago(&self, expression: &mut TimeExpr, range: &Range<usize>) {
        if !self.text.get(..range.start).is_some_and(|head| head.ends_with("前的")) {
            return;
        }
        let place = self.base + range.start - '的'.len_utf8();
        let ago = self.reader.times.last().filter(|time| time.text.end as usize == place);
        let year = ago.and_then(|time| Some((time.item.from?.date(), time.item.to?.date())));
        let is_year =
            |(first, last): &(NaiveDate, NaiveDate)| first.ordinal() == 1 && (*last - *first).num_days() > 360;
        let Some((first, _)) = year.filter(is_year) else { return };
        let start = &mut expression.start;
        if start.part == Part::Day(None, DayName::Offset(0)) {
            start.part = Part::ThisDay;
        } else if start.year.is_some() || !start.in_a_year() {
            return;
        }
        start.year = Some(YearName::Number(first.year()));
    }

    /// 上年, 上月 and 全年 belong to the period that the sentence reports; behind 比 to that of the sentence before.
    fn go_on_from_period(&self, expression: &mut TimeExpr, range: &Range<usize>) {
        let word = self.text.get(range.clone()).unwrap_or_default();
        let head = self.text.get(..range.start).unwrap_or_default();
        let Some(reported) = &self.reported else { return };
        let between = self.text.get(reported.end..range.start).filter(|between| between.len() < FAR);
        let Some(between) = between.filter(|between| !between.contains('\n')) else { return };
        let is_sentence = !between.contains(['。', '！', '？']);
        if is_before_reported(word) && (is_sentence || COMPARED.suffix(head).is_some() || head.ends_with(['与', '跟']))
        {
            count_from_period(&mut expression.start, reported);
        }
        // 2022年上半年20億元，全年50億元
        let is_whole = expression.start.part == Part::Year && expression.start.year.is_none();
        let days = reported.days.filter(|(first, last)| is_whole && is_sentence && first.year() == last.year());
        if let Some((first, _)) = days.filter(|_| !looks_ahead(clause_before(head))) {
            expression.start.year = Some(YearName::Number(first.year()));
        }
    }

    /// Resolves a time, reports it, and remembers it for later ones.
    fn resolve(&mut self, expression: &TimeExpr, range: Range<usize>) {
        let head = self.text.get(..range.start).unwrap_or_default();
        let text = self.base + range.start..self.base + range.end;
        let mut time = expression.resolve(&self.reader.anchor);
        // 公元前3世紀 is before the days that are counted here
        let ancient = ["公元前", "西元前", "纪元前"].iter().any(|era| head.trim_end().ends_with(era));
        if ancient {
            (time.from, time.to) = (None, None);
        }
        // what counts from a time that is not trusted is not trusted either
        let doubted = self.unsure && expression.start.leans();
        let trusted = !doubted && !ancient && self.reader.is_trusted(&text, &time);
        self.unsure = !trusted || self.unsure && !matches!(time.kind, TimeKind::Day | TimeKind::DateTime);
        // 繼5日罷工後: what is compared with does not move the story
        let compared = COMPARED.suffix(head).is_some();
        let days = expression.days(&self.reader.anchor).filter(|_| trusted);
        if trusted {
            self.remember(expression, &time, compared);
        }
        let is_told = !compared && expression.relation == Relation::On && expression.end.is_none();
        let is_since = expression.relation == Relation::Since;
        // 截至8月底，今年共…，比去年同期: from January on
        let is_this_year = expression.start == Point::of(Some(YearName::Offset(0)), Part::Year);
        let until = self.reader.times.last().filter(|last| {
            let between = self.reader.text.get(last.text.end as usize..text.start);
            last.item.relation == Relation::Until && between.is_some_and(|between| matches!(between, "，" | ","))
        });
        let ends = until.and_then(|last| last.item.to).filter(|_| is_this_year && trusted).map(Moment::date);
        if let Some((first, last)) = days.zip(ends).map(|((first, _), last)| (first, last)).filter(|(a, b)| a < b) {
            self.reader.anchor.last_period = Some((first, last));
        }
        let told = LastTime { end: range.end, point: expression.start, days, is_told, is_since };
        self.last_time = Some(told);
        let is_before = self.text.get(range.clone()).is_some_and(is_before_reported);
        if !compared && !is_before && !is_since {
            self.reported = Some(told);
        }
        self.done = range.end;
        self.reader.push_time(text, time, doubted);
    }

    /// Whether the words around a time without a year look ahead.
    fn lies_ahead(&self, expression: &mut TimeExpr, head: &str, range: &Range<usize>) -> bool {
        let tail = self.text.get(range.end..).unwrap_or_default();
        // 4月15日起施行: the relation is a part of those words
        let last = before(self.text, range.end).filter(|c| matches!(c, '起' | '止')).map_or(0, char::len_utf8);
        let related = self.text.get(range.end - last..).unwrap_or_default();

        // 截止8月31日 tells how far the figures go
        if head.trim_end_matches(['到', '至']).ends_with("截止") {
            if expression.relation == Relation::On {
                expression.relation = Relation::Until;
            }
            return false;
        }
        // 原定8月15日 was told before the day
        let clause = clause_before(head);
        if ["原定", "原计划", "原拟", "原订", "原先", "原本", "原预"].iter().any(|word| clause.contains(word))
        {
            return false;
        }
        let start = &expression.start;
        let is_period = matches!(start.part, Part::Half(_) | Part::Quarter(_) | Part::Months(..));
        let is_open =
            expression.relation == Relation::Before || expression.relation == Relation::Since && expression.open;
        // 第二季可望回升
        let is_expected = || {
            let is_forecast = tail.strip_prefix('料').is_some_and(|tail| !tail.starts_with('理'));
            is_period && (is_forecast || looks_ahead(clause_behind(tail)))
        };
        // 將公布首季業績: the quarter is over
        if is_period && self.is_published(start, clause, clause_behind(tail)) {
            return false;
        }
        // 要求各黨在周一前提交
        // 預計12月出口下降10%, said in January: the month is over, its figure not out yet
        if matches!(start.part, Part::Month(MonthName::Number(_))) && self.is_figure(start, clause_behind(tail)) {
            return false;
        }
        let is_due = || expression.relation == Relation::Before && DUE.iter().any(|word| clause.contains(word));
        looks_ahead(clause)
            || head.ends_with(['订', '离', '距', '限'])
            || is_due()
            || lies_ahead(tail)
            || lies_ahead(related)
            || is_coming(start, tail)
            || is_period && is_open
            || is_expected()
    }

    /// Whether a month at the turn of the year is over and a figure of it stands behind.
    fn is_figure(&self, start: &Point, behind: &str) -> bool {
        const FIGURES: [&str; 12] =
            ["%", "％", "率", "增长", "下降", "出口", "进口", "贷款", "通胀", "通膨", "CPI", "PPI"];
        let past = Anchor { ahead: false, ..self.reader.anchor };
        let days = TimeExpr::of(*start).days(&past).zip(past.published);
        let is_last = days.is_some_and(|((first, last), published)| {
            first.year() < published.year() && (0..28).contains(&(published - last).num_days())
        });
        is_last && FIGURES.iter().any(|word| behind.contains(word))
    }

    /// Whether a period without a year has ended some months ago, and its figures are yet to be published.
    fn is_published(&self, start: &Point, clause: &str, behind: &str) -> bool {
        const PUBLISH: [&str; 7] = ["公布", "发布", "公告", "发表", "披露", "揭晓", "出炉"];
        let is_to_come = |words: &str| {
            PUBLISH.iter().any(|word| words.split_once(word).is_some_and(|(before, _)| looks_ahead(before)))
        };
        let is_said = PUBLISH.iter().any(|word| clause.ends_with(word)) || is_to_come(clause) || is_to_come(behind);
        let past = Anchor { ahead: false, ..self.reader.anchor };
        let days = is_said.then(|| TimeExpr::of(*start).days(&past)).flatten();
        let ended = days.zip(past.published).map(|((_, last), published)| (published - last).num_days());
        ended.is_some_and(|days| (0..150).contains(&days))
    }

    /// 2021年7月20日，暴雨。7月21日，停電。 A narrative of a past year goes on in the next sentence.
    fn tells_on(&self, expression: &TimeExpr, last: &LastTime, between: &str) -> bool {
        let (Some((before, _)), Some(published)) = (last.days, self.reader.anchor.published) else { return false };
        let is_day = |point: &Point| matches!(point.part, Part::Day(Some(MonthName::Number(_)), DayName::Number(_)));
        let is_past = before.year() < published.year() && last.point.year.is_some() && last.is_told;
        // 1998年，他考入大學。9月報到。
        let is_long_past = before.year() + 1 < published.year()
            && matches!(last.point.part, Part::Year | Part::Month(_) | Part::Day(..))
            && expression.start.month().is_some();
        let is_next = between.len() < FAR
            && between.chars().filter(|c| matches!(c, '。' | '！' | '？' | '；' | '\n')).count() == 1;
        let is_told = is_day(&last.point) && is_day(&expression.start) || is_long_past;
        is_past && is_next && is_told && expression.start.year.is_none()
    }

    /// 2020年12月25日通車，12月31日驗收; 7月20日暴雨，21日停電: what follows in a sentence goes on from the time before it.
    fn goes_on(&self, expression: &mut TimeExpr, last: &LastTime, between: &str, is_ahead: bool) {
        let start = &mut expression.start;
        // 2019年10月以來新高，2月底 does not tell of 2019
        if last.is_since && start.part != Part::Year {
            return;
        }
        // 1998年夏天決堤，8月7日: a season has no days, but its year
        if let (Part::Season, Some(YearName::Number(_)), true) = (last.point.part, last.point.year, start.in_a_year()) {
            start.year = start.year.or(last.point.year);
            return;
        }
        let Some((before, _)) = last.days else { return };
        let published = self.reader.anchor.published;
        if let Part::Day(None, DayName::Number(day)) = start.part {
            let is_day = matches!(last.point.part, Part::Day(Some(_), _) | Part::Day(None, DayName::Last(_)));
            // 經過一個多月，23日 is of another month
            let is_later = between.contains("个月") || between.contains("个多月");
            if is_day && day > before.day() && !is_later {
                start.year = Some(YearName::Number(before.year()));
                start.part = Part::Day(Some(MonthName::Number(before.month())), DayName::Number(day));
            }
            return;
        }
        // 2022年出口120億元，上半年50億元; 今年 says no more than the date does
        let of_year = last.point.part == Part::Year
            && last.is_told
            && before.year() < published.map_or(i32::MAX, |day| day.year());
        // 去年簽約，預計10月底完成
        let is_last_year = last.point.year == Some(YearName::Offset(-1));
        if of_year && start.year.is_none() && start.in_a_year() && !(is_ahead && is_last_year) {
            start.year = Some(YearName::Number(before.year()));
            return;
        }
        // 2021年11月5日立案，同月20日起訴，12月3日宣判
        let is_same_month = matches!(last.point.part, Part::Day(Some(MonthName::Last(_)), _));
        let named = is_same_month || last.point.year.is_some() || published.is_some_and(|day| before > day);
        let in_a_year = is_same_month || last.point.in_a_year();
        if start.year.is_some() || !start.in_a_year() || !in_a_year || !named {
            return;
        }
        let in_year = |year: i32| {
            let point = Point { year: Some(YearName::Number(year)), ..*start };
            TimeExpr::of(point).days(&self.reader.anchor).map(|(first, _)| first)
        };
        let same = in_year(before.year()).filter(|first| *first >= before);
        // 明年1月13日投票，12月15日公告: the one before it is as near
        let is_far = |first: &NaiveDate| (*first - before).num_days() > YEAR_LATER;
        let coming = published.filter(|day| before > *day && same.as_ref().is_some_and(is_far));
        let coming = coming.and_then(|day| in_year(day.year()).filter(|first| *first >= day));
        if let Some(first) = coming {
            start.year = Some(YearName::Number(first.year()));
            return;
        }
        // 2019年12月出現，1月擴散: over the turn of the year
        let next = || in_year(before.year() + 1).filter(|first| (*first - before).num_days() <= 180);
        if let Some(first) = same.or_else(next) {
            start.year = Some(YearName::Number(first.year()));
        }
    }

    /// 連續5日, 拘留15日, 有期徒刑3年6月: the words before a day or month make a duration of it.
    pub(super) fn is_duration(&self, expression: &TimeExpr, Range { start, end }: Range<usize>) -> bool {
        let head = self.text.get(..start).unwrap_or_default();
        let bare = expression.end.is_none() && expression.start.clock.is_none();
        match expression.start.part {
            Part::Day(None, DayName::Number(days)) if bare => {
                let head = head.trim_end_matches(is_blank);
                // 連假5日收假, 長假3日起
                let tail = self.text.get(end..).unwrap_or_default();
                let is_day = || expression.relation == Relation::Since || tail.starts_with("收假");
                (LASTING.suffix(head).is_some() && !is_day()) || is_run(head) || days < 10 && self.is_of_holiday(end)
            }
            _ => false,
        }
    }

    /// 端午3日假期: so many days of a holiday.
    fn is_of_holiday(&self, end: usize) -> bool {
        let tail = self.text.get(end..).unwrap_or_default();
        ["的", ""].iter().any(|of| {
            tail.strip_prefix(of).is_some_and(|tail| {
                ["假期", "长假", "连假", "小长假", "长周末"].iter().any(|word| tail.starts_with(word))
            })
        })
    }

    /// 動畫第四季定檔: the season of a show, not a quarter.
    pub(super) fn is_season(&self, expression: &TimeExpr, range: Range<usize>) -> bool {
        let is_quarter = matches!(expression.start.part, Part::Quarter(_)) && expression.start.year.is_none();
        let text = self.text.get(range.clone()).unwrap_or_default();
        let head = self.text.get(..range.start).unwrap_or_default();
        let tail = self.text.get(range.end..).unwrap_or_default();
        let shown = || SHOWS.suffix(head).is_some() || SHOWN.longest(tail).is_some();
        let is_counted = head.ends_with("连续") || head.ends_with('连');
        is_quarter
            && text.starts_with('第')
            && (is_counted || text.ends_with('季') && (head.ends_with('》') || shown()))
    }

    /// 徒刑8月, 3年6月: the months of a sentence of a court.
    pub(super) fn is_term(&self, expression: &TimeExpr, start: usize) -> bool {
        let month =
            matches!(expression.start.part, Part::Month(MonthName::Number(_))) && expression.start.year.is_none();
        if !month || expression.end.is_some() {
            return false;
        }
        let head = self.text.get(..start).unwrap_or_default();
        // 連續8月正成長
        if head.ends_with('连') && !head.ends_with("大连") || head.ends_with("连续") {
            return true;
        }
        let clause = clause_before(head);
        let said = ["徒刑", "判刑", "刑期", "拘役"].iter().any(|word| clause.contains(word));
        // 處2年4月徒刑, 判3年6月定讞
        let behind = self.text.get(start..).and_then(|rest| Some(rest.split_once('月')?.1)).unwrap_or_default();
        let sentence = ["徒刑", "有期徒刑", "定谳"].iter().any(|word| behind.starts_with(word));
        let after_years = head.ends_with('年') && clause.contains(['判', '处', '刑', '囚']);
        said || sentence || after_years
    }

    /// 人民路18號, 國道5號: a house or a road.
    fn is_day_of_address(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let numbered = self.text.get(range.clone()).is_some_and(|text| text.contains(['号']) && !text.contains('月'));
        numbered
            && matches!(expression.start.part, Part::Day(None, _))
            && before(self.text, range.start).is_some_and(|c| "路街道巷弄段楼线村里园厦座机站铁门城院区".contains(c))
    }

    /// 處長周一鳴表示 is a person.
    fn is_person(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let head = self.text.get(..range.start).unwrap_or_default();
        let rest = self.cursor(range.end);
        let is_weekday = matches!(expression.start.part, Part::Weekday(None, _)) && expression.start.clock.is_none();
        let is_cut = || {
            let word = general::longest_at(rest.rest());
            rest.peek().is_some_and(is_han)
                && word.is_none_or(|word| {
                    word.length == 3 && !matches!(word.pos, Pos::Adverb | Pos::Preposition | Pos::Verb)
                })
        };
        let says =
            || general::longest_at(rest.advance().rest()).is_some_and(|word| word.pos == Pos::Verb && word.length > 3);
        let is_named = range.len() == 6 && self.text.get(range.start..).is_some_and(|text| text.starts_with('周'));
        is_weekday && is_named && head.ends_with(TITLE_ENDS) && is_cut() && says()
    }

    /// 李國慶 is a person.
    fn is_given_name(&self, range: &Range<usize>) -> bool {
        const SURNAMES: &str =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余叶程苏魏吕丁";
        const NAMES: &str = "国庆 元宵 立春 立夏 立秋 立冬 清明 春分 秋分 小满 白露 冬至 夏至 重阳";
        let name = self.text.get(range.clone()).is_some_and(|text| NAMES.split(' ').any(|name| name == text));
        let goes_on = self.char_at(range.end).is_some_and(|c| "节日连长期假档前后中黄周游出晚当".contains(c));
        name && !goes_on && before(self.text, range.start).is_some_and(|c| SURNAMES.contains(c))
    }

    /// What later words count from: 當日, 同年, 同期.
    pub(super) fn remember(&mut self, expression: &TimeExpr, time: &TimeRef, compared: bool) {
        let Some((first, last)) = expression.days(&self.reader.anchor) else { return };
        let anchor = &mut self.reader.anchor;
        if !compared && matches!(expression.start.kind(), TimeKind::Day | TimeKind::DateTime) {
            let ends = expression.end.and(time.to).map_or(last, last_date);
            anchor.last_day = Some(ends);
        }
        anchor.last_year = Some(first.year());
        if (first.year(), first.month()) == (last.year(), last.month()) {
            anchor.last_month = Some((first.year(), first.month()));
        }
        let period = matches!(
            expression.kind,
            TimeKind::Half | TimeKind::Quarter | TimeKind::Month | TimeKind::Range | TimeKind::TenDays | TimeKind::Week
        ) || expression.kind == TimeKind::Year && expression.relation == Relation::Since;
        let tells = period && !compared && expression.start.part != Part::SamePeriod;
        if let (true, Some(from), Some(to)) = (tells, time.from, time.to) {
            anchor.last_period = Some((from.date(), to.date()));
        }
    }
}

/// The last day of a range: midnight ends the day before.
fn last_date(moment: Moment) -> NaiveDate {
    match moment {
        Moment::DateTime(at) if at.num_seconds_from_midnight() == 0 => {
            moment.date().pred_opt().unwrap_or(moment.date())
        }
        _ => moment.date(),
    }
}

/// How many days behind a day of the next year the same year is less likely than the present one.
const YEAR_LATER: i64 = 300;

/// Whether two times are named as one or the other.
fn is_or(between: &str) -> bool {
    matches!(between.trim_start_matches(['，', ',']), "或" | "或者" | "或是" | "甚至")
}

/// How many bytes may stand between a time and one that goes on from it.
pub(super) const FAR: usize = 600;

/// Whether an event stands between a time and 以來: 自2018年10月通車以來.
fn since_event(head: &str, tail: &str) -> bool {
    let event = sentence_behind(tail).split_once("以来").map_or("", |(event, _)| event);
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
    is_event && (is_from || count <= 4 || is_quoted)
}

/// The time read last in a passage.
#[derive(Clone, Copy)]
pub(super) struct LastTime {
    /// Where it ends.
    pub(super) end: usize,
    /// What it says.
    pub(super) point: Point,
    /// Its first and last day.
    pub(super) days: Option<(NaiveDate, NaiveDate)>,
    /// Whether it is told of, and not only compared with: 較2021年.
    pub(super) is_told: bool,
    /// Whether it reaches from then on: 2018年1月以來.
    is_since: bool,
}

/// Whether words look ahead: 將於, 計劃; 專家料 before the day.
pub(super) fn looks_ahead(words: &str) -> bool {
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let length = match AHEAD.longest(rest) {
            Some((true, _)) => return true,
            Some((false, length)) => length,
            None => c.len_utf8(),
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    words.ends_with('料') && MATERIALS.suffix(words).is_none()
}

/// 上年, 上月 and 上季 count from the period that the sentence reports; 去年 and 上個月 from the publication.
fn count_from_period(start: &mut Point, last: &LastTime) {
    let Some((first, end)) = last.days else { return };
    if start.year == Some(YearName::Offset(-1)) {
        start.year = Some(YearName::Number(first.year() - 1));
        return;
    }
    let (year, month) = (first.year(), first.month());
    let is_month = (year, month) == (end.year(), end.month());
    match start.part {
        Part::Month(MonthName::Offset(-1)) if is_month => {
            let before = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
            start.year = Some(YearName::Number(before.0));
            start.part = Part::Month(MonthName::Number(before.1));
        }
        Part::QuarterOffset(-1) if matches!(last.point.part, Part::Quarter(_) | Part::QuarterOffset(_)) => {
            let quarter = (month - 1) / 3 + 1;
            let before = if quarter == 1 { (year - 1, 4) } else { (year, quarter - 1) };
            start.year = Some(YearName::Number(before.0));
            start.part = Part::Quarter(before.1);
        }
        _ => {}
    }
}

/// The number of the last day of a week.
const SUNDAY: u32 = 6;

/// Whether a word names what lies before the period that is reported: 上年, 上月末.
fn is_before_reported(word: &str) -> bool {
    word.starts_with('上') && !word.starts_with("上个") && !word.starts_with("上半")
}

/// 周五將公布, 週六會有雨: a weekday before 將 or 會 is the coming one.
fn is_coming(start: &Point, tail: &str) -> bool {
    matches!(start.part, Part::Weekday(None, _)) && (tail.starts_with(['将', '会']) || tail.starts_with("即将"))
}

/// Whether a text begins with a word of what lies ahead.
fn lies_ahead(tail: &str) -> bool {
    AHEAD_AFTER.longest(tail).is_some()
}

/// The clause that a text begins with, at most forty characters of it.
fn clause_behind(tail: &str) -> &str {
    sentence_behind(tail).split(['，', ',']).next().unwrap_or_default()
}

/// The sentence that a text begins with, at most forty characters of it.
pub(super) fn sentence_behind(tail: &str) -> &str {
    let length =
        tail.chars().take(40).take_while(|c| !matches!(c, '。' | '！' | '？' | '；' | '\n')).map(char::len_utf8).sum();
    tail.get(..length).unwrap_or_default()
}

/// A part of a year that no word gives a year: 第三季, 首九個月.
fn is_part_alone(expression: &TimeExpr) -> bool {
    let part = matches!(expression.start.part, Part::Quarter(_) | Part::Half(_) | Part::Months(1, _));
    part && expression.start.year.is_none()
}

/// 歷年同期, 2016年以來同期, 同月新低: the same months of many years.
fn is_of_many_years(start: &Point, head: &str, tail: &str) -> bool {
    let is_same = matches!(start.part, Part::SamePeriod | Part::Month(MonthName::Last(0)));
    let is_since = || head.ends_with(['来']) || MANY_YEARS.suffix(head.trim_end_matches('的')).is_some();
    is_same && start.year.is_none() && (is_since() || RECORDS.longest(tail.trim_start_matches('的')).is_some())
}

/// How many hours behind the time told last a clock may lie that does not say its half of the day.
const NEAR_HOURS: u32 = 5;

/// The last characters of those who act: 被告隔天, 警方翌日.
const AGENTS: &str = "员告方人者们他她家司局署团女男子客犯嫌";

/// What tells that something must be done by a day.
const DUE: [&str; 11] = ["须", "需在", "需于", "应在", "应于", "限期", "促请", "敦促", "责令", "要求", "务必"];

/// The last characters of titles, behind which a name stands.
const TITLE_ENDS: [char; 10] = ['长', '员', '任', '官', '席', '裁', '记', '授', '师', '督'];

/// 連凍9日: 連 with a verb makes a length of the days.
fn is_run(head: &str) -> bool {
    let Some(verb) = head.chars().next_back() else { return false };
    let before = head.get(..head.len() - verb.len_utf8()).unwrap_or_default();
    let is_place = || before.ends_with("大连") || before.ends_with("接连");
    before.ends_with('连')
        && !is_place()
        && general::longest_at(head.get(before.len()..).unwrap_or_default())
            .is_some_and(|word| matches!(word.pos, Pos::Verb | Pos::Adjective))
}

/// What tells that the words go on in the past: 明天開會，發言人週二表示.
const TELLS: [&str; 18] = [
    "表示", "说", "称", "宣布", "指出", "透露", "公布", "告诉", "发布", "证实", "强调", "回应", "通报", "警告", "了",
    "曾", "已", "被",
];

/// 截至10月底 in September is that of last year; 他隨後於10月11日 goes on with a story.
fn is_told_past(expression: &TimeExpr, head: &str) -> bool {
    let is_month = matches!(expression.start.part, Part::Month(MonthName::Number(_))) && expression.end.is_none();
    let clause = clause_before(head);
    is_month && expression.relation == Relation::Until
        || expression.start.month().is_some()
            && ["过后", "随后", "其后", "当时", "曾于", "曾在", "曾经"].iter().any(|word| clause.contains(word))
}
