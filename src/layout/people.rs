//! Names and what their bearers did: `记者 张三、李四 通讯员 王五`, `【編輯:王小明】`, `〔記者王小明／台北報導〕`.
//!
//! A credit is a role word and the names behind it. Imports [`super::text`], [`super::tables`] and [`super::outlets`];
//! read [`super::stamp`] next.

use alloc::vec::Vec;

use super::PersonRole;
use super::outlets;
use super::tables::{self, SURNAMES};
use super::text::{
    ANNOUNCING, after, at_border, before, bracketed, first, is_blank, is_digit, is_han, length, longest_suffix, run,
    trim, trim_start,
};
use crate::vocabulary::{
    COMPOUND_SURNAMES, CUES, KINDS, NOT_NAMES, OFFICES, OURSELVES, OUTLET_ENDINGS, PLACE_NOISE, PLACES,
    PUBLISHER_ENDINGS,
};

/// A person as the text names him, and what he did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Credit<'a> {
    /// The name.
    pub(super) name: &'a str,
    /// What he did.
    pub(super) role: PersonRole,
}

/// Reporters of those names.
pub(super) fn as_reporters(names: Vec<&str>) -> Vec<Credit<'_>> {
    names.into_iter().map(|name| Credit { name, role: PersonRole::Reporter }).collect()
}

/// All the people of a run of credits (`记者 甲 通讯员 乙`), and what follows it; `None` where no credit stands.
///
/// With `strict`, a name that no colon announces must begin with a surname. Roles that the model lacks (校對) give nobody,
/// but are read.
pub(super) fn credits(s: &str, strict: bool) -> Option<(Vec<Credit<'_>>, &str)> {
    let mut people = Vec::new();
    let mut rest = s;
    let mut any = false;
    while let Some(following) = credit(rest, strict, &mut people) {
        any = true;
        rest = following.trim_start_matches(|c: char| is_blank(c) || "、，,;；|｜丨︱/／".contains(c));
    }
    any.then_some((people, rest))
}

/// The role words at the start of a credit, before any name.
struct Roles<'a> {
    role: Option<PersonRole>,
    /// The last of the words.
    word: &'a str,
    /// A mark between word and name announces it.
    announced: bool,
    behind: &'a str,
}

/// Marks between a role and its names.
fn is_mark(c: char) -> bool {
    ANNOUNCING.contains(&c) || matches!(c, '】' | '、' | '·' | '．' | '‧' | '・' | '＿')
}

/// The role words that `s` begins with: 文、攝：王小明 has two.
fn roles(s: &str) -> Option<Roles<'_>> {
    // 【记者】王小明
    let inner = s
        .strip_prefix('【')
        .filter(|inner| tables::role_at(inner).is_some_and(|(_, word)| after(inner, word).starts_with('】')));
    let s = inner.unwrap_or(s);
    let (mut role, word) = tables::role_at(s)?;
    let mut behind = after(s, word);
    // 文 王小明 and nothing else
    let lone = length(word) == 1 && behind.starts_with(is_blank) && {
        let (named, rest) = names(behind, true);
        names_alone(behind).is_some() || !named.is_empty() && tables::role_at(trim_start(rest)).is_some()
    };
    let mut announced = trim_start(behind).starts_with(is_mark) || lone;
    let glued = !announced && !behind.starts_with(is_blank) && !behind.is_empty();
    if !announced && length(word) == 1 || glued && !word.ends_with(['者', '员', '译', '辑', '编', '生']) {
        return None;
    }
    loop {
        let joined = behind.trim_start_matches(['、', '/', '／', '·', '&', '＆']);
        let next = tables::role_at(joined).filter(|_| joined.len() < behind.len());
        let Some((more, word)) = next else { break };
        let tail = after(joined, word);
        let marked = trim_start(tail).starts_with(|c| ANNOUNCING.contains(&c) || matches!(c, '、' | '·'));
        if !marked && !tail.starts_with(is_blank) {
            break;
        }
        role = if matches!(role, Some(PersonRole::Photographer) | None) { more.or(role) } else { role };
        (announced, behind) = (announced || marked, tail);
    }
    Some(Roles { role, word, announced, behind })
}

/// What follows one credit, whose people go to `people`.
fn credit<'a>(s: &'a str, strict: bool, people: &mut Vec<Credit<'a>>) -> Option<&'a str> {
    let whole = behind_outlet(s);
    let read = roles(whole)?;
    let start = read.behind.trim_start_matches(|c: char| is_blank(c) || is_mark(c) || c == '）');
    // 文/本报记者 王小明: the outlet and another role word stand before the name
    let inner = behind_outlet(start);
    if tables::role_at(inner).is_some_and(|(_, word)| length(word) > 1) && (read.announced || inner.len() < start.len())
    {
        if let Some(rest) = credit(inner, strict && !read.announced, people) {
            return Some(rest);
        }
    }
    // 潮新聞客戶端 記者 卜算珠: behind an outlet and a blank stands a name, whatever its surname
    let is_told =
        read.behind.starts_with(is_blank) && (whole.len() < s.len() || read.role == Some(PersonRole::Correspondent));
    let strict = strict && !read.announced && !is_told;
    let (mut names, mut rest) = names(start, strict);
    if strict && (names.is_empty() || !is_finished(rest)) {
        // 记者 小河: a name without a surname, where nothing else can stand
        let parted = read.behind.starts_with(is_blank) || whole.len() < s.len();
        let told = unusual_names(start).filter(|(_, left)| parted && length(read.word) > 1 && is_finished(left));
        (names, rest) = told.unwrap_or((names, rest));
    }
    if names.is_empty() {
        // 记者王小明李大同
        let glued = cut_at_role(name_run(start));
        let Some(parted) = glued_names(glued) else { return unnamed(&read, start, people) };
        (names, rest) = (parted, after(start, glued));
    }
    let (role, rest) = shot(read.role, rest);
    people.extend(role.into_iter().flat_map(|role| names.iter().map(move |name| Credit { name, role })));
    Some(rest)
}

