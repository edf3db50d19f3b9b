//! The model: [`Article`] with its sections, paragraphs and claims, and [`Found`] for a bare text.
//!
//! Only these two borrow: they hold the source, the repaired text and flat lists of quantities, times and claims in text
//! order. Everything else holds index ranges into them, and views ([`Section`], [`Passage`], [`ClaimRef`], [`MentionRef`])
//! read them. Imports all types above; read [`crate::parse`] next, which fills it.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::ops::{Deref, Range};

use crate::error::Diagnostic;
use crate::quantity::Quantity;
use crate::repair::Repaired;
use crate::span::Span;
use crate::time::TimeRef;

/// A range of indices, or of bytes of the repaired text.
pub(crate) type Range32 = Range<u32>;

/// Narrows a range known to fit: texts are at most 4 GiB.
#[expect(clippy::cast_possible_truncation, reason = "texts over 4 GiB are refused")]
pub(crate) const fn range32(range: &Range<usize>) -> Range32 {
    range.start as u32..range.end as u32
}

const fn widen(range: &Range32) -> Range<usize> {
    range.start as usize..range.end as usize
}

/// A quantity or time at its place in the source. Dereferences to what stands there.
#[derive(Clone, Debug)]
pub struct Mention<T> {
    pub(crate) item: T,
    pub(crate) span: Span,
    pub(crate) text: Range32,
    pub(crate) marker: Option<Span>,
    pub(crate) damaged: bool,
}

impl<T> Mention<T> {
    /// Where it stands in the source.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Where the approximator stands that limits it.
    #[must_use]
    pub const fn marker(&self) -> Option<Span> {
        self.marker
    }

    /// Whether damage to the source touches it.
    #[must_use]
    pub const fn damaged(&self) -> bool {
        self.damaged
    }
}

impl<T> Deref for Mention<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.item
    }
}

/// Equal where they say the same at the same place. The approximator's own place follows from that.
impl<T: PartialEq> PartialEq for Mention<T> {
    fn eq(&self, other: &Self) -> bool {
        self.item == other.item && self.span == other.span && self.damaged == other.damaged
    }
}

impl<T: Eq> Eq for Mention<T> {}

/// A mention together with its text.
#[derive(Debug)]
pub struct MentionRef<'a, T> {
    mention: &'a Mention<T>,
    text: &'a str,
}

impl<T> Clone for MentionRef<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for MentionRef<'_, T> {}

impl<'a, T> MentionRef<'a, T> {
    /// Its text, damage undone.
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// The mention itself, for as long as the article.
    #[must_use]
    pub const fn get(&self) -> &'a Mention<T> {
        self.mention
    }
}

impl<T> Deref for MentionRef<'_, T> {
    type Target = Mention<T>;

    fn deref(&self) -> &Mention<T> {
        self.mention
    }
}

/// A quantity in an article.
pub type QuantityRef<'a> = MentionRef<'a, Quantity>;
/// A time in an article.
pub type TimeMention<'a> = MentionRef<'a, TimeRef>;

/// A piece of text in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Its text, damage undone.
    pub text: &'a str,
    /// Where it stands in the source.
    pub span: Span,
}

/// A stored piece: its place in the source and in the repaired text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slice {
    pub(crate) span: Span,
    pub(crate) text: Range32,
}

/// What every text has: the source, its repair, and what was found.
#[derive(Clone, Debug)]
pub(crate) struct Document<'a> {
    pub(crate) source: Cow<'a, str>,
    /// `None` where the repaired text is the source.
    pub(crate) repaired: Option<String>,
    pub(crate) quantities: Vec<Mention<Quantity>>,
    pub(crate) times: Vec<Mention<TimeRef>>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl<'a> Document<'a> {
    pub(crate) fn new(source: Cow<'a, str>, repaired: &Repaired<'_>) -> Self {
        let diagnostics = repaired.diagnostics(&source);
        let text = (!repaired.is_borrowed()).then(|| repaired.text().into());
        Self { source, repaired: text, quantities: Vec::new(), times: Vec::new(), diagnostics }
    }

    pub(crate) fn text(&self) -> &str {
        self.repaired.as_deref().unwrap_or(&self.source)
    }

    pub(crate) fn slice(&self, text: &Range32) -> &str {
        self.text().get(widen(text)).unwrap_or_default()
    }

    fn mention<'s, T>(&'s self, mention: &'s Mention<T>) -> MentionRef<'s, T> {
        MentionRef { mention, text: self.slice(&mention.text) }
    }

    fn quantities(&self, range: Range32) -> impl DoubleEndedIterator<Item = QuantityRef<'_>> + ExactSizeIterator {
        self.quantities.get(widen(&range)).unwrap_or_default().iter().map(|mention| self.mention(mention))
    }

    fn times(&self, range: Range32) -> impl DoubleEndedIterator<Item = TimeMention<'_>> + ExactSizeIterator {
        self.times.get(widen(&range)).unwrap_or_default().iter().map(|mention| self.mention(mention))
    }

    fn piece(&self, slice: &Slice) -> Piece<'_> {
        Piece { text: self.slice(&slice.text), span: slice.span }
    }

    fn into_owned(self) -> Document<'static> {
        Document {
            source: Cow::Owned(self.source.into_owned()),
            repaired: self.repaired,
            quantities: self.quantities,
            times: self.times,
            diagnostics: self.diagnostics,
        }
    }
}

