//! Damage of whole lines: a blank after every character, as pages saved from a terminal have it, and marks of Big5 that lost
//! their first byte.
//!
//! Both are told by how often they come, for a single blank or a single U+FFFD before a letter may be anything. Read
//! [`super::cells`] for what is done to the text.

use alloc::vec::Vec;

use super::cells::Cells;
#[cfg(feature = "repair")]
use super::cells::{Cell, LOST};
use crate::chars::is_han;
use crate::error::DiagnosticCode;

/// How many characters of Han a line has at least whose blanks are told.
const LEAST: usize = 8;

/// Whether a line of the text may have a blank after every character.
pub(super) fn is_spaced(text: &str) -> bool {
    let has_blanks = |text: &str| memchr::memchr_iter(b' ', text.as_bytes()).nth(LEAST - 1).is_some();
    has_blanks(text) && text.split('\n').any(|line| has_blanks(line) && spaced(line.chars()))
}

/// True where four in five characters of Han have one blank after them.
fn spaced(line: impl Iterator<Item = char>) -> bool {
    let (mut all, mut apart) = (0_usize, 0_usize);
    // how many blanks stand after the last character of Han
    let mut blanks = None;
    for c in line {
        blanks = match (c, blanks) {
            (' ', Some(count)) => Some(count + 1),
            (' ', None) => None,
            (_, count) => {
                apart += usize::from(count == Some(1));
                all += usize::from(count.is_some());
                is_han(c).then_some(0)
            }
        };
    }
    all >= LEAST && apart * 5 >= all * 4
}

/// Drops the single blanks of the lines that have one after every character. Two are a blank of the page.
pub(super) fn close_up(text: &mut Cells) -> bool {
    // most texts have no such line
    if !text.cells.split(|cell| cell.c == '\n').any(|line| spaced(line.iter().map(|cell| cell.c))) {
        return false;
    }
    let old = core::mem::take(&mut text.cells);
    let before = old.len();
    let mut dropped = Vec::new();
    for line in old.split_inclusive(|cell| cell.c == '\n') {
        if !spaced(line.iter().map(|cell| cell.c)) {
            text.cells.extend_from_slice(line);
            continue;
        }
        let is_blank = |at: Option<usize>| at.and_then(|at| line.get(at)).is_some_and(|cell| cell.c == ' ');
        for (at, cell) in line.iter().enumerate() {
            let single = cell.c == ' ' && !is_blank(at.checked_sub(1)) && !is_blank(Some(at + 1));
            if single { dropped.push(*cell) } else { text.cells.push(*cell) }
        }
    }
    for cell in dropped {
        text.drop_all(core::slice::from_ref(&cell), DiagnosticCode::SpacedText);
    }
    text.cells.len() < before
}

/// Whether marks of Big5 that lost their first byte may stand in a text.
#[cfg(feature = "repair")]
pub(super) fn is_halved(text: &str) -> bool {
    text.match_indices(LOST).filter(|(at, _)| text.get(at + LOST.len_utf8()..).is_some_and(is_common)).nth(2).is_some()
}

/// True where what follows U+FFFD is the second byte of a comma or a full stop.
#[cfg(feature = "repair")]
fn is_common(rest: &str) -> bool {
    rest.starts_with(['A', 'C'])
}

/// Puts the marks of Big5 back of which U+FFFD and the second byte are left: `\u{FFFD}A` is ，, `\u{FFFD}u` is 「.
#[cfg(feature = "repair")]
pub(super) fn restore_marks(text: &mut Cells) -> bool {
    let pairs = text.cells.windows(2);
    let common = pairs.filter(|pair| matches!(pair, [a, b] if a.c == LOST && matches!(b.c, 'A' | 'C'))).count();
    if common < 3 {
        return false;
    }
    let old = core::mem::take(&mut text.cells);
    text.cells.reserve(old.len());
    let mut at = 0;
    while let Some(cell) = old.get(at) {
        let pair = old.get(at..at + 2).unwrap_or_default();
        // of a longer row of U+FFFD nothing is known
        let alone = at.checked_sub(1).and_then(|at| old.get(at)).is_none_or(|before| before.c != LOST);
        let mark = match pair {
            [a, b] if a.c == LOST && alone => mark(b.c),
            _ => None,
        };
        match mark {
            Some(c) => text.cells.push(Cell::instead(pair, c, DiagnosticCode::HalvedCharacter, true)),
            None => text.cells.push(*cell),
        }
        at += if mark.is_some() { 2 } else { 1 };
    }
    true
}

/// The mark of Big5 whose second byte is a letter: all of them begin with A1.
#[cfg(feature = "repair")]
fn mark(second: char) -> Option<char> {
    const LEAD: u8 = 0xA1;
    let second = u8::try_from(second).ok().filter(|byte| (0x40..0x7F).contains(byte))?;
    let bytes = [LEAD, second];
    let (text, malformed) = encoding_rs::BIG5.decode_without_bom_handling(&bytes);
    let mut chars = text.chars();
    let c = chars.next().filter(|_| chars.next().is_none() && !malformed)?;
    // the upright forms of brackets are not written in lines
    Some(c).filter(|c| !matches!(c, '\u{FE10}'..='\u{FE4F}'))
}

#[cfg(test)]
mod tests {
    use crate::repair::repair;

    #[test]
    fn a_blank_after_every_character() {
        let source = "縣 府 今 年 投 入 2 . 3 億 元 ， 增 長 1 2 . 5 % 。  共 8 6 戶\n常設展 每日 9時開放\n";
        assert_eq!(repair(source).text(), "縣府今年投入2.3億元，增長12.5%。  共86戶\n常設展 每日 9時開放\n");
        for healthy in ["投 入", "老街 夜市 港口 車站 公園 步道 碼頭 學校 廟口 山城", "甲 乙 丙 丁 戊 己"]
        {
            assert!(repair(healthy).is_borrowed(), "{healthy}");
        }
    }

    #[test]
    #[cfg(feature = "repair")]
    fn marks_that_lost_a_byte() {
        let source = "昨天\u{FFFD}A投入3億元\u{FFFD}C局長說\u{FFFD}G\u{FFFD}u月底\u{FFFD}v\u{FFFD}A完工\u{FFFD}C";
        assert_eq!(repair(source).text(), "昨天，投入3億元。局長說：「月底」，完工。");
        assert!(repair(source).edits().iter().all(|edit| edit.certain));
        // one may be anything
        assert!(repair("昨天\u{FFFD}A投入").is_borrowed());
    }
}
