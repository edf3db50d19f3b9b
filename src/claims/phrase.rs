//! Where a noun phrase ends by its words: before the first adverb, preposition or verb that is no part of it.
//!
//! The cues of [`super::frame`] are the words that this crate knows; the general words with their parts of speech are the
//! evidence for all others. Imports [`super::frame`], whose reader of clauses this belongs to.

use core::ops::Range;

use super::clause::{Found, closing};
use super::frame::{Frame, Framer};
use super::verb::ends_in_noun;
use super::words::{Cue, may_measure};
use crate::article::Mention;
use crate::general::{self, Pos};
use crate::quantity::{Quantity, Role};
use crate::unit::Dimension;
use crate::vocabulary::{ACTORS, BEFORE_TIME, CAUSATIVES, CAUSES, NOUN_TAILS, NOW};

/// 是 with what stands before it in one word.
pub(super) const COPULAS: &[&str] =
    &["是", "就是", "乃是", "都是", "也是", "仍是", "则是", "便是", "即是", "不是", "正是", "更是", "乃"];

/// Words that limit or compare what follows, inside a noun phrase too: 最大的, 約三成, 平均氣溫.
const LIMITS: &[&str] = &[
    "最", "更", "较", "很", "极", "太", "约", "近", "共", "总", "均", "每", "平均", "至少", "大约", "非", "不", "多",
    "合计", "逐", "全", "仅", "单", "净", "现", "新", "再", "初", "近乎", "人均", "日均", "年均", "月均", "户均",
    "有关", "相关",
];

/// Prepositions that join nouns.
const JOINTS: &[&str] = &["和", "与", "同", "跟", "及", "以及", "或", "每", "当", "比", "只有"];

/// Words that make an attribute of the verb after them, at the head of a phrase.
const ATTRIBUTIVE: &[&str] = &["未", "非", "待", "已", "拟", "在", "新", "所"];

/// Ends of names of bodies.
pub(super) const BODIES: &[char] = &['所', '局', '队', '店', '厂', '站', '馆', '院', '校', '司'];

/// Words before a number that make a subject of what it counts.
const ORDERS: &[&str] = &["最后", "首批", "首届", "首期", "最初", "最早"];

/// Verbs of one character that lead to a cause or a means.
const CAUSES_OF: &[&str] = &["受", "靠", "凭", "因", "遭", "按", "依"];

/// What a verb of one character is completed with: 站上, 掉到, 爆出.
const COMPLEMENTS: &[&str] = &["上", "下", "出", "入", "到", "得", "获", "掉", "回", "走", "起", "至", "进", "破"];

