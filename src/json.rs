//! serde: the JSON form of the model, both ways.
//!
//! The types of this module mirror the form field by field. Writing expands the flat lists into it; reading collects them
//! again and checks every span, text, bound and the order. Imports the model, the repair and the layout, which a text
//! is run through again when it is read back.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::ops::Range;
use core::str::FromStr;

use rust_decimal::Decimal;
use serde::de::{self, Deserializer};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use crate::article::{
    Article, Basis, BoilerplateKind, ChangeData, ClaimData, DatelineData, Direction, Document, Found, Mention,
    Modality, PassageData, PersonData, PersonRole, Piece, QuantityRelation, Range32, RelationKind, SectionData, Slice,
    all, range32,
};
use crate::error::{Diagnostic, DiagnosticCode, Severity};
use crate::parse::blocks;
use crate::quantity::{Approx, Bound, Quantity, Role, Value};
use crate::repair::{Repaired, repair};
use crate::span::{Span, is_continuation};
use crate::time::{Calendar, Moment, Relation, TimeKind, TimeRef};
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
                Self::ALL.into_iter().find(|kind| kind.name() == name).ok_or_else(|| {
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
struct Ends {
    start: usize,
    end: usize,
}

#[derive(Serialize, Deserialize)]
struct BoundForm {
    value: Value,
    inclusive: bool,
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
struct UnitForm<'a> {
    symbol: Cow<'a, str>,
    dimension: Dimension,
    code: Option<Cow<'a, str>>,
    per: Option<alloc::boxed::Box<UnitForm<'a>>>,
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
struct QuantityForm<'a> {
    text: Cow<'a, str>,
    span: Ends,
    chars: Ends,
    value: Option<Value>,
    lower: Option<BoundForm>,
    upper: Option<BoundForm>,
    approx: Approx,
    role: Role,
    unit: Option<UnitForm<'a>>,
    damaged: bool,
}

/// A quantity by itself, without a place.
#[derive(Serialize, Deserialize)]
struct BareQuantityForm<'a> {
    value: Option<Value>,
    lower: Option<BoundForm>,
    upper: Option<BoundForm>,
    approx: Approx,
    role: Role,
    unit: Option<UnitForm<'a>>,
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
fn quantity(
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

const fn bytes(span: Span) -> Ends {
    Ends { start: span.start(), end: span.end() }
}

fn chars(span: Span) -> Ends {
    Ends { start: span.chars().start, end: span.chars().end }
}

#[derive(Serialize, Deserialize)]
struct TimeForm<'a> {
    text: Cow<'a, str>,
    span: Ends,
    chars: Ends,
    kind: TimeKind,
    calendar: Calendar,
    relation: Relation,
    from: Option<Moment>,
    to: Option<Moment>,
    vague: bool,
    damaged: bool,
}

#[derive(Serialize, Deserialize)]
struct TextForm<'a> {
    text: Cow<'a, str>,
    span: Ends,
    chars: Ends,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<PersonRole>,
    #[serde(default, skip_serializing_if = "is_false")]
    carried: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

#[derive(Serialize, Deserialize)]
struct BoilerplateForm<'a> {
    kind: BoilerplateKind,
    text: Cow<'a, str>,
    span: Ends,
    chars: Ends,
}

#[derive(Serialize, Deserialize)]
struct PassageForm<'a> {
    text: Cow<'a, str>,
    span: Ends,
    chars: Ends,
    quantities: Vec<QuantityForm<'a>>,
    times: Vec<TimeForm<'a>>,
}

#[derive(Serialize, Deserialize)]
struct DatelineForm<'a> {
    agency: Option<TextForm<'a>>,
    place: Option<TextForm<'a>>,
    date: Option<TimeForm<'a>>,
    reporters: Vec<TextForm<'a>>,
}

#[derive(Serialize, Deserialize)]
struct ChangeForm<'a> {
    direction: Direction,
    magnitude: Option<QuantityForm<'a>>,
    from: Option<QuantityForm<'a>>,
    to: Option<QuantityForm<'a>>,
    basis: Option<Basis>,
    base: Option<TimeForm<'a>>,
}

