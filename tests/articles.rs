//! Whole articles, one of each kind of page: all that is read of them, the JSON form, and what holds for all.
//!
//! `tests/data/articles/NAME.txt` is the page, `NAME.mentions.tsv` what is read of it: the fields of the page, then its
//! blocks, claims, quantities and times in text order, one a row, then the diagnostics. `NAME.json` is the whole JSON form,
//! of two pages only: it repeats what the rows say, at such length that nobody would read it.
//!
//! `WANYI_BLESS=1 cargo test --test articles` writes the files anew; read the difference before it is kept. They say what is
//! read, which is not always right.

#![cfg(test)]

use std::cmp::Reverse;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use wanyi::{Article, BlockKind, Bound, Claim, Diagnostic, Moment, Piece, QuantityRef, Span, TimeRef};

/// The pages whose whole JSON form is kept: a plain one and a damaged one.
#[cfg(feature = "serde")]
const WITH_JSON: [&str; 2] = ["cn_mainland_report", "mirror_pinyin_report"];

struct Page {
    name: String,
    text: String,
    path: PathBuf,
}

fn pages() -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/articles");
    let mut pages: Vec<Page> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .filter(|path| cfg!(feature = "repair") || !path.ends_with("mirror_pinyin_report.txt"))
        .map(|path| Page {
            name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
            text: std::fs::read_to_string(&path).unwrap(),
            path,
        })
        .collect();
    pages.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(pages.len() >= 15, "the pages are gone");
    pages
}

const COLUMNS: [&str; 5] = [
    "# block\tchars\tkind\ttext",
    "# claim\tchars\ttext\tsubject\tpredicate\tobject\tchanges\tmodality\tnegated\tattribution\tbesides",
    "# quantity\tchars\ttext\tvalue\tlower\tupper\tapprox\trole\tunit\tbesides",
    "# time\tchars\ttext\tkind\trelation\tfrom\tto\tbesides",
    "# diagnostic\tchars\tcode\tmessage\tbesides",
];

fn or_dash(text: Option<impl ToString>) -> String {
    text.map_or_else(|| "-".to_owned(), |text| text.to_string())
}

fn joined(parts: impl IntoIterator<Item = String>, by: &str) -> String {
    let parts: Vec<String> = parts.into_iter().collect();
    if parts.is_empty() { "-".to_owned() } else { parts.join(by) }
}

fn text(piece: Option<Piece<'_>>) -> String {
    or_dash(piece.map(|piece| piece.text))
}

fn chars(span: Span) -> String {
    format!("{}..{}", span.chars().start, span.chars().end)
}

/// The cells of a row, each on one line; the last lists what few of its kind have.
fn row(cells: &[&str], besides: Vec<String>) -> String {
    let cells = cells.iter().map(|cell| (*cell).to_owned()).chain([joined(besides, "; ")]);
    joined(cells.map(|cell| cell.replace('\n', "⏎").replace('\t', "⇥")), "\t")
}

fn fields(article: &Article<'_>) -> Vec<String> {
    let dateline = article.dateline();
    let moment = |time: Option<TimeRef<'_>>| or_dash(time.and_then(|time| time.from));
    let headings = article.sections().filter_map(|section| section.heading());
    vec![
        format!("@title {}", or_dash(article.title().map(|title| title.text()))),
        format!("@published {}", moment(article.published())),
        format!("@source {}", text(article.source())),
        format!("@agency {}", text(dateline.and_then(|dateline| dateline.agency()))),
        format!("@place {}", text(dateline.and_then(|dateline| dateline.place()))),
        format!("@date {}", moment(dateline.and_then(|dateline| dateline.date()))),
        format!("@authors {}", joined(article.authors().map(|person| person.name.text.to_owned()), "|")),
        format!("@credits {}", joined(article.credits().map(|person| person.name.text.to_owned()), "|")),
        format!("@editors {}", joined(article.editors().map(|person| person.name.text.to_owned()), "|")),
        format!("@headings {}", joined(headings.map(|heading| heading.text().to_owned()), "|")),
        format!("@region {}", or_dash(article.region().map(|told| format!("{:?} {:?}", told.value, told.certainty)))),
        format!("@script {}", or_dash(article.script().map(|told| format!("{:?} {:?}", told.value, told.certainty)))),
    ]
}

