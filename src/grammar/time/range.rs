//! Times with two ends: 1至6月, 15日至20日, 2021-2025年, 下午5時至6時.

use super::clock::{Clock, clock};
use super::cursor::Cursor;
use super::point::{FISCAL, dated, month_tail, numeric_point, year_tail};
use super::words::Hours;
use super::year::calendar_year;
use super::{Given, relation, word_point};
use crate::chars::{RANGE_MARKS, is_digit};
use crate::grammar::numeral::{Notation, Numeral};
use crate::lexer;
use crate::time::{Calendar, DayName, MonthName, Part, Point, TimeExpr, TimeKind, YearName};

/// 1至9月, 15至20日, 2021-2025年.
pub(super) fn number_range(input: lexer::Cursor<'_>, first: &Numeral, length: usize) -> Option<(TimeExpr, usize)> {
    let n = first.plain()?;
    let mut c = Cursor::new(input, length);
    if first.scaled() && first.notation == Notation::Mixed
        || c.rest().len() > 3 && !c.rest().trim_start().starts_with(RANGE_MARKS)
    {
        return None;
    }
    c.range_mark()?;
    c.skip_blanks();
    let (second, length) = c.numeral()?;
    let m = second.plain().filter(|m| *m <= 2999)?;
    c.at += length;
    // 2008—2018
    let years = calendar_year(first).zip(calendar_year(&second)).filter(|(a, b)| a < b && (1900..2100).contains(a));
    let bare = c.peek().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '-' | '/' | '%' | '％' | '‰' | '.' | ','));
    if years.is_some() && (c.take_word(&FISCAL) || bare) {
        let year = |n: u32| i32::try_from(n).ok().map(|n| Point::of(Some(YearName::Number(n)), Part::Year));
        let expression = TimeExpr { kind: TimeKind::Range, end: year(m), ..TimeExpr::of(year(n)?) };
        return Some((expression, c.at));
    }
    let sign = c.take(&['年', '月', '日', '号'])?;
    let number = |n: u32| i32::try_from(n).ok().map(YearName::Number);
    let (start, end) = match sign {
        '年' => {
            calendar_year(first)?;
            let last =
                if second.digits == 2 { n / 100 * 100 + m } else { u32::try_from(calendar_year(&second)?).ok()? };
            (Point::of(number(n), Part::Year), year_tail(&mut c, number(last)))
        }
        '月' if (1..=12).contains(&n) && (1..=12).contains(&m) => {
            let month = |n| Point::of(None, Part::Month(MonthName::Number(n)));
            (month(n), month_tail(&mut c, None, MonthName::Number(m)))
        }
        '日' | '号' if (1..=31).contains(&n) && (1..=31).contains(&m) && n < m => {
            let day = |n| Point::of(None, Part::Day(None, DayName::Number(n)));
            (day(n), day(m))
        }
        _ => return None,
    };
    let expression = TimeExpr { kind: TimeKind::Range, end: Some(end), ..TimeExpr::of(start) };
    let (relation, open, at) = relation(input, c.at);
    Some((TimeExpr { relation, open, ..expression }, at))
}

/// 七八月份, 三四月間: two months beside each other.
pub(super) fn neighbouring_months(
    input: lexer::Cursor<'_>,
    numeral: &Numeral,
    length: usize,
) -> Option<(TimeExpr, usize)> {
    let mut c = Cursor::new(input, length);
    c.take(&['月'])?;
    c.take_word(&["份"]);
    let month = |n: u32| Point::of(None, Part::Month(MonthName::Number(n)));
    let small = |n: crate::grammar::exact::Exact| n.small().filter(|n| (1..=12).contains(n));
    let (first, last) = (small(numeral.low)?, small(numeral.high)?);
    let expression = TimeExpr { kind: TimeKind::Range, end: Some(month(last)), ..TimeExpr::of(month(first)) };
    Some(super::complete(expression, input, c.at))
}

/// The other end of a range that `first` begins: 至29日, —2017年, 和2月3日之間.
pub(super) fn range_end(c: &mut Cursor<'_>, first: &TimeExpr) -> Option<(Point, Calendar)> {
    let between = matches!(c.peek(), Some('和' | '与'));
    let found = last_point(c, first)?;
    (!between || c.take_word(&["之间"])).then_some(found)
}

