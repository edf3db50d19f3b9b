//! What a number means: [`Quantity`], its [`Value`], bounds, [`Approx`] and [`Role`].
//!
//! Data and its rendering only; reading is the business of [`crate::grammar`]. Imports [`crate::unit`] alone.

use alloc::string::{String, ToString};
use core::cmp::Ordering;
use core::fmt;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::named::named;
use crate::unit::{Traits, Unit};

/// An exact number: a decimal, or a ratio where no decimal equals it.
///
/// ```
/// use wanyi::{Quantity, Value};
///
/// let third: Quantity = "三分之一".parse()?;
/// assert_eq!(third.value, Value::ratio(1, 3));
/// let quarter: Quantity = "四分之一".parse()?;
/// assert_eq!(quarter.value.map(|v| v.to_string()).as_deref(), Some("0.25"));
/// # Ok::<(), wanyi::ParseError>(())
/// ```
///
/// ```
/// use wanyi::Value;
///
/// assert_eq!(Value::from(rust_decimal::Decimal::TEN).as_decimal(), Some(10.into()));
/// assert_eq!(Value::ratio(1, 3).and_then(|third| third.as_decimal()), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Value {
    /// A decimal, without trailing zeros.
    Decimal(Decimal),
    /// A ratio in lowest terms that no decimal equals.
    Ratio {
        /// The numerator, with the sign.
        numerator: i64,
        /// The denominator, positive.
        denominator: u64,
    },
    /// A score or proportion, 21比18: two numbers, of which neither is the value. The JSON form has null.
    Score {
        /// The number before 比.
        left: Decimal,
        /// The number after it.
        right: Decimal,
    },
}

impl Value {
    /// The exact value of `numerator / denominator`: a decimal where one equals it.
    ///
    /// `None` where the denominator is zero or the value needs more than 28 digits.
    #[must_use]
    pub fn ratio(numerator: i64, denominator: u64) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let divisor = gcd(numerator.unsigned_abs(), denominator);
        let (top, bottom) = (numerator.unsigned_abs().checked_div(divisor)?, denominator.checked_div(divisor)?);
        let (twos, fives) = (bottom.trailing_zeros(), count_factor(bottom, 5));
        let negative = numerator < 0;
        if (bottom >> twos) == 5u64.checked_pow(fives)? {
            // a finite decimal: widen the denominator to a power of ten
            let digits = twos.max(fives);
            let mantissa = i128::from(top)
                .checked_mul(2i128.checked_pow(digits - twos)?)?
                .checked_mul(5i128.checked_pow(digits - fives)?)?;
            let decimal =
                Decimal::try_from_i128_with_scale(if negative { -mantissa } else { mantissa }, digits).ok()?;
            return Some(Self::Decimal(decimal.normalize()));
        }
        let top = i64::try_from(top).ok()?;
        Some(Self::Ratio { numerator: if negative { -top } else { top }, denominator: bottom })
    }

    /// The decimal, where the value is one.
    #[must_use]
    pub const fn as_decimal(&self) -> Option<Decimal> {
        match self {
            Self::Decimal(decimal) => Some(*decimal),
            Self::Ratio { .. } | Self::Score { .. } => None,
        }
    }

    /// The nearest floating-point number; `None` for a score.
    ///
    /// ```
    /// use wanyi::Value;
    ///
    /// assert_eq!(Value::ratio(1, 3).and_then(|third| third.to_f64()), Some(1.0 / 3.0));
    /// assert_eq!(Value::ratio(5, 2).and_then(|value| value.to_f64()), Some(2.5));
    /// ```
    #[must_use]
    pub fn to_f64(&self) -> Option<f64> {
        match *self {
            Self::Decimal(decimal) => decimal.to_f64(),
            #[expect(clippy::cast_precision_loss, reason = "a floating-point number is what is asked for")]
            Self::Ratio { numerator, denominator } => Some(numerator as f64 / denominator as f64),
            Self::Score { .. } => None,
        }
    }

    /// The decimal with so many places, at most 28, the last rounded half to even; `None` for a score, and where so many
    /// places do not fit.
    ///
    /// ```
    /// use wanyi::Value;
    ///
    /// let two_thirds = Value::ratio(2, 3).and_then(|value| value.to_decimal(4));
    /// assert_eq!(two_thirds.map(|value| value.to_string()).as_deref(), Some("0.6667"));
    /// ```
    #[must_use]
    pub fn to_decimal(&self, places: u32) -> Option<Decimal> {
        let places = places.min(28);
        match *self {
            Self::Decimal(decimal) => Some(decimal.round_dp(places)),
            Self::Ratio { numerator, denominator } => {
                let scaled = i128::from(numerator).checked_mul(10i128.checked_pow(places)?)?;
                let (whole, rest) = (scaled / i128::from(denominator), scaled % i128::from(denominator));
                // half to even
                let half = (rest.unsigned_abs() * 2).cmp(&u128::from(denominator));
                let up = half == Ordering::Greater || half == Ordering::Equal && whole % 2 != 0;
                let mantissa = whole + if up { scaled.signum() } else { 0 };
                Decimal::try_from_i128_with_scale(mantissa, places).ok()
            }
            Self::Score { .. } => None,
        }
    }
}

fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// How often `factor` divides `n`, which is not zero.
fn count_factor(mut n: u64, factor: u64) -> u32 {
    let mut count = 0;
    while n != 0 && n % factor == 0 {
        n /= factor;
        count += 1;
    }
    count
}

impl From<Decimal> for Value {
    fn from(decimal: Decimal) -> Self {
        Self::Decimal(decimal.normalize())
    }
}

impl fmt::Display for Value {
    /// The digits, `1/3` for a ratio, `21比18` and `1,021比998` for scores; in the alternate form with those before the point in threes.
    ///
    /// ```
    /// use wanyi::Value;
    ///
    /// let value = Value::from(rust_decimal::Decimal::new(-12_345_675, 1));
    /// assert_eq!((value.to_string().as_str(), format!("{value:#}").as_str()), ("-1234567.5", "-1,234,567.5"));
    /// ```
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Decimal(decimal) => decimal.to_string(),
            Self::Ratio { numerator, denominator } => alloc::format!("{numerator}/{denominator}"),
            // a side of thousands is read back by its commas
            Self::Score { left, right } => {
                alloc::format!("{}比{}", in_threes(&left.to_string()), in_threes(&right.to_string()))
            }
        };
        let is_plain = matches!(self, Self::Score { .. }) || !f.alternate();
        f.pad(&if is_plain { text } else { in_threes(&text) })
    }
}

/// A number with a comma after every three digits of what stands before its first sign.
fn in_threes(text: &str) -> String {
    let (minus, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let whole = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let mut grouped = String::from(minus);
    for (at, digit) in digits.char_indices() {
        if at > 0 && at < whole && (whole - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// One end of what a quantity may be.
///
/// ```
/// use wanyi::{Bound, Value};
/// use rust_decimal::Decimal;
///
/// let ten = Value::from(Decimal::TEN);
/// assert_eq!((Bound::inclusive(ten).to_string(), Bound::exclusive(ten).to_string()), ("[10".into(), "(10".into()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bound {
    /// The end itself.
    pub value: Value,
    /// Whether the end belongs to it.
    pub inclusive: bool,
}

impl Bound {
    /// An end that belongs to it.
    #[must_use]
    pub const fn inclusive(value: Value) -> Self {
        Self { value, inclusive: true }
    }

    /// An end that does not.
    #[must_use]
    pub const fn exclusive(value: Value) -> Self {
        Self { value, inclusive: false }
    }
}

impl fmt::Display for Bound {
    /// The end with its openness as a lower one: `[40` or `(40`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&alloc::format!("{}{}", if self.inclusive { '[' } else { '(' }, self.value))
    }
}

/// The ends between which a quantity lies, `None` where a side is open. Displays as `[4200000, 4300000)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Interval {
    /// The lower end.
    pub lower: Option<Bound>,
    /// The upper end.
    pub upper: Option<Bound>,
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lower = self.lower.map_or_else(|| "(-∞".to_string(), |lower| lower.to_string());
        let upper = self.upper.map_or_else(
            || "∞)".to_string(),
            |upper| alloc::format!("{}{}", upper.value, if upper.inclusive { ']' } else { ')' }),
        );
        f.pad(&alloc::format!("{lower}, {upper}"))
    }
}

