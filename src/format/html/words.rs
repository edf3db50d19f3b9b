//! How values, times and changes are put into words and figures for the page.

use alloc::string::{String, ToString as _};

use crate::{Approx, Basis, Bound, Change, Direction, Quantity, Time};

/// The value with its bounds and its unit: `≥ 40 %`, `4,200,000–4,300,000 元`.
pub(super) fn amount(quantity: &Quantity) -> String {
    let side = |sign: &str, bound: Option<Bound>| match bound.map(|bound| bound.value).or(quantity.value) {
        Some(value) => alloc::format!("{sign} {value:#}"),
        None => sign.to_string(),
    };
    let number = match (quantity.approx, quantity.lower, quantity.upper) {
        (Approx::About, ..) => side("≈", None),
        (Approx::Near, None, upper) => side("≲", upper),
        (_, Some(lower), Some(upper)) if lower.value == upper.value => alloc::format!("{:#}", lower.value),
        (_, Some(lower), Some(upper)) => alloc::format!("{:#}–{:#}", lower.value, upper.value),
        (_, Some(lower), None) => side(if lower.inclusive { "≥" } else { ">" }, Some(lower)),
        (_, None, Some(upper)) => side(if upper.inclusive { "≤" } else { "<" }, Some(upper)),
        (_, None, None) => quantity.value.as_ref().map_or_else(|| "?".to_string(), |value| alloc::format!("{value:#}")),
    };
    match &quantity.unit {
        Some(unit) => alloc::format!("{number} {unit}"),
        None => number,
    }
}

/// What a quantity is, for its tooltip: `230,000,000 元 · currency, CNY · exact`.
pub(super) fn told(quantity: &Quantity, damaged: bool) -> String {
    let mut text = amount(quantity);
    let unit = quantity.unit.as_ref();
    let mut add = |part: &str| text.extend([" · ", &part.replace('_', " ")]);
    add(unit.map_or("number", |unit| unit.dimension().name()));
    if let Some(code) = unit.and_then(|unit| unit.code()) {
        add(code);
    }
    add(quantity.role.name());
    add(quantity.approx.name());
    if quantity.lower != quantity.upper {
        add(&quantity.bounds().to_string());
    }
    if damaged {
        add("damaged");
    }
    text
}

/// A time as ISO 8601, `–` between first and last day; what it is where no day is known.
pub(super) fn days(time: &Time) -> String {
    match (time.from, time.to) {
        (Some(from), Some(to)) if from == to => from.to_string().replace('T', " "),
        (None, None) => alloc::format!("{}, days not known", time.kind.name().replace('_', " ")),
        (Some(from), None) => alloc::format!("from {from}"),
        (None, Some(to)) => alloc::format!("to {to}"),
        (Some(from), Some(to)) => alloc::format!("{from} – {to}"),
    }
}

/// What a change is measured against, in words.
pub(super) const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Yoy => "on the year",
        Basis::Mom => "on the month",
        Basis::Qoq => "on the quarter",
        Basis::PreviousPeriod => "on the period before",
        Basis::PreviousYearEnd => "since the end of last year",
        Basis::Other => "on another period",
    }
}

/// Which way a change went: an arrow and a word.
pub(super) const fn arrow(direction: Direction) -> (&'static str, &'static str) {
    match direction {
        Direction::Increase => ("↑", "increase"),
        Direction::Decrease => ("↓", "decrease"),
        Direction::None => ("→", "unchanged"),
    }
}

/// A change in one line: `↑ 7.5 % on the year (2022-01-01 – 2022-06-30)`.
pub(super) fn change(change: &Change<'_>) -> String {
    let mut text = arrow(change.direction).0.to_string();
    let mut add = |part: &str| text.extend([" ", part]);
    match change.magnitude {
        Some(magnitude) => add(&amount(&magnitude)),
        None => add(arrow(change.direction).1),
    }
    if let Some(relative) = change.relative {
        add(&alloc::format!("({})", amount(&relative)));
    }
    if let Some(told) = change.basis {
        add(basis(told));
    }
    match change.base_period {
        Some((from, to)) if from == to => add(&alloc::format!("({from})")),
        Some((from, to)) => add(&alloc::format!("({from} – {to})")),
        None => {}
    }
    text
}

/// A count with its noun: `1 claim`, `2 claims`.
pub(super) fn count(number: usize, noun: &str) -> String {
    alloc::format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
