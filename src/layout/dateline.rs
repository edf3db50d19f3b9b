//! The opening of an article's text: dateline, credit, reporters; `新华社北京9月20日电（记者…）`, `（新山21日讯）`, `〔記者…／台北報導〕`.
//!
//! All forms are made of the same parts in the same order, bracketed or not:
//! `[據] [agency] [role names] [place] [date] kind [（people）]`, where kind is 電 訊 專電 報導 消息 …; the kind word is what
//! tells an opening from a sentence. Imports [`super::text`], the tables and [`super::people`]; read [`super::line`]
//! next.

use alloc::vec::Vec;

use super::PersonRole;
use super::outlets;
use super::parts::{dates, ends_in, ourselves, parts, reporters_of, without_clock};
use super::people::{self, Credit};
use super::release;
use super::tables::{self, NOT_AFTER_WIRE};
use super::text::{after, at_border, before, bracketed, first, is_blank, is_han, length, run, trim, trim_start};
use crate::any_of::{WordSet, any_of};
use crate::chars::one_of;
use crate::general;
use crate::vocabulary::{KINDS, OFFICES, OUTLET_ENDINGS, PLACES, WIRE_KINDS};

/// What an opening says. Every part is a slice of the line.
#[derive(Debug, Default)]
pub(super) struct Opening<'a> {
    /// The agency or outlet: 新华社.
    pub(super) agency: Option<&'a str>,
    /// Where it was written.
    pub(super) place: Option<&'a str>,
    /// The day, without a year as a rule.
    pub(super) date: Option<&'a str>,
    /// True when the opening is a dateline: with a date, or a place that an agency or 電 stands beside.
    pub(super) is_dateline: bool,
    /// Those who wrote it.
    pub(super) people: Vec<Credit<'a>>,
    /// The text after the opening.
    pub(super) rest: &'a str,
}

/// What the start of a line holds of the parts of openings, so that most lines are no further read.
#[derive(Default)]
struct Marks {
    /// 電, 訊, 消息, 獲悉.
    kind: bool,
    /// 報導.
    report: bool,
    /// The dash of an agency.
    dash: bool,
    /// 記者, 評論員.
    people: bool,
    /// A bracket after an agency.
    bracket: bool,
    /// The slash before an agency.
    slash: bool,
    /// A comma, as between place and day.
    comma: bool,
}

impl Marks {
    fn of(line: &str) -> Self {
        let mut marks = Self::default();
        for c in line.chars().take(48) {
            match c {
                '电' | '讯' | '息' | '悉' => marks.kind = true,
                '道' | '导' => marks.report = true,
                '-' | '－' | '—' | '–' | '丨' | '｜' | '|' => marks.dash = true,
                '者' | '员' | '发' => marks.people = true,
                '（' | '(' => marks.bracket = true,
                ',' | '，' => marks.comma = true,
                '/' | '／' => marks.slash = true,
                _ => {}
            }
        }
        marks
    }
}

/// The opening of a line; a place and a dash are one where nothing is `told` yet.
pub(super) fn opening_where(line: &str, told: bool) -> Option<Opening<'_>> {
    opening(line).or_else(|| if told { None } else { dashed(line) })
}

/// The opening of a line, if it has one.
pub(super) fn opening(line: &str) -> Option<Opening<'_>> {
    let begins = line.starts_with(['（', '(', '【', '〔', '[', '［', '《', '〈', '＜', '<']);
    let marks = Marks::of(line);
    let abroad = || release::release(line).map(with_people);
    let mut read = Some(line).filter(|_| begins && (marks.dash || marks.comma)).and_then(|_| abroad());
    read = read.or_else(|| Some(line).filter(|_| begins).and_then(in_brackets));
    if marks.kind || marks.report {
        read = read.or_else(|| wire(line).or_else(|| outlet_wire(line)).or_else(|| reporter(line)));
    } else if marks.dash {
        read = read.or_else(|| wire(line));
    }
    if marks.slash {
        read = read.or_else(|| released(line));
    }
    if marks.kind && marks.bracket {
        read = read.or_else(|| local(line));
    }
    if marks.people || marks.bracket {
        read = read.or_else(|| sent(line)).or_else(|| before_bracket(line));
    }
    let mut read =
        read.or_else(|| Some(line).filter(|_| begins).and_then(|line| after_kicker(line).or_else(|| titled(line))));
    if marks.dash || marks.bracket || marks.comma || begins {
        read = read.or_else(abroad);
    }
    let mut read = read.or_else(|| Some(line).filter(|_| marks.people).and_then(named))?;
    part_bulletin(line, &mut read);
    read.rest = trim_start(read.rest);
    // 記者王小明／台北報導 攝影李大同
    let more = Some(read.rest.trim_start_matches('、')).filter(|rest| !rest.is_empty() && length(rest) <= 24);
    if let Some(people) = more.and_then(people::byline).filter(|people| !people.is_empty() && !read.people.is_empty()) {
        read.people.extend(people);
        read.rest = "";
    }
    if read.is_dateline || read.rest.starts_with("--") {
        read.rest = trim_start(read.rest.trim_start_matches(['-', '–', '—', '－']));
    }
    Some(read)
}

