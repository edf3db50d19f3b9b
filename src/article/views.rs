//! Views: they read an [`Article`]'s flat lists by index ranges and cost nothing to make.

use core::fmt;
use core::ops::Range;

use chrono::NaiveDate;

use super::kinds::{Basis, Direction, Modality, PersonRole, QuantityRelation};
use super::mention::{Piece, QuantityRef, Slice, TimeRef, widen};
use super::{Article, ClaimData, DatelineData, PassageData, SectionData};
use crate::span::Span;

/// Somebody who made the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Person<'a> {
    /// The name, and where it stands.
    pub name: Piece<'a>,
    /// What they did.
    pub role: PersonRole,
}

/// Agency, place, date and reporters at the head of the text.
///
/// ```
/// use wanyi::Article;
///
/// let article = Article::parse("新華社烏魯木齊9月20日電（記者林一）今年新建學校3所。")?;
/// let dateline = article.dateline().ok_or("no dateline")?;
/// assert_eq!(dateline.agency().map(|agency| agency.text), Some("新華社"));
/// assert_eq!(dateline.place().map(|place| place.text), Some("烏魯木齊"));
/// assert_eq!(dateline.date().map(|date| date.text()), Some("9月20日"));
/// assert_eq!(dateline.reporters().next().map(|person| person.name.text), Some("林一"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Dateline<'s> {
    pub(super) article: &'s Article<'s>,
    pub(super) data: &'s DatelineData,
}

impl<'s> Dateline<'s> {
    /// The agency or outlet: 中新網.
    #[must_use]
    pub fn agency(&self) -> Option<Piece<'s>> {
        self.data.agency.as_ref().map(|slice| self.article.document.piece(slice))
    }

    /// The place: 新疆.
    #[must_use]
    pub fn place(&self) -> Option<Piece<'s>> {
        self.data.place.as_ref().map(|slice| self.article.document.piece(slice))
    }

    /// The date.
    #[must_use]
    pub fn date(&self) -> Option<TimeRef<'s>> {
        self.article.time_by(self.data.date?)
    }

    /// The reporters named in it.
    pub fn reporters(&self) -> impl Iterator<Item = Person<'s>> + use<'s> {
        let article = self.article;
        article.people.iter().filter(|person| person.dateline).map(|person| article.person(person))
    }
}

/// A section: the text under one heading.
///
/// ```
/// use wanyi::Article;
///
/// let article = Article::parse("今年投入3億元，新建學校3所。\n\n教育\n全縣新增學位2000個，教師增加150名。")?;
/// let section = article.sections().nth(1).ok_or("no section")?;
/// assert_eq!(section.heading().map(|heading| heading.text()), Some("教育"));
/// assert_eq!((section.paragraphs().len(), section.claims().len(), section.quantities().count()), (1, 2, 2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Section<'s> {
    pub(super) article: &'s Article<'s>,
    pub(super) data: &'s SectionData,
}

impl<'s> Section<'s> {
    /// The heading; `None` for the text before the first.
    #[must_use]
    pub fn heading(&self) -> Option<Passage<'s>> {
        self.data.heading.as_ref().map(|data| self.article.passage(data))
    }

    /// Its paragraphs.
    pub fn paragraphs(&self) -> impl DoubleEndedIterator<Item = Passage<'s>> + ExactSizeIterator + use<'s> {
        let article = self.article;
        article
            .paragraphs
            .get(widen(&self.data.paragraphs))
            .unwrap_or_default()
            .iter()
            .map(|data| article.passage(data))
    }

    /// Its claims.
    pub fn claims(&self) -> impl DoubleEndedIterator<Item = Claim<'s>> + ExactSizeIterator + use<'s> {
        let (article, first) = (self.article, self.data.claims.start as usize);
        let claims = article.claims.get(widen(&self.data.claims)).unwrap_or_default();
        claims.iter().enumerate().map(move |(at, data)| Claim { article, data, index: first + at })
    }

    /// The quantities of its paragraphs.
    pub fn quantities(&self) -> impl Iterator<Item = QuantityRef<'s>> + use<'s> {
        self.paragraphs().flat_map(|paragraph| paragraph.quantities())
    }
}

