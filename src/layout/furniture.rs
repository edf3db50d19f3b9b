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
        &[
            "分享", "分享至", "分享給朋友", "分享给朋友", "微信", "微博", "新浪微博", "朋友圈", "評論", "评论",
            "圖集", "图集", "收藏", "點讚", "点赞", "讚", "轉發", "转发", "留言", "打印", "列印", "字體", "字体",
            "複製連結", "复制链接", "关闭", "關閉", "纠错", "糾錯", "放大", "缩小", "聽新聞", "手機看新聞",
            "手机看新闻", "扫一扫", "轉寄", "我要留言", "用微信扫码二维码",
        ],
    ),
    (
        Boilerplate::Share,
        At::Start,
        &[
            "分享到", "分享让更多人看到", "分享讓更多人看到", "分享：", "分享:", "分享本文", "分享文章", "打印 ",
            "打印本", "字號：", "字号：", "字体：", "字體：", "扫一扫", "掃一掃", "扫码", "掃碼", "微信扫",
            "用微信", "打开微信", "打開微信", "扫描", "掃描", "用手机扫", "长按识别", "長按識別", "点击关注", "点个", "在看", "分享至", "赞(", "赞（",
            "点赞", "點讚", "收藏", "转发", "全文共", "全文约", "本文共", "预计阅读", "預計閱讀", "阅读时间", "閱讀時間", "阅读时长", "阅读约", "點閱次數", "点击次数",
            "阅读次数", "瀏覽次數", "浏览次数", "字体缩小", "字体：", "字体大小", "字型大小", "字级", "字級", "點閱", "共有 0", "網友評論", "网友评论", "听新闻",
            "Tweet", "Facebook", "facebook", "Twitter", "LINE", "WhatsApp", "Telegram", "Plurk", "Email",
            "Qzone", "QQ空间", "关注新华网", "好友分享", "复制本文", "讚 ", "0人回應", "我有话说", "参与评论",
            "發表評論", "发表评论", "跟贴", "喜歡這篇", "收藏本文",
        ],
    ),
    (
        Boilerplate::Other,
        At::Start,
        &[
            "（原标题", "(原标题", "（原標題", "(原標題", "【原标题", "原题", "原題", "标题：", "文章关键词", "文章標籤", "关键词", "關鍵詞", "相关专题", "相關專題",
            "安装新浪", "炒股就看", "海量资讯", "新浪声明", "（繼續閱讀", "(繼續閱讀", "文章未完", "我是廣告", "點圖放大", "按圖", "【延伸閱讀】", "閱讀更多",
            "更多閱讀", "阅读更多", "更多阅读", "图像来源", "圖像來源", "阅读下一篇", "Next:", "24小时热文", "一周热门", "一周熱門", "排行榜", "热搜", "熱搜",
            "今天是", "欢迎访问", "歡迎訪問", "您的浏览器", "您的瀏覽器", "《星島頭條》APP", "立即體驗", "立即体验",
        ],
    ),
    (
        Boilerplate::Header,
        At::Whole,
        &[
            "首页", "首頁", "港聞", "正文", "即時", "即時新聞", "新聞", "新闻", "要聞", "要闻", "財經", "财经",
            "證券產業", "國際", "国际", "社會", "社会", "生活", "政治", "體育", "体育", "兩岸", "两岸", "地方",
            "time", "view",
        ],
    ),
    (Boilerplate::Header, At::Start, &[
        "您的位置", "当前位置", "當前位置", "您現在的位置", "您现在的位置", "首页 ", "首頁 ", "首页>", "首頁>",
        "首页 >", "你的位置",
    ]),
    (
        Boilerplate::Legal,
        At::Start,
        &[
            "版權所有", "版权所有", "版权声明", "版權聲明", "免责声明", "免責聲明", "免責條款", "聲明：", "声明：",
            "特别声明", "特別聲明", "本網站所刊載", "本网站所刊载", "未經授權", "未经授权", "凡本网", "凡本網",
            "凡注明", "Copyright", "copyright", "©", "(c)", "本文僅代表作者", "本文仅代表作者", "※本文",
            "本文不構成", "本文不构成", "以上内容仅供", "投資人需", "风险提示：", "法律顾问", "法律顧問",
            "郑重声明", "鄭重聲明", "转载请注明", "轉載請註明", "版权归", "版權歸", "图文来源于网络", "图片来源网络", "图片来源于网络", "本文图片来自",
            "本文为转载", "本文为澎湃号", "投资者据此操作", "投资有风险", "投資有風險", "投資一定有風險", "本文由AI", "本文由ＡＩ", "（以上内容", "以上内容", "以上內容",
            "本文内容仅供", "本文內容僅供", "本资讯", "本資訊", "严禁转载", "嚴禁轉載", "如需转载", "转载须", "轉載須", "欲轉載", "如需轉載",
            "市场有风险", "市場有風險", "過去績效", "本網站之", "自殺不能解決", "※飲酒過量", "※ 飲酒過量", "飲酒過量", "未滿18歲", "未滿十八歲", "請同意我們的隱私權",
            "珍愛生命", "衛生福利部安心專線", "如有侵權", "若有侵权", "若有侵權", "增值电信", "互联网新闻信息", "信息网络传播", "广播电视节目", "网络视听许可",
            "本報擁有", "原文刊於", "原载", "本文为作者", "本文系作者", "本文原载", "本文来自微信", "本文首发", "来源声明",
        ],
    ),
    (
        Boilerplate::Legal,
        At::Anywhere,
        &[
            "All Rights Reserved", "All rights reserved", "all rights reserved", "ICP备", "ICP備", "ICP证",
            "ICP證", "公网安备", "公網安備", "许可证(", "許可證(", "许可证：", "許可證：", "许可证号", "許可證號",
            "禁止轉載", "禁止转载", "不得轉載", "不得转载", "請勿轉載", "请勿转载", "书面授权", "書面授權",
            "版權所有", "版权所有", "追究法律責任", "追究法律责任", "侵权必究", "侵權必究", "不代表本网",
            "不代表本網", "不代表本報", "仅代表作者本人", "僅代表作者本人", "文责自负", "文責自負", "侵删", "侵刪", "如有侵权", "构成投资建议",
            "構成投資建議", "不代表澎湃", "严禁转载", "嚴禁轉載", "镜像", "鏡像", "风险自担", "風險自擔", "入市需谨慎", "入市須謹慎", "须经授权",
        ],
    ),
    (
        Boilerplate::Contact,
        At::Start,
        &[
            "總機", "总机", "電話", "电话：", "电话:", "熱線", "热线：", "新聞熱線", "新闻热线", "投稿",
            "聯絡我們", "联系我们", "聯繫我們", "邮箱", "郵箱", "電郵", "地址：", "地址:", "制作：", "制作:",
            "製作：", "製作:", "主办单位", "主辦單位", "主办：", "承办：", "技术支持", "技術支持", "爆料",
            "违法和不良信息举报", "不良信息举报", "举报电话", "舉報電話", "客服", "广告热线", "報料", "读者服务",
            "讀者服務", "联系邮箱", "商务合作", "如有侵权", "联系电话", "聯絡電話", "聯繫電話", "联系方式", "聯絡方式", "读者热线", "讀者熱線",
            "新闻爆料热线", "新闻报料", "報料熱線", "爆料热线", "监督电话", "邮编", "郵編", "网站标识码", "传真", "傳真", "有消息想報料", "E-mail",
            "征稿", "徵稿", "网址：", "網址：", "值班电话", "服务热线", "服務熱線",
        ],
    ),
    (Boilerplate::Contact, At::Anywhere, &[
        "新聞熱線:", "新闻热线:", "新闻热线：", "新聞熱線：", "举报电话", "舉報電話", "举报邮箱", "舉報郵箱",
        "爆料專線", "報料熱線",
    ]),
    (
        Boilerplate::Recommendation,
        At::Whole,
        &[
            "同場加映", "相关文档", "相關文檔", "相关内容", "相關內容", "相关推荐", "相關推薦", "最新推荐", "一周要闻", "编辑精选", "編輯精選", "今日热点",
            "今日熱點", "图片新闻", "圖片新聞", "视频推荐", "影片推薦", "排行", "点击排行", "點擊排行", "往期回顾", "往期回顧", "热文", "熱文", "热点新闻",
            "相關新聞", "相关新闻", "相關報導", "相關報道", "相关报道", "相关阅读", "相關閱讀", "相關文章",
            "相关文章", "相关链接", "相關連結", "相關標籤", "相關新聞影音", "延伸閱讀", "延伸阅读", "推薦閱讀",
            "推荐阅读", "推薦新聞", "推荐新闻", "推薦文章", "熱門新聞", "热门新闻", "今日熱門新聞", "熱門文章",
            "热门文章", "熱門話題", "熱門", "热点推荐", "猜你喜欢", "猜你喜歡", "你可能感興趣", "你可能感兴趣",
            "你可能也喜歡", "你可能也想看", "您可能感兴趣", "看更多", "更多新聞", "更多新闻", "更多報導",
            "更多報道", "更多相關新聞", "更多新聞短片", "最新新聞", "最新文章", "精彩推荐", "精选", "为您推荐",
            "為您推薦", "大家都在看", "大家還看了", "上一則", "下一則", "上一篇", "下一篇", "上一条", "下一条",
            "更多", "廣告", "广告", "編輯推薦", "编辑推荐", "點我看更多", "閱讀更多", "阅读更多", "阅读原文",
            "閱讀原文", "展開全文", "展开全文", "放大圖片", "人氣", "關鍵字", "关键字", "關鍵詞", "关键词", "標籤",
            "标签", "最多人看", "ADVERTISEMENT", "Advertisement", "相關字詞", "新聞標籤", "更多精彩内容", "热词",
            "Tags", "tags", "社群討論", "網友回應",
        ],
    ),
    (
        Boilerplate::Recommendation,
        At::Start,
        &[
            "相關新聞：", "相關新聞:", "相关新闻：", "相关新闻:", "相關報導：", "相關報道：", "相关报道：",
            "相关阅读：", "相關閱讀：", "相關文章：", "相关文章：", "延伸閱讀", "延伸阅读", "推薦閱讀：",
            "推荐阅读：", "下一篇", "上一篇", "下一則", "上一則", "下一条", "上一条", "點我", "点我", "按我",
            "點擊", "点击", "點此", "按此", "點這裡", "請繼續往下", "请继续往下", "請往下", "看更多", "更多新聞",
            "更多新闻", "更多報導", "更多內容", "更多内容", "更多精彩", "訂閱", "订阅", "下載APP", "下载APP",
            "下載", "打开APP", "打開APP", "追蹤", "加入LINE", "加入Line", "加LINE", "立即加入", "立即下載",
            "立即下载", "免費下載", "下載《", "[廣告]", "[广告]", "【廣告】", "(廣告)", "（廣告）", "廣告 ",
            "广告 ", "廣告（", "一手掌握", "不用抽", "歡迎訂閱", "欢迎订阅", "欢迎关注", "歡迎追蹤", "關鍵字：",
            "關鍵字:", "关键词：", "关键词:", "关键字：", "標籤：", "标签：", "標籤:", "Tag", "#", "專頁", "责编推荐",
            "熱門搜尋", "👉", "★", "☆", "更多專頁", "全新《", "想看更多", "想了解更多", "独家、深度",
            "獨家、深度", "关注我们", "關注我們", "关注公众号", "請按", "立刻加入", "快加入", "即時新聞：", "返回",
            "回首頁", "回頂部", "繼續閱讀", "继续阅读", "📌", "▶", "►", "🔺", "➤", "※ 歡迎", "※歡迎",
            "新聞來源由",
        ],
    ),
    (Boilerplate::Recommendation, At::Anywhere, &[
        "專頁:", "專頁：", "Youtube頻道", "YouTube頻道", "下載APP", "下载APP", "下載App", "客户端下载", "粉絲團",
        "粉絲專頁", "LINE好友", "公众号：", "Telegram頻道",
    ]),
    (Boilerplate::Other, At::Start, &[
        "原標題", "原标题", "文章编号", "文章編號", "責任編輯聯絡", "http://", "https://", "www.", "字數：",
        "字数：", "閱讀量", "阅读量", "瀏覽數", "閱讀時間", "标题：", "正文：",
    ]),
];

