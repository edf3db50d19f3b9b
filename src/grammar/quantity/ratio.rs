//! Shares and fractions in words: 百分之十, 三分之一, 1/3, 一半, 半年.

use super::range::range_mark;
use super::unit::{UnitRead, unit_entry};
use super::{Expression, Measured, Prefix, assemble, at, finish, first, marker_after, with_role};
use crate::chars::{blanks, chinese, is_digit, is_odd_mark, scale};
use crate::error::GrammarError;
use crate::grammar::exact::Exact;
use crate::grammar::numeral::{self, Notation, Numeral, Spread};
use crate::quantity::{Approx, Bound, Quantity, Role, Value};
use crate::unit::{Dimension, Entry, Lexicon, Unit};

/// 半年, 半個月, 半小時.
pub(super) fn half(text: &str, p: &Prefix, lexicon: &Lexicon) -> Option<(Expression, usize)> {
    let start = p.end + '半'.len_utf8();
    // 年過半百
    if at(text, start).starts_with('百') && first(at(text, start + '百'.len_utf8())).is_none_or(|c| scale(c).is_none())
    {
        let fifty = Exact::TEN.times(5).ok()?;
        let numeral = Numeral { low: fifty, high: fifty, notation: Notation::Chinese, ..Numeral::default() };
        return finish(text, p.clone(), numeral, None, start + '百'.len_utf8()).ok().flatten();
    }
    let month = half_month(at(text, start), lexicon);
    let (entry, length) = month.or_else(|| unit_entry(text, start, lexicon))?;
    let container =
        matches!(entry.symbol(), "成" | "倍" | "箱" | "杯" | "碗" | "瓶" | "打" | "桶" | "盒" | "袋" | "車" | "厘");
    if !matches!(
        entry.dimension(),
        Dimension::Duration | Dimension::Length | Dimension::Mass | Dimension::Area | Dimension::Volume
    ) && !container
    {
        return None;
    }
    let end = start + length;
    let odd_mark = first(at(text, end)).filter(|c| is_odd_mark(*c));
    let numeral = Numeral {
        low: Exact::HALF,
        high: Exact::HALF,
        digits: 1,
        point: true,
        notation: Notation::Chinese,
        odd: odd_mark.is_some(),
        ..Numeral::default()
    };
    let end = end + odd_mark.map_or(0, char::len_utf8);
    let unit = UnitRead { unit: lexicon.unit(entry), end, extra: Exact::ZERO, odd: false };
    finish(text, Prefix { currency: None, ..p.clone() }, numeral, Some(unit), end).ok().flatten()
}

/// The month of 半月, which is no unit behind another number; not that of 半月刊 or 半月形.
fn half_month<'l>(text: &str, lexicon: &'l Lexicon) -> Option<(Entry<'l>, usize)> {
    let rest = text.strip_prefix('月')?;
    let word = rest.starts_with(['刊', '板', '谈', '形', '湾', '型', '池', '弯', '报']);
    if word { None } else { lexicon.entry("个月").map(|(entry, _)| (entry, '月'.len_utf8())) }
}

/// 百分之十, 千分之三.
pub(super) fn percent_words(
    text: &str,
    p: &Prefix,
    lexicon: &Lexicon,
) -> Result<Option<(Expression, usize)>, GrammarError> {
    let mut rest = at(text, p.end);
    let mut negative = false;
    if let Some(tail) = rest.strip_prefix(['负', '-', '−', '－']) {
        rest = tail;
        negative = true;
    }
    let symbol = match first(rest) {
        Some('百') => "%",
        Some('千') => "‰",
        Some('万') => "‱",
        _ => return Ok(None),
    };
    let Some(mut length) = first(rest).map(char::len_utf8) else { return Ok(None) };
    if rest.starts_with("百分百") {
        let numeral =
            Numeral { low: Exact::HUNDRED, high: Exact::HUNDRED, notation: Notation::Chinese, ..Numeral::default() };
        let unit = lexicon.get(symbol).unwrap_or_else(|| Unit::new(symbol, Dimension::Ratio));
        let end = text.len() - rest.len() + "百分百".len();
        let read = UnitRead { unit, end, extra: Exact::ZERO, odd: false };
        return finish(text, p.clone(), numeral, Some(read), end);
    }
    for c in ['分', '之'] {
        length += blanks(at(rest, length));
        if first(at(rest, length)) != Some(c) {
            return Ok(None);
        }
        length += c.len_utf8();
    }
    let start = text.len() - rest.len() + length;
    let start = start + blanks(at(text, start));
    // 百分之百
    let tail = at(text, start);
    let read = if tail.starts_with(['百', '佰'])
        && !tail.chars().nth(1).is_some_and(|c| chinese(c).is_some() || scale(c).is_some())
    {
        Some((
            Numeral { low: Exact::HUNDRED, high: Exact::HUNDRED, notation: Notation::Chinese, ..Numeral::default() },
            '百'.len_utf8(),
        ))
    } else {
        numeral::read(tail, lexicon)?
    };
    let Some((mut numeral, length)) = read else { return Ok(None) };
    numeral.negative |= negative;
    let unit = lexicon.get(symbol).unwrap_or_else(|| Unit::new(symbol, Dimension::Ratio));
    let mut end = start + length;
    if numeral.spread == Spread::None {
        // 百分之二十至三十, 百分之二十至百分之三十
        if let Some(mark) = range_mark(at(text, end)) {
            let again = at(text, end + mark);
            let lead = ["百分之", "千分之"].iter().find(|word| again.starts_with(**word)).map_or(0, |word| word.len());
            if let Some((high, length)) = numeral::read(at(again, lead), lexicon)? {
                if high.spread == Spread::None && numeral.low.less(high.low) {
                    let last = end + mark + lead + length;
                    let quantity = Quantity {
                        lower: Some(Bound::inclusive(Value::from(numeral.low.decimal(numeral.negative)?))),
                        upper: Some(Bound::inclusive(Value::from(high.low.decimal(high.negative)?))),
                        approx: p.approx.unwrap_or(Approx::Range),
                        ..Quantity::default()
                    };
                    return Ok(Some(assemble(quantity, p, Some(unit), p.marker.clone(), numeral, last)));
                }
            }
        }
    }
    let unit = UnitRead { unit, end, extra: Exact::ZERO, odd: false };
    end = unit.end;
    let p = Prefix { currency: None, ..p.clone() };
    finish(text, p, numeral, Some(unit), end)
}

