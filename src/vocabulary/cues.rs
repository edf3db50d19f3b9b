//! [`CUES`]: what claims are made of, and the words that only look like it.

use super::{ORDINARY, OWN_CUES};
use crate::claims::words::Cue;

/// The cues of claims and the ordinary words, which mean nothing in a claim and hide the shorter cues in them.
pub(crate) static CUES: Cues = Cues;

pub(crate) struct Cues;

impl Cues {
    /// Whether a word begins with a character.
    #[inline]
    pub(crate) fn begins(&self, c: char) -> bool {
        OWN_CUES.begins(c) || ORDINARY.begins(c)
    }

    /// The longest word that a text begins with: its meaning, and its length in bytes.
    pub(crate) fn longest(&self, text: &str) -> Option<(Cue, usize)> {
        let own = OWN_CUES.longest(text);
        let ordinary = ORDINARY.longest(text).map(|((), length)| (Cue::Nothing, length));
        // a word that is both is a cue
        match (own, ordinary) {
            (Some((_, own)), Some((_, other))) if other > own => ordinary,
            _ => own.or(ordinary),
        }
    }

    /// The words that a text begins with, the longest first, with their length in bytes.
    pub(crate) fn all(&self, text: &str) -> impl Iterator<Item = (Cue, usize)> {
        let mut own = OWN_CUES.all(text).peekable();
        let mut ordinary = ORDINARY.all(text).map(|((), length)| (Cue::Nothing, length)).peekable();
        core::iter::from_fn(move || {
            let of = |found: Option<&(Cue, usize)>| found.map_or(0, |(_, length)| *length);
            let (length, other) = (of(own.peek()), of(ordinary.peek()));
            // a word that is both is a cue
            let hidden = if length <= other { ordinary.next() } else { None };
            if length < other { hidden } else { own.next() }
        })
    }

    /// Whether it is one of the words.
    pub(crate) fn contains(&self, word: &str) -> bool {
        OWN_CUES.contains(word) || ORDINARY.contains(word)
    }
}
