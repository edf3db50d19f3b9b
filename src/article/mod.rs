//! The model: [`Article`] with its sections, paragraphs and claims, and [`Found`] for a bare text.
//!
//! Only these two borrow: they hold the source, the repaired text and flat lists of quantities, times and claims in text
//! order. Everything else holds index ranges into them, and views ([`Section`], [`Passage`], [`Claim`], [`MentionRef`])
//! read them. Imports the types; read [`crate::parse`] next, which fills it.

mod document;
mod earlier;
mod find;
mod kinds;
mod mention;
mod views;

pub use document::Found;
pub(crate) use document::{Document, all};
pub use earlier::NoEarlier;
pub use kinds::{Basis, BlockKind, BoilerplateKind, Direction, Modality, PersonRole, QuantityRelation, RelationKind};
pub use mention::{Mention, MentionRef, Piece, QuantityRef, TimeRef};
pub(crate) use mention::{Range32, Slice, range32};
pub use views::{Change, Claim, Dateline, Passage, Person, Section};

use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use crate::error::Diagnostic;
use crate::locale::{Detected, Locale, Script};
use crate::region::Region;
use crate::span::Span;

/// A block: the blocks of an article tile its source.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// All of it, the white space after it included.
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PersonData {
    pub(crate) name: Slice,
    pub(crate) role: PersonRole,
    /// Named in the dateline.
    pub(crate) dateline: bool,
}

/// A stored passage with the quantities and times in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PassageData {
    pub(crate) slice: Slice,
    pub(crate) quantities: Range32,
    pub(crate) times: Range32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SectionData {
    pub(crate) heading: Option<PassageData>,
    pub(crate) paragraphs: Range32,
    pub(crate) claims: Range32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DatelineData {
    pub(crate) agency: Option<Slice>,
    pub(crate) place: Option<Slice>,
    /// An index of the times.
    pub(crate) date: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ChangeData {
    pub(crate) direction: Direction,
    /// Indices of the quantities.
    pub(crate) magnitude: Option<u32>,
    pub(crate) from: Option<u32>,
    pub(crate) to: Option<u32>,
    /// By which share of the value before, where `magnitude` is an amount.
    pub(crate) relative: Option<u32>,
    /// What it led to, which may stand before it.
    pub(crate) level: Option<u32>,
    pub(crate) basis: Option<Basis>,
    /// The basis stands earlier in the paragraph.
    pub(crate) basis_carried: bool,
    /// An index of the times.
    pub(crate) base: Option<u32>,
    /// First and last day of what is compared with.
    pub(crate) period: Option<(NaiveDate, NaiveDate)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClaimData {
    pub(crate) slice: Slice,
    pub(crate) subject: Option<Slice>,
    pub(crate) subject_carried: bool,
    pub(crate) predicate: Option<Slice>,
    pub(crate) object: Option<Slice>,
    pub(crate) place: Option<Slice>,
    pub(crate) attribution: Option<Slice>,
    pub(crate) condition: Option<Slice>,
    pub(crate) quantities: Range32,
    pub(crate) times: Range32,
    /// An index of the times: that of the sentence, where the clause has none of its own.
    pub(crate) inherited: Option<u32>,
    pub(crate) changes: Vec<ChangeData>,
    pub(crate) modality: Modality,
    pub(crate) negated: bool,
    pub(crate) relations: Vec<QuantityRelation>,
}

/// A news article, read.
///
/// It borrows the text it was parsed from; [`Article::into_owned`] ends that.
///
/// ```
/// use wanyi::Article;
///
/// let text = "示範縣新建衛生院\n2023-09-20 19:32 來源:示範網\n今年以來，該縣投入420余萬元，新建6所衛生院。";
/// let article = Article::parse(text)?;
/// assert_eq!(article.title().map(|t| t.text()), Some("示範縣新建衛生院"));
/// let found: Vec<_> = article.quantities().map(|q| q.text()).collect();
/// assert_eq!(found, ["420余萬元", "6所"]);
/// for claim in article.claims() {
///     assert!(article.get(claim.span()).is_some());
/// }
/// # Ok::<(), wanyi::ParseError>(())
/// ```
///
/// ```
/// use wanyi::{Article, BlockKind, Script};
///
/// let page = "示範縣擴建碼頭\n2023-09-20 19:32 來源：示範網\n本報記者 林一 通訊員 王二\n\
///             碼頭擴建後，年吞吐量達300萬噸。\n攝影：趙三\n責任編輯：李四\n版權所有 未經許可不得轉載";
/// let article = Article::parse(page)?;
/// assert_eq!((article.source_text(), article.repaired_text()), (page, page));
/// assert_eq!(article.published().and_then(|time| time.iso8601()).as_deref(), Some("2023-09-20T19:32:00"));
/// assert_eq!(article.source().map(|outlet| outlet.text), Some("示範網"));
/// assert!(article.dateline().is_none());
/// let names = |people: Vec<wanyi::Person<'_>>| people.iter().map(|person| person.name.text).collect::<Vec<_>>().join("、");
/// assert_eq!(names(article.authors().collect()), "林一、王二");
/// assert_eq!(names(article.credits().collect()), "趙三");
/// assert_eq!(names(article.editors().collect()), "李四");
/// assert_eq!(article.people().count(), 4);
/// assert_eq!((article.sections().len(), article.paragraphs().len(), article.times().len()), (1, 1, 1));
/// let throughput = page.find("300").ok_or("no number")?;
/// assert_eq!(article.quantity_at(throughput).map(|quantity| quantity.text()), Some("300萬噸"));
/// assert_eq!(article.boilerplate().count(), 1);
/// assert_eq!(article.blocks().first().map(|block| block.kind), Some(BlockKind::Title));
/// assert_eq!(article.script().map(|script| script.value), Some(Script::Traditional));
/// assert!(article.diagnostics().is_empty());
/// let owned: Article<'static> = article.into_owned();
/// assert_eq!(owned.claims().len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Article<'a> {
    pub(crate) document: Document<'a>,
    pub(crate) title: Option<PassageData>,
    /// An index of the times.
    pub(crate) published: Option<u32>,
    pub(crate) source: Option<Slice>,
    pub(crate) dateline: Option<DatelineData>,
    pub(crate) people: Vec<PersonData>,
    pub(crate) sections: Vec<SectionData>,
    pub(crate) paragraphs: Vec<PassageData>,
    pub(crate) claims: Vec<ClaimData>,
    pub(crate) boilerplate: Vec<(BoilerplateKind, Slice)>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) locale: Locale,
}

/// Short: its title, and how much it holds. What it holds is printed by the views.
///
/// ```
/// let article = wanyi::Article::parse("投入3億元。")?;
/// let printed = "Article { title: None, sections: 1, paragraphs: 1, claims: 1, quantities: 1, times: 0, .. }";
/// assert_eq!(format!("{article:?}"), printed);
/// # Ok::<(), wanyi::ParseError>(())
/// ```
impl fmt::Debug for Article<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Article")
            .field("title", &self.title().map(|title| title.text()))
            .field("sections", &self.sections.len())
            .field("paragraphs", &self.paragraphs.len())
            .field("claims", &self.claims.len())
            .field("quantities", &self.document.quantities.len())
            .field("times", &self.document.times.len())
            .finish_non_exhaustive()
    }
}

