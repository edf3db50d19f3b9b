//! Verbs that are part of a noun phrase, since the noun after them is what is measured: 酒駕取締件數3417件, 未到期保單餘額58億元,
//! 住宅買賣合約登記錄得1832宗, 該計劃將投入.
//!
//! Imports [`super::frame`], whose reader of clauses this belongs to, and the tables.

use super::clause::Found;
use super::draft::OFFICE_ENDS;
use super::frame::{Frame, Framer};
use super::phrase::{BODIES, is_single};
use super::verb::ends_in_noun;
use super::words::{Cue, is_measure_name, may_measure};
use crate::any_of::{WordSet, any_of};
use crate::article::{Mention, Modality};
use crate::chars::{is_han, one_of};
use crate::general::{self, Pos};
use crate::quantity::{Quantity, Role};
use crate::vocabulary::{ACHIEVES, AUXILIARIES, CAUSATIVES, CAUSES, EFFECTS, PLANS, STATES, TALLIES};

/// What a noun phrase of verbs and nouns does not hold.
const NO_PARTS: [char; 21] = [
    '后', '时', '前', '的', '了', '把', '将', '对', '向', '给', '和', '与', '被', '，', '、', '以', '使', '令', '让',
    '在', '每',
];

impl Framer<'_, '_> {
    /// Whether a verb only belongs to a noun that says by itself what its number counts: 酒駕取締|件數3417件. Before an owner
    /// this holds of states alone: 全省新開工住房|面積, but 公司建設住房面積.
    pub(super) fn names_tally(&self, found: &Found, head: usize) -> bool {
        let Some(first) = self.quantity_spans().map(|quantity| quantity.start).find(|start| *start >= found.end) else {
            return false;
        };
        let noun = self.text_of(&(found.end..first)).trim_end();
        let noun = noun.trim_end_matches(['为', '达', '约', '共', '超', '逾', '近', '仅']);
        let is_name = (2..=12).contains(&noun.chars().count())
            && noun.chars().all(char::is_alphabetic)
            && !noun.contains(NO_PARTS)
            && TALLIES.suffix(noun).is_some();
        let before = self.text_of(&(head..found.start));
        let is_attribute = || {
            STATES.contains(self.word(found))
                || before.ends_with(['新', '未', '待', '应', '已']) && !before.ends_with("最新")
        };
        // 無照|駕駛, but no owner before it
        let is_owner = || {
            let pos = general::get(before).map(|word| word.pos);
            ends_in_noun(before)
                || matches!(pos, Some(Pos::Noun | Pos::Place | Pos::Name | Pos::Person | Pos::Pronoun | Pos::Adverb))
        };
        let is_led = || {
            before.is_empty() || before.chars().count() <= 4 && (before.starts_with(['无', '未', '非']) || !is_owner())
        };
        is_name && !self.reaches(found) && (is_led() || is_attribute())
    }

