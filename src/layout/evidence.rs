//! What a short line is, by evidence: its words, its form, its place, and what stands above and below it.
//!
//! A line that its own words leave open ([`Line::Short`](super::line::Line::Short)) may be the title, a heading, text, or
//! furniture at the head or the foot of the page. [`Scene::sights`] notes what can be seen of it as bits, and [`score`]
//! adds up what each sight weighs, by the one table [`WEIGHTS`]. No sight decides alone.
//!
//! Imports [`super::text`], [`super::outlets`], [`super::people`] and [`super::line`]; read [`super::outline`] next, which
//! asks.

use super::line::{self, Line};
use super::outline::Item;
use super::text::{is_blank, is_digit, is_han, length, strip_words, without_title_label};
use super::weights::WEIGHTS;
use super::{outlets, people};
use crate::any_of::{WordSet, any_of};
use crate::chars::{Pairs, one_of};
use crate::general;
use crate::order::Tally;
use crate::vocabulary::PLACES;

/// What a short line may be. The number is its column in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The title of the page.
    Title = 0,
    /// Furniture over the body: a channel, a subtitle, a site.
    Head = 1,
    /// The heading of the paragraphs after it.
    Heading = 2,
    /// A paragraph, or the row of a list.
    Text = 3,
    /// Furniture under the body: a next story, a tool.
    Foot = 4,
}

/// How many roles there are.
pub(super) const ROLES: usize = 5;

/// What can be seen of a line. The number is its bit and its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Sight {
    /// Any line.
    Always,
    /// Up to three characters.
    Tiny,
    /// Four to seven.
    Brief,
    /// Eight to thirteen.
    Medium,
    /// More than thirty.
    Long,
    /// More than forty.
    Huge,
    /// ， within.
    Comma,
    /// ！ or ？ at the end.
    Exclaims,
    /// ： within, but for the end.
    Colon,
    /// Two or three words between blanks.
    Parted,
    /// Marks of speech.
    Quoted,
    /// 一、, （二）, 1., 01.
    Numbered,
    /// ■, ▲, ＞＞ before it.
    Marked,
    /// 【】 or the like around it.
    Boxed,
    /// （） around it.
    Noted,
    /// —— before it.
    Dashed,
    /// Speech, or a question of an interview.
    Spoken,
    /// … at the end.
    Open,
    /// Three digits or more.
    Digits,
    /// A label and a value: 成交額：12.3億元, 費用：免費.
    Labelled,
    /// Three cells or more, of numbers or of short words.
    Row,
    /// The name of an outlet.
    Outlet,
    /// The name of a site, of an office or of a paper with its channel.
    Site,
    /// The name of a channel: 國際, 社會新聞.
    Channel,
    /// The name of a person.
    Name,
    /// A place, or a word of the dictionary.
    Word,
    /// The first line.
    First,
    /// Further from the top than a title is.
    Deep,
    /// Right over the stamp.
    OverStamp,
    /// Right over a byline.
    OverByline,
    /// Right under the stamp.
    UnderStamp,
    /// Right under a byline.
    UnderByline,
    /// A stamp stands further below, over the body.
    BeforeStamp,
    /// A stamp stands somewhere above.
    AfterStamp,
    /// Right over running text.
    OverText,
    /// Right under running text.
    UnderText,
    /// Between two paragraphs.
    Between,
    /// Right over a paragraph of sixty characters or more.
    OverLong,
    /// Another short line of the body has its form: its mark, its number, its bracket or its length.
    Alike,
    /// Right over another short line.
    OverShort,
    /// Right over a short line with a mark, a number or a bracket.
    OverMark,
    /// Right under another short line.
    UnderShort,
    /// Right over furniture or a caption.
    OverTool,
    /// Right under furniture or a caption.
    UnderTool,
    /// One more short line beside it.
    Paired,
    /// Two more at least.
    Crowded,
    /// The same line stands again below.
    Again,
    /// Another short line is this one without the site at its end.
    WithSite,
    /// 標題： before it.
    Announced,
    /// The longest of the lines over the body.
    Longest,
    /// The first over the body of eight characters and no name of an outlet.
    FirstLong,
    /// Half of its pairs of characters stand in the body.
    Echoed,
    /// None of them does.
    Unheard,
    /// Over the title.
    BeforeTitle,
    /// Over the body.
    Above,
    /// Within the body.
    Inside,
    /// After the body.
    Below,
    /// After what closes the body: the editor, a licence, a list of next stories.
    Closed,
    /// Within a list of next stories.
    Listed,
    /// Short lines stand within the body.
    Headed,
    /// The page has a stamp over its body.
    Stamped,
}

