//! What may follow a year, a month, a day or a week: `2023年` 9月, `9月` 20日, `20日` 星期三, `上週` 五.

use super::clock::{Given, clock, clock_or_part, numeric};
use super::cursor::Cursor;
use super::words::Word;
use crate::chars::{blanks, chinese, is_digit, scale};
use crate::time::{DayName, Edge, Feast, MonthName, Moon, MoonDay, Part, Point, YearName};

/// What may follow a year: a month, a half, a quarter, an end, a festival.
pub(super) fn year_tail(c: &mut Cursor<'_>, year: Option<YearName>) -> Point {
    let whole = Point::of(year, Part::Year);
    let rest = c.rest();
    let Some(first) = rest.get(blanks(rest)..).and_then(|rest| rest.chars().next()) else { return whole };
    // 2021年的第二週
    let of = c.attempt(|c| {
        c.take(&['的'])?;
        matches!(c.peek()?, '第' | '前' | '首' | '头').then_some(())?;
        year_part(c, year)
    });
    if let Some(point) = of {
        return point;
    }
    // 今年五一, 去年七夕
    let festive = c.attempt(|c| {
        c.skip_blanks();
        festival(c, year)
    });
    if let Some(point) = festive {
        return point;
    }
    if is_digit(first) || chinese(first).is_some() || matches!(first, '十') {
        return c.attempt(|c| numbered(c, year)).unwrap_or(whole);
    }
    if c.take_word(&SEASONS) {
        return Point::of(year, Part::Season);
    }
    if !PART_STARTS.contains(first) {
        return whole;
    }
    let part = c.attempt(|c| {
        let blank = blanks(c.rest()) > 0;
        c.skip_blanks();
        // behind a blank only a whole word goes on: 2022年 上半年
        let whole_word = APART.iter().any(|word| c.rest().starts_with(word));
        if blank && !whole_word { None } else { year_part(c, year) }
    });
    part.unwrap_or(whole)
}

/// What may follow a year and a blank.
const APART: [&str; 10] = ["上半年", "下半年", "第", "首季", "年底", "年初", "年末", "全年", "Q", "首月"];

/// The first characters of what may follow a year by a word.
const PART_STARTS: &str = "头岁份Q元中上下第前首底末初年全同度闰闰农农阴阴旧旧夏正腊腊";

/// Seasons; 春 and 秋 alone are parts of words.
const SEASONS: [&str; 8] = ["春季", "夏季", "秋季", "冬季", "春天", "夏天", "秋天", "冬天"];

/// A month, quarter or slashed day by its number: 9月, 三季度, 08/05.
fn numbered(c: &mut Cursor<'_>, year: Option<YearName>) -> Option<Point> {
    // 2005年08/05
    let slashed = c.attempt(|c| {
        c.skip_blanks();
        let month = super::clock::digits(c, 1, 2).filter(|n| (1..=12).contains(n))?;
        c.take_word(&["/", "-"]).then_some(())?;
        let day = super::clock::digits(c, 1, 2).filter(|n| (1..=31).contains(n))?;
        c.peek().is_none_or(|next| !next.is_alphanumeric() && !matches!(next, '/' | '-' | '.' | '%')).then_some(())?;
        Some(Point::of(year, Part::Day(Some(MonthName::Number(month)), DayName::Number(day))))
    });
    if slashed.is_some() {
        return slashed;
    }
    let n = c.small(12)?;
    // 2023年1至9月, 2023年1、2月: the month comes behind the last number
    let ranged = c.look(|c| {
        c.take(&['、']).or_else(|| c.range_mark().map(|()| '至'))?;
        c.small(12)?;
        c.take(&['月'])
    });
    if ranged.is_some() {
        return (n >= 1).then_some(Point::of(year, Part::Month(MonthName::Number(n))));
    }
    if c.take(&['月']).is_some() {
        return (n >= 1).then(|| month_tail(c, year, MonthName::Number(n)));
    }
    c.take(&['季'])?;
    c.take_word(&["度"]);
    (1..=4).contains(&n).then_some(Point::of(year, Part::Quarter(n)))
}

