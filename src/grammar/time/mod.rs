//! Times as they are written: `2023年9月20日`, `去年10月底`, `1至9月`, `今年以來`, `2023-09-20 19:32:21`.
//!
//! A new time word is a row of [`words::WORDS`]; a new relation a row of [`words::RELATIONS`]. The number that a date begins with is
//! read once, by [`super::numeral`], and [`from_numeral`] goes on behind it. Imports [`crate::time`] for what it builds.

mod clock;
mod words;

pub(crate) use words::word_starts;

use nom::Parser;
use nom::error::{FromExternalError, ParseError};

use super::chars::{RANGE_MARKS, arabic, blanks, chinese, scale};
use super::numeral::{self, Notation, Numeral, Spread, lift};
use crate::error::GrammarError;
use crate::time::{Calendar, DayName, Edge, MonthName, Part, Point, Relation, TimeExpr, TimeKind, YearName};
use crate::unit::Lexicon;
use clock::{clock, clock_or_part, numeric};
use words::{THIS, Word, relations, words};

/// A cursor over what follows.
#[derive(Clone, Copy)]
struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Skips one of `chars`, after blanks; the character skipped.
    fn take(&mut self, chars: &[char]) -> Option<char> {
        let skip = blanks(self.rest());
        let c = self.rest().get(skip..)?.chars().next().filter(|c| chars.contains(c))?;
        self.at += skip + c.len_utf8();
        Some(c)
    }

    /// Skips one of `words`.
    fn take_word(&mut self, words: &[&str]) -> bool {
        match words.iter().find(|word| self.rest().starts_with(**word)) {
            Some(word) => {
                self.at += word.len();
                true
            }
            None => false,
        }
    }

    /// Reads a plain number of at most `max`, after blanks.
    fn number(&mut self, lexicon: &Lexicon, max: u32) -> Option<(u32, Numeral)> {
        let skip = blanks(self.rest());
        let (numeral, length) = numeral::read(self.rest().get(skip..)?, lexicon).ok()??;
        let n = numeral.plain().filter(|n| *n <= max)?;
        self.at += skip + length;
        Some((n, numeral))
    }

    fn attempt<T>(&mut self, parse: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let result = parse(self);
        if result.is_none() {
            self.at = before;
        }
        result
    }
}

/// Skips a range mark, also a doubled dash.
fn range_mark(c: &mut Cursor<'_>) -> Option<()> {
    let mark = c.take(RANGE_MARKS)?;
    if c.peek() == Some(mark) {
        c.at += mark.len_utf8();
    }
    Some(())
}

/// Whether a numeral can be a calendar year: four digits, or as many Chinese ones.
fn calendar_year(n: &Numeral) -> Option<i32> {
    let year = n.plain().filter(|year| (1000..=2999).contains(year))?;
    (n.digits == 4 && n.doubt.is_none()).then_some(i32::try_from(year).ok()?)
}

/// Reads the time at the start of a text.
pub(crate) fn read(text: &str, lexicon: &Lexicon) -> Option<(TimeExpr, usize)> {
    let first = text.chars().next()?;
    if first.is_ascii_digit() {
        if let Some(found) = numeric(text) {
            return Some(complete(found.0, text, found.1, lexicon));
        }
    }
    if let Some(found) = from_word(text, lexicon) {
        return Some(found);
    }
    let (numeral, length) = numeral::read(text, lexicon).ok()??;
    from_numeral(text, &numeral, length, lexicon)
}

/// Reads a date or clock of digits and signs.
pub(crate) fn numeric_only(text: &str, lexicon: &Lexicon) -> Option<(TimeExpr, usize)> {
    let (expression, length) = numeric(text)?;
    Some(complete(expression, text, length, lexicon))
}

/// Reads on behind a year of `length` bytes at the start of `text`, whose number is known.
pub(crate) fn year(year: i32, text: &str, length: usize, lexicon: &Lexicon) -> (TimeExpr, usize) {
    let mut c = Cursor { text, at: length };
    let point = year_tail(&mut c, Some(YearName::Number(year)), lexicon);
    complete(TimeExpr::of(point), text, c.at, lexicon)
}

