//! The questions on embedded `DataFusion`.

use std::process::ExitCode;

use cluster::commands::{end, local};

fn main() -> ExitCode {
    end(local(lexopt::Parser::from_env()))
}
