//! Which cue begins a predicate: verbs told from the nouns that hold them, and from the verbs of a relative clause.
//!
//! Imports [`super::frame`], whose reader of clauses this belongs to, and the tables.

use super::clause::Found;
use super::frame::Framer;
use super::phrase::{BODIES, Word, is_single};
use super::words::{Cue, is_measure_name, may_measure};
use crate::any_of::{WordSet, any_of};
use crate::article::Modality;
use crate::chars::{CharSet, one_of};
use crate::general::{self, Pos};
use crate::quantity::Role;
use crate::vocabulary::{
    ACHIEVES, ACTORS, AUXILIARIES, AVERAGES, CAUSATIVES, CAUSES, MODALS, NOUN_TAILS, PUBLISHES, RECORDS, STATES, TAILS,
};

/// Offences, which are what is counted as often as what somebody does.
pub(super) const OFFENCES: &WordSet = any_of![
    "诈骗",
    "盗窃",
    "超速",
    "酒驾",
    "醉驾",
    "抢劫",
    "行劫",
    "爆窃",
    "偷窃",
    "勒索",
    "贩毒",
    "走私",
    "非礼",
    "求职诈骗"
];

/// Words that are nouns or attributes as often as adverbs.
const LOOSE: &WordSet = any_of![
    "秘密",
    "大量",
    "直接",
    "间接",
    "定期",
    "有偿",
    "强制",
    "长期",
    "短期",
    "暂时",
    "多数",
    "大部分",
    "总体",
    "根本",
    "完全",
    "整整",
    "彼此",
    "单单",
    "唯有"
];

/// Whether the last word of a text is a noun.
pub(super) fn ends_in_noun(text: &str) -> bool {
    let starts = text.char_indices().rev().skip(1).take(3).map(|(at, _)| at);
    let words = starts.filter_map(|at| general::get(text.get(at..)?));
    words.last().is_some_and(|word| word.pos == Pos::Noun)
}

/// Whether a noun ends like one of a person.
fn names_person(noun: &str) -> bool {
    noun.ends_with(|c| one_of!("长人员者师家们客生民子商手").contains(c))
}

/// Whether a text of three characters at most is no word and no pronoun, as the abbreviations of bodies are.
pub(super) fn is_abbreviation(name: &str) -> bool {
    const PRONOUNS: CharSet = CharSet::of("我你您他她它谁这那其都也还就才又再将已便即");
    let is_short = (1..=3).contains(&name.chars().count());
    is_short
        // 探長會, 學生會
        && !names_person(name)
        && !is_measure_name(name)
        && !name.contains(|c| PRONOUNS.contains(c))
        && general::get(name).is_none_or(|word| word.pos == Pos::Name)
}

impl Framer<'_, '_> {
    /// Whether a cue can begin the predicate of a clause whose subject would begin at `head`.
    pub(super) fn begins_predicate(&self, found: &Found, head: usize) -> bool {
        self.predicates.get(found.start, head, || self.can_begin(found, head))
    }

