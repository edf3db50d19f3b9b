//! Shows every repair and every doubt of a text beneath the line that it is about, as compilers do, and what to do about it.
//!
//! ```sh
//! cargo run --example diagnose                      # a built-in damaged text
//! cargo run --example diagnose -- page.txt other.txt
//! cargo run --example diagnose -- --short - < page.txt
//! ```
//!
//! The exit code is 0 where nothing was found, 1 where something was, and 2 where a text cannot be read.

mod common;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::{self, IsTerminal as _};
use std::ops::Range;
use std::process::ExitCode;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use common::{print, read};
use unicode_width::UnicodeWidthChar as _;
use wanyi::{Article, Diagnostic, DiagnosticCode, Severity, Span};

/// What a mirror site made of a report, with figures that do not fit, are too large or could be several things.
const TEXT: &str = include_str!("data/damaged.txt");

const HELP: &str = "\
Shows what was repaired, inferred, left open or is ambiguous in Chinese news articles, and what to do about it.

usage: diagnose [--short] [PAGE…]

  PAGE…       text files, or - for standard input; a built-in damaged text unless given
  --short     a line for each, without the text: page.txt:3:12: warning[invalid_date]: …
  -h, --help  print this

The exit code is 0 where nothing was found, 1 where something was, and 2 where a text cannot be read.
";

/// The columns of a line; of a longer one what lies around the place is shown.
const WIDTH: usize = 100;

struct Task {
    pages: Vec<OsString>,
    short: bool,
}

fn main() -> ExitCode {
    let task = match task() {
        Ok(Some(task)) => task,
        Ok(None) => return print(HELP).map_or(ExitCode::from(2), |()| ExitCode::SUCCESS),
        Err(error) => {
            eprintln!("diagnose: {}; --help tells more", shown(&error.to_string()));
            return ExitCode::from(2);
        }
    };
    let mut worst = 0;
    for page in &task.pages {
        let name = if page.is_empty() { "built-in".to_owned() } else { shown(&page.to_string_lossy()) };
        let bytes = if page.is_empty() { Ok(TEXT.as_bytes().to_vec()) } else { read(page) };
        let read = bytes.and_then(|bytes| report(&name, &bytes, task.short)).and_then(|(report, count)| {
            print(&report)?;
            Ok(count)
        });
        match read {
            Ok(0) => {}
            Ok(_) => worst = worst.max(1),
            Err(problem) => {
                eprintln!("diagnose: {name}: {}", shown(&problem));
                worst = 2;
            }
        }
    }
    ExitCode::from(worst)
}

/// What the command line asks for; `None` for help. The built-in text has no name.
fn task() -> Result<Option<Task>, lexopt::Error> {
    use lexopt::prelude::*;
    let mut task = Task { pages: Vec::new(), short: false };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("short") => task.short = true,
            Value(path) if path.is_empty() => return Err("a page without a name".into()),
            Value(path) => task.pages.push(path),
            _ => return Err(argument.unexpected()),
        }
    }
    if task.pages.is_empty() {
        task.pages.push(OsString::new());
    }
    Ok(Some(task))
}

/// All that is to be said of a text, and how much it is.
fn report(name: &str, bytes: &[u8], is_short: bool) -> Result<(String, usize), String> {
    let article = Article::parse_bytes(bytes).map_err(|error| error.to_string())?;
    let is_plain = !io::stdout().is_terminal() || std::env::var_os("NO_COLOR").is_some_and(|set| !set.is_empty());
    let renderer = if is_plain { Renderer::plain() } else { Renderer::styled() };
    let renderer = renderer.term_width(WIDTH).short_message(is_short);
    let source = Source::new(article.source_text());
    let (mut told, mut report) = (BTreeSet::new(), String::new());
    for note in article.diagnostics() {
        // the same advice again and again would hide the rest
        let advice = Some(note.code.advice()).filter(|advice| told.insert(*advice));
        report += &renderer.render(&[group(name, &source, note, advice)]);
        report += if is_short { "\n" } else { "\n\n" };
    }
    let count = article.diagnostics().len();
    if !is_short && count > 0 {
        writeln!(report, "{name}: {}", summary(article.diagnostics())).map_err(|error| error.to_string())?;
    }
    Ok((report, count))
}

/// A diagnostic with its line, its place in it, and advice.
fn group<'a>(name: &'a str, source: &Source<'_>, note: &Diagnostic, advice: Option<&'a str>) -> Group<'a> {
    let level = if note.severity() == Severity::Warning { Level::WARNING } else { Level::INFO };
    let title = level.primary_title(shown(&note.message)).id(note.code.name());
    let place = source.place(note.span);
    let mark = AnnotationKind::Primary.span(place.within).label(label(note));
    title
        .element(Snippet::source(place.line).line_start(place.number).path(name).annotation(mark))
        .elements(advice.map(|advice| Level::HELP.message(advice)))
}

