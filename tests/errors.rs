//! The exact words of every error and diagnostic, and where they point.

#![cfg(test)]

use wanyi::chrono::NaiveDate;
use wanyi::{
    Article, Diagnostic, DiagnosticCode, Dimension, GrammarError, Lexicon, ParseError, ParseErrorKind, Parser,
    Quantity, Region, Severity, Unit, UnknownRegion, find_quantities,
};

/// Message, kind, bytes, code points, line and column of an error.
fn parts(error: &ParseError) -> (String, &'static str, [usize; 2], [usize; 2], u32, u32) {
    let span = error.span();
    let (bytes, chars) = (span.bytes(), span.chars());
    let kind = error.kind().name();
    (error.to_string(), kind, [bytes.start, bytes.end], [chars.start, chars.end], error.line(), error.column())
}

#[test]
fn an_empty_text_is_an_error() {
    for (text, chars) in [("", 0), (" \n\t", 3), ("\u{3000}\n\u{A0}", 3), ("\u{FEFF}\r\n", 3)] {
        let error = Article::parse(text).unwrap_err();
        let message = "the text is empty, at line 1, column 1".to_owned();
        assert_eq!(parts(&error), (message, "empty", [0, text.len()], [0, chars], 1, 1), "{text:?}");
        assert_eq!(error.kind(), ParseErrorKind::Empty);
        assert_eq!(Parser::new().parse_body(text).unwrap_err(), error);
    }
    assert_eq!(find_quantities("").quantities().len(), 0, "a bare text may be empty");
}

#[test]
fn a_text_over_the_limit_is_an_error() {
    let parser = Parser::new().limit(12);
    assert!(parser.parse("投入五萬").is_ok(), "twelve bytes");
    let error = parser.parse("投入五萬元").unwrap_err();
    let message = "the text is longer than the limit of 12 bytes, at line 1, column 1".to_owned();
    assert_eq!(parts(&error), (message, "too_long", [0, 0], [0, 0], 1, 1));
    assert_eq!(error.kind(), ParseErrorKind::TooLong { limit: 12 });
    assert_eq!(parser.parse_body("投入五萬元").unwrap_err(), error);
}

#[test]
fn a_text_of_too_many_findings_is_an_error() {
    let text = "二〇二三年投入5萬元，\n一般而言，增3、4、5人。";
    let parser = Parser::new().most_findings(5);
    assert_eq!(parser.parse(text).map(|article| article.quantities().len() + article.times().len()), Ok(5));
    assert!(parser.find_quantities(text).diagnostics().is_empty());
    // one of the list, the amount before it, the year
    for (limit, left, line) in [(4, "、5人。", 2), (3, "、4、5人。", 2), (1, "投入5萬元，\n一般而言，增3、4、5人。", 1)]
    {
        let parser = Parser::new().most_findings(limit);
        let error = parser.parse(text).unwrap_err();
        assert_eq!(error.kind(), ParseErrorKind::TooManyFindings { limit });
        assert_eq!((text.get(error.span().bytes()), error.line()), (Some(left), line), "{limit}");
        let found = parser.find_quantities(text);
        assert_eq!(found.quantities().len() + found.times().len(), limit);
        assert_eq!(found.diagnostics()[0].code, DiagnosticCode::TooManyFindings);
        assert_eq!(found.get(found.diagnostics()[0].span), Some(left));
    }
    assert_eq!(Parser::new().most_findings(0).find_quantities("無").diagnostics().len(), 0);
}

#[cfg(not(feature = "encoding"))]
#[test]
fn bytes_that_are_not_utf8_are_an_error() {
    // GBK of 萬, after a line of UTF-8
    let bytes = ["第一行\n第".as_bytes(), b"\xC8\x66", "行".as_bytes()].concat();
    let error = Article::parse_bytes(&bytes).unwrap_err();
    let message =
        "the text is not UTF-8; the feature `encoding` reads GB18030, GBK and Big5 as well, at line 2, column 2"
            .to_owned();
    assert_eq!(parts(&error), (message, "not_utf8", [13, 13], [5, 5], 2, 2));
    let cut = "投入五萬元".as_bytes();
    let error = Article::parse_bytes(&cut[..10]).unwrap_err();
    assert_eq!((error.kind(), error.span().start(), error.column()), (ParseErrorKind::NotUtf8, 9, 4));
}

