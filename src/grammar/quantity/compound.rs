//! Amounts in several units: 3分27秒95, 1小時30分, 5元6角, 二斤三兩, 1米85.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek};
use nom::sequence::terminated;
use rust_decimal::Decimal;

use super::amount::{assemble, finish, trailing};
use super::unit::UnitRead;
use super::{Expression, Prefix, range};
use crate::any_of::{WordSet, any_of};
use crate::chars::{arabic, chinese, one_of};
use crate::grammar::exact::Exact;
use crate::grammar::markers;
use crate::grammar::numeral::{self, Notation, Numeral, Spread};
use crate::grammar::terminal::{Maybe, Read, exact, maybe, miss, sign, token, word};
use crate::lexer::{Cursor, Token};
use crate::quantity::{Quantity, Value};
use crate::unit::{Dimension, Factor, Traits, Unit};

// compound = clock_duration | parts; `input` is after the first numeral
pub(super) fn compound<'t>(input: Cursor<'t>, before: &Prefix, first: &Numeral, moves: bool) -> Read<'t, Expression> {
    if first.spread != Spread::None || first.odd {
        return miss(input, "one number");
    }
    if let Some((rest, tenth)) = degree(input, first).or_else(|| ruler(input, first)) {
        let sum = exact(input, first.low.plus(tenth))?;
        let unit = input.unit().map(|(entry, _)| UnitRead::of(input.lexicon().unit(entry)));
        return finish(rest, before, Numeral { low: sum, high: sum, point: true, ..*first }, unit);
    }
    if let Some(found) = feet(input, before, first).or_else(|| range::of_years(input, before, first)) {
        return Ok(found);
    }
    let (rest, (sum, unit)) = match maybe(clock_duration(input, first))? {
        Some((rest, sum)) => {
            let second = || Unit::new("秒", Dimension::Duration);
            (rest, (sum, input.lexicon().get("秒").unwrap_or_else(second)))
        }
        None => parts(input, first)?,
    };
    // 一米八幾
    let is_more = unit.is(Traits::METRE) && rest.peek().is_some_and(|c| matches!(c, '几' | '多' | '余'));
    let rest = if is_more { rest.advance() } else { rest };
    let numeral = Numeral { low: sum, high: sum, odd: is_more, ..*first };
    // after a word of change what follows is what became of it
    let to_other = if moves { None } else { range::of_coins(rest, before, &numeral, &unit) };
    to_other.map_or_else(|| finish(rest, before, numeral, Some(UnitRead::of(unit))), Ok)
}

/// The tenth after degrees: 38度5, 三十八度五; not 23度5分 and 兩度5人.
fn degree<'t>(input: Cursor<'t>, first: &Numeral) -> Option<(Cursor<'t>, Exact)> {
    if input.peek() != Some('度') {
        return None;
    }
    let (_, after) = input.unit()?;
    let digit = after.peek().and_then(|c| chinese(c).or_else(|| arabic(c))).filter(|digit| *digit > 0)?;
    let rest = after.advance();
    let goes_on = |token: Token| {
        token.digit().is_some()
            || token.hanzi().is_some()
            || token.scale().is_some()
            || matches!(token.c, '.' | '分' | '%')
    };
    let is_plain = first.plain().is_some_and(|n| (10..100).contains(&n)) && !first.point;
    (is_plain && !rest.token().is_some_and(goes_on) && rest.unit().is_none() && !rest.is_crossed())
        .then(|| (rest, Exact::tenths(digit)))
}

