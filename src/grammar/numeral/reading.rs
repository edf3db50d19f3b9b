//! The one pass over a numeral: coefficients and scales, added up at the end.
//!
//! A coefficient waits for its scale; 十, 百 and 千 build a section, 萬, 億 and 兆 close it and stack above it.

use super::{Doubt, Notation, Numeral, Spread};
use crate::chars::{arabic, blanks, chinese, contracted, is_blank, is_digit, is_odd_mark, scale};
use crate::error::GrammarError;
use crate::grammar::exact::Exact;
use crate::unit::{Dimension, Lexicon};

/// Two ends at once; equal unless the numeral names two.
#[derive(Clone, Copy, Debug, Default)]
struct Pair {
    low: Exact,
    high: Exact,
}

/// Classifiers behind 三兩, which then means two or three: 三兩個, not the weight.
const COUNTED_LOOSELY: &str = "个个天年日人名位次句家件";

impl Pair {
    fn one(n: Exact) -> Self {
        Self { low: n, high: n }
    }

    fn plus(self, other: Self) -> Result<Self, GrammarError> {
        Ok(Self { low: self.low.plus(other.low)?, high: self.high.plus(other.high)? })
    }

    fn shift(self, power: i32) -> Self {
        Self { low: self.low.shift(power), high: self.high.shift(power) }
    }
}

/// A run of digits that waits for its scale.
#[derive(Clone, Copy, Debug)]
struct Coefficient {
    pair: Pair,
    spread: Spread,
    arabic: bool,
    /// Digits read, or 0 for 幾.
    digits: u8,
    /// Begins with 零.
    zero_led: bool,
    point: bool,
    /// Where it begins, to step back to.
    start: usize,
    wide_comma: bool,
}

/// The state of one reading.
struct Reading<'t> {
    text: &'t str,
    at: usize,
    levels: [(Pair, i32); 4],
    depth: usize,
    section: Pair,
    section_used: bool,
    last_small: i32,
    /// The power of the scale read last, 0 at the start.
    last_scale: i32,
    coefficient: Option<Coefficient>,
    numeral: Numeral,
    terms: u32,
    arabic_seen: bool,
    chinese_seen: bool,
}

