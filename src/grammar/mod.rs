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
pub(crate) mod markers;
pub(crate) mod numeral;
mod public;
pub(crate) mod quantity;
mod terminal;
pub(crate) mod time;

pub use error::Error;
pub use markers::{approximator, trailing_marker};
pub use numeral::{Notation, Numeral, numeral};
pub use quantity::{quantity, unit};
pub use time::time;
