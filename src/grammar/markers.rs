//! The words around a number that limit it: 約, 超過, 近 before it, 以上, 左右 behind it.
//!
//! A new one is a row of the classes `before` and `after` of [`crate::vocabulary`].

use nom::Parser;
use nom::error::{ErrorKind, ParseError};

use crate::general::borders;
use crate::grammar::lookalikes::inside_word;
use crate::quantity::Approx;
use crate::vocabulary::{AFAR, AFTER, BEFORE, BEFORE_SCALE, NEGATIONS};

/// The limit in a clause that ends where a number begins: where it stands, and its length.
pub(crate) fn read_afar(clause: &str) -> Option<(Approx, usize, usize)> {
    clause.char_indices().find_map(|(at, _)| {
        let ((approx, reach), length) = AFAR.longest(clause.get(at..)?)?;
        if inside_word(clause, at, at + length) {
            return None;
        }
        let between = clause.get(at + length..)?.trim();
        // 最多的 is a superlative
        (between.chars().count() <= reach && !between.starts_with(['的', '样', '是'])).then_some((approx, at, length))
    })
}

/// The approximator that a text begins with, and its length.
pub(crate) fn read_before(text: &str) -> Option<(Approx, usize)> {
    if let Some(found) = negated(text) {
        return Some(found);
    }
    if let Some(found) = BEFORE.longest(text) {
        return Some(found);
    }
    let (approx, length) = BEFORE_SCALE.longest(text)?;
    bare_scale(text.get(length..)?).then_some((approx, length))
}

/// A negated comparison that a text begins with, which bounds the other side, inclusive.
fn negated(text: &str) -> Option<(Approx, usize)> {
    let ((), negation) = NEGATIONS.longest(text)?;
    let rest = text.get(negation..)?;
    let (approx, length) = BEFORE.longest(rest)?;
    let turned = match approx {
        Approx::Over if !rest.starts_with(['不', '破']) => Approx::AtMost,
        Approx::Under if !rest.starts_with(['不', '未']) => Approx::AtLeast,
        _ => return None,
    };
    Some((turned, negation + length))
}

/// Whether a text begins with a scale that has no digit: 百, 億.
fn bare_scale(text: &str) -> bool {
    if text.starts_with("百分之") || text.starts_with("千分之") {
        return false;
    }
    text.chars().next().and_then(crate::chars::scale).is_some_and(|power| power > 1)
}

/// The approximator behind a unit that a text begins with, and its length.
pub(crate) fn read_after(text: &str) -> Option<(Approx, usize)> {
    // 以上海 is no limit
    let (approx, length) = AFTER.longest(text)?;
    (!borders::is_crossed(text, length)).then_some((approx, length))
}

/// The last characters of all approximators that stand before a number, for the scan.
pub(crate) fn ends_before() -> impl Iterator<Item = char> {
    BEFORE.lasts().chain(BEFORE_SCALE.lasts())
}

/// An approximator that stands before a number.
///
/// `約`, `不少於` and `近` are such; `的` is an error.
///
/// ```
/// use wanyi::{Approx, grammar};
/// use nom::Parser;
///
/// let (rest, approx) = grammar::approximator::<nom::error::Error<&str>>().parse("將近40%")?;
/// assert_eq!((rest, approx), ("40%", Approx::Near));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// A recoverable error where none begins.
pub fn approximator<'t, E: ParseError<&'t str>>() -> impl Parser<&'t str, Output = Approx, Error = E> {
    |input: &'t str| super::word(input, read_before, ErrorKind::Tag)
}

/// A marker that stands behind a unit: 以上, 左右, 以內.
///
/// # Errors
///
/// A recoverable error where none begins.
pub fn trailing_marker<'t, E: ParseError<&'t str>>() -> impl Parser<&'t str, Output = Approx, Error = E> {
    |input: &'t str| super::word(input, read_after, ErrorKind::Tag)
}