/// True where a list of names is over: at the end, before a mark, another role, a place or a kind.
fn is_finished(rest: &str) -> bool {
    let behind = trim_start(rest);
    behind.is_empty()
        || behind.starts_with(['／', '/', '：', ':', '；', ';', '）', ')', '】', ']'])
        || tables::role_at(behind).is_some_and(|(_, word)| length(word) > 1)
        || PLACES.prefix(behind).is_some()
        || KINDS.prefix(behind).is_some()
}

/// The names at the start of `s`, whatever their surnames, where none of them is another word; and what follows.
fn unusual_names(s: &str) -> Option<(Vec<&str>, &str)> {
    let (names, left) = names(s, false);
    ((1..=3).contains(&names.len()) && names.iter().all(|name| may_be_name(name))).then_some((names, left))
}

/// True where a name of two or three characters may be one without a known surname: it is no other word.
pub(super) fn may_be_name(name: &str) -> bool {
    (2..=3).contains(&length(name)) && !outlets::is_channel(name) && CUES.longest(name).is_none()
}

/// What follows a role behind which stands no name: an office, an outlet with a name behind it, a name that is a place too.
fn unnamed<'a>(read: &Roles<'a>, start: &'a str, people: &mut Vec<Credit<'a>>) -> Option<&'a str> {
    if !read.announced {
        return None;
    }
    // 作者：市税务局 credits nobody
    let office = run(start, is_han);
    let behind = after(start, office);
    let parted = behind.starts_with(is_blank);
    // 文/观察者网 王小明
    let (signed, left) = names(behind, true);
    if !signed.is_empty() && parted {
        people.extend(read.role.into_iter().flat_map(|role| signed.iter().map(move |name| Credit { name, role })));
        return Some(left);
    }
    // 責編：太平 names a person, though the town is as well known
    let alone = trim(behind).is_empty();
    let is_person = alone && read.role == Some(PersonRole::Editor)
        || parted && read.role.is_some() && tables::role_at(trim_start(behind)).is_some();
    if is_person && (2..=3).contains(&length(office)) && PLACES.contains(office) {
        people.extend(read.role.map(|role| Credit { name: office, role }));
        return Some(behind);
    }
    let given = GIVEN.iter().any(|word| office.contains(word));
    let known = given || length(read.word) > 1 && OFFICES.suffix(office).is_some();
    if known && length(office) <= 16 {
        return Some(behind);
    }
    trim(start).is_empty().then_some(start)
}

/// The role of those behind whom stands that they took the pictures (王小明攝), and what follows.
fn shot(role: Option<PersonRole>, rest: &str) -> (Option<PersonRole>, &str) {
    let behind = trim_start(rest);
    let announced = tables::role_at(behind).is_some_and(|(_, word)| after(behind, word).starts_with(ANNOUNCING));
    let taken = ["摄影报道", "摄"].iter().find_map(|word| behind.strip_prefix(word)).filter(|_| !announced);
    taken.map_or((role, rest), |rest| (role.map(|_| PersonRole::Photographer), rest))
}

/// `s` from its role word on, when an outlet or 本報 stands before it (`中新社记者`, `环球时报驻美国特约记者`); else `s`.
fn behind_outlet(s: &str) -> &str {
    if tables::role_at(s).is_some() {
        return s;
    }
    // the whole name of an outlet goes before a role word that begins inside it
    if let Some(name) = outlets::outlet_at(s).filter(|name| tables::role_at(after(s, name)).is_some()) {
        return after(s, name);
    }
    let window = first(s, 24);
    let Some(head) = window.char_indices().skip(1).find_map(|(at, _)| {
        let tail = window.get(at..)?;
        tables::role_at(tail).filter(|(_, word)| length(word) > 1).map(|_| before(window, tail))
    }) else {
        return s;
    };
    let outlet = head.split(['驻']).next().unwrap_or(head);
    let outlet = trim(outlet).trim_end_matches(['/', '／', '-', '－', '—']);
    // 《财经》记者
    let outlet = outlet.strip_prefix('《').and_then(|inner| inner.strip_suffix('》')).unwrap_or(outlet);
    let is_desk = length(outlet) <= 6 && longest_suffix(&["组", "中心", "部", "站", "频道"], outlet).is_some();
    // 某某記者：王小明
    let labelled = length(head) <= 6
        && !(length(head) <= 3 && has_surname(head))
        && tables::role_at(after(s, head))
            .is_some_and(|(_, word)| after(after(s, head), word).starts_with(['：', ':']))
        && head.chars().all(is_han)
        && !head.contains(['告', '问', '对', '向', '诉', '称', '说', '是', '的', '答']);
    let ours = is_desk
        || labelled
        || head.trim_end().ends_with('》')
        || is_brand(trim(head))
        || OURSELVES.contains(outlet)
        || outlet.ends_with("全媒体")
        || outlet.starts_with("总台");
    if ours || outlets::is_outlet(outlet) && !outlet.contains(is_blank) { after(s, head) } else { s }
}

/// The outlet `head` at the start of `s`, with 全媒體 behind it where it is no paper: 某某財經全媒體.
pub(super) fn with_desk<'a>(s: &'a str, head: &'a str) -> &'a str {
    let desk = after(s, head).strip_prefix("全媒体").filter(|_| OUTLET_ENDINGS.suffix(head).is_some());
    desk.filter(|_| PUBLISHER_ENDINGS.suffix(head).is_none()).map_or(head, |rest| before(s, rest))
}

