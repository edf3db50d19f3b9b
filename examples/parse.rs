//! Reads an article and shows what it claims: its fields, then a table of claims for every section.
//!
//! ```sh
//! cargo run --example parse              # the built-in article, examples/data/article.txt
//! cargo run --example parse page.txt
//! cargo run --example parse - < page.txt
//! ```
//!
//! A claim has one line for each of its quantities, and one for its parts: subject (in brackets where it stands earlier),
//! predicate, object, and who says it. A time outside the claims has a line of its own. The exit code is 1 where a text
//! cannot be read.

mod common;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt::{self, Write as _};
use std::process::ExitCode;

use common::{print, read};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use wanyi::{
    Approx, Article, Bound, Claim, Direction, Modality, Person, Piece, Quantity, QuantityRef, Relation, Role, Section,
    Time, TimeRef,
};

const ARTICLE: &str = include_str!("data/article.txt");

const HELP: &str = "Shows what a Chinese news article claims: its fields, then a table of claims for every section.

usage: parse [PAGE]

  PAGE    a text file, or - for standard input; the built-in article unless given
  --help  this text
";

/// The widths of the columns, in terminal cells: 120 with the blanks between them.
const WIDTHS: [usize; 4] = [41, 23, 21, 29];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("parse: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let Some(page) = page().map_err(|error| error.to_string())? else { return print(HELP) };
    let (name, bytes) = match &page {
        None => ("the built-in article".into(), ARTICLE.as_bytes().to_vec()),
        Some(path) => (path.to_string_lossy(), read(path)?),
    };
    let article = Article::parse_bytes(&bytes).map_err(|error| format!("{name}: {error}"))?;
    let mut report = String::new();
    show(&article, &mut report).map_err(|error| error.to_string())?;
    print(&report)
}

/// The page that the command line names, if any; `None` for help.
fn page() -> Result<Option<Option<OsString>>, lexopt::Error> {
    use lexopt::prelude::*;
    let mut page = None;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Value(path) if page.is_none() => page = Some(path),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(Some(page))
}

