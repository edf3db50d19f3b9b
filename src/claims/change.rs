//! Changes: which way, by how much, from and to what, and against what they are measured.
//!
//! Imports [`super::clause`] and the words.

use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use super::clause::Found;
use super::frame::MOST;
use super::words::{Cue, is_noun_tail};
use super::{Draft, is_free, is_period};
use crate::article::{Basis, ChangeData, Direction};
use crate::chars::is_blank;
use crate::mentions::Reader;
use crate::quantity::Role;
use crate::time::{TimeKind, TimeRef};

/// The basis that a bare 增長 takes from what stands before it in its paragraph.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Carried(Option<Basis>);

/// What is compared with, as far as the clause says it before a number.
#[derive(Clone, Copy, Debug, Default)]
struct Against {
    direction: Option<Direction>,
    basis: Option<Basis>,
    /// An index of the times.
    base: Option<u32>,
    /// Where the word of direction ends.
    end: usize,
    /// The word says that a level follows: 升至.
    level: bool,
}

/// The changes of a claim, and how many of its quantities are levels.
pub(super) fn changes(
    reader: &Reader<'_>,
    cues: &[Found],
    draft: &Draft,
    carried: &mut Carried,
) -> (Vec<ChangeData>, usize) {
    let mut changes: Vec<ChangeData> = Vec::new();
    let mut next_cue = 0;
    let mut against = Against::default();
    let mut last_end = draft.text.start;
    let mut last_index: Option<u32> = None;
    let mut from: Option<u32> = None;
    let mut since: Option<u32> = None;
    let mut listed = false;
    let mut levels = 0;
    for index in draft.quantities.clone().take(MOST as usize) {
        let Some(mention) = reader.quantities.get(index as usize) else { continue };
        let (start, end) = (mention.text.start as usize, mention.text.end as usize);
        // 比十年前: the duration is part of what is compared with
        let at = reader.times.partition_point(|time| time.text.start <= mention.text.start);
        let in_time = at
            .checked_sub(1)
            .and_then(|at| reader.times.get(at))
            .is_some_and(|time| mention.text.end <= time.text.end && time.text.start as usize >= draft.text.start);
        if in_time {
            continue;
        }
        let between = reader.text.get(last_end..start).unwrap_or_default();
        let from_cue = next_cue;
        while cues.get(next_cue).is_some_and(|found| found.end <= start) {
            next_cue += 1;
        }
        let window = cues.get(from_cue..next_cue).unwrap_or_default();
        let mut fresh = read_window(reader, window, draft, against, start);
        // 比去年多200人
        if fresh.direction.is_none() && fresh.basis.is_some() {
            let lead = between.trim_end_matches(['了', '出', '约', '近', '逾']);
            fresh.direction = match lead.chars().next_back() {
                Some('多' | '高' | '长') => Some(Direction::Increase),
                Some('少' | '低' | '短') => Some(Direction::Decrease),
                _ => None,
            };
        }
        // 分別增長3%和5%
        let joined = matches!(between.trim(), "、" | "和" | "及" | "与" | "，" | "至" | "或");
        listed = listed && joined;
        if listed && fresh.direction.is_none() {
            (fresh.basis, fresh.base) = (against.basis, against.base);
        }
        let moved = fresh.direction.or(if listed { against.direction } else { None });
        let is_from = is_from(reader, window, start);
        against = Against { direction: moved, ..fresh };
        if is_from {
            from = Some(index);
            // 由上月的78美元
            since = time_behind_from(reader, draft, window, start);
            last_end = end;
            last_index = Some(index);
            continue;
        }
        // 升0.3個百分點至3.7%
        let joint = between.trim_start_matches(|c| is_blank(c) || c == '，');
        let to_behind = joint.starts_with(['至', '到']) && last_index.is_some();
        if to_behind && fresh.direction.is_none() {
            if let Some(change) =
                changes.last_mut().filter(|change| change.to.is_none() && change.magnitude == last_index)
            {
                change.to = Some(index);
                last_end = end;
                last_index = Some(index);
                continue;
            }
        }
        // 上調142元，漲到3386元: the end of the change before it
        if fresh.level && fresh.direction.is_some() && fresh.basis.is_none() && from.is_none() {
            let ended = changes.last_mut().filter(|change| {
                Some(change.direction) == fresh.direction && change.to.is_none() && change.magnitude == last_index
            });
            if let Some(change) = ended {
                change.to = Some(index);
                last_end = end;
                last_index = Some(index);
                continue;
            }
        }
        let behind = direction_behind(reader, cues, next_cue, end);
        let place = mention.item.role == Role::Ordinal;
        // 從900張擴充到1500張: the numbers say which way
        let grown = from.filter(|_| between.contains(['到', '至', '为'])).and_then(|from| compare(reader, from, index));
        if let Some(direction) = moved.or(behind).or(grown).filter(|_| !place) {
            let level = (fresh.level || moved.is_none() && behind.is_none()) && !listed;
            let share =
                matches!(mention.item.role, Role::Percent | Role::PercentagePoint | Role::Multiple | Role::BasisPoint);
            let basis = against.basis.or_else(|| refined(reader, draft, against.base));
            let since = since.take().and_then(|time| refined(reader, draft, Some(time)));
            let basis = basis.or(since.filter(|basis| *basis != Basis::Other));
            let bare = basis.is_none() && share && !level && from.is_none();
            let basis_carried = bare && carried.0.is_some();
            let basis = if basis_carried { carried.0 } else { basis };
            if matches!(basis, Some(Basis::Yoy | Basis::Mom | Basis::Qoq)) {
                carried.0 = basis;
            }
            changes.push(ChangeData {
                direction,
                magnitude: (!level).then_some(index),
                from: from.take(),
                to: level.then_some(index),
                basis,
                basis_carried,
                base: against.base,
            });
            levels += usize::from(level);
            listed = true;
        } else {
            levels += 1;
            listed = false;
        }
        last_end = end;
        last_index = Some(index);
    }
    only_direction(reader, cues, draft, &mut changes, from);
    (changes, levels)
}