/// Parts of a year that are words by themselves, the longer ones first.
const PARTS: [(&str, Part); 10] = [
    ("上半年", Part::Half(1)),
    ("下半年", Part::Half(2)),
    ("首半年", Part::Half(1)),
    ("首季度", Part::Quarter(1)),
    ("首季", Part::Quarter(1)),
    ("末季度", Part::Quarter(4)),
    ("末季", Part::Quarter(4)),
    ("首月", Part::Month(MonthName::Number(1))),
    ("同期", Part::SamePeriod),
    ("同月", Part::SamePeriod),
];

/// A part of the year by a word: 上半年, 第三季度, 年底, 農曆八月, 春節.
fn year_part(c: &mut Cursor<'_>, year: Option<YearName>) -> Option<Point> {
    let whole = Point::of(year, Part::Year);
    if let Some((word, part)) = PARTS.iter().find(|(word, _)| c.rest().starts_with(word)) {
        c.at += word.len();
        return Some(Point::of(year, *part));
    }
    if c.take_word(&["元月"]) {
        return Some(month_tail(c, year, MonthName::Number(1)));
    }
    let quarter = c.attempt(|c| {
        c.take(&['Q'])?;
        c.small(4).filter(|n| *n > 0)
    });
    if let Some(quarter) = quarter {
        return Some(Point::of(year, Part::Quarter(quarter)));
    }
    if let Some(part) = c.attempt(counted_part) {
        let clock = if matches!(part, Part::YearDay(_)) { clock_or_part(c, Given::Day) } else { None };
        return Some(Point { clock, ..Point::of(year, part) });
    }
    // 2021年份
    if c.attempt(|c| (c.take_word(&["份"]) && !c.rest().starts_with(['额', '子'])).then_some(())).is_some() {
        return Some(whole);
    }
    if let Some(edge) = c.attempt(year_edge) {
        return Some(Point { edge, ..whole });
    }
    if c.take_word(&["全年", "度"]) {
        return Some(whole);
    }
    let moon = c.attempt(lunar_date)?;
    Some(dated(c, Point::of(year, Part::Moon(moon))))
}

/// An end or the middle of a year behind it: 去年年中, 年底, 今年初; 今年初中畢業 is something else.
fn year_edge(c: &mut Cursor<'_>) -> Option<Edge> {
    if c.take_word(&["年中"]) {
        return Some(Edge::Middle);
    }
    if c.take_word(&["中"]) {
        let ends = c.peek().is_none_or(|next| !next.is_alphanumeric() || "投完开竣动通前后以起".contains(next));
        return ends.then_some(Edge::Middle);
    }
    if c.take_word(&["年底", "年末", "年尾", "岁末", "底", "末"]) {
        return Some(Edge::End);
    }
    c.take_word(&["年初", "初"]).then_some(())?;
    (!c.peek().is_some_and(|next| "中步期衷始一二三审选赛".contains(next))).then_some(Edge::Start)
}

/// A festival of a year: 去年春節.
fn festival(c: &mut Cursor<'_>, year: Option<YearName>) -> Option<Point> {
    c.take(&['的']);
    let (word, length) = c.time_word()?;
    let Word::Feast(feast) = word else { return None };
    c.at += length;
    Some(feast_point(c, year, feast))
}

/// A festival with what follows it: 中秋節當晚8時, 佛誕翌日.
pub(super) fn feast_point(c: &mut Cursor<'_>, year: Option<YearName>, feast: Feast) -> Point {
    c.take_word(&["当日", "当天", "当晚", "当夜"]);
    let offset = if c.take_word(&["翌日", "次日"]) { 1 } else { -i64::from(c.take_word(&["前夕", "前夜"])) };
    let mut point = Point::of(year, Part::Feast(feast, offset));
    point.clock = clock_or_part(c, Given::Day);
    point
}

