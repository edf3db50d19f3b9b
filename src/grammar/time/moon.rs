//! Days of the moon: 農曆八月十五, 閏四月, 正月初一, 大年初一, 年廿八, 農曆甲辰年.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, map_opt, not, opt, peek, success, value, verify};
use nom::multi::fold;
use nom::sequence::{preceded, terminated};

use super::day::dated;
use super::lex::{count, keyword, mark, small, time_word};
use super::words::Word;
use crate::any_of::any_of;
use crate::chars::{arabic, chinese};
use crate::grammar::terminal::{Read, blanks, miss, sign, token, word};
use crate::lexer::{Cursor, Token};
use crate::time::{Moon, MoonDay, Part, Point, YearName};

// moon_day = ["初"] count
pub(super) fn moon_day(input: Cursor<'_>) -> Read<'_, MoonDay> {
    alt((map(early_day, MoonDay::Number), map(count(30), MoonDay::Number))).parse(input)
}

// early_day = "初" count, in words
pub(super) fn early_day(input: Cursor<'_>) -> Read<'_, u32> {
    let is_word = |token: Token| (token.digit().is_none()).then_some(());
    preceded((sign(&['初'], "初"), peek(token("a day", is_word))), count(10)).parse(input)
}

// lunar_date = ["农历" | …] ["闰"] (month_name | count "月") [moon_day ["日" | "号"]]; a number needs one of the words
pub(super) fn lunar_date(input: Cursor<'_>) -> Read<'_, Moon> {
    let (rest, named) = opt(terminated(word(any_of!["农历", "阴历", "旧历", "夏历"]), blanks)).parse(input)?;
    let (rest, leap) = map(opt(word(any_of!["闰"])), |leap| leap.is_some()).parse(rest)?;
    let mut numbered = terminated(count(12), mark(&['月'], "月"));
    let (rest, month) = match month_name(rest) {
        Ok(found) => found,
        Err(_) if named.is_some() || leap => numbered.parse(rest)?,
        Err(miss) => return Err(miss),
    };
    let day = terminated(moon_day, opt(keyword(any_of!["日", "号"])));
    map(opt(day), |day| Moon { month: Some(month), leap, day }).parse(rest)
}

// month_name = "正月" | "腊月" | …
fn month_name(input: Cursor<'_>) -> Read<'_, u32> {
    map_opt(time_word, |word| match word {
        Word::LunarMonth(month) => Some(month),
        _ => None,
    })
    .parse(input)
}

/// A month and a day of the moon in a year.
pub(super) fn moon_point<'t>(year: Option<YearName>) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let (rest, moon) = lunar_date(input)?;
        dated(Point::of(year, Part::Moon(moon)))(rest)
    }
}

/// What follows 農曆: a year, a month and day, or both.
// lunar_tail = [lunar_year] (lunar_date | count "月" [moon_day] | ε)
pub(super) fn lunar_tail(input: Cursor<'_>) -> Read<'_, Point> {
    let (rest, year) = opt(preceded(blanks, lunar_year)).parse(input)?;
    let numbered = (terminated(count(12), mark(&['月'], "月")), opt(terminated(moon_day, opt(keyword(any_of!["日"])))));
    let numbered = map(numbered, |(month, day)| Moon { month: Some(month), leap: false, day });
    let whole = map_opt(success(year), |year| year.map(|_| Moon { month: None, leap: false, day: None }));
    let (rest, moon) = preceded(blanks, alt((lunar_date, numbered, whole))).parse(rest)?;
    dated(Point::of(year, Part::Moon(moon)))(rest)
}

/// A lunar year by its number or its name in the cycle: 二〇二一年, 甲辰年.
// lunar_year = name "年" | digit{4} "年"
fn lunar_year(input: Cursor<'_>) -> Read<'_, YearName> {
    let named = map_opt(time_word, |word| match word {
        Word::Sexagenary(place) => Some(YearName::Cycle(place)),
        _ => None,
    });
    let digit = token("a digit", |token: Token| arabic(token.c).or_else(|| chinese(token.c)).map(i32::from));
    let number = terminated(fold(4, digit, || 0, |n, digit| n * 10 + digit), mark(&['年'], "年"));
    let number = map(verify(number, |n| (1900..=2100).contains(n)), YearName::Number);
    alt((named, number)).parse(input)
}

/// A day of the first or the last month of the moon, after 大年 or 年: 初一, 廿八, 三十; `early` after 年初.
// new_year_day = moon_day [day_time]
pub(super) fn new_year_day<'t>(early: bool) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let is_marked = early || input.peek().is_some_and(|c| matches!(c, '初' | '廿' | '二' | '三'));
        let (rest, day) = if early { map(count(10), MoonDay::Number).parse(input)? } else { moon_day(input)? };
        let counted = |next: Token| matches!(next.c, '个' | '年' | '月' | '次' | '级').then_some(());
        let (rest, ()) = not(token("the end", counted)).parse(rest)?;
        if !is_marked || input.until(rest).ends_with(|c: char| c.is_ascii_digit()) {
            return miss(input, "a day of the moon");
        }
        let is_late = matches!(day, MoonDay::Number(20..));
        // 年三十 is the last day, also of a month of 29
        let day = if day == MoonDay::Number(30) { MoonDay::Last } else { day };
        let moon = Moon { month: Some(if is_late { 12 } else { 1 }), leap: false, day: Some(day) };
        dated(Point::of(None, Part::Moon(moon)))(rest)
    }
}

/// A year of the cycle of sixty, all of it or a part: 甲辰年, 甲辰年八月.
pub(super) fn cycle_year<'t>(place: u32) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let year = YearName::Cycle(place);
        let whole = Point::of(Some(year), Part::Moon(Moon { month: None, leap: false, day: None }));
        map(super::year::year_tail(Some(year)), |point| if point.part == Part::Year { whole } else { point })
            .parse(input)
    }
}

/// The day of the same month at the end of a range: the 初四 of 年初二至初四, the 十八 of 八月十五至十八.
pub(super) fn moon_end<'t>(first: Moon) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let day = alt((early_day, terminated(small(30), opt(value((), keyword(any_of!["日"]))))));
        let after = |day: &u32| matches!(first.day, Some(MoonDay::Number(before)) if *day > before);
        let (rest, day) = verify(day, after).parse(input)?;
        let moon = Moon { day: Some(MoonDay::Number(day)), ..first };
        dated(Point::of(None, Part::Moon(moon)))(rest)
    }
}
