//! The unit after a number, and what belongs to it: 半, 多, currency words, denominators.

use alloc::borrow::Cow;

use nom::Parser;
use nom::error::{ErrorKind, ParseError};

use super::compound::after_printed;
use crate::any_of::{WordSet, any_of};
use crate::chars::{self, CharSet, arabic, chinese, is_financial, is_odd_mark, one_of, scale, tells_gain};
use crate::general::{self, Pos};
use crate::grammar::exact::Exact;
use crate::grammar::markers;
use crate::grammar::numeral::{self, Notation, Numeral, Spread};
use crate::grammar::public;
use crate::grammar::terminal::{Read, miss, sign, word};
use crate::lexer::{Cursor, Token};
use crate::unit::{Dimension, Entry, Factor, Lexicon, Traits, Unit};

/// A unit as it stands after a number.
#[derive(Clone, Debug)]
pub(super) struct UnitRead {
    pub(super) unit: Unit,
    /// What it adds to the number, in its own unit: 半 of 兩年半.
    pub(super) extra: Exact,
    pub(super) odd: bool,
    /// 來 stands inside: 兩個來月.
    pub(super) about: bool,
}

impl UnitRead {
    pub(super) fn of(unit: Unit) -> Self {
        Self { unit, extra: Exact::ZERO, odd: false, about: false }
    }

    /// Whether nothing was added to it.
    pub(super) fn is_plain(&self) -> bool {
        self.extra.is_zero() && !self.odd
    }
}

/// Words that 個 makes units of when 半 or 多 stands between: 一個半小時, 兩個多月.
const AFTER_GE: [(&str, &str); 8] = [
    ("月", "个月"),
    ("小时", "小时"),
    ("钟头", "小时"),
    ("钟", "小时"),
    ("星期", "周"),
    ("礼拜", "周"),
    ("世纪", "世纪"),
    ("百分点", "个百分点"),
];

/// How many characters before a number are looked at for what it is compared with.
const CLAUSE: usize = 30;

/// Characters that make a word or a new count with a 多 or 餘 after a unit: 三年多次, 5元餘額, 兩年多地.
const AFTER_MORE: CharSet =
    CharSet::of("云处半雨国省市县区条部起宗批轮层维重媒边场座所次个名人种家项元样于少数位地方额力震");

/// What 月 begins that is counted in pieces: 月餅, 月亮, 月台.
const MOONS: CharSet = CharSet::of("饼亮球台嫂季老娘宫牙历");

// entry = the longest form of a unit that ends where a word ends
pub(super) fn entry(input: Cursor<'_>) -> Read<'_, Entry<'_>> {
    let Some((mut found, mut rest)) = input.unit() else { return miss(input, "a unit") };
    if let Some((shorter, rest)) = before_word(input, found, rest) {
        return Ok((rest, shorter));
    }
    // 2088人次之: comes second
    let comes_second = rest.peek() == Some('之') && rest.advance().peek().is_none_or(|c| !c.is_alphanumeric());
    if let (true, Some(shorter)) = (comes_second && rest.back().peek() == Some('次'), input.shorter_unit(rest)) {
        return Ok((shorter.1, shorter.0));
    }
    // 5000家長: a unit ends where a word ends
    while let Some(word) = rest.word_across() {
        // 12起|火警, 3起|火車相撞
        let is_begun = || markers::begins_longer(rest) || rest.starts_with("火警");
        if input.peek() == Some('起') && word.start == input.at() && is_begun() {
            break;
        }
        // 3房|間隔, though 房間 is a word
        if input.peek() == Some('房') && rest.starts_with("间隔") {
            break;
        }
        // 三個月|租金, 首三個月|蝕30萬元, but not 五個|月餅
        let is_month = found.dimension() == Dimension::Duration && rest.before().is_some_and(|token| token.c == '月');
        if is_month && !rest.peek().is_some_and(|c| MOONS.contains(c)) {
            break;
        }
        // 3個月餘: what is over belongs to the number
        let is_over = rest.peek() == Some('余') && word.end == rest.advance().at();
        if is_over && found.dimension() == Dimension::Duration {
            break;
        }
        let shorter = input.shorter_unit(rest);
        // 2020年期間: the unit before the word, where one ends there
        let is_whole = word.start <= input.at();
        match shorter.filter(|(_, end)| is_whole || end.at() == word.start) {
            Some(other) => (found, rest) = other,
            None if is_whole => return miss(input, "a unit"),
            None => break,
        }
    }
    // 55秒9|折返
    if input.starts_with("折返") {
        return miss(input, "a unit");
    }
    // 五百分之2.2 has no points
    let is_place = || input.advance().advance().peek().is_some_and(|c| one_of!("间上内外下差").contains(c));
    if input.starts_with("分之") && !is_place() { miss(input, "a unit") } else { Ok((rest, found)) }
}

