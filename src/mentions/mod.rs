//! The reading of running text: from candidates of the scan to mentions with spans.
//!
//! - this file: the walk from candidate to candidate, and lists that share a unit; [`candidates`]: where no digit begins a number;
//! - [`reported`]: which numbers are amounts and which are codes;
//! - [`around`]: what the words around a number add to it;
//! - [`times`]: which day a time means, and what later words count from; [`not_times`]: what reads as a time and is none;
//! - [`beside`]: times that only stand beside what a sentence reports;
//! - [`narrative`]: what a time takes from those told before it; [`story`]: the story of a past year; [`week`]: which week
//!   a weekday is of; [`ahead`]: whether it looks ahead;
//! - [`durations`]: which durations are times as well;
//! - [`trust`]: which of them damage has touched; [`clauses`]: how much of the text before and after a rule sees.
//!
//! Decides what is reported: which bare numbers are amounts and which are codes, which durations are times as well, and
//! which numbers damage has touched. Imports the scan and the grammar.

mod ahead;
mod annual;
mod around;
mod beside;
mod beside_feast;
mod calendars;
mod candidates;
mod clauses;
mod durations;
mod habits;
mod lookalikes;
mod narrative;
mod not_times;
mod own_years;
mod reported;
mod scan;
mod story;
mod times;
mod told;
mod trust;
mod week;
mod within;
mod year_told;

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::ops::Range;

use crate::any_of::any_of;
use crate::article::{Mention, Range32, all, range32};
use crate::chars::{self, RANGE_MARKS, chinese, is_digit, is_wide_letter, one_of, scale};
use crate::error::{Diagnostic, DiagnosticCode, GrammarError};
use crate::general::{self, Pos};
use crate::grammar::exact::Exact;
use crate::grammar::markers::word_before;
use crate::grammar::numeral::{self, Notation, Spread};
use crate::grammar::quantity::{self, Context, Expression, Measured};
use crate::grammar::time as time_grammar;
use crate::lexer::{Cursor, Lexed};
use crate::quantity::{Approx, Quantity, Role};
use crate::repair::Repaired;
use crate::span::{CharCounter, Span};
use crate::time::{Anchor, Relation, Time};
use crate::unit::{Dimension, Lexicon, Unit};
use crate::vocabulary::{CHANGES_BY, COMPARED, NET};
use beside::Kept;
use calendars::CalendarYear;
use clauses::{clause_after, clause_before, sentence_after, sentence_before, tail_after};
use narrative::LastTime;
use rust_decimal::Decimal;
use scan::{Candidate, Scanner, before, look_back};
use story::Story;
use trust::Trust;

/// Reads stretches of one repaired text into flat lists.
pub(crate) struct Reader<'r> {
    pub(crate) source: &'r str,
    /// The repaired text, folded: places in it are places in the repaired text.
    pub(crate) text: &'r str,
    pub(crate) repaired: &'r Repaired<'r>,
    /// Whether no damage stands anywhere in the text.
    is_sound: bool,
    pub(crate) lexed: &'r Lexed<'r>,
    pub(crate) lexicon: &'r Lexicon,
    pub(crate) anchor: Anchor,
    pub(crate) quantities: Vec<Mention<Quantity>>,
    pub(crate) times: Vec<Mention<Time>>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    counter: CharCounter<'r>,
    /// The most quantities and times that are kept.
    most_findings: usize,
    /// Where the text begins that was not read because there are as many.
    pub(crate) full_at: Option<usize>,
    /// Whether a part of a year was told that is not the calendar's: what is named alone may be its parts.
    has_fiscal_year: bool,
    /// The year that a calendar lists the days of.
    calendar: Option<CalendarYear>,
    /// The story of a past year that is told.
    story: Option<Story>,
    /// The time read last in the passages before.
    told: Option<LastTime>,
    /// The period reported last in the passage before.
    reported: Option<LastTime>,
    /// The code of the currency that 下同 said of all amounts after it.
    stated_money: Option<Cow<'static, str>>,
}

