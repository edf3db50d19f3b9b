//! What every rule is made of: one token, a word, blanks; and [`Miss`], the error of the rules.
//!
//! The rules are nom parsers over [`Cursor`], one function a rule, with its EBNF line above it.

use nom::IResult;
use nom::error::{ErrorKind, FromExternalError, ParseError};

use crate::any_of::WordSet;
use crate::error::GrammarError;
use crate::lexer::{Cursor, Token};

/// What a rule read, and where it ended.
pub(crate) type Read<'t, T> = IResult<Cursor<'t>, T, Miss>;

/// What a rule read, or that it does not apply; an overflow remains an error.
pub(crate) type Maybe<'t, T> = Result<Option<(Cursor<'t>, T)>, nom::Err<Miss>>;

/// Why a rule does not apply at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Miss {
    /// The byte where it was tried.
    pub(crate) at: usize,
    /// What was expected there, in words: "a unit".
    pub(crate) expected: &'static str,
    /// Why a well-formed number has no value.
    pub(crate) reason: Option<GrammarError>,
}

impl ParseError<Cursor<'_>> for Miss {
    fn from_error_kind(input: Cursor<'_>, _: ErrorKind) -> Self {
        Self { at: input.at(), expected: "a number, a unit or a time", reason: None }
    }

    // of several alternatives the one that came furthest says most
    fn or(self, other: Self) -> Self {
        if self.at > other.at { self } else { other }
    }

    fn append(_: Cursor<'_>, _: ErrorKind, other: Self) -> Self {
        other
    }
}

impl FromExternalError<Cursor<'_>, GrammarError> for Miss {
    fn from_external_error(input: Cursor<'_>, _: ErrorKind, reason: GrammarError) -> Self {
        Self { at: input.at(), expected: "an exact number", reason: Some(reason) }
    }
}

/// The rule does not apply.
pub(crate) fn miss<'t, T>(input: Cursor<'t>, expected: &'static str) -> Read<'t, T> {
    Err(nom::Err::Error(Miss { at: input.at(), expected, reason: None }))
}

/// The number has no exact value: no alternative may be tried.
pub(crate) fn fail<T>(input: Cursor<'_>, reason: GrammarError) -> Read<'_, T> {
    Err(nom::Err::Failure(Miss::from_external_error(input, ErrorKind::MapRes, reason)))
}

/// Arithmetic that may overflow, as a rule: its error is a failure.
pub(crate) fn exact<T>(input: Cursor<'_>, value: Result<T, GrammarError>) -> Result<T, nom::Err<Miss>> {
    value.map_err(|reason| nom::Err::Failure(Miss::from_external_error(input, ErrorKind::MapRes, reason)))
}

/// What a rule read, if it applies.
pub(crate) fn maybe<'t, T>(read: Read<'t, T>) -> Maybe<'t, T> {
    match read {
        Ok(found) => Ok(Some(found)),
        Err(nom::Err::Error(_)) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// One token that passes a test.
pub(crate) fn token<'t, T>(
    expected: &'static str,
    test: impl Fn(Token) -> Option<T>,
) -> impl Fn(Cursor<'t>) -> Read<'t, T> {
    move |input| match input.token().and_then(&test) {
        Some(value) => Ok((input.advance(), value)),
        None => miss(input, expected),
    }
}

/// One of some characters, in any width.
pub(crate) fn sign<'t>(chars: &'static [char], expected: &'static str) -> impl Fn(Cursor<'t>) -> Read<'t, char> {
    token(expected, move |token| chars.contains(&token.c).then_some(token.c))
}

/// The first of some words that stands here.
pub(crate) fn word<'t>(words: &'static WordSet) -> impl Fn(Cursor<'t>) -> Read<'t, &'t str> {
    move |input| match words.first_at(input.rest()) {
        Some(word) => Ok((input.skip(word.len()), word)),
        None => miss(input, words.name()),
    }
}

/// Blanks, two at most, or none.
pub(crate) fn blanks(input: Cursor<'_>) -> Read<'_, ()> {
    Ok((input.skip_blanks(), ()))
}
