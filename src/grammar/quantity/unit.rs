//! The unit behind a number, and what belongs to it: 半, 多, currency words, denominators.

use nom::Parser;
use nom::error::{ErrorKind, ParseError};

use super::{at, first};
use crate::chars::{arabic, blanks, chinese, is_digit, is_odd_mark, scale};
use crate::general::borders;
use crate::grammar::exact::Exact;
use crate::grammar::markers;
use crate::grammar::numeral::{Notation, Numeral, Spread};
use crate::unit::{Dimension, Entry, Lexicon, Unit};

/// A unit as it stands behind a number.
pub(super) struct UnitRead {
    pub(super) unit: Unit,
    pub(super) end: usize,
    /// What it adds to the number, in its own unit: 半 of 兩年半.
    pub(super) extra: Exact,
    pub(super) odd: bool,
}

/// Words that 個 makes units of when 半 or 多 stands between: 一個半小時, 兩個多月.
const AFTER_GE: &[(&str, &str)] = &[
    ("月", "个月"),
    ("小时", "小时"),
    ("钟头", "小时"),
    ("星期", "周"),
    ("礼拜", "周"),
    ("世纪", "世纪"),
    ("百分点", "个百分点"),
];

/// Characters that make a word with a 半 behind a unit, so that it is no half of it: 兩年半工半讀, 三個半島.
const BEHIND_HALF: &str = "工程决夜途山场年个天日小月岛导价数";

/// Characters that make a word or a new count with a 多 or 餘 behind a unit: 三年多次, 5元餘額, 兩年多地.
const BEHIND_MORE: &str = "云处半雨国省市县区条部起宗批轮层维重媒边场座所次个名人种家项元样于少数位地方额力";

/// The unit entry at a place of a text, unless the text goes on to make another word of it.
pub(super) fn unit_entry<'l>(text: &str, from: usize, lexicon: &'l Lexicon) -> Option<(Entry<'l>, usize)> {
    let (whole, text) = (text, at(text, from));
    let mut found = lexicon.entry(text)?;
    // 5000家長: a unit ends where a word ends
    while let Some(word) = borders::word_across(whole, from + found.1) {
        let shorter = lexicon.shorter(text, found.1);
        // 2020年期間: the unit before the word, where one ends there
        found = if word.start <= from {
            shorter?
        } else {
            match shorter.filter(|(_, length)| from + length == word.start) {
                Some(shorter) => shorter,
                None => break,
            }
        };
    }
    // 五百分之2.2 has no points
    let is_bottom = text.starts_with("分之");
    (!is_bottom).then_some(found)
}