/// Numbers without a unit that may share the unit of the last of their list: 3、5、7名.
#[derive(Default)]
struct List {
    items: Vec<Item>,
    /// Where the next one must begin.
    end: usize,
    /// Whether it began with 第.
    ordinal: bool,
}

/// One of a list.
#[derive(Clone, Copy)]
struct Item {
    /// The index of the quantity.
    index: usize,
    /// Whether it stands for itself.
    is_whole: bool,
    has_scale: bool,
    /// How many times the last of the list it may be: more after 、, less after 和.
    likeness: u32,
}

/// How many times the last of a list one before it may be that shares its scale.
const LIKE: u32 = 20;

/// What the last number of a list gives those before it.
struct Shared {
    unit: Unit,
    role: Role,
    /// The power of ten of its scale, which those have not: 3、5、8億元.
    scale: u32,
    /// What is smaller than this may share it.
    most: Decimal,
    /// The last number of the list.
    value: Decimal,
}

impl<'r> Reader<'r> {
    pub(crate) fn new(
        source: &'r str,
        repaired: &'r Repaired<'r>,
        lexed: &'r Lexed<'r>,
        anchor: Anchor,
        most_findings: usize,
    ) -> Self {
        Self {
            source,
            text: lexed.text(),
            repaired,
            lexed,
            is_sound: repaired.is_sound(),
            lexicon: lexed.lexicon(),
            anchor,
            quantities: Vec::new(),
            times: Vec::new(),
            diagnostics: Vec::new(),
            counter: CharCounter::new(source),
            most_findings,
            full_at: None,
            has_fiscal_year: false,
            calendar: None,
            story: None,
            told: None,
            reported: None,
            stated_money: None,
        }
    }

    /// The source span of a range of the repaired text.
    pub(crate) fn span(&mut self, text: Range<usize>) -> Span {
        let bytes = self.repaired.source_range(text);
        self.counter.span(bytes)
    }

    /// Reads a stretch of the repaired text; the index ranges of what was found in it.
    pub(crate) fn read(&mut self, range: Range<usize>) -> (Range32, Range32) {
        let (quantities, times) = (all(&self.quantities).end, all(&self.times).end);
        let text = self.text.get(range.clone()).unwrap_or_default();
        Passage {
            base: range.start,
            text,
            done: 0,
            list: List::default(),
            in_codes: 0,
            last_time: None,
            reported: None,
            kept: None,
            told_year: None,
            unsure: false,
            is_lost: false,
            is_without_day: false,
            afar: None,
            reader: self,
        }
        .read();
        (quantities..all(&self.quantities).end, times..all(&self.times).end)
    }
}

/// One stretch under reading. Offsets are into its own text.
struct Passage<'p, 'r> {
    reader: &'p mut Reader<'r>,
    base: usize,
    text: &'r str,
    /// Where the expression read last ends.
    done: usize,
    list: List,
    /// The time read last.
    last_time: Option<LastTime>,
    /// The time told last that nothing is only compared with.
    reported: Option<LastTime>,
    /// What was reported before a time that only stands beside it.
    kept: Option<Kept>,
    /// The past year told last, and where what is told of it ends.
    told_year: Option<(i32, usize)>,
    /// Whether a time was read that is not trusted, so that what is counted from it is not either.
    unsure: bool,
    /// Whether the day told last is open.
    is_lost: bool,
    /// Whether a month of a story was told last, and no day of it.
    is_without_day: bool,
    /// Where a limit stands that is not beside its number.
    afar: Option<Range<usize>>,
    /// Where a list of codes read last ends, plus one; 0 where there is none.
    in_codes: usize,
}

