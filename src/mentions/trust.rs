//! How far a number or time can be trusted: what damage stands in it or beside it.
//!
//! A wrong value is worse than none: what may have lost a digit or a scale keeps its place and its unit and has no value.

use core::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::Reader;
use crate::article::{Mention, all, range32};
use crate::chars::{self, CharSet, RANGE_MARKS};
use crate::error::{Diagnostic, DiagnosticCode};
use crate::repair::LOST;
use crate::time::{Moment, Time};

/// What damage has to do with a number or time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// None stands in it or beside it.
    Sound,
    /// It was touched, and its value stands all the same.
    Damaged,
    /// Its value may have lost a part.
    Withheld,
}

/// How many bytes are looked at on either side, less those of a character that they would cut.
const REACH: usize = 24 * 3;

/// Units after which a number or unit may go on: 3分� (鐘, 之), 三年� (半), 3個� (月, 百分點).
const GOES_ON: CharSet = CharSet::of("分点时年月日个度成倍折");

/// First characters of what belongs to a number or time after it: 以上, 左右, 上半年, 百分點, 美元, 平方公里.
const BEGINS_A_TAIL: CharSet = CharSet::of("以左上下前后中底期百分美新港台人民平立公千万亿");

/// Parts of times that a time goes on after: 9月�日(星期三).
const PARTS_OF_TIMES: [&str; 9] = ["年", "月", "日", "时", "点", "号", "日(", "日（", "号("];

