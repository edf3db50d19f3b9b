//! Clauses: a paragraph is cut into sentences and clauses at its stops, and the cues of each are read.
//!
//! A stop inside a quantity, a time, a short quotation or a bracket ends nothing. Imports [`super::words`].

use alloc::vec::Vec;
use core::ops::Range;

use super::words::Cue;
use crate::any_of::{WordSet, any_of};
use crate::article::{Mention, PassageData, Range32};
use crate::chars;
use crate::general::{self, Pos};
use crate::lexer::Lexed;
use crate::mentions::Reader;
use crate::quantity::{Quantity, Role};
use crate::unit::Dimension;
use crate::vocabulary::{CUES, EFFECTS};

/// A cue where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) cue: Cue,
    /// First byte in the text.
    pub(super) start: usize,
    /// After its last byte.
    pub(super) end: usize,
}

impl Found {
    /// Whether it is the adverb that begins the word whose verb follows at `at`: 已有, 只得.
    fn begins_word(&self, lexed: &Lexed<'_>, at: usize) -> bool {
        let word = || lexed.word_across(at).is_some_and(|word| word.start == self.start);
        self.cue == Cue::Adverb && self.end == at && word()
    }
}

/// A clause with what stands in it.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// Its text, without the blanks around it.
    pub(super) text: Range<usize>,
    /// The stop after it.
    pub(super) stop: Option<char>,
    pub(super) quantities: Range32,
    pub(super) times: Range32,
    /// Its cues, in the list of the paragraph.
    pub(super) cues: Range<usize>,
}

/// The clauses of a paragraph, and their cues.
#[derive(Debug, Default)]
pub(super) struct Clauses {
    pub(super) list: Vec<Clause>,
    pub(super) cues: Vec<Found>,
}

/// Whether a character may end a clause, or opens what no stop cuts.
const fn is_mark(c: char) -> bool {
    // most characters are ideographs
    !matches!(c, '\u{3400}'..='\u{9FFF}') && may_end(c)
}

const fn may_end(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '！' | '？' | ';' | '!' | '?' | '\n' | '\r' | ',' | '：' | ':' | '、')
        || closing(c).is_some()
}

/// Whether a stop ends the sentence.
pub(super) const fn ends_sentence(stop: Option<char>) -> bool {
    matches!(stop, None | Some('。' | '！' | '？' | '!' | '?' | '\n' | '\r'))
}

/// The mark that closes a bracket or quotation that no stop inside cuts, while it is short.
pub(super) const fn closing(open: char) -> Option<char> {
    Some(match open {
        '（' => '）',
        '(' => ')',
        '《' => '》',
        '“' => '”',
        '「' => '」',
        '『' => '』',
        '【' => '】',
        _ => return None,
    })
}

/// How many bytes a bracket or quotation may have that is not cut.
const SHORT: usize = 120;

impl Clauses {
    /// Cuts a passage.
    pub(super) fn read(&mut self, reader: &Reader<'_>, passage: &PassageData) {
        self.list.clear();
        self.cues.clear();
        let whole = passage.slice.text.start as usize..passage.slice.text.end as usize;
        let mut quantities = passage.quantities.clone();
        let mut times = passage.times.clone();
        let mut start = whole.start;
        while start < whole.end {
            let Border { end, stop, next } = clause_end(reader, start, whole.end, &quantities, &times);
            let effect =
                effect_after(reader, start..end, &quantities).or_else(|| cause_after(reader, start..end, &quantities));
            let Border { end, stop, next } = effect.map_or(Border { end, stop, next }, Border::before);
            let text = trim(reader.text, start..end);
            let own = take(&mut quantities, |i| reader.quantities.get(i).map(|m| m.text.clone()), end);
            let own_times = take(&mut times, |i| reader.times.get(i).map(|m| m.text.clone()), end);
            let from = self.cues.len();
            self.read_cues(reader, &text, &own, &own_times);
            if !text.is_empty() {
                let cues = from..self.cues.len();
                self.list.push(Clause { text, stop, quantities: own, times: own_times, cues });
            } else if let (Some(last), Some(stop)) = (self.list.last_mut(), stop) {
                // 」。 ends the sentence of the clause before it
                last.stop = Some(stop).filter(|stop| ends_sentence(Some(*stop))).or(last.stop);
            }
            start = next;
        }
    }

