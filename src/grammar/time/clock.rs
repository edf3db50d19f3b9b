//! Times of day: 下午5點半, 20時15分, 19:32:21, 七八點.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag_no_case;
use nom::combinator::{cond, map, map_opt, not, opt, peek, value, verify};
use nom::sequence::{delimited, pair, preceded, terminated};

use super::lex::{begins_word, count, digit, digits, is_cut, keyword, mark, range_mark, small};
use super::words::Hours;
use crate::any_of::{WordSet, any_of};
use crate::chars::CharSet;
use crate::general::{self, Pos};
use crate::grammar::numeral::is_scored;
use crate::grammar::terminal::{Read, blanks, miss, sign, token, word};
use crate::lexer::{Cursor, Token};
use crate::time::Clock;
use crate::vocabulary::HOURS;

/// What is known of the day before its time of day is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Given {
    /// Nothing: 3點 alone is as often points of an index.
    Nothing,
    /// The day: 20日8點.
    Day,
    /// The day and the part of it: 今晚8點.
    Part(Hours),
}

/// A time of day, and the later hour of 七八點.
pub(super) type Times = (Clock, Option<Clock>);

/// What may begin a unit after a number, so that it is no minute.
const COUNTED: CharSet = CharSet::of("%％.人名个元万亿千百度米次家户岁件辆架艘公里队组点成分秒号年月日天");

// part_of_day = 上午 | 下午 | 晚 | …, the longest that no word goes on from: 晚|上海
pub(super) fn part_of_day(input: Cursor<'_>) -> Read<'_, Hours> {
    let ends = |length: usize| length == '晚'.len_utf8() || !input.skip(length).is_crossed();
    match HOURS.all(input.rest()).find(|(_, length)| ends(*length)) {
        Some((hours, length)) => Ok((input.skip(length), hours)),
        None => miss(input, "a part of the day"),
    }
}

// about = "大约" | "约莫" | "约" | "将近" | "近"
fn about(input: Cursor<'_>) -> Read<'_, ()> {
    value((), (word(any_of!["大约", "约莫", "约", "将近", "近"]), blanks)).parse(input)
}

/// What follows a day: its time of day, or a part of it alone. 9日早前 and 9日晚會 go on otherwise.
pub(super) fn day_time<'t>(given: Given) -> impl Fn(Cursor<'t>) -> Read<'t, Option<Times>> {
    move |input| {
        if let Ok((rest, times)) = clock(given)(input) {
            return Ok((rest, Some(times)));
        }
        let whole = |(rest, _): &(Cursor<'_>, Hours)| {
            let longer = general::longest_at(input.rest()).map_or(0, |word| word.length);
            input.at() + longer <= rest.at() || rest.at() > input.advance().at() || !rest.is_crossed()
        };
        Ok((part_of_day(input).ok().filter(whole).map_or(input, |(rest, _)| rest), None))
    }
}

/// The time of the regions, by its names.
pub(crate) const LOCAL_TIMES: &WordSet =
    any_of!["北京时间", "香港时间", "台北时间", "台湾时间", "新加坡时间", "本地时间"];

/// What 多 counts after an hour that ends before it: 下午5點|多人圍觀.
const COUNTED_AFTER: CharSet = CharSet::of("人名位家个宗台辆条部所种地国方件间座起次场只艘架队户万千百处支");

