//! Where a noun phrase ends by its words: before the first adverb, preposition or verb that is no part of it.
//!
//! The cues of [`super::frame`] are the words that this crate knows; the general words with their parts of speech are the
//! evidence for all others. Imports [`super::frame`], whose reader of clauses this belongs to.

use super::clause::Found;
use super::frame::Framer;
use super::verb::CAUSES;
use super::words::is_measure_name;
use crate::general::{self, Pos};
use crate::vocabulary::{ACTORS, NOUN_TAILS};

/// 是 with what stands before it in one word.
const COPULAS: &[&str] = &["是", "就是", "乃是", "都是", "也是", "仍是", "则是", "便是", "即是", "不是", "正是", "乃"];

/// Words that limit or compare what follows, inside a noun phrase too: 最大的, 約三成, 平均氣溫.
const LIMITS: &[&str] = &[
    "最", "更", "较", "很", "极", "太", "约", "近", "共", "总", "均", "每", "平均", "至少", "大约", "非", "不", "多",
    "合计", "逐", "全", "仅", "单", "净", "现", "新", "再", "初", "近乎", "人均", "日均", "年均", "月均", "户均",
    "有关", "相关",
];

/// Prepositions that join nouns.
const JOINTS: &[&str] = &["和", "与", "同", "跟", "及", "以及", "或", "每", "当", "比"];

/// Words that make an attribute of the verb behind them, at the head of a phrase.
const ATTRIBUTIVE: &[&str] = &["未", "非", "待", "已", "拟", "在", "新", "所"];

/// Nouns of what is measured that are verbs too, or end a name with a verb in it.
const MEASURES: &[&str] = &[
    "人次", "损失", "订单", "利润", "净利", "收益", "成本", "需求", "产能", "赤字", "盈余", "负债", "资产", "贷款",
    "存款", "投资", "消费", "规模", "人口", "库容", "控股", "开支", "投入",
];

/// A word of a clause.
struct Word<'t> {
    text: &'t str,
    end: usize,
    pos: Option<Pos>,
}

impl<'r> Framer<'_, 'r> {
    /// Where in a stretch the first word stands, but not at its head, that a noun phrase does not hold.
    pub(super) fn predicate_word(&self, head: usize, end: usize, verb: Option<&Found>) -> Option<usize> {
        let phrase = self.reader.text.get(head..end).unwrap_or_default().trim_end();
        // 家庭月收入中位數, 兩車相撞造成
        if is_measure(phrase) || verb.is_some_and(|verb| CAUSES.contains(&self.word(verb))) {
            return None;
        }
        let mut at = head;
        let mut before = None;
        while at < end {
            let word = self.word_at(at, end);
            if before.is_some() && self.ends_phrase(&word, before, end) {
                return Some(at);
            }
            // 對共建國家出口: what a preposition begins is one phrase
            if before.is_none() && word.pos == Some(Pos::Preposition) {
                return None;
            }
            before = Some(word.text);
            at = word.end;
        }
        None
    }

    /// The word at a place: a number, a time, a bracket or a name in quotation marks as one.
    fn word_at(&self, at: usize, end: usize) -> Word<'r> {
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
        Word { text: slice(to), end: to, pos: general::get(slice(to)).map(|word| word.pos) }
    }

    /// Whether a word cannot stand inside the noun phrase before it.
    fn ends_phrase(&self, word: &Word<'_>, before: Option<&str>, end: usize) -> bool {
        if COPULAS.contains(&word.text) {
            return true;
        }
        let behind = self.rest(word.end);
        let inside = self.reader.text.get(word.end..end).unwrap_or_default();
        let is_aspect = behind.starts_with(['了', '着', '过']);
        // 本作改編的動畫: what stands before 的 belongs to a noun
        if inside.contains('的') || behind.starts_with('的') || before == Some("的") || LIMITS.contains(&word.text) {
            return false;
        }
        let is_long = word.text.chars().nth(1).is_some();
        match word.pos {
            Some(Pos::Adverb) if is_long => true,
            Some(Pos::Adverb) => {
                // 林國才（57歲）: 才 ends a name
                "已也都又仍还就才将曾却并便正即竟未".contains(word.text) && self.goes_on_as_predicate(word.end, end)
            }
            Some(Pos::Preposition) => !JOINTS.contains(&word.text),
            // 未入賬訂單, 已婚人士: an attribute
            Some(Pos::Verb) if before.is_some_and(|before| ATTRIBUTIVE.contains(&before)) => false,
            Some(Pos::Verb) if is_measure(word.text) => false,
            Some(Pos::Verb) => (is_long || is_aspect) && !self.is_part_of_noun(word, end),
            Some(Pos::VerbalNoun) => is_aspect,
            _ => false,
        }
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

    /// Whether a verb is a part of the noun that goes on behind it: 加工板塊.
    fn is_part_of_noun(&self, word: &Word<'_>, end: usize) -> bool {
        let behind = self.rest(word.end);
        if behind.starts_with(['了', '着', '过']) {
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
        word.end >= end || is_single || NOUN_TAILS.longest(behind).is_some() || ACTORS.longest(behind).is_some()
    }
}

/// Whether a phrase ends with the name of what is measured.
fn is_measure(phrase: &str) -> bool {
    is_measure_name(phrase) || MEASURES.iter().any(|end| phrase.ends_with(end))
}

/// The mark that closes what a mark opens.
const fn closing(open: char) -> Option<char> {
    Some(match open {
        '（' => '）',
        '(' => ')',
        '《' => '》',
        '“' => '”',
        '「' => '」',
        '『' => '』',
        _ => return None,
    })
}
