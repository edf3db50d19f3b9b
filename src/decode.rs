//! Bytes to text: pages in UTF-8, GB18030, GBK and Big5, told or detected.
//!
//! The encodings are those of [`encoding_rs`], which follows the Encoding Standard of the WHATWG: its GBK is read as
//! GB18030, its Big5 has the characters of Hong Kong. Read [`crate::repair`] next.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use chardetng::EncodingDetector;
use encoding_rs::{BIG5, DecoderResult, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

use crate::locale::Certainty;

/// Bytes that are no character in the encoding of their page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Malformed {
    /// The malformed bytes.
    pub bytes: Range<usize>,
    /// The bytes of the characters U+FFFD in the decoded text that stand for them.
    pub text: Range<usize>,
}

/// A decoded page.
///
/// ```
/// // 3萬元 in Big5, with a byte that is none of it
/// let page = wanyi::decode(&[0x33, 0xB8, 0x55, 0xA4, 0xB8, 0xFF], Some(wanyi::encoding_rs::BIG5));
/// assert_eq!(page.text, "3萬元\u{FFFD}");
/// assert_eq!((page.malformed[0].bytes.clone(), page.malformed[0].text.clone()), (5..6, 7..10));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded<'b> {
    /// The text, borrowed where the page is UTF-8. A byte order mark of UTF-8 is a part of it, as in [`str`]; others are
    /// not.
    pub text: Cow<'b, str>,
    /// The encoding that it was in.
    pub encoding: &'static Encoding,
    /// How sure that is: given by the caller, stated by a byte order mark or by being UTF-8, likely by its bytes, or
    /// guessed, since no Chinese encoding fits well.
    pub certainty: Certainty,
    /// What could not be decoded, in order.
    pub malformed: Vec<Malformed>,
}

/// Decodes a page whose encoding is told, or detects it.
///
/// A byte order mark goes before everything. Untold, a page is UTF-16 if its bytes of 0 say so, and UTF-8 if nearly all
/// of it is; else it is the one of GBK and Big5 with fewer malformed bytes, and if both fit, the one that gives more of the
/// frequent characters, or that [`chardetng`] finds. Other encodings are not looked for. Takes linear time.
///
/// ```
/// let page = wanyi::decode(&[0xCD, 0xB6, 0xC8, 0xEB, 0x34, 0x32, 0x30, 0xCD, 0xF2, 0xD4, 0xAA], None);
/// assert_eq!((page.text.as_ref(), page.encoding.name()), ("投入420万元", "GBK"));
/// ```
#[must_use]
pub fn decode<'b>(bytes: &'b [u8], told: Option<&'static Encoding>) -> Decoded<'b> {
    let marked = match bytes {
        [0x84, 0x31, 0x95, 0x33, ..] => Some((GB18030, 4)),
        // Rust's own text keeps it
        [0xEF, 0xBB, 0xBF, ..] => Some((UTF_8, 0)),
        _ => Encoding::for_bom(bytes),
    };
    if let Some((encoding, mark)) = marked {
        return decode_as(bytes, mark, encoding, Certainty::Stated);
    }
    if let Some(encoding) = told {
        return decode_as(bytes, 0, encoding, Certainty::Given);
    }
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // no text has them, but in UTF-16 digits, blanks and line breaks have one on the same side
    if (even + odd) * 50 > bytes.len() {
        let encoding = if odd > even { UTF_16LE } else { UTF_16BE };
        return decode_as(bytes, 0, encoding, Certainty::Likely);
    }
    let page = decode_as(bytes, 0, UTF_8, Certainty::Stated);
    // a character of Chinese has three bytes; the last may be cut off
    let beyond_ascii = page.text.chars().filter(|c| !c.is_ascii() && *c != char::REPLACEMENT_CHARACTER).count();
    let torn = page.malformed.iter().filter(|malformed| malformed.bytes.end < bytes.len()).count();
    if torn * 10 <= beyond_ascii {
        return page;
    }
    let (gbk, big5) = (decode_as(bytes, 0, GBK, Certainty::Likely), decode_as(bytes, 0, BIG5, Certainty::Likely));
    let frequent = |page: &Decoded<'_>| page.text.chars().filter(|c| FREQUENT.contains(*c)).count();
    let (in_gbk, in_big5) = (frequent(&gbk), frequent(&big5));
    let mut detector = EncodingDetector::new();
    detector.feed(bytes, true);
    let found = detector.guess(None, false);
    let is_big5 = match gbk.malformed.len().cmp(&big5.malformed.len()) {
        core::cmp::Ordering::Less => false,
        core::cmp::Ordering::Greater => true,
        core::cmp::Ordering::Equal if in_gbk != in_big5 => in_big5 > in_gbk,
        core::cmp::Ordering::Equal => found == BIG5,
    };
    let mut best = if is_big5 { big5 } else { gbk };
    // a tenth of running text are frequent characters: where none is, it may be of another language
    if best.malformed.len() * 20 > beyond_ascii || in_gbk.max(in_big5) == 0 && ![GBK, BIG5].contains(&found) {
        best.certainty = Certainty::Guessed;
    }
    best
}

/// The characters of which a third of any Chinese text is made, in both scripts, and those of numbers. Read in the wrong
/// encoding hardly any of them comes out.
const FREQUENT: &str = "的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於年月日\
                        多公后後元发發成家业業市万萬亿億区區增长長期前将將新工作行学學民本全三五十百千港台台價价金股電电下升跌約约超近點点";

/// How many bytes are decoded at once.
const BLOCK: usize = 8192;

/// Decodes what stands after the byte order mark.
fn decode_as<'b>(bytes: &'b [u8], mark: usize, encoding: &'static Encoding, certainty: Certainty) -> Decoded<'b> {
    let body = bytes.get(mark..).unwrap_or_default();
    if encoding == UTF_8 {
        if let Ok(text) = core::str::from_utf8(body) {
            return Decoded { text: Cow::Borrowed(text), encoding, certainty, malformed: Vec::new() };
        }
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(body.len() + body.len() / 2);
    let mut malformed: Vec<Malformed> = Vec::new();
    let mut read = 0;
    // of a fixed size, since the decoder may write to all of what it is given
    let mut block = [0; BLOCK];
    loop {
        let rest = body.get(read..).unwrap_or_default();
        let (result, length, written) = decoder.decode_to_utf8_without_replacement(rest, &mut block, true);
        let decoded = block.get(..written).and_then(|block| core::str::from_utf8(block).ok());
        text.push_str(decoded.unwrap_or_default());
        read += length;
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(length, after) => {
                let end = mark + read - usize::from(after);
                let start = text.len();
                text.push(char::REPLACEMENT_CHARACTER);
                let own = end - usize::from(length)..end;
                match malformed.last_mut().filter(|last| last.bytes.end == own.start && last.text.end == start) {
                    // bytes side by side are one place
                    Some(last) => {
                        last.bytes.end = own.end;
                        last.text.end = text.len();
                    }
                    None => malformed.push(Malformed { bytes: own, text: start..text.len() }),
                }
            }
        }
    }
    Decoded { text: Cow::Owned(text), encoding, certainty, malformed }
}
