//! Who a text is signed for: the outlet, with its brands and desks, before the role word of a credit.

use super::bylines::BULLETS;
use super::credits::is_mark;
use super::names::has_surname;
use crate::any_of::{WordSet, any_of};
use crate::layout::text::{after, before, first, is_blank, is_digit, is_han, length, trim, trim_start};
use crate::layout::{outlets, tables};
use crate::vocabulary::{OURSELVES, OUTLET_ENDINGS, PLACES, PUBLISHER_ENDINGS};

/// `s` from its role word on, when an outlet or 本報 stands before it (`中新社记者`, `环球时报驻美国特约记者`); else `s`.
pub(super) fn after_outlet(s: &str) -> &str {
    if tables::role_at(s).is_some() {
        return s;
    }
    // the whole name of an outlet goes before a role word that begins inside it
    if let Some(name) = outlets::outlet_at(s).filter(|name| tables::role_at(after(s, name)).is_some()) {
        return after(s, name);
    }
    let window = first(s, 24);
    // 網編譯 holds 網編, but 某某網 is whom the translator works for
    let heads = window.char_indices().skip(1).filter_map(|(at, _)| {
        let tail = window.get(at..)?;
        // 某某视频记者: the last of two role words is what the person is
        let is_last = |word: &str| tables::role_at(after(tail, word)).is_none_or(|(_, next)| length(next) < 2);
        tables::role_at(tail).filter(|(_, word)| length(word) > 1 && is_last(word)).map(|_| before(window, tail))
    });
    heads.take(2).find(|head| signs_for(s, head)).map_or(s, |head| after(s, head))
}

/// Whether `head`, before a role word of `s`, is an outlet, a brand or a desk.
fn signs_for(s: &str, head: &str) -> bool {
    let outlet = head.split(['驻']).next().unwrap_or(head);
    let outlet = trim(outlet).trim_end_matches(['/', '／', '-', '－', '—']);
    // 《财经》记者
    let outlet = outlet.strip_prefix('《').and_then(|inner| inner.strip_suffix('》')).unwrap_or(outlet);
    let is_desk = length(outlet) <= 6 && any_of!["组", "中心", "部", "站", "频道", "台"].ends(outlet);
    // 某某記者：王小明
    let labelled = length(head) <= 6
        && !(length(head) <= 3 && has_surname(head))
        // 王小明责任|编辑： is cut inside a role
        && !any_of!["责任", "执行", "值班", "本期", "本版"].ends(head)
        && tables::role_at(after(s, head))
            .is_some_and(|(_, word)| after(after(s, head), word).starts_with(['：', ':']))
        && head.chars().all(|c| is_han(c) && c != '丨')
        && !head.contains(['告', '问', '对', '向', '诉', '称', '说', '是', '的', '答']);
    // 某某日报新花城编辑：王小明: a paper and its app
    let branded = || {
        let app = outlets::outlet_at(head).map(|name| after(head, name)).filter(|app| (2..=4).contains(&length(app)));
        let announced = tables::role_at(after(s, head))
            .is_some_and(|(_, word)| after(after(s, head), word).starts_with(['：', ':']));
        announced && app.is_some_and(|app| app.chars().all(is_han))
    };
    let ours = is_desk
        || branded()
        || labelled
        || head.trim_end().ends_with('》')
        || is_brand(trim(head))
        || OURSELVES.contains(outlet)
        || outlet.ends_with("全媒体")
        || outlet.starts_with("总台");
    ours || outlets::is_outlet(outlet) && !outlet.contains(is_blank)
}

/// The outlet `head` at the start of `s`, with 全媒體 after it where it is no paper: 某某財經全媒體.
pub(in crate::layout) fn with_desk<'a>(s: &'a str, head: &'a str) -> &'a str {
    let desk = after(s, head).strip_prefix("全媒体").filter(|_| OUTLET_ENDINGS.suffix(head).is_some());
    desk.filter(|_| PUBLISHER_ENDINGS.suffix(head).is_none()).map_or(head, |rest| before(s, rest))
}

/// Whether a line names an outlet whose reporter it leaves out: 《大公報》記者 專訪.
pub(in crate::layout) fn is_unsigned(line: &str) -> bool {
    const ENDS: &WordSet =
        any_of!["专访", "报道", "报导", "综合报道", "综合报导", "特稿", "观察", "独家", "直击", "调查", "采访", "连线"];
    let Some((head, rest)) = line.split_once("记者") else { return false };
    let sent = trim(rest).strip_prefix("发自").is_some_and(|place| PLACES.contains(trim(place)));
    let ended = trim(rest).is_empty() || sent || ENDS.contains(trim(rest));
    let quoted = trim(head).strip_prefix('《').and_then(|inner| inner.strip_suffix('》'));
    ended && quoted.map_or_else(|| outlets::signs(trim(head)), |name| (2..=8).contains(&length(name)))
}

