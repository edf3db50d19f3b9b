//! Claims: one for each clause that asserts a quantity.
//!
//! A paragraph is cut into clauses at its stops; each clause with a quantity becomes a claim with its subject, predicate
//! and object as far as the words of [`PREDICATES`] tell them apart, its changes and its modality. Imports the reader.

use alloc::vec::Vec;
use core::ops::Range;

use crate::article::{Basis, ChangeData, ClaimData, Direction, Modality, PassageData, Range32, Slice};
use crate::quantity::Role;
use crate::reader::Reader;

/// Words with which a predicate begins.
static PREDICATES: &[&str] = &[
    "達到", "达到", "達", "达", "突破", "超過", "超过", "增長", "增长", "增加", "增至", "增", "上升", "升至", "升",
    "提高", "提升", "下降", "下跌", "減少", "减少", "減", "减", "降至", "降", "回落", "跌", "漲", "涨", "收報", "收报",
    "報", "收", "完成", "實現", "实现", "投入", "投資", "投资", "撥出", "拨出", "選派", "选派", "派出", "引進", "引进",
    "培訓", "培训", "培養", "培养", "組織", "组织", "舉辦", "举办", "開展", "开展", "實施", "实施", "建成", "新建",
    "建設", "建设", "建立", "成立", "設立", "设立", "打造", "簽約", "签约", "吸引", "帶動", "带动", "支持", "幫助",
    "帮助", "提供", "發放", "发放", "發送", "发送", "接待", "銷售", "销售", "生產", "生产", "出口", "進口", "进口",
    "占", "佔", "為", "为", "有", "共", "約", "约", "獲", "获", "造成", "導致", "导致", "涉及", "覆蓋", "覆盖", "惠及",
    "受惠", "受益", "新增", "錄得", "录得", "超", "逾",
];

/// Words that say which way something changed.
static DIRECTIONS: &[(&str, Direction)] = &[
    (
        "增長 增长 增加 增幅 增至 增速 上升 升幅 升至 提高 提升 上漲 上涨 漲幅 涨幅 漲 涨 年增 月增 季增 按年升 按月升 擴大 扩大 多 放大 反彈 反弹",
        Direction::Increase,
    ),
    (
        "下降 降幅 降至 下跌 跌幅 跌 減少 减少 年減 年减 月減 月减 季減 季减 回落 收窄 縮減 缩减 減幅 减幅",
        Direction::Decrease,
    ),
    ("持平", Direction::None),
];

/// Words that say what a change is measured against.
static BASES: &[(&str, Basis)] = &[
    ("同比 按年 年增 年減 年减 較去年同期 较去年同期 比去年同期 較上年同期 较上年同期 比上年同期", Basis::Yoy),
    ("月增 月減 月减 按月", Basis::Mom),
    ("季增 季減 季减 按季", Basis::Qoq),
    ("環比 环比", Basis::PreviousPeriod),
    ("較上年末 较上年末 比上年末", Basis::PreviousYearEnd),
    ("較 较 比", Basis::Other),
];

/// Words that say how sure a claim is.
static MODALITIES: &[(&str, Modality)] = &[
    ("預計 预计 預料 预料 料將 料将 有望", Modality::Forecast),
    ("力爭 力争 目標 目标", Modality::Target),
    ("累計 累计", Modality::Cumulative),
    ("將 将 擬 拟 計劃 计划", Modality::Planned),
    ("設計 设计 可達 可达 可容 能力", Modality::Capacity),
];

/// Stops that end a clause.
const STOPS: &[char] = &['，', '。', '；', '！', '？', ';', '!', '?', '\n', '\r', ','];

