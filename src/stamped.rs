//! What the grammar of times leaves of a printed stamp: the clocks of feeds (`T07:30:21Z`, 格林尼治標準時間10:41), a clock
//! on the line under its day, and two forms of the day that stand in no sentence (`2024-Jun-12`, 一一三年五月十四日).
//!
//! Works on folded text. Imports the model of times, the region's offset and the names of months.

use chrono::{Duration, NaiveDate, NaiveTime, Timelike as _};

use crate::any_of::any_of;
use crate::chars::{is_digit, is_han, one_of};
use crate::grammar::time::english_month;
use crate::region::HOURS_FROM_UTC;
use crate::time::Moment;

/// Names of UTC before a clock.
const UTC: &[&str] =
    &["格林威治标准时间", "格林尼治标准时间", "格林威治时间", "格林尼治时间", "世界标准时间", "世界协调时间"];

/// The day that `text` begins with, and what follows it.
// day = digit{4} ("-" | " ") month ("-" | " ") digit{1, 2} | han{3} "年" han{1, 3} "月" han{1, 3} "日"
pub(crate) fn unusual_day(text: &str) -> Option<(NaiveDate, &str)> {
    english_day(text).or_else(|| republic_day(text))
}

/// `2024-Jun-12`.
fn english_day(text: &str) -> Option<(NaiveDate, &str)> {
    let (year, rest) = number(text, 4)?;
    let rest = rest.strip_prefix(['-', ' ', '/'])?;
    let end = rest.find(|c: char| !c.is_ascii_alphabetic())?;
    let month = english_month(rest.get(..end)?)?;
    let (day, rest) = number(rest.get(end..)?.strip_prefix(['-', ' ', '/', '.'])?, 2)?;
    Some((NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?, rest))
}

/// 一一三年五月十四日, of the Republic.
fn republic_day(text: &str) -> Option<(NaiveDate, &str)> {
    let (year, rest) = text.split_once('年')?;
    let digit = |c: char| "〇一二三四五六七八九".chars().position(|digit| digit == if c == '零' { '〇' } else { c });
    let mut digits = year.chars().map(digit);
    let (hundred, ten, one) = (digits.next()??, digits.next()??, digits.next()??);
    // the years since 1911 of which pages are
    let year =
        i32::try_from(hundred * 100 + ten * 10 + one).ok().filter(|year| digits.next().is_none() && *year >= 80)?;
    let (month, rest) = rest.split_once('月')?;
    let (day, rest) = rest.split_once('日')?;
    Some((NaiveDate::from_ymd_opt(year + 1911, han(month)?, han(day)?)?, rest))
}

/// A number up to 39 in words: 五, 十四, 三十一.
fn han(word: &str) -> Option<u32> {
    let digit = |c: char| "一二三四五六七八九".chars().zip(1..).find(|(digit, _)| *digit == c).map(|(_, n)| n);
    let ones = |word: &str| {
        let mut chars = word.chars();
        let first = chars.next().map_or(Some(0), digit)?;
        chars.next().is_none().then_some(first)
    };
    match word.split_once('十') {
        None if word.is_empty() => None,
        None => ones(word),
        Some(("", rest)) => Some(10 + ones(rest)?),
        Some((tens, rest)) => Some(ones(tens)?.checked_mul(10)? + ones(rest)?),
    }
}

/// The day `read` with the clock that stands after it in the `rest` of its stamp, and what follows; `None` where no clock of
/// a feed does. The clock of a zone is that which is printed, one that is said to be Greenwich's becomes that of the
/// regions.
// rest = ("T" | blanks) (utc clock | clock ["." digits] zone)
pub(crate) fn with_clock(read: Moment, rest: &str) -> Option<(Moment, &str)> {
    let Moment::Date(day) = read else { return None };
    let rest = rest.strip_prefix('T').unwrap_or(rest).trim_start();
    let greenwich = UTC.iter().find_map(|zone| rest.strip_prefix(zone));
    let (clock, rest) = clock(greenwich.unwrap_or(rest).trim_start())?;
    // 07:30:21.000Z
    let fraction = rest.strip_prefix('.').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let rest = fraction.map_or(rest, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    if greenwich.is_some() {
        let ahead = Duration::hours(i64::from(HOURS_FROM_UTC));
        return Some((Moment::DateTime(day.and_time(clock).checked_add_signed(ahead)?), rest));
    }
    let rest = rest.strip_prefix('Z').filter(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))?;
    Some((Moment::DateTime(day.and_time(clock)), rest))
}

