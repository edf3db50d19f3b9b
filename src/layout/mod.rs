//! The blocks of an article: title, stamp, dateline, headings, paragraphs, bylines, captions and page furniture.
//!
//! ```text
//! text ──► lines ──► line::classify ──► outline::outline ──► blocks
//!                    (stamp, people,    (title, headings,    (tiled: no byte in none or in two)
//!                     dateline, tables)  head, body, tail)
//! ```
//!
//! [`layout`] is the only entry. It works on repaired text and gives places in it, never values: the driver reads the
//! dates. Imports nothing of the crate but its own files. Words stand in [`outlets`], [`tables`] and [`furniture`]: add a
//! newspaper, a role or a phrase there. Read [`line`] next, then [`outline`].

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::ops::Range;

mod dateline;
mod evidence;
mod furniture;
mod line;
mod naming;
mod outlets;
mod outline;
mod parts;
mod people;
mod printed;
mod release;
mod stamp;
mod stamp_source;
mod tables;
mod text;
mod weights;

#[cfg(test)]
mod tests;

use self::dateline::Opening;
use self::line::Line;
use self::outline::Item;
use self::people::Credit;
use self::text::{is_blank, is_han, range_of, trim};
use crate::any_of::{WordSet, any_of};
pub(crate) use crate::article::{BlockKind, BoilerplateKind as Boilerplate, PersonRole};
use crate::chars::one_of;
use crate::locale::Home;
use crate::order;
use crate::vocabulary::{OFFICES, PLACES};

/// A block: a stretch of the text of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// What it is.
    pub(crate) kind: BlockKind,
    /// Its bytes, white space after it included; the ranges of all blocks tile the text.
    pub(crate) range: Range<usize>,
    /// Its bytes without the white space around.
    pub(crate) content: Range<usize>,
}

/// A person whom the page credits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    /// The bytes of the name.
    pub(crate) name: Range<usize>,
    /// What the person did.
    pub(crate) role: PersonRole,
    /// Whether an opening of the text names the person, if only again.
    pub(crate) opens: bool,
}

/// The parts of a dateline; each may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dateline {
    /// 新华社.
    pub(crate) agency: Option<Range<usize>>,
    /// 北京.
    pub(crate) place: Option<Range<usize>>,
    /// 9月20日, 21日.
    pub(crate) date: Option<Range<usize>>,
}

/// An article's blocks, and what they say of it. All ranges are bytes of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Layout {
    /// The blocks in order; they tile the text.
    pub(crate) blocks: Vec<Block>,
    /// The title.
    pub(crate) title: Option<Range<usize>>,
    /// The printed date of publication, as far as the clock and zone after it.
    pub(crate) published: Option<Range<usize>>,
    /// The clock of that date, where it stands on the line after it.
    pub(crate) clock: Option<Range<usize>>,
    /// What stands after 來源, or the outlet that the dateline or the page names.
    pub(crate) source: Option<Range<usize>>,
    /// The dateline; none where the opening has neither place nor date.
    pub(crate) dateline: Option<Dateline>,
    /// Where its outlet or agency publishes.
    pub(crate) home: Home,
    /// Those whom the page credits, in text order.
    pub(crate) people: Vec<Person>,
    /// Whether it is a list of lines without running text, as a page of links is.
    pub(crate) is_links: bool,
}

/// The blocks of `text`, with its title, date, source, dateline and people. Takes time linear in the text.
pub(crate) fn layout(text: &str) -> Layout {
    let mut page = Page::new(text);
    let items = page.read_lines();
    page.is_links = outline::is_links(&items);
    let kinds = if page.is_links { outline::links(&items) } else { outline::outline(&items) };
    page.source.beside = beside(&items, &kinds);
    // a label goes before all that speaks for a name
    if !items.iter().any(|item| matches!(&item.line, line::Line::Stamp(read) if read.labelled)) {
        // 财经组 and 小编 are of some paper
        let is_desk = |name: &&str| any_of!["组", "编辑部", "小编"].ends(name);
        page.source.evident = naming::outlet(&items, &kinds).filter(|name| !is_desk(name));
    }
    let final_text = kinds.iter().rposition(|kind| *kind == BlockKind::Paragraph);
    for (at, (item, kind)) in items.into_iter().zip(kinds).enumerate() {
        page.place(item, kind, Some(at) == final_text);
    }
    page.finish()
}

/// The page as far as it has been read.
struct Page<'a> {
    text: &'a str,
    pieces: Vec<(BlockKind, &'a str)>,
    title: Option<&'a str>,
    published: Option<&'a str>,
    changed: Option<&'a str>,
    source: Sources<'a>,
    opening: Option<Opening<'a>>,
    people: Vec<Credit<'a>>,
    is_links: bool,
    /// A paragraph has been put down.
    told: bool,
    /// The line before is the day of publication.
    day_ends: bool,
    /// The clock on the line under the day.
    clock: Option<&'a str>,
}

