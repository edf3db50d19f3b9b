//! Claims: one for each clause that asserts a quantity, a change, or something dated.
//!
//! - [`clause`]: a paragraph cut into clauses, with the cues of each;
//! - [`frame`]: where in a clause the subject ends and the predicate begins, with [`verb`], which tells verbs from nouns, and
//!   [`speaker`], which finds who says it;
//! - [`change`]: which way something changed, by how much, against what;
//! - [`relation`]: how quantities of a claim belong together, and whether the parts make up their whole;
//! - [`words`]: the tables. A new verb, direction, basis or modality is a word there.
//!
//! This file goes from clause to clause: what continues a claim, whose subject is carried on, who says it. Imports the
//! reader.

mod change;
mod clause;
mod frame;
mod relation;
mod speaker;
mod verb;
mod words;

use alloc::vec::Vec;
use core::ops::Range;

use crate::article::{ClaimData, Modality, PassageData, Range32, Slice};
use crate::reader::Reader;
use crate::time::TimeKind;
use crate::unit::Dimension;
use clause::{Clause, Clauses, Found, ends_sentence, trim};
use frame::{Frame, Framer, Sort, slice};
use words::{Cue, is_generic};

/// Reads the claims of a section, paragraph by paragraph.
#[derive(Default)]
pub(crate) struct ClaimReader {
    clauses: Clauses,
    frames: Vec<Frame>,
    carry: Carry,
}

/// What later clauses take from earlier ones.
#[derive(Clone, Debug, Default)]
struct Carry {
    /// The last that did something.
    agent: Option<Range<usize>>,
    /// The last that anything was said of.
    topic: Option<Range<usize>>,
    /// Who spoke last.
    speaker: Option<Range<usize>>,
    /// A quotation of the speaker's is open.
    quoted: bool,
    basis: change::Carried,
}

/// A claim in the making: one clause, or several that say more of the same.
#[derive(Clone, Debug)]
struct Draft {
    text: Range<usize>,
    quantities: Range32,
    times: Range32,
    cues: Range<usize>,
    subject: Option<Range<usize>>,
    carried: bool,
    frame: Frame,
    /// The clause that the frame is of.
    first: Range<usize>,
    condition: Option<Range<usize>>,
    speaker: Option<Range<usize>>,
    /// What the speaker takes it for.
    expected: Option<Modality>,
    /// A word says which way something went.
    measures: bool,
    /// The time of the sentence.
    inherited: Option<u32>,
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
        let Self { clauses, frames, carry } = self;
        frames.extend(clauses.list.iter().map(|clause| Framer::new(reader, clause, &clauses.cues).frame()));
        carry.basis = change::Carried::default();
        let mut from = 0;
        while from < clauses.list.len() {
            let rest = clauses.list.get(from..).unwrap_or_default();
            let count = rest.iter().position(|clause| ends_sentence(clause.stop)).map_or(rest.len(), |at| at + 1);
            let sentence = from..from + count;
            read_sentence(reader, clauses, frames, sentence.clone(), carry, claims);
            from = sentence.end;
        }
    }
}

