//! How the name of an outlet is known: by the class `outlet` of [`crate::vocabulary`], or by its end.
//!
//! Imports [`super::text`]; read [`super::tables`] next.

use super::text::{after, before, bracketed, bracketed_at_end, first, is_blank, is_digit, is_han, length};
use crate::any_of::{WordSet, any_of};
use crate::chars::{CharSet, one_of};
use crate::general;
use crate::region::Region;
use crate::vocabulary::{
    AGENCIES, FURNITURE_WHOLE, MASTHEAD_ENDINGS, NOT_NAMES, NOT_OUTLETS, ORDINARY, OURSELVES, OUTLET_ENDINGS, OUTLETS,
    PLACE_NOISE, PLACES, PUBLISHER_ENDINGS, SITE_ENDINGS,
};

/// The known outlet at the start of `s`.
pub(super) fn outlet_at(s: &str) -> Option<&str> {
    OUTLETS.prefix(s)
}

/// The known agency at the end of `s`: 倫敦路透.
pub(super) fn agency_at_end(s: &str) -> Option<&str> {
    AGENCIES.suffix(s)
}

/// Where the outlet that `s` begins with publishes, if it is a known one.
pub(super) fn region(s: &str) -> Option<Region> {
    OUTLETS.longest(s).and_then(|(region, _)| region)
}

/// True for a known outlet that publishes in none of the six regions and is no agency, whose texts are printed everywhere.
pub(super) fn is_abroad(s: &str) -> bool {
    OUTLETS.longest(s).is_some_and(|(region, length)| region.is_none() && length == s.len())
        && AGENCIES.suffix(s).is_none()
}

/// The first known outlet of at least three characters in `s`, a short line.
pub(super) fn outlet_in(s: &str) -> Option<&str> {
    s.char_indices().find_map(|(at, _)| {
        // 不代表某某網立場 names the site that only shows the text
        let disclaimed = s.get(..at).is_some_and(|head| head.ends_with("代表"));
        let name = outlet_at(s.get(at..)?).filter(|_| !is_inside(s, at) && !disclaimed)?;
        (length(name) > 2 || matches!(name, "东网" | "明报" | "信报")).then_some(name)
    })
}

/// True where a word of two characters goes on, so that no name begins: 热|点新闻, 来|源于网络.
fn is_inside(s: &str, at: usize) -> bool {
    let head = s.get(..at).unwrap_or_default();
    let pair = head.char_indices().next_back().and_then(|(last, _)| s.get(last..)).map(|pair| first(pair, 2));
    pair.is_some_and(|pair| general::get(pair).is_some())
}

/// The outlet to which a line invites: a known one, or what ends like one after a verb of invitations, 裝某某時報APP.
pub(super) fn invited(s: &str) -> Option<&str> {
    const BEFORE: CharSet = CharSet::of("装载来阅注入踪到给在用读看去请进择览访问");
    // 看更多房產新聞 invites to a channel, 看更多溪上日報 to a paper
    let is_more = |name: &str| name.contains("更多") || s.contains("更多") && !is_publisher(name);
    // 相關報導 ends with no paper, nor does 大眾報業 or 新聞網絡
    let goes_on = |end: usize| {
        let last = s.get(..end).and_then(|head| head.char_indices().next_back()).and_then(|(at, _)| s.get(at..));
        let is_word = last.is_some_and(|pair| length(pair) > 1 && general::get(first(pair, 2)).is_some());
        let is_name = |rest: &str| rest.starts_with(['社', '站', '导', '道', '告', '名', '警', '考']);
        s.get(end..).is_some_and(|rest| is_name(rest) && !rest.starts_with(['社', '站']) || is_word && !is_name(rest))
    };
    let by_form = |at: usize| {
        let end = OUTLET_ENDINGS.prefix(s.get(at..)?)?;
        // 某某新聞|網
        let more = OUTLET_ENDINGS.prefix(s.get(at + end.len()..)?).map_or(0, str::len);
        let end = s.get(at..at + end.len() + more)?;
        let head = s.get(..at)?;
        let (mark, verb) = head.char_indices().rev().find(|(_, c)| !is_han(*c) || BEFORE.contains(*c))?;
        let start = mark + verb.len_utf8();
        // 請上某某網
        let start =
            if s.get(start..).is_some_and(|name| verb == '请' && name.starts_with('上')) { start + 3 } else { start };
        let name = s.get(start..at + end.len()).filter(|_| !is_inside(s, start) && !goes_on(at + end.len()))?;
        // 完整新聞 is no name
        let named = is_publisher(name)
            || ["新闻", "财经"].iter().any(|end| {
                name.strip_suffix(end).is_some_and(|stem| length(stem) > 1 && super::naming::is_coined(stem))
            });
        let ours = name.contains(['我', '你', '您', '本', '的']) || name.contains("代表");
        ((3..=8).contains(&length(name)) && named && signs(name) && !ours && !is_more(name)).then_some(name)
    };
    // 《某某》提醒您
    let quoted = || bracketed(s, 10).filter(|_| s.starts_with('《')).map(|(name, _)| name);
    let found = outlet_in(s).or_else(quoted).or_else(|| s.char_indices().find_map(|(at, _)| by_form(at)))?;
    // 溪報電子報 is of 溪報, 某某電子報 of nobody whom it names
    match found.strip_suffix("电子报") {
        Some(paper) => Some(paper).filter(|paper| signs(paper)),
        None => Some(found),
    }
}

