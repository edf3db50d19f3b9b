//! Ranges: 3至5萬元, 20%至30%, 1、2根, 100與200元之間; and amounts limited on both sides: 三年以上七年以下.

use super::amount::{assemble, half_scale, scaled, trailing};
use super::compound::share;
use super::unit::{UnitRead, currency, unit_after};
use super::{Context, Expression, Measured, Prefix, one_sided};
use crate::any_of::any_of;
use crate::chars::RANGE_MARKS;
use crate::grammar::exact::Exact;
use crate::grammar::numeral::{self, Notation, Numeral, Spread};
use crate::grammar::terminal::{Read, exact, miss, sign, word};
use crate::grammar::time;
use crate::lexer::{Cursor, Token};
use crate::quantity::{Approx, Bound, Quantity, Value};
use crate::unit::{Dimension, Traits, Unit};

/// How many characters a number below zero has at most.
const SIGNED: usize = 7;

/// A range mark, once or twice, with the blanks around it: 10萬元（含）至50萬元.
fn mark(input: Cursor<'_>) -> Read<'_, ()> {
    let start = word(any_of!["（含）", "(含)"])(input).map_or(input, |(rest, _)| rest);
    let start_of_mark = start.skip_blanks();
    let (mut rest, mark) = sign(RANGE_MARKS, "a range mark")(start_of_mark)?;
    // 158.5 -2.5 -1.55%: cells of a table, the last two below zero
    let is_digit = rest.token().is_some_and(|token| token.digit().is_some());
    if matches!(mark, '-' | '−') && start_of_mark.at() > start.at() && is_digit {
        return miss(start, "a range mark");
    }
    if rest.peek() == Some(mark) {
        rest = rest.advance();
    }
    Ok((rest.skip_blanks(), ()))
}

// range_mark = mark, before a number
pub(super) fn range_mark(input: Cursor<'_>) -> Read<'_, ()> {
    let (rest, ()) = mark(input)?;
    let Some(next) = rest.token() else { return miss(rest, "a number") };
    let is_number = next.digit().is_some()
        || next.hanzi().is_some()
        || next.scale() == Some(1)
        || matches!(next.c, '几' | '数' | '负' | '-' | '−' | '.' | '第' | '廿' | '卅' | '卌');
    let is_worded = || any_of!["百分之", "千分之", "零下", "零上"].begins(rest.rest());
    if (is_number || is_worded()) && !rest.starts_with("零售") { Ok((rest, ())) } else { miss(rest, "a number") }
}

// money_mark = mark, before another sign of money: S$400至S$600
fn money_mark(input: Cursor<'_>) -> Read<'_, ()> {
    let (start, _) = sign(RANGE_MARKS, "a range mark")(input.skip_blanks())?;
    let start = start.skip_blanks();
    let (rest, _) = currency(start)?;
    if rest.token().is_some_and(begins_a_number) { Ok((start, ())) } else { miss(rest, "a number") }
}

fn begins_a_number(token: Token) -> bool {
    token.digit().is_some() || token.hanzi().is_some()
}

// between_mark = 與 | 和 | 跟, between two numbers that 之間 makes a range of
fn between_mark(input: Cursor<'_>) -> Read<'_, ()> {
    let (rest, _) = sign(&['与', '和', '跟'], "与")(input)?;
    let rest = rest.skip_blanks();
    let is_number = |token: Token| begins_a_number(token) || token.scale().is_some();
    if rest.token().is_some_and(is_number) { Ok((rest, ())) } else { miss(rest, "a number") }
}

/// What joins the two ends of a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// 至, -, ～.
    Mark,
    /// 至 before 零上, from below zero to above it.
    Above,
    /// 與, where 之間 follows.
    Between,
    /// 、 between neighbouring figures: 1、2根.
    Neighbours,
}

/// Where the second end of a range begins, and what joins it to the first.
fn joint<'t>(
    input: Cursor<'t>,
    before: &Prefix,
    low: &Numeral,
    unit: Option<&UnitRead>,
    listed: bool,
) -> Option<(Cursor<'t>, Joint)> {
    match input.skip_blanks().token()? {
        Token { c: '、', .. } => {
            let pair = (unit.is_none() && !listed).then(|| neighbours(input, low))??;
            Some((pair, Joint::Neighbours))
        }
        Token { c: '与' | '和' | '跟', .. } => between_mark(input).ok().map(|(rest, ())| (rest, Joint::Between)),
        _ => {
            let money = || if before.currency.is_some() { money_mark(input).ok() } else { None };
            range_mark(input).ok().or_else(money).map(|(rest, ())| (rest, Joint::Mark))
        }
    }
}

// range = joint [currency] numeral [unit] [trailing]; the first end is `low`, with its unit
pub(super) fn range<'t>(
    input: Cursor<'t>,
    before: &Prefix,
    low: &Numeral,
    unit: Option<&UnitRead>,
    context: Context,
) -> Read<'t, Expression> {
    let found = if unit.is_some_and(|read| read.odd) { None } else { joint(input, before, low, unit, context.listed) };
    let Some((start, joint)) = found else { return miss(input, "a range") };
    // 新台幣3億至新台幣5億
    let start = match currency(start) {
        Ok((rest, _)) if before.currency.is_some() => rest,
        _ => start,
    };
    // 零下5度至零上8度
    let above = if low.negative { word(any_of!["零上"])(start).ok() } else { None };
    let start = above.map_or(start, |(rest, _)| rest);
    let (end, mut high) = numeral::read(start)?;
    let end = half_scale(end, &mut high);
    // 12k-18k
    let end = scaled(end, before, &mut high, context);
    if high.spread != Spread::None {
        return miss(start, "one number");
    }
    if unit.is_some() && names_year(end, &high) {
        return miss(start, "a number of years");
    }
    // 10與20間: no rooms
    let is_between = joint == Joint::Between && end.peek() == Some('间');
    let second = if is_between { None } else { unit_after(end, &high).ok() };
    let rest = second.as_ref().map_or(end, |(rest, _)| *rest);
    let second = second.map(|(_, read)| read);
    // 12兩至1斤2兩: the second end has two units
    if second.as_ref().is_some_and(|read| goes_below(rest, &read.unit)) {
        return miss(input, "one unit");
    }
    // 3與5元 is no range, 3與5元之間 is; 010-8832-1234: more numbers follow
    let is_open = joint == Joint::Between && !rest.rest().trim_start().starts_with(['之', '间']);
    let goes_on = second.is_none() && rest.peek().is_some_and(|c| matches!(c, '-' | '/' | ':'));
    let larger = unit.zip(second.as_ref()).and_then(|(a, b)| larger_unit(&a.unit, &b.unit));
    let larger = larger.filter(|_| joint == Joint::Mark);
    if !is_same_unit(unit, second.as_ref()) && larger.is_none() || is_open || goes_on {
        return miss(input, "a range");
    }
    let (high, second) = match larger {
        Some(count) => {
            let low = exact(input, high.low.times(count))?;
            (Numeral { low, high: low, ..high }, unit.cloned())
        }
        None => (high, second),
    };
    let joint = if above.is_some() { Joint::Above } else { joint };
    let ends = both_ends(input, low, high, [unit, second.as_ref()], joint)?;
    let Some((mut low, high)) = ends else { return miss(input, "a larger number") };
    if joint == Joint::Neighbours {
        (low.digits, low.big) = (high.digits, high.big);
    }
    let second = unit.filter(|first| first.unit.symbol() == "分鐘").cloned().or(second);
    build(rest, before, &low, &high, second)
}

