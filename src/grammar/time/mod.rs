//! Times as they are written: `2023年9月20日`, `去年10月底`, `1至9月`, `今年以來`, `2023-09-20 19:32:21`.
//!
//! - [`words`]: what the time words mean, which are rows of [`crate::vocabulary`];
//! - [`year`]: years by their numbers, and decades;
//! - [`range`]: times with two ends;
//! - [`point`]: what may follow a year, a month, a day, a week;
//! - [`clock`]: times of day and dates of digits.
//!
//! The number that a date begins with is read once, by [`super::numeral`], and [`from_numeral`] goes on behind it. Imports
//! [`crate::time`] for what it builds.

mod clock;
mod cursor;
mod point;
mod range;
pub(crate) mod words;
mod year;

pub(crate) use clock::english_month;

use nom::Parser;
use nom::error::{FromExternalError, ParseError};

use super::numeral::{self, Notation, Numeral, Spread};
use super::public;
use super::terminal::{Read, miss};
use crate::chars::{arabic, chinese, is_digit};
use crate::error::GrammarError;
use crate::lexer;
use crate::time::{
    Calendar, DayName, Edge, MonthName, Moon, MoonDay, Part, Point, Relation, TimeExpr, TimeKind, YearName,
};
use crate::unit::Lexicon;
use crate::vocabulary::RELATIONS;
use chrono::NaiveTime;
use clock::{Given, clock_or_part, numeric};
use cursor::Cursor;
use point::{
    WEEK_WORDS, bracketed_date, clock_point, counted_part, dated, feast_point, lunar_date, month_tail, moon_day,
    stands_alone, weekday, weekday_point, year_tail,
};
use range::{neighbouring_months, number_range, range_end};
use words::{Hours, Word};

use year::{calendar_year, decade, decade_of, fiscal, lunar_year, minguo_year, short_year, taiwan_year};

/// What was read behind a place of a text: the time, and its length.
type Found = Option<(TimeExpr, usize)>;

/// The place behind a time, and the time.
fn ended(input: lexer::Cursor<'_>, found: Found) -> Option<(lexer::Cursor<'_>, TimeExpr)> {
    found.map(|(expression, length)| (input.skip(length), expression))
}

/// Reads a time.
pub(crate) fn read(input: lexer::Cursor<'_>) -> Option<(lexer::Cursor<'_>, TimeExpr)> {
    if input.peek()?.is_ascii_alphanumeric() {
        if let Some(found) = numeric_only(input) {
            return Some(found);
        }
    }
    if let Some(found) = from_word(input) {
        return Some(found);
    }
    let (rest, numeral) = numeral::read(input).ok()?;
    from_numeral(input, rest, &numeral)
}

/// Reads a time that the layout of a page says to be one: there 二日 is a day of the month.
pub(crate) fn printed(input: lexer::Cursor<'_>) -> Option<(lexer::Cursor<'_>, TimeExpr)> {
    const BETWEEN: &str = "（）()星期周礼拜一二三四五六日天 \u{3000}|｜·•，,-–—MonTueWdhFriSat";
    let found = ended(input, signed_date(input)).or_else(|| read(input)).or_else(|| minguo_date(input));
    // 2024年4月2日（二）11:20: the layout took the weekday for a part of it
    if let Some((rest, mut expression)) = found.filter(|(_, e)| e.kind == TimeKind::Day && e.end.is_none()) {
        let behind = rest.rest().trim_start_matches(|c| BETWEEN.contains(c));
        let mut c = Cursor::new(input, input.rest().len() - behind.len());
        if let Some(clock) = clock::clock(&mut c, Given::Day).filter(|_| c.rest().is_empty()) {
            expression.start.clock = Some(clock);
            return Some((c.here(), TimeExpr { kind: expression.start.kind(), ..expression }));
        }
        return Some((rest, expression));
    }
    found.or_else(|| {
        let (rest, numeral) = numeral::read(input).ok()?;
        let day = numeral.plain().filter(|day| (1..=31).contains(day))?;
        let point = Point::of(None, Part::Day(None, DayName::Number(day)));
        (rest.peek() == Some('日')).then(|| (rest.advance(), TimeExpr::of(point)))
    })
}

