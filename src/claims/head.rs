//! What stands before the subject of a clause: times, causes, views, and the words that lead to it.
//!
//! Imports [`super::frame`], whose reader of clauses this belongs to, and the tables.

use super::clause::Found;
use super::frame::{Framer, is_duration};
use super::words::Cue;
use crate::any_of::{WordSet, any_of};
use crate::article::Modality;
use crate::chars::{self, one_of};
use crate::general::{self, Pos};
use crate::vocabulary::{BEFORE_TIME, CUES, HEADS, NOW};

/// What ends a time, the longer ones first.
pub(super) const INSIDE: [&str; 7] = ["期间", "之内", "以内", "之间", "内", "间", "里"];

impl Framer<'_, '_> {
    /// After the words before a subject, and whether 其中 was among them.
    pub(super) fn head(&self, from: usize) -> (usize, bool) {
        let (mut at, mut part) = (self.skip_marks(from), false);
        loop {
            match self.timed_head(at) {
                Some(Some(next)) => {
                    at = next;
                    continue;
                }
                Some(None) => break,
                None => {}
            }
            // 預計今年產量將達: what is expected begins after it
            let expected = self.expectation_at(at).filter(|end| *end < self.text.end);
            let expected = expected.or_else(|| self.event_at(at)).or_else(|| self.viewpoint_at(at));
            let expected = expected.or_else(|| self.each_many(at));
            if let Some(end) = expected.or_else(|| self.cause_at(at)) {
                at = self.skip_marks(end);
                continue;
            }
            let Some(((), length)) = HEADS.longest(self.rest(at)) else {
                match self.connective(at).filter(|_| !self.begins_condition(at)) {
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
            // 每月供款: the causative verbs head a clause, and 供款 is no 供
            let causes =
                matches!(self.rest(at).get(..length), Some("使" | "令" | "让" | "供")) && at > self.skip_marks(from);
            if self.rest(next).starts_with('的') {
                let Some(after) = self.after_of(at, next) else { break };
                at = self.skip_marks(after);
                continue;
            }
            let longer = longer || causes || self.reader.lexed.word_across(next).is_some_and(|word| word.start >= at);
            if longer || next >= self.text.end && at > from {
                break;
            }
            part |= matches!(self.rest(at).get(..length), Some("其中" | "当中"));
            at = self.skip_marks(next);
        }
        (at, part)
    }

    /// After the time at the head of a clause, or the word that leads to it, or nothing where it belongs to the subject; `None`
    /// where no time begins.
    pub(super) fn timed_head(&self, at: usize) -> Option<Option<usize>> {
        if let Some(end) = self.time_at(at) {
            // 2009年時的人口: the time is of the subject
            let is_free = !self.rest(end).starts_with("时的");
            return Some(is_free.then(|| self.after_times(end)));
        }
        // 截至6月底, 在2023年
        let mut before = BEFORE_TIME.all(self.rest(at)).map(|(_, length)| self.skip_marks(at + length));
        if let Some(time) = before.find(|time| self.time_at(*time).is_some()) {
            return Some((!self.leads_to_start(at, time)).then_some(time));
        }
        if self.names_last(at) {
            return Some(None);
        }
        let end = self.mean_of_each(at).or_else(|| self.first_days(at))?;
        Some(Some(self.after_times(end)))
    }

    /// After the 的 of a time in words, before the subject: 目前的|油價.
    pub(super) fn after_of(&self, at: usize, next: usize) -> Option<usize> {
        let after = next + '的'.len_utf8();
        let word = self.text_of(&(at..next));
        let is_time = general::get(word).is_some_and(|word| word.pos == Pos::Time) || NOW.contains(word);
        (is_time || self.time_at(after).is_some()).then_some(after)
    }

    /// Whether the last one of a kind begins at a place: 最後|一名學員.
    pub(super) fn names_last(&self, at: usize) -> bool {
        let kind = self.rest(at).strip_prefix("最后一");
        kind.is_some_and(|kind| !kind.starts_with(['年', '天', '月', '周', '日', '季']))
    }

    /// After the time that the mean of what follows is of: 平均每月|電費.
    pub(super) fn mean_of_each(&self, at: usize) -> Option<usize> {
        let end = self.time_at(at + "平均".len()).filter(|end| !self.cue_at(*end))?;
        let lead = self.text_of(&(at..end));
        (lead.starts_with("平均每") && !lead.contains(chars::is_digit)).then_some(end)
    }

    /// After the first days or weeks of what was told of, before a noun: 首六日|酒店平均入住率.
    pub(super) fn first_days(&self, at: usize) -> Option<usize> {
        let start = self.text.end - self.rest(at).strip_prefix(['首', '头'])?.len();
        let end = self.mention_at(start).filter(|mention| is_duration(mention))?.text.end as usize;
        (self.is_noun_at(end) && !self.cue_at(end) && self.rest(end).starts_with(chars::is_han)).then_some(end)
    }

    /// After the words at the head of a clause that lead to what caused the one before: 主要由於|成本上升8%.
    pub(super) fn cause_at(&self, at: usize) -> Option<usize> {
        if at > self.text.start + '的'.len_utf8() {
            return None;
        }
        let inner = super::clause::after_cause(self.rest(at), self.reader.text.get(..at)?)?;
        let start = self.text.end - inner.len();
        let moved = self.cues.iter().find(|found| {
            matches!(found.cue, Cue::Direction(_) | Cue::Both(..)) && found.start >= start + '成'.len_utf8() * 2
        })?;
        let named = self.reader.text.get(start..moved.start)?;
        let counted = self.quantity_spans().any(|quantity| quantity.start >= moved.end);
        (counted && !named.contains(['，', '的', '影'])).then_some(start)
    }

    /// After an event in one word, when something is so: 改造後|產能可達, 通車後|客量升至; not 成立後累計投資.
    pub(super) fn event_at(&self, at: usize) -> Option<usize> {
        const EVENT: usize = '改'.len_utf8() * 2;
        let rest = self.rest(at);
        let after = rest.get(EVENT..)?;
        let next = after.strip_prefix(['以', '之']).unwrap_or(after).strip_prefix('后')?;
        let is_verb = general::longest_at(rest)
            .is_some_and(|word| word.length == EVENT && matches!(word.pos, Pos::Verb | Pos::VerbalNoun));
        let is_event = is_verb || CUES.longest(rest).is_some_and(|(cue, length)| cue == Cue::Verb && length == EVENT);
        let other = [Pos::Verb, Pos::Adverb, Pos::Preposition, Pos::Conjunction, Pos::Localiser];
        let word = general::longest_at(next).filter(|word| word.length > '一'.len_utf8());
        let is_longer = |cue: usize| {
            word.as_ref().is_some_and(|word| word.length > cue || word.pos == Pos::Noun && word.length == cue)
        };
        let is_thing = next.starts_with(chars::is_han)
            && word.as_ref().is_none_or(|word| !other.contains(&word.pos))
            && CUES.longest(next).is_none_or(|(cue, length)| cue == Cue::Short || is_longer(length));
        (is_event && is_thing).then_some(self.text.end - next.len())
    }

    /// After the many that what follows is counted for: 每千人|擁有企業41家; not 每人 and 每百人中.
    pub(super) fn each_many(&self, at: usize) -> Option<usize> {
        let many = self.rest(at).strip_prefix('每')?;
        let whom = many.trim_start_matches(|c: char| one_of!("十百千万").contains(c) || c.is_ascii_digit());
        let rest =
            any_of!["人口", "常住人口", "人", "户", "名"].strip_prefix(whom).filter(|_| whom.len() < many.len())?;
        let end = self.text.end - rest.len();
        let goes_on = rest.starts_with(chars::is_han) && !rest.starts_with(['中', '里', '的', '就', '有', '达', '仅']);
        (goes_on && !self.quantity_begins(end)).then_some(end)
    }

    /// After the words that say for whom something is so: 對企業來說|這是, 就全縣而言|收入增長.
    pub(super) fn viewpoint_at(&self, at: usize) -> Option<usize> {
        const FAR: usize = 20;
        const ENDS: &WordSet = any_of!["来说", "而言", "来讲", "来看"];
        let rest = self.rest(at);
        if !rest.starts_with(['对', '就', '从', '以']) {
            return None;
        }
        let mut places = rest.char_indices().take(FAR).take_while(|(_, c)| chars::is_han(*c)).skip(2);
        let end = places.find_map(|(place, _)| Some(rest.len() - ENDS.strip_prefix(rest.get(place..)?)?.len()))?;
        Some(at + end)
    }

    /// Where the word ends that expects what begins after it.
    pub(super) fn expectation_at(&self, at: usize) -> Option<usize> {
        let expects = |found: &&Found| {
            found.start == at && matches!(found.cue, Cue::Modality(Modality::Forecast | Modality::Estimate))
        };
        self.cues.iter().find(expects).map(|found| found.end)
    }

    /// Whether a time after 從 or 由 is that of the number where a change began: 從去年的8萬宗|降至7萬宗.
    pub(super) fn leads_to_start(&self, at: usize, time: usize) -> bool {
        let end = self.time_at(time).filter(|_| self.rest(at).starts_with(['从', '由']));
        end.is_some_and(|end| self.rest(end).starts_with('的') && self.quantity_begins(end + '的'.len_utf8()))
    }

    /// After a time, and before another that is joined to it: 2019年、2021年和2023年.
    pub(super) fn after_times(&self, end: usize) -> usize {
        let at = self.after_time(end);
        let joined = self.rest(at).strip_prefix(['和', '及', '与']);
        let joined = joined.map(|rest| self.skip_marks(self.text.end - rest.len()));
        joined.filter(|next| self.time_at(*next).is_some()).unwrap_or(at)
    }

    /// After a time: 今午（5月4日）, 4月底的.
    pub(super) fn after_time(&self, end: usize) -> usize {
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
        // 端午節|假期
        let feast = any_of!["小长假", "长假", "假期", "连假", "黄金周"].strip_prefix(rest);
        let rest = feast.filter(|rest| !rest.is_empty()).unwrap_or(rest);
        // 5月|中的訂單量
        let rest = rest.strip_prefix("中的").or_else(|| rest.strip_prefix('的')).unwrap_or(rest);
        let rest = inside_time(rest).unwrap_or(rest);
        self.skip_marks(self.text.end - rest.len())
    }
}

/// After the word that ends a time, with more of the clause to come: 未來三年|內|將增聘, but not 今年|內需.
fn inside_time(rest: &str) -> Option<&str> {
    let word = INSIDE.into_iter().find(|word| rest.starts_with(word))?;
    let is_whole = || general::longest_at(rest).is_none_or(|longest| longest.length <= word.len());
    rest.get(word.len()..).filter(|after| !after.is_empty() && is_whole())
}
