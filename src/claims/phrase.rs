//! Where a noun phrase ends by its words: before the first adverb, preposition or verb that is no part of it.
//!
//! The cues of [`super::frame`] are the words that this crate knows; the general words with their parts of speech are the
//! evidence for all others. Imports [`super::frame`], whose reader of clauses this belongs to.

use core::ops::Range;

use super::clause::{Found, closing};
use super::frame::{Frame, Framer, is_duration};
use super::verb::{OFFENCES, ends_in_noun};
use super::words::{Cue, may_measure};
use crate::any_of::{WordSet, any_of};
use crate::article::Mention;
use crate::chars::one_of;
use crate::general::{self, Pos};
use crate::quantity::{Quantity, Role};
use crate::vocabulary::{ACTORS, AUXILIARIES, BEFORE_TIME, CAUSES, NOUN_TAILS, NOW, STATES, TAILS};

/// 是 with what stands before it in one word.
pub(super) const COPULAS: &WordSet =
    any_of!["是", "就是", "乃是", "都是", "也是", "仍是", "则是", "便是", "即是", "不是", "正是", "更是", "乃"];

/// Words that limit or compare what follows, inside a noun phrase too: 最大的, 約三成, 平均氣溫.
const LIMITS: &[&str] = &[
    "最", "更", "较", "很", "极", "太", "约", "近", "共", "总", "均", "每", "平均", "至少", "大约", "非", "不", "多",
    "合计", "逐", "全", "仅", "单", "净", "现", "新", "再", "初", "近乎", "人均", "日均", "年均", "月均", "户均",
    "有关", "相关",
];

/// Prepositions that join nouns.
pub(super) const JOINTS: &[&str] = &["和", "与", "同", "跟", "及", "以及", "或", "每", "当", "比", "只有"];

/// Words that make an attribute of the verb after them, at the head of a phrase.
const ATTRIBUTIVE: &[&str] = &["未", "非", "待", "已", "拟", "在", "新", "所"];

/// Ends of names of bodies.
pub(super) const BODIES: &[char] = &['所', '局', '队', '店', '厂', '站', '馆', '院', '校', '司'];

/// Verbs of one character that lead to a cause or a means.
const CAUSES_OF: &[&str] = &["受", "靠", "凭", "因", "遭", "按", "依", "随", "沿", "循"];

/// What a verb of one character is completed with: 站上, 掉到, 爆出.
const COMPLEMENTS: &[&str] = &["上", "下", "出", "入", "到", "得", "获", "掉", "回", "走", "起", "至", "进", "破"];

/// A word of a clause.
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    pub(super) end: usize,
    pub(super) pos: Option<Pos>,
}

/// What 後 leads to where it is an adverb: 伤者|后被送院.
pub(super) const THEN: [char; 10] = ['被', '获', '遭', '因', '在', '于', '由', '经', '转', '改'];