// feet = numeral (呎 | 英尺) numeral (吋 | 英寸), the inches fewer than a foot has: 5呎10吋, in feet
fn feet<'t>(input: Cursor<'t>, before: &Prefix, first: &Numeral) -> Option<(Cursor<'t>, Expression)> {
    const INCHES: u32 = 12;
    let (rest, _) = word(any_of!["英尺", "英呎", "呎"])(input.skip_blanks()).ok()?;
    let (end, inches) = numeral::read(rest.skip_blanks()).ok()?;
    let (end, _) = word(any_of!["英寸", "英吋", "吋", "寸"])(end.skip_blanks()).ok()?;
    let (feet, part) = first.plain().zip(inches.plain()).filter(|(_, part)| *part < INCHES)?;
    let unit = input.skip_blanks().unit().map(|(entry, _)| input.lexicon().unit(entry))?;
    let value = Value::ratio(i64::from(feet) * i64::from(INCHES) + i64::from(part), u64::from(INCHES))?;
    let (rest, after) = trailing(end);
    let approx = before.approx.or(after.as_ref().map(|(approx, _)| *approx)).unwrap_or_default();
    let (lower, upper) = Quantity::limits(value, approx);
    let quantity = Quantity { value: Some(value), lower, upper, approx, ..Quantity::default() };
    let marker = before.marker.clone().or(after.map(|(_, range)| range));
    Some((rest, assemble(quantity, before, Some(unit), marker, *first)))
}

/// The steps of a duration in seconds. Hours may be 時 in 8天20時; alone they are a time of day.
const STEPS: [(&str, u32); 7] =
    [("天", 86_400), ("时", 3600), ("小时", 3600), ("个小时", 3600), ("分钟", 60), ("分", 60), ("秒", 1)];

/// The step here that is smaller than the last.
fn step(input: Cursor<'_>, last: u32) -> Option<(Cursor<'_>, u32)> {
    let found = STEPS.iter().find(|(word, seconds)| *seconds < last && input.starts_with(word))?;
    Some((input.skip(found.0.len()), found.1))
}

// clock_duration = numeral [blanks] step {[blanks] [零] numeral [blanks] step} [digits], in seconds
fn clock_duration<'t>(input: Cursor<'t>, first: &Numeral) -> Read<'t, Exact> {
    let input = input.skip_blanks();
    let (mut rest, mut n, mut sum) = (input, *first, Exact::ZERO);
    let (mut last, mut count) = (u32::MAX, 0);
    while let Some((after, seconds)) = step(rest, last) {
        let amount = exact(input, n.low.times(seconds))?;
        sum = exact(input, sum.plus(amount))?;
        (rest, last, count) = (after, seconds, count + 1);
        let next = if seconds > 1 { next_part(rest, last)? } else { None };
        let is_fraction = seconds == 1 && !n.point;
        if let Some((after, fraction)) = fraction_of_second(rest, &n, count > 1).filter(|_| is_fraction) {
            sum = exact(input, sum.plus(fraction))?;
            (rest, count) = (after, count + 1);
        }
        match next {
            Some((after, next)) => (rest, n) = (after, next),
            None => break,
        }
    }
    if count > 1 { Ok((rest, sum)) } else { miss(input, "a second unit") }
}

