//! Dates of digits and signs: 2023-09-20 19:32:21, 2019/04/24, 21-04-2024 13:31, 9/10, 20230920, 112/09/20, Apr 2, 2024.

use chrono::NaiveDate;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, map_opt, not, opt, peek, value, verify};
use nom::sequence::{preceded, terminated};

use super::clock::{Given, digital, part_of_day};
use super::day::{bracketed_weekday, dated, timed};
use super::lex::{count, digits, mark, range_mark};
use crate::any_of::any_of;
use crate::chars::one_of;
use crate::grammar::numeral::{self, Notation};
use crate::grammar::terminal::{Read, blanks, miss, sign, token, word};
use crate::lexer::{Cursor, Token};
use crate::region::{HOURS_FROM_UTC, Region};
use crate::time::{Calendar, Clock, DayName, MonthName, Part, Point, TimeExpr, TimeKind, YearName};

/// A day of numbers, where it has the form of one.
fn day(year: Option<u32>, month: u32, day: u32) -> Option<Point> {
    let year = match year {
        Some(year) => Some(YearName::Number(i32::try_from(year).ok().filter(|year| (1000..3000).contains(year))?)),
        None => None,
    };
    let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
    is_day.then_some(Point::of(year, Part::Day(Some(MonthName::Number(month)), DayName::Number(day))))
}

/// A date or clock of digits and signs.
// numeric = digital [date] | months | compact | (signed | english) [stamp]
pub(super) fn numeric(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    // 17:24 2020/08/09, 19:042023/08/25
    if let Ok((rest, clock)) = digital(None)(input).or_else(|_| glued_clock(input)) {
        let separator = (blanks, opt(sign(&['|', ','], "|")), blanks);
        let date = preceded(separator, verify(signed, |date| date.point.year.is_some()));
        let (rest, date) = opt(date).parse(rest)?;
        let point = date.map_or(Point::of(None, Part::Day(None, DayName::Last(0))), |date| date.point);
        return Ok((rest, TimeExpr::of(Point { clock: Some(clock), ..point })));
    }
    if let Ok(found) = alt((months, map(compact, TimeExpr::of))).parse(input) {
        return Ok(found);
    }
    let english = map(english, |point| Date { point, is_certain: true, calendar: Calendar::Gregorian });
    let (rest, date) = alt((signed, english)).parse(input)?;
    let (rest, point) = stamped(date)(rest)?;
    if !date.is_certain && point.clock.is_none() {
        return miss(input, "a date");
    }
    Ok((rest, TimeExpr { calendar: date.calendar, ..TimeExpr::of(point) }))
}

/// A clock that lost the blank before its date.
// glued_clock = digital, before a date with its year
fn glued_clock(input: Cursor<'_>) -> Read<'_, Clock> {
    for width in [5, 4] {
        let rest = input.skip(width);
        let is_date =
            rest.rest().len() < input.rest().len() && signed(rest).is_ok_and(|(_, date)| date.point.year.is_some());
        if let (true, Ok((end, clock))) =
            (is_date && input.rest().is_char_boundary(width), digital(None)(nom::Input::take(&input, width)))
        {
            if end.at() == rest.at() {
                return Ok((rest, clock));
            }
        }
    }
    miss(input, "a time of day")
}

/// The time of day after a date, with its zone: times are those of the regions' clocks.
// stamp = ("T" | [","] [zone]) digital [zone]
fn stamped<'t>(date: Date) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let comma = terminated(sign(&[','], ","), peek(token("a blank", |next| next.is_blank().then_some(()))));
        let zone = terminated(word(any_of!["HKT", "SGT", "MYT", "CST", "GMT+8", "UTC+8"]), blanks);
        let apart = value((), (opt(comma), blanks, opt(zone)));
        let (rest, clock) = opt(preceded(alt((value((), word(any_of!["T"])), apart)), digital(None))).parse(input)?;
        let Some(clock) = clock else {
            return if date.is_certain { timed(date.point, Given::Day)(input) } else { Ok((input, date.point)) };
        };
        let shifted = value(HOURS_FROM_UTC, word(any_of!["Z", "+00:00", "+0000"]));
        let (rest, hours) = opt(alt((shifted, value(0, word(any_of!["+08:00", "+0800", "+08"]))))).parse(rest)?;
        let clock = Clock { hour: clock.hour + hours.unwrap_or(0), ..clock };
        Ok((rest, Point { clock: Some(clock), ..date.point }))
    }
}

/// A date of digits and signs.
#[derive(Clone, Copy)]
struct Date {
    point: Point,
    /// Whether the order of its parts is certain.
    is_certain: bool,
    calendar: Calendar,
}

