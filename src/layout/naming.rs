//! Which name on the page is that of its outlet, where no label says so and no table knows it.
//!
//! Every place where pages print their names gives a candidate: a line of its own over the body or under it, the word
//! beside the date, the head of a path, the tail of the title, a licence, a bracket before the text, an invitation. What
//! speaks for a candidate and against it is added up by [`WEIGHTS`], and only one that reaches [`ENOUGH`] is taken: no
//! outlet is better than a wrong one. The weights were set by hand: no place alone is enough, a place and a form are, and
//! two places are.
//!
//! Imports [`super::text`], [`super::outlets`] and [`super::people`]; read [`super`] next, which asks.

use alloc::vec::Vec;

use super::line::Line;
use super::outline::Item;
use super::text::{after, before, bracketed, first, is_blank, is_digit, is_han, length, trim};
use super::{BlockKind, Boilerplate, outlets, people};
use crate::any_of::{WordSet, any_of};
use crate::chars::one_of;
use crate::general;
use crate::vocabulary::{OFFICES, OUTLET_ENDINGS, OUTLET_SOUNDS, PLACES};

/// What speaks for a name, or against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Hint {
    /// The first line of the page.
    Top,
    /// A line over the stamp, under it, or one line off.
    NearStamp,
    /// The only other word of a line of stamps.
    BesideDate,
    /// The head of a path: 某某 > 新聞.
    Path,
    /// After the title and a bar: …_某某.
    Tail,
    /// Of a licence: © 某某.
    Licence,
    /// In a bracket before the text: 【某某】….
    Bracket,
    /// In 《》 there, as what a sentence speaks of is too.
    Titled,
    /// Before the name of one who reports: 某某 王小明 綜合報導.
    Signs,
    /// The last line.
    Bottom,
    /// In quotation marks of an invitation: 下載「某某」App.
    Invites,
    /// It stands in another such place as well.
    Twice,
    /// It ends as outlets do: 報, 網, 新聞台.
    Ends,
    /// It ends as some outlets do, and other words as well: 視, 線, 聞, 論壇, 財經.
    Sounds,
    /// It cannot be cut into words.
    Coined,
    /// It is made of words and ends as no outlet does: 中國財經.
    Plain,
    /// It is a word, or a name of channels.
    Word,
    /// It may be the name of a person.
    Person,
    /// It is a place.
    Place,
    /// It is an office, whose page this may be.
    Office,
    /// It has more than eight characters, a digit, or the words of a clause.
    Clause,
}

const WEIGHTS: &[(Hint, i32)] = &[
    (Hint::Top, 2),
    (Hint::NearStamp, 2),
    (Hint::BesideDate, 4),
    (Hint::Path, 3),
    (Hint::Tail, 3),
    (Hint::Licence, 5),
    (Hint::Bracket, 3),
    (Hint::Titled, 0),
    (Hint::Signs, 3),
    (Hint::Bottom, 1),
    (Hint::Invites, 4),
    (Hint::Twice, 3),
    (Hint::Ends, 3),
    (Hint::Sounds, 2),
    (Hint::Coined, 2),
    (Hint::Plain, -3),
    (Hint::Word, -7),
    (Hint::Person, -4),
    (Hint::Place, -6),
    (Hint::Office, 4),
    (Hint::Clause, -6),
];

/// What the hints of a name must weigh.
const ENOUGH: i32 = 6;

/// How many lines at the top and at the bottom are looked at.
const EDGE: usize = 12;

/// A name and where it stands.
type Candidate<'a> = (&'a str, Hint);