/// The unit of the same kind that is shorter by the character with which a word begins: 三年|期間, 三年|期滿.
fn before_word<'t>(input: Cursor<'t>, found: Entry<'_>, end: Cursor<'t>) -> Option<(Entry<'t>, Cursor<'t>)> {
    if found.dimension() != Dimension::Duration {
        return None;
    }
    let last = end.back();
    let shorter = input
        .shorter_unit(end)
        .filter(|(shorter, start)| shorter.dimension() == Dimension::Duration && start.at() == last.at())?;
    let begins_word = general::longest_at(last.rest()).is_some_and(|word| last.at() + word.length > end.at());
    begins_word.then_some(shorter)
}

// unit_after = [blanks] (分半鐘 | 個 (noun | (半 | 多) noun) | entry [currency] [per] [half | tenths] [odd]) | denominator
pub(super) fn unit_after<'t>(input: Cursor<'t>, numeral: &Numeral) -> Read<'t, UnitRead> {
    let start = input.skip_blanks();
    match start.peek() {
        Some('分') if start.starts_with("分半钟") || start.starts_with("分多钟") => return minutes(start),
        Some('个') => {
            if let Ok(found) = after_ge(start.advance()) {
                return Ok(found);
            }
        }
        _ => {}
    }
    // 七成為女性: after a digit in words 成 is the tenth
    let is_digit = numeral.notation == Notation::Chinese && numeral.digits > 0;
    let is_tenth = start.peek() == Some('成') && (is_digit || is_tenths_of(start, numeral));
    // 零成交, 零成本: none of a word that 成 begins
    let is_word = || general::longest_at(start.rest()).is_some_and(|word| word.length > '成'.len_utf8());
    if is_tenth && numeral.low.is_zero() && is_word() {
        return miss(start, "a unit");
    }
    let found = if is_tenth { start.unit() } else { entry(start).ok().map(|(rest, found)| (found, rest)) };
    let Some((found, rest)) = found else { return denominator(input, numeral) };
    if is_rarely_counted(found, numeral, rest) || is_rise(start) {
        return miss(start, "a unit");
    }
    let mut read = UnitRead::of(input.lexicon().unit(found));
    let rest = currency_name(rest, &mut read.unit);
    let rest = per(rest, &mut read.unit);
    let rest = match rest.peek() {
        Some('半') => half(rest, numeral, &mut read),
        _ if read.unit.is(Traits::TENTHS_AFTER) => tenths(rest, numeral, &mut read),
        _ => rest,
    };
    let rest = if numeral.odd { rest } else { odd(rest, &mut read) };
    Ok((rest, read))
}

