//! Mandarin readings: the table of which character has which, and how a reading in brackets is written.
//!
//! The tables are `readings.tsv` and `common.tsv`, made by `.ci/readings.py` from the Unihan database of Unicode 15
//! (`kMandarin`, `kHanyuPinlu`, `kXHC1983`, `kTGHZ2013`) for the Han characters of GBK, under `LICENSE-UNICODE`. Read
//! [`super::sites`] next.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

use super::gbk;
use crate::chars::is_han;
use crate::repair::cells::Cell;

/// How common a character with a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Use {
    /// The reading is an everyday one of a common character.
    Everyday,
    /// The character or the reading is rare.
    Rare,
}

#[derive(Clone, Copy)]
struct Row {
    reading: &'static str,
    everyday: &'static str,
    rare: &'static str,
}

impl Row {
    fn is_neutral(&self) -> bool {
        self.reading.chars().all(|c| c.is_ascii() || c == 'ü')
    }
}

struct Table {
    /// Sorted by reading.
    rows: Vec<Row>,
    /// For each character of the Basic Multilingual Plane how rare it is, in bits; 0 where it is not common at all.
    bits: Box<[u8]>,
    /// How many everyday readings with a tone it has.
    readings: Box<[u8]>,
}

fn table() -> &'static Table {
    static TABLE: OnceBox<Table> = OnceBox::new();
    TABLE.get_or_init(|| {
        let of_chars = || vec![0; 0x1_0000].into_boxed_slice();
        let mut table = Table { rows: Vec::with_capacity(1500), bits: of_chars(), readings: of_chars() };
        for line in include_str!("readings.tsv").lines() {
            let mut columns = line.split('\t');
            let mut next = || columns.next().unwrap_or_default();
            let row = Row { reading: next(), everyday: next(), rare: next() };
            for c in row.everyday.chars().filter(|_| !row.is_neutral()) {
                if let Some(slot) = table.readings.get_mut(c as usize) {
                    *slot += 1;
                }
            }
            table.rows.push(row);
        }
        for line in include_str!("common.tsv").lines() {
            let Some((bits, chars)) = line.split_once('\t') else { continue };
            for c in chars.chars() {
                if let Some(slot) = table.bits.get_mut(c as usize) {
                    *slot = bits.parse().unwrap_or(0);
                }
            }
        }
        Box::new(table)
    })
}

/// How rare a common character is, in bits: one in 2ⁿ characters of running text is it. `None` for one that is in the
/// first level of neither GB 2312 nor Big5.
pub(super) fn bits(c: char) -> Option<u32> {
    table().bits.get(c as usize).filter(|bits| **bits > 0).map(|bits| u32::from(*bits))
}

/// Whether a character is so common that no writer explains it: not 縉.
pub(super) fn is_common(c: char) -> bool {
    /// One in so many characters, in bits.
    const COMMON: u32 = 15;
    bits(c).is_some_and(|bits| bits <= COMMON)
}

/// Whether it has one reading besides, so that none needs to be told from another: not 重.
pub(super) fn is_plain(c: char) -> bool {
    let readings = table().readings.get(c as usize).copied().unwrap_or_default();
    is_common(c) && readings < 2
}

/// A reading as the table writes it.
#[derive(Clone, Copy)]
pub(super) struct Reading(&'static Row);

impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        self.0.reading == other.0.reading
    }
}

impl Reading {
    fn of(written: &str) -> Option<Self> {
        let rows = &table().rows;
        let at = rows.binary_search_by(|row| row.reading.cmp(written)).ok()?;
        rows.get(at).map(Self)
    }

    /// Whether and how a character has the reading. A neutral tone must be an everyday one: `(de)` is also a word.
    pub(super) fn of_char(self, c: char) -> Option<Use> {
        if self.0.everyday.contains(c) {
            Some(Use::Everyday)
        } else if !self.is_neutral() && self.0.rare.contains(c) {
            Some(Use::Rare)
        } else {
            None
        }
    }

    /// The characters that have it, the common ones first, each with how it has it; of a neutral tone those alone.
    pub(super) fn characters(self) -> impl Iterator<Item = (char, Use)> {
        let rare = if self.is_neutral() { "" } else { self.0.rare };
        let everyday = self.0.everyday.chars().map(|c| (c, Use::Everyday));
        everyday.chain(rare.chars().map(|c| (c, Use::Rare)))
    }

    /// Whether it carries no mark of a tone.
    pub(super) fn is_neutral(self) -> bool {
        self.0.is_neutral()
    }
}

/// The reading written from a cell on and closed by a bracket, and the index after that.
pub(super) fn closed(cells: &[Cell], from: usize) -> Option<(Reading, usize)> {
    let mut written = String::new();
    let mut tone = None;
    // six letters, a mark on each of two of them, a digit
    for (at, cell) in cells.iter().enumerate().skip(from).take(10) {
        let c = cell.c.to_lowercase().next()?;
        match c {
            ')' | '）' => {
                if let Some(tone) = tone {
                    written = with_tone(&written, tone)?;
                }
                return Reading::of(&written).map(|reading| (reading, at + 1));
            }
            _ if tone.is_some() => return None,
            '0'..='5' => tone = c.to_digit(10),
            '\u{300}' | '\u{301}' | '\u{304}' | '\u{306}' | '\u{308}' | '\u{30C}' => {
                let marked = compose(written.pop()?, c)?;
                written.push(marked);
            }
            _ => written.push(letter(c)?),
        }
    }
    None
}

