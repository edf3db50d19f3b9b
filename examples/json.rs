//! The JSON form: parses the built-in article, prints it, reads it back and says whether it is equal.
//!
//! ```sh
//! cargo run --example json
//! ```
//!
//! The exit code is 1 where it is not.

mod common;

use std::error::Error;
use std::process::ExitCode;

use common::print;
use wanyi::Article;

const ARTICLE: &str = include_str!("data/article.txt");

fn main() -> ExitCode {
    match run() {
        Ok(true) => {
            eprintln!("json: the article read back from its JSON form is equal");
            ExitCode::SUCCESS
        }
        Ok(false) => {
            eprintln!("json: the article read back from its JSON form differs");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("json: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether the article survives the way to JSON and back.
fn run() -> Result<bool, Box<dyn Error>> {
    let article = Article::parse(ARTICLE)?;
    let json = serde_json::to_string_pretty(&article)?;
    print(json.clone() + "\n")?;
    let back: Article<'_> = serde_json::from_str(&json)?;
    Ok(back == article)
}
