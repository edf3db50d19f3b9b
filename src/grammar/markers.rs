//! The words around a number that limit it: 約, 超過, 近 before it, 以上, 左右 behind it.
//!
//! A new approximator is a row of [`BEFORE`] or [`AFTER`].

use alloc::boxed::Box;

use nom::Parser;
use nom::error::{ErrorKind, ParseError};
use once_cell::race::OnceBox;

use crate::general::borders;
use crate::grammar::lookalikes::inside_word;
use crate::quantity::Approx;
use crate::words::Words;

/// Approximators that stand before a number.
static BEFORE: &[(&str, Approx)] = &[
    ("约 约合 大约 大概 约莫 大致 差不多", Approx::About),
    ("近 将近 接近 几近 近乎", Approx::Near),
    ("超 超过 超过了 超出 超逾 逾 高于 多于 大于 不止 不只 > ＞", Approx::Over),
    ("大于等于 大于或等于 大于或者等于 至少 最少 起码 不下于 不下 不亚于 ≥", Approx::AtLeast),
    ("不足 不到 不及 未及 未到 未满 不满 未达 低于 少于 小于 < ＜", Approx::Under),
    ("小于等于 小于或等于 至多 最多 顶多 ≤", Approx::AtMost),
];

/// Words that turn a comparison round: 不得超過 is at most, 未低於 at least.
static NEGATIONS: &[(&str, ())] = &[(
    "不 不得 不能 不会 不应 不应该 不可 不可以 不许 不准 不宜 不再 不允许 未 未曾 未能 从未 从来未 并未 尚未 没 没有 并没有 从未有",
    (),
)];

/// Approximators that stand before a scale without digits: 上百, 過億.
static BEFORE_SCALE: &[(&str, Approx)] = &[("上", Approx::AtLeast), ("过 破", Approx::Over)];

/// Approximators that stand behind the unit.
static AFTER: &[(&str, Approx)] = &[
    ("左右 上下 附近", Approx::About),
    ("以上 及以上 或以上 或者以上", Approx::AtLeast),
    ("以下 以内 之内 及以下 或以下 或者以下", Approx::AtMost),
];

/// Limits that stand somewhere before a number in its clause: 至少已造成5人死亡. With how many characters may stand
/// between.
static AFAR: &[(&str, (Approx, usize))] = &[
    ("约为 约有 约占 约达", (Approx::About, 0)),
    ("突破 突破了 冲破 升破 涨破 飙破 攀破 破", (Approx::Over, 0)),
    ("至少 最少 起码", (Approx::AtLeast, 7)),
    ("最多", (Approx::AtMost, 6)),
    ("至多 顶多", (Approx::AtMost, 7)),
    ("不过", (Approx::AtMost, 0)),
];

/// The limit in a clause that ends where a number begins: where it stands, and its length.
pub(crate) fn read_afar(clause: &str) -> Option<(Approx, usize, usize)> {
    static TABLE: OnceBox<Words<(Approx, usize)>> = OnceBox::new();
    let table = TABLE.get_or_init(|| Box::new(Words::of_rows(AFAR)));
    clause.char_indices().find_map(|(at, _)| {
        let ((approx, reach), length) = table.longest(clause.get(at..)?)?;
        if inside_word(clause, at, at + length) {
            return None;
        }
        let between = clause.get(at + length..)?.trim();
        // 最多的 is a superlative
        (between.chars().count() <= *reach && !between.starts_with(['的', '样', '是'])).then_some((*approx, at, length))
    })
}

fn before() -> &'static Words<Approx> {
    static TABLE: OnceBox<Words<Approx>> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(Words::of_rows(BEFORE)))
}

fn before_scale() -> &'static Words<Approx> {
    static TABLE: OnceBox<Words<Approx>> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(Words::of_rows(BEFORE_SCALE)))
}

fn after() -> &'static Words<Approx> {
    static TABLE: OnceBox<Words<Approx>> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(Words::of_rows(AFTER)))
}

/// The approximator that a text begins with, and its length.
pub(crate) fn read_before(text: &str) -> Option<(Approx, usize)> {
    if let Some(found) = negated(text) {
        return Some(found);
    }
    if let Some((approx, length)) = before().longest(text) {
        return Some((*approx, length));
    }
    let (approx, length) = before_scale().longest(text)?;
    bare_scale(text.get(length..)?).then_some((*approx, length))
}

/// A negated comparison that a text begins with, which bounds the other side, inclusive.
fn negated(text: &str) -> Option<(Approx, usize)> {
    static TABLE: OnceBox<Words<()>> = OnceBox::new();
    let table = TABLE.get_or_init(|| Box::new(Words::of_rows(NEGATIONS)));
    let ((), negation) = table.longest(text)?;
    let rest = text.get(negation..)?;
    let (approx, length) = before().longest(rest)?;
    let turned = match approx {
        Approx::Over if !rest.starts_with(['不', '破']) => Approx::AtMost,
        Approx::Under if !rest.starts_with(['不', '未']) => Approx::AtLeast,
        _ => return None,
    };
    Some((turned, negation + length))
}

/// Whether a text begins with a scale that has no digit: 百, 億.
fn bare_scale(text: &str) -> bool {
    if text.starts_with("百分之") || text.starts_with("千分之") {
        return false;
    }
    text.chars().next().and_then(crate::chars::scale).is_some_and(|power| power > 1)
}

/// The approximator behind a unit that a text begins with, and its length.
pub(crate) fn read_after(text: &str) -> Option<(Approx, usize)> {
    // 以上海 is no limit
    let (approx, length) = after().longest(text)?;
    (!borders::is_crossed(text, length)).then_some((*approx, length))
}

/// The last characters of all approximators that stand before a number, for the scan.
pub(crate) fn ends_before() -> impl Iterator<Item = char> {
    before().iter().chain(before_scale().iter()).filter_map(|(word, _)| word.chars().next_back())
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
    |input: &'t str| super::word(input, read_before, ErrorKind::Tag)
}

/// A marker that stands behind a unit: 以上, 左右, 以內.
///
/// # Errors
///
/// A recoverable error where none begins.
pub fn trailing_marker<'t, E: ParseError<&'t str>>() -> impl Parser<&'t str, Output = Approx, Error = E> {
    |input: &'t str| super::word(input, read_after, ErrorKind::Tag)
}
