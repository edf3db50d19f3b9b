//! A run: from the files to the summary.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use rayon::iter::{ParallelBridge as _, ParallelIterator as _};

use crate::input::files;
use crate::manifest::{Done, Head, Manifest};
use crate::options::Read;
use crate::output::Folder;
use crate::progress::Progress;
use crate::shard::{Shard, Shards, Signals, on_disk};
use crate::summary::{Run, most_memory, summary};
use crate::work::Work;

/// What a shell says of a program that an interrupt ended.
const INTERRUPTED: u8 = 130;

/// Reads the inputs, or what is left of them, and prints the summary.
pub(crate) fn run(read: &Read) -> Result<ExitCode, String> {
    let files = files::list(&read.inputs, read.format, &read.out)?;
    let _lock = lock(&read.out)?;
    let manifest = Manifest::open(&read.out, &Head::new(&read.reading, &files), &files)?;
    let total = files.iter().map(|file| file.bytes).sum();
    let progress = Arc::new(Progress::new(total, read.is_quiet));
    let signals = Arc::new(Signals::default());
    stop_at_interrupt(&signals, &progress)?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(read.threads.map_or(0, Into::into)).build();
    let pool = pool.map_err(|error| error.to_string())?;
    let manifest = Mutex::new(manifest);
    if !lock_of(&manifest)?.is_end {
        let folder = Folder::open(&read.out, read.reading.to);
        let folder = folder.map_err(|error| format!("{}: {error}", read.out.display()))?;
        let work = Work { files: &files, reading: &read.reading, folder: &folder, progress: &progress };
        pool.install(|| all(&work, &manifest, &signals))?;
        progress.end();
    } else if !read.is_quiet {
        progress.say("nothing is left to do: all was read before");
    }
    let manifest = lock_of(&manifest)?;
    let (bytes, took) = progress.rate();
    let run = Run { bytes, took, threads: pool.current_num_threads(), memory: most_memory() };
    print!("{}", summary(&manifest.counts, &run).map_err(|error| error.to_string())?);
    if manifest.is_end {
        return Ok(ExitCode::SUCCESS);
    }
    progress.say("interrupted; the same command goes on from here");
    Ok(ExitCode::from(INTERRUPTED))
}

/// Reads all shards that are not done.
fn all(work: &Work<'_>, manifest: &Mutex<Manifest>, signals: &Signals) -> Result<(), String> {
    let done = begin(work, &*lock_of(manifest)?);
    let shards = Shards::new(work.files, work.reading.shard, work.reading.limit, done, signals);
    shards.par_bridge().try_for_each(|shard| {
        let Shard { number, records, from, to, packed } = shard;
        let counts = work.read(number, records, packed);
        let counts = counts.map_err(|error| format!("cannot write shard {number}: {error}"))?;
        lock_of(manifest)?.add(&Done { shard: number, from, to, counts })?;
        Ok::<_, String>(())
    })?;
    // no shard may be missing that was cut but not read
    if signals.is_end.load(Ordering::Relaxed) { lock_of(manifest)?.end() } else { Ok(()) }
}

/// Tells what earlier runs did; gives where their shards end.
fn begin(work: &Work<'_>, manifest: &Manifest) -> BTreeMap<u32, crate::input::Position> {
    let reached = manifest.done.values().map(|to| on_disk(work.files, *to)).max().unwrap_or_default();
    work.progress.begin(reached, manifest.counts.articles, manifest.counts.failed());
    manifest.done.clone()
}

fn lock_of(manifest: &Mutex<Manifest>) -> Result<std::sync::MutexGuard<'_, Manifest>, String> {
    manifest.lock().map_err(|_| "a thread has failed".to_owned())
}

/// Takes a folder for this run alone, until the file is dropped.
fn lock(out: &Path) -> Result<fs::File, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", out.display());
    fs::create_dir_all(out).map_err(failed)?;
    let names = fs::read_dir(out).map_err(failed)?.filter_map(|entry| Some(entry.ok()?.file_name()));
    let is_ours = |name: &std::ffi::OsString| name == ".lock" || name.to_string_lossy().starts_with("manifest.jsonl");
    let names: Vec<_> = names.collect();
    if !names.is_empty() && !names.iter().any(is_ours) {
        return Err(format!("{} is not empty, and no run began it", out.display()));
    }
    let file = fs::File::create(out.join(".lock")).map_err(failed)?;
    file.try_lock().map_err(|_| format!("another run writes to {}", out.display()))?;
    Ok(file)
}

/// At the first interrupt no further shard is begun; at the second the process ends as it is.
fn stop_at_interrupt(signals: &Arc<Signals>, progress: &Arc<Progress>) -> Result<(), String> {
    let (signals, progress) = (Arc::clone(signals), Arc::clone(progress));
    let again = AtomicBool::new(false);
    let handler = move || {
        if again.swap(true, Ordering::Relaxed) {
            // what is unfinished has no name yet
            std::process::exit(INTERRUPTED.into());
        }
        signals.stop.store(true, Ordering::Relaxed);
        progress.say("stopping when the shards at hand are written; once more stops at once");
    };
    ctrlc::set_handler(handler).map_err(|error| error.to_string())
}
