//! Values by themselves: numbers, units, quantities, times, spans and the enums, each as the form has them.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::string::String;
use core::cmp::Ordering;
use core::str::FromStr;

use rust_decimal::Decimal;
use serde::de::{self, Deserializer};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use crate::article::{Basis, BlockKind, BoilerplateKind, Direction, Modality, PersonRole, RelationKind};
use crate::convert::compare_values;
use crate::error::{Diagnostic, DiagnosticCode, Severity};
use crate::locale::{Certainty, Script};
use crate::named::UnknownName;
use crate::quantity::{Approx, Bound, Quantity, Role, Value};
use crate::region::Region;
use crate::span::Span;
use crate::time::{Calendar, DatePolicy, Moment, Relation, Time, TimeKind};
use crate::unit::{CodeSystem, Dimension, Factor, Unit, with_symbol};

/// Enums are written as their names.
macro_rules! by_name {
    ($($kind:ident)*) => { $(
        impl Serialize for $kind {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> Deserialize<'de> for $kind {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = <Cow<'de, str>>::deserialize(deserializer)?;
                Self::from_name(&name).ok_or_else(|| {
                    let names = || Self::ALL.iter().map(|kind| kind.name());
                    de::Error::custom(UnknownName::new(stringify!($kind), &name, names))
                })
            }
        }
    )* };
}

by_name!(Approx Role Dimension CodeSystem TimeKind Calendar Relation PersonRole BoilerplateKind Modality Direction Basis RelationKind DiagnosticCode Severity Script Certainty DatePolicy);

impl Serialize for Value {
    /// A string: `"4200000"`, `"1/3"`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str>>::deserialize(deserializer)?;
        if let Some((left, right)) = text.split_once('比') {
            let exact = |side| Decimal::from_str_exact(side).ok();
            let score = exact(left).zip(exact(right)).map(|(left, right)| Self::Score { left, right });
            return score.ok_or_else(|| de::Error::custom(alloc::format!("{text:?} is no exact score")));
        }
        let value = match text.split_once('/') {
            Some((top, bottom)) => {
                top.parse().ok().zip(bottom.parse().ok()).and_then(|(top, bottom)| Self::ratio(top, bottom))
            }
            None => Decimal::from_str_exact(&text).ok().map(Self::from),
        };
        value.ok_or_else(|| de::Error::custom(alloc::format!("{text:?} is no exact number")))
    }
}

impl Serialize for Moment {
    /// A string in ISO 8601.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str>>::deserialize(deserializer)?;
        Self::from_str(&text).map_err(|_| de::Error::custom(alloc::format!("{text:?} is no ISO 8601 date")))
    }
}

impl Serialize for Factor {
    /// A string: `"2000/3"`, `"1000"`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Factor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <Cow<'de, str>>::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl Serialize for Region {
    /// Its code: `"TW"`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Region {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <Cow<'de, str>>::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Unit"))]
pub(super) struct UnitForm<'a> {
    pub(super) symbol: Cow<'a, str>,
    pub(super) dimension: Dimension,
    pub(super) code: Option<Cow<'a, str>>,
    pub(super) system: Option<CodeSystem>,
    pub(super) likely: Option<Cow<'a, str>>,
    pub(super) factor: Option<Factor>,
    pub(super) region: Option<Region>,
    pub(super) per: Option<Box<UnitForm<'a>>>,
}

impl<'a> From<&'a Unit> for UnitForm<'a> {
    fn from(unit: &'a Unit) -> Self {
        Self {
            symbol: unit.symbol().into(),
            dimension: unit.dimension(),
            code: unit.code().map(Cow::Borrowed),
            system: unit.code_system(),
            likely: unit.likely_code().filter(|_| unit.code().is_none()).map(Cow::Borrowed),
            factor: unit.factor(),
            region: unit.region(),
            per: unit.per().map(|per| Box::new(per.into())),
        }
    }
}

impl From<UnitForm<'_>> for Unit {
    /// The unit as it was written; what the grammar asks of it is that of the table.
    fn from(form: UnitForm<'_>) -> Self {
        let known = with_symbol(&form.symbol, form.dimension);
        let unit = known.unwrap_or_else(|| Self::new(form.symbol.into_owned(), form.dimension));
        let (code, likely) = (form.code.map(Cow::into_owned), form.likely.map(Cow::into_owned));
        let unit = unit.restored(form.factor, code, form.system, likely, form.region);
        match form.per {
            Some(per) => unit.with_per((*per).into()),
            None => unit,
        }
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        UnitForm::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        UnitForm::deserialize(deserializer).map(Into::into)
    }
}

