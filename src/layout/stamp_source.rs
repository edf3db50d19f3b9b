//! Where a text comes from, after the label that says so in a line of stamps: 来源：某某日报, 转自：….
//!
//! Imports [`super::stamp`] and what that imports.

use super::outlets;
use super::people;
use super::printed::stamp;
use super::stamp::{counts, is_counter, is_day, label, noise, people_label, token};
use super::tables;
use super::text::{ANNOUNCING, after, before, first, is_blank, is_digit, is_han, length, run, trim, trim_start};
use crate::any_of::{WordSet, any_of};
use crate::chars::one_of;
use crate::vocabulary::PLACES;

/// What a line says that tells where its text comes from.
pub(super) const LICENSED: &WordSet = any_of!["授权", "转载", "作者", "公众号", "《", "“"];

/// What stands after the label of a source and names none.
#[rustfmt::skip]
pub(super) const NO_SOURCE: &WordSet = any_of![
    "未知", "不详", "无", "网络", "互联网", "网上", "原创", "转载", "综合", "其他", "投稿", "网友", "佚名",
    "本站", "本网", "本报", "本刊", "本台", "本校", "本公司", "本站原创", "本网原创", "本网讯", "本站讯", "本报讯",
    "作者投稿", "网友投稿", "网络整理", "网络转载", "网络采集", "互联网整理",
];

/// What may stand before the name of a source: that it was taken from there.
const TAKEN_FROM: &WordSet = any_of!["综合自", "转载自", "转自", "摘自", "来源于", "来自", "引自", "@", "据"];

/// The accounts whose names stand in quotation marks.
#[rustfmt::skip]
const ACCOUNTS: &WordSet = any_of![
    "微信公众号", "公众号", "微信", "官方微信", "官方微博", "微博", "视频号", "抖音号", "头条号", "客户端", "微信公众平台", "公众平台",
];

/// Words of a page that end the name of a source glued before them.
#[rustfmt::skip]
const SOURCE_ENDS: &WordSet = any_of!["-标准", "举报", "已浏览", "我有话说", "原创", "转发", "收藏", "字体", "字号", "【", "打印", "分享", "浏览", "点击", "作者", "编辑", "责编", "责任编辑", "阅读"];

/// The name after a source label: up to two blanks, a bar, a label, a stamp or the end, at most 30 characters.
pub(super) fn source_value(s: &str) -> &str {
    let start = trim_start(s.trim_start_matches(|c: char| is_blank(c) || ANNOUNCING.contains(&c)));
    // 来源： 作者：, but not 来源：某某日报：
    if tables::is_unfilled(start) && !outlets::signs(run(start, is_han)) {
        return "";
    }
    let start = TAKEN_FROM
        .strip_prefix(start)
        .map_or(start, |rest| trim_start(rest.trim_start_matches(|c: char| is_blank(c) || ANNOUNCING.contains(&c))));
    // 微信公眾號“某某財經”
    let account = ACCOUNTS.strip_prefix(start).map(trim_start).filter(|rest| rest.starts_with(['“', '「', '《', '"']));
    let start = account.unwrap_or(start);
    let quoted = start.strip_prefix(['“', '「', '《', '"']);
    let start = quoted.unwrap_or(start);
    let window = first(start, 30);
    let mut end = window.len();
    let mut blank = false;
    for (at, c) in window.char_indices() {
        let tail = window.get(at..).unwrap_or("");
        // 来源：某某社、采访
        let apart = c == '、' && outlets::is_channel(token(tail.trim_start_matches('、')));
        let stop = apart
            || c == '》' && quoted.is_some()
            || one_of!("|｜│丨︱)）(（[【】]〕,，;；。>/／”」\"").contains(c)
            || c == '\t'
            || c == '\u{3000}'
            || is_blank(c) && tail.chars().nth(1).is_none_or(is_blank)
            || blank
                && !is_blank(c)
                && (label(tail).is_some() || tables::role_at(tail).is_some() || noise(tail).is_some())
            || blank && !is_blank(c) && people::bare_names(token(tail)).is_some()
            // 来源：某某晚报 湖北武汉
            || blank && !is_blank(c) && are_places(token(tail)) && outlets::signs(trim(before(window, tail)))
            // 来源：某某网 稿件责编：…
            || blank && !is_blank(c) && after(tail, token(tail)).starts_with(['：', ':'])
            // 来源：某某网 于 2024-06-12, 稿源：某某网 3 条评论
            || blank && tail.strip_prefix('于').is_some_and(|day| stamp(trim_start(day)).is_some())
            || blank && is_digit(c) && (counts(tail) || is_day(tail))
            // 某某日报记者王小明
            || at > 0 && signed_by(before(window, tail), tail)
            || at > 0 && (SOURCE_ENDS.begins(tail) || is_counter(tail))
            || at > 0
                && (stamp(tail).is_some() || ends_at_label(tail) || people_label(tail));
        if stop {
            end = at;
            break;
        }
        blank = is_blank(c);
    }
    // 来源：某某晨报 ·, 来源：某某网 -标准+
    let value = window.get(..end).unwrap_or("");
    let value = without_column(value);
    // 某某日报·第07版
    let is_page = |page: &str| page.trim_end_matches('版').len() < page.len() && page.contains(is_digit);
    let value = value.rsplit_once(['·', '・', ' ']).filter(|(_, page)| is_page(page)).map_or(value, |(name, _)| name);
    value.trim_end_matches(|c: char| is_blank(c) || one_of!("·•-–—_：:").contains(c)).trim_start_matches(is_blank)
}

/// True for a place, or a province and its city.
fn are_places(s: &str) -> bool {
    PLACES.contains(s) || PLACES.prefix(s).is_some_and(|place| PLACES.contains(after(s, place)))
}

/// True where a label glued to the name before it begins; 发布 may end a name itself: 江右发布 时间：.
fn ends_at_label(tail: &str) -> bool {
    label(tail).is_some_and(|(_, word)| tail != word && (word != "发布" || after(tail, word).starts_with(ANNOUNCING)))
}

/// True where those who wrote it stand right after the name of an outlet: 某某日报|记者王小明.
fn signed_by(name: &str, tail: &str) -> bool {
    let role = tables::role_at(tail).filter(|(_, word)| length(word) > 1 && word.ends_with(['者', '员']));
    let named = role.is_some_and(|(_, word)| people::names_alone(after(tail, word)).is_some());
    // 本报记者 王小明
    named && (outlets::signs(trim(name)) || NO_SOURCE.contains(trim(name)))
}

/// The name without the column or channel after a point: 某某新闻 ∙ 财经上下游, 某某新闻·财经频道; but not 某某晚报·某某壹点.
fn without_column(value: &str) -> &str {
    const POINTS: &[char] = &['·', '∙', '•', '・', '‧', '⋅'];
    let Some((name, column)) = value.split_once(POINTS) else { return value };
    let stem = any_of!["频道", "栏目", "版", "专栏"].strip_suffix(column).unwrap_or(column);
    let cut = name.ends_with(is_blank) && !outlets::signs(trim(column)) || outlets::is_channel(trim(stem));
    if cut && outlets::signs(trim(name)) { name } else { value }
}