impl<'t> Reading<'t> {
    fn peek(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// Reads digits with separators: `1,172.5`.
    fn arabic(&mut self) -> Result<Option<Coefficient>, GrammarError> {
        let start = self.at;
        let mut at = start;
        let mut number = Exact::ZERO;
        let mut digits: u32 = 0;
        let mut lead: u32 = 0;
        let mut grouped = false;
        let mut blanked = false;
        let mut wide_comma = false;
        let mut overflow = false;
        let mut push = |number: &mut Exact, digit: u8| match number
            .mantissa
            .checked_mul(10)
            .and_then(|m| m.checked_add(u128::from(digit)))
        {
            Some(mantissa) => number.mantissa = mantissa,
            None => overflow = true,
        };
        while let Some(c) = self.peek(at) {
            if let Some(digit) = arabic(c) {
                push(&mut number, digit);
                digits += 1;
                if !grouped {
                    lead += 1;
                }
                at += c.len_utf8();
            } else if matches!(c, ',' | '，')
                && (1..=3).contains(&lead)
                && !blanked
                && self.group_of_three(at + c.len_utf8())
            {
                grouped = true;
                wide_comma |= c == '，';
                at += c.len_utf8();
            } else if let Some(blank) =
                self.blank_in_thousands(at, blanked).filter(|_| (1..=3).contains(&lead) && (blanked || !grouped))
            {
                (grouped, blanked) = (true, true);
                at += blank;
            } else {
                break;
            }
        }
        let mut point = false;
        if let Some(c @ ('.' | '．')) = self.peek(at) {
            let mut inner = at + c.len_utf8();
            while let Some(digit) = self.peek(inner).and_then(arabic) {
                push(&mut number, digit);
                number.exponent -= 1;
                digits += 1;
                point = true;
                inner += self.peek(inner).map_or(0, char::len_utf8);
            }
            if point {
                at = inner;
                // 1.2.3 is a version or an address
                if self.peek(at) == Some('.') && self.peek(at + 1).and_then(arabic).is_some() {
                    return Ok(None);
                }
            }
        }
        if digits == 0 {
            return Ok(None);
        }
        if overflow {
            return Err(GrammarError::Overflow);
        }
        // 1.2E6
        if let Some((power, length)) = exponent(self.text.get(at..).unwrap_or_default()) {
            number.exponent += power;
            point = true;
            at += length;
        }
        if number.mantissa == 0 {
            number.exponent = 0;
        }
        self.at = at;
        Ok(Some(Coefficient {
            pair: Pair::one(number),
            spread: Spread::None,
            arabic: true,
            digits: u8::try_from(digits).unwrap_or(u8::MAX),
            zero_led: false,
            point,
            start,
            wide_comma,
        }))
    }

    /// Where 余 or 多 at the cursor ends, with the blanks before it.
    fn odd_mark(&self, lexicon: &Lexicon) -> Option<usize> {
        let skip = blanks(self.text.get(self.at..)?);
        let mark = self.peek(self.at + skip).filter(|c| is_odd_mark(*c))?;
        let next = self.at + skip + mark.len_utf8();
        // behind a blank a name may begin with 余
        let counted =
            || self.scale_at(next).is_some() || lexicon.entry(self.text.get(next..).unwrap_or_default()).is_some();
        (skip == 0 || mark == '余' || counted()).then_some(next)
    }

    /// The scale at a place or behind the blanks there: where it begins, and its power.
    fn scale_at(&self, at: usize) -> Option<(usize, i32)> {
        let at = at + blanks(self.text.get(at..)?);
        Some((at, self.peek(at).and_then(scale)?))
    }

    /// The length of a blank at `at` that parts thousands: one that does not break a line (12\u{A0}345), or any before a
    /// group that begins with 0 or that another follows (3 000, 12 345 678).
    fn blank_in_thousands(&self, at: usize, blanked: bool) -> Option<usize> {
        let blank = self.peek(at).filter(|c| is_blank(*c))?;
        let group = at + blank.len_utf8();
        let tied = matches!(blank, '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}');
        let next = group + self.text.get(group..)?.chars().take(3).map(char::len_utf8).sum::<usize>();
        let goes_on = || self.peek(next) == Some(blank) && self.group_of_three(next + blank.len_utf8());
        let parts = blanked || tied || self.peek(group).and_then(arabic) == Some(0) || goes_on();
        (self.group_of_three(group) && parts).then_some(blank.len_utf8())
    }

    /// Whether exactly three digits stand at `at`.
    fn group_of_three(&self, at: usize) -> bool {
        let mut chars = self.text.get(at..).unwrap_or_default().chars();
        let three = chars.by_ref().take(3).filter(|c| is_digit(*c)).count() == 3;
        three && chars.next().is_none_or(|c| !is_digit(c))
    }

    /// Reads Chinese digits: 三, 零五, 二〇二三, 兩三, 幾.
    fn chinese(&mut self, after_scale: bool) -> Result<Option<Coefficient>, GrammarError> {
        let start = self.at;
        let Some(first) = self.peek(start) else { return Ok(None) };
        let mut coefficient = Coefficient {
            pair: Pair::default(),
            spread: Spread::None,
            arabic: false,
            digits: 0,
            zero_led: false,
            point: false,
            start,
            wide_comma: false,
        };
        if matches!(first, '几' | '数') {
            let next = self.peek(start + first.len_utf8());
            let scale_follows = next.and_then(scale).is_some();
            let tens_before = after_scale && self.last_scale >= 1;
            let other_word = next.is_some_and(|c| "字据量目额码组列学值控".contains(c));
            if matches!(first, '数') && !scale_follows && after_scale && (other_word || !tens_before) {
                return Ok(None);
            }
            self.at = start + first.len_utf8();
            // 十幾, 三千幾: up to the next of the scale before
            let open = tens_before && !scale_follows;
            let high = if open { Exact::int(1).shift(self.last_scale) } else { Exact::int(10) };
            coefficient.pair = Pair { low: Exact::int(if tens_before { 1 } else { 2 }), high };
            coefficient.spread = Spread::Several;
            return Ok(Some(coefficient));
        }
        let mut at = start;
        let mut digits = [0u8; 2];
        let mut count: usize = 0;
        let mut value = Exact::ZERO;
        let mut significant = 0usize;
        while let Some(c) = self.peek(at) {
            let Some(digit) = chinese(c) else { break };
            let next = self.peek(at + c.len_utf8());
            // 兩 is a digit only before a scale, at the start, or beside another digit; else it is the unit
            if matches!(c, '两') && after_scale && count == 0 && next.and_then(scale).is_none() {
                break;
            }
            if matches!(c, '俩' | '仨') && count > 0 {
                break;
            }
            // 九兩 is a weight, 一兩個 a range
            if matches!(c, '两')
                && count > 0
                // 三年零兩個月
                && (count > 1 || significant > 0)
                && next.and_then(scale).is_none()
                && !(count == 1 && significant == 1 && digits.first() == Some(&1))
                && !(count == 1 && digits.first() == Some(&3) && next.is_some_and(|c| COUNTED_LOOSELY.contains(c)))
            {
                break;
            }
            value.mantissa = value
                .mantissa
                .checked_mul(10)
                .and_then(|m| m.checked_add(u128::from(digit)))
                .ok_or(GrammarError::Overflow)?;
            if significant > 0 || digit != 0 {
                if let Some(slot) = digits.get_mut(significant) {
                    *slot = digit;
                }
                significant += 1;
            }
            count += 1;
            at += c.len_utf8();
        }
        if count == 0 {
            return Ok(None);
        }
        self.at = at;
        coefficient.zero_led = significant < count && count > 1 || (count == 1 && significant == 0);
        coefficient.digits = u8::try_from(count).unwrap_or(u8::MAX);
        coefficient.pair = Pair::one(value);
        let [a, b] = digits;
        let neighbours = significant == 2 && count == 2 && (b == a + 1 || (a, b) == (3, 5)) && a > 0;
        // 三兩個: two or three
        let turned = count == 2 && (a, b) == (3, 2) && self.text.get(..at).is_some_and(|t| t.ends_with(['两']));
        if neighbours || turned {
            let (low, high) = if turned { (b, a) } else { (a, b) };
            coefficient.pair = Pair { low: Exact::int(u128::from(low)), high: Exact::int(u128::from(high)) };
            coefficient.spread = Spread::Adjacent;
        }
        Ok(Some(coefficient))
    }

    /// Reads 點 and Chinese digits behind a Chinese number: 三點五.
    fn chinese_point(&mut self) -> Result<(), GrammarError> {
        let Some(c @ '点') = self.peek(self.at + blanks(self.text.get(self.at..).unwrap_or_default())) else {
            return Ok(());
        };
        let lead = blanks(self.text.get(self.at..).unwrap_or_default());
        let mut at = self.at + lead + c.len_utf8();
        at += blanks(self.text.get(at..).unwrap_or_default());
        let mut fraction = Exact::ZERO;
        let mut count = 0;
        while let Some(c) = self.peek(at) {
            let digit = match chinese(c) {
                Some(digit) if !matches!(c, '两' | '俩' | '仨') => digit,
                _ => break,
            };
            fraction.mantissa = fraction
                .mantissa
                .checked_mul(10)
                .and_then(|m| m.checked_add(u128::from(digit)))
                .ok_or(GrammarError::Overflow)?;
            fraction.exponent -= 1;
            count += 1;
            at += c.len_utf8();
        }
        // 三點十五分 and 三點五分 are times of day
        let minutes = self.peek(at) == Some('分') && !matches!(self.peek(at + '分'.len_utf8()), Some('钟'));
        if count == 0 || minutes || matches!(self.peek(at), Some('十' | '刻')) {
            return Ok(());
        }
        if fraction.mantissa == 0 {
            fraction.exponent = 0;
        }
        let base = match self.coefficient.take() {
            Some(coefficient) => self.section.plus(coefficient.pair)?,
            None => self.section,
        };
        let pair = base.plus(Pair::one(fraction))?;
        self.section = Pair::default();
        self.section_used = false;
        self.last_small = 0;
        self.numeral.point = true;
        self.at = at;
        self.coefficient = Some(Coefficient {
            pair,
            spread: self.numeral.spread,
            arabic: false,
            digits: 2,
            zero_led: false,
            point: true,
            start: at,
            wide_comma: false,
        });
        Ok(())
    }

    fn section_used_or_leveled(&self) -> bool {
        self.section_used || self.depth > 0
    }

    /// Takes a scale of `power`; false where it does not fit and the numeral ends before it.
    fn take_scale(&mut self, power: i32) -> Result<bool, GrammarError> {
        // 零十二, 零百一十: the scale stands for one
        let coefficient =
            self.coefficient.take().filter(|c| !(c.zero_led && c.pair.low.is_zero() && self.section_used_or_leveled()));
        if let Some(c) = coefficient {
            // 二五十 is no number; 二五萬 is 25萬
            if power < 4 && !c.arabic && c.digits > 1 && !c.zero_led && !c.point && c.spread == Spread::None {
                self.coefficient = coefficient;
                return Ok(false);
            }
            if c.spread != Spread::None {
                self.numeral.spread = c.spread;
            }
        }
        if power < 4 {
            if self.section_used && power >= self.last_small {
                self.coefficient = coefficient;
                return Ok(false);
            }
            let amount = match coefficient {
                Some(c) => c.pair,
                // 一百十一, 一萬零百: the scale stands for one
                None if self.terms == 0 || power < self.last_scale => Pair::one(Exact::int(1)),
                None => return Ok(false),
            };
            self.section = self.section.plus(amount.shift(power))?;
            self.section_used = true;
            self.last_small = power;
        } else {
            let pending = coefficient.is_some() || self.section_used;
            let mut sum = self.section;
            if let Some(c) = coefficient {
                sum = sum.plus(c.pair)?;
            }
            while self.depth > 0 {
                let Some(&(level, exponent)) = self.levels.get(self.depth - 1) else { break };
                // 萬萬: the same scale again, with nothing between
                if exponent < power || (exponent == power && !pending) {
                    sum = sum.plus(level)?;
                    self.depth -= 1;
                } else {
                    break;
                }
            }
            let top = self.depth.checked_sub(1).and_then(|i| self.levels.get(i));
            if top.is_some_and(|&(_, exponent)| exponent <= power) {
                self.coefficient = coefficient;
                return Ok(false);
            }
            if self.terms == 0 {
                sum = Pair::one(Exact::int(1));
            }
            if let Some(slot) = self.levels.get_mut(self.depth) {
                *slot = (sum.shift(power), power);
                // no number of news is that large: end before the powers run away
                if sum.low.exponent > 40 || sum.high.exponent > 40 {
                    return Err(GrammarError::Overflow);
                }
                self.depth += 1;
            }
            self.section = Pair::default();
            self.section_used = false;
            self.last_small = 0;
        }
        self.last_scale = power;
        Ok(true)
    }
}

/// The power of ten behind `E` in scientific notation, and its length.
fn exponent(text: &str) -> Option<(i32, usize)> {
    let rest = text.strip_prefix(['E', 'e'])?;
    let (sign, digits) = match rest.strip_prefix(['-', '+']) {
        Some(digits) => (if rest.starts_with('-') { -1 } else { 1 }, digits),
        None => (1, rest),
    };
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    let ends = digits.as_bytes().get(count).is_none_or(|b| !b.is_ascii_alphanumeric());
    let power: i32 = digits.get(..count)?.parse().ok().filter(|_| ends && (1..=2).contains(&count))?;
    Some((sign * power, text.len() - digits.len() + count))
}

fn before_is_financial(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|head| head.chars().next_back()).is_some_and(|c| "陆伍参肆".contains(c))
}