    fn can_begin(&self, found: &Found, head: usize) -> bool {
        let rest = self.rest(found.end);
        let word = self.word(found);
        match found.cue {
            Cue::Verb if self.is_named_after(found) || self.is_offence(found) => false,
            Cue::Verb => {
                let noun = || rest.starts_with(['的', '者']) || self.is_noun(found);
                let is_named = || {
                    self.names_tally(found, head)
                        || self.is_recorded(found)
                        || self.is_of_plan(found)
                        || self.is_of_new(found)
                        || self.is_denied_state(found.start)
                        || self.is_counted_act(found)
                };
                self.is_counted(found)
                    || !noun() && !self.is_measured(found) && !self.names_measure(found) && !is_named()
            }
            Cue::Short => {
                let after = rest.trim_start_matches([
                    '了', '过', '到', '得', '出', '起', '下', '入', '回', '走', '逾', '近', '至', '成', '掉', '完',
                ]);
                let at = self.text.end - after.len();
                self.quantity_begins(self.skip_marks(at))
                    || rest.starts_with('了') && found.start > head
                    || self.ranks(found)
                    || self.sets_record(found)
                    || found.start > head && CAUSATIVES.contains(word) && self.sends(found)
            }
            Cue::Level => self.begins_level(found),
            Cue::Has => !rest.starts_with(['的', '关']),
            Cue::Direction(_) => self.begins_change(found),
            // 本益比12倍, 扶養比為45: a proportion
            Cue::Basis(_) if word == "比" && found.start > head => {
                let levels = |next: &Found| next.cue == Cue::Level && self.word(next) != "前";
                let at = self.skip_marks(found.end);
                let is_number = self.quantity_begins(at) && self.time_at(at).is_none();
                // 收入比從13降到12
                let is_number = is_number || rest.starts_with(['从', '由']) && !rest.starts_with("从前");
                let next = self.cue_from(found.end);
                // 供需比|預計為3比2
                let expected = next.filter(|next| matches!(next.cue, Cue::Modality(_)));
                let next = expected.and_then(|modal| self.cue_from(modal.end)).or(next);
                !is_number && !next.is_some_and(levels)
            }
            Cue::Basis(_) | Cue::Both(..) => true,
            Cue::Adverb if self.ends_name(found) => false,
            Cue::Adverb if AVERAGES.contains(word) => self.begins_average(found, head),
            Cue::Adverb if LOOSE.contains(word) => self.leads_to_act(found, head),
            // 漲幅|較快|回落, but 收入較高的家庭
            Cue::Adverb if word == "较" => found.start > head && !rest.chars().take(6).any(|c| c == '的'),
            Cue::Modality(_) if !self.heads_tally(found, head) => self.begins_modality(found),
            Cue::Adverb | Cue::Negation | Cue::Modality(_) if self.heads_tally(found, head) => false,
            Cue::Negation if self.denies_noun(found) => false,
            Cue::Adverb | Cue::Negation if is_single(word) => self.cue_at(found.end) || self.quantity_begins(found.end),
            Cue::Adverb if found.start == head => {
                let short = |next: &&Found| next.start == found.end && next.cue == Cue::Short;
                let is_short = || self.cues.iter().filter(short).any(|next| self.begins_predicate(next, head));
                // 有效蓄水量約5億噸: the verb after it is part of a noun
                let is_noun = |next: &Found| next.cue == Cue::Verb && self.is_noun(next);
                self.cue_at(found.end) && !self.cue_from(found.end).is_some_and(is_noun)
                    || self.quantity_begins(found.end)
                    || is_short()
            }
            Cue::Adverb | Cue::Negation => !rest.starts_with('的'),
            Cue::Preposition => !rest.is_empty() && (word != "受" || suffers(rest)),
            Cue::Speech => found.start > head && self.plans(found.end),
            Cue::Modality(_) | Cue::Nothing => false,
        }
    }

    /// Whether a verb of one character leads to those whom it makes do something: 派|員工, 請|廠商.
    fn sends(&self, found: &Found) -> bool {
        let noun = self.word_at(found.end, self.text.end).text;
        let is_person = names_person(noun) || noun.ends_with(['士', '工', '警', '部', '队']);
        ACTORS.contains(noun) || is_person && !is_single(noun)
    }

    /// Whether an offence is what is counted: 醉駕2317起, 超速罰單11萬張, 投資詐騙|只占13%, but 超速30公里 and 盜竊財物.
    fn is_offence(&self, found: &Found) -> bool {
        OFFENCES.contains(self.word(found)) && self.counts_offence(found.end)
    }

    /// Whether an offence that ends at a place is what is counted, or what is said of it follows.
    pub(super) fn counts_offence(&self, end: usize) -> bool {
        let at = self.skip_marks(end);
        let counted = |at: usize| {
            let unit = self.mention_at(at).and_then(|mention| mention.item.unit.as_ref());
            unit.is_some_and(|unit| matches!(unit.symbol(), "宗" | "起" | "件" | "例" | "個案" | "案"))
        };
        let noun = self.word_at(at, self.text.end);
        let name = noun.text;
        let is_case = name.ends_with(['案', '件', '单'])
            || is_measure_name(name)
            || any_of!["个案", "罚单", "被捕"].begins(self.rest(at));
        let levels = |next: &Found| {
            matches!(next.cue, Cue::Level | Cue::Has | Cue::Direction(_) | Cue::Basis(_) | Cue::Both(..))
        };
        let contrasts = self.rest(end).starts_with(['虽', '则', '也', '仍', '只', '仅', '亦', '由', '从']);
        counted(at) || is_case || contrasts || self.cue_from(end).is_some_and(levels)
    }

