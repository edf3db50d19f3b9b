//! A credit: role words and the names after them, and the photographers in the last words of a caption.

use alloc::vec::Vec;

use super::Credit;
use super::bylines::BULLETS;
use super::names::{
    GIVEN, bare_names, cut_at_role, glued_names, has_surname, is_label_word, is_longer_than_names, name_run, names,
    names_alone, told_names, unusual_names, without_stations,
};
use super::signers::after_outlet;
use crate::any_of::any_of;
use crate::chars::{CharSet, one_of};
use crate::layout::printed::stamp;
use crate::layout::text::{
    ANNOUNCING, after, before, bracketed, is_blank, is_digit, is_han, length, run, trim, trim_start,
};
use crate::layout::{PersonRole, outlets, tables};
use crate::vocabulary::{KINDS, OFFICES, PLACES};

/// All the people of a run of credits (`记者 甲 通讯员 乙`), and what follows it; `None` where no credit stands.
///
/// With `strict`, a name that no colon announces must begin with a surname. Roles that the model lacks (校對) give nobody,
/// but are read.
pub(in crate::layout) fn credits(s: &str, strict: bool) -> Option<(Vec<Credit<'_>>, &str)> {
    let mut people = Vec::new();
    let mut rest = s;
    let mut any = false;
    while let Some(following) = credit(rest, strict, &mut people).or_else(|| other_credit(rest).filter(|_| any)) {
        any = true;
        // 王小明（实习）
        let is_rank = |note: &str| note.starts_with(['实', '见']) && note.len() < 15;
        let noted = bracketed(following, 12).filter(|(note, _)| is_rank(note) || tables::role_at(note).is_none());
        // 王小明（ming@some.news）
        let address = bracketed(trim_start(following), 48).filter(|(note, _)| note.contains('@') && note.is_ascii());
        let noted = noted.or(address);
        // 王小明（实习）、李大同
        let more = noted.filter(|(_, left)| left.starts_with('、')).map(|(_, left)| names(left, true));
        if let Some(((more, _), last)) = more.as_ref().zip(people.last().copied()) {
            people.extend(more.iter().map(|name| Credit { name, role: last.role }));
        }
        let following = more.map_or(noted.map_or(following, |(_, after)| after), |(_, left)| left);
        let parts = |c: char| is_blank(c) || one_of!("、，,;；|｜丨︱/／").contains(c) || BULLETS.contains(&c);
        rest = following.trim_start_matches(parts);
    }
    any.then_some((people, rest))
}

/// What follows a label that no table knows and whom it credits: 审读：李大同, 影像／何思敏.
fn other_credit(s: &str) -> Option<&str> {
    let label = run(s, is_han);
    let marked = trim_start(after(s, label)).trim_start_matches(|c| is_mark(c) && c != '、');
    let asks = (2..=5).contains(&length(label)) && is_label_word(label) && !tables::is_label(s);
    let (names, rest) = names(marked, false);
    // 原文／Some Times
    let latin = run(marked, |c| c.is_ascii_alphabetic() || matches!(c, ' ' | '.' | '-'));
    if asks && names.is_empty() && trim(latin).len() > 3 {
        return Some(after(marked, latin));
    }
    (asks && marked.len() < trim_start(after(s, label)).len() && !names.is_empty()).then_some(rest)
}

/// The role words at the start of a credit, before any name.
struct Roles<'a> {
    role: Option<PersonRole>,
    /// The last of the words.
    word: &'a str,
    /// A mark between word and name announces it.
    announced: bool,
    following: &'a str,
}

/// Marks between a role and its names.
pub(super) fn is_mark(c: char) -> bool {
    ANNOUNCING.contains(&c) || matches!(c, '】' | '●' | '、' | '·' | '．' | '‧' | '・' | '＿' | '-' | '–' | '－' | '‖')
}

