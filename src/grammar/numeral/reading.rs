//! The reading of a numeral: term by term, as far as the terms fit together.

use core::ops::Range;
use nom::combinator::{opt, peek, verify};
use nom::sequence::preceded;

use nom::{Input, Parser};

use super::digits::{self, Coefficient, arabic, big, hanzi, neighbours, odd, point, several, several_tenths};
use super::regular::{plain, regular};
use super::sum::{Pair, Sum};
use super::{Numeral, Spread};
use crate::chars::{self, one_of};
use crate::general;
use crate::grammar::exact::Exact;
use crate::grammar::terminal::{Read, exact, miss, sign, token};
use crate::lexer::{Cursor, Token};
use crate::unit::{Dimension, Entry, Traits};

/// Where a term leaves a numeral.
enum Step {
    /// It may end here, or go on.
    Open,
    /// It goes on here or ends before: 兩個億.
    Between,
    /// It ends here.
    Closed,
}

// numeral = [sign] term {term} [odd]
pub(crate) fn numeral(input: Cursor<'_>) -> Read<'_, Numeral> {
    let text = input.rest();
    let may_begin = |c: char| chars::is_of_number(c) || matches!(c, '负' | '-' | '－' | '−');
    if !chars::at(text, 0).is_some_and(may_begin) {
        return miss(input, "a numeral");
    }
    if let Some((length, numeral)) = plain(text, |at| unit_begins(input.skip(at))) {
        return Ok((input.skip(length), numeral));
    }
    let (end, numeral) = match regular(text, |at| unit_begins(input.skip(at))) {
        Some((length, numeral)) => (input.skip(length), numeral),
        None => terms(input)?,
    };
    // 300萬四川人: the last digit begins a word
    let is_digit = end.before().is_some_and(|token| token.hanzi().is_some());
    // 二十一面國旗: a unit follows
    let is_counted = || end.unit().is_some_and(|(_, unit)| !unit.is_crossed());
    let is_price = || begins_price(end.advance()) == Some(end.at());
    let word = if is_digit && !is_price() { end.word_across() } else { None };
    let is_begun = |word: &Range<usize>| word.start > input.at() && tail_is_digits(input, word.start, end);
    let word = word.filter(|word| is_begun(word) && !is_counted()).map(|word| word.start);
    match word.or_else(|| begins_price(end)) {
        Some(start) => {
            let (rest, numeral) = terms(input.take(start - input.at()))?;
            Ok((input.skip(rest.at() - input.at()), numeral))
        }
        None => Ok((end, numeral)),
    }
}

/// Where 一 begins what a price is of, in place of a tail: 70萬一劑, 三千一晚; after a tail: 兩萬八一個月; not in 三萬一元.
fn begins_price(end: Cursor<'_>) -> Option<usize> {
    let start = end.back();
    let is_one = || start.peek() == Some('一');
    let is_scale = |token: Option<Token>| token.and_then(Token::scale).is_some_and(|power| power > 1);
    let is_tail = |token: Option<Token>| token.and_then(Token::hanzi).is_some_and(|n| n > 0);
    let after_scale = || is_scale(start.before()) || is_tail(start.before()) && is_scale(start.back().before());
    // 5.2萬一平, as people say a square metre
    let is_flat = || end.peek() == Some('平') && end.advance().peek().is_none_or(|c| !c.is_alphanumeric());
    let is_unit = || is_flat() || end.unit().is_some_and(|(unit, _)| unit.dimension() != Dimension::Currency);
    (is_one() && after_scale() && is_unit()).then(|| start.at())
}

/// Whether nothing but Chinese digits stands from a byte to the end of a numeral.
fn tail_is_digits(input: Cursor<'_>, start: usize, end: Cursor<'_>) -> bool {
    input.to(start).until(end).chars().all(|c| chars::chinese(c).is_some())
}

/// Whether digits without a scale begin here: the 5 of 破百5次, not that of 逾萬5千人.
fn is_count(input: Cursor<'_>) -> bool {
    let mut rest = input;
    while rest.token().and_then(Token::digit).is_some() {
        rest = rest.advance();
    }
    rest.at() > input.at() && rest.token().and_then(Token::scale).is_none()
}

/// The terms of a numeral and their sum.
pub(super) fn terms(input: Cursor<'_>) -> Read<'_, Numeral> {
    let (begin, is_negative) = opt(minus).map(|sign| sign.is_some()).parse(input)?;
    let mut sum = Sum::default();
    let (mut at, mut end) = (begin, begin);
    let mut before_blank = None;
    loop {
        // 破百5次: a scale without a digit ends before one of Arabic
        if sum.is_bare() && is_count(at) {
            break;
        }
        // only a blank may make two numbers of one
        let is_apart = before_blank.is_none() && at.at() > begin.at() && at.token().is_some_and(Token::is_blank);
        let kept = is_apart.then_some((end, sum));
        match term(at, &mut sum) {
            Ok((next, step)) => {
                before_blank = before_blank.or(kept);
                at = next;
                if !matches!(step, Step::Between) {
                    end = next;
                }
                if matches!(step, Step::Closed) {
                    break;
                }
            }
            Err(nom::Err::Error(_)) => break,
            Err(failure) => return Err(failure),
        }
    }
    // 3亿 5000万 200万: cells of a table, each a number
    let is_cell = || end.skip_blanks().at() > end.at() && end.skip_blanks().token().and_then(Token::digit).is_some();
    if let Some(cell) = before_blank.filter(|_| is_cell()) {
        (end, sum) = cell;
    }
    if end.at() == begin.at() {
        return miss(input, "a numeral");
    }
    let mut numeral = exact(input, sum.total())?;
    numeral.negative = is_negative && !(numeral.low.is_zero() && numeral.odd);
    // 負幾 has no bounds that words could give, but 零下十幾度 has
    let is_open = is_negative && numeral.spread == Spread::Several && !input.starts_with("零下");
    if is_open { miss(input, "a numeral") } else { Ok((end, numeral)) }
}

// minus = 零下 | 負 | "-", before a number
fn minus(input: Cursor<'_>) -> Read<'_, ()> {
    let word =
        input.starts_with("零下").then_some("零下".len()).or_else(|| input.starts_with("负").then_some("负".len()));
    let fits = |token: Token| token.digit().is_some() || token.c == '.';
    match word {
        Some(length) => {
            let rest = input.skip(length).skip_blanks();
            let number = token("a number", |t| {
                (fits(t) || t.hanzi().is_some() || t.scale() == Some(1) || t.c == '几').then_some(())
            });
            peek(number).parse(rest)
        }
        None => {
            let (rest, _) = sign(&['-', '−'], "a sign")(input)?;
            peek(token("a digit", |t| fits(t).then_some(()))).parse(rest)
        }
    }
}

// term = scale | 個 big | 個半 big | tens | coefficient
fn term<'t>(input: Cursor<'t>, sum: &mut Sum) -> Read<'t, Step> {
    let here = if sum.terms == 0 { input } else { input.skip_blanks() };
    match here.token() {
        None => miss(input, "a numeral"),
        Some(token) if token.scale().is_some() => scaled(here, token.scale().unwrap_or_default(), sum),
        Some(token) if sum.coefficient.is_some() || sum.terms > 0 && token.c == '个' => classified(here, sum),
        // digits: none after 余
        Some(_) if sum.numeral.odd => miss(input, "a scale"),
        Some(token) => {
            let is_apart = here.at() > input.at() && (token.digit().is_some() || sum.arabic_seen);
            let is_below = || is_counted_below(here, sum.last_scale) || is_printed_apart(input, here, sum.last_scale);
            let goes_on = || sum.last_scale > 0 && is_below();
            if is_apart && !goes_on() { miss(input, "a scale") } else { counted(here, sum) }
        }
    }
}

/// Whether digits and then a scale smaller than `power` stand here: the 5千 of 7萬 5千.
fn is_counted_below(input: Cursor<'_>, power: i32) -> bool {
    arabic(input).is_ok_and(|(rest, _)| digits::scale(rest).is_ok_and(|(_, small)| small < power))
}

/// Whether the rest of a number that is printed with blanks stands here, before its unit: the 3,456 of 12 萬 3,456 人.
fn is_printed_apart(end: Cursor<'_>, here: Cursor<'_>, power: i32) -> bool {
    let is_style = end.back().before().is_some_and(Token::is_blank);
    let is_whole = |(rest, c): (Cursor<'_>, Coefficient)| {
        let is_below = i32::from(c.digits) <= power && !c.has_point;
        let end = odd(rest).map_or(rest, |(rest, ())| rest);
        is_below && end.skip_blanks().unit().is_some_and(|(_, unit)| !unit.is_crossed())
    };
    is_style && arabic(here).is_ok_and(is_whole)
}

// scaled = scale [point] [odd [big]]
fn scaled<'t>(input: Cursor<'t>, power: i32, sum: &mut Sum) -> Read<'t, Step> {
    // 第90百分位
    let is_percentile = power == 2 && input.starts_with("百分位");
    if is_percentile || unit_begins(input) || !exact(input, sum.scale(power))? {
        return miss(input, "a scale that fits");
    }
    let rest = input.advance();
    if !sum.arabic_seen {
        if let (rest, Some(fraction)) = opt(point).parse(rest)? {
            exact(input, sum.point(fraction))?;
            return Ok((rest, Step::Open));
        }
        if let (rest, Some(())) = opt(several_tenths).parse(rest)? {
            exact(input, sum.several_tenths())?;
            return Ok((rest, Step::Open));
        }
    }
    after_odd(rest, sum)
}