// clock = ["当地时间"] [about] [part_of_day] [about] (digital | spoken) ["许" | "左右" | "多" | "几"]
pub(super) fn clock<'t>(given: Given) -> impl Fn(Cursor<'t>) -> Read<'t, Times> {
    move |input| {
        let place = alt((keyword(LOCAL_TIMES), keyword(any_of!["当地时间", "GMT+8", "UTC+8"])));
        let (rest, _) = opt(delimited(blanks, place, blanks)).parse(input)?;
        let (rest, _) = opt(terminated(about, peek(part_of_day))).parse(rest)?;
        let (rest, part) = opt(delimited(blanks, part_of_day, blanks)).parse(rest)?;
        let hours = match given {
            Given::Part(hours) => part.or(Some(hours)),
            Given::Nothing | Given::Day => part,
        };
        let nearly = value((), word(any_of!["不到", "快", "未到"]));
        let (rest, _) = cond(hours.is_some(), opt(alt((about, nearly)))).parse(rest)?;
        let single = map(digital(hours), |clock| (clock, None));
        let (rest, times) = alt((single, spoken(hours, given))).parse(rest)?;
        // 下午5點|多人圍觀
        let more = |input| {
            let (rest, _) = keyword(any_of!["多", "几"])(input)?;
            let counts = rest.peek().is_some_and(|c| COUNTED_AFTER.contains(c));
            if counts { miss(rest, "the end of a time of day") } else { Ok((rest, ())) }
        };
        let more = value("多", more);
        let (rest, _) = opt(alt((keyword(any_of!["许", "左右"]), more))).parse(rest)?;
        Ok((rest, times))
    }
}

/// The hour of a part of the day as one of 24.
fn at(hours: Option<Hours>, (hour, minute, second): (u32, u32, u32)) -> Clock {
    Clock { hour: hours.map_or(hour, |hours| hours.of_day(hour)), minute, second, is_halved: hours.is_some() }
}

// half_day = "am" | "pm" | "a.m." | "p.m."
fn half_day(input: Cursor<'_>) -> Read<'_, Hours> {
    if !matches!(input.peek(), Some('a' | 'A' | 'p' | 'P')) {
        return miss(input, "am or pm");
    }
    let early = value(Hours::Early, alt((tag_no_case("am"), tag_no_case("a.m."))));
    let late = value(Hours::Afternoon, alt((tag_no_case("pm"), tag_no_case("p.m."))));
    alt((early, late)).parse(input)
}

// digital = [half_day] digits{1, 2} ":" digits{2} [":" digits{2}] [half_day]
pub(super) fn digital<'t>(hours: Option<Hours>) -> impl Fn(Cursor<'t>) -> Read<'t, Clock> {
    move |input| {
        let start = input.skip_blanks();
        // most places are told by their first character
        if !start.peek().is_some_and(|c| c.is_ascii_digit() || matches!(c, 'a' | 'A' | 'p' | 'P')) {
            return miss(start, "a time of day");
        }
        let part = || preceded(sign(&[':'], ":"), verify(digits(2, 2), |n| *n < 60));
        let (rest, before) = opt(terminated(half_day, blanks)).parse(start)?;
        let (rest, (hour, minute, second)) =
            (verify(digits(1, 2), |hour| *hour <= 24), part(), opt(part())).parse(rest)?;
        let (rest, after) = opt(preceded(blanks, half_day)).parse(rest)?;
        let (rest, ()) = not(token("the end", |next| next.c.is_ascii_alphanumeric().then_some(()))).parse(rest)?;
        // 3:33.96 is how long a race took
        let is_result =
            second.is_none() && rest.peek() == Some('.') && rest.advance().token().and_then(Token::digit).is_some();
        if is_result {
            return miss(input, "a time of day");
        }
        let clock = at(before.or(after).or(hours), (hour, minute, second.unwrap_or(0)));
        let is_midnight = hour < 24 || minute == 0 && clock.second == 0;
        if is_midnight { Ok((rest, clock)) } else { miss(input, "a time of day") }
    }
}

