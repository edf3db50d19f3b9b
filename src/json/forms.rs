//! The types that mirror the JSON form field by field, and the values that are written as strings.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::str::FromStr;

use rust_decimal::Decimal;
use serde::de::{self, Deserializer};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use crate::article::{Basis, BoilerplateKind, Direction, Modality, PersonRole, RelationKind};
use crate::error::{DiagnosticCode, Severity};
use crate::quantity::{Approx, Bound, Quantity, Role, Value};
use crate::span::Span;
use crate::time::{Calendar, Moment, Relation, TimeKind};
use crate::unit::{Dimension, Lexicon, Unit};

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
                    de::Error::custom(alloc::format!(concat!("unknown ", stringify!($kind), " {:?}"), name))
                })
            }
        }
    )* };
}

by_name!(Approx Role Dimension TimeKind Calendar Relation PersonRole BoilerplateKind Modality Direction Basis RelationKind DiagnosticCode);

impl Serialize for Severity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

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
            let ends = left.parse().ok().zip(right.parse().ok());
            let score = ends.map(|(left, right)| Self::Score { left, right });
            return score.ok_or_else(|| de::Error::custom(alloc::format!("{text:?} is no score")));
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Ends {
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Serialize, Deserialize)]
pub(super) struct BoundForm {
    pub(super) value: Value,
    pub(super) inclusive: bool,
}

impl From<Bound> for BoundForm {
    fn from(bound: Bound) -> Self {
        Self { value: bound.value, inclusive: bound.inclusive }
    }
}

impl From<BoundForm> for Bound {
    fn from(form: BoundForm) -> Self {
        Self { value: form.value, inclusive: form.inclusive }
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct UnitForm<'a> {
    pub(super) symbol: Cow<'a, str>,
    pub(super) dimension: Dimension,
    pub(super) code: Option<Cow<'a, str>>,
    pub(super) per: Option<alloc::boxed::Box<UnitForm<'a>>>,
}

impl<'a> From<&'a Unit> for UnitForm<'a> {
    fn from(unit: &'a Unit) -> Self {
        Self {
            symbol: unit.symbol().into(),
            dimension: unit.dimension(),
            code: unit.code().map(Cow::Borrowed),
            per: unit.per().map(|per| alloc::boxed::Box::new(per.into())),
        }
    }
}

impl From<UnitForm<'_>> for Unit {
    /// The unit of the table where there is one with this symbol and dimension; its factor is not part of the form.
    fn from(form: UnitForm<'_>) -> Self {
        let known = Lexicon::default()
            .get(&form.symbol)
            .filter(|unit| unit.symbol() == form.symbol && unit.dimension() == form.dimension);
        let mut unit = known.unwrap_or_else(|| Self::new(form.symbol.into_owned(), form.dimension));
        unit.set_code(form.code.map(|code| Cow::Owned(code.into_owned())));
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

#[derive(Serialize, Deserialize)]
pub(super) struct QuantityForm<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) span: Ends,
    pub(super) chars: Ends,
    pub(super) value: Option<Value>,
    pub(super) lower: Option<BoundForm>,
    pub(super) upper: Option<BoundForm>,
    pub(super) approx: Approx,
    pub(super) role: Role,
    pub(super) unit: Option<UnitForm<'a>>,
    pub(super) damaged: bool,
}

/// A quantity by itself, without a place.
#[derive(Serialize, Deserialize)]
pub(super) struct BareQuantityForm<'a> {
    pub(super) value: Option<Value>,
    pub(super) lower: Option<BoundForm>,
    pub(super) upper: Option<BoundForm>,
    pub(super) approx: Approx,
    pub(super) role: Role,
    pub(super) unit: Option<UnitForm<'a>>,
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        BareQuantityForm {
            value: self.value,
            lower: self.lower.map(Into::into),
            upper: self.upper.map(Into::into),
            approx: self.approx,
            role: self.role,
            unit: self.unit.as_ref().map(Into::into),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let form = BareQuantityForm::deserialize(deserializer)?;
        quantity(form.value, form.lower, form.upper, form.approx, form.role, form.unit).map_err(de::Error::custom)
    }
}

/// A quantity whose bounds are in order.
pub(super) fn quantity(
    value: Option<Value>,
    lower: Option<BoundForm>,
    upper: Option<BoundForm>,
    approx: Approx,
    role: Role,
    unit: Option<UnitForm<'_>>,
) -> Result<Quantity, String> {
    let quantity = Quantity {
        value,
        lower: lower.map(Into::into),
        upper: upper.map(Into::into),
        approx,
        role,
        unit: unit.map(Into::into),
    };
    let reversed =
        |a: Option<Value>, b: Option<Value>| a.zip(b).is_some_and(|(a, b)| compare(a, b) == Some(Ordering::Greater));
    let ends = (quantity.lower.map(|b| b.value), quantity.upper.map(|b| b.value));
    if reversed(ends.0, ends.1) || reversed(ends.0, value) || reversed(value, ends.1) {
        return Err("the bounds of a quantity are out of order".to_owned());
    }
    Ok(quantity)
}

