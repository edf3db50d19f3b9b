//! The form of Microsoft Recognizers-Text, with the names of its JavaScript and Python packages.

use serde_json::{Map, Value as Json, json};
use wanyi::chrono::{Days, NaiveDate};
use wanyi::{Article, Bound, Dimension, Lexicon, Moment, Quantity, Role, Time, TimeKind, Value};

use crate::shared::{self, Finding, with};

pub(crate) fn findings(article: &Article<'_>) -> Vec<Json> {
    shared::findings(article).iter().filter_map(|finding| form(article, finding)).collect()
}

fn form(article: &Article<'_>, finding: &Finding<'_>) -> Option<Json> {
    let source = article.source_text();
    let units = finding.span().utf16(source)?;
    let (name, resolution) = match finding {
        Finding::Quantity(quantity) => amount(quantity),
        Finding::Time(time) => when(time),
    };
    Some(json!({
        "text": article.get(finding.span())?,
        "start": units.start,
        "end": units.end.checked_sub(1)?,
        "typeName": name,
        "resolution": resolution,
    }))
}

fn amount(quantity: &Quantity) -> (String, Json) {
    let number = quantity.value.map(|value| value.to_string());
    let mut resolution = Map::new();
    let mut set = |name: &str, value: Json| drop(resolution.insert(name.to_owned(), value));
    let unit = quantity.unit.as_ref();
    let name = match (quantity.role, unit.map(|unit| unit.dimension())) {
        (Role::Ordinal, _) => {
            set("value", json!(number));
            set("offset", json!(number));
            set("relativeTo", json!("start"));
            "ordinal"
        }
        (Role::Percent, _) if unit.is_some_and(|unit| !unit.is_rate()) => {
            let percent = Lexicon::default().get("%").and_then(|percent| quantity.to(&percent).ok());
            let value = percent.as_ref().and_then(|share| share.value).map(|value| format!("{value}%"));
            set("value", json!(value));
            ranged(percent.as_ref().unwrap_or(quantity), &mut set);
            return ("percentage".to_owned(), Json::Object(resolution));
        }
        (Role::Cardinal, Some(Dimension::Duration)) if shared::unit_of_time(quantity).is_some() => {
            return duration(quantity);
        }
        (Role::Cardinal, Some(dimension)) if is_measure(dimension) => {
            set("value", json!(number));
            set("unit", json!(unit.map(|unit| unit_name(dimension, shared::symbol(unit), unit.code()))));
            match dimension {
                Dimension::Currency => {
                    if let Some(code) = unit.and_then(|unit| unit.code()) {
                        set("isoCurrency", json!(code));
                    }
                    "currency"
                }
                Dimension::Temperature => "temperature",
                _ => "dimension",
            }
        }
        _ if unit.is_none() && !shared::is_single(quantity) => {
            return ("numberrange".to_owned(), json!({"value": range(quantity)}));
        }
        _ => {
            set("value", json!(number));
            set("subtype", json!(subtype(quantity)));
            if let Some(unit) = unit {
                set("unit", json!(shared::symbol(unit)));
            }
            "number"
        }
    };
    ranged(quantity, &mut set);
    (name.to_owned(), Json::Object(resolution))
}

/// The limits, where there are any.
fn ranged(quantity: &Quantity, set: &mut impl FnMut(&str, Json)) {
    if !shared::is_single(quantity) {
        set("range", json!(range(quantity)));
    }
}

/// `[300,450]`, `(900,)`.
fn range(quantity: &Quantity) -> String {
    let value = |bound: Option<Bound>| bound.map(|bound| bound.value.to_string()).unwrap_or_default();
    let left = if quantity.lower.is_some_and(|bound| bound.inclusive) { '[' } else { '(' };
    let right = if quantity.upper.is_some_and(|bound| bound.inclusive) { ']' } else { ')' };
    format!("{left}{},{}{right}", value(quantity.lower), value(quantity.upper))
}

fn is_measure(dimension: Dimension) -> bool {
    use Dimension::{Duration, Households, Items, Other, People, Ratio, Visits};
    !matches!(dimension, People | Visits | Households | Items | Ratio | Other | Duration)
}

fn unit_name(dimension: Dimension, symbol: String, code: Option<&str>) -> String {
    match (dimension, code) {
        (Dimension::Temperature, Some("Cel")) => "C".to_owned(),
        (Dimension::Temperature, Some("[degF]")) => "F".to_owned(),
        _ => symbol,
    }
}

fn subtype(quantity: &Quantity) -> &'static str {
    match quantity.value {
        _ if quantity.role == Role::Fraction => "fraction",
        Some(Value::Decimal(decimal)) if !decimal.fract().is_zero() => "decimal",
        _ => "integer",
    }
}

fn duration(quantity: &Quantity) -> (String, Json) {
    let unit = shared::unit_of_time(quantity).zip(quantity.decimal());
    let is_age = quantity.unit.as_ref().is_some_and(|unit| unit.symbol() == "歲");
    if is_age {
        let number = quantity.value.map(|value| value.to_string());
        return ("age".to_owned(), json!({"value": number, "unit": "Year"}));
    }
    let mut value = Map::new();
    if let Some(((letter, _, of), number)) = unit {
        let (time, letter) = letter.strip_prefix('T').map_or(("", letter), |letter| ("T", letter));
        value.insert("timex".to_owned(), json!(format!("P{time}{number}{letter}")));
        value.insert("value".to_owned(), json!(shared::seconds(number, of).map(|seconds| seconds.to_string())));
    } else {
        value.insert("value".to_owned(), json!("not resolved"));
    }
    value.insert("type".to_owned(), json!("duration"));
    ranged(quantity, &mut |name, limits| drop(value.insert(name.to_owned(), limits)));
    ("datetimeV2.duration".to_owned(), json!({"values": [value]}))
}

fn when(time: &Time) -> (String, Json) {
    let timex = time.timex3().unwrap_or_else(|| "XXXX".to_owned());
    let shown = |moment: Moment| moment.to_string().replace('T', " ");
    let (kind, value) = match (time.from, time.to) {
        _ if time.kind == TimeKind::Set => ("set", json!({"value": "not resolved"})),
        (None, None) => ("date", json!({"value": "not resolved"})),
        (Some(from), Some(to)) if from == to => {
            (if from.date_time().is_some() { "datetime" } else { "date" }, json!({"value": shown(from)}))
        }
        (Some(from), Some(to)) => (period(from), json!({"start": shown(from), "end": shown(after(to))})),
        (Some(from), None) => (period(from), json!({"Mod": "since", "start": shown(from)})),
        (None, Some(to)) => (period(to), json!({"Mod": "before", "end": shown(after(to))})),
    };
    let timex = match (time.from, time.to) {
        (Some(from), Some(to)) if timex.contains('/') => {
            let end = after(to);
            format!("({from},{end},P{}D)", days(from.date(), end.date()))
        }
        (Some(one), None) | (None, Some(one)) => one.to_string(),
        _ => timex,
    };
    let value = with(with(value, "timex", json!(timex)), "type", json!(kind));
    (format!("datetimeV2.{kind}"), json!({"values": [value]}))
}

fn period(moment: Moment) -> &'static str {
    if moment.date_time().is_some() { "datetimerange" } else { "daterange" }
}

/// The end that is no longer within: the day after, or the moment itself.
fn after(last: Moment) -> Moment {
    match last {
        Moment::Date(day) => day.checked_add_days(Days::new(1)).unwrap_or(day).into(),
        Moment::DateTime(_) => last,
    }
}

fn days(first: NaiveDate, end: NaiveDate) -> i64 {
    (end - first).num_days()
}
