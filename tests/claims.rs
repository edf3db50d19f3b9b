//! Clauses, row by row: whose claim it is, what is said, of what, and which change it states.
//!
//! `tests/data/claims.tsv` holds invented sentences; each row is about the claim that holds its anchor. No rule reads every
//! sentence right, so that each column has a floor: what holds must go on holding. `cargo test --test claims -- --nocapture`
//! prints the rows that differ.

#![cfg(test)]

use std::collections::BTreeMap;

use wanyi::{Article, Basis, ClaimRef, DiagnosticCode, Parser, Piece, RelationKind};

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

/// The relations of the first claim, as the texts of its quantities.
fn relations(text: &str) -> Vec<(RelationKind, String, Option<String>)> {
    let article = Article::parse(text).unwrap();
    let claim = article.claims().next().unwrap();
    let texts: Vec<String> = claim.quantities().map(|quantity| quantity.text().to_owned()).collect();
    let named = |index: u32| texts[index as usize].clone();
    claim.relations().iter().map(|relation| (relation.kind, named(relation.quantity), relation.of.map(named))).collect()
}

#[test]
fn quantities_belong_together() {
    let of = |kind, quantity: &str, of: Option<&str>| (kind, quantity.to_owned(), of.map(str::to_owned));
    assert_eq!(
        relations("全市設站452個（其中甲類32個，乙類321個，丙類99個）。"),
        ["32個", "321個", "99個"].map(|part| of(RelationKind::PartOf, part, Some("452個")))
    );
    assert_eq!(relations("女教師占全校教師總數的62%。"), [of(RelationKind::ShareOf, "62%", None)]);
    assert_eq!(
        relations("三站雨量分別為86毫米、104毫米。"),
        ["86毫米", "104毫米"].map(|part| of(RelationKind::Respectively, part, None))
    );
    assert_eq!(relations("甲廠投資3億元、乙廠2億元，合計5億元。").last(), Some(&of(RelationKind::Sum, "5億元", None)));
    assert!(relations("全縣有小學86所。").is_empty());
}

#[test]
fn parts_that_do_not_add_up_are_told() {
    let told = |text: &str| {
        let article = Article::parse(text).unwrap();
        article.diagnostics().iter().filter(|note| note.code == DiagnosticCode::SumMismatch).count()
    };
    assert_eq!(told("全隊12人（男7人，女5人）。"), 0);
    assert_eq!(told("全隊12人（男7人，女6人）。"), 1);
    assert_eq!(told("甲廠投資3億元、乙廠2億元，合計5億元。"), 0);
    assert_eq!(told("甲廠投資3億元、乙廠2億元，合計6億元。"), 1);
    // about and part of the parts may be anything
    assert_eq!(told("全隊約12人（男7人，女6人）。"), 0);
    assert_eq!(told("全隊12人，其中女5人。"), 0);
}

#[test]
fn a_basis_has_its_period() {
    let parser = Parser::new().published(chrono::NaiveDate::from_ymd_opt(2023, 8, 2).unwrap());
    let period = |text: &str| {
        let article = parser.parse(text).unwrap();
        let change = article.claims().flat_map(|claim| claim.changes().collect::<Vec<_>>()).next_back().unwrap();
        (change.basis, change.base_period.map(|(from, to)| format!("{from}/{to}")).unwrap_or_default())
    };
    let days = |basis, days: &str| (Some(basis), days.to_owned());
    assert_eq!(period("上半年旅客增加，同比增長7.5%。"), days(Basis::Yoy, "2022-01-01/2022-06-30"));
    assert_eq!(period("2月份出口環比下降3%。"), days(Basis::Mom, "2023-01-01/2023-01-31"));
    assert_eq!(period("第二季營收季增5%。"), days(Basis::Qoq, "2023-01-01/2023-03-31"));
    assert_eq!(period("6月末存款較上年末增長5.2%。"), days(Basis::PreviousYearEnd, "2022-12-31/2022-12-31"));
    assert_eq!(period("2014年獻血人次較1998年增長40倍。"), days(Basis::Other, "1998-01-01/1998-12-31"));
    assert_eq!(period("旅客增長7.5%，同比回升。").1, "");
}

#[test]
fn a_bare_growth_carries_the_basis_before_it() {
    let text = "上半年全區旅客1079萬人次，同比增長141.9%。柳城增幅超過300%，雲溪增長89%。9月旅客環比下降2%。";
    let article = Article::parse(text).unwrap();
    let bases: Vec<_> = article
        .claims()
        .flat_map(|claim| claim.changes().map(|change| (change.basis, change.basis_is_carried)).collect::<Vec<_>>())
        .collect();
    let yoy = |carried| (Some(Basis::Yoy), carried);
    assert_eq!(bases, [yoy(false), yoy(true), yoy(true), (Some(Basis::Mom), false)]);
}