impl Sight {
    /// Its bit.
    pub(super) const fn bit(self) -> u64 {
        1 << self as u8
    }
}

/// A set of sights.
pub(super) type Sights = u64;

/// What the sights of a line weigh for a role.
pub(super) fn score(sights: Sights, role: Role) -> i32 {
    let seen = WEIGHTS.iter().filter(|(sight, _)| sights & sight.bit() != 0);
    seen.filter_map(|(_, row)| row.get(role as usize)).map(|weight| i32::from(*weight)).sum()
}

/// The one of `roles` for which the sights weigh most; the first of equal ones.
pub(super) fn best(sights: Sights, roles: &[Role]) -> Option<Role> {
    // the last of equal ones is the greatest
    roles.iter().rev().copied().max_by_key(|role| score(sights, *role))
}

/// What a short line may be over the body, within it and after it.
pub(super) const OVER: &[Role] = &[Role::Head, Role::Heading, Role::Text];
pub(super) const WITHIN: &[Role] = &[Role::Heading, Role::Text];
pub(super) const AFTER: &[Role] = &[Role::Text, Role::Foot];

/// How many lines from the top a title is looked for.
pub(super) const HEAD: usize = 24;

/// How many characters of the body a line of the head is compared with.
const HEARD: usize = 1200;

/// The lines of a page and where its body is.
pub(super) struct Scene<'a> {
    pub(super) items: &'a [Item<'a>],
    /// Where the body begins.
    begin: usize,
    /// Where it ends.
    end: usize,
    /// From where on nothing belongs to it.
    closed: usize,
    /// The first line of stamps.
    stamp: Option<usize>,
    /// The last one over the body.
    last_stamp: Option<usize>,
    /// The title, once it is known.
    pub(super) title: Option<usize>,
    /// Of the head of the body.
    heard: Pairs,
    longest: Option<usize>,
    first_long: Option<usize>,
    headed: bool,
    /// How many short lines of the body have a form.
    forms: Tally,
}

/// What begins a short line that others of one text may begin with too: a numeral, or a character that is no word.
fn mark(text: &str) -> Option<char> {
    let is_mark = |c: &char| !is_han(*c) && !c.is_ascii_alphanumeric() && !one_of!("“「『").contains(*c);
    if is_numbered(text) { Some('1') } else { text.chars().next().filter(is_mark) }
}

/// The form that headings of one text share: their mark, or their length where they have none.
fn shared_form(text: &str) -> u64 {
    mark(text).map_or(length(text) as u64, |mark| u64::from(mark) << 32)
}