/// The order of two values, where it can be told exactly.
fn compare(a: Value, b: Value) -> Option<Ordering> {
    match (a, b) {
        (Value::Decimal(a), Value::Decimal(b)) => Some(a.cmp(&b)),
        (Value::Ratio { numerator: a, denominator: b }, Value::Ratio { numerator: c, denominator: d }) => {
            Some((i128::from(a) * i128::from(d)).cmp(&(i128::from(c) * i128::from(b))))
        }
        _ => None,
    }
}

impl Serialize for Span {
    /// Bytes and code points.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Form {
            span: Ends,
            chars: Ends,
        }
        Form { span: bytes(*self), chars: chars(*self) }.serialize(serializer)
    }
}

pub(super) const fn bytes(span: Span) -> Ends {
    Ends { start: span.start(), end: span.end() }
}

pub(super) fn chars(span: Span) -> Ends {
    Ends { start: span.chars().start, end: span.chars().end }
}

#[derive(Serialize, Deserialize)]
pub(super) struct TimeForm<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) span: Ends,
    pub(super) chars: Ends,
    pub(super) kind: TimeKind,
    pub(super) calendar: Calendar,
    pub(super) relation: Relation,
    pub(super) from: Option<Moment>,
    pub(super) to: Option<Moment>,
    pub(super) vague: bool,
    pub(super) damaged: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) carried: bool,
}

#[derive(Serialize, Deserialize)]
pub(super) struct TextForm<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) span: Ends,
    pub(super) chars: Ends,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) role: Option<PersonRole>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) carried: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

#[derive(Serialize, Deserialize)]
pub(super) struct BoilerplateForm<'a> {
    pub(super) kind: BoilerplateKind,
    pub(super) text: Cow<'a, str>,
    pub(super) span: Ends,
    pub(super) chars: Ends,
}

#[derive(Serialize, Deserialize)]
pub(super) struct PassageForm<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) span: Ends,
    pub(super) chars: Ends,
    pub(super) quantities: Vec<QuantityForm<'a>>,
    pub(super) times: Vec<TimeForm<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct DatelineForm<'a> {
    pub(super) agency: Option<TextForm<'a>>,
    pub(super) place: Option<TextForm<'a>>,
    pub(super) date: Option<TimeForm<'a>>,
    pub(super) reporters: Vec<TextForm<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct ChangeForm<'a> {
    pub(super) direction: Direction,
    pub(super) magnitude: Option<QuantityForm<'a>>,
    pub(super) from: Option<QuantityForm<'a>>,
    pub(super) to: Option<QuantityForm<'a>>,
    #[serde(default)]
    pub(super) relative: Option<QuantityForm<'a>>,
    #[serde(default)]
    pub(super) level: Option<QuantityForm<'a>>,
    pub(super) basis: Option<Basis>,
    pub(super) base: Option<TimeForm<'a>>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) carried: bool,
}

#[derive(Serialize, Deserialize)]
pub(super) struct RelationForm {
    pub(super) kind: RelationKind,
    pub(super) quantity: u32,
    pub(super) of: Option<u32>,
    /// The whole in an earlier claim, by its place in the article.
    #[serde(default)]
    pub(super) whole: Option<u32>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct ClaimForm<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) span: Ends,
    pub(super) chars: Ends,
    pub(super) subject: Option<TextForm<'a>>,
    pub(super) predicate: Option<TextForm<'a>>,
    pub(super) object: Option<TextForm<'a>>,
    pub(super) quantities: Vec<QuantityForm<'a>>,
    pub(super) times: Vec<TimeForm<'a>>,
    pub(super) place: Option<TextForm<'a>>,
    pub(super) changes: Vec<ChangeForm<'a>>,
    pub(super) attribution: Option<TextForm<'a>>,
    pub(super) modality: Modality,
    pub(super) negated: bool,
    pub(super) condition: Option<TextForm<'a>>,
    pub(super) relations: Vec<RelationForm>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct SectionForm<'a> {
    pub(super) heading: Option<PassageForm<'a>>,
    pub(super) paragraphs: Vec<PassageForm<'a>>,
    pub(super) claims: Vec<ClaimForm<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct DiagnosticForm<'a> {
    pub(super) code: DiagnosticCode,
    #[serde(skip_deserializing)]
    pub(super) severity: Option<Severity>,
    pub(super) message: Cow<'a, str>,
    pub(super) span: Ends,
    pub(super) chars: Ends,
    pub(super) from: Option<Cow<'a, str>>,
    pub(super) to: Option<Cow<'a, str>>,
    pub(super) certain: bool,
}

#[derive(Serialize, Deserialize)]
pub(super) struct ArticleForm<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) title: Option<PassageForm<'a>>,
    pub(super) published: Option<TimeForm<'a>>,
    pub(super) source: Option<TextForm<'a>>,
    pub(super) dateline: Option<DatelineForm<'a>>,
    pub(super) authors: Vec<TextForm<'a>>,
    pub(super) credits: Vec<TextForm<'a>>,
    pub(super) editors: Vec<TextForm<'a>>,
    pub(super) sections: Vec<SectionForm<'a>>,
    pub(super) boilerplate: Vec<BoilerplateForm<'a>>,
    pub(super) diagnostics: Vec<DiagnosticForm<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct FoundForm<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) quantities: Vec<QuantityForm<'a>>,
    pub(super) times: Vec<TimeForm<'a>>,
    pub(super) diagnostics: Vec<DiagnosticForm<'a>>,
}
