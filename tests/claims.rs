//! Clauses, row by row: whose claim it is, what is said, of what, and which change it states.
//!
//! `tests/data/claims.tsv` holds invented sentences; each row is about the claim that holds its anchor, and says what is
//! right. No rule reads every sentence right: a row that is misread names the columns that are wrong in a last column,
//! `known`. A column that is wrong without being named fails, and so does one that is named and right by now.
//! `WANYI_BLESS=1 cargo test --test claims` takes off the names that are no longer needed; none is ever added.

#![cfg(test)]

use std::fmt::Write as _;

use wanyi::{Article, Basis, Claim, DiagnosticCode, Parser, Piece, RelationKind};

const CLAIMS: &str = include_str!("data/claims.tsv");

/// The columns that are judged; text and anchor stand before them, a note and `known` after.
const COLUMNS: [&str; 8] = ["subject", "carried", "verb", "object", "modality", "negated", "changes", "attribution"];

fn or_dash(piece: Option<Piece<'_>>) -> String {
    piece.map_or_else(|| "-".to_owned(), |piece| piece.text.to_owned())
}

/// `increase:3%:-:-:yoy ; …`, with the share that an amount is as `12家=6%`; a basis that stands earlier is left out.
fn changes(claim: &Claim<'_>) -> String {
    let parts: Vec<String> = claim
        .changes()
        .map(|change| {
            let text = |quantity: Option<wanyi::QuantityRef<'_>>| {
                quantity.map_or_else(|| "-".to_owned(), |quantity| quantity.text().to_owned())
            };
            let basis = change.basis.filter(|_| !change.basis_is_carried).map_or("none", |basis| basis.name());
            let relative = change.relative.map(|quantity| format!("={}", quantity.text())).unwrap_or_default();
            let magnitude = text(change.magnitude) + &relative;
            [change.direction.name(), &magnitude, &text(change.from), &text(change.to), basis].join(":")
        })
        .collect();
    if parts.is_empty() { "-".to_owned() } else { parts.join(" ; ") }
}

/// The columns of a claim; the verb is right where the predicate holds it, and none where there is no predicate.
fn columns(claim: &Claim<'_>, verb: &str) -> [String; 8] {
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
    // months before months, days before days
    assert_eq!(period("上半年出口環比增長3%。"), days(Basis::PreviousPeriod, "2022-07-01/2022-12-31"));
    assert_eq!(period("今年1月至5月出口環比增長3%。"), days(Basis::PreviousPeriod, "2022-08-01/2022-12-31"));
    assert_eq!(period("7月10日至7月14日客流環比增長3%。"), days(Basis::PreviousPeriod, "2023-07-05/2023-07-09"));
    assert_eq!(period("2014年獻血人次較1998年增長40倍。"), days(Basis::Other, "1998-01-01/1998-12-31"));
    assert_eq!(period("旅客增長7.5%，同比回升。").1, "");
    // what something else is compared with is not what is reported
    let reported = parser.parse("7月金價環比下跌1%，較2019年上升30%。").unwrap();
    let first = reported.claims().flat_map(|claim| claim.changes().collect::<Vec<_>>()).next().unwrap();
    assert_eq!(first.base_period.map(|(from, _)| from.to_string()).as_deref(), Some("2023-06-01"));
    assert_eq!(period("7月金價環比下跌1%，較2019年上升30%。"), days(Basis::Other, "2019-01-01/2019-12-31"));
    assert_eq!(period("与2020年相比，客流下降两成。"), days(Basis::Other, "2020-01-01/2020-12-31"));
    assert_eq!(period("負債率45%，較年初上升2個百分點。"), days(Basis::PreviousYearEnd, "2022-12-31/2022-12-31"));
    assert_eq!(period("7月开户5万户，6月为4万户，环比增长25%。"), days(Basis::Mom, "2023-06-01/2023-06-30"));
    assert_eq!(period("7月29日至30日成交9宗，按周跌三成。"), days(Basis::PreviousPeriod, "2023-07-22/2023-07-23"));
    // nor is the day of a report, a feast that moves, or what a budget is of
    assert_eq!(period("统计局8月1日公布的出口同比下降4%。").1, "");
    assert_eq!(period("8月1日出口同比下降4%。"), days(Basis::Yoy, "2022-08-01/2022-08-01"));
    assert_eq!(period("端午節票房同比增長4%。").1, "");
    assert_eq!(period("完成年初预算的六成，同比增收4亿元。").1, "");
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
    // what a sentence is seen from
    let article = Article::parse("從同比看，肉價下降12%，蛋價上漲2%。").unwrap();
    let bases: Vec<_> = article
        .claims()
        .flat_map(|claim| claim.changes().map(|change| (change.basis, change.basis_is_carried)).collect::<Vec<_>>())
        .collect();
    assert_eq!(bases, [yoy(true), yoy(true)]);
}

/// The changes of a text: by how much, of what level, and the value before or why there is none.
fn earlier(text: &str) -> Vec<(String, String, String)> {
    let article = Article::parse(text).unwrap();
    let text_of =
        |quantity: Option<wanyi::QuantityRef<'_>>| quantity.map_or("-", |quantity| quantity.text()).to_owned();
    let of = |change: wanyi::Change<'_>| {
        let earlier = change.earlier().map_or_else(|why| format!("{why:?}"), |quantity| quantity.to_string());
        (text_of(change.magnitude), text_of(change.level), earlier)
    };
    article.claims().flat_map(|claim| claim.changes().map(of).collect::<Vec<_>>()).collect()
}

