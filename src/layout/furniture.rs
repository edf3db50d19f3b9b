//! The words of page furniture: share links, licences, telephone lines, next stories, captions. Add a phrase here.
//!
//! Imports [`super::text`] and [`super::firsts`]; read [`super::line`] next, which asks these tables.

use alloc::borrow::Cow;
use alloc::boxed::Box;

use once_cell::race::OnceBox;

use super::Boilerplate;
use super::firsts::Firsts;
use super::text::{at_border, is_digit};
use crate::words::Words;

/// How a phrase of [`FURNITURE`] must stand in its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// It is the line, apart from marks behind it.
    Whole,
    /// The line starts with it.
    Start,
    /// The line has it somewhere.
    Anywhere,
}

/// Page furniture: the kind, how the words stand in the line, the words.
#[rustfmt::skip]
pub(super) const FURNITURE: &[(Boilerplate, At, &[&str])] = &[
    (
        Boilerplate::Share,
        At::Whole,
        &["分享", "分享至", "分享给朋友", "微信", "微博", "新浪微博", "朋友圈", "评论", "图集", "收藏", "点赞", "赞", "转发", "留言", "打印", "列印", "字体", "复制连结", "复制链接", "关闭", "纠错", "放大", "缩小", "听新闻", "手机看新闻", "扫一扫", "转寄", "我要留言", "用微信扫码二维码"],
    ),
    (
        Boilerplate::Share,
        At::Start,
        &["分享到", "分享让更多人看到", "分享：", "分享:", "分享本文", "分享文章", "打印 ", "打印本", "字号：", "字体：", "扫一扫", "扫码", "微信扫", "用微信", "打开微信", "扫描", "用手机扫", "长按识别", "点击关注", "点个", "在看", "分享至", "赞(", "赞（", "点赞", "收藏", "转发", "全文共", "全文约", "本文共", "预计阅读", "阅读时间", "阅读时长", "阅读约", "点阅次数", "点击次数", "阅读次数", "浏览次数", "字体缩小", "字体大小", "字型大小", "字级", "点阅", "共有 0", "网友评论", "听新闻", "Tweet", "Facebook", "facebook", "Twitter", "LINE", "WhatsApp", "Telegram", "Plurk", "Email", "Qzone", "QQ空间", "关注新华网", "好友分享", "复制本文", "赞 ", "0人回应", "我有话说", "参与评论", "发表评论", "跟贴", "喜欢这篇", "收藏本文"],
    ),
    (
        Boilerplate::Other,
        At::Start,
        &["（原标题", "(原标题", "【原标题", "原题", "标题：", "文章关键词", "文章标签", "关键词", "相关专题", "安装新浪", "炒股就看", "海量资讯", "新浪声明", "（继续阅读", "(继续阅读", "文章未完", "我是广告", "点图放大", "按图", "【延伸阅读】", "阅读更多", "更多阅读", "图像来源", "阅读下一篇", "Next:", "24小时热文", "一周热门", "排行榜", "热搜", "今天是", "欢迎访问", "您的浏览器", "《星岛头条》APP", "立即体验"],
    ),
    (
        Boilerplate::Header,
        At::Whole,
        &["首页", "港闻", "正文", "即时", "即时新闻", "新闻", "要闻", "财经", "证券产业", "国际", "社会", "生活", "政治", "体育", "两岸", "地方", "time", "view"],
    ),
    (Boilerplate::Header, At::Start, &["您的位置", "当前位置", "您现在的位置", "首页 ", "首页>", "首页 >", "你的位置"]),
    (
        Boilerplate::Legal,
        At::Start,
        &["版权所有", "版权声明", "免责声明", "免责条款", "声明：", "特别声明", "本网站所刊载", "未经授权", "凡本网", "凡注明", "Copyright", "copyright", "©", "(c)", "本文仅代表作者", "※本文", "本文不构成", "以上内容仅供", "投资人需", "风险提示：", "法律顾问", "郑重声明", "转载请注明", "版权归", "图文来源于网络", "图片来源网络", "图片来源于网络", "本文图片来自", "本文为转载", "本文为澎湃号", "投资者据此操作", "投资有风险", "投资一定有风险", "本文由AI", "本文由ＡＩ", "（以上内容", "以上内容", "本文内容仅供", "本资讯", "严禁转载", "如需转载", "转载须", "欲转载", "市场有风险", "过去绩效", "本网站之", "自杀不能解决", "※饮酒过量", "※ 饮酒过量", "饮酒过量", "未满18岁", "未满十八岁", "请同意我们的隐私权", "珍爱生命", "卫生福利部安心专线", "如有侵权", "若有侵权", "增值电信", "互联网新闻信息", "信息网络传播", "广播电视节目", "网络视听许可", "本报拥有", "原文刊于", "原载", "本文为作者", "本文系作者", "本文原载", "本文来自微信", "本文首发", "来源声明"],
    ),
    (
        Boilerplate::Legal,
        At::Anywhere,
        &["All Rights Reserved", "All rights reserved", "all rights reserved", "ICP备", "ICP证", "公网安备", "许可证(", "许可证：", "许可证号", "禁止转载", "不得转载", "请勿转载", "书面授权", "版权所有", "追究法律责任", "侵权必究", "不代表本网", "不代表本报", "仅代表作者本人", "文责自负", "侵删", "如有侵权", "构成投资建议", "不代表澎湃", "严禁转载", "镜像", "风险自担", "入市需谨慎", "入市须谨慎", "须经授权"],
    ),
    (
        Boilerplate::Contact,
        At::Start,
        &["总机", "电话", "电话：", "电话:", "热线", "热线：", "新闻热线", "投稿", "联络我们", "联系我们", "邮箱", "电邮", "地址：", "地址:", "制作：", "制作:", "主办单位", "主办：", "承办：", "技术支持", "爆料", "违法和不良信息举报", "不良信息举报", "举报电话", "客服", "广告热线", "报料", "读者服务", "联系邮箱", "商务合作", "如有侵权", "联系电话", "联络电话", "联系方式", "联络方式", "读者热线", "新闻爆料热线", "新闻报料", "报料热线", "爆料热线", "监督电话", "邮编", "网站标识码", "传真", "有消息想报料", "E-mail", "征稿", "网址：", "值班电话", "服务热线"],
    ),
    (Boilerplate::Contact, At::Anywhere, &["新闻热线:", "新闻热线：", "举报电话", "举报邮箱", "爆料专线", "报料热线"]),
    (
        Boilerplate::Recommendation,
        At::Whole,
        &["同场加映", "相关文档", "相关内容", "相关推荐", "最新推荐", "一周要闻", "编辑精选", "今日热点", "图片新闻", "视频推荐", "影片推荐", "排行", "点击排行", "往期回顾", "热文", "热点新闻", "相关新闻", "相关报导", "相关报道", "相关阅读", "相关文章", "相关链接", "相关连结", "相关标签", "相关新闻影音", "延伸阅读", "推荐阅读", "推荐新闻", "推荐文章", "热门新闻", "今日热门新闻", "热门文章", "热门话题", "热门", "热点推荐", "猜你喜欢", "你可能感兴趣", "你可能也喜欢", "你可能也想看", "您可能感兴趣", "看更多", "更多新闻", "更多报导", "更多报道", "更多相关新闻", "更多新闻短片", "最新新闻", "最新文章", "精彩推荐", "精选", "为您推荐", "大家都在看", "大家还看了", "上一则", "下一则", "上一篇", "下一篇", "上一条", "下一条", "更多", "广告", "编辑推荐", "点我看更多", "阅读更多", "阅读原文", "展开全文", "放大图片", "人气", "关键字", "关键词", "标签", "最多人看", "ADVERTISEMENT", "Advertisement", "相关字词", "新闻标签", "更多精彩内容", "热词", "Tags", "tags", "社群讨论", "网友回应"],
    ),
    (
        Boilerplate::Recommendation,
        At::Start,
        &["相关新闻：", "相关新闻:", "相关报导：", "相关报道：", "相关阅读：", "相关文章：", "延伸阅读", "推荐阅读：", "下一篇", "上一篇", "下一则", "上一则", "下一条", "上一条", "点我", "按我", "点击", "点此", "按此", "点这里", "请继续往下", "请往下", "看更多", "更多新闻", "更多报导", "更多内容", "更多精彩", "订阅", "下载APP", "下载", "打开APP", "追踪", "加入LINE", "加入Line", "加LINE", "立即加入", "立即下载", "免费下载", "下载《", "[广告]", "【广告】", "(广告)", "（广告）", "广告 ", "广告（", "一手掌握", "不用抽", "欢迎订阅", "欢迎关注", "欢迎追踪", "关键字：", "关键字:", "关键词：", "关键词:", "标签：", "标签:", "Tag", "#", "专页", "责编推荐", "热门搜寻", "👉", "★", "☆", "更多专页", "全新《", "想看更多", "想了解更多", "独家、深度", "关注我们", "关注公众号", "请按", "立刻加入", "快加入", "即时新闻：", "返回", "回首页", "回顶部", "继续阅读", "📌", "▶", "►", "🔺", "➤", "※ 欢迎", "※欢迎", "新闻来源由"],
    ),
    (Boilerplate::Recommendation, At::Anywhere, &["专页:", "专页：", "Youtube频道", "YouTube频道", "下载APP", "下载App", "客户端下载", "粉丝团", "粉丝专页", "LINE好友", "公众号：", "Telegram频道"]),
    (Boilerplate::Other, At::Start, &["原标题", "文章编号", "责任编辑联络", "http://", "https://", "www.", "字数：", "阅读量", "浏览数", "阅读时间", "标题：", "正文："]),
];

