//! The parts of an opening: agency, place, day and people before a kind word, in any order that the press prints.
//!
//! Imports [`super::text`], the tables and [`super::people`]; read [`super::dateline`] next, which knows the forms.

use super::PersonRole;
use super::dateline::Opening;
use super::outlets;
use super::people::{self, Credit};
use super::tables;
use super::text::{after, before, first, is_blank, is_digit, is_han, length, run, trim, trim_start};
use crate::any_of::any_of;
use crate::chars::one_of;
use crate::grammar::time::LOCAL_TIMES;
use crate::vocabulary::{
    KINDS, OFFICES, OURSELVES, OUTLET_ENDINGS, OUTLET_TAILS, PLACES, SITE_ENDINGS, Table, WIRE_KINDS,
};

/// The parts that stand before a kind word.
pub(super) fn parts<'a>(head: &'a str, kind: &str) -> Option<Opening<'a>> {
    let mut read = Opening::default();
    let head = trim(head);
    let head = any_of!["据", "综合"].strip_prefix(head).unwrap_or(head);
    let date = dates(head).last().filter(|date| length(after(head, date)) <= 8);
    let front = match date {
        Some(date) => {
            // 20日路透电: the agency stands after the date
            let noise = without_clock(after(head, date));
            read.agency = outlets::outlet_at(noise);
            // 溪報記者王小明3月12日柳城報道
            read.place = Some(people::without_noise(noise)).filter(|place| PLACES.contains(place));
            read.date = Some(date);
            // 某某科技讯 北京时间3月12日晚间消息
            let front = trim(before(head, date));
            let timed = LOCAL_TIMES.suffix(front).map(|zone| trim(before(front, zone)));
            timed.map_or(front, |front| WIRE_KINDS.strip_suffix(front).unwrap_or(front))
        }
        None => head,
    };
    if front.chars().any(is_digit) && outlets::outlet_at(front).is_none() {
        return None;
    }
    match reporters_of(front) {
        Some((outlet, names)) => {
            let outlet =
                outlet.split(['驻']).next().map(|outlet| trim(outlet).trim_end_matches(['／', '/', '-', '－']));
            // 讯 记者王小明: the head of 本报讯 is lost
            let cut = |outlet: &&str| KINDS.contains(outlet);
            let outlet = outlet.filter(|outlet| !outlet.is_empty() && !ourselves(outlet) && !cut(outlet));
            if let Some(outlet) = outlet {
                let whole = Some(outlet).filter(|name| outlets::is_outlet(name.strip_suffix("全媒体").unwrap_or(name)));
                read.agency = Some(whole.or_else(|| split_agency(outlet).0.filter(|name| outlets::is_outlet(name)))?);
            }
            read_reporters(names, &mut read)?;
        }
        None => read_place(front, kind, &mut read)?,
    }
    read.place = read.place.filter(|place| !is_desk(place));
    let placed = read.place.is_some_and(|place| {
        (2..=12).contains(&length(place))
            && place.chars().all(|c| is_han(c) || one_of!("·、/／ ").contains(c))
            && !place.contains(['从', '在', '的', '将'])
    });
    if read.place.is_some() && !placed {
        return None;
    }
    let wired = WIRE_KINDS.suffix(kind).is_some();
    // 本報記者王小明北京報道, but no desk of its city: 本報記者王小明／台北報導
    let ours = front.starts_with('本')
        && ourselves(front)
        && !front.contains(['／', '/'])
        && read.place.is_some_and(|place| PLACES.contains(place));
    read.is_dateline = read.date.is_some() || read.place.is_some() && (read.agency.is_some() || wired || ours);
    Some(read)
}

/// True for a desk or a part of the paper, which is no place: 數據中心, 國內.
fn is_desk(place: &str) -> bool {
    let is_part = any_of!["中心", "频道", "编辑部", "新闻部"].ends(place);
    (is_part || any_of!["国内", "国际", "国外"].contains(place)) && !PLACES.contains(place)
}