/// A word of a clause.
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    pub(super) end: usize,
    pub(super) pos: Option<Pos>,
}

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
        if may_measure(phrase) || verb.is_some_and(names) {
            return None;
        }
        let mut at = head;
        let (mut before, mut acts) = (None, None);
        while at < end {
            let word = self.word_at(at, end);
            if before.is_some() && self.ends_phrase(&word, before, end) {
                return Some(at);
            }
            // 銷量|波動劇烈, 需求|旺盛
            let is_last = word.end == self.text.end && verb.is_none() && word.text.chars().nth(1).is_some();
            if before.is_some() && is_last && word.pos == Some(Pos::Adjective) {
                return acts.or(Some(at));
            }
            acts = Some(at).filter(|_| before.is_some() && matches!(word.pos, Some(Pos::Verb | Pos::VerbalNoun)));
            // 對共建國家出口: what a preposition begins is one phrase
            if before.is_none() && word.pos == Some(Pos::Preposition) {
                return None;
            }
            before = Some(word.text);
            at = word.end;
        }
        self.last_verb(head, end)
    }

    /// The verb that a phrase ends with right before its number, which no table of verbs has: 游客平均|停留1.9天, 營收|站上3億元.
    fn last_verb(&self, head: usize, end: usize) -> Option<usize> {
        let is_counted = self.quantity_begins(self.skip_marks(end)) || self.rest(end).starts_with('每');
        if !is_counted {
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
        if is_long {
            let is_verb = last.pos == Some(Pos::Verb) && !may_measure(last.text) && !last.text.ends_with(BODIES);
            return is_verb.then_some(start);
        }
        // two characters that no word holds: 站上, 收上, 扑出
        let acts = matches!(before.pos, Some(Pos::Verb | Pos::Adverb)) && is_single(before.text);
        let is_pair = first > head && acts && (COMPLEMENTS.contains(&last.text) || last.pos == Some(Pos::Verb));
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
        let text = self.rest(head).trim_end_matches(|c: char| !c.is_alphanumeric());
        let when = ["后", "之时", "之际", "期间", "的同时", "时"].iter().any(|end| text.ends_with(end));
        let counted = self.quantity_spans().filter(|quantity| quantity.end < self.text.end).last();
        // 41名乘客昨日掉入河中 is nobody's group
        let among = text.ends_with('中')
            && counted.is_some_and(|quantity| {
                let end = head + text.len();
                let mut leads =
                    self.text_of(&(quantity.end..end)).char_indices().filter(|(_, c)| "入到进在于".contains(*c));
                let moves = leads.any(|(at, _)| self.reader.lexed.word_across(quantity.end + at).is_none());
                !moves && self.time_spans().all(|time| time.start < quantity.end)
            });
        let counts = self.quantity_spans().next().is_some();
        let is_time = self.time_spans().any(|time| time.end >= head + text.len());
        text.chars().nth(3).is_some() && !is_time && (when && !counts || among && !self.says(head))
    }

    /// Whether a clause only says what is left out: 扣除價格因素.
    pub(super) fn is_discount(&self, head: usize) -> bool {
        let text = self.rest(head);
        let leaves_out = ["扣除", "剔除", "不计", "撇除", "不包括"].iter().any(|word| text.starts_with(word));
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
        let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
        text.starts_with(['与', '跟', '同', '和'])
            && ["相比", "相比较", "相较", "比较", "对比"].iter().any(|word| text.ends_with(word))
    }

    /// Whether a clause only says what caused the next: 受減產影響, 由於庫存不足.
    pub(super) fn is_cause(&self) -> bool {
        const ENDS: &[&str] = &["影响", "所致", "拖累", "提振", "助推", "冲击", "刺激"];
        let text = self.rest(self.text.start).trim_end_matches(|c: char| !c.is_alphanumeric());
        ["由于", "因为", "随着", "鉴于"].iter().any(|word| text.starts_with(word))
            || text.starts_with('因')
            || text.starts_with('受') && (text.starts_with("受到") || ENDS.iter().any(|end| text.ends_with(end)))
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

    /// The stretch of a clause that 在 … 的基礎上 stands around, if it holds a number.
    pub(super) fn inside_frame(&self, head: usize) -> Option<Range<usize>> {
        const ENDS: &[&str] = &["基础上", "前提下", "情况下", "背景下", "条件下", "带动下", "推动下", "同时"];
        let text = self.rest(head).trim_end_matches(|c: char| !c.is_alphanumeric());
        let inner = text.strip_prefix('在')?;
        let inner = ENDS.iter().find_map(|end| inner.strip_suffix(end))?.strip_suffix('的')?;
        let start = head + '在'.len_utf8();
        let range = start..start + inner.len();
        self.quantity_spans()
            .any(|quantity| range.start <= quantity.start && quantity.end <= range.end)
            .then_some(range)
    }

    /// Of whom the next clause speaks: 受訪的800名司機 before 中.
    pub(super) fn among(&self, head: usize) -> Option<Range<usize>> {
        let text = self.rest(head).trim_end_matches(|c: char| !c.is_alphanumeric());
        let name = ["当中", "之中", "中"].iter().find_map(|end| text.strip_suffix(end))?;
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

    /// A subject with a relative clause before its noun: 以殘疾青年為主的手工社, 一架由吉隆坡飛往雅加達的班機, 正在建設的三條隧道.
    // relative_subject = [quantity] (preposition | adverb verb) … "的" noun
    pub(super) fn relative_subject(&self, head: usize) -> Option<(Range<usize>, usize)> {
        const LEADS: &[&str] = &["在", "从", "以", "被", "由", "对", "为"];
        let first = self.counter_end(head).unwrap_or(head);
        let lead = self.word_at(first, self.text.end);
        // 住在舊區的居民
        let is_placed = lead.pos == Some(Pos::Verb) && self.rest(lead.end).starts_with(['在', '于', '自']);
        let is_lead = LEADS.contains(&lead.text)
            || is_placed
            || lead.pos == Some(Pos::Verb) && lead.text.ends_with(['在', '于', '自']);
        let done = || {
            let verb = self.word_at(lead.end, self.text.end);
            let is_verb = matches!(verb.pos, Some(Pos::Verb | Pos::VerbalNoun)) && !self.causes(lead.end);
            is_verb
                && matches!(lead.text, "正" | "正在" | "已" | "已经" | "未" | "尚未" | "曾" | "刚" | "新" | "拟" | "待")
        };
        if !is_lead && !done() {
            return None;
        }
        let of = lead.end + self.rest(lead.end).find('的')?;
        let clause = self.reader.text.get(lead.end..of)?;
        let most = if is_lead { 20 } else { 8 };
        let is_clause = clause.chars().count() < most && !clause.contains(['，', '、', '。']);
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
        const PLACES: &[&str] =
            &["下", "上", "中", "里", "内", "时", "后", "间", "期间", "方面", "情况", "过程", "前", "外"];
        let noun = of + '的'.len_utf8();
        let predicate = self.next_predicate(noun, noun + 1)?;
        let name = self.reader.text.get(noun..predicate)?.trim();
        let is_joint = name.ends_with(['与', '和', '及', '跟']);
        let is_name =
            !is_joint && (1..=14).contains(&name.chars().count()) && !PLACES.iter().any(|end| name.ends_with(end));
        is_name.then_some((head..predicate, predicate))
    }

    /// Where the number or the demonstrative with its classifier ends that begins at a place: 3輛, 一家, 這部.
    pub(super) fn counter_end(&self, at: usize) -> Option<usize> {
        if let Some(quantity) = self.quantity_spans().find(|quantity| quantity.start == at) {
            return Some(quantity.end);
        }
        let rest = self.rest(at);
        let inner = ["另一", "某", "一", "这", "那", "该", "此"].iter().find_map(|word| rest.strip_prefix(word))?;
        let (entry, length) = self.reader.lexicon.entry(inner)?;
        matches!(entry.dimension(), Dimension::Items | Dimension::People).then(|| self.text.end - inner.len() + length)
    }

    /// Whether a verb that makes somebody do something stands at a place.
    fn causes(&self, at: usize) -> bool {
        self.cue_from(at).is_some_and(|found| CAUSATIVES.contains(self.word(found)))
    }

    /// Whether a verb stands between two places.
    fn holds_verb(&self, from: usize, to: usize) -> bool {
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
        let mut mentions = self.mentions().filter(|mention| mention.text.start as usize >= head).peekable();
        let first = mentions.next()?;
        // 第三批800餘名教師
        // 一名25歲男子, 一處5層樓透天厝
        let second = mentions.next_if(|next| {
            let ends =
                |end: &str| self.reader.text.get(..next.text.end as usize).is_some_and(|head| head.ends_with(end));
            let is_inner = ["岁", "层", "层楼", "级"].into_iter().any(ends);
            (first.item.role == Role::Ordinal || is_inner) && next.text.start == first.text.end
        });
        let mention = second.unwrap_or(first);
        let quantity = mention.text.start as usize..mention.text.end as usize;
        let lead = self.reader.text.get(head..quantity.start)?.trim_end();
        // 張敏以92分的總分排第一: what 以 leads to is no subject
        let is_means = lead.strip_suffix(['以', '用', '花', '靠', '凭']).is_some_and(|who| !who.is_empty());
        if is_means || COPULAS.iter().any(|copula| lead.starts_with(copula)) {
            return None;
        }
        let order = ORDERS.iter().find(|word| lead.ends_with(**word));
        let free = || {
            let before = |found: &&Found| found.end + order.map_or(0, |word| word.len()) <= quantity.start;
            !self.cues.iter().filter(before).any(|found| self.begins_predicate(found, head))
                && self.predicate_word(head, quantity.start, None).is_none()
        };
        let is_headed = || {
            let before = self.reader.text.get(head..first.text.start as usize).unwrap_or_default();
            let is_place = || {
                let word = self.word_at(head, first.text.start as usize);
                word.end == first.text.start as usize && matches!(word.pos, Some(Pos::Place | Pos::Name))
            };
            before.is_empty() || before.ends_with('的') || is_place()
        };
        let is_ordered = second.is_some() && is_headed() || order.is_some() && free();
        // 第三名是本地選手
        if lead.is_empty() && COPULAS.contains(&self.word_at(quantity.end, self.text.end).text) {
            return Some((head..quantity.end, quantity.end));
        }
        // 65歲以上|占18.6%
        if lead.is_empty() && self.rest(quantity.end).starts_with('占') {
            return Some((quantity.clone(), quantity.end));
        }
        let is_there = self.is_there(head, quantity.start);
        // 有約300人到場: the number is all
        if is_there
            && is_people_alone(mention)
            && !self.rest(quantity.end).starts_with('口')
            && self.goes_on_as_predicate(quantity.end, self.text.end)
        {
            return Some((quantity.clone(), quantity.end));
        }
        // 44%認為力度不足, 200人獲獎
        let is_alone = is_people_alone(mention) || mention.item.role == Role::Percent;
        let next = self.word_at(quantity.end, self.text.end);
        let acts = matches!(next.pos, Some(Pos::Verb)) && !is_single(next.text) && !self.moves(quantity.end);
        if lead.is_empty() && is_alone && acts && !self.rest(next.end).starts_with(['的', '率']) {
            return Some((quantity.clone(), quantity.end));
        }
        // 87人|不治
        let ends = |c: char| c.is_alphabetic() && c != '的';
        let after = self.rest(quantity.end);
        let is_short =
            (2..=4).contains(&after.chars().count()) && after.chars().all(ends) && next.pos != Some(Pos::Noun);
        if lead.is_empty() && is_people_alone(mention) && is_short && !self.moves(quantity.end) {
            return Some((quantity.clone(), quantity.end));
        }
        let is_of = self.rest(quantity.end).starts_with('的');
        let named =
            || self.cues.iter().all(|found| found.start >= quantity.start || !self.begins_predicate(found, head));
        // 全縣兩成老人
        let is_portion = || {
            let next = self.word_at(quantity.end, self.text.end);
            matches!(mention.item.role, Role::Percent | Role::Fraction) && next.pos == Some(Pos::Noun) && named()
        };
        let is_led = is_ordered || lead.is_empty() || lead.ends_with(['的', '这', '该', '另', '后']) && named();
        // 南部33個測站
        let is_placed = || {
            let word = self.word_at(head, first.text.start as usize);
            let is_place =
                matches!(word.pos, Some(Pos::Place | Pos::Localiser)) || word.text.starts_with(['全', '本', '各']);
            is_place && word.end == first.text.start as usize && lead.chars().count() <= 3
        };
        // 涉嫌洗錢的17名嫌犯被押往法庭
        let is_related = || {
            let verb = self.word_at(head, quantity.start).pos;
            let is_near = lead.chars().count() <= 12 && lead.matches('的').count() == 1;
            is_near && lead.ends_with('的') && matches!(verb, Some(Pos::Verb | Pos::VerbalNoun))
        };
        let is_led = is_led || is_portion() || is_placed() || is_related();
        // 目標價是基於7倍的本益比: the copula is the predicate
        let is_of = is_of && !COPULAS.iter().any(|copula| lead.contains(copula) && !lead.ends_with(copula));
        // 公司獲得3億元的貸款: what has a subject of its own before it is the predicate
        let is_said = |found: &Found| {
            matches!(found.cue, Cue::Verb | Cue::Preposition | Cue::Has) && found.start > head + '总'.len_utf8()
        };
        let is_of =
            is_of && !self.predicate_verb(head).is_some_and(|verb| verb.end <= quantity.start && is_said(&verb));
        if !(is_there || is_led || is_of && !lead.is_empty()) || !(is_of || self.is_counting(quantity.start)) {
            return None;
        }
        let noun = quantity.end + if is_of { '的'.len_utf8() } else { 0 };
        let end = Some(self.text.end).filter(|_| is_ordered && self.is_counting(quantity.start));
        let predicate = self.next_predicate(quantity.start, noun + 1).or_else(|| self.ending_verb(noun)).or(end)?;
        let name = self.reader.text.get(noun..predicate)?.trim();
        let is_name = (2..=14).contains(&name.chars().count()) && name.chars().all(|c| c.is_alphanumeric() || c == '·');
        let is_name =
            is_name && !(is_related() && !named() && self.rest(predicate).starts_with(['并', '以', '来', '用', '送']));
        let later = |start: usize| start >= predicate;
        let is_share = !self.is_counting_people(quantity.start) && (is_of || is_portion());
        let says = is_there
            || is_share
            || is_ordered
            || is_related()
            // 200多名群眾排隊等候
            || lead.is_empty() && self.acts_alone(noun, predicate)
            || (lead.is_empty() || lead.ends_with(['的', '这'])) && self.is_noun_at(noun) && self.is_copula(predicate)
            || self.quantity_spans().chain(self.time_spans()).any(|mention| later(mention.start));
        let start = if is_there { quantity.start } else { head };
        (is_name && says).then_some((start..predicate, predicate))
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

    /// Whether a word of change stands at a place.
    fn moves(&self, at: usize) -> bool {
        self.cue_from(at).is_some_and(|found| matches!(found.cue, Cue::Direction(_) | Cue::Both(..) | Cue::Basis(_)))
    }

    /// Whether a noun, or a word that may be a name, stands at a place.
    fn is_noun_at(&self, at: usize) -> bool {
        let pos = self.word_at(at, self.text.end).pos;
        matches!(pos, None | Some(Pos::Noun | Pos::Person | Pos::Place | Pos::Name))
    }

    /// Whether 是, an adverb or a preposition stands at a place.
    fn is_copula(&self, at: usize) -> bool {
        let word = self.word_at(at, self.text.end);
        COPULAS.contains(&word.text) || matches!(word.pos, Some(Pos::Adverb | Pos::Preposition))
    }

    /// Whether the quantity at a place is no share.
    fn is_counting_people(&self, start: usize) -> bool {
        let mut mentions = self.quantities.clone().filter_map(|i| self.reader.quantities.get(i as usize));
        let mention = mentions.find(|mention| mention.text.start as usize == start);
        let dimension = mention.and_then(|mention| mention.item.unit.as_ref()).map(crate::unit::Unit::dimension);
        dimension != Some(Dimension::Ratio)
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
        let mut mentions = self.quantities.clone().filter_map(|i| self.reader.quantities.get(i as usize));
        let mention = mentions.find(|mention| mention.text.start as usize == start);
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
        let text = self.reader.text;
        let slice = |to: usize| text.get(at..to).unwrap_or_default();
        let mention = self.quantity_spans().chain(self.time_spans()).find(|mention| mention.start == at);
        if let Some(mention) = mention {
            return Word { text: slice(mention.end), end: mention.end, pos: Some(Pos::Numeral) };
        }
        let rest = self.rest(at);
        let first = rest.chars().next().unwrap_or(' ');
        if let Some(length) = closing(first).and_then(|close| rest.find(close).map(|length| length + close.len_utf8()))
        {
            return Word { text: slice(at + length), end: at + length, pos: Some(Pos::Noun) };
        }
        let mut to = at + first.len_utf8();
        while to < end {
            match self.reader.lexed.word_across(to).filter(|word| word.start <= at) {
                Some(word) => to = word.end,
                None => break,
            }
        }
        // a body that the dictionary takes for a verb
        let pos = general::get(slice(to)).map(|word| word.pos);
        let pos = pos.map(|pos| if pos == Pos::Verb && slice(to).ends_with(BODIES) { Pos::Noun } else { pos });
        Word { text: slice(to), end: to, pos }
    }

    /// Whether a word cannot stand inside the noun phrase before it.
    fn ends_phrase(&self, word: &Word<'_>, before: Option<&str>, end: usize) -> bool {
        if word.text.ends_with(['是', '乃']) && COPULAS.contains(&word.text) {
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
        let inside = self.reader.text.get(word.end..end).unwrap_or_default();
        let is_aspect = after.starts_with(['了', '着', '过']) || is_long && is_reached();
        // 林立以9秒8的成績奪冠
        if word.text == "以" && self.quantity_begins(self.skip_marks(word.end)) {
            return true;
        }
        if matches!(word.text, "凭" | "凭借" | "借助" | "依靠") {
            return true;
        }
        // 本作改編的動畫: what stands before 的 belongs to a noun
        if inside.contains('的') || after.starts_with('的') || before == Some("的") || LIMITS.contains(&word.text) {
            return false;
        }
        match word.pos {
            Some(Pos::Adverb) if is_long => true,
            Some(Pos::Adverb | Pos::Other) | None => {
                // 林國才（57歲）: 才 ends a name
                let denies = matches!(word.text, "不" | "没" | "未");
                denies
                    || "已也都又仍还就才将曾却并便正即竟".contains(word.text)
                        && self.goes_on_as_predicate(word.end, end)
            }
            Some(Pos::Preposition) => !JOINTS.contains(&word.text),
            // 航班受罷工波及, 該店靠外賣平台, 房租按5%的比例
            _ if !is_long && CAUSES_OF.contains(&word.text) => true,
            // 警方經調查後拘捕
            _ if word.text == "经" => {
                let next = self.word_at(word.end, self.text.end);
                !is_single(next.text) && matches!(next.pos, Some(Pos::Verb | Pos::VerbalNoun))
            }
            // 未入賬訂單, 已婚人士: an attribute
            // 受訪者想生孩子
            Some(Pos::Verb) if !is_long && "想愿肯敢".contains(word.text) => {
                self.goes_on_as_predicate(word.end, end)
            }
            Some(Pos::Verb) if before.is_some_and(|before| ATTRIBUTIVE.contains(&before)) => false,
            Some(Pos::Verb) if may_measure(word.text) => false,
            // 黃牛票|炒至原價10倍, but 截至
            Some(Pos::Verb) if !is_long && after.starts_with(['至', '到']) => {
                !"截直甚以".contains(word.text) && self.quantity_spans().any(|quantity| quantity.start > word.end)
            }
            // 公司|考慮|裁減2000個職位
            Some(Pos::Verb) if is_long && word.end >= end && self.is_auxiliary(word) => true,
            Some(Pos::Verb) => (is_long || is_aspect) && !self.is_part_of_noun(word, end),
            Some(Pos::VerbalNoun) => is_aspect,
            _ => false,
        }
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
    fn goes_on_as_predicate(&self, at: usize, end: usize) -> bool {
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
        word.end >= end || is_single || is_tail
    }
}

/// Whether a quantity counts persons by themselves: 300人.
fn is_people_alone(mention: &Mention<Quantity>) -> bool {
    mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::People && unit.symbol() == "人")
}

/// Whether a word is one character.
fn is_single(word: &str) -> bool {
    word.chars().nth(1).is_none()
}
