//! Times as they are written: `2023年9月20日`, `去年10月底`, `1至9月`, `今年以來`, `2023-09-20 19:32:21`.
//!
//! ```text
//! time   = point [range_end] [relation]
//! point  = numbered | worded | numeric
//! ```
//!
//! - [`words`]: what the time words mean, which are rows of [`crate::vocabulary`];
//! - [`lex`]: keywords, marks and the small numbers of calendars;
//! - [`year`], [`month`], [`day`], [`clock`]: what may follow each; [`moon`]: the days of the moon;
//! - [`signed`]: dates of digits and signs; [`fiscal`]: years of companies and schools;
//! - [`range`]: times with two ends, and relations; [`set`]: what comes again and again.
//!
//! The number that a date begins with is read once, by [`super::numeral`], and [`from_numeral`] goes on after it. Imports
//! [`crate::time`] for what it builds.

mod clock;
mod day;
mod fiscal;
mod lex;
mod month;
mod moon;
mod range;
mod set;
mod signed;
pub(crate) mod words;
mod year;

pub(crate) use clock::{LOCAL_TIMES, after as clock_after};
pub(crate) use day::day_goes_on;
pub(crate) use range::duration_relation;
pub(crate) use signed::english_month;

use chrono::NaiveTime;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, map_opt, opt, peek, value, verify};
use nom::error::{FromExternalError, ParseError};
use nom::sequence::{delimited, pair, preceded, terminated};

use super::numeral::{self, Notation, Numeral, Spread};
use super::public;
use super::terminal::{Read, blanks, miss, sign, word};
use crate::any_of::{WordSet, any_of};
use crate::chars::{CharSet, one_of};
use crate::error::GrammarError;
use crate::lexer::{Cursor, Lexed};
use crate::region::Region;
use crate::time::{Calendar, DayName, Edge, MonthName, Moon, Part, Point, Relation, TimeExpr, TimeKind, YearName};
use crate::unit::{Dimension, Entry, Lexicon};
use crate::vocabulary::TIMES;
use clock::{Given, clock as clock_of, part_of_day};
use day::{clock_point, dated, dated_at, day_word, feast_point, is_bare_day, week_point, weekday_point};
use fiscal::{fiscal, fiscal_quarter, fiscal_short, period_short};
use lex::{count, feast_word, keyword, mark, small, time_word, weekday};
use month::month_tail;
use moon::{cycle_year, lunar_tail, moon_day, moon_point, new_year_day};
use range::{complete, neighbouring_months, number_range, range_of};
use set::{every, recurring};
use signed::{compact_republic, numeric, republic_digits};
use words::{Hours, Word};
use year::{
    calendar_year, centuries, century, counted_part, decade, decade_of, edged, mixed_year, numbered_year, quarters,
    short_part, short_year, stands_alone, taiwan_year, year_tail,
};

/// Reads a time.
// time = [numeric | worded | numeral numbered] [range_end] [relation]
pub(crate) fn read(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    if input.peek().is_some_and(|c| c.is_ascii_alphanumeric()) {
        if let Ok(found) = numeric_only(input) {
            return Ok(found);
        }
    }
    if let Ok(found) = from_word(input) {
        return Ok(found);
    }
    let (rest, numeral) = numeral::read(input)?;
    from_numeral(input, &numeral)(rest)
}