/// The cursor before the digits that end here, three at most.
fn before_digits(input: Cursor<'_>) -> Cursor<'_> {
    let is_digit = |at: Cursor<'_>| at.before().is_some_and(|token| token.digit().is_some() || token.hanzi().is_some());
    (0..3).fold(input, |at, _| if is_digit(at) { at.back() } else { at })
}

/// Whether 升 counts no litres: 連3升, the third rise in a row; 每兩升150元, a rise of the tael; 報4.385升70點, a rise by so much,
/// but 40升300元.
fn is_rise(input: Cursor<'_>) -> bool {
    let next = input.advance();
    let by = || {
        let number = if next.peek().is_some_and(|c| one_of!("逾近约").contains(c)) { next.advance() } else { next };
        let mut end = number;
        // a number of so few characters that the text stays linear
        for _ in 0..8 {
            let goes_on = end.token().is_some_and(|token| token.digit().is_some() || token.c == '.');
            end = if goes_on { end.advance() } else { end };
        }
        end.at() > number.at() && end.peek().is_some_and(|c| one_of!("点%仙").contains(c))
    };
    // 五升三降
    let falls = || {
        let is_number = next.token().is_some_and(|token| token.digit().or(token.hanzi()).is_some());
        is_number && next.advance().peek().is_some_and(|c| one_of!("降跌平落").contains(c))
    };
    let first = before_digits(input);
    let is_tael = || first.until(input) == "两" && next.token().is_some_and(|next| next.digit().is_some());
    input.peek() == Some('升')
        && (first.before().is_some_and(|token| token.c == '连' || token.c == '每' && is_tael())
            || next.peek().is_some_and(|c| one_of!("破幅穿").contains(c))
            || by()
            || falls())
}

/// 近5成為女性: 成 is the tenth after a single digit, unless a name stands before it: 小米6成為.
fn is_tenths_of(input: Cursor<'_>, numeral: &Numeral) -> bool {
    let is_free = before_digits(input).before().is_none_or(|token| {
        !token.c.is_alphanumeric() && !token.is_blank() || one_of!("约近逾超过达有占").contains(token.c)
    });
    numeral.digits == 1 && !numeral.scaled() && is_free && input.starts_with("成为")
}

/// 一分半鐘, 兩分多鐘.
fn minutes(input: Cursor<'_>) -> Read<'_, UnitRead> {
    let odd = input.starts_with("分多");
    let extra = if odd { Exact::ZERO } else { Exact::HALF };
    match input.lexicon().get("分钟") {
        Some(unit) => Ok((input.skip("分半钟".len()), UnitRead { extra, odd, ..UnitRead::of(unit) })),
        None => miss(input, "a unit"),
    }
}

/// Whether a unit is rarely counted so: 2023兩岸, 5億片酬, 3萬代工人員, 300萬成人. Hundreds of millions are money more often than pieces.
fn is_rarely_counted(entry: Entry<'_>, numeral: &Numeral, rest: Cursor<'_>) -> bool {
    // 2023兩岸, Model 3兩款: 兩 counts what follows
    let is_two = rest.before().is_some_and(|token| token.c == '两') && entry.dimension() == Dimension::Mass;
    let is_counted = || rest.unit().is_some_and(|(unit, _)| unit.dimension() == Dimension::Items);
    // 112、113兩年, 7至8兩月
    let is_listed = || before_digits(rest.back()).before().is_some_and(|token| one_of!("、及和与至").contains(token.c));
    if is_two && rest.peek().is_some_and(|c| matches!(c, '年' | '月')) && is_listed() {
        return true;
    }
    if is_two
        && numeral.notation == Notation::Arabic
        && (is_counted() || rest.peek().is_some_and(|c| one_of!("岸地国党州").contains(c)))
    {
        return true;
    }
    // 2100萬方, but not 8方 and 三方
    let is_many = numeral.notation != Notation::Chinese && !numeral.low.less(Exact::int(100));
    if entry.is(Traits::BULK) && !is_many {
        return true;
    }
    // 248對314 is a score
    let is_digit = rest.token().is_some_and(|token| token.digit().is_some());
    if is_digit && entry.is(Traits::PAIR) {
        return true;
    }
    // 20萬年產能: what a year makes
    if entry.is(Traits::YEAR) && numeral.big >= 4 && rest.peek().is_some_and(|c| one_of!("产销处").contains(c)) {
        return true;
    }
    let counts = entry.dimension() == Dimension::Items || entry.is(Traits::DAY) || entry.is(Traits::FEW);
    if !counts || numeral.big < 4 || !goes_on(rest) {
        return false;
    }
    if numeral.big >= 8 { !entry.is(Traits::MILLIONS) } else { entry.is(Traits::FEW) }
}

/// Whether a word goes on here.
fn goes_on(input: Cursor<'_>) -> bool {
    const JOINTS: CharSet = CharSet::of("的以之和及与至到多余");
    input.peek().is_some_and(|c| c.is_alphabetic() && !JOINTS.contains(c)) && markers::after(input).is_err()
}

/// The name of the currency after 元: 5億元人民幣, 300億元新台幣.
fn currency_name<'t>(input: Cursor<'t>, unit: &mut Unit) -> Cursor<'t> {
    let is_local = unit.is(Traits::LOCAL) && unit.factor().is_some_and(|factor| factor.denominator() == 1);
    match input.unit() {
        Some((name, rest)) if is_local && name.dimension() == Dimension::Currency && !name.is(Traits::LOCAL) => {
            unit.set_code(input.lexicon().unit(name).code().map(|code| Cow::Owned(code.into())));
            rest
        }
        _ => input,
    }
}

/// The denominator after a unit: 元/公斤, 元/月, 公里每小時.
pub(super) fn per<'t>(input: Cursor<'t>, unit: &mut Unit) -> Cursor<'t> {
    let is_mark = match input.peek() {
        Some('/') => true,
        // 一年級|每班26人
        Some('每') => unit.dimension() != Dimension::Duration && !unit.symbol().ends_with('級'),
        _ => false,
    };
    let rest = input.advance();
    // 5000元/月
    if input.peek() == Some('/') && rest.peek() == Some('月') && rest.unit().is_none() {
        if let Some(month) = input.lexicon().get("个月") {
            *unit = unit.clone().with_per(month);
            return rest.advance();
        }
    }
    if let Some((end, per)) = counted_per(input, unit) {
        *unit = unit.clone().with_per(per);
        return end;
    }
    match rest.unit() {
        // 12強／台灣隊: what begins a word is no denominator
        Some((per, end))
            if is_mark
                && rest.token().and_then(Token::digit).is_none()
                && !end.is_crossed()
                // 首20立方米|每立方米65仙
                && input.lexicon().unit(per) != *unit
                && (input.peek() == Some('/') || !is_count(unit) || is_rate(per, end)) =>
        {
            *unit = unit.clone().with_per(input.lexicon().unit(per));
            end
        }
        _ => input,
    }
}

/// Whether 每 after a unit begins what is said of the things that are counted: 5班|每天接待, 逾六成|每月儲蓄.
fn is_count(unit: &Unit) -> bool {
    matches!(unit.dimension(), Dimension::Items | Dimension::People | Dimension::Households | Dimension::Ratio)
}

/// A denominator of so many: 186mg/100ml, 3元/500克; 12公斤/15公斤 are two sizes.
// counted_per = "/" counted
fn counted_per<'t>(input: Cursor<'t>, unit: &Unit) -> Option<(Cursor<'t>, Unit)> {
    let (start, _) = sign(&['/'], "/")(input).ok()?;
    let (end, per) = counted(start)?;
    let is_same = per.symbol().ends_with(unit.symbol()) && per.dimension() == unit.dimension();
    (!is_same && unit.per().is_none()).then_some((end, per))
}

