//! What one line is by itself, and what is glued to its end.
//!
//! Only the line's own words are asked here; what a short line means between others is for [`super::outline`]. Imports
//! [`super::text`], the tables, [`super::people`], [`super::stamp`] and [`super::dateline`].

use alloc::vec::Vec;

use super::dateline::{self, Opening};
use super::furniture;
use super::outlets;
use super::people::{self, Credit};
use super::printed;
use super::stamp::{self, StampLine};
use super::tables;
use super::text::{
    ANNOUNCING, after, before, bracketed, bracketed_at_end, first, is_blank, is_digit, is_han, last, length, trim,
    trim_start,
};
use super::{BlockKind, Boilerplate};
use crate::any_of::{WordSet, any_of};
use crate::chars::one_of;
use crate::vocabulary::{
    CAPTIONS, CONNECTIVES, FURNITURE_WHOLE, GLUED, LICENCE, OUTLET_ENDINGS, PICTURE_WORDS, STAMP_NOISE,
};

/// Lines longer than this many characters are text whatever they start with.
const LONG: usize = 60;

/// How many brackets at the end of a paragraph are read as credits.
const MOST_CREDITS: usize = 8;

/// What a line is by its own words.
#[derive(Debug)]
pub(super) enum Line<'a> {
    /// Page furniture; `heading` where the phrase is the whole line, as over a list of next stories.
    Furniture { kind: Boilerplate, heading: bool },
    /// Date, source and people of the page.
    Stamp(StampLine<'a>),
    /// People and what they did.
    Byline(Vec<Credit<'a>>),
    /// An opening, after it perhaps the text.
    Opened(Opening<'a>),
    /// The words under a picture.
    Caption,
    /// A line without a full stop that may be a title or a heading.
    Short,
    /// Running text.
    Text,
}

/// What `line`, which is trimmed and not empty, is by its own words.
///
/// With `edge`, the line stands where a page has its furniture, and a long line may be furniture as well. Once the text
/// is `opened`, a long line has no opening: a later one is a sentence about what others reported. Once it has `begun`, a
/// name in brackets signs it; once something is `told`, slashes part no paths.
pub(super) fn classify(line: &str, edge: bool, opened: bool, begun: bool, told: bool) -> Line<'_> {
    let count = length(line);
    let long = count > LONG;
    if let Some(read) = furnished(line, count, edge, begun) {
        return read;
    }
    let opening = if opened && long { None } else { dateline::opening_where(line, told) };
    // 【某某網】 before a title
    let is_column = |read: &Opening<'_>| {
        let named = read.agency.is_some() && !read.is_dateline && read.people.is_empty();
        named && !read.rest.is_empty() && !read.rest.contains('。')
    };
    let opening = opening.filter(|read| begun || long || !line.starts_with('【') || !is_column(read));
    // 某報快訊／王小明
    let unsaid = |read: &Opening<'_>| {
        !read.is_dateline && (read.agency.is_none() && read.rest.is_empty() || people::bare_names(read.rest).is_some())
    };
    if !long && opening.as_ref().is_none_or(unsaid) {
        if let Some(people) = people::byline(line) {
            return Line::Byline(people);
        }
    }
    // （王小明） at the foot
    if let Some((inner, _)) = bracketed(line, 16).filter(|(_, rest)| begun && !long && rest.is_empty()) {
        if let Some(names) = people::signed(inner) {
            return Line::Byline(people::as_reporters(names));
        }
    }
    if let Some(read) = opening.filter(|read| !opened || read.rest.is_empty()) {
        return Line::Opened(read);
    }
    if count <= 160 && is_caption(line) {
        return Line::Caption;
    }
    // ＞＞經費追加 within the body is a heading
    let marked = told && line.starts_with(['>', '＞', '»']) && {
        let words = line.trim_start_matches(['>', '＞', '»', ' ', '\u{3000}']);
        !words.contains(['>', '＞', '»', '›', '|', '｜', '/', '／'])
    };
    if !marked && (!told || line.starts_with(['>', '＞', '»', '#', '＃'])) && is_breadcrumb(line, count) {
        return Line::Furniture { kind: Boilerplate::Header, heading: false };
    }
    // 正在閱讀： over the title
    let counted = || super::evidence::is_counted(line);
    let announces = (edge || !begun) && count <= 8 && line.ends_with(['：', ':']) && !counted();
    if announces || count <= 20 && is_issue(line) {
        return Line::Furniture { kind: Boilerplate::Header, heading: false };
    }
    // 活動時間：… over the body, 資料來源：某某早報 right over the stamp
    if !told {
        if let Some(told) = labelled_fact(line).filter(|told| !begun || !told) {
            return if told { Line::Text } else { Line::Furniture { kind: Boilerplate::Header, heading: false } };
        }
    }
    // 來源： with what it says on the next line
    if count <= 8 && line.ends_with(['：', ':']) && tables::is_label(line.trim_end_matches(['：', ':'])) {
        return Line::Furniture { kind: Boilerplate::Header, heading: false };
    }
    if count <= LONG && is_heading_like(line) { Line::Short } else { Line::Text }
}

