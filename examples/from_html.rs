//! Reads a saved HTML page: draws its text, one line for each block, and shows the article in it.
//!
//! ```sh
//! cargo run --example from_html               # the built-in page, examples/data/page.html
//! cargo run --example from_html page.html
//! cargo run --example from_html - < page.html
//! cargo run --example from_html -- --text page.html
//! ```
//!
//! Kept is what a reader sees of the article: title, stamp, byline, paragraphs, captions, and the name of the page over
//! them (`title`), which names its site as a rule. Left out is what is no text (scripts, styles, forms) and what the page
//! itself says is navigation or beside the matter (`nav`, `aside`, `footer`). Every block element is a line and every cell
//! of a table stands after a tab, so that paragraphs stay apart and rows stay whole. Where the text has no date, that of
//! the page's metadata goes to [`Parser::published`].

use std::env;
use std::ffi::OsString;
use std::fmt::{self, Write as _};
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::process::ExitCode;

use encoding_rs::{Encoding, UTF_8};
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};
use wanyi::chrono::DateTime;
use wanyi::{Article, Moment, Parser, Person, Region};

const PAGE: &str = include_str!("data/page.html");

const HELP: &str = "\
Reads a saved HTML page and shows the article in it.

usage: from_html [--text] [PAGE]

  PAGE        an HTML file, or - for standard input; the built-in page where it is missing
  --text      print the text that is drawn from the page, and nothing of the article
  -h, --help  print this
";

/// Elements whose content is no text of the article, the end tag being always there.
const LEFT_OUT: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "iframe", "form", "button", "select", "textarea", "object",
    "video", "audio", "nav", "aside", "footer", "rt", "rp",
];

/// Elements within a line: all others begin a line and end one.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
];

/// Where pages say when they were published, the surest first.
const DATES: &[&str] = &["article:published_time", "datepublished", "og:published_time", "pubdate", "publishdate"];

