//! Parts and wholes across claims: 投入3.5億元，其中財政1億元; 3人死亡、4人受傷，共7人.
//!
//! Imports the claims of the sentence through the model.

use rust_decimal::Decimal;

use super::frame::MOST;
use crate::article::{ClaimData, QuantityRelation, RelationKind};
use crate::error::{Diagnostic, DiagnosticCode};
use crate::mentions::Reader;
use crate::order;
use crate::quantity::{Approx, Quantity, Role};
use crate::unit::{Dimension, Unit};
use crate::vocabulary::{PART_LEADS, SUM_LEADS};

/// The claims before one, and where those of its sentence begin.
pub(super) struct Before<'c> {
    pub(super) claims: &'c [ClaimData],
    pub(super) sentence: usize,
}

impl Before<'_> {
    /// Adds the relations of a claim to quantities of those before it. `sole` says that no verb acts in it.
    pub(super) fn relate(&self, reader: &mut Reader<'_>, claim: &mut ClaimData, begin: usize, sole: bool) {
        let words = reader.text.get(begin..claim.slice.text.end as usize).unwrap_or_default();
        if PART_LEADS.prefix(words).is_some() {
            self.parts(reader, claim, None);
        } else if let Some(whole) = self.goes_on(reader, claim).filter(|_| sole) {
            self.parts(reader, claim, Some(whole));
        } else if let Some(sum) = SUM_LEADS.prefix(words).and_then(|word| words.strip_prefix(word)) {
            let number = claim.quantities.clone().next().and_then(|i| reader.quantities.get(i as usize));
            let start = words.len() - sum.len() + begin;
            let is_near = number.is_some_and(|number| {
                let between = reader.text.get(start..number.text.start as usize);
                between.is_some_and(|between| between.chars().count() <= 6)
            });
            if is_near {
                self.sum(reader, claim);
            }
        }
    }

    /// The whole that the claim right before speaks of in parts, where this one goes on with another.
    fn goes_on(&self, reader: &Reader<'_>, claim: &ClaimData) -> Option<u32> {
        let last = self.claims.last().filter(|_| self.claims.len() > self.sentence)?;
        let relation = last.relations.iter().find(|relation| relation.whole.is_some())?;
        let between = reader.text.get(last.slice.text.end as usize..claim.slice.text.start as usize)?;
        let is_list = matches!(between.trim(), "，" | "、" | ",");
        relation.whole.filter(|_| is_list && claim.times.is_empty() && claim.quantities.len() == 1)
    }

    /// Makes the amounts of a claim parts of a whole before it.
    fn parts(&self, reader: &Reader<'_>, claim: &mut ClaimData, whole: Option<u32>) {
        let own = claim.quantities.clone().take(MOST as usize);
        for (place, index) in (0..).zip(own) {
            let Some(part) = amount(reader, claim, index) else { continue };
            let known = claim.relations.iter().any(|relation| relation.quantity == place);
            let Some(whole) = whole.or_else(|| self.whole_of(reader, part)).filter(|_| !known) else { continue };
            let fits = reader.quantities.get(whole as usize).is_some_and(|whole| holds(&whole.item, part));
            if fits {
                let (kind, quantity) = (RelationKind::PartOf, place);
                claim.relations.push(QuantityRelation { kind, quantity, of: None, whole: Some(whole) });
            }
        }
        order::sort(&mut claim.relations, |relation| [relation.quantity as usize, 0]);
    }

    /// The last amount before that a part may be of: in the claim before, or in the one before that.
    fn whole_of(&self, reader: &Reader<'_>, part: &Quantity) -> Option<u32> {
        let mut claims = self.claims.iter().rev().take(2);
        claims.find_map(|claim| {
            let is_part = |index: u32| {
                let place = index - claim.quantities.start;
                claim
                    .relations
                    .iter()
                    .any(|relation| relation.quantity == place && relation.kind == RelationKind::PartOf)
            };
            let mut own = claim.quantities.clone().take(MOST as usize);
            let fits = |index: &u32| {
                amount(reader, claim, *index).is_some_and(|whole| whole.unit == part.unit) && !is_part(*index)
            };
            own.rfind(fits)
        })
    }

    /// Makes a total of the numbers right before it in the sentence, and tells where they do not add up to it.
    fn sum(&self, reader: &mut Reader<'_>, claim: &mut ClaimData) {
        let Some(index) = claim.quantities.clone().next() else { return };
        let Some(total) = amount(reader, claim, index) else { return };
        let own = self.claims.get(self.sentence..).unwrap_or_default();
        let (mut sums, mut sum, mut next) = (alloc::vec::Vec::new(), Decimal::ZERO, index);
        for claim in own.iter().rev().take(MOST as usize) {
            for before in claim.quantities.clone().rev() {
                let value = amount(reader, claim, before).filter(|one| one.unit == total.unit && before + 1 == next);
                let Some(value) = value.and_then(exact) else { break };
                let Some(more) = sum.checked_add(value) else { break };
                (sum, next) = (more, before);
                sums.push(sum);
            }
            if next != claim.quantities.start {
                break;
            }
        }
        let (Some(value), Some(most)) = (exact(total), sums.last().filter(|_| sums.len() > 1)) else { return };
        let known = claim.relations.iter().any(|relation| relation.quantity == 0);
        if !known {
            claim.relations.insert(0, QuantityRelation { kind: RelationKind::Sum, quantity: 0, of: None, whole: None });
        }
        if !sums.iter().skip(1).any(|sum| *sum == value) {
            let message = alloc::format!("the numbers before it add up to {}", most.normalize());
            note(reader, index, message);
        }
    }
}

