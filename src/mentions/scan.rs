//! The scan: where could a number or a time begin?
//!
//! One pass over the text with a table of character classes, made from the words of the grammar. At a candidate it looks
//! left, for approximators and currency words ([`look_back`]) and for words that only look like numbers
//! ([`super::lookalikes`]), and hands the grammar the start. Imports the grammar.

use alloc::boxed::Box;
use alloc::vec;

use once_cell::race::OnceBox;

use crate::chars::{code_of, one_of};
use crate::grammar::{markers, quantity};
use crate::lexer::{Cursor, Token};
use crate::unit;
use crate::vocabulary::{BEFORE, BEFORE_SCALE, TIMES};

/// Nothing begins here.
const PLAIN: u8 = 0;
/// A digit or scale in Chinese, or 幾.
const NUMERAL: u8 = 1;
/// 第, 首, 前, 半, or a time word of one character.
const LEAD: u8 = 2;
/// The first character of a longer time word.
const FIRST: u8 = 4;
/// The second character of a time word.
const SECOND: u8 = 8;
/// The last character of an approximator.
const ENDER: u8 = 16;
/// The last character of a currency word that may stand before its number.
const MONEY: u8 = 32;

/// What numbers begin with, besides digits of ASCII; ．５ has no digit before its point.
const NUMERALS: &str =
    "〇零○一二三四五六七八九两俩仨壹贰叁参肆伍陆柒捌玖十百千万亿兆拾佰仟几数廿卅卌０１２３４５６７８９．";

/// The class of each character of the Basic Multilingual Plane.
struct Classes(Box<[u8]>);

impl Classes {
    fn get() -> &'static Self {
        static CLASSES: OnceBox<Classes> = OnceBox::new();
        CLASSES.get_or_init(|| {
            let mut classes = vec![PLAIN; 0x1_0000].into_boxed_slice();
            let mut put = |c: char, class: u8| {
                if let Some(slot) = classes.get_mut(c as usize) {
                    *slot |= class;
                }
            };
            for c in NUMERALS.chars() {
                put(c, NUMERAL);
            }
            for c in "第首头前半倍今昨明闰".chars() {
                put(c, LEAD);
            }
            for (c, alone) in TIMES.firsts() {
                put(c, if alone { LEAD | FIRST } else { FIRST });
            }
            for c in TIMES.seconds() {
                put(c, SECOND);
            }
            for c in BEFORE.lasts().chain(BEFORE_SCALE.lasts()) {
                put(c, ENDER);
            }
            for c in unit::currency_ends() {
                put(c, MONEY);
            }
            Box::new(Self(classes))
        })
    }

    fn of(&self, code: usize) -> u8 {
        self.0.get(code).copied().unwrap_or(PLAIN)
    }
}

/// The code point of the character of three bytes at `at`; 0 where there is none.
fn wide(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..at + 3) {
        Some(&[lead @ 0xE0..=0xEF, second, third]) => code_of([lead, second, third]),
        _ => 0,
    }
}

/// A place where a number or time may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) at: usize,
    /// Whether a time word may begin here.
    pub(super) lead: bool,
    /// Whether a numeral may begin here.
    pub(super) numeral: bool,
}

/// Walks over a text from candidate to candidate.
pub(super) struct Scanner<'t> {
    text: &'t str,
    classes: &'static Classes,
    at: usize,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, classes: Classes::get(), at: 0 }
    }

    /// Goes on at `at`.
    pub(super) fn resume(&mut self, at: usize) {
        self.at = at;
    }

    /// The next candidate at or after the cursor.
    pub(super) fn next(&mut self) -> Option<Candidate> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        loop {
            let lead = *bytes.get(at)?;
            if matches!(lead, 0xE3..=0xEF) {
                let class = self.classes.of(wide(bytes, at));
                if class & (NUMERAL | LEAD | FIRST) != PLAIN {
                    let lead =
                        class & LEAD != 0 || class & FIRST != 0 && self.second(bytes.get(at + 3..).unwrap_or_default());
                    if lead || class & NUMERAL != 0 {
                        self.at = at;
                        return Some(Candidate { at, lead, numeral: class & NUMERAL != 0 });
                    }
                }
                at += 3;
                continue;
            }
            if let Some((lead, numeral)) = begins(bytes, at) {
                self.at = at;
                return Some(Candidate { at, lead, numeral });
            }
            at += match lead {
                b'h' | b'w' if is_address(bytes, at) => address_length(bytes, at),
                0x00..=0x7F => 1,
                0x80..=0xDF => 2,
                0xE0..=0xEF => 3,
                0xF0..=0xFF => 4,
            };
        }
    }

    /// Whether the second character of a time word stands at the head of `rest`: a digit in 雙11, a bracket in 上（8）月.
    fn second(&self, rest: &[u8]) -> bool {
        rest.first().is_some_and(|next| next.is_ascii_digit() || *next == b'(')
            || rest.starts_with("（".as_bytes())
            || self.classes.of(wide(rest, 0)) & SECOND != 0
    }
}

