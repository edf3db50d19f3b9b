//! Reads an article and prints its facts as a table: who, what, how much, when, compared with what, said by whom.
//!
//! ```sh
//! cargo run --example fact_table              # the built-in article, examples/data/article.txt
//! cargo run --example fact_table -- --csv page.txt
//! ```
//!
//! One row for each quantity of a claim. With `--csv` they are the crate's own flat rows, each fact in a column of its
//! own, for a spreadsheet: after a byte order mark, so that it takes the file for UTF-8, and with no text that it would
//! take for a formula; the numbers keep every digit. The exit code is 1 where a text cannot be read.

mod common;

use std::ffi::OsString;
use std::process::ExitCode;

use common::{print, read};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use wanyi::rows::Row as _;
use wanyi::{Approx, Article, Bound, Change, Claim, Direction, Modality, Moment, Quantity, QuantityRef, Time};

const HELP: &str =
    "Prints the facts of a Chinese news article: who, what, how much, when, compared with what, said by whom.

usage: fact_table [--csv] [PAGE]

  PAGE    a text file; the built-in article unless given
  --csv   comma-separated values, each fact in a column of its own
  --help  this text
";

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
    let Some(Options { csv, path }) = options().map_err(|error| error.to_string())? else {
        return print(HELP);
    };
    let bytes = match &path {
        None => ARTICLE.as_bytes().to_vec(),
        Some(path) => read(path)?,
    };
    let article = Article::parse_bytes(&bytes).map_err(|error| error.to_string())?;
    if csv {
        return print(comma_separated(&article).map_err(|error| error.to_string())?);
    }
    let mut out = aligned(&HEADER.map(str::to_owned));
    for claim in article.claims() {
        for quantity in claim.quantities() {
            out.push_str(&aligned(&row(&article, &claim, &quantity)));
        }
    }
    print(out)
}

struct Options {
    csv: bool,
    path: Option<OsString>,
}

/// What the command line asks for; `None` for help.
fn options() -> Result<Option<Options>, lexopt::Error> {
    use lexopt::prelude::*;
    let mut options = Options { csv: false, path: None };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("csv") => options.csv = true,
            Short('h') | Long("help") => return Ok(None),
            Value(path) if options.path.is_none() => options.path = Some(path),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(Some(options))
}

/// The facts of one quantity.
fn row(article: &Article<'_>, claim: &Claim<'_>, quantity: &QuantityRef<'_>) -> [String; 6] {
    let change = change_of(claim, quantity);
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

/// The change that a quantity is a part of.
fn change_of<'a>(claim: &Claim<'a>, quantity: &QuantityRef<'_>) -> Option<Change<'a>> {
    claim.changes().find(|change| {
        [change.magnitude, change.from, change.to].into_iter().flatten().any(|other| other.span() == quantity.span())
    })
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
fn when(time: &Time) -> String {
    let day = |moment: Option<Moment>| moment.map(|moment| moment.date().to_string()).unwrap_or_default();
    match (time.from, time.to) {
        (None, None) => String::new(),
        (from, to) if day(from) == day(to) => day(from),
        (from, to) => format!("{}/{}", day(from), day(to)),
    }
}

/// All facts, one row a quantity of a claim, as RFC 4180 has them.
fn comma_separated(article: &Article<'_>) -> Result<Vec<u8>, csv::Error> {
    let mut out = "\u{FEFF}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
    for row in article.rows(0).quantities().filter(|row| row.claim.is_some()) {
        writer.serialize(row.for_spreadsheet())?;
    }
    writer.flush()?;
    drop(writer);
    Ok(out)
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
