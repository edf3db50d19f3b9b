//! Quantities as they are written: `超過4萬余人次`, `新台幣300億元`, `20%至30%`, `三分之一`, `第十一批`.
//!
//! [`read`] is the left-factored reading: prefix, number, and then what follows decides. Imports the other parts of the
//! grammar, the lexicon, and the types that it builds.

mod compound;
mod ordinal;
mod range;
mod ratio;
mod unit;

pub(crate) use ratio::SCORE_MARKS;
pub use unit::unit;
pub(crate) use unit::{currency_before, denominator_before};

use core::ops::Range;

use nom::Parser;
use nom::error::{FromExternalError, ParseError};

use super::exact::Exact;
use super::markers::{read_after, read_before};
use super::numeral::{self, Notation, Numeral, Spread, lift};
use super::read_folded;
use super::time;
use crate::chars::{blanks, chinese, is_blank, is_digit};
use crate::error::GrammarError;
use crate::quantity::{Approx, Bound, Quantity, Role, Value};
use crate::time::TimeExpr;
use crate::unit::{Dimension, Lexicon, Unit};
use unit::{UnitRead, unit_after};

/// What begins with a number.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant)] // taken apart where it is made, and never kept
pub(crate) enum Expression {
    Quantity(Measured),
    /// A time that begins behind `start` bytes of approximator.
    Time(TimeExpr, usize),
}

/// A quantity with what the driver wants to know of its form.
#[derive(Clone, Debug)]
pub(crate) struct Measured {
    pub(crate) quantity: Quantity,
    /// Where the approximator stands, in bytes from the start.
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
    /// The words around say that it is a score: 直落21-18.
    pub(crate) scored: bool,
    /// The words before speak of clicks, followers or pay, of which letters count thousands: 點讚3K.
    pub(crate) is_net: bool,
    /// Other numbers of a list stand before: 1、3、5百萬元.
    pub(crate) listed: bool,
}

fn at(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or_default()
}

fn first(text: &str) -> Option<char> {
    text.chars().next()
}

impl Default for Context {
    fn default() -> Self {
        Self {
            prefixed: true,
            from: false,
            change: false,
            timeless: false,
            scored: false,
            is_net: false,
            listed: false,
        }
    }
}

/// What stands before the number.
#[derive(Clone, Default)]
struct Prefix {
    approx: Option<Approx>,
    marker: Option<Range<usize>>,
    currency: Option<Unit>,
    end: usize,
}

fn prefix(text: &str, lexicon: &Lexicon) -> Prefix {
    let mut p = Prefix::default();
    for _ in 0..3 {
        let rest = at(text, p.end);
        if p.approx.is_none() {
            if let Some((approx, length)) = read_before(rest) {
                p.approx = Some(approx);
                p.marker = Some(p.end..p.end + length);
                p.end += length;
                p.end += blanks(at(text, p.end));
                continue;
            }
        }
        if p.currency.is_none() {
            if let Some((unit, length)) = currency_before(rest, lexicon) {
                p.currency = Some(unit);
                p.end += length;
                p.end += blanks(at(text, p.end));
                continue;
            }
        }
        break;
    }
    p
}

/// Reads the expression at the start of a text, which may begin with an approximator or a currency word.
pub(crate) fn read(
    text: &str,
    lexicon: &Lexicon,
    context: Context,
) -> Result<Option<(Expression, usize)>, GrammarError> {
    if let Some(rest) = text.strip_prefix('每').filter(|_| context.prefixed) {
        return per_unit(text, rest, lexicon);
    }
    let found = expression(text, lexicon, context)?;
    if let Some((Expression::Quantity(measured), end)) = &found {
        if let Some((measured, end)) = range::other_side(text, measured, *end, lexicon) {
            return Ok(Some((Expression::Quantity(measured), end)));
        }
    }
    Ok(found)
}

/// 每公斤3元: a rate whose denominator stands first.
fn per_unit(text: &str, rest: &str, lexicon: &Lexicon) -> Result<Option<(Expression, usize)>, GrammarError> {
    let Some((per, length)) = lexicon.entry(rest) else { return Ok(None) };
    let start = text.len() - rest.len() + length;
    Ok(match one(at(text, start), lexicon)? {
        Some((mut measured, end)) => {
            measured.marker = measured.marker.map(|marker| start + marker.start..start + marker.end);
            let unit = measured.quantity.unit.take().filter(|unit| unit.per().is_none());
            let Some(unit) = unit else { return Ok(None) };
            measured.quantity.unit = Some(unit.with_per(lexicon.unit(per)));
            Some((Expression::Quantity(measured), start + end))
        }
        None => None,
    })
}

