//! Dates and clocks as pages print them: `2023年9月20日（三）19:32`, `2019/04/24`, `17:24 2020/08/09`, `Apr 2, 2024`.
//!
//! Only their place is found here; the driver reads what they say. Imports [`super::text`]; read [`super::stamp`] next.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while_m_n};
use nom::character::complete::{one_of, satisfy};
use nom::combinator::{not, opt, peek, recognize, verify};
use nom::{IResult, Parser as _};

use super::text::{before, is_blank, is_digit, is_han};
use crate::chars::one_of;
use crate::grammar::time::{LOCAL_TIMES, english_month};

/// What a reader gives: what follows, and what it took.
type Read<'a> = IResult<&'a str, &'a str, ()>;

/// The first stamp in a string.
pub(super) fn stamp_anywhere(s: &str) -> Option<&str> {
    s.char_indices().filter(|(_, c)| is_digit(*c)).find_map(|(at, _)| {
        let inside = s.get(..at)?.ends_with(is_digit);
        stamp(s.get(at..)?).filter(|_| !inside)
    })
}

/// The stamp that a string starts with: a date with its year, and the weekday and time of day after it.
///
/// EBNF: `stamp = date [ weekday ] [ [ day part ] clock [ zone ] ] | clock date`. `2023年9月20日（三）19:32`, `2019/04/24`,
/// `17:24 2020/08/09` are stamps, `9月20日` and `23-07-30` without a clock are not.
pub(super) fn stamp(s: &str) -> Option<&str> {
    let bar = opt(alt((tag("|"), tag("｜"), tag("，"), tag(","))));
    if let Ok((rest, _)) = (clock, blanks, bar, blanks, alt((han_date, numeric_date))).parse(s) {
        return Some(before(s, rest));
    }
    // 19:042023/08/25: the page lost what stood between
    let glued = [5, 4].into_iter().filter_map(|width| s.get(..width).zip(s.get(width..)));
    let glued = glued.filter(|(head, _)| clock(head).is_ok_and(|(rest, _)| rest.is_empty()));
    if let Some(rest) = glued.filter_map(|(_, rest)| alt((han_date, numeric_date)).parse(rest).ok()).next() {
        return Some(before(s, rest.0));
    }
    let dated = alt((han_date, numeric_date)).parse(s).ok();
    let (rest, short) = match dated {
        Some((rest, _)) => (rest, false),
        None => (short_date(s).ok()?.0, true),
    };
    // 2012年12月10日，星期一，10:41
    let apart = recognize((opt(one_of("，,")), weekday));
    let after = opt(apart).parse(rest).map_or(rest, |(rest, _)| rest);
    match clock_after(after) {
        Ok((end, _)) => Some(before(s, end)),
        Err(_) if short => None,
        Err(_) => Some(before(s, rest)),
    }
}

/// True where a date or a clock may stand: a run of digits as long as a year, or a number before the mark of a clock.
pub(super) fn may_be_dated(s: &str) -> bool {
    let (mut run, mut words) = (0, 0);
    s.chars().any(|c| {
        let after = run;
        run = if is_digit(c) { run + 1 } else { 0 };
        // 一一三年
        let spoken = words;
        words = if one_of!("一二三四五六七八九").contains(c) { words + 1 } else { 0 };
        match c {
            '〇' | '○' | '零' => true,
            '年' if spoken > 2 => true,
            ':' | '：' | '时' | '点' | '年' => after > 0,
            _ => run > 3 || after == 3 && (is_blank(c) || one_of!("-/.－／．").contains(c)),
        }
    })
}

/// `m` to `n` digits that no digit follows.
pub(super) fn digits<'a>(m: usize, n: usize) -> impl FnMut(&'a str) -> Read<'a> {
    move |s| {
        let (rest, taken) = take_while_m_n(m, n, is_digit).parse(s)?;
        if rest.starts_with(is_digit) { Err(nom::Err::Error(())) } else { Ok((rest, taken)) }
    }
}

/// Blanks, or none.
pub(super) fn blanks(s: &str) -> Read<'_> {
    take_while(is_blank).parse(s)
}

