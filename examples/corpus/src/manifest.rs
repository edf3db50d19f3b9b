//! What is done: a file of JSON lines that only grows.
//!
//! Its first line has the options and how many files there are, then each file has a line, then each shard that is done,
//! in the order in which they were, and when all are, the last line says how many. A shard has its line after all its
//! files have their names, so that no shard is ever counted that is not there, and none twice: what a killed run left
//! without a line is written again, with the same bytes. A line that was cut off is no line.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::input::Position;
use crate::input::files::File;
use crate::options::Reading;
use crate::output;
use crate::summary::Counts;

const NAME: &str = "manifest.jsonl";

/// The first line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Head {
    manifest: u32,
    /// The version of both crates.
    wanyi: String,
    options: Reading,
    files: usize,
}

/// The line of a shard that is done.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Done {
    pub(crate) shard: u32,
    pub(crate) from: Position,
    pub(crate) to: Position,
    pub(crate) counts: Counts,
}

/// The last line.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct End {
    shards: usize,
}

/// A line after those of the files.
#[derive(Deserialize)]
#[serde(untagged)]
enum Entry {
    Done(Done),
    End(End),
}

#[derive(Debug)]
pub(crate) struct Manifest {
    file: fs::File,
    path: PathBuf,
    /// Where the shards end that are done.
    pub(crate) done: BTreeMap<u32, Position>,
    /// What was counted in them.
    pub(crate) counts: Counts,
    pub(crate) is_end: bool,
}

impl Head {
    pub(crate) fn new(options: &Reading, files: &[File]) -> Self {
        Self { manifest: 1, wanyi: env!("CARGO_PKG_VERSION").to_owned(), options: options.clone(), files: files.len() }
    }
}

impl Manifest {
    /// The manifest of a folder, a new one where it has none.
    ///
    /// # Errors
    ///
    /// Where the folder is of another run: with other options, or of files that were not these, or not as they are now.
    pub(crate) fn open(folder: &Path, head: &Head, files: &[File]) -> Result<Self, String> {
        let path = folder.join(NAME);
        if !path.exists() {
            begin(folder, &path, head, files)?;
        }
        let failed = |error: std::io::Error| format!("{}: {error}", path.display());
        let mut reader = BufReader::new(fs::File::open(&path).map_err(failed)?);
        let mut whole = 0;
        let mut lines = std::iter::from_fn(|| {
            let mut line = Vec::new();
            match reader.read_until(b'\n', &mut line) {
                Ok(_) if !line.ends_with(b"\n") => None,
                Ok(count) => {
                    whole += count as u64;
                    Some(Ok(line))
                }
                Err(error) => Some(Err(failed(error))),
            }
        });
        let damaged = || format!("{} is damaged", path.display());
        let old: Value = next(&mut lines)?.ok_or_else(damaged)?;
        let same = same_head(&old, head).and_then(|()| same_files(&mut lines, files, &old));
        same.map_err(|reason| {
            let folder = folder.display();
            format!("{folder} was begun otherwise: {reason}; write to another folder, or remove this one")
        })?;
        let (mut done, mut counts, mut is_end) = (BTreeMap::new(), Counts::default(), false);
        while let Some(entry) = next(&mut lines).map_err(|error| format!("{}: {error}", damaged()))? {
            match entry {
                Entry::Done(shard) => {
                    if done.insert(shard.shard, shard.to).is_some() {
                        return Err(format!("{}: it has shard {} twice", damaged(), shard.shard));
                    }
                    counts.add(&shard.counts);
                }
                Entry::End(end) => is_end = end.shards == done.len(),
            }
        }
        let file = OpenOptions::new().append(true).open(&path).map_err(failed)?;
        if file.metadata().map_err(failed)?.len() > whole {
            file.set_len(whole).map_err(failed)?;
        }
        Ok(Self { file, path, done, counts, is_end })
    }