/// The quantity at the start of a text, limited on one side at most.
fn one(text: &str, lexicon: &Lexicon) -> Result<Option<(Measured, usize)>, GrammarError> {
    Ok(match expression(text, lexicon, Context::default())? {
        Some((Expression::Quantity(measured), end)) => Some((measured, end)),
        _ => None,
    })
}

/// The expression at the start of a text, limited on one side at most.
fn expression(text: &str, lexicon: &Lexicon, context: Context) -> Result<Option<(Expression, usize)>, GrammarError> {
    let p = if context.prefixed { prefix(text, lexicon) } else { Prefix::default() };
    let rest = at(text, p.end);
    let Some(c) = first(rest) else { return Ok(None) };
    match c {
        '第' => return ordinal::ordinal(text, &p, lexicon),
        '首' if p.end == 0 => return Ok(ordinal::first_of(text, lexicon)),
        '前' if p.end == 0 => return ordinal::top(text, lexicon),
        '半' => return Ok(ratio::half(text, &p, lexicon)),
        _ => {}
    }
    if let Some(found) = ratio::percent_words(text, &p, lexicon)? {
        return Ok(Some(found));
    }
    let Some((numeral, length)) = numeral::read(rest, lexicon)? else { return Ok(None) };
    let next = first(at(rest, length + blanks(at(rest, length))));
    if !context.timeless && p.currency.is_none() && (p.end == 0 || matches!(next, Some('年' | '月' | '时' | '点')))
    {
        if let Some((time, length)) = time::from_numeral(rest, &numeral, length, lexicon) {
            return Ok(Some((Expression::Time(time, p.end), p.end + length)));
        }
    }
    let end = p.end + length;
    let mixed = next.is_some_and(is_digit) && numeral.notation == Notation::Arabic;
    if next == Some('又')
        || mixed
        || at(text, end).starts_with(['/', '／'])
        || at(text, end + blanks(at(text, end))).starts_with('分')
    {
        if let Some(found) = ratio::fraction(text, &p, &numeral, end, lexicon)? {
            return Ok(Some(found));
        }
    }
    if numeral.notation == Notation::Chinese
        && numeral.low == Exact::ONE
        && at(text, end).starts_with('半')
        && p.currency.is_none()
    {
        let next = first(at(text, end + 3));
        if !matches!(next, Some('点' | '会' | '天' | '个')) {
            return Ok(Some(ratio::build_ratio(&p, 1, 2, numeral, end + '半'.len_utf8(), text)));
        }
    }
    if p.end == 0 {
        if let Some(found) = ratio::score(text, &numeral, end, lexicon, context.scored) {
            return Ok(Some(found));
        }
    }
    measured(text, p, numeral, end, lexicon, context)
}

