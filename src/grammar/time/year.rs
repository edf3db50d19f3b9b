//! Years: what may follow one (9月, 第三季度, 年底, 春節), years of two digits and of the Republic, decades and centuries.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cond, map, not, opt, peek, success, value, verify};
use nom::sequence::{delimited, pair, preceded, terminated};

use super::clock::Given;
use super::day::{feast_point, shares, timed};
use super::lex::{
    begins_word, count, digit, digits, feast_word, keyword, mark, no_word, range_mark, small, whole_word,
};
use super::month::{month_tail, slashed, weeks};
use super::moon::moon_point;
use super::range::relation;
use crate::any_of::{WordSet, any_of};
use crate::chars::{self, CharSet, one_of};
use crate::grammar::numeral::{Notation, Numeral};
use crate::grammar::terminal::{Read, blanks, miss, sign, token, word};
use crate::lexer::{Cursor, Token};
use crate::region::Region;
use crate::time::{Edge, Feast, MonthName, Part, Point, YearName};
use crate::vocabulary::RECORDS;

/// A year with what follows it: a month, a half, a quarter, an end, a festival.
// year_tail = ["的"] counted | festival | numbered | season | year_part | ε
pub(super) fn year_tail<'t>(year: Option<YearName>) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let whole = Point::of(year, Part::Year);
        let Some(first) = input.skip_blanks().peek() else { return Ok((input, whole)) };
        let festive = preceded((blanks, opt(mark(&['的'], "的"))), festival(year));
        if let Ok(found) = alt((counted_of(year), festive)).parse(input) {
            return Ok(found);
        }
        if first.is_ascii_digit() || chars::chinese(first).is_some() || first == '十' {
            return alt((numbered(year), success(whole))).parse(input);
        }
        if !PART_STARTS.contains(first) {
            return Ok((input, whole));
        }
        // 今年入冬以來, not 今年入冬
        let begun = terminated(word(any_of!["入春", "入夏", "入秋", "入冬"]), peek(relation));
        let season = value(Point::of(year, Part::Season), alt((keyword(SEASONS), begun)));
        // after a blank only a whole word goes on: 2022年 上半年
        let is_apart = input.skip_blanks().at() > input.at();
        let apart =
            peek(word(any_of!["上半年", "下半年", "第", "首季", "年底", "年初", "年末", "全年", "同期", "Q", "首月"]));
        let part = preceded((blanks, cond(is_apart, apart)), year_part(year));
        alt((season, part, success(whole))).parse(input)
    }
}

/// The first characters of what may follow a year by a word.
const PART_STARTS: &str = "暑汛雨次盛寒隆深严杪入伊开头岁份Q元中上下第前后首末最尾底初年全同今度闰农阴旧夏正腊春秋冬H";

/// Seasons; 春 and 秋 alone are parts of words.
const SEASONS: &WordSet = any_of![
    "春季", "夏季", "秋季", "冬季", "春天", "夏天", "秋天", "冬天", "初春", "初夏", "初秋", "初冬", "盛夏", "深秋",
    "寒冬", "隆冬", "严冬", "春运", "暑运", "暑期", "暑假", "寒假", "汛期", "雨季",
];

// counted_of = "的" ("第" | "前" | "首" | "最后") …: 2021年的第二週
fn counted_of<'t>(year: Option<YearName>) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let lead = peek(word(any_of!["第", "前", "首", "头", "最后", "后", "全年", "上半年", "下半年"]));
        preceded((mark(&['的'], "的"), lead), year_part(year)).parse(input)
    }
}

/// A festival of a year, in quotation marks too: 去年春節, 去年“雙十二”, 今年“十一”.
// festival = feast | quote feast quote
fn festival<'t>(year: Option<YearName>) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let october = value(Feast::OCTOBER, word(any_of!["十一"]));
        let june = value(Feast::CHILDRENS_DAY, word(any_of!["六一"]));
        let quoted =
            delimited(sign(&['“', '「', '"'], "“"), alt((feast_word, october, june)), sign(&['”', '」', '"'], "”"));
        let (rest, feast) =
            alt((terminated(quoted, opt(keyword(any_of!["假期", "长假", "黄金周"]))), feast_word)).parse(input)?;
        map(feast_point(feast), |point| Point { year, ..point }).parse(rest)
    }
}

// numbered = slashed | month shares | month "月" month_tail | quarter
fn numbered<'t>(year: Option<YearName>) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        if let Ok(found) = slashed(year)(input) {
            return Ok(found);
        }
        let (rest, n) = count(12)(input)?;
        let month = MonthName::Number(n);
        // 2023年1至9月, 2023年1、2月: the month comes after the last number
        let shared = value(Point::of(year, Part::Month(month)), shares(12, &['月']));
        let tail = preceded(mark(&['月'], "月"), month_tail(year, month));
        alt((shared, tail, quarter(year, n))).parse(rest)
    }
}

