//! What both forms ask of a finding.

use serde_json::Value as Json;
use wanyi::rust_decimal::Decimal;
use wanyi::{Article, Quantity, QuantityRef, Role, Span, TimeRef, Unit, Value};

pub(crate) enum Finding<'a> {
    Quantity(QuantityRef<'a>),
    Time(TimeRef<'a>),
}

impl Finding<'_> {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Quantity(quantity) => quantity.span(),
            Self::Time(time) => time.span(),
        }
    }
}

/// The quantities and times in text order, scores left out.
pub(crate) fn findings<'a>(article: &'a Article<'a>) -> Vec<Finding<'a>> {
    let is_score = |quantity: &QuantityRef<'_>| matches!(quantity.value, Some(Value::Score { .. }));
    let quantities = article.quantities().filter(|quantity| !is_score(quantity)).map(Finding::Quantity);
    let mut all: Vec<_> = quantities.chain(article.times().map(Finding::Time)).collect();
    all.sort_by_key(|finding| (finding.span().start(), finding.span().end()));
    all
}

/// Whether it is one number: nothing limits it, or it is said to be about that.
pub(crate) fn is_single(quantity: &Quantity) -> bool {
    quantity.lower == quantity.upper && quantity.value.is_some()
}

/// The symbol of a unit, with its denominator.
pub(crate) fn symbol(unit: &Unit) -> String {
    if unit.is_rate() { unit.to_string() } else { unit.symbol().to_owned() }
}

/// The letter of a unit of time in ISO 8601, its name, and its seconds: 365 days a year, 30 a month.
pub(crate) fn unit_of_time(quantity: &Quantity) -> Option<(&'static str, &'static str, u32)> {
    let unit = quantity.unit.as_ref().filter(|unit| !unit.is_rate())?;
    Some(match unit.code()? {
        "a" => ("Y", "year", 31_536_000),
        "mo" => ("M", "month", 2_592_000),
        "wk" => ("W", "week", 604_800),
        "d" => ("D", "day", 86_400),
        "h" => ("TH", "hour", 3_600),
        "min" => ("TM", "minute", 60),
        "s" => ("TS", "second", 1),
        _ => return None,
    })
    .filter(|_| quantity.role == Role::Cardinal)
}

/// So many seconds; `None` where the number is too long to be exact.
pub(crate) fn seconds(number: Decimal, of: u32) -> Option<Decimal> {
    let mantissa = number.mantissa().checked_mul(of.into())?;
    Decimal::try_from_i128_with_scale(mantissa, number.scale()).ok().map(|seconds| seconds.normalize())
}

/// An object with one member more.
pub(crate) fn with(mut object: Json, name: &str, value: Json) -> Json {
    if let Some(members) = object.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
    object
}