/// The character that a reading in brackets at a cell belongs to, how that has it, and the index after the bracket.
///
/// It is the one before, or its bytes are the last of the character before that and a letter of ASCII: 示G holds those of
/// 綠 (CABE 47), so that `示G(lǜ)20` was 示G20.
pub(super) fn noted(cells: &[Cell], at: usize) -> Option<(char, Reading, Use, usize)> {
    cells.get(at).filter(|cell| matches!(cell.c, '(' | '（'))?;
    let before = cells.get(at.checked_sub(1)?)?.c;
    let c = match u8::try_from(before) {
        Ok(trail @ 0x40..=0x7E) => gbk::decode(gbk::encode(cells.get(at.checked_sub(2)?)?.c)?.trail, trail)?,
        _ => before,
    };
    if !is_han(c) {
        return None;
    }
    let (reading, end) = closed(cells, at + 1)?;
    reading.of_char(c).map(|how| (c, reading, how, end))
}

/// Where a reading begins that the end of the text cuts off, with its bracket, after a character that bears one
/// elsewhere: 一千(q.
pub(super) fn cut_off(cells: &[Cell], is_annotated: impl Fn(char) -> bool) -> Option<usize> {
    let start = cells.len().saturating_sub(8);
    let at = start + cells.iter().skip(start).rposition(|cell| matches!(cell.c, '(' | '（' | '?'))?;
    let bracket = cells.get(at)?.c;
    let before = cells.get(at.checked_sub(1)?)?.c;
    let mut letters = cells.iter().skip(at + 1).map(|cell| cell.c);
    // where the bracket is gone, something must follow
    let begun = if bracket == '?' { is_han(before) && cells.len() > at + 1 } else { is_annotated(before) };
    (begun && letters.all(|c| letter(c).is_some())).then_some(at)
}

/// A letter of a reading as the table has it: breves are carons, ɑ is a, ɡ is g, v is ü.
fn letter(c: char) -> Option<char> {
    Some(match c {
        'v' => 'ü',
        // 嗯
        'ń' | 'ň' | 'ǹ' => c,
        'a'..='z' | 'ü' => c,
        'ɑ' => 'a',
        'ɡ' => 'g',
        'ă' => 'ǎ',
        'ĕ' => 'ě',
        'ĭ' => 'ǐ',
        'ŏ' => 'ǒ',
        'ŭ' => 'ǔ',
        _ if VOWELS.iter().any(|(_, tones)| tones.contains(&c)) => c,
        _ => return None,
    })
}

/// A vowel with the mark that stands after it.
fn compose(vowel: char, mark: char) -> Option<char> {
    let tone = match mark {
        '\u{304}' => 0,
        '\u{301}' => 1,
        '\u{30C}' | '\u{306}' => 2,
        '\u{300}' => 3,
        // two dots, under a tone or not
        _ if vowel == 'u' => return Some('ü'),
        _ => return compose_dots(vowel),
    };
    VOWELS.iter().find(|(plain, _)| *plain == vowel).and_then(|(_, tones)| tones.get(tone).copied())
}

/// Two dots over a u that has its tone.
fn compose_dots(vowel: char) -> Option<char> {
    let tone = VOWELS.iter().find(|(plain, _)| *plain == 'u')?.1.iter().position(|toned| *toned == vowel)?;
    VOWELS.iter().find(|(plain, _)| *plain == 'ü').and_then(|(_, tones)| tones.get(tone).copied())
}

/// `wang` and 3 is `wǎng`: the mark stands on a or e, else on the o of ou, else on the last vowel.
fn with_tone(plain: &str, tone: u32) -> Option<String> {
    let Some(tone) = tone.checked_sub(1).filter(|tone| *tone < 4) else { return Some(plain.into()) };
    let is_vowel = |c: char| VOWELS.iter().any(|(vowel, _)| *vowel == c);
    let at = plain.find(['a', 'e']).or_else(|| plain.find("ou")).or_else(|| plain.rfind(is_vowel))?;
    let vowel = plain.get(at..)?.chars().next()?;
    let (_, tones) = VOWELS.iter().find(|(plain, _)| *plain == vowel)?;
    let mut written = String::from(plain.get(..at)?);
    written.push(*tones.get(tone as usize)?);
    written.push_str(plain.get(at + vowel.len_utf8()..)?);
    Some(written)
}

/// The vowels with their four tones.
const VOWELS: [(char, [char; 4]); 6] = [
    ('a', ['ā', 'á', 'ǎ', 'à']),
    ('e', ['ē', 'é', 'ě', 'è']),
    ('i', ['ī', 'í', 'ǐ', 'ì']),
    ('o', ['ō', 'ó', 'ǒ', 'ò']),
    ('u', ['ū', 'ú', 'ǔ', 'ù']),
    ('ü', ['ǖ', 'ǘ', 'ǚ', 'ǜ']),
];