/// A quarter by its number, or two: 三季度, 一、二季度, 1至3季.
// quarter = [("、" | range_mark) small] "季" ["度"] [edge]
fn quarter<'t>(year: Option<YearName>, n: u32) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let (rest, part) = quarters(n)(input)?;
        edged(Point::of(year, part))(rest)
    }
}

// quarters = [("、" | range_mark) small] "季" ["度"]
pub(super) fn quarters<'t>(first: u32) -> impl Fn(Cursor<'t>) -> Read<'t, Part> {
    move |input| {
        let neighbour = preceded(mark(&['、'], "、"), verify(small(4), |next| *next == first + 1));
        let later = preceded(range_mark, verify(small(4), |next| *next > first));
        let (rest, last) = opt(alt((neighbour, later))).parse(input)?;
        let (rest, _) = (mark(&['季'], "季"), opt(sign(&['度'], "度"))).parse(rest)?;
        match (first, last) {
            (1..=4, None) => Ok((rest, Part::Quarter(first))),
            (1..=3, Some(last)) => Ok((rest, Part::Months(first * 3 - 2, last * 3))),
            _ => miss(input, "a quarter"),
        }
    }
}

/// What makes a word with a 初 before it: 初步, 初估.
const STARTED: CharSet = CharSet::of("中步期衷始一二三审选赛估值判核评验");

/// A quarter or a half with its end: 第三季末, 上半年末; 首季|初估.
// edged = ["末" | "底" | "初"]
pub(super) fn edged<'t>(point: Point) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let end = value(Edge::End, keyword(any_of!["末", "底"]));
        let started = |next: Token| STARTED.contains(next.c).then_some(());
        let start = terminated(keyword(any_of!["初"]), not(token("the end", started)));
        let edge = alt((end, value(Edge::Start, start)));
        map(opt(edge), |edge| Point { edge: edge.unwrap_or(point.edge), ..point }).parse(input)
    }
}

/// Parts of a year that are words by themselves, the longer ones first.
const PARTS: [(&str, Part); 26] = [
    ("上半年", Part::Half(1)),
    ("下半年", Part::Half(2)),
    ("首半年", Part::Half(1)),
    ("前半年", Part::Half(1)),
    ("后半年", Part::Half(2)),
    ("首季度", Part::Quarter(1)),
    ("首季", Part::Quarter(1)),
    ("末季度", Part::Quarter(4)),
    ("末季", Part::Quarter(4)),
    ("首月", Part::Month(MonthName::Number(1))),
    ("次季度", Part::Quarter(2)),
    ("次季", Part::Quarter(2)),
    ("同期", Part::SamePeriod),
    ("同时期", Part::SamePeriod),
    ("同时段", Part::SamePeriod),
    ("同一期间", Part::SamePeriod),
    ("同一时期", Part::SamePeriod),
    ("同一时段", Part::SamePeriod),
    ("同季度", Part::SamePeriod),
    ("同季", Part::SamePeriod),
    ("同周", Part::SamePeriod),
    ("同月", Part::SamePeriod),
    ("同日", Part::SameDay),
    ("此时", Part::ThisDay),
    ("今日", Part::ThisDay),
    ("今天", Part::ThisDay),
];

/// A part of the year by a word: 上半年, 第三季度, 年底, 農曆八月, 最後兩個月.
// year_part = counting | "元月" month_tail | "份" | year_edge | annual counting | "全年" | annual | moon_point
fn year_part<'t>(year: Option<YearName>) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let whole = Point::of(year, Part::Year);
        let share = terminated(keyword(any_of!["份"]), not(sign(&['额', '子'], "额")));
        // 2023年度過難關
        let annual = || preceded(no_word, keyword(any_of!["度"]));
        // 114年度前3季
        let is_count = |point: &Point| matches!(point.part, Part::Half(_) | Part::Quarter(_) | Part::Months(..));
        alt((
            counting(year),
            preceded(keyword(any_of!["元月"]), month_tail(year, MonthName::Number(1))),
            value(whole, share),
            // 2026年下旬: which days of it, nobody can say
            value(Point::of(year, Part::Unknown), keyword(any_of!["上旬", "中旬", "下旬"])),
            map(year_edge, |edge| Point { edge, ..whole }),
            preceded(annual(), verify(counting(year), is_count)),
            value(whole, alt((keyword(any_of!["全年"]), annual()))),
            moon_point(year),
        ))
        .parse(input)
    }
}

