//! What is marked: quantities, times, claims and fields, each with its label and what is said of it.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::cmp::Reverse;

use crate::any_of::{WordSet, any_of};
use crate::{Article, Claim, Dimension, Modality, QuantityRef, Role, Span, TimeKind, TimeRef};

/// A stretch of the source with what it is.
pub(super) struct Mark<'s> {
    pub(super) span: Span,
    /// The letter of its kind, and its `id` in the JSON form; fields are counted.
    pub(super) id: String,
    pub(super) what: What<'s>,
}

pub(super) enum What<'s> {
    Quantity(QuantityRef<'s>),
    Time(TimeRef<'s>),
    Claim(Claim<'s>),
    /// Its label, and its value.
    Field(&'static str, String),
}

/// The labels, those of quantities and times first.
pub(super) const LABELS: &WordSet = any_of![
    "MONEY",
    "PERCENT",
    "ORDINAL",
    "CARDINAL",
    "QUANTITY",
    "DATE",
    "TIME",
    "CLAIM",
    "TITLE",
    "HEADING",
    "SOURCE",
    "AGENCY",
    "PLACE",
    "REPORTER",
    "CORRESPONDENT",
    "EDITOR",
    "PHOTOGRAPHER",
    "PUBLISHED",
    "DATED",
];

impl<'s> What<'s> {
    /// `quantity`, `time`, `claim` or `field`.
    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Self::Quantity(_) => "quantity",
            Self::Time(_) => "time",
            Self::Claim(_) => "claim",
            Self::Field(..) => "field",
        }
    }

    pub(super) fn label(&self) -> &'static str {
        match self {
            Self::Quantity(quantity) => quantity_label(*quantity),
            Self::Time(time) if time.kind == TimeKind::DateTime => "TIME",
            Self::Time(_) => "DATE",
            Self::Claim(_) => "CLAIM",
            Self::Field(label, _) => label,
        }
    }

    /// What is said of it.
    pub(super) fn told(&self) -> String {
        match self {
            Self::Quantity(quantity) => quantity.to_string(),
            Self::Time(time) => told_time(*time),
            Self::Claim(claim) => told_claim(claim),
            Self::Field(_, value) => value.clone(),
        }
    }
}

fn quantity_label(quantity: QuantityRef<'_>) -> &'static str {
    let unit = quantity.unit.as_ref();
    match (quantity.role, unit.map(|unit| unit.dimension())) {
        (Role::Ordinal, _) => "ORDINAL",
        (_, Some(Dimension::Currency)) => "MONEY",
        (Role::Cardinal, None) => "CARDINAL",
        (Role::Cardinal, Some(Dimension::Duration)) => {
            let is_short = unit
                .and_then(|unit| unit.factor())
                .is_some_and(|factor| factor.numerator() < factor.denominator().saturating_mul(86_400));
            if is_short { "TIME" } else { "DATE" }
        }
        (Role::Cardinal, Some(Dimension::People | Dimension::Visits | Dimension::Households | Dimension::Items)) => {
            "CARDINAL"
        }
        (Role::Cardinal, Some(_)) => "QUANTITY",
        (Role::Percent | Role::PercentagePoint | Role::BasisPoint | Role::Multiple | Role::Fraction, _) => "PERCENT",
    }
}

fn told_time(time: TimeRef<'_>) -> String {
    time.iso8601().unwrap_or_else(|| time.kind.name().to_string())
}

fn told_claim(claim: &Claim<'_>) -> String {
    let parts = [claim.subject(), claim.predicate(), claim.object()];
    let mut told = parts.into_iter().flatten().map(|piece| piece.text).collect::<Vec<_>>().join(" ▸ ");
    if claim.modality() != Modality::Fact {
        told.extend([" (", claim.modality().name(), ")"]);
    }
    if claim.is_negated() {
        told.push_str(" (negated)");
    }
    told
}

/// All marks in text order, outer ones first. What is empty has no mark.
pub(super) fn of<'s>(article: &'s Article<'s>) -> Vec<Mark<'s>> {
    let mut marks = fields(article);
    let mut add = |letter: char, id: usize, span: Span, what: What<'s>| {
        marks.push(Mark { span, id: alloc::format!("{letter}{id}"), what });
    };
    for claim in article.claims() {
        add('c', claim.index(), claim.span(), What::Claim(claim));
    }
    for (id, time) in article.times().enumerate() {
        add('t', id, time.span(), What::Time(time));
    }
    for (id, quantity) in article.quantities().enumerate() {
        add('q', id, quantity.span(), What::Quantity(quantity));
    }
    sorted(marks)
}

/// Those wanted of which none overlaps another: of two the one that begins earlier, or is longer.
pub(super) fn outermost<'s>(mut marks: Vec<Mark<'s>>, is_wanted: impl Fn(&What<'s>) -> bool) -> Vec<Mark<'s>> {
    let mut end = 0;
    marks.retain(|mark| {
        let is_kept = mark.span.start() >= end && is_wanted(&mark.what);
        if is_kept {
            end = mark.span.end();
        }
        is_kept
    });
    marks
}

fn sorted(mut marks: Vec<Mark<'_>>) -> Vec<Mark<'_>> {
    marks.retain(|mark| !mark.span.is_empty());
    marks.sort_by_key(|mark| (mark.span.start(), Reverse(mark.span.end())));
    marks
}

fn fields<'s>(article: &'s Article<'s>) -> Vec<Mark<'s>> {
    let mut found: Vec<(&'static str, Span, String)> = Vec::new();
    let passages = article.title().map(|title| ("TITLE", title));
    let headings = article.sections().filter_map(|section| Some(("HEADING", section.heading()?)));
    found.extend(
        passages.into_iter().chain(headings).map(|(label, passage)| (label, passage.span(), passage.text().into())),
    );
    let line = article.dateline();
    let pieces = [
        ("SOURCE", article.source()),
        ("AGENCY", line.and_then(|line| line.agency())),
        ("PLACE", line.and_then(|line| line.place())),
    ];
    found.extend(pieces.into_iter().filter_map(|(label, piece)| Some((label, piece?.span, piece?.text.to_string()))));
    let label = |name: &str| LABELS.words().find(|label| label.eq_ignore_ascii_case(name)).unwrap_or("REPORTER");
    found.extend(article.people().map(|one| (label(one.role.name()), one.name.span, one.name.text.to_string())));
    let times = [("PUBLISHED", article.published()), ("DATED", line.and_then(|line| line.date()))];
    found.extend(times.into_iter().filter_map(|(label, time)| Some((label, time?.span(), told_time(time?)))));
    let numbered = found.into_iter().enumerate();
    numbered
        .map(|(id, (label, span, value))| Mark { span, id: alloc::format!("f{id}"), what: What::Field(label, value) })
        .collect()
}
