//! How sure a claim is meant to be.
//!
//! Imports [`super::clause`] and the words.

use super::clause::Found;
use super::draft::Draft;
use super::frame::MOST;
use super::window;
use super::words::Cue;
use crate::any_of::{WordSet, any_of};
use crate::article::Modality;
use crate::mentions::Reader;
use crate::unit::Dimension;
use crate::vocabulary::{AVERAGES, CHANGES_BY_NUMBER, COMPARED, EXPECTS};

/// Whether a cue of one character is a word by itself: beside another cue, a quantity or a time.
pub(super) fn is_free(reader: &Reader<'_>, cues: &[Found], found: &Found) -> bool {
    let word = reader.text.get(found.start..found.end).unwrap_or_default();
    if word.chars().nth(1).is_some() {
        return true;
    }
    let next = cues.partition_point(|next| next.start < found.end);
    let mut here = cues.get(next..).unwrap_or_default().iter().take_while(|next| next.start == found.end);
    let beside = here.any(|next| !matches!(next.cue, Cue::Nothing | Cue::Short) && !leads_to_noun(reader, cues, next));
    if matches!(word, "拟") {
        return true;
    }
    let quantity = reader.quantities.partition_point(|mention| (mention.text.start as usize) < found.end);
    let time = reader.times.partition_point(|mention| (mention.text.start as usize) < found.end);
    // 將每日產量削減: 將 before a noun
    if matches!(word, "将") {
        return beside;
    }
    beside
        || reader.quantities.get(quantity).is_some_and(|mention| mention.text.start as usize == found.end)
        || reader.times.get(time).is_some_and(|mention| mention.text.start as usize == found.end)
}

/// Whether an adverb stands before a noun, as in 將最低工資由, 將基本票價, so that what stands before it takes an object.
fn leads_to_noun(reader: &Reader<'_>, cues: &[Found], found: &Found) -> bool {
    let word = reader.text.get(found.start..found.end).unwrap_or_default();
    let at = found.end;
    let counted = reader.quantities.partition_point(|mention| (mention.text.start as usize) < at);
    let is_counted = reader.quantities.get(counted).is_some_and(|mention| mention.text.start as usize == at);
    let acts = |next: &Found| next.start == at && !matches!(next.cue, Cue::Nothing | Cue::Short);
    // 將目標樓宇的巡查時間縮短
    if word == "目标" && is_aimed_at(reader, found) {
        return true;
    }
    let leads = AVERAGES.contains(word) || matches!(word, "最" | "基本");
    leads && !is_counted && !cues.iter().any(acts)
}

/// Whether what is expected is a noun that something is measured with: 低於預期, 不及市場預測, 預期的.
pub(super) fn is_measure_of(reader: &Reader<'_>, found: &Found) -> bool {
    let word = reader.text.get(found.start..found.end).unwrap_or_default();
    if !matches!(word, "预期" | "预估" | "预测" | "预计" | "预算" | "估计") {
        return false;
    }
    // 預估中值3.1%
    let after = reader.text.get(found.end..).unwrap_or_default();
    if any_of!["中值", "均值", "中位"].begins(after) {
        return true;
    }
    let mut head = reader.text.get(..found.start).unwrap_or_default().trim_end();
    while let Some(rest) = EXPECTS.suffix(head).and_then(|whose| head.strip_suffix(whose)) {
        head = rest.strip_suffix('的').unwrap_or(rest);
    }
    head.ends_with(['于', '及', '合', '超', '过', '逊', '如', '比', '胜', '出', '较'])
}

/// Whether 目標 is only whom or what something is meant for: 目標客戶.
fn is_aimed_at(reader: &Reader<'_>, found: &Found) -> bool {
    let rest = reader.text.get(found.end..).unwrap_or_default();
    any_of!["楼宇", "客户", "人群", "群体", "对象", "市场", "企业", "用户"].begins(rest)
}

/// Whether a plan, a goal or a capacity is a noun that something is measured with: 占年度計劃的68%, 不足設計能力的一半.
fn is_standard(reader: &Reader<'_>, cues: &[Found], found: &Found) -> bool {
    const FAR: usize = 14;
    const NOUNS: [&str; 11] =
        ["计划", "原计划", "计画", "规划", "目标", "预期", "预定", "设计能力", "设计产能", "产能", "设计"];
    let text = |range: core::ops::Range<usize>| reader.text.get(range).unwrap_or_default();
    if text(found.start..found.end) == "原定" && text(0..found.start).ends_with(['由', '从', '自', '较', '比']) {
        return true;
    }
    if !NOUNS.contains(&text(found.start..found.end)) {
        return false;
    }
    let is_near = |end: usize| {
        let between = text(end..found.start);
        between.chars().count() <= FAR && !between.contains(['，', '；', '。'])
    };
    let measures = |before: &Found| {
        let word = text(before.start..before.end);
        match before.cue {
            Cue::Level => !matches!(word, "共" | "计" | "约"),
            Cue::Basis(_) => true,
            Cue::Verb => matches!(word, "完成" | "实现" | "达到" | "超额完成" | "未达"),
            Cue::Direction(_) => COMPARED.contains(word) || matches!(word, "高出"),
            _ => false,
        }
    };
    let mut before = cues.iter().rev().filter(|before| {
        before.end <= found.start && !matches!(before.cue, Cue::Nothing | Cue::Adverb | Cue::Short | Cue::Negation)
    });
    let head = text(0..found.start);
    // 由原定三年, 目標客戶
    if text(found.start..found.end) == "目标" && is_aimed_at(reader, found) {
        return true;
    }
    let is_compared = || any_of!["不及", "不足", "不如", "未达", "未达到"].ends(head);
    let is_led = before.next().is_some_and(|before| is_near(before.end) && measures(before));
    // 控制在4.5%的年度目標以內
    let is_of = || text(found.end..reader.text.len()).starts_with("以内");
    is_led || is_compared() || is_of()
}