/// A part that counts within its year: 上半年, Q3, 第三季度, 最後一天.
// counting = (named | short_part | counted_part | last_part) edged
fn counting<'t>(year: Option<YearName>) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        if let Some((word, part)) = PARTS.iter().find(|(word, _)| input.starts_with(word)) {
            return edged(Point::of(year, *part))(input.skip(word.len()));
        }
        if let Ok((rest, part)) = short_part(input) {
            return Ok((rest, Point::of(year, part)));
        }
        let (rest, part) = alt((counted_part, last_part)).parse(input)?;
        match part {
            Part::YearDay(_) => timed(Point::of(year, part), Given::Day)(rest),
            _ => edged(Point::of(year, part))(rest),
        }
    }
}

// short_part = ("Q" digit | "H" digit), no letter or digit after it
pub(super) fn short_part(input: Cursor<'_>) -> Read<'_, Part> {
    let quarter = preceded(sign(&['Q'], "Q"), verify(digits(1, 1), |n| (1..=4).contains(n)));
    let half = preceded(sign(&['H'], "H"), verify(digits(1, 1), |n| (1..=2).contains(n)));
    let part = alt((map(quarter, Part::Quarter), map(half, Part::Half)));
    terminated(part, not(token("the end", |next| next.c.is_ascii_alphanumeric().then_some(())))).parse(input)
}

/// An end or the middle of a year after it: 去年年中, 年底, 今年初; 今年初中畢業 is something else.
// year_edge = "年中" | "中" | "年底" | "底" | "年初" | "初" | …
fn year_edge(input: Cursor<'_>) -> Read<'_, Edge> {
    let goes_on = |next: Token| {
        (next.c.is_alphanumeric() && !one_of!("投完开竣动通落启前后以起展推揭入至到见").contains(next.c)).then_some(())
    };
    let started = |next: Token| STARTED.contains(next.c).then_some(());
    alt((
        value(Edge::Middle, keyword(any_of!["年中"])),
        value(Edge::Middle, terminated(keyword(any_of!["中"]), not(token("the end", goes_on)))),
        // 今年|末伏, 2022年|末期息
        value(
            Edge::End,
            preceded(
                not(word(any_of!["末伏", "末期", "年末期"])),
                keyword(any_of!["年底", "年末", "年尾", "岁末", "底", "末", "尾", "杪"]),
            ),
        ),
        value(Edge::Start, keyword(any_of!["伊始", "岁初", "开年", "年头"])),
        value(Edge::Start, terminated(keyword(any_of!["年初", "初"]), not(token("the end", started)))),
    ))
    .parse(input)
}

/// 第三季度, 前三季, 前10個月, 首9個月, 第37週, 前20天.
// counted_part = "第" nth | ("前" | "首" | "头") first
pub(super) fn counted_part(input: Cursor<'_>) -> Read<'_, Part> {
    let (rest, lead) = mark(&['第', '前', '首', '头'], "第")(input)?;
    let (rest, n) = count(60)(rest)?;
    if lead == '第' { nth_part(n)(rest) } else { first_part(n)(rest) }
}

// nth = plan | week | day | month | quarters
fn nth_part<'t>(n: u32) -> impl Fn(Cursor<'t>) -> Read<'t, Part> {
    move |input| {
        // plans run for five years from 1966, the third, on
        let first = i32::try_from(n).map_or(0, |n| 1951 + 5 * n);
        let plan = value(Part::Years(first, first + 4), keyword(any_of!["个五年规划", "个五年计划"]));
        alt((
            verify(plan, |_| n >= 3),
            verify(value(Part::NthWeek(None, n), weeks), |_| n <= 53),
            verify(value(Part::Month(MonthName::Number(n)), keyword(any_of!["个月"])), |_| n <= 12),
            value(Part::YearDay(n), keyword(any_of!["天", "日"])),
            quarters(n),
        ))
        .parse(input)
    }
}

// first = ("个季度" | "季度" | "季") | ("个月" | "月") | ("天" | "日") | week
fn first_part<'t>(n: u32) -> impl Fn(Cursor<'t>) -> Read<'t, Part> {
    move |input| {
        alt((
            verify(
                value(Part::Months(1, n * 3), preceded(blanks, keyword(any_of!["个季度", "季度", "季"]))),
                |_| n <= 4,
            ),
            verify(value(Part::Months(1, n), preceded(blanks, keyword(any_of!["个月", "月"]))), |_| n <= 12),
            value(Part::FirstDays(None, n), keyword(any_of!["天", "日"])),
            value(Part::FirstWeeks(n), weeks),
        ))
        .parse(input)
    }
}