fn show(article: &Article<'_>, out: &mut String) -> fmt::Result {
    let names = |people: &mut dyn Iterator<Item = Person<'_>>| -> Option<String> {
        let names: Vec<String> =
            people.map(|person| format!("{} ({})", person.name.text, person.role.name())).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let dateline = article.dateline().map(|dateline| {
        let [agency, place] =
            [dateline.agency(), dateline.place()].map(|piece| piece.map(|piece| piece.text.to_owned()));
        let date = dateline.date().map(|date| when(&date));
        [agency, place, date].into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    for (label, value) in [
        ("title", article.title().map(|title| title.text().to_owned())),
        ("published", article.published().map(|time| when(&time))),
        ("source", article.source().map(|source| source.text.to_owned())),
        ("dateline", dateline),
        ("authors", names(&mut article.authors())),
        ("credits", names(&mut article.credits())),
        ("editors", names(&mut article.editors())),
        ("region", article.region().map(|told| format!("{}, {}", told.value, told.certainty.name()))),
        ("script", article.script().map(|told| format!("{}, {}", told.value, told.certainty.name()))),
    ] {
        if let Some(value) = value {
            writeln!(out, "{label:<10} {value}")?;
        }
    }
    out.push('\n');
    line(["claim", "quantity", "what", "time"].map(str::to_owned), out)?;
    for section in article.sections() {
        show_section(section, out)?;
    }
    let mut counts = BTreeMap::new();
    for diagnostic in article.diagnostics() {
        *counts.entry((diagnostic.code.name(), diagnostic.severity().name())).or_insert(0_usize) += 1;
    }
    let (quantities, times) = (article.quantities().len(), article.times().len());
    writeln!(out, "\n{quantities} quantities, {times} times, {} claims", article.claims().len())?;
    for ((code, severity), count) in counts {
        writeln!(out, "{count} × {code} ({severity})")?;
    }
    Ok(())
}

fn show_section(section: Section<'_>, out: &mut String) -> fmt::Result {
    let heading = section.heading().map_or_else(String::new, |heading| format!(" {} ", heading.text()));
    writeln!(out, "──{heading}{}", "─".repeat(118_usize.saturating_sub(heading.width())))?;
    let mut loose = section.paragraphs().flat_map(|paragraph| paragraph.times()).peekable();
    for claim in section.claims() {
        // 今年以來 before the comma stands in no claim's clause
        while let Some(time) = loose.next_if(|time| time.span().start() < claim.span().start()) {
            show_time(&time, out)?;
        }
        while loose.next_if(|time| claim.span().contains(time.span())).is_some() {}
        let quantities: Vec<_> = claim.quantities().collect();
        let times: Vec<_> = claim.times().collect();
        for row in 0..quantities.len().max(times.len()) {
            let clause = if row == 0 { claim.text().to_owned() } else { String::new() };
            let quantity = quantities.get(row);
            let (amount, what) =
                quantity.map(|quantity| (amount(quantity), what(&claim, quantity))).unwrap_or_default();
            line([clause, amount, what, times.get(row).map(|time| when(time)).unwrap_or_default()], out)?;
        }
        writeln!(out, "  {}", parts(&claim))?;
    }
    loose.try_for_each(|time| show_time(&time, out))
}

/// Whose claim it is and what it says: `縣醫院 ▸ 選派 ▸ 醫生 (planned, 局長李某)`.
fn parts(claim: &Claim<'_>) -> String {
    let text = |piece: Option<Piece<'_>>| piece.map_or_else(|| "–".to_owned(), |piece| piece.text.to_owned());
    let mut subject = text(claim.subject());
    if claim.subject_is_carried() {
        subject = format!("({subject})");
    }
    let mut line = format!("{subject} ▸ {}", text(claim.predicate()));
    if let Some(object) = claim.object() {
        line = format!("{line} ▸ {}", object.text);
    }
    let mut notes = Vec::new();
    if claim.is_negated() {
        notes.push("not".to_owned());
    }
    if claim.modality() != Modality::Fact {
        notes.push(claim.modality().name().to_owned());
    }
    for (word, piece) in [("at", claim.place()), ("if", claim.condition()), ("says", claim.attribution())] {
        notes.extend(piece.map(|piece| format!("{word} {}", piece.text)));
    }
    if notes.is_empty() { line } else { format!("{line} [{}]", notes.join(", ")) }
}

/// A line for a time outside the claims.
fn show_time(time: &TimeRef<'_>, out: &mut String) -> fmt::Result {
    line([time.text().to_owned(), String::new(), String::new(), when(time)], out)
}

/// The value with its bounds and its unit: `≥ 40 %`, `4,200,000–4,300,000 元`.
fn amount(quantity: &Quantity) -> String {
    let both = |lower: &Bound, upper: &Bound| format!("{:#}–{:#}", lower.value, upper.value);
    let side = |sign: &str, bound: Option<&Bound>| match (bound, &quantity.value) {
        (Some(bound), _) => format!("{sign} {:#}", bound.value),
        (None, Some(value)) => format!("{sign} {value:#}"),
        (None, None) => sign.to_owned(),
    };
    let number = match (quantity.approx, quantity.lower.as_ref(), quantity.upper.as_ref()) {
        (Approx::About, ..) => side("≈", None),
        (Approx::Near, _, upper) => side("≲", upper),
        (_, Some(lower), Some(upper)) if lower.value == upper.value => format!("{:#}", lower.value),
        (_, Some(lower), Some(upper)) => both(lower, upper),
        (_, Some(lower), None) => side(if lower.inclusive { "≥" } else { ">" }, Some(lower)),
        (_, None, Some(upper)) => side(if upper.inclusive { "≤" } else { "<" }, Some(upper)),
        (_, None, None) => side("?", None),
    };
    match &quantity.unit {
        Some(unit) => format!("{number} {unit}"),
        None => number,
    }
}

/// What sort of number it is, which way it changed, and how the words around it limit it.
fn what(claim: &Claim<'_>, quantity: &QuantityRef<'_>) -> String {
    let kind = match (quantity.role, &quantity.unit) {
        (Role::Cardinal, Some(unit)) => unit.code().unwrap_or(unit.dimension().name()).to_owned(),
        (Role::Cardinal, None) => String::new(),
        (role, _) => role.name().replace('_', " "),
    };
    let change = claim.changes().find(|change| change.magnitude.is_some_and(|m| m.span() == quantity.span()));
    let change = change.map(|change| {
        let basis = change.basis.map_or("", |basis| basis.name());
        let arrow = match change.direction {
            Direction::Increase => "↑",
            Direction::Decrease => "↓",
            _ => "=",
        };
        format!("{arrow} {basis}").trim_end().to_owned()
    });
    let approx = (quantity.approx != Approx::Exact).then(|| quantity.approx.name().replace('_', " "));
    let parts = [Some(kind).filter(|kind| !kind.is_empty()), change, approx];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A time as ISO 8601, `..` between first and last day: `since 2023-01-01..2023-09-20`.
fn when(time: &Time) -> String {
    let relation = match time.relation {
        Relation::On => String::new(),
        relation => format!("{} ", relation.name()),
    };
    match (time.from, time.to) {
        (Some(from), Some(to)) if from == to => format!("{relation}{from}"),
        (None, None) => format!("{relation}({})", time.kind.name()),
        (from, to) => {
            let [from, to] = [from, to].map(|end| end.map(|end| end.to_string()).unwrap_or_default());
            format!("{relation}{from}..{to}")
        }
    }
}

/// Writes one line of the table; what is too wide is shortened.
fn line(cells: [String; 4], out: &mut String) -> fmt::Result {
    let mut text = String::new();
    for (cell, width) in cells.iter().zip(WIDTHS) {
        let cell = shorten(cell, width);
        let blanks = (width + 2).saturating_sub(cell.width());
        write!(text, "{cell}{}", " ".repeat(blanks))?;
    }
    writeln!(out, "{}", text.trim_end())
}

/// The text, cut to a width in cells with `…` at its end where it is wider.
fn shorten(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut used = 1;
    let kept: String = text
        .chars()
        .take_while(|c| {
            used += c.width().unwrap_or(0);
            used <= width
        })
        .collect();
    kept + "…"
}
