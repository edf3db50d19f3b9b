//! Text that was shifted by a byte: the cheapest way to pair the bytes again until they are aligned.
//!
//! `當?shù)剞r` was 當地農 in GBK: AE94 B5D8 DE72. The bytes 94 B5 are 數, so `(shù)` was put between B5 and D8: B5 and the
//! bracket were no character and became `?`, D8 DE became 剞, and 72 is `r`. At `當?shù)` the character must be one whose
//! code begins with 當's second byte and whose reading is shù; its second byte is the first of the next character. From
//! there on each character lends its first byte to the one before, until a byte of ASCII, a `?` or another reading ends
//! that. Where letters and signs of full width became ASCII, `J` is one byte or two (A3 CA); where `?` stands, two bytes
//! are gone. All ways are followed side by side, at the cost of the characters that they give, and the cheapest is taken.
//!
//! Imports [`super::evidence`] and what that is made of.

use alloc::collections::VecDeque;
use alloc::vec;
use alloc::vec::Vec;

use super::cost;
use super::evidence::Evidence;
use super::gbk::{self, Pair};
use super::reading::{self, Reading, Use};
use crate::chars::{self, CharSet};
use crate::error::DiagnosticCode;
use crate::order;
use crate::repair::cells::{Cell, Cells, LOST};

/// How much dearer than the cheapest a way may be to be followed on.
const MARGIN: u32 = 60;
/// How many ways are followed at a place.
const WIDTH: usize = 12;
/// How many cells a stretch has at most: the next 。 ends it in any page.
const LONGEST: usize = 4096;

/// What is left of a character whose bytes are gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gone {
    /// A code of two bytes of which at most one is known.
    Pair { lead: Option<u8>, trail: Option<u8> },
    /// A byte below 40: a digit, a blank, a sign.
    Ascii,
}

/// The bytes that a character had: ASCII may have been of full width.
pub(super) fn code(c: char) -> Option<Pair> {
    match u8::try_from(c) {
        Ok(byte @ 0x21..=0x7E) => Some(Pair { lead: 0xA3, trail: byte | 0x80 }),
        _ => gbk::encode(c),
    }
}

/// What else a character might be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    /// Nothing: its bytes stand there.
    None,
    /// Another, but none that would make another number.
    Word,
    /// Another that would make another number.
    Number,
}

impl Choice {
    /// Among characters with the same reading.
    fn among(found: impl Iterator<Item = char>) -> Self {
        /// Characters beside a number that change what it says.
        const MATTERS: CharSet = CharSet::of("約约近超逾過过破足到至少上下以內内負负零第每");
        let (mut count, mut matters) = (0, false);
        for c in found {
            count += 1;
            matters |= chars::is_of_number(c) || MATTERS.contains(c);
        }
        match count {
            0 | 1 => Self::None,
            _ if matters => Self::Number,
            _ => Self::Word,
        }
    }
}

/// What a step gives.
#[derive(Clone, Copy, Debug)]
enum Out {
    /// The cells as they stand.
    Keep,
    /// The cells as they stand, though they must be damage.
    Leave,
    /// Nothing yet: the first byte of the next character. The byte before it.
    Open(Option<u8>),
    /// The second half of a character is missing; then the cells as they stand.
    Half,
    Char(char, Choice),
    /// A character that is gone, and whether a byte of ASCII is gone after it.
    Lost(Gone, bool),
    /// A reading.
    Drop,
}

/// A step of a way.
struct Step {
    before: usize,
    from: usize,
    to: usize,
    out: Out,
}

/// Where a way has come to.
#[derive(Clone, Copy)]
struct State {
    cost: u32,
    /// Whether the next byte begins a character.
    aligned: bool,
    /// The last byte of the original, where it is known: in a shift, the first of a character.
    last: Option<u8>,
    /// The last character.
    before: Option<char>,
    step: usize,
}

/// The way through a stretch.
pub(super) struct Path {
    steps: Vec<(usize, usize, Out)>,
    /// The cell after the stretch.
    pub(super) end: usize,
    /// Whether it ends with a whole character.
    aligned: bool,
    /// The last byte of the stretch.
    pub(super) last: Option<u8>,
}

