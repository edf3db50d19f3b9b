//! The [`Lexicon`]: finds the longest unit that a text begins with.
//!
//! The built-in table needs no building; a user's own units make an index of their own.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use super::table::{FORMS, ROWS};
use super::{Dimension, NumberForm, Reading, Row, Traits, Unit};
use crate::lexer::fold;
use crate::region::Region;
use crate::words::Words;

/// What the grammar knows of units: the built-in table, a user's own units, and the region that says what 元 is.
///
/// Cheap to clone.
///
/// ```
/// use wanyi::{Dimension, Lexicon, Region, Unit};
///
/// let lexicon = Lexicon::builder().region(Region::Taiwan).unit(Unit::new("攤位", Dimension::Items), ["摊位"])?.build();
/// let (unit, rest) = lexicon.longest("摊位出租").ok_or("no unit")?;
/// assert_eq!((unit.symbol(), rest), ("攤位", "出租"));
/// let (dollar, _) = lexicon.longest("元").ok_or("no unit")?;
/// assert_eq!(dollar.code(), Some("TWD"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// ```
/// use wanyi::{Lexicon, Region};
///
/// let lexicon = Lexicon::new(Region::Taiwan);
/// assert!(lexicon.get("坪").is_some() && lexicon.get("坪數").is_none());
/// assert!(lexicon.iter().any(|(form, unit)| form == "公里" && unit.symbol() == "公里"));
/// let there = lexicon.with_region(Region::HongKong);
/// assert_eq!(there.get("元").and_then(|unit| unit.code().map(String::from)).as_deref(), Some("HKD"));
/// ```
#[derive(Clone)]
pub struct Lexicon {
    own: Option<Arc<Words<Arc<Unit>>>>,
    region: Option<Region>,
    /// The region that a text is only guessed to be of.
    guess: Option<Region>,
}

