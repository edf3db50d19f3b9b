//! Damage that shows in single characters: marks of no width, HTML left over, UTF-8 that was taken for Windows-1252.
//!
//! Needs no table of characters, so that it works without the feature `repair`. Read `mirror` next.

use alloc::string::String;

use super::cells::{Cell, Cells};
use crate::error::DiagnosticCode;

/// Drops marks of no width: spaces, joiners, marks of direction, the byte order mark, soft hyphens. Inside an emoji, and in
/// the scripts of the Near East and of India, they have work to do and stay.
pub(super) fn drop_invisible(text: &mut Cells) -> bool {
    if !text.cells.iter().any(|cell| is_invisible(cell.c)) {
        return false;
    }
    let old = core::mem::take(&mut text.cells);
    text.cells.reserve(old.len());
    for (at, cell) in old.iter().enumerate() {
        let joins = at.checked_sub(1).and_then(|at| old.get(at)).is_some_and(|before| {
            cell.c == '\u{200D}' && is_emoji(before.c) || matches!(before.c, '\u{590}'..='\u{1FFF}')
        });
        if is_invisible(cell.c) && !joins {
            text.drop_all(core::slice::from_ref(cell), DiagnosticCode::InvisibleCharacter);
        } else {
            text.cells.push(*cell);
        }
    }
    text.cells.len() < old.len()
}

/// Whether a character has no width and no meaning in Chinese text.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

const fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Puts characters in the place of `&nbsp;`, `&#37;`, `&#xFF05;` and their like, escaped once or many times.
pub(super) fn decode_entities(text: &mut Cells) -> bool {
    let marks = text.cells.iter().enumerate().filter(|(_, cell)| cell.c == '&').map(|(at, _)| at);
    let mut entities = marks.filter(|at| entity(text.cells.get(*at..).unwrap_or_default()).is_some());
    let Some(first) = entities.next() else { return false };
    drop(entities);
    let old = core::mem::take(&mut text.cells);
    text.cells.reserve(old.len());
    text.cells.extend_from_slice(old.get(..first).unwrap_or_default());
    let mut at = first;
    while let Some(cell) = old.get(at) {
        match entity(old.get(at..).unwrap_or_default()) {
            Some((c, length)) => {
                let of = old.get(at..at + length).unwrap_or_default();
                text.cells.push(Cell::instead(of, c, DiagnosticCode::HtmlEntity, true));
                at += length;
            }
            None => {
                text.cells.push(*cell);
                at += 1;
            }
        }
    }
    true
}

/// The character of an entity that stands at the start, and its length in cells.
fn entity(cells: &[Cell]) -> Option<(char, usize)> {
    /// `&` escaped once more.
    const ESCAPED: [&str; 5] = ["amp;", "#38;", "#038;", "#x26;", "#X26;"];
    cells.first().filter(|cell| cell.c == '&')?;
    let is_at = |from: usize, word: &str| {
        word.chars().enumerate().all(|(at, c)| cells.get(from + at).is_some_and(|cell| cell.c == c))
    };
    let mut from = 1;
    // &amp;amp;nbsp;
    while let Some(word) = ESCAPED.iter().find(|word| is_at(from, word)) {
        from += word.len();
    }
    let name: String = cells
        .iter()
        .skip(from)
        .take(9)
        .map(|cell| cell.c)
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '#')
        .collect();
    let end = from + name.len();
    let is_closed = is_at(end, ";");
    let known = match name.strip_prefix('#') {
        // the ; is often left out; a letter or = after it is a part of an address
        Some(number)
            if is_closed || !cells.get(end).is_some_and(|cell| cell.c == '=' || cell.c.is_ascii_alphanumeric()) =>
        {
            numbered(number)
        }
        Some(_) => None,
        None if is_closed => ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c),
        None => None,
    };
    match known {
        Some(c) => Some((c, end + usize::from(is_closed))),
        // the only name that is often left open: &nbsp40%
        None if is_at(from, "nbsp") && !is_at(from + 4, "=") => Some(('\u{A0}', from + 4)),
        None if from > 1 => Some(('&', from)),
        None => None,
    }
}