/// Adds the claims of one sentence.
fn read_sentence(
    reader: &mut Reader<'_>,
    clauses: &Clauses,
    frames: &[Frame],
    sentence: Range<usize>,
    carry: &mut Carry,
    claims: &mut Vec<ClaimData>,
) {
    let mut drafts: Vec<Draft> = Vec::new();
    // the time that a clause of its own gives to the next
    let mut ahead: Option<(usize, u32)> = None;
    let mut condition = None;
    let mut speaker = carry.speaker.clone().filter(|_| carry.quoted);
    let mut open = false;
    let mut expected = None;
    // what a time at the head of the sentence gives to its later clauses
    let mut stated = None;
    for at in sentence.clone() {
        let (Some(clause), Some(frame)) = (clauses.list.get(at), frames.get(at)) else { continue };
        let text = reader.text.get(clause.text.clone()).unwrap_or_default();
        match frame.sort {
            Sort::Time => {
                ahead = ahead.or(Some((clause.text.start, clause.times.start)));
                stated = clause.times.clone().next_back();
                open = false;
            }
            Sort::Condition => {
                condition = Some(clause.text.clone());
                (ahead, open) = (None, false);
            }
            Sort::Speech => {
                let pronoun = reader.text.get(frame.subject.clone()).is_none_or(is_pronoun);
                let own = Some(frame.subject.clone()).filter(|subject| !subject.is_empty());
                let named = if pronoun { carry.speaker.clone().or(own) } else { own };
                carry.speaker.clone_from(&named);
                expected = frame.expects;
                // 」院長說。 behind a quotation that ended its sentence
                if sentence.len() == 1 && named.is_some() {
                    attribute_quotation(reader, clause.text.start, named.clone(), claims);
                }
                // 「…」，李某說: who spoke comes behind what was said
                let last = at + 1 == sentence.end && !matches!(clause.stop, Some('：' | ':' | '，' | ','));
                for draft in drafts.iter_mut().filter(|draft| last && draft.speaker.is_none()) {
                    draft.speaker.clone_from(&named);
                }
                speaker = named;
                open = false;
            }
            Sort::Plain => {
                let goes_on =
                    open && drafts.last().is_some_and(|draft| continues(reader, clauses, clause, frame, draft, at));
                if let (true, Some(draft)) = (goes_on, drafts.last_mut()) {
                    draft.text.end = clause.text.end;
                    draft.quantities.end = clause.quantities.end;
                    draft.times.end = clause.times.end;
                    draft.cues.end = clause.cues.end;
                } else {
                    let mut draft = new_draft(reader, clauses, clause, frame, carry);
                    if let Some((start, times)) = ahead.take() {
                        (draft.text.start, draft.times.start) = (start, times);
                    }
                    let first = reader.times.get(draft.times.start as usize).filter(|_| !draft.times.is_empty());
                    match first {
                        None => draft.inherited = stated,
                        Some(time) if (time.text.start as usize) < draft.frame.predicate => {
                            stated = Some(draft.times.start);
                        }
                        Some(_) => {}
                    }
                    draft.condition.clone_from(&condition);
                    // 該行預期樓價跌5%，租金則升3%
                    if draft.speaker.is_some() {
                        (speaker, expected) = (draft.speaker.clone(), draft.expected);
                    }
                    draft.speaker = draft.speaker.or_else(|| speaker.clone());
                    draft.expected = draft.expected.or(expected);
                    drafts.push(draft);
                }
                open = !matches!(clause.stop, Some('；' | ';' | '：' | ':'));
            }
        }
        let (opened, closed) = (text.matches(['“', '「']).count(), text.matches(['”', '」']).count());
        if opened > closed && speaker.is_some() {
            carry.quoted = true;
        } else if closed > opened {
            carry.quoted = false;
        }
    }
    for draft in drafts {
        if let Some(claim) = claim(reader, clauses, draft, &mut carry.basis) {
            claims.push(claim);
        }
    }
}

/// How many bytes a quotation may have to be looked back to.
const QUOTATION: usize = 3000;

/// Gives the claims of the quotation that ends before a place to who said it.
fn attribute_quotation(reader: &mut Reader<'_>, end: usize, who: Option<Range<usize>>, claims: &mut [ClaimData]) {
    // the mark that closes it stands at the head of the clause
    let rest = reader.text.get(end..).unwrap_or_default();
    let mark = rest.chars().next().filter(|c| matches!(c, '”' | '」')).map_or(0, char::len_utf8);
    let mut from = end.saturating_sub(QUOTATION);
    while !reader.text.is_char_boundary(from) {
        from += 1;
    }
    let head = reader.text.get(from..end + mark).unwrap_or_default().trim_end();
    let open = if head.ends_with('”') {
        '“'
    } else if head.ends_with('」') {
        '「'
    } else {
        return;
    };
    let Some(start) = head.rfind(open).map(|at| from + at) else { return };
    let Some(who) = who.and_then(|range| slice(reader, range)) else { return };
    let said = claims.iter_mut().rev().take_while(|claim| claim.slice.text.start as usize >= start);
    for claim in said.filter(|claim| claim.attribution.is_none()) {
        claim.attribution = Some(who.clone());
    }
}