    /// Whether a verb that measures nothing or its negation follows right after a word: 該廠|秘密|生產3萬件, but 秘密洩露.
    fn leads_to_act(&self, found: &Found, head: usize) -> bool {
        let acts = |next: &Found| {
            matches!(next.cue, Cue::Verb | Cue::Short | Cue::Direction(_) | Cue::Negation)
                && !may_measure(self.word(next))
        };
        self.reader.lexed.word_across(found.end).is_none()
            && self.cue_from(found.end).is_some_and(|next| acts(next) && self.begins_predicate(next, head))
    }

    /// Whether a word that plans stands at a place, so that who speaks does it: 公司表示|將加價3%.
    fn plans(&self, at: usize) -> bool {
        self.cue_from(at).is_some_and(|next| next.cue == Cue::Modality(Modality::Planned) && is_single(self.word(next)))
    }

    /// Whether a record follows, though what it is of stands between: 創同期新高, 刷新歷年紀錄.
    fn sets_record(&self, found: &Found) -> bool {
        const FAR: usize = 16;
        let rest = self.rest(found.end);
        let limit = rest.char_indices().nth(FAR).map_or(rest.len(), |(at, _)| at);
        let between = rest.get(..limit).unwrap_or_default();
        let between = between.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        matches!(self.word(found), "创" | "刷" | "写") && RECORDS.is_in(between)
    }

    /// Whether a place in an order follows, though what it is of stands between: 列全國機場第11位, 居全省首位.
    fn ranks(&self, found: &Found) -> bool {
        let place = self.mentions().find(|mention| mention.text.start as usize >= found.end);
        let place =
            place.filter(|mention| mention.item.role == Role::Ordinal).map(|mention| mention.text.start as usize);
        let between = place.map(|place| self.text_of(&(found.end..place))).unwrap_or_default();
        let says = |next: &Found| next.start >= found.end && !matches!(next.cue, Cue::Nothing | Cue::Short);
        matches!(self.word(found), "列" | "居" | "排")
            && (1..=10).contains(&between.chars().count())
            && between.chars().all(char::is_alphabetic)
            && !self.cues.iter().any(|next| says(next) && place.is_some_and(|place| next.start < place))
    }

    /// Whether a number or a time follows a cue.
    fn is_counted(&self, found: &Found) -> bool {
        let at = self.skip_marks(found.end);
        self.quantity_begins(at) || self.time_at(at).is_some()
    }

    /// Whether a word that puts a subject level with a number has its number.
    fn begins_level(&self, found: &Found) -> bool {
        let rest = self.rest(found.end);
        match self.word(found) {
            "占" => self.quantity_spans().any(|quantity| quantity.start >= found.end),
            // 為 with a noun is the preposition
            "为" => true,
            "共" | "计" => self.is_counted(found) || self.cue_at(found.end),
            // 報每桶82.4美元
            "报" if rest.starts_with('每') => self.quantity_spans().any(|quantity| quantity.start > found.end),
            "是" | "报" | "约" => self.is_counted(found),
            // 達 needs a number, 信達去年 has none
            word if is_single(word) => {
                let is_of = |end: usize| self.rest(end).starts_with('的');
                let at = self.skip_marks(found.end);
                self.quantity_begins(at)
                    || self.time_at(at).is_some_and(is_of)
                    || rest.starts_with(['到', '至'])
                    || rest.starts_with('每') && self.quantity_spans().any(|quantity| quantity.start > at)
            }
            // 位列第 reaches into its number
            _ => self.quantity_spans().any(|quantity| quantity.end > found.end),
        }
    }

    /// Whether a word of direction says that something changed, and is no part of a noun.
    fn begins_change(&self, found: &Found) -> bool {
        let (rest, word) = (self.rest(found.end), self.word(found));
        // 油價漲幅或會回落
        if word.ends_with('率') || word.ends_with('幅') && self.moves_next(found) {
            return false;
        }
        let is_free = if is_single(word) {
            rest.starts_with(['至', '到', '逾', '近', '了', '破', '为'])
        } else {
            !rest.starts_with(['的', '率', '点', '股', '者', '型', '队', '期', '池', '幅'])
        };
        is_free || self.is_counted(found)
    }

