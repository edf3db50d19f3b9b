//! Times of day and dates of digits: 下午5點半, 19:32:21, 2023-09-20 19:32, 21-04-2024.

use super::Cursor;
use super::words::DAY_PARTS;
use crate::grammar::chars::{arabic, blanks};
use crate::time::{DayName, MonthName, Part, Point, TimeExpr, YearName};
use crate::unit::Lexicon;

/// The time of day, or a part of the day without one: 9日上午.
pub(super) fn clock_or_part(c: &mut Cursor<'_>, lexicon: &Lexicon, evening: bool) -> Option<(u32, u32, u32)> {
    let found = clock(c, lexicon, evening);
    if found.is_none() {
        if let Some((word, _)) = DAY_PARTS.iter().find(|(word, _)| c.rest().starts_with(word)) {
            // 9日早前 and 9日晚會 go on otherwise
            let next = c.rest().get(word.len()..).and_then(|rest| rest.chars().next());
            if word.chars().count() > 1 || !next.is_some_and(|c| "前已些會会報报宴餐點点年稻茶市盤盘飯饭".contains(c))
            {
                c.at += word.len();
            }
        }
    }
    found
}

/// The time of day: 下午5點鐘, 20時, 中午12時50分, 19:32:21.
pub(super) fn clock(c: &mut Cursor<'_>, lexicon: &Lexicon, evening: bool) -> Option<(u32, u32, u32)> {
    c.attempt(|c| {
        c.at += blanks(c.rest());
        c.take_word(&["當地時間", "当地时间"]);
        let part = DAY_PARTS.iter().find(|(word, _)| c.rest().starts_with(word));
        if let Some((word, _)) = part {
            c.at += word.len();
        }
        let after_noon = part.map_or(evening, |(_, after)| *after);
        c.at += blanks(c.rest());
        if let Some(at) = digital_clock(c) {
            return Some(at);
        }
        let hour_at = c.at;
        let (hour, numeral) = c.number(lexicon, 24)?;
        if numeral.negative || hour_at == c.at {
            return None;
        }
        let sign = c.take(&['時', '时', '點', '点'])?;
        let mut minute = 0;
        let mut second = 0;
        let mut marked = matches!(sign, '時' | '时') || part.is_some();
        if c.take_word(&["半"]) {
            minute = 30;
            marked = true;
        } else if c.take_word(&["鐘", "钟", "整", "許", "许"]) {
            marked = true;
        } else if let Some(n) = c.attempt(|c| {
            let (n, _) = c.number(lexicon, 59)?;
            c.take(&['分'])?;
            Some(n)
        }) {
            minute = n;
            marked = true;
            if let Some(n) = c.attempt(|c| {
                let (n, _) = c.number(lexicon, 59)?;
                c.take(&['秒'])?;
                Some(n)
            }) {
                second = n;
            }
        }
        if !marked || matches!(sign, '時' | '时') && c.rest().starts_with(['間', '间', '候']) {
            return None;
        }
        let hour = if hour == 12 && part.is_some_and(|(word, _)| *word == "凌晨") {
            0
        } else if after_noon
            && hour < 12
            && !(hour < 5 && part.is_some_and(|(word, _)| matches!(*word, "深夜" | "夜" | "夜間" | "夜间")))
        {
            hour + 12
        } else {
            hour
        };
        Some((hour, minute, second))
    })
}

/// `19:32:21`, `23:16`.
pub(super) fn digital_clock(c: &mut Cursor<'_>) -> Option<(u32, u32, u32)> {
    c.attempt(|c| {
        let hour = digits(c, 1, 2).filter(|h| *h < 24)?;
        c.take_word(&[":", "："]).then_some(())?;
        let minute = digits(c, 2, 2).filter(|m| *m < 60)?;
        let mut look = *c;
        let second = if look.take_word(&[":", "："]) { digits(&mut look, 2, 2).filter(|s| *s < 60) } else { None };
        if second.is_some() {
            *c = look;
        }
        c.peek().is_none_or(|next| arabic(next).is_none()).then_some((hour, minute, second.unwrap_or(0)))
    })
}

/// A number of `min..=max` digits and no more.
pub(super) fn digits(c: &mut Cursor<'_>, min: usize, max: usize) -> Option<u32> {
    c.attempt(|c| {
        let mut n = 0;
        let mut count = 0;
        while let Some(digit) = c.peek().and_then(arabic) {
            count += 1;
            if count > max {
                return None;
            }
            n = n * 10 + u32::from(digit);
            c.at += c.peek().map_or(0, char::len_utf8);
        }
        (count >= min).then_some(n)
    })
}

/// Dates of digits and signs: `2023-09-20 19:32:21`, `2019/04/24`, `21-04-2024 13:31`, `16:41`.
pub(super) fn numeric(text: &str) -> Option<(TimeExpr, usize)> {
    let mut c = Cursor { text, at: 0 };
    if let Some(at) = digital_clock(&mut c) {
        let mut point = Point::of(None, Part::Day(None, DayName::Offset(0)));
        point.clock = Some(at);
        return Some((TimeExpr::of(point), c.at));
    }
    let first_at = c.at;
    let first = digits(&mut c, 1, 4)?;
    let first_length = c.at - first_at;
    let sign = c.peek().filter(|c| matches!(c, '-' | '/' | '.'))?;
    c.at += 1;
    let second = digits(&mut c, 1, 2)?;
    if c.peek() != Some(sign) {
        return None;
    }
    c.at += 1;
    let third_at = c.at;
    let third = digits(&mut c, 1, 4)?;
    let third_length = c.at - third_at;
    let (year, month, day, certain) = match (first_length, third_length) {
        (4, 1 | 2) => (first, second, third, true),
        (1 | 2, 4) => (third, second, first, true),
        (2, 2) if sign == '-' => (2000 + first, second, third, false),
        _ => return None,
    };
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || !(1000..=2999).contains(&year) {
        return None;
    }
    let mut point = Point::of(
        Some(YearName::Number(i32::try_from(year).ok()?)),
        Part::Day(Some(MonthName::Number(month)), DayName::Number(day)),
    );
    let before_clock = c.at;
    if c.peek() == Some('T') {
        c.at += 1;
    } else {
        c.at += blanks(c.rest());
    }
    point.clock = digital_clock(&mut c);
    if point.clock.is_none() {
        c.at = before_clock;
    }
    (certain || point.clock.is_some()).then_some((TimeExpr::of(point), c.at))
}
