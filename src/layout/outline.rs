//! What the lines mean together: which short line is the title, which are headings, where the body begins and ends.
//!
//! Imports [`super::text`], [`super::outlets`] and [`super::line`]; read [`super`] next, which makes blocks of the answer.

use alloc::vec::Vec;

use super::line::{self, Line};
use super::outlets;
use super::text::{first, is_blank, is_digit, length, longest_suffix, without_title_label};
use super::{BlockKind, Boilerplate};
use crate::chars::one_of;
use crate::vocabulary::INSIDE;

/// How many lines from the top a title is looked for.
const HEAD: usize = 24;

/// A line of the page and what it is by its own words.
#[derive(Debug)]
pub(super) struct Item<'a> {
    /// The line, trimmed.
    pub(super) text: &'a str,
    /// What it is.
    pub(super) line: Line<'a>,
    /// The stamp, with 正文 perhaps, that stood before the text on its line.
    pub(super) lead: Option<&'a str>,
}

impl Item<'_> {
    /// True for running text, with or without an opening before it.
    pub(super) fn is_text(&self) -> bool {
        match &self.line {
            Line::Text => true,
            Line::Opened(read) => !read.rest.is_empty(),
            _ => false,
        }
    }

    /// True for a short line that may be a title or a heading.
    pub(super) fn is_short(&self) -> bool {
        matches!(self.line, Line::Short)
    }
}