named! {
    /// How the words around a number limit it.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub enum Approx {
        /// The number itself.
        #[default]
        Exact = "exact",
        /// 約, 左右: near it on either side.
        #[doc(alias("約", "左右"))]
        About = "about",
        /// 近, 接近: just below.
        #[doc(alias("近", "接近"))]
        Near = "near",
        /// 超過, 逾: more.
        #[doc(alias("超過", "逾"))]
        Over = "over",
        /// 餘, 多: more, but less than the next step of its last place.
        #[doc(alias("餘", "余", "多"))]
        Odd = "odd",
        /// 至少, 以上: it or more.
        #[doc(alias("以上", "至少"))]
        AtLeast = "at_least",
        /// 不足, 不到: less.
        #[doc(alias("不足", "不到"))]
        Under = "under",
        /// 不超過, 以內: it or less.
        #[doc(alias("以內", "不超過"))]
        AtMost = "at_most",
        /// 幾, 數: an unknown digit.
        #[doc(alias("幾", "數"))]
        Several = "several",
        /// 三至五: between two ends.
        Range = "range",
    }
}

named! {
    /// What sort of number it is.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub enum Role {
        /// An amount: 87名.
        #[default]
        Cardinal = "cardinal",
        /// A place in an order: 第四屆, 前三名.
        Ordinal = "ordinal",
        /// A share: 40%, 百分之十, 三成, 八折, 2‰.
        #[doc(alias("%", "成", "折"))]
        Percent = "percent",
        /// A difference of two shares: 1.5個百分點.
        #[doc(alias("百分點"))]
        PercentagePoint = "percentage_point",
        /// A hundredth of that: 25個基點.
        #[doc(alias("基點"))]
        BasisPoint = "basis_point",
        /// A multiple: 7倍, 翻一番.
        #[doc(alias("倍", "番"))]
        Multiple = "multiple",
        /// A fraction: 三分之一, 一半.
        Fraction = "fraction",
    }
}

/// A number with its unit and with what the words around it say of its bounds.
///
/// It knows nothing of where it stands: [`crate::Mention`] does. Its `Display` form parses back to an equal quantity.
///
/// ```
/// use wanyi::{Approx, Quantity};
///
/// let quantity: Quantity = "420余萬元".parse()?;
/// assert_eq!(quantity.approx, Approx::Odd);
/// assert_eq!(quantity.value.map(|v| v.to_string()).as_deref(), Some("4200000"));
/// assert_eq!(quantity.upper.map(|b| (b.value.to_string(), b.inclusive)), Some(("4300000".into(), false)));
/// assert_eq!(quantity.to_string(), "4200000餘元");
/// assert_eq!(quantity.to_string().parse::<Quantity>()?, quantity);
/// # Ok::<(), wanyi::ParseError>(())
/// ```
///
/// ```
/// use wanyi::{Lexicon, Quantity};
/// use rust_decimal::Decimal;
///
/// let metre = Lexicon::default().get("米");
/// let length = Quantity::exact(Decimal::from(3), metre);
/// assert_eq!((length.to_string().as_str(), length.decimal()), ("3米", Some(3.into())));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
#[doc(alias("萬", "億", "amount"))]
pub struct Quantity {
    /// The number as written, in its own unit: 40% is 40. `None` where the text gives none: 數百, ranges, 前三名.
    pub value: Option<Value>,
    /// The least that it may be.
    pub lower: Option<Bound>,
    /// The most that it may be.
    pub upper: Option<Bound>,
    /// How the words around it limit it.
    pub approx: Approx,
    /// What sort of number it is.
    pub role: Role,
    /// The unit; `None` for a bare number.
    pub unit: Option<Unit>,
}

impl Quantity {
    /// The exact quantity of a value.
    #[must_use]
    pub fn exact(value: impl Into<Value>, unit: Option<Unit>) -> Self {
        let value = value.into();
        let role = unit.as_ref().map_or(Role::Cardinal, |unit| unit.role());
        let (lower, upper) = Self::limits(value, Approx::Exact);
        Self { value: Some(value), lower, upper, approx: Approx::Exact, role, unit }
    }

    /// The ends of a value that an approximator limits; both open where it fixes none.
    pub(crate) const fn limits(value: Value, approx: Approx) -> (Option<Bound>, Option<Bound>) {
        // a score is no single value that could be an end
        if matches!(value, Value::Score { .. }) {
            return (None, None);
        }
        let (inclusive, exclusive) = (Some(Bound::inclusive(value)), Some(Bound::exclusive(value)));
        match approx {
            Approx::Exact => (inclusive, inclusive),
            Approx::Near | Approx::Under => (None, exclusive),
            Approx::Over => (exclusive, None),
            Approx::AtLeast => (inclusive, None),
            Approx::AtMost => (None, inclusive),
            Approx::About | Approx::Odd | Approx::Several | Approx::Range => (None, None),
        }
    }