#[test]
fn a_quantity_must_be_all_of_its_text() {
    let overflow = "1".repeat(29);
    let expected = "expected a quantity";
    let left = "text follows the quantity";
    let time = "expected a quantity, but a time stands there, which `grammar::time` reads";
    let inexact = "the number is not exact within 28 digits";
    for (text, message, kind, start, column) in [
        ("", expected, "expected_quantity", 0, 1),
        ("元", expected, "expected_quantity", 0, 1),
        ("約", expected, "expected_quantity", 0, 1),
        ("第", expected, "expected_quantity", 0, 1),
        ("2023年9月20日", time, "found_time", 0, 1),
        (" 5元", expected, "expected_quantity", 0, 1),
        ("5元 ", left, "trailing_text", 4, 3),
        ("3萬多桶水", left, "trailing_text", 10, 5),
        ("87名教師", left, "trailing_text", 5, 4),
        ("5元\n6元", left, "trailing_text", 4, 3),
        (overflow.as_str(), inexact, "number", 0, 1),
        ("99999999999999999999999999999999萬元", inexact, "number", 0, 1),
        ("0.00000000000000000000000000001元", inexact, "number", 0, 1),
        ("12345678901234567890123456789.5%", inexact, "number", 0, 1),
    ] {
        let error = text.parse::<Quantity>().unwrap_err();
        let chars = [text[..start].chars().count(), text.chars().count()];
        let rest = if message == left { format!("{:?} is left: ", &text[start..]) } else { String::new() };
        let said = format!("{rest}{message}, at line 1, column {column}");
        let wanted = (said, kind, [start, text.len()], chars, 1, column);
        assert_eq!(parts(&error), wanted, "{text:?}");
    }
    let overflowed = overflow.parse::<Quantity>().unwrap_err();
    assert_eq!(overflowed.kind(), ParseErrorKind::Number(GrammarError::Overflow));
}

#[test]
fn a_zero_denominator_is_an_error() {
    let error = "零分之一".parse::<Quantity>().unwrap_err();
    assert_eq!(error.kind(), ParseErrorKind::Number(GrammarError::ZeroDenominator));
    assert_eq!(error.to_string(), "the denominator is zero, at line 1, column 1");
}

#[test]
fn the_largest_numbers_are_exact() {
    for text in ["9999999999999999999999999999", "0.0000000000000000000000000001", "-1234567890123456789012345.678"] {
        assert_eq!(text.parse::<Quantity>().unwrap().value.unwrap().to_string(), text);
    }
}

#[test]
fn a_form_belongs_to_one_unit() {
    let clash = |unit, forms: &[&str]| Lexicon::builder().unit(unit, forms.iter().copied()).unwrap_err();
    let error = clash(Unit::new("户", Dimension::Items), &[]);
    assert_eq!(error.to_string(), "the form \"户\" of \"户\" is already one of \"戶\"");
    let error = clash(Unit::new("攤位", Dimension::Items), &["摊位", "公噸"]);
    assert_eq!((error.form.as_str(), error.unit.as_str()), ("公噸", "攤位"));
    let own = Lexicon::builder().unit(Unit::new("攤位", Dimension::Items), ["摊位"]).unwrap();
    let error = own.unit(Unit::new("檔口", Dimension::Items), ["摊位"]).unwrap_err();
    assert_eq!(error.to_string(), "the form \"摊位\" of \"檔口\" is already one of \"攤位\"");
}

#[test]
fn a_region_is_one_of_six() {
    for text in ["", "US", "CN ", "Taiwan"] {
        assert_eq!(text.parse::<Region>(), Err(UnknownRegion(text.to_owned())), "{text:?}");
    }
    let error = "JP".parse::<Region>().unwrap_err().to_string();
    assert_eq!(error, "unknown region \"JP\": expected one of CN, HK, TW, MO, SG, MY");
    assert_eq!("tw".parse::<Region>(), Ok(Region::Taiwan));
    for code in ["CN", "HK", "TW", "MO", "SG", "MY"] {
        assert_eq!(code.parse::<Region>().unwrap().to_string(), code);
    }
}