/// 最後兩個月, 後三個月, 末季, 最後一天.
// last_part = ("最后" | "后" | "末" | "尾") count ("个季度" | "季" | "个月" | "月" | "天")
fn last_part(input: Cursor<'_>) -> Read<'_, Part> {
    let (rest, (lead, n)) = pair(word(any_of!["最后", "后", "末", "尾"]), count(31)).parse(input)?;
    let quarters = verify(keyword(any_of!["个季度", "季度", "季"]), |_: &&str| n <= 4);
    let months = verify(keyword(any_of!["个月", "月"]), |_: &&str| n <= 12);
    let days = verify(keyword(any_of!["天", "日"]), |_: &&str| lead == "最后");
    alt((
        value(Part::Months(13_u32.saturating_sub(n * 3), 12), quarters),
        value(Part::Months(13_u32.saturating_sub(n), 12), months),
        value(Part::LastDays(None, n), days),
    ))
    .parse(rest)
}

/// Whether a counted part is a time by itself, without a year before it.
pub(super) const fn stands_alone(part: Part) -> bool {
    matches!(part, Part::Quarter(_) | Part::Months(..) | Part::Years(..))
}

/// Decades after a century, as first and last year: 60年代 of 20世紀, 七八十年代, 60至70年代.
// decade_of = ["的"] (digit digit "十年代" | tens ["年代"] [range_mark tens] "年代")
pub(super) fn decade_of<'t>(first: i32) -> impl Fn(Cursor<'t>) -> Read<'t, (i32, i32)> {
    move |input| {
        let years = |n: u32| i32::try_from(n).unwrap_or(0);
        let tens = || verify(small(90), |n| n % 10 == 0);
        let neighbours = terminated((digit, digit), word(any_of!["十年代"]));
        let neighbours = map(neighbours, |(low, high)| (low * 10, high * 10));
        let range = opt(preceded((opt(word(any_of!["年代"])), range_mark), tens()));
        let numbers = terminated((tens(), range), keyword(any_of!["年代"]));
        let numbers = map(numbers, |(low, high)| (low, high.unwrap_or(low)));
        let (rest, (low, high)) =
            preceded(opt(word(any_of!["的"])), verify(alt((neighbours, numbers)), |(low, high)| low <= high))
                .parse(input)?;
        Ok((rest, (first + years(low), first + years(high) + 9)))
    }
}

/// 20世紀, 20世紀90年代.
// century = "世纪" [decade_of]
pub(super) fn century<'t>(n: u32) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let first = i32::try_from(n).map_or(0, |n| n * 100 - 100);
        let decade = preceded(keyword(any_of!["世纪"]), opt(decade_of(first)));
        map(decade, |years| {
            let (from, to) = years.unwrap_or((first + 1, first + 100));
            Point::of(None, Part::Years(from, to))
        })
        .parse(input)
    }
}

/// The years from the first of one century to the last of another.
pub(super) fn centuries(first: u32, last: u32) -> Part {
    let year = |n: u32| i32::try_from(n * 100).ok();
    year(first).zip(year(last)).map_or(Part::Unknown, |(first, last)| Part::Years(first - 99, last))
}

/// 90年代, 1980年代, 七十年代; the input is after 年.
// decade = "代", no word goes on
pub(super) fn decade<'t>(n: u32, numeral: &Numeral) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    let is_decade = n % 10 == 0 && (n < 100 || calendar_year(numeral).is_some());
    move |input| {
        let (rest, _) = sign(&['代'], "代")(input)?;
        if !is_decade || begins_word(input) {
            return miss(input, "代");
        }
        let first = i32::try_from(match n {
            100.. => n,
            30.. => 1900 + n,
            _ => 2000 + n,
        });
        Ok((rest, Point::of(None, first.map_or(Part::Unknown, |first| Part::Years(first, first + 9)))))
    }
}

/// What follows a year by its number, 年 after it.
pub(super) fn numbered_year<'t>(year: i32) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        // 2023年期間, 2023年期貨: a word begins
        let period = terminated(sign(&['期'], "期"), whole_word);
        preceded(not(period), year_tail(Some(YearName::Number(year)))).parse(input)
    }
}

