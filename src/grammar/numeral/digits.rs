//! Coefficients: `1,172.5`, 三點五, 兩三, 幾.

use core::cell::Cell;

use nom::Parser;
use nom::combinator::{not, opt, verify};
use nom::multi::{fold_many_m_n, fold_many1};
use nom::sequence::{pair, preceded};

use super::Spread;
use super::reading::unit_begins;
use super::sum::Pair;
use crate::any_of::{WordSet, any_of};
use crate::chars::{self, one_of};
use crate::error::GrammarError;
use crate::grammar::exact::Exact;
use crate::grammar::terminal::{Read, blanks, exact, fail, miss, sign, token, word};
use crate::lexer::{Cursor, Token};
use crate::unit::{Dimension, Entry};
use crate::vocabulary::CODES;

/// A run of digits that waits for its scale.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Coefficient {
    pub(super) pair: Pair,
    pub(super) spread: Spread,
    pub(super) is_arabic: bool,
    /// Digits read, or 0 for 幾.
    pub(super) digits: u8,
    /// Begins with 零.
    pub(super) is_zero_led: bool,
    pub(super) has_point: bool,
    pub(super) has_wide_comma: bool,
}

/// Digits side by side.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    mantissa: u128,
    count: u32,
    is_over: bool,
    is_wide: bool,
}

impl Run {
    fn push(self, digit: u8) -> Self {
        self.join(Self { mantissa: u128::from(digit), count: 1, ..Self::default() })
    }

    fn join(self, other: Self) -> Self {
        let power = 10u128.checked_pow(other.count);
        let mantissa = power.and_then(|p| self.mantissa.checked_mul(p)?.checked_add(other.mantissa));
        Self {
            mantissa: mantissa.unwrap_or_default(),
            count: self.count.saturating_add(other.count),
            is_over: self.is_over || other.is_over || mantissa.is_none(),
            is_wide: self.is_wide || other.is_wide,
        }
    }
}