/// The role words that `s` begins with: 文、攝：王小明 has two.
fn roles(s: &str, has_people: bool) -> Option<Roles<'_>> {
    const CLOSING: &[char] = &['】', ']', '］', '〕'];
    // 【记者】王小明, [ 作者 ]：王小明
    let closes = |inner: &&str| {
        tables::role_at(inner).is_some_and(|(_, word)| trim_start(after(inner, word)).starts_with(CLOSING))
    };
    let inner = s.strip_prefix(['【', '[', '［', '〔']).map(trim_start).filter(closes);
    let s = inner.unwrap_or(s);
    let (mut role, word) = tables::role_at(s)?;
    let mut following = after(s, word);
    if inner.is_some() {
        following = trim_start(following).strip_prefix(CLOSING).unwrap_or(following);
        let announced = true;
        return Some(Roles { role, word, announced, following });
    }
    // 文 王小明 and nothing else
    let lone = length(word) == 1 && following.starts_with(is_blank) && {
        let (named, rest) = names(following, true);
        names_alone(following).is_some() || !named.is_empty() && tables::role_at(trim_start(rest)).is_some()
    };
    let mut announced = trim_start(following).starts_with(is_mark) || lone;
    // 文-理分科
    let hyphened = trim_start(following).strip_prefix(['-', '–', '－']);
    announced &= hyphened.is_none_or(|rest| !names(trim_start(rest), true).0.is_empty());
    let glued = !announced && !following.starts_with(is_blank) && !following.is_empty();
    // 编译中心 is a desk
    if glued && any_of!["中心", "部", "组", "室", "团队"].begins(following) {
        return None;
    }
    let is_of_person = word.ends_with(['者', '员', '译', '辑', '编', '生']);
    // after the others who did something
    let is_shot = has_people && matches!(word, "摄影" | "校对") && names_alone(following).is_some();
    while let Some((more, word, tail, marked)) = joined_role(following) {
        // 图/记者 王小明: the reporter took the picture
        let shot = role == Some(PersonRole::Photographer) && word.ends_with(['者', '员']);
        let takes = !shot && matches!(role, Some(PersonRole::Photographer) | None);
        role = if takes { more.or(role) } else { role };
        (announced, following) = (announced || marked, tail);
    }
    if !announced && (length(word) == 1 || glued && !is_of_person && !is_shot) {
        return None;
    }
    Some(Roles { role, word, announced, following })
}

/// Another role word at the start of `s` after the mark or word that joins it to the one before: its role, itself, what
/// follows, and whether a mark stands after it. 文、攝, 文与图, 报道/摄影.
fn joined_role(s: &str) -> Option<(Option<PersonRole>, &str, &str, bool)> {
    const MARKS: &[char] = &['、', '/', '／', '·', '．', '‧', '・', '•', '&', '＆'];
    let worded = s.strip_prefix(['与', '及', '和', '并']);
    let joined = worded.unwrap_or_else(|| s.trim_start_matches(MARKS));
    let (more, word) = tables::role_at(joined)?;
    let tail = after(joined, word);
    let marked = trim_start(tail).starts_with(|c| ANNOUNCING.contains(&c) || matches!(c, '、' | '·'));
    // 报导摄影：
    let bare = joined.len() == s.len();
    let sound = if worded.is_some() || bare { marked } else { marked || tail.starts_with(is_blank) };
    sound.then_some((more, word, tail, marked))
}