/// What a line is by the words of pages in it: furniture, a stamp, or people whom nothing but its words credit.
fn furnished(line: &str, count: usize, edge: bool, begun: bool) -> Option<Line<'_>> {
    let long = count > LONG;
    let furniture = |kind| Some(Line::Furniture { kind, heading: false });
    // 本文來自公眾號“某某”，作者：…
    let sourced = Some(line)
        .filter(|line| line.starts_with(['（', '(']))
        .and_then(|line| bracketed(line, 60))
        .filter(|(_, rest)| rest.is_empty())
        .map_or(line, |(inner, _)| inner);
    // 某某注：本文来自公众号“某某”
    let noted = sourced
        .split_once(['：', ':'])
        .filter(|(label, _)| length(label) < 7 && any_of!["注", "按", "按语"].ends(label));
    let sourced = Some(noted.map_or(sourced, |(_, note)| trim(note))).filter(|line| line.starts_with("本文"));
    // 本文首发于…。不代表本站立场。
    let licensed = sourced.and_then(|line| line.split_once('。')).filter(|(_, more)| LICENCE.is_in(more));
    let sourced = licensed.map(|(first, _)| first).or(sourced).map(|line| line.trim_end_matches('。'));
    if let Some(read) = sourced.and_then(stamp::stamp_line) {
        return Some(Line::Stamp(read));
    }
    if !long || edge && count <= 400 && (count <= 160 || !line.contains('。') || line.matches('。').count() < 3) {
        // ★ before a phrase of the site is furniture, before a few words of the body a heading
        let marked = is_marked_heading(line);
        let words = if marked { line.trim_start_matches(people::BULLETS) } else { line };
        // ◤某地选举◢ 三号票箱多开两小时
        let boxed = words.strip_prefix('◤').and_then(|rest| rest.split_once('◢')).filter(|_| !begun);
        let words = boxed.filter(|(_, title)| !title.is_empty()).map_or(words, |(_, title)| trim(title));
        if let Some((kind, heading)) = furniture::furniture(words, long) {
            // 字体：大 中 小 2024-06-12
            let may_date = !heading && matches!(kind, Boilerplate::Share | Boilerplate::Header | Boilerplate::Contact);
            let dated = Some(line).filter(|_| may_date).and_then(stamp::stamp_line);
            return Some(match dated.filter(|read| read.published.is_some()) {
                Some(read) => Line::Stamp(read),
                None => Line::Furniture { kind, heading },
            });
        }
    }
    if long {
        return stamp::stamp_line(line).map(Line::Stamp);
    }
    if begun && is_invitation(line) {
        return furniture(Boilerplate::Share);
    }
    // 《大公報》記者 專訪
    if people::is_unsigned(line) {
        return Some(Line::Byline(Vec::new()));
    }
    if let Some(people) = credits_after_tools(line) {
        return Some(Line::Byline(people));
    }
    if let Some(kind) = furniture_by_form(line, count, begun) {
        return furniture(kind);
    }
    // A03版：民生 2024年06月12日
    let paged = Some(line).filter(|line| is_page_number(line)).and_then(printed::stamp_anywhere);
    let paged = paged.map(|stamp| StampLine { published: Some(stamp), changed: Some(stamp), ..StampLine::default() });
    paged.or_else(|| stamp::stamp_line(line)).map(Line::Stamp)
}

/// The title after its label before an outlet with 訊 or 電, where page breaks are lost, and the text from the outlet on.
pub(super) fn titled(line: &str) -> Option<(&str, &str)> {
    if super::text::without_title_label(line).len() == line.len() {
        return None;
    }
    let window = first(line, 70);
    window.char_indices().skip(6).find_map(|(at, _)| {
        let text = line.get(at..)?;
        // two characters before the end of an outlet, where no table knows it
        let by_form = || OUTLET_ENDINGS.prefix(after(text, first(text, 2))).map(|end| before(text, after(text, end)));
        let following = after(text, outlets::outlet_at(text).or_else(by_form)?);
        // 某某財經3月12日訊：
        let following =
            following.trim_start_matches(|c: char| is_digit(c) || is_blank(c) || one_of!("年月日").contains(c));
        let opens = any_of!["讯", "电"].strip_prefix(following)?.starts_with(['：', ':']);
        opens.then_some((line.get(..at)?, text))
    })
}

/// True for a line that invites the readers of an outlet: 下載某報APP, 來某網按個讚.
fn is_invitation(line: &str) -> bool {
    const VERBS: &WordSet = any_of![
        "按个赞",
        "按赞",
        "点赞",
        "追踪",
        "订阅",
        "下载",
        "扫码",
        "二维码",
        "签到",
        "好友",
        "粉丝",
        "安装",
        "关注我们",
        "关心您",
        "关心你",
        "提醒您",
        "提醒你",
        "APP",
        "App",
    ];
    let line = line.trim_start_matches(people::BULLETS);
    let one = !line.contains('。') || line.starts_with('《');
    one && VERBS.is_in(line) && outlets::invited(line).is_some()
}

