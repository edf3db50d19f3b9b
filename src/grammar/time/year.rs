//! Years by their numbers: of four digits or two, of the Republic, of the moon, fiscal and school years, decades.

use super::clock::digits;
use super::complete;
use super::cursor::Cursor;
use super::point::{FISCAL, year_tail};
use super::words::Word;
use crate::chars::{arabic, chinese};
use crate::grammar::numeral::{Notation, Numeral};
use crate::lexer;
use crate::region::Region;
use crate::time::{Calendar, DayName, Edge, MonthName, Part, Point, TimeExpr, TimeKind, YearName};

/// What follows 民國: 112年9月20日, 1120920.
pub(super) fn minguo_year(c: &mut Cursor<'_>) -> Option<Point> {
    c.skip_blanks();
    if let Some(point) = c.attempt(minguo_digits) {
        return Some(point);
    }
    let year = c.small(200).or_else(|| minguo_words(c)).filter(|n| *n > 0)?;
    c.take(&['年', '学'])?;
    Some(year_tail(c, Some(YearName::Number(i32::try_from(year).ok()? + 1911))))
}

/// 1120920: year, month and day.
pub(super) fn minguo_digits(c: &mut Cursor<'_>) -> Option<Point> {
    let n = c.attempt(|c| digits(c, 7, 7)).or_else(|| digits(c, 6, 6))?;
    let (year, month, day) = (i32::try_from(n / 10_000).ok()? + 1911, n / 100 % 100, n % 100);
    chrono::NaiveDate::from_ymd_opt(year, month, day)?;
    Some(Point::of(Some(YearName::Number(year)), Part::Day(Some(MonthName::Number(month)), DayName::Number(day))))
}

/// 1120920 where its place says that it is a date; not before a unit.
pub(super) fn compact_minguo(input: lexer::Cursor<'_>) -> Option<(TimeExpr, usize)> {
    let mut c = Cursor::new(input, 0);
    let point = minguo_digits(&mut c)?;
    let ends = c.peek().is_none_or(|next| !next.is_ascii_alphanumeric() && !matches!(next, '.' | ',' | '-' | '/'));
    let counted = c.here().unit().is_some_and(|(_, unit)| !unit.is_crossed());
    if !ends || counted {
        return None;
    }
    Some(complete(TimeExpr { calendar: Calendar::Minguo, ..TimeExpr::of(point) }, input, c.at))
}

/// A year of three Chinese digits, or with 百: 一一二, 一百一十二.
pub(super) fn minguo_words(c: &mut Cursor<'_>) -> Option<u32> {
    c.attempt(|c| {
        let digit = |c: &mut Cursor<'_>| {
            let digit = c.peek().and_then(chinese)?;
            c.at += c.peek()?.len_utf8();
            Some(u32::from(digit))
        };
        let hundreds = digit(c)?;
        if c.take_word(&["百"]) {
            c.take_word(&["零", "〇"]);
            return Some(hundreds * 100 + c.small(99).unwrap_or(0));
        }
        Some(hundreds * 100 + digit(c)? * 10 + digit(c)?)
    })
}

/// A lunar year by its number or its name in the cycle: 二〇二一年, 甲辰年.
pub(super) fn lunar_year(c: &mut Cursor<'_>) -> Option<YearName> {
    if let Some((Word::Sexagenary(place), length)) = c.time_word() {
        c.at += length;
        return Some(YearName::Cycle(place));
    }
    let mut n = 0;
    for _ in 0..4 {
        let digit = c.peek().and_then(|digit| arabic(digit).or_else(|| chinese(digit)))?;
        n = n * 10 + i32::from(digit);
        c.at += c.peek()?.len_utf8();
    }
    c.take(&['年'])?;
    Some(YearName::Number(n)).filter(|_| (1900..=2100).contains(&n))
}

/// Decades behind a century, as first and last year: 60年代 of 20世紀, 七八十年代, 60至70年代.
pub(super) fn decade_of(c: &mut Cursor<'_>, first: i32) -> Option<(i32, i32)> {
    c.take_word(&["的"]);
    let pair = c.attempt(|c| {
        let mut tens = || {
            let digit = c.peek().and_then(chinese).filter(|n| *n > 0)?;
            c.at += c.peek()?.len_utf8();
            Some(i32::from(digit) * 10)
        };
        let (low, high) = (tens()?, tens()?);
        c.take_word(&["十年代"]).then_some((low, high))
    });
    let (low, high) = match pair {
        Some(pair) => pair,
        None => {
            let low = c.small(90).filter(|n| n % 10 == 0)?;
            let high = c.attempt(|c| {
                c.take_word(&["年代"]);
                c.range_mark()?;
                c.small(90).filter(|n| n % 10 == 0 && *n > low)
            });
            c.take_word(&["年代"]).then_some(())?;
            (i32::try_from(low).ok()?, i32::try_from(high.unwrap_or(low)).ok()?)
        }
    };
    Some((first + low, first + high + 9))
}

