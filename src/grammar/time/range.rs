//! Times with two ends (1至6月, 15日至20日, 2021-2025年, 下午5時至6時), and relations: 以來, 前, 起.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, map_opt, not, opt, peek, value, verify};
use nom::sequence::{preceded, terminated};

use super::clock::{Given, after, clock};
use super::day::{before_two, dated, two};
use super::fiscal::FISCAL;
use super::lex::{begins_longer, begins_word, keyword, mark, range_mark, small, time_word, weekday};
use super::month::{month_tail, ten_days};
use super::moon::{early_day, moon_end};
use super::signed::{numeric, signed_end};
use super::word_point;
use super::year::{calendar_year, centuries, year_tail};
use crate::Region;
use crate::any_of::any_of;
use crate::chars::{chinese, is_digit, one_of};
use crate::grammar::numeral::{self, Notation, Numeral};
use crate::grammar::terminal::{Read, blanks, miss, sign, token, word};
use crate::lexer::{Cursor, Token};
use crate::time::{
    Calendar, DayName, Edge, LAST, MonthName, Moon, MoonDay, Part, Point, Relation, TimeExpr, TimeKind, YearName,
};
use crate::vocabulary::RELATIONS;

/// From one point to another.
pub(super) fn range_of(first: Point, last: Point) -> TimeExpr {
    TimeExpr { kind: TimeKind::Range, end: Some(last), ..TimeExpr::of(first) }
}

/// Two numbers before one sign: 1至9月, 15至20日, 2021-2025年, 2008—2018; the input is after the first.
// number_range = range_mark numeral (year year_tail | "月" month_tail | "日" | FISCAL | ε)
pub(super) fn number_range<'t>(first: &Numeral) -> impl Fn(Cursor<'t>) -> Read<'t, TimeExpr> {
    let (n, first) = (first.plain(), *first);
    move |input| {
        let is_scaled = first.scaled() && first.notation == Notation::Mixed;
        let Some(n) = n.filter(|_| !is_scaled) else { return miss(input, "a number") };
        let (rest, ()) = terminated(range_mark, blanks).parse(input)?;
        let (rest, second) = numeral::read(rest)?;
        let Some(m) = second.plain().filter(|m| *m <= 2999) else { return miss(input, "a number") };
        let years = calendar_year(&first).zip(calendar_year(&second));
        if let Some((a, b)) = years.filter(|(a, b)| a < b && (1900..2100).contains(a)) {
            if let Ok((rest, ())) = alt((value((), keyword(FISCAL)), bare)).parse(rest) {
                let year = |n| Point::of(Some(YearName::Number(n)), Part::Year);
                return Ok((rest, range_of(year(a), year(b))));
            }
        }
        // 7至8兩月
        let (rest, _) = opt(terminated(two, peek(mark(&['月'], "月")))).parse(rest)?;
        // 公元8至9世纪
        if let Ok((rest, _)) = keyword(any_of!["世纪"])(rest) {
            let is_range = n > 0 && n < m && m <= 30;
            let years = Point::of(None, centuries(n, m));
            return if is_range { Ok((rest, TimeExpr::of(years))) } else { miss(input, "a range") };
        }
        let (rest, sign) = mark(&['年', '月', '日', '号', '季'], "年")(rest)?;
        let of_day = |n| Point::of(None, Part::Day(None, DayName::Number(n)));
        let of_month = |n| Point::of(None, Part::Month(MonthName::Number(n)));
        match sign {
            '年' => {
                if let Some(years) = republic_years(input, n, m, [&first, &second]) {
                    return of_republic(years, rest);
                }
                let start = Point::of(calendar_year(&first).map(YearName::Number), Part::Year);
                let year = calendar_year(&second).or_else(|| short_end(&start, m, &second));
                let Some(year) = year.filter(|_| start.year.is_some()) else { return miss(input, "a year") };
                // 1950—60年代
                if rest.peek() == Some('代') && !begins_word(rest) {
                    let decades = calendar_year(&first).filter(|_| n % 10 == 0 && m % 10 == 0);
                    let Some(from) = decades.filter(|from| *from < year) else { return miss(input, "a decade") };
                    return Ok((rest.advance(), TimeExpr::of(Point::of(None, Part::Years(from, year + 9)))));
                }
                map(year_tail(Some(YearName::Number(year))), |end| range_of(start, end)).parse(rest)
            }
            '月' if (1..=12).contains(&n) && (1..=12).contains(&m) => {
                map(month_tail(None, MonthName::Number(m)), |end| range_of(of_month(n), end)).parse(rest)
            }
            '日' | '号' if n > 0 && n < m && m <= 31 && !(sign == '号' && is_numbered(rest)) => {
                Ok((rest, range_of(of_day(n), of_day(m))))
            }
            '季' if n > 0 && n < m && m <= 4 => quarters_from(n, m)(rest),
            _ => miss(input, "a range"),
        }
    }
}