/// The known outlet with which a short line of furniture begins or ends, as a site's name does: `on.cc東網`.
pub(super) fn site_name(s: &str) -> Option<&str> {
    let known = outlet_in(s).filter(|name| length(s) <= 12 && (s.starts_with(name) || s.ends_with(name)));
    // 某某新聞雲 > 生活
    let path = s.find(['>', '›', '»', '＞', '/', '／', '|', '｜']).and_then(|at| s.get(..at)).map(str::trim);
    known.or_else(|| path.filter(|name| (3..=8).contains(&length(name)) && signs(name)))
}

/// True when `s` names an outlet by itself in a line of stamps: a known one, or one with the end of a paper or agency.
pub(super) fn is_publisher(s: &str) -> bool {
    is_outlet(s) && (outlet_at(s) == Some(s) || PUBLISHER_ENDINGS.suffix(s).is_some())
}

/// True when `s` names an outlet where it stands beside a date, a name or a role: 溪上新聞, but no channel (國際新聞).
pub(super) fn signs(s: &str) -> bool {
    if is_known(s) {
        return true;
    }
    // 據某某社, 請看某某新聞
    if s.starts_with(['据', '请', '是']) || any_of!["转载", "转自", "摘自", "来自", "综合自"].begins(s) || is_said(s)
    {
        return false;
    }
    let stem = || OUTLET_ENDINGS.strip_suffix(s).unwrap_or(s);
    if s.len() > 80 || OUTLET_ENDINGS.suffix(s).is_none() && !s.ends_with("快讯") {
        return false;
    }
    if s.contains(is_digit) || NOT_OUTLETS.suffix(s).is_some() {
        return false;
    }
    // 上報快訊
    let s = s.strip_suffix("快讯").filter(|paper| is_publisher(paper)).unwrap_or(s);
    let sound = !s.contains(|c: char| is_blank(c) || one_of!("：:，、；（）()《》“”|｜丨/／—").contains(c))
        && OURSELVES.suffix(s).is_none_or(|word| word == "全媒体");
    let named = || !is_channel(s) && !is_channel(stem()) && !PLACES.contains(stem()) && !stem().ends_with('国');
    sound && (is_publisher(s) || is_outlet(s) && named())
}

/// True where 發布 at the end is a verb: 本文已发布, 此件公开发布; 江右发布 is a name.
fn is_said(s: &str) -> bool {
    s.strip_suffix("发布")
        .is_some_and(|head| any_of!["已", "将", "公开", "正式", "首次", "同步", "联合", "统一", "未", "前"].ends(head))
}

/// True for the short name of an outlet over its page, whose end has two characters: 溪上新聞, but not 織密防汛網.
pub(super) fn is_paper(s: &str) -> bool {
    length(s) <= 6 && is_coined(s) && OUTLET_ENDINGS.suffix(s).is_some_and(|end| length(end) > 1)
}

/// True where what stands before the end of an outlet is no word, so that it is rather a name: 溪上新聞, not 校園新聞.
pub(super) fn is_coined(s: &str) -> bool {
    OUTLET_ENDINGS
        .suffix(s)
        .map(|end| before(s, end))
        .is_some_and(|stem| length(stem) > 1 && general::get(stem).is_none())
}

/// True for a known outlet.
pub(super) fn is_known(s: &str) -> bool {
    outlet_at(s) == Some(s)
}

