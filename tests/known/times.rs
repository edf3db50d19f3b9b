//! Times printed from their days.

use proptest::prelude::*;
use proptest::sample::select;
use wanyi::chrono::{Datelike, Days, Months, NaiveDate};

use crate::common::print::{Form, LOWER, chinese};

/// A phrase, with the first and the last day that it means; `None` where any will do.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) text: String,
    pub(crate) published: NaiveDate,
    pub(crate) from: Option<NaiveDate>,
    pub(crate) to: Option<NaiveDate>,
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn last_of_month(year: i32, month: u32) -> NaiveDate {
    (day(year, month, 1) + Months::new(1)).pred_opt().unwrap()
}

fn shifted(from: NaiveDate, days: i64) -> NaiveDate {
    if days < 0 { from - Days::new(days.unsigned_abs()) } else { from + Days::new(days.unsigned_abs()) }
}

/// A day of publication.
fn published() -> impl Strategy<Value = NaiveDate> {
    (2012i32..2026, 0u64..365).prop_map(|(year, days)| day(year, 1, 1) + Days::new(days))
}

/// A year as it is printed: 2023年, 二〇二三年, 民國112年.
fn year_text(year: i32, style: usize) -> String {
    match style {
        0 | 1 => format!("{year}年"),
        2 => format!("{}年", year.to_string().bytes().map(|b| digit(b - b'0')).collect::<String>()),
        _ => format!("民國{}年", year - 1911),
    }
}

fn digit(n: u8) -> char {
    if n == 0 { '〇' } else { LOWER[usize::from(n)] }
}

fn number(n: u32, written: bool) -> String {
    if written { chinese(u64::from(n), Form::Chinese) } else { n.to_string() }
}

/// A phrase of one day.
fn on(text: String, published: NaiveDate, at: NaiveDate) -> Told {
    Told { text, published, from: Some(at), to: Some(at) }
}

fn over(text: String, published: NaiveDate, from: NaiveDate, to: NaiveDate) -> Told {
    Told { text, published, from: Some(from), to: Some(to) }
}

/// Days with all that names them.
fn full() -> impl Strategy<Value = Told> {
    (published(), 0u64..4000, 0usize..7).prop_map(|(published, ago, style)| {
        let at = published - Days::new(ago);
        let (year, month, date) = (at.year(), at.month(), at.day());
        let text = match style {
            0..=3 => {
                let written = style == 2;
                let mark = if style == 1 { "號" } else { "日" };
                format!("{}{}月{}{mark}", year_text(year, style), number(month, written), number(date, written))
            }
            4 => format!("{year}-{month:02}-{date:02}"),
            5 => format!("{year}/{month}/{date}"),
            _ => format!("{year}.{month:02}.{date:02}"),
        };
        on(text, published, at)
    })
}

/// Days of a year that is counted or left out, the last that had begun.
fn in_year() -> impl Strategy<Value = Told> {
    (published(), 10u64..300, 0usize..6).prop_map(|(published, ago, style)| {
        let at = published - Days::new(ago);
        let (month, date) = (at.month(), at.day());
        let year = match published.year() - at.year() {
            0 if style % 2 == 0 => "今年",
            1 => "去年",
            _ => "",
        };
        let written = style == 5;
        let text = format!("{year}{}月{}日", number(month, written), number(date, written));
        on(text, published, at)
    })
}

