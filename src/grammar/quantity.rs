//! Quantities as they are written: `超過4萬余人次`, `新台幣300億元`, `20%至30%`, `三分之一`, `第十一批`.
//!
//! [`read`] is the left-factored reading: prefix, number, and then what follows decides. Imports the other parts of the
//! grammar, the lexicon, and the types that it builds.

use core::ops::Range;

use nom::Parser;
use nom::error::{ErrorKind, FromExternalError, ParseError};

use super::markers::{read_after, read_before};
use super::numeral::{self, Exact, Notation, Numeral, Spread, arabic, blanks, chinese, lift, scale};
use super::time;
use crate::error::GrammarError;
use crate::quantity::{Approx, Bound, Quantity, Role, Value};
use crate::time::TimeExpr;
use crate::unit::{Dimension, Entry, Lexicon, Unit};

/// What begins with a number.
#[derive(Clone, Debug)]
pub(crate) enum Expression {
    Quantity(Measured),
    /// A time that begins behind `start` bytes of approximator.
    Time(TimeExpr, usize),
}

/// A quantity with what the driver wants to know of its form.
#[derive(Clone, Debug)]
pub(crate) struct Measured {
    pub(crate) quantity: Quantity,
    /// Where the approximator stands, in bytes from the start.
    pub(crate) marker: Option<Range<usize>>,
    /// The numeral that it began with.
    pub(crate) numeral: Numeral,
    /// A currency word stood before the number.
    pub(crate) currency_word: bool,
}

/// What the words to the left say.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context {
    /// 從 or 由 stands before: 從8萬元到20萬元 is two quantities.
    pub(crate) from: bool,
}

/// Words that begin like a unit and are none: 3成為.
const NO_UNITS: &[&str] = &[
    "升至",
    "升到",
    "升級",
    "升级",
    "升值",
    "升幅",
    "升息",
    "升學",
    "升学",
    "升温",
    "升溫",
    "成為",
    "成为",
    "成立",
    "成功",
    "成果",
    "成本",
    "成分",
    "成交",
    "成長",
    "成长",
    "成都",
    "成員",
    "成员",
    "成績",
    "成绩",
    "回升",
    "回落",
    "回到",
    "回應",
    "回应",
    "回復",
    "回复",
    "折合",
    "折算",
    "折疊",
    "折叠",
    "對於",
    "對于",
    "對比",
    "對手",
    "对于",
    "对比",
    "对手",
    "針對",
    "针对",
    "處於",
    "處理",
    "处于",
    "处理",
    "步入",
    "面臨",
    "面积",
    "面積",
    "面對",
    "面对",
    "面临",
    "起火",
    "起訴",
    "起诉",
    "起來",
    "起来",
    "起飛",
    "起飞",
    "起步",
    "列入",
    "列為",
    "列为",
    "組成",
    "組織",
    "組建",
    "组成",
    "组织",
    "组建",
    "集中",
    "集團",
    "集团",
    "行業",
    "行业",
    "行動",
    "行动",
    "行駛",
    "行驶",
    "代表",
    "部署",
    "部分",
    "部門",
    "部门",
    "部長",
    "部长",
    "包括",
    "包含",
    "包機",
    "包机",
    "班子",
    "班級",
    "班级",
    "波動",
    "波动",
    "屆時",
    "届时",
    "支持",
    "支出",
    "分別",
    "分别",
    "分布",
    "分析",
    "分鐘",
    "分之",
    "期間",
    "期间",
    "級別",
    "级别",
    "項目",
    "项目",
    "場館",
    "场馆",
    "位置",
    "位於",
    "位于",
    "家庭",
    "家長",
    "家长",
    "名單",
    "名单",
    "人大",
    "人民",
    "人法",
    "國際",
    "國家",
    "国际",
    "国家",
    "天津",
    "天氣",
    "天气",
    "天文",
    "區域",
    "區間",
    "区域",
    "区间",
    "市場",
    "市场",
    "市民",
    "村民",
    "層面",
    "层面",
    "架構",
    "架构",
    "條件",
    "条件",
    "門檻",
    "门槛",
    "口岸",
    "手機",
    "手机",
    "手術",
    "手术",
    "車站",
    "车站",
    "輪胎",
    "轮胎",
    "隊員",
    "隊伍",
    "队员",
    "队伍",
    "點鐘",
    "点钟",
    "站點",
    "站点",
    "次數",
    "次数",
    "所有",
    "台北",
    "台灣",
    "台湾",
    "台中",
    "台南",
    "台風",
    "台风",
    "番茄",
    "番號",
    "番号",
    "個案",
    "个案",
    "月",
    "人民法",
    "人民政",
    "人民代",
    "年代",
];

/// A unit as it stands behind a number.
struct UnitRead {
    unit: Unit,
    end: usize,
    /// What it adds to the number, in its own unit: 半 of 兩年半.
    extra: Exact,
    odd: bool,
}

fn at(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or_default()
}

fn first(text: &str) -> Option<char> {
    text.chars().next()
}

const HALF: Exact = Exact::HALF;

/// Words that 個 makes units of when 半 or 多 stands between: 一個半小時, 兩個多月.
const AFTER_GE: &[(&str, &str)] = &[
    ("月", "個月"),
    ("小時", "小時"),
    ("小时", "小時"),
    ("鐘頭", "小時"),
    ("钟头", "小時"),
    ("星期", "週"),
    ("禮拜", "週"),
    ("礼拜", "週"),
    ("世紀", "世紀"),
    ("世纪", "世紀"),
    ("百分點", "個百分點"),
    ("百分点", "個百分點"),
];

/// The unit entry at the start of a text, unless the text goes on to make another word of it.
fn unit_entry<'l>(text: &str, lexicon: &'l Lexicon) -> Option<(&'l Entry, usize)> {
    let found = lexicon.entry(text)?;
    let longer = NO_UNITS.iter().any(|word| text.starts_with(word) && word.len() > found.1);
    (!longer).then_some(found)
}

