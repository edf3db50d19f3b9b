//! Claims: one for each clause that asserts a quantity.
//!
//! A paragraph is cut into clauses at its stops; each clause with a quantity becomes a claim with its subject, predicate
//! and object as far as the words of [`CUES`] tell them apart, its changes and its modality. Imports the reader.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ops::Range;

use once_cell::race::OnceBox;

use crate::article::{Basis, ChangeData, ClaimData, Direction, Mention, Modality, PassageData, Range32, Slice};
use crate::quantity::Role;
use crate::reader::Reader;
use crate::words::{Endings, Words};

/// What a word says of the claim that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    /// A predicate begins.
    Predicate,
    /// Something changed this way; a predicate begins as well.
    Direction(Direction),
    /// A change is measured against this.
    Basis(Basis),
    /// Both at once: 年增.
    Both(Direction, Basis),
    /// How sure the claim is.
    Modality(Modality),
    /// It is denied.
    Negation,
    /// A word that only contains one of the others.
    Nothing,
}

/// The words of claims. A new verb, direction or basis is a word here.
static CUES: &[(&str, Cue)] = &[
    (
        "達到 达到 達 达 突破 超過 超过 收報 收报 報 报 收 完成 實現 实现 投入 投資 投资 撥出 拨出 選派 选派 派出 引進 引进",
        Cue::Predicate,
    ),
    (
        "培訓 培训 培養 培养 組織 组织 舉辦 举办 開展 开展 實施 实施 建成 新建 建設 建设 建立 成立 設立 设立 打造 簽約 签约",
        Cue::Predicate,
    ),
    (
        "吸引 帶動 带动 支持 幫助 帮助 提供 發放 发放 發送 发送 接待 銷售 销售 生產 生产 出口 進口 进口 占 佔 為 为 有 共",
        Cue::Predicate,
    ),
    ("獲 获 造成 導致 导致 涉及 覆蓋 覆盖 惠及 受惠 受益 新增 錄得 录得 超 逾", Cue::Predicate),
    (
        "增長 增长 增加 增幅 增至 增速 上升 升幅 升至 提高 提升 上漲 上涨 漲幅 涨幅 漲 涨 擴大 扩大 放大 反彈 反弹 升 增",
        Cue::Direction(Direction::Increase),
    ),
    (
        "下降 降幅 降至 下跌 跌幅 跌 減少 减少 回落 收窄 縮減 缩减 減幅 减幅 降 減 减",
        Cue::Direction(Direction::Decrease),
    ),
    ("持平", Cue::Direction(Direction::None)),
    ("同比 按年 較去年同期 较去年同期 比去年同期 較上年同期 较上年同期 比上年同期", Cue::Basis(Basis::Yoy)),
    ("按月", Cue::Basis(Basis::Mom)),
    ("按季", Cue::Basis(Basis::Qoq)),
    ("環比 环比", Cue::Basis(Basis::PreviousPeriod)),
    ("較上年末 较上年末 比上年末", Cue::Basis(Basis::PreviousYearEnd)),
    ("較 较 比", Cue::Basis(Basis::Other)),
    ("每年增", Cue::Direction(Direction::Increase)),
    ("每年減 每年减", Cue::Direction(Direction::Decrease)),
    ("年增 按年升", Cue::Both(Direction::Increase, Basis::Yoy)),
    ("年減 年减", Cue::Both(Direction::Decrease, Basis::Yoy)),
    ("月增 按月升", Cue::Both(Direction::Increase, Basis::Mom)),
    ("月減 月减", Cue::Both(Direction::Decrease, Basis::Mom)),
    ("季增", Cue::Both(Direction::Increase, Basis::Qoq)),
    ("季減 季减", Cue::Both(Direction::Decrease, Basis::Qoq)),
    ("預計 预计 預料 预料 料將 料将 有望", Cue::Modality(Modality::Forecast)),
    ("力爭 力争 目標 目标", Cue::Modality(Modality::Target)),
    ("累計 累计", Cue::Modality(Modality::Cumulative)),
    ("將 将 擬 拟 計劃 计划", Cue::Modality(Modality::Planned)),
    ("設計 设计 可達 可达 可容 能力", Cue::Modality(Modality::Capacity)),
    ("沒有 没有 並未 并未 未能", Cue::Negation),
    // words that only begin like one
    (
        "比例 比重 比賽 比赛 報告 报告 報道 报道 報導 报导 收入 為了 为了 為主 为主 有關 有关 有效 共同 升級 升级 增值 減災 减灾",
        Cue::Nothing,
    ),
    ("營收 营收 回收 吸收 徵收 征收 稅收 税收 未來 未来 超市 占地 將軍 将军 將近 将近", Cue::Nothing),
];