/// What follows one credit, whose people go to `people`.
fn credit<'a>(s: &'a str, strict: bool, people: &mut Vec<Credit<'a>>) -> Option<&'a str> {
    let whole = after_outlet(s);
    let read = roles(whole, !people.is_empty())?;
    let start = read
        .following
        .trim_start_matches(|c: char| is_blank(c) || is_mark(c) || c == '）' || read.announced && BULLETS.contains(&c));
    // 文/本报记者 王小明: the outlet and another role word stand before the name
    let inner = after_outlet(start);
    // 作者： 浏览：
    if read.announced && tables::is_unfilled(start) && is_label_word(run(start, is_han)) {
        return Some(start);
    }
    if let Some(rest) = credit_of_value(&read, start, inner, strict, people) {
        return Some(rest);
    }
    // 潮新聞客戶端 記者 卜算珠: after an outlet and a blank stands a name, whatever its surname
    // By John Tan
    let is_told = read.word.eq_ignore_ascii_case("by")
        || read.following.starts_with(is_blank)
            && (whole.len() < s.len() || read.role == Some(PersonRole::Correspondent));
    let strict = strict && !read.announced && !is_told;
    let (mut names, mut rest) = names(start, strict);
    if strict && (names.is_empty() || !is_finished(rest)) {
        // 记者 小河: a name without a surname, where nothing else can stand
        let parted = read.following.starts_with(is_blank) || whole.len() < s.len();
        let told = unusual_names(start).filter(|(_, left)| parted && length(read.word) > 1 && is_finished(left));
        (names, rest) = told.unwrap_or((names, rest));
    }
    // 记者阿卜杜拉、王小明
    let is_of_person = read.word.ends_with(['者', '员', '生']);
    if (names.is_empty() || !is_finished(rest)) && (read.announced || length(read.word) > 1) {
        let parted = read.announced || read.following.starts_with(is_blank);
        (names, rest) = told_names(start, parted).unwrap_or((names, rest));
    }
    if names.is_empty() {
        // 记者王小明李大同
        let glued = cut_at_role(name_run(start));
        let signed = outlet_then_name(glued).filter(|_| read.announced);
        let parted = glued_names(glued).or_else(|| signed.map(|name| Vec::from([name])));
        let Some(parted) = parted else { return unnamed(&read, start, people) };
        (names, rest) = (parted, after(start, glued));
    }
    without_stations(&mut names);
    if !is_of_person {
        without_desk(start, &mut names);
    }
    let (role, rest) = shot(read.role, written(rest));
    people.extend(role.into_iter().flat_map(|role| names.iter().map(move |name| Credit { name, role })));
    Some(rest)
}

/// What follows the names of a label that the next label ends, or of another credit within this one: 作者：王小明时间：…,
/// 图/某报记者 王小明.
fn credit_of_value<'a>(
    read: &Roles<'a>,
    start: &'a str,
    inner: &'a str,
    strict: bool,
    people: &mut Vec<Credit<'a>>,
) -> Option<&'a str> {
    if let Some(value) = tables::before_label(start).filter(|_| read.announced) {
        let names = read
            .role
            .map_or_else(Vec::new, |role| whole_names(value).into_iter().map(|name| Credit { name, role }).collect());
        people.extend(names);
        return Some(after(start, value));
    }
    let is_role = tables::role_at(inner).is_some_and(|(_, word)| length(word) > 1);
    if !is_role || !read.announced && inner.len() == start.len() {
        return None;
    }
    let known = people.len();
    let rest = credit(inner, strict && !read.announced, people)?;
    // 图/某报记者 王小明, 编辑：记者王小明
    let rules = matches!(read.role, Some(PersonRole::Photographer | PersonRole::Editor)) && read.announced;
    let role = read.role.filter(|_| rules);
    people.iter_mut().skip(known).for_each(|person| person.role = role.unwrap_or(person.role));
    Some(rest)
}

/// True for a department or an outlet, which no person is: 宣传部, 某某网.
fn is_body(value: &str) -> bool {
    OFFICES.suffix(value).is_some()
        || outlets::signs(value)
        || length(value) > 2 && value.ends_with(['部', '处', '科', '局', '院', '办', '会', '室', '中', '学', '署'])
}

/// The names that are all of a value, or none: it may name a department.
fn whole_names(value: &str) -> Vec<&str> {
    let told = || {
        let (names, left) = told_names(value, true)?;
        (trim(left).is_empty() && length(value) <= 4 * names.len()).then_some(names)
    };
    bare_names(value).or_else(told).filter(|_| !is_body(value)).unwrap_or_default()
}

/// Leaves out the desk before the name of one: 文｜某某新知 王小明, 文／房产云 王小明.
fn without_desk(s: &str, names: &mut Vec<&str>) {
    let [desk, name, ..] = names.as_slice() else { return };
    let parted = after(s, desk).starts_with(is_blank);
    let is_desk =
        length(desk) > 3 && is_longer_than_names(desk) || desk.strip_suffix('云').is_some_and(outlets::is_channel);
    if parted && is_desk && length(name) <= 3 && has_surname(name) {
        names.remove(0);
    }
}

