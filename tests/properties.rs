//! What holds for every text: exact values in every notation, no panic, spans that fit, linear time.

#![cfg(test)]

mod common;

use std::fmt::Write as _;
use std::time::Duration;

use common::config;
use common::print::{AFTER, BEFORE, FORMS, Form, Number, chinese, simplified};
use cpu_time::ThreadTime;
use proptest::prelude::*;
use proptest::sample::select;
use wanyi::rust_decimal::Decimal;
use wanyi::{Approx, Article, Bound, Found, Lexicon, Quantity, Span, Unit, Value, find_quantities, repair};

fn whole() -> impl Strategy<Value = u64> {
    prop_oneof![1u64..10, 1u64..100, 1u64..10_000, 1u64..10_000_000, 1u64..100_000_000_000]
}

fn number() -> impl Strategy<Value = Number> {
    let fraction = prop_oneof![
        3 => Just((0u32, 0u32)),
        1 => (1u32..=4).prop_flat_map(|digits| (1..10u32.pow(digits), Just(digits))),
    ];
    (whole(), fraction).prop_map(|(whole, (fraction, digits))| Number { whole, fraction, digits })
}

fn form() -> impl Strategy<Value = Form> {
    select(FORMS.to_vec())
}

const SCALES: [(&str, u32); 6] = [("", 0), ("千", 3), ("萬", 4), ("百萬", 6), ("億", 8), ("萬億", 12)];

fn scale() -> impl Strategy<Value = (&'static str, u32)> {
    select(SCALES.to_vec())
}

/// Units of every dimension. Those in which a number has another meaning, or which fuse with what stands before, are
/// left out: dates (年 is one after four digits), ordinals, and scales that begin a unit (千瓦).
fn units() -> Vec<(String, Unit)> {
    let lexicon = Lexicon::default();
    let taken = ['年', '月', '日', '号', '號', '時', '时', '点', '點', '分', '秒', '度', '刻'];
    lexicon
        .iter()
        .filter(|(form, _)| {
            let first = form.chars().next().unwrap();
            !taken.contains(&first) && !"十百千萬万億亿兆半".contains(first) && !first.is_ascii_digit()
        })
        .map(|(form, unit)| (form.to_owned(), unit))
        .collect()
}

/// A sample of the units that the properties of the grammar use.
const UNITS: [&str; 22] = [
    "元",
    "人",
    "名",
    "戶",
    "個",
    "家",
    "間",
    "項",
    "場",
    "輛",
    "張",
    "座",
    "條",
    "畝",
    "公頃",
    "公里",
    "平方米",
    "噸",
    "%",
    "倍",
    "個百分點",
    "美元",
];

fn unit() -> impl Strategy<Value = &'static str> {
    select(UNITS.to_vec())
}

fn unit_of(form: &str) -> Unit {
    Lexicon::default().get(form).unwrap()
}

fn exact(value: Decimal, unit: &str) -> Quantity {
    Quantity::exact(value, Some(unit_of(unit)))
}

fn times_ten(value: Decimal, power: u32) -> Decimal {
    let mantissa = value.mantissa() * 10i128.pow(power);
    Decimal::try_from_i128_with_scale(mantissa, value.scale()).unwrap().normalize()
}

/// Which scales may follow a form: 三千 萬 may, 12億 萬 may not.
fn scalable(form: Form, number: Number, power: u32) -> bool {
    // 伍 alone is a name as often as a number
    if form == Form::Financial && number.whole < 10 && number.digits == 0 && power == 0 {
        return false;
    }
    power == 0
        || match form {
            Form::Chinese | Form::Liang | Form::Financial => number.whole < 10 && (power >= 4 || number.digits == 0),
            Form::Mixed => number.whole < 10_000 || number.digits > 0,
            _ => true,
        }
}

fn read(text: &str) -> Result<Quantity, TestCaseError> {
    text.parse::<Quantity>().map_err(|error| TestCaseError::fail(format!("{text}: {error}")))
}

fn bounds(approx: Approx, value: Decimal) -> (Option<Bound>, Option<Bound>) {
    let (open, closed) = (Bound::exclusive(value.into()), Bound::inclusive(value.into()));
    match approx {
        Approx::Exact => (Some(closed), Some(closed)),
        Approx::Near | Approx::Under => (None, Some(open)),
        Approx::Over => (Some(open), None),
        Approx::AtLeast => (Some(closed), None),
        Approx::AtMost => (None, Some(closed)),
        _ => (None, None),
    }
}