#[test]
fn a_change_has_its_level_and_the_value_before() {
    for (text, rows) in [
        ("雲溪縣去年出口茶葉630噸，同比增長5%。", [("5%", "630噸", "600噸")].as_slice()),
        ("云溪县失业率4.1%，比上年下降0.3个百分点。", &[("0.3个百分点", "4.1%", "4.4%")]),
        ("林場有護林員36人，比上屆增加4人。", &[("4人", "36人", "32人")]),
        ("及格率由70%提高到85%，提高15个百分点。", &[("15个百分点", "85%", "70%")]),
        ("指数收报3150点，上涨5%。", &[("5%", "3150点", "3000點")]),
        ("指數上漲5%，報3150點。", &[("5%", "3150點", "3000點")]),
        ("梨園產量同比增長兩成。", &[("兩成", "-", "NoLevel")]),
        (
            "全年營收12億元、淨利3億元，同比分別增長20%和50%。",
            &[("20%", "12億元", "1000000000元"), ("50%", "3億元", "200000000元")],
        ),
        ("新增貸款20億元，同比多增5億元。", &[("5億元", "20億元", "1500000000元")]),
        ("就業率62%，上升0.5%。", &[("0.5%", "-", "NoLevel")]),
        ("兩縣投資共9億元，同比分別增長3%和5%。", &[("3%", "-", "NoLevel"), ("5%", "-", "NoLevel")]),
        ("商場有兩項貨品加價，加幅達兩成。", &[("兩成", "-", "NoLevel")]),
        ("門票收入逾440萬元，同比增長10%。", &[("10%", "逾440萬元", "超過4000000元")]),
        ("遊客30萬人次，同比增長2倍。", &[("2倍", "30萬人次", "100000至150000人次")]),
        ("該隊列第20名，較去年上升3名。", &[("3名", "第20名", "第23名")]),
    ] {
        let want: Vec<_> = rows.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned())).collect();
        assert_eq!(earlier(text), want, "{text}");
    }
}

#[test]
fn a_change_that_contradicts_itself_is_told() {
    let told = |text: &str| {
        let article = Article::parse(text).unwrap();
        article.diagnostics().iter().filter(|note| note.code == DiagnosticCode::ChangeMismatch).count()
    };
    for (text, count) in [
        ("及格率由62%提高到80%，提高18个百分点。", 0),
        ("及格率由62%提高到80%，提高28个百分点。", 1),
        ("票價由8元上調至12元。", 0),
        ("票價由12元上調至8元。", 1),
        ("產量由200噸增至250噸，增長25%。", 0),
        ("產量由200噸增至250噸，增長45%。", 1),
        ("旅客由1.62萬人增至2.04萬人，增加0.4萬人。", 0),
    ] {
        assert_eq!(told(text), count, "{text}");
    }
}

#[test]
fn parts_have_their_whole_in_another_claim() {
    let relations = |text: &str| {
        let article = Article::parse(text).unwrap();
        let found: Vec<_> = article
            .claims()
            .flat_map(|claim| {
                let first = claim.quantity_indices().start;
                claim.relations().iter().map(|r| (r.kind, first + r.quantity as usize, r.whole)).collect::<Vec<_>>()
            })
            .collect();
        let told = article.diagnostics().iter().filter(|note| note.code == DiagnosticCode::SumMismatch).count();
        (found, told)
    };
    let part = |quantity, whole| (RelationKind::PartOf, quantity, Some(whole));
    let sum = |quantity| (RelationKind::Sum, quantity, None);
    for (text, found, told) in [
        ("雲溪縣投入3.5億元，其中財政資金1億元。", [part(1, 0)].as_slice(), 0),
        ("全队12人，其中男7人、女8人。", &[part(1, 0), part(2, 0)], 1),
        ("3人死亡、4人受傷，共9人。", &[sum(2)], 1),
        ("3人死亡、4人受伤，共7人。", &[sum(2)], 0),
        ("台风风力达12级，其中沿海15级。", &[], 0),
        ("捐赠口罩500箱，其中一名员工捐了20元。", &[], 0),
    ] {
        assert_eq!(relations(text), (found.to_vec(), told), "{text}");
    }
}

#[test]
fn what_stands_at_a_byte_or_an_index_is_found() {
    let text = "雲溪縣昨日投入2.3億元，新建衛生院6所。\n\n惠及1.2萬人。";
    let article = Article::parse(text).unwrap();
    for (index, quantity) in article.quantities().enumerate() {
        assert_eq!(article.quantity(index).map(|q| q.text()), Some(quantity.text()));
        let claim = article.claim_of_quantity(index).unwrap();
        assert!(claim.quantity_indices().contains(&index));
        assert_eq!(article.claims().nth(claim.index()).map(|claim| claim.span()), Some(claim.span()));
        assert_eq!(article.claim_at(quantity.span().start()).map(|claim| claim.index()), Some(claim.index()));
        assert_eq!(article.quantities_in(quantity.span()).count(), 1);
    }
    let at = text.find("昨日").unwrap();
    assert_eq!(article.time_at(at).map(|time| time.text()), Some("昨日"));
    assert_eq!(article.claim_of_time(0).map(|claim| claim.index()), Some(0));
    assert!((0..text.len()).all(|byte| article.block_at(byte).is_some_and(|block| block.span.bytes().contains(&byte))));
    assert!(article.block_at(text.len()).is_none() && article.claim_at(text.len()).is_none());
    assert!(article.time_at(0).is_none() && article.quantity_at(0).is_none());
}
