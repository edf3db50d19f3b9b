//! Amounts in several units: 3分27秒95, 1小時30分, 5元6角, 二斤三兩.

use super::unit::UnitRead;
use super::{Expression, Prefix, at, finish, first};
use crate::chars::{arabic, chinese, is_digit, scale};
use crate::error::GrammarError;
use crate::grammar::exact::Exact;
use crate::grammar::numeral::{self, Notation, Numeral, Spread};
use crate::quantity::Value;
use crate::unit::{Dimension, Lexicon, Unit};

/// 3分27秒95, 1小時30分, 5元6角, 二斤三兩.
pub(super) fn compound(
    text: &str,
    p: &Prefix,
    numeral: &Numeral,
    end: usize,
    lexicon: &Lexicon,
) -> Result<Option<(Expression, usize)>, GrammarError> {
    if numeral.spread != Spread::None || numeral.odd {
        return Ok(None);
    }
    let seconds = clock_duration(text, numeral, end, lexicon)?;
    let (sum, unit, end) = match seconds {
        Some((sum, end)) => (sum, lexicon.get("秒").unwrap_or_else(|| Unit::new("秒", Dimension::Duration)), end),
        None => match parts(text, numeral, end, lexicon)? {
            Some(found) => found,
            None => return Ok(None),
        },
    };
    let read = UnitRead { unit, end, extra: Exact::ZERO, odd: false };
    let numeral = Numeral { low: sum, high: sum, ..*numeral };
    finish(text, p.clone(), numeral, Some(read), end)
}

/// The seconds of 3分27秒95; `None` where there is but one part.
fn clock_duration(
    text: &str,
    numeral: &Numeral,
    end: usize,
    lexicon: &Lexicon,
) -> Result<Option<(Exact, usize)>, GrammarError> {
    let words: &[(&str, u32)] = &[
        ("天", 86_400),
        // hours in 8天20時; alone they are a time of day
        ("时", 3600),
        ("时", 3600),
        ("小时", 3600),
        ("小时", 3600),
        ("个小时", 3600),
        ("个小时", 3600),
        ("分钟", 60),
        ("分钟", 60),
        ("分", 60),
        ("秒", 1),
    ];
    let mut sum = Exact::ZERO;
    let mut n = *numeral;
    let mut at_end = end;
    let mut last = u32::MAX;
    let mut count = 0;
    while let Some((word, seconds)) =
        words.iter().find(|(word, seconds)| at(text, at_end).starts_with(word) && *seconds < last)
    {
        let rest = at(text, at_end + word.len());
        sum = sum.plus(n.low.times(*seconds)?)?;
        at_end += word.len();
        last = *seconds;
        count += 1;
        if last == 1 {
            // hundredths behind the seconds
            let (digits, width) = leading_digits(rest);
            let ends = at(rest, width)
                .chars()
                .next()
                .is_none_or(|c| !matches!(c, '.' | '%' | '％' | ',') && scale(c).is_none());
            if (1..=3).contains(&digits) && ends && !n.point {
                let Some((hundredths, _)) = numeral::read(rest.get(..width).unwrap_or_default(), lexicon)? else {
                    break;
                };
                sum = sum.plus(hundredths.low.shift(-i32::try_from(digits).unwrap_or(0)))?;
                at_end += width;
                count += 1;
            }
            break;
        }
        // 1小時零5分
        let zero = rest.strip_prefix('零').unwrap_or(rest);
        let skipped = rest.len() - zero.len();
        let rest = zero;
        match numeral::read(rest, lexicon)? {
            Some((next, length))
                if next.spread == Spread::None
                    && !next.odd
                    && (next.digits > 0 || next.low.small().is_some_and(|n| n < 60)) =>
            {
                let follows = words.iter().any(|(word, seconds)| at(rest, length).starts_with(word) && *seconds < last);
                if !follows {
                    break;
                }
                at_end += skipped + length;
                n = next;
            }
            _ => break,
        }
    }
    Ok((count > 1).then_some((sum, at_end)))
}

/// How many digits a text starts with, and their length in bytes.
fn leading_digits(text: &str) -> (usize, usize) {
    let digits = text.chars().take_while(|c| is_digit(*c));
    digits.fold((0, 0), |(count, width), c| (count + 1, width + c.len_utf8()))
}

