//! The JSON Schema of the form: kept as a file, and what the articles are held against.
//!
//! `WANYI_BLESS=1 cargo test --features schema --test schema` writes it anew; read the difference before it is kept.

#![cfg(test)]

use std::path::{Path, PathBuf};

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};
use wanyi::{Article, Parser, Region};

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schema/article.json")
}

fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Article<'static>>().to_value()
}

#[test]
fn the_schema_fixes_the_form() {
    let now = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("WANYI_BLESS").is_some() {
        std::fs::write(file(), &now).unwrap();
    }
    assert_eq!(std::fs::read_to_string(file()).unwrap(), now);
}

/// Where a value does not keep to a schema, of the keywords that ours has.
fn fault(value: &Value, schema: &Value, root: &Value, path: &str) -> Option<String> {
    let Value::Object(rules) = schema else { return None };
    let wrong = |what: &str| Some(format!("{path}: {what}: {value}"));
    if let Some(name) = rules.get("$ref").and_then(Value::as_str) {
        let target = root.pointer(name.trim_start_matches('#')).expect("a definition");
        return fault(value, target, root, path);
    }
    if let Some(choices) = rules.get("anyOf").and_then(Value::as_array) {
        let all: Vec<_> = choices.iter().map(|choice| fault(value, choice, root, path)).collect();
        return if all.iter().any(Option::is_none) { None } else { all.into_iter().flatten().next() };
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    match rules.get("type") {
        Some(Value::String(of)) if of != kind => return wrong(&format!("no {of}")),
        Some(Value::Array(of)) if !of.contains(&kind.into()) => return wrong("of another type"),
        _ => {}
    }
    if rules.get("enum").and_then(Value::as_array).is_some_and(|names| !names.contains(value)) {
        return wrong("no name of these");
    }
    match value {
        Value::Array(items) => {
            let of = rules.get("items")?;
            items.iter().enumerate().find_map(|(at, item)| fault(item, of, root, &format!("{path}[{at}]")))
        }
        Value::Object(fields) => object_fault(fields, rules, root, path),
        _ => None,
    }
}

fn object_fault(fields: &Map<String, Value>, rules: &Map<String, Value>, root: &Value, path: &str) -> Option<String> {
    let properties = rules.get("properties").and_then(Value::as_object)?;
    let required = rules.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    if let Some(missing) = { required }.find(|name| !fields.contains_key(*name)) {
        return Some(format!("{path}: {missing} is missing"));
    }
    fields.iter().find_map(|(name, value)| match properties.get(name) {
        Some(schema) => fault(value, schema, root, &format!("{path}.{name}")),
        None => Some(format!("{path}: {name} is not in the schema")),
    })
}

#[test]
fn articles_keep_to_the_schema() {
    let schema = schema();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/articles");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        for parser in [Parser::new(), Parser::new().region(Region::HongKong)] {
            let json = serde_json::to_value(parser.parse(&text).unwrap()).unwrap();
            assert_eq!(fault(&json, &schema, &schema, ""), None, "{}", path.display());
            count += 1;
        }
    }
    assert!(count > 20);
}

#[test]
fn what_does_not_keep_to_it_is_seen() {
    let schema = schema();
    let article = Article::parse("投入420余萬元。").unwrap();
    let spoiled = |change: &dyn Fn(&mut Value)| {
        let mut json = serde_json::to_value(&article).unwrap();
        change(&mut json);
        fault(&json, &schema, &schema, "")
    };
    assert_eq!(spoiled(&|_| {}), None);
    assert!(spoiled(&|json| json["version"] = "1".into()).is_some_and(|fault| fault.starts_with(".version")));
    assert!(spoiled(&|json| drop(json.as_object_mut().unwrap().remove("blocks"))).is_some());
    assert!(spoiled(&|json| json["sections"][0]["paragraphs"][0]["quantities"][0]["approx"] = "so".into()).is_some());
}