/// The people after a tool of the page in a bracket, 【字號：大 中 小】【責編：安然】, or before the agencies that they used,
/// 凌宇, 潘一 (法新社、路透社).
fn credits_after_tools(line: &str) -> Option<Vec<Credit<'_>>> {
    let mut rest = line;
    while let Some((inner, after)) = bracketed(rest, 16).filter(|_| rest.starts_with(['【', '['])) {
        if people::byline(inner).is_some() || stamp::stamp_line(inner).is_some() {
            break;
        }
        rest = trim(after);
    }
    if rest.len() < line.len() {
        return people::byline(rest).filter(|people| !people.is_empty());
    }
    let (bracket, inner) = bracketed_at_end(line, 24)?;
    let mut agencies = inner.split(['、', '/', '／', ',', '，', ' ']).map(trim);
    let names = people::bare_names(before(line, bracket))?;
    agencies
        .all(|name| outlets::is_outlet(name) || name == "综合报道" || name == "综合报导")
        .then(|| people::as_reporters(names))
}

/// Whether a line with a label that no table knows tells something (活動時間：, 地點：) or where it is from (資料來源：).
fn labelled_fact(line: &str) -> Option<bool> {
    let line = bracketed(line, 30).filter(|(_, rest)| rest.is_empty()).map_or(line, |(inner, _)| inner);
    let (label, value) = line.split_once(['：', ':']).filter(|(label, _)| (2..=6).contains(&length(label)))?;
    let told = any_of!["时间", "日期", "地点"].ends(label) && label.chars().all(is_han) && value.contains(is_digit);
    let from = any_of!["来源", "出处"].ends(label)
        && label.chars().all(is_han)
        && length(value) <= 20
        && !value.contains(['；', ';', '，']);
    (told || from).then_some(told)
}

/// True for a line without a Han character, or with a number and nothing but a counter (`512點閱`, `3小時前`).
fn is_furniture_by_form(line: &str, count: usize) -> bool {
    // the address of the page, 链接：https://some.news
    let address =
        line.split_once(['：', ':']).filter(|(label, _)| (2..=4).contains(&length(label)) && label.chars().all(is_han));
    let address = address.map_or(line, |(_, address)| trim(address));
    if address.starts_with("http") && !address.contains(is_blank) {
        return true;
    }
    // 壹, 二 before the parts of a text
    if count == 1 && line.starts_with(|c| one_of!("一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾").contains(c))
    {
        return true;
    }
    if !line.chars().any(is_han) {
        return count <= 40 && stamp::stamp_line(line).is_none() && !is_latin_byline(line);
    }
    // 第A05版：民生 上一版 下一版, A12 | 要聞
    if is_page_number(line) {
        return printed::stamp_anywhere(line).is_none();
    }
    // 评论 3, 阅读 3.2万 点赞 32, 0 則留言, 发布于 14小时前•
    let line = tables::stamp_label(line).map_or(line, |(_, word)| trim(after(line, word)));
    let apart = |c: char| is_blank(c) || is_digit(c) || one_of!("()（）,.，：:•·+").contains(c);
    let mut words = line.split(apart).filter(|word| !word.is_empty());
    let is_tool = |word: &str| FURNITURE_WHOLE.contains(word) || STAMP_NOISE.contains(word);
    let counts = |word: &str| {
        is_tool(word) || {
            let counted = word.trim_start_matches([
                '共', '您', '的', '万', '则', '条', '个', '人', '次', '已', '有', 'k', 'K', 'w', 'W',
            ]);
            counted.is_empty() || counted.len() < word.len() && is_tool(counted)
        }
    };
    if is_paging(line) || is_reading_time(line) || is_tagged(line) || is_counter(line) {
        return true;
    }
    // 某某日报 · 3小时前
    let apart = |c: char| is_blank(c) || is_digit(c) || one_of!("|｜·•：:/／").contains(c);
    let named = |word: &str| outlets::signs(word) || tables::is_label(word) || people::lone_names(word).is_some();
    let ago = any_of!["小时前", "分钟前", "天前"].is_in(line) && line.contains(is_digit) && length(line) <= 24;
    if ago && line.split(apart).filter(|word| !word.is_empty()).all(|word| is_tool(word) || named(word)) {
        return true;
    }
    let told = line.contains(is_digit) && line.chars().filter(|c| is_han(*c)).count() > 1;
    line == "关注" || told && words.all(counts) && stamp::stamp_line(line).is_none()
}

/// True for people in Latin letters: Text: John Tan / Photo: Mary Ho, By John Tan.
fn is_latin_byline(line: &str) -> bool {
    tables::role_at(line).is_some() && people::byline(line).is_some_and(|people| !people.is_empty())
}

