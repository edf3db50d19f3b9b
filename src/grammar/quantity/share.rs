//! Shares in words: 百分之十, 三分之一, 1/3, 5又2分之1, 一半, 半年; and scores: 21比18.

use core::ops::Range;

use rust_decimal::Decimal;

use super::amount::{amount, assemble, finish, trailing, with_role};
use super::range::{range, range_mark};
use super::unit::{UnitRead, entry, unit_after};
use super::{Context, Expression, Measured, Prefix};
use crate::any_of::{WordSet, any_of};
use crate::chars::{chinese, is_han, is_odd_mark, one_of, scale, tells_gain};
use crate::error::GrammarError;
use crate::grammar::exact::Exact;
use crate::grammar::numeral::{self, Notation, Numeral, Spread};
use crate::grammar::terminal::{Read, exact, fail, maybe, miss, sign, word};
use crate::lexer::{Cursor, Token};
use crate::quantity::{Approx, Bound, Quantity, Role, Value};
use crate::unit::{Dimension, Entry, Traits, Unit};

/// A numeral in Chinese of one value.
fn spoken(value: Exact) -> Numeral {
    Numeral { low: value, high: value, notation: Notation::Chinese, ..Numeral::default() }
}

// one_and_half = 個 半 (月 | entry): 個半小時 is one and a half
fn one_and_half<'t>(input: Cursor<'t>, before: &Prefix) -> Read<'t, Expression> {
    let (mark, _) = sign(&['个'], "个")(input)?;
    if mark.peek() != Some('半') {
        return one_and_some(input, before);
    }
    let rest = mark.advance();
    let (rest, entry) = half_month(rest).or_else(|_| entry(rest))?;
    if entry.dimension() != Dimension::Duration {
        return miss(input, "a unit of time");
    }
    let value = exact(input, Exact::ONE.plus(Exact::HALF))?;
    let numeral = Numeral { digits: 2, point: true, ..spoken(value) };
    finish(rest, before, numeral, Some(UnitRead::of(input.lexicon().unit(entry))))
}

/// 鐘 by itself, an hour.
fn word_of_hour(input: Cursor<'_>) -> Option<(Cursor<'_>, Entry<'_>)> {
    let (rest, _) = sign(&['钟'], "钟")(input).ok().filter(|_| !input.starts_with("钟头"))?;
    Some((rest, input.lexicon().entry("小时")?.0))
}

// one_and_some = 個 (幾 | 把) (月 | entry | 億 [unit]): 個幾鐘, 個幾億, 個把月
fn one_and_some<'t>(input: Cursor<'t>, before: &Prefix) -> Read<'t, Expression> {
    let mark = input.advance();
    let (rest, word) = sign(&['几', '把'], "几")(mark)?;
    let power = rest.peek().and_then(scale).filter(|power| *power >= 4);
    let (digits, big) = power.map_or((1, 0), |power| (0, power));
    let numeral = Numeral { digits, big, odd: word == '几', ..spoken(Exact::ONE.shift(power.unwrap_or(0))) };
    let (rest, unit) = if power.is_some() {
        let after = rest.advance();
        unit_after(after, &numeral).map_or((after, None), |(rest, read)| (rest, Some(read)))
    } else {
        // 個幾鐘, as Hong Kong says an hour
        let hour = || word_of_hour(rest).ok_or(());
        let (rest, entry) = hour().or_else(|()| half_month(rest)).or_else(|_| entry(rest))?;
        if entry.dimension() != Dimension::Duration {
            return miss(input, "a unit of time");
        }
        (rest, Some(UnitRead::of(input.lexicon().unit(entry))))
    };
    let near = Prefix { approx: Some(Approx::About), marker: Some(mark.at()..mark.advance().at()), ..before.clone() };
    let is_about = word == '把' && before.approx.is_none();
    finish(rest, if is_about { &near } else { before }, numeral, unit)
}

