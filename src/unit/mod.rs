//! Units and classifiers: [`Unit`], [`Dimension`], and the [`Lexicon`] in which the grammar looks them up.
//!
//! The units themselves stand in `units.tsv`, one row each. A new unit is a new row there and nothing else; what it says of
//! regions and neighbours is in [`table`]. Imports [`crate::region`] and the tables of [`crate::vocabulary`].

mod lexicon;
#[cfg(feature = "iso_currency")]
mod money;
mod table;

#[cfg(feature = "serde")]
pub(crate) use lexicon::with_symbol;
pub(crate) use lexicon::{Entry, currency_ends};
pub use lexicon::{Lexicon, LexiconBuilder, LexiconError};

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::str::FromStr;

use crate::named::named;
use crate::quantity::Role;
use crate::region::Region;

named! {
    /// What a unit measures or counts.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Dimension {
        /// Money.
        #[doc(alias("元", "錢", "money"))]
        Currency = "currency",
        /// Persons: 人, 名, 位.
        #[doc(alias("人", "名"))]
        People = "people",
        /// Persons counted at each visit: 人次.
        #[doc(alias("人次"))]
        Visits = "visits",
        /// Households: 戶.
        #[doc(alias("戶", "户"))]
        Households = "households",
        /// Things and events: 個, 家, 場, 次.
        #[doc(alias("個", "量詞", "classifier"))]
        Items = "items",
        /// Area; the base unit is m².
        #[doc(alias("畝", "公頃", "平方米"))]
        Area = "area",
        /// Length; m.
        Length = "length",
        /// Mass; kg.
        Mass = "mass",
        /// Volume; m³.
        Volume = "volume",
        /// Energy; J.
        Energy = "energy",
        /// Power; W.
        Power = "power",
        /// Temperature.
        Temperature = "temperature",
        /// Speed; m/s.
        Speed = "speed",
        /// Data; bit.
        Data = "data",
        /// Duration; s. Years and months have no fixed length.
        Duration = "duration",
        /// Frequency; Hz.
        Frequency = "frequency",
        /// Pressure; Pa.
        Pressure = "pressure",
        /// Ratios: %, 成, 倍, 個百分點; the base is 1.
        Ratio = "ratio",
        /// Everything else: index points, grades, angles.
        Other = "other",
    }
}

named! {
    /// The list that the code of a unit is from.
    ///
    /// ```
    /// use wanyi::{CodeSystem, Lexicon};
    ///
    /// let lexicon = Lexicon::default();
    /// let system = |form| lexicon.get(form).and_then(|unit| unit.code_system());
    /// assert_eq!(system("美元"), Some(CodeSystem::Iso4217));
    /// assert_eq!(system("公頃"), Some(CodeSystem::Ucum));
    /// assert_eq!(system("打"), Some(CodeSystem::Rec20));
    /// assert_eq!(system("家"), None);
    /// ```
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum CodeSystem {
        /// ISO 4217: currencies.
        Iso4217 = "iso4217",
        /// The Unified Code for Units of Measure, case sensitive.
        Ucum = "ucum",
        /// UN/CEFACT Recommendation 20.
        Rec20 = "rec20",
    }
}

/// An exact factor to the base unit of a dimension: 1 畝 is 2000/3 m². Displays as `2000/3`.
///
/// ```
/// use wanyi::Factor;
///
/// let factor: Factor = "2000/3".parse()?;
/// assert_eq!((factor.numerator(), factor.denominator()), (2000, 3));
/// assert_eq!(Factor::new(4, 2), Factor::new(2, 1), "in lowest terms");
/// assert_eq!(factor.to_string(), "2000/3");
/// # Ok::<(), wanyi::InvalidFactor>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Factor {
    numerator: u64,
    denominator: u64,
}

impl Factor {
    /// The factor `numerator / denominator` in lowest terms; `None` where either is zero.
    #[must_use]
    pub const fn new(numerator: u64, denominator: u64) -> Option<Self> {
        let (mut shared, mut rest) = (numerator, denominator);
        while rest != 0 {
            (shared, rest) = (rest, shared % rest);
        }
        if numerator == 0 || denominator == 0 {
            return None;
        }
        Some(Self { numerator: numerator / shared, denominator: denominator / shared })
    }

    /// The numerator.
    #[must_use]
    pub const fn numerator(self) -> u64 {
        self.numerator
    }

