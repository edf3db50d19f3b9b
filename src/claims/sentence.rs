//! One sentence, clause by clause: each begins a claim, says more of the one before, or gives something to the others.
//!
//! Imports [`super::draft`].

use alloc::vec::Vec;
use core::ops::Range;

use super::change::Carried;
use super::clause::{Clause, Clauses, Found};
use super::draft::{Carry, Draft, OFFICE_ENDS, continues, is_aside};
use super::frame::{Frame, Framer, Sort, slice};
use super::modality::is_measure_of;
use super::period::{is_compared, is_of_report};
use super::whole::{Before, check_parts};
use super::words::{Cue, is_generic, is_measure_name};
use super::{claim, own_text};
use crate::any_of::{WordSet, any_of};
use crate::article::{Basis, ClaimData, Modality, Range32, Slice};
use crate::mentions::Reader;
use crate::vocabulary::{CUES, PUBLISHES, RANKS};

/// What leads to what is granted, and no condition.
const GRANTS: &WordSet = any_of!["即使", "即便", "哪怕", "就算", "纵使", "纵然"];

/// What is so on every day: 全長12公里, 日均客流3萬人次.
const STANDING: &WordSet =
    any_of!["全长", "总长", "线路长", "占地", "建筑面积", "总建筑", "日均", "月均", "年均", "设计"];

/// A sentence that is read.
pub(super) struct Sentence<'s, 'r> {
    reader: &'s mut Reader<'r>,
    clauses: &'s Clauses,
    carry: &'s mut Carry,
    claims: &'s mut Vec<ClaimData>,
    /// Its clauses.
    range: Range<usize>,
    drafts: &'s mut Vec<Draft>,
    /// What a clause of its own gives to the next: where it begins, and its first time and quantity.
    ahead: Option<(usize, u32, u32)>,
    condition: Option<Range<usize>>,
    compared: Option<Option<u32>>,
    speaker: Option<Range<usize>>,
    /// What the speaker takes it for.
    expected: Option<Modality>,
    /// What a clause before takes its own for.
    ahead_of: Option<Modality>,
    /// The next clause may say more of the last claim.
    open: bool,
    /// What a time at the head of the sentence gives to its later clauses.
    stated: Option<u32>,
}

impl<'s, 'r> Sentence<'s, 'r> {
    pub(super) fn new(
        reader: &'s mut Reader<'r>,
        clauses: &'s Clauses,
        range: Range<usize>,
        carry: &'s mut Carry,
        drafts: &'s mut Vec<Draft>,
        claims: &'s mut Vec<ClaimData>,
    ) -> Self {
        (carry.announced, carry.part, carry.is_orphan) = (None, None, false);
        if !carry.quoted {
            (carry.teller, carry.office) = (None, None);
        }
        carry.sentence = clauses.list.get(range.start).map_or(0, |clause| clause.text.start);
        Self {
            speaker: carry.speaker.clone().filter(|_| carry.quoted),
            reader,
            clauses,
            carry,
            claims,
            range,
            drafts,
            ahead: None,
            condition: None,
            compared: None,
            expected: None,
            ahead_of: None,
            open: false,
            stated: None,
        }
    }

    /// Adds its claims.
    pub(super) fn read(mut self, frames: &[Frame]) {
        for at in self.range.clone() {
            let (Some(clause), Some(frame)) = (self.clauses.list.get(at), frames.get(at)) else { continue };
            if let Some(basis) = basis_of_view(own_text(self.reader, &clause.text)) {
                self.carry.basis = Carried::told(basis);
            }
            match frame.sort {
                Sort::Time | Sort::Comparison => self.time(clause, frame),
                Sort::Condition => {
                    // 即使票價加5%: what is granted is none
                    let is_granted = GRANTS.is_in(own_text(self.reader, &clause.text));
                    self.condition = Some(clause.text.clone()).filter(|_| !is_granted);
                    (self.ahead, self.open) = (None, false);
                }
                Sort::Speech => self.speech(clause, frame, at + 1 == self.range.end),
                Sort::Plain => self.assert(clause, frame),
            }
            self.quote(clause);
        }
        let first = self.claims.len();
        for draft in self.drafts.drain(..) {
            let (begin, sole) = (draft.text.start, draft.frame.act.is_none());
            if let Some(mut claim) = claim(self.reader, self.clauses, draft, &mut self.carry.basis) {
                let before = Before { claims: self.claims, sentence: first };
                before.relate(self.reader, &mut claim, begin, sole);
                self.claims.push(claim);
            }
        }
        check_parts(self.reader, self.claims.get(first..).unwrap_or_default());
    }

