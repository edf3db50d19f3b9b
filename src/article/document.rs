//! What every text has: the source, its repair and the flat lists; [`Found`] for a text without layout.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::mention::{Mention, MentionRef, Piece, QuantityRef, Range32, Slice, TimeRef, widen};
use crate::error::Diagnostic;
use crate::quantity::Quantity;
use crate::repair::Repaired;
use crate::span::Span;
use crate::time::Time;

/// What every text has: the source, its repair, and what was found.
#[derive(Clone, Debug)]
pub(crate) struct Document<'a> {
    pub(crate) source: Cow<'a, str>,
    /// `None` where the repaired text is the source.
    pub(crate) repaired: Option<String>,
    pub(crate) quantities: Vec<Mention<Quantity>>,
    pub(crate) times: Vec<Mention<Time>>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl<'a> Document<'a> {
    pub(crate) fn new(source: Cow<'a, str>, repaired: &Repaired<'_>) -> Self {
        let diagnostics = repaired.diagnostics();
        let text = (!repaired.is_borrowed()).then(|| repaired.text().into());
        Self { source, repaired: text, quantities: Vec::new(), times: Vec::new(), diagnostics }
    }

    pub(crate) fn text(&self) -> &str {
        self.repaired.as_deref().unwrap_or(&self.source)
    }

    pub(crate) fn slice(&self, text: &Range32) -> &str {
        self.text().get(widen(text)).unwrap_or_default()
    }

    pub(super) fn mention<'s, T>(&'s self, mention: &'s Mention<T>) -> MentionRef<'s, T> {
        MentionRef { mention, text: self.slice(&mention.text) }
    }

    pub(super) fn quantities(
        &self,
        range: Range32,
    ) -> impl DoubleEndedIterator<Item = QuantityRef<'_>> + ExactSizeIterator {
        self.quantities.get(widen(&range)).unwrap_or_default().iter().map(|mention| self.mention(mention))
    }

    pub(super) fn times(&self, range: Range32) -> impl DoubleEndedIterator<Item = TimeRef<'_>> + ExactSizeIterator {
        self.times.get(widen(&range)).unwrap_or_default().iter().map(|mention| self.mention(mention))
    }

    /// The quantity that covers a byte of the source.
    pub(super) fn quantity_at(&self, byte: usize) -> Option<QuantityRef<'_>> {
        covering(&self.quantities, byte).map(|mention| self.mention(mention))
    }

    /// The time that covers a byte of the source.
    pub(super) fn time_at(&self, byte: usize) -> Option<TimeRef<'_>> {
        covering(&self.times, byte).map(|mention| self.mention(mention))
    }

    pub(super) fn piece(&self, slice: &Slice) -> Piece<'_> {
        Piece { text: self.slice(&slice.text), span: slice.span }
    }

    pub(super) fn into_owned(self) -> Document<'static> {
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
///
/// ```
/// use wanyi::Parser;
///
/// let text = "今年受益１.6万人";
/// let found = Parser::new().find_quantities(text);
/// assert_eq!((found.source_text(), found.repaired_text()), (text, text));
/// let year = found.times().next().ok_or("no time")?;
/// assert_eq!(found.get(year.span()), Some("今年"));
/// assert!(found.diagnostics().is_empty());
/// let owned: wanyi::Found<'static> = found.into_owned();
/// assert_eq!(owned.quantities().len(), 1);
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    pub(crate) document: Document<'a>,
}

impl<'a> Found<'a> {
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

    /// The quantity at a byte of the source.
    ///
    /// ```
    /// let found = wanyi::find_quantities("受益群眾達1.6萬人");
    /// assert_eq!(found.quantity_at(18).map(|quantity| quantity.text()), Some("1.6萬人"));
    /// assert!(found.quantity_at(0).is_none());
    /// ```
    #[must_use]
    pub fn quantity_at(&self, byte: usize) -> Option<QuantityRef<'_>> {
        self.document.quantity_at(byte)
    }

    /// The time at a byte of the source.
    ///
    /// ```
    /// let found = wanyi::find_quantities("去年營收3億元");
    /// assert_eq!(found.time_at(3).map(|time| time.text()), Some("去年"));
    /// ```
    #[must_use]
    pub fn time_at(&self, byte: usize) -> Option<TimeRef<'_>> {
        self.document.time_at(byte)
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
    pub fn times(&self) -> impl DoubleEndedIterator<Item = TimeRef<'_>> + ExactSizeIterator {
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