/// The sum of years and months here in months, after the number of years: 2年11個月.
fn months<'t>(input: Cursor<'t>, years: &Numeral) -> Option<(Cursor<'t>, Exact)> {
    let (rest, _) = sign(&['年'], "年")(input).ok()?;
    let whole = years.plain().filter(|n| *n < 100)?.checked_mul(12)?;
    let start = sign(&['零', '又'], "零")(rest).map_or(rest, |(rest, _)| rest);
    let part = numeral::read(start).ok().and_then(|(end, n)| Some((word(any_of!["个月"])(end).ok()?.0, n.plain()?)));
    let (rest, part) = part.unwrap_or((rest, 0));
    Some((rest, Exact::int(u128::from(whole.checked_add(part)?))))
}

/// The range of two lengths of years and months: 2年11個月至4年4個月. `input` is after the first number.
pub(super) fn of_years<'t>(input: Cursor<'t>, before: &Prefix, years: &Numeral) -> Option<(Cursor<'t>, Expression)> {
    let (rest, low) = months(input, years)?;
    let (start, ()) = range_mark(rest).ok()?;
    let (end, second) = numeral::read(start).ok()?;
    let (end, high) = months(end, &second)?;
    let has_months = |from: Cursor<'t>, to| from.until(to).ends_with('月');
    let is_plain = low.less(high) && (has_months(input, rest) || has_months(start, end));
    let unit = input.lexicon().get("个月").filter(|_| is_plain)?;
    let of = |low: Exact| Numeral { low, high: low, ..*years };
    build(end, before, &of(low), &of(high), Some(UnitRead::of(unit))).ok()
}

