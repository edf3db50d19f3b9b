//! Lines with their places, of bounded length: a file without line breaks is not read into memory.

use std::io::{self, BufRead, Read as _};

/// A line without its end.
#[derive(Debug)]
pub(crate) struct Line {
    /// Its first byte in the file.
    pub(crate) offset: u64,
    /// From 1.
    pub(crate) number: u64,
    pub(crate) bytes: Vec<u8>,
    /// Whether it was longer than the limit, and was cut there.
    pub(crate) is_cut: bool,
}

/// Reads lines, and stretches of so many bytes.
pub(crate) struct Lines {
    reader: Box<dyn BufRead + Send>,
    /// The next byte.
    pub(crate) offset: u64,
    /// How many lines stand before it.
    pub(crate) line: u64,
    limit: usize,
}

impl Lines {
    /// Lines of a reader whose first byte is the one at `offset` of the file, after `line` lines.
    pub(crate) fn new(reader: Box<dyn BufRead + Send>, offset: u64, line: u64, limit: usize) -> Self {
        Self { reader, offset, line, limit }
    }

    pub(crate) const fn limit(&self) -> usize {
        self.limit
    }

    /// The next line; `None` at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<Line>> {
        let mut line = Line { offset: self.offset, number: self.line + 1, bytes: Vec::new(), is_cut: false };
        loop {
            let read = self.reader.fill_buf()?;
            let found = memchr::memchr(b'\n', read);
            let part = read.get(..found.unwrap_or(read.len())).unwrap_or_default();
            let room = self.limit.saturating_sub(line.bytes.len());
            line.is_cut |= part.len() > room;
            line.bytes.extend_from_slice(part.get(..room.min(part.len())).unwrap_or_default());
            let (taken, is_end) = (part.len() + usize::from(found.is_some()), read.is_empty());
            self.reader.consume(taken);
            self.offset += taken as u64;
            if found.is_some() {
                self.line += 1;
                line.bytes.truncate(line.bytes.len() - usize::from(line.bytes.ends_with(b"\r")));
                return Ok(Some(line));
            }
            if is_end {
                return Ok((self.offset > line.offset).then_some(line));
            }
        }
    }

    /// The next bytes, fewer where the file ends.
    pub(crate) fn bytes(&mut self, count: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.offset += self.reader.by_ref().take(count).read_to_end(&mut bytes)? as u64;
        Ok(bytes)
    }

    /// Passes over bytes; how many there were.
    pub(crate) fn skip(&mut self, count: u64) -> io::Result<u64> {
        let passed = io::copy(&mut self.reader.by_ref().take(count), &mut io::sink())?;
        self.offset += passed;
        Ok(passed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &'static str, limit: usize) -> Vec<(u64, u64, String, bool)> {
        // a buffer smaller than a line
        let reader = io::BufReader::with_capacity(3, text.as_bytes());
        let mut lines = Lines::new(Box::new(reader), 0, 0, limit);
        std::iter::from_fn(|| lines.next().unwrap())
            .map(|line| (line.offset, line.number, String::from_utf8(line.bytes).unwrap(), line.is_cut))
            .collect()
    }

    #[test]
    fn lines_have_their_places() {
        let all = lines("one\r\n\nthree\nlast", 100);
        let wanted = [(0, 1, "one"), (5, 2, ""), (6, 3, "three"), (12, 4, "last")];
        assert_eq!(all, wanted.map(|(offset, number, text)| (offset, number, text.to_owned(), false)));
    }

    #[test]
    fn a_line_over_the_limit_is_cut_and_the_next_is_whole() {
        assert_eq!(lines("12345678\nab\n", 4), [(0, 1, "1234".into(), true), (9, 2, "ab".into(), false)]);
    }
}
