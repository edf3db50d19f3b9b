//! The parts of a clause: where its subject ends and its predicate begins.
//!
//! No dictionary of words stands after this, so that a subject is what stands before the first cue that can begin a
//! predicate. Imports [`super::clause`] and the tables.

use core::ops::Range;

use super::clause::{Clause, Clauses, Found, trim};
use super::phrase::{BODIES, COPULAS};
use super::verb::is_abbreviation;
use super::words::Cue;
use crate::article::{Mention, Modality, Range32, Slice};
use crate::general::{self, Pos};
use crate::lexer::Lexed;
use crate::mentions::Reader;
use crate::quantity::{Approx, Quantity, Role, Value};
use crate::unit::Dimension;
use crate::vocabulary::{
    ATTRIBUTES, BEFORE_TIME, BODY_ENDINGS, CONDITIONS, CUES, DETERMINERS, HEADS, MODALS, NO_SUBJECTS, NOUN_TAILS, NOW,
    ORDINARY, PERIODS, TAILS,
};

/// What a clause is made of.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// The subject that stands in it; empty where it is elided.
    pub(super) subject: Range<usize>,
    /// Where the predicate begins.
    pub(super) predicate: usize,
    /// The cue that begins it, by its place in the clause's cues.
    pub(super) verb: Option<Found>,
    /// The verb that counts: 引進 of 選派和引進柔性人才3300人次.
    pub(super) act: Option<Found>,
    /// After the words before the subject.
    pub(super) head: usize,
    /// What sort of clause it is.
    pub(super) sort: Sort,
    /// What the speaker takes it for: 預計, 估算.
    pub(super) expects: Option<Modality>,
    /// The subject is what is measured of an owner that was named before.
    pub(super) attribute: bool,
    /// A part of what stands before it: 其中.
    pub(super) part: bool,
    /// What stands where the subject would is none.
    pub(super) lost: bool,
}

/// What sort of clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// It asserts something.
    Plain,
    /// Nothing but a time: 今年以來.
    Time,
    /// What the next is compared with: 與去年同期相比.
    Comparison,
    /// A condition: 若利率上升.
    Condition,
    /// Who says what follows: 局長表示. The speaker is the subject.
    Speech,
}

/// How many bytes of a clause are looked at.
const LONGEST: usize = 900;

/// How many cues, quantities and times of a clause are looked at.
pub(super) const MOST: u32 = 48;

/// Reads the parts of one clause.
pub(super) struct Framer<'c, 'r> {
    pub(super) reader: &'c Reader<'r>,
    pub(super) cues: &'c [Found],
    pub(super) quantities: Range32,
    pub(super) times: Range32,
    pub(super) text: Range<usize>,
}

impl<'c, 'r> Framer<'c, 'r> {
    pub(super) fn new(reader: &'c Reader<'r>, clause: &Clause, clauses: &'c Clauses) -> Self {
        // a text without stops is no clause: only its head is looked at
        let mut end = clause.text.end.min(clause.text.start + LONGEST);
        while !reader.text.is_char_boundary(end) {
            end -= 1;
        }
        let cues = clauses.cues.get(clause.cues.clone()).unwrap_or_default();
        let cues = cues.get(..cues.partition_point(|found| found.end <= end)).unwrap_or_default();
        let within = |range: &Range32| range.start..range.end.min(range.start.saturating_add(MOST));
        Self {
            reader,
            cues: cues.get(..MOST as usize).unwrap_or(cues),
            quantities: within(&clause.quantities),
            times: within(&clause.times),
            text: clause.text.start..end,
        }
    }