/// Headings of [`FURNITURE`] that stand inside a body: advertisements, enlarged pictures, tags.
#[rustfmt::skip]
pub(super) const INSIDE: &[&str] = &[
    "廣告", "广告", "ADVERTISEMENT", "Advertisement", "放大圖片", "展開全文", "展开全文", "點我看更多", "閱讀更多", "阅读更多", "更多",
    "看更多", "人氣", "標籤", "标签", "關鍵字", "关键字", "關鍵詞", "关键词", "Tags", "tags", "閱讀原文", "阅读原文", "相關字詞",
];

/// Words that follow the last sentence on the same line where a page lost its line breaks.
#[rustfmt::skip]
pub(super) const GLUED: &[(Boilerplate, &[&str])] = &[
    (Boilerplate::Share, &["分享让更多人看到", "分享讓更多人看到", "分享到", "扫一扫", "微信扫", "用微信扫"]),
    (
        Boilerplate::Recommendation,
        &[
            "广告 ", "廣告 ", "打开APP", "打開APP", "点击进入", "延伸阅读", "延伸閱讀", "相关新闻", "相關新聞",
            "相关阅读", "相关报道", "相關報導", "推荐阅读", "推薦閱讀", "更多精彩", "更多新闻", "更多内容",
            "返回搜狐", "查看更多", "阅读原文", "请继续往下", "請繼續往下", "下载APP", "欢迎关注", "独家、深度",
        ],
    ),
    (Boilerplate::Legal, &[
        "版权声明", "版權聲明", "免责声明", "免責聲明", "声明：", "聲明：", "特别声明", "特別聲明", "本文来自",
        "未经授权", "未經授權", "版权所有", "版權所有", "(声明", "（声明",
    ]),
];