/// Reads the unit behind a number that ends at `from`.
fn unit_after(text: &str, from: usize, lexicon: &Lexicon, numeral: &Numeral) -> Option<UnitRead> {
    let start = from + blanks(at(text, from));
    let rest = at(text, start);
    for (lead, extra, odd) in
        [("個半", HALF, false), ("个半", HALF, false), ("個多", Exact::ZERO, true), ("个多", Exact::ZERO, true)]
    {
        if let Some(tail) = rest.strip_prefix(lead) {
            if let Some((word, symbol)) = AFTER_GE.iter().find(|(word, _)| tail.starts_with(word)) {
                let unit = lexicon.get(symbol)?;
                return Some(UnitRead { unit, end: start + lead.len() + word.len(), extra, odd });
            }
        }
    }
    let Some((entry, length)) = unit_entry(rest, lexicon) else { return denominator(text, from) };
    // a unit of letters stands apart from words of letters
    let mut end = start + length;
    let mut unit = lexicon.unit(entry);
    let mut extra = Exact::ZERO;
    let mut odd = false;
    // 5億元人民幣, 300億元新台幣
    if unit.symbol() == "元" {
        if let Some((suffix, length)) = lexicon.entry(at(text, end)).filter(|(suffix, _)| names_currency(suffix)) {
            let code = lexicon.unit(suffix).code().map(|code| alloc::borrow::Cow::Owned(code.into()));
            unit.set_code(code);
            end += length;
        }
    }
    // 元/公斤, 公里每小時
    if let Some(per) = at(text, end).strip_prefix(['/', '／', '每']).and_then(|rest| Some((rest, lexicon.entry(rest)?)))
    {
        let (rest, (per, length)) = per;
        let letters = rest.starts_with(|c: char| c.is_ascii_digit());
        if !letters {
            end = text.len() - rest.len() + length;
            unit = unit.with_per(lexicon.unit(per));
        }
    }
    let tail = at(text, end);
    let dimension = unit.dimension();
    if tail.starts_with('半')
        && (matches!(dimension, Dimension::Duration | Dimension::Length | Dimension::Mass)
            || matches!(unit.symbol(), "成" | "倍" | "個"))
    {
        let next = tail.chars().nth(1);
        if !matches!(
            next,
            Some(
                '年' | '個'
                    | '个'
                    | '天'
                    | '日'
                    | '小'
                    | '月'
                    | '島'
                    | '岛'
                    | '導'
                    | '导'
                    | '價'
                    | '价'
                    | '數'
                    | '数'
            )
        ) {
            extra = HALF;
            end += '半'.len_utf8();
        }
    } else if unit.symbol() == "成" {
        // 兩成五
        let digit = tail
            .chars()
            .next()
            .and_then(|c| chinese(c).or_else(|| arabic(c)).filter(|d| *d > 0).map(|d| (d, c.len_utf8())));
        if let Some((digit, length)) = digit {
            let next = first(at(tail, length));
            let ends = next.is_none_or(|c| {
                scale(c).is_none()
                    && chinese(c).is_none()
                    && arabic(c).is_none()
                    && lexicon.entry(at(tail, length)).is_none()
            });
            if ends && numeral.spread == Spread::None {
                extra = Exact::tenths(digit);
                end += length;
            }
        }
    }
    if matches!(
        dimension,
        Dimension::Duration | Dimension::Length | Dimension::Mass | Dimension::Currency | Dimension::Ratio
    ) && !numeral.odd
    {
        if let Some(c) = first(at(text, end)).filter(|c| numeral::is_odd_mark(*c)) {
            let after = first(at(text, end + c.len_utf8()));
            let other_word = matches!(
                after,
                Some(
                    '次' | '個'
                        | '个'
                        | '名'
                        | '人'
                        | '種'
                        | '种'
                        | '家'
                        | '項'
                        | '项'
                        | '元'
                        | '樣'
                        | '样'
                        | '於'
                        | '于'
                        | '少'
                        | '數'
                        | '数'
                        | '位'
                        | '地'
                        | '方'
                )
            );
            let sure = c != '余' || dimension == Dimension::Duration;
            if !other_word && sure {
                odd = true;
                end += c.len_utf8();
            }
        }
    }
    Some(UnitRead { unit, end, extra, odd })
}

/// Whether a unit is a currency that says which one: 人民幣, 美元, not 元.
fn names_currency(entry: &Entry) -> bool {
    entry.dimension() == Dimension::Currency && !matches!(entry.symbol(), "元" | "角" | "分" | "仙" | "蚊")
}

/// `/千人口`: a number with a denominator alone.
fn denominator(text: &str, from: usize) -> Option<UnitRead> {
    let rest = at(text, from).strip_prefix(['/', '／'])?;
    let scales: usize = rest.chars().take(2).take_while(|c| scale(*c).is_some()).map(char::len_utf8).sum();
    let noun = ["人口", "人", "戶", "户"].into_iter().find(|noun| at(rest, scales).starts_with(noun))?;
    let end = text.len() - rest.len() + scales + noun.len();
    let traditional = |c: char| match c {
        '万' => '萬',
        '亿' => '億',
        '户' => '戶',
        c => c,
    };
    let per: alloc::string::String = rest.get(..scales + noun.len())?.chars().map(traditional).collect();
    let unit = Unit::new(alloc::format!("/{per}"), Dimension::Other).with_per(Unit::new(per, Dimension::People));
    Some(UnitRead { unit, end, extra: Exact::ZERO, odd: false })
}

/// Marks between the ends of a range.
const RANGE_MARKS: &[char] = &['至', '到', '—', '–', '-', '－', '~', '～', '―', '─', '〜'];

