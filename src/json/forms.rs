//! The types that mirror the JSON form of a document field by field.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::values::{BlockForm, DiagnosticForm, Ends, ScoreForm, UnitForm};
use crate::article::{Basis, BoilerplateKind, Direction, Modality, PersonRole, QuantityRelation};
use crate::locale::{Detected, Script};
use crate::quantity::{Approx, Bound, Role, Value};
use crate::region::Region;
use crate::time::{Calendar, Moment, Relation, TimeKind};

/// A text that borrows from the input where the format lends it; else [`Cow`] is asked for a string, since some formats
/// read only short ones otherwise.
#[derive(Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Lent<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'a> From<Lent<'a>> for Cow<'a, str> {
    fn from(text: Lent<'a>) -> Self {
        text.0
    }
}

/// A piece of text at its place.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Piece"))]
pub(super) struct PieceForm<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) span: Ends,
    pub(super) chars: Ends,
}

/// A person.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Person"))]
pub(super) struct PersonForm<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) span: Ends,
    pub(super) chars: Ends,
    pub(super) role: PersonRole,
}

/// A subject, which may stand earlier than its claim.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Subject"))]
pub(super) struct SubjectForm<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) span: Ends,
    pub(super) chars: Ends,
    #[serde(default)]
    pub(super) carried: bool,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Quantity"))]
pub(super) struct QuantityForm<'a> {
    #[serde(default)]
    pub(super) id: Option<u32>,
    pub(super) text: Cow<'a, str>,
    pub(super) span: Ends,
    pub(super) chars: Ends,
    pub(super) value: Option<Value>,
    pub(super) lower: Option<Bound>,
    pub(super) upper: Option<Bound>,
    pub(super) approx: Approx,
    pub(super) marker: Option<PieceForm<'a>>,
    pub(super) role: Role,
    pub(super) unit: Option<UnitForm<'a>>,
    pub(super) score: Option<ScoreForm>,
    pub(super) damaged: bool,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Time"))]
pub(super) struct TimeForm<'a> {
    #[serde(default)]
    pub(super) id: Option<u32>,
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
    #[serde(default)]
    pub(super) carried: bool,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Boilerplate"))]
pub(super) struct BoilerplateForm<'a> {
    pub(super) kind: BoilerplateKind,
    pub(super) text: Cow<'a, str>,
    pub(super) span: Ends,
    pub(super) chars: Ends,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Passage"))]
pub(super) struct PassageForm<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) span: Ends,
    pub(super) chars: Ends,
    pub(super) quantities: Vec<QuantityForm<'a>>,
    pub(super) times: Vec<TimeForm<'a>>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Dateline"))]
pub(super) struct DatelineForm<'a> {
    pub(super) agency: Option<PieceForm<'a>>,
    pub(super) place: Option<PieceForm<'a>>,
    pub(super) date: Option<TimeForm<'a>>,
    pub(super) reporters: Vec<PersonForm<'a>>,
}

/// Days, both inclusive.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Period"))]
pub(super) struct PeriodForm {
    pub(super) from: Moment,
    pub(super) to: Moment,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Change"))]
pub(super) struct ChangeForm<'a> {
    pub(super) direction: Direction,
    pub(super) magnitude: Option<QuantityForm<'a>>,
    pub(super) from: Option<QuantityForm<'a>>,
    pub(super) to: Option<QuantityForm<'a>>,
    pub(super) basis: Option<Basis>,
    pub(super) base: Option<TimeForm<'a>>,
    /// The first and last day compared with.
    #[serde(default)]
    pub(super) base_period: Option<PeriodForm>,
    pub(super) relative: Option<QuantityForm<'a>>,
    pub(super) level: Option<QuantityForm<'a>>,
    #[serde(default)]
    pub(super) carried: bool,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Claim"))]
pub(super) struct ClaimForm<'a> {
    #[serde(default)]
    pub(super) id: Option<u32>,
    pub(super) text: Cow<'a, str>,
    pub(super) span: Ends,
    pub(super) chars: Ends,
    pub(super) subject: Option<SubjectForm<'a>>,
    pub(super) predicate: Option<PieceForm<'a>>,
    pub(super) object: Option<PieceForm<'a>>,
    pub(super) quantities: Vec<QuantityForm<'a>>,
    pub(super) times: Vec<TimeForm<'a>>,
    pub(super) place: Option<PieceForm<'a>>,
    pub(super) changes: Vec<ChangeForm<'a>>,
    pub(super) attribution: Option<PieceForm<'a>>,
    pub(super) modality: Modality,
    pub(super) negated: bool,
    pub(super) condition: Option<PieceForm<'a>>,
    pub(super) relations: Vec<QuantityRelation>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Section"))]
pub(super) struct SectionForm<'a> {
    pub(super) heading: Option<PassageForm<'a>>,
    pub(super) paragraphs: Vec<PassageForm<'a>>,
    pub(super) claims: Vec<ClaimForm<'a>>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Article"))]
pub(super) struct ArticleForm<'a, T = Cow<'a, str>> {
    pub(super) version: u32,
    pub(super) text: T,
    pub(super) region: Option<Detected<Region>>,
    pub(super) script: Option<Detected<Script>>,
    pub(super) title: Option<PassageForm<'a>>,
    pub(super) published: Option<TimeForm<'a>>,
    pub(super) source: Option<PieceForm<'a>>,
    pub(super) dateline: Option<DatelineForm<'a>>,
    pub(super) authors: Vec<PersonForm<'a>>,
    pub(super) credits: Vec<PersonForm<'a>>,
    pub(super) editors: Vec<PersonForm<'a>>,
    pub(super) sections: Vec<SectionForm<'a>>,
    /// Times that stand in no passage and are neither the stamp's nor the dateline's.
    pub(super) other_times: Vec<TimeForm<'a>>,
    pub(super) boilerplate: Vec<BoilerplateForm<'a>>,
    pub(super) blocks: Vec<BlockForm>,
    pub(super) diagnostics: Vec<DiagnosticForm<'a>>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Found"))]
pub(super) struct FoundForm<'a> {
    pub(super) version: u32,
    pub(super) text: Cow<'a, str>,
    pub(super) quantities: Vec<QuantityForm<'a>>,
    pub(super) times: Vec<TimeForm<'a>>,
    pub(super) diagnostics: Vec<DiagnosticForm<'a>>,
}
