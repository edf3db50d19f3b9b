//! Records of WARC files: of what was fetched, the pages.

use std::io;

use super::http::{self, Page};
use super::lines::{Line, Lines};
use super::{Data, Record, Source, too_long};
use crate::failure::{Failure, FailureKind};

/// How long the head of a record may be.
const HEAD: usize = 1 << 18;

/// The records of a file.
pub(super) struct Pages {
    file: usize,
    lines: Lines,
    /// The first line of the next record, where it was looked for.
    ahead: Option<Line>,
    limit: usize,
}

/// The fields of a record's head that matter.
#[derive(Default)]
struct Head {
    kind: String,
    content_type: String,
    length: Option<u64>,
    id: Option<String>,
    url: Option<String>,
}

impl Head {
    fn note(&mut self, line: &[u8]) {
        let line = String::from_utf8_lossy(line);
        let Some((name, value)) = line.split_once(':') else { return };
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "warc-type" => self.kind = value.to_ascii_lowercase(),
            "content-type" => self.content_type = value.to_ascii_lowercase(),
            "content-length" => self.length = value.parse().ok(),
            "warc-record-id" => self.id = Some(value.trim_matches(['<', '>']).to_owned()),
            "warc-target-uri" => self.url = Some(value.trim_matches(['<', '>']).to_owned()),
            _ => {}
        }
    }

    fn page(self, message: Vec<u8>, is_response: bool) -> Page {
        Page { id: self.id, url: self.url, content_type: self.content_type, message, is_response }
    }
}

fn invalid(message: impl std::fmt::Display) -> Failure {
    Failure::new(FailureKind::InvalidWarc, message)
}

impl Pages {
    pub(super) fn new(file: usize, lines: Lines, limit: usize) -> Self {
        Self { file, lines, ahead: None, limit }
    }

    /// The first line of the next record.
    fn first(&mut self) -> io::Result<Option<Line>> {
        if self.ahead.is_some() {
            return Ok(self.ahead.take());
        }
        while let Some(line) = self.lines.next()? {
            if !line.bytes.is_empty() {
                return Ok(Some(line));
            }
        }
        Ok(None)
    }

    /// A bad record. What follows it up to the next one is passed over.
    fn bad(&mut self, first: &Line, failure: Failure) -> io::Result<Record> {
        while let Some(line) = self.lines.next()? {
            if line.bytes.starts_with(b"WARC/") {
                self.ahead = Some(line);
                break;
            }
        }
        Ok(Record::bad(self.file, first.offset, None, failure, &first.bytes))
    }

    fn head(&mut self) -> io::Result<Result<(Head, u64), Failure>> {
        let (mut head, mut size) = (Head::default(), 0);
        while let Some(line) = self.lines.next()? {
            if line.bytes.is_empty() {
                let length = head.length.ok_or_else(|| invalid("the record does not tell its length"));
                return Ok(length.map(|length| (head, length)));
            }
            size += line.bytes.len();
            if size > HEAD {
                return Ok(Err(invalid("the head of the record does not end")));
            }
            head.note(&line.bytes);
        }
        Ok(Err(invalid("the head of the record is cut off")))
    }
}

impl Source for Pages {
    fn next(&mut self) -> io::Result<Option<Record>> {
        let Some(first) = self.first()? else { return Ok(None) };
        if !first.bytes.starts_with(b"WARC/") {
            return self.bad(&first, invalid("no record begins here")).map(Some);
        }
        let (head, length) = match self.head()? {
            Ok(head) => head,
            Err(failure) => return self.bad(&first, failure).map(Some),
        };
        let is_response = head.kind == "response" && head.content_type.starts_with("application/http");
        let is_page = is_response || head.kind == "resource" && http::is_html(&head.content_type);
        let is_text = head.kind == "conversion" && head.content_type.starts_with("text/plain");
        let kept = if is_page || is_text { length.min(self.limit as u64) } else { 0 };
        let message = self.lines.bytes(kept)?;
        let read = message.len() as u64 + self.lines.skip(length - kept)?;
        let record = |data| Ok(Some(Record { file: self.file, offset: first.offset, line: None, data }));
        if read < length {
            let failure = invalid(format_args!("the record is cut off after {read} of {length} bytes"));
            return Ok(Some(Record::bad(self.file, first.offset, None, failure, &message)));
        }
        if !is_text && !(is_page && (!is_response || http::is_page(&message))) {
            return record(Data::Other);
        }
        if kept < length {
            return Ok(Some(Record::bad(self.file, first.offset, None, too_long(self.limit), &message)));
        }
        record(Data::Page(head.page(message, is_response)))
    }

    fn position(&self) -> (u64, u64) {
        (self.ahead.as_ref().map_or(self.lines.offset, |line| line.offset), 0)
    }
}
