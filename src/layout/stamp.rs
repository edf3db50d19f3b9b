//! The lines that carry printed dates, sources and people: `发布时间：2023年9月20日 19:32 来源：某某网 编辑：…`.
//!
//! Only the place of a stamp is found here; the driver reads what it says. Imports [`super::text`], the
//! tables and [`super::people`]; read [`super::dateline`] next.

use alloc::vec::Vec;

use nom::Parser as _;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::opt;

use super::outlets;
use super::people::{self, Credit};
use super::printed::{blanks, clock, digits, may_be_dated, short_date, stamp, stamp_anywhere};
use super::stamp_source::{LICENSED, NO_SOURCE, source_value};
use super::tables;
use super::text::{
    ANNOUNCING, after, before, bracketed, first, is_blank, is_digit, is_han, length, run, trim, trim_start,
};
use crate::any_of::{WordSet, any_of};
use crate::chars::one_of;
use crate::vocabulary::{CITED, FURNITURE_WHOLE, KINDS, ORDINARY, PICTURE_WORDS, PLACES, STAMP_NOISE};

/// A line of stamps, sources and people.
#[derive(Debug, Default)]
pub(super) struct StampLine<'a> {
    /// The first date that is not said to be another than that of publication.
    pub(super) published: Option<&'a str>,
    /// The first date of all: where only a change or the writing is dated, the best that the page says.
    pub(super) changed: Option<&'a str>,
    /// What stands after 來源, or else an outlet that stands bare in the line.
    pub(super) source: Option<&'a str>,
    /// True when the source is labelled.
    pub(super) labelled: bool,
    /// Where the text stood before, or who sent it in: 首发于, 供稿.
    pub(super) cited: Option<&'a str>,
    /// A clock without a day.
    pub(super) clock: Option<&'a str>,
    /// True when the line says that it is that of its day.
    pub(super) timed: bool,
    /// A word of the line that may be the name of its outlet.
    pub(super) aside: Option<&'a str>,
    /// Those whom the line names.
    pub(super) people: Vec<Credit<'a>>,
}

impl StampLine<'_> {
    /// True for a clock that neither a day nor a label, an outlet or a person stands beside.
    pub(super) fn is_clock(&self) -> bool {
        let named = self.source.is_some() || self.cited.is_some() || !self.people.is_empty();
        self.changed.is_none() && self.clock.is_some() && !named
    }
}

/// The line as stamps, sources and people, when hardly anything else is in it.
pub(super) fn stamp_line(line: &str) -> Option<StampLine<'_>> {
    // 本文首发于2024年5月10日《某某周刊》。
    let cites = line.len() < 160 && tables::source_label(line).is_some_and(|word| CITED.contains(word));
    let line = if cites { line.trim_end_matches('。') } else { line };
    // 来源：某某日报（原标题：…）, 来源：某某日报 原标题：…
    let remark = Some(line).filter(|line| line.len() < 300 && line.contains('原'));
    let remark = remark.and_then(|line| any_of!["原标题：", "原标题:", "原题：", "原题:"].find(line));
    let head = remark.and_then(|(at, _)| line.get(..at)).unwrap_or_default();
    let bare = head.trim_end_matches(['（', '(']);
    let line = if bare.len() < head.len() || head.ends_with(is_blank) { trim(bare) } else { line };
    if line.len() > 400 || line.contains('。') || is_reference(line) {
        return None;
    }
    if let Some(read) = original(line).or_else(|| compiled(line)) {
        return Some(read);
    }
    if !worth_reading(line) {
        return None;
    }
    let mut parts = Parts { line, ..Parts::default() };
    let mut rest = skip(after_address(line));
    while !rest.is_empty() {
        let found =
            parts.sent(rest).or_else(|| parts.label(rest)).or_else(|| parts.stamp(rest)).or_else(|| parts.outlet(rest));
        rest = match found.or_else(|| parts.people(rest)).or_else(|| parts.noise(rest)) {
            Some(following) => following,
            None => parts.unknown(rest)?,
        };
    }
    parts.line()
}

/// The account of a platform, and who wrote for it: 原創 王小明 某某生活圈.
fn original(line: &str) -> Option<StampLine<'_>> {
    let rest = line.strip_prefix("原创").filter(|rest| rest.starts_with(is_blank))?;
    let mut words = rest.split(is_blank).filter(|word| !word.is_empty());
    let (author, account) = (words.next()?, words.next()?);
    // 2024-06-12 08:30 江苏: when and where it was sent
    let tail = trim(after(line, account));
    let published = stamp(tail);
    let place = trim(published.map_or(tail, |stamp| after(tail, stamp)));
    let place = trim(place.strip_prefix("发表于").or_else(|| place.strip_prefix("发布于")).unwrap_or(place));
    let place = any_of!["听全文", "听新闻", "语音播报"].strip_suffix(place).map_or(place, trim);
    let sound = length(author) + length(account) <= 20
        && (place.is_empty() || published.is_some() && length(place) <= 4 && place.chars().all(is_han))
        && account.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric());
    let pen_name = || people::is_told(author, false).then(|| Vec::from([author]));
    let people = people::bare_names(author).or_else(pen_name).filter(|_| length(author) <= 3);
    let people = people.map_or_else(Vec::new, people::as_reporters);
    sound.then(|| StampLine { published, changed: published, source: Some(account), people, ..StampLine::default() })
}