/// `2023年9月20日`, `民國112年9月20日`, with or without blanks.
fn han_date(s: &str) -> Read<'_> {
    let han = |most| take_while_m_n(1, most, |c: char| one_of!("〇○零一二三四五六七八九十").contains(c));
    let year = alt((
        recognize((alt((tag("中华民国"), tag("民国"))), blanks, digits(2, 3))),
        verify(digits(4, 4), |year: &str| !year.starts_with(['0', '３'])),
        // 113年 of the Republic
        verify(digits(3, 3), |year: &str| year.starts_with('1')),
        take_while_m_n(4, 4, |c: char| one_of!("〇○零一二三四五六七八九").contains(c)),
        // 一一三年 of the Republic
        verify(
            take_while_m_n(3, 3, |c: char| one_of!("〇○零一二三四五六七八九").contains(c)),
            |year: &str| year.starts_with(['一', '九']),
        ),
    ));
    recognize((
        year,
        blanks,
        tag("年"),
        blanks,
        alt((digits(1, 2), han(2))),
        blanks,
        tag("月"),
        blanks,
        alt((digits(1, 2), han(3))),
        blanks,
        alt((tag("日"), tag("号"))),
    ))
    .parse(s)
}

/// `2023-09-20`, `2023/9/20`, `2023.9.20`, `20-09-2023`.
fn numeric_date(s: &str) -> Read<'_> {
    let mark = || one_of("-/.－／．");
    alt((
        english_date,
        recognize((
            verify(digits(4, 4), |year: &str| year.starts_with(['1', '2', '１', '２'])),
            mark(),
            digits(1, 2),
            mark(),
            day,
        )),
        recognize((
            digits(1, 2),
            mark(),
            digits(1, 2),
            mark(),
            verify(digits(4, 4), |year: &str| year.starts_with(['1', '2'])),
        )),
        // 113-10-15 of the Republic, 民國113/05/14
        recognize((
            opt(tag("民国")),
            verify(digits(3, 3), |year: &str| year.starts_with('1')),
            mark(),
            digits(2, 2),
            mark(),
            digits(2, 2),
        )),
        // 2024 10/15 08:30:12, also with the year and the clock on lines of their own
        recognize((
            verify(digits(4, 4), |year: &str| year.starts_with('2')),
            satisfy(is_blank),
            blanks,
            digits(2, 2),
            blanks,
            one_of("/-"),
            blanks,
            digits(2, 2),
            peek((blanks, clock)),
        )),
    ))
    .parse(s)
}

/// `Apr 2, 2024`, `2 April 2024`.
fn english_date(s: &str) -> Read<'_> {
    let month = || {
        let word = take_while_m_n(3, 9, |c: char| c.is_ascii_alphabetic());
        let han = (take_while_m_n(1, 2, |c: char| one_of!("一二三四五六七八九十").contains(c)), tag("月"));
        recognize(alt((
            recognize((verify(word, |word: &str| english_month(word).is_some()), opt(tag(".")))),
            recognize(han),
        )))
    };
    // 3 月 4, 2025: the order of days in English
    let numbered = recognize((digits(1, 2), blanks, tag("月"), blanks, digits(1, 2), tag(",")));
    let year = || verify(digits(4, 4), |year: &str| year.starts_with(['1', '2']));
    // 2024-Jun-12
    let year_first = (year(), one_of("-/ "), month(), one_of("-/ "), digits(1, 2));
    if let Ok((rest, _)) = recognize(year_first).parse(s) {
        return Ok((rest, before(s, rest)));
    }
    let (rest, _) = alt((
        numbered,
        recognize((month(), blanks, digits(1, 2), nth, opt(tag(",")))),
        recognize((digits(1, 2), nth, blanks, opt(tag("-")), month(), opt(one_of(",-")))),
    ))
    .parse(s)?;
    let (rest, _) = (blanks, year()).parse(rest)?;
    Ok((rest, before(s, rest)))
}

/// `12th` June.
fn nth(s: &str) -> Read<'_> {
    recognize(opt(alt((tag("st"), tag("nd"), tag("rd"), tag("th"))))).parse(s)
}

/// `23-07-30`: of the last digits of a year; a stamp only with a clock after it.
pub(super) fn short_date(s: &str) -> Read<'_> {
    // 30/07/23 may begin with its day
    recognize((digits(2, 2), tag("-"), digits(2, 2), tag("-"), digits(2, 2))).parse(s)
}

/// A day of one or two digits; a `T` and a clock may be glued to it.
fn day(s: &str) -> Read<'_> {
    digits(1, 2)(s)
}

/// `（三）`, `星期三`, `周三`, `Wed`, with blanks before it.
fn weekday(s: &str) -> Read<'_> {
    let name = || recognize((opt(alt((tag("星期"), tag("周"), tag("礼拜")))), one_of("一二三四五六日天")));
    let named = recognize((alt((tag("星期"), tag("周"), tag("礼拜"))), one_of("一二三四五六日天")));
    let english = alt((tag("Mon"), tag("Tue"), tag("Wed"), tag("Thu"), tag("Fri"), tag("Sat"), tag("Sun")));
    recognize((blanks, alt((recognize((one_of("(（"), name(), one_of(")）"))), named, english)))).parse(s)
}