const MARKS: [&str; 8] = ["至", "到", "-", "—", "–", "~", "～", "－"];

/// Phrases of every kind that the grammar knows.
fn phrase() -> impl Strategy<Value = String> {
    let plain = (number(), form(), scale(), unit())
        .prop_filter("a scale that fits", |(number, form, (_, power), _)| scalable(*form, *number, *power))
        .prop_map(|(number, form, (scale, _), unit)| format!("{}{scale}{unit}", number.print(form)))
        .boxed();
    let limited = prop_oneof![
        (select(BEFORE.to_vec()), plain.clone()).prop_map(|((word, _), phrase)| format!("{word}{phrase}")),
        (plain.clone(), select(AFTER.to_vec())).prop_map(|(phrase, (word, _))| format!("{phrase}{word}")),
    ];
    let range = (1u64..5000, 1u64..5000, select(MARKS.to_vec()), scale(), unit())
        .prop_map(|(low, more, mark, (scale, _), unit)| format!("{low}{mark}{}{scale}{unit}", low + more));
    let odd = (1u64..99, select(vec!["餘", "多"]), select(vec!["萬", "億"]), unit(), any::<bool>()).prop_map(
        |(n, odd, scale, unit, inside)| {
            let n = n * 10;
            if inside { format!("{n}{odd}{scale}{unit}") } else { format!("{n}{scale}{odd}{unit}") }
        },
    );
    let several = (select(vec!["數", "幾"]), select(vec!["十", "百", "千", "萬", "十萬", "億"]), unit())
        .prop_map(|(several, scale, unit)| format!("{several}{scale}{unit}"));
    let fraction = (2u64..40, 1u64..40)
        .prop_map(|(bottom, top)| format!("{}分之{}", chinese(bottom, Form::Chinese), chinese(top, Form::Chinese)));
    let ordinal = (1u64..2000, any::<bool>(), select(vec!["屆", "批", "名", "位"])).prop_map(|(n, digits, unit)| {
        let n = if digits { n.to_string() } else { chinese(n, Form::Chinese) };
        format!("第{n}{unit}")
    });
    prop_oneof![4 => plain, 3 => limited, 2 => range, 1 => odd, 1 => several, 1 => fraction, 1 => ordinal]
}

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn numbers_are_exact_in_every_notation(
        number in number(), form in form(), (scale, power) in scale(), unit in unit(), negative in any::<bool>(),
    ) {
        prop_assume!(scalable(form, number, power));
        let sign = if negative { "負" } else { "" };
        let text = format!("{sign}{}{scale}{unit}", number.print(form));
        let value = times_ten(number.value(), power);
        let value = if negative { -value } else { value };
        prop_assert_eq!(read(&text)?, exact(value, unit), "{}", text);
        let text = simplified(&text);
        prop_assert_eq!(read(&text)?, exact(value, unit), "{}", text);
    }

    #[test]
    fn every_unit_follows_a_number(at in any::<prop::sample::Index>(), number in 2u64..2000) {
        let units = units();
        let (form, unit) = at.get(&units);
        // 1000學年 is the school year of that number
        prop_assume!(number < 1000 || !(form.ends_with("年") || form.ends_with("年度")));
        let text = format!("{number}{form}");
        let quantity = read(&text)?;
        prop_assert_eq!(quantity.unit.as_ref(), Some(unit), "{}", text);
        // 75折 is 7.5折
        if unit.symbol() != "折" {
            prop_assert_eq!(quantity.value, Some(Value::from(Decimal::from(number))), "{}", text);
        }
    }

    #[test]
    fn approximators_bound(
        number in number(), form in form(), (scale, power) in scale(), unit in unit(), word in select(BEFORE.to_vec()),
    ) {
        prop_assume!(scalable(form, number, power));
        let (word, approx) = word;
        let text = format!("{word}{}{scale}{unit}", number.print(form));
        let value = times_ten(number.value(), power);
        let mut wanted = exact(value, unit);
        (wanted.lower, wanted.upper) = bounds(approx, value);
        wanted.approx = approx;
        prop_assert_eq!(read(&text)?, wanted, "{}", text);
    }

    #[test]
    fn trailing_approximators_bound(
        number in number(), form in form(), (scale, power) in scale(), unit in unit(), word in select(AFTER.to_vec()),
    ) {
        prop_assume!(scalable(form, number, power));
        let (word, approx) = word;
        let text = format!("{}{scale}{unit}{word}", number.print(form));
        let value = times_ten(number.value(), power);
        let mut wanted = exact(value, unit);
        (wanted.lower, wanted.upper) = bounds(approx, value);
        wanted.approx = approx;
        prop_assert_eq!(read(&text)?, wanted, "{}", text);
    }

    #[test]
    fn ranges_have_two_ends(
        low in 1u64..5000, more in 1u64..5000, mark in select(MARKS.to_vec()), (scale, power) in scale(),
        unit in unit(), both in any::<bool>(), form in select(vec![Form::Ascii, Form::Wide, Form::Commas]),
    ) {
        let print = |n: u64| Number { whole: n, fraction: 0, digits: 0 }.print(form);
        let first = if both { format!("{}{scale}{unit}", print(low)) } else { print(low) };
        let text = format!("{first}{mark}{}{scale}{unit}", print(low + more));
        let quantity = read(&text)?;
        let end = |n: u64| Some(Bound::inclusive(times_ten(Decimal::from(n), power).into()));
        prop_assert_eq!(quantity.value, None, "{}", text);
        prop_assert_eq!((quantity.lower, quantity.upper), (end(low), end(low + more)), "{}", text);
        prop_assert_eq!(quantity.approx, Approx::Range, "{}", text);
        prop_assert_eq!(quantity.unit, Some(unit_of(unit)), "{}", text);
    }

    #[test]
    fn odd_reaches_the_next_step(n in 1u64..1000, odd in select(vec!["餘", "余", "多"]), unit in unit()) {
        let n = n * 10;
        let mut step = 10;
        while n % (step * 10) == 0 {
            step *= 10;
        }
        let text = format!("{n}{odd}萬{unit}");
        let quantity = read(&text)?;
        let ten_thousands = |n: u64| Value::from(Decimal::from(n * 10_000));
        prop_assert_eq!(quantity.lower, Some(Bound::inclusive(ten_thousands(n))), "{}", text);
        prop_assert_eq!(quantity.upper, Some(Bound::exclusive(ten_thousands(n + step))), "{}", text);
        prop_assert_eq!(quantity.approx, Approx::Odd, "{}", text);
    }

    #[test]
    fn printed_quantities_parse_back(phrase in phrase()) {
        let found = find_quantities(&phrase);
        for quantity in found.quantities() {
            let printed = quantity.get().to_string();
            prop_assert_eq!(&read(&printed)?, &**quantity, "{} printed {}", phrase, printed);
        }
    }

    #[test]
    fn a_phrase_is_one_quantity_in_running_text(phrase in phrase()) {
        let alone = read(&phrase)?;
        let text = format!("當地共有{phrase}，情況良好。");
        let found = find_quantities(&text);
        let texts: Vec<&str> = found.quantities().map(|q| q.text()).collect();
        prop_assert_eq!(&texts, &[phrase.as_str()], "{}", text);
        prop_assert_eq!(&**found.quantities().next().unwrap(), &alone, "{}", text);
    }

    #[test]
    fn both_scripts_say_the_same(phrases in prop::collection::vec(phrase(), 1..4)) {
        let text = phrases.join("，達到");
        let other = simplified(&text);
        let (ours, theirs) = (find_quantities(&text), find_quantities(&other));
        let rows = |found: &Found<'_>| {
            found.quantities().map(|q| (Quantity::clone(&q), q.span())).collect::<Vec<_>>()
        };
        prop_assert_eq!(rows(&ours), rows(&theirs), "{} and {}", text, other);
    }
}