/// Whether a number is a year of the calendar, up to which something lasts: 延長一年至2025年.
fn names_year(end: Cursor<'_>, number: &Numeral) -> bool {
    end.peek() == Some('年') && number.digits == 4 && number.plain().is_some_and(|n| (1900..2100).contains(&n))
}

/// Whether a number of another unit of its kind follows a unit: the 2兩 after 1斤.
fn goes_below(input: Cursor<'_>, unit: &Unit) -> bool {
    let has_parts = matches!(unit.dimension(), Dimension::Mass | Dimension::Length | Dimension::Duration);
    let number = if has_parts && input.token().is_some_and(begins_a_number) { numeral::read(input).ok() } else { None };
    let part = number.and_then(|(rest, part)| unit_after(rest, &part).ok());
    part.is_some_and(|(_, read)| read.unit.dimension() == unit.dimension() && read.unit.symbol() != unit.symbol())
}

/// Whether the second end after a number of change is of its kind, not what became of it: 0.25至0.5個百分點, but not
/// 0.2至52.3.
pub(super) fn is_of_one_kind(input: Cursor<'_>, low: &Numeral) -> bool {
    let Ok((start, ())) = range_mark(input) else { return false };
    let Ok((rest, high)) = numeral::read(start) else { return false };
    let is_named = !matches!(input.skip_blanks().peek(), Some('至' | '到'));
    let near = || low.low.less(high.low) && high.low.less(low.low.shift(1));
    is_named || near() && unit_after(rest, &high).is_ok()
}

/// Whether the second end is so many times a number of thousands that it is what became of it: 減價130萬至1188萬元.
pub(super) fn is_level(input: Cursor<'_>, low: &Numeral) -> bool {
    const TIMES: u32 = 5;
    let to = matches!(input.skip_blanks().peek(), Some('至' | '到'));
    let Some((start, ())) = range_mark(input).ok().filter(|_| to) else { return false };
    let Ok((rest, high)) = numeral::read(start) else { return false };
    let is_money = || unit_after(rest, &high).is_ok_and(|(_, read)| read.unit.dimension() == Dimension::Currency);
    let is_far = low.low.times(TIMES).is_ok_and(|most| !high.low.less(most));
    high.spread == Spread::None && high.big >= 4 && !low.low.less(Exact::int(1000)) && is_far && is_money()
}

/// Whether the second end is at most twice the first and of the same unit: 下降4℃至6℃ is a range of what it fell by, 跌2元至
/// 71元 by and to.
pub(super) fn is_near(input: Cursor<'_>, low: &Numeral, unit: &UnitRead) -> bool {
    let Ok((start, ())) = range_mark(input) else { return false };
    let Ok((rest, high)) = numeral::read(start) else { return false };
    let is_same = || unit_after(rest, &high).is_ok_and(|(_, second)| second.unit.symbol() == unit.unit.symbol());
    // 產假延長7天至14天: doubled, it is what became of it
    let is_length = unit.unit.dimension() == Dimension::Duration;
    let is_twice =
        || low.low.times(2).is_ok_and(|twice| if is_length { high.low.less(twice) } else { !twice.less(high.low) });
    high.spread == Spread::None && low.low.less(high.low) && is_twice() && is_same()
}

