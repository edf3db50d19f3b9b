//! What a mirror site did to a page: readings put after characters by a replacement of bytes in GBK.
//!
//! Such a site replaces the bytes of a character X by those of `X(reading)`. Where X stands, the reading is dropped here.
//! Where the bytes of X stand across a border of two characters, everything after is shifted by a byte.
//!
//! - [`sites`]: which readings are those of a site, and which the writer's;
//! - [`evidence`]: what the text says of the site, and [`cost`], what that is worth;
//! - [`shift`]: the bytes of a shifted stretch paired anew;
//! - [`infer`]: what is gone for good, where the text leaves one choice.

mod cost;
mod evidence;
mod gbk;
mod infer;
mod reading;
mod shift;
mod sites;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use self::evidence::Evidence;
use self::sites::{Site, SiteKind, Sites};
use crate::chars::{self, one_of};
use crate::error::DiagnosticCode;
use crate::repair::cells::{Cell, Cells, LOST};

/// Drops readings and undoes shifts; whether anything changed.
pub(super) fn undo(text: &mut Cells) -> bool {
    let Sites { of_a_mirror: sites, left } = sites::told_apart(&text.cells);
    for site in left.iter().filter(|site| sites::is_common(site)) {
        text.note(Cell::bytes(text.cells.get(site.at..site.end).unwrap_or_default()));
    }
    if sites.is_empty() {
        return false;
    }
    let annotated = annotated(&sites);
    let is_cut = sites.iter().any(|site| matches!(site.kind, SiteKind::Cut { .. }));
    let evidence = is_cut.then(|| Evidence::new(&without_readings(&text.cells, &sites), annotated.clone()));
    let old = core::mem::take(&mut text.cells);
    text.cells.reserve(old.len());
    let mut gone = Vec::new();
    let (mut at, mut last, mut changed) = (0, None, false);
    for site in &sites {
        // inside a stretch that is undone
        if site.at < at {
            continue;
        }
        let before = old.get(at..site.at).unwrap_or_default();
        text.cells.extend_from_slice(before);
        last = before.last().map_or(last, |cell| shift::code(cell.c).map(|pair| pair.trail));
        let whole = old.get(site.at..site.end).unwrap_or_default();
        at = site.end;
        match (&site.kind, &evidence) {
            (SiteKind::Cut { .. }, Some(evidence)) => {
                let path = shift::solve(&old, site.at, last, evidence);
                (at, last) = (path.end, path.last);
                changed |= path.write(&old, text, &mut gone);
            }
            _ => {
                text.drop_all(whole, DiagnosticCode::PinyinNoise);
                changed = true;
            }
        }
    }
    let tail = old.get(at..).unwrap_or_default();
    let (whole, cut) = tail.split_at(reading::cut_off(tail, |c| annotated.contains(&c)).unwrap_or(tail.len()));
    text.cells.extend_from_slice(whole);
    if !cut.is_empty() {
        text.cells.push(Cell::instead(cut, LOST, DiagnosticCode::LostCharacter, false));
    }
    if let Some(evidence) = &evidence {
        infer::put_in(&mut text.cells, &gone, evidence);
        doubt(text);
    }
    changed
}

/// The characters that bear a reading.
fn annotated(sites: &[Site]) -> BTreeSet<char> {
    let noted = |site: &Site| match site.kind {
        SiteKind::After { c, .. } => Some(c),
        SiteKind::Cut { .. } => None,
    };
    sites.iter().filter_map(noted).collect()
}

/// The text without the readings after characters.
fn without_readings(cells: &[Cell], sites: &[Site]) -> Vec<Cell> {
    let mut plain = Vec::with_capacity(cells.len());
    let mut at = 0;
    for site in sites.iter().filter(|site| matches!(site.kind, SiteKind::After { .. })) {
        plain.extend_from_slice(cells.get(at..site.at).unwrap_or_default());
        at = site.end;
    }
    plain.extend_from_slice(cells.get(at..).unwrap_or_default());
    plain
}

/// Notes each `?` beside a number: in a text with shifts it may be what swallowed a digit.
fn doubt(text: &mut Cells) {
    let is_number = |c: char| {
        chars::is_of_number(c)
            || chars::RANGE_MARKS.contains(&c)
            || one_of!(".,:/%，．：／％、年月日號号時时分秒元個个名人").contains(c)
    };
    let doubted: Vec<Cell> = text
        .cells
        .windows(2)
        .filter_map(|pair| match pair {
            [mark @ Cell { c: '?' | '？', .. }, after] if is_number(after.c) => Some(*mark),
            _ => None,
        })
        .collect();
    for mark in doubted {
        text.leave(Cell::bytes(&[mark]));
    }
}
