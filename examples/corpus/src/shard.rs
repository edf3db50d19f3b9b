//! The input cut into shards: runs of records of about the same size, the same in every run.
//!
//! Records are only parted here, which takes little time; what reads them runs on all cores. A core takes the next shard
//! when it has written its last, so that never more shards are in memory than there are cores.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use crate::failure::{Failure, FailureKind};
use crate::input::files::File;
use crate::input::{self, Position, Record, Source};

/// A run of records.
pub(crate) struct Shard {
    /// From 0.
    pub(crate) number: u32,
    pub(crate) records: Vec<Record>,
    pub(crate) from: Position,
    pub(crate) to: Position,
    /// How many bytes it has as the files lie on disk, about: they are read ahead.
    pub(crate) packed: u64,
}

/// How many bytes on disk stand before a position, those of a packed file that it stands in left out.
pub(crate) fn on_disk(files: &[File], at: Position) -> u64 {
    let before: u64 = files.iter().take(at.file).map(|file| file.bytes).sum();
    let within = files.get(at.file).filter(|file| !file.is_packed()).map_or(0, |_| at.offset);
    before + within
}

/// What the run and its shards tell each other.
#[derive(Default)]
pub(crate) struct Signals {
    /// Whether no further shard is to be begun.
    pub(crate) stop: AtomicBool,
    /// Whether the last shard was cut.
    pub(crate) is_end: AtomicBool,
}

pub(crate) struct Shards<'a> {
    files: &'a [File],
    /// How many bytes a shard has, about.
    size: u64,
    limit: usize,
    /// Where the shards end that are done.
    done: BTreeMap<u32, Position>,
    signals: &'a Signals,
    number: u32,
    at: Position,
    source: Option<Box<dyn Source>>,
    /// The bytes of the files before the one at hand, as they lie on disk, and how far that one was read.
    before: u64,
    packed: Arc<AtomicU64>,
    /// How many bytes on disk stand before the next shard.
    reached: u64,
}

impl<'a> Shards<'a> {
    pub(crate) fn new(
        files: &'a [File],
        size: u64,
        limit: usize,
        done: BTreeMap<u32, Position>,
        signals: &'a Signals,
    ) -> Self {
        let (at, packed) = (Position::default(), Arc::default());
        Self { files, size, limit, done, signals, number: 0, at, source: None, before: 0, packed, reached: 0 }
    }

    /// Passes over the shards that are done, without reading them.
    fn pass_done(&mut self) {
        while let Some(to) = self.done.remove(&self.number) {
            self.at = to;
            self.source = None;
            self.before = self.files.iter().take(to.file).map(|file| file.bytes).sum();
            self.reached = on_disk(self.files, to);
            self.number += 1;
        }
    }

    /// The next record of the file at hand; `None` where it ends, and the next file is at hand.
    fn record(&mut self, file: &File) -> Option<Record> {
        let source = match &mut self.source {
            Some(source) => Ok(source),
            none => input::open(file, self.at, self.limit, &self.packed).map(|source| none.insert(source)),
        };
        match source.and_then(|source| Ok((source.next()?, source.position()))) {
            Ok((Some(record), (offset, line))) => {
                (self.at.offset, self.at.line) = (offset, line);
                Some(record)
            }
            Ok((None, _)) => {
                self.next_file(file);
                None
            }
            Err(error) => {
                let failure = Failure::new(FailureKind::Unreadable, error);
                let record = Record::bad(self.at.file, self.at.offset, None, failure, b"");
                self.next_file(file);
                Some(record)
            }
        }
    }

    fn next_file(&mut self, file: &File) {
        self.before += file.bytes;
        self.packed.store(0, Ordering::Relaxed);
        self.source = None;
        self.at = Position { file: self.at.file + 1, offset: 0, line: 0 };
    }
}

impl Iterator for Shards<'_> {
    type Item = Shard;

    fn next(&mut self) -> Option<Shard> {
        if self.signals.stop.load(Ordering::Relaxed) {
            return None;
        }
        self.pass_done();
        let (from, mut records, mut weight) = (self.at, Vec::new(), 0);
        while weight < self.size {
            let Some(file) = self.files.get(self.at.file) else { break };
            if let Some(record) = self.record(file) {
                weight += record.weight();
                records.push(record);
            }
        }
        if records.is_empty() {
            self.signals.is_end.store(true, Ordering::Relaxed);
            return None;
        }
        let number = self.number;
        self.number += 1;
        let reached = self.before + self.packed.load(Ordering::Relaxed);
        let packed = reached.saturating_sub(std::mem::replace(&mut self.reached, reached));
        Some(Shard { number, records, from, to: self.at, packed })
    }
}