/// 112年9月 is a year of the Republic where a part of the year follows, and in a text of Taiwan; the input is after 年.
pub(super) fn taiwan_year<'t>(number: Cursor<'t>, n: u32, numeral: &Numeral) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    let is_three =
        (80..=160).contains(&n) && numeral.digits >= 2 && numeral.notation == Notation::Arabic && !numeral.point;
    move |input| {
        let is_local = input.lexicon().may_be_of(Region::Taiwan);
        if !is_three || n < 100 && !is_local {
            return miss(input, "a year");
        }
        let (rest, point) = year_tail(i32::try_from(n).ok().map(|n| YearName::Number(n + 1911)))(input)?;
        // far ahead a year is told by what will be then: 145年可達
        let is_near = n <= 140 || word(any_of!["可", "将", "预", "会", "达", "时"])(rest).is_ok();
        let is_year = is_local && n >= 100 && is_near && !is_length(number, rest);
        if is_part(&point) || is_year { Ok((rest, point)) } else { miss(input, "a year") }
    }
}

/// Whether three digits with 年 are a length: 112年來, 100年的歷史; 較112年的 and 112年的5件 are of a year.
fn is_length(number: Cursor<'_>, after: Cursor<'_>) -> bool {
    let is_compared = || number.head().ends_with(['较', '比', '与', '从', '由', '自', '跟', '和', '在']);
    match after.peek() {
        Some('期' | '来') => true,
        Some('的') => !is_compared() && after.advance().token().is_none_or(|next| next.digit().is_none()),
        _ => false,
    }
}

/// Whether a point is a part of its year.
fn is_part(point: &Point) -> bool {
    point.part != Part::Year || point.edge != Edge::Whole
}

/// 21年 is a year where a month or a relation follows, 九七年 where it is written digit by digit, 09年 by its zero; else it
/// is a duration. The input is after 年.
pub(super) fn short_year<'t>(number: Cursor<'t>, n: u32, numeral: &Numeral) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    // 近11年同期 are eleven years, 睽違30年11月再 a length and a month
    // 求刑28年6月 is a term
    let is_long =
        number.before().is_some_and(|token| matches!(token.c, '近' | '违' | '隔' | '刑' | '判' | '处' | '囚' | '监'));
    let is_from = number.before().is_some_and(|token| matches!(token.c, '自' | '从' | '由'));
    let is_two = numeral.digits == 2 && !numeral.point && !is_long;
    let is_spoken = numeral.notation == Notation::Chinese && is_two || number.starts_with("0");
    move |input| {
        let year = i32::try_from(n).ok().map(|n| YearName::Number(n + if n > 50 { 1900 } else { 2000 }));
        let (rest, point) = year_tail(year)(input)?;
        // 21年前9個月: the months are those of the year; 20年前 is a duration
        let since = || word(any_of!["以来", "至今"])(rest).is_ok();
        // 24年同期最低 and 16年以來的新高 are records of so many years
        let after = rest.rest().trim_start_matches("以来").trim_start_matches('的');
        let is_whole = matches!(point.part, Part::SamePeriod | Part::Year);
        if is_whole && !is_spoken && !is_from && RECORDS.longest(after).is_some() {
            return miss(input, "a year");
        }
        // 24年全年賺3億元
        let is_full = || input.starts_with("全年") && !rest.peek().is_some_and(|c| one_of!("无不").contains(c));
        if is_two && (is_part(&point) || is_spoken || since() || is_full()) {
            Ok((rest, point))
        } else {
            miss(input, "a year")
        }
    }
}

/// Whether a numeral can be a calendar year: four digits, or as many Chinese ones.
pub(super) fn calendar_year(n: &Numeral) -> Option<i32> {
    let year = n.plain().filter(|year| (1000..=2999).contains(year))?;
    // 二千零三年 is a year, 二千年 a long time
    let spoken = n.notation == Notation::Chinese && n.scaled() && (1900..2100).contains(&year) && year % 100 != 0;
    (n.digits == 4 && n.doubt.is_none() || spoken).then_some(i32::try_from(year).ok()?)
}

/// A year whose zero is written as a letter or a digit: 二OO九年, 二0一七年.
// mixed_year = digit{4} "年", one of them a zero of another kind
pub(super) fn mixed_year(input: Cursor<'_>) -> Read<'_, Point> {
    let zero = |token: Token| matches!(token.c, 'O' | 'o' | '0' | '◯' | '○' | '〇').then_some(0);
    let any = || token("a digit", move |token: Token| token.hanzi().map(i32::from).or_else(|| zero(token)));
    let (rest, (a, b, c, d)) = (any(), any(), any(), any()).parse(input)?;
    let year = ((a * 10 + b) * 10 + c) * 10 + d;
    let is_year = input.token().is_some_and(|token| token.hanzi().is_some()) && (1900..2100).contains(&year);
    let (rest, _) = sign(&['年'], "年")(rest)?;
    if is_year { numbered_year(year)(rest) } else { miss(input, "a year") }
}
