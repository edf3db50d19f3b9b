//! Times of day and dates of digits: 下午5點半, 19:32:21, 2023-09-20 19:32, 21-04-2024.

use super::cursor::Cursor;
use super::words::Hours;
use crate::chars::{arabic, blanks, is_blank};
use crate::lexer;
use crate::region::HOURS_FROM_UTC;
use crate::time::{DayName, MonthName, Part, Point, TimeExpr, YearName};

/// Hour, minute and second; the hour may be 24.
pub(super) type Clock = (u32, u32, u32);

/// What is known of the day before its time of day is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Given {
    /// Nothing: 3點 alone is as often points of an index.
    Nothing,
    /// The day: 20日8點.
    Day,
    /// The day and the part of it: 今晚8點.
    Part(Hours),
}

/// Words behind 點 that it counts: 今日三點建議.
const POINTS: [char; 7] = ['建', '意', '要', '原', '理', '优', '共'];

/// What may begin a unit behind a number, so that it is no minute.
const COUNTED: &str = "%％.人名个元万亿千百度米次家户岁件辆架艘公里队组点成分秒号年月日天";

/// The time of day, or a part of the day without one: 9日上午.
pub(super) fn clock_or_part(c: &mut Cursor<'_>, given: Given) -> Option<Clock> {
    let found = clock(c, given);
    if found.is_none() {
        if let Some((_, length)) = Hours::at(c.rest()) {
            // 9日早前 and 9日晚會 go on otherwise
            let next = c.rest().get(length..).and_then(|rest| rest.chars().next());
            if length > '早'.len_utf8() || !next.is_some_and(|c| "前已些会报宴餐点年稻茶市盘饭班课".contains(c))
            {
                c.at += length;
            }
        }
    }
    found
}

/// The time of day: 下午5點鐘, 20時, 中午12時50分, 19:32:21.
pub(super) fn clock(c: &mut Cursor<'_>, given: Given) -> Option<Clock> {
    let found = clock_of(c, given);
    // 9時20分許
    let goes_on =
        |word: &str| c.rest().get(word.len()..).is_some_and(|rest| rest.starts_with(['多', '可', '久', '手', '翼']));
    if found.is_some() {
        if let Some(word) = ["许", "左右"].into_iter().find(|word| c.rest().starts_with(word) && !goes_on(word)) {
            c.at += word.len();
        }
    }
    found
}

fn clock_of(c: &mut Cursor<'_>, given: Given) -> Option<Clock> {
    c.attempt(|c| {
        c.skip_blanks();
        if c.take_word(&["当地时间"]) {
            c.skip_blanks();
        }
        let part = Hours::at(c.rest());
        if let Some((_, length)) = part {
            c.at += length;
            c.skip_blanks();
        }
        let hours = match (part, given) {
            (Some((hours, _)), _) | (None, Given::Part(hours)) => Some(hours),
            (None, Given::Nothing | Given::Day) => None,
        };
        // 昨日下午約4時
        if hours.is_some() && c.take_word(&["大约", "约", "近", "将近"]) {
            c.skip_blanks();
        }
        let of_day = |hour: u32| hours.map_or(hour, |hours| hours.of_day(hour));
        if let Some((hour, minute, second)) = digital_clock(c) {
            return Some((of_day(hour), minute, second));
        }
        let hour = c.small(24)?;
        // 早上五到六點: the hour comes behind the range
        let ranged = c.look(|c| {
            c.range_mark()?;
            Hours::at(c.rest()).is_none().then_some(())?;
            c.small(24)?;
            c.take(&['时', '点'])
        });
        if ranged.is_some() {
            return (hours.is_some() || given == Given::Day).then_some((of_day(hour), 0, 0));
        }
        let sign = c.take(&['时', '点'])?;
        let known = matches!(sign, '时') || hours.is_some() || given == Given::Day;
        let (minute, second, marked) = minutes(c, known)?;
        let other = c.peek().is_some_and(|next| match sign {
            '时' => matches!(next, '间' | '候' | '段'),
            _ => POINTS.contains(&next),
        });
        ((known || marked) && !other).then_some((of_day(hour), minute, second))
    })
}

/// Minutes and seconds behind the hour, and whether what stands there shows that it was one.
fn minutes(c: &mut Cursor<'_>, known: bool) -> Option<(u32, u32, bool)> {
    if c.take_word(&["半钟", "半"]) {
        return Some((30, 0, true));
    }
    if c.take_word(&["钟许", "钟左右", "钟", "整", "正", "许"]) {
        return Some((0, 0, true));
    }
    if let Some(quarters) = c.attempt(|c| {
        let quarters = c.small(3).filter(|n| *n > 0)?;
        c.take_word(&["刻钟", "刻"]).then_some(quarters)
    }) {
        return Some((quarters * 15, 0, true));
    }
    let minute = c.attempt(|c| {
        let n = c.small(59)?;
        c.take(&['分'])?;
        (c.peek() != Some('钟')).then_some(n)
    });
    if let Some(minute) = minute {
        let second = c.attempt(|c| {
            let n = c.small(59)?;
            c.take(&['秒']).map(|_| n)
        });
        return Some((minute, second.unwrap_or(0), true));
    }
    // 下午三點十五, 三點零五
    let bare = c.attempt(|c| {
        let from = c.at;
        let n = c.small(59)?;
        let text = c.text.get(from..c.at)?;
        let two = text.chars().count() == 2 || n % 10 == 0 && n > 0;
        let ends = c.peek().is_none_or(|next| !next.is_ascii_alphanumeric() && !COUNTED.contains(next));
        (two && ends && !text.starts_with(' ')).then_some(n)
    });
    Some((bare.filter(|_| known).unwrap_or(0), 0, false)).filter(|_| bare.is_none() || known)
}

