//! Amounts: money, and everything else that has a number.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};

use super::codes::unit_code;
use crate::format::tree::Tree;
use crate::{Approx, Bound, Dimension, Quantity, QuantityRef, Role, Value};

/// An amount as a `MonetaryAmount` or a `QuantitativeValue`.
pub(super) fn tree<'r>(mention: QuantityRef<'r>, id: Option<Tree<'r>>) -> Tree<'r> {
    let quantity: &'r Quantity = mention.get();
    let money = money(quantity);
    let (quantity, currency) = match &money {
        Some((money, currency)) => (&**money, Some(*currency)),
        None => (quantity, None),
    };
    let kind = if currency.is_some() { "MonetaryAmount" } else { "QuantitativeValue" };
    let value = value(quantity);
    // the value says it where both ends are it
    let is_open = value.is_none();
    let end = |bound: Option<Bound>| bound.filter(|_| is_open).and_then(|bound| digits(bound.value));
    let unit = quantity.unit.as_ref().filter(|_| currency.is_none());
    Tree::object([
        ("@type", Tree::text(kind)),
        ("@id", id),
        ("name", Tree::text(mention.text())),
        ("description", description(quantity, mention.damaged()).map(Tree::from)),
        ("value", value.map(Tree::from)),
        ("minValue", end(quantity.lower)),
        ("maxValue", end(quantity.upper)),
        ("currency", currency.and_then(|code| Tree::text(code.to_string()))),
        ("unitCode", unit.and_then(unit_code).and_then(Tree::text)),
        ("unitText", unit.map(|unit| unit.to_string().into())),
    ])
}

/// An amount of money in the main unit of its currency, and the code of that; `None` for a rate, and where no code is
/// known.
fn money(quantity: &Quantity) -> Option<(Cow<'_, Quantity>, &str)> {
    let unit = quantity.unit.as_ref()?;
    let is_money = unit.dimension() == Dimension::Currency && !unit.is_rate() && quantity.role == Role::Cardinal;
    let code = unit.code().filter(|_| is_money)?;
    let is_main = unit.factor().is_some_and(|factor| (factor.numerator(), factor.denominator()) == (1, 1));
    let amount = if is_main { Cow::Borrowed(quantity) } else { Cow::Owned(quantity.in_base().ok()?) };
    Some((amount, code))
}

/// The digits of the one number that it is, exactly or about.
fn value(quantity: &Quantity) -> Option<String> {
    let decimal = quantity.decimal().filter(|_| matches!(quantity.approx, Approx::Exact | Approx::About))?;
    Some(decimal.normalize().to_string())
}

fn digits<'r>(value: Value) -> Option<Tree<'r>> {
    value.as_decimal().map(|decimal| decimal.normalize().to_string().into())
}

/// What schema.org has no property for: how the number is limited, a ratio or score, and that damage touched it.
fn description(quantity: &Quantity, damaged: bool) -> Option<String> {
    let mut parts = alloc::vec::Vec::new();
    if quantity.approx != Approx::Exact {
        parts.push(quantity.approx.name().to_string());
    }
    let has_ends = quantity.lower.is_some() || quantity.upper.is_some();
    match quantity.value {
        Some(value @ (Value::Ratio { .. } | Value::Score { .. })) => parts.push(value.to_string()),
        _ if has_ends && quantity.lower != quantity.upper => parts.push(quantity.bounds().to_string()),
        _ => {}
    }
    if damaged {
        parts.push("damaged".to_string());
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}
