//! What stands where: quantities, times, claims and blocks by a byte of the source or by their index.

use super::mention::{Mention, QuantityRef, Range32, TimeRef};
use super::views::Claim;
use super::{Article, Block, ClaimData};
use crate::span::Span;

impl Article<'_> {
    /// The quantity at a byte of the source.
    #[must_use]
    pub fn quantity_at(&self, byte: usize) -> Option<QuantityRef<'_>> {
        self.document.quantity_at(byte)
    }

    /// The time at a byte of the source.
    #[must_use]
    pub fn time_at(&self, byte: usize) -> Option<TimeRef<'_>> {
        self.document.time_at(byte)
    }

    /// The claim at a byte of the source.
    ///
    /// ```
    /// use wanyi::Article;
    ///
    /// let text = "雲溪縣投入2.3億元，新建衛生院6所。";
    /// let article = Article::parse(text)?;
    /// let at = text.find("6所").ok_or("not there")?;
    /// assert_eq!(article.claim_at(at).map(|claim| claim.text()), Some("新建衛生院6所"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn claim_at(&self, byte: usize) -> Option<Claim<'_>> {
        let after = self.claims.partition_point(|claim| claim.slice.span.start() <= byte);
        let index = after.checked_sub(1)?;
        self.claim(index).filter(|claim| byte < claim.span().end())
    }

    /// The block at a byte of the source; `None` only past its end.
    #[must_use]
    pub fn block_at(&self, byte: usize) -> Option<&Block> {
        let after = self.blocks.partition_point(|block| block.span.start() <= byte);
        self.blocks.get(after.checked_sub(1)?).filter(|block| byte < block.span.end())
    }

    /// The quantities that lie inside a span of the source, in text order.
    ///
    /// ```
    /// use wanyi::Article;
    ///
    /// let article = Article::parse("雲溪縣投入2.3億元，新建衛生院6所。惠及1.2萬人。")?;
    /// let sentence = article.claims().next().ok_or("no claim")?.span();
    /// let found: Vec<_> = article.quantities_in(sentence).map(|q| q.text()).collect();
    /// assert_eq!(found, ["2.3億元"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn quantities_in(&self, span: Span) -> impl DoubleEndedIterator<Item = QuantityRef<'_>> + ExactSizeIterator {
        self.document.quantities(within(&self.document.quantities, span))
    }

    /// The times that lie inside a span of the source, in text order.
    pub fn times_in(&self, span: Span) -> impl DoubleEndedIterator<Item = TimeRef<'_>> + ExactSizeIterator {
        self.document.times(within(&self.document.times, span))
    }

    /// The quantity of an index: its place in [`Article::quantities`].
    #[must_use]
    pub fn quantity(&self, index: usize) -> Option<QuantityRef<'_>> {
        self.document.quantities.get(index).map(|mention| self.document.mention(mention))
    }

    /// The time of an index: its place in [`Article::times`].
    #[must_use]
    pub fn time(&self, index: usize) -> Option<TimeRef<'_>> {
        self.document.times.get(index).map(|mention| self.document.mention(mention))
    }

    /// The claim of an index: its place in [`Article::claims`].
    #[must_use]
    pub fn claim(&self, index: usize) -> Option<Claim<'_>> {
        self.claims.get(index).map(|data| Claim { article: self, data, index })
    }

    /// The claim that holds the quantity of an index; `None` for one of a heading, or that nothing is claimed with.
    ///
    /// ```
    /// use wanyi::Article;
    ///
    /// let article = Article::parse("雲溪縣投入2.3億元，新建衛生院6所。")?;
    /// let claim = article.claim_of_quantity(1).ok_or("no claim")?;
    /// assert_eq!((claim.index(), claim.quantity_indices()), (1, 1..2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn claim_of_quantity(&self, index: usize) -> Option<Claim<'_>> {
        self.claim_by(index, |claim| &claim.quantities)
    }

    /// The claim that holds the time of an index.
    #[must_use]
    pub fn claim_of_time(&self, index: usize) -> Option<Claim<'_>> {
        self.claim_by(index, |claim| &claim.times)
    }

    /// The claim one of whose lists holds an index.
    fn claim_by(&self, index: usize, list: impl Fn(&ClaimData) -> &Range32) -> Option<Claim<'_>> {
        let index = u32::try_from(index).ok()?;
        let after = self.claims.partition_point(|claim| list(claim).start <= index);
        // claims without a number begin where the next one does
        let mut before =
            self.claims.get(..after)?.iter().enumerate().rev().skip_while(|(_, claim)| list(claim).is_empty());
        let (at, _) = before.next().filter(|(_, claim)| list(claim).contains(&index))?;
        self.claim(at)
    }
}

/// The mentions that lie inside a span.
fn within<T>(list: &[Mention<T>], span: Span) -> Range32 {
    let start = list.partition_point(|mention| mention.span.start() < span.start());
    let end = list.partition_point(|mention| mention.span.end() <= span.end());
    let index = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    index(start)..index(end.max(start))
}