#[derive(Serialize, Deserialize)]
struct RelationForm {
    kind: RelationKind,
    quantity: u32,
    of: Option<u32>,
}

#[derive(Serialize, Deserialize)]
struct ClaimForm<'a> {
    text: Cow<'a, str>,
    span: Ends,
    chars: Ends,
    subject: Option<TextForm<'a>>,
    predicate: Option<TextForm<'a>>,
    object: Option<TextForm<'a>>,
    quantities: Vec<QuantityForm<'a>>,
    times: Vec<TimeForm<'a>>,
    place: Option<TextForm<'a>>,
    changes: Vec<ChangeForm<'a>>,
    attribution: Option<TextForm<'a>>,
    modality: Modality,
    negated: bool,
    condition: Option<TextForm<'a>>,
    relations: Vec<RelationForm>,
}

#[derive(Serialize, Deserialize)]
struct SectionForm<'a> {
    heading: Option<PassageForm<'a>>,
    paragraphs: Vec<PassageForm<'a>>,
    claims: Vec<ClaimForm<'a>>,
}

#[derive(Serialize, Deserialize)]
struct DiagnosticForm<'a> {
    code: DiagnosticCode,
    #[serde(skip_deserializing)]
    severity: Option<Severity>,
    message: Cow<'a, str>,
    span: Ends,
    chars: Ends,
    from: Option<Cow<'a, str>>,
    to: Option<Cow<'a, str>>,
    certain: bool,
}

#[derive(Serialize, Deserialize)]
struct ArticleForm<'a> {
    text: Cow<'a, str>,
    title: Option<PassageForm<'a>>,
    published: Option<TimeForm<'a>>,
    source: Option<TextForm<'a>>,
    dateline: Option<DatelineForm<'a>>,
    authors: Vec<TextForm<'a>>,
    credits: Vec<TextForm<'a>>,
    editors: Vec<TextForm<'a>>,
    sections: Vec<SectionForm<'a>>,
    boilerplate: Vec<BoilerplateForm<'a>>,
    diagnostics: Vec<DiagnosticForm<'a>>,
}

#[derive(Serialize, Deserialize)]
struct FoundForm<'a> {
    text: Cow<'a, str>,
    quantities: Vec<QuantityForm<'a>>,
    times: Vec<TimeForm<'a>>,
    diagnostics: Vec<DiagnosticForm<'a>>,
}

// ---- writing