/// The name glued after that of an outlet: 某某日报王小明.
fn outlet_then_name(run: &str) -> Option<&str> {
    let heads = run.char_indices().skip(3).filter_map(|(at, _)| run.get(..at));
    heads
        .filter(|head| outlets::signs(head))
        .map(|head| after(run, head))
        .find(|name| (2..=3).contains(&length(name)) && has_surname(name) && !is_label_word(name))
}

/// True where a list of names is over: at the end, before a mark, another role, a place or a kind.
fn is_finished(rest: &str) -> bool {
    let after = trim_start(rest);
    // 王小明 SN225
    let code = run(after, |c| c.is_ascii_alphanumeric());
    after.is_empty()
        || code.len() == after.len() && code.ends_with(is_digit) && code.starts_with(|c: char| c.is_ascii_uppercase())
        || after.starts_with(['／', '/', '：', ':', '；', ';', '）', ')', '】', ']'])
        || tables::role_at(after).is_some_and(|(_, word)| length(word) > 1)
        || PLACES.prefix(after).is_some_and(|place| !is_station(after, place))
        || KINDS.prefix(after).is_some()
}

/// True for a station, not the place alone: 河北台.
fn is_station(s: &str, place: &str) -> bool {
    any_of!["台", "站", "总站"].begins(after(s, place))
}

/// The run of Han characters at the start of `s`, and whether it says where a picture is from: 网上图片、政府新闻处.
fn office_at(s: &str) -> (&str, bool) {
    let office = run(s, is_han);
    let given = GIVEN.is_in(office);
    (if given { run(s, |c| is_han(c) || c == '、') } else { office }, given)
}

/// What follows a role after which stands no name: an office, an outlet with a name after it, a name that is a place too.
fn unnamed<'a>(read: &Roles<'a>, start: &'a str, people: &mut Vec<Credit<'a>>) -> Option<&'a str> {
    if !read.announced {
        return None;
    }
    // 作者：市税务局
    let (office, given) = office_at(start);
    let following = after(start, office);
    let parted = following.starts_with(is_blank);
    // 文/观察者网 王小明, 文／Some云 王小明
    let mixed = start.split(is_blank).next().filter(|desk| desk.starts_with(|c: char| c.is_ascii_alphabetic()));
    let mixed = mixed.filter(|desk| length(desk) > 3 && desk.len() < start.len() && !desk.contains(is_mark));
    let (signed, left) = names(mixed.map_or(following, |desk| after(start, desk)), true);
    if !signed.is_empty() && (parted || mixed.is_some()) {
        people.extend(read.role.into_iter().flat_map(|role| signed.iter().map(move |name| Credit { name, role })));
        return Some(left);
    }
    // 責編：太平 names a person, though the town is as well known
    let alone = trim(following).is_empty();
    let is_person = alone && read.role == Some(PersonRole::Editor)
        || parted && read.role.is_some() && tables::role_at(trim_start(following)).is_some();
    if is_person && (2..=3).contains(&length(office)) && PLACES.contains(office) {
        people.extend(read.role.map(|role| Credit { name: office, role }));
        return Some(following);
    }
    // 责任编辑：79
    if read.role == Some(PersonRole::Editor)
        && !start.is_empty()
        && start.len() <= 12
        && start.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
    {
        return Some(after(start, start));
    }
    // 封面来源 | 某某图库: what no person is
    if read.role.is_none() && !start.is_empty() {
        let end = start.find(|c| is_blank(c) || is_mark(c) || one_of!("，。；（(").contains(c)).unwrap_or(start.len());
        let named = read.word.ends_with('源') || start.get(..end).is_some_and(|who| length(who) <= 4);
        return start.get(end..).filter(|_| named && end <= 48);
    }
    // 文／王小明 圖／某某市政府
    let shown = alone && read.role == Some(PersonRole::Photographer) && length(office) <= 10;
    if shown && (!people.is_empty() || outlets::is_known(office)) {
        return Some(following);
    }
    // 作者：8某某新闻网
    if start.starts_with(is_digit) && outlets::signs(start.trim_start_matches(is_digit)) {
        return Some(after(start, start));
    }
    // 作者：招生处 发布日期：…
    let next = trim_start(following);
    let dated = parted && !office.is_empty() && (tables::stamp_label(next).is_some() || stamp(next).is_some());
    // 文：某某社 品牌企划
    if parted && outlets::signs(office) && (2..=6).contains(&length(next)) && next.chars().all(is_han) {
        return Some(after(next, next));
    }
    let known = given || dated || length(read.word) > 1 && OFFICES.suffix(office).is_some();
    if known && length(office) <= 16 {
        return Some(following);
    }
    trim(start).is_empty().then_some(start)
}