/// Whether a line names an outlet whose reporter it leaves out: 《大公報》記者 專訪.
pub(super) fn is_unsigned(line: &str) -> bool {
    const ENDS: &[&str] =
        &["专访", "报道", "报导", "综合报道", "综合报导", "特稿", "观察", "独家", "直击", "调查", "采访", "连线"];
    let Some((head, rest)) = line.split_once("记者") else { return false };
    let ended = trim(rest).is_empty() || ENDS.contains(&trim(rest));
    let quoted = trim(head).strip_prefix('《').and_then(|inner| inner.strip_suffix('》'));
    ended && quoted.map_or_else(|| outlets::signs(trim(head)), |name| (2..=8).contains(&length(name)))
}

/// Whether a text is the name of an outlet of several brands: 齊魯晚報·齊魯壹點, 潮新聞客戶端, 新華社“新華全媒+”.
// brand = name {("·" | "—" | "/" | blank) name} ["客户端" | "全媒体" | …] [quoted name]
fn is_brand(s: &str) -> bool {
    const ENDS: &[&str] = &["客户端", "全媒体", "融媒体", "融媒", "全媒", "APP", "视频", "+"];
    let quoted = s.find(['“', '「', '"']).filter(|at| *at > 0 && s.ends_with(['”', '」', '"']));
    let plain = quoted.and_then(|at| s.get(..at)).unwrap_or(s);
    let mut parts = plain.split(['·', '•', '—', '-', '/', '／', '|', '｜']).map(trim).filter(|part| !part.is_empty());
    let known = |part: &str| {
        let stem = longest_suffix(ENDS, part).map_or(part, |end| before(part, end));
        outlets::is_outlet(part)
            || outlets::is_outlet(stem)
            || stem.len() < part.len() && (1..=8).contains(&length(stem))
    };
    let count = parts.clone().count();
    let is_name =
        (2..=24).contains(&length(s)) && !s.contains(['，', '。', '：', ':', '、', ' ']) && !s.contains(is_digit);
    is_name && (quoted.is_some() || count > 1 || longest_suffix(ENDS, plain).is_some()) && parts.any(known)
}

/// The outlet that stands before the role word of a credit: `澎湃新闻记者 王小明`; all of its brands.
pub(super) fn outlet_of(line: &str) -> Option<&str> {
    const BARS: [char; 5] = ['|', '｜', '│', '丨', '︱'];
    let line = line.trim_start_matches(BULLETS);
    let window = first(line, 30);
    let role = window.find(BARS).or_else(|| SIGNERS.iter().find_map(|word| window.find(word)));
    let head = role.and_then(|at| line.get(..at)).map(trim).unwrap_or_default();
    // 匯流新聞網CNEWS | 薛亦帆
    let is_barred = role.and_then(|at| line.get(at..)).is_some_and(|tail| tail.starts_with(BARS));
    let is_mixed = head.contains(|c: char| c.is_ascii_alphabetic()) && head.contains(is_han);
    if is_barred && is_mixed && (3..=16).contains(&length(head)) && !head.contains(['，', '：', ':']) {
        return Some(head);
    }
    // 文/某报记者, 采写：某报记者
    let head = tables::role_at(head).map_or(head, |(_, word)| after(head, word).trim_start_matches(is_mark));
    let head = head.strip_suffix("全媒体").filter(|head| !head.is_empty()).map_or(head, |paper| with_desk(line, paper));
    // 奔流新聞·蘭州晨報首席
    let head = longest_suffix(&["首席", "见习", "实习", "特约", "驻站", "资深"], head)
        .map_or(head, |word| trim(before(head, word)));
    let head = head.strip_prefix('《').and_then(|inner| inner.strip_suffix('》')).unwrap_or(head);
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
    let behind = trim_start(after(line, name));
    let reports = tables::role_at(behind).is_some_and(|(_, word)| length(word) > 1);
    (reports || behind.starts_with(['／', '/'])).then_some(name)
}

/// The names at the start of `s`, and what follows the last.
///
/// They are parted by 、 ， , / or blanks. The list ends before a role word, a place with 報導 and anything that is no name.
pub(super) fn names(s: &str, strict: bool) -> (Vec<&str>, &str) {
    let mut found = Vec::new();
    let mut rest = s;
    loop {
        let start = rest.trim_start_matches(|c: char| is_blank(c) || "、，,/／&".contains(c));
        if start.starts_with("发自") {
            break;
        }
        let Some(name) = name(start, strict || !found.is_empty() && parted_by(rest, start, &['，', ','])) else {
            break;
        };
        // ／台北報導 behind a name is a place, and so are two characters and 報導 behind a blank
        let reports = REPORTS.iter().any(|word| after(start, name).starts_with(word));
        if reports && !found.is_empty() && (length(name) == 2 || parted_by(rest, start, &['／', '/'])) {
            break;
        }
        found.push(name);
        rest = after(start, name);
    }
    (found, rest)
}

/// What those who sign for a desk or an outlet are.
const SIGNERS: &[&str] = &["记者", "评论员", "通讯员", "特派员"];

/// Words behind the name of one who reports.
const REPORTS: &[&str] = &["报导", "报道"];

/// True when one of `marks` stands in what was skipped before `start`.
fn parted_by(rest: &str, start: &str, marks: &[char]) -> bool {
    before(rest, start).contains(marks)
}

/// The name at the start of `s`: the run of Han characters, unless it is no name.
fn name(s: &str, strict: bool) -> Option<&str> {
    let name = name_by_form(s, strict)?;
    let is_other = tables::role_at(s).is_some_and(|(_, word)| length(word) > 1)
        || tables::is_label(s)
        || behind_outlet(s).len() < s.len();
    (!is_other).then_some(name)
}