impl Document<'_> {
    fn quantity_form<'s>(&'s self, mention: &'s Mention<Quantity>) -> QuantityForm<'s> {
        QuantityForm {
            text: self.slice(&mention.text).into(),
            span: bytes(mention.span),
            chars: chars(mention.span),
            value: mention.value,
            lower: mention.lower.map(Into::into),
            upper: mention.upper.map(Into::into),
            approx: mention.approx,
            role: mention.role,
            unit: mention.unit.as_ref().map(Into::into),
            damaged: mention.damaged,
        }
    }

    fn time_form<'s>(&'s self, mention: &'s Mention<TimeRef>) -> TimeForm<'s> {
        TimeForm {
            text: self.slice(&mention.text).into(),
            span: bytes(mention.span),
            chars: chars(mention.span),
            kind: mention.kind,
            calendar: mention.calendar,
            relation: mention.relation,
            from: mention.from,
            to: mention.to,
            vague: mention.vague,
            damaged: mention.damaged,
        }
    }

    fn quantity_forms(&self, range: &Range32) -> Vec<QuantityForm<'_>> {
        let list = self.quantities.get(range.start as usize..range.end as usize).unwrap_or_default();
        list.iter().map(|mention| self.quantity_form(mention)).collect()
    }

    fn time_forms(&self, range: &Range32) -> Vec<TimeForm<'_>> {
        let list = self.times.get(range.start as usize..range.end as usize).unwrap_or_default();
        list.iter().map(|mention| self.time_form(mention)).collect()
    }

    fn diagnostic_forms(&self) -> Vec<DiagnosticForm<'_>> {
        let form = |diagnostic: &'_ Diagnostic| DiagnosticForm {
            code: diagnostic.code,
            severity: Some(diagnostic.severity()),
            message: diagnostic.message.to_string().into(),
            span: bytes(diagnostic.span),
            chars: chars(diagnostic.span),
            from: diagnostic.from.clone().map(Cow::Owned),
            to: diagnostic.to.clone().map(Cow::Owned),
            certain: diagnostic.certain,
        };
        self.diagnostics.iter().map(form).collect()
    }

    fn passage_form(&self, passage: &PassageData) -> PassageForm<'_> {
        PassageForm {
            text: self.slice(&passage.slice.text).into(),
            span: bytes(passage.slice.span),
            chars: chars(passage.slice.span),
            quantities: self.quantity_forms(&passage.quantities),
            times: self.time_forms(&passage.times),
        }
    }

    fn text_form(&self, slice: &Slice) -> TextForm<'_> {
        TextForm {
            text: self.slice(&slice.text).into(),
            span: bytes(slice.span),
            chars: chars(slice.span),
            role: None,
            carried: false,
        }
    }

    fn claim_form(&self, claim: &ClaimData) -> ClaimForm<'_> {
        let text = |slice: &Option<Slice>| slice.as_ref().map(|slice| self.text_form(slice));
        let quantity =
            |index: Option<u32>| index.and_then(|i| self.quantities.get(i as usize)).map(|m| self.quantity_form(m));
        let time = |index: Option<u32>| index.and_then(|i| self.times.get(i as usize)).map(|m| self.time_form(m));
        let change = |change: &ChangeData| ChangeForm {
            direction: change.direction,
            magnitude: quantity(change.magnitude),
            from: quantity(change.from),
            to: quantity(change.to),
            basis: change.basis,
            base: time(change.base),
        };
        ClaimForm {
            text: self.slice(&claim.slice.text).into(),
            span: bytes(claim.slice.span),
            chars: chars(claim.slice.span),
            subject: text(&claim.subject).map(|form| TextForm { carried: claim.subject_carried, ..form }),
            predicate: text(&claim.predicate),
            object: text(&claim.object),
            quantities: self.quantity_forms(&claim.quantities),
            times: self.time_forms(&claim.times),
            place: text(&claim.place),
            changes: claim.changes.iter().map(change).collect(),
            attribution: text(&claim.attribution),
            modality: claim.modality,
            negated: claim.negated,
            condition: text(&claim.condition),
            relations: claim
                .relations
                .iter()
                .map(|r| RelationForm { kind: r.kind, quantity: r.quantity, of: r.of })
                .collect(),
        }
    }
}

impl Serialize for Article<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let document = &self.document;
        let time =
            |index: Option<u32>| index.and_then(|i| document.times.get(i as usize)).map(|m| document.time_form(m));
        let piece = |piece: Piece<'_>| TextForm {
            text: piece.text.to_string().into(),
            span: bytes(piece.span),
            chars: chars(piece.span),
            role: None,
            carried: false,
        };
        let person = |person: crate::article::Person<'_>| TextForm { role: Some(person.role), ..piece(person.name) };
        let sections = self.sections.iter().map(|section| SectionForm {
            heading: section.heading.as_ref().map(|heading| document.passage_form(heading)),
            paragraphs: self
                .paragraphs
                .get(section.paragraphs.start as usize..section.paragraphs.end as usize)
                .unwrap_or_default()
                .iter()
                .map(|passage| document.passage_form(passage))
                .collect(),
            claims: self
                .claims
                .get(section.claims.start as usize..section.claims.end as usize)
                .unwrap_or_default()
                .iter()
                .map(|claim| document.claim_form(claim))
                .collect(),
        });
        let form = ArticleForm {
            text: document.source.as_ref().into(),
            title: self.title.as_ref().map(|title| document.passage_form(title)),
            published: time(self.published),
            source: self.source.as_ref().map(|slice| document.text_form(slice)),
            dateline: self.dateline.as_ref().map(|dateline| DatelineForm {
                agency: dateline.agency.as_ref().map(|slice| document.text_form(slice)),
                place: dateline.place.as_ref().map(|slice| document.text_form(slice)),
                date: time(dateline.date),
                reporters: self
                    .people
                    .iter()
                    .filter(|p| p.dateline)
                    .map(|p| TextForm { role: Some(p.role), ..document.text_form(&p.name) })
                    .collect(),
            }),
            authors: self.authors().map(person).collect(),
            credits: self.credits().map(person).collect(),
            editors: self.editors().map(person).collect(),
            sections: sections.collect(),
            boilerplate: self
                .boilerplate()
                .map(|(kind, piece)| BoilerplateForm {
                    kind,
                    text: piece.text.to_string().into(),
                    span: bytes(piece.span),
                    chars: chars(piece.span),
                })
                .collect(),
            diagnostics: document.diagnostic_forms(),
        };
        form.serialize(serializer)
    }
}