    /// The cues of a clause, in order; none inside a quantity, and none that begins inside a time.
    fn read_cues(&mut self, reader: &Reader<'_>, clause: &Range<usize>, quantities: &Range32, times: &Range32) {
        let (mut quantity, mut time) = (quantities.start, times.start);
        let (mut at, mut mention_end) = (clause.start, clause.start);
        while let Some(c) = chars::at(reader.text, at).filter(|_| at < clause.end) {
            let inside = past(&reader.quantities, &mut quantity, quantities.end, at)
                .or_else(|| past(&reader.times, &mut time, times.end, at));
            if let Some(end) = inside {
                (at, mention_end) = (end, end);
                continue;
            }
            // 盈利（未計特殊項目）升3%: what is left out or held says nothing
            if let Some(end) = explaining(reader, at, clause.end, quantity, time) {
                at = end;
                continue;
            }
            // most places begin none
            if !CUES.begins(c) {
                at += c.len_utf8();
                continue;
            }
            // 從|前年: 從前 is no word before a time
            let leads = c == '从'
                && reader.times.get(time as usize).is_some_and(|time| time.text.start as usize == at + '从'.len_utf8());
            if leads && time < times.end {
                self.cues.push(Found { cue: Cue::Preposition, start: at, end: at + '从'.len_utf8() });
                at += '从'.len_utf8();
                continue;
            }
            let is_free =
                at == mention_end || self.cues.last().is_some_and(|found| found.begins_word(reader.lexed, at));
            let rest = reader.text.get(at..clause.end).unwrap_or_default();
            let length = match cue(reader.lexed, at, is_free, rest) {
                Some((cue, length)) => {
                    self.cues.push(Found { cue, start: at, end: at + length });
                    length
                }
                None => c.len_utf8(),
            };
            at += length;
        }
    }
}

/// After a bracket at a place that tells what a number holds or leaves out, without a number of its own.
fn explaining(reader: &Reader<'_>, at: usize, limit: usize, quantity: u32, time: u32) -> Option<usize> {
    const LEADS: &WordSet = any_of!["未", "不", "扣", "已扣", "已含", "含", "撇除", "剔除", "连同", "包括"];
    let rest = reader.text.get(at..limit)?;
    let inner = rest.strip_prefix(['（', '('])?;
    let close = inner.char_indices().take(16).find(|(_, c)| matches!(c, '）' | ')'))?.0;
    let inside = inner.get(..close).filter(|inside| LEADS.begins(inside) && !inside.contains(['，', '。']))?;
    let end = at + rest.len() - inner.len() + inside.len() + rest.chars().next().map_or(0, char::len_utf8);
    let starts_in = |start: Option<u32>| start.is_some_and(|start| (start as usize) < end);
    let has_number = starts_in(reader.quantities.get(quantity as usize).map(|mention| mention.text.start))
        || starts_in(reader.times.get(time as usize).map(|mention| mention.text.start));
    (!has_number).then_some(end)
}

/// Whether the 起 at a place says that prices rise, as in Singapore and Malaysia: 海指起0.3%, but not 公告之日起30天.
fn rises(lexed: &Lexed<'_>, at: usize) -> bool {
    let text = lexed.text();
    let (head, tail) = text.split_at_checked(at).unwrap_or_default();
    let number = tail.get('起'.len_utf8()..).unwrap_or_default();
    let after = number.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let unit = || lexed.cursor(text.len() - after.len()..text.len()).unit();
    after.len() < number.len()
        && unit().is_none_or(|(unit, _)| unit.dimension() != Dimension::Duration)
        && !head.ends_with(['日', '时', '月', '年', '季', '天', '周', '即'])
}