/// Where the body begins and ends, and from where on nothing belongs to it.
pub(super) fn bounds(items: &[Item<'_>], captions: &[bool]) -> (usize, usize, usize) {
    let is_body = |at: usize| items.get(at).is_some_and(Item::is_text) && !captions.get(at).copied().unwrap_or(false);
    let begin = (0..items.len()).find(|at| is_body(*at)).unwrap_or(items.len());
    let closed = tail(items, begin);
    let end = (begin..closed).rev().find(|at| is_body(*at)).map_or(begin, |at| at + 1);
    (begin, end, closed)
}

/// The kind of each item's block, in order: a title at most once, headings only between paragraphs.
///
/// The kind of an opened line is that of the text after its opening.
pub(super) fn outline(items: &[Item<'_>]) -> Vec<BlockKind> {
    let captions = captions(items);
    let (begin, end, tail_from) = bounds(items, &captions);
    let title = title(items, begin, &captions);
    let title_text = title.and_then(|at| items.get(at)).map(|item| without_title_label(item.text));
    let stamped = items.iter().take(begin).any(|item| matches!(item.line, Line::Stamp(_)));
    let headed = items.iter().take(end).skip(begin).any(Item::is_short);
    let bodiless = begin == items.len();
    let parallel = parallel_marks(items.get(begin..end).unwrap_or_default());
    let mut kinds = Vec::with_capacity(items.len());
    // a list of next stories inside the body goes on to the next sentence
    let mut listed = false;
    for (at, item) in items.iter().enumerate() {
        listed = leads_on(item) || listed && !item.is_text();
        // the title again, perhaps with the names of channel and site
        let repeated = title_text.is_some_and(|title| {
            let rest = item.text.strip_prefix(title).filter(|_| length(title) >= 6);
            without_title_label(item.text) == title
                || rest.is_some_and(|rest| {
                    length(rest) <= 30 && rest.trim_start().starts_with(['-', '_', '|', '－', '—', '｜'])
                })
        });
        kinds.push(match &item.line {
            _ if title == Some(at) => BlockKind::Title,
            _ if repeated => BlockKind::Boilerplate(Boilerplate::RepeatedTitle),
            _ if captions.get(at).copied().unwrap_or(false) => BlockKind::Caption,
            Line::Furniture { kind, .. } => BlockKind::Boilerplate(*kind),
            // a date among related links is never the page's
            Line::Stamp(read) if at >= tail_from && stamped && read.changed.is_some() => {
                BlockKind::Boilerplate(Boilerplate::Recommendation)
            }
            Line::Stamp(_) => BlockKind::Stamp,
            Line::Byline(_) => BlockKind::Byline,
            Line::Caption if parallel && (begin..end).contains(&at) && line::is_marked_heading(item.text) => {
                BlockKind::Heading
            }
            Line::Caption => BlockKind::Caption,
            Line::Opened(read) if read.rest.is_empty() => BlockKind::Byline,
            Line::Text if at >= tail_from => BlockKind::Boilerplate(Boilerplate::Recommendation),
            Line::Opened(_) | Line::Text => BlockKind::Paragraph,
            Line::Short if bodiless && title.is_none_or(|title| title < at) => BlockKind::Paragraph,
            Line::Short if at < begin => {
                let marked = stamped || item.text.starts_with('【') && item.text.ends_with('】');
                head_line(item.text, title.is_none_or(|title| at < title), at + 1 == begin && marked && headed)
            }
            Line::Short if at < end && listed => BlockKind::Boilerplate(Boilerplate::Recommendation),
            Line::Short if at < end => body_line(items, at, end),
            Line::Short => tail_line(item.text, at >= tail_from),
        });
    }
    kinds
}

/// How many lines make a page of links.
const LINKS: usize = 8;

/// True for a page of short lines without a sentence: it names next stories and tells none.
pub(super) fn is_links(items: &[Item<'_>]) -> bool {
    let told = |item: &Item<'_>| {
        item.is_text()
            || item.text.contains('。')
            || matches!(item.line, Line::Stamp(_) | Line::Opened(_) | Line::Byline(_))
    };
    let sentence = |item: &Item<'_>| item.text.contains(['。', '；']) || item.text.ends_with(['，', '：']);
    // rows of numbers and clauses tell something without a full stop
    let row =
        |item: &&Item<'_>| item.text.contains(['，', '\t']) || item.text.chars().filter(|c| is_digit(*c)).count() >= 3;
    let short = items.iter().filter(|item| item.is_short());
    short.clone().count() >= LINKS
        && short.clone().filter(row).count() * 3 < short.count()
        && !items.iter().any(|item| told(item) || sentence(item))
}

/// The kinds of the lines of a page of links.
pub(super) fn links(items: &[Item<'_>]) -> Vec<BlockKind> {
    let kind = |item: &Item<'_>| match &item.line {
        Line::Furniture { kind, .. } => *kind,
        _ => Boilerplate::Recommendation,
    };
    items.iter().map(|item| BlockKind::Boilerplate(kind(item))).collect()
}

/// True where the short lines after ▲ are headings, not captions: there are several, all of one length.
fn parallel_marks(body: &[Item<'_>]) -> bool {
    let mut lengths = body
        .iter()
        .filter(|item| matches!(item.line, Line::Caption) && line::is_marked_heading(item.text))
        .map(|item| length(item.text));
    let Some(first) = lengths.next() else { return false };
    let mut others = 0;
    lengths.all(|length| {
        others += 1;
        length == first
    }) && others > 0
}

/// Which items are captions by their neighbours: a line printed twice in a row, or one before the body credited to an agency.
pub(super) fn captions(items: &[Item<'_>]) -> Vec<bool> {
    let mut found = Vec::with_capacity(items.len());
    let mut opened = false;
    for (at, item) in items.iter().enumerate() {
        let same = |other: Option<&Item<'_>>| {
            other.is_some_and(|other| other.text == item.text && item.is_text() && item.text.len() < 400)
        };
        let twin = same(items.get(at + 1)) || same(at.checked_sub(1).and_then(|at| items.get(at)));
        let credited = !opened
            && matches!(item.line, Line::Text)
            && line::ends_with_agency(item.text)
            && items.get(at + 1..).is_some_and(|rest| rest.iter().any(Item::is_text));
        found.push(twin || credited);
        opened |= item.is_text() && !twin && !credited;
    }
    found
}

/// The index of the title: the short line of the head that comes again, else the first that is long enough.
fn title(items: &[Item<'_>], begin: usize, captions: &[bool]) -> Option<usize> {
    let texts = items
        .iter()
        .enumerate()
        .filter(|(at, item)| (item.is_text() || item.is_short()) && !captions.get(*at).copied().unwrap_or(false));
    let stamp = items.iter().position(|item| matches!(item.line, Line::Stamp(_)));
    if texts.take(2).count() < 2 && stamp.is_none() {
        return None;
    }
    let head = Head { items, begin, stamp };
    let (at, item) = head.title()?;
    // …_某某網 and the title again without its site
    let again = head.candidates().find(|(other, bare)| {
        let site = item.text.strip_prefix(bare.text).map(str::trim_start).unwrap_or_default();
        *other > at && length(bare.text) >= 4 && site.starts_with(['-', '_', '|', '－', '—', '｜'])
    });
    Some(again.map_or(at, |(other, _)| other))
}

/// The lines over the body, among which the title is looked for.
struct Head<'a> {
    items: &'a [Item<'a>],
    /// Where the body begins.
    begin: usize,
    /// The first line of stamps of the page.
    stamp: Option<usize>,
}

/// A line of the head and its index.
type Found<'a> = (usize, &'a Item<'a>);

impl<'a> Head<'a> {
    fn short(&self) -> impl Iterator<Item = Found<'a>> {
        self.items.iter().take(self.begin.min(HEAD)).enumerate().filter(|(_, item)| item.is_short())
    }

    /// The short lines that are no names of outlets.
    fn candidates(&self) -> impl Iterator<Item = Found<'a>> {
        self.short().filter(|(_, item)| !outlets::is_masthead(item.text) && !outlets::is_header(item.text))
    }

    fn is_over(&self, at: usize) -> bool {
        self.stamp.is_some_and(|stamp| at < stamp)
    }

    /// The title, the surest first.
    fn title(&self) -> Option<Found<'a>> {
        // a caption that comes again under the stamp does not go before the line over it
        let over = || self.candidates().any(|(at, item)| self.is_over(at) && length(item.text) >= 8);
        let sure = self.labelled().or_else(|| self.again());
        sure.filter(|(at, _)| self.stamp.is_none_or(|stamp| *at < stamp) || !over())
            .or_else(|| self.long().filter(|(at, _)| self.stamp.is_none() || self.is_over(*at)))
            .or_else(|| self.stamped(6).filter(|(_, item)| !outlets::is_section(item.text)))
            .or_else(|| self.below())
            .or_else(|| self.long())
            .or_else(|| self.over_outlet())
            .or_else(|| self.stamped(2).filter(|(_, item)| !outlets::is_paper(item.text)))
            .or_else(|| self.candidates().find(|(_, item)| length(item.text) >= 8))
            .or_else(|| self.last())
    }

    /// 標題：….
    fn labelled(&self) -> Option<Found<'a>> {
        self.candidates().find(|(_, item)| {
            without_title_label(item.text).len() < item.text.len() && !item.text.starts_with(['原', '题'])
        })
    }

    /// The line that comes again; a short first line is the title where it comes again under the stamp.
    fn again(&self) -> Option<Found<'a>> {
        self.candidates().find(|(at, item)| {
            let short = *at < 8 && (3..=5).contains(&length(item.text)) && !outlets::is_section(item.text);
            let near = if short { 3 } else { self.items.len() };
            let long = length(item.text) > 5 || near == 3;
            long && self.items.iter().skip(at + 1).take(near).any(|other| other.text == item.text)
        })
    }

    fn long(&self) -> Option<Found<'a>> {
        self.candidates().find(|(_, item)| length(item.text) >= 8 && !outlets::is_site(item.text))
    }

    /// The line right over its stamp: a longer one under it is no title.
    fn stamped(&self, least: usize) -> Option<Found<'a>> {
        self.candidates()
            .find(|(at, item)| self.stamp == Some(at + 1) && length(item.text) >= least && !outlets::is_site(item.text))
    }

    /// Where nothing stands over the stamp, the first line under it.
    fn below(&self) -> Option<Found<'a>> {
        let stamp = self.stamp.filter(|_| !self.candidates().any(|(at, _)| self.is_over(at)))?;
        let names = |text: &str| outlets::signs(text) || outlets::is_section(text) || outlets::is_site(text);
        self.candidates().find(|(at, item)| *at > stamp && length(item.text) >= 6 && !names(item.text))
    }

    /// A short title over the outlet that stands over the stamp.
    fn over_outlet(&self) -> Option<Found<'a>> {
        let outlet = self.stamp.and_then(|stamp| self.items.get(stamp.checked_sub(1)?));
        outlet.filter(|item| outlets::signs(item.text))?;
        self.candidates().find(|(at, item)| self.stamp == Some(at + 2) && length(item.text) >= 4)
    }

    /// The longest line, or what only ends like an outlet, where nothing else is there.
    fn last(&self) -> Option<Found<'a>> {
        let is_title = |item: &Item<'_>| length(item.text) >= 4 && !outlets::is_paper(item.text);
        let longest = self.candidates().max_by_key(|(at, item)| (length(item.text), usize::MAX - at));
        longest.filter(|(_, item)| is_title(item)).or_else(|| {
            let stamped = |at: usize| self.stamp == Some(at + 1);
            self.short().find(|(at, item)| stamped(*at) && is_title(item) && !outlets::is_known(item.text))
        })
    }
}

