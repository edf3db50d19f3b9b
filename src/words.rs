//! [`Words`]: a table of words, asked for the longest one that a text begins with.
//!
//! Units, time words, markers and false friends are all tables of this kind. Words are kept sorted after an index by
//! first character, so that a look-up reads a few neighbours. Imports nothing of the crate.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ops::Range;

/// A table from words to what they mean.
#[derive(Clone, Debug)]
pub(crate) struct Words<T> {
    /// By first character, then longest first.
    words: Vec<(Cow<'static, str>, T)>,
    /// The second character of each word, U+0000 where it has none: most words are told apart by it.
    seconds: Vec<char>,
    /// Slot of a first character: where its words begin and how many there are.
    slots: Box<[(u32, u16, u16)]>,
}

impl<T> Words<T> {
    /// The table of `words`; of two equal words the first is kept.
    pub(crate) fn new(words: impl IntoIterator<Item = (Cow<'static, str>, T)>) -> Self {
        // by first character, then longest first: one number that sorts so
        let key = |word: &str| u64::from(first(word)) << 32 | (u64::from(u32::MAX) - word.len() as u64);
        let keyed = words.into_iter().filter(|(word, _)| !word.is_empty()).map(|entry| (key(&entry.0), entry));
        let mut keyed: Vec<_> = keyed.collect();
        keyed.sort_by(|(a, (x, _)), (b, (y, _))| a.cmp(b).then_with(|| x.cmp(y)));
        keyed.dedup_by(|(_, later), (_, earlier)| later.0 == earlier.0);
        let words: Vec<_> = keyed.into_iter().map(|(_, entry)| entry).collect();
        let firsts = words.iter().enumerate().filter(|(i, (word, _))| {
            i.checked_sub(1).and_then(|i| words.get(i)).is_none_or(|(before, _)| first(before) != first(word))
        });
        // small tables stay small in the cache
        let size = (firsts.count() * 4).next_power_of_two();
        let mut slots = alloc::vec![(0u32, 0u16, 0u16); size].into_boxed_slice();
        let mut at = 0;
        while let Some((word, _)) = words.get(at) {
            let key = first(word);
            let count = words.iter().skip(at).take_while(|(word, _)| first(word) == key).count();
            for probe in 0..size {
                if let Some(slot) = slots.get_mut((hash(key) + probe) & (size - 1)) {
                    if slot.2 == 0 {
                        *slot = (
                            key as u32,
                            u16::try_from(at).unwrap_or(u16::MAX),
                            u16::try_from(count).unwrap_or(u16::MAX),
                        );
                        break;
                    }
                }
            }
            at += count;
        }
        let seconds = words.iter().map(|(word, _)| second(word)).collect();
        Self { words, seconds, slots }
    }

    /// Where the words stand that begin with a character.
    fn place(&self, first: char) -> Range<usize> {
        let mask = self.slots.len() - 1;
        for probe in 0..=mask {
            match self.slots.get((hash(first) + probe) & mask) {
                Some(&(key, at, count)) if count > 0 => {
                    if key == first as u32 {
                        return usize::from(at)..usize::from(at) + usize::from(count);
                    }
                }
                _ => break,
            }
        }
        0..0
    }

    /// The longest word that `text` begins with and that passes a test.
    pub(crate) fn longest_where(&self, text: &str, test: impl Fn(&str) -> bool) -> Option<(&T, usize)> {
        let place = self.place(text.chars().next()?);
        if place.is_empty() {
            return None;
        }
        let next = second(text);
        let seconds = self.seconds.get(place.clone()).unwrap_or_default();
        let words = self.words.get(place).unwrap_or_default();
        let fits = |second: char| second == next || second == '\0';
        let mut found = seconds.iter().zip(words).filter(|(second, _)| fits(**second)).map(|(_, word)| word);
        found
            .find(|(word, _)| text.starts_with(word.as_ref()) && test(word))
            .map(|(word, meaning)| (meaning, word.len()))
    }

    /// Whether it is one of the words.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.longest_where(word, |found| found.len() == word.len()).is_some()
    }

    /// All words, by first character.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.words.iter().map(|(word, meaning)| (word.as_ref(), meaning))
    }
}

fn first(word: &str) -> char {
    word.chars().next().unwrap_or_default()
}

fn second(word: &str) -> char {
    word.chars().nth(1).unwrap_or_default()
}

/// Multiplicative hashing: neighbours in Unicode spread over the slots.
const fn hash(c: char) -> usize {
    ((c as u32).wrapping_mul(0x9E37_79B1) >> 20) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_wins() {
        let rows = [("今年", 1), ("本年", 1), ("今年以来", 2), ("今", 3)];
        let words = Words::new(rows.map(|(word, meaning)| (word.into(), meaning)));
        let find = |text| words.longest_where(text, |_| true).map(|(meaning, length)| (*meaning, length));
        assert_eq!(find("今年以来的"), Some((2, 12)));
        assert_eq!(find("今年內"), Some((1, 6)));
        assert_eq!(find("今天"), Some((3, 3)));
        assert_eq!(find("昨天"), None);
        assert_eq!(find(""), None);
    }
}