/// `华盛顿——某部周五公布，…`: a known place and a dash, as texts of some papers abroad begin.
fn dashed(line: &str) -> Option<Opening<'_>> {
    let place = PLACES.prefix(line)?;
    let following = trim_start(after(line, place));
    let rest = trim_start(following.trim_start_matches('—'));
    // 北京——上海高铁…, 上海——这座城市…
    let clause = rest.split('，').next().unwrap_or_default();
    let other = rest.starts_with(['这', '那', '从', '是', '的']) || rest.contains('—') || PLACES.contains(clause);
    let other = other || any_of!["高铁", "铁路", "航线", "班列", "高速", "之间", "两地"].is_in(clause);
    let sound = rest.len() < following.len() && !other && clause.len() < rest.len() && rest.contains('。');
    sound.then(|| Opening { place: Some(place), is_dateline: true, rest, ..Opening::default() })
}

/// `溪东讯（通讯员王小明）`: a county's paper, which says where and who.
fn local(line: &str) -> Option<Opening<'_>> {
    let (place, _) = first(line, 6).split_once('讯')?;
    let rest = after(line, place).strip_prefix('讯').map(trim_start)?;
    let (inner, rest) = bracketed(rest, 40)?;
    let (people, left) = people::credits(inner, true)
        .filter(|(people, _)| !people.is_empty())
        .or_else(|| Some((people::as_reporters(people::lone_names(inner)?), "")))?;
    // 簡訊, 本報訊
    let word = line.get(..place.len() + '讯'.len_utf8()).and_then(general::get);
    let named = (2..=4).contains(&length(place)) && place.chars().all(is_han) && word.is_none() && !ourselves(line);
    let read = Opening { place: Some(place), is_dateline: true, people, rest: skip_colon(rest), ..Opening::default() };
    (named && trim(left).is_empty()).then_some(read)
}

/// Parts the name of a bulletin from the place that was read with it: 某新快訊|北京8月16日電, 某金快訊|10月14日訊.
fn part_bulletin<'a>(line: &'a str, read: &mut Opening<'a>) {
    const BULLETINS: &WordSet = any_of!["快讯", "财讯", "资讯"];
    let Some(place) = read.place.filter(|_| read.agency.is_none()) else { return };
    let end = |bulletin: &str| place.find(bulletin).map(|at| at + bulletin.len()).filter(|end| *end < place.len());
    if let Some(end) = BULLETINS.words().find_map(end) {
        (read.agency, read.place) = (place.get(..end), place.get(end..));
        return;
    }
    // the 訊 of its name was taken for the end of the dateline
    let from = line.len() - after(line, place).len();
    let whole = line.get(from - place.len()..from + '讯'.len_utf8());
    // 東方智訊8月28日電
    let before_day = || read.date.is_some_and(|date| whole.is_some_and(|name| after(line, name).starts_with(date)));
    let named = |name: &&str| length(name) > 3 && (BULLETINS.ends(name) || name.ends_with('讯') && before_day());
    let whole = whole.filter(named).filter(|_| !PLACES.contains(place));
    if whole.is_some() {
        (read.agency, read.place) = (whole, None);
    }
}

/// `上海2024年6月12日 /某通社/ -- …`: the release of a company, its agency between slashes.
fn released(line: &str) -> Option<Opening<'_>> {
    let window = first(line, 48);
    let date = dates(window).next()?;
    let place = trim(before(window, date)).trim_end_matches(['，', ',']);
    let inner = trim_start(after(line, date)).strip_prefix(['/', '／'])?;
    let end = first(inner, 16).find(['/', '／'])?;
    let (agency, rest) = (inner.get(..end)?, inner.get(end..)?);
    let named = (2..=8).contains(&length(place)) && place.chars().all(is_han) && agency.contains(is_han);
    named.then(|| Opening {
        agency: Some(agency),
        place: Some(place),
        date: Some(date),
        is_dateline: true,
        rest: rest.trim_start_matches(['/', '／']),
        ..Opening::default()
    })
}

/// `某联社（怡保12日讯）`: the agency stands before the bracket.
fn before_bracket(line: &str) -> Option<Opening<'_>> {
    let agency = first(line, 12).split(['（', '(']).next().filter(|name| outlets::signs(name))?;
    // 某某商报（记者 王小明 文/图）
    if let Some((inner, rest)) = bracketed(after(line, agency), 40).filter(|_| outlets::is_publisher(agency)) {
        let signed = people::done_by(inner).or_else(|| people_alone(inner).map(|read| read.people));
        if let Some(people) = signed.filter(|people| !people.is_empty()) {
            return Some(Opening { agency: Some(agency), people, rest: skip_colon(rest), ..Opening::default() });
        }
    }
    let read = in_brackets(after(line, agency)).filter(|read| read.is_dateline && read.agency.is_none())?;
    Some(Opening { agency: Some(agency), ..read })
}

/// `《科创板日报》15日讯（记者 王小明）`: the name of the paper stands in its marks.
fn titled(line: &str) -> Option<Opening<'_>> {
    let (inner, rest) = bracketed(line, 14).filter(|_| line.starts_with('《'))?;
    let window = first(rest, 24);
    let date = dates(window).next().filter(|date| before(window, date).is_empty())?;
    let kind = kind_after(trim_start(after(window, date)))?;
    let mut read = Opening { agency: Some(inner), date: Some(date), is_dateline: true, ..Opening::default() };
    read.rest = after(rest, kind);
    let known = outlets::is_outlet(inner) || at_border(read.rest);
    add_people_after(&mut read);
    known.then_some(read)
}

