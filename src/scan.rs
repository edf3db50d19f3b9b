//! The scan: where could a number or a time begin?
//!
//! One pass over the text with a table of character classes, made from the words of the grammar. At a candidate it looks
//! left, for approximators and currency words ([`look_back`]) and for words that only look like numbers
//! ([`lookalikes`]), and hands the grammar the start. Imports the grammar.

use alloc::boxed::Box;
use alloc::vec;

use once_cell::race::OnceBox;

use crate::chars;
use crate::grammar::{lookalikes, markers, quantity};
use crate::unit::Lexicon;
use crate::vocabulary::TIMES;

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
            for c in '\u{3000}'..='\u{FFEF}' {
                if chars::chinese(c).is_some()
                    || chars::scale(c).is_some()
                    || chars::is_digit(c)
                    || matches!(c, '几' | '数' | '廿' | '卅' | '卌')
                {
                    put(c, NUMERAL);
                }
            }
            // ．５
            put('．', NUMERAL);
            for c in "第首头前半今昨明闰".chars() {
                put(c, LEAD);
            }
            for (c, alone) in TIMES.firsts() {
                put(c, if alone { LEAD | FIRST } else { FIRST });
            }
            for c in TIMES.seconds() {
                put(c, SECOND);
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
        Some(&[lead @ 0xE0..=0xEF, second, third]) => {
            (usize::from(lead & 0x0F) << 12) | (usize::from(second & 0x3F) << 6) | usize::from(third & 0x3F)
        }
        _ => 0,
    }
}

/// A place where a number or time may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) at: usize,
    /// Whether a time word may begin here.
    pub(crate) lead: bool,
    /// Whether a numeral may begin here.
    pub(crate) numeral: bool,
}

/// Walks over a text from candidate to candidate.
pub(crate) struct Scanner<'t> {
    text: &'t str,
    classes: &'static Classes,
    at: usize,
}

impl<'t> Scanner<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, classes: Classes::get(), at: 0 }
    }

    /// Goes on at `at`.
    pub(crate) fn resume(&mut self, at: usize) {
        self.at = at;
    }

    /// The next candidate at or behind the cursor.
    pub(crate) fn next(&mut self) -> Option<Candidate> {
        let bytes = self.text.as_bytes();
        loop {
            match *bytes.get(self.at)? {
                b'0'..=b'9' => return Some(Candidate { at: self.at, lead: false, numeral: true }),
                b'Q' => return Some(Candidate { at: self.at, lead: true, numeral: false }),
                b'.' if bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit) => {
                    return Some(Candidate { at: self.at, lead: false, numeral: true });
                }
                b'h' | b'w' if is_address(bytes, self.at) => self.skip_address(),
                0x00..=0x7F => self.at += 1,
                0xE3..=0xEF => {
                    let code = wide(bytes, self.at);
                    let class = self.classes.of(code);
                    if class & (NUMERAL | LEAD | FIRST) != PLAIN {
                        let lead = class & LEAD != 0
                            || class & FIRST != 0 && self.second(bytes.get(self.at + 3..).unwrap_or_default());
                        if lead || class & NUMERAL != 0 {
                            return Some(Candidate { at: self.at, lead, numeral: class & NUMERAL != 0 });
                        }
                    }
                    self.at += 3;
                }
                0xF0..=0xFF => self.at += 4,
                0xE0..=0xE2 => self.at += 3,
                0x80..=0xDF => self.at += 2,
            }
        }
    }

    /// Whether the second character of a time word stands at the head of `rest`: a digit in 雙11.
    fn second(&self, rest: &[u8]) -> bool {
        rest.first().is_some_and(u8::is_ascii_digit) || self.classes.of(wide(rest, 0)) & SECOND != 0
    }

    /// Skips an address to its end.
    fn skip_address(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().take_while(|b| b.is_ascii_graphic()).count().max(1);
    }
}

fn is_address(bytes: &[u8], at: usize) -> bool {
    bytes
        .get(at..)
        .is_some_and(|rest| rest.starts_with(b"http:") || rest.starts_with(b"https:") || rest.starts_with(b"www."))
}