/// The number of the next, smaller step.
fn next_part(input: Cursor<'_>, last: u32) -> Maybe<'_, Numeral> {
    // 1小時零5分
    let input = input.skip_blanks();
    let start = sign(&['零'], "零")(input).map_or(input, |(rest, _)| rest);
    let Some((rest, next)) = maybe(numeral::read(start))? else { return Ok(None) };
    let rest = rest.skip_blanks();
    let is_part = next.spread == Spread::None
        && !next.odd
        && (next.digits > 0 || next.low.small().is_some_and(|n| n < 60))
        && step(rest, last).is_some();
    Ok(is_part.then_some((rest, next)))
}

/// The fraction after seconds: 27秒95, 27 秒 95, 十秒四五, 一分三十秒八; not of 十秒四人 and 每5秒1件.
fn fraction_of_second<'t>(input: Cursor<'t>, seconds: &Numeral, is_compound: bool) -> Option<(Cursor<'t>, Exact)> {
    // 55秒9|折返, 9秒85|只慢0.02秒
    const BEHIND: &WordSet = any_of!["折返", "只差", "只慢", "只快", "只比", "只逊"];
    let is_free = |(rest, _): &(Cursor<'_>, Exact)| rest.unit().is_none() || BEHIND.begins(rest.rest());
    if seconds.notation == Notation::Chinese {
        let mut rest = input;
        let mut fraction = Exact::ZERO;
        let mut power = 0;
        while let Some(digit) = rest.token().and_then(Token::hanzi).filter(|_| power < 3) {
            (rest, power) = (rest.advance(), power + 1);
            fraction = fraction.plus(Exact::int(u128::from(digit)).shift(-power)).ok()?;
        }
        let goes_on = rest.token().is_some_and(|next| next.scale().is_some() || next.hanzi().is_some());
        let is_long = power > 1 || power == 1 && is_compound;
        // 十秒三五|封王
        let is_counted = rest.unit().is_some_and(|(_, end)| !end.is_crossed());
        return Some((rest, fraction)).filter(|_| is_long && !goes_on && !is_counted);
    }
    hundredths(after_printed(input), 3).filter(is_free)
}

/// After the blank that follows a unit, where one stands before it as well: 1 米| 75.
pub(super) fn after_printed(input: Cursor<'_>) -> Cursor<'_> {
    let is_printed = input.back().before().is_some_and(Token::is_blank);
    if is_printed { input.skip_blanks() } else { input }
}

/// Digits that end here, as the fraction after a point: the 95 of 27秒95.
fn hundredths(input: Cursor<'_>, most: usize) -> Option<(Cursor<'_>, Exact)> {
    let (mut rest, mut value, mut count) = (input, 0u128, 0usize);
    while let Some(digit) = rest.token().and_then(Token::digit) {
        value = value * 10 + u128::from(digit);
        (rest, count) = (rest.advance(), count + 1);
        if count > most {
            return None;
        }
    }
    // 13秒68，無緣決賽
    let goes_on = |token: Token| match token.c {
        ',' => !token.is_wide && rest.advance().token().and_then(Token::digit).is_some(),
        c => matches!(c, '.' | '%') || token.scale().is_some(),
    };
    let power = i32::try_from(count).ok()?;
    (count > 0 && !rest.token().is_some_and(goes_on)).then_some((rest, Exact::int(value).shift(-power)))
}

// parts = numeral unit {[又 | 零] numeral smaller_unit} [digit], in the first unit
fn parts<'t>(input: Cursor<'t>, first: &Numeral) -> Read<'t, (Exact, Unit)> {
    let input = input.skip_blanks();
    let Some((entry, after)) = input.unit() else { return miss(input, "a unit") };
    let has_parts = matches!(entry.dimension(), Dimension::Currency | Dimension::Mass | Dimension::Length)
        || entry.is(Traits::ACRE);
    let unit = input.lexicon().unit(entry);
    let Some(whole) = unit.factor().filter(|_| has_parts) else { return miss(input, "a unit that has parts") };
    let (mut rest, mut sum, mut last) = (after, first.low, whole);
    for _ in 0..2 {
        let Some((after, (n, small))) = smaller(rest, &unit)? else { break };
        let Some(share) = share(small, whole).filter(|_| is_smaller(small, last)) else { break };
        let part = exact(input, n.scaled_by(share))?;
        sum = exact(input, sum.plus(part))?;
        (rest, last) = (after, small);
    }
    let has_found = rest.at() > after.at();
    let tail = match coin(input, rest, &unit, has_found) {
        Some(found) => Some(found),
        None if has_found => None,
        None => metre(rest, first, &unit)?,
    };
    let (rest, sum) = match tail {
        Some((after, part)) => (after, exact(input, sum.plus(part))?),
        None if has_found => (rest, sum),
        None => return miss(input, "a smaller unit"),
    };
    Ok((rest, (sum, unit)))
}