/// Reads the time that begins with a word: 今年, 上半年, 民國104年11月, 第三季度.
pub(crate) fn from_word(text: &str, lexicon: &Lexicon) -> Option<(TimeExpr, usize)> {
    let (expression, length) = word_point(text, lexicon)?;
    Some(complete(expression, text, length, lexicon))
}

/// Reads the one point that begins with a word, without a range or relation.
fn word_point(text: &str, lexicon: &Lexicon) -> Option<(TimeExpr, usize)> {
    let mut c = Cursor { text, at: 0 };
    if let Some(rest) = text.strip_prefix('Q') {
        let quarter = rest.chars().next().and_then(arabic).filter(|q| (1..=4).contains(q))?;
        let next = rest.chars().nth(1);
        return next
            .is_none_or(|c| !c.is_ascii_alphanumeric())
            .then(|| (TimeExpr::of(Point::of(None, Part::Quarter(u32::from(quarter)))), 2));
    }
    if text.starts_with('第') || text.starts_with('前') || text.starts_with('首') {
        if let Some(part) = c.attempt(|c| counted_part(c, lexicon)) {
            return Some((TimeExpr::of(Point::of(None, part)), c.at));
        }
    }
    let Some((word, length)) = words().longest(text) else {
        // 今 (7) 日
        return bracketed_day(text, lexicon);
    };
    c.at = length;
    let mut expression = match *word {
        Word::Year(year) => {
            let point = year_tail(&mut c, Some(year), lexicon);
            TimeExpr::of(point)
        }
        Word::Month(offset) => TimeExpr::of(month_tail(&mut c, None, MonthName::Offset(offset), lexicon)),
        Word::Day(day) => {
            let mut point = Point::of(None, Part::Day(None, day));
            let evening = text.get(..length).is_some_and(|word| word.contains(['晚', '夜', '午']));
            // 今天（25日）下午5點
            let dated = c.attempt(|c| {
                let day = bracketed_date(c, lexicon)?;
                let at = clock(c, lexicon, evening)?;
                Some(Point { clock: Some(at), ..Point::of(None, day) })
            });
            match dated {
                Some(point) => TimeExpr::of(point),
                None => {
                    point.clock = clock_or_part(&mut c, lexicon, evening);
                    TimeExpr::of(point)
                }
            }
        }
        Word::Week(week) => match c.attempt(weekday) {
            Some(day) => weekday_point(&mut c, Some(week), day, lexicon),
            None => TimeExpr::of(Point::of(None, Part::Week(week))),
        },
        Word::WeekdayPrefix => {
            let day = weekday(&mut c)?;
            weekday_point(&mut c, None, day, lexicon)
        }
        Word::Part(part) => TimeExpr::of(Point::of(None, part)),
        Word::YearEdge(edge) => TimeExpr::of(Point { edge, ..Point::of(Some(THIS), Part::Year) }),
        Word::MonthEdge(edge) => TimeExpr::of(Point { edge, ..Point::of(None, Part::Month(MonthName::Offset(0))) }),
        Word::DayPart => {
            c.at = 0;
            let mut point = Point::of(None, Part::Day(None, DayName::Last(0)));
            point.clock = Some(clock(&mut c, lexicon, false)?);
            TimeExpr::of(point)
        }
        Word::Minguo => {
            let (year, _) = c.number(lexicon, 200)?;
            c.take(&['年'])?;
            let year = i32::try_from(year).ok()? + 1911;
            let point = year_tail(&mut c, Some(YearName::Number(year)), lexicon);
            TimeExpr { calendar: Calendar::Minguo, ..TimeExpr::of(point) }
        }
        Word::SamePeriod(year) => {
            let point = Point::of(year, Part::Unknown);
            TimeExpr { kind: TimeKind::Range, ..TimeExpr::of(point) }
        }
        Word::Lunar => {
            let before = c.at;
            lunar(&mut c, lexicon);
            // 農曆新年 names no day
            if c.at == before && !matches!(text.get(..length), Some("年三十" | "除夕")) {
                return None;
            }
            TimeExpr { kind: TimeKind::Day, calendar: Calendar::Lunar, ..TimeExpr::of(Point::of(None, Part::Unknown)) }
        }
        Word::Vague(kind) => TimeExpr { kind, vague: true, ..TimeExpr::of(Point::of(None, Part::Unknown)) },
    };
    if expression.start.part == Part::Unknown && !expression.vague {
        expression.start.clock = None;
    }
    Some((expression, c.at))
}