/// The character of `37` or `x25`; none for control characters, which HTML does not allow either. Those of 128 to 159 are
/// bytes of Windows-1252, as the HTML standard has it.
fn numbered(number: &str) -> Option<char> {
    let code: u32 = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    let c = match code {
        0x80..=0x9F => *HIGH.get(usize::try_from(code).ok()? - 0x80)?,
        0x0D => '\n',
        _ => char::from_u32(code)?,
    };
    Some(c).filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
}

/// The named characters of HTML that Chinese pages use.
const ENTITIES: [(&str, char); 48] = [
    ("nbsp", '\u{A0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200C}'),
    ("zwj", '\u{200D}'),
    ("shy", '\u{AD}'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("minus", '−'),
    ("hellip", '…'),
    ("middot", '·'),
    ("bull", '•'),
    ("times", '×'),
    ("divide", '÷'),
    ("plusmn", '±'),
    ("permil", '‰'),
    ("percnt", '%'),
    ("deg", '°'),
    ("micro", 'µ'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("yen", '¥'),
    ("pound", '£'),
    ("euro", '€'),
    ("cent", '¢'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("sect", '§'),
    ("le", '≤'),
    ("ge", '≥'),
    ("asymp", '≈'),
    ("ne", '≠'),
];

/// Undoes UTF-8 that was taken for Windows-1252 or Latin-1 and encoded once more: `ä¸‡` is 万.
///
/// A single such character may be chance (`é »`), so there must be two Chinese ones, or six of any kind.
pub(super) fn decode_twice_encoded(text: &mut Cells) -> bool {
    let decoded = (0..text.cells.len()).filter_map(|at| twice_encoded(&text.cells, at).map(|(c, _)| c));
    // what was encoded three times becomes Latin letters first
    let weight = |c: char| if is_chinese(c) { 3 } else { 1 };
    if decoded
        .map(weight)
        .scan(0, |sum, weight| {
            Some({
                *sum += weight;
                *sum
            })
        })
        .all(|sum| sum < 6)
    {
        return false;
    }
    let old = core::mem::take(&mut text.cells);
    text.cells.reserve(old.len());
    let mut at = 0;
    while let Some(cell) = old.get(at) {
        match twice_encoded(&old, at) {
            Some((c, length)) => {
                let of = old.get(at..at + length).unwrap_or_default();
                text.cells.push(Cell::instead(of, c, DiagnosticCode::DoubleEncoding, true));
                at += length;
            }
            None => {
                text.cells.push(*cell);
                at += 1;
            }
        }
    }
    true
}

/// The character whose bytes of UTF-8 became characters, and how many.
fn twice_encoded(cells: &[Cell], at: usize) -> Option<(char, usize)> {
    let lead = windows_1252(cells.get(at)?.c)?;
    let length = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut bytes = [0; 4];
    for (byte, cell) in bytes.iter_mut().zip(cells.get(at..at + length)?) {
        *byte = windows_1252(cell.c)?;
    }
    let c = core::str::from_utf8(bytes.get(..length)?).ok()?.chars().next()?;
    Some((c, length))
}

const fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303F}' | '\u{3400}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}')
}

/// The characters of the bytes 80 to 9F in Windows-1252; those that it has not stand for themselves.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The byte of a character in Windows-1252, or in Latin-1 where that has none.
fn windows_1252(c: char) -> Option<u8> {
    match u8::try_from(c as u32) {
        Ok(byte) => Some(byte),
        Err(_) if c > '™' => None,
        Err(_) => HIGH.iter().position(|high| *high == c).and_then(|at| u8::try_from(0x80 + at).ok()),
    }
}

