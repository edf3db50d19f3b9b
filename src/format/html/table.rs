//! The table of claims: a row for each, linked with its mark in the text, with filters that the script brings to life.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use rust_decimal::Decimal;

use super::chart::Chart;
use super::escape::{Attr, Text};
use super::words;
use crate::{Article, Change, Claim, Direction, Modality, Value};

/// The columns: the key of sorting, and the label.
const COLUMNS: [(&str, &str); 6] = [
    ("n", "No."),
    ("who", "Claim"),
    ("value", "Quantities"),
    ("time", "Time"),
    ("change", "Change"),
    ("mode", "Said as"),
];

pub(super) fn write(article: &Article<'_>, prefix: &str, lang: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let count = article.claims().len();
    if count == 0 {
        return f.write_str("<p class=\"none\">No claims.</p>\n");
    }
    filters(article, prefix, lang, f)?;
    write!(f, "<p class=\"count\" role=\"status\" aria-live=\"polite\">{}</p>", words::count(count, "claim"))?;
    f.write_str("<div class=\"scroll\"><table role=\"table\"><caption>Claims</caption><thead role=\"rowgroup\"><tr role=\"row\">")?;
    for (key, label) in COLUMNS {
        write!(f, "<th role=\"columnheader\" scope=\"col\" data-key=\"{key}\">{label}</th>")?;
    }
    f.write_str("</tr></thead>\n<tbody role=\"rowgroup\">\n")?;
    for (index, section) in article.sections().enumerate() {
        for claim in section.claims() {
            row(&claim, index, prefix, lang, f)?;
        }
    }
    f.write_str("</tbody></table></div>\n")
}

/// The directions, modalities and dimensions of a claim, as its row has them.
fn directions(claim: &Claim<'_>) -> Vec<&'static str> {
    in_order(claim.changes().map(|change| change_name(change.direction)))
}

/// Each of a few names once, in alphabetical order.
fn in_order(names: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    names.fold(Vec::new(), |mut all, name| {
        let at = all.partition_point(|other| *other < name);
        if all.get(at) != Some(&name) {
            all.insert(at, name);
        }
        all
    })
}

const fn change_name(direction: Direction) -> &'static str {
    match direction {
        Direction::None => "unchanged",
        direction => direction.name(),
    }
}