/// A unit as the index finds it, before its region is applied.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Entry<'l> {
    Row(&'static Row),
    /// In a region that its form names: 角(TW).
    Local(&'static Row, Region),
    Own(&'l Arc<Unit>),
}

impl<'l> Entry<'l> {
    /// The one form of the unit.
    fn symbol(&self) -> &'l str {
        match self {
            Self::Row(row) | Self::Local(row, _) => row.symbol,
            Self::Own(unit) => unit.symbol(),
        }
    }

    /// What it measures or counts.
    pub(crate) fn dimension(self) -> Dimension {
        match self {
            Self::Row(row) | Self::Local(row, _) => row.dimension,
            Self::Own(unit) => unit.dimension(),
        }
    }

    /// Whether it has a trait.
    pub(crate) fn is(self, of: Traits) -> bool {
        matches!(self, Self::Row(row) | Self::Local(row, _) if row.traits.has(of))
    }
}

/// The characters that are looked at for a unit.
const LONGEST: usize = 24;

/// The entry of the built-in table for the longest form that a folded text begins with and that passes a test, and the
/// form's length.
fn builtin(text: &str, test: impl Fn(usize) -> bool) -> Option<(Entry<'static>, usize)> {
    let (at, length) = FORMS.longest_where(text, test)?;
    let row = ROWS.get(usize::from(at))?;
    // 度(energy) and 角(TW), as a unit of several meanings displays itself
    let is_told = |row: &Row| !(row.senses.is_empty() && row.regional.is_empty());
    let named = text.get(length..).filter(|_| is_told(row)).and_then(|rest| rest.strip_prefix('(')?.split_once(')'));
    let entry = named.and_then(|(name, _)| Some((told(row, name)?, length + name.len() + "()".len())));
    Some(entry.unwrap_or((Entry::Row(row), length)))
}

/// The meaning of a row that a name in brackets chooses: a dimension or a region.
fn told(row: &'static Row, name: &str) -> Option<Entry<'static>> {
    let region = row.regional.iter().map(|(region, ..)| *region).find(|region| region.code() == name);
    let chosen = row.senses.iter().map(|sense| &sense.row).filter(|row| row.reading == Reading::Chosen);
    let sense = || chosen.clone().find(|row| row.dimension.name() == name).map(Entry::Row);
    region.map(|region| Entry::Local(row, region)).or_else(sense)
}

/// The unit of the built-in table with a symbol, in the sense that has a dimension.
#[cfg(feature = "serde")]
pub(crate) fn with_symbol(symbol: &str, dimension: Dimension) -> Option<Unit> {
    let folded = fold(symbol);
    let (at, _) = FORMS.longest_where(&folded, |length| length == folded.len())?;
    let row = ROWS.get(usize::from(at))?;
    let mut rows = core::iter::once(row).chain(row.senses.iter().map(|sense| &sense.row));
    rows.find(|row| row.dimension == dimension && row.symbol == symbol).map(|row| row.unit(None, None))
}

impl Lexicon {
    /// The built-in table, for a text whose region is known.
    #[must_use]
    pub fn new(region: impl Into<Option<Region>>) -> Self {
        Self { own: None, region: region.into(), guess: None }
    }

    /// A builder, for a user's own units.
    #[must_use]
    pub fn builder() -> LexiconBuilder {
        LexiconBuilder { own: Vec::new(), region: None }
    }

    /// The region that decides what 元 is.
    #[must_use]
    pub const fn region(&self) -> Option<Region> {
        self.region
    }

    /// The same units for another region.
    #[must_use]
    pub fn with_region(&self, region: impl Into<Option<Region>>) -> Self {
        Self { own: self.own.clone(), region: region.into(), guess: None }
    }

    /// The same units for a text that is only guessed to be of a region.
    pub(crate) fn with_guess(&self, guess: Option<Region>) -> Self {
        Self { guess, ..self.clone() }
    }

    /// Whether a text is of a region, or guessed to be of it where nobody says.
    pub(crate) fn may_be_of(&self, region: Region) -> bool {
        self.region.or(self.guess) == Some(region)
    }

    /// The longest unit that `text` begins with, and the rest.
    #[must_use]
    pub fn longest<'t>(&self, text: &'t str) -> Option<(Unit, &'t str)> {
        let own = self.own.iter().flat_map(|own| own.iter()).map(|(form, _)| form.chars().count()).max();
        let most = LONGEST.max(own.unwrap_or_default());
        let head = text.char_indices().nth(most).map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
        let (entry, length) = self.entry(&fold(head))?;
        Some((self.unit(entry), text.get(length..)?))
    }

    /// The unit of one form, which must be the whole of `form`.
    #[must_use]
    pub fn get(&self, form: &str) -> Option<Unit> {
        self.longest(form).filter(|(_, rest)| rest.is_empty()).map(|(unit, _)| unit)
    }

    /// Every form of the table that is printed, with its unit in its first meaning; own ones first.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Unit)> {
        let own = self.own.iter().flat_map(|own| own.iter()).map(|(form, unit)| (form, Unit::clone(unit)));
        let rows = ROWS.iter().flat_map(|row| row.forms.split(' ').map(move |form| (form, row)));
        let builtin = rows.filter(|(form, _)| !self.own.as_ref().is_some_and(|own| own.contains(form)));
        own.chain(builtin.map(|(form, row)| (form, row.unit(self.region, self.guess))))
    }

    /// The longest entry that a folded text begins with, and its length in bytes.
    pub(crate) fn entry(&self, text: &str) -> Option<(Entry<'_>, usize)> {
        self.entry_where(text, |_| true)
    }

    /// The longest entry whose length in bytes passes a test.
    fn entry_where(&self, text: &str, test: impl Fn(usize) -> bool) -> Option<(Entry<'_>, usize)> {
        let fits = |length: usize| whole_word(text, length) && test(length);
        let builtin = builtin(text, fits);
        let own = self.own.as_ref().and_then(|own| own.longest_where(text, |form| fits(form.len())));
        match (own, builtin) {
            (Some((unit, length)), found) if found.is_none_or(|(_, other)| length >= other) => {
                Some((Entry::Own(unit), length))
            }
            (_, found) => found,
        }
    }

    /// The unit in the sense that the words before and after its number give it, and whether only the form of the
    /// number decided. `None` where it keeps its first meaning.
    pub(crate) fn sense(
        &self,
        unit: &Unit,
        before: &str,
        after: &str,
        form: Option<NumberForm>,
    ) -> Option<(Unit, bool)> {
        let (Entry::Row(row), _) = self.entry(&fold(unit.symbol())).filter(|_| unit.has_senses())? else { return None };
        let (row, guessed) = row.sense(before, after, form)?;
        let sense = row.unit(self.region, self.guess);
        Some((unit.per().map_or(sense.clone(), |per| sense.with_per(per.clone())), guessed))
    }

    /// The longest entry of fewer bytes than `most`.
    pub(crate) fn shorter(&self, text: &str, most: usize) -> Option<(Entry<'_>, usize)> {
        self.entry_where(text, |length| length < most)
    }

    /// The unit of an entry in this lexicon's region.
    pub(crate) fn unit(&self, entry: Entry<'_>) -> Unit {
        match entry {
            Entry::Row(row) => row.unit(self.region, self.guess),
            Entry::Local(row, region) => row.unit(Some(region), None),
            Entry::Own(unit) => Unit::clone(unit),
        }
    }
}

/// Latin units end where the word ends: `5 min` is minutes, `5 minus` is not.
fn whole_word(text: &str, length: usize) -> bool {
    let last = length.checked_sub(1).and_then(|at| text.as_bytes().get(at)).copied().unwrap_or_default();
    let next = text.as_bytes().get(length).copied().unwrap_or_default();
    !(last.is_ascii_alphabetic() && next.is_ascii_alphabetic())
}

impl Default for Lexicon {
    /// The built-in table without a region.
    fn default() -> Self {
        Self::new(None)
    }
}