/// A stretch in one measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Ends"))]
pub(super) struct Ends {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Ends {
    /// The bytes of a span.
    pub(super) const fn bytes(span: Span) -> Self {
        Self { start: span.start(), end: span.end() }
    }

    /// The code points of a span.
    pub(super) fn chars(span: Span) -> Self {
        Self { start: span.chars().start, end: span.chars().end }
    }
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Span"))]
pub(super) struct SpanForm {
    span: Ends,
    chars: Ends,
}

impl Serialize for Span {
    /// Bytes and code points.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        SpanForm { span: Ends::bytes(*self), chars: Ends::chars(*self) }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Span {
    /// Of some text: that it is of a given one only reading an article or what was found can tell.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        SpanForm::deserialize(deserializer)?.span().map_err(de::Error::custom)
    }
}

impl SpanForm {
    /// The span, if it can be one of some text.
    fn span(&self) -> Result<Span, String> {
        let Self { span: Ends { start, end }, chars: Ends { start: first, end: last } } = *self;
        let fits = start <= end && first <= last && u32::try_from(end).is_ok();
        // a code point has one to four bytes
        if fits && last <= end && end - start <= 4 * (last - first) {
            return Ok(Span::new(start, end, first, last));
        }
        Err(alloc::format!("{start}..{end}, chars {first}..{last} is no span"))
    }
}

/// The two numbers of 21比18.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Score"))]
pub(super) struct ScoreForm {
    left: Value,
    right: Value,
}

impl ScoreForm {
    /// The score that a value is.
    pub(super) fn of(value: Option<Value>) -> Option<Self> {
        match value? {
            Value::Score { left, right } => Some(Self { left: left.into(), right: right.into() }),
            _ => None,
        }
    }

    fn value(&self) -> Result<Value, String> {
        let ends = self.left.as_decimal().zip(self.right.as_decimal());
        let score = ends.map(|(left, right)| Value::Score { left, right });
        score.ok_or_else(|| "a score is of two decimals".to_owned())
    }
}

/// The number of a value that is none of a score.
pub(super) fn number(value: Option<Value>) -> Option<Value> {
    value.filter(|value| !matches!(value, Value::Score { .. }))
}

/// A quantity by itself, without a place.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "BareQuantity"))]
pub(super) struct BareQuantityForm<'a> {
    pub(super) value: Option<Value>,
    pub(super) lower: Option<Bound>,
    pub(super) upper: Option<Bound>,
    pub(super) approx: Approx,
    pub(super) role: Role,
    pub(super) unit: Option<UnitForm<'a>>,
    pub(super) score: Option<ScoreForm>,
}

impl BareQuantityForm<'_> {
    /// The quantity, whose ends must be in order.
    pub(super) fn quantity(self) -> Result<Quantity, String> {
        if self.value.is_some() && self.score.is_some() {
            return Err("a score has no value".to_owned());
        }
        let value = self.score.map(|score| score.value()).transpose()?.or(self.value);
        let quantity = Quantity {
            value,
            lower: self.lower,
            upper: self.upper,
            approx: self.approx,
            role: self.role,
            unit: self.unit.map(Into::into),
        };
        check(&quantity).map(|()| quantity)
    }
}