/// What the cues before a number say of a change.
fn read_window(reader: &Reader<'_>, window: &[Found], draft: &Draft, before: Against, start: usize) -> Against {
    let mut read = Against { basis: None, base: None, direction: None, level: false, ..before };
    let mut acted = false;
    for found in window {
        let word = reader.text.get(found.start..found.end).unwrap_or_default();
        match found.cue {
            Cue::Direction(direction) => {
                // 新增產值, 增加投資: what is made more is an object
                let behind = reader.text.get(found.end..).unwrap_or_default();
                let short = word.chars().nth(1).is_none();
                let free = found.end == start
                    || behind.starts_with(['至', '到', '逾', '近', '约', '超', '破', '穿', '了', '为'])
                    || behind.starts_with(is_blank);
                let noun = found.end != start && (behind.starts_with(['的', '率']) || is_noun_tail(behind))
                    || short && !free
                    // 自然增長率千分之3: a rate is a change only where something levels it
                    || word.ends_with('率') && !window.iter().any(|next| next.cue == Cue::Level && next.start >= found.end);
                if !noun {
                    read = Against { direction: Some(direction), end: found.end, level: ends_level(word), ..read };
                    acted = false;
                }
            }
            Cue::Both(direction, basis) => {
                read = Against {
                    direction: Some(direction),
                    basis: Some(basis),
                    end: found.end,
                    level: ends_level(word),
                    ..read
                };
                acted = false;
            }
            Cue::Basis(basis) => {
                let time = draft.times.clone().take(MOST as usize).find(|i| {
                    reader.times.get(*i as usize).is_some_and(|time| {
                        let start = time.text.start as usize;
                        (found.start..=found.end).contains(&start)
                    })
                });
                read.base = time.or(read.base);
                read.basis = Some(basis);
                let period = matches!(word, "环比");
                if basis == Basis::Other {
                    read.basis = refined(reader, draft, time).or(Some(Basis::Other));
                } else if period {
                    read.basis = Some(period_of(reader, draft).unwrap_or(basis));
                }
            }
            Cue::Has => acted = true,
            _ => {}
        }
    }
    // 提升行動，選派153名: the number is of another clause
    let apart = read.direction.is_some()
        && reader.text.get(read.end..start).is_some_and(|between| between.contains(['，', ',', '；']));
    if acted || apart {
        read.direction = None;
    }
    if read.direction.is_some() {
        let behind = reader.text.get(read.end..start).unwrap_or_default().trim_start();
        let measure = reader.text.get(..read.end).is_some_and(|head| head.ends_with(['幅', '速', '率', '度']));
        read.level |= !measure && behind.starts_with(['至', '到', '为', '破']) && !behind.starts_with("到了");
    }
    read
}