// ---- any text

/// Blocks tile the source; spans lie on its characters, in order, inside their paragraphs; the code points are right.
fn check_article(text: &str) -> Result<(), TestCaseError> {
    let found = find_quantities(text);
    check_spans(text, &found.quantities().map(|q| q.span()).collect::<Vec<_>>(), true)?;
    check_spans(text, &found.times().map(|t| t.span()).collect::<Vec<_>>(), true)?;
    check_spans(text, &found.diagnostics().iter().map(|d| d.span).collect::<Vec<_>>(), false)?;
    let article = match Article::parse(text) {
        Ok(article) => article,
        Err(error) => {
            prop_assert_eq!(error.kind().name(), "empty");
            prop_assert!(text.chars().all(|c| c.is_whitespace() || c == '\u{FEFF}'), "{:?}", text);
            return Ok(());
        }
    };
    let mut end = 0;
    for block in article.blocks() {
        prop_assert_eq!(block.span.start(), end, "blocks of {:?}", text);
        prop_assert_eq!(Span::locate(text, block.span.bytes()), Some(block.span), "blocks of {:?}", text);
        end = block.span.end();
    }
    prop_assert_eq!(end, text.len(), "blocks of {:?}", text);
    check_spans(text, &article.quantities().map(|q| q.span()).collect::<Vec<_>>(), true)?;
    check_spans(text, &article.times().map(|t| t.span()).collect::<Vec<_>>(), true)?;
    check_spans(text, &article.paragraphs().map(|p| p.span()).collect::<Vec<_>>(), true)?;
    check_spans(text, &article.claims().map(|c| c.span()).collect::<Vec<_>>(), true)?;
    check_spans(text, &article.diagnostics().iter().map(|d| d.span).collect::<Vec<_>>(), false)?;
    for passage in article.paragraphs() {
        for span in passage.quantities().map(|q| q.span()).chain(passage.times().map(|t| t.span())) {
            prop_assert!(passage.span().contains(span), "{:?} outside {:?}", span, passage);
        }
    }
    for claim in article.claims() {
        for span in claim.quantities().map(|q| q.span()).chain(claim.times().map(|t| t.span())) {
            prop_assert!(claim.span().contains(span), "{:?} outside {:?}", span, claim);
        }
    }
    prop_assert!(article.clone().into_owned() == article);
    Ok(())
}