// half = one_and_half | 半 (百 | 月 | entry) [odd] | approximator 半 [數]: 半年, 半個月, 年過半百, 近半
pub(super) fn half<'t>(input: Cursor<'t>, before: &Prefix) -> Read<'t, Expression> {
    if input.peek() == Some('个') {
        return one_and_half(input, before);
    }
    let (start, _) = sign(&['半'], "半")(input)?;
    if let Some(found) = maybe(half_of_scale(start, before))? {
        return Ok(found);
    }
    let before = Prefix { currency: None, ..before.clone() };
    let after = start.advance();
    if start.peek() == Some('百') && after.peek().and_then(scale).is_none() {
        return finish(after, &before, spoken(exact(input, Exact::TEN.times(5))?), None);
    }
    if let Some(found) = maybe(half_and_more(start, &before))? {
        return Ok(found);
    }
    let Ok((rest, entry)) = half_month(start).or_else(|_| entry(start)) else { return bare_half(start, &before) };
    let is_measure = matches!(
        entry.dimension(),
        Dimension::Duration | Dimension::Length | Dimension::Mass | Dimension::Area | Dimension::Volume
    );
    if !is_measure && !entry.is(Traits::HALVED) && !entry.is(Traits::DIFFERENCE) {
        return miss(start, "a unit that has halves");
    }
    // 半年多了3千人: more by so much
    let is_odd = rest.peek().is_some_and(is_odd_mark) && !tells_gain(rest.advance().rest());
    let numeral = Numeral { digits: 1, point: true, odd: is_odd, ..spoken(Exact::HALF) };
    if !is_odd {
        // 半小時至1小時
        let read = UnitRead::of(input.lexicon().unit(entry));
        if let Some(found) = maybe(range(rest, &before, &numeral, Some(&read), Context::TIMELESS))? {
            return Ok(found);
        }
    }
    let rest = if is_odd { rest.advance() } else { rest };
    let (rest, mut found) = finish(rest, &before, numeral, Some(UnitRead::of(input.lexicon().unit(entry))))?;
    if let (true, Expression::Quantity(measured)) = (is_odd, &mut found) {
        // 半年多 is less than a whole one
        measured.quantity.upper = Some(Bound::exclusive(Value::from(Decimal::ONE)));
    }
    Ok((rest, found))
}

// half_and_more = 個 (多 | 來 | 幾) (月 | entry): 半個多小時, 半個來月
fn half_and_more<'t>(input: Cursor<'t>, before: &Prefix) -> Read<'t, Expression> {
    let (mark, _) = sign(&['个'], "个")(input)?;
    let (rest, word) = sign(&['多', '来', '几'], "多")(mark)?;
    let (rest, entry) = half_month(rest).or_else(|_| entry(rest))?;
    if entry.dimension() != Dimension::Duration {
        return miss(input, "a unit of time");
    }
    let is_about = word == '来' && before.approx.is_none();
    let near = Prefix { approx: Some(Approx::About), marker: Some(mark.at()..mark.advance().at()), ..before.clone() };
    let before = if is_about { &near } else { before };
    let numeral = Numeral { digits: 1, point: true, odd: word != '来', ..spoken(Exact::HALF) };
    let (rest, mut found) = finish(rest, before, numeral, Some(UnitRead::of(input.lexicon().unit(entry))))?;
    if let (true, Expression::Quantity(measured)) = (numeral.odd, &mut found) {
        measured.quantity.upper = Some(Bound::exclusive(Value::from(Decimal::ONE)));
    }
    Ok((rest, found))
}

// half_of_scale = scale {scale}, of which it is a half: 半億元, 半百萬, 半萬人
fn half_of_scale<'t>(input: Cursor<'t>, before: &Prefix) -> Read<'t, Expression> {
    if input.peek().and_then(scale).is_none_or(|power| power <= 1) {
        return miss(input, "a scale");
    }
    let (rest, whole) = numeral::read(input)?;
    let is_one = whole.bare_scale && whole.stack >= 4 && whole.spread == Spread::None && !whole.odd;
    if !is_one || !whole.low.equals(Exact::ONE.shift(whole.stack)) {
        return miss(input, "a scale");
    }
    let low = Exact::HALF.shift(whole.stack);
    let numeral = Numeral { low, high: low, bare_scale: false, stack: 0, ..whole };
    amount(input, rest, before.clone(), numeral, Context::TIMELESS)
}