    /// Multiplies it by a power of ten; without a value and ends where that cannot be exact.
    pub(crate) fn shift(&mut self, power: u32) {
        let shifted = |value: Value| {
            let decimal = value.as_decimal()?;
            let (zeros, scale) = (power.saturating_sub(decimal.scale()), decimal.scale().saturating_sub(power));
            let mantissa = decimal.mantissa().checked_mul(10i128.checked_pow(zeros)?)?;
            Decimal::try_from_i128_with_scale(mantissa, scale).ok().map(Value::from)
        };
        let end = |bound: Bound| Some(Bound { value: shifted(bound.value)?, ..bound });
        self.value = self.value.and_then(shifted);
        (self.lower, self.upper) = (self.lower.and_then(end), self.upper.and_then(end));
    }

    /// The ends between which it lies.
    ///
    /// ```
    /// use wanyi::Quantity;
    ///
    /// let quantity: Quantity = "超過4萬余人次".parse()?;
    /// assert_eq!(quantity.bounds().to_string(), "(40000, 50000)");
    /// let quantity: Quantity = "40%以上".parse()?;
    /// assert_eq!(quantity.bounds().to_string(), "[40, ∞)");
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    #[must_use]
    pub const fn bounds(&self) -> Interval {
        Interval { lower: self.lower, upper: self.upper }
    }

    /// Whether it is one number and nothing limits it.
    ///
    /// ```
    /// use wanyi::Quantity;
    ///
    /// assert!("3萬人".parse::<Quantity>()?.is_exact());
    /// assert!(!"約3萬人".parse::<Quantity>()?.is_exact());
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.approx == Approx::Exact && self.value.is_some()
    }

    /// Whether it is a rate: 每公斤3元.
    ///
    /// ```
    /// use wanyi::Quantity;
    ///
    /// assert!("每公斤3元".parse::<Quantity>()?.is_rate());
    /// assert!(!"3元".parse::<Quantity>()?.is_rate());
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    #[must_use]
    pub fn is_rate(&self) -> bool {
        self.unit.as_ref().is_some_and(Unit::is_rate)
    }

    /// Whether it is a share of something: 40%, 三成, 三分之一; no score.
    ///
    /// ```
    /// use wanyi::Quantity;
    ///
    /// assert!("三成".parse::<Quantity>()?.is_part() && "三分之一".parse::<Quantity>()?.is_part());
    /// assert!(!"3個百分點".parse::<Quantity>()?.is_part() && !"21比18".parse::<Quantity>()?.is_part());
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    #[must_use]
    pub fn is_part(&self) -> bool {
        let is_score = matches!(self.value, Some(Value::Score { .. }));
        matches!(self.role, Role::Percent | Role::Fraction) && !is_score
    }

    /// The single value, as a decimal.
    #[must_use]
    pub fn decimal(&self) -> Option<Decimal> {
        self.value.and_then(|value| value.as_decimal())
    }
}

/// The currency word that pins 元 to an ISO 4217 code.
fn currency_word(code: &str) -> Option<&'static str> {
    Some(match code {
        "CNY" => "人民幣",
        "TWD" => "新台幣",
        "HKD" => "港幣",
        "MOP" => "澳門幣",
        "SGD" => "新加坡幣",
        "USD" => "美元",
        "EUR" => "歐元",
        "GBP" => "英鎊",
        "JPY" => "日圓",
        "KRW" => "韓元",
        "MYR" => "令吉",
        "AUD" => "澳元",
        "NZD" => "紐元",
        "CAD" => "加元",
        "CHF" => "瑞士法郎",
        "THB" => "泰銖",
        "RUB" => "盧布",
        _ => return None,
    })
}

/// The words of a power of ten, as 百萬.
fn scale_word(power: u32) -> Option<String> {
    let small = ["", "十", "百", "千"].get(power as usize % 4)?;
    let big = ["", "萬", "億", "兆"].get(power as usize / 4)?;
    Some([*small, *big].concat())
}

