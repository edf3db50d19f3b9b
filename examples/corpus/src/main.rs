//! Reads an archive of Chinese news into tables: `corpus --help`.
//!
//! Where to read: [`run`] is the whole of it, [`shard`] cuts the [`input`], [`work`] reads a shard by way of [`draft`],
//! [`output`] writes it, [`manifest`] notes it. [`make`] makes articles to try it on.

#![forbid(unsafe_code)]

mod draft;
mod failure;
mod input;
mod make;
mod manifest;
mod options;
mod output;
#[path = "../../common/page.rs"]
mod page;
mod progress;
mod run;
mod shard;
mod summary;
mod work;

use std::process::ExitCode;

use options::Command;

fn main() -> ExitCode {
    let command = match options::command(std::env::args_os().skip(1)) {
        Ok(command) => command,
        Err(error) => {
            eprintln!("corpus: {error}; --help tells the options");
            return ExitCode::from(2);
        }
    };
    let result = match command {
        Command::Help => {
            print!("{}", options::HELP);
            Ok(ExitCode::SUCCESS)
        }
        Command::Read(read) => run::run(&read),
        Command::Make(making) => make::make(&making).map(|()| ExitCode::SUCCESS),
    };
    result.unwrap_or_else(|problem| {
        eprintln!("corpus: {problem}");
        ExitCode::FAILURE
    })
}