/// The length of a range mark with its blanks, and whether it is a word.
fn range_mark(text: &str) -> Option<usize> {
    let lead = blanks(text);
    let rest = at(text, lead);
    let mark = first(rest).filter(|c| RANGE_MARKS.contains(c))?;
    let mut length = mark.len_utf8();
    while first(at(rest, length)) == Some(mark) && length < 2 * mark.len_utf8() {
        length += mark.len_utf8();
    }
    let length = lead + length;
    let length = length + blanks(at(text, length));
    let next = first(at(text, length))?;
    let number = arabic(next).is_some()
        || chinese(next).is_some()
        || scale(next) == Some(1)
        || matches!(next, '幾' | '几' | '負' | '负' | '零' | '-' | '−' | '.');
    (number && !at(text, length).starts_with("零售")).then_some(length)
}

/// The length of 與 or 和 between two numbers, which make a range where 之間 follows.
fn between_mark(text: &str) -> Option<usize> {
    let mark = first(text).filter(|c| matches!(c, '與' | '与' | '和' | '跟'))?;
    let length = mark.len_utf8() + blanks(at(text, mark.len_utf8()));
    let next = first(at(text, length))?;
    (arabic(next).is_some() || chinese(next).is_some() || scale(next).is_some()).then_some(length)
}

/// The ends of a range share a scale where the first is smaller than the second's coefficient: 3至5萬.
fn share_scale(low: &Numeral, high: &Numeral) -> Option<i32> {
    if low.odd || low.spread != Spread::None {
        return None;
    }
    let power = if low.scaled() {
        if low.big > 0 || low.notation != Notation::Chinese {
            return None;
        }
        high.big
    } else if high.stack > 0 {
        high.stack
    } else {
        high.big
    };
    (power > 0 && low.low.shift(power).less(high.low)).then_some(power)
}

/// What stands before the number.
#[derive(Default)]
struct Prefix {
    approx: Option<Approx>,
    marker: Option<Range<usize>>,
    currency: Option<Unit>,
    end: usize,
}

fn prefix(text: &str, lexicon: &Lexicon) -> Prefix {
    let mut p = Prefix::default();
    for _ in 0..3 {
        let rest = at(text, p.end);
        if p.approx.is_none() {
            if let Some((approx, length)) = read_before(rest) {
                p.approx = Some(approx);
                p.marker = Some(p.end..p.end + length);
                p.end += length;
                p.end += blanks(at(text, p.end));
                continue;
            }
        }
        if p.currency.is_none() {
            if let Some((unit, length)) = currency_before(rest, lexicon) {
                p.currency = Some(unit);
                p.end += length;
                p.end += blanks(at(text, p.end));
                continue;
            }
        }
        break;
    }
    p
}

/// The currency word or sign that may stand before a number: 新台幣, US$, RM.
pub(crate) fn currency_before(text: &str, lexicon: &Lexicon) -> Option<(Unit, usize)> {
    let (entry, length) = lexicon.entry(text)?;
    let last = text.get(..length)?.chars().next_back()?;
    let before = matches!(last, '幣' | '币' | '金') || !('\u{3400}'..='\u{9FFF}').contains(&last);
    (before && entry.dimension() == Dimension::Currency && !matches!(entry.symbol(), "元" | "角"))
        .then(|| (lexicon.unit(entry), length))
}

/// Reads the expression at the start of a text, which may begin with an approximator or a currency word.
pub(crate) fn read(
    text: &str,
    lexicon: &Lexicon,
    context: Context,
) -> Result<Option<(Expression, usize)>, GrammarError> {
    let p = prefix(text, lexicon);
    let rest = at(text, p.end);
    let Some(c) = first(rest) else { return Ok(None) };
    match c {
        '第' => return ordinal(text, &p, lexicon),
        '首' if p.end == 0 => return Ok(first_of(text, lexicon)),
        '前' if p.end == 0 => return top(text, lexicon),
        '半' => return Ok(half(text, &p, lexicon)),
        _ => {}
    }
    if let Some(found) = percent_words(text, &p, lexicon)? {
        return Ok(Some(found));
    }
    let Some((numeral, length)) = numeral::read(rest, lexicon)? else { return Ok(None) };
    let next = first(at(rest, length + blanks(at(rest, length))));
    if p.currency.is_none() && (p.end == 0 || matches!(next, Some('年' | '月' | '時' | '时' | '點' | '点'))) {
        if let Some((time, length)) = time::from_numeral(rest, &numeral, length, lexicon) {
            return Ok(Some((Expression::Time(time, p.end), p.end + length)));
        }
    }
    let end = p.end + length;
    let mixed = next.is_some_and(|c| arabic(c).is_some()) && numeral.notation == Notation::Arabic;
    if next == Some('又')
        || mixed
        || at(text, end).starts_with(['/', '／'])
        || at(text, end + blanks(at(text, end))).starts_with('分')
    {
        if let Some(found) = fraction(text, &p, &numeral, end, lexicon)? {
            return Ok(Some(found));
        }
    }
    if numeral.notation == Notation::Chinese
        && numeral.low == Exact::ONE
        && at(text, end).starts_with('半')
        && p.currency.is_none()
    {
        let next = first(at(text, end + 3));
        if !matches!(next, Some('點' | '点' | '會' | '会' | '天' | '個' | '个')) {
            return Ok(Some(build_ratio(&p, 1, 2, numeral, end + '半'.len_utf8(), text)));
        }
    }
    if let Some(found) = compound(text, &p, &numeral, end, lexicon)? {
        return Ok(Some(found));
    }
    measured(text, p, numeral, end, lexicon, context)
}