    /// A clause that tells when, or what is compared with.
    fn time(&mut self, clause: &Clause, frame: &Frame) {
        if frame.sort == Sort::Comparison {
            self.compared = Some(clause.times.clone().next());
        }
        if !frame.subject.is_empty() && !frame.attribute {
            (self.carry.agent, self.carry.topic) = (Some(frame.subject.clone()), Some(frame.subject.clone()));
            (self.carry.teller, self.carry.office) = (None, None);
        }
        // 其中 and 期間 alone add nothing to the text
        if !(clause.times.is_empty() && clause.quantities.is_empty()) {
            self.ahead = self.ahead.or(Some((clause.text.start, clause.times.start, clause.quantities.start)));
        }
        self.stated = clause.times.clone().next_back();
        self.open = false;
    }

    /// A clause that tells who speaks.
    fn speech(&mut self, clause: &Clause, frame: &Frame, is_last: bool) {
        let who = own_text(self.reader, &frame.subject);
        let pronoun = is_pronoun(who);
        let own = Some(frame.subject.clone()).filter(|subject| !subject.is_empty());
        let named = if pronoun { self.carry.speaker.clone().or(own) } else { own };
        self.carry.speaker.clone_from(&named);
        self.expected = frame.expects;
        let text = own_text(self.reader, &clause.text);
        // 據, 獲悉: who tells is a source and does not act
        let is_source = any_of!["据", "统计", "获悉", "了解到", "获知"].is_in(text);
        // 6日，記者從該局獲悉: the day of learning is the day of nothing told
        if any_of!["获悉", "了解到", "获知"].is_in(text) {
            (self.ahead, self.stated) = (None, None);
        }
        let office = named.clone().and_then(|who| office_of(self.reader, &who));
        self.carry.teller = named.clone().filter(|_| !pronoun && !is_source);
        self.carry.office = office.filter(|_| !pronoun && !is_source);
        self.carry.tells_as_body = named.as_ref().is_some_and(|who| is_body(own_text(self.reader, who)));
        // 」院長說。 after a quotation that ended its sentence
        if self.range.len() == 1 && named.is_some() {
            attribute_quotation(self.reader, clause.text.start, named.clone(), self.claims);
        }
        // 「…」，李某說: who spoke comes after what was said
        let last = is_last && !matches!(clause.stop, Some('：' | ':' | '，' | ','));
        for draft in self.drafts.iter_mut().filter(|draft| last && draft.speaker.is_none()) {
            draft.speaker.clone_from(&named);
            // 「跑了四家醫院」，李某說: the speaker did
            let is_quoted = own_text(self.reader, &draft.first).starts_with(['“', '「']);
            if is_quoted && (draft.subject.is_none() || draft.carried) {
                (draft.subject, draft.carried) = (named.clone(), named.is_some());
            }
        }
        self.speaker = named;
        self.open = false;
    }

    /// A clause that is no frame of another: it names what the next ones speak of, or asserts something, or both.
    fn assert(&mut self, clause: &Clause, frame: &Frame) {
        let text = own_text(self.reader, &clause.text);
        let view = text.strip_suffix("方面").filter(|_| clause.quantities.is_empty() && clause.times.is_empty());
        if let Some(view) = view {
            self.turn_to(clause, frame, view);
            return;
        }
        let ranked = self.ranked(clause);
        if let Some(noun) = ranked.clone().filter(|_| clause.quantities.is_empty()) {
            self.announce(clause, noun);
        } else if self.announces(clause, frame) {
            self.announce(clause, frame.subject.clone());
        } else {
            self.plain(clause, frame);
        }
        // 主計總處公布10月CPI，月增0.31%
        if let Some(measure) = self.published(clause, frame) {
            self.carry.topic = Some(measure);
        }
        // 排名第一的是杭州，有30家
        if ranked.is_some() {
            self.carry.announced = ranked;
            self.open = false;
        }
    }