/// The point behind a range mark, or behind 和.
pub(super) fn last_point(c: &mut Cursor<'_>, first: &TimeExpr) -> Option<(Point, Calendar)> {
    let relation_first = c.attempt(|c| c.take_word(&["起", "开始"]).then_some(()));
    // 1月15日和2月3日之間: a range where 之間 follows
    if c.take(&['和', '与']).is_none() {
        c.range_mark()?;
    }
    // 至今 and 至少 are something else
    let now = c.rest().starts_with('今') && c.time_word().is_none_or(|(_, length)| length == '今'.len_utf8());
    if now || c.rest().starts_with(['少', '多']) || relation_first.is_some() && first.kind == TimeKind::Set {
        return None;
    }
    c.skip_blanks();
    let start = &first.start;
    let point = signed_end(c, start).or_else(|| clock_end(c, start)).or_else(|| weekday_end(c, start));
    if let Some(point) = point {
        return Some((point, Calendar::Gregorian));
    }
    if let Some((numeral, length)) = c.numeral() {
        let mut inner = Cursor { at: c.at + length, ..*c };
        let point = numbered_end(&mut inner, first, &numeral)?;
        c.at = inner.at;
        return Some((point, Calendar::Gregorian));
    }
    let (expression, length) = word_point(c.here())?;
    if expression.vague || expression.kind == TimeKind::Set {
        return None;
    }
    c.at += length;
    let mut point = expression.start;
    // 去年上半年至下半年
    if point.year.is_none() && matches!(point.part, Part::Half(_) | Part::Quarter(_)) {
        point.year = start.year;
    }
    Some((point, expression.calendar))
}

/// A date or clock of digits and signs at the end of a range.
fn signed_end(c: &mut Cursor<'_>, start: &Point) -> Option<Point> {
    if !c.rest().starts_with(is_digit) {
        return None;
    }
    c.attempt(numeric_point).map(|point| with_day_of(point, start))
}

/// 下午1點至2點: the second hour goes with the first; 凌晨12時至清晨5時 has its own part of the day.
fn clock_end(c: &mut Cursor<'_>, start: &Point) -> Option<Point> {
    start.clock?;
    let own = Hours::at(c.rest()).is_some();
    let at = c.attempt(|c| clock(c, Given::Day))?;
    Some(Point { clock: Some(if own { at } else { after(start.clock, at) }), ..*start })
}

/// 週一至五.
fn weekday_end(c: &mut Cursor<'_>, start: &Point) -> Option<Point> {
    let Part::Weekday(week, _) = start.part else { return None };
    let day = if start.clock.is_none() { c.attempt(super::point::weekday) } else { None };
    day.map(|day| Point::of(None, Part::Weekday(week, day)))
}

/// The end of a range by its number; `c` is behind it: 至2017年, 至3月, 至29日, 至四季度.
fn numbered_end(c: &mut Cursor<'_>, first: &TimeExpr, numeral: &Numeral) -> Option<Point> {
    let start = &first.start;
    let n = numeral.plain()?;
    Some(match c.take(&['年', '月', '日', '号', '季'])? {
        '年' => {
            let republic = first.calendar == Calendar::Minguo && n < 200;
            let minguo = || i32::try_from(n).ok().filter(|_| republic).map(|n| n + 1911);
            let year = calendar_year(numeral).or_else(minguo).or_else(|| short_end(start, n, numeral))?;
            year_tail(c, Some(YearName::Number(year)))
        }
        '月' if (1..=12).contains(&n) => {
            // 9月28日至10月3日 and 去年10月至3月: the year may turn
            let year = start.year.filter(|_| start.month().is_none_or(|month| month <= n));
            month_tail(c, year, MonthName::Number(n))
        }
        '日' | '号' if (1..=31).contains(&n) => {
            let month = match start.part {
                Part::Day(month, _) => month,
                Part::Month(month) => Some(month),
                _ => None,
            };
            dated(c, Point::of(start.year, Part::Day(month, DayName::Number(n))))
        }
        '季' if matches!(start.part, Part::Quarter(_)) && (1..=4).contains(&n) => {
            c.take_word(&["度"]);
            Point::of(start.year, Part::Quarter(n))
        }
        _ => return None,
    })
}

/// The year of the second end where only two digits are written: 1985年至89年.
pub(super) fn short_end(start: &Point, n: u32, numeral: &Numeral) -> Option<i32> {
    let Some(YearName::Number(first)) = start.year else { return None };
    let year = first - first.rem_euclid(100) + i32::try_from(n).ok()?;
    (numeral.digits == 2 && year > first).then_some(year)
}

/// A clock of digits at the end of a range lies on the day of its start, and behind it.
pub(super) fn with_day_of(point: Point, start: &Point) -> Point {
    match (point.part, point.clock) {
        (Part::Day(None, DayName::Last(0)), Some(at)) => Point { clock: Some(after(start.clock, at)), ..*start },
        _ => point,
    }
}

/// The hour of a second clock that goes with the first: 下午5時至6時.
pub(super) fn after(first: Option<Clock>, second: Clock) -> Clock {
    let late = (second.0 + 12, second.1, second.2);
    if first.is_some_and(|first| first.0 >= 12 && second.0 < 12 && late > first) { late } else { second }
}