/// Once as much, after an approximator and at the end of a clause: 增長逾倍, 漲近倍; not 近倍數.
pub(super) fn one_time<'t>(input: Cursor<'t>, before: &Prefix) -> Read<'t, Expression> {
    let rest = input.advance();
    let ends = rest.peek().is_none_or(|c| !c.is_alphanumeric() || matches!(c, '的' | '至' | '到'));
    match input.lexicon().get("倍").filter(|_| ends) {
        Some(unit) => finish(rest, before, spoken(Exact::ONE), Some(UnitRead::of(unit))),
        None => miss(input, "the end of a clause"),
    }
}

/// A half of what follows, with an approximator: 近半, 逾半數, 半數以上; not that of 近半島.
fn bare_half<'t>(input: Cursor<'t>, before: &Prefix) -> Read<'t, Expression> {
    let is_number = input.peek() == Some('数');
    let rest = if is_number { input.advance() } else { input };
    let is_limited = before.approx.is_some() || is_number && trailing(rest).1.is_some();
    if !is_limited || rest.is_crossed() {
        return miss(input, "a unit");
    }
    Ok(build(rest, before, 1, 2, spoken(Exact::HALF)))
}

// half_month = 月, which is no unit after another number; not that of 半月刊 or 半月形
pub(super) fn half_month(input: Cursor<'_>) -> Read<'_, Entry<'_>> {
    let (rest, _) = sign(&['月'], "月")(input)?;
    let is_word = rest.rest().starts_with(['刊', '板', '谈', '形', '湾', '型', '池', '弯', '报']);
    match input.lexicon().entry("个月").filter(|_| !is_word) {
        Some((entry, _)) => Ok((rest, entry)),
        None => miss(input, "a unit"),
    }
}

// percent = [minus] (百分百 | (百 | 千 | 萬) 分之 (百 | numeral) [mark [百分之] numeral]) [trailing]
pub(super) fn percent<'t>(input: Cursor<'t>, before: &Prefix) -> Read<'t, Expression> {
    let minus = sign(&['负', '-', '−'], "a sign")(input).ok();
    let start = minus.map_or(input, |(rest, _)| rest);
    let before = Prefix { currency: None, ..before.clone() };
    if let Ok((rest, _)) = word(any_of!["百分百"])(start) {
        return finish(rest, &before, spoken(Exact::HUNDRED), Some(UnitRead::of(ratio_unit(input, "%"))));
    }
    let (start, symbol) = bottom(start)?;
    let (rest, mut numeral) = match hundred(start) {
        Some(rest) => (rest, spoken(Exact::HUNDRED)),
        None => numeral::read(start)?,
    };
    numeral.negative |= minus.is_some();
    // 慢了百分之八秒
    let is_second = rest.peek() == Some('秒') && !rest.advance().is_crossed();
    if let Some(second) = is_second.then(|| input.lexicon().get("秒")).flatten() {
        let power = if symbol == "%" { -2 } else { -3 };
        (numeral.low, numeral.high) = (numeral.low.shift(power), numeral.high.shift(power));
        return finish(rest.advance(), &before, numeral, Some(UnitRead::of(second)));
    }
    let unit = ratio_unit(input, symbol);
    if numeral.spread == Spread::None {
        if let Some((rest, (low, high))) = maybe(second_share(rest, &numeral))? {
            let quantity = Quantity {
                lower: Some(Bound::inclusive(Value::from(low))),
                upper: Some(Bound::inclusive(Value::from(high))),
                approx: before.approx.unwrap_or(Approx::Range),
                ..Quantity::default()
            };
            return Ok((rest, assemble(quantity, &before, Some(unit), before.marker.clone(), numeral)));
        }
    }
    finish(rest, &before, numeral, Some(UnitRead::of(unit)))
}

fn ratio_unit(input: Cursor<'_>, symbol: &'static str) -> Unit {
    input.lexicon().get(symbol).unwrap_or_else(|| Unit::new(symbol, Dimension::Ratio))
}

// bottom = (百 (分 | 份) | 千 分 | 萬 分) 之, with blanks between: 千份之一 is one part of a thousand
fn bottom(input: Cursor<'_>) -> Read<'_, &'static str> {
    let (rest, scale) = sign(&['百', '千', '万'], "百分之")(input)?;
    let parts: &[char] = if scale == '百' { &['分', '份'] } else { &['分'] };
    let (rest, _) = sign(parts, "百分之")(rest.skip_blanks())?;
    let (rest, _) = sign(&['之'], "百分之")(rest.skip_blanks())?;
    let symbol = match scale {
        '百' => "%",
        '千' => "‰",
        _ => "‱",
    };
    Ok((rest.skip_blanks(), symbol))
}