impl<'a> Scene<'a> {
    /// The scene of `items`, whose body stands from `begin` to `end` and is closed from `closed` on.
    pub(super) fn new(items: &'a [Item<'a>], begin: usize, end: usize, closed: usize) -> Self {
        let is_stamp = |item: &Item<'_>| matches!(item.line, Line::Stamp(_));
        let short = |range: core::ops::Range<usize>| {
            items.iter().enumerate().skip(range.start).take(range.len()).filter(|(_, item)| item.is_short())
        };
        let named = |text: &str| outlets::is_masthead(text) || outlets::is_header(text) || outlets::is_site(text);
        let longest = short(0..begin).max_by_key(|(at, item)| (length(item.text), usize::MAX - at));
        let first_long = short(0..begin).find(|(_, item)| length(item.text) >= 8 && !named(item.text));
        let texts = items.iter().skip(begin).filter(|item| item.is_text()).flat_map(|item| item.text.chars());
        Self {
            items,
            begin,
            end,
            closed,
            stamp: items.iter().position(is_stamp),
            last_stamp: items.get(..begin).and_then(|head| head.iter().rposition(is_stamp)),
            title: None,
            heard: Pairs::new(texts.take(HEARD)),
            longest: longest.map(|(at, _)| at),
            first_long: first_long.map(|(at, _)| at),
            headed: short(begin..end.max(begin)).next().is_some(),
            forms: short(begin..end.max(begin)).map(|(_, item)| shared_form(item.text)).collect(),
        }
    }

    /// What can be seen of line `at`; `listed` within a list of next stories.
    pub(super) fn sights(&self, at: usize, listed: bool) -> Sights {
        let Some(item) = self.items.get(at) else { return 0 };
        let mut sights = form(item.text) | words(item.text) | self.place(at) | self.fame(at, item.text);
        sights |= if listed { Sight::Listed.bit() } else { 0 };
        sights
    }

    /// Where the line stands, and between what.
    fn place(&self, at: usize) -> Sights {
        let is_stamp = |item: &Item<'_>| matches!(item.line, Line::Stamp(_));
        let is_byline = |item: &Item<'_>| match &item.line {
            Line::Byline(_) => true,
            Line::Opened(read) => read.rest.is_empty(),
            _ => false,
        };
        let is_tool = |item: &Item<'_>| matches!(item.line, Line::Furniture { .. } | Line::Caption);
        // questions and answers are text as well
        let is_text = |item: &Item<'_>| item.is_text() || item.is_short() && line::is_speech(item.text);
        let is_short = |item: &Item<'_>| item.is_short() && !is_text(item);
        let above = at.checked_sub(1).and_then(|at| self.items.get(at));
        let below = self.items.get(at + 1);
        let is = |item: Option<&Item<'_>>, test: &dyn Fn(&Item<'_>) -> bool| item.is_some_and(test);
        let run = |range: &mut dyn Iterator<Item = &Item<'_>>| range.take(3).take_while(|item| is_short(item)).count();
        let (last, from) = if at < self.end { (self.end, 0) } else { (self.items.len(), self.end) };
        let crowd = run(&mut self.items.iter().take(last).skip(at + 1))
            + run(&mut self.items.iter().take(at).skip(from.min(at)).rev());
        bits(&[
            (at == 0, Sight::First),
            (at > 8, Sight::Deep),
            (is(below, &is_stamp), Sight::OverStamp),
            (is(below, &is_byline), Sight::OverByline),
            (is(above, &is_stamp), Sight::UnderStamp),
            (is(above, &is_byline), Sight::UnderByline),
            (self.last_stamp.is_some_and(|last| last > at), Sight::BeforeStamp),
            (self.stamp.is_some_and(|stamp| stamp < at), Sight::AfterStamp),
            (is(below, &is_text), Sight::OverText),
            (is(above, &is_text), Sight::UnderText),
            (is(below, &is_text) && is(above, &is_text), Sight::Between),
            (is(below, &|item| is_text(item) && item.text.len() >= 180), Sight::OverLong),
            (self.alike(at), Sight::Alike),
            (is(below, &is_short), Sight::OverShort),
            (is(below, &|item| item.is_short() && mark(item.text).is_some()), Sight::OverMark),
            (is(above, &is_short), Sight::UnderShort),
            (is(below, &is_tool), Sight::OverTool),
            (is(above, &is_tool), Sight::UnderTool),
            (crowd == 1, Sight::Paired),
            (crowd > 1, Sight::Crowded),
            (self.title.is_some_and(|title| at < title), Sight::BeforeTitle),
            (at < self.begin, Sight::Above),
            ((self.begin..self.end).contains(&at), Sight::Inside),
            (at >= self.end.max(self.begin), Sight::Below),
            (at >= self.closed, Sight::Closed),
            (self.headed, Sight::Headed),
            (self.last_stamp.is_some(), Sight::Stamped),
        ])
    }

    /// True where another short line of the body has the form of this one.
    fn alike(&self, at: usize) -> bool {
        let within = self.items.get(at).filter(|_| (self.begin..self.end).contains(&at));
        within.is_some_and(|item| self.forms.count(shared_form(item.text)) > 1)
    }

    /// What the rest of the page has of the line.
    fn fame(&self, at: usize, text: &str) -> Sights {
        let mut sights = bits(&[
            (self.longest == Some(at), Sight::Longest),
            (self.first_long == Some(at), Sight::FirstLong),
            (without_title_label(text).len() < text.len() && !text.starts_with(['原', '题']), Sight::Announced),
        ]);
        // only the lines of the head are compared with the others
        if at >= self.begin || at >= HEAD {
            return sights;
        }
        let others = || self.items.iter().skip(at + 1).take(64);
        let is_site = |rest: &str| rest.trim_start().starts_with(['-', '_', '|', '－', '—', '｜']);
        let with_site = |other: &Item<'_>| {
            length(other.text) >= 4 && other.is_short() && strip_words(text, other.text).is_some_and(is_site)
        };
        let again = |other: &Item<'_>| strip_words(other.text, text).is_some_and(str::is_empty);
        let pairs = || text.chars().zip(text.chars().skip(1)).filter(|(a, b)| is_han(*a) && is_han(*b));
        let heard = pairs().filter(|pair| self.heard.holds(*pair)).count();
        sights |= bits(&[
            (length(text) > 2 && others().any(again), Sight::Again),
            (others().any(with_site), Sight::WithSite),
            (heard > 0 && heard * 2 >= pairs().count(), Sight::Echoed),
            (heard == 0, Sight::Unheard),
        ]);
        sights
    }
}