/// Skips a month and a day of the moon: 八月十五, 初一, 廿八.
fn lunar(c: &mut Cursor<'_>, lexicon: &Lexicon) {
    c.attempt(|c| {
        c.take_word(&["閏", "闰"]);
        if c.take_word(&["正月", "臘月", "腊月"]) {
            return Some(());
        }
        let (month, _) = c.number(lexicon, 12)?;
        c.take(&['月'])?;
        (month >= 1).then_some(())
    });
    c.attempt(|c| {
        c.take_word(&["初"]);
        c.number(lexicon, 30).map(|_| ())
    });
    clock_or_part(c, lexicon, false);
}

/// `今 (7) 日`: the day with its number in brackets.
fn bracketed_day(text: &str, lexicon: &Lexicon) -> Option<(TimeExpr, usize)> {
    let mut c = Cursor { text, at: 0 };
    let offset = match c.take(&['今', '昨', '明'])? {
        '今' => 0,
        '昨' => -1,
        _ => 1,
    };
    c.take(&['(', '（'])?;
    c.number(lexicon, 31)?;
    c.take(&[')', '）'])?;
    c.take(&['日'])?;
    Some((TimeExpr::of(Point::of(None, Part::Day(None, DayName::Offset(offset)))), c.at))
}

/// 第三季度, 前三季, 前10個月, 首9個月.
fn counted_part(c: &mut Cursor<'_>, lexicon: &Lexicon) -> Option<Part> {
    let lead = c.take(&['第', '前', '首'])?;
    let (n, _) = c.number(lexicon, 20)?;
    if lead == '第' {
        // plans run for five years from 1966, the third, on
        if c.take_word(&["個五年規劃", "个五年规划", "個五年計劃", "个五年计划"]) {
            let first = 1951 + 5 * i32::try_from(n).ok()?;
            return (n >= 3).then_some(Part::Years(first, first + 4));
        }
        c.take(&['季'])?;
        c.take_word(&["度"]);
        return (1..=4).contains(&n).then_some(Part::Quarter(n));
    }
    if c.take_word(&["個季度", "个季度", "季度", "季"]) {
        return (1..=4).contains(&n).then_some(Part::FirstMonths(n * 3));
    }
    if c.take_word(&["個月", "个月", "月"]) {
        return (1..=12).contains(&n).then_some(Part::FirstMonths(n));
    }
    None
}

/// A weekday's number, Monday is 0.
fn weekday(c: &mut Cursor<'_>) -> Option<u32> {
    let day = match c.peek()? {
        '一' => 0,
        '二' => 1,
        '三' => 2,
        '四' => 3,
        '五' => 4,
        '六' => 5,
        '日' | '天' => 6,
        _ => return None,
    };
    let length = c.peek()?.len_utf8();
    let next = c.rest().get(length..)?.chars().next();
    // 周一一 and 周三十 are no weekdays
    if next.is_some_and(|c| scale(c).is_some()) {
        return None;
    }
    c.at += length;
    Some(day)
}

/// A weekday with the day in brackets beside it, from which it takes its date.
fn weekday_point(c: &mut Cursor<'_>, week: Option<i64>, day: u32, lexicon: &Lexicon) -> TimeExpr {
    let mut look = *c;
    let dated = bracketed_date(&mut look, lexicon);
    let mut point = Point::of(None, dated.unwrap_or(Part::Weekday(week, day)));
    if dated.is_none() {
        point.clock = clock_or_part(c, lexicon, false);
    }
    TimeExpr::of(point)
}

/// The day in brackets: （28日）, （5月4日）.
fn bracketed_date(c: &mut Cursor<'_>, lexicon: &Lexicon) -> Option<Part> {
    c.attempt(|c| {
        c.take(&['(', '（'])?;
        let (n, _) = c.number(lexicon, 31)?;
        let (month, n) = if c.take(&['月']).is_some() {
            (Some(MonthName::Number(n).month_in_range()?), c.number(lexicon, 31)?.0)
        } else {
            (None, n)
        };
        c.take(&['日', '號', '号'])?;
        c.take(&[')', '）'])?;
        Some(Part::Day(month, DayName::Number(n)))
    })
}

