//! [`Table`]: the words of one class, asked for the longest that a text begins or ends with. The build script makes them.

include!("hash.rs");

/// The words of one class, folded, and what they mean.
#[derive(Debug)]
pub(crate) struct Table<T: 'static> {
    /// The words by their first characters.
    pub(crate) words: Tree,
    /// The words by their last characters. Either tree is empty where it is not asked.
    pub(crate) reversed: Tree,
    pub(crate) meanings: &'static [T],
}

/// Words as a tree in flat arrays.
#[derive(Debug)]
pub(crate) struct Tree {
    /// A bit for each slot of the hash of first characters. Their nodes stand in the order of the slots, from 1 on: the
    /// node is the number of bits up to its own.
    pub(crate) slots: &'static [u64],
    /// How many bits there are before each of `slots`.
    pub(crate) ranks: &'static [u16],
    /// Where the edges of each node whose number is a multiple of [`BLOCK`] begin.
    pub(crate) bases: &'static [u16],
    /// How many edges each node has but the root, which tells by `slots`.
    pub(crate) degrees: &'static [u8],
    /// The character of each edge; edge `e` leads to node `e + 1`.
    pub(crate) chars: &'static [u16],
    /// The place of a node's meaning, plus one; 0 where no word ends.
    pub(crate) entries: Entries,
}

/// Numbers in bytes, where a tree has few meanings.
#[derive(Debug)]
pub(crate) enum Entries {
    Few(&'static [u8]),
    Many(&'static [u16]),
}

/// The most words of one class that begin at one place.
const NESTED: usize = 8;

impl<T: Copy> Table<T> {
    /// The longest word that a text begins with: its meaning, and its length in bytes.
    #[inline]
    pub(crate) fn longest(&self, text: &str) -> Option<(T, usize)> {
        let mut chars = text.chars();
        let first = chars.next()?;
        let node = self.words.root(first)?;
        self.meant(self.words.longest(node, first, chars))
    }

    /// The longest word that a text ends with: its meaning, and its length in bytes.
    #[inline]
    pub(crate) fn longest_at_end(&self, text: &str) -> Option<(T, usize)> {
        let mut chars = text.chars().rev();
        let last = chars.next()?;
        let node = self.reversed.root(last)?;
        self.meant(self.reversed.longest(node, last, chars))
    }

    /// The longest word whose length in bytes passes a test.
    pub(crate) fn longest_where(&self, text: &str, test: impl Fn(usize) -> bool) -> Option<(T, usize)> {
        let mut found = None;
        self.words.each(text.chars(), |entry, length| {
            if test(length) {
                found = Some((entry, length));
            }
        });
        self.meant(found)
    }

    fn meant(&self, found: Option<(u16, usize)>) -> Option<(T, usize)> {
        let (entry, length) = found?;
        Some((*self.meanings.get(usize::from(entry) - 1)?, length))
    }

    /// The words that a text begins with, the longest first, with their length in bytes.
    pub(crate) fn all(&self, text: &str) -> impl Iterator<Item = (T, usize)> + '_ {
        let (mut found, mut count) = ([(0, 0_u16); NESTED], 0);
        self.words.each(text.chars(), |entry, length| {
            if let Some(slot) = found.get_mut(count) {
                *slot = (entry, u16::try_from(length).unwrap_or_default());
                count += 1;
            }
        });
        let found = found.into_iter().take(count).rev();
        found.filter_map(|(entry, length)| self.meant(Some((entry, usize::from(length)))))
    }

    /// What a word means.
    pub(crate) fn get(&self, word: &str) -> Option<T> {
        let found = if self.words.chars.is_empty() { self.longest_at_end(word) } else { self.longest(word) };
        found.filter(|(_, length)| *length == word.len()).map(|(meaning, _)| meaning)
    }

    /// Whether it is one of the words.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The longest word that a text begins with, as a piece of it.
    pub(crate) fn prefix<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.get(..self.longest(text)?.1)
    }

