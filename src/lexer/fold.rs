//! Folding: Traditional characters and variants are read as one form, one character for one of the same length, so that
//! every place of a folded text is that of the text.
//!
//! The pairs are made by `.ci/fold.py` from the Unihan database. What a fold loses (隻 and 只 are one, 裡 and 里 are one)
//! the text still has: whoever needs it looks there.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::chars::constant_code;

mod table {
    include!("fold_table.rs");
}

/// The characters that may fold: the first, and how many.
const FIRST: usize = 0x3400;
const COUNT: usize = 0xA000 - FIRST;

/// What each of them is read as, 0 for itself.
static FOLDS: [u16; COUNT] = folds();

const fn folds() -> [u16; COUNT] {
    let pairs = table::PAIRS.as_bytes();
    let mut folds = [0; COUNT];
    let mut at = 0;
    while at < pairs.len() {
        #[allow(clippy::indexing_slicing)] // evaluated by the compiler
        {
            folds[constant_code(pairs, at) - FIRST] = constant_code(pairs, at + 3) as u16;
        }
        at += 6;
    }
    folds
}

/// The character that `c` is read as.
#[inline]
pub(crate) const fn fold_char(c: char) -> char {
    let at = (c as usize).wrapping_sub(FIRST);
    #[allow(clippy::indexing_slicing)] // what the condition allows
    let slot = if at < COUNT { FOLDS[at] } else { 0 };
    match char::from_u32(slot as u32) {
        Some(folded) if slot != 0 => folded,
        _ => c,
    }
}

/// The next character from a byte on that is read as another one: where it stands, and what it is read as.
fn next_fold(bytes: &[u8], from: usize) -> Option<(usize, u16)> {
    let mut at = from;
    loop {
        match *bytes.get(at..)? {
            [lead @ 0xE3..=0xE9, second, third, ..] => {
                let code =
                    (usize::from(lead & 0x0F) << 12) | (usize::from(second & 0x3F) << 6) | usize::from(third & 0x3F);
                match code.checked_sub(FIRST).and_then(|slot| FOLDS.get(slot)) {
                    Some(&folded) if folded != 0 => return Some((at, folded)),
                    _ => at += 3,
                }
            }
            [] => return None,
            _ => at += 1,
        }
    }
}

/// The text with each character as it is read; borrowed where nothing folds.
pub(crate) fn fold(text: &str) -> Cow<'_, str> {
    let mut next = next_fold(text.as_bytes(), 0);
    if next.is_none() {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    while let Some((at, folded)) = next {
        let [high, low] = folded.to_be_bytes();
        let utf8 = [0xE0 | high >> 4, 0x80 | (high & 0x0F) << 2 | low >> 6, 0x80 | low & 0x3F];
        if let Some(slot) = bytes.get_mut(at..at + 3) {
            slot.copy_from_slice(&utf8);
        }
        next = next_fold(&bytes, at + 3);
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The text in Traditional characters, where one of them is read as one of its own: the other way round, for tests.
#[cfg(test)]
pub(crate) fn unfold(text: &str) -> String {
    static BACK: once_cell::race::OnceBox<alloc::collections::BTreeMap<char, char>> = once_cell::race::OnceBox::new();
    let back = BACK.get_or_init(|| {
        let chars: alloc::vec::Vec<char> = table::PAIRS.chars().collect();
        alloc::boxed::Box::new(chars.chunks(2).rev().map(|pair| (pair[1], pair[0])).collect())
    });
    text.chars().map(|c| back.get(&c).copied().unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn both_scripts_become_one() {
        for (text, folded) in [
            ("臺灣後來裏週餘著", "台湾后来里周余着"),
            ("羣眾佔領戶外", "群众占领户外"),
            ("三亞兩個３％〇abc", "三亚两个３％〇abc"),
            ("乾坤", "干坤"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn what_is_folded_stays() {
        assert!(matches!(fold("今年以来，3万人"), Cow::Borrowed(_)));
        assert!(matches!(fold(""), Cow::Borrowed("")));
        let chars: Vec<char> = table::PAIRS.chars().collect();
        assert!(chars.len() > 5000 && chars.len() % 2 == 0);
        for pair in chars.chunks(2) {
            assert_eq!(fold_char(pair[0]), pair[1], "{pair:?}");
            assert_eq!(fold_char(pair[1]), pair[1], "{pair:?}");
            assert_eq!(pair[0].len_utf8(), pair[1].len_utf8());
        }
    }
}