/// Reads a time that the layout of a page says to be one: there 二日 is a day of the month.
// printed = (signed | time | republic) [blanks clock] | numeral "日"
pub(crate) fn printed(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    const BETWEEN: CharSet =
        CharSet::of("（）()星期周礼拜一二三四五六日天 \u{3000}\u{A0}\t|｜/·•，,-–—MonTueWdhFriSat");
    if let Ok(found) = alt((clock_first, of_republic)).parse(input) {
        return Ok(found);
    }
    if let Ok((rest, found)) = alt((signed::printed, read, republic_date)).parse(input) {
        if found.kind != TimeKind::Day || found.end.is_some() {
            return Ok((rest, found));
        }
        // 2024年4月2日（二）11:20: the layout took the weekday for a part of it
        let after = rest.rest().trim_start_matches(|c| BETWEEN.contains(c));
        let after = rest.skip(rest.rest().len() - after.len());
        let clock = clock_of(Given::Day)(after).ok().filter(|(end, _)| end.rest().is_empty());
        let Some((end, (clock, _))) = clock else { return Ok((rest, found)) };
        let start = Point { clock: Some(clock), ..found.start };
        return Ok((end, TimeExpr { kind: start.kind(), start, ..found }));
    }
    let (rest, numeral) = numeral::read(input)?;
    let day = numeral.plain().filter(|day| (1..=31).contains(day) && rest.peek() == Some('日'));
    let Some(day) = day else { return miss(rest, "日") };
    Ok((rest.advance(), TimeExpr::of(Point::of(None, Part::Day(None, DayName::Number(day))))))
}

/// 22:15 2024年5月14日.
// clock_first = digital ["|"] a date with its year
fn clock_first(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let (rest, clock) = clock::digital(None)(input)?;
    let (rest, _) = (blanks, opt(sign(&['|', '，', ','], "|")), blanks).parse(rest)?;
    let (rest, found) = verify(read, |found| found.kind == TimeKind::Day && found.end.is_none()).parse(rest)?;
    let start = Point { clock: Some(clock), ..found.start };
    match start.year {
        Some(_) => Ok((rest, TimeExpr { kind: start.kind(), start, ..found })),
        None => miss(input, "a date with its year"),
    }
}

/// 民國113/05/14.
fn of_republic(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let (rest, _) = word(any_of!["民国"])(input)?;
    verify(signed::printed, |found| found.calendar == Calendar::Minguo).parse(rest)
}

/// 113年4月2日: a date of the Republic on a page, which prints its region elsewhere.
fn republic_date(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let taiwan = input.lexicon().with_region(crate::region::Region::Taiwan);
    let text = input.rest();
    let lexed = Lexed::new(text, &taiwan);
    match read(lexed.cursor(0..text.len())) {
        Ok((rest, found)) if found.kind == TimeKind::Day => Ok((input.skip(rest.at()), found)),
        _ => miss(input, "a day"),
    }
}

/// Reads a date or clock of digits and signs.
pub(crate) fn numeric_only(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let (rest, found) = numeric(input)?;
    complete(found)(rest)
}

/// Reads 1120920, a date of the Republic in digits.
pub(crate) fn compact_minguo(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let (rest, found) = compact_republic(input)?;
    complete(found)(rest)
}