/// The run at the start of `s` that has the form of a name.
fn name_by_form(s: &str, strict: bool) -> Option<&str> {
    let run = cut_at_role(name_run(s));
    // 王小文 is a name, 王小明文 a name and what its bearer did
    let run = longest_suffix(&["摄影报道", "翻摄", "摄", "报导", "报道", "文", "撰", "整理"], run)
        .filter(|word| {
            let head = before(run, word);
            let least = if matches!(*word, "文" | "撰") { 3 } else { 2 };
            (least..=4).contains(&length(head)) && !PLACES.contains(head)
        })
        .map_or(run, |word| before(run, word));
    if run.starts_with(['我', '你', '他', '她']) {
        return None;
    }
    if run.contains(['·', '•', '‧', '・']) {
        return (length(run) <= 16).then_some(run);
    }
    if length(run) > 2 && OFFICES.suffix(run).is_some() {
        return None;
    }
    if KINDS.suffix(run).is_some_and(|kind| length(kind) > 1) || NOT_NAMES.contains(run) || PLACES.contains(run) {
        return None;
    }
    if length(run) == 1 {
        return spaced_name(s, run);
    }
    // 旦增尼玛曲珠
    if !strict && (4..=8).contains(&length(run)) && run.chars().all(|c| SYLLABLES.contains(c)) {
        return Some(run);
    }
    if ["提供", "受访", "取自", "网上", "资料", "翻摄"].iter().any(|word| run.contains(word)) {
        return None;
    }
    let (most, least) = (if has_compound_surname(run) || !strict { 4 } else { 3 }, 2);
    if !strict && run.is_empty() {
        return latin_name(s);
    }
    ((least..=most).contains(&length(run)) && (!strict || has_surname(run))).then_some(run)
}

/// Characters of Tibetan, Mongolian and Uyghur names, whose bearers have no surname.
const SYLLABLES: &str = "阿艾巴白班贝比毕边布才仓曹查次措达丹旦道德邓登迪丁东顿多额尔发嘎嘉噶格贡根古哈海赫呼胡华吉加江杰金旧卡康可克库拉朗老勒丽列龙罗洛马玛麦曼毛美蒙木姆穆娜那乃尼诺平珠其齐奇钦琼曲热仁日瑞萨色森沙桑尚索塔台泰特提天铁图吐脱娃旺威维文乌西希仙尧雅央扬仰耶叶伊益英永尤玉元云泽增扎占哲珍卓兹孜孙肉买依衣";

/// What stands where a photographer would, and names nobody: 業者提供.
const GIVEN: &[&str] = &["提供", "受访", "取自", "网上", "资料", "翻摄"];

/// The Han characters at the start of `s`, with the points of Uyghur, Tibetan and foreign names.
fn name_run(s: &str) -> &str {
    let window = first(s, 24);
    run(window, |c| is_han(c) || matches!(c, '·' | '•' | '‧' | '・')).trim_end_matches(['·', '•', '‧', '・'])
}

/// `run` up to a role word in it: `張三編輯` is 張三.
fn cut_at_role(run: &str) -> &str {
    run.char_indices()
        .skip(2)
        .filter_map(|(at, _)| run.get(at..))
        // 上海報道 holds no 海報
        .find(|tail| {
            tables::role_at(tail).is_some_and(|(_, word)| {
                length(word) > 1 && !(word.ends_with('报') && after(tail, word).starts_with(['道', '导']))
            })
        })
        .map_or(run, |tail| before(run, tail))
}

/// A name of two characters printed apart: `王 强`.
fn spaced_name<'a>(s: &'a str, run: &str) -> Option<&'a str> {
    let behind = after(s, run);
    let second = name_run(trim_start(behind));
    let gap = length(before(behind, second));
    let apart = !run.is_empty() && has_surname(run) && length(second) == 1 && (1..=2).contains(&gap);
    apart.then(|| before(s, after(s, second)))
}

/// A name in Latin letters: `John Tan`.
pub(super) fn latin_name(s: &str) -> Option<&str> {
    let end = s.find(|c: char| !c.is_ascii_alphabetic() && !matches!(c, ' ' | '.' | '-' | '\'')).unwrap_or(s.len());
    let name = trim(s.get(..end)?);
    // 圖／TVBS, 圖／Pixabay
    if outlets::is_outlet(name) || !name.contains(' ') && name.len() > 5 {
        return None;
    }
    (name.starts_with(|c: char| c.is_ascii_uppercase()) && (3..=30).contains(&name.len())).then_some(name)
}

/// True when a run begins with a known surname.
fn has_surname(run: &str) -> bool {
    has_compound_surname(run) || run.starts_with(|c| SURNAMES.contains(c))
}

/// True when a run begins with a surname of two characters.
fn has_compound_surname(run: &str) -> bool {
    COMPOUND_SURNAMES.longest(run).is_some()
}

/// The bare names that make up the whole of `s` (`霍然 魏路` in a bracket), or none.
pub(super) fn bare_names(s: &str) -> Option<Vec<&str>> {
    let (names, rest) = names(trim(s), false);
    let sound = trim(rest).is_empty()
        && !names.is_empty()
        && names.iter().all(|name| name.contains(['·', '•', '‧']) || has_surname(name));
    sound.then_some(names)
}

/// The names behind an outlet that no role word announces, up to the end or a bar: `工商時報 王小明`.
pub(super) fn names_alone(s: &str) -> Option<(Vec<Credit<'_>>, &str)> {
    let (names, rest) = names(s, true);
    let ends = trim(rest).is_empty()
        || trim_start(rest).starts_with(['|', '｜', '/', '／', '-', '·', '•'])
        || is_digit_next(rest);
    let found: Vec<_> = as_reporters(names);
    (ends && (1..=3).contains(&found.len())).then_some((found, rest))
}