/// Spans are of the text, in order; `apart` ones do not overlap.
fn check_spans(text: &str, spans: &[Span], apart: bool) -> Result<(), TestCaseError> {
    for span in spans {
        prop_assert_eq!(Span::locate(text, span.bytes()), Some(*span), "{:?}", text);
    }
    for pair in spans.windows(2) {
        prop_assert!(pair[0].start() <= pair[1].start(), "{:?} not in order in {:?}", pair, text);
        prop_assert!(!apart || !pair[0].overlaps(pair[1]), "{:?} overlap in {:?}", pair, text);
    }
    Ok(())
}

/// Pieces of which news-like text, healthy and damaged, is made.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "一", "二", "兩", "三", "五", "九", "十", "百", "千", "萬", "億", "兆", "零", "〇", "半", "幾", "數", "廿", "點", "0", "1", "9",
    "21", "2023", "３", "12.5", "1,234", "，", ",", ".", "。", "、", "；", "：", ":", "？", "?", "！", "%", "％", "‰", "-",
    "—", "～", "至", "到", "分之", "第", "首", "前", "後", "約", "近", "超", "逾", "餘", "多", "以上", "左右", "不到", "至少", "突破", "年",
    "月", "日", "時", "分", "秒", "年以來", "今年", "去年", "昨日", "上半年", "季度", "週", "星期", "民國", "農曆", "正月初", "起", "截至", "元", "人",
    "人次", "名", "個", "個月", "個百分點", "成", "折", "倍", "番", "度", "公里", "噸", "平方米", "/", "千瓦", "新台幣", "港幣", "US$", "RM", "$",
    "比", "同比", "增長", "下降", "其中", "分別", "\n", "\r\n", "\u{3000}", " ", "\u{A0}", "(", ")", "（", "）", "【", "】", "“",
    "”", "[", "]", "【編輯:", "來源:", "記者", "中新網", "（中央社記者", "日電", "訊", "電", "電話：", "http://", "www.", "分享到",
    "Copyright ©", "A", "G", "Q3", "(wǎng)", "(yì)", "（xué）", "?zāi)", "?shù)厝罕?", "J剑?", "?", "ā", "ü", "網", "當",
    "地", "的", "𠮷", "🎉", "\u{FEFF}", "\u{0}", "e\u{301}", "ß", "\u{FFFD}", "\u{E5E5}", "\u{200B}", "\u{AD}", "&nbsp;", "&amp;", "&#37;", "&a", "&#3", "mp;",
    "7;", "&lt;", "ä¸‡", "å„„", "ä¸", "á", "當?shù)剞r(nóng)", "經(jīng)", "?(shén)", "(de)", "(", "wang3)",
];

