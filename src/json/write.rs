//! Writing: the flat lists expanded into the nested form.

use alloc::borrow::Cow;
use alloc::string::ToString;
use alloc::vec::Vec;

use serde::Serialize;
use serde::ser::Serializer;

use super::forms::{
    ArticleForm, BoilerplateForm, ChangeForm, ClaimForm, DatelineForm, DiagnosticForm, FoundForm, PassageForm,
    QuantityForm, RelationForm, SectionForm, TextForm, TimeForm, bytes, chars,
};
use crate::article::{
    Article, BoilerplateKind, ChangeData, ClaimData, DatelineData, Document, Found, Mention, PassageData, Person,
    PersonData, Piece, Range32, SectionData, Slice, all,
};
use crate::error::Diagnostic;
use crate::quantity::{Quantity, Value};
use crate::time::TimeRef;

impl Document<'_> {
    fn quantity_form<'s>(&'s self, mention: &'s Mention<Quantity>) -> QuantityForm<'s> {
        QuantityForm {
            text: self.slice(&mention.text).into(),
            span: bytes(mention.span),
            chars: chars(mention.span),
            value: mention.value.filter(|value| !matches!(value, Value::Score { .. })),
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
            carried: false,
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
            relative: quantity(change.relative),
            level: quantity(change.level),
            basis: change.basis,
            carried: change.basis_carried,
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
            times: self
                .time_forms(&claim.times)
                .into_iter()
                .chain(time(claim.inherited).map(|form| TimeForm { carried: true, ..form }))
                .collect(),
            place: text(&claim.place),
            changes: claim.changes.iter().map(change).collect(),
            attribution: text(&claim.attribution),
            modality: claim.modality,
            negated: claim.negated,
            condition: text(&claim.condition),
            relations: claim
                .relations
                .iter()
                .map(|r| RelationForm { kind: r.kind, quantity: r.quantity, of: r.of, whole: r.whole })
                .collect(),
        }
    }
}

impl Article<'_> {
    fn section_form(&self, section: &SectionData) -> SectionForm<'_> {
        let document = &self.document;
        let paragraphs = section.paragraphs.start as usize..section.paragraphs.end as usize;
        let claims = section.claims.start as usize..section.claims.end as usize;
        let passages = self.paragraphs.get(paragraphs).unwrap_or_default().iter();
        SectionForm {
            heading: section.heading.as_ref().map(|heading| document.passage_form(heading)),
            paragraphs: passages.map(|passage| document.passage_form(passage)).collect(),
            claims: self
                .claims
                .get(claims)
                .unwrap_or_default()
                .iter()
                .map(|claim| document.claim_form(claim))
                .collect(),
        }
    }

    fn dateline_form(&self, dateline: &DatelineData) -> DatelineForm<'_> {
        let document = &self.document;
        let reporters = self.people.iter().filter(|person| person.dateline);
        let person = |person: &PersonData| TextForm { role: Some(person.role), ..document.text_form(&person.name) };
        DatelineForm {
            agency: dateline.agency.as_ref().map(|slice| document.text_form(slice)),
            place: dateline.place.as_ref().map(|slice| document.text_form(slice)),
            date: self.time_form(dateline.date),
            reporters: reporters.map(person).collect(),
        }
    }

    fn time_form(&self, index: Option<u32>) -> Option<TimeForm<'_>> {
        let mention = self.document.times.get(index? as usize)?;
        Some(self.document.time_form(mention))
    }
}

/// A piece with its place.
fn piece_form(piece: Piece<'_>) -> TextForm<'static> {
    TextForm {
        text: piece.text.to_string().into(),
        span: bytes(piece.span),
        chars: chars(piece.span),
        role: None,
        carried: false,
    }
}

impl Serialize for Article<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let document = &self.document;
        let person = |person: Person<'_>| TextForm { role: Some(person.role), ..piece_form(person.name) };
        let boilerplate = |(kind, piece): (BoilerplateKind, Piece<'_>)| BoilerplateForm {
            kind,
            text: piece.text.to_string().into(),
            span: bytes(piece.span),
            chars: chars(piece.span),
        };
        let form = ArticleForm {
            text: document.source.as_ref().into(),
            title: self.title.as_ref().map(|title| document.passage_form(title)),
            published: self.time_form(self.published),
            source: self.source.as_ref().map(|slice| document.text_form(slice)),
            dateline: self.dateline.as_ref().map(|dateline| self.dateline_form(dateline)),
            authors: self.authors().map(person).collect(),
            credits: self.credits().map(person).collect(),
            editors: self.editors().map(person).collect(),
            sections: self.sections.iter().map(|section| self.section_form(section)).collect(),
            boilerplate: self.boilerplate().map(boilerplate).collect(),
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