/// True for how long the text is and takes to read: 本文共1234字，预计阅读3分钟, 3 分鐘閱讀.
fn is_reading_time(line: &str) -> bool {
    const WORDS: &WordSet = any_of![
        "本文共计",
        "全文共计",
        "本文共",
        "全文共",
        "共计",
        "共",
        "个字",
        "时长",
        "全文约",
        "本文约",
        "全文",
        "阅读时间",
        "阅读",
        "读完",
        "预计",
        "预估",
        "大约",
        "约",
        "需要",
        "需",
        "分钟",
        "分",
        "秒",
        "字",
        "时间",
    ];
    let counts =
        line.contains('读') || line.contains(['共', '约']) && line.trim_end_matches(['。', '）', ')']).ends_with('字');
    if !line.contains(is_digit) || !counts || length(line) > 30 {
        return false;
    }
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let other = is_digit(c) || is_blank(c) || one_of!("()（）,，.。：:·•|｜").contains(c);
        let word = WORDS.prefix(rest).map_or(if other { c.len_utf8() } else { 0 }, str::len);
        rest = rest.get(word..).filter(|_| word > 0).unwrap_or_default();
        if word == 0 {
            return false;
        }
    }
    true
}

/// True for how often a page was read, or how soon it is: 点阅人数：1234, 30秒快读.
fn is_counter(line: &str) -> bool {
    let counted = line.split_once(['：', ':']).is_some_and(|(label, value)| {
        let value = trim(value).trim_end_matches(['次', '人']);
        length(label) <= 6
            && any_of!["点阅", "浏览", "阅读", "访问", "点击", "人气", "流量"].is_in(label)
            && !value.is_empty()
            && value.chars().all(|c| is_digit(c) || c == ',')
    });
    let line = trim(line.trim_start_matches(people::BULLETS));
    let quick = line.trim_start_matches(is_digit);
    counted
        || quick.len() < line.len()
            && any_of!["秒快读", "秒速读", "秒读懂", "秒看懂", "分钟速读", "分钟读懂", "分钟看懂"].contains(quick)
}

/// True for a line of hashtags: ＃地鐵＃交通.
fn is_tagged(line: &str) -> bool {
    let mut tags = line.split(['#', '＃']).skip(1).map(trim);
    line.starts_with(['#', '＃'])
        && tags.clone().count() > 1
        && tags.all(|tag| (1..=12).contains(&length(tag)) && !tag.contains(['，', '。', '：', '？', '！', ' ']))
}

/// True for the pages of a text or of a list: 第1頁 共3頁, 某某時報 第 3 頁.
fn is_paging(line: &str) -> bool {
    let signed = line.split_once('第').filter(|(name, _)| outlets::signs(trim(name)));
    let named = signed.map_or(line, |(_, page)| page);
    let is_part = |c: char| is_digit(c) || is_blank(c) || one_of!("第共页/／，,、当前:：").contains(c);
    named.contains('页') && named.contains(is_digit) && named.chars().all(is_part)
}

/// The kind of furniture that a line is by its form.
fn furniture_by_form(line: &str, count: usize, begun: bool) -> Option<Boilerplate> {
    if is_of_machine(line) {
        return Some(Boilerplate::Other);
    }
    if begun && is_contact(line) || has_telephone(line) {
        return Some(Boilerplate::Contact);
    }
    if begun && is_disclaimer(line) {
        return Some(Boilerplate::Legal);
    }
    if !begun && (is_weather(line) || is_marked_channel(line)) {
        return Some(Boilerplate::Header);
    }
    is_furniture_by_form(line, count).then_some(Boilerplate::Other)
}

/// True for the weather that a page prints in its head, of no place: 今天 晴 12~20℃.
fn is_weather(line: &str) -> bool {
    const SKIES: &WordSet = any_of![
        "今天",
        "今日",
        "明天",
        "晴",
        "多云",
        "阴",
        "小雨",
        "中雨",
        "大雨",
        "阵雨",
        "雷阵雨",
        "小雪",
        "中雪",
        "雾",
        "霾",
        "转",
        "天气",
        "气温",
        "微风",
        "北风",
        "南风",
        "东风",
        "西风",
        "级",
        "优",
        "良",
    ];
    let mut rest = line;
    let told = line.contains(['晴', '云', '阴', '雨', '雪', '雾', '霾']);
    let sound = told && line.contains(['℃', '°']) && length(line) <= 30;
    while let Some(c) = rest.chars().next().filter(|_| sound) {
        let other = is_digit(c) || is_blank(c) || one_of!("℃°CF~～-—/／：:|｜至到").contains(c);
        let size = SKIES.prefix(rest).map_or(if other { c.len_utf8() } else { 0 }, str::len);
        if size == 0 {
            return false;
        }
        rest = rest.get(size..).unwrap_or_default();
    }
    sound
}

/// True for the name of a column after a bullet: ■ 社论.
fn is_marked_channel(line: &str) -> bool {
    let words = line.trim_start_matches(people::BULLETS);
    words.len() < line.len() && (outlets::is_channel(trim(words)) || crate::vocabulary::KINDS.contains(trim(words)))
}

/// True for a line that says how to take the text, or whether its author has a share in what he writes of.
fn is_disclaimer(line: &str) -> bool {
    let inner = line.trim_matches(|c: char| one_of!("（）()。*※").contains(c));
    let owns =
        || any_of!["证监会持牌", "未持有上述", "不持有上述", "没有持有上述", "并无持有", "并未持有"].is_in(inner);
    let by_author = any_of!["笔者", "作者", "本人"].begins(inner) && owns();
    by_author || length(inner) <= 30 && inner.ends_with("仅供参考") && !inner.contains(is_digit)
}

