//! Readings in the text: behind a character in brackets, or what a byte shift left of such a bracket.

use core::ops::Range;

/// A reading found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// `(wǎng)` behind a Chinese character: the bytes of the bracket.
    Behind(Range<usize>),
    /// `?zāi)…`: a bracket whose opening fell prey to a byte shift, with the stretch that follows.
    Shifted(Range<usize>),
}

/// The vowels that carry a tone mark.
const TONED: &str = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";

/// The readings of a text, in order.
pub(super) fn readings(text: &str) -> impl Iterator<Item = Reading> {
    let mut at = 0;
    let mut leads = Leads::new(text.as_bytes());
    // where the reading found last ends; a bracket that follows at once belongs to the same character
    let mut end = 0;
    core::iter::from_fn(move || {
        while let Some(found) = leads.next(at) {
            at = found + 2;
            let reading = match around(text, found, end) {
                // two stretches that meet share the ? between them
                Some(Reading::Shifted(range)) => Reading::Shifted(range.start.max(end)..range.end),
                Some(Reading::Behind(range)) if range.start >= end => Reading::Behind(range),
                _ => continue,
            };
            (at, end) = match &reading {
                Reading::Behind(range) | Reading::Shifted(range) => (range.end, range.end),
            };
            return Some(reading);
        }
        None
    })
}

/// Finds the bytes that may begin a toned vowel: the two-byte characters led by C3, C4, C5 and C7, which are rare in
/// Chinese text.
struct Leads<'t> {
    bytes: &'t [u8],
    /// The next C3, C4 or C5, and the next C7; the length of the text where there is none.
    next: [usize; 2],
}

impl<'t> Leads<'t> {
    fn new(bytes: &'t [u8]) -> Self {
        let mut leads = Self { bytes, next: [0; 2] };
        leads.next = [leads.find(0, true), leads.find(0, false)];
        leads
    }

    fn find(&self, from: usize, low: bool) -> usize {
        let rest = self.bytes.get(from..).unwrap_or_default();
        let found = if low { memchr::memchr3(0xC3, 0xC4, 0xC5, rest) } else { memchr::memchr(0xC7, rest) };
        found.map_or(self.bytes.len(), |at| from + at)
    }

    fn next(&mut self, from: usize) -> Option<usize> {
        let [low, high] = self.next;
        let low = if low < from { self.find(from, true) } else { low };
        let high = if high < from { self.find(from, false) } else { high };
        self.next = [low, high];
        Some(low.min(high)).filter(|at| *at < self.bytes.len())
    }
}

/// The reading that a toned vowel at `vowel` belongs to; `last` is where the one before ends.
fn around(text: &str, vowel: usize, last: usize) -> Option<Reading> {
    if !text.get(vowel..)?.chars().next().is_some_and(|c| TONED.contains(c)) {
        return None;
    }
    // the letters before and behind it
    let letters = |c: char| c.is_ascii_lowercase() || c == 'ü';
    let before: usize = text.get(..vowel)?.chars().rev().take(4).take_while(|c| letters(*c)).map(char::len_utf8).sum();
    let start = vowel - before;
    let behind: usize =
        text.get(vowel..)?.chars().take(6).take_while(|c| letters(*c) || TONED.contains(*c)).map(char::len_utf8).sum();
    let end = vowel + behind;
    let close = text.get(end..)?.chars().next().filter(|c| matches!(c, ')' | '）'))?;
    let close_end = end + close.len_utf8();
    let open = text.get(..start)?.chars().next_back()?;
    let open_start = start - open.len_utf8();
    let character = text.get(..open_start)?.chars().next_back();
    let before_is_reading = last > 0 && last == open_start && matches!(character, Some(')' | '）'));
    match open {
        '(' | '（' if character.is_some_and(is_han) || before_is_reading => {
            Some(Reading::Behind(open_start..close_end))
        }
        '?' if character.is_some_and(|c| !c.is_ascii() || c == ')') && close == ')' => {
            Some(Reading::Shifted(open_start..stretch_end(text, close_end)))
        }
        _ => None,
    }
}

/// Where a shifted stretch ends: at the next `?`, which swallowed bytes, at a blank or sign of ASCII, or at 。.
fn stretch_end(text: &str, from: usize) -> usize {
    let mut at = from;
    for c in text.get(from..).unwrap_or_default().chars() {
        match c {
            '?' => return at + 1,
            '。' => return at,
            // full-width letters became ASCII inside
            'A'..='Z' | 'a'..='z' => {}
            c if c.is_ascii() => return at,
            _ => {}
        }
        at += c.len_utf8();
    }
    at
}

/// Whether a character is a Chinese one.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇')
}