/// 113-10-15, 2024 10/15: dates of digits that only a page prints.
fn signed_date(input: lexer::Cursor<'_>) -> Found {
    let mut c = Cursor::new(input, 0);
    let republic = c.attempt(|c| clock::digits(c, 3, 3).filter(|year| *year >= 100));
    let year = match republic {
        Some(year) => year + 1911,
        None => clock::digits(&mut c, 4, 4)?,
    };
    let mark = if republic.is_some() { ['-', '/', '.'].as_slice() } else { &[' '] };
    c.take(mark)?;
    let month = clock::digits(&mut c, 2, 2).filter(|month| (1..=12).contains(month))?;
    c.take(&['-', '/', '.'])?;
    let day = clock::digits(&mut c, 2, 2).filter(|day| (1..=31).contains(day))?;
    let year = YearName::Number(i32::try_from(year).ok()?);
    let mut point = Point::of(Some(year), Part::Day(Some(MonthName::Number(month)), DayName::Number(day)));
    let behind = c.at;
    c.skip_blanks();
    point.clock = clock::digital_clock(&mut c);
    if point.clock.is_none() {
        c.at = behind;
    }
    let calendar = if republic.is_some() { Calendar::Minguo } else { Calendar::Gregorian };
    Some((TimeExpr { calendar, ..TimeExpr::of(point) }, c.at))
}

/// 113年4月2日: a date of the Republic on a page, which prints its region elsewhere.
fn minguo_date(input: lexer::Cursor<'_>) -> Option<(lexer::Cursor<'_>, TimeExpr)> {
    let taiwan = input.lexicon().with_region(crate::region::Region::Taiwan);
    let text = input.rest();
    let lexed = lexer::Lexed::new(text, &taiwan);
    let (rest, expression) = read(lexed.cursor(0..text.len()))?;
    (expression.kind == TimeKind::Day).then(|| (input.skip(rest.at()), expression))
}

/// Reads a date or clock of digits and signs.
pub(crate) fn numeric_only(input: lexer::Cursor<'_>) -> Option<(lexer::Cursor<'_>, TimeExpr)> {
    let (expression, length) = numeric(input)?;
    ended(input, Some(complete(expression, input, length)))
}

/// Reads 1120920, a date of the Republic in digits.
pub(crate) fn compact_minguo(input: lexer::Cursor<'_>) -> Option<(lexer::Cursor<'_>, TimeExpr)> {
    ended(input, year::compact_minguo(input))
}

/// Reads a day as 9/10, where its neighbours say that it is one; `dated` where those before it do.
pub(crate) fn slashed_day(input: lexer::Cursor<'_>, dated: bool) -> Option<(lexer::Cursor<'_>, TimeExpr)> {
    let (point, length) = clock::slashed(input, dated)?;
    let (mut expression, mut at) = complete(TimeExpr::of(point), input, length);
    if expression.end.is_none() {
        let mut c = Cursor::new(input, length);
        let end = c.attempt(|c| {
            c.range_mark()?;
            let (point, length) = clock::slashed(c.here(), true)?;
            c.at += length;
            Some(point)
        });
        if end.is_some() {
            (expression.end, expression.kind, at) = (end, TimeKind::Range, c.at);
        }
    }
    Some((input.skip(at), expression))
}

/// Reads the time that begins with a word: 今年, 上半年, 民國104年11月, 第三季度.
pub(crate) fn from_word(input: lexer::Cursor<'_>) -> Option<(lexer::Cursor<'_>, TimeExpr)> {
    let (expression, length) = word_point(input)?;
    ended(input, Some(complete(expression, input, length)))
}

/// Reads on behind a numeral that begins at `number` and ends at `rest`: 年, 月, 日, 時 decide that it is a time.
pub(crate) fn from_numeral<'t>(
    number: lexer::Cursor<'t>,
    rest: lexer::Cursor<'t>,
    numeral: &Numeral,
) -> Option<(lexer::Cursor<'t>, TimeExpr)> {
    ended(number, numbered_time(number, numeral, rest.at() - number.at()))
}

/// Reads the one point that begins with a word, without a range or relation.
fn word_point(input: lexer::Cursor<'_>) -> Found {
    let mut c = Cursor::new(input, 0);
    let text = c.text;
    let first = text.chars().next()?;
    match first {
        'Q' => {
            let quarter = text.chars().nth(1).and_then(arabic).filter(|q| (1..=4).contains(q))?;
            let ends = text.chars().nth(2).is_none_or(|c| !c.is_ascii_alphanumeric());
            return ends.then(|| (TimeExpr::of(Point::of(None, Part::Quarter(u32::from(quarter)))), 2));
        }
        '第' | '前' | '首' | '头' => {
            if let Some(part) = c.attempt(|c| counted_part(c).filter(|part| stands_alone(*part))) {
                return Some((TimeExpr::of(Point::of(None, part)), c.at));
            }
        }
        '今' | '昨' | '明' => {
            if let Some(point) = c.attempt(bracketed_day) {
                return Some((TimeExpr::of(point), c.at));
            }
        }
        '闰' => {
            let moon = c.attempt(lunar_date)?;
            return Some((TimeExpr::of(dated(&mut c, Point::of(None, Part::Moon(moon)))), c.at));
        }
        _ => {}
    }
    let (word, length) = c.time_word()?;
    c.at = length;
    let expression = word_tail(&mut c, word, text.get(..length)?)?;
    Some((expression, c.at))
}