/// Whether a word of direction says that a level follows: 升至, 跌破.
fn ends_level(word: &str) -> bool {
    word.ends_with(['至', '到', '破', '穿', '为'])
}

/// 由1998年不足1000噸: the time between 由 and the number.
fn time_behind_from(reader: &Reader<'_>, draft: &Draft, window: &[Found], start: usize) -> Option<u32> {
    let from =
        window.iter().rev().find(|found| matches!(reader.text.get(found.start..found.end), Some("由" | "从")))?;
    draft.times.clone().take(MOST as usize).find(|i| {
        reader
            .times
            .get(*i as usize)
            .is_some_and(|time| time.text.start as usize >= from.end && time.text.end as usize <= start)
    })
}

/// 環比 of months is the month before.
fn period_of(reader: &Reader<'_>, draft: &Draft) -> Option<Basis> {
    let time = (draft.times.start.saturating_sub(1)..draft.times.end)
        .rev()
        .take(MOST as usize)
        .filter_map(|i| reader.times.get(i as usize))
        .next()?;
    match time.item.kind {
        TimeKind::Month => Some(Basis::Mom),
        TimeKind::Quarter => Some(Basis::Qoq),
        _ => None,
    }
}

/// Whether a number is where a change begins: 由3.2%, 從每張280元.
fn is_from(reader: &Reader<'_>, window: &[Found], start: usize) -> bool {
    let head = reader.text.get(..start).unwrap_or_default();
    if head.ends_with(['由', '从']) {
        return true;
    }
    let Some(found) = window.iter().rev().find(|found| !matches!(found.cue, Cue::Nothing | Cue::Short | Cue::Adverb))
    else {
        return false;
    };
    let word = reader.text.get(found.start..found.end).unwrap_or_default();
    let between = reader.text.get(found.end..start).unwrap_or_default();
    matches!(word, "由" | "从") && between.chars().count() <= 12 && !between.contains('，')
}

/// Which way two amounts lie.
fn compare(reader: &Reader<'_>, from: u32, to: u32) -> Option<Direction> {
    let value = |index: u32| reader.quantities.get(index as usize).and_then(|mention| mention.item.decimal());
    match value(from)?.cmp(&value(to)?) {
        core::cmp::Ordering::Less => Some(Direction::Increase),
        core::cmp::Ordering::Greater => Some(Direction::Decrease),
        core::cmp::Ordering::Equal => None,
    }
}

/// The direction that stands right behind a number: 40%的增長.
fn direction_behind(reader: &Reader<'_>, cues: &[Found], next: usize, end: usize) -> Option<Direction> {
    let found = cues.get(next)?;
    let between = reader.text.get(end..found.start)?;
    match found.cue {
        Cue::Direction(direction) if matches!(between, "的") => Some(direction),
        _ => None,
    }
}

