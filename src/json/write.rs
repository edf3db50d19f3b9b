//! Writing: the flat lists expanded into the nested form.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use serde::Serialize;
use serde::ser::Serializer;

use super::FORM_VERSION;
use super::forms::{
    ArticleForm, BoilerplateForm, ChangeForm, ClaimForm, DatelineForm, FoundForm, PassageForm, PeriodForm, PersonForm,
    PieceForm, QuantityForm, SectionForm, SubjectForm, TimeForm,
};
use super::values::{BlockForm, DiagnosticForm, Ends, ScoreForm, number};
use crate::article::{
    Article, ChangeData, ClaimData, DatelineData, Document, Found, PassageData, PersonData, Range32, SectionData,
    Slice, all,
};
use crate::order;
use crate::span::Span;

impl Document<'_> {
    /// A piece of the source, without the damage in it where it is the whole of a stored one.
    fn marker_form(&self, span: Span) -> PieceForm<'_> {
        let text = self.source.get(span.bytes()).unwrap_or_default().into();
        PieceForm { text, span: Ends::bytes(span), chars: Ends::chars(span) }
    }

    fn quantity_form(&self, id: u32) -> Option<QuantityForm<'_>> {
        let mention = self.quantities.get(id as usize)?;
        Some(QuantityForm {
            id: Some(id),
            text: self.slice(&mention.text).into(),
            span: Ends::bytes(mention.span),
            chars: Ends::chars(mention.span),
            value: number(mention.value),
            lower: mention.lower,
            upper: mention.upper,
            approx: mention.approx,
            marker: mention.marker.map(|span| self.marker_form(span)),
            role: mention.role,
            unit: mention.unit.as_ref().map(Into::into),
            score: ScoreForm::of(mention.value),
            damaged: mention.damaged,
        })
    }

    fn time_form(&self, id: u32) -> Option<TimeForm<'_>> {
        let mention = self.times.get(id as usize)?;
        Some(TimeForm {
            id: Some(id),
            text: self.slice(&mention.text).into(),
            span: Ends::bytes(mention.span),
            chars: Ends::chars(mention.span),
            kind: mention.kind,
            calendar: mention.calendar,
            relation: mention.relation,
            from: mention.from,
            to: mention.to,
            vague: mention.vague,
            damaged: mention.damaged,
            carried: false,
        })
    }

    fn quantity_forms(&self, range: &Range32) -> Vec<QuantityForm<'_>> {
        range.clone().filter_map(|id| self.quantity_form(id)).collect()
    }

    fn time_forms(&self, range: &Range32) -> Vec<TimeForm<'_>> {
        range.clone().filter_map(|id| self.time_form(id)).collect()
    }

    fn diagnostic_forms(&self) -> Vec<DiagnosticForm<'_>> {
        self.diagnostics.iter().map(Into::into).collect()
    }

    fn passage_form(&self, passage: &PassageData) -> PassageForm<'_> {
        PassageForm {
            text: self.slice(&passage.slice.text).into(),
            span: Ends::bytes(passage.slice.span),
            chars: Ends::chars(passage.slice.span),
            quantities: self.quantity_forms(&passage.quantities),
            times: self.time_forms(&passage.times),
        }
    }

    fn piece_form(&self, slice: &Slice) -> PieceForm<'_> {
        let text = self.slice(&slice.text).into();
        PieceForm { text, span: Ends::bytes(slice.span), chars: Ends::chars(slice.span) }
    }

    fn change_form(&self, change: &ChangeData) -> ChangeForm<'_> {
        let quantity = |id: Option<u32>| id.and_then(|id| self.quantity_form(id));
        ChangeForm {
            direction: change.direction,
            magnitude: quantity(change.magnitude),
            from: quantity(change.from),
            to: quantity(change.to),
            basis: change.basis,
            base: change.base.and_then(|id| self.time_form(id)),
            base_period: change.period.map(|(from, to)| PeriodForm { from: from.into(), to: to.into() }),
            relative: quantity(change.relative),
            level: quantity(change.level),
            carried: change.basis_carried,
        }
    }

    fn claim_form(&self, id: u32, claim: &ClaimData) -> ClaimForm<'_> {
        let piece = |slice: &Option<Slice>| slice.as_ref().map(|slice| self.piece_form(slice));
        let subject = piece(&claim.subject).map(|PieceForm { text, span, chars }| SubjectForm {
            text,
            span,
            chars,
            carried: claim.subject_carried,
        });
        let inherited = claim.inherited.and_then(|id| self.time_form(id));
        let inherited = inherited.map(|form| TimeForm { carried: true, ..form });
        ClaimForm {
            id: Some(id),
            text: self.slice(&claim.slice.text).into(),
            span: Ends::bytes(claim.slice.span),
            chars: Ends::chars(claim.slice.span),
            subject,
            predicate: piece(&claim.predicate),
            object: piece(&claim.object),
            quantities: self.quantity_forms(&claim.quantities),
            times: self.time_forms(&claim.times).into_iter().chain(inherited).collect(),
            place: piece(&claim.place),
            changes: claim.changes.iter().map(|change| self.change_form(change)).collect(),
            attribution: piece(&claim.attribution),
            modality: claim.modality,
            negated: claim.negated,
            condition: piece(&claim.condition),
            relations: claim.relations.clone(),
        }
    }
}

