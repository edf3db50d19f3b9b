//! The clauses and sentences before and after a place, as far as a rule looks: so many characters, so that any text is read
//! in linear time.

use crate::chars;

/// The clause that a text ends with, at most sixteen characters of it.
pub(super) fn clause_before(head: &str) -> &str {
    tail_after(head, 16, |c| matches!(c, '，' | '。' | '；' | '！' | '？' | ',' | ';' | '!' | '?' | '\n' | '：' | ':'))
}

/// The sentence that a text ends with, at most forty characters of it.
pub(super) fn sentence_before(head: &str) -> &str {
    tail_after(head, 40, |c| matches!(c, '。' | '！' | '？' | '\n'))
}

/// What a text ends with after the last mark, at most `most` characters.
pub(super) fn tail_after(head: &str, most: usize, mark: impl Fn(char) -> bool) -> &str {
    let mut start = head.len();
    for _ in 0..most {
        // an ideograph is no mark
        start -= match chars::is_ideograph_before(head, start) {
            true => 3,
            false => match chars::before(head, start) {
                Some(c) if !mark(c) => c.len_utf8(),
                _ => break,
            },
        };
    }
    head.get(start..).unwrap_or_default()
}

/// The sentence that a text begins with, at most forty characters of it.
pub(super) fn sentence_after(tail: &str) -> &str {
    let mut end = 0;
    for _ in 0..40 {
        end += match chars::is_ideograph_at(tail, end) {
            true => 3,
            false => match chars::at(tail, end) {
                Some(c) if !matches!(c, '。' | '！' | '？' | '；' | '\n') => c.len_utf8(),
                _ => break,
            },
        };
    }
    tail.get(..end).unwrap_or_default()
}

/// The clause that a text begins with, at most forty characters of it.
pub(super) fn clause_after(tail: &str) -> &str {
    sentence_after(tail).split(['，', ',']).next().unwrap_or_default()
}

/// How many marks in a text end a sentence or a line.
pub(super) fn stops(text: &str) -> usize {
    each_stop(text).count()
}

/// Whether a sentence or a line ends in a text.
pub(super) fn has_stop(text: &str) -> bool {
    each_stop(text).next().is_some()
}

/// The places of the marks in a text that end a sentence or a line.
fn each_stop(text: &str) -> impl Iterator<Item = usize> + '_ {
    // all but the line break are of three bytes, the first of which no ideograph has
    let bytes = text.as_bytes();
    memchr::memchr3_iter(b'\n', 0xE3, 0xEF, bytes).filter(move |at| {
        matches!(bytes.get(*at..), Some([b'\n', ..] | [0xE3, 0x80, 0x82, ..] | [0xEF, 0xBC, 0x81 | 0x9F, ..]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_end_sentences_are_counted() {
        for (text, count) in [("", 0), ("出口，增长；", 0), ("增长。出口！\n？", 4), ("、〜（）：", 0)]
        {
            assert_eq!(stops(text), count, "{text}");
        }
    }
}