/// A cue where it stands: its first and last byte in the text.
#[derive(Clone, Copy, Debug)]
struct Found {
    cue: Cue,
    start: usize,
    end: usize,
}

fn cues() -> &'static Words<Cue> {
    static TABLE: OnceBox<Words<Cue>> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(Words::of_rows(CUES)))
}

/// Stops that end a clause.
const STOPS: &[char] = &['，', '。', '；', '！', '？', ';', '!', '?', '\n', '\r', ','];

/// Adds the claims of a passage.
pub(crate) fn read(reader: &mut Reader<'_>, passage: &PassageData, claims: &mut Vec<ClaimData>) {
    let whole = passage.slice.text.start as usize..passage.slice.text.end as usize;
    let text = reader.text;
    let mut start = whole.start;
    let mut subject: Option<Slice> = None;
    let mut found = Vec::new();
    let mut quantities = passage.quantities.clone();
    let mut times = passage.times.clone();
    while start < whole.end {
        let end = clause_end(reader, start, whole.end, &quantities, &times);
        let clause = trim(text, start..end);
        let own = take(&mut quantities, |i| reader.quantities.get(i).map(|m| m.text.clone()), end);
        let own_times = take(&mut times, |i| reader.times.get(i).map(|m| m.text.clone()), end);
        if !own.is_empty() {
            let claim = claim(reader, clause, own, own_times, &mut subject, &mut found);
            claims.push(claim);
        }
        start = end + text.get(end..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    }
}

/// Where the clause that begins at `start` ends: at a stop that is not inside a quantity or time.
fn clause_end(reader: &Reader<'_>, start: usize, limit: usize, quantities: &Range32, times: &Range32) -> usize {
    let mut quantity = quantities.start;
    let mut time = times.start;
    let mut at = start;
    while at < limit {
        let Some(found) = reader.text.get(at..limit).and_then(|rest| rest.find(STOPS)) else { return limit };
        at += found;
        // go past what lies before the stop; a stop inside one is no stop
        let inside = past(&reader.quantities, &mut quantity, quantities.end, at)
            .or_else(|| past(&reader.times, &mut time, times.end, at));
        match inside {
            Some(end) => at = end,
            None => return at,
        }
    }
    limit
}

/// Takes the mentions that end before `at` off the list; the end of the one that `at` lies in.
fn past<T>(list: &[Mention<T>], next: &mut u32, last: u32, at: usize) -> Option<usize> {
    loop {
        let mention = list.get(*next as usize).filter(|_| *next < last)?;
        if mention.text.end as usize > at {
            return ((mention.text.start as usize) < at).then_some(mention.text.end as usize);
        }
        *next += 1;
    }
}

/// The indices at the head of `range` whose text begins before `end`, taken off it.
fn take(range: &mut Range32, text: impl Fn(usize) -> Option<Range32>, end: usize) -> Range32 {
    let first = range.start;
    while range.start < range.end && text(range.start as usize).is_some_and(|text| (text.start as usize) < end) {
        range.start += 1;
    }
    first..range.start
}

/// A range without the white space and quotation marks around it.
fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let slice = text.get(range.clone()).unwrap_or_default();
    let blank = |c: char| c.is_whitespace() || c == '\u{FEFF}';
    let head = slice.len() - slice.trim_start_matches(blank).len();
    let kept = slice.trim_matches(blank).len();
    range.start + head..range.start + head + kept
}

