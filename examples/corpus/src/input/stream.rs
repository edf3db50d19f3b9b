//! The bytes of a file, unpacked where it is packed.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Seek as _, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::bufread::MultiGzDecoder;

use super::files::File;

const BUFFER: usize = 1 << 18;

/// A file from the byte on that stands at `offset` of it unpacked. `packed` tells how far it was read as it lies on disk.
///
/// A file that grew meanwhile is read as long as it was at first.
pub(crate) fn open(file: &File, offset: u64, packed: Arc<AtomicU64>) -> io::Result<Box<dyn BufRead + Send>> {
    let mut opened = fs::File::open(&file.path)?;
    if !file.is_packed() {
        opened.seek(SeekFrom::Start(offset))?;
        packed.store(offset, Ordering::Relaxed);
        let rest = opened.take(file.bytes.saturating_sub(offset));
        return Ok(Box::new(BufReader::with_capacity(BUFFER, Counted { reader: rest, count: packed })));
    }
    packed.store(0, Ordering::Relaxed);
    let counted = Counted { reader: opened.take(file.bytes), count: packed };
    let mut unpacked = MultiGzDecoder::new(BufReader::with_capacity(BUFFER, counted));
    // a packed file has no places to begin at
    io::copy(&mut unpacked.by_ref().take(offset), &mut io::sink())?;
    Ok(Box::new(BufReader::with_capacity(BUFFER, unpacked)))
}

struct Counted<R> {
    reader: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(buffer)?;
        self.count.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}
