//! The parts of a clause: where its subject ends and its predicate begins.
//!
//! A subject is what stands before the first cue that can begin a predicate, unless the words of [`super::phrase`] say
//! otherwise. Imports [`super::clause`] and the tables.

use core::ops::Range;

use super::asked::Asked;
use super::clause::{Clause, Clauses, Found};
use super::head::INSIDE;
use super::phrase::inside;
use super::words::{Cue, is_measure_name};
use crate::any_of::{WordSet, any_of};
use crate::article::{Mention, Modality, Range32, Slice};
use crate::chars::{self, one_of};
use crate::general::{self, Pos};
use crate::mentions::Reader;
use crate::quantity::{Approx, Quantity, Role};
use crate::unit::Dimension;
use crate::vocabulary::{ATTRIBUTES, BODY_ENDINGS, CAUSES, CONDITIONS, DETERMINERS, EFFECTS, ORDINARY, STATES};

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
    /// Where its words end, before the marks at its end.
    words_end: usize,
    /// Its words, by where they begin and the limit that was asked with.
    pub(super) words: Asked<(usize, Option<Pos>)>,
    /// Whether its cues begin a predicate, by where they and its subject begin.
    pub(super) predicates: Asked<bool>,
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
            words_end: words_end(reader.text, clause.text.start..end),
            words: Asked::new(),
            predicates: Asked::new(),
        }
    }

    /// The reader of a stretch of the clause.
    fn within(&self, text: Range<usize>) -> Self {
        let cues = self.cues.get(..self.cues.partition_point(|found| found.end <= text.end));
        Self {
            reader: self.reader,
            cues: cues.unwrap_or_default(),
            quantities: self.quantities.clone(),
            times: self.times.clone(),
            words_end: words_end(self.reader.text, text.clone()),
            text,
            words: Asked::new(),
            predicates: Asked::new(),
        }
    }

    /// The words from a place on, without the marks at the end of the clause.
    pub(super) fn words_from(&self, at: usize) -> &'r str {
        self.reader.text.get(at..self.words_end.max(at)).unwrap_or_default()
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
        // most places have none
        if chars::is_ideograph_at(self.reader.text, at) {
            return at;
        }
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
        if head >= self.text.end || head > self.text.start && self.is_edge(head) {
            return Frame { sort: Sort::Time, ..frame };
        }
        if self.is_discount(head) || self.is_span(head) || self.names_example(head) {
            return Frame { sort: Sort::Time, ..frame };
        }
        if self.is_comparison(head) {
            return Frame { sort: Sort::Comparison, ..frame };
        }
        // what holds inside says nothing of the clauses after
        if let Some(inner) = self.inside_frame(head) {
            let inside = self.within(inner);
            let (head, _) = inside.head(inside.text.start);
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
        if let Some(sort) = self.supposed_view(head) {
            return Frame { sort, ..frame };
        }
        if self.begins_condition(head) {
            return Frame { sort: Sort::Condition, ..frame };
        }
        if self.holds_condition(head) {
            return Frame { sort: Sort::Condition, ..frame };
        }
        if let Some(speaker) = self.source(head).or_else(|| self.speaker(head)) {
            return Frame { subject: speaker, sort: Sort::Speech, expects: self.expects(), ..frame };
        }
        // 受減產影響: what caused it says nothing of the clauses after
        let part = frame.part || self.is_cause();
        self.split(Frame { part, ..frame })
    }

    /// Whether a clause ends its time from a place on: 未來3年|內, 災後|的第二年.
    fn is_edge(&self, head: usize) -> bool {
        let is_ordinal_year = || {
            let mut ordinals = self.mentions().filter(|found| found.item.role == Role::Ordinal && is_duration(found));
            ordinals.any(|found| found.text.start as usize == head && found.text.end as usize == self.text.end)
        };
        let words = self.words_from(head);
        INSIDE.contains(&words) || matches!(words, "之后" | "后" | "中") || is_ordinal_year()
    }

    /// Whether a condition begins at a place: 如果; 如此 is none, and 無論是進口或出口都下降 says what holds.
    pub(super) fn begins_condition(&self, head: usize) -> bool {
        let rest = self.rest(head);
        let is_ordinary = |length: usize| ORDINARY.longest(rest).is_some_and(|(_, other)| other > length);
        let holds = || any_of!["无论", "不论", "不管"].begins(rest) && rest.contains(['都', '均']);
        CONDITIONS.longest(rest).is_some_and(|(_, length)| !is_ordinary(length)) && !holds()
    }

    /// What 若 leads to that is no condition: 若按七大類觀察, 若與4月高位相比.
    fn supposed_view(&self, head: usize) -> Option<Sort> {
        let view = self.words_from(head).strip_prefix(['若', '如'])?;
        if any_of!["按", "以", "从", "就"].begins(view) && any_of!["观察", "来看", "看", "来说", "而言"].ends(view)
        {
            return Some(Sort::Time);
        }
        let compares = any_of!["相比", "比较", "相较", "对比"].ends(view);
        (view.starts_with(['与', '跟', '和', '同']) && compares).then_some(Sort::Comparison)
    }

    /// Whether a condition stands behind what it is of, before a comma: 氣溫若降至零下5度，果樹將受凍.
    fn holds_condition(&self, head: usize) -> bool {
        const FAR: usize = 12;
        let rest = self.rest(head);
        let limit = rest.char_indices().nth(FAR).map_or(rest.len(), |(at, _)| at);
        let found = any_of!["若", "一旦", "如果", "倘若"].find(rest.get(..limit).unwrap_or_default());
        let Some((at, lead)) = found.filter(|(at, _)| *at >= '成'.len_utf8() * 2) else { return false };
        let place = head + at;
        let noun = self.text_of(&(head..place));
        let moves = |next: &Found| {
            matches!(next.cue, Cue::Direction(_) | Cue::Level | Cue::Verb | Cue::Short | Cue::Adverb | Cue::Both(..))
        };
        let goes_on = self.reader.text.get(self.text.end..).is_some_and(|tail| tail.starts_with(['，', ',']));
        goes_on
            && noun.chars().all(chars::is_han)
            && !noun.ends_with(['宛', '仿', '有', '般', '自', '假'])
            && self.reader.lexed.word_across(place).is_none()
            && self.reader.lexed.word_across(place + lead.len()).is_none()
            && self.cue_from(place + lead.len()).is_some_and(moves)
            && !self
                .cues
                .iter()
                .any(|found| found.start < place && found.start >= head && moves(found) && found.cue != Cue::Short)
    }

    /// The parts of a clause from its head on, after the words before its subject.
    pub(super) fn split(&self, mut frame: Frame) -> Frame {
        let head = frame.head;
        // 比三年前調查的54%|高14個百分點: what is compared with is no subject
        let is_against =
            |found: &Found| matches!(found.cue, Cue::Basis(_)) && self.word(found).starts_with(['比', '较']);
        let compares = self.cue_from(head).is_some_and(is_against) && self.quantity_spans().any(|q| q.start > head);
        if let Some((subject, predicate)) = self
            .nominal_subject()
            .filter(|_| !compares)
            .or_else(|| self.relative_subject(head).filter(|_| !compares))
            .or_else(|| self.numbered_subject(head).filter(|_| !compares))
            .or_else(|| self.counted_subject(self.after_only(head)).filter(|_| !compares))
        {
            let verb = self.cues.iter().filter(|found| found.start >= predicate);
            let verb = verb.copied().find(|found| self.begins_predicate(found, predicate));
            let act = self.act(predicate);
            let is_nominal = self.text_of(&subject).ends_with('的');
            let bare = |subject: Range<usize>| if is_nominal { subject } else { self.bare(subject) };
            let subject = self.among_subject(&subject).unwrap_or_else(|| bare(subject));
            let subject = if self.is_given(&subject) { head..head } else { subject };
            return Frame { subject, predicate, verb, act, attribute: false, ..frame };
        }
        if compares {
            (frame.verb, frame.act) = (self.cue_from(head).copied(), self.act(head));
            (frame.subject, frame.predicate) = (head..head, head);
            return frame;
        }
        frame.verb = self.predicate_verb(head);
        let cut = self.cut(&mut frame);
        frame.predicate = self.predicate_word(head, cut, frame.verb.as_ref()).unwrap_or(cut);
        frame.predicate = self.after_branch(head, frame.predicate);
        frame.subject = self.bare(head..frame.predicate);
        // 在學生中有23%為近視
        if let Some(inner) = self.among_subject(&frame.subject) {
            frame.subject = inner;
        }
        self.caused(&mut frame);
        self.there_is(&mut frame);
        self.determined(&mut frame);
        self.timed(&mut frame);
        self.part_owner(&mut frame);
        self.without_lead(&mut frame);
        self.drop_no_noun(&mut frame);
        self.move_measure(&mut frame);
        self.affected(&mut frame);
        self.without_from(&mut frame);
        self.whole_noun(&mut frame);
        self.keep_outside(&mut frame);
        self.decided(&mut frame);
        self.after_event(&mut frame);
        self.led_by_part(&mut frame);
        frame.act = self.act(frame.predicate);
        frame.attribute = is_attribute(self.text_of(&frame.subject));
        frame
    }

    /// After the adverb before a number that counts the subject: 僅|70只個股下跌.
    fn after_only(&self, head: usize) -> usize {
        let rest = self.rest(head).strip_prefix(['仅', '只', '另']);
        rest.map(|rest| self.text.end - rest.len()).filter(|at| self.quantity_begins(*at)).unwrap_or(head)
    }

    /// After the branch of a body that was cut in its name: 公安局|高新分局.
    fn after_branch(&self, head: usize, predicate: usize) -> usize {
        const FAR: usize = 8;
        if !self.text_of(&(head..predicate)).ends_with(['局', '院', '队', '司']) {
            return predicate;
        }
        let rest = self.rest(predicate);
        let limit = rest.char_indices().nth(FAR).map_or(rest.len(), |(at, _)| at);
        let branch = any_of!["分局", "支局", "支队", "大队", "中队", "分公司", "派出所"]
            .find(rest.get(..limit).unwrap_or_default());
        branch.map_or(predicate, |(at, name)| predicate + at + name.len())
    }

    /// A time right before the copula is what it tells of: 18世紀也是盛世, 2008年是豐收年.
    fn timed(&self, frame: &mut Frame) {
        let word = self.word_at(frame.predicate, self.text.end);
        let is_copula = super::phrase::COPULAS.contains(word.text) && self.quantity_spans().next().is_none();
        if !frame.subject.is_empty() || !is_copula || self.rest(word.end).starts_with(['由', '在', '因', '为', '从'])
        {
            return;
        }
        if let Some(time) = self.time_spans().filter(|time| time.end == frame.predicate).last() {
            frame.subject = time;
        }
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

    /// What something makes rise or fall is the subject of that: 影響|CPI|下降0.4個百分點.
    fn affected(&self, frame: &mut Frame) {
        let lead = frame.verb.filter(|verb| frame.subject.is_empty() && verb.start == frame.head);
        // 將|使出口|減少3億元
        let modal = lead.filter(|lead| matches!(self.word(lead), "将" | "会" | "将会" | "可"));
        let lead = modal.and_then(|modal| self.cue_from(modal.end)).copied().or(lead);
        let Some(verb) = lead.filter(|verb| self.word(verb) == "影响" || EFFECTS.contains(self.word(verb))) else {
            return;
        };
        let moved = self.cues.iter().find(|found| found.start > verb.end && matches!(found.cue, Cue::Direction(_)));
        let Some(moved) = moved.filter(|moved| self.quantity_begins(self.skip_marks(moved.end))) else { return };
        let noun = self.text_of(&(verb.end..moved.start));
        if (2..=12).contains(&noun.chars().count()) && noun.chars().all(char::is_alphanumeric) && !noun.contains('的')
        {
            (frame.subject, frame.predicate, frame.verb) =
                (self.bare(verb.end..moved.start), moved.start, Some(*moved));
        }
    }

    /// What a verb of causing makes do something is the subject: 導致|價差明顯擴大.
    fn caused(&self, frame: &mut Frame) {
        // 已確認|15人遇難
        let first = self.word_at(frame.subject.start, frame.subject.end);
        let people = self.mention_at(first.end);
        let is_told = first.pos == Some(Pos::Verb)
            && people.is_some_and(|mention| mention.text.end as usize == frame.subject.end);
        if is_told && self.is_counting(first.end) {
            frame.subject.start = first.end;
            return;
        }
        let subject = self.text_of(&frame.subject);
        let inner = any_of!["这", "此", "从而", "进而"].strip_prefix(subject).unwrap_or(subject);
        // 推動業務的|是
        if subject.ends_with('的') {
            return;
        }
        let causes = CAUSES.longest(inner).filter(|_| !inner.starts_with("影响")).or_else(|| EFFECTS.longest(inner));
        let inner = causes.and_then(|((), length)| inner.get(length..));
        let inner = inner.or_else(|| self.made(frame));
        let Some(inner) = inner.filter(|inner| inner.chars().nth(1).is_some() && frame.verb.is_some()) else { return };
        let start = frame.subject.end - inner.len();
        // 使用者 is no 使
        let is_unit = self.reader.lexicon.entry(subject).is_some_and(|(_, length)| length > '令'.len_utf8());
        if self.reader.lexed.word_across(start).is_none() && !is_unit {
            frame.subject.start = start;
        }
    }

    /// Somebody of whom there is told that he does something is the subject: 有|司機|等了9個小時.
    fn there_is(&self, frame: &mut Frame) {
        let has = frame.verb.filter(|verb| verb.cue == Cue::Has && verb.start == frame.head && self.word(verb) == "有");
        let Some(has) = has.filter(|_| frame.subject.is_empty()) else { return };
        let mut end = has.end;
        for _ in 0..2 {
            let word = self.word_at(end, self.text.end);
            let is_noun = matches!(word.pos, Some(Pos::Noun)) && word.text.chars().nth(1).is_some();
            if !is_noun || end > has.end && self.cue_at(end) {
                break;
            }
            end = word.end;
        }
        let acts = |next: &&Found| {
            matches!(next.cue, Cue::Verb | Cue::Short | Cue::Direction(_) | Cue::Adverb)
                && self.begins_predicate(next, has.end)
        };
        // a verb that no table has: 等了
        let word = self.word_at(end, self.text.end);
        let is_act = !matches!(word.pos, Some(Pos::Noun)) && self.rest(word.end).starts_with('了');
        let verb = self.cue_from(end).filter(acts);
        let is_first = self.quantity_spans().next().is_some_and(|quantity| quantity.start > end);
        if end > has.end && is_first && (verb.is_some() || is_act) {
            (frame.subject, frame.predicate, frame.verb) = (has.end..end, end, verb.copied());
        }
    }

    /// What is made to do something by what stands before it in a subject: 新政令|房價.
    fn made(&self, frame: &Frame) -> Option<&'r str> {
        const MAKES: &WordSet = any_of!["导致", "致使", "使得", "促使", "迫使", "令", "使", "让"];
        let subject = self.text_of(&frame.subject);
        let is_border = |at: usize| self.reader.lexed.word_across(frame.subject.start + at).is_none();
        let makes = Some(MAKES).filter(|makes| makes.is_in(subject))?;
        makes.words().find_map(|word| {
            let at = subject.find(word).filter(|at| *at > '令'.len_utf8())?;
            let end = at + word.len();
            let (before, after) = (subject.get(..at)?, subject.get(end..)?);
            let is_noun = !before.contains('的') && after.chars().nth(1).is_some() && !after.starts_with(['的', '人']);
            // 村長周令輝
            let is_free = word.chars().nth(1).is_some()
                || general::ends_in_word(before)
                    && general::longest_at(after).is_some_and(|next| next.length > word.len());
            (is_noun && is_free && is_border(at) && is_border(end)).then_some(after)
        })
    }

    /// Of whom 在 … 中 speaks.
    fn among_subject(&self, subject: &Range<usize>) -> Option<Range<usize>> {
        let inner = self.text_of(subject).strip_prefix('在')?;
        let inner = inside(inner)?;
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

    /// The quantity that begins at a place.
    pub(super) fn mention_at(&self, at: usize) -> Option<&Mention<Quantity>> {
        self.mentions().find(|mention| mention.text.start as usize == at)
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
            // 新增|確診|病例: a state after a state
            let heads = found.start == head
                || self.is_state(found) && found.start > head && STATES.longest(self.rest(head)).is_some();
            let is_relative = self.is_relative(found, heads);
            if is_relative {
                let of = self.rest(found.end).find('的').map(|at| found.end + at + '的'.len_utf8());
                let mut counted = self.quantity_spans().map(|quantity| quantity.start);
                let counted = counted.find(|start| *start >= found.end);
                passed = passed.or(Some(**found));
                skip = of.filter(|of| counted.is_none_or(|counted| *of <= counted)).unwrap_or(found.end);
            }
            !is_relative
        });
        // 負責運營的公司註冊資本2億元: what is measured needs no verb
        let measured = passed.is_some_and(|found| {
            let of = self.rest(found.end).find('的').map(|at| found.end + at + '的'.len_utf8());
            let first = self.quantity_spans().map(|quantity| quantity.start).find(|start| *start >= found.end);
            of.zip(first)
                .is_some_and(|(of, first)| of < first && is_measure_name(self.text_of(&(of..first)).trim_end()))
        });
        if verb.is_none() && measured {
            return None;
        }
        // 發放免還的助學金 has no other verb
        verb.copied().or(passed.filter(|found| found.start == head && !self.is_state(found)))
    }

    /// Where the name of a body ends that begins at a place, or after that of a country, with a verb: 反詐騙協調中心|攔截,
    /// 國家發展委員會|公布.
    fn body_end(&self, head: usize) -> Option<usize> {
        const LEADS: [&str; 10] = ["", "国家", "全国", "反", "非", "中央", "大马", "国际", "本地", "总统府"];
        let verb = self.cues.iter().find(|found| found.start >= head && self.begins_predicate(found, head))?;
        let lead = self.reader.text.get(head..verb.start)?;
        let is_place = || lead.ends_with(['省', '市', '县', '区', '镇', '州']) && lead.chars().count() <= 5;
        let is_lead =
            LEADS.contains(&lead) || is_place() || general::get(lead).is_some_and(|word| word.pos == Pos::Place);
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
        // 協會（MBA）2日公布
        let after = self.rest(end);
        let bracket = after.find(['）', ')']).filter(|close| after.starts_with(['（', '(']) && *close <= 60);
        let next = bracket.map_or(end, |close| {
            let mark = after.get(close..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            end + close + mark
        });
        let goes_on = self.cue_at(next) || self.time_at(next).is_some() || self.quantity_begins(self.skip_marks(next));
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
        if matches!(found.cue, Cue::Preposition | Cue::Verb) && is_lead {
            // 對中國|則|減8.6%
            let contrasts = |found: &&Found| matches!(self.word(found), "则" | "却" | "亦" | "也" | "仍");
            return later.find(|next| !contrasts(next)).is_some_and(measures);
        }
        found.cue == Cue::Preposition && found.start > head && self.is_inner(found)
    }

    /// Whether what a preposition leads to stands before 的 and a noun that is measured: 中國對東盟的投資增長20%, but
    /// 對受災的家庭增加補貼.
    fn is_inner(&self, found: &Found) -> bool {
        if !matches!(self.word(found), "对" | "在" | "向" | "与" | "给" | "为" | "从" | "于") {
            return false;
        }
        let Some(of) = self.rest(found.end).find('的').map(|at| found.end + at) else { return false };
        let noun = of + '的'.len_utf8();
        let mut later = self.cues.iter().filter(|next| next.start >= noun && self.begins_predicate(next, noun));
        let Some(next) = later.next() else { return false };
        let measures = match next.cue {
            Cue::Direction(_) => self.ends_change(next),
            Cue::Level => !matches!(self.word(next), "共" | "约"),
            Cue::Basis(_) | Cue::Both(..) => true,
            _ => false,
        };
        let name = self.text_of(&(noun..next.start));
        let is_name = (2..=10).contains(&name.chars().count()) && name.chars().all(char::is_alphabetic);
        let inside = self.text_of(&(found.end..of));
        let is_free = inside.chars().count() <= 14
            && !inside.contains(['，', '、'])
            && self.quantity_spans().all(|q| q.start >= next.start);
        // what stands right after the preposition is its own noun
        let first = self.word_at(found.end, of);
        let is_noun = !matches!(first.pos, Some(Pos::Verb | Pos::VerbalNoun | Pos::Adjective))
            || first.end < of && self.word_at(first.end, of).end < of;
        measures
            && is_name
            && is_free
            && is_noun
            && !name.ends_with(['上', '下', '中', '里', '内', '间', '时', '后', '前'])
    }

    /// Where the subject ends at the latest: before the verb or the first number.
    fn cut(&self, frame: &mut Frame) -> usize {
        let head = frame.head;
        let ordinal = |mention: &&Mention<Quantity>| {
            let end = mention.text.end as usize;
            // 7級風暴風半徑150公里
            let leads = mention.text.start as usize == head && self.names_at(end);
            // 30年期國債
            let names = is_term(self.reader.text, mention) || self.is_class(mention) || leads;
            self.text.end > end && (mention.item.role == Role::Ordinal || names || self.sums_list(head, mention))
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

    /// Whether a number says how many names stand before it, of which more is told: 甲、乙|兩省|下降3%.
    fn sums_list(&self, head: usize, mention: &Mention<Quantity>) -> bool {
        const FAR: usize = 90;
        let (start, end) = (mention.text.start as usize, mention.text.end as usize);
        if start <= head || start - head > FAR {
            return false;
        }
        let names = self.text_of(&(head..start));
        let count = 1 + names.chars().filter(|c| one_of!("、和及与").contains(*c)).count();
        let is_sum = mention.item.decimal().is_some_and(|value| value == count.into());
        let is_list = names.chars().all(|c| c.is_alphabetic() || c == '、') && names.contains(['、', '和', '及', '与']);
        let counts =
            mention.item.unit.as_ref().is_some_and(|unit| {
                matches!(unit.dimension(), Dimension::Items | Dimension::People | Dimension::Other)
            });
        is_sum
            && is_list
            && counts
            && !self.rest(end).starts_with('的')
            && self.quantity_spans().any(|quantity| quantity.start > end)
    }

    /// Whether a noun stands at a place, and a number after it.
    fn names_at(&self, at: usize) -> bool {
        self.word_at(at, self.text.end).pos == Some(Pos::Noun)
            && !self.cue_at(at)
            && self.quantity_spans().any(|quantity| quantity.start > at)
    }

    /// Whether a quantity only tells which ones the noun after it means: 65歲以上人口, 90平方米以下住房.
    pub(super) fn is_class(&self, mention: &Mention<Quantity>) -> bool {
        let (start, end) = (mention.text.start as usize, mention.text.end as usize);
        let words = self.text_of(&(start..end));
        // 16至59歲的|勞動人口
        let of = self
            .rest(end)
            .strip_prefix('的')
            .filter(|_| words.ends_with('岁') && start == self.head(self.text.start).0);
        let end = of.map_or(end, |rest| self.text.end - rest.len());
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
}

/// Where the words of a stretch end, before the marks at its end.
fn words_end(text: &str, stretch: Range<usize>) -> usize {
    // most end with a word
    if !stretch.is_empty() && chars::is_ideograph_before(text, stretch.end) {
        return stretch.end;
    }
    let words = text.get(stretch.clone()).unwrap_or_default().trim_end_matches(|c: char| !c.is_alphanumeric());
    stretch.start + words.len()
}

/// Whether a quantity lasts.
pub(super) fn is_duration(mention: &Mention<Quantity>) -> bool {
    mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Duration)
}

/// Whether a quantity is the term of what it stands before: 30年期國債; 分四期 is none.
pub(super) fn is_term(text: &str, mention: &Mention<Quantity>) -> bool {
    is_duration(mention) && text.get(..mention.text.end as usize).is_some_and(|head| head.ends_with('期'))
}

/// True where all of a subject is what is measured: 淨利, 第三季營收.
pub(super) fn is_attribute(subject: &str) -> bool {
    let subject = subject.trim();
    ATTRIBUTES.contains(subject)
}

/// A stored piece, or nothing where the range is empty.
pub(super) fn slice(reader: &mut Reader<'_>, range: Range<usize>) -> Option<Slice> {
    (!range.is_empty()).then(|| reader.slice(range))
}
