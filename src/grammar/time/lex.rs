//! What the rules of times are made of: keywords that end where words end, marks after blanks, the small numbers of
//! calendars.

use core::ops::Range;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, not, opt, verify};
use nom::sequence::{preceded, terminated};

use super::words::Word;
use crate::any_of::{WordSet, any_of};
use crate::chars::{CharSet, RANGE_MARKS, contracted, is_financial, scale};
use crate::general::{self, Pos};
pub(super) use crate::grammar::markers::begins_longer;
use crate::grammar::terminal::{Read, miss, sign, token};
use crate::lexer::{Cursor, Token};
use crate::time::Feast;
use crate::unit::{Dimension, Entry, Traits};
use crate::vocabulary::TIMES;

/// Whether a word goes on at `end` that begins at `start` or after it and is no time: the 底 of 9月底特律, the 前 of
/// 兩年前往; 星期 goes on in 星期一.
pub(super) fn is_cut(start: Cursor<'_>, end: Cursor<'_>) -> bool {
    // 本周|轉晴: 本 is no word before 周轉
    if matches!(start.until(end), "本周" | "上周" | "下周") && !start.is_crossed() {
        return false;
    }
    // 今早|報4.28元: no morning paper
    let quotes = |next: Token| next.digit().or(next.hanzi()).is_some();
    if end.peek() == Some('报') && end.advance().token().is_some_and(quotes) {
        return false;
    }
    end.word_across()
        .is_some_and(|word| word.start >= start.at() && !is_time(start.to(word.start).until(start.to(word.end))))
}

/// Whether a word is one of times, or an adverb or pronoun, which a time may go on in.
fn is_time(word: &str) -> bool {
    // 上周五 is a word of the table
    if word.ends_with(['一', '二', '三', '四', '五', '六', '日', '天'])
        && TIMES.longest(word).is_some_and(|(_, length)| length > 3)
    {
        return true;
    }
    let pos = general::get(word).map(|word| word.pos);
    // 去年底部
    if word.ends_with(['部', '端', '侧']) {
        return false;
    }
    matches!(pos, Some(Pos::Time | Pos::Pronoun | Pos::Adverb | Pos::Numeral | Pos::Localiser) | None)
}

/// Whether a word of more than one character begins here.
pub(super) fn begins_word(input: Cursor<'_>) -> bool {
    let first = input.rest().chars().next().map_or(0, char::len_utf8);
    general::longest_at(input.rest()).is_some_and(|word| word.length > first)
}

/// No word of more than one character begins here.
pub(super) fn no_word(input: Cursor<'_>) -> Read<'_, ()> {
    if begins_word(input) { miss(input, "no other word") } else { Ok((input, ())) }
}

/// No word goes on here.
pub(super) fn whole_word(input: Cursor<'_>) -> Read<'_, ()> {
    if input.is_crossed() { miss(input, "the end of a word") } else { Ok((input, ())) }
}

/// The first of some words that stands here and ends where a word ends.
pub(super) fn keyword<'t>(words: &'static WordSet) -> impl Fn(Cursor<'t>) -> Read<'t, &'t str> {
    move |input| {
        let ends_word = |word: &str| !is_cut(input, input.skip(word.len()));
        match words.all_at(input.rest()).find(|word| ends_word(word)) {
            Some(word) => Ok((input.skip(word.len()), word)),
            None => miss(input, words.name()),
        }
    }
}

/// One of some characters, after blanks.
pub(super) fn mark<'t>(chars: &'static [char], expected: &'static str) -> impl Fn(Cursor<'t>) -> Read<'t, char> {
    move |input| sign(chars, expected)(input.skip_blanks())
}

/// The longest word of a time here that ends where a word ends, and what it means.
pub(super) fn time_word(input: Cursor<'_>) -> Read<'_, Word> {
    let ends = |length: usize| {
        let end = input.skip(length);
        !is_cut(input, end) || begins_longer(end)
    };
    match TIMES.all(input.rest()).find(|(_, length)| ends(*length)) {
        Some((word, length)) => Ok((input.skip(length), word)),
        None => miss(input, "a word of time"),
    }
}

// digits = digit{min, max}, no more
pub(super) fn digits<'t>(min: usize, max: usize) -> impl Fn(Cursor<'t>) -> Read<'t, u32> {
    move |input| {
        let mut rest = input;
        let (mut n, mut count) = (0_u32, 0);
        while let Some(digit) = rest.token().and_then(Token::digit).filter(|_| count <= max) {
            // a decimal fraction may have more digits than a number holds
            n = n.saturating_mul(10).saturating_add(u32::from(digit));
            count += 1;
            rest = rest.advance();
        }
        if (min..=max).contains(&count) { Ok((rest, n)) } else { miss(input, "digits") }
    }
}

