//! The forms of other programs: JSON-LD, Web Annotations, displaCy, brat, Label Studio and TimeML, read back and held
//! against what their readers want.

#![cfg(test)]

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};
use wanyi::annotations::{Brat, Displacy, LabelStudio, TimeMl, WebAnnotations};
use wanyi::jsonld::NewsArticle;
use wanyi::{Article, Parser, Region};

const URL: &str = "https://news.example/1";

/// Texts that a reader may stumble over: no number, astral characters, markup, damage, breaks of every kind.
const ODD: [&str; 11] = [
    "一",
    "無數字。",
    "投入3億元。",
    "𠮷野村👨\u{200D}👩投入3億元，𠮷增長5%。",
    "\r\n投入3億元\r\n。\r\n\r\n教育\r新建學校6所。\r\n",
    "標題</script><!--<img src=x onerror=alert(1)>\n2023-09-20 19:32 來源：<b>雲嶺網\n投入3億元，\"同比\"增長5%，]]>&amp;<a>。",
    "投入\t3億元\u{2028}增長5%\u{85}減少2%。\u{B}用時3年\u{C}。",
    "茶\u{202E}園投入\u{2066}3億元\u{200B}，增長5%。\u{0}\u{7}\u{FFFE}\u{FEFF}2023年",
    "當?shù)剞r(nóng)民3600餘名，投入?億元，惠及當?shù)厝罕?。",
    "數百人以21比18獲勝，三分之一以上的人跑了約62公里，用時15分鐘以內，前三名得5角。",
    "10年前投資超過900億美元，將於明年底前不足3噸，負5度。",
];

fn articles() -> Vec<Article<'static>> {
    let mut texts: Vec<String> = ODD.map(str::to_owned).into();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/articles");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            texts.push(std::fs::read_to_string(path).unwrap());
        }
    }
    texts.push(include_str!("data/mirror_shifted.txt").to_owned());
    texts.push(include_str!("../examples/data/article.txt").to_owned());
    assert!(texts.len() > 20);
    texts.iter().map(|text| Article::parse(text).unwrap().into_owned()).collect()
}

/// What a printed form reads back as; what serde writes is the same, and so are the many lines of the alternate form.
fn read(form: &(impl std::fmt::Display + serde::Serialize)) -> Value {
    let printed = form.to_string();
    let value: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(value, serde_json::to_value(form).unwrap());
    assert_eq!(value, serde_json::from_str::<Value>(&format!("{form:#}")).unwrap());
    assert!(
        !printed.contains(['<', '>', '&', '\n', '\u{202E}', '\u{2066}', '\u{2028}', '\u{0}', '\u{85}']),
        "{printed}"
    );
    value
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a string")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn count(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a count")).unwrap()
}

// ---- schema.org

/// After the types of schema-dts 2.1, made from schema.org itself: what it has of the types and properties that are
/// written, with the types that each property takes.
fn vocabulary() -> Value {
    serde_json::from_str(include_str!("schema/schema_org.json")).unwrap()
}

/// Where a node does not keep to the vocabulary.
fn fault(node: &Value, vocabulary: &Value, path: &str) -> Option<String> {
    let fields = node.as_object().expect("a node");
    let Some(kind) = fields.get("@type").map(text) else {
        let is_reference = fields.len() == 1 && fields.contains_key("@id");
        return (!is_reference).then(|| format!("{path}: no type"));
    };
    let Some(properties) = vocabulary.get(kind) else { return Some(format!("{path}: no type is called {kind}")) };
    for (name, value) in fields.iter().filter(|(name, _)| !name.starts_with('@')) {
        let Some(ranges) = properties.get(name).or_else(|| vocabulary["Thing"].get(name)) else {
            return Some(format!("{path}: {kind} has no {name}"));
        };
        let many = if value.is_array() { list(value) } else { std::slice::from_ref(value) };
        for one in many {
            let fits = list(ranges).iter().any(|range| takes(text(range), one));
            let inner = || one.is_object().then(|| fault(one, vocabulary, &format!("{path}.{name}"))).flatten();
            if !fits {
                return Some(format!("{path}.{name}: {one} is none of {ranges}"));
            }
            if let Some(fault) = inner() {
                return Some(fault);
            }
        }
    }
    None
}