/// The paper from whose texts a page is made: 《某某眼》综合, 综合：《某某早报》.
fn compiled(line: &str) -> Option<StampLine<'_>> {
    let made = any_of!["综合", "整理", "编译", "综合整理", "综合报道", "综合报导"];
    let labelled = made.strip_prefix(line).and_then(|rest| rest.strip_prefix(['：', ':']));
    // 综合某某社、某某网报道
    let listed = made.prefix(line).map(|word| after(line, word).trim_start_matches(['：', ':']));
    let listed = listed.map(|rest| any_of!["报道", "报导", "消息"].strip_suffix(rest).unwrap_or(rest));
    if let Some(list) = listed.filter(|list| list.split('、').map(trim).all(outlets::signs)) {
        return Some(StampLine { source: Some(list), labelled: true, ..StampLine::default() });
    }
    // 据《某某报》报道
    let cited = line.strip_prefix('据').filter(|rest| rest.starts_with('《')).and_then(|rest| bracketed(rest, 14));
    if let Some((source, _)) = cited.filter(|(_, rest)| any_of!["报道", "报导", "消息"].contains(trim(rest))) {
        return Some(StampLine { source: Some(source), labelled: true, ..StampLine::default() });
    }
    // 发于2024.6.12总第1201期《某某周刊》杂志
    let issue = any_of!["发于", "刊于", "刊登于", "原载于"].strip_prefix(line).and_then(|rest| rest.split_once('《'));
    if let Some((day, (name, rest))) = issue.and_then(|(day, name)| Some((day, name.split_once('》')?))) {
        let numbered = day.contains('期') || rest.contains('期');
        if numbered && (2..=10).contains(&length(name)) && length(rest) <= 20 && length(day) <= 24 {
            let published = stamp(trim(day));
            return Some(StampLine {
                published,
                changed: published,
                source: Some(name),
                labelled: true,
                ..StampLine::default()
            });
        }
    }
    let (source, rest) = bracketed(labelled.unwrap_or(line), 14)?;
    let titled = labelled.unwrap_or(line).starts_with('《') && (2..=8).contains(&length(source));
    let sound = match labelled {
        Some(_) => length(rest) <= 20 && !rest.contains(['，', '。']) && (rest.is_empty() || rest.starts_with('、')),
        None => made.contains(trim(rest)),
    };
    (titled && sound).then(|| StampLine { source: Some(source), labelled: true, ..StampLine::default() })
}

/// True for a numbered line that cites a title: 2. 溪报：《某某》，2024年8月19日.
fn is_reference(line: &str) -> bool {
    let inner = line.trim_start_matches(['[', '［', '【']);
    let rest = inner.trim_start_matches(is_digit);
    rest.len() < inner.len() && rest.starts_with(['.', '．', '、', ']', '］', '】']) && line.contains('《')
}

/// True where one of what have the form of names is a word, a channel or a place: 游戏, 高清, 金华.
fn are_words(names: &[Credit<'_>]) -> bool {
    names.iter().any(|who| people::is_word(who.name) || outlets::is_channel(who.name) || PLACES.contains(who.name))
}

/// True for two names of channels: 即時國內.
fn is_pair_of_channels(token: &str) -> bool {
    let head = first(token, 2);
    length(token) == 4 && outlets::is_channel(head) && outlets::is_channel(after(token, head))
}

/// True for the day by the calendar of the moon, as pages print it beside the other: 农历十月二十, 甲辰年十月二十.
fn is_lunar(token: &str) -> bool {
    let stem = |c: char| one_of!("甲乙丙丁戊己庚辛壬癸").contains(c);
    let branch = |c: char| one_of!("子丑寅卯辰巳午未申酉戌亥").contains(c);
    let mut signs = token.chars();
    any_of!["农历", "阴历", "旧历"].begins(token)
        || signs.next().is_some_and(stem) && signs.next().is_some_and(branch) && signs.next() == Some('年')
}

/// The parts of a line that were read so far.
#[derive(Default)]
struct Parts<'a> {
    line: &'a str,
    read: StampLine<'a>,
    stamps: usize,
    /// The first stamp has no clock.
    weak: bool,
    /// A date, and a blank after it, begin the line.
    begins: bool,
    /// How many characters are none of all this.
    unknown: usize,
    /// The label read last is that of another day than that of publication.
    change: bool,
    /// A range of days stands in the line.
    lasts: bool,
    /// A tool or a count of the page stands in the line: 瀏覽數.
    counted: bool,
    /// An outlet and a name after it stand in the line.
    signed: bool,
    /// A label of another place of the text stands in the line.
    cited: bool,
}

