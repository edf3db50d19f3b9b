//! Claims: one for each clause that asserts a quantity, a change, or something dated.
//!
//! - [`clause`]: a paragraph cut into clauses, with the cues of each;
//! - [`frame`]: where in a clause the subject ends and the predicate begins, with [`verb`], which tells verbs from nouns, and
//!   [`speaker`], which finds who says it;
//! - [`asked`]: what was asked of a place before;
//! - [`nominal`]: verbs that are part of a noun;
//! - [`phrase`]: where by its words a noun phrase ends, [`counted`]: subjects that hold a number or a clause, [`subject`]: what
//!   is none of a subject;
//! - [`object`]: the words of the predicate, and what is counted;
//! - [`change`]: which way something changed and by how much, with [`window`], the words before a number, and [`basis`], what
//!   it is measured against;
//! - [`period`]: the days that a change is measured against;
//! - [`level`]: what several numbers say of one change, and the level that it led to;
//! - [`modality`]: how sure it is meant to be;
//! - [`relation`]: how quantities of a claim belong together, and whether the parts make up their whole;
//! - [`whole`]: parts and sums whose whole stands in another claim;
//! - [`words`]: what a cue says. A new verb, direction, basis or modality is a row of the vocabulary.
//!
//! [`sentence`] goes from clause to clause, [`draft`] begins a claim and tells whose it is, this file makes claims of drafts.
//! Imports the reader.

mod asked;
mod basis;
mod change;
mod clause;
mod counted;
mod draft;
mod frame;
mod head;
mod level;
mod modality;
mod nominal;
mod object;
mod period;
mod phrase;
mod relation;
mod sentence;
mod speaker;
mod subject;
mod verb;
mod whole;
mod window;
pub(crate) mod words;

use alloc::vec::Vec;
use core::ops::Range;

use crate::any_of::{WordSet, any_of};
use crate::article::{ClaimData, Modality, PassageData, Slice};
use crate::mentions::Reader;
use crate::time::TimeKind;
use clause::{Clauses, Found, ends_sentence, trim};
use draft::{Carry, Draft};
use frame::{Frame, Framer, slice};
use modality::{is_free, modality};
use object::{place, predicate_and_object};
use sentence::Sentence;
use words::Cue;

/// Reads the claims of a section, paragraph by paragraph.
#[derive(Default)]
pub(crate) struct ClaimReader {
    clauses: Clauses,
    frames: Vec<Frame>,
    carry: Carry,
    /// The claims of the sentence under reading.
    drafts: Vec<Draft>,
}

impl ClaimReader {
    /// Forgets what was carried, at the head of a section.
    pub(crate) fn reset(&mut self) {
        self.carry = Carry::default();
    }

    /// Adds the claims of a paragraph.
    pub(crate) fn read(&mut self, reader: &mut Reader<'_>, passage: &PassageData, claims: &mut Vec<ClaimData>) {
        self.clauses.read(reader, passage);
        self.frames.clear();
        let Self { clauses, frames, carry, drafts } = self;
        frames.extend(clauses.list.iter().map(|clause| Framer::new(reader, clause, clauses).frame()));
        carry.basis = change::Carried::default();
        let mut from = 0;
        while from < clauses.list.len() {
            let rest = clauses.list.get(from..).unwrap_or_default();
            let count = rest.iter().position(|clause| ends_sentence(clause.stop)).map_or(rest.len(), |at| at + 1);
            let sentence = from..from + count;
            Sentence::new(reader, clauses, sentence.clone(), carry, drafts, claims).read(frames);
            from = sentence.end;
        }
    }
}

/// How a clause ends that calls what it tells untrue.
const FALSE: &WordSet =
    any_of!["系谣言", "是谣言", "为谣言", "属谣言", "纯属谣言", "的说法不实", "的传闻不实", "不属实", "系误传"];

/// Whether a clause says that what it tells is not so: 網傳“票價漲至8元”系謠言, 與其說增長3%，不如說下降2%.
fn is_false(text: &str) -> bool {
    FALSE.ends(text) || text.starts_with("与其")
}