    pub(super) fn rest(&self, at: usize) -> &'r str {
        self.reader.text.get(at..self.text.end).unwrap_or_default()
    }

    /// The quantities of the clause, as ranges of the text.
    pub(super) fn quantity_spans(&self) -> impl Iterator<Item = Range<usize>> {
        self.quantities
            .clone()
            .filter_map(|i| self.reader.quantities.get(i as usize))
            .map(|mention| mention.text.start as usize..mention.text.end as usize)
    }

    pub(super) fn time_spans(&self) -> impl Iterator<Item = Range<usize>> {
        self.times
            .clone()
            .filter_map(|i| self.reader.times.get(i as usize))
            .map(|mention| mention.text.start as usize..mention.text.end as usize)
    }

    /// Where the time that begins at `at` ends.
    pub(super) fn time_at(&self, at: usize) -> Option<usize> {
        self.time_spans().find(|time| time.start == at).map(|time| time.end)
    }

    /// Whether a cue stands at a place.
    pub(super) fn cue_at(&self, at: usize) -> bool {
        self.cue_from(at).is_some_and(|next| !matches!(next.cue, Cue::Nothing | Cue::Short))
    }

    /// The cue that begins at a place.
    pub(super) fn cue_from(&self, at: usize) -> Option<&'c Found> {
        let found = self.cues.get(self.cues.partition_point(|found| found.start < at))?;
        (found.start == at).then_some(found)
    }

    pub(super) fn word(&self, found: &Found) -> &'r str {
        self.reader.text.get(found.start..found.end).unwrap_or_default()
    }

    pub(super) fn quantity_begins(&self, at: usize) -> bool {
        self.quantity_spans().any(|quantity| quantity.start == at)
    }

    /// `at` after blanks and opening marks.
    pub(super) fn skip_marks(&self, at: usize) -> usize {
        let mut at = at;
        while let Some(c) = self.rest(at).chars().next() {
            let close = match c {
                '“' => '”',
                '「' => '」',
                '『' => '』',
                '︰' | '」' | '』' | '”' | '、' | '·' | '—' | ' ' | '\u{3000}' | '\u{A0}' => '\0',
                _ => break,
            };
            // a name in quotation marks keeps them, what is said does not
            let inside = self.rest(at).split_once(close).map(|(inside, _)| inside);
            if close != '\0' && inside.is_some_and(|inside| !inside.contains(['，', '。'])) {
                break;
            }
            at += c.len_utf8();
        }
        at
    }

    /// After the words before a subject, and whether 其中 was among them.
    pub(super) fn head(&self, from: usize) -> (usize, bool) {
        let (mut at, mut part) = (self.skip_marks(from), false);
        loop {
            if let Some(end) = self.time_at(at) {
                // 2009年時的人口: the time is of the subject
                if self.rest(end).starts_with("时的") {
                    break;
                }
                at = self.after_time(end);
                continue;
            }
            // 截至6月底, 在2023年
            let before = BEFORE_TIME.all(self.rest(at)).find(|(_, length)| self.time_at(at + length).is_some());
            if let Some((_, length)) = before {
                at += length;
                continue;
            }
            // 預計今年產量將達: what is expected begins after it
            let expects = self.cues.iter().find(|found| {
                found.start == at && matches!(found.cue, Cue::Modality(Modality::Forecast | Modality::Estimate))
            });
            if let Some(found) = expects.filter(|found| found.end < self.text.end) {
                at = self.skip_marks(found.end);
                continue;
            }
            let Some(((), length)) = HEADS.longest(self.rest(at)) else {
                match self.connective(at) {
                    Some(end) => at = self.skip_marks(end),
                    None => break,
                }
                continue;
            };
            // 共和國, 就業率: a longer word holds the head
            let longer = CUES
                .longest(self.rest(at))
                .is_some_and(|(cue, n)| n > length && !matches!(cue, Cue::Adverb | Cue::Modality(_)));
            let next = at + length;
            // 供款 is no 供
            // 每月供款: the causative verbs head a clause
            let causes =
                matches!(self.rest(at).get(..length), Some("使" | "令" | "让" | "供")) && at > self.skip_marks(from);
            let longer = longer || causes || self.reader.lexed.word_across(next).is_some_and(|word| word.start >= at);
            if longer || next >= self.text.end && at > from {
                break;
            }
            part |= matches!(self.rest(at).get(..length), Some("其中" | "当中"));
            at = self.skip_marks(next);
        }
        (at, part)
    }

    /// After a time: 今午（5月4日）, 4月底的.
    fn after_time(&self, end: usize) -> usize {
        let mut at = end;
        let end = self.skip_marks(end);
        let rest = self.rest(end);
        if rest.starts_with(['（', '(']) {
            if let Some(close) = rest.find(['）', ')']).filter(|close| *close <= 120) {
                let close = end + close;
                if self.time_spans().any(|time| time.start > end && time.end <= close) {
                    at = close + self.rest(close).chars().next().map_or(0, char::len_utf8);
                }
            }
        }
        let rest = self.rest(at);
        let rest = rest.strip_prefix('的').unwrap_or(rest);
        self.skip_marks(self.text.end - rest.len())
    }

    /// The clause's parts.
    pub(super) fn frame(&self) -> Frame {
        let (head, part) = self.head(self.text.start);
        let empty = head..head;
        let frame = Frame {
            subject: empty,
            predicate: head,
            verb: None,
            act: None,
            head,
            sort: Sort::Plain,
            expects: None,
            attribute: false,
            part,
            lost: false,
        };
        if head >= self.text.end {
            return Frame { sort: Sort::Time, ..frame };
        }
        if self.is_discount(head) || self.is_span(head) {
            return Frame { sort: Sort::Time, ..frame };
        }
        if self.is_comparison(head) {
            return Frame { sort: Sort::Comparison, ..frame };
        }
        // what holds inside says nothing of the clauses after
        if let Some(inner) = self.inside_frame(head) {
            let head = inner.start;
            let (quantities, times) = (self.quantities.clone(), self.times.clone());
            let cues = self.cues.get(..self.cues.partition_point(|found| found.end <= inner.end));
            let inside = Framer { text: inner, quantities, times, cues: cues.unwrap_or_default(), ..*self };
            let mut frame = inside.split(Frame { head, part: true, ..frame });
            // 校友捐書2萬冊: what stands right before the number is the verb
            if let Some(verb) = inside.before_mention(head).filter(|_| frame.verb.is_none()) {
                (frame.subject, frame.predicate) = (inside.bare(head..verb), verb);
            }
            return frame;
        }
        // 工廠關停後: the next clause goes on with its subject
        if self.is_adverbial(head) {
            let inner = self.split(frame);
            // 展會期間 is nobody
            let own = Some(inner.subject.clone()).filter(|_| inner.predicate < self.text.end);
            let subject = self.among(head).or(own).unwrap_or(head..head);
            return Frame { sort: Sort::Time, subject, ..inner };
        }
        if self.begins_condition(head) {
            return Frame { sort: Sort::Condition, ..frame };
        }
        if let Some(speaker) = self.source(head).or_else(|| self.speaker(head)) {
            return Frame { subject: speaker, sort: Sort::Speech, expects: self.expects(), ..frame };
        }
        // 受減產影響: what caused it says nothing of the clauses after
        let part = frame.part || self.is_cause();
        self.split(Frame { part, ..frame })
    }

    /// Whether a condition begins at a place: 如果; 如此 is none, and 無論是進口或出口都下降 says what holds.
    fn begins_condition(&self, head: usize) -> bool {
        let rest = self.rest(head);
        let is_ordinary = |length: usize| ORDINARY.longest(rest).is_some_and(|(_, other)| other > length);
        let holds =
            || ["无论是", "不论是", "不管是"].iter().any(|word| rest.starts_with(word)) && rest.contains(['都', '均']);
        CONDITIONS.longest(rest).is_some_and(|(_, length)| !is_ordinary(length)) && !holds()
    }

    /// The parts of a clause from its head on.
    pub(super) fn split(&self, mut frame: Frame) -> Frame {
        let (head, _) = self.head(frame.head);
        frame.head = head;
        if let Some((subject, predicate)) =
            self.relative_subject(head).or_else(|| self.numbered_subject(head)).or_else(|| self.counted_subject(head))
        {
            let verb = self.cues.iter().filter(|found| found.start >= predicate);
            let verb = verb.copied().find(|found| self.begins_predicate(found, predicate));
            let act = self.act(predicate);
            let subject = self.among_subject(&subject).unwrap_or_else(|| self.bare(subject));
            return Frame { subject, predicate, verb, act, attribute: false, ..frame };
        }
        frame.verb = self.predicate_verb(head);
        let cut = self.cut(&mut frame);
        frame.predicate = self.predicate_word(head, cut, frame.verb.as_ref()).unwrap_or(cut);
        frame.subject = self.bare(head..frame.predicate);
        // 在學生中有23%為近視
        if let Some(inner) = self.among_subject(&frame.subject) {
            frame.subject = inner;
        }
        self.caused(&mut frame);
        self.determined(&mut frame);
        self.part_owner(&mut frame);
        self.drop_no_noun(&mut frame);
        self.move_measure(&mut frame);
        frame.act = self.act(frame.predicate);
        frame.attribute = is_attribute(self.text_of(&frame.subject));
        frame
    }

    /// Words that only say how much of a noun are no subject without it: 所有|已報名的選手.
    fn determined(&self, frame: &mut Frame) {
        // 一輛|駛往湖區的小巴
        let start = frame.subject.start;
        let is_quantity = self.quantity_begins(start);
        let is_number = self.counter_end(start).is_some_and(|after| {
            let word = self.word_at(after, self.text.end);
            let end = frame.subject.end;
            after == end || word.end >= end && matches!(word.pos, Some(Pos::Verb | Pos::VerbalNoun) | None)
        });
        let is_number = is_number && (!is_quantity || self.is_counting(start));
        if !is_number && !DETERMINERS.contains(self.text_of(&frame.subject)) {
            return;
        }
        let after = frame.subject.end;
        let mut limits = self.quantity_spans().map(|quantity| quantity.start).filter(|start| *start >= after);
        // 一輛載有41名乘客的客車: a classifier waits for its noun, 3人 does not
        let waits = is_number && !self.text_of(&frame.subject).ends_with(['人', '%', '成']);
        let limit = limits.next().filter(|_| !waits).unwrap_or(self.text.end);
        let inside = self.text_of(&(frame.subject.end..limit));
        let noun = inside.find('的').map(|at| frame.subject.end + at + '的'.len_utf8());
        match noun.and_then(|noun| self.next_predicate(noun, noun + 1)) {
            Some(predicate) => {
                let later = |found: &&Found| found.start >= predicate && self.begins_predicate(found, start);
                frame.verb = self.cues.iter().find(later).copied();
                (frame.subject, frame.predicate) = (self.bare(start..predicate), predicate);
            }
            None if noun.is_some() && !is_number => frame.subject = start..start,
            None => {}
        }
    }

    /// What a verb of causing makes do something is the subject: 導致|價差明顯擴大.
    fn caused(&self, frame: &mut Frame) {
        const CAUSATIVES: &[&str] = &["导致", "使得", "促使", "引发", "造成", "使", "令", "让"];
        let subject = self.text_of(&frame.subject);
        let inner = ["这", "此", "从而", "进而"].iter().find_map(|word| subject.strip_prefix(word)).unwrap_or(subject);
        let inner = CAUSATIVES.iter().find_map(|word| inner.strip_prefix(word));
        let Some(inner) = inner.filter(|inner| inner.chars().nth(1).is_some() && frame.verb.is_some()) else { return };
        let start = frame.subject.end - inner.len();
        // 使用者 is no 使
        let is_unit = self.reader.lexicon.entry(subject).is_some_and(|(_, length)| length > '令'.len_utf8());
        if self.reader.lexed.word_across(start).is_none() && !is_unit {
            frame.subject.start = start;
        }
    }

    /// Of whom 在 … 中 speaks.
    fn among_subject(&self, subject: &Range<usize>) -> Option<Range<usize>> {
        let inner = self.text_of(subject).strip_prefix('在')?;
        let inner = ["当中", "之中", "中"].iter().find_map(|end| inner.strip_suffix(end))?;
        let start = subject.start + '在'.len_utf8();
        (!inner.is_empty()).then_some(start..start + inner.len())
    }

    pub(super) fn text_of(&self, range: &Range<usize>) -> &'r str {
        self.reader.text.get(range.clone()).unwrap_or_default()
    }

    /// The quantities of the clause.
    pub(super) fn mentions(&self) -> impl Iterator<Item = &Mention<Quantity>> {
        self.quantities.clone().filter_map(|i| self.reader.quantities.get(i as usize))
    }

    /// The cue that begins the predicate of a clause whose subject begins at `head`.
    pub(super) fn predicate_verb(&self, head: usize) -> Option<Found> {
        // 外幣兌換損失0.75億元: a name of what is measured holds a verb
        let measured = ATTRIBUTES.longest(self.rest(head)).map(|((), length)| head + length).filter(|end| {
            let at = self.skip_marks(*end);
            self.quantity_begins(at) || self.cue_at(at)
        });
        if let Some(end) = measured {
            let mut cues = self.cues.iter().filter(|found| found.start >= end);
            return cues.find(|found| self.begins_predicate(found, end)).copied();
        }
        let mut skip = self.body_end(head).unwrap_or(head);
        let mut passed: Option<Found> = None;
        let verb = self.cues.iter().filter(|found| found.start >= head).find(|found| {
            let begins = found.start >= skip && self.begins_predicate(found, head);
            if !begins || self.heads_subject(found, head) || self.heads_measure(found, head) {
                return false;
            }
            // 城市的排名上升: what 的 leads to is a noun, where another verb follows
            if self.is_nominal(found, head) {
                return false;
            }
            let is_relative = self.is_relative(found, found.start == head);
            if is_relative {
                let of = self.rest(found.end).find('的').map(|at| found.end + at + '的'.len_utf8());
                let mut counted = self.quantity_spans().map(|quantity| quantity.start);
                let counted = counted.find(|start| *start >= found.end);
                passed = passed.or(Some(**found));
                skip = of.filter(|of| counted.is_none_or(|counted| *of <= counted)).unwrap_or(found.end);
            }
            !is_relative
        });
        // 發放免還的助學金 has no other verb
        verb.copied().or(passed.filter(|found| found.start == head && !self.is_state(found)))
    }

    /// Where the name of a body ends that begins at a place, or after that of a country, with a verb: 反詐騙協調中心|攔截,
    /// 國家發展委員會|公布.
    fn body_end(&self, head: usize) -> Option<usize> {
        const LEADS: [&str; 10] = ["", "国家", "全国", "反", "非", "中央", "大马", "国际", "本地", "总统府"];
        let verb = self.cues.iter().find(|found| found.start >= head && self.begins_predicate(found, head))?;
        let lead = self.reader.text.get(head..verb.start)?;
        let is_lead = LEADS.contains(&lead) || general::get(lead).is_some_and(|word| word.pos == Pos::Place);
        if !is_lead || !matches!(verb.cue, Cue::Verb | Cue::Short | Cue::Modality(_)) {
            return None;
        }
        let rest = self.rest(verb.end);
        let limit = rest.char_indices().nth(10).map_or(rest.len(), |(at, _)| at);
        let name = rest.get(..limit)?;
        let ((), start, length) = BODY_ENDINGS.find(name)?;
        let end = verb.end + start + length;
        let inside = self.reader.text.get(verb.end..end)?;
        let is_name = inside.chars().all(char::is_alphabetic) && !inside.contains(['的', '了', '在', '将']);
        let goes_on = self.cue_at(end) || self.time_at(end).is_some() || self.quantity_begins(self.skip_marks(end));
        let acts = || matches!(self.word_at(end, self.text.end).pos, Some(Pos::Verb | Pos::VerbalNoun | Pos::Adverb));
        (is_name && (goes_on || acts())).then_some(end)
    }

    /// Whether 的 makes a noun of a verb: 排名 of 城市的排名上升.
    fn is_nominal(&self, found: &Found, head: usize) -> bool {
        let acts = |found: &Found| matches!(found.cue, Cue::Verb | Cue::Direction(_) | Cue::Adverb);
        let mut later = self.cues.iter().filter(|next| next.start >= found.end);
        acts(found)
            && found.start > head
            && self.text_of(&(head..found.start)).ends_with('的')
            && !self.quantity_begins(found.end)
            && later.any(|next| {
                let says = matches!(
                    next.cue,
                    Cue::Verb | Cue::Direction(_) | Cue::Both(..) | Cue::Level | Cue::Adverb | Cue::Modality(_)
                );
                says && self.begins_predicate(next, head)
            })
    }

    /// Whether a preposition at the head is part of what is measured: 對美國出口額達100億美元.
    fn heads_measure(&self, found: &Found, head: usize) -> bool {
        let is_lead = found.start == head && matches!(self.word(found), "对" | "由" | "被" | "来自");
        let measures = |found: &Found| {
            matches!(found.cue, Cue::Level | Cue::Has | Cue::Direction(_) | Cue::Basis(_) | Cue::Both(..))
        };
        let mut later = self.cues.iter().filter(|next| next.start > found.start && self.begins_predicate(next, head));
        matches!(found.cue, Cue::Preposition | Cue::Verb) && is_lead && later.next().is_some_and(measures)
    }

    /// Where the subject ends at the latest: before the verb or the first number.
    fn cut(&self, frame: &mut Frame) -> usize {
        let head = frame.head;
        let ordinal = |mention: &&Mention<Quantity>| {
            let end = mention.text.end as usize;
            // 30年期國債
            let names = is_term(self.reader.text, mention) || self.is_class(mention);
            self.text.end > end && (mention.item.role == Role::Ordinal || names)
        };
        let spans = self.mentions().filter(|mention| !ordinal(mention));
        let mut spans = spans.map(|mention| mention.text.start as usize..mention.text.end as usize);
        let cut = match (spans.find(|quantity| quantity.start >= head), frame.verb) {
            // 總投資5億元，增長: the number itself is what is said
            (Some(first), Some(verb)) if verb.start > first.start && self.is_apart(head, &first, &verb) => {
                frame.verb = None;
                first.start
            }
            (_, Some(verb)) => verb.start,
            (Some(first), None) => first.start,
            (None, None) => self.text.end,
        };
        cut.max(head)
    }

    /// Whether a quantity only tells which ones the noun after it means: 65歲以上人口, 90平方米以下住房.
    fn is_class(&self, mention: &Mention<Quantity>) -> bool {
        let (start, end) = (mention.text.start as usize, mention.text.end as usize);
        let words = self.text_of(&(start..end));
        let bounds = words.ends_with("以上") || words.ends_with("以下");
        if !(bounds || words.ends_with('岁') && mention.item.approx != Approx::Several) || self.cue_at(end) {
            return false;
        }
        // 平均年齡45歲男女
        let is_told = self.text_of(&(self.text.start..start)).ends_with(['龄', '命', '仅', '约', '为', '达']);
        let next = self.word_at(end, self.text.end);
        let later = self.quantity_spans().any(|quantity| quantity.start > end);
        !is_told
            && matches!(next.pos, Some(Pos::Noun | Pos::Person | Pos::VerbalNoun))
            && (later || next.end < self.text.end)
    }

    /// Whether a number before the verb is said of what stands before it.
    fn is_apart(&self, head: usize, first: &Range<usize>, verb: &Found) -> bool {
        let between = self.text_of(&(first.end..verb.start));
        let before = self.text_of(&(head..first.start));
        let changed = matches!(verb.cue, Cue::Direction(_) | Cue::Basis(_) | Cue::Both(..));
        let glued = between.trim().chars().count() <= 1 && (changed || self.is_measure(first.start));
        first.start > head
            && !before.trim_end().ends_with('的')
            && (glued || before.ends_with(['分', '按', '花', '凭']) || between.contains(['、', '（', '(', '）', ')']))
    }

    /// Parts the owner from what is measured where a time or a period stands between: 元晶9月營收, 滙達控股中期純利.
    fn part_owner(&self, frame: &mut Frame) {
        // 首批安裝, 四天成交: an adverb or a duration alone is no subject
        let span = |mention: &Mention<Quantity>| mention.text.start as usize..mention.text.end as usize;
        let is_adverb = |found: &Found| found.cue == Cue::Adverb && (found.start..found.end) == frame.subject;
        let lasts = |mention: &Mention<Quantity>| is_duration(mention) || mention.item.role == Role::Ordinal;
        if self.mentions().any(|mention| span(mention) == frame.subject && lasts(mention)) {
            (frame.predicate, frame.subject) = (frame.subject.end, frame.head..frame.head);
        } else if self.cues.iter().any(is_adverb) {
            (frame.predicate, frame.subject) = (frame.subject.start, frame.head..frame.head);
        }
        let time = self.time_spans().find(|time| time.start > frame.subject.start && time.end <= frame.predicate);
        let time = time.filter(|time| !self.text_of(&(time.end..frame.predicate)).contains('的'));
        let owner = time.map(|time| (self.bare(frame.subject.start..time.start), time.end));
        if let Some((owner, end)) = owner.filter(|(owner, _)| !owner.is_empty()) {
            (frame.subject, frame.predicate) = (owner, self.skip_marks(end));
        }
        // 中華隊|4比0擊敗日本
        let score = self.mentions().find(|mention| matches!(mention.item.value, Some(Value::Score { .. })));
        let score = score.map(|mention| mention.text.start as usize);
        if let Some(start) = score.filter(|start| (frame.subject.start + 1..frame.subject.end).contains(start)) {
            (frame.subject, frame.predicate) = (self.bare(frame.subject.start..start), start);
        }
        let subject = self.text_of(&frame.subject);
        let period = period_in(subject).filter(|(_, end)| is_attribute(subject.get(*end..).unwrap_or_default()));
        if let Some((at, end)) = period {
            frame.predicate = frame.subject.start + end;
            frame.subject = self.bare(frame.subject.start..frame.subject.start + at);
        }
    }

    /// Drops what is no noun at all, 與 or 拿着, and what stands after a duration: 乘客量|幾個月來還會增長.
    fn drop_no_noun(&self, frame: &mut Frame) {
        let subject = self.text_of(&frame.subject);
        let is_single = frame.subject.start == frame.head
            && (self.is_alone(frame) || self.is_adverb_led(frame) || self.is_result_led(frame));
        if is_single || self.is_led_in(&frame.subject) {
            // what was taken for the subject says nothing of the clause before
            let pos = general::get(subject).map(|word| word.pos);
            frame.lost = matches!(pos, Some(Pos::Adjective | Pos::Numeral | Pos::Classifier));
            frame.predicate = frame.head;
            frame.subject = frame.head..frame.head;
            return;
        }
        let is_verb = subject.ends_with(['着', '了', '过']) && subject.chars().count() <= 4;
        let is_open = self.is_open(frame);
        if NO_SUBJECTS.contains(subject) || is_verb || is_open || self.is_divisor(subject) {
            frame.lost = is_open && subject.ends_with('的');
            frame.subject = frame.head..frame.head;
        }
        let lasting = self.mentions().filter(|mention| is_duration(mention)).find(|mention| {
            (mention.text.start as usize) > frame.subject.start
                && (mention.text.end as usize) < frame.subject.end
                && !is_term(self.reader.text, mention)
                && !self.is_class(mention)
                // 黃金周首三天入境旅客總數
                && !self.text_of(&(frame.subject.start..mention.text.start as usize)).ends_with(['首', '前', '头', '后', '近'])
                && !self.text_of(&(mention.text.end as usize..frame.subject.end)).contains('的')
        });
        if let Some(mention) = lasting {
            frame.subject = self.bare(frame.subject.start..mention.text.start as usize);
        }
    }

    /// Whether a subject begins with an adverb of its predicate: 只會|降息, 仍在|施工.
    fn is_adverb_led(&self, frame: &Frame) -> bool {
        let end = frame.subject.end;
        let lead = self.word_at(frame.subject.start, end);
        let is_adverb =
            lead.text.starts_with(['只', '仍', '也', '都', '已', '就', '才', '又', '还', '将', '却', '曾', '现'])
                || matches!(lead.text, "不能" | "不会" | "不再" | "不得" | "未能" | "无法" | "没有");
        let may_lead = matches!(lead.pos, Some(Pos::Adverb | Pos::Verb | Pos::Preposition | Pos::Particle));
        let next = self.word_at(lead.end, self.text.end);
        let goes_on = matches!(next.pos, Some(Pos::Verb | Pos::VerbalNoun | Pos::Adverb | Pos::Preposition));
        is_adverb
            && lead.text != "只有"
            && lead.end <= end
            && may_lead
            && (goes_on || self.cue_at(lead.end))
            && !self.text_of(&frame.subject).contains('的')
    }

    /// Whether a subject begins with a verb and its result, and no other verb stands before its number: 清出|垃圾3.5公噸.
    fn is_result_led(&self, frame: &Frame) -> bool {
        const RESULTS: &[char] = &['出', '获', '掉', '走', '回', '毁', '破', '得'];
        let subject = self.text_of(&frame.subject);
        let mut ends = subject.char_indices().map(|(at, c)| at + c.len_utf8());
        let (Some(first), Some(second)) = (ends.next(), ends.next()) else { return false };
        let (verb, word) = (subject.get(..first).unwrap_or_default(), subject.get(..second).unwrap_or_default());
        let is_result = word.ends_with(RESULTS) && self.quantity_begins(self.skip_marks(frame.predicate));
        let pos = |word: &str| general::get(word).map(|word| word.pos);
        is_result
            && frame.verb.is_none()
            && !matches!(pos(verb), Some(Pos::Noun | Pos::Person | Pos::Place | Pos::Name))
            && !matches!(pos(word), Some(Pos::Noun | Pos::VerbalNoun))
            && self.reader.lexed.word_across(frame.subject.start + second).is_none()
    }

    /// Whether a subject is a verb or an adverb alone: 精選11項, 轉向大容量, but 罷工影響旅客.
    fn is_alone(&self, frame: &Frame) -> bool {
        let subject = self.text_of(&frame.subject);
        if NOW.contains(subject) {
            return true;
        }
        let is_long = subject.chars().nth(1).is_some();
        // 鎮上, but 加上
        let is_noun = |c: &str| general::get(c).is_some_and(|word| word.pos == Pos::Noun);
        if is_long && ["上", "里", "内"].iter().any(|end| subject.strip_suffix(end).is_some_and(is_noun)) {
            return false;
        }
        let goes_on = |verb: Found| verb.start == frame.subject.end && !matches!(verb.cue, Cue::Has | Cue::Preposition);
        match general::get(subject).map(|word| word.pos) {
            Some(Pos::VerbalNoun | Pos::Adjective | Pos::Numeral | Pos::Classifier) => !is_long,
            Some(Pos::Verb) => {
                !is_long
                    || !frame.verb.is_some_and(goes_on)
                        && !subject.ends_with(BODIES)
                        && !self.rest(frame.subject.end).starts_with(['的', '者'])
            }
            Some(Pos::Adverb | Pos::Conjunction | Pos::Preposition) => true,
            _ => false,
        }
    }

    /// Whether a subject waits for its noun: 這|7月的731個, 才能得出相對的.
    fn is_open(&self, frame: &Frame) -> bool {
        let subject = self.text_of(&frame.subject);
        let counted = self.quantity_begins(self.skip_marks(frame.predicate));
        if matches!(subject, "这" | "那" | "此" | "该" | "各" | "另") {
            let compares = frame.verb.is_some_and(|verb| matches!(verb.cue, Cue::Basis(_)));
            return counted || compares && !self.quantities.is_empty();
        }
        let acts = frame.verb.map_or(!counted, |verb| matches!(verb.cue, Cue::Verb | Cue::Short | Cue::Direction(_)));
        subject.ends_with('的') && acts
    }

    /// Whether a copula or a preposition of place begins a phrase: 更是村裡的, 在職場, 這跟房價.
    fn is_led_in(&self, range: &Range<usize>) -> bool {
        let phrase = self.text_of(range);
        let pointed = phrase.strip_prefix(['这', '此']).is_some_and(|rest| rest.starts_with(['跟', '与', '和', '比']));
        let placed = phrase.starts_with(['在', '于', '从'])
            && !phrase.contains('的')
            && self.reader.lexed.word_across(range.start + '在'.len_utf8()).is_none();
        let long = phrase.chars().nth(2).is_some();
        pointed || long && (placed || COPULAS.iter().any(|copula| phrase.starts_with(copula)))
    }

    /// Whether a phrase only says what a number is divided by: 每公升.
    fn is_divisor(&self, phrase: &str) -> bool {
        let unit = phrase.strip_prefix('每').unwrap_or_default();
        let unit = unit.strip_suffix('地').unwrap_or(unit);
        self.reader.lexicon.entry(unit).is_some_and(|(entry, length)| {
            let counts = matches!(
                entry.dimension(),
                Dimension::People | Dimension::Households | Dimension::Items | Dimension::Visits | Dimension::Other
            );
            length == unit.len() && !counts
        })
    }

    /// Makes subjects of what is measured: 出口512億元，增長5%; 其應收取暖費為.
    fn move_measure(&self, frame: &mut Frame) {
        let verb = frame.verb.filter(|verb| verb.start == frame.head && frame.subject.is_empty());
        let trade = verb.filter(|verb| matches!(self.word(verb), "出口" | "进口"));
        if let Some(verb) = trade.filter(|verb| self.quantity_begins(self.skip_marks(verb.end))) {
            (frame.subject, frame.predicate, frame.verb) = (verb.start..verb.end, verb.end, None);
        }
        // 貨量的增幅達12%
        let rate = self.cue_from(frame.predicate).filter(|found| matches!(found.cue, Cue::Direction(_)));
        let rate = rate.filter(|found| {
            self.word(found).ends_with(['幅', '率', '速', '度']) && self.rest(frame.subject.end).starts_with('的')
        });
        if let Some(rate) = rate {
            (frame.subject.end, frame.predicate) = (rate.end, rate.end);
        }
        if let Some(end) = self.own_measure(frame) {
            (frame.subject.end, frame.predicate) = (end, end);
        }
    }

    /// Whether the quantity at a place measures, so that no noun is counted after it.
    fn is_measure(&self, start: usize) -> bool {
        let mut mentions = self.quantities.clone().filter_map(|i| self.reader.quantities.get(i as usize));
        let found = mentions.find(|mention| mention.text.start as usize == start);
        found.and_then(|mention| mention.item.unit.as_ref()).is_some_and(|unit| {
            !matches!(
                unit.dimension(),
                Dimension::Items | Dimension::People | Dimension::Households | Dimension::Visits | Dimension::Other
            )
        })
    }

    /// A subject without what stands around it and is none of it.
    pub(super) fn bare(&self, range: Range<usize>) -> Range<usize> {
        let text = self.reader.text;
        let mut range = trim(text, range);
        loop {
            let Some(slice) = text.get(range.clone()).filter(|slice| !slice.is_empty()) else { return range };
            let marks = slice.trim_end_matches(|c: char| c.is_whitespace() || "、，,—·“「『".contains(c)).len();
            // 以老年人為主的志願隊上月
            if let Some(time) = self.time_spans().find(|time| time.end == range.end && time.start > range.start) {
                range = trim(text, range.start..time.start);
                continue;
            }
            // 產量與|上年持平
            let joins = slice.ends_with(['与', '跟', '同']) && slice.chars().nth(2).is_some();
            if joins && self.time_at(range.end).is_some() {
                range.end -= '与'.len_utf8();
                continue;
            }
            // 安集此次, 該廠方面: words after a subject
            let tail = TAILS.suffix(slice).filter(|word| slice.len() > word.len());
            if let Some(word) = tail {
                range.end -= word.len();
                continue;
            }
            if let Some(start) = function_word(self.reader.lexed, &range) {
                range.end = start;
                continue;
            }
            // 款項分|四期
            if slice.ends_with('分') && slice.len() > '分'.len_utf8() && self.quantity_begins(range.end) {
                range.end -= '分'.len_utf8();
                continue;
            }
            // 負債比97%: a proportion is no comparison
            let is_ratio = slice.ends_with('比') && self.quantity_begins(range.end);
            let word = BEFORE_TIME.suffix(slice).filter(|word| marks == slice.len() && *word != "的" && !is_ratio);
            match word {
                Some(word) => range.end -= word.len(),
                None if marks < slice.len() => range.end = range.start + marks,
                None => break,
            }
        }
        // the code of a share: 智易 (3596-TW)
        let slice = text.get(range.clone()).unwrap_or_default();
        if let Some(open) = slice.rfind(['（', '(']).filter(|open| *open > 0) {
            let code = slice.get(open..).unwrap_or_default();
            if code.ends_with(['）', ')']) && code.chars().all(|c| c.is_ascii() || "（）".contains(c)) {
                range.end = range.start + open;
                return trim(text, range);
            }
        }
        self.without_divisor(range)
    }

    /// A subject without what its number is divided by, 豬肉每公斤, and without a bracket that does not close.
    fn without_divisor(&self, mut range: Range<usize>) -> Range<usize> {
        let text = self.reader.text;
        let slice = text.get(range.clone()).unwrap_or_default();
        if let Some(at) = slice.rfind('每').filter(|at| *at > 0) {
            let unit = slice.get(at + '每'.len_utf8()..).unwrap_or_default();
            // 平均每戶人口 is what is measured
            let is_unit = self.reader.lexicon.entry(unit).is_none_or(|(_, length)| length == unit.len());
            if unit.chars().count() < 5 && is_unit && self.quantity_spans().any(|quantity| quantity.start >= range.end)
            {
                range.end = range.start + at;
                return trim(text, range);
            }
        }
        let slice = text.get(range.clone()).unwrap_or_default();
        if let Some(open) =
            slice.rfind(['（', '(']).filter(|open| !slice.get(*open..).unwrap_or_default().contains(['）', ')']))
        {
            range.end = range.start + open;
        }
        trim(text, range)
    }
}

