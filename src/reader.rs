//! The reading of running text: from candidates of the scan to mentions with spans.
//!
//! Decides what is reported: which bare numbers are amounts and which are codes, which durations are times as well, and
//! which numbers damage has touched. Imports the scan and the grammar.

use alloc::vec::Vec;
use core::ops::Range;

use chrono::Datelike;

use crate::article::{Mention, Range32, all, range32};
use crate::error::{Diagnostic, DiagnosticCode};
use crate::grammar::chars::{arabic, blanks, chinese, is_blank, scale};
use crate::grammar::exact::Exact;
use crate::grammar::lookalikes;
use crate::grammar::markers;
use crate::grammar::numeral::{self, Doubt, Notation, Spread};
use crate::grammar::quantity::{self, Context, Expression, Measured};
use crate::grammar::time as time_grammar;
use crate::quantity::{Approx, Quantity, Role};
use crate::region::Region;
use crate::repair::Repaired;
use crate::scan::{Candidate, Scanner, before, look_back};
use crate::span::{CharCounter, Span};
use crate::time::{Anchor, DayName, Moment, Part, Point, Relation, Step, TimeExpr, TimeKind, TimeRef};
use crate::unit::{Dimension, Lexicon, NumberForm, Unit};

/// Reads stretches of one repaired text into flat lists.
pub(crate) struct Reader<'r> {
    pub(crate) source: &'r str,
    pub(crate) text: &'r str,
    pub(crate) repaired: &'r Repaired<'r>,
    pub(crate) lexicon: &'r Lexicon,
    pub(crate) anchor: Anchor,
    pub(crate) quantities: Vec<Mention<Quantity>>,
    pub(crate) times: Vec<Mention<TimeRef>>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    counter: CharCounter<'r>,
}

/// Numbers without a unit that may share the unit of the last of their list: 3、5、7名.
#[derive(Default)]
struct List {
    /// The indices of the quantities, and whether each stands for itself.
    items: Vec<(usize, bool)>,
    /// Where the next one must begin.
    end: usize,
    /// Whether it began with 第.
    ordinal: bool,
}

