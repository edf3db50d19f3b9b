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
    /// The nodes of the first characters by their hash: the character, 0 where there is none, and the node.
    pub(crate) roots: &'static [(u16, u16)],
    /// Where the edges of each node begin.
    pub(crate) firsts: &'static [u16],
    /// The character of each edge; edge `e` leads to node `e + 1`.
    pub(crate) chars: &'static [u16],
    /// The place of a node's meaning, plus one; 0 where no word ends.
    pub(crate) entries: &'static [u16],
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
        let mut found = [(0, 0); NESTED];
        let mut slots = found.iter_mut();
        self.words.each(text.chars(), |entry, length| {
            if let Some(slot) = slots.next() {
                *slot = (entry, length);
            }
        });
        found.into_iter().rev().filter(|(entry, _)| *entry > 0).filter_map(|found| self.meant(Some(found)))
    }

    /// What a word means.
    pub(crate) fn get(&self, word: &str) -> Option<T> {
        let found = if self.words.firsts.is_empty() { self.longest_at_end(word) } else { self.longest(word) };
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
        let roots = self.words.roots.iter().filter(|(char, _)| *char > 0);
        roots.filter_map(|&(char, node)| Some((as_char(char)?, self.words.entry(usize::from(node)) > 0)))
    }

    /// The second characters of the words.
    pub(crate) fn seconds(&self) -> impl Iterator<Item = char> + '_ {
        let roots = self.words.roots.iter().filter(|(char, _)| *char > 0);
        roots.flat_map(|(_, node)| self.words.edges(usize::from(*node)).1.iter().filter_map(|char| as_char(*char)))
    }

    /// The last characters of the words.
    pub(crate) fn lasts(&self) -> impl Iterator<Item = char> + '_ {
        self.reversed.roots.iter().filter_map(|(char, _)| as_char(*char).filter(|c| *c != '\0'))
    }
}

impl Tree {
    /// The node of a first character.
    #[inline]
    fn root(&self, c: char) -> Option<usize> {
        let unit = u16::try_from(u32::from(c)).ok()?;
        let mask = self.roots.len() - 1;
        let mut slot = hash(unit) & mask;
        loop {
            match *self.roots.get(slot)? {
                (0, _) => return None,
                (char, node) if char == unit => return Some(usize::from(node)),
                _ => slot = (slot + 1) & mask,
            }
        }
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
        self.entries.get(node).copied().unwrap_or_default()
    }

    /// The first edge of a node, and the characters of all of them.
    #[inline]
    fn edges(&self, node: usize) -> (usize, &'static [u16]) {
        let (Some(start), Some(end)) = (self.firsts.get(node), self.firsts.get(node + 1)) else { return (0, &[]) };
        let range = usize::from(*start)..usize::from(*end);
        (range.start, self.chars.get(range).unwrap_or_default())
    }
}

fn as_char(unit: u16) -> Option<char> {
    char::from_u32(u32::from(unit))
}
