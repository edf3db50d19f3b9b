//! The grammar: nom parsers from `&str` to numerals, units, times and quantities.
//!
//! They take a [`Lexicon`](crate::Lexicon), so that users' own units and the region's 元 work in all of them, and know
//! nothing of positions: spans are the business of [`crate::Parser`]. All are generic over the nom error; an
//! overflow is raised as `nom::Err::Failure`, so that `alt` does not swallow it.
//!
//! The hot path is left-factored: a number is read once, in [`numeral`], and what follows decides whether it is a date,
//! a percentage, a range or a quantity with a unit.
//!
//! In an `alt` of one's own the order is: [`time`] before [`quantity`] (2023年 is a year, 3天 fails as a time), [`rate`],
//! [`range`], [`percent`] and [`ordinal`] before [`quantity`], which takes all four, and [`quantity`] before [`numeral`]. Nothing is
//! streaming: a parser sees all of its text, so that a number at the end of a chunk is taken as it stands.
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

//!
//! The parsers borrow the lexicon for as long as they are made, not for as long as they live, so that a struct may own the lexicon
//! and hand parsers out, in edition 2021 too:
//!
//! ```
//! use nom::{IResult, Parser};
//! use wanyi::{Lexicon, Quantity, grammar};
//!
//! struct Prices {
//!     lexicon: Lexicon,
//! }
//!
//! impl Prices {
//!     fn read<'t>(&self, text: &'t str) -> IResult<&'t str, Quantity, grammar::Error<'t>> {
//!         grammar::rate(&self.lexicon).parse(text)
//!     }
//! }
//!
//! let prices = Prices { lexicon: Lexicon::default() };
//! assert!(prices.read("12元/公斤").is_ok());
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
pub use quantity::{ordinal, percent, quantity, range, rate, unit};
pub use time::{clock, date, time};