fn takes(range: &str, value: &Value) -> bool {
    let is = |shape: &str| value.as_str().is_some_and(|text| matches(shape, text));
    match range {
        "Text" => value.is_string(),
        "Integer" => value.is_u64(),
        "URL" => value.as_str().is_some_and(|text| text.starts_with("https://")),
        "Number" => value.as_str().is_some_and(is_digits),
        "Date" => is("dddd-dd-dd"),
        "DateTime" => is("dddd-dd-ddTdd:dd:dd") || is("dddd-dd-ddTdd:dd:dd+dd:dd"),
        kind => value.is_object() && value.get("@type").is_none_or(|of| of == kind || kind == "Thing"),
    }
}

fn is_digits(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, rest].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a text has a shape, in which d is any digit.
fn matches(shape: &str, text: &str) -> bool {
    shape.len() == text.len()
        && shape.bytes().zip(text.bytes()).all(|(of, is)| if of == b'd' { is.is_ascii_digit() } else { of == is })
}

#[test]
fn articles_keep_to_schema_org() {
    let vocabulary = vocabulary();
    for article in articles() {
        for form in [NewsArticle::new(&article), NewsArticle::new(&article).url(URL)] {
            let json = read(&form);
            assert_eq!(fault(&json, &vocabulary, ""), None);
            let claims: usize = list(&json["hasPart"]).iter().map(|section| list(&section["hasPart"]).len()).sum();
            assert_eq!(claims, article.claims().len());
            let mut ids = BTreeSet::new();
            collect_ids(&json, &mut ids);
            for id in 0..article.quantities().len() {
                assert!(ids.iter().any(|name| name.ends_with(&format!("#q{id}"))), "#q{id} is missing");
            }
        }
        assert!(!article.to_jsonld().contains("ClaimReview"));
    }
}

fn collect_ids(node: &Value, ids: &mut BTreeSet<String>) {
    match node {
        Value::Object(fields) => {
            if let Some(id) = fields.get("@id").filter(|_| fields.len() > 1) {
                assert!(ids.insert(text(id).to_owned()), "{id} twice");
            }
            fields.iter().filter(|(name, _)| *name != "@context").for_each(|(_, value)| collect_ids(value, ids));
        }
        Value::Array(items) => items.iter().for_each(|item| collect_ids(item, ids)),
        _ => {}
    }
}

#[test]
fn what_does_not_keep_to_schema_org_is_seen() {
    let vocabulary = vocabulary();
    let article = Article::parse("今年投入人民幣超過3億元。").unwrap();
    let spoiled = |pointer: &str, name: &str, value: Value| {
        let mut json = read(&NewsArticle::new(&article));
        json.pointer_mut(pointer).expect("a node")[name] = value;
        fault(&json, &vocabulary, "")
    };
    let amount = "/hasPart/0/hasPart/0/mentions/0/value";
    assert_eq!(spoiled(amount, "minValue", "300000000".into()), None);
    assert!(spoiled(amount, "minValue", "3億".into()).is_some());
    assert!(spoiled(amount, "minValue", "3e8".into()).is_some());
    assert!(spoiled(amount, "unitText", "元".into()).is_some_and(|fault| fault.contains("has no unitText")));
    assert!(spoiled("", "@type", "News".into()).is_some());
    assert!(spoiled("", "datePublished", "20 September".into()).is_some());
    assert!(spoiled("/hasPart/0/hasPart/0", "about", "the county".into()).is_some());
}

/// The amounts of a text of the mainland, without what they are named.
fn amounts(source: &str) -> Vec<Value> {
    let article = Parser::new().region(Region::Mainland).parse(source).unwrap();
    let json = read(&NewsArticle::new(&article));
    let mut found = Vec::new();
    collect_amounts(&json, &mut found);
    found
}