impl PartialEq for Document<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
            && self.quantities == other.quantities
            && self.times == other.times
            && self.diagnostics == other.diagnostics
    }
}

impl Eq for Document<'_> {}

/// The whole range of a list.
#[expect(clippy::cast_possible_truncation, reason = "no list is longer than a text")]
pub(crate) fn all<T>(list: &[T]) -> Range32 {
    0..list.len() as u32
}

/// The mention that covers the source's byte `at`.
fn covering<T>(list: &[Mention<T>], at: usize) -> Option<&Mention<T>> {
    let after = list.partition_point(|mention| mention.span.start() <= at);
    list.get(after.checked_sub(1)?).filter(|mention| at < mention.span.end())
}

/// What was found in a bare text: quantities and times, without layout and claims.
///
/// ```
/// use wanyi::find_quantities;
///
/// let found = find_quantities("受益群眾達1.6萬人，增長40%以上。");
/// let texts: Vec<_> = found.quantities().map(|q| q.text()).collect();
/// assert_eq!(texts, ["1.6萬人", "40%以上"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    pub(crate) document: Document<'a>,
}

impl<'a> Found<'a> {
    /// The source as it was given.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.document.source
    }

    /// The source's text of a span; `None` where the span is not of this source.
    #[must_use]
    pub fn get(&self, span: Span) -> Option<&str> {
        self.document.source.get(span.bytes())
    }

    /// The quantities, in text order.
    pub fn quantities(&self) -> impl DoubleEndedIterator<Item = QuantityRef<'_>> + ExactSizeIterator {
        self.document.quantities(all(&self.document.quantities))
    }

    /// The times, in text order.
    pub fn times(&self) -> impl DoubleEndedIterator<Item = TimeMention<'_>> + ExactSizeIterator {
        self.document.times(all(&self.document.times))
    }

    /// What a reader should know, in text order.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.document.diagnostics
    }

    /// The same without a borrow.
    #[must_use]
    pub fn into_owned(self) -> Found<'static> {
        Found { document: self.document.into_owned() }
    }
}

/// What a block of the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BlockKind {
    /// The title.
    Title,
    /// Time and source.
    Stamp,
    /// Agency, place, date and reporters before the text.
    Dateline,
    /// The heading of a section.
    Heading,
    /// A paragraph.
    Paragraph,
    /// Reporters or editors on a line of their own.
    Byline,
    /// The caption of a picture; it is read like a paragraph.
    Caption,
    /// Furniture of the page.
    Boilerplate(BoilerplateKind),
}

/// Furniture of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BoilerplateKind {
    /// The name of the site, breadcrumbs.
    Header,
    /// Share links.
    Share,
    /// The title again.
    RepeatedTitle,
    /// Licence and copyright.
    Legal,
    /// Telephone and address.
    Contact,
    /// Next stories, adverts.
    Recommendation,
    /// Anything else.
    Other,
}

impl BoilerplateKind {
    /// The name in the JSON form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Share => "share",
            Self::RepeatedTitle => "repeated_title",
            Self::Legal => "legal",
            Self::Contact => "contact",
            Self::Recommendation => "recommendation",
            Self::Other => "other",
        }
    }

    pub(crate) const ALL: [Self; 7] =
        [Self::Header, Self::Share, Self::RepeatedTitle, Self::Legal, Self::Contact, Self::Recommendation, Self::Other];
}

/// A block: the blocks of an article tile its source.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// All of it, the white space behind it included.
    pub span: Span,
}