impl<'r> Reader<'r> {
    pub(crate) fn new(source: &'r str, repaired: &'r Repaired<'r>, lexicon: &'r Lexicon, anchor: Anchor) -> Self {
        Self {
            source,
            text: repaired.text(),
            repaired,
            lexicon,
            anchor,
            quantities: Vec::new(),
            times: Vec::new(),
            diagnostics: Vec::new(),
            counter: CharCounter::new(source),
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
    /// Where the time read last ends, and what it says.
    last_time: Option<(usize, Point)>,
    /// Where a limit stands that is not beside its number.
    afar: Option<Range<usize>>,
    /// Where a list of codes read last ends, plus one; 0 where there is none.
    in_codes: usize,
}

impl Passage<'_, '_> {
    fn read(&mut self) {
        let mut scanner = Scanner::new(self.text);
        while let Some(candidate) = scanner.next() {
            let next = self.candidate(candidate);
            scanner.resume(next);
        }
        self.end_list(None);
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// Reads what begins at a candidate; where to go on.
    fn candidate(&mut self, candidate: Candidate) -> usize {
        let at = candidate.at;
        let Some(c) = self.char_at(at) else { return self.text.len() };
        if !c.is_ascii() {
            if let Some((here, end)) = lookalikes::word_around(self.text, at, self.done) {
                let unit = here && candidate.numeral && self.longer_unit(at, end);
                // 正月初一 is longer than 正月初, 五一 as long as 五一
                let rest = self.text.get(at..).unwrap_or_default();
                let time = || time_grammar::from_word(rest, self.reader.lexicon).is_some_and(|(_, n)| at + n >= end);
                if !(unit || here && candidate.lead && time()) {
                    return end;
                }
            }
        }
        let ascii = c.is_ascii();
        if candidate.lead {
            if c == 'Q' && before(self.text, at).is_some_and(|c| c.is_ascii_alphanumeric()) {
                return at + 1;
            }
            if !matches!(c, '第' | '首' | '前') {
                if let Some((time, length)) =
                    time_grammar::from_word(self.text.get(at..).unwrap_or_default(), self.reader.lexicon)
                {
                    self.time(time, at..at + length);
                    return at + length;
                }
            }
            if !candidate.numeral && !matches!(c, '第' | '首' | '前' | '半') {
                return at + c.len_utf8();
            }
        }
        // 新台幣第1季: a currency word before an ordinal is not its own
        let ordinal = matches!(c, '第' | '首' | '前');
        let start = if ordinal { at } else { look_back(self.text, at, self.done, self.reader.lexicon) };
        if ascii && self.glued(start, at) && !self.indicator(at) {
            return self.skip_word(at);
        }
        // the 萬 of B12萬 belongs to what was skipped
        if !ascii && at > self.done && scale(c).is_some() && before(self.text, at).and_then(arabic).is_some() {
            return at + c.len_utf8();
        }
        if ascii && start == at {
            // 2023-09-20, 19:32
            if let Some((time, length)) = self.numeric_time(at) {
                self.time(time, at..at + length);
                return at + length;
            }
        }
        let context = Context {
            timeless: false,
            prefixed: start < at || ordinal,
            from: before(self.text, start).is_some_and(|c| matches!(c, '從' | '从' | '由' | '自')),
            change: before(self.text, start).is_some_and(|c| "跌漲涨升降增減减加少挫揚扬貶贬".contains(c)),
        };
        let rest = self.text.get(start..).unwrap_or_default();
        match quantity::read(rest, self.reader.lexicon, context) {
            Ok(Some((Expression::Time(time, skip), length))) => {
                self.time(time, start + skip..start + length);
                start + length
            }
            Ok(Some((Expression::Quantity(measured), length))) => match self.cut_year(&measured, start) {
                Some((time, length)) => {
                    self.time(time, start..start + length);
                    start + length
                }
                None => self.quantity(measured, start, start + length, at),
            },
            Ok(None) => self.skip_numeral(at),
            Err(error) => {
                let end = self.skip_word(at);
                let span = self.reader.span(self.base + start..self.base + end);
                self.reader.diagnostics.push(Diagnostic::note(
                    DiagnosticCode::NumberOverflow,
                    alloc::format!("{error}"),
                    span,
                ));
                end
            }
        }
    }

    /// Whether the numeral at `at` has a unit that goes on behind `end`: 四平方米 is no 四平.
    fn longer_unit(&self, at: usize, end: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default();
        let Ok(Some((_, length))) = numeral::read(rest, self.reader.lexicon) else { return false };
        let unit = self.reader.lexicon.entry(rest.get(length..).unwrap_or_default());
        unit.is_some_and(|(_, unit)| at + length + unit > end)
    }

    /// `021年` behind damage that swallowed a byte: the year, where only one is possible.
    fn cut_year(&self, measured: &Measured, start: usize) -> Option<(TimeExpr, usize)> {
        let text = self.base + start..self.base + start + 1;
        let tail = measured
            .numeral
            .plain()
            .filter(|_| measured.numeral.digits == 3 && self.reader.repaired.in_stretch(&text))?;
        let rest = self.text.get(start + 3..)?.strip_prefix('年')?;
        let length = self.text.len() - start - rest.len();
        let published = self.reader.anchor.published?.year();
        let tail = i32::try_from(tail).ok()?;
        let mut fitting =
            [1000, 2000].into_iter().map(|head| head + tail).filter(|year| (1900..=published).contains(year));
        let year = fitting.next().filter(|_| fitting.next().is_none())?;
        Some(time_grammar::year(year, self.text.get(start..)?, length, self.reader.lexicon))
    }

    fn numeric_time(&self, at: usize) -> Option<(TimeExpr, usize)> {
        let rest = self.text.get(at..)?;
        let signs = rest.bytes().take(6).any(|b| matches!(b, b'-' | b'/' | b':' | b'.'));
        let digits = || rest.bytes().take(9).take_while(u8::is_ascii_digit).count();
        // 日期1120920: a year of the Republic, month and day
        if !signs && digits() == 7 {
            let local = self.reader.lexicon.region() == Some(Region::Taiwan);
            let dated =
                self.text.get(..at).is_some_and(|head| head.trim_end_matches([':', '：', ' ']).ends_with("日期"));
            return if local || dated { time_grammar::compact_minguo(rest, self.reader.lexicon) } else { None };
        }
        if !signs && !rest.chars().take(5).any(|c| matches!(c, '：' | '·')) && digits() != 8 {
            return None;
        }
        time_grammar::numeric_only(rest, self.reader.lexicon)
    }

    /// Whether a number of ASCII digits is part of a word, a code or an address.
    fn glued(&self, start: usize, at: usize) -> bool {
        if start < at && self.text.get(start..at).is_some_and(|prefix| !prefix.starts_with(['-', '−'])) {
            return false;
        }
        let Some(last) = before(self.text, at) else { return false };
        let earlier = before(self.text, at - last.len_utf8());
        match last {
            c if c.is_ascii_alphanumeric() => at > self.done,
            '_' | '@' | '#' => true,
            '-' | '/' | '.' | ':' | '·' => {
                at > self.done && earlier.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '號' | '号'))
            }
            _ => false,
        }
    }

    /// Whether capitals before a number are the name of what it measures: CPI0.1%, ETF100億元.
    fn indicator(&self, at: usize) -> bool {
        let head = self.text.get(..at).unwrap_or_default();
        let capitals = head.bytes().rev().take(6).take_while(u8::is_ascii_uppercase).count();
        let lead = head.get(..head.len() - capitals).and_then(|head| head.chars().next_back());
        let apart = lead.is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | '/'));
        let rest = self.text.get(at..).unwrap_or_default();
        let Ok(Some((n, length))) = numeral::read(rest, self.reader.lexicon) else { return false };
        let share = rest.get(length..).is_some_and(|tail| tail.starts_with(['%', '％']));
        (2..6).contains(&capitals) && apart && (share || n.big > 0)
    }

    /// The end of the run of letters, digits, numerals and their joints at `at`.
    fn skip_word(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let joint = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ',' | '/' | ':');
        let numeral =
            |c: char| arabic(c).is_some() || chinese(c).is_some() || scale(c).is_some() || matches!(c, '，' | '．');
        let run = |test: &dyn Fn(char) -> bool| rest.find(|c| !test(c)).unwrap_or(rest.len());
        let end = run(&joint).max(run(&numeral));
        at + end.max(self.char_at(at).map_or(1, char::len_utf8))
    }

    /// The end of the numeral at `at`, so that its tail is not taken for another.
    fn skip_numeral(&self, at: usize) -> usize {
        let length = numeral::read(self.text.get(at..).unwrap_or_default(), self.reader.lexicon)
            .ok()
            .flatten()
            .map_or(0, |(_, length)| length);
        at + length.max(self.char_at(at).map_or(1, char::len_utf8))
    }

    /// Reports a quantity or leaves it out; where to go on.
    fn quantity(&mut self, mut measured: Measured, start: usize, end: usize, at: usize) -> usize {
        self.afar = None;
        self.limit_from_afar(&mut measured, start);
        let adjoins = self.list.end == start && !self.list.items.is_empty();
        let joint = self.joint(end, measured.numeral.notation, adjoins);
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
        let may_share = bare && listed && measured.numeral.notation != Notation::Chinese;
        if !(report || may_share) {
            self.end_list(None);
            // only the numeral is used up: 第三方 leaves 方 to be read
            return end.max(at + self.char_at(at).map_or(1, char::len_utf8));
        }
        if let Some(joint) = joint.filter(|_| bare || ordinal) {
            if adjoins && self.list.ordinal {
                measured.quantity.role = Role::Ordinal;
            }
            self.list.ordinal |= ordinal;
            let index = self.push(measured, start, end);
            self.list.items.push((index, report));
            self.list.end = end + joint;
            self.done = end;
            return end;
        }
        self.sense(&mut measured, start, end);
        if adjoins {
            // 第3、5、7名 are places all three
            if self.list.ordinal && measured.quantity.role == Role::Cardinal {
                measured.quantity.role = Role::Ordinal;
            }
            let shared = measured.quantity.unit.clone();
            let role = measured.quantity.role;
            self.end_list(shared.map(|unit| (unit, role)));
        }
        self.denominator(&mut measured, start);
        self.ambiguities(&measured, start, end);
        if measured.quantity.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Duration)
            && measured.quantity.role == Role::Cardinal
        {
            let time_end = self.duration_as_time(&mut measured, start, end);
            self.push(measured, start, end);
            self.done = time_end;
            return time_end;
        }
        self.push(measured, start, end);
        self.done = end;
        end
    }

    /// The length of the 、 or 及 at `end` that joins a number to the next of its list.
    fn joint(&self, end: usize, notation: Notation, in_list: bool) -> Option<usize> {
        let rest = self.text.get(end..)?;
        let word = ["、", "及", "和", "與", "与", "或"].into_iter().find(|word| rest.starts_with(word))?;
        let next = rest.get(word.len()..)?.chars().next()?;
        let number = arabic(next).is_some() || word == "、" && chinese(next).is_some();
        let mixed = notation == Notation::Mixed && (word == "及" || in_list);
        (number && (word == "、" || mixed || notation == Notation::Arabic)).then_some(word.len())
    }

    /// 突破500元, 至少已造成5人死亡: a limit that stands before the number, but not beside it.
    fn limit_from_afar(&mut self, measured: &mut Measured, start: usize) {
        let quantity = &mut measured.quantity;
        let Some(value) = quantity.value.filter(|_| quantity.approx == Approx::Exact && quantity.role != Role::Ordinal)
        else {
            return;
        };
        let clause = clause_before(self.text.get(self.done..start).unwrap_or_default());
        let Some((approx, from, length)) = markers::read_afar(clause) else { return };
        quantity.approx = approx;
        (quantity.lower, quantity.upper) = Quantity::limits(value, approx);
        // the marker lies before the quantity
        let at = self.base + start - clause.len() + from;
        self.afar = Some(at..at + length);
    }

    /// 每畝500公斤, 每股盈餘3元, 人均3萬元: the denominator that stands before the number.
    fn denominator(&self, measured: &mut Measured, start: usize) {
        let quantity = &mut measured.quantity;
        let Some(unit) = quantity.unit.take() else { return };
        let rate = quantity.role == Role::Cardinal && unit.per().is_none();
        let lasting = unit.dimension() == Dimension::Duration;
        let clause = clause_before(self.text.get(self.done..start).unwrap_or_default());
        let per = if rate { quantity::denominator_before(clause, self.reader.lexicon) } else { None };
        quantity.unit = Some(match per {
            Some(per) if per != unit && !(lasting && per.dimension() != Dimension::Items) => {
                let per = self.sense_of_denominator(&unit, per, start);
                unit.with_per(per)
            }
            _ => unit,
        });
    }

    /// 北緯23度, 用電300度, 三度當選: the meaning that its neighbours give a unit of several.
    fn sense(&mut self, measured: &mut Measured, start: usize, end: usize) {
        let quantity = &mut measured.quantity;
        let Some(unit) = quantity.unit.as_ref() else { return };
        if let Some(per) = unit.per().filter(|per| per.has_senses()) {
            let per = self.sense_of_denominator(unit, per.clone(), start);
            quantity.unit = quantity.unit.take().map(|unit| unit.with_per(per));
            return;
        }
        if !unit.has_senses() {
            return;
        }
        let n = &measured.numeral;
        let rest = self.text.get(end..).unwrap_or_default();
        // 第三度當選
        let ordinal = quantity.role == Role::Ordinal;
        let digit = n.notation == Notation::Chinese && n.digits == 1 && !n.scaled() && Exact::ONE.less(n.low);
        let form = if n.big >= 4 {
            Some(NumberForm::Scaled)
        } else {
            let alone = digit && !n.point && n.spread == Spread::None && quantity.approx == Approx::Exact;
            let verb = rest.starts_with(|c: char| c.is_alphabetic() && !"的之左右高低是為为和與与至到".contains(c));
            (ordinal || alone && verb).then_some(NumberForm::Digit)
        };
        let head = if ordinal { "" } else { sentence_before(self.text.get(..start).unwrap_or_default()) };
        // 零下3度: the sign is part of the number
        let sign = self.text.get(start..end).is_some_and(|text| text.starts_with("零下"));
        let head = if sign { "零下" } else { head };
        let Some((sense, guessed)) = self.reader.lexicon.sense(unit, head, rest, form) else { return };
        if guessed {
            let message = alloc::format!("{} was read as a unit of {}", sense.symbol(), sense.dimension());
            let span = self.reader.span(self.base + start..self.base + end);
            self.reader.diagnostics.push(Diagnostic::note(DiagnosticCode::AmbiguousUnit, message, span));
        }
        quantity.unit = Some(sense);
    }

    /// 每桶80美元: what a denominator means below its unit.
    fn sense_of_denominator(&self, unit: &Unit, per: Unit, start: usize) -> Unit {
        let form = (unit.dimension() == Dimension::Currency).then_some(NumberForm::Price);
        let head = sentence_before(self.text.get(..start).unwrap_or_default());
        self.reader.lexicon.sense(&per, head, "", form).map_or(per, |(sense, _)| sense)
    }

    /// Gives the numbers of a list the unit of its last one; without one, drops those that do not stand for themselves.
    fn end_list(&mut self, unit: Option<(Unit, Role)>) {
        let items = core::mem::take(&mut self.list).items;
        let Some((first, _)) = items.first().copied() else { return };
        // the items are the last quantities, one behind the other
        let tail = self.reader.quantities.split_off(first.min(self.reader.quantities.len()));
        for (mut mention, (_, alone)) in tail.into_iter().zip(items) {
            match &unit {
                Some((unit, role)) => {
                    mention.item.unit = Some(unit.clone());
                    mention.item.role = *role;
                }
                None if !alone => continue,
                None => {}
            }
            self.reader.quantities.push(mention);
        }
    }

    fn push(&mut self, measured: Measured, start: usize, end: usize) -> usize {
        let text = self.base + start..self.base + end;
        let span = self.reader.span(text.clone());
        let damaged = self.reader.repaired.touches(&text);
        let mut item = measured.quantity;
        if self.reader.repaired.in_stretch(&text) {
            (item.value, item.lower, item.upper) = (None, None, None);
            let message = "the number stands in damaged text and is not trusted";
            self.reader.diagnostics.push(Diagnostic::note(DiagnosticCode::DamagedNumber, message, span));
        }
        let beside = measured.marker.map(|marker| text.start + marker.start..text.start + marker.end);
        let marker = beside.or(self.afar.take()).map(|marker| self.reader.span(marker));
        self.reader.quantities.push(Mention { item, span, text: range32(&text), marker, damaged });
        self.reader.quantities.len() - 1
    }

    /// Tells of readings that were chosen among several.
    fn ambiguities(&mut self, measured: &Measured, start: usize, end: usize) {
        let text = self.text.get(start..end).unwrap_or_default();
        let slashed = measured.quantity.role == Role::Fraction && text.contains(['/', '／']);
        let message = match measured.numeral.doubt {
            Some(Doubt::WideComma) => "the full-width comma was read as a thousands separator",
            Some(Doubt::Elided) => "the last digit was read as the place below the scale, as in 3萬5 for 35,000",
            Some(Doubt::Apart) => "the two digits were read as the ends of a range",
            None if slashed && measured.numeral.plain().is_some_and(|n| n <= 12) => {
                "the numbers were read as a fraction, not as a date"
            }
            None => return,
        };
        let span = self.reader.span(self.base + start..self.base + end);
        self.reader.diagnostics.push(Diagnostic::note(DiagnosticCode::AmbiguousNumber, message, span));
    }

    /// Whether a bare number is a code: a telephone or licence number, a stock, a version, the number of a list.
    fn is_code(&self, measured: &Measured, start: usize, end: usize) -> bool {
        let n = &measured.numeral;
        if n.notation != Notation::Arabic || n.scaled() || measured.currency_word {
            return false;
        }
        let text = self.text.get(start..end).unwrap_or_default();
        let next = self.char_at(end);
        let last = before(self.text, start);
        let word_before = last.is_some_and(is_blank)
            && self.text.get(..start).is_some_and(|head| head.trim_end().ends_with(|c: char| c.is_ascii_alphabetic()));
        let is_open = last.is_some_and(|c| "([（【「『“‘〔［〈".contains(c));
        let is_close = next.is_some_and(|c| ")]）】」』”’〕］〉".contains(c));
        let letter = next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '_' | '@' | '×' | '·'));
        let dash = matches!(next, Some('-' | '/'));
        let zero = text.starts_with('0') && text.len() > 1 && !n.point;
        let long = text.bytes().filter(u8::is_ascii_digit).count() >= 7
            && text.contains(['-', '–'])
            && measured.quantity.approx == Approx::Range;
        // 7-11 is a shop
        let shop = measured.quantity.approx == Approx::Range
            && text.contains('-')
            && !text.contains(' ')
            && !text.starts_with('-');
        let numbered = next.is_some_and(|c| matches!(c, '.' | '．' | '、' | ')' | '）'))
            && last.is_none_or(|c| "。；;：:\n\r　 ！？".contains(c))
            && !n.point
            && !self.counts_on(end);
        // 3+2, 1=1
        let sum = |c: Option<char>| c.is_some_and(|c| matches!(c, '+' | '=' | '＋' | '＝'));
        let formula = sum(next) || sum(last);
        // 殲-20
        let model = text.starts_with(['-', '－'])
            && last.is_some_and(char::is_alphabetic)
            && next.is_some_and(|c| c.is_alphabetic() && !"的是等於于加減减".contains(c));
        (is_open && is_close)
            || model
            || formula
            || shop
            || letter
            || word_before
            || dash
            || zero
            || long
            || self.telephone(text, start, end)
            || numbered
            || self.code_word_before(start)
            || self.in_codes > 0 && self.only_joints(self.in_codes - 1, start)
    }

    /// Whether a number follows the 、 at `end`.
    fn counts_on(&self, end: usize) -> bool {
        self.char_at(end) == Some('、')
            && self.text.get(end + 3..).and_then(|rest| rest.chars().next()).is_some_and(|c| arabic(c).is_some())
    }

    /// Whether a number is half of a telephone number: 2388 6120.
    fn telephone(&self, text: &str, start: usize, end: usize) -> bool {
        let four = |digits: &str| digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
        let behind = self.text.get(end..).and_then(|rest| rest.strip_prefix(' ')).and_then(|rest| rest.get(..4));
        let ahead = self.text.get(..start).and_then(|head| head.strip_suffix(' '));
        let ahead = ahead.and_then(|head| head.get(head.len().checked_sub(4)?..));
        four(text) && (behind.is_some_and(four) || ahead.is_some_and(four))
    }

    /// Whether a word just before says that a code follows.
    fn code_word_before(&self, start: usize) -> bool {
        let head = self.text.get(..start).unwrap_or_default();
        let head = head.trim_end_matches([' ', ':', '：', '.', '為', '为', '是', '(', '（']);
        lookalikes::code_follows(head)
    }

    /// Whether nothing but separators stands between a code and a number.
    fn only_joints(&self, from: usize, to: usize) -> bool {
        self.text.get(from..to).is_some_and(|between| {
            !between.is_empty()
                && between.chars().all(|c| matches!(c, '、' | '/' | ' ' | '-' | ',' | '，' | '和' | '及'))
                && between.chars().count() <= 3
        })
    }

    /// Where to go on behind a code.
    fn after_code(&self, end: usize) -> usize {
        let rest = self.text.as_bytes().get(end..).unwrap_or_default();
        let letters = rest.iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).count();
        end + letters
    }

    /// Whether a number without a unit is an amount by itself: 32.8萬, 7.7, 過億.
    fn stands_alone(&self, measured: &Measured, start: usize, end: usize) -> bool {
        let n = &measured.numeral;
        let next = self.char_at(end + blanks(self.text.get(end..).unwrap_or_default()));
        let last = before(self.text, start);
        let ends =
            next.is_none_or(|c| !c.is_alphabetic() || "加減减乘除等於于和與与或且並并比的是大小高低少多".contains(c));
        let marked = measured.marker.is_some() || self.afar.is_some() || n.negative;
        match n.notation {
            _ if n.bare_scale => marked || n.odd,
            // 10與20之間
            _ if n.spread == Spread::None
                && measured.quantity.approx == Approx::Range
                && next.is_some_and(|c| "之間间".contains(c)) =>
            {
                true
            }
            // 9 月 was read before; a scaled number or a decimal counts something unsaid
            Notation::Arabic | Notation::Mixed => n.scaled() || n.point || marked || ends,
            // “一五”
            Notation::Chinese
                if last.is_some_and(|c| "“「『‘《".contains(c)) && next.is_some_and(|c| "”」』’》".contains(c)) =>
            {
                false
            }
            Notation::Chinese if n.point => true,
            // 一、指導思想: the number of a list
            Notation::Chinese if n.digits == 1 && next.is_some_and(|c| matches!(c, '、' | '）' | ')' | '．')) => {
                false
            }
            Notation::Chinese => {
                let big = n.scaled() && (n.big > 0 || !n.low.less(Exact::HUNDRED) && n.spread == Spread::None);
                let alone = !last.is_some_and(char::is_alphabetic) && !next.is_some_and(char::is_alphabetic);
                big && (ends || n.big > 0 || marked) || alone && n.spread != Spread::Several || marked && n.scaled()
            }
        }
    }

    /// Whether a number with a unit is none after all: 百家, 第三方.
    fn not_counted(&self, measured: &Measured, start: usize, end: usize) -> bool {
        let n = &measured.numeral;
        let quantity = &measured.quantity;
        if quantity.role == Role::Ordinal {
            // 訴字第456號 is a case
            if before(self.text, start) == Some('字') {
                return true;
            }
            // 第一、二季度 is a time
            let rest = self.text.get(end..).unwrap_or_default();
            let listed = quantity.unit.is_none() && rest.starts_with('、');
            let behind = rest.trim_start_matches(|c| c == '、' || arabic(c).is_some() || chinese(c).is_some());
            if listed && behind.starts_with(['季', '產', '产']) {
                return true;
            }
            return self
                .text
                .get(end..)
                .is_some_and(|rest| rest.starts_with("個案") || rest.starts_with("个案") || rest.starts_with("案"));
        }
        let Some(unit) = &quantity.unit else { return false };
        // 公元前221年, 兩千零八年: years, though not of a form that is read as one
        let year = n.notation == Notation::Chinese
            && n.spread == Spread::None
            && n.low.integer().is_some_and(|n| (1900..2100).contains(&n));
        if unit.symbol() == "年" && (year || self.text.get(..start).is_some_and(|head| head.ends_with("公元前"))) {
            return true;
        }
        // 運-20列裝: a model; 四段 behind a road, 3棟 behind a house number: an address
        let last = before(self.text, start);
        let hyphen =
            self.text.get(start..).is_some_and(|text| text.starts_with('-')) && last.is_some_and(char::is_alphabetic);
        let address = match unit.symbol() {
            "段" => last.is_some_and(|c| matches!(c, '路' | '街' | '道')),
            "樓" | "棟" | "室" | "座" | "單元" => {
                last.is_some_and(|c| matches!(c, '號' | '号' | '院' | '棟' | '栋'))
            }
            _ => false,
        };
        if address || hyphen && unit.dimension() == Dimension::Items {
            return true;
        }
        // 十九屆五中全會 is a meeting
        let rest = self.text.get(end..).unwrap_or_default();
        if unit.symbol() == "屆" && rest.chars().nth(1) == Some('中') {
            return true;
        }
        // 一家 and 一道 mean "a" as often as one
        if n.notation == Notation::Chinese
            && n.low == Exact::ONE
            && n.digits == 1
            && n.spread == Spread::None
            && !n.odd
            && quantity.approx == Approx::Exact
        {
            let counted = unit.symbol() == "日"
                || matches!(unit.dimension(), Dimension::Items) && !ONE_OF.contains(&unit.symbol());
            return counted;
        }
        if n.bare_scale && !n.odd && quantity.approx == Approx::Exact && n.spread == Spread::None {
            let measure = matches!(
                unit.dimension(),
                Dimension::Currency
                    | Dimension::Area
                    | Dimension::Mass
                    | Dimension::Volume
                    | Dimension::Power
                    | Dimension::Energy
                    | Dimension::Visits
                    | Dimension::Ratio
            );
            return !measure && !matches!(unit.symbol(), "名" | "戶");
        }
        false
    }

    /// 10年前, 三年多來, 近三年: a duration that is a time as well. Where the longer of both ends.
    fn duration_as_time(&mut self, measured: &mut Measured, start: usize, end: usize) -> usize {
        let rest = self.text.get(end..).unwrap_or_default();
        let head = self.text.get(..start).unwrap_or_default();
        let behind = time_grammar::duration_relation(rest);
        let words: &[(&str, Relation)] = &[
            ("過去", Relation::Before),
            ("过去", Relation::Before),
            ("最近", Relation::Before),
            ("未來", Relation::After),
            ("未来", Relation::After),
            ("今後", Relation::After),
            ("今后", Relation::After),
        ];
        // 前兩年, 下三天: whole ones, beside the present one
        let beside: &[(&str, Relation)] = &[
            ("上", Relation::Before),
            ("前", Relation::Before),
            ("下", Relation::After),
            ("後", Relation::After),
            ("后", Relation::After),
        ];
        let whole = beside.iter().find(|(word, _)| {
            let ahead = head.strip_suffix(word).map(|head| head.chars().next_back());
            ahead.is_some_and(|c| c.is_none_or(|c| !c.is_alphanumeric() || "在於于的".contains(c)))
        });
        let before = words.iter().find(|(word, _)| head.ends_with(word)).or(whole);
        let near = measured.quantity.approx == Approx::Near
            && measured.marker.as_ref().is_some_and(|marker| marker.len() == '近'.len_utf8());
        let year_or_so = measured
            .quantity
            .unit
            .as_ref()
            .is_some_and(|unit| matches!(unit.symbol(), "年" | "個月" | "週" | "天" | "日"));
        let (relation, from, to) = match (behind, before) {
            (Some((relation, length)), _) => (relation, start, end + length),
            (None, Some((word, relation))) => (*relation, start - word.len(), end),
            (None, None) if near && year_or_so => (Relation::Before, start, end),
            _ => return end,
        };
        let part = self.counted(measured, relation, behind.is_none(), whole.is_some());
        let expression = TimeExpr {
            kind: TimeKind::Duration,
            relation,
            ..TimeExpr::of(Point::of(None, part.unwrap_or(Part::Unknown)))
        };
        let time = expression.resolve(&self.reader.anchor);
        self.push_time(time, from..to);
        to
    }

    /// The steps that a duration counts from the day of publication: back to one day, 3天前, or over all of them, 過去3天.
    fn counted(&self, measured: &Measured, relation: Relation, over: bool, whole: bool) -> Option<Part> {
        let quantity = &measured.quantity;
        let near = over && quantity.approx == Approx::Near;
        let value = quantity.decimal().filter(|_| quantity.approx == Approx::Exact || near)?;
        let (size, step) = match quantity.unit.as_ref()?.symbol() {
            "年" => (12, Step::Month),
            "季度" => (3, Step::Month),
            "個月" => (1, Step::Month),
            "週" => (7, Step::Day),
            "天" | "日" => (1, Step::Day),
            "小時" => (3600, Step::Second),
            "分鐘" => (60, Step::Second),
            "秒" => (1, Step::Second),
            _ => return None,
        };
        // 十年前 is a year, 兩年半前 a month
        let years = value.is_integer() && size == 12;
        let (size, step) = if years { (1, Step::Year) } else { (size, step) };
        let (mantissa, unit) = (value.mantissa().checked_mul(size)?, 10i128.checked_pow(value.scale())?);
        let count = i64::try_from(mantissa / unit).ok().filter(|_| mantissa % unit == 0)?;
        let weeks = quantity.unit.as_ref()?.symbol() == "週";
        Some(match relation {
            Relation::After if over && whole => Part::Beside(if weeks { count / 7 } else { count }, step, weeks),
            _ if over && whole => Part::Beside(if weeks { -count / 7 } else { -count }, step, weeks),
            Relation::After if over => Part::Stretch(count, step),
            Relation::After => Part::Ago(count, step),
            _ if over => Part::Stretch(-count, step),
            Relation::Since => Part::Since(-count, step),
            _ => Part::Ago(-count, step),
        })
    }

    fn push_time(&mut self, item: TimeRef, range: Range<usize>) {
        let text = self.base + range.start..self.base + range.end;
        let span = self.reader.span(text.clone());
        let damaged = self.reader.repaired.touches(&text);
        self.reader.times.push(Mention { item, span, text: range32(&text), marker: None, damaged });
    }

    /// 2021、2022年, 7、8月: numbers of a list that ends with a time are times like it.
    fn times_of_list(&mut self, last: &TimeExpr) {
        let items = core::mem::take(&mut self.list).items;
        let Some((first, _)) = items.first().copied() else { return };
        for mention in self.reader.quantities.split_off(first.min(self.reader.quantities.len())) {
            let Some(n) = mention.item.decimal().and_then(|n| u32::try_from(n).ok()) else { continue };
            let Some(start) = last.start.with_number(n) else { continue };
            let expression = TimeExpr::of(start);
            let time = expression.resolve(&self.reader.anchor);
            self.reader.times.push(Mention {
                item: time,
                span: mention.span,
                text: mention.text,
                marker: None,
                damaged: mention.damaged,
            });
        }
    }

    /// Reports a time.
    fn time(&mut self, mut expression: TimeExpr, range: Range<usize>) {
        if self.list.end == range.start {
            self.times_of_list(&expression);
        }
        // 每年 divides the number behind it, so that it does not end what stands before
        if expression.kind == TimeKind::Set {
            self.push_time(expression.resolve(&self.reader.anchor), range);
            return;
        }
        self.end_list(None);
        let head = self.text.get(..range.start).unwrap_or_default();
        // 《明日之後》 is a title
        let titled = head.ends_with('《') && self.char_at(range.end) == Some('》');
        if titled || expression.kind == TimeKind::Festival && self.is_given_name(&range) {
            return;
        }
        // 5月1日、2日: the month is said once
        if let Some((end, last)) = self.last_time.take() {
            let joined = matches!(self.text.get(end..range.start), Some("、" | "和" | "及" | "與" | "与"));
            if joined {
                expression.start = expression.start.beside(&last);
            }
            // 21日（星期五）: the weekday is that day
            let bracket = matches!(self.text.get(end..range.start), Some("(" | "（"));
            if bracket
                && matches!(expression.start.part, Part::Weekday(None, _))
                && self.reader.anchor.last_day.is_some()
            {
                expression.start.part = Part::Day(None, DayName::Last(0));
            }
        }
        self.last_time = Some((range.end, expression.start));
        let stem = head.trim_end_matches(['到', '至', '止']);
        if expression.relation == Relation::On && stem.ends_with('截') {
            expression.relation = Relation::Until;
        }
        self.reader.anchor.ahead = looks_ahead(head);
        let text = self.base + range.start..self.base + range.end;
        let mut time = expression.resolve(&self.reader.anchor);
        let cut = matches!(expression.start.year, Some(crate::time::YearName::Number(_)))
            && self
                .text
                .get(range.clone())
                .is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()) && text.find('年') == Some(3));
        if self.reader.repaired.in_stretch(&text) {
            let span = self.reader.span(text);
            let message = if cut {
                "the first digit of the year is lost in damage; the only year that fits was taken"
            } else {
                (time.from, time.to) = (None, None);
                "the date stands in damaged text and is not trusted"
            };
            self.reader.diagnostics.push(Diagnostic::note(DiagnosticCode::DamagedNumber, message, span));
        } else {
            // 繼5日罷工後: what is compared with does not move the story
            let compared = head.ends_with(['繼', '继', '較', '较', '比']);
            self.remember(&expression, &time, compared);
        }
        self.done = range.end;
        self.push_time(time, range);
    }
}

