//! The grammar: nom parsers from `&str` to numerals, units, times and quantities.
//!
//! They take a [`Lexicon`](crate::Lexicon), so that users' own units and the region's 元 work in all of them, and know
//! nothing of positions: spans are the business of [`crate::Parser`]. All are generic over the nom error; an
//! overflow is raised as `nom::Err::Failure`, so that `alt` does not swallow it.
//!
//! The hot path is left-factored: a number is read once, in [`numeral`], and what follows decides whether it is a date,
//! a percentage, a range or a quantity with a unit.
//!
//! ```
//! use nom::{Parser, bytes::complete::tag, multi::separated_list1};
//! use wanyi::{Lexicon, grammar};
//!
//! let lexicon = Lexicon::default();
//! let mut prices = separated_list1(tag("；"), grammar::quantity::<nom::error::Error<&str>>(&lexicon));
//! let (rest, found) = prices.parse("3.5萬元；約200美元；兩成")?;
//! assert_eq!((rest, found.len()), ("", 3));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod error;
pub(crate) mod exact;
pub(crate) mod lookalikes;
pub(crate) mod markers;
pub(crate) mod numeral;
pub(crate) mod quantity;
mod terminal;
pub(crate) mod time;

pub use error::Error;
pub use markers::{approximator, trailing_marker};
pub use numeral::{Notation, Numeral, numeral};
pub use quantity::{quantity, unit};
pub use time::time;

use nom::IResult;
use nom::error::{ErrorKind, ParseError};

use crate::error::GrammarError;
use crate::lexer::fold;

/// What a rule reads at the start of a text, and its length: as much of the text is folded as the rule may look at, so
/// that a long text behind costs nothing.
fn read_folded<T>(
    text: &str,
    read: impl Fn(&str) -> Result<Option<(T, usize)>, GrammarError>,
) -> Result<Option<(T, usize)>, GrammarError> {
    /// How far a rule looks behind what it reads.
    const BEHIND: usize = 96;
    let mut width = 4 * BEHIND;
    loop {
        let end = (0..=width.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
        let found = read(&fold(text.get(..end).unwrap_or_default()));
        let is_near = matches!(found, Ok(Some((_, length))) if length + BEHIND > end);
        if !is_near || end == text.len() {
            return found;
        }
        width *= 4;
    }
}

/// Turns a look-up in a table into what nom expects.
fn word<'t, T, E: ParseError<&'t str>>(
    input: &'t str,
    look_up: impl Fn(&str) -> Option<(T, usize)>,
    kind: ErrorKind,
) -> IResult<&'t str, T, E> {
    match read_folded(input, |text| Ok(look_up(text))).ok().flatten() {
        Some((value, length)) => Ok((input.get(length..).unwrap_or_default(), value)),
        None => Err(nom::Err::Error(E::from_error_kind(input, kind))),
    }
}
