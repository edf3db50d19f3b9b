//! Conversion between units, comparison and sums of quantities: exact, or an error that says why not.
//!
//! All of it is arithmetic on [`Fraction`], a reduced ratio of 128-bit integers, by the factors of the table; nothing is
//! rounded. Imports [`crate::quantity`] and [`crate::unit`].

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::cmp::Ordering;

use rust_decimal::Decimal;

use crate::quantity::{Approx, Bound, Quantity, Role, Value};
use crate::unit::{Dimension, Factor, Lexicon, Traits, Unit};

/// Why a quantity does not convert, or two do not add up.
///
/// ```
/// use wanyi::{ConversionError, Lexicon, Quantity};
///
/// let kilogram = Lexicon::default().get("公斤").ok_or("no such unit")?;
/// let error = "3公里".parse::<Quantity>()?.to(&kilogram).unwrap_err();
/// assert_eq!(error, ConversionError::DifferentDimension { from: "公里".into(), to: "公斤".into() });
/// assert_eq!(error.to_string(), "公里 and 公斤 are of different dimensions");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConversionError {
    /// 公里 and 公斤.
    #[error("{from} and {to} are of different dimensions")]
    DifferentDimension {
        /// The unit that the quantity has.
        from: String,
        /// The unit that was asked for.
        to: String,
    },
    /// One dimension, but not the same thing: 家 and 艘, % and 個百分點, 點 and 級.
    #[error("{from} and {to} are of one dimension, but do not measure the same")]
    DifferentKind {
        /// The unit that the quantity has.
        from: String,
        /// The unit that was asked for.
        to: String,
    },
    /// No exact factor leads to the base unit: 年, 加侖, 斤 of no region.
    #[error("{unit} has no exact factor to a base unit")]
    NoFactor {
        /// The unit that has none.
        unit: String,
    },
    /// Money of two currencies, or of one that is not known: 5角 of no region.
    #[error("no fixed rate leads from {} to {}", currency(.from), currency(.to))]
    DifferentCurrency {
        /// The ISO 4217 code of the quantity.
        from: Option<String>,
        /// The one that was asked for.
        to: Option<String>,
    },
    /// No decimal of 28 digits, and no ratio of 64-bit integers, equals the result.
    #[error("no decimal of 28 digits and no ratio of 64-bit integers equals the result")]
    Inexact,
    /// There is neither a value nor a bound, or the value is a score: 21比18.
    #[error("there is no value and no bound")]
    NoValue,
    /// A bare number.
    #[error("a bare number has no unit")]
    NoUnit,
    /// A place in an order: 第三天.
    #[error("a place in an order is no amount")]
    Ordinal,
}

fn currency(code: &Option<String>) -> &str {
    code.as_deref().unwrap_or("an unknown currency")
}

type Result<T> = core::result::Result<T, ConversionError>;

/// A ratio in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fraction {
    top: i128,
    /// Not zero.
    bottom: u128,
}

impl Fraction {
    const ZERO: Self = Self { top: 0, bottom: 1 };
    pub(crate) const ONE: Self = Self { top: 1, bottom: 1 };

    /// `None` where the bottom is zero.
    fn new(top: i128, bottom: u128) -> Option<Self> {
        let shared = gcd(top.unsigned_abs(), bottom);
        Some(Self {
            top: top.checked_div(i128::try_from(shared).ok()?)?,
            bottom: bottom.checked_div(shared).filter(|bottom| *bottom != 0)?,
        })
    }

