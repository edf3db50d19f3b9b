//! Prints the quantities and times of a text in the form of Microsoft Recognizers-Text or of duckling, for programs that
//! read those today.
//!
//! ```sh
//! cargo run --example migrate                                    # the built-in article, as Recognizers-Text would print it
//! echo '今年投入3.5億元' | cargo run --example migrate -- duckling -
//! cargo run --example migrate -- recognizers page.txt --published 2023-09-20 --region TW
//! ```
//!
//! One JSON list, a member for each finding in text order. What maps to what:
//!
//! | here | Recognizers-Text: `typeName`, `resolution` | duckling: `dim`, `value` |
//! |---|---|---|
//! | span | `start`, `end` in UTF-16, the end **inclusive** | `start`, `end` in code points, the end exclusive |
//! | text as printed | `text` | `body`; `latent` is false |
//! | money | `currency`: `value`, `unit`, `isoCurrency` | `amount-of-money`: `unit` is the ISO code, or `unknown`; 5角 is 0.5 |
//! | share (40%, 三成, 八折) | `percentage`: `value` is `40%`, `30%`, `80%` | own: `ratio`, unit `%`; duckling has none |
//! | place in an order | `ordinal`: `value`, `offset`, `relativeTo` | `ordinal` |
//! | count of people or things (49個), bare number | `number`: `value`, `subtype`; own: `unit` | `number`; own: `unit` |
//! | age (80歲) | `age`: unit `Year` | `duration`, as it reads 80歲 |
//! | length | `dimension`, unit as our symbol | `distance`: `metre`, `kilometre`, … else in metres |
//! | mass | `dimension` | `quantity` in `gram`, exactly |
//! | volume | `dimension` | `volume`: `litre`, `millilitre`; else own: `volume` with our symbol |
//! | temperature | `temperature`: unit `C`, `F` | `temperature`: `celsius`, `fahrenheit` |
//! | duration | `datetimeV2.duration`: `timex`, seconds | `duration`: `unit`, `normalized` seconds, where it is whole |
//! | any other measure, rate, multiple, points | `dimension`, or `number` with own: `unit` | own: `dim` is our dimension, `unit` our symbol |
//! | range, limit (300至450元, 超過900噸) | the same type, `value` null or the number; own: `range`, as `numberrange` prints it | `interval` with `from` and `to`, as money has it |
//! | bare range | `numberrange` | `number`, an `interval` |
//! | day | `datetimeV2.date` | `time`, grain `day` |
//! | moment | `datetimeV2.datetime` | `time`, grain `minute` or `second`, at +08:00 |
//! | year, quarter, month, week | `datetimeV2.daterange`, `end` exclusive | `time`, a `value` of that grain |
//! | other period | `datetimeV2.daterange`, `timex` `(from,end,PnD)` | `time`, an `interval`, `to` exclusive |
//! | open side (截至8月底, 2021年起) | `Mod` `before`, `since` | an `interval` with `to` or `from` alone |
//! | 每年 | `datetimeV2.set`, `not resolved` | left out |
//! | days not known (近日) | `datetimeV2.date…`, `not resolved` | left out |
//! | score (21比18) | left out | left out |
//!
//! A year has 365 days and a month 30 in both their durations, and so here. Both give one or more candidates for a day
//! without a year; this library gives one, or none. Where Recognizers-Text has 3,500萬元 twice (as number and as money), there is
//! one finding here. **Numbers**: Recognizers-Text has strings, which keep every digit. duckling has JSON numbers: one that no
//! double holds exactly is a string here, so that no reader takes a wrong value for a right one.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::process::ExitCode;

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
    page: Option<String>,
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
    let text = match task.page.as_deref() {
        None => ARTICLE.to_owned(),
        Some("-") => {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text).map_err(|error| format!("cannot read standard input: {error}"))?;
            text
        }
        Some(page) => fs::read_to_string(page).map_err(|error| format!("cannot read {page}: {error}"))?,
    };
    let article = task.parser.parse(&text).map_err(|error| error.to_string())?;
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
            Value(page) if task.page.is_none() => task.page = Some(page.string()?),
            _ => return Err(argument.unexpected()),
        }
    }
    if task.form.is_empty() {
        task.form = "recognizers".to_owned();
    }
    Ok(Some(task))
}

/// Writes to standard output, whose reader may have gone.
fn print(text: &str) -> Result<(), String> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("cannot write: {error}")),
        _ => Ok(()),
    }
}