/// The outlets that a page names, the surest first.
#[derive(Default)]
struct Sources<'a> {
    labelled: Option<&'a str>,
    stamped: Option<&'a str>,
    opening: Option<&'a str>,
    credit: Option<&'a str>,
    beside: Option<&'a str>,
    header: Option<&'a str>,
    furniture: Option<&'a str>,
    /// Where the text stood before, or who sent it in.
    cited: Option<&'a str>,
    /// By what speaks for a name that no table knows.
    evident: Option<&'a str>,
}

impl<'a> Page<'a> {
    /// A page of which nothing has been read.
    fn new(text: &'a str) -> Self {
        Self {
            text,
            pieces: Vec::new(),
            title: None,
            published: None,
            changed: None,
            source: Sources::default(),
            opening: None,
            people: Vec::new(),
            is_links: false,
            told: false,
            day_ends: false,
            clock: None,
        }
    }

    /// The lines that are not blank, each with what it is by its own words.
    fn read_lines(&mut self) -> Vec<Item<'a>> {
        let lines = text::lines(self.text).into_iter().map(|line| text::unmarked(text::untagged(trim(line))));
        let mut lines: Vec<&'a str> = lines.filter(|line| !line.is_empty()).flat_map(dated).flat_map(sized).collect();
        join_days(self.text, &mut lines);
        part_title(&mut lines);
        let (edge_head, edge_tail) = edges(&lines);
        let mut items = Vec::with_capacity(lines.len());
        let (mut begun, mut opened, mut told) = (false, false, false);
        for (at, whole) in lines.into_iter().enumerate() {
            let leads = !begun || stamp::body_label(whole).is_some();
            let (title, lead, text) = if leads { self.take_lead(whole) } else { (None, None, whole) };
            items.extend(title.map(|text| Item { text, line: Line::Short, lead: None }));
            // 原標題：…某網訊：… on one line
            let (lead, text) = match line::titled(text).filter(|_| !begun) {
                Some((title, after)) => {
                    items.push(Item { text: title, line: Line::Short, lead });
                    (None, after)
                }
                None => (lead, text),
            };
            let mut line = line::classify(text, at < edge_head || at >= edge_tail, opened, begun, told);
            if told && matches!(&line, Line::Stamp(read) if read.is_clock()) && is_timed_head(text) {
                line = Line::Short;
            }
            if lead.is_some() && matches!(line, Line::Short) {
                line = Line::Text;
            }
            opened |= matches!(&line, Line::Opened(read) if read.is_dateline || !read.rest.is_empty());
            begun |= matches!(line, Line::Opened(_) | Line::Text | Line::Stamp(_));
            told |= matches!(line, Line::Text);
            items.push(Item { text, line, lead });
        }
        // a title of two sentences without its last stop, or of one with it
        if let [first, second, ..] = items.as_mut_slice() {
            let open = !first.text.ends_with(['。', '！', '？', '”', '」', '）', ')', '…'])
                || first.text.find('。').is_some_and(|at| at + '。'.len_utf8() == first.text.len());
            if matches!(first.line, Line::Text)
                && matches!(second.line, Line::Stamp(_))
                && open
                && text::length(first.text) <= 40
            {
                first.line = Line::Short;
            }
        }
        join_table(&mut items);
        join_labels(&mut items);
        name_account(&mut items);
        sign(&mut items);
        items
    }

    /// The title and the stamp before the text of a line, where line breaks are lost, and the text.
    fn take_lead(&mut self, whole: &'a str) -> (Option<&'a str>, Option<&'a str>, &'a str) {
        let Some((head, stamp, text)) = line::lead(whole) else { return (None, None, whole) };
        self.published = self.published.or(stamp);
        // 柳江大桥通车 2024-10-15 08:30 来源：某网 新华社柳江10月15日电
        let title = stamp.map(|stamp| trim(text::before(head, stamp))).filter(|title| {
            (6..=40).contains(&text::length(title))
                && title.contains(is_han)
                && stamp::stamp_line(title).is_none()
                && !title.ends_with(['：', ':'])
                && stamp::after_address(title) == *title
        });
        // an outlet may stand between the title and the date
        let title = title.map(|title| match title.rsplit_once(is_blank) {
            Some((before, outlet)) if outlets::signs(outlet) => trim(before),
            _ => title,
        });
        let head = title.map_or(head, |title| trim(text::after(head, title)));
        let stamps = stamp::after_address(head).trim_end_matches(['：', ':']).trim_end_matches("正文");
        if let Some(read) = stamp::stamp_line(trim(stamps)) {
            let slot = if read.labelled { &mut self.source.labelled } else { &mut self.source.stamped };
            *slot = slot.or(read.source);
            self.people.extend(read.people);
        }
        (title, Some(head), text)
    }

    /// Puts the blocks of one line down, and notes what the line says.
    fn place(&mut self, item: Item<'a>, kind: BlockKind, is_final: bool) {
        if let Some(head) = item.lead {
            let dated = self.published.is_some() && stamp::body_label(head).is_none();
            let kind = if dated { BlockKind::Stamp } else { BlockKind::Boilerplate(Boilerplate::Header) };
            self.pieces.push((kind, head));
        }
        if !matches!(item.line, Line::Stamp(_)) {
            self.day_ends = false;
        }
        match item.line {
            Line::Opened(read) => return self.place_opened(item.text, read, is_final),
            Line::Stamp(read) if kind == BlockKind::Stamp => {
                self.pieces.push((kind, item.text));
                return self.note_stamp(read);
            }
            Line::Byline(people) if kind == BlockKind::Byline => {
                // 柳江日報記者王小明 names the outlet too
                let begins = || outlets::outlet_at(item.text).is_some();
                if people.is_empty() || people.iter().any(|person| person.role == PersonRole::Reporter) || begins() {
                    self.source.credit = self.source.credit.or_else(|| people::outlet_of(item.text));
                }
                self.people.extend(people);
            }
            Line::Furniture {
                kind: Boilerplate::Header | Boilerplate::Share | Boilerplate::Legal | Boilerplate::Recommendation,
                ..
            } if item.text.len() < 300 && kind != BlockKind::Caption => {
                // 更多新聞：颱風接近 大雨特報 is the title of another story
                let is_story =
                    kind == BlockKind::Boilerplate(Boilerplate::Recommendation) && item.text.contains(['：', ':']);
                let invited = || outlets::invited(item.text).filter(|name| *name != item.text && !is_story);
                self.source.furniture = self.source.furniture.or_else(invited);
            }
            _ => {}
        }
        match kind {
            // the label stays outside: 標題：…
            BlockKind::Title => {
                let title = text::without_title_label(item.text);
                // …_某某網
                let site = title.rsplit(['-', '_', '|', '｜']).next().map(trim).filter(|site| site.len() < title.len());
                // a column is no site
                let site = site.filter(|site| outlets::signs(site) && !site.ends_with("观察"));
                self.source.header = self.source.header.or(site);
                self.title = Some(title);
                self.pieces.push((kind, title));
                return;
            }
            BlockKind::Caption => {
                self.people.extend(people::photographers(item.text));
                // 某新聞製圖 drew for its own page
                let drawn = item.text.strip_suffix("制图").filter(|name| outlets::signs(name));
                self.source.furniture = self.source.furniture.or(drawn);
            }
            BlockKind::Paragraph => return self.place_text(item.text, is_final),
            // after the body, outlets stand among next stories
            BlockKind::Boilerplate(_) if !self.told => {
                self.source.header = self.source.header.or_else(|| outlets::site_name(item.text));
            }
            _ => {}
        }
        self.pieces.push((kind, item.text));
    }

    /// Notes what a line of stamps says.
    fn note_stamp(&mut self, read: stamp::StampLine<'a>) {
        if read.published.is_some_and(|day| self.is_of_reader(day)) {
            (self.published, self.changed, self.clock) = (None, None, None);
            // its site is the head's
            self.source.header = self.source.header.or(self.source.stamped.take());
        }
        self.published = self.published.or(read.published);
        self.changed = self.changed.or(read.changed);
        let slot = if read.labelled { &mut self.source.labelled } else { &mut self.source.stamped };
        *slot = slot.or(read.source);
        self.source.cited = self.source.cited.or(read.cited);
        self.clock = self.clock.or(read.clock.filter(|_| self.day_ends || read.timed));
        self.day_ends = read.published.is_some();
        self.people.extend(read.people);
    }

    /// True where the day read so far is that on which the page is read, not that of its text: it stands over the title with
    /// its weekday, or without the clock of the `next` day, under the title.
    fn is_of_reader(&self, next: &str) -> bool {
        let (Some(day), Some(title)) = (self.published, self.title) else { return false };
        let beside = text::lines(text::first(text::after(self.text, day), 8)).first().copied().map_or("", trim);
        let beside = beside.trim_start_matches([',', '，', '(', '（']);
        let ahead = text::lines(text::last(text::before(self.text, day), 6)).last().copied().unwrap_or_default();
        let is_clocked = |day: &str| day.contains([':', '：']);
        let dated = any_of!["星期", "周", "礼拜", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].begins(beside)
            || ahead.contains("星期")
            || !is_clocked(day) && is_clocked(next);
        !self.told && dated && text::before(self.text, day).len() < text::before(self.text, title).len()
    }

    /// Puts an opening down, and the text after it.
    fn place_opened(&mut self, line: &'a str, mut read: Opening<'a>, is_final: bool) {
        let mut head = if read.rest.is_empty() { line } else { trim(text::before(line, read.rest)) };
        // 【…】某某社6月12日電: the title of a flash
        let outside = |inner: &str| {
            [read.agency, read.date].into_iter().flatten().all(|part| text::before(line, part).len() > inner.len())
        };
        let flash = text::bracketed(head, 50).filter(|(inner, wire)| {
            let is_title = text::length(inner) > 14 || inner.contains(text::is_digit) && outside(inner);
            line.starts_with('【') && is_title && !trim(wire).is_empty()
        });
        if let Some((title, wire)) = flash.filter(|_| read.is_dateline && self.title.is_none()) {
            self.title = Some(title);
            self.pieces.push((BlockKind::Title, title));
            head = trim(wire);
        }
        let kind = if read.is_dateline || !read.rest.is_empty() { BlockKind::Dateline } else { BlockKind::Byline };
        self.pieces.push((kind, head));
        self.people.append(&mut read.people);
        self.source.opening = self.source.opening.or(read.agency);
        let rest = read.rest;
        if self.opening.as_ref().is_none_or(|earlier| !earlier.is_dateline) {
            self.opening = Some(read);
        }
        if let Some(title) = headline(rest) {
            let kind = if self.title.is_none() {
                BlockKind::Title
            } else {
                BlockKind::Boilerplate(Boilerplate::RepeatedTitle)
            };
            self.title = self.title.or(Some(title));
            self.pieces.push((kind, title));
        } else if !rest.is_empty() {
            self.place_text(rest, is_final);
        }
    }

    /// Puts a paragraph down, and what is glued to its end.
    fn place_text(&mut self, paragraph: &'a str, is_final: bool) {
        self.told = true;
        let Some(tail) = line::tail(paragraph, is_final) else {
            self.pieces.push((BlockKind::Paragraph, paragraph));
            return;
        };
        let body = trim(text::before(paragraph, tail.words));
        if let Some(earlier) = line::tail(body, is_final).filter(|_| !matches!(tail.kind, BlockKind::Byline)) {
            self.pieces.push((BlockKind::Paragraph, trim(text::before(body, earlier.words))));
            self.pieces.push((earlier.kind, earlier.words));
            self.people.extend(earlier.people);
            self.source.credit = self.source.credit.or(earlier.outlet);
        } else {
            self.pieces.push((BlockKind::Paragraph, body));
        }
        self.pieces.push((tail.kind, tail.words));
        self.people.extend(tail.people);
        self.source.credit = self.source.credit.or(tail.outlet);
    }

    /// The people of the page, once each, in the order of the text.
    fn persons(&self, blocks: &[Block]) -> Vec<Person> {
        let range = |part: &str| range_of(self.text, part);
        // blocks stand in the order of the text
        let inside = |name: &Range<usize>| {
            let at = blocks.partition_point(|block| block.range.end <= name.start);
            blocks.get(at).is_some_and(|block| block.kind == BlockKind::Dateline && block.range.contains(&name.start))
        };
        // sets of one type, for a program holds the code of each type; and of what is collected, that of a sort
        let mut opening: BTreeSet<(&str, &str)> = BTreeSet::new();
        let mut seen = opening.clone();
        opening.extend(self.people.iter().filter(|person| inside(&range(person.name))).map(|person| ("", person.name)));
        let person = |person: &Credit<'_>| Person {
            name: range(person.name),
            role: person.role,
            opens: opening.contains(&("", person.name))
                && (matches!(person.role, PersonRole::Reporter | PersonRole::Correspondent)
                    || person.role == PersonRole::Photographer && inside(&range(person.name))),
        };
        let mut people: Vec<Person> = self.people.iter().map(person).collect();
        order::sort(&mut people, |person| [person.name.start, 0]);
        // a page prints a name in its byline and again in its dateline: the person is one
        // a correspondent who is an author again is one too
        let does = |role: PersonRole| if role == PersonRole::Correspondent { PersonRole::Reporter } else { role };
        people.retain(|person| {
            seen.insert((does(person.role).name(), self.text.get(person.name.clone()).unwrap_or_default()))
        });
        people
    }

    /// The layout: pieces become blocks that tile the text, slices become ranges.
    fn finish(self) -> Layout {
        let range = |part: &str| range_of(self.text, part);
        let starts: Vec<usize> = self.pieces.iter().map(|(_, piece)| range(piece).start).collect();
        let mut blocks = Vec::with_capacity(self.pieces.len());
        for (at, (kind, piece)) in self.pieces.iter().enumerate() {
            let start = if at == 0 { 0 } else { range(piece).start };
            let end = starts.get(at + 1).copied().unwrap_or(self.text.len());
            blocks.push(Block { kind: *kind, range: start..end, content: range(piece) });
        }
        if blocks.is_empty() && !self.text.is_empty() {
            let end = self.text.len();
            blocks.push(Block { kind: BlockKind::Boilerplate(Boilerplate::Other), range: 0..end, content: end..end });
        }
        let Sources { labelled, stamped, opening, credit, beside, header, furniture, cited, evident } = self.source;
        // 文章來源 may name an article
        let named = |name: &&str| text::length(name) < 14 || outlets::is_outlet(name) || is_office(name);
        let source = labelled
            .filter(|name| stamped.or(beside).is_none() || named(name))
            .or(stamped)
            .or(opening)
            .or(credit)
            .or(beside)
            .or(header)
            .or(cited.filter(|_| evident.is_none()))
            .or(evident)
            .or(furniture);
        let named = [beside, header, evident];
        let source =
            source.map(|name| named.into_iter().flatten().find(|whole| is_short_for(name, whole)).unwrap_or(name));
        // 中新溪岛6月12日电 names the outlet of the page, which no table knows, and no place
        let own = |place: &&str| source.is_some_and(|source| source == *place);
        let dateline = self.opening.as_ref().filter(|read| read.is_dateline).map(|read| Dateline {
            agency: read.agency.or(read.place.filter(own)).map(range),
            place: read.place.filter(|place| !own(place)).map(range),
            date: read.date.map(range),
        });
        let mut people = self.persons(&blocks);
        // 楚江云 2024-11-18 over 楚江云讯
        let agency = self.opening.as_ref().and_then(|read| read.agency);
        people.retain(|person| agency.is_none() || self.text.get(person.name.clone()) != agency);
        let outlets = [source, self.opening.as_ref().and_then(|read| read.agency)];
        let region = outlets.into_iter().flatten().find_map(outlets::region);
        let home = match region {
            Some(region) => Home::Region(region),
            // an agency abroad is printed everywhere
            None if source.is_some_and(outlets::is_abroad) => Home::Abroad,
            None => Home::Unknown,
        };
        Layout {
            home,
            is_links: self.is_links,
            blocks,
            title: self.title.map(range),
            published: self.published.or(self.changed).map(range),
            clock: self.clock.map(range),
            source: source.map(range),
            dateline,
            people,
        }
    }
}