/// Reads a day as 9/10, where its neighbours say that it is one; `is_dated` where those before it do.
pub(crate) fn slashed_day(input: Cursor<'_>, is_dated: bool) -> Read<'_, TimeExpr> {
    let (rest, point) = signed::slashed(is_dated)(input)?;
    let first = TimeExpr::of(point);
    let joint = (opt(word(any_of!["起"])), lex::range_mark);
    match preceded(joint, signed::slashed(true)).parse(rest) {
        Ok((rest, end)) => complete(TimeExpr { end: Some(end), kind: TimeKind::Range, ..first })(rest),
        Err(_) => complete(first)(rest),
    }
}

/// Reads the time that a word begins: 今年, 上半年, 民國104年11月, 第三季度.
pub(crate) fn from_word(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let (rest, found) = word_point(input)?;
    complete(found)(rest)
}

/// Reads on after the numeral that begins at `number`: 年, 月, 日, 時 decide that it is a time.
pub(crate) fn from_numeral<'t>(number: Cursor<'t>, numeral: &Numeral) -> impl Fn(Cursor<'t>) -> Read<'t, TimeExpr> {
    move |input| {
        let (rest, found) = match numeral.spread {
            Spread::None => numbered(number, numeral, input)?,
            // 五六點鐘
            Spread::Adjacent if input.starts_with("点钟") => {
                map(clock_point(Given::Day), TimeExpr::of).parse(number)?
            }
            Spread::Adjacent => neighbouring_months(numeral)(input)?,
            Spread::Several => return miss(number, "a number"),
        };
        complete(found)(rest)
    }
}

/// The point that a numeral begins; `input` is after it.
// numbered = numeral (year | month | day | hour | quarter | century | fiscal | period | number_range)
fn numbered<'t>(number: Cursor<'t>, numeral: &Numeral, input: Cursor<'t>) -> Read<'t, TimeExpr> {
    let Some(n) = numeral.plain() else { return miss(input, "a small number") };
    let after = input.skip_blanks();
    let next = after.advance();
    let year = calendar_year(numeral);
    let of = |point: Read<'t, Point>| point.map(|(rest, point)| (rest, TimeExpr::of(point)));
    let name = year.map(YearName::Number);
    match after.peek() {
        Some('年') => year_by_number(number, n, numeral, next),
        // 兩月 are two
        Some('月') if number.peek() == Some('两') => miss(input, "a month"),
        Some('月') if (1..=12).contains(&n) && numeral.notation != Notation::Mixed && next.peek() != Some('龄') => {
            of(month_tail(None, MonthName::Number(n))(next))
        }
        Some('日' | '号') if (1..=31).contains(&n) => {
            let is_spoken = numeral.notation == Notation::Chinese && numeral.digits > 0;
            if !is_bare_day(number, after, is_spoken) {
                return miss(input, "a day");
            }
            of(dated(Point::of(None, Part::Day(None, DayName::Number(n))))(next))
        }
        Some('时' | '点') if n <= 24 => of(clock_point(Given::Nothing)(number)),
        Some('季') if (1..=4).contains(&n) => of(quarter_by_number(n)(after)),
        Some('、') if name.is_some() => of(decade_and_next(n)(after)),
        Some('、' | '及' | '和') if (1..=30).contains(&n) => {
            let day = verify(first_of_days(n), |_| numeral.notation == Notation::Chinese && numeral.scaled());
            let point = alt((quarter_by_number(n), first_of_two(n), tens_and_next(n), century_and_next(n), day));
            alt((both_of_two(n), map(point, TimeExpr::of))).parse(after)
        }
        Some('上' | '下' | '全') if is_republic(number, n, numeral) => {
            let year = i32::try_from(n + 1911).ok().map(YearName::Number);
            let point = verify(part_of_bare_year(year), |point| matches!(point.part, Part::Half(_) | Part::Year));
            map(point, |point| TimeExpr { calendar: Calendar::Minguo, ..TimeExpr::of(point) }).parse(after)
        }
        Some('上' | '下' | '全' | '第' | '前' | '首' | '最')
            if name.is_some() && numeral.notation == Notation::Arabic =>
        {
            of(part_of_bare_year(name)(after))
        }
        // 2022、2023兩年
        Some('两')
            if after.starts_with("两年")
                && number.before().is_some_and(|token| one_of!("、和及与").contains(token.c)) =>
        {
            let whole = |year| Point::of(Some(YearName::Number(year)), Part::Year);
            of(map_opt(word(any_of!["两年"]), |_| year.map(whole)).parse(after))
        }
        Some('Q' | 'H') if name.is_some() => of(map(short_part, |part| Point::of(name, part)).parse(after)),
        Some('Q' | 'H') if numeral.digits > 0 => of(short_period(n, numeral.digits)(after)),
        Some('世') if (1..=30).contains(&n) => {
            if let Ok((rest, ((), ()))) = pair(value((), keyword(any_of!["世纪"])), century_edge).parse(after) {
                return Ok((rest, TimeExpr::unknown(TimeKind::Century, false)));
            }
            of(century(n)(after))
        }
        Some('财' | '学' | '会' | '赛' | '球') => fiscal(numeral)(after),
        Some('O' | 'o' | '0' | '◯' | '○') if numeral.notation == Notation::Chinese => of(mixed_year(number)),
        _ => alt((fiscal(numeral), number_range(numeral))).parse(input),
    }
}

/// A year by its number; `input` is after 年: 2023年, 90年代, 112年 of the Republic, 21年5月.
fn year_by_number<'t>(number: Cursor<'t>, n: u32, numeral: &Numeral, input: Cursor<'t>) -> Read<'t, TimeExpr> {
    if input.peek() == Some('代') {
        if let Ok((rest, point)) = decade(n, numeral)(input) {
            return Ok((rest, TimeExpr::of(point)));
        }
    }
    if let Some(year) = calendar_year(numeral) {
        return map(numbered_year(year), TimeExpr::of).parse(input);
    }
    let republic =
        map(taiwan_year(number, n, numeral), |point| TimeExpr { calendar: Calendar::Minguo, ..TimeExpr::of(point) });
    alt((republic, map(short_year(number, n, numeral), TimeExpr::of))).parse(input)
}

// quarter_by_number = quarters; one quarter needs 度, or its end: 三季度, 一季末, 一、二季度
fn quarter_by_number<'t>(n: u32) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let (rest, part) = quarters(n)(input)?;
        let (rest, point) = edged(Point::of(None, part))(rest)?;
        let is_told = input.until(rest).contains('度') || point.edge != Edge::Whole;
        if is_told { Ok((rest, point)) } else { miss(input, "季度") }
    }
}