    /// A subject without where the change began: 發展利潤|由前年的20億元增至30億元, 成本|有望從目前的3000萬元降至.
    pub(super) fn without_from(&self, frame: &mut Frame) {
        let subject = self.text_of(&frame.subject);
        let begins = |at: usize| {
            let rest = self.rest(at);
            let point =
                any_of!["目前的", "现在的", "原来的", "原先的", "之前的", "此前的", "原本的"].strip_prefix(rest);
            let point = point.map_or(at, |rest| self.text.end - rest.len());
            let of_time = self.time_at(at).filter(|end| self.rest(*end).starts_with('的') && *end < frame.subject.end);
            let number = of_time.map_or(point, |end| end + '的'.len_utf8());
            self.quantity_spans().any(|number_at| number_at.start == number && number_at.end <= frame.subject.end)
        };
        // 費用|因匯兌收益減少同比激增: the cause is none of it
        let moved = frame.verb.filter(|verb| matches!(verb.cue, Cue::Direction(_)) && verb.start == frame.subject.end);
        let again = moved
            .and_then(|verb| self.cue_from(verb.end))
            .filter(|next| matches!(next.cue, Cue::Basis(_) | Cue::Both(..)));
        let cause = subject.find('因').filter(|at| *at > '成'.len_utf8() && again.is_some());
        if let Some(at) =
            cause.filter(|at| self.reader.lexed.word_across(frame.subject.start + at + '因'.len_utf8()).is_none())
        {
            let end = frame.subject.start + at;
            (frame.subject, frame.predicate) = (self.bare(frame.subject.start..end), end);
            return;
        }
        // 水庫|則以每天0.3個百分點的速度
        let pace = subject.find('以').filter(|_| any_of!["的速度", "的幅度", "的步伐", "的速率"].ends(subject));
        if let Some(at) = pace.filter(|at| *at > '成'.len_utf8()) {
            let end = self.before_adverbs(frame.subject.start, frame.subject.start + at);
            (frame.subject, frame.predicate) = (self.bare(frame.subject.start..end), end);
            return;
        }
        let mut places =
            subject.match_indices(['由', '从', '自']).map(|(at, lead)| (at, frame.subject.start + at + lead.len()));
        let Some((at, _)) = places.find(|(at, next)| *at > '成'.len_utf8() && begins(*next)) else { return };
        let stem = self.bare(frame.subject.start..self.before_adverbs(frame.subject.start, frame.subject.start + at));
        if !stem.is_empty() {
            (frame.subject, frame.predicate) = (stem.clone(), stem.end);
        }
    }

    /// 市區|以外|跌2%: who is outside is the subject; 賽事期間|帶動消費 says when.
    pub(super) fn keep_outside(&self, frame: &mut Frame) {
        let out = ["以外", "之外"].iter().find(|out| self.rest(frame.subject.end).starts_with(**out));
        if let Some(out) = out.filter(|_| !frame.subject.is_empty() && frame.subject.start == frame.head) {
            frame.subject.end += out.len();
            frame.predicate = frame.predicate.max(frame.subject.end);
        }
        let is_time = self.text_of(&frame.subject).ends_with("期间") && frame.subject.start == frame.head;
        if is_time && !self.rest(frame.subject.end).starts_with(['为', '是', '长', '共', '从', '由']) {
            (frame.subject, frame.lost) = (frame.head..frame.head, true);
        }
    }

    /// What a body plans, fixes or hopes is the subject: 市府規劃|票價由10元調為15元; where nothing else stands, the body is.
    fn planned(&self, frame: &mut Frame) -> Option<()> {
        let subject = self.text_of(&frame.subject);
        let (at, word) = any_of!["规划", "规画", "敲定", "盼"].find(subject)?;
        let body = subject.get(..at)?;
        let after = frame.subject.start + at + word.len();
        let is_body = body.ends_with(BODIES) || body.ends_with(OFFICE_ENDS);
        if !is_body || body.chars().nth(1).is_none() || self.reader.lexed.word_across(after).is_some() {
            return None;
        }
        if after < frame.subject.end {
            let noun = self.bare(after..frame.subject.end);
            return is_measure_name(self.text_of(&noun)).then(|| frame.subject = noun);
        }
        let (head, _) = self.head(after);
        let inner = self.split(Frame { head, subject: head..head, predicate: head, ..frame.clone() });
        if inner.subject.is_empty() {
            let start = frame.subject.start;
            (frame.subject, frame.predicate) = (start..start + at, start + at);
        } else {
            (frame.subject, frame.predicate, frame.verb) = (inner.subject, inner.predicate, inner.verb);
        }
        Some(())
    }

