//! What was counted, and the summary of it.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use wanyi::Article;

use crate::failure::FailureKind;

/// How many kinds of diagnostics the summary shows.
const COMMONEST: usize = 10;

/// What was read, of a shard or of all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Counts {
    pub(crate) records: u64,
    /// Of the records, unpacked.
    pub(crate) bytes: u64,
    pub(crate) articles: u64,
    pub(crate) quantities: u64,
    pub(crate) claims: u64,
    pub(crate) changes: u64,
    pub(crate) times: u64,
    /// Records that are no articles.
    pub(crate) other: u64,
    pub(crate) failures: BTreeMap<String, u64>,
    pub(crate) diagnostics: BTreeMap<String, u64>,
}

impl Counts {
    pub(crate) fn article(&mut self, article: &Article<'_>, malformed: u64) {
        self.articles += 1;
        self.quantities += article.quantities().len() as u64;
        self.claims += article.claims().len() as u64;
        self.changes += article.claims().map(|claim| claim.changes().len() as u64).sum::<u64>();
        self.times += article.times().len() as u64;
        for diagnostic in article.diagnostics() {
            count(&mut self.diagnostics, diagnostic.code.name(), 1);
        }
        if malformed > 0 {
            count(&mut self.diagnostics, wanyi::DiagnosticCode::MalformedBytes.name(), malformed);
        }
    }

    pub(crate) fn fail(&mut self, kind: FailureKind) {
        count(&mut self.failures, kind.name(), 1);
    }

    /// How many records could not be read.
    pub(crate) fn failed(&self) -> u64 {
        self.failures.values().sum()
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.records += other.records;
        self.bytes += other.bytes;
        self.articles += other.articles;
        self.quantities += other.quantities;
        self.claims += other.claims;
        self.changes += other.changes;
        self.times += other.times;
        self.other += other.other;
        other.failures.iter().for_each(|(kind, number)| count(&mut self.failures, kind, *number));
        other.diagnostics.iter().for_each(|(code, number)| count(&mut self.diagnostics, code, *number));
    }
}

fn count(counts: &mut BTreeMap<String, u64>, name: &str, number: u64) {
    match counts.get_mut(name) {
        Some(count) => *count += number,
        None => {
            counts.insert(name.to_owned(), number);
        }
    }
}

/// What one run did.
pub(crate) struct Run {
    /// The bytes of the records that this run read.
    pub(crate) bytes: u64,
    pub(crate) took: Duration,
    pub(crate) threads: usize,
    /// The most memory that the process had, where the system tells.
    pub(crate) memory: Option<u64>,
}

/// The summary of all that is done, with what this run did of it.
pub(crate) fn summary(counts: &Counts, run: &Run) -> Result<String, fmt::Error> {
    let mut out = String::new();
    let of = format!("of {} records", grouped(counts.records));
    writeln!(out, "articles    {:>13}  {of}", grouped(counts.articles))?;
    for (name, number) in [
        ("quantities", counts.quantities),
        ("claims", counts.claims),
        ("changes", counts.changes),
        ("times", counts.times),
        ("no article", counts.other),
    ] {
        if number > 0 || name != "no article" {
            writeln!(out, "{name:<10}  {:>13}", grouped(number))?;
        }
    }
    writeln!(out, "failures    {:>13}", grouped(counts.failed()))?;
    commonest(&mut out, &counts.failures, usize::MAX)?;
    writeln!(out, "diagnostics {:>13}", grouped(counts.diagnostics.values().sum()))?;
    commonest(&mut out, &counts.diagnostics, COMMONEST)?;
    let rate = megabytes_a_second(run.bytes, run.took);
    let (threads, took) = (run.threads, span(run.took));
    let each = rate / threads as f64;
    writeln!(
        out,
        "this run    {:>10.1} MB  in {took}: {rate:.1} MB/s, {each:.1} on each of {threads} threads",
        mega(run.bytes)
    )?;
    if let Some(memory) = run.memory {
        writeln!(out, "memory      {:>10.1} MB  at most", mega(memory))?;
    }
    Ok(out)
}

/// The largest counts, the largest first.
fn commonest(out: &mut String, counts: &BTreeMap<String, u64>, most: usize) -> fmt::Result {
    let mut sorted: Vec<_> = counts.iter().collect();
    sorted.sort_by_key(|(_, number)| std::cmp::Reverse(**number));
    sorted.iter().take(most).try_for_each(|(name, number)| writeln!(out, "  {name:<20} {:>11}", grouped(**number)))
}

/// A number with commas between its thousands.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A length of time, in the two largest units that it has.
pub(crate) fn span(time: Duration) -> String {
    let seconds = time.as_secs();
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, _) => format!("{:.1} s", time.as_secs_f64()),
        (0, minutes, seconds) => format!("{minutes} min {seconds} s"),
        (hours, minutes, _) => format!("{hours} h {minutes} min"),
    }
}

pub(crate) fn megabytes_a_second(bytes: u64, time: Duration) -> f64 {
    mega(bytes) / time.as_secs_f64().max(1e-9)
}

fn mega(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// The most memory that this process had, in bytes, where the system tells.
pub(crate) fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_times_are_readable() {
        assert_eq!([0, 999, 1000, 1234567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
        let spans = [1.25, 61.0, 7_261.0].map(|seconds| span(Duration::from_secs_f64(seconds)));
        assert_eq!(spans, ["1.2 s", "1 min 1 s", "2 h 1 min"]);
    }

    #[test]
    fn the_ten_commonest_diagnostics_are_shown() {
        let diagnostics = (0..12).map(|number| (format!("code_{number:02}"), number * 7 % 12)).collect();
        let counts = Counts { diagnostics, records: 3, articles: 2, ..Counts::default() };
        let run = Run { bytes: 3_000_000, took: Duration::from_secs(2), threads: 2, memory: Some(12_345_678) };
        let text = summary(&counts, &run).unwrap();
        let shown: Vec<&str> = text.lines().filter(|line| line.contains("code_")).collect();
        assert_eq!(shown.len(), 10);
        assert_eq!(shown[0], "  code_05                       11");
        assert!(text.contains("this run           3.0 MB  in 2.0 s: 1.5 MB/s, 0.8 on each of 2 threads"), "{text}");
        assert!(text.contains("memory            12.3 MB  at most"), "{text}");
        assert!(!text.contains("no article"));
    }
}