/// Signs between the parts of a date.
const SIGNS: &[char] = &['-', '/', '.', '·'];

// signed = digits{1, 4} sign digits{1, 2} [the same sign digits{1, 4}]
fn signed(input: Cursor<'_>) -> Read<'_, Date> {
    let (rest, (first, width)) = with_width(digits(1, 4))(input)?;
    let (rest, mark) = sign(SIGNS, "-")(rest)?;
    let same = move |token: Token| (token.c == mark).then_some(());
    let (rest, second) = digits(1, 2)(rest)?;
    // 1.2.3.4 and 2019-1-1-5 are something else
    let third = terminated(preceded(token("-", same), with_width(digits(1, 4))), not(token("-", same)));
    let (end, third) = opt(third).parse(rest)?;
    match third {
        Some((third, length)) => {
            let is_local = input.lexicon().region() == Some(Region::Taiwan);
            let found = whole_date((first, width), second, (third, length), mark, is_local);
            found.map_or_else(|| miss(input, "a date"), |date| Ok((end, date)))
        }
        None => two_parts(rest, (first, width), second, mark),
    }
}

/// A number with the count of its characters.
fn with_width<'t>(number: impl Fn(Cursor<'t>) -> Read<'t, u32>) -> impl Fn(Cursor<'t>) -> Read<'t, (u32, usize)> {
    move |input| {
        let (rest, n) = number(input)?;
        Ok((rest, (n, input.until(rest).chars().count())))
    }
}

/// A date of three numbers, by the widths of the first and the last.
fn whole_date(first: (u32, usize), second: u32, third: (u32, usize), mark: char, is_local: bool) -> Option<Date> {
    let gregorian = |year, month, of_month, is_certain| {
        Some(Date { point: day(Some(year), month, of_month)?, is_certain, calendar: Calendar::Gregorian })
    };
    match (first.1, third.1) {
        (4, 1 | 2) => gregorian(first.0, second, third.0, true),
        (1 | 2, 4) if mark != '·' => gregorian(third.0, second, first.0, true),
        (2, 2) if mark == '-' => gregorian(2000 + first.0, second, third.0, false),
        // 112/09/20 in a text of Taiwan
        (3, 1 | 2) if is_local && (100..=140).contains(&first.0) => {
            let point = day(Some(first.0 + 1911), second, third.0)?;
            Some(Date { point, is_certain: true, calendar: Calendar::Minguo })
        }
        _ => None,
    }
}

/// Dates of two numbers: 2002/01, which no fraction is; 11/3號; 09-01 20:01.
fn two_parts(input: Cursor<'_>, first: (u32, usize), second: u32, mark: char) -> Read<'_, Date> {
    let date = |point, is_certain| Date { point, is_certain, calendar: Calendar::Gregorian };
    let is_early =
        (1..10).contains(&second) && input.before().is_some() && input.back().before().is_some_and(|t| t.c == '0');
    let ends = no_more(input).is_ok();
    if mark == '/' && first.1 == 4 && is_early && (1900..2100).contains(&first.0) && ends {
        let year = i32::try_from(first.0).ok().map(YearName::Number);
        return Ok((input, date(Point::of(year, Part::Month(MonthName::Number(second))), true)));
    }
    let point = day(None, first.0, second);
    if let (Ok((rest, _)), Some(point)) = (word(any_of!["号", "日"])(input), point.filter(|_| mark == '/')) {
        return Ok((rest, date(point, true)));
    }
    let clock = preceded(token("a blank", |next| next.is_blank().then_some(())), digital(None));
    match point.filter(|_| first.1 == 2 && mark == '-' && peek(clock).parse(input).is_ok()) {
        Some(point) => Ok((input, date(point, false))),
        None => miss(input, "a date"),
    }
}

/// No digit or sign goes on.
fn no_more(input: Cursor<'_>) -> Read<'_, ()> {
    let is_sign = |next: Token| matches!(next.c, '/' | '-' | '.' | '%') || next.c == ',' && !next.is_wide;
    let more = |next: Token| (next.c.is_ascii_alphanumeric() || is_sign(next)).then_some(());
    not(token("the end", more)).parse(input)
}

/// Months by year and number, at both ends: 1998.09—2002.07.
// months = year_month range_mark year_month
fn months(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let month = || {
        let both = (digits(4, 4), preceded(sign(&['.', '/'], "."), digits(1, 2)));
        map_opt(both, |(year, month)| {
            let year = i32::try_from(year).ok().filter(|year| (1900..2100).contains(year))?;
            let is_month = (1..=12).contains(&month);
            is_month.then_some(Point::of(Some(YearName::Number(year)), Part::Month(MonthName::Number(month))))
        })
    };
    let (rest, (start, end)) =
        terminated((month(), preceded((blanks, range_mark, blanks), month())), no_more).parse(input)?;
    Ok((rest, TimeExpr { kind: TimeKind::Range, end: Some(end), ..TimeExpr::of(start) }))
}

// compact = digits{8}, no more: 20230920
fn compact(input: Cursor<'_>) -> Read<'_, Point> {
    let (rest, n) = digits(8, 8)(input)?;
    let (year, month, of_month) = (n / 10_000, n / 100 % 100, n % 100);
    let goes_on =
        no_more(rest).is_err() || rest.peek().is_some_and(|next| one_of!("_人元万亿户股吨次个号").contains(next));
    let exists = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, of_month));
    match day(Some(year), month, of_month).filter(|_| !goes_on && exists.is_some() && (1900..2100).contains(&year)) {
        Some(point) => Ok((rest, point)),
        None => miss(input, "a date"),
    }
}

/// The number of an English month, by its name or the first three letters of it.
pub(crate) fn english_month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let fits = |name: &&str| {
        word.eq_ignore_ascii_case(name)
            || name.get(..3).is_some_and(|short| word.eq_ignore_ascii_case(short))
            || word.eq_ignore_ascii_case("Sept") && name.starts_with("Sept")
    };
    let month = MONTHS.iter().position(fits)?;
    u32::try_from(month + 1).ok()
}

