//! Bytes to text: pages in UTF-8, GB18030, GBK and Big5, told or detected.
//!
//! The encodings are those of [`encoding_rs`], which follows the Encoding Standard of the WHATWG: its GBK is read as
//! GB18030, its Big5 has the characters of Hong Kong. Read [`crate::repair`] next.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use chardetng::EncodingDetector;
use encoding_rs::{BIG5, DecoderResult, Encoding, GBK, UTF_8};

/// Bytes that are no character in the encoding of their page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Malformed {
    /// The malformed bytes.
    pub bytes: Range<usize>,
    /// The bytes of U+FFFD in the decoded text, which stands for them.
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
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Decoded<'b> {
    /// The text without its byte order mark; borrowed where the page is UTF-8.
    pub text: Cow<'b, str>,
    /// The encoding that it was in.
    pub encoding: &'static Encoding,
    /// What could not be decoded, in order.
    pub malformed: Vec<Malformed>,
}

/// Decodes a page whose encoding is told, or detects it.
///
/// A byte order mark goes before everything. Untold, a page is UTF-8 if nearly all of it is; else it is the one of GBK
/// and Big5 that [`chardetng`] finds, or where bytes are malformed the one that gives more of the frequent characters.
///
/// ```
/// let page = wanyi::decode(&[0xCD, 0xB6, 0xC8, 0xEB, 0x34, 0x32, 0x30, 0xCD, 0xF2, 0xD4, 0xAA], None);
/// assert_eq!((page.text.as_ref(), page.encoding.name()), ("投入420万元", "GBK"));
/// ```
#[must_use]
pub fn decode<'b>(bytes: &'b [u8], told: Option<&'static Encoding>) -> Decoded<'b> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(bytes, mark, encoding);
    }
    if let Some(encoding) = told {
        return decode_as(bytes, 0, encoding);
    }
    let page = decode_as(bytes, 0, UTF_8);
    // a character of Chinese has three bytes
    let beyond_ascii = page.text.bytes().filter(|byte| !byte.is_ascii()).count() / 3;
    if page.malformed.len() * 10 <= beyond_ascii {
        return page;
    }
    let mut detector = EncodingDetector::new();
    detector.feed(bytes, true);
    let found = detector.guess(None, false);
    if [GBK, BIG5].contains(&found) {
        let page = decode_as(bytes, 0, found);
        if page.malformed.is_empty() {
            return page;
        }
    }
    // the detector rules out an encoding at the first malformed byte
    let (gbk, big5) = (decode_as(bytes, 0, GBK), decode_as(bytes, 0, BIG5));
    let hits = |page: &Decoded<'_>| page.text.chars().filter(|c| FREQUENT.contains(*c)).count();
    if hits(&big5) > hits(&gbk) { big5 } else { gbk }
}

/// The characters of which a third of any Chinese text is made, in both scripts. Read in the wrong encoding hardly any
/// of them comes out.
const FREQUENT: &str = "的一是不了在人有我他這这個个們们中來来上大為为和國国地到以說说時时要就出會会可也你對对生能而子那得於于年月日\
                        多公後后元發发成家業业市萬万億亿區区增長长期前將将新工作行學学民本全";

/// Decodes what stands behind the byte order mark.
fn decode_as<'b>(bytes: &'b [u8], mark: usize, encoding: &'static Encoding) -> Decoded<'b> {
    let body = bytes.get(mark..).unwrap_or_default();
    if encoding == UTF_8 {
        if let Ok(text) = core::str::from_utf8(body) {
            return Decoded { text: Cow::Borrowed(text), encoding, malformed: Vec::new() };
        }
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(body.len() + body.len() / 2);
    let mut malformed = Vec::new();
    let mut read = 0;
    loop {
        let rest = body.get(read..).unwrap_or_default();
        let (result, length) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        read += length;
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => text.reserve(rest.len().max(16)),
            DecoderResult::Malformed(length, behind) => {
                let end = mark + read - usize::from(behind);
                let start = text.len();
                text.push(char::REPLACEMENT_CHARACTER);
                malformed.push(Malformed { bytes: end - usize::from(length)..end, text: start..text.len() });
            }
        }
    }
    Decoded { text: Cow::Owned(text), encoding, malformed }
}