/// After the second 百 of 百分之百.
fn hundred(input: Cursor<'_>) -> Option<Cursor<'_>> {
    let rest = input.advance();
    let goes_on = rest.peek().is_some_and(|c| chinese(c).is_some() || scale(c).is_some());
    (matches!(input.peek(), Some('百' | '佰')) && !goes_on).then_some(rest)
}

// second_share = mark [百分之 | 千分之] numeral: 百分之二十至三十; both shares, the smaller one first
fn second_share<'t>(input: Cursor<'t>, first: &Numeral) -> Read<'t, (Decimal, Decimal)> {
    let (start, ()) = range_mark(input)?;
    let named = word(any_of!["百分之", "千分之"])(start).ok().map(|(rest, _)| rest);
    let (rest, mut second) = numeral::read(named.unwrap_or(start))?;
    // 負百分之二至三: the sign is of both
    let is_shared = first.negative && named.is_none();
    second.negative |= is_shared;
    // 增百分之二十至一百八十萬人次: by a share, to a count
    let is_count = second.big >= 4 || entry(rest).is_ok_and(|(_, unit)| unit.dimension() != Dimension::Ratio);
    if second.spread != Spread::None || is_count {
        return miss(input, "a share");
    }
    let signed = |numeral: &Numeral| exact(input, numeral.low.decimal(numeral.negative));
    let (from, to) = (signed(first)?, signed(&second)?);
    let (lower, upper) = if is_shared { (to, from) } else { (from, to) };
    if lower < upper { Ok((rest, (lower, upper))) } else { miss(input, "a larger share") }
}

/// The whole number that a numeral is.
fn whole(numeral: &Numeral) -> Option<u64> {
    if numeral.spread == Spread::None && !numeral.odd { numeral.low.integer() } else { None }
}

/// The parts of a fraction.
struct Parts {
    whole: u64,
    top: u64,
    bottom: u64,
    /// Whether it is in words, so that a measure may follow.
    is_spoken: bool,
    /// The numeral that it began with, of the fraction itself.
    numeral: Numeral,
}

// fraction = [numeral (又 | blank)] (numeral (分 | 份) 之 numeral | digit 分 digit | digits "/" digits) [unit] [trailing]
pub(super) fn fraction<'t>(
    number: Cursor<'t>,
    input: Cursor<'t>,
    first: &Numeral,
    before: &Prefix,
) -> Read<'t, Expression> {
    let (rest, (whole_part, numeral)) = mixed(input, first)?;
    let (rest, parts) = match rest.skip_blanks().peek() {
        Some('分' | '份') => spoken_fraction(number, rest, whole_part, numeral)?,
        _ => slashed_fraction(rest, whole_part, numeral)?,
    };
    if parts.bottom == 0 {
        return fail(number, GrammarError::ZeroDenominator);
    }
    let top = parts.bottom.checked_mul(parts.whole).and_then(|n| n.checked_add(parts.top));
    let Some(top) = top.and_then(|n| i64::try_from(n).ok()) else { return miss(number, "a fraction") };
    let top = if first.negative { -top } else { top };
    // 四分之一公升 is a volume, 四分一厘 a rate of interest, 5又2/3局 are innings
    let is_mixed = parts.whole > 0 || parts.top > parts.bottom;
    // 三分之一石油 is no weight
    let fits = |(entry, end): &(Entry<'_>, Cursor<'_>)| {
        !end.is_crossed() && (is_mixed || parts.is_spoken && is_measure(*entry))
    };
    let unit = rest.unit().filter(fits);
    let after = unit.map_or(rest, |(_, after)| after);
    let (rest, expression) = build(after, before, top, parts.bottom, parts.numeral);
    let Some((entry, _)) = unit else { return Ok((rest, expression)) };
    Ok((rest, with_unit(expression, input.lexicon().unit(entry))))
}

fn is_measure(entry: Entry<'_>) -> bool {
    let is_rate = entry.is(Traits::TENTHS_AFTER) && !entry.is(Traits::PERCENT);
    is_rate
        || matches!(
            entry.dimension(),
            Dimension::Area
                | Dimension::Length
                | Dimension::Mass
                | Dimension::Volume
                | Dimension::Energy
                | Dimension::Power
                | Dimension::Speed
                | Dimension::Pressure
                | Dimension::Frequency
        )
}

