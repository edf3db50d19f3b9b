//! Names: what is one by its form and its surname, lists of them, and the place glued after the last.

use alloc::vec::Vec;

use super::signers::after_outlet;
use super::{Credit, as_reporters};
use crate::any_of::{WordSet, any_of};
use crate::chars::{HanSet, one_of};
use crate::general;
use crate::layout::tables::{self, COMMON_SURNAMES, SURNAMES};
use crate::layout::text::{after, before, first, is_blank, is_digit, is_han, length, run, trim, trim_start};
use crate::layout::{naming, outlets};
use crate::vocabulary::{COMPOUND_SURNAMES, CUES, KINDS, NOT_NAMES, OFFICES, PLACE_NOISE, PLACES, STAMP_NOISE, TITLES};

/// The names at the start of `s`, whatever their surnames, where none of them is another word; and what follows.
pub(super) fn unusual_names(s: &str) -> Option<(Vec<&str>, &str)> {
    let (names, left) = names(s, false);
    ((1..=3).contains(&names.len()) && names.iter().all(|name| may_be_name(name))).then_some((names, left))
}

/// True where a name of two or three characters may be one without a known surname: it is no other word.
pub(in crate::layout) fn may_be_name(name: &str) -> bool {
    (2..=3).contains(&length(name)) && !outlets::is_channel(name) && CUES.longest(name).is_none()
}

/// The names at the start of `s`, and what follows the last.
///
/// They are parted by 、 ， , / or blanks. The list ends before a role word, a place with 報導 and anything that is no name.
pub(in crate::layout) fn names(s: &str, strict: bool) -> (Vec<&str>, &str) {
    let mut found = Vec::new();
    let mut rest = s;
    loop {
        let start = rest.trim_start_matches(|c: char| is_blank(c) || one_of!("、，,/／&;；▪●").contains(c));
        if start.starts_with("发自") {
            break;
        }
        // John Tan和Mary Ho, John Tan and Mary Ho, JOHN TAN, MARY HO
        let latin = found.last().is_some_and(|name: &&str| name.is_ascii());
        let joined = any_of!["和", "and "].strip_prefix(start).filter(|_| latin).map(trim_start);
        let start = joined.filter(|next| next.starts_with(|c: char| c.is_ascii_uppercase())).unwrap_or(start);
        let listed = !found.is_empty() && !latin && parted_by(rest, start, &['，', ',', ';', '；']);
        let Some(name) = name(start, strict || listed) else {
            break;
        };
        // ／台北報導 after a name is a place, and so are two characters and 報導 after a blank
        let reports = REPORTS.begins(trim_start(after(start, name)));
        let is_short = length(name) == 2 && !parted_by(rest, start, &['、']) || parted_by(rest, start, &['／', '/']);
        if reports && !found.is_empty() && (is_short || is_place(name)) {
            break;
        }
        // 浏览：312 after the names counts the readers
        let value = after(start, name).strip_prefix(['：', ':']).map(trim_start);
        if !found.is_empty() && value.is_some_and(|value| value.starts_with(is_digit)) {
            break;
        }
        // 审读：李大同, 影像／何思敏 after the names is the next label
        let labels = value.is_some() || after(start, name).starts_with(['／', '/']) && is_apart(before(rest, start));
        if !found.is_empty() && labels && is_label_word(name) {
            break;
        }
        found.push(name);
        rest = after(start, name);
    }
    (found, rest)
}

/// True where nothing but blanks stands between a name and the next.
fn is_apart(between: &str) -> bool {
    !between.is_empty() && between.chars().all(is_blank)
}

/// True for a word that is rather a label than a name: it is a word or has no surname.
pub(super) fn is_label_word(word: &str) -> bool {
    !has_surname(word) || is_word(word)
}

/// True for a known place, 縣 or 市 after it perhaps: 台北, 花蓮縣.
pub(in crate::layout) fn is_place(s: &str) -> bool {
    PLACES.contains(s) || PLACES.contains(s.trim_end_matches(['县', '市']))
}

