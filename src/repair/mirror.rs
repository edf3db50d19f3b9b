//! What a mirror site did to a page: readings put behind characters by a replacement of bytes in GBK.
//!
//! Such a site replaces the bytes of a character X by those of `X(reading)`. Where X stands, the reading is dropped
//! here. Where the bytes of X stand across a border of two characters, everything behind is shifted by a byte:
//! [`super::shift`] undoes that, and what is lost for good is inferred here where the text leaves no choice. Imports
//! [`super::cells`], [`super::gbk`] and [`super::reading`].

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use super::cells::{Cell, Cells, LOST};
use super::gbk;
use super::reading::{self, Use};
use super::shift::{self, Evidence, Gone};
use crate::chars::{self, is_han};
use crate::error::DiagnosticCode;

/// A reading in the text, with its closing bracket.
struct Site {
    /// The index of what stands before the reading.
    at: usize,
    /// The index behind the bracket.
    end: usize,
    kind: SiteKind,
}

enum SiteKind {
    /// `X(reading)`, where X has that reading.
    Behind(char, Use),
    /// `?reading)`: the bracket fell prey to a shift. A reading without a tone is a sign of damage only beside others.
    Cut { toned: bool },
}

/// Drops readings and undoes shifts; whether anything changed.
pub(super) fn undo(text: &mut Cells) -> bool {
    let sites = sites(&text.cells);
    if !is_damage(&sites, &text.cells) {
        return false;
    }
    let evidence = evidence(&text.cells, &sites);
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
        match site.kind {
            SiteKind::Behind(..) => {
                text.drop_all(whole, DiagnosticCode::PinyinNoise);
                changed = true;
            }
            SiteKind::Cut { .. } => {
                let path = shift::solve(&old, site.at, last, &evidence);
                (at, last) = (path.end, path.last);
                changed |= path.write(&old, text, &mut gone);
            }
        }
    }
    text.cells.extend_from_slice(old.get(at..).unwrap_or_default());
    infer(&mut text.cells, &gone, &evidence);
    if sites.iter().any(|site| matches!(site.kind, SiteKind::Cut { .. })) {
        doubt(text);
    }
    changed
}

/// What the text without its readings says.
fn evidence(cells: &[Cell], sites: &[Site]) -> Evidence {
    let mut annotated = BTreeSet::new();
    let mut plain = Vec::with_capacity(cells.len());
    let mut at = 0;
    for site in sites {
        if let SiteKind::Behind(c, _) = site.kind {
            annotated.insert(c);
            plain.extend_from_slice(cells.get(at..site.at).unwrap_or_default());
            at = site.end;
        }
    }
    plain.extend_from_slice(cells.get(at..).unwrap_or_default());
    Evidence::new(&plain, annotated)
}

/// The readings of a text, in order.
fn sites(cells: &[Cell]) -> Vec<Site> {
    let mut sites: Vec<Site> = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| cells.get(at)).map(|cell| cell.c);
        match cell.c {
            '(' | '（' => {
                if let Some((c, how, end)) = reading::noted(cells, at) {
                    sites.push(Site { at, end, kind: SiteKind::Behind(c, how) });
                }
            }
            '?' | '？' | LOST if !before.is_some_and(|c| c.is_ascii_alphanumeric()) => {
                if let Some((reading, end)) = reading::closed(cells, at + 1) {
                    sites.push(Site { at, end, kind: SiteKind::Cut { toned: !reading.is_neutral() } });
                }
            }
            _ => {}
        }
    }
    sites
}

/// What texts say that explain readings.
const LESSONS: [&str; 10] = ["拼音", "讀音", "读音", "讀作", "读作", "注音", "聲調", "声调", "多音字", "生僻字"];

/// Whether readings are the work of a mirror site and not of the writer.
///
/// A site annotates each place of a character that it annotates at all, or so many characters that some of the page was
/// spared. A writer explains a character once, or a rare one, or a rare reading. A lesson says that it is one, and
/// annotates character upon character.
fn is_damage(sites: &[Site], cells: &[Cell]) -> bool {
    /// More readings than a writer gives.
    const MANY: usize = 8;
    if sites.iter().any(|site| matches!(site.kind, SiteKind::Cut { toned: true })) {
        return true;
    }
    let mut explained = BTreeSet::new();
    let (mut everyday, mut noted) = (0, 0);
    for site in sites {
        if let SiteKind::Behind(c, how) = site.kind {
            explained.insert(c);
            everyday += usize::from(how == Use::Everyday);
            let stands_there = site.at.checked_sub(1).and_then(|at| cells.get(at)).is_some_and(|cell| cell.c == c);
            noted += usize::from(stands_there);
        }
    }
    if everyday == 0 {
        return false;
    }
    let bare = cells.iter().filter(|cell| explained.contains(&cell.c)).count() - noted;
    let is_lesson = || {
        let text: String = cells.iter().map(|cell| cell.c).collect();
        LESSONS.iter().any(|word| text.contains(word))
    };
    let is_many = everyday >= MANY && explained.len() >= MANY;
    let is_sparse = || everyday * 5 <= cells.iter().filter(|cell| is_han(cell.c)).count();
    (everyday > bare || is_many) && (everyday >= MANY && is_sparse() || !is_lesson())
}