/// What a word means with what follows it.
fn word_tail(c: &mut Cursor<'_>, word: Word, form: &str) -> Option<TimeExpr> {
    let point = match word {
        Word::Year(year) => year_tail(c, Some(year)),
        Word::Month(month) => month_tail(c, None, month),
        Word::Day(day) => day_word(c, day, form)?,
        Word::Week(week) => week_tail(c, week),
        Word::WeekdayPrefix => {
            let day = weekday(c)?;
            weekday_point(c, None, day)
        }
        Word::Part(part) => Point::of(None, part),
        Word::YearEdge(edge) => return Some(year_edge(c, edge)),
        Word::MonthEdge(edge) => Point { edge, ..Point::of(None, Part::Month(MonthName::Offset(0))) },
        Word::DayPart => {
            c.at = 0;
            clock_point(c, Given::Nothing)?
        }
        Word::Minguo => {
            let point = minguo_year(c)?;
            return Some(TimeExpr { calendar: Calendar::Minguo, ..TimeExpr::of(point) });
        }
        Word::Era(before) => era_year(c, before)?,
        Word::TwoYears => {
            let year = |offset| Point::of(Some(YearName::Offset(offset)), Part::Year);
            return Some(range_of(year(0), year(1)));
        }
        Word::Days(first, last) => {
            let day = |offset| Point::of(None, Part::Day(None, DayName::Offset(offset)));
            return Some(range_of(day(first), day(last)));
        }
        Word::Reign => return reign_year(c),
        Word::SamePeriod(year) => Point::of(year, Part::SamePeriod),
        Word::Century(offset) => {
            // 上世紀90年代
            let decade = c.attempt(|c| decade_of(c, 0));
            Point::of(None, Part::Century(offset, decade))
        }
        Word::Lunar => lunar_tail(c)?,
        Word::LunarMonth(_) => {
            c.at = 0;
            let moon = lunar_date(c)?;
            dated(c, Point::of(None, Part::Moon(moon)))
        }
        Word::LunarNewYear => new_year_day(c)?,
        Word::LunarDay => {
            // 初一清晨: alone it is as often a grade of school
            c.at = 0;
            let day = moon_day(c)?;
            Hours::at(c.rest())?;
            dated(c, Point::of(None, Part::Moon(Moon { month: Some(1), leap: false, day: Some(day) })))
        }
        Word::Sexagenary(place) => cycle_year(c, place),
        Word::Feast(feast) => feast_point(c, None, feast),
        Word::Every => return every(c),
        Word::Vague(kind) => return Some(TimeExpr::unknown(kind, true)),
    };
    Some(TimeExpr::of(point))
}

/// From one point to another.
fn range_of(first: Point, last: Point) -> TimeExpr {
    TimeExpr { kind: TimeKind::Range, end: Some(last), ..TimeExpr::of(first) }
}

/// 上週, or a day of it: 上週五.
fn week_tail(c: &mut Cursor<'_>, week: i64) -> Point {
    let day = c.attempt(|c| {
        c.take_word(&WEEK_WORDS);
        weekday(c)
    });
    match day {
        Some(day) => weekday_point(c, Some(week), day),
        None => Point::of(None, Part::Week(week)),
    }
}

/// 年底, 年內; 年初三 is a day of the moon.
fn year_edge(c: &mut Cursor<'_>, edge: Edge) -> TimeExpr {
    if edge == Edge::Start {
        if let Some(point) = c.attempt(new_year_day) {
            return TimeExpr::of(point);
        }
    }
    let point = Point { edge, ..Point::of(Some(YearName::Offset(0)), Part::Year) };
    let relation = if edge == Edge::Whole { Relation::During } else { Relation::On };
    TimeExpr { relation, ..TimeExpr::of(point) }
}

/// The year behind 公元 or 公元前.
fn era_year(c: &mut Cursor<'_>, before: bool) -> Option<Point> {
    let (numeral, length) = c.numeral()?;
    let n = numeral.plain().filter(|n| (1..=4000).contains(n))?;
    c.at += length;
    c.take(&['年'])?;
    let year = i32::try_from(n).ok()?;
    Some(year_tail(c, Some(YearName::Number(if before { 1 - year } else { year }))))
}

/// The year of a reign, which no table here resolves: 雍正四年正月初一.
fn reign_year(c: &mut Cursor<'_>) -> Option<TimeExpr> {
    let (numeral, length) = c.numeral()?;
    numeral.plain()?;
    c.at += length;
    c.take(&['年'])?;
    year_tail(c, None);
    if let Some((_, length)) = word_point(c.here()).filter(|(e, _)| e.calendar == Calendar::Lunar) {
        c.at += length;
    }
    Some(TimeExpr::unknown(TimeKind::Year, false))
}