/// `经济观察网 记者 王小明 今年…`, `总台记者 王小明：…`: a reporter named before the text.
fn named(line: &str) -> Option<Opening<'_>> {
    let window = first(line, 30);
    let agency = outlets::outlet_at(line).or_else(|| people::outlet_of(window).filter(|name| line.starts_with(name)));
    let ours = ourselves(line) || line.starts_with("总台");
    if agency.is_none() && !ours {
        return None;
    }
    let (people, rest) = people::credits(line, true).filter(|(people, _)| !people.is_empty())?;
    let marked = trim_start(rest).starts_with(['：', ':']);
    let parted = before(line, rest).ends_with(is_blank) && trim_start(rest).len() > 60;
    let mut read = Opening { agency: agency.filter(|name| !KINDS.contains(name)), people, ..Opening::default() };
    read.rest = skip_colon(rest);
    (marked || parted).then_some(read)
}

/// `（中央社記者王小明台北2日電）`, `【明報專訊】`, `(新山21日讯)`, `〔記者王小明／台北報導〕`, `（记者张三 李四）`.
fn in_brackets(line: &str) -> Option<Opening<'_>> {
    let (inner, rest) = bracketed(line, 48)?;
    let inner = trim(inner);
    if inner.contains(['。', '！', '？', '“', '「', '!', '?']) {
        return None;
    }
    // 【專題】 before a title says nothing
    if KINDS.contains(inner) && length(rest) <= 40 && !rest.contains(['。', '，']) {
        return None;
    }
    // 《人民日報》 alone is a paper that a sentence speaks of, 《星島》專訊 a credit
    let title = line.starts_with(['《', '〈']);
    let following = WIRE_KINDS.prefix(rest).filter(|kind| title && at_border(after(rest, kind)));
    let rest = following.map_or(rest, |kind| after(rest, kind));
    // 【大江右觀察】 before a title names a column
    let signed = tables::role_at(rest).is_some_and(|(_, word)| length(word) > 1);
    let is_text = rest.is_empty() || length(rest) > 40 || rest.contains('。') || signed;
    let alone = || outlet_alone(inner, is_text).filter(|_| !title || following.is_some());
    let desk = || {
        let (agency, names) = inner.split_once(['／', '/'])?;
        let people = people::as_reporters(people::bare_names(names)?);
        outlets::signs(agency).then(|| Opening { agency: Some(agency), people, ..Opening::default() })
    };
    let mut read = desk()
        .or_else(|| outlet_beside_name(inner))
        .or_else(|| credit_with_kind(inner))
        .or_else(|| slashed(inner))
        .or_else(|| people_alone(inner))
        .or_else(|| glued_report(inner))
        .or_else(|| unknown_outlet(inner))
        .or_else(|| told_by(inner))
        .or_else(|| outlet_name_place(inner))
        .or_else(|| of_bureau(inner))
        .or_else(|| people::done_by(inner).map(|people| Opening { people, ..Opening::default() }))
        .or_else(alone)?;
    read.rest = rest;
    add_people_after(&mut read);
    Some(read)
}

/// An outlet and a name in a bracket, in either order, and nothing else: 江右日报 王小明, 王小明 江右日报, 财讯快报／编辑部.
fn outlet_beside_name(inner: &str) -> Option<Opening<'_>> {
    if let Some((agency, desk)) = inner.split_once(['／', '/']) {
        let is_desk = any_of!["编辑部", "新闻中心", "编译中心", "综合"].contains(trim(desk));
        return (is_desk && outlets::signs(agency)).then(|| Opening { agency: Some(agency), ..Opening::default() });
    }
    let (first, last) = inner.split_once(is_blank).map(|(first, last)| (first, trim(last)))?;
    let (agency, name) = if outlets::signs(first) { (first, last) } else { (last, first) };
    let names = people::lone_names(name).filter(|names| names.len() == 1 && length(name) < 4)?;
    outlets::is_publisher(agency).then(|| Opening {
        agency: Some(agency),
        people: people::as_reporters(names),
        ..Opening::default()
    })
}

/// The parts of a bracket that slashes part: 某新社/柳江/20日, 柳江／20日／某新社. Each is a day, a known place or the agency.
fn slashed(inner: &str) -> Option<Opening<'_>> {
    let count = inner.split(['/', '／']).count();
    if !(2..=4).contains(&count) || inner.contains([' ', '，', '：', ':']) {
        return None;
    }
    let mut read = Opening { is_dateline: true, ..Opening::default() };
    for part in inner.split(['/', '／']).map(trim) {
        let is_name = (2..=8).contains(&length(part)) && part.chars().all(|c| is_han(c) || c.is_ascii_alphabetic());
        if dates(part).next() == Some(part) && read.date.is_none() {
            read.date = Some(part);
        } else if outlets::signs(part) && read.agency.is_none() {
            read.agency = Some(part);
        } else if is_name && read.place.is_none() && OFFICES.suffix(part).is_none() {
            read.place = Some(part);
        } else {
            return None;
        }
    }
    (read.date.is_some() && (read.agency.is_some() || read.place.is_some_and(|place| PLACES.contains(place))))
        .then_some(read)
}