// spoken = hours_apart | hour ("时" | "点") minutes
fn spoken<'t>(hours: Option<Hours>, given: Given) -> impl Fn(Cursor<'t>) -> Read<'t, Times> {
    move |input| {
        let is_day = hours.is_some() || given == Given::Day;
        if is_day {
            if let Ok(found) = hours_apart(hours)(input) {
                return Ok(found);
            }
        }
        let (rest, hour) = small(24)(input)?;
        // 早上五到六點: the hour comes after the range
        let ranged = preceded(range_mark, pair(preceded(not(part_of_day), small(24)), mark(&['时', '点'], "点")));
        if is_day && peek(ranged).parse(rest).is_ok() {
            return Ok((rest, (at(hours, (hour, 0, 0)), None)));
        }
        let (rest, unit) = mark(&['时', '点'], "点")(rest)?;
        if hours.is_none() && unit == '点' && is_point(input, rest) {
            return miss(input, "a time of day");
        }
        let is_known = unit == '时' || is_day;
        let (rest, (minute, second, is_marked)) = minutes(is_known)(rest)?;
        let is_hour = is_known || is_marked || is_limited(input, rest) || unit == '点' && is_alone(input, rest);
        if !is_hour || is_other(unit, hours, rest) {
            return miss(input, "a time of day");
        }
        Ok((rest, (at(hours, (hour, minute, second)), None)))
    }
}

/// Whether 點 is the point of a Chinese numeral: 每日|一點三宗, 評分|七點八分.
fn is_point(number: Cursor<'_>, after: Cursor<'_>) -> bool {
    let Some(rest) = after.token().and_then(Token::hanzi).map(|_| after.advance()) else { return false };
    let is_counted = || !matches!(rest.peek(), Some('分' | '刻' | '十')) && rest.unit().is_some();
    any_of!["每日", "每天", "每晚"].ends(number.last(2)) && is_counted() || is_scored(number)
}

// hours_apart = ["十"] digit ["、"] digit ("时" | "点") ["钟" | "许"], the second one more than the first: 七八點, 十一二點
fn hours_apart<'t>(hours: Option<Hours>) -> impl Fn(Cursor<'t>) -> Read<'t, Times> {
    move |input| {
        let tens = map(opt(sign(&['十'], "十")), |tens| if tens.is_some() { 10 } else { 0 });
        let low = terminated(alt((digit, value(2, sign(&['两'], "两")))), opt(sign(&['、'], "、")));
        let high = alt((digit, value(2, sign(&['两'], "两")), value(10, sign(&['十'], "十"))));
        let pair = verify((tens, low, high), |(_, first, last)| *last == first + 1);
        let sign = (mark(&['时', '点'], "点"), opt(word(any_of!["钟", "许"])));
        let hour = |hour: u32| at(hours, (hour, 0, 0));
        map(terminated(pair, sign), |(tens, first, last)| (hour(tens + first), Some(hour(tens + last)))).parse(input)
    }
}

/// Whether a relation shows that N點 is an hour, not points of an index: 16點前, 十二點以後; 漲3點後 is none.
fn is_limited(number: Cursor<'_>, after: Cursor<'_>) -> bool {
    const MOVES: CharSet = CharSet::of("涨跌升降报收挫扬高低逾近约回破超达第差胜负输赢后先");
    let relation = keyword(any_of!["之前", "以前", "之后", "以后", "开始", "前", "后", "起"])(after);
    let is_free = number.before().is_none_or(|token| !MOVES.contains(token.c)) || number.head() == "大约";
    is_free && relation.is_ok_and(|(rest, _)| rest.token().is_none_or(|next| next.digit().is_none()))
}

/// Whether N點 stands before what happens then, and not in a clause of indices or of points that are made: 8點集合, 7點到9點.
fn is_alone(number: Cursor<'_>, after: Cursor<'_>) -> bool {
    const POINTS: &str = "涨跌升降报收挫扬高低逾回破超达第差胜负输赢指数股盘分点有下这那列提出述求意见议共得赠送兑换扣记罚加减多少每满集累计约近卡率评信";
    let head = number.head();
    // 10點, and no more than that
    if matches!(head, "" | "大约" | "约") && after.rest().is_empty() {
        return true;
    }
    let clause = number.last(12).rsplit(['，', '。', '；', '\n', '！', '？']).next().unwrap_or_default();
    if clause.contains(|c| POINTS.contains(c)) {
        return false;
    }
    // 11點多，人群散去
    let end = keyword(any_of!["多", "许", "左右"])(after).map_or(after, |(rest, _)| rest);
    if clause.is_empty() && end.peek() == Some(',') {
        return true;
    }
    let ranged = preceded(range_mark, terminated(small(24), mark(&['点'], "点")));
    let happens = general::longest_at(after.rest()).is_some_and(|word| word.pos == Pos::Verb && word.length > 3);
    peek(ranged).parse(after).is_ok() || happens && !after.is_crossed()
}