impl Path {
    /// Writes the stretch, and notes what is gone; whether anything changed.
    pub(super) fn write(&self, cells: &[Cell], text: &mut Cells, gone: &mut Vec<(usize, Gone)>) -> bool {
        let mut changed = false;
        // where the first byte of the next character stood, and the byte before it
        let mut open: Option<(usize, Option<u8>)> = None;
        // the cells that the last character stands for
        let mut last = 0..0;
        let mut at = 0;
        for &(from, to, out) in &self.steps {
            let whole = cells.get(from..to).unwrap_or_default();
            changed |= !matches!(out, Out::Keep | Out::Leave);
            match out {
                Out::Keep => {
                    // a line break before the character that is open
                    if let Some((from, _)) = open.take() {
                        text.drop_all(cells.get(from..at).unwrap_or_default(), DiagnosticCode::ShiftedText);
                    }
                    text.cells.extend_from_slice(whole);
                }
                Out::Half => {
                    lose(text, gone, Gone::Pair { lead: None, trail: None }, half(cells, &mut open, from));
                    text.cells.extend_from_slice(whole);
                }
                Out::Leave => {
                    text.cells.extend_from_slice(whole);
                    text.leave(Cell::bytes(unread(cells, from, to)));
                }
                Out::Drop => text.drop_all(whole, DiagnosticCode::PinyinNoise),
                Out::Open(before) => open = Some((from, before)),
                Out::Char(c, choice) => {
                    let (from, choice) = match open.take() {
                        Some((from, before)) => (from, choice_after(cells, from, before, c)),
                        // two characters of one cell: 地G of 谿
                        None if from < last.end => (last.start, choice),
                        None => (from, choice),
                    };
                    last = from..to;
                    let of = cells.get(last.clone()).unwrap_or_default();
                    text.cells.push(Cell::instead(of, c, DiagnosticCode::ShiftedText, choice == Choice::None));
                    if choice == Choice::Number {
                        text.leave(Cell::bytes(of));
                    }
                }
                Out::Lost(what, ascii) => {
                    let from = open.take().map_or(from, |(from, _)| from);
                    let of = cells.get(from..to).unwrap_or_default();
                    let lost = Cell::instead(of, LOST, DiagnosticCode::LostCharacter, false);
                    for what in core::iter::once(what).chain(ascii.then_some(Gone::Ascii)) {
                        lose(text, gone, what, lost);
                    }
                }
            }
            at = to;
        }
        if !self.aligned {
            // the text is cut off in the middle of a character
            lose(text, gone, Gone::Pair { lead: self.last, trail: None }, half(cells, &mut open, self.end));
            changed = true;
        }
        changed
    }
}

/// What else the first character of a shift might be than `c`, where `?reading)` stands at `at` after the byte `before`:
/// each character with the reading ends with another byte.
fn choice_after(cells: &[Cell], at: usize, before: Option<u8>, c: char) -> Choice {
    let (Some((reading, _)), Some(lead), Some(own)) = (reading::closed(cells, at + 1), before, code(c)) else {
        return Choice::Number;
    };
    let others = found(lead, reading).filter_map(|(trail, ..)| gbk::decode(trail, own.trail));
    let others = others.filter(|other| reading::bits(*other).is_some() || chars::is_of_number(*other));
    match Choice::among(others.filter(|other| *other != c).chain(core::iter::once(c))) {
        // the only one of the common characters, but not of all
        Choice::None if found(lead, reading).count() > 1 => Choice::Word,
        choice => choice,
    }
}

/// The characters with a reading whose codes begin with a byte, and the other bytes.
fn found(lead: u8, reading: Reading) -> impl Iterator<Item = (u8, char, Use)> {
    reading.characters().filter_map(move |(c, how)| {
        let pair = gbk::encode(c).filter(|pair| pair.lead == lead)?;
        Some((pair.trail, c, how))
    })
}

/// Puts a character in that is gone.
fn lose(text: &mut Cells, gone: &mut Vec<(usize, Gone)>, what: Gone, lost: Cell) {
    gone.push((text.cells.len(), what));
    text.cells.push(lost);
}