/// Code, message, bytes, from, to and certainty of a diagnostic.
type Told<'d> = (DiagnosticCode, &'d str, [usize; 2], Option<&'d str>, Option<&'d str>, bool);

fn told(diagnostics: &[Diagnostic]) -> Vec<Told<'_>> {
    let one = |d: &'_ Diagnostic| -> [usize; 2] { [d.span.start(), d.span.end()] };
    diagnostics
        .iter()
        .map(|d| (d.code, d.message.as_ref(), one(d), d.from.as_deref(), d.to.as_deref(), d.certain))
        .collect()
}

#[cfg(feature = "repair")]
#[test]
fn readings_that_were_dropped_are_told() {
    let text = "中新網(wǎng)報導，援助9所學（xué）校";
    let found = find_quantities(text);
    let message = "the reading after the character was dropped";
    let code = DiagnosticCode::PinyinNoise;
    assert_eq!(
        told(found.diagnostics()),
        [
            (code, message, [9, 16], Some("(wǎng)"), Some(""), true),
            (code, message, [38, 48], Some("（xué）"), Some(""), true),
        ]
    );
    assert_eq!(found.diagnostics()[0].to_string(), format!("pinyin_noise at characters 3..9: {message}"));
    assert_eq!(code.severity(), Severity::Info);
    let quantity = found.quantities().next().unwrap();
    assert_eq!((quantity.text(), found.get(quantity.span()), quantity.damaged()), ("9所", Some("9所"), false));
}

#[cfg(feature = "repair")]
#[test]
fn a_number_with_a_reading_inside_is_damaged() {
    let text = "投資2.9億(yì)元(yuán)，增長";
    let found = find_quantities(text);
    let quantity = found.quantities().next().unwrap();
    assert_eq!(quantity.text(), "2.9億元");
    assert_eq!(found.get(quantity.span()), Some("2.9億(yì)元"));
    assert!(quantity.damaged());
}

#[test]
fn numbers_that_overflow_are_told_and_left_out() {
    let text = "共有99999999999999999999999999999條，另有5條";
    let found = find_quantities(text);
    let texts: Vec<&str> = found.quantities().map(|q| q.text()).collect();
    assert_eq!(texts, ["5條"]);
    let message = "the number is not exact within 28 digits";
    assert_eq!(told(found.diagnostics()), [(DiagnosticCode::NumberOverflow, message, [6, 35], None, None, false)]);
    assert_eq!(found.diagnostics()[0].severity(), Severity::Warning);
}

/// Days that are none have no days, and the reader is told why.
#[test]
fn days_that_do_not_exist_are_told() {
    let parser = Parser::new().published(NaiveDate::from_ymd_opt(2023, 9, 20).unwrap());
    for (phrase, why) in [
        ("2月30日", "no such day"),
        ("2023年2月29日", "no such day"),
        ("四月三十一日", "no such day"),
        ("13月5日", "no month 13"),
        ("十三月五日", "no month 13"),
        ("2月20日至13日", "it ends before it begins"),
        ("今晚至前晚", "it ends before it begins"),
    ] {
        let text = format!("商店{phrase}關門。");
        let found = parser.find_quantities(&text);
        let told: Vec<_> =
            found.diagnostics().iter().map(|d| (d.code, d.message.as_ref(), found.get(d.span))).collect();
        assert_eq!(told, [(DiagnosticCode::InvalidDate, why, Some(phrase))], "{text}");
        assert!(found.times().all(|time| time.from.is_none() && time.to.is_none()), "{text}");
    }
    for phrase in ["2024年2月29日", "12月28日至1月5日", "2月20日至3月13日", "晚上11時至2時"] {
        let text = format!("商店{phrase}關門。");
        let found = parser.find_quantities(&text);
        assert!(found.diagnostics().is_empty() && found.times().all(|time| time.from.is_some()), "{text}");
    }
}