/// A number with a unit that may be a part of another, and the part's factor.
fn smaller<'t>(input: Cursor<'t>, unit: &Unit) -> Maybe<'t, (Exact, Factor)> {
    // 兩美元又三美分, 2令吉零5仙
    let is_digit = |next: Token| next.digit().is_some().then_some(());
    let joint = alt((sign(&['又'], "又"), terminated(sign(&['零'], "零"), peek(token("a digit", is_digit)))));
    let (start, _) = opt(joint).parse(input)?;
    if !start.token().is_some_and(|token| token.digit().is_some() || token.hanzi().is_some()) {
        return Ok(None);
    }
    let Some((rest, next)) = maybe(numeral::read(start))? else { return Ok(None) };
    if next.digits == 0 || next.spread != Spread::None || next.odd {
        return Ok(None);
    }
    let is_yuan = unit.is(Traits::LOCAL);
    // the tenth of 角 and of 畝
    let words: &[(&str, (u64, u64))] = match () {
        () if is_yuan => &[("分钱", (1, 100)), ("分", (1, 100))],
        () if unit.is(Traits::ACRE) => &[("分地", (200, 3)), ("分田", (200, 3)), ("分", (200, 3))],
        () => &[],
    };
    if let Some((word, (top, bottom))) = words.iter().find(|(word, _)| rest.starts_with(word)) {
        return Ok(Factor::new(*top, *bottom).map(|factor| (rest.skip(word.len()), (next.low, factor))));
    }
    let Some((entry, end)) = rest.unit().filter(|(entry, _)| entry.dimension() == unit.dimension()) else {
        return Ok(None);
    };
    let small = input.lexicon().unit(entry);
    // 仙 is of the ringgit in a paper of any region
    let is_sen = entry.is(Traits::LOCAL) && unit.code() == Some("MYR");
    // 五蚊六毫
    let is_sen = is_sen || unit.code() == Some("HKD") && rest.peek() == Some('毫');
    let is_same = is_sen || small.code().is_some() && small.code() == unit.code();
    if unit.dimension() == Dimension::Currency && !(is_same || is_yuan && entry.is(Traits::LOCAL)) {
        return Ok(None);
    }
    Ok(small.factor().map(|factor| (end, (next.low, factor))))
}

/// Whether a factor is smaller than another.
fn is_smaller(small: Factor, large: Factor) -> bool {
    let cross = |a: u64, b: u64| u128::from(a) * u128::from(b);
    cross(small.numerator(), large.denominator()) < cross(large.numerator(), small.denominator())
}

/// What share of a whole a part is, where a decimal equals it.
pub(super) fn share(part: Factor, whole: Factor) -> Option<Decimal> {
    let top = part.numerator().checked_mul(whole.denominator())?;
    let bottom = part.denominator().checked_mul(whole.numerator())?;
    Value::ratio(i64::try_from(top).ok()?, bottom)?.as_decimal()
}

/// The coins after money: 12塊5, 一元八角五.
fn coin<'t>(start: Cursor<'t>, input: Cursor<'t>, unit: &Unit, has_parts: bool) -> Option<(Cursor<'t>, Exact)> {
    let printed = start.until(input);
    let is_hundredth =
        has_parts && (unit.is(Traits::LOCAL) || unit.code() == Some("HKD")) && printed.ends_with(['角', '毛', '毫']);
    let ends = |rest: Cursor<'_>| rest.peek().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '%' | '-' | '/'));
    // 三元二|至六元四
    let leads = |rest: Cursor<'_>| {
        let end = range::range_mark(rest).ok().and_then(|(rest, ())| numeral::read(rest).ok());
        end.is_some_and(|(rest, _)| rest.peek() == Some('元'))
    };
    let ends = |rest: Cursor<'_>| ends(rest) || rest.starts_with("不等") || leads(rest);
    let is_tenth = !has_parts && (printed.starts_with(['块', '毛']) || printed == "元" && ends(input.advance()));
    let input = after_printed(input);
    let digit = input.peek().and_then(|c| chinese(c).or_else(|| arabic(c)))?;
    let rest = input.advance();
    let goes_on =
        |token: Token| token.digit().is_some() || token.hanzi().is_some() || token.scale().is_some() || token.c == '.';
    // 3塊5|一斤: the price of one
    let is_of_one =
        rest.peek() == Some('一') && rest.advance().unit().is_some_and(|(of, _)| of.dimension() == Dimension::Mass);
    let goes_on = rest.token().is_some_and(goes_on) && !is_of_one;
    if !(is_hundredth || is_tenth) || digit == 0 || goes_on || rest.unit().is_some() {
        return None;
    }
    Some((rest, Exact::tenths(digit).shift(if is_hundredth { -1 } else { 0 })))
}