/// Tells where parts of a sentence are more than their whole in an earlier claim.
pub(super) fn check_parts(reader: &mut Reader<'_>, claims: &[ClaimData]) {
    // 其中男60人，其中黨員50人: a second 其中 cuts the whole another way
    let is_cut_anew = |claim: &ClaimData| {
        let text = reader.text.get(claim.slice.text.start as usize..claim.slice.text.end as usize);
        text.is_some_and(|text| PART_LEADS.prefix(text).is_some())
    };
    let parts = claims.iter().flat_map(|claim| {
        let anew = is_cut_anew(claim);
        let wholes = claim.relations.iter().enumerate();
        wholes.filter_map(move |(at, relation)| {
            Some((relation.whole?, claim.quantities.start + relation.quantity, anew && at == 0))
        })
    });
    let mut sums: alloc::vec::Vec<(u32, Option<Decimal>)> = alloc::vec::Vec::new();
    for (whole, part, anew) in parts {
        let value = reader.quantities.get(part as usize).and_then(|mention| exact(&mention.item));
        match sums.last_mut().filter(|(last, _)| *last == whole && !anew) {
            Some((_, sum)) => *sum = sum.zip(value).and_then(|(sum, value)| sum.checked_add(value)),
            None => sums.push((whole, value)),
        }
    }
    for (whole, sum) in sums {
        let value = reader.quantities.get(whole as usize).and_then(|mention| exact(&mention.item));
        if let Some((sum, _)) = sum.zip(value).filter(|(sum, value)| sum > value) {
            note(reader, whole, alloc::format!("its parts add up to {}, more than the whole", sum.normalize()));
        }
    }
}

/// A quantity of a claim that is an amount, and no change.
fn amount<'q>(reader: &'q Reader<'_>, claim: &ClaimData, index: u32) -> Option<&'q Quantity> {
    let changes = || claim.changes.iter().flat_map(|change| [change.magnitude, change.from, change.relative]);
    let quantity = &reader.quantities.get(index as usize)?.item;
    // degrees and lengths of time are no parts of one another
    let adds_up = |unit: &Unit| {
        !matches!(
            unit.dimension(),
            Dimension::Duration
                | Dimension::Temperature
                | Dimension::Speed
                | Dimension::Pressure
                | Dimension::Frequency
                | Dimension::Ratio
                | Dimension::Other
        ) && unit.per().is_none()
    };
    let is_amount = quantity.role == Role::Cardinal && quantity.unit.as_ref().is_some_and(adds_up);
    (is_amount && !changes().any(|step| step == Some(index))).then_some(quantity)
}

/// Whether a part may be of a whole.
fn holds(whole: &Quantity, part: &Quantity) -> bool {
    let less = whole.decimal().zip(part.decimal()).is_none_or(|(whole, part)| part <= whole);
    whole.unit == part.unit && whole.role == part.role && less
}

/// The exact value of an amount.
fn exact(quantity: &Quantity) -> Option<Decimal> {
    quantity.decimal().filter(|_| quantity.approx == Approx::Exact)
}

fn note(reader: &mut Reader<'_>, index: u32, message: alloc::string::String) {
    let Some(span) = reader.quantities.get(index as usize).map(|mention| mention.span) else { return };
    reader.diagnostics.push(Diagnostic::note(DiagnosticCode::SumMismatch, message, span));
}