/// Whether what 號 numbers stands here: 3至5號機組, 4—6號樓.
fn is_numbered(input: Cursor<'_>) -> bool {
    any_of![
        "机", "楼", "线", "干线", "码头", "泊位", "铺", "舖", "店", "炉", "高炉", "井", "馆", "厅", "展厅", "闸", "门",
        "座位", "仓", "库", "航站", "出口", "车厢", "车", "船", "房", "窗口", "柜", "桥", "墩", "塔", "坝", "坑", "矿",
        "球场", "球员", "地块", "标段", "隧道", "泵", "风机", "种子", "院", "屋", "单位", "病房", "教室", "考场", "站",
        "台", "片区", "岛",
    ]
    .begins(input.rest())
}

/// Two years of the Republic in the news of Taiwan: 109至112年度, 98到103年.
fn republic_years(input: Cursor<'_>, n: u32, m: u32, ends: [&Numeral; 2]) -> Option<(i32, i32)> {
    const YEARS: core::ops::RangeInclusive<u32> = 90..=140;
    let is_plain = ends.iter().all(|end| end.notation == Notation::Arabic && !end.point);
    let is_local = input.lexicon().may_be_of(Region::Taiwan);
    let are_years = n < m && m >= 100 && m - n < 30 && YEARS.contains(&n) && YEARS.contains(&m);
    let year = |n: u32| i32::try_from(n).ok().map(|n| n + 1911);
    year(n).zip(year(m)).filter(|_| is_plain && is_local && are_years)
}

/// The range of two years of the Republic; the input is after 年.
fn of_republic((first, last): (i32, i32), input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let start = Point::of(Some(YearName::Number(first)), Part::Year);
    let range = |end| TimeExpr { calendar: Calendar::Minguo, ..range_of(start, end) };
    map(year_tail(Some(YearName::Number(last))), range).parse(input)
}

// quarters_from = "度", after 季; 第1至3季 of a match are none
fn quarters_from<'t>(first: u32, last: u32) -> impl Fn(Cursor<'t>) -> Read<'t, TimeExpr> {
    let months = Point::of(None, Part::Months(first * 3 - 2, last * 3));
    move |input| value(TimeExpr::of(months), word(any_of!["度"])).parse(input)
}