/// Marks and words that open a caption.
#[rustfmt::skip]
pub(super) const CAPTION_STARTS: &[&str] = &[
    "▲", "▼", "△", "▽", "↑", "圖：", "图：", "圖:", "图:", "圖／", "圖為", "图为", "資料圖", "资料图",
    "資料照", "资料照", "資料圖片", "示意圖", "示意图", "圖說", "图说", "圖片：", "图片：", "圖片來源", "图片来源",
    "圖一", "图一", "图集：", "（圖", "（图", "(圖", "(图", "（示意", "(示意", "（資料", "（资料", "(資料", "(资料", "【圖", "【图", "上圖", "下圖", "左圖", "右圖", "上图",
    "下图", "網上圖片", "網絡圖片", "资料照片", "資料照片", "設計圖片", "照片：", "圖/", "图/",
];

/// Words inside the last bracket of a line that say who made a picture.
#[rustfmt::skip]
pub(super) const PICTURE_WORDS: &[&str] =
    &[
        "攝", "摄", "圖", "图", "照", "提供", "取自", "截自", "翻拍", "截圖", "截图", "示意", "Getty", "Reuters",
        "AFP", "視覺中國", "视觉中国", "AP Photo", "Shutterstock", "shutterstock", "檔案", "档案",
    ];

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
    s.contains(|c: char| is_digit(c) || "一二兩两三四五六七八九十百千萬万億亿".contains(c))
}