/// The outlet that the lines of a page name, whose blocks are of `kinds`.
pub(super) fn outlet<'a>(items: &[Item<'a>], kinds: &[BlockKind]) -> Option<&'a str> {
    let found = candidates(items, kinds);
    let weighed = found.iter().filter_map(|(name, place)| {
        let again = |(other, where_else): &&Candidate<'a>| where_else != place && same(name, other);
        // a line at the top and over the stamp is one place
        let twice = found.iter().filter(again).any(|(other, _)| other.as_ptr() != name.as_ptr());
        let mut weight = weight(*place) + by_form(name);
        // 專家拆局 after a title is no office
        let says_where = name.contains(['省', '市', '县', '区', '州', '国']);
        if *place == Hint::Tail && !says_where && !outlets::signs(name) && super::is_office(name) {
            weight -= self::weight(Hint::Office);
        }
        // 王小明 江右日报
        if name.split_once(is_blank).is_some_and(|(who, _)| people::lone_names(who).is_some()) {
            weight += self::weight(Hint::Word);
        }
        let once = i32::from(found.iter().any(|other| again(&other)));
        weight += if twice { self::weight(Hint::Twice) } else { once };
        (weight >= ENOUGH).then_some((weight, *name))
    });
    // the first of equal ones
    weighed.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, name)| name)
}

/// True for one name, or a name and it with its channel: 濠光電台 and 濠光電台新聞.
fn same(one: &str, other: &str) -> bool {
    let [short, long] = if one.len() < other.len() { [one, other] } else { [other, one] };
    long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || outlets::is_channel(rest))
}

fn weight(hint: Hint) -> i32 {
    WEIGHTS.iter().find(|(other, _)| *other == hint).map_or(0, |(_, weight)| *weight)
}

/// What the form of a name weighs.
fn by_form(name: &str) -> i32 {
    let count = length(name);
    let ends = outlets::signs(name);
    let is_person = !ends && people::lone_names(name).is_some() && count < 4;
    let clause = ["的", "了", "是", "在", "将", "被", "把", "？", "！", "与", "和", "请"];
    // 某某01 and TVBS are names
    let numbered = name.trim_end_matches(is_digit).contains(is_digit) && !name.contains(is_latin);
    let sounds = !ends && OUTLET_SOUNDS.suffix(name).is_some();
    let is_office = !ends && !sounds && (OFFICES.suffix(name).is_some() || outlets::ends_as_body(name));
    let is_clause = count > if is_office { 14 } else { 8 } || numbered || clause.iter().any(|word| name.contains(word));
    let hints = [
        (ends, Hint::Ends),
        (sounds, Hint::Sounds),
        (is_coined(name) && !is_office, Hint::Coined),
        (is_office, Hint::Office),
        (!is_coined(name) && !ends && !is_office, Hint::Plain),
        (general::get(name).is_some() || outlets::is_section(name), Hint::Word),
        (is_person, Hint::Person),
        (PLACES.contains(name), Hint::Place),
        (is_clause, Hint::Clause),
    ];
    hints.iter().filter(|(seen, _)| *seen).map(|(_, hint)| weight(*hint)).sum()
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
}

/// True where a name cannot be cut into words of two characters or more: 港聞線, but not 一線調查.
pub(super) fn is_coined(name: &str) -> bool {
    // reach[n]: the first n characters can be cut
    let ends: Vec<usize> = name.char_indices().map(|(at, _)| at).chain([name.len()]).collect();
    let mut reach = Vec::from([true]);
    for (to, end) in ends.iter().enumerate().skip(1) {
        let word = |from: usize| ends.get(from).and_then(|start| name.get(*start..*end));
        let known = |word: &str| general::get(word).is_some() || outlets::is_channel(word) || PLACES.contains(word);
        let cut = (to.saturating_sub(4)..to.saturating_sub(1))
            .any(|from| reach.get(from) == Some(&true) && word(from).is_some_and(known));
        reach.push(cut);
    }
    reach.last() == Some(&false)
}