/// Two days of which the second is named with 兩: 4、5兩日.
fn both_of_two<'t>(n: u32) -> impl Fn(Cursor<'t>) -> Read<'t, TimeExpr> {
    move |input| {
        let first = Point::of(None, Part::Day(None, DayName::Number(n)));
        let (rest, (last, _)) = range::listed(first)(input)?;
        if input.until(rest).ends_with('月') { miss(input, "a day") } else { Ok((rest, range_of(first, last))) }
    }
}

/// A month that the next number of its list names: the 6 of 6、7兩月.
// first_of_two = "、" small two "月"
fn first_of_two<'t>(n: u32) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let month = Point::of(None, Part::Month(MonthName::Number(n)));
        let next = preceded(sign(&['、'], "、"), (alt((day::before_two, small(12))), day::two, mark(&['月'], "月")));
        value(month, peek(next)).parse(input)
    }
}

/// Which part of a century it was, whose years nobody can say: 上世紀初, 20世紀中葉.
fn century_edge(input: Cursor<'_>) -> Read<'_, ()> {
    let edge = any_of![
        "初期",
        "初",
        "中叶",
        "中期",
        "末叶",
        "末期",
        "末",
        "前期",
        "后期",
        "晚期",
        "前半叶",
        "后半叶",
        "上半叶",
        "下半叶"
    ];
    value((), keyword(edge)).parse(input)
}

/// A day that the next day of its list names: the 16 of 十六、十七日.
// first_of_days = ("、" | "及" | "和") small "日", the day after
fn first_of_days<'t>(n: u32) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let next = verify(small(31), |next| *next == n + 1);
        let next = preceded(sign(&['、', '及', '和'], "、"), terminated(next, mark(&['日'], "日")));
        value(Point::of(None, Part::Day(None, DayName::Number(n))), peek(next)).parse(input)
    }
}

/// 1930、40年代; the input is after the year.
// decade_and_next = "、" tens "年代"
fn decade_and_next<'t>(n: u32) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let is_next = |tens: &u32| n % 10 == 0 && *tens == n % 100 + 10;
        let next = terminated(verify(small(90), is_next), keyword(any_of!["年代"]));
        let years = i32::try_from(n).map_or(Part::Unknown, |from| Part::Years(from, from + 19));
        value(Point::of(None, years), preceded(sign(&['、'], "、"), next)).parse(input)
    }
}