/// The character before `at`.
pub(crate) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Where the expression whose number stands at `number` begins: before its sign, currency word and approximators, but
/// not before `floor`.
pub(crate) fn look_back(text: &str, number: usize, floor: usize, lexicon: &Lexicon) -> usize {
    let mut start = sign_before(text, number, floor);
    if start == number {
        // 負 1,200,000
        let edge = number - blanks_before(text, number, floor);
        if edge < number && text.get(floor..edge).is_some_and(|head| head.ends_with(['负'])) {
            start = sign_before(text, edge, floor).min(edge);
            start = if start == edge { number } else { start };
        }
    }
    for _ in 0..3 {
        let edge = start - blanks_before(text, start, floor);
        let Some(last) = before(text, edge).filter(|_| edge > floor) else { break };
        let longest = word_before(text, edge, floor, last, lexicon);
        match longest {
            Some(at) => start = at,
            None => break,
        }
    }
    start
}

/// The length of at most two blanks before `at`.
fn blanks_before(text: &str, at: usize, floor: usize) -> usize {
    let blanks: usize = text
        .get(floor..at)
        .unwrap_or_default()
        .chars()
        .rev()
        .take(2)
        .take_while(|c| chars::is_blank(*c))
        .map(char::len_utf8)
        .sum();
    blanks
}

/// The start of a sign directly before a number. A hyphen is one only where nothing else stands before it.
fn sign_before(text: &str, number: usize, floor: usize) -> usize {
    let Some(last) = before(text, number) else { return number };
    let start = number - last.len_utf8();
    let start = match last {
        '负' | '-' | '−' | '－' => start,
        '下' if text.get(..start).is_some_and(|head| head.ends_with('零')) => start - '零'.len_utf8(),
        _ => return number,
    };
    if start < floor {
        return number;
    }
    let earlier = before(text, start);
    let refused = earlier.is_some_and(|c| match last {
        '负' => "正胜抱肩背担自欺辜".contains(c),
        '下' => false,
        _ => c.is_ascii_alphanumeric() || matches!(c, '号' | ')' | '）' | '”' | '」' | '%' | '％' | '-'),
    });
    if refused { number } else { start }
}

/// The start of the longest approximator or currency word that ends at `edge`.
fn word_before(text: &str, edge: usize, floor: usize, last: char, lexicon: &Lexicon) -> Option<usize> {
    if !Enders::get().contains(last)
        && !matches!(last, '$' | '€' | '£' | '¥' | '￥' | '₩' | '₹' | '฿' | '₫' | '₽' | '₱' | 'A'..='Z' | '币' | '金')
    {
        return None;
    }
    let mut found = None;
    let mut start = edge;
    for c in text.get(floor..edge)?.chars().rev().take(6) {
        start -= c.len_utf8();
        let rest = text.get(start..)?;
        let marker = markers::read_before(rest).is_some_and(|(_, length)| start + length == edge)
            && !lookalikes::inside_word(text, start, edge);
        let currency = || quantity::currency_before(rest, lexicon).is_some_and(|(_, length)| start + length == edge);
        if marker || currency() {
            // RM inside ABCRM is no currency
            let letters = c.is_ascii_alphabetic() && before(text, start).is_some_and(|c| c.is_ascii_alphanumeric());
            if !letters {
                found = Some(start);
            }
        }
    }
    found
}

/// The last characters of approximators.
struct Enders(Box<[char]>);

impl Enders {
    fn get() -> &'static Self {
        static ENDERS: OnceBox<Enders> = OnceBox::new();
        ENDERS.get_or_init(|| {
            let mut ends: alloc::vec::Vec<char> = markers::ends_before().collect();
            ends.sort_unstable();
            ends.dedup();
            Box::new(Self(ends.into_boxed_slice()))
        })
    }

    fn contains(&self, c: char) -> bool {
        self.0.binary_search(&c).is_ok()
    }
}