/// True for a clock and a few words after it, as over a part of a day that is told: 6:00 早市.
fn is_timed_head(line: &str) -> bool {
    let words =
        line.split_once(is_blank).filter(|(clock, _)| clock.starts_with(text::is_digit)).map(|(_, words)| trim(words));
    words.is_some_and(|words| (2..=12).contains(&text::length(words)) && words.chars().all(is_han))
}

/// The line, or the opening in brackets and the stamp that are all of it: 【溪報記者王小明台北報導】2024/12/18 08:11.
fn dated(line: &str) -> impl Iterator<Item = &str> {
    let opened = Some(line).filter(|line| line.len() < 160 && line.starts_with(['【', '〔', '（', '(', '[']));
    let stamp =
        opened.and_then(dateline::opening).map(|read| read.rest).filter(|rest| printed::stamp(rest) == Some(*rest));
    let head = stamp.map_or(line, |stamp| trim(text::before(line, stamp)));
    core::iter::once(head).chain(stamp)
}

/// The line parted after the control of the size of its letters, where the text is glued to it: 字号：小 中 大 本报北京….
fn sized(line: &str) -> impl Iterator<Item = &str> {
    const LABELS: &WordSet = any_of!["字号", "字体", "字体大小", "文字大小", "字级"];
    const SIZES: &WordSet = any_of![
        "大", "中", "小", "特大", "超大", "标准", "默认", "正常", "放大", "缩小", "A+", "A-", "A", "T", "T+", "T-",
        "+", "-"
    ];
    let head = text::first(line, 90);
    let is_gap = |c: char| is_blank(c) || one_of!("：:|｜/／()（）[]【】").contains(c);
    let parted = head.find('字').and_then(|at| line.get(at..)).and_then(|from| {
        let mut rest = LABELS.strip_prefix(from)?;
        let mut sizes = 0;
        loop {
            let start = rest.trim_start_matches(is_gap);
            let size = SIZES.prefix(start).map(|size| text::after(start, size));
            let Some(next) = size.filter(|next| start.len() < rest.len() && next.starts_with(is_gap)) else { break };
            (rest, sizes) = (next, sizes + 1);
        }
        let text = trim(rest).trim_start_matches([']', '】']);
        (sizes > 1 && text::length(text) > 12 && text.contains('。')).then_some(trim(text))
    });
    let first = parted.map_or(line, |rest| trim(text::before(line, rest)));
    core::iter::once(first).chain(parted)
}

