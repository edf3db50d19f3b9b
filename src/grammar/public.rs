//! From rules over tokens to nom parsers over `&str`: as much of a text is folded as a rule may look at, so that a long text
//! after costs nothing.

use chrono::NaiveTime;
use nom::error::{ErrorKind, FromExternalError, ParseError};
use nom::{IResult, Parser};

use super::error::Error;
use super::numeral::{self, Numeral};
use super::terminal::{Miss, Read};
use super::{quantity, time};
use crate::error::GrammarError;
use crate::lexer::{Cursor, Lexed, fold};
use crate::quantity::Quantity;
use crate::time::TimeExpr;
use crate::unit::Lexicon;

/// How far a rule looks after what it reads.
const CONTEXT: usize = 96;

/// What a rule reads at the start of a text, and its length.
fn read<T>(
    text: &str,
    lexicon: &Lexicon,
    rule: impl for<'c> Fn(Cursor<'c>) -> Read<'c, T>,
) -> Result<(usize, T), nom::Err<Miss>> {
    let mut width = 4 * CONTEXT;
    loop {
        let end = (0..=width.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
        let folded = fold(text.get(..end).unwrap_or_default());
        let lexed = Lexed::new(&folded, lexicon);
        let found = rule(lexed.cursor(0..end)).map(|(rest, value)| (rest.at(), value));
        let is_near = matches!(found, Ok((length, _)) if length + CONTEXT > end);
        if !is_near || end == text.len() {
            return found;
        }
        width *= 4;
    }
}

/// A rule whose number may have no exact value, as a nom parser.
pub(crate) fn parse<'t, T, E>(
    input: &'t str,
    lexicon: &Lexicon,
    rule: impl for<'c> Fn(Cursor<'c>) -> Read<'c, T>,
) -> IResult<&'t str, T, E>
where
    E: ParseError<&'t str> + FromExternalError<&'t str, GrammarError>,
{
    let rest = |at: usize| input.get(at..).unwrap_or_default();
    match read(input, lexicon, rule) {
        Ok((length, value)) => Ok((rest(length), value)),
        Err(nom::Err::Failure(miss)) => {
            let reason = miss.reason.unwrap_or(GrammarError::Overflow);
            Err(nom::Err::Failure(E::from_external_error(input, ErrorKind::MapRes, reason)))
        }
        Err(nom::Err::Error(miss)) => {
            let reason = GrammarError::Expected(miss.expected);
            Err(nom::Err::Error(E::from_external_error(rest(miss.at), ErrorKind::Alt, reason)))
        }
        Err(nom::Err::Incomplete(_)) => Err(nom::Err::Error(E::from_error_kind(input, ErrorKind::Alt))),
    }
}

/// A rule that always has a value where it applies, as a nom parser of any error.
pub(crate) fn word_of<'t, T, E: ParseError<&'t str>>(
    input: &'t str,
    lexicon: &Lexicon,
    rule: impl for<'c> Fn(Cursor<'c>) -> Read<'c, T>,
    kind: ErrorKind,
) -> IResult<&'t str, T, E> {
    match read(input, lexicon, rule) {
        Ok((length, value)) => Ok((input.get(length..).unwrap_or_default(), value)),
        Err(_) => Err(nom::Err::Error(E::from_error_kind(input, kind))),
    }
}

/// The same for a rule that asks for no unit.
pub(crate) fn word<'t, T, E: ParseError<&'t str>>(
    input: &'t str,
    rule: impl for<'c> Fn(Cursor<'c>) -> Read<'c, T>,
    kind: ErrorKind,
) -> IResult<&'t str, T, E> {
    word_of(input, &Lexicon::default(), rule, kind)
}

