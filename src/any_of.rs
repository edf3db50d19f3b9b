//! [`WordSet`]: a handful of words of one rule, asked whether a text begins or ends with one of them. A class of words has a
//! [`Table`](crate::vocabulary::Table).

/// A few words, made at compile time by [`any_of!`]. Folded, as the texts that it is asked of.
pub(crate) struct WordSet {
    /// A bit for each first character, and for each last one: most texts are told by them.
    firsts: u32,
    lasts: u32,
    /// The words one after another, each after its length in bytes: addresses of them would take more room than they do.
    packed: &'static str,
}

impl WordSet {
    #[allow(clippy::indexing_slicing, clippy::panic)] // evaluated by the compiler, which refuses what would panic
    pub(crate) const fn of(words: &[&str], packed: &'static [u8]) -> Self {
        let (mut firsts, mut lasts) = (0, 0);
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            firsts |= bit(word[first_end(word)]);
            lasts |= bit(word[word.len() - 1]);
            at += 1;
        }
        match core::str::from_utf8(packed) {
            Ok(packed) => Self { firsts, lasts, packed },
            Err(_) => panic!("a length of more than 127 bytes"),
        }
    }

    /// Whether a text begins with one of the words.
    #[inline]
    pub(crate) fn begins(&self, text: &str) -> bool {
        self.may_begin(text.as_bytes()) && self.is_at_start(text)
    }

    /// Whether a text ends with one of the words.
    #[inline]
    pub(crate) fn ends(&self, text: &str) -> bool {
        self.may_end(text.as_bytes()) && self.is_at_end(text)
    }

    /// The longest of the words that a text begins with, as a piece of it.
    #[inline]
    pub(crate) fn prefix<'t>(&self, text: &'t str) -> Option<&'t str> {
        if self.may_begin(text.as_bytes()) { self.longest_at_start(text) } else { None }
    }

    /// The longest of the words that a text ends with, as a piece of it.
    #[inline]
    pub(crate) fn suffix<'t>(&self, text: &'t str) -> Option<&'t str> {
        if self.may_end(text.as_bytes()) { self.longest_at_end(text) } else { None }
    }

    #[inline(never)]
    fn longest_at_start<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.starting(text).max_by_key(|word| word.len())
    }

    #[inline(never)]
    fn longest_at_end<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.ending(text).max_by_key(|word| word.len())
    }

    /// The words that a text begins with, in the order in which they are given.
    #[inline]
    pub(crate) fn all_at<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        let text = if self.may_begin(text.as_bytes()) { text } else { "" };
        self.starting(text)
    }

    /// The words that a text begins with, as pieces of it. Most others are told by the last byte of their first character.
    #[inline]
    fn starting<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        let third = text.as_bytes().get(2);
        let may = move |word: &&[u8]| word.get(2).is_none_or(|own| third == Some(own));
        let begins = move |word: &[u8]| text.as_bytes().starts_with(word).then_some(word.len());
        self.all().filter(may).filter_map(begins).filter_map(|length| text.get(..length))
    }

    /// The words that a text ends with, as pieces of it.
    #[inline]
    fn ending<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        let last = text.as_bytes().last();
        let ends = move |word: &[u8]| text.as_bytes().ends_with(word).then(|| text.len() - word.len());
        self.all().filter(move |word| word.last() == last).filter_map(ends).filter_map(|at| text.get(at..))
    }

    /// The first of them.
    #[inline]
    pub(crate) fn first_at<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.all_at(text).next()
    }

    /// One of the words, by which errors name them all.
    pub(crate) fn name(&self) -> &'static str {
        let length = self.packed.bytes().next().map_or(0, usize::from);
        self.packed.get(1..=length).unwrap_or_default()
    }

    /// Whether it is one of the words.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.all().any(|own| own == word.as_bytes())
    }

    /// The words, in the order in which they are given.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.all().filter_map(|word| core::str::from_utf8(word).ok())
    }

    #[inline]
    fn all(&self) -> Words {
        Words(self.packed.as_bytes())
    }

    /// What a text has before one of the words.
    pub(crate) fn strip_suffix<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.get(..text.len() - self.suffix(text)?.len())
    }

    /// What a text has after one of the words.
    pub(crate) fn strip_prefix<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.get(self.prefix(text)?.len()..)
    }

    /// Whether one of the words stands somewhere in a text.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.place(text).is_some()
    }

    /// The first place at which one of the words stands in a text, and the longest that stands there.
    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<(usize, &'t str)> {
        let at = self.place(text)?;
        Some((at, self.longest_at_start(text.get(at..)?)?))
    }

    /// What a text has before and after the first of the words in it.
    pub(crate) fn split_once<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let (at, word) = self.find(text)?;
        Some((text.get(..at)?, text.get(at + word.len()..)?))
    }

    #[inline(never)]
    fn place(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(lead) = bytes.get(at) {
            let length = match lead {
                ..0x80 => 1,
                ..0xE0 => 2,
                ..0xF0 => 3,
                _ => 4,
            };
            let end = if *lead < 0xE0 { at } else { at + 2 };
            let may = bytes.get(end).is_some_and(|byte| self.firsts & bit(*byte) != 0);
            if may && text.get(at..).is_some_and(|rest| self.is_at_start(rest)) {
                return Some(at);
            }
            at += length;
        }
        None
    }

    #[inline(never)]
    fn is_at_start(&self, text: &str) -> bool {
        self.starting(text).next().is_some()
    }

    #[inline(never)]
    fn is_at_end(&self, text: &str) -> bool {
        self.ending(text).next().is_some()
    }

    #[inline]
    fn may_end(&self, text: &[u8]) -> bool {
        text.last().is_some_and(|last| self.lasts & bit(*last) != 0)
    }

    #[inline]
    fn may_begin(&self, text: &[u8]) -> bool {
        text.get(first_end(text)).is_some_and(|last| self.firsts & bit(*last) != 0)
    }
}