/// So many of a measure as one unit: 100毫升.
// counted = numeral entry
pub(crate) fn counted(input: Cursor<'_>) -> Option<(Cursor<'_>, Unit)> {
    let (rest, numeral) = numeral::read(input).ok().filter(|(_, n)| n.notation == Notation::Arabic && n.digits > 0)?;
    let count = numeral.plain().filter(|count| *count > 1 && !numeral.point)?;
    let (end, entry) = entry(rest).ok()?;
    let unit = input.lexicon().unit(entry);
    let is_measure =
        matches!(unit.dimension(), Dimension::Volume | Dimension::Mass | Dimension::Area | Dimension::Length);
    let factor = unit
        .factor()
        .and_then(|factor| Factor::new(factor.numerator().checked_mul(u64::from(count))?, factor.denominator()));
    let counted = Unit::new(alloc::format!("{count}{}", unit.symbol()), unit.dimension());
    is_measure.then(|| (end, factor.map_or(counted.clone(), |factor| counted.with_factor(factor))))
}

/// Whether a count is told for a time: 75次每分鐘, but 第一檔每度0.5元 is of the price that follows, and 5班每天接待 of what
/// happens every day.
fn is_rate(per: Entry<'_>, end: Cursor<'_>) -> bool {
    per.dimension() == Dimension::Duration && end.peek().is_none_or(|c| !c.is_alphanumeric() || c == '的')
}

/// The half after a unit: 兩年半, 五元半; 三個半島 is a word, 兩成|半年 another amount.
fn half<'t>(input: Cursor<'t>, numeral: &Numeral, read: &mut UnitRead) -> Cursor<'t> {
    let after = input.advance();
    let is_duration = || after.starts_with("个") || super::share::half_month(after).is_ok() || lasts_at(after);
    // 3天半程馬拉松
    let is_word = || general::longest_at(input.rest()).is_some_and(|word| word.length > '半'.len_utf8());
    if after.is_crossed() || is_word() || is_duration() || numeral.odd || read.unit.dimension() == Dimension::People {
        return input;
    }
    read.extra = Exact::HALF;
    after
}

/// Whether a unit of time stands here, as a whole word.
fn lasts_at(input: Cursor<'_>) -> bool {
    entry(input).is_ok_and(|(_, unit)| unit.dimension() == Dimension::Duration)
}

/// The tenths after a unit: 兩成五, 四厘八, 2 成 3; of a rate of hits two digits: 3成04.
fn tenths<'t>(input: Cursor<'t>, numeral: &Numeral, read: &mut UnitRead) -> Cursor<'t> {
    let start = after_printed(input);
    let end = tenths_at(start, numeral, read);
    if end.at() > start.at() { end } else { input }
}

fn tenths_at<'t>(input: Cursor<'t>, numeral: &Numeral, read: &mut UnitRead) -> Cursor<'t> {
    if numeral.spread != Spread::None {
        return input;
    }
    let second = input.advance();
    let pair = input.peek().and_then(arabic).zip(second.peek().and_then(arabic));
    // 一成一七, as Hong Kong says 11.7%
    let after = second.advance();
    let ends = || after.peek().is_none_or(|c| !c.is_alphanumeric());
    let spoken = || input.peek().and_then(chinese).zip(second.peek().and_then(chinese)).filter(|_| ends());
    // 5厘25, as banks of Hong Kong say 5.25%
    let takes_two = read.unit.is(Traits::PERCENT) || numeral.notation == Notation::Arabic && ends();
    if let (Some((tens, ones)), true) = (pair.or_else(spoken), takes_two) {
        if after.peek().and_then(arabic).is_none() {
            read.extra = Exact::int(u128::from(tens * 10 + ones)).shift(-2);
            return after;
        }
    }
    // 6成陸地: no six as banks write it
    let is_plain = input.peek().is_some_and(|c| !is_financial(c));
    let digit = input.peek().and_then(|c| chinese(c).or_else(|| arabic(c))).filter(|digit| *digit > 0 && is_plain);
    let Some(digit) = digit else { return input };
    let is_part = |c: char| scale(c).is_some() || chinese(c).is_some() || arabic(c).is_some();
    // 三成一線員工 and 六成五星級酒店 are tenths, 九成八人口 and 三成五家庭 hundredths
    let is_noun = |unit: usize| {
        second.starts_with("人口") || general::longest_at(second.rest()).is_some_and(|word| word.length > unit)
    };
    // 八成九點四, as Macau says 89.4%
    if let Some(third) = second.advance().peek().and_then(chinese).filter(|_| second.peek() == Some('点')) {
        let rest = second.advance().advance();
        if rest.peek().is_none_or(|c| !c.is_alphanumeric()) {
            read.extra = Exact::int(u128::from(digit * 10 + third)).shift(-2);
            return rest;
        }
    }
    let is_unit = || entry(second).is_ok_and(|(rest, _)| !is_noun(rest.at() - second.at()));
    if second.peek().is_some_and(is_part) || is_unit() || second.is_crossed() && !is_noun('人'.len_utf8()) {
        return input;
    }
    read.extra = Exact::tenths(digit);
    second
}