/// `increase:3%:-:-:yoy:2022-01-01/2022-06-30`: direction, magnitude, from, to, basis and base period; a basis that stands
/// earlier in square brackets.
fn changes(claim: &Claim<'_>) -> String {
    let parts = claim.changes().map(|change| {
        let text = |quantity: Option<QuantityRef<'_>>| or_dash(quantity.map(|quantity| quantity.text()));
        let basis = or_dash(change.basis.map(|basis| basis.name()));
        let basis = if change.basis_is_carried { format!("[{basis}]") } else { basis };
        let period = or_dash(change.base_period.map(|(from, to)| format!("{from}/{to}")));
        let amounts = [change.magnitude, change.from, change.to].map(text).join(":");
        format!("{}:{amounts}:{basis}:{period}", change.direction)
    });
    joined(parts, " ; ")
}

fn claim_row(claim: &Claim<'_>) -> String {
    let subject = text(claim.subject());
    let subject = if claim.subject_is_carried() { format!("[{subject}]") } else { subject };
    let quantities: Vec<&str> = claim.quantities().map(|quantity| quantity.text()).collect();
    let mut besides = Vec::new();
    besides.extend(claim.place().map(|place| format!("place {}", place.text)));
    besides.extend(claim.condition().map(|condition| format!("condition {}", condition.text)));
    besides.extend(claim.inherited_time().map(|time| format!("time [{}]", time.text())));
    besides.extend(claim.relations().iter().map(|relation| {
        let of = or_dash(relation.of.map(|of| quantities[of as usize]));
        format!("{} {} of {of}", relation.kind, quantities[relation.quantity as usize])
    }));
    let cells = [
        "claim",
        &chars(claim.span()),
        claim.text(),
        &subject,
        &text(claim.predicate()),
        &text(claim.object()),
        &changes(claim),
        claim.modality().name(),
        &claim.is_negated().to_string(),
        &text(claim.attribution()),
    ];
    row(&cells, besides)
}

fn quantity_row(quantity: &QuantityRef<'_>) -> String {
    let lower = |Bound { value, inclusive }| format!("{}{value}", if inclusive { '[' } else { '(' });
    let upper = |Bound { value, inclusive }| format!("{value}{}", if inclusive { ']' } else { ')' });
    let unit = quantity.unit.as_ref().map(|unit| match unit.code() {
        Some(code) => format!("{unit} ({code})"),
        None => unit.to_string(),
    });
    let mut besides = Vec::new();
    besides.extend(quantity.marker().map(|marker| format!("marker {}", chars(marker))));
    besides.extend(quantity.damaged().then(|| "damaged".to_owned()));
    let cells = [
        "quantity",
        &chars(quantity.span()),
        quantity.text(),
        &or_dash(quantity.value),
        &or_dash(quantity.lower.map(lower)),
        &or_dash(quantity.upper.map(upper)),
        quantity.approx.name(),
        quantity.role.name(),
        &or_dash(unit),
    ];
    row(&cells, besides)
}

fn time_row(time: &TimeRef<'_>) -> String {
    let moment = |moment: Option<Moment>| or_dash(moment);
    let mut besides = Vec::new();
    besides.extend((time.calendar.name() != "gregorian").then(|| time.calendar.name().to_owned()));
    besides.extend(time.vague.then(|| "vague".to_owned()));
    besides.extend(time.damaged().then(|| "damaged".to_owned()));
    let (kind, relation) = (time.kind.name(), time.relation.name());
    row(&["time", &chars(time.span()), time.text(), kind, relation, &moment(time.from), &moment(time.to)], besides)
}

fn diagnostic_row(note: &Diagnostic) -> String {
    let mut besides = Vec::new();
    if let (Some(from), Some(to)) = (&note.from, &note.to) {
        besides.push(format!("{from} became {}", or_dash(Some(to).filter(|to| !to.is_empty()))));
        besides.extend(note.certain.then(|| "certain".to_owned()));
    }
    row(&["diagnostic", &chars(note.span), note.code.name(), &note.message], besides)
}

/// The article as its table shows it.
fn rows(article: &Article<'_>) -> String {
    // what holds others goes before them
    let mut placed: Vec<(usize, Reverse<usize>, usize, String)> = Vec::new();
    let mut place = |rank, span: Span, row| placed.push((span.start(), Reverse(span.end()), rank, row));
    for block in article.blocks() {
        let (kind, shown) = match block.kind {
            BlockKind::Boilerplate(kind) => (format!("boilerplate {kind}"), article.get(block.span)),
            kind => (format!("{kind:?}").to_lowercase(), None),
        };
        let shown = shown.map(|text| text.trim().to_owned());
        place(0, block.span, row(&["block", &chars(block.span), &kind], shown.into_iter().collect()));
    }
    article.claims().for_each(|claim| place(1, claim.span(), claim_row(&claim)));
    article.quantities().for_each(|quantity| place(2, quantity.span(), quantity_row(&quantity)));
    article.times().for_each(|time| place(2, time.span(), time_row(&time)));
    placed.sort();

    let mut rows = fields(article);
    rows.extend(COLUMNS.map(str::to_owned));
    rows.extend(placed.into_iter().map(|(.., row)| row));
    rows.extend(article.diagnostics().iter().map(diagnostic_row));
    rows.join("\n") + "\n"
}

