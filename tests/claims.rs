//! Clauses, row by row: whose claim it is, what is said, of what, and which change it states.
//!
//! `tests/data/claims.tsv` holds invented sentences; each row is about the claim that holds its anchor. No rule reads every
//! sentence right, so that each column has a floor: what holds must go on holding. `cargo test --test claims -- --nocapture`
//! prints the rows that differ.

#![cfg(test)]

use std::collections::BTreeMap;

use wanyi::{Article, ClaimRef, Piece};

const CLAIMS: &str = include_str!("data/claims.tsv");

/// The least share of each column that must be right, in thousandths.
const FLOORS: [(&str, usize); 8] = [
    ("subject", 930),
    ("carried", 955),
    ("verb", 970),
    ("object", 935),
    ("modality", 990),
    ("negated", 995),
    ("changes", 990),
    ("attribution", 990),
];

fn or_dash(piece: Option<Piece<'_>>) -> String {
    piece.map_or_else(|| "-".to_owned(), |piece| piece.text.to_owned())
}

/// `increase:3%:-:-:yoy ; …`; a basis that stands earlier is left out.
fn changes(claim: &ClaimRef<'_>) -> String {
    let parts: Vec<String> = claim
        .changes()
        .map(|change| {
            let text = |quantity: Option<wanyi::QuantityRef<'_>>| {
                quantity.map_or_else(|| "-".to_owned(), |quantity| quantity.text().to_owned())
            };
            let basis = change.basis.filter(|_| !change.basis_is_carried).map_or("none", |basis| basis.name());
            [change.direction.name(), &text(change.magnitude), &text(change.from), &text(change.to), basis].join(":")
        })
        .collect();
    if parts.is_empty() { "-".to_owned() } else { parts.join(" ; ") }
}

/// The columns of a claim; the verb is right where the predicate holds it.
fn columns(claim: &ClaimRef<'_>, verb: &str) -> [String; 8] {
    let predicate = or_dash(claim.predicate());
    let holds = verb == "-" || predicate.contains(verb) || or_dash(claim.object()).contains(verb);
    [
        or_dash(claim.subject()),
        (claim.subject().is_some() && claim.subject_is_carried()).to_string(),
        if holds { verb.to_owned() } else { predicate },
        or_dash(claim.object()),
        claim.modality().name().to_owned(),
        claim.is_negated().to_string(),
        changes(claim),
        or_dash(claim.attribution()),
    ]
}

#[test]
fn clauses() {
    let mut right = BTreeMap::new();
    let mut count = 0;
    for line in CLAIMS.lines().skip(1).filter(|line| !line.is_empty()) {
        let fields: Vec<&str> = line.split('\t').collect();
        assert_eq!(fields.len(), 11, "{line}");
        let article = Article::parse(fields[0]).unwrap();
        let at = fields[0].find(fields[1]).unwrap();
        let claim = article.claims().find(|claim| claim.span().bytes().contains(&at));
        let got = claim.map_or_else(|| [const { String::new() }; 8], |claim| columns(&claim, fields[4]));
        for (((name, _), want), got) in FLOORS.iter().zip(&fields[2..10]).zip(got) {
            *right.entry(*name).or_insert(0_usize) += usize::from(*want == got);
            if *want != got {
                println!("{name}: {} | {}: {got}, not {want}", fields[0], fields[1]);
            }
        }
        count += 1;
    }
    assert!(count >= 600, "only {count} rows");
    for (name, floor) in FLOORS {
        let share = right[name] * 1000 / count;
        println!("{name}: {share} of 1000");
        assert!(share >= floor, "{name}: {share} of 1000 rows, not {floor}");
    }
}

/// Every part of a claim stands where its span says, and a claim's parts are of its own section.
#[test]
fn parts_stand_in_the_text() {
    for line in CLAIMS.lines().skip(1).filter(|line| !line.is_empty()) {
        let text = line.split('\t').next().unwrap();
        let article = Article::parse(text).unwrap();
        for claim in article.claims() {
            for piece in [
                claim.subject(),
                claim.predicate(),
                claim.object(),
                claim.place(),
                claim.attribution(),
                claim.condition(),
            ]
            .into_iter()
            .flatten()
            {
                assert_eq!(article.get(piece.span), Some(piece.text), "{text}");
                assert!(!piece.text.trim().is_empty(), "{text}");
            }
            for change in claim.changes() {
                let ends = [change.magnitude, change.from, change.to];
                assert!(ends.into_iter().flatten().all(|q| claim.span().contains(q.span())), "{text}");
            }
        }
    }
}