/// The parts of a bracket that ends in a kind word, or has people after the kind (`环球网报道 记者 张三`).
fn credit_with_kind(inner: &str) -> Option<Opening<'_>> {
    // 【橙訊】 and （某某商訊） are names: no place has one character
    let is_name = |kind: &str| {
        OUTLET_ENDINGS.suffix(inner).is_some_and(|end| end.len() > kind.len())
            || kind == "讯" && length(inner) == 2 && !ourselves(inner)
    };
    // ＜匯港通訊＞ is a name
    let bulletin = inner.strip_suffix("通讯").filter(|head| (2..=4).contains(&length(head)) && !PLACES.contains(head));
    if bulletin.is_some_and(|head| head.chars().all(is_han) && !ourselves(head)) {
        return Some(Opening { agency: Some(inner), ..Opening::default() });
    }
    // 香港讯 holds 港讯
    let wired = inner.strip_suffix('讯').filter(|place| PLACES.contains(place));
    let kind = wired.map(|place| after(inner, place)).or_else(|| KINDS.suffix(inner).filter(|kind| !is_name(kind)));
    if let Some(kind) = kind {
        return parts(before(inner, kind), kind);
    }
    let (at, kind) = inner.char_indices().find_map(|(at, _)| {
        let kind = KINDS.prefix(inner.get(at..)?)?;
        let following = after(inner, kind);
        (at > 0 && following.starts_with([' ', '\u{3000}', '\u{A0}', '／', '/', '｜', '，', '、', '·', '（', '(']))
            .then_some((at, kind))
    })?;
    let mut read = parts(inner.get(..at)?, kind)?;
    let following = trim(after(inner, kind)).trim_matches(|c| one_of!("／/｜，、·（）()").contains(c));
    let (people, left) = people::credits(following, false).or_else(|| {
        let reporters = people::as_reporters(people::bare_names(following)?);
        Some((reporters, ""))
    })?;
    if length(trim(left)) > 8 {
        return None;
    }
    read.people.extend(people);
    Some(read)
}

/// 民視新聞林美華台中報導: an outlet, a name and a place without anything between.
fn glued_report(inner: &str) -> Option<Opening<'_>> {
    let head = any_of!["综合报导", "综合报道", "报导", "报道"].strip_suffix(inner)?;
    let agency = outlets::outlet_at(inner).or_else(|| {
        let end = ends_in(&OUTLET_ENDINGS, head)?;
        Some(before(head, after(head, end))).filter(|name| outlets::signs(name))
    })?;
    let report = trim(after(head, agency));
    let (names, place) = people::names_then_place(report)?;
    let known = place.filter(|place| PLACES.contains(place));
    let short = names.len() > 1 || names.iter().all(|name| (2..=4).contains(&length(name)));
    let sound = short && names.iter().all(|name| people::bare_names(name).is_some());
    sound.then(|| Opening {
        agency: Some(agency),
        place: known,
        people: people::as_reporters(names),
        ..Opening::default()
    })
}

/// 王小明報導: a name alone.
fn told_by(inner: &str) -> Option<Opening<'_>> {
    let head = any_of!["报导", "报道"].strip_suffix(inner).map(trim)?;
    let names = people::lone_names(head).filter(|_| length(head) > 1 && general::get(head).is_none())?;
    Some(Opening { people: people::as_reporters(names), ..Opening::default() })
}

/// 柳江记者站 王小明: a bureau and a name.
fn of_bureau(inner: &str) -> Option<Opening<'_>> {
    let (_, names) =
        inner.split_once(is_blank).filter(|(bureau, _)| any_of!["记者站", "编辑部", "融媒体中心"].ends(bureau))?;
    Some(Opening { people: people::as_reporters(people::lone_names(names)?), ..Opening::default() })
}

/// 某某新聞網 王小明 苗栗: an outlet, a name and a known place, parted by blanks.
fn outlet_name_place(inner: &str) -> Option<Opening<'_>> {
    let (agency, rest) = inner.split_once(is_blank)?;
    let (names, place) = trim(rest).rsplit_once(is_blank)?;
    let people = people::as_reporters(people::lone_names(names)?);
    let sound = outlets::signs(agency) && PLACES.contains(place);
    sound.then(|| Opening { agency: Some(agency), place: Some(place), people, is_dateline: true, ..Opening::default() })
}

/// 島報全媒體記者王小明報道: an outlet of no table and no form, told by what its people are.
fn unknown_outlet(inner: &str) -> Option<Opening<'_>> {
    let (agency, names) = reporters_of(inner)?;
    let kind = KINDS.suffix(names);
    let (names, place) = people::names_then_place(kind.map_or(names, |kind| before(names, kind)))?;
    let named = (2..=8).contains(&length(agency))
        && agency.chars().all(is_han)
        && !agency.contains(['的', '据', '在', '对', '有', '问', '向', '说', '是', '前', '为']);
    let named = named && (kind.is_some() || place.is_none());
    let sound = named && !ourselves(agency) && names.iter().all(|name| people::bare_names(name).is_some());
    let place = place.filter(|place| PLACES.contains(place));
    let people = people::as_reporters(names);
    let is_dateline = place.is_some();
    // 体育记者 is of no outlet
    let agency = Some(agency).filter(|name| !outlets::is_channel(name) && general::get(name).is_none());
    sound.then(|| Opening { agency, place, people, is_dateline, ..Opening::default() })
}

/// A bracket that only names people, with their role: `（记者张三 李四）`, `（陳大文/台北報導）`.
fn people_alone(inner: &str) -> Option<Opening<'_>> {
    let (people, left) = people::credits(inner, true)?;
    // （记者 王小明 发自巴黎）
    let sent = trim(left).strip_prefix("发自").map(trim).filter(|place| (2..=6).contains(&length(place)));
    let left = if sent.is_some() { "" } else { left };
    let reporter = people.iter().any(|person| matches!(person.role, PersonRole::Reporter | PersonRole::Correspondent));
    // （云海日报记者 王小明）
    let agency = tables_outlet(inner).or_else(|| people::outlet_of(inner));
    let is_dateline = sent.is_some() && agency.is_some();
    (reporter && trim(left).is_empty()).then(|| Opening {
        agency,
        people,
        place: sent,
        is_dateline,
        ..Opening::default()
    })
}