/// Parts of a year that is left out, the last that had begun; weekdays, the last that had been.
fn last() -> impl Strategy<Value = Told> {
    let parts = select(vec![
        ("上半年", 1, 6),
        ("下半年", 7, 12),
        ("第一季度", 1, 3),
        ("二季度", 4, 6),
        ("第三季度", 7, 9),
        ("四季度", 10, 12),
    ]);
    let parts = (published(), parts).prop_map(|(published, (name, first, last))| {
        let year = published.year() - i32::from(day(published.year(), first, 1) > published);
        over(name.to_owned(), published, day(year, first, 1), last_of_month(year, last))
    });
    let months = (published(), 0u32..10, any::<bool>()).prop_map(|(published, ago, written)| {
        let first = day(published.year(), published.month(), 1) - Months::new(ago);
        let text = format!("{}月", number(first.month(), written));
        over(text, published, first, last_of_month(first.year(), first.month()))
    });
    let weekdays = (published(), 0u64..7, 0usize..2).prop_map(|(published, ago, style)| {
        let at = published - Days::new(ago);
        let name = ["一", "二", "三", "四", "五", "六", "日"][at.weekday().num_days_from_monday() as usize];
        on(format!("{}{name}", ["周", "星期"][style]), published, at)
    });
    let edges = (published(), 1u32..12, 0usize..4).prop_map(|(published, ago, style)| {
        let year = published.year() - i32::try_from(ago).unwrap();
        let (text, from, to) = match style {
            0 => (format!("{year}年3月底"), None, Some(day(year, 3, 31))),
            1 => (format!("{year}年8月初"), Some(day(year, 8, 1)), None),
            2 => (format!("{year}年底"), None, Some(day(year, 12, 31))),
            _ => (format!("{year}年初"), Some(day(year, 1, 1)), None),
        };
        Told { text, published, from, to }
    });
    prop_oneof![parts, months, weekdays, edges]
}

/// 昨天, 上周五, 上月20日, 20日.
fn near() -> impl Strategy<Value = Told> {
    let words = select(vec![
        ("今天", 0),
        ("今日", 0),
        ("昨天", -1),
        ("昨日", -1),
        ("前天", -2),
        ("前日", -2),
        ("明天", 1),
        ("明日", 1),
        ("後天", 2),
    ]);
    let counted = (published(), words)
        .prop_map(|(published, (word, days))| on(word.to_owned(), published, shifted(published, days)));
    let weekday = (published(), select(vec![("上", -1i64), ("本", 0), ("下", 1)]), 0u32..7, 0usize..3).prop_map(
        |(published, (word, weeks), at, style)| {
            let monday = shifted(published, -i64::from(published.weekday().num_days_from_monday()));
            let name = ["一", "二", "三", "四", "五", "六", "日"][at as usize];
            let week = ["周", "星期", "週"][style];
            on(format!("{word}{week}{name}"), published, shifted(monday, weeks * 7 + i64::from(at)))
        },
    );
    let of_month = (published(), 0u64..27).prop_filter_map("a day of this month", |(published, ago)| {
        let at = published - Days::new(ago);
        // on the last days of a month the first ones are as often those of the next
        let is_turn = published.day() > 24 && at.day() < 5;
        (at.month() == published.month() && !is_turn).then(|| on(format!("{}日", at.day()), published, at))
    });
    let of_named = (published(), select(vec![("上月", -1i32), ("上個月", -1), ("本月", 0)]), 1u32..29).prop_filter_map(
        "a day that has been",
        |(published, (word, months), date)| {
            let first = day(published.year(), published.month(), 1);
            let first = if months < 0 { first - Months::new(1) } else { first };
            let at = day(first.year(), first.month(), date);
            (at <= published).then(|| on(format!("{word}{date}日"), published, at))
        },
    );
    prop_oneof![counted, weekday, of_month, of_named]
}