/// A title, heading or paragraph, with the quantities and times in it.
///
/// ```
/// use wanyi::Article;
///
/// let article = Article::parse("今年投入3億元，新建學校3所。")?;
/// let passage = article.paragraphs().next().ok_or("no paragraph")?;
/// assert_eq!(article.get(passage.span()), Some(passage.text()));
/// assert_eq!((passage.quantities().len(), passage.times().len()), (2, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Passage<'s> {
    pub(super) article: &'s Article<'s>,
    pub(super) data: &'s PassageData,
}

impl<'s> Passage<'s> {
    /// Its text, damage undone.
    #[must_use]
    pub fn text(&self) -> &'s str {
        self.article.document.slice(&self.data.slice.text)
    }

    /// Where it stands in the source.
    #[must_use]
    pub fn span(&self) -> Span {
        self.data.slice.span
    }

    /// The quantities in it.
    pub fn quantities(&self) -> impl DoubleEndedIterator<Item = QuantityRef<'s>> + ExactSizeIterator + use<'s> {
        self.article.document.quantities(self.data.quantities.clone())
    }

    /// The times in it.
    pub fn times(&self) -> impl DoubleEndedIterator<Item = TimeRef<'s>> + ExactSizeIterator + use<'s> {
        self.article.document.times(self.data.times.clone())
    }
}

/// A claim: one clause that asserts something with a number.
///
/// ```
/// use wanyi::{Article, Direction, Modality};
///
/// let article = Article::parse("縣長林一表示，去年全縣出口額達12億元，同比增長8.5%。")?;
/// let claim = article.claims().next().ok_or("no claim")?;
/// assert!(article.get(claim.span()).is_some_and(|text| text == claim.text()));
/// assert_eq!(claim.subject().map(|subject| subject.text), Some("全縣出口額"));
/// assert!(!claim.subject_is_carried() && !claim.is_negated());
/// assert_eq!(claim.predicate().map(|predicate| predicate.text), Some("達"));
/// assert_eq!(claim.attribution().map(|speaker| speaker.text), Some("縣長林一"));
/// assert_eq!((claim.object(), claim.place(), claim.condition()), (None, None, None));
/// assert_eq!((claim.quantities().len(), claim.times().count(), claim.relations().len()), (2, 1, 0));
/// assert_eq!(claim.modality(), Modality::Fact);
/// assert_eq!(claim.changes().next().map(|change| change.direction), Some(Direction::Increase));
/// assert!(claim.inherited_time().is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Claim<'s> {
    pub(super) article: &'s Article<'s>,
    pub(super) data: &'s ClaimData,
    pub(super) index: usize,
}

impl<'s> Claim<'s> {
    /// Its place in [`Article::claims`].
    #[must_use]
    pub const fn index(&self) -> usize {
        self.index
    }

    /// The places of its quantities in [`Article::quantities`].
    #[must_use]
    pub fn quantity_indices(&self) -> Range<usize> {
        widen(&self.data.quantities)
    }

    /// The places of its times in [`Article::times`].
    #[must_use]
    pub fn time_indices(&self) -> Range<usize> {
        widen(&self.data.times)
    }

