//! The readings of a text, and whose they are: a mirror site's, which are dropped, or the writer's, which stay.
//!
//! A site annotates each place of a character that it annotates at all. A writer explains a character once, or a rare one,
//! or which of its readings is meant; a lesson annotates character upon character. Imports [`super::reading`].

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::gbk;
use super::reading::{self, Reading, Use};
use super::shift;
use crate::any_of::{WordSet, any_of};
use crate::chars::{self, is_han};
use crate::repair::cells::{Cell, LOST};

/// A reading in the text, with its closing bracket.
pub(super) struct Site {
    /// The index of what stands before the reading.
    pub(super) at: usize,
    /// The index after the bracket.
    pub(super) end: usize,
    pub(super) kind: SiteKind,
}

pub(super) enum SiteKind {
    /// `X(reading)`, where X has that reading.
    After { c: char, reading: Reading, how: Use },
    /// `?reading)`: the bracket fell prey to a shift. That it did is `certain` where the code of a character with the
    /// reading begins as the one before ends.
    Cut { certain: bool },
}

/// The readings of a text, each list in order.
pub(super) struct Sites {
    pub(super) of_a_mirror: Vec<Site>,
    /// Those of a writer or of a lesson.
    pub(super) left: Vec<Site>,
}

/// The readings of a text that a mirror site put there, and the others.
pub(super) fn told_apart(cells: &[Cell]) -> Sites {
    let sites = all(cells);
    match whose(&sites, cells) {
        Whose::Mirror => {}
        // nobody explains 億
        Whose::Writer => {
            let (of_a_mirror, left) = sites.into_iter().partition(is_after_number);
            return Sites { of_a_mirror, left };
        }
        Whose::Teacher => return Sites { of_a_mirror: Vec::new(), left: sites },
    }
    Sites { of_a_mirror: sites, left: Vec::new() }
}

/// Whether a reading stands after a common character that has it every day.
pub(super) fn is_common(site: &Site) -> bool {
    match site.kind {
        SiteKind::After { c, how, .. } => how == Use::Everyday && reading::is_common(c),
        SiteKind::Cut { .. } => false,
    }
}

/// Whether a reading stands after a character of numbers, as an everyday one.
fn is_after_number(site: &Site) -> bool {
    match site.kind {
        SiteKind::After { c, how, .. } => how == Use::Everyday && chars::is_numeral(c),
        SiteKind::Cut { .. } => false,
    }
}

/// The readings of a text, in order.
fn all(cells: &[Cell]) -> Vec<Site> {
    let mut sites: Vec<Site> = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| cells.get(at)).map(|cell| cell.c);
        match cell.c {
            '(' | '（' => {
                if let Some((c, reading, how, end)) = reading::noted(cells, at) {
                    sites.push(Site { at, end, kind: SiteKind::After { c, reading, how } });
                }
            }
            '?' | '？' | LOST if !before.is_some_and(|c| c.is_ascii_alphanumeric()) => {
                if let Some((reading, end)) = reading::closed(cells, at + 1) {
                    let certain = match before.filter(|c| !c.is_control()) {
                        Some(c) => begins_with_end_of(c, reading),
                        // half a stretch
                        None => !reading.is_neutral(),
                    };
                    sites.push(Site { at, end, kind: SiteKind::Cut { certain } });
                }
            }
            _ => {}
        }
    }
    sites
}

/// Whether a character with the reading has a code that begins with the second byte of `c`.
fn begins_with_end_of(c: char, reading: Reading) -> bool {
    let Some(lead) = shift::code(c).map(|pair| pair.trail) else { return false };
    reading.characters().any(|(c, _)| gbk::encode(c).is_some_and(|pair| pair.lead == lead))
}

/// Who put readings into a text.
enum Whose {
    Mirror,
    Writer,
    Teacher,
}

/// What texts say that explain readings.
const LESSONS: &WordSet = any_of![
    "拼音",
    "讀音",
    "读音",
    "唸成",
    "注音",
    "聲調",
    "声调",
    "聲母",
    "声母",
    "拼讀",
    "拼读",
    "多音字",
    "生僻字",
    "易錯字",
    "易错字",
    "生字：",
    "生字表",
    "識字課",
    "识字课",
];

fn whose(sites: &[Site], cells: &[Cell]) -> Whose {
    /// More readings than a writer gives.
    const MANY: usize = 8;
    /// A site annotates one in so many characters at least.
    const SPARSE: usize = 200;
    /// The readings of one character.
    #[derive(Default)]
    struct Noted {
        readings: Vec<Reading>,
        places: usize,
    }
    if sites.iter().any(|site| matches!(site.kind, SiteKind::Cut { certain: true })) {
        return Whose::Mirror;
    }
    let mut noted: BTreeMap<char, Noted> = BTreeMap::new();
    let (mut all, mut plain, mut common) = (0, 0, 0);
    for site in sites {
        if let SiteKind::After { c, reading, how } = site.kind {
            let of_char = noted.entry(c).or_default();
            if !of_char.readings.contains(&reading) {
                of_char.readings.push(reading);
            }
            let stands_there = site.at.checked_sub(1).and_then(|at| cells.get(at)).is_some_and(|cell| cell.c == c);
            of_char.places += usize::from(stands_there);
            all += 1;
            common += usize::from(is_common(site));
            plain += usize::from(how == Use::Everyday && reading::is_plain(c));
        }
    }
    if all == 0 {
        return Whose::Writer;
    }
    let han = cells.iter().filter(|cell| is_han(cell.c)).count();
    let is_lesson = || {
        let text: String = cells.iter().map(|cell| cell.c).collect();
        LESSONS.is_in(&text)
    };
    if all >= MANY && all * 4 >= han * 3 || (all < MANY || all * 5 > han) && is_lesson() {
        return Whose::Teacher;
    }
    // 重（chóng）新 and 重（zhòng）要
    let parted = noted.values().any(|noted| noted.readings.len() > 1);
    let bare = cells.iter().filter(|cell| noted.contains_key(&cell.c)).count()
        - noted.values().map(|noted| noted.places).sum::<usize>();
    let is_many = plain >= MANY && noted.len() >= MANY;
    // nobody explains a character twice
    let needless = plain > 0 || common > noted.len() || common > 2;
    let is_everywhere = all > bare && all * SPARSE > han;
    if is_many || needless && is_everywhere && !parted { Whose::Mirror } else { Whose::Writer }
}