/// The outlet that stands right before the first role word.
fn tables_outlet(inner: &str) -> Option<&str> {
    let (outlet, _) = reporters_of(inner)?;
    let outlet = outlet.split(['驻']).next().map(trim)?;
    let outlet = outlets::outlet_at(outlet).filter(|name| after(outlet, name).starts_with('·')).unwrap_or(outlet);
    (outlets::is_publisher(outlet) && !ourselves(outlet)).then_some(outlet)
}

/// True for the name of a site of two characters: 橙訊, but not 本訊 or 喜訊.
fn is_wire_name(inner: &str) -> bool {
    let head = inner.strip_suffix('讯').filter(|head| length(head) == 1);
    head.is_some() && !ourselves(inner) && general::get(inner).is_none()
}

/// A bracket that only names a known outlet: `（中央社）`, `【明報】`, `（德国之声中文网）`.
fn outlet_alone(inner: &str, is_text: bool) -> Option<Opening<'_>> {
    // （據某某社）, （轉載自某某報）
    let inner =
        any_of!["据", "综合自", "转载自", "转自", "摘自", "来源于", "来自"].strip_prefix(inner).unwrap_or(inner);
    // 某视财经《某某联播》
    let inner = inner.strip_suffix('》').and_then(|head| head.split_once('《')).map_or(inner, |(name, _)| name);
    // 中央社訊息服務20240612 10:20:33
    let served = outlets::outlet_at(inner).filter(|name| after(inner, name).starts_with("讯息服务"));
    if served.is_some() {
        return Some(Opening { agency: served, ..Opening::default() });
    }
    // 溪報台中新聞
    let known = outlets::outlet_at(inner).filter(|name| PLACES.contains(people::without_noise(after(inner, name))));
    // 【橙訊】
    let known = known.or(Some(inner).filter(|name| is_text && is_wire_name(name)));
    // 【冬奧觀察】 is a column
    let is_named = |name: &str| outlets::is_coined(name) && !name.ends_with("观察");
    let sure = |name: &&str| outlets::is_publisher(name) || is_text && is_named(name);
    let agency = known.or(Some(inner).filter(|name| outlets::signs(name) && sure(name)))?;
    Some(Opening { agency: Some(agency), ..Opening::default() })
}

/// The people whom commas part before 報導 and its colon, and the text after it: 記者王小明，通訊員李大同報導：….
fn told_in_pieces(s: &str) -> Option<(Vec<Credit<'_>>, &str)> {
    let (head, text) = s.split_once(['：', ':']).filter(|(head, _)| length(head) <= 40)?;
    let names = any_of!["报道", "报导"].strip_suffix(head).filter(|names| names.contains('，'))?;
    let mut people = Vec::new();
    for piece in names.split('，') {
        let (found, left) = people::credits(trim(piece), true).filter(|(found, _)| !found.is_empty())?;
        people.extend(found);
        if !trim(left).is_empty() {
            return None;
        }
    }
    Some((people, text))
}

/// `（经济观察）中新社北京9月20日电`: a rubric in brackets before the dateline.
fn after_kicker(line: &str) -> Option<Opening<'_>> {
    let (inner, rest) = bracketed(line, 50)?;
    // the whole title may stand in the bracket before a flash
    wire(trim_start(rest)).filter(|read| length(inner) <= 14 || line.starts_with('【') && read.agency.is_some())
}

/// `新华社北京9月20日电（记者…）`, `北京9月20日电`, `财联社9月20日讯，`: the date is followed by a kind word.
fn wire(line: &str) -> Option<Opening<'_>> {
    let window = first(line, 48);
    if !window.contains('日') {
        return None;
    }
    let (date, kind) = dates(window).find_map(|date| {
        let following = trim_start(after(window, date));
        // agencies abroad end their datelines in a dash: 路透倫敦9月20日 - …
        let known = outlets::outlet_at(window).is_some();
        let dash = any_of!["-", "－", "—", "–", "丨", "｜", "|"].prefix(following).filter(|_| known);
        // 參考消息網9月20日報道 某地: 報道 and a comma would tell of others
        let told = any_of!["报道", "报导"]
            .prefix(following)
            .filter(|word| known && after(following, word).starts_with(|c| is_blank(c) || matches!(c, '（' | '(')));
        kind_after(following).or(dash).or(told).map(|kind| (date, kind))
    })?;
    let head = before(window, kind);
    // 某某网、某某客户端3月12日消息
    let several = head.contains('、') && before(head, date).split('、').all(outlets::signs);
    let head = head.split_once('、').filter(|_| several).map_or(head, |(_, last)| last);
    if head.contains(|c| one_of!("，。、；：,;:！？“”「」『』（）()《》【】").contains(c))
        || length(before(window, date)) > 26
    {
        return None;
    }
    let rest = after(line, kind);
    if rest.starts_with(|c| NOT_AFTER_WIRE.contains(c)) || kind.ends_with('息') && !at_border(rest) {
        return None;
    }
    let mut read = parts(head.strip_prefix(['据']).unwrap_or(head), kind)?;
    if read.agency.is_none() && read.place.is_none() && !ourselves(head) {
        // 3月18日讯（记者王小明）
        let signed = head == date && rest.starts_with(['（', '(']) && kind == "讯";
        read.rest = rest;
        add_people_after(&mut read);
        return Some(read).filter(|read| signed && !read.people.is_empty());
    }
    if read.agency.is_none()
        && read.people.is_empty()
        && !at_border(rest)
        && !read.place.is_some_and(|place| PLACES.contains(place))
    {
        return None;
    }
    read.rest = rest;
    add_people_after(&mut read);
    Some(read)
}

