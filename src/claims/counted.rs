//! Subjects that hold a number or a relative clause: 該院的四位醫師, 撥款3億元興建的社區中心, 住在舊區的居民.
//!
//! Imports [`super::frame`], whose reader of clauses this belongs to, and the words of [`super::phrase`].

use core::ops::Range;

use super::clause::Found;
use super::frame::{Framer, is_duration};
use super::phrase::{COPULAS, JOINTS, is_single};
use super::words::{Cue, is_measure_name, may_measure};
use crate::any_of::{WordSet, any_of};
use crate::article::Mention;
use crate::chars::one_of;
use crate::general::Pos;
use crate::quantity::{Quantity, Role};
use crate::unit::Dimension;
use crate::vocabulary::{BEFORE, CAUSATIVES, STATES};

/// Words before a number that make a subject of what it counts.
const ORDERS: &[&str] = &["最后", "首批", "首届", "首期", "最初", "最早"];

/// A number that a subject may hold.
struct Count<'m, 't> {
    mention: &'m Mention<Quantity>,
    quantity: Range<usize>,
    /// The words before it.
    lead: &'t str,
    /// Where the ordinal or the count before it begins, which is its own start where there is none.
    first: usize,
}

/// What stands before the verb of a relative clause: 已|落成的, 打算|買房的.
const BEFORE_RELATIVE: &WordSet = any_of![
    "首次", "正", "正在", "已", "已经", "未", "尚未", "曾", "刚", "新", "拟", "待", "计划", "打算", "准备", "有意",
    "愿意"
];

