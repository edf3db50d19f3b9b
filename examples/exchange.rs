//! Writes an article in the form of another program: JSON-LD, Web Annotations, displaCy, brat, Label Studio, TimeML.
//!
//! ```sh
//! cargo run --features jsonld,annotations --example exchange                  # the built-in article, as JSON-LD
//! cargo run --features jsonld,annotations --example exchange -- displacy page.txt
//! cargo run --features jsonld,annotations --example exchange -- brat page.txt # page.ann, beside page.txt
//! ```
//!
//! The exit code is 1 where a text cannot be read.

mod common;

use std::ffi::OsString;
use std::process::ExitCode;

use common::{print, read};
use wanyi::annotations::{Brat, Displacy, LabelStudio, TimeMl, WebAnnotations};
use wanyi::jsonld::NewsArticle;
use wanyi::{Article, ParseError};

const ARTICLE: &str = include_str!("data/article.txt");

const HELP: &str = "Writes a Chinese news article in the form of another program.

usage: exchange [FORM] [PAGE] [--url URL]

  FORM    jsonld (unless given), web, displacy, brat, label-studio, timeml;
          brat-config and label-studio-config: what a project of theirs needs
  PAGE    a text file, or - for standard input; the built-in article unless given
  --url   where the article is, for jsonld and web; https://news.example/article unless given
  --help  this text
";

struct Task {
    form: String,
    page: Option<OsString>,
    url: String,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("exchange: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let Some(task) = task().map_err(|error| format!("{error}; --help tells more"))? else {
        return print(HELP);
    };
    let bytes = match &task.page {
        None => ARTICLE.as_bytes().to_vec(),
        Some(page) => read(page)?,
    };
    let article = Article::parse_bytes(&bytes).map_err(|error: ParseError| error.to_string())?;
    print(&match task.form.as_str() {
        "jsonld" => format!("{:#}\n", NewsArticle::new(&article).url(task.url)),
        "web" => format!("{:#}\n", WebAnnotations::new(&article, task.url)),
        "displacy" => format!("{}\n", Displacy::new(&article)),
        "brat" => Brat::new(&article).to_string(),
        "brat-config" => Brat::CONFIG.to_owned(),
        "label-studio" => format!("{}\n", LabelStudio::new(&article)),
        "label-studio-config" => LabelStudio::CONFIG.to_owned(),
        "timeml" => TimeMl::new(&article).to_string(),
        other => return Err(format!("no form is called {other}; --help tells more")),
    })
}

/// What the command line asks for; `None` for help.
fn task() -> Result<Option<Task>, lexopt::Error> {
    use lexopt::prelude::*;
    let mut task = Task { form: String::new(), page: None, url: "https://news.example/article".to_owned() };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("url") => task.url = arguments.value()?.string()?,
            Value(form) if task.form.is_empty() => task.form = form.string()?,
            Value(page) if task.page.is_none() => task.page = Some(page),
            _ => return Err(argument.unexpected()),
        }
    }
    if task.form.is_empty() {
        task.form = "jsonld".to_owned();
    }
    Ok(Some(task))
}