/// Joins the lines of a day that the page prints with its year, its month and its clock on lines of their own.
fn join_days<'a>(text: &'a str, lines: &mut Vec<&'a str>) {
    const HEAD: usize = 24;
    const MOST: usize = 5;
    let is_year = |line: &&str| line.len() == 4 && line.starts_with("20") && line.chars().all(text::is_digit);
    let Some(at) = lines.iter().take(HEAD).position(is_year) else { return };
    for count in (2..=MOST).rev() {
        let Some(parts) = lines.get(at..at + count) else { continue };
        let (Some(head), Some(last)) = (parts.first(), parts.last()) else { return };
        let whole = text.get(range_of(text, head).start..range_of(text, last).end).unwrap_or_default();
        if printed::stamp(whole) == Some(whole) {
            lines.splice(at..at + count, [whole]);
            return;
        }
    }
}

/// Parts the title from the stamps on its line, where the text stands right under it and no title over it.
fn part_title(lines: &mut Vec<&str>) {
    let is_text = |line: &&str| line.contains('。') || text::length(line) > 60;
    let Some(at) = lines.iter().take(6).position(is_text).and_then(|at| at.checked_sub(1)) else { return };
    let head = lines.get(..at).unwrap_or_default();
    let Some(parts) = lines.get(at).and_then(|line| stamp::beside_title(line)) else { return };
    if head.iter().all(|line| text::length(line) < 6) {
        lines.splice(at..=at, parts);
    }
}

