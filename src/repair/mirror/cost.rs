//! What ways through a shifted stretch cost, in bits: how unlikely a step is in a damaged page.
//!
//! Characters cost what [`rarity`] says. The figures were set by hand and held against pages that were damaged with tables
//! of any characters. Read [`super::evidence`] next.

use super::reading;
use crate::chars::is_han;

/// `?reading)` is left as it stands.
pub(super) const LEAVE: u32 = 40;
/// The text ends in the middle of a character.
pub(super) const CUT_OFF: u32 = 8;
/// The shift ends for no reason that is seen: at a character that GBK has not, or at any other.
pub(super) const FOREIGN: u32 = 30;
pub(super) const UNSEEN: u32 = 45;
/// A 。 in a shift is two bytes of others: most stand for themselves.
pub(super) const FULL_STOP: u32 = 12;
/// A line break in a shift: blocks of the page were joined afterwards.
pub(super) const LINE_BREAK: u32 = 20;
/// `?` for a code that is not assigned; for a lead that the end of a run, or a byte of ASCII followed.
pub(super) const UNASSIGNED: u32 = 13;
pub(super) const LEAD_AT_END: u32 = 14;
pub(super) const LEAD_AND_ASCII: u32 = 17;
/// `?` for a question mark of full width.
pub(super) const QUESTION: u32 = 20;
/// A character's first byte is not known.
pub(super) const NO_LEAD: u32 = 10;
/// The first byte of the character of a reading is not known.
pub(super) const NO_LEAD_OF_READING: u32 = 12;
/// ASCII for a letter or sign, and for a digit of full width.
pub(super) const WIDE: u32 = 2;
pub(super) const WIDE_DIGIT: u32 = 10;
/// ASCII by itself.
pub(super) const ASCII: u32 = 7;
/// The same for `?`, which is more likely damage, and for a letter after a Han character: more likely the second
/// byte of one.
pub(super) const QUESTION_AS_IT_STANDS: u32 = 14;
pub(super) const SMALL_LETTER: u32 = 20;
pub(super) const CAPITAL: u32 = 12;
/// The character of a reading: rare itself, or one that stands in the text without a reading.
pub(super) const RARE: u32 = 14;
pub(super) const BARE: u32 = 16;
/// What a character is cheaper by: it stands after the same one elsewhere in the text, or anywhere in it.
pub(super) const KNOWN_PAIR: u32 = 8;
pub(super) const KNOWN: u32 = 4;

/// How rare a character is in news, in bits.
pub(super) fn rarity(c: char) -> u32 {
    match c {
        '，' | '。' | '、' => 6,
        '：' | '；' | '（' | '）' | '！' | '？' | '“' | '”' | '《' | '》' | '…' | '—' | '·' | '％' | '「' | '」'
        | '　' => 9,
        '\u{FF01}'..='\u{FF5E}' => 15,
        _ => reading::bits(c).unwrap_or(if is_han(c) { 22 } else { 26 }),
    }
}