/// What a fiscal or school year is called.
pub(super) const FISCAL: [&str; 7] = ["财政年度", "会计年度", "财年", "学年度", "学年", "年度", "赛季"];

/// 第三季度, 前三季, 前10個月, 首9個月, 第37週, 前20天.
pub(super) fn counted_part(c: &mut Cursor<'_>) -> Option<Part> {
    let lead = c.take(&['第', '前', '首', '头'])?;
    let n = c.small(60).filter(|n| *n > 0)?;
    if lead == '第' {
        // plans run for five years from 1966, the third, on
        if c.take_word(&["个五年规划", "个五年计划"]) {
            let first = 1951 + 5 * i32::try_from(n).ok()?;
            return (n >= 3).then_some(Part::Years(first, first + 4));
        }
        if let Some(unit) = counted_unit(c) {
            return match unit {
                Unit::Week => (n <= 53).then_some(Part::NthWeek(None, n)),
                Unit::Day => Some(Part::YearDay(n)),
                Unit::Month => (n <= 12).then_some(Part::Month(MonthName::Number(n))),
            };
        }
        c.take(&['季'])?;
        c.take_word(&["度"]);
        return (1..=4).contains(&n).then_some(Part::Quarter(n));
    }
    if c.take_word(&["个季度", "季度", "季"]) {
        return (1..=4).contains(&n).then_some(Part::FirstMonths(n * 3));
    }
    if c.take_word(&["个月", "月"]) {
        return (1..=12).contains(&n).then_some(Part::FirstMonths(n));
    }
    match counted_unit(c)? {
        Unit::Day => Some(Part::FirstDays(None, n)),
        Unit::Week => Some(Part::FirstWeeks(n)),
        Unit::Month => None,
    }
}

enum Unit {
    Day,
    Week,
    Month,
}

/// What 第N or 前N counts in a year.
fn counted_unit(c: &mut Cursor<'_>) -> Option<Unit> {
    if c.take_word(&["个星期", "星期", "周", "个礼拜"]) {
        // 第三週年 is an anniversary
        return (!matches!(c.peek(), Some('年' | '期' | '岁'))).then_some(Unit::Week);
    }
    if c.take_word(&["个月"]) {
        return Some(Unit::Month);
    }
    c.take_word(&["天", "日"]).then_some(Unit::Day)
}

/// Whether 第N is a part of the year by itself, without a year before it.
pub(super) const fn stands_alone(part: Part) -> bool {
    matches!(part, Part::Quarter(_) | Part::FirstMonths(_) | Part::Years(..))
}

/// What may follow a month: a day, ten days, a week, an end.
pub(super) fn month_tail(c: &mut Cursor<'_>, year: Option<YearName>, month: MonthName) -> Point {
    let whole = Point::of(year, Part::Month(month));
    let named = c.take_word(&["份"]);
    if let Some(point) = c.attempt(|c| month_part(c, year, month)) {
        return point;
    }
    if named {
        return whole;
    }
    if let Some(point) = c.attempt(|c| month_day(c, year, month)) {
        return point;
    }
    // 10月中以來, 9月中前; 9月中標 is something else
    let middle = c.attempt(|c| {
        c.take(&['中'])?;
        let ends = c.peek().is_none_or(|next| !next.is_alphanumeric() || "前后以起至到".contains(next));
        ends.then_some(())
    });
    if middle.is_some() {
        return Point { edge: Edge::Middle, ..whole };
    }
    // 12月月底
    if c.take_word(&["月底", "月末", "月尾", "底", "末", "尾"]) {
        return Point { edge: Edge::End, ..whole };
    }
    if c.take_word(&["月初"]) {
        return Point { edge: Edge::Start, ..whole };
    }
    let start = c.attempt(|c| {
        c.take_word(&["初"]).then_some(())?;
        (!c.peek().is_some_and(|next| "中步期审选赛".contains(next))).then_some(())
    });
    if start.is_some() {
        return Point { edge: Edge::Start, ..whole };
    }
    whole
}