impl Passage<'_, '_> {
    /// 李國慶 is a person.
    fn is_given_name(&self, range: &Range<usize>) -> bool {
        const SURNAMES: &str = "王李張张劉刘陳陈楊杨黃黄趙赵吳吴周徐孫孙馬马朱胡郭何林高羅罗鄭郑梁謝谢宋唐許许鄧邓韓韩馮冯曹彭曾肖田董潘袁蔡蔣蒋余葉叶程蘇苏魏呂吕丁";
        let name = matches!(self.text.get(range.clone()), Some("國慶" | "国庆" | "元宵" | "立春"));
        let goes_on =
            self.char_at(range.end).is_some_and(|c| "節节日連连長长期假檔档前後后中黃黄週周遊游出晚當当".contains(c));
        name && !goes_on && before(self.text, range.start).is_some_and(|c| SURNAMES.contains(c))
    }

    /// What later words count from: 當日, 同年, 同期.
    fn remember(&mut self, expression: &TimeExpr, time: &TimeRef, compared: bool) {
        let Some((first, last)) = expression.days(&self.reader.anchor) else { return };
        let anchor = &mut self.reader.anchor;
        if !compared && matches!(expression.start.kind(), TimeKind::Day | TimeKind::DateTime) {
            let ends = expression.end.and(time.to).map_or(last, Moment::date);
            anchor.last_day = Some(ends);
        }
        anchor.last_year = Some(first.year());
        if (first.year(), first.month()) == (last.year(), last.month()) {
            anchor.last_month = Some((first.year(), first.month()));
        }
        let period = matches!(
            expression.kind,
            TimeKind::Half | TimeKind::Quarter | TimeKind::Month | TimeKind::Range | TimeKind::TenDays | TimeKind::Week
        ) || expression.kind == TimeKind::Year && expression.relation == Relation::Since;
        if let (true, Some(from), Some(to)) = (period && expression.start.part != Part::SamePeriod, time.from, time.to)
        {
            anchor.last_period = Some((from.date(), to.date()));
        }
    }
}