/// Headings of [`FURNITURE`] that stand inside a body: advertisements, enlarged pictures, tags.
#[rustfmt::skip]
pub(super) const INSIDE: &[&str] = &["广告", "ADVERTISEMENT", "Advertisement", "放大图片", "展开全文", "点我看更多", "阅读更多", "更多", "看更多", "人气", "标签", "关键字", "关键词", "Tags", "tags", "阅读原文", "相关字词"];

/// Words that follow the last sentence on the same line where a page lost its line breaks.
#[rustfmt::skip]
pub(super) const GLUED: &[(Boilerplate, &[&str])] = &[
    (Boilerplate::Share, &["分享让更多人看到", "分享到", "扫一扫", "微信扫", "用微信扫"]),
    (
        Boilerplate::Recommendation,
        &["广告 ", "打开APP", "点击进入", "延伸阅读", "相关新闻", "相关阅读", "相关报道", "相关报导", "推荐阅读", "更多精彩", "更多新闻", "更多内容", "返回搜狐", "查看更多", "阅读原文", "请继续往下", "下载APP", "欢迎关注", "独家、深度"],
    ),
    (Boilerplate::Legal, &["版权声明", "免责声明", "声明：", "特别声明", "本文来自", "未经授权", "版权所有", "(声明", "（声明"]),
];