/// A number, or a range of two, with its unit.
fn measured(
    text: &str,
    p: Prefix,
    numeral: Numeral,
    end: usize,
    lexicon: &Lexicon,
    context: Context,
) -> Result<Option<(Expression, usize)>, GrammarError> {
    let unit = unit_after(text, end, lexicon, &numeral);
    let number_end = unit.as_ref().map_or(end, |u| u.end);
    if numeral.spread == Spread::None && !(context.from && unit.is_some()) {
        if let Some(found) = range(text, &p, &numeral, unit.as_ref(), number_end, lexicon)? {
            return Ok(Some(found));
        }
    }
    // 數 alone is a number only before a unit
    if numeral.spread == Spread::Several && numeral.digits > 0 && unit.is_none() {
        return Ok(None);
    }
    finish(text, p, numeral, unit, end)
}

/// The second end of a range, and its unit.
fn range(
    text: &str,
    p: &Prefix,
    low: &Numeral,
    unit: Option<&UnitRead>,
    from: usize,
    lexicon: &Lexicon,
) -> Result<Option<(Expression, usize)>, GrammarError> {
    if unit.is_some_and(|u| u.odd) {
        return Ok(None);
    }
    let pair = unit.is_none().then(|| neighbours(text, from, low, lexicon)).flatten();
    let mark = range_mark(at(text, from));
    let between = between_mark(at(text, from));
    let start = match (pair, mark.or(between)) {
        (Some(start), _) => start,
        (None, Some(length)) => from + length,
        _ => return Ok(None),
    };
    // 新台幣3億至新台幣5億
    let skip =
        currency_before(at(text, start), lexicon).filter(|_| p.currency.is_some()).map_or(0, |(_, length)| length);
    let start = start + skip;
    let Some((high, length)) = numeral::read(at(text, start), lexicon)? else { return Ok(None) };
    let end = start + length;
    if high.spread != Spread::None {
        return Ok(None);
    }
    let second = unit_after(text, end, lexicon, &high);
    match (unit, &second) {
        (Some(a), Some(b)) if a.unit.symbol() != b.unit.symbol() => return Ok(None),
        (Some(_), None) => return Ok(None),
        _ => {}
    }
    let tail = at(text, second.as_ref().map_or(end, |u| u.end));
    // 3與5元 is no range, 3與5元之間 is
    if pair.is_none() && mark.is_none() && !tail.trim_start().starts_with(['之', '間', '间']) {
        return Ok(None);
    }
    // 010-8832-1234: more numbers follow
    if second.is_none() && tail.starts_with(['-', '/', ':']) {
        return Ok(None);
    }
    let mut low = *low;
    if unit.is_none() {
        if let Some(power) = share_scale(&low, &high) {
            low.low = low.low.shift(power);
        }
    }
    if low.odd {
        return Ok(None);
    }
    let ordered = match (low.negative, high.negative) {
        (false, false) => low.low.less(high.low),
        (true, true) => high.low.less(low.low),
        (true, false) => true,
        (false, true) => false,
    };
    if !ordered {
        return Ok(None);
    }
    let after = second.as_ref().map_or(end, |u| u.end);
    let (marker_after, after) = marker_after(text, after);
    let mut quantity = Quantity { approx: Approx::Range, ..Quantity::default() };
    let value = |n: &Numeral| n.low.decimal(n.negative).map(Value::from);
    quantity.lower = Some(Bound::inclusive(value(&low)?));
    let high_value = value(&high)?;
    quantity.upper = Some(if high.odd {
        Bound::exclusive(Value::from(high.low.plus(high.low.step())?.decimal(high.negative)?))
    } else {
        Bound::inclusive(high_value)
    });
    if let Some(approx) = p.approx.or(marker_after.clone().map(|(approx, _)| approx)) {
        quantity.approx = approx;
    }
    let marker = p.marker.clone().or(marker_after.map(|(_, range)| range));
    Ok(Some(assemble(quantity, p, second.map(|u| u.unit), marker, low, after)))
}

/// `1、2根`: two neighbouring numbers are a range. Where the second begins.
fn neighbours(text: &str, from: usize, low: &Numeral, lexicon: &Lexicon) -> Option<usize> {
    let n = low.plain().filter(|n| *n < 10)?;
    let rest = at(text, from).strip_prefix('、')?;
    let (high, length) = numeral::read(rest, lexicon).ok()??;
    let unit = unit_after(rest, length, lexicon, &high)?;
    (high.plain() == Some(n + 1) && high.notation == low.notation && unit.extra.is_zero())
        .then_some(from + '、'.len_utf8())
}

/// The marker behind a unit, with its range, and where the text goes on.
fn marker_after(text: &str, from: usize) -> (Option<(Approx, Range<usize>)>, usize) {
    match read_after(at(text, from)) {
        Some((approx, length)) => (Some((approx, from..from + length)), from + length),
        None => (None, from),
    }
}

/// Puts number, unit and markers together.
fn finish(
    text: &str,
    p: Prefix,
    numeral: Numeral,
    unit: Option<UnitRead>,
    end: usize,
) -> Result<Option<(Expression, usize)>, GrammarError> {
    let end = unit.as_ref().map_or(end, |u| u.end);
    let extra = unit.as_ref().map_or(Exact::ZERO, |u| u.extra);
    let odd = numeral.odd || unit.as_ref().is_some_and(|u| u.odd);
    let mut low = numeral.low.plus(extra)?;
    let mut high = numeral.high.plus(extra)?;
    // 八五折 is 8.5折
    if unit.as_ref().is_some_and(|u| u.unit.symbol() == "折")
        && numeral.digits == 2
        && !numeral.point
        && !low.less(Exact::TEN)
    {
        (low, high) = (low.shift(-1), high.shift(-1));
    }
    let (after, end) = marker_after(text, end);
    let marked = p.approx.or(after.clone().map(|(approx, _)| approx));
    let marker = p.marker.clone().or(after.map(|(_, range)| range));
    let mut quantity = Quantity::default();
    if numeral.spread == Spread::None {
        bounds(&mut quantity, low, numeral.negative, odd, marked)?;
    } else {
        let inclusive = numeral.spread == Spread::Adjacent;
        let ends = [low.decimal(numeral.negative)?, high.decimal(numeral.negative)?].map(Value::from);
        let [first, second] = ends;
        quantity.lower = Some(Bound::inclusive(first));
        quantity.upper = Some(Bound { value: second, inclusive });
        quantity.approx = marked.unwrap_or(if inclusive { Approx::Range } else { Approx::Several });
    }
    let unit = unit.map(|u| u.unit);
    Ok(Some(assemble(quantity, &p, unit, marker, numeral, end)))
}

