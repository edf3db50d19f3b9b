//! Claims, and what they say was observed.

use alloc::string::{String, ToString as _};

use super::{NewsArticle, amount, named};
use crate::format::tree::Tree;
use crate::{Change, Claim, Direction, Modality, Moment, QuantityRef, Role};

impl<'r> NewsArticle<'r> {
    pub(super) fn claim(&self, claim: &Claim<'r>) -> Tree<'r> {
        let quantities = claim.quantity_indices().zip(claim.quantities());
        Tree::object([
            ("@type", Tree::text("Claim")),
            ("@id", Some(self.id(&alloc::format!("c{}", claim.index())))),
            ("position", Some(Tree::Count(claim.index() + 1))),
            ("text", Tree::text(claim.text())),
            ("appearance", Some(Tree::object([("@id", Some(self.id("article")))]))),
            // a person or a body: the text does not say which
            ("author", claim.attribution().and_then(|speaker| Tree::text(speaker.text))),
            ("about", claim.subject().map(|subject| named("Thing", subject.text))),
            ("temporalCoverage", claim.time().and_then(|time| time.iso8601()).map(Tree::from)),
            ("spatialCoverage", claim.place().map(|place| named("Place", place.text))),
            ("mentions", Tree::list(quantities.map(|(id, quantity)| self.stated(claim, id, quantity)))),
        ])
    }

    /// A quantity of a claim: observed where the claim says that it is so.
    fn stated(&self, claim: &Claim<'r>, id: usize, quantity: QuantityRef<'r>) -> Tree<'r> {
        let is_so = matches!(claim.modality(), Modality::Fact | Modality::Cumulative)
            && !claim.is_negated()
            && claim.condition().is_none();
        if !is_so || quantity.role == Role::Ordinal {
            return amount::tree(quantity, Some(self.quantity(id)));
        }
        let part = part_of_change(claim, quantity);
        let day = match &part {
            Some(Part::Before(change)) => {
                change.base_period.filter(|(first, last)| first == last).map(|(day, _)| day.into())
            }
            _ => claim.time().filter(|time| time.from == time.to).and_then(|time| time.from),
        };
        Tree::object([
            ("@type", Tree::text("Observation")),
            ("observationAbout", claim.subject().map(|subject| named("Thing", subject.text))),
            ("variableMeasured", measured(claim, part.as_ref()).map(Tree::from)),
            ("observationDate", day.map(|day: Moment| day.to_string().into())),
            ("value", Some(amount::tree(quantity, Some(self.quantity(id))))),
        ])
    }
}

/// What a quantity is in a change.
enum Part<'s> {
    /// By how much.
    Extent(Change<'s>),
    /// From what.
    Before(Change<'s>),
}

fn part_of_change<'s>(claim: &Claim<'s>, quantity: QuantityRef<'s>) -> Option<Part<'s>> {
    let is = |other: Option<QuantityRef<'_>>| other.is_some_and(|other| other.span() == quantity.span());
    claim.changes().find_map(|change| match () {
        () if is(change.magnitude) || is(change.relative) => Some(Part::Extent(change)),
        () if is(change.from) => Some(Part::Before(change)),
        () => None,
    })
}

/// What was measured, in the words of the claim, or as the extent of a change.
fn measured(claim: &Claim<'_>, part: Option<&Part<'_>>) -> Option<String> {
    let object = claim.object().map(|object| object.text.to_string());
    match part {
        Some(Part::Extent(change)) => {
            let direction = if change.direction == Direction::None { "no change" } else { change.direction.name() };
            Some(match change.basis {
                Some(basis) => alloc::format!("{direction}, {}", basis.name().replace('_', " ")),
                None => direction.to_string(),
            })
        }
        Some(Part::Before(_)) => Some("before".to_string()),
        // the predicate of a change belongs to its extent
        None if claim.changes().len() > 0 => object,
        None => claim.predicate().map(|predicate| predicate.text.to_string()).or(object),
    }
}