impl MonthName {
    fn month_in_range(self) -> Option<Self> {
        match self {
            Self::Number(1..=12) | Self::Offset(_) => Some(self),
            Self::Number(_) => None,
        }
    }
}

/// What may follow a year: a month, a half, a quarter, an end.
fn year_tail(c: &mut Cursor<'_>, year: Option<YearName>, lexicon: &Lexicon) -> Point {
    let whole = Point::of(year, Part::Year);
    let skip = blanks(c.rest());
    let Some(first) = c.rest().get(skip..).and_then(|rest| rest.chars().next()) else { return whole };
    if arabic(first).is_some() || chinese(first).is_some() || matches!(first, '十') {
        let month = c.attempt(|c| {
            let (n, _) = c.number(lexicon, 12)?;
            // 2023年1至9月: the month comes behind the range
            let mut look = *c;
            let ranged = look.attempt(|c| {
                range_mark(c)?;
                c.number(lexicon, 12)?;
                c.take(&['月'])
            });
            if ranged.is_some() {
                return (n >= 1).then_some(Point::of(year, Part::Month(MonthName::Number(n))));
            }
            if c.take(&['月']).is_some() {
                return (n >= 1).then_some(month_tail(c, year, MonthName::Number(n), lexicon));
            }
            c.take(&['季'])?;
            c.take_word(&["度"]);
            (1..=4).contains(&n).then_some(Point::of(year, Part::Quarter(n)))
        });
        return month.unwrap_or(whole);
    }
    let part = c.attempt(|c| match first {
        '上' | '下' => {
            let half = if c.take_word(&["上半年"]) {
                Some(1)
            } else if c.take_word(&["下半年"]) {
                Some(2)
            } else {
                None
            };
            Some(Point::of(year, Part::Half(half?)))
        }
        '第' | '前' | '首' => {
            if c.take_word(&["首季度", "首季"]) {
                return Some(Point::of(year, Part::Quarter(1)));
            }
            Some(Point::of(year, counted_part(c, lexicon)?))
        }
        '底' | '末' => {
            c.at += first.len_utf8();
            Some(Point { edge: Edge::End, ..whole })
        }
        '初' => {
            c.at += first.len_utf8();
            Some(Point { edge: Edge::Start, ..whole })
        }
        '年' => {
            if c.take_word(&["年底", "年末"]) {
                Some(Point { edge: Edge::End, ..whole })
            } else if c.take_word(&["年初"]) {
                Some(Point { edge: Edge::Start, ..whole })
            } else {
                None
            }
        }
        '全' => c.take_word(&["全年"]).then_some(whole),
        '同' => c.take_word(&["同期"]).then_some(Point::of(year, Part::Unknown)),
        '度' => c.take_word(&["度"]).then_some(whole),
        _ => None,
    });
    part.unwrap_or(whole)
}

/// What may follow a month: a day, ten days, an end.
fn month_tail(c: &mut Cursor<'_>, year: Option<YearName>, month: MonthName, lexicon: &Lexicon) -> Point {
    let whole = Point::of(year, Part::Month(month));
    if c.take_word(&["份"]) {
        return whole;
    }
    let day = c.attempt(|c| {
        let (n, _) = c.number(lexicon, 31)?;
        let mut look = *c;
        // 八月二十至二十三日: the day comes behind the range
        let ranged = look.attempt(|c| {
            range_mark(c)?;
            c.number(lexicon, 31)?;
            c.take(&['日', '號', '号'])
        });
        if c.take(&['日', '號', '号']).is_none() && ranged.is_none() {
            return None;
        }
        let mut point = Point::of(year, Part::Day(Some(month), DayName::Number(n)));
        if ranged.is_none() {
            point.clock = clock_or_part(c, lexicon, false);
        }
        (1..=31).contains(&n).then_some(point)
    });
    if let Some(point) = day {
        return point;
    }
    for (word, third) in [("上旬", 1), ("中旬", 2), ("下旬", 3)] {
        if c.take_word(&[word]) {
            return Point::of(year, Part::TenDays(month, third));
        }
    }
    if c.take_word(&["底", "末"]) {
        return Point { edge: Edge::End, ..whole };
    }
    if c.take_word(&["初"]) {
        return Point { edge: Edge::Start, ..whole };
    }
    whole
}