/// What may follow a complete amount: 余 or 多, or 來 before 萬, and then a scale again: 20多萬.
fn after_odd<'t>(input: Cursor<'t>, sum: &mut Sum) -> Read<'t, Step> {
    let about = preceded(sign(&['来'], "来"), peek(big));
    if let Ok((rest, _)) = { about }.parse(input) {
        sum.numeral.about = true;
        return Ok((rest, Step::Between));
    }
    if let Some(rest) = few_over(input) {
        sum.numeral.odd = true;
        return Ok((rest, Step::Closed));
    }
    let Ok((rest, ())) = odd(input) else { return Ok((input, Step::Open)) };
    sum.numeral.odd = true;
    // 一百多個億
    let is_classified = || preceded(sign(&['个'], "个"), peek(big)).parse(rest).is_ok();
    let goes_on = big(rest).is_ok() && !unit_begins(rest.skip_blanks()) || is_classified();
    Ok((rest, if goes_on { Step::Open } else { Step::Closed }))
}

/// 零 between a scale and a unit, as Hong Kong says that it is some more: 二十零歲, 萬零蚊; not 二十|零件, and not 拾萬零元 of a
/// contract.
fn few_over(input: Cursor<'_>) -> Option<Cursor<'_>> {
    let (rest, _) = sign(&['零'], "零")(input).ok()?;
    let is_digit = rest.token().is_some_and(|token| token.hanzi().is_some() || one_of!("元件").contains(token.c));
    let is_scaled = input.before().is_some_and(|token| token.scale().is_some()) && !is_digit;
    let (_, after) =
        rest.unit().filter(|(unit, after)| is_scaled && !after.is_crossed() && !unit.is(Traits::PERCENT))?;
    general::get(input.until(after)).is_none().then_some(rest)
}

/// Whether the scale here is the size of what is counted by 個: 三個萬畝果園, 兩個億元項目, 五個億萬富翁; not of 兩個億元。
fn is_size(input: Cursor<'_>) -> bool {
    let after = input.skip_blanks().advance();
    // 兩個萬億
    let end = big(after).map_or(after, |(rest, _)| rest);
    let is_thing = |at: Cursor<'_>| {
        at.peek().is_some_and(|c| c.is_alphabetic() && !one_of!("的了以左上多余和与及或等还都就也").contains(c))
    };
    let is_named = |unit: Entry<'_>, rest: Cursor<'_>| match unit.dimension() {
        Dimension::Currency => unit.is(Traits::LOCAL) && is_thing(rest),
        Dimension::Other => end.peek() == Some('级'),
        Dimension::Duration => false,
        _ => is_thing(rest),
    };
    match end.unit() {
        Some((unit, rest)) => rest.peek() == Some('级') || is_named(unit, rest),
        None => end.at() > after.at() && is_thing(end),
    }
}

