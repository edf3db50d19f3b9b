//! The command line.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use lexopt::prelude::*;
use serde::{Deserialize, Serialize};

use crate::input::Format;
use crate::make::{self, Making};
use crate::output::Form;

pub(crate) const HELP: &str = "\
Reads an archive of Chinese news into tables of quantities, claims, changes, times and articles.

usage: corpus read -o FOLDER [OPTIONS] INPUT…
       corpus make -o FILE [OPTIONS]

  INPUT             a file, a folder, or a glob in quotes; files that end in .gz are unpacked
  -o, --out PATH    where to write: read goes on where an earlier run stopped
  --help            print this

corpus read:
  --format NAME     jsonl, csv, warc, text (a file an article) or html; by the file's ending unless given
  --content FIELD   the field or column with the text: content unless given; /a/b is b in a
  --title FIELD     those with the title,
  --time FIELD      the time of publication,
  --source FIELD    the outlet
  --id FIELD        and an id that no other record has; FILE:LINE unless given
  --to NAME         parquet (unless given) or jsonl
  --shard BYTES     how much of the input a file of the output holds: 16M unless given
  --limit BYTES     how long a record may be: 16M unless given
  --threads N       as many as there are cores unless given
  --quiet           no progress

corpus make, articles of made-up places and numbers to try it on:
  --articles N      how many: 1000 unless given
  --bytes BYTES     as many as have these bytes
  --size BYTES      how long the content of one is, about: 1500 unless given
  --seed N          others: 1 unless given
  --format NAME     jsonl (unless given), csv or warc; packed where FILE ends in .gz
  --bad N           every Nth record is one that cannot be read

BYTES may end in K, M or G, a thousand, a million or a billion. The exit code of read is 0 where all was read, bad records
or none, 130 where it was interrupted, 1 where it failed and 2 where the command cannot be understood.
";

pub(crate) enum Command {
    Help,
    Read(Read),
    Make(Making),
}

/// What to read, and how.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) inputs: Vec<PathBuf>,
    pub(crate) out: PathBuf,
    pub(crate) format: Option<Format>,
    pub(crate) reading: Reading,
    pub(crate) threads: Option<NonZeroUsize>,
    pub(crate) is_quiet: bool,
}

/// What decides about the output: a run that goes on must have the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reading {
    pub(crate) fields: Fields,
    pub(crate) to: Form,
    pub(crate) shard: u64,
    pub(crate) limit: usize,
}

/// The names of the fields of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Fields {
    pub(crate) content: String,
    pub(crate) title: Option<String>,
    pub(crate) time: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) id: Option<String>,
}

pub(crate) fn command(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(arguments);
    match parser.next()? {
        Some(Value(name)) if name == "read" => read(parser),
        Some(Value(name)) if name == "make" => making(parser),
        None | Some(Short('h') | Long("help")) => Ok(Command::Help),
        Some(Value(name)) => Err(format!("unknown command {name:?}: expected read or make").into()),
        Some(other) => Err(other.unexpected()),
    }
}

fn read(mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let fields = Fields { content: "content".into(), title: None, time: None, source: None, id: None };
    let mut reading = Reading { fields, to: Form::Parquet, shard: 16_000_000, limit: 16_000_000 };
    let (mut inputs, mut out, mut format, mut threads, mut is_quiet) = (Vec::new(), None, None, None, false);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('o') | Long("out") => out = Some(parser.value()?.into()),
            Long("format") => format = Some(parser.value()?.parse()?),
            Long("content") => reading.fields.content = parser.value()?.string()?,
            Long("title") => reading.fields.title = Some(parser.value()?.string()?),
            Long("time") => reading.fields.time = Some(parser.value()?.string()?),
            Long("source") => reading.fields.source = Some(parser.value()?.string()?),
            Long("id") => reading.fields.id = Some(parser.value()?.string()?),
            Long("to") => reading.to = parser.value()?.parse()?,
            Long("shard") => reading.shard = parser.value()?.parse_with(bytes)?,
            Long("limit") => reading.limit = parser.value()?.parse_with(bytes).map(saturated)?,
            Long("threads") => threads = Some(parser.value()?.parse()?),
            Long("quiet") => is_quiet = true,
            Value(input) => inputs.push(input.into()),
            _ => return Err(argument.unexpected()),
        }
    }
    if inputs.is_empty() {
        return Err("no input".into());
    }
    let out = out.ok_or("no folder to write to: -o FOLDER")?;
    Ok(Command::Read(Read { inputs, out, format, reading, threads, is_quiet }))
}

fn making(mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut making = Making::default();
    let mut out = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('o') | Long("out") => out = Some(parser.value()?.into()),
            Long("articles") => making.articles = parser.value()?.parse()?,
            Long("bytes") => {
                (making.bytes, making.articles) = (parser.value()?.parse_with(bytes)?, u64::MAX);
            }
            Long("size") => making.size = parser.value()?.parse_with(bytes).map(saturated)?,
            Long("seed") => making.seed = parser.value()?.parse()?,
            Long("format") => making.format = parser.value()?.parse_with(make::format)?,
            Long("bad") => making.bad = parser.value()?.parse()?,
            _ => return Err(argument.unexpected()),
        }
    }
    making.out = out.ok_or("no file to write to: -o FILE")?;
    Ok(Command::Make(making))
}

/// A number of bytes, as 2G.
fn bytes(text: &str) -> Result<u64, String> {
    let (digits, factor) = match text.char_indices().next_back() {
        Some((at, 'K' | 'k')) => (text.get(..at), 1_000),
        Some((at, 'M' | 'm')) => (text.get(..at), 1_000_000),
        Some((at, 'G' | 'g')) => (text.get(..at), 1_000_000_000),
        _ => (Some(text), 1),
    };
    let number = digits.and_then(|digits| digits.parse::<u64>().ok()).and_then(|number| number.checked_mul(factor));
    number.filter(|number| *number > 0).ok_or_else(|| "not a number of bytes, as 64K, 16M or 2G".to_owned())
}

fn saturated(bytes: u64) -> usize {
    usize::try_from(bytes).unwrap_or(usize::MAX)
}