/// The cues of a clause, in order; none inside a quantity.
fn read_cues(reader: &Reader<'_>, clause: &Range<usize>, quantities: &Range32, found: &mut Vec<Found>) {
    found.clear();
    let mut next = quantities.start;
    let mut at = clause.start;
    while let Some(rest) = reader.text.get(at..clause.end).filter(|rest| !rest.is_empty()) {
        let inside = (next < quantities.end).then(|| reader.quantities.get(next as usize)).flatten();
        if let Some(mention) = inside.filter(|mention| mention.text.start as usize <= at) {
            at = at.max(mention.text.end as usize);
            next += 1;
            continue;
        }
        let length = match cues().longest(rest) {
            Some((cue, length)) => {
                found.push(Found { cue: *cue, start: at, end: at + length });
                length
            }
            None => rest.chars().next().map_or(1, char::len_utf8),
        };
        at += length;
    }
}

/// Words before a subject that do not belong to it.
static BEFORE_SUBJECT: &[&str] = &[
    "其中 此外 同時 同时 目前 據悉 据悉 預計 预计 累計 累计 共 並 并 而 但 且 也 還 还 已 將 将 又 則 则 不僅 不仅 以及 總計 总计 截至 為 为",
];

/// Words behind a subject that belong to its predicate.
static BEHIND_SUBJECT: &[&str] = &[
    "先後 先后 均 已 已經 已经 將 将 仍 也 還 还 共 累計 累计 同比 環比 环比 預計 预计 可 應 应 能 再 更 就 又 進一步 进一步 穩步 稳步 持續 持续",
    "總共 总共 一共 分別 分别 合計 合计 平均 日均 全年 初步 其中 更已 仍然 依然 一度 今年 去年 上半年 下半年 按年 按月 按季 較 较 比",
];

/// A subject without the words before and behind it that are none of it.
fn bare(text: &str, range: Range<usize>) -> Range<usize> {
    static HEADS: OnceBox<Words<()>> = OnceBox::new();
    static TAILS: OnceBox<Endings> = OnceBox::new();
    let heads = HEADS.get_or_init(|| {
        Box::new(Words::new(BEFORE_SUBJECT.iter().flat_map(|row| row.split(' ')).map(|word| (word.into(), ()))))
    });
    let tails = TAILS.get_or_init(|| Box::new(Endings::of_rows(BEHIND_SUBJECT)));
    let mut range = trim(text, range);
    while let Some(((), length)) = text.get(range.clone()).and_then(|subject| heads.longest(subject)) {
        range = trim(text, range.start + length..range.end);
    }
    while let Some(word) = text.get(range.clone()).and_then(|subject| tails.longest(subject)) {
        range = trim(text, range.start..range.end - word.len());
    }
    range
}

/// Where the last quantity of a clause begins.
fn last_start(reader: &Reader<'_>, quantities: &Range32) -> usize {
    let last = quantities.end.checked_sub(1).and_then(|i| reader.quantities.get(i as usize));
    last.map_or(usize::MAX, |mention| mention.text.start as usize)
}