/// What became of what is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Repaired,
    Inferred,
    Gone,
    Ambiguous,
    Open,
}

impl Outcome {
    const ALL: [Self; 5] = [Self::Repaired, Self::Inferred, Self::Gone, Self::Ambiguous, Self::Open];

    fn of(note: &Diagnostic) -> Self {
        match (&note.to, note.code) {
            (Some(to), _) if to.contains(char::REPLACEMENT_CHARACTER) => Self::Gone,
            (Some(_), _) if note.certain => Self::Repaired,
            (Some(_), _) => Self::Inferred,
            (
                None,
                DiagnosticCode::AmbiguousCurrency | DiagnosticCode::AmbiguousNumber | DiagnosticCode::AmbiguousUnit,
            ) => Self::Ambiguous,
            (None, _) => Self::Open,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Repaired => "repaired",
            Self::Inferred => "inferred",
            Self::Gone => "gone",
            Self::Ambiguous => "ambiguous",
            Self::Open => "left open",
        }
    }
}

/// What stood there and what it became: `inferred: "?" became "，2"`.
fn label(note: &Diagnostic) -> String {
    let outcome = Outcome::of(note).name();
    match (note.from.as_deref().unwrap_or_default(), note.to.as_deref()) {
        (_, None) => outcome.to_owned(),
        (from, Some("")) => format!("{outcome}: \"{}\" was dropped", shown(from)),
        (from, Some(to)) => format!("{outcome}: \"{}\" became \"{}\"", shown(from), shown(to)),
    }
}

/// How much of each: `3 repaired, 1 left open`.
fn summary(notes: &[Diagnostic]) -> String {
    let counts =
        Outcome::ALL.map(|outcome| (outcome, notes.iter().filter(|note| Outcome::of(note) == outcome).count()));
    let counts =
        counts.iter().filter(|(_, count)| *count > 0).map(|(outcome, count)| format!("{count} {}", outcome.name()));
    counts.collect::<Vec<_>>().join(", ")
}

/// A text whose lines are known.
struct Source<'s> {
    text: &'s str,
    /// Where each line begins.
    lines: Vec<usize>,
}

/// A line as a screen shows it, with the bytes of it that are meant.
struct Place {
    line: String,
    /// From 1.
    number: usize,
    within: Range<usize>,
}

impl<'s> Source<'s> {
    fn new(text: &'s str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, lines }
    }

    /// Where a span is. Of one over several lines, the first that has text.
    fn place(&self, span: Span) -> Place {
        let meant = self.text.get(span.bytes()).unwrap_or_default();
        let blank = meant.len() - meant.trim_start().len();
        let start = if blank < meant.len() { span.start() + blank } else { span.start() };
        let number = self.lines.partition_point(|&begin| begin <= start);
        let begin = self.lines.get(number - 1).copied().unwrap_or_default();
        let rest = self.text.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
        let (meant, after) = rest.split_at(rest.len().min(span.end() - start));
        let [before, meant, after] = [self.text.get(begin..start).unwrap_or_default(), meant, after].map(covered);
        Place { within: before.len()..before.len() + meant.len(), line: before + &meant + &after, number }
    }
}

/// A text in which U+FFFD covers what a terminal would obey or hide, so that columns stay those of the source.
fn covered(text: &str) -> String {
    text.chars().map(|c| if is_hidden(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// A text in which what a terminal would obey or hide stands as its code: `⟨U+001B⟩` for an escape character.
fn shown(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut shown, c| {
        match is_hidden(c) {
            true => shown += &format!("⟨U+{:04X}⟩", u32::from(c)),
            false => shown.push(c),
        }
        shown
    })
}

/// Whether a character shows nothing of itself, or turns what stands around it. Marks upon others are seen.
fn is_hidden(c: char) -> bool {
    let is_mark = matches!(c, '\u{300}'..='\u{34E}' | '\u{350}'..='\u{36F}' | '\u{20D0}'..='\u{20F0}' | '\u{302A}'..='\u{302F}'
        | '\u{3099}' | '\u{309A}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}');
    let has_no_width = c.width().is_none_or(|width| width == 0);
    c != '\t'
        && (c.is_control()
            || matches!(c, '\u{AD}' | '\u{2028}' | '\u{2029}' | '\u{FFF9}'..='\u{FFFB}')
            || has_no_width && !is_mark)
}
