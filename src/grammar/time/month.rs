//! What may follow a month: a day, ten days, a week, an end of it.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, map_opt, not, opt, peek, success, value, verify};
use nom::sequence::{preceded, terminated};

use super::day::{dated, shares};
use super::lex::{begins_longer, count, keyword, mark, named_weekday, small, whole_word};
use super::moon::moon_day;
use crate::any_of::any_of;
use crate::chars::one_of;
use crate::claims::words::Cue;
use crate::general::{self, Pos};
use crate::grammar::terminal::{Read, blanks, miss, sign, token, word};
use crate::lexer::Cursor;
use crate::time::{DayName, Edge, LAST, MonthName, Moon, Part, Point, YearName};
use crate::vocabulary::CUES;

// month_tail = "同日" | ["份"] (month_part | day | month_edge | ε); nothing else after 份
pub(super) fn month_tail<'t>(year: Option<YearName>, month: MonthName) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        if let (MonthName::Offset(_), Ok((rest, _))) = (month, word(any_of!["同日"])(input)) {
            return Ok((rest, Point::of(year, Part::SameDayOf(month))));
        }
        let whole = Point::of(year, Part::Month(month));
        let (rest, named) = opt(keyword(any_of!["份"])).parse(input)?;
        let part = map(month_part(month), |part| Point::of(year, part));
        if named.is_some() {
            return alt((part, success(whole))).parse(rest);
        }
        let edge = map(month_edge, |edge| Point { edge, ..whole });
        alt((part, month_day(year, month), edge, success(whole))).parse(rest)
    }
}

/// Thirds of a month by their names: the first and the last.
const THIRDS: [(&str, u32, u32); 8] = [
    ("上旬", 1, 1),
    ("中旬", 2, 2),
    ("下旬", 3, 3),
    ("上中旬", 1, 2),
    ("中上旬", 1, 2),
    ("中下旬", 2, 3),
    ("上、中旬", 1, 2),
    ("中、下旬", 2, 3),
];

// month_part = ten_days | half | ["的"] (last_days | first_days | nth)
fn month_part<'t>(month: MonthName) -> impl Fn(Cursor<'t>) -> Read<'t, Part> {
    move |input| {
        let first_half = value(1, keyword(any_of!["上半月", "前半月"]));
        let half = alt((first_half, value(2, keyword(any_of!["下半月", "后半月"]))));
        let counted = alt((last_days(month), first_days(month), nth(month)));
        alt((
            map(ten_days, |(first, last)| Part::TenDays(month, first, last)),
            map(half, |half| Part::HalfMonth(month, half)),
            preceded(opt(mark(&['的'], "的")), counted),
        ))
        .parse(input)
    }
}

// ten_days = "上旬" | "中旬" | "下旬" | "上中旬" | "中下旬"
pub(super) fn ten_days(input: Cursor<'_>) -> Read<'_, (u32, u32)> {
    match THIRDS.iter().find(|(name, ..)| input.starts_with(name)) {
        Some((name, first, last)) => Ok((input.skip(name.len()), (*first, *last))),
        None => crate::grammar::terminal::miss(input, "上旬"),
    }
}

// last_days = ("最后" | "后" | "末") (count ("天" | "日" | ["个"] ("周" | "星期")) | "一个" named_weekday)
fn last_days<'t>(month: MonthName) -> impl Fn(Cursor<'t>) -> Read<'t, Part> {
    move |input| {
        let (rest, _) = word(any_of!["最后", "后", "末"])(input)?;
        let days = terminated(count(31), keyword(any_of!["天", "日"]));
        let weeks = terminated(count(4), keyword(any_of!["周", "个星期", "星期", "个礼拜"]));
        let days = alt((days, map(weeks, |weeks| 7 * weeks)));
        let weekday = preceded(word(any_of!["一个"]), named_weekday);
        alt((
            map(weekday, |weekday| Part::NthWeekday(month, LAST, weekday)),
            map(days, |days| Part::LastDays(Some(month), days)),
        ))
        .parse(rest)
    }
}

// first_days = ("前" | "首") count ("天" | "日")
fn first_days<'t>(month: MonthName) -> impl Fn(Cursor<'t>) -> Read<'t, Part> {
    move |input| {
        let days = preceded(mark(&['前', '首', '头'], "前"), terminated(count(31), keyword(any_of!["天", "日"])));
        let weeks = preceded(mark(&['前', '首', '头'], "前"), terminated(count(4), weeks));
        let first = value(1, keyword(any_of!["首日", "首天", "第一天"]));
        let week = value(7, keyword(any_of!["首周"]));
        map(alt((days, map(weeks, |weeks| 7 * weeks), first, week)), |days| Part::FirstDays(Some(month), days))
            .parse(input)
    }
}

// nth = "第" count ("个" named_weekday | week)
fn nth<'t>(month: MonthName) -> impl Fn(Cursor<'t>) -> Read<'t, Part> {
    move |input| {
        let (rest, which) = preceded(mark(&['第'], "第"), count(5)).parse(input)?;
        let weekday = preceded(mark(&['个'], "个"), named_weekday);
        alt((
            map(weekday, |weekday| Part::NthWeekday(month, which, weekday)),
            map(weeks, |()| Part::NthWeek(Some(month), which)),
        ))
        .parse(rest)
    }
}