/// The whole number before a fraction, and the numeral of the fraction: 5又2分之1, 1 1/2.
fn mixed<'t>(input: Cursor<'t>, first: &Numeral) -> Read<'t, (u64, Numeral)> {
    let after = input.skip_blanks();
    let Some(n) = whole(first) else { return miss(input, "a fraction") };
    if after.peek() == Some('又') {
        let (rest, second) = numeral::read(after.advance().skip_blanks())?;
        return Ok((rest, (n, second)));
    }
    if after.at() > input.at() && first.notation == Notation::Arabic {
        if let Some((rest, second)) = maybe(numeral::read(after))? {
            if second.notation == Notation::Arabic && second.digits > 0 && rest.peek() == Some('/') {
                return Ok((rest, (n, second)));
            }
        }
    }
    Ok((input, (0, *first)))
}

/// 三分之一, 三份之一, 三分一.
fn spoken_fraction<'t>(number: Cursor<'t>, input: Cursor<'t>, whole_part: u64, numeral: Numeral) -> Read<'t, Parts> {
    let Some(bottom) = whole(&numeral) else { return miss(input, "a fraction") };
    let parts = |top| Parts { whole: whole_part, top, bottom, is_spoken: true, numeral };
    let (rest, _) = sign(&['分', '份'], "分之")(input.skip_blanks())?;
    if whole_part == 0 && input.peek() == Some('分') {
        if let Some((rest, top)) = short_top(number, input, rest, bottom) {
            return Ok((rest, parts(top)));
        }
    }
    let (rest, _) = sign(&['之'], "分之")(rest.skip_blanks())?;
    let (rest, second) = numeral::read(rest.skip_blanks())?;
    match whole(&second) {
        Some(top) => Ok((rest, parts(top))),
        None => match decimal_top(&second).filter(|_| whole_part == 0 && bottom % 10 == 0) {
            Some((top, power)) => {
                let bottom = exact(input, bottom.checked_mul(power).ok_or(GrammarError::Overflow))?;
                Ok((rest, Parts { bottom, ..parts(top) }))
            }
            None => miss(input, "a fraction"),
        },
    }
}

/// A decimal as a whole number and the power of ten that divides it: 十萬分之8.3.
fn decimal_top(numeral: &Numeral) -> Option<(u64, u64)> {
    let Exact { mantissa, exponent } = numeral.low;
    let is_decimal = numeral.spread == Spread::None && !numeral.odd && exponent < 0;
    let power = 10u64.checked_pow(exponent.unsigned_abs()).filter(|_| is_decimal)?;
    Some((u64::try_from(mantissa).ok()?, power))
}

/// Units after 三分二 that make points and a second count of it: 三分二十秒, 三分二籃板.
const COUNTED_APART: &WordSet = any_of!["秒", "毫秒", "毫", "刻", "篮板", "助攻", "抄截", "火锅", "盖帽"];

/// The top of 三分二, as Hong Kong writes 三分之二: digits in words on both sides of 分, the top the smaller one.
fn short_top<'t>(number: Cursor<'t>, mark: Cursor<'t>, input: Cursor<'t>, bottom: u64) -> Option<(Cursor<'t>, u64)> {
    let is_plain = |c: char| !matches!(c, '两' | '俩' | '仨');
    let head = mark.before()?.c;
    let digit = input.peek()?;
    let top = chinese(digit).map(u64::from).filter(|top| *top > 0 && *top < bottom)?;
    let rest = input.advance();
    let goes_on = |token: Token| {
        token.hanzi().is_some()
            || token.digit().is_some()
            || token.scale().is_some()
            || one_of!("半点分").contains(token.c)
    };
    let is_apart = COUNTED_APART.begins(rest.rest());
    let is_digit = mark.at() > number.at() && chinese(head).map(u64::from) == Some(bottom);
    let fits = is_digit && is_plain(head) && is_plain(digit) && !is_apart;
    (fits && !rest.token().is_some_and(goes_on)).then_some((rest, top))
}