/// Whether the claim tells of a day to come, as a weather forecast does: 明日普遍可達34度.
fn lies_ahead(reader: &Reader<'_>, draft: &Draft) -> bool {
    let Some(now) = reader.anchor.published else { return false };
    let mut times =
        draft.times.clone().take(MOST as usize).chain(draft.inherited).filter_map(|i| reader.times.get(i as usize));
    let mut quantities = draft.quantities.clone().take(MOST as usize).filter_map(|i| reader.quantities.get(i as usize));
    let is_weather = quantities
        .any(|mention| mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Temperature));
    is_weather && times.any(|time| time.item.from.is_some_and(|from| from.date() > now))
}

/// Whether what may be is a change, which no capacity is: 稅收可增加2億元, 可由40分鐘縮短到15分鐘, 可將風險降低三成.
fn may_move(reader: &Reader<'_>, cues: &[Found], modal: &Found) -> bool {
    let text = |found: &Found| reader.text.get(found.start..found.end).unwrap_or_default();
    let mut after =
        cues.iter().filter(|found| found.start >= modal.end && !matches!(found.cue, Cue::Nothing | Cue::Short));
    let Some(next) = after.next() else { return false };
    let is_change = |found: &Found| matches!(found.cue, Cue::Direction(_) | Cue::Both(..));
    let leads = next.start == modal.end && matches!(text(next), "由" | "从" | "将" | "把" | "再" | "进一步");
    text(modal).ends_with('可') && (next.start == modal.end && is_change(next) || leads && after.any(is_change))
}

/// How sure a claim is meant to be: the first word that says so.
pub(super) fn modality(reader: &Reader<'_>, cues: &[Found], draft: &Draft) -> Modality {
    // 補助計畫已核定: the plan is the subject
    let own = draft.subject.clone().filter(|_| !draft.carried).unwrap_or_default();
    let is_named = |found: &Found| {
        let is_plan = matches!(found.cue, Cue::Modality(Modality::Planned | Modality::Target));
        // 計劃加薪的企業
        let is_relative = own.start == found.start
            && own.end > found.end
            && reader.text.get(own.clone()).is_some_and(|subject| subject.contains('的'));
        is_plan && (is_relative || own.start < found.start && found.end == own.end)
    };
    let is_said = |found: &&Found| {
        is_free(reader, cues, found)
            && !is_measure_of(reader, found)
            && !is_standard(reader, cues, found)
            && !is_named(found)
    };
    let found = cues.iter().filter(is_said).filter_map(|found| match found.cue {
        Cue::Modality(Modality::Planned) if window::happens(reader, cues, found) => Some(Modality::Forecast),
        Cue::Modality(Modality::Capacity) if lies_ahead(reader, draft) || may_move(reader, cues, found) => {
            Some(Modality::Forecast)
        }
        Cue::Modality(modality) => Some(modality),
        _ => None,
    });
    // 預計累計達: the surer word is the one that matters least
    let mut first = None;
    for modality in found {
        if first.is_none() || first == Some(Modality::Cumulative) {
            first = Some(modality);
        }
    }
    first.unwrap_or_else(|| if is_asked(reader, cues, draft) { Modality::Target } else { Modality::default() })
}

/// Whether somebody only asks for what changes: 工會要求加薪6%, 促請當局將津貼調升; not 申請增加三成.
fn is_asked(reader: &Reader<'_>, cues: &[Found], draft: &Draft) -> bool {
    const FAR: usize = 12;
    let moved = cues.iter().find(|found| {
        let word = reader.text.get(found.start..found.end).unwrap_or_default();
        matches!(found.cue, Cue::Direction(_)) || CHANGES_BY_NUMBER.contains(word)
    });
    let text = |range: core::ops::Range<usize>| reader.text.get(range).unwrap_or_default();
    let Some(moved) = moved else { return false };
    let head = text(draft.text.start..moved.start);
    if head.starts_with(['应', '按', '据', '依', '经']) {
        return false;
    }
    let asks = |word: &str| head.rfind(word).map(|at| (at, head.get(at + word.len()..).unwrap_or_default()));
    let is_price = || text(moved.start..moved.end).ends_with(['价', '薪', '租', '费', '息']);
    let is_beside = any_of!["申请", "建议"].strip_suffix(head).is_some_and(|head| !head.is_empty()) && is_price();
    const ASKS: &WordSet = any_of!["促请", "要求", "敦促", "呼吁"];
    let asked = Some(ASKS).filter(|asks| asks.is_in(head)).into_iter().flat_map(WordSet::words);
    let is_near = asked.filter_map(asks).any(|(at, between)| {
        let free =
            between.chars().count() <= FAR && between.chars().all(char::is_alphabetic) && !between.starts_with('的');
        at > 0
            && free
            && !text(draft.text.start..draft.text.start + at).ends_with(['应', '按', '经', '据', '合', '依', '的'])
    });
    is_near || is_beside
}
