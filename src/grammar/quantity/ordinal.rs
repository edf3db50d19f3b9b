//! Places in an order: 第四屆, 首個, 前三名.

use super::range::range_mark;
use super::unit::{unit_after, unit_entry};
use super::{Expression, Measured, Prefix, assemble, at, bounds, with_role};
use crate::chars::blanks;
use crate::error::GrammarError;
use crate::grammar::exact::Exact;
use crate::grammar::numeral::{self, Notation, Numeral, Spread};
use crate::grammar::time;
use crate::quantity::{Approx, Bound, Quantity, Role, Value};
use crate::unit::{Dimension, Lexicon};

/// 第四屆, 第3位, 第四.
pub(super) fn ordinal(text: &str, p: &Prefix, lexicon: &Lexicon) -> Result<Option<(Expression, usize)>, GrammarError> {
    if p.end == 0 {
        if let Some((time, length)) = time::from_word(text, lexicon) {
            return Ok(Some((Expression::Time(time, 0), length)));
        }
    }
    let start = p.end + '第'.len_utf8();
    let start = start + blanks(at(text, start));
    let Some((numeral, length)) = numeral::read(at(text, start), lexicon)? else { return Ok(None) };
    if numeral.spread == Spread::Several || numeral.negative {
        return Ok(None);
    }
    // 第1至第3名
    if let Some(mark) = range_mark(at(text, start + length)) {
        let rest = at(text, start + length + mark);
        let rest = rest.strip_prefix('第').unwrap_or(rest);
        if let Some((high, width)) =
            numeral::read(rest, lexicon)?.filter(|(high, _)| high.spread == Spread::None && numeral.low.less(high.low))
        {
            let last = text.len() - rest.len() + width;
            let unit = unit_after(text, last, lexicon, &high).filter(|u| u.extra.is_zero() && !u.odd);
            let end = unit.as_ref().map_or(last, |u| u.end);
            let quantity = Quantity {
                lower: Some(Bound::inclusive(Value::from(numeral.low.decimal(false)?))),
                upper: Some(Bound::inclusive(Value::from(high.low.decimal(false)?))),
                approx: Approx::Range,
                role: Role::Ordinal,
                unit: unit.map(|u| u.unit),
                ..Quantity::default()
            };
            let measured = Measured { quantity, marker: None, numeral, currency_word: false };
            return Ok(Some((Expression::Quantity(measured), end)));
        }
    }
    let unit = unit_after(text, start + length, lexicon, &numeral).filter(|u| u.extra.is_zero() && !u.odd);
    let end = unit.as_ref().map_or(start + length, |u| u.end);
    let mut quantity = Quantity::default();
    let plain = Prefix::default();
    bounds(&mut quantity, numeral.low, false, numeral.odd, p.approx)?;
    let (expression, end) = assemble(quantity, &plain, unit.map(|u| u.unit), p.marker.clone(), numeral, end);
    Ok(Some((with_role(expression, Role::Ordinal), end)))
}

/// 首個, 首批: the first.
pub(super) fn first_of(text: &str, lexicon: &Lexicon) -> Option<(Expression, usize)> {
    if let Some((time, length)) = time::from_word(text, lexicon) {
        return Some((Expression::Time(time, 0), length));
    }
    let start = '首'.len_utf8();
    let (entry, length) = unit_entry(text, start, lexicon)?;
    if !matches!(entry.dimension(), Dimension::Items | Dimension::People | Dimension::Households) {
        return None;
    }
    let quantity =
        Quantity { role: Role::Ordinal, ..Quantity::exact(rust_decimal::Decimal::ONE, Some(lexicon.unit(entry))) };
    let numeral =
        Numeral { digits: 1, notation: Notation::Chinese, low: Exact::ONE, high: Exact::ONE, ..Numeral::default() };
    let measured = Measured { quantity, marker: None, numeral, currency_word: false };
    Some((Expression::Quantity(measured), start + length))
}

/// 前三名: the places from 1 to 3.
pub(super) fn top(text: &str, lexicon: &Lexicon) -> Result<Option<(Expression, usize)>, GrammarError> {
    if let Some((time, length)) = time::from_word(text, lexicon) {
        return Ok(Some((Expression::Time(time, 0), length)));
    }
    let start = '前'.len_utf8();
    let start = start + blanks(at(text, start));
    let Some((numeral, length)) = numeral::read(at(text, start), lexicon)? else { return Ok(None) };
    let Some(unit) = unit_after(text, start + length, lexicon, &numeral) else { return Ok(None) };
    if numeral.low.is_zero()
        || !matches!(unit.unit.symbol(), "名" | "位" | "家" | "隊" | "強")
        || numeral.spread != Spread::None
    {
        return Ok(None);
    }
    let quantity = Quantity {
        lower: Some(Bound::inclusive(Value::from(rust_decimal::Decimal::ONE))),
        upper: Some(Bound::inclusive(Value::from(numeral.low.decimal(false)?))),
        role: Role::Ordinal,
        unit: Some(unit.unit),
        ..Quantity::default()
    };
    let measured = Measured { quantity, marker: None, numeral, currency_word: false };
    Ok(Some((Expression::Quantity(measured), unit.end)))
}