/// `央视网消息：`, `本报讯（记者…）`, `香港文匯報訊 `, `人民网北京讯`: an outlet and a kind word, no date.
fn outlet_wire(line: &str) -> Option<Opening<'_>> {
    let rare = bracket_before_kind(line).or_else(|| told_with_people(line));
    if let Some(read) = rare.or_else(|| learned(line)).or_else(|| cut(line)) {
        return Some(read);
    }
    let window = first(line, 24);
    if !window.contains(['讯', '电', '息']) {
        return None;
    }
    let (kind, rest) = window.char_indices().skip(2).find_map(|(at, _)| {
        let kind = WIRE_KINDS.prefix(window.get(at..)?)?;
        let rest = after(line, kind);
        at_border(rest).then_some((kind, rest))
    })?;
    let whole = before(window, kind);
    let head = whole.strip_prefix(['据']).unwrap_or(whole);
    if head.contains(|c: char| one_of!("，。、；：,;:！？“”「」『』（）()《》").contains(c))
        || head.len() != whole.len() && rest.starts_with(['，', ','])
    {
        return None;
    }
    let mut read = parts(head, kind)?;
    let is_known = |name: &str| outlets::is_outlet(name) || outlets::outlet_at(name).is_some();
    let known = read.agency.is_some_and(|name| name.split('·').any(is_known)) || ourselves(head);
    let placed = read.place.is_none_or(|place| PLACES.contains(place));
    // 他在網上發布消息： is a sentence
    if outlets::outlet_at(head).is_none() && !ourselves(head) && head.contains(['在', '的', '他', '她', '我', '们'])
    {
        return None;
    }
    // an outlet of no table and no form, whose reporters stand after
    if !known && kind == "讯" && read.people.is_empty() && (3..=8).contains(&length(head)) && head.chars().all(is_han)
    {
        return unknown_wire(head, rest);
    }
    // 某某網柳城訊
    let placed = placed
        || (read.agency.is_some_and(outlets::signs) || ourselves(head) && rest.starts_with(['（', '(']))
            && rest.starts_with(|c| is_blank(c) || matches!(c, '（' | '('))
            && read.place.is_some_and(|place| (2..=3).contains(&length(place)));
    // 消息 is a common noun: 据报消息 and the like are no credit
    if !known
        || !placed
        || kind.ends_with('息')
            && !(ourselves(head)
                || read.agency.is_some_and(|name| {
                    outlets::outlet_at(name).is_some() || rest.starts_with(['：', ':', ' ', '\u{3000}', '（', '('])
                }))
    {
        return None;
    }
    read.rest = rest;
    add_people_after(&mut read);
    Some(read)
}

/// An outlet of no table, or a county that is told by its end, before 訊 and the people in a bracket: 柳江县讯（王小明）.
fn unknown_wire<'a>(head: &'a str, rest: &'a str) -> Option<Opening<'a>> {
    let mut read = Opening { agency: Some(head), rest, ..Opening::default() };
    if head.ends_with(['县', '市', '区', '镇', '乡', '州', '旗']) {
        (read.agency, read.place, read.is_dateline) = (None, Some(head), true);
    }
    add_people_after(&mut read);
    Some(read).filter(|read| !read.people.is_empty() && OFFICES.suffix(head).is_none())
}

/// `财联社（上海，记者王小明）讯，`: the people stand between the outlet and the kind word.
fn bracket_before_kind(line: &str) -> Option<Opening<'_>> {
    let agency = outlets::outlet_at(line)?;
    let (inner, rest) = bracketed(after(line, agency), 40).filter(|_| after(line, agency).starts_with(['（', '(']))?;
    let kind = WIRE_KINDS.prefix(rest).filter(|kind| at_border(after(rest, kind)))?;
    // 荆楚网（湖北日报网）讯
    if outlets::signs(inner) {
        let mut read = Opening { agency: Some(agency), rest: after(rest, kind), ..Opening::default() };
        add_people_after(&mut read);
        return Some(read);
    }
    let (place, people) = match inner.split_once(['，', ',', '、']) {
        Some((place, people)) if PLACES.contains(trim(place)) => (Some(trim(place)), people),
        _ => (None, inner),
    };
    let (people, left) = people::credits(trim_start(people), false)?;
    let mut read = Opening { agency: Some(agency), place, people, is_dateline: place.is_some(), ..Opening::default() };
    read.rest = skip_colon(after(rest, kind));
    trim(left).is_empty().then_some(read)
}

/// `某某在线报道（记者 王小明）：`: an outlet, that it reports, and who.
fn told_with_people(line: &str) -> Option<Opening<'_>> {
    let agency = outlets::outlet_at(line).or_else(|| first(line, 10).split_once('报').map(|(agency, _)| agency))?;
    let told = any_of!["报道", "报导"].prefix(after(line, agency))?;
    let (inner, rest) = bracketed(after(after(line, agency), told), 40).filter(|_| outlets::signs(agency))?;
    let (people, place) = people_in_bracket(inner)?;
    let is_dateline = place.is_some();
    Some(Opening { agency: Some(agency), place, people, is_dateline, rest: skip_colon(rest), ..Opening::default() })
}