/// Words after the name of one who reports.
pub(super) const REPORTS: &WordSet = any_of!["报导", "报道"];

/// True when one of `marks` stands in what was skipped before `start`.
fn parted_by(rest: &str, start: &str, marks: &[char]) -> bool {
    before(rest, start).contains(marks)
}

/// The name at the start of `s`: the run of Han characters, unless it is no name.
fn name(s: &str, strict: bool) -> Option<&str> {
    let name = name_by_form(s, strict)?;
    let is_other = length(name) > 2 && outlets::signs(name)
        || outlets::is_known(name)
        || tables::role_at(s).is_some_and(|(_, word)| length(word) > 1)
        || tables::is_label(s)
        || tables::is_label(name)
        || after_outlet(s).len() < s.len();
    (!is_other).then_some(name)
}

/// The run at the start of `s` that has the form of a name.
fn name_by_form(s: &str, strict: bool) -> Option<&str> {
    let run = cut_at_role(name_run(s));
    let run = if REPORTS.begins(after(s, run)) { before_place(run) } else { without_deed(run) };
    // 作者王小明系某某大學教授: no name holds 系
    let run = run.strip_suffix('等').filter(|head| (2..=3).contains(&length(head)) && has_surname(head)).unwrap_or(run);
    let run = run.split_once('系').map(|(head, _)| head).filter(|head| (2..=3).contains(&length(head))).unwrap_or(run);
    // 作者：团委
    let is_body = !has_surname(run) && run.ends_with(['委', '办', '处', '科', '局', '厅']) || run.ends_with('署');
    if run.starts_with(['我', '你', '他', '她']) || is_body || is_side(run) || is_unit(run) || is_ours(run) {
        return None;
    }
    if let Some((first, _)) = run.split_once(['·', '•', '‧', '・']) {
        // 中国·柳江
        let is_place = general::get(first).is_some_and(|word| word.pos == general::Pos::Place);
        let is_role = tables::role_at(first).is_some_and(|(_, word)| word == first);
        return (!is_place && !is_role && length(run) <= 16).then_some(run);
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
    if !strict && (4..=8).contains(&length(run)) && is_foreign(run, 0) {
        return Some(run);
    }
    let (most, least) = (if has_compound_surname(run) || !strict { 4 } else { 3 }, 2);
    if !strict && run.is_empty() {
        return latin_name(s);
    }
    // 采编：从纸到屏
    if length(run) == 4 && most == 4 && !has_compound_surname(run) && run.contains(CLAUSE) {
        return None;
    }
    let has_form = (least..=most).contains(&length(run)) && (!strict || has_surname(run));
    (has_form && !GIVEN.is_in(run)).then_some(run)
}

/// `run` without what its bearer did: 王小文 is a name, 王小明文 a name and what he did, 歐陽小文 a name again; 王小明台北報導
/// names the place as well.
fn without_deed(run: &str) -> &str {
    const DEEDS: &WordSet = any_of!["摄影报道", "翻摄", "拍摄", "摄", "报导", "报道", "文", "撰", "整理"];
    let Some(word) = DEEDS.suffix(run) else { return run };
    let whole = before(run, word);
    let head = if REPORTS.contains(word) { before_place(whole) } else { whole };
    // a surname of two characters is no name yet
    let least = usize::from(has_compound_surname(run)) + if matches!(word, "文" | "撰") { 3 } else { 2 };
    let is_whole = matches!(word, "文" | "撰") && length(head) == 3 && has_two_surnames(run);
    let is_name = (least..=4).contains(&length(head)) && !PLACES.contains(head) && !is_whole;
    if is_name { head } else { run }
}

/// The name before the place that was reported from, or the way it was reported: 王小明台北, 王小明綜合.
fn before_place(head: &str) -> &str {
    let mut name = head;
    while length(name) > 3 {
        let Some(word) = PLACE_NOISE.suffix(name).or_else(|| PLACES.suffix(name)) else { break };
        name = before(name, word);
    }
    if length(name) > 1 && has_surname(name) { name } else { head }
}

/// True where two of the commonest surnames begin a run: 陳林志文.
fn has_two_surnames(run: &str) -> bool {
    first(run, 2).chars().all(|c| COMMON_SURNAMES.contains(c))
}

/// True for where somebody stands in a picture, or the picture: 左图, 左一, 左起.
fn is_side(run: &str) -> bool {
    let place = run.strip_prefix(['左', '右']);
    place.is_some_and(|place| {
        length(place) == 1 && place.starts_with(|c| one_of!("图一二三四五六七八上下中侧边起").contains(c))
    })
}

/// True for the page itself, which no person is: 本报讯, 本网.
fn is_ours(run: &str) -> bool {
    any_of!["本报", "本网", "本站", "本刊", "本台", "匿名", "集体"].begins(run)
}

/// True for the unit of a table: 万元, 千人.
fn is_unit(run: &str) -> bool {
    let unit = run.strip_prefix(['万', '千', '百', '亿']);
    unit.is_some_and(|unit| {
        length(unit) == 1 && unit.starts_with(|c| one_of!("元人吨亩户辆台件家套股只头双次间").contains(c))
    })
}

/// Characters that end the names of accounts and bodies, not of people.
const ACCOUNTS: &[char] =
    &['圈', '号', '网', '台', '报', '社', '局', '部', '组', '队', '吧', '榜', '站', '院', '讯', '评', '版'];

/// Characters that four characters without a surname of two hold where they are a clause.
const CLAUSE: &[char] = &['从', '到', '的', '在', '不', '了', '么', '怎', '是', '有'];

/// Characters of Tibetan, Mongolian and Uyghur names, whose bearers have no surname.
static SYLLABLES: HanSet<{ OF_NAMES.len() / 3 }> = HanSet::of(OF_NAMES);
const OF_NAMES: &str = "阿艾巴白班贝比毕边布才仓曹查次措达丹旦道德邓登迪丁东顿多额尔发嘎嘉噶格贡根古哈海赫呼胡华吉加江杰金旧卡康可克库拉朗老勒丽列龙罗洛马玛麦曼毛美蒙木姆穆娜那乃尼诺平珠其齐奇钦琼曲热仁日瑞萨色森沙桑尚索塔台泰特提天铁图吐脱娃旺威维文乌西希仙尧雅央扬仰耶叶伊益英永尤玉元云泽增扎占哲珍卓兹孜孙肉买依衣兰们斯法利末力摩";

/// True where all of the characters of `run` but so many are those of Tibetan, Mongolian or Uyghur names.
fn is_foreign(run: &str, but: usize) -> bool {
    run.chars().filter(|c| !SYLLABLES.contains(*c)).nth(but).is_none()
}

/// What stands where a photographer would, and names nobody: 業者提供.
pub(super) const GIVEN: &WordSet = any_of!["提供", "受访", "取自", "网上", "网络", "资料", "档案", "截图", "翻摄"];

/// The Han characters at the start of `s`, with the points of Uyghur, Tibetan and foreign names.
pub(super) fn name_run(s: &str) -> &str {
    let window = first(s, 24);
    run(window, |c| is_han(c) && c != '丨' || matches!(c, '·' | '•' | '‧' | '・'))
        .trim_end_matches(['·', '•', '‧', '・'])
}

/// `run` up to a role word in it: `張三編輯` is 張三.
pub(super) fn cut_at_role(run: &str) -> &str {
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
    let following = after(s, run);
    let second = name_run(trim_start(following));
    let gap = length(before(following, second));
    let apart = !run.is_empty() && has_surname(run) && length(second) == 1 && (1..=2).contains(&gap);
    apart.then(|| before(s, after(s, second)))
}

/// A name in Latin letters: `John Tan`, `By John Tan`.
pub(in crate::layout) fn latin_name(s: &str) -> Option<&str> {
    let s = any_of!["By ", "BY ", "by "].strip_prefix(s).unwrap_or(s);
    let end = s
        .find(|c: char| !c.is_ascii_alphabetic() && !matches!(c, ' ' | '\u{A0}' | '.' | '-' | '\''))
        .unwrap_or(s.len());
    let name = trim(s.get(..end)?);
    let name = any_of![" and "].find(name).and_then(|(at, _)| name.get(..at)).unwrap_or(name);
    // 圖／TVBS, 圖／Pixabay
    let goes_on = |c: char| is_han(c) && c != '丨' || is_digit(c);
    let is_short = name.len() == 2 && !s.get(end..).unwrap_or_default().starts_with(goes_on);
    // Some News is no person
    let is_paper = any_of![" News", " Times", " Post", " Journal", " Press", " Daily", " Media"].ends(name);
    let is_paper = is_paper || any_of![" of ", " for "].is_in(name);
    if is_paper || outlets::is_outlet(name) || !name.contains(is_blank) && name.len() > 5 || name.len() < 3 && !is_short
    {
        return None;
    }
    (name.starts_with(|c: char| c.is_ascii_uppercase()) && (2..=30).contains(&name.len())).then_some(name)
}

/// True when a run begins with a known surname.
pub(super) fn has_surname(run: &str) -> bool {
    has_compound_surname(run) || run.starts_with(|c| SURNAMES.contains(c))
}

/// True for a run of four characters that no surname of two begins and no point parts: rather an outlet than a name.
pub(super) fn is_longer_than_names(run: &str) -> bool {
    !has_compound_surname(run) && run.chars().all(is_han) && !is_foreign(run, 0)
}

/// True when a run begins with a surname of two characters.
fn has_compound_surname(run: &str) -> bool {
    COMPOUND_SURNAMES.longest(run).is_some()
}

/// The names that a role word announces, whatever their surnames, up to the end, a closing mark or what they did; and what
/// follows: 阿卜杜拉、王小明, 乌兰图雅, John Smith.
///
/// Every piece between 、 or blanks has the form of a name and is no other word. `parted` where a mark or a blank stands before
/// them.
pub(in crate::layout) fn told_names(s: &str, parted: bool) -> Option<(Vec<&str>, &str)> {
    const MOST: usize = 60;
    let window = first(s, MOST + 1);
    let end = window.find(|c| is_digit(c) || one_of!("）)】］]；;。：:|｜丨/／（(").contains(c));
    let end = end.or((window.len() == s.len()).then_some(s.len()))?;
    // 编辑：…, 原文／… are the next label, ／台北報導 is none
    let next = s.get(end..)?;
    let placed = || KINDS.suffix(trim(next)).is_some_and(|kind| length(kind) > 1);
    if next.starts_with(['：', ':', '|', '｜', '丨', '。']) || next.starts_with(['/', '／']) && !placed() {
        return None;
    }
    let whole = trim(s.get(..end)?);
    let reported = REPORTS.suffix(whole);
    let whole = trim(reported.map_or(whole, |word| before(whole, word)));
    let whole = whole.strip_suffix('等').unwrap_or(whole);
    // 王小明 柳江报道
    let last = whole.rsplit(is_blank).next().filter(|last| last.len() < whole.len() && reported.is_some());
    let whole = last.filter(|last| may_be_place(last)).map_or(whole, |last| trim(before(whole, last)));
    let mut found = Vec::new();
    for part in whole.split(['、', '&']).map(trim) {
        let latin = latin_name(part).filter(|name| *name == part);
        match latin {
            Some(name) => found.push(name),
            None => found.extend(part.split(is_blank).filter(|piece| !piece.is_empty())),
        }
    }
    without_stations(&mut found);
    let several = found.len() > 1;
    let usual = || found.iter().any(|name| has_surname(name) || is_foreign(name, 1));
    let sound = (1..=8).contains(&found.len())
        && (!several || usual())
        && found.iter().all(|name| is_told(name, several || parted));
    sound.then(|| (found, after(s, whole)))
}

/// Leaves out the stations for which some of several reporters work: 王小明 柳江台 李大同.
pub(super) fn without_stations(names: &mut Vec<&str>) {
    let is_station = |name: &str| {
        let stem = any_of!["总站", "台", "站"].strip_suffix(name);
        stem.is_some_and(|stem| {
            length(stem) > 1 && (name.ends_with("总站") || PLACES.contains(stem) || may_be_place(stem))
        })
    };
    if names.len() > 1 {
        names.retain(|name| !is_station(name));
    }
}

/// True where `name`, which a role word announces, may be one: it is neither a place, an outlet nor a word, nor made of words.
/// One that is glued to the role word has the syllables of foreign names; `apart`, it need not.
pub(in crate::layout) fn is_told(name: &str, apart: bool) -> bool {
    const POINTS: &[char] = &['·', '•', '‧', '・', '.', '．'];
    if latin_name(name) == Some(name) {
        return apart;
    }
    let pointed = name.contains(POINTS);
    let is_other = PLACES.contains(name)
        || !name.chars().all(|c| is_han(c) || pointed && (POINTS.contains(&c) || c.is_ascii_uppercase()))
        || outlets::signs(name)
        || KINDS.suffix(name).is_some()
        || PLACE_NOISE.suffix(name).is_some()
        || length(name) > 2 && OFFICES.suffix(name).is_some()
        || tables::role_at(name).is_some_and(|(_, word)| length(word) > 1)
        || tables::is_label(name)
        || cut_at_role(name).len() < name.len()
        || STAMP_NOISE.contains(name)
        || is_side(name)
        || is_ours(name)
        || GIVEN.is_in(name)
        || name.contains(CLAUSE)
        || length(name) > 4 && TITLES.suffix(name).is_some();
    let count = length(name);
    let is_body = (!has_surname(name) || count > 3)
        && (name.ends_with(ACCOUNTS)
            || name.ends_with(['室', '心', '会', '团', '人', '司', '校', '委', '处', '科', '办']))
        || count > 3 && outlets::is_channel(first(name, 2))
        // 湖东晨报王小明
        || count > 4 && name.char_indices().skip(3).any(|(at, _)| name.get(..at).is_some_and(outlets::signs));
    match count {
        _ if is_other || is_body => false,
        2..=3 => may_be_name(name) && (has_surname(name) || general::get(name).is_none()),
        4..=16 if pointed => {
            !name.split(POINTS).any(|part| tables::role_at(part).is_some_and(|(_, word)| word == part))
        }
        4..=8 if has_compound_surname(name) && count == 4 || is_foreign(name, 1) => true,
        4..=8 => apart && general::get(name).is_none() && naming::is_coined(name),
        _ => false,
    }
}

/// The bare names that make up the whole of `s` (`霍然 魏路` in a bracket), or none.
pub(in crate::layout) fn bare_names(s: &str) -> Option<Vec<&str>> {
    let (names, rest) = names(trim(s), false);
    let sound = trim(rest).is_empty()
        && !names.is_empty()
        && names.iter().all(|name| name.contains(['·', '•', '‧']) || has_surname(name));
    sound.then_some(names)
}

/// The bare names of a line or bracket that only its place makes a byline, where they are no words: 王小明, but not 高考.
pub(in crate::layout) fn lone_names(s: &str) -> Option<Vec<&str>> {
    bare_names(s).filter(|names| !names.iter().any(|name| is_word(name)))
}

/// True where what has the form of a name is rather a word: 高考, 連雲港, 温馨提示.
pub(in crate::layout) fn is_word(name: &str) -> bool {
    // the dictionary calls 李明 a person, and 洪水 and 馬拉松 as well
    let is_common = || length(name) < 4 && name.starts_with(|c| COMMON_SURNAMES.contains(c));
    let is_person = |word: general::Word| word.pos == general::Pos::Person && is_common();
    general::get(name).is_some_and(|word| !is_person(word))
        || length(name) == 2 && name.ends_with('评')
        || name.contains('繁') && name.contains('简')
        || length(name) == 4 && is_longer_than_names(name)
        || length(name) == 3 && name.ends_with(ACCOUNTS)
}

/// The names in a bracket that signs a text, an office before them perhaps: 某某市水务局 王小明.
pub(in crate::layout) fn signed(s: &str) -> Option<Vec<&str>> {
    let office = || trim(s).split_once(is_blank).filter(|(office, _)| OFFICES.suffix(office).is_some());
    // 王小明译
    let done = any_of!["译", "编译", "整理", "编辑", "编", "撰"].strip_suffix(s).filter(|head| length(head) > 1);
    let done = done.and_then(lone_names).filter(|names| names.len() == 1);
    // 县发改局 王小明 报送
    let sent = any_of![" 供稿", " 报送", " 投稿", " 来稿", " 文"].strip_suffix(s);
    if let Some(names) = sent {
        return signed(names);
    }
    done.or_else(|| lone_names(s)).or_else(|| office().and_then(|(_, names)| bare_names(names)))
}

/// The names after an outlet that no role word announces, up to the end or a bar: `工商時報 王小明`.
pub(in crate::layout) fn names_alone(s: &str) -> Option<(Vec<Credit<'_>>, &str)> {
    let (names, rest) = names(s, true);
    let ends = trim(rest).is_empty()
        || trim_start(rest).starts_with(['|', '｜', '/', '／', '-', '·', '•', '・', '‧'])
        || is_digit_next(rest);
    // 关闭 is a tool of the page
    let is_verb = |name: &str| general::get(name).is_some_and(|word| word.pos == general::Pos::Verb);
    let ends = ends && !(names.len() == 1 && names.iter().all(|name| is_verb(name)));
    let found: Vec<_> = as_reporters(names);
    (ends && (1..=3).contains(&found.len())).then_some((found, rest))
}

/// True where a digit follows blanks.
fn is_digit_next(s: &str) -> bool {
    trim_start(s).starts_with(is_digit)
}

/// Names of two and three characters that lost the blanks between: 劉建設歐惠蘭. Each begins with a surname, and only one way
/// to part them is taken.
pub(super) fn glued_names(s: &str) -> Option<Vec<&str>> {
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
    // 王小明台中: one name and a place
    let placed = PLACES.suffix(s).map(|place| before(s, place));
    if placed.is_some_and(|head| (2..=3).contains(&length(head)) && has_surname(head)) {
        return None;
    }
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

/// The bare names in the bracket after a dateline, where surnames may be rare: several names need none that is known.
pub(in crate::layout) fn announced_names(s: &str) -> Option<Vec<&str>> {
    bare_names(s).or_else(|| glued_names(s)).or_else(|| {
        let (names, rest) = names(trim(s), false);
        (trim(rest).is_empty() && names.len() > 1).then_some(names)
    })
}

/// Names and the place glued after the last: `王小明、李大同台北` gives the two and 台北.
///
/// A known place decides; else a name of three characters is taken before it, or of two when only four are there.
pub(in crate::layout) fn names_then_place(s: &str) -> Option<(Vec<&str>, Option<&str>)> {
    let mut found = Vec::new();
    let mut place = None;
    // 王小明編譯 before 報導
    let s = any_of!["编译", "整理", "采访"].strip_suffix(trim(s)).filter(|head| length(head) > 1).unwrap_or(s);
    let mut rest = trim(s);
    while !rest.is_empty() {
        // John Smith台北
        if let Some(name) = latin_name(rest).filter(|name| name.contains(' ')) {
            found.push(name);
            rest = trim_start(after(rest, name)).trim_start_matches(['、', '，', ',', '/', '／']);
            continue;
        }
        // 记者王小明、通讯员李大同
        rest = tables::role_at(rest).filter(|(_, word)| length(word) > 1).map_or(rest, |(_, word)| {
            after(rest, word).trim_start_matches(|c: char| is_blank(c) || one_of!("：:").contains(c))
        });
        let run = cut_at_role(name_run(rest));
        if run.is_empty() {
            return None;
        }
        rest = after(rest, run);
        let after_slash = before(s, run).trim_end_matches(is_blank).ends_with(['/', '／', '|', '｜', '丨', '︱']);
        let last = trim(rest).is_empty();
        // 王小明 北京、上海
        let joint = trim(after(s, before(s, run)));
        if !found.is_empty() && joint.contains('、') && joint.split('、').map(trim).all(|place| PLACES.contains(place))
        {
            return Some((found, Some(joint)));
        }
        // 王小明／台中－台北
        if after_slash && !found.is_empty() && !last && PLACES.contains(run) {
            return Some((found, Some(run)));
        }
        let (name, tail) = if last
            && !found.is_empty()
            && (after_slash || is_place(without_noise(run)) || length(run) == 2 && may_be_place(run))
        {
            ("", run)
        } else if last {
            name_and_place(run)
        } else {
            (run, "")
        };
        if !name.is_empty() {
            if !(2..=4).contains(&length(name)) && !name.contains(['·', '•', '‧']) && !is_foreign(name, 1) {
                return None;
            }
            found.push(name);
        }
        let tail = without_noise(tail);
        place = (!tail.is_empty()).then_some(tail);
        rest = rest.trim_start_matches(|c: char| is_blank(c) || one_of!("、，,/／|｜丨︱-－").contains(c));
    }
    (!found.is_empty()).then_some((found, place))
}

/// `s` without the words between a place and the end of a dateline (新聞, 綜合, 即時).
pub(in crate::layout) fn without_noise(s: &str) -> &str {
    let mut s = trim(s);
    while let Some(noise) = PLACE_NOISE.suffix(s).filter(|_| !PLACES.contains(s)) {
        s = trim(before(s, noise));
    }
    s
}

/// True for a word that may be a place of no table: it has no surname, or it ends as places do and no common surname begins it.
fn may_be_place(word: &str) -> bool {
    const ENDS: &str = "江州山城河海湖阳阴县市区乡镇村岛港口湾门川林溪原沙宁安津京水洲浦埔投东西南北";
    !has_surname(word) || word.ends_with(|c| ENDS.contains(c)) && !word.starts_with(|c| COMMON_SURNAMES.contains(c))
}

/// A run cut into a name and the place after it; one of them may be empty.
fn name_and_place(run: &str) -> (&str, &str) {
    let bare = without_noise(run);
    // 台北, 花蓮縣
    let stem = bare.strip_suffix(['县', '市', '区', '州', '省']).unwrap_or(bare);
    for known in [bare, stem] {
        if let Some(place) = PLACES.suffix(known).filter(|place| length(before(known, place)) >= 2) {
            let mut name = before(known, place);
            // 台灣台北
            let is_named = |head: &str| length(head) > 1 && !has_compound_surname(name);
            while let Some(wider) = PLACES.suffix(name).filter(|wider| is_named(before(name, wider))) {
                name = before(name, wider);
            }
            return (name, after(bare, name));
        }
    }
    if run.contains(['·', '•', '‧']) {
        return (run, "");
    }
    let count = length(bare);
    let whole = (4..=8).contains(&count) && (!has_surname(bare) || is_foreign(bare, 1));
    let cut = match count {
        0..=3 => count,
        _ if whole => count,
        4 if has_compound_surname(bare) || !may_be_place(after(bare, first(bare, 2))) => 4,
        4 => 2,
        // 游晴花蓮縣: a county has three characters
        5 if bare.ends_with(['县', '市', '区']) => 2,
        _ if has_compound_surname(bare) && count > 5 => 4,
        _ => 3,
    };
    let name = first(bare, cut);
    (name, after(bare, name))
}
