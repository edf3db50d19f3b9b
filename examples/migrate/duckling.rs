//! The form of duckling's server.

use serde_json::{Map, Value as Json, json};
use wanyi::chrono::Days;
use wanyi::rust_decimal::Decimal;
use wanyi::rust_decimal::prelude::ToPrimitive as _;
use wanyi::{Article, Bound, Dimension, Factor, Lexicon, Moment, Quantity, Region, Role, Time};

use crate::shared::{self, Finding, with};

pub(crate) fn findings(article: &Article<'_>) -> Vec<Json> {
    shared::findings(article).iter().filter_map(|finding| form(article, finding)).collect()
}

fn form(article: &Article<'_>, finding: &Finding<'_>) -> Option<Json> {
    let chars = finding.span().chars();
    let (dim, value) = match finding {
        Finding::Quantity(quantity) => amount(quantity)?,
        Finding::Time(time) => ("time".to_owned(), when(time)?),
    };
    Some(json!({
        "body": article.get(finding.span())?,
        "start": chars.start,
        "end": chars.end,
        "dim": dim,
        "latent": false,
        "value": value,
    }))
}

fn amount(quantity: &Quantity) -> Option<(String, Json)> {
    let unit = quantity.unit.as_ref();
    let symbol = unit.map(shared::symbol);
    let own = |dim: &str| Some((dim.to_owned(), valued(quantity, symbol.as_deref())?));
    let is_rate = unit.is_some_and(|unit| unit.is_rate());
    let converted = |form: &str, name: &str, dim: &str| {
        let to = Lexicon::default().get(form)?;
        Some((dim.to_owned(), valued(&quantity.to(&to).ok()?, Some(name))?))
    };
    match (quantity.role, unit.map(|unit| unit.dimension())) {
        (Role::Ordinal, _) => Some(("ordinal".to_owned(), valued(quantity, None)?)),
        (_, Some(dimension)) if is_rate => own(dimension.name()),
        (Role::Percent, Some(_)) => converted("%", "%", "ratio"),
        (Role::Cardinal, Some(Dimension::Currency)) => {
            let is_main = unit.and_then(|unit| unit.factor()) == Factor::new(1, 1);
            let main = if is_main { Ok(quantity.clone()) } else { quantity.in_base() };
            let code = unit.and_then(|unit| unit.code()).unwrap_or("unknown");
            // 5角 of no region is half of nothing that is known
            let Ok(amount) = main else { return own("currency") };
            Some(("amount-of-money".to_owned(), valued(&amount, Some(code))?))
        }
        (Role::Cardinal, Some(Dimension::Duration)) => duration(quantity).or_else(|| own("duration")),
        (Role::Cardinal, Some(Dimension::Length)) => match unit.and_then(|unit| unit.code()).and_then(length) {
            Some(name) => Some(("distance".to_owned(), valued(quantity, Some(name))?)),
            None => converted("米", "metre", "distance").or_else(|| own("length")),
        },
        (Role::Cardinal, Some(Dimension::Mass)) => converted("克", "gram", "quantity").or_else(|| own("mass")),
        (Role::Cardinal, Some(Dimension::Volume)) => match unit.and_then(|unit| unit.code()) {
            Some("L") => Some(("volume".to_owned(), valued(quantity, Some("litre"))?)),
            Some("mL") => Some(("volume".to_owned(), valued(quantity, Some("millilitre"))?)),
            _ => own("volume"),
        },
        (Role::Cardinal, Some(Dimension::Temperature)) => match unit.and_then(|unit| unit.code()) {
            Some("Cel") => Some(("temperature".to_owned(), valued(quantity, Some("celsius"))?)),
            Some("[degF]") => Some(("temperature".to_owned(), valued(quantity, Some("fahrenheit"))?)),
            _ => own("temperature"),
        },
        (Role::Cardinal, Some(Dimension::People | Dimension::Visits | Dimension::Households | Dimension::Items)) => {
            own("number")
        }
        (_, Some(dimension)) => own(dimension.name()),
        (_, None) => own("number"),
    }
}

fn length(code: &str) -> Option<&'static str> {
    Some(match code {
        "km" => "kilometre",
        "m" => "metre",
        "cm" => "centimetre",
        "mm" => "millimetre",
        "[mi_i]" => "mile",
        "[yd_i]" => "yard",
        "[ft_i]" => "foot",
        "[in_i]" => "inch",
        _ => return None,
    })
}