/// Whether digits and then a scale smaller than `power` begin a text: the 5千 of 7萬 5千.
fn scale_behind_digits(text: &str, power: i32) -> bool {
    let behind = text.trim_start_matches(is_digit);
    let next = behind.get(blanks(behind)..).and_then(|rest| rest.chars().next());
    behind.len() < text.len() && next.and_then(scale).is_some_and(|small| small < power)
}

/// Whether a unit such as 千瓦 or 百帕 begins with the scale at the start of `text`.
fn unit_begins(text: &str, c: char, lexicon: &Lexicon) -> bool {
    matches!(c, '千' | '百' | '兆')
        && lexicon.entry(text).is_some_and(|(entry, length)| {
            // 數千年 are thousands of years
            length > c.len_utf8() && entry.dimension() != Dimension::Duration
        })
}

/// Reads a number of ASCII digits that no scale, comma or 餘 follows, as most are.
fn plain_digits(text: &str) -> Option<(Numeral, usize)> {
    let bytes = text.as_bytes();
    let mut mantissa: u64 = 0;
    let mut at = 0;
    let mut point = None;
    loop {
        match bytes.get(at) {
            Some(b @ b'0'..=b'9') => mantissa = mantissa * 10 + u64::from(b - b'0'),
            Some(b'.') if at > 0 && point.is_none() && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => {
                point = Some(at)
            }
            _ => break,
        }
        at += 1;
        if at > 16 {
            return None;
        }
    }
    if at == 0 {
        return None;
    }
    let next = text.get(at..)?.chars().next();
    let goes_on = |c: char| {
        is_blank(c)
            || is_odd_mark(c)
            || scale(c).is_some()
            || is_digit(c)
            || matches!(c, ',' | '，' | '.' | '．' | '几' | '个' | 'E' | 'e')
    };
    if next.is_some_and(goes_on) {
        return None;
    }
    let fraction = point.map_or(0, |point| at - point - 1);
    let low = Exact {
        mantissa: u128::from(mantissa),
        exponent: if mantissa == 0 { 0 } else { -i32::try_from(fraction).ok()? },
    };
    let digits = u8::try_from(at - usize::from(point.is_some())).ok()?;
    Some((Numeral { low, high: low, digits, point: point.is_some(), ..Numeral::default() }, at))
}

