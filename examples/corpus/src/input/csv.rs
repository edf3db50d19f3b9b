//! Rows of CSV. Here they are parted, by their quotes alone; the crate `csv` takes them apart where they are read, on all
//! cores.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;

use super::lines::{Line, Lines};
use super::{Data, Position, Record, Source, too_long, without_mark};
use crate::failure::{Failure, FailureKind};

/// The names of the columns.
#[derive(Debug)]
pub(crate) struct Header(Vec<String>);

impl Header {
    fn read(row: &[u8]) -> io::Result<Self> {
        let fields = fields(row).map_err(|failure| io::Error::new(io::ErrorKind::InvalidData, failure.message))?;
        Ok(Self(fields.iter().map(|field| field.trim().to_owned()).collect()))
    }

    /// The fields of a row, with the names of their columns.
    pub(crate) fn fields<'h>(&'h self, row: &[u8]) -> Result<impl Iterator<Item = (&'h str, String)>, Failure> {
        let fields = fields(row)?;
        if fields.len() != self.0.len() {
            let message = format!("the row has {} fields, the header {}", fields.len(), self.0.len());
            return Err(Failure::new(FailureKind::InvalidCsv, message));
        }
        Ok(self.0.iter().map(String::as_str).zip(fields))
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|column| column == name)
    }
}

fn fields(row: &[u8]) -> Result<Vec<String>, Failure> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(row);
    let mut record = ::csv::ByteRecord::new();
    reader.read_byte_record(&mut record).map_err(|error| Failure::new(FailureKind::InvalidCsv, error))?;
    let text = |field: &[u8]| std::str::from_utf8(field).map(str::to_owned).map_err(Failure::not_utf8);
    record.iter().map(text).collect()
}

/// The rows of a file. Within a field that spans lines, each ends in a line feed alone.
pub(super) struct Rows {
    file: usize,
    header: Arc<Header>,
    lines: Lines,
    /// Lines that were read ahead, for the end of a quote that has none.
    ahead: VecDeque<Line>,
}

/// One row, or the line in which one begins that does not end.
type Row = Result<Line, (Line, Failure)>;

impl Rows {
    pub(super) fn open(at: Position, lines: impl Fn(u64, u64) -> io::Result<Lines>) -> io::Result<Self> {
        let empty = Arc::new(Header(Vec::new()));
        let mut rows = Self { file: at.file, header: empty, lines: lines(0, 0)?, ahead: VecDeque::new() };
        match rows.row()? {
            None => {}
            Some(Ok(mut row)) => {
                without_mark(row.offset, &mut row.bytes);
                rows.header = Arc::new(Header::read(&row.bytes)?);
            }
            Some(Err((_, failure))) => return Err(io::Error::new(io::ErrorKind::InvalidData, failure.message)),
        }
        if at.offset > 0 {
            rows.lines = lines(at.offset, at.line)?;
        }
        Ok(rows)
    }

    fn line(&mut self) -> io::Result<Option<Line>> {
        match self.ahead.pop_front() {
            None => self.lines.next(),
            line => Ok(line),
        }
    }

    /// The next row, blank lines left out.
    fn row(&mut self) -> io::Result<Option<Row>> {
        let mut row = loop {
            match self.line()? {
                None => return Ok(None),
                Some(line) if line.bytes.is_empty() => {}
                Some(line) => break line,
            }
        };
        if row.is_cut {
            let failure = too_long(row.bytes.len());
            return Ok(Some(Err((row, failure))));
        }
        let mut quotes = Quotes::default();
        quotes.read(&row.bytes);
        let mut more: VecDeque<Line> = VecDeque::new();
        let (mut size, limit) = (row.bytes.len(), self.lines.limit());
        while quotes == Quotes::Open {
            let line = self.line()?;
            size += line.as_ref().map_or(0, |line| line.bytes.len() + 1);
            let is_end = line.as_ref().is_none_or(|line| line.is_cut || size > limit);
            line.iter().for_each(|line| quotes.read(&line.bytes));
            more.extend(line);
            if is_end {
                // one stray quote must not take the rest of the file with it
                more.append(&mut self.ahead);
                self.ahead = more;
                let failure = Failure::new(FailureKind::InvalidCsv, "the quote that begins in this line has no end");
                return Ok(Some(Err((row, failure))));
            }
        }
        for line in more {
            row.bytes.push(b'\n');
            row.bytes.extend_from_slice(&line.bytes);
        }
        Ok(Some(Ok(row)))
    }
}