fn own_text<'r>(reader: &Reader<'r>, range: &Range<usize>) -> &'r str {
    reader.text.get(range.clone()).unwrap_or_default()
}

/// The claim of a draft, if it asserts anything.
fn claim(reader: &mut Reader<'_>, clauses: &Clauses, draft: Draft, basis: &mut change::Carried) -> Option<ClaimData> {
    let cues = clauses.cues.get(draft.cues.clone()).unwrap_or_default();
    let mut changes = change::changes(reader, cues, &draft, basis);
    level::complete(reader, cues, &draft, &mut changes);
    period::give(reader, &draft, &mut changes);
    // 已於8月底前到崗
    let done = draft.subject.is_some() && own_text(reader, &draft.first).starts_with('已');
    let dated = !draft.times.is_empty() && (draft.frame.verb.is_some() || done);
    if draft.quantities.is_empty() && changes.is_empty() && !dated {
        return None;
    }
    let relations = relation::relations(reader, cues, &draft.quantities, &draft.text);
    relation::check(reader, &draft.quantities, &relations);
    let (predicate, object) = predicate_and_object(reader, cues, &draft);
    let place = place(reader, cues, &draft);
    // 未到期保單餘額 denies nothing
    let own = draft.subject.clone().filter(|_| !draft.carried).unwrap_or_default();
    // 由48元減至36元仍未能回本: what is denied is told of another verb
    let told = changes.iter().filter_map(|change| change.to.or(change.magnitude)).max();
    let told = told.and_then(|last| reader.quantities.get(last as usize)).map(|last| last.text.end as usize);
    let denies = |found: &Found| {
        found.cue == Cue::Negation && told.is_none_or(|told| found.start < told) && is_free(reader, cues, found)
    };
    // 不漲價
    let is_denied = |found: &Found| {
        let is_first = || draft.frame.predicate + '不'.len_utf8() == found.start;
        (matches!(found.cue, Cue::Direction(_)) || matches!(found.cue, Cue::Verb | Cue::Short) && is_first())
            && reader
                .text
                .get(draft.text.start..found.start)
                .is_some_and(|head| head.ends_with('不') && !any_of!["不得不", "不能不", "不可不"].ends(head))
            && reader.lexed.word_across(found.start).is_none()
    };
    let is_false = is_false(own_text(reader, &trim(reader.text, draft.text.clone())));
    let is_denied = |found: &Found| denies(found) || is_denied(found);
    let negated = is_false || cues.iter().any(|found| is_denied(found) && !own.contains(&found.start));
    let modality = match (modality(reader, cues, &draft), draft.expected) {
        (Modality::Fact | Modality::Planned | Modality::Cumulative, Some(expected)) => expected,
        (modality, _) => modality,
    };
    let subject = draft.subject.clone().and_then(|range| slice(reader, range));
    Some(ClaimData {
        subject_carried: draft.carried && subject.is_some(),
        subject,
        predicate: slice(reader, predicate),
        object: slice(reader, object),
        place: place.and_then(|range| slice(reader, range)),
        attribution: draft.speaker.clone().and_then(|range| slice(reader, range)),
        condition: draft.condition.clone().and_then(|range| slice(reader, range)),
        changes,
        modality,
        negated,
        relations,
        slice: whole(reader, &draft),
        quantities: draft.quantities,
        times: draft.times,
        inherited: draft.inherited,
    })
}

/// The clause itself as a piece.
fn whole(reader: &mut Reader<'_>, draft: &Draft) -> Slice {
    let text = reader.text;
    let range = trim(text, draft.text.clone());
    reader.slice(range)
}

/// Whether a time is one of a kind that periods are compared in.
const fn is_period(kind: TimeKind) -> bool {
    matches!(
        kind,
        TimeKind::Year
            | TimeKind::Half
            | TimeKind::Quarter
            | TimeKind::Month
            | TimeKind::Range
            | TimeKind::Day
            | TimeKind::DateTime
    )
}