/// Reads the numeral at the start of a text: its length, or `None` where there is none.
pub(crate) fn read(text: &str, lexicon: &Lexicon) -> Result<Option<(Numeral, usize)>, GrammarError> {
    if let Some(found) = plain_digits(text) {
        return Ok(Some(found));
    }
    let mut r = Reading {
        text,
        at: 0,
        levels: [(Pair::default(), 0); 4],
        depth: 0,
        section: Pair::default(),
        section_used: false,
        last_small: 0,
        last_scale: 0,
        coefficient: None,
        numeral: Numeral::default(),
        terms: 0,
        arabic_seen: false,
        chinese_seen: false,
    };
    r.at = sign(text, &mut r.numeral);
    let begin = r.at;
    let mut end = begin;
    // the power of all scales behind a single coefficient
    let mut stack = 0;
    let mut coefficients = 0u32;
    loop {
        let after_scale = r.last_scale > 0;
        let blank = if r.terms == 0 { 0 } else { blanks(text.get(r.at..).unwrap_or_default()) };
        let here = r.at + blank;
        let Some(c) = r.peek(here) else { break };
        if let Some(power) = scale(c) {
            if r.numeral.spread == Spread::None && r.coefficient.is_none() && r.terms > 0 && r.last_scale == 0 {
                break;
            }
            if unit_begins(text.get(here..).unwrap_or_default(), c, lexicon) {
                break;
            }
            // 陸兆 is a name
            if c == '兆' && before_is_financial(text, here) {
                break;
            }
            let first = r.terms == 0;
            let waiting = r.coefficient;
            if !r.take_scale(power)? {
                break;
            }
            r.numeral.bare_scale |= first && power != 1;
            r.chinese_seen = true;
            stack += power;
            if waiting.is_none() && !first && coefficients > 1 {
                stack = 0;
            }
            r.terms += 1;
            r.at = here + c.len_utf8();
            end = r.at;
            r.numeral.big = if power >= 4 { r.numeral.big + power } else { 0 };
            // 一百二十點五
            if !r.arabic_seen {
                r.chinese_point()?;
                end = r.at;
                if r.coefficient.is_some() {
                    stack = 0;
                    continue;
                }
            }
            // 余 and 多 inside: 20多萬
            if let Some(next) = r.odd_mark(lexicon) {
                r.numeral.odd = true;
                end = next;
                let Some((next, _)) = r.scale_at(next).filter(|(_, power)| *power >= 4) else { break };
                r.at = next;
            }
            continue;
        }
        // 兩個億
        if matches!(c, '个')
            && r.coefficient.is_some()
            && r.peek(here + c.len_utf8()).and_then(scale).is_some_and(|power| power >= 4)
        {
            let next = r.peek(here + 2 * c.len_utf8());
            if !next.is_some_and(|c| chinese(c).is_some() || is_digit(c)) {
                r.at = here + c.len_utf8();
                continue;
            }
        }
        // 兩個半億
        if let Some(coefficient) = r.coefficient.as_mut().filter(|c| c.spread == Spread::None) {
            let half = text.get(here..).and_then(|rest| rest.strip_prefix(['个'])?.strip_prefix('半'));
            if half.is_some_and(|rest| rest.chars().next().and_then(scale).is_some_and(|power| power >= 4)) {
                coefficient.pair = coefficient.pair.plus(Pair::one(Exact::HALF))?;
                coefficient.point = true;
                r.numeral.point = true;
                r.at = here + c.len_utf8() + '半'.len_utf8();
                continue;
            }
        }
        // digits: not twice in a row, and none behind 余
        if r.coefficient.is_some() || r.numeral.odd {
            break;
        }
        if blank > 0
            && (is_digit(c) || r.arabic_seen)
            && !(after_scale && scale_behind_digits(text.get(here..).unwrap_or_default(), r.last_scale))
        {
            break;
        }
        // 1千零20
        let zero = matches!(c, '零' | '〇') && after_scale && r.arabic_seen;
        let (here, c) = match r.peek(here + c.len_utf8()).filter(|next| zero && arabic(*next).is_some()) {
            Some(next) => (here + c.len_utf8(), next),
            None => (here, c),
        };
        r.at = here;
        let read = if is_digit(c) || (matches!(c, '.' | '．') && r.terms == 0) {
            if r.terms > 0 && (!after_scale || c == '.') {
                break;
            }
            r.arabic()?
        } else if let Some(tens) = contracted(c) {
            if r.section_used && r.last_small <= 1 {
                break;
            }
            r.section = r.section.plus(Pair::one(Exact::int(u128::from(tens) * 10)))?;
            r.section_used = true;
            r.last_small = 1;
            r.last_scale = 1;
            r.chinese_seen = true;
            r.terms += 1;
            coefficients += 2;
            r.at += c.len_utf8();
            end = r.at;
            // 卅多人, 廿多萬
            if let Some(next) = r.odd_mark(lexicon) {
                r.numeral.odd = true;
                end = next;
                let Some((next, _)) = r.scale_at(next).filter(|(_, power)| *power >= 4) else { break };
                r.at = next;
            }
            continue;
        } else {
            r.chinese(after_scale)?
        };
        let Some(coefficient) = read else {
            r.at = end;
            break;
        };
        // 3萬50000: the tail must be smaller than the scale before it
        if coefficient.arabic && after_scale && i32::from(coefficient.digits) > r.last_scale && !coefficient.point {
            break;
        }
        // a point belongs before the first scale
        if coefficient.point && after_scale {
            let whole = !Exact::int(1).shift(r.last_scale).less(coefficient.pair.low);
            if !whole || r.last_scale < 4 {
                break;
            }
        }
        // 三千二五: no number
        if !coefficient.arabic
            && after_scale
            && coefficient.digits > 1
            && coefficient.spread == Spread::None
            && !coefficient.zero_led
        {
            break;
        }
        r.arabic_seen |= coefficient.arabic;
        r.chinese_seen |= !coefficient.arabic;
        r.numeral.point |= coefficient.point;
        if coefficient.wide_comma {
            r.numeral.doubt = Some(Doubt::WideComma);
        }
        r.coefficient = Some(coefficient);
        coefficients += 1;
        if coefficients > 1 {
            stack = 0;
        }
        r.terms += 1;
        end = r.at;
        let several_after = r.peek(r.at).filter(|c| matches!(c, '几'));
        if let Some(c) = several_after {
            // 10幾, 200幾十萬
            if coefficient.arabic && coefficient.pair.low.normal().exponent >= 1 && !coefficient.point {
                let mut at = r.at + c.len_utf8();
                let small = r.peek(at).and_then(scale).filter(|power| *power < 4);
                if let Some(power) = small {
                    at += r.peek(at).map_or(0, char::len_utf8);
                    r.chinese_seen = power > 0;
                }
                let power = small.unwrap_or(0);
                let low = coefficient.pair.low.plus(Exact::int(1).shift(power))?;
                let high = coefficient.pair.low.plus(Exact::int(10).shift(power))?;
                r.coefficient =
                    Some(Coefficient { pair: Pair { low, high }, spread: Spread::Several, start: at, ..coefficient });
                r.at = at;
                end = at;
            }
        }
        if !coefficient.arabic && r.coefficient.is_some() {
            r.chinese_point()?;
            end = r.at;
        }
        let single = r.terms == 1 && !coefficient.arabic && coefficient.digits <= 1;
        if let Some(next) = r.odd_mark(lexicon).filter(|_| !single && coefficient.spread == Spread::None) {
            r.numeral.odd = true;
            end = next;
            let Some((next, _)) = r.scale_at(next).filter(|(at, _)| {
                let rest = text.get(*at..).unwrap_or_default();
                !rest.chars().next().is_some_and(|c| unit_begins(rest, c, lexicon))
            }) else {
                break;
            };
            r.at = next;
        }
    }
    finish(r, begin, end, stack, coefficients)
}

