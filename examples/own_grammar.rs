//! A grammar of one's own on top of `wanyi::grammar`: a price list whose lines are `品名：數量，單價`, with units that the
//! built-in table does not have.
//!
//! ```sh
//! cargo run --example own_grammar
//! ```
//!
//! The last list has a number that no exact decimal holds. That is a `nom::Err::Failure`, which ends the list: an
//! `alt` or `separated_list0` must not take it for "no more lines".

use std::error::Error;
use std::fmt;

use wanyi::nom::branch::alt;
use wanyi::nom::bytes::complete::{tag, take_till1};
use wanyi::nom::combinator::{all_consuming, opt};
use wanyi::nom::error::{ErrorKind, FromExternalError, ParseError};
use wanyi::nom::multi::separated_list0;
use wanyi::nom::sequence::{preceded, separated_pair, terminated};
use wanyi::nom::{Finish, IResult, Parser};
use wanyi::rust_decimal::Decimal;
use wanyi::{Dimension, Factor, GrammarError, Lexicon, Quantity, Unit, grammar};

const LIST: &str = "\
凍頂烏龍：12箱，單價4,800元/箱
雞蛋：三十板，85.5元/板
高麗菜：一百二十簍，約1千5百元/簍
";

/// 30 digits do not fit.
const TOO_LONG: &str = "\
雞蛋：三十板，85.5元/板
芝麻：123456789012345678901234567890粒，1元/粒
";

fn main() -> Result<(), Box<dyn Error>> {
    // a crate of cabbage is 20 kg at this market; a tray of eggs has no other unit
    let crate_of_20_kg = Factor::new(20, 1).ok_or("a factor is not zero")?;
    let lexicon = Lexicon::builder()
        .unit(Unit::new("簍", Dimension::Mass).with_factor(crate_of_20_kg), ["篓"])?
        .unit(Unit::new("板", Dimension::Items), [])?
        .build();
    for list in [LIST, TOO_LONG] {
        match price_list(&lexicon, list) {
            Ok(items) => items.iter().for_each(|item| println!("{item}")),
            Err(error) => println!("the list cannot be read: {error}"),
        }
    }
    Ok(())
}

/// A line of the list.
struct Item<'t> {
    name: &'t str,
    amount: Quantity,
    price: Quantity,
}

impl Item<'_> {
    /// What all of it costs; `None` where the price is for another unit.
    fn total(&self) -> Option<Decimal> {
        let per = self.price.unit.as_ref().and_then(Unit::per);
        let same = per.is_some() && per == self.amount.unit.as_ref();
        let (amount, price) = (self.amount.decimal()?, self.price.decimal()?);
        // not `amount * price`, which rounds beyond 28 digits
        let digits = amount.mantissa().checked_mul(price.mantissa()).filter(|_| same)?;
        Decimal::try_from_i128_with_scale(digits, amount.scale() + price.scale()).ok()
    }
}

impl fmt::Display for Item<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} at {}", self.name, self.amount, self.price)?;
        match self.total() {
            Some(total) => write!(f, ", together {}", total.normalize()),
            None => Ok(()),
        }
    }
}

/// What went wrong and what was left of the text there.
#[derive(Debug)]
struct Trouble<'t> {
    rest: &'t str,
    number: Option<GrammarError>,
}

impl<'t> ParseError<&'t str> for Trouble<'t> {
    fn from_error_kind(rest: &'t str, _: ErrorKind) -> Self {
        Self { rest, number: None }
    }

    fn append(_: &'t str, _: ErrorKind, other: Self) -> Self {
        other
    }
}

/// This is what keeps the reason of an overflow; `nom::error::Error` forgets it.
impl<'t> FromExternalError<&'t str, GrammarError> for Trouble<'t> {
    fn from_external_error(rest: &'t str, _: ErrorKind, error: GrammarError) -> Self {
        Self { rest, number: Some(error) }
    }
}

impl fmt::Display for Trouble<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.rest.lines().next().unwrap_or_default();
        match self.number {
            Some(error) => write!(f, "{error}, at {line:?}"),
            None => write!(f, "expected 品名：數量，單價, at {line:?}"),
        }
    }
}

/// ```text
/// list  = { item newline }
/// item  = name ：quantity ，[單價] quantity
/// ```
fn price_list<'t>(lexicon: &Lexicon, text: &'t str) -> Result<Vec<Item<'t>>, Trouble<'t>> {
    let list = terminated(separated_list0(tag("\n"), |line| item(lexicon, line)), opt(tag("\n")));
    all_consuming(list).parse(text).finish().map(|(_, items)| items)
}

fn item<'t>(lexicon: &Lexicon, line: &'t str) -> IResult<&'t str, Item<'t>, Trouble<'t>> {
    let name = take_till1(|c| matches!(c, '：' | ':' | '\n'));
    let price = preceded(opt(tag("單價")), grammar::quantity(lexicon));
    let amounts = separated_pair(grammar::quantity(lexicon), alt((tag("，"), tag(","))), price);
    let (rest, (name, (amount, price))) = separated_pair(name, alt((tag("："), tag(":"))), amounts).parse(line)?;
    Ok((rest, Item { name, amount, price }))
}
