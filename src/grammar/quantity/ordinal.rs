//! Places in an order: 第四屆, 首個, 前三名.

use rust_decimal::Decimal;

use super::amount::{assemble, bounds, with_role};
use super::range::range_mark;
use super::unit::{UnitRead, entry, unit_after};
use super::{Expression, Measured, Prefix};
use crate::any_of::{WordSet, any_of};
use crate::chars::{self, arabic, one_of};
use crate::grammar::exact::Exact;
use crate::grammar::numeral::{self, Notation, Numeral, Spread};
use crate::grammar::terminal::{Read, exact, maybe, miss, sign};
use crate::grammar::time;
use crate::lexer::Cursor;
use crate::quantity::{Approx, Bound, Quantity, Role, Value};
use crate::unit::{Dimension, Traits};

/// The time that a word at the start of an ordinal is: 第三季, 首季, 前三季.
fn time_at(input: Cursor<'_>) -> Option<(Cursor<'_>, Expression)> {
    time::from_word(input).ok().map(|(rest, time)| (rest, Expression::Time(time, input.at())))
}

// ordinal = 第 numeral [mark [第] numeral] [unit]
pub(super) fn ordinal<'t>(input: Cursor<'t>, before: &Prefix, timeless: bool) -> Read<'t, Expression> {
    if let Some(found) = time_at(input).filter(|_| before.is_empty() && !timeless) {
        return Ok(found);
    }
    let (start, _) = sign(&['第'], "第")(input)?;
    let (rest, numeral) = numeral::read(start.skip_blanks())?;
    if numeral.spread == Spread::Several || numeral.negative {
        return miss(start, "a place in an order");
    }
    if let Some(found) = maybe(places(rest, &numeral))? {
        return Ok(found);
    }
    let (rest, unit) = plain_unit(rest, &numeral);
    let mut quantity = Quantity::default();
    exact(input, bounds(&mut quantity, numeral.low, false, numeral.odd, before.approx))?;
    let unit = unit.map(|read| read.unit);
    let expression = assemble(quantity, &Prefix::default(), unit, before.marker.clone(), numeral);
    Ok((rest, with_role(expression, Role::Ordinal)))
}

/// The unit after a place in an order.
fn plain_unit<'t>(input: Cursor<'t>, numeral: &Numeral) -> (Cursor<'t>, Option<UnitRead>) {
    // 第321條文, though 條文 is a word
    if let Some(article) = input.lexicon().get("条").filter(|_| input.starts_with("条文")) {
        return (input.advance(), Some(UnitRead::of(article)));
    }
    match unit_after(input, numeral) {
        // 第一成為: no tenths
        Ok((rest, read)) if read.is_plain() && !read.unit.is(Traits::PERCENT) => (rest, Some(read)),
        _ => (input, None),
    }
}

// places = mark [第] numeral [unit]: 第1至第3名
fn places<'t>(input: Cursor<'t>, low: &Numeral) -> Read<'t, Expression> {
    let (rest, ()) = range_mark(input)?;
    let rest = sign(&['第'], "第")(rest).map_or(rest, |(rest, _)| rest);
    let (rest, high) = numeral::read(rest)?;
    if high.spread != Spread::None || !low.low.less(high.low) {
        return miss(input, "a later place");
    }
    let (rest, unit) = plain_unit(rest, &high);
    let (first, last) = (exact(input, low.low.decimal(false))?, exact(input, high.low.decimal(false))?);
    let quantity = Quantity {
        lower: Some(Bound::inclusive(Value::from(first))),
        upper: Some(Bound::inclusive(Value::from(last))),
        approx: Approx::Range,
        role: Role::Ordinal,
        unit: unit.map(|read| read.unit),
        ..Quantity::default()
    };
    Ok((rest, placed(quantity, *low)))
}

fn placed(quantity: Quantity, numeral: Numeral) -> Expression {
    Expression::Quantity(Measured { quantity, marker: None, numeral, currency_word: false })
}