/// Whether a text may hold what this file undoes, or a reading in brackets. Runs over every text, so it only looks at
/// bytes: the leads of Latin letters and of marks of no width, `&`, and brackets before a small letter.
pub(super) fn is_suspicious(text: &str) -> bool {
    let in_range = |byte: u8, first: u8, count: u8| byte.wrapping_sub(first) < count;
    any_triple(text.as_bytes(), |a, b, c| {
        (a == b'&')
            | in_range(a, 0xC4, 0xCE - 0xC4)
            // a soft hyphen; toned vowels and what the leads of UTF-8 become, not × and its like
            | ((a == 0xC2) & (b == 0xAD))
            | ((a == 0xC3) & (b >= 0xA0))
            | ((a == b'(') & (in_range(b, b'a', 26) | in_range(b, b'A', 26) & in_range(c, b'a', 26)))
            // `?men)`, where the bracket is gone
            | ((a == b'?') & in_range(b, b'a', 26))
            // the last two bytes of a bracket and of a question mark of full width
            | ((a == 0xBC) & ((b == 0x88) | (b == 0x9F)) & in_range(c, b'a', 26))
            | ((a == 0xE2) & (b == 0x80) & (in_range(c, 0x8B, 5) | in_range(c, 0xAA, 5)))
            | ((a == 0xE2) & (b == 0x81) & in_range(c, 0xA0, 10))
            // the byte order mark
            | ((a == 0xEF) & (b == 0xBB) & (c == 0xBF))
    })
}

/// Whether characters that stand for others are in a text: U+FFFD and those of private use.
pub(super) fn has_stand_ins(text: &[u8]) -> bool {
    any_triple(text, |a, b, c| (a == 0xEE) | ((a == 0xEF) & ((b < 0xA4) | ((b == 0xBF) & (c == 0xBD)))))
}

/// Whether three bytes side by side pass a test; what stands after the end is 0.
///
/// The test must not branch: it is asked for a block of bytes at once, which compilers turn into vector instructions.
fn any_triple(bytes: &[u8], test: impl Fn(u8, u8, u8) -> bool) -> bool {
    const BLOCK: usize = 64;
    let any = |block: &[u8]| {
        let (second, third) = (block.get(1..).unwrap_or_default(), block.get(2..).unwrap_or_default());
        block.iter().zip(second).zip(third).fold(false, |found, ((a, b), c)| found | test(*a, *b, *c))
    };
    let mut at = 0;
    while let Some(block) = bytes.get(at..at + BLOCK + 2) {
        if any(block) {
            return true;
        }
        at += BLOCK;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    let mut last = [0; BLOCK + 4];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    any(last.get(..rest.len() + 2).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;
    use crate::repair::repair;

    #[test]
    fn entities() {
        let cases = [
            ("增長&nbsp;40&#37;以上", "增長\u{A0}40%以上"),
            ("&#x5104;元", "億元"),
            ("A&amp;B", "A&B"),
            ("&amp;amp;nbsp;3萬", "\u{A0}3萬"),
            ("&amp;&amp;lt;", "&<"),
            ("&ldquo;三農&rdquo;&nbsp問題", "“三農”\u{A0}問題"),
            ("&unknown; &#0; AT&T &", "&unknown; &#0; AT&T &"),
            ("增長&nbsp40%，&#37以上", "增長\u{A0}40%，%以上"),
            ("3&#150;5萬元&#13;", "3–5萬元\n"),
            ("&#38;#38;#38;nbsp;3萬", "\u{A0}3萬"),
            ("https://x.cn/?a=1&nbsp=2&copy=3", "https://x.cn/?a=1&nbsp=2&copy=3"),
        ];
        for (source, text) in cases {
            assert_eq!(repair(source).text(), text, "{source}");
        }
    }

    #[test]
    fn marks_of_no_width() {
        assert_eq!(repair("\u{FEFF}3\u{200B}萬\u{AD}元").text(), "3萬元");
        for meant in ["👨\u{200D}👩\u{200D}👧三口", "می\u{200C}خواهم三口"] {
            assert!(repair(meant).is_borrowed());
        }
    }

    #[test]
    fn twice_encoded() {
        let twice = |text: &str, latin: bool| -> String {
            let high =
                |byte: &u8| (0x80..0xA0).contains(byte).then(|| HIGH_OF.chars().nth(usize::from(byte - 0x80)).unwrap());
            text.bytes().map(|byte| if latin { None } else { high(&byte) }.unwrap_or(char::from(byte))).collect()
        };
        const HIGH_OF: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
        for text in ["投入420余万元，同比增长３％。", "“三農”——9萬人次"] {
            for latin in [false, true] {
                assert_eq!(repair(&twice(text, latin)).text(), text, "{latin}");
            }
        }
        let half = "投入".to_string() + &twice("万元", false) + "3件";
        assert_eq!(repair(&half).text(), "投入万元3件");
        assert!(repair("café »").is_borrowed());
    }
}