/// The sum of 5元6角 or 二斤三兩 in its first unit.
fn parts(
    text: &str,
    numeral: &Numeral,
    end: usize,
    lexicon: &Lexicon,
) -> Result<Option<(Exact, Unit, usize)>, GrammarError> {
    let Some((entry, length)) = lexicon.entry(at(text, end)) else { return Ok(None) };
    let acres = entry.symbol() == "畝";
    if !(acres || matches!(entry.dimension(), Dimension::Currency | Dimension::Mass | Dimension::Length)) {
        return Ok(None);
    }
    let unit = lexicon.unit(entry);
    let Some(factor) = unit.factor() else { return Ok(None) };
    let money = entry.dimension() == Dimension::Currency;
    let yuan = matches!(unit.symbol(), "元" | "角");
    let mut sum = numeral.low;
    let mut end = end + length;
    let mut found = false;
    let mut last = (factor.numerator(), factor.denominator());
    for _ in 0..2 {
        // 兩美元又三美分
        let rest = at(text, end);
        let (rest, end_of_word) = rest.strip_prefix('又').map_or((rest, end), |rest| (rest, end + '又'.len_utf8()));
        if !first(rest).is_some_and(|c| is_digit(c) || chinese(c).is_some()) {
            break;
        }
        let Some((next, length)) = numeral::read(rest, lexicon)? else { break };
        if next.digits == 0 || next.spread != Spread::None || next.odd {
            break;
        }
        let tail = at(rest, length);
        let cents = yuan && tail.starts_with('分');
        let (small, width) = if cents {
            let word = ["分钱", "分"].into_iter().find(|word| tail.starts_with(word)).unwrap_or("分");
            ((1, 100), word.len())
        } else if acres && tail.starts_with('分') {
            // 一畝三分地
            let word = ["分地", "分田", "分"].into_iter().find(|word| tail.starts_with(word)).unwrap_or("分");
            ((200, 3), word.len())
        } else {
            let Some((entry, width)) = lexicon.entry(tail).filter(|(e, _)| e.dimension() == unit.dimension()) else {
                break;
            };
            let small = lexicon.unit(entry);
            let same = small.code().is_some() && small.code() == unit.code();
            if money && !(same || yuan && entry.symbol() == "角") {
                break;
            }
            let Some(factor) = small.factor() else { break };
            ((factor.numerator(), factor.denominator()), width)
        };
        // the ratio of the two units, which must be a smaller unit and come out as a decimal
        let smaller = u128::from(small.0) * u128::from(last.1) < u128::from(last.0) * u128::from(small.1);
        let ratio = u64::try_from(u128::from(small.0) * u128::from(factor.denominator())).ok();
        let over = u64::try_from(u128::from(small.1) * u128::from(factor.numerator())).ok();
        let share =
            ratio.zip(over).and_then(|(a, b)| Value::ratio(i64::try_from(a).ok()?, b)).and_then(|v| v.as_decimal());
        let Some(share) = share.filter(|_| smaller) else { break };
        sum = sum.plus(next.low.scaled_by(share)?)?;
        last = small;
        end = end_of_word + length + width;
        found = true;
    }
    // 12塊5, 一元八角五
    let tenths = found && yuan && text.get(..end).is_some_and(|head| head.ends_with(['角', '毛']));
    let coins = tenths || !found && at(text, end - length.min(end)).starts_with(['块']);
    let digit = first(at(text, end)).and_then(|c| chinese(c).or_else(|| arabic(c)).map(|digit| (digit, c.len_utf8())));
    if let Some((digit, width)) = digit.filter(|(digit, _)| coins && *digit > 0 && *digit < 10) {
        let tail = at(text, end + width);
        let ends = first(tail).is_none_or(|c| !is_digit(c) && chinese(c).is_none() && scale(c).is_none() && c != '.');
        if ends && lexicon.entry(tail).is_none() {
            sum = sum.plus(Exact::tenths(digit).shift(if tenths { -1 } else { 0 }))?;
            end += width;
            found = true;
        }
    }
    // 1米85
    let (digits, width) = leading_digits(at(text, end));
    if !found && (1..=2).contains(&digits) && unit.symbol() == "米" && numeral.plain().is_some_and(|n| n < 100) {
        let ends =
            first(at(text, end + width)).is_none_or(|c| !c.is_ascii_alphanumeric() && c != '.' && scale(c).is_none());
        let no_unit = lexicon.entry(at(text, end + width)).is_none();
        if let Some((hundredths, _)) =
            numeral::read(text.get(end..end + width).unwrap_or_default(), lexicon)?.filter(|_| ends && no_unit)
        {
            sum = sum.plus(hundredths.low.shift(-i32::try_from(digits).unwrap_or(2)))?;
            end += width;
            found = true;
        }
    }
    // 一米七五
    if !found && unit.symbol() == "米" && numeral.digits == 1 && numeral.notation == Notation::Chinese {
        let tail = at(text, end);
        let hundredths = numeral::read(tail, lexicon)?
            .filter(|(n, _)| n.notation == Notation::Chinese && n.digits == 2 && !n.point && n.spread == Spread::None);
        if let Some((hundredths, length)) = hundredths.filter(|(_, length)| lexicon.entry(at(tail, *length)).is_none())
        {
            sum = sum.plus(hundredths.low.shift(-2))?;
            end += length;
            found = true;
        }
    }
    Ok(found.then_some((sum, unit, end)))
}