    /// Begins another matter: CPI方面，同比升2% is of the index, 服務表現方面，全年發生事故7宗 of nobody, nor of what was measured
    /// before.
    fn turn_to(&mut self, clause: &Clause, frame: &Frame, view: &str) {
        let noun = frame.head..clause.text.start + view.len();
        if is_index(own_text(self.reader, &noun)) || is_measure_name(view) && !view.ends_with("质量") {
            self.announce(clause, noun);
        } else {
            let keeps = |who: &Range<usize>| {
                let name = own_text(self.reader, who);
                !is_index(name) && !is_measure_name(name)
            };
            self.carry.topic = self.carry.topic.take().filter(keeps);
            self.carry.announced = None;
        }
        (self.stated, self.open) = (None, false);
    }

    /// What is measured that a clause says to be published, of which the next ones tell.
    fn published(&self, clause: &Clause, frame: &Frame) -> Option<Range<usize>> {
        let act = frame.act.filter(|act| PUBLISHES.contains(own_text(self.reader, &(act.start..act.end))))?;
        let is_open = clause.quantities.is_empty() && matches!(clause.stop, Some('，' | ','));
        let times = clause.times.clone().filter_map(|index| self.reader.times.get(index as usize));
        let start = times.map(|time| time.text.end as usize).fold(act.end, usize::max);
        let noun = own_text(self.reader, &(start..clause.text.end));
        let is_named = noun.chars().count() <= 14 && !noun.contains('的') && is_measure_name(noun);
        (is_open && (is_index(noun) || is_named || noun.ends_with("指数"))).then_some(start..clause.text.end)
    }

    /// What a clause says to be the first of its kind, or next to it, of which the next clauses speak: 人數最多的是|高雄,
    /// 其次為|臺南.
    fn ranked(&self, clause: &Clause) -> Option<Range<usize>> {
        const FAR: usize = 200;
        let text = own_text(self.reader, &clause.text);
        if text.len() > FAR || !matches!(clause.stop, Some('，' | ',')) {
            return None;
        }
        let after_copula = |rest: &str| {
            let copula = ["是", "则是", "就是", "为", "则为"].into_iter().find(|copula| rest.starts_with(copula))?;
            Some(text.len() - rest.len() + copula.len())
        };
        let of = || text.match_indices('的').find_map(|(at, of)| Some((at, after_copula(text.get(at + of.len()..)?)?)));
        let of = of().filter(|(at, _)| text.get(..*at).is_some_and(|head| RANKS.is_in(head)));
        // 台南次之，從4萬人減至3萬人
        let named = any_of!["次之", "居次", "居首", "居冠"].strip_suffix(text).filter(|_| clause.quantities.is_empty());
        if let Some(noun) = named.filter(|noun| noun.chars().nth(1).is_some() && noun.chars().all(char::is_alphabetic))
        {
            let lead = any_of!["其中", "而", "当中"].strip_prefix(noun).map_or(0, |rest| noun.len() - rest.len());
            return Some(clause.text.start + lead..clause.text.start + noun.len());
        }
        let next = ["其次", "其后", "再次", "接着"].into_iter().find_map(|lead| after_copula(text.strip_prefix(lead)?));
        let start = clause.text.start + of.map(|(_, start)| start).or(next)?;
        let noun = start..clause.text.end;
        let last = self.reader.quantities.get(clause.quantities.end.saturating_sub(1) as usize);
        let is_counted = !clause.quantities.is_empty() && last.is_none_or(|last| last.text.end as usize > start);
        let mut times = clause.times.clone().filter_map(|index| self.reader.times.get(index as usize));
        let is_time = times.any(|time| time.text.start as usize >= start);
        let is_cause = own_text(self.reader, &noun).starts_with(['因', '由', '在', '从']);
        let framer = Framer::new(self.reader, clause, self.clauses);
        (!is_counted && !is_time && !is_cause && framer.may_be_name(&noun)).then_some(noun)
    }

    /// A clause that asserts something, or says more of the claim before.
    fn plain(&mut self, clause: &Clause, frame: &Frame) {
        let last = self.drafts.last().filter(|_| self.open);
        if self.is_in_turn(clause) {
            self.begin_in_turn(clause, frame);
            return;
        }
        let goes_on = last.is_some_and(|draft| continues(self.reader, self.clauses, clause, frame, draft));
        match self.drafts.last_mut().filter(|_| goes_on) {
            Some(draft) => {
                draft.text.end = clause.text.end;
                draft.quantities.end = clause.quantities.end;
                draft.times.end = clause.times.end;
                draft.cues.end = clause.cues.end;
            }
            None => self.begin(clause, frame),
        }
        self.open = !matches!(clause.stop, Some('；' | ';' | '：' | ':'));
    }

