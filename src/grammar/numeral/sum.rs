//! The arithmetic of a numeral: coefficients and scales, added up at the end.
//!
//! A coefficient waits for its scale; 十, 百 and 千 build a section, 萬, 億 and 兆 close it and stack above it.

use super::digits::Coefficient;
use super::{Doubt, Notation, Numeral, Spread};
use crate::error::GrammarError;
use crate::grammar::exact::Exact;

/// Two ends at once; equal unless the numeral names two.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pair {
    pub(super) low: Exact,
    pub(super) high: Exact,
}

impl Pair {
    pub(super) fn one(n: Exact) -> Self {
        Self { low: n, high: n }
    }

    pub(super) fn plus(self, other: Self) -> Result<Self, GrammarError> {
        Ok(Self { low: self.low.plus(other.low)?, high: self.high.plus(other.high)? })
    }

    fn shift(self, power: i32) -> Self {
        Self { low: self.low.shift(power), high: self.high.shift(power) }
    }
}

/// What has been read of a numeral.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    /// Closed by 萬, 億 and 兆: the amount and the power that it was closed with, the largest first.
    levels: [(Pair, i32); 4],
    depth: usize,
    /// What 十, 百 and 千 have built since.
    section: Pair,
    section_used: bool,
    last_small: i32,
    /// The power of the scale read last, 0 at the start.
    pub(super) last_scale: i32,
    pub(super) coefficient: Option<Coefficient>,
    pub(super) numeral: Numeral,
    /// Coefficients and scales read.
    pub(super) terms: u32,
    coefficients: u32,
    /// The power of all scales after a single coefficient.
    stack: i32,
    pub(super) arabic_seen: bool,
    chinese_seen: bool,
}

impl Sum {
    /// Takes a coefficient.
    pub(super) fn digits(&mut self, coefficient: Coefficient) {
        self.arabic_seen |= coefficient.is_arabic;
        self.chinese_seen |= !coefficient.is_arabic;
        self.numeral.point |= coefficient.has_point;
        if coefficient.has_wide_comma {
            self.numeral.doubt = Some(Doubt::WideComma);
        }
        self.coefficient = Some(coefficient);
        self.count_coefficient();
        self.terms += 1;
    }

    /// Whether nothing but a scale was taken.
    pub(super) const fn is_bare(&self) -> bool {
        self.numeral.bare_scale && self.coefficients == 0
    }

    /// Whether 百 or 千 began the numeral, and one coefficient at most came after it.
    const fn is_bare_scale_alone(&self) -> bool {
        self.numeral.bare_scale && self.coefficients <= 1 && self.depth == 0 && self.last_small >= 2
    }

    fn count_coefficient(&mut self) {
        self.coefficients += 1;
        if self.coefficients > 1 {
            self.stack = 0;
        }
    }

    /// Takes 廿, 卅 or 卌; false where tens stand already.
    pub(super) fn tens(&mut self, tens: u8) -> Result<bool, GrammarError> {
        if self.section_used && self.last_small <= 1 {
            return Ok(false);
        }
        self.section = self.section.plus(Pair::one(Exact::int(u128::from(tens) * 10)))?;
        (self.section_used, self.last_small, self.last_scale) = (true, 1, 1);
        self.chinese_seen = true;
        self.terms += 1;
        self.coefficients += 2;
        Ok(true)
    }

    /// Takes a decimal fraction in Chinese: 一百二十點五.
    pub(super) fn point(&mut self, fraction: Exact) -> Result<(), GrammarError> {
        let base = match self.coefficient.take() {
            Some(coefficient) => self.section.plus(coefficient.pair)?,
            None => self.section,
        };
        (self.section, self.section_used, self.last_small) = (Pair::default(), false, 0);
        self.numeral.point = true;
        self.stack = 0;
        self.coefficient = Some(Coefficient {
            pair: base.plus(Pair::one(fraction))?,
            spread: self.numeral.spread,
            digits: 2,
            has_point: true,
            ..Coefficient::default()
        });
        Ok(())
    }