/// Notes each `?` before a digit: in a text with shifts it may be what swallowed the digit before.
fn doubt(text: &mut Cells) {
    let doubted: Vec<Cell> = text
        .cells
        .windows(2)
        .filter_map(|pair| match pair {
            [mark @ Cell { c: '?' | '？', .. }, digit] if digit.c.is_ascii_digit() => Some(*mark),
            _ => None,
        })
        .collect();
    for mark in doubted {
        text.leave(&[mark]);
    }
}

/// How many characters a bracket holds at most.
const BRACKETED: usize = 40;

/// Puts in what was lost where only one character is possible, or only one stands in such a place elsewhere.
fn infer(cells: &mut [Cell], gone: &[(usize, Gone)], evidence: &Evidence) {
    for (at, what) in gone {
        let found = match *what {
            Gone::Ascii => lost_ascii(cells, *at),
            Gone::Pair { lead: Some(0xA3), .. } => lost_sign(cells, *at),
            Gone::Pair { lead, trail } => lost_pair(cells, *at, lead, trail, evidence),
        };
        if let (Some(cell), Some(c)) = (cells.get_mut(*at), found) {
            cell.c = c;
        }
    }
}

/// A byte of ASCII that a shift swallowed, where it can only be the first digit of a year: of 1900 to 2099, since a
/// number has no 0 in front.
fn lost_ascii(cells: &[Cell], at: usize) -> Option<char> {
    let behind = |place: usize| cells.get(at + place).map(|cell| cell.c);
    let is_year = (1..=3).all(|place| behind(place).is_some_and(|c| c.is_ascii_digit())) && behind(4) == Some('年');
    match behind(1).filter(|_| is_year) {
        Some('0') => Some('2'),
        Some('9') => Some('1'),
        _ => None,
    }
}

/// A sign of full width of which the first byte is left: a bracket where only one makes a pair, else a comma, for hardly
/// another stands in running text so often. Behind a number it may be a digit or a percent sign, and none stands at the
/// end of a line or before another sign.
fn lost_sign(cells: &[Cell], at: usize) -> Option<char> {
    let opens = |c: char| matches!(c, '(' | '（');
    let closes = |c: char| matches!(c, ')' | '）');
    // the nearest bracket before, and the nearest behind
    let nearest = |cells: &mut dyn Iterator<Item = &Cell>| {
        cells
            .take(BRACKETED)
            .map(|cell| cell.c)
            .take_while(|c| !matches!(c, '。' | '\n'))
            .find(|c| opens(*c) || closes(*c))
    };
    let before = nearest(&mut cells.iter().take(at).rev());
    let behind = nearest(&mut cells.iter().skip(at + 1));
    match (before.is_some_and(opens), behind.is_some_and(closes)) {
        (false, true) => return Some('（'),
        (true, false) => return Some('）'),
        _ => {}
    }
    let neighbour = |at: Option<usize>| at.and_then(|at| cells.get(at)).map(|cell| cell.c);
    let goes_on =
        neighbour(Some(at + 1)).is_some_and(|c| c == LOST || c.is_alphanumeric() || "“「『《〈（(".contains(c));
    let is_word = neighbour(at.checked_sub(1)).is_some_and(|c| !chars::is_of_number(c));
    (goes_on && is_word).then_some('，')
}

/// A character of which one byte is left: the only one that stands between these neighbours elsewhere in the text. Never
/// one beside or of a number.
fn lost_pair(cells: &[Cell], at: usize, lead: Option<u8>, trail: Option<u8>, evidence: &Evidence) -> Option<char> {
    let neighbour = |at: Option<usize>| at.and_then(|at| cells.get(at)).map(|cell| cell.c);
    let (before, after) = (neighbour(at.checked_sub(1)), neighbour(Some(at + 1)));
    if [before, after].into_iter().flatten().any(|c| c == LOST || chars::is_of_number(c)) {
        return None;
    }
    let fits = |c: &char| {
        let behind = before.filter(|c| is_han(*c)).map(|before| evidence.stand_together((before, *c)));
        let ahead = after.filter(|c| is_han(*c)).map(|after| evidence.stand_together((*c, after)));
        let known = behind.unwrap_or(true) && ahead.unwrap_or(true) && behind.or(ahead).is_some();
        is_han(*c) && !chars::is_of_number(*c) && known
    };
    // a byte that swallowed another is a lead
    let mut candidates = (0x81..=0xFE_u8)
        .filter_map(|byte| match (lead, trail) {
            (Some(lead), None) => gbk::decode(lead, byte),
            (None, Some(trail)) => gbk::decode(byte, trail),
            _ => None,
        })
        .filter(fits);
    candidates.next().filter(|_| candidates.next().is_none())
}
