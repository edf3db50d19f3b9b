//! Days: 20日星期三, 週五（15日）, 今天（25日）下午5點, 上週五, and the festivals.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, not, opt, peek, value, verify};
use nom::multi::many0_count;
use nom::sequence::{delimited, pair, preceded, terminated};

use super::clock::{Given, begins_part, clock, day_time};
use super::lex::{WEEK_WORDS, chinese_small, count, digits, keyword, mark, named_weekday, weekday};
use super::words::Hours;
use crate::Region;
use crate::any_of::{WordSet, any_of};
use crate::chars::{chinese, is_han, one_of};
use crate::general::{self, Pos};
use crate::grammar::terminal::{Read, blanks, miss, sign, token, word};
use crate::lexer::Cursor;
use crate::time::{DayName, Feast, MonthName, Part, Point};
use crate::vocabulary::COMPOUND_SURNAMES;

/// A point with the weekday beside it and the time of day after it.
// dated = [weekday_beside] [day_time]
pub(super) fn dated<'t>(point: Point) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    dated_at(point, Given::Day)
}

/// The same where the part of the day may be known.
pub(super) fn dated_at<'t>(point: Point, given: Given) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let (rest, beside) = opt(weekday_beside).parse(input)?;
        let bracketed = || bracketed_weekday(rest).ok().map(|(_, day)| day);
        let weekday = beside.or_else(bracketed);
        timed(Point { weekday, ..point }, given)(rest)
    }
}

/// A point with the time of day after it.
pub(super) fn timed<'t>(point: Point, given: Given) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        map(day_time(given), |times| match times {
            Some((clock, clock_last)) => Point { clock: Some(clock), clock_last, ..point },
            None => point,
        })
        .parse(input)
    }
}

// clock_point = clock, of the day named last
pub(super) fn clock_point<'t>(given: Given) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let today = Point::of(None, Part::Day(None, DayName::Last(0)));
        map(clock(given), |(clock, clock_last)| Point { clock: Some(clock), clock_last, ..today }).parse(input)
    }
}

// weekday_beside = named_weekday | "," named_weekday; one in brackets, or with more after it, is a time of its own
fn weekday_beside(input: Cursor<'_>) -> Read<'_, u32> {
    let goes_on = token("the end", |next| (next.c.is_alphanumeric() || next.c == '(').then_some(()));
    let apart = delimited(pair(mark(&[','], ","), blanks), named_weekday, not(goes_on));
    alt((preceded(blanks, named_weekday), apart)).parse(input)
}

// bracketed_weekday = "(" ["星期"] weekday ")"
pub(super) fn bracketed_weekday(input: Cursor<'_>) -> Read<'_, u32> {
    delimited(mark(&['('], "("), preceded(opt(word(WEEK_WORDS)), weekday), mark(&[')'], ")")).parse(input)
}

// month_day = count "月" count ("日" | "号")
fn month_day(input: Cursor<'_>) -> Read<'_, Part> {
    let month = terminated(count(12), mark(&['月'], "月"));
    map((month, of_month), |(month, day)| Part::Day(Some(MonthName::Number(month)), DayName::Number(day))).parse(input)
}

// of_month = count ("日" | "号")
fn of_month(input: Cursor<'_>) -> Read<'_, u32> {
    terminated(count(31), mark(&['日', '号'], "日")).parse(input)
}

// bracketed_date = "(" [count "月"] count ("日" | "号") ")"
pub(super) fn bracketed_date(input: Cursor<'_>) -> Read<'_, Part> {
    let day = map(of_month, |day| Part::Day(None, DayName::Number(day)));
    delimited(mark(&['('], "("), alt((month_day, day)), mark(&[')'], ")")).parse(input)
}

/// Whether the weekday that ends here stands first in its clause: after no word of Chinese.
fn stands_first(end: Cursor<'_>) -> bool {
    let head = end.head();
    let day = head.char_indices().next_back().map_or(0, |(at, _)| at);
    let named = WEEK_WORDS.strip_suffix(head.get(..day).unwrap_or_default()).unwrap_or_default();
    named.chars().next_back().is_none_or(|c| !is_han(c))
}

/// A weekday of a week, or the day beside it: 週五（15日）, 星期天，2月10日.
// weekday_point = [bracketed_date | "," month_day] [day_time]
pub(super) fn weekday_point<'t>(week: Option<i64>, day: u32) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        // 周三7日
        let day_beside = |input| {
            let (rest, day) = terminated(verify(digits(1, 2), |day| (1..=31).contains(day)), peek(mark(&['日'], "日")))
                .parse(input)?;
            if !is_bare_day(input, rest, false) || rest.advance().starts_with("假") {
                return miss(input, "a day");
            }
            Ok((rest.advance(), Part::Day(None, DayName::Number(day))))
        };
        // 星期天，2月10日; in 6月19日是周五，7月1日 the weekday is of the day before it
        let after_comma = |rest| {
            if stands_first(input) { preceded(mark(&[','], ","), month_day).parse(rest) } else { miss(rest, "a day") }
        };
        let beside = alt((bracketed_date, after_comma, day_beside));
        let (rest, date) = opt(beside).parse(input)?;
        let point = Point::of(None, date.unwrap_or(Part::Weekday(week, day)));
        timed(Point { weekday: date.map(|_| day), ..point }, Given::Day)(rest)
    }
}

// week_point = ["星期"] weekday weekday_point | ε
pub(super) fn week_point<'t>(week: i64) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| match preceded(opt(keyword(WEEK_WORDS)), weekday).parse(input) {
        _ if input.starts_with("同日") => Ok((input.skip("同日".len()), Point::of(None, Part::SameWeekday(week)))),
        // 本周|四個交易日
        Ok((rest, day)) if !is_daily(input) && rest.peek() != Some('个') => weekday_point(Some(week), day)(rest),
        _ => Ok((input, Point::of(None, Part::Week(week)))),
    }
}

/// Whether 日均 begins here, which counts by the day: 本周|日均成交, but 本周日|均有雨.
fn is_daily(input: Cursor<'_>) -> bool {
    let goes_on = |c: char| !one_of!("有为可已未在能将会告由是被属须获").contains(c);
    let after = input.advance().advance();
    input.starts_with("日均") && after.peek().is_some_and(goes_on)
}

/// What follows the word of a day: 今天（25日）下午5點; 今, 明 and 即日 alone only before 起, a part of the day or its number.
// day_word = [bracketed_date] [day_time]
pub(super) fn day_word<'t>(day: DayName, form: &'t str) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let is_short = matches!(form, "今" | "明" | "即日");
        let part = || form != "即日" && (begins_part(input) || bracketed_date(input).is_ok());
        let happens = || form != "即日" && is_headline(input, form);
        if is_short && !input.starts_with("起") && !part() && !happens() {
            return miss(input, "起");
        }
        let given = Hours::of_word(form).map_or(Given::Day, Given::Part);
        let (rest, date) = opt(bracketed_date).parse(input)?;
        let part = match date {
            Some(Part::Day(None, DayName::Number(number))) => Part::Day(None, day.with_number(number)),
            other => other.unwrap_or(Part::Day(None, day)),
        };
        timed(Point::of(None, part), given)(rest)
    }
}