/// What follows 文 after the names of those who wrote, where another credit begins: 王小明 文/摄影 李大同.
fn written(rest: &str) -> &str {
    let following =
        trim_start(rest).strip_prefix('文').and_then(|more| more.strip_prefix(['/', '／', ' ', '、', '，']));
    let next = following.filter(|more| {
        tables::role_at(more)
            .is_some_and(|(role, word)| role == Some(PersonRole::Photographer) && !trim(after(more, word)).is_empty())
    });
    next.unwrap_or(rest)
}

/// The role of those after whom stands that they took the pictures (王小明攝), and what follows.
fn shot(role: Option<PersonRole>, rest: &str) -> (Option<PersonRole>, &str) {
    let following = trim_start(rest);
    let announced = tables::role_at(following).is_some_and(|(_, word)| {
        let next = trim_start(after(following, word));
        next.starts_with(is_mark) || !next.is_empty() && after(following, word).starts_with(is_blank)
    });
    // 通訊員王小明 攝影李大同: a name after it is that of another
    let names_another = names_alone(following.strip_prefix("摄影").unwrap_or_default()).is_some();
    let taken = any_of!["摄影报道", "摄影", "拍摄", "摄"].strip_prefix(following);
    let taken = taken.filter(|_| !announced && !names_another);
    taken.map_or((role, rest), |rest| (role.map(|_| PersonRole::Photographer), rest))
}

/// The people credited in the last words of a caption: `中新社记者 张三 摄`, `（王小明攝）`, `（攝影：王小明）`, `圖／王小明`.
pub(in crate::layout) fn photographers(caption: &str) -> Vec<Credit<'_>> {
    const MARKS: CharSet = CharSet::of("（(【[。：:／/，,");
    // （中央社記者王小明攝 113年10月15日）
    let end = caption.trim_end_matches(|c: char| is_blank(c) || one_of!("）)】]。年月日").contains(c) || is_digit(c));
    let as_photographer = |name| Credit { name, role: PersonRole::Photographer };
    let last = |text: &'_ str| text.rfind(|c| MARKS.contains(c)).unwrap_or(0);
    let segment = |text| -> &str {
        let text: &str = text;
        text.get(last(text)..).unwrap_or(text).trim_start_matches(|c| MARKS.contains(c) || is_blank(c))
    };
    if let Some(shot) = any_of!["摄影", "拍摄", "摄", " 图"].strip_suffix(end) {
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
        // the name of the outlet before 記者 may be in no table
        let signed = start.rfind("记者").and_then(|at| start.get(at..)).unwrap_or(start);
        if let Some((people, _)) = credits(signed, false) {
            return people.into_iter().map(|person| as_photographer(person.name)).collect();
        }
        // 首發現場 王小明 攝
        let last = start.rsplit(is_blank).next().unwrap_or(start);
        return bare_names(start)
            .or_else(|| bare_names(last))
            .map_or_else(Vec::new, |names| names.into_iter().map(as_photographer).collect());
    }
    // 攝影：王小明, 圖／王小明 after the last mark but one
    let names = segment(end);
    let before_names = before(end, names).trim_end_matches(|c: char| is_blank(c) || one_of!("：:／/").contains(c));
    let labelled = before_names.len() + 1 < end.len() - names.len() + 1
        && ["摄影", "图"].iter().any(|word| {
            before_names
                .strip_suffix(word)
                .is_some_and(|head| head.is_empty() || head.ends_with(|c: char| MARKS.contains(c) || is_blank(c)))
        });
    let found = if labelled && !outlets::is_outlet(names) { bare_names(names) } else { None };
    found.map_or_else(Vec::new, |names| names.into_iter().map(as_photographer).collect())
}