fn claim(
    reader: &mut Reader<'_>,
    clause: Range<usize>,
    quantities: Range32,
    times: Range32,
    carried: &mut Option<Slice>,
    found: &mut Vec<Found>,
) -> ClaimData {
    read_cues(reader, &clause, &quantities, found);
    let text = reader.text;
    let mention = |i: u32| reader.quantities.get(i as usize).map(|m| m.text.start as usize..m.text.end as usize);
    let first = mention(quantities.start).unwrap_or(clause.clone());
    // the subject stands before the predicate, behind the clause's own time
    let mut from = clause.start;
    let leading = reader.times.get(times.start as usize).filter(|m| !times.is_empty() && m.text.start as usize == from);
    if let Some(time) = leading {
        from = (time.text.end as usize).min(first.start);
    }
    let verb =
        |found: &&Found| matches!(found.cue, Cue::Predicate | Cue::Direction(_) | Cue::Both(..)) && found.start >= from;
    // 6所衛生院門診量同比增長40%: the first number may stand in the subject
    let predicate = found.iter().find(verb).map_or(first.start, |found| found.start);
    let subject = bare(text, from..predicate);
    let end = if predicate > first.end { clause.end.min(last_start(reader, &quantities)) } else { first.start };
    let predicate = trim(text, predicate.min(end)..end);
    let rest = text.get(first.end..clause.end).unwrap_or_default();
    let object_end = rest.find(['、', '(', '（']).map_or(clause.end, |at| first.end + at);
    let second =
        if quantities.len() > 1 { mention(quantities.start + 1).map_or(object_end, |m| m.start) } else { object_end };
    let object = trim(text, first.end..object_end.min(second).max(first.end));
    let changes = changes(reader, found, clause.start, &quantities, &times);
    let modality = found.iter().find_map(|found| match found.cue {
        Cue::Modality(modality) => Some(modality),
        _ => None,
    });
    let own = (!subject.is_empty()).then(|| reader.slice(subject));
    let subject_carried = own.is_none() && carried.is_some();
    if own.is_some() {
        carried.clone_from(&own);
    }
    ClaimData {
        subject: own.or_else(|| carried.clone()),
        subject_carried,
        predicate: (!predicate.is_empty()).then(|| reader.slice(predicate)),
        object: (!object.is_empty()).then(|| reader.slice(object)),
        place: None,
        attribution: None,
        condition: None,
        changes,
        modality: modality.unwrap_or_default(),
        negated: found.iter().any(|found| found.cue == Cue::Negation),
        relations: Vec::new(),
        slice: reader.slice(clause),
        quantities,
        times,
    }
}

/// The changes of a clause: a direction before a share, or before a quantity with a basis.
fn changes(
    reader: &Reader<'_>,
    found: &[Found],
    start: usize,
    quantities: &Range32,
    times: &Range32,
) -> Vec<ChangeData> {
    let mut changes = Vec::new();
    let mut from = start;
    // cues and times before the quantity, taken off the front as the quantities go by
    let mut cue = 0;
    let mut time = times.start;
    for index in quantities.clone() {
        let Some(mention) = reader.quantities.get(index as usize) else { continue };
        let at = mention.text.start as usize;
        let (mut direction, mut basis) = (None, None);
        while let Some(found) = found.get(cue).filter(|found| found.end <= at) {
            match found.cue {
                Cue::Direction(way) => direction = Some(way),
                Cue::Basis(against) => basis = Some(against),
                Cue::Both(way, against) => (direction, basis) = (Some(way), Some(against)),
                _ => {}
            }
            cue += 1;
        }
        while time < times.end && reader.times.get(time as usize).is_some_and(|time| (time.text.end as usize) <= at) {
            time += 1;
        }
        let level = reader.text.get(from..at).is_some_and(|between| between.ends_with(['至', '到']));
        from = mention.text.end as usize;
        let Some(direction) = direction else { continue };
        let share =
            matches!(mention.item.role, Role::Percent | Role::PercentagePoint | Role::Multiple | Role::BasisPoint);
        if !share && basis.is_none() && !level {
            continue;
        }
        changes.push(ChangeData {
            direction,
            magnitude: (!level).then_some(index),
            from: None,
            to: level.then_some(index),
            basis,
            base: time.checked_sub(1).filter(|i| basis == Some(Basis::Other) && times.contains(i)),
        });
    }
    changes
}
