//! The text at work: a cell for each character that still knows which bytes of the source it stands for.
//!
//! Each step of the repair changes, drops or adds cells; at the end they become the text and its list of edits. Only
//! damaged text comes here. Imports [`crate::error`]. Read [`super::surface`] next.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::{Edit, Repaired};
use crate::error::DiagnosticCode;
use crate::order;

/// What stands for a character whose bytes are gone.
pub(crate) const LOST: char = char::REPLACEMENT_CHARACTER;

/// A character of the repaired text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) c: char,
    /// The bytes of the source that it stands for.
    pub(super) from: u32,
    pub(super) to: u32,
    /// Why it is not what stood there, and whether no other is possible.
    pub(super) edit: Option<(DiagnosticCode, bool)>,
}

impl Cell {
    /// A character in place of the cells `of`.
    pub(super) fn instead(of: &[Self], c: char, code: DiagnosticCode, certain: bool) -> Self {
        let from = of.first().map_or(0, |cell| cell.from);
        let to = of.last().map_or(from, |cell| cell.to);
        // what was inferred before stays so
        let certain = certain && of.iter().all(|cell| cell.edit.is_none_or(|(_, certain)| certain));
        Self { c, from, to, edit: Some((code, certain)) }
    }

    /// The bytes of the source that cells stand for.
    #[cfg(feature = "repair")]
    pub(super) fn bytes(of: &[Self]) -> Option<Range<u32>> {
        Some(of.first()?.from..of.last()?.to)
    }

    /// Whether its character's bytes are gone and none could be inferred.
    pub(super) fn is_lost(&self) -> bool {
        self.c == LOST && matches!(self.edit, Some((DiagnosticCode::LostCharacter, _)))
    }
}

/// The text at work.
#[derive(Debug)]
pub(super) struct Cells {
    pub(super) cells: Vec<Cell>,
    /// What was dropped from the source.
    dropped: Vec<(Range<u32>, DiagnosticCode)>,
    /// Stretches of the source that stand as they stood because they could not be read.
    unread: Vec<Range<u32>>,
    /// Readings of the source that stand as they stood because they may be the writer's.
    noted: Vec<Range<u32>>,
}

impl Cells {
    /// The characters of a source of at most 4 GiB.
    pub(super) fn new(source: &str) -> Self {
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let cell = |(at, c): (usize, char)| Cell { c, from: place(at), to: place(at + c.len_utf8()), edit: None };
        Self {
            cells: source.char_indices().map(cell).collect(),
            dropped: Vec::new(),
            unread: Vec::new(),
            noted: Vec::new(),
        }
    }

    /// Notes that cells were left out.
    pub(super) fn drop_all(&mut self, cells: &[Cell], code: DiagnosticCode) {
        if let (Some(first), Some(last)) = (cells.first(), cells.last()) {
            self.dropped.push((first.from..last.to, code));
        }
    }

    /// Notes that bytes of the source are not to be trusted.
    #[cfg(feature = "repair")]
    pub(super) fn leave(&mut self, bytes: Option<Range<u32>>) {
        self.unread.extend(bytes);
    }

    /// Notes a reading that stands as it stood.
    #[cfg(feature = "repair")]
    pub(super) fn note(&mut self, bytes: Option<Range<u32>>) {
        self.noted.extend(bytes);
    }

    /// The repaired text of a source.
    pub(super) fn finish(mut self, source: &str) -> Repaired<'_> {
        order::sort(&mut self.dropped, |(range, _)| [range.start as usize, range.end as usize]);
        order::sort(&mut self.unread, |range| [range.start as usize, 0]);
        // every layer finds them anew
        order::sort(&mut self.noted, |range| [range.start as usize, 0]);
        self.noted.dedup();
        let mut text = String::with_capacity(source.len());
        let mut edits: Vec<Edit> = Vec::new();
        let mut damaged: Vec<Range<usize>> = Vec::new();
        let mut dropped = self.dropped.into_iter().peekable();
        let mut unread = self.unread.into_iter().peekable();
        let mut drop_until = |until: u32, at: usize, edits: &mut Vec<Edit>| {
            while let Some((range, code)) = dropped.next_if(|(range, _)| range.start < until) {
                // what was dropped inside another edit is told by that
                let known = edits.last().is_some_and(|edit| wide(range.end) <= edit.source.end);
                if !known {
                    let start = edits.last().map_or(0, |edit| edit.source.end).max(wide(range.start));
                    edits.push(Edit { source: start..wide(range.end), text: at..at, code, certain: true });
                }
            }
        };
        for cell in &self.cells {
            drop_until(cell.from, text.len(), &mut edits);
            let start = text.len();
            text.push(cell.c);
            while unread.next_if(|range| range.end <= cell.from).is_some() {}
            if cell.is_lost() || unread.peek().is_some_and(|range| range.start <= cell.from) {
                match damaged.last_mut().filter(|last| last.end == start) {
                    Some(last) => last.end = text.len(),
                    None => damaged.push(start..text.len()),
                }
            }
            let Some((code, certain)) = cell.edit else { continue };
            let range = wide(cell.from)..wide(cell.to);
            match edits.last_mut().filter(|edit| edit.source == range && edit.text.end == start) {
                // two characters in place of one
                Some(edit) => {
                    edit.text.end = text.len();
                    edit.certain &= certain;
                }
                None => edits.push(Edit { source: range, text: start..text.len(), code, certain }),
            }
        }
        drop_until(u32::MAX, text.len(), &mut edits);
        debug_assert!(!edits.is_empty() || text == source, "characters changed without an edit");
        let text = (!edits.is_empty()).then_some(text);
        let mut repaired = Repaired { source: Cow::Borrowed(source), text, edits, damaged, noted: Vec::new() };
        let noted = self.noted.iter().map(|range| repaired.text_range(wide(range.start)..wide(range.end)));
        repaired.noted = noted.collect();
        repaired
    }
}

fn wide(at: u32) -> usize {
    at as usize
}