/// The longest cue at a place. One of two characters at most is none where a word stands across its start, unless it is free:
/// a number, a time or the word's adverb ends there, and one of a single character none where a word goes on: 冬季|減少 has
/// no 季減, 全國|有 no 國有.
fn cue(lexed: &Lexed<'_>, at: usize, is_free: bool, rest: &str) -> Option<(Cue, usize)> {
    let text = lexed.text();
    // names of persons are rarer than their characters are verbs, but 向陽村 has no preposition
    let stands = |word: Range<usize>| {
        rest.starts_with(['向', '从', '对', '由', '在'])
            || !matches!(text.get(word).and_then(general::get), Some(word) if matches!(word.pos, Pos::Person | Pos::Name))
    };
    let is_torn = || !is_free && lexed.word_across(at).filter(|word| word.start < at).is_some_and(stands);
    // 每增加1人: what would be, and no change
    let is_each = || text.get(..at).is_some_and(|head| head.ends_with('每'));
    let found = CUES.all(rest).find(|(cue, length)| {
        let end = at + length;
        if matches!(cue, Cue::Direction(_)) && is_each() {
            return false;
        }
        if rest.starts_with('起') && !rest.starts_with("起幅") && matches!(cue, Cue::Direction(_)) && !rises(lexed, at)
        {
            return false;
        }
        let count = text.get(at..end).unwrap_or_default().chars().count();
        // 低|收入 has no 低收
        let is_split = || {
            let word = lexed.word_across(end).filter(|word| at < word.start && word.start < end);
            word.is_some_and(|word| !matches!(text.get(end..word.end), Some("至" | "到" | "破" | "近" | "逾")))
        };
        // 少過去年同期 compares
        let is_over_year = || {
            rest.get(..*length).is_some_and(|word| word.ends_with('过'))
                && rest.get(*length..).is_some_and(|after| after.starts_with("去年"))
        };
        if count == 2 && matches!(cue, Cue::Direction(_)) && is_split() && !is_over_year() {
            return false;
        }
        // 花掉, 賣完 are 花 and 賣
        let goes_on =
            |word: &Range<usize>| word.start >= at && !matches!(text.get(end..word.end), Some("掉" | "完" | "光"));
        // 發行人 is no 發行
        let is_inside_noun = || {
            let word = lexed.word_across(end).filter(|word| word.start == at);
            word.and_then(|word| text.get(word))
                .and_then(general::get)
                .is_some_and(|word| matches!(word.pos, Pos::Noun | Pos::Name))
        };
        if count > 1 && matches!(cue, Cue::Verb | Cue::Modality(_)) && is_inside_noun() {
            return false;
        }
        // 拒絕率 denies nothing, 預期值 expects nothing
        let names = || rest.get(*length..).is_some_and(|after| after.starts_with(['率', '者', '值', '函', '书']));
        if matches!(cue, Cue::Modality(_) | Cue::Negation) && count > 1 && names() {
            return false;
        }
        // 以投資為名, 為主, 為期: 為 is the copula in all of them
        let is_cut = || !rest.starts_with('为') && lexed.word_across(end).filter(goes_on).is_some_and(stands);
        !(count < 3 && is_torn()) && (count > 1 || *cue == Cue::Adverb || !is_cut())
    });
    found.map(|(cue, length)| (if is_rather(lexed, at, rest, length) { Cue::Adverb } else { cue }, length))
}

/// Whether 較 before an adjective only says rather so: 較快, 較明顯.
fn is_rather(lexed: &Lexed<'_>, at: usize, rest: &str, length: usize) -> bool {
    let next = || rest.get(length..).and_then(general::longest_at);
    rest.get(..length) == Some("较")
        && next().is_some_and(|word| {
            let is_often = rest.get(length..length + word.length) == Some("常");
            (is_often || word.pos == Pos::Adjective) && lexed.word_across(at + length + word.length).is_none()
        })
}