impl Serialize for Found<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let document = &self.document;
        let form = FoundForm {
            text: document.source.as_ref().into(),
            quantities: document.quantity_forms(&all(&document.quantities)),
            times: document.time_forms(&all(&document.times)),
            diagnostics: document.diagnostic_forms(),
        };
        form.serialize(serializer)
    }
}

// ---- reading

/// Checks what comes from outside against the source that comes with it.
struct Checker<'s> {
    source: &'s str,
    repaired: &'s Repaired<'s>,
    /// The number of code points before each 64th byte.
    chars: Vec<u32>,
}

const STRIDE: usize = 64;

impl<'s> Checker<'s> {
    fn new(source: &'s str, repaired: &'s Repaired<'s>) -> Self {
        let mut chars = Vec::with_capacity(source.len() / STRIDE + 1);
        let mut count = 0u32;
        for chunk in source.as_bytes().chunks(STRIDE) {
            chars.push(count);
            count = count.saturating_add(u32::try_from(crate::span::count_chars(chunk)).unwrap_or(u32::MAX));
        }
        Self { source, repaired, chars }
    }

    fn char_offset(&self, byte: usize) -> usize {
        let from = byte / STRIDE * STRIDE;
        let before = self
            .chars
            .get(byte / STRIDE)
            .map_or_else(|| self.chars.last().map_or(0, |last| *last as usize + self.tail()), |count| *count as usize);
        before
            + self
                .source
                .as_bytes()
                .get(from..byte)
                .unwrap_or_default()
                .iter()
                .filter(|b| !is_continuation(**b))
                .count()
    }

    /// The code points behind the last 64th byte, when the text ends on a multiple of 64.
    fn tail(&self) -> usize {
        let from = self.source.len().saturating_sub(STRIDE);
        crate::span::count_chars(self.source.as_bytes().get(from..).unwrap_or_default())
    }

    fn span(&self, span: Ends, chars: Ends) -> Result<Span, String> {
        let wrong = || alloc::format!("the span {}..{} is not of this text", span.start, span.end);
        self.source.get(span.start..span.end).ok_or_else(wrong)?;
        if self.char_offset(span.start) != chars.start || self.char_offset(span.end) != chars.end {
            return Err(alloc::format!(
                "the code points {}..{} are not those of the span {}..{}",
                chars.start,
                chars.end,
                span.start,
                span.end
            ));
        }
        Ok(Span::new(span.start, span.end, chars.start, chars.end))
    }

    fn slice(&self, text: &str, span: Ends, chars: Ends) -> Result<Slice, String> {
        let place = self.span(span, chars)?;
        let range = self.repaired.text_offset(span.start)..self.repaired.text_offset(span.end);
        // characters inferred for a lost byte lie outside the span
        let ranges: [Range<usize>; 3] = [
            range.clone(),
            range.end.saturating_sub(text.len())..range.end,
            range.start..range.start.saturating_add(text.len()),
        ];
        let fits = ranges.into_iter().find(|range| self.repaired.text().get(range.clone()) == Some(text));
        let range =
            fits.ok_or_else(|| alloc::format!("the text {text:?} does not stand at {}..{}", span.start, span.end))?;
        Ok(Slice { span: place, text: range32(&range) })
    }

