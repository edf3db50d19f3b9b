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
//!
//! Where no error type of one's own is needed, [`Lexicon`](crate::Lexicon) has the same parsers with [`Error`], which says
//! what was expected:
//!
//! ```
//! use nom::Parser;
//! use wanyi::Lexicon;
//!
//! let lexicon = Lexicon::default();
//! let (rest, amount) = lexicon.quantity().parse("420余萬元的").map_err(|_| "no quantity")?;
//! assert_eq!((rest, amount.bounds().to_string().as_str()), ("的", "[4200000, 4300000)"));
//! let error = lexicon.percent().parse("三百家").map_err(|error| error.to_string());
//! assert!(error.is_err_and(|error| error.contains("a percentage")));
//! # Ok::<(), &str>(())
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
pub use numeral::{Notation, Numeral, numeral, scale};
pub use quantity::{ordinal, percent, quantity, range, unit};
pub use time::{clock, date, time};
