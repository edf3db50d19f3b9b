//! Marks on the text: what was found where, cut so that they nest and never cross, and written into the text as printed.

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Reverse;
use core::fmt::{self, Write as _};

use super::escape::{Attr, Text};
use super::words;
use crate::order;
use crate::{Article, Block, BlockKind, Diagnostic, Dimension, Piece, QuantityRef, Span, TimeRef};

/// A stretch of the source that something is said of.
struct Mark {
    start: usize,
    end: usize,
    /// What stands outside where two have one span.
    rank: u8,
    /// The link to a row, if it is one.
    row: Option<String>,
    class: &'static str,
    id: String,
    /// More attributes, each with a blank before it, escaped.
    attributes: String,
    /// Whether an earlier piece of it has the id.
    is_rest: bool,
}

impl Mark {
    fn new(span: Span, rank: u8, class: &'static str, attributes: String) -> Self {
        let (start, end) = (span.start(), span.end());
        Self { start, end, rank, row: None, class, id: String::new(), attributes, is_rest: false }
    }

    const fn is_link(&self) -> bool {
        self.row.is_some()
    }
}

/// The marks of an article, in the order in which they open.
pub(super) struct Marks<'s> {
    article: &'s Article<'s>,
    prefix: &'s str,
    all: Vec<Mark>,
}

impl<'s> Marks<'s> {
    pub(super) fn of(article: &'s Article<'s>, prefix: &'s str) -> Self {
        let mut marks = Self { article, prefix, all: Vec::new() };
        marks.fields();
        marks.claims();
        for (index, quantity) in article.quantities().enumerate() {
            marks.quantity(index, quantity);
        }
        for (index, time) in article.times().enumerate() {
            marks.time(index, time);
        }
        for (index, diagnostic) in article.diagnostics().iter().enumerate() {
            marks.diagnostic(index, diagnostic);
        }
        // outer ones last, as a stack has them
        order::sort(&mut marks.all, |mark| [usize::from(u8::MAX - mark.rank), 0]);
        order::sort(&mut marks.all, |mark| [usize::MAX - mark.start, mark.end]);
        marks
    }

    fn fields(&mut self) {
        let article = self.article;
        self.field("title", article.title().map(|title| Piece { text: title.text(), span: title.span() }));
        self.field("source", article.source());
        if let Some(dateline) = article.dateline() {
            self.field("agency", dateline.agency());
            self.field("place", dateline.place());
        }
        for person in article.people() {
            self.field(person.role.name(), Some(person.name));
        }
    }

    fn field(&mut self, name: &'static str, piece: Option<Piece<'_>>) {
        if let Some(piece) = piece {
            let attributes = alloc::format!(" data-field=\"{name}\" title=\"{name}\"");
            self.all.push(Mark::new(piece.span, 1, "f", attributes));
        }
    }

    fn claims(&mut self) {
        for claim in self.article.claims() {
            let mut mark = Mark::new(claim.span(), 2, "c", String::new());
            mark.id = alloc::format!("{}c{}", self.prefix, claim.index() + 1);
            mark.row = Some(alloc::format!("{}r{}", self.prefix, claim.index() + 1));
            self.all.push(mark);
        }
    }

    fn quantity(&mut self, index: usize, quantity: QuantityRef<'_>) {
        let dimension = quantity.unit.as_ref().map(|unit| unit.dimension());
        let class = match dimension {
            Some(Dimension::Currency) => "q money",
            Some(Dimension::Ratio) => "q ratio",
            Some(Dimension::People | Dimension::Visits | Dimension::Households) => "q people",
            _ if quantity.is_part() => "q ratio",
            _ => "q",
        };
        let told = words::told(&quantity, quantity.damaged());
        let mut mark = Mark::new(
            quantity.span(),
            4,
            class,
            alloc::format!("{} title=\"{}\"", damaged(quantity.damaged()), Attr(&told)),
        );
        mark.id = alloc::format!("{}q{}", self.prefix, index + 1);
        self.all.push(mark);
    }

    fn time(&mut self, index: usize, time: TimeRef<'_>) {
        let is = |other: Option<TimeRef<'_>>| other.is_some_and(|other| other.span() == time.span());
        let is_published = is(self.article.published());
        let field = if is_published || is(self.article.dateline().and_then(|dateline| dateline.date())) {
            if is_published { " data-field=\"published\"" } else { " data-field=\"date\"" }
        } else {
            ""
        };
        let told = [&words::days(&time), time.kind.name(), time.relation.name()].join(" · ").replace('_', " ");
        let attributes = alloc::format!("{field}{} title=\"{}\"", damaged(time.damaged()), Attr(&told));
        let mut mark = Mark::new(time.span(), 3, "t", attributes);
        mark.id = alloc::format!("{}t{}", self.prefix, index + 1);
        self.all.push(mark);
    }

    fn diagnostic(&mut self, index: usize, diagnostic: &Diagnostic) {
        if !stands_in_text(self.article, diagnostic) {
            return;
        }
        let told = alloc::format!("{}: {}", diagnostic.code.name().replace('_', " "), diagnostic.message);
        let mut attributes = alloc::format!(" title=\"{}\"", Attr(&told));
        let mut class = "d";
        if let Some(to) = &diagnostic.to {
            class = if diagnostic.certain { "d fix" } else { "d fix guess" };
            attributes.extend([alloc::format!(" data-to=\"{}\"", Attr(to))]);
        }
        let mut mark = Mark::new(diagnostic.span, 5, class, attributes);
        mark.id = alloc::format!("{}d{}", self.prefix, index + 1);
        self.all.push(mark);
    }

