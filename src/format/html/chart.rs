//! A change as a small picture: two bars, what was and what became, with their bounds, and an arrow.

use alloc::string::String;
use core::fmt;

use super::escape::Attr;
use super::length::Length;
use super::words;
use crate::{Bound, Change, Direction, Quantity, Value};

/// Where the bars begin, and how long the longest is.
const LEFT: f64 = 22.0;
const LENGTH: f64 = 90.0;

/// The picture of a change; nothing where only one of the two values is known, or neither.
pub(super) struct Chart<'c>(pub(super) &'c Change<'c>);

/// A value on the scale: where its bar ends, and the ends of what it may be.
struct Bar {
    at: f64,
    lower: Option<f64>,
    upper: Option<f64>,
}

impl Bar {
    fn of(quantity: &Quantity) -> Option<Self> {
        let [lower, upper] = [quantity.lower, quantity.upper].map(|end| end.and_then(|end| end.value.to_f64()));
        let middle = lower.zip(upper).map(|(lower, upper)| f64::midpoint(lower, upper));
        let at = quantity.value.and_then(|value| value.to_f64()).or(middle).or(lower).or(upper)?;
        Some(Self { at, lower, upper })
    }

    fn ends(&self) -> [f64; 3] {
        [self.at, self.lower.unwrap_or(self.at), self.upper.unwrap_or(self.at)]
    }
}

impl fmt::Display for Chart<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let change = self.0;
        let Some(later) = change.to.or(change.level) else { return Ok(()) };
        let Ok(earlier) = change.earlier() else { return Ok(()) };
        let Some(same) = in_unit_of(&earlier, &later) else { return Ok(()) };
        let (Some(first), Some(second)) = (Bar::of(&earlier), Bar::of(&same)) else { return Ok(()) };
        let (_, word) = words::arrow(change.direction);
        let basis = change.basis.map_or("", words::basis);
        let label = alloc::format!("{word}: from {} to {} {basis}", words::amount(&earlier), words::amount(&later));
        write!(f, "<svg class=\"chart {word}\" role=\"img\" viewBox=\"0 0 236 38\" width=\"236\" height=\"38\"")?;
        write!(f, " aria-label=\"{0}\"><title>{0}</title>", Attr(label.trim_end()))?;
        let scale = Scale::over(&[&first, &second]);
        let path = match change.direction {
            Direction::Increase => "M8 33V6M3 12l5-6 5 6",
            Direction::Decrease => "M8 5v27M3 26l5 6 5-6",
            Direction::None => "M1 19h14M10 14l5 5-5 5",
        };
        write!(f, "<path class=\"arrow\" d=\"{path}\"/>")?;
        let derived = if change.from.is_none() { " derived" } else { "" };
        scale.draw(&first, 4.0, alloc::format!("was{derived}").as_str(), &short(&earlier), f)?;
        scale.draw(&second, 22.0, "now", &short(&later), f)?;
        f.write_str("</svg>")
    }
}

/// A later value in the unit of the earlier one, as bars of two units would lie: 由1小時40分縮短至35分鐘.
fn in_unit_of(earlier: &Quantity, later: &Quantity) -> Option<Quantity> {
    match (&earlier.unit, &later.unit) {
        (Some(unit), Some(other)) if unit != other => later.to(unit).ok(),
        (Some(_), Some(_)) | (None, None) => Some(later.clone()),
        _ => None,
    }
}

/// The amount beside a bar: the page says what is exact elsewhere, so that a ratio may be told as a decimal here.
fn short(quantity: &Quantity) -> String {
    let decimal = |value: Value| match value {
        Value::Ratio { .. } => value
            .to_decimal(if value.to_f64().is_some_and(|value| value >= 1000.0) { 0 } else { 1 })
            .map_or(value, Value::from),
        exact => exact,
    };
    let end = |bound: Bound| Bound { value: decimal(bound.value), ..bound };
    let mut shown = quantity.clone();
    (shown.lower, shown.upper) = (shown.lower.map(end), shown.upper.map(end));
    shown.value = shown.value.map(decimal);
    let is_rounded = shown.bounds() != quantity.bounds() || shown.value != quantity.value;
    [if is_rounded { "≈ " } else { "" }, &words::amount(&shown)].concat()
}

/// From values to places along the bars.
struct Scale {
    low: f64,
    range: f64,
}

impl Scale {
    /// Zero is always on it, so that lengths may be compared.
    fn over(bars: &[&Bar]) -> Self {
        let ends = || bars.iter().flat_map(|bar| bar.ends());
        let (low, high) = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max));
        Self { low, range: if high > low { high - low } else { 1.0 } }
    }

    fn place(&self, value: f64) -> f64 {
        LEFT + (value - self.low) / self.range * LENGTH
    }

    fn draw(&self, bar: &Bar, top: f64, class: &str, label: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (zero, end) = (self.place(0.0), self.place(bar.at));
        let width = (end.max(zero) - end.min(zero)).max(1.0);
        write!(
            f,
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"12\"/>",
            Length(zero.min(end)),
            Length(top),
            Length(width)
        )?;
        let whisker = |f: &mut fmt::Formatter<'_>, from: f64, to: f64| {
            let [from, to, top, middle] = [from, to, top, top + 6.0].map(Length);
            write!(f, "<path class=\"bound\" d=\"M{from} {top}v12M{from} {middle}H{to}\"/>")
        };
        if bar.lower != bar.upper {
            // an open side fades out as dashes
            if let Some(lower) = bar.lower {
                whisker(f, self.place(lower), end)?;
            }
            if let Some(upper) = bar.upper {
                whisker(f, self.place(upper), end)?;
            }
        }
        let right = bar.ends().into_iter().map(|end| self.place(end)).fold(zero, f64::max) + 6.0;
        write!(f, "<text x=\"{}\" y=\"{}\">{}</text>", Length(right), Length(top + 10.5), Attr(label))
    }
}