/// One number, or an interval of its limits; `None` where there is neither.
fn valued(quantity: &Quantity, unit: Option<&str>) -> Option<Json> {
    let with_unit = |number: Json| match unit {
        Some(unit) => json!({"value": number, "unit": unit}),
        None => json!({"value": number}),
    };
    let end = |bound: Option<Bound>| bound.and_then(|bound| bound.value.as_decimal()).map(number).map(with_unit);
    if shared::is_single(quantity) {
        return Some(with(with_unit(number(quantity.decimal()?)), "type", json!("value")));
    }
    let ends = [("from", end(quantity.lower)), ("to", end(quantity.upper))];
    let known = ends.into_iter().filter_map(|(name, end)| Some((name.to_owned(), end?)));
    let value: Map<String, Json> = known.collect();
    (!value.is_empty()).then(|| with(Json::Object(value), "type", json!("interval")))
}

/// A JSON number where a double is it exactly, else the digits.
fn number(decimal: Decimal) -> Json {
    let decimal = decimal.normalize();
    if let Some(whole) = decimal.to_i64().filter(|whole| decimal.scale() == 0 && whole.unsigned_abs() < 1 << 53) {
        return json!(whole);
    }
    let double = decimal.to_string().parse::<f64>().ok();
    let is_exact = |double: &f64| format!("{double}").parse() == Ok(decimal);
    double.filter(is_exact).map_or_else(|| json!(decimal.to_string()), |double| json!(double))
}

/// A duration of whole units; others in seconds.
fn duration(quantity: &Quantity) -> Option<(String, Json)> {
    let (_, name, of) = shared::unit_of_time(quantity)?;
    if !shared::is_single(quantity) {
        return Some(("duration".to_owned(), valued(quantity, Some(name))?));
    }
    let count = quantity.decimal()?;
    let seconds = number(shared::seconds(count, of)?);
    let (shown, name) = if count.fract().is_zero() { (number(count), name) } else { (seconds.clone(), "second") };
    let normalized = json!({"value": seconds, "unit": "second"});
    let value = json!({"type": "value", "value": shown, "unit": name, "normalized": normalized, name: shown});
    Some(("duration".to_owned(), value))
}

fn when(time: &Time) -> Option<Json> {
    let point = |moment: Moment, grain: &str| json!({"value": stamp(moment), "grain": grain});
    let value = match (time.from, time.to) {
        (Some(from), Some(to)) => {
            let unit = if from == to { Some(fine(from)) } else { time.timex3().as_deref().and_then(coarse) };
            match unit {
                Some(grain) => with(point(from, grain), "type", json!("value")),
                None => json!({"type": "interval", "from": point(from, fine(from)), "to": point(after(to), fine(to))}),
            }
        }
        (Some(from), None) => json!({"type": "interval", "from": point(from, fine(from))}),
        (None, Some(to)) => json!({"type": "interval", "to": point(after(to), fine(to))}),
        (None, None) => return None,
    };
    Some(with(value.clone(), "values", json!([value])))
}

/// The grain of a day or moment.
fn fine(moment: Moment) -> &'static str {
    match moment.date_time() {
        None => "day",
        Some(time) if time.to_string().ends_with(":00") => "minute",
        Some(_) => "second",
    }
}

/// The grain of a period that is one unit of the calendar: 2023, 2023-Q3, 2023-09, 2023-W38.
fn coarse(timex: &str) -> Option<&'static str> {
    let is_digits = |text: &str, length: usize| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    match timex.split_once('-') {
        None => is_digits(timex, 4).then_some("year"),
        Some((_, part)) if part.starts_with('Q') => Some("quarter"),
        Some((_, part)) if part.starts_with('W') => Some("week"),
        Some((_, part)) => is_digits(part, 2).then_some("month"),
    }
}

fn after(last: Moment) -> Moment {
    match last {
        Moment::Date(day) => day.checked_add_days(Days::new(1)).unwrap_or(day).into(),
        Moment::DateTime(_) => last,
    }
}

/// RFC 3339 with milliseconds, by the clocks of the six regions.
fn stamp(moment: Moment) -> String {
    let instant = moment.date_time().unwrap_or_else(|| moment.date().and_time(wanyi::chrono::NaiveTime::MIN));
    let offset = Region::Mainland.utc_offset();
    format!("{}.000{offset}", instant.format("%Y-%m-%dT%H:%M:%S"))
}
