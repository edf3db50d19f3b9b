//! Claims: one for each clause that asserts a quantity, a change, or something dated.
//!
//! - [`clause`]: a paragraph cut into clauses, with the cues of each;
//! - [`frame`]: where in a clause the subject ends and the predicate begins, with [`verb`], which tells verbs from nouns, and
//!   [`speaker`], which finds who says it;
//! - [`phrase`]: where by its words a noun phrase ends, [`counted`]: subjects that hold a number or a clause, [`subject`]: what
//!   is none of a subject;
//! - [`object`]: the words of the predicate, and what is counted;
//! - [`change`]: which way something changed and by how much, with [`window`], the words before a number, and [`basis`], what
//!   it is measured against;
//! - [`relation`]: how quantities of a claim belong together, and whether the parts make up their whole;
//! - [`words`]: the tables. A new verb, direction, basis or modality is a word there.
//!
//! This file goes from clause to clause: what continues a claim, whose subject is carried on, who says it. Imports the
//! reader.

mod basis;
mod change;
mod clause;
mod counted;
mod frame;
mod object;
mod phrase;
mod relation;
mod speaker;
mod subject;
mod verb;
mod window;
pub(crate) mod words;

use alloc::vec::Vec;
use core::ops::Range;

use crate::article::{ClaimData, Modality, PassageData, Range32, Slice};
use crate::mentions::Reader;
use crate::time::TimeKind;
use crate::vocabulary::CUES;
use clause::{Clause, Clauses, Found, ends_sentence, trim};
use frame::{Frame, Framer, Sort, slice};
use object::{place, predicate_and_object};
use words::{Cue, is_generic, is_measure_name};

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
    /// Where the sentence begins.
    sentence: usize,
    /// Who spoke right before: what a body tells without a subject it did itself.
    teller: Option<Range<usize>>,
    /// It is a body, and no person who speaks of it.
    tells_as_body: bool,
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
    /// A clause before says what it is compared with, perhaps a time.
    compared: Option<Option<u32>>,
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
        frames.extend(clauses.list.iter().map(|clause| Framer::new(reader, clause, clauses).frame()));
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
    let mut ahead: Option<(usize, u32, u32)> = None;
    let mut condition = None;
    let mut compared = None;
    let mut speaker = carry.speaker.clone().filter(|_| carry.quoted);
    carry.sentence = clauses.list.get(sentence.start).map_or(0, |clause| clause.text.start);
    let mut open = false;
    let mut expected = None;
    // what a time at the head of the sentence gives to its later clauses
    let mut stated = None;
    for at in sentence.clone() {
        let (Some(clause), Some(frame)) = (clauses.list.get(at), frames.get(at)) else { continue };
        let text = reader.text.get(clause.text.clone()).unwrap_or_default();
        match frame.sort {
            Sort::Time | Sort::Comparison => {
                if frame.sort == Sort::Comparison {
                    compared = Some(clause.times.clone().next());
                }
                if !frame.subject.is_empty() && !frame.attribute {
                    (carry.agent, carry.topic) = (Some(frame.subject.clone()), Some(frame.subject.clone()));
                    carry.teller = None;
                }
                // 其中 and 期間 alone add nothing to the text
                if !(clause.times.is_empty() && clause.quantities.is_empty()) {
                    ahead = ahead.or(Some((clause.text.start, clause.times.start, clause.quantities.start)));
                }
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
                // 警方表示，接獲50宗投訴: a body tells what it did itself
                let is_body = |who: &Range<usize>| {
                    let who = own_text(reader, who);
                    who.ends_with(OFFICES) && !who.ends_with("布会")
                        || ["公司", "警方", "集团"].iter().any(|end| who.ends_with(end))
                };
                carry.teller = named.clone().filter(|_| !pronoun && !text.contains('据') && !text.contains("统计"));
                carry.tells_as_body = named.as_ref().is_some_and(is_body);
                // 」院長說。 after a quotation that ended its sentence
                if sentence.len() == 1 && named.is_some() {
                    attribute_quotation(reader, clause.text.start, named.clone(), claims);
                }
                // 「…」，李某說: who spoke comes after what was said
                let last = at + 1 == sentence.end && !matches!(clause.stop, Some('：' | ':' | '，' | ','));
                for draft in drafts.iter_mut().filter(|draft| last && draft.speaker.is_none()) {
                    draft.speaker.clone_from(&named);
                    // 「跑了四家醫院」，李某說: the speaker did
                    let is_quoted = own_text(reader, &draft.first).starts_with(['“', '「']);
                    if is_quoted && (draft.subject.is_none() || draft.carried) {
                        (draft.subject, draft.carried) = (named.clone(), named.is_some());
                    }
                }
                speaker = named;
                open = false;
            }
            Sort::Plain => {
                let goes_on =
                    open && drafts.last().is_some_and(|draft| continues(reader, clauses, clause, frame, draft));
                if let (true, Some(draft)) = (goes_on, drafts.last_mut()) {
                    draft.text.end = clause.text.end;
                    draft.quantities.end = clause.quantities.end;
                    draft.times.end = clause.times.end;
                    draft.cues.end = clause.cues.end;
                } else {
                    let mut draft = new_draft(reader, clauses, clause, frame, carry);
                    if let Some((start, times, quantities)) = ahead.take() {
                        (draft.text.start, draft.times.start, draft.quantities.start) = (start, times, quantities);
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
                    draft.compared = compared;
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

/// The last characters of names of offices.
const OFFICES: [char; 9] = ['处', '局', '院', '部', '署', '厅', '会', '府', '行'];

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
        // what the quotation leaves out is its speaker
        let predicate = claim.predicate.as_ref().map(|predicate| {
            reader.text.get(predicate.text.start as usize..predicate.text.end as usize).unwrap_or_default()
        });
        let acts = predicate
            .and_then(|text| CUES.longest(text))
            .is_some_and(|(cue, _)| matches!(cue, Cue::Verb | Cue::Short | Cue::Adverb | Cue::Preposition | Cue::Has));
        let is_left_out = |subject: &Slice| claim.subject_carried && acts && (subject.text.start as usize) < start;
        if claim.subject.as_ref().is_none_or(is_left_out) {
            (claim.subject, claim.subject_carried) = (Some(who.clone()), true);
        }
        claim.attribution = Some(who.clone());
    }
}

/// Words that stand for a person named before.
fn is_pronoun(text: &str) -> bool {
    matches!(text, "" | "他" | "她" | "它" | "其" | "他们" | "她们" | "其并" | "他还" | "他又" | "她又")
}

/// Whether 該中心 means what was named before: its name ends with the same noun.
fn is_meant(text: &str, before: &Range<usize>, own: &str) -> bool {
    let noun = ["该", "这家", "这间", "此"].iter().find_map(|word| own.strip_prefix(word));
    let name = text.get(before.clone()).unwrap_or_default();
    noun.is_some_and(|noun| noun.chars().nth(1).is_some() && name.len() > own.len() && name.ends_with(noun))
}

/// Whether a clause only says more of the claim before it: 達1299萬，較1998年增長近40倍.
fn continues(reader: &Reader<'_>, clauses: &Clauses, clause: &Clause, frame: &Frame, draft: &Draft) -> bool {
    if frame.part || frame.lost || !frame.subject.is_empty() {
        return false;
    }
    // a time of its own makes another claim, unless it is what is compared with
    let cues = clauses.cues.get(clause.cues.clone()).unwrap_or_default();
    let cues = cues.get(..frame::MOST as usize).unwrap_or(cues);
    let own_time = clause.times.clone().filter_map(|i| reader.times.get(i as usize)).any(|time| {
        let start = time.text.start as usize;
        let with = reader.text.get(..start).is_some_and(|head| head.ends_with(['与', '和', '跟', '同']));
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
    // 跌2角，至36元5角
    let reached = reader.text.get(clause.text.clone()).is_some_and(|text| text.starts_with(['至', '到']));
    if reached && quantity.is_some_and(|quantity| quantity.text.start as usize <= clause.text.start + 12) {
        return true;
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
                let about = matches!(reader.text.get(found.start..found.end), Some("为"));
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

fn own_text<'r>(reader: &Reader<'r>, range: &Range<usize>) -> &'r str {
    reader.text.get(range.clone()).unwrap_or_default()
}

/// A claim that begins with a clause.
fn new_draft(reader: &Reader<'_>, clauses: &Clauses, clause: &Clause, frame: &Frame, carry: &mut Carry) -> Draft {
    let mut frame = frame.clone();
    let framer = Framer::new(reader, clause, clauses);
    let (mut speaker, mut expected) = (None, None);
    // 央行預計該國經濟增長3%
    if let Some((who, verb)) = framer.expecting(&frame) {
        let after = verb.end;
        let (head, _) = framer.head(after);
        let inner = framer.split(Frame { head, subject: after..after, ..frame.clone() });
        // 劇院預計觀眾1.5萬人次: the estimate is of its own
        const SPEAKERS: &[char] = &[
            '局', '台', '部', '会', '社', '所', '行', '厅', '委', '府', '司', '构', '家', '员', '方', '人', '长', '者',
            '界', '署', '处', '们', '师', '团',
        ];
        let speaks = own_text(reader, &frame.subject).ends_with(SPEAKERS);
        let is_own = verb.cue != Cue::Speech && inner.verb.is_none() && frame.expects.is_none() && !speaks;
        if who.is_empty() {
            // what a clause without a subject tells is told by who acted before
            // 發現|六成八受訪者每周網購, but 發現|3具屍體
            let counted = framer
                .counter_end(inner.subject.start)
                .is_some_and(|end| inner.subject.end <= end || inner.predicate >= clause.text.end);
            let says = inner.verb.is_some() || framer.counter_end(inner.subject.start).is_some();
            if !inner.subject.is_empty() && says && !counted {
                (speaker, frame) = (carry.agent.clone().or_else(|| carry.topic.clone()), inner);
            }
        } else if is_own && !inner.subject.is_empty() {
            frame.predicate = frame.subject.end;
        } else if verb.cue == Cue::Verb {
            // 主計處公布失業率3.4%: an office tells of a measure, a company of its own
            if own_text(reader, &who).ends_with(OFFICES) && is_measure_name(own_text(reader, &inner.subject)) {
                (speaker, frame) = (Some(who), inner);
            }
        } else if !inner.subject.is_empty()
            && (inner.verb.is_some() || !clause.quantities.is_empty())
            && !inner.attribute
        {
            (speaker, frame) = (Some(who), inner);
            expected = (verb.cue != Cue::Speech).then_some(Modality::Forecast);
        }
    }
    // 已於8月底前到崗: no noun follows the adverb
    let done = own_text(reader, &clause.text).starts_with('已');
    if done && frame.verb.is_none() && frame.predicate >= clause.text.end && clause.quantities.is_empty() {
        (frame.predicate, frame.subject) = (frame.head, frame.head..frame.head);
    }
    let own = reader.text.get(frame.subject.clone()).unwrap_or_default();
    let acts = frame.act.is_some()
        && frame.verb.is_some_and(|verb| {
            matches!(
                verb.cue,
                Cue::Verb | Cue::Short | Cue::Has | Cue::Preposition | Cue::Adverb | Cue::Modality(_) | Cue::Negation
            )
        });
    let teller = carry.teller.take().filter(|_| {
        let verb = frame.verb.filter(|verb| verb.start <= frame.head);
        let is_own = |verb: Found| match verb.cue {
            Cue::Modality(Modality::Planned) => true,
            Cue::Verb | Cue::Short | Cue::Adverb | Cue::Modality(_) => carry.tells_as_body,
            _ => false,
        };
        verb.is_some_and(is_own)
            && !own_text(reader, &(clause.text.start..frame.predicate)).contains(['料', '预', '估'])
    });
    let before = if acts {
        // what is measured does nothing but reach a record
        let reaches = frame.act.is_some_and(|act| {
            own_text(reader, &(act.start..act.end))
                .starts_with(['创', '刷', '突', '触', '跌', '位', '居', '列', '排', '占'])
        });
        let goes_on = |topic: &Range<usize>| topic.start >= carry.sentence || !is_measure_name(own_text(reader, topic));
        let topic = carry.topic.clone().filter(|topic| reaches || goes_on(topic));
        teller.or_else(|| carry.agent.clone()).or(topic)
    } else {
        carry.topic.clone().or_else(|| carry.agent.clone())
    };
    let (subject, carried) = if frame.subject.is_empty() {
        // 他 with nobody before him is all that is said
        let own = before.is_none() && !frame.subject.is_empty();
        if own { (Some(frame.subject.clone()), false) } else { (before, true) }
    } else {
        // 該中心 is the center named before
        let named = [carry.agent.clone(), carry.topic.clone()]
            .into_iter()
            .flatten()
            .find(|before| is_meant(reader.text, before, own));
        let subject = named.clone().unwrap_or_else(|| frame.subject.clone());
        // 海關會同警方，查扣凍品63噸: a verb that no table has
        let by_word = frame.verb.is_none() && clause.quantities.is_empty() && frame.predicate < clause.text.end;
        let told = frame.verb.is_some() || !clause.quantities.is_empty() || by_word;
        if !frame.part && told && !is_generic(own) {
            carry.topic = Some(subject.clone());
            let measure = frame.attribute || is_measure_name(own);
            // 某部門牽頭，選派萬名幹部
            let leads =
                frame.verb.is_some_and(|verb| matches!(verb.cue, Cue::Adverb | Cue::Modality(_) | Cue::Negation));
            // 小鵬汽車首季總收入65.5億元: the owner may act later
            let owns = frame.verb.is_none()
                && clause.times.clone().filter_map(|i| reader.times.get(i as usize)).any(|time| {
                    frame.subject.end <= time.text.start as usize && (time.text.end as usize) <= frame.predicate
                });
            if (acts || leads || by_word || owns) && !measure {
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
        compared: None,
        inherited: None,
        measures: frame_measures,
    }
}

/// The claim of a draft, if it asserts anything.
fn claim(reader: &mut Reader<'_>, clauses: &Clauses, draft: Draft, basis: &mut change::Carried) -> Option<ClaimData> {
    let cues = clauses.cues.get(draft.cues.clone()).unwrap_or_default();
    let changes = change::changes(reader, cues, &draft, basis);
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
    let negated = cues.iter().any(|found| found.cue == Cue::Negation && is_free(reader, cues, found));
    let modality = match (modality(reader, cues), draft.expected) {
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

/// Whether a cue of one character is a word by itself: beside another cue, a quantity or a time.
fn is_free(reader: &Reader<'_>, cues: &[Found], found: &Found) -> bool {
    let word = reader.text.get(found.start..found.end).unwrap_or_default();
    if word.chars().nth(1).is_some() {
        return true;
    }
    let next = cues.partition_point(|next| next.start < found.end);
    let mut here = cues.get(next..).unwrap_or_default().iter().take_while(|next| next.start == found.end);
    let beside = here.any(|next| !matches!(next.cue, Cue::Nothing | Cue::Short));
    if matches!(word, "拟") {
        return true;
    }
    let quantity = reader.quantities.partition_point(|mention| (mention.text.start as usize) < found.end);
    let time = reader.times.partition_point(|mention| (mention.text.start as usize) < found.end);
    // 將每日產量削減: 將 before a noun
    if matches!(word, "将") {
        return beside;
    }
    beside
        || reader.quantities.get(quantity).is_some_and(|mention| mention.text.start as usize == found.end)
        || reader.times.get(time).is_some_and(|mention| mention.text.start as usize == found.end)
}

/// How sure a claim is meant to be: the first word that says so.
fn modality(reader: &Reader<'_>, cues: &[Found]) -> Modality {
    let found = cues.iter().filter(|found| is_free(reader, cues, found)).filter_map(|found| match found.cue {
        Cue::Modality(Modality::Planned) if window::happens(reader, cues, found) => Some(Modality::Forecast),
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