    /// Moves the subject to what a body plans, and before what it asks for or is compared with: 工會|促請加薪6%, 開價|與去年同期的
    /// 44萬元相比漲一成.
    pub(super) fn decided(&self, frame: &mut Frame) {
        let _ = self.planned(frame);
        let subject = self.text_of(&frame.subject);
        let by_number =
            any_of!["加薪", "减薪", "加价", "减价", "加租", "减租", "加息", "减息"].begins(self.rest(frame.predicate));
        let moves = by_number
            || frame.verb.is_some_and(|verb| matches!(verb.cue, Cue::Direction(_)) && verb.start == frame.subject.end);
        let asked = any_of!["促请", "申请", "敦促", "呼吁"]
            .strip_suffix(subject)
            .filter(|who| moves && who.chars().nth(1).is_some());
        let compared = || {
            let is_against = any_of!["相比", "相较", "比较"].begins(self.rest(frame.predicate));
            let mut leads = subject.match_indices(['与', '跟', '和', '同']).map(|(at, lead)| (at, at + lead.len()));
            leads.find(|(_, end)| is_against && self.time_at(frame.subject.start + end).is_some()).map(|(at, _)| at)
        };
        if let Some(end) = asked.map(str::len).or_else(compared) {
            let start = frame.subject.start;
            (frame.subject, frame.predicate) = (self.bare(start..start + end), start + end);
        }
    }

    /// Before the adverbs and modals that stand before a place.
    fn before_adverbs(&self, start: usize, end: usize) -> usize {
        const LEADS: &WordSet = any_of![
            "则", "却", "也", "亦", "仍", "均", "都", "已", "将", "会", "可", "或", "虽", "只", "仅", "倒", "更", "再",
            "又", "还", "因此", "因而", "有望", "料", "预计", "可望", "或将", "或会", "将会", "反而", "现", "就", "才",
            "恐", "虽然", "正"
        ];
        let mut end = end;
        while let Some(lead) = LEADS.suffix(self.text_of(&(start..end))) {
            let at = end - lead.len();
            // 不再, 社會 end with no adverb
            let is_torn = self.reader.lexed.word_across(at).is_some_and(|word| word.start >= start);
            if is_torn || at <= start {
                break;
            }
            end = at;
        }
        end
    }

    /// The noun phrase that all before a change is, though a verb in it was taken for the predicate: 過境服務|激增27%, 支付限額|由
    /// 320元降至120元, 女子組冠軍成績|為2小時.
    pub(super) fn whole_noun(&self, frame: &mut Frame) {
        let from = frame.predicate;
        let is_beside = frame.subject.is_empty() && from == frame.head || frame.subject.end == from;
        let Some(stop) = self.stop_of_noun(from).filter(|stop| is_beside && stop.start > from) else { return };
        let end = self.before_adverbs(from, stop.start);
        let noun = self.text_of(&(from..end));
        let is_name = (2..=14).contains(&noun.chars().count())
            && noun.chars().all(crate::chars::is_han)
            && !noun
                .strip_suffix('时')
                .unwrap_or(noun)
                .contains(|c| NO_PARTS.contains(&c) && !one_of!("被前").contains(c))
            && !self
                .quantity_spans()
                .chain(self.time_spans())
                .any(|span| span.start < stop.start && span.end > frame.head);
        if !is_name || !self.is_named_thing(noun, &stop) {
            return;
        }
        let is_measure = is_measure_name(noun);
        let acts = |found: &Found| {
            let word = self.word(found);
            let is_part = match found.cue {
                Cue::Verb | Cue::Short | Cue::Nothing | Cue::Adverb => true,
                // 減持比例
                Cue::Direction(_) => is_measure && found.end < end && !is_single(word),
                _ => false,
            };
            let reaches = || ACHIEVES.get(word).is_some_and(|reaches| reaches || !is_measure);
            !is_part
                || CAUSATIVES.contains(word)
                || CAUSES.contains(word)
                || EFFECTS.contains(word)
                || AUXILIARIES.contains(word)
                || reaches()
                || self.tells(found)
        };
        let first = self.word_at(from, end);
        // 全程組冠軍成績, but 收市|跌6點
        let adverb = self.cue_from(from).filter(|found| found.cue == Cue::Adverb);
        let is_adverb = adverb.is_some_and(|adverb| {
            let rest = self.text_of(&(adverb.end.min(end)..end));
            rest.chars().nth(1).is_none() || any_of!["实际", "重点"].contains(self.word(adverb))
        });
        let tells = |found: &Found| found.cue == Cue::Speech || self.tells(found);
        if is_adverb || self.cues.iter().any(|found| found.start >= frame.head && found.start < from && tells(found)) {
            return;
        }
        let leads = matches!(first.pos, Some(Pos::Adverb | Pos::Preposition | Pos::Conjunction | Pos::Pronoun));
        if leads || self.cues.iter().any(|found| found.start >= from && found.start < end && acts(found)) {
            return;
        }
        let start = if frame.subject.is_empty() { frame.head } else { frame.subject.start };
        (frame.subject, frame.predicate, frame.verb) = (self.bare(start..end), end, Some(stop));
    }

