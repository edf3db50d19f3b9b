//! Text repair: undoes what mirror sites did to a page, and keeps the edits as a map back to the source.
//!
//! [`repair`] drops the readings that were put behind characters (`網(wǎng)` is 網) and finds the stretches that a byte
//! shift destroyed. Healthy text is borrowed. Imports [`crate::span`] and the errors.

mod pinyin;

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use crate::error::{Diagnostic, DiagnosticCode};
use crate::span::{CharCounter, Span};

/// One change from the source to the repaired text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edit {
    /// The bytes of the source that were replaced.
    pub source: Range<usize>,
    /// The bytes of the repaired text that stand for them.
    pub text: Range<usize>,
    /// Why.
    pub code: DiagnosticCode,
    /// Whether no other reading is possible.
    pub certain: bool,
}

/// A repaired text with its map back to the source.
///
/// ```
/// let repaired = wanyi::repair("中新網(wǎng)新疆");
/// assert_eq!(repaired.text(), "中新網新疆");
/// // a span that ends with 網 ends before its reading
/// assert_eq!(repaired.source_range(0..9), 0..9);
/// assert_eq!(repaired.source_range(0..15), 0..22);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired<'a> {
    text: Cow<'a, str>,
    edits: Vec<Edit>,
    /// Stretches of the repaired text that cannot be trusted.
    damaged: Vec<Range<usize>>,
}

impl<'a> Repaired<'a> {
    /// The repaired text; borrowed where nothing was wrong.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The edits, in text order.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The stretches of the repaired text that a byte shift destroyed and that could not be read.
    #[must_use]
    pub fn damaged(&self) -> &[Range<usize>] {
        &self.damaged
    }

    /// Whether the text is the source as it was.
    #[must_use]
    pub const fn is_borrowed(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_))
    }

    /// The bytes of the source that a range of the repaired text stands for: from its first character to its last,
    /// without the reading behind that.
    #[must_use]
    pub fn source_range(&self, text: Range<usize>) -> Range<usize> {
        let start = self.source_start(text.start);
        let end = self.source_end(text.end);
        start..end.max(start)
    }

    fn source_start(&self, at: usize) -> usize {
        let count = self.edits.partition_point(|edit| edit.text.start <= at);
        match count.checked_sub(1).and_then(|i| self.edits.get(i)) {
            None => at,
            Some(edit) if at >= edit.text.end => edit.source.end + (at - edit.text.end),
            Some(edit) if at == edit.text.start => edit.source.start,
            Some(edit) => edit.source.end,
        }
    }

    fn source_end(&self, at: usize) -> usize {
        let count = self.edits.partition_point(|edit| edit.text.start < at);
        match count.checked_sub(1).and_then(|i| self.edits.get(i)) {
            None => at,
            Some(edit) if at >= edit.text.end => edit.source.end + (at - edit.text.end),
            Some(edit) => edit.source.start,
        }
    }

    /// The place in the repaired text where the source's byte `at` ends up; inside an edit, where that begins.
    #[must_use]
    pub fn text_offset(&self, at: usize) -> usize {
        let count = self.edits.partition_point(|edit| edit.source.start < at);
        match count.checked_sub(1).and_then(|i| self.edits.get(i)) {
            None => at,
            Some(edit) if at >= edit.source.end => edit.text.end + (at - edit.source.end),
            Some(edit) => edit.text.start,
        }
    }

    /// Whether an edit or a destroyed stretch touches a range of the repaired text.
    pub(crate) fn touches(&self, text: &Range<usize>) -> bool {
        let edit = self.edits.partition_point(|edit| edit.text.end <= text.start);
        let touched = self.edits.get(edit).is_some_and(|edit| edit.text.start < text.end);
        touched || self.in_stretch(text)
    }

    /// Whether a range of the repaired text lies in a destroyed stretch or begins where one ends, so that its first
    /// character may be gone.
    pub(crate) fn in_stretch(&self, text: &Range<usize>) -> bool {
        let stretch = self.damaged.partition_point(|stretch| stretch.end < text.start);
        self.damaged.get(stretch).is_some_and(|stretch| stretch.start < text.end)
    }

    /// Every edit and every destroyed stretch as a diagnostic, with spans of the source.
    #[must_use]
    pub fn diagnostics(&self, source: &str) -> Vec<Diagnostic> {
        let mut counter = CharCounter::new(source);
        let mut found: Vec<Diagnostic> = Vec::with_capacity(self.edits.len() + self.damaged.len());
        for edit in &self.edits {
            found.push(Diagnostic {
                code: edit.code,
                message: "the reading behind the character was dropped".into(),
                span: counter.span(edit.source.clone()),
                from: Some(source.get(edit.source.clone()).unwrap_or_default().to_string()),
                to: Some(self.text.get(edit.text.clone()).unwrap_or_default().to_string()),
                certain: edit.certain,
            });
        }
        for stretch in &self.damaged {
            let span: Span = counter.span(self.source_range(stretch.clone()));
            let message = "the text was shifted by a byte here and could not be read";
            found.push(Diagnostic::note(DiagnosticCode::ShiftedText, message, span));
        }
        found.sort_by_key(|diagnostic| diagnostic.span.start());
        found
    }

    /// The same with an owned text.
    #[must_use]
    pub fn into_owned(self) -> Repaired<'static> {
        Repaired { text: Cow::Owned(self.text.into_owned()), edits: self.edits, damaged: self.damaged }
    }
}