/// Units behind 三分二 that make points and a second count of it: 三分二十秒, 三分二籃板.
const COUNTED_APART: &[&str] = &["秒", "毫秒", "毫", "刻", "篮板", "助攻", "抄截", "火锅", "盖帽"];

/// The top of 三分二, as Hong Kong writes 三分之二, and its length: digits in words on both sides of 分, the top the
/// smaller one.
fn short_top(text: &str, bottom: u64, from: usize) -> Option<(u64, usize)> {
    let head = text.get(..from)?.strip_suffix('分')?.chars().next_back()?;
    let digit = first(at(text, from))?;
    let top = chinese(digit).map(u64::from).filter(|top| *top > 0 && *top < bottom)?;
    let tail = at(text, from + digit.len_utf8());
    let plain = |c: char| !matches!(c, '两' | '俩' | '仨');
    let goes_on = |c: char| chinese(c).is_some() || is_digit(c) || scale(c).is_some() || "半点分".contains(c);
    let apart = COUNTED_APART.iter().any(|unit| tail.starts_with(unit));
    let found = chinese(head).map(u64::from) == Some(bottom) && plain(head) && plain(digit) && !apart;
    (found && !first(tail).is_some_and(goes_on)).then_some((top, from + digit.len_utf8()))
}

/// 三分之一, 三分一, 1/3, 5又2分之1.
pub(super) fn fraction(
    text: &str,
    p: &Prefix,
    first_read: &Numeral,
    end: usize,
    lexicon: &Lexicon,
) -> Result<Option<(Expression, usize)>, GrammarError> {
    let number = |n: &Numeral| if n.spread == Spread::None && !n.odd { n.low.integer() } else { None };
    let mut whole = 0;
    let mut numeral = *first_read;
    let mut end = end;
    let skip = blanks(at(text, end));
    if let Some(rest) = at(text, end + skip).strip_prefix('又') {
        let Some(n) = number(&numeral) else { return Ok(None) };
        let rest = at(rest, blanks(rest));
        let Some((second, length)) = numeral::read(rest, lexicon)? else { return Ok(None) };
        whole = n;
        numeral = second;
        end = text.len() - rest.len() + length;
    }
    // 1 1/2
    let mut look = end + skip;
    if skip > 0 && whole == 0 && numeral.notation == Notation::Arabic {
        if let Some((second, length)) =
            numeral::read(at(text, look), lexicon)?.filter(|(n, _)| n.notation == Notation::Arabic && n.digits > 0)
        {
            look += length;
            if let (Some(n), true) = (number(&numeral), at(text, look).starts_with(['/', '／'])) {
                whole = n;
                numeral = second;
                end = look;
            }
        }
    }
    let Some(left) = number(&numeral) else { return Ok(None) };
    let mut tail = end + blanks(at(text, end));
    let spoken = first(at(text, tail)) == Some('分');
    let mut short = None;
    if spoken {
        tail += '分'.len_utf8();
        short = if tail == end + '分'.len_utf8() && whole == 0 { short_top(text, left, tail) } else { None };
        tail += blanks(at(text, tail));
    }
    if short.is_some() {
        // the top is read
    } else if spoken {
        if first(at(text, tail)) != Some('之') {
            return Ok(None);
        }
        tail += '之'.len_utf8();
        tail += blanks(at(text, tail));
    } else if at(text, end).starts_with(['/', '／']) && numeral.digits > 0 && !numeral.point {
        tail = end + first(at(text, end)).map_or(0, char::len_utf8);
    } else {
        return Ok(None);
    }
    let (second, last) = match short {
        Some((_, last)) => (Numeral::default(), last),
        None => {
            let Some((second, length)) = numeral::read(at(text, tail), lexicon)? else { return Ok(None) };
            (second, tail + length)
        }
    };
    let (top, bottom) = if let Some((top, _)) = short {
        (top, left)
    } else if spoken {
        // 五百分之2.2: no fraction of whole numbers
        let Some(top) = number(&second) else { return Ok(None) };
        (top, left)
    } else {
        let after = first(at(text, last));
        let glued =
            after.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '年' | '月' | '日' | '次'));
        let Some(bottom) = number(&second).filter(|n| *n >= 2 && second.digits > 0 && !second.negative) else {
            return Ok(None);
        };
        // 123/2022 is a number of a case
        let calendar = |n: &Numeral, value| n.digits == 4 && (1900..2100).contains(&value);
        let year = calendar(&second, bottom) || calendar(&numeral, left);
        // 140/90毫米汞柱 is a pair
        let pair = left > bottom && lexicon.entry(at(text, last)).is_some();
        if glued || year || pair || numeral.digits > 4 || second.digits > 4 || second.notation != Notation::Arabic {
            return Ok(None);
        }
        (left, bottom)
    };
    if bottom == 0 {
        return Err(GrammarError::ZeroDenominator);
    }
    let top = bottom.checked_mul(whole).and_then(|n| n.checked_add(top)).and_then(|n| i64::try_from(n).ok());
    let Some(top) = top else { return Ok(None) };
    let top = if first_read.negative { -top } else { top };
    // 四分之一公升 is a volume, 四分一厘 a rate of interest
    let measure = |entry: &Entry<'_>| {
        let dimension = entry.dimension();
        entry.symbol() == "厘"
            || matches!(
                dimension,
                Dimension::Area | Dimension::Length | Dimension::Mass | Dimension::Volume | Dimension::Energy
            )
            || matches!(dimension, Dimension::Power | Dimension::Speed | Dimension::Pressure | Dimension::Frequency)
    };
    let unit = if spoken { lexicon.entry(at(text, last)).filter(|(entry, _)| measure(entry)) } else { None };
    if let Some((entry, length)) = unit {
        let (expression, end) = build_ratio(p, top, bottom, numeral, last + length, text);
        return Ok(Some((with_unit(expression, lexicon.unit(entry)), end)));
    }
    Ok(Some(build_ratio(p, top, bottom, numeral, last, text)))
}

