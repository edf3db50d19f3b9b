//! Comparison and sums of quantities, each certain or refused.

use alloc::string::ToString;
use core::cmp::Ordering;

use super::fraction::Fraction;
use super::{ConversionError, Map, Result};
use crate::quantity::{Approx, Bound, Quantity, Role};

/// One end, as a fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct End {
    pub(super) at: Fraction,
    pub(super) inclusive: bool,
}

impl End {
    fn plus(self, other: Self) -> Result<Self> {
        let at = self.at.plus(other.at).ok_or(ConversionError::Inexact)?;
        Ok(Self { at, inclusive: self.inclusive && other.inclusive })
    }

    pub(super) fn bound(self) -> Result<Bound> {
        Ok(Bound { value: self.at.value()?, inclusive: self.inclusive })
    }
}

/// The ends of a quantity, open where there is none.
type Ends = (Option<End>, Option<End>);

/// What is certain of two intervals.
fn compare_ends(a: Ends, b: Ends) -> Option<Ordering> {
    let apart = |(upper, lower): (Option<End>, Option<End>)| {
        upper.zip(lower).is_some_and(|(upper, lower)| {
            upper.at < lower.at || (upper.at == lower.at && !(upper.inclusive && lower.inclusive))
        })
    };
    let point = |(lower, upper): (Option<End>, Option<End>)| lower == upper && lower.is_some_and(|end| end.inclusive);
    match (apart((a.1, b.0)), apart((b.1, a.0))) {
        (true, false) => Some(Ordering::Less),
        (false, true) => Some(Ordering::Greater),
        (false, false) if point(a) && a == b => Some(Ordering::Equal),
        // both where an interval is empty
        _ => None,
    }
}

/// Whether all of `a` is more than all of `b`, or cannot be.
fn is_more(a: Ends, b: Ends) -> Option<bool> {
    let both = |low: End, high: End| low.inclusive && high.inclusive;
    let above = |(low, high): (Option<End>, Option<End>)| {
        low.zip(high).is_some_and(|(low, high)| low.at > high.at || low.at == high.at && !both(low, high))
    };
    let below = |(high, low): (Option<End>, Option<End>)| high.zip(low).is_some_and(|(high, low)| high.at <= low.at);
    if above((a.0, b.1)) {
        Some(true)
    } else if below((a.1, b.0)) {
        Some(false)
    } else {
        None
    }
}