    fn text(&self, form: &TextForm<'_>) -> Result<Slice, String> {
        self.slice(&form.text, form.span, form.chars)
    }

    fn optional(&self, form: Option<&TextForm<'_>>) -> Result<Option<Slice>, String> {
        form.map(|form| self.text(form)).transpose()
    }

    fn quantity(&self, form: QuantityForm<'_>) -> Result<Mention<Quantity>, String> {
        let slice = self.slice(&form.text, form.span, form.chars)?;
        let item = quantity(form.value, form.lower, form.upper, form.approx, form.role, form.unit)?;
        Ok(Mention { item, span: slice.span, text: slice.text, marker: None, damaged: form.damaged })
    }

    fn time(&self, form: &TimeForm<'_>) -> Result<Mention<TimeRef>, String> {
        let slice = self.slice(&form.text, form.span, form.chars)?;
        let mut item = TimeRef::new(form.kind, form.calendar, form.relation, form.vague);
        (item.from, item.to) = (form.from, form.to);
        Ok(Mention { item, span: slice.span, text: slice.text, marker: None, damaged: form.damaged })
    }

    fn diagnostics(&self, forms: Vec<DiagnosticForm<'_>>) -> Result<Vec<Diagnostic>, String> {
        let read = |form: DiagnosticForm<'_>| {
            Ok(Diagnostic {
                code: form.code,
                message: form.message.into_owned().into(),
                span: self.span(form.span, form.chars)?,
                from: form.from.map(Cow::into_owned),
                to: form.to.map(Cow::into_owned),
                certain: form.certain,
            })
        };
        forms.into_iter().map(read).collect()
    }
}

/// Checks that a list stands in text order.
fn ordered<T>(list: &[Mention<T>], what: &str) -> Result<(), String> {
    let sorted = list.windows(2).all(|pair| matches!(pair, [a, b] if a.span.start() <= b.span.start()));
    if sorted { Ok(()) } else { Err(alloc::format!("the {what} are not in text order")) }
}

/// The index of the mention with a span.
fn index_of<T>(list: &[Mention<T>], span: Ends) -> Result<u32, String> {
    let first = list.partition_point(|mention| mention.span.start() < span.start);
    let found = list
        .iter()
        .enumerate()
        .skip(first)
        .take_while(|(_, m)| m.span.start() == span.start)
        .find(|(_, m)| m.span.end() == span.end);
    found
        .and_then(|(index, _)| u32::try_from(index).ok())
        .ok_or_else(|| alloc::format!("what is said to stand at {}..{} is in no list", span.start, span.end))
}

/// The index range of mentions that must stand side by side in the list; for none, the place where they would.
fn index_range<T>(
    list: &[Mention<T>],
    spans: impl ExactSizeIterator<Item = Ends>,
    at: usize,
) -> Result<Range32, String> {
    let count = u32::try_from(spans.len()).map_err(|_| "too many".to_owned())?;
    let mut first = None;
    for (offset, span) in (0..count).zip(spans) {
        let index = index_of(list, span)?;
        if *first.get_or_insert(index) + offset != index {
            return Err(alloc::format!("a list has gaps at {}..{}", span.start, span.end));
        }
    }
    let first = match first {
        Some(first) => first,
        None => u32::try_from(list.partition_point(|mention| mention.span.start() < at))
            .map_err(|_| "too many".to_owned())?,
    };
    Ok(first..first + count)
}

/// Collects the lists of a document while its parts are read.
struct Collector<'c> {
    checker: Checker<'c>,
    quantities: Vec<Mention<Quantity>>,
    times: Vec<Mention<TimeRef>>,
}