    /// Writes the text, block by block, with the marks in it.
    pub(super) fn write(mut self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let source = self.article.source_text();
        let mut line: Option<&str> = None;
        for block in self.article.blocks() {
            let text = source.get(block.span.bytes()).unwrap_or_default();
            // a dateline and the text after it share a line
            let element = match line {
                Some(element) => element,
                None => open_line(block, f)?,
            };
            write!(f, "<span class=\"b {}\">", class_of(block.kind))?;
            let body = block.span.start() + text.trim_end().len();
            self.stretch(block.span.start(), body, f)?;
            f.write_str("<span class=\"gap\">")?;
            self.stretch(body, block.span.end(), f)?;
            f.write_str("</span></span>")?;
            line = Some(element).filter(|_| !text.contains(['\n', '\r']));
            if line.is_none() {
                write!(f, "</{element}>")?;
            }
        }
        match line {
            Some(element) => write!(f, "</{element}>"),
            None => Ok(()),
        }
    }

    /// Writes a stretch of the source; what reaches over its end is cut there.
    fn stretch(&mut self, start: usize, end: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut open: Vec<Mark> = Vec::new();
        let mut at = start;
        loop {
            let next = self.all.last().map_or(end, |mark| mark.start.clamp(at, end));
            // what ends before the next one begins; what is empty was closed at once
            while let Some(mark) = open.pop_if_ended(next) {
                self.text(at, mark.end, f)?;
                at = mark.end;
                close(&mark, f)?;
            }
            self.text(at, next, f)?;
            at = next;
            let is_here = |mark: &Mark| mark.start < end || mark.start == mark.end && mark.start == end;
            if !self.all.last().is_some_and(is_here) {
                break;
            }
            let Some(mark) = self.all.pop() else { break };
            let limit = open.last().map_or(end, |outer| outer.end);
            let mark = self.cut(mark, limit);
            let is_in_link = open.iter().any(Mark::is_link);
            open_mark(&mark, is_in_link, f)?;
            open.push(Mark { row: mark.row.filter(|_| !is_in_link), ..mark });
        }
        while let Some(mark) = open.pop() {
            self.text(at, mark.end, f)?;
            at = mark.end.max(at);
            close(&mark, f)?;
        }
        self.text(at, end, f)
    }

    /// The part of a mark before a limit; the rest comes again after it.
    fn cut(&mut self, mark: Mark, limit: usize) -> Mark {
        if mark.end <= limit {
            return mark;
        }
        let rest = Mark {
            start: limit,
            end: mark.end,
            rank: mark.rank,
            row: mark.row.clone(),
            class: mark.class,
            id: mark.id.clone(),
            attributes: mark.attributes.clone(),
            is_rest: true,
        };
        let key = |mark: &Mark| (Reverse(mark.start), mark.end, Reverse(mark.rank));
        let place = self.all.partition_point(|other| key(other) < key(&rest));
        self.all.insert(place, rest);
        Mark { end: limit, ..mark }
    }

    fn text(&self, start: usize, end: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Text(self.article.source_text().get(start..end).unwrap_or_default()))
    }
}

const fn damaged(is_damaged: bool) -> &'static str {
    if is_damaged { " data-damaged" } else { "" }
}

/// Whether a diagnostic has its mark in the text; what is said of the whole page stands in the list alone.
pub(super) fn stands_in_text(article: &Article<'_>, diagnostic: &Diagnostic) -> bool {
    let (blocks, span) = (article.blocks(), diagnostic.span);
    let after = blocks.partition_point(|block| block.span.start() <= span.start());
    let block = after.checked_sub(1).and_then(|at| blocks.get(at));
    let is_within =
        block.is_some_and(|block| block.span.contains(span) && (blocks.len() > 1 || span.len() < block.span.len()));
    diagnostic.from.is_some() || diagnostic.to.is_some() || is_within
}

trait Stack {
    fn pop_if_ended(&mut self, at: usize) -> Option<Mark>;
}

impl Stack for Vec<Mark> {
    fn pop_if_ended(&mut self, at: usize) -> Option<Mark> {
        if self.last()?.end <= at { self.pop() } else { None }
    }
}

fn open_mark(mark: &Mark, is_in_link: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let element = if mark.is_link() && !is_in_link { "a" } else { "span" };
    write!(f, "<{element} class=\"{}\"", mark.class)?;
    match (mark.is_rest, mark.id.is_empty()) {
        (_, true) => {}
        (false, false) => write!(f, " id=\"{}\"", mark.id)?,
        (true, false) => write!(f, " data-of=\"{}\"", mark.id)?,
    }
    if let Some(row) = &mark.row {
        let name = if element == "a" { "href" } else { "data-href" };
        write!(f, " {name}=\"#{row}\"")?;
    }
    write!(f, "{}>", mark.attributes)
}

fn close(mark: &Mark, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(if mark.is_link() { "</a>" } else { "</span>" })
}

/// The element of a line, by what begins it.
fn open_line(block: &Block, f: &mut fmt::Formatter<'_>) -> Result<&'static str, fmt::Error> {
    let element = match block.kind {
        BlockKind::Title => "h3",
        BlockKind::Heading => "h4",
        _ => "p",
    };
    f.write_char('<')?;
    f.write_str(element)?;
    f.write_char('>')?;
    Ok(element)
}

const fn class_of(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title => "title",
        BlockKind::Stamp => "stamp",
        BlockKind::Dateline => "dateline",
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::Byline => "byline",
        BlockKind::Caption => "caption",
        BlockKind::Boilerplate(_) => "furniture",
    }
}
