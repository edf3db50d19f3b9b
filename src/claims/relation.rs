//! How the quantities of a claim belong together: parts of a whole, shares, sums.
//!
//! Imports [`super::clause`] and the words.

use alloc::vec::Vec;
use core::ops::Range;

use rust_decimal::Decimal;

use super::change::tells_before;
use super::clause::Found;
use super::frame::MOST;
use crate::any_of::any_of;
use crate::article::{QuantityRelation, Range32, RelationKind};
use crate::error::{Diagnostic, DiagnosticCode};
use crate::mentions::Reader;
use crate::quantity::{Approx, Quantity, Role};

/// The relations of a claim's quantities, by index into its own list.
pub(super) fn relations(
    reader: &Reader<'_>,
    _cues: &[Found],
    quantities: &Range32,
    text: &Range<usize>,
) -> Vec<QuantityRelation> {
    if quantities.len() < 2 {
        return share_alone(reader, quantities, text).into_iter().collect();
    }
    let mut found = Vec::new();
    let mut last = text.start;
    let mut whole: Option<u32> = None;
    let mut parts = false;
    let mut respectively = false;
    for (place, index) in quantities.clone().enumerate().take(MOST as usize) {
        let Some(mention) = reader.quantities.get(index as usize) else { continue };
        let Ok(place) = u32::try_from(place) else { break };
        let between = reader.text.get(last..mention.text.start as usize).unwrap_or_default();
        last = mention.text.end as usize;
        let head = before(reader.text, text.start, mention.text.start as usize);
        let same = |of: u32| {
            let whole = reader.quantities.get((quantities.start + of) as usize);
            whole.is_some_and(|whole| whole.item.unit == mention.item.unit && whole.item.role == mention.item.role)
        };
        respectively |= between.contains("分别");
        if between.contains("其中") || between.contains("当中") {
            (parts, whole) = (true, place.checked_sub(1));
        } else if opens_bracket(between) && !tells_before(between) {
            // 12人（男7人、女5人）
            (parts, whole) = (place > 0, place.checked_sub(1));
        }
        if between.contains(['）', ')']) && !between.contains(['（', '(']) {
            parts = false;
        }
        let kind = if respectively {
            Some((RelationKind::Respectively, None))
        } else if parts && whole.is_some_and(same) {
            Some((RelationKind::PartOf, whole))
        } else if matches!(mention.item.role, Role::Percent | Role::Fraction)
            && (head.ends_with(['占']) || after_share(between))
        {
            let of = place.checked_sub(1).filter(|_| between.trim() == "的");
            Some((RelationKind::ShareOf, of))
        } else if place > 1 && is_total(between) && (0..place).all(same)
            || any_of!["合计", "合共", "总计", "共计"].is_in(between) && place > 0
        {
            Some((RelationKind::Sum, None))
        } else {
            None
        };
        if let Some((kind, of)) = kind {
            found.push(QuantityRelation { kind, quantity: place, of, whole: None });
        }
    }
    found
}

/// Whether a bracket opens right behind a number or what it counts, and is open: 12人（男7人; not 1.5元（含稅），合計, nor
/// 168毫克，超過標準（80毫克.
fn opens_bracket(between: &str) -> bool {
    let Some(open) = between.rfind(['（', '(']) else { return false };
    let (head, inside) = between.split_at_checked(open).unwrap_or_default();
    !inside.contains(['）', ')']) && !head.contains(['，', '；', '。', ','])
}

/// Whether a number is the total of those before it: 3人死亡、4人受傷，|共|7人.
fn is_total(between: &str) -> bool {
    let last = between.rsplit(['，', '、', ',']).next().unwrap_or_default().trim();
    matches!(last, "共" | "一共" | "总共") && last.len() < between.trim().len()
}

/// The share that is the only quantity of its claim: 占四成.
fn share_alone(reader: &Reader<'_>, quantities: &Range32, text: &Range<usize>) -> Option<QuantityRelation> {
    let mention = reader.quantities.get(quantities.start as usize).filter(|_| !quantities.is_empty())?;
    let head = before(reader.text, text.start, mention.text.start as usize);
    let is_share = matches!(mention.item.role, Role::Percent | Role::Fraction);
    let is_told = is_share && (head.ends_with('占') || after_share(head));
    is_told.then_some(QuantityRelation { kind: RelationKind::ShareOf, quantity: 0, of: None, whole: None })
}

/// What stands before a place, as far as it matters.
fn before(text: &str, start: usize, end: usize) -> &str {
    let mut from = start.max(end.saturating_sub(120));
    while !text.is_char_boundary(from) {
        from += 1;
    }
    text.get(from..end).unwrap_or_default()
}

/// Whether 佔…的 stands before a share.
fn after_share(head: &str) -> bool {
    let Some(at) = head.rfind(['占']) else { return false };
    let rest = head.get(at..).unwrap_or_default();
    (rest.trim_end().ends_with('的') || rest.contains('的')) && !rest.contains(['，', '。'])
}

/// Tells where parts are more than their whole, or a sum is not that of its parts.
pub(super) fn check(reader: &mut Reader<'_>, quantities: &Range32, relations: &[QuantityRelation]) {
    let exact = |reader: &Reader<'_>, place: u32| -> Option<Decimal> {
        let mention = reader.quantities.get((quantities.start + place) as usize)?;
        value(&mention.item)
    };
    let wholes = relations.iter().filter(|r| r.kind == RelationKind::PartOf).filter_map(|relation| relation.of);
    let mut seen = None;
    for of in wholes {
        if seen == Some(of) {
            continue;
        }
        seen = Some(of);
        let parts = relations.iter().filter(|r| r.kind == RelationKind::PartOf && r.of == Some(of));
        let sum =
            parts.map(|part| exact(reader, part.quantity)).try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part?));
        let (Some(sum), Some(whole)) = (sum, exact(reader, of)) else { continue };
        if sum > whole {
            note(
                reader,
                quantities.start + of,
                alloc::format!("its parts add up to {}, more than the whole", sum.normalize()),
            );
        }
    }
    for relation in relations.iter().filter(|relation| relation.kind == RelationKind::Sum) {
        let Some(total) = exact(reader, relation.quantity) else { continue };
        let unit = |place: u32| {
            reader.quantities.get((quantities.start + place) as usize).map(|m| (m.item.unit.clone(), m.item.role))
        };
        let alike = (0..relation.quantity).all(|place| unit(place) == unit(relation.quantity));
        let sum = (0..relation.quantity)
            .map(|place| exact(reader, place))
            .try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part?));
        if let Some(sum) = sum.filter(|sum| alike && relation.quantity > 1 && *sum != total) {
            note(
                reader,
                quantities.start + relation.quantity,
                alloc::format!("the numbers before it add up to {}", sum.normalize()),
            );
        }
    }
}

/// The exact value of an amount.
fn value(quantity: &Quantity) -> Option<Decimal> {
    quantity.decimal().filter(|_| quantity.approx == Approx::Exact)
}

fn note(reader: &mut Reader<'_>, index: u32, message: alloc::string::String) {
    let Some(mention) = reader.quantities.get(index as usize) else { return };
    let span = mention.span;
    reader.diagnostics.push(Diagnostic::note(DiagnosticCode::SumMismatch, message, span));
}