/// The tenths or hundredths after metres: 1米85, 一米七五, 一米八.
fn metre<'t>(input: Cursor<'t>, first: &Numeral, unit: &Unit) -> Maybe<'t, Exact> {
    if !unit.is(Traits::METRE) {
        return Ok(None);
    }
    if first.plain().is_some_and(|n| n < 100) {
        let is_whole =
            |rest: Cursor<'_>| !rest.peek().is_some_and(|c| c.is_ascii_alphanumeric()) && rest.unit().is_none();
        if let Some(found) = hundredths(after_printed(input), 2).filter(|(rest, _)| is_whole(*rest)) {
            return Ok(Some(found));
        }
    }
    if first.digits != 1 || first.notation != Notation::Chinese {
        return Ok(None);
    }
    // 一米八
    let tenth = input.peek().and_then(chinese).filter(|n| *n > 0);
    let after = input.advance();
    if let Some(tenth) = tenth.filter(|_| ends_height(after)) {
        return Ok(Some((after, Exact::tenths(tenth))));
    }
    let found = maybe(numeral::read(input))?.filter(|(rest, n)| {
        n.notation == Notation::Chinese
            && n.digits == 2
            && !n.point
            && n.spread != Spread::Several
            && rest.unit().is_none()
    });
    Ok(found.and_then(|(rest, n)| match n.spread {
        Spread::None => Some((rest, n.low.shift(-2))),
        // 兩米三五: no range of metres
        _ => Some((rest, n.low.shift(-1).plus(n.high.shift(-2)).ok()?)),
    }))
}

/// Whether a height of metres and tenths ends here: 一米八的, 一米五出頭, 一米七左右.
fn ends_height(input: Cursor<'_>) -> bool {
    input.peek().is_none_or(|c| !c.is_alphanumeric() || one_of!("的高宽长深左以几多余").contains(c))
        || markers::after(input).is_ok()
}

/// The tenths after units of rulers, which have ten parts each: 兩尺三, 五丈三, 2尺4, 三尺二寸; not 一尺八分 and 兩尺三四.
fn ruler<'t>(input: Cursor<'t>, first: &Numeral) -> Option<(Cursor<'t>, Exact)> {
    let part = match input.peek()? {
        '尺' => '寸',
        '丈' => '尺',
        _ => return None,
    };
    let after = input.advance();
    let parse = if first.notation == Notation::Arabic { arabic } else { chinese };
    let digit = after.peek().and_then(parse).filter(|digit| *digit > 0)?;
    let rest = after.advance();
    let is_whole = input.unit().is_some_and(|(_, end)| end.at() == after.at()) && first.plain().is_some();
    if !is_whole {
        return None;
    }
    if rest.peek() == Some(part) && rest.advance().token().is_none_or(|token| token.digit().or(token.hanzi()).is_none())
    {
        return Some((rest.advance(), Exact::tenths(digit)));
    }
    (ends_height(rest) && !matches!(rest.peek(), Some('.' | '%'))).then(|| (rest, Exact::tenths(digit)))
}