/// Words that stand for a person named before.
fn is_pronoun(text: &str) -> bool {
    matches!(
        text,
        "" | "他"
            | "她"
            | "它"
            | "其"
            | "他們"
            | "他们"
            | "她們"
            | "她们"
            | "其並"
            | "他還"
            | "他还"
            | "他又"
            | "她又"
    )
}

/// Whether 該中心 means what was named before: its name ends with the same noun.
fn is_meant(text: &str, before: &Range<usize>, own: &str) -> bool {
    let noun = ["該", "该", "這家", "这家", "這間", "这间", "此"].iter().find_map(|word| own.strip_prefix(word));
    let name = text.get(before.clone()).unwrap_or_default();
    noun.is_some_and(|noun| noun.chars().nth(1).is_some() && name.len() > own.len() && name.ends_with(noun))
}

/// Whether a clause only says more of the claim before it: 達1299萬，較1998年增長近40倍.
fn continues(
    reader: &Reader<'_>,
    clauses: &Clauses,
    clause: &Clause,
    frame: &Frame,
    draft: &Draft,
    _at: usize,
) -> bool {
    if frame.part || !frame.subject.is_empty() {
        return false;
    }
    // a time of its own makes another claim, unless it is what is compared with
    let cues = clauses.cues.get(clause.cues.clone()).unwrap_or_default();
    let cues = cues.get(..frame::MOST as usize).unwrap_or(cues);
    let own_time = clause.times.clone().filter_map(|i| reader.times.get(i as usize)).any(|time| {
        let start = time.text.start as usize;
        let with = reader.text.get(..start).is_some_and(|head| head.ends_with(['與', '与', '和', '跟', '同']));
        let against = |found: &&Found| {
            matches!(found.cue, Cue::Basis(_) | Cue::Preposition) && found.end + 12 >= start && found.start < start
        };
        !with && !cues.iter().any(|found| against(&found))
    });
    if own_time {
        return false;
    }
    let quantity = clause.quantities.clone().filter_map(|i| reader.quantities.get(i as usize)).next();
    // 突破10億元，累計達到50億元: another sum
    let modal = cues.iter().any(|found| matches!(found.cue, Cue::Modality(_)) && is_free(reader, cues, found));
    if modal && !draft.quantities.is_empty() {
        return false;
    }
    let lead = cues
        .iter()
        .filter(|found| found.start >= frame.predicate)
        .find(|found| !matches!(found.cue, Cue::Adverb | Cue::Modality(_) | Cue::Nothing));
    match (lead, quantity) {
        (_, Some(quantity))
            if quantity.text.start as usize == frame.head && quantity.text.end as usize == clause.text.end =>
        {
            true
        }
        (Some(found), quantity) => match found.cue {
            Cue::Direction(_) | Cue::Basis(_) | Cue::Both(..) => true,
            // 為萬戶居民提供 is no 為1200萬
            Cue::Level => {
                let about = matches!(reader.text.get(found.start..found.end), Some("為" | "为"));
                quantity.is_some()
                    && !(about && cues.iter().any(|next| next.cue == Cue::Verb && next.start > found.start))
            }
            // 報名3萬人，創下歷年新高
            Cue::Verb if quantity.is_none() => cues.iter().any(|next| {
                matches!(next.cue, Cue::Direction(_)) && next.end == clause.text.end && next.start > found.start
            }),
            // 持續增長，累計完成9.71萬噸
            Cue::Verb => quantity.is_some() && draft.quantities.is_empty() && is_measure(draft),
            _ => false,
        },
        _ => false,
    }
}