/// Where a clause ends.
struct Border {
    end: usize,
    /// The stop there, or what stands for it.
    stop: Option<char>,
    /// Where the next clause begins.
    next: usize,
}

impl Border {
    /// Where a clause goes on without a stop.
    const fn before(next: usize) -> Self {
        Self { end: next, stop: Some('，'), next }
    }

    const fn at(end: usize, stop: char) -> Self {
        Self { end, stop: Some(stop), next: end + stop.len_utf8() }
    }
}

/// Where the clause that begins at `start` ends.
fn clause_end(reader: &Reader<'_>, start: usize, limit: usize, quantities: &Range32, times: &Range32) -> Border {
    let (mut quantity, mut time) = (quantities.start, times.start);
    let mut at = start;
    while let Some(rest) = reader.text.get(at..limit).filter(|rest| !rest.is_empty()) {
        let Some(found) = rest.find(is_mark) else { break };
        at += found;
        let Some(c) = reader.text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        if let Some(end) = past(&reader.quantities, &mut quantity, quantities.end, at)
            .or_else(|| past(&reader.times, &mut time, times.end, at))
        {
            at = end;
        } else if c == '、' {
            if parts_clauses(reader, start..at, limit, quantities) {
                return Border::at(at, c);
            }
            at += c.len_utf8();
        } else if let Some(close) = closing(c) {
            let pair = short_pair(reader.text.get(at..limit).unwrap_or_default(), close);
            let end = at + pair.unwrap_or(c.len_utf8());
            if pair.is_some() && matches!(c, '（' | '(') && ends_with_bracket(reader, start..at, end..limit, quantities)
            {
                return Border { end, stop: Some('，'), next: end };
            }
            at = end;
        } else if c == '，' && goes_on_from(reader, start..at, quantities) {
            at += c.len_utf8();
        } else {
            return Border::at(at, c);
        }
    }
    Border { end: limit, stop: None, next: limit + 1 }
}

/// Where the effect begins that a change right before it has, without a stop between: 價格上漲8%|導致需求減少3%.
fn effect_after(reader: &Reader<'_>, clause: Range<usize>, quantities: &Range32) -> Option<usize> {
    const FAR: usize = 60;
    // what is cut is read again, so that only short clauses are
    const LONG: usize = 600;
    let list = reader.quantities.get(quantities.start as usize..quantities.end as usize)?;
    let list = list.get(..list.partition_point(|mention| (mention.text.start as usize) < clause.end))?;
    let list = if clause.len() > LONG { &[] } else { list };
    list.windows(2).find_map(|pair| {
        let [first, second] = pair else { return None };
        let (begin, at, number) = (first.text.start as usize, first.text.end as usize, second.text.start as usize);
        let between = reader.text.get(at..number).filter(|between| between.len() <= FAR)?;
        let lead = between.trim_start_matches(['将', '会', '已', '而', '也', '并']);
        let inner = EFFECTS.longest(lead).and_then(|((), length)| lead.get(length..))?;
        let head = reader.text.get(clause.start..begin)?;
        let start = clause.start + head.char_indices().rev().nth(11).map_or(0, |(at, _)| at);
        let moves = |range: Range<usize>| {
            let text = reader.text.get(range.clone()).unwrap_or_default();
            text.char_indices().map(|(place, _)| range.start + place).any(|place| {
                let rest = reader.text.get(place..range.end).unwrap_or_default();
                cue(reader.lexed, place, false, rest).is_some_and(|(cue, _)| matches!(cue, Cue::Direction(_)))
            })
        };
        (moves(start..begin) && inner.chars().nth(2).is_some() && moves(number - inner.len()..number)).then_some(at)
    })
}