/// Undoes the damage of mirror sites: readings behind characters, in either bracket.
///
/// Repairing healthy text borrows it, and repairing repaired text changes nothing. Stretches that a byte shift
/// destroyed are left as they stand and reported by [`Repaired::damaged`]. Takes linear time.
///
/// ```
/// let healthy = wanyi::repair("喀什（Kashgar）");
/// assert!(healthy.is_borrowed() && healthy.edits().is_empty());
/// ```
#[must_use]
pub fn repair(source: &str) -> Repaired<'_> {
    let mut readings = pinyin::readings(source).peekable();
    if readings.peek().is_none() {
        return Repaired { text: Cow::Borrowed(source), edits: Vec::new(), damaged: Vec::new() };
    }
    let mut text = String::with_capacity(source.len());
    let mut edits = Vec::new();
    let mut damaged: Vec<Range<usize>> = Vec::new();
    let mut copied = 0;
    for reading in readings {
        match reading {
            pinyin::Reading::Behind(range) => {
                text.push_str(source.get(copied..range.start).unwrap_or_default());
                edits.push(Edit {
                    source: range.clone(),
                    text: text.len()..text.len(),
                    code: DiagnosticCode::PinyinNoise,
                    certain: true,
                });
                copied = range.end;
            }
            pinyin::Reading::Shifted(range) => {
                text.push_str(source.get(copied..range.start).unwrap_or_default());
                let start = text.len();
                text.push_str(source.get(range.clone()).unwrap_or_default());
                damaged.push(start..text.len());
                copied = range.end;
            }
        }
    }
    text.push_str(source.get(copied..).unwrap_or_default());
    let text = if edits.is_empty() { Cow::Borrowed(source) } else { Cow::Owned(text) };
    Repaired { text, edits, damaged }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drops_readings_and_maps_back() {
        let source = "鄉(xiāng)鎮(zhèn)87名";
        let repaired = repair(source);
        assert_eq!(repaired.text(), "鄉鎮87名");
        assert_eq!(&source[repaired.source_range(0..6)], "鄉(xiāng)鎮");
        assert_eq!(&source[repaired.source_range(6..11)], "87名");
        assert_eq!(repaired.text_offset(source.find('8').unwrap()), 6);
        let diagnostics = repaired.diagnostics(source);
        assert_eq!(diagnostics.len(), 2);
        assert_eq!((diagnostics[0].from.as_deref(), diagnostics[0].to.as_deref()), (Some("(xiāng)"), Some("")));
        assert_eq!(repair(repaired.text()).edits(), []);
    }

    #[test]
    fn leaves_other_brackets() {
        for healthy in
            ["中央電視台(CCTV)", "喀什（Kashgar）", "他（們）", "x(wǎng)", "什么?(shén)", "網(wang)", "網()", "網(wǎng"]
        {
            let repaired = repair(healthy);
            assert!(repaired.is_borrowed(), "{healthy}");
            assert!(repaired.damaged().is_empty(), "{healthy}");
        }
    }

    #[test]
    fn reports_shifted_stretches() {
        let source = "按照規?zāi)J剑?021年以來";
        let repaired = repair(source);
        assert_eq!(repaired.text(), "按照規?zāi)J剑?021年以來");
        let stretch = repaired.damaged()[0].clone();
        assert_eq!(&repaired.text()[stretch], "?zāi)J剑?");
        assert!(repaired.in_stretch(&(20..26)));
        assert!(!repaired.in_stretch(&(23..26)));
    }
}