fn main() -> ExitCode {
    match run(env::args_os().skip(1)) {
        Ok(report) => match io::stdout().write_all(report.as_bytes()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                eprintln!("from_html: cannot write: {error}");
                ExitCode::FAILURE
            }
            _ => ExitCode::SUCCESS,
        },
        Err(problem) => {
            eprintln!("from_html: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: impl Iterator<Item = OsString>) -> Result<String, String> {
    let (mut text_only, mut path) = (false, None);
    for argument in arguments {
        match argument.to_str() {
            Some("-h" | "--help") => return Ok(HELP.to_owned()),
            Some("--text") => text_only = true,
            Some(option) if option.starts_with('-') && option != "-" => {
                return Err(format!("unknown option {option}; --help tells the options"));
            }
            _ if path.is_some() => return Err("more than one page; --help tells the options".to_owned()),
            _ => path = Some(argument),
        }
    }
    let (name, bytes) = match path {
        None => ("the built-in page".to_owned(), PAGE.as_bytes().to_vec()),
        Some(path) if path == "-" => {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes).map_err(|error| format!("cannot read standard input: {error}"))?;
            ("standard input".to_owned(), bytes)
        }
        Some(path) => {
            let name = path.to_string_lossy().into_owned();
            let bytes = fs::read(&path).map_err(|error| format!("cannot read {name}: {error}"))?;
            (name, bytes)
        }
    };
    let page = Page::draw(&decode(&bytes));
    if text_only {
        return Ok(page.text);
    }
    let mut parser = Parser::new();
    if let Some(region) = page.region {
        parser = parser.region(region);
    }
    let mut article = parser.parse(&page.text).map_err(|error| format!("{name}: {error}"))?;
    if let Some(published) = page.published.filter(|_| article.published().is_none()) {
        article = parser.published(published).parse(&page.text).map_err(|error| format!("{name}: {error}"))?;
    }
    let mut report = String::new();
    show(&article, &mut report).map_err(|error| error.to_string())?;
    Ok(report)
}

/// The page as text, in the encoding that a mark of its first bytes or its `charset` names, else UTF-8.
fn decode(bytes: &[u8]) -> String {
    let head = String::from_utf8_lossy(bytes.get(..1024).unwrap_or(bytes));
    let label = head.split_once("charset=").map(|(_, rest)| rest.trim_start_matches(['"', '\'']));
    let label =
        label.and_then(|label| label.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next());
    let encoding = label.and_then(|label| Encoding::for_label(label.as_bytes())).unwrap_or(UTF_8);
    encoding.decode(bytes).0.into_owned()
}

/// What is kept of an HTML page.
#[derive(Default)]
struct Page {
    /// The text, one line for each block, and a blank line between two.
    text: String,
    /// The line that is being written.
    line: String,
    /// When its metadata says that it was published.
    published: Option<Moment>,
    /// Where its language says that it was published: `zh-TW`.
    region: Option<Region>,
}

impl Page {
    fn draw(html: &str) -> Self {
        let mut page = Self::default();
        let mut emitter = DefaultEmitter::default();
        // the content of scripts, styles and titles holds no tags
        emitter.naively_switch_states(true);
        let mut dates: [Option<Moment>; DATES.len()] = [None; DATES.len()];
        // the element that is left out, and how many of its name are open
        let mut left_out: Option<(String, u32)> = None;
        // of the head of the page, its title alone is text
        let mut is_text = true;
        for token in Tokenizer::new_with_emitter(html, emitter).flatten() {
            match token {
                Token::StartTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    match &mut left_out {
                        Some((open, depth)) => *depth += u32::from(*open == name && !tag.self_closing),
                        None if LEFT_OUT.contains(&name.as_str()) && !tag.self_closing => left_out = Some((name, 1)),
                        None => {
                            is_text = name != "head" && (is_text || matches!(name.as_str(), "title" | "body"));
                            page.note(&name, &tag, &mut dates);
                            page.open(&name);
                        }
                    }
                }
                Token::EndTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name);
                    is_text = is_text && name != "title" || name == "head";
                    match &mut left_out {
                        Some((open, depth)) if *open == *name => {
                            *depth -= 1;
                            left_out = left_out.filter(|(_, depth)| *depth > 0);
                        }
                        Some(_) => {}
                        None if !INLINE.contains(&&*name) && name != "td" && name != "th" => page.end_line(),
                        None => {}
                    }
                }
                Token::String(text) if left_out.is_none() && is_text => page.write(&String::from_utf8_lossy(&text)),
                _ => {}
            }
        }
        page.end_line();
        page.published = dates.into_iter().flatten().next();
        page
    }

    /// Notes what an element says of the page: its date and its language.
    fn note<S: html5gum::SpanBound>(&mut self, name: &str, tag: &StartTag<S>, dates: &mut [Option<Moment>]) {
        let value = |attribute: &str| {
            tag.attributes.get(attribute.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned())
        };
        if name == "html" {
            let lang = value("lang").unwrap_or_default();
            self.region = lang.rsplit('-').next().and_then(|code| code.to_ascii_uppercase().parse().ok());
        }
        let key = ["property", "name", "itemprop"].iter().find_map(|attribute| value(attribute));
        let key = key.filter(|_| name == "meta").map(|key| key.to_ascii_lowercase());
        let slot = key.and_then(|key| dates.get_mut(DATES.iter().position(|date| *date == key)?));
        if let Some((slot, content)) = slot.zip(value("content")) {
            // all six regions keep one time
            let here = |time: DateTime<_>| Some(time.with_timezone(&Region::Mainland.utc_offset()).naive_local());
            let time = DateTime::parse_from_rfc3339(content.trim()).ok().and_then(here);
            let day = || content.trim().get(..10)?.parse().ok().map(Moment::Date);
            *slot = slot.or(time.map(Moment::DateTime)).or_else(day);
        }
    }

    /// Begins a line, or a cell of one.
    fn open(&mut self, name: &str) {
        match name {
            "td" | "th" if !self.line.trim().is_empty() => self.line.push('\t'),
            "td" | "th" => {}
            _ if INLINE.contains(&name) => {}
            _ => self.end_line(),
        }
    }

    /// Writes text as browsers do: white space is one blank, and none where a line of the source breaks between two
    /// characters that are written without blanks.
    fn write(&mut self, text: &str) {
        for word in text.split_inclusive(|c: char| c.is_ascii_whitespace()) {
            let bare = word.trim_end_matches(|c: char| c.is_ascii_whitespace());
            let wide = |c: Option<char>| c.is_some_and(|c| u32::from(c) >= 0x2E80);
            if self.line.ends_with('\n') {
                let joins = wide(self.line.trim_end_matches('\n').chars().next_back()) && wide(bare.chars().next());
                if !bare.is_empty() {
                    self.line.pop();
                    self.line.push_str(if joins { "" } else { " " });
                }
            }
            self.line.push_str(bare);
            let apart = self.line.is_empty() || self.line.ends_with([' ', '\n', '\t']);
            if bare.len() < word.len() && !apart {
                self.line.push(if word.ends_with('\n') { '\n' } else { ' ' });
            }
        }
    }

    /// Ends the line, where anything stands in it.
    fn end_line(&mut self) {
        let line = self.line.trim();
        if !line.is_empty() {
            self.text.push_str(line);
            self.text.push_str("\n\n");
        }
        self.line.clear();
    }
}

/// Prints the fields of an article and its paragraphs, each with the numbers and times in it.
fn show(article: &Article<'_>, out: &mut String) -> fmt::Result {
    let names = |people: &mut dyn Iterator<Item = Person<'_>>| {
        let names: Vec<&str> = people.map(|person| person.name.text).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let at = |moment: Option<Moment>| moment.map(|moment| moment.to_string());
    for (label, value) in [
        ("title", article.title().map(|title| title.text().to_owned())),
        ("published", at(article.published().and_then(|time| time.from))),
        ("source", article.source().map(|source| source.text.to_owned())),
        ("authors", names(&mut article.authors())),
        ("editors", names(&mut article.editors())),
    ] {
        if let Some(value) = value {
            writeln!(out, "{label:<9}  {value}")?;
        }
    }
    for section in article.sections() {
        if let Some(heading) = section.heading() {
            writeln!(out, "\n## {}", heading.text())?;
        }
        for paragraph in section.paragraphs() {
            writeln!(out, "\n{}", paragraph.text())?;
            for quantity in paragraph.quantities() {
                writeln!(out, "  {} = {}", quantity.text(), **quantity)?;
            }
            for time in paragraph.times() {
                writeln!(out, "  {} = {}", time.text(), time.iso8601().unwrap_or_default())?;
            }
        }
    }
    Ok(())
}