impl<'a> Parts<'a> {
    /// Where the sender was, as platforms print it, or the outlet that it came from: 发布于江苏, IP属地：浙江, 来自溪报.
    fn sent(&mut self, rest: &'a str) -> Option<&'a str> {
        const SENT: &WordSet = any_of!["发布于", "发表于", "来自", "IP属地", "IP归属地"];
        let word = SENT.prefix(rest).filter(|_| self.stamps > 0)?;
        let place = token(skip(after(rest, word)));
        let is_outlet = outlets::signs(place);
        if !((2..=4).contains(&length(place)) && place.chars().all(is_han) || is_outlet) {
            return None;
        }
        self.read.source = self.read.source.or(Some(place).filter(|_| is_outlet));
        Some(skip(after(rest, place)))
    }

    /// A label of a date or of a source, with the source after it.
    fn label(&mut self, rest: &'a str) -> Option<&'a str> {
        let lead = any_of!["最新", "首次", "最后"].prefix(rest).filter(|mark| label(after(rest, mark)).is_some());
        if let Some(mark) = lead {
            return Some(after(rest, mark));
        }
        if let Some((name, following)) = published_by(rest) {
            self.read.source = self.read.source.or(Some(name));
            self.read.labelled = true;
            return Some(skip(following));
        }
        if let Some((later, label)) = label(rest) {
            self.change = later;
            let following = skip(after(rest, label));
            // 日期：24-06-12
            let short = short_date(following).ok().filter(|_| !later && self.read.published.is_none());
            // 日期：2024-06-12 时间：08:30
            let clock = clock(following).ok().map(|(end, _)| before(following, end));
            let undated = !later && self.read.published.is_some_and(|day| !day.contains([':', '：']));
            if let Some(clock) = clock.filter(|_| undated && label.ends_with("时间")) {
                (self.read.clock, self.read.timed) = (Some(clock), true);
                return Some(skip(after(following, clock)));
            }
            let Some((end, _)) = short.filter(|(end, _)| stamp(following).is_none() && !end.starts_with(is_digit))
            else {
                return Some(following);
            };
            self.read.published = Some(before(following, end));
            self.read.changed = self.read.changed.or(self.read.published);
            self.stamps += 1;
            return Some(skip(end));
        }
        self.source(rest)
    }

    /// A label of a source, with the source after it.
    fn source(&mut self, rest: &'a str) -> Option<&'a str> {
        // 關注公眾號：… names what it invites to
        let dated = any_of!["资料来源"]
            .prefix(rest)
            .filter(|word| self.stamps > 0 && after(rest, word).starts_with(ANNOUNCING));
        let word = tables::source_label(rest).filter(|_| self.unknown == 0 || self.stamps > 0).or(dated)?;
        // 本文首發於微信公眾號：…
        let following = trim_start(after(rest, word));
        let inner = tables::source_label(following).filter(|inner| after(following, inner).starts_with(ANNOUNCING));
        let word = inner.map_or(word, |inner| before(rest, after(following, inner)));
        let asked = after(rest, word).trim_start_matches('】');
        // 来源：https://some.site/page
        let address = trim_start(asked.trim_start_matches(ANNOUNCING));
        if after_address(address).len() < address.len() || is_address(address) {
            self.cited = true;
            return Some(skip(if is_address(address) { after(rest, rest) } else { after_address(address) }));
        }
        let value = source_value(asked);
        // Source: Some Bank credits the figures of a picture
        if word.is_ascii() && !value.contains(is_han) {
            return None;
        }
        // 来源：互联网
        if NO_SOURCE.contains(value) || FURNITURE_WHOLE.contains(value) && !outlets::signs(value) {
            (self.cited, self.change) = (true, false);
            return Some(skip(after(rest, value)));
        }
        if CITED.prefix(word).is_some() {
            return Some(self.elsewhere(rest, word, value));
        }
        // 来自 / 王小明
        let sender = Some(value).filter(|value| word == "来自" && length(value) < 5 && !outlets::signs(value));
        if let Some(names) = sender.and_then(people::lone_names) {
            self.read.people.extend(people::as_reporters(names));
            self.cited = true;
            return Some(skip(after(rest, value)));
        }
        // 新聞引據：採訪 names none
        let is_role = tables::role_at(value).is_some_and(|(_, role)| role == value);
        if !value.is_empty() && !self.read.labelled && !is_role {
            (self.read.source, self.read.labelled) = (Some(value), true);
        }
        self.change = false;
        if value.is_empty() {
            return Some(skip(after(rest, word)));
        }
        // 来源：某某日报 王小明
        let following = after_column(after(rest, value));
        let parted = after(rest, value).starts_with(is_blank) && outlets::signs(value);
        let names =
            people::names_alone(following).filter(|(names, left)| parted && left.is_empty() && !are_words(names));
        let Some((names, left)) = names else { return Some(following) };
        self.read.people.extend(names);
        Some(left)
    }

    /// What follows `value` after `word`, which tells of another place and another day (首发于某报), or who sent the text in
    /// (供稿：王小明, 供稿：宣传部 王小明).
    fn elsewhere(&mut self, rest: &'a str, word: &'a str, value: &'a str) -> &'a str {
        (self.change, self.cited) = (true, true);
        let value = bracketed(trim_start(after(rest, word)), 14).map_or(value, |(title, _)| title);
        let value = stamp(value).map_or(value, |day| trim(after(value, day)).trim_matches(['《', '》']));
        if value.is_empty() {
            return skip(after(rest, word));
        }
        let following = skip(after(rest, value));
        if word.starts_with("供稿") {
            let alone = people::lone_names(value).map(|names| (people::as_reporters(names), following));
            let is_office = super::is_office(value) || value.ends_with(['部', '处', '科', '局', '院']);
            if let Some((names, following)) = alone.or_else(|| people::names_alone(following).filter(|_| is_office)) {
                self.read.people.extend(names);
                return skip(following);
            }
        }
        self.read.cited = self.read.cited.or(Some(value));
        following
    }

    /// A date with its clock.
    fn stamp(&mut self, rest: &'a str) -> Option<&'a str> {
        let found = stamp(rest)?;
        let changed = changed_after(after(rest, found));
        self.change |= changed.is_some();
        if !self.change && self.read.published.is_none() {
            self.read.published = Some(found);
        }
        self.read.changed = self.read.changed.or(Some(found));
        // 2024-06-12_08:30: the grammar of times reads no clock after such a mark
        let clock = found.split_once(['_', '‧', '・']).map(|(_, clock)| trim_start(clock));
        if let Some(clock) = clock.filter(|_| self.read.published == Some(found)) {
            (self.read.clock, self.read.timed) = (Some(clock), true);
        }
        self.begins |= self.stamps == 0 && self.unknown == 0 && !after(rest, found).starts_with(is_han);
        self.weak |= self.stamps == 0 && !found.contains([':', '：']) && !self.line.contains("星期");
        self.stamps += 1;
        // 2024.06.12—2024.06.30 is when something goes on
        let to = trim_start(after(rest, found)).strip_prefix(['—', '–', '~', '～', '至', '到', '-']);
        self.lasts |= to.is_some_and(|to| stamp(to.trim_start_matches(['—', ' '])).is_some());
        // the word belongs to this day, not to the next
        self.change &= changed.is_none();
        Some(skip(changed.unwrap_or(after(rest, found))))
    }

    /// A place, or an outlet that stands bare: 2020/08/09 05:30 工商時報 王小明.
    fn outlet(&mut self, rest: &'a str) -> Option<&'a str> {
        if let Some(place) = PLACES.prefix(rest).filter(|place| !after(rest, place).starts_with(is_han)) {
            return Some(skip(after(rest, place)));
        }
        // 某某日报官方账号
        const ACCOUNT: &WordSet = any_of!["官方账号", "官方帐号", "官方微博"];
        let account = ACCOUNT.strip_suffix(token(rest)).filter(|name| outlets::signs(name));
        if let Some(name) = account {
            self.read.source = self.read.source.or(Some(name));
            return Some(skip(after(rest, token(rest))));
        }
        let name = outlets::outlet_at(rest).filter(|name| bare_outlet(after(rest, name)));
        let name = name.or_else(|| Some(token(rest)).filter(|token| outlets::signs(token)));
        // 某某市发改委 2024年6月12日
        let office = || {
            let is_office = |name: &&str| {
                let known = any_of!["署", "委会", "商会", "协会", "总会", "公会", "基金会", "务处"].ends(name)
                    && length(name) > 2;
                let is_body = known || length(name) > 3 && super::is_office(name);
                is_body && !outlets::is_outlet(name)
            };
            Some(token(rest)).filter(|name| is_office(name) && stamp(skip(after(rest, name))).is_some())
        };
        // 江右早報2024年8月1日
        let glued = || {
            let name = run(rest, is_han);
            Some(name).filter(|name| outlets::signs(name) && stamp(after(rest, name)).is_some())
        };
        // 某某晨报·王小明·2024-06-12
        let dotted = || {
            let (name, who) = token(rest).split_once('·')?;
            let named = people::lone_names(who).is_some_and(|names| names.iter().all(|name| length(name) < 4));
            (named && outlets::signs(name)).then_some(name)
        };
        let name = name.or_else(office).or_else(glued).or_else(dotted)?;
        self.read.source = self.read.source.or(Some(name));
        let following = skip(after(rest, name));
        let parted = after(self.line, name).starts_with(|c| is_blank(c) || c == '·');
        // 某某日报 房产
        let names = people::names_alone(following).filter(|(names, _)| parted && !are_words(names));
        let Some((names, following)) = names else { return Some(following) };
        self.read.people.extend(names);
        self.signed = true;
        Some(skip(following))
    }

    /// Those whom a word of a role names.
    fn people(&mut self, rest: &'a str) -> Option<&'a str> {
        if let Some(following) = made_role(rest) {
            return Some(skip(following));
        }
        let (credits, following) = people::credits(rest, true)?;
        self.read.people.extend(credits);
        self.read.source = self.read.source.or_else(|| people::outlet_of(before(rest, following)));
        Some(skip(following))
    }

    /// A clock alone, or tools of the page.
    fn noise(&mut self, rest: &'a str) -> Option<&'a str> {
        // 03月12日10:20: a day without its year
        let day = (digits(1, 2), alt((tag("月"), tag("-"), tag("/"))), digits(1, 2), opt(tag("日")), blanks);
        if let Ok((following, (day, _))) = (opt(day), clock).parse(rest) {
            self.stamps += usize::from(self.stamps == 0);
            self.read.clock = self.read.clock.or(Some(before(rest, following)).filter(|_| day.is_none()));
            return Some(skip(following));
        }
        if is_counter(rest) {
            self.counted = true;
            return Some(skip(skip(after(rest, run(rest, is_han))).trim_start_matches(is_digit)));
        }
        let noise = noise(rest)?;
        self.counted |= length(noise) > 1;
        Some(skip(after(rest, noise)))
    }

    /// A name in Latin letters that the day follows.
    fn latin(&mut self, rest: &'a str) -> Option<&'a str> {
        let dated = |following: &str| self.stamps == 0 && stamp(skip(following)).is_some();
        // TRIPP MICKLE2023年9月13日
        let latin = people::latin_name(rest).filter(|_| rest.len() == skip(self.line).len());
        let latin = latin.filter(|name| !after(rest, name).starts_with(':') && dated(after(rest, name)));
        let name = latin?;
        self.read.people.push(Credit { name, role: super::PersonRole::Reporter });
        Some(skip(after(rest, name)))
    }

    /// Anything else, or nothing where the line is no stamp of a page.
    fn unknown(&mut self, rest: &'a str) -> Option<&'a str> {
        // 王小明 2024-10-15 16:23, 某報快訊／鍾知諭、袁維駿 2023年08月30日
        let dated = |following: &str| self.stamps == 0 && stamp(skip(following)).is_some();
        let named = people::names_alone(rest).filter(|(_, following)| dated(following));
        if let Some((names, following)) = named.filter(|(names, _)| !are_words(names)) {
            self.read.people.extend(names);
            return Some(skip(following));
        }
        if let Some(following) = self.latin(rest) {
            return Some(following);
        }
        // 王小明 溪上新聞, 王小明/某某日報
        let (names, following) = people::names(rest, true);
        // 原創 names nobody
        if self.stamps == 0
            && !ORDINARY.contains(token(rest))
            && !names.is_empty()
            && !trim_start(following).starts_with([':', '：'])
            && outlets::signs(token(skip(following)))
        {
            self.read.people.extend(people::as_reporters(names));
            self.signed = true;
            return Some(skip(following));
        }
        // • 王小明 at the end, / 王小明
        let bulleted = before(self.line, rest).trim_end_matches(is_blank).ends_with(['•', '·', '|', '｜', '/', '／']);
        let alone =
            people::names_alone(rest).filter(|(_, following)| bulleted && following.is_empty() && self.stamps > 0);
        // · 房产
        let alone = alone.filter(|(names, _)| !are_words(names));
        if let Some((names, following)) = alone.or_else(|| self.last(rest)) {
            self.read.people.extend(names);
            return Some(following);
        }
        if let Some((credits, following)) = people::reports(rest) {
            self.read.people.extend(credits);
            return Some(skip(following));
        }
        let token = token(rest);
        let following = skip(after(rest, token));
        // 活動時間：2024年4月6日 is no stamp of the page
        let account = self.read.labelled && token.is_ascii();
        // 時間：2024年6月12日 地點：… is none either
        let labelled = after(rest, token).starts_with([':', '：']) && length(token) > 1;
        if labelled && (self.stamps == 0 && !account || token == "地点") {
            return None;
        }
        if !self.is_known(token) {
            // more than one is no name
            self.read.aside = Some(token).filter(|_| self.unknown == 0);
            self.unknown += length(token);
        }
        Some(following)
    }

    /// The name that ends a line after an outlet and a clock: 某某报 2024-06-12 08:30 王小明, 2024-06-12 08:30 某讯 王小明.
    fn last(&self, rest: &'a str) -> Option<(Vec<Credit<'a>>, &'a str)> {
        let beside = |name: &str| self.unknown == length(name) && super::naming::is_coined(name);
        let named = self.read.source.is_some() || self.read.aside.is_some_and(beside);
        let short = people::lone_names(rest).is_some_and(|names| names.iter().all(|name| length(name) < 4));
        // 某某报 2024-06-12 王小明
        let signed = self.read.source.is_some_and(outlets::is_publisher) && self.unknown == 0;
        let named = named && self.stamps > 0 && (!self.weak || signed);
        people::names_alone(rest).filter(|(_, following)| named && short && following.is_empty())
    }

    /// Whether a token says nothing of who or when: a kind, a count, an address, the account after a source.
    fn is_known(&self, token: &str) -> bool {
        KINDS.suffix(token).is_some()
            || is_pair_of_channels(token)
            || is_lunar(token)
            || self.read.labelled && token.ends_with('版') && token.contains(is_digit)
            || token.chars().all(|c| is_digit(c) || matches!(c, '+' | '-') || self.read.labelled && c.is_ascii())
            || token.is_ascii() && token.contains('.')
            || self.read.labelled && PICTURE_WORDS.is_in(token)
    }

    /// The line, where hardly anything in it is unknown.
    fn line(self) -> Option<StampLine<'a>> {
        if self.lasts {
            return None;
        }
        let read = self.read;
        let allowed = match (self.stamps, read.labelled || self.cited) {
            // an outlet and who wrote for it
            (0, false) if self.signed && self.unknown == 0 => return Some(read),
            (0, false) => return None,
            // 本文来自某某网，经授权转载
            (0, true) if self.line.starts_with("本文") && LICENSED.is_in(self.line) => 16,
            (0, true) => 2,
            // tools of the page after a date: 2024-03-12 存為書籤
            _ if self.begins && length(self.line) <= 60 && !self.line.contains(['，', '！', '？', '；']) => 24,
            _ if self.weak && !read.labelled && read.source.is_none() && !self.counted => 2,
            _ => 10,
        };
        (self.unknown <= allowed).then_some(read)
    }
}

/// What announces the text at the start of a line, with its colon: 正文：.
pub(super) fn body_label(line: &str) -> Option<&str> {
    let word = any_of!["正文", "新闻正文", "新闻内容", "文章正文", "文章内容", "原文内容", "内文"].prefix(line)?;
    let mark = trim_start(after(line, word)).strip_prefix(['：', ':'])?;
    Some(before(line, mark))
}

/// A stamp glued before the text on one line: what it takes, and the date in it.
///
/// `2023-07-19 10:13，正文：` is one; so is a numeric date with a clock and a source before the text begins.
pub(super) fn lead(line: &str) -> Option<(&str, Option<&str>)> {
    if let Some(label) = body_label(line) {
        return Some((label, None));
    }
    let window = first(line, 120);
    if !may_be_dated(window) && !window.contains("正文") && !line.starts_with("原标题") {
        return None;
    }
    let stamped = stamp(skip(after_address(window)));
    if let Some(at) = window.find("正文：").or_else(|| window.find("正文:")) {
        let head = window.get(..at)?;
        let left = stamped.map_or(head, |found| after(head, found));
        let extra = left.chars().filter(|c| is_han(*c)).count();
        if extra <= 12 {
            let end = at + "正文".len() + window.get(at + "正文".len()..)?.chars().next()?.len_utf8();
            return Some((window.get(..end)?, stamped));
        }
    }
    if let Some(found) = before_opening(line).or_else(|| before_source(line)) {
        return Some(found);
    }
    let found = stamped.filter(|found| found.contains([':', '：']) && found.contains(['-', '/']))?;
    let mut rest = after(window, found);
    if !rest.starts_with(is_blank) && !rest.starts_with(['，', ',', '|']) {
        return None;
    }
    rest = skip(rest);
    if let Some(word) = tables::source_label(rest) {
        rest = skip(after(rest, source_value(after(rest, word))));
    }
    if rest.is_empty() { None } else { Some((trim(before(line, rest)), stamped)) }
}

/// A title and its stamps on one line, in the order of the line: 某地通车 2024-10-15 08:30 来源：某网, 2024/10/15 08:30 某地通車.
pub(super) fn beside_title(line: &str) -> Option<[&str; 2]> {
    let edges = |c: char| is_blank(c) || one_of!("()（）[]【】|｜-—_，,").contains(c);
    let found = stamp_anywhere(line).filter(|_| line.len() < 300 && !line.contains("www."))?;
    let (head, tail) = (trim(before(line, found)), trim(after(line, found)));
    let title = if head.is_empty() { tail.trim_matches(edges) } else { head.trim_end_matches(edges) };
    let stamps = if head.is_empty() { found } else { trim(after(line, title)) };
    let parted = if head.is_empty() { before(line, title) } else { after(line, title) };
    let is_parted = parted.starts_with(edges) || parted.ends_with(is_blank);
    // no name of an outlet, an office or a person, no label and no tool of the page
    let last = || title.rsplit(is_blank).next().is_some_and(|word| people::bare_names(word).is_some());
    let named = outlets::signs(title) || outlets::is_site(title) || super::is_office(title) || last();
    let said = stamp_line(title).is_some()
        || noise(title).is_some()
        || people::byline(title).is_some()
        || super::furniture::furniture(title, false).is_some()
        || title.char_indices().any(|(at, _)| title.get(at..).is_some_and(|rest| label(rest).is_some()));
    let sound = (8..=40).contains(&length(title)) && title.chars().filter(|c| is_han(*c)).count() > 5;
    let is_title = sound && is_parted && !named && !said && !title.contains('。') && !title.ends_with(['：', ':']);
    let stamps = Some(stamps).filter(|stamps| is_title && stamp_line(stamps).is_some())?;
    Some(if head.is_empty() { [stamps, title] } else { [title, stamps] })
}

/// The office or outlet that 發佈 names, and what follows it: 發佈：柳江新聞局.
fn published_by(s: &str) -> Option<(&str, &str)> {
    let asked = s.strip_prefix("发布")?.trim_start_matches(is_blank).strip_prefix(['：', ':', '／', '/'])?;
    let name = source_value(asked);
    let named = !name.contains(is_digit) && (outlets::signs(name) || super::is_office(name) || name.ends_with('局'));
    named.then(|| (name, after(s, name)))
}

/// True for an address of the network and nothing else.
fn is_address(s: &str) -> bool {
    any_of!["http://", "https://", "www."].begins(s) && !s.contains(is_blank)
}

/// What follows the address of the page at the start of a line.
pub(super) fn after_address(s: &str) -> &str {
    let is_address = s.starts_with(['h', 'w']) && any_of!["http://", "https://", "www."].begins(s);
    let end = s.find(is_blank).filter(|_| is_address);
    end.and_then(|end| s.get(end..)).map_or(s, trim_start)
}

/// What stands before an opening on one line, where page breaks are lost: `2024-10-15 08:30 来源：某网 新华社北京10月15日电 …`.
fn before_opening(line: &str) -> Option<(&str, Option<&str>)> {
    let window = first(line, 90);
    if !may_be_dated(window) && !line.starts_with("原标题") {
        return None;
    }
    let starts = window.char_indices().skip(6).filter(|(at, c)| {
        let blank = before(window, window.get(*at..).unwrap_or("")).ends_with(is_blank);
        (blank || matches!(c, '（' | '(' | '【' | '〔')) && !is_blank(*c)
    });
    starts.map(|(at, _)| at).find_map(|at| {
        let tail = line.get(at..)?;
        let head = line.get(..at)?;
        let read = super::dateline::opening(tail)?;
        let sure = read.is_dateline && read.agency.is_some() || !read.people.is_empty() && read.rest.len() > 60;
        let titled = any_of!["原标题"].begins(head);
        let dated = stamp_anywhere(head);
        (sure && (titled || dated.is_some())).then_some((trim(head), dated))
    })
}

/// What stands before the text where page breaks are lost, its source last: 某地通车 2024-10-15 08:30 来源：某网 某地….
fn before_source(line: &str) -> Option<(&str, Option<&str>)> {
    let window = first(line, 90);
    let stamped = stamp_anywhere(window).filter(|found| found.contains([':', '：']) && !line.starts_with(found))?;
    let title = before(window, stamped);
    let rest = skip(after(line, stamped));
    let source = source_value(after(rest, tables::source_label(rest)?)).split(is_blank).next()?;
    let text = after(rest, source);
    let parted = title.ends_with(is_blank) && text.starts_with(is_blank) && !title.contains('。');
    (parted && !source.is_empty() && length(text) > 60).then(|| (trim(before(line, text)), Some(stamped)))
}

/// True when a line may hold a stamp or a source: a year or clock, the label of a source, or an outlet with a name.
fn worth_reading(line: &str) -> bool {
    let sourced = || line.char_indices().any(|(at, _)| line.get(at..).and_then(tables::source_label).is_some());
    let parted = |part: &str| part.len() < line.len() && outlets::signs(part);
    let signed = || {
        outlets::outlet_at(line).is_some_and(|name| after(line, name).starts_with(is_blank))
            || line.len() <= 90 && (parted(token(line)) || parted(last_token(line)))
    };
    may_be_dated(line) || sourced() || signed() || published_by(line).is_some()
}

/// What follows blanks and the marks that part the items of a stamp line.
pub(super) fn skip(s: &str) -> &str {
    s.trim_start_matches(|c: char| {
        is_blank(c) || one_of!("|｜│/／•·・‧、,，;；>〈〉()（）[]［］【】〔〕:：︰-–—＿_丨︱&《》”“\"▸@").contains(c)
    })
}

/// True where a label ends: at a colon, a blank or the end.
fn after_label(s: &str) -> bool {
    tables::is_announcing(s)
}

/// The stamp label at the start of `s`, and whether it is of another day than that of publication.
pub(super) fn label(s: &str) -> Option<(bool, &str)> {
    let known = tables::stamp_label(s).filter(|(_, word)| {
        let rest = after(s, word);
        after_label(rest) || rest.starts_with(is_digit)
    });
    known.or_else(|| made_label(s).map(|word| (false, word)))
}

/// A label of no table, made of a verb of the press and what says that a day follows: 刊播时间：, 张贴于, 首发：; or the time of
/// a place: 北京时间2024年6月12日.
fn made_label(s: &str) -> Option<&str> {
    #[rustfmt::skip]
    const VERBS: &WordSet = any_of![
        "刊播", "播出", "播发", "报道", "报导", "编辑", "出刊", "撰文", "撰稿", "采写", "发表", "文章发表", "文章发布",
        "新闻发布", "发稿", "首发", "上稿", "首次上稿", "张贴", "登稿", "刊登", "上架", "上版", "录入", "上传", "公告", "北京", "当地",
        "西元", "公元",
    ];
    let verb = VERBS.prefix(s)?;
    let rest = after(s, verb);
    // 公元2024年6月12日
    if any_of!["西元", "公元"].contains(verb) {
        return stamp(rest).map(|_| verb);
    }
    let end = any_of!["时间", "日期", "于"].prefix(rest).or(Some("日").filter(|day| rest.starts_with(day)));
    let word = end.map_or(verb, |end| before(s, after(rest, end)));
    let following = after(s, word);
    let asked = trim_start(following.trim_start_matches(ANNOUNCING));
    let is_local = any_of!["北京", "当地"].contains(verb) && stamp(asked).is_some();
    let other = any_of!["北京", "当地"].contains(verb) && !is_local;
    // 首发：2024-06-12
    let told =
        end.is_some() || any_of!["首发", "发稿", "上稿", "首次上稿"].contains(verb) && asked.len() < following.len();
    (told && !other && (!is_local || end == Some("时间")) && asked.starts_with(is_digit)).then_some(word)
}

/// What follows a label of no table, made of what is done for a page and of who does it, and the name after it: 审核人：王小明,
/// 信息员：王小明.
fn made_role(s: &str) -> Option<&str> {
    #[rustfmt::skip]
    const DEEDS: &WordSet = any_of![
        "审", "初审", "复审", "终审", "审核", "审稿", "审校", "上传", "录入", "信息", "张贴", "刊登", "上稿", "上架", "发稿", "发布",
        "签发", "维护", "管理", "报送", "投稿", "提交", "预报",
    ];
    let label = run(s, is_han);
    let deed = any_of!["人", "员", "者"].strip_suffix(label).filter(|deed| DEEDS.contains(deed))?;
    let asked = after(s, label).strip_prefix(['：', ':']).map(trim_start).filter(|_| !deed.is_empty())?;
    let value = tables::before_label(asked).unwrap_or_else(|| token(asked));
    ((2..=8).contains(&length(value)) && value.chars().all(is_han)).then(|| after(asked, value))
}

/// What follows the word after a date that makes it the day of a change: 08:00更新, 08:00（更新）; but not 08:00 更新：2024-06-12.
fn changed_after(s: &str) -> Option<&str> {
    let word = trim_start(s).trim_start_matches(['（', '(']);
    let next = any_of!["更新", "修改", "修订", "编辑"].strip_prefix(word)?.trim_start_matches(['）', ')']);
    let glued = !s.starts_with(is_blank) && (next.is_empty() || next.starts_with(is_blank));
    let alone = !next.starts_with(ANNOUNCING) && !next.starts_with(is_han) && stamp(skip(next)).is_none();
    (glued || alone).then_some(next)
}

/// True where a counter of no table and its number begin: 访问次数：318.
pub(super) fn is_counter(s: &str) -> bool {
    let word = run(s, is_han);
    let value = after(s, word).strip_prefix(['：', ':']).map(trim_start);
    length(word) == 4 && word.ends_with("次数") && value.is_some_and(|value| value.starts_with(is_digit))
}

/// What follows the column, or the day and page, after the name of a source: 来源：某某新闻 ∙ 某某公社 >, 来源：某某日报 6月12日 3版.
fn after_column(s: &str) -> &str {
    let column = s.trim_matches(|c: char| is_blank(c) || one_of!("∙⋅·•>＞").contains(c));
    let parted = before(s, column).contains(['∙', '·', '•', '⋅']);
    let is_column = length(column) <= 6 && column.chars().all(is_han) && people::lone_names(column).is_none();
    if parted && is_column {
        return after(s, s);
    }
    let following = skip(s);
    let page = |c: char| is_digit(c) || is_blank(c) || one_of!("月日第版").contains(c);
    if is_day(following) { skip(after(following, run(following, page))) } else { following }
}

/// True where a day without its year begins: 6月12日 3版.
pub(super) fn is_day(s: &str) -> bool {
    let month = s.trim_start_matches(is_digit).strip_prefix('月').filter(|_| s.starts_with(is_digit));
    month.is_some_and(|day| day.starts_with(is_digit) && day.trim_start_matches(is_digit).starts_with('日'))
}

/// True for a number of readers or comments: 3 条评论, 1234 次阅读.
pub(super) fn counts(s: &str) -> bool {
    let counted = trim_start(s.trim_start_matches(is_digit));
    let counter = counted.trim_start_matches(['万', '次', '人', '条', '则', '个']);
    [counted, counter].iter().any(|word| noise(word).is_some() || FURNITURE_WHOLE.longest(word).is_some())
}

/// The word of [`STAMP_NOISE`] at the start of `s`; one of a single character must stand alone.
pub(super) fn noise(s: &str) -> Option<&str> {
    // 次点击
    let counted = s.strip_prefix(['次', '人', '条']).and_then(noise).filter(|word| length(word) > 1);
    if let Some(word) = counted {
        return Some(before(s, after(s, word)));
    }
    STAMP_NOISE.prefix(s).filter(|word| length(word) > 1 || after(s, word).chars().next().is_none_or(|c| !is_han(c)))
}

/// True where the name of an outlet is over: before a role word (鉅亨網記者), a label, or anything but a Han character.
fn bare_outlet(after: &str) -> bool {
    let after = trim_start(after);
    after.chars().next().is_none_or(|c| !is_han(c))
        || any_of!["快讯", "综合", "即时"].begins(after)
        || tables::role_at(after).is_some()
        || label(after).is_some()
        || tables::source_label(after).is_some()
        || people::names_alone(after).is_some()
}

/// True where a role word with a colon begins.
pub(super) fn people_label(s: &str) -> bool {
    tables::role_at(s).is_some_and(|(_, word)| after(s, word).starts_with(['：', ':']))
}

/// The run up to the next blank, bar or colon.
pub(super) fn token(s: &str) -> &str {
    let end = s
        .char_indices()
        .skip(1)
        .find(|(at, c)| {
            // 某某網·2024-06-12
            let dotted = || s.get(at + c.len_utf8()..).is_some_and(|rest| rest.starts_with(is_digit));
            is_blank(*c)
                || one_of!("|｜│/／,，;；:：()（）[]【】〔〕《》").contains(*c)
                || matches!(c, '·' | '•') && dotted()
        })
        .map_or(s.len(), |(at, _)| at);
    s.get(..end).unwrap_or(s)
}

/// The run after the last blank, bar or slash.
fn last_token(s: &str) -> &str {
    s.rsplit(|c| is_blank(c) || ANNOUNCING.contains(&c)).next().unwrap_or(s)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamp_lines_name_their_source() {
        let table = [
            ("时间：2021-03-04 06:23 来源： 柳城日报", Some("2021-03-04 06:23"), Some("柳城日报")),
            ("2021-03-04 06:23:00  来源:某某网新疆", Some("2021-03-04 06:23:00"), Some("某某网新疆")),
            ("2021年03月04日08:45 | 来源：人民网－人民日报", Some("2021年03月04日08:45"), Some("人民网－人民日报")),
            ("来源：中国新闻网 2021年03月04日 08:45 分享到：", Some("2021年03月04日 08:45"), Some("中国新闻网")),
            ("中国网 2021-03-04 10:37:31", Some("2021-03-04 10:37:31"), Some("中国网")),
            ("发布时间: 2021/03/04", Some("2021/03/04"), None),
            ("更新：2021/03/05 10:00 发布：2021/03/04 09:00", Some("2021/03/04 09:00"), None),
            ("撰文：欧阳小明 出版：2021-03-04 10:11 更新：2021-03-04 12:20", Some("2021-03-04 10:11"), None),
            ("建立时间16:41", None, None),
            ("今日 15:23   中国财经", None, None),
            ("来源：新华社", None, Some("新华社")),
        ];
        for (text, published, source) in table {
            let read = stamp_line(text).unwrap();
            assert_eq!((read.published, read.source), (published, source), "{text}");
        }
    }

    #[test]
    fn titles_and_sentences_are_no_stamp_lines() {
        for text in [
            "2021年3月4日天气预报一览",
            "2021-03-04上市公司公告精选汇总",
            "营收达12:30的水准",
            "会议于2021年3月4日09:00召开。",
            "来源成谜的骨董",
        ] {
            assert!(stamp_line(text).is_none(), "{text}");
        }
    }

    #[test]
    fn people_of_a_stamp_line_are_kept() {
        let read = stamp_line("巨亨网记者王小明 台北2021-03-04 19:11").unwrap();
        assert_eq!((read.source, read.published), (Some("巨亨网"), Some("2021-03-04 19:11")));
        assert_eq!(read.people.iter().map(|person| person.name).collect::<Vec<_>>(), ["王小明"]);
        let read = stamp_line("2021-03-04 10:11 联合报／ 记者王小明／台北即时报导").unwrap();
        assert_eq!(read.source, Some("联合报"));
        assert_eq!(read.people.iter().map(|person| person.name).collect::<Vec<_>>(), ["王小明"]);
    }

    #[test]
    fn stamps_glued_before_the_text() {
        assert_eq!(lead("2021-03-04 10:13，正文：某地"), Some(("2021-03-04 10:13，正文：", Some("2021-03-04 10:13"))));
        assert_eq!(lead("，正文：某地"), Some(("，正文：", None)));
        assert_eq!(lead("2021-03-04,正文:某地"), Some(("2021-03-04,正文:", Some("2021-03-04"))));
        assert_eq!(
            lead("2021-03-04 10:13:00 来源：某某网  某地今年"),
            Some(("2021-03-04 10:13:00 来源：某某网", Some("2021-03-04 10:13:00")))
        );
        assert_eq!(lead("2021年3月4日，某地"), None);
        assert_eq!(lead("某地的正文：不在此列，因为在它之前的字已经太多了"), Some(("某地的正文：", None)));
    }
}
