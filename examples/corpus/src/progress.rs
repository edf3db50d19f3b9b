//! How far a run is: a bar on a terminal, else a line from time to time.

use std::io::{IsTerminal as _, stderr};
use std::ops::Sub;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::summary::{grouped, megabytes_a_second, span};

/// How far apart lines are.
const BETWEEN: Duration = Duration::from_secs(10);

/// What was read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Step {
    pub(crate) articles: u64,
    pub(crate) failures: u64,
    /// Of the records.
    pub(crate) bytes: u64,
    /// Of the files as they lie on disk.
    pub(crate) packed: u64,
}

impl Sub for Step {
    type Output = Self;

    fn sub(self, earlier: Self) -> Self {
        Self {
            articles: self.articles - earlier.articles,
            failures: self.failures - earlier.failures,
            bytes: self.bytes - earlier.bytes,
            packed: self.packed - earlier.packed,
        }
    }
}

pub(crate) struct Progress {
    shown: Shown,
    began: Instant,
    /// The bytes of all files.
    total: u64,
    state: Mutex<State>,
}

struct State {
    /// What earlier runs read, and all that was.
    earlier: Step,
    now: Step,
    /// When the last line was written.
    line: Instant,
}

enum Shown {
    Bar(ProgressBar),
    Lines,
    Nothing,
}

impl Progress {
    pub(crate) fn new(total: u64, is_quiet: bool) -> Self {
        let began = Instant::now();
        let shown = match (is_quiet, stderr().is_terminal()) {
            (true, _) => Shown::Nothing,
            (_, true) => Shown::Bar(bar(total)),
            (_, false) => Shown::Lines,
        };
        let state = State { earlier: Step::default(), now: Step::default(), line: began };
        Self { shown, began, total, state: Mutex::new(state) }
    }

    /// Tells what earlier runs read.
    pub(crate) fn begin(&self, packed: u64, articles: u64, failures: u64) {
        let mut state = self.state();
        state.earlier = Step { articles, failures, bytes: 0, packed };
        state.now = state.earlier;
        if let Shown::Bar(bar) = &self.shown {
            bar.set_position(packed);
        }
    }

    /// Tells what else was read.
    pub(crate) fn note(&self, step: Step) {
        let mut state = self.state();
        let Step { articles, failures, bytes, packed } = &mut state.now;
        *articles += step.articles;
        *failures += step.failures;
        *bytes += step.bytes;
        // an earlier run may have left a shard before the last that it read
        *packed = self.total.min(*packed + step.packed);
        match &self.shown {
            Shown::Bar(bar) => {
                bar.set_position(state.now.packed);
                bar.set_message(self.message(&state));
            }
            Shown::Lines if state.line.elapsed() >= BETWEEN => {
                state.line = Instant::now();
                eprintln!("{}", self.line(&state));
            }
            Shown::Lines | Shown::Nothing => {}
        }
    }

    /// Tells something of the run itself.
    pub(crate) fn say(&self, message: &str) {
        match &self.shown {
            Shown::Bar(bar) => bar.println(message),
            Shown::Lines | Shown::Nothing => eprintln!("{message}"),
        }
    }

    pub(crate) fn end(&self) {
        match &self.shown {
            Shown::Bar(bar) => bar.abandon(),
            Shown::Lines => eprintln!("{}", self.line(&self.state())),
            Shown::Nothing => {}
        }
    }

    /// How many bytes of records this run read, and in which time.
    pub(crate) fn rate(&self) -> (u64, Duration) {
        (self.state().now.bytes, self.began.elapsed())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // numbers to look at, whatever became of the thread that counted
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn line(&self, state: &State) -> String {
        let share = state.now.packed as f64 / self.total.max(1) as f64;
        format!("{:>3.0}%  {}", share * 100.0, self.message(state))
    }

    fn message(&self, state: &State) -> String {
        let took = self.began.elapsed();
        let Step { articles, failures, bytes, packed } = state.now;
        let rate = megabytes_a_second(bytes, took);
        let left = match packed - state.earlier.packed {
            0 => String::new(),
            new => format!(", {} left", span(took.mul_f64((self.total - packed) as f64 / new as f64))),
        };
        format!("{} articles, {rate:.1} MB/s, {} failures{left}", grouped(articles), grouped(failures))
    }
}

fn bar(total: u64) -> ProgressBar {
    let bar = ProgressBar::new(total);
    let style = ProgressStyle::with_template("{bar:24} {percent:>3}%  {msg}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_how_far_it_is() {
        let progress = Progress::new(1000, true);
        progress.begin(200, 10, 1);
        let step = Step { articles: 1500, failures: 2, bytes: 5_000_000, packed: 400 };
        progress.note(step);
        let line = progress.line(&progress.state());
        assert!(line.starts_with(" 60%  1,510 articles, ") && line.contains(" MB/s, 3 failures, "), "{line}");
        assert!(line.ends_with(" s left"), "{line}");
        progress.note(step);
        assert!(progress.line(&progress.state()).starts_with("100%  3,010 articles"));
    }
}