/// What is over the number after its unit: 三年多, 三年有餘, 一倍有多, 一倍還多.
fn odd<'t>(input: Cursor<'t>, read: &mut UnitRead) -> Cursor<'t> {
    let dimension = read.unit.dimension();
    if let Ok((rest, _)) = word(any_of!["有余", "有多", "还多"])(input) {
        if rest.peek().is_none_or(|c| !c.is_alphanumeric() || c == '的') {
            read.odd = true;
            return rest;
        }
    }
    let is_measure = matches!(
        dimension,
        Dimension::Length | Dimension::Mass | Dimension::Area | Dimension::Volume | Dimension::Currency
    );
    let takes = is_measure
        || matches!(dimension, Dimension::Duration | Dimension::Ratio | Dimension::Temperature)
        || read.unit.symbol() == "度";
    // 繞場5圈多；比上季5場多
    let ends = || {
        input.peek() == Some('多')
            && dimension == Dimension::Items
            && input.advance().peek().is_none_or(|c| !c.is_alphanumeric())
            && !is_compared(input)
    };
    let takes = takes || ends();
    if takes && is_several_more(input, &read.unit) {
        read.odd = true;
        return input.advance();
    }
    let Some(mark) = input.peek().filter(|c| takes && is_odd_mark(*c)) else { return input };
    // 5日|餘震
    if mark == '余' && read.unit.is(Traits::DAY) && begins_noun(input.advance()) {
        return input;
    }
    let rest = input.advance();
    // 比前一周多了一成, 較去年的63%多了27個百分點
    let is_gain = tells_gain(rest.rest());
    // 七成多家庭: no count follows tenths
    let is_tenths = read.unit.is(Traits::TENTHS_AFTER) && dimension == Dimension::Ratio;
    let is_word = is_verb_of_more(input, mark, dimension)
        || mark == '多' && is_gain
        || !is_tenths && rest.peek().is_some_and(|c| AFTER_MORE.contains(c));
    // 20畝餘, but not 5元餘額 and 2米餘家
    let is_rest = || is_measure && rest.peek().is_none_or(|c| !c.is_alphanumeric() || c == '的');
    if is_word || mark == '余' && dimension != Dimension::Duration && !is_rest() {
        return input;
    }
    read.odd = true;
    rest
}

/// Whether a mark of more is a verb or its adverb: 5元多出一倍, 30元多了5元, 加1元多1件, 比前一周多17宗, 一年多領336元, 較去年的8仙多派12.5%;
/// but 5元多一點.
fn is_verb_of_more(input: Cursor<'_>, mark: char, dimension: Dimension) -> bool {
    let rest = input.advance();
    let begins_number = |at: Cursor<'_>| at.token().is_some_and(|next| next.digit().or(next.hanzi()).is_some());
    if mark == '多' && rest.peek().is_some_and(|c| one_of!("派收配付缴赚卖产").contains(c)) && is_compared(input)
    {
        return true;
    }
    match dimension {
        Dimension::Currency => {
            let is_more = || begins_number(rest) && !rest.starts_with("一点");
            rest.peek().is_some_and(|c| one_of!("出了花付").contains(c)) || mark == '多' && is_more()
        }
        Dimension::Duration => {
            let counted = if rest.peek() == Some('出') { rest.advance() } else { rest };
            // 三年多一直
            let is_counted = begins_number(counted) && !counted.advance().is_crossed();
            is_counted || mark == '多' && is_paid_more(rest)
        }
        _ => false,
    }
}

/// Whether a noun goes on here, and no particle.
fn begins_noun(input: Cursor<'_>) -> bool {
    input.peek().is_some_and(|c| chars::is_han(c) && !one_of!("的后前来了").contains(c))
}

/// Whether a verb and how much stand after 多: 一年多|領336元, 三年多|賺5萬元, but not 三年多領導工作.
fn is_paid_more(input: Cursor<'_>) -> bool {
    let is_verb = input.peek().is_some_and(|c| one_of!("领付花收赚交缴拿挣省加派").contains(c));
    let number = input.advance();
    let number = if number.peek() == Some('约') { number.advance() } else { number };
    is_verb && number.token().is_some_and(|next| next.digit().or(next.hanzi()).is_some())
}

/// Whether 幾 is what is over the number, as Hong Kong writes it: 三年幾, 九成幾市民; not that of 三年幾次.
fn is_several_more(input: Cursor<'_>, unit: &Unit) -> bool {
    let rest = input.advance();
    let ends = rest.peek().is_none_or(|c| !c.is_alphanumeric() || matches!(c, '的' | '了' | '前'));
    // of tenths no few things are counted
    let is_tenths = || {
        let next = rest.token();
        let is_number = next.is_some_and(|token| token.digit().or(token.hanzi()).is_some() || token.scale().is_some());
        unit.symbol() == "成" && !is_number && !matches!(rest.peek(), Some('个' | '年' | '天' | '次'))
    };
    input.peek() == Some('几')
        && matches!(unit.dimension(), Dimension::Duration | Dimension::Ratio)
        && (ends || is_tenths())
}

/// Whether the clause before compares.
fn is_compared(input: Cursor<'_>) -> bool {
    let clause = input.last(CLAUSE).rsplit(['，', '。', '；']).next();
    clause.is_some_and(|clause| clause.contains(['比', '较', '最']))
}

