//! Quantities as they are written: `超過4萬余人次`, `新台幣300億元`, `20%至30%`, `三分之一`, `第十一批`.
//!
//! [`read`] is the left-factored rule: what stands before the number, the number, and then what follows decides.
//!
//! - [`amount`]: a number with its unit, its scale in letters, and its markers;
//! - [`unit`]: the unit after a number; [`compound`]: amounts in several units;
//! - [`range`]: amounts with two ends; [`share`]: percentages and fractions in words; [`ordinal`]: places in an order.

mod amount;
mod compound;
mod ordinal;
mod range;
mod share;
mod unit;

pub(crate) use share::SCORE_MARKS;
pub use unit::unit;
pub(crate) use unit::{counted, currency, denominator_before};

use core::ops::Range;

use nom::Parser;
use nom::error::{FromExternalError, ParseError};

use super::markers;
use super::numeral::{self, Notation, Numeral};
use super::public;
use super::terminal::{Maybe, Read, maybe, miss};
use super::time;
use crate::error::GrammarError;
use crate::lexer::Cursor;
use crate::quantity::{Approx, Quantity, Role};
use crate::time::TimeExpr;
use crate::unit::{Lexicon, Unit};

/// What begins with a number.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant)] // taken apart where it is made, and never kept
pub(crate) enum Expression {
    Quantity(Measured),
    /// A time, which begins at a byte after an approximator.
    Time(TimeExpr, usize),
}

/// A quantity with what its reader wants to know of its form.
#[derive(Clone, Debug)]
pub(crate) struct Measured {
    pub(crate) quantity: Quantity,
    /// Where the approximator stands, in bytes of the text.
    pub(crate) marker: Option<Range<usize>>,
    /// The numeral that it began with.
    pub(crate) numeral: Numeral,
    /// A currency word stood before the number.
    pub(crate) currency_word: bool,
}

/// What the words to the left say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context {
    /// An approximator or currency word may stand at the start.
    pub(crate) prefixed: bool,
    /// 從 or 由 stands before: 從8萬元到20萬元 is two quantities.
    pub(crate) from: bool,
    /// Dates are not looked for.
    pub(crate) timeless: bool,
    /// A word of change stands before: 跌2元至71元 is a fall by two to seventy-one.
    pub(crate) change: bool,
    /// The clause speaks of a rate, which itself is a share: 失業率升0.5%至8%.
    pub(crate) rated: bool,
    /// The words around say that it is a score: 直落21-18.
    pub(crate) scored: bool,
    /// The words before speak of clicks, followers or pay, of which letters count thousands: 點讚3K.
    pub(crate) is_net: bool,
    /// Other numbers of a list stand before: 1、3、5百萬元.
    pub(crate) listed: bool,
}

impl Context {
    /// Nothing is known, and dates are not looked for.
    pub(crate) const TIMELESS: Self = Self { timeless: true, ..Self::PLAIN };

    const PLAIN: Self = Self {
        prefixed: true,
        from: false,
        change: false,
        rated: false,
        timeless: false,
        scored: false,
        is_net: false,
        listed: false,
    };
}

impl Default for Context {
    fn default() -> Self {
        Self::PLAIN
    }
}

/// What stands before the number.
#[derive(Clone, Default)]
struct Prefix {
    approx: Option<Approx>,
    marker: Option<Range<usize>>,
    currency: Option<Unit>,
}

impl Prefix {
    fn is_empty(&self) -> bool {
        self.approx.is_none() && self.currency.is_none()
    }
}

// prefix = {approximator [blanks] | currency [blanks]}, one of each at most
fn prefix(input: Cursor<'_>) -> (Cursor<'_>, Prefix) {
    let mut found = Prefix::default();
    let mut rest = input;
    loop {
        if found.approx.is_none() {
            if let Ok((end, approx)) = markers::before(rest) {
                found.approx = Some(approx);
                found.marker = Some(rest.at()..end.at());
                rest = end.skip_blanks();
                continue;
            }
        }
        match currency(rest) {
            Ok((end, unit)) if found.currency.is_none() => {
                found.currency = Some(unit);
                rest = end.skip_blanks();
            }
            _ => return (rest, found),
        }
    }
}