/// 五、六十年代; the input is after the first number.
// tens_and_next = "、" digit "十年代"
fn tens_and_next<'t>(n: u32) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let next =
            terminated(verify(lex::digit, |next| *next == n + 1 && *next < 10), word(any_of!["十年代", "零年代"]));
        let years = i32::try_from(1900 + n * 10).map_or(Part::Unknown, |from| Part::Years(from, from + 19));
        value(Point::of(None, years), preceded(sign(&['、'], "、"), next)).parse(input)
    }
}

/// 17、18世紀; the input is after the first number.
// century_and_next = ("、" | "和") small "世纪"
fn century_and_next<'t>(n: u32) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let next = terminated(verify(small(30), |next| *next == n + 1), keyword(any_of!["世纪"]));
        value(Point::of(None, centuries(n, n + 1)), preceded(sign(&['、', '和'], "、"), next)).parse(input)
    }
}

/// Whether three digits before a part of a year are a year of the Republic: 112下半年, in a text of Taiwan.
fn is_republic(number: Cursor<'_>, n: u32, numeral: &Numeral) -> bool {
    let is_free = number
        .before()
        .is_none_or(|token| !token.c.is_alphanumeric() || !one_of!("号码第前约近共有").contains(token.c));
    let is_local = number.lexicon().may_be_of(Region::Taiwan);
    is_local && is_free && numeral.notation == Notation::Arabic && numeral.digits == 3 && (100..=140).contains(&n)
}

/// 2024上半年, 2023前三季: a part of a year without 年.
fn part_of_bare_year<'t>(year: Option<YearName>) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let (rest, point) = year_tail(year)(input)?;
        let is_whole = point.part == Part::Year && !input.until(rest).ends_with('年');
        let is_days = matches!(point.part, Part::YearDay(_) | Part::FirstDays(..));
        if is_whole || is_days { miss(input, "a part of the year") } else { Ok((rest, point)) }
    }
}

// short_period = period_short | short_part after a year of two digits: 3Q23, 23Q2
fn short_period<'t>(n: u32, digits: u8) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let year = i32::try_from(2000 + n).ok().filter(|_| digits == 2 && (10..50).contains(&n));
        let after_year = map_opt(short_part, |part| year.map(|year| Point::of(Some(YearName::Number(year)), part)));
        alt((period_short(n), after_year)).parse(input)
    }
}

/// Reads the one point that begins with a word, without a range or relation.
// word_point = short_part | fiscal_short | counted_part | bracketed | "逢" recurring | moon_point | time_word word_tail
fn word_point(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let found = match input.peek() {
        Some('Q' | 'H') => {
            // Q1 2022
            let year = preceded(sign(&[' '], "a blank"), verify(lex::digits(4, 4), |n| (1990..2100).contains(n)));
            let year = map_opt(year, |n| i32::try_from(n).ok().map(YearName::Number));
            let point = map((short_part, opt(year)), |(part, year)| TimeExpr::of(Point::of(year, part)));
            return { point }.parse(input);
        }
        Some('F') => return fiscal_short(input),
        Some('第' | '前' | '首' | '头') => {
            let mut part = verify(counted_part, |part| stands_alone(*part));
            let whole = |(rest, part)| map(edged(Point::of(None, part)), TimeExpr::of).parse(rest);
            let counted = fiscal_quarter(input).or_else(|_| part.parse(input).and_then(whole));
            // 前一個月 is the one before, not the first of the year
            let is_word = |end: Cursor<'_>| time_word(input).is_ok_and(|(rest, _)| rest.at() >= end.at());
            counted
                .and_then(|(rest, found)| if is_word(rest) { miss(input, "a number") } else { Ok((rest, found)) })
                .or_else(|_| bracketed(input))
        }
        Some('逢') => preceded(word(any_of!["逢"]), recurring).parse(input),
        Some('闰') => return map(moon_point(None), TimeExpr::of).parse(input),
        _ => bracketed(input),
    };
    if found.is_ok() {
        return found;
    }
    let (rest, word) = time_word(input)?;
    word_tail(word, input.until(rest))(rest)
}