impl<'r> Passage<'_, 'r> {
    fn read(&mut self) {
        let mut scanner = Scanner::new(self.text);
        while let Some(candidate) = scanner.next() {
            let (quantities, times, done) = (self.reader.quantities.len(), self.reader.times.len(), self.done);
            let next = self.candidate(candidate);
            if self.reader.quantities.len() + self.reader.times.len() > self.reader.most_findings {
                self.reader.quantities.truncate(quantities);
                self.reader.times.truncate(times);
                self.reader.full_at = Some(self.base + done);
                break;
            }
            scanner.resume(next);
        }
        self.end_list(None);
        self.end_aside(self.text.len());
        self.reader.told = self.last_time.or(self.reader.told);
        self.reader.reported = self.reported.or(self.reader.reported);
    }

    /// A cursor at a byte of the passage.
    fn cursor(&self, at: usize) -> Cursor<'r> {
        self.reader.lexed.cursor(self.base..self.base + self.text.len()).to(self.base + at)
    }

    /// The byte of the passage that a cursor stands at.
    fn at(&self, cursor: Cursor<'_>) -> usize {
        cursor.at() - self.base
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// Reads what begins at a candidate; where to go on.
    fn candidate(&mut self, candidate: Candidate) -> usize {
        let at = candidate.at;
        let Some(c) = self.char_at(at) else { return self.text.len() };
        // 約|個半小時, 約|個幾鐘頭
        let one = match c {
            '半' => self.one_and_half(at),
            '几' => self.one_and_some(at),
            _ => None,
        };
        if let Some(at) = one {
            let start = self.at(look_back(self.cursor(at), self.base + self.done));
            let context = Context { prefixed: start < at, ..self.context(start, at) };
            return self.expression(start, at, context).max(candidate.at + c.len_utf8());
        }
        if let Some(start) = self.limited_share(at, c) {
            let context = Context { prefixed: start < at, ..self.context(start, at) };
            return self.expression(start, at, context).max(at + c.len_utf8());
        }
        if c == '倍' {
            return at + c.len_utf8();
        }
        if let Some(end) = self.word(candidate, c).or_else(|| self.lead(candidate, c)) {
            return end;
        }
        if self.begins_none(at, c) || self.is_personal_name(at, c) {
            return at + c.len_utf8();
        }
        // 新台幣第1季: a currency word before an ordinal is not its own
        let ordinal = matches!(c, '第' | '首' | '前' | '头');
        let start = if ordinal { at } else { self.at(look_back(self.cursor(at), self.base + self.done)) };
        if (c.is_ascii() || is_digit(c)) && self.glued(start, at) && !self.indicator(at) {
            return self.skip_word(at);
        }
        if self.is_torn(at, c) {
            return at + c.len_utf8();
        }
        // 數10人: 數十人
        if matches!(c, '数' | '几') {
            if let Some(end) = self.several_tens(at, start) {
                return end;
            }
        }
        if let Some(end) = self.label(start, at).or_else(|| self.impossible_day(at)) {
            return end;
        }
        let scored = is_digit(c) && start == at && self.is_score(at);
        if is_digit(c) && start == at && !scored {
            if self.is_proportion(at) {
                return self.skip_word(at);
            }
            // 2023-09-20, 19:32
            if let Some((rest, time)) = self.numeric_time(at) {
                let end = self.at(rest);
                self.time(time, at..end);
                return end;
            }
        }
        let context = Context { scored, prefixed: start < at || ordinal, ..self.context(start, at) };
        self.expression(start, at, context)
    }

    /// Reads the time that a word begins.
    fn lead(&mut self, candidate: Candidate, c: char) -> Option<usize> {
        let at = candidate.at;
        if !candidate.lead {
            return None;
        }
        if matches!(c, 'Q' | 'H' | 'F') && before(self.text, at).is_some_and(|c| c.is_ascii_alphanumeric()) {
            return Some(at + 1);
        }
        // 成本|周三, though 本周三 is a time
        let next = at + c.len_utf8();
        let is_noun = || self.text.get(..next).is_some_and(general::ends_in_word);
        // 創下|半年新高
        let is_record = || self.text.get(..at).is_some_and(|head| head.ends_with(['创', '刷', '写']));
        if c == '下' && is_record() && self.char_at(next) == Some('半') {
            return Some(next);
        }
        if c == '本' && is_noun() && time_grammar::from_word(self.cursor(next)).is_ok() {
            return Some(next);
        }
        let is_ordinal = matches!(c, '第' | '首' | '前')
            || c == '头' && not_times::is_begun(self.text.get(..at).unwrap_or_default());
        if !is_ordinal {
            if let Ok((rest, time)) = time_grammar::from_word(self.cursor(at)) {
                let end = self.at(rest);
                self.time(time, at..end);
                return Some(end);
            }
        }
        (!candidate.numeral && !is_ordinal && !matches!(c, '半' | '头')).then(|| at + c.len_utf8())
    }

    /// Whether a numeral is torn off another: the 萬 of B12萬 and the ．3 of １．２．３ belong to what was skipped, the 萬 of 3
    /// and a tab to what stands before.
    fn is_torn(&self, at: usize, c: char) -> bool {
        let head = self.text.get(..at).unwrap_or_default();
        let before_blanks = head.trim_end();
        let of_number = |c: char| is_digit(c) || before_blanks.len() < head.len() && chars::is_of_number(c);
        c == '．' && head.ends_with(is_digit)
            || scale(c).is_some() && at > self.done && before_blanks.ends_with(of_number)
    }

    /// What the words before an expression say of it.
    fn context(&self, start: usize, at: usize) -> Context {
        let head = self.text.get(..start).unwrap_or_default();
        let change = changes_by(head);
        Context {
            listed: self.list.end == start && !self.list.items.is_empty(),
            // clicks, followers or pay
            is_net: self.is_lettered(at) && NET.is_in(clause_before(head)),
            from: head.ends_with(['从', '由', '自']) && !self.ends_in_coverb(start),
            change,
            rated: change && any_of!["率", "比重", "占比"].is_in(sentence_before(head)),
            ..Context::default()
        }
    }

    /// Whether the 從, 由 or 自 before a place is the end of a word that is no preposition: 自由, 獨自, but 來自.
    fn ends_in_coverb(&self, at: usize) -> bool {
        let end = self.cursor(at);
        let pos = word_before(end).and_then(|word| general::get(word.until(end))).map(|word| word.pos);
        pos.is_some_and(|pos| !matches!(pos, Pos::Verb | Pos::Preposition))
    }

    /// Reads the expression at `start`, whose number stands at `at`; where to go on.
    fn expression(&mut self, start: usize, at: usize, context: Context) -> usize {
        match quantity::read(self.cursor(start), context) {
            Ok((rest, Expression::Time(time, from))) => {
                let (from, end) = (from - self.base, self.at(rest));
                if self.is_duration(&time, from..end) || self.is_season(&time, from..end) {
                    let timeless = Context { timeless: true, ..context };
                    // 退休前|3個月
                    let lead = self.char_at(from).filter(|c| matches!(c, '前' | '头' | '首')).map_or(0, char::len_utf8);
                    let start = if lead > 0 { from + lead } else { start };
                    if let Ok((rest, Expression::Quantity(measured))) = quantity::read(self.cursor(start), timeless) {
                        return self.quantity(measured, start, self.at(rest), at);
                    }
                }
                if self.is_term(&time, from) {
                    return self.term(start, end - start);
                }
                self.time(time, from..end);
                end
            }
            Ok((rest, Expression::Quantity(measured))) => self.quantity(measured, start, self.at(rest), at),
            Err(nom::Err::Failure(miss)) => {
                let error = miss.reason.unwrap_or(GrammarError::Overflow);
                let end = self.skip_word(at);
                let span = self.reader.span(self.base + start..self.base + end);
                let message = alloc::format!("{error}");
                self.reader.diagnostics.push(Diagnostic::note(DiagnosticCode::NumberOverflow, message, span));
                end
            }
            Err(_) => self.skip_numeral(at),
        }
    }

    /// Whether a letter that counts thousands follows the digits at `at`: 3K, 50W, 12-18k.
    fn is_lettered(&self, at: usize) -> bool {
        const LETTERS: [char; 4] = ['w', 'W', 'k', 'K'];
        let number = |text: &'r str| text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let end = number(self.text.get(at..).unwrap_or_default());
        end.starts_with(LETTERS)
            || end.strip_prefix(RANGE_MARKS).is_some_and(|second| number(second).starts_with(LETTERS))
    }

    /// The end of the run of letters, digits, numerals and their joints at `at`.
    fn skip_word(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let joint = |c: char| {
            c.is_ascii_alphanumeric()
                || is_digit(c)
                || is_wide_letter(c)
                || matches!(c, '_' | '-' | '.' | ',' | '/' | ':' | '．')
        };
        let numeral = |c: char| is_digit(c) || chinese(c).is_some() || scale(c).is_some() || matches!(c, '，' | '．');
        let run = |test: &dyn Fn(char) -> bool| rest.find(|c| !test(c)).unwrap_or(rest.len());
        let end = run(&joint).max(run(&numeral));
        at + end.max(self.char_at(at).map_or(1, char::len_utf8))
    }

    /// The end of the numeral at `at`, so that its tail is not taken for another.
    fn skip_numeral(&self, at: usize) -> usize {
        let end = numeral::read(self.cursor(at)).map_or(at, |(rest, _)| self.at(rest));
        end.max(at + self.char_at(at).map_or(1, char::len_utf8))
    }

    /// 數10人, 幾100萬元: several tens or hundreds, with the power of ten in digits. After a noun 數 is its end: 件數10件.
    fn several_tens(&mut self, at: usize, start: usize) -> Option<usize> {
        let rest = self.text.get(at..)?;
        let word = rest.chars().next()?;
        let digits: &str = rest.get(word.len_utf8()..)?;
        let count = digits.chars().take_while(|c| is_digit(*c)).count();
        let length: usize = digits.chars().take(count).map(char::len_utf8).sum();
        let scale = match digits.get(..length)? {
            "10" | "１０" => "十",
            "100" | "１００" => "百",
            "1000" | "１０００" => "千",
            _ => return None,
        };
        let last = before(self.text, start);
        let free = start < at
            || last.is_none_or(|c| {
                !c.is_alphabetic() || one_of!("有达了出共伤死获捐聚花逾近上过资卖值耗省赚蚀亏罚骗涉为是约").contains(c)
            });
        if !free {
            return None;
        }
        let after = digits.get(length..)?;
        let after = after.char_indices().nth(24).map_or(after, |(end, _)| after.get(..end).unwrap_or(after));
        let head = self.text.get(start..at)?;
        let text = alloc::format!("{head}{word}{scale}{after}");
        let (mut measured, read) = self.read_aside(&text)?;
        if measured.numeral.spread != Spread::Several {
            return None;
        }
        // back from the text that was read to the one that stands there
        let number = head.len() + word.len_utf8();
        let place = |at: usize| if at > number { at - scale.len() + length } else { at };
        let offset = self.base + start;
        measured.marker = measured.marker.map(|marker| offset + place(marker.start)..offset + place(marker.end));
        let end = start + place(read);
        self.end_list(None);
        self.push(measured, start, end);
        self.done = end;
        Some(end)
    }

    /// Reads a quantity in other words than the text has; its length.
    fn read_aside(&self, text: &str) -> Option<(Measured, usize)> {
        let lexed = Lexed::new(text, self.reader.lexicon);
        match quantity::read(lexed.cursor(0..text.len()), Context::TIMELESS) {
            Ok((rest, Expression::Quantity(measured))) => Some((measured, rest.at())),
            _ => None,
        }
    }

    /// 徒刑8月: months that last, printed without 個.
    fn term(&mut self, start: usize, length: usize) -> usize {
        let text = self.text.get(start..start + length).unwrap_or_default();
        let months = alloc::format!("{}个月", text.trim_end_matches('月'));
        if let Some((measured, _)) = self.read_aside(&months) {
            self.push(measured, start, start + length);
        }
        self.done = start + length;
        start + length
    }

    /// 4勝2和1負, 2勝1平: draws, beside games that were won or lost; where the number ends.
    fn draws(&self, measured: &mut Measured, start: usize, end: usize) -> usize {
        let is_bare = measured.quantity.unit.is_none() && measured.numeral.digits > 0;
        let Some(word) = self.char_at(end).filter(|c| is_bare && matches!(c, '平' | '和')) else { return end };
        let last = self.reader.quantities.last().filter(|last| last.text.end as usize == self.base + start);
        let is_record = last
            .and_then(|last| last.item.unit.as_ref())
            .is_some_and(|unit| matches!(unit.symbol(), "勝" | "敗" | "負" | "戰" | "仗"));
        if !is_record {
            return end;
        }
        measured.quantity.unit = self.reader.lexicon.get("平局");
        end + word.len_utf8()
    }

    /// 比去年的101萬多近三成: more by so much, not more than a number without a unit; where that ends.
    fn ends_before_more(&self, measured: &mut Measured, start: usize, end: usize) -> usize {
        let quantity = &mut measured.quantity;
        let text = self.text.get(start..end).unwrap_or_default();
        // 較去年的30億多兩成: the 兩 is no tael
        let number = text.strip_suffix('两').filter(|number| number.ends_with('多')).unwrap_or(text);
        let next = self.text.get(start + number.len()..).and_then(|rest| rest.chars().next());
        let counts = |c: char| is_digit(c) || chinese(c).is_some() || matches!(c, '两' | '半' | '几');
        let is_compared = || COMPARED.is_in(clause_before(self.text.get(..start).unwrap_or_default()));
        let is_verb = quantity.approx == Approx::Odd
            && number.ends_with('多')
            && next.is_some_and(|c| one_of!("近逾约").contains(c) || counts(c) && is_compared());
        let Some(value) = quantity.value.filter(|_| is_verb) else { return end };
        measured.numeral.odd = false;
        quantity.approx = Approx::Exact;
        (quantity.lower, quantity.upper) = Quantity::limits(value, Approx::Exact);
        if number.len() < text.len() {
            quantity.unit = None;
        }
        start + number.len() - '多'.len_utf8()
    }

    /// Reports a quantity or leaves it out; where to go on.
    fn quantity(&mut self, mut measured: Measured, start: usize, end: usize, at: usize) -> usize {
        self.afar = None;
        let end = self.draws(&mut measured, start, end);
        let end = self.ends_before_more(&mut measured, start, end);
        self.limit_from_afar(&mut measured, start);
        let adjoins = self.list.end == start && !self.list.items.is_empty();
        let joint = self.joint(start, end, &measured, adjoins);
        let listed = joint.is_some();
        let no_unit = measured.quantity.unit.is_none();
        let bare = no_unit && measured.quantity.role == Role::Cardinal;
        let ordinal = no_unit && measured.quantity.role == Role::Ordinal;
        let code = bare && self.is_code(&measured, start, end);
        let report =
            !code && (!bare || self.stands_alone(&measured, start, end)) && !self.not_counted(&measured, start, end);
        if code {
            self.in_codes = end + 1;
            self.end_list(None);
            return self.after_code(end);
        }
        if !adjoins {
            self.end_list(None);
        }
        let is_month = || self.text.get(end..).is_some_and(is_month_after);
        // 第二、三、五位 are places all three
        let is_place = adjoins && self.list.ordinal && measured.numeral.digits == 1;
        // 三十四、三十五度, where one digit may be a part of a word
        let is_long = || self.char_at(end) == Some('、') && !measured.numeral.low.less(Exact::TEN);
        let is_shared = || measured.numeral.notation != Notation::Chinese || is_place || is_long() || is_month();
        let may_share = bare && listed && is_shared();
        if !(report || may_share) {
            // 92、95及98無鉛汽油: as the last of them is no amount, those before it are none
            if adjoins && bare && measured.numeral.digits > 0 {
                self.list.items.iter_mut().for_each(|item| item.is_whole &= item.has_scale);
            }
            self.end_list(None);
            // only the numeral is used up: 第三方 leaves 方 to be read
            return end.max(at + self.char_at(at).map_or(1, char::len_utf8));
        }
        if let Some(joint) = joint.filter(|_| bare || ordinal) {
            if adjoins && self.list.ordinal {
                measured.quantity.role = Role::Ordinal;
            }
            self.list.ordinal |= ordinal;
            let has_scale = measured.numeral.scaled();
            let index = self.push(measured, start, end);
            let is_listed = self.char_at(end) == Some('、');
            let likeness = if is_listed { LIKE * LIKE } else { LIKE };
            self.list.items.push(Item { index, is_whole: report, has_scale, likeness });
            self.list.end = end + joint;
            self.done = end;
            return end;
        }
        self.sense(&mut measured, start, end);
        self.megabits(&mut measured, start, end);
        self.state_money(&mut measured, start, end);
        if adjoins {
            self.share_unit(&mut measured);
        }
        self.whole(measured, start, end)
    }

    /// Gives the numbers of a list what its last one has; 第3、5、7名 are places all three.
    fn share_unit(&mut self, measured: &mut Measured) {
        if self.list.ordinal && measured.quantity.role == Role::Cardinal {
            measured.quantity.role = Role::Ordinal;
        }
        let n = &measured.numeral;
        let scale = if n.notation == Notation::Mixed && n.big >= 4 { n.stack.unsigned_abs() } else { 0 };
        let role = measured.quantity.role;
        let coefficient = n.low.shift(-n.stack).decimal(false).unwrap_or_default();
        let value = measured.quantity.decimal().unwrap_or_default();
        let most = coefficient.saturating_mul(LIKE.into());
        self.end_list(measured.quantity.unit.clone().map(|unit| Shared { unit, role, scale, most, value }));
    }

    /// 低於4年前的水平: the comparison is with what was then, and limits no years. Where the number begins.
    fn begins_after_comparison(&self, measured: &mut Measured, start: usize, end: usize) -> usize {
        let marker = measured.marker.clone().filter(|marker| marker.start == self.base + start);
        let word = marker.and_then(|marker| self.text.get(marker.start - self.base..marker.end - self.base));
        let is_past = || matches!(time_grammar::duration_relation(self.cursor(end)), Some((Relation::Before, _)));
        let (Some(word), Some(value)) =
            (word.filter(|word| COMPARED.contains(word) && is_past()), measured.quantity.value)
        else {
            return start;
        };
        measured.marker = None;
        measured.quantity.approx = Approx::Exact;
        (measured.quantity.lower, measured.quantity.upper) = Quantity::limits(value, Approx::Exact);
        let after = start + word.len();
        after + chars::blanks(self.text.get(after..).unwrap_or_default())
    }

    /// Reports a quantity with all that its neighbours add to it; where to go on.
    fn whole(&mut self, mut measured: Measured, start: usize, end: usize) -> usize {
        if let Some(year) = self.year_of_republic(&measured, start, end) {
            self.time(year, start..end);
            return end;
        }
        self.recent(&mut measured, start);
        self.share_points(&measured, start);
        self.denominator(&mut measured, start, end);
        self.ambiguities(&measured, start, end);
        // 58歲前會計 was one before
        let is_former = self.char_at(end) == Some('前');
        let lasts = |unit: &Unit| unit.dimension() == Dimension::Duration && !(is_former && unit.symbol() == "歲");
        if measured.quantity.unit.as_ref().is_some_and(lasts) && measured.quantity.role == Role::Cardinal {
            let start = self.begins_after_comparison(&mut measured, start, end);
            let time_end = self.duration_as_time(&measured, start, end);
            self.push(measured, start, end);
            self.done = time_end;
            return time_end;
        }
        self.push(measured, start, end);
        self.done = end;
        end
    }

    /// The length of the 、 or 及 at `end` that joins a number to the next of its list.
    fn joint(&self, start: usize, end: usize, measured: &Measured, in_list: bool) -> Option<usize> {
        let rest = self.text.get(end..)?;
        if measured.quantity.approx == Approx::Exact && self.is_pair_of_pressure(end) {
            return Some('/'.len_utf8());
        }
        let word = ["、", "及", "和", "与", "或"].into_iter().find(|word| rest.starts_with(word))?;
        let next = rest.get(word.len()..)?.chars().next()?;
        // 第3及第4季
        if next == '第' && measured.quantity.role == Role::Ordinal && measured.quantity.unit.is_none() {
            return Some(word.len());
        }
        // 4勝2和1負 counts draws
        let last = self.reader.quantities.last().filter(|last| last.text.end as usize == self.base + start);
        if word == "和"
            && last.and_then(|last| last.item.unit.as_ref()).is_some_and(|unit| "勝敗負平".contains(unit.symbol()))
        {
            return None;
        }
        let notation = measured.numeral.notation;
        let number =
            is_digit(next) || (word == "、" || measured.numeral.scaled()) && (chinese(next).is_some() || next == '十');
        let is_joined = notation != Notation::Chinese || in_list || measured.numeral.scaled();
        (number && (word == "、" || is_joined)).then_some(word.len())
    }

    /// Gives the numbers of a list the unit of its last one; without one, drops those that do not stand for themselves.
    fn end_list(&mut self, shared: Option<Shared>) {
        let items = core::mem::take(&mut self.list).items;
        let Some(first) = items.first().map(|item| item.index) else { return };
        // the items are the last quantities, one after the other
        let tail = self.reader.quantities.split_off(first.min(self.reader.quantities.len()));
        for (mut mention, item) in tail.into_iter().zip(items) {
            // 貸款800萬、30年期, 80萬人和3萬輛: so much and another thing
            let is_apart = |value: &Decimal| {
                let most = value.saturating_mul(item.likeness.into());
                item.is_whole && item.has_scale && mention.item.decimal().is_some_and(|n| n > most)
            };
            match &shared {
                Some(Shared { value, .. }) if is_apart(value) => {}
                Some(Shared { unit, role, scale, most, .. }) => {
                    mention.item.unit = Some(unit.clone());
                    mention.item.role = *role;
                    // 300、5萬名: apart by more than a list of one scale is
                    let is_like = mention.item.decimal().is_some_and(|n| n < *most);
                    mention.item.shift(if item.has_scale || !is_like { 0 } else { *scale });
                }
                None if !item.is_whole => continue,
                None => {}
            }
            self.reader.quantities.push(mention);
        }
    }

    fn push(&mut self, measured: Measured, start: usize, end: usize) -> usize {
        let text = self.base + start..self.base + end;
        let span = self.reader.span(text.clone());
        let trust = self.reader.trust(&text);
        let mut item = measured.quantity;
        if trust == Trust::Withheld {
            (item.value, item.lower, item.upper) = (None, None, None);
            let message = "the number stands in damaged text and may have lost a part";
            self.reader.diagnostics.push(Diagnostic::note(DiagnosticCode::DamagedNumber, message, span));
        }
        if self.reader.is_open_after(&text) && item.approx == Approx::Exact {
            // 三成�: 多 or 以上 may be gone
            (item.lower, item.upper) = (None, None);
        }
        let marker = measured.marker.or(self.afar.take()).map(|marker| self.reader.span(marker));
        let damaged = trust != Trust::Sound;
        self.reader.quantities.push(Mention { item, span, text: range32(&text), marker, damaged });
        self.reader.quantities.len() - 1
    }
}

/// Whether a joint and another month begin a text: 七|、八月.
fn is_month_after(rest: &str) -> bool {
    let next = rest.strip_prefix(['、', '及', '和']).unwrap_or_default();
    let unit = next.trim_start_matches(|c| chinese(c).is_some() || c == '十');
    unit.len() < next.len() && unit.starts_with('月')
}

/// Whether a text ends with a word of change, after which 至 leads to what became of it: 上調5元至65元.
fn changes_by(head: &str) -> bool {
    CHANGES_BY.longest_at_end(head).is_some_and(|(leads, _)| leads)
}