    /// Notes that the files of a shard have their names.
    pub(crate) fn add(&mut self, done: &Done) -> Result<(), String> {
        self.write(done)?;
        self.done.insert(done.shard, done.to);
        self.counts.add(&done.counts);
        Ok(())
    }

    /// Notes that no shard is left.
    pub(crate) fn end(&mut self) -> Result<(), String> {
        self.is_end = true;
        self.write(&End { shards: self.done.len() })
    }

    fn write(&mut self, entry: &impl Serialize) -> Result<(), String> {
        let line = line(entry);
        let written = line.and_then(|line| self.file.write_all(&line)).and_then(|()| self.file.sync_data());
        written.map_err(|error| format!("{}: {error}", self.path.display()))
    }
}

/// Writes the lines that stand in the manifest from the start.
fn begin(folder: &Path, path: &Path, head: &Head, files: &[File]) -> Result<(), String> {
    let write = || -> std::io::Result<()> {
        let mut lines = line(head)?;
        for file in files {
            lines.extend(line(file)?);
        }
        let mut new = output::NewFile::create(path)?;
        new.write_all(&lines)?;
        new.commit()?;
        output::sync_folder(folder)
    };
    write().map_err(|error| format!("{}: {error}", path.display()))
}

fn line(entry: &impl Serialize) -> std::io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(entry)?;
    line.push(b'\n');
    Ok(line)
}

fn next<T: DeserializeOwned>(lines: &mut impl Iterator<Item = Result<Vec<u8>, String>>) -> Result<Option<T>, String> {
    let Some(line) = lines.next() else { return Ok(None) };
    serde_json::from_slice(&line?).map(Some).map_err(|error| error.to_string())
}

/// Whether a manifest was begun with the same options.
fn same_head(old: &Value, head: &Head) -> Result<(), String> {
    let new = serde_json::to_value(head).map_err(|error| error.to_string())?;
    match difference("", old, &new) {
        None => Ok(()),
        Some(difference) => Err(difference),
    }
}

/// The first that differs of two trees.
fn difference(name: &str, old: &Value, new: &Value) -> Option<String> {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            let names = old.keys().chain(new.keys());
            let of = |tree: &serde_json::Map<String, Value>, name: &String| tree.get(name).cloned().unwrap_or_default();
            names.filter(|name| *name != "files").find_map(|name| difference(name, &of(old, name), &of(new, name)))
        }
        _ => (old != new).then(|| format!("{name} was {old} and is {new}")),
    }
}

/// Whether a manifest is of the same files.
fn same_files(
    lines: &mut impl Iterator<Item = Result<Vec<u8>, String>>,
    files: &[File],
    head: &Value,
) -> Result<(), String> {
    let count = head.get("files").and_then(Value::as_u64).unwrap_or_default();
    for number in 0..count.max(files.len() as u64) {
        let old = if number < count { next::<File>(lines)? } else { None };
        let new = usize::try_from(number).ok().and_then(|number| files.get(number));
        match (old, new) {
            (Some(old), Some(new)) if old.path == new.path => same_file(&old, new)?,
            (Some(old), Some(new)) if old.path > new.path => {
                return Err(format!("{} was not there", new.path.display()));
            }
            (Some(old), _) => return Err(format!("{} is not there", old.path.display())),
            (None, Some(new)) => return Err(format!("{} was not there", new.path.display())),
            (None, None) => {}
        }
    }
    Ok(())
}

fn same_file(old: &File, new: &File) -> Result<(), String> {
    let name = new.path.display();
    if old.format != new.format {
        return Err(format!("{name} was read in another format"));
    }
    if old.bytes != new.bytes {
        return Err(format!("{name} has changed: it had {} bytes and has {}", old.bytes, new.bytes));
    }
    if old.modified != new.modified {
        return Err(format!("{name} has changed: it was written since"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_crates_have_one_version() {
        let version = format!("\nversion = \"{}\"\n", env!("CARGO_PKG_VERSION"));
        assert!(include_str!("../../../Cargo.toml").contains(&version));
    }
}