impl<'r> Framer<'_, 'r> {
    /// Where in a stretch the first word stands, but not at its head, that a noun phrase does not hold.
    pub(super) fn predicate_word(&self, head: usize, end: usize, verb: Option<&Found>) -> Option<usize> {
        let end = end.min(self.text.end);
        let phrase = self.reader.text.get(head..end).unwrap_or_default().trim_end();
        // 家庭月收入中位數, 兩車相撞造成
        // 公投通過門檻|為
        let names = |verb: &Found| {
            CAUSES.contains(self.word(verb))
                || self.word(verb) == "为" && phrase.chars().count() <= 8 && ends_in_noun(phrase)
        };
        if verb.is_some_and(names) || verb.is_some_and(|verb| self.records(head, verb)) {
            return None;
        }
        // of what is measured only an adverb parts what is said: 水庫|已騰出庫容
        let noun = TAILS.suffix(phrase).and_then(|tail| phrase.strip_suffix(tail)).unwrap_or(phrase);
        let is_measured = may_measure(phrase) || may_measure(noun);
        if is_measured && !phrase.contains(['已', '仍', '正', '曾', '均', '都', '至', '到', '共']) {
            return None;
        }
        let mut at = head;
        let (mut before, mut acts) = (None, None);
        while at < end {
            let word = self.word_at(at, end);
            let is_adverb = || {
                matches!(word.text, "已" | "已经" | "仍" | "正" | "正在" | "曾" | "均" | "都" | "并")
                    || is_single(word.text) && self.rest(word.end).starts_with(['至', '到'])
            };
            // 地塊|共攬金30億元
            let sums = word.text == "共"
                && self.quantity_spans().any(|quantity| {
                    let verb = self.text_of(&(word.end..quantity.start));
                    (word.end..end).contains(&quantity.start)
                        || quantity.start == end && (2..=3).contains(&verb.chars().count())
                });
            if before.is_some() && sums {
                return Some(at);
            }
            if before.is_some() && (!is_measured || is_adverb()) && self.ends_phrase(&word, before, end) {
                return Some(at);
            }
            // 銷量|波動劇烈, 需求|旺盛
            let is_last = word.end == self.text.end && verb.is_none() && word.text.chars().nth(1).is_some();
            if before.is_some() && is_last && !is_measured && word.pos == Some(Pos::Adjective) {
                return acts.or(Some(at));
            }
            // 環保署|裁罰業者: two verbs that no word holds, after a body
            if before.is_some_and(|before| before.ends_with(['署', '局', '厅', '府', '方', '院']))
                && self.is_verb_pair(&word)
            {
                return Some(at);
            }
            acts = Some(at).filter(|_| before.is_some() && matches!(word.pos, Some(Pos::Verb | Pos::VerbalNoun)));
            // 對共建國家出口: what a preposition begins is one phrase
            if before.is_none() && word.pos == Some(Pos::Preposition) {
                return None;
            }
            before = Some(word.text);
            at = word.end;
        }
        if is_measured { None } else { self.last_verb(head, end) }
    }

    /// Whether a word and the next are verbs of one character each that make one of two, before a noun and its number.
    fn is_verb_pair(&self, word: &Word<'_>) -> bool {
        let second = self.word_at(word.end, self.text.end);
        let object = self.word_at(second.end, self.text.end);
        let is_verb = |word: &Word<'_>| is_single(word.text) && word.pos == Some(Pos::Verb);
        is_verb(word)
            && is_verb(&second)
            && object.pos == Some(Pos::Noun)
            && !is_single(object.text)
            && self.quantity_begins(self.skip_marks(object.end))
    }

    /// The verb that a phrase ends with right before its number, which no table of verbs has: 游客平均|停留1.9天, 營收|站上3億元.
    fn last_verb(&self, head: usize, end: usize) -> Option<usize> {
        let is_counted = self.quantity_begins(self.skip_marks(end)) || self.rest(end).starts_with('每');
        // 店舖盜竊9835宗
        let is_offence = OFFENCES.suffix(self.text_of(&(head..end))).is_some() && self.counts_offence(end);
        if !is_counted || is_offence {
            return None;
        }
        let (mut at, mut words) = (head, [None::<(usize, Word<'_>)>, None]);
        while at < end {
            let word = self.word_at(at, end);
            let next = word.end;
            words = [words[1].take(), Some((at, word))];
            at = next;
        }
        let [before, Some((start, last))] = words else { return None };
        let (first, before) = before?;
        let is_long = !is_single(last.text);
        // 處理器|採4奈米製程
        let is_act = last.pos == Some(Pos::Verb) && before.pos == Some(Pos::Noun) && !is_single(before.text);
        if is_act && !last.text.ends_with(BODIES) && !may_measure(last.text) {
            return Some(start);
        }
        if is_long {
            let is_verb = last.pos == Some(Pos::Verb) && !may_measure(last.text) && !last.text.ends_with(BODIES);
            return is_verb.then_some(start);
        }
        // two characters that no word holds: 站上, 收上, 扑出
        let acts = matches!(before.pos, Some(Pos::Verb | Pos::Adverb)) && is_single(before.text);
        let is_known = general::get(self.text_of(&(first..end)).trim_end()).is_some();
        let is_pair =
            first > head && !is_known && acts && (COMPLEMENTS.contains(&last.text) || last.pos == Some(Pos::Verb));
        is_pair.then_some(first)
    }

    /// A word of connection before the subject: 因此, 雖然; 後來 before a noun.
    pub(super) fn connective(&self, at: usize) -> Option<usize> {
        let word = self.word_at(at, self.text.end);
        let is_long = word.text.chars().nth(1).is_some() && word.end < self.text.end;
        let names = || {
            let next = self.word_at(word.end, self.text.end);
            matches!(next.pos, Some(Pos::Pronoun | Pos::Place | Pos::Name | Pos::Person) | None)
        };
        let is_one = match word.pos {
            Some(Pos::Conjunction) => !JOINTS.contains(&word.text),
            // 現在鄉裡
            Some(Pos::Time) => NOW.contains(word.text) && self.cue_from(at).is_none(),
            Some(Pos::Adverb) => !LIMITS.contains(&word.text) && self.cue_from(at).is_none() && is_long && names(),
            _ => false,
        };
        (is_long && is_one).then_some(word.end)
    }

    /// Whether a clause only tells when or where another holds: 政策推出後, 受訪的800名司機中.
    pub(super) fn is_adverbial(&self, head: usize) -> bool {
        let text = self.words_from(head);
        let when = any_of!["后", "之时", "之际", "期间", "的同时", "时", "以来"].ends(text);
        let counted = self.quantity_spans().filter(|quantity| quantity.end < self.text.end).last();
        // 41名乘客昨日掉入河中 is nobody's group
        let among = text.ends_with('中')
            && counted.is_some_and(|quantity| {
                let end = head + text.len();
                let mut leads = self
                    .text_of(&(quantity.end..end))
                    .char_indices()
                    .filter(|(_, c)| one_of!("入到进在于").contains(*c));
                let moves = leads.any(|(at, _)| self.reader.lexed.word_across(quantity.end + at).is_none());
                !moves && self.time_spans().all(|time| time.start < quantity.end)
            });
        // 一度落後: the end of a word
        let is_word = || {
            let last = head + text.len() - text.chars().next_back().map_or(0, char::len_utf8);
            let word = self.reader.lexed.word_across(last).and_then(|word| self.reader.text.get(word));
            word.is_some_and(|word| general::get(word).is_some_and(|word| word.pos == Pos::Verb))
        };
        let counts = self.mentions().any(|mention| mention.item.role != Role::Ordinal);
        let is_time = self.time_spans().any(|time| time.end >= head + text.len());
        text.chars().nth(3).is_some() && !is_time && (when && !counts && !is_word() || among && !self.says(head))
    }

    /// Whether a clause only says what is left out: 扣除價格因素.
    pub(super) fn is_discount(&self, head: usize) -> bool {
        let text = self.rest(head);
        let leaves_out = any_of!["扣除", "剔除", "不计", "撇除", "不包括"].begins(text);
        leaves_out && self.quantity_spans().next().is_none()
    }

    /// Whether a clause only says what the next is compared with: 與上屆參賽隊64支相比, 相比2019年.
    pub(super) fn is_comparison(&self, head: usize) -> bool {
        let text = self.rest(head);
        let lead =
            ["相比于", "相比", "相较于", "相较", "比起", "对比", "较"].iter().find(|word| text.starts_with(**word));
        if let Some(lead) = lead {
            let time = self.time_at(head + lead.len()).filter(|end| *end < self.text.end);
            let end = time.map_or(head + lead.len(), |end| self.skip_marks(end));
            return self.time_at(head + lead.len()) == Some(self.text.end)
                || time.is_some() && self.quantity_spans().any(|q| q.start == end && q.end == self.text.end);
        }
        let text = self.words_from(head);
        text.starts_with(['与', '跟', '同', '和']) && any_of!["相比", "相比较", "相较", "比较", "对比"].ends(text)
    }

    /// Whether a clause only says what caused the next: 受減產影響, 由於庫存不足.
    pub(super) fn is_cause(&self) -> bool {
        const ENDS: &WordSet = any_of!["影响", "所致", "拖累", "提振", "助推", "冲击", "刺激"];
        let text = self.words_from(self.text.start);
        any_of!["由于", "因为", "随着", "鉴于"].begins(text)
            || text.ends_with("所致")
            || text.starts_with('因')
            || text.starts_with('受') && (text.starts_with("受到") || ENDS.ends(text))
    }

    /// Whether a clause only says between what the next changed: 從9元到25元.
    pub(super) fn is_span(&self, head: usize) -> bool {
        let mut spans = self.quantity_spans().filter(|quantity| quantity.start >= head);
        let (Some(first), Some(second)) = (spans.next(), spans.next()) else { return false };
        let text = |range: Range<usize>| self.reader.text.get(range).unwrap_or_default();
        let between = text(first.end..second.start);
        // 從3間教室到12間教室
        let noun = between.strip_suffix(['到', '至']);
        matches!(text(head..first.start), "从" | "由" | "自") && noun == Some(text(second.end..self.text.end))
    }

    /// Whether a clause only names an example, or how long it took: 以四房式住戶為例, 一年下來.
    pub(super) fn names_example(&self, head: usize) -> bool {
        let words = self.words_from(head);
        let lasted = words.strip_suffix("下来").map(|length| head + length.len());
        let is_long = |mention: &Mention<Quantity>| {
            is_duration(mention) && mention.text.start as usize == head && Some(mention.text.end as usize) == lasted
        };
        words.starts_with('以') && words.ends_with("为例") || lasted.is_some() && self.mentions().any(is_long)
    }

    /// The stretch of a clause that 在 … 的基礎上 stands around, if it holds a number.
    pub(super) fn inside_frame(&self, head: usize) -> Option<Range<usize>> {
        const ENDS: &WordSet = any_of!["基础上", "前提下", "情况下", "背景下", "条件下", "带动下", "推动下", "同时"];
        let text = self.words_from(head);
        let inner = text.strip_prefix('在')?;
        let inner = ENDS.strip_suffix(inner)?.strip_suffix('的')?;
        let start = head + '在'.len_utf8();
        let range = start..start + inner.len();
        self.quantity_spans()
            .any(|quantity| range.start <= quantity.start && quantity.end <= range.end)
            .then_some(range)
    }

    /// Of whom the next clause speaks: 受訪的800名司機 before 中.
    pub(super) fn among(&self, head: usize) -> Option<Range<usize>> {
        let text = self.words_from(head);
        let name = inside(text)?;
        let lead = ["在", "于"].iter().find(|lead| name.starts_with(**lead)).map_or(0, |lead| lead.len());
        Some(head + lead..head + name.len())
    }

    /// Whether a verb or a level stands in the clause.
    fn says(&self, head: usize) -> bool {
        let mut cues = self.cues.iter().filter(|found| found.start >= head);
        cues.any(|found| {
            matches!(found.cue, Cue::Verb | Cue::Level | Cue::Direction(_)) && self.begins_predicate(found, head)
        })
    }

    /// Where the predicate begins that follows a place, at which a noun phrase stands.
    pub(super) fn next_predicate(&self, from: usize, of: usize) -> Option<usize> {
        let cues = self.cues.iter().filter(|found| found.start >= of);
        let cue = cues.filter(|found| self.begins_predicate(found, from)).map(|found| found.start).next();
        // 載有旅客的客車|昨日墜河
        let time = self.time_spans().map(|time| time.start).find(|start| *start > of);
        let cue = cue.into_iter().chain(time).min();
        let end = cue.unwrap_or(self.text.end);
        let known = self.predicate_word(from, end, None).filter(|word| *word >= of).or(cue);
        known.or_else(|| self.before_mention(of - 1))
    }

    /// Where the next number or time takes a predicate that no table has: 醫師|坐診9天, 涼亭|於25日.
    pub(super) fn before_mention(&self, noun: usize) -> Option<usize> {
        let begins = |mention: Range<usize>| Some(mention.start).filter(|start| *start > noun);
        let time = self.time_spans().find_map(begins).unwrap_or(usize::MAX);
        let number = self.quantity_spans().find_map(begins).unwrap_or(usize::MAX);
        let counted = self.quantity_spans().find(|quantity| quantity.start == noun);
        if !self.is_noun_at(counted.map_or(noun, |quantity| quantity.end)) {
            return None;
        }
        if time < number {
            let lead = BEFORE_TIME.suffix(self.reader.text.get(noun..time)?);
            return Some(time - lead.map_or(0, str::len));
        }
        let (mut at, mut last) = (noun, None::<(usize, Word<'_>)>);
        while at < number.min(self.text.end) {
            let word = self.word_at(at, self.text.end);
            let next = word.end;
            last = Some(match last {
                // two characters that no word holds may be a verb: 捐書
                Some((start, before)) if is_single(before.text) && is_single(word.text) && start > noun => {
                    let text = self.reader.text.get(start..next).unwrap_or_default();
                    (start, Word { text, end: next, pos: None })
                }
                _ => (at, word),
            });
            at = next;
        }
        let (at, word) = last.filter(|(at, _)| *at > noun && number < self.text.end)?;
        match word.pos {
            // 新增旅客|36萬人次
            Some(Pos::Noun) => Some(number),
            None | Some(Pos::Verb | Pos::VerbalNoun) => (word.text.chars().count() == 2).then_some(at),
            _ => None,
        }
    }

    /// Whether a word of change stands at a place.
    pub(super) fn moves(&self, at: usize) -> bool {
        self.cue_from(at).is_some_and(|found| matches!(found.cue, Cue::Direction(_) | Cue::Both(..) | Cue::Basis(_)))
    }

    /// Whether a noun, or a word that may be a name, stands at a place.
    pub(super) fn is_noun_at(&self, at: usize) -> bool {
        let pos = self.word_at(at, self.text.end).pos;
        matches!(pos, None | Some(Pos::Noun | Pos::Person | Pos::Place | Pos::Name))
    }

    /// Whether a verb at the head is the attribute of a subject that 佔 follows: 採購本地食材佔食堂用料的71%.
    pub(super) fn heads_subject(&self, found: &Found, head: usize) -> bool {
        let level = self.cues.iter().find(|next| next.start > found.end && matches!(next.cue, Cue::Level));
        let first = self.quantity_spans().next().map(|quantity| quantity.start);
        found.start == head
            && found.cue == Cue::Verb
            && level.is_some_and(|level| self.word(level) == "占" && first.is_some_and(|first| level.start < first))
    }

    /// Where what is measured ends that 其 owns: 其應收取暖費|為2600萬元.
    pub(super) fn own_measure(&self, frame: &Frame) -> Option<usize> {
        if self.reader.text.get(frame.subject.clone()) != Some("其") {
            return None;
        }
        let levels = self.cues.iter().filter(|found| found.cue == Cue::Level && found.start > frame.subject.end);
        let mut ends = levels.map(|found| found.start);
        ends.find(|end| self.reader.text.get(frame.subject.start..*end).is_some_and(|text| text.chars().count() <= 12))
    }

    /// The word at a place: a number, a time, a bracket or a name in quotation marks as one.
    pub(super) fn word_at(&self, at: usize, end: usize) -> Word<'r> {
        let (to, pos) = self.words.get(at, end, || self.find_word(at, end));
        Word { text: self.reader.text.get(at..to).unwrap_or_default(), end: to, pos }
    }

    /// Where the word at a place ends, and its part of speech.
    fn find_word(&self, at: usize, end: usize) -> (usize, Option<Pos>) {
        let mention = self.quantity_spans().chain(self.time_spans()).find(|mention| mention.start == at);
        if let Some(mention) = mention {
            return (mention.end, Some(Pos::Numeral));
        }
        // a word of the vocabulary that only holds others: 可再生能源
        let known = self.cue_from(at).filter(|found| {
            let word = self.word(found);
            let leads = word.starts_with(['对', '在', '以', '从', '向', '与', '不', '有']);
            found.cue == Cue::Nothing && found.end <= end && word.chars().nth(2).is_some() && !leads
        });
        if let Some(found) = known {
            return (found.end, Some(general::get(self.word(found)).map_or(Pos::Noun, |word| word.pos)));
        }
        let rest = self.rest(at);
        let first = rest.chars().next().unwrap_or(' ');
        if let Some(length) = closing(first).and_then(|close| rest.find(close).map(|length| length + close.len_utf8()))
        {
            return (at + length, Some(Pos::Noun));
        }
        let (to, pos) = self.reader.lexed.word_from(at, end);
        // a body that the dictionary takes for a verb
        let is_body = || self.text_of(&(at..to)).ends_with(BODIES);
        (to, pos.map(|pos| if pos == Pos::Verb && is_body() { Pos::Noun } else { pos }))
    }

    /// Whether a word cannot stand inside the noun phrase before it.
    fn ends_phrase(&self, word: &Word<'_>, before: Option<&str>, end: usize) -> bool {
        if word.text.ends_with(['是', '乃']) && COPULAS.contains(word.text) {
            return true;
        }
        let is_long = word.text.chars().nth(1).is_some();
        let may_end = matches!(word.pos, Some(Pos::Adverb | Pos::Preposition | Pos::Verb | Pos::VerbalNoun));
        let after = self.rest(word.end);
        // 記錄到, but 到達
        let is_reached =
            || after.starts_with('到') && general::longest_at(after).is_none_or(|word| word.length == '到'.len_utf8());
        if is_long && !may_end {
            return is_reached();
        }
        let inside = self.reader.text.get(word.end..end).unwrap_or_default().trim_end();
        let is_aspect = after.starts_with(['了', '着', '过']) || is_long && is_reached();
        if may_end && !after.starts_with('的') && follows_pronoun(word, before, inside) {
            return true;
        }
        // 林立以9秒8的成績奪冠
        if word.text == "以" && self.quantity_begins(self.skip_marks(word.end)) {
            return true;
        }
        if matches!(word.text, "凭" | "凭借" | "借助" | "依靠") {
            return true;
        }
        // 本作改編的動畫: what stands before 的 belongs to a noun
        if inside.contains('的') || after.starts_with('的') || before == Some("的") {
            return false;
        }
        self.ends_by_itself(word, before, end, is_aspect) && !LIMITS.contains(&word.text)
    }

    /// Whether a word is none that stands inside a noun phrase, by its part of speech and what follows it.
    fn ends_by_itself(&self, word: &Word<'_>, before: Option<&str>, end: usize, is_aspect: bool) -> bool {
        let is_long = !is_single(word.text);
        match word.pos {
            Some(Pos::Adverb) if is_long => true,
            // 伤者|后被送院, but 会议后
            _ if word.text == "后" && before.is_some_and(|before| ACTORS.contains(before)) => {
                self.rest(word.end).starts_with(THEN)
            }
            Some(Pos::Adverb | Pos::Other) | None => self.is_adverb(word, end),
            Some(Pos::Preposition) => !JOINTS.contains(&word.text),
            // 航班受罷工波及, 該店靠外賣平台, 房租按5%的比例
            _ if !is_long && CAUSES_OF.contains(&word.text) => true,
            // 男子姓李, but 魏姓被告
            _ if word.text == "姓" => before.is_some_and(|before| !is_single(before)),
            // 警方經調查後拘捕
            _ if word.text == "经" => {
                let next = self.word_at(word.end, self.text.end);
                matches!(next.text, "获" | "过")
                    || !is_single(next.text) && matches!(next.pos, Some(Pos::Verb | Pos::VerbalNoun))
            }
            // 受訪者想生孩子
            Some(Pos::Verb) if !is_long && "想愿肯敢".contains(word.text) => {
                self.goes_on_as_predicate(word.end, end)
            }
            // 未入賬訂單, 已婚人士: an attribute
            Some(Pos::Verb) if before.is_some_and(|before| ATTRIBUTIVE.contains(&before)) => false,
            Some(Pos::Verb) => self.verb_ends_phrase(word, end, is_aspect),
            Some(Pos::VerbalNoun) => is_aspect,
            _ => false,
        }
    }

    /// Whether a word of one character is an adverb before a predicate.
    fn is_adverb(&self, word: &Word<'_>, end: usize) -> bool {
        let denies = matches!(word.text, "不" | "没" | "未") && !self.is_denied_state(word.end);
        // 林國才（57歲）: 才 ends a name
        denies || "已也都又仍还就才将曾却并便正即竟".contains(word.text) && self.goes_on_as_predicate(word.end, end)
    }

    /// Whether a verb is the predicate, so that the noun before it is whole.
    fn verb_ends_phrase(&self, word: &Word<'_>, end: usize, is_aspect: bool) -> bool {
        let is_long = word.text.chars().nth(1).is_some();
        if may_measure(word.text) || OFFENCES.contains(word.text) && self.counts_offence(word.end) {
            return false;
        }
        // 黃牛票|炒至原價10倍, but 截至
        let after = self.rest(word.end);
        if !is_long && after.starts_with(['至', '到', '入', '出', '进', '掉', '获', '破']) {
            let is_result = general::longest_at(after).is_none_or(|word| word.length == '至'.len_utf8());
            return is_result
                && !"截直甚以".contains(word.text)
                && self.quantity_spans().any(|quantity| quantity.start > word.end);
        }
        // 公司|考慮|裁減2000個職位
        let takes_verb = || AUXILIARIES.contains(word.text) && self.cue_at(word.end);
        let is_auxiliary = is_long && word.end >= end && (takes_verb() || self.is_auxiliary(word));
        is_auxiliary || (is_long || is_aspect) && !self.is_part_of_noun(word, end)
    }

    /// Whether a verb stands right before another that acts on a number: 考慮|裁減, but 罷工|影響 and 消費|增長.
    fn is_auxiliary(&self, word: &Word<'_>) -> bool {
        let next = self.cue_from(word.end).filter(|next| matches!(next.cue, Cue::Verb | Cue::Short));
        next.is_some_and(|next| {
            let verb = self.word(next);
            !CAUSES.contains(verb)
                && !may_measure(verb)
                && !word.text.ends_with(BODIES)
                && self.acts_on_number(next.end)
        })
    }

    /// Whether a number is what a verb that ends at a place acts on.
    fn acts_on_number(&self, end: usize) -> bool {
        let first = self.quantity_spans().find(|quantity| quantity.start >= end);
        first.is_some_and(|quantity| self.text_of(&(end..quantity.start)).chars().count() <= 6)
    }

    /// Whether a verb, an adverb, a preposition or a number stands at a place.
    pub(super) fn goes_on_as_predicate(&self, at: usize, end: usize) -> bool {
        let next = self.word_at(at, end.max(self.text.end));
        let says = matches!(
            next.pos,
            Some(Pos::Verb | Pos::VerbalNoun | Pos::Adverb | Pos::Preposition | Pos::Adjective | Pos::Numeral)
        );
        says || self.cue_from(at).is_some()
    }

    /// Whether a verb is a part of the noun that goes on after it: 加工板塊.
    fn is_part_of_noun(&self, word: &Word<'_>, end: usize) -> bool {
        let after = self.rest(word.end);
        // 劃分為
        if after.starts_with(['了', '着', '过']) || after.starts_with(['为', '于', '成']) && word.end >= end {
            return false;
        }
        // 企業捐款|佔, 垃圾焚化爐
        let next = self.word_at(word.end, end);
        let is_last = || next.end >= end || self.time_at(next.end).is_some() || self.cue_at(next.end);
        let is_single = next.text.chars().nth(1).is_none()
            && is_last()
            && !matches!(
                next.pos,
                Some(Pos::Verb | Pos::Adverb | Pos::Preposition | Pos::Particle | Pos::Pronoun | Pos::Numeral)
            );
        // 捕獲|金槍魚: a longer word is no tail
        let tail = NOUN_TAILS.longest(after).or_else(|| ACTORS.longest(after)).map(|((), length)| length);
        let is_tail = tail
            .is_some_and(|tail| general::longest_at(after).is_none_or(|word| word.length <= tail.max("会议".len())));
        // 非農|就業|崗位: a state with all that follows
        let is_state = STATES.contains(word.text) && next.pos == Some(Pos::Noun) && next.end >= end;
        word.end >= end || is_single || is_tail || is_state || self.plan_at(word.end)
    }
}

/// A text without the word of place that it ends with: 旅客|當中.
pub(super) fn inside(text: &str) -> Option<&str> {
    any_of!["当中", "之中", "中"].strip_suffix(text)
}

/// Whether a word is one character.
pub(super) fn is_single(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

/// Whether a word acts on after a pronoun: 他效力於, 他們組建; not in a relative clause, 它們吸引人才的|能力.
fn follows_pronoun(word: &Word<'_>, before: Option<&str>, inside: &str) -> bool {
    let is_person =
        before.is_some_and(|before| matches!(before, "他" | "她" | "它" | "我" | "他们" | "她们" | "我们" | "它们"));
    let is_relative = || inside.rfind('的').is_some_and(|of| inside.len() > of + '的'.len_utf8());
    is_person && !is_relative() && !LIMITS.contains(&word.text) && !JOINTS.contains(&word.text)
}
