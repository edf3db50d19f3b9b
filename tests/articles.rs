//! Whole articles, one of each kind of page: the fields, the quantities, the JSON form, and what holds for all.
//!
//! `tests/data/articles/NAME.txt` is the page, `NAME.expected.tsv` what is in it, `NAME.json` the whole JSON form.
//! `WANYI_BLESS=1 cargo test --test articles` writes the JSON files anew; read the difference before it is kept.

#![cfg(test)]
#![cfg(feature = "serde")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use wanyi::{Article, BlockKind, Piece, Span};

/// A page with what is expected of it.
struct Page {
    name: String,
    text: String,
    expected: String,
    json: PathBuf,
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
            expected: std::fs::read_to_string(path.with_extension("expected.tsv")).unwrap(),
            json: path.with_extension("json"),
        })
        .collect();
    pages.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(pages.len() >= 6, "the pages are gone");
    pages
}

fn or_dash(text: Option<String>) -> String {
    text.unwrap_or_else(|| "-".to_owned())
}

fn joined(texts: impl Iterator<Item = String>) -> String {
    let texts: Vec<String> = texts.collect();
    if texts.is_empty() { "-".to_owned() } else { texts.join("|") }
}

/// The article as the table shows it.
fn rows(article: &Article<'_>) -> Vec<String> {
    let piece = |piece: Option<Piece<'_>>| or_dash(piece.map(|piece| piece.text.to_owned()));
    let dateline = article.dateline();
    let moment = |time: Option<wanyi::TimeMention<'_>>| or_dash(time.and_then(|t| t.from).map(|from| from.to_string()));
    let mut rows = vec![
        format!("@title {}", or_dash(article.title().map(|title| title.text().to_owned()))),
        format!("@published {}", moment(article.published())),
        format!("@source {}", piece(article.source())),
        format!("@agency {}", piece(dateline.and_then(|dateline| dateline.agency()))),
        format!("@place {}", piece(dateline.and_then(|dateline| dateline.place()))),
        format!("@date {}", moment(dateline.and_then(|dateline| dateline.date()))),
        format!("@authors {}", joined(article.authors().map(|person| person.name.text.to_owned()))),
        format!("@editors {}", joined(article.editors().map(|person| person.name.text.to_owned()))),
        format!(
            "@headings {}",
            joined(article.sections().filter_map(|section| section.heading()).map(|h| h.text().to_owned()))
        ),
        "match\tvalue\tapprox\trole\tunit".to_owned(),
    ];
    rows.extend(article.quantities().map(|quantity| {
        let value = or_dash(quantity.value.map(|value| value.to_string()));
        let unit = or_dash(quantity.unit.as_ref().map(ToString::to_string));
        let (text, approx, role) = (quantity.text(), quantity.approx.name(), quantity.role.name());
        format!("{text}\t{value}\t{approx}\t{role}\t{unit}")
    }));
    rows
}

/// The lines that only one side has, in order.
fn difference(name: &str, expected: &[String], got: &[String]) -> String {
    let mut report = String::new();
    for line in expected.iter().filter(|line| !got.contains(line)) {
        writeln!(report, "{name}: missing {line:?}").unwrap();
    }
    for line in got.iter().filter(|line| !expected.contains(line)) {
        writeln!(report, "{name}: unexpected {line:?}").unwrap();
    }
    if report.is_empty() && expected != got {
        writeln!(report, "{name}: another order or number\n{expected:#?}\n{got:#?}").unwrap();
    }
    report
}

#[test]
fn fields_and_quantities() {
    let mut report = String::new();
    for page in pages() {
        let article = Article::parse(&page.text).unwrap();
        let expected: Vec<String> = page.expected.lines().map(str::to_owned).collect();
        report.push_str(&difference(&page.name, &expected, &rows(&article)));
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn json_form() {
    let bless = std::env::var_os("WANYI_BLESS").is_some_and(|value| value == "1");
    let mut report = String::new();
    for page in pages() {
        let article = Article::parse(&page.text).unwrap();
        let mut json = serde_json::to_string_pretty(&article).unwrap();
        json.push('\n');
        if bless {
            std::fs::write(&page.json, &json).unwrap();
            continue;
        }
        let kept = std::fs::read_to_string(&page.json).unwrap_or_default();
        if kept != json {
            let at = kept.lines().zip(json.lines()).take_while(|(a, b)| a == b).count();
            let line = |text: &str| text.lines().nth(at).unwrap_or("nothing").to_owned();
            writeln!(report, "{}.json, line {}: {} became {}", page.name, at + 1, line(&kept), line(&json)).unwrap();
        }
    }
    assert!(report.is_empty(), "\n{report}WANYI_BLESS=1 writes them anew");
}

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