fn collect_amounts(node: &Value, found: &mut Vec<Value>) {
    match node {
        Value::Object(fields) => match fields.get("@type").and_then(Value::as_str) {
            Some("MonetaryAmount" | "QuantitativeValue") => {
                let mut fields = fields.clone();
                for name in ["@id", "name"] {
                    assert!(fields.remove(name).is_some());
                }
                found.push(Value::Object(fields));
            }
            _ => fields.values().for_each(|value| collect_amounts(value, found)),
        },
        Value::Array(items) => items.iter().for_each(|item| collect_amounts(item, found)),
        _ => {}
    }
}

#[test]
fn amounts_are_exact_and_no_open_one_has_a_value() {
    let money = |members: Value| with(json!({"@type": "MonetaryAmount", "currency": "CNY"}), members);
    let amount = |members: Value| with(json!({"@type": "QuantitativeValue"}), members);
    for (source, wanted) in [
        ("投入3億元。", money(json!({"value": "300000000"}))),
        ("得5角。", money(json!({"value": "0.5"}))),
        (
            "投入420余萬元。",
            money(json!({"description": "odd, [4200000, 4300000)", "minValue": "4200000", "maxValue": "4300000"})),
        ),
        ("投入約62元。", money(json!({"description": "about", "value": "62"}))),
        ("售價每公斤62元。", amount(json!({"value": "62", "unitText": "元/公斤"}))),
        (
            "產量超過900噸。",
            amount(json!({"description": "over, (900, ∞)", "minValue": "900", "unitCode": "TNE", "unitText": "噸"})),
        ),
        (
            "用時15分鐘以內。",
            amount(
                json!({"description": "at_most, (-∞, 15]", "maxValue": "15", "unitCode": "MIN", "unitText": "分鐘"}),
            ),
        ),
        (
            "長300至450公里。",
            amount(json!({
                "description": "range, [300, 450]", "minValue": "300", "maxValue": "450",
                "unitCode": "KMT", "unitText": "公里",
            })),
        ),
        (
            "佔40%以上。",
            amount(json!({"description": "at_least, [40, ∞)", "minValue": "40", "unitCode": "P1", "unitText": "%"})),
        ),
        ("三分之一的人受益。", amount(json!({"description": "1/3"}))),
        (
            "接待數百人。",
            amount(
                json!({"description": "several, [200, 1000)", "minValue": "200", "maxValue": "1000", "unitText": "人"}),
            ),
        ),
        ("以21比18獲勝。", amount(json!({"description": "21比18"}))),
        (
            "產量0.1234567890123456789012345678噸。",
            amount(json!({"value": "0.1234567890123456789012345678", "unitCode": "TNE", "unitText": "噸"})),
        ),
        (
            "產量7922816251426433759354395033噸。",
            amount(json!({"value": "7922816251426433759354395033", "unitCode": "TNE", "unitText": "噸"})),
        ),
    ] {
        assert_eq!(amounts(source), [wanted], "{source}");
    }
}

fn with(mut object: Value, members: Value) -> Value {
    object.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    object
}

#[test]
fn money_of_no_known_currency_has_none() {
    let article = Article::parse("投入3億元。").unwrap();
    let amount = &read(&NewsArticle::new(&article))["hasPart"][0]["hasPart"][0]["mentions"][0]["value"];
    assert_eq!(
        *amount,
        json!({"@type": "QuantitativeValue", "@id": "#q0", "name": "3億元", "value": "300000000", "unitText": "元"})
    );
}