/// `19:32:21`, `23:16`.
pub(super) fn digital_clock(c: &mut Cursor<'_>) -> Option<Clock> {
    c.attempt(|c| {
        let hour = digits(c, 1, 2).filter(|h| *h < 24)?;
        c.take_word(&[":", "："]).then_some(())?;
        let minute = digits(c, 2, 2).filter(|m| *m < 60)?;
        let second = c.attempt(|c| {
            c.take_word(&[":", "："]).then_some(())?;
            digits(c, 2, 2).filter(|s| *s < 60)
        });
        let half = c.attempt(|c| {
            c.skip_blanks();
            let late = c.take_word(&["pm", "PM", "p.m."]);
            (late || c.take_word(&["am", "AM", "a.m."])).then_some(if late { Hours::Afternoon } else { Hours::Early })
        });
        let hour = half.map_or(hour, |half| half.of_day(hour));
        c.peek().is_none_or(|next| !next.is_ascii_alphanumeric()).then_some((hour, minute, second.unwrap_or(0)))
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

/// A day of numbers.
fn day(year: Option<u32>, month: u32, day: u32) -> Option<Point> {
    let year = match year {
        Some(year) => Some(YearName::Number(i32::try_from(year).ok().filter(|year| (1000..3000).contains(year))?)),
        None => None,
    };
    ((1..=12).contains(&month) && (1..=31).contains(&day))
        .then_some(Point::of(year, Part::Day(Some(MonthName::Number(month)), DayName::Number(day))))
}

/// Dates of digits and signs: `2023-09-20 19:32:21`, `2019/04/24`, `21-04-2024 13:31`, `16:41`, `20230920`.
pub(super) fn numeric(input: lexer::Cursor<'_>) -> Option<(TimeExpr, usize)> {
    let mut c = Cursor::new(input, 0);
    if let Some(at) = digital_clock(&mut c) {
        // 17:24 2020/08/09
        let dated = c.attempt(|c| {
            c.skip_blanks();
            c.take(&['|', '｜']);
            c.skip_blanks();
            signed(c).filter(|(point, _)| point.year.is_some())
        });
        let mut point = dated.map_or(Point::of(None, Part::Day(None, DayName::Last(0))), |(point, _)| point);
        point.clock = Some(at);
        return Some((TimeExpr::of(point), c.at));
    }
    if let Some(point) = c.attempt(compact) {
        return Some((TimeExpr::of(point), c.at));
    }
    let (mut point, certain) = c.attempt(signed).or_else(|| Some((c.attempt(english)?, true)))?;
    let before_clock = c.at;
    if c.peek() == Some('T') {
        c.at += 1;
    } else {
        c.attempt(|c| c.take(&[',']).filter(|_| c.rest().starts_with(is_blank)));
        c.skip_blanks();
        // 2018-07-02 HKT 12:58
        if c.take_word(&["HKT", "SGT", "MYT", "CST"]) {
            c.skip_blanks();
        }
    }
    point.clock = digital_clock(&mut c);
    if point.clock.is_some() {
        // the zone belongs to the instant; times are those of the regions' clocks
        if c.take_word(&["Z", "+00:00", "+0000"]) {
            point.clock = point.clock.map(|(hour, minute, second)| (hour + HOURS_FROM_UTC, minute, second));
        } else {
            c.take_word(&["+08:00", "+0800", "+08"]);
        }
    } else {
        c.at = before_clock;
        point.clock = if certain { clock_or_part(&mut c, Given::Day) } else { None };
    }
    (certain || point.clock.is_some()).then_some((TimeExpr::of(point), c.at))
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

/// `Apr 2, 2024`, `2 April 2024`.
fn english(c: &mut Cursor<'_>) -> Option<Point> {
    let month = |c: &mut Cursor<'_>| {
        let rest = c.rest();
        let word = rest.get(..rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len()))?;
        let month = english_month(word)?;
        c.at += word.len();
        c.take(&['.']);
        c.skip_blanks();
        Some(month)
    };
    let (month, of_month) = match c.attempt(month) {
        Some(month) => (month, digits(c, 1, 2)?),
        None => {
            let of_month = digits(c, 1, 2)?;
            c.skip_blanks();
            (month(c)?, of_month)
        }
    };
    c.take(&[',']);
    c.skip_blanks();
    let year = digits(c, 4, 4)?;
    day(Some(year), month, of_month)
}

/// `20230920`: eight digits and no more.
fn compact(c: &mut Cursor<'_>) -> Option<Point> {
    let n = digits(c, 8, 8)?;
    let (year, month, of_month) = (n / 10_000, n / 100 % 100, n % 100);
    let ends = c.peek().is_none_or(|next| {
        !next.is_ascii_alphanumeric()
            && !matches!(next, '.' | ',' | '-' | '/' | '%' | '％' | '_')
            && !"人元万亿户股吨次个号".contains(next)
    });
    let exists = chrono::NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, of_month).is_some();
    (ends && exists && (1900..2100).contains(&year)).then(|| day(Some(year), month, of_month)).flatten()
}

/// Whether no digit or sign goes on at the cursor.
fn ends_here(c: &Cursor<'_>) -> bool {
    c.peek().is_none_or(|next| !next.is_ascii_alphanumeric() && !matches!(next, '/' | '-' | '.' | '%'))
}

/// Digits with signs between; whether the order of its parts is certain.
fn signed(c: &mut Cursor<'_>) -> Option<(Point, bool)> {
    let from = c.at;
    let first = digits(c, 1, 4)?;
    let first_length = c.text.get(from..c.at)?.chars().count();
    let sign = c.peek().filter(|c| matches!(c, '-' | '/' | '.' | '·' | '－' | '／' | '．'))?;
    c.at += sign.len_utf8();
    let second = digits(c, 1, 2)?;
    let third = c.attempt(|c| {
        (c.peek() == Some(sign)).then_some(())?;
        c.at += sign.len_utf8();
        let from = c.at;
        let third = digits(c, 1, 4)?;
        let length = c.text.get(from..c.at)?.chars().count();
        // 1.2.3.4 and 2019-1-1-5 are something else
        (c.peek() != Some(sign)).then_some((third, length))
    });
    let Some((third, third_length)) = third else {
        // 2002/01, which no fraction is
        let early = (1..10).contains(&second) && c.text.get(..c.at).is_some_and(|t| t.as_bytes().get(5) == Some(&b'0'));
        if sign == '/' && first_length == 4 && early && (1900..2100).contains(&first) && ends_here(c) {
            let year = YearName::Number(i32::try_from(first).ok()?);
            return Some((Point::of(Some(year), Part::Month(MonthName::Number(second))), true));
        }
        // 11/3號
        if sign == '/' && c.take_word(&["号", "日"]) {
            return Some((day(None, first, second)?, true));
        }
        // 09-01 20:01
        let clock = c.look(|c| {
            (blanks(c.rest()) > 0).then_some(())?;
            c.skip_blanks();
            digital_clock(c)
        });
        return (first_length == 2 && sign == '-' && clock.is_some())
            .then(|| Some((day(None, first, second)?, false)))?;
    };
    let (year, month, of_month, certain) = match (first_length, third_length) {
        (4, 1 | 2) => (first, second, third, true),
        (1 | 2, 4) if sign != '·' => (third, second, first, true),
        (2, 2) if sign == '-' => (2000 + first, second, third, false),
        _ => return None,
    };
    Some((day(Some(year), month, of_month)?, certain))
}

/// 9/10 where what stands around it says that it is a day: 9/10至9/16, 10/7（六）, 9/20上午10點; `dated`: behind 自 or 至.
pub(super) fn slashed(input: lexer::Cursor<'_>, dated: bool) -> Option<(Point, usize)> {
    let mut c = Cursor::new(input, 0);
    let month = digits(&mut c, 1, 2)?;
    c.take_word(&["/"]).then_some(())?;
    let of_month = digits(&mut c, 1, 2)?;
    let point = day(None, month, of_month)?;
    if c.peek().is_some_and(|next| next.is_ascii_alphanumeric() || matches!(next, '/' | '.' | ',' | '%' | '％')) {
        return None;
    }
    // 1/3至2/3 are shares
    let share = month < of_month && of_month < 6;
    let behind = c.look(|c| {
        c.skip_blanks();
        let hours = Hours::at(c.rest()).is_some() || digital_clock(c).is_some();
        let weekday = c.attempt(super::point::bracketed_weekday).is_some();
        let range = c.attempt(|c| {
            c.take(&['至', '到', '-', '~', '～', '–'])?;
            digits(c, 1, 2)?;
            c.take_word(&["/"]).then_some(())?;
            digits(c, 1, 2)
        });
        let word = c.rest().starts_with(['起', '止', '开', '举', '登', '前', '后', '日', '公', '发']);
        Some(hours || weekday || range.is_some() && !share || word && !share)
    })?;
    if !(behind || dated && !share) {
        return None;
    }
    let at = c.at;
    let point = super::point::dated(&mut c, point);
    Some((point, c.at.max(at)))
}