/// 90年代, 1980年代, 七十年代.
pub(super) fn decade(c: &mut Cursor<'_>, n: u32, numeral: &Numeral) -> Option<Point> {
    let other = ["代价", "代理", "代表", "代工", "代码"].iter().any(|word| c.rest().starts_with(word));
    if other || n % 10 != 0 || n >= 100 && calendar_year(numeral).is_none() {
        return None;
    }
    c.at += '代'.len_utf8();
    let first = i32::try_from(if n >= 100 {
        n
    } else if n >= 30 {
        1900 + n
    } else {
        2000 + n
    });
    first.ok().map(|first| Point::of(None, Part::Years(first, first + 9)))
}

/// 112年9月 is a year of the Republic where a part of the year follows, and in a text of Taiwan.
pub(super) fn taiwan_year(c: &mut Cursor<'_>, n: u32, numeral: &Numeral) -> Option<Point> {
    let three =
        (80..=140).contains(&n) && numeral.digits >= 2 && numeral.notation == Notation::Arabic && !numeral.point;
    let local = c.input.lexicon().region() == Some(Region::Taiwan);
    if !(three && (n >= 100 || local)) {
        return None;
    }
    c.attempt(|c| {
        let point = year_tail(c, Some(YearName::Number(i32::try_from(n).ok()? + 1911)));
        let dated = point.part != Part::Year || point.edge != Edge::Whole;
        let year = local && n >= 100 && !c.rest().starts_with(['期', '来', '的']);
        (dated || year).then_some(point)
    })
}

/// 21年 is a year where a month or a relation follows, 九七年 where it is written digit by digit; else it is a duration.
pub(super) fn short_year(c: &mut Cursor<'_>, n: u32, numeral: &Numeral) -> Option<Point> {
    let century = if n > 50 { 1900 } else { 2000 };
    let year = YearName::Number(i32::try_from(century + n).ok()?);
    let before = c.at;
    let point = year_tail(c, Some(year));
    let digit_by_digit = numeral.notation == Notation::Chinese && numeral.digits == 2;
    let zero = c.text.starts_with('0') && before > 0;
    // 21年前9個月: the months are those of the year; 20年前 is a duration
    let dated = point.part != Part::Year || point.edge != Edge::Whole;
    let since = ["以来", "至今"].iter().any(|word| c.rest().starts_with(word));
    (dated || digit_by_digit || zero || since).then_some(point)
}

/// 2023財年, 2023/24財政年度, 2023-2024學年, 112學年度: a year that begins on another day in each place.
pub(super) fn fiscal(input: lexer::Cursor<'_>, numeral: &Numeral, length: usize) -> Option<(TimeExpr, usize)> {
    let mut c = Cursor::new(input, length);
    c.skip_blanks();
    let n = numeral.plain()?;
    let school = matches!(c.peek(), Some('学'));
    if school && (100..=140).contains(&n) && numeral.digits == 3 {
        c.take_word(&["学年度", "学年"]).then_some(())?;
        let expression = TimeExpr { calendar: Calendar::Minguo, ..TimeExpr::unknown(TimeKind::Year, false) };
        return Some((expression, c.at));
    }
    let first = u32::try_from(calendar_year(numeral)?).ok()?;
    if let Some(mark) = c.take(&['/', '／', '-', '－', '–', '—', '至']) {
        let from = c.at;
        let second = digits(&mut c, 2, 4)?;
        let two = c.text.get(from..c.at)?.chars().count() == 2;
        let next = if two { second == (first + 1) % 100 } else { second == first + 1 };
        next.then_some(())?;
        let named = c.take_word(&FISCAL)
            || c.attempt(|c| {
                c.take(&['年'])?;
                c.take_word(&["度"]);
                Some(())
            })
            .is_some_and(|()| matches!(mark, '/' | '／'));
        return named.then(|| (TimeExpr::unknown(TimeKind::Year, false), c.at));
    }
    c.take_word(&FISCAL).then_some(())?;
    // 2024財年第一季度: a quarter of a year that begins elsewhere
    let quarter = c.attempt(super::point::counted_part).is_some();
    let kind = if quarter { TimeKind::Quarter } else { TimeKind::Year };
    Some((TimeExpr::unknown(kind, false), c.at)).filter(|_| c.text.get(..c.at).is_some())
}

/// Whether a numeral can be a calendar year: four digits, or as many Chinese ones.
pub(super) fn calendar_year(n: &Numeral) -> Option<i32> {
    let year = n.plain().filter(|year| (1000..=2999).contains(year))?;
    // 二千零三年 is a year, 二千年 a long time
    let spoken = n.notation == Notation::Chinese && n.scaled() && (1900..2100).contains(&year) && year % 100 != 0;
    (n.digits == 4 && n.doubt.is_none() || spoken).then_some(i32::try_from(year).ok()?)
}