/// Nothing goes on that a number of years could belong to.
fn bare(input: Cursor<'_>) -> Read<'_, ()> {
    let goes_on = |next: Token| {
        (next.c.is_alphanumeric() || matches!(next.c, '-' | '/' | '%' | '‰' | '.') || next.c == ',' && !next.is_wide)
            .then_some(())
    };
    not(token("the end", goes_on)).parse(input)
}

/// The first and the last year of two decades beside each other, as of the century before: 70 and 80 of 七八十年代.
fn ends_of_decades(numeral: &Numeral) -> Option<(i32, i32)> {
    let tens = |n: crate::grammar::exact::Exact| n.small().filter(|n| n % 10 == 0 && (20..=90).contains(n));
    let (low, high) = tens(numeral.low).zip(tens(numeral.high))?;
    let year = |n: u32| i32::try_from(1900 + n).ok();
    year(low).zip(year(high + 9)).filter(|_| high == low + 10)
}

/// Two months or quarters beside each other: 七八月份, 三四月間, 三四季度; the input is after the numeral.
pub(super) fn neighbouring_months<'t>(numeral: &Numeral) -> impl Fn(Cursor<'t>) -> Read<'t, TimeExpr> {
    let small = |n: crate::grammar::exact::Exact| n.small().filter(|n| (1..=12).contains(n));
    let ends = small(numeral.low).zip(small(numeral.high));
    let decades = ends_of_decades(numeral);
    move |input| {
        // 七八十年代
        if let (Some((from, to)), Ok((rest, _))) = (decades, keyword(any_of!["年代"])(input)) {
            return Ok((rest, TimeExpr::of(Point::of(None, Part::Years(from, to)))));
        }
        let month = |n: u32| Point::of(None, Part::Month(MonthName::Number(n)));
        let (rest, (sign, _)) = (mark(&['月', '季'], "月"), opt(keyword(any_of!["份"]))).parse(input)?;
        match (sign, ends) {
            ('月', Some((first, last))) => Ok((rest, range_of(month(first), month(last)))),
            ('季', Some((first, last @ 1..=4))) => quarters_from(first, last)(rest),
            _ => miss(input, "months"),
        }
    }
}

/// Adds what follows a point: the other end of a range, and a relation.
// complete = [range_end] [relation]
pub(super) fn complete<'t>(first: TimeExpr) -> impl Fn(Cursor<'t>) -> Read<'t, TimeExpr> {
    move |input| {
        if first.kind == TimeKind::Set {
            return Ok((input, first));
        }
        let (rest, end) = if first.end.is_none() { opt(range_end(first)).parse(input)? } else { (input, None) };
        let mut expression = first;
        if let Some((end, calendar)) = end {
            let calendar = if calendar == Calendar::Gregorian { expression.calendar } else { calendar };
            expression = TimeExpr { end: Some(end), kind: TimeKind::Range, calendar, ..expression };
        }
        if let Ok(found) = months_to(expression)(rest) {
            return Ok(found);
        }
        // 5 月 1 日 起, in spaced type
        let is_apart = rest.skip_blanks().peek().is_some_and(|next| matches!(next, '起' | '止'));
        let after =
            if is_apart && rest.before().is_some_and(|token| token.c == '日') { rest.skip_blanks() } else { rest };
        let (end, found) = opt(relation).parse(after)?;
        let rest = if found.is_some() { end } else { rest };
        let Some((relation, open)) = found else { return Ok((rest, expression)) };
        // 今年來滬 is come to a place
        let is_visit = rest.before().is_some_and(|token| token.c == '来') && !rest.head().ends_with("以来");
        // 今年來|港股 is since then
        if is_visit && !begins_word(rest) && rest.peek().is_some_and(|next| VISITED.contains(next)) {
            return Ok((rest.back(), expression));
        }
        // 去年7月來的, 2021年來這裡: came then
        if is_visit && rest.peek().is_some_and(|next| one_of!("的这那到我他她你").contains(next)) {
            return Ok((rest.back(), expression));
        }
        // 初一清晨來上香: after a day 來 is a verb
        let is_day = matches!(expression.kind, TimeKind::Day | TimeKind::DateTime | TimeKind::Festival)
            || matches!(expression.start.part, Part::Weekend(_));
        if is_day && rest.before().is_some_and(|token| token.c == '来') && !rest.head().ends_with("以来") {
            return Ok((rest.back(), expression));
        }
        // 9月8日起至10月14日止 has both its ends
        let is_closed = expression.end.is_some() && matches!(relation, Relation::Until | Relation::Before);
        Ok((rest, if is_closed { expression } else { TimeExpr { relation, open, ..expression } }))
    }
}

