//! An archive of JSON lines as one Parquet file.

use std::process::ExitCode;

use cluster::commands::{end, pack};

fn main() -> ExitCode {
    end(pack(lexopt::Parser::from_env()))
}
