//! What the words of claims say. The words are rows of the class `cue` and others of [`crate::vocabulary`]. The longest word
//! at a place counts, so that ordinary words keep those in them from being read: 收入 is no 收, 比例 no 比.

use crate::article::{Basis, Direction, Modality};
use crate::vocabulary::{GENERIC, MEASURES, NOUN_TAILS};

/// What a word says of the claim that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// A verb: 投入.
    Verb,
    /// A verb of one character, which is one only before its number or 了.
    Short,
    /// It puts a subject level with a number: 達, 為, 佔.
    Level,
    /// 有: there is.
    Has,
    /// Something changed this way.
    Direction(Direction),
    /// A change is measured against this.
    Basis(Basis),
    /// Both at once: 年增.
    Both(Direction, Basis),
    /// An adverb between subject and verb.
    Adverb,
    /// It begins a phrase of the predicate: 為, 對, 把.
    Preposition,
    /// How sure the claim is.
    Modality(Modality),
    /// It is denied.
    Negation,
    /// Who stands before it says what follows.
    Speech,
    /// A word that only contains one of the others.
    Nothing,
}

/// Whether a text begins with what makes a noun of the word before it.
pub(super) fn is_noun_tail(text: &str) -> bool {
    NOUN_TAILS.longest(text).is_some()
}

/// True for a noun that no later clause goes on with: 產品, 現場.
pub(super) fn is_generic(subject: &str) -> bool {
    GENERIC.contains(subject)
}

/// Whether a noun names what is measured, by its end: 滲透率, 均價, 進度.
pub(super) fn is_measure_name(noun: &str) -> bool {
    noun.ends_with(MEASURE_ENDS) || MEASURES.longest_at_end(noun).is_some_and(|(acts, _)| !acts)
}

/// Whether a noun names what is measured, though it may be a verb too: 投資, 損失.
pub(super) fn may_measure(noun: &str) -> bool {
    noun.ends_with(MEASURE_ENDS) || MEASURES.longest_at_end(noun).is_some()
}

/// The last characters of names of what is measured.
const MEASURE_ENDS: &[char] =
    &['率', '额', '量', '价', '值', '费', '金', '数', '度', '比', '差', '积', '速', '距', '龄', '耗', '长'];
