//! Texts whose digits are all gone: 月日, 涨幅高达%, 共卖出亿元. What is left of a number there is none.
//!
//! Works on folded text. Imports the characters.

use core::ops::Range;

use crate::chars::{is_digit, is_han};

/// How many holes make such a text.
const LEAST: usize = 3;

/// The first hole of a text whose digits are gone: 月日 or a percent sign without a number, three times at least, and
/// hardly a number besides.
pub(crate) fn first_hole(text: &str) -> Option<Range<usize>> {
    // most texts have a digit before each percent sign, and no day without one
    let bytes = text.as_bytes();
    let is_open = |at: usize| at.checked_sub(1).and_then(|at| bytes.get(at)).is_none_or(|byte| !byte.is_ascii_digit());
    let percents = memchr::memchr_iter(b'%', bytes).filter(|at| is_open(*at)).count();
    if percents + text.matches('％').count() + text.matches("月日").count() < LEAST {
        return None;
    }
    let (mut holes, mut numbers) = (0_usize, 0_usize);
    let mut first = None;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        numbers += usize::from(is_digit(c) && !before.is_some_and(is_digit));
        let word = text.get(at..).unwrap_or_default();
        let hole = match c {
            // 年月日, but not 每月日均, 三月日, 岁月日
            '月' if word.starts_with("月日") => !before.is_some_and(is_counted),
            '%' | '％' => before.is_some_and(|c| is_han(c) && !is_counted(c)),
            _ => false,
        };
        if hole {
            holes += 1;
            let end = at + if c == '月' { "月日".len() } else { c.len_utf8() };
            first = first.or(Some(at..end));
        }
        before = Some(c);
    }
    first.filter(|_| holes >= LEAST && numbers <= holes * 2)
}

/// True for what may stand before 月 or %, where no digit is gone.
fn is_counted(c: char) -> bool {
    is_digit(c) || "一二三四五六七八九十两几数每本当岁日百".contains(c)
}

/// True for what is left of a number whose digits are gone: it begins with a scale.
pub(crate) fn is_left_over(text: &str) -> bool {
    text.starts_with(['万', '萬', '亿', '億', '兆'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_counted() {
        assert_eq!(first_hole("月日，涨幅高达%。截至月日，占总股本的%。"), Some(0..6));
        for healthy in [
            "今年5月4日，涨幅高达3%。",
            "表格上印着年月日三个字，旁边写着%。",
            "8月1日至9月2日，增长3%，10月3日再涨4%，月日、月日、月日都要填写，12月、11月、7月、6月。",
        ] {
            assert_eq!(first_hole(healthy), None, "{healthy}");
        }
    }
}