    /// Takes the 點幾 of 五點幾億: up to the next whole number.
    pub(super) fn several_tenths(&mut self) -> Result<(), GrammarError> {
        self.point(Exact::ZERO)?;
        if let Some(coefficient) = self.coefficient.as_mut() {
            coefficient.pair.high = coefficient.pair.low.plus(Exact::ONE)?;
            coefficient.spread = Spread::Several;
        }
        Ok(())
    }

    /// Takes the 半 of 兩個半億.
    pub(super) fn half(&mut self) -> Result<(), GrammarError> {
        if let Some(coefficient) = self.coefficient.as_mut() {
            coefficient.pair = coefficient.pair.plus(Pair::one(Exact::HALF))?;
            coefficient.has_point = true;
            self.numeral.point = true;
        }
        Ok(())
    }

    /// Takes a scale of `power`; false where it does not fit and the numeral ends before it.
    pub(super) fn scale(&mut self, power: i32) -> Result<bool, GrammarError> {
        let (is_first, waiting) = (self.terms == 0, self.coefficient);
        let is_stacked = waiting.is_none() && !self.section_used;
        let fits = if power < 4 { self.small(power)? } else { self.big(power)? };
        if !fits {
            self.coefficient = waiting;
            return Ok(false);
        }
        self.last_scale = power;
        self.numeral.bare_scale |= is_first && power != 1;
        self.numeral.big = match power {
            0..4 => 0,
            _ if is_stacked => self.numeral.big + power,
            _ => power,
        };
        self.chinese_seen = true;
        self.stack += power;
        if waiting.is_none() && !is_first && self.coefficients > 1 {
            self.stack = 0;
        }
        self.terms += 1;
        Ok(true)
    }

    /// The coefficient that waits for a scale, taken. 零十二, 零百一十: there the scale stands for one.
    fn take_coefficient(&mut self) -> Option<Coefficient> {
        let is_gap = |c: &Coefficient| c.is_zero_led && c.pair.low.is_zero();
        let coefficient = self.coefficient.filter(|c| !is_gap(c));
        self.coefficient = None;
        coefficient
    }

    /// 十, 百 or 千.
    fn small(&mut self, power: i32) -> Result<bool, GrammarError> {
        let is_gap = self.coefficient.is_some();
        let coefficient = self.take_coefficient();
        let is_gap = is_gap && coefficient.is_none();
        // 二五十 is no number; 二五萬 is 25萬
        let is_run = |c: &Coefficient| {
            !c.is_arabic && c.digits > 1 && !c.is_zero_led && !c.has_point && c.spread == Spread::None
        };
        if coefficient.as_ref().is_some_and(is_run) || self.section_used && power >= self.last_small {
            return Ok(false);
        }
        let amount = match coefficient {
            Some(c) => c.pair,
            // 一百十一, 一萬零百: the scale stands for one
            None if self.terms == 0 || power < self.last_scale || is_gap && power == 1 => Pair::one(Exact::ONE),
            None => return Ok(false),
        };
        self.spread_of(coefficient);
        self.section = self.section.plus(amount.shift(power))?;
        (self.section_used, self.last_small) = (true, power);
        Ok(true)
    }

