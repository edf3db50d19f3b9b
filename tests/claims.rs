//! Clauses, row by row: whose claim it is, what is said, of what, and which change it states.
//!
//! `tests/data/claims.tsv` holds invented sentences; each row is about the claim that holds its anchor, and says what is
//! right. No rule reads every sentence right: a row that is misread names the columns that are wrong in a last column,
//! `known`. A column that is wrong without being named fails, and so does one that is named and right by now.
//! `WANYI_BLESS=1 cargo test --test claims` takes off the names that are no longer needed; none is ever added.

#![cfg(test)]

use std::fmt::Write as _;

use wanyi::{Article, Basis, ClaimRef, DiagnosticCode, Parser, Piece, RelationKind};

const CLAIMS: &str = include_str!("data/claims.tsv");

/// The columns that are judged; text and anchor stand before them, a note and `known` after.
const COLUMNS: [&str; 8] = ["subject", "carried", "verb", "object", "modality", "negated", "changes", "attribution"];

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

/// The columns of a claim; the verb is right where the predicate holds it, and none where there is no predicate.
fn columns(claim: &ClaimRef<'_>, verb: &str) -> [String; 8] {
    let predicate = or_dash(claim.predicate());
    let holds = verb != "-" && predicate.contains(verb);
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

/// A row with what was read of it.
struct Row {
    fields: Vec<&'static str>,
    known: Vec<&'static str>,
    got: [String; 8],
}

impl Row {
    fn read(line: &'static str) -> Self {
        let mut fields: Vec<&str> = line.split('\t').collect();
        let known: Vec<&str> = if fields.len() == 12 { fields.remove(11).split(',').collect() } else { Vec::new() };
        assert_eq!(fields.len(), 11, "{line}");
        assert!(known.iter().all(|name| COLUMNS.contains(name)), "{line}");
        let article = Article::parse(fields[0]).unwrap();
        let at = fields[0].find(fields[1]).unwrap();
        let claim = article.claims().find(|claim| claim.span().bytes().contains(&at));
        let got = claim.map_or_else(|| ["no claim"; 8].map(str::to_owned), |claim| columns(&claim, fields[4]));
        Self { fields, known, got }
    }

    /// The columns that are not as the row has them: name, what is right, what was read.
    fn wrong(&self) -> impl Iterator<Item = (&'static str, &'static str, &str)> {
        let pairs = self.fields[2..10].iter().zip(&self.got);
        let columns = COLUMNS.iter().zip(pairs).map(|(name, (want, got))| (*name, *want, got.as_str()));
        columns.filter(|(_, want, got)| want != got)
    }

    /// The names of its known failures that are failures still.
    fn still_known(&self) -> Vec<&'static str> {
        self.wrong().map(|(name, ..)| name).filter(|name| self.known.contains(name)).collect()
    }

    /// What fails: a line each.
    fn failures(&self) -> String {
        let mut report = String::new();
        for (name, want, got) in self.wrong().filter(|(name, ..)| !self.known.contains(name)) {
            writeln!(report, "  {name}: want {want}, got {got}").unwrap();
        }
        let still = self.still_known();
        for name in self.known.iter().filter(|name| !still.contains(name)) {
            writeln!(report, "  {name}: right by now, and yet marked as known").unwrap();
        }
        if report.is_empty() { report } else { format!("{} | {}\n{report}", self.fields[0], self.fields[1]) }
    }
}

/// Writes the table with the marks that the rows have.
fn write_table(header: &str, rows: &[Row]) {
    let lines = rows.iter().map(|row| {
        let known = row.known.join(",");
        row.fields.iter().copied().chain((!known.is_empty()).then_some(known.as_str())).collect::<Vec<_>>().join("\t")
    });
    let table: Vec<String> = std::iter::once(header.to_owned()).chain(lines).collect();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/claims.tsv");
    std::fs::write(path, table.join("\n") + "\n").unwrap();
}

#[test]
fn clauses() {
    let mut lines = CLAIMS.lines();
    let header = lines.next().unwrap();
    let mut rows: Vec<Row> = lines.map(Row::read).collect();
    assert!(rows.len() >= 600, "only {} rows", rows.len());
    let known: Vec<&str> = rows.iter().flat_map(|row| row.known.iter().copied()).collect();
    for name in COLUMNS {
        println!("{name}: {} known failures", known.iter().filter(|known| **known == name).count());
    }
    if std::env::var_os("WANYI_BLESS").is_some_and(|value| value == "1") {
        rows.iter_mut().for_each(|row| row.known = row.still_known());
        write_table(header, &rows);
    }
    let report: String = rows.iter().map(Row::failures).collect();
    assert!(report.is_empty(), "\n{report}");
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