/// What stands for a character of which only the first byte is left, before the cell at `at`.
fn half(cells: &[Cell], open: &mut Option<(usize, Option<u8>)>, at: usize) -> Cell {
    let from = open.take().map_or(at, |(from, _)| from);
    let of = cells.get(from..at).unwrap_or_default();
    let place = cells.get(at).map_or_else(|| cells.last().map_or(0, |cell| cell.to), |cell| cell.from);
    let lost = Cell::instead(of, LOST, DiagnosticCode::LostCharacter, false);
    if of.is_empty() { Cell { from: place, to: place, ..lost } } else { lost }
}

/// A reading that could not be read with the stretch after it: to the next `?`, sign of ASCII or 。.
fn unread(cells: &[Cell], from: usize, to: usize) -> &[Cell] {
    let rest = cells.get(to..).unwrap_or_default();
    let ends = |c: char| matches!(c, '。' | '？' | LOST) || c.is_ascii() && !c.is_ascii_alphabetic();
    let length = rest.iter().position(|cell| ends(cell.c)).unwrap_or(rest.len());
    let length = length + usize::from(rest.get(length).is_some_and(|cell| cell.c == '?'));
    // a second byte that stands for itself
    let letters = rest.iter().skip(length).take_while(|cell| cell.c.is_ascii_alphabetic()).count();
    let length = length + letters;
    cells.get(from..to + length).unwrap_or_default()
}

/// The way through the stretch that begins at `?reading)`, where `last` is the byte before it.
pub(super) fn solve(cells: &[Cell], start: usize, last: Option<u8>, evidence: &Evidence) -> Path {
    let before = start.checked_sub(1).and_then(|at| cells.get(at)).map(|cell| cell.c);
    let mut search = Search { cells, evidence, steps: Vec::new(), ahead: VecDeque::new() };
    search.ahead.push_back(vec![State { cost: 0, aligned: true, last, before, step: usize::MAX }]);
    let mut at = start;
    let mut best = None;
    while let Some(mut states) = search.ahead.pop_front() {
        order::sort(&mut states, |state| [state.cost as usize, 0]);
        let limit = states.first().map_or(0, |state| state.cost + MARGIN);
        states.retain(|state| state.cost <= limit);
        states.truncate(WIDTH);
        let is_alone = search.ahead.iter().all(Vec::is_empty);
        let is_done = match states.as_slice() {
            [state] => is_alone && state.aligned && at > start && !search.is_cut(at),
            _ => false,
        };
        best = states.first().copied().or(best);
        if is_done {
            break;
        }
        // in the middle of a reading no way has come
        if !states.is_empty() && (at >= cells.len() || at - start > LONGEST) {
            let at_end = |state: &&State| state.cost + if state.aligned { 0 } else { cost::CUT_OFF };
            best = states.iter().min_by_key(at_end).copied().or(best);
            break;
        }
        for state in states {
            search.go_on(at, state);
        }
        at += 1;
    }
    let mut steps = Vec::new();
    let mut next = best.map_or(usize::MAX, |state| state.step);
    while let Some(step) = search.steps.get(next) {
        steps.push((step.from, step.to, step.out));
        next = step.before;
    }
    steps.reverse();
    Path {
        steps,
        end: at.min(cells.len()),
        aligned: best.is_none_or(|state| state.aligned),
        last: best.and_then(|state| state.last),
    }
}

struct Search<'c> {
    cells: &'c [Cell],
    evidence: &'c Evidence,
    steps: Vec<Step>,
    /// The ways that have come to the places ahead of the one at work; the first is the next place.
    ahead: VecDeque<Vec<State>>,
}

