//! Times on the calendar: any civil day in any form, the moon's days against ICU4X, ranges, policies, ISO 8601 and TIMEX3.

#![cfg(test)]

mod common;

use common::config;
use icu_calendar::cal::ChineseTraditional;
use icu_calendar::{Date, Iso};
use proptest::prelude::*;
use proptest::sample::select;
use wanyi::chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Weekday};
use wanyi::{DatePolicy, Moment, Parser, Region, TimeKind};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Text, kind, and both ends of every time in a text.
fn times(parser: &Parser, text: &str) -> Vec<(String, TimeKind, Option<String>, Option<String>)> {
    let shown = |moment: Option<Moment>| moment.map(|moment| moment.to_string());
    let found = parser.find_quantities(text);
    found.times().map(|time| (time.text().to_owned(), time.kind, shown(time.from), shown(time.to))).collect()
}

// ---- rendering

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

fn digits(n: i32) -> String {
    n.to_string().chars().map(|c| DIGITS[c.to_digit(10).unwrap() as usize]).collect()
}

/// Below a hundred in words: 二十一.
fn words(n: u32) -> String {
    let (tens, ones) = (n / 10, n % 10);
    let lead = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        _ => format!("{}十", DIGITS[tens as usize]),
    };
    if ones == 0 && tens > 0 { lead } else { format!("{lead}{}", DIGITS[ones as usize]) }
}

fn wide(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_digit() { char::from_u32(c as u32 - 0x30 + 0xFF10).unwrap() } else { c })
        .collect()
}

fn weekday(date: NaiveDate) -> char {
    ['一', '二', '三', '四', '五', '六', '日'][date.weekday().num_days_from_monday() as usize]
}

/// The absolute forms of a day.
const FORMS: &[fn(NaiveDate) -> String] = &[
    |d| format!("{}年{}月{}日", d.year(), d.month(), d.day()),
    |d| format!("{}年{:02}月{:02}日", d.year(), d.month(), d.day()),
    |d| format!("{} 年 {} 月 {} 日", d.year(), d.month(), d.day()),
    |d| format!("{}年{}月{}號", d.year(), d.month(), d.day()),
    |d| wide(&format!("{}年{}月{}日", d.year(), d.month(), d.day())),
    |d| format!("{}年{}月{}日", digits(d.year()), words(d.month()), words(d.day())),
    |d| format!("{}年{}月{}日星期{}", d.year(), d.month(), d.day(), weekday(d)),
    |d| d.format("%Y-%m-%d").to_string(),
    |d| d.format("%Y/%m/%d").to_string(),
    |d| format!("{}/{}/{}", d.year(), d.month(), d.day()),
    |d| format!("{}.{}.{}", d.year(), d.month(), d.day()),
    |d| d.format("%d-%m-%Y").to_string(),
    |d| d.format("%Y%m%d").to_string(),
    |d| format!("民國{}年{}月{}日", d.year() - 1911, d.month(), d.day()),
    |d| format!("民国{}年{}月{}日", words((d.year() - 1911) as u32 % 100), words(d.month()), words(d.day())),
    |d| format!("西元{}年{}月{}日", d.year(), d.month(), d.day()),
];

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..200 * 365).prop_map(|days| day("1912-01-01").checked_add_days(Days::new(days)).unwrap())
}