/// Whether 今 or 明 stands before what happens: 央行今公布, 市長今赴日, 3縣市 明停班. 明 also ends names and verbs, and 今已 is
/// now.
fn is_headline(input: Cursor<'_>, form: &str) -> bool {
    let day = input.to(input.at() - form.len());
    let is_today = form == "今";
    let last = day.before();
    let is_head = last.is_none_or(|token| !token.c.is_alphanumeric());
    // 學校|明停課, but 李明停賽 and 歐陽明獲獎
    let is_surname = || COMPOUND_SURNAMES.contains(day.last(2));
    let after_word = || day.back().word_across().is_some_and(|word| word.end == day.at()) && !is_surname();
    let next = input.peek().unwrap_or(' ');
    let is_long = |word: general::Word| word.length > form.len();
    let happens = general::longest_at(input.rest()).is_some_and(|word| match word.pos {
        // 今屆, 今回: a classifier
        Pos::Verb => is_long(word) || is_today && input.unit().is_none(),
        Pos::Adverb => is_today && (is_long(word) || one_of!("再又也将不未").contains(next)),
        Pos::Preposition => is_today,
        _ => false,
    });
    let happens = happens && !one_of!("已仍尚非犹是").contains(next);
    happens && (is_head || is_today || after_word()) && !day.is_crossed() && !input.is_crossed()
}

/// A festival with what follows it: 中秋節當晚8時, 佛誕翌日.
// feast_point = ["当日" | …] ["翌日" | "前夕" | …] [day_time]
pub(super) fn feast_point<'t>(feast: Feast) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let same = value(0, keyword(any_of!["当日", "当天", "当晚", "当夜"]));
        let next = value(1, keyword(any_of!["翌日", "次日"]));
        // 聖誕前日, but not 聖誕前|日均
        let day_before = terminated(keyword(any_of!["前日"]), not(sign(&['均'], "a mean")));
        let eve = value(-1, alt((value((), keyword(any_of!["前夕", "前夜"])), value((), day_before))));
        let (rest, _) = opt(same).parse(input)?;
        let (rest, offset) = opt(alt((next, eve))).parse(rest)?;
        timed(Point::of(None, Part::Feast(feast, offset.unwrap_or(0))), Given::Day)(rest)
    }
}