/// `讯（记者 王小明）`: the head of 本报讯 is lost.
fn cut(line: &str) -> Option<Opening<'_>> {
    let kind = any_of!["讯"].prefix(line)?;
    let mut read = Opening { rest: after(line, kind), ..Opening::default() };
    add_people_after(&mut read);
    (!read.people.is_empty()).then_some(read)
}

/// `智通财经APP获悉，`: what a known outlet has learned.
fn learned(line: &str) -> Option<Opening<'_>> {
    let window = first(line, 20);
    let (agency, _) = window.split_once("获悉，")?;
    let name = agency.trim_end_matches("APP").trim_end_matches("App");
    let word = any_of!["获悉，"].prefix(after(window, agency)).filter(|_| outlets::signs(name))?;
    Some(Opening { agency: Some(agency), rest: after(line, word), ..Opening::default() })
}

/// `記者王小明／台北報導`, `聯合報 記者王小明／綜合報導`, `本報記者 張三豐 北京報道`: a reporter and a kind word.
fn reporter(line: &str) -> Option<Opening<'_>> {
    let line = line.trim_start_matches(|c: char| people::BULLETS.contains(&c) || is_blank(c));
    let window = first(line, 40);
    let role = window.char_indices().take(18).find_map(|(at, _)| {
        let (role, word) = tables::role_at(window.get(at..)?)?;
        (role == Some(PersonRole::Reporter) && length(word) > 1 && !KINDS.contains(word)).then_some(word)
    })?;
    let following = after(window, role);
    let kind = following.char_indices().find_map(|(at, _)| {
        let kind = KINDS.prefix(following.get(at..)?)?;
        (kind.ends_with(['导', '道', '电', '讯']) && length(kind) > 1 && !matches!(kind, "通讯")).then_some(kind)
    })?;
    let head = before(window, kind);
    // 《某某商報》記者
    let (paper, head) = bracketed(head, 14)
        .filter(|_| head.starts_with('《'))
        .map_or((None, head), |(paper, head)| (Some(paper), head));
    if head.contains(|c| one_of!("，。；,;！？“”「」『』（）()《》").contains(c)) {
        return None;
    }
    let rest = after(line, kind);
    // 记者 张三 报道某地 goes on without a mark, unlike 记者张三报道了
    let parted = head.ends_with(is_blank) && !rest.starts_with(['了', '称', '说', '过', '的', '指', '：']);
    if !at_border(rest) && !head.contains(['／', '/']) && !parted {
        return None;
    }
    let mut read = parts(head, kind)?;
    let unusual = |name| {
        people::latin_name(name) == Some(name)
            || (read.agency.is_some() || paper.is_some()) && (people::may_be_name(name) || people::is_told(name, false))
    };
    let sound = read.people.iter().all(|person| people::bare_names(person.name).is_some() || unusual(person.name));
    if read.people.is_empty() || !sound {
        return None;
    }
    read.agency = read.agency.or(paper);
    read.is_dateline |= read.place.is_some() && read.agency.is_some();
    read.rest = skip_colon(rest);
    Some(read)
}

/// `本報記者 王小明 發自廣州`: the place stands after the names.
fn sent(line: &str) -> Option<Opening<'_>> {
    let (head, following) = first(line, 40).split_once("发自")?;
    let place = PLACES.prefix(trim_start(following)).unwrap_or_else(|| run(trim_start(following), is_han));
    // 某某中文網 發自吉隆坡
    let alone = outlets::signs(trim(head));
    // 李敏 發自吉隆坡 alone on its line
    let named = people::lone_names(head).filter(|_| head.ends_with(is_blank) && after(line, place).is_empty());
    let named = named.map(|names| (people::as_reporters(names), ""));
    let outlet = if alone || named.is_some() { head } else { reporters_of(head)?.0 };
    let (people, left) = people::credits(head, true)
        .filter(|(people, _)| !people.is_empty())
        .or(alone.then(|| (Vec::new(), "")))
        .or(named)?;
    let agency = Some(trim(outlet)).filter(|name| outlets::signs(name));
    let rest = after(line, place);
    let sound = trim(left).is_empty() && (2..=6).contains(&length(place)) && at_border(rest);
    let is_dateline = agency.is_some() || ourselves(head);
    sound.then(|| Opening {
        agency,
        place: Some(place),
        people,
        is_dateline,
        rest: skip_colon(rest),
        ..Opening::default()
    })
}