/// The months that end on a day: 6月30日止六個月, 12月31日止年度.
// months_to = "止" ["的"] (count ("个月" | "个季度") | "年度" | "季度" | "半年度")
fn months_to<'t>(day: TimeExpr) -> impl Fn(Cursor<'t>) -> Read<'t, TimeExpr> {
    move |input| {
        let (month, of_month) = match day.start.part {
            // 9月0日 is no day, and not the last one
            Part::Day(Some(month), DayName::Number(of_month)) if of_month > 0 => (month, of_month),
            // 截至9月底止六個月
            Part::Month(month) if day.start.edge == Edge::End => (month, LAST),
            Part::Month(month) if day.start.edge == Edge::Whole && day.end.is_none() => (month, LAST),
            // 截至去年底止年度
            Part::Year if day.start.edge == Edge::End => (MonthName::Number(12), LAST),
            _ => return miss(input, "止"),
        };
        // 截至1月的三個月
        let is_until = || matches!(day.start.part, Part::Month(_)) && is_after_until(input);
        let until = |input| if is_until() { sign(&['的'], "的")(input) } else { miss(input, "止") };
        let (rest, _) = alt((until, terminated(sign(&['止'], "止"), opt(sign(&['的'], "的"))))).parse(input)?;
        let mut months = alt((
            terminated(super::lex::count(60), keyword(any_of!["个月"])),
            map(terminated(super::lex::count(4), keyword(any_of!["个季度", "季"])), |n| 3 * n),
            value(12, keyword(any_of!["年度", "财政年度", "财年", "全年"])),
            value(3, keyword(any_of!["季度"])),
            value(6, keyword(any_of!["半年度", "半年"])),
        ));
        let (rest, months) = months.parse(rest)?;
        let start = Point { part: Part::MonthsTo(month, of_month, months), edge: Edge::Whole, ..day.start };
        Ok((rest, TimeExpr { start, kind: TimeKind::Range, ..day }))
    }
}

/// Whether 截至 stands before the month that ends here.
fn is_after_until(input: Cursor<'_>) -> bool {
    input.last(12).contains("截至")
}

/// The other end of a range that `first` begins: 至29日, —2017年, 和2月3日之間, the 15兩日 of 14、15兩日.
// range_end = listed | "和" last "之间" | ["起"] range_mark last | "截至" last
pub(super) fn range_end<'t>(first: TimeExpr) -> impl Fn(Cursor<'t>) -> Read<'t, (Point, Calendar)> {
    move |input| {
        let last = last_point(first);
        let between = terminated(preceded((mark(&['和', '与'], "和"), blanks), &last), word(any_of!["之间"]));
        let from = opt(verify(word(any_of!["起", "开始"]), |_: &&str| first.kind != TimeKind::Set));
        let ranged = preceded((from, range_mark, not_now, blanks), &last);
        // 今年截至9月15日
        let is_year = first.start.part == Part::Year && first.start.edge == Edge::Whole;
        // 三月底四月初
        if let Ok((rest, end)) = turn(first.start)(input) {
            return Ok((rest, (end, Calendar::Gregorian)));
        }
        let so_far = verify((word(any_of!["截至", "截止至", "截止"]), blanks), |_| is_year);
        alt((listed(first.start), between, ranged, preceded(so_far, &last))).parse(input)
    }
}

/// The beginning of the next month after the end of one: 三月底四月初.
// turn = ["、"] count "月" "初"
fn turn<'t>(start: Point) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let number = terminated(super::lex::count(12), mark(&['月'], "月"));
        let next = |n: &u32| start.edge == Edge::End && start.month().is_some_and(|month| *n == month % 12 + 1);
        let (rest, n) = preceded(opt(mark(&['、'], "、")), verify(number, next)).parse(input)?;
        let year = start.year.filter(|_| n > 1);
        verify(month_tail(year, MonthName::Number(n)), |point: &Point| point.edge == Edge::Start).parse(rest)
    }
}