/// True where a dateline names by the end of its name the outlet that the page names whole: 早报 on a page of 联合早报.
fn is_short_for(name: &str, whole: &str) -> bool {
    let head = whole.strip_suffix(name);
    head.is_some_and(|head| (1..=4).contains(&text::length(head)) && head.chars().all(is_han))
}

/// True for the name of an office or company.
fn is_office(name: &str) -> bool {
    OFFICES.suffix(name).is_some() || outlets::ends_as_body(name)
}

/// The outlet that stands alone on a line of the head: over or under a stamp with a line between at most, or elsewhere where
/// nothing but an outlet has such a name.
fn beside<'a>(items: &[Item<'a>], kinds: &[BlockKind]) -> Option<&'a str> {
    let begin = items.iter().position(|item| matches!(item.line, Line::Text)).unwrap_or(items.len()).min(12);
    let head = items.get(..begin)?;
    let stamped = |at: usize| head.get(at).is_some_and(|item| matches!(item.line, Line::Stamp(_)));
    let near = |at: usize| at == 0 || (at.saturating_sub(1)..=at + 2).any(stamped);
    let is_title = |at: usize| kinds.get(at) == Some(&BlockKind::Title);
    let mut lines = head.iter().enumerate().filter(|(at, item)| matches!(item.line, Line::Short) && !is_title(*at));
    lines.find_map(|(at, item)| {
        let name = outlets::named_by(item.text.trim_start_matches(['、', '@']))?;
        // 某網電視 is a part of the page of 某網
        let whole = outlets::outlet_at(name).is_none_or(|known| known == name);
        (near(at) || whole && (outlets::is_publisher(name) || outlets::is_paper(name))).then_some(name)
    })
}