/// Whether the ends of a quantity agree with each other, with its value and with its approximator.
fn check(quantity: &Quantity) -> Result<(), String> {
    let ends = [quantity.lower.map(|bound| bound.value), quantity.value, quantity.upper.map(|bound| bound.value)];
    let reversed = |a: Option<Value>, b: Option<Value>| {
        a.zip(b).is_some_and(|(a, b)| compare_values(a, b) == Some(Ordering::Greater))
    };
    let [lower, value, upper] = ends;
    if reversed(lower, upper) || reversed(lower, value) || reversed(value, upper) {
        return Err("the bounds are out of order".to_owned());
    }
    let bounds = [quantity.lower, quantity.upper];
    let is_other = |bound: &Bound| Some(*bound) != value.map(Bound::inclusive);
    if quantity.approx == Approx::Exact && value.is_some() && bounds.iter().flatten().any(is_other) {
        return Err("the bounds of an exact quantity are its value".to_owned());
    }
    Ok(())
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        BareQuantityForm {
            value: number(self.value),
            lower: self.lower,
            upper: self.upper,
            approx: self.approx,
            role: self.role,
            unit: self.unit.as_ref().map(Into::into),
            score: ScoreForm::of(self.value),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        BareQuantityForm::deserialize(deserializer)?.quantity().map_err(de::Error::custom)
    }
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Time"))]
pub(super) struct TimeRefForm {
    kind: TimeKind,
    calendar: Calendar,
    relation: Relation,
    from: Option<Moment>,
    to: Option<Moment>,
    vague: bool,
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { kind, calendar, relation, from, to, vague } = *self;
        TimeRefForm { kind, calendar, relation, from, to, vague }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let TimeRefForm { kind, calendar, relation, from, to, vague } = TimeRefForm::deserialize(deserializer)?;
        time(Self { from, to, ..Self::new(kind, calendar, relation, vague) }).map_err(de::Error::custom)
    }
}

/// A time whose ends are in order.
pub(super) fn time(time: Time) -> Result<Time, String> {
    match (time.from, time.to) {
        (Some(from), Some(to)) if from.date() > to.date() => Err(alloc::format!("{from} is after {to}")),
        _ => Ok(time),
    }
}

/// A diagnostic; the severity follows from the code.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Diagnostic"))]
pub(super) struct DiagnosticForm<'a> {
    pub(super) code: DiagnosticCode,
    severity: Option<Severity>,
    message: Cow<'a, str>,
    pub(super) span: Ends,
    pub(super) chars: Ends,
    from: Option<Cow<'a, str>>,
    to: Option<Cow<'a, str>>,
    certain: bool,
}

impl<'a> From<&'a Diagnostic> for DiagnosticForm<'a> {
    fn from(diagnostic: &'a Diagnostic) -> Self {
        Self {
            code: diagnostic.code,
            severity: Some(diagnostic.severity()),
            message: Cow::Borrowed(&diagnostic.message),
            span: Ends::bytes(diagnostic.span),
            chars: Ends::chars(diagnostic.span),
            from: diagnostic.from.as_deref().map(Cow::Borrowed),
            to: diagnostic.to.as_deref().map(Cow::Borrowed),
            certain: diagnostic.certain,
        }
    }
}

impl DiagnosticForm<'_> {
    /// The diagnostic, at a span that was checked.
    pub(super) fn diagnostic(self, span: Span) -> Diagnostic {
        Diagnostic {
            code: self.code,
            message: self.message.into_owned().into(),
            span,
            from: self.from.map(Cow::into_owned),
            to: self.to.map(Cow::into_owned),
            certain: self.certain,
        }
    }
}

impl Serialize for Diagnostic {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        DiagnosticForm::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Diagnostic {
    /// Of some text, as a [`Span`] by itself.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let form = DiagnosticForm::deserialize(deserializer)?;
        let span = SpanForm { span: form.span, chars: form.chars }.span().map_err(de::Error::custom)?;
        Ok(form.diagnostic(span))
    }
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Block"))]
pub(super) struct BlockForm {
    kind: Cow<'static, str>,
    boilerplate: Option<BoilerplateKind>,
    pub(super) span: Ends,
    pub(super) chars: Ends,
}

impl BlockForm {
    /// The kinds that are not furniture.
    const KINDS: [BlockKind; 7] = [
        BlockKind::Title,
        BlockKind::Stamp,
        BlockKind::Dateline,
        BlockKind::Heading,
        BlockKind::Paragraph,
        BlockKind::Byline,
        BlockKind::Caption,
    ];

    pub(super) fn of(kind: BlockKind, span: Span) -> Self {
        let boilerplate = if let BlockKind::Boilerplate(kind) = kind { Some(kind) } else { None };
        Self { kind: kind.name().into(), boilerplate, span: Ends::bytes(span), chars: Ends::chars(span) }
    }

    pub(super) fn kind(&self) -> Result<BlockKind, String> {
        let named = Self::KINDS.into_iter().find(|kind| kind.name() == self.kind);
        match (named, self.boilerplate) {
            (Some(kind), None) => Ok(kind),
            (None, Some(kind)) if self.kind == "boilerplate" => Ok(BlockKind::Boilerplate(kind)),
            _ => Err(alloc::format!("{:?} is no kind of a block", self.kind)),
        }
    }
}