    /// What is measured after an event of nobody is the subject: 改造後|居住面積|擴大到.
    pub(super) fn after_event(&self, frame: &mut Frame) {
        const FEW: usize = 6;
        if !frame.subject.is_empty() {
            return;
        }
        let rest = self.rest(frame.predicate);
        let event = rest.char_indices().take(FEW).find(|(_, c)| *c == '后').map(|(at, _)| frame.predicate + at);
        let Some(event) = event.filter(|at| *at > frame.predicate && self.reader.lexed.word_across(*at).is_none())
        else {
            return;
        };
        let start = event + '后'.len_utf8();
        let Some(stop) = self.stop_of_noun(start) else { return };
        // 投產後|年產能|將達
        let noun =
            self.text_of(&(start..stop.start)).trim_end_matches(['将', '可', '会', '已', '仍', '更', '则', '却']);
        if (2..=10).contains(&noun.chars().count()) && noun.chars().all(char::is_alphabetic) && is_measure_name(noun) {
            let end = start + noun.len();
            (frame.subject, frame.predicate, frame.verb) = (self.bare(start..end), end, Some(stop));
        }
    }

    /// What a share is of is the subject: 以|香蕉|占7成最多.
    pub(super) fn led_by_part(&self, frame: &mut Frame) {
        let share = self.cues.iter().find(|found| found.start >= frame.predicate && self.word(found) == "占");
        let Some(share) = share.filter(|share| self.quantity_begins(self.skip_marks(share.end))) else { return };
        let lead = self.text_of(&(frame.predicate..share.start));
        let part = lead.strip_prefix('以').filter(|part| (1..=10).contains(&part.chars().count()));
        if part.is_some_and(|part| {
            part.chars().all(is_han)
                && !part.contains('为')
                && self.quantity_spans().all(|quantity| quantity.start >= share.end || quantity.end <= frame.predicate)
        }) {
            frame.subject = self.bare(frame.predicate + '以'.len_utf8()..share.start);
            (frame.predicate, frame.verb) = (share.start, Some(*share));
        }
    }

    /// The first cue after a place by which a noun changes or stands at a number.
    fn stop_of_noun(&self, from: usize) -> Option<Found> {
        let is_stop = |found: &&Found| {
            let counted = || {
                let rest = self.rest(found.end);
                let lead = rest.trim_start_matches(['至', '到', '为', '了', '约', '近', '逾', '超', '破']);
                self.quantity_begins(self.skip_marks(self.text.end - lead.len()))
            };
            found.start >= from
                && match found.cue {
                    Cue::Direction(_) | Cue::Both(..) => counted(),
                    Cue::Level => matches!(self.word(found), "为" | "达" | "占") && counted(),
                    Cue::Preposition => matches!(self.word(found), "由" | "从") && counted(),
                    _ => false,
                }
        };
        self.cues.iter().find(is_stop).copied()
    }

    /// Whether a noun ends a stretch that a change or a level follows.
    fn is_named_thing(&self, noun: &str, stop: &Found) -> bool {
        // 公司決定|加價
        let is_act = general::get(noun).is_some_and(|word| matches!(word.pos, Pos::VerbalNoun | Pos::Verb));
        if is_act && !may_measure(noun) {
            return false;
        }
        let starts = noun.char_indices().rev().skip(1).take(3).map(|(at, _)| at);
        let words = starts.filter_map(|at| general::get(noun.get(at..)?));
        let last = words.last();
        let is_noun = last.is_some_and(|word| matches!(word.pos, Pos::Noun | Pos::VerbalNoun));
        // 零售銷情: no word that is known acts
        let is_noun = is_noun
            || last.is_none()
                && general::longest_at(noun)
                    .is_some_and(|word| word.pos == Pos::VerbalNoun && word.length + '成'.len_utf8() < noun.len());
        let is_noun = is_noun || any_of!["用时", "时限", "时长"].ends(noun);
        match stop.cue {
            Cue::Level if self.word(stop) != "为" => is_measure_name(noun),
            _ => is_noun || is_measure_name(noun),
        }
    }