/// Marks and words that open a caption.
#[rustfmt::skip]
pub(super) const CAPTION_STARTS: &[&str] = &["▲", "▼", "△", "▽", "↑", "图：", "图:", "图／", "图为", "资料图", "资料照", "资料图片", "示意图", "图说", "图片：", "图片来源", "图一", "图集：", "（图", "(图", "（示意", "(示意", "（资料", "(资料", "【图", "上图", "下图", "左图", "右图", "网上图片", "网络图片", "资料照片", "设计图片", "照片：", "图/"];

/// Words inside the last bracket of a line that say who made a picture.
#[rustfmt::skip]
pub(super) const PICTURE_WORDS: &[&str] =
    &["摄", "图", "照", "提供", "取自", "截自", "翻拍", "截图", "示意", "Getty", "Reuters", "AFP", "视觉中国", "AP Photo", "Shutterstock", "shutterstock", "档案"];

/// The phrases of [`FURNITURE`] by how they must stand.
struct Phrases {
    whole: Words<Boilerplate>,
    start: Words<Boilerplate>,
    anywhere: Words<Boilerplate>,
}

fn phrases() -> &'static Phrases {
    static TABLE: OnceBox<Phrases> = OnceBox::new();
    TABLE.get_or_init(|| {
        let of = |wanted: At| {
            let rows = FURNITURE.iter().filter(|(_, at, _)| *at == wanted);
            Words::new(rows.flat_map(|(kind, _, words)| words.iter().map(|word| (Cow::Borrowed(*word), *kind))))
        };
        Box::new(Phrases { whole: of(At::Whole), start: of(At::Start), anywhere: of(At::Anywhere) })
    })
}