// after_ge = currency | % | (半 | 多 | 來 | 幾) (月 | 小時 | …): 20個比特幣, 三個巴仙, 一個半小時, 兩個多月, 兩個幾鐘頭
fn after_ge(input: Cursor<'_>) -> Read<'_, UnitRead> {
    let is_noun = |entry: Entry<'_>| {
        entry.dimension() == Dimension::Currency || entry.is(Traits::PERCENT) && !entry.is(Traits::HALVED)
    };
    // 20餘個角色: no coins
    if let Some((entry, rest)) = input.unit().filter(|(entry, rest)| is_noun(*entry) && !rest.is_crossed()) {
        return Ok((rest, UnitRead::of(input.lexicon().unit(entry))));
    }
    let (rest, mark) = sign(&['半', '多', '来', '几'], "半 or 多")(input)?;
    let found = AFTER_GE.iter().find(|(word, _)| rest.starts_with(word));
    let Some((word, unit)) = found.and_then(|(word, symbol)| Some((word, input.lexicon().get(symbol)?))) else {
        return miss(rest, "a unit");
    };
    let extra = if mark == '半' { Exact::HALF } else { Exact::ZERO };
    let read = UnitRead { extra, odd: matches!(mark, '多' | '几'), about: mark == '来', ..UnitRead::of(unit) };
    Ok((rest.skip(word.len()), read))
}

// denominator = "/" [digits] {scale} (人口 | 人 | 戶 | ε): a number with a denominator alone, 9.5/千人口, 15.1/10萬
fn denominator<'t>(input: Cursor<'t>, numeral: &Numeral) -> Read<'t, UnitRead> {
    let (start, _) = sign(&['/'], "a unit")(input)?;
    let is_digit = |cursor: Cursor<'_>| cursor.token().is_some_and(|token| token.digit().is_some());
    let is_scale = |cursor: Cursor<'_>| cursor.peek().and_then(scale).is_some();
    let mut noun = start;
    for _ in 0..3 {
        noun = if is_digit(noun) { noun.advance() } else { noun };
    }
    let digits = noun;
    for _ in 0..2 {
        noun = if is_scale(noun) { noun.advance() } else { noun };
    }
    // 15.1/10萬: of people, says nobody
    let is_rate = numeral.point && noun.at() > digits.at() && noun.unit().is_none();
    let rest = match word(any_of!["人口", "人", "户"])(noun) {
        Ok((rest, _)) if noun.at() > digits.at() || digits.at() == start.at() => rest,
        _ if is_rate => noun,
        _ => return measured_by(start, numeral),
    };
    let per = start.until(rest);
    let lexicon = input.lexicon();
    let known = lexicon.get(per).filter(|unit| unit.symbol() == per);
    let of = if rest.at() == noun.at() { Dimension::Other } else { Dimension::People };
    let per_unit = known.unwrap_or_else(|| Unit::new(alloc::string::String::from(per), of));
    let unit = Unit::new(alloc::format!("/{per}"), Dimension::Other).with_per(per_unit);
    Ok((rest, UnitRead::of(unit)))
}

// measured_by = 月 | entry: 2.8萬/平方米, 5000/月, 500/天; `input` is after the stroke
fn measured_by<'t>(input: Cursor<'t>, numeral: &Numeral) -> Read<'t, UnitRead> {
    let lexicon = input.lexicon();
    let month = || word(any_of!["月"])(input).ok().and_then(|(rest, _)| Some((rest, lexicon.get("个月")?)));
    let found = entry(input).ok().map(|(rest, found)| (rest, lexicon.unit(found))).or_else(month);
    let Some((rest, per)) = found else { return miss(input, "a unit") };
    let is_measure = matches!(
        per.dimension(),
        Dimension::Duration | Dimension::Area | Dimension::Mass | Dimension::Volume | Dimension::Length
    );
    // 2023/年 and 24/7
    let is_year = numeral.digits == 4 && numeral.plain().is_some_and(|n| (1900..2100).contains(&n));
    let is_many = numeral.notation != Notation::Chinese && !numeral.low.less(Exact::int(50));
    let ends = rest.peek().is_none_or(|c| !c.is_alphanumeric() || one_of!("的左以").contains(c));
    if !is_measure || is_year || !is_many || !ends {
        return miss(input, "a measure");
    }
    let unit = Unit::new(alloc::format!("/{}", per.symbol()), Dimension::Other).with_per(per);
    Ok((rest, UnitRead::of(unit)))
}

/// Whether 升 after the last 每 of a clause is a verb and no litre: 利率每升1厘, 氣溫每升高1度, 金價每升10元, but 汽油每升7.8元.
fn is_each_rise(clause: &str, unit: &Unit) -> bool {
    const MOVED: &WordSet =
        any_of!["金价", "银价", "铜价", "股价", "房价", "楼价", "地价", "币价", "汇价", "指数", "恒指", "利率"];
    let (head, rest) = clause.rsplit_once('每').unwrap_or_default();
    let counts = matches!(unit.dimension(), Dimension::Ratio | Dimension::Temperature) || unit.symbol() == "點";
    let is_moved = || MOVED.ends(head);
    counts || rest.starts_with("升高") || unit.dimension() == Dimension::Currency && is_moved()
}