/// Behind 農曆: 農曆甲辰年, 農曆2015年十月初一, 農曆八月十五.
fn lunar_tail(c: &mut Cursor<'_>) -> Option<Point> {
    c.skip_blanks();
    let Some(year) = c.attempt(lunar_year) else {
        c.at = 0;
        let moon = lunar_date(c)?;
        return Some(dated(c, Point::of(None, Part::Moon(moon))));
    };
    let moon = c.attempt(|c| {
        if let Some(moon) = c.attempt(lunar_date) {
            return Some(moon);
        }
        let month = c.small(12).filter(|n| *n > 0)?;
        c.take(&['月'])?;
        Some(Moon { month: Some(month), leap: false, day: c.attempt(moon_day) })
    });
    let moon = moon.unwrap_or(Moon { month: None, leap: false, day: None });
    Some(dated(c, Point::of(Some(year), Part::Moon(moon))))
}

/// A year of the cycle of sixty, all of it or a part: 甲辰年, 甲辰年八月.
fn cycle_year(c: &mut Cursor<'_>, place: u32) -> Point {
    let year = YearName::Cycle(place);
    let point = year_tail(c, Some(year));
    match point.part {
        Part::Year => Point::of(Some(year), Part::Moon(Moon { month: None, leap: false, day: None })),
        _ => point,
    }
}

/// 今日, 昨晚8時, 今天（25日）下午5點; 今 and 昨 alone only before a word.
fn day_word(c: &mut Cursor<'_>, day: DayName, form: &str) -> Option<Point> {
    // 今起, 即日起, 今下午; 今 and 明 alone are parts of words
    let part_of_day = || Hours::at(c.rest()).is_some_and(|(_, length)| length > '早'.len_utf8());
    if matches!(form, "今" | "明" | "即日") && !c.rest().starts_with('起') && (form == "即日" || !part_of_day())
    {
        return None;
    }
    let given = Hours::of_word(form).map_or(Given::Day, Given::Part);
    let part = c.attempt(bracketed_date).unwrap_or(Part::Day(None, day));
    let mut point = Point::of(None, part);
    point.clock = clock_or_part(c, given);
    Some(point)
}

/// `今 (7) 日`: the day with its number in brackets.
fn bracketed_day(c: &mut Cursor<'_>) -> Option<Point> {
    let offset = match c.take(&['今', '昨', '明'])? {
        '今' => 0,
        '昨' => -1,
        _ => 1,
    };
    c.take(&['(', '（'])?;
    c.small(31)?;
    c.take(&[')', '）'])?;
    c.take(&['日'])?;
    Some(dated(c, Point::of(None, Part::Day(None, DayName::Offset(offset)))))
}

/// 大年初一, 年廿八: a day of the first or the last month of the moon.
fn new_year_day(c: &mut Cursor<'_>) -> Option<Point> {
    // 年初 was read before its day
    let early = c.text.get(..c.at).is_some_and(|head| head.ends_with('初'));
    let marked = early || matches!(c.peek()?, '初' | '廿' | '二' | '三');
    let day = if early { MoonDay::Number(c.small(10).filter(|n| *n > 0)?) } else { moon_day(c)? };
    let late = matches!(day, MoonDay::Number(20..));
    // 年三十 is the last day, also of a month of 29
    let day = if day == MoonDay::Number(30) { MoonDay::Last } else { day };
    let arabic_day = c.text.get(..c.at)?.ends_with(is_digit);
    if !marked || arabic_day || matches!(c.peek(), Some('个' | '年' | '月' | '次' | '级')) {
        return None;
    }
    let moon = Moon { month: Some(if late { 12 } else { 1 }), leap: false, day: Some(day) };
    Some(dated(c, Point::of(None, Part::Moon(moon))))
}

/// What 每 may count: one of them each time.
const SETS: [&str; 16] = [
    "半年",
    "年",
    "个季度",
    "季度",
    "季",
    "个月",
    "月",
    "个星期",
    "星期",
    "礼拜",
    "周末",
    "周",
    "天",
    "日",
    "晚",
    "早",
];

/// What 每 may count several of: 每隔3天.
const STEPS: [&str; 14] =
    ["年", "个季度", "个月", "个星期", "星期", "周", "天", "日", "个小时", "小时", "个钟头", "分钟", "秒钟", "秒"];

/// The set that 每 begins: 每年5月, 每週一, 每天早上8點.
fn every(c: &mut Cursor<'_>) -> Option<TimeExpr> {
    c.take_word(&["隔", "逢"]);
    // 每隔3天, 每半小時
    let steps = c.attempt(|c| {
        if !c.take_word(&["半"]) {
            c.small(999)?;
        }
        c.take_word(&STEPS).then_some(())
    });
    if steps.is_none() {
        let from = c.at;
        let single = c.attempt(|c| {
            c.take_word(&["个"]).then_some(())?;
            c.take_word(&WEEK_WORDS).then_some(())?;
            weekday(c)
        });
        if single.is_none() {
            c.take_word(&SETS).then_some(())?;
        }
        set_tail(c, from);
        c.attempt(set_end);
        c.take_word(&["止"]);
    }
    Some(TimeExpr::unknown(TimeKind::Set, false))
}