/// Value, bounds and approximator of one number.
fn bounds(
    quantity: &mut Quantity,
    n: Exact,
    negative: bool,
    odd: bool,
    marked: Option<Approx>,
) -> Result<(), GrammarError> {
    let value = Value::from(n.decimal(negative)?);
    quantity.value = Some(value);
    quantity.approx = marked.unwrap_or(if odd { Approx::Odd } else { Approx::Exact });
    let (inclusive, exclusive) = (Some(Bound::inclusive(value)), Some(Bound::exclusive(value)));
    (quantity.lower, quantity.upper) = match quantity.approx {
        Approx::Exact => (inclusive, inclusive),
        Approx::Near | Approx::Under => (None, exclusive),
        Approx::Over => (exclusive, None),
        Approx::AtLeast => (inclusive, None),
        Approx::AtMost => (None, inclusive),
        _ => (None, None),
    };
    if odd {
        let next = Some(Bound::exclusive(Value::from(n.plus(n.step())?.decimal(negative)?)));
        let (near, far) = if negative {
            (&mut quantity.upper, &mut quantity.lower)
        } else {
            (&mut quantity.lower, &mut quantity.upper)
        };
        match quantity.approx {
            Approx::Odd | Approx::About | Approx::AtLeast => (*near, *far) = (inclusive, next),
            Approx::Over => (*near, *far) = (exclusive, next),
            // 近20多萬 and 不足20多萬 cannot both hold: the digits win
            _ => (*near, *far) = (inclusive, next),
        }
    }
    Ok(())
}

/// Gives the quantity its unit, currency and role.
fn assemble(
    mut quantity: Quantity,
    p: &Prefix,
    unit: Option<Unit>,
    marker: Option<Range<usize>>,
    numeral: Numeral,
    end: usize,
) -> (Expression, usize) {
    let unit = match (unit, &p.currency) {
        (Some(mut unit), Some(currency)) => {
            if matches!(unit.symbol(), "元" | "角" | "分") || unit.symbol() == currency.symbol() {
                unit.set_code(currency.code().map(|code| alloc::borrow::Cow::Owned(code.into())));
            }
            Some(unit)
        }
        (None, Some(currency)) => Some(currency.clone()),
        (unit, None) => unit,
    };
    if let Some(unit) = &unit {
        quantity.role = Role::of_unit(unit.symbol());
    }
    quantity.unit = unit;
    (Expression::Quantity(Measured { quantity, marker, numeral, currency_word: p.currency.is_some() }), end)
}

/// 第四屆, 第3位, 第四.
fn ordinal(text: &str, p: &Prefix, lexicon: &Lexicon) -> Result<Option<(Expression, usize)>, GrammarError> {
    if p.end == 0 {
        if let Some((time, length)) = time::from_word(text, lexicon) {
            return Ok(Some((Expression::Time(time, 0), length)));
        }
    }
    let start = p.end + '第'.len_utf8();
    let start = start + blanks(at(text, start));
    let Some((numeral, length)) = numeral::read(at(text, start), lexicon)? else { return Ok(None) };
    if numeral.spread == Spread::Several || numeral.negative {
        return Ok(None);
    }
    let unit = unit_after(text, start + length, lexicon, &numeral).filter(|u| u.extra.is_zero() && !u.odd);
    let end = unit.as_ref().map_or(start + length, |u| u.end);
    let mut quantity = Quantity::default();
    let plain = Prefix { approx: None, marker: None, currency: None, end: 0 };
    bounds(&mut quantity, numeral.low, false, numeral.odd, p.approx)?;
    let (expression, end) = assemble(quantity, &plain, unit.map(|u| u.unit), p.marker.clone(), numeral, end);
    Ok(Some((with_role(expression, Role::Ordinal), end)))
}

fn with_role(mut expression: Expression, role: Role) -> Expression {
    if let Expression::Quantity(measured) = &mut expression {
        measured.quantity.role = role;
    }
    expression
}

/// 首個, 首批: the first.
fn first_of(text: &str, lexicon: &Lexicon) -> Option<(Expression, usize)> {
    if let Some((time, length)) = time::from_word(text, lexicon) {
        return Some((Expression::Time(time, 0), length));
    }
    let start = '首'.len_utf8();
    let (entry, length) = unit_entry(at(text, start), lexicon)?;
    if !matches!(entry.dimension(), Dimension::Items | Dimension::People | Dimension::Households) {
        return None;
    }
    let quantity =
        Quantity { role: Role::Ordinal, ..Quantity::exact(rust_decimal::Decimal::ONE, Some(lexicon.unit(entry))) };
    let numeral =
        Numeral { digits: 1, notation: Notation::Chinese, low: Exact::ONE, high: Exact::ONE, ..Numeral::default() };
    let measured = Measured { quantity, marker: None, numeral, currency_word: false };
    Some((Expression::Quantity(measured), start + length))
}