// classified = 個 big | 個半 big: 兩個億, 兩個半億, 上百個億
fn classified<'t>(input: Cursor<'t>, sum: &mut Sum) -> Read<'t, Step> {
    let (rest, _) = sign(&['个'], "个")(input)?;
    if let Ok((rest, _)) = preceded(sign(&['半'], "半"), peek(big)).parse(rest) {
        if sum.coefficient.is_some_and(|c| c.spread == Spread::None) {
            exact(input, sum.half())?;
            return Ok((rest, Step::Between));
        }
    }
    // 兩個多億
    if let Ok((rest, ())) = { odd }.parse(rest) {
        big(rest)?;
        sum.numeral.odd = true;
        return Ok((rest, Step::Between));
    }
    let (after, _) = big(rest)?;
    let is_number = |t: Token| t.digit().is_some() || t.hanzi().is_some();
    if after.token().is_some_and(is_number) || is_size(rest) {
        miss(input, "a scale")
    } else {
        Ok((rest, Step::Between))
    }
}

// counted = [零] arabic [several] | tens [odd [big]] | (several | hanzi) [point] [odd [big]]
fn counted<'t>(input: Cursor<'t>, sum: &mut Sum) -> Read<'t, Step> {
    // 二千零廿五
    let is_gap = sum.terms > 0 && matches!(input.peek(), Some('零' | '〇'));
    let input = if is_gap && contracted(input.advance()).is_some() { input.advance() } else { input };
    if let Some(tens) = contracted(input) {
        if !exact(input, sum.tens(tens))? {
            return miss(input, "a scale");
        }
        return after_odd(input.advance(), sum);
    }
    let (rest, coefficient) = coefficient(input, sum)?;
    if !sum.fits(&coefficient) {
        return miss(input, "a smaller number");
    }
    let (rest, coefficient) = match several_after(rest, &coefficient) {
        Ok(found) => found,
        Err(nom::Err::Error(_)) => (rest, coefficient),
        Err(failure) => return Err(failure),
    };
    let is_single = sum.terms == 0 && !coefficient.is_arabic && coefficient.digits <= 1;
    sum.digits(coefficient);
    let mut rest = rest;
    if !coefficient.is_arabic {
        if let (after, Some(fraction)) = opt(point).parse(rest)? {
            exact(input, sum.point(fraction))?;
            rest = after;
        } else if let (after, Some(())) = opt(several_tenths).parse(rest)? {
            exact(input, sum.several_tenths())?;
            return Ok((after, Step::Open));
        }
    }
    if is_single || coefficient.spread != Spread::None { Ok((rest, Step::Open)) } else { after_odd(rest, sum) }
}

