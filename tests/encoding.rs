//! Pages in bytes: told or detected, and malformed.

#![cfg(test)]

use std::borrow::Cow;
use std::path::Path;

use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};
use wanyi::{Article, Certainty, DiagnosticCode, Parser, decode};

/// The pages of the tests.
fn pages() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/articles");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = entries.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let pages: Vec<String> = texts.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    assert!(pages.len() >= 6, "the pages are gone");
    pages
}

/// Every page in every encoding that has its characters reads as the same article, told or detected.
#[test]
fn pages_read_the_same_in_every_encoding() {
    let mut read = 0;
    for text in pages() {
        let expected = Article::parse(&text).unwrap();
        for encoding in [UTF_8, GBK, GB18030, BIG5] {
            let (bytes, _, unmappable) = encoding.encode(&text);
            if unmappable {
                continue;
            }
            read += 1;
            assert!(Article::parse_bytes(&bytes).unwrap() == expected, "{} detected", encoding.name());
            let parser = Parser::new().encoding(encoding);
            assert!(parser.parse_bytes(&bytes).unwrap() == expected, "{} told", encoding.name());
            assert_eq!(decode(&bytes, None).text, text);
        }
    }
    println!("{read} pages in an encoding");
    assert!(read >= 32);
}

#[test]
fn short_texts_are_detected() {
    for (text, encodings) in [
        ("投入資金420余萬元", [GBK, BIG5].as_slice()),
        ("受益群眾達1.6萬人", &[GBK, BIG5]),
        ("同比增长40%以上", &[GBK]),
        ("樓價按年跌兩成半", &[BIG5]),
        ("較前一年成長7.5%", &[GBK, BIG5]),
    ] {
        for encoding in encodings {
            let (bytes, _, unmappable) = encoding.encode(text);
            assert!(!unmappable, "{text}");
            let page = decode(&bytes, None);
            assert_eq!((page.text.as_ref(), page.encoding), (text, *encoding));
        }
    }
}

#[test]
fn a_byte_order_mark_goes_first() {
    let marked = ["\u{FEFF}".as_bytes(), "投入3萬元".as_bytes()].concat();
    let page = decode(&marked, Some(BIG5));
    // as in Rust's own text, so that spans are the same without the feature
    assert_eq!((page.text.as_ref(), page.encoding, page.certainty), ("\u{FEFF}投入3萬元", UTF_8, Certainty::Stated));
    assert!(matches!(page.text, Cow::Borrowed(_)));
    let marked = [&[0x84, 0x31, 0x95, 0x33][..], &GB18030.encode("投入3萬元").0].concat();
    assert_eq!((decode(&marked, None).text.as_ref(), decode(&marked, None).encoding), ("投入3萬元", GB18030));
    let wide: Vec<u8> = "\u{FEFF}投入3萬元".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let page = decode(&wide, None);
    assert_eq!((page.text.as_ref(), page.encoding), ("投入3萬元", UTF_16LE));
}

/// Malformed bytes are told with their place, and numbers beside them with what they may have lost.
#[test]
fn malformed_bytes_are_told() {
    // 3.5 and 億元, with a byte between them that begins no character
    let told = |encoding: &'static Encoding| {
        let mut bytes = encoding.encode("全縣投入3.5").0.into_owned();
        let place = bytes.len();
        bytes.push(0xFF);
        bytes.extend_from_slice(&encoding.encode("億元，選派教師153名。").0);
        (bytes, place)
    };
    for encoding in [UTF_8, GBK, BIG5] {
        let (bytes, place) = told(encoding);
        for parser in [Parser::new(), Parser::new().encoding(encoding)] {
            let article = parser.parse_bytes(&bytes).unwrap();
            assert_eq!(article.source_text(), "全縣投入3.5\u{FFFD}億元，選派教師153名。", "{}", encoding.name());
            let note = article.diagnostics().iter().find(|note| note.code == DiagnosticCode::MalformedBytes).unwrap();
            let message = format!("the bytes {place}..{} of the page are malformed in {}", place + 1, encoding.name());
            assert_eq!(note.message, message);
            assert_eq!(article.get(note.span), Some("\u{FFFD}"));
            let values: Vec<_> =
                article.quantities().map(|q| (q.text().to_owned(), q.decimal(), q.damaged())).collect();
            let cut = |text: &str| (text.to_owned(), None, true);
            assert_eq!(values, [cut("3.5"), cut("億元"), ("153名".to_owned(), Some(153.into()), false)]);
        }
    }
}