    /// Whether a verb reaches what follows it, so that no noun begins with it: 完成, 錄得.
    fn reaches(&self, found: &Found) -> bool {
        ACHIEVES.contains(self.word(found))
    }

    /// Whether a denial or an adverb begins a noun that is measured: 未|到期保單餘額.
    pub(super) fn heads_tally(&self, found: &Found, head: usize) -> bool {
        let is_first =
            found.start == head && matches!(self.word(found), "未" | "非" | "无" | "已" | "待" | "应" | "拟");
        let mut next = self.cues.iter().filter(|next| next.start >= found.end);
        // 全國|累計|發電裝機容量
        let Some(next) = next.next().filter(|next| next.cue == Cue::Verb) else { return false };
        let sums = found.start > head && found.cue == Cue::Modality(Modality::Cumulative) && next.start == found.end;
        is_first && self.names_tally(next, head) || sums && self.names_measure(next)
    }

    /// Whether a denial is of the state of those that a noun names: 離校|未|就業|畢業生登記3萬人.
    pub(super) fn denies_noun(&self, found: &Found) -> bool {
        let state = self.cue_from(found.end).filter(|next| next.cue == Cue::Verb && self.is_state(next));
        let Some(state) = state.filter(|_| found.start > self.head(self.text.start).0) else { return false };
        let noun = self.word_at(state.end, self.text.end);
        let is_noun = matches!(noun.pos, Some(Pos::Noun)) && !is_single(noun.text);
        let later = |next: &&Found| next.start >= noun.end && !matches!(next.cue, Cue::Nothing | Cue::Short);
        is_noun && self.cues.iter().any(|next| later(&next))
    }

    /// Whether a state begins at a place that a denial of it only names: 未|就業畢業生.
    pub(super) fn is_denied_state(&self, at: usize) -> bool {
        let mut denials = self.cues.iter().filter(|found| found.cue == Cue::Negation && found.end == at);
        denials.any(|found| self.denies_noun(found))
    }

    /// Whether an act is what an ordinal before it counts: 首筆|貸款3億元.
    pub(super) fn is_counted_act(&self, found: &Found) -> bool {
        let counts = |mention: &Mention<Quantity>| mention.item.unit.as_ref().is_some_and(|unit| unit.symbol() == "筆");
        let is_before = |mention: &Mention<Quantity>| {
            mention.text.end as usize == found.start && mention.item.role == Role::Ordinal && counts(mention)
        };
        let is_noun = |word: general::Word| matches!(word.pos, Pos::VerbalNoun | Pos::Noun);
        self.mentions().any(is_before) && general::get(self.word(found)).is_some_and(is_noun)
    }

    /// Whether an act is a noun with those around it, since what was recorded of it follows: 住宅|買賣|合約登記|錄得1832宗.
    pub(super) fn is_recorded(&self, found: &Found) -> bool {
        let is_noun =
            general::get(self.word(found)).is_some_and(|word| matches!(word.pos, Pos::VerbalNoun | Pos::Noun));
        if !(is_noun || self.is_state(found)) || self.reaches(found) {
            return false;
        }
        let mut at = found.end;
        for _ in 0..4 {
            if let Some(next) = self.cue_from(at).filter(|next| matches!(self.word(next), "录得" | "录")) {
                return self.quantity_begins(self.skip_marks(next.end));
            }
            let word = self.word_at(at, self.text.end);
            let is_part = matches!(word.pos, Some(Pos::Noun | Pos::VerbalNoun)) && !is_single(word.text);
            if !is_part {
                return false;
            }
            at = word.end;
        }
        false
    }