/// What somebody named in the article did for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PersonRole {
    /// 記者.
    Reporter,
    /// 通訊員.
    Correspondent,
    /// 編輯.
    Editor,
    /// 攝影.
    Photographer,
}

impl PersonRole {
    /// The name in the JSON form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reporter => "reporter",
            Self::Correspondent => "correspondent",
            Self::Editor => "editor",
            Self::Photographer => "photographer",
        }
    }

    pub(crate) const ALL: [Self; 4] = [Self::Reporter, Self::Correspondent, Self::Editor, Self::Photographer];
}

/// Somebody who made the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Person<'a> {
    /// The name, and where it stands.
    pub name: Piece<'a>,
    /// What they did.
    pub role: PersonRole,
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

/// How sure a claim is meant to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Modality {
    /// It is so.
    #[default]
    Fact,
    /// 累計: summed up over time.
    Cumulative,
    /// 將, 擬: it is planned.
    Planned,
    /// 預計: it is expected.
    Forecast,
    /// 力爭, 目標: it is aimed at.
    Target,
    /// 可, 設計: it could be.
    Capacity,
}

impl Modality {
    pub(crate) const ALL: [Self; 6] =
        [Self::Fact, Self::Cumulative, Self::Planned, Self::Forecast, Self::Target, Self::Capacity];

    /// The name in the JSON form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Cumulative => "cumulative",
            Self::Planned => "planned",
            Self::Forecast => "forecast",
            Self::Target => "target",
            Self::Capacity => "capacity",
        }
    }
}

/// Which way something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Direction {
    /// 增長, 上升.
    Increase,
    /// 下降, 減少.
    Decrease,
    /// 持平.
    None,
}

impl Direction {
    pub(crate) const ALL: [Self; 3] = [Self::Increase, Self::Decrease, Self::None];

    /// The name in the JSON form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Increase => "increase",
            Self::Decrease => "decrease",
            Self::None => "none",
        }
    }
}

/// What a change is measured against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Basis {
    /// 同比, 年增: the same period a year before.
    Yoy,
    /// 月增: the month before.
    Mom,
    /// 季增: the quarter before.
    Qoq,
    /// 環比: the period before.
    PreviousPeriod,
    /// 較上年末.
    PreviousYearEnd,
    /// Anything else: 較1998年.
    Other,
}

impl Basis {
    pub(crate) const ALL: [Self; 6] =
        [Self::Yoy, Self::Mom, Self::Qoq, Self::PreviousPeriod, Self::PreviousYearEnd, Self::Other];

    /// The name in the JSON form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yoy => "yoy",
            Self::Mom => "mom",
            Self::Qoq => "qoq",
            Self::PreviousPeriod => "previous_period",
            Self::PreviousYearEnd => "previous_year_end",
            Self::Other => "other",
        }
    }
}

/// How quantities of a claim belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RelationKind {
    /// 其中: a part of another.
    PartOf,
    /// 占…的: a share of another.
    ShareOf,
    /// 合計: the sum of others.
    Sum,
    /// 分別: each of its own head.
    Respectively,
}

impl RelationKind {
    pub(crate) const ALL: [Self; 4] = [Self::PartOf, Self::ShareOf, Self::Sum, Self::Respectively];

    /// The name in the JSON form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PartOf => "part_of",
            Self::ShareOf => "share_of",
            Self::Sum => "sum",
            Self::Respectively => "respectively",
        }
    }
}

/// A relation between quantities of one claim, by index into the claim's own list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuantityRelation {
    /// How they belong together.
    pub kind: RelationKind,
    /// The quantity.
    pub quantity: u32,
    /// The quantity that it belongs to; `None` where the text names none.
    pub of: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ChangeData {
    pub(crate) direction: Direction,
    /// Indices of the quantities.
    pub(crate) magnitude: Option<u32>,
    pub(crate) from: Option<u32>,
    pub(crate) to: Option<u32>,
    pub(crate) basis: Option<Basis>,
    /// An index of the times.
    pub(crate) base: Option<u32>,
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
#[derive(Clone, Debug)]
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
}

