//! What must hold of any input, one function for each way into the crate. A violated property is a panic.
//!
//! The fuzzer calls these with what it invents, and `tests/fuzzed.rs` with what it found.

use wanyi::nom::Parser as _;
use wanyi::{Article, Found, Lexicon, Moment, Parser, Quantity, Region, Span, Unit, decode as decoded};

/// The reader that the first two bytes choose, and the text after them.
fn chosen(data: &[u8]) -> (Parser, String) {
    const REGIONS: [Region; 6] =
        [Region::Mainland, Region::HongKong, Region::Taiwan, Region::Macau, Region::Singapore, Region::Malaysia];
    let (head, rest) = data.split_at(data.len().min(2));
    let byte = |at: usize| head.get(at).copied().unwrap_or_default();
    let mut parser = Parser::new();
    if let Some(region) = REGIONS.get(usize::from(byte(0)) % 8) {
        parser = parser.region(*region);
    }
    if byte(1) % 2 == 1 {
        let day: Moment = format!("20{:02}-{:02}-28", byte(1) % 30, byte(1) % 12 + 1).parse().expect("a day");
        parser = parser.published(day);
    }
    (parser, String::from_utf8_lossy(rest).into_owned())
}

/// Spans lie on characters of the text, count them rightly, and come in order; `apart` ones do not overlap.
fn check_spans(text: &str, spans: impl Iterator<Item = Span>, apart: bool) {
    let mut last: Option<Span> = None;
    for span in spans {
        assert_eq!(Span::locate(text, span.bytes()), Some(span), "no place of the text");
        if let Some(last) = last {
            assert!(last.start() <= span.start(), "{last:?} after {span:?}");
            assert!(!apart || !last.overlaps(span), "{last:?} and {span:?} overlap");
        }
        last = Some(span);
    }
}

/// A value lies between its bounds, and its printed form reads back.
fn check_quantity(quantity: &Quantity) {
    let lower = quantity.lower.and_then(|bound| bound.value.as_decimal());
    let upper = quantity.upper.and_then(|bound| bound.value.as_decimal());
    let value = quantity.decimal();
    if let (Some(lower), Some(upper)) = (lower, upper) {
        assert!(lower <= upper, "{quantity}: {lower} over {upper}");
    }
    if let (Some(lower), Some(value)) = (lower, value) {
        assert!(lower <= value, "{quantity}: {lower} over {value}");
    }
    if let (Some(value), Some(upper)) = (value, upper) {
        assert!(value <= upper, "{quantity}: {value} over {upper}");
    }
    let _ = (quantity.in_base(), quantity.ratio(), quantity.bounds(), quantity.compare(quantity));
}

/// What was written in a format reads back as it was.
fn check_formats<T>(item: &T)
where
    T: serde::Serialize + serde::de::DeserializeOwned + PartialEq,
{
    let json = serde_json::to_string(item).expect("JSON is written");
    assert!(serde_json::from_str::<T>(&json).expect("JSON is read") == *item, "JSON: {json}");
    let mut cbor = Vec::new();
    ciborium::into_writer(item, &mut cbor).expect("CBOR is written");
    assert!(ciborium::from_reader::<T, _>(cbor.as_slice()).expect("CBOR is read") == *item, "CBOR");
    let pack = rmp_serde::to_vec(item).expect("MessagePack is written");
    assert!(rmp_serde::from_slice::<T>(&pack).expect("MessagePack is read") == *item, "MessagePack");
    let bytes = postcard::to_allocvec(item).expect("postcard is written");
    assert!(postcard::from_bytes::<T>(&bytes).expect("postcard is read") == *item, "postcard");
}

/// A page: its blocks tile it, all spans are of it, it reads the same again, and every format gives it back.
pub fn article(data: &[u8]) {
    let (parser, text) = chosen(data);
    let article = match parser.parse(&text) {
        Ok(article) => article,
        Err(error) => {
            assert!(error.span().end() <= text.len(), "{error:?}");
            return;
        }
    };
    let mut end = 0;
    for block in article.blocks() {
        assert_eq!(block.span.start(), end, "blocks tile the source");
        end = block.span.end();
    }
    assert_eq!(end, text.len(), "blocks tile the source");
    check_spans(&text, article.quantities().map(|item| item.span()), true);
    check_spans(&text, article.times().map(|item| item.span()), true);
    check_spans(&text, article.paragraphs().map(|item| item.span()), true);
    check_spans(&text, article.claims().map(|item| item.span()), true);
    check_spans(&text, article.diagnostics().iter().map(|item| item.span), false);
    article.quantities().for_each(|quantity| check_quantity(&quantity));
    for claim in article.claims() {
        for change in claim.changes() {
            if let Ok(earlier) = change.earlier() {
                check_quantity(&earlier);
            }
        }
    }
    assert!(parser.parse(&text).as_ref() == Ok(&article), "a used parser reads the same");
    let owned = article.into_owned();
    check_formats(&owned);
    let _ = parser.parse_body(&text);
}

