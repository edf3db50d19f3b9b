//! Verbs that are part of a noun phrase, since the noun after them is what is measured: 酒駕取締件數3417件, 未到期保單餘額58億元,
//! 住宅買賣合約登記錄得1832宗, 該計劃將投入.
//!
//! Imports [`super::frame`], whose reader of clauses this belongs to, and the tables.

use super::clause::Found;
use super::frame::Framer;
use super::phrase::is_single;
use super::verb::ends_in_noun;
use super::words::{Cue, is_measure_name};
use crate::any_of::any_of;
use crate::article::Mention;
use crate::general::{self, Pos};
use crate::quantity::{Quantity, Role};
use crate::vocabulary::{ACHIEVES, PLANS, STATES, TALLIES};

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

    /// Whether a verb reaches what follows it, so that no noun begins with it: 完成, 錄得.
    fn reaches(&self, found: &Found) -> bool {
        ACHIEVES.contains(self.word(found))
    }

    /// Whether a denial or an adverb begins a noun that is measured: 未|到期保單餘額.
    pub(super) fn heads_tally(&self, found: &Found, head: usize) -> bool {
        let is_first =
            found.start == head && matches!(self.word(found), "未" | "非" | "无" | "已" | "待" | "应" | "拟");
        let mut next = self.cues.iter().filter(|next| next.start >= found.end);
        is_first && next.next().is_some_and(|next| next.cue == Cue::Verb && self.names_tally(next, head))
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
        is_place
            && (2..=12).contains(&noun.chars().count())
            && noun.chars().all(char::is_alphabetic)
            && is_measure_name(noun)
    }
}