/// Where the adverb, preposition, conjunction or modal begins that a noun phrase cannot end with: 項目可能, 他們通常.
fn function_word(lexed: &Lexed<'_>, range: &Range<usize>) -> Option<usize> {
    let text = lexed.text();
    const SINGLE: &str = "最或也都已又再仍还就才更将曾均则便却并会要能须应约连仅尚";
    let slice = text.get(range.clone())?;
    let starts = slice.char_indices().rev().take(4).map(|(at, _)| at).filter(|at| *at > 0);
    let mut found = None;
    for at in starts {
        let word = slice.get(at..)?;
        let ends = match word.chars().count() {
            1 => {
                // 協進會昨日: 會 is a modal before a verb alone
                let is_modal = || {
                    let after = text.get(range.end..).and_then(general::longest_at);
                    after.is_some_and(|word| matches!(word.pos, Pos::Verb | Pos::VerbalNoun))
                };
                let name = slice.get(..at).unwrap_or_default();
                let is_body = || word == "会" && is_abbreviation(name);
                SINGLE.contains(word) && (!"会要能可应须".contains(word) || is_modal() && !is_body())
            }
            _ => {
                MODALS.contains(word)
                    || !NOUN_TAILS.contains(word)
                        && general::get(word).is_some_and(|found| match found.pos {
                            Pos::Adverb | Pos::Preposition | Pos::Conjunction => true,
                            // 今後, 目前, but 春節 and 冬季 may be part of a name
                            Pos::Time => {
                                !word.ends_with(['季', '节', '天', '日', '年', '月', '期', '春', '夏', '秋', '冬'])
                            }
                            _ => false,
                        })
            }
        };
        if ends && lexed.word_across(range.start + at).is_none() {
            found = Some(range.start + at);
        }
    }
    found
}

/// Whether a quantity lasts.
fn is_duration(mention: &Mention<Quantity>) -> bool {
    mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Duration)
}

/// Whether a quantity is the term of what it stands before: 30年期國債; 分四期 is none.
fn is_term(text: &str, mention: &Mention<Quantity>) -> bool {
    is_duration(mention) && text.get(..mention.text.end as usize).is_some_and(|head| head.ends_with('期'))
}

/// Where a word of [`PERIODS`] stands inside a subject.
fn period_in(subject: &str) -> Option<(usize, usize)> {
    let first = subject.chars().next()?.len_utf8();
    let ((), at, length) = PERIODS.find(subject.get(first..)?)?;
    Some((first + at, first + at + length))
}

/// True where all of a subject is what is measured: 淨利, 第三季營收.
fn is_attribute(subject: &str) -> bool {
    let subject = subject.trim();
    ATTRIBUTES.contains(subject)
}

/// A stored piece, or nothing where the range is empty.
pub(super) fn slice(reader: &mut Reader<'_>, range: Range<usize>) -> Option<Slice> {
    (!range.is_empty()).then(|| reader.slice(range))
}