#[test]
fn a_claim_says_who_what_when() {
    let source = "雲溪縣旅遊業回溫\n2023-07-10 09:00\n上半年，雲溪縣接待旅客32萬人次。局長林若川表示，全縣民宿由86家增至120家，\
        下半年擬投入資金3,500萬元。6月30日失業率下降3.2%。";
    let article = Parser::new().region(Region::Mainland).parse(source).unwrap();
    let json = read(&NewsArticle::new(&article).url("https://news.example/1#top"));
    assert_eq!(json["@id"], "https://news.example/1#top");
    assert_eq!(json["datePublished"], "2023-07-10T09:00:00+08:00");
    let claims = list(&json["hasPart"][0]["hasPart"]);
    assert_eq!(claims[0]["@id"], "https://news.example/1#c0");
    assert_eq!(claims[0]["appearance"], json!({"@id": "https://news.example/1#top"}));
    assert_eq!(claims[0]["about"], json!({"@type": "Thing", "name": "雲溪縣"}));
    assert_eq!(claims[0]["temporalCoverage"], "2023-01-01/2023-06-30");
    assert_eq!(claims[0]["mentions"][0]["variableMeasured"], "接待旅客");
    assert_eq!(claims[1]["author"], "局長林若川");
    let measured: Vec<&Value> = list(&claims[1]["mentions"]).iter().map(|one| &one["variableMeasured"]).collect();
    assert_eq!(measured[0], "before");
    assert_ne!(measured[1], "before");
    // nobody has observed what is planned
    assert_eq!(claims[2]["mentions"][0]["@type"], "MonetaryAmount");
    let fall = &claims[3]["mentions"][0];
    assert_eq!((text(&fall["variableMeasured"]), text(&fall["value"]["value"])), ("decrease", "3.2"));
    assert_eq!(fall["observationDate"], "2023-06-30");
}

#[test]
fn json_ld_stays_within_its_script_element() {
    let source = ODD[5];
    let article = Article::parse(source).unwrap();
    let page = format!("<script type=\"application/ld+json\">{}</script><p>after</p>", article.to_jsonld());
    let mut scripts = Vec::new();
    let mut tags = Vec::new();
    for token in html5gum::Tokenizer::new(page.as_str()) {
        let Ok(token) = token;
        match token {
            html5gum::Token::StartTag(tag) => tags.push(String::from_utf8(tag.name.to_vec()).unwrap()),
            html5gum::Token::String(text) => scripts.push(String::from_utf8(text.to_vec()).unwrap()),
            _ => {}
        }
    }
    assert_eq!(tags, ["script", "p"]);
    let json: Value = serde_json::from_str(&scripts[0]).unwrap();
    assert!(text(&json["headline"]).contains("</script><!--<img src=x onerror=alert(1)>"), "nothing is lost");
}

// ---- marks

/// The code points of a text between two places.
fn slice(source: &[char], start: usize, end: usize) -> String {
    source[start..end].iter().collect()
}

#[test]
fn web_annotations_keep_to_the_model_and_find_their_place() {
    for article in articles() {
        let page = read(&WebAnnotations::new(&article, URL));
        assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
        assert_eq!((text(&page["type"]), text(&page["id"])), ("AnnotationPage", "https://news.example/1#annotations"));
        let source: Vec<char> = article.source_text().chars().collect();
        let mut ids = BTreeSet::new();
        for annotation in list(&page["items"]) {
            assert_eq!(annotation["type"], "Annotation");
            assert!(ids.insert(text(&annotation["id"]).to_owned()));
            check_bodies(&annotation["body"]);
            assert_eq!(annotation["target"]["source"], URL);
            let [position, quote] = list(&annotation["target"]["selector"]) else { panic!("two selectors") };
            assert_eq!((text(&position["type"]), text(&quote["type"])), ("TextPositionSelector", "TextQuoteSelector"));
            let (start, end) = (count(&position["start"]), count(&position["end"]));
            assert_eq!(text(&quote["exact"]), slice(&source, start, end));
            assert_eq!(text(&quote["prefix"]), slice(&source, start.saturating_sub(32), start));
            assert_eq!(text(&quote["suffix"]), slice(&source, end, (end + 32).min(source.len())));
        }
        let named = |letter: &str| ids.iter().filter(|id| id.contains(&format!("#annotation-{letter}"))).count();
        assert_eq!(named("q"), article.quantities().filter(|quantity| !quantity.span().is_empty()).count());
        assert_eq!(named("t"), article.times().len());
        assert_eq!(named("c"), article.claims().len());
        assert!(named("f") >= usize::from(article.title().is_some()) + article.people().count());
    }
}

