//! Page furniture: share links, licences, telephone lines, next stories. The phrases are rows of the classes
//! `furniture_whole` (they are the line), `furniture_start` and `furniture_anywhere` of [`crate::vocabulary`].
//!
//! Imports [`super::text`]; read [`super::line`] next, which asks.

use super::Boilerplate;
use super::outlets;
use super::text::{at_border, bracketed, is_digit, length};
use crate::any_of::{WordSet, any_of};
use crate::chars::one_of;
use crate::vocabulary::{FURNITURE_ANYWHERE, FURNITURE_START, FURNITURE_WHOLE, LICENCE, STAMP_NOISE};

/// The kind of page furniture that the line `s` is, and whether the phrase was the whole line.
///
/// `long` lines are only asked for phrases that stand anywhere in them: a sentence of the body may start like furniture.
pub(super) fn furniture(s: &str, long: bool) -> Option<(Boilerplate, bool)> {
    if !long {
        let bare = s.trim_matches(|c: char| one_of!(":：>»›…. 　+！!【】[]（）()|｜↓▼◎▶►★●■◆").contains(c));
        if let Some(kind) = FURNITURE_WHOLE.get(bare) {
            return Some((kind, true));
        }
        // 港闻 相关新闻
        let channelled = bare.rsplit_once([' ', '\u{3000}']).filter(|(channel, _)| outlets::is_channel(channel.trim()));
        let list = channelled.and_then(|(_, head)| FURNITURE_WHOLE.get(head));
        if list == Some(Boilerplate::Recommendation) || heads_more(bare) {
            return Some((Boilerplate::Recommendation, true));
        }
    }
    // 設為首頁 加入收藏, 登錄 | 註冊
    let words = || {
        s.split(|c: char| one_of!(" \u{3000}|｜/／·：:【】[]（）()‹›<>«»←→").contains(c))
            .filter(|word| !word.is_empty())
    };
    let is_tool = |word: &str| FURNITURE_WHOLE.contains(word) || STAMP_NOISE.contains(word);
    // 【字號：大 中 小】 打印
    if !long && words().all(is_tool) && words().nth(1).is_some() {
        if let Some(kind) = words().find_map(|word| FURNITURE_WHOLE.get(word)) {
            return Some((kind, false));
        }
    }
    // 【延伸閱讀】…
    let boxed = || bracketed(s, 8).filter(|_| s.starts_with('【'));
    let head =
        boxed().or_else(|| s.split_once(['》', '〉', '＞', '>', '｜', '|'])).filter(|(_, next)| !next.is_empty());
    let headed = head.filter(|_| !long).and_then(|(head, _)| FURNITURE_WHOLE.get(head.trim()));
    if let Some(kind) = headed.filter(|kind| *kind == Boilerplate::Recommendation) {
        return Some((kind, false));
    }
    let s = s.strip_prefix('※').map_or(s, str::trim_start);
    // （延伸閱讀：…）
    let s = bracketed(s, 60).filter(|(_, rest)| rest.is_empty()).map_or(s, |(inner, _)| inner);
    // an ornament of telephones stands before invitations
    if !long && s.starts_with(|c| matches!(c, '\u{1F300}'..='\u{1FAFF}')) && !tells(Boilerplate::Recommendation, s, 4) {
        return Some((Boilerplate::Recommendation, false));
    }
    let begun = FURNITURE_START
        .all(s)
        .find(|(kind, length)| (!long || *kind == Boilerplate::Legal) && !tells(*kind, s, *length));
    if let Some((kind, _)) = begun {
        return Some((kind, false));
    }
    s.char_indices().filter(|(_, c)| FURNITURE_ANYWHERE.begins(*c)).find_map(|(at, _)| {
        let (kind, _) = FURNITURE_ANYWHERE.longest(s.get(at..)?)?;
        (!says(kind, s) && !is_noted(s, at)).then_some((kind, false))
    })
}