/// The sign at the start of a numeral: its length.
fn sign(text: &str, numeral: &mut Numeral) -> usize {
    for word in ["零下", "负", "-", "−", "－"] {
        if let Some(rest) = text.strip_prefix(word) {
            let skip = blanks(rest);
            let next = rest.get(skip..).unwrap_or_default().chars().next();
            let digits_only = matches!(word, "-" | "−" | "－");
            let fits = next.is_some_and(|c| {
                is_digit(c) || c == '.' || (!digits_only && (chinese(c).is_some() || scale(c) == Some(1)))
            });
            if fits && (skip == 0 || !digits_only) {
                numeral.negative = true;
                return word.len() + skip;
            }
        }
    }
    0
}

/// Adds up what was read.
fn finish(
    mut r: Reading<'_>,
    begin: usize,
    mut end: usize,
    stack: i32,
    coefficients: u32,
) -> Result<Option<(Numeral, usize)>, GrammarError> {
    if r.terms == 0 || end == begin {
        return Ok(None);
    }
    // 負幾 has no bounds that words could give
    let several = r.coefficient.is_some_and(|c| c.spread == Spread::Several) || r.numeral.spread == Spread::Several;
    if r.numeral.negative && several {
        return Ok(None);
    }
    let mut total = r.section;
    if let Some(c) = r.coefficient {
        let elided = r.last_scale >= 2
            && !c.zero_led
            && !r.numeral.odd
            && !c.point
            && c.spread != Spread::Several
            && (c.digits == 1 || c.spread == Spread::Adjacent)
            && (!c.arabic || r.last_scale >= 3);
        let pair = if elided { c.pair.shift(r.last_scale - 1) } else { c.pair };
        if elided && c.arabic {
            r.numeral.doubt = Some(Doubt::Elided);
        } else if c.spread == Spread::Adjacent && !c.pair.low.plus(Exact::ONE)?.equals(c.pair.high) {
            r.numeral.doubt = Some(Doubt::Apart);
        }
        if r.last_scale > 0 && c.arabic && c.digits == 0 {
            end = c.start;
        } else {
            if c.spread != Spread::None {
                r.numeral.spread = c.spread;
            }
            total = total.plus(pair)?;
        }
        if r.last_scale == 0 {
            r.numeral.digits = c.digits.max(1);
        }
        r.numeral.big = 0;
    }
    for &(level, _) in r.levels.iter().take(r.depth) {
        total = total.plus(level)?;
    }
    r.numeral.stack = if coefficients <= 1 && r.coefficient.is_none() { stack } else { 0 };
    r.numeral.low = total.low;
    r.numeral.high = total.high;
    r.numeral.notation = match (r.arabic_seen, r.chinese_seen) {
        (true, true) => Notation::Mixed,
        (true, false) => Notation::Arabic,
        (false, _) => Notation::Chinese,
    };
    if !(total.low.fits() && total.high.fits()) {
        return Err(GrammarError::Overflow);
    }
    Ok(Some((r.numeral, end)))
}
