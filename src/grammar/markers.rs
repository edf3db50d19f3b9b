//! The words around a number that limit it: 約, 超過, 近 before it, 以上, 左右 after it. They are rows of the classes
//! `before`, `before_scale`, `after`, `afar` and `negation` of [`crate::vocabulary`].

use nom::error::ErrorKind;
use nom::error::ParseError;
use nom::{IResult, Parser};

use super::public;
use super::terminal::{Read, miss};
use crate::chars::{is_odd_mark, one_of, scale};
use crate::general::{self, Pos};
use crate::lexer::{Cursor, Token};
use crate::quantity::Approx;
use crate::vocabulary::{AFAR, AFTER, BEFORE, BEFORE_SCALE, NEGATIONS};

// before = negated | approximator | bare_approximator scale
pub(crate) fn before(input: Cursor<'_>) -> Read<'_, Approx> {
    if let Ok(found) = negated(input) {
        return Ok(found);
    }
    if let Some((approx, rest)) = input.longest(&BEFORE).filter(|(_, rest)| !is_demerit(input, *rest)) {
        return Ok((rest, approx));
    }
    match input.longest(&BEFORE_SCALE) {
        Some((approx, rest)) if is_bare_scale(rest) || is_past_tenths(input, rest) => Ok((rest, approx)),
        _ => miss(input, "an approximator"),
    }
}

// negated = negation comparator, which bounds the other side, inclusive: 不得超過 is at most
fn negated(input: Cursor<'_>) -> Read<'_, Approx> {
    let found = input.longest(&NEGATIONS).and_then(|((), rest)| Some((rest, rest.longest(&BEFORE)?)));
    let Some((comparator, (approx, rest))) = found else { return miss(input, "a negated comparison") };
    match approx {
        Approx::Over if !comparator.rest().starts_with(['不', '破']) => Ok((rest, Approx::AtMost)),
        Approx::Under if !comparator.rest().starts_with(['不', '未']) => Ok((rest, Approx::AtLeast)),
        _ => miss(input, "a negated comparison"),
    }
}

/// The most characters of a word that is looked for before a marker.
const LONGEST: usize = 4;

/// Where the longest approximator begins that ends here.
pub(crate) fn ending(edge: Cursor<'_>) -> Option<Cursor<'_>> {
    let head = edge.head();
    let back = |length: usize| edge.to(edge.at() - length);
    let Some((approx, length)) = BEFORE.longest_at_end(head) else {
        let ((), length) = BEFORE_SCALE.longest_at_end(head).map(|(_, length)| ((), length))?;
        return (is_bare_scale(edge) || is_past_tenths(back(length), edge)).then(|| back(length));
    };
    let comparator = back(length);
    if is_demerit(comparator, edge) || closes_tag(comparator) || joins_numbers(comparator) || is_faster(comparator) {
        return None;
    }
    if let Some(inner) = inner(comparator, edge) {
        return Some(inner);
    }
    // 不得|超過
    let negation = NEGATIONS.longest_at_end(comparator.head());
    let is_turned = matches!(approx, Approx::Over | Approx::Under);
    let start = negation.filter(|_| is_turned).map(|((), other)| back(length + other));
    let start = start.filter(|start| negated(*start).is_ok() && !is_torn(*start, comparator));
    Some(start.unwrap_or(comparator))
}

/// Whether a > closes a tag that was left in the text: <b>3億元.
fn closes_tag(comparator: Cursor<'_>) -> bool {
    const LONGEST: usize = 80;
    if comparator.peek() != Some('>') {
        return false;
    }
    let head = comparator.head().as_bytes();
    let tag = head.iter().rev().take(LONGEST).take_while(|byte| byte.is_ascii()).position(|byte| *byte == b'<');
    let inner = tag.and_then(|length| head.get(head.len() - length..));
    inner.is_some_and(|inner| matches!(inner, [b'/' | b'a'..=b'z' | b'A'..=b'Z', ..]) && !inner.contains(&b'>'))
}

/// Whether a ~ joins what stands before it to the number, and is no "about": 10~30%, 5月~8月; but 為~30%.
fn joins_numbers(comparator: Cursor<'_>) -> bool {
    let is_free = |token: Token| {
        !token.c.is_alphanumeric() && !one_of!("%℃°").contains(token.c) || one_of!("为约占达是有到共").contains(token.c)
    };
    comparator.peek() == Some('~') && !comparator.before().is_none_or(is_free)
}

/// Whether 快 says how much sooner something is, 快3秒, and not that a number is nearly reached: 等了快3小時, 已快兩成.
fn is_faster(comparator: Cursor<'_>) -> bool {
    let is_reached = |token: Token| one_of!("了已经都有花等").contains(token.c);
    comparator.peek() == Some('快') && !comparator.before().is_some_and(is_reached)
}

/// Whether 大過 or 小過 are what a school or an office records: 記大過兩次, but 水深大過15米.
fn is_demerit(start: Cursor<'_>, edge: Cursor<'_>) -> bool {
    let is_one = matches!(start.until(edge), "大过" | "小过");
    let is_recorded = || start.before().is_some_and(|token| matches!(token.c, '记' | '满' | '个'));
    let number = |token: Token| token.digit().or(token.hanzi()).is_some();
    let counted = || edge.token().is_some_and(number) && matches!(edge.advance().peek(), Some('次' | '支' | '个'));
    is_one && (is_recorded() || counted())
}

/// Whether 過 stands before so many tenths: 過五成受訪者, but not 過三成長.
fn is_past_tenths(start: Cursor<'_>, rest: Cursor<'_>) -> bool {
    const WORDS: [char; 8] = ['为', '立', '功', '员', '长', '果', '绩', '本'];
    let tenths = rest.advance();
    let after = tenths.advance();
    start.until(rest) == "过"
        && rest.token().is_some_and(|token| token.digit().or(token.hanzi()).is_some_and(|n| n > 0))
        && tenths.peek() == Some('成')
        && !after.peek().is_some_and(|c| WORDS.contains(&c))
}

/// Where a shorter approximator begins before which another word ends: 減少|過百人, 加拿大|約3萬噸.
fn inner<'t>(start: Cursor<'t>, edge: Cursor<'t>) -> Option<Cursor<'t>> {
    let mut inner = start.advance();
    while inner.at() < edge.at() {
        let is_one = before(inner).is_ok_and(|(rest, _)| rest.at() == edge.at());
        if is_one && word_before(inner).is_some_and(|word| word.at() < start.at()) {
            return Some(inner);
        }
        inner = inner.advance();
    }
    None
}

/// Whether a negation ends a word that denies nothing of a comparison: 淹沒|超3億元; 從不 and 決不 deny it.
fn is_torn(negation: Cursor<'_>, comparator: Cursor<'_>) -> bool {
    word_before(comparator).is_some_and(|word| {
        let pos = general::get(word.until(comparator)).map(|word| word.pos);
        word.at() < negation.at() && pos != Some(Pos::Adverb)
    })
}

/// Whether a scale without a digit stands here: 百, 億.
fn is_bare_scale(input: Cursor<'_>) -> bool {
    let is_scale = input.peek().and_then(scale).is_some_and(|power| power > 1);
    is_scale && !(input.starts_with("百分之") || input.starts_with("千分之"))
}

// after = (以上 | 左右 | …), where a word ends or the next begins: 以上海 is no limit, 以下|列入 is one
pub(crate) fn after(input: Cursor<'_>) -> Read<'_, Approx> {
    let begins = |rest: Cursor<'_>| general::longest_at(rest.rest()).is_some_and(|word| word.length > '上'.len_utf8());
    // 20個不到, but not 20人不到場
    let is_end = |rest: Cursor<'_>| rest.peek().is_none_or(|c| !c.is_alphanumeric() || c == '的');
    match input.longest(&AFTER) {
        Some((Approx::Under, rest)) if !is_end(rest) => miss(input, "the end of a clause"),
        // an age is told as it is: 40歲|出頭
        Some((Approx::Over, _)) if input.starts_with("出头") && input.before().is_some_and(|unit| unit.c == '岁') => {
            miss(input, "a marker")
        }
        // 十米許, but not 十米許可
        Some((Approx::About, rest)) if input.peek() == Some('许') && !is_end(rest) => {
            miss(input, "the end of a clause")
        }
        // 45歲以上|者, 千元以上|漲5%
        Some((approx, rest))
            if !rest.is_crossed() || begins(rest) || rest.peek() == Some('者') || moves_by_number(rest) =>
        {
            Ok((rest, approx))
        }
        _ => miss(input, "以上, 左右 or the like"),
    }
}

/// Whether a verb of change of one character stands here before a number: 漲12.5%, not that of 以上漲為主.
fn moves_by_number(input: Cursor<'_>) -> bool {
    let is_verb = matches!(input.peek(), Some('涨' | '升' | '跌' | '降' | '减' | '增' | '扬' | '挫'));
    let rest = input.advance().skip_blanks();
    let rest = if matches!(rest.peek(), Some('约' | '近' | '逾' | '超')) { rest.advance() } else { rest };
    is_verb && rest.token().is_some_and(|token| token.digit().or(token.hanzi()).is_some() || token.scale() == Some(1))
}

/// The limit in the clause from here to where a number begins, and the words that say it: 至少已造成5人死亡.
pub(crate) fn afar<'t>(clause: Cursor<'t>, number: Cursor<'t>) -> Option<(Approx, Cursor<'t>, Cursor<'t>)> {
    let starts = clause.until(number).char_indices().filter(|(_, c)| AFAR.begins(*c));
    for start in starts.map(|(at, _)| clause.skip(at)) {
        if let Some(((approx, reach), end)) = start.longest(&AFAR).filter(|(_, end)| end.at() <= number.at()) {
            if is_inside_word(start, end) {
                return None;
            }
            // 合約佔3654份
            let word = start.word_across().filter(|word| word.start < start.at());
            let is_noun = |word: core::ops::Range<usize>| {
                let noun = clause.until(number).get(word.start.checked_sub(clause.at())?..word.end - clause.at())?;
                general::get(noun).map(|word| word.pos == Pos::Noun)
            };
            if word.and_then(is_noun) == Some(true) {
                return None;
            }
            let between = end.until(number).trim();
            // 最多的 is a superlative
            if between.chars().count() <= reach
                && !between.starts_with(['的', '样', '是', '升', '跌', '涨', '挫', '插', '泻', '弹', '曾', '时'])
            {
                return Some((approx, start, end));
            }
        }
    }
    None
}

/// Whether the approximator between two places is the end of another word, as 近 in 附近 and 約 in 合約. One of several
/// characters is a word by itself.
pub(crate) fn is_inside_word(start: Cursor<'_>, end: Cursor<'_>) -> bool {
    // 跌破600元 is a fall below it and no bound that is meant, 升破 a verb as 突破 is
    const VERBS: [char; 19] = [
        '跌', '降', '摔', '失', '险', '崩', '贬', '探', '下', '升', '涨', '飙', '攀', '捣', '识', '侦', '攻', '割',
        '揭',
    ];
    let is_single = start.advance().at() == end.at();
    // 站上百億, 衝上千點: a verb and what it reaches
    const REACHING: [char; 11] = ['站', '迈', '冲', '跨', '登', '爬', '攀', '重', '涨', '升', '攻'];
    let is_before = |verbs: &[char]| start.before().is_some_and(|token| verbs.contains(&token.c));
    let is_verb = || match start.peek() {
        Some('破') => is_before(&VERBS),
        Some('上') => is_before(&REACHING),
        _ => false,
    };
    // 賣出|超, though 出超 is a word; 市場|上百家, though 場上 and 市場上 are, since a bare scale seldom counts alone
    let is_apart = || match start.peek() {
        Some('超' | '近' | '约' | '逾') => ends_word(start),
        // 實際上|百餘人 counts by itself
        Some('上') if is_bare_scale(end) && start.before().is_some_and(|token| token.c == '向') => true,
        Some('上' | '过') => is_bare_scale(end) && (ends_word(start) || ends_noun(start) && !is_odd(end)),
        _ => false,
    };
    is_single && (start.is_crossed() && !is_apart() || is_verb())
}

/// Whether 餘 or 多 follows the scale here.
fn is_odd(scale: Cursor<'_>) -> bool {
    scale.advance().peek().is_some_and(is_odd_mark)
}

/// Whether a word ends here that goes on in a longer one: the 市場 of 市場上.
pub(crate) fn ends_noun(end: Cursor<'_>) -> bool {
    let across = end.word_across().map(|word| end.to(word.start).until(end));
    across.is_some_and(|word| word.chars().nth(1).is_some() && general::get(word).is_some())
}

/// Whether a word ends here: 賣出, 名茶, 科學家.
pub(crate) fn ends_word(end: Cursor<'_>) -> bool {
    word_before(end).is_some()
}

/// Whether a word of two characters ends here: 財報|收入, though 報收 is a word.
fn ends_pair(end: Cursor<'_>) -> bool {
    let start = end.back().back();
    start.until(end).chars().nth(1).is_some() && general::get(start.until(end)).is_some()
}

/// Where the shortest word of two characters and more begins that ends here, unless it goes on: 基本上 is longer than 基本.
pub(crate) fn word_before(end: Cursor<'_>) -> Option<Cursor<'_>> {
    let mut start = end.back();
    for _ in 1..LONGEST {
        let longer = start.back();
        if longer.at() == start.at() {
            return None;
        }
        start = longer;
        if general::get(start.until(end)).is_some() && (!start.is_crossed() || ends_pair(start)) {
            let goes_on = end.word_across().is_some_and(|word| word.start <= start.at());
            return (!goes_on).then_some(start);
        }
    }
    None
}

/// An approximator that stands before a number.
///
/// `約`, `不少於` and `近` are such; `的` is an error.
///
/// ```
/// use wanyi::{Approx, grammar};
/// use nom::Parser;
///
/// let (rest, approx) = grammar::approximator::<nom::error::Error<&str>>().parse("將近40%")?;
/// assert_eq!((rest, approx), ("40%", Approx::Near));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// A recoverable error where none begins.
pub fn approximator<'t, E: ParseError<&'t str>>() -> impl Parser<&'t str, Output = Approx, Error = E> {
    |input: &'t str| -> IResult<&'t str, Approx, E> { public::word(input, before, ErrorKind::Tag) }
}

/// A marker that stands after a unit: 以上, 左右, 以內.
///
/// ```
/// use nom::Parser;
///
/// let (rest, approx) = wanyi::grammar::trailing_marker::<nom::error::Error<&str>>().parse("以上的")?;
/// assert_eq!((rest, approx), ("的", wanyi::Approx::AtLeast));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// A recoverable error where none begins.
pub fn trailing_marker<'t, E: ParseError<&'t str>>() -> impl Parser<&'t str, Output = Approx, Error = E> {
    |input: &'t str| -> IResult<&'t str, Approx, E> { public::word(input, after, ErrorKind::Tag) }
}

/// Whether a word begins here that ends after the one across this place: 月底|盤點, though 底盤 is one.
pub(crate) fn begins_longer(input: Cursor<'_>) -> bool {
    let ends = general::longest_at(input.rest()).map(|word| input.at() + word.length);
    ends.zip(input.word_across()).is_some_and(|(end, across)| end > across.end)
}