/// Whether what a draft says so far is only which way something went.
fn is_measure(draft: &Draft) -> bool {
    draft.measures
}

/// A claim that begins with a clause.
fn new_draft(reader: &Reader<'_>, clauses: &Clauses, clause: &Clause, frame: &Frame, carry: &mut Carry) -> Draft {
    let mut frame = frame.clone();
    let framer = Framer::new(reader, clause, &clauses.cues);
    let (mut speaker, mut expected) = (None, None);
    // 央行預計該國經濟增長3%
    if let Some((who, behind)) = framer.expecting(&frame) {
        let inner = framer.split(Frame { head: behind, subject: behind..behind, ..frame.clone() });
        if !inner.subject.is_empty() && (inner.verb.is_some() || !clause.quantities.is_empty()) && !inner.attribute {
            (speaker, frame) = (Some(who), inner);
            expected = Some(Modality::Forecast);
        }
    }
    let own = reader.text.get(frame.subject.clone()).unwrap_or_default();
    let acts = frame.act.is_some()
        && frame.verb.is_some_and(|verb| {
            matches!(
                verb.cue,
                Cue::Verb | Cue::Short | Cue::Has | Cue::Preposition | Cue::Adverb | Cue::Modality(_) | Cue::Negation
            )
        });
    let before = if acts {
        carry.agent.clone().or_else(|| carry.topic.clone())
    } else {
        carry.topic.clone().or_else(|| carry.agent.clone())
    };
    let owner = carry.topic.clone().or_else(|| carry.agent.clone());
    let (subject, carried) = if frame.subject.is_empty() {
        // 他 with nobody before him is all that is said
        let own = before.is_none() && !frame.subject.is_empty();
        if own { (Some(frame.subject.clone()), false) } else { (before, true) }
    } else if frame.attribute && owner.is_some() {
        frame.predicate = frame.subject.start;
        (owner, true)
    } else {
        // 該中心 is the center named before
        let named = [carry.agent.clone(), carry.topic.clone()]
            .into_iter()
            .flatten()
            .find(|before| is_meant(reader.text, before, own));
        let subject = named.clone().unwrap_or_else(|| frame.subject.clone());
        let told = frame.verb.is_some() || !clause.quantities.is_empty();
        if !frame.part && told && !frame.attribute && !is_generic(own) {
            carry.topic = Some(subject.clone());
            if acts {
                carry.agent = Some(subject.clone());
            }
        }
        let carried = named.is_some();
        (Some(subject), carried)
    };
    let carried = carried && subject.is_some();
    let cues = clauses.cues.get(clause.cues.clone()).unwrap_or_default();
    let frame_measures = frame.act.is_none()
        && cues
            .iter()
            .any(|found| matches!(found.cue, Cue::Direction(_) | Cue::Both(..)) && found.start >= frame.predicate);
    Draft {
        text: clause.text.clone(),
        quantities: clause.quantities.clone(),
        times: clause.times.clone(),
        cues: clause.cues.clone(),
        subject,
        carried,
        frame,
        first: clause.text.clone(),
        condition: None,
        speaker,
        expected,
        inherited: None,
        measures: frame_measures,
    }
}