/// The packed words that are left, as bytes.
struct Words(&'static [u8]);

impl Iterator for Words {
    type Item = &'static [u8];

    #[inline]
    fn next(&mut self) -> Option<&'static [u8]> {
        let (length, rest) = self.0.split_first()?;
        let (word, rest) = rest.split_at_checked(usize::from(*length))?;
        self.0 = rest;
        Some(word)
    }
}

/// How many bytes [`packed`] words take.
#[allow(clippy::indexing_slicing)] // evaluated by the compiler, which refuses a place that is not there
pub(crate) const fn packed_size(words: &[&str]) -> usize {
    let (mut size, mut at) = (0, 0);
    while at < words.len() {
        size += 1 + words[at].len();
        at += 1;
    }
    size
}

/// Words one after another, each after its length.
#[allow(clippy::indexing_slicing)] // evaluated by the compiler, which refuses a place that is not there
pub(crate) const fn packed<const SIZE: usize>(words: &[&str]) -> [u8; SIZE] {
    let (mut all, mut size, mut at) = ([0; SIZE], 0, 0);
    while at < words.len() {
        let word = words[at].as_bytes();
        all[size] = word.len() as u8;
        size += 1;
        let mut byte = 0;
        while byte < word.len() {
            all[size] = word[byte];
            (size, byte) = (size + 1, byte + 1);
        }
        at += 1;
    }
    all
}

/// Where the byte stands by which the first character is told: its last one, where it has three, as most have.
#[inline]
#[allow(clippy::indexing_slicing)] // of a word that is not empty
const fn first_end(text: &[u8]) -> usize {
    if !text.is_empty() && text[0] >= 0xE0 { 2 } else { 0 }
}

#[inline]
const fn bit(byte: u8) -> u32 {
    1 << (byte & 31)
}

/// The [`WordSet`] of some words.
macro_rules! any_of {
    [$($word:expr),+ $(,)?] => {{
        const WORDS: &[&str] = &[$($word),+];
        const PACKED: &[u8] = &$crate::any_of::packed::<{ $crate::any_of::packed_size(WORDS) }>(WORDS);
        const SET: &$crate::any_of::WordSet = &$crate::any_of::WordSet::of(WORDS, PACKED);
        SET
    }};
}
pub(crate) use any_of;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_they_stand() {
        const SET: &WordSet = any_of!["增长", "增", "a", "é升", "x·"];
        for text in ["增长3%", "增", "abc", "é升", "x·y"] {
            assert!(SET.begins(text) && SET.is_in(text), "{text}");
        }
        // 塞 has the low end of 增, by which the sieve alone would take it
        assert_eq!(bit("塞".as_bytes()[2]), bit("增".as_bytes()[2]));
        for text in ["", "长增", "é", "x", "b", "塞", "\u{10FFFF}"] {
            assert!(!SET.begins(text), "{text}");
        }
        assert_eq!(SET.prefix("增长了"), Some("增长"));
        assert_eq!(SET.strip_prefix("增加"), Some("加"));
        assert_eq!(SET.strip_prefix("加"), None);
        assert!(SET.ends("同比增长") && SET.ends("加x·") && !SET.ends("长x") && !SET.ends(""));
        assert_eq!(SET.suffix("正在增长"), Some("增长"));
        assert!(SET.is_in("同比增长3%") && SET.is_in("3%é升") && !SET.is_in("同比下降") && !SET.is_in(""));
    }

    #[test]
    fn the_first_place_counts_and_the_longest_word_there() {
        const SET: &WordSet = any_of!["增", "增长", "à", "𠮷"];
        assert_eq!(SET.find("同比增长3%，增"), Some(("同比".len(), "增长")));
        assert_eq!(SET.split_once("同比增长3%"), Some(("同比", "3%")));
        assert_eq!(SET.find("xà增"), Some((1, "à")));
        assert_eq!(SET.split_once("野𠮷家"), Some(("野", "家")));
        assert_eq!((SET.find("同比"), SET.split_once("")), (None, None));
    }
}