impl Source for Rows {
    fn next(&mut self) -> io::Result<Option<Record>> {
        let (file, header) = (self.file, Arc::clone(&self.header));
        Ok(self.row()?.map(|row| match row {
            Ok(Line { offset, number, bytes, .. }) => {
                Record { file, offset, line: Some(number), data: Data::Csv(header, bytes) }
            }
            Err((line, failure)) => Record::bad(file, line.offset, Some(line.number), failure, &line.bytes),
        }))
    }

    fn position(&self) -> (u64, u64) {
        self.ahead.front().map_or((self.lines.offset, self.lines.line), |line| (line.offset, line.number - 1))
    }
}

/// Whether a line break is one of a field, as the crate `csv` has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Quotes {
    /// Before a field.
    #[default]
    Before,
    /// In a field without quotes.
    Bare,
    /// Within quotes.
    Open,
    /// After a quote, which ends the field or is the first of two.
    Closed,
}

impl Quotes {
    fn read(&mut self, line: &[u8]) {
        for byte in line {
            *self = match (*self, byte) {
                (Self::Before | Self::Closed, b'"') => Self::Open,
                (Self::Open, b'"') => Self::Closed,
                (Self::Open, _) => Self::Open,
                (_, b',') => Self::Before,
                _ => Self::Bare,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &'static str, limit: usize) -> Vec<(u64, Result<Vec<String>, String>)> {
        let lines = |offset: u64, line| {
            let rest = text.as_bytes().get(usize::try_from(offset).unwrap()..).unwrap();
            Ok(Lines::new(Box::new(rest), offset, line, limit))
        };
        let mut rows = Rows::open(Position::default(), lines).unwrap();
        let mut all = Vec::new();
        while let Some(record) = rows.next().unwrap() {
            let read = match record.data {
                Data::Csv(header, row) => header.fields(&row).map(|fields| fields.map(|(_, field)| field).collect()),
                Data::Bad(failure, _) => Err(failure),
                other => panic!("{other:?}"),
            };
            all.push((record.line.unwrap(), read.map_err(|failure| failure.message)));
        }
        all
    }

    fn row(fields: [&str; 2]) -> Result<Vec<String>, String> {
        Ok(fields.map(str::to_owned).to_vec())
    }

    #[test]
    fn rows_may_span_lines() {
        let all = rows("a,b\r\n1,\"x\r\ny\"\r\n\r\n\"2\"\"\n\"\"\",5\" wide\n3,4", 100);
        assert_eq!(all, [(2, row(["1", "x\ny"])), (5, row(["2\"\n\"", "5\" wide"])), (7, row(["3", "4"]))]);
    }

    #[test]
    fn a_quote_without_end_costs_one_line() {
        let failure = || Err("the quote that begins in this line has no end".to_owned());
        assert_eq!(rows("a,b\n\"1,2\n3,4\n5,6\n", 100), [(2, failure()), (3, row(["3", "4"])), (4, row(["5", "6"]))]);
        assert_eq!(rows("a,b\n\"1,2\n3,4\n5,6\n", 8), [(2, failure()), (3, row(["3", "4"])), (4, row(["5", "6"]))]);
    }

    #[test]
    fn rows_have_the_fields_of_the_header() {
        assert_eq!(rows("a,b\n1,2,3\n", 100), [(2, Err("the row has 3 fields, the header 2".to_owned()))]);
        assert_eq!(rows("", 100), []);
    }
}