/// The sights of `tests` that hold.
fn bits(tests: &[(bool, Sight)]) -> Sights {
    tests.iter().filter(|(seen, _)| *seen).fold(0, |sights, (_, sight)| sights | sight.bit())
}

/// What can be seen of the form of a line.
fn form(text: &str) -> Sights {
    let count = length(text);
    let digits = text.chars().filter(|c| is_digit(*c)).count();
    let inside = text.trim_end_matches(['：', ':']);
    let boxed = text.starts_with(['（', '(', '[', '【', '〔']) && text.ends_with(['）', ')', ']', '】', '〕']);
    let words = text.split(is_blank).filter(|word| !word.is_empty());
    let marked = text.starts_with(['＞', '>', '»']) || people::BULLETS.iter().any(|mark| text.starts_with(*mark));
    bits(&[
        (true, Sight::Always),
        (count < 4, Sight::Tiny),
        ((4..8).contains(&count), Sight::Brief),
        ((8..14).contains(&count), Sight::Medium),
        (count > 30, Sight::Long),
        (count > 40, Sight::Huge),
        (text.contains(['，', ',', '；']), Sight::Comma),
        (text.ends_with(['！', '？', '!', '?']), Sight::Exclaims),
        (inside.contains(['：', ':', '／', '|', '｜']), Sight::Colon),
        ((2..4).contains(&words.count()), Sight::Parted),
        (text.contains(['“', '「', '『']), Sight::Quoted),
        (is_numbered(text), Sight::Numbered),
        (marked, Sight::Marked),
        (boxed && !text.starts_with(['（', '(']), Sight::Boxed),
        (boxed && text.starts_with(['（', '(']), Sight::Noted),
        (text.starts_with("——"), Sight::Dashed),
        (line::is_speech(text), Sight::Spoken),
        (text.ends_with('…'), Sight::Open),
        (digits > 2, Sight::Digits),
        (is_labelled(text), Sight::Labelled),
        (is_row(text), Sight::Row),
    ])
}

/// What is named in a line, where it is a name and nothing else.
fn words(text: &str) -> Sights {
    bits(&[
        (outlets::named_by(text).is_some(), Sight::Outlet),
        (outlets::is_site(text) || outlets::is_header(text), Sight::Site),
        (outlets::is_section(text), Sight::Channel),
        (people::lone_names(text).is_some(), Sight::Name),
        (PLACES.contains(text) || general::get(text).is_some(), Sight::Word),
    ])
}

