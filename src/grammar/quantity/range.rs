//! Ranges: 3至5萬元, 20%至30%, 1、2根, 100與200元之間.

use super::unit::{UnitRead, currency_before, unit_after};
use super::{Expression, Measured, Prefix, assemble, at, first, marker_after};
use crate::chars::{RANGE_MARKS, blanks, chinese, is_digit, scale};
use crate::error::GrammarError;
use crate::grammar::exact::Exact;
use crate::grammar::numeral::{self, Notation, Numeral, Spread};
use crate::quantity::{Approx, Bound, Quantity, Value};
use crate::unit::Lexicon;

/// The length of a range mark with its blanks, where a number follows.
pub(super) fn range_mark(text: &str) -> Option<usize> {
    let lead = blanks(text);
    let rest = at(text, lead);
    let mark = first(rest).filter(|c| RANGE_MARKS.contains(c))?;
    let mut length = mark.len_utf8();
    while first(at(rest, length)) == Some(mark) && length < 2 * mark.len_utf8() {
        length += mark.len_utf8();
    }
    let length = lead + length;
    let length = length + blanks(at(text, length));
    let next = first(at(text, length))?;
    let number = is_digit(next)
        || chinese(next).is_some()
        || scale(next) == Some(1)
        || matches!(next, '几' | '负' | '零' | '-' | '−' | '.');
    let share = at(text, length).starts_with('第')
        || at(text, length).starts_with("百分之")
        || at(text, length).starts_with("千分之");
    ((number || share) && !at(text, length).starts_with("零售")).then_some(length)
}

/// The length of a range mark before another sign of money: S$400至S$600.
fn money_mark(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let lead = blanks(text);
    let mark = first(at(text, lead)).filter(|c| RANGE_MARKS.contains(c))?;
    let length = lead + mark.len_utf8();
    let length = length + blanks(at(text, length));
    let (_, width) = currency_before(at(text, length), lexicon)?;
    first(at(text, length + width)).is_some_and(|c| is_digit(c) || chinese(c).is_some()).then_some(length)
}

/// The length of 與 or 和 between two numbers, which make a range where 之間 follows.
fn between_mark(text: &str) -> Option<usize> {
    let mark = first(text).filter(|c| matches!(c, '与' | '和' | '跟'))?;
    let length = mark.len_utf8() + blanks(at(text, mark.len_utf8()));
    let next = first(at(text, length))?;
    (is_digit(next) || chinese(next).is_some() || scale(next).is_some()).then_some(length)
}

/// The ends of a range share a scale where the first is smaller than the second's coefficient: 3至5萬.
fn share_scale(low: &Numeral, high: &Numeral) -> Option<i32> {
    if low.odd || low.spread != Spread::None {
        return None;
    }
    let power = if low.scaled() {
        if low.big > 0 || low.notation != Notation::Chinese {
            return None;
        }
        high.big
    } else if high.stack > 0 {
        high.stack
    } else {
        high.big
    };
    (power > 0 && low.low.shift(power).less(high.low)).then_some(power)
}

/// The second end of a range, and its unit.
pub(super) fn range(
    text: &str,
    p: &Prefix,
    low: &Numeral,
    unit: Option<&UnitRead>,
    from: usize,
    lexicon: &Lexicon,
    listed: bool,
) -> Result<Option<(Expression, usize)>, GrammarError> {
    if unit.is_some_and(|u| u.odd) {
        return Ok(None);
    }
    let pair = (unit.is_none() && !listed).then(|| neighbours(text, from, low, lexicon)).flatten();
    let money = || p.currency.as_ref().and_then(|_| money_mark(at(text, from), lexicon));
    let mark = range_mark(at(text, from)).or_else(money);
    let between = between_mark(at(text, from));
    let start = match (pair, mark.or(between)) {
        (Some(start), _) => start,
        (None, Some(length)) => from + length,
        _ => return Ok(None),
    };
    // 新台幣3億至新台幣5億
    let skip =
        currency_before(at(text, start), lexicon).filter(|_| p.currency.is_some()).map_or(0, |(_, length)| length);
    let start = start + skip;
    let Some((high, length)) = numeral::read(at(text, start), lexicon)? else { return Ok(None) };
    let end = start + length;
    if high.spread != Spread::None {
        return Ok(None);
    }
    let mut second = unit_after(text, end, lexicon, &high);
    // 10與20間: no rooms
    if mark.is_none() && pair.is_none() && second.as_ref().is_some_and(|u| u.unit.symbol() == "間") {
        second = None;
    }
    match (unit, &second) {
        // 0.5個至1個百分點
        (Some(a), Some(b)) if a.unit.symbol() == "個" && b.unit.symbol().starts_with('個') => {}
        (Some(a), Some(b)) if a.unit.symbol() != b.unit.symbol() => return Ok(None),
        (Some(_), None) => return Ok(None),
        _ => {}
    }
    let tail = at(text, second.as_ref().map_or(end, |u| u.end));
    // 3與5元 is no range, 3與5元之間 is
    if pair.is_none() && mark.is_none() && !tail.trim_start().starts_with(['之', '间']) {
        return Ok(None);
    }
    // 010-8832-1234: more numbers follow
    if second.is_none() && tail.starts_with(['-', '/', ':']) {
        return Ok(None);
    }
    let (mut low, mut high) = (*low, high);
    // 兩成半至三成五
    for (number, unit) in [(&mut low, unit), (&mut high, second.as_ref())] {
        if let Some(extra) = unit.map(|unit| unit.extra).filter(|extra| !extra.is_zero()) {
            number.low = number.low.plus(extra)?;
        }
    }
    if pair.is_some() {
        // 十七、八: the tens are shared; 3、4000: the zeros are
        if Exact::TEN.less(low.low) {
            let tens = u128::from(low.plain().unwrap_or_default() / 10 * 10);
            high.low = high.low.plus(Exact::int(tens))?;
        } else {
            low.low = low.low.shift(high.low.normal().exponent);
        }
    } else if unit.is_none() {
        if let Some(power) = share_scale(&low, &high) {
            low.low = low.low.shift(power);
        }
    }
    let ordered = match (low.negative, high.negative) {
        (false, false) => low.low.less(high.low),
        (true, true) => high.low.less(low.low),
        (true, false) => true,
        (false, true) => false,
    };
    if !ordered {
        return Ok(None);
    }
    let after = second.as_ref().map_or(end, |u| u.end);
    let (marker_after, after) = marker_after(text, after);
    let mut quantity = Quantity { approx: Approx::Range, ..Quantity::default() };
    let value = |n: &Numeral| n.low.decimal(n.negative).map(Value::from);
    quantity.lower = Some(Bound::inclusive(value(&low)?));
    let high_value = value(&high)?;
    quantity.upper = Some(if high.odd {
        Bound::exclusive(Value::from(high.low.plus(high.low.step())?.decimal(high.negative)?))
    } else {
        Bound::inclusive(high_value)
    });
    if let Some(approx) = p.approx.or(marker_after.clone().map(|(approx, _)| approx)) {
        quantity.approx = approx;
    }
    let marker = p.marker.clone().or(marker_after.map(|(_, range)| range));
    Ok(Some(assemble(quantity, p, second.map(|u| u.unit), marker, low, after)))
}