/// Equal where they say the same of the same source.
impl PartialEq for Article<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.document == other.document
            && self.title == other.title
            && self.published == other.published
            && self.source == other.source
            && self.dateline == other.dateline
            && self.people == other.people
            && self.sections == other.sections
            && self.paragraphs == other.paragraphs
            && self.claims == other.claims
            && self.boilerplate == other.boilerplate
            && self.blocks == other.blocks
            && self.locale == other.locale
    }
}

impl Eq for Article<'_> {}

impl<'a> Article<'a> {
    /// The text as it was given.
    #[must_use]
    pub fn source_text(&self) -> &str {
        &self.document.source
    }

    /// The text with its damage undone.
    #[must_use]
    pub fn repaired_text(&self) -> &str {
        self.document.text()
    }

    /// The source's text of a span; `None` where the span is not of this source.
    #[must_use]
    pub fn get(&self, span: Span) -> Option<&str> {
        self.document.source.get(span.bytes())
    }

    /// The title.
    #[must_use]
    pub fn title(&self) -> Option<Passage<'_>> {
        self.title.as_ref().map(|data| self.passage(data))
    }

    /// When it was published, as printed.
    #[must_use]
    pub fn published(&self) -> Option<TimeRef<'_>> {
        self.time_by(self.published?)
    }

    /// Who published it: 來源, or the outlet that the page or the dateline names.
    #[must_use]
    pub fn source(&self) -> Option<Piece<'_>> {
        self.source.as_ref().map(|slice| self.document.piece(slice))
    }

    /// The dateline.
    #[must_use]
    pub fn dateline(&self) -> Option<Dateline<'_>> {
        self.dateline.as_ref().map(|data| Dateline { article: self, data })
    }

    /// All who made it, in text order.
    pub fn people(&self) -> impl Iterator<Item = Person<'_>> {
        self.people.iter().map(|person| self.person(person))
    }

    /// All who wrote it: reporters and correspondents, those of the dateline included.
    pub fn authors(&self) -> impl Iterator<Item = Person<'_>> {
        self.people().filter(|person| matches!(person.role, PersonRole::Reporter | PersonRole::Correspondent))
    }

    /// The photographers.
    pub fn credits(&self) -> impl Iterator<Item = Person<'_>> {
        self.people().filter(|person| person.role == PersonRole::Photographer)
    }

    /// The editors.
    pub fn editors(&self) -> impl Iterator<Item = Person<'_>> {
        self.people().filter(|person| person.role == PersonRole::Editor)
    }

    /// The sections, in text order. Text before the first heading is a section without one.
    pub fn sections(&self) -> impl DoubleEndedIterator<Item = Section<'_>> + ExactSizeIterator {
        self.sections.iter().map(move |data| Section { article: self, data })
    }

    /// The paragraphs of all sections.
    pub fn paragraphs(&self) -> impl DoubleEndedIterator<Item = Passage<'_>> + ExactSizeIterator {
        self.paragraphs.iter().map(move |data| self.passage(data))
    }

    /// The claims of all sections.
    pub fn claims(&self) -> impl DoubleEndedIterator<Item = Claim<'_>> + ExactSizeIterator {
        self.claims.iter().enumerate().map(move |(index, data)| Claim { article: self, data, index })
    }

    /// The quantities, in text order, those of title and headings included.
    pub fn quantities(&self) -> impl DoubleEndedIterator<Item = QuantityRef<'_>> + ExactSizeIterator {
        self.document.quantities(all(&self.document.quantities))
    }

    /// The times, in text order, those of title, stamp and dateline included.
    pub fn times(&self) -> impl DoubleEndedIterator<Item = TimeRef<'_>> + ExactSizeIterator {
        self.document.times(all(&self.document.times))
    }

    /// The furniture of the page, in text order.
    pub fn boilerplate(&self) -> impl Iterator<Item = (BoilerplateKind, Piece<'_>)> {
        self.boilerplate.iter().map(|(kind, slice)| (*kind, self.document.piece(slice)))
    }

    /// Where it was published, and how sure that is; `None` where nothing tells. It decides what 元 is, where it is at least
    /// [`Certainty::Likely`](crate::Certainty::Likely); [`Parser::region`](crate::Parser::region) goes before it.
    ///
    /// ```
    /// use wanyi::{Article, Certainty, Region};
    ///
    /// let article = Article::parse("（中央社記者王一一台北20日電）業者今年營收3億元。")?;
    /// let region = article.region().ok_or("no region")?;
    /// assert_eq!((region.value, region.certainty), (Region::Taiwan, Certainty::Stated));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn region(&self) -> Option<Detected<Region>> {
        self.locale.region
    }

    /// The script that it stands in, and how sure that is; `None` where no character tells.
    #[must_use]
    pub const fn script(&self) -> Option<Detected<Script>> {
        self.locale.script
    }

    /// The blocks of the page. They tile the source: each begins where the one before it ends.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// What a reader should know, in text order.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.document.diagnostics
    }

    /// The same without a borrow.
    #[must_use]
    pub fn into_owned(self) -> Article<'static> {
        Article {
            document: self.document.into_owned(),
            title: self.title,
            published: self.published,
            source: self.source,
            dateline: self.dateline,
            people: self.people,
            sections: self.sections,
            paragraphs: self.paragraphs,
            claims: self.claims,
            boilerplate: self.boilerplate,
            blocks: self.blocks,
            locale: self.locale,
        }
    }

    pub(super) fn time_by(&self, index: u32) -> Option<TimeRef<'_>> {
        self.document.times.get(index as usize).map(|mention| self.document.mention(mention))
    }

    pub(super) fn quantity_by(&self, index: u32) -> Option<QuantityRef<'_>> {
        self.document.quantities.get(index as usize).map(|mention| self.document.mention(mention))
    }

    pub(super) fn passage<'s>(&'s self, data: &'s PassageData) -> Passage<'s> {
        Passage { article: self, data }
    }

    pub(super) fn person(&self, data: &PersonData) -> Person<'_> {
        Person { name: self.document.piece(&data.name), role: data.role }
    }
}
