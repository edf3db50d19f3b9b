//! What a text says of the site that damaged it: which characters it annotates, and what stands beside what.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use super::cost::{self, rarity};
use super::reading::Use;
use crate::chars::{Pairs, is_han};
use crate::repair::cells::Cell;

/// What the text says of the site that damaged it.
pub(super) struct Evidence {
    /// The characters that bear a reading.
    annotated: BTreeSet<char>,
    /// How often each character of the Basic Multilingual Plane stands in the text without one, 3 at most.
    bare: Vec<u8>,
    pairs: Pairs,
}

impl Evidence {
    /// Of a text without its readings.
    pub(super) fn new(cells: &[Cell], annotated: BTreeSet<char>) -> Self {
        let pairs = Pairs::new(cells.iter().map(|cell| cell.c));
        let mut bare = vec![0_u8; 0x1_0000];
        for cell in cells {
            if let Some(count) = bare.get_mut(cell.c as usize) {
                *count = (*count + 1).min(3);
            }
        }
        for c in &annotated {
            if let Some(count) = bare.get_mut(*c as usize) {
                *count = 0;
            }
        }
        Self { annotated, bare, pairs }
    }

    /// Whether a character bears a reading somewhere.
    pub(super) fn is_annotated(&self, c: char) -> bool {
        self.annotated.contains(&c)
    }

    fn count(&self, c: char) -> u8 {
        self.bare.get(c as usize).copied().unwrap_or_default()
    }

    /// What it costs to take `c` for the character of a reading.
    pub(super) fn cost_of_annotated(&self, c: char, how: Use) -> u32 {
        match how {
            _ if self.annotated.contains(&c) => rarity(c) / 4,
            // a site that annotates a character does so everywhere
            _ if self.count(c) > 0 => cost::BARE,
            Use::Everyday => rarity(c) * 3 / 4,
            Use::Rare => cost::RARE,
        }
    }

    /// Whether two characters stand side by side somewhere in the text.
    pub(super) fn stand_together(&self, pair: (char, char)) -> bool {
        self.pairs.holds(pair)
    }

    /// What it costs to read `c` after `before`: less where they stand elsewhere in the text.
    pub(super) fn cost(&self, before: Option<char>, c: char) -> u32 {
        let known = if before.is_some_and(|before| self.stand_together((before, c))) {
            cost::KNOWN_PAIR
        } else if self.annotated.contains(&c) || self.count(c) > 0 {
            cost::KNOWN
        } else {
            0
        };
        rarity(c).saturating_sub(known)
    }

    /// What it costs to leave `c` as it stands after `before`.
    pub(super) fn cost_as_it_stands(&self, before: Option<char>, c: char) -> u32 {
        match c {
            '?' | '？' => cost::QUESTION_AS_IT_STANDS,
            'a'..='z' if before.is_some_and(is_han) => cost::SMALL_LETTER,
            'A'..='Z' if before.is_some_and(is_han) => cost::CAPITAL,
            _ if c.is_ascii() || c.is_whitespace() => cost::ASCII,
            _ => rarity(c).saturating_sub(if self.count(c) > 1 { cost::KNOWN } else { 0 }),
        }
    }
}