fn check_bodies(bodies: &Value) {
    let purposes: Vec<&str> = list(bodies).iter().map(|body| text(&body["purpose"])).collect();
    assert!(matches!(purposes[..], ["classifying", "tagging"] | ["classifying", "tagging", "describing"]));
    for body in list(bodies) {
        assert_eq!((text(&body["type"]), text(&body["format"])), ("TextualBody", "text/plain"));
        assert!(!text(&body["value"]).is_empty());
    }
}

#[test]
fn an_annotation_says_what_was_read() {
    let article = Article::parse("雲溪縣去年投入3億(yì)元。").unwrap();
    let page = read(&WebAnnotations::new(&article, "https://news.example/1#top"));
    let money = list(&page["items"]).iter().find(|one| text(&one["id"]).ends_with("-q0")).expect("the money");
    assert_eq!(
        *money,
        json!({
            "id": "https://news.example/1#annotation-q0",
            "type": "Annotation",
            "motivation": "classifying",
            "body": [
                {"type": "TextualBody", "purpose": "classifying", "value": "quantity", "format": "text/plain"},
                {"type": "TextualBody", "purpose": "tagging", "value": "MONEY", "format": "text/plain"},
                {"type": "TextualBody", "purpose": "describing", "value": "300000000元", "format": "text/plain"},
            ],
            "target": {
                "source": "https://news.example/1#top",
                "selector": [
                    {"type": "TextPositionSelector", "start": 7, "end": 14},
                    {"type": "TextQuoteSelector", "exact": "3億(yì)元", "prefix": "雲溪縣去年投入", "suffix": "。"},
                ],
            },
        })
    );
}

#[test]
fn displacy_draws_every_character_once() {
    for article in articles() {
        let form = read(&Displacy::new(&article));
        assert_eq!(
            form.as_object().unwrap().keys().collect::<Vec<_>>(),
            ["ents", "text"],
            "a title would be written raw"
        );
        let source: Vec<char> = text(&form["text"]).chars().collect();
        assert_eq!(text(&form["text"]), article.source_text());
        // as the renderer goes through them
        let mut at = 0;
        for entity in list(&form["ents"]) {
            let (start, end) = (count(&entity["start"]), count(&entity["end"]));
            assert!(at <= start && start < end && end <= source.len(), "{entity} overlaps");
            assert!(text(&entity["label"]).bytes().all(|byte| byte.is_ascii_uppercase()));
            at = end;
        }
        if article.quantities().len() > 0 {
            assert!(!list(&form["ents"]).is_empty());
        }
    }
    let article = Article::parse("10年前投入3億元，佔三成，15分鐘到3公里外，第4屆有5人、6億。").unwrap();
    let form = read(&Displacy::new(&article));
    let source: Vec<char> = text(&form["text"]).chars().collect();
    let shown: Vec<String> = list(&form["ents"])
        .iter()
        .map(|one| format!("{} {}", text(&one["label"]), slice(&source, count(&one["start"]), count(&one["end"]))))
        .collect();
    let wanted =
        "DATE 10年前,MONEY 3億元,PERCENT 三成,TIME 15分鐘,QUANTITY 3公里,ORDINAL 第4屆,CARDINAL 5人,CARDINAL 6億";
    assert_eq!(shown.join(","), wanted);
}