    /// The denominator.
    #[must_use]
    pub const fn denominator(self) -> u64 {
        self.denominator
    }
}

impl fmt::Display for Factor {
    /// `2000/3`, `1000` where it is a whole number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.denominator {
            1 => write!(f, "{}", self.numerator),
            denominator => write!(f, "{}/{denominator}", self.numerator),
        }
    }
}

/// A text that is no factor: neither a whole number nor two with a slash, or one of them zero.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no factor: expected a whole number or two with a slash, neither of them zero")]
pub struct InvalidFactor(String);

impl FromStr for Factor {
    type Err = InvalidFactor;

    /// The factor that [`Factor`] displays.
    ///
    /// # Errors
    ///
    /// [`InvalidFactor`] with the text, for any other.
    fn from_str(text: &str) -> Result<Self, InvalidFactor> {
        let (top, bottom) = text.split_once('/').unwrap_or((text, "1"));
        let digits = |text: &str| text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
        let factor = digits(top).zip(digits(bottom)).and_then(|(top, bottom)| Self::new(top, bottom));
        factor.ok_or_else(|| InvalidFactor(text.into()))
    }
}

/// A unit or classifier as it was read.
///
/// ```
/// use wanyi::{Dimension, Quantity};
///
/// let quantity: Quantity = "1.28萬平方米".parse()?;
/// let unit = quantity.unit.as_ref().ok_or("no unit")?;
/// assert_eq!((unit.symbol(), unit.dimension(), unit.code()), ("平方米", Dimension::Area, Some("m2")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// ```
/// use wanyi::{CodeSystem, Dimension, Factor, Lexicon, Region, Unit};
///
/// let kilogram = Lexicon::default().get("公斤").ok_or("no such unit")?;
/// let crate_of_ten = Unit::new("箱", Dimension::Mass).with_factor(Factor::new(10, 1).ok_or("no factor")?);
/// let price = Unit::new("元", Dimension::Currency).with_code("CNY").with_per(crate_of_ten.clone());
/// assert_eq!((price.code_system(), price.is_rate()), (Some(CodeSystem::Iso4217), true));
/// assert_eq!(price.per().map(|per| per.symbol()), Some("箱"));
/// assert_eq!(crate_of_ten.factor().map(|factor| factor.to_string()).as_deref(), Some("10"));
/// assert_ne!(crate_of_ten, kilogram);
/// let catty = Lexicon::new(Region::Taiwan).get("斤").ok_or("no such unit")?;
/// assert_eq!(catty.region(), Some(Region::Taiwan));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug)]
pub struct Unit {
    symbol: Cow<'static, str>,
    dimension: Dimension,
    factor: Option<Factor>,
    code: Option<Cow<'static, str>>,
    system: Option<CodeSystem>,
    /// The code in the region that is only guessed.
    likely: Option<Cow<'static, str>>,
    /// The region whose factor or code it has, where others have another.
    region: Option<Region>,
    per: Option<Box<Unit>>,
    reading: Reading,
    traits: Traits,
}

/// Whether a unit's symbol has several meanings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// It has one.
    Only,
    /// It has several, and this is the first.
    First,
    /// It has several, and its neighbours chose this one.
    Chosen,
}

impl Unit {
    /// A unit that stands in no table, as a program might make for itself.
    #[must_use]
    pub fn new(symbol: impl Into<Cow<'static, str>>, dimension: Dimension) -> Self {
        Self {
            symbol: symbol.into(),
            dimension,
            factor: None,
            code: None,
            system: None,
            likely: None,
            region: None,
            per: None,
            reading: Reading::Only,
            traits: Traits::NONE,
        }
    }

    /// With an exact factor to the base unit of its dimension.
    #[must_use]
    pub fn with_factor(mut self, factor: Factor) -> Self {
        self.factor = Some(factor);
        self
    }

    /// With a code: of ISO 4217 where it is money, of UN/CEFACT Rec 20 where the table has it from there, else of UCUM.
    /// [`Unit::with_code_of`] names another list.
    #[must_use]
    pub fn with_code(self, code: impl Into<Cow<'static, str>>) -> Self {
        let code = code.into();
        let system = system_of(self.dimension, &code);
        self.with_code_of(system, code)
    }

