//! The openings of press releases and of wires abroad: `台北, 2024年6月12日 (SOME NEWSWIRE) --`, `香港 - 某某商訊 - 2024年6月12日 -`,
//! `（某某商讯）香港，2024年6月12日 -`, `【柳江，2024年6月12日】`, `華盛頓 —`.
//!
//! They hold a place, the agency and the day in any order, parted by commas, dashes and brackets, and no kind word: a dash, a
//! bracket or a blank after the day ends them. Imports [`super::text`], [`super::outlets`] and [`super::parts`]; read
//! [`super::dateline`] next, which asks.

use super::dateline::Opening;
use super::outlets;
use super::parts::dates;
use super::text::{after, before, bracketed, first, is_blank, is_digit, is_han, length, run, trim, trim_start};
use crate::vocabulary::PLACES;

/// Signs between the parts.
const SIGNS: &[char] = &['，', ',', '-', '－', '—', '–', '/', '／'];

/// The dashes among them.
const DASHES: &[char] = &['-', '－', '—', '–'];

/// The opening of a release, if the line has one.
// release = part {signs part} end; part = place | day | agency | bracket; end = dash | bracket | blank after the day
pub(super) fn release(line: &str) -> Option<Opening<'_>> {
    let mut read = Opening::default();
    let mut rest = line;
    // what stands between the part read last and the next
    let mut between = "";
    for _ in 0..4 {
        let Some(following) = part(rest, between, &mut read) else { break };
        let next = following.trim_start_matches(|c: char| is_blank(c) || SIGNS.contains(&c));
        between = before(following, next);
        // 台北，6月12日——
        (rest, read.rest) = (next, next);
    }
    // 華盛頓 — alone over the text
    let alone = rest.is_empty() && read.date.is_none() && read.agency.is_none() && between.contains(['—', '–']);
    let closed = before(line, rest).trim_end_matches(is_blank).ends_with(['）', ')', '】', ']'])
        && (read.date.is_some() || read.agency.is_some_and(|name| !name.is_ascii()));
    let dashed = between.contains(DASHES);
    let dated = read.date.is_some() && between.contains(is_blank) && before(line, rest).contains(['，', ',']);
    let ended = alone || !rest.is_empty() && (dashed || closed || dated);
    // 【某某之聲2024年6月12日】
    let placed = read.place.is_some() && (alone || read.date.is_some() || read.agency.is_some());
    read.is_dateline = ended && (placed || closed && read.date.is_some() && read.agency.is_some());
    (read.is_dateline && length(rest) != 1).then_some(read)
}

/// Reads the part at the start of `rest` into `read`, and gives what follows.
fn part<'a>(rest: &'a str, between: &str, read: &mut Opening<'a>) -> Option<&'a str> {
    if rest.starts_with(['（', '(', '【', '[']) {
        let (inner, following) = bracketed(rest, 36)?;
        return bracket(trim(inner), read).then_some(following);
    }
    let window = first(rest, 36);
    if let Some(day) = day(window).filter(|_| read.date.is_none()) {
        read.date = Some(day);
        return Some(after(rest, day));
    }
    if read.place.is_none() {
        let name = run(window, is_han);
        if PLACES.contains(name) {
            // 香港／東京
            let next = after(window, name);
            let second = next.trim_start_matches(|c: char| is_blank(c) || matches!(c, '/' | '／'));
            let second = Some(run(second, is_han)).filter(|second| {
                let dated = after(window, second).strip_prefix(['，', ',']).map(trim_start).and_then(day).is_some();
                let is_place = PLACES.contains(second) || (2..=5).contains(&length(second)) && dated;
                before(next, second).contains(['/', '／']) && is_place
            });
            let name = second.map_or(name, |second| before(rest, after(rest, second)));
            read.place = Some(name);
            return Some(after(rest, name));
        }
    }
    // - SOME NEWSWIRE -: dashes stand on both sides
    let end = Some(window).filter(|_| between.contains(DASHES) && read.agency.is_none())?.find(DASHES)?;
    let name = trim(window.get(..end)?);
    is_agency(name).then(|| read.agency = Some(name))?;
    rest.get(end..)
}

/// Reads what a bracket holds, the agency or a place and its day; false where it holds something else.
fn bracket<'a>(inner: &'a str, read: &mut Opening<'a>) -> bool {
    if let Some((place, date)) = inner.split_once(['，', ',']) {
        let (place, date) = (trim(place), trim(date));
        let sound = read.place.is_none() && read.date.is_none() && PLACES.contains(place) && day(date) == Some(date);
        if sound {
            (read.place, read.date) = (Some(place), Some(date));
        }
        return sound;
    }
    let dated = dates(inner).last().filter(|date| date.contains('年') && after(inner, date).is_empty());
    if let Some((name, date)) = dated.map(|date| (trim(before(inner, date)), date)) {
        let sound = read.agency.is_none() && read.date.is_none() && outlets::signs(name);
        if sound {
            (read.agency, read.date) = (Some(name), Some(date));
        }
        return sound;
    }
    let sound = read.agency.is_none() && is_agency(inner);
    if sound {
        read.agency = Some(inner);
    }
    sound
}

/// The day with its year at the start of `s`.
fn day(s: &str) -> Option<&str> {
    s.starts_with(is_digit).then(|| dates(s).next()).flatten().filter(|day| s.starts_with(day) && day.contains('年'))
}

/// True for the name of an agency: an outlet, or words in Latin letters of which the first is a capital.
fn is_agency(name: &str) -> bool {
    let latin = |c: char| c.is_ascii_alphabetic() || matches!(c, ' ' | '-' | '.' | '&');
    let is_latin = name.chars().all(latin) && name.starts_with(|c: char| c.is_ascii_uppercase());
    is_latin && (4..=30).contains(&length(name)) || outlets::signs(name) || outlets::is_outlet(trim_start(name))
}
