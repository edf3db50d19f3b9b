//! The questions on a cluster that runs.

use std::process::ExitCode;

use cluster::commands::{client, end};

fn main() -> ExitCode {
    end(client(lexopt::Parser::from_env()))
}