/// The amount that a fraction of a unit is.
fn with_unit(mut expression: Expression, unit: Unit) -> Expression {
    if let Expression::Quantity(measured) = &mut expression {
        measured.quantity.unit = Some(unit);
    }
    with_role(expression, Role::Cardinal)
}

/// Marks between the sides of a score, where words say that it is one.
pub(crate) const SCORE_MARKS: &[char] = &[':', '：', '∶', '-', '－', '–', '—'];

/// 21比18, 3:2.
pub(super) fn score(
    text: &str,
    numeral: &Numeral,
    end: usize,
    lexicon: &Lexicon,
    scored: bool,
) -> Option<(Expression, usize)> {
    let small = |n: &Numeral| {
        let plain = n.spread == Spread::None && !n.odd && !n.negative && n.digits > 0;
        n.low.decimal(false).ok().filter(|value| plain && *value < rust_decimal::Decimal::ONE_THOUSAND)
    };
    let left = small(numeral)?;
    let rest = at(text, end);
    let mark = first(rest).filter(|c| matches!(c, '比' | ':' | '：' | '∶') || scored && SCORE_MARKS.contains(c))?;
    let (second, length) = numeral::read(at(rest, mark.len_utf8()), lexicon).ok()??;
    let right = small(&second)?;
    let tail = at(rest, mark.len_utf8() + length);
    // 1比5.2倍 and 3比去年 compare; 21:18 is a clock
    let minutes = second.digits == 2 && !second.point;
    let clock = !scored && !matches!(mark, '比' | '∶') && (minutes || numeral.digits > 2);
    let goes_on = first(tail).is_some_and(|c| matches!(c, ':' | '：' | '%' | '％' | '倍' | '.' | '万' | '亿'));
    if clock || goes_on || second.notation != numeral.notation {
        return None;
    }
    let value = Some(Value::Score { left, right });
    let quantity = Quantity { value, role: Role::Fraction, ..Quantity::default() };
    let measured = Measured { quantity, marker: None, numeral: *numeral, currency_word: false };
    Some((Expression::Quantity(measured), end + mark.len_utf8() + length))
}

pub(super) fn build_ratio(
    p: &Prefix,
    top: i64,
    bottom: u64,
    numeral: Numeral,
    end: usize,
    text: &str,
) -> (Expression, usize) {
    let (after, end) = marker_after(text, end);
    let approx = p.approx.or(after.clone().map(|(approx, _)| approx)).unwrap_or_default();
    let mut quantity = Quantity { approx, ..Quantity::default() };
    if let Some(value) = Value::ratio(top, bottom) {
        quantity.value = Some(value);
        (quantity.lower, quantity.upper) = Quantity::limits(value, approx);
    }
    let marker = p.marker.clone().or(after.map(|(_, range)| range));
    let plain = Prefix::default();
    let (expression, end) = assemble(quantity, &plain, None, marker, numeral, end);
    (with_role(expression, Role::Fraction), end)
}
