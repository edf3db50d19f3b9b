//! An executor of the cluster.

use std::process::ExitCode;

use cluster::commands::{end, executor};

fn main() -> ExitCode {
    end(executor(lexopt::Parser::from_env()))
}