    /// The clause, damage undone.
    #[must_use]
    pub fn text(&self) -> &'s str {
        self.article.document.slice(&self.data.slice.text)
    }

    /// Where the clause stands in the source.
    #[must_use]
    pub fn span(&self) -> Span {
        self.data.slice.span
    }

    /// Of whom or what it is said.
    #[must_use]
    pub fn subject(&self) -> Option<Piece<'s>> {
        self.piece(self.data.subject.as_ref())
    }

    /// Whether the subject stands in an earlier clause.
    #[must_use]
    pub fn subject_is_carried(&self) -> bool {
        self.data.subject_carried
    }

    /// What is said of it.
    #[must_use]
    pub fn predicate(&self) -> Option<Piece<'s>> {
        self.piece(self.data.predicate.as_ref())
    }

    /// What is counted.
    #[must_use]
    pub fn object(&self) -> Option<Piece<'s>> {
        self.piece(self.data.object.as_ref())
    }

    /// Where it is so.
    #[must_use]
    pub fn place(&self) -> Option<Piece<'s>> {
        self.piece(self.data.place.as_ref())
    }

    /// Who says so.
    #[must_use]
    pub fn attribution(&self) -> Option<Piece<'s>> {
        self.piece(self.data.attribution.as_ref())
    }

    /// On what condition.
    #[must_use]
    pub fn condition(&self) -> Option<Piece<'s>> {
        self.piece(self.data.condition.as_ref())
    }

    /// The quantities of the clause.
    pub fn quantities(&self) -> impl DoubleEndedIterator<Item = QuantityRef<'s>> + ExactSizeIterator + use<'s> {
        self.article.document.quantities(self.data.quantities.clone())
    }

    /// The times of the clause.
    pub fn times(&self) -> impl DoubleEndedIterator<Item = TimeRef<'s>> + ExactSizeIterator + use<'s> {
        self.article.document.times(self.data.times.clone())
    }

    /// When it is so: the first time of the clause, else the one that its sentence gives (今年以來 at its head).
    ///
    /// ```
    /// use wanyi::Article;
    ///
    /// let article = Article::parse("2022年，雲溪縣投入資金2.3億元，實施項目49個。")?;
    /// let years: Vec<_> = article.claims().map(|claim| claim.time().map(|time| time.text())).collect();
    /// assert_eq!(years, [Some("2022年"), Some("2022年")]);
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    #[must_use]
    pub fn time(&self) -> Option<TimeRef<'s>> {
        self.times().next().or_else(|| self.inherited_time())
    }

    /// The time that stands in an earlier clause of the sentence, where this one has none.
    #[must_use]
    pub fn inherited_time(&self) -> Option<TimeRef<'s>> {
        self.article.time_by(self.data.inherited?)
    }

    /// The changes that it states.
    pub fn changes(&self) -> impl ExactSizeIterator<Item = Change<'s>> + use<'s> {
        let article = self.article;
        self.data.changes.iter().map(move |data| Change {
            direction: data.direction,
            magnitude: data.magnitude.and_then(|i| article.quantity_by(i)),
            from: data.from.and_then(|i| article.quantity_by(i)),
            to: data.to.and_then(|i| article.quantity_by(i)),
            relative: data.relative.and_then(|i| article.quantity_by(i)),
            level: data.level.and_then(|i| article.quantity_by(i)),
            basis: data.basis,
            basis_is_carried: data.basis_carried,
            base: data.base.and_then(|i| article.time_by(i)),
            base_period: data.period,
        })
    }

    /// How sure it is meant to be.
    #[must_use]
    pub fn modality(&self) -> Modality {
        self.data.modality
    }

    /// Whether it is denied.
    #[must_use]
    pub fn is_negated(&self) -> bool {
        self.data.negated
    }

    /// How its quantities belong together.
    #[must_use]
    pub fn relations(&self) -> &'s [QuantityRelation] {
        &self.data.relations
    }

    fn piece(&self, slice: Option<&Slice>) -> Option<Piece<'s>> {
        slice.map(|slice| self.article.document.piece(slice))
    }
}

/// A change that a claim states.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Change<'s> {
    /// Which way.
    pub direction: Direction,
    /// By how much.
    pub magnitude: Option<QuantityRef<'s>>,
    /// From what.
    pub from: Option<QuantityRef<'s>>,
    /// To what.
    pub to: Option<QuantityRef<'s>>,
    /// By which share of the earlier value, where `magnitude` is an amount: 增加12家，增長6%.
    pub relative: Option<QuantityRef<'s>>,
    /// The value that the change led to: `to`, or the amount before it that it is of (投入2.3億元，同比增長7.5%). `None` where
    /// the clause has none, or several.
    pub level: Option<QuantityRef<'s>>,
    /// Measured against what.
    pub basis: Option<Basis>,
    /// Whether the basis stands earlier in the paragraph: a bare 增長 takes that of the change before it.
    pub basis_is_carried: bool,
    /// The time that is compared with, where the text names it.
    pub base: Option<TimeRef<'s>>,
    /// First and last day of what is compared with: those of `base`, or the period that the basis makes of the claim's own
    /// time, as the first half of the year before for 同比 in 上半年. The day of a report is no such time, nor is one that
    /// something else is compared with. `None` where neither is known.
    pub base_period: Option<(NaiveDate, NaiveDate)>,
}

macro_rules! debug_text {
    ($($view:ident)*) => { $(
        impl fmt::Debug for $view<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($view)).field(&self.text()).field(&self.span()).finish()
            }
        }
    )* };
}

debug_text!(Passage Claim);

impl fmt::Debug for Section<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Section")
            .field("heading", &self.heading())
            .field("paragraphs", &self.paragraphs().len())
            .finish()
    }
}

impl fmt::Debug for Dateline<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dateline").field("agency", &self.agency()).field("place", &self.place()).finish()
    }
}