impl Reader<'_> {
    /// How far what was read from a range of the repaired text can be trusted.
    ///
    /// What is gone may have been a digit or a scale where it stands beside a number, or beside what a number goes on
    /// with: 3�分55秒, 2�至3℃, �,500人, 9月2�日, 3.�%.
    pub(super) fn trust(&self, text: &Range<usize>) -> Trust {
        let far = text.start.saturating_sub(REACH)..text.end + REACH;
        if self.is_sound || self.repaired.is_sound_in(&far) {
            return Trust::Sound;
        }
        let cut = self.is_cut_before(text) || self.is_cut_after(text);
        // 3萬平方公(gōng)里, 約(yuē)5萬: what was left may be damage
        if cut || self.repaired.in_stretch(text) || self.repaired.is_noted(&self.widened(text, 1)) {
            return Trust::Withheld;
        }
        // �滿40歲: the half of 未滿
        let beside = self.widened(text, 3);
        let near = self.text.get(beside.clone()).is_some_and(|text| text.contains(LOST));
        let own = self.text.get(text.clone()).unwrap_or_default();
        if near
            || self.repaired.is_doubtful(&beside)
            || self.repaired.touches(text)
            || own.chars().any(chars::is_private)
        {
            Trust::Damaged
        } else {
            Trust::Sound
        }
    }

    /// A range with so many characters on either side.
    fn widened(&self, text: &Range<usize>, by: usize) -> Range<usize> {
        let head = self.text.get(..text.start).unwrap_or_default();
        let tail = self.text.get(text.end..).unwrap_or_default();
        let before: usize = head.chars().rev().take(by).map(char::len_utf8).sum();
        let after: usize = tail.chars().take(by).map(char::len_utf8).sum();
        text.start - before..text.end + after
    }

    /// Whether something is gone just after a number: 多, 以上, 左右.
    pub(super) fn is_open_after(&self, text: &Range<usize>) -> bool {
        !self.is_sound && self.text.get(text.end..).is_some_and(|tail| tail.starts_with(LOST))
    }

    /// Whether something is gone before a number that may have been a part of it.
    fn is_cut_before(&self, text: &Range<usize>) -> bool {
        let mut start = text.start.saturating_sub(REACH);
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        let mut head = self.text.get(start..text.start).unwrap_or_default();
        // ,500
        let own = self.text.get(text.clone()).unwrap_or_default();
        if own.chars().take_while(|c| chars::is_digit(*c)).count() == 3 {
            head = head.strip_suffix([',', '，']).unwrap_or(head);
        }
        loop {
            head = head.trim_end_matches(|c| is_inner(c) || is_joint(c));
            let last = head.chars().next_back().map_or(0, char::len_utf8);
            if self.is_gap(start + head.len() - last) {
                return true;
            }
            match self.unit_at_end(head) {
                Some(unit) => head = head.get(..head.len() - unit).unwrap_or_default(),
                None => return false,
            }
        }
    }

    /// Whether something is gone after a number that may have been a part of it.
    fn is_cut_after(&self, text: &Range<usize>) -> bool {
        let own = self.text.get(text.clone()).unwrap_or_default();
        let mut end = self.text.len().min(text.end + REACH);
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let tail = self.text.get(text.end..end).unwrap_or_default();
        let digit = own.ends_with(chars::is_digit);
        let after = tail.trim_start_matches(|c| is_inner(c) || is_joint(c) || digit && matches!(c, ',' | '，'));
        let goes_on = |c: char| chars::is_of_number(c) || GOES_ON.contains(c);
        if self.is_gap(end - after.len()) && (after.len() < tail.len() || own.ends_with(goes_on)) {
            return true;
        }
        // 2021年以�, 3.5個百分�: the first half of a word that belongs to it
        let mut next = tail.chars().take(3);
        next.next().is_some_and(|c| BEGINS_A_TAIL.contains(c)) && next.any(|c| c == LOST)
    }

    /// Whether the character at a place stands for one that is gone, or may have swallowed one.
    fn is_gap(&self, at: usize) -> bool {
        let c = self.text.get(at..).and_then(|text| text.chars().next());
        c == Some(LOST) || self.repaired.is_damaged_at(at)
    }

    /// The length of the unit or part of a time that a text ends with.
    fn unit_at_end(&self, head: &str) -> Option<usize> {
        let starts = head.char_indices().rev().take(3).map(|(at, _)| head.get(at..).unwrap_or_default());
        let is_unit = |word: &&str| {
            PARTS_OF_TIMES.contains(word) || self.lexicon.entry(word).is_some_and(|(_, length)| length == word.len())
        };
        starts.filter(|word| !word.is_empty()).filter(is_unit).map(str::len).max()
    }

    /// Adds a time to the list; its index. One that is not to be trusted, or doubted for what it counts from, has no days.
    pub(crate) fn push_time(&mut self, text: Range<usize>, mut item: Time, doubted: bool) -> u32 {
        let span = self.span(text.clone());
        let trust = if doubted { Trust::Withheld } else { self.trust_of_time(&text, &item) };
        if trust == Trust::Withheld {
            (item.from, item.to) = (None, None);
            let message = "the date stands in damaged text and may have lost a part";
            self.diagnostics.push(Diagnostic::note(DiagnosticCode::DamagedNumber, message, span));
        }
        let damaged = trust != Trust::Sound;
        self.times.push(Mention { item, span, text: range32(&text), marker: None, damaged });
        all(&self.times).end - 1
    }

    /// Whether a time may move what later ones count from.
    pub(crate) fn is_trusted(&self, text: &Range<usize>, time: &Time) -> bool {
        self.trust_of_time(text, time) != Trust::Withheld
    }

    /// A year of which a digit was inferred is not after the publication.
    fn trust_of_time(&self, text: &Range<usize>, time: &Time) -> Trust {
        let trust = self.trust(text);
        if trust == Trust::Sound {
            return trust;
        }
        let day = time.from.or(time.to).map(Moment::date);
        let is_late = |published: NaiveDate| day.is_some_and(|day| day.year() > published.year());
        if self.repaired.is_inferred(text) && self.anchor.published.is_some_and(is_late) {
            Trust::Withheld
        } else {
            trust
        }
    }
}

/// Whether a character joins two numbers: the ends of a range, of a score, of a list.
fn is_joint(c: char) -> bool {
    RANGE_MARKS.contains(&c) || matches!(c, '、' | '比')
}

/// Whether a character stands inside a number or between the numbers of a time: 3.5, 19:30, 9/20.
fn is_inner(c: char) -> bool {
    chars::is_of_number(c) || matches!(c, '．' | ':' | '：' | '/' | '／')
}