/// UTF-8 with a character cut in two is still UTF-8.
#[test]
fn broken_utf8_is_utf8() {
    let text = "今年投入資金420余萬元，受益群眾達1.6萬人。";
    assert_eq!(decode("abc投入".as_bytes().split_last().unwrap().1, None).encoding, UTF_8);
    let page = decode(&text.as_bytes()[..text.len() - 1], None);
    assert_eq!((page.encoding, page.malformed.len()), (UTF_8, 1));
    assert!(page.text.starts_with("今年投入資金420余萬元，受益群眾達1.6萬人"));
}

#[test]
fn a_page_over_the_limit_is_an_error() {
    let (bytes, ..) = GBK.encode("投入五萬元");
    assert!(Parser::new().limit(10).parse_bytes(&bytes).is_err(), "the text is longer than the bytes");
    assert!(Parser::new().limit(15).parse_bytes(&bytes).is_ok());
}

/// Characters beyond the first planes of the encodings, and how sure the detection is.
#[test]
fn rarer_characters_and_pages_are_read() {
    // 4 bytes in GB18030
    let (bytes, _, unmappable) = GB18030.encode("㐂記茶行投入3萬元，𠀀");
    assert!(!unmappable);
    let page = decode(&bytes, Some(GB18030));
    assert_eq!((page.text.as_ref(), page.certainty), ("㐂記茶行投入3萬元，𠀀", Certainty::Given));
    // 𨋢 is 9DF2 in the supplement of Hong Kong
    let lift = [&b"\x9D\xF2"[..], &BIG5.encode("內3人被困").0].concat();
    assert_eq!(decode(&lift, Some(BIG5)).text, "𨋢內3人被困");
    for text in ["全年投入3.5億元，同比增長7.5%，選派教師153名。", "2023年9月20日"] {
        for encoding in [UTF_16LE, UTF_16BE] {
            let units = text.encode_utf16();
            let bytes: Vec<u8> = units
                .flat_map(|unit| if encoding == UTF_16LE { unit.to_le_bytes() } else { unit.to_be_bytes() })
                .collect();
            let page = decode(&bytes, None);
            assert_eq!((page.text.as_ref(), page.encoding, page.certainty), (text, encoding, Certainty::Likely));
        }
    }
    for headline in ["罰款50萬", "氣溫升至10℃", "黃金升至9999元", "台股收跌300點", "港股升3%"] {
        for encoding in [GBK, BIG5] {
            let (bytes, ..) = encoding.encode(headline);
            assert_eq!(decode(&bytes, None).text, headline, "{}", encoding.name());
        }
    }
    // no Chinese at all: Japanese of Shift_JIS
    let (japanese, ..) = encoding_rs::SHIFT_JIS.encode("きょうはとてもいいてんきですね");
    assert_eq!(decode(&japanese, None).certainty, Certainty::Guessed);
    assert_eq!((decode(b"", None).text.as_ref(), decode(b"3 km", None).encoding), ("", UTF_8));
}

/// Nothing but malformed bytes takes linear time and is one place.
#[test]
fn malformed_bytes_side_by_side_are_one_place() {
    let page = vec![0xFF; 4 << 20];
    assert_eq!(decode(&page, Some(BIG5)).malformed.len(), 1);
    let page = decode(&page, None);
    assert_eq!((page.malformed.len(), page.malformed[0].bytes.clone()), (1, 0..4 << 20));
}