/// Classifiers that 一 is reported with; with others it means "a" as often as one.
const ONE_OF: &[&str] = &[
    "個", "次", "批", "項", "件", "宗", "起", "張", "輛", "艘", "架", "列", "場", "座", "棟", "幢", "所", "間", "隻",
    "套", "台", "枚", "份", "支", "條", "幅", "股", "株", "顆",
];

/// The clause that a text ends with, at most sixteen characters of it.
fn clause_before(head: &str) -> &str {
    tail_behind(head, 16, |c| matches!(c, '，' | '。' | '；' | '！' | '？' | ',' | ';' | '!' | '?' | '\n' | '：' | ':'))
}

/// The sentence that a text ends with, at most forty characters of it.
fn sentence_before(head: &str) -> &str {
    tail_behind(head, 40, |c| matches!(c, '。' | '！' | '？' | '\n'))
}

/// What a text ends with behind the last mark, at most `most` characters.
fn tail_behind(head: &str, most: usize, mark: impl Fn(char) -> bool) -> &str {
    let length: usize = head.chars().rev().take(most).take_while(|c| !mark(*c)).map(char::len_utf8).sum();
    head.get(head.len() - length..).unwrap_or_default()
}

/// Whether the clause before a time looks ahead: 將於, 計劃.
fn looks_ahead(head: &str) -> bool {
    let clause = clause_before(head);
    clause.contains(['將', '将', '擬', '拟', '料'])
        || ["計劃", "计划", "預計", "预计"].iter().any(|word| clause.contains(word))
}