/// Adds the claims of a passage.
pub(crate) fn read(reader: &mut Reader<'_>, passage: &PassageData, claims: &mut Vec<ClaimData>) {
    let whole = passage.slice.text.start as usize..passage.slice.text.end as usize;
    let text = reader.text;
    let mut start = whole.start;
    let mut subject: Option<Slice> = None;
    let mut quantities = passage.quantities.clone();
    let mut times = passage.times.clone();
    while start < whole.end {
        let end = clause_end(reader, start, whole.end, &quantities);
        let clause = trim(text, start..end);
        let own = take(&mut quantities, |i| reader.quantities.get(i).map(|m| m.text.clone()), end);
        let own_times = take(&mut times, |i| reader.times.get(i).map(|m| m.text.clone()), end);
        if !own.is_empty() {
            let claim = claim(reader, clause, own, own_times, &mut subject);
            claims.push(claim);
        }
        start = end + text.get(end..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    }
}

/// Where the clause that begins at `start` ends: at a stop that is not inside a quantity.
fn clause_end(reader: &Reader<'_>, start: usize, limit: usize, quantities: &Range32) -> usize {
    let text = reader.text;
    let mut next = quantities.start as usize;
    let mut at = start;
    while at < limit {
        let Some(found) = text.get(at..limit).and_then(|rest| rest.find(STOPS)) else { return limit };
        at += found;
        // skip the quantities before the stop; a stop inside one is no stop
        while reader.quantities.get(next).is_some_and(|m| next < quantities.end as usize && m.text.end as usize <= at) {
            next += 1;
        }
        let inside = reader
            .quantities
            .get(next)
            .filter(|_| next < quantities.end as usize)
            .filter(|m| (m.text.start as usize) < at);
        match inside {
            Some(mention) => at = mention.text.end as usize,
            None => return at,
        }
    }
    limit
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

/// The first of some words in a text: where it begins, and its meaning.
fn find<T: Copy>(text: &str, rows: &[(&str, T)]) -> Option<(usize, T)> {
    let hits = rows
        .iter()
        .flat_map(|(words, meaning)| words.split(' ').filter_map(move |word| text.find(word).map(|at| (at, *meaning))));
    hits.min_by_key(|(at, _)| *at)
}

fn claim(
    reader: &mut Reader<'_>,
    clause: Range<usize>,
    quantities: Range32,
    times: Range32,
    carried: &mut Option<Slice>,
) -> ClaimData {
    let text = reader.text;
    let body = text.get(clause.clone()).unwrap_or_default();
    let mention = |i: u32| reader.quantities.get(i as usize).map(|m| m.text.start as usize..m.text.end as usize);
    let first = mention(quantities.start).unwrap_or(clause.clone());
    // the subject stands before the predicate, behind the clause's own time
    let mut from = clause.start;
    if let Some(time) =
        reader.times.get(times.start as usize).filter(|m| !times.is_empty() && m.text.start as usize == clause.start)
    {
        from = (time.text.end as usize).min(first.start);
    }
    let head = text.get(from..first.start).unwrap_or_default();
    let verb = PREDICATES
        .iter()
        .filter_map(|word| head.rfind(word).map(|at| (at, word.len())))
        .min_by_key(|(at, length)| (*at, usize::MAX - length));
    let (subject, predicate) = match verb {
        Some((at, _)) => (trim(text, from..from + at), trim(text, from + at..first.start)),
        None => (trim(text, from..first.start), first.start..first.start),
    };
    let object_end = text
        .get(first.end..clause.end)
        .and_then(|rest| rest.find(['、', '(', '（']))
        .map_or(clause.end, |at| first.end + at);
    let second =
        if quantities.len() > 1 { mention(quantities.start + 1).map_or(object_end, |m| m.start) } else { object_end };
    let object = trim(text, first.end..object_end.min(second));
    let changes = changes(reader, &clause, &quantities, &times);
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
        modality: find(body, MODALITIES).map_or(Modality::Fact, |(_, modality)| modality),
        negated: ["沒有", "没有", "並未", "并未", "未能"].iter().any(|word| body.contains(word)),
        relations: Vec::new(),
        slice: reader.slice(clause),
        quantities,
        times,
    }
}

/// The changes of a clause: a direction before a share, or before a quantity with a basis.
fn changes(reader: &Reader<'_>, clause: &Range<usize>, quantities: &Range32, times: &Range32) -> Vec<ChangeData> {
    let mut changes = Vec::new();
    let mut from = clause.start;
    for index in quantities.clone() {
        let Some(mention) = reader.quantities.get(index as usize) else { continue };
        let start = mention.text.start as usize;
        let between = reader.text.get(from..start).unwrap_or_default();
        from = mention.text.end as usize;
        let Some((_, direction)) = last(between, DIRECTIONS) else { continue };
        let basis = last(between, BASES).map(|(_, basis)| basis);
        let level = between.ends_with(['至', '到']);
        let share =
            matches!(mention.item.role, Role::Percent | Role::PercentagePoint | Role::Multiple | Role::BasisPoint);
        if !share && basis.is_none() && !level {
            continue;
        }
        let base = times.clone().find(|i| {
            reader
                .times
                .get(*i as usize)
                .is_some_and(|time| basis == Some(Basis::Other) && (time.text.end as usize) <= start)
        });
        let magnitude = (!level).then_some(index);
        let to = level.then_some(index);
        changes.push(ChangeData { direction, magnitude, from: None, to, basis, base });
    }
    changes
}

/// The last of some words in a text; of two at one place the longer.
fn last<T: Copy>(text: &str, rows: &[(&str, T)]) -> Option<(usize, T)> {
    let hits = rows.iter().flat_map(|(words, meaning)| {
        words.split(' ').filter_map(move |word| text.rfind(word).map(|at| (at + word.len(), at, *meaning)))
    });
    hits.max_by_key(|(end, at, _)| (*end, usize::MAX - at)).map(|(_, at, meaning)| (at, meaning))
}