fn contracted(input: Cursor<'_>) -> Option<u8> {
    input.peek().and_then(chars::contracted)
}

/// The coefficient at a place after what was read.
fn coefficient<'t>(input: Cursor<'t>, sum: &Sum) -> Read<'t, Coefficient> {
    let after = sum.last_scale;
    if after > 0 && input.advance().peek() == Some('、') {
        if let Ok(found) = neighbours(input, after) {
            return Ok(found);
        }
    }
    // 1千零20
    let gap = sign(&['零', '〇'], "零");
    if let (true, Ok((rest, _))) = (after > 0 && sum.arabic_seen, gap(input)) {
        // 3 萬零 500
        let rest = if input.back().before().is_some_and(Token::is_blank) { rest.skip_blanks() } else { rest };
        if rest.token().and_then(Token::digit).is_some() {
            return arabic.map(|c| Coefficient { is_zero_led: true, ..c }).parse(rest);
        }
    }
    // 一百零幾
    if let (true, Ok((rest, _))) = (after > 1, gap(input)) {
        if let Ok((rest, found)) = several_units(rest) {
            return Ok((rest, found));
        }
    }
    match input.token() {
        Some(token) if token.digit().is_some() || token.c == '.' && sum.terms == 0 => {
            let may_stand = sum.terms == 0 || after > 0 && token.c != '.';
            if may_stand { arabic(input) } else { miss(input, "a scale") }
        }
        _ if is_name(input) && (after == 0 || !is_after_financial(input)) => miss(input, "a numeral"),
        _ => several(input, after).or_else(|error| match error {
            nom::Err::Error(_) => tail_before_price(input, after).or_else(|_| hanzi(input, after)),
            failure => Err(failure),
        }),
    }
}