fn dimensions(claim: &Claim<'_>) -> Vec<&'static str> {
    in_order(claim.quantities().map(|quantity| quantity.unit.as_ref().map_or("number", |unit| unit.dimension().name())))
}

fn filters(article: &Article<'_>, prefix: &str, lang: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("<form class=\"filters\" aria-label=\"Filter the claims\" hidden>\n")?;
    let all = |of: fn(&Claim<'_>) -> Vec<&'static str>| in_order(article.claims().flat_map(|claim| of(&claim)));
    let modes = |claim: &Claim<'_>| alloc::vec![claim.modality().name()];
    for (key, label, names) in
        [("dir", "Direction", all(directions)), ("mode", "Modality", all(modes)), ("dim", "Unit", all(dimensions))]
    {
        write!(f, "<label>{label} <select id=\"{prefix}{key}\" data-filter=\"{key}\"><option value=\"\">any</option>")?;
        for name in names {
            write!(f, "<option value=\"{name}\">{}</option>", name.replace('_', " "))?;
        }
        f.write_str("</select></label>\n")?;
    }
    write!(f, "<label>Section <select id=\"{prefix}sec\" data-filter=\"sec\"><option value=\"\">any</option>")?;
    for (index, section) in article.sections().enumerate().filter(|(_, section)| section.claims().len() > 0) {
        let heading = section.heading().map(|heading| heading.text());
        match heading {
            Some(heading) => write!(f, "<option value=\"{index}\" lang=\"{lang}\">{}</option>", Attr(heading))?,
            None => write!(f, "<option value=\"{index}\">without heading</option>")?,
        }
    }
    f.write_str("</select></label>\n<button type=\"reset\">Clear</button></form>\n")
}

fn row(claim: &Claim<'_>, section: usize, prefix: &str, lang: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let number = claim.index() + 1;
    let (directions, dimensions) = (directions(claim).join(" "), dimensions(claim).join(" "));
    let mode = claim.modality().name();
    write!(f, "<tr role=\"row\" id=\"{prefix}r{number}\" data-dir=\"{directions}\" data-dim=\"{dimensions}\"")?;
    writeln!(f, " data-mode=\"{mode}\" data-sec=\"{section}\">")?;
    write!(f, "<th role=\"rowheader\" scope=\"row\" data-sort=\"{number}\">")?;
    write!(f, "<a href=\"#{prefix}c{number}\" aria-label=\"Claim {number} in the text\">{number}</a></th>")?;
    who(claim, lang, f)?;
    let first = claim.quantities().next();
    let value = first.and_then(|first| first.value.or(first.lower.or(first.upper).map(|end| end.value)));
    let key = value.and_then(size).map_or_else(String::new, |size| size.to_string());
    write!(f, "<td role=\"cell\" data-label=\"Quantities\" data-sort=\"{key}\">")?;
    if first.is_some() {
        amounts(claim, prefix, lang, f)?;
    }
    f.write_str("</td>")?;
    when(claim, lang, f)?;
    changes(claim, f)?;
    says(claim, lang, f)?;
    f.write_str("</tr>\n")
}

/// The quantities, each leading to its mark.
fn amounts(claim: &Claim<'_>, prefix: &str, lang: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "<ul lang=\"{lang}\">")?;
    for (at, quantity) in claim.quantity_indices().zip(claim.quantities()) {
        let told = words::told(&quantity, quantity.damaged());
        let shown = words::amount(&quantity);
        write!(f, "<li><a href=\"#{prefix}q{}\" title=\"{}\">{}</a></li>", at + 1, Attr(&told), Text(&shown))?;
    }
    f.write_str("</ul>")
}

/// Whom or what it is said of, and what is said.
fn who(claim: &Claim<'_>, lang: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let subject = claim.subject().map_or("", |subject| subject.text);
    write!(f, "<td role=\"cell\" data-label=\"Claim\" data-sort=\"{}\" lang=\"{lang}\">", Attr(subject))?;
    let class = if claim.subject_is_carried() { "who carried" } else { "who" };
    write!(f, "<span class=\"{class}\">{}</span>", Text(if subject.is_empty() { "–" } else { subject }))?;
    for (class, piece) in [("says", claim.predicate()), ("what", claim.object())] {
        if let Some(piece) = piece {
            write!(f, " <span class=\"{class}\">{}</span>", Text(piece.text))?;
        }
    }
    f.write_str("</td>")
}

fn when(claim: &Claim<'_>, lang: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let time = claim.time();
    let first = time.and_then(|time| time.from.or(time.to)).map_or_else(String::new, |moment| moment.to_string());
    write!(f, "<td role=\"cell\" data-label=\"Time\" data-sort=\"{first}\">")?;
    if let Some(time) = time {
        write!(f, "<span lang=\"{lang}\">{}</span>", Text(time.text()))?;
        write!(f, "<small>{}</small>", words::days(&time).replace(" – ", " – <br>"))?;
    }
    f.write_str("</td>")
}

/// What a value is sorted by: itself, or as many places of it as are had.
fn size(value: Value) -> Option<Decimal> {
    value.to_decimal(28).or_else(|| value.to_decimal(6))
}

fn changes(claim: &Claim<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let signed = |change: Change<'_>| {
        let size = change.magnitude.and_then(|by| by.value.or(by.lower.map(|end| end.value))).and_then(size);
        let size = size.unwrap_or_default();
        if change.direction == Direction::Decrease { -size } else { size }
    };
    let key = claim.changes().next().map_or_else(String::new, |change| signed(change).to_string());
    write!(f, "<td role=\"cell\" data-label=\"Change\" data-sort=\"{key}\">")?;
    for change in claim.changes() {
        let (told, way) = (words::change(&change), change_name(change.direction));
        write!(f, "<div class=\"change {way}\">{}<small>{}</small></div>", Chart(&change), Text(&told))?;
    }
    f.write_str("</td>")
}

/// How sure it is meant to be, whether it is denied, where, on what condition, and who says so.
fn says(claim: &Claim<'_>, lang: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mode = claim.modality();
    write!(f, "<td role=\"cell\" data-label=\"Said as\" data-sort=\"{mode}\">")?;
    let class = if mode == Modality::Fact { "mode" } else { "mode other" };
    write!(f, "<span class=\"{class}\">{mode}</span>")?;
    if claim.is_negated() {
        f.write_str(" <span class=\"mode other\">not</span>")?;
    }
    for (label, piece) in [("by", claim.attribution()), ("at", claim.place()), ("if", claim.condition())] {
        if let Some(piece) = piece {
            write!(f, "<small>{label} <span lang=\"{lang}\">{}</span></small>", Text(piece.text))?;
        }
    }
    f.write_str("</td>")
}