/// Words of averages, with the unit that they divide by.
const AVERAGES: [(&str, &str); 16] = [
    ("人均", "人"),
    ("户均", "户"),
    ("亩均", "亩"),
    ("日均", "天"),
    ("月均", "个月"),
    ("年均", "年"),
    ("时速", "小时"),
    ("秒速", "秒"),
    ("件均", "件"),
    ("单均", "单"),
    ("校均", "校"),
    ("村均", "村"),
    ("次均", "次"),
    ("笔均", "笔"),
    ("篇均", "篇"),
    ("场均", "场"),
];

/// What goods and services are sold by, which counts nothing after a number: 每錢9250元, 每客128元, 每程5.6元.
const SOLD_BY: [(&str, &str, Dimension); 9] = [
    ("钱", "錢", Dimension::Mass),
    ("客", "客", Dimension::Items),
    ("程", "程", Dimension::Items),
    ("篓", "簍", Dimension::Items),
    ("围", "圍", Dimension::Items),
    ("转", "轉", Dimension::Items),
    ("更", "更", Dimension::Items),
    ("FEU", "FEU", Dimension::Items),
    ("人头", "人頭", Dimension::People),
];

/// What goods are sold by, where a number follows.
pub(super) fn sold_by(input: Cursor<'_>) -> Option<(Cursor<'_>, Unit)> {
    let (name, symbol, dimension) = SOLD_BY.iter().find(|(name, ..)| input.starts_with(name))?;
    let rest = input.skip(name.len());
    // 每錢新台幣8950元
    let number = currency(rest).map_or(rest, |(number, _)| number);
    let is_number = number.token().is_some_and(|token| token.digit().or(token.hanzi()).is_some());
    let unit = || input.lexicon().get(symbol).unwrap_or_else(|| Unit::new(*symbol, *dimension));
    is_number.then(|| (rest, unit()))
}

/// The denominator that a number follows without a noun between: 每兩22000元, 每客約128元.
fn each(rest: &str, lexicon: &Lexicon) -> Option<Unit> {
    let word = rest.trim_end().trim_end_matches(['约', '仅', '为', '收', '只', '售', '达', '近']);
    if word == "两" {
        return lexicon.get("两");
    }
    let (_, symbol, dimension) = SOLD_BY.iter().find(|(name, ..)| *name == word)?;
    Some(lexicon.get(symbol).unwrap_or_else(|| Unit::new(*symbol, *dimension)))
}

/// How many characters may stand between a denominator and its number: 每股盈餘3元.
const NOUN: usize = 4;

/// How long a noun phrase of a price may be: 每平方米建築面積成本3000元.
const PHRASE: usize = 12;

/// Whether what stands between a denominator and its number names a price and nothing else: no digit, no other amount.
fn names_price(rest: &str) -> bool {
    const PRICES: &WordSet = any_of!["均价", "单价", "售价", "成交价", "成本", "租金", "造价", "电价"];
    let phrase = rest.trim_end_matches(['约', '为', '达', '仅', '是', '逾', '近']);
    PRICES.ends(phrase) && phrase.chars().all(|c| chars::is_han(c) && !is_mark(c))
}

/// Whether a character begins a number or a change.
fn is_mark(c: char) -> bool {
    matches!(c, '升' | '跌' | '涨' | '降' | '比') || scale(c).is_some()
}

/// The denominator in a clause that ends where a number begins: 每畝, 每股盈餘, 人均.
pub(crate) fn denominator_before(clause: &str, unit: &Unit, lexicon: &Lexicon) -> Option<Unit> {
    let close = |rest: &str| {
        let count = rest.chars().count();
        (count <= NOUN || count <= PHRASE && names_price(rest))
            && !rest.contains(['每', '的', '、', '与', '和', '（', '('])
    };
    if let Some((_, rest)) = clause.rsplit_once('每') {
        if let Some(rest) = rest.strip_prefix('月') {
            return close(rest).then(|| lexicon.get("个月")).flatten();
        }
        if let Some(per) = each(rest, lexicon) {
            return Some(per);
        }
        // 每兩年一次; 每塊 are pieces
        if rest.starts_with(|c| matches!(c, '半' | '两' | '块') || chinese(c).is_some() || arabic(c).is_some()) {
            return None;
        }
        let (entry, length) = lexicon.entry(rest)?;
        // 每行駛2萬公里: a verb, no rows
        let verb = general::longest_at(rest).filter(|word| word.pos == Pos::Verb);
        if verb.is_some_and(|verb| verb.length > length) {
            return None;
        }
        if rest.starts_with('升') && is_each_rise(clause, unit) {
            return None;
        }
        return close(rest.get(length..)?).then(|| lexicon.unit(entry));
    }
    // 時速350km/h is said twice
    if !clause.contains(['均', '速']) || unit.dimension() == Dimension::Speed {
        return None;
    }
    AVERAGES.iter().find_map(|(word, symbol)| {
        let (before, after) = clause.rsplit_once(word)?;
        // 多年|均值, 月|均價
        let is_torn = before.ends_with(['历', '多', '常', '往']) || after.starts_with(['值', '线', '价', '为'])
            // 年均氣溫: a mean of degrees is no rate, but 年均升溫 is one
            || (unit.dimension() == Dimension::Temperature || matches!(unit.symbol(), "微克" | "ppb" | "ppm")) && !after.contains(['升', '降', '增', '减'])
            // 市場|均, 郵件|均
            || ends_noun_of(before, word);
        (!is_torn && close(after)).then(|| lexicon.get(symbol)).flatten()
    })
}