/// What follows the unit of a set, which stands at `from`: 每年5月, 每週一8時.
fn set_tail(c: &mut Cursor<'_>, from: usize) {
    match c.text.get(from..c.at).unwrap_or_default() {
        "年" => {
            year_tail(c, None);
        }
        "月" | "个月" => {
            month_tail(c, None, MonthName::Offset(0));
        }
        "个星期" | "星期" | "礼拜" | "周" => {
            if c.attempt(weekday).is_some() {
                clock_or_part(c, Given::Day);
            }
        }
        _ => {
            clock_or_part(c, Given::Day);
        }
    }
}

/// The other end of a set: 每日0時至5時, 每年7月至9月, 每月1日及15日.
fn set_end(c: &mut Cursor<'_>) -> Option<()> {
    c.take_word(&["起"]);
    c.take(&['至', '到', '及', '和', '、', '-', '—', '–', '～']).map(|_| ())?;
    c.take_word(&["翌日", "次日", "翌", "次"]);
    if c.attempt(|c| clock::clock(c, Given::Day)).is_some() || c.attempt(weekday).is_some() {
        return Some(());
    }
    c.take_word(&WEEK_WORDS);
    if c.attempt(weekday).is_some() {
        return Some(());
    }
    c.small(31)?;
    if c.take(&['月']).is_some() {
        month_tail(c, None, MonthName::Offset(0));
        return Some(());
    }
    c.take(&['日', '号']).map(|_| ())
}

/// The time that a numeral of `length` bytes begins.
fn numbered_time(input: lexer::Cursor<'_>, numeral: &Numeral, length: usize) -> Found {
    if numeral.spread == Spread::Adjacent {
        return neighbouring_months(input, numeral, length);
    }
    let n = if numeral.spread == Spread::None { numeral.plain()? } else { return None };
    let mut c = Cursor::new(input, length);
    c.skip_blanks();
    let year = calendar_year(numeral);
    let point = match c.peek()? {
        '年' => return year_by_number(&mut c, n, numeral).map(|e| complete(e, input, c.at)),
        '月' if (1..=12).contains(&n) && numeral.notation != Notation::Mixed => {
            c.at += '月'.len_utf8();
            month_tail(&mut c, None, MonthName::Number(n))
        }
        sign @ ('日' | '号') if (1..=31).contains(&n) => {
            if !bare_day(&c, numeral, sign) {
                return None;
            }
            c.at += sign.len_utf8();
            dated(&mut c, Point::of(None, Part::Day(None, DayName::Number(n))))
        }
        '时' | '点' if n <= 24 => {
            c.at = 0;
            clock_point(&mut c, Given::Nothing)?
        }
        '季' if (1..=4).contains(&n) && c.rest().starts_with("季度") => {
            c.at += "季度".len();
            Point::of(None, Part::Quarter(n))
        }
        '上' | '下' | '全' | '第' | '前' | '首' if year.is_some() && numeral.notation == Notation::Arabic => {
            part_of_bare_year(&mut c, year)?
        }
        'Q' if year.is_some() => quarter_of_bare_year(&mut c, year)?,
        '世' if (1..=30).contains(&n) => century(&mut c, n)?,
        '财' | '学' | '会' => {
            return fiscal(input, numeral, length).map(|(e, at)| complete(e, input, at));
        }
        '/' | '／' | '-' | '－' | '–' | '—' | '至' if year.is_some() => {
            let fiscal = fiscal(input, numeral, length).map(|(e, at)| complete(e, input, at));
            return fiscal.or_else(|| number_range(input, numeral, length));
        }
        _ => return number_range(input, numeral, length),
    };
    Some(complete(TimeExpr::of(point), input, c.at))
}

/// A year by its number, before 年: 2023年, 90年代, 112年 of the Republic, 21年5月.
fn year_by_number(c: &mut Cursor<'_>, n: u32, numeral: &Numeral) -> Option<TimeExpr> {
    c.at += '年'.len_utf8();
    if c.rest().starts_with('代') {
        return decade(c, n, numeral).map(TimeExpr::of);
    }
    if let Some(year) = calendar_year(numeral) {
        if c.rest().starts_with('期') && !c.rest().starts_with("期间") {
            return None;
        }
        return Some(TimeExpr::of(year_tail(c, Some(YearName::Number(year)))));
    }
    if let Some(point) = taiwan_year(c, n, numeral) {
        return Some(TimeExpr { calendar: Calendar::Minguo, ..TimeExpr::of(point) });
    }
    if numeral.digits == 2 && !numeral.point { short_year(c, n, numeral).map(TimeExpr::of) } else { None }
}