/// 至今 and 至少 are something else.
fn not_now(input: Cursor<'_>) -> Read<'_, ()> {
    let is_long = || time_word(input).is_ok_and(|(rest, _)| rest.at() > input.advance().at());
    let is_other = match input.peek() {
        Some('今') => !is_long() && input.advance().peek() != Some('('),
        next => matches!(next, Some('少' | '多')),
    };
    if is_other { miss(input, "a time") } else { Ok((input, ())) }
}

/// The second of two neighbours before 兩, or of two weekdays: 14、15兩日, 7、8兩個月, 週一、二.
// listed = "、" (weekday | small two ("日" | "天" | "月"))
pub(super) fn listed<'t>(start: Point) -> impl Fn(Cursor<'t>) -> Read<'t, (Point, Calendar)> {
    move |input| {
        if let Part::Weekday(week, day) = start.part {
            let next = verify(preceded(mark(&['、'], "、"), weekday), |next| *next == day + 1);
            return map(next, |next| (Point::of(None, Part::Weekday(week, next)), Calendar::Gregorian)).parse(input);
        }
        let number = preceded(mark(&['、'], "、"), alt((before_two, small(31))));
        let (rest, n) = terminated(number, (two, mark(&['日', '天', '月'], "日"))).parse(input)?;
        let next = match start.part {
            Part::Day(month, DayName::Number(day)) if n == day + 1 => Part::Day(month, DayName::Number(n)),
            Part::Month(MonthName::Number(month)) if n == month + 1 => Part::Month(MonthName::Number(n)),
            _ => return miss(input, "the next number"),
        };
        Ok((rest, (Point::of(start.year, next), Calendar::Gregorian)))
    }
}

/// The point after a range mark, or after 和.
// last_point = signed_end | numeric | clock | weekday | elided | numbered_end | word_point
fn last_point<'t>(first: TimeExpr) -> impl Fn(Cursor<'t>) -> Read<'t, (Point, Calendar)> {
    move |input| {
        let gregorian =
            alt((digits_end(first.start), clock_end(first.start), weekday_end(first.start), elided_end(first.start)));
        if let Ok(found) = map(gregorian, |point| (point, Calendar::Gregorian)).parse(input) {
            return Ok(found);
        }
        if let Ok((rest, numeral)) = numeral::read(input) {
            return map(numbered_end(first, &numeral), |point| (point, Calendar::Gregorian)).parse(rest);
        }
        let (rest, last) = word_point(input)?;
        if last.vague || last.kind == TimeKind::Set {
            return miss(input, "a time");
        }
        // 去年上半年至下半年
        let of_year = last.start.year.is_none() && matches!(last.start.part, Part::Half(_) | Part::Quarter(_));
        let year = if of_year { first.start.year } else { last.start.year };
        Ok((rest, (Point { year, ..last.start }, last.calendar)))
    }
}

/// A date or clock of digits and signs at the end of a range.
// digits_end = numeric | signed_end
fn digits_end<'t>(start: Point) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        if !input.rest().starts_with(is_digit) {
            return miss(input, "a digit");
        }
        // 12/03/2024 - 15:20 is one moment
        let is_clock = |point: &Point| point.part == Part::Day(None, DayName::Last(0));
        let fits = |last: &TimeExpr| start.clock.is_some() || !is_clock(&last.start);
        let whole = map(verify(numeric, fits), |last| with_day_of(last.start, start));
        let is_day = matches!(start.part, Part::Day(Some(_), _));
        let short = map_opt(signed_end(start), |point| is_day.then_some(point));
        alt((whole, short)).parse(input)
    }
}

/// A clock of digits at the end of a range lies on the day of its start, and after it.
fn with_day_of(point: Point, start: Point) -> Point {
    match (point.part, point.clock) {
        (Part::Day(None, DayName::Last(0)), Some(last)) => {
            Point { clock: Some(start.clock.map_or(last, |first| after(first, last))), ..start }
        }
        _ => point,
    }
}

