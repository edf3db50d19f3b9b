//! Text of an article within HTML: escaped, with what is invisible or turns the direction of writing shown as a box.

use core::fmt::{self, Write as _};

use crate::format::hidden::is_hidden;

/// A text between tags. Nothing of it is lost: a hidden character stands in its box, where it moves no neighbour.
pub(super) struct Text<'t>(pub(super) &'t str);

/// A text in an attribute in double quotes, which has no boxes: a hidden character becomes `⟨U+202E⟩`.
pub(super) struct Attr<'t>(pub(super) &'t str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before = ' ';
        let mut rest = self.0.chars().peekable();
        while let Some(c) = rest.next() {
            match c {
                // a bare one would be read as a line feed
                '\r' if rest.peek() == Some(&'\n') => f.write_str("&#13;")?,
                c if is_hidden(c) && !(c == '\u{200D}' && is_pictograph(before)) => boxed(c, f)?,
                c => escaped(c, f)?,
            }
            before = c;
        }
        Ok(())
    }
}

impl fmt::Display for Attr<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            c if is_hidden(c) => write!(f, "⟨U+{:04X}⟩", u32::from(c)),
            c => escaped(c, f),
        })
    }
}

fn escaped(c: char, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match c {
        '&' => f.write_str("&amp;"),
        '<' => f.write_str("&lt;"),
        '>' => f.write_str("&gt;"),
        '"' => f.write_str("&quot;"),
        '\'' => f.write_str("&#39;"),
        c => f.write_char(c),
    }
}

/// A hidden character in an isolated box that has its code point before it, by the style sheet.
fn boxed(c: char, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let code = u32::from(c);
    write!(f, "<bdi class=\"ctl\" data-code=\"U+{code:04X}\" title=\"{} U+{code:04X}\">", name(c))?;
    match c {
        // HTML cannot hold it
        '\0' => f.write_str("\u{FFFD}"),
        '\r' => f.write_str("&#13;"),
        c => f.write_char(c),
    }?;
    f.write_str("</bdi>")
}

const fn name(c: char) -> &'static str {
    match c {
        '\u{061C}' | '\u{200E}' | '\u{200F}' => "direction mark",
        '\u{202A}'..='\u{202E}' => "direction override or embedding",
        '\u{2066}'..='\u{2069}' => "direction isolate",
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => "control character",
        _ => "invisible character",
    }
}

/// Whether a joiner after it belongs to a picture of several characters.
const fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27BF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}