impl Article<'_> {
    fn section_form(&self, section: &SectionData) -> SectionForm<'_> {
        let document = &self.document;
        let paragraphs = section.paragraphs.start as usize..section.paragraphs.end as usize;
        let claim = |id: u32| Some(document.claim_form(id, self.claims.get(id as usize)?));
        let passages = self.paragraphs.get(paragraphs).unwrap_or_default().iter();
        SectionForm {
            heading: section.heading.as_ref().map(|heading| document.passage_form(heading)),
            paragraphs: passages.map(|passage| document.passage_form(passage)).collect(),
            claims: section.claims.clone().filter_map(claim).collect(),
        }
    }

    fn person_form(&self, person: &PersonData) -> PersonForm<'_> {
        let PieceForm { text, span, chars } = self.document.piece_form(&person.name);
        PersonForm { text, span, chars, role: person.role }
    }

    fn dateline_form(&self, dateline: &DatelineData) -> DatelineForm<'_> {
        let document = &self.document;
        let reporters = self.people.iter().filter(|person| person.dateline);
        DatelineForm {
            agency: dateline.agency.as_ref().map(|slice| document.piece_form(slice)),
            place: dateline.place.as_ref().map(|slice| document.piece_form(slice)),
            date: dateline.date.and_then(|id| document.time_form(id)),
            reporters: reporters.map(|person| self.person_form(person)).collect(),
        }
    }

    /// The times that stand in no passage, and are neither the stamp's nor the dateline's.
    fn other_times(&self) -> Vec<TimeForm<'_>> {
        let passages = self.title.iter().chain(&self.paragraphs);
        let headings = self.sections.iter().filter_map(|section| section.heading.as_ref());
        let placed = passages.chain(headings).map(|passage| passage.times.clone());
        let mut placed: Vec<Range32> = placed.filter(|range| !range.is_empty()).collect();
        order::sort(&mut placed, |range| [range.start as usize, 0]);
        let own = [self.published, self.dateline.as_ref().and_then(|dateline| dateline.date)];
        let is_placed = |id: u32| {
            let after = placed.partition_point(|range| range.start <= id);
            placed.get(..after).and_then(<[_]>::last).is_some_and(|range| range.contains(&id))
        };
        let others = all(&self.document.times).filter(|id| !own.contains(&Some(*id)) && !is_placed(*id));
        others.filter_map(|id| self.document.time_form(id)).collect()
    }
}

impl Serialize for Article<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use crate::article::PersonRole::{Correspondent, Editor, Photographer, Reporter};
        let document = &self.document;
        let people = |roles: &[crate::article::PersonRole]| {
            let named = self.people.iter().filter(|person| roles.contains(&person.role));
            named.map(|person| self.person_form(person)).collect()
        };
        let boilerplate = self.boilerplate.iter().map(|(kind, slice)| {
            let PieceForm { text, span, chars } = document.piece_form(slice);
            BoilerplateForm { kind: *kind, text, span, chars }
        });
        let form = ArticleForm {
            version: FORM_VERSION,
            text: Cow::Borrowed(&document.source),
            region: self.region(),
            script: self.script(),
            title: self.title.as_ref().map(|title| document.passage_form(title)),
            published: self.published.and_then(|id| document.time_form(id)),
            source: self.source.as_ref().map(|slice| document.piece_form(slice)),
            dateline: self.dateline.as_ref().map(|dateline| self.dateline_form(dateline)),
            authors: people(&[Reporter, Correspondent]),
            credits: people(&[Photographer]),
            editors: people(&[Editor]),
            sections: self.sections.iter().map(|section| self.section_form(section)).collect(),
            other_times: self.other_times(),
            boilerplate: boilerplate.collect(),
            blocks: self.blocks.iter().map(|block| BlockForm::of(block.kind, block.span)).collect(),
            diagnostics: document.diagnostic_forms(),
        };
        form.serialize(serializer)
    }
}

impl Serialize for Found<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let document = &self.document;
        let form = FoundForm {
            version: FORM_VERSION,
            text: Cow::Borrowed(&document.source),
            quantities: document.quantity_forms(&all(&document.quantities)),
            times: document.time_forms(&all(&document.times)),
            diagnostics: document.diagnostic_forms(),
        };
        form.serialize(serializer)
    }
}