/// How many of the first unit the second is, where it is a larger one of the same kind: 30分鐘至1小時.
fn larger_unit(first: &Unit, second: &Unit) -> Option<u32> {
    let is_measure = matches!(
        first.dimension(),
        Dimension::Duration | Dimension::Length | Dimension::Mass | Dimension::Area | Dimension::Volume
    );
    let is_plain =
        is_measure && first.dimension() == second.dimension() && first.per().is_none() && second.per().is_none();
    let (small, large) = first.factor().zip(second.factor()).filter(|_| is_plain)?;
    let (top, bottom) =
        (large.numerator().checked_mul(small.denominator())?, large.denominator().checked_mul(small.numerator())?);
    u32::try_from(top / bottom).ok().filter(|count| *count > 1 && top % bottom == 0)
}

/// Whether the units of both ends go together: the same, one after both, 0.5個至1個百分點.
fn is_same_unit(first: Option<&UnitRead>, second: Option<&UnitRead>) -> bool {
    match (first, second) {
        (Some(a), Some(b)) => {
            let (a, b) = (a.unit.symbol(), b.unit.symbol());
            a == b || a == "個" && b.starts_with('個') || matches!((a, b), ("分", "分鐘") | ("分鐘", "分"))
        }
        (first, _) => first.is_none(),
    }
}

/// Both ends with what they share; none where the second is not larger.
fn both_ends(
    input: Cursor<'_>,
    low: &Numeral,
    high: Numeral,
    units: [Option<&UnitRead>; 2],
    joint: Joint,
) -> Result<Option<(Numeral, Numeral)>, nom::Err<crate::grammar::terminal::Miss>> {
    let (mut low, mut high) = (*low, high);
    // 兩成半至三成五
    for (number, unit) in [&mut low, &mut high].into_iter().zip(units) {
        if let Some(extra) = unit.map(|read| read.extra).filter(|extra| !extra.is_zero()) {
            number.low = exact(input, number.low.plus(extra))?;
        }
    }
    if joint == Joint::Neighbours {
        // 十七、八萬: the tens are shared, and the scale is
        let power = high.low.normal().exponent;
        if Exact::TEN.less(low.low) {
            let tens = Exact::int(u128::from(low.plain().unwrap_or_default() / 10 * 10));
            high.low = exact(input, high.low.plus(tens.shift(power)))?;
        }
        low.low = low.low.shift(power);
    } else if units.first().is_some_and(Option::is_none) {
        if let Some(power) = shared_scale(&low, &high) {
            low.low = low.low.shift(power);
        }
    }
    // 零下3至5度: both below zero, where no degrees part them
    let is_below = low.negative && units.first().is_some_and(Option::is_none) && input.last(SIGNED).contains("零下");
    high.negative |= is_below && joint == Joint::Mark;
    // 零下3到零下5度 falls
    if low.negative && high.negative && low.low.less(high.low) && !high.odd {
        core::mem::swap(&mut low, &mut high);
    }
    let is_ordered = match (low.negative, high.negative) {
        (false, false) => low.low.less(high.low),
        (true, true) => high.low.less(low.low),
        (is_negative, _) => is_negative,
    };
    Ok(is_ordered.then_some((low, high)))
}

/// The ends of a range share a scale where the first is smaller than the second's coefficient: 3至5萬.
fn shared_scale(low: &Numeral, high: &Numeral) -> Option<i32> {
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

/// The quantity of both ends; `input` is after the second.
fn build<'t>(
    input: Cursor<'t>,
    before: &Prefix,
    low: &Numeral,
    high: &Numeral,
    unit: Option<UnitRead>,
) -> Read<'t, Expression> {
    let value = |n: &Numeral| exact(input, n.low.decimal(n.negative)).map(Value::from);
    let upper = if high.odd {
        let next = exact(input, high.low.plus(high.low.step()).and_then(|next| next.decimal(high.negative)))?;
        Bound::exclusive(Value::from(next))
    } else {
        Bound::inclusive(value(high)?)
    };
    let (rest, after) = trailing(input);
    let quantity = Quantity {
        lower: Some(Bound::inclusive(value(low)?)),
        upper: Some(upper),
        approx: before.approx.or(after.as_ref().map(|(approx, _)| *approx)).unwrap_or(Approx::Range),
        ..Quantity::default()
    };
    let marker = before.marker.clone().or(after.map(|(_, range)| range));
    Ok((rest, assemble(quantity, before, unit.map(|read| read.unit), marker, *low)))
}

