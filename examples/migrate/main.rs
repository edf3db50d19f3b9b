//! Prints the quantities and times of a text in the form of Microsoft Recognizers-Text or of duckling, for programs
//! that read those today.
//!
//! ```sh
//! cargo run --example migrate                              # the built-in article, as Recognizers-Text has it
//! echo '今年投入3.5億元' | cargo run --example migrate -- duckling -
//! cargo run --example migrate -- recognizers page.txt --published 2023-09-20 --region TW
//! ```
#![doc = include_str!("mapping.md")]

#[path = "../common/mod.rs"]
mod common;

use std::ffi::OsString;
use std::process::ExitCode;

use common::{print, read};
use wanyi::{Moment, Parser, Region};

mod duckling;
mod recognizers;
mod shared;

const ARTICLE: &str = include_str!("../data/article.txt");

const HELP: &str = "Prints the findings of a Chinese text in the form of another library.

usage: migrate [recognizers|duckling] [PAGE] [--published DAY] [--region CODE]

  PAGE         a text file, or - for standard input; the built-in article unless given
  --published  the day that times count from, as 2023-09-20
  --region     CN, HK, TW, MO, SG or MY: whose money 元 is
  --help       this text
";

struct Task {
    form: String,
    page: Option<OsString>,
    parser: Parser,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("migrate: {problem}");
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
    let article = task.parser.parse_bytes(&bytes).map_err(|error| error.to_string())?;
    let findings = match task.form.as_str() {
        "recognizers" => recognizers::findings(&article),
        "duckling" => duckling::findings(&article),
        other => return Err(format!("no form is called {other}; --help tells more")),
    };
    let json = serde_json::to_string_pretty(&findings).map_err(|error| error.to_string())?;
    print(&(json + "\n"))
}

/// What the command line asks for; `None` for help.
fn task() -> Result<Option<Task>, lexopt::Error> {
    use lexopt::prelude::*;
    let mut task = Task { form: String::new(), page: None, parser: Parser::new() };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("published") => {
                let day: Moment = arguments.value()?.parse()?;
                task.parser = task.parser.published(day);
            }
            Long("region") => {
                let region: Region = arguments.value()?.parse()?;
                task.parser = task.parser.region(region);
            }
            Value(form) if task.form.is_empty() => task.form = form.string()?,
            Value(page) if task.page.is_none() => task.page = Some(page),
            _ => return Err(argument.unexpected()),
        }
    }
    if task.form.is_empty() {
        task.form = "recognizers".to_owned();
    }
    Ok(Some(task))
}