// read = 每 unit one_sided | one_sided [[joint] one_sided of the other side]
pub(crate) fn read(input: Cursor<'_>, context: Context) -> Read<'_, Expression> {
    if input.peek() == Some('每') && context.prefixed {
        return per_unit(input.advance());
    }
    let (rest, found) = expression(input, context)?;
    match &found {
        Expression::Quantity(measured) => match range::other_side(rest, measured) {
            Some((rest, measured)) => Ok((rest, Expression::Quantity(measured))),
            None => Ok((rest, found)),
        },
        Expression::Time(..) => Ok((rest, found)),
    }
}

// per_unit = (unit | counted) one_sided: 每公斤3元, 每100毫升5毫克, a rate whose denominator stands first
fn per_unit(input: Cursor<'_>) -> Read<'_, Expression> {
    let single = input.unit().map(|(per, start)| (start, input.lexicon().unit(per)));
    let Some((start, per)) = single.or_else(|| unit::counted(input)).or_else(|| unit::sold_by(input)) else {
        return miss(input, "a unit");
    };
    let (rest, mut measured) = one_sided(start)?;
    match measured.quantity.unit.take().filter(|unit| unit.per().is_none()) {
        Some(unit) => {
            measured.quantity.unit = Some(unit.with_per(per));
            Ok((rest, Expression::Quantity(measured)))
        }
        None => miss(start, "an amount"),
    }
}

/// A quantity that is limited on one side at most.
fn one_sided(input: Cursor<'_>) -> Read<'_, Measured> {
    match expression(input, Context::default())? {
        (rest, Expression::Quantity(measured)) => Ok((rest, measured)),
        _ => miss(input, "a quantity"),
    }
}

// expression = [prefix] (第 … | 首 … | 前 … | 半 … | 個半 … | 百分之 … | numeral …)
fn expression(input: Cursor<'_>, context: Context) -> Read<'_, Expression> {
    let (number, before) = if context.prefixed { prefix(input) } else { (input, Prefix::default()) };
    match number.peek() {
        Some('第') => return ordinal::ordinal(number, &before, context.timeless),
        Some('首') if before.is_empty() => return ordinal::first(number),
        Some('前') if before.is_empty() => return ordinal::top(number),
        Some('头') if before.is_empty() => return ordinal::ranks(number.advance()),
        Some('半' | '个') => return share::half(number, &before),
        Some('倍') if before.approx.is_some() => return share::one_time(number, &before),
        // 一百分之五十五點五; of whole numbers it is a fraction
        Some('一') => {
            let share = maybe(share::percent(number.advance(), &before))?;
            let has_point = |found: &Expression| matches!(found, Expression::Quantity(m) if m.numeral.point);
            if let Some(found) = share.filter(|(_, found)| has_point(found)) {
                return Ok(found);
            }
        }
        Some('百' | '千' | '万' | '负' | '-' | '−') => {
            if let Some(found) = maybe(share::percent(number, &before))? {
                return Ok(found);
            }
        }
        _ => {}
    }
    let (rest, mut numeral) = numeral::read(number)?;
    let rest = amount::half_scale(rest, &mut numeral);
    let rest = range::to_next_ten(rest, &mut numeral);
    if let Some(found) = date(number, rest, &numeral, &before, context) {
        return Ok(found);
    }
    match ratio(number, rest, &numeral, &before, context)? {
        Some(found) => Ok(found),
        None => amount::amount(number, rest, before, numeral, context),
    }
}

/// The date that a number begins.
fn date<'t>(
    number: Cursor<'t>,
    rest: Cursor<'t>,
    numeral: &Numeral,
    before: &Prefix,
    context: Context,
) -> Option<(Cursor<'t>, Expression)> {
    let follows = || matches!(rest.skip_blanks().peek(), Some('年' | '月' | '时' | '点'));
    if context.timeless || before.currency.is_some() || !(before.is_empty() || follows()) {
        return None;
    }
    let (rest, time) = time::from_numeral(number, numeral)(rest).ok()?;
    Some((rest, Expression::Time(time, number.at())))
}

/// The fraction, the half or the score that a number begins.
fn ratio<'t>(
    number: Cursor<'t>,
    rest: Cursor<'t>,
    numeral: &Numeral,
    before: &Prefix,
    context: Context,
) -> Maybe<'t, Expression> {
    let next = rest.skip_blanks().token();
    let is_mixed = numeral.notation == Notation::Arabic && next.is_some_and(|token| token.digit().is_some());
    if is_mixed || next.is_some_and(|token| matches!(token.c, '又' | '分' | '份')) || rest.peek() == Some('/') {
        if let Some(found) = maybe(share::fraction(number, rest, numeral, before))? {
            return Ok(Some(found));
        }
    }
    if rest.peek() == Some('半') && before.currency.is_none() {
        if let Ok(found) = share::one_half(rest, numeral, before) {
            return Ok(Some(found));
        }
    }
    if before.currency.is_some() {
        return Ok(None);
    }
    if let Some(found) = maybe(share::result(rest, numeral, before))? {
        return Ok(Some(found));
    }
    let found = maybe(share::score(number, rest, numeral, context.scored))?;
    Ok(found.map(|(rest, score)| (rest, limited(score, before))))
}

/// A score with the approximator before it, 不低於1比16: it has no ends, for it is no single number.
fn limited(mut score: Expression, before: &Prefix) -> Expression {
    if let (Expression::Quantity(measured), Some(approx)) = (&mut score, before.approx) {
        measured.quantity.approx = approx;
        measured.marker.clone_from(&before.marker);
        (measured.quantity.lower, measured.quantity.upper) = (None, None);
    }
    score
}

/// A quantity: an amount, a share, a range, a fraction, a place in an order.
///
/// ```text
/// quantity = [approximator] [currency] number [unit] [trailing]
///          | [approximator] (第 number | 首) [unit] | 前 number unit
/// number   = numeral | numeral range numeral | 百分之 numeral | numeral 分之 numeral
/// ```
///
/// `超過4萬余人次` is 40,000 人次, over; `三成` is 3 成; `2023年` is a time, so an error here.
///
/// ```
/// use wanyi::{Lexicon, Role, grammar};
/// use nom::Parser;
///
/// let lexicon = Lexicon::default();
/// let (rest, share) = grammar::quantity::<nom::error::Error<&str>>(&lexicon).parse("百分之二十五，")?;
/// assert_eq!((rest, share.role, share.decimal()), ("，", Role::Percent, Some(25.into())));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// A recoverable error where no quantity begins; `nom::Err::Failure` with a [`GrammarError`] where its number has no
/// exact value.
pub fn quantity<'t, E>(lexicon: &Lexicon) -> impl Parser<&'t str, Output = Quantity, Error = E>
where
    E: ParseError<&'t str> + FromExternalError<&'t str, GrammarError>,
{
    move |input: &'t str| public::parse(input, lexicon, whole)
}

/// A rate: a quantity with a denominator, `3元/公斤`, `¥3.50/斤`, `9.5/千人口`, `100萬元/年`.
///
/// ```
/// use wanyi::{Lexicon, grammar};
/// use nom::Parser;
///
/// let lexicon = Lexicon::default();
/// let (rest, price) = grammar::rate::<nom::error::Error<&str>>(&lexicon).parse("¥3.50/斤起")?;
/// let per = price.unit.as_ref().and_then(|unit| unit.per()).map(|per| per.symbol());
/// assert_eq!((rest, price.decimal().map(|n| n.to_string()).as_deref(), per), ("起", Some("3.5"), Some("斤")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// As [`quantity`]; a recoverable error for an amount without a denominator.
pub fn rate<'t, E>(lexicon: &Lexicon) -> impl Parser<&'t str, Output = Quantity, Error = E>
where
    E: ParseError<&'t str> + FromExternalError<&'t str, GrammarError>,
{
    move |input: &'t str| public::parse(input, lexicon, whole_rate)
}

fn whole_rate(input: Cursor<'_>) -> Read<'_, Quantity> {
    let (rest, quantity) = whole(input)?;
    if quantity.is_rate() { Ok((rest, quantity)) } else { miss(input, "a rate") }
}

/// After a plus before a number by itself: +12.3%. In running text it stands outside the number.
pub(crate) fn after_plus(input: Cursor<'_>) -> Cursor<'_> {
    let rest = input.advance();
    let is_plus = matches!(input.peek(), Some('+')) && rest.token().is_some_and(|token| token.digit().is_some());
    if is_plus { rest } else { input }
}

fn whole(input: Cursor<'_>) -> Read<'_, Quantity> {
    match read(after_plus(input), Context::default())? {
        (rest, Expression::Quantity(measured)) => Ok((rest, measured.quantity)),
        _ => miss(input, "a quantity"),
    }
}

/// A quantity that names two ends: `3至5萬元`, `兩三百人`, `20%至30%`, `數百家`.
///
/// ```
/// use wanyi::{Lexicon, grammar};
/// use nom::Parser;
///
/// let lexicon = Lexicon::default();
/// let (rest, range) = grammar::range::<nom::error::Error<&str>>(&lexicon).parse("3至5萬元；")?;
/// assert_eq!((rest, range.bounds().to_string().as_str()), ("；", "[30000, 50000]"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// As [`quantity`]; a quantity with one value is none.
pub fn range<'t, E>(lexicon: &Lexicon) -> impl Parser<&'t str, Output = Quantity, Error = E>
where
    E: ParseError<&'t str> + FromExternalError<&'t str, GrammarError>,
{
    move |input: &'t str| public::parse(input, lexicon, two_ended)
}

fn two_ended(input: Cursor<'_>) -> Read<'_, Quantity> {
    let (rest, quantity) = whole(input)?;
    let has_ends = quantity.value.is_none() && quantity.lower.is_some() && quantity.upper.is_some();
    if has_ends { Ok((rest, quantity)) } else { miss(input, "a range") }
}

/// A share: `40%`, `百分之十`, `三成`, `八折`, `2‰`; its role is [`Role::Percent`].
///
/// ```
/// use wanyi::{Lexicon, grammar};
/// use nom::Parser;
///
/// let lexicon = Lexicon::default();
/// let (rest, share) = grammar::percent::<nom::error::Error<&str>>(&lexicon).parse("三成五的")?;
/// assert_eq!((rest, share.ratio().map(|ratio| ratio.to_string()).as_deref()), ("的", Some("0.35")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// As [`quantity`]; percentage points and multiples are none.
pub fn percent<'t, E>(lexicon: &Lexicon) -> impl Parser<&'t str, Output = Quantity, Error = E>
where
    E: ParseError<&'t str> + FromExternalError<&'t str, GrammarError>,
{
    move |input: &'t str| public::parse(input, lexicon, share_of)
}

fn share_of(input: Cursor<'_>) -> Read<'_, Quantity> {
    let (rest, quantity) = whole(input)?;
    if quantity.role == Role::Percent { Ok((rest, quantity)) } else { miss(input, "a percentage") }
}

/// A place in an order: `第四屆`, `首批`, `前三名`; its role is [`Role::Ordinal`].
///
/// ```
/// use wanyi::{Lexicon, grammar};
/// use nom::Parser;
///
/// let lexicon = Lexicon::default();
/// let (rest, place) = grammar::ordinal::<nom::error::Error<&str>>(&lexicon).parse("第十一批貨")?;
/// assert_eq!((rest, place.decimal()), ("貨", Some(11.into())));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// As [`quantity`]; `第三季` is a time, so an error here.
pub fn ordinal<'t, E>(lexicon: &Lexicon) -> impl Parser<&'t str, Output = Quantity, Error = E>
where
    E: ParseError<&'t str> + FromExternalError<&'t str, GrammarError>,
{
    move |input: &'t str| public::parse(input, lexicon, place)
}

fn place(input: Cursor<'_>) -> Read<'_, Quantity> {
    let (rest, quantity) = whole(input)?;
    if quantity.role == Role::Ordinal { Ok((rest, quantity)) } else { miss(input, "a place in an order") }
}