impl Search<'_> {
    fn char_at(&self, at: usize) -> Option<char> {
        self.cells.get(at).map(|cell| cell.c)
    }

    /// Whether a shift begins or ends here.
    fn is_cut(&self, at: usize) -> bool {
        matches!(self.char_at(at), Some('?' | '？' | LOST)) && reading::closed(self.cells, at + 1).is_some()
    }

    /// Takes a way from `at` to `to`.
    fn step(&mut self, state: State, at: usize, to: usize, out: Out) {
        let step = self.steps.len();
        self.steps.push(Step { before: state.step, from: at, to, out });
        self.come(State { step, ..state }, at, to);
    }

    fn come(&mut self, state: State, at: usize, to: usize) {
        while self.ahead.len() < to - at {
            self.ahead.push_back(Vec::new());
        }
        let Some(states) = self.ahead.get_mut(to - at - 1) else { return };
        match states.iter_mut().find(|known| (known.aligned, known.last) == (state.aligned, state.last)) {
            Some(known) if known.cost <= state.cost => {}
            Some(known) => *known = state,
            None => states.push(state),
        }
    }

    /// Follows every way on from a place.
    fn go_on(&mut self, at: usize, state: State) {
        let Some(c) = self.char_at(at) else { return };
        if self.is_cut(at) {
            self.cut(at, state);
        } else if let Some((.., end)) = reading::noted(self.cells, at) {
            self.step(state, at, end, Out::Drop);
        } else if state.aligned {
            let last = code(c).map(|pair| pair.trail);
            self.step(
                State {
                    cost: state.cost + self.evidence.cost_as_it_stands(state.before, c),
                    last,
                    before: Some(c),
                    ..state
                },
                at,
                at + 1,
                Out::Keep,
            );
        } else {
            self.shifted(at, state, c);
        }
    }

    /// The index after the reading in brackets at `at`, if it is one of the character before.
    fn bracket(&self, at: usize, before: Option<char>) -> Option<usize> {
        self.char_at(at).filter(|c| matches!(c, '(' | '（'))?;
        let (reading, end) = reading::closed(self.cells, at + 1)?;
        reading.of_char(before?).map(|_| end)
    }

    /// `?reading)`: the character that the reading belongs to ends with the byte that is gone. It begins with the last
    /// byte: aligned, that begins a shift; in a shift, it ends it.
    fn cut(&mut self, at: usize, state: State) {
        let Some((reading, end)) = reading::closed(self.cells, at + 1) else { return };
        if state.aligned {
            self.step(State { cost: state.cost + cost::LEAVE, last: None, ..state }, at, end, Out::Leave);
        }
        let found: Vec<(u8, char, Use)> = state.last.into_iter().flat_map(|lead| found(lead, reading)).collect();
        let choice = Choice::among(found.iter().map(|(_, c, _)| *c));
        for &(trail, c, how) in &found {
            let cost = state.cost + self.evidence.cost_of_annotated(c, how);
            let next = State { cost, aligned: !state.aligned, last: Some(trail), ..state };
            if state.aligned {
                self.step(next, at, end, Out::Open(state.last));
            } else {
                self.char_and_reading(next, at, end, c, choice);
            }
        }
        if state.last.is_none() && !state.aligned {
            // the first byte is gone as well: only a character that the site is known to annotate
            let mut known = reading.characters().map(|(c, _)| c).filter(|c| self.evidence.is_annotated(*c));
            let next = State { cost: state.cost + cost::NO_LEAD_OF_READING, aligned: true, last: None, ..state };
            match known.next().filter(|_| known.next().is_none()) {
                Some(c) => self.char_and_reading(next, at, end, c, Choice::Word),
                None => {
                    let gone = Gone::Pair { lead: None, trail: None };
                    self.step(next, at, end, Out::Lost(gone, false));
                }
            }
        }
    }

    /// A character at `at` whose reading stands after it up to `end`.
    fn char_and_reading(&mut self, state: State, at: usize, end: usize, c: char, choice: Choice) {
        let step = self.steps.len();
        self.steps.push(Step { before: state.step, from: at, to: at + 1, out: Out::Char(c, choice) });
        self.steps.push(Step { before: step, from: at + 1, to: end, out: Out::Drop });
        self.come(State { step: step + 1, before: Some(c), ..state }, at, end);
    }

    /// A character of a shifted stretch.
    fn shifted(&mut self, at: usize, state: State, c: char) {
        let gone = Gone::Pair { lead: state.last, trail: None };
        let plus = |cost: u32, aligned: bool, last: Option<u8>| State {
            cost: state.cost + cost,
            aligned,
            last,
            before: None,
            ..state
        };
        if matches!(c, '?' | '？' | LOST) {
            // two bytes that are no character: a lead that the end of the text or a byte of ASCII followed, or a code
            // that is not assigned
            let ends = self.char_at(at + 1).is_none_or(|next| matches!(next, '。' | '\n' | '\r'));
            self.step(
                plus(if ends { cost::LEAD_AT_END } else { cost::LEAD_AND_ASCII }, true, None),
                at,
                at + 1,
                Out::Lost(gone, !ends),
            );
            self.step(plus(cost::UNASSIGNED, false, None), at, at + 1, Out::Lost(gone, false));
            if c != LOST {
                // a question mark of full width, A3 BF
                self.second_byte(at, state, 0xA3, cost::QUESTION, Some(0xBF));
            }
            return;
        }
        let is_foreign = if c.is_ascii() { c == ' ' || c.is_control() } else { gbk::encode(c).is_none() };
        let unseen = if is_foreign || c == '。' { cost::FOREIGN } else { cost::UNSEEN };
        let resumed = plus(unseen + self.evidence.cost_as_it_stands(None, c), true, code(c).map(|pair| pair.trail));
        self.step(State { before: Some(c), ..resumed }, at, at + 1, Out::Half);
        match u8::try_from(c) {
            // blocks of the page were joined by line breaks afterwards
            Ok(b'\n' | b'\r') => self.step(plus(cost::LINE_BREAK, false, state.last), at, at + 1, Out::Keep),
            Ok(byte @ 0x21..=0x7E) => {
                if byte >= 0x40 {
                    self.second_byte(at, state, byte, 0, None);
                }
                let cost = if byte.is_ascii_digit() { cost::WIDE_DIGIT } else { cost::WIDE };
                self.second_byte(at, state, 0xA3, cost, Some(byte | 0x80));
            }
            _ => {
                if let Some(pair) = gbk::encode(c) {
                    let cost = if c == '。' { cost::FULL_STOP } else { 0 };
                    self.second_byte(at, state, pair.lead, cost, Some(pair.trail));
                }
            }
        }
    }

    /// Completes a character by its second byte; `rest` is the byte after that, the first of the next character.
    fn second_byte(&mut self, at: usize, state: State, byte: u8, cost: u32, rest: Option<u8>) {
        // what follows a character of two bytes and is no lead is ASCII by itself
        let (rest, alone) = match rest {
            Some(rest @ ..0x80) => (None, Some(char::from(rest))),
            _ => (rest, None),
        };
        let last = rest.or(Some(byte)).filter(|_| alone.is_none());
        let next = State { cost: state.cost + cost, aligned: rest.is_none(), last, ..state };
        let Some(lead) = state.last else {
            // nor can the byte after be told then
            if alone.is_some() {
                return;
            }
            // the reading after it may tell the character
            let noted = self.char_at(at + 1).filter(|c| rest.is_none() && matches!(c, '(' | '（'));
            if let Some((reading, end)) = noted.and_then(|_| reading::closed(self.cells, at + 2)) {
                let fits = |c: &char| gbk::encode(*c).is_some_and(|pair| pair.trail == byte);
                let everyday = reading.characters().take_while(|(_, how)| *how == Use::Everyday);
                let mut found = everyday.map(|(c, _)| c).filter(fits);
                if let Some(c) = found.next().filter(|_| found.next().is_none()) {
                    let cost = next.cost + self.evidence.cost_of_annotated(c, Use::Everyday);
                    self.char_and_reading(State { cost, ..next }, at, end, c, Choice::Word);
                    return;
                }
            }
            let gone = Gone::Pair { lead: None, trail: Some(byte) };
            self.step(
                State { cost: next.cost + cost::NO_LEAD, before: None, ..next },
                at,
                at + 1,
                Out::Lost(gone, false),
            );
            return;
        };
        let Some(c) = gbk::decode(lead, byte) else { return };
        let next = State { cost: next.cost + self.evidence.cost(state.before, c), before: Some(c), ..next };
        // a letter of ASCII that is the second byte of a character with a reading after it
        let end = rest.is_none().then(|| self.bracket(at + 1, Some(c))).flatten();
        match (end, alone) {
            (Some(end), None) => self.char_and_reading(next, at, end, c, Choice::None),
            (_, None) => self.step(next, at, at + 1, Out::Char(c, Choice::None)),
            (_, Some(ascii)) => {
                let step = self.steps.len();
                self.steps.push(Step { before: next.step, from: at, to: at + 1, out: Out::Char(c, Choice::None) });
                let next = State { cost: next.cost + cost::ASCII, before: Some(ascii), step, ..next };
                self.step(next, at, at + 1, Out::Char(ascii, Choice::None));
            }
        }
    }
}