    /// 萬, 億 or 兆.
    fn big(&mut self, power: i32) -> Result<bool, GrammarError> {
        let coefficient = self.take_coefficient();
        let is_pending = coefficient.is_some() || self.section_used;
        let mut sum = self.section;
        if let Some(c) = coefficient {
            // 千三萬 is 1300萬
            let is_elided =
                self.is_bare_scale_alone() && c.digits == 1 && !c.is_arabic && !c.has_point && !c.is_zero_led;
            let below = if is_elided { self.last_small - 1 } else { 0 };
            sum = sum.plus(c.pair.shift(below))?;
        }
        let mut depth = self.depth;
        // 2萬億3000億: what is stacked is as large as both scales
        let mut level_power = power;
        while let Some(&(level, exponent)) = depth.checked_sub(1).and_then(|top| self.levels.get(top)) {
            // 萬萬: the same scale again, with nothing between
            let is_same = exponent == power || self.last_scale == power;
            if !(exponent < power || is_same && !is_pending) {
                break;
            }
            sum = sum.plus(level)?;
            depth -= 1;
            if !is_pending && exponent < power {
                level_power = power + exponent;
            }
        }
        let top = depth.checked_sub(1).and_then(|top| self.levels.get(top));
        if top.is_some_and(|&(_, exponent)| exponent <= power) {
            return Ok(false);
        }
        if self.terms == 0 {
            sum = Pair::one(Exact::ONE);
        }
        // no number of news is that large: end before the powers run away
        if sum.low.exponent > 40 || sum.high.exponent > 40 {
            return Err(GrammarError::Overflow);
        }
        self.spread_of(coefficient);
        if let Some(slot) = self.levels.get_mut(depth) {
            *slot = (sum.shift(power), level_power);
            depth += 1;
        }
        self.depth = depth;
        (self.section, self.section_used, self.last_small) = (Pair::default(), false, 0);
        Ok(true)
    }

    fn spread_of(&mut self, coefficient: Option<Coefficient>) {
        if let Some(c) = coefficient.filter(|c| c.spread != Spread::None) {
            self.numeral.spread = c.spread;
        }
    }

    /// Whether a coefficient may stand where this one was read.
    pub(super) fn fits(&self, coefficient: &Coefficient) -> bool {
        let after_scale = self.last_scale > 0;
        // 3萬50000: the tail must be smaller than the scale before it
        let is_larger =
            coefficient.is_arabic && i32::from(coefficient.digits) > self.last_scale && !coefficient.has_point;
        // a point belongs before the first scale, or in the last term: 5千萬1.5
        let is_split = coefficient.has_point
            && (self.last_scale < 4 || Exact::ONE.shift(self.last_scale).less(coefficient.pair.low));
        // 三千二五: no number
        let is_run = !coefficient.is_arabic
            && coefficient.digits > 1
            && coefficient.spread == Spread::None
            && !coefficient.is_zero_led;
        !after_scale || !(is_larger || is_split || is_run)
    }

    /// Adds up what was read.
    pub(super) fn total(mut self) -> Result<Numeral, GrammarError> {
        let mut total = self.section;
        if let Some(c) = self.coefficient {
            let pair = self.tail(&c)?;
            self.spread_of(Some(c));
            total = total.plus(pair)?;
            if self.last_scale == 0 {
                self.numeral.digits = c.digits.max(1);
            }
            self.numeral.big = 0;
        }
        for &(level, _) in self.levels.iter().take(self.depth) {
            total = total.plus(level)?;
        }
        let is_single = self.coefficients <= 1 && self.coefficient.is_none();
        let notation = match (self.arabic_seen, self.chinese_seen) {
            (true, true) => Notation::Mixed,
            (true, false) => Notation::Arabic,
            (false, _) => Notation::Chinese,
        };
        if !(total.low.fits() && total.high.fits()) {
            return Err(GrammarError::Overflow);
        }
        Ok(Numeral {
            low: total.low,
            high: total.high,
            notation,
            stack: if is_single { self.stack } else { 0 },
            ..self.numeral
        })
    }

    /// The last coefficient, which no scale follows: 3萬5 is 35,000.
    fn tail(&mut self, c: &Coefficient) -> Result<Pair, GrammarError> {
        let is_elided = self.last_scale >= 2
            && !c.is_zero_led
            && !self.numeral.odd
            && !c.has_point
            && c.spread != Spread::Several
            && (c.digits == 1 || c.spread == Spread::Adjacent)
            && (!c.is_arabic || self.last_scale >= 3);
        if is_elided && c.is_arabic {
            self.numeral.doubt = Some(Doubt::Elided);
        } else if c.spread == Spread::Adjacent && !c.pair.low.plus(Exact::ONE)?.equals(c.pair.high) {
            self.numeral.doubt = Some(Doubt::Apart);
        }
        Ok(if is_elided { c.pair.shift(self.last_scale - 1) } else { c.pair })
    }
}