    fn of_factor(factor: Factor) -> Option<Self> {
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
    fn is_power_of_ten(self) -> bool {
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

/// How a number of one unit becomes one of another: times `scale`, plus `offset`.
#[derive(Clone, Copy, Debug)]
struct Map {
    scale: Fraction,
    offset: Fraction,
}

impl Map {
    const SAME: Self = Self { scale: Fraction::ONE, offset: Fraction::ZERO };

    fn between(from: &Unit, to: &Unit) -> Result<Self> {
        if let (Some(from), Some(to)) = (thermometer(from), thermometer(to)) {
            let map = to.scale.inverse().and_then(|inverse| {
                let offset = from.offset.minus(to.offset)?.times(inverse)?;
                Some(Self { scale: from.scale.times(inverse)?, offset })
            });
            return map.ok_or(ConversionError::Inexact);
        }
        Ok(Self { scale: scale(from, to)?, offset: Fraction::ZERO })
    }

    fn apply(self, value: Value) -> Result<Fraction> {
        let number = Fraction::of_value(value).ok_or(ConversionError::NoValue)?;
        number.times(self.scale).and_then(|n| n.plus(self.offset)).ok_or(ConversionError::Inexact)
    }

    fn bound(self, bound: Option<Bound>) -> Result<Option<End>> {
        bound.map(|bound| Ok(End { at: self.apply(bound.value)?, inclusive: bound.inclusive })).transpose()
    }
}

/// The way from a scale of temperature to kelvins: 0 °C is 273.15 K (SI brochure, 9th edition, 2.3.1), 32 °F is 0 °C and
/// 1 °F a step of 5/9 K (UCUM: `degf(5 K/9)`).
fn thermometer(unit: &Unit) -> Option<Map> {
    if unit.dimension() != Dimension::Temperature || unit.per().is_some() {
        return None;
    }
    let (scale, offset) = match unit.code()? {
        "K" => (Fraction::ONE, Fraction::ZERO),
        "Cel" => (Fraction::ONE, Fraction { top: 5463, bottom: 20 }),
        "[degF]" => (Fraction { top: 5, bottom: 9 }, Fraction { top: 45967, bottom: 180 }),
        _ => return None,
    };
    Some(Map { scale, offset })
}

/// How many of `to` one of `from` is.
fn scale(from: &Unit, to: &Unit) -> Result<Fraction> {
    let parts = match (from.per(), to.per()) {
        (None, None) => (step(from, to)?, Fraction::ONE),
        (Some(per), Some(to_per)) => (step(from, to)?, scale(per, to_per)?),
        // 公里 for each 小時 against the speeds of the table
        (Some(per), None) if is_speed(from, per, to) => (factor(from)?, product(factor(per)?, factor(to)?)?),
        (None, Some(per)) if is_speed(to, per, from) => (product(factor(from)?, factor(per)?)?, factor(to)?),
        _ => return Err(different_dimension(from, to)),
    };
    parts.1.inverse().and_then(|inverse| parts.0.times(inverse)).ok_or(ConversionError::Inexact)
}

fn is_speed(way: &Unit, time: &Unit, speed: &Unit) -> bool {
    (way.dimension(), time.dimension(), speed.dimension()) == (Dimension::Length, Dimension::Duration, Dimension::Speed)
        && time.per().is_none()
}

fn product(a: Fraction, b: Fraction) -> Result<Fraction> {
    a.times(b).ok_or(ConversionError::Inexact)
}

fn factor(unit: &Unit) -> Result<Fraction> {
    let factor = unit.factor().and_then(Fraction::of_factor);
    factor.ok_or_else(|| no_factor(unit))
}

fn different_dimension(from: &Unit, to: &Unit) -> ConversionError {
    ConversionError::DifferentDimension { from: from.to_string(), to: to.to_string() }
}

/// [`scale`] of two units without their denominators.
fn step(from: &Unit, to: &Unit) -> Result<Fraction> {
    let of = |unit: &Unit| -> (Dimension, Option<Factor>) { (unit.dimension(), unit.factor()) };
    if from.symbol() == to.symbol() && from.code() == to.code() && of(from) == of(to) {
        return Ok(Fraction::ONE);
    }
    if from.dimension() != to.dimension() {
        return Err(different_dimension(from, to));
    }
    let same_kind = match from.dimension() {
        Dimension::Currency if from.code().is_none() || from.code() != to.code() => {
            let code = |unit: &Unit| unit.code().map(String::from);
            return Err(ConversionError::DifferentCurrency { from: code(from), to: code(to) });
        }
        Dimension::Ratio => is_difference(from) == is_difference(to),
        // 名 are 人, but not 女
        Dimension::People => !matches!(to.symbol(), "男" | "女"),
        // a dozen is 12 of anything; 3家 are not 3艘
        Dimension::Items => from.factor() != to.factor(),
        Dimension::Other => false,
        _ => true,
    };
    if !same_kind {
        return Err(ConversionError::DifferentKind { from: from.symbol().into(), to: to.symbol().into() });
    }
    let inverse = factor(to)?.inverse().ok_or(ConversionError::Inexact)?;
    product(factor(from)?, inverse)
}

/// Whether a unit of ratios measures the difference of two shares.
fn is_difference(unit: &Unit) -> bool {
    unit.is(Traits::DIFFERENCE)
}

/// The base unit of a unit, denominators left out.
fn base_of(unit: &Unit) -> Result<Unit> {
    let symbol = match unit.dimension() {
        Dimension::Area => "平方米",
        Dimension::Length => "米",
        Dimension::Mass => "公斤",
        Dimension::Volume => "立方米",
        Dimension::Energy => "焦耳",
        Dimension::Power => "瓦",
        Dimension::Temperature => "開爾文",
        Dimension::Speed => "米/秒",
        Dimension::Data => "位元",
        Dimension::Duration => "秒",
        Dimension::Frequency => "赫茲",
        Dimension::Pressure => "帕",
        Dimension::Ratio if is_difference(unit) => "個百分點",
        Dimension::Ratio => "倍",
        _ if factor(unit)? == Fraction::ONE => return Ok(alone(unit)),
        Dimension::People => "人",
        Dimension::Visits => "人次",
        Dimension::Households => "戶",
        Dimension::Items => "個",
        Dimension::Currency => return main_unit(unit),
        Dimension::Other => return Err(no_factor(unit)),
    };
    if thermometer(unit).is_none() {
        factor(unit)?;
    }
    Lexicon::default().get(symbol).ok_or_else(|| no_factor(unit))
}

fn no_factor(unit: &Unit) -> ConversionError {
    ConversionError::NoFactor { unit: unit.symbol().into() }
}

/// The main unit of money: 元 where it is printed so, else the currency's own.
fn main_unit(unit: &Unit) -> Result<Unit> {
    let unknown = || ConversionError::DifferentCurrency { from: unit.code().map(String::from), to: None };
    let code = unit.code().ok_or_else(unknown)?;
    let lexicon = Lexicon::default();
    if matches!(code, "CNY" | "TWD" | "HKD" | "MOP" | "SGD") {
        return lexicon.get("元").map(|unit| unit.with_code(code.to_string())).ok_or_else(unknown);
    }
    let is_main = |unit: &Unit| {
        unit.dimension() == Dimension::Currency && unit.code() == Some(code) && unit.factor() == Factor::new(1, 1)
    };
    lexicon.iter().map(|(_, unit)| unit).find(is_main).ok_or_else(unknown)
}

/// A unit without its denominator.
fn alone(unit: &Unit) -> Unit {
    let mut bare = Unit::new(unit.symbol().to_string(), unit.dimension());
    if let Some(factor) = unit.factor() {
        bare = bare.with_factor(factor);
    }
    match unit.code() {
        Some(code) => bare.with_code(code.to_string()),
        None => bare,
    }
}

/// One end, as a fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct End {
    at: Fraction,
    inclusive: bool,
}

impl End {
    fn plus(self, other: Self) -> Result<Self> {
        let at = self.at.plus(other.at).ok_or(ConversionError::Inexact)?;
        Ok(Self { at, inclusive: self.inclusive && other.inclusive })
    }

    fn bound(self) -> Result<Bound> {
        Ok(Bound { value: self.at.value()?, inclusive: self.inclusive })
    }
}

/// What is certain of two intervals.
fn compare_ends(a: (Option<End>, Option<End>), b: (Option<End>, Option<End>)) -> Option<Ordering> {
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

impl Quantity {
    /// The same quantity in another unit of its dimension: 3公里 in 米 is 3000米.
    ///
    /// Value and bounds are converted by the exact factors of the units; where no decimal of 28 digits equals a result
    /// it is a ratio. 攝氏度, 華氏度 and 開爾文 convert as what a thermometer shows, not as a rise. A rate converts in both
    /// of its units. The role is what the unit gives. 餘 stays [`Approx::Odd`] with its bounds, even where they are no
    /// longer those of the last place.
    ///
    /// ```
    /// use wanyi::{Lexicon, Quantity, Region, Value};
    ///
    /// let lexicon = Lexicon::new(Region::Taiwan);
    /// let ping = lexicon.get("坪").ok_or("no such unit")?;
    /// let jin = lexicon.get("斤").ok_or("no such unit")?;
    /// assert_eq!("1.21萬平方米".parse::<Quantity>()?.to(&ping)?.to_string(), "3660.25坪");
    /// assert_eq!("1200公斤".parse::<Quantity>()?.to(&jin)?.to_string(), "2000斤");
    /// let area = "1畝".parse::<Quantity>()?.in_base()?;
    /// assert_eq!(area.value, Value::ratio(2000, 3));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ConversionError`]: units of different dimensions or kinds, no factor, two currencies or an unknown one, a result
    /// that is not exact, no value, a bare number, an ordinal.
    pub fn to(&self, unit: &Unit) -> Result<Self> {
        self.has_value()?;
        if self.unit.as_ref() == Some(unit) {
            return Ok(self.clone());
        }
        let from = self.measure().ok_or(ConversionError::NoUnit)?;
        if self.role == Role::Ordinal {
            return Err(ConversionError::Ordinal);
        }
        let map = Map::between(&from, unit)?;
        let convert = |bound| map.bound(bound)?.map(End::bound).transpose();
        // 數百里 is 數 of nothing in 米
        let digits_change = map.offset != Fraction::ZERO || !map.scale.is_power_of_ten();
        Ok(Self {
            value: self.value.map(|value| map.apply(value)?.value()).transpose()?,
            lower: convert(self.lower)?,
            upper: convert(self.upper)?,
            approx: if self.approx == Approx::Several && digits_change { Approx::Range } else { self.approx },
            role: unit.role(),
            unit: Some(unit.clone()),
        })
    }

    /// The same quantity in the base unit of its dimension: 5角 of the mainland is 0.5元, 36公里/小時 is 10米/秒.
    ///
    /// The base units are m, m², m³, kg, s, J, W, Pa, m/s, Hz, bit and K. Money is counted in its main unit, 打 in 個; what
    /// counts in ones stays as it is. Shares and multiples become a fraction without a unit, differences of shares
    /// 個百分點. In a rate both units are based, save a denominator that has no factor: 噸/年 becomes 公斤/年.
    ///
    /// ```
    /// use wanyi::{Quantity, Role};
    ///
    /// let share = "四成".parse::<Quantity>()?.in_base()?;
    /// assert_eq!((share.value.map(|v| v.to_string()).as_deref(), share.role, share.unit), (Some("0.4"), Role::Fraction, None));
    /// assert_eq!("3萬餘噸".parse::<Quantity>()?.in_base()?.bounds().to_string(), "[30000000, 40000000)");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Quantity::to`].
    pub fn in_base(&self) -> Result<Self> {
        self.has_value()?;
        let unit = self.measure().ok_or(ConversionError::NoUnit)?;
        let base = match unit.per() {
            None => base_of(&unit)?,
            Some(per)
                if unit.dimension() == Dimension::Length && base_of(per).is_ok_and(|per| per.symbol() == "秒") =>
            {
                Lexicon::default().get("米/秒").ok_or_else(|| no_factor(&unit))?
            }
            Some(per) => {
                let top = if unit.dimension() == Dimension::Ratio { alone(&unit) } else { base_of(&unit)? };
                top.with_per(base_of(per).unwrap_or_else(|_| per.clone()))
            }
        };
        if base.dimension() != Dimension::Ratio || base.per().is_some() || is_difference(&base) {
            return self.to(&base);
        }
        if self.unit.is_none() {
            return Ok(self.clone());
        }
        Ok(Self { role: Role::Fraction, unit: None, ..self.to(&base)? })
    }

    /// The number that a share or multiple stands for: 0.8 of 八折, 0.4 of 40% and 四成, 4 of 翻兩番.
    ///
    /// A difference of shares is one as well: 0.0025 of 25個基點. `None` for all other units, for bare numbers, where there is
    /// no single value, and where no exact value holds it.
    ///
    /// ```
    /// use wanyi::Quantity;
    ///
    /// for (text, ratio) in [("三成", "0.3"), ("八折", "0.8"), ("2‰", "0.002"), ("1.5倍", "1.5"), ("三分之一", "1/3")] {
    ///     let quantity: Quantity = text.parse()?;
    ///     assert_eq!(quantity.ratio().map(|value| value.to_string()).as_deref(), Some(ratio));
    /// }
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    #[must_use]
    pub fn ratio(&self) -> Option<Value> {
        let unit = self.measure().filter(|unit| unit.dimension() == Dimension::Ratio && unit.per().is_none())?;
        let number = Fraction::of_value(self.value?).filter(|_| self.role != Role::Ordinal)?;
        if unit.symbol() == "番" {
            // 翻兩番: doubled twice
            let times = u32::try_from(number.top).ok().filter(|_| number.bottom == 1)?;
            return Fraction::new(2i128.checked_pow(times)?, 1)?.value().ok();
        }
        number.times(Fraction::of_factor(unit.factor()?)?)?.value().ok()
    }

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
        if (self.role == Role::Ordinal) != (other.role == Role::Ordinal) {
            return None;
        }
        let ends = |quantity: &Self, map: Map| -> Option<(Option<End>, Option<End>)> {
            Some((map.bound(quantity.lower).ok()?, map.bound(quantity.upper).ok()?))
        };
        let (unit, other_unit) = match (self.measure(), other.measure()) {
            (None, None) => return compare_ends(ends(self, Map::SAME)?, ends(other, Map::SAME)?),
            (Some(unit), Some(other_unit)) => (unit, other_unit),
            _ => return None,
        };
        if self.role == Role::Ordinal && unit != other_unit {
            return None;
        }
        // one way may not fit or, from 人 to 女, not hold
        let there = || compare_ends(ends(self, Map::SAME)?, ends(other, Map::between(&other_unit, &unit).ok()?)?);
        let back = || compare_ends(ends(self, Map::between(&unit, &other_unit).ok()?)?, ends(other, Map::SAME)?);
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

    /// The unit that it counts in; a fraction counts in ones.
    fn measure(&self) -> Option<Cow<'_, Unit>> {
        let ones = || Factor::new(1, 1).map(|one| Cow::Owned(Unit::new("倍", Dimension::Ratio).with_factor(one)));
        match &self.unit {
            Some(unit) => Some(Cow::Borrowed(unit)),
            None if self.role == Role::Fraction => ones(),
            None => None,
        }
    }

    fn has_value(&self) -> Result<()> {
        let number = self.value.is_some_and(|value| !matches!(value, Value::Score { .. }));
        if number || (self.value.is_none() && (self.lower.is_some() || self.upper.is_some())) {
            Ok(())
        } else {
            Err(ConversionError::NoValue)
        }
    }
}