/// 幾 after a scale and 零: one and more, less than ten.
fn several_units(input: Cursor<'_>) -> Read<'_, Coefficient> {
    let (rest, _) = sign(&['几'], "几")(input)?;
    let pair = Pair { low: Exact::ONE, high: Exact::TEN };
    Ok((rest, Coefficient { pair, is_zero_led: true, spread: Spread::Several, ..Coefficient::default() }))
}

/// The one digit of a tail before 一 and what the price is of: the 八 of 兩萬八|一個月.
fn tail_before_price<'t>(input: Cursor<'t>, after: i32) -> Read<'t, Coefficient> {
    let end = input.advance();
    if after == 0 || begins_price(end.advance()) != Some(end.at()) {
        return miss(input, "a tail");
    }
    let (_, tail) = hanzi(input.take(end.at() - input.at()), after)?;
    Ok((end, tail))
}

/// Whether the numeral before is of financial writing, as far as its last two characters tell: 拾, 伍萬, not the 3萬 of 3萬參展商.
fn is_after_financial(input: Cursor<'_>) -> bool {
    let is_one = |at: Cursor<'_>| {
        at.before().is_some_and(|token| chars::is_financial(token.c) || matches!(token.c, '拾' | '佰' | '仟'))
    };
    is_one(input) || is_one(input.back())
}

/// Whether a financial digit here is none, as 陸 in 陸股 and 伍 in a name: what follows it is no part of an amount.
fn is_name(input: Cursor<'_>) -> bool {
    let Some(c) = input.peek().filter(|c| chars::is_financial(*c)) else { return false };
    let rest = input.advance();
    let Some(next) = rest.token().filter(|token| token.c.is_alphanumeric()) else {
        return matches!(c, '陆' | '伍' | '参');
    };
    let digit_follows = || rest.advance().token().and_then(Token::hanzi).is_some();
    match next.c {
        '元' | '圆' | '角' | '分' | '零' | '又' => false,
        '兆' | '点' | '年' | '月' => !digit_follows(),
        c => next.scale().is_none() && !chars::is_financial(c),
    }
}

// several = [好] 几 [small]: 10幾, 200幾十萬
fn several_after<'t>(input: Cursor<'t>, before: &Coefficient) -> Read<'t, Coefficient> {
    let is_round = before.is_arabic && !before.has_point && before.pair.low.normal().exponent >= 1;
    let (rest, _) = opt(sign(&['好'], "好")).parse(input)?;
    let (rest, _) = verify(sign(&['几'], "几"), |_| is_round).parse(rest)?;
    let is_unit = unit_begins(rest);
    let small = verify(token("a scale", Token::scale), |power| *power < 4 && !is_unit);
    let (rest, power) = opt(small).parse(rest)?;
    let power = power.unwrap_or(0);
    let low = exact(input, before.pair.low.plus(Exact::ONE.shift(power)))?;
    let high = exact(input, before.pair.low.plus(Exact::TEN.shift(power)))?;
    Ok((rest, Coefficient { pair: Pair { low, high }, spread: Spread::Several, ..*before }))
}

/// Whether a unit such as 千瓦 or 百帕 begins with the scale here. 數千年 are thousands of years.
pub(super) fn unit_begins(input: Cursor<'_>) -> bool {
    input.peek().is_some_and(|c| matches!(c, '千' | '百' | '兆'))
        && input
            .unit()
            .is_some_and(|(entry, rest)| rest.at() > input.advance().at() && entry.dimension() != Dimension::Duration)
}