fn news() -> impl Strategy<Value = String> {
    prop::collection::vec(select(PIECES.to_vec()), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(config(1500))]

    #[test]
    fn any_text_is_read_without_panic_or_loss(text in any::<String>()) {
        check_article(&text)?;
    }

    #[test]
    fn news_like_text_is_read_without_panic_or_loss(text in news()) {
        check_article(&text)?;
    }

    #[test]
    fn any_text_is_no_quantity_or_one(text in news()) {
        if let Ok(quantity) = text.parse::<Quantity>() {
            prop_assert!(!text.is_empty());
            if let (Some(lower), Some(upper)) = (quantity.lower, quantity.upper) {
                if let (Some(lower), Some(upper)) = (lower.value.as_decimal(), upper.value.as_decimal()) {
                    prop_assert!(lower <= upper, "{}: {} to {}", text, lower, upper);
                }
            }
            prop_assert_eq!(&read(&quantity.to_string())?, &quantity, "{} printed {}", text, quantity.to_string());
        }
    }

    #[test]
    fn bounds_are_in_order(text in news()) {
        for quantity in find_quantities(&text).quantities() {
            if let (Some(lower), Some(upper)) = (quantity.lower, quantity.upper) {
                if let (Some(lower), Some(upper)) = (lower.value.as_decimal(), upper.value.as_decimal()) {
                    prop_assert!(lower <= upper, "{} in {:?}", quantity.text(), text);
                }
            }
        }
    }

    #[test]
    fn repair_is_idempotent_and_maps_back(text in news()) {
        let repaired = repair(&text);
        let again = repair(repaired.text());
        prop_assert_eq!(again.text(), repaired.text());
        prop_assert_eq!(again.edits(), []);
        let mut end = (0, 0);
        for edit in repaired.edits() {
            prop_assert!(edit.source.start >= end.0 && edit.text.start >= end.1, "{:?}", repaired.edits());
            // what lies between two edits is the same on both sides
            prop_assert_eq!(&text[end.0..edit.source.start], &repaired.text()[end.1..edit.text.start]);
            end = (edit.source.end, edit.text.end);
        }
        prop_assert_eq!(&text[end.0..], &repaired.text()[end.1..]);
        for (at, _) in repaired.text().char_indices() {
            let source = repaired.source_range(at..repaired.text().len());
            prop_assert!(text.is_char_boundary(source.start) && text.is_char_boundary(source.end), "{:?}", source);
            // in an edit there is no place of the source for each character
            if repaired.edits().iter().all(|edit| edit.text.end <= at || at < edit.text.start) {
                prop_assert_eq!(repaired.text_offset(source.start), at);
            }
            prop_assert!(repaired.text_offset(source.start) <= repaired.text_offset(source.end));
        }
    }

    #[test]
    fn healthy_text_is_borrowed(text in "[一二萬億元年月日0-9a-zA-Z()（）?。，\n 中新網報導]{0,80}") {
        let repaired = repair(&text);
        prop_assert!(repaired.is_borrowed() && repaired.edits().is_empty() && repaired.damaged().is_empty());
        prop_assert_eq!(repaired.text().as_ptr(), text.as_ptr());
    }

    /// A site annotates every place of some characters, in either bracket.
    #[cfg(feature = "repair")]
    #[test]
    fn repair_undoes_readings(text in "[一二萬億元年月日0-9，。\n 中新網報導市]{0,60}", some in 1usize..0x1FFF, wide: bool) {
        const READINGS: [(char, &str); 13] = [
            ('一', "yī"), ('二', "èr"), ('萬', "wàn"), ('億', "yì"), ('元', "yuán"), ('年', "nián"), ('月', "yuè"),
            ('日', "rì"), ('市', "shì"), ('新', "xīn"), ('網', "wǎng"), ('報', "bào"), ('導', "dǎo"),
        ];
        // where nearly every character bears a reading it is a lesson
        let noted = |c: char| READINGS.iter().position(|(noted, _)| *noted == c).is_some_and(|at| some >> at & 1 == 1);
        let of_all = |test: &dyn Fn(char) -> bool| text.chars().filter(|c| test(*c)).count();
        prop_assume!(of_all(&noted) * 2 < of_all(&|c| c.is_alphabetic()));
        let mut noisy = String::new();
        for c in text.chars() {
            noisy.push(c);
            let place = READINGS.iter().position(|(annotated, _)| *annotated == c).filter(|place| some >> place & 1 == 1);
            if let Some((_, reading)) = place.map(|place| READINGS[place]) {
                noisy.push_str(&if wide { format!("（{reading}）") } else { format!("({reading})") });
            }
        }
        let repaired = repair(&noisy);
        prop_assert_eq!(repaired.text(), text.as_str());
        // values do not depend on the noise
        let values = |found: &Found<'_>| found.quantities().map(|q| Quantity::clone(&q)).collect::<Vec<_>>();
        prop_assert_eq!(values(&find_quantities(&noisy)), values(&find_quantities(&text)));
    }
}