/// Bare text: spans, bounds, printed forms, and both scripts alike where the fold says so.
pub fn quantities(data: &[u8]) {
    let (parser, text) = chosen(data);
    let found = parser.find_quantities(&text);
    check_spans(&text, found.quantities().map(|item| item.span()), true);
    check_spans(&text, found.times().map(|item| item.span()), true);
    check_spans(&text, found.diagnostics().iter().map(|item| item.span), false);
    for quantity in found.quantities() {
        check_quantity(&quantity);
        let value: &Quantity = quantity.get();
        // what limits a number in damage nobody knows
        if quantity.damaged() {
            continue;
        }
        let printed = value.to_string();
        let back = Quantity::parse_with(&printed, &parser);
        assert!(back.as_ref() == Ok(value), "{:?} printed {printed:?}, read back as {back:?}", quantity.text());
    }
    let owned: Found<'static> = found.into_owned();
    check_formats(&owned);
}

/// Damage: what is repaired stays so, and what lies between two edits is the same on both sides.
pub fn repair(data: &[u8]) {
    let (_, text) = chosen(data);
    let repaired = wanyi::repair(&text);
    let again = wanyi::repair(repaired.text());
    assert_eq!(again.text(), repaired.text());
    assert!(again.edits().is_empty());
    let mut end = (0, 0);
    for edit in repaired.edits() {
        assert!(edit.source.start >= end.0 && edit.text.start >= end.1);
        assert_eq!(text.get(end.0..edit.source.start), repaired.text().get(end.1..edit.text.start));
        end = (edit.source.end, edit.text.end);
    }
    assert_eq!(text.get(end.0..), repaired.text().get(end.1..));
}

/// Bytes of any encoding.
pub fn decode(data: &[u8]) {
    let told = decoded(data, None);
    let _ = Article::parse_bytes(data);
    assert!(told.text.len() <= data.len().saturating_mul(3).saturating_add(3));
}

/// What a stranger may hand over as an article: an error, or what writes and reads back the same.
pub fn json(data: &[u8]) {
    if let Ok(article) = serde_json::from_slice::<Article<'static>>(data) {
        check_formats(&article);
        check_spans(article.source_text(), article.quantities().map(|item| item.span()), true);
    }
    if let Ok(found) = serde_json::from_slice::<Found<'static>>(data) {
        check_formats(&found);
    }
    let _ = ciborium::from_reader::<Article<'static>, _>(data);
    let _ = rmp_serde::from_slice::<Article<'static>>(data);
    let _ = postcard::from_bytes::<Article<'static>>(data);
}

/// The parsers of the grammar: what is left is the end of the text.
pub fn grammar(data: &[u8]) {
    let (_, text) = chosen(data);
    let lexicon = Lexicon::default();
    let rest_of = |rest: &str| assert!(text.ends_with(rest), "{rest:?} is not the rest of {text:?}");
    if let Ok((rest, quantity)) = lexicon.quantity().parse(&text) {
        rest_of(rest);
        check_quantity(&quantity);
    }
    if let Ok((rest, quantity)) = lexicon.range().parse(&text) {
        rest_of(rest);
        check_quantity(&quantity);
    }
    let rests = [
        lexicon.numeral().parse(&text).map(|(rest, _)| rest),
        lexicon.rate().parse(&text).map(|(rest, _)| rest),
        lexicon.percent().parse(&text).map(|(rest, _)| rest),
        lexicon.ordinal().parse(&text).map(|(rest, _)| rest),
        lexicon.time().parse(&text).map(|(rest, _)| rest),
        lexicon.date().parse(&text).map(|(rest, _)| rest),
        lexicon.clock().parse(&text).map(|(rest, _)| rest),
    ];
    rests.into_iter().flatten().for_each(rest_of);
    let _ = text.parse::<Quantity>();
}

/// Units of a caller's own, each line a form: refused, or found where they stand.
pub fn lexicon(data: &[u8]) {
    let (_, text) = chosen(data);
    let mut builder = Lexicon::builder();
    let mut known = Vec::new();
    for form in text.lines().take(20) {
        let unit = Unit::new(form.to_owned(), wanyi::Dimension::Items);
        match builder.clone().unit(unit, [form]) {
            Ok(next) => {
                builder = next;
                known.extend(Some(form).filter(|form| !form.is_empty()));
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
    let lexicon = builder.build();
    for form in known {
        assert!(lexicon.get(form).is_some(), "{form:?} was taken and is not found");
    }
    let parser = Parser::new().lexicon(lexicon);
    let _ = parser.find_quantities(&text.replace('\n', "3"));
}
