//! What characters are: digits, scales, 餘, blanks, Han. A new digit form is a line here. A character of
//! either script has the class of the one that it is read as.

use core::mem;

use crate::lexer::fold_char;
use crate::order::Tally;

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

/// What a character is in a number: its kind, and in the lower half its digit, its power of ten or its tens.
pub(crate) type Class = u8;
/// The kinds of classes: a Chinese digit, a scale, 廿, 餘, another part of a number, and what may stand beside one.
pub(crate) const DIGIT: Class = 0x10;
pub(crate) const SCALE: Class = 0x20;
const TENS: Class = 0x30;
pub(crate) const ODD: Class = 0x40;
pub(crate) const PART: Class = 0x50;
/// 幾.
pub(crate) const SEVERAL: Class = PART | 1;
pub(crate) const BESIDE: Class = 0x60;
/// The bits of the kind.
pub(crate) const KIND: Class = 0xF0;

/// The class of a folded character, 0 for none.
const fn class_of_folded(c: char) -> Class {
    match c {
        '〇' | '零' | '○' => DIGIT,
        '一' | '壹' => DIGIT | 1,
        '二' | '两' | '俩' | '贰' => DIGIT | 2,
        '三' | '叁' | '参' | '仨' => DIGIT | 3,
        '四' | '肆' => DIGIT | 4,
        '五' | '伍' => DIGIT | 5,
        '六' | '陆' => DIGIT | 6,
        '七' | '柒' => DIGIT | 7,
        '八' | '捌' => DIGIT | 8,
        '九' | '玖' => DIGIT | 9,
        '十' | '拾' => SCALE | 1,
        '百' | '佰' => SCALE | 2,
        '千' | '仟' => SCALE | 3,
        '万' => SCALE | 4,
        '亿' => SCALE | 8,
        '兆' => SCALE | 12,
        '廿' => TENS | 2,
        '卅' => TENS | 3,
        '卌' => TENS | 4,
        '余' | '多' => ODD,
        '几' => SEVERAL,
        '数' | '半' | '点' => PART,
        '来' | '好' | '个' => BESIDE,
        _ => 0,
    }
}

/// The first character that has a class, and how many may have one.
const FIRST: usize = '○' as usize;
const COUNT: usize = 0xA000 - FIRST;

/// The class of each character of either script.
static CLASSES: [Class; COUNT] = classes();

const fn classes() -> [Class; COUNT] {
    let mut classes = [0; COUNT];
    let mut at = 0;
    while at < COUNT {
        if let Some(c) = char::from_u32((FIRST + at) as u32) {
            #[allow(clippy::indexing_slicing)] // evaluated by the compiler
            {
                classes[at] = class_of_folded(fold_char(c));
            }
        }
        at += 1;
    }
    classes
}

/// The class of a character, in either script.
#[inline]
pub(crate) const fn class(c: char) -> Class {
    let at = (c as usize).wrapping_sub(FIRST);
    #[allow(clippy::indexing_slicing)] // what the condition allows
    if at < COUNT { CLASSES[at] } else { 0 }
}

/// The value of a character of one kind.
#[inline]
const fn value(c: char, kind: Class) -> Option<u8> {
    let class = class(c);
    if class & KIND == kind { Some(class & !KIND) } else { None }
}

/// The value of a Chinese digit, financial forms included.
#[inline]
pub(crate) const fn chinese(c: char) -> Option<u8> {
    value(c, DIGIT)
}