/// True for what a machine has summed up, or that it has: AI摘要：….
fn is_of_machine(line: &str) -> bool {
    let label = any_of!["AI摘要", "AI速读", "AI导读", "AI总结", "AI概要", "智能摘要"].strip_prefix(line);
    label.is_some_and(|rest| rest.is_empty() || rest.starts_with(ANNOUNCING))
        || any_of!["内容", "本内容", "摘要", "本摘要", "本文"].begins(line)
            && any_of!["由AI生成", "由人工智能生成", "由AI辅助生成", "由AI自动生成"].is_in(line)
}

/// True for who answers and the number of the telephone: 承办人：王小明 电话：02-2345-6789 分机123.
fn has_telephone(line: &str) -> bool {
    let number = any_of!["电话：", "电话:"].split_once(line).map(|(_, number)| trim(number));
    let digits = |number: &str| number.chars().take(16).filter(|c| is_digit(*c)).count();
    number
        .is_some_and(|number| number.starts_with(|c| is_digit(c) || one_of!("(（+").contains(c)) && digits(number) > 6)
        && length(line) <= 50
        && !line.contains(['。', '，'])
        // 值班编辑：王小明 电话：…
        && tables::role_at(line).is_none_or(|(role, _)| role.is_none())
}

/// True for a label with an address of the network or the digits of a telephone, and nothing more: 投稿邮箱：a@b.cn.
fn is_contact(line: &str) -> bool {
    let code = any_of!["邮编：", "邮编:"].split_once(line).map(|(_, code)| code);
    if code.is_some_and(|code| code.chars().take_while(|c| is_digit(*c)).count() == 6) {
        return true;
    }
    // 吴小姐（+852 2123 4567）
    let phone = bracketed_at_end(line, 24).filter(|(bracket, inner)| {
        let digits = inner.chars().filter(|c| is_digit(*c)).count();
        digits > 6
            && printed::stamp(inner).is_none()
            && inner.chars().all(|c| is_digit(c) || is_blank(c) || one_of!("+-－").contains(c))
            && (2..=8).contains(&length(before(line, bracket)))
    });
    if phone.is_some() {
        return true;
    }
    // 如有查询，请致电2123 4567
    let asks = any_of!["如有", "如需", "如您", "如果您", "若您", "若有", "有需要"].begins(line);
    let dialled = asks.then(|| any_of!["致电", "拨打", "热线", "专线"].split_once(line)).flatten();
    if dialled.is_some_and(|(_, number)| number.chars().filter(|c| is_digit(*c)).count() > 2) {
        return true;
    }
    let Some((label, value)) = line.split_once(['：', ':']).filter(|(label, _)| (2..=10).contains(&length(label)))
    else {
        return false;
    };
    // 电话：9123 4567 电邮：a@b.cn
    let value = any_of!["电邮", "邮箱", "传真", "Email", "email"].split_once(value).map_or(value, |(value, _)| value);
    // 热线：1925（24小时）
    let value = bracketed_at_end(trim(value), 8).map_or(trim(value), |(bracket, _)| trim(before(value, bracket)));
    let helps = any_of!["专线", "热线", "查询", "电话"].ends(label);
    let short = helps && (3..=6).contains(&value.len()) && value.chars().all(|c| c.is_ascii_digit());
    let address = value.contains('@') && value.contains('.') && value.is_ascii();
    let dialled = value.chars().all(|c| is_digit(c) || one_of!("-－—()（） /").contains(c))
        && (helps || value.contains('-') || value.starts_with('0'));
    label.contains(is_han)
        && (short || address || dialled && value.chars().filter(|c| is_digit(*c)).count() > 6)
        && printed::stamp(value).is_none()
}

/// True for the number of a printed page, with the names of what is on it: 第A05版：民生 上一版, A12 | 要聞.
fn is_page_number(line: &str) -> bool {
    if !line.contains(is_digit) {
        return false;
    }
    // 某某早报 03版 要闻
    let line = line.split_once(is_blank).filter(|(name, _)| outlets::signs(name)).map_or(line, |(_, page)| trim(page));
    let number = line.strip_prefix('第').unwrap_or(line).trim_start_matches(|c: char| c.is_ascii_uppercase());
    let after = number.trim_start_matches(is_digit);
    let numbered = after.len() < number.len() && length(before(line, after)) <= 4;
    let is_page =
        after.starts_with('版') || number.len() < line.len() && trim_start(after).starts_with(['|', '｜', '：', ':']);
    // A04 港聞
    let is_page =
        is_page || number.len() < line.len() && after.starts_with(is_blank) && outlets::is_channel(trim(after));
    numbered && is_page && !line.contains("记者") && !line.contains(['，', '。', '、', '！', '？'])
}

/// True for the number of an issue, of three digits at least: 第 12345 期 今日8版.
fn is_issue(line: &str) -> bool {
    let number = trim_start(line.strip_prefix('第').unwrap_or_default());
    let after = number.trim_start_matches(is_digit);
    number.len() - after.len() > 2 && trim_start(after).strip_prefix('期').is_some_and(|rest| length(rest) <= 8)
}

