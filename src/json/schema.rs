//! JSON Schemas of the form: those of the types that mirror it, and of the values that are written as strings.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::forms::{ArticleForm, FoundForm};
use super::values::{BareQuantityForm, DiagnosticForm, SpanForm, TimeRefForm, UnitForm};
use crate::article::{Article, Basis, BoilerplateKind, Direction, Found, Modality, PersonRole, RelationKind};
use crate::error::{Diagnostic, DiagnosticCode, Severity};
use crate::locale::{Certainty, Script};
use crate::quantity::{Approx, Quantity, Role, Value};
use crate::region::Region;
use crate::span::Span;
use crate::time::{Calendar, DatePolicy, Moment, Relation, Time, TimeKind};
use crate::unit::{CodeSystem, Dimension, Factor, Unit};

/// Enums are one of their names.
macro_rules! by_name {
    ($($kind:ident)*) => { $(
        impl JsonSchema for $kind {
            fn schema_name() -> Cow<'static, str> {
                stringify!($kind).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let names: Vec<&str> = Self::ALL.iter().map(|kind| kind.name()).collect();
                json_schema!({"type": "string", "enum": names})
            }
        }
    )* };
}

by_name!(Approx Role Dimension CodeSystem TimeKind Calendar Relation PersonRole BoilerplateKind Modality Direction Basis RelationKind DiagnosticCode Severity Script Certainty DatePolicy);

/// Values that are strings of a pattern.
macro_rules! by_pattern {
    ($($kind:ident: $pattern:literal, $note:literal;)*) => { $(
        impl JsonSchema for $kind {
            fn schema_name() -> Cow<'static, str> {
                stringify!($kind).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({"type": "string", "pattern": $pattern, "description": $note})
            }
        }
    )* };
}

by_pattern! {
    Value: "^-?[0-9]+(\\.[0-9]+|/[0-9]+)?$", "A decimal, or a ratio of integers where no decimal equals it.";
    Factor: "^[1-9][0-9]*(/[1-9][0-9]*)?$", "A whole number, or a ratio of two, to the base unit of the dimension.";
    Moment: "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2})?$", "A day or a date-time of ISO 8601.";
    Region: "^(CN|HK|TW|MO|SG|MY)$", "A code of ISO 3166-1.";
}

/// Types that are written by a form.
macro_rules! by_form {
    ($($kind:ty as $form:ty;)*) => { $(
        impl JsonSchema for $kind {
            fn schema_name() -> Cow<'static, str> {
                <$form>::schema_name()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                <$form>::json_schema(generator)
            }
        }
    )* };
}

by_form! {
    Article<'_> as ArticleForm<'static>;
    Found<'_> as FoundForm<'static>;
    Quantity as BareQuantityForm<'static>;
    Time as TimeRefForm;
    Diagnostic as DiagnosticForm<'static>;
    Unit as UnitForm<'static>;
    Span as SpanForm;
}
