//! Reads a saved HTML page: draws its text, one line for each block, and shows the article in it.
//!
//! ```sh
//! cargo run --example from_html               # the built-in page, examples/data/page.html
//! cargo run --example from_html page.html
//! cargo run --example from_html - < page.html
//! cargo run --example from_html -- --text page.html
//! ```
//!
//! Kept is what a reader sees of the article: title, stamp, byline, paragraphs, captions, and the name of the page over
//! them (`title`), which names its site as a rule. Left out is what is no text (scripts, styles, forms) and what the page
//! itself says is navigation or beside the matter (`nav`, `aside`, `footer`). Every block element is a line and every cell
//! of a table stands after a tab, so that paragraphs stay apart and rows stay whole. Where the text has no date, that of
//! the page's metadata goes to [`Parser::published`].

#[path = "common/page.rs"]
mod page;

use std::env;
use std::ffi::OsString;
use std::fmt::{self, Write as _};
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::process::ExitCode;

use page::{Page, decode};
use wanyi::{Article, Moment, Parser, Person};

const PAGE: &str = include_str!("data/page.html");

const HELP: &str = "\
Reads a saved HTML page and shows the article in it.

usage: from_html [--text] [PAGE]

  PAGE        an HTML file, or - for standard input; the built-in page where it is missing
  --text      print the text that is drawn from the page, and nothing of the article
  -h, --help  print this
";

fn main() -> ExitCode {
    match run(env::args_os().skip(1)) {
        Ok(report) => match io::stdout().write_all(report.as_bytes()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                eprintln!("from_html: cannot write: {error}");
                ExitCode::FAILURE
            }
            _ => ExitCode::SUCCESS,
        },
        Err(problem) => {
            eprintln!("from_html: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: impl Iterator<Item = OsString>) -> Result<String, String> {
    let (mut text_only, mut path) = (false, None);
    for argument in arguments {
        match argument.to_str() {
            Some("-h" | "--help") => return Ok(HELP.to_owned()),
            Some("--text") => text_only = true,
            Some(option) if option.starts_with('-') && option != "-" => {
                return Err(format!("unknown option {option}; --help tells the options"));
            }
            _ if path.is_some() => return Err("more than one page; --help tells the options".to_owned()),
            _ => path = Some(argument),
        }
    }
    let (name, bytes) = match path {
        None => ("the built-in page".to_owned(), PAGE.as_bytes().to_vec()),
        Some(path) if path == "-" => {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes).map_err(|error| format!("cannot read standard input: {error}"))?;
            ("standard input".to_owned(), bytes)
        }
        Some(path) => {
            let name = path.to_string_lossy().into_owned();
            let bytes = fs::read(&path).map_err(|error| format!("cannot read {name}: {error}"))?;
            (name, bytes)
        }
    };
    let page = Page::draw(&decode(&bytes, None));
    if text_only {
        return Ok(page.text);
    }
    let mut parser = Parser::new();
    if let Some(region) = page.region {
        parser = parser.region(region);
    }
    let mut article = parser.parse(&page.text).map_err(|error| format!("{name}: {error}"))?;
    if let Some(published) = page.published.filter(|_| article.published().is_none()) {
        article = parser.published(published).parse(&page.text).map_err(|error| format!("{name}: {error}"))?;
    }
    let mut report = String::new();
    show(&article, &mut report).map_err(|error| error.to_string())?;
    Ok(report)
}

/// Prints the fields of an article and its paragraphs, each with the numbers and times in it.
fn show(article: &Article<'_>, out: &mut String) -> fmt::Result {
    let names = |people: &mut dyn Iterator<Item = Person<'_>>| {
        let names: Vec<&str> = people.map(|person| person.name.text).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let at = |moment: Option<Moment>| moment.map(|moment| moment.to_string());
    for (label, value) in [
        ("title", article.title().map(|title| title.text().to_owned())),
        ("published", at(article.published().and_then(|time| time.from))),
        ("source", article.source().map(|source| source.text.to_owned())),
        ("authors", names(&mut article.authors())),
        ("editors", names(&mut article.editors())),
    ] {
        if let Some(value) = value {
            writeln!(out, "{label:<9}  {value}")?;
        }
    }
    for section in article.sections() {
        if let Some(heading) = section.heading() {
            writeln!(out, "\n## {}", heading.text())?;
        }
        for paragraph in section.paragraphs() {
            writeln!(out, "\n{}", paragraph.text())?;
            for quantity in paragraph.quantities() {
                writeln!(out, "  {} = {}", quantity.text(), **quantity)?;
            }
            for time in paragraph.times() {
                writeln!(out, "  {} = {}", time.text(), time.iso8601().unwrap_or_default())?;
            }
        }
    }
    Ok(())
}