/// The last characters of the forms of money that may stand before its number: not those of 元 and its like.
pub(crate) fn currency_ends() -> impl Iterator<Item = char> {
    let rows = ROWS.iter().filter(|row| row.dimension == Dimension::Currency && !row.traits.has(Traits::LOCAL));
    rows.flat_map(|row| row.forms.split(' ')).filter_map(|form| form.chars().next_back())
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lexicon").field("forms", &self.iter().count()).field("region", &self.region).finish()
    }
}

/// Builds a [`Lexicon`] with a user's own units.
///
/// ```
/// use wanyi::{Dimension, Lexicon, Region, Unit};
///
/// let stall = Unit::new("攤位", Dimension::Items);
/// let lexicon = Lexicon::builder().region(Region::Taiwan).unit(stall, ["摊位"])?;
/// let lexicon = lexicon.replace(Unit::new("户", Dimension::Items), []).build();
/// assert_eq!(lexicon.get("戶").map(|unit| unit.dimension()), Some(Dimension::Items));
/// # Ok::<(), wanyi::LexiconError>(())
/// ```
#[derive(Clone, Debug)]
pub struct LexiconBuilder {
    own: Vec<(String, Arc<Unit>, bool)>,
    region: Option<Region>,
}

/// A form that is taken by another unit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the form {form:?} of {unit:?} is already one of {other:?}")]
pub struct LexiconError {
    /// The form.
    pub form: String,
    /// The unit that was to have it.
    pub unit: String,
    /// The unit that has it.
    pub other: String,
}

impl LexiconBuilder {
    /// With a region.
    #[must_use]
    pub fn region(mut self, region: Region) -> Self {
        self.region = Some(region);
        self
    }

    /// Adds a unit under its symbol and further forms. An empty form is none.
    ///
    /// # Errors
    ///
    /// [`LexiconError`] where a form is taken by another unit; [`LexiconBuilder::replace`] takes it over.
    pub fn unit<'f>(mut self, unit: Unit, forms: impl IntoIterator<Item = &'f str>) -> Result<Self, LexiconError> {
        let start = self.own.len();
        self.push(unit, forms, false);
        for (form, unit, _) in self.own.iter().skip(start) {
            let own = self
                .own
                .iter()
                .take(start)
                .find(|(taken, ..)| fold(taken) == fold(form))
                .map(|(_, unit, _)| unit.symbol());
            let folded = fold(form);
            let builtin = || builtin(&folded, |length| length == folded.len()).map(|(entry, _)| entry.symbol());
            if let Some(other) = own.or_else(builtin) {
                return Err(LexiconError { form: form.clone(), unit: unit.symbol().into(), other: other.into() });
            }
        }
        Ok(self)
    }

    /// Adds a unit under its symbol and further forms, taking them from the units that have them.
    #[must_use]
    pub fn replace<'f>(mut self, unit: Unit, forms: impl IntoIterator<Item = &'f str>) -> Self {
        self.push(unit, forms, true);
        self
    }

    fn push<'f>(&mut self, unit: Unit, forms: impl IntoIterator<Item = &'f str>, replace: bool) {
        let unit = Arc::new(unit);
        let symbol = String::from(unit.symbol());
        for form in core::iter::once(symbol).chain(forms.into_iter().map(String::from)) {
            if form.is_empty() {
                continue;
            }
            if replace {
                self.own.retain(|(taken, ..)| fold(taken) != fold(&form));
            }
            self.own.push((form, Arc::clone(&unit), replace));
        }
    }

    /// The lexicon.
    #[must_use]
    pub fn build(self) -> Lexicon {
        if self.own.is_empty() {
            return Lexicon::new(self.region);
        }
        let own = self.own.into_iter().map(|(form, unit, _)| (Cow::Owned(fold(&form).into_owned()), unit));
        Lexicon { own: Some(Arc::new(Words::new(own))), region: self.region, guess: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn takes_the_longest_form() {
        let lexicon = Lexicon::default();
        for (text, symbol, rest) in
            [("人次的", "人次", "的"), ("人民", "人", "民"), ("平方公里", "平方公里", ""), ("个月", "個月", "")]
        {
            let (unit, left) = lexicon.longest(text).unwrap();
            assert_eq!((unit.symbol(), left), (symbol, rest));
        }
        assert!(lexicon.longest("的").is_none());
        assert!(lexicon.longest("").is_none());
    }

    #[test]
    fn every_form_is_found_again() {
        let lexicon = Lexicon::default();
        for (form, unit) in lexicon.iter() {
            assert_eq!(lexicon.get(form).as_ref().map(Unit::symbol), Some(unit.symbol()), "{form}");
        }
    }

    #[test]
    fn own_units_conflict_or_replace() {
        let error = Lexicon::builder().unit(Unit::new("户", Dimension::Items), []).unwrap_err();
        assert_eq!(error.to_string(), "the form \"户\" of \"户\" is already one of \"戶\"");
        let lexicon = Lexicon::builder().replace(Unit::new("户", Dimension::Items), []).build();
        assert_eq!(lexicon.get("户").unwrap().dimension(), Dimension::Items);
        // a form of one script is one of the other
        assert_eq!(lexicon.get("戶").unwrap().dimension(), Dimension::Items);
    }
}
