//! The files of the output: a part of each table for each shard.
//!
//! A file is written under another name, brought to disk and renamed when it is whole.

mod lines;
mod parquet;

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use wanyi::Article;

use crate::failure::Failure;

/// The tables, as `wanyi::arrow::schemas` names them.
pub(crate) const TABLES: [&str; 5] = ["articles", "quantities", "claims", "changes", "times"];

/// Where the records stand that cannot be read.
pub(crate) const BAD: &str = "bad";

/// What ends the name of a file that is being written.
const UNFINISHED: &str = ".tmp";

/// The form of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Form {
    Parquet,
    Jsonl,
}

impl FromStr for Form {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "parquet" => Ok(Self::Parquet),
            "jsonl" => Ok(Self::Jsonl),
            _ => Err(format!("unknown form {name:?}: expected parquet or jsonl")),
        }
    }
}

/// Where a record came from: columns of the table of articles beside those of the crate.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Origin {
    /// The file that the record stands in.
    pub(crate) file: String,
    /// Its first byte there, unpacked.
    pub(crate) offset: u64,
    /// Its first line there, from 1.
    pub(crate) line: Option<u64>,
    /// Where it was fetched.
    pub(crate) url: Option<String>,
    /// The byte of the text that was read where the content begins, after title, time and source.
    pub(crate) content: u32,
    /// The code point.
    pub(crate) content_char: u32,
}

/// A line of the side file.
#[derive(Debug, Serialize)]
struct Bad<'a> {
    file: &'a str,
    offset: u64,
    line: Option<u64>,
    kind: &'a str,
    error: &'a str,
    /// How the record begins.
    excerpt: &'a str,
}

/// The folder of the output.
#[derive(Debug)]
pub(crate) struct Folder {
    root: PathBuf,
    form: Form,
}

impl Folder {
    /// The folder with one for each table, without what a killed run left unfinished.
    pub(crate) fn open(root: &Path, form: Form) -> io::Result<Self> {
        for table in TABLES.into_iter().chain([BAD]) {
            let folder = root.join(table);
            fs::create_dir_all(&folder)?;
            for entry in fs::read_dir(&folder)? {
                let path = entry?.path();
                if path.to_string_lossy().ends_with(UNFINISHED) {
                    fs::remove_file(path)?;
                }
            }
        }
        sync_folder(root)?;
        Ok(Self { root: root.to_owned(), form })
    }

    /// The files of a shard.
    pub(crate) fn part(&self, shard: u32) -> io::Result<Part<'_>> {
        let tables: Box<dyn Tables> = match self.form {
            Form::Parquet => Box::new(parquet::Tables::new(self.files(shard, "parquet")?)?),
            Form::Jsonl => Box::new(lines::Tables::new(self.files(shard, "jsonl")?)),
        };
        Ok(Part { folder: self, shard, tables, bad: None })
    }

    fn files(&self, shard: u32, ending: &str) -> io::Result<[NewFile; 5]> {
        let file = |table: &str| NewFile::create(&self.path(table, shard, ending));
        let [articles, quantities, claims, changes, times] = TABLES;
        Ok([file(articles)?, file(quantities)?, file(claims)?, file(changes)?, file(times)?])
    }

    fn path(&self, table: &str, shard: u32, ending: &str) -> PathBuf {
        self.root.join(table).join(format!("part-{shard:06}.{ending}"))
    }
}

/// The files of the five tables, in one of the forms.
trait Tables {
    fn push(&mut self, id: &str, origin: Origin, article: &Article<'_>) -> io::Result<()>;

    fn finish(self: Box<Self>) -> io::Result<[NewFile; 5]>;
}

/// The files of a shard, which have their names when all of them are whole.
pub(crate) struct Part<'a> {
    folder: &'a Folder,
    shard: u32,
    tables: Box<dyn Tables>,
    bad: Option<NewFile>,
}

impl Part<'_> {
    pub(crate) fn push(&mut self, id: &str, origin: Origin, article: &Article<'_>) -> io::Result<()> {
        self.tables.push(id, origin, article)
    }

    pub(crate) fn fail(&mut self, origin: &Origin, failure: &Failure, beginning: &[u8]) -> io::Result<()> {
        let file = match &mut self.bad {
            Some(file) => file,
            none => none.insert(NewFile::create(&self.folder.path(BAD, self.shard, "jsonl"))?),
        };
        let beginning = String::from_utf8_lossy(beginning.get(..beginning.len().min(400)).unwrap_or_default());
        let end = beginning.char_indices().nth(80).map_or(beginning.len(), |(at, _)| at);
        let excerpt = beginning.get(..end).unwrap_or_default();
        let (kind, error) = (failure.kind.name(), failure.message.as_str());
        let bad = Bad { file: &origin.file, offset: origin.offset, line: origin.line, kind, error, excerpt };
        serde_json::to_writer(&mut *file, &bad)?;
        file.write_all(b"\n")
    }

    /// Brings the files to disk and gives them their names.
    pub(crate) fn commit(self) -> io::Result<()> {
        for file in self.tables.finish()?.into_iter().chain(self.bad) {
            let folder = file.path.parent().map(Path::to_owned);
            file.commit()?;
            folder.as_deref().map_or(Ok(()), sync_folder)?;
        }
        Ok(())
    }
}

/// A file that has its name when it is whole.
pub(crate) struct NewFile {
    file: BufWriter<fs::File>,
    path: PathBuf,
    unfinished: PathBuf,
}

impl NewFile {
    pub(crate) fn create(path: &Path) -> io::Result<Self> {
        let mut unfinished = path.as_os_str().to_owned();
        unfinished.push(UNFINISHED);
        let unfinished = PathBuf::from(unfinished);
        let file = BufWriter::with_capacity(1 << 16, fs::File::create(&unfinished)?);
        Ok(Self { file, path: path.to_owned(), unfinished })
    }

    pub(crate) fn commit(mut self) -> io::Result<()> {
        self.file.flush()?;
        self.file.get_ref().sync_all()?;
        fs::rename(&self.unfinished, &self.path)
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Brings the names in a folder to disk, where the system can.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { fs::File::open(folder)?.sync_all() } else { Ok(()) }
}