/// 數百 of 200 and 1000, 20幾萬 of 210000 and 300000.
fn several_words(lower: Decimal, upper: Decimal) -> Option<String> {
    let power = |n: Decimal| -> Option<u32> {
        let digits = n.normalize().to_string();
        let zeros = digits.strip_prefix('1')?;
        zeros.bytes().all(|b| b == b'0').then_some(u32::try_from(zeros.len()).ok()?)
    };
    if let Some(top) = power(upper) {
        if top >= 1 && lower * Decimal::from(5) == upper {
            let word = scale_word(top - 1)?;
            return Some(if word.is_empty() { "幾".to_string() } else { ["數", &word].concat() });
        }
    }
    if let Some(words) = several_after_scale(lower, upper).or_else(|| several_between_scales(lower, upper)) {
        return Some(words);
    }
    let step = (upper - lower).checked_div(Decimal::from(9))?.normalize();
    let (base, power) = (lower - step, power(step)?);
    let big = Decimal::from(10u64.checked_pow(power / 4 * 4)?);
    let small = ["", "十", "百", "千"].get(power as usize % 4)?;
    let base = base.checked_div(big)?.normalize().to_string();
    Some([base.as_str(), "幾", small, &scale_word(power / 4 * 4)?].concat())
}

/// 三千幾, 1萬2千幾萬: from one above a number of hundreds or more to the next.
fn several_after_scale(lower: Decimal, upper: Decimal) -> Option<String> {
    // 幾 counts in ones, 萬 or 億
    for count in [0_u32, 4, 8] {
        let unit = Decimal::from(10_u64.pow(count));
        let (Ok(low), Ok(high)) = (u64::try_from(lower / unit), u64::try_from(upper / unit)) else { continue };
        let base = low.checked_sub(1)?;
        let whole = Decimal::from(low) * unit == lower && Decimal::from(high) * unit == upper;
        let step = high.checked_sub(base)?;
        let power = step.checked_ilog10().filter(|power| whole && *power >= 2 && 10_u64.pow(*power) == step);
        let Some(power) = power.filter(|_| base > 0 && base % step == 0 && base < 1_000_000_000_000) else { continue };
        // 2億幾, 20億幾
        if base >= 100_000_000 {
            let is_even = count == 0 && power >= 8;
            return is_even.then(|| alloc::format!("{}億幾", base / 100_000_000));
        }
        let (tens, rest) = if power < 4 { (base / 10_000, base % 10_000) } else { (0, base) };
        let head = if tens > 0 { alloc::format!("{tens}萬") } else { String::new() };
        let digit = if rest > 0 { alloc::format!("{}{}", rest / step, scale_word(power)?) } else { String::new() };
        return Some([&head, &digit, "幾", &scale_word(count)?].concat());
    }
    None
}

/// 3萬幾千, 9億幾千萬: two to ten of a scale after a number of larger ones.
fn several_between_scales(lower: Decimal, upper: Decimal) -> Option<String> {
    let step = u64::try_from((upper - lower).checked_div(Decimal::from(8))?.normalize()).ok()?;
    let power = step.checked_ilog10().filter(|power| 10_u64.pow(*power) == step)?;
    let base = u64::try_from(upper).ok()?.checked_sub(step.checked_mul(10)?)?;
    let (count, name) = if base % 100_000_000 == 0 { (base / 100_000_000, "億") } else { (base / 10_000, "萬") };
    let is_whole = base > 0 && base % 10_000 == 0 && (power < 4 || name == "億");
    is_whole.then(|| Some([&count.to_string(), name, "幾", &scale_word(power)?].concat())).flatten()
}

/// A number as it is printed, with commas where it would else be a year of the calendar: 2,005年.
fn printed(value: Value, symbol: &str) -> String {
    let years =
        value.as_decimal().filter(|n| symbol == "年" && n.fract().is_zero()).and_then(|n| u32::try_from(n).ok());
    match years.filter(|years| (1900..3000).contains(years)) {
        Some(years) => alloc::format!("{},{:03}", years / 1000, years % 1000),
        None => value.to_string(),
    }
}

impl Approx {
    /// The word that is printed before a number.
    const fn word(self) -> &'static str {
        match self {
            Self::About => "約",
            Self::Near => "近",
            Self::Over => "超過",
            Self::AtLeast => "至少",
            Self::Under => "不足",
            Self::AtMost => "至多",
            Self::Exact | Self::Odd | Self::Several | Self::Range => "",
        }
    }
}

