//! The strip of time: the times of the claims as bars on one axis, each leading to its row.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use chrono::{Datelike as _, NaiveDate};

use super::escape::Attr;
use super::length::Length;
use super::words;
use crate::Article;
use crate::order;

/// So many years before the publication, and after it, are on the strip where half of the times are.
const BEFORE: i32 = 3652;
const AFTER: i32 = 1826;
const LANE: usize = 12;
const MOST_LANES: usize = 14;

struct Bar {
    first: i32,
    last: i32,
    row: usize,
    label: String,
}

pub(super) fn write(article: &Article<'_>, prefix: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut bars: Vec<Bar> = article
        .claims()
        .filter_map(|claim| {
            let time = claim.time()?;
            let day = |moment: crate::Moment| moment.date().num_days_from_ce();
            let (first, last) = (time.from.or(time.to).map(day)?, time.to.or(time.from).map(day)?);
            let label = alloc::format!("{}: {}, claim {}", time.text(), words::days(&time), claim.index() + 1);
            Some(Bar { first: first.min(last), last: last.max(first), row: claim.index() + 1, label })
        })
        .collect();
    let published = article.published().and_then(|time| time.from).map(|day| day.date().num_days_from_ce());
    let Some(axis) = Axis::over(&bars, published) else { return Ok(()) };
    // they stand in the order of their rows
    order::sort(&mut bars, |bar| [bar.first, bar.last].map(|day| day.abs_diff(i32::MIN) as usize));
    let mut drawn = String::new();
    let mut lanes: Vec<f64> = Vec::new();
    for bar in &bars {
        axis.bar(bar, &mut lanes, prefix, &mut drawn)?;
    }
    let bottom = lanes.len().min(MOST_LANES) * LANE + 8;
    let count = words::count(bars.len(), "claim");
    write!(f, "<figure class=\"strip\"><figcaption>When: {count} with days, each leads to its row</figcaption>")?;
    write!(f, "<svg role=\"group\" aria-label=\"Times of the claims\" width=\"100%\" height=\"{}\">", bottom + 18)?;
    axis.ticks(bottom, f)?;
    if let Some(day) = published {
        let x = Length(axis.place(day));
        write!(
            f,
            "<line class=\"pub\" x1=\"{x}%\" x2=\"{x}%\" y1=\"0\" y2=\"{bottom}\"><title>published</title></line>"
        )?;
    }
    writeln!(f, "{drawn}</svg></figure>")
}

struct Axis {
    first: i32,
    last: i32,
}

impl Axis {
    /// The days that the strip shows: all, or where most are near the publication those around it.
    fn over(bars: &[Bar], published: Option<i32>) -> Option<Self> {
        let (first, last) = (bars.iter().map(|bar| bar.first).min()?, bars.iter().map(|bar| bar.last).max()?);
        let (mut first, mut last) =
            (published.map_or(first, |day| first.min(day)), published.map_or(last, |day| last.max(day)));
        if let Some(day) = published {
            let (start, end) = (day.saturating_sub(BEFORE), day.saturating_add(AFTER));
            let near = bars.iter().filter(|bar| bar.last >= start && bar.first <= end).count();
            if near * 2 >= bars.len() {
                (first, last) = (first.max(start), last.min(end));
            }
        }
        // a margin, so that a single day is no edge
        let margin = (last.saturating_sub(first) / 40).max(15);
        Some(Self { first: first.saturating_sub(margin), last: last.saturating_add(margin) })
    }

    /// The place of a day in hundredths of the width.
    fn place(&self, day: i32) -> f64 {
        let range = f64::from(self.last) - f64::from(self.first);
        ((f64::from(day) - f64::from(self.first)) / range.max(1.0) * 100.0).clamp(0.0, 100.0)
    }

    /// Draws a bar in the first lane that is free.
    fn bar(&self, bar: &Bar, lanes: &mut Vec<f64>, prefix: &str, out: &mut String) -> fmt::Result {
        use fmt::Write as _;
        let start = self.place(bar.first).min(99.3);
        let width = (self.place(bar.last.saturating_add(1)) - start).max(0.7);
        let free = lanes.iter().position(|end| *end <= start).unwrap_or(lanes.len());
        match lanes.get_mut(free) {
            Some(end) => *end = start + width + 0.4,
            None => lanes.push(start + width + 0.4),
        }
        let (y, label) = (free.min(MOST_LANES - 1) * LANE + 4, Attr(&bar.label));
        let outside = bar.first < self.first || bar.last > self.last;
        let class = if outside { " class=\"outside\"" } else { "" };
        write!(out, "<a href=\"#{prefix}r{}\" aria-label=\"{label}\"><title>{label}</title>", bar.row)?;
        let (start, width) = (Length(start), Length(width));
        write!(out, "<rect{class} x=\"{start}%\" y=\"{y}\" width=\"{width}%\" height=\"8\" rx=\"2\"/></a>")
    }

    fn ticks(&self, bottom: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Some(first), Some(last)) =
            (NaiveDate::from_num_days_from_ce_opt(self.first), NaiveDate::from_num_days_from_ce_opt(self.last))
        else {
            return Ok(());
        };
        let months = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month0()).unwrap_or_default();
        let (start, end) = (months(first), months(last));
        let steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000];
        // a month's label is longer than a year's, and both must have room on a phone
        let fits = |step: &i32| (end - start) / step <= if *step < 12 { 3 } else { 5 };
        let step = steps.into_iter().find(fits).unwrap_or(60_000);
        let mut month = start.div_euclid(step) * step + step;
        while month <= end {
            let (year, number) = (month.div_euclid(12), month.rem_euclid(12) + 1);
            let day = NaiveDate::from_ymd_opt(year, u32::try_from(number).unwrap_or(1), 1);
            let label = if step < 12 { alloc::format!("{year}-{number:02}") } else { year.to_string() };
            if let Some(x) = day.map(|day| self.place(day.num_days_from_ce())) {
                let anchor = if x > 92.0 {
                    "end"
                } else if x < 8.0 {
                    "start"
                } else {
                    "middle"
                };
                let x = Length(x);
                write!(f, "<line class=\"tick\" x1=\"{x}%\" x2=\"{x}%\" y1=\"0\" y2=\"{bottom}\"/>")?;
                write!(f, "<text x=\"{x}%\" y=\"{}\" text-anchor=\"{anchor}\">{label}</text>", bottom + 14)?;
            }
            month += step;
        }
        Ok(())
    }
}