/// True for the names of the parts of a paper or site, apart or with the end of an outlet: 焦點 地方, 社會新聞.
pub(super) fn is_section(s: &str) -> bool {
    // 生活焦點
    let is_pair =
        |part: &str| length(part) == 4 && is_channel(first(part, 2)) && is_channel(after(part, first(part, 2)));
    s.split(is_blank).all(|part| {
        is_channel(part)
            || is_pair(part)
            || OUTLET_ENDINGS.suffix(part).is_some_and(|end| is_channel(before(part, end)))
    })
}

/// True for the name of a part of a paper or site: 國際, 生活, 財經.
pub(super) fn is_channel(s: &str) -> bool {
    NOT_NAMES.contains(s) || ORDINARY.contains(s) || PLACE_NOISE.contains(s) || FURNITURE_WHOLE.contains(s)
}

/// True for the name of an outlet, and of a channel after it perhaps: 某島日報 - 港聞.
pub(super) fn is_header(s: &str) -> bool {
    // no name of an outlet with a channel is as long as a paragraph
    const LONGEST: usize = 120;
    if s.len() > LONGEST {
        return false;
    }
    let mut parts = s.split(|c: char| is_blank(c) || one_of!("-－|｜·/／").contains(c)).filter(|part| !part.is_empty());
    let count = parts.clone().count();
    parts.next().is_some_and(|name| signs(name) && name.chars().count() <= 8)
        && (count > 1 && count < 5 && parts.clone().all(|part| is_channel(part) || beside_name(part))
            // 某某周刊 | 特稿
            || count == 2 && s.contains(['|', '｜']) && parts.all(|part| part.chars().count() <= 4)
            || count == 1 && PUBLISHER_ENDINGS.suffix(s).is_some())
}

/// True for what stands beside the name of an outlet: its name in Latin letters, the number of the issue.
fn beside_name(part: &str) -> bool {
    part.is_ascii() || part.starts_with('第') && part.ends_with('期')
}

/// True when a line is the name of an outlet above its page, not a title that ends like one.
pub(super) fn is_masthead(s: &str) -> bool {
    let channel = |s| outlet_at(s).is_some_and(|name| OUTLET_ENDINGS.contains(after(s, name)));
    let named = |s| {
        is_known(s) || channel(s) || length(s) <= 8 && MASTHEAD_ENDINGS.suffix(s).is_some_and(|end| end.len() < s.len())
    };
    // 某某證券報·某某網
    let brands = || s.contains('·') && s.split('·').all(signs);
    named(s) || named(bare(s)) || brands()
}

/// The outlet that a line names and nothing else, without the marks and the Latin name beside it: 《溪報》, 溪網 on.xi.
pub(super) fn named_by(s: &str) -> Option<&str> {
    // 某某社客户端柳江频道
    let app = Some(s).filter(|s| s.ends_with("频道") && length(s) <= 16);
    let app = app.filter(|s| any_of!["客户端"].split_once(s).is_some_and(|(name, _)| signs(name)));
    if let Some(name) = half_latin(s).or(app) {
        return Some(name);
    }
    [s, bare(s)].into_iter().find(|name| signs(name))
}

/// The paper whose name begins in Latin letters and ends in a common word of papers, without its edition: The Some 财经日报,
/// The Some 财经日报 / 中文.
pub(super) fn half_latin(s: &str) -> Option<&str> {
    if !s.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let whole = ['/', '／', '|', '｜'].iter().find_map(|mark| s.split_once(*mark));
    let whole = whole.filter(|(_, edition)| any_of!["中文", "中文版", "华文", "English"].contains(edition.trim()));
    let s = whole.map_or(s, |(name, _)| name.trim_end());
    let (latin, paper) = s.split_at(s.find(is_han)?);
    let plain = signs(paper) && !is_coined(paper) && latin.ends_with(is_blank);
    (plain && latin.chars().all(|c| c.is_ascii_alphabetic() || is_blank(c))).then_some(s)
}

/// True for the page or the edition of a paper: A12 社評, 教育版.
fn is_page(s: &str) -> bool {
    // 12月20日 A3
    let day = s.split_once('日').filter(|(day, _)| day.contains('月') && day.chars().all(|c| is_digit(c) || c == '月'));
    let s = day.map_or(s, |(_, page)| page.trim_start());
    let (number, channel) = s.split_once(is_blank).unwrap_or((s, ""));
    let digits = number.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let numbered = !digits.is_empty() && digits.len() < number.len() && digits.chars().all(is_digit);
    numbered && length(channel) <= 4 || s.ends_with('版') && length(s) <= 8
}