    /// Whether a verb records what all the words before it name: 住宅買賣合約登記|錄得.
    pub(super) fn records(&self, head: usize, verb: &Found) -> bool {
        if !matches!(self.word(verb), "录得" | "录") {
            return false;
        }
        let mut at = head;
        while at < verb.start {
            let word = self.word_at(at, verb.start);
            let says = matches!(word.pos, Some(Pos::Adverb | Pos::Preposition | Pos::Particle | Pos::Conjunction));
            if says || self.time_at(at).is_some() {
                return false;
            }
            at = word.end;
        }
        true
    }

    /// Whether a plan is a noun: 該計劃, 補助計畫自, 計劃已.
    pub(super) fn is_plan_noun(&self, found: &Found) -> bool {
        let is_plan = PLANS.contains(self.word(found));
        let head = self.text_of(&(self.text.start..found.start));
        let is_pointed = head.ends_with(['该', '此', '本', '项', '各', '这'])
            || any_of!["上述", "有关", "相关", "整个", "原有", "原"].ends(head);
        let is_said = self.rest(found.end).starts_with(['将', '已', '曾', '也', '共', '总', '自', '现', '于'])
            || self.rest(found.end).starts_with("截至")
            || self.rest(found.end).starts_with("目前");
        // 補助|計畫, 重建|計劃, but 公司|計劃
        let of_act = || {
            let starts = head.char_indices().rev().skip(1).take(3).map(|(at, _)| at);
            let words = starts.filter_map(|at| general::get(head.get(at..)?));
            words.last().is_some_and(|word| matches!(word.pos, Pos::Verb | Pos::VerbalNoun))
        };
        // 宏盛投資|計劃減持: who holds shares plans it
        let trades = any_of!["减持", "增持", "回购"].begins(self.rest(found.end));
        let of_act = || !trades && of_act();
        is_plan && (is_pointed || is_said && !head.is_empty() || of_act())
    }

    /// Whether what is new only names what another verb tells of: 醫院新建病房大樓|投入使用.
    pub(super) fn is_of_new(&self, found: &Found) -> bool {
        let mut at = found.end;
        if !self.word(found).starts_with('新') || is_single(self.word(found)) {
            return false;
        }
        for _ in 0..4 {
            if at > found.end && self.cue_from(at).is_some_and(|next| next.cue == Cue::Verb) {
                return true;
            }
            let word = self.word_at(at, self.text.end);
            if !matches!(word.pos, Some(Pos::Noun | Pos::VerbalNoun)) || is_single(word.text) {
                return false;
            }
            at = word.end;
        }
        false
    }

    /// Whether a verb is of the plan after it: 補助|計畫自上路以來.
    pub(super) fn is_of_plan(&self, found: &Found) -> bool {
        let plan = self.cue_from(found.end).filter(|next| self.is_plan(next) && self.is_plan_noun(next));
        plan.is_some_and(|plan| self.rest(plan.end).starts_with(['将', '已', '曾', '也', '共', '总', '自', '现', '为']))
    }

    /// Whether a plan stands at a place.
    pub(super) fn plan_at(&self, at: usize) -> bool {
        PLANS.prefix(self.rest(at)).is_some()
    }

    /// Whether a cue is a plan.
    pub(super) fn is_plan(&self, found: &Found) -> bool {
        PLANS.contains(self.word(found))
    }

    /// Where the noun of a name of what is measured begins that a place, a time and a noun make: 香港8月整體出口貨量.
    pub(super) fn is_measure_of_place(&self, owner: &core::ops::Range<usize>, noun: &str) -> bool {
        let name = self.text_of(owner);
        let is_place = general::get(name).is_some_and(|word| word.pos == Pos::Place)
            || matches!(
                name,
                "全国" | "全市" | "全省" | "全县" | "全区" | "全港" | "全台" | "全球" | "本澳" | "本港" | "我国"
            );
        // 差估署7月私人住宅售價指數
        let is_office = name.ends_with(['署', '处', '局', '部', '行']) && noun.ends_with("指数");
        (is_place || is_office)
            && (2..=12).contains(&noun.chars().count())
            && noun.chars().all(char::is_alphabetic)
            && is_measure_name(noun)
    }
}