/// 2024上半年, 2023前三季: a part of a year without 年.
fn part_of_bare_year(c: &mut Cursor<'_>, year: Option<i32>) -> Option<Point> {
    let point = year_tail(c, year.map(YearName::Number));
    let is_whole = point.part == Part::Year && !c.text.get(..c.at).is_some_and(|text| text.ends_with('年'));
    (!is_whole && !matches!(point.part, Part::YearDay(_) | Part::FirstDays(..))).then_some(point)
}

/// 2023Q3.
fn quarter_of_bare_year(c: &mut Cursor<'_>, year: Option<i32>) -> Option<Point> {
    c.at += 1;
    let quarter = c.peek().and_then(arabic).filter(|q| (1..=4).contains(q))?;
    c.at += 1;
    let ends = c.peek().is_none_or(|c| !c.is_ascii_alphanumeric());
    ends.then(|| Point::of(year.map(YearName::Number), Part::Quarter(u32::from(quarter))))
}

/// 20世紀, 20世紀90年代.
fn century(c: &mut Cursor<'_>, n: u32) -> Option<Point> {
    c.take_word(&["世纪"]).then_some(())?;
    let first = i32::try_from(n).ok()? * 100 - 100;
    let (from, to) = c.attempt(|c| decade_of(c, first)).unwrap_or((first + 1, first + 100));
    Some(Point::of(None, Part::Years(from, to)))
}

/// Whether a number before 日 or 號 is a day of the month, not a duration, a currency or a place in a row.
fn bare_day(c: &Cursor<'_>, numeral: &Numeral, sign: char) -> bool {
    let rest = c.rest();
    if c.here().unit().is_some_and(|(_, end)| end.at() > c.here().at() + sign.len_utf8()) {
        return false;
    }
    let after = rest.get(sign.len_utf8()..).unwrap_or_default();
    if matches!(sign, '号') {
        return day_by_neighbours(c.text, after);
    }
    // 三日 in words is a duration as often as a date
    if numeral.notation == Notation::Chinese && numeral.digits > 0 {
        return false;
    }
    let limited = ["以上", "以下", "以内"].iter().any(|word| after.starts_with(word));
    let measured = ["平均", "累计", "新高", "新低", "移动", "内走", "内瓦"].iter().any(|word| after.starts_with(word));
    // 5日内地開放 is a day, 5日內 a time that it takes
    let is_word = |c: &Cursor<'_>| c.here().skip(sign.len_utf8()).advance().is_crossed();
    let counted = after.starts_with(['均', '内', '游', '线', '之', '余', '多', '需', '花']);
    !limited && !measured && (!counted || after.starts_with('内') && is_word(c))
}

/// Whether what follows 日 makes days of the numbers before it, not a duration: 2、3日起.
pub(crate) fn day_goes_on(input: lexer::Cursor<'_>) -> bool {
    let after = input.rest();
    Hours::at(after).is_some() || after.starts_with(['起', '举', '在', '将', '两', '分', '（', '('])
}

/// 3號 is a day before a part of the day or what happens on it; before a noun it is a number: 3號樓, 5號颱風.
fn day_by_neighbours(text: &str, after: &str) -> bool {
    let number = text.starts_with(is_digit);
    let Some(next) = after.chars().next() else { return number };
    let clock = Hours::at(after).is_some() || after.starts_with(['(', '（']) && after.contains(['周', '星', '礼']);
    clock
        || number
            && ("起前后在至到举开将，。,；！？以召登".contains(next)
                && !after.starts_with("开关")
                && !after.starts_with("开关"))
}

/// Adds what follows a point: the other end of a range, and a relation.
fn complete(mut expression: TimeExpr, input: lexer::Cursor<'_>, length: usize) -> (TimeExpr, usize) {
    if expression.kind == TimeKind::Set {
        return (expression, length);
    }
    let mut c = Cursor::new(input, length);
    if expression.end.is_none() {
        if let Some((end, calendar)) = c.attempt(|c| range_end(c, &expression)) {
            expression.end = Some(end);
            expression.kind = TimeKind::Range;
            expression.calendar = if calendar == Calendar::Gregorian { expression.calendar } else { calendar };
        }
    }
    let (relation, open, at) = relation(input, c.at);
    // 9月8日起至10月14日止 has both its ends
    let closed = relation == Relation::Until && expression.end.is_some();
    if relation != Relation::On && !closed {
        (expression.relation, expression.open) = (relation, open);
    }
    (expression, at)
}