/// The lines that are gone and the new ones, with the place where they stand.
fn difference(name: &str, kept: &str, got: &str) -> String {
    let (kept, got): (Vec<&str>, Vec<&str>) = (kept.lines().collect(), got.lines().collect());
    let mut report = String::new();
    let (mut i, mut j) = (0, 0);
    while i < kept.len() || j < got.len() {
        if kept.get(i) == got.get(j) {
            (i, j) = (i + 1, j + 1);
            continue;
        }
        // the nearest line that both have; the sum of both ways says how near
        let (gone, new) = (0..=kept.len() - i + got.len() - j)
            .flat_map(|sum| (0..=sum).map(move |gone| (gone, sum - gone)))
            .find(|(gone, new)| {
                let (here, there) = (kept.get(i + gone), got.get(j + new));
                here.is_some() && here == there || (i + gone, j + new) == (kept.len(), got.len())
            })
            .unwrap();
        writeln!(report, "{name}, line {}:", i + 1).unwrap();
        kept[i..i + gone].iter().for_each(|line| writeln!(report, "  - {line}").unwrap());
        got[j..j + new].iter().for_each(|line| writeln!(report, "  + {line}").unwrap());
        (i, j) = (i + gone, j + new);
    }
    report
}

/// Fails where a file is not what it should be, or writes it, where that is asked for.
fn assert_kept(files: impl Iterator<Item = (PathBuf, String)>) {
    let bless = std::env::var_os("WANYI_BLESS").is_some_and(|value| value == "1");
    let mut report = String::new();
    for (path, got) in files {
        if bless {
            std::fs::write(&path, &got).unwrap();
            continue;
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        report.push_str(&difference(path.file_name().unwrap().to_str().unwrap(), &kept, &got));
    }
    // a change of the form stands at a thousand places of the JSON
    let (lines, shown) = (report.lines().count(), report.lines().take(200).collect::<Vec<_>>().join("\n"));
    let more = lines.saturating_sub(200);
    assert!(report.is_empty(), "\n{shown}\n(and {more} more lines)\nWANYI_BLESS=1 writes them anew");
}

#[test]
fn all_that_is_read() {
    assert_kept(pages().iter().map(|page| {
        let article = Article::parse(&page.text).unwrap();
        (page.path.with_extension("mentions.tsv"), rows(&article))
    }));
}

#[test]
fn a_difference_is_told_by_line() {
    assert_eq!(difference("x", "a\nb\nc\n", "a\nb\nc\n"), "");
    assert_eq!(difference("x", "a\nb\nc\n", "a\nd\nc\ne\n"), "x, line 2:\n  - b\n  + d\nx, line 4:\n  + e\n");
    assert_eq!(difference("x", "a\nb\nc\n", "b\nc\n"), "x, line 1:\n  - a\n");
    assert_eq!(difference("x", "", "a\n"), "x, line 1:\n  + a\n");
}

#[cfg(feature = "serde")]
#[test]
fn json_form() {
    let pages = pages();
    let kept = pages.iter().filter(|page| WITH_JSON.contains(&page.name.as_str()));
    assert_kept(kept.map(|page| {
        let article = Article::parse(&page.text).unwrap();
        (page.path.with_extension("json"), serde_json::to_string_pretty(&article).unwrap() + "\n")
    }));
}

#[cfg(feature = "serde")]
#[test]
fn json_reads_back_equal() {
    for page in pages() {
        let article = Article::parse(&page.text).unwrap();
        let json = serde_json::to_string(&article).unwrap();
        let back: Article<'static> = serde_json::from_str(&json).unwrap();
        assert!(back == article, "{}", page.name);
        assert_eq!(back.blocks(), article.blocks(), "{}", page.name);
        assert_eq!(serde_json::to_string(&back).unwrap(), json, "{}", page.name);
    }
}

#[test]
fn owned_is_equal() {
    for page in pages() {
        let article = Article::parse(&page.text).unwrap();
        let owned: Article<'static> = article.clone().into_owned();
        assert!(owned == article, "{}", page.name);
        assert_eq!(rows(&owned), rows(&article), "{}", page.name);
    }
}

#[test]
fn bytes_read_the_same() {
    for page in pages() {
        assert!(Article::parse_bytes(page.text.as_bytes()).unwrap() == Article::parse(&page.text).unwrap());
    }
}

#[test]
fn blocks_tile_the_source() {
    for page in pages() {
        let article = Article::parse(&page.text).unwrap();
        let mut end = 0;
        let mut chars = 0;
        for block in article.blocks() {
            assert_eq!(block.span.start(), end, "{}: a gap or overlap before {:?}", page.name, block.kind);
            assert_eq!(block.span.chars().start, chars, "{}: {:?}", page.name, block.kind);
            assert!(article.get(block.span).is_some(), "{}", page.name);
            end = block.span.end();
            chars = block.span.chars().end;
        }
        assert_eq!((end, chars), (page.text.len(), page.text.chars().count()), "{}", page.name);
        let paragraphs = article.blocks().iter().filter(|block| block.kind == BlockKind::Paragraph).count();
        assert!(paragraphs > 0, "{}", page.name);
    }
}

/// Every node of an article that has a text and a span.
fn nodes(article: &Article<'_>) -> Vec<(&'static str, String, Span)> {
    let mut nodes = Vec::new();
    let mut piece = |what, piece: Option<Piece<'_>>| {
        if let Some(piece) = piece {
            nodes.push((what, piece.text.to_owned(), piece.span));
        }
    };
    piece("source", article.source());
    if let Some(dateline) = article.dateline() {
        piece("agency", dateline.agency());
        piece("place", dateline.place());
    }
    for person in article.people() {
        piece("person", Some(person.name));
    }
    for (_, boilerplate) in article.boilerplate() {
        piece("boilerplate", Some(boilerplate));
    }
    for claim in article.claims() {
        piece("claim", Some(Piece { text: claim.text(), span: claim.span() }));
        piece("subject", claim.subject());
        piece("predicate", claim.predicate());
        piece("object", claim.object());
        piece("claim's place", claim.place());
        piece("attribution", claim.attribution());
        piece("condition", claim.condition());
    }
    let headings = article.sections().filter_map(|section| section.heading());
    for passage in article.title().into_iter().chain(headings).chain(article.paragraphs()) {
        piece("passage", Some(Piece { text: passage.text(), span: passage.span() }));
    }
    nodes.extend(article.quantities().map(|q| ("quantity", q.text().to_owned(), q.span())));
    nodes.extend(article.times().map(|t| ("time", t.text().to_owned(), t.span())));
    nodes
}