// digits = digit+
fn digits(input: Cursor<'_>) -> Read<'_, Run> {
    fold_many1(token("a digit", Token::digit), Run::default, Run::push).parse(input)
}

// three = digit digit digit, and no digit after them
fn three(input: Cursor<'_>) -> Read<'_, Run> {
    verify(digits, |run: &Run| run.count == 3).parse(input)
}

// grouped = "," three {"," three}; a full-width comma parts clauses where the digit before it is not as wide and no other
// comma groups the number: 第35，100米 are two numbers, １２，３４５ and 233,333，333 one
fn grouped(input: Cursor<'_>) -> Read<'_, Run> {
    let is_wide_digit = input.before().is_some_and(|token| token.is_wide);
    let is_grouped = Cell::new(is_wide_digit);
    let comma = token("a comma", |token| {
        let fits = token.c == ',' && (is_grouped.get() || !token.is_wide);
        is_grouped.set(is_grouped.get() || fits);
        fits.then_some(token.is_wide)
    });
    let group = pair(comma, three).map(|(is_wide, run)| Run { is_wide, ..run });
    fold_many1(group, Run::default, Run::join).parse(input)
}

/// The most groups after a blank: more are no number that a value holds.
const GROUPS: usize = 10;

// blanked = blank three {blank three}, where the blank breaks no line, 0 begins a group, several follow, or a unit does and
// the number stands in a sentence: 12 345 678, 有12 300人
fn blanked(input: Cursor<'_>) -> Read<'_, Run> {
    let blank = || token("a blank", |token| token.is_blank().then_some(token.c));
    let (rest, (mark, first)) = pair(blank(), three).parse(input)?;
    // so many groups that the text stays linear
    let (rest, run) = fold_many_m_n(0, GROUPS, preceded(blank(), three), || first, Run::join).parse(rest)?;
    let is_tied = matches!(mark, '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}');
    let is_zero_led = input.advance().peek() == Some('0');
    if is_tied || is_zero_led || run.count > 3 || is_counted_in_text(input, rest) {
        Ok((rest, run))
    } else {
        miss(input, "a group of three digits")
    }
}

/// Whether a number whose first group ends at `point` and whose last ends at `end` stands between a word and what it counts:
/// not 代號388 500元, 第12 300人, 排名前10 500強, 先後跑100 200米 and the cells of a table.
fn is_counted_in_text(point: Cursor<'_>, end: Cursor<'_>) -> bool {
    let is_digit = |token: Token| token.digit().is_some();
    let mut start = point;
    while start.before().is_some_and(is_digit) {
        start = start.back();
    }
    // 產量 12 345 噸
    let is_printed = end.peek() == Some(' ') && start.before().is_some_and(Token::is_blank);
    let follows_word = || {
        let start = if is_printed { start.back() } else { start };
        start
            .before()
            .is_some_and(|token| chars::is_han(token.c) && !one_of!("第号码前径长温图表件版页").contains(token.c))
    };
    let head = start.last(6);
    let is_code = || CODES.suffix(head).is_some() || head.contains('温');
    // 人數34 300，死亡
    let is_count = || start.before().is_some_and(|token| one_of!("数量额值").contains(token.c));
    let is_told = is_count() && end.peek().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '-' | '/' | ' '));
    let ranged = |(rest, _): (Cursor<'_>, char)| rest.token().is_some_and(is_digit);
    let is_ranged = sign(&['至', '到'], "至")(end).is_ok_and(ranged);
    // 1 234.5億元
    let mut end = end;
    if end.peek() == Some('.') && end.advance().token().is_some_and(is_digit) {
        end = end.advance();
        while end.token().is_some_and(is_digit) {
            end = end.advance();
        }
    }
    let end = end.skip_blanks();
    let end = if end.peek().is_some_and(chars::is_odd_mark) { end.advance() } else { end };
    let counts = |unit: Entry<'_>| {
        let is_amount = matches!(
            unit.dimension(),
            Dimension::People
                | Dimension::Households
                | Dimension::Visits
                | Dimension::Currency
                | Dimension::Items
                | Dimension::Mass
                | Dimension::Energy
                | Dimension::Area
        );
        is_amount && !matches!(end.peek(), Some('强' | '届'))
    };
    let is_counted = || end.unit().is_some_and(|(unit, _)| counts(unit)) || big(end).is_ok();
    start.peek() != Some('0') && follows_word() && !is_code() && (is_told || is_ranged || is_counted())
}

// whole = digits | digit{1,3} (grouped | blanked)
fn whole(input: Cursor<'_>) -> Read<'_, Run> {
    let (rest, first) = digits(input)?;
    if first.count > 3 {
        return Ok((rest, first));
    }
    let (rest, more) = opt(grouped.or(blanked)).parse(rest)?;
    Ok((rest, more.map_or(first, |more| first.join(more))))
}

// exponent = ("E" | "e" | ("×" | "x") "10^") ["+" | "-"] digit{1,2}, and no letter or digit after them
fn exponent(input: Cursor<'_>) -> Read<'_, i32> {
    let (rest, letter) = sign(&['E', 'e', '×', 'x'], "an exponent")(input)?;
    let (rest, _) = if matches!(letter, 'E' | 'e') { Ok((rest, "")) } else { word(any_of!["10^"])(rest) }?;
    let (rest, minus) = opt(sign(&['-', '+'], "a sign")).parse(rest)?;
    let (rest, run) = verify(digits, |run: &Run| run.count <= 2).parse(rest)?;
    let (rest, ()) = not(token("a letter", |token| token.c.is_ascii_alphabetic().then_some(()))).parse(rest)?;
    let power = i32::try_from(run.mantissa).unwrap_or_default();
    Ok((rest, if minus == Some('-') { -power } else { power }))
}

// arabic = [whole] ["." digits] [exponent]; 1.2.3 is a version
pub(super) fn arabic(input: Cursor<'_>) -> Read<'_, Coefficient> {
    let point = || token("a point", |token| (token.c == '.').then_some(()));
    let (rest, whole) = opt(whole).parse(input)?;
    let (rest, fraction) = opt(preceded(point(), digits)).parse(rest)?;
    let (rest, ()) = not(pair(point(), token("a digit", Token::digit)).map(|_| ())).parse(rest)?;
    let run = match (whole, fraction) {
        (None, None) => return miss(input, "a digit"),
        (whole, fraction) => whole.unwrap_or_default().join(fraction.unwrap_or_default()),
    };
    if run.is_over {
        return fail(input, GrammarError::Overflow);
    }
    let (rest, power) = opt(exponent).parse(rest)?;
    let places = fraction.map_or(0, |fraction| i32::try_from(fraction.count).unwrap_or(i32::MAX));
    let number = Exact { mantissa: run.mantissa, exponent: power.unwrap_or(0).saturating_sub(places) };
    let number = if number.is_zero() { Exact::ZERO } else { number };
    Ok((
        rest,
        Coefficient {
            pair: Pair::one(number),
            is_arabic: true,
            digits: u8::try_from(run.count).unwrap_or(u8::MAX),
            has_point: fraction.is_some() || power.is_some(),
            has_wide_comma: run.is_wide,
            ..Coefficient::default()
        },
    ))
}

/// Where a coefficient in Chinese stands: the power of the scale before it, 0 where there is none.
pub(super) type After = i32;

// several = [好] (幾 | 數), which goes up to the next place of the scale before it: 十幾, 三千幾
pub(super) fn several(input: Cursor<'_>, after: After) -> Read<'_, Coefficient> {
    let (rest, _) = opt(verify(sign(&['好'], "好"), |_| after > 0)).parse(input)?;
    let (rest, mark) = sign(&['几', '数'], "几 or 数")(rest)?;
    // 十幾千瓦: the scale is the unit's
    let next = rest.token().filter(|_| !unit_begins(rest)).and_then(Token::scale);
    // 百數據: after a scale 數 begins a word; 嬰兒數連跌: before a run it ends one
    if mark == '数' && (next.is_none() && after > 0 && begins_a_word_of_number(rest) || rest.peek() == Some('连')) {
        return miss(input, "几");
    }
    // 人數|十二: nothing is added to tens that nobody counted, though 數百|一線員工
    let digit = rest.advance();
    let goes_on = || {
        let begins_word = digit.advance().word_across().is_some_and(|word| word.start == digit.at());
        digit.token().and_then(Token::hanzi).is_some() && !begins_word
    };
    if next.is_some_and(|power| power < 4) && after == 0 && goes_on() {
        return miss(input, "tens of which nothing is left");
    }
    let is_open = after > 0 && next.is_none_or(|power| power >= 4);
    let (low, high) = if is_open { (Exact::ONE, Exact::ONE.shift(after)) } else { (Exact::TWO, Exact::TEN) };
    Ok((rest, Coefficient { pair: Pair { low, high }, spread: Spread::Several, ..Coefficient::default() }))
}

/// Whether 數 before here is the head of a word, as in 數據 or 數量.
fn begins_a_word_of_number(input: Cursor<'_>) -> bool {
    input.peek().is_some_and(|c| one_of!("字据量目额码组列学值控").contains(c))
}

/// Whether 兩 here ends the digits before it, which are `so_far`: 九兩 is a weight, 一兩個 a range.
fn ends_before_liang(input: Cursor<'_>, so_far: &[u8], after: After) -> bool {
    let next = input.advance().token();
    if next.and_then(Token::scale).is_some() {
        return false;
    }
    match *so_far {
        // after a scale it is a unit: 三千兩
        [] => after > 0,
        // 零兩, 一兩個; 三兩個 but 三兩黃金
        [0 | 1] => false,
        [3] => !next.is_some_and(|token| COUNTED_LOOSELY.contains(token.c)),
        _ => true,
    }
}

/// Classifiers after 三兩, which then means two or three: 三兩個, not the weight.
const COUNTED_LOOSELY: &str = "个天年日人名位次句家件";

// hanzi = 零|一|二|兩|… +
pub(super) fn hanzi(input: Cursor<'_>, after: After) -> Read<'_, Coefficient> {
    let mut rest = input;
    let mut read = [0u8; 3];
    let mut count = 0usize;
    let mut value = 0u128;
    while let Some(digit) = rest.token().and_then(Token::hanzi) {
        let c = rest.peek();
        let so_far = read.get(..count.min(3)).unwrap_or_default();
        if c == Some('两') && ends_before_liang(rest, so_far, after) || matches!(c, Some('俩' | '仨')) && count > 0 {
            break;
        }
        if let Some(slot) = read.get_mut(count) {
            *slot = digit;
        }
        let next = value.checked_mul(10).and_then(|value| value.checked_add(u128::from(digit)));
        value = exact(input, next.ok_or(GrammarError::Overflow))?;
        count += 1;
        rest = rest.advance();
    }
    let coefficient = Coefficient {
        pair: Pair::one(Exact { mantissa: value, exponent: 0 }),
        digits: u8::try_from(count).unwrap_or(u8::MAX),
        is_zero_led: read.first() == Some(&0),
        ..Coefficient::default()
    };
    match (count, read) {
        (0, _) => miss(input, "a digit"),
        (2, [low, high, _]) if low > 0 && (high == low + 1 || (low, high) == (3, 5)) => {
            Ok((rest, adjacent(coefficient, low, high)))
        }
        // 三四五樓: the third to the fifth
        (3, [low, middle, high])
            if low > 0 && middle == low + 1 && high == low + 2 && after == 0 && counts_things(rest) =>
        {
            Ok((rest, adjacent(coefficient, low, high)))
        }
        // 三兩個: two or three
        (2, [3, 2, _]) if input.advance().peek() == Some('两') => Ok((rest, adjacent(coefficient, 2, 3))),
        _ => Ok((rest, coefficient)),
    }
}

/// Whether things are counted here, which digits side by side before them may name one by one.
fn counts_things(input: Cursor<'_>) -> bool {
    input.unit().is_some_and(|(unit, end)| unit.dimension() == Dimension::Items && !end.is_crossed())
}

/// Two neighbouring digits: 兩三, 三五.
fn adjacent(coefficient: Coefficient, low: u8, high: u8) -> Coefficient {
    let pair = Pair { low: Exact::int(u128::from(low)), high: Exact::int(u128::from(high)) };
    Coefficient { pair, spread: Spread::Adjacent, ..coefficient }
}

// neighbours = digit "、" digit, the next one, between a scale and a smaller one: 1萬5、6千, 四千五、六百
pub(super) fn neighbours(input: Cursor<'_>, after: After) -> Read<'_, Coefficient> {
    let digit = || token("a digit", |token: Token| token.digit().or(token.hanzi()).filter(|digit| *digit > 0));
    let comma = token("a comma", |token: Token| (token.c == '、').then_some(()));
    let (rest, (low, (), high)) = (digit(), comma, digit()).parse(input)?;
    let is_smaller = rest.token().and_then(Token::scale).is_some_and(|power| power < after);
    if high != low + 1 || !is_smaller {
        return miss(input, "neighbouring digits");
    }
    let is_arabic = input.token().and_then(Token::digit).is_some();
    Ok((rest, Coefficient { digits: 2, is_arabic, ..adjacent(Coefficient::default(), low, high) }))
}

/// Whether 分 after tenths is no minute: the numeral before 點 is more than the hours of a day, or a score.
fn is_no_clock(point: Cursor<'_>, minutes: Cursor<'_>) -> bool {
    let numerals = |c: char| chars::chinese(c).is_some() || matches!(c, '十' | '百' | '千' | '廿' | '卅');
    let head = point.last(6);
    let hour = head.get(head.trim_end_matches(numerals).len()..).unwrap_or_default();
    let is_many = hour.contains(['百', '千', '卅'])
        || hour.starts_with(['三', '四', '五', '六', '七', '八', '九']) && hour.contains('十')
        || hour.starts_with("二十") && hour.ends_with(['五', '六', '七', '八', '九']);
    let start = (0..hour.chars().count()).fold(point, |start, _| start.back());
    is_many || minutes.starts_with("分贝") || is_scored(start)
}

/// Whether a number that begins here is a score, or what it rose or fell by, by the words before it: 評分|七點八分, 跌|一點八分.
pub(crate) fn is_scored(number: Cursor<'_>) -> bool {
    const SCORED: &WordSet = any_of![
        "评分",
        "得分",
        "均分",
        "分数",
        "总分",
        "满意度",
        "成绩",
        "评价",
        "打分",
        "升",
        "跌",
        "涨",
        "降",
        "贬值",
        "升值",
        "增",
        "减",
        "高",
        "低",
    ];
    SCORED
        .ends(number.last(8).trim_end_matches(['为', '是', '达', '约', '近', '逾', '了', '至', '到', '仅', '出', '有']))
}

// point = 點 hanzi+, but no clock: 三點十五分, 三點五分
pub(super) fn point(input: Cursor<'_>) -> Read<'_, Exact> {
    let (rest, _) = preceded(blanks, sign(&['点'], "a point")).parse(input)?;
    let (rest, ()) = blanks(rest)?;
    let digit = |token: Token| token.hanzi().filter(|_| !matches!(token.c, '两' | '俩' | '仨'));
    let (rest, run) = fold_many1(token("a digit", digit), Run::default, Run::push).parse(rest)?;
    let is_minute = rest.peek() == Some('分') && rest.advance().peek() != Some('钟') && !is_no_clock(input, rest);
    if is_minute || matches!(rest.peek(), Some('十' | '刻')) {
        return miss(input, "a decimal fraction");
    }
    if run.is_over {
        return fail(input, GrammarError::Overflow);
    }
    let exponent = -i32::try_from(run.count).unwrap_or(i32::MAX);
    let fraction = Exact { mantissa: run.mantissa, exponent };
    Ok((rest, if fraction.is_zero() { Exact::ZERO } else { fraction }))
}

// several_tenths = 點幾, before a scale or what is measured in tenths: 五點幾億, 三點幾個百分點, 百分之三點幾; 三點幾人來了 is a clock
pub(super) fn several_tenths(input: Cursor<'_>) -> Read<'_, ()> {
    let (rest, _) = word(any_of!["点几"])(input)?;
    let is_measure = |unit: Entry<'_>| {
        !matches!(
            unit.dimension(),
            Dimension::People | Dimension::Visits | Dimension::Households | Dimension::Items | Dimension::Other
        )
    };
    let is_share = || input.last(8).contains("分之");
    let is_measured = || rest.unit().is_some_and(|(unit, end)| is_measure(unit) && !end.is_crossed());
    let is_scaled = rest.token().and_then(Token::scale).is_some_and(|power| power > 1);
    if is_scaled || is_measured() || is_share() { Ok((rest, ())) } else { miss(input, "a decimal fraction") }
}

// odd = 余 | 餘 | 多
pub(super) fn odd(input: Cursor<'_>) -> Read<'_, ()> {
    let after = input.skip_blanks();
    let (rest, ()) = token("余 or 多", |token| chars::is_odd_mark(token.c).then_some(()))(after)?;
    if rest.peek().is_some_and(chars::is_after_odd) || chars::tells_gain(rest.rest()) {
        return miss(input, "余 or 多");
    }
    // after a blank a name may begin with 余
    let is_counted = || scale(rest).is_ok() || rest.skip_blanks().unit().is_some();
    if after.at() == input.at() || is_counted() { Ok((rest, ())) } else { miss(input, "余 or 多") }
}

// scale = [blank] (十 | 百 | 千 | 萬 | 億 | 兆)
pub(super) fn scale(input: Cursor<'_>) -> Read<'_, i32> {
    preceded(blanks, token("a scale", Token::scale)).parse(input)
}

// big = [blank] (萬 | 億 | 兆)
pub(super) fn big(input: Cursor<'_>) -> Read<'_, i32> {
    verify(scale, |power: &i32| *power >= 4).parse(input)
}