/// The claim of a draft, if it asserts anything.
fn claim(reader: &mut Reader<'_>, clauses: &Clauses, draft: Draft, basis: &mut change::Carried) -> Option<ClaimData> {
    let cues = clauses.cues.get(draft.cues.clone()).unwrap_or_default();
    let (changes, levels) = change::changes(reader, cues, &draft, basis);
    let dated = !draft.times.is_empty() && draft.frame.verb.is_some();
    if draft.quantities.is_empty() && changes.is_empty() && !dated {
        return None;
    }
    let relations = relation::relations(reader, cues, &draft.quantities, &draft.text);
    relation::check(reader, &draft.quantities, &relations);
    let (predicate, object) = predicate_and_object(reader, cues, &draft);
    let text = reader.text;
    let place = place(text, cues, &draft);
    let negated = cues.iter().any(|found| found.cue == Cue::Negation && is_free(reader, cues, found));
    let modality = match (modality(reader, cues), draft.expected) {
        (Modality::Fact | Modality::Planned | Modality::Cumulative, Some(expected)) => expected,
        (modality, _) => modality,
    };
    let subject = draft.subject.clone().and_then(|range| slice(reader, range));
    let _ = levels;
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

/// Whether a cue of one character is a word by itself: beside another cue, a quantity or a time.
fn is_free(reader: &Reader<'_>, cues: &[Found], found: &Found) -> bool {
    let word = reader.text.get(found.start..found.end).unwrap_or_default();
    if word.chars().nth(1).is_some() {
        return true;
    }
    let beside = cues.iter().any(|next| next.start == found.end && !matches!(next.cue, Cue::Nothing | Cue::Short));
    if matches!(word, "擬" | "拟") {
        return true;
    }
    let quantity = reader.quantities.partition_point(|mention| (mention.text.start as usize) < found.end);
    let time = reader.times.partition_point(|mention| (mention.text.start as usize) < found.end);
    // 將每日產量削減: 將 before a noun
    if matches!(word, "將" | "将") {
        return beside;
    }
    beside
        || reader.quantities.get(quantity).is_some_and(|mention| mention.text.start as usize == found.end)
        || reader.times.get(time).is_some_and(|mention| mention.text.start as usize == found.end)
}

/// How sure a claim is meant to be: the first word that says so.
fn modality(reader: &Reader<'_>, cues: &[Found]) -> Modality {
    let found = cues.iter().filter(|found| is_free(reader, cues, found)).filter_map(|found| match found.cue {
        Cue::Modality(modality) => Some(modality),
        _ => None,
    });
    // 預計累計達: the surer word is the one that matters least
    let mut first = None;
    for modality in found {
        if first.is_none() || first == Some(Modality::Cumulative) {
            first = Some(modality);
        }
    }
    first.unwrap_or_default()
}

/// Where it is so: 在柳城新建.
fn place(text: &str, cues: &[Found], draft: &Draft) -> Option<Range<usize>> {
    const ENDS: &str = "市縣县區区省州國国鎮镇鄉乡村島岛港灣湾城港路街";
    let from = cues.iter().position(|found| {
        found.cue == Cue::Preposition && matches!(text.get(found.start..found.end), Some("在" | "於" | "于"))
    })?;
    let found = cues.get(from)?;
    let end = cues.get(from + 1).map_or(draft.first.end, |next| next.start);
    let range = trim(text, found.end..end.min(draft.first.end));
    let name = text.get(range.clone())?;
    ((2..=10).contains(&name.chars().count()) && name.ends_with(|c| ENDS.contains(c))).then_some(range)
}

/// What is said, up to its number, and what is counted.
fn predicate_and_object(reader: &Reader<'_>, cues: &[Found], draft: &Draft) -> (Range<usize>, Range<usize>) {
    let text = reader.text;
    let nothing = draft.first.end..draft.first.end;
    let from = draft.frame.predicate;
    let mut mentions = draft.quantities.clone().filter_map(|i| reader.quantities.get(i as usize));
    let Some(first) = mentions.find(|mention| mention.text.start as usize >= from) else {
        return (trim(text, from.min(draft.first.end)..draft.first.end), nothing);
    };
    let quantity = first.text.start as usize..first.text.end as usize;
    let next = mentions.next().map_or(draft.first.end, |mention| (mention.text.start as usize).min(draft.first.end));
    let says = |found: &&Found| {
        matches!(found.cue, Cue::Verb | Cue::Has | Cue::Level | Cue::Direction(_) | Cue::Both(..))
            && found.start >= from
    };
    let said = cues.iter().filter(says).any(|found| found.end <= quantity.start)
        || draft.frame.act.is_some_and(|act| act.end <= quantity.start);
    let predicate = if said {
        trim(text, from..quantity.start.min(draft.text.end))
    } else {
        late_predicate(reader, cues, draft, &quantity)
    };
    if quantity.end > draft.first.end {
        return (predicate, nothing);
    }
    let act = draft.frame.act.filter(|act| act.start >= from && act.end <= quantity.start);
    let Some(act) = act else { return (predicate, nothing) };
    let level = cues.iter().any(|found| {
        let free =
            matches!(text.get(found.start..found.end), Some("共" | "約" | "约" | "逾" | "超" | "超過" | "超过" | "近"));
        found.cue == Cue::Level && found.start >= act.end && found.end <= quantity.start && !free
    });
    if level {
        return (predicate, nothing);
    }
    let ahead = text.get(act.end..quantity.start).unwrap_or_default();
    let ahead = ahead.trim_start_matches(['了', '過', '过', '出', '起', '到', '着', '著', '得', ' ']);
    let ahead = ahead
        .trim_end_matches(['共', '約', '约', '達', '达', '逾', '合', '計', '计', '為', '为', ' '])
        .trim_end_matches("超過")
        .trim_end_matches("超过");
    let start = ahead.as_ptr().addr() - text.as_ptr().addr();
    if ahead.chars().any(char::is_alphabetic) && !ahead.contains('的') || ahead.chars().count() > 1 {
        let changed = cues.iter().any(|found| {
            found.start >= act.end
                && found.end <= quantity.start
                && matches!(found.cue, Cue::Direction(_) | Cue::Basis(_) | Cue::Preposition)
        });
        return (predicate, if changed { nothing } else { trim(text, start..start + ahead.len()) });
    }
    let counted =
        first.item.unit.as_ref().is_none_or(|unit| {
            !matches!(unit.dimension(), Dimension::Currency | Dimension::Ratio | Dimension::Duration)
        });
    let object = if counted { object_behind(text, cues, &quantity, next) } else { nothing };
    (predicate, object)
}

/// The predicate of a clause that says nothing before its first number: 由3.2%升至3.5%; 產量736萬噸，同比增長4.1%.
fn late_predicate(reader: &Reader<'_>, cues: &[Found], draft: &Draft, quantity: &Range<usize>) -> Range<usize> {
    let text = reader.text;
    let from = draft.frame.predicate;
    let last = draft.quantities.end.checked_sub(1).and_then(|i| reader.quantities.get(i as usize));
    let last = last.map_or(quantity.start, |mention| mention.text.start as usize);
    let says = |found: &&Found| {
        matches!(found.cue, Cue::Verb | Cue::Has | Cue::Level | Cue::Direction(_) | Cue::Both(..) | Cue::Basis(_))
            && found.start >= from
    };
    let end = cues.iter().filter(says).rfind(|found| found.end <= last).or_else(|| cues.iter().find(says));
    let Some(end) = end else { return trim(text, from..quantity.start.max(from)) };
    // 由, 把 before the number belong to what is said
    let start = if from < quantity.start { from } else { cues.iter().find(says).map_or(from, |found| found.start) };
    trim(text, start.min(end.start)..end.end)
}

/// The noun behind a number: 選派153名職教教師支援.
fn object_behind(text: &str, cues: &[Found], quantity: &Range<usize>, end: usize) -> Range<usize> {
    let stop = cues
        .iter()
        .find(|found| {
            found.start > quantity.end
                && matches!(
                    found.cue,
                    Cue::Verb | Cue::Preposition | Cue::Has | Cue::Direction(_) | Cue::Level | Cue::Adverb
                )
        })
        .map_or(end, |found| found.start.min(end));
    let slice = text.get(quantity.end..stop).unwrap_or_default();
    let slice = slice.split(['、', '（', '(', '，', '“', '「']).next().unwrap_or_default();
    let kept = slice
        .trim_start_matches(['的', ' '])
        .trim_end_matches(['的', ' ', '到', '赴', '來', '来', '去', '以', '並', '并', '和', '及']);
    let start = kept.as_ptr().addr() - text.as_ptr().addr();
    trim(text, start..start + kept.len())
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