/// True where a digit follows blanks.
fn is_digit_next(s: &str) -> bool {
    trim_start(s).starts_with(is_digit)
}

/// Names of two and three characters that lost the blanks between: 劉建設歐惠蘭. Each begins with a surname, and only one way
/// to part them is taken.
fn glued_names(s: &str) -> Option<Vec<&str>> {
    fn part<'a>(s: &'a str, names: &mut Vec<&'a str>, ways: &mut Vec<Vec<&'a str>>) {
        if s.is_empty() {
            ways.push(names.clone());
            return;
        }
        for name in [3, 2].map(|length| first(s, length)) {
            if length(name) > 1 && self::name(name, true) == Some(name) && !names.contains(&name) {
                names.push(name);
                part(after(s, name), names, ways);
                names.pop();
            }
        }
    }
    let s = trim(s);
    let mut ways = Vec::new();
    if (4..=9).contains(&length(s)) && s.chars().all(is_han) {
        part(s, &mut Vec::new(), &mut ways);
    }
    let threes = ways.iter().position(|names| names.iter().all(|name| length(name) == 3));
    match (threes, ways.len()) {
        (Some(at), _) => ways.into_iter().nth(at).filter(|names| names.len() > 1),
        (None, 1) => ways.pop().filter(|names| names.len() > 1),
        _ => None,
    }
}

/// The bare names in the bracket behind a dateline, where surnames may be rare: several names need none that is known.
pub(super) fn announced_names(s: &str) -> Option<Vec<&str>> {
    bare_names(s).or_else(|| glued_names(s)).or_else(|| {
        let (names, rest) = names(trim(s), false);
        (trim(rest).is_empty() && names.len() > 1).then_some(names)
    })
}

/// Names and the place glued behind the last: `王小明、李大同台北` gives the two and 台北.
///
/// A known place decides; else a name of three characters is taken before it, or of two when only four are there.
pub(super) fn names_then_place(s: &str) -> Option<(Vec<&str>, Option<&str>)> {
    let mut found = Vec::new();
    let mut place = None;
    let mut rest = trim(s);
    while !rest.is_empty() {
        // 记者王小明、通讯员李大同
        rest = tables::role_at(rest)
            .filter(|(_, word)| length(word) > 1)
            .map_or(rest, |(_, word)| after(rest, word).trim_start_matches(|c: char| is_blank(c) || "：:".contains(c)));
        let run = cut_at_role(name_run(rest));
        if run.is_empty() {
            return None;
        }
        rest = after(rest, run);
        let behind_slash = before(s, run).trim_end_matches(is_blank).ends_with(['/', '／', '|', '｜', '丨', '︱']);
        let last = trim(rest).is_empty();
        let (name, tail) = if last
            && !found.is_empty()
            && (behind_slash || PLACES.contains(without_noise(run)) || length(run) == 2 && !has_surname(run))
        {
            ("", run)
        } else if last {
            name_and_place(run)
        } else {
            (run, "")
        };
        if !name.is_empty() {
            if !(2..=4).contains(&length(name)) && !name.contains(['·', '•', '‧']) {
                return None;
            }
            found.push(name);
        }
        let tail = without_noise(tail);
        place = (!tail.is_empty()).then_some(tail);
        rest = rest.trim_start_matches(|c: char| is_blank(c) || "、，,/／|｜丨︱-－".contains(c));
    }
    (!found.is_empty()).then_some((found, place))
}

/// `s` without the words between a place and the end of a dateline (新聞, 綜合, 即時).
pub(super) fn without_noise(s: &str) -> &str {
    let mut s = trim(s);
    while let Some(noise) = PLACE_NOISE.suffix(s).filter(|_| !PLACES.contains(s)) {
        s = trim(before(s, noise));
    }
    s
}

/// A run cut into a name and the place behind it; one of them may be empty.
fn name_and_place(run: &str) -> (&str, &str) {
    let bare = without_noise(run);
    // 台北, 花蓮縣
    let stem = bare.strip_suffix(['县', '市', '区', '州', '省']).unwrap_or(bare);
    for known in [bare, stem] {
        if let Some(place) = PLACES.suffix(known).filter(|place| length(before(known, place)) >= 2) {
            let name = before(known, place);
            return (name, after(bare, name));
        }
    }
    if run.contains(['·', '•', '‧']) {
        return (run, "");
    }
    let count = length(bare);
    let cut = match count {
        0..=3 => count,
        4 if has_compound_surname(bare) => 4,
        4 => 2,
        // 游晴花蓮縣: a county has three characters
        5 if bare.ends_with(['县', '市', '区']) => 2,
        _ if has_compound_surname(bare) && count > 5 => 4,
        _ => 3,
    };
    let name = first(bare, cut);
    (name, after(bare, name))
}

/// Marks before a credit: ■記者王小明.
pub(super) const BULLETS: &[char] =
    &['■', '□', '◆', '◇', '●', '○', '▲', '△', '★', '☆', '※', '◎', '▪', '•', '▶', '►', '➤', '▍'];