/// Whether a character is a Latin letter of full width.
pub(crate) const fn is_wide_letter(c: char) -> bool {
    matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Whether it is a digit of financial writing, most of which are parts of words elsewhere.
pub(crate) const fn is_financial(c: char) -> bool {
    matches!(c, '壹' | '贰' | '叁' | '参' | '肆' | '伍' | '陆' | '柒' | '捌' | '玖')
}

/// The power of ten of a scale.
#[inline]
pub(crate) const fn scale(c: char) -> Option<i32> {
    match value(c, SCALE) {
        Some(power) => Some(power as i32),
        None => None,
    }
}

/// The tens of 廿, 卅 and 卌.
#[inline]
pub(crate) const fn contracted(c: char) -> Option<u8> {
    value(c, TENS)
}

/// 余, 餘 and 多: more than the number, less than the next step.
#[inline]
pub(crate) const fn is_odd_mark(c: char) -> bool {
    class(c) == ODD
}

/// What 餘 and 多 begin a word with, so that they are no mark after a number: 2比1多數, 規模4.2餘震, 3餘額.
#[inline]
pub(crate) const fn is_after_odd(c: char) -> bool {
    matches!(c, '数' | '數' | '震' | '额' | '額' | '款' | '热' | '熱' | '波')
}

/// Whether a text after 多 tells by how much more: 300萬多了20萬, 3千多出兩成.
pub(crate) fn tells_gain(rest: &str) -> bool {
    let number = rest.strip_prefix(['了', '出']).unwrap_or_default();
    let number = number.strip_prefix(['近', '约', '約', '逾']).unwrap_or(number);
    number.starts_with(|c: char| is_digit(c) || chinese(c).is_some())
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

/// Whether a character is a Chinese digit or a scale.
pub(crate) fn is_numeral(c: char) -> bool {
    matches!(class(c) & KIND, DIGIT | SCALE)
}

/// Whether a character may be a part of a number.
pub(crate) fn is_of_number(c: char) -> bool {
    !matches!(class(c), 0 | BESIDE) || is_digit(c) || matches!(c, '.' | '．')
}

/// The character at a byte of a text. Most characters of this crate's texts have three bytes, which are read at once.
#[inline]
pub(crate) fn at(text: &str, at: usize) -> Option<char> {
    let rest = text.as_bytes().get(at..)?;
    match *rest {
        [lead @ ..0x80, ..] => Some(char::from(lead)),
        [lead @ 0xE0..0xF0, second, third, ..] => char::from_u32(code_of([lead, second, third]) as u32),
        _ => text.get(at..)?.chars().next(),
    }
}

/// The character before a byte of a text.
#[inline]
pub(crate) fn before(text: &str, at: usize) -> Option<char> {
    let head = text.as_bytes().get(..at)?;
    match *head {
        [.., last @ ..0x80] => Some(char::from(last)),
        [.., lead @ 0xE0..0xF0, second, third] => char::from_u32(code_of([lead, second, third]) as u32),
        _ => text.get(..at)?.chars().next_back(),
    }
}

/// The first bytes of U+4000 to U+9FFF: ideographs, and no punctuation among them.
const IDEOGRAPHS: core::ops::Range<u8> = 0xE4..0xEA;

/// Whether a common ideograph, of three bytes, stands at a byte of a text; no is not sure.
#[inline]
pub(crate) fn is_ideograph_at(text: &str, at: usize) -> bool {
    text.as_bytes().get(at).is_some_and(|lead| IDEOGRAPHS.contains(lead))
}

/// Whether a common ideograph, of three bytes, ends at a byte of a text; no is not sure.
#[inline]
pub(crate) fn is_ideograph_before(text: &str, at: usize) -> bool {
    at.checked_sub(3).is_some_and(|at| is_ideograph_at(text, at))
}

/// A set of characters, made at compile time.
pub(crate) struct CharSet {
    /// A bit for each character by the low end of its code point: most others are told by it.
    sieve: u64,
    chars: &'static str,
}

impl CharSet {
    #[allow(clippy::indexing_slicing)] // evaluated by the compiler, which refuses a place that is not there
    pub(crate) const fn of(chars: &'static str) -> Self {
        let bytes = chars.as_bytes();
        let mut sieve = 0;
        let mut at = 0;
        while at < bytes.len() {
            let (code, length) = match bytes[at] {
                0x00..0x80 => (bytes[at] as usize, 1),
                0x80..0xE0 => ((bytes[at] as usize & 0x1F) << 6 | bytes[at + 1] as usize & 0x3F, 2),
                _ => (constant_code(bytes, at), 3),
            };
            sieve |= 1 << (code & 63);
            at += length;
        }
        Self { sieve, chars }
    }

    /// Whether a character is one of the set.
    #[inline]
    pub(crate) fn contains(&self, c: char) -> bool {
        self.sieve >> (c as usize & 63) & 1 == 1 && self.chars.chars().any(|own| own == c)
    }
}

/// Some hundred Han characters, made at compile time and sorted, for no sieve tells so many.
pub(crate) struct HanSet<const N: usize>([u16; N]);

impl<const N: usize> HanSet<N> {
    /// Of `N` characters of three bytes each.
    #[allow(clippy::indexing_slicing)] // evaluated by the compiler, which refuses a place that is not there
    pub(crate) const fn of(chars: &str) -> Self {
        let mut sorted = [0; N];
        let mut size = 0;
        while size < N {
            let code = constant_code(chars.as_bytes(), size * 3) as u16;
            let mut at = size;
            while at > 0 && sorted[at - 1] > code {
                sorted[at] = sorted[at - 1];
                at -= 1;
            }
            sorted[at] = code;
            size += 1;
        }
        Self(sorted)
    }

    /// Whether a character is one of the set.
    pub(crate) fn contains(&self, c: char) -> bool {
        u16::try_from(u32::from(c)).is_ok_and(|code| self.0.binary_search(&code).is_ok())
    }
}

/// The [`CharSet`] of a literal.
macro_rules! one_of {
    ($chars:literal) => {{
        const SET: &$crate::chars::CharSet = &$crate::chars::CharSet::of($chars);
        SET
    }};
}
pub(crate) use one_of;

/// The code point that three bytes spell.
#[inline]
pub(crate) const fn code_of([lead, second, third]: [u8; 3]) -> usize {
    (lead as usize & 0x0F) << 12 | (second as usize & 0x3F) << 6 | third as usize & 0x3F
}

/// The code point of the character of three bytes at a place of a constant.
#[allow(clippy::indexing_slicing)] // evaluated by the compiler, which refuses a place that is not there
pub(crate) const fn constant_code(bytes: &[u8], at: usize) -> usize {
    code_of([bytes[at], bytes[at + 1], bytes[at + 2]])
}

/// The length of at most two blanks at the start of a text.
#[inline]
pub(crate) fn blanks(text: &str) -> usize {
    // most characters are told by their first byte
    if !matches!(text.as_bytes().first(), Some(b' ' | 0xC2 | 0xE2 | 0xE3 | 0xEE | 0xEF)) {
        return 0;
    }
    text.chars().take(2).take_while(|c| is_blank(*c)).map(char::len_utf8).sum()
}

/// The pairs of Han characters that stand side by side in a text.
pub(crate) struct Pairs(Tally);

impl Pairs {
    pub(crate) fn new(text: impl Iterator<Item = char>) -> Self {
        let mut earlier = None;
        let pairs = text.filter_map(|c| {
            let c = is_han(c).then_some(c);
            mem::replace(&mut earlier, c).zip(c)
        });
        Self(pairs.map(Self::number).collect())
    }

    pub(crate) fn holds(&self, pair: (char, char)) -> bool {
        self.0.count(Self::number(pair)) > 0
    }

    fn number((a, b): (char, char)) -> u64 {
        u64::from(a) << 32 | u64::from(b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_its_characters_and_no_others() {
        const MIXED: CharSet = CharSet::of("的a·５");
        for c in "的a·５".chars() {
            assert!(MIXED.contains(c), "{c}");
        }
        // 璄 has the low end of 的
        for c in "了b。5璄\u{10FFFF}".chars() {
            assert!(!MIXED.contains(c), "{c}");
        }
        assert!(one_of!("了").contains('了') && !one_of!("").contains('了'));
    }

    #[test]
    fn a_large_set_holds_its_characters_alone() {
        const SET: HanSet<4> = HanSet::of("王李张一");
        for c in "一张李王".chars() {
            assert!(SET.contains(c), "{c}");
        }
        for c in ['丁', '龥', 'a', '\u{0}', '\u{24E00}'] {
            assert!(!SET.contains(c), "{c}");
        }
    }

    #[test]
    fn pairs_are_of_han_characters_side_by_side() {
        let pairs = Pairs::new("水位，上升3米".chars());
        assert!(pairs.holds(('水', '位')) && pairs.holds(('上', '升')));
        assert!(!pairs.holds(('位', '上')) && !pairs.holds(('升', '米')) && !pairs.holds(('位', '水')));
    }
}