/// 1/3, but not 5/2023 or 140/90.
fn slashed_fraction(input: Cursor<'_>, whole_part: u64, numeral: Numeral) -> Read<'_, Parts> {
    let (rest, _) = sign(&['/'], "a fraction")(input)?;
    let top = whole(&numeral).filter(|_| numeral.digits > 0 && !numeral.point);
    let Some(top) = top else { return miss(input, "a fraction") };
    let (rest, second) = numeral::read(rest)?;
    let bottom = whole(&second).filter(|n| *n >= 2 && second.digits > 0 && !second.negative);
    let Some(bottom) = bottom else { return miss(input, "a fraction") };
    let is_glued =
        rest.peek().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '年' | '月' | '日' | '次'));
    // 123/2022 is a number of a case
    let is_year = |n: &Numeral, value: u64| n.digits == 4 && (1900..2100).contains(&value);
    // 140/90毫米汞柱 and 24/7 are pairs
    // 22/28奈米 are two of a kind
    let is_measured = top >= 10 && rest.unit().is_some_and(|(unit, _)| is_measure(unit));
    let is_pair = whole_part == 0 && (is_measured || top > bottom && (top > 20 || rest.unit().is_some()));
    let is_long = numeral.digits > 4 || second.digits > 4 || second.notation != Notation::Arabic;
    if is_glued || is_long || is_year(&second, bottom) || is_year(&numeral, top) || is_pair {
        return miss(input, "a fraction");
    }
    Ok((rest, Parts { whole: whole_part, top, bottom, is_spoken: false, numeral }))
}

/// The amount that a fraction of a unit is.
fn with_unit(mut expression: Expression, unit: Unit) -> Expression {
    let role = unit.role();
    if let Expression::Quantity(measured) = &mut expression {
        measured.quantity.unit = Some(unit);
    }
    with_role(expression, role)
}

// one_half = 一 半
pub(super) fn one_half<'t>(input: Cursor<'t>, numeral: &Numeral, before: &Prefix) -> Read<'t, Expression> {
    let (rest, _) = sign(&['半'], "一半")(input)?;
    let is_one = numeral.notation == Notation::Chinese && numeral.low == Exact::ONE;
    // 一半會議 is a half
    let is_while = matches!(rest.peek(), Some('点' | '会' | '天' | '个')) && !rest.advance().is_crossed();
    if !is_one || is_while {
        return miss(input, "一半");
    }
    // 剩一半多
    let after = rest.advance();
    let is_odd = rest.peek() == Some('多') && after.peek().is_none_or(|c| !c.is_alphanumeric() || c == '的');
    if is_odd && before.approx.is_none() {
        let more = Prefix { approx: Some(Approx::Over), marker: Some(rest.at()..after.at()), ..before.clone() };
        return Ok(build(after, &more, 1, 2, *numeral));
    }
    Ok(build(rest, before, 1, 2, *numeral))
}

/// A ratio with its markers; `input` is after it.
fn build<'t>(input: Cursor<'t>, before: &Prefix, top: i64, bottom: u64, numeral: Numeral) -> (Cursor<'t>, Expression) {
    let (rest, after) = trailing(input);
    let (rest, after) = if after.is_none() { strength(rest) } else { (rest, after) };
    let approx = before.approx.or(after.as_ref().map(|(approx, _)| *approx)).unwrap_or_default();
    let mut quantity = Quantity { approx, ..Quantity::default() };
    if let Some(value) = Value::ratio(top, bottom) {
        quantity.value = Some(value);
        (quantity.lower, quantity.upper) = Quantity::limits(value, approx);
    }
    let marker: Option<Range<usize>> = before.marker.clone().or(after.map(|(_, range)| range));
    let expression = assemble(quantity, &Prefix::default(), None, marker, numeral);
    (rest, with_role(expression, Role::Fraction))
}

/// 三分之一強 is somewhat more, 四分之一弱 somewhat less, 五分之一多 and 一半還多 more.
fn strength(input: Cursor<'_>) -> (Cursor<'_>, Option<(Approx, Range<usize>)>) {
    let start = word(any_of!["还", "有"])(input).map_or(input, |(rest, _)| rest);
    if start.at() > input.at() && !matches!(start.peek(), Some('多' | '余')) {
        return (input, None);
    }
    let (mark, rest) = (start, start.advance());
    let is_more = start.at() > input.at() && rest.peek().is_some_and(is_han) && !tells_gain(rest.rest());
    let ends = is_more || rest.peek().is_none_or(|c| !c.is_alphanumeric() || c == '的');
    let approx = match mark.peek() {
        Some('强' | '多' | '余') if ends => Approx::Over,
        Some('弱') if ends => Approx::Near,
        _ => return (input, None),
    };
    (rest, Some((approx, input.at()..rest.at())))
}