/// The clock after a date: blanks, `T` or a comma, a part of the day, the clock and its zone.
pub(super) fn clock_after(s: &str) -> Read<'_> {
    let part = alt((
        tag("上午"),
        tag("下午"),
        tag("凌晨"),
        tag("早上"),
        tag("晚上"),
        tag("中午"),
        tag("傍晚"),
        tag("清晨"),
        tag("晚"),
        tag("AM"),
        tag("PM"),
    ));
    recognize((
        blanks,
        opt(alt((
            tag("T"),
            tag("，"),
            tag(","),
            tag("|"),
            tag("｜"),
            tag("/"),
            tag("-"),
            tag("–"),
            tag("—"),
            tag("•"),
            tag("·"),
            tag("・"),
            tag("‧"),
            tag("_"),
            tag("at"),
        ))),
        blanks,
        opt(alt((tag("HKT"), tag("SGT"), tag("MYT"), tag("CST"), tag("GMT+8"), tag("UTC+8")))),
        opt(local_time),
        blanks,
        opt(part),
        blanks,
        clock,
        opt(zone),
    ))
    .parse(s)
}

/// `北京時間`, `香港時間`.
fn local_time(s: &str) -> Read<'_> {
    match LOCAL_TIMES.prefix(s) {
        Some(name) => tag(name).parse(s),
        None => Err(nom::Err::Error(())),
    }
}

/// `19:32`, `19:32:21`, `19時32分`, `7:32 PM`.
pub(super) fn clock(s: &str) -> Read<'_> {
    let colon = || one_of(":：");
    let half = || recognize((blanks, alt((tag("AM"), tag("PM"), tag("am"), tag("pm")))));
    alt((
        recognize((
            digits(1, 2),
            colon(),
            digits(2, 2),
            opt((colon(), digits(2, 2))),
            opt((tag("."), digits(1, 6))),
            opt(half()),
        )),
        recognize((digits(1, 2), alt((tag("时"), tag("点"))), digits(1, 2), tag("分"), opt((digits(1, 2), tag("秒"))))),
        recognize((digits(1, 2), alt((tag("时"), tag("点"))), opt(tag("整")), not(satisfy(is_han)))),
        recognize((spoken(), tag("时"), spoken(), tag("分"))),
        recognize((spoken(), tag("时"), opt(tag("整")), not(satisfy(is_han)))),
    ))
    .parse(s)
}

/// `三`, `三十五`: an hour or a minute in words.
fn spoken<'a>() -> impl FnMut(&'a str) -> Read<'a> {
    |s| take_while_m_n(1, 3, |c: char| one_of!("零一二三四五六七八九十").contains(c)).parse(s)
}

/// `+08:00`, `Z`.
fn zone(s: &str) -> Read<'_> {
    alt((tag("Z"), recognize((one_of("+-"), digits(2, 2), opt(tag(":")), digits(2, 2))))).parse(s)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_in_the_forms_of_the_press() {
        let table = [
            ("2021-03-04 05:06:07 来源", Some("2021-03-04 05:06:07")),
            ("2021/3/4", Some("2021/3/4")),
            ("2021年03月04日 05:06", Some("2021年03月04日 05:06")),
            ("2021年3月4日05:06来源", Some("2021年3月4日05:06")),
            ("2021 年 3 月 4 日", Some("2021 年 3 月 4 日")),
            ("2021年3月4日（四）上午11:20", Some("2021年3月4日（四）上午11:20")),
            ("2021年3月4日 星期四", Some("2021年3月4日")),
            ("民国110年3月4日", Some("民国110年3月4日")),
            ("04-03-2021 13:31", Some("04-03-2021 13:31")),
            ("2021-03-04T05:06:07+08:00", Some("2021-03-04T05:06:07+08:00")),
            ("2021.03.04 7:32 PM", Some("2021.03.04 7:32 PM")),
            ("21-03-04 09:03，", Some("21-03-04 09:03")),
            ("21-03-04，", None),
            ("2021年3月4日 傍晚6时15分", Some("2021年3月4日 傍晚6时15分")),
            ("2021年3月4日・11:20", Some("2021年3月4日・11:20")),
            ("二○二一年三月四日", Some("二○二一年三月四日")),
            ("3月4日", None),
            ("20210304", None),
            ("0921-03-0400", None),
        ];
        for (text, expected) in table {
            assert_eq!(stamp(text), expected, "{text}");
        }
    }
}