/// Reads the names after a role word, each with what its bearer did, and the place after them, into `read`.
fn read_reporters<'a>(names: &'a str, read: &mut Opening<'a>) -> Option<()> {
    // 新华社前方记者6月12日电
    if names.is_empty() && read.date.is_some() && read.agency.is_some() {
        return Some(());
    }
    let (found, place) = people::names_then_place(names)?;
    // 記者王小明、攝影李大同
    let role = |name| match trim(before(names, name)).trim_end_matches(['：', ':', '／', '/']) {
        words if words.ends_with("摄影") => PersonRole::Photographer,
        words if any_of!["编辑", "责编", "主编"].ends(words) => PersonRole::Editor,
        _ => PersonRole::Reporter,
    };
    read.people.extend(found.into_iter().map(|name| Credit { name, role: role(name) }));
    read.place = place.or(read.place);
    Some(())
}

/// The outlet before a role word and the names after it: `中央社記者王小明台北` gives 中央社 and 王小明台北.
pub(super) fn reporters_of(front: &str) -> Option<(&str, &str)> {
    front.char_indices().find_map(|(at, _)| {
        let tail = front.get(at..)?;
        let (role, word) = tables::role_at(tail)?;
        let right = matches!(role, Some(PersonRole::Reporter | PersonRole::Correspondent))
            && length(word) > 1
            && !KINDS.contains(word)
            // 編譯中心 is a desk
            && !any_of!["中心", "部", "组", "室", "团队"].begins(after(front, word));
        right.then(|| {
            (
                people::with_desk(front, front.get(..at).unwrap_or("")),
                after(front, word).trim_start_matches(|c: char| is_blank(c) || one_of!("：:／/").contains(c)),
            )
        })
    })
}

/// Reads agency and place, or a desk and its place parted by a slash (`財經頻道／綜合`), into `read`.
fn read_place<'a>(front: &'a str, kind: &str, read: &mut Opening<'a>) -> Option<()> {
    // 路透倫敦/紐約9月20日: two places of a dateline
    let dated = read.date.is_some();
    if !dated && WIRE_KINDS.suffix(kind).is_some() && read_wired(front, read) {
        return Some(());
    }
    if let Some(at) =
        front.find(['／', '/']).filter(|_| !dated && (outlets::outlet_at(front).is_none() || !kind.ends_with(['电'])))
    {
        let (desk, place) = (trim(front.get(..at)?), front.get(at..)?.trim_start_matches(['／', '/']));
        read_desk(desk, people::without_noise(place), read);
        return Some(());
    }
    let (agency, place) = match outlets::agency_at_end(front).map(|agency| (agency, before(front, agency))) {
        // 倫敦路透電
        Some((agency, place)) if PLACES.contains(trim(place)) => (Some(agency), place),
        _ => split_agency(front),
    };
    if agency.is_some() {
        read.agency = agency;
    }
    let place = people::without_noise(place.trim_matches(|c: char| is_blank(c) || one_of!("-－—·|｜／/").contains(c)));
    let wired = WIRE_KINDS.suffix(kind).is_some();
    // 某某網科技綜合報道
    let place = if agency.is_some() && outlets::is_channel(place) && !PLACES.contains(place) { "" } else { place };
    // 某某之家3月12日消息 names no place
    if agency.is_none() && read.agency.is_none() && kind.ends_with('息') && !place.is_empty() && !PLACES.contains(place)
    {
        let named =
            (3..=8).contains(&length(place)) && OFFICES.suffix(place).is_none() && SITE_ENDINGS.suffix(place).is_none();
        read.agency = named.then_some(place);
        return read.agency.map(|_| ());
    }
    if !place.is_empty() {
        // without a date, an unknown word is a place only before 電 and 訊, never before 報導
        if !dated && !wired && !PLACES.contains(place) {
            return None;
        }
        // 【明海專訊】: a paper of no table
        if !dated && kind == "专讯" && agency.is_none() && !PLACES.contains(place) && length(place) <= 4 {
            read.agency = Some(place);
            return Some(());
        }
        read.place = Some(place);
    }
    let named = agency.is_some() || read.agency.is_some() || read.place.is_some() || ourselves(front);
    let bare = people::without_noise(front).is_empty() && (dated || length(kind) > 1);
    (named || bare).then_some(())
}