/// How long a race took, in seconds: 3:33.96, 14:46.12.
// result = digits ":" digit{2} "." digits
pub(super) fn result<'t>(input: Cursor<'t>, numeral: &Numeral, before: &Prefix) -> Read<'t, Expression> {
    const MINUTE: u32 = 60;
    let (start, _) = sign(&[':', '∶'], ":")(input)?;
    let (rest, seconds) = numeral::read(start)?;
    let minutes = numeral.plain().filter(|minutes| *minutes < MINUTE && numeral.notation == Notation::Arabic);
    let is_two = start.advance().advance().peek() == Some('.');
    let (Some(minutes), true, true) = (minutes, is_two && seconds.point, seconds.low.less(Exact::int(MINUTE.into())))
    else {
        return miss(input, "the result of a race");
    };
    let sum = exact(input, seconds.low.plus(Exact::int(u128::from(minutes * MINUTE))))?;
    let second = || Unit::new("秒", Dimension::Duration);
    let unit = input.lexicon().get("秒").unwrap_or_else(second);
    finish(rest, before, Numeral { low: sum, high: sum, point: true, ..*numeral }, Some(UnitRead::of(unit)))
}

/// Marks between the sides of a score, where words say that it is one.
pub(crate) const SCORE_MARKS: &[char] = &[':', '：', '∶', '-', '－', '–', '—'];

// score = numeral ([blanks] 比 [blanks] | ":" | mark) numeral: 21比18, 3:2
pub(super) fn score<'t>(
    number: Cursor<'t>,
    input: Cursor<'t>,
    numeral: &Numeral,
    scored: bool,
) -> Read<'t, Expression> {
    // 248對314; 1對1 is a way to teach
    let is_pair = numeral.notation == Notation::Arabic && Exact::ONE.less(numeral.low);
    let is_mark = |c: char| matches!(c, '比' | ':' | '∶') || c == '对' && is_pair || scored && SCORE_MARKS.contains(&c);
    // 4 比 0
    let apart = input.skip_blanks();
    let input = if apart.peek() == Some('比') { apart } else { input };
    let Some(mark) = input.peek().filter(|c| is_mark(*c)) else { return miss(input, "a score") };
    let Some(left) = side(numeral, number.until(input)) else { return miss(number, "a score") };
    let after = input.advance();
    let start = if mark == '比' { after.skip_blanks() } else { after };
    let (rest, second) = numeral::read(start)?;
    let Some(right) = side(&second, start.until(rest)) else { return miss(number, "a score") };
    // 1比5.2倍 and 3比去年 compare; 21:18 is a clock
    let is_minutes = second.digits == 2 && !second.point;
    let is_clock =
        !scored && !matches!(mark, '比' | '∶' | '对') && (is_minutes || numeral.digits > 2 && !numeral.point);
    let goes_on = rest.peek().is_some_and(|c| matches!(c, ':' | '%' | '倍' | '.' | '万' | '亿'));
    if is_clock || goes_on || second.notation != numeral.notation {
        return miss(number, "a score");
    }
    let value = Some(Value::Score { left, right });
    let quantity = Quantity { value, role: Role::Fraction, ..Quantity::default() };
    let measured = Measured { quantity, marker: None, numeral: *numeral, currency_word: false };
    Ok((rest, Expression::Quantity(measured)))
}

/// A side of a score: a plain number below a thousand, or of votes, with a comma.
fn side(numeral: &Numeral, text: &str) -> Option<Decimal> {
    let is_spoken = numeral.notation == Notation::Chinese && numeral.scaled() && !numeral.bare_scale;
    let is_plain = numeral.spread == Spread::None && !numeral.odd && !numeral.negative;
    let is_small = |value: Decimal| value < Decimal::ONE_THOUSAND || text.contains(',') && !numeral.scaled();
    let value = numeral.low.decimal(false).ok().filter(|_| is_plain && (numeral.digits > 0 || is_spoken));
    value.filter(|value| is_small(*value))
}