// first = 首 entry: 首個, 首批
pub(super) fn first(input: Cursor<'_>) -> Read<'_, Expression> {
    if let Some(found) = time_at(input) {
        return Ok(found);
    }
    let (start, _) = sign(&['首'], "首")(input)?;
    if let Some(found) = maybe(ranks(start))? {
        return Ok(found);
    }
    let (rest, entry) = entry(start)?;
    // 首期120萬元, 一成首期: what a buyer pays first
    let is_payment =
        start.peek() == Some('期') && (ends_payment(rest) || start.back().before().is_some_and(|t| t.c == '成'));
    if is_payment {
        return miss(start, "a classifier");
    }
    if !matches!(entry.dimension(), Dimension::Items | Dimension::People | Dimension::Households) {
        return miss(start, "a classifier");
    }
    let unit = Some(input.lexicon().unit(entry));
    let quantity = Quantity { role: Role::Ordinal, ..Quantity::exact(Decimal::ONE, unit) };
    let numeral =
        Numeral { digits: 1, notation: Notation::Chinese, low: Exact::ONE, high: Exact::ONE, ..Numeral::default() };
    Ok((rest, placed(quantity, numeral)))
}

/// Whether a number, or a word that leads to one, or no noun follows the first payment of a buyer.
fn ends_payment(input: Cursor<'_>) -> bool {
    let leads = |c: char| {
        !c.is_alphanumeric()
            || one_of!("约只需为仅付款由要可低至达逾超最").contains(c)
            || arabic(c).is_some()
            || chars::is_numeral(c)
    };
    input.peek().is_none_or(leads)
}

// ranks = numeral unit, the places from 1 on, after 首 or 頭: 首十名, 頭三名; 頭三個月 is a time
pub(super) fn ranks(input: Cursor<'_>) -> Read<'_, Expression> {
    let (rest, numeral) = numeral::read(input)?;
    let (_, read) = unit_after(rest, &numeral)?;
    let is_ranked = read.unit.dimension() == Dimension::People && read.unit.is(Traits::RANKED);
    if is_ranked { places_to(input) } else { miss(input, "places in an order") }
}

// top = 前 numeral (unit | what no count goes before), the places from 1 on: 前三名, 前十大股東, 躋身前20
pub(super) fn top(input: Cursor<'_>) -> Read<'_, Expression> {
    if let Some(found) = time_at(input) {
        return Ok(found);
    }
    let (start, _) = sign(&['前'], "前")(input)?;
    places_to(start)
}

/// The places from the first to the one of a number, which 前, 首 or 頭 stands before.
fn places_to(start: Cursor<'_>) -> Read<'_, Expression> {
    let input = start.back();
    let (rest, numeral) = numeral::read(start.skip_blanks())?;
    let found = maybe(unit_after(rest, &numeral))?;
    let is_place = found.as_ref().map_or_else(|| is_bare_place(input, rest), |(_, read)| read.unit.is(Traits::RANKED));
    if numeral.low.is_zero() || numeral.point || numeral.spread != Spread::None || !is_place {
        return miss(start, "places in an order");
    }
    let (rest, unit) = found.map_or((rest, None), |(rest, read)| (rest, Some(read.unit)));
    let last = exact(input, numeral.low.decimal(false))?;
    let quantity = Quantity {
        lower: Some(Bound::inclusive(Value::from(Decimal::ONE))),
        upper: Some(Bound::inclusive(Value::from(last))),
        role: Role::Ordinal,
        unit,
        ..Quantity::default()
    };
    Ok((rest, placed(quantity, numeral)))
}

/// What follows the last place where no unit does.
const AFTER_PLACES: &WordSet = any_of!["的", "大", "行列", "之列", "之内", "以内", "榜", "排名", "内"];

/// Whether places without a unit end here that begin with the 前 at `start`: 全球前20, but not 會前10, or 前100多.
fn is_bare_place(start: Cursor<'_>, end: Cursor<'_>) -> bool {
    let is_short = start.until(end).chars().count() <= 4;
    let is_end =
        end.peek().is_none_or(|c| c.is_whitespace() || matches!(c, '，' | '。' | '；' | '、' | '！' | '」' | '”'));
    let follows = AFTER_PLACES.begins(end.rest());
    is_short && !start.is_crossed() && (is_end || follows)
}