/// Reads places and the agency after them where no day stands: 新加坡／倫敦彭博, 紐約／華盛頓, 北京新華社.
fn read_wired<'a>(front: &'a str, read: &mut Opening<'a>) -> bool {
    let place =
        PLACES.prefix(front).filter(|place| outlets::is_known(after(front, place)) && !outlets::is_known(front));
    if let Some(place) = place {
        (read.agency, read.place) = (Some(after(front, place)), Some(place));
        return true;
    }
    let agency = outlets::agency_at_end(front);
    let places = people::without_noise(agency.map_or(front, |agency| before(front, agency)));
    let joint = places.contains(['／', '/']) && places.split(['／', '/']).map(trim).all(|place| PLACES.contains(place));
    if joint {
        (read.agency, read.place) = (agency.or(read.agency), Some(places));
    }
    joint
}

/// Reads a desk or a name, and the place or the names after the slash, into `read`.
fn read_desk<'a>(desk: &'a str, place: &'a str, read: &mut Opening<'a>) {
    if outlets::is_outlet(desk)
        && !desk.ends_with(['新', '即'])
        && !matches!(desk, "即时新闻" | "国际新闻" | "焦点新闻")
    {
        read.agency = Some(desk);
    } else if let Some(names) = people::bare_names(desk) {
        read.people.extend(people::as_reporters(names));
    } else if let Some((outlet, names)) = desk.split_once(is_blank).filter(|(outlet, _)| outlets::signs(outlet)) {
        // 某某好新聞 王小明／台南
        read.agency = Some(outlet);
        read.people.extend(people::bare_names(names).map(people::as_reporters).unwrap_or_default());
    }
    // 國際中心／王小明報導
    if let Some(names) = people::bare_names(place).filter(|_| read.people.is_empty() && !PLACES.contains(place)) {
        read.people.extend(people::as_reporters(names));
        return;
    }
    // 民視新聞／王小明、李大同 嘉義報導
    let named = people::names_then_place(place).filter(|(names, place)| {
        names.iter().all(|name| people::bare_names(name).is_some()) && place.is_some_and(people::is_place)
    });
    if let Some((names, Some(place))) = named {
        read.people.extend(people::as_reporters(names));
        read.place = Some(place);
        return;
    }
    read.place = (!place.is_empty()).then_some(place);
}