/// A text-bound line of brat, held against the text as its server does.
fn bound(line: &str, source: &[char], labels: &BTreeSet<&str>) -> String {
    let [_, place, text] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line:?}: three columns") };
    let (label, spans) = place.split_once(' ').expect("a label");
    assert!(labels.contains(label), "{label} is not in the configuration");
    let mut end = 0;
    let pieces: Vec<String> = spans
        .split(';')
        .map(|span| {
            let (first, last) = span.split_once(' ').expect("two ends");
            let (first, last): (usize, usize) = (first.parse().unwrap(), last.parse().unwrap());
            assert!(end <= first && first < last && last <= source.len(), "{line}");
            end = last;
            slice(source, first, last)
        })
        .collect();
    assert_eq!(text, pieces.join(" "), "{line}");
    assert!(!text.trim().is_empty());
    label.to_owned()
}

#[test]
fn brat_reads_every_line() {
    let config = Brat::CONFIG;
    let entities = config.split("[relations]").next().unwrap();
    let labels: BTreeSet<&str> = entities.lines().skip(1).filter(|line| !line.is_empty()).collect();
    assert_eq!(labels.len(), 19);
    let mut denied = 0;
    for article in articles() {
        let brat = Brat::new(&article);
        assert_eq!(brat.text(), article.source_text());
        let source: Vec<char> = brat.text().chars().collect();
        let lines = brat.to_string();
        let negated = article.claims().filter(|claim| claim.is_negated()).count();
        assert_eq!(lines.matches("\tNegated T").count(), negated);
        denied += negated;
        // readers end lines by any of these
        assert!(!lines.contains(['\r', '\u{B}', '\u{C}', '\u{1C}', '\u{85}', '\u{2028}', '\u{2029}', '\u{0}']));
        let mut bounds = BTreeSet::new();
        for line in lines.lines() {
            let (id, rest) = line.split_once('\t').expect("an id");
            match id.as_bytes()[0] {
                b'T' => {
                    bound(line, &source, &labels);
                    assert!(bounds.insert(id.to_owned()), "{id} twice");
                }
                b'#' => {
                    let (target, note) =
                        rest.strip_prefix("AnnotatorNotes ").unwrap().split_once('\t').expect("a note");
                    assert!(bounds.contains(target) && !note.contains('\t') && !note.contains('\u{202E}'));
                }
                b'A' => assert!(rest.split(' ').nth(1).is_some_and(|target| bounds.contains(target)), "{line}"),
                _ => panic!("{line:?} is no line of brat"),
            }
        }
    }
    assert!(denied > 0, "some claim is denied");
}

#[test]
fn brat_parts_what_runs_over_lines_and_says_what_is_no_fact() {
    let article = Article::parse("預計明年投入\t3億元，不再新建6所。").unwrap();
    let lines = Brat::new(&article).to_string();
    let claim = lines.lines().find(|line| line.contains("\tCLAIM ")).expect("a claim");
    assert!(claim.ends_with("\tCLAIM 0 6;7 10\t預計明年投入 3億元"), "{claim}");
    assert!(lines.lines().any(|line| line.starts_with('A') && line.contains("\tModality T")), "{lines}");
}

#[test]
fn label_studio_counts_as_its_editor_does() {
    for article in articles() {
        let task = read(&LabelStudio::new(&article));
        let units: Vec<u16> = text(&task["data"]["text"]).encode_utf16().collect();
        let regions = list(&task["predictions"][0]["result"]);
        let mut ids = BTreeSet::new();
        for region in regions {
            assert!(ids.insert(text(&region["id"])));
            let keys = ["from_name", "to_name", "type"].map(|key| text(&region[key]));
            assert_eq!(keys, ["label", "text", "labels"]);
            let value = &region["value"];
            let stretch = &units[count(&value["start"])..count(&value["end"])];
            assert_eq!(String::from_utf16(stretch).unwrap(), text(&value["text"]));
            let [label] = list(&value["labels"]) else { panic!("one label") };
            assert!(LabelStudio::CONFIG.contains(&format!("<Label value={label}/>")), "{label}");
        }
        assert!(regions.len() >= article.claims().len());
    }
    roxmltree::Document::parse(LabelStudio::CONFIG).unwrap();
}

// ---- TimeML

