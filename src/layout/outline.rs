//! What the lines mean together: which short line is the title, which are headings, where the body begins and ends.
//!
//! Short lines are weighed by [`super::evidence`]. Imports [`super::text`] and [`super::line`]; read [`super`] next, which makes blocks of the answer.

use alloc::vec::Vec;

use super::evidence::{AFTER, HEAD, OVER, Role, Scene, Sight, WITHIN, best, is_record, score};
use super::furniture;
use super::line::{self, Line};
use super::outlets;
use super::people;
use super::tables;
use super::text::{bracketed, bracketed_at_end, is_digit, length, strip_words, without_title_label};
use super::{BlockKind, Boilerplate};
use crate::any_of::{WordSet, any_of};
use crate::chars::one_of;
use crate::order::Tally;
use crate::vocabulary::{CLOSING, INSIDE, KINDS};

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
    let closed = tail(items, begin, captions);
    let end = (begin..closed).rev().find(|at| is_body(*at)).map_or(begin, |at| at + 1);
    (begin, end, closed)
}

/// The kind of each item's block, in order: a title at most once, headings only between paragraphs.
///
/// The kind of an opened line is that of the text after its opening.
pub(super) fn outline(items: &[Item<'_>]) -> Vec<BlockKind> {
    let captions = captions(items);
    let (begin, end, tail_from) = bounds(items, &captions);
    let mut scene = Scene::new(items, begin, end, tail_from);
    let title = title(items, &scene, begin, &captions);
    scene.title = title;
    let title_text = title.and_then(|at| items.get(at)).map(|item| without_title_label(item.text));
    let stamped = items.iter().take(begin).any(|item| matches!(item.line, Line::Stamp(_)));
    let bodiless = begin == items.len();
    let parallel = parallel_marks(items.get(begin..end).unwrap_or_default());
    let marked = marked_headings(items, begin, end);
    let heads: Vec<usize> = (begin..end).filter(|at| is_section_head(items, *at, begin)).collect();
    let mut kinds = Vec::with_capacity(items.len());
    // a list of next stories inside the body goes on to the next sentence
    let mut listed = false;
    // rows of a list that a line with a colon leads
    let mut rows = false;
    for (at, item) in items.iter().enumerate() {
        rows = item.is_short() && (rows || begins_list(items, at)) && is_row(item);
        listed = leads_on(item) || listed && !item.is_text() && !item.text.starts_with("End of ");
        let repeated = title_text.is_some_and(|title| repeats(item.text, title));
        kinds.push(match &item.line {
            _ if title == Some(at) => BlockKind::Title,
            _ if repeated => BlockKind::Boilerplate(Boilerplate::RepeatedTitle),
            _ if marked.get(at).copied().unwrap_or(false) => BlockKind::Heading,
            _ if captions.get(at).copied().unwrap_or(false) => BlockKind::Caption,
            _ if is_head(items, at, begin, &heads) => BlockKind::Heading,
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
            Line::Short if at < begin && title.is_some_and(|title| title < at) && is_point(items, at) => {
                BlockKind::Paragraph
            }
            Line::Short if at < begin => over_body(&scene, at, begin, listed),
            Line::Short if at >= end && (is_dated(item.text) || is_next(items, at, begin)) => {
                BlockKind::Boilerplate(Boilerplate::Recommendation)
            }
            Line::Short if at < end && listed => BlockKind::Boilerplate(Boilerplate::Recommendation),
            Line::Short if at < end && at > begin && (rows || is_told(item.text)) => BlockKind::Paragraph,
            Line::Short if at < end => kind(best(scene.sights(at, listed), WITHIN), false),
            Line::Short => kind(best(scene.sights(at, listed), AFTER), at >= tail_from),
        });
    }
    kinds
}

/// The kind of a short line over the body that is not the title. What stands over the title, or between it and its stamp, is no
/// text; a number in it is told.
fn over_body(scene: &Scene<'_>, at: usize, begin: usize, listed: bool) -> BlockKind {
    let role = best(scene.sights(at, listed), OVER);
    let Some((item, title)) = scene.items.get(at).zip(scene.title).filter(|_| role == Some(Role::Text)) else {
        return kind(role, false);
    };
    if at > title && !is_subtitle(scene.items, title, at, begin) {
        return BlockKind::Paragraph;
    }
    let told = at > title && item.text.contains(is_digit) && !item.text.starts_with(['（', '(', '〔']);
    kind(Some(if told { Role::Heading } else { Role::Head }), false)
}

/// True for the name of a channel that heads the paragraphs between which it stands: 社會, 財經.
fn is_section_head(items: &[Item<'_>], at: usize, begin: usize) -> bool {
    let is_text = |at: usize| items.get(at).is_some_and(Item::is_text);
    let named = items.get(at).is_some_and(|item| item.is_short() || outlets::is_section(item.text));
    named && at > begin && is_text(at + 1) && is_text(at - 1)
}

/// True for a channel that is one of the `heads` of the body, and for the first of them.
fn is_head(items: &[Item<'_>], at: usize, begin: usize, heads: &[usize]) -> bool {
    let is_channel = || heads.len() > 1 && heads.binary_search(&at).is_ok();
    match items.get(at).map(|item| &item.line) {
        Some(Line::Furniture { kind: Boilerplate::Header, heading: true }) => {
            is_channel() || is_first_head(items, at, begin, heads)
        }
        Some(Line::Short) => is_first_head(items, at, begin, heads),
        _ => false,
    }
}

/// True for the first of several headings of one length, right under the stamp: 一周概览 over 行业流向.
fn is_first_head(items: &[Item<'_>], at: usize, begin: usize, heads: &[usize]) -> bool {
    let Some([above, item]) = at.checked_sub(1).and_then(|above| items.get(above..=at)) else { return false };
    let alike = |at: &usize| items.get(*at).is_some_and(|next| length(next.text) == length(item.text));
    at + 1 == begin
        && matches!(above.line, Line::Stamp(_))
        && length(item.text) <= 8
        && outlets::named_by(item.text).is_none()
        && people::lone_names(item.text).is_none()
        && heads.iter().any(alike)
}

/// True for a second line of the title: a stamp stands further below, or right over the title, or the text begins under it with
/// an opening.
fn is_subtitle(items: &[Item<'_>], title: usize, at: usize, begin: usize) -> bool {
    let is_stamp = |at: usize| items.get(at).is_some_and(|item| matches!(item.line, Line::Stamp(_)));
    let over_text = at + 1 == begin && at == title + 1;
    let opened = matches!(items.get(begin).map(|item| &item.line), Some(Line::Opened(_)));
    let length = |at: usize| items.get(at).map_or(0, |item| length(item.text));
    at <= title + 3 && (at + 1..begin).any(is_stamp)
        || over_text && length(at) <= length(title) + 4 && (opened || title.checked_sub(1).is_some_and(is_stamp))
}

/// True for the title again, perhaps with the names of channel and site.
fn repeats(line: &str, title: &str) -> bool {
    let rest = strip_words(line, title).filter(|_| length(title) >= 6);
    let with_site = |rest: &str| length(rest) <= 30 && rest.trim_start().starts_with(['-', '_', '|', '－', '—', '｜']);
    strip_words(without_title_label(line), title).is_some_and(str::is_empty) || rest.is_some_and(with_site)
}

/// Which lines are headings by the mark that they share: it stands before two short lines at least, each between paragraphs,
/// or they are the numbers of the parts: 🔹价格回升, ◎柳江：价格回升, 01, PART 2.
fn marked_headings(items: &[Item<'_>], begin: usize, end: usize) -> Vec<bool> {
    let form = |at: usize| -> Option<char> {
        let item = items.get(at)?;
        // 【数说】 over rows or text
        let is_box = item.is_short() || matches!(item.line, Line::Furniture { kind: Boilerplate::Header, .. });
        let boxed = bracketed(item.text, 8).filter(|(inner, rest)| rest.is_empty() && length(inner) > 1);
        if is_box
            && boxed.is_some()
            && item.text.starts_with('【')
            && items.get(at + 1).is_some_and(|next| next.is_text() || next.is_short())
        {
            return Some('【');
        }
        let follows = items.get(at + 1).is_some_and(Item::is_text);
        if !follows || item.is_text() || matches!(item.line, Line::Stamp(_) | Line::Byline(_) | Line::Opened(_)) {
            return None;
        }
        if is_part_number(item.text) {
            return Some('1');
        }
        // 一、发放消费券
        if item.is_short() && is_chapter(item.text) && at > begin {
            return Some('一');
        }
        let first = item.text.chars().next()?;
        let words = item.text.trim_start_matches([first, '\u{FE0F}']).trim_start();
        let is_mark = !first.is_alphanumeric()
            && !first.is_ascii()
            && !one_of!("▲△▼▽＃“”「」『』《》（）【】〔〕—–－…＊＞©＠￥€£¥＄").contains(first);
        let within = at > begin && at < end && items.get(at - 1).is_some_and(Item::is_text);
        let sound = (2..=24).contains(&length(words)) && !words.contains(['。', '>', '@']) && !words.ends_with('：');
        (is_mark && within && sound && furniture::furniture(words, false).is_none()).then_some(first)
    };
    let from = begin.saturating_sub(1);
    let forms: Vec<Option<char>> = (0..items.len()).map(|at| form(at).filter(|_| (from..end).contains(&at))).collect();
    let all: Tally = forms.iter().flatten().map(|form| u64::from(*form)).collect();
    forms.iter().map(|form| form.is_some_and(|form| all.count(u64::from(form)) > 1)).collect()
}

/// True for a line after a numeral and 、: 一、总体要求.
fn is_chapter(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| one_of!("一二三四五六七八九十").contains(c));
    rest.len() < text.len() && rest.strip_prefix('、').is_some_and(|words| (2..=20).contains(&length(words)))
}

/// True for the number of a part of a text, alone on its line: 01, PART 1.
fn is_part_number(text: &str) -> bool {
    // -1-, 一
    let bare = text.trim_matches(|c| one_of!("-—－").contains(c));
    let dashed =
        bare.len() < text.len() && !bare.is_empty() && bare.len() < 3 && bare.chars().all(|c| c.is_ascii_digit());
    let numeral = length(text) == 1 && text.starts_with(|c| one_of!("一二三四五六七八九十壹贰叁肆伍").contains(c));
    if dashed || numeral {
        return true;
    }
    let number =
        any_of!["PART", "Part"].strip_prefix(text).map_or(text, |rest| rest.trim_start_matches([' ', '.', '0']));
    (1..=2).contains(&number.len())
        && number.chars().all(|c| c.is_ascii_digit())
        && (number.starts_with('0') || number.len() < text.len())
}

/// True for a short line of the body that is no heading by its form: a row of figures, an aside in brackets.
fn is_told(text: &str) -> bool {
    // （一）农业 is a heading
    let aside = text.starts_with(['（', '(']) && text.ends_with(['）', ')']) && text.contains(['“', '「', '，', '：']);
    // the head of a table
    let is_row = text.matches('\t').count() > 1;
    is_record(text)
        || is_row
        || aside
        || text.starts_with(['•', '‧', '·'])
        || text.starts_with('—') && !text.ends_with('—')
}

/// True for one of the points that tell over a text what is in it: two rows at least after the same bullet.
fn is_point(items: &[Item<'_>], at: usize) -> bool {
    let bullet =
        |item: Option<&Item<'_>>| item.filter(|item| item.is_short()).and_then(|item| item.text.chars().next());
    let here = bullet(items.get(at)).filter(|mark| one_of!("•‧·●■◆").contains(*mark));
    here.is_some() && (bullet(items.get(at + 1)) == here || at > 0 && bullet(items.get(at - 1)) == here)
}

/// True for the title of a next story, with its day at the end: 某某油价下调 (01-15 09:22).
fn is_dated(text: &str) -> bool {
    // 某某油价下调 2025-03-02
    let last = || text.rsplit(' ').next().filter(|last| last.len() < text.len() && last.contains(['-', '/']));
    let stamp = bracketed_at_end(text, 20).map(|(_, inner)| inner).or_else(last);
    stamp.is_some_and(|stamp| {
        stamp.chars().filter(|c| is_digit(*c)).count() > 3
            && stamp.chars().all(|c| is_digit(c) || one_of!("-/.:： 年月日").contains(c))
    })
}

/// True for a line over the day and clock of its own story, on a page whose head has printed one.
fn is_next(items: &[Item<'_>], at: usize, begin: usize) -> bool {
    let clocked = |item: &Item<'_>| match &item.line {
        Line::Stamp(read) => read.published.is_some_and(|day| day.contains([':', '：'])),
        _ => false,
    };
    items.iter().take(begin).any(clocked)
        && items.get(at + 1).is_some_and(|below| clocked(below) && is_bare_stamp(below.text))
        && items.get(at).is_some_and(|item| length(item.text) > 6)
}

/// True for a line that is a day, a clock and a zone, without a word.
fn is_bare_stamp(text: &str) -> bool {
    text.chars().all(|c| is_digit(c) || c.is_ascii() || one_of!("年月日时分　：").contains(c))
}

/// True for a short line after a bullet or a number.
fn is_row(item: &Item<'_>) -> bool {
    item.is_short() && item.text.starts_with(|c: char| is_digit(c) || one_of!("•·‧●○◆■▪①②③④⑤⑥⑦⑧⑨（(-－").contains(c))
}

/// True where two rows at least follow a line that ends in a colon: 新线站点如下：.
fn begins_list(items: &[Item<'_>], at: usize) -> bool {
    let Some([above, row, next]) = at.checked_sub(1).and_then(|above| items.get(above..above + 3)) else {
        return false;
    };
    above.text.ends_with(['：', ':']) && is_row(row) && is_row(next)
}

/// The kind of the block of a short line that is not the title; `closed` after what closes the body.
fn kind(role: Option<Role>, closed: bool) -> BlockKind {
    match role {
        Some(Role::Heading) => BlockKind::Heading,
        Some(Role::Head) => BlockKind::Boilerplate(Boilerplate::Header),
        Some(Role::Foot) if closed => BlockKind::Boilerplate(Boilerplate::Recommendation),
        Some(Role::Foot) => BlockKind::Boilerplate(Boilerplate::Other),
        _ => BlockKind::Paragraph,
    }
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

/// Which items are captions by their neighbours: a line printed twice in a row, one before the body credited to an agency,
/// the owner of a picture and the words over it.
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
        let owned = line::is_picture_owner(item.text, opened) && text_follows(items, at);
        if owned && opened && at > 0 && items.get(at - 1).is_some_and(Item::is_short) {
            found.pop();
            found.push(true);
        }
        found.push(twin || credited || owned);
        opened |= item.is_text() && !twin && !credited;
    }
    found
}

/// True where a sentence stands a few lines below.
fn text_follows(items: &[Item<'_>], at: usize) -> bool {
    items.iter().skip(at + 1).take(4).any(|item| item.is_text() && item.text.contains('。'))
}

/// The index of the title: the line of the head for which most speaks, if anything does.
fn title(items: &[Item<'_>], scene: &Scene<'_>, begin: usize, captions: &[bool]) -> Option<usize> {
    let is_caption = |at: usize| captions.get(at).copied().unwrap_or(false);
    let texts = items.iter().enumerate().filter(|(at, item)| (item.is_text() || item.is_short()) && !is_caption(*at));
    if texts.take(2).count() < 2 && !items.iter().any(|item| matches!(item.line, Line::Stamp(_))) {
        return None;
    }
    let short = items.iter().enumerate().take(begin.min(HEAD)).filter(|(at, item)| item.is_short() && !is_caption(*at));
    // the menu over the stamp is no title where a longer line stands
    let is_section = |item: &Item<'_>| outlets::is_section(item.text.trim_start_matches(['/', '／', '|', '｜', ' ']));
    let titled = short.clone().any(|(_, item)| length(item.text) >= 8 && !is_section(item));
    let mut short: Vec<_> = short.filter(|(_, item)| !titled || !is_section(item)).collect();
    // where anything else stands, no title is
    let over = |at: usize| at.checked_sub(1).and_then(|at| items.get(at));
    let is_other = |sort: u8, at: usize, text: &str| match sort {
        0 => outlets::half_latin(text).is_some(),
        1 => is_tag(text),
        // • before the titles of other stories
        2 => text.starts_with(['•', '‧', '·']),
        3 => is_credit(text) || is_record(text),
        // what is advertised, and the news of the hour
        _ => over(at).is_some_and(is_widget),
    };
    for sort in 0..5 {
        if short.iter().any(|(at, item)| !is_other(sort, *at, item.text)) {
            short.retain(|(at, item)| !is_other(sort, *at, item.text));
        }
    }
    let scored = short.iter().map(|(at, _)| (*at, score(scene.sights(*at, false), Role::Title)));
    // the first of equal ones
    let best = scored.reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    // 主旨：… says itself what it is
    let labelled = items.iter().take(begin.min(HEAD)).position(|item| {
        item.is_short()
            && any_of!["标题", "题名", "主旨"].begins(item.text)
            && without_title_label(item.text).len() < item.text.len()
    });
    let best = labelled.map_or(best, |at| (at, best.1.max(1)));
    let found = announced(items, best.0, begin).unwrap_or(best.0);
    // ——某地见闻 is the second half of the title over it
    let is_half = items.get(found).is_some_and(|item| item.text.starts_with("——"));
    let is_first = |line: usize| line == 0 && is_first_line(items, scene, short.first().map(|(_, item)| item.text));
    let over =
        found.checked_sub(1).filter(|over| is_half && items.get(*over).is_some_and(Item::is_short) || is_first(*over));
    let found = over.unwrap_or(found);
    // …_某某網 and the title again without its site
    let whole = items.get(found).map_or("", |item| item.text);
    let is_site = |rest: &str| rest.trim_start().starts_with(['-', '_', '|', '－', '—', '｜']);
    let again = items.iter().enumerate().take(begin.min(HEAD)).skip(found + 1).find(|(_, other)| {
        other.is_short() && length(other.text) >= 4 && strip_words(whole, other.text).is_some_and(is_site)
    });
    // 快讯 over a flash whose title stands in its brackets
    let flash =
        items.get(begin).is_some_and(|item| matches!(item.line, Line::Opened(_)) && item.text.starts_with('【'));
    let alone = flash && again.is_none() && (outlets::is_section(whole) || KINDS.contains(whole));
    (best.1 > 0 && !alone).then_some(again.map_or(found, |(at, _)| at))
}

/// True for the head of a line that is not of the text: 【廣告】, 最新消息：.
fn is_widget(item: &Item<'_>) -> bool {
    let bare = item.text.trim_matches(|c: char| !c.is_alphanumeric());
    let marked = bare.len() < item.text.len();
    any_of!["广告", "AD"].contains(bare) || marked && any_of!["最新消息", "热点", "突发", "快讯"].contains(bare)
}

/// True for what stands over the title: 突发！, [公告], （股份代號：1788）.
fn is_tag(text: &str) -> bool {
    let most = if text.starts_with(['（', '(']) { 40 } else { 4 };
    let boxed = bracketed(text, most).is_some_and(|(_, rest)| rest.is_empty());
    boxed || length(text) <= 5 && text.ends_with(['！', '!'])
}

/// True for a label of people, a source or a code, and what it asks for: 作者：王小明, 股票代码：600999.
fn is_credit(text: &str) -> bool {
    let label = text.split_once(['：', ':']).map(|(label, _)| label.trim()).filter(|label| length(label) <= 6);
    label.is_some_and(|label| {
        tables::is_label(label)
            || tables::role_at(label).is_some_and(|(_, word)| word == label)
            || any_of!["代码", "代号", "简称"].ends(label)
    })
}

/// True where the first line of the page is the first of a title of two: the stamp stands under the second, and the `text` of
/// the first, which names no site, is told below.
fn is_first_line(items: &[Item<'_>], scene: &Scene<'_>, text: Option<&str>) -> bool {
    let Some([first, _, stamp]) = items.get(..3) else { return false };
    let named = |text: &str| outlets::named_by(text).is_some() || outlets::is_site(text) || outlets::is_section(text);
    text == Some(first.text)
        && (matches!(stamp.line, Line::Stamp(_) | Line::Byline(_) | Line::Opened(_)) && !stamp.is_text())
        && length(first.text) >= 5
        && !named(first.text)
        && scene.sights(0, false) & Sight::Echoed.bit() != 0
}

/// The title under the name of the company or office that announces it: 某某股份有限公司 over 关于…的公告, 某某處新聞稿 over it.
fn announced(items: &[Item<'_>], at: usize, begin: usize) -> Option<usize> {
    const KINDS: &WordSet = any_of!["公告", "通知", "通告", "警告", "预警", "预告", "快报", "通函", "月报表", "通知书"];
    let over = items.get(at)?.text;
    let is_body = super::is_office(over);
    let is_release = over.ends_with("新闻稿") && length(over) > 3 && length(over) <= 20;
    // （股份代號：1788）
    let coded = |item: &Item<'_>| bracketed(item.text, 20).is_some_and(|(_, rest)| rest.is_empty());
    // 联络人：…, and a name in Latin letters
    let dated = |item: &Item<'_>| matches!(item.line, Line::Stamp(_) | Line::Furniture { .. }) || coded(item);
    let (next, below) = items.iter().enumerate().take(begin).skip(at + 1).find(|(_, item)| !dated(item))?;
    let about = below.text.starts_with("关于") || KINDS.ends(below.text);
    let is_title = is_body && about || is_release && length(below.text) > 5 && !below.text.contains(['：', ':']);
    (below.is_short() && is_title).then_some(next)
}

/// True for the head of a list of next stories.
pub(super) fn leads_on(item: &Item<'_>) -> bool {
    // what a page sets apart for readers with a screen reader
    let skipped = item.text.starts_with("Skip ") && matches!(item.line, Line::Furniture { .. });
    skipped
        || matches!(item.line, Line::Furniture { kind: Boilerplate::Recommendation, heading: true })
            && !INSIDE.contains(item.text.trim_matches(|c: char| !c.is_alphabetic()))
}

/// How many lines after an editor or a licence are looked at for more of the body.
const AHEAD: usize = 16;

/// The index from which nothing belongs to the body: after the editor, a licence or a list of next stories.
///
/// A long paragraph after a list of stories opens the body again: such lists stand in the middle of some pages. Editors
/// and licences stand over or within the body of others, where as much of it follows as came before.
fn tail(items: &[Item<'_>], begin: usize, captions: &[bool]) -> usize {
    let mut from = items.len();
    // what closed the body: the editor or a licence, and a list of stories
    let (mut signed, mut listed) = (false, false);
    // how many paragraphs there were, and how long
    let mut told = (1, items.get(begin).map_or(0, |item| length(item.text)));
    for (at, item) in items.iter().enumerate().skip(begin + 1) {
        let sentence = matches!(item.line, Line::Text) && item.text.contains('。');
        let list = leads_on(item);
        let credited = captions.get(at).copied().unwrap_or(false);
        let closing = CLOSING.contains(item.text.trim_matches(|c: char| !c.is_alphabetic()));
        let closes = match &item.line {
            _ if credited => false,
            // what readers say, who the author is
            _ if closing => {
                (signed, listed) = (true, true);
                true
            }
            _ if list => {
                listed = true;
                true
            }
            Line::Furniture { kind: Boilerplate::Legal, .. } => {
                let closes = listed || !goes_on(items, at, told);
                signed |= closes;
                closes
            }
            Line::Byline(people) => {
                let editor = people.iter().any(|person| person.role == super::PersonRole::Editor);
                let closes = editor && (listed || !goes_on(items, at, told));
                signed |= closes;
                closes
            }
            Line::Opened(_) => {
                from = items.len();
                (signed, listed) = (false, false);
                false
            }
            Line::Text if listed && is_teaser(items, at) => false,
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
        if item.is_text() {
            told = (told.0 + 1, told.1 + length(item.text));
        }
    }
    from
}

/// True where the body goes on after line `at`, an editor or a licence: more paragraphs follow than were `told` before, of
/// half their length at least, or as many as fill the lines that are looked at; none of them speaks of a licence.
fn goes_on(items: &[Item<'_>], at: usize, told: (usize, usize)) -> bool {
    let following = items.iter().skip(at + 1).take(AHEAD);
    let within = following
        .take_while(|item| !leads_on(item) && !matches!(&item.line, Line::Stamp(read) if read.changed.is_some()));
    let is_body = |item: &&Item<'_>| {
        item.is_text() && item.text.contains('。') && length(item.text) >= 16 && furniture::licences(item.text) < 2
    };
    let (count, length) =
        within.filter(is_body).fold((0, 0), |(count, sum), item| (count + 1, sum + length(item.text)));
    count > told.0 && length * 2 >= told.1 || count > 5
}

/// How many characters a sentence shares with the title over it that it tells of.
const SHARED: usize = 4;

/// True for a sentence of a list of next stories: it begins as the title over it, or the day of its story stands under it.
fn is_teaser(items: &[Item<'_>], at: usize) -> bool {
    let Some([above, item]) = at.checked_sub(1).and_then(|above| items.get(above..=at)) else { return false };
    let same = || above.text.chars().zip(item.text.chars()).take_while(|(a, b)| a == b).count();
    let dated = |below: &Item<'_>| matches!(&below.line, Line::Stamp(read) if read.changed.is_some());
    above.is_short() && same() >= SHARED || items.get(at + 1).is_some_and(dated)
}
