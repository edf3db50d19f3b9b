//! What is read: files in their order, each a run of records.
//!
//! Rooms: `files` (folders and globs), `stream` (a file's bytes, unpacked), `lines` (lines with their places), `csv`,
//! `warc` and `http`. Read [`crate::shard`] next.

pub(crate) mod csv;
pub(crate) mod files;
pub(crate) mod http;
pub(crate) mod lines;
mod stream;
mod warc;

use std::io;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use files::File;
use lines::Lines;
use serde::{Deserialize, Serialize};

use crate::failure::{Failure, FailureKind};

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    /// A JSON object a line, an article each.
    Jsonl,
    /// A row an article, after a row with the names of the columns.
    Csv,
    /// Pages as they were fetched.
    Warc,
    /// One article.
    Text,
    /// One page.
    Html,
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Ok(match name {
            "jsonl" => Self::Jsonl,
            "csv" => Self::Csv,
            "warc" => Self::Warc,
            "text" => Self::Text,
            "html" => Self::Html,
            _ => return Err(format!("unknown format {name:?}: expected jsonl, csv, warc, text or html")),
        })
    }
}

/// A record as it stands in its file.
#[derive(Debug)]
pub(crate) struct Record {
    /// Which of the files.
    pub(crate) file: usize,
    /// Its first byte, in the file unpacked.
    pub(crate) offset: u64,
    /// Its first line, from 1, in files of lines.
    pub(crate) line: Option<u64>,
    pub(crate) data: Data,
}

#[derive(Debug)]
pub(crate) enum Data {
    Json(Vec<u8>),
    Csv(Arc<csv::Header>, Vec<u8>),
    /// A text, in an encoding that is not told.
    Text(Vec<u8>),
    Html(Vec<u8>),
    /// A page as it was fetched.
    Page(http::Page),
    /// What cannot be read, with its beginning.
    Bad(Failure, Vec<u8>),
    /// A record that is no article: an image, a redirection.
    Other,
}

impl Data {
    /// The record as it stands in its file.
    pub(crate) fn bytes(&self) -> &[u8] {
        match self {
            Self::Json(bytes) | Self::Csv(_, bytes) | Self::Text(bytes) | Self::Html(bytes) | Self::Bad(_, bytes) => {
                bytes
            }
            Self::Page(page) => &page.message,
            Self::Other => &[],
        }
    }
}

impl Record {
    /// What it counts towards the size of a shard: many empty records take memory as well.
    pub(crate) fn weight(&self) -> u64 {
        (size_of::<Self>() + self.data.bytes().len()) as u64
    }

    pub(crate) fn bad(file: usize, offset: u64, line: Option<u64>, failure: Failure, bytes: &[u8]) -> Self {
        let beginning = bytes.get(..bytes.len().min(1024)).unwrap_or_default().to_vec();
        Self { file, offset, line, data: Data::Bad(failure, beginning) }
    }
}

/// Where reading goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Position {
    /// Which of the files; past the last at the end.
    pub(crate) file: usize,
    /// The byte in it, unpacked.
    pub(crate) offset: u64,
    /// How many lines stand before that.
    pub(crate) line: u64,
}

/// The records of one file.
pub(crate) trait Source: Send {
    /// The next record; `None` at the end.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read on, or is damaged.
    fn next(&mut self) -> io::Result<Option<Record>>;

    /// The byte and the line after the last record.
    fn position(&self) -> (u64, u64);
}

/// The records of a file from a position on.
pub(crate) fn open(file: &File, at: Position, limit: usize, packed: &Arc<AtomicU64>) -> io::Result<Box<dyn Source>> {
    let lines = |offset, line| {
        let reader = stream::open(file, offset, Arc::clone(packed))?;
        io::Result::Ok(Lines::new(reader, offset, line, limit))
    };
    Ok(match file.format {
        Format::Jsonl => Box::new(JsonLines { file: at.file, lines: lines(at.offset, at.line)? }),
        Format::Csv => Box::new(csv::Rows::open(at, lines)?),
        Format::Warc => Box::new(warc::Pages::new(at.file, lines(at.offset, at.line)?, limit)),
        Format::Text | Format::Html => {
            Box::new(Whole { file: at.file, is_html: file.format == Format::Html, lines: lines(at.offset, 0)?, limit })
        }
    })
}

/// A byte order mark, which some programs write before the first line.
fn without_mark(offset: u64, bytes: &mut Vec<u8>) {
    if offset == 0 && bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
}

fn too_long(limit: usize) -> Failure {
    Failure::new(FailureKind::TooLong, format!("longer than the limit of {limit} bytes"))
}

struct JsonLines {
    file: usize,
    lines: Lines,
}

impl Source for JsonLines {
    fn next(&mut self) -> io::Result<Option<Record>> {
        while let Some(mut line) = self.lines.next()? {
            if line.is_cut {
                let failure = too_long(line.bytes.len());
                return Ok(Some(Record::bad(self.file, line.offset, Some(line.number), failure, &line.bytes)));
            }
            without_mark(line.offset, &mut line.bytes);
            if !line.bytes.trim_ascii().is_empty() {
                let data = Data::Json(line.bytes);
                return Ok(Some(Record { file: self.file, offset: line.offset, line: Some(line.number), data }));
            }
        }
        Ok(None)
    }

    fn position(&self) -> (u64, u64) {
        (self.lines.offset, self.lines.line)
    }
}

/// A file that is one article.
struct Whole {
    file: usize,
    is_html: bool,
    lines: Lines,
    limit: usize,
}

impl Source for Whole {
    fn next(&mut self) -> io::Result<Option<Record>> {
        if self.lines.offset > 0 {
            return Ok(None);
        }
        let bytes = self.lines.bytes(self.limit as u64 + 1)?;
        let record = |data| Some(Record { file: self.file, offset: 0, line: None, data });
        Ok(if bytes.len() > self.limit {
            Some(Record::bad(self.file, 0, None, too_long(self.limit), &bytes))
        } else if bytes.is_empty() {
            // a record all the same, once: it has no byte to be counted by
            self.lines.offset = 1;
            record(Data::Text(bytes))
        } else {
            record(if self.is_html { Data::Html(bytes) } else { Data::Text(bytes) })
        })
    }

    fn position(&self) -> (u64, u64) {
        (self.lines.offset, 0)
    }
}