impl fmt::Display for Quantity {
    /// The quantity in one canonical Traditional form, as 約22.76元 or 300至450公里.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.write_to(&mut text)?;
        f.pad(&text)
    }
}

/// The ends of 幾小時半.
const SEVERAL_AND_HALF: (Decimal, Decimal) =
    (Decimal::from_parts(25, 0, 0, false, 1), Decimal::from_parts(105, 0, 0, false, 1));

impl Quantity {
    fn write_to(&self, f: &mut impl fmt::Write) -> fmt::Result {
        let mut symbol = self.unit.as_ref().map(Unit::shown).unwrap_or_default();
        if self.unit.as_ref().is_some_and(|unit| unit.is(Traits::NAMED)) && self.role != Role::Ordinal {
            symbol = ["個", &symbol].concat().into();
        }
        // a denominator stands first: 每公斤3元
        if let Some(per) = self.unit.as_ref().and_then(Unit::per).filter(|_| !symbol.starts_with('/')) {
            write!(f, "每{per}")?;
        }
        let code = self.unit.as_ref().filter(|unit| unit.symbol() == "元").and_then(|unit| unit.code());
        let currency = code.and_then(currency_word).unwrap_or_default();
        let number = match (self.value, self.role) {
            (Some(Value::Decimal(decimal)), Role::Fraction) => fraction_words(decimal.normalize()),
            (Some(Value::Ratio { numerator, denominator }), _) => {
                let sign = if numerator < 0 { "負" } else { "" };
                alloc::format!("{sign}{denominator}分之{}", numerator.unsigned_abs())
            }
            // 10折 would be one of two digits
            (Some(Value::Decimal(ten)), _) if ten == Decimal::TEN && symbol == "折" => "十".to_string(),
            (Some(value), _) => printed(value, &symbol),
            (None, role) => match (self.lower, self.upper) {
                (_, Some(upper)) if role == Role::Ordinal && self.approx == Approx::Exact => {
                    return write!(f, "前{}{symbol}", upper.value);
                }
                (Some(lower), Some(upper)) if self.approx != Approx::Range && !upper.inclusive => {
                    let ends = lower.value.as_decimal().zip(upper.value.as_decimal());
                    if ends == Some(SEVERAL_AND_HALF) {
                        return write!(f, "幾{symbol}半");
                    }
                    ends.and_then(|(lower, upper)| several_words(lower, upper)).unwrap_or_else(|| "數".to_string())
                }
                // limited on both sides: 大於10且小於20
                (Some(lower), Some(upper)) if !(lower.inclusive && upper.inclusive) => {
                    let over = if lower.inclusive { "至少" } else { "超過" };
                    let under = if upper.inclusive { "至多" } else { "不足" };
                    return write!(f, "{over}{}{symbol}且{under}{}{symbol}", lower.value, upper.value);
                }
                (Some(lower), Some(upper)) => {
                    alloc::format!("{}至{}", printed(lower.value, &symbol), printed(upper.value, &symbol))
                }
                _ => return f.write_str(&symbol),
            },
        };
        // both ends beside an approximator come from 餘
        let odd = match self.approx {
            Approx::Exact | Approx::Range | Approx::Several => false,
            Approx::Odd => true,
            _ => self.value.is_some() && self.lower.is_some() && self.upper.is_some(),
        };
        let prefix = self.approx.word();
        let is_one = |bound: Bound| bound == Bound::exclusive(Decimal::ONE.into());
        if self.approx == Approx::Odd && self.upper.is_some_and(is_one) && number == "0.5" {
            return write!(f, "半{symbol}多");
        }
        let ordinal = if self.role == Role::Ordinal { "第" } else { "" };
        let odd = if odd { "餘" } else { "" };
        write!(f, "{prefix}{currency}{ordinal}{number}{odd}{symbol}")
    }
}

/// 4分之1 of 0.25.
fn fraction_words(decimal: Decimal) -> String {
    let bottom = 10u128.checked_pow(decimal.scale()).unwrap_or(1);
    let shared = gcd128(decimal.mantissa().unsigned_abs(), bottom).max(1);
    let sign = if decimal.is_sign_negative() { "負" } else { "" };
    alloc::format!("{sign}{}分之{}", bottom / shared, decimal.mantissa().unsigned_abs() / shared)
}

fn gcd128(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