/// Whether a time word and whether a numeral may begin with the letter, digit or sign of ASCII at a place; none where
/// neither may.
fn begins(bytes: &[u8], at: usize) -> Option<(bool, bool)> {
    let next = || bytes.get(at + 1).copied().unwrap_or_default();
    match bytes.get(at)? {
        b'0'..=b'9' => Some((false, true)),
        b'.' if next().is_ascii_digit() => Some((false, true)),
        b'Q' => Some((true, false)),
        b'H' | b'F' if matches!(next(), b'1' | b'2' | b'Y') => Some((true, false)),
        _ => None,
    }
}

/// The length of an address in bytes.
fn address_length(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().take_while(|b| b.is_ascii_graphic()).count().max(1)
}

fn is_address(bytes: &[u8], at: usize) -> bool {
    bytes
        .get(at..)
        .is_some_and(|rest| rest.starts_with(b"http:") || rest.starts_with(b"https:") || rest.starts_with(b"www."))
}

/// The character before `at`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Where the expression whose number stands here begins: before its sign, currency word and approximators, but not before
/// `floor`.
pub(super) fn look_back(number: Cursor<'_>, floor: usize) -> Cursor<'_> {
    let mut start = sign_before(number, floor);
    if start.at() == number.at() {
        // 負 1,200,000
        let edge = back_over_blanks(number, floor);
        if edge.at() < number.at() && edge.before().is_some_and(|token| token.c == '负') {
            let sign = sign_before(edge, floor);
            start = if sign.at() < edge.at() { sign } else { number };
        }
    }
    for _ in 0..3 {
        let edge = back_over_blanks(start, floor);
        match word_before(edge, floor) {
            Some(word) if edge.at() > floor => start = word,
            _ => break,
        }
    }
    start
}

/// Before at most two blanks.
fn back_over_blanks(input: Cursor<'_>, floor: usize) -> Cursor<'_> {
    let mut edge = input;
    for _ in 0..2 {
        if edge.at() <= floor || !edge.before().is_some_and(Token::is_blank) {
            break;
        }
        edge = edge.back();
    }
    edge
}

/// Before a sign directly before a number. A hyphen is one only where nothing else stands before it.
fn sign_before(number: Cursor<'_>, floor: usize) -> Cursor<'_> {
    let Some(last) = number.before().map(|token| token.c) else { return number };
    let start = match last {
        '负' | '-' | '−' => number.back(),
        '下' if number.back().before().is_some_and(|token| token.c == '零') => number.back().back(),
        _ => return number,
    };
    if start.at() < floor {
        return number;
    }
    let is_refused = start.before().is_some_and(|token| match last {
        '负' => one_of!("正胜抱肩背担自欺辜").contains(token.c) || markers::ends_word(number),
        '下' => false,
        _ => token.c.is_ascii_alphanumeric() && !token.is_wide || one_of!("号)”」%-").contains(token.c),
    });
    if is_refused { number } else { start }
}

/// The start of the longest approximator or currency word that ends here.
fn word_before(edge: Cursor<'_>, floor: usize) -> Option<Cursor<'_>> {
    let last = edge.before()?.c;
    let class = Classes::get().of(last as usize);
    let is_money = class & MONEY != PLAIN;
    if class & ENDER == PLAIN && !is_money {
        return None;
    }
    let marker = markers::ending(edge).filter(|start| start.at() >= floor);
    let marker = marker.filter(|start| !markers::is_inside_word(*start, edge));
    let currency = if is_money { currency_before(edge, floor) } else { None };
    match (marker, currency) {
        (Some(marker), Some(currency)) => Some(if marker.at() < currency.at() { marker } else { currency }),
        (marker, currency) => marker.or(currency),
    }
}

/// The start of the longest currency word that ends here.
fn currency_before(edge: Cursor<'_>, floor: usize) -> Option<Cursor<'_>> {
    let mut found = None;
    let mut start = edge;
    for _ in 0..6 {
        if start.at() <= floor {
            break;
        }
        start = start.back();
        if quantity::currency(start).is_ok_and(|(rest, _)| rest.at() == edge.at()) {
            // RM inside ABCRM is no currency
            let is_letter = |token: Option<Token>| token.is_some_and(|token| token.c.is_ascii_alphanumeric());
            let is_torn = start.peek().is_some_and(|c| c.is_ascii_alphabetic()) && is_letter(start.before());
            if !is_torn {
                found = Some(start);
            }
        }
    }
    found
}
