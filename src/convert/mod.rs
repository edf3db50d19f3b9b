//! Conversion between units, comparison and sums of quantities: exact, or an error that says why not.
//!
//! All of it is arithmetic on [`Fraction`], a reduced ratio of 128-bit integers, by the factors of the table; nothing is
//! rounded. [`sums`] compares and adds. Imports [`crate::quantity`] and [`crate::unit`].

mod fraction;
mod sums;

use alloc::borrow::Cow;
use alloc::string::{String, ToString};

use crate::quantity::{Approx, Bound, Quantity, Role, Value};
use crate::unit::{Dimension, Factor, Lexicon, Traits, Unit};
pub(crate) use fraction::Fraction;
use sums::End;

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
    /// A limit in a sum of points: 超過3億元.
    #[error("{quantity} is a limit, and no single amount to add")]
    Limited {
        /// The quantity, as it displays.
        quantity: String,
    },
    /// A rate in a sum of amounts: 每公斤3元.
    #[error("{quantity} is a rate, and no amount to add")]
    Rate {
        /// The quantity, as it displays.
        quantity: String,
    },
    /// A share beside an amount: 40% and 3萬人.
    #[error("{part} is a share, {whole} is none")]
    PartAndWhole {
        /// The share, as it displays.
        part: String,
        /// The other one, as it displays.
        whole: String,
    },
}

fn currency(code: &Option<String>) -> &str {
    code.as_deref().unwrap_or("a currency that only a region tells (`Parser::region`)")
}

type Result<T> = core::result::Result<T, ConversionError>;

/// The order of two values, exactly; `None` where one is a score.
#[cfg(feature = "serde")]
pub(crate) fn compare_values(a: Value, b: Value) -> Option<core::cmp::Ordering> {
    Some(Fraction::of_value(a)?.cmp(&Fraction::of_value(b)?))
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
    /// assert_eq!("1200公斤".parse::<Quantity>()?.to(&jin)?.to_string(), "2000斤(TW)");
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
