//! Reads an article and prints its facts as a table: who, what, how much, when, compared with what, said by whom.
//!
//! ```sh
//! cargo run --example fact_table              # the built-in article, examples/data/article.txt
//! cargo run --example fact_table -- --csv page.txt
//! ```
//!
//! One row for each quantity of a claim. With `--csv` the rows are comma-separated values as RFC 4180 has them, under a
//! header; the numbers keep every digit. The exit code is 1 where a text cannot be read.

use std::env;
use std::fs;
use std::io::{self, Write as _};
use std::process::ExitCode;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use wanyi::{Approx, Article, Bound, Change, ClaimRef, Direction, Modality, Moment, Quantity, QuantityRef, TimeRef};

const ARTICLE: &str = include_str!("data/article.txt");

const HEADER: [&str; 6] = ["who", "what", "how much", "when", "compared with", "said by"];

/// The widths of the columns, in terminal cells.
const WIDTHS: [usize; 6] = [24, 26, 24, 22, 30, 14];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("fact_table: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let mut csv = false;
    let mut path = None;
    for argument in env::args_os().skip(1) {
        match argument.to_str() {
            Some("--csv") => csv = true,
            Some(flag) if flag.starts_with("--") => return Err(format!("unknown flag {flag}; only --csv is known")),
            _ => path = Some(argument),
        }
    }
    let bytes = match &path {
        None => ARTICLE.as_bytes().to_vec(),
        Some(path) => fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.to_string_lossy()))?,
    };
    let article = Article::parse_bytes(&bytes).map_err(|error| error.to_string())?;
    let mut out = String::new();
    let mut write = |cells: [String; 6]| out.push_str(&if csv { comma_separated(&cells) } else { aligned(&cells) });
    write(HEADER.map(str::to_owned));
    for claim in article.claims() {
        for quantity in claim.quantities() {
            write(row(&article, &claim, &quantity));
        }
    }
    match io::stdout().write_all(out.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("cannot write: {error}")),
        _ => Ok(()),
    }
}

/// The facts of one quantity.
fn row(article: &Article<'_>, claim: &ClaimRef<'_>, quantity: &QuantityRef<'_>) -> [String; 6] {
    let change = claim.changes().find(|change| {
        [change.magnitude, change.from, change.to].into_iter().flatten().any(|other| other.span() == quantity.span())
    });
    // the words of the claim before its number, and what is counted
    let mut what = claim.predicate().map(|piece| piece.text.to_owned()).unwrap_or_default();
    if let Some(object) = claim.object().filter(|object| !what.contains(object.text)) {
        what = format!("{what}…{}", object.text);
    }
    if claim.is_negated() {
        what = format!("not: {what}");
    }
    if claim.modality() != Modality::Fact {
        what = format!("{what} ({})", claim.modality().name());
    }
    let what = what.trim().to_owned();
    // the claim's own time, or that of its sentence
    let sign = change.as_ref().map_or("", |change| match (change.direction, change.to, change.from) {
        (Direction::Increase, to, None) if to.is_none_or(|to| to.span() != quantity.span()) => "+ ",
        (Direction::Decrease, to, None) if to.is_none_or(|to| to.span() != quantity.span()) => "− ",
        _ => "",
    });
    [
        claim.subject().map(|piece| piece.text.to_owned()).unwrap_or_default(),
        what,
        format!("{sign}{}", amount(quantity)),
        claim.time().map(|time| when(&time)).or_else(|| published(article)).unwrap_or_default(),
        change.map(|change| compared(&change, quantity)).unwrap_or_default(),
        claim.attribution().map(|piece| piece.text.to_owned()).unwrap_or_default(),
    ]
}

/// The day of publication in brackets, for a claim without a time.
fn published(article: &Article<'_>) -> Option<String> {
    article.published().and_then(|time| time.from).map(|day| format!("({})", day.date()))
}

/// What a change is measured against: `yoy`, `from 62 %`, `較1998年`.
fn compared(change: &Change<'_>, quantity: &QuantityRef<'_>) -> String {
    let basis = change.basis.map(|basis| basis.name().replace('_', " "));
    let base = change.base_period.map(|(first, last)| match first == last {
        true => format!("{first}"),
        false => format!("{first}/{last}"),
    });
    let from = change.from.filter(|from| from.span() != quantity.span()).map(|from| format!("from {}", amount(&from)));
    [basis, base, from].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The value with its bounds and unit.
fn amount(quantity: &Quantity) -> String {
    let bound = |bound: &Bound| bound.value.to_string();
    let number = match (quantity.value, quantity.lower.as_ref(), quantity.upper.as_ref()) {
        (Some(value), ..) => match quantity.approx {
            Approx::Exact => value.to_string(),
            Approx::About => format!("~{value}"),
            Approx::Over | Approx::AtLeast | Approx::Odd => format!("{value}+"),
            _ => format!("<{value}"),
        },
        (None, Some(lower), Some(upper)) => format!("{}–{}", bound(lower), bound(upper)),
        (None, Some(lower), None) => format!("{}+", bound(lower)),
        (None, None, Some(upper)) => format!("<{}", bound(upper)),
        (None, None, None) => "?".to_owned(),
    };
    match &quantity.unit {
        Some(unit) => format!("{number} {unit}"),
        None => number,
    }
}

/// A time as its first and last day.
fn when(time: &TimeRef) -> String {
    let day = |moment: Option<Moment>| moment.map(|moment| moment.date().to_string()).unwrap_or_default();
    match (time.from, time.to) {
        (None, None) => String::new(),
        (from, to) if day(from) == day(to) => day(from),
        (from, to) => format!("{}/{}", day(from), day(to)),
    }
}

/// One row of comma-separated values.
fn comma_separated(cells: &[String; 6]) -> String {
    let quoted = cells.iter().map(|cell| {
        if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    });
    quoted.collect::<Vec<_>>().join(",") + "\r\n"
}

/// One row in columns; what is too wide is shortened.
fn aligned(cells: &[String; 6]) -> String {
    let cells = cells.iter().zip(WIDTHS).map(|(cell, width)| {
        let cell = shorten(cell, width);
        let blanks = (width + 2).saturating_sub(cell.width());
        format!("{cell}{}", " ".repeat(blanks))
    });
    cells.collect::<String>().trim_end().to_owned() + "\n"
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
