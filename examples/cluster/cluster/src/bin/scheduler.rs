//! A scheduler of the cluster.

use std::process::ExitCode;

use cluster::commands::{end, scheduler};

fn main() -> ExitCode {
    end(scheduler(lexopt::Parser::from_env()))
}