/// A number, or a range of two, with its unit.
fn measured(
    text: &str,
    p: Prefix,
    numeral: Numeral,
    end: usize,
    lexicon: &Lexicon,
    context: Context,
) -> Result<Option<(Expression, usize)>, GrammarError> {
    let mut p = p;
    let mut end = end;
    let mut numeral = numeral;
    // US$5 million
    let tail = at(text, end).trim_start_matches(is_blank);
    let scales = [("million", 6), ("billion", 9), ("trillion", 12), ("thousand", 3)];
    if let Some((word, power)) =
        scales.iter().find(|(word, _)| tail.starts_with(word)).filter(|_| numeral.notation == Notation::Arabic)
    {
        (numeral.low, numeral.high) = (numeral.low.shift(*power), numeral.high.shift(*power));
        numeral.digits = 0;
        end = text.len() - tail.len() + word.len();
    }
    if let Some((power, length)) = letter_scale(text, end, &p, &numeral, lexicon, context) {
        (numeral.low, numeral.high) = (numeral.low.shift(power), numeral.high.shift(power));
        numeral.digits = 0;
        numeral.big = power;
        end += length;
    }
    // 三十來人
    if let Some(mark) = first(at(text, end)).filter(|c| matches!(c, '来')) {
        let behind = end + mark.len_utf8();
        let is_round = numeral.scaled() || numeral.low.normal().exponent > 0;
        let round = is_round && numeral.spread == Spread::None;
        if round && p.approx.is_none() && unit_after(text, behind, lexicon, &numeral).is_some() {
            p.approx = Some(Approx::About);
            p.marker = Some(end..behind);
            end = behind;
        }
    }
    if numeral.about {
        p.approx = p.approx.or(Some(Approx::About));
    }
    let unit = unit_after(text, end, lexicon, &numeral);
    // RM2,300起: what follows a sign of money and a number is no unit but money's own
    let signed = p
        .currency
        .as_ref()
        .is_some_and(|_| !text.get(..p.end).is_some_and(|head| head.trim_end().ends_with(['币', '金'])));
    let unit = unit.filter(|u| !signed || u.unit.dimension() == Dimension::Currency);
    let number_end = unit.as_ref().map_or(end, |u| u.end);
    // a number behind the unit may belong to it: 5元6角
    let goes_on = |c: char| c == '零' || is_digit(c) || chinese(c).is_some() || matches!(c, '十' | '又');
    if unit.is_some() && first(at(text, number_end)).is_some_and(goes_on) {
        if let Some(found) = compound::compound(text, &p, &numeral, end, lexicon)? {
            return Ok(Some(found));
        }
    }
    let apart = match &unit {
        Some(unit) => context.from || context.change && unit.unit.dimension() != Dimension::Ratio,
        // 上升0.2至52.3
        None => context.change && numeral.point,
    };
    if numeral.spread == Spread::None && !apart {
        if let Some(found) = range::range(text, &p, &numeral, unit.as_ref(), number_end, lexicon, context.listed)? {
            return Ok(Some(found));
        }
    }
    // 數 alone is a number only before a unit
    if numeral.spread == Spread::Several && numeral.digits > 0 && unit.is_none() {
        return Ok(None);
    }
    finish(text, p, numeral, unit, end)
}

/// The scale that letters behind a number are: S$1.2b, 5M美元, 1.2w, 粉絲50W. A power of ten and a length.
fn letter_scale(
    text: &str,
    end: usize,
    p: &Prefix,
    numeral: &Numeral,
    lexicon: &Lexicon,
    context: Context,
) -> Option<(i32, usize)> {
    if numeral.notation != Notation::Arabic || numeral.scaled() {
        return None;
    }
    let letters =
        [("bn", 9), ("mil", 6), ("b", 9), ("m", 6), ("k", 3), ("B", 9), ("M", 6), ("K", 3), ("w", 4), ("W", 4)];
    let rest = at(text, end);
    let (word, power) = letters.into_iter().find(|(word, _)| rest.starts_with(word))?;
    let tail = at(rest, word.len());
    let is_whole = first(tail).is_none_or(|c| !c.is_ascii_alphanumeric() && c != '·' && c != '/');
    let is_money = || {
        let unit = lexicon.entry(tail).filter(|(entry, _)| entry.dimension() == Dimension::Currency);
        p.currency.is_some() && power != 4 || unit.is_some()
    };
    // of people and clicks the net counts so: 50W粉絲, 點讚3K
    let is_net = || {
        let counts = matches!(word, "w" | "W" | "k" | "K");
        counts && (word == "w" || context.is_net || tail.starts_with(['人', '名', '粉', '+', '＋']))
    };
    (is_whole && (is_money() || is_net())).then_some((power, word.len()))
}

/// The marker behind a unit, with its range, and where the text goes on.
fn marker_after(text: &str, from: usize) -> (Option<(Approx, Range<usize>)>, usize) {
    // a blank parts signs and letters from Chinese (20% 左右), but no word from another
    let sign = text.get(..from).is_some_and(|own| own.ends_with(|c: char| c.is_ascii_graphic() || c == '％'));
    let mut start = from + if sign { blanks(at(text, from)) } else { 0 };
    // 18歲（含）以上
    let included = ["（含）", "(含)", "（不含）", "(不含)"].iter().find(|word| at(text, start).starts_with(**word));
    start += included.map_or(0, |word| word.len());
    // 500+
    let plus = first(at(text, from)).filter(|c| matches!(c, '+' | '＋')).map_or(0, char::len_utf8);
    let is_last = !first(at(text, from + plus)).is_some_and(|c| c.is_ascii_alphanumeric() || is_digit(c));
    if plus > 0 && is_last {
        return (Some((Approx::Over, from..from + plus)), from + plus);
    }
    match read_after(at(text, start)) {
        Some((approx, length)) => (Some((approx, start..start + length)), start + length),
        None => (None, from),
    }
}

