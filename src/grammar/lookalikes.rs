//! Words that hold a numeral and are none: those of the classes `ordinary` and `number` of [`crate::vocabulary`], and those
//! that the borders of general words tell.

use crate::chars::{chinese, scale};
use crate::general::borders;
use crate::vocabulary::{CODES, NUMBERS, ORDINARY, TIMES};

/// Whether a text ends with a word that a code follows.
pub(crate) fn code_follows(head: &str) -> bool {
    CODES.suffix(head).is_some()
}

/// The word around `at` that is no number, where there is one: whether it begins there, and its end. Looks at words that
/// begin up to three characters earlier, but not before `floor`.
pub(crate) fn word_around(text: &str, at: usize, floor: usize) -> Option<(bool, usize)> {
    listed_word(text, at, floor).or_else(|| {
        let behind = at + text.get(at..)?.chars().next()?.len_utf8();
        let word = borders::word_across(text, at).or_else(|| borders::word_across(text, behind))?;
        let begins = word.start == at;
        // 首屆 and 今日 are words and what they say
        let is_lead = begins && !text.get(at..)?.starts_with(|c| is_numeral(c) || matches!(c, '几' | '数' | '半'));
        let is_number = is_lead || begins && (numeral_goes_on(text, word.end) || marked(text, at));
        (word.start >= floor && !is_number).then_some((word.start == at, word.end))
    })
}

fn listed_word(text: &str, at: usize, floor: usize) -> Option<(bool, usize)> {
    let mut start = at;
    let mut found: Option<(bool, usize)> = None;
    for _ in 0..4 {
        let rest = text.get(start..)?;
        let word = ORDINARY.longest(rest).map(|(_, length)| length).unwrap_or_default();
        let number = NUMBERS.longest(rest).map(|(_, length)| length).unwrap_or_default();
        let end = start + word.max(number);
        if end > at {
            if number >= word {
                return None;
            }
            // 每一百人: the numeral goes on behind 每一; 過百家: the approximator makes a number of it
            let goes_on = numeral_goes_on(text, end) || start == at && marked(text, at);
            // 日為民國: a time word as long that ends later is what is meant
            let time = text.get(at..).and_then(|rest| TIMES.longest(rest)).map_or(0, |(_, length)| length);
            if !goes_on && (at + time <= end || time < word) {
                found = Some((start == at, found.map_or(end, |(_, other)| end.max(other))));
            }
        }
        let Some(c) = text.get(floor..start).and_then(|text| text.chars().next_back()) else { break };
        start -= c.len_utf8();
    }
    found
}

fn is_numeral(c: char) -> bool {
    chinese(c).is_some() || scale(c).is_some()
}

/// Whether a word that ends at `end` with a numeral is followed by another.
fn numeral_goes_on(text: &str, end: usize) -> bool {
    let last = text.get(..end).and_then(|head| head.chars().next_back());
    let next = text.get(end..).and_then(|rest| rest.chars().next());
    // 統一六國 counts states, 每一百人 a hundred
    last.is_some_and(is_numeral) && next.is_some_and(|c| scale(c).is_some())
}

/// Whether a scale at `at` has an approximator before it that asks for a number: 過百家, 上千里.
fn marked(text: &str, at: usize) -> bool {
    let bare = text.get(at..).and_then(|rest| rest.chars().next()).and_then(scale).is_some_and(|power| power > 1);
    let last = text.get(..at).and_then(|head| head.chars().next_back());
    bare && last.is_some_and(|c| "过超逾近约上".contains(c))
        && !inside_word(text, at - last.map_or(0, char::len_utf8), at)
}

/// Whether the approximator at `start..edge` is the end of another word, as 近 in 附近 and 約 in 合約. One of several
/// characters is a word by itself.
pub(crate) fn inside_word(text: &str, start: usize, edge: usize) -> bool {
    let is_single = text.get(start..edge).is_some_and(|marker| marker.chars().nth(1).is_none());
    // 跌破600元 is a fall below it and no bound that is meant, 升破 a verb as 突破 is
    let is_verb = || {
        const VERBS: [char; 12] = ['跌', '摔', '失', '险', '崩', '贬', '探', '下', '升', '涨', '飙', '攀'];
        text.get(..start).is_some_and(|head| head.ends_with(VERBS))
    };
    is_single && (borders::is_crossed(text, start) || text.get(start..edge) == Some("破") && is_verb())
}