/// True for a path of page names: `財經 > 證券`, `首页 › 国内`, or the mark alone.
fn is_breadcrumb(line: &str, count: usize) -> bool {
    let parted = |c: char| is_blank(c) || one_of!(">›»＞|｜/／-—·：:").contains(c);
    if count > 40 || !line.contains(parted) || line.contains(['。', '，', '<', '、', '！', '？']) {
        return false;
    }
    let parts = line.split(['>', '›', '»', '＞']);
    // 首頁-新聞-民生, 目前位置：首頁 / 新聞
    let is_home = any_of!["首页", "主页", "当前位置", "目前位置", "您的位置", "你的位置", "你在这里", "您在这里"]
        .begins(line)
        || first(line, 8).split_once("位置").is_some_and(|(_, after)| trim_start(after).starts_with(['：', ':']));
    // 某某之聲 / 國際
    let is_pair = || {
        let pair =
            ['/', '／', '|', '｜'].iter().find_map(|mark| line.split_once(*mark)).or_else(|| line.split_once(" : "));
        pair.is_some_and(|(name, channel)| {
            let (name, channel) = (trim(name), trim(channel));
            let named = outlets::signs(name);
            named && outlets::signs(channel) || outlets::is_channel(channel) && (named || outlets::is_channel(name))
        })
    };
    let is_path = is_home && line.contains(['-', '/', '／', '—', '>', '：', ':']) && count <= 30
        || parts.clone().count() > 1 && parts.clone().all(|part| length(trim(part)) <= 12)
        // 某某论坛 » 杂谈 » with the title at the end
        || parts.clone().count() > 2 && parts.rev().skip(1).all(|part| (1..=8).contains(&length(trim(part))));
    // 新聞 | 本地 | 交通: two marks of one kind at least, with short names between
    let is_row = ['|', '｜', '/', '／'].iter().any(|mark| {
        let mut parts = line.split(*mark).map(trim);
        parts.clone().count() > 2
            && parts.all(|part| {
                (1..=6).contains(&length(part))
                    && (!part.contains(is_digit) || part.starts_with(|c: char| c.is_ascii_uppercase()))
                    && (length(part) == 2 || people::names_alone(part).is_none())
            })
    });
    // 生活 焦點 教育 氣象 健康 | 運勢: the channels of a site
    let channels = || {
        let names = line.split(|c: char| is_blank(c) || one_of!("|｜/／·").contains(c)).filter(|part| !part.is_empty());
        let most = if names.clone().count() > 4 { 5 } else { 3 };
        names.clone().count() > 2
            && names.clone().all(|name| length(name) <= most && !name.contains(|c: char| is_digit(c) || c == '：'))
            && names.filter(|name| outlets::is_channel(name) || name.starts_with(['#', '＃'])).count() > 1
    };
    // 某某網首頁 新聞 視頻 專題, 網站首頁　新聞動態　通知公告
    let from_home = || {
        let mut names = line.split(is_blank).filter(|part| !part.is_empty());
        names.next().is_some_and(|home| home.ends_with("首页") || home.ends_with("主页"))
            && names.clone().count() > 1
            && names.all(|name| length(name) <= 6 && !name.contains(is_digit))
    };
    is_path || is_row || is_pair() || channels() || from_home()
}

/// Who made a picture stands after these.
const PICTURE_LABELS: &[&str] = &["图／", "图/", "图：", "图:", "图片：", "摄影：", "摄影／", "摄影/"];

/// True for the sign of copyright and an agency, a photographer or a house of pictures, as under a picture; `within` the
/// body for any other name too.
pub(super) fn is_picture_owner(line: &str, within: bool) -> bool {
    let Some(owner) = line.strip_prefix(['©', '®']).filter(|_| length(line) <= 24) else { return false };
    let is_year = |c: char| is_digit(c) || is_blank(c) || one_of!("年-–").contains(c);
    let owner = owner.trim_start_matches(is_year);
    let names = || owner.split(['/', '／']).map(trim);
    let agency = || names().any(|name| outlets::agency_at_end(name).is_some_and(|agency| agency.len() == name.len()));
    let pictures = || PICTURE_WORDS.longest(owner).is_some();
    let person = || people::lone_names(owner).is_some();
    let is_name = || !owner.is_empty() && !owner.contains(['，', '。', '：', ':', '｜', '|']) && !LICENCE.is_in(owner);
    is_name() && (agency() || pictures() || person() || within && !owner.contains('.'))
}