/// 前三名: the places from 1 to 3.
fn top(text: &str, lexicon: &Lexicon) -> Result<Option<(Expression, usize)>, GrammarError> {
    if let Some((time, length)) = time::from_word(text, lexicon) {
        return Ok(Some((Expression::Time(time, 0), length)));
    }
    let start = '前'.len_utf8();
    let start = start + blanks(at(text, start));
    let Some((numeral, length)) = numeral::read(at(text, start), lexicon)? else { return Ok(None) };
    let Some(unit) = unit_after(text, start + length, lexicon, &numeral) else { return Ok(None) };
    if !matches!(unit.unit.symbol(), "名" | "位" | "家" | "隊" | "強") || numeral.spread != Spread::None {
        return Ok(None);
    }
    let quantity = Quantity {
        lower: Some(Bound::inclusive(Value::from(rust_decimal::Decimal::ONE))),
        upper: Some(Bound::inclusive(Value::from(numeral.low.decimal(false)?))),
        role: Role::Ordinal,
        unit: Some(unit.unit),
        ..Quantity::default()
    };
    let measured = Measured { quantity, marker: None, numeral, currency_word: false };
    Ok(Some((Expression::Quantity(measured), unit.end)))
}

/// 半年, 半個月, 半小時.
fn half(text: &str, p: &Prefix, lexicon: &Lexicon) -> Option<(Expression, usize)> {
    let start = p.end + '半'.len_utf8();
    let (entry, length) = unit_entry(at(text, start), lexicon)?;
    if !matches!(
        entry.dimension(),
        Dimension::Duration | Dimension::Length | Dimension::Mass | Dimension::Area | Dimension::Volume
    ) {
        return None;
    }
    let unit = UnitRead { unit: lexicon.unit(entry), end: start + length, extra: Exact::ZERO, odd: false };
    let numeral =
        Numeral { low: HALF, high: HALF, digits: 1, point: true, notation: Notation::Chinese, ..Numeral::default() };
    let p = Prefix { approx: p.approx, marker: p.marker.clone(), currency: None, end: p.end };
    let end = unit.end;
    let odd_follows = first(at(text, end)).is_some_and(numeral::is_odd_mark);
    let mut numeral = numeral;
    numeral.odd = odd_follows;
    let unit =
        UnitRead { end: if odd_follows { end + first(at(text, end)).map_or(0, char::len_utf8) } else { end }, ..unit };
    finish(text, p, numeral, Some(unit), end).ok().flatten()
}

/// 百分之十, 千分之三.
fn percent_words(text: &str, p: &Prefix, lexicon: &Lexicon) -> Result<Option<(Expression, usize)>, GrammarError> {
    let mut rest = at(text, p.end);
    let mut negative = false;
    if let Some(tail) = rest.strip_prefix(['負', '负', '-', '−', '－']) {
        rest = tail;
        negative = true;
    }
    let symbol = match first(rest) {
        Some('百') => "%",
        Some('千') => "‰",
        Some('萬' | '万') => "‱",
        _ => return Ok(None),
    };
    let Some(mut length) = first(rest).map(char::len_utf8) else { return Ok(None) };
    for c in ['分', '之'] {
        length += blanks(at(rest, length));
        if first(at(rest, length)) != Some(c) {
            return Ok(None);
        }
        length += c.len_utf8();
    }
    let start = text.len() - rest.len() + length;
    let start = start + blanks(at(text, start));
    // 百分之百
    let tail = at(text, start);
    let read = if tail.starts_with(['百', '佰'])
        && !tail.chars().nth(1).is_some_and(|c| chinese(c).is_some() || scale(c).is_some())
    {
        Some((
            Numeral { low: Exact::HUNDRED, high: Exact::HUNDRED, notation: Notation::Chinese, ..Numeral::default() },
            '百'.len_utf8(),
        ))
    } else {
        numeral::read(tail, lexicon)?
    };
    let Some((mut numeral, length)) = read else { return Ok(None) };
    numeral.negative |= negative;
    let unit = lexicon.get(symbol).unwrap_or_else(|| Unit::new(symbol, Dimension::Ratio));
    let mut end = start + length;
    if numeral.spread == Spread::None {
        // 百分之二十至三十, 百分之二十至百分之三十
        if let Some(mark) = range_mark(at(text, end)) {
            let again = at(text, end + mark);
            let lead = ["百分之", "千分之"].iter().find(|word| again.starts_with(**word)).map_or(0, |word| word.len());
            if let Some((high, length)) = numeral::read(at(again, lead), lexicon)? {
                if high.spread == Spread::None && numeral.low.less(high.low) {
                    let last = end + mark + lead + length;
                    let quantity = Quantity {
                        lower: Some(Bound::inclusive(Value::from(numeral.low.decimal(numeral.negative)?))),
                        upper: Some(Bound::inclusive(Value::from(high.low.decimal(high.negative)?))),
                        approx: p.approx.unwrap_or(Approx::Range),
                        ..Quantity::default()
                    };
                    return Ok(Some(assemble(quantity, p, Some(unit), p.marker.clone(), numeral, last)));
                }
            }
        }
    }
    let unit = UnitRead { unit, end, extra: Exact::ZERO, odd: false };
    end = unit.end;
    let p = Prefix { approx: p.approx, marker: p.marker.clone(), currency: None, end: p.end };
    finish(text, p, numeral, Some(unit), end)
}