/// One number, one diagnostic, in every script and width.
#[test]
fn an_overflow_is_told_once() {
    for number in ["9".repeat(60), "９".repeat(60), "九".repeat(60), "9".repeat(30) + "萬億"] {
        let text = format!("共有{number}條");
        let found = find_quantities(&text);
        assert_eq!(found.quantities().len(), 0, "{text}");
        let spans: Vec<_> = found.diagnostics().iter().map(|d| (d.span.start(), d.span.end())).collect();
        assert_eq!(spans, [(6, 6 + number.len())], "{text}");
    }
}

#[test]
fn a_full_width_comma_in_a_number_is_told() {
    let found = find_quantities("參展商２０，３００家");
    let message = "the full-width comma was read as a thousands separator";
    assert_eq!(told(found.diagnostics()), [(DiagnosticCode::AmbiguousNumber, message, [9, 30], None, None, false)]);
    assert_eq!(find_quantities("參展商20,300家").diagnostics(), [], "the ASCII comma is no doubt");
}

#[cfg(feature = "repair")]
const UNDONE: &str = "the text was shifted by a byte here and was put right";
#[cfg(feature = "repair")]
const GONE: &str = "bytes are gone here, and what they were is not known";

/// What a byte shift did is told; the healthy number after it has its value.
#[cfg(feature = "repair")]
#[test]
fn shifted_text_is_told() {
    let found = find_quantities("當?shù)厝罕?。受益1.6萬人。");
    assert_eq!(
        told(found.diagnostics()),
        [
            (DiagnosticCode::ShiftedText, UNDONE, [3, 12], Some("?shù)厝"), Some("地"), true),
            (DiagnosticCode::ShiftedText, UNDONE, [12, 15], Some("罕"), Some("群"), true),
            (DiagnosticCode::LostCharacter, GONE, [15, 16], Some("?"), Some("\u{FFFD}"), false),
        ]
    );
    assert_eq!(found.diagnostics()[0].severity(), Severity::Warning);
    let quantity = found.quantities().next().unwrap();
    assert_eq!((quantity.text(), quantity.decimal(), quantity.damaged()), ("1.6萬人", Some(16000.into()), false));
    // half a stretch cannot be undone
    let found = find_quantities("?shù)厝罕?。受益1.6萬人。");
    let unread = "the text was shifted by a byte here and could not be read";
    assert_eq!(told(found.diagnostics()), [(DiagnosticCode::ShiftedText, unread, [0, 13], None, None, false)]);
}

/// The year whose first digit is gone, where only one year fits.
#[cfg(feature = "repair")]
#[test]
fn a_year_after_damage_is_inferred_and_told() {
    let text = "經(jīng)驗?zāi)J剑?021年以來，新建87個。";
    let day = "2023-09-20".parse::<wanyi::Moment>().unwrap();
    let found = Parser::new().published(day).find_quantities(text);
    let reading = "the reading after the character was dropped";
    let likeliest = "the text was shifted by a byte here; of what fits the likeliest was taken";
    let inferred = "bytes are gone here; the text that fits was taken";
    assert_eq!(
        told(found.diagnostics()),
        [
            (DiagnosticCode::PinyinNoise, reading, [3, 10], Some("(jīng)"), Some(""), true),
            (DiagnosticCode::ShiftedText, likeliest, [13, 20], Some("?zāi)J"), Some("模"), false),
            (DiagnosticCode::ShiftedText, UNDONE, [20, 23], Some("剑"), Some("式"), true),
            (DiagnosticCode::LostCharacter, inferred, [23, 24], Some("?"), Some("，2"), false),
        ]
    );
    let time = found.times().next().unwrap();
    assert_eq!((time.text(), found.get(time.span())), ("2021年以來", Some("021年以來")));
    assert_eq!(time.from.map(|from| from.to_string()).as_deref(), Some("2021-01-01"));
    assert!(time.damaged());
    let texts: Vec<&str> = found.quantities().map(|q| q.text()).collect();
    assert_eq!(texts, ["87個"]);
}

