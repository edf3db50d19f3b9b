//! What is reported at all: which numbers are codes, which bare numbers are amounts, and which units count nothing.

use super::Passage;
use super::scan::before;
use crate::any_of::{WordSet, any_of};
use crate::chars::{self, CharSet, blanks, chinese, is_blank, is_digit, is_han, is_wide_letter, one_of, scale};
use crate::general::{self, Pos};
use crate::grammar::exact::Exact;
use crate::grammar::numeral::{self, Notation, Numeral, Spread};
use crate::grammar::quantity::{Measured, SCORE_MARKS};
use crate::quantity::{Approx, Role, Value};
use crate::unit::{Dimension, Traits, Unit};
use crate::vocabulary::{BUSES, COUNTED, FLATS, REACHED, WON};

/// The most characters on one side of a number in a title.
const TITLE: usize = 30;

impl Passage<'_, '_> {
    /// Whether a number of ASCII digits is part of a word, a code or an address.
    pub(super) fn glued(&self, start: usize, at: usize) -> bool {
        if start < at && self.text.get(start..at).is_some_and(|prefix| !prefix.starts_with(['-', '−'])) {
            return false;
        }
        let Some(last) = before(self.text, at) else { return false };
        let earlier = before(self.text, at - last.len_utf8());
        match last {
            c if c.is_ascii_alphanumeric() || is_wide_letter(c) => at > self.done,
            '_' | '@' | '#' => true,
            '-' | '/' | '.' | ':' | '·' => {
                // 100MW/200MWh
                let follows = last == '/'
                    && at == self.done + '/'.len_utf8()
                    && self.reader.quantities.last().is_some_and(|last| {
                        last.text.end as usize == self.base + self.done && last.item.unit.is_some()
                    });
                at > self.done
                    && !follows
                    && self.list.end != at
                    && earlier.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '号'))
            }
            _ => false,
        }
    }

    /// Whether capitals before a number are the name of what it measures: CPI0.1%, ETF100億元.
    pub(super) fn indicator(&self, at: usize) -> bool {
        let head = self.text.get(..at).unwrap_or_default();
        let capitals = head.bytes().rev().take(6).take_while(u8::is_ascii_uppercase).count();
        let lead = head.get(..head.len() - capitals).and_then(|head| head.chars().next_back());
        let apart = lead.is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | '/'));
        let Ok((rest, n)) = numeral::read(self.cursor(at)) else { return false };
        let share = rest.peek() == Some('%');
        (2..6).contains(&capitals) && apart && (share || n.big > 0)
    }

    /// Whether the numeral at `at` has a unit that goes on after `end`: 四平方米 is no 四平; 三年期 is a word and its term.
    pub(super) fn longer_unit(&self, at: usize, end: usize) -> bool {
        let Ok((rest, _)) = numeral::read(self.cursor(at)) else { return false };
        let is_term = || self.text.get(at..end).is_some_and(|word| word.ends_with("年期"));
        rest.unit().is_some_and(|(_, unit)| self.at(unit) > end || self.at(unit) == end && is_term())
    }

    /// Whether a bare number is a code: a telephone or licence number, a stock, a version, the number of a list.
    pub(super) fn is_code(&self, measured: &Measured, start: usize, end: usize) -> bool {
        let n = &measured.numeral;
        if n.notation != Notation::Arabic || n.scaled() || measured.currency_word {
            return false;
        }
        let text = self.text.get(start..end).unwrap_or_default();
        let next = self.char_at(end);
        let last = before(self.text, start);
        let word_before = last.is_some_and(is_blank)
            && self.text.get(..start).is_some_and(|head| head.trim_end().ends_with(|c: char| c.is_ascii_alphabetic()));
        let is_open = last.is_some_and(|c| one_of!("([（【「『“‘〔［〈").contains(c));
        let is_close = next.is_some_and(|c| one_of!(")]）】」』”’〕］〉").contains(c));
        // 5** is a grade
        let letter = next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '_' | '@' | '×' | '·' | '*'));
        let dash = matches!(next, Some('-' | '/' | '－' | '／'))
            && !(measured.quantity.approx == Approx::Exact && self.is_pair_of_pressure(end));
        // 30.x, 4.x%: a digit that nobody tells
        let masked = next == Some('.') && matches!(self.char_at(end + 1), Some('x' | 'X'));
        // 24:30 is no number, whatever else it is
        let clock = matches!(next, Some(':' | '：'))
            && self.text.get(end..).and_then(|rest| rest.chars().nth(1)).is_some_and(is_digit);
        // 600519.SH, （甲公司，3301，
        let zero = text.starts_with(['0', '０']) && text.chars().nth(1).is_some() && !n.point;
        let long = text.chars().filter(|c| is_digit(*c)).count() >= 7
            && text.contains(['-', '–', '－'])
            && measured.quantity.approx == Approx::Range;
        let numbered = next.is_some_and(|c| matches!(c, '.' | '．' | '、' | ')' | '）'))
            && last.is_none_or(|c| one_of!("。；;：:\n\r　 ！？").contains(c))
            && !n.point
            && !self.counts_on(end);
        // 12306：今起售票 is who speaks
        let speaks =
            n.digits > 4 && matches!(next, Some('：' | ':')) && last.is_none_or(|c| one_of!("。\n　 ").contains(c));
        // 3+2, 1=1
        let sum = |c: Option<char>| c.is_some_and(|c| matches!(c, '+' | '=' | '＋' | '＝'));
        let formula = sum(next) || sum(last);
        (is_open && is_close)
            || is_of_name(measured, text, last, next)
            || formula
            || letter
            || masked
            || clock
            || word_before
            || dash
            || self.is_share(start, end)
            || zero
            || long
            || self.telephone(text, start, end)
            || numbered
            || speaks
            || self.is_heading_number(n, start, end)
            || self.code_word_before(start, end)
            || self.in_codes > 0 && self.only_joints(self.in_codes - 1, start)
    }

    /// 190/110毫米汞柱: whether the / at a place parts the two pressures of the blood; 140/90毫米汞柱以下 limits both, and is open.
    pub(super) fn is_pair_of_pressure(&self, end: usize) -> bool {
        let rest = self.cursor(end);
        let second = if rest.peek() == Some('/') { rest.advance() } else { return false };
        let Ok((after, n)) = numeral::read(second) else { return false };
        let unit = after.skip_blanks().unit().filter(|(unit, _)| unit.dimension() == Dimension::Pressure);
        n.notation == Notation::Arabic
            && n.digits > 0
            && unit.is_some_and(|(_, end)| crate::grammar::markers::after(end).is_err())
    }

    /// 600519.SH, （甲公司ABCD，3301，主板股）: a share by its exchange or its board.
    fn is_share(&self, start: usize, end: usize) -> bool {
        let next = self.char_at(end);
        let is_listed = next == Some('.') && self.char_at(end + 1).is_some_and(|c| c.is_ascii_uppercase());
        let head = self.text.get(..start).unwrap_or_default();
        let name = head.trim_end_matches(['，', ',']);
        let is_named = name.len() < head.len() && name.ends_with(|c: char| c.is_ascii_uppercase());
        is_listed || end - start == 4 && is_named && next.is_some_and(|c| one_of!("，,）)").contains(c))
    }

    /// 亮點1、, 問題2：: the number after the word that a line of a list begins with.
    fn is_heading_number(&self, n: &Numeral, start: usize, end: usize) -> bool {
        let is_mark = self.char_at(end).is_some_and(|c| matches!(c, '、' | '：' | ':')) && !self.counts_on(end);
        if !is_mark || n.digits > 2 || n.point {
            return false;
        }
        let line = super::tail_after(self.text.get(..start).unwrap_or_default(), 5, |c| c == '\n').trim();
        let is_line = before(self.text, start - line.len()).is_none_or(|c| c == '\n' || is_blank(c));
        is_line && line.chars().count() < 5 && general::get(line).is_some_and(|word| word.pos == Pos::Noun)
    }

    /// Whether the digits at `at` are one side of a score, though they look like a clock or a range: 11:13力克, 直落21-18.
    pub(super) fn is_score(&self, at: usize) -> bool {
        const BEFORE: &WordSet = any_of!["比分", "比数", "直落", "赛和", "战成", "局分", "比例", "师生比", "性别比"];
        let rest = self.text.get(at..).unwrap_or_default();
        let side = |text: &str| {
            let digits: usize = text.chars().take_while(|c| is_digit(*c)).map(char::len_utf8).sum();
            (digits > 0 && text.chars().take_while(|c| is_digit(*c)).count() <= 3).then_some(digits)
        };
        let Some(left) = side(rest) else { return false };
        let after = rest.get(left..).unwrap_or_default();
        let Some(mark) = after.chars().next().filter(|c| SCORE_MARKS.contains(c)) else { return false };
        let second = after.get(mark.len_utf8()..).unwrap_or_default();
        let Some(right) = side(second) else { return false };
        // 25:20 is no time of day
        let hours: u32 = rest.get(..left).and_then(|n| n.parse().ok()).unwrap_or_default();
        let tail = second.get(right..).unwrap_or_default();
        let tail = tail.strip_prefix('.').map_or(tail, |decimals| decimals.trim_start_matches(is_digit));
        if tail.starts_with(|c: char| SCORE_MARKS.contains(&c) || matches!(c, '.' | '%' | '％')) {
            return false;
        }
        // 21:15、21:18連下兩局: what the last of them is
        let tail = tail.trim_start_matches(|c: char| is_digit(c) || c == '、' || SCORE_MARKS.contains(&c));
        let head = self.text.get(..at).unwrap_or_default();
        // 首局11:4
        let is_told = |head: &str| BEFORE.ends(head) || ends_with_set(head);
        let listed = || {
            let last = self.reader.quantities.last();
            let scored = last.filter(|last| matches!(last.item.value, Some(Value::Score { .. })));
            head.ends_with(['、', '，', ',']) && scored.is_some_and(|last| last.text.end as usize + 3 >= self.base + at)
        };
        // 3-5克 is weighed, 5-6勝 counts wins
        let tail = tail.trim_start();
        let unit = self.reader.lexicon.entry(tail).filter(|(unit, length)| {
            let goes_on = tail.get(*length..).is_some_and(|rest| rest.starts_with(is_han));
            unit.dimension() != Dimension::Items || !goes_on
        });
        // 8:30過關 is as often a time of day
        let is_minutes = mark == ':' && hours <= 24 && right == 2;
        let won = WON.longest(tail).is_some_and(|(is_of_clock, _)| !(is_of_clock && is_minutes)) && unit.is_none();
        let is_list = tail.len() + right < second.len();
        let stem = without_bracket(head).trim_end().trim_end_matches(['约', '为', '是', '达', '高', '：', ':']);
        // 男女之比約為1:3.7, 金銀比價為1：80
        let is_ratio =
            || matches!(mark, ':' | '：' | '∶') && (stem.ends_with('比') || any_of!["比价", "比率"].ends(stem));
        let is_game = || is_list || super::clause_before(head).contains(['比', '局', '胜', '负', '球', '赛']);
        won || mark == ':' && hours > 24 && is_game() || is_told(stem) || is_ratio() || listed()
    }

    /// The end of the number of a label, which a blank parts from what it is the label of: 圖3 人口.
    pub(super) fn label(&self, start: usize, at: usize) -> Option<usize> {
        let head = self.text.get(..start)?;
        let rest = self.text.get(at..)?;
        let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
        let after = rest.get(digits..)?;
        let named = after.trim_start_matches(is_blank);
        let is_apart = (1..4).contains(&digits) && named.len() < after.len() && !named.starts_with(is_digit);
        let is_label = is_apart && start == at && super::lookalikes::code_follows(head) && !head.ends_with("病例");
        is_label.then_some(at + digits)
    }

    /// Whether a number follows the 、 at `end`.
    pub(super) fn counts_on(&self, end: usize) -> bool {
        self.char_at(end) == Some('、')
            && self.text.get(end + 3..).and_then(|rest| rest.chars().next()).is_some_and(is_digit)
    }

    /// Whether a number is half of a telephone number: 2388 6120.
    pub(super) fn telephone(&self, text: &str, start: usize, end: usize) -> bool {
        let four = |chars: &mut dyn Iterator<Item = char>| chars.take(4).filter(|c| is_digit(*c)).count() == 4;
        let after = self.text.get(end..).and_then(|rest| rest.strip_prefix(is_blank)).unwrap_or_default();
        let ahead = self.text.get(..start).and_then(|head| head.strip_suffix(is_blank)).unwrap_or_default();
        let own = text.chars().count() == 4 && four(&mut text.chars());
        own && (four(&mut after.chars()) || four(&mut ahead.chars().rev()))
    }

    /// Whether a word just before says that a code follows.
    pub(super) fn code_word_before(&self, start: usize, end: usize) -> bool {
        let head = self.text.get(..start).unwrap_or_default();
        let head = head.trim_end_matches(|c| is_blank(c) || matches!(c, ':' | '：' | '.' | '为' | '是' | '(' | '（'));
        // 新增病例12 counts, 病例12，男 is one of them
        let after = self.text.get(end..).unwrap_or_default();
        let is_person = any_of!["：", ":", "，男", "，女", "，患者"].begins(after);
        if head.ends_with("病例") && !is_person {
            return false;
        }
        super::lookalikes::code_follows(head)
    }

    /// Whether nothing but separators stands between a code and a number.
    pub(super) fn only_joints(&self, from: usize, to: usize) -> bool {
        self.text.get(from..to).is_some_and(|between| {
            !between.is_empty()
                && between
                    .chars()
                    .all(|c| is_blank(c) || matches!(c, '、' | '/' | '-' | ',' | '，' | '和' | '及' | '或' | '转'))
                && between.chars().count() <= 3
        })
    }

    /// Where to go on after a code.
    pub(super) fn after_code(&self, end: usize) -> usize {
        let rest = self.text.get(end..).unwrap_or_default();
        let goes_on = |c: char| c.is_ascii_alphanumeric() || is_digit(c) || matches!(c, '-' | '_' | '－');
        end + rest.find(|c| !goes_on(c)).unwrap_or(rest.len())
    }

    /// Whether a number without a unit is an amount by itself: 32.8萬, 7.7, 過億.
    pub(super) fn stands_alone(&self, measured: &Measured, start: usize, end: usize) -> bool {
        let n = &measured.numeral;
        // 《霧港追蹤9》, “新聞24”: the last part of a name
        let is_quoted = self.char_at(end).is_some_and(|c| matches!(c, '》' | '”' | '」' | '』'));
        if is_quoted
            && before(self.text, start).is_some_and(|c| is_han(c) && !one_of!("达至到为破逾超过近约").contains(c))
        {
            return false;
        }
        if n.notation == Notation::Arabic && (self.counts_persons(n, start, end) || self.is_run(start, end)) {
            return true;
        }
        let next = self.char_at(end + blanks(self.text.get(end..).unwrap_or_default()));
        let last = before(self.text, start);
        if n.digits < 3 && !n.point && self.is_for(start, end, next, last) {
            return false;
        }
        let ends = self.ends_number(end, next);
        let marked = measured.marker.is_some() || self.afar.is_some() || n.negative;
        match n.notation {
            _ if n.bare_scale => marked || n.odd || self.is_reached(n, start, next),
            // 10與20之間
            _ if n.spread == Spread::None
                && measured.quantity.approx == Approx::Range
                && next.is_some_and(|c| one_of!("之间").contains(c)) =>
            {
                true
            }
            // 9 月 was read before; a scaled number or a decimal counts something unsaid
            Notation::Arabic | Notation::Mixed => {
                n.scaled() || n.point || marked || ends || self.moves_from(start, end)
            }
            // “一五”
            Notation::Chinese
                if last.is_some_and(|c| one_of!("“「『‘《").contains(c))
                    && next.is_some_and(|c| one_of!("”」』’》").contains(c)) =>
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
                // 九一八 is the name of a day
                let is_named = n.digits == 3 && !n.scaled() && start > 0;
                let alone =
                    !is_named && !last.is_some_and(char::is_alphabetic) && !next.is_some_and(char::is_alphabetic);
                // 少掙六七千
                let big = big || n.scaled() && n.spread == Spread::Adjacent && !n.low.less(Exact::HUNDRED);
                let counts = marked || self.moves_from(start, end);
                // 兩萬八|一個月
                let ends = ends || self.char_at(end) == Some('一') && self.cursor(end).advance().unit().is_some();
                big && (ends || n.big > 0 || marked) || alone && n.spread != Spread::Several || counts && n.scaled()
            }
        }
    }

    /// Whether what comes after a number says that the number is over: no letter, or one of the characters that
    /// compare and join.
    fn ends_number(&self, end: usize, next: Option<char>) -> bool {
        // 985高校: 高 begins a word
        let begins_word = || {
            let rest = self.text.get(end..).unwrap_or_default();
            // 999起跳: from that price on
            if rest.starts_with("起跳") {
                return false;
            }
            general::longest_at(rest)
                .is_some_and(|word| word.length > '高'.len_utf8() && !rest.starts_with(['和', '与', '或', '等']))
        };
        next.is_none_or(|c| {
            !c.is_alphabetic() || one_of!("加减乘除等于和与或且并比的是大小高低少多起").contains(c) && !begins_word()
        })
    }

    /// 10送1, 7中5, 18取1: shares for shares, shots, one of so many.
    fn is_for(&self, start: usize, end: usize, next: Option<char>, last: Option<char>) -> bool {
        const FOR: CharSet = CharSet::of("送供拆合配中投取");
        let is_for = |c: &char| FOR.contains(*c);
        let is_number = |c: Option<char>| c.is_some_and(is_digit);
        last.filter(is_for).is_some_and(|c| is_number(before(self.text, start - c.len_utf8())))
            || next.filter(is_for).is_some_and(|c| is_number(self.char_at(end + c.len_utf8())))
    }

    /// 由50升至52.2, 由每年三千多漲到五千: what an index or a price moved from.
    fn moves_from(&self, start: usize, end: usize) -> bool {
        let tail = super::clause_after(self.text.get(end..).unwrap_or_default());
        let mut moved = tail.chars().take(5);
        let head = self.text.get(..start).unwrap_or_default();
        let period = head.char_indices().nth_back(1).filter(|(_, c)| *c == '每').map_or(head.len(), |(at, _)| at);
        head.get(..period).is_some_and(|head| head.ends_with(['由', '从']))
            && moved.next().is_some_and(|c| one_of!("升降跌涨增减提扩缩上下回").contains(c))
            && moved.any(|c| matches!(c, '至' | '到' | '为'))
    }

    /// 連3漲, 連拉5陽: so many in a row.
    fn is_run(&self, start: usize, end: usize) -> bool {
        let head = self.text.get(..start).unwrap_or_default();
        let follows = any_of!["连", "连拉", "连收", "连吞"].ends(head);
        follows && self.char_at(end).is_some_and(|c| one_of!("涨跌升降红黑阳阴胜败霸冠板冻增减买卖震").contains(c))
    }

    /// 300市民, 7公司, 2童: a number at the head of a clause before a noun of people or of the class `counted`, which headlines
    /// print without a classifier.
    fn counts_persons(&self, n: &Numeral, start: usize, end: usize) -> bool {
        const ENDS: CharSet = CharSet::of("民生者员警客长师工童兵商友众犯徒匪贼属手夫妇婴翁汉");
        let is_year = n.digits == 4 && n.plain().is_some_and(|n| (1900..2100).contains(&n));
        // 315記者 is a name
        let is_name = n.digits == 3 && n.plain().is_some_and(|n| n % 10 != 0);
        let is_head = before(self.text, start).is_none_or(|c| !c.is_alphanumeric() && !one_of!("-/+.·").contains(c));
        let rest = self.text.get(end..).unwrap_or_default();
        let noun = || {
            let word = general::longest_at(rest).filter(|word| word.pos == Pos::Noun)?;
            rest.get(..word.length)
        };
        // 7公司 are counted, 360公司 is one
        let counted = COUNTED.longest(rest).is_some_and(|(is_person, length)| {
            let goes_on = self.cursor(end + length).is_crossed();
            !goes_on && (is_person || n.digits < 3)
        });
        let is_person = |noun: &str| noun.chars().count() > 1 && noun.ends_with(|c| ENDS.contains(c));
        is_head && !is_year && !is_name && !n.point && (counted || noun().is_some_and(is_person))
    }

    /// Whether a number with a unit is none after all: 百家, 第三方.
    pub(super) fn not_counted(&self, measured: &Measured, start: usize, end: usize) -> bool {
        if self.is_titled(start, end) || self.is_round_of_match(measured, end) || self.is_generation(measured, end) {
            return true;
        }
        if measured.quantity.role == Role::Ordinal {
            return self.is_no_place(measured, start, end);
        }
        let Some(unit) = &measured.quantity.unit else { return false };
        if self.is_edition(measured, unit, start, end) || self.is_long_code(measured, start, end) {
            return true;
        }
        if self.is_split(measured, unit, start, end) {
            return true;
        }
        // A8月4日: a day of a month that could not be read
        let is_day = unit.is(Traits::DAY) && self.text.get(start..end).is_some_and(|text| text.ends_with('日'));
        is_day && before(self.text, start) == Some('月')
            || self.is_year(measured, unit, start)
            || self.is_kind(measured, unit, start, end)
            || self.is_route(measured, unit, start, end)
            || self.is_added(unit, start)
            || self.is_address(unit, start, end)
            || self.is_meeting(unit, end)
            || self.is_article(measured, unit, start, end)
            || self.is_bare_scale(measured, unit, start, end)
    }

    /// 《極限3天》: a part of a title.
    fn is_titled(&self, start: usize, end: usize) -> bool {
        let is_mark = |c: char| matches!(c, '《' | '》' | '\n');
        let head = super::tail_after(self.text.get(..start).unwrap_or_default(), TITLE, is_mark);
        let tail = self.text.get(end..).unwrap_or_default();
        let closes = || tail.chars().take(TITLE).find(|c| is_mark(*c)) == Some('》');
        before(self.text, start - head.len()) == Some('《') && closes()
    }

    /// 2024版, 2023級: a year before what it is the edition of, which nobody counts in thousands.
    fn is_edition(&self, measured: &Measured, unit: &Unit, start: usize, end: usize) -> bool {
        let n = &measured.numeral;
        let is_year =
            n.digits == 4 && n.notation == Notation::Arabic && n.plain().is_some_and(|n| (1980..2050).contains(&n));
        let last = before(self.text, start);
        // 2024例會, 2023雙年展: a year that a name begins with
        let head = self.text.get(..start).unwrap_or_default();
        let is_head = last.is_none_or(|c| !c.is_alphanumeric() && !chars::is_blank(c)) || head.ends_with("\n");
        let rest = self.text.get(end..).unwrap_or_default();
        let names =
            is_head && unit.dimension() == Dimension::Items && rest.starts_with(is_han) && !rest.starts_with('的');
        let is_plain = measured.quantity.approx == Approx::Exact && self.afar.is_none();
        is_year && is_plain && names
            || is_year && unit.is(Traits::EDITION) && last.is_none_or(|c| !c.is_ascii_alphanumeric())
    }

    /// 1/8決賽, 4/4拍: a round of a cup, a time of music.
    fn is_round_of_match(&self, measured: &Measured, end: usize) -> bool {
        let rest = self.text.get(end..).unwrap_or_default();
        measured.quantity.role == Role::Fraction && any_of!["决赛", "拍"].begins(rest)
    }

    /// 80、90後: those who were born in these years.
    fn is_generation(&self, measured: &Measured, end: usize) -> bool {
        let next = self.text.get(end..).and_then(|rest| rest.strip_prefix('、')).unwrap_or_default();
        let after = next.trim_start_matches(|c| is_digit(c) || chinese(c).is_some() || c == '十');
        measured.quantity.unit.is_none() && after.len() < next.len() && after.starts_with('后')
    }

    /// 損失高達百億, 站上萬億: a scale that is told as a number.
    fn is_reached(&self, n: &Numeral, start: usize, next: Option<char>) -> bool {
        let head = self.text.get(..start).unwrap_or_default();
        n.big >= 4 && next.is_none_or(|c| !c.is_alphanumeric()) && REACHED.suffix(head).is_some()
    }

    /// 三七分, 五五分: shares that sum up to ten.
    fn is_split(&self, measured: &Measured, unit: &Unit, start: usize, end: usize) -> bool {
        let text = self.text.get(start..end).unwrap_or_default();
        let mut digits = text.chars().map_while(chinese);
        let sum = digits.next().zip(digits.next()).map(|(first, second)| first + second);
        let is_pair = measured.numeral.digits == 2 && !measured.numeral.scaled();
        unit.symbol() == "分" && is_pair && sum == Some(10)
    }

    /// 0912345678件: a telephone number, whatever follows.
    fn is_long_code(&self, measured: &Measured, start: usize, end: usize) -> bool {
        let n = &measured.numeral;
        n.digits > 6 && !n.point && self.text.get(start..end).is_some_and(|text| text.starts_with('0'))
    }

    /// 陳四分局長, 何三本, 邱啟三: a numeral that ends a name at the head of a clause.
    pub(super) fn is_personal_name(&self, at: usize, c: char) -> bool {
        const SURNAMES: CharSet = CharSet::of(
            "王李张刘陈杨赵吴徐孙朱胡郭何罗郑梁谢宋唐许邓韩冯曹彭曾肖董潘袁蔡蒋叶程苏魏吕丁邱柯沈姜崔谭汪范廖贾韦邹孟熊秦阎薛侯郝邵赖贺严尹钱洪龚",
        );
        let rest = self.text.get(at + c.len_utf8()..).unwrap_or_default();
        let is_single = chinese(c).is_some_and(|n| n > 1) || c == '十';
        let goes_on = rest.chars().next().is_some_and(|next| chinese(next).is_some() || scale(next).is_some());
        // 王家三人 are three
        if !is_single || goes_on || rest.starts_with(['人', '名', '位', '口', '兄', '姐', '家', '号']) {
            return false;
        }
        let clause = super::clause_before(self.text.get(..at).unwrap_or_default());
        let mut name = clause.chars();
        let is_surname = |c: Option<char>| c.is_some_and(|c| SURNAMES.contains(c));
        match clause.chars().count() {
            1 => is_surname(name.next()),
            2 => {
                is_surname(name.next())
                    && general::get(clause).is_none()
                    && name.next().is_some_and(|c| {
                        general::get(c.encode_utf8(&mut [0; 4]))
                            .is_none_or(|word| word.pos != Pos::Verb && word.pos != Pos::Adverb)
                    })
            }
            _ => false,
        }
    }

    /// 訴字第456號 is a case, 第一、二季度 a time, 第一個案 no place in an order.
    fn is_no_place(&self, measured: &Measured, start: usize, end: usize) -> bool {
        let rest = self.text.get(end..).unwrap_or_default();
        let listed = measured.quantity.unit.is_none() && rest.starts_with('、');
        let after = rest.trim_start_matches(|c| c == '、' || is_digit(c) || chinese(c).is_some());
        before(self.text, start) == Some('字')
            || listed && after.starts_with(['季', '产'])
            || rest.starts_with("个案")
            || rest.starts_with("案")
    }

    /// 公元前221年, 兩千零八年: years, though not of a form that is read as one.
    fn is_year(&self, measured: &Measured, unit: &Unit, start: usize) -> bool {
        let n = &measured.numeral;
        let is_spoken = n.notation == Notation::Chinese && n.spread == Spread::None;
        let is_recent = is_spoken && n.low.integer().is_some_and(|n| (1900..2100).contains(&n));
        let head = self.text.get(..start).unwrap_or_default().trim_end();
        unit.is(Traits::YEAR) && (is_recent || head.ends_with("公元前") || head.ends_with("西元前"))
    }

    /// 7路、15路等公交線路: the names of lines of buses, but not 三路人馬.
    fn is_route(&self, measured: &Measured, unit: &Unit, start: usize, end: usize) -> bool {
        let is_number = measured.numeral.notation == Notation::Arabic && measured.numeral.digits > 0;
        let near = || {
            let head = super::clause_before(self.text.get(..start).unwrap_or_default());
            let tail = super::clause_after(self.text.get(end..).unwrap_or_default());
            BUSES.is_in(head) || BUSES.is_in(tail) || tail.starts_with(['车', '公', '巴'])
        };
        unit.symbol() == "路" && is_number && near()
    }

    /// 3+2年: the years of an option, added to those of a contract; K45+300處: a place on a road.
    fn is_added(&self, unit: &Unit, start: usize) -> bool {
        let head = self.text.get(..start).unwrap_or_default();
        let Some(first) = head.strip_suffix(['+', '＋']) else { return false };
        let number = super::tail_after(first, 6, |c| !is_digit(c));
        let is_post = first.get(..first.len() - number.len()).is_some_and(|head| head.ends_with(['K', 'k']));
        !number.is_empty() && (is_post || unit.dimension() == Dimension::Duration)
    }

    /// 7人車, 五人制, 24財年: what a number names.
    fn is_kind(&self, measured: &Measured, unit: &Unit, start: usize, end: usize) -> bool {
        let rest = self.text.get(end..).unwrap_or_default();
        let head = self.text.get(..start).unwrap_or_default();
        match unit.symbol() {
            "人" => rest.starts_with(['车', '制', '座']) && measured.numeral.digits > 0,
            // 20cm漲停 names how far a share may move
            "厘米" => any_of!["涨停", "跌停"].begins(rest),
            // 刑法271條 is an article
            "條" => any_of!["法", "条例", "办法", "法典", "细则", "规则", "规程", "章程"]
                .ends(head.trim_end_matches(['第', '》'])),
            // 4角戰 of four candidates
            "角" => rest.starts_with(['战', '逐', '恋']),
            // 三分6投3中, 15記三分: throws for three points
            "分" if self.text.get(start..end) == Some("三分") => {
                let throws = rest.trim_start_matches(is_digit);
                throws.len() < rest.len() && throws.starts_with(['投', '中'])
                    || head.ends_with(['记', '颗', '投', '射'])
            }
            "財年" => measured.numeral.notation == Notation::Arabic && measured.numeral.digits == 2,
            _ => false,
        }
    }

    /// 運-20列裝: a model; 四段 after a road, 3棟 after a house number: an address.
    fn is_address(&self, unit: &Unit, start: usize, end: usize) -> bool {
        let last = before(self.text, start);
        let text = self.text.get(start..end).unwrap_or_default();
        // 淨部位-1,204口 is a number
        let is_long = text.chars().filter(|c| is_digit(*c)).count() > 3;
        let is_model = text.starts_with('-') && last.is_some_and(char::is_alphabetic) && !is_long;
        let is_address = match unit.symbol() {
            "段" => last.is_some_and(|c| matches!(c, '路' | '街' | '道')),
            "樓" if self.is_flat_after(end) => true,
            "室" | "房" if self.is_flat(text, start) => true,
            "樓" | "棟" | "室" | "座" | "單元" => last.is_some_and(|c| matches!(c, '号' | '院' | '栋')),
            _ => false,
        };
        // 石橋二村, 5號線二期: the second of that name, for what is counted is 兩村
        let is_named = matches!(unit.symbol(), "村" | "期")
            && matches!(text, "二村" | "二期")
            && last.is_some_and(|c| c.is_alphabetic() && c != '分');
        is_address || is_named || is_model && unit.dimension() == Dimension::Items
    }

    /// 富閣2305室, 12樓2105房, 高層05室: the number of a flat, after the name of its house or floor or with a zero before.
    fn is_flat(&self, text: &str, start: usize) -> bool {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let is_after = |c: char| one_of!("楼座阁厦苑层号院栋幢轩台邨园期庭居").contains(c);
        let is_plain = digits > 0 && text.len() == digits + '室'.len_utf8();
        let follows = || before(self.text, start).is_some_and(is_after);
        is_plain && (text.starts_with('0') || digits > 2 && follows() || digits > 2 && text.ends_with('室'))
    }

    /// 22樓一單位, 11樓住戶: the floor that somebody lives on.
    fn is_flat_after(&self, end: usize) -> bool {
        let rest = self.text.get(end..).unwrap_or_default();
        let flat = any_of!["一个", "某", "一", "的", "有"].strip_prefix(rest).unwrap_or(rest);
        // 20樓C室
        let numbered = flat.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        FLATS.prefix(flat).is_some() || numbered.len() < flat.len() && numbered.starts_with('室')
    }

    /// 十九屆五中全會.
    fn is_meeting(&self, unit: &Unit, end: usize) -> bool {
        unit.symbol() == "屆" && self.text.get(end..).unwrap_or_default().chars().nth(1) == Some('中')
    }

    /// 一家 and 一道 mean "a" as often as one.
    fn is_article(&self, measured: &Measured, unit: &Unit, start: usize, end: usize) -> bool {
        let n = &measured.numeral;
        let is_one =
            n.notation == Notation::Chinese && n.low == Exact::ONE && n.digits == 1 && n.spread == Spread::None;
        let is_day = unit.is(Traits::DAY) && self.text.get(start..end).is_some_and(|text| text.ends_with('日'));
        let is_rare = unit.dimension() == Dimension::Items && !unit.is(Traits::ONE_OF);
        is_one && !n.odd && measured.quantity.approx == Approx::Exact && (is_day || is_rare)
    }

    /// （億元）, 單位：萬元: what a table counts in; 百家, 千里: many.
    fn is_bare_scale(&self, measured: &Measured, unit: &Unit, start: usize, end: usize) -> bool {
        let n = &measured.numeral;
        if !n.bare_scale || n.odd || measured.quantity.approx != Approx::Exact || n.spread != Spread::None {
            return false;
        }
        let is_alone = self.char_at(end).is_none_or(|c| !c.is_alphanumeric());
        let is_head = is_alone && before(self.text, start).is_some_and(|c| one_of!("(（：:/／").contains(c));
        let is_measure = matches!(
            unit.dimension(),
            Dimension::Currency
                | Dimension::Area
                | Dimension::Mass
                | Dimension::Volume
                | Dimension::Power
                | Dimension::Energy
                | Dimension::Visits
                | Dimension::Households
                | Dimension::Ratio
        );
        // 指數升上萬點
        let is_index = unit.symbol() == "點" && before(self.text, start) == Some('上');
        is_head || !is_measure && !is_index && unit.symbol() != "名" || unit.symbol() == "成"
    }
}

