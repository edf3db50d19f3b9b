//! [`Cursor`]: the one way to read tokens, and the input of every nom parser of the grammar.

use core::str::{CharIndices, Chars};

use nom::{Compare, CompareResult, Input, Needed, Offset};

use super::token::Token;
use crate::chars;
use crate::unit::{Entry, Lexicon};

/// A place in a folded text, with the text on both sides and the units that are known. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'t> {
    text: &'t str,
    at: usize,
    lexicon: &'t Lexicon,
}

impl<'t> Cursor<'t> {
    /// A cursor at a byte of a folded text.
    pub(crate) const fn new(text: &'t str, at: usize, lexicon: &'t Lexicon) -> Self {
        Self { text, at, lexicon }
    }

    /// The byte that it stands at.
    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    /// The whole text.
    pub(crate) const fn text(&self) -> &'t str {
        self.text
    }

    /// The text from here on.
    pub(crate) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The text before.
    pub(crate) fn head(&self) -> &'t str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// The token here.
    pub(crate) fn token(&self) -> Option<Token> {
        self.rest().chars().next().map(Token::of)
    }

    /// The character here, narrowed.
    pub(crate) fn peek(&self) -> Option<char> {
        self.token().map(|token| token.c)
    }

    /// The token before.
    pub(crate) fn before(&self) -> Option<Token> {
        self.head().chars().next_back().map(Token::of)
    }

    /// Behind the token here.
    pub(crate) fn advance(self) -> Self {
        let length = self.rest().chars().next().map_or(0, char::len_utf8);
        self.skip(length)
    }

    /// Behind so many bytes.
    pub(crate) const fn skip(self, bytes: usize) -> Self {
        Self { at: self.at + bytes, ..self }
    }

    /// Behind the blanks here, two at most.
    pub(crate) fn skip_blanks(self) -> Self {
        self.skip(chars::blanks(self.rest()))
    }

    pub(crate) fn starts_with(&self, word: &str) -> bool {
        self.rest().starts_with(word)
    }

    /// The longest unit here, and where it ends.
    pub(crate) fn unit(&self) -> Option<(Entry<'t>, Self)> {
        let (entry, length) = self.lexicon.entry(self.rest())?;
        Some((entry, self.skip(length)))
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
        self.text.len().saturating_sub(self.at)
    }

    fn take(&self, index: usize) -> Self {
        Self { text: self.text.get(..self.at + index).unwrap_or_default(), ..*self }
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