// ---- JSON

#[cfg(feature = "serde")]
mod json {
    use super::*;
    use serde_json::{Value as Json, json};

    proptest! {
        #![proptest_config(super::config(800))]

        #[test]
        fn an_article_reads_back_equal(text in news()) {
            if let Ok(article) = Article::parse(&text) {
                let json = serde_json::to_string(&article).unwrap();
                let back: Article<'static> =
                    serde_json::from_str(&json).map_err(|error| TestCaseError::fail(format!("{text:?}: {error}")))?;
                prop_assert!(back == article, "{:?}", text);
                prop_assert_eq!(back.blocks(), article.blocks());
                prop_assert_eq!(serde_json::to_string(&back).unwrap(), json);
            }
        }

        #[test]
        fn found_reads_back_equal(text in news()) {
            let found = find_quantities(&text);
            let json = serde_json::to_string(&found).unwrap();
            let back: Found<'static> =
                serde_json::from_str(&json).map_err(|error| TestCaseError::fail(format!("{text:?}: {error}")))?;
            prop_assert!(back == found, "{:?}", text);
        }

        #[test]
        fn a_quantity_reads_back_equal(phrase in phrase()) {
            let quantity = read(&phrase)?;
            let json = serde_json::to_string(&quantity).unwrap();
            let back: Quantity = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(back, quantity, "{}", json);
        }

        /// No span that was moved is believed.
        #[test]
        fn moved_spans_are_refused(at in 0usize..2, by in 1usize..60, key in select(vec!["span", "chars"])) {
            let mut json = sample();
            let place = json.pointer_mut(&format!("/sections/0/paragraphs/0/quantities/{at}/{key}/start")).unwrap();
            let moved = place.as_u64().unwrap() + by as u64;
            *place = json!(moved);
            prop_assert!(serde_json::from_value::<Article<'static>>(json).is_err());
        }
    }

    fn sample() -> Json {
        let article = Article::parse("今年以來，該縣投入420余萬元，新建3至6所衛生院。").unwrap();
        serde_json::to_value(&article).unwrap()
    }
}

// ---- time

/// What repeated might cost more than linear time.
#[rustfmt::skip]
const ADVERSARIAL: &[&str] = &[
    "一", "萬", "百", "零", "〇", "零九", "1", "9", "９", "0", "０", "1,", "1，", "1.", "1.1.", "1、", "一、", "第", "第1、", "(",
    "（", "網(wǎng)", "?zāi)", "當?shù)", "?shù)厝", "?shù)a", "當?shù)厝罕?", "&amp;", "&#38;", "ä¸‡", "\u{200B}", "\u{FFFD}", "ā", "āā(", "?", "、1", "至", "1至", "一至", "1-", "1/", "1:", "近", "約近", "超",
    "新台幣", "週", "今年", "今", "年", "1年", "月", "半", "幾", "數", "數百", "點", "三點", "百分之", "分之", "一分之", "元", "人民幣", "$",
    "US$", "-", "--", "負", "零下", " ", "\u{3000}", "\n", "\n\n", "a", "a1", "1a", "http://", "h", "w", "www.", "。",
    "，", "；", "1元，", "共3人，", "當?shù)地，?3人，", "增長", "同比增長1%，", "其中", "分別為1、", "“", "”", "【", "【編輯:", "記者", "來源:", "電話：", "中新網1月1日電",
    "（中央社記者", "其中1人，", "1比", "1秒", "1分1秒", "1元1角", "十一", "一十", "一萬", "一億", "萬億", "餘", "多", "1多", "以上", "以來", "前", "後",
    "起", "Q", "1Q", "民國", "農曆", "正月初", "十四五", "同比", "1月", "1日", "一月", "第一季", "上半年", "一 ", "1 ", "千 百 ", "\u{A0}1",
    "「", "張三", "三心二意", "𠮷", "🎉", "/千人口", "1/千",
];

/// After a head that makes each of its tails long.
const HEADS: &[(&str, &str, &str)] = &[
    ("", "零", "九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九"),
    ("", "０", "９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９"),
    ("", "0", "9999999999999999999999999999999999999999"),
    ("1.", "0", "1"),
    ("三點", "零", "一"),
    ("1", " ", "1"),
    ("", "1、", "元"),
    ("第", "1、", "名"),
    ("(", "網", "wǎng)"),
    ("網(wǎng)", "1、", "名"),
    ("當?shù)地", "?1至", "名"),
    ("\u{FFFD}", "1年", "\u{FFFD}"),
    ("青江", "投資上月", "減持。"),
    ("2015年", "成立的", "公司"),
    ("「", "1元", "」"),
];

fn adversarial(size: usize) -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> =
        ADVERSARIAL.iter().map(|piece| (format!("{piece:?}"), piece.repeat(size / piece.len()))).collect();
    for (head, piece, tail) in HEADS {
        let text = [*head, &piece.repeat(size / piece.len()), tail].concat();
        texts.push((format!("{head:?} {piece:?}… {tail:?}"), text));
    }
    texts
}

