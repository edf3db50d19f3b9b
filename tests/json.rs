//! The JSON form, and what other formats make of it: all that is read is written, and reads back equal; what does not fit is
//! refused with the path to it.

#![cfg(test)]

mod common;

use std::fmt::Debug;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use wanyi::{
    Article, Bound, Certainty, CodeSystem, DatePolicy, Diagnostic, Dimension, Edit, Factor, Found, Interval, Moment,
    Parser, Quantity, QuantityRelation, Region, Script, Severity, Span, Time, Unit, Value, find_quantities, repair,
};

/// Writes and reads a value in each format; what went wrong.
fn through_all<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) -> Result<(), String> {
    let json = serde_json::to_vec(value).map_err(|error| error.to_string())?;
    let mut cbor = Vec::new();
    ciborium::into_writer(value, &mut cbor).map_err(|error| error.to_string())?;
    let packed = rmp_serde::to_vec(value).map_err(|error| error.to_string())?;
    let card = postcard::to_allocvec(value).map_err(|error| error.to_string())?;
    let read: [(&str, Result<T, String>); 4] = [
        ("JSON", serde_json::from_slice(&json).map_err(|error| error.to_string())),
        ("CBOR", ciborium::from_reader(cbor.as_slice()).map_err(|error| error.to_string())),
        ("MessagePack", rmp_serde::from_slice(&packed).map_err(|error| error.to_string())),
        ("postcard", postcard::from_bytes(&card).map_err(|error| error.to_string())),
    ];
    for (format, back) in read {
        match back {
            Ok(back) if back == *value => {}
            Ok(_) => return Err(format!("{format} is unequal")),
            Err(error) => return Err(format!("{format}: {error}")),
        }
    }
    Ok(())
}

fn pages() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/articles");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = files.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// Pages that were cut, joined and damaged, the same in every run.
fn torn(pages: &[String], count: usize) -> Vec<String> {
    const NOISE: [&str; 12] = [
        "",
        "\n",
        "\u{FFFD}",
        "?",
        "\u{200B}",
        "（",
        "\r\n",
        "　",
        "(zhōng)",
        "21比18",
        "（中央社台北20日電）",
        "幾小時半",
    ];
    let mut next = common::numbers();
    let mut piece = |most: usize| -> String {
        let chars: Vec<char> = pages[next(pages.len())].chars().collect();
        let start = next(chars.len());
        chars[start..].iter().take(1 + next(most)).collect()
    };
    let mut texts = Vec::new();
    for index in 0..count {
        texts.push([piece(400).as_str(), NOISE[index % NOISE.len()], &piece(200)].concat());
    }
    texts
}

fn parsers() -> Vec<Parser> {
    let day: Moment = "2024-05-14".parse().unwrap();
    let regions =
        [Region::Mainland, Region::HongKong, Region::Taiwan, Region::Macau, Region::Singapore, Region::Malaysia];
    let own = regions.into_iter().map(|region| Parser::new().published(day).region(region));
    std::iter::once(Parser::new()).chain(own).collect()
}

/// What a reader does with a quantity, so that a loss shows where `==` would not see it.
fn uses(quantity: &Quantity) -> String {
    let other: Quantity = "3公斤".parse().unwrap();
    let codes = quantity.unit.as_ref().map(|unit| (unit.code(), unit.likely_code(), unit.code_system(), unit.factor()));
    format!("{:?} {:?} {} {quantity} {codes:?}", quantity.in_base(), quantity.compare(&other), quantity.bounds())
}