/// The people of a line that credits people and does nothing else: `記者︰王小明`, `（责编：张三、李四）`, `攝影 李四`.
///
/// An empty list where only roles are named that the model lacks.
pub(super) fn byline(line: &str) -> Option<Vec<Credit<'_>>> {
    if line.len() > 200 {
        return None;
    }
    let marked = line.starts_with(['□', '■', '◎', '●', '◆']);
    let line = line.trim_start_matches(|c: char| is_blank(c) || BULLETS.contains(&c));
    let inner = match bracketed(line, 60)
        .filter(|(inner, _)| !line.starts_with('《') && tables::role_at(inner).is_none_or(|(_, word)| word != *inner))
    {
        Some((inner, rest)) if trim(rest).trim_start_matches(is_digit).is_empty() => trim(inner),
        Some(_) => return None,
        None => line,
    };
    if let Some(people) = Some(inner).filter(|inner| inner.contains(['/', '／'])).and_then(slashed) {
        return Some(people);
    }
    // □ 方若晨
    if marked {
        if let Some(names) = bare_names(inner).filter(|names| names.len() < 4) {
            return Some(as_reporters(names));
        }
    }
    let Some((people, rest)) = credits(inner, true) else { return named_report(inner).or_else(|| unknown_desk(inner)) };
    // 專訪／林家豪：三年蓋滿500戶 is a title
    if trim(rest).starts_with(['：', ':']) && length(trim(rest)) > 3 {
        return None;
    }
    let rest = trim(rest).trim_end_matches(['）', ')', '】', ']', '。', '.']);
    let labelled = inner.contains(ANNOUNCING);
    let left = length(rest);
    let done = left == 0
        || KINDS.contains(rest)
        || PLACES.contains(rest)
        || PLACE_NOISE.contains(rest)
        || labelled && left <= 16 && at_border(rest)
        || tables::is_label(rest)
        || matches!(rest, "整理" | "整理报导" | "整理报道" | "编译" | "撰文")
        || ["发自"].iter().any(|word| rest.starts_with(word)) && left <= 8
        // 责任编辑：王小明 SF001
        || left <= 14 && rest.chars().all(|c| c.is_ascii_alphanumeric() || is_digit(c) || is_blank(c) || "_-".contains(c)) && !rest.chars().all(is_digit)
        || tables::role_at(rest).is_some_and(|(_, word)| word == rest)
        || is_closing(rest);
    done.then_some(people)
}

/// The people of `卓冠齊/編輯`, `某报记者 王小明/文 李大同/图`: names before what they did.
fn slashed(line: &str) -> Option<Vec<Credit<'_>>> {
    let credited = behind_outlet(line);
    let reporters = tables::role_at(credited).filter(|(role, _)| *role == Some(PersonRole::Reporter));
    let pairs = reporters.map_or(line, |(_, word)| after(credited, word));
    let mut found = Vec::new();
    for pair in pairs.split(is_blank).filter(|pair| !pair.is_empty()) {
        let (names, word) = pair.split_once(['/', '／'])?;
        let (role, _) = tables::role_at(word).filter(|(_, whole)| *whole == word)?;
        let role = role?;
        found.extend(bare_names(names)?.into_iter().map(|name| Credit { name, role }));
    }
    (!found.is_empty()).then_some(found)
}

/// The people of `覃美凤 摄影报导`, `阮祥 台北报导`, and what follows them: names, perhaps a place, and that they report.
pub(super) fn reports(s: &str) -> Option<(Vec<Credit<'_>>, &str)> {
    const VERBS: &[&str] = &[
        "摄影报导",
        "摄影报道",
        "综合报导",
        "综合报道",
        "专题报导",
        "报导",
        "报道",
        "编译",
        "综合整理",
        "整理",
        "采访",
        "特稿",
    ];
    let (names, rest) = Some(names(s, true)).filter(|(names, _)| !names.is_empty()).or_else(|| unusual_names(s))?;
    let behind = trim_start(rest).trim_start_matches(['／', '/']);
    let mut place = trim_start(behind);
    while let Some(name) = PLACES.prefix(place) {
        place = trim_start(after(place, name));
    }
    // a place of no table, right before the verb
    let unknown = run(place, is_han);
    let verb = longest_suffix(VERBS, unknown).filter(|verb| (2..=4).contains(&length(before(unknown, verb))));
    let verb =
        verb.filter(|verb| tables::role_at(unknown).is_none_or(|(_, word)| word.len() > unknown.len() - verb.len()));
    let verb = super::text::longest_prefix(VERBS, place).or(verb);
    let verb = verb.filter(|_| behind.len() < rest.len() && !names.is_empty())?;
    let following = after(place, verb);
    let ends = following.chars().next().is_none_or(|c| !is_han(c));
    let credits = as_reporters(names);
    ends.then_some((credits, following))
}

/// The people of `张三 报道`, `陳大文／文`: names before what they did.
fn named_report(line: &str) -> Option<Vec<Credit<'_>>> {
    // 章小田編譯
    if let Some(word) = longest_suffix(&["编译", "编写", "编译整理"], line) {
        return bare_names(before(line, word)).filter(|names| names.len() <= 3).map(as_reporters);
    }
    let kind = longest_suffix(&["报道", "报导", "撰文", "／文", "/文", " 文", "／撰文"], line)?;
    let head = before(line, kind);
    if let Some((desk, rest)) = head.split_once(['／', '/']) {
        if let Some(people) = desk_report(trim(desk), trim(rest)) {
            return Some(people);
        }
    }
    let names = bare_names(head.trim_end_matches(|c: char| is_blank(c) || matches!(c, '/' | '／' | '|')))?;
    let parted = head.ends_with(is_blank) || kind.starts_with(['／', '/', ' ']);
    (parted && names.len() <= 4).then(|| as_reporters(names))
}