/// 三分之一, 1/3, 5又2分之1.
fn fraction(
    text: &str,
    p: &Prefix,
    first_read: &Numeral,
    end: usize,
    lexicon: &Lexicon,
) -> Result<Option<(Expression, usize)>, GrammarError> {
    let number = |n: &Numeral| if n.spread == Spread::None && !n.odd { n.low.integer() } else { None };
    let mut whole = 0;
    let mut numeral = *first_read;
    let mut end = end;
    let skip = blanks(at(text, end));
    if let Some(rest) = at(text, end + skip).strip_prefix('又') {
        let Some(n) = number(&numeral) else { return Ok(None) };
        let Some((second, length)) = numeral::read(rest, lexicon)? else { return Ok(None) };
        whole = n;
        numeral = second;
        end = text.len() - rest.len() + length;
    }
    // 1 1/2
    let mut look = end + skip;
    if skip > 0 && whole == 0 && numeral.notation == Notation::Arabic {
        if let Some((second, length)) =
            numeral::read(at(text, look), lexicon)?.filter(|(n, _)| n.notation == Notation::Arabic && n.digits > 0)
        {
            look += length;
            if let (Some(n), true) = (number(&numeral), at(text, look).starts_with(['/', '／'])) {
                whole = n;
                numeral = second;
                end = look;
            }
        }
    }
    let Some(left) = number(&numeral) else { return Ok(None) };
    let mut tail = end + blanks(at(text, end));
    let spoken = first(at(text, tail)) == Some('分');
    if spoken {
        tail += '分'.len_utf8();
        tail += blanks(at(text, tail));
        if first(at(text, tail)) != Some('之') {
            return Ok(None);
        }
        tail += '之'.len_utf8();
        tail += blanks(at(text, tail));
    } else if at(text, end).starts_with(['/', '／']) && numeral.digits > 0 && !numeral.point {
        tail = end + first(at(text, end)).map_or(0, char::len_utf8);
    } else {
        return Ok(None);
    }
    let Some((second, length)) = numeral::read(at(text, tail), lexicon)? else { return Ok(None) };
    let last = tail + length;
    let (top, bottom) = if spoken {
        // 五百分之2.2: no fraction of whole numbers
        let Some(top) = number(&second) else { return Ok(None) };
        (top, left)
    } else {
        let after = first(at(text, last));
        let glued =
            after.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '年' | '月' | '日' | '次'));
        let Some(bottom) = number(&second).filter(|n| *n >= 2 && second.digits > 0 && !second.negative) else {
            return Ok(None);
        };
        if glued || numeral.digits > 4 || second.digits > 4 || second.notation != Notation::Arabic {
            return Ok(None);
        }
        (left, bottom)
    };
    if bottom == 0 {
        return Err(GrammarError::ZeroDenominator);
    }
    let top = bottom.checked_mul(whole).and_then(|n| n.checked_add(top)).and_then(|n| i64::try_from(n).ok());
    let Some(top) = top else { return Ok(None) };
    let top = if first_read.negative { -top } else { top };
    Ok(Some(build_ratio(p, top, bottom, numeral, last, text)))
}

fn build_ratio(p: &Prefix, top: i64, bottom: u64, numeral: Numeral, end: usize, text: &str) -> (Expression, usize) {
    let (after, end) = marker_after(text, end);
    let approx = p.approx.or(after.clone().map(|(approx, _)| approx)).unwrap_or_default();
    let mut quantity = Quantity { approx, ..Quantity::default() };
    if let Some(value) = Value::ratio(top, bottom) {
        quantity.value = Some(value);
        let (inclusive, exclusive) = (Some(Bound::inclusive(value)), Some(Bound::exclusive(value)));
        (quantity.lower, quantity.upper) = match approx {
            Approx::Exact => (inclusive, inclusive),
            Approx::Near | Approx::Under => (None, exclusive),
            Approx::Over => (exclusive, None),
            Approx::AtLeast => (inclusive, None),
            Approx::AtMost => (None, inclusive),
            _ => (None, None),
        };
    }
    let marker = p.marker.clone().or(after.map(|(_, range)| range));
    let plain = Prefix { approx: None, marker: None, currency: None, end: 0 };
    let (expression, end) = assemble(quantity, &plain, None, marker, numeral, end);
    (with_role(expression, Role::Fraction), end)
}

/// 3分27秒95, 1小時30分, 5元6角, 二斤三兩.
fn compound(
    text: &str,
    p: &Prefix,
    numeral: &Numeral,
    end: usize,
    lexicon: &Lexicon,
) -> Result<Option<(Expression, usize)>, GrammarError> {
    if numeral.spread != Spread::None || numeral.odd {
        return Ok(None);
    }
    let seconds = clock_duration(text, numeral, end, lexicon)?;
    let (sum, unit, end) = match seconds {
        Some((sum, end)) => (sum, lexicon.get("秒").unwrap_or_else(|| Unit::new("秒", Dimension::Duration)), end),
        None => match parts(text, numeral, end, lexicon)? {
            Some(found) => found,
            None => return Ok(None),
        },
    };
    let read = UnitRead { unit, end, extra: Exact::ZERO, odd: false };
    let numeral = Numeral { low: sum, high: sum, ..*numeral };
    let p = Prefix { approx: p.approx, marker: p.marker.clone(), currency: p.currency.clone(), end: p.end };
    finish(text, p, numeral, Some(read), end)
}