/// The relation that stands at `at`, whether its open side stays open, and where it ends.
fn relation(input: lexer::Cursor<'_>, at: usize) -> (Relation, bool, usize) {
    let here = input.skip(at);
    let rest = here.rest();
    // 9日起訴, 今年前夕: the relation ends where a word ends
    let crossed = |length| here.skip(length).word_across().is_some_and(|word| word.start <= here.at());
    let found = RELATIONS.longest(rest).filter(|(_, length)| !crossed(*length));
    let Some(((relation, open), length)) = found else { return (Relation::On, false, at) };
    // 今年前5月 and 今年後4個月 count
    let alone = length == '前'.len_utf8() && rest.starts_with(['前', '后']);
    let counts = |c: char| is_digit(c) || chinese(c).is_some_and(|n| n > 0) || matches!(c, '十' | '几' | '数');
    if alone && rest.get(length..).is_some_and(|rest| rest.starts_with(counts)) {
        return (Relation::On, false, at);
    }
    (relation, open, at + length)
}

/// The relation that makes a duration a time: 來, 前, 後.
pub(crate) fn duration_relation(input: lexer::Cursor<'_>) -> Option<(Relation, usize)> {
    let text = input.rest();
    match relation(input, 0) {
        (Relation::Since, false, length) => Some((Relation::Since, length)),
        (relation @ (Relation::Before | Relation::After), _, length) => Some((relation, length)),
        // 花兩年前往, 三天後衛: a word begins there
        _ if input.advance().word_across().is_some_and(|word| word.start >= input.at()) => None,
        // 十年前三名男子: what is counted behind the word is counted then, unless it is a rank (連續三年前三名)
        _ => match text.strip_prefix('前') {
            Some(rest) => (!is_rank(rest)).then_some((Relation::Before, '前'.len_utf8())),
            None => text.starts_with(['后']).then_some((Relation::After, '后'.len_utf8())),
        },
    }
}

/// Whether a number with 名 or 強 and nothing that it counts begins a text: 三名, 10強的.
fn is_rank(text: &str) -> bool {
    let number = text.trim_start_matches(|c| is_digit(c) || chinese(c).is_some() || matches!(c, '十' | '百'));
    let Some(behind) = number.strip_prefix(['名', '位', '强', '大', '甲']) else { return false };
    number.len() < text.len()
        && behind.chars().next().is_none_or(|c| !c.is_alphanumeric() || "的是为依分均都".contains(c))
}

/// A time.
///
/// ```text
/// time     = point [range point] [relation]
/// point    = date | year [part] | part | day [clock] | week [weekday] | clock | festival
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
    move |input: &'t str| public::parse(input, lexicon, rule)
}