/// Whether line `at` of the head stands where a page prints who wrote it, and if so, whether over a stamp or a role: the
/// others stand under a stamp or an outlet, or alone between title and text.
fn signs_at(items: &[Item<'_>], at: usize, begin: usize) -> Option<bool> {
    let is_stamp = |item: &Item<'_>| matches!(item.line, Line::Stamp(_));
    let is_role = |item: &Item<'_>| is_role_line(item.text);
    let [above, here] = items.get(at.checked_sub(1)?..=at)? else { return None };
    let head = items.get(..at)?;
    let dated = head.iter().any(is_stamp);
    let titled = head.iter().any(|item| matches!(item.line, Line::Short) && text::length(item.text) > 4);
    // one of several names, each on a line of its own
    let is_name = matches!(above.line, Line::Byline(_)) && people::lone_names(above.text).is_some();
    let under = is_stamp(above)
        || is_name
        || is_role(above)
        || above.text.starts_with(['#', '＃'])
        || outlets::signs(above.text);
    let below = items.iter().skip(at + 1).find(|item| !matches!(item.line, Line::Furniture { .. }));
    let stamped = below.is_some_and(|below| {
        let opened = || matches!(&below.line, Line::Opened(read) if read.rest.is_empty());
        is_stamp(below) || outlets::signs(below.text) || opened()
    });
    // 高考 over a stamp is a channel
    let is_long = text::length(here.text) > 2 || crate::general::get(here.text).is_none();
    let over = below.is_some_and(is_role) || stamped && titled && is_long;
    let sure = here.text.contains('、') || !dated && text::length(above.text) > 7;
    let alone = at + 1 == begin && matches!(above.line, Line::Short) && sure;
    (under && dated || over || alone).then_some(over)
}

/// The name of one with his post after it, where the line stands `over` a stamp or the post reports: 王小明 資深投資者,
/// 王小明 雅加达特派员.
fn with_post(line: &str, over: bool) -> Option<Vec<&str>> {
    let (who, post) = line.split_once(is_blank)?;
    let ends = post.ends_with(['者', '员', '家', '师', '授', '人', '长', '士']) && post.chars().all(is_han);
    let reports = any_of!["记者", "特派员", "通讯员", "评论员"].ends(post);
    let sound = (over || reports) && ends && (3..=12).contains(&text::length(post));
    people::lone_names(who).filter(|names| sound && names.len() == 1 && text::length(who) < 4)
}

/// True for what the one who signs is, on the line under the name: 某某中文記者, 某某中文記者 發自台北.
fn is_role_line(line: &str) -> bool {
    let role = line.split("发自").next().map_or(line, trim).trim_end_matches(['，', ',']);
    role.ends_with("记者") && text::length(role) <= 12 && text::length(line) <= 20
}

/// Makes bylines of the names that stand alone under a stamp or an outlet of the head: 陳駿碩, 林欣儀_台中.
fn sign(items: &mut [Item<'_>]) {
    let is_text = |item: &Item<'_>| match &item.line {
        Line::Opened(read) => !read.rest.is_empty(),
        line => matches!(line, Line::Text),
    };
    let begin = items.iter().position(is_text).unwrap_or(items.len());
    let tags = items.iter().take(12).rposition(|item| item.text.starts_with(['#', '＃'])).map_or(0, |at| at + 2);
    let short = |item: &&Item<'_>| matches!(item.line, Line::Short) && text::length(item.text) <= 8;
    let heads: Vec<&str> = items.iter().take(begin.min(12)).filter(short).map(|item| item.text).collect();
    for at in 1..begin.max(tags).min(12) {
        let Some(over) = signs_at(items, at, begin) else { continue };
        let Some(item) = items.get_mut(at) else { continue };
        // SUE LEE
        let latin =
            people::latin_name(item.text).filter(|name| item.text.ends_with(name) && name.contains(' ') && over);
        if let Some(name) = latin {
            item.line = Line::Byline(people::as_reporters(Vec::from([name])));
        }
        if !matches!(item.line, Line::Short) {
            continue;
        }
        let name = item.text.split(['_', '＿', '／', '/']).next().map(trim).unwrap_or_default();
        // 王小明 xm@example.com
        let address = name.split_once(is_blank).filter(|(_, address)| address.contains('@') && address.is_ascii());
        let name = address.map_or(name, |(name, _)| name);
        let pointed = |name: &str| name.contains(['·', '•', '‧']) && text::length(name) <= 16;
        let names = people::lone_names(name).filter(|names| {
            text::length(name) <= 4 * names.len() + names.len() || names.iter().all(|name| pointed(name))
        });
        // 某视 王小明: an outlet of no table before the name
        let desk = || {
            let (desk, who) = name.split_once(is_blank)?;
            let sound = (2..=6).contains(&text::length(desk)) && desk.chars().all(is_han) && naming::is_coined(desk);
            people::lone_names(who).filter(|names| sound && names.len() == 1 && text::length(who) < 4)
        };
        let post = || with_post(name, over);
        let names = names.or_else(desk).or_else(post);
        // 海潮·上观 is a paper and its channel
        let paired = name.split_once('·').is_some_and(|(a, b)| text::length(a) == 2 && text::length(b) == 2);
        let names = names.filter(|_| !paired);
        // 雲林縣 is a tag of the page
        let is_place = name.ends_with(['县', '市', '区', '镇', '乡', '省', '州']) && text::length(name) == 3;
        // 江川 under 江川观察
        let is_place = is_place
            || heads.iter().any(|head| head.len() > name.len() && *head != item.text && head.starts_with(name));
        if let Some(names) = names.filter(|_| !is_place) {
            item.line = Line::Byline(people::as_reporters(names));
        }
    }
    // 某某記者 under the name of one
    let mut named = false;
    for item in items.iter_mut().take(12) {
        if named && matches!(item.line, Line::Short) && is_role_line(item.text) {
            item.line = Line::Byline(Vec::new());
        }
        named = matches!(item.line, Line::Byline(_));
    }
}

/// Makes a stamp of the account that sent a text, on the line over its clock and the place of the sender; its author may
/// stand before it.
fn name_account(items: &mut [Item<'_>]) {
    let is_title = |item: &Item<'_>| matches!(item.line, Line::Short) && text::length(item.text) >= 8;
    for at in 1..items.len().min(8) {
        let Some([above, item, stamp]) = items.get_mut(at - 1..at + 2) else { return };
        let Line::Stamp(read) = &stamp.line else { continue };
        let clock = read.published.filter(|day| day.contains('年') && day.contains([':', '：']));
        let placed = clock.map(|day| trim(text::after(stamp.text, day)));
        let sent = placed.is_some_and(|place| PLACES.contains(place)) && matches!(item.line, Line::Short);
        if !sent || !is_title(above) || text::length(item.text) >= text::length(above.text) {
            continue;
        }
        let (author, account) = item.text.split_once(is_blank).unwrap_or(("", item.text));
        let people = people::lone_names(author).filter(|_| text::length(author) < 4);
        let sound = (2..=12).contains(&text::length(account))
            && account.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric())
            && !outlets::is_section(account)
            && !account.ends_with(['组', '部'])
            && !account.ends_with("中心")
            && people::lone_names(account).is_none()
            && (author.is_empty() || people.is_some());
        if sound {
            let people = people.map_or_else(Vec::new, people::as_reporters);
            item.line = Line::Stamp(stamp::StampLine { source: Some(account), people, ..stamp::StampLine::default() });
        }
    }
}

/// The label of a row of a table over a text: 公开范围：面向社会.
fn table_label(row: &str) -> Option<&str> {
    let (label, value) = row.split_once(['：', ':'])?;
    let letters = label.chars().filter(|c| !is_blank(*c)).count();
    let is_label = (2..=5).contains(&letters) && label.chars().all(|c| is_han(c) || is_blank(c));
    (is_label && (1..=20).contains(&text::length(value)) && !value.contains(['。', '，'])).then_some(label)
}

/// Makes furniture of the other rows of the table that an office prints over its text, where labels of such tables stand
/// beside them and a line without a label may be the title: 公开范围：面向社会 under 索引号：….
fn join_table<'a>(items: &mut [Item<'a>]) {
    const INDEX: &WordSet = any_of![
        "索引号",
        "发文字号",
        "文号",
        "主题分类",
        "发布机构",
        "发文机关",
        "公开",
        "信息分类",
        "主题词",
        "体裁",
        "组配",
        "服务对象",
        "有效性"
    ];
    let head = items.iter().take_while(|item| !item.is_text()).count().min(20);
    let Some(head) = items.get_mut(..head) else { return };
    let label = |item: &Item<'a>| table_label(item.text);
    // 索 引 号：…
    let is_word = |label: &str| INDEX.words().any(|word| text::strip_words(label, word).is_some());
    let is_index = |item: &Item<'a>| label(item).is_some_and(is_word);
    // 名称：… is the title
    let is_title = |item: &Item<'a>| text::without_title_label(item.text).len() < item.text.len();
    let plain =
        |item: &Item<'a>| item.is_short() && (label(item).is_none() && text::length(item.text) > 7 || is_title(item));
    if !head.iter().any(is_index)
        || !head.iter().any(plain)
        || head.iter().filter(|item| label(item).is_some()).count() < 3
    {
        return;
    }
    for item in head.iter_mut().filter(|item| item.is_short() && label(item).is_some() && !is_title(item)) {
        item.line = Line::Furniture { kind: Boilerplate::Header, heading: false };
    }
}