/// The next ten after a number of so many tens and some: 十幾二十人, 十多二十個, 十來二十天 are ranges; after it.
pub(super) fn to_next_ten<'t>(input: Cursor<'t>, low: &mut Numeral) -> Cursor<'t> {
    let is_about = input.peek() == Some('来') && low.spread == Spread::None && low.low.normal().exponent > 0;
    let is_open = low.spread == Spread::Several && low.low.small().is_some_and(|n| n > 10) || low.odd || is_about;
    let start = if is_about { input.advance() } else { input };
    if !is_open
        || low.notation != Notation::Chinese
        || low.negative
        || start.token().is_none_or(|t| t.hanzi().is_none())
    {
        return input;
    }
    let Some((rest, high)) =
        numeral::read(start).ok().filter(|(_, n)| n.scaled() && n.spread == Spread::None && !n.odd)
    else {
        return input;
    };
    let next = if low.spread == Spread::Several { Ok(low.high) } else { low.low.plus(low.low.step()) };
    if !next.is_ok_and(|next| next.equals(high.low)) {
        return input;
    }
    *low = Numeral { low: low.low, high: high.low, spread: Spread::Adjacent, odd: false, ..high };
    rest
}

/// `1、2根`, 三、五百元, 十七、八歲: two neighbouring figures before one unit are a range. Where the second begins.
fn neighbours<'t>(input: Cursor<'t>, low: &Numeral) -> Option<Cursor<'t>> {
    let n = low.plain().filter(|n| *n < 10 || *n < 100 && n % 10 > 0 && low.notation == Notation::Chinese)?;
    let (start, _) = sign(&['、'], "、")(input).ok()?;
    let (rest, high) = numeral::read(start).ok()?;
    let unit = unit_after(rest, &high).ok();
    // 4、5兩日 are days as well
    if rest.peek() == Some('两') && matches!(rest.advance().peek(), Some('日' | '天')) {
        return None;
    }
    // 2、3日起 are days
    let is_day = |unit: &UnitRead, end| {
        unit.unit.is(Traits::DAY) && rest.skip_blanks().peek() == Some('日') && time::day_goes_on(end)
    };
    if unit.as_ref().is_some_and(|(end, unit)| is_day(unit, *end)) {
        return None;
    }
    // 損失二、三十萬。
    let ends = || rest.peek().is_none_or(|c| !c.is_alphanumeric() || c == '的') || trailing(rest).1.is_some();
    if unit.is_none() && !(n < 10 && high.stack > 0 && ends()) {
        return None;
    }
    let lead = high.low.normal();
    let is_next = lead.equals(Exact::int(u128::from(n % 10) + 1).shift(lead.exponent));
    // 三、五百人; 3、5名 are two numbers
    let is_apart = n % 10 == 3 && lead.equals(Exact::int(5).shift(lead.exponent));
    let is_scaled = high.stack > 0 || low.notation == Notation::Chinese && high.notation == Notation::Chinese;
    // 7、800人 are seven or eight hundred
    let is_round = lead.exponent >= 1 && n < 10;
    let is_same = high.notation == low.notation && (lead.exponent == 0 || is_round || is_scaled);
    let is_pair = is_next && (is_same || high.stack > 0) || is_apart && is_scaled;
    let is_whole = high.spread == Spread::None && !high.odd && unit.is_none_or(|(_, unit)| unit.extra.is_zero());
    (is_pair && is_whole && (n < 10 || lead.exponent == 0 || high.stack >= 4)).then_some(start)
}

/// The range from coins to a sum of a larger unit, or of a sum to another: 3毫至1元2毫, 5角至1元, 三元二至六元四. `input` is after the first end.
pub(super) fn of_coins<'t>(
    input: Cursor<'t>,
    before: &Prefix,
    low: &Numeral,
    unit: &Unit,
) -> Option<(Cursor<'t>, Expression)> {
    let small = unit.factor().filter(|_| unit.per().is_none())?;
    let (start, ()) = range_mark(input).ok().filter(|_| low.spread == Spread::None && !low.odd)?;
    let (rest, two) = super::expression(start, Context { prefixed: false, ..Context::TIMELESS }).ok()?;
    let Expression::Quantity(two) = two else { return None };
    let sum = two.quantity.unit.as_ref().filter(|sum| sum.is(Traits::LOCAL) == unit.is(Traits::LOCAL))?;
    let large = sum.factor().filter(|_| sum.dimension() == unit.dimension() && sum.code() == unit.code())?;
    let share = share(small, large)?;
    let from = low.low.scaled_by(share).ok()?.decimal(false).ok()?;
    let to =
        two.quantity.value.and_then(|value| value.as_decimal()).filter(|_| two.quantity.approx == Approx::Exact)?;
    if share > rust_decimal::Decimal::ONE || from >= to {
        return None;
    }
    let quantity = Quantity {
        lower: Some(Bound::inclusive(Value::from(from))),
        upper: Some(Bound::inclusive(Value::from(to))),
        approx: before.approx.unwrap_or(Approx::Range),
        ..Quantity::default()
    };
    Some((rest, assemble(quantity, before, Some(sum.clone()), before.marker.clone(), *low)))
}

