//! Numerals: `87`, `１,２００`, `10.1 億`, `三百四十億`, `3萬5`, `420余萬`, `兩三千`, `數百`, `十幾`.
//!
//! A numeral is read once, and what follows decides what it is. Numbers are kept as an integer and a power of ten in `u128`, so that nothing is
//! rounded; the `Decimal` is made at the end. Imports the lexicon, to leave 千瓦 and 百帕 to the units.
//! [`reading`] has that pass.

mod digits;
mod reading;
mod regular;
mod sum;

use nom::Parser;
use nom::error::{FromExternalError, ParseError};
use nom::multi::fold_many1;
use rust_decimal::Decimal;

use super::exact::Exact;
use super::public;
use super::terminal::{Read, exact, token};
use crate::error::GrammarError;
use crate::lexer::{Cursor, Token};
use crate::quantity::{Bound, Interval, Value};
use crate::unit::Lexicon;
pub(crate) use digits::is_scored;
pub(crate) use reading::numeral as read;

/// How the two ends of a numeral that names two come about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Spread {
    /// One number.
    #[default]
    None,
    /// Two neighbouring digits: 兩三千.
    Adjacent,
    /// 幾 or 數.
    Several,
}

/// With which characters a numeral is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Notation {
    /// Digits alone: `1,172`, `７`.
    #[default]
    Arabic,
    /// Chinese characters alone: 三百.
    Chinese,
    /// Digits and scales: 3萬5千.
    Mixed,
}

/// A numeral as it was read, before a unit gives it a meaning.
///
/// ```
/// use nom::Parser;
/// use wanyi::grammar::Notation;
///
/// let (_, number) = wanyi::Lexicon::default().numeral().parse("3萬餘戶").map_err(|_| "no numeral")?;
/// assert_eq!((number.value(), number.notation()), (Ok(Some(30_000.into())), Notation::Mixed));
/// assert!(number.is_rounded_down());
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numeral {
    pub(crate) low: Exact,
    pub(crate) high: Exact,
    pub(crate) spread: Spread,
    pub(crate) negative: bool,
    /// 余, 餘 or 多 stands inside or after.
    pub(crate) odd: bool,
    pub(crate) notation: Notation,
    /// The digits of a numeral that has no scale; 0 where it has one.
    pub(crate) digits: u8,
    /// Whether it has a decimal point.
    pub(crate) point: bool,
    /// Whether it begins with a scale: 百餘, 過億.
    pub(crate) bare_scale: bool,
    /// The power of ten of all scales after a single coefficient: 7 of 1.2千萬.
    pub(crate) stack: i32,
    /// The power of ten of the 萬, 億 or 兆 at its end.
    pub(crate) big: i32,
    /// 來 stands inside: 三十來萬.
    pub(crate) about: bool,
    /// The reading that was chosen, where there is another.
    pub(crate) doubt: Option<Doubt>,
}

/// What could have been read otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// ２０，３００: the full-width comma was taken for a thousands separator.
    WideComma,
    /// 3萬5: the last digit was taken for the next place.
    Elided,
    /// 三五: the two digits were taken for the ends of a range.
    Apart,
}

impl Numeral {
    /// The value; `None` where the numeral names two ends (兩三千, 數百).
    ///
    /// # Errors
    ///
    /// [`GrammarError::Overflow`] where it needs more than 28 digits.
    pub fn value(&self) -> Result<Option<Decimal>, GrammarError> {
        if self.spread == Spread::None { self.low.decimal(self.negative).map(Some) } else { Ok(None) }
    }

    /// With which characters it is written.
    #[must_use]
    pub const fn notation(&self) -> Notation {
        self.notation
    }

    /// Whether 余, 餘 or 多 stands inside or after it, so that it is the number rounded down: 420余.
    #[must_use]
    pub const fn is_rounded_down(&self) -> bool {
        self.odd
    }