    /// Whether a clause tells of two claims before it one after the other: 甲廠5萬件，乙廠7萬件，分別增5%、8%.
    fn is_in_turn(&self, clause: &Clause) -> bool {
        let text = own_text(self.reader, &clause.text);
        let is_one = |draft: &Draft| draft.quantities.len() == 1 && draft.subject.is_some() && !draft.carried;
        let [.., first, second] = self.drafts.as_slice() else { return false };
        text.starts_with("分别") && clause.quantities.len() > 1 && is_one(first) && is_one(second)
    }

    /// A claim that nobody's name stands for, since it is of several.
    fn begin_in_turn(&mut self, clause: &Clause, frame: &Frame) {
        self.begin(clause, frame);
        if let Some(draft) = self.drafts.last_mut() {
            (draft.subject, draft.carried) = (None, false);
        }
        self.open = false;
    }

    /// Whether a clause is nothing but a noun phrase, which the next ones speak of.
    fn announces(&self, clause: &Clause, frame: &Frame) -> bool {
        let is_bare = frame.verb.is_none() && frame.act.is_none() && clause.quantities.is_empty() && !frame.part;
        let own = own_text(self.reader, &frame.subject);
        is_bare
            && matches!(clause.stop, Some('，' | ','))
            && frame.predicate >= clause.text.end
            && !is_generic(own)
            && Framer::new(self.reader, clause, self.clauses).is_noun_phrase(&frame.subject)
    }

    /// A clause that names what the next ones speak of.
    fn announce(&mut self, clause: &Clause, noun: Range<usize>) {
        self.carry.announced = Some(noun.clone());
        self.carry.topic = Some(noun);
        if !clause.times.is_empty() {
            self.ahead = self.ahead.or(Some((clause.text.start, clause.times.start, clause.quantities.start)));
            self.stated = clause.times.clone().next_back();
        }
        self.open = false;
    }

    /// A clause that begins a claim.
    fn begin(&mut self, clause: &Clause, frame: &Frame) {
        let before = (self.carry.agent.clone(), self.carry.topic.clone());
        let told = self.drafts.last().and_then(|draft| draft.inherited.or_else(|| draft.times.clone().next()));
        let aside = !self.drafts.is_empty() && is_aside(self.reader, clause, frame, told);
        let mut draft = Draft::new(self.reader, self.clauses, clause, frame, self.carry);
        draft.aside = aside;
        if aside {
            (self.carry.agent, self.carry.topic) = before;
        }
        if let Some((start, times, quantities)) = self.ahead.take() {
            (draft.text.start, draft.times.start, draft.quantities.start) = (start, times, quantities);
        }
        match self.reader.times.get(draft.times.start as usize).filter(|_| !draft.times.is_empty()) {
            None => draft.inherited = self.stated.filter(|time| self.may_inherit(*time, &draft)),
            Some(_) if aside => {}
            // 9日公布4月數據: the day of a report is no time of what it tells
            Some(time) if is_of_report(self.reader, time) => {
                let mut later = draft.times.clone().skip(1);
                self.stated = later.find(|index| {
                    let time = self.reader.times.get(*index as usize);
                    time.is_some_and(|time| !is_of_report(self.reader, time))
                });
            }
            Some(time) if (time.text.start as usize) < draft.frame.predicate => {
                self.stated = self.stated_by(draft.times.clone(), draft.frame.predicate);
            }
            Some(_) => {}
        }
        draft.condition.clone_from(&self.condition);
        self.look_ahead(clause, frame);
        draft.compared = self.compared;
        // 該行預期樓價跌5%，租金則升3%
        if draft.speaker.is_some() {
            (self.speaker, self.expected) = (draft.speaker.clone(), draft.expected);
        }
        draft.speaker = draft.speaker.or_else(|| self.speaker.clone());
        // a plan goes on as long as its owner acts
        let acts = draft.carried && draft.frame.act.is_some();
        let ahead_of = self.ahead_of.filter(|modality| *modality != Modality::Planned || acts);
        // 預計淨利潤5億元，上年同期為3億元: what was is not expected
        let is_past = aside && self.expected.is_none();
        // 2026年投產，屆時年產值超5億元; 會議強調，要新增床位300張
        let text = own_text(self.reader, &clause.text);
        let cues = self.clauses.cues.get(clause.cues.clone()).unwrap_or_default();
        let acts = |found: &Found| matches!(found.cue, Cue::Verb | Cue::Short | Cue::Direction(_));
        let leads = |found: &Found| found.start == clause.text.start + '要'.len_utf8() && acts(found);
        let asked = match text.starts_with('要') && self.speaker.is_some() && cues.iter().any(leads) {
            true => Some(Modality::Target),
            false => text.starts_with("届时").then_some(Modality::Forecast),
        };
        draft.expected = draft.expected.or(self.expected).or(asked).or(ahead_of.filter(|_| !is_past));
        // nothing can be added any more to the one before
        if self.drafts.last().is_some_and(Draft::is_empty) {
            self.drafts.pop();
        }
        self.drafts.push(draft);
    }