    /// Whether a word of averages is an adverb: 夫妻平均生育1.9個孩子, 貸款期限最長30年.
    fn begins_average(&self, found: &Found, head: usize) -> bool {
        let acts = self.cue_from(found.end).is_some_and(|next| {
            let acts = matches!(next.cue, Cue::Verb | Cue::Level | Cue::Direction(_) | Cue::Adverb);
            acts && self.begins_predicate(next, head)
        });
        let next = self.word_at(found.end, self.text.end);
        // 旅客平均留港3.3晚: two characters that no word holds, the first a verb
        let second = self.word_at(next.end, self.text.end);
        let is_pair = is_single(next.text) && is_single(second.text);
        let next = if is_pair && next.pos == Some(Pos::Verb) { Word { pos: next.pos, ..second } } else { next };
        let is_verb = matches!(next.pos, Some(Pos::Verb | Pos::VerbalNoun)) && !is_measure_name(next.text);
        let is_later = found.start > head;
        acts || is_later && is_verb && self.quantity_begins(next.end)
            || is_later && self.word(found).starts_with('最') && self.is_counted(found)
    }

    /// Whether a word of modality begins a predicate: no estimate, 臨時估計|為365億元, and no plan that is a noun.
    fn begins_modality(&self, found: &Found) -> bool {
        let word = self.word(found);
        if self.is_estimate(found) {
            return false;
        }
        // 將 with a noun is the preposition; 管理層料全年開支: what is expected follows
        if matches!(word, "将" | "拟" | "料") {
            return true;
        }
        if self.is_plan_noun(found) {
            return false;
        }
        if self.is_plan(found) {
            let at = self.skip_marks(found.end);
            let acts = |next: &Found| {
                matches!(
                    next.cue,
                    Cue::Verb | Cue::Preposition | Cue::Short | Cue::Modality(_) | Cue::Level | Cue::Direction(_)
                )
            };
            return self.is_counted(found) || self.cues.iter().any(|next| next.start == at && acts(next));
        }
        if is_single(word) {
            return self.cue_at(found.end) || self.quantity_begins(found.end);
        }
        !self.rest(found.end).starts_with('的')
    }

    /// Whether an estimate is a noun, since a level follows it: 臨時估計為365億元, 最新預測達3%.
    fn is_estimate(&self, found: &Found) -> bool {
        let is_level = |next: &Found| next.cue == Cue::Level && matches!(self.word(next), "为" | "达" | "是");
        matches!(self.word(found), "估计" | "预测" | "预算" | "推算" | "估算")
            && self.cue_from(found.end).is_some_and(is_level)
    }

    /// Whether a change of its own stands right after a cue, with a modal at most between: 漲幅|或會|回落, 增幅|收窄.
    fn moves_next(&self, found: &Found) -> bool {
        // 漲幅|可能|收窄
        let modal = MODALS.longest(self.rest(found.end)).map(|((), length)| found.end + length);
        let mut after = self.cue_from(found.end).or_else(|| modal.and_then(|end| self.cue_from(end)));
        // 或|能|較快|回落
        for _ in 0..3 {
            let modal = after.filter(|next| matches!(next.cue, Cue::Modality(_) | Cue::Adverb));
            let Some(modal) = modal else { break };
            let rest = self.rest(modal.end);
            let skipped = if self.word(modal) == "较" { rest.chars().next().map_or(0, char::len_utf8) } else { 0 };
            after = self.cue_from(modal.end + skipped);
        }
        after.is_some_and(|next| matches!(next.cue, Cue::Direction(_)) && self.begins_predicate(next, found.start))
    }