/// Whether a text is the name of an outlet of several brands: 齊魯晚報·齊魯壹點, 潮新聞客戶端, 新華社“新華全媒+”.
// brand = name {("·" | "—" | "/" | blank) name} ["客户端" | "全媒体" | …] [quoted name]
fn is_brand(s: &str) -> bool {
    const ENDS: &WordSet = any_of!["客户端", "全媒体", "融媒体", "融媒", "全媒", "APP", "视频", "+"];
    let quoted = s.find(['“', '「', '"']).filter(|at| *at > 0 && s.ends_with(['”', '」', '"']));
    let plain = quoted.and_then(|at| s.get(..at)).unwrap_or(s);
    let mut parts = plain.split(['·', '•', '—', '-', '/', '／', '|', '｜']).map(trim).filter(|part| !part.is_empty());
    let known = |part: &str| {
        let stem = ENDS.strip_suffix(part).unwrap_or(part);
        outlets::is_outlet(part)
            || outlets::is_outlet(stem)
            || stem.len() < part.len() && (1..=8).contains(&length(stem))
    };
    let count = parts.clone().count();
    let is_name =
        (2..=24).contains(&length(s)) && !s.contains(['，', '。', '：', ':', '、', ' ']) && !s.contains(is_digit);
    is_name && (quoted.is_some() || count > 1 || ENDS.suffix(plain).is_some()) && parts.any(known)
}

/// The outlet that stands before the role word of a credit: `澎湃新闻记者 王小明`; all of its brands.
pub(in crate::layout) fn outlet_of(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(BULLETS);
    // 文/某某者网 王小明
    let labelled = tables::role_at(line).map(|(_, word)| after(line, word)).filter(|rest| rest.starts_with(is_mark));
    let line = labelled.map_or(line, |rest| rest.trim_start_matches(is_mark));
    let window = first(line, 30);
    let role = window.find(BARS).or_else(|| SIGNERS.iter().find_map(|word| window.find(word)));
    let head = role.and_then(|at| line.get(..at)).map(trim).unwrap_or_default();
    // 匯流新聞網CNEWS | 薛亦帆
    let is_barred = role.and_then(|at| line.get(at..)).is_some_and(|tail| tail.starts_with(BARS));
    let is_mixed = head.contains(|c: char| c.is_ascii_alphabetic()) && head.contains(is_han);
    if is_barred && is_mixed && (3..=16).contains(&length(head)) && !head.contains(['，', '：', ':']) {
        return Some(head);
    }
    // 《某刊》记者 | 王小明
    let head = head.strip_suffix("记者").map_or(head, trim);
    // 文/某报记者, 采写：某报记者
    let head = tables::role_at(head).map_or(head, |(_, word)| after(head, word).trim_start_matches(is_mark));
    let head = head.strip_suffix("全媒体").filter(|head| !head.is_empty()).map_or(head, |paper| with_desk(line, paper));
    // 奔流新聞·蘭州晨報首席
    let head = any_of!["首席", "见习", "实习", "特约", "驻站", "资深"]
        .suffix(head)
        .map_or(head, |word| trim(before(head, word)));
    let head = head.strip_prefix('《').and_then(|inner| inner.strip_suffix('》')).unwrap_or(head);
    // 某某時報駐倫敦記者
    let head = head.split_once('驻').map_or(head, |(outlet, _)| trim(outlet));
    // 新華社“新華全媒+” is a desk of the agency
    let head = head.find(['“', '「']).and_then(|at| head.get(..at)).filter(|head| !head.is_empty()).unwrap_or(head);
    let is_name = line.starts_with('《') && (2..=8).contains(&length(head));
    if is_name
        || is_brand(head)
        || outlets::signs(head)
        || outlets::outlet_at(head).is_some_and(|name| after(head, name).chars().all(|c| c.is_ascii_alphanumeric()))
            && !head.is_empty()
    {
        return Some(head);
    }
    // 某某新聞 王小明 報導
    if let Some((desk, _)) = line.split_once(is_blank).filter(|(desk, _)| outlets::signs(desk)) {
        return Some(desk);
    }
    // 記者 王小明 / 某某晚報
    let last =
        line.rsplit(['／', '/', ' ']).next().map(trim).filter(|last| last.len() < line.len() && outlets::signs(last));
    if last.is_some() {
        return last;
    }
    let slashed =
        || line.split(['／', '/']).next().map(trim).filter(|head| head.len() < line.len() && outlets::signs(head));
    let name = outlets::outlet_at(line).or_else(slashed)?;
    let following = trim_start(after(line, name));
    let reports = tables::role_at(following).is_some_and(|(_, word)| length(word) > 1);
    (reports || following.starts_with(['／', '/'])).then_some(name)
}

/// Bars between an outlet and who signs for it.
pub(super) const BARS: &[char] = &['|', '｜', '│', '丨', '︱'];

/// What those who sign for a desk or an outlet are.
pub(super) const SIGNERS: &[&str] = &["记者", "评论员", "通讯员", "特派员"];