    /// The ends between which the number lies: both the value, where it is exact.
    ///
    /// ```
    /// use nom::Parser;
    /// use wanyi::Lexicon;
    ///
    /// let lexicon = Lexicon::default();
    /// for (text, bounds) in [("三千", "[3000, 3000]"), ("兩三千", "[2000, 3000]"), ("420余", "[420, 430)"), ("數百", "[200, 1000)")] {
    ///     let (_, numeral) = lexicon.numeral().parse(text).map_err(|_| "no numeral")?;
    ///     assert_eq!(numeral.bounds().map_err(|_| "too large")?.to_string(), bounds);
    /// }
    /// # Ok::<(), &str>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`GrammarError::Overflow`] where an end needs more than 28 digits.
    pub fn bounds(&self) -> Result<Interval, GrammarError> {
        let at = |n: Exact| n.decimal(self.negative).map(Value::from);
        let near = Bound::inclusive(at(self.low)?);
        let far = match self.spread {
            Spread::Several => Bound::exclusive(at(self.high)?),
            Spread::Adjacent => Bound::inclusive(at(self.high)?),
            Spread::None if self.odd => Bound::exclusive(at(self.low.plus(self.low.step())?)?),
            Spread::None => near,
        };
        let (lower, upper) = if self.negative { (far, near) } else { (near, far) };
        Ok(Interval { lower: Some(lower), upper: Some(upper) })
    }

    /// Whether it has a scale (十, 百, 千, 萬, 億, 兆).
    pub(crate) const fn scaled(&self) -> bool {
        self.digits == 0
    }

    /// A plain number of digits: a date's part, a code.
    pub(crate) fn plain(&self) -> Option<u32> {
        if self.spread != Spread::None || self.odd || self.negative || self.point || self.bare_scale {
            return None;
        }
        self.low.small()
    }
}

/// A numeral.
///
/// ```text
/// numeral = [sign] (coefficient | scale) {[odd] scale | coefficient} [odd]
/// coefficient = digits | Chinese digits [點 Chinese digits] | 幾 | 數
/// scale = 十 | 百 | 千 | 萬 | 億 | 兆
/// odd = 余 | 餘 | 多
/// ```
///
/// `12億3456萬` is 1,234,560,000; `三千六` is 3600; `元` is an error.
///
/// ```
/// use wanyi::{Lexicon, grammar};
/// use nom::Parser;
///
/// let lexicon = Lexicon::default();
/// let (rest, numeral) = grammar::numeral::<nom::error::Error<&str>>(&lexicon).parse("12億3456萬元")?;
/// assert_eq!((rest, numeral.value()?), ("元", Some(1_234_560_000.into())));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// A recoverable error where no numeral begins; `nom::Err::Failure` with [`GrammarError::Overflow`] where the numeral
/// has no exact value within 28 digits.
#[doc(alias("萬", "億", "數字"))]
pub fn numeral<'t, E>(lexicon: &Lexicon) -> impl Parser<&'t str, Output = Numeral, Error = E>
where
    E: ParseError<&'t str> + FromExternalError<&'t str, GrammarError>,
{
    move |input: &'t str| match regular::alone(input) {
        Some((length, numeral)) => Ok((input.get(length..).unwrap_or_default(), numeral)),
        None => public::parse(input, lexicon, read),
    }
}

/// A scale by itself, or several: 十, 百, 千, 萬, 億, 兆, 萬億. Its value is a power of ten.
///
/// ```
/// use wanyi::grammar;
/// use nom::Parser;
///
/// let (rest, scale) = grammar::scale::<grammar::Error<'_>>().parse("萬億元").map_err(|_| "no scale")?;
/// assert_eq!((rest, scale.to_string().as_str()), ("元", "1000000000000"));
/// # Ok::<(), &str>(())
/// ```
///
/// # Errors
///
/// A recoverable error where none begins; `nom::Err::Failure` where the power exceeds 28 digits.
#[doc(alias("萬", "億", "兆"))]
pub fn scale<'t, E>() -> impl Parser<&'t str, Output = Decimal, Error = E>
where
    E: ParseError<&'t str> + FromExternalError<&'t str, GrammarError>,
{
    move |input: &'t str| public::parse(input, &Lexicon::default(), stacked)
}

