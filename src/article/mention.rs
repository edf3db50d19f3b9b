//! What stands at a place: [`Mention`] with its views, and pieces of text.

use core::ops::{Deref, Range};

use crate::quantity::Quantity;
use crate::span::Span;
use crate::time::Time;

/// A range of indices, or of bytes of the repaired text.
pub(crate) type Range32 = Range<u32>;

/// Narrows a range known to fit: texts are at most 4 GiB.
#[expect(clippy::cast_possible_truncation, reason = "texts over 4 GiB are refused")]
pub(crate) const fn range32(range: &Range<usize>) -> Range32 {
    range.start as u32..range.end as u32
}

pub(super) const fn widen(range: &Range32) -> Range<usize> {
    range.start as usize..range.end as usize
}

/// A quantity or time at its place in the source. Dereferences to what stands there.
///
/// ```
/// let found = wanyi::find_quantities("受益群眾約3萬人");
/// let people = found.quantities().next().ok_or("no quantity")?;
/// assert_eq!((people.span().bytes(), people.damaged()), (12..22, false));
/// assert_eq!(people.marker().and_then(|marker| found.get(marker)), Some("約"));
/// # Ok::<(), &str>(())
/// ```
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

/// Equal where they say the same at the same place.
impl<T: PartialEq> PartialEq for Mention<T> {
    fn eq(&self, other: &Self) -> bool {
        self.item == other.item
            && self.span == other.span
            && self.marker == other.marker
            && self.damaged == other.damaged
    }
}

impl<T: Eq> Eq for Mention<T> {}

/// A mention together with its text.
///
/// ```
/// use wanyi::{Mention, Quantity};
///
/// let found = wanyi::find_quantities("受益群眾約3萬人");
/// let people = found.quantities().next().ok_or("no quantity")?;
/// assert_eq!((people.text(), people.decimal()), ("約3萬人", Some(30_000.into())));
/// let kept: Mention<Quantity> = people.get().clone();
/// assert_eq!(kept.unit.as_ref().map(|unit| unit.symbol()), Some("人"));
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug)]
pub struct MentionRef<'a, T> {
    pub(super) mention: &'a Mention<T>,
    pub(super) text: &'a str,
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
pub type TimeRef<'a> = MentionRef<'a, Time>;

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
