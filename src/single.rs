//! A quantity that is the whole of a text: [`Quantity::parse_with`], and `FromStr`.

use core::str::FromStr;

use crate::error::{GrammarError, ParseError, ParseErrorKind};
use crate::grammar::quantity as quantity_grammar;
use crate::grammar::quantity::{Context, Expression};
use crate::lexer::{Lexed, fold};
use crate::parse::Parser;
use crate::quantity::Quantity;

impl FromStr for Quantity {
    type Err = ParseError;

    /// The quantity that is the whole of `text`, read without a region; [`Quantity::parse_with`] reads with one.
    ///
    /// # Errors
    ///
    /// As [`Quantity::parse_with`].
    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse_with(text, &Parser::new())
    }
}

impl Quantity {
    /// The quantity that is the whole of `text`, with a parser's region and units, as a filter of what was read with it.
    ///
    /// ```
    /// use wanyi::{Parser, Quantity, Region};
    ///
    /// let parser = Parser::new().region(Region::Taiwan);
    /// let limit = Quantity::parse_with("1億元", &parser)?;
    /// let article = parser.parse("甲廠營收3億元，乙廠近8000萬元，丙廠逾1億元。")?;
    /// let over = article.quantities().filter(|amount| amount.is_more_than(&limit) == Some(true));
    /// assert_eq!(over.map(|amount| amount.text()).collect::<Vec<_>>(), ["3億元", "逾1億元"]);
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ParseErrorKind::ExpectedQuantity`], [`ParseErrorKind::FoundTime`] where a time stands, as 3月5日,
    /// [`ParseErrorKind::TrailingText`] with the span of what is left, or [`ParseErrorKind::Number`].
    pub fn parse_with(text: &str, parser: &Parser) -> Result<Self, ParseError> {
        let fail = |kind, start, end| ParseError::new(kind, text, start, end);
        let lexicon = parser.units();
        let folded = fold(text);
        let lexed = Lexed::new(&folded, &lexicon);
        let input = quantity_grammar::after_plus(lexed.cursor(0..text.len()));
        let mut read = quantity_grammar::read(input, Context::default());
        // by itself 5日 is a duration, not a day of the month, and so are 至少1000年 and 1400年; 3點 are points, 第3季 is
        // the season of a show, 2,005年 are so many years
        let is_grouped = || text.contains(',');
        let is_long =
            || text.ends_with('年') && (is_grouped() || !text.starts_with(['2', '２']) && !text.starts_with("19"));
        let is_day =
            |start: usize| start > 0 || text.ends_with(['日', '点', '點']) || text.starts_with('第') || is_long();
        if matches!(read, Ok((_, Expression::Time(_, start))) if is_day(start)) {
            let again = quantity_grammar::read(input, Context::TIMELESS);
            if matches!(&again, Ok((rest, Expression::Quantity(_))) if rest.rest().is_empty()) {
                read = again;
            }
        }
        match read {
            Ok((rest, Expression::Quantity(measured))) if rest.rest().is_empty() => Ok(measured.quantity),
            Ok((rest, Expression::Quantity(_))) => Err(fail(ParseErrorKind::TrailingText, rest.at(), text.len())),
            Err(nom::Err::Failure(miss)) => {
                let reason = miss.reason.unwrap_or(GrammarError::Overflow);
                Err(fail(ParseErrorKind::Number(reason), 0, text.len()))
            }
            Ok((_, Expression::Time(..))) => Err(fail(ParseErrorKind::FoundTime, 0, text.len())),
            _ => Err(fail(ParseErrorKind::ExpectedQuantity, 0, text.len())),
        }
    }
}