/// A change without a number: 持續增長, 創新高.
fn only_direction(
    reader: &Reader<'_>,
    cues: &[Found],
    draft: &Draft,
    changes: &mut Vec<ChangeData>,
    from: Option<u32>,
) {
    if !changes.is_empty() {
        return;
    }
    let stated = cues.iter().filter(|found| found.start >= draft.frame.predicate).filter(|found| {
        let rest = reader.text.get(found.end..draft.text.end).unwrap_or_default();
        let word = reader.text.get(found.start..found.end).unwrap_or_default();
        let ends = rest.is_empty() || rest.starts_with(['，', '、', '。', '；', '”', '」', '）', '了']);
        let at = reader.quantities.partition_point(|mention| (mention.text.start as usize) < found.end);
        let counted = reader.quantities.get(at).is_some_and(|mention| mention.text.start as usize == found.end);
        // 創同期新高 tells of other years
        let same = reader.text.get(..found.start).is_some_and(|head| head.ends_with("同期"));
        !same
            && matches!(found.cue, Cue::Direction(_) | Cue::Both(..))
            && (ends && word.chars().nth(1).is_some() || from.is_some() || counted)
            && is_free(reader, cues, found)
    });
    let named = cues.iter().find_map(|found| match found.cue {
        Cue::Basis(basis) => Some(basis),
        _ => None,
    });
    // 與去年同期持平
    let with = draft.times.clone().take(MOST as usize).find(|i| {
        let start = reader.times.get(*i as usize).map_or(0, |time| time.text.start as usize);
        reader.text.get(..start).is_some_and(|head| head.ends_with(['与', '和', '跟', '同']))
    });
    let named = named.or_else(|| refined(reader, draft, with));
    // 季增，年增: two without their numbers
    let mut from = from;
    for found in stated {
        let (direction, basis) = match found.cue {
            Cue::Both(direction, basis) => (direction, Some(basis)),
            Cue::Direction(direction) if changes.is_empty() => (direction, named),
            _ => continue,
        };
        let from = from.take();
        changes.push(ChangeData {
            direction,
            magnitude: None,
            from,
            to: None,
            basis,
            basis_carried: false,
            base: None,
        });
    }
}

/// What 較 with a time means: the period before, or the same period a year before.
fn refined(reader: &Reader<'_>, draft: &Draft, base: Option<u32>) -> Option<Basis> {
    let base = reader.times.get(base? as usize)?;
    let words = reader.text.get(base.text.start as usize..base.text.end as usize)?;
    // 去年同期, 上季: the words say it without a calendar
    if ["去年", "上年", "前一年"].iter().any(|word| words.starts_with(word)) {
        return Some(Basis::Yoy);
    }
    if ["上月", "上个月"].contains(&words) {
        return Some(Basis::Mom);
    }
    if ["上季", "上季度", "上一季"].contains(&words) {
        return Some(Basis::Qoq);
    }
    let same_period = words.ends_with("同期");
    let (first, last) = days(&base.item)?;
    // the times of the claim, and the last one before it
    let other = (draft.times.start.saturating_sub(1)..draft.times.end)
        .rev()
        .take(MOST as usize)
        .filter_map(|i| reader.times.get(i as usize))
        .filter(|time| time.text != base.text && is_period(time.item.kind))
        .find_map(|time| end_of(&time.item));
    let now = other.or(reader.anchor.published)?;
    match base.item.kind {
        _ if same_period && now.year() == first.year() + 1 => Some(Basis::Yoy),
        TimeKind::Year if now.year() == first.year() + 1 => Some(Basis::Yoy),
        TimeKind::Month if months(now) == months(last) + 1 => Some(Basis::Mom),
        TimeKind::Month if months(now) == months(last) + 12 => Some(Basis::Yoy),
        TimeKind::Quarter if months(now) - months(last) <= 3 && now > last => Some(Basis::Qoq),
        _ => Some(Basis::Other),
    }
}

fn days(time: &TimeRef) -> Option<(NaiveDate, NaiveDate)> {
    Some((time.from?.date(), time.to?.date()))
}

/// The last day of a time, whichever side is open.
fn end_of(time: &TimeRef) -> Option<NaiveDate> {
    time.to.or(time.from).map(|moment| moment.date())
}

fn months(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month0())
}