/// Reads the unit behind a number that ends at `from`.
pub(super) fn unit_after(text: &str, from: usize, lexicon: &Lexicon, numeral: &Numeral) -> Option<UnitRead> {
    let start = from + blanks(at(text, from));
    let rest = at(text, start);
    // 一分半鐘
    if let Some(length) = ["分半钟"].into_iter().find(|word| rest.starts_with(word)).map(str::len) {
        let unit = lexicon.get("分鐘")?;
        return Some(UnitRead { unit, end: start + length, extra: Exact::HALF, odd: false });
    }
    if let Some(tail) = rest.strip_prefix(['个']) {
        if let Some(found) = behind_ge(text, text.len() - tail.len(), lexicon) {
            return Some(found);
        }
    }
    // 七成為女性: behind a digit in words 成 is the tenth
    let tenth = numeral.notation == Notation::Chinese && numeral.digits > 0 && rest.starts_with('成');
    let found = if tenth { lexicon.entry(rest) } else { unit_entry(text, start, lexicon) };
    let Some((entry, length)) = found else { return denominator(text, from, lexicon) };
    // 5億片酬: hundreds of millions are money more often than pieces
    let counted = matches!(entry.dimension(), Dimension::Items) || entry.symbol() == "天";
    if counted && numeral.big >= 4 && goes_on(at(rest, length)) {
        let rare = if numeral.big >= 8 { !OFTEN.contains(&entry.symbol()) } else { SELDOM.contains(&entry.symbol()) };
        if rare {
            return None;
        }
    }
    let mut end = start + length;
    let mut unit = lexicon.unit(entry);
    let mut extra = Exact::ZERO;
    let mut odd = false;
    // 5億元人民幣, 300億元新台幣
    if unit.symbol() == "元" {
        if let Some((suffix, length)) = lexicon.entry(at(text, end)).filter(|(suffix, _)| names_currency(suffix)) {
            let code = lexicon.unit(suffix).code().map(|code| alloc::borrow::Cow::Owned(code.into()));
            unit.set_code(code);
            end += length;
        }
    }
    // 元/公斤, 公里每小時
    let signs: &[char] = if unit.dimension() == Dimension::Duration { &['/', '／'] } else { &['/', '／', '每'] };
    if let Some(per) = at(text, end).strip_prefix(signs).and_then(|rest| Some((rest, lexicon.entry(rest)?))) {
        let (rest, (per, length)) = per;
        let letters = rest.starts_with(is_digit);
        if !letters {
            end = text.len() - rest.len() + length;
            unit = unit.with_per(lexicon.unit(per));
        }
    }
    let tail = at(text, end);
    let dimension = unit.dimension();
    // 兩年半, 五元半; 三個半島 is a word
    if tail.starts_with('半') {
        let behind = end + '半'.len_utf8();
        let is_word =
            first(at(text, behind)).is_some_and(|c| BEHIND_HALF.contains(c)) || borders::is_crossed(text, behind);
        if !is_word && !numeral.odd && dimension != Dimension::People {
            extra = Exact::HALF;
            end = behind;
        }
    } else if matches!(unit.symbol(), "成" | "厘") {
        // 兩成五, 四厘八
        let digit = tail
            .chars()
            .next()
            .and_then(|c| chinese(c).or_else(|| arabic(c)).filter(|d| *d > 0).map(|d| (d, c.len_utf8())));
        // 打擊率3成04
        let two = tail.chars().take_while(|c| is_digit(*c)).count() == 2;
        let hundredths = tail.chars().take(2).filter_map(arabic).fold(0, |sum, digit| sum * 10 + u128::from(digit));
        if two && unit.symbol() == "成" && numeral.spread == Spread::None {
            extra = Exact::int(hundredths).shift(-2);
            end += tail.chars().take(2).map(char::len_utf8).sum::<usize>();
        } else if let Some((digit, length)) = digit {
            let next = first(at(tail, length));
            let ends = next.is_none_or(|c| {
                scale(c).is_none()
                    && chinese(c).is_none()
                    && !is_digit(c)
                    && unit_entry(text, end + length, lexicon).is_none()
            });
            // 三成一線員工
            let is_word = borders::is_crossed(text, end + length);
            if ends && !is_word && numeral.spread == Spread::None {
                extra = Exact::tenths(digit);
                end += length;
            }
        }
    }
    if !numeral.odd {
        let tail = at(text, end);
        // 三年有餘, 一倍有多
        let full = ["有余", "有多"].into_iter().find(|word| tail.starts_with(word)).map_or(0, str::len);
        let ends = full > 0 && first(at(tail, full)).is_none_or(|c| !c.is_alphanumeric() || c == '的');
        let takes = matches!(
            dimension,
            Dimension::Duration | Dimension::Length | Dimension::Mass | Dimension::Currency | Dimension::Ratio
        );
        if ends {
            odd = true;
            end += full;
        } else if let Some(c) = first(tail).filter(|c| takes && is_odd_mark(*c)) {
            let after = first(at(tail, c.len_utf8()));
            // 5元多出一倍, 30元多了5元
            let verb = dimension == Dimension::Currency && after.is_some_and(|c| "出了花付".contains(c));
            let other_word = verb || after.is_some_and(|c| BEHIND_MORE.contains(c));
            let sure = c != '余' || dimension == Dimension::Duration;
            if !other_word && sure {
                odd = true;
                end += c.len_utf8();
            }
        }
    }
    Some(UnitRead { unit, end, extra, odd })
}

/// The unit behind 個 where more than the classifier follows: 一個半小時, 兩個多月, 20個比特幣.
fn behind_ge(text: &str, from: usize, lexicon: &Lexicon) -> Option<UnitRead> {
    let tail = at(text, from);
    // 20個比特幣, 三個巴仙
    let noun = |entry: &Entry<'_>| entry.dimension() == Dimension::Currency || entry.symbol() == "%";
    if let Some((entry, length)) = lexicon.entry(tail).filter(|(entry, _)| noun(entry)) {
        return Some(UnitRead { unit: lexicon.unit(entry), end: from + length, extra: Exact::ZERO, odd: false });
    }
    let mark = first(tail).filter(|c| matches!(c, '半' | '多'))?;
    let from = from + mark.len_utf8();
    let (word, symbol) = AFTER_GE.iter().find(|(word, _)| at(text, from).starts_with(word))?;
    let (extra, odd) = if mark == '半' { (Exact::HALF, false) } else { (Exact::ZERO, true) };
    Some(UnitRead { unit: lexicon.get(symbol)?, end: from + word.len(), extra, odd })
}

