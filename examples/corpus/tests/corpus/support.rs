//! Runs the program, and reads what it wrote.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use flate2::Compression;
use flate2::write::GzEncoder;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::Value;
use wanyi::arrow_array::RecordBatch;

pub(crate) const TABLES: [&str; 5] = ["articles", "quantities", "claims", "changes", "times"];

/// The flags for the fields of made articles.
pub(crate) const FIELDS: [&str; 8] = ["--title", "title", "--time", "time", "--source", "source", "--id", "id"];

pub(crate) fn corpus(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_corpus"));
    command.current_dir(folder).args(arguments);
    command
}

pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    corpus(folder, arguments).output().unwrap()
}

/// The output of a run that succeeds.
pub(crate) fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The exit code and the message of a run that does not.
pub(crate) fn failed(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = run(folder, arguments);
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// A temporary folder with files.
pub(crate) fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

pub(crate) fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    std::io::Write::write_all(&mut packer, bytes).unwrap();
    packer.finish().unwrap()
}

/// The files of a table, in their order.
pub(crate) fn parts(out: &Path, table: &str) -> Vec<PathBuf> {
    let mut parts: Vec<PathBuf> = fs::read_dir(out.join(table)).unwrap().map(|entry| entry.unwrap().path()).collect();
    parts.sort();
    parts
}

/// The rows of a table of JSON lines, or of the side file.
pub(crate) fn lines(out: &Path, table: &str) -> Vec<Value> {
    let texts = parts(out, table).into_iter().map(|part| fs::read_to_string(part).unwrap());
    texts.flat_map(|text| text.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<_>>()).collect()
}

/// One field of each row, as text.
pub(crate) fn column(rows: &[Value], name: &str) -> Vec<String> {
    let text = |row: &Value| match row.get(name).unwrap_or_else(|| panic!("no {name} in {row}")) {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    rows.iter().map(text).collect()
}

/// The batches of a table in Parquet.
pub(crate) fn batches(out: &Path, table: &str) -> Vec<RecordBatch> {
    let read = |part: PathBuf| {
        let reader = ParquetRecordBatchReaderBuilder::try_new(fs::File::open(part).unwrap()).unwrap();
        reader.build().unwrap().map(Result::unwrap).collect::<Vec<_>>()
    };
    parts(out, table).into_iter().flat_map(read).collect()
}

/// The bytes of every file of an output. The lines of the manifest stand in the order in which shards were done, which
/// the cores decide: they are sorted.
pub(crate) fn contents(out: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in walkdir::WalkDir::new(out).into_iter().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
        let mut bytes = fs::read(entry.path()).unwrap();
        if entry.file_name() == "manifest.jsonl" {
            let mut lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
            lines.sort_unstable();
            bytes = lines.join(&b'\n');
        }
        all.insert(entry.path().strip_prefix(out).unwrap().to_owned(), bytes);
    }
    all
}

/// Fails with the names of what differs.
pub(crate) fn assert_same(one: &BTreeMap<PathBuf, Vec<u8>>, other: &BTreeMap<PathBuf, Vec<u8>>, of: &str) {
    let names = |all: &BTreeMap<PathBuf, Vec<u8>>| all.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(one), names(other), "{of}: files");
    let differing: Vec<_> = one.iter().filter(|(name, bytes)| other[*name] != **bytes).map(|(name, _)| name).collect();
    assert!(differing.is_empty(), "{of}: {differing:?}");
}
