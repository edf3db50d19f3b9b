//! Pages in bytes: told or detected, and malformed.

#![cfg(test)]

use std::path::Path;

use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16LE};
use wanyi::{Article, DiagnosticCode, Parser, decode};

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
    assert_eq!((page.text.as_ref(), page.encoding), ("投入3萬元", UTF_8));
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