/// True for the head of a list of next stories.
pub(super) fn leads_on(item: &Item<'_>) -> bool {
    matches!(item.line, Line::Furniture { kind: Boilerplate::Recommendation, heading: true })
        && !INSIDE.contains(item.text.trim_matches(|c: char| !c.is_alphabetic()))
}

/// The index from which nothing belongs to the body: after the editor, a licence or a list of next stories.
///
/// A long paragraph after a list of stories opens the body again: such lists stand in the middle of some pages.
fn tail(items: &[Item<'_>], begin: usize) -> usize {
    let mut from = items.len();
    // what closed the body: the editor or a licence, and a list of stories
    let (mut signed, mut listed) = (false, false);
    for (at, item) in items.iter().enumerate().skip(begin + 1) {
        let sentence = matches!(item.line, Line::Text) && item.text.contains('。');
        let list = leads_on(item);
        let closes = match &item.line {
            _ if list => {
                listed = true;
                true
            }
            Line::Furniture { kind: Boilerplate::Legal, .. } => {
                signed = true;
                true
            }
            Line::Byline(people) => {
                let editor = people.iter().any(|person| person.role == super::PersonRole::Editor);
                signed |= editor;
                editor
            }
            Line::Opened(_) => {
                from = items.len();
                (signed, listed) = (false, false);
                false
            }
            // a list of stories may stand in the middle of a page, after the editor it ends it
            Line::Text if sentence && !(signed && listed) && (!signed || length(item.text) >= 60) => {
                from = items.len();
                (signed, listed) = (false, false);
                false
            }
            _ => false,
        };
        if closes && from == items.len() {
            from = at;
        }
    }
    from
}

/// The kind of a short line before the body that is not the title; `under_stamp` where it may be the first heading.
fn head_line(text: &str, before_title: bool, under_stamp: bool) -> BlockKind {
    // ——之二, （前三季度觀察）: a subtitle
    let bracketed = text.starts_with(['（', '(', '[', '【']) && text.ends_with(['）', ')', ']', '】']);
    if !before_title && !under_stamp && (text.starts_with("——") || bracketed) {
        return BlockKind::Boilerplate(Boilerplate::Header);
    }
    let marked = text.starts_with('【') && text.ends_with('】')
        || super::people::BULLETS.iter().any(|mark| text.starts_with(*mark));
    if under_stamp && !before_title && (is_numbered(text) || marked) {
        return BlockKind::Heading;
    }
    if !before_title && line::is_speech(text) {
        return BlockKind::Paragraph;
    }
    if before_title || length(text) <= 8 || outlets::is_outlet(text) || outlets::named_by(text).is_some() {
        BlockKind::Boilerplate(Boilerplate::Header)
    } else if under_stamp {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

/// True for a line after a number: 一、綜合, （二）農業.
fn is_numbered(text: &str) -> bool {
    let inner = text.trim_start_matches(['（', '(']);
    let digits = inner.trim_start_matches(|c: char| one_of!("一二三四五六七八九十").contains(c) || is_digit(c));
    digits.len() < inner.len() && digits.starts_with(['、', '）', ')', '.', '．'])
}

/// The kind of a short line inside the body: a heading where text follows, a paragraph in a list of short lines.
fn body_line(items: &[Item<'_>], at: usize, end: usize) -> BlockKind {
    let Some(item) = items.get(at) else { return BlockKind::Paragraph };
    if length(item.text) > 40 || line::is_speech(item.text) || longest_suffix(&["……", "…"], item.text).is_some() {
        return BlockKind::Paragraph;
    }
    // 成交額：12.3億元 is a line of data: little stands before the number or after it
    let labelled =
        item.text.split_once(['：', ':']).filter(|(label, _)| length(label) <= 10 && !label.contains(is_blank));
    let data = labelled.is_some_and(|(label, value)| {
        let unit = value.rsplit(is_digit).next().filter(|unit| unit.len() < value.len());
        label == "单位"
            || first(value.trim_start(), 2).contains(is_digit)
            || length(value) <= 12 && unit.is_some_and(|unit| length(unit) <= 4)
    });
    let cells = item.text.split(is_blank).filter(|cell| !cell.is_empty());
    let numbered = cells.clone().filter(|cell| cell.contains(is_digit)).count();
    // a row of a table has another beside it
    let is_row = |text: &str| {
        let cells = text.split(is_blank).filter(|cell| !cell.is_empty());
        cells.clone().count() > 2 && cells.filter(|cell| cell.contains(is_digit)).count() > 1
    };
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| items.get(at));
    let alike = cells.count() > 2 && numbered > 1 && beside.into_iter().any(|other| is_row(other.text));
    // （編按：原文刊於六月）
    let noted = item.text.starts_with(['（', '(']) && item.text.ends_with(['）', ')']) && length(item.text) > 8;
    if data || alike || noted {
        return BlockKind::Paragraph;
    }
    // 科室 時間 地點 heads a table
    let cells = item.text.split(is_blank).filter(|cell| !cell.is_empty());
    if cells.clone().count() > 2 && cells.clone().all(|cell| length(cell) <= 4) {
        return BlockKind::Paragraph;
    }
    let short_run =
        |range: &mut dyn Iterator<Item = &Item<'_>>| range.take(3).take_while(|item| item.is_short()).count();
    let after = short_run(&mut items.iter().take(end).skip(at + 1));
    let ahead = short_run(&mut items.iter().take(at).rev());
    if after + ahead >= 2 { BlockKind::Paragraph } else { BlockKind::Heading }
}

/// The kind of a short line after the body: furniture, unless it says something in numbers or clauses.
fn tail_line(text: &str, closed: bool) -> BlockKind {
    let says = text.contains(['，', ',', '；', '\t'])
        || text.chars().any(is_digit)
        || length(text) >= 8 && text.contains(|c: char| one_of!("百千万亿").contains(c));
    if !closed && says && outlets::named_by(text).is_none() {
        return BlockKind::Paragraph;
    }
    BlockKind::Boilerplate(if closed { Boilerplate::Recommendation } else { Boilerplate::Other })
}