/// What stands before a cause, and the words that lead to it.
const MAINLY: &WordSet = any_of!["主要", "主要是", "部分", "很大程度上", "多半", "是", "大多"];
const OF_CAUSE: &WordSet = any_of![
    "由于",
    "因为",
    "得益于",
    "受益于",
    "受惠于",
    "来自",
    "源于",
    "缘于",
    "归因于",
    "归功于",
    "反映",
    "反映出",
    "取决于",
    "有赖于",
    "意味着",
    "原因是",
    "主因是",
    "成因是",
    "原因在于",
    "相当于",
    "导致",
    "致使",
    "拖累",
    "带动",
    "拉动",
    "推动",
    "促使"
];

/// What follows the words of a cause at the head of a text, after what stands before it: 主要由於|成本上升.
pub(super) fn after_cause<'t>(rest: &'t str, head: &str) -> Option<&'t str> {
    let text = rest.strip_prefix('的').unwrap_or(rest);
    let bare = MAINLY.strip_prefix(text).unwrap_or(text);
    let inner = OF_CAUSE.strip_prefix(bare)?;
    // 來自台灣旅客增加8%: of a noun
    let is_lead = bare.len() < text.len() || head.ends_with(char::is_alphabetic);
    (is_lead || !bare.starts_with("来自")).then_some(inner).filter(|inner| !inner.starts_with(['的', '了']))
}

/// Where the cause begins of a change right before it that has no number, where another change with one follows: 盈利下跌|主要
/// 由於成本上升8%.
fn cause_after(reader: &Reader<'_>, clause: Range<usize>, quantities: &Range32) -> Option<usize> {
    // 盈利下跌由於成本增8%
    const LENGTHS: Range<usize> = 9 * '成'.len_utf8()..80 * '成'.len_utf8();
    let first = reader.quantities.get(quantities.start as usize).filter(|_| quantities.start < quantities.end)?;
    let number = Some(first.text.start as usize).filter(|start| *start < clause.end)?;
    let text =
        reader.text.get(clause.start..number).filter(|text| LENGTHS.contains(&text.len()) && OF_CAUSE.is_in(text))?;
    let moved = |range: Range<usize>| {
        let stretch = reader.text.get(range.clone()).unwrap_or_default();
        let mut places = stretch.char_indices().map(|(place, _)| range.start + place);
        places.find_map(|place| {
            let rest = reader.text.get(place..range.end).unwrap_or_default();
            let (found, length) = cue(reader.lexed, place, false, rest)?;
            matches!(found, Cue::Direction(_)).then_some(place + length)
        })
    };
    let is_verb = |end: usize| {
        !text.get(..end - clause.start).is_some_and(|head| head.ends_with(['价', '薪', '息', '产', '税', '租']))
    };
    let at = moved(clause.start..number).filter(|at| is_verb(*at))?;
    let inner = after_cause(reader.text.get(at..number)?, text.get(..at - clause.start)?)?;
    let is_owned = at - clause.start >= '成'.len_utf8() * 4;
    let start = number - inner.len();
    let named = moved(start..number).filter(|end| *end - start >= '成'.len_utf8() * 3);
    (is_owned && named.is_some()).then_some(at)
}

/// Whether a clause tells only where a change began, which the next tells: 由2016年的30萬戶，增加至42萬戶.
fn goes_on_from(reader: &Reader<'_>, head: Range<usize>, quantities: &Range32) -> bool {
    const FAR: usize = 14;
    let Some(number) = number_before(reader, head.end, quantities) else { return false };
    let text = |range| reader.text.get(range).unwrap_or_default();
    let lead = reader.lexed.cursor(head.start..number).to(number).last(FAR + 1);
    let point = lead.rfind(['由', '从']).and_then(|at| lead.get(at + '由'.len_utf8()..));
    let is_plain = |point: &str| {
        point.chars().count() <= FAR && point.chars().all(char::is_alphanumeric) && !point.contains(['到', '至'])
    };
    let after = head.end + '，'.len_utf8();
    let rest = text(after..reader.text.len());
    let moves = || {
        cue(reader.lexed, after, true, rest).is_some_and(|(cue, length)| {
            let leads = rest.get(..length).is_some_and(|word| word.ends_with(['至', '到', '为']));
            matches!(cue, Cue::Direction(_))
                && (leads || rest.get(length..).is_some_and(|rest| rest.starts_with(['至', '到', '为'])))
        })
    };
    point.is_some_and(is_plain) && moves()
}