/// The names of a page, each with its place.
fn candidates<'a>(items: &[Item<'a>], kinds: &[BlockKind]) -> Vec<Candidate<'a>> {
    let mut found: Vec<Candidate<'a>> = Vec::new();
    let Some(begin) = items.iter().position(Item::is_text) else { return found };
    let is_stamp = |at: usize| items.get(at).is_some_and(|item| matches!(item.line, Line::Stamp(_)));
    let from = items.len().saturating_sub(EDGE).max(begin);
    let edges = (0..begin.min(EDGE)).chain(from..items.len());
    for (at, item) in edges.filter_map(|at| Some((at, items.get(at)?))) {
        let named = [BlockKind::Title, BlockKind::Boilerplate(Boilerplate::RepeatedTitle)];
        let is_title = kinds.get(at).is_some_and(|kind| named.contains(kind));
        let head = at < begin;
        match &item.line {
            Line::Stamp(read) if head => found.extend(read.aside.map(|name| (name, Hint::BesideDate))),
            Line::Byline(people) if head && !people.is_empty() => {
                let desk = item.text.split(is_blank).next().filter(|desk| desk.len() < item.text.len());
                found.extend(
                    desk.filter(|desk| people.iter().all(|who| who.name != *desk)).map(|name| (name, Hint::Signs)),
                );
            }
            Line::Short if is_title => found.extend(tail_of(item.text).map(|name| (name, Hint::Tail))),
            Line::Short if head => {
                let path = head_of_path(item.text).filter(|_| item.text.contains(['|', '｜']));
                found.extend(path.map(|name| (name, Hint::Path)));
                let near = (at.saturating_sub(2)..=at + 2).any(is_stamp);
                found.extend((at == 0).then_some((item.text, Hint::Top)));
                found.extend(near.then_some((item.text, Hint::NearStamp)));
            }
            Line::Furniture { .. } if head => found.extend(head_of_path(item.text).map(|name| (name, Hint::Path))),
            Line::Short if at + 1 == items.len() => {
                let name = item.text.trim_matches(|c: char| is_blank(c) || one_of!("—-–（）()").contains(c));
                // 《某某》編輯部
                let titled = bracketed(name, 10).filter(|(_, rest)| matches!(*rest, "" | "编辑部" | "记者"));
                found.push((titled.map_or(name, |(inner, _)| inner), Hint::Bottom));
            }
            Line::Furniture { .. } | Line::Short | Line::Text if !head => {
                found.extend(licensed(item.text).map(|name| (name, Hint::Licence)));
                found.extend(quoted(item.text).map(|name| (name, Hint::Invites)));
            }
            _ => {}
        }
    }
    // 【濠視】 and 《維都財經》 before the text
    let opened = items.get(begin).filter(|item| item.text.starts_with(['【', '《', '（', '(']));
    found.extend(opened.and_then(|item| bracketed(item.text, 10)).map(|(inner, _)| {
        let name = any_of!["专讯", "讯", "报导", "报道", "消息"].strip_suffix(inner).unwrap_or(inner);
        (name, if opened.is_some_and(|item| item.text.starts_with('《')) { Hint::Titled } else { Hint::Bracket })
    }));
    for (name, _) in &mut found {
        // 據某某社
        *name = without_part(name.strip_prefix('据').unwrap_or(name));
    }
    found.retain(|(name, _)| {
        let sound = |c: char| is_han(c) || c.is_ascii_alphanumeric() || matches!(c, ' ' | '.');
        !name.ends_with("新闻稿")
            && !name.starts_with("记者")
            && (2..=14).contains(&length(name))
            && name.contains(is_han)
            && name.chars().all(sound)
    });
    found
}

/// The name without the part of the paper, the desk or the channel after it: 某某早報社論, 某某商報 國內, 某某網新聞中心.
fn without_part(name: &str) -> &str {
    const PARTS: &WordSet = any_of![
        "新闻中心",
        "新闻部",
        "编辑部",
        "采访中心",
        "社论",
        "评论",
        "时评",
        "副刊",
        "观点",
        "言论",
        "特稿",
        "专题",
        "快讯",
    ];
    let bare = PARTS.suffix(name).map(|part| before(name, part)).filter(|bare| length(bare) > 1);
    // 某某之聲普通話組
    let desk = || {
        let heads = name.char_indices().skip(2).filter_map(|(at, _)| Some((name.get(..at)?, name.get(at..)?)));
        let mut parted = heads.filter(|(_, rest)| rest.ends_with(['组', '部', '室']) && length(rest) > 1);
        parted.find(|(head, _)| head.ends_with("之声") || outlets::signs(head)).map(|(head, _)| head)
    };
    let first = name.split(is_blank).next().filter(|first| first.len() < name.len());
    let channel = first.filter(|first| name.split(is_blank).skip(1).all(outlets::is_channel) && outlets::signs(first));
    bare.filter(|bare| outlets::signs(bare)).or(channel).or_else(desk).unwrap_or(name)
}