/// `1、2根`, 三、五百元, 十七、八歲: two neighbouring figures before one unit are a range. Where the second begins.
fn neighbours(text: &str, from: usize, low: &Numeral, lexicon: &Lexicon) -> Option<usize> {
    let n = low.plain().filter(|n| *n < 10 || *n < 100 && n % 10 > 0 && low.notation == Notation::Chinese)?;
    let rest = at(text, from).strip_prefix('、')?;
    let (high, length) = numeral::read(rest, lexicon).ok()??;
    let unit = unit_after(rest, length, lexicon, &high)?;
    // 2、3日起 are days
    if unit.unit.symbol() == "日" && crate::grammar::time::day_goes_on(at(rest, unit.end)) {
        return None;
    }
    let lead = high.low.normal();
    let is_next = lead.equals(Exact::int(u128::from(n % 10) + 1).shift(lead.exponent));
    // 三、五百人; 3、5名 are two numbers
    let is_apart = n % 10 == 3 && lead.equals(Exact::int(5).shift(lead.exponent));
    let is_scaled = high.stack > 0 || low.notation == Notation::Chinese && high.notation == Notation::Chinese;
    let is_round = lead.exponent >= 3 && n < 10;
    let is_same = high.notation == low.notation && (lead.exponent == 0 || is_round || is_scaled);
    let is_pair = is_next && (is_same || high.stack > 0) || is_apart && is_scaled;
    (is_pair && high.spread == Spread::None && !high.odd && unit.extra.is_zero() && (n < 10 || lead.exponent == 0))
        .then_some(from + '、'.len_utf8())
}

/// The other side of a quantity that is limited on one side: 三年以上七年以下, 大於10且小於20.
pub(super) fn other_side(text: &str, found: &Measured, end: usize, lexicon: &Lexicon) -> Option<(Measured, usize)> {
    let one = &found.quantity;
    if !matches!(one.approx, Approx::Over | Approx::AtLeast | Approx::Under | Approx::AtMost) {
        return None;
    }
    let joint = ["并且", "且", "并", "的同时", "、"];
    let mut start = end + blanks(at(text, end));
    start += joint.iter().find(|word| at(text, start).starts_with(**word)).map_or(0, |word| word.len());
    start += blanks(at(text, start));
    let (second, length) = super::one(at(text, start), lexicon).ok()??;
    let other = &second.quantity;
    let bare = one.unit.is_none() || other.unit.is_none();
    let fits = one.role == other.role && (one.unit == other.unit || bare);
    let (lower, upper) = (one.lower.or(other.lower)?, one.upper.or(other.upper)?);
    let opposite = one.lower.is_some() != other.lower.is_some() && one.upper.is_some() != other.upper.is_some();
    let ordered = lower.value.as_decimal()? < upper.value.as_decimal()?;
    if !(fits && opposite && ordered) {
        return None;
    }
    let quantity = Quantity {
        value: None,
        lower: Some(lower),
        upper: Some(upper),
        approx: Approx::Range,
        role: one.role,
        unit: other.unit.clone().or_else(|| one.unit.clone()),
    };
    Some((Measured { quantity, ..found.clone() }, start + length))
}