/// A line without the marks of a title around it, the Latin letters at its ends and the edition: 溪報（早上版）, 溪報中文版.
fn bare(s: &str) -> &str {
    let s = bracketed_at_end(s, 8).map_or(s, |(bracket, _)| before(s, bracket));
    const EDITIONS: &WordSet =
        any_of!["中文版", "电子版", "网络版", " 官方账号", " 官方帐号", " 官方微博", "·数字报", " 数字报"];
    let s = EDITIONS.strip_suffix(s).unwrap_or(s);
    let s = s
        .split_once(is_blank)
        .filter(|(_, issue)| issue.starts_with('第') && issue.ends_with('期'))
        .map_or(s, |(name, _)| name);
    // 《溪周刊》2024年第12期
    let is_issue =
        |rest: &str| rest.chars().all(|c| is_digit(c) || is_blank(c) || one_of!("年月第期总卷号").contains(c));
    let titled = bracketed(s, 14).filter(|(_, rest)| {
        let issue = rest.trim_matches(|c: char| is_blank(c) || one_of!("（）()").contains(c));
        s.starts_with('《') && (is_issue(issue) || issue.ends_with('版') && length(issue) <= 4)
    });
    let s = titled.map_or(s, |(name, _)| name);
    // 2024年第9期 《溪周刊》
    let issued = s.split_once('《').filter(|(issue, _)| !issue.is_empty() && is_issue(issue));
    let s = issued.and_then(|(_, name)| name.strip_suffix('》')).unwrap_or(s);
    // 溪報 A12 社評, 溪報 教育版
    let paged = s.split_once(is_blank).filter(|(name, page)| signs(name) && is_page(page));
    let s = paged.map_or(s, |(name, _)| name);
    if is_known(s) {
        s
    } else {
        s.trim_matches(|c: char| c.is_ascii_alphabetic() || is_blank(c) || one_of!(".&-–—|｜·（）()").contains(c))
    }
}

/// True for a name that ends as that of a body; a long one says where: 某某市水務局, but not 三家企業聯名起訴商務部.
pub(super) fn ends_as_body(s: &str) -> bool {
    const PLACE: usize = 7;
    const LONG: usize = 9;
    SITE_ENDINGS.suffix(s).is_some()
        && (length(s) <= LONG || first(s, PLACE).contains(['省', '市', '县', '区', '州', '国', '网']))
}

/// True when a line names a site or an office, which stands over the title of its page.
pub(super) fn is_site(s: &str) -> bool {
    const INSIDE: &WordSet = any_of!["门户网站", "官方网站", "欢迎访问", "欢迎您", "新闻网-", "新闻网 -", " · "];
    // 某某市某某局, but not 我市成立某某局
    let body = || {
        let (district, name) = s.split_once(['省', '市', '县', '区', '州'])?;
        let named = !district.ends_with(['我', '全', '本', '各']) && (2..=5).contains(&length(district));
        let is_body = name.ends_with(['局', '厅', '委', '办', '院']) && (3..=8).contains(&length(name));
        (named && is_body && !any_of!["成立", "设立", "组建"].is_in(name)).then_some(name)
    };
    is_masthead(s) || INSIDE.is_in(s) || length(s) <= 24 && ends_as_body(s) || body().is_some()
}

/// True when `s` is the name of an outlet: a known one, or one with the end of one (某某日報).
pub(super) fn is_outlet(s: &str) -> bool {
    outlet_at(s) == Some(s)
        || (2..=14).contains(&length(s))
            && OUTLET_ENDINGS.suffix(s).is_some_and(|end| end.len() < s.len())
            && !s.contains(['。', '，', '、', '：', '！', '？', '；'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_outlet_counts() {
        assert_eq!(outlet_at("中新网新疆"), Some("中新网"));
        assert_eq!(outlet_at("联合新闻网 综合"), Some("联合新闻网"));
        assert_eq!(outlet_at("今日天气"), None);
        assert_eq!(outlet_in("下载大公网应用"), Some("大公网"));
    }

    #[test]
    fn an_outlet_in_no_table_is_known_by_its_end() {
        assert!(is_outlet("柳城晚报"));
        assert!(is_outlet("云海网"));
        assert!(!is_outlet("报"));
        assert!(!is_outlet("天气转凉"));
    }
}