/// Classifiers that are counted in hundreds of millions.
const OFTEN: &[&str] = &[
    "個", "家", "件", "次", "張", "輛", "部", "台", "股", "枚", "份", "筆", "棵", "株", "頭", "隻", "條", "冊", "套",
    "支", "瓶", "劑", "尾", "羽", "粒", "顆", "篇",
];

/// Classifiers that are not even counted in tens of thousands, so that a noun begins with them.
const SELDOM: &[&str] =
    &["代", "步", "環", "節", "首", "科", "校", "金", "銀", "期", "面", "球", "單", "回", "案", "版", "棒", "路", "道"];

/// Whether a word goes on at the start of a text.
fn goes_on(text: &str) -> bool {
    const JOINTS: &str = "的以之和及与至到多余";
    first(text).is_some_and(|c| c.is_alphabetic() && !JOINTS.contains(c)) && markers::read_after(text).is_none()
}

/// Whether a unit is a currency that says which one: 人民幣, 美元, not 元.
fn names_currency(entry: &Entry<'_>) -> bool {
    entry.dimension() == Dimension::Currency && !matches!(entry.symbol(), "元" | "角" | "分" | "仙" | "蚊")
}

/// Words of averages, with the unit that they divide by.
static AVERAGES: &[(&str, &str)] =
    &[("人均", "人"), ("户均", "户"), ("亩均", "亩"), ("日均", "天"), ("月均", "个月"), ("年均", "年")];

/// How many characters may stand between a denominator and its number: 每股盈餘3元.
const NOUN: usize = 4;

/// The denominator in a clause that ends where a number begins: 每畝, 每股盈餘, 人均.
pub(crate) fn denominator_before(clause: &str, lexicon: &Lexicon) -> Option<Unit> {
    let close = |rest: &str| rest.chars().count() <= NOUN && !rest.contains(['每', '的', '、', '与', '和']);
    if let Some(at_every) = clause.rfind('每') {
        let rest = at(clause, at_every + '每'.len_utf8());
        if let Some(rest) = rest.strip_prefix('月') {
            return close(rest).then(|| lexicon.get("個月")).flatten();
        }
        let (entry, length) = lexicon.entry(rest)?;
        return close(at(rest, length)).then(|| lexicon.unit(entry));
    }
    if !clause.contains('均') {
        return None;
    }
    AVERAGES.iter().find_map(|(word, symbol)| {
        let behind = at(clause, clause.rfind(word)? + word.len());
        close(behind).then(|| lexicon.get(symbol)).flatten()
    })
}

/// `/千人口`: a number with a denominator alone.
fn denominator(text: &str, from: usize, lexicon: &Lexicon) -> Option<UnitRead> {
    let rest = at(text, from).strip_prefix(['/', '／'])?;
    let scales: usize = rest.chars().take(2).take_while(|c| scale(*c).is_some()).map(char::len_utf8).sum();
    let noun = ["人口", "人", "户"].into_iter().find(|noun| at(rest, scales).starts_with(noun))?;
    let end = text.len() - rest.len() + scales + noun.len();
    let traditional = |c: char| match c {
        '万' => '万',
        '亿' => '亿',
        '户' => '户',
        c => c,
    };
    let per: alloc::string::String = rest.get(..scales + noun.len())?.chars().map(traditional).collect();
    let known = lexicon.get(&per).filter(|unit| unit.symbol() == per);
    let unit = Unit::new(alloc::format!("/{per}"), Dimension::Other);
    let unit = unit.with_per(known.unwrap_or_else(|| Unit::new(per, Dimension::People)));
    Some(UnitRead { unit, end, extra: Exact::ZERO, odd: false })
}

/// The currency word or sign that may stand before a number: 新台幣, US$, RM.
pub(crate) fn currency_before(text: &str, lexicon: &Lexicon) -> Option<(Unit, usize)> {
    let (entry, length) = lexicon.entry(text)?;
    let last = text.get(..length)?.chars().next_back()?;
    let before = matches!(last, '币' | '金') || !('\u{3400}'..='\u{9FFF}').contains(&last);
    (before && entry.dimension() == Dimension::Currency && !matches!(entry.symbol(), "元" | "角"))
        .then(|| (lexicon.unit(entry), length))
}

/// A unit or classifier.
///
/// `人次的` is 人次, longest first; `的` is an error.
///
/// # Errors
///
/// A recoverable error where none begins.
pub fn unit<'t, E: ParseError<&'t str>>(lexicon: &Lexicon) -> impl Parser<&'t str, Output = Unit, Error = E> {
    move |input: &'t str| {
        crate::grammar::word(
            input,
            |text| lexicon.entry(text).map(|(entry, length)| (lexicon.unit(entry), length)),
            ErrorKind::Tag,
        )
    }
}