#[test]
fn every_format_reads_what_it_wrote() {
    let pages = pages();
    let parsers = parsers();
    let mut failures = Vec::new();
    let texts = pages.iter().cloned().chain(torn(&pages, 60));
    for (index, text) in texts.enumerate() {
        let own = if index < pages.len() { parsers.as_slice() } else { &parsers[index % parsers.len()..][..1] };
        for parser in own {
            let found = parser.find_quantities(&text).into_owned();
            let mut told = vec![through_all(&found)];
            for article in [parser.parse(&text), parser.parse_body(&text)].into_iter().flatten() {
                let article = article.into_owned();
                told.push(through_all(&article));
                let back: Article<'static> = serde_json::from_value(serde_json::to_value(&article).unwrap()).unwrap();
                let uses =
                    |article: &Article<'_>| article.quantities().map(|quantity| uses(&quantity)).collect::<Vec<_>>();
                let lost = uses(&article).into_iter().zip(uses(&back)).find(|(own, back)| own != back);
                assert_eq!(lost, None);
                let derived = |article: &Article<'_>| (article.region(), article.script(), article.blocks().to_vec());
                assert_eq!(derived(&back), derived(&article));
            }
            failures.extend(told.into_iter().filter_map(Result::err).map(|error| format!("{text:?}: {error}")));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn units_keep_their_factor_their_region_and_their_guess() {
    let taiwan = Parser::new().region(Region::Taiwan);
    let own = Unit::new("材料包", Dimension::Items)
        .with_factor(Factor::new(3, 2).unwrap())
        .with_code_of(CodeSystem::Rec20, "KT");
    for text in ["3斤", "每斤30元"] {
        let found = taiwan.find_quantities(text);
        let read = found.quantities().next().unwrap();
        let back: Quantity = serde_json::from_str(&serde_json::to_string(read.get() as &Quantity).unwrap()).unwrap();
        assert_eq!(back, **read.get(), "{text}");
        assert_eq!(back.in_base(), read.in_base(), "{text}");
        assert_eq!(back.to_string(), read.to_string(), "{text}");
    }
    let catty: Quantity =
        serde_json::from_value(serde_json::to_value(Quantity::parse_with("3斤", &taiwan).unwrap()).unwrap()).unwrap();
    assert_eq!(catty.to_string(), "3斤(TW)");
    assert_eq!(catty.in_base().unwrap().to_string(), "1.8公斤");
    through_all(&own).unwrap();
    let json = serde_json::to_value(&own).unwrap();
    assert_eq!(
        json,
        json!({"symbol": "材料包", "dimension": "items", "code": "KT", "system": "rec20", "likely": null, "factor": "3/2",
               "region": null, "per": null})
    );
    // the region of these words is guessed alone
    let article = Article::parse("該村投入3億元，脫貧攻堅成效顯著，惠及群眾。").unwrap();
    let money = serde_json::to_value(&article).unwrap();
    let unit = &money["sections"][0]["paragraphs"][0]["quantities"][0]["unit"];
    assert_eq!((&unit["code"], &unit["likely"], &unit["factor"]), (&json!(null), &json!("CNY"), &json!("1")));
}

#[test]
fn ids_markers_and_scores_are_written() {
    let article = Article::parse("今年，甲隊以21比18獲勝，觀眾約3萬人。乙隊去年售票2萬張。").unwrap();
    let json = serde_json::to_value(&article).unwrap();
    let quantities = &json["sections"][0]["paragraphs"][0]["quantities"];
    assert_eq!(quantities[0]["score"], json!({"left": "21", "right": "18"}));
    assert_eq!((&quantities[0]["value"], &quantities[1]["score"]), (&json!(null), &json!(null)));
    assert_eq!(quantities[1]["marker"]["text"], "約");
    for (index, quantity) in quantities.as_array().unwrap().iter().enumerate() {
        assert_eq!(quantity["id"], index);
    }
    let claims = json["sections"][0]["claims"].as_array().unwrap();
    assert!(claims.len() > 1);
    for (index, claim) in claims.iter().enumerate() {
        assert_eq!(claim["id"], index);
        for quantity in claim["quantities"].as_array().unwrap() {
            assert_eq!(quantity, &quantities[quantity["id"].as_u64().unwrap() as usize]);
        }
    }
    assert_eq!((&json["version"], &json["script"]["value"]), (&json!(wanyi::FORM_VERSION), &json!("Hant")));
}

#[test]
fn every_value_goes_through_every_format() {
    let article = Article::parse("中新網(wǎng)電，去年，甲、乙兩廠產值分別為3.4億元、2.9億元。").unwrap();
    let time: Time = **article.times().next().unwrap().get();
    let money: Quantity = Quantity::clone(article.quantities().next().unwrap().get());
    let edits: Vec<Edit> = repair("中新網(wǎng)新疆").edits().to_vec();
    let relations: Vec<QuantityRelation> = article.claims().flat_map(|claim| claim.relations().to_vec()).collect();
    let diagnostics: Vec<Diagnostic> = article.diagnostics().to_vec();
    assert!(!diagnostics.is_empty() && !relations.is_empty());
    through_all(&(time, money.clone(), money.bounds(), edits, relations, diagnostics)).unwrap();
    let span: Option<Span> = Span::locate("約420余萬元", 3..15);
    let bound: Option<Bound> = "至少3萬人".parse::<Quantity>().unwrap().lower;
    let interval: Interval = "近3萬人".parse::<Quantity>().unwrap().bounds();
    through_all(&(span, bound, interval, article.region(), article.script())).unwrap();
    through_all(&(Region::Macau, Script::Mixed, Certainty::Likely, Severity::Info, DatePolicy::Ahead)).unwrap();
    through_all(&(Factor::new(2000, 3), CodeSystem::Ucum, "2024-05-14T10:00".parse::<Moment>().unwrap())).unwrap();
    let score = find_quantities("以139-107獲勝").quantities().next().and_then(|score| score.value);
    assert!(matches!(score, Some(Value::Score { .. })));
    through_all(&score).unwrap();
}

#[test]
fn a_source_is_borrowed_where_the_format_lends_it() {
    #[derive(Serialize, serde::Deserialize)]
    struct Record<'a> {
        name: &'a str,
        #[serde(borrow, deserialize_with = "Article::deserialize_borrowed")]
        article: Article<'a>,
    }
    let article = Article::parse("全鎮新建學校3所。\n投入2億元。").unwrap();
    let bytes = postcard::to_allocvec(&Record { name: "甲", article: article.clone() }).unwrap();
    let back: Record<'_> = postcard::from_bytes(&bytes).unwrap();
    assert_eq!((back.name, &back.article), ("甲", &article));
    assert!(bytes.as_ptr_range().contains(&back.article.source_text().as_ptr()));
    // a record of any lifetime may own its article
    let json = serde_json::to_string(&article).unwrap();
    let owned: Article<'_> = serde_json::from_reader(json.as_bytes()).unwrap();
    assert_eq!(owned, article);
}

const SAMPLE: &str = "今年以來，該縣投入420余萬元，新建3至6所衛生院，甲隊21比18勝，學生5人。";

fn sample() -> Json {
    serde_json::to_value(Article::parse(SAMPLE).unwrap()).unwrap()
}

fn refused(change: impl FnOnce(&mut Json)) -> String {
    let mut json = sample();
    change(&mut json);
    serde_json::from_value::<Article<'static>>(json).map(|_| ()).unwrap_err().to_string()
}

/// Where something is put, what, and what reading says of it.
fn faults() -> Vec<(&'static str, Json, &'static str)> {
    vec![
        ("/version", json!(7), "version: 7 is not known here, 1 is"),
        ("/text", json!(""), "text: it is empty"),
        ("Q0/span", json!({"start": 900, "end": 901}), "P.quantities[0]: the span 900..901 is not of this text"),
        ("Q0/span", json!({"start": 28, "end": 37}), "P.quantities[0]: the span 28..37 is not of this text"),
        ("Q0/span", json!({"start": 39, "end": 27}), "P.quantities[0]: the span 39..27 is not of this text"),
        (
            "Q0/chars",
            json!({"start": 9, "end": 16}),
            "P.quantities[0]: the code points 9..16 are not those of the span 27..39",
        ),
        ("Q0/text", json!("999萬元"), "P.quantities[0]: the text \"999萬元\" does not stand at 27..39"),
        ("Q0/lower", json!({"value": "9999999999", "inclusive": true}), "P.quantities[0]: the bounds are out of order"),
        ("Q0/lower", json!({"value": "13000001/3", "inclusive": true}), "P.quantities[0]: the bounds are out of order"),
        (
            "Q3/lower",
            json!({"value": "4", "inclusive": true}),
            "P.quantities[3]: the bounds of an exact quantity are its value",
        ),
        ("Q2/value", json!("3"), "P.quantities[2]: a score has no value"),
        ("Q2/score/left", json!("1/3"), "P.quantities[2]: a score is of two decimals"),
        ("Q0/id", json!(3), "the id of quantity 0 in text order is another"),
        ("T0/from", json!("2031-01-01"), "P.times[0]: 2031-01-01 is after 2030-12-31"),
        (
            "C0/quantities/0/value",
            json!("4200001"),
            "sections[0].claims[0].quantities[0]: it says other things than where it stands in its passage",
        ),
        ("C0/id", json!(9), "sections[0].claims[0]: the id is 0 in text order"),
        ("/blocks/0/span/end", json!(3), "blocks[0]: the code points 0..40 are not those of the span 0..3"),
        ("Q0/value", json!("many"), "\"many\" is no exact number"),
        (
            "Q0/value",
            json!("0.12345678901234567890123456789012"),
            "\"0.12345678901234567890123456789012\" is no exact number",
        ),
        (
            "Q0/value",
            json!("0.12345678901234567890123456789012比3"),
            "\"0.12345678901234567890123456789012比3\" is no exact score",
        ),
        ("Q0/value", json!("1/0"), "\"1/0\" is no exact number"),
        (
            "Q0/approx",
            json!("roughly"),
            "unknown Approx \"roughly\": expected one of exact, about, near, over, odd, at_least, under, at_most, several, range",
        ),
        (
            "Q0/unit/factor",
            json!("0/3"),
            "\"0/3\" is no factor: expected a whole number or two with a slash, neither of them zero",
        ),
    ]
}

#[test]
fn the_sample_is_accepted() {
    assert!(serde_json::from_value::<Article<'static>>(sample()).is_ok());
}

#[test]
fn faults_are_told_with_their_path() {
    let mut failures = Vec::new();
    for (pointer, value, wanted) in faults() {
        let place = |letter: &str, list: &str| (letter.to_owned(), format!("/sections/0/{list}"));
        let [q, t, c] =
            [place("Q", "paragraphs/0/quantities/"), place("T", "paragraphs/0/times/"), place("C", "claims/")];
        let full = [q, t, c]
            .iter()
            .find_map(|(letter, list)| pointer.strip_prefix(letter.as_str()).map(|rest| format!("{list}{rest}")));
        let full = full.unwrap_or_else(|| pointer.to_owned());
        let told = refused(|json| {
            if pointer == "T0/from" {
                json.pointer_mut("/sections/0/paragraphs/0/times/0").unwrap()["to"] = json!("2030-12-31");
            }
            *json.pointer_mut(&full).unwrap() = value.clone();
        });
        let wanted = wanted.replace("P.", "sections[0].paragraphs[0].");
        if told != wanted {
            failures.push(format!("{pointer} {value}\n  wanted {wanted}\n  got    {told}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn lists_must_be_in_order_and_apart() {
    const LIST: &str = "/sections/0/paragraphs/0/quantities";
    let reversed = refused(|json| json.pointer_mut(LIST).unwrap().as_array_mut().unwrap().reverse());
    assert_eq!(reversed, "sections[0].paragraphs[0].quantities: the quantities are not in text order");
    let twice = refused(|json| {
        let list = json.pointer_mut(LIST).unwrap().as_array_mut().unwrap();
        let mut first = list[0].clone();
        first["id"] = json!(null);
        list.insert(0, first);
    });
    assert!(twice.contains("in text order is another") || twice.contains("overlap"), "{twice}");
    let claims = refused(|json| {
        let list = json.pointer_mut("/sections/0/claims").unwrap().as_array_mut().unwrap();
        list.reverse();
        list.iter_mut().for_each(|claim| claim["id"] = json!(null));
    });
    assert_eq!(claims, "the claims are not in text order");
    let found = find_quantities("新建6所，投入420余萬元，今年開工，明年完工");
    for (list, what) in [
        ("quantities", "quantities: the quantities are not in text order"),
        ("times", "times: the times are not in text order"),
    ] {
        let mut json = serde_json::to_value(&found).unwrap();
        json[list].as_array_mut().unwrap().reverse();
        assert_eq!(serde_json::from_value::<Found<'static>>(json).unwrap_err().to_string(), what);
    }
}