/// True for the words under a picture: they start as such, or their last bracket says who made it.
pub(super) fn is_caption(line: &str) -> bool {
    if CAPTIONS.longest(line).is_some() || tells_sides(line) {
        return true;
    }
    // 【西雅圖的春天】 is a heading
    let at_end = bracketed_at_end(line, 30).filter(|(bracket, _)| *bracket != line || !line.starts_with('【'));
    if let Some((_, inner)) = at_end {
        // （文/图 王小明） signs the text
        let signed = people::byline(inner)
            .is_some_and(|people| people.iter().any(|person| person.role == super::PersonRole::Reporter));
        if signed {
            return false;
        }
        // （附圖） credits nobody
        return length(inner) > 2 && PICTURE_WORDS.is_in(inner) && !inner.contains(['，', '。']);
    }
    // 甲社記者 乙 攝 after the last sentence
    let end = line.trim_end_matches('。');
    let signed = line.rsplit(['。', '！', '？', '”']).next().unwrap_or(line);
    if any_of!["摄", "摄影", "制图", "供图"].ends(end) && length(signed) <= 20 {
        return true;
    }
    // 老街一景。圖／王小明, 老街一景 攝影/王小明
    let pictured = line.contains(['图', '摄']);
    let labelled = PICTURE_LABELS.iter().filter(|_| pictured).find_map(|label| line.rfind(label)).filter(|at| *at > 0);
    let credited = labelled.and_then(|at| Some((line.get(..at)?, line.get(at..)?))).is_some_and(|(head, credit)| {
        head.ends_with(|c: char| is_blank(c) || one_of!("。！？”").contains(c)) && length(credit) <= 20
    });
    // 觀光局提供, 圖1 上半年主要指標
    let given = any_of!["提供", "图片"].strip_suffix(line).filter(|who| length(who) <= 12);
    let numbered = line.strip_prefix(['图', '表']).is_some_and(|rest| {
        let after = rest.trim_start_matches(is_digit);
        after.len() < rest.len() && after.starts_with(|c: char| is_blank(c) || one_of!("：:").contains(c))
    });
    // 张三 图, 本报资料图片, 视频截图, 翻摄自脸书
    let shown = any_of!["截图", "资料图片", "资料图", "资料照片", "档案照片", "示意图"].strip_suffix(line);
    let shown = shown.is_some_and(|head| length(head) <= 6 && !head.contains(['，', '：', '《']));
    let drawn = line
        .strip_suffix(" 图")
        .is_some_and(|who| outlets::signs(who) || people::bare_names(who).is_some() || PICTURE_WORDS.contains(who));
    credited || numbered || shown || drawn || given.is_some_and(super::is_office)
}

/// True where a bracket says where somebody stands in the picture: 龔玉蘭（左二）與村民合影.
fn tells_sides(line: &str) -> bool {
    let sided = |inside: &str| {
        let side = inside.split(['）', ')']).next().unwrap_or_default();
        let place = side.trim_start_matches(['前', '后', '排', '图', '中']);
        place
            .strip_prefix(['左', '右'])
            .is_some_and(|nth| nth.chars().all(|c| one_of!("一二三四五六七八起").contains(c)))
            || matches!(side, "中" | "图中" | "居中" | "图")
    };
    line.split(['（', '(']).skip(1).any(sided) && line.matches('。').count() < 2
}

/// True for a short line after a mark that tells of no picture: `★經費來源`.
pub(super) fn is_marked_heading(line: &str) -> bool {
    let words = line.trim_start_matches(people::BULLETS);
    // ► before a whole headline leads to it
    let most = if line.starts_with(['►', '▶', '➤']) { 10 } else { 20 };
    words.len() < line.len()
        && (2..=most).contains(&length(trim(words)))
        && !words.contains(['，', '。', '（', '(', '：', ':', '、', '/', '／', '>', '@'])
        && !PICTURE_WORDS.is_in(words)
}

/// True when the last bracket of a line names an agency alone, as under a picture: `……滿目瘡痍。（美聯社）`.
pub(super) fn ends_with_agency(line: &str) -> bool {
    bracketed_at_end(line, 12).is_some_and(|(_, inner)| outlets::signs(inner))
}

/// True for a line without a full stop, and no opening of a list: it may be a title or a heading.
fn is_heading_like(line: &str) -> bool {
    let commas = line.chars().filter(|c| matches!(c, '，' | ',')).count();
    // 问题是，钱从哪来？
    let goes_on = CONNECTIVES.prefix(line).is_some_and(|word| after(line, word).starts_with(['，', ',']));
    // 结果呢？, 变化一：
    let goes_on = goes_on || length(line) <= 5 && line.ends_with("呢？");
    let line = if super::evidence::is_counted(line) { line.trim_end_matches(['：', ':']) } else { line };
    !line.contains('。') && commas <= 3 && !goes_on && !line.ends_with(['，', '、', '；', '：', ',', ';', ':'])
}

/// True for a line that stands by itself as speech or as question and answer, and so is no heading.
pub(super) fn is_speech(line: &str) -> bool {
    let quoted = line.starts_with(['“', '「', '『'])
        && line.ends_with(['”', '」', '』'])
        && line.contains(['！', '？', '，', '…'])
        // “坐得起，也坐得快” without a mark at its end
        && (length(line) > 22 || line.trim_end_matches(['”', '」', '』']).ends_with(['！', '？', '，', '…', '!', '?']));
    // 記者問：您如何評價？
    let asked =
        line.ends_with(['？', '?']) && line.char_indices().take(12).any(|(at, c)| matches!(c, '：' | ':') && at > 0);
    quoted
        || asked && !super::evidence::is_counted(line)
        || any_of!["问：", "答：", "Q：", "A：", "Q:", "A:"].begins(line)
}