/// Reads on behind a numeral of `length` bytes at the start of `text`: 年, 月, 日, 時 decide that it is a time.
pub(crate) fn from_numeral(
    text: &str,
    numeral: &Numeral,
    length: usize,
    lexicon: &Lexicon,
) -> Option<(TimeExpr, usize)> {
    let n = if numeral.spread == Spread::None { numeral.plain()? } else { return None };
    let mut c = Cursor { text, at: length };
    c.at += blanks(c.rest());
    let next = c.peek()?;
    let point = match next {
        '年' => {
            c.at += next.len_utf8();
            let year = calendar_year(numeral);
            let rest = c.rest();
            if let Some(year) = year {
                if rest.starts_with("期") {
                    return None;
                }
                year_tail(&mut c, Some(YearName::Number(year)), lexicon)
            } else if rest.starts_with("代")
                && !rest.starts_with("代價")
                && !rest.starts_with("代价")
                && !rest.starts_with("代理")
                && !rest.starts_with("代表")
                && n % 10 == 0
                && (n < 100 || calendar_year(numeral).is_some())
            {
                c.at += "代".len();
                let start = i32::try_from(if n >= 100 {
                    n
                } else if n >= 30 {
                    1900 + n
                } else {
                    2000 + n
                })
                .ok()?;
                Point::of(None, Part::Years(start, start + 9))
            } else if numeral.digits == 2 && !numeral.point {
                short_year(&mut c, n, numeral, lexicon)?
            } else {
                return None;
            }
        }
        '月' if (1..=12).contains(&n) && numeral.notation != Notation::Mixed => {
            c.at += next.len_utf8();
            month_tail(&mut c, None, MonthName::Number(n), lexicon)
        }
        '日' | '號' | '号' if (1..=31).contains(&n) => {
            if !bare_day(&c, numeral, lexicon, next) {
                return None;
            }
            c.at += next.len_utf8();
            let mut point = Point::of(None, Part::Day(None, DayName::Number(n)));
            point.clock = clock_or_part(&mut c, lexicon, false);
            point
        }
        '時' | '时' | '點' | '点' if n <= 24 => {
            c.at = 0;
            let mut point = Point::of(None, Part::Day(None, DayName::Last(0)));
            point.clock = Some(clock(&mut c, lexicon, false)?);
            point
        }
        '季' if (1..=4).contains(&n) && c.rest().starts_with("季度") => {
            c.at += "季度".len();
            Point::of(None, Part::Quarter(n))
        }
        '世' if (1..=30).contains(&n) => {
            if !c.take_word(&["世紀", "世纪"]) {
                return None;
            }
            let start = i32::try_from(n * 100 - 100).ok()?;
            Point::of(None, Part::Years(start, start + 99))
        }
        _ => return number_range(text, numeral, length, lexicon),
    };
    Some(complete(TimeExpr::of(point), text, c.at, lexicon))
}

/// 21年 is a year where a month or 以來 follows, 九七年 where it is written digit by digit; else it is a duration.
fn short_year(c: &mut Cursor<'_>, n: u32, numeral: &Numeral, lexicon: &Lexicon) -> Option<Point> {
    let century = if n > 50 { 1900 } else { 2000 };
    let year = YearName::Number(i32::try_from(century + n).ok()?);
    let point = year_tail(c, Some(year), lexicon);
    let digit_by_digit = numeral.notation == Notation::Chinese && numeral.digits == 2;
    let dated = point.part != Part::Year;
    (dated || digit_by_digit || c.rest().starts_with("以來") || c.rest().starts_with("以来")).then_some(point)
}

