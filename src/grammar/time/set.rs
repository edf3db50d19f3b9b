//! What comes again and again: 每年5月, 每週一8時, 每隔3天, 逢單月, 每月5、15、25日. Sets have no days.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, value};
use nom::multi::many0_count;
use nom::sequence::{pair, preceded, terminated};

use super::clock::{Given, clock, day_time};
use super::lex::{WEEK_WORDS, count, keyword, mark, named_weekday, small, weekday, weekday_of_set};
use super::month::month_tail;
use super::year::year_tail;
use crate::any_of::{WordSet, any_of};
use crate::grammar::terminal::{Read, sign, word};
use crate::lexer::Cursor;
use crate::time::{MonthName, TimeExpr, TimeKind};

/// The units of a set that may be counted: 每隔3天.
const STEPS: &WordSet = any_of![
    "年",
    "个季度",
    "个月",
    "个星期",
    "星期",
    "周",
    "天",
    "日",
    "个小时",
    "小时",
    "个钟头",
    "分钟",
    "秒钟",
    "秒"
];

/// Marks between the members of a list.
const JOINTS: &[char] = &['、', '和', '及', '与'];

/// Days and months that come again, by their names.
const KINDS: &WordSet = any_of!["单月", "双月", "单日", "双日", "周末", "周日", "闰年", "节假日", "假日", "假期"];

const SET: TimeExpr = TimeExpr::unknown(TimeKind::Set, false);

// every = ["隔" | "逢"] (steps | kind | unit [set_end] {weekday} ["止"]), after 每
pub(super) fn every(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    // 每1小時22分鐘 is one length
    let goes_on = (small(59), keyword(any_of!["分", "分钟", "秒"]));
    let steps = (alt((value(0, word(any_of!["半"])), small(999))), terminated(keyword(STEPS), not(goes_on)));
    let steps = value((), steps);
    let unit = value((), (unit, opt(of_it), opt(set_end), weekdays, opt(word(any_of!["止"]))));
    value(SET, preceded(opt(word(any_of!["隔", "逢"])), alt((steps, unit, value((), keyword(KINDS)))))).parse(input)
}

// recurring = kind | named_weekday [day_time] [set_end] {weekday} | days_of_month, after 逢
pub(super) fn recurring(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let kind = keyword(KINDS);
    let week = (named_weekday, day_time(Given::Day), opt(set_end), weekdays);
    value(SET, alt((value((), week), value((), kind), days_of_month))).parse(input)
}

/// The day or hour of a set after 的: 每年的5月20日, 每天的上午9點.
// of_it = "的" (small "月" month_tail | days_of_month | named_weekday [day_time] | clock)
fn of_it(input: Cursor<'_>) -> Read<'_, ()> {
    let month = (terminated(small(12), mark(&['月'], "月")), month_tail(None, MonthName::Offset(0)));
    let week = (named_weekday, day_time(Given::Day));
    let part = alt((value((), month), days_of_month, value((), week), value((), clock(Given::Day))));
    preceded(word(any_of!["的"]), part).parse(input)
}

// unit = "个" named_weekday [day_time] | "半年" | "年" year_tail | "月" (days_of_month | month_tail) | "周" [weekday [day_time]] | …
fn unit(input: Cursor<'_>) -> Read<'_, ()> {
    let week = pair(keyword(any_of!["个星期", "星期", "礼拜", "周"]), opt(pair(weekday_of_set, day_time(Given::Day))));
    let month = alt((days_of_month, value((), month_tail(None, MonthName::Offset(0)))));
    let other = keyword(any_of!["个季度", "季度", "季", "天", "日", "晚", "早"]);
    alt((
        value((), (word(any_of!["个"]), named_weekday, day_time(Given::Day))),
        value((), (opt(word(any_of!["个"])), keyword(any_of!["半年", "周末"]))),
        value((), pair(keyword(any_of!["年"]), year_tail(None))),
        value((), pair(keyword(any_of!["个月", "月"]), month)),
        value((), week),
        value((), pair(other, day_time(Given::Day))),
    ))
    .parse(input)
}

// days_of_month = small {joint small} ("日" | "号") [day_time]
fn days_of_month(input: Cursor<'_>) -> Read<'_, ()> {
    let more = many0_count(preceded(sign(JOINTS, "、"), small(31)));
    value((), (count(31), more, mark(&['日', '号'], "日"), day_time(Given::Day))).parse(input)
}

/// More weekdays: 每週二、四, 每周一、周三、周五, 每周二周四上午九点.
// weekdays = {[joint] named_weekday | joint weekday} [day_time]
fn weekdays(input: Cursor<'_>) -> Read<'_, ()> {
    let next = alt((preceded(opt(sign(JOINTS, "、")), named_weekday), preceded(sign(JOINTS, "、"), weekday)));
    let (rest, found) = many0_count(next).parse(input)?;
    if found == 0 { Ok((input, ())) } else { value((), day_time(Given::Day)).parse(rest) }
}

/// The other end of a set: 每日0時至5時, 每年7月至9月, 每月1日及15日.
// set_end = ["起"] ("至" | "及" | …) ["翌日"] (clock | ["星期"] weekday | small "月" month_tail | small "日")
fn set_end(input: Cursor<'_>) -> Read<'_, ()> {
    let joint = mark(&['至', '到', '及', '和', '、', '-', '—', '–', '~'], "至");
    let next = any_of!["翌日", "次日", "次年", "翌年", "来年", "隔年", "翌", "次"];
    let lead = (opt(word(any_of!["起"])), joint, opt(word(next)));
    let month = (terminated(small(12), mark(&['月'], "月")), month_tail(None, MonthName::Offset(0)));
    let end = alt((
        value((), clock(Given::Day)),
        value((), preceded(opt(keyword(WEEK_WORDS)), weekday)),
        value((), month),
        value((), terminated(small(31), mark(&['日', '号'], "日"))),
    ));
    preceded(lead, end).parse(input)
}
