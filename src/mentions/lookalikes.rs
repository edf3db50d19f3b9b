//! Words that hold a numeral and are none: those of the classes `ordinary` and `number` of [`crate::vocabulary`], and those
//! that the borders of general words tell.

use core::ops::Range;

use crate::chars::{is_numeral, is_odd_mark, one_of, scale};
use crate::grammar::markers::{ends_word, is_inside_word};
use crate::grammar::numeral;
use crate::lexer::Cursor;
use crate::unit::{Dimension, Entry, Traits};
use crate::vocabulary::{CODES, NUMBERS, ORDINARY, TIMES};

/// Whether a text ends with a word that a code follows.
pub(super) fn code_follows(head: &str) -> bool {
    CODES.suffix(head).is_some()
}

/// The word around a place that is no number, in bytes. It may begin up to three characters earlier, but not before `floor`.
pub(super) fn word_around(input: Cursor<'_>, floor: usize) -> Option<Range<usize>> {
    listed_word(input, floor).or_else(|| {
        // 首屆 and 今日 are words and what they say
        let is_lead = !begins_number(input);
        let begun = || if is_lead { None } else { input.advance().word_across() };
        let word = input.word_across().or_else(begun)?;
        if is_apart(input, input.to(word.start), input.to(word.end)) {
            return None;
        }
        let begins = word.start == input.at();
        let is_number = begins && (is_lead || numeral_goes_on(input.to(word.end)) || is_marked(input));
        (word.start >= floor && !is_number).then_some(word)
    })
}

/// The word of the vocabulary around a place.
fn listed_word(input: Cursor<'_>, floor: usize) -> Option<Range<usize>> {
    let mut start = input;
    let mut found: Option<Range<usize>> = None;
    for _ in 0..4 {
        let word = start.longest(&ORDINARY).map_or(start, |(_, end)| end);
        let number = start.longest(&NUMBERS).map_or(start, |(_, end)| end);
        let end = if number.at() > word.at() { number } else { word };
        if end.at() > input.at() {
            if number.at() >= word.at() {
                return None;
            }
            // 每一百人: the numeral goes on after 每一; 過百家: the approximator makes a number of it
            let goes_on = numeral_goes_on(end) || start.at() == input.at() && is_marked(input);
            // 日為民國: a time word as long that ends later is what is meant
            let time = input.longest(&TIMES).map_or(input, |(_, end)| end);
            let is_time = time.at() > end.at() && time.at() - input.at() >= end.at() - start.at();
            if !goes_on && !is_time && !is_apart(input, start, end) {
                let last = found.as_ref().map_or(end.at(), |other| other.end.max(end.at()));
                found = Some(start.at()..last);
            }
        }
        match start.before() {
            Some(_) if start.at() > floor => start = start.back(),
            _ => break,
        }
    }
    found
}

/// Whether a numeral, 幾, 數 or 半 stands here.
fn begins_number(input: Cursor<'_>) -> bool {
    input.peek().is_some_and(|c| is_numeral(c) || matches!(c, '几' | '数' | '半'))
}

/// Whether a word that ends with the numeral here leaves no word before it whole: 名茶|幾十萬, 擴張|三成, 項目|前三名, though
/// 茶幾, 張三 and 目前 are words.
fn is_apart(input: Cursor<'_>, start: Cursor<'_>, end: Cursor<'_>) -> bool {
    let begins = || match input.peek() {
        Some('数') => is_round(input.advance()),
        _ => begins_number(input) || begins_rank(input),
    };
    let is_last = start.at() < input.at() && end.at() == input.advance().at();
    is_last && (is_plainly_counted(input) || ends_word(input) && begins())
}

/// Whether a scale stands here that no other part of a number follows, and no word begins with: not the 十 of 總數十二人 and
/// 人數十分有限.
fn is_round(input: Cursor<'_>) -> bool {
    let rest = input.advance();
    let goes_on = |c: char| is_numeral(c) && scale(c).is_none_or(|power| power < 4) || is_odd_mark(c) || c == '几';
    let is_scale = input.peek().and_then(scale).is_some() && !rest.starts_with("分") && !rest.is_crossed();
    is_scale && !rest.peek().is_some_and(goes_on)
}

/// Whether what begins here counts though a word ends with it: 為|數百家, 均為|首個, 從|前三名, but not 目前|三名.
pub(super) fn is_plainly_counted(input: Cursor<'_>) -> bool {
    let rest = input.advance();
    let is_after = |words: &[char]| input.before().is_some_and(|token| words.contains(&token.c));
    let counted = |at: Cursor<'_>, fits: fn(Entry<'_>) -> bool| {
        at.unit().is_some_and(|(unit, end)| fits(unit) && !end.is_crossed())
    };
    match input.peek() {
        Some('数') => is_round(rest),
        Some('首') if is_after(&['为', '系']) => counted(rest, |unit| unit.dimension() == Dimension::Items),
        Some('前') if is_after(&['从', '向', '跟', '由']) => {
            numeral::read(rest).is_ok_and(|(end, _)| counted(end, |unit| unit.is(Traits::RANKED)))
        }
        _ => false,
    }
}

/// Whether a place in an order begins here: 前三名, 首個, 第3位, but not the days of 出門前三天.
pub(super) fn begins_rank(input: Cursor<'_>) -> bool {
    let counted = |number: Cursor<'_>| number.unit().is_some_and(|(unit, _)| unit.dimension() != Dimension::Duration);
    match input.peek() {
        Some('前') => numeral::read(input.advance()).is_ok_and(|(rest, _)| counted(rest)),
        Some('首') => counted(input.advance()),
        Some('第') => numeral::read(input.advance()).is_ok(),
        _ => false,
    }
}

/// Whether a word that ends here with a numeral is followed by another: 統一六國 counts states, 每一百人 a hundred.
fn numeral_goes_on(end: Cursor<'_>) -> bool {
    end.before().is_some_and(|token| is_numeral(token.c)) && end.peek().and_then(scale).is_some()
}

/// Whether a scale here has an approximator before it that asks for a number: 過百家, 上千里.
fn is_marked(input: Cursor<'_>) -> bool {
    let is_bare = input.peek().and_then(scale).is_some_and(|power| power > 1);
    let is_after = input.before().is_some_and(|token| one_of!("过超逾近约上").contains(token.c));
    is_bare && is_after && !is_inside_word(input.back(), input)
}