/// The parsers of [`crate::grammar`] with this lexicon's units and region, and with [`Error`].
impl Lexicon {
    /// A numeral: [`grammar::numeral`](crate::grammar::numeral()).
    ///
    /// ```
    /// use nom::Parser;
    ///
    /// let lexicon = wanyi::Lexicon::default();
    /// assert!(matches!(lexicon.numeral().parse("三萬五戶"), Ok(("戶", number)) if number.value() == Ok(Some(35_000.into()))));
    /// ```
    pub fn numeral<'t>(&self) -> impl Parser<&'t str, Output = Numeral, Error = Error<'t>> {
        numeral::numeral(self)
    }

    /// A quantity: [`grammar::quantity`](crate::grammar::quantity()).
    ///
    /// ```
    /// use nom::Parser;
    ///
    /// let lexicon = wanyi::Lexicon::default();
    /// assert!(matches!(lexicon.quantity().parse("近40%的"), Ok(("的", share)) if share.to_string() == "近40%"));
    /// ```
    pub fn quantity<'t>(&self) -> impl Parser<&'t str, Output = Quantity, Error = Error<'t>> {
        quantity::quantity(self)
    }

    /// A quantity that names two ends: [`grammar::range`](crate::grammar::range()).
    ///
    /// ```
    /// use nom::Parser;
    ///
    /// let lexicon = wanyi::Lexicon::default();
    /// assert!(matches!(lexicon.range().parse("3至5萬元"), Ok(("", money)) if money.bounds().to_string() == "[30000, 50000]"));
    /// ```
    pub fn range<'t>(&self) -> impl Parser<&'t str, Output = Quantity, Error = Error<'t>> {
        quantity::range(self)
    }

    /// A rate: [`grammar::rate`](crate::grammar::rate()).
    ///
    /// ```
    /// use nom::Parser;
    ///
    /// let lexicon = wanyi::Lexicon::default();
    /// assert!(matches!(lexicon.rate().parse("12元/公斤的"), Ok(("的", _))));
    /// assert!(lexicon.rate().parse("12元").is_err());
    /// ```
    pub fn rate<'t>(&self) -> impl Parser<&'t str, Output = Quantity, Error = Error<'t>> {
        quantity::rate(self)
    }

    /// A share: [`grammar::percent`](crate::grammar::percent()).
    ///
    /// ```
    /// use nom::Parser;
    ///
    /// let lexicon = wanyi::Lexicon::default();
    /// assert!(matches!(lexicon.percent().parse("三成的"), Ok(("的", share)) if share.decimal() == Some(3.into())));
    /// ```
    pub fn percent<'t>(&self) -> impl Parser<&'t str, Output = Quantity, Error = Error<'t>> {
        quantity::percent(self)
    }

    /// A place in an order: [`grammar::ordinal`](crate::grammar::ordinal()).
    ///
    /// ```
    /// use nom::Parser;
    ///
    /// let lexicon = wanyi::Lexicon::default();
    /// assert!(matches!(lexicon.ordinal().parse("第四屆的"), Ok(("的", place)) if place.decimal() == Some(4.into())));
    /// ```
    pub fn ordinal<'t>(&self) -> impl Parser<&'t str, Output = Quantity, Error = Error<'t>> {
        quantity::ordinal(self)
    }

    /// A time: [`grammar::time`](crate::grammar::time()).
    ///
    /// ```
    /// use nom::Parser;
    ///
    /// let lexicon = wanyi::Lexicon::default();
    /// assert!(matches!(lexicon.time().parse("去年的"), Ok(("的", _))));
    /// ```
    pub fn time<'t>(&self) -> impl Parser<&'t str, Output = TimeExpr, Error = Error<'t>> {
        time::time(self)
    }

    /// A day: [`grammar::date`](crate::grammar::date()).
    ///
    /// ```
    /// use nom::Parser;
    ///
    /// let lexicon = wanyi::Lexicon::default();
    /// assert!(matches!(lexicon.date().parse("9月20日的"), Ok(("的", _))));
    /// ```
    pub fn date<'t>(&self) -> impl Parser<&'t str, Output = TimeExpr, Error = Error<'t>> {
        time::date(self)
    }

    /// A time of day: [`grammar::clock`](crate::grammar::clock()).
    ///
    /// ```
    /// use nom::Parser;
    ///
    /// let lexicon = wanyi::Lexicon::default();
    /// assert!(matches!(lexicon.clock().parse("19:32的"), Ok(("的", time)) if time.to_string() == "19:32:00"));
    /// ```
    pub fn clock<'t>(&self) -> impl Parser<&'t str, Output = NaiveTime, Error = Error<'t>> {
        time::clock(self)
    }
}
