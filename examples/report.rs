//! Writes a page of HTML that shows what articles claim, for people to read and check.
//!
//! ```sh
//! cargo run --features html --example report                           # the built-in article, to report.html
//! cargo run --features html --example report -- page.txt other.txt -o both.html
//! cargo run --features html --example report -- - -o - < page.txt      # from standard input, to standard output
//! ```
//!
//! The exit code is 1 where a text cannot be read or the page cannot be written.

mod common;

use std::ffi::OsString;
use std::fs;
use std::process::ExitCode;

use common::{print, read};
use wanyi::Article;
use wanyi::html::Report;

const ARTICLE: &str = include_str!("data/article.txt");

const HELP: &str = "Writes a page of HTML that shows what Chinese news articles claim.

usage: report [PAGE…] [-o FILE] [--title TITLE]

  PAGE…         text files, or - for standard input; the built-in article unless given
  -o, --output  the page, or - for standard output; report.html unless given
  --title       the title of the page; that of the first article unless given
  --help        this text
";

struct Task {
    pages: Vec<OsString>,
    output: OsString,
    title: Option<String>,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("report: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let Some(task) = task().map_err(|error| format!("{error}; --help tells more"))? else {
        return print(HELP);
    };
    let mut texts = Vec::new();
    for page in &task.pages {
        texts.push((page.to_string_lossy().into_owned(), read(page)?));
    }
    if texts.is_empty() {
        texts.push(("the built-in article".to_owned(), ARTICLE.as_bytes().to_vec()));
    }
    let mut articles = Vec::new();
    for (name, bytes) in &texts {
        articles.push(Article::parse_bytes(bytes).map_err(|error| format!("{name}: {error}"))?);
    }
    let mut report = Report::new(&articles);
    if let Some(title) = task.title {
        report = report.title(title);
    }
    if task.output == "-" {
        return print(report.to_string());
    }
    let name = task.output.to_string_lossy();
    fs::write(&task.output, report.to_string()).map_err(|error| format!("cannot write {name}: {error}"))?;
    let claims: usize = articles.iter().map(|article| article.claims().len()).sum();
    eprintln!("report: {name} shows {claims} claims; open it in a browser");
    Ok(())
}

/// What the command line asks for; `None` for help.
fn task() -> Result<Option<Task>, lexopt::Error> {
    use lexopt::prelude::*;
    let mut task = Task { pages: Vec::new(), output: "report.html".into(), title: None };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Short('o') | Long("output") => task.output = arguments.value()?,
            Long("title") => task.title = Some(arguments.value()?.string()?),
            Value(path) => task.pages.push(path),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(Some(task))
}