/// Whether a clause ends with a bracket after its number, where the stop is left out: 甲股漲3元（1%）乙股跌2元.
fn ends_with_bracket(reader: &Reader<'_>, head: Range<usize>, tail: Range<usize>, quantities: &Range32) -> bool {
    const NEAR: usize = 20;
    let after = reader.text.get(tail.clone()).unwrap_or_default();
    if any_of!["的", "以上", "以下", "左右", "由", "主要", "因", "和", "及", "与", "等"].begins(after) {
        return false;
    }
    let Some(number) = number_before(reader, head.end, quantities) else { return false };
    let lead = reader.lexed.cursor(head.start..number).to(number).last(NEAR);
    asserts(reader, tail.start, stop_after(reader, &tail), quantities)
        && verb_before(reader, number - lead.len(), number).is_some()
}

/// Where the number begins that ends at a place.
fn number_before(reader: &Reader<'_>, end: usize, quantities: &Range32) -> Option<usize> {
    let list = reader.quantities.get(quantities.start as usize..quantities.end as usize)?;
    let last = list.partition_point(|mention| (mention.text.start as usize) < end).checked_sub(1)?;
    list.get(last).filter(|mention| mention.text.end as usize == end).map(|mention| mention.text.start as usize)
}

/// Where the first stop or 、 stands near the head of a stretch, which is its end where none does.
fn stop_after(reader: &Reader<'_>, tail: &Range<usize>) -> usize {
    let rest = reader.text.get(tail.clone()).unwrap_or_default();
    let mut near = rest.char_indices().take_while(|(at, _)| *at <= SHORT);
    let stop = near.find(|(_, c)| matches!(c, '、' | '，' | '。' | '；' | ',' | ';'));
    stop.map_or(tail.end, |(end, _)| tail.start + end)
}

/// Whether 、 parts two clauses: both sides have a subject, a verb and its number: 科技館接待3.2萬人、美術館接待1.8萬人.
fn parts_clauses(reader: &Reader<'_>, head: Range<usize>, limit: usize, quantities: &Range32) -> bool {
    let Range { start, end: at } = head;
    let after = at + '、'.len_utf8();
    let end = stop_after(reader, &(after..limit));
    // from the 、 before on, where there is one
    let head = reader.text.get(start..at).unwrap_or_default();
    let from = head.rfind(['、', '，']).map_or(start, |mark| start + mark + '、'.len_utf8());
    asserts(reader, from, at, quantities) && asserts(reader, after, end, quantities)
        || owns_number(reader, start, at, quantities)
            .zip(owns_number(reader, after, end, quantities))
            .is_some_and(|(first, second)| first.item.unit == second.item.unit)
}