/// The number of a month in words of Chinese: 五月.
fn han_month(input: Cursor<'_>) -> Read<'_, u32> {
    let (rest, numeral) = numeral::read(input)?;
    let is_month = numeral.notation == Notation::Chinese && rest.peek() == Some('月');
    match numeral.plain().filter(|month| is_month && (1..=12).contains(month)) {
        Some(month) => Ok((rest.advance(), month)),
        None => miss(input, "a month"),
    }
}

// english = month nth [","] digits{4} | nth ["-"] month ["," | "-"] digits{4}
// nth = digits{1, 2} ["st" | "nd" | "rd" | "th"]
fn english(input: Cursor<'_>) -> Read<'_, Point> {
    let name = || terminated(map_opt(english_word, english_month), (opt(sign(&['.'], ".")), blanks));
    let end = || opt(verify(english_word, |end: &&str| matches!(*end, "st" | "nd" | "rd" | "th")));
    let nth = || terminated(digits(1, 2), end());
    let first = (name(), nth());
    let dash = (opt(sign(&['-'], "-")), blanks);
    let last = map((terminated(nth(), dash), name()), |(of_month, month)| (month, of_month));
    let comma = (opt(sign(&[',', '-'], ",")), blanks);
    map_opt((terminated(alt((first, last)), comma), digits(4, 4)), |((month, of_month), year)| {
        day(Some(year), month, of_month)
    })
    .parse(input)
}

// english_word = letter {letter}
fn english_word(input: Cursor<'_>) -> Read<'_, &str> {
    let length = input.rest().find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(input.rest().len());
    let rest = input.skip(length);
    if length > 0 { Ok((rest, input.until(rest))) } else { miss(input, "a month") }
}

/// 9/10 where what stands around it says that it is a day: 9/10至9/16, 10/7（六）, 9/20上午10點; `is_dated`: after 自 or 至.
// slashed = digits{1, 2} "/" digits{1, 2} [weekday] [day_time]
pub(super) fn slashed<'t>(is_dated: bool) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let pair_of = || (digits(1, 2), preceded(sign(&['/'], "/"), digits(1, 2)));
        let (rest, (month, of_month)) = pair_of().parse(input)?;
        let goes_on =
            rest.peek().is_some_and(|next| next.is_ascii_alphanumeric() || matches!(next, '/' | '.' | ',' | '%'));
        let Some(point) = day(None, month, of_month).filter(|_| !goes_on) else { return miss(input, "a day") };
        // 1/3至2/3 are shares
        let is_share = month < of_month && of_month < 6;
        let after = rest.skip_blanks();
        let is_timed = part_of_day(after).is_ok() || digital(None)(after).is_ok() || bracketed_weekday(after).is_ok();
        let joint = preceded(opt(sign(&['起'], "起")), range_mark);
        let is_range = || preceded(joint, pair_of()).parse(after).is_ok();
        let is_told = || after.peek().is_some_and(|c| one_of!("起止开举登前后日公发").contains(c));
        if is_timed || !is_share && (is_dated || is_range() || is_told()) {
            dated(point)(rest)
        } else {
            miss(input, "a day")
        }
    }
}

/// The day after a signed date that shares its year, or its month: the 9.12 of 2023.9.1-9.12.
// signed_end = digits{1, 2} sign digits{1, 2}
pub(super) fn signed_end<'t>(start: Point) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let both = (digits(1, 2), preceded(sign(&['.', '/', '-'], "."), digits(1, 2)));
        let (rest, (month, of_month)) = terminated(both, no_more).parse(input)?;
        match day(None, month, of_month) {
            Some(point) => dated(Point { year: start.year, ..point })(rest),
            None => miss(input, "a day"),
        }
    }
}