/// 下午1點至2點: the second hour goes with the first; 凌晨12時至清晨5時 has its own part of the day.
fn clock_end<'t>(start: Point) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let Some(first) = start.clock else { return miss(input, "a time of day") };
        map(clock(Given::Day), |(last, _)| Point { clock: Some(after(first, last)), ..start }).parse(input)
    }
}

/// 週一至五.
fn weekday_end<'t>(start: Point) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| match start.part {
        Part::Weekday(week, _) if start.clock.is_none() => {
            map(weekday, |day| Point::of(None, Part::Weekday(week, day))).parse(input)
        }
        _ => miss(input, "a weekday"),
    }
}

/// What leaves out its month: 八月初至中旬, 3月上旬至下旬, 5月初至月底, 年初二至初四.
// elided_end = ten_days | "月底" | "底" | moon_end
fn elided_end<'t>(start: Point) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| match start.part {
        Part::Month(month) | Part::TenDays(month, ..) => {
            let third = map(ten_days, |(first, last)| Point::of(start.year, Part::TenDays(month, first, last)));
            let end = value(Edge::End, keyword(any_of!["月底", "底", "末"]));
            let end = map(end, |edge| Point { edge, ..Point::of(start.year, Part::Month(month)) });
            alt((third, end)).parse(input)
        }
        // 除夕至初六: over the turn of the year of the moon
        Part::Feast(..) => first_month_day(input),
        Part::Moon(moon) => {
            let same = map(moon_end(moon), |point| Point { year: start.year, ..point });
            let next = |input| if moon.month == Some(12) { first_month_day(input) } else { miss(input, "a day") };
            alt((next, same)).parse(input)
        }
        _ => miss(input, "a time"),
    }
}

/// The end of a range by its number; the input is after it: 至2017年, 至3月, 至29日, 至四季度.
fn numbered_end<'t>(first: TimeExpr, numeral: &Numeral) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    let (start, numeral) = (first.start, *numeral);
    move |input| {
        let Some(n) = numeral.plain() else { return miss(input, "a number") };
        let (rest, sign) = mark(&['年', '月', '日', '号', '季'], "日")(input)?;
        match sign {
            '年' => {
                let is_republic = first.calendar == Calendar::Minguo && n < 200;
                let minguo = || i32::try_from(n).ok().filter(|_| is_republic).map(|n| n + 1911);
                let year = calendar_year(&numeral).or_else(minguo).or_else(|| short_end(&start, n, &numeral));
                let Some(year) = year else { return miss(input, "a year") };
                year_tail(Some(YearName::Number(year)))(rest)
            }
            '月' if (1..=12).contains(&n) => {
                // 9月28日至10月3日 and 去年10月至3月: the year may turn
                let year = start.year.filter(|_| start.month().is_none_or(|month| month <= n));
                month_tail(year, MonthName::Number(n))(rest)
            }
            '日' | '号' if (1..=31).contains(&n) => {
                let month = match start.part {
                    Part::Day(month, _) => month,
                    Part::Month(month) => Some(month),
                    _ => None,
                };
                dated(Point::of(start.year, Part::Day(month, DayName::Number(n))))(rest)
            }
            '季' if matches!(start.part, Part::Quarter(_)) && (1..=4).contains(&n) => {
                value(Point::of(start.year, Part::Quarter(n)), opt(word(any_of!["度"]))).parse(rest)
            }
            _ => miss(input, "the end of a range"),
        }
    }
}

/// The year of the second end where only two digits are written: 1985年至89年.
fn short_end(start: &Point, n: u32, numeral: &Numeral) -> Option<i32> {
    let Some(YearName::Number(first)) = start.year else { return None };
    let year = first - first.rem_euclid(100) + i32::try_from(n).ok()?;
    (numeral.digits == 2 && year > first).then_some(year)
}

