//! Small readers of characters that every file of the layout needs: blanks, Han characters, prefixes, sub-slices.
//!
//! Works on slices of the one text; [`range_of`] turns a slice back into its place. Imports [`crate::chars`].
//! Read [`super::tables`] next.

use crate::any_of::{WordSet, any_of};
use alloc::vec::Vec;
use core::ops::Range;

pub(super) use crate::chars::{is_digit, is_han, one_of};

/// The byte range of `part`, which must be a slice of `whole`; the empty range at the end where it is none.
pub(super) fn range_of(whole: &str, part: &str) -> Range<usize> {
    let end = whole.len();
    match part.as_ptr().addr().checked_sub(whole.as_ptr().addr()) {
        Some(start) if start + part.len() <= end => start..start + part.len(),
        _ => end..end,
    }
}

/// What stands in `whole` before its slice `part`.
pub(super) fn before<'a>(whole: &'a str, part: &str) -> &'a str {
    whole.get(..range_of(whole, part).start).unwrap_or(whole)
}

/// What stands in `whole` after its slice `part`.
pub(super) fn after<'a>(whole: &'a str, part: &str) -> &'a str {
    whole.get(range_of(whole, part).end..).unwrap_or("")
}

/// The line break of a well-known collection of pages of 2012.
const PRIVATE_BREAK: char = '\u{E40C}';

/// The lines of `s`, parted by the marks of every system; byte by byte, for none of them begins inside another character.
pub(super) fn lines(s: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut start = 0;
    let more = memchr::memchr(0xEE, s.as_bytes()).map_or(0..0, |at| at..s.len());
    let private = memchr::memchr_iter(0xEE, s.as_bytes().get(more.clone()).unwrap_or_default());
    let mut private = private.map(|at| at + more.start).peekable();
    let mut marks = memchr::memchr3_iter(b'\n', b'\r', 0xE2, s.as_bytes()).peekable();
    let next = || match (marks.peek().copied(), private.peek().copied()) {
        (Some(mark), Some(other)) if other < mark => private.next(),
        (None, Some(_)) => private.next(),
        _ => marks.next(),
    };
    for at in core::iter::from_fn(next) {
        let rest = s.get(at..).unwrap_or_default();
        let is_mark = |c: &char| matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}' | &PRIVATE_BREAK);
        let Some(mark) = rest.chars().next().filter(is_mark) else {
            continue;
        };
        lines.extend(s.get(start..at));
        start = at + mark.len_utf8();
    }
    lines.extend(s.get(start..));
    lines
}

/// True for white space, U+3000 and U+00A0 included, and for the marks of no width that pages carry along (the BOM too).
#[inline]
pub(super) fn is_blank(c: char) -> bool {
    // most characters are ideographs
    !('\u{3001}'..PRIVATE_BREAK).contains(&c)
        && (c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | PRIVATE_BREAK))
}

/// `s` without blanks at both ends.
pub(super) fn trim(s: &str) -> &str {
    s.trim_matches(is_blank)
}

/// A trimmed line without the tags of a page around it: <p>…</p>.
pub(super) fn untagged(line: &str) -> &str {
    const TAGS: &WordSet =
        any_of!["<p>", "</p>", "<br>", "<br/>", "<br />", "<div>", "</div>", "<strong>", "</strong>"];
    let mut line = line;
    while line.starts_with('<') || line.ends_with('>') {
        if let Some(inner) = element(line) {
            return trim(inner);
        }
        let begun = TAGS.prefix(line).map_or(line, |tag| after(line, tag));
        let bare = trim(TAGS.suffix(begun).map_or(begun, |tag| before(begun, tag)));
        if bare.len() == line.len() {
            break;
        }
        line = bare;
    }
    line
}

/// What an element of a feed holds that is the whole line: <title>…</title>, <title><![CDATA[…]]></title>.
fn element(line: &str) -> Option<&str> {
    let (name, rest) = line.strip_prefix('<')?.split_once('>')?;
    let inner = rest.strip_suffix('>')?.strip_suffix(name)?.strip_suffix("</")?;
    let sound = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(|c| c.is_ascii_alphanumeric());
    let data = inner.strip_prefix("<![CDATA[").and_then(|inner| inner.strip_suffix("]]>")).unwrap_or(inner);
    (sound && !data.contains(['<', '>'])).then_some(data)
}

/// A trimmed line without the marks of Markdown before a head and around a bold one: ## 价格走高, **价格走高**.
pub(super) fn unmarked(line: &str) -> &str {
    let head = line.trim_start_matches('#');
    let is_head = head.len() < line.len() && head.starts_with(is_blank) && !head.contains(['#', '＃']);
    let is_head = is_head && trim(head).starts_with(|c: char| c.is_alphanumeric() || one_of!("“「《【（").contains(c));
    let line = if is_head { trim(head) } else { line };
    let bold = line.strip_prefix("**").and_then(|inner| inner.strip_suffix("**"));
    bold.map(trim).filter(|inner| !inner.is_empty() && !inner.contains('*')).unwrap_or(line)
}

/// `s` without blanks at its start.
pub(super) fn trim_start(s: &str) -> &str {
    s.trim_start_matches(is_blank)
}