/// The range of two numbers of which one at least names no single one: 幾百到幾千元, 數千至數萬元, 二三十到五六十元. `input` is
/// after the first.
pub(super) fn of_vague<'t>(
    input: Cursor<'t>,
    before: &Prefix,
    low: &Numeral,
    unit: Option<&UnitRead>,
) -> Option<(Cursor<'t>, Expression)> {
    let (start, ()) = range_mark(input).ok().filter(|_| !low.odd && !low.negative)?;
    let (end, high) = numeral::read(start).ok()?;
    let is_vague = low.spread != Spread::None || high.spread != Spread::None;
    // 三到幾萬: the scale may be of both
    let is_shared = unit.is_none() && !low.scaled() && high.scaled();
    if !is_vague || high.odd || high.negative || is_shared || !low.low.less(high.low) || !low.high.less(high.high) {
        return None;
    }
    let (end, second) = unit_after(end, &high).ok()?;
    if !is_same_unit(unit, Some(&second)) || !second.is_plain() {
        return None;
    }
    let last = Value::from(high.high.decimal(false).ok()?);
    let (rest, after) = trailing(end);
    let quantity = Quantity {
        lower: Some(Bound::inclusive(Value::from(low.low.decimal(false).ok()?))),
        upper: Some(Bound { value: last, inclusive: high.spread != Spread::Several }),
        approx: before.approx.or(after.as_ref().map(|(approx, _)| *approx)).unwrap_or(Approx::Range),
        ..Quantity::default()
    };
    let marker = before.marker.clone().or(after.map(|(_, range)| range));
    Some((rest, assemble(quantity, before, Some(second.unit), marker, *low)))
}

/// The other side of a quantity that is limited on one side: 三年以上七年以下, 大於10且小於20. `input` is after it.
pub(super) fn other_side<'t>(input: Cursor<'t>, found: &Measured) -> Option<(Cursor<'t>, Measured)> {
    let one = &found.quantity;
    if !matches!(one.approx, Approx::Over | Approx::AtLeast | Approx::Under | Approx::AtMost) {
        return None;
    }
    let start = input.skip_blanks();
    // 55歲以上至65歲
    let to = range_mark(start).ok().filter(|_| one.approx == Approx::AtLeast);
    let joined = word(any_of!["并且", "且", "并", "的同时", "、"])(start).map_or(start, |(rest, _)| rest);
    let joined = to.map_or(joined, |(rest, ())| rest);
    let (rest, mut second) = one_sided(joined.skip_blanks()).ok()?;
    let other = &mut second.quantity;
    if to.is_some() && other.approx == Approx::Exact {
        (other.approx, other.lower) = (Approx::AtMost, None);
    }
    let is_bare = one.unit.is_none() || other.unit.is_none();
    // 逾3萬人、近5萬人 are two
    let is_limit = matches!(other.approx, Approx::Over | Approx::AtLeast | Approx::Under | Approx::AtMost);
    let fits = is_limit && one.role == other.role && (one.unit == other.unit || is_bare);
    let (lower, upper) = (one.lower.or(other.lower)?, one.upper.or(other.upper)?);
    let is_opposite = one.lower.is_some() != other.lower.is_some() && one.upper.is_some() != other.upper.is_some();
    let is_ordered = lower.value.as_decimal()? < upper.value.as_decimal()?;
    if !(fits && is_opposite && is_ordered) {
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
    Some((rest, Measured { quantity, ..found.clone() }))
}