    /// Whether a verb ends a name: 青江投資上月減持, for a time after it leaves it without an object.
    fn is_named_after(&self, found: &Found) -> bool {
        // 統計處公布7月通脹率
        if self.tells(found) && PUBLISHES.contains(self.word(found)) {
            return false;
        }
        let Some(end) = self.time_after(found).filter(|_| found.start > self.text.start) else { return false };
        let predicates = |next: &&Found| {
            matches!(
                next.cue,
                Cue::Verb | Cue::Direction(_) | Cue::Both(..) | Cue::Basis(_) | Cue::Level | Cue::Short | Cue::Adverb
            )
        };
        // a verb with a time after it begins one, or leads to one that does: it is asked no further
        let begins =
            |next: &Found| next.cue == Cue::Verb && self.time_after(next).is_some() || self.begins_predicate(next, end);
        self.cues.iter().filter(predicates).any(|next| next.start >= end && begins(next))
    }

    /// Where the time after a verb ends: 減持|上月, 建於|去年.
    fn time_after(&self, found: &Found) -> Option<usize> {
        let rest = self.rest(found.end);
        self.time_at(rest.strip_prefix(['于', '在']).map_or(found.end, |rest| self.text.end - rest.len()))
    }

    /// Whether the noun that a verb begins is one that is measured: 零售滲透率首破五成, 批發均價每公斤12元.
    pub(super) fn names_measure(&self, found: &Found) -> bool {
        let next = self
            .cues
            .iter()
            .find(|next| next.start > found.end && !matches!(next.cue, Cue::Nothing | Cue::Short | Cue::Preposition));
        let first = self.quantity_spans().find(|quantity| quantity.start >= found.end);
        // 起獲價值3億元的毒品
        let is_attribute = first.as_ref().is_some_and(|quantity| {
            let worth = self.text_of(&(found.end..quantity.start));
            let is_noun = || self.word_at(quantity.end, self.text.end).pos == Some(Pos::Noun);
            self.rest(quantity.end).starts_with('的')
                || matches!(worth, "约值" | "价值" | "总值" | "市值" | "共值" | "估值") && is_noun()
        });
        let first = first.map(|quantity| quantity.start);
        let end = match (next, first) {
            (Some(next), Some(first)) => next.start.min(first),
            (Some(next), None) => next.start,
            (None, Some(first)) => first,
            (None, None) => return false,
        };
        if self.tells(found) || is_attribute && first == Some(end) {
            return false;
        }
        if self.heads_noun(found) {
            return true;
        }
        let noun = self.reader.text.get(found.end..end).unwrap_or_default();
        // 零售銷售額（不包括汽車）
        let noun = noun.split(['（', '(']).next().unwrap_or_default().trim_end();
        // 均價每公斤
        let noun = noun.rfind('每').and_then(|at| noun.get(..at)).unwrap_or(noun);
        // 更換年費最高
        let noun = TAILS.suffix(noun).and_then(|tail| noun.strip_suffix(tail)).unwrap_or(noun);
        // 貸款利率|由4.2%
        let noun = noun.strip_suffix(['由', '从', '自', '录']).unwrap_or(noun);
        // a balance is never what is done
        let is_balance = any_of!["余额", "总额", "净额", "差额", "利率"].ends(noun);
        let count = noun.chars().count();
        let direct = first == Some(end);
        (2..=8).contains(&count)
            && is_measure_name(noun)
            && !noun.contains(['的', '了', '，', '、', '和', '把', '将', '对', '向', '给'])
            // 安排經費42億元, 回收廢紙量3噸: what is given is an object
            && !(direct && (ACHIEVES.contains(self.word(found)) || noun.ends_with('长') || !is_balance && !self.is_verbal_noun(found) && noun.ends_with(['金', '费', '数', '额', '度', '单'])))
    }

    /// Whether a verb at the head is as often a noun: 融资余額, 研發投入.
    fn is_verbal_noun(&self, found: &Found) -> bool {
        let is_noun = |word: general::Word| matches!(word.pos, Pos::VerbalNoun | Pos::Noun);
        found.start == self.head(self.text.start).0 && general::get(self.word(found)).is_some_and(is_noun)
    }