    /// Whether a time that a clause before names may be that of a claim without one: 十月首六日 is none of 全月, 2018年 none
    /// of 今次, and what is expected of a time to come none of what is so: 下半年料降至2%，惟七成商戶生意下跌.
    fn may_inherit(&self, time: u32, draft: &Draft) -> bool {
        let Some(time) = self.reader.times.get(time as usize) else { return false };
        let text = own_text(self.reader, &draft.first);
        let (Some(now), Some(last)) = (self.reader.anchor.published, time.item.to) else { return true };
        let is_now = any_of!["今次", "此次", "迄今", "至今", "目前"].is_in(text.get(..24).unwrap_or(text));
        let is_old = chrono::Datelike::year(&last.date()) < chrono::Datelike::year(&now);
        // 9月1日通車，全長12公里，日均客流3萬人次: so on every day
        let is_of_day = matches!(time.item.kind, crate::time::TimeKind::Day | crate::time::TimeKind::DateTime);
        if is_of_day && time.item.relation == crate::time::Relation::On && STANDING.begins(text) {
            return false;
        }
        let is_part = text.contains("全月") && time.item.kind != crate::time::TimeKind::Month;
        let cues = self.clauses.cues.get(draft.cues.clone()).unwrap_or_default();
        let expects = |found: &Found| matches!(found.cue, Cue::Modality(_));
        let contrasts = any_of!["惟", "但", "而", "不过", "然而"].begins(text);
        let was_expected = || {
            let before = self.drafts.last().and_then(|before| self.clauses.cues.get(before.cues.clone()));
            before.is_some_and(|cues| cues.iter().any(expects))
        };
        let is_fact = contrasts && last.date() > now && !draft.carried && !cues.iter().any(expects);
        !(is_part || is_now && is_old || is_fact && was_expected())
    }

    /// The time of a clause that later ones are of as well: none that something is compared with, 與6月相同, nor one that only
    /// counts what a subject is, 今年第7號颱風.
    fn stated_by(&self, times: Range32, predicate: usize) -> Option<u32> {
        let is_own = |index: &u32| {
            self.reader.times.get(*index as usize).is_some_and(|time| {
                let rest = self.reader.text.get(time.text.end as usize..).unwrap_or_default();
                (time.text.start as usize) < predicate && !is_compared(self.reader, time) && !rest.starts_with('第')
            })
        };
        times.into_iter().find(is_own).or(self.stated)
    }