/// The seconds of 3分27秒95; `None` where there is but one part.
fn clock_duration(
    text: &str,
    numeral: &Numeral,
    end: usize,
    lexicon: &Lexicon,
) -> Result<Option<(Exact, usize)>, GrammarError> {
    let words: &[(&str, u32)] = &[
        ("小時", 3600),
        ("小时", 3600),
        ("個小時", 3600),
        ("个小时", 3600),
        ("分鐘", 60),
        ("分钟", 60),
        ("分", 60),
        ("秒", 1),
    ];
    let mut sum = Exact::ZERO;
    let mut n = *numeral;
    let mut at_end = end;
    let mut last = u32::MAX;
    let mut count = 0;
    loop {
        let Some((word, seconds)) =
            words.iter().find(|(word, seconds)| at(text, at_end).starts_with(word) && *seconds < last)
        else {
            break;
        };
        let rest = at(text, at_end + word.len());
        sum = sum.plus(n.low.times(*seconds)?)?;
        at_end += word.len();
        last = *seconds;
        count += 1;
        if last == 1 {
            // hundredths behind the seconds
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let ends = at(rest, digits)
                .chars()
                .next()
                .is_none_or(|c| !matches!(c, '.' | '%' | '％' | ',') && scale(c).is_none());
            if (1..=3).contains(&digits) && ends && !n.point {
                let Some((hundredths, _)) = numeral::read(rest.get(..digits).unwrap_or_default(), lexicon)? else {
                    break;
                };
                sum = sum.plus(hundredths.low.shift(-i32::try_from(digits).unwrap_or(0)))?;
                at_end += digits;
                count += 1;
            }
            break;
        }
        match numeral::read(rest, lexicon)? {
            Some((next, length))
                if next.spread == Spread::None
                    && !next.odd
                    && (next.digits > 0 || next.low.small().is_some_and(|n| n < 60)) =>
            {
                let follows = words.iter().any(|(word, seconds)| at(rest, length).starts_with(word) && *seconds < last);
                if !follows {
                    break;
                }
                at_end += length;
                n = next;
            }
            _ => break,
        }
    }
    Ok((count > 1).then_some((sum, at_end)))
}

/// The sum of 5元6角 or 二斤三兩 in its first unit.
fn parts(
    text: &str,
    numeral: &Numeral,
    end: usize,
    lexicon: &Lexicon,
) -> Result<Option<(Exact, Unit, usize)>, GrammarError> {
    let Some((entry, length)) = lexicon.entry(at(text, end)) else { return Ok(None) };
    if !matches!(entry.dimension(), Dimension::Currency | Dimension::Mass | Dimension::Length) {
        return Ok(None);
    }
    let unit = lexicon.unit(entry);
    let Some(factor) = unit.factor() else { return Ok(None) };
    let money = entry.dimension() == Dimension::Currency;
    if money && !matches!(unit.symbol(), "元" | "角") {
        return Ok(None);
    }
    let mut sum = numeral.low;
    let mut end = end + length;
    let mut found = false;
    let mut last = (factor.numerator(), factor.denominator());
    for _ in 0..2 {
        let rest = at(text, end);
        if !first(rest).is_some_and(|c| arabic(c).is_some() || chinese(c).is_some()) {
            break;
        }
        let Some((next, length)) = numeral::read(rest, lexicon)? else { break };
        if next.digits == 0 || next.spread != Spread::None || next.odd {
            break;
        }
        let tail = at(rest, length);
        let cents = money && tail.starts_with('分');
        let (small, width) = if cents {
            let word = ["分錢", "分钱", "分"].into_iter().find(|word| tail.starts_with(word)).unwrap_or("分");
            ((1, 100), word.len())
        } else {
            let Some((entry, width)) = lexicon.entry(tail).filter(|(e, _)| e.dimension() == unit.dimension()) else {
                break;
            };
            if money && entry.symbol() != "角" {
                break;
            }
            let Some(factor) = lexicon.unit(entry).factor() else { break };
            ((factor.numerator(), factor.denominator()), width)
        };
        // the ratio of the two units, which must be a smaller unit and come out as a decimal
        let smaller = u128::from(small.0) * u128::from(last.1) < u128::from(last.0) * u128::from(small.1);
        let ratio = u64::try_from(u128::from(small.0) * u128::from(factor.denominator())).ok();
        let over = u64::try_from(u128::from(small.1) * u128::from(factor.numerator())).ok();
        let share =
            ratio.zip(over).and_then(|(a, b)| Value::ratio(i64::try_from(a).ok()?, b)).and_then(|v| v.as_decimal());
        let Some(share) = share.filter(|_| smaller) else { break };
        sum = sum.plus(next.low.scaled_by(share)?)?;
        last = small;
        end += length + width;
        found = true;
    }
    Ok(found.then_some((sum, unit, end)))
}

/// A unit or classifier.
///
/// `人次的` is 人次, longest first; `的` is an error.
///
/// # Errors
///
/// A recoverable error where none begins.
pub fn unit<'t, E: ParseError<&'t str>>(lexicon: &Lexicon) -> impl Parser<&'t str, Output = Unit, Error = E> {
    move |input: &'t str| {
        super::word(input, lexicon.entry(input).map(|(entry, length)| (lexicon.unit(entry), length)), ErrorKind::Tag)
    }
}

/// A quantity: an amount, a share, a range, a fraction, a place in an order.
///
/// ```text
/// quantity = [approximator] [currency] number [unit] [trailing]
///          | [approximator] (第 number | 首) [unit] | 前 number unit
/// number   = numeral | numeral range numeral | 百分之 numeral | numeral 分之 numeral
/// ```
///
/// `超過4萬余人次` is 40,000 人次, over; `三成` is 3 成; `2023年` is a time, so an error here.
///
/// ```
/// use wanyi::{Lexicon, Role, grammar};
/// use nom::Parser;
///
/// let lexicon = Lexicon::default();
/// let (rest, share) = grammar::quantity::<nom::error::Error<&str>>(&lexicon).parse("百分之二十五，")?;
/// assert_eq!((rest, share.role, share.decimal()), ("，", Role::Percent, Some(25.into())));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// A recoverable error where no quantity begins; `nom::Err::Failure` with a [`GrammarError`] where its number has no
/// exact value.
pub fn quantity<'t, E>(lexicon: &Lexicon) -> impl Parser<&'t str, Output = Quantity, Error = E>
where
    E: ParseError<&'t str> + FromExternalError<&'t str, GrammarError>,
{
    move |input: &'t str| {
        lift(
            input,
            read(input, lexicon, Context::default()).map(|found| match found {
                Some((Expression::Quantity(measured), length)) => Some((measured.quantity, length)),
                _ => None,
            }),
        )
    }
}