/// The number of a stretch that is nothing but a noun and its number: 小學120所, 成人票60元.
fn owns_number<'r>(
    reader: &'r Reader<'_>,
    from: usize,
    to: usize,
    quantities: &Range32,
) -> Option<&'r Mention<Quantity>> {
    let list = reader.quantities.get(quantities.start as usize..quantities.end as usize)?;
    let first = list.get(list.partition_point(|mention| (mention.text.start as usize) < from))?;
    let (start, end) = (first.text.start as usize, first.text.end as usize);
    let noun = reader.text.get(from..start).filter(|noun| end == to && noun.len() <= 30)?;
    let noun = noun.strip_prefix("其中").unwrap_or(noun);
    // 由甲廠3萬件、乙廠2萬件組成 speaks of one thing
    let is_led = noun.starts_with(['由', '在', '从', '对', '按']);
    let is_plain = !is_led && (2..=6).contains(&noun.chars().count()) && noun.chars().all(char::is_alphabetic);
    let mut words = noun.char_indices().map(|(at, _)| start - noun.len() + at);
    let says = |at: usize| {
        let rest = reader.text.get(at..start).unwrap_or_default();
        cue(reader.lexed, at, false, rest).is_some_and(|(cue, _)| cue != Cue::Nothing)
    };
    let counts = first.item.role == Role::Cardinal && first.item.unit.is_some();
    (counts && is_plain && !words.any(says)).then_some(first)
}

/// Whether a stretch has a subject of its own, a verb, and the verb's number at its end.
fn asserts(reader: &Reader<'_>, from: usize, to: usize, quantities: &Range32) -> bool {
    const SHORT: usize = 60;
    if to - from > SHORT {
        return false;
    }
    let list = reader.quantities.get(quantities.start as usize..quantities.end as usize).unwrap_or_default();
    let at = list.partition_point(|mention| (mention.text.start as usize) < from);
    let Some(number) = list.get(at).map(|mention| mention.text.start as usize).filter(|number| *number < to) else {
        return false;
    };
    let text = |range| reader.text.get(range).unwrap_or_default();
    // the verb stands right before the number, and two characters at least before the verb
    verb_before(reader, from, number)
        .is_some_and(|verb| text(from..verb.start).chars().count() > 1 && text(verb.end..number).chars().count() <= 2)
}

/// The first verb or word of a level or a change in a stretch.
fn verb_before(reader: &Reader<'_>, from: usize, to: usize) -> Option<Range<usize>> {
    let text = reader.text.get(from..to).unwrap_or_default();
    text.char_indices().map(|(at, _)| at).find_map(|at| {
        let (found, length) = cue(reader.lexed, from + at, false, text.get(at..)?)?;
        let acts = matches!(found, Cue::Verb | Cue::Level | Cue::Direction(_) | Cue::Both(..));
        acts.then_some(from + at..from + at + length)
    })
}

/// The length of a bracket or quotation at the start of a text, where it is short and holds no sentence.
fn short_pair(text: &str, close: char) -> Option<usize> {
    let end = text.char_indices().take_while(|(at, _)| *at <= SHORT).find(|(_, c)| *c == close)?.0;
    let inner = text.get(..end)?;
    let speech = close != '）' && close != ')' && inner.contains(['，', ',']) && end > 60;
    (!inner.contains(['。', '！', '？', '\n']) && !speech).then_some(end + close.len_utf8())
}

/// Takes the mentions that end before `at` off the list; the end of the one that `at` lies in.
fn past<T>(list: &[Mention<T>], next: &mut u32, last: u32, at: usize) -> Option<usize> {
    loop {
        let mention = list.get(*next as usize).filter(|_| *next < last)?;
        if mention.text.end as usize > at {
            return ((mention.text.start as usize) <= at).then_some(mention.text.end as usize);
        }
        *next += 1;
    }
}

/// The indices at the head of `range` whose text begins before `end`, taken off it.
fn take(range: &mut Range32, text: impl Fn(usize) -> Option<Range32>, end: usize) -> Range32 {
    let first = range.start;
    while range.start < range.end && text(range.start as usize).is_some_and(|text| (text.start as usize) < end) {
        range.start += 1;
    }
    first..range.start
}

/// A range without the white space and the closing or opening marks around it.
pub(super) fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let slice = text.get(range.clone()).unwrap_or_default();
    let blank = |c: char| c.is_whitespace() || c == '\u{FEFF}';
    let kept = slice.trim_start_matches(blank);
    let start = range.start + slice.len() - kept.len();
    start..start + kept.trim_end_matches(blank).len()
}