/// A relation, and whether its open side stays open; it ends where a word ends: 9日|起訴, 今年|前夕.
// relation = "以来" | "起" | "前" | "期间" | …
pub(super) fn relation(input: Cursor<'_>) -> Read<'_, (Relation, bool)> {
    let Some((found, rest)) = input.longest(&RELATIONS) else { return miss(input, "a relation") };
    // 至|今（6）日
    if input.until(rest).ends_with("至今")
        && rest.peek() == Some('(')
        && rest.advance().token().is_some_and(|next| next.digit().or(next.hanzi()).is_some())
    {
        return miss(input, "a relation");
    }
    // 起|來自: a word begins there; 前往|日本 is cut otherwise
    let is_apart = || input.until(rest) == "起" && begins_longer(rest);
    let crossed = rest.word_across().is_some_and(|word| word.start <= input.at()) && !is_apart();
    // 去年9月迄|今年8月
    if input.until(rest) == "迄今" && rest.peek() == Some('年') {
        return miss(input, "a relation");
    }
    // 今年|來了3000人
    if input.until(rest) == "来" && rest.peek() == Some('了') {
        return miss(input, "a relation");
    }
    // 今年前5月, 今年後4個月 and 本週前半段 count
    let is_alone = matches!(input.until(rest), "前" | "后");
    let counts = |c: char| is_digit(c) || chinese(c).is_some_and(|n| n > 0) || matches!(c, '十' | '几' | '数' | '半');
    // 10月1日前一律關停
    let is_adverb = || {
        let adverb = crate::general::longest_at(rest.rest()).filter(|word| word.pos == crate::general::Pos::Adverb);
        adverb.is_some_and(|word| word.length > '一'.len_utf8())
    };
    // 冬至前後
    let is_around = input.until(rest) == "前" && rest.peek() == Some('后');
    if crossed || is_around || is_alone && rest.skip_blanks().peek().is_some_and(counts) && !is_adverb() {
        return miss(input, "a relation");
    }
    Ok((rest, found))
}

/// The relation that makes a duration a time: 來, 前, 後.
pub(crate) fn duration_relation(input: Cursor<'_>) -> Option<(Relation, usize)> {
    match relation(input) {
        Ok((rest, (Relation::Since, false))) => return Some((Relation::Since, rest.at())),
        Ok((rest, (relation @ (Relation::Before | Relation::After), _))) => return Some((relation, rest.at())),
        _ => {}
    }
    // 花兩年前往, 三天後衛: a word begins there, but 十年前|人口
    let after = input.advance();
    if after.word_across().is_some_and(|word| word.start >= input.at()) && !begins_longer(after) {
        return None;
    }
    // 十年前三名男子: what is counted after the word is counted then, unless it is a rank (連續三年前三名)
    let relation = match input.peek()? {
        '前' if !is_rank(input.advance().rest()) => Relation::Before,
        '后' => Relation::After,
        _ => return None,
    };
    Some((relation, input.advance().at()))
}

/// Whether a number with 名 or 強 and nothing that it counts begins a text: 三名, 10強的.
fn is_rank(text: &str) -> bool {
    let number = text.trim_start_matches(|c| is_digit(c) || chinese(c).is_some() || matches!(c, '十' | '百'));
    let Some(after) = number.strip_prefix(['名', '位', '强', '大', '甲']) else { return false };
    number.len() < text.len()
        && after.chars().next().is_none_or(|c| !c.is_alphanumeric() || one_of!("的是为依分均都").contains(c))
}

/// Short names of places that people come to: 今年來滬, 上月來澳.
const VISITED: &str = "沪澳粤京港台华津渝川琼苏浙鲁桂黔滇穗蓉";

/// A day of the first month of the moon: 初六.
fn first_month_day(input: Cursor<'_>) -> Read<'_, Point> {
    let day = |n| Moon { month: Some(1), leap: false, day: Some(MoonDay::Number(n)) };
    map(early_day, |n| Point::of(None, Part::Moon(day(n)))).parse(input)
}