    /// With a code of a list.
    ///
    /// ```
    /// use wanyi::{CodeSystem, Dimension, Unit};
    ///
    /// let kit = Unit::new("材料包", Dimension::Items).with_code_of(CodeSystem::Rec20, "KT");
    /// assert_eq!((kit.code(), kit.code_system()), (Some("KT"), Some(CodeSystem::Rec20)));
    /// ```
    #[must_use]
    pub fn with_code_of(mut self, system: CodeSystem, code: impl Into<Cow<'static, str>>) -> Self {
        (self.code, self.system, self.likely) = (Some(code.into()), Some(system), None);
        self
    }

    /// With a denominator: 元 per 公斤.
    #[must_use]
    pub fn with_per(mut self, per: Self) -> Self {
        self.per = Some(Box::new(per));
        self
    }

    /// The table's one form of the unit, the same from both scripts. Never empty: a number with a denominator alone, as
    /// 9.5/千人口, has the symbol `/千人口`.
    #[must_use]
    pub fn symbol(&self) -> &str {
        &self.symbol
    }

    /// What it measures or counts.
    #[must_use]
    pub const fn dimension(&self) -> Dimension {
        self.dimension
    }

    /// The factor to the base unit of its dimension; `None` where there is none (temperature scales, grades, years).
    #[must_use]
    pub const fn factor(&self) -> Option<Factor> {
        self.factor
    }

    /// The code of ISO 4217 (money), UCUM or UN/CEFACT Rec 20; `None` where none is known.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The list that the code is from.
    #[must_use]
    pub const fn code_system(&self) -> Option<CodeSystem> {
        self.system
    }

    /// The code; where none is known, the one that it has in the region that is only guessed.
    ///
    /// ```
    /// use wanyi::{Article, Certainty};
    ///
    /// let article = Article::parse("該村投入3億元，脫貧攻堅成效顯著，惠及群眾。")?;
    /// assert!(article.region().is_some_and(|region| region.certainty == Certainty::Guessed));
    /// let money = article.quantities().next().and_then(|money| money.unit.clone()).ok_or("no unit")?;
    /// assert_eq!((money.code(), money.likely_code()), (None, Some("CNY")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn likely_code(&self) -> Option<&str> {
        self.code().or(self.likely.as_deref())
    }

    /// The region whose factor or code it has, where others have another under the same symbol: 斤, 角, 元.
    #[must_use]
    pub const fn region(&self) -> Option<Region> {
        self.region
    }

    /// Whether it is a rate: 元 for each 公斤.
    #[must_use]
    pub const fn is_rate(&self) -> bool {
        self.per.is_some()
    }

    /// The denominator of a rate.
    #[must_use]
    pub fn per(&self) -> Option<&Self> {
        self.per.as_deref()
    }

    /// The symbol, with the dimension where its neighbours chose between several, and with the region where it means
    /// something else in others; 元 says that by the name of its currency.
    pub(crate) fn shown(&self) -> Cow<'_, str> {
        match (self.reading, self.region) {
            (Reading::Chosen, _) => Cow::Owned(alloc::format!("{}({})", self.symbol, self.dimension)),
            (_, Some(region)) if self.symbol != "元" => Cow::Owned(alloc::format!("{}({region})", self.symbol)),
            _ => Cow::Borrowed(&*self.symbol),
        }
    }

    /// Whether its neighbours may give it another meaning.
    pub(crate) const fn has_senses(&self) -> bool {
        matches!(self.reading, Reading::First)
    }

    /// Whether it has a trait.
    pub(crate) const fn is(&self, of: Traits) -> bool {
        self.traits.has(of)
    }

    /// The role that it gives to a number.
    pub(crate) const fn role(&self) -> Role {
        match () {
            () if self.is(Traits::PERCENT) => Role::Percent,
            () if self.is(Traits::POINT) => Role::PercentagePoint,
            () if self.is(Traits::BASIS) => Role::BasisPoint,
            () if self.is(Traits::MULTIPLE) => Role::Multiple,
            () => Role::Cardinal,
        }
    }

    /// Gives it the code of a currency that its words name, or none.
    pub(crate) fn set_code(&mut self, code: Option<Cow<'static, str>>) {
        if self.is(Traits::LOCAL) {
            self.region = code.as_deref().and_then(table::region_of_money);
        }
        self.system = code.as_deref().map(|code| system_of(self.dimension, code));
        (self.code, self.likely) = (code, None);
    }

    /// With what was written of it in place of what the table has.
    #[cfg(feature = "serde")]
    pub(crate) fn restored(
        mut self,
        factor: Option<Factor>,
        code: Option<String>,
        system: Option<CodeSystem>,
        likely: Option<String>,
        region: Option<Region>,
    ) -> Self {
        self.region = region;
        self.system = code.as_ref().map(|code| system.unwrap_or_else(|| system_of(self.dimension, code)));
        (self.factor, self.code, self.likely) = (factor, code.map(Cow::Owned), likely.map(Cow::Owned));
        self
    }

    /// What makes two units the same.
    fn identity(&self) -> (&str, Dimension, Option<Factor>, Option<&str>, Option<&Self>) {
        (&self.symbol, self.dimension, self.factor, self.code(), self.per())
    }
}