/// An opening with those whom a bracket after it names.
fn with_people(mut read: Opening<'_>) -> Opening<'_> {
    if read.rest.starts_with(['（', '(']) {
        add_people_after(&mut read);
    }
    read
}

/// Adds those whom a bracket or a `記者…報道：` names after the opening, and skips the mark that ends it.
fn add_people_after(read: &mut Opening<'_>) {
    let rest = trim_start(read.rest);
    if let Some((inner, following)) = bracketed(rest, 60).filter(|_| rest.starts_with(['（', '(', '〔', '【', '[']))
    {
        // 布城5月14日讯（马通社）——
        if read.agency.is_none() && read.is_dateline && outlets::signs(trim(inner)) {
            read.agency = Some(trim(inner));
            read.rest = skip_colon(following);
            return;
        }
        if let Some((people, place)) = people_in_bracket(inner) {
            read.people.extend(people);
            read.place = read.place.or(place);
            read.is_dateline |= place.is_some() && read.agency.is_some();
            read.rest = skip_colon(following);
            return;
        }
    }
    if let Some(more) = reporter(rest).filter(|more| more.agency.is_none()) {
        read.people.extend(more.people);
        if read.place.is_none() {
            read.place = more.place;
            read.is_dateline |= read.place.is_some() && read.agency.is_some();
        }
        read.rest = more.rest;
        return;
    }
    if let Some((people, left)) = told_by_names(rest).or_else(|| told_in_pieces(rest)) {
        read.people.extend(people);
        read.rest = left;
        return;
    }
    // 独家报道：王小明；摄影：李大同 and nothing else
    if let Some(people) = people::byline(rest) {
        read.people.extend(people);
        read.rest = after(rest, rest);
        return;
    }
    // 本报讯 记者王小明 通讯员李大同 日前
    if let Some((people, left)) = people::credits(rest, true).filter(|(_, left)| before(rest, left).ends_with(is_blank))
    {
        read.people.extend(people);
        let placed = left.strip_prefix("发自");
        let place = placed.and_then(|left| PLACES.prefix(left));
        read.rest = place.map_or(left, |place| after(left, place));
        read.is_dateline |= place.is_some() && read.agency.is_some();
        read.place = read.place.or(place);
        return;
    }
    // 本报讯 记者王小明昨天从某地获悉
    if tables::role_at(rest).is_some_and(|(_, word)| length(word) > 1) {
        read.people.extend(learned_by(rest));
        return;
    }
    // 央视网消息（新闻联播）：
    let rubric = bracketed(rest, 10)
        .filter(|(_, following)| rest.starts_with(['（', '(']) && following.starts_with(['：', ':']));
    read.rest = skip_colon(rubric.map_or(rest, |(_, following)| following));
}

/// The people of 王小明、李大同报道： after the kind word, and the text.
fn told_by_names(rest: &str) -> Option<(Vec<Credit<'_>>, &str)> {
    let (names, left) = people::names(rest, true);
    let verb = any_of!["报道", "报导"].prefix(left).filter(|_| !names.is_empty())?;
    let text = after(left, verb);
    text.starts_with(['：', ':']).then(|| (people::as_reporters(names), skip_colon(text)))
}

/// The reporter of 记者王小明昨天从某地获悉.
fn learned_by(rest: &str) -> Option<Credit<'_>> {
    let tail = tables::role_at(rest).filter(|(_, word)| length(word) > 1).map(|(_, word)| after(rest, word))?;
    let name = [3, 2].map(|most| first(tail, most)).into_iter().find(|name| {
        people::bare_names(name).is_some()
            && any_of!["昨", "今", "日前", "近日", "从", "获悉"].begins(after(tail, name))
    })?;
    Some(Credit { name, role: PersonRole::Reporter })
}

/// Those whom a bracket after a dateline names, with roles or without, and the place that it may give: `记者 张三 北京报道`.
fn people_in_bracket(inner: &str) -> Option<(Vec<Credit<'_>>, Option<&str>)> {
    let inner = trim(inner);
    // (中新财经 王小明)
    let inner = outlets::outlet_at(inner)
        .map(|name| trim(after(inner, name)))
        .filter(|names| people::bare_names(names).is_some())
        .unwrap_or(inner);
    if let Some((people, left)) = people::credits(inner, false) {
        let left = trim(left);
        let kind = KINDS.suffix(left);
        let place = kind
            .map(|kind| people::without_noise(before(left, kind)))
            .filter(|place| (2..=8).contains(&length(place)) && place.chars().all(is_han));
        return (left.is_empty() || kind.is_some() || length(left) <= 20 && !people.is_empty())
            .then_some((people, place));
    }
    // （記者王小明上海報道）
    if let Some(read) = credit_with_kind(inner).filter(|read| !read.people.is_empty()) {
        return Some((read.people, read.place));
    }
    people::announced_names(inner)
        .map(|names| (people::as_reporters(names), None))
        .or_else(|| Some((then_role(inner)?, None)))
}

/// The people of 王小明 实习生 李大同, of whom the first has no role word.
fn then_role(inner: &str) -> Option<Vec<Credit<'_>>> {
    let (at, _) = inner.char_indices().skip(2).find(|(at, _)| {
        let tail = inner.get(*at..).unwrap_or_default();
        before(inner, tail).ends_with(is_blank) && tables::role_at(tail).is_some_and(|(_, word)| length(word) > 2)
    })?;
    let mut people = people::as_reporters(people::bare_names(inner.get(..at)?)?);
    let (more, left) = people::credits(inner.get(at..)?, true)?;
    people.extend(more);
    left.is_empty().then_some(people)
}

/// What follows the mark that ends an opening: a colon, a comma or a bar.
fn skip_colon(s: &str) -> &str {
    let s = trim_start(s);
    s.strip_prefix(['：', ':', '，', ',', '︰', '丨', '｜', '|', '—', '/', '／'])
        .map_or(s, |s| s.trim_start_matches('—'))
}

/// The kind word at the start of `s`, when a foreign agency, a clock or 綜合 may stand before it.
fn kind_after(s: &str) -> Option<&str> {
    let s = without_clock(s);
    let s = outlets::outlet_at(s).map_or(s, |name| after(s, name));
    WIRE_KINDS.prefix(s)
}
