//! Articles to try the program on: as many as are asked for, the same for the same seed.
//!
//! Rooms: `words` (sentences), `article` (one article), `random`.

mod article;
mod random;
mod words;

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use article::Made;
use flate2::Compression;
use flate2::write::GzEncoder;
use random::Random;
use serde_json::json;

use crate::input::Format;

/// What to make.
#[derive(Debug)]
pub(crate) struct Making {
    pub(crate) out: PathBuf,
    pub(crate) articles: u64,
    pub(crate) bytes: u64,
    pub(crate) size: usize,
    pub(crate) seed: u64,
    pub(crate) format: Format,
    /// How many records there are to one that cannot be read; 0 for none.
    pub(crate) bad: u64,
}

impl Default for Making {
    fn default() -> Self {
        let out = PathBuf::new();
        Self { out, articles: 1000, bytes: u64::MAX, size: 1500, seed: 1, format: Format::Jsonl, bad: 0 }
    }
}

/// The formats that can be made.
pub(crate) fn format(name: &str) -> Result<Format, String> {
    match name.parse()? {
        format @ (Format::Jsonl | Format::Csv | Format::Warc) => Ok(format),
        _ => Err("articles are made as jsonl, csv or warc".to_owned()),
    }
}

pub(crate) fn make(making: &Making) -> Result<(), String> {
    let failed = |error: io::Error| format!("{}: {error}", making.out.display());
    let file = BufWriter::with_capacity(1 << 18, fs::File::create(&making.out).map_err(failed)?);
    let is_packed = making.out.extension().is_some_and(|ending| ending == "gz");
    let out = if is_packed { Out::Packed(GzEncoder::new(file, Compression::fast())) } else { Out::Plain(file) };
    let articles = write_all(making, out).map_err(failed)?;
    println!("{articles} records");
    Ok(())
}

fn write_all(making: &Making, mut out: Out) -> io::Result<u64> {
    let mut random = Random::new(making.seed);
    let (mut number, mut bytes) = (0, 0);
    if making.format == Format::Csv {
        out.write_all(b"id,title,time,source,content\n")?;
    }
    while number < making.articles && bytes < making.bytes {
        number += 1;
        let made = Made::new(&mut random, making.size);
        let is_bad = making.bad > 0 && number % making.bad == 0;
        let record = if is_bad { bad(making, number / making.bad) } else { record(making, number, &made)? };
        bytes += record.len() as u64;
        out.write_all(&record)?;
        if making.format == Format::Warc {
            out = out.next_member()?;
        }
    }
    out.finish()?;
    Ok(number)
}

fn record(making: &Making, number: u64, made: &Made) -> io::Result<Vec<u8>> {
    let Made { title, content, time, source } = made;
    match making.format {
        Format::Csv => {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record([&format!("a{number}"), title, time, source, content])?;
            writer.into_inner().map_err(|error| io::Error::other(error.to_string()))
        }
        Format::Warc => Ok(page(number, made)),
        _ => {
            let id = format!("a{number}");
            let article = json!({"id": id, "title": title, "time": time, "source": source, "content": content});
            Ok(format!("{article}\n").into_bytes())
        }
    }
}

/// A page as it was fetched.
fn page(number: u64, made: &Made) -> Vec<u8> {
    let Made { title, content, time, source } = made;
    let paragraphs = content.split("\n\n").map(|paragraph| format!("<p>{paragraph}</p>\n")).collect::<String>();
    let html = format!(
        "<!DOCTYPE html><html lang=\"zh\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta property=\"article:published_time\" content=\"{time}\"></head>\n\
         <body><nav>首頁</nav><h1>{title}</h1>\n<div>{} 來源：{source}</div>\n{paragraphs}</body></html>\n",
        time.get(..16).unwrap_or_default().replace('T', " ")
    );
    let message = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}");
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012x}>\r\n\
         WARC-Target-URI: https://example.org/news/{number}\r\nContent-Type: application/http; msgtype=response\r\n\
         Content-Length: {}\r\n\r\n",
        message.len()
    );
    [head.as_bytes(), message.as_bytes(), b"\r\n\r\n"].concat()
}

/// A record that cannot be read, each in another way than the last.
fn bad(making: &Making, number: u64) -> Vec<u8> {
    let lines: [&[u8]; 4] = match making.format {
        Format::Csv => [b"a,b\n", b"a,\xFF,,,text\n", b"a,b,c,d,\"no end\n", b"a,,,, \n"],
        Format::Warc => [
            b"no record\r\n\r\n",
            b"WARC/1.0\r\nWARC-Type: response\r\n\r\n\r\n",
            b"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\n \r\n\r\n",
            b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\r\n<p></p>\r\n\r\n",
        ],
        _ => {
            [b"{\"content\":\n", b"{\"content\":\"\xFF\"}\n", b"{\"title\":\"no content\"}\n", b"{\"content\":\" \"}\n"]
        }
    };
    let at = usize::try_from(number % 4).unwrap_or_default();
    lines.get(at).copied().unwrap_or_default().to_vec()
}

enum Out {
    Plain(BufWriter<fs::File>),
    Packed(GzEncoder<BufWriter<fs::File>>),
}

impl Out {
    /// Packed files of pages have a member for each, so that programs can find them.
    fn next_member(self) -> io::Result<Self> {
        Ok(match self {
            Self::Plain(_) => self,
            Self::Packed(packer) => Self::Packed(GzEncoder::new(packer.finish()?, Compression::fast())),
        })
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Self::Plain(mut file) => file.flush(),
            Self::Packed(packer) => packer.finish()?.flush(),
        }
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(file) => file.write(bytes),
            Self::Packed(packer) => packer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(file) => file.flush(),
            Self::Packed(packer) => packer.flush(),
        }
    }
}