/// The agency at the start of `s`, and the place after it.
pub(super) fn split_agency(s: &str) -> (Option<&str>, &str) {
    let s = trim(s);
    if let Some(word) = OURSELVES.prefix(s) {
        return (None, after(s, word));
    }
    if let Some(name) = outlets::outlet_at(s) {
        let following = after(s, name).split(is_blank).next().unwrap_or_default();
        let end = ends_in(&OUTLET_TAILS, following).map_or(0, |end| length(before(following, after(following, end))));
        let agency = first(s, length(name) + end);
        // 中国新闻网 中新网福州: the agency stands beside the place
        let later = Some(trim_start(after(s, agency))).filter(|later| later.len() < after(s, agency).len());
        if let Some(later) = later.filter(|later| outlets::outlet_at(later).is_some()) {
            return split_agency(later);
        }
        // 柳城晚报·云上柳城: the paper and its app
        if after(s, agency).starts_with('·') {
            return (Some(s), after(s, s));
        }
        // 上證報中國證券網: the paper and its site
        let site = outlets::outlet_at(after(s, agency)).filter(|site| after(s, site).is_empty());
        // 中国网财经: a desk of the outlet
        let desk = OUTLET_ENDINGS.contains(after(s, agency));
        // 新唐人亞太台: a station of the outlet
        let station = || {
            after(s, agency)
                .strip_suffix('台')
                .is_some_and(|place| length(place) > 1 && !PLACES.contains(after(s, agency)))
        };
        let agency = if site.is_some() || desk || station() { s } else { agency };
        return (Some(agency), after(s, agency));
    }
    // 某某網新疆新聞: the first end after which a place stands, else the last
    let ends = || s.char_indices().skip(1).filter_map(|(at, _)| OUTLET_ENDINGS.prefix(s.get(at..)?));
    let placed = ends().find(|end| PLACES.contains(people::without_noise(after(s, end))));
    if let Some(end) = placed.or_else(|| ends().last()) {
        if after(s, end).starts_with('·') {
            return (Some(s), after(s, s));
        }
        return (Some(before(s, after(s, end))), after(s, end));
    }
    let latin = run(s, |c| c.is_ascii_alphanumeric() || c == '.');
    if latin.is_empty() { (None, s) } else { (Some(latin), after(s, latin)) }
}

/// The last word of `table` that stands in `s`, a short string.
pub(super) fn ends_in<'a>(table: &Table<()>, s: &'a str) -> Option<&'a str> {
    s.char_indices().rev().find_map(|(at, _)| table.prefix(s.get(at..)?))
}

/// `s` after a part of the day and a clock (`上午消息`).
pub(super) fn without_clock(s: &str) -> &str {
    let s = trim_start(s);
    let after =
        any_of!["上午", "下午", "凌晨", "早上", "晚上", "晚间", "早间", "晚", "早"].strip_prefix(s).unwrap_or(s);
    trim_start(after.trim_start_matches(|c: char| is_digit(c) || matches!(c, ':' | '：' | '时')))
}

/// True when `s` starts with 本報 or another word for the paper itself.
pub(super) fn ourselves(s: &str) -> bool {
    OURSELVES.longest(trim(s)).is_some()
}

/// The days named in a short string, in order: `9月20日`, `20日`, `2023年9月20日`, `九月二十日`.
pub(super) fn dates(s: &str) -> impl Iterator<Item = &str> {
    let mut from = 0;
    core::iter::from_fn(move || {
        loop {
            let rest = s.get(from..)?;
            let at = rest.find(is_number)?;
            let tail = rest.get(at..)?;
            if let Some(date) = date(tail) {
                from += at + date.len();
                return Some(date);
            }
            from += at + run(tail, is_number).len().max(1);
        }
    })
}

/// True for a digit of a printed day, Han numerals included.
fn is_number(c: char) -> bool {
    is_digit(c) || one_of!("一二三四五六七八九十廿卅〇").contains(c)
}

/// The day at the start of `s`.
fn date(s: &str) -> Option<&str> {
    let mut rest = s;
    for (mark, most) in [("年", 4), ("月", 3), ("日", 3)] {
        let number = run(rest, is_number);
        let following = trim_start(after(rest, number));
        let Some(next) = following.strip_prefix(mark).filter(|_| (1..=most).contains(&length(number))) else {
            continue;
        };
        rest = if mark == "日" { next } else { trim_start(next) };
        if mark == "日" {
            return Some(before(s, rest));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn days_are_found_in_order() {
        assert_eq!(dates("台北2日").collect::<Vec<_>>(), ["2日"]);
        assert_eq!(dates("1社2023年9月20日至21日").collect::<Vec<_>>(), ["2023年9月20日", "21日"]);
        assert_eq!(dates("北京九月二十日").collect::<Vec<_>>(), ["九月二十日"]);
        assert_eq!(dates("36氪").count(), 0);
    }
}