/// Eight digits are a day of the last or this century; the form in words says years of the Republic below a hundred.
fn fits(form: usize, date: NaiveDate) -> bool {
    match form {
        12 => date.year() < 2100,
        14 => date.year() < 2011,
        _ => true,
    }
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn any_day_in_any_form_is_that_day(date in any_day(), form in 0..FORMS.len()) {
        prop_assume!(fits(form, date));
        let text = format!("公布日為{}，", FORMS[form](date));
        let iso = Some(date.to_string());
        let found = times(&Parser::new(), &text);
        prop_assert_eq!(&found, &vec![(FORMS[form](date), TimeKind::Day, iso.clone(), iso)], "{}", text);
    }

    #[test]
    fn any_day_with_a_clock_is_that_instant(date in any_day(), hour in 0u32..24, minute in 0u32..60, form in 0usize..4) {
        let at: NaiveDateTime = date.and_hms_opt(hour, minute, 0).unwrap();
        let text = match form {
            0 => format!("{}年{}月{}日{hour}時{minute}分", date.year(), date.month(), date.day()),
            1 => format!("{} {hour:02}:{minute:02}", date.format("%Y-%m-%d")),
            2 => format!("{}T{hour:02}:{minute:02}:00+08:00", date.format("%Y-%m-%d")),
            _ => {
                let part = match hour { 0..6 => "凌晨", 6..12 => "上午", 12 => "中午", 13..18 => "下午", _ => "晚上" };
                let shown = if hour > 12 { hour - 12 } else { hour };
                format!("{}年{}月{}日{part}{shown}點{minute:02}分", date.year(), date.month(), date.day())
            }
        };
        let iso = Some(at.format("%Y-%m-%dT%H:%M:%S").to_string());
        prop_assert_eq!(times(&Parser::new(), &text), vec![(text.clone(), TimeKind::DateTime, iso.clone(), iso)], "{}", text);
    }

    #[test]
    fn ranges_run_from_their_first_day_to_their_last(
        date in any_day(), length in 1u64..4000, form in 0usize..6, mark in select(vec!["至", "到", "—", "-", "～"]),
    ) {
        prop_assume!(!(7..13).contains(&form));
        let end = date.checked_add_days(Days::new(length)).unwrap();
        let text = format!("{}{mark}{}", FORMS[form](date), FORMS[form](end));
        let found = times(&Parser::new(), &text);
        prop_assert_eq!(&found, &vec![(text.clone(), TimeKind::Range, Some(date.to_string()), Some(end.to_string()))]);
    }

    /// Day, month and year may be said once.
    #[test]
    fn ranges_share_their_year_and_month(date in any_day(), length in 1u64..200) {
        let end = date.checked_add_days(Days::new(length)).unwrap();
        let last = if end.month() == date.month() && end.year() == date.year() {
            format!("{}日", end.day())
        } else if end.year() == date.year() {
            format!("{}月{}日", end.month(), end.day())
        } else {
            format!("{}年{}月{}日", end.year(), end.month(), end.day())
        };
        let text = format!("{}年{}月{}日至{last}", date.year(), date.month(), date.day());
        let found = times(&Parser::new(), &text);
        prop_assert_eq!(&found, &vec![(text.clone(), TimeKind::Range, Some(date.to_string()), Some(end.to_string()))]);
    }

    /// The calendar of ICU4X says which day of the moon a day is; the words of that day lead back to it.
    #[test]
    fn days_of_the_moon_are_those_of_icu4x(date in any_day()) {
        prop_assume!((1912..2099).contains(&date.year()));
        // new moons within minutes of midnight, on which almanacs differ
        prop_assume!(![(2057, 8), (2057, 9), (2057, 10)].contains(&(date.year(), date.month())));
        prop_assume!(![(2089, 8), (2089, 9), (2089, 10), (2097, 7), (2097, 8), (2097, 9)].contains(&(date.year(), date.month())));
        let iso: Date<Iso> = Date::try_new_iso(date.year(), date.month() as u8, date.day() as u8).unwrap();
        let moon = iso.to_calendar(ChineseTraditional::new());
        let (year, month) = (moon.extended_year(), moon.month());
        let number = u32::from(month.month_number());
        let name = match number { 1 => "正".to_owned(), 12 => "臘".to_owned(), n => words(n) };
        let of_month = u32::from(moon.day_of_month().0);
        let of_month = match of_month { 1..=10 => format!("初{}", words(of_month)), 21..30 => format!("廿{}", words(of_month - 20)), n => words(n) };
        let text = format!("{year}年農曆{}{name}月{of_month}", if month.is_leap() { "閏" } else { "" });
        let shown = Some(date.to_string());
        prop_assert_eq!(times(&Parser::new(), &text), vec![(text.clone(), TimeKind::Day, shown.clone(), shown)]);
    }

    #[test]
    fn relative_days_count_from_the_publication(date in any_day(), back in 0u64..60) {
        let parser = Parser::new().published(date);
        let off = |days: i64| {
            let moved = if days < 0 { date.checked_sub_days(Days::new(days.unsigned_abs())) } else { date.checked_add_days(Days::new(days as u64)) };
            Some(moved.unwrap().to_string())
        };
        for (word, days) in [("大前天", -3), ("前日", -2), ("昨天", -1), ("今日", 0), ("明天", 1), ("后天", 2), ("大後天", 3)] {
            prop_assert_eq!(times(&parser, word), vec![(word.to_owned(), TimeKind::Day, off(days), off(days))]);
        }
        let text = format!("{back}天前");
        let found = times(&parser, &text);
        prop_assert_eq!(&found[0].2, &off(-(back as i64)));
        // a weekday is at most six days back
        let name = format!("星期{}", weekday(date.checked_sub_days(Days::new(back % 7)).unwrap()));
        let found = times(&parser, &name);
        prop_assert_eq!(&found[0].2, &off(-((back % 7) as i64)));
    }

    /// No words and no day of publication make resolving panic, and what has two ends has them in order.
    #[test]
    fn resolving_is_total(
        text in "[0-9一二三十廿初正臘閏年月日號時點分季週末上下前後去今明昨每個的至到起來世紀代第民國農曆星期春節中秋冬清0-9:/.-]{0,24}",
        days in prop_oneof![any_day(), Just(NaiveDate::MIN), Just(NaiveDate::MAX), Just(day("0001-01-01")), Just(day("9999-12-31"))],
        policy in select(vec![DatePolicy::Report, DatePolicy::Past, DatePolicy::Ahead]),
    ) {
        let found = Parser::new().published(days).dates(policy).find_quantities(&text).into_owned();
        for time in found.times() {
            if let (Some(Moment::Date(from)), Some(Moment::Date(to)), false) = (time.from, time.to, time.kind == TimeKind::Range) {
                prop_assert!(from <= to, "{} in {}", time.text(), text);
            }
            if let Some(iso) = time.iso8601() {
                for side in iso.split('/').filter(|side| *side != "..") {
                    prop_assert!(days == NaiveDate::MIN || days == NaiveDate::MAX || side.parse::<Moment>().is_ok(), "{}", iso);
                }
            }
            prop_assert_eq!(time.timex3().is_some(), time.vague || time.iso8601().is_some());
        }
    }
}