#[test]
fn spans_are_the_text() {
    for page in pages() {
        let article = Article::parse(&page.text).unwrap();
        let repaired = wanyi::repair(&page.text);
        for (what, text, span) in nodes(&article) {
            assert_eq!(Span::locate(&page.text, span.bytes()), Some(span), "{}: {what}", page.name);
            assert!(article.get(span).is_some(), "{}: {what}", page.name);
            let stands = repaired.text().get(repaired.text_range(span.bytes())).unwrap();
            assert_eq!(stands, text, "{}: {what}", page.name);
        }
    }
}

/// Quantities lie in the passage and the claim that list them, in text order.
#[test]
fn nodes_nest() {
    for page in pages() {
        let article = Article::parse(&page.text).unwrap();
        for passage in article.paragraphs() {
            assert!(passage.quantities().all(|q| passage.span().contains(q.span())), "{}", page.name);
            assert!(passage.times().all(|t| passage.span().contains(t.span())), "{}", page.name);
        }
        for section in article.sections() {
            for claim in section.claims() {
                assert!(section.paragraphs().any(|p| p.span().contains(claim.span())), "{}: {claim:?}", page.name);
                assert!(claim.quantities().all(|q| claim.span().contains(q.span())), "{}: {claim:?}", page.name);
                assert!(claim.times().all(|t| claim.span().contains(t.span())), "{}: {claim:?}", page.name);
            }
        }
        let spans: Vec<Span> = article.quantities().map(|q| q.span()).collect();
        assert!(spans.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "{}: overlap", page.name);
        let claims: Vec<Span> = article.claims().map(|claim| claim.span()).collect();
        assert!(claims.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "{}: claims overlap", page.name);
    }
}