/// A wrong number is worse than none: what may have lost a digit or its scale has no value.
#[cfg(feature = "repair")]
#[test]
fn a_number_beside_a_lost_character_is_not_trusted() {
    let found = find_quantities("當?shù)厝罕?56人受益");
    let quantity = found.quantities().next().unwrap();
    assert_eq!((quantity.text(), quantity.value, quantity.lower, quantity.upper), ("56人", None, None, None));
    assert!(quantity.damaged());
    let number = "the number stands in damaged text and may have lost a part";
    let told = told(found.diagnostics());
    assert_eq!(told[2], (DiagnosticCode::LostCharacter, GONE, [15, 16], Some("?"), Some("\u{FFFD}\u{FFFD}"), false));
    assert_eq!(told[3], (DiagnosticCode::DamagedNumber, number, [16, 21], None, None, false));
    assert_eq!(told.len(), 4);

    // a character that was lost before the text came here: in the number, after it, and beside it
    for (text, value) in [
        ("投入3.5\u{FFFD}億元", None),
        ("投入3\u{FFFD}5億元", None),
        ("共有96\u{FFFD}", None),
        ("投入\u{FFFD}3.5億元", None),
        ("投入\u{FFFD}百萬元", None),
        ("惠及\u{FFFD}十五萬人", None),
        ("投入2\u{FFFD},500萬元", None),
        ("增長3.\u{FFFD}%", None),
        ("氣溫2\u{FFFD}至3℃", None),
        ("歷時3\u{FFFD}分55秒", None),
        ("歷時3年\u{FFFD}", None),
        ("\u{FFFD}滿40萬人", Some(400_000)),
        ("投入3.5億元\u{FFFD}", Some(350_000_000)),
        ("投入3.5\u{E5E5}億元", Some(350_000_000)),
    ] {
        let found = find_quantities(text);
        let values: Vec<_> = found.quantities().filter_map(|q| q.decimal()).collect();
        assert_eq!(values, value.map(rust_decimal::Decimal::from).into_iter().collect::<Vec<_>>(), "{text}");
        assert!(found.quantities().all(|q| q.damaged()), "{text}");
    }
}

/// Dates too, and one that is not trusted moves no other: not that of a stamp, nor one of a year after the publication.
#[test]
fn a_date_beside_a_lost_character_is_not_trusted() {
    for text in ["9月2\u{FFFD}日", "20\u{FFFD}3年3月", "\u{FFFD}2月20日", "2023-09-2\u{FFFD}"] {
        let found = find_quantities(text);
        assert!(found.times().all(|time| time.from.is_none() && time.to.is_none() && time.damaged()), "{text}");
    }
    // nor has one of an era before every day that is counted here
    let found = find_quantities("公元前3世紀的城址，公元前 221 年的陶片");
    assert!(found.times().all(|time| time.from.is_none() && time.to.is_none()) && found.quantities().len() == 0);
    let article = Article::parse("茶山換新顏\n2023-09-2\u{FFFD}\n今年以來投入3億元。").unwrap();
    assert_eq!(article.published().and_then(|time| time.from), None);
    assert!(article.times().all(|time| time.from.is_none() && time.to.is_none()));
    #[cfg(feature = "repair")]
    for (year, from) in [("021", Some("2021-01-01")), ("031", None)] {
        let text = format!("茶山換新顏\n2023-09-20\n借鑒經(jīng)驗?zāi)J剑?{year}年以來，投入3億元。");
        let article = Article::parse(&text).unwrap();
        let since = article.times().find(|time| time.text().ends_with("年以來")).unwrap();
        assert_eq!(since.from.map(|day| day.to_string()).as_deref(), from, "{text}");
        assert!(since.damaged());
    }
}

#[cfg(feature = "repair")]
#[test]
fn diagnostics_stand_in_text_order() {
    let text = "網(wǎng)上２０，３００家，共99999999999999999999999999999條，網(wǎng)下";
    let found = find_quantities(text);
    let codes: Vec<_> = found.diagnostics().iter().map(|d| d.code.name()).collect();
    assert_eq!(codes, ["pinyin_noise", "ambiguous_number", "number_overflow", "pinyin_noise"]);
    let article = Article::parse(text).unwrap();
    let codes_of_article: Vec<_> = article.diagnostics().iter().map(|d| d.code.name()).collect();
    assert_eq!(codes_of_article, codes);
}