// ---- policies

#[test]
fn the_policy_decides_between_the_last_and_the_next() {
    let wednesday = day("2023-09-20");
    assert_eq!(wednesday.weekday(), Weekday::Wed);
    let rows: [(&str, &str, &str, &str); 14] = [
        // words, as in a report, always past, always ahead
        ("9月20日停電", "2023-09-20", "2023-09-20", "2023-09-20"),
        ("9月15日停電", "2023-09-15", "2023-09-15", "2024-09-15"),
        ("10月1日停電", "2023-10-01", "2022-10-01", "2023-10-01"),
        ("11月5日停電", "2022-11-05", "2022-11-05", "2023-11-05"),
        ("將於11月5日停電", "2023-11-05", "2022-11-05", "2023-11-05"),
        ("計劃3月5日停電", "2024-03-05", "2023-03-05", "2024-03-05"),
        ("2月29日停電", "2020-02-29", "2020-02-29", "2024-02-29"),
        ("15日停電", "2023-09-15", "2023-09-15", "2023-10-15"),
        ("25日停電", "2023-09-25", "2023-08-25", "2023-09-25"),
        ("30日停電", "2023-08-30", "2023-08-30", "2023-09-30"),
        ("將於30日停電", "2023-09-30", "2023-08-30", "2023-09-30"),
        ("週三停電", "2023-09-20", "2023-09-20", "2023-09-20"),
        ("週五停電", "2023-09-15", "2023-09-15", "2023-09-22"),
        ("擬週五停電", "2023-09-22", "2023-09-15", "2023-09-22"),
    ];
    for (text, report, past, ahead) in rows {
        let of = |policy| {
            let parser = Parser::new().published(wednesday).dates(policy);
            times(&parser, text).first().and_then(|time| time.2.clone())
        };
        let got = [DatePolicy::Report, DatePolicy::Past, DatePolicy::Ahead].map(of);
        assert_eq!(got, [report, past, ahead].map(|day| Some(day.to_owned())), "{text}");
    }
}