/// Equal where they say the same of the same source. The blocks follow from that.
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
    pub fn published(&self) -> Option<TimeMention<'_>> {
        self.time_at(self.published?)
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
    pub fn claims(&self) -> impl DoubleEndedIterator<Item = ClaimRef<'_>> + ExactSizeIterator {
        self.claims.iter().map(move |data| ClaimRef { article: self, data })
    }

    /// The quantities, in text order, those of title and headings included.
    pub fn quantities(&self) -> impl DoubleEndedIterator<Item = QuantityRef<'_>> + ExactSizeIterator {
        self.document.quantities(all(&self.document.quantities))
    }

    /// The times, in text order, those of title, stamp and dateline included.
    pub fn times(&self) -> impl DoubleEndedIterator<Item = TimeMention<'_>> + ExactSizeIterator {
        self.document.times(all(&self.document.times))
    }

    /// The quantity at a byte of the source.
    #[must_use]
    pub fn quantity_at(&self, byte: usize) -> Option<QuantityRef<'_>> {
        covering(&self.document.quantities, byte).map(|mention| self.document.mention(mention))
    }

    /// The furniture of the page, in text order.
    pub fn boilerplate(&self) -> impl Iterator<Item = (BoilerplateKind, Piece<'_>)> {
        self.boilerplate.iter().map(|(kind, slice)| (*kind, self.document.piece(slice)))
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
        }
    }

    fn time_at(&self, index: u32) -> Option<TimeMention<'_>> {
        self.document.times.get(index as usize).map(|mention| self.document.mention(mention))
    }

    fn quantity_by(&self, index: u32) -> Option<QuantityRef<'_>> {
        self.document.quantities.get(index as usize).map(|mention| self.document.mention(mention))
    }

    fn passage<'s>(&'s self, data: &'s PassageData) -> Passage<'s> {
        Passage { article: self, data }
    }

    fn person(&self, data: &PersonData) -> Person<'_> {
        Person { name: self.document.piece(&data.name), role: data.role }
    }
}

/// Agency, place, date and reporters at the head of the text.
#[derive(Clone, Copy)]
pub struct Dateline<'s> {
    article: &'s Article<'s>,
    data: &'s DatelineData,
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
    pub fn date(&self) -> Option<TimeMention<'s>> {
        self.article.time_at(self.data.date?)
    }

    /// The reporters named in it.
    pub fn reporters(&self) -> impl Iterator<Item = Person<'s>> + use<'s> {
        let article = self.article;
        article.people.iter().filter(|person| person.dateline).map(|person| article.person(person))
    }
}

/// A section: the text under one heading.
#[derive(Clone, Copy)]
pub struct Section<'s> {
    article: &'s Article<'s>,
    data: &'s SectionData,
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
    pub fn claims(&self) -> impl DoubleEndedIterator<Item = ClaimRef<'s>> + ExactSizeIterator + use<'s> {
        let article = self.article;
        article
            .claims
            .get(widen(&self.data.claims))
            .unwrap_or_default()
            .iter()
            .map(move |data| ClaimRef { article, data })
    }

    /// The quantities of its paragraphs.
    pub fn quantities(&self) -> impl Iterator<Item = QuantityRef<'s>> + use<'s> {
        self.paragraphs().flat_map(|paragraph| paragraph.quantities())
    }
}

/// A title, heading or paragraph, with the quantities and times in it.
#[derive(Clone, Copy)]
pub struct Passage<'s> {
    article: &'s Article<'s>,
    data: &'s PassageData,
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
    pub fn times(&self) -> impl DoubleEndedIterator<Item = TimeMention<'s>> + ExactSizeIterator + use<'s> {
        self.article.document.times(self.data.times.clone())
    }
}

/// A claim: one clause that asserts something with a number.
#[derive(Clone, Copy)]
pub struct ClaimRef<'s> {
    article: &'s Article<'s>,
    data: &'s ClaimData,
}

impl<'s> ClaimRef<'s> {
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
    pub fn times(&self) -> impl DoubleEndedIterator<Item = TimeMention<'s>> + ExactSizeIterator + use<'s> {
        self.article.document.times(self.data.times.clone())
    }

    /// The changes that it states.
    pub fn changes(&self) -> impl ExactSizeIterator<Item = Change<'s>> + use<'s> {
        let article = self.article;
        self.data.changes.iter().map(move |data| Change {
            direction: data.direction,
            magnitude: data.magnitude.and_then(|i| article.quantity_by(i)),
            from: data.from.and_then(|i| article.quantity_by(i)),
            to: data.to.and_then(|i| article.quantity_by(i)),
            basis: data.basis,
            base: data.base.and_then(|i| article.time_at(i)),
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
    /// Measured against what.
    pub basis: Option<Basis>,
    /// The time that is compared with.
    pub base: Option<TimeMention<'s>>,
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

debug_text!(Passage ClaimRef);

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