/// Whether 時 or 點 belongs to what follows: 3時間, 三點建議.
fn is_other(unit: char, hours: Option<Hours>, after: Cursor<'_>) -> bool {
    const POINTS: [char; 12] = ['建', '意', '要', '原', '理', '优', '共', '希', '体', '启', '感', '期'];
    after.peek().is_some_and(|next| match unit {
        '时' => {
            matches!(next, '间' | '候' | '段')
                || next == '代' && general::longest_at(after.rest()).is_none_or(|word| word.length <= 3)
        }
        _ => hours.is_none() && POINTS.contains(&next),
    })
}

/// Minutes and seconds after the hour, and whether what stands there shows that it was one.
type Minutes = (u32, u32, bool);

// minutes = "半" ["钟"] | "钟" | "整" | "正" | count "刻" | small "分" [small ["." digits] "秒"] | two digits
fn minutes<'t>(is_known: bool) -> impl Fn(Cursor<'t>) -> Read<'t, Minutes> {
    move |input| {
        let whole = word(any_of!["钟许", "钟左右", "钟", "整", "正", "许"]);
        // 零時零1分
        let zero = opt(terminated(sign(&['零'], "零"), peek(digits(1, 2))));
        let minute = terminated(preceded(zero, small(59)), (mark(&['分'], "分"), not(sign(&['钟'], "钟"))));
        let parted = terminated(digits(1, 2), (sign(&['.'], "."), digits(1, 3)));
        let second = terminated(alt((small(59), verify(parted, |n| *n < 60))), mark(&['秒'], "秒"));
        alt((
            value((30, 0, true), word(any_of!["半钟", "半"])),
            value((0, 0, true), whole),
            map(terminated(count(3), keyword(any_of!["刻钟", "刻"])), |quarters| (quarters * 15, 0, true)),
            map((minute, opt(second)), |(minute, second)| (minute, second.unwrap_or(0), true)),
            map_opt(bare_minute, |minute| is_known.then_some((minute, 0, false))),
            map(not(bare_minute), |()| (0, 0, false)),
        ))
        .parse(input)
    }
}

// bare_minute = two digits, or tens: 三點十五, 三點零五
fn bare_minute(input: Cursor<'_>) -> Read<'_, u32> {
    let (rest, minute) = small(59)(input)?;
    let text = input.until(rest);
    let is_two = text.chars().count() == 2 || minute % 10 == 0 && minute > 0;
    let goes_on = rest.peek().is_some_and(|next| next.is_ascii_alphanumeric() || COUNTED.contains(next));
    if is_two && !goes_on && !text.starts_with(' ') { Ok((rest, minute)) } else { miss(input, "minutes") }
}

/// The hour of a second clock that goes with the first: 下午5時至6時, 上午11點到1點, 今晚8時至12時.
pub(crate) fn after(first: Clock, second: Clock) -> Clock {
    let is_halved = first.is_halved || first.hour <= 12 && second.hour <= first.hour;
    if second.is_halved || !is_halved || second.hour > 12 {
        return second;
    }
    let later = [0, 12, 24].map(|hours| Clock { hour: second.hour + hours, ..second });
    later.into_iter().find(|clock| clock.of_day() > first.of_day()).unwrap_or(second)
}

/// Whether a part of the day begins here, with which a word does not go on.
pub(super) fn begins_part(input: Cursor<'_>) -> bool {
    part_of_day(input)
        .is_ok_and(|(rest, _)| rest.at() > input.advance().at() || !is_cut(input, rest) && !begins_word(input))
}
