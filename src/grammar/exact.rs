//! [`Exact`]: a number as an integer and a power of ten, so that nothing is rounded before it is a `Decimal`.

use rust_decimal::Decimal;

use crate::error::GrammarError;

/// A non-negative number `mantissa × 10^exponent`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Exact {
    pub(super) mantissa: u128,
    pub(super) exponent: i32,
}

/// The largest mantissa that a [`Decimal`] surely holds: 28 digits.
const LIMIT: u128 = 10u128.pow(28);

impl Exact {
    pub(crate) const ZERO: Self = Self { mantissa: 0, exponent: 0 };
    pub(crate) const ONE: Self = Self { mantissa: 1, exponent: 0 };

    pub(crate) const TWO: Self = Self { mantissa: 2, exponent: 0 };
    pub(crate) const TEN: Self = Self { mantissa: 10, exponent: 0 };
    pub(crate) const HUNDRED: Self = Self { mantissa: 100, exponent: 0 };
    pub(crate) const HALF: Self = Self { mantissa: 5, exponent: -1 };

    pub(crate) const fn tenths(n: u8) -> Self {
        Self { mantissa: n as u128, exponent: -1 }
    }

    /// The product with a whole number.
    pub(crate) fn times(self, n: u32) -> Result<Self, GrammarError> {
        let mantissa = self.mantissa.checked_mul(u128::from(n)).ok_or(GrammarError::Overflow)?;
        Ok(Self { mantissa, exponent: self.exponent })
    }

    /// The product with a positive decimal.
    pub(crate) fn scaled_by(self, n: Decimal) -> Result<Self, GrammarError> {
        let mantissa = self.mantissa.checked_mul(n.mantissa().unsigned_abs()).ok_or(GrammarError::Overflow)?;
        let scale = i32::try_from(n.scale()).map_err(|_| GrammarError::Overflow)?;
        Ok(Self { mantissa, exponent: self.exponent - scale })
    }

    /// The whole number that it is.
    pub(crate) fn integer(self) -> Option<u64> {
        if self.exponent == 0 {
            return u64::try_from(self.mantissa).ok();
        }
        let normal = self.normal();
        let power = 10u128.checked_pow(u32::try_from(normal.exponent).ok()?)?;
        normal.mantissa.checked_mul(power).and_then(|n| u64::try_from(n).ok())
    }

    pub(super) const fn int(n: u128) -> Self {
        Self { mantissa: n, exponent: 0 }
    }

    pub(crate) fn shift(self, power: i32) -> Self {
        if self.mantissa == 0 { Self::ZERO } else { Self { mantissa: self.mantissa, exponent: self.exponent + power } }
    }

    /// Both numbers with one exponent.
    fn align(self, other: Self) -> Result<(u128, u128, i32), GrammarError> {
        if self.exponent == other.exponent {
            return Ok((self.mantissa, other.mantissa, self.exponent));
        }
        let exponent = if self.mantissa == 0 {
            other.exponent
        } else if other.mantissa == 0 {
            self.exponent
        } else {
            self.exponent.min(other.exponent)
        };
        let widen = |n: Self| -> Option<u128> {
            if n.mantissa == 0 {
                return Some(0);
            }
            n.mantissa.checked_mul(10u128.checked_pow(u32::try_from(n.exponent - exponent).ok()?)?)
        };
        match (widen(self), widen(other)) {
            (Some(a), Some(b)) => Ok((a, b, exponent)),
            _ => Err(GrammarError::Overflow),
        }
    }

    pub(crate) fn plus(self, other: Self) -> Result<Self, GrammarError> {
        let (a, b, exponent) = self.align(other)?;
        Ok(Self { mantissa: a.checked_add(b).ok_or(GrammarError::Overflow)?, exponent })
    }

    pub(crate) fn less(self, other: Self) -> bool {
        // numbers too far apart to align differ in their size alone
        self.align(other).map_or(self.exponent < other.exponent, |(a, b, _)| a < b)
    }

    /// Without trailing zeros in the mantissa.
    pub(crate) fn normal(mut self) -> Self {
        while self.mantissa != 0 && self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.exponent += 1;
        }
        self
    }

    /// The step of its last non-zero place: 100000 for 4200000.
    pub(crate) fn step(self) -> Self {
        Self { mantissa: 1, exponent: self.normal().exponent }
    }

    /// Whether both are the same number.
    pub(crate) fn equals(self, other: Self) -> bool {
        !self.less(other) && !other.less(self)
    }

    pub(crate) fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Whether a `Decimal` surely holds it.
    pub(crate) fn fits(self) -> bool {
        if self.exponent == 0 && self.mantissa < LIMIT {
            return true;
        }
        self.decimal(false).is_ok()
    }

    /// The exact decimal.
    pub(crate) fn decimal(self, negative: bool) -> Result<Decimal, GrammarError> {
        let number = if self.exponent < 0 { self.normal() } else { self };
        let (mantissa, scale) = match u32::try_from(number.exponent) {
            Ok(0) => (Some(number.mantissa), 0),
            Ok(power) => (10u128.checked_pow(power).and_then(|p| number.mantissa.checked_mul(p)), 0),
            Err(_) => (Some(number.mantissa), number.exponent.unsigned_abs()),
        };
        let mantissa = mantissa.filter(|m| *m < LIMIT && scale <= 28).ok_or(GrammarError::Overflow)?;
        let signed = i128::try_from(mantissa).map_err(|_| GrammarError::Overflow)?;
        Decimal::try_from_i128_with_scale(if negative { -signed } else { signed }, scale)
            .map_err(|_| GrammarError::Overflow)
    }

    /// The integer, where it is a small one.
    pub(crate) fn small(self) -> Option<u32> {
        self.integer().and_then(|n| u32::try_from(n).ok())
    }
}