/// Reads labels that stand on a line of their own, or end one of stamps, with what the next line says: 作者 over 王小明,
/// 來源： over 某某網.
fn join_labels(items: &mut [Item<'_>]) {
    for at in 0..items.len() {
        let Some([item, next]) = items.get_mut(at..at + 2) else { return };
        // a label, or a line of stamps that ends in one
        if item.text.len() > 200 {
            continue;
        }
        let label = item.text.trim_end_matches(['：', ':']).trim_end();
        let sourced = |text| stamp::StampLine { source: Some(text), labelled: true, ..stamp::StampLine::default() };
        let names_source = matches!(next.line, Line::Short) && text::length(next.text) <= 16;
        // 发布时间：2024-06-12 来源：
        if let Line::Stamp(read) = &item.line {
            let ends = item.text.ends_with(['：', ':']) && label.ends_with("来源") && read.source.is_none();
            if ends && names_source && read.published.is_some() {
                next.line = Line::Stamp(sourced(next.text));
            }
        }
        let is_role = || tables::role_at(label).is_some_and(|(_, word)| word == label);
        let names_next = || matches!(next.line, Line::Short) && people::lone_names(next.text).is_some();
        let is_open = matches!(item.line, Line::Short | Line::Stamp(_) | Line::Byline(_) | Line::Furniture { .. })
            || matches!(item.line, Line::Caption) && is_role();
        let is_label = is_open && (at < 24 || label.len() < item.text.len() || is_role() && names_next());
        if text::length(label) > 6 || !is_label {
            continue;
        }
        let stamped = tables::stamp_label(label).filter(|(_, word)| *word == label);
        let is_source = tables::source_label(label) == Some(label);
        let role = tables::role_at(label).filter(|(_, word)| *word == label);
        if stamped.is_some() || is_source || role.is_some() && matches!(next.line, Line::Short) {
            item.line = Line::Furniture { kind: Boilerplate::Header, heading: false };
        }
        // 更新時間 over a stamp
        if let (Some((true, _)), Line::Stamp(read)) = (stamped, &mut next.line) {
            read.published = None;
        }
        if is_source && names_source {
            next.line = Line::Stamp(sourced(next.text));
        } else if let Some(((role, _), names)) = role.zip(people::bare_names(next.text).or_else(|| {
            // 作者： over 小山
            let told = item.text.len() > label.len() && people::is_told(next.text, true);
            told.then(|| Vec::from([next.text]))
        })) {
            if matches!(next.line, Line::Short) {
                next.line =
                    Line::Byline(names.into_iter().filter_map(|name| Some(Credit { name, role: role? })).collect());
            }
        }
    }
}

/// The title that follows a dateline after 題: `新华社北京9月20日电 题：…`.
fn headline(rest: &str) -> Option<&str> {
    // 特稿：… alone on its line is the title of a feature
    let feature = || {
        let word = any_of!["特稿", "通讯", "特写", "综述", "述评", "侧记", "记者手记"].prefix(rest)?;
        (text::after(rest, word).starts_with(['：', ':']) && text::length(rest) <= 40).then_some(rest)
    };
    let title = rest.strip_prefix("题：").or_else(|| rest.strip_prefix("题:")).or_else(feature)?;
    (!title.contains('。') && title.len() < 240).then(|| title.trim_matches(is_blank))
}

/// How many lines at the start, and from which line on at the end, a page may have furniture in long lines.
///
/// The first and the last long line with a full stop that has no words of a licence bound the body.
fn edges(lines: &[&str]) -> (usize, usize) {
    let is_body = |line: &&str| {
        line.len() > 180 && line.contains('。') && furniture::furniture(text::first(line, 100), true).is_none()
    };
    let head = lines.iter().position(is_body).unwrap_or(lines.len());
    let tail = lines.iter().rposition(is_body).map_or(0, |at| at + 1);
    (head, tail)
}