/// The time of this thread alone, whatever else the machine does.
fn spent(text: &str, work: impl Fn(&str)) -> Duration {
    let start = ThreadTime::now();
    work(text);
    start.elapsed()
}

/// A guard against quadratic time. `WANYI_ADVERSARIAL=bytes` sets another size.
#[test]
fn adversarial_text_takes_linear_time() {
    let default = if cfg!(debug_assertions) { 1 << 16 } else { 1 << 20 };
    let size: usize = std::env::var("WANYI_ADVERSARIAL").ok().and_then(|size| size.parse().ok()).unwrap_or(default);
    let cap = Duration::from_secs(20);
    type Work = fn(&str);
    let works: [(&str, Work); 3] = [
        ("find_quantities", |text| drop(find_quantities(text))),
        ("Article::parse", |text| drop(Article::parse(text))),
        ("repair", |text| drop(repair(text))),
    ];
    let steps: Vec<_> = [32, 8, 1].into_iter().map(|part| adversarial(size / part)).collect();
    let mut report = String::new();
    for (at, (name, _)) in steps[0].iter().enumerate() {
        for (what, work) in works {
            let first = spent(&steps[0][at].1, work);
            let second = spent(&steps[1][at].1, work);
            // four times the text: quadratic would be sixteen times the time
            let ratio = second.as_secs_f64() / first.as_secs_f64().max(0.001);
            let hopeless = second * 64 > cap * 4;
            let third = if hopeless { second * 64 } else { spent(&steps[2][at].1, work) };
            if third > Duration::from_millis(300) {
                println!("{what} of {name}: {first:?} {second:?} {third:?}");
            }
            let later = third.as_secs_f64() / second.as_secs_f64().max(0.001);
            if hopeless || third > cap || (later > 28.0 && third > Duration::from_millis(100)) {
                let guess = if hopeless { "would take" } else { "took" };
                writeln!(
                    report,
                    "{what} of {name} repeated: {first:?}, {second:?} for 4 times the text ({ratio:.1}), {guess} {third:?} for 32"
                )
                .unwrap();
            }
        }
    }
    assert!(report.is_empty(), "not linear at {size} bytes\n{report}");
}

// ---- depth

/// The Chinese literals of the grammar's sources: what its rules may read again and again.
fn literals(folder: &std::path::Path, found: &mut std::collections::BTreeSet<String>) {
    let is_chinese = |text: &&str| text.chars().count() <= 12 && text.chars().any(|c| c >= '\u{2E80}');
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            literals(&path, found);
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
        found.extend(code.flat_map(|line| line.split(['"', '\''])).filter(is_chinese).map(str::to_owned));
    }
}

/// A rule that calls itself for each word goes as deep as the text is long; the stack here is small, so that shows.
#[test]
fn repeated_words_need_no_stack() {
    let mut words = std::collections::BTreeSet::new();
    literals(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/grammar"), &mut words);
    assert!(words.len() > 400, "{}", words.len());
    let read_all = move || {
        for head in ["", "2024年", "今年", "5萬元", "8月"] {
            for word in &words {
                let _ = find_quantities(&(head.to_owned() + &word.repeat(300) + "前3季"));
            }
        }
    };
    std::thread::Builder::new().stack_size(256 << 10).spawn(read_all).unwrap().join().unwrap();
}