/// The site after the title: …_某某, … - 某某.
fn tail_of(title: &str) -> Option<&str> {
    let tail = title.rsplit(['_', '|', '｜']).next().filter(|tail| tail.len() < title.len());
    tail.or_else(|| title.rsplit_once(" - ").map(|(_, tail)| tail)).map(trim)
}

/// The site at the head of a path: 某某 > 新聞 > 本地, 某某网首页 新闻 视频.
fn head_of_path(line: &str) -> Option<&str> {
    let head =
        line.split(['>', '›', '»', '＞', '/', '／', '|', '｜']).next().map(trim).filter(|head| head.len() < line.len());
    let home = || line.split(is_blank).next().and_then(|word| word.strip_suffix("首页"));
    head.filter(|head| !head.contains(['：', ':'])).or_else(home)
}

/// The owner of a licence: © 2024年某某版權聲明, 某某版权所有, 凡注明“来源：某某”的作品.
fn licensed(line: &str) -> Option<&str> {
    const RIGHTS: &[&str] = &["版权所有", "版权声明", "版权", "保留一切权利", "所载"];
    let own = |name: &str| !any_of!["本", "其", "我", "著作", "原作", "归"].is_in(name);
    let sign = line.find(['©', '®']).and_then(|at| line.get(at..)).map(|rest| rest.trim_start_matches(['©', '®']));
    let named = line.split_once("来源：").filter(|_| line.contains("注明")).map(|(_, rest)| rest);
    [sign, named, Some(line)].into_iter().flatten().find_map(|rest| {
        let rest = rest.trim_start_matches(|c: char| is_digit(c) || is_blank(c) || one_of!("年-–").contains(c));
        let window = first(rest, 24);
        // most windows have none of their characters
        let rights = Some(window).filter(|window| window.contains(['权', '载']));
        let end = rights.and_then(|window| RIGHTS.iter().filter_map(|word| window.find(word)).min());
        let end = end.or_else(|| named.and_then(|_| window.find(['”', '」', '"'])));
        let end = end.or_else(|| sign.map(|_| window.find(|c: char| !is_han(c)).unwrap_or(window.len())))?;
        let is_whole = |name: &&str| OUTLET_ENDINGS.suffix(name).is_none_or(|end| end.len() < name.len());
        window.get(..end).map(trim).filter(|name| length(name) > 1 && own(name)).filter(is_whole)
    })
}

/// The name in quotation marks of an invitation: 下載「某某」App, 即起免費加入「某某」會員.
fn quoted(line: &str) -> Option<&str> {
    const VERBS: &WordSet = any_of!["下载", "加入", "订阅", "关注", "追踪", "安装", "支持", "扫"];
    let mut near = line.char_indices().take_while(|(at, _)| *at < 30);
    let head = line.get(..near.find(|(_, c)| matches!(c, '「' | '《' | '“'))?.0)?;
    let inner = after(line, head).trim_start_matches(['「', '《', '“']);
    let name = inner.split(['」', '》', '”']).next()?;
    let invites = !line.contains('。') && length(line) <= 40 && VERBS.is_in(head);
    invites.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coined_names_cannot_be_cut() {
        for name in ["港闻线", "财屿", "濠视", "独港媒", "莱茵之声"] {
            assert!(is_coined(name), "{name}");
        }
        for name in ["国际新闻", "生活", "深度观察", "社会"] {
            assert!(!is_coined(name), "{name}");
        }
    }
}