/// The people of `國際中心／王小明`, `民視新聞／王小明、李大同 嘉義`, `王小明 李大同／台北`, before 報導; none of `社會中心／綜合`.
fn desk_report<'a>(desk: &'a str, rest: &'a str) -> Option<Vec<Credit<'a>>> {
    let is_desk = longest_suffix(&["中心", "组", "频道", "部"], desk).is_some();
    let unusual = length(desk) == 3 && may_be_name(desk) && !is_desk && !outlets::is_outlet(desk);
    let bare = bare_names(desk);
    let is_name = bare.is_some();
    let names = bare.or_else(|| unusual.then(|| Vec::from([desk])));
    if names.is_some() && PLACES.contains(without_noise(rest)) {
        return names.map(as_reporters);
    }
    let rest = longest_suffix(&["综合", "连线"], rest).map_or(rest, |word| trim(before(rest, word)));
    if is_desk && (rest.is_empty() || PLACES.contains(rest)) {
        return Some(Vec::new());
    }
    let (found, place) = names_then_place(rest)?;
    let placed = place.is_some_and(|place| PLACES.contains(place));
    let known = is_desk || outlets::is_outlet(desk) || !is_name && (2..=6).contains(&length(desk)) && placed;
    (known && found.iter().all(|name| bare_names(name).is_some())).then(|| as_reporters(found))
}

/// The people behind a desk or an outlet that no table knows, told by its form: 新竹振道記者陳小明／新竹報導, 嵐新聞LNews｜阮祥
/// 臺北報導, - 作者, 秦秋實.
fn unknown_desk(line: &str) -> Option<Vec<Credit<'_>>> {
    if let Some((desk, rest)) = line.split_once(['|', '｜', '│', '丨', '︱']) {
        let is_name = (2..=14).contains(&length(trim(desk))) && !desk.contains(['，', '。', '：', ':']);
        // 太報TaiSounds | 薛亦帆
        let mixed = desk.contains(|c: char| c.is_ascii_alphabetic()) && desk.contains(is_han);
        let named = bare_names(rest).filter(|names| names.len() < 4 && (mixed || outlets::is_outlet(trim(desk))));
        if let Some(names) = named.filter(|_| is_name) {
            return Some(as_reporters(names));
        }
        return reports(trim(rest)).filter(|(_, behind)| is_name && trim(behind).is_empty()).map(|(people, _)| people);
    }
    outlet_and_name(line).or_else(|| desk_and_name(line))
}

/// The people of a line that is an outlet and a name: 某某新聞 王小明 報導, 王小明 某某日報, - 作者, 王小明.
fn outlet_and_name(line: &str) -> Option<Vec<Credit<'_>>> {
    let whole = |rest| reports(trim(rest)).filter(|(_, behind)| trim(behind).is_empty()).map(|(people, _)| people);
    if let Some((_, rest)) = line.split_once(is_blank).filter(|(desk, _)| outlets::signs(desk)) {
        return whole(rest);
    }
    if let Some((names, _)) = line.rsplit_once(is_blank).filter(|(_, desk)| outlets::signs(desk)) {
        return bare_names(names).map(as_reporters);
    }
    // 某某新聞（中文版：某某網）王小明 東京報道
    let desk = line.split(['（', '(']).next().map(trim).filter(|desk| desk.len() < line.len() && outlets::signs(desk));
    if let Some((_, rest)) = desk.and_then(|desk| bracketed(trim_start(after(line, desk)), 20)) {
        return whole(rest);
    }
    let line = line.trim_start_matches(['-', '–', ' ']);
    let labelled = line.strip_prefix("作者").or_else(|| line.strip_prefix("Author")).map(trim_start);
    labelled.and_then(|rest| rest.strip_prefix(['，', ','])).and_then(bare_names).map(as_reporters)
}

/// The people of a line that is a desk, what its people are, and a name: 新竹振道記者陳小明／新竹報導, 某某評論員 王小明.
fn desk_and_name(line: &str) -> Option<Vec<Credit<'_>>> {
    if !line.contains(['者', '员']) {
        return None;
    }
    let (desk, rest) = SIGNERS.iter().find_map(|word| line.split_once(word))?;
    if !(2..=6).contains(&length(desk)) || !desk.chars().all(is_han) {
        return None;
    }
    let reported = longest_suffix(REPORTS, rest).and_then(|word| before(rest, word).split_once(['／', '/']));
    let names = match reported {
        Some((names, place)) => {
            let place = without_noise(place);
            let is_place = PLACES.contains(place) || (2..=3).contains(&length(place)) && place.chars().all(is_han);
            Some(names).filter(|_| is_place)?
        }
        // 某某評論員 王小明
        None => Some(rest).filter(|rest| rest.starts_with(is_blank) && !desk.contains('的'))?,
    };
    bare_names(names).map(as_reporters)
}

/// True for what may stand behind the names of a byline: a place with 報導, an outlet.
fn is_closing(rest: &str) -> bool {
    let kind = KINDS.suffix(rest).filter(|kind| length(kind) > 1);
    kind.is_some_and(|kind| length(before(rest, kind)) <= 6) || outlets::is_outlet(rest)
}

