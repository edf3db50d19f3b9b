//! [`Cursor`]: the one way to read tokens, and the input of every nom parser of the grammar.

use alloc::string::String;
use core::ops::Range;
use core::str::{CharIndices, Chars};

use nom::{Compare, CompareResult, Input, Needed, Offset};

use super::token::Token;
use crate::chars::{self, is_wide_letter};
use crate::general::Pos;
use crate::general::borders::Borders;
use crate::unit::{Entry, Lexicon};
use crate::vocabulary::Table;

/// A folded text, with what is asked of it at many places: which units it may hold, and where its words end.
pub(crate) struct Lexed<'t> {
    text: &'t str,
    lexicon: &'t Lexicon,
    borders: Borders,
}

impl<'t> Lexed<'t> {
    /// A folded text, read with the units of a lexicon.
    pub(crate) const fn new(text: &'t str, lexicon: &'t Lexicon) -> Self {
        Self { text, lexicon, borders: Borders::new() }
    }

    /// The text.
    pub(crate) const fn text(&self) -> &'t str {
        self.text
    }

    /// The units that are known.
    pub(crate) const fn lexicon(&self) -> &'t Lexicon {
        self.lexicon
    }

    /// A cursor at the start of a stretch, which sees nothing beyond it.
    pub(crate) const fn cursor(&self, stretch: Range<usize>) -> Cursor<'_> {
        Cursor { lexed: self, from: stretch.start, at: stretch.start, end: stretch.end }
    }

    /// The word that stands across a byte, in bytes.
    pub(crate) fn word_across(&self, at: usize) -> Option<Range<usize>> {
        self.borders.across(self.text, at)
    }

    /// The word that begins at a byte and does not go on at `end`: its end, and its part of speech if it is known.
    pub(crate) fn word_from(&self, at: usize, end: usize) -> (usize, Option<Pos>) {
        self.borders.word_from(self.text, at, end)
    }
}

/// A place in a stretch of a folded text. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'t> {
    lexed: &'t Lexed<'t>,
    from: usize,
    at: usize,
    end: usize,
}

impl<'t> Cursor<'t> {
    /// The byte that it stands at.
    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    /// The same cursor at another byte of its stretch.
    pub(crate) const fn to(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// The units that are known.
    pub(crate) const fn lexicon(&self) -> &'t Lexicon {
        self.lexed.lexicon
    }