    /// The longest word that a text ends with, as a piece of it.
    pub(crate) fn suffix<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.get(text.len() - self.longest_at_end(text)?.1..)
    }

    /// What a text has before the longest word that it ends with.
    pub(crate) fn strip_suffix<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.get(..text.len() - self.longest_at_end(text)?.1)
    }

    /// The first word in a text: its meaning, where it begins, and its length.
    pub(crate) fn find(&self, text: &str) -> Option<(T, usize, usize)> {
        text.char_indices().filter(|(_, c)| self.begins(*c)).find_map(|(at, _)| {
            let (meaning, length) = self.longest(text.get(at..)?)?;
            Some((meaning, at, length))
        })
    }

    /// Whether one of the words stands somewhere in a text.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Whether a word begins with a character.
    #[inline]
    pub(crate) fn begins(&self, c: char) -> bool {
        self.words.root(c).is_some()
    }

    /// The first characters of the words, and whether one of them is a word by itself.
    pub(crate) fn firsts(&self) -> impl Iterator<Item = (char, bool)> + '_ {
        let nodes = self.words.roots().iter().zip(1..);
        nodes.filter_map(|(char, node)| Some((as_char(*char)?, self.words.entry(node) > 0)))
    }

    /// The second characters of the words.
    pub(crate) fn seconds(&self) -> impl Iterator<Item = char> + '_ {
        let nodes = 1..=self.words.roots().len();
        nodes.flat_map(|node| self.words.edges(node).1.iter().filter_map(|char| as_char(*char)))
    }

    /// The last characters of the words.
    pub(crate) fn lasts(&self) -> impl Iterator<Item = char> + '_ {
        self.reversed.roots().iter().filter_map(|char| as_char(*char))
    }
}

impl Tree {
    /// The node of a first character.
    #[inline]
    fn root(&self, c: char) -> Option<usize> {
        let unit = u16::try_from(u32::from(c)).ok()?;
        let mask = (self.slots.len() * 64).wrapping_sub(1);
        let mut slot = hash(unit) & mask;
        loop {
            let bits = *self.slots.get(slot / 64)?;
            let bit = 1 << (slot % 64);
            if bits & bit == 0 {
                return None;
            }
            let before = usize::from(*self.ranks.get(slot / 64)?) + (bits & (bit - 1)).count_ones() as usize;
            if self.chars.get(before) == Some(&unit) {
                return Some(before + 1);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The first characters, that of node `n` as the one before the `n`th.
    fn roots(&self) -> &'static [u16] {
        self.bases.first().and_then(|count| self.chars.get(..usize::from(*count))).unwrap_or_default()
    }

    /// The longest word from a node on: its entry, and its length in bytes.
    fn longest(&self, node: usize, first: char, rest: impl Iterator<Item = char>) -> Option<(u16, usize)> {
        let mut found = None;
        self.walk(node, first, rest, |entry, length| found = Some((entry, length)));
        found
    }

    /// Hands on each word that characters begin with, the shortest first.
    fn each(&self, mut chars: impl Iterator<Item = char>, found: impl FnMut(u16, usize)) {
        if let Some(first) = chars.next() {
            if let Some(node) = self.root(first) {
                self.walk(node, first, chars, found);
            }
        }
    }

    fn walk(&self, node: usize, first: char, rest: impl Iterator<Item = char>, mut found: impl FnMut(u16, usize)) {
        let (mut node, mut length) = (node, first.len_utf8());
        let mut rest = rest;
        loop {
            let entry = self.entry(node);
            if entry > 0 {
                found(entry, length);
            }
            let (start, edges) = self.edges(node);
            if edges.is_empty() {
                return;
            }
            let Some(c) = rest.next() else { return };
            let Ok(unit) = u16::try_from(u32::from(c)) else { return };
            let Ok(edge) = edges.binary_search(&unit) else { return };
            node = start + edge + 1;
            length += c.len_utf8();
        }
    }

    #[inline]
    fn entry(&self, node: usize) -> u16 {
        match self.entries {
            Entries::Few(entries) => entries.get(node).map_or(0, |entry| u16::from(*entry)),
            Entries::Many(entries) => entries.get(node).copied().unwrap_or_default(),
        }
    }

    /// The first edge of a node that is not the root, and the characters of all of them.
    #[inline]
    fn edges(&self, node: usize) -> (usize, &'static [u16]) {
        let block = node / BLOCK * BLOCK;
        let (Some(base), Some([before @ .., degree])) = (self.bases.get(node / BLOCK), self.degrees.get(block..=node))
        else {
            return (0, &[]);
        };
        let first = usize::from(*base) + before.iter().map(|degree| usize::from(*degree)).sum::<usize>();
        (first, self.chars.get(first..first + usize::from(*degree)).unwrap_or_default())
    }
}

fn as_char(unit: u16) -> Option<char> {
    char::from_u32(u32::from(unit))
}