    /// Whether nothing but a noun phrase stands between a verb and what is said of that: 新建商品住宅銷售價格|上漲0.3%, 領先指標|
    /// 連續下滑; before a level one that names a measure: 住院病床佔用率|為103%, but 接待遊客|達3萬人次 acts.
    fn heads_noun(&self, found: &Found) -> bool {
        let mut cues = self.cues.iter().filter(|next| next.start >= found.end && next.cue != Cue::Nothing);
        let mut end = self.time_spans().map(|time| time.start).find(|start| *start >= found.end).unwrap_or(usize::MAX);
        let stop = cues.find(|next| {
            if next.cue == Cue::Adverb {
                end = end.min(next.start);
            }
            !matches!(next.cue, Cue::Verb | Cue::Short | Cue::Adverb)
        });
        let Some(stop) = stop.filter(|stop| self.begins_predicate(stop, found.end)) else { return false };
        let noun = self.reader.text.get(found.end..end.min(stop.start)).unwrap_or_default().trim_end();
        let is_subject = match stop.cue {
            // 實施職業技能提升行動 goes on with an object
            Cue::Direction(_) => self.ends_change(stop) && (is_measure_name(noun) || ends_in_noun(noun)),
            Cue::Basis(_) | Cue::Both(..) => is_measure_name(noun) || ends_in_noun(noun),
            // 公投通過門檻為
            Cue::Level if self.word(stop) == "为" => is_measure_name(noun) || ends_in_noun(noun),
            Cue::Level => !matches!(self.word(stop), "共" | "约" | "计") && is_measure_name(noun),
            _ => false,
        };
        let acts = |word: &str| CAUSATIVES.contains(word) || CAUSES.contains(word);
        let inner = self.cues.iter().filter(|next| next.start >= found.start && next.start < stop.start);
        is_subject
            && (2..=14).contains(&noun.chars().count())
            && !ACHIEVES.contains(self.word(found))
            && noun.chars().all(char::is_alphabetic)
            && !noun.contains(['的', '了', '和', '将', '对', '把', '以', '后', '时', '使', '令', '让', '致'])
            && self.quantity_spans().all(|quantity| quantity.start >= stop.start)
            && !inner.into_iter().any(|next| acts(self.word(next)) || self.tells(next))
    }

    /// Whether a verb is part of a noun: 投資總額, 接待量.
    pub(super) fn is_noun(&self, found: &Found) -> bool {
        let rest = self.rest(found.end);
        // 進口與出口總值: what holds of the second holds of both
        let after = rest.trim_start_matches(['、', '和', '及', '与']);
        if after.len() < rest.len() {
            let at = self.text.end - after.len();
            return self
                .cues
                .iter()
                .find(|next| next.start == at && next.cue == Cue::Verb)
                .is_some_and(|next| self.is_noun(next));
        }
        // 供水公司, but 培訓人員300名
        if let Some(((), length)) = ACTORS.longest(rest).filter(|_| !CAUSATIVES.contains(self.word(found))) {
            return self.names_actor(found, found.end + length);
        }
        // 開工率周環比, 登記數連續, but 率領
        let names = rest.starts_with(['率', '额', '量', '价', '值', '费', '数', '度'])
            && general::longest_at(rest).is_none_or(|word| word.length == '率'.len_utf8());
        if names && found.cue == Cue::Verb && !self.word(found).ends_with(['过', '到']) {
            return true;
        }
        let Some(((), length)) = NOUN_TAILS.longest(rest) else { return false };
        if rest.get(..length).is_some_and(|tail| tail.chars().nth(1).is_some()) {
            // 錄得收入5億元: what is reached is an object
            return ACHIEVES.get(self.word(found)) != Some(true);
        }
        self.ends_noun(found, found.end + length)
    }

    /// Whether a verb names the actors that end at a place: 退休人員, 被困群眾, 擴建工程累計完成.
    fn names_actor(&self, found: &Found, end: usize) -> bool {
        let is_owned = || found.start > self.head(self.text.start).0;
        if self.is_state(found) && (is_owned() || !self.quantity_begins(self.skip_marks(end))) {
            return true;
        }
        // 擴建工程(二跑道)累計完成
        let at = self.after_bracket(end);
        // 轉運中心及國際待運區
        if self.rest(at).starts_with(['及', '和', '与', '、']) && is_owned() {
            return true;
        }
        // 發電企業電源工程完成投資
        let names = || {
            let mut end = at;
            for _ in 0..2 {
                let noun = self.word_at(end, self.text.end);
                let is_noun = matches!(noun.pos, Some(Pos::Noun | Pos::VerbalNoun)) && !is_single(noun.text);
                if self.cue_at(end) || !is_noun {
                    break;
                }
                end = noun.end;
            }
            end > at && self.cue_from(end).is_some_and(|next| next.cue == Cue::Verb)
        };
        names() || self.cues.iter().any(|next| next.start == at && !matches!(next.cue, Cue::Nothing | Cue::Short))
    }

