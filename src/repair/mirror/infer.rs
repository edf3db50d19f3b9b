//! What is gone for good, where the text leaves one choice: the first digit of a year, a bracket, a comma, a character that
//! stands between the same neighbours elsewhere.
//!
//! Never a number: a wrong one is worse than none. Imports [`crate::repair::cells`] and [`super::gbk`].

use super::evidence::Evidence;
use super::gbk;
use super::shift::Gone;
use crate::chars::{self, is_han, one_of};
use crate::repair::cells::{Cell, LOST};

/// How many characters a bracket holds at most.
const BRACKETED: usize = 40;

/// Puts in what was lost where only one character is possible, or only one stands in such a place elsewhere.
pub(super) fn put_in(cells: &mut [Cell], gone: &[(usize, Gone)], evidence: &Evidence) {
    for (at, what) in gone {
        let found = match *what {
            Gone::Ascii => lost_ascii(cells, *at),
            Gone::Pair { lead: Some(0xA3), .. } => lost_sign(cells, *at),
            Gone::Pair { lead, trail } => lost_pair(cells, *at, lead, trail, evidence),
        };
        if let (Some(cell), Some(c)) = (cells.get_mut(*at), found) {
            cell.c = c;
        }
    }
}

/// A byte of ASCII that a shift swallowed, where it can only be the first digit of a year: of 1900 to 1999 or 2000 to 2029,
/// since a number has no 0 in front. A year that is counted from or long ago has other digits: 5000年來, 1000年前.
fn lost_ascii(cells: &[Cell], at: usize) -> Option<char> {
    let after = |place: usize| cells.get(at + place).map(|cell| cell.c);
    let digits = [after(1)?, after(2)?, after(3)?];
    if after(4) != Some('年') || !digits.iter().all(char::is_ascii_digit) {
        return None;
    }
    let is_span = |c: char| one_of!("前後后來来間间歷历史文多").contains(c);
    if after(5).is_some_and(is_span) {
        return None;
    }
    match digits {
        ['0', '0'..='2', _] if digits != ['0', '0', '0'] => Some('2'),
        ['9', ..] => Some('1'),
        _ => None,
    }
}

/// A sign of full width of which the first byte is left: a bracket where only one makes a pair, else a comma, for hardly
/// another stands in running text so often. After a number it may be a digit or a percent sign, and none stands at the
/// end of a line or before another sign.
fn lost_sign(cells: &[Cell], at: usize) -> Option<char> {
    let opens = |c: char| matches!(c, '(' | '（');
    let closes = |c: char| matches!(c, ')' | '）');
    // the nearest bracket before, and the nearest after
    let nearest = |cells: &mut dyn Iterator<Item = &Cell>| {
        cells
            .take(BRACKETED)
            .map(|cell| cell.c)
            .take_while(|c| !matches!(c, '。' | '\n'))
            .find(|c| opens(*c) || closes(*c))
    };
    let before = nearest(&mut cells.iter().take(at).rev());
    let after = nearest(&mut cells.iter().skip(at + 1));
    match (before.is_some_and(opens), after.is_some_and(closes)) {
        (false, true) => return Some('（'),
        (true, false) => return Some('）'),
        _ => {}
    }
    let neighbour = |at: Option<usize>| at.and_then(|at| cells.get(at)).map(|cell| cell.c);
    let goes_on = neighbour(Some(at + 1))
        .is_some_and(|c| c == LOST || c.is_alphanumeric() || one_of!("“「『《〈（(").contains(c));
    let is_word = neighbour(at.checked_sub(1)).is_some_and(|c| !chars::is_of_number(c));
    (goes_on && is_word).then_some('，')
}

/// A character of which one byte is left: the only one that stands between these neighbours elsewhere in the text. Never
/// one beside or of a number.
fn lost_pair(cells: &[Cell], at: usize, lead: Option<u8>, trail: Option<u8>, evidence: &Evidence) -> Option<char> {
    let neighbour = |at: Option<usize>| at.and_then(|at| cells.get(at)).map(|cell| cell.c);
    let (before, after) = (neighbour(at.checked_sub(1)), neighbour(Some(at + 1)));
    if [before, after].into_iter().flatten().any(|c| c == LOST || chars::is_of_number(c)) {
        return None;
    }
    let fits = |c: &char| {
        let following = before.filter(|c| is_han(*c)).map(|before| evidence.stand_together((before, *c)));
        let ahead = after.filter(|c| is_han(*c)).map(|after| evidence.stand_together((*c, after)));
        let known = following.unwrap_or(true) && ahead.unwrap_or(true) && following.or(ahead).is_some();
        is_han(*c) && !chars::is_of_number(*c) && known
    };
    // a byte that swallowed another is a lead
    let mut candidates = (0x81..=0xFE_u8)
        .filter_map(|byte| match (lead, trail) {
            (Some(lead), None) => gbk::decode(lead, byte),
            (None, Some(trail)) => gbk::decode(byte, trail),
            _ => None,
        })
        .filter(fits);
    candidates.next().filter(|_| candidates.next().is_none())
}