    /// What a clause expects, its sentence goes on to expect, until it speaks of now: 預計明年營收3億元，淨利2億元.
    fn look_ahead(&mut self, clause: &Clause, frame: &Frame) {
        let cues = self.clauses.cues.get(clause.cues.clone()).unwrap_or_default();
        let expects = |found: &Found| {
            matches!(found.cue, Cue::Modality(Modality::Forecast))
                && matches!(own_text(self.reader, &(found.start..found.end)), "预计" | "预期" | "预料" | "预估")
                && !is_measure_of(self.reader, found)
                && found.start <= frame.head.max(frame.subject.end)
        };
        // 力爭到2025年，能耗下降14%
        let begins = |found: &Found| {
            found.start == clause.text.start || frame.verb.is_some_and(|verb| verb.start == found.start)
        };
        let word = |found: &Found| own_text(self.reader, &(found.start..found.end));
        let aims = |found: &Found| any_of!["力争", "争取", "力求", "确保"].begins(word(found)) && begins(found);
        let plans = |found: &Found| matches!(word(found), "拟" | "拟将" | "计划" | "计画") && begins(found);
        let is = |found: &Found, modality| found.cue == Cue::Modality(modality);
        let ahead_of = if cues.iter().any(expects) {
            Some(Modality::Forecast)
        } else if cues.iter().any(|found| is(found, Modality::Target) && aims(found)) {
            Some(Modality::Target)
        } else if cues.iter().any(|found| is(found, Modality::Planned) && plans(found)) {
            Some(Modality::Planned)
        } else {
            self.ahead_of
        };
        self.ahead_of = ahead_of.filter(|_| !self.speaks_of_now(clause));
    }

    /// Whether a clause leaves what its sentence expects: it tells of a time that is over, or of what is so now.
    fn speaks_of_now(&self, clause: &Clause) -> bool {
        const NOW: &WordSet = any_of![
            "已", "目前", "现有", "现在", "现时", "现为", "现已", "现正", "现存", "现价", "截至", "迄今", "去年", "也",
            "最终", "结果"
        ];
        let text = own_text(self.reader, &clause.text);
        let is_over = |time: &crate::time::Time| {
            time.to.zip(self.reader.anchor.published).is_some_and(|(end, now)| end.date() < now)
        };
        let mut times = clause.times.clone().filter_map(|index| self.reader.times.get(index as usize));
        // 其中獨居長者1萬人: a part of what is so now
        let is_part = text.starts_with("其中") && !text.contains(['将', '会']);
        is_part || times.any(|time| is_over(&time.item)) || text.starts_with(['而', '且', '但']) || NOW.is_in(text)
    }

    /// Whether a quotation of the speaker's is open after a clause.
    fn quote(&mut self, clause: &Clause) {
        let text = own_text(self.reader, &clause.text);
        let step = |c: char| match c {
            '“' | '「' => 1,
            '”' | '」' => -1,
            _ => 0,
        };
        let balance: i32 = text.chars().map(step).sum();
        if balance > 0 && self.speaker.is_some() {
            self.carry.quoted = true;
        } else if balance < 0 {
            self.carry.quoted = false;
        }
    }
}

/// Whether a noun is the abbreviation of an index: CPI, GDP.
fn is_index(noun: &str) -> bool {
    noun.len() > 1 && noun.len() < 8 && noun.chars().all(|c| c.is_ascii_uppercase())
}

/// What the changes of a sentence are measured against, where a clause says no more: 從同比看.
fn basis_of_view(clause: &str) -> Option<Basis> {
    let view = any_of!["从", "按", "就"].strip_prefix(clause).unwrap_or(clause);
    let view = any_of!["来看", "看", "方面"].strip_suffix(view)?;
    match view {
        "同比" | "按年" => Some(Basis::Yoy),
        "环比" => Some(Basis::PreviousPeriod),
        "按月" => Some(Basis::Mom),
        _ => None,
    }
}

/// 警方表示，接獲50宗投訴: whether who speaks is a body, which tells what it did itself.
fn is_body(who: &str) -> bool {
    who.ends_with(OFFICE_ENDS) && !who.ends_with("布会") || any_of!["公司", "警方", "集团"].ends(who)
}

/// The body whose head speaks: 某署中區分署長劉某 is the branch.
fn office_of(reader: &Reader<'_>, who: &Range<usize>) -> Option<Range<usize>> {
    let name = own_text(reader, who);
    let at = name.rfind('长').filter(|at| name.get(*at..).is_some_and(|rest| rest.chars().count() <= 5))?;
    let body = name.get(..at).filter(|body| body.ends_with(OFFICE_ENDS) && !body.ends_with(['府', '行']))?;
    // 教育部部長
    let last = body.chars().next_back()?;
    let twice = body.strip_suffix(last).filter(|rest| rest.ends_with(last));
    let body = twice.unwrap_or(body);
    // 市公安局|副局長
    let body = body.strip_suffix(last).and_then(|rest| rest.strip_suffix('副')).unwrap_or(body);
    body.chars().nth(2).is_some().then(|| who.start..who.start + body.len())
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