// small = digit{1, 3} | chinese number below a hundred, after blanks; no more digits or scales follow
pub(super) fn small<'t>(max: u32) -> impl Fn(Cursor<'t>) -> Read<'t, u32> {
    move |input| {
        let number = alt((terminated(digits(1, 3), not(decimals)), chinese_small));
        verify(terminated(number, not(token("the end", goes_on))), |n| *n <= max).parse(input.skip_blanks())
    }
}

/// One at least.
pub(super) fn count<'t>(max: u32) -> impl Fn(Cursor<'t>) -> Read<'t, u32> {
    move |input| verify(small(max), |n| *n > 0).parse(input)
}

// decimals = ("." | ",") digit
fn decimals(input: Cursor<'_>) -> Read<'_, u32> {
    preceded(sign(&['.', ',', '．'], "a point"), digits(1, 99)).parse(input)
}

/// A feast by its name, which may be a day of the moon: 二月二|龍抬頭, but not 二月二日, 二月二十 or 二月二至五日.
pub(super) fn feast_word(input: Cursor<'_>) -> Read<'_, Feast> {
    let (rest, word) = time_word(input)?;
    let Word::Feast(feast) = word else { return miss(input, "a feast") };
    let next = rest.skip_blanks();
    let is_day = |token: Token| matches!(token.c, '日' | '号' | '、') || goes_on(token).is_some();
    let is_number = input.until(rest).contains('月') && (range_mark(rest).is_ok() || next.token().is_some_and(is_day));
    if is_number { miss(input, "a feast") } else { Ok((rest, feast)) }
}

/// A scale or a Chinese digit, after which a small number would go on.
fn goes_on(token: Token) -> Option<()> {
    (token.scale().is_some() || token.hanzi().is_some()).then_some(())
}

// chinese_small = "两" | ("廿" | "卅") [digit] | "十" [digit] | digit ["十"] [digit]
pub(super) fn chinese_small(input: Cursor<'_>) -> Read<'_, u32> {
    let tens = alt((
        map(token("廿", |token| contracted(token.c)), |tens| u32::from(tens) * 10),
        map(sign(&['十'], "十"), |_| 10),
        map(terminated(digit, sign(&['十'], "十")), |tens| tens * 10),
    ));
    alt((
        map(sign(&['两'], "两"), |_| 2),
        map((tens, opt(digit)), |(tens, ones)| tens + ones.unwrap_or(0)),
        map((digit, opt(digit)), |(first, second)| second.map_or(first, |second| first * 10 + second)),
    ))
    .parse(input)
}

/// A Chinese digit, but not 兩 and none of financial writing.
pub(super) fn digit(input: Cursor<'_>) -> Read<'_, u32> {
    // 3月初參加: no third day
    let is_one = |c: char| !matches!(c, '两' | '俩' | '仨') && !is_financial(c);
    let counts = |token: Token| token.hanzi().filter(|_| is_one(token.c)).map(u32::from);
    token("a digit", counts).parse(input)
}

// range_mark = mark [the same mark]
pub(super) fn range_mark(input: Cursor<'_>) -> Read<'_, ()> {
    let (rest, found) = mark(RANGE_MARKS, "a range mark")(input)?;
    let rest = if rest.peek() == Some(found) { rest.advance() } else { rest };
    Ok((rest, ()))
}

/// A weekday's number, Monday is 0: the 一 of 周一, but not of 周一一 or 周三十.
pub(super) fn weekday(input: Cursor<'_>) -> Read<'_, u32> {
    const DAYS: [char; 8] = ['一', '二', '三', '四', '五', '六', '日', '天'];
    let day = |token: Token| DAYS.iter().position(|day| *day == token.c).and_then(|day| u32::try_from(day.min(6)).ok());
    let (rest, day) =
        terminated(token("a weekday", day), not(token("a scale", |token| scale(token.c)))).parse(input)?;
    // 上周|一手成交, 本周|二手市場
    let is_hand = rest.peek() == Some('手') && matches!(input.peek(), Some('一' | '二')) && !rest.starts_with("手术");
    // 隔周一次, 两星期一次
    let is_once = rest.peek() == Some('次') && input.peek() == Some('一');
    if is_hand || is_once {
        return miss(input, "a weekday");
    }
    let is_other =
        if matches!(input.peek(), Some('日' | '天')) { begins_noun(input, rest) } else { begins_count(input, rest) };
    if is_other { miss(input, "a weekday") } else { Ok((rest, day)) }
}

/// Whether the 日 or 天 of a weekday begins a word instead: 下周|天氣, 本周|日本|地震, 上周|日元, but 周日|報道 and 周日前.
fn begins_noun(input: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let is_currency =
        input.unit().is_some_and(|(unit, end)| end.at() > rest.at() && unit.dimension() == Dimension::Currency);
    let Some(word) = rest.word_across().filter(|word| word.start == input.at()) else { return is_currency };
    let end = input.to(word.end);
    let pos = general::get(input.until(end)).map(|word| word.pos);
    let is_time = matches!(pos, None | Some(Pos::Time | Pos::Localiser));
    !is_time && (!begins_longer(rest) || begins_word(end))
}

/// Whether the numeral from `number` to `rest` belongs to what follows: 本周|三大股指, 上周|二手房, 本周|五場比賽.
fn begins_count(number: Cursor<'_>, rest: Cursor<'_>) -> bool {
    // 週四會有雨: 會 is a modal, though 四會 is a town
    let is_modal = rest.peek() == Some('会');
    let is_other = |word: Range<usize>| {
        let text = number.until(number.to(word.end));
        let pos = general::get(text).map(|word| word.pos);
        word.start == number.at() && !is_modal && matches!(pos, Some(Pos::Noun | Pos::Adjective | Pos::Name))
    };
    if rest.word_across().is_some_and(is_other) {
        return true;
    }
    let is_noun = |at: Cursor<'_>| {
        general::longest_at(at.rest()).is_some_and(|word| word.pos == Pos::Noun && word.length > '大'.len_utf8())
    };
    if rest.peek() == Some('大') {
        // 三|大法人, though 大法 is a word; 大雨 ends with its noun
        let own = general::longest_at(rest.rest()).map_or(0, |word| word.length);
        let noun = general::longest_at(rest.advance().rest()).map_or(0, |word| word.length + '大'.len_utf8());
        let goes_past = noun > own && !begins_word(rest.skip(own));
        return (own <= '大'.len_utf8() || goes_past) && is_noun(rest.advance());
    }
    let counted = rest.unit().filter(|(unit, end)| unit.dimension() == Dimension::Items && !end.is_crossed());
    counted.is_some_and(|(_, end)| if rest.peek() == Some('起') { begins_event(end) } else { is_noun(end) })
}

/// Whether a noun of what 起 counts begins here: 周二|起降溫, 本周|二起命案.
fn begins_event(input: Cursor<'_>) -> bool {
    const EVENTS: CharSet = CharSet::of("案故祸灾警件凶劫诉骗毒火病");
    input.rest().chars().take(2).any(|c| EVENTS.contains(c))
}

/// A weekday after 每周; not the number of 每周三次.
pub(super) fn weekday_of_set(input: Cursor<'_>) -> Read<'_, u32> {
    let (rest, day) = weekday(input)?;
    // 每周三四次
    let next = || rest.token().and_then(Token::hanzi).map(u32::from);
    let is_range = input.token().and_then(Token::hanzi).is_some_and(|first| next() == Some(u32::from(first) + 1));
    if is_range && rest.advance().unit().is_some_and(|(_, end)| !end.is_crossed()) {
        return miss(input, "a weekday");
    }
    let counted = rest.unit().filter(|(_, end)| !end.is_crossed());
    // 每周五晚
    let is_evening = matches!(rest.peek(), Some('晚' | '夜'));
    let counts = |unit: Entry<'_>| {
        !is_evening && (matches!(unit.dimension(), Dimension::Items | Dimension::Visits) || unit.is(Traits::DAY))
    };
    if counted.is_some_and(|(unit, _)| counts(unit)) { miss(input, "a weekday") } else { Ok((rest, day)) }
}

// named_weekday = ("星期" | "礼拜" | "周") weekday
pub(super) fn named_weekday(input: Cursor<'_>) -> Read<'_, u32> {
    preceded(keyword(WEEK_WORDS), weekday).parse(input)
}

/// What stands before a weekday.
pub(super) const WEEK_WORDS: &WordSet = any_of!["星期", "礼拜", "周"];