    /// The text from here to another cursor.
    pub(crate) fn until(&self, end: Self) -> &'t str {
        self.lexed.text.get(self.at..end.at).unwrap_or_default()
    }

    /// The text from here on.
    pub(crate) fn rest(&self) -> &'t str {
        self.lexed.text.get(self.at..self.end).unwrap_or_default()
    }

    /// The text before.
    pub(crate) fn head(&self) -> &'t str {
        self.lexed.text.get(self.from..self.at).unwrap_or_default()
    }

    /// So many characters of the text before, or all of it.
    pub(crate) fn last(self, most: usize) -> &'t str {
        (0..most).fold(self, |start, _| start.back()).until(self)
    }

    /// The word that stands across the place, in bytes.
    pub(crate) fn word_across(&self) -> Option<Range<usize>> {
        self.lexed.word_across(self.at)
    }

    /// Whether a word stands across the place.
    pub(crate) fn is_crossed(&self) -> bool {
        self.word_across().is_some()
    }

    /// The longest unit here that ends before another place, and where.
    pub(crate) fn shorter_unit(&self, end: Self) -> Option<(Entry<'t>, Self)> {
        let (entry, length) = self.lexed.lexicon.shorter(self.rest(), end.at - self.at)?;
        Some((entry, self.skip(length)))
    }

    /// The longest word of a table here, and where it ends.
    #[inline]
    pub(crate) fn longest<T: Copy>(&self, table: &Table<T>) -> Option<(T, Self)> {
        // most places are told by their first character
        let (meaning, length) = self.printed().filter(|c| table.begins(*c)).and_then(|_| table.longest(self.rest()))?;
        Some((meaning, self.skip(length)))
    }

    /// What a search finds here of a length in bytes, and where that ends.
    pub(crate) fn found<T>(&self, find: impl Fn(&str) -> Option<(T, usize)>) -> Option<(T, Self)> {
        let (meaning, length) = find(self.rest())?;
        Some((meaning, self.skip(length)))
    }

    /// The character here, as it was printed.
    #[inline]
    fn printed(&self) -> Option<char> {
        if self.at < self.end { chars::at(self.lexed.text, self.at) } else { None }
    }

    /// The token here.
    #[inline]
    pub(crate) fn token(&self) -> Option<Token> {
        self.printed().map(Token::of)
    }

    /// The character here, narrowed.
    #[inline]
    pub(crate) fn peek(&self) -> Option<char> {
        self.token().map(|token| token.c)
    }

    /// The token before.
    #[inline]
    pub(crate) fn before(&self) -> Option<Token> {
        if self.at > self.from { chars::before(self.lexed.text, self.at).map(Token::of) } else { None }
    }

    /// After the token here.
    #[inline]
    pub(crate) fn advance(self) -> Self {
        self.skip(self.printed().map_or(0, char::len_utf8))
    }

    /// Before the token before.
    #[inline]
    pub(crate) fn back(self) -> Self {
        let last = if self.at > self.from { chars::before(self.lexed.text, self.at) } else { None };
        Self { at: self.at - last.map_or(0, char::len_utf8), ..self }
    }

    /// After so many bytes.
    pub(crate) const fn skip(self, bytes: usize) -> Self {
        Self { at: self.at + bytes, ..self }
    }

    /// After the blanks here, two at most.
    #[inline]
    pub(crate) fn skip_blanks(self) -> Self {
        self.skip(chars::blanks(self.rest()))
    }

    #[inline]
    pub(crate) fn starts_with(&self, word: &str) -> bool {
        let rest = self.lexed.text.as_bytes().get(self.at..self.end).unwrap_or_default();
        // most words differ in their first characters
        rest.len() >= word.len() && rest.iter().zip(word.as_bytes()).all(|(a, b)| a == b)
    }

    /// The longest unit here, and where it ends.
    pub(crate) fn unit(&self) -> Option<(Entry<'t>, Self)> {
        let rest = self.rest();
        if rest.starts_with(is_wide_letter) {
            return self.wide_unit();
        }
        let (entry, length) = self.lexed.lexicon.entry(rest)?;
        Some((entry, self.skip(length)))
    }

    /// A unit in full-width letters: ｇ, ＭＬ.
    fn wide_unit(&self) -> Option<(Entry<'t>, Self)> {
        const LONGEST: usize = 4;
        let letters = self.rest().chars().take_while(|c| is_wide_letter(*c)).take(LONGEST + 1);
        let narrow: String = letters.map(|c| Token::of(c).c).collect();
        let (entry, length) = self.lexed.lexicon.entry(&narrow).filter(|(_, length)| *length == narrow.len())?;
        Some((entry, self.skip(length * 'ｇ'.len_utf8())))
    }
}

/// The tokens from a place on.
pub(crate) struct Tokens<'t>(Chars<'t>);

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        self.0.next().map(Token::of)
    }
}

/// The tokens from a place on, with their distance in bytes.
pub(crate) struct TokenIndices<'t>(CharIndices<'t>);

impl Iterator for TokenIndices<'_> {
    type Item = (usize, Token);

    fn next(&mut self) -> Option<(usize, Token)> {
        self.0.next().map(|(at, c)| (at, Token::of(c)))
    }
}

impl<'t> Input for Cursor<'t> {
    type Item = Token;
    type Iter = Tokens<'t>;
    type IterIndices = TokenIndices<'t>;

    fn input_len(&self) -> usize {
        self.end.saturating_sub(self.at)
    }

    fn take(&self, index: usize) -> Self {
        Self { end: self.at + index, ..*self }
    }

    fn take_from(&self, index: usize) -> Self {
        self.skip(index)
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Token) -> bool>(&self, predicate: P) -> Option<usize> {
        self.iter_indices().find(|(_, token)| predicate(*token)).map(|(at, _)| at)
    }

    fn iter_elements(&self) -> Tokens<'t> {
        Tokens(self.rest().chars())
    }

    fn iter_indices(&self) -> TokenIndices<'t> {
        TokenIndices(self.rest().char_indices())
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        self.rest().slice_index(count)
    }
}

impl Offset for Cursor<'_> {
    fn offset(&self, second: &Self) -> usize {
        second.at - self.at
    }
}

impl Compare<&str> for Cursor<'_> {
    fn compare(&self, word: &str) -> CompareResult {
        self.rest().compare(word)
    }

    fn compare_no_case(&self, word: &str) -> CompareResult {
        self.rest().compare_no_case(word)
    }
}
