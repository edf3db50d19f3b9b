//! A cluster of processes on this machine, and the questions on it.

use std::process::ExitCode;

use cluster::commands::{end, role_or, up};

fn main() -> ExitCode {
    end(role_or(up, lexopt::Parser::from_env()))
}