/// Whether the first character of a word of averages ends a noun: the 場 of 球場均有, 各場均 and 3場均, but not that of 聯賽場均21分.
fn ends_noun_of(before: &str, average: &str) -> bool {
    let last = average.chars().next().unwrap_or_default();
    let Some(head) =
        before.chars().next_back().filter(|_| !matches!(last, '人' | '户' | '亩' | '日' | '月' | '年' | '时'))
    else {
        return false;
    };
    let is_counted =
        matches!(head, '各' | '每' | '全' | '几' | '数' | '逐') || arabic(head).is_some() || chinese(head).is_some();
    is_counted || general::get(&alloc::format!("{head}{last}")).is_some()
}

// currency = a word or sign of money that may stand before a number: 新台幣, US$, RM
pub(crate) fn currency(input: Cursor<'_>) -> Read<'_, Unit> {
    // only a sign, a letter or a word of money begins one
    if let Some((entry, rest)) = input.unit().filter(|(entry, _)| entry.dimension() == Dimension::Currency) {
        let last = rest.before().map_or(' ', |token| token.c);
        let is_before = matches!(last, '币' | '金' | '纸') || !('\u{3400}'..='\u{9FFF}').contains(&last);
        let is_code = input.until(rest).bytes().all(|byte| byte.is_ascii_uppercase());
        let is_money = !entry.is(Traits::LOCAL) && (is_before || counts_alone(rest));
        if is_money && !lasts(rest) && !(is_code && counts_things(rest)) {
            return Ok((rest, input.lexicon().unit(entry)));
        }
    }
    miss(input, "a currency")
}

/// Whether a duration stands here, of which a currency is no part: 比特幣24小時漲2%, 人民幣10年期.
fn lasts(input: Cursor<'_>) -> bool {
    let number = input.skip_blanks();
    let is_digit = number.token().is_some_and(|token| token.digit().is_some());
    let Some((rest, _)) = is_digit.then(|| crate::grammar::numeral::read(number).ok()).flatten() else { return false };
    // 人民幣對美元16:30收報
    let is_clock = rest.peek() == Some(':') && rest.advance().token().is_some_and(|token| token.digit().is_some());
    is_clock || rest.skip_blanks().unit().is_some_and(|(unit, _)| unit.dimension() == Dimension::Duration)
}

/// Whether a number of countable things stands here: AED 105台 are no dirham.
fn counts_things(input: Cursor<'_>) -> bool {
    let Ok((rest, _)) = crate::grammar::numeral::read(input.skip_blanks()) else { return false };
    let is_thing =
        |unit: Entry<'_>| matches!(unit.dimension(), Dimension::Items | Dimension::People | Dimension::Visits);
    // RM2,300起: from so much on
    entry(rest).is_ok_and(|(_, unit)| is_thing(unit)) && rest.peek() != Some('起')
}

/// Whether a number stands here that no word and no unit but 元 follows: 港元15億, 新元8元, but not 美元5年期債券.
fn counts_alone(input: Cursor<'_>) -> bool {
    let number = input.skip_blanks();
    let is_digit = number.token().is_some_and(|token| token.digit().is_some());
    let Some((rest, _)) = is_digit.then(|| crate::grammar::numeral::read(number).ok()).flatten() else { return false };
    let is_main = |unit: Entry<'_>| unit.is(Traits::LOCAL) && unit.dimension() == Dimension::Currency;
    rest.peek().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '%' | '-' | '/' | '、'))
        || entry(rest).is_ok_and(|(_, unit)| is_main(unit))
}

/// A unit or classifier.
///
/// `人次的` is 人次, longest first; `的` is an error.
///
/// ```
/// use nom::Parser;
///
/// let lexicon = wanyi::Lexicon::default();
/// let (rest, unit) = wanyi::grammar::unit::<nom::error::Error<&str>>(&lexicon).parse("人次的")?;
/// assert_eq!((rest, unit.symbol()), ("的", "人次"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// A recoverable error where none begins.
pub fn unit<'t, E: ParseError<&'t str>>(lexicon: &Lexicon) -> impl Parser<&'t str, Output = Unit, Error = E> {
    move |input: &'t str| public::word_of(input, lexicon, longest, ErrorKind::Tag)
}

fn longest(input: Cursor<'_>) -> Read<'_, Unit> {
    match input.unit() {
        Some((entry, rest)) => Ok((rest, input.lexicon().unit(entry))),
        None => miss(input, "a unit"),
    }
}
