//! Articles a second of a core, in a plain loop, embedded and on a cluster.

use std::process::ExitCode;

use cluster::commands::{end, rate, role_or};

fn main() -> ExitCode {
    end(role_or(rate, lexopt::Parser::from_env()))
}
