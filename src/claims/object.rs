//! What a claim says and of what: its predicate, what is counted, and where.
//!
//! Imports [`super::clause`] and the words.

use core::ops::Range;

use super::clause::{Found, trim};
use super::draft::Draft;
use super::words::Cue;
use crate::any_of::any_of;
use crate::chars::{CharSet, is_blank, one_of};
use crate::mentions::Reader;
use crate::unit::Dimension;

/// Where it is so: 在柳城新建.
pub(super) fn place(reader: &Reader<'_>, cues: &[Found], draft: &Draft) -> Option<Range<usize>> {
    let text = reader.text;
    const ENDS: CharSet = CharSet::of("市县区省州国镇乡村岛港湾城路街");
    let from = cues.iter().position(|found| {
        found.cue == Cue::Preposition && matches!(text.get(found.start..found.end), Some("在" | "于"))
    })?;
    let found = cues.get(from)?;
    let end = cues.get(from + 1).map_or(draft.first.end, |next| next.start);
    let range = trim(text, found.end..end.min(draft.first.end));
    let name = text.get(range.clone())?;
    // 在日本的外國|人數: a place ends where a word ends
    let is_place = (2..=10).contains(&name.chars().count()) && name.ends_with(|c| ENDS.contains(c));
    (is_place && reader.lexed.word_across(range.end).is_none()).then_some(range)
}

/// What is said, up to its number, and what is counted.
pub(super) fn predicate_and_object(reader: &Reader<'_>, cues: &[Found], draft: &Draft) -> (Range<usize>, Range<usize>) {
    let text = reader.text;
    let nothing = draft.first.end..draft.first.end;
    let after = text.get(draft.frame.predicate..).unwrap_or_default();
    let from = draft.frame.predicate + after.len() - after.trim_start_matches(['，', ',', ' ']).len();
    let mut mentions = draft.quantities.clone().filter_map(|i| reader.quantities.get(i as usize));
    let Some(first) = mentions.find(|mention| mention.text.start as usize >= from) else {
        return (trim(text, from.min(draft.first.end)..draft.first.end), nothing);
    };
    let quantity = first.text.start as usize..first.text.end as usize;
    let next = mentions.next().map_or(draft.first.end, |mention| (mention.text.start as usize).min(draft.first.end));
    let says = |found: &&Found| {
        matches!(found.cue, Cue::Verb | Cue::Has | Cue::Level | Cue::Direction(_) | Cue::Both(..))
            && found.start >= from
    };
    let said = cues.iter().filter(says).any(|found| found.end <= quantity.start)
        || draft.frame.act.is_some_and(|act| act.end <= quantity.start);
    let predicate = if said {
        trim(text, from..quantity.start.min(draft.text.end))
    } else {
        late_predicate(reader, cues, draft, &quantity)
    };
    if quantity.end > draft.first.end {
        return (predicate, nothing);
    }
    let act = draft.frame.act.filter(|act| act.start >= from && act.end <= quantity.start);
    let Some(act) = act else { return (predicate, nothing) };
    let level = cues.iter().any(|found| {
        let free = matches!(text.get(found.start..found.end), Some("共" | "约" | "逾" | "超" | "超过" | "近"));
        found.cue == Cue::Level && found.start >= act.end && found.end <= quantity.start && !free
    });
    if level {
        return (predicate, nothing);
    }
    let ahead = text.get(act.end..quantity.start).unwrap_or_default();
    let ahead = ahead.trim_start_matches(|c| is_blank(c) || one_of!("了过出起到着得").contains(c));
    let ahead = ahead.trim_end_matches(|c| is_blank(c) || one_of!("共约达逾合计为").contains(c));
    let ahead = any_of!["超过"].strip_suffix(ahead).unwrap_or(ahead);
    let ahead = any_of!["平均"].strip_suffix(ahead).unwrap_or(ahead);
    let start = ahead.as_ptr().addr() - text.as_ptr().addr();
    if ahead.chars().any(char::is_alphabetic) && !ahead.contains('的') || ahead.chars().count() > 1 {
        let changed = cues.iter().any(|found| {
            found.start >= act.end
                && found.end <= quantity.start
                && matches!(found.cue, Cue::Direction(_) | Cue::Basis(_) | Cue::Preposition)
        });
        return (predicate, if changed { nothing } else { trim(text, start..start + ahead.len()) });
    }
    let counted =
        first.item.unit.as_ref().is_none_or(|unit| {
            !matches!(unit.dimension(), Dimension::Currency | Dimension::Ratio | Dimension::Duration)
        });
    let object = if counted { object_after(text, cues, &quantity, next) } else { nothing };
    (predicate, object)
}

/// The predicate of a clause that says nothing before its first number: 由3.2%升至3.5%; 產量736萬噸，同比增長4.1%.
fn late_predicate(reader: &Reader<'_>, cues: &[Found], draft: &Draft, quantity: &Range<usize>) -> Range<usize> {
    let text = reader.text;
    let from = draft.frame.predicate;
    let last = draft.quantities.end.checked_sub(1).and_then(|i| reader.quantities.get(i as usize));
    let last = last.map_or(quantity.start, |mention| mention.text.start as usize);
    let says = |found: &&Found| {
        matches!(found.cue, Cue::Verb | Cue::Has | Cue::Level | Cue::Direction(_) | Cue::Both(..) | Cue::Basis(_))
            && found.start >= from
    };
    let end = cues.iter().filter(says).rfind(|found| found.end <= last).or_else(|| cues.iter().find(says));
    let Some(end) = end else { return trim(text, from..quantity.start.max(from)) };
    // 由, 把 before the number belong to what is said
    let start = if from < quantity.start { from } else { cues.iter().find(says).map_or(from, |found| found.start) };
    trim(text, start.min(end.start)..end.end)
}

/// The noun after a number: 選派153名職教教師支援.
fn object_after(text: &str, cues: &[Found], quantity: &Range<usize>, end: usize) -> Range<usize> {
    let stop = cues
        .iter()
        .find(|found| {
            found.start > quantity.end
                && matches!(
                    found.cue,
                    Cue::Verb | Cue::Preposition | Cue::Has | Cue::Direction(_) | Cue::Level | Cue::Adverb
                )
        })
        .map_or(end, |found| found.start.min(end));
    let slice = text.get(quantity.end..stop).unwrap_or_default();
    let slice = slice.split(['、', '（', '(', '，', '“', '「']).next().unwrap_or_default();
    let kept = slice
        .trim_start_matches(|c| is_blank(c) || c == '的')
        .trim_end_matches(|c| is_blank(c) || one_of!("的到赴来去以并和及在").contains(c));
    let start = kept.as_ptr().addr() - text.as_ptr().addr();
    trim(text, start..start + kept.len())
}