/// A day of a month, Gregorian or of the moon: 20日, 廿二, 二十至二十三日.
fn month_day(c: &mut Cursor<'_>, year: Option<YearName>, month: MonthName) -> Option<Point> {
    c.skip_blanks();
    // 九月廿二 and 正月初五 are days of the moon
    if let MonthName::Number(number) = month {
        let day = c.attempt(|c| {
            let marked = matches!(c.peek()?, '初' | '廿');
            let day = moon_day(c)?;
            let bare = !matches!(c.peek(), Some('日' | '号' | '至' | '到' | '-' | '—'));
            (marked && bare).then_some(day)
        });
        if let Some(day) = day {
            let moon = Moon { month: Some(number), leap: false, day: Some(day) };
            return Some(dated(c, Point::of(year, Part::Moon(moon))));
        }
    }
    let n = c.small(31).filter(|n| *n > 0)?;
    // 八月二十至二十三日, 5月2、3日: the day comes behind the last number
    let ranged = c.look(|c| {
        c.take(&['、']).or_else(|| c.range_mark().map(|()| '至'))?;
        c.small(31)?;
        c.take(&['日', '号'])
    });
    let point = Point::of(year, Part::Day(Some(month), DayName::Number(n)));
    if ranged.is_some() {
        return Some(point);
    }
    c.take(&['日', '号'])?;
    Some(dated(c, point))
}

/// A part of a month: 上旬, 第二週, 第一個星期一, 前20天.
fn month_part(c: &mut Cursor<'_>, year: Option<YearName>, month: MonthName) -> Option<Point> {
    for (word, third) in [("上旬", 1), ("中旬", 2), ("下旬", 3)] {
        if c.take_word(&[word]) {
            return Some(Point::of(year, Part::TenDays(month, third)));
        }
    }
    c.take(&['的']);
    let lead = c.take(&['第', '前', '首'])?;
    let n = c.small(31).filter(|n| *n > 0)?;
    if lead != '第' {
        c.take_word(&["天", "日"]).then_some(())?;
        return Some(Point::of(year, Part::FirstDays(Some(month), n)));
    }
    let weekday = c.attempt(|c| {
        c.take(&['个'])?;
        c.take_word(&WEEK_WORDS).then_some(())?;
        weekday(c)
    });
    if let Some(weekday) = weekday {
        return (n <= 5).then_some(Point::of(year, Part::NthWeekday(month, n, weekday)));
    }
    match counted_unit(c)? {
        Unit::Week => (n <= 5).then_some(Point::of(year, Part::NthWeek(Some(month), n))),
        Unit::Day | Unit::Month => None,
    }
}

/// A day with its weekday and its time of day behind it.
pub(super) fn dated(c: &mut Cursor<'_>, mut point: Point) -> Point {
    point.weekday = beside(c).or_else(|| c.look(bracketed_weekday));
    point.clock = clock_or_part(c, Given::Day);
    point
}

/// Skips the weekday beside a day: 星期五, or ，週五. One in brackets is a time of its own.
fn beside(c: &mut Cursor<'_>) -> Option<u32> {
    c.attempt(|c| {
        let apart = c.take(&['，', ',']).is_some();
        c.skip_blanks();
        c.take_word(&WEEK_WORDS).then_some(())?;
        let day = weekday(c)?;
        // ，週五晚 and ，週五（15日） say more
        let ends = c.peek().is_none_or(|next| !next.is_alphanumeric() && !matches!(next, '(' | '（'));
        (!apart || ends).then_some(day)
    })
}