/// The people credited in the last words of a caption: `中新社记者 张三 摄`, `（王小明攝）`, `（攝影：王小明）`, `圖／王小明`.
pub(super) fn photographers(caption: &str) -> Vec<Credit<'_>> {
    const MARKS: &str = "（(【[。：:／/，,";
    // （中央社記者王小明攝 113年10月15日）
    let end = caption.trim_end_matches(|c: char| is_blank(c) || "）)】]。年月日".contains(c) || is_digit(c));
    let as_photographer = |name| Credit { name, role: PersonRole::Photographer };
    let last = |text: &'_ str| text.rfind(|c| MARKS.contains(c)).unwrap_or(0);
    let segment = |text| -> &str {
        let text: &str = text;
        text.get(last(text)..).unwrap_or(text).trim_start_matches(|c| MARKS.contains(c) || is_blank(c))
    };
    if let Some(shot) = ["摄影", "摄", " 图"].iter().find_map(|word| end.strip_suffix(word)) {
        let shot = shot.trim_end_matches(|c: char| is_blank(c) || matches!(c, '/' | '／'));
        let start = segment(shot);
        // 中新社发 王小明 摄
        let start = start
            .find(['发'])
            .filter(|at| *at <= 18)
            .map_or(start, |at| start.get(at..).unwrap_or("").trim_start_matches(|c| is_blank(c) || matches!(c, '发')));
        // 翻攝 copies a picture
        if start.ends_with('翻') {
            return Vec::new();
        }
        if let Some((people, _)) = credits(start, false) {
            return people.into_iter().map(|person| as_photographer(person.name)).collect();
        }
        return bare_names(start).map_or_else(Vec::new, |names| names.into_iter().map(as_photographer).collect());
    }
    // 攝影：王小明, 圖／王小明 behind the last mark but one
    let names = segment(end);
    let before_names = before(end, names).trim_end_matches(|c: char| is_blank(c) || "：:／/".contains(c));
    let labelled = before_names.len() + 1 < end.len() - names.len() + 1
        && ["摄影", "图"].iter().any(|word| {
            before_names
                .strip_suffix(word)
                .is_some_and(|head| head.is_empty() || head.ends_with(|c: char| MARKS.contains(c) || is_blank(c)))
        });
    let found = if labelled && !outlets::is_outlet(names) { bare_names(names) } else { None };
    found.map_or_else(Vec::new, |names| names.into_iter().map(as_photographer).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(s: &str) -> Vec<(&str, PersonRole)> {
        byline(s).unwrap_or_default().into_iter().map(|person| (person.name, person.role)).collect()
    }

    use PersonRole::{Correspondent, Editor, Photographer, Reporter};

    #[test]
    fn bylines_of_the_press() {
        let table: &[(&str, &[(&str, PersonRole)])] = &[
            ("记者︰王小明", &[("王小明", Reporter)]),
            ("编辑：李大同", &[("李大同", Editor)]),
            ("责任编辑： 周平", &[("周平", Editor)]),
            ("【编辑:赵家宝】", &[("赵家宝", Editor)]),
            ("（责编：张三丰、李四海）", &[("张三丰", Editor), ("李四海", Editor)]),
            ("[责任编辑：张三丰]", &[("张三丰", Editor)]),
            ("本报记者 张三丰", &[("张三丰", Reporter)]),
            ("新华社记者张三丰、李四海", &[("张三丰", Reporter), ("李四海", Reporter)]),
            ("(记者 孙一凡)", &[("孙一凡", Reporter)]),
            ("记者 王一一 通讯员 陈二二", &[("王一一", Reporter), ("陈二二", Correspondent)]),
            ("编辑 张三丰 校对 李四海", &[("张三丰", Editor)]),
            ("校对：李四海", &[]),
            ("摄影：林大为", &[("林大为", Photographer)]),
            ("文／欧阳小明 图／林大为", &[("欧阳小明", Reporter), ("林大为", Photographer)]),
            ("记者：王小明编辑：李大同", &[("王小明", Reporter), ("李大同", Editor)]),
            ("（编辑：李大同）1100405", &[("李大同", Editor)]),
            ("责编：买买提·艾力", &[("买买提·艾力", Editor)]),
            ("记者：John Tan", &[("John Tan", Reporter)]),
            ("记者 王 强", &[("王 强", Reporter)]),
            ("中青报·中青网记者 张三丰", &[("张三丰", Reporter)]),
            ("王一一 报道", &[("王一一", Reporter)]),
            ("记者王小明／柳江报导", &[("王小明", Reporter)]),
            ("界面新闻记者 | 张三丰", &[("张三丰", Reporter)]),
        ];
        for (line, expected) in table {
            assert!(byline(line).is_some(), "{line}");
            assert_eq!(read(line), *expected, "{line}");
        }
    }

    #[test]
    fn what_only_looks_like_a_byline() {
        for line in [
            "编辑推荐",
            "记者手记",
            "记者从有关部门获悉，今年增长三成。",
            "作者简介",
            "摄影展开幕",
            "文化中心落成",
            "图书馆延长开放",
            "编辑部搬迁启事",
        ] {
            assert_eq!(byline(line), None, "{line}");
        }
    }

    #[test]
    fn names_are_parted_from_places() {
        assert_eq!(names_then_place("王小明台北"), Some((Vec::from(["王小明"]), Some("台北"))));
        assert_eq!(names_then_place("王小明、李大同新德里"), Some((Vec::from(["王小明", "李大同"]), Some("新德里"))));
        assert_eq!(names_then_place("王小明／屏东"), Some((Vec::from(["王小明"]), Some("屏东"))));
        assert_eq!(names_then_place("王小明／综合"), Some((Vec::from(["王小明"]), None)));
        assert_eq!(names_then_place("王明台北"), Some((Vec::from(["王明"]), Some("台北"))));
        assert_eq!(names_then_place("王小明无名乡"), Some((Vec::from(["王小明"]), Some("无名乡"))));
        assert_eq!(names_then_place("王小明 北京"), Some((Vec::from(["王小明"]), Some("北京"))));
        assert_eq!(names_then_place("王小明"), Some((Vec::from(["王小明"]), None)));
        assert_eq!(names_then_place("2021"), None);
    }

    #[test]
    fn photographers_stand_before_their_verb() {
        let names = |s| photographers(s).into_iter().map(|person| person.name).collect::<Vec<_>>();
        assert_eq!(names("资料图：市民出行。中新社记者 张三丰 摄"), ["张三丰"]);
        assert_eq!(names("医护人员离开。（林大为摄）"), ["林大为"]);
        assert_eq!(names("大桥全长三公里。记者王小明／摄影"), ["王小明"]);
        assert_eq!(names("市场一角。"), Vec::<&str>::new());
    }
}
