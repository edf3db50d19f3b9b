//! What characters are: digits, scales, 餘, blanks, Han. A new digit form is a line here. Unless said otherwise they are asked of folded ones.

use crate::lexer::fold_char;

/// The value of a decimal digit in any of its forms.
pub(crate) const fn arabic(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '０'..='９' => Some((c as u32 - '０' as u32) as u8),
        _ => None,
    }
}

/// Whether a character is a decimal digit in any of its forms.
pub(crate) const fn is_digit(c: char) -> bool {
    arabic(c).is_some()
}

/// The value of a Chinese digit, financial forms included.
pub(crate) const fn chinese(c: char) -> Option<u8> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '俩' | '贰' => 2,
        '三' | '叁' | '参' | '仨' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The power of ten of a scale.
pub(crate) const fn scale(c: char) -> Option<i32> {
    Some(match c {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        '万' => 4,
        '亿' => 8,
        '兆' => 12,
        _ => return None,
    })
}

/// The tens of 廿, 卅 and 卌.
pub(crate) const fn contracted(c: char) -> Option<u8> {
    Some(match c {
        '廿' => 2,
        '卅' => 3,
        '卌' => 4,
        _ => return None,
    })
}

/// 余, 餘 and 多: more than the number, less than the next step.
pub(crate) const fn is_odd_mark(c: char) -> bool {
    matches!(c, '余' | '多')
}

/// Marks between the ends of a range, of numbers or of times.
pub(crate) const RANGE_MARKS: &[char] =
    &['至', '到', '—', '–', '-', '－', '~', '～', '―', '─', '〜', '\u{2010}', '\u{2011}', '\u{2012}', '\u{FE63}'];

/// Whether a character is a Chinese one: 〇 and the extensions too.
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c, '〇' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// Blanks that stand inside numbers: not line breaks. A private-use character is a blank or an ornament of some font.
pub(crate) const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{3000}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}') || is_private(c)
}

/// Private-use characters: what they show depends on a font.
pub(crate) const fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}')
}

/// Whether a character is a Chinese digit or a scale, in either script.
#[cfg(feature = "repair")]
pub(crate) fn is_numeral(c: char) -> bool {
    let c = fold_char(c);
    chinese(c).is_some() || scale(c).is_some()
}

/// Whether a character may be a part of a number, in either script.
pub(crate) fn is_of_number(c: char) -> bool {
    let c = fold_char(c);
    arabic(c).is_some()
        || chinese(c).is_some()
        || scale(c).is_some()
        || contracted(c).is_some()
        || is_odd_mark(c)
        || matches!(c, '几' | '数' | '半' | '.' | '．' | '点')
}

/// The character at a byte of a text. Most characters of this crate's texts have three bytes, which are read at once.
#[inline]
pub(crate) fn at(text: &str, at: usize) -> Option<char> {
    let rest = text.as_bytes().get(at..)?;
    match *rest {
        [lead @ ..0x80, ..] => Some(char::from(lead)),
        [lead @ 0xE0..0xF0, second, third, ..] => three(lead, second, third),
        _ => text.get(at..)?.chars().next(),
    }
}

/// The character before a byte of a text.
#[inline]
pub(crate) fn before(text: &str, at: usize) -> Option<char> {
    let head = text.as_bytes().get(..at)?;
    match *head {
        [.., last @ ..0x80] => Some(char::from(last)),
        [.., lead @ 0xE0..0xF0, second, third] => three(lead, second, third),
        _ => text.get(..at)?.chars().next_back(),
    }
}

/// The character that three bytes spell.
const fn three(lead: u8, second: u8, third: u8) -> Option<char> {
    char::from_u32((lead as u32 & 0x0F) << 12 | (second as u32 & 0x3F) << 6 | third as u32 & 0x3F)
}

/// The length of at most two blanks at the start of a text.
pub(crate) fn blanks(text: &str) -> usize {
    text.chars().take(2).take_while(|c| is_blank(*c)).map(char::len_utf8).sum()
}
