//! Where something stands in the source: [`Span`], in bytes and in code points.
//!
//! Imports nothing of the crate. Read [`crate::repair`] next: it maps places in the repaired text to spans of the source.

use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

/// A stretch of the source text, in bytes and in code points at once.
///
/// Both ends are offsets into the source as it was given, before any repair; the end is exclusive. Bytes are what Rust
/// slices by, code points are what people and most other languages count.
///
/// ```
/// use wanyi::Span;
///
/// let source = "約420余萬元";
/// let span = Span::locate(source, 3..15).ok_or("not on character borders")?;
/// assert_eq!(source.get(span.bytes()), Some("420余萬元"));
/// assert_eq!(span.chars(), 1..7);
/// # Ok::<(), &str>(())
/// ```
///
/// ```
/// use wanyi::Span;
///
/// let source = "約420余萬元";
/// let (all, number) = (Span::locate(source, 0..15).ok_or("no span")?, Span::locate(source, 3..6).ok_or("no span")?);
/// assert_eq!((number.start(), number.end(), number.len(), number.is_empty()), (3, 6, 3, false));
/// assert!(all.contains(number) && all.overlaps(number) && !number.contains(all));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: u32,
    end: u32,
    char_start: u32,
    char_end: u32,
}

impl Span {
    /// The span of the byte range `bytes` of `source`.
    ///
    /// `None` when the range is reversed, out of `source`, not on character borders, or beyond 4 GiB. Takes time
    /// linear in `bytes.end`.
    #[must_use]
    pub fn locate(source: &str, bytes: Range<usize>) -> Option<Self> {
        let before = source.get(..bytes.start)?;
        let inside = source.get(bytes.clone())?;
        u32::try_from(source.len()).ok()?;
        let char_start = count_chars(before.as_bytes());
        Some(Self::new(bytes.start, bytes.end, char_start, char_start + count_chars(inside.as_bytes())))
    }

    /// A span of offsets known to fit: sources are at most 4 GiB.
    #[expect(clippy::cast_possible_truncation, reason = "sources over 4 GiB are refused")]
    pub(crate) const fn new(start: usize, end: usize, char_start: usize, char_end: usize) -> Self {
        Self { start: start as u32, end: end as u32, char_start: char_start as u32, char_end: char_end as u32 }
    }

    /// The first byte.
    #[must_use]
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last.
    #[must_use]
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// The bytes, for slicing the source.
    #[must_use]
    pub const fn bytes(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The code points.
    #[must_use]
    pub const fn chars(self) -> Range<usize> {
        self.char_start as usize..self.char_end as usize
    }

    /// The UTF-16 code units, which JavaScript, Java and language servers count; `None` where the span is not of `source`.
    ///
    /// Takes time linear in the end of the span.
    ///
    /// ```
    /// use wanyi::find_quantities;
    ///
    /// let source = "𠮷野家新開3家店";
    /// let found = find_quantities(source);
    /// let span = found.quantities().next().ok_or("no quantity")?.span();
    /// assert_eq!((span.chars(), span.utf16(source)), (5..7, Some(6..8)));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn utf16(self, source: &str) -> Option<Range<usize>> {
        let start = source.get(..self.start())?.encode_utf16().count();
        Some(start..start + source.get(self.bytes())?.encode_utf16().count())
    }

    /// The number of bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Span({}..{}, chars {}..{})", self.start, self.end, self.char_start, self.char_end)
    }
}

/// The number of code points in UTF-8 bytes.
pub(crate) fn count_chars(bytes: &[u8]) -> usize {
    // eight at a time: the bytes with the high bit and without the next one continue a code point
    let words = bytes.chunks_exact(8);
    let rest = words.remainder().iter().filter(|byte| !is_continuation(**byte)).count();
    let words = words.map(|word| continuations(u64::from_le_bytes(word.try_into().unwrap_or_default())));
    rest + bytes.len() / 8 * 8 - words.sum::<usize>()
}

/// How many of eight bytes continue a code point.
const fn continuations(word: u64) -> usize {
    (word >> 7 & !(word >> 6) & 0x0101_0101_0101_0101).count_ones() as usize
}

/// Whether a byte continues a code point.
pub(crate) const fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

/// Turns byte offsets of one text into code-point offsets, by counting from the nearest mark before.
#[derive(Clone, Debug)]
pub(crate) struct CharCounter<'a> {
    text: &'a [u8],
    /// The code points before every [`STEP`]th byte, as far as was asked for.
    marks: Vec<u32>,
}

/// How many bytes apart marks are: a line of the processor's cache.
const STEP: usize = 64;

impl<'a> CharCounter<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text: text.as_bytes(), marks: Vec::new() }
    }

    /// The code-point offset of the byte offset `byte`.
    pub(crate) fn at(&mut self, byte: usize) -> usize {
        let mark = byte / STEP;
        if self.marks.is_empty() {
            self.marks.reserve_exact(self.text.len() / STEP + 1);
        }
        while self.marks.len() <= mark {
            let next = self.marks.len() * STEP;
            let walked = count_chars(self.text.get(next.saturating_sub(STEP)..next).unwrap_or_default());
            self.marks.push(self.marks.last().copied().unwrap_or_default() + u32::try_from(walked).unwrap_or_default());
        }
        let before = self.marks.get(mark).map_or(0, |count| *count as usize);
        before + count_chars(self.text.get(mark * STEP..byte).unwrap_or_default())
    }

    /// The span of a byte range.
    pub(crate) fn span(&mut self, bytes: Range<usize>) -> Span {
        let start = self.at(bytes.start);
        Span::new(bytes.start, bytes.end, start, self.at(bytes.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locates_by_characters() {
        let span = Span::locate("a萬b", 1..4).unwrap();
        assert_eq!((span.bytes(), span.chars(), span.len()), (1..4, 1..2, 3));
        assert_eq!(Span::locate("a萬b", 1..3), None, "inside a character");
        assert_eq!(Span::locate("a萬b", 4..9), None, "beyond the end");
        #[expect(clippy::reversed_empty_ranges, reason = "the case under test")]
        let reversed = Span::locate("a萬b", 4..1);
        assert_eq!(reversed, None);
    }

    #[test]
    fn counts_forwards_and_backwards() {
        let text = "一二abc三";
        let mut counter = CharCounter::new(text);
        assert_eq!([counter.at(12), counter.at(3), counter.at(9), counter.at(0)], [6, 1, 5, 0]);
        let text = "一a".repeat(STEP);
        let mut counter = CharCounter::new(&text);
        for at in [0, 2 * STEP, 4, 4 * STEP, 4 * (STEP - 1), STEP, 0] {
            assert_eq!(counter.at(at), at / 2, "{at}");
        }
    }
}