/// Whether a number before 日 or 號 is a day of the month, not a duration, a currency or a place in a row.
fn bare_day(c: &Cursor<'_>, numeral: &Numeral, lexicon: &Lexicon, sign: char) -> bool {
    let rest = c.rest();
    if lexicon.entry(rest).is_some_and(|(_, length)| length > sign.len_utf8()) {
        return false;
    }
    let after = rest.get(sign.len_utf8()..).unwrap_or_default();
    if matches!(sign, '號' | '号') {
        return false;
    }
    // 三日 in words is a duration as often as a date
    if numeral.notation == Notation::Chinese && numeral.digits > 0 {
        return false;
    }
    let limited = ["以上", "以下", "以內", "以内"].iter().any(|word| after.starts_with(word));
    !limited && !after.starts_with(['均', '內', '内', '游', '遊', '線', '线', '之', '餘', '余', '多'])
}

/// 1至9月, 15至20日, 2021-2025年.
fn number_range(text: &str, first: &Numeral, length: usize, lexicon: &Lexicon) -> Option<(TimeExpr, usize)> {
    let n = first.plain()?;
    let mut c = Cursor { text, at: length };
    if first.scaled() && first.notation == Notation::Mixed
        || c.rest().len() > 3 && !c.rest().trim_start().starts_with(RANGE_MARKS)
    {
        return None;
    }
    range_mark(&mut c)?;
    let (m, second) = c.number(lexicon, 2999)?;
    // 2008—2018, 2023-2024學年
    let years = calendar_year(first).zip(calendar_year(&second)).filter(|(a, b)| a < b && (1900..2100).contains(a));
    let bare = c.peek().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '-' | '/' | '%' | '％' | '‰' | '.' | ','));
    if years.is_some() && (c.take_word(&["學年", "学年", "年度", "賽季", "赛季"]) || bare) {
        let year = |n: u32| i32::try_from(n).ok().map(|n| Point::of(Some(YearName::Number(n)), Part::Year));
        let expression = TimeExpr { kind: TimeKind::Range, end: year(m), ..TimeExpr::of(year(n)?) };
        return Some((expression, c.at));
    }
    let sign = c.take(&['年', '月', '日'])?;
    let number = |n: u32| i32::try_from(n).ok().map(YearName::Number);
    let (start, end) = match sign {
        '年' => {
            calendar_year(first)?;
            let last =
                if second.digits == 2 { n / 100 * 100 + m } else { u32::try_from(calendar_year(&second)?).ok()? };
            (Point::of(number(n), Part::Year), Point::of(number(last), Part::Year))
        }
        '月' if (1..=12).contains(&n) && (1..=12).contains(&m) => {
            let month = |n| Point::of(None, Part::Month(MonthName::Number(n)));
            (month(n), month_tail(&mut c, None, MonthName::Number(m), lexicon))
        }
        '日' if (1..=31).contains(&n) && (1..=31).contains(&m) && n < m => {
            let day = |n| Point::of(None, Part::Day(None, DayName::Number(n)));
            (day(n), day(m))
        }
        _ => return None,
    };
    let expression = TimeExpr { kind: TimeKind::Range, end: Some(end), ..TimeExpr::of(start) };
    let (relation, open, at) = relation(text, c.at);
    Some((TimeExpr { relation, open, ..expression }, at))
}

/// Adds what follows a point: the other end of a range, and a relation.
fn complete(mut expression: TimeExpr, text: &str, length: usize, lexicon: &Lexicon) -> (TimeExpr, usize) {
    let mut c = Cursor { text, at: length };
    if let Some((end, calendar)) = c.attempt(|c| range_end(c, &expression, lexicon)) {
        expression.end = Some(end);
        expression.kind = TimeKind::Range;
        expression.calendar = if calendar == Calendar::Gregorian { expression.calendar } else { calendar };
    }
    let (relation, open, at) = relation(text, c.at);
    if relation != Relation::On {
        (expression.relation, expression.open) = (relation, open);
    }
    (expression, at)
}