/// A title without the label before it: 標題：…, 題：….
pub(super) fn without_title_label(s: &str) -> &str {
    const LABELS: &WordSet = any_of!["标题", "题目", "题名", "名称", "主旨", "原标题", "原题", "题", "Title", "title"];
    if !s.starts_with(['标', '题', '名', '主', '原', 'T', 't']) {
        return s;
    }
    // 标　　题：
    let mut announced = LABELS.words().filter_map(|label| trim_start(strip_words(s, label)?).strip_prefix(['：', ':']));
    let title = announced.next().map(trim);
    title.filter(|title| !title.is_empty()).unwrap_or(s)
}

/// What follows `words` at the start of `s`, whatever blanks stand in either: a title may be printed with others.
pub(super) fn strip_words<'a>(s: &'a str, words: &str) -> Option<&'a str> {
    let mut rest = s;
    for word in words.chars().filter(|c| !is_blank(*c)) {
        rest = trim_start(rest).strip_prefix(word)?;
    }
    Some(rest)
}

/// The number of characters of `s`.
pub(super) fn length(s: &str) -> usize {
    s.chars().count()
}

/// The first `n` characters of `s`, or all of it.
pub(super) fn first(s: &str, n: usize) -> &str {
    s.char_indices().nth(n).and_then(|(at, _)| s.get(..at)).unwrap_or(s)
}

/// The last `n` characters of `s`, or all of it.
pub(super) fn last(s: &str, n: usize) -> &str {
    if n == 0 {
        return "";
    }
    s.char_indices().rev().nth(n - 1).and_then(|(at, _)| s.get(at..)).unwrap_or(s)
}

/// The run at the start of `s` whose characters all satisfy `test`; it may be empty.
pub(super) fn run(s: &str, test: impl Fn(char) -> bool) -> &str {
    s.find(|c| !test(c)).and_then(|end| s.get(..end)).unwrap_or(s)
}

/// What a bracket at the start of `s` holds, and what follows it: `（甲）乙` gives `甲` and `乙`.
///
/// Brackets of two kinds may be mixed (`(甲）` is common in print); the content is at most `most` characters long.
pub(super) fn bracketed(s: &str, most: usize) -> Option<(&str, &str)> {
    let open = s.chars().next()?;
    let close: &[char] = match open {
        '（' | '(' => &['）', ')'],
        '【' => &['】'],
        '〔' => &['〕'],
        '[' | '［' => &[']', '］'],
        '《' => &['》'],
        '〈' => &['〉'],
        '＜' | '<' => &['＞', '>'],
        _ => return None,
    };
    let inside = s.get(open.len_utf8()..)?;
    let window = first(inside, most + 1);
    let end = window.find(close)?;
    let content = inside.get(..end)?;
    let rest = inside.get(end..)?;
    let closing = rest.chars().next()?;
    Some((content, rest.get(closing.len_utf8()..)?))
}

/// The bracket at the end of `s`: the whole of it and what it holds.
pub(super) fn bracketed_at_end(s: &str, most: usize) -> Option<(&str, &str)> {
    let close = s.chars().next_back()?;
    let open: &[char] = match close {
        '）' | ')' => &['（', '('],
        '】' => &['【'],
        '〕' => &['〔'],
        ']' | '］' => &['[', '［'],
        _ => return None,
    };
    let window = last(s, most + 2);
    let whole = window.get(window.rfind(open)?..)?;
    let mut content = whole.chars();
    content.next();
    content.next_back();
    Some((whole, content.as_str()))
}

/// The marks between a label or a role and what it announces: 文｜王小明, 作者：王小明.
pub(super) const ANNOUNCING: &[char] =
    &['：', ':', '︰', '/', '／', '|', '｜', '丨', '︱', '│', '◎', '＝', '╱', '∕', '┃', '▏'];

/// True where no word goes on: at the end, or before a blank or a mark that closes a credit.
pub(super) fn at_border(s: &str) -> bool {
    s.chars().next().is_none_or(|c| is_blank(c) || one_of!("：:，,、（(|｜丨】〕）)／/－-—“「『《；;").contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_know_their_place() {
        let text = "甲乙丙丁";
        let part = text.get(3..9).unwrap();
        assert_eq!(range_of(text, part), 3..9);
        assert_eq!((before(text, part), after(text, part)), ("甲", "丁"));
        assert_eq!(range_of(part, text), 6..6);
    }

    #[test]
    fn brackets_of_two_kinds_close() {
        assert_eq!(bracketed("（甲)乙", 9), Some(("甲", "乙")));
        assert_eq!(bracketed("【甲】", 9), Some(("甲", "")));
        assert_eq!(bracketed("（一二三四）", 3), None);
        assert_eq!(bracketed("甲（乙）", 9), None);
        assert_eq!(bracketed_at_end("乙。（甲)", 9), Some(("（甲)", "甲")));
        assert_eq!(bracketed_at_end("乙。", 9), None);
    }

    #[test]
    fn ends_are_counted_in_characters() {
        assert_eq!((first("甲乙丙", 2), last("甲乙丙", 2), last("甲", 0)), ("甲乙", "乙丙", ""));
        assert_eq!(trim("\u{FEFF}\u{3000} 甲\u{A0}\r"), "甲");
    }
}