fn rule(input: lexer::Cursor<'_>) -> Read<'_, TimeExpr> {
    read(input).map_or_else(|| miss(input, "a time"), Ok)
}

/// A day: `2023年9月20日`, `9月20日`, `昨日`, `上週五`, `2023-09-20`, with a time of day or without.
///
/// ```
/// use wanyi::{Anchor, Lexicon, grammar};
/// use chrono::NaiveDate;
/// use nom::Parser;
///
/// let lexicon = Lexicon::default();
/// let (rest, day) = grammar::date::<nom::error::Error<&str>>(&lexicon).parse("9月20日開幕")?;
/// let anchor = Anchor::on(NaiveDate::from_ymd_opt(2023, 9, 25));
/// assert_eq!((rest, day.resolve(&anchor).iso8601().as_deref()), ("開幕", Some("2023-09-20")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// As [`time`]; a month or a range is none.
pub fn date<'t, E>(lexicon: &Lexicon) -> impl Parser<&'t str, Output = TimeExpr, Error = E>
where
    E: ParseError<&'t str> + FromExternalError<&'t str, GrammarError>,
{
    move |input: &'t str| public::parse(input, lexicon, day)
}

fn day(input: lexer::Cursor<'_>) -> Read<'_, TimeExpr> {
    match read(input) {
        Some((rest, e)) if matches!(e.kind, TimeKind::Day | TimeKind::DateTime) => Ok((rest, e)),
        _ => miss(input, "a day"),
    }
}

/// A time of day: `下午5點半`, `20時15分`, `19:32:21`, `中午12時`. Midnight at the end of a day, 24時, is 00:00.
///
/// ```
/// use wanyi::{Lexicon, grammar};
/// use nom::Parser;
///
/// let lexicon = Lexicon::default();
/// let (rest, clock) = grammar::clock::<nom::error::Error<&str>>(&lexicon).parse("下午5點半開始")?;
/// assert_eq!((rest, clock.to_string().as_str()), ("開始", "17:30:00"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// A recoverable error where none begins.
pub fn clock<'t, E>(lexicon: &Lexicon) -> impl Parser<&'t str, Output = NaiveTime, Error = E>
where
    E: ParseError<&'t str> + FromExternalError<&'t str, GrammarError>,
{
    move |input: &'t str| public::parse(input, lexicon, time_of_day)
}

fn time_of_day(input: lexer::Cursor<'_>) -> Read<'_, NaiveTime> {
    let mut c = Cursor::new(input, 0);
    let found = clock::clock(&mut c, Given::Day);
    let found = found.and_then(|(hour, minute, second)| NaiveTime::from_hms_opt(hour % 24, minute, second));
    found.map_or_else(|| miss(input, "a time of day"), |clock| Ok((c.here(), clock)))
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
        let lexicon = Lexicon::default();
        let lexed = lexer::Lexed::new(text, &lexicon);
        let Some((rest, expression)) = read(lexed.cursor(0..text.len())) else { return "none".to_string() };
        let time = expression.resolve(&anchor);
        let end = |m: Option<crate::time::Moment>| m.map_or("-".to_string(), |m| m.to_string());
        alloc::format!(
            "{} {} {}~{}|{}",
            time.kind.name(),
            time.relation.name(),
            end(time.from),
            end(time.to),
            rest.rest()
        )
    }

    #[test]
    fn reads_and_resolves() {
        for (text, want) in [
            ("2023年9月20日，", "day on 2023-09-20~2023-09-20|，"),
            ("2023-09-20 19:32:21 来源", "datetime on 2023-09-20T19:32:21~2023-09-20T19:32:21| 来源"),
            ("2019/04/24", "day on 2019-04-24~2019-04-24|"),
            ("21-04-2024 13:31", "datetime on 2024-04-21T13:31:00~2024-04-21T13:31:00|"),
            ("23-07-30 09:03，", "datetime on 2023-07-30T09:03:00~2023-07-30T09:03:00|，"),
            ("9月20日电", "day on 2023-09-20~2023-09-20|电"),
            ("12月9日", "day on 2022-12-09~2022-12-09|"),
            ("11月1日起诉", "day on 2023-11-01~2023-11-01|起诉"),
            ("15日", "day on 2023-09-15~2023-09-15|"),
            ("28日", "day on 2023-08-28~2023-08-28|"),
            ("今年以来，", "year since 2023-01-01~2023-09-20|，"),
            ("2021年以来", "year since 2021-01-01~2023-09-20|"),
            ("今年10月1日前开", "day before -~2023-10-01|开"),
            ("去年10月底", "month on 2022-10-31~2022-10-31|"),
            ("2023年5月底前", "month before -~2023-05-31|"),
            ("7月中旬", "ten_days on 2023-07-11~2023-07-20|"),
            ("今年上半年", "half on 2023-01-01~2023-06-30|"),
            ("第三季营收", "quarter on 2023-07-01~2023-09-30|营收"),
            ("前三季度", "range on 2023-01-01~2023-09-30|"),
            ("1至9月，", "range on 2023-01-01~2023-09-30|，"),
            ("今年1月至6月", "range on 2023-01-01~2023-06-30|"),
            ("7月25日至29日", "range on 2023-07-25~2023-07-29|"),
            ("八月二十至二十三日举", "range on 2023-08-20~2023-08-23|举"),
            ("2013年至2017年", "range on 2013-01-01~2017-12-31|"),
            ("2021-2025年", "range on 2021-01-01~2025-12-31|"),
            ("昨日", "day on 2023-09-19~2023-09-19|"),
            ("上周五", "day on 2023-09-15~2023-09-15|"),
            ("周五（28日）", "day on 2023-08-28~2023-08-28|"),
            ("中午12时50分", "datetime on 2023-09-18T12:50:00~2023-09-18T12:50:00|"),
            ("下午5点钟", "datetime on 2023-09-18T17:00:00~2023-09-18T17:00:00|"),
            ("25日20时至26日20时", "range on 2023-09-25T20:00:00~2023-09-26T20:00:00|"),
            ("凌晨12时至清晨5时", "range on 2023-09-18T00:00:00~2023-09-18T05:00:00|"),
            ("民国104年11月", "month on 2015-11-01~2015-11-30|"),
            ("Q3营收", "quarter on 2023-07-01~2023-09-30|营收"),
            ("今 (7) 日", "day on 2023-09-20~2023-09-20|"),
            ("9日上午，", "day on 2023-09-09~2023-09-09|，"),
            ("9日早前", "day on 2023-09-09~2023-09-09|早前"),
            ("今天（20日）下午5点钟", "datetime on 2023-09-20T17:00:00~2023-09-20T17:00:00|"),
            ("二〇二三年", "year on 2023-01-01~2023-12-31|"),
            ("21年5月", "month on 2021-05-01~2021-05-31|"),
            ("三年多来", "none"),
            ("21年", "none"),
            ("2月30日", "day on -~-|"),
            ("1937名", "none"),
            ("90年代", "decade on 1990-01-01~1999-12-31|"),
            ("766点", "none"),
            ("3点", "none"),
            ("近日", "day on -~-|"),
        ] {
            assert_eq!(show(text), want, "{text}");
        }
    }
}