/// （星期六）, （六）: the weekday in brackets behind a day.
pub(super) fn bracketed_weekday(c: &mut Cursor<'_>) -> Option<u32> {
    c.take(&['(', '（'])?;
    c.take_word(&WEEK_WORDS);
    let day = weekday(c)?;
    c.take(&[')', '）']).map(|_| day)
}

/// What stands before a weekday.
pub(super) const WEEK_WORDS: [&str; 3] = ["星期", "礼拜", "周"];

/// A weekday's number, Monday is 0.
pub(super) fn weekday(c: &mut Cursor<'_>) -> Option<u32> {
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

/// A weekday with the day beside it, from which it takes its date: 週五（15日）, 星期天, 二月十號.
pub(super) fn weekday_point(c: &mut Cursor<'_>, week: Option<i64>, day: u32) -> Point {
    let date = c.attempt(|c| bracketed_date(c)).or_else(|| {
        c.attempt(|c| {
            c.take(&['，', ','])?;
            let month = c.small(12).filter(|n| *n > 0)?;
            c.take(&['月'])?;
            let day = c.small(31).filter(|n| *n > 0)?;
            c.take(&['日', '号'])?;
            Some(Part::Day(Some(MonthName::Number(month)), DayName::Number(day)))
        })
    });
    let mut point = Point::of(None, date.unwrap_or(Part::Weekday(week, day)));
    point.clock = clock_or_part(c, Given::Day);
    point
}

/// The day in brackets: （28日）, （5月4日）.
pub(super) fn bracketed_date(c: &mut Cursor<'_>) -> Option<Part> {
    c.take(&['(', '（'])?;
    let mut n = c.small(31)?;
    let mut month = None;
    if c.take(&['月']).is_some() {
        month = Some(MonthName::Number(Some(n).filter(|n| (1..=12).contains(n))?));
        n = c.small(31)?;
    }
    c.take(&['日', '号'])?;
    c.take(&[')', '）'])?;
    (n > 0).then_some(Part::Day(month, DayName::Number(n)))
}

/// A month and a day of the moon, with 農曆, 閏 or a name of the month before it: 農曆八月十五, 閏四月, 正月初一.
pub(super) fn lunar_date(c: &mut Cursor<'_>) -> Option<Moon> {
    let named = c.take_word(&LUNAR);
    if named {
        c.skip_blanks();
    }
    let leap = c.take_word(&["闰"]);
    let first = c.attempt(|c| match c.time_word()? {
        (Word::LunarMonth(month), length) => {
            c.at += length;
            Some(month)
        }
        _ => None,
    });
    let month = match first {
        Some(month) => month,
        None if named || leap => {
            let month = c.small(12).filter(|n| *n > 0)?;
            c.take(&['月'])?;
            month
        }
        None => return None,
    };
    let day = c.attempt(|c| {
        let day = moon_day(c)?;
        c.take_word(&["日", "号"]);
        Some(day)
    });
    Some(Moon { month: Some(month), leap, day })
}

/// Words that a date of the moon follows.
const LUNAR: [&str; 4] = ["农历", "阴历", "旧历", "夏历"];

/// A day of a month of the moon: 初一, 十五, 廿八.
pub(super) fn moon_day(c: &mut Cursor<'_>) -> Option<MoonDay> {
    let early = c.take_word(&["初"]);
    let day = c.small(if early { 10 } else { 30 }).filter(|n| *n > 0)?;
    Some(MoonDay::Number(day))
}

/// The numeric date or clock at the cursor.
pub(super) fn numeric_point(c: &mut Cursor<'_>) -> Option<Point> {
    let (expression, length) = numeric(c.here())?;
    c.at += length;
    Some(expression.start)
}

/// A time of day without a day, of the day named last.
pub(super) fn clock_point(c: &mut Cursor<'_>, given: Given) -> Option<Point> {
    let at = clock(c, given)?;
    Some(Point { clock: Some(at), ..Point::of(None, Part::Day(None, DayName::Last(0))) })
}