/// The first characters of the phrases of [`FURNITURE`] that may stand anywhere.
const ANYWHERE_FIRSTS: Firsts = {
    let mut firsts = Firsts::new();
    let mut rows = FURNITURE;
    while let [(_, at, words), rest @ ..] = rows {
        if matches!(at, At::Anywhere) {
            firsts = firsts.with(words);
        }
        rows = rest;
    }
    firsts
};

/// The kind of page furniture that the line `s` is, and whether the phrase was the whole line.
///
/// `long` lines are only asked for phrases that stand anywhere in them: a sentence of the body may start like furniture.
pub(super) fn furniture(s: &str, long: bool) -> Option<(Boilerplate, bool)> {
    let phrases = phrases();
    if !long {
        let bare = s.trim_matches(|c: char| ":：>»›…. 　+！!【】[]（）()|｜↓▼".contains(c));
        if let Some((kind, _)) = phrases.whole.longest(bare).filter(|(_, length)| *length == bare.len()) {
            return Some((*kind, true));
        }
    }
    let first = s.chars().next()?;
    let begun = phrases.start.starting(first).iter().find(|(word, kind)| {
        s.starts_with(word.as_ref()) && (!long || *kind == Boilerplate::Legal) && !tells(*kind, s, word.len())
    });
    if let Some((_, kind)) = begun {
        return Some((*kind, false));
    }
    let mut tails = s.char_indices().filter_map(|(at, _)| s.get(at..)).filter(|tail| ANYWHERE_FIRSTS.may_begin(tail));
    tails.find_map(|tail| {
        let (kind, _) = phrases.anywhere.longest(tail)?;
        (!says(*kind, s)).then_some((*kind, false))
    })
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
            let words = LICENCE.iter().filter(|word| line.contains(**word)).count();
            words == 0 || words < 2 && stopped && numbered(line)
        }
        _ => stopped && numbered(line),
    }
}

/// True where a number stands, in digits of any sort.
fn numbered(s: &str) -> bool {
    s.contains(|c: char| is_digit(c) || "一二两三四五六七八九十百千万亿".contains(c))
}

/// Words of licences: a line that has but one of them and a number may speak of something else.
#[rustfmt::skip]
const LICENCE: &[&str] = &["版权", "着作权", "转载", "本网", "本站", "本报", "本公司", "免责", "仅供", "侵权", "侵删", "授权", "许可", "备案", "ICP", "公网安备", "Copyright", "copyright", "©", "(c)", "eserved", "观点", "代表", "投资", "风险", "违者", "声明", "顾问", "翻印", "内容", "作者", "镜像", "参考", "来源"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_told_from_text() {
        assert_eq!(furniture("分享到：", false), Some((Boilerplate::Share, false)));
        assert_eq!(furniture("【相关新闻】", false), Some((Boilerplate::Recommendation, true)));
        assert_eq!(furniture("© 2020 某某报 版权所有", false), Some((Boilerplate::Legal, false)));
        assert_eq!(furniture("新闻自由指数公布", false), None);
        assert_eq!(furniture("下载量今年增加三成，该公司说。", true), None);
    }
}
