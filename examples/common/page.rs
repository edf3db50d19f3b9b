//! A saved HTML page as text, one line for each block, with what its metadata says of its date and place.

use encoding_rs::{Encoding, UTF_8};
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};
use wanyi::chrono::DateTime;
use wanyi::{Moment, Region};

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

/// The page as text, in the encoding that a mark of its first bytes, the caller or its `charset` names, else UTF-8.
pub(crate) fn decode(bytes: &[u8], told: Option<&str>) -> String {
    let head = String::from_utf8_lossy(bytes.get(..1024).unwrap_or(bytes));
    let label = head.split_once("charset=").map(|(_, rest)| rest.trim_start_matches(['"', '\'']));
    let label =
        label.and_then(|label| label.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next());
    let named = |label: Option<&str>| label.and_then(|label| Encoding::for_label(label.as_bytes()));
    let encoding = named(told).or_else(|| named(label)).unwrap_or(UTF_8);
    encoding.decode(bytes).0.into_owned()
}

/// What is kept of an HTML page.
#[derive(Default)]
pub(crate) struct Page {
    /// The text, one line for each block, and a blank line between two.
    pub(crate) text: String,
    /// The line that is being written.
    line: String,
    /// When its metadata says that it was published.
    pub(crate) published: Option<Moment>,
    /// Where its language says that it was published: `zh-TW`.
    pub(crate) region: Option<Region>,
}

impl Page {
    /// Draws the text of a page.
    pub(crate) fn draw(html: &str) -> Self {
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