/// True where words of furniture stand in the bracket after a sentence that tells a number.
fn is_noted(s: &str, at: usize) -> bool {
    let head = s.get(..at).and_then(|head| head.rsplit_once(['（', '('])).map_or("", |(head, _)| head);
    head.contains('。') && numbered(head)
}

/// True for the head of a list of next stories that says whose or which they are: 更多溪上新聞, 看更多財經報導.
fn heads_more(line: &str) -> bool {
    const ENDS: &WordSet = any_of!["新闻", "报导", "报道", "文章", "资讯", "内容", "影音", "影片", "消息"];
    // 您可能也感興趣, 其他人都在看
    let guessed = line.starts_with(['你', '您', '大', '网', '其', '读'])
        && length(line) <= 14
        && any_of!["可能", "也许", "或许", "都在", "也在", "还在", "也爱"].is_in(line)
        && any_of!["看", "读", "喜欢", "兴趣", "的内容", "的文章", "的新闻", "想知道", "了"].ends(line)
        && !line.contains('，');
    let named = any_of!["看更多", "更多", "看其他"].strip_prefix(line);
    guessed
        || named.is_some_and(|name| length(name) <= 14 && !name.contains([' ', '，']) && ENDS.suffix(name).is_some())
}

/// True where a line that begins like furniture goes on as a sentence: `点击量超过1亿次。`, `Facebook裁員3600人`.
fn tells(kind: Boilerplate, line: &str, length: usize) -> bool {
    let rest = line.get(length..).unwrap_or_default();
    let word = line.get(..length).unwrap_or_default();
    // 地址： has its border in the word
    let border =
        at_border(rest) || word.ends_with(['：', ':', ' ', '（', '《']) || !word.chars().any(char::is_alphabetic);
    let stopped = line.trim_end_matches(['”', '」', '）', ')']).ends_with(['。', '！', '？']);
    match kind {
        // a phrase of six characters says it all
        Boilerplate::Legal if word.chars().count() > 5 => stopped && numbered(rest),
        Boilerplate::Legal => says(kind, line),
        // ▶目前已有1200人報名。
        _ if !word.chars().any(char::is_alphanumeric) => stopped,
        _ if border => stopped && rest.contains('，') && numbered(rest),
        _ => stopped || numbered(rest),
    }
}

/// True where a line that holds words of furniture is a sentence about something else.
fn says(kind: Boilerplate, line: &str) -> bool {
    let stopped = line.contains('。');
    match kind {
        // 版權所有，不得轉載 speaks of itself; 追究法律責任的有35人 does not
        Boilerplate::Legal => {
            let words = licences(line);
            words == 0 || words < 2 && stopped && numbered(line)
        }
        _ => stopped && numbered(line),
    }
}

/// True where a number stands, in digits of any sort.
fn numbered(s: &str) -> bool {
    s.contains(|c: char| is_digit(c) || one_of!("一二两三四五六七八九十百千万亿").contains(c))
}

/// How many words of licences a line holds: one that has but one of them and a number may speak of something else.
pub(super) fn licences(line: &str) -> usize {
    line.char_indices().filter(|(at, _)| line.get(*at..).is_some_and(|rest| LICENCE.longest(rest).is_some())).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_told_from_text() {
        assert_eq!(furniture("分享到：", false), Some((Boilerplate::Share, false)));
        assert_eq!(furniture("【相关新闻】", false), Some((Boilerplate::Recommendation, true)));
        assert_eq!(furniture("© 2020 某某报 版权所有", false), Some((Boilerplate::Legal, false)));
        assert_eq!(furniture("分享 Facebook LINE 复制链接", false), Some((Boilerplate::Share, false)));
        assert_eq!(furniture("‹上一版 下一版>", false), Some((Boilerplate::Other, false)));
        assert_eq!(furniture("※免责声明：仅供参考", false), Some((Boilerplate::Legal, false)));
        assert_eq!(furniture("证券代码簿册遗失300本，警方说", false), None);
        assert_eq!(furniture("新闻自由指数公布", false), None);
        assert_eq!(furniture("下载量今年增加三成，该公司说。", true), None);
    }
}