#[test]
fn months_of_the_last_year_are_none_for_who_looks_ahead() {
    let of = |policy| {
        let parser = Parser::new().published(day("2024-01-15")).dates(policy);
        times(&parser, "1至11月").first().and_then(|time| time.2.clone())
    };
    let got = [DatePolicy::Report, DatePolicy::Past, DatePolicy::Ahead].map(of);
    assert_eq!(got, ["2023-01-01", "2023-01-01", "2024-01-01"].map(|day| Some(day.to_owned())));
}

#[test]
fn the_region_says_which_national_day() {
    for (region, want) in [
        (Region::Mainland, "2023-10-01"),
        (Region::HongKong, "2023-10-01"),
        (Region::Taiwan, "2023-10-10"),
        (Region::Singapore, "2023-08-09"),
        (Region::Malaysia, "2023-08-31"),
    ] {
        let parser = Parser::new().published(day("2023-09-20")).region(region);
        assert_eq!(times(&parser, "國慶假期")[0].2.as_deref(), Some(want), "{region}");
    }
}

/// In a text of Taiwan a bare year of three digits is one of the Republic.
#[test]
fn years_of_the_republic() {
    let first = |parser: &Parser, text: &str| times(parser, text).first().map(|time| (time.0.clone(), time.2.clone()));
    let taiwan = Parser::new().region(Region::Taiwan);
    let year = |text: &str, from: &str| Some((text.to_owned(), Some(from.to_owned())));
    assert_eq!(first(&taiwan, "112年編列預算"), year("112年", "2023-01-01"));
    assert_eq!(first(&Parser::new(), "112年編列預算"), None);
    assert_eq!(first(&Parser::new(), "112年9月編列預算"), year("112年9月", "2023-09-01"));
    assert_eq!(first(&taiwan, "1120920發布"), year("1120920", "2023-09-20"));
    assert_eq!(first(&Parser::new(), "1120920發布"), None);
    assert_eq!(first(&Parser::new(), "發布日期：1120920"), year("1120920", "2023-09-20"));
}

/// In a text of Taiwan two digits are a year of the Republic where others were told or the words say so, and a length
/// otherwise.
#[test]
fn short_years_of_the_republic() {
    let taiwan = Parser::new().region(Region::Taiwan).published(day("2024-06-15"));
    for (text, want) in [
        ("106年至110年補助30件，98年僅5件", "2017-01-01 2009-01-01"),
        ("108到111年度辦理6場", "2019-01-01"),
        ("101至105年間減少", "2012-01-01"),
        ("自95年起推動", "2006-01-01"),
        ("86年次男子", "1997-01-01"),
        ("107年3月判刑，99年間曾被捕", "2018-03-01 2010-01-01"),
        ("98年老店，服務逾60年", ""),
        ("110年開業，80年老屋改建", "2021-01-01"),
        ("30年房貸，連續15年", ""),
    ] {
        let found = times(&taiwan, text).into_iter().filter_map(|time| time.2).collect::<Vec<_>>().join(" ");
        assert_eq!(found, want, "{text}");
    }
    assert!(times(&Parser::new().published(day("2024-06-15")), "自95年起推動").is_empty());
}

/// The papers of Macau print days in words; elsewhere 三日 is a length unless 於 stands before it.
#[test]
fn days_in_words() {
    let macau = Parser::new().region(Region::Macau).published(day("2024-06-08"));
    for (text, want) in [
        ("四日接報，五日拘捕兩人", "2024-06-04 2024-06-05"),
        ("司警局六日公布", "2024-06-06"),
        ("活動為期三日，三日內完成", ""),
        ("他於三日被控", "2024-06-03"),
    ] {
        let found = times(&macau, text).into_iter().filter_map(|time| time.2).collect::<Vec<_>>().join(" ");
        assert_eq!(found, want, "{text}");
    }
    assert!(times(&Parser::new().published(day("2024-06-08")), "四日接報").is_empty());
}