/// The other end of a range that `first` begins: 至29日, —2017年, 至清晨5時.
fn range_end(c: &mut Cursor<'_>, first: &TimeExpr, lexicon: &Lexicon) -> Option<(Point, Calendar)> {
    range_mark(c)?;
    // 至今 and 至少 are something else
    if c.rest().starts_with(['今', '少', '多']) {
        return None;
    }
    let rest = c.rest();
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        if let Some((point, length)) = numeric(rest) {
            c.at += length;
            return Some((point.start, Calendar::Gregorian));
        }
    }
    let start = &first.start;
    let skip = blanks(rest);
    let read = numeral::read(rest.get(skip..)?, lexicon).ok().flatten();
    if let Some((numeral, length)) = read {
        let n = numeral.plain()?;
        let mut inner = Cursor { text: c.text, at: c.at + skip + length };
        let sign = inner.take(&['年', '月', '日', '號', '号', '時', '时', '點', '点', '季'])?;
        let point = match sign {
            '年' => year_tail(&mut inner, Some(YearName::Number(calendar_year(&numeral)?)), lexicon),
            '月' if (1..=12).contains(&n) => month_tail(&mut inner, start.year, MonthName::Number(n), lexicon),
            '日' | '號' | '号' if (1..=31).contains(&n) => {
                let month = match start.part {
                    Part::Day(month, _) => month,
                    Part::Month(month) => Some(month),
                    _ => None,
                };
                let mut point = Point::of(start.year, Part::Day(month, DayName::Number(n)));
                point.clock = clock(&mut inner, lexicon, false);
                point
            }
            '時' | '时' | '點' | '点' if start.clock.is_some() && n <= 24 => {
                // 下午1點至2點: the second hour goes with the first
                let noon = start.clock.is_some_and(|(hour, ..)| hour >= 12) && n < 12;
                let mut full = Cursor { text: c.text, at: c.at };
                let at = clock(&mut full, lexicon, noon);
                if at.is_some() {
                    inner.at = full.at;
                }
                Point { clock: Some(at.unwrap_or((if noon { n + 12 } else { n }, 0, 0))), ..*start }
            }
            '季' if matches!(start.part, Part::Quarter(_)) && (1..=4).contains(&n) => {
                inner.take_word(&["度"]);
                Point::of(start.year, Part::Quarter(n))
            }
            _ => return None,
        };
        c.at = inner.at;
        return Some((point, Calendar::Gregorian));
    }
    if start.clock.is_some() {
        // 凌晨12時至清晨5時
        let mut inner = *c;
        if let Some(at) = clock(&mut inner, lexicon, false) {
            let point = Point { clock: Some(at), ..*start };
            *c = inner;
            return Some((point, Calendar::Gregorian));
        }
    }
    let (expression, length) = word_point(rest, lexicon)?;
    if expression.vague {
        return None;
    }
    c.at += length;
    Some((expression.start, expression.calendar))
}

/// The relation that stands at `at`, whether its open side stays open, and where it ends.
fn relation(text: &str, at: usize) -> (Relation, bool, usize) {
    match relations().longest(text.get(at..).unwrap_or_default()) {
        Some((Some((relation, open)), length)) => (*relation, *open, at + length),
        _ => (Relation::On, false, at),
    }
}

/// The relation that makes a duration a time: 來, 前, 後.
pub(crate) fn duration_relation(text: &str) -> Option<(Relation, usize)> {
    match relation(text, 0) {
        (Relation::Since, false, length) => Some((Relation::Since, length)),
        (relation @ (Relation::Before | Relation::After), _, length) => Some((relation, length)),
        _ => None,
    }
}

