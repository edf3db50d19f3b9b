//! [`Fraction`]: exact arithmetic on ratios of 128-bit integers.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::{ConversionError, Result};
use crate::quantity::Value;
use crate::unit::Factor;

/// A ratio in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fraction {
    pub(crate) top: i128,
    /// Not zero.
    pub(crate) bottom: u128,
}

impl Fraction {
    pub(crate) const ZERO: Self = Self { top: 0, bottom: 1 };
    pub(crate) const ONE: Self = Self { top: 1, bottom: 1 };

    /// `None` where the bottom is zero.
    pub(crate) fn new(top: i128, bottom: u128) -> Option<Self> {
        let shared = gcd(top.unsigned_abs(), bottom);
        Some(Self {
            top: top.checked_div(i128::try_from(shared).ok()?)?,
            bottom: bottom.checked_div(shared).filter(|bottom| *bottom != 0)?,
        })
    }

    pub(crate) fn of_factor(factor: Factor) -> Option<Self> {
        Self::new(factor.numerator().into(), factor.denominator().into())
    }

    /// `None` for a score.
    pub(crate) fn of_value(value: Value) -> Option<Self> {
        match value {
            Value::Decimal(decimal) => Self::new(decimal.mantissa(), 10u128.checked_pow(decimal.scale())?),
            Value::Ratio { numerator, denominator } => Self::new(numerator.into(), denominator.into()),
            Value::Score { .. } => None,
        }
    }

    pub(crate) fn inverse(self) -> Option<Self> {
        let top = i128::try_from(self.bottom).ok()?;
        (self.top != 0).then_some(Self { top: top * self.top.signum(), bottom: self.top.unsigned_abs() })
    }

    /// The product: `None` only where it does not fit, as both are in lowest terms and stay so.
    pub(crate) fn times(self, other: Self) -> Option<Self> {
        let (left, right) = (Self::new(self.top, other.bottom)?, Self::new(other.top, self.bottom)?);
        Some(Self { top: left.top.checked_mul(right.top)?, bottom: left.bottom.checked_mul(right.bottom)? })
    }

    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        let shared = gcd(self.bottom, other.bottom);
        let (widen, widen_other) = (other.bottom.checked_div(shared)?, self.bottom.checked_div(shared)?);
        let top = self.top.checked_mul(i128::try_from(widen).ok()?)?;
        let other_top = other.top.checked_mul(i128::try_from(widen_other).ok()?)?;
        Self::new(top.checked_add(other_top)?, self.bottom.checked_mul(widen)?)
    }

    pub(crate) fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { top: other.top.checked_neg()?, bottom: other.bottom })
    }

    /// Whether it is above zero.
    pub(crate) const fn is_positive(self) -> bool {
        self.top > 0
    }

    /// The decimal of at most 28 digits that equals it, else the ratio.
    pub(crate) fn value(self) -> Result<Value> {
        self.decimal().map(Value::from).or_else(|| self.ratio()).ok_or(ConversionError::Inexact)
    }

    fn decimal(self) -> Option<Decimal> {
        let (twos, mut fives, mut odd) = (self.bottom.trailing_zeros(), 0, self.bottom >> self.bottom.trailing_zeros());
        while odd % 5 == 0 {
            odd /= 5;
            fives += 1;
        }
        let scale = twos.max(fives);
        if odd != 1 || scale > 28 {
            return None;
        }
        let widen = 2i128.checked_pow(scale - twos)?.checked_mul(5i128.checked_pow(scale - fives)?)?;
        let mantissa = self.top.checked_mul(widen).filter(|n| n.unsigned_abs() < 10u128.pow(28))?;
        Decimal::try_from_i128_with_scale(mantissa, scale).ok()
    }

    fn ratio(self) -> Option<Value> {
        let (numerator, denominator) = (i64::try_from(self.top).ok()?, u64::try_from(self.bottom).ok()?);
        Some(Value::Ratio { numerator, denominator })
    }

    /// Whether it is a power of ten, so that digits stay the same.
    pub(crate) fn is_power_of_ten(self) -> bool {
        let power = |mut n: u128| {
            while n % 10 == 0 && n != 0 {
                n /= 10;
            }
            n == 1
        };
        self.top > 0 && power(self.top.unsigned_abs()) && power(self.bottom)
    }
}

impl Ord for Fraction {
    /// By continued fractions, as cross products may not fit.
    fn cmp(&self, other: &Self) -> Ordering {
        let sign = self.top.signum().cmp(&other.top.signum());
        if sign != Ordering::Equal || self.top == 0 {
            return sign;
        }
        let size = compare_sizes((self.top.unsigned_abs(), self.bottom), (other.top.unsigned_abs(), other.bottom));
        if self.top < 0 { size.reverse() } else { size }
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn compare_sizes(mut a: (u128, u128), mut b: (u128, u128)) -> Ordering {
    loop {
        // a fraction over nothing is the larger one: its inverse had no rest
        match (a.1, b.1) {
            (0, 0) => return Ordering::Equal,
            (0, _) => return Ordering::Greater,
            (_, 0) => return Ordering::Less,
            _ => {}
        }
        let whole = (a.0 / a.1).cmp(&(b.0 / b.1));
        if whole != Ordering::Equal {
            return whole;
        }
        // the rests compare as their inverses do the other way round
        (a, b) = ((b.1, b.0 % b.1), (a.1, a.0 % a.1));
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