/// Puts number, unit and markers together.
fn finish(
    text: &str,
    p: Prefix,
    numeral: Numeral,
    unit: Option<UnitRead>,
    end: usize,
) -> Result<Option<(Expression, usize)>, GrammarError> {
    let end = unit.as_ref().map_or(end, |u| u.end);
    let extra = unit.as_ref().map_or(Exact::ZERO, |u| u.extra);
    let odd = numeral.odd || unit.as_ref().is_some_and(|u| u.odd);
    let mut low = numeral.low.plus(extra)?;
    let mut high = numeral.high.plus(extra)?;
    // 八五折 is 8.5折
    if unit.as_ref().is_some_and(|u| u.unit.symbol() == "折")
        && numeral.digits == 2
        && !numeral.point
        && !low.less(Exact::TEN)
    {
        (low, high) = (low.shift(-1), high.shift(-1));
    }
    let (after, end) = marker_after(text, end);
    let marked = p.approx.or(after.clone().map(|(approx, _)| approx));
    let marker = p.marker.clone().or(after.map(|(_, range)| range));
    let mut quantity = Quantity::default();
    if numeral.spread == Spread::None {
        bounds(&mut quantity, low, numeral.negative, odd, marked)?;
    } else {
        let inclusive = numeral.spread == Spread::Adjacent;
        let near = Bound::inclusive(Value::from(low.decimal(numeral.negative)?));
        let far = Bound { value: Value::from(high.decimal(numeral.negative)?), inclusive };
        // 零下七八度 goes from -8 to -7
        let (lower, upper) = if numeral.negative { (far, near) } else { (near, far) };
        (quantity.lower, quantity.upper) = (Some(lower), Some(upper));
        quantity.approx = marked.unwrap_or(if inclusive { Approx::Range } else { Approx::Several });
    }
    let unit = unit.map(|u| u.unit);
    Ok(Some(assemble(quantity, &p, unit, marker, numeral, end)))
}

/// Value, bounds and approximator of one number.
fn bounds(
    quantity: &mut Quantity,
    n: Exact,
    negative: bool,
    odd: bool,
    marked: Option<Approx>,
) -> Result<(), GrammarError> {
    let value = Value::from(n.decimal(negative)?);
    quantity.value = Some(value);
    quantity.approx = marked.unwrap_or(if odd { Approx::Odd } else { Approx::Exact });
    let (inclusive, exclusive) = (Some(Bound::inclusive(value)), Some(Bound::exclusive(value)));
    (quantity.lower, quantity.upper) = Quantity::limits(value, quantity.approx);
    if odd {
        let next = Some(Bound::exclusive(Value::from(n.plus(n.step())?.decimal(negative)?)));
        let (near, far) = if negative {
            (&mut quantity.upper, &mut quantity.lower)
        } else {
            (&mut quantity.lower, &mut quantity.upper)
        };
        // 近20多萬 and 不足20多萬 cannot both hold: the digits win
        *near = if quantity.approx == Approx::Over { exclusive } else { inclusive };
        *far = next;
    }
    Ok(())
}

/// Gives the quantity its unit, currency and role.
fn assemble(
    mut quantity: Quantity,
    p: &Prefix,
    unit: Option<Unit>,
    marker: Option<Range<usize>>,
    numeral: Numeral,
    end: usize,
) -> (Expression, usize) {
    let unit = match (unit, &p.currency) {
        (Some(mut unit), Some(currency)) => {
            if matches!(unit.symbol(), "元" | "角" | "分") || unit.symbol() == currency.symbol() {
                unit.set_code(currency.code().map(|code| alloc::borrow::Cow::Owned(code.into())));
            }
            Some(unit)
        }
        (None, Some(currency)) => Some(currency.clone()),
        (unit, None) => unit,
    };
    if let Some(unit) = &unit {
        quantity.role = unit.role();
    }
    quantity.unit = unit;
    (Expression::Quantity(Measured { quantity, marker, numeral, currency_word: p.currency.is_some() }), end)
}

fn with_role(mut expression: Expression, role: Role) -> Expression {
    if let Expression::Quantity(measured) = &mut expression {
        measured.quantity.role = role;
    }
    expression
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
    move |input: &'t str| {
        let found = read_folded(input, |text| read(text, lexicon, Context::default()));
        lift(
            input,
            found.map(|found| match found {
                Some((Expression::Quantity(measured), length)) => Some((measured.quantity, length)),
                _ => None,
            }),
        )
    }
}