    /// Whether a verb with the character of nouns that ends at a place is one: 接待量達, but no 圖 of 圖書.
    fn ends_noun(&self, found: &Found, at: usize) -> bool {
        let next = self.rest(at).chars().next();
        // 監測站|記錄到
        let acts = || {
            let next = self.word_at(at, self.text.end);
            !is_single(next.text) && matches!(next.pos, Some(Pos::Verb | Pos::VerbalNoun | Pos::Adverb))
                || next.pos == Some(Pos::Preposition)
                || self.rest(next.end).starts_with('到')
        };
        self.cue_at(at)
            || self.rest(found.end).starts_with(BODIES) && acts()
            || self.rest(at).starts_with('每')
            || self.quantity_begins(self.skip_marks(at))
            || self.time_at(at).is_some()
            || next.is_none_or(|c| c == '的' || c.is_ascii_alphanumeric() || !c.is_alphabetic())
    }

    /// After the short bracket at a place, if one stands there.
    fn after_bracket(&self, at: usize) -> usize {
        const FAR: usize = 40;
        let rest = self.rest(at);
        if !rest.starts_with(['（', '(']) {
            return at;
        }
        let close = rest.char_indices().take(FAR).find(|(_, c)| matches!(c, '）' | ')'));
        at + close.map_or(0, |(close, mark)| close + mark.len_utf8())
    }

    /// Whether a verb is what is measured: 投資 of 投資增長5%, 研發 and 投入 of 研發投入由1億元增至2億元.
    pub(super) fn is_measured(&self, found: &Found) -> bool {
        // 贊成調漲, 恢復供水: it takes what follows for its object
        if AUXILIARIES.contains(self.word(found)) {
            return false;
        }
        // 補貼每畝提高15元
        if let Some(unit) = self.rest(found.end).strip_prefix('每') {
            let moves = |found: &Found| matches!(found.cue, Cue::Direction(_)) && self.begins_change(found);
            let mut ends = unit.char_indices().skip(1).take(3).map(|(at, _)| self.text.end - unit.len() + at);
            return ends.any(|end| self.cue_from(end).is_some_and(moves));
        }
        // 投資（不含農戶）增長4%, 民間投資與去年持平
        let end = self.after_bracket(found.end);
        let with = self.rest(end).strip_prefix(['与', '跟', '同']).map(|rest| self.text.end - rest.len());
        if let Some(time) = with.and_then(|with| self.time_at(with)) {
            return self.cue_from(time).is_some_and(|next| matches!(next.cue, Cue::Direction(_)));
        }
        self.cue_from(end).is_some_and(|next| match next.cue {
            // 支持延長產假 has its object
            Cue::Direction(_) => self.begins_predicate(next, found.start) && self.ends_change(next),
            Cue::Basis(_) | Cue::Both(..) => true,
            Cue::Preposition => matches!(self.reader.text.get(next.start..next.end), Some("由" | "从" | "自")),
            // 演練持續兩天
            Cue::Adverb if self.word(next) == "持续" && self.quantity_begins(next.end) => true,
            // 現金回收穩步增長
            Cue::Adverb => {
                let moves = |next: &Found| {
                    matches!(next.cue, Cue::Direction(_) | Cue::Basis(_) | Cue::Both(..))
                        && self.begins_predicate(next, found.start)
                };
                // 進口則增長12.5%
                let contrasts = matches!(self.word(next), "则" | "却" | "均" | "亦" | "也" | "仍");
                (found.start > self.text.start || contrasts)
                    && !self.quantity_begins(next.end)
                    && self.cue_from(next.end).is_some_and(moves)
            }
            Cue::Verb => self.is_measured(next) || CAUSES.contains(self.word(next)),
            Cue::Level => !matches!(self.word(next), "共" | "约" | "超" | "逾" | "不足" | "超过"),
            _ => false,
        })
    }