/// Whether a number before 日 or 號 is a day of the month, not a duration, a currency or a place in a row.
pub(super) fn is_bare_day(number: Cursor<'_>, sign: Cursor<'_>, is_spoken: bool) -> bool {
    let after = sign.advance();
    let is_of_date = number.before().is_some_and(|token| token.c == '月');
    if is_of_date || sign.unit().is_some_and(|(_, end)| end.at() > after.at()) {
        return false;
    }
    if sign.peek() == Some('号') {
        return is_numbered_day(number, after);
    }
    // 三日 in words is a duration as often as a date, 六日上午 a day
    if is_spoken && super::clock::part_of_day(after).is_err() && !is_spoken_date(number, after) {
        return false;
    }
    const LIMITS: &WordSet = any_of![
        "以上",
        "以下",
        "以内",
        "平均",
        "累计",
        "新高",
        "新低",
        "移动平均",
        "移动均",
        "、月线",
        "、周线",
        "、季线"
    ];
    let limited = word(LIMITS)(after).is_ok();
    // 5日内地開放 and 20日游客 are days, 5日內 a time that it takes
    // 22日多地降雨, 5日餘震, but not 住院22日多
    let next = || after.advance().peek();
    let inside = || match after.peek() {
        Some('内' | '游') => after.advance().is_crossed(),
        Some('多' | '余') => next().is_some_and(|c| is_han(c) && !one_of!("的了后前来以才就便已仍").contains(c)),
        _ => false,
    };
    let counted = after.peek().is_some_and(|c| one_of!("均内游线之余多需花").contains(c));
    !limited && (!counted || inside())
}

/// 於三日被控; in the papers of Macau, which print days so, at the head of a clause: 四日接報.
fn is_spoken_date(number: Cursor<'_>, after: Cursor<'_>) -> bool {
    let lasts = after.peek().is_some_and(|c| one_of!("内来的多间后前之均余游线半以").contains(c));
    let is_at = number.before().is_some_and(|token| token.c == '于');
    let is_head = || {
        let is_local = number.lexicon().region() == Some(Region::Macau);
        is_local
            && number.before().is_none_or(|token| !token.c.is_alphanumeric() || one_of!("昨局会司署").contains(token.c))
    };
    !lasts && (is_at || is_head() || is_after_date(number.head()))
}

/// 八月五日及|六日, 五月一日、二日及|三日: whether a list that begins with a day of a month ends here.
fn is_after_date(head: &str) -> bool {
    let Some(stem) = head.strip_suffix(['、', '及', '和', '与']).and_then(|head| head.strip_suffix('日')) else {
        return false;
    };
    let day = stem.trim_end_matches(|c| chinese(c).is_some() || matches!(c, '十' | '廿' | '卅'));
    day.len() < stem.len() && (day.ends_with('月') || is_after_date(day))
}

/// 3號 is a day before a part of the day or what happens on it; before a noun it is a number: 3號樓, 5號颱風.
fn is_numbered_day(number: Cursor<'_>, after: Cursor<'_>) -> bool {
    let is_digit = number.token().is_some_and(|token| token.digit().is_some());
    let Some(next) = after.peek() else { return is_digit };
    let weekday = || next == '(' && word(WEEK_WORDS)(after.advance()).is_ok();
    let happens = || one_of!("起前后在至到举开将,。;!?，；！？以召登").contains(next) && !after.starts_with("开关");
    super::clock::part_of_day(after).is_ok() || weekday() || is_digit && happens()
}

/// Whether what follows 日 makes days of the numbers before it, not a duration: 2、3日起.
pub(crate) fn day_goes_on(input: Cursor<'_>) -> bool {
    super::clock::part_of_day(input).is_ok()
        || input.peek().is_some_and(|c| matches!(c, '起' | '举' | '在' | '将' | '两' | '分' | '('))
}

// two = ("两" | "二") ["个"]
pub(super) fn two(input: Cursor<'_>) -> Read<'_, ()> {
    value((), (sign(&['两', '二'], "两"), opt(sign(&['个'], "个")))).parse(input)
}

// before_two = (digits{1, 2} | chinese_small), two after them: the 15 of 14、15兩日, the 七 of 六、七兩個月
pub(super) fn before_two(input: Cursor<'_>) -> Read<'_, u32> {
    terminated(alt((digits(1, 2), chinese_small)), peek(two)).parse(input)
}

// shares = ("、" | range_mark) count [two] unit, which a number looks ahead to
pub(super) fn shares<'t>(most: u32, units: &'static [char]) -> impl Fn(Cursor<'t>) -> Read<'t, ()> {
    move |input| {
        let listed = || mark(&['、', '及', '和', '与'], "、");
        let joint = alt((value((), listed()), super::lex::range_mark));
        let number = || value((), alt((count(most), before_two)));
        // 8月5、6及7日
        let more = many0_count((listed(), number()));
        value((), peek((joint, number(), more, opt(two), mark(units, "a unit")))).parse(input)
    }
}