/// True for a line after a number: 一、綜合, （二）農業, 01 價格, 1.哪些科室.
fn is_numbered(text: &str) -> bool {
    if is_counted(text) {
        return true;
    }
    let inner = text.trim_start_matches(['（', '(']);
    let after = inner.trim_start_matches(|c: char| one_of!("一二三四五六七八九十").contains(c) || is_digit(c));
    after.len() < inner.len() && after.starts_with(|c: char| is_blank(c) || one_of!("、）).．").contains(c))
}

/// True for a line whose label counts: 一问：谁来付, 问题二：钱从哪里来, 看点3：夜市, Q1：怎么报名.
pub(super) fn is_counted(text: &str) -> bool {
    let Some((label, rest)) = text.split_once(['：', ':']) else { return false };
    let is_number = |c: char| one_of!("一二三四五六七八九十").contains(c) || is_digit(c);
    let stem = label.trim_end_matches(is_number);
    let asked = label.trim_start_matches(is_number).strip_prefix('问').filter(|_| label.starts_with(is_number));
    let named = stem.len() < label.len()
        && (stem.eq_ignore_ascii_case("q") || length(stem) == 2 && stem.chars().all(is_han) && stem != "星期");
    !rest.starts_with(is_digit) && (named || asked.is_some_and(|topic| length(topic) <= 4))
}

/// True for a row of a list or of a table within the body: 道指 43191 -1.48%, 甲队 3:1 乙队, 第一名：王小明, 地点：体育中心.
pub(super) fn is_record(text: &str) -> bool {
    const LABELS: &WordSet =
        any_of!["时间", "地点", "日期", "地址", "电话", "票价", "网址", "嘉宾", "主持", "主持人", "主讲", "联系人"];
    let is_figure = |cell: &str| {
        let bare = cell.trim_matches(|c: char| one_of!("+-−－%％").contains(c));
        bare.len() < cell.len() && bare.chars().any(is_digit) || bare.contains(['.', ':', '：', ','])
    };
    let is_number = |cell: &&str| {
        cell.starts_with(|c: char| is_digit(c) || one_of!("+-−－").contains(c))
            && cell.chars().all(|c| is_digit(c) || one_of!(".,:：%％+-−－").contains(c))
            && is_figure(cell)
    };
    let cells = text.split(is_blank).filter(|cell| !cell.is_empty());
    let figures = cells.clone().filter(is_number).count();
    let scored =
        figures == 1 && cells.clone().count() == 3 && cells.clone().nth(1).is_some_and(|cell| is_number(&cell));
    let labelled = text.split_once(['：', ':']).is_some_and(|(label, value)| {
        let ranked = label.starts_with('第') && label.ends_with('名');
        !value.is_empty() && (ranked || LABELS.contains(label))
    });
    figures > 1 && cells.count() > 2 || scored || labelled
}

/// True for a label and its value, where little stands before the number or after it: 成交額：12.3億元, 單位：億元.
fn is_labelled(text: &str) -> bool {
    let labelled = text.split_once(['：', ':']).filter(|(label, _)| length(label) <= 10 && !label.contains(is_blank));
    labelled.is_some_and(|(label, value)| {
        let unit = value.rsplit(is_digit).next().filter(|unit| unit.len() < value.len());
        let begins = value.trim_start().chars().take(2).any(is_digit);
        // 業主：大修基金僅剩12萬元 says something
        let says = length(value.split(is_digit).next().unwrap_or_default()) > 3;
        label == "单位" || begins || !says && length(value) <= 12 && unit.is_some_and(|unit| length(unit) <= 4)
    })
}

/// True for the row of a table: three cells at least, of which two hold numbers or all are short.
fn is_row(text: &str) -> bool {
    let cells = text.split(is_blank).filter(|cell| !cell.is_empty());
    let numbered = cells.clone().filter(|cell| cell.contains(is_digit)).count();
    cells.clone().count() > 2 && (numbered > 1 || cells.clone().all(|cell| length(cell) <= 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sight_has_a_row() {
        for (at, (sight, _)) in WEIGHTS.iter().enumerate() {
            assert_eq!(*sight as usize, at, "{sight:?}");
        }
        assert_eq!(WEIGHTS.len(), Sight::Stamped as usize + 1);
        assert!(WEIGHTS.len() <= 64, "a bit for each");
    }
}
