//! The files that paths, folders and globs name, in an order that is the same in every run.

use std::fs;
use std::path::{self, Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use super::Format;

/// A file, and by what it is known again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct File {
    pub(crate) path: PathBuf,
    pub(crate) format: Format,
    /// Its bytes, packed if it is.
    pub(crate) bytes: u64,
    /// When it was last changed: nanoseconds since 1970.
    pub(crate) modified: u64,
}

impl File {
    pub(crate) fn is_packed(&self) -> bool {
        self.path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"))
    }
}

/// The files that the arguments name: of a file itself, of a folder all within whose endings are known, of anything else
/// what it matches as a glob. None is there twice, and none that lies in the folder that is written to.
pub(crate) fn list(arguments: &[PathBuf], told: Option<Format>, out: &Path) -> Result<Vec<File>, String> {
    let mut files = Vec::new();
    for argument in arguments {
        let name = argument.display();
        if argument.is_dir() {
            walk(argument, told, &mut files)?;
        } else if argument.is_file() {
            files.push(named(argument, told)?);
        } else {
            let pattern = argument.to_str().ok_or_else(|| format!("{name}: no such file, and no glob in UTF-8"))?;
            let found = glob::glob(pattern).map_err(|error| format!("{name}: {error}"))?;
            let before = files.len();
            for path in found {
                let path = path.map_err(|error| error.to_string())?;
                match path.is_dir() {
                    true => walk(&path, told, &mut files)?,
                    false => files.push(named(&path, told)?),
                }
            }
            if files.len() == before {
                return Err(format!("{name}: no such file, and nothing that it matches as a glob"));
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files.dedup_by(|one, other| one.path == other.path);
    let out = path::absolute(out).map_err(|error| format!("{}: {error}", out.display()))?;
    files.retain(|file| path::absolute(&file.path).is_ok_and(|path| !path.starts_with(&out)));
    if files.is_empty() {
        return Err("no file with an ending that is known: jsonl, ndjson, csv, warc, txt, html or htm".to_owned());
    }
    Ok(files)
}

/// A file that was named, whose format must be known.
fn named(path: &Path, told: Option<Format>) -> Result<File, String> {
    let name = path.display();
    let format = told.or_else(|| format(path));
    file(path, format.ok_or_else(|| format!("{name}: its ending tells no format; --format does"))?)
}

/// The files of a folder, hidden ones and those of other endings left out.
fn walk(folder: &Path, told: Option<Format>, files: &mut Vec<File>) -> Result<(), String> {
    let is_hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    let entries = WalkDir::new(folder).into_iter();
    for entry in entries.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name())) {
        let entry = entry.map_err(|error| error.to_string())?;
        if !entry.path().is_file() {
            continue;
        }
        if let Some(format) = told.or_else(|| format(entry.path())) {
            files.push(file(entry.path(), format)?);
        }
    }
    Ok(())
}

fn file(path: &Path, format: Format) -> Result<File, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", path.display());
    let data = fs::metadata(path).map_err(failed)?;
    let since = data.modified().map_err(failed)?.duration_since(UNIX_EPOCH).unwrap_or_default();
    let modified = u64::try_from(since.as_nanos()).unwrap_or(u64::MAX);
    Ok(File { path: path.to_owned(), format, bytes: data.len(), modified })
}

/// The format that the ending of a name tells, with or without `.gz` after it.
fn format(path: &Path) -> Option<Format> {
    let name = path.file_name()?.to_str()?.to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    Some(match name.rsplit_once('.')?.1 {
        "jsonl" | "ndjson" => Format::Jsonl,
        "csv" => Format::Csv,
        "warc" | "wet" => Format::Warc,
        "txt" => Format::Text,
        "html" | "htm" => Format::Html,
        _ => return None,
    })
}