/// The clock of twelve hours `read` with the part of the day that stands after it (3:22 下午), and what follows.
pub(crate) fn with_part(read: Moment, rest: &str) -> Option<(Moment, &str)> {
    let Moment::DateTime(instant) = read else { return None };
    let rest = rest.trim_start();
    let late = any_of!["下午", "晚上", "傍晚", "晚间"].strip_prefix(rest).map(|rest| (12, rest));
    let early = || any_of!["上午", "早上", "凌晨", "清晨"].strip_prefix(rest).map(|rest| (0, rest));
    let (ahead, rest) = late.or_else(early)?;
    let hour = instant.hour();
    let goes_on = rest.trim_start().starts_with(is_digit) || rest.starts_with(is_han);
    if goes_on || hour == 0 || hour > 12 {
        return None;
    }
    let clock = instant.with_hour(hour % 12 + ahead)?;
    Some((Moment::DateTime(clock), rest))
}

/// `07:30:21`, `07:30`.
fn clock(s: &str) -> Option<(NaiveTime, &str)> {
    let (hour, rest) = number(s, 2)?;
    let (minute, rest) = number(rest.strip_prefix(':')?, 2)?;
    let second = rest.strip_prefix(':').and_then(|rest| number(rest, 2));
    let (second, rest) = second.unwrap_or((0, rest));
    Some((NaiveTime::from_hms_opt(hour, minute, second)?, rest))
}

/// The number of at most `most` digits at the start of `s`, which no further digit follows.
fn number(s: &str, most: usize) -> Option<(u32, &str)> {
    let end = s.find(|c: char| !c.is_ascii_digit()).unwrap_or(s.len());
    let number = s.get(..end).filter(|digits| (1..=most).contains(&digits.len()))?.parse().ok()?;
    Some((number, s.get(end..)?))
}

/// `day` with the clock that is read on the line under it.
pub(crate) fn joined(day: Moment, clock: Moment) -> Option<Moment> {
    match (day, clock) {
        (Moment::Date(day), Moment::DateTime(instant)) => Some(Moment::DateTime(day.and_time(instant.time()))),
        _ => None,
    }
}

/// True where nothing but the marks of a stamp, a weekday and the name of a local time stands between a day and its clock.
pub(crate) fn is_between(between: &str) -> bool {
    between.len() < 60
        && between.chars().all(|c| {
            c.is_whitespace()
                || is_digit(c)
                || one_of!("（）()星期周一二三四五六日天香港北京台新加坡时间：:·•‧・_|/").contains(c)
        })
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;

    use super::*;

    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn clocks_of_feeds() {
        for (read, rest, expected) in [
            ("2023-11-30", "T07:30:21Z", Some("2023-11-30T07:30:21")),
            ("2024-05-13", "T23:20:00.000Z", Some("2024-05-13T23:20:00")),
            ("2024-06-07", " 格林威治标准时间03:15", Some("2024-06-07T11:15:00")),
            ("2024-05-14T16:20", "Z", None),
            ("2024-05-14", "T16:20", None),
            ("2024-05-14", " 16:20 来源", None),
        ] {
            let whole = with_clock(moment(read), rest).map(|(whole, _)| whole.to_string());
            assert_eq!(whole.as_deref(), expected, "{read}{rest}");
        }
    }

    #[test]
    fn days_of_stamps() {
        let day = |text| unusual_day(text).map(|(day, _)| day.to_string());
        assert_eq!(day("2024-Jun-12").as_deref(), Some("2024-06-12"));
        assert_eq!(day("一一三年五月十四日").as_deref(), Some("2024-05-14"));
        assert_eq!(day("一〇九年十二月三十一日 星期四").as_deref(), Some("2020-12-31"));
        for text in [
            "2024-06-12",
            "二〇二四年五月十四日",
            "一二三年五月",
            "一一三年十三月四日",
            "三年五月十四日",
            "2024-Foo-12",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