/// 113-10-15, 24-10-15, 2024 10/15, 20 九月 2023, 3 月 4, 2025: dates that only a page prints.
// printed = digits{1, 2} count "月" digits{4} [digital] | of_year digits{2} sign digits{2} [digital]
// of_year = digits{3} ("-" | "/" | ".") | digits{4} blank {blank} | recent ("-" | "/"), recent from 20 on
pub(super) fn printed(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let of_month = (terminated(digits(1, 2), blanks), terminated(count(12), mark(&['月'], "月")));
    let named = (of_month, preceded((blanks, opt(sign(&[','], ",")), blanks), digits(4, 4)));
    // 五月 14, 2024
    let of_digits = terminated(digits(1, 2), (blanks, mark(&['月'], "月")));
    let month_first = (terminated(alt((han_month, of_digits)), blanks), digits(1, 2));
    let month_first = (month_first, preceded((blanks, sign(&[','], ","), blanks), digits(4, 4)));
    let mut named = alt((
        map_opt(named, |((of_month, month), year)| day(Some(year), month, of_month)),
        map_opt(month_first, |((month, of_month), year)| day(Some(year), month, of_month)),
    ));
    if let Ok((rest, point)) = named.parse(input) {
        let (rest, clock) = opt(preceded((blanks, opt(sign(&['-', '|'], "-")), blanks), digital(None))).parse(rest)?;
        return Ok((rest, TimeExpr::of(Point { clock, ..point })));
    }
    let republic = terminated(verify(digits(3, 3), |year| *year >= 100), sign(&['-', '/', '.'], "-"));
    let republic = map(republic, |year| (year + 1911, Calendar::Minguo));
    let gregorian = terminated(digits(4, 4), verify(gap, |blank: &bool| *blank));
    let gregorian = map(gregorian, |year| (year, Calendar::Gregorian));
    // 05-06-24 may begin with its day
    let recent = verify(digits(2, 2), |year| *year >= 20);
    let short = map(terminated(recent, sign(&['-', '/'], "-")), |year| (2000 + year, Calendar::Gregorian));
    let (rest, (year, calendar)) = alt((republic, gregorian, short)).parse(input)?;
    let both = (terminated(digits(2, 2), (gap, sign(&['-', '/', '.'], "-"), gap)), digits(2, 2));
    let (rest, point) = map_opt(both, |(month, of_month)| day(Some(year), month, of_month)).parse(rest)?;
    let (rest, clock) = opt(preceded(gap, digital(None))).parse(rest)?;
    Ok((rest, TimeExpr { calendar, ..TimeExpr::of(Point { clock, ..point }) }))
}

/// Blanks and line breaks between the parts of a day that a page prints on several lines; whether there are any.
fn gap(input: Cursor<'_>) -> Read<'_, bool> {
    let text = input.rest();
    let length = text.len() - text.trim_start().len();
    Ok((input.skip(length), length > 0))
}

/// After 民國: 1120920, 112/9/20.
// republic_digits = digits{6, 7} | digits{2, 3} sign digits{1, 2} sign digits{1, 2}
pub(super) fn republic_digits(input: Cursor<'_>) -> Read<'_, Point> {
    let compact = map(alt((digits(7, 7), digits(6, 6))), |n| (n / 10_000, n / 100 % 100, n % 100));
    let mark = || sign(&['-', '/', '.'], "/");
    let apart = (digits(2, 3), preceded(mark(), digits(1, 2)), preceded(mark(), digits(1, 2)));
    let exists = |(year, month, of_month): (u32, u32, u32)| {
        let year = year + 1911;
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, of_month)?;
        day(Some(year), month, of_month)
    };
    map_opt(alt((apart, compact)), exists).parse(input)
}

/// 1120920 where its place says that it is a date; not before a unit.
pub(super) fn compact_republic(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let (rest, point) = terminated(republic_digits, no_more).parse(input)?;
    let is_counted = rest.unit().is_some_and(|(_, unit)| !unit.is_crossed());
    if is_counted {
        return miss(input, "a date");
    }
    Ok((rest, TimeExpr { calendar: Calendar::Minguo, ..TimeExpr::of(point) }))
}
