//! What the examples share: a page from a file or standard input, and standard output.
#![allow(dead_code)] // each takes what it needs

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read as _, Write as _};

/// The bytes of a file, or those of standard input for `-`.
pub(crate) fn read(page: &OsStr) -> Result<Vec<u8>, String> {
    if page == "-" {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map_err(|error| format!("cannot read standard input: {error}"))?;
        return Ok(bytes);
    }
    fs::read(page).map_err(|error| format!("cannot read {}: {error}", page.to_string_lossy()))
}

/// Writes to standard output, whose reader may have gone.
pub(crate) fn print(text: impl AsRef<[u8]>) -> Result<(), String> {
    match io::stdout().write_all(text.as_ref()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("cannot write: {error}")),
        _ => Ok(()),
    }
}