/// The list that a code is from, by what it is a code of.
fn system_of(dimension: Dimension, code: &str) -> CodeSystem {
    // what UCUM has no code for
    const REC20: [&str; 7] = ["QAN", "DZN", "E22", "E37", "A43", "RPM", "TKM"];
    match dimension {
        Dimension::Currency => CodeSystem::Iso4217,
        _ if REC20.contains(&code) => CodeSystem::Rec20,
        _ => CodeSystem::Ucum,
    }
}

/// Equal where symbol, dimension, factor, code and denominator are: 斤 of Taiwan is not 斤 of the mainland.
impl PartialEq for Unit {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Eq for Unit {}

impl Hash for Unit {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.identity().hash(state);
    }
}

/// In the order of symbol, dimension, factor, code and denominator, so that units are keys of sorted maps.
impl Ord for Unit {
    fn cmp(&self, other: &Self) -> Ordering {
        self.identity().cmp(&other.identity())
    }
}

impl PartialOrd for Unit {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Unit {
    /// The symbol, with the denominator of a rate after a slash. Where its neighbours chose between several meanings,
    /// the dimension follows in brackets, and where regions have several the region, as in `度(energy)` and `角(TW)`; the
    /// grammar reads that back. The alternate form `{:#}` says whose money 元 is: `元(TWD)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = self.shown().into_owned();
        if let Some(code) = self.code().filter(|_| f.alternate() && self.symbol == "元") {
            shown = alloc::format!("{shown}({code})");
        }
        match self.per() {
            Some(per) if !self.symbol.starts_with('/') && f.alternate() => f.pad(&alloc::format!("{shown}/{per:#}")),
            Some(per) if !self.symbol.starts_with('/') => f.pad(&alloc::format!("{shown}/{per}")),
            _ => f.pad(&shown),
        }
    }
}

/// What the grammar asks of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Traits(u32);