#[test]
fn time_ml_is_xml_whose_text_is_the_source() {
    const TYPES: [&str; 4] = ["DATE", "TIME", "DURATION", "SET"];
    const MODS: [&str; 7] =
        ["ON_OR_BEFORE", "ON_OR_AFTER", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"];
    for article in articles() {
        let xml = TimeMl::new(&article).to_string();
        let document = roxmltree::Document::parse(&xml).unwrap();
        let names: Vec<&str> = document
            .root_element()
            .children()
            .filter(|node| node.is_element())
            .map(|node| node.tag_name().name())
            .collect();
        assert_eq!((document.root_element().tag_name().name(), names), ("TimeML", vec!["DCT", "TEXT"]));
        let body = document.descendants().find(|node| node.has_tag_name("TEXT")).unwrap();
        let plain: String = body.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect();
        let holds = |c: char| matches!(c, '\t' | '\n' | '\r') || c >= ' ' && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
        let wanted: String = article.source_text().chars().map(|c| if holds(c) { c } else { '\u{FFFD}' }).collect();
        assert_eq!(plain, wanted);
        let mut ids = BTreeSet::new();
        for node in document.descendants().filter(|node| node.is_element() && node.has_tag_name("TIMEX3")) {
            assert!(ids.insert(node.attribute("tid").unwrap()));
            assert!(node.attribute("type").is_some_and(|kind| TYPES.contains(&kind)));
            assert!(node.attribute("value").is_some_and(|value| !value.is_empty() && !value.contains("..")));
            assert!(node.attribute("mod").is_none_or(|limit| MODS.contains(&limit)));
            assert!(node.children().all(|child| child.is_text()), "elements nest");
        }
    }
}

#[test]
fn time_ml_says_when() {
    let source = "公告\n2023-09-20 19:32 來源：雲嶺網\n2021年以來，截至8月底簽約49個，每年至少三年，10月1日前用時不足15分鐘，第三季增5%，近日公布。";
    let article = Article::parse(source).unwrap();
    let xml = TimeMl::new(&article).to_string();
    let document = roxmltree::Document::parse(&xml).unwrap();
    let shown: Vec<String> = document
        .descendants()
        .filter(|node| node.has_tag_name("TIMEX3"))
        .map(|node| {
            let limit = node.attribute("mod").map(|limit| format!(" {limit}")).unwrap_or_default();
            let [kind, value] = ["type", "value"].map(|name| node.attribute(name).unwrap());
            format!("{} {kind} {value}{limit}", node.text().unwrap())
        })
        .collect();
    assert_eq!(
        shown,
        [
            "2023-09-20T19:32:00 TIME 2023-09-20T19:32:00",
            "2023-09-20 19:32 TIME 2023-09-20T19:32",
            "2021年以來 DURATION 2021-01-01/2023-09-20",
            "8月底 DATE 2023-08-31 ON_OR_BEFORE",
            "每年 SET XXXX",
            "至少三年 DURATION P3Y EQUAL_OR_MORE",
            "10月1日前 DATE 2023-10-01 ON_OR_BEFORE",
            "不足15分鐘 DURATION PT15M LESS_THAN",
            "第三季 DATE 2023-Q3",
            "近日 DATE PAST_REF",
        ]
    );
}

#[test]
fn markup_in_the_text_is_text_in_time_ml() {
    let article =
        Article::parse("投入</TEXT><!ENTITY x \"y\"><TIMEX3 tid='t9'>3年</TIMEX3>&x;&lt;\u{202E}]]>\r\n2023年\u{1}。")
            .unwrap();
    let xml = TimeMl::new(&article).to_string();
    assert_eq!((xml.matches("</TEXT>").count(), xml.matches("<!").count()), (1, 0));
    assert!(xml.contains("&#x202E;]]&gt;&#13;\n") && xml.contains('\u{FFFD}') && !xml.contains('\u{1}'));
    let document = roxmltree::Document::parse(&xml).unwrap();
    assert!(document.descendants().all(|node| node.attribute("tid") != Some("t9")));
}
