//! The set of first characters of a table's words, made at compile time: most places in a text begin no word of a table,
//! and need not be compared with its hundreds.
//!
//! Imports nothing. Used by [`super::tables`] alone.

/// A set of first characters, hashed to 512 bits: it may say yes for a character that begins no word, never no for one
/// that does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Firsts(u128, u128, u128, u128);

impl Firsts {
    /// The empty set.
    pub(super) const fn new() -> Self {
        Self(0, 0, 0, 0)
    }

    /// The set with the first characters of `words`.
    pub(super) const fn with(mut self, mut words: &[&str]) -> Self {
        while let [word, rest @ ..] = words {
            let (field, bit) = slot(word);
            match field {
                0 => self.0 |= bit,
                1 => self.1 |= bit,
                2 => self.2 |= bit,
                _ => self.3 |= bit,
            }
            words = rest;
        }
        self
    }

    /// False when no word of the set begins `s`.
    #[inline]
    pub(super) const fn may_begin(&self, s: &str) -> bool {
        let (field, bit) = slot(s);
        let bits = match field {
            0 => self.0,
            1 => self.1,
            2 => self.2,
            _ => self.3,
        };
        bits & bit != 0
    }
}

/// The field and the bit of the first character of `s`.
#[inline]
const fn slot(s: &str) -> (u32, u128) {
    // the second byte of two, or the last two of three or four, tell Han characters apart
    let hash = match s.as_bytes() {
        [a, ..] if *a < 0x80 => *a as u32,
        [a, b, ..] if *a < 0xE0 => *a as u32 * 5 + *b as u32,
        [a, b, c, ..] => *a as u32 * 31 + *b as u32 * 7 + *c as u32 * 11,
        _ => 0,
    };
    ((hash >> 7) & 3, 1 << (hash & 127))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_first_is_in_the_set() {
        let words = ["记者", "©", "APP", "《", "𠮷野", "记"];
        let set = Firsts::new().with(&words);
        for word in words {
            assert!(set.may_begin(word), "{word}");
            assert!(!Firsts::new().may_begin(word), "{word}");
        }
        assert!(set.may_begin("记录"));
        assert!(!set.may_begin("乙"));
    }
}