impl Quantity {
    /// How it compares with another quantity, as far as that is certain: 近3公里 is less than 3000米.
    ///
    /// Bounds count, and units are converted exactly. `None` where the two may overlap (約40% and 41%), where they do not
    /// convert, and for an ordinal beside an amount.
    ///
    /// ```
    /// use core::cmp::Ordering;
    /// use wanyi::Quantity;
    ///
    /// let compare = |a: &str, b: &str| Ok::<_, wanyi::ParseError>(a.parse::<Quantity>()?.compare(&b.parse()?));
    /// assert_eq!(compare("近3公里", "3000米")?, Some(Ordering::Less));
    /// assert_eq!(compare("三成", "30%")?, Some(Ordering::Equal));
    /// assert_eq!(compare("三分之一", "30%")?, Some(Ordering::Greater));
    /// assert_eq!(compare("約40%", "41%")?, None);
    /// assert_eq!(compare("3公里", "3公斤")?, None);
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    #[must_use]
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        let (own, other) = self.ends_beside(other)?;
        compare_ends(own, other)
    }

    /// The ends of both in one unit; `None` where they do not compare.
    fn ends_beside(&self, other: &Self) -> Option<(Ends, Ends)> {
        if (self.role == Role::Ordinal) != (other.role == Role::Ordinal) {
            return None;
        }
        let ends = |quantity: &Self, map: Map| -> Option<Ends> {
            Some((map.bound(quantity.lower).ok()?, map.bound(quantity.upper).ok()?))
        };
        let (unit, other_unit) = match (self.measure(), other.measure()) {
            (None, None) => return ends(self, Map::SAME).zip(ends(other, Map::SAME)),
            (Some(unit), Some(other_unit)) => (unit, other_unit),
            _ => return None,
        };
        if self.role == Role::Ordinal && unit != other_unit {
            return None;
        }
        // one way may not fit or, from 人 to 女, not hold
        let there = || ends(self, Map::SAME).zip(ends(other, Map::between(&other_unit, &unit).ok()?));
        let back = || ends(self, Map::between(&unit, &other_unit).ok()?).zip(ends(other, Map::SAME));
        there().or_else(back)
    }

    /// The sum, in this quantity's unit: 3公里 and 500米 are 3.5公里.
    ///
    /// Bounds add, and an end is open where one of the two is. The sum is exact where both are; else the bounds say what it
    /// is: a range where there are two (value `None`), 超過 or 至少 the lower one, 不足 or 至多 the upper one, 約 where there is none.
    ///
    /// ```
    /// use wanyi::Quantity;
    ///
    /// let sum = "3公里".parse::<Quantity>()?.checked_add(&"逾500米".parse()?)?;
    /// assert_eq!(sum.to_string(), "超過3.5公里");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Quantity::to`]; [`ConversionError::DifferentKind`] for two scales of temperature, which do not add up;
    /// [`ConversionError::NoValue`] where nothing is known of the sum.
    pub fn checked_add(&self, other: &Self) -> Result<Self> {
        self.has_value()?;
        other.has_value()?;
        if self.role == Role::Ordinal || other.role == Role::Ordinal {
            return Err(ConversionError::Ordinal);
        }
        let map = match (self.measure(), other.measure()) {
            (None, None) => Map::SAME,
            (Some(unit), Some(other)) if unit == other => Map::SAME,
            (Some(unit), Some(other)) => Map::between(&other, &unit).and_then(|map| {
                let shifted = map.offset != Fraction::ZERO;
                let different = || ConversionError::DifferentKind { from: other.to_string(), to: unit.to_string() };
                if shifted { Err(different()) } else { Ok(map) }
            })?,
            _ => return Err(ConversionError::NoUnit),
        };
        let end = |a: Option<Bound>, b: Option<Bound>| -> Result<Option<Bound>> {
            let (a, b) = (Map::SAME.bound(a)?, map.bound(b)?);
            a.zip(b).map(|(a, b)| a.plus(b)?.bound()).transpose()
        };
        let (lower, upper) = (end(self.lower, other.lower)?, end(self.upper, other.upper)?);
        let sum = |(a, b)| Map::SAME.apply(a)?.plus(map.apply(b)?).ok_or(ConversionError::Inexact)?.value();
        let near = [self, other].iter().all(|one| matches!(one.approx, Approx::Near | Approx::Exact));
        let (value, approx) = match (lower, upper) {
            _ if self.approx == Approx::Exact && other.approx == Approx::Exact => (None, Approx::Exact),
            (Some(_), Some(_)) => (None, Approx::Range),
            (Some(end), None) => (Some(end.value), if end.inclusive { Approx::AtLeast } else { Approx::Over }),
            (None, Some(end)) if end.inclusive => (Some(end.value), Approx::AtMost),
            (None, Some(end)) => (Some(end.value), if near { Approx::Near } else { Approx::Under }),
            (None, None) => (None, Approx::About),
        };
        let value = match approx {
            Approx::Exact | Approx::About => self.value.zip(other.value).map(sum).transpose()?,
            _ => value,
        };
        if value.is_none() && lower.is_none() && upper.is_none() {
            return Err(ConversionError::NoValue);
        }
        Ok(Self { value, lower, upper, approx, role: self.role, unit: self.unit.clone() })
    }

    /// Whether it is more than another: `None` where the bounds overlap, or where the two do not compare.
    ///
    /// ```
    /// use wanyi::Quantity;
    ///
    /// let is_more = |a: &str, b: &str| Ok::<_, wanyi::ParseError>(a.parse::<Quantity>()?.is_more_than(&b.parse()?));
    /// assert_eq!(is_more("逾3公里", "3000米")?, Some(true));
    /// assert_eq!(is_more("3公里", "3000米")?, Some(false));
    /// assert_eq!(is_more("至少3公里", "3000米")?, None, "it may be just as much");
    /// assert_eq!(is_more("3公里", "3公斤")?, None);
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    #[must_use]
    pub fn is_more_than(&self, other: &Self) -> Option<bool> {
        let (own, other) = self.ends_beside(other)?;
        is_more(own, other)
    }

    /// Whether it is less than another: `None` where the bounds overlap, or where the two do not compare.
    ///
    /// ```
    /// use wanyi::Quantity;
    ///
    /// let limit: Quantity = "50%".parse()?;
    /// assert_eq!("近五成".parse::<Quantity>()?.is_less_than(&limit), Some(true));
    /// assert_eq!("約五成".parse::<Quantity>()?.is_less_than(&limit), None);
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    #[must_use]
    pub fn is_less_than(&self, other: &Self) -> Option<bool> {
        other.is_more_than(self)
    }

    /// Whether it is as much as another or more: `None` where the bounds overlap, or where the two do not compare.
    ///
    /// ```
    /// use wanyi::Quantity;
    ///
    /// let (least, floor): (Quantity, Quantity) = ("3萬人以上".parse()?, "3萬人".parse()?);
    /// assert_eq!(least.is_at_least(&floor), Some(true));
    /// assert_eq!(floor.is_at_least(&least), None);
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    #[must_use]
    pub fn is_at_least(&self, other: &Self) -> Option<bool> {
        self.is_less_than(other).map(|is_less| !is_less)
    }

    /// Whether it is as much as another or less: `None` where the bounds overlap, or where the two do not compare.
    ///
    /// ```
    /// use wanyi::Quantity;
    ///
    /// let (most, limit): (Quantity, Quantity) = ("不超過3萬人".parse()?, "3萬人".parse()?);
    /// assert_eq!(most.is_at_most(&limit), Some(true));
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    #[must_use]
    pub fn is_at_most(&self, other: &Self) -> Option<bool> {
        self.is_more_than(other).map(|is_more| !is_more)
    }

    /// The sum of exact amounts, in the unit of the first.
    ///
    /// It refuses what a reader of a table would: a limit (超過3億元) beside points, a rate, a share beside what it may be a
    /// share of, money of two currencies. [`Quantity::checked_add`] adds limits.
    ///
    /// ```
    /// use wanyi::{ConversionError, Quantity, Region, Parser};
    ///
    /// let found = Parser::new().region(Region::Taiwan).find_quantities("北部3億元、中部2000萬元、南部1.5億元");
    /// let total = Quantity::sum(found.quantities().map(|quantity| &**quantity.get()))?;
    /// assert_eq!(total.to_string(), "新台幣4.7億元".parse::<Quantity>()?.to_string());
    /// let limited: Quantity = "逾3億元".parse()?;
    /// let error = Quantity::sum([&total, &limited]).unwrap_err();
    /// assert_eq!(error, ConversionError::Limited { quantity: "超過300000000元".into() });
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ConversionError::Limited`], [`ConversionError::Rate`], [`ConversionError::PartAndWhole`]; those of
    /// [`Quantity::checked_add`]; [`ConversionError::NoValue`] where there is nothing to add.
    pub fn sum<'q>(quantities: impl IntoIterator<Item = &'q Self>) -> Result<Self> {
        let mut total: Option<Self> = None;
        for quantity in quantities {
            quantity.is_summand()?;
            total = Some(match total {
                None => quantity.clone(),
                Some(total) if total.is_part() != quantity.is_part() => {
                    let (whole, part) = if quantity.is_part() { (&total, quantity) } else { (quantity, &total) };
                    let (part, whole) = (alloc::format!("{part}"), alloc::format!("{whole}"));
                    return Err(ConversionError::PartAndWhole { part, whole });
                }
                Some(total) => total.checked_add(quantity)?,
            });
        }
        total.ok_or(ConversionError::NoValue)
    }

    /// Whether it may be one of several that are added.
    fn is_summand(&self) -> Result<()> {
        self.has_value()?;
        match () {
            () if self.role == Role::Ordinal => Err(ConversionError::Ordinal),
            () if self.is_rate() => Err(ConversionError::Rate { quantity: alloc::format!("{self}") }),
            () if !self.is_exact() => Err(ConversionError::Limited { quantity: alloc::format!("{self}") }),
            () => Ok(()),
        }
    }
}