    /// Whether a number, the end or what leads to either stands after a word of direction, and no object.
    pub(super) fn ends_change(&self, found: &Found) -> bool {
        let rest = self.rest(found.end);
        let next = rest.chars().next();
        // 延長產假: a word that is not known may be one
        let is_unknown = || next.is_some_and(char::is_alphabetic) && !self.cue_at(found.end);
        let is_object = match general::longest_at(rest) {
            Some(word) if word.length > 3 => word.pos == Pos::Noun,
            Some(word) if matches!(word.pos, Pos::Conjunction | Pos::Adverb | Pos::Preposition | Pos::Particle) => {
                false
            }
            _ => is_unknown(),
        };
        !is_object
            || self.quantity_begins(self.skip_marks(found.end))
            || next.is_some_and(|c| one_of!("至到了逾近约超为破").contains(c))
    }

    /// The first verb from a place on that takes an object, or the last of several that share it.
    pub(super) fn act(&self, from: usize) -> Option<Found> {
        let acts = |found: &&Found| {
            found.start >= from
                && matches!(found.cue, Cue::Verb | Cue::Short | Cue::Has)
                && self.begins_predicate(found, self.text.start)
        };
        let mut act = *self.cues.iter().find(acts)?;
        // 選派和引進
        while let Some(next) = self.cues.iter().filter(acts).find(|next| {
            let between = self.reader.text.get(act.end..next.start).unwrap_or("。");
            next.start > act.start && matches!(between, "和" | "及" | "、" | "并" | "与")
        }) {
            act = *next;
        }
        Some(act)
    }

    /// Whether a verb is one of [`STATES`].
    pub(super) fn is_state(&self, found: &Found) -> bool {
        STATES.contains(self.word(found))
    }

    /// Whether a verb at `found` only stands before 的 in a subject: 購買新車的支出增長5%.
    pub(super) fn is_relative(&self, found: &Found, at_head: bool) -> bool {
        if !matches!(found.cue, Cue::Verb | Cue::Short | Cue::Has) {
            return false;
        }
        // 受惠家庭120戶, 新增病例比前一天減少
        if at_head && self.is_state(found) {
            let first = self.quantity_spans().find(|quantity| quantity.start >= found.end);
            let next = self.cues.iter().find(|next| next.start > found.end && self.begins_predicate(next, found.end));
            let noun = first.as_ref().is_some_and(|first| first.start > found.end);
            let measured = next.is_some_and(|next| {
                matches!(
                    next.cue,
                    Cue::Direction(_) | Cue::Basis(_) | Cue::Both(..) | Cue::Level | Cue::Has | Cue::Adverb
                ) && first.as_ref().is_none_or(|first| next.start < first.start)
            });
            if noun && (measured || next.is_none_or(|next| first.is_some_and(|first| next.start > first.start))) {
                return true;
            }
        }
        let Some(of) = self.rest(found.end).find('的').map(|at| found.end + at) else { return false };
        // 省市選派的第十一批人才
        let ordinal =
            self.quantities.clone().filter_map(|i| self.reader.quantities.get(i as usize)).any(|mention| {
                mention.item.role == Role::Ordinal && mention.text.start as usize == of + '的'.len_utf8()
            });
        if ordinal {
            return true;
        }
        if self.quantity_spans().any(|quantity| quantity.start < of) {
            return false;
        }
        self.cues.iter().filter(|next| next.start >= of + '的'.len_utf8()).any(|next| match next.cue {
            Cue::Direction(_) | Cue::Level | Cue::Both(..) | Cue::Basis(_) => self.begins_predicate(next, found.start),
            // 實現對農戶信貸的精準扶持 has one verb
            Cue::Verb | Cue::Has | Cue::Adverb | Cue::Modality(_) => {
                at_head && next.end < self.text.end && self.begins_predicate(next, found.start)
            }
            _ => false,
        })
    }
}

/// Whether what 受 leads to is an effect: 受|疫情影響, not 受旱面積 and 受訪者.
fn suffers(rest: &str) -> bool {
    any_of!["影响", "拖累", "冲击", "提振", "带动", "打击", "刺激", "推动", "波及"].is_in(rest)
}