/// A number in brackets inside a word of time, which says the same: 今（112）年, 上（8）月, 本（20）日.
// bracketed = word "(" small ")" ("年" | "月" | "日" | "季" | "周") word_tail
fn bracketed(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    const LEADS: &WordSet = any_of!["今", "去", "昨", "明", "上", "本", "下", "前", "后", "同"];
    // 昨（十九）日
    let digits = alt((lex::digits(1, 4), small(31)));
    let number = delimited(mark(&['('], "("), digits, mark(&[')'], ")"));
    let (rest, (lead, number)) = (word(LEADS), number).parse(input)?;
    let (rest, unit) = mark(&['年', '月', '日', '季', '周', '晨', '早', '午', '晚', '夜'], "年")(rest)?;
    let form = alloc::format!("{lead}{unit}");
    match TIMES.get(&form) {
        Some(Word::Day(day)) => {
            let day = if matches!(day, DayName::Offset(_)) { day.with_number(number) } else { day };
            let given = Hours::of_word(&form).map_or(Given::Day, Given::Part);
            map(dated_at(Point::of(None, Part::Day(None, day)), given), TimeExpr::of).parse(rest)
        }
        Some(meaning) => word_tail(meaning, "")(rest),
        None => miss(input, "a word of time"),
    }
}

/// Whether people, pieces or years are counted here.
fn counts(input: Cursor<'_>) -> bool {
    let is_counted =
        |unit: Entry<'_>| matches!(unit.dimension(), Dimension::Items | Dimension::People | Dimension::Duration);
    input.unit().is_some_and(|(unit, end)| is_counted(unit) && !end.is_crossed())
}