// weeks = "个星期" | "星期" | "周" | "个礼拜"; 第三週年 is an anniversary
pub(super) fn weeks(input: Cursor<'_>) -> Read<'_, ()> {
    let anniversary = token("the end", |next| matches!(next.c, '年' | '期' | '岁').then_some(()));
    value((), terminated(word(any_of!["个星期", "星期", "周", "个礼拜"]), not(anniversary))).parse(input)
}

/// A day of a month, Gregorian or of the moon: 20日, 廿二, the 二十 of 二十至二十三日. A day that no month has is kept, so
/// that it has no days: 9月0日.
// day = moon_day | small (shares | ("日" | "号") dated)
fn month_day<'t>(year: Option<YearName>, month: MonthName) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let input = input.skip_blanks();
        if let (MonthName::Number(number), Ok((rest, day))) = (month, day_of_moon(input)) {
            let moon = Moon { month: Some(number), leap: false, day: Some(day) };
            return dated(Point::of(year, Part::Moon(moon)))(rest);
        }
        let (rest, n) = small(99)(input)?;
        let point = Point::of(year, Part::Day(Some(month), DayName::Number(n)));
        let shared = map(verify(shares(31, &['日', '号', '天']), |()| (1..=31).contains(&n)), |()| point);
        let whole = |input| dated(point)(input);
        alt((shared, preceded(mark(&['日', '号'], "日"), whole))).parse(rest)
    }
}

// day_of_moon = ("初" | "廿" …), not before 日 or a range mark: 正月初五; a month of digits has none, 3月初|兩會
fn day_of_moon(input: Cursor<'_>) -> Read<'_, crate::time::MoonDay> {
    if input.back().before().is_some_and(|token| token.c.is_ascii_digit()) {
        return miss(input, "a day of the moon");
    }
    // 5月初|四度承接
    let goes_on = token("the end", |next| {
        matches!(next.c, '日' | '号' | '至' | '到' | '-' | '—' | '度' | '次' | '宗' | '起' | '名' | '家' | '人')
            .then_some(())
    });
    // 八月初一至初三
    let to_day = |input| value((), peek((sign(&['至', '到'], "至"), sign(&['初', '十', '廿'], "初")))).parse(input);
    let ends = alt((to_day, not(goes_on)));
    preceded(peek(sign(&['初', '廿'], "初")), terminated(moon_day, ends)).parse(input)
}

/// An end or the middle of a month after it: 12月底, 10月中以來; 9月中標 and 9月初步 are something else.
// month_edge = "中" | "底" | "末" | "初" …
fn month_edge(input: Cursor<'_>) -> Read<'_, Edge> {
    let goes_on = |next: crate::lexer::Token| {
        (next.c.is_alphanumeric() && !matches!(next.c, '前' | '后' | '以' | '起' | '至' | '到')).then_some(())
    };
    let started = |next: crate::lexer::Token| one_of!("中步期审选赛次").contains(next.c).then_some(());
    alt((
        value(Edge::Middle, terminated(keyword(any_of!["中"]), not(token("the end", goes_on)))),
        value(Edge::Middle, middle_before_verb),
        value(Edge::End, keyword(any_of!["月底", "月末", "月尾", "底", "末", "尾", "杪"])),
        value(Edge::Start, keyword(any_of!["月初"])),
        value(Edge::Start, terminated(keyword(any_of!["初"]), not((token("the end", started), whole_word)))),
    ))
    .parse(input)
}

/// The 中 of 3月中動工, where a verb begins after it and no word with it: not those of 3月中標 and 6月中國.
fn middle_before_verb(input: Cursor<'_>) -> Read<'_, ()> {
    let (rest, _) = sign(&['中'], "中")(input)?;
    let is_begun = general::longest_at(input.rest()).is_some_and(|word| word.length > '中'.len_utf8());
    let verb = general::longest_at(rest.rest()).filter(|word| matches!(word.pos, Pos::Verb | Pos::VerbalNoun));
    let is_known =
        matches!(rest.found(|text| CUES.longest(text)), Some((Cue::Verb, end)) if end.at() > rest.advance().at());
    let is_verb = is_known || verb.is_some_and(|verb| verb.length > '动'.len_utf8());
    if is_verb && (!is_begun || begins_longer(rest)) { Ok((rest, ())) } else { miss(input, "the middle of a month") }
}

// slashed = small ("/" | "-") small, after a year: 2005年08/05
pub(super) fn slashed<'t>(year: Option<YearName>) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let goes_on = |next: crate::lexer::Token| {
            (next.c.is_alphanumeric() || matches!(next.c, '/' | '-' | '.' | '%')).then_some(())
        };
        // 2019年1-11 月 is a range of months
        let goes_on = (blanks, token("the end", goes_on));
        let month = preceded(blanks, verify(super::lex::digits(1, 2), |n| (1..=12).contains(n)));
        let day = verify(super::lex::digits(1, 2), |n| (1..=31).contains(n));
        let both = (month, preceded(sign(&['/', '-'], "/"), terminated(day, not(goes_on))));
        map_opt(both, |(month, day)| {
            Some(Point::of(year, Part::Day(Some(MonthName::Number(month)), DayName::Number(day))))
        })
        .parse(input)
    }
}
