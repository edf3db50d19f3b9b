//! How far a run is: a bar on a terminal, else a line from time to time.

use std::io::{IsTerminal as _, stderr};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::summary::{grouped, megabytes_a_second, span};

/// How far apart lines are.
const BETWEEN: Duration = Duration::from_secs(10);

pub(crate) struct Progress {
    shown: Shown,
    began: Instant,
    /// The bytes of the files as they lie on disk: all, and those that earlier runs read.
    total: u64,
    earlier: AtomicU64,
    reached: AtomicU64,
    articles: AtomicU64,
    failures: AtomicU64,
    bytes: AtomicU64,
}

enum Shown {
    Bar(ProgressBar),
    /// With the time of the last one.
    Lines(Mutex<Instant>),
    Nothing,
}

impl Progress {
    pub(crate) fn new(total: u64, is_quiet: bool) -> Self {
        let now = Instant::now();
        let shown = match (is_quiet, stderr().is_terminal()) {
            (true, _) => Shown::Nothing,
            (_, true) => Shown::Bar(bar(total)),
            (_, false) => Shown::Lines(Mutex::new(now)),
        };
        let [earlier, reached, articles, failures, bytes] = Default::default();
        Self { shown, began: now, total, earlier, reached, articles, failures, bytes }
    }

    /// Tells what earlier runs read.
    pub(crate) fn begin(&self, reached: u64, articles: u64, failures: u64) {
        self.earlier.store(reached, Ordering::Relaxed);
        self.reached.store(reached, Ordering::Relaxed);
        self.articles.store(articles, Ordering::Relaxed);
        self.failures.store(failures, Ordering::Relaxed);
        if let Shown::Bar(bar) = &self.shown {
            bar.set_position(reached);
            bar.reset_eta();
        }
    }

    /// Tells what was read of a shard.
    pub(crate) fn note(&self, articles: u64, failures: u64, bytes: u64) {
        self.articles.fetch_add(articles, Ordering::Relaxed);
        self.failures.fetch_add(failures, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        match &self.shown {
            Shown::Bar(bar) => bar.set_message(self.message()),
            Shown::Lines(last) => {
                // who finds it taken leaves the line to the other
                if let Ok(mut last) = last.try_lock()
                    && last.elapsed() >= BETWEEN
                {
                    *last = Instant::now();
                    eprintln!("{}", self.line());
                }
            }
            Shown::Nothing => {}
        }
    }

    /// Tells that a shard is done that ends at this byte of the files.
    pub(crate) fn reach(&self, reached: u64) {
        let before = self.reached.fetch_max(reached, Ordering::Relaxed);
        if let Shown::Bar(bar) = &self.shown {
            bar.set_position(before.max(reached));
        }
    }

    /// Tells something of the run itself.
    pub(crate) fn say(&self, message: &str) {
        match &self.shown {
            Shown::Bar(bar) => bar.println(message),
            Shown::Lines(_) | Shown::Nothing => eprintln!("{message}"),
        }
    }

    pub(crate) fn end(&self) {
        match &self.shown {
            Shown::Bar(bar) => bar.abandon(),
            Shown::Lines(_) => eprintln!("{}", self.line()),
            Shown::Nothing => {}
        }
    }

    /// How many bytes of records this run read, and in which time.
    pub(crate) fn rate(&self) -> (u64, Duration) {
        (self.bytes.load(Ordering::Relaxed), self.began.elapsed())
    }

    fn message(&self) -> String {
        let (bytes, took) = self.rate();
        let (articles, failures) = (self.articles.load(Ordering::Relaxed), self.failures.load(Ordering::Relaxed));
        let rate = megabytes_a_second(bytes, took);
        format!("{} articles, {rate:.1} MB/s, {} failures", grouped(articles), grouped(failures))
    }

    fn line(&self) -> String {
        let (reached, earlier) = (self.reached.load(Ordering::Relaxed), self.earlier.load(Ordering::Relaxed));
        let share = reached as f64 / self.total.max(1) as f64;
        let left = match reached - earlier {
            0 => String::new(),
            new => {
                let left = self.total.saturating_sub(reached) as f64 / new as f64;
                format!(", {} left", span(self.began.elapsed().mul_f64(left)))
            }
        };
        format!("{:>3.0}%  {}{left}", share * 100.0, self.message())
    }
}

fn bar(total: u64) -> ProgressBar {
    let bar = ProgressBar::new(total);
    let style = ProgressStyle::with_template("{bar:24} {percent:>3}%  {msg}, {eta} left");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.enable_steady_tick(Duration::from_millis(500));
    bar
}
