//! brat standoff.

use core::fmt::{self, Write as _};

use super::mark::{self, Mark, What};
use crate::format::hidden::is_hidden;
use crate::{Article, Modality};

/// An article's marks as the `.ann` file of [brat standoff](https://brat.nlplab.org/standoff.html), beside a `.txt`
/// file with the text as it was given.
///
/// | line, tabs shown as blanks | what |
/// |---|---|
/// | `T1 MONEY 5 8 3億元` | a quantity, time, claim or field by its [label](super#labels), in code points |
/// | `#1 AnnotatorNotes T1 300000000元` | [what is said of it](super#what-is-said-of-each) |
/// | `A1 Modality T2 planned` | the modality of a claim that is no mere fact |
/// | `A2 Negated T2` | a claim that is denied |
///
/// A mark that runs over a line break is discontinuous: `T3 CLAIM 0 9;10 15 …`, its pieces joined by a blank, as brat
/// wants. So is one over a tab or any other character that ends a line for some reader (U+000B, U+0085, U+2028 and
/// the like). In notes they are blanks, and hidden characters stand as `⟨U+202E⟩`. A project reads it with the
/// configuration of [`Brat::CONFIG`]. Offsets are of the file as it is: a program that reads `\r\n` as one character
/// counts otherwise.
///
/// ```
/// use wanyi::{Article, annotations::Brat};
///
/// let article = Article::parse("雲溪縣投入3億元。")?;
/// let lines = "T1\tCLAIM 0 8\t雲溪縣投入3億元\n#1\tAnnotatorNotes T1\t雲溪縣 ▸ 投入\n\
///     T2\tMONEY 5 8\t3億元\n#2\tAnnotatorNotes T2\t300000000元\n";
/// assert_eq!(Brat::new(&article).to_string(), lines);
/// assert_eq!(Brat::new(&article).text(), "雲溪縣投入3億元。");
/// # Ok::<(), wanyi::ParseError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Brat<'r> {
    article: &'r Article<'r>,
}

impl Brat<'_> {
    /// The `annotation.conf` that the lines keep to.
    ///
    /// ```
    /// use wanyi::annotations::Brat;
    ///
    /// assert!(Brat::CONFIG.starts_with("[entities]\nMONEY\n"));
    /// ```
    pub const CONFIG: &'static str = include_str!("brat.conf");
}

impl<'r> Brat<'r> {
    /// The files of an article.
    #[must_use]
    pub const fn new(article: &'r Article<'r>) -> Self {
        Self { article }
    }

    /// The `.txt` file: the text as it was given.
    #[must_use]
    pub fn text(&self) -> &'r str {
        self.article.source_text()
    }
}

/// The `.ann` file.
impl fmt::Display for Brat<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut number, mut attributes) = (0_usize, 0_usize);
        for mark in mark::of(self.article) {
            let text = self.article.get(mark.span).unwrap_or_default();
            if pieces(text).next().is_none() {
                continue;
            }
            number += 1;
            write!(f, "T{number}\t{} ", mark.what.label())?;
            bound(&mark, text, f)?;
            let told = mark.what.told();
            if !told.is_empty() {
                writeln!(f, "#{number}\tAnnotatorNotes T{number}\t{}", Line(&told))?;
            }
            let What::Claim(claim) = mark.what else { continue };
            if claim.modality() != Modality::Fact {
                attributes += 1;
                writeln!(f, "A{attributes}\tModality T{number} {}", claim.modality().name())?;
            }
            if claim.is_negated() {
                attributes += 1;
                writeln!(f, "A{attributes}\tNegated T{number}")?;
            }
        }
        Ok(())
    }
}

/// The offsets of the pieces of a mark, a tab, and their text.
fn bound(mark: &Mark<'_>, text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (at, (first, piece)) in pieces(text).enumerate() {
        let start = mark.span.chars().start + first;
        let separator = if at == 0 { "" } else { ";" };
        write!(f, "{separator}{start} {}", start + piece.chars().count())?;
    }
    for (at, (_, piece)) in pieces(text).enumerate() {
        f.write_str(if at == 0 { "\t" } else { " " })?;
        f.write_str(piece)?;
    }
    f.write_char('\n')
}

/// The pieces between characters that end a line or a column, with their places in code points; none is blank.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    let all = text.split(ends_line).map(move |piece| {
        let first = next;
        next += piece.chars().count() + 1;
        (first, piece)
    });
    all.filter(|(_, piece)| !piece.trim().is_empty())
}

/// Whether a character ends a line for some reader, or a column.
const fn ends_line(c: char) -> bool {
    matches!(c, '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}')
}

/// A text within a line, in which nothing is hidden.
struct Line<'t>(&'t str);

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            c if ends_line(c) => f.write_char(' '),
            c if is_hidden(c) => write!(f, "⟨U+{:04X}⟩", u32::from(c)),
            c => f.write_char(c),
        })
    }
}