/// What is glued to the end of a paragraph.
#[derive(Debug)]
pub(super) struct Tail<'a> {
    /// The glued words.
    pub(super) words: &'a str,
    /// What they are.
    pub(super) kind: BlockKind,
    /// Those whom they credit.
    pub(super) people: Vec<Credit<'a>>,
    /// The outlet that they name, alone in a bracket.
    pub(super) outlet: Option<&'a str>,
}

/// The credits and furniture glued to the end of `paragraph`: `……增长三成。(记者 张三)`, `……安全。分享让更多人看到`.
///
/// Only in the `final` paragraph of a text is a bare name in a bracket the author, and are words without a bracket credits.
pub(super) fn tail(paragraph: &str, is_final: bool) -> Option<Tail<'_>> {
    if is_final {
        if let Some((kind, words)) = glued(paragraph) {
            let people = if kind == BlockKind::Byline { people::byline(words).unwrap_or_default() } else { Vec::new() };
            return Some(Tail { words, kind, people, outlet: None });
        }
    }
    let mut found: Option<Tail<'_>> = None;
    let mut rest = paragraph;
    for _ in 0..MOST_CREDITS {
        // the day of filing after the editor: （編輯：甲）1120920
        let undated = rest.trim_end_matches(is_digit);
        let bare = if (6..=8).contains(&length(after(rest, undated))) { undated } else { rest };
        let Some((bracket, inner)) = bracketed_at_end(trim(bare), 60) else { break };
        let inner = trim(inner);
        let ahead = before(paragraph, bracket).trim_end_matches(is_blank);
        let ended = ahead.ends_with(['。', '！', '？', '”', '」', '』', '）', ')', '…', '.', '】', '!']);
        let mut tail = Tail {
            words: paragraph.get(super::text::range_of(paragraph, bracket).start..)?,
            kind: BlockKind::Byline,
            people: Vec::new(),
            outlet: None,
        };
        if matches!(inner, "完" | "完毕" | "全文完" | "待续" | "下转") {
            rest = ahead;
            continue;
        }
        if let Some(people) = people::byline(bracket) {
            tail.people = people;
        } else if let Some(people) = people::byline(inner).filter(|_| ended) {
            tail.people = people;
        } else if let Some(read) = dateline::opening(bracket).filter(|read| ended && read.rest.is_empty()) {
            tail.people = read.people;
            tail.outlet = read.agency;
        } else if let Some(names) = people::signed(inner).filter(|_| is_final && ended) {
            tail.people = people::as_reporters(names);
        } else if let Some(read) = stamp::stamp_line(inner).filter(|read| ended && read.labelled) {
            tail.outlet = read.source;
            tail.people = read.people;
        } else {
            break;
        }
        if let Some(inner) = found.take() {
            tail.people.extend(inner.people);
            tail.outlet = tail.outlet.or(inner.outlet);
        }
        found = Some(tail);
        rest = ahead;
    }
    found.filter(|tail| tail.words.len() < paragraph.len())
}

/// Furniture or an unbracketed byline after the last sentences of a text that lost its line breaks.
fn glued(paragraph: &str) -> Option<(BlockKind, &str)> {
    let window = last(paragraph, 160);
    // 责任编辑：… 上一篇：…
    let next = || {
        let at = ["上一篇", "下一篇", "上一条", "下一条"].iter().filter_map(|word| window.find(word)).min()?;
        let words = window.get(at..).filter(|words| words.chars().nth(3).is_some_and(|c| matches!(c, '：' | ':')))?;
        before(window, words)
            .ends_with(is_blank)
            .then_some((BlockKind::Boilerplate(Boilerplate::Recommendation), words))
    };
    if let Some(found) = next() {
        return Some(found);
    }
    window.char_indices().filter(|(_, c)| one_of!("。！？”」』）)】]…!").contains(*c)).find_map(|(at, c)| {
        let words = trim_start(window.get(at + c.len_utf8()..)?);
        // 。相关报道显示，已有300人受益。 is no furniture
        let says = words.contains('。') && words.contains(is_digit) && words.contains('，');
        let furniture = GLUED.longest(words).filter(|(kind, length)| {
            let word = words.get(..*length).unwrap_or_default();
            let border =
                super::text::at_border(after(words, word)) || word.ends_with(is_blank) || word.ends_with(['：', ':']);
            !says || border && *kind != Boilerplate::Legal
        });
        if let Some((kind, _)) = furniture {
            return Some((BlockKind::Boilerplate(kind), words));
        }
        let credited = !words.contains('。')
            && words.contains(|c| is_blank(c) || matches!(c, '：' | ':'))
            && !words.starts_with(['（', '('])
            && people::byline(words).is_some();
        credited.then_some((BlockKind::Byline, words))
    })
}

/// What `正文：` or a stamp before the text takes of a line, its date, and the text.
pub(super) fn lead(line: &str) -> Option<(&str, Option<&str>, &str)> {
    let (head, stamp) = stamp::lead(line)?;
    if stamp::stamp_line(line).is_some() {
        return None;
    }
    let text = trim(after(line, head));
    (!text.is_empty()).then_some((head, stamp, text))
}