impl Collector<'_> {
    fn passage(&mut self, form: PassageForm<'_>) -> Result<PassageData, String> {
        let slice = self.checker.slice(&form.text, form.span, form.chars)?;
        let (quantities, times) = (all(&self.quantities).end, all(&self.times).end);
        for quantity in form.quantities {
            self.quantities.push(self.checker.quantity(quantity)?);
        }
        for time in form.times {
            self.times.push(self.checker.time(&time)?);
        }
        Ok(PassageData { slice, quantities: quantities..all(&self.quantities).end, times: times..all(&self.times).end })
    }

    fn claim(&self, form: ClaimForm<'_>) -> Result<ClaimData, String> {
        let checker = &self.checker;
        let magnitude =
            |form: Option<&QuantityForm<'_>>| form.map(|form| index_of(&self.quantities, form.span)).transpose();
        let base = |form: Option<&TimeForm<'_>>| form.map(|form| index_of(&self.times, form.span)).transpose();
        let change = |form: &ChangeForm<'_>| {
            Ok::<_, String>(ChangeData {
                direction: form.direction,
                magnitude: magnitude(form.magnitude.as_ref())?,
                from: magnitude(form.from.as_ref())?,
                to: magnitude(form.to.as_ref())?,
                basis: form.basis,
                base: base(form.base.as_ref())?,
            })
        };
        let count = form.quantities.len();
        let relation = |form: &RelationForm| {
            if form.quantity.max(form.of.unwrap_or(0)) as usize >= count {
                return Err("a relation names a quantity that is not there".to_owned());
            }
            Ok(QuantityRelation { kind: form.kind, quantity: form.quantity, of: form.of })
        };
        Ok(ClaimData {
            slice: checker.slice(&form.text, form.span, form.chars)?,
            subject: checker.optional(form.subject.as_ref())?,
            subject_carried: form.subject.as_ref().is_some_and(|subject| subject.carried),
            predicate: checker.optional(form.predicate.as_ref())?,
            object: checker.optional(form.object.as_ref())?,
            place: checker.optional(form.place.as_ref())?,
            attribution: checker.optional(form.attribution.as_ref())?,
            condition: checker.optional(form.condition.as_ref())?,
            quantities: index_range(&self.quantities, form.quantities.iter().map(|q| q.span), form.span.start)?,
            times: index_range(&self.times, form.times.iter().map(|t| t.span), form.span.start)?,
            changes: form.changes.iter().map(change).collect::<Result<_, _>>()?,
            modality: form.modality,
            negated: form.negated,
            relations: form.relations.iter().map(relation).collect::<Result<_, _>>()?,
        })
    }
}