/// A time.
///
/// ```text
/// time     = point [range point] [relation]
/// point    = date | year [part] | part | day [clock] | week [weekday] | clock
/// relation = 以來 | 起 | 前 | 後 | 期間 | …
/// ```
///
/// `去年10月底` is 31 October of last year, `1至9月` runs from January to September; `三年` is a duration, so an error here.
///
/// # Errors
///
/// A recoverable error where no time begins.
pub fn time<'t, E>(lexicon: &Lexicon) -> impl Parser<&'t str, Output = TimeExpr, Error = E>
where
    E: ParseError<&'t str> + FromExternalError<&'t str, GrammarError>,
{
    move |input: &'t str| lift(input, Ok(read(input, lexicon)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Anchor;
    use alloc::string::{String, ToString};
    use chrono::NaiveDate;

    fn show(text: &str) -> String {
        let anchor = Anchor {
            last_day: NaiveDate::from_ymd_opt(2023, 9, 18),
            ..Anchor::on(NaiveDate::from_ymd_opt(2023, 9, 20))
        };
        let Some((expression, length)) = read(text, &Lexicon::default()) else { return "none".to_string() };
        let time = expression.resolve(&anchor);
        let end = |m: Option<crate::time::Moment>| m.map_or("-".to_string(), |m| m.to_string());
        alloc::format!(
            "{} {} {}~{}|{}",
            time.kind.name(),
            time.relation.name(),
            end(time.from),
            end(time.to),
            &text[length..]
        )
    }

    #[test]
    fn reads_and_resolves() {
        for (text, want) in [
            ("2023年9月20日，", "day on 2023-09-20~2023-09-20|，"),
            ("2023-09-20 19:32:21 來源", "datetime on 2023-09-20T19:32:21~2023-09-20T19:32:21| 來源"),
            ("2019/04/24", "day on 2019-04-24~2019-04-24|"),
            ("21-04-2024 13:31", "datetime on 2024-04-21T13:31:00~2024-04-21T13:31:00|"),
            ("23-07-30 09:03，", "datetime on 2023-07-30T09:03:00~2023-07-30T09:03:00|，"),
            ("9月20日電", "day on 2023-09-20~2023-09-20|電"),
            ("12月9日", "day on 2022-12-09~2022-12-09|"),
            ("11月1日起訴", "day on 2023-11-01~2023-11-01|起訴"),
            ("15日", "day on 2023-09-15~2023-09-15|"),
            ("28日", "day on 2023-08-28~2023-08-28|"),
            ("今年以來，", "year since 2023-01-01~2023-09-20|，"),
            ("2021年以来", "year since 2021-01-01~2023-09-20|"),
            ("今年10月1日前開", "day before -~2023-10-01|開"),
            ("去年10月底", "month on 2022-10-31~2022-10-31|"),
            ("2023年5月底前", "month before -~2023-05-31|"),
            ("7月中旬", "ten_days on 2023-07-11~2023-07-20|"),
            ("今年上半年", "half on 2023-01-01~2023-06-30|"),
            ("第三季營收", "quarter on 2023-07-01~2023-09-30|營收"),
            ("前三季度", "range on 2023-01-01~2023-09-30|"),
            ("1至9月，", "range on 2023-01-01~2023-09-30|，"),
            ("今年1月至6月", "range on 2023-01-01~2023-06-30|"),
            ("7月25日至29日", "range on 2023-07-25~2023-07-29|"),
            ("八月二十至二十三日舉", "range on 2023-08-20~2023-08-23|舉"),
            ("2013年至2017年", "range on 2013-01-01~2017-12-31|"),
            ("2021-2025年", "range on 2021-01-01~2025-12-31|"),
            ("昨日", "day on 2023-09-19~2023-09-19|"),
            ("上週五", "day on 2023-09-15~2023-09-15|"),
            ("週五（28日）", "day on 2023-08-28~2023-08-28|（28日）"),
            ("中午12時50分", "datetime on 2023-09-18T12:50:00~2023-09-18T12:50:00|"),
            ("下午5点钟", "datetime on 2023-09-18T17:00:00~2023-09-18T17:00:00|"),
            ("25日20时至26日20时", "range on 2023-09-25T20:00:00~2023-09-26T20:00:00|"),
            ("凌晨12时至清晨5时", "range on 2023-09-18T00:00:00~2023-09-18T05:00:00|"),
            ("民國104年11月", "month on 2015-11-01~2015-11-30|"),
            ("Q3營收", "quarter on 2023-07-01~2023-09-30|營收"),
            ("今 (7) 日", "day on 2023-09-20~2023-09-20|"),
            ("9日上午，", "day on 2023-09-09~2023-09-09|，"),
            ("9日早前", "day on 2023-09-09~2023-09-09|早前"),
            ("今天（20日）下午5点钟", "datetime on 2023-09-20T17:00:00~2023-09-20T17:00:00|"),
            ("二〇二三年", "year on 2023-01-01~2023-12-31|"),
            ("21年5月", "month on 2021-05-01~2021-05-31|"),
            ("三年多來", "none"),
            ("21年", "none"),
            ("2月30日", "day on -~-|"),
            ("1937名", "none"),
            ("90年代", "decade on 1990-01-01~1999-12-31|"),
            ("766點", "none"),
            ("3點", "none"),
            ("近日", "day on -~-|"),
        ] {
            assert_eq!(show(text), want, "{text}");
        }
    }
}