/// Whether digits between two characters are of a version, a shop or a model: 長照2.0, 7-11, 殲-20.
fn is_of_name(measured: &Measured, text: &str, last: Option<char>, next: Option<char>) -> bool {
    // 長照2.0計畫 is a version, 降至1.0 and 規模5.0地震 none
    let version = text.ends_with(".0")
        && text.chars().count() == 3
        && last.is_some_and(|c| {
            is_han(c) && !one_of!("为至到是达约于报降升跌涨由从比及和与近逾超过占值数模率均").contains(c)
        });
    // 7-11 is a shop
    let shop = measured.quantity.approx == Approx::Range
        && text.contains(['-', '－'])
        && !text.contains(is_blank)
        && !text.starts_with(['-', '－']);
    // 殲-20
    let model = text.starts_with(['-', '－'])
        && last.is_some_and(|c| c.is_alphabetic() && !one_of!("至到为是降升达约于得比差跌").contains(c))
        && next.is_none_or(|c| !one_of!("的是等于加减%％.").contains(c));
    version || shop || model
}

/// A text without a bracket and a colon at its end: 四節比分（主隊在前）：.
fn without_bracket(head: &str) -> &str {
    let inside = head.strip_suffix(['：', ':']).and_then(|head| head.strip_suffix(['）', ')']));
    let opened = inside.and_then(|inside| inside.rfind(['（', '(']));
    opened.and_then(|at| head.get(..at)).unwrap_or(head)
}

/// Whether a text ends with one of the sets of a game: 首局, 第三盤, but not 教育局 and 早盤.
fn ends_with_set(head: &str) -> bool {
    let set = head.strip_suffix(['局', '盘']).unwrap_or_default();
    set.ends_with(|c| one_of!("首次末胜").contains(c) || is_digit(c) || chinese(c).is_some())
}