// ---- forms of the result

#[test]
fn iso_8601_and_timex3() {
    let parser = Parser::new().published(day("2023-09-20"));
    let rows: [(&str, Option<&str>, Option<&str>); 20] = [
        ("今日", Some("2023-09-20"), Some("2023-09-20")),
        ("昨晚8時", Some("2023-09-19T20:00:00"), Some("2023-09-19T20:00")),
        ("今年", Some("2023-01-01/2023-12-31"), Some("2023")),
        ("上半年", Some("2023-01-01/2023-06-30"), Some("2023-H1")),
        ("第三季", Some("2023-07-01/2023-09-30"), Some("2023-Q3")),
        ("2月", Some("2023-02-01/2023-02-28"), Some("2023-02")),
        ("上週", Some("2023-09-11/2023-09-17"), Some("2023-W37")),
        ("90年代", Some("1990-01-01/1999-12-31"), Some("199")),
        ("21世紀", Some("2001-01-01/2100-12-31"), Some("20")),
        ("十四五", Some("2021-01-01/2025-12-31"), Some("2021-01-01/2025-12-31")),
        ("今年以來", Some("2023-01-01/2023-09-20"), Some("2023-01-01/2023-09-20")),
        ("10月1日起", Some("2023-10-01/.."), Some("2023-10-01/..")),
        ("10月1日前", Some("../2023-10-01"), Some("../2023-10-01")),
        ("2030年前", Some("../2029-12-31"), Some("../2029-12-31")),
        ("1至6月", Some("2023-01-01/2023-06-30"), Some("2023-H1")),
        ("9月上旬", Some("2023-09-01/2023-09-10"), Some("2023-09-01/2023-09-10")),
        ("中秋節", Some("2023-09-29"), Some("2023-09-29")),
        ("近日", None, Some("PAST_REF")),
        ("每年5月", None, None),
        ("2月30日", None, None),
    ];
    for (text, iso, timex) in rows {
        let found = parser.find_quantities(text);
        let time = found.times().next().unwrap_or_else(|| panic!("no time in {text}"));
        assert_eq!((time.iso8601().as_deref(), time.timex3().as_deref()), (iso, timex), "{text}");
    }
}

#[test]
fn hours_count_from_the_printed_time() {
    let at = NaiveDateTime::parse_from_str("2023-09-20T15:30:00", "%Y-%m-%dT%H:%M:%S").unwrap();
    let parser = Parser::new().published(at);
    assert_eq!(times(&parser, "18小時前更新")[0].2.as_deref(), Some("2023-09-19T21:30:00"));
    assert_eq!(times(&parser, "半小時前")[0].2.as_deref(), Some("2023-09-20T15:00:00"));
    // without a time of day nothing is known
    assert_eq!(times(&Parser::new().published(at.date()), "18小時前更新")[0].2, None);
}

#[test]
fn a_story_of_a_past_year_goes_on_over_paragraphs() {
    let page = "堤壩決口二十年\n2024-11-12 10:00\n\
        2004年7月3日下午，河水漫過堤壩，鎮上的房屋倒了一半，學校停課，電話也打不通，沒有人知道上游的情形。\n\
        7月4日，第一批船隻到達，帶來食水和藥物，當晚又有兩百人獲救，送到縣城的體育館過夜。\n\
        6日清晨，水位開始下降，鎮民回家清理淤泥，校舍到冬天才修好，老人說從未見過這樣的雨。\n\
        11月9日，記者重訪鎮上，新堤已經建成，堤邊種了三千棵樹。";
    let article = Parser::new().parse(page).unwrap();
    let days: Vec<_> = article.times().skip(1).map(|time| time.from.map(|from| from.date().to_string())).collect();
    let want = ["2004-07-03", "2004-07-04", "2004-07-04", "2004-07-06", "2024-11-09"];
    assert_eq!(days, want.map(|day| Some(day.to_owned())));
}