/// What a word means with what follows it; `form` is the word.
fn word_tail<'t>(word: Word, form: &'t str) -> impl Fn(Cursor<'t>) -> Read<'t, TimeExpr> {
    move |input| {
        let just = |point: Point| Ok((input, TimeExpr::of(point)));
        let of_day = |offset| Point::of(None, Part::Day(None, DayName::Offset(offset)));
        let of_year = |offset| Point::of(Some(YearName::Offset(offset)), Part::Year);
        let back = || input.to(input.at() - form.len());
        let point = match word {
            // 前週五 is another week's
            Word::Part(Part::WeekLast(_)) if weekday(input).is_ok() => return miss(input, "a week"),
            // 入冬以來, not the verb
            Word::Part(Part::Season) if form.starts_with('入') => {
                return value(TimeExpr::of(Point::of(None, Part::Season)), peek(range::relation)).parse(input);
            }
            // 十四五名學員, no plan
            Word::Part(Part::Years(..)) if counts(input) => return miss(input, "a plan"),
            Word::Part(part) => return map(edged(Point::of(None, part)), TimeExpr::of).parse(input),
            // 這年頭, but 年頭至今
            Word::YearEdge(_) if form == "年头" && range::relation(input).is_err() => {
                return miss(input, "a relation");
            }
            Word::YearEdge(edge) => return year_edge(edge)(input),
            Word::MonthEdge(edge) => return just(Point { edge, ..Point::of(None, Part::Month(MonthName::Offset(0))) }),
            Word::Years(first, last) => return Ok((input, range_of(of_year(first), of_year(last)))),
            Word::Days(first, last) => return Ok((input, range_of(of_day(first), of_day(last)))),
            Word::SamePeriod(year) => return just(Point::of(year, Part::SamePeriod)),
            Word::Minguo => return republic_year(input),
            Word::Reign => return reign_year(input),
            Word::Every => return every(input),
            Word::Recurring => return recurring(input),
            Word::Fiscal(TimeKind::Year) => return fiscal::period(input),
            Word::Fiscal(kind) => return Ok((input, TimeExpr::unknown(kind, false))),
            Word::Vague(kind) => return Ok((input, TimeExpr::unknown(kind, true))),
            Word::Year(year) => preceded(same_year, year_tail(Some(year))).parse(input),
            Word::Month(month) => preceded(same_month, month_tail(None, month)).parse(input),
            Word::Day(day) => day_word(day, form)(input),
            Word::Week(week) => week_point(week)(input),
            Word::WeekdayPrefix => weekday(input).and_then(|(rest, day)| weekday_point(None, day)(rest)),
            Word::DayPart => clock_point(Given::Nothing)(back()),
            Word::Era(before) => era_year(before)(input),
            Word::Century(offset) => {
                if let Ok((rest, ())) = century_edge(input) {
                    return Ok((rest, TimeExpr::unknown(TimeKind::Century, false)));
                }
                map(opt(decade_of(0)), |years| Point::of(None, Part::Century(offset, years))).parse(input)
            }
            Word::Lunar => lunar_tail(input),
            Word::LunarMonth(_) => moon_point(None)(back()),
            Word::LunarNewYear => new_year_day(false)(input),
            Word::LunarDay => day_of_first_moon(back()),
            Word::Sexagenary(place) => cycle_year(place)(input),
            Word::Feast(_) => feast_word(back()).and_then(|(rest, feast)| feast_point(feast)(rest)),
        };
        point.map(|(rest, point)| (rest, TimeExpr::of(point)))
    }
}

/// The number of a year in brackets after its word: 去年（2023年）同期.
// same_year = ["(" digits{4} "年" ")"]
fn same_year(input: Cursor<'_>) -> Read<'_, ()> {
    value((), opt(delimited(mark(&['('], "("), (lex::digits(3, 4), mark(&['年'], "年")), mark(&[')'], ")"))))
        .parse(input)
}

/// The number of a month in brackets after its word: 上月（9月）.
// same_month = ["(" count "月" ")"]
fn same_month(input: Cursor<'_>) -> Read<'_, ()> {
    value((), opt(delimited(mark(&['('], "("), (count(12), mark(&['月'], "月")), mark(&[')'], ")")))).parse(input)
}

/// 年底, 年內; 年初三 is a day of the moon.
fn year_edge<'t>(edge: Edge) -> impl Fn(Cursor<'t>) -> Read<'t, TimeExpr> {
    move |input| {
        if edge == Edge::Start {
            if let Ok((rest, point)) = new_year_day(true)(input) {
                return Ok((rest, TimeExpr::of(point)));
            }
        }
        let point = Point { edge, ..Point::of(Some(YearName::Offset(0)), Part::Year) };
        let relation = if edge == Edge::Whole { Relation::During } else { Relation::On };
        Ok((input, TimeExpr { relation, ..TimeExpr::of(point) }))
    }
}

/// 初一清晨: alone it is as often a grade of school.
// day_of_first_moon = moon_day [day_time], a part of the day after it
fn day_of_first_moon(input: Cursor<'_>) -> Read<'_, Point> {
    let (rest, day) = terminated(moon_day, peek(part_of_day)).parse(input)?;
    dated(Point::of(None, Part::Moon(Moon { month: Some(1), leap: false, day: Some(day) })))(rest)
}

/// The year after 公元 or 公元前.
// era_year = numeral "年" year_tail
fn era_year<'t>(is_before: bool) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let (rest, n) = map_opt(numeral::read, |n| n.plain().filter(|n| (1..=4000).contains(n))).parse(input)?;
        let year = i32::try_from(n).map_or(0, |year| if is_before { 1 - year } else { year });
        preceded(mark(&['年'], "年"), year_tail(Some(YearName::Number(year)))).parse(rest)
    }
}