// stacked = scale {scale}
fn stacked(input: Cursor<'_>) -> Read<'_, Decimal> {
    let power = |input| token("a scale", Token::scale)(input);
    let (rest, powers) = fold_many1(power, || 0i32, i32::saturating_add).parse(input)?;
    Ok((rest, exact(input, Exact::ONE.shift(powers).decimal(false))?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexer::Lexed;
    use alloc::string::{String, ToString};

    fn show(text: &str) -> String {
        let lexicon = Lexicon::default();
        let lexed = Lexed::new(text, &lexicon);
        match read(lexed.cursor(0..text.len())) {
            Ok((rest, n)) => {
                let low = n.low.decimal(n.negative).unwrap().to_string();
                let mut out = if n.spread == Spread::None {
                    low
                } else {
                    alloc::format!("{low}..{}", n.high.decimal(n.negative).unwrap())
                };
                if n.odd {
                    out.push('+');
                }
                if !rest.rest().is_empty() {
                    out.push('|');
                    out.push_str(rest.rest());
                }
                out
            }
            Err(nom::Err::Failure(miss)) => miss.reason.unwrap().to_string(),
            Err(_) => "none".to_string(),
        }
    }

    /// What a numeral is read as: its value or bounds, `+` where it is open above, then what is left of the text.
    const READS: &[(&str, &str)] = &[
        ("87名", "87|名"),
        ("１,２３４", "1234"),
        ("２０，３００", "20300"),
        ("20，300", "20|，300"),
        ("233,333，333", "233333333"),
        ("1,23", "1|,23"),
        ("10.1 亿元", "1010000000|元"),
        ("三百四十亿", "34000000000"),
        ("一万五千亿", "1500000000000"),
        ("14万2000", "142000"),
        ("1亿8990万", "189900000"),
        ("一百九十万零三千九百七十一", "1903971"),
        ("1,100万", "11000000"),
        ("三十万多亿", "30000000000000+"),
        ("二十万亿", "20000000000000"),
        ("12亿3456万元", "1234560000|元"),
        ("3万5", "35000"),
        ("1兆2000亿", "1200000000000"),
        ("三千六", "3600"),
        ("两百五", "250"),
        ("三百一", "310"),
        ("420余万元", "4200000+|元"),
        ("3300多人次", "3300+|人次"),
        ("2.9亿余元", "290000000+|元"),
        ("百余", "100+"),
        ("十余万", "100000+"),
        ("数百", "200..1000"),
        ("十几", "11..20"),
        ("二十几", "21..30"),
        ("几十万", "200000..1000000"),
        ("10几", "11..20"),
        ("两三千", "2000..3000"),
        ("十五六", "15..16"),
        ("七八十", "70..80"),
        ("两三百万", "2000000..3000000"),
        ("负三十二", "-32"),
        ("负一万零十二", "-10012"),
        ("一百十一", "111"),
        ("一万零百一十一", "10111"),
        ("一百二十点五", "120.5"),
        ("十点二三三", "10.233"),
        ("五十一万八千三百九十点一元", "518390.1|元"),
        ("两千万点五五", "20000000.55"),
        ("一万点关口", "10000|点关口"),
        ("二十点二十分", "20|点二十分"),
        ("7万 5千 4百", "75400"),
        ("7万 5家", "70000| 5家"),
        ("陆兆福", "none"),
        ("零下5", "-5"),
        ("陆股", "none"),
        ("伍家", "none"),
        ("陆仟元", "6000|元"),
        ("贰零零捌", "2008"),
        ("三十来万元", "300000|元"),
        ("十好几万", "110000..200000"),
        ("一百好几十", "120..200"),
        ("3万零5", "30005"),
        ("3亿 5000万 200万", "300000000| 5000万 200万"),
        ("二〇二三", "2023"),
        ("廿八", "28"),
        ("卅五", "35"),
        ("壹万二千三百四十五", "12345"),
        ("三点五万", "35000"),
        ("二十三点四五", "23.45"),
        ("三点十五分", "3|点十五分"),
        ("40万千瓦", "400000|千瓦"),
        ("915百帕", "915|百帕"),
        ("1.2千万", "12000000"),
        ("5万4千6百", "54600"),
        ("四千万零六千", "40006000"),
        ("一万二百五十", "10250"),
        ("四千零五万", "40050000"),
        ("两千亿", "200000000000"),
        ("三千 八百 九十六 万 四千 九百 六十五", "38964965"),
        ("三千两百两", "3200|两"),
        ("3亿20万", "300200000"),
        ("百万万", "10000000000"),
        ("1.2.3", "none"),
        ("1.2E6个", "1200000|个"),
        ("5E级", "5|E级"),
        ("元", "none"),
        ("99999999999999999999999999999", "the number is not exact within 28 digits"),
    ];

    #[test]
    fn reads() {
        for (text, want) in READS {
            assert_eq!(show(text), *want, "{text}");
        }
    }
}