impl ArticleForm<'_> {
    fn article(self) -> Result<Article<'static>, String> {
        let source = self.text.into_owned();
        if u32::try_from(source.len()).is_err() {
            return Err("the text is longer than 4 GiB".to_owned());
        }
        let repaired = repair(&source);
        let mut c = Collector { checker: Checker::new(&source, &repaired), quantities: Vec::new(), times: Vec::new() };
        // the title's, the stamp's and the dateline's times stand in text order among the others
        let mut singles: Vec<Mention<TimeRef>> = Vec::new();
        let published =
            self.published.map(|form| c.checker.time(&form).inspect(|time| singles.push(time.clone()))).transpose()?;
        let date = self.dateline.as_ref().and_then(|dateline| dateline.date.as_ref());
        let date = date.map(|form| c.checker.time(form).inspect(|time| singles.push(time.clone()))).transpose()?;
        let title = self.title.map(|form| c.passage(form)).transpose()?;
        let mut sections: Vec<(SectionData, Vec<ClaimForm<'_>>)> = Vec::new();
        let mut paragraphs = Vec::new();
        for form in self.sections {
            let heading = form.heading.map(|heading| c.passage(heading)).transpose()?;
            let first = all(&paragraphs).end;
            for paragraph in form.paragraphs {
                paragraphs.push(c.passage(paragraph)?);
            }
            sections
                .push((SectionData { heading, paragraphs: first..all(&paragraphs).end, claims: 0..0 }, form.claims));
        }
        // ranges were counted without the single times: put these in and count again
        c.times.extend(singles);
        c.times.sort_by_key(|time| time.span.start());
        ordered(&c.quantities, "quantities")?;
        let recount = |passage: &mut PassageData| {
            let within = |at: usize| c.times.partition_point(|time| time.span.start() < at);
            let (first, last) = (within(passage.slice.span.start()), within(passage.slice.span.end()));
            passage.times = range32(&(first..last));
        };
        let mut title = title;
        title.iter_mut().for_each(recount);
        sections.iter_mut().filter_map(|(section, _)| section.heading.as_mut()).for_each(recount);
        paragraphs.iter_mut().for_each(recount);
        let mut claims = Vec::new();
        let mut read_sections = Vec::new();
        for (mut section, forms) in sections {
            let first = all(&claims).end;
            for form in forms {
                claims.push(c.claim(form)?);
            }
            section.claims = first..all(&claims).end;
            read_sections.push(section);
        }
        let at = |time: Option<Mention<TimeRef>>| time.map(|time| index_of(&c.times, bytes(time.span))).transpose();
        let published = at(published)?;
        let date = at(date)?;
        let mut people = Vec::new();
        let reporters: Vec<Ends> =
            self.dateline.as_ref().map(|d| d.reporters.iter().map(|r| r.span).collect()).unwrap_or_default();
        for form in self.authors.iter().chain(&self.credits).chain(&self.editors) {
            let role = form.role.ok_or("a person has no role")?;
            people.push(PersonData { name: c.checker.text(form)?, role, dateline: reporters.contains(&form.span) });
        }
        people.sort_by_key(|person| person.name.span.start());
        let dateline = match &self.dateline {
            None => None,
            Some(form) => Some(DatelineData {
                agency: c.checker.optional(form.agency.as_ref())?,
                place: c.checker.optional(form.place.as_ref())?,
                date,
            }),
        };
        let boilerplate =
            self.boilerplate.iter().map(|form| Ok((form.kind, c.checker.slice(&form.text, form.span, form.chars)?)));
        let boilerplate = boilerplate.collect::<Result<_, String>>()?;
        let article_source = c.checker.optional(self.source.as_ref())?;
        let diagnostics = c.checker.diagnostics(self.diagnostics)?;
        let text = (!repaired.is_borrowed()).then(|| repaired.text().to_owned());
        let (quantities, times) = (c.quantities, c.times);
        let blocks = blocks(&source, &repaired);
        drop(repaired);
        Ok(Article {
            document: Document { source: Cow::Owned(source), repaired: text, quantities, times, diagnostics },
            title,
            published,
            source: article_source,
            dateline,
            people,
            sections: read_sections,
            paragraphs,
            claims,
            boilerplate,
            blocks,
        })
    }
}

impl FoundForm<'_> {
    fn found(self) -> Result<Found<'static>, String> {
        let source = self.text.into_owned();
        let repaired = repair(&source);
        let checker = Checker::new(&source, &repaired);
        let quantities =
            self.quantities.into_iter().map(|form| checker.quantity(form)).collect::<Result<Vec<_>, _>>()?;
        let times = self.times.iter().map(|form| checker.time(form)).collect::<Result<Vec<_>, _>>()?;
        ordered(&quantities, "quantities")?;
        ordered(&times, "times")?;
        let diagnostics = checker.diagnostics(self.diagnostics)?;
        let text = (!repaired.is_borrowed()).then(|| repaired.text().to_owned());
        drop(repaired);
        Ok(Found { document: Document { source: Cow::Owned(source), repaired: text, quantities, times, diagnostics } })
    }
}

impl<'de> Deserialize<'de> for Article<'static> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        ArticleForm::deserialize(deserializer)?.article().map_err(de::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Found<'static> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        FoundForm::deserialize(deserializer)?.found().map_err(de::Error::custom)
    }
}