/// Declares the traits, each a bit.
macro_rules! traits {
    ($($(#[$note:meta])* $name:ident = $bit:literal;)*) => {
        impl Traits {
            pub(crate) const NONE: Self = Self(0);
            $($(#[$note])* pub(crate) const $name: Self = Self(1 << $bit);)*

            /// Both together.
            pub(crate) const fn and(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// Whether one of these is among them.
            pub(crate) const fn has(self, of: Self) -> bool {
                self.0 & of.0 != 0
            }
        }
    };
}

traits! {
    /// Money of which the region says whose it is: 元, 角.
    LOCAL = 0;
    /// Of which 半 makes a half, and a fraction a part, though it is no measure: 半成, 半箱.
    HALVED = 1;
    /// Digits after it are its tenths: 三成五, 四厘八.
    TENTHS_AFTER = 2;
    /// Of two digits before it the second is a tenth: 八五折.
    TENTHS_WITHIN = 3;
    /// Counts places in an order: 前三名.
    RANKED = 4;
    /// Counted in hundreds of millions, too: 5億股.
    MILLIONS = 5;
    /// Not even counted in tens of thousands, so that a noun begins with it: 3萬代工人員.
    FEW = 6;
    /// One of which 一 counts as often as it says "a": 一座.
    ONE_OF = 7;
    /// A step of the calendar or the clock: 3年前.
    CALENDAR = 8;
    DAY = 9;
    WEEK = 10;
    YEAR = 11;
    /// Digits after it are hundredths: 1米85.
    METRE = 12;
    /// Its tenth is a 分: 一畝三分地.
    ACRE = 13;
    /// A share.
    PERCENT = 14;
    /// A difference of two percentages.
    POINT = 15;
    BASIS = 16;
    MULTIPLE = 17;
    /// A difference of two shares.
    DIFFERENCE = 18;
    /// What a year before it names the edition of: 2024版.
    EDITION = 19;
    /// A number right before it names one, so that 個 stands between in a count: 8個世紀.
    NAMED = 20;
    /// Told of a hundred at least, for of few its character says something else: 500方.
    BULK = 21;
    /// Stands between the sides of a score as well: 3對2.
    PAIR = 22;
}

/// A row of the table of units.
#[derive(Debug)]
pub(crate) struct Row {
    /// The one form of the unit.
    pub(crate) symbol: &'static str,
    /// All forms in which it is printed, folded, between blanks.
    pub(crate) forms: &'static str,
    /// What it measures or counts.
    pub(crate) dimension: Dimension,
    /// The factor to the base unit.
    pub(crate) factor: Option<Factor>,
    /// The code.
    pub(crate) code: Option<&'static str>,
    /// What the grammar asks of it.
    pub(crate) traits: Traits,
    /// Factor and code where they differ by region.
    pub(crate) regional: &'static [(Region, Option<Factor>, Option<&'static str>)],
    /// What it means beside certain words.
    pub(crate) senses: &'static [Sense],
    /// Whether it has senses, or is one.
    pub(crate) reading: Reading,
}

/// A meaning that a unit has beside certain words: 度 is an angle in 北緯23度 and a kilowatt-hour in 用電300度.
#[derive(Debug)]
pub(crate) struct Sense {
    /// Words before the number in its sentence, between blanks; the nearest one decides between senses.
    before: &'static str,
    /// Words directly after the unit, between blanks. They go before all others.
    after: &'static str,
    /// The form of the number that is enough where no word decides.
    form: Option<NumberForm>,
    /// The unit in this sense, under the same symbol.
    row: Row,
}

/// What the grammar can tell of a number without its words, for the choice of a [`Sense`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberForm {
    /// One Chinese digit before a word, as 三 in 三度當選.
    Digit,
    /// In tens of thousands or more.
    Scaled,
    /// The denominator of money: 元/度.
    Price,
    /// Before a noun of what comes in pieces, as in 三塊電池.
    Piece,
}

impl Row {
    /// The sense that the words before and after give it; whether only the form of the number decided.
    fn sense(&self, before: &str, after: &str, form: Option<NumberForm>) -> Option<(&'static Row, bool)> {
        let after = after.trim_start();
        if let Some(sense) = self.senses.iter().find(|sense| words(sense.after).any(|word| after.starts_with(word))) {
            return Some((&sense.row, false));
        }
        let nearest =
            |sense: &Sense| words(sense.before).filter_map(|word| Some(before.rfind(word)? + word.len())).max();
        let worded = self.senses.iter().filter_map(|sense| Some((nearest(sense)?, &sense.row)));
        if let Some((_, row)) = worded.max_by_key(|(end, _)| *end) {
            return Some((row, false));
        }
        let formed = self.senses.iter().find(|sense| sense.form.is_some() && sense.form == form)?;
        Some((&formed.row, true))
    }
}

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(' ').filter(|word| !word.is_empty())
}

impl Row {
    /// The unit of this row in a region; without one, only what holds everywhere, and the code that it has in the region
    /// that is guessed.
    fn unit(&self, region: Option<Region>, guess: Option<Region>) -> Unit {
        let local = |region: Option<Region>| self.regional.iter().find(|(of, ..)| Some(*of) == region);
        let own = local(region);
        let (factor, code) = own.map_or((self.factor, self.code), |&(_, factor, code)| (factor, code));
        let likely = if code.is_none() && region.is_none() { local(guess).and_then(|(.., code)| *code) } else { None };
        Unit {
            symbol: Cow::Borrowed(self.symbol),
            dimension: self.dimension,
            factor,
            code: code.map(Cow::Borrowed),
            system: code.map(|code| system_of(self.dimension, code)),
            likely: likely.map(Cow::Borrowed),
            region: own.filter(|(_, factor, code)| (*factor, *code) != (self.factor, self.code)).map(|(of, ..)| *of),
            per: None,
            reading: self.reading,
            traits: self.traits,
        }
    }
}