/// Years, months and their parts.
fn periods() -> impl Strategy<Value = Told> {
    let years = (published(), 0usize..8, 1u32..13, 0u32..30).prop_map(|(published, style, month, ago)| {
        let this = published.year();
        let year = this - i32::try_from(ago).unwrap();
        let whole = |year: i32| (day(year, 1, 1), day(year, 12, 31));
        let (text, (from, to)) = match style {
            0 => (format!("{year}年"), whole(year)),
            1 => ("去年".to_owned(), whole(this - 1)),
            2 => ("前年".to_owned(), whole(this - 2)),
            3 => (format!("{year}年{month}月"), (day(year, month, 1), last_of_month(year, month))),
            4 => (format!("去年{month}月"), (day(this - 1, month, 1), last_of_month(this - 1, month))),
            5 => (format!("{year}年{month}月中旬"), (day(year, month, 11), day(year, month, 20))),
            6 => (format!("{year}年{month}月上旬"), (day(year, month, 1), day(year, month, 10))),
            _ => (format!("{year}年{month}月下旬"), (day(year, month, 21), last_of_month(year, month))),
        };
        over(text, published, from, to)
    });
    let parts = (published(), 1u32..20, 0usize..8).prop_map(|(published, ago, style)| {
        let year = published.year() - i32::try_from(ago).unwrap();
        let (name, first, last) = [
            ("上半年", 1, 6),
            ("下半年", 7, 12),
            ("第一季度", 1, 3),
            ("二季度", 4, 6),
            ("第三季", 7, 9),
            ("四季度", 10, 12),
            ("前三季度", 1, 9),
            ("前10個月", 1, 10),
        ][style];
        over(format!("{year}年{name}"), published, day(year, first, 1), last_of_month(year, last))
    });
    let months = (published(), 0usize..3).prop_map(|(published, style)| {
        let first = day(published.year(), published.month(), 1);
        let (text, first) = match style {
            0 => ("上月", first - Months::new(1)),
            1 => ("上個月", first - Months::new(1)),
            _ => ("下月", first + Months::new(1)),
        };
        over(text.to_owned(), published, first, last_of_month(first.year(), first.month()))
    });
    prop_oneof![years, parts, months]
}

/// Stretches with two ends, or one.
fn stretches() -> impl Strategy<Value = Told> {
    let marks = || select(vec!["至", "到", "—", "-"]);
    let days = (published(), 40u64..300, 1u64..20, marks()).prop_map(|(published, ago, more, mark)| {
        let first = published - Days::new(ago);
        let last = first + Days::new(more);
        let end = if first.month() == last.month() {
            format!("{}日", last.day())
        } else {
            format!("{}月{}日", last.month(), last.day())
        };
        let year = first.year();
        let text = format!("{year}年{}月{}日{mark}{end}", first.month(), first.day());
        // 12月28日至1月5日 goes into the next year
        over(text, published, first, last)
    });
    let months = (published(), 1u32..15, 1u32..12, 1u32..12, marks()).prop_filter_map(
        "in order",
        |(published, ago, first, more, mark)| {
            let (year, last) = (published.year() - i32::try_from(ago).unwrap(), first + more);
            let text = format!("{year}年{first}{mark}{last}月");
            (last <= 12).then(|| over(text, published, day(year, first, 1), last_of_month(year, last)))
        },
    );
    let years = (published(), 1u32..15, 1u32..15, marks()).prop_map(|(published, ago, more, mark)| {
        let first = published.year() - i32::try_from(ago + more).unwrap();
        let last = published.year() - i32::try_from(ago).unwrap();
        over(format!("{first}年{mark}{last}年"), published, day(first, 1, 1), day(last, 12, 31))
    });
    let since = (published(), 1u32..12, 0usize..3).prop_map(|(published, ago, style)| {
        let year = published.year() - i32::try_from(ago).unwrap();
        let (text, first) = match style {
            0 => ("今年以來".to_owned(), day(published.year(), 1, 1)),
            1 => (format!("{year}年以來"), day(year, 1, 1)),
            _ => ("去年以來".to_owned(), day(published.year() - 1, 1, 1)),
        };
        over(text, published, first, published)
    });
    let reach = (published(), 2u32..12, select(vec!["近", "過去"])).prop_map(|(published, count, word)| {
        let first = (published - Months::new(count * 12)) + Days::new(1);
        over(format!("{word}{}年", number(count, true).replace('二', "兩")), published, first, published)
    });
    prop_oneof![days, months, years, since, reach]
}

/// A time of any kind.
pub(crate) fn time() -> impl Strategy<Value = Told> {
    prop_oneof![3 => full(), 3 => in_year(), 3 => near(), 3 => periods(), 3 => stretches(), 3 => last()]
}