impl<'r> Framer<'_, 'r> {
    /// Those who answer so: 非常有效的|有11%, 認為足夠的|佔三成.
    // nominal_subject = … "的" ("有" | "佔" | "達" | "為") share
    pub(super) fn nominal_subject(&self) -> Option<(Range<usize>, usize)> {
        const SAYS: [&str; 8] = ["有", "占", "则有", "则占", "约占", "达", "为", "只有"];
        // 結果顯示|非常擔心的有兩成
        let is_led = |found: &&Found| !matches!(self.text_of(&(self.text.start..found.start)), "" | "其中" | "当中");
        let told = self.cues.iter().find(|found| found.cue == Cue::Speech && is_led(found)).map(|found| found.end);
        let start = self.skip_marks(told.unwrap_or(self.text.start));
        let first = self.mentions().next().filter(|mention| mention.item.role == Role::Percent)?;
        let head = self.text_of(&(start..(first.text.start as usize).max(start))).trim_end();
        let phrase = SAYS.iter().find_map(|word| head.strip_suffix(word).filter(|rest| rest.ends_with('的')))?;
        let is_phrase = (3..=14).contains(&phrase.chars().count()) && phrase.chars().all(char::is_alphabetic);
        let is_timed = self.time_spans().any(|time| time.start < start + phrase.len());
        (is_phrase && !is_timed && !phrase.starts_with(['在', '其', '由', '从'])).then(|| {
            let end = start + phrase.len();
            (start..end, end)
        })
    }

    /// Whether all the words of a stretch make a noun phrase.
    pub(super) fn is_noun_phrase(&self, range: &Range<usize>) -> bool {
        let phrase = self.text_of(range);
        let (mut at, mut last, mut first) = (range.start, None, true);
        let is_relative = phrase.contains('的') && !phrase.ends_with('的');
        while at < range.end {
            let word = self.word_at(at, range.end);
            let is_noun =
                matches!(word.pos, Some(Pos::Noun | Pos::Place | Pos::Name | Pos::Person | Pos::Other) | None);
            let is_part = is_noun
                || matches!(
                    word.pos,
                    Some(Pos::Adjective | Pos::Pronoun | Pos::Particle | Pos::Localiser | Pos::Numeral)
                )
                || word.pos == Some(Pos::Verb) && is_relative
                || word.pos == Some(Pos::VerbalNoun) && (is_relative || !first)
                || JOINTS.contains(&word.text);
            if !is_part {
                return false;
            }
            (at, first) = (word.end, false);
            last = Some(word);
        }
        let ends = last.is_some_and(|word| word.pos == Some(Pos::Noun) && !is_single(word.text));
        ends && phrase.chars().nth(2).is_some() || is_measure_name(phrase)
    }

    /// Whether a stretch may be a name: a few words, among them none that acts.
    pub(super) fn may_be_name(&self, range: &Range<usize>) -> bool {
        let acts = |found: &Found| {
            range.contains(&found.start)
                && !matches!(found.cue, Cue::Nothing | Cue::Short | Cue::Preposition | Cue::Adverb)
        };
        let name = self.text_of(range);
        (2..=16).contains(&name.chars().count())
            && name.chars().all(|c| c.is_alphanumeric() || one_of!("·“”「」《》").contains(c))
            && !self.cues.iter().any(acts)
    }

    /// A subject with a relative clause before its noun: 以殘疾青年為主的手工社, 一架由吉隆坡飛往雅加達的班機, 正在建設的三條隧道.
    // relative_subject = [quantity] (preposition | adverb verb) … "的" noun
    pub(super) fn relative_subject(&self, head: usize) -> Option<(Range<usize>, usize)> {
        const LEADS: &[&str] = &["在", "从", "以", "被", "由", "对", "为"];
        if !self.rest(head).contains('的') {
            return None;
        }
        let first = self.counter_end(head).unwrap_or(head);
        let lead = self.word_at(first, self.text.end);
        // 住在舊區的居民
        let is_placed = lead.pos == Some(Pos::Verb) && self.rest(lead.end).starts_with(['在', '于', '自']);
        let is_lead = LEADS.contains(&lead.text)
            || is_placed
            || lead.pos == Some(Pos::Verb) && lead.text.ends_with(['在', '于', '自']);
        let done = || {
            let verb = self.word_at(lead.end, self.text.end);
            // 打算|買房的家庭
            let acts = |found: &Found| matches!(found.cue, Cue::Verb | Cue::Short | Cue::Direction(_));
            let is_verb =
                matches!(verb.pos, Some(Pos::Verb | Pos::VerbalNoun)) || self.cue_from(lead.end).is_some_and(acts);
            let is_verb = is_verb && !self.causes(lead.end);
            is_verb && BEFORE_RELATIVE.contains(lead.text)
        };
        let begins = self.mentions().filter(|mention| is_duration(mention)).any(|mention| {
            let start = mention.text.start as usize;
            let time = self.time_at(lead.end).unwrap_or(lead.end);
            (lead.end..=time).contains(&start)
        });
        let is_ranked = any_of!["列", "居", "名"].ends(lead.text)
            && self.mention_at(lead.end).is_some_and(|mention| mention.item.role == Role::Ordinal);
        let is_act = is_ranked || self.cue_from(first).is_none_or(|found| matches!(found.cue, Cue::Verb | Cue::Short));
        let is_verb = lead.pos == Some(Pos::Verb) || self.cue_from(first).is_some_and(|found| found.cue == Cue::Verb);
        let lasts = is_verb && (begins || is_ranked) && is_act && lead.text != "有";
        if !is_lead && !done() && !lasts {
            return None;
        }
        let of = lead.end + self.rest(lead.end).find('的')?;
        let clause = self.reader.text.get(lead.end..of)?;
        // 上市近三年的機型
        let mut spans = self.quantity_spans().chain(self.time_spans());
        if lasts && spans.any(|span| span.start == lead.end && span.end == of) {
            return self.after_relative(head, of);
        }
        let most = if is_lead { 20 } else { 8 };
        let is_clause = (is_lead || done()) && clause.chars().count() < most && !clause.contains(['，', '、', '。']);
        let acts = !LEADS.contains(&lead.text) && is_lead
            || lead.text == "被"
            || lead.text == "以" && clause.contains('为')
            || self.holds_verb(lead.end, of);
        let counted = || self.quantity_spans().any(|quantity| (lead.end..of).contains(&quantity.start));
        if !is_clause || !acts || !is_lead && counted() {
            return None;
        }
        self.after_relative(head, of)
    }

    /// A subject with a relative clause that holds a number: 連續四個月擴張的指數, 撥款3億元興建的社區中心, 每天走7000步的人.
    // numbered_subject = … quantity [… verb] "的" noun
    pub(super) fn numbered_subject(&self, head: usize) -> Option<(Range<usize>, usize)> {
        let quantity = self.quantity_spans().find(|quantity| quantity.start >= head)?;
        // 久坐超過8小時者, 起薪不足4000元者
        let is_person = self.rest(quantity.end).starts_with('者') && quantity.start > head;
        if is_person {
            return self.after_relative(head, quantity.end).or_else(|| {
                let end = quantity.end + '者'.len_utf8();
                self.goes_on_as_predicate(end, self.text.end).then_some((head..end, end))
            });
        }
        let of = quantity.end + self.rest(quantity.end).find('的')?;
        let between = self.reader.text.get(quantity.end..of)?;
        let before = self.reader.text.get(head..quantity.start)?;
        let is_there = self.is_there(head, quantity.start);
        let says = !is_there && before.contains(['是', '有', '跟', '与', '为']);
        if says || between.chars().count() > 10 || !between.chars().all(char::is_alphanumeric) {
            return None;
        }
        let head = if is_there { quantity.start } else { head };
        if between.is_empty() {
            let noun = self.rest(of + '的'.len_utf8());
            let is_verb = |found: &Found| matches!(found.cue, Cue::Verb | Cue::Short);
            let acts = self.holds_verb(head, quantity.start) || self.cue_from(head).is_some_and(is_verb);
            return self.after_relative(head, of).filter(|_| acts && noun.starts_with(['人', '者']));
        }
        let (mut at, mut last) = (quantity.end, None);
        while at < of {
            let word = self.word_at(at, of);
            (at, last) = (word.end, word.pos);
        }
        let is_verb = matches!(last, Some(Pos::Verb | Pos::VerbalNoun));
        let goes_on = |predicate: usize| self.rest(predicate).starts_with(['并', '以', '来', '用', '与', '和', '及']);
        self.after_relative(head, of).filter(|(_, predicate)| is_verb && !goes_on(*predicate))
    }

    /// The subject that begins at a place and goes on with a noun after 的, before a predicate.
    fn after_relative(&self, head: usize, of: usize) -> Option<(Range<usize>, usize)> {
        const PLACES: &WordSet =
            any_of!["下", "上", "中", "里", "内", "时", "后", "间", "期间", "方面", "情况", "过程", "前", "外"];
        let noun = of + '的'.len_utf8();
        let predicate = self.next_predicate(noun, noun + 1)?;
        let name = self.reader.text.get(noun..predicate)?.trim();
        let is_joint = name.ends_with(['与', '和', '及', '跟']);
        let is_name = !is_joint && (1..=14).contains(&name.chars().count()) && !PLACES.ends(name);
        is_name.then_some((head..predicate, predicate))
    }

    /// Where the number or the demonstrative with its classifier ends that begins at a place: 3輛, 一家, 這部.
    pub(super) fn counter_end(&self, at: usize) -> Option<usize> {
        if let Some(quantity) = self.quantity_spans().find(|quantity| quantity.start == at) {
            return Some(quantity.end);
        }
        let rest = self.rest(at);
        let inner = any_of!["另一", "某", "一", "这", "那", "该", "此"].strip_prefix(rest)?;
        let (entry, length) = self.reader.lexicon.entry(inner)?;
        matches!(entry.dimension(), Dimension::Items | Dimension::People).then(|| self.text.end - inner.len() + length)
    }

    /// Whether a verb that makes somebody do something stands at a place.
    fn causes(&self, at: usize) -> bool {
        self.cue_from(at).is_some_and(|found| CAUSATIVES.contains(self.word(found)))
    }

    /// Whether a verb stands between two places.
    fn holds_verb(&self, from: usize, to: usize) -> bool {
        let mut within = self.cues.iter().filter(|found| found.start >= from && found.end <= to);
        if within.any(|found| found.cue == Cue::Verb && !is_single(self.word(found))) {
            return true;
        }
        let mut at = from;
        while at < to {
            let word = self.word_at(at, to);
            let is_long = word.text.chars().nth(1).is_some();
            // a word that is not known may be a verb: 在港口候泊的貨輪
            if is_long && matches!(word.pos, Some(Pos::Verb | Pos::VerbalNoun) | None) {
                return true;
            }
            at = word.end;
        }
        false
    }

    /// A subject that holds a number: 該院的四位醫師坐診9天, 這項為期6周的訓練營, 共有1.3萬名季節工在.
    // counted_subject = ["有"] … quantity ["的"] noun, before a predicate
    pub(super) fn counted_subject(&self, head: usize) -> Option<(Range<usize>, usize)> {
        let count = self.count(head)?;
        if let Some(subject) = self.number_alone(head, &count) {
            let end = subject.end;
            return Some((subject, end));
        }
        if let Some(found) = self.of_clause(head, &count) {
            return Some(found);
        }
        let Count { mention, lead, ref quantity, .. } = count;
        let is_there = self.is_there(head, quantity.start);
        let is_named =
            || self.cues.iter().all(|found| found.start >= quantity.start || !self.begins_predicate(found, head));
        // 全縣兩成老人
        let is_portion = matches!(mention.item.role, Role::Percent | Role::Fraction)
            && self.word_at(quantity.end, self.text.end).pos == Some(Pos::Noun)
            && is_named();
        let is_ordered = self.is_ordered(head, &count);
        let is_related = self.is_related(head, &count);
        let is_led = is_ordered
            || is_portion
            || is_related
            || lead.is_empty()
            || lead.ends_with(['的', '这', '该', '另', '后']) && is_named()
            || self.is_placed(head, &count);
        let is_of = self.is_attributive(head, &count);
        let counts = self.is_counting(quantity.start);
        if !(is_there || is_led || is_of && !lead.is_empty()) || !(is_of || counts) {
            return None;
        }
        let noun = quantity.end + if is_of { '的'.len_utf8() } else { 0 };
        let end = Some(self.text.end).filter(|_| is_ordered && counts);
        // 10個新增城市旅客36萬人次: a state at the head of the noun
        let state = self.cue_from(noun).filter(|found| self.is_state(found)).map(|found| found.end + 1);
        let predicate = self
            .next_predicate(quantity.start, state.unwrap_or(noun + 1))
            .or_else(|| self.ending_verb(noun))
            .or(end)?;
        let name = self.reader.text.get(noun..predicate)?.trim();
        let goes_on = || is_related && !is_named() && self.rest(predicate).starts_with(['并', '以', '来', '用', '送']);
        let is_name = (2..=14).contains(&name.chars().count()) && name.chars().all(|c| c.is_alphanumeric() || c == '·');
        let is_share = (is_of || is_portion) && self.is_ratio(quantity.start);
        let says = is_there
            || is_share
            || is_ordered
            || is_related
            // 200多名群眾排隊等候
            || lead.is_empty() && self.acts_alone(noun, predicate)
            || (lead.is_empty() || lead.ends_with(['的', '这'])) && self.is_noun_at(noun) && self.is_copula(predicate)
            || self.quantity_spans().chain(self.time_spans()).any(|mention| mention.start >= predicate);
        let start = if is_there { quantity.start } else { head };
        (is_name && says && !goes_on()).then_some((start..predicate, predicate))
    }

    /// The number that a subject may hold, with what leads to it.
    fn count(&self, head: usize) -> Option<Count<'_, 'r>> {
        let mut mentions = self.mentions().filter(|mention| mention.text.start as usize >= head).peekable();
        let first = mentions.next()?;
        // 第三批800餘名教師
        // 一名25歲男子, 一處5層樓透天厝
        let second = mentions.next_if(|next| {
            let words = self.reader.text.get(..next.text.end as usize).unwrap_or_default();
            let is_inner = any_of!["岁", "层", "层楼", "级"].ends(words);
            (first.item.role == Role::Ordinal || is_inner) && next.text.start == first.text.end
        });
        let mention = second.unwrap_or(first);
        let quantity = mention.text.start as usize..mention.text.end as usize;
        let lead = self.reader.text.get(head..quantity.start)?.trim_end();
        // 張敏以92分的總分排第一: what 以 leads to is no subject
        // 該校從原有的38名學生增至75名: where a change begins is no subject
        let is_origin = self.cues.iter().any(|found| {
            found.cue == Cue::Preposition
                && matches!(self.word(found), "从" | "由")
                && (head + 1..quantity.start).contains(&found.start)
                && self.cues.iter().any(|next| next.start >= quantity.end && matches!(next.cue, Cue::Direction(_)))
        });
        if is_origin {
            return None;
        }
        let is_means = lead.strip_suffix(['以', '用', '花', '靠', '凭']).is_some_and(|who| !who.is_empty());
        if is_means || COPULAS.begins(lead) {
            return None;
        }
        // 近乎六成的店鋪
        let lead = if BEFORE.contains(lead) { "" } else { lead };
        Some(Count { mention, quantity, lead, first: first.text.start as usize })
    }

    /// The number, where it is all of the subject: 第三名是本地選手, 65歲以上占18.6%, 200人獲獎, 87人不治.
    fn number_alone(&self, head: usize, count: &Count<'_, '_>) -> Option<Range<usize>> {
        let Count { mention, quantity, lead, .. } = count;
        let next = self.word_at(quantity.end, self.text.end);
        let after = self.rest(quantity.end);
        let is_people = is_people_alone(mention);
        // 有約300人到場
        let arrives = || {
            let goes_on = self.goes_on_as_predicate(quantity.end, self.text.end);
            is_people && !after.starts_with('口') && goes_on && self.is_there(head, quantity.start)
        };
        if !lead.is_empty() {
            return self.number_led(head, count, arrives());
        }
        let second = self.word_at(next.end, self.text.end);
        let is_told = matches!(next.text, "依次" | "分别" | "则") && COPULAS.contains(second.text);
        if COPULAS.contains(next.text) || is_told {
            return Some(head..quantity.end);
        }
        let acts = matches!(next.pos, Some(Pos::Verb)) && !is_single(next.text) && !self.moves(quantity.end);
        let acts = acts && !self.rest(next.end).starts_with(['的', '率']);
        // 15人|交保5萬元, 9人|屬從犯, but 3人小組
        let is_word = after.starts_with(|c: char| c.is_alphabetic() && !one_of!("的次口群以左").contains(c));
        let is_noun = matches!(next.pos, Some(Pos::Noun | Pos::Person | Pos::Place | Pos::VerbalNoun | Pos::Localiser));
        // 20股漲停, 12州通過
        let is_noun_itself = mention.item.unit.as_ref().is_some_and(|unit| {
            matches!(unit.symbol(), "股" | "国" | "州" | "省" | "市" | "县" | "校" | "队" | "户" | "村" | "镇" | "县市")
        });
        // 16人|傷勢嚴重
        let fares = || {
            let state = self.word_at(next.end, self.text.end);
            next.pos == Some(Pos::Noun) && state.pos == Some(Pos::Adjective) && state.end == self.text.end
        };
        let is_all = after.starts_with('占')
            || is_people && fares()
            || acts && (is_people || is_noun_itself || mention.item.role == Role::Percent)
            || is_people && is_word && !is_noun && !self.moves(quantity.end);
        is_all.then(|| quantity.clone())
    }

    /// The number with what leads to it, where both are all of the subject: 已有|2.3萬戶|恢復供水, 涉案14人|被起訴.
    fn number_led(&self, head: usize, count: &Count<'_, '_>, arrives: bool) -> Option<Range<usize>> {
        let Count { mention, quantity, .. } = count;
        let is_house = || {
            let unit = mention.item.unit.as_ref().map(|unit| unit.dimension());
            unit == Some(Dimension::Households)
                && self.cue_from(quantity.end).is_some_and(|next| next.cue == Cue::Verb)
                && self.is_there(head, quantity.start)
        };
        // 仍有3人|下落不明
        let fares = || {
            let state = self.word_at(quantity.end, self.text.end);
            let told = self.word_at(state.end, self.text.end);
            let is_state = matches!(told.pos, Some(Pos::Adjective | Pos::Verb | Pos::Idiom | Pos::Adverb));
            let is_whole = state.pos == Some(Pos::Idiom) && state.end == self.text.end;
            (state.pos == Some(Pos::Noun) && is_state || is_whole) && !self.rest(state.end).contains('的')
        };
        if arrives || is_house() || is_people_alone(mention) && self.is_there(head, quantity.start) && fares() {
            return Some(quantity.clone());
        }
        self.is_stated(count).then_some(head..quantity.end)
    }

    /// Whether an ordinal or a word of order leads to a number: 第三批800餘名教師, 首批20名.
    fn is_ordered(&self, head: usize, count: &Count<'_, '_>) -> bool {
        let before = self.reader.text.get(head..count.first).unwrap_or_default();
        let is_place = || {
            let word = self.word_at(head, count.first);
            word.end == count.first && matches!(word.pos, Some(Pos::Place | Pos::Name))
        };
        if count.first < count.quantity.start && (before.is_empty() || before.ends_with('的') || is_place()) {
            return true;
        }
        let Some(order) = ORDERS.iter().find(|word| count.lead.ends_with(**word)) else { return false };
        let before = |found: &&Found| found.end + order.len() <= count.quantity.start;
        !self.cues.iter().filter(before).any(|found| self.begins_predicate(found, head))
            && self.predicate_word(head, count.quantity.start, None).is_none()
    }

    /// Whether a state leads to the persons that a number counts: 涉案14人被起訴.
    fn is_stated(&self, count: &Count<'_, '_>) -> bool {
        STATES.contains(count.lead)
            && is_people_alone(count.mention)
            && matches!(self.word_at(count.quantity.end, self.text.end).text, "被" | "均" | "全部" | "已" | "获" | "遭")
    }

    /// A subject whose relative clause has a subject of its own before a number:
    /// 該部正在國內布建的700座接收站|預定年底完成.
    fn of_clause(&self, head: usize, count: &Count<'_, '_>) -> Option<(Range<usize>, usize)> {
        let Count { lead, quantity, .. } = count;
        let is_clause = lead.ends_with('的')
            && (6..=18).contains(&lead.chars().count())
            && lead.matches('的').count() == 1
            && !lead.contains(['了', '是', '有', '把', '，', '、', '将', '对', '向', '给'])
            && self.is_counting(quantity.start)
            && self.holds_verb(head, count.first);
        let says = |next: &&Found| {
            matches!(next.cue, Cue::Modality(_) | Cue::Adverb | Cue::Level | Cue::Direction(_))
                && next.start > quantity.end
                && self.begins_predicate(next, quantity.end)
        };
        let predicate = self.cues.iter().filter(|_| is_clause).find(says)?.start;
        let name = self.text_of(&(quantity.end..predicate));
        let is_name = (2..=10).contains(&name.chars().count()) && name.chars().all(char::is_alphabetic);
        is_name.then_some((head..predicate, predicate))
    }

    /// Whether nothing but a place leads to a number: 南部33個測站.
    fn is_placed(&self, head: usize, count: &Count<'_, '_>) -> bool {
        if count.lead.chars().count() > 3 {
            return false;
        }
        let word = self.word_at(head, count.first);
        let is_place =
            matches!(word.pos, Some(Pos::Place | Pos::Localiser)) || word.text.starts_with(['全', '本', '各']);
        is_place && word.end == count.first
    }

    /// Whether a relative clause leads to a number: 涉嫌洗錢的17名嫌犯被押往法庭.
    fn is_related(&self, head: usize, count: &Count<'_, '_>) -> bool {
        let lead = count.lead;
        let is_near = lead.ends_with('的') && lead.chars().count() <= 12 && lead.matches('的').count() == 1;
        is_near && matches!(self.word_at(head, count.quantity.start).pos, Some(Pos::Verb | Pos::VerbalNoun))
    }

    /// Whether a number is the attribute of the noun after it: 為期6周的訓練營.
    fn is_attributive(&self, head: usize, count: &Count<'_, '_>) -> bool {
        let Count { quantity, lead, .. } = count;
        // 目標價是基於7倍的本益比: the copula is the predicate
        let is_of = self.rest(quantity.end).starts_with('的')
            && !COPULAS.words().any(|copula| lead.contains(copula) && !lead.ends_with(copula));
        // 公司獲得3億元的貸款: what has a subject of its own before it is the predicate
        let is_said = |found: &Found| {
            matches!(found.cue, Cue::Verb | Cue::Preposition | Cue::Has) && found.start > head + '总'.len_utf8()
        };
        is_of && !self.predicate_verb(head).is_some_and(|verb| verb.end <= quantity.start && is_said(&verb))
    }

    /// The verb that ends a clause after a noun: 長者|獨居.
    fn ending_verb(&self, noun: usize) -> Option<usize> {
        let next = self.word_at(noun, self.text.end);
        let last = self.word_at(next.end, self.text.end);
        let is_noun = matches!(next.pos, Some(Pos::Noun | Pos::Person)) && !is_single(next.text);
        let acts = last.pos == Some(Pos::Verb) && !is_single(last.text) && last.end == self.text.end;
        // a share of people and two characters that no word holds
        let rest = self.rest(next.end);
        let is_unknown = rest.chars().count() == 2 && rest.chars().all(char::is_alphabetic) && is_single(last.text);
        let is_share = self.mentions().any(|mention| {
            let unit = mention.item.unit.as_ref().map(|unit| unit.dimension());
            mention.text.end as usize == noun && (mention.item.role == Role::Fraction || unit == Some(Dimension::Ratio))
        });
        (is_noun && (acts && !may_measure(last.text) || is_share && is_unknown)).then_some(next.end)
    }

    /// Whether a verb follows nouns alone: 群眾|排隊等候.
    fn acts_alone(&self, noun: usize, predicate: usize) -> bool {
        let mut at = noun;
        while at < predicate {
            let word = self.word_at(at, predicate);
            if !matches!(word.pos, Some(Pos::Noun | Pos::Person | Pos::Adjective | Pos::VerbalNoun)) {
                return false;
            }
            at = word.end;
        }
        self.word_at(predicate, self.text.end).pos == Some(Pos::Verb)
    }

    /// Whether 是, an adverb or a preposition stands at a place.
    fn is_copula(&self, at: usize) -> bool {
        let word = self.word_at(at, self.text.end);
        COPULAS.contains(word.text) || matches!(word.pos, Some(Pos::Adverb | Pos::Preposition))
    }

    /// Whether the quantity at a place is a share.
    fn is_ratio(&self, start: usize) -> bool {
        let unit = self.mention_at(start).and_then(|mention| mention.item.unit.as_ref());
        unit.is_some_and(|unit| unit.dimension() == Dimension::Ratio)
    }

    /// Whether 有 with nothing but adverbs before it stands before a number.
    fn is_there(&self, head: usize, number: usize) -> bool {
        let mut at = head;
        for found in self.cues.iter().filter(|found| found.start >= head && found.end <= number) {
            if found.start != at || !matches!(found.cue, Cue::Adverb | Cue::Has) {
                return false;
            }
            at = found.end;
            if found.cue == Cue::Has {
                // 有高達25萬名用戶
                let level = self.cue_from(at).filter(|next| next.cue == Cue::Level).map_or(at, |next| next.end);
                return self.skip_marks(level) == number;
            }
        }
        false
    }

    /// Whether the quantity at a place counts, so that a noun may follow.
    pub(super) fn is_counting(&self, start: usize) -> bool {
        let mention = self.mention_at(start);
        // 45歲男子
        let aged = mention
            .is_some_and(|mention| self.rest(start).get(..mention.text.len()).is_some_and(|t| t.ends_with('岁')));
        let is_share = mention.is_some_and(|mention| mention.item.role == Role::Fraction);
        aged || is_share
            || mention.and_then(|mention| mention.item.unit.as_ref()).is_some_and(|unit| {
                matches!(
                    unit.dimension(),
                    Dimension::Items | Dimension::People | Dimension::Households | Dimension::Visits | Dimension::Ratio
                )
            })
    }
}

/// Whether a quantity counts persons by themselves: 300人.
fn is_people_alone(mention: &Mention<Quantity>) -> bool {
    mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::People && unit.symbol() == "人")
}