/// The year of a reign, which no table here resolves: 雍正四年正月初一.
// reign_year = numeral "年" year_tail [word_point of the moon]
fn reign_year(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let number = verify(numeral::read, |numeral: &Numeral| numeral.plain().is_some());
    let moon = verify(word_point, |point| point.calendar == Calendar::Lunar);
    let (rest, _) = (number, mark(&['年'], "年"), year_tail(None), opt(moon)).parse(input)?;
    Ok((rest, TimeExpr::unknown(TimeKind::Year, false)))
}

/// What follows 民國: 112年9月20日, 元年, 一一二年, 1120920, 112/9/20.
// republic_year = republic_digits | (small | "元" | digit{3}) ("年" | "学") ("代" | year_tail)
fn republic_year(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let minguo = |point| TimeExpr { calendar: Calendar::Minguo, ..TimeExpr::of(point) };
    if let Ok(found) = preceded(blanks, map(republic_digits, minguo)).parse(input) {
        return Ok(found);
    }
    if let Ok(found) = map(republic_decades, minguo).parse(input) {
        return Ok(found);
    }
    let first = value(1, sign(&['元'], "元"));
    let (rest, n) = terminated(alt((count(200), republic_number, first)), mark(&['年', '学'], "年")).parse(input)?;
    let first = i32::try_from(n).unwrap_or_default() + 1911;
    // 民國七十年代
    let decade = verify(value(Part::Years(first, first + 9), word(any_of!["代"])), |_| n % 10 == 0);
    let decade = map(decade, |part| Point::of(None, part));
    map(alt((decade, year_tail(Some(YearName::Number(first))))), minguo).parse(rest)
}

/// 民國70、80年代, 民國五十至六十年代.
// republic_decades = count ["年代"] ("、" | range_mark) count "年代"
fn republic_decades(input: Cursor<'_>) -> Read<'_, Point> {
    let joint = alt((value((), mark(&['、'], "、")), lex::range_mark));
    let tens = || verify(count(200), |n| n % 10 == 0);
    let joined = preceded((opt(word(any_of!["年代"])), joint), terminated(tens(), word(any_of!["年代"])));
    let decades = verify(pair(tens(), joined), |(first, last)| first < last);
    let year = |n: u32| i32::try_from(n).unwrap_or_default() + 1911;
    map(decades, |(first, last)| Point::of(None, Part::Years(year(first), year(last) + 9))).parse(input)
}

/// A year of three Chinese digits, or with 百: 一一二, 一百一十二.
// republic_number = digit ("百" ["零"] [small] | digit digit)
fn republic_number(input: Cursor<'_>) -> Read<'_, u32> {
    let tail = (word(any_of!["百"]), opt(word(any_of!["零", "〇"])), opt(small(99)));
    let tail =
        alt((map(tail, |(_, _, n)| n.unwrap_or(0)), map((lex::digit, lex::digit), |(tens, ones)| tens * 10 + ones)));
    map((lex::digit, tail), |(hundreds, rest)| hundreds * 100 + rest).parse(input)
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

fn rule(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    read(input).or_else(|_| miss(input, "a time"))
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

fn day(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    match read(input) {
        Ok((rest, e)) if matches!(e.kind, TimeKind::Day | TimeKind::DateTime) => Ok((rest, e)),
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

fn time_of_day(input: Cursor<'_>) -> Read<'_, NaiveTime> {
    map_opt(clock_of(Given::Day), |(clock, _)| NaiveTime::from_hms_opt(clock.hour % 24, clock.minute, clock.second))
        .parse(input)
        .or_else(|_| miss(input, "a time of day"))
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
        let lexed = Lexed::new(text, &lexicon);
        let Ok((rest, expression)) = read(lexed.cursor(0..text.len())) else { return "none".to_string() };
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
            ("今 (19) 日", "day on 2023-09-19~2023-09-19|"),
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
            ("3点", "datetime on 2023-09-18T03:00:00~2023-09-18T03:00:00|"),
            ("3点建议", "none"),
            ("近日", "day on -~-|"),
        ] {
            assert_eq!(show(text), want, "{text}");
        }
    }
}