/// Words of licences: a line that has but one of them and a number may speak of something else.
#[rustfmt::skip]
const LICENCE: &[&str] = &[
    "版權", "版权", "著作權", "著作权", "轉載", "转载", "本網", "本网", "本站", "本報", "本报", "本公司", "免責", "免责", "僅供", "仅供",
    "侵權", "侵权", "侵刪", "侵删", "授權", "授权", "許可", "许可", "備案", "备案", "ICP", "公網安備", "公网安备", "Copyright", "copyright",
    "©", "(c)", "eserved", "觀點", "观点", "代表", "投資", "投资", "風險", "风险", "違者", "违者", "聲明", "声明", "顧問", "顾问", "翻印",
    "內容", "内容", "作者", "鏡像", "镜像", "參考", "参考", "來源", "来源",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_told_from_text() {
        assert_eq!(furniture("分享到：", false), Some((Boilerplate::Share, false)));
        assert_eq!(furniture("【相關新聞】", false), Some((Boilerplate::Recommendation, true)));
        assert_eq!(furniture("© 2020 某某報 版權所有", false), Some((Boilerplate::Legal, false)));
        assert_eq!(furniture("新聞自由指數公布", false), None);
        assert_eq!(furniture("下載量今年增加三成，該公司說。", true), None);
    }
}
