//! A number with its unit, its scale in letters, and its markers: 超過4萬余人次, US$5 million, 500+, 18歲（含）以上.

use alloc::borrow::Cow;
use core::ops::Range;

use rust_decimal::Decimal;

use super::unit::{UnitRead, per, unit_after};
use super::{Context, Expression, Measured, Prefix, compound, range};
use crate::any_of::{WordSet, any_of};
use crate::chars::{is_digit, is_of_number, one_of};
use crate::claims::words::Cue;
use crate::error::GrammarError;
use crate::general;
use crate::grammar::exact::Exact;
use crate::grammar::markers;
use crate::grammar::numeral::{self, Notation, Numeral, Spread};
use crate::grammar::terminal::{Read, exact, maybe, miss, sign, word};
use crate::lexer::{Cursor, Token};
use crate::quantity::{Approx, Bound, Quantity, Role, Value};
use crate::unit::{Dimension, Entry, Traits, Unit};
use crate::vocabulary::{CUES, PRICED};

/// An approximator and where it stands.
type Marker = Option<(Approx, Range<usize>)>;

// amount = numeral [letters] [來] [unit] [compound | range] [trailing]
pub(super) fn amount<'t>(
    number: Cursor<'t>,
    rest: Cursor<'t>,
    mut before: Prefix,
    mut numeral: Numeral,
    context: Context,
) -> Read<'t, Expression> {
    let rest = scaled(rest, &before, &mut numeral, context);
    let rest = about(rest, &numeral, &mut before);
    let rest = plus(rest, &numeral, &mut before);
    let unit = maybe(unit_after(rest, &numeral))?.filter(|(_, read)| fits(number, rest, &before, read));
    if let Some(side) = if unit.is_none() { side(rest).or_else(|| tolerated(rest)) } else { None } {
        return finish(rest, &before, numeral, Some(UnitRead::of(side)));
    }
    if unit.as_ref().is_some_and(|(_, read)| read.about) && before.approx.is_none() {
        let mark = rest.advance();
        (before.approx, before.marker) = (Some(Approx::About), Some(mark.at()..mark.advance().at()));
    }
    let after = unit.as_ref().map_or(rest, |(end, _)| *end);
    let after = if unit.is_none() { with_rest(after, &mut numeral) } else { after };
    // a number after the unit may belong to it: 5元6角
    let goes_on =
        |token: Token| token.digit().is_some() || token.hanzi().is_some() || matches!(token.c, '十' | '又' | '零');
    // 2 小時 15 分
    let lasts = unit.as_ref().is_some_and(|(_, read)| read.unit.dimension() == Dimension::Duration);
    // 1 米 75
    let is_printed = rest.token().is_some_and(Token::is_blank);
    let next = if lasts || is_printed { after.skip_blanks() } else { after };
    let are_years = unit.as_ref().is_some_and(|(_, read)| read.unit.symbol() == "年");
    if are_years || unit.is_some() && next.token().is_some_and(goes_on) {
        if let Some(found) = maybe(compound::compound(rest, &before, &numeral, context.change))? {
            return Ok(found);
        }
    }
    let is_apart = is_apart(number, after, &numeral, unit.as_ref().map(|(_, read)| read), context);
    // 售價由248元至2980元不等 spreads
    let spreads = |rest: Cursor<'_>| any_of!["不等", "之间", "之谱"].begins(rest.rest()) || is_moved(rest);
    if numeral.spread == Spread::None && (!is_apart || context.from) {
        let read = unit.as_ref().map(|(_, read)| read);
        let found = maybe(range::range(after, &before, &numeral, read, context))?;
        let leaps = |range: &Expression| context.change && context.rated && is_leap(range);
        if let Some(found) = found.filter(|(rest, range)| spreads(*rest) || !is_apart && !leaps(range)) {
            return Ok(found);
        }
    }
    let named = unit.as_ref().map(|(_, read)| read);
    if let Some(found) =
        wide_range(after, &before, &numeral, named).filter(|(rest, _)| spreads(*rest) || !is_apart && !context.change)
    {
        return Ok(found);
    }
    // 數 alone is a number only before a unit
    if numeral.spread == Spread::Several && numeral.digits > 0 && unit.is_none() {
        return miss(number, "a number");
    }
    match price(after, &before).filter(|_| unit.is_none()) {
        Some((rest, price)) => finish(rest, &before, numeral, Some(UnitRead::of(price))),
        None => finish(after, &before, numeral, unit.map(|(_, read)| read)),
    }
}

/// The currency before a number with the denominator after it: ¥3.50/斤.
fn price<'t>(input: Cursor<'t>, before: &Prefix) -> Option<(Cursor<'t>, Unit)> {
    let mut price = before.currency.clone().filter(|_| input.peek() == Some('/'))?;
    let rest = per(input, &mut price);
    price.is_rate().then_some((rest, price))
}

/// The unit of a length or width that is told with the next side: the metres of 5 in 5×8米; not of 4×100米接力.
fn side(input: Cursor<'_>) -> Option<Unit> {
    let mut rest = input;
    for _ in 0..2 {
        let (after, _) = sign(&['×', 'x', 'X', '*'], "a sign of sides")(rest.skip_blanks()).ok()?;
        let (end, next) = numeral::read(after.skip_blanks()).ok()?;
        if next.spread != Spread::None || next.notation != Notation::Arabic {
            return None;
        }
        if let Ok((last, read)) = unit_after(end, &next) {
            let ends = last.peek().is_none_or(|c| !c.is_alphanumeric() || one_of!("的大见规左").contains(c));
            let is_side = read.is_plain() && read.unit.dimension() == Dimension::Length && read.unit.per().is_none();
            return (is_side && ends).then_some(read.unit);
        }
        rest = end;
    }
    None
}

/// The unit of a value that is told with what it may be off by: the degrees of 25 in 25±2℃.
fn tolerated(input: Cursor<'_>) -> Option<Unit> {
    let (start, _) = sign(&['±'], "a sign of tolerance")(input.skip_blanks()).ok()?;
    let (rest, by) = numeral::read(start.skip_blanks()).ok()?;
    let (_, read) = unit_after(rest, &by).ok()?;
    (by.spread == Spread::None && read.is_plain()).then_some(read.unit)
}

/// The 有餘 after a number that nothing is counted with: 三千有餘, 二十萬有多.
fn with_rest<'t>(input: Cursor<'t>, numeral: &mut Numeral) -> Cursor<'t> {
    let is_plain = numeral.scaled() && numeral.spread == Spread::None && !numeral.odd;
    match word(any_of!["有余", "有多"])(input) {
        Ok((rest, _)) if is_plain && rest.peek().is_none_or(|c| !c.is_alphanumeric()) => {
            numeral.odd = true;
            rest
        }
        _ => input,
    }
}

/// Whether 至 after an amount leads to another one, not to the end of a range; `after` is behind its unit.
fn is_apart(
    number: Cursor<'_>,
    after: Cursor<'_>,
    numeral: &Numeral,
    unit: Option<&UnitRead>,
    context: Context,
) -> bool {
    match unit {
        // 減少105戶—259戶 spreads, 減少5元至71元 leads to what became of it
        Some(read) => {
            context.from
                || context.change
                    && moves_by(&read.unit)
                    && leads_to(after)
                    && !(varies(number, &read.unit) && range::is_near(after, numeral, read))
        }
        // 上升0.2至52.3
        None => {
            context.change
                && (numeral.point && !range::is_of_one_kind(after, numeral) || range::is_level(after, numeral))
        }
    }
}

/// A range of vague numbers, or over two coins.
fn wide_range<'t>(
    input: Cursor<'t>,
    before: &Prefix,
    numeral: &Numeral,
    unit: Option<&UnitRead>,
) -> Option<(Cursor<'t>, Expression)> {
    let coins = || range::of_coins(input, before, numeral, &unit.filter(|read| read.is_plain())?.unit);
    range::of_vague(input, before, numeral, unit).or_else(coins)
}

/// Whether a range here became another: 由1%至3%|下調至0.5%至2%.
fn is_moved(input: Cursor<'_>) -> bool {
    let Some((Cue::Direction(_), rest)) = input.found(|text| CUES.longest(text)) else { return false };
    let became = input.until(rest).ends_with(['到', '至', '为']);
    became || rest.skip_blanks().peek().is_some_and(|c| matches!(c, '到' | '至' | '为'))
}

/// Whether 至 stands here, which leads to a level after a change.
fn leads_to(input: Cursor<'_>) -> bool {
    matches!(input.skip_blanks().peek(), Some('至' | '到'))
}

/// Whether 至 after a change of so much leads to the level: 跌2元至71元, 減息0.25厘至5厘; 上調5%至8% is one range.
fn moves_by(unit: &Unit) -> bool {
    let is_rate = unit.is(Traits::TENTHS_AFTER) && !unit.is(Traits::PERCENT);
    unit.dimension() != Dimension::Ratio || is_rate
}

/// Whether what moves by so much is told as a range, since nobody sets it: 下降4℃至6℃, 縮短3天至5天, 每斤漲0.1元至0.2元; 每月增加
/// 500元至1000元 is set.
fn varies(number: Cursor<'_>, unit: &Unit) -> bool {
    const CLAUSE: usize = 12;
    let is_price = || {
        let clause = number.last(CLAUSE).rsplit(['，', '。', '；']).next().unwrap_or_default();
        let of = clause.rsplit_once('每').map(|(_, of)| of).unwrap_or_default();
        unit.dimension() == Dimension::Currency
            && of.ends_with(['涨', '跌'])
            && !of.starts_with(['股', '月', '人', '年'])
    };
    matches!(unit.dimension(), Dimension::Temperature | Dimension::Duration) || is_price()
}

/// Whether the end of a range is so far from its start that a rate moved by the one to the other.
fn is_leap(range: &Expression) -> bool {
    const FAR: Decimal = Decimal::from_parts(4, 0, 0, false, 0);
    let Expression::Quantity(measured) = range else { return false };
    match measured.quantity.lower.map(|low| low.value).zip(measured.quantity.upper.map(|high| high.value)) {
        Some((Value::Decimal(low), Value::Decimal(high))) => low.saturating_mul(FAR) <= high,
        _ => false,
    }
}

/// Whether a unit may follow: after a sign of money and a number only money's own, RM2,300起.
fn fits(number: Cursor<'_>, rest: Cursor<'_>, before: &Prefix, read: &UnitRead) -> bool {
    // 指導價21.6萬起: from that price on
    let is_from = || is_priced(number) || rest.skip_blanks().starts_with("起跳") || is_floor(number, rest);
    if read.unit.symbol() == "起" && is_from() {
        return false;
    }
    let (next, last) = (rest.advance().peek(), number.head());
    let is_parted = match read.unit.symbol() {
        // 男5|女5, 5男5女
        "女" | "男" => last.strip_suffix(['男', '女']).is_some_and(|stem| !stem.ends_with(is_of_number)),
        // 20萬|分24個月
        "分" => rest.before().is_some_and(|token| token.c == '万') && next.is_some_and(|c| is_digit(c) || c == '两'),
        _ => false,
    };
    let is_word = || last.trim_end().ends_with(['币', '金']);
    !is_parted && (before.currency.is_none() || read.unit.dimension() == Dimension::Currency || is_word())
}

/// Whether 起 after so many tens of thousands begins the prices of what the clause names: 新車88萬起, SUV 12萬起售; not 交通事故2萬起 and
/// 破案2萬起.
fn is_floor(number: Cursor<'_>, rest: Cursor<'_>) -> bool {
    const CLAUSE: usize = 14;
    const CASES: &WordSet = any_of![
        "案", "事", "火", "纠", "警", "诉", "违", "骗", "盗", "祸", "罪", "查", "处", "破", "审", "结", "理", "发生",
        "接报", "接获", "灾", "次", "并购", "化解",
    ];
    let clause = number.last(CLAUSE).rsplit(['，', '。', '；']).next().unwrap_or_default();
    let end = rest.skip_blanks().advance();
    let ends = end.peek().is_none_or(|c| !c.is_alphanumeric() || one_of!("售拍步").contains(c));
    let is_scaled = rest.before().is_some_and(|token| matches!(token.c, '万' | '亿'));
    is_scaled && ends && !CASES.is_in(clause)
}

/// Whether the words just before a number end with a price: 指導價為21.6萬起, but 售票詐騙案12起.
fn is_priced(number: Cursor<'_>) -> bool {
    const LEADS: [char; 12] = ['为', '是', '约', '仅', '只', '从', '由', '低', '至', '：', ':', ' '];
    let near = number.last(6);
    let words = near.trim_end_matches(LEADS).trim_end_matches('最');
    let is_lowest = words.len() < near.len() && near.trim_end().ends_with("低至");
    is_lowest || PRICED.suffix(words).is_some()
}

/// The half of the scale that a number ends with: 兩億半, 三萬半元; not that of 兩億半數 and 3萬半導體.
pub(super) fn half_scale<'t>(input: Cursor<'t>, numeral: &mut Numeral) -> Cursor<'t> {
    let rest = input.advance();
    let is_one =
        numeral.big >= 4 && numeral.stack > 0 && numeral.spread == Spread::None && !numeral.odd && !numeral.point;
    if input.peek() != Some('半') || !is_one {
        return input;
    }
    let is_word = general::longest_at(input.rest()).is_some_and(|word| word.length > '半'.len_utf8());
    let ends = rest.peek().is_none_or(|c| !c.is_alphanumeric() || c == '的');
    let counts = || {
        let unit = rest.unit().filter(|(_, end)| !end.is_crossed());
        unit.is_some_and(|(unit, _)| matches!(unit.dimension(), Dimension::Currency | Dimension::People))
    };
    let half = numeral.low.plus(Exact::HALF.shift(numeral.big)).ok().filter(|_| !is_word && (ends || counts()));
    let Some(sum) = half else { return input };
    (numeral.low, numeral.high, numeral.point, numeral.stack) = (sum, sum, true, 0);
    rest
}

/// The scale that letters after a number are: US$5 million, S$1.2b, 5M美元, 1.2w, 粉絲50W.
pub(super) fn scaled<'t>(input: Cursor<'t>, before: &Prefix, numeral: &mut Numeral, context: Context) -> Cursor<'t> {
    const WORDS: [(&str, i32); 4] = [("million", 6), ("billion", 9), ("trillion", 12), ("thousand", 3)];
    const LETTERS: [(&str, i32); 14] = [
        ("bn", 9),
        ("bil", 9),
        ("tril", 12),
        ("tri", 12),
        ("tn", 12),
        ("mil", 6),
        ("b", 9),
        ("m", 6),
        ("k", 3),
        ("B", 9),
        ("M", 6),
        ("K", 3),
        ("w", 4),
        ("W", 4),
    ];
    if numeral.notation != Notation::Arabic {
        return input;
    }
    let mut start = input;
    while start.token().is_some_and(Token::is_blank) {
        start = start.advance();
    }
    let is_letter = start.peek().is_some_and(|c| c.is_ascii_alphabetic());
    if !is_letter {
        return input;
    }
    if let Some((word, power)) = WORDS.iter().find(|(word, _)| start.starts_with(word)) {
        shift(numeral, *power, 0);
        return start.skip(word.len());
    }
    // RM1.2 bil
    let place = |letters: &str| if letters.len() > 1 { start } else { input };
    let found = LETTERS.iter().find(|(letters, _)| place(letters).starts_with(letters));
    match found.filter(|_| !numeral.scaled()) {
        Some((letters, power)) if is_scale(place(letters), letters, before, context) => {
            shift(numeral, *power, *power);
            place(letters).skip(letters.len())
        }
        _ => input,
    }
}

fn shift(numeral: &mut Numeral, power: i32, big: i32) {
    (numeral.low, numeral.high) = (numeral.low.shift(power), numeral.high.shift(power));
    (numeral.digits, numeral.big) = (0, big);
}

/// Whether letters after a number are its scale: of money, or as the net counts people and clicks.
fn is_scale(input: Cursor<'_>, letters: &str, before: &Prefix, context: Context) -> bool {
    let after = input.skip(letters.len());
    let is_whole = after.peek().is_none_or(|c| !c.is_ascii_alphanumeric() && c != '·' && c != '/');
    let is_wan = matches!(letters, "w" | "W");
    let is_money = || {
        let follows = after.unit().is_some_and(|(entry, _)| entry.dimension() == Dimension::Currency);
        before.currency.is_some() && !is_wan || follows
    };
    let is_net = || {
        let counts = is_wan || matches!(letters, "k" | "K");
        counts && (letters == "w" || context.is_net || after.peek().is_some_and(|c| one_of!("人名粉+").contains(c)))
    };
    is_whole && (is_money() || is_net())
}

/// The 來 after a round number: 三十來人.
fn about<'t>(input: Cursor<'t>, numeral: &Numeral, before: &mut Prefix) -> Cursor<'t> {
    if numeral.about {
        before.approx = before.approx.or(Some(Approx::About));
    }
    let is_round = numeral.scaled() || numeral.low.normal().exponent > 0;
    if input.peek() != Some('来')
        || !is_round
        || numeral.spread != Spread::None
        || before.approx.is_some_and(|approx| approx != Approx::About)
    {
        return input;
    }
    let after = input.advance();
    if unit_after(after, numeral).is_err() {
        return input;
    }
    before.approx = Some(Approx::About);
    before.marker = before.marker.take().or(Some(input.at()..after.at()));
    after
}

/// The plus between a number and what it counts: 3000+人次; not that of 3+人工費.
fn plus<'t>(input: Cursor<'t>, numeral: &Numeral, before: &mut Prefix) -> Cursor<'t> {
    let rest = input.advance();
    let is_counted = |unit: Entry<'_>| {
        matches!(unit.dimension(), Dimension::People | Dimension::Visits | Dimension::Items | Dimension::Households)
    };
    let counts = || rest.unit().is_some_and(|(unit, end)| is_counted(unit) && !end.is_crossed());
    let is_plain = numeral.notation != Notation::Chinese && numeral.spread == Spread::None && before.approx.is_none();
    let is_round = numeral.scaled() || !numeral.low.less(Exact::TEN);
    if input.peek() != Some('+') || !is_plain || !is_round || numeral.point && !numeral.scaled() || !counts() {
        return input;
    }
    (before.approx, before.marker) = (Some(Approx::Over), Some(input.at()..rest.at()));
    rest
}

/// Whether a plus adds another thing: the 「＋」 of 半碼＋第六波管制, 5元+運費; ages, and a number without unit, go up
/// from it: 50歲+族群, 500＋人.
fn adds(plus: Cursor<'_>) -> bool {
    let is_thing = plus.advance().peek().is_some_and(|c| c.is_alphabetic() && c != '的');
    let is_joint = |unit: char| match unit {
        '岁' | '万' | '亿' | '千' | '百' | '%' | '0'..='9' => false,
        '元' | '块' | '币' | '镑' | '钱' => true,
        _ => plus.token().is_some_and(|token| token.is_wide),
    };
    is_thing && plus.before().is_some_and(|unit| is_joint(unit.c))
}

// trailing = "+" | [（含）] (以上 | 左右 | …)
pub(super) fn trailing(input: Cursor<'_>) -> (Cursor<'_>, Marker) {
    let next = input.token();
    let is_sign = |token: Token| token.c.is_ascii_graphic();
    if next.is_some_and(|token| token.c == '+') {
        let rest = input.advance();
        let goes_on = rest.peek().is_some_and(|c| c.is_ascii_alphanumeric());
        if !goes_on && !adds(input) {
            return (rest, Some((Approx::Over, input.at()..rest.at())));
        }
    }
    // a blank parts signs and letters from Chinese (20% 左右), but no word from another
    let start = if input.before().is_some_and(is_sign) { input.skip_blanks() } else { input };
    // 18歲（含）以上
    let start = word(any_of!["（含）", "(含)", "（不含）", "(不含)"])(start).map_or(start, |(rest, _)| rest);
    match markers::after(start) {
        Ok((rest, approx)) => (rest, Some((approx, start.at()..rest.at()))),
        Err(_) => (input, None),
    }
}

/// 四成強民眾 and 7％強 are somewhat more, 三成弱 somewhat less; not 三成強調 and 5％強降雨.
fn strength_of_share(input: Cursor<'_>) -> (Cursor<'_>, Marker) {
    let approx = match input.peek() {
        Some('强') => Approx::Over,
        Some('弱') => Approx::Near,
        _ => return (input, None),
    };
    let rest = input.advance();
    let is_word = general::longest_at(input.rest()).is_some_and(|word| word.length > '强'.len_utf8());
    let is_percent = input.before().is_some_and(|token| token.c == '%');
    let ends = !is_percent || rest.peek().is_none_or(|c| !c.is_alphanumeric() || c == '的');
    if is_word || rest.is_crossed() || !ends { (input, None) } else { (rest, Some((approx, input.at()..rest.at()))) }
}

/// Puts number, unit and markers together; `input` is after the unit.
pub(super) fn finish<'t>(
    input: Cursor<'t>,
    before: &Prefix,
    numeral: Numeral,
    unit: Option<UnitRead>,
) -> Read<'t, Expression> {
    let extra = unit.as_ref().map_or(Exact::ZERO, |read| read.extra);
    let odd = numeral.odd || unit.as_ref().is_some_and(|read| read.odd);
    let mut low = exact(input, numeral.low.plus(extra))?;
    let mut high = exact(input, numeral.high.plus(extra))?;
    // 八五折 is 8.5折, 七六五折 7.65折
    let is_joined = unit.as_ref().is_some_and(|read| read.unit.is(Traits::TENTHS_WITHIN));
    if is_joined && matches!(numeral.digits, 2 | 3) && !numeral.point && !low.less(Exact::TEN) {
        let tenths = 1 - i32::from(numeral.digits);
        (low, high) = (low.shift(tenths), high.shift(tenths));
    }
    let (rest, after) = trailing(input);
    let is_share = unit.as_ref().is_some_and(|read| matches!(read.unit.symbol(), "成" | "%") && read.is_plain());
    let (rest, after) = if after.is_none() && is_share { strength_of_share(rest) } else { (rest, after) };
    let marked = before.approx.or(after.as_ref().map(|(approx, _)| *approx));
    let mut quantity = Quantity::default();
    if numeral.spread == Spread::None {
        exact(input, bounds(&mut quantity, low, numeral.negative, odd, marked))?;
    } else {
        exact(input, two_ends(&mut quantity, low, high, &numeral, marked))?;
    }
    let marker = before.marker.clone().or(after.map(|(_, range)| range));
    Ok((rest, assemble(quantity, before, unit.map(|read| read.unit), marker, numeral)))
}

/// The bounds of a numeral that names two ends: 兩三千, 數百.
fn two_ends(
    quantity: &mut Quantity,
    low: Exact,
    high: Exact,
    numeral: &Numeral,
    marked: Option<Approx>,
) -> Result<(), GrammarError> {
    let inclusive = numeral.spread == Spread::Adjacent;
    // 五點幾 and 零下十幾 have both ends
    let is_range = inclusive || numeral.point || numeral.negative;
    let near = Bound::inclusive(Value::from(low.decimal(numeral.negative)?));
    let far = Bound { value: Value::from(high.decimal(numeral.negative)?), inclusive };
    // 零下七八度 goes from -8 to -7
    let (lower, upper) = if numeral.negative { (far, near) } else { (near, far) };
    (quantity.lower, quantity.upper) = (Some(lower), Some(upper));
    quantity.approx = marked.unwrap_or(if is_range { Approx::Range } else { Approx::Several });
    Ok(())
}

/// Value, bounds and approximator of one number.
pub(super) fn bounds(
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
    (quantity.lower, quantity.upper) = Quantity::limits(value, quantity.approx);
    if odd {
        let next = Some(Bound::exclusive(Value::from(n.plus(n.step())?.decimal(negative)?)));
        let (near, far) = if negative {
            (&mut quantity.upper, &mut quantity.lower)
        } else {
            (&mut quantity.lower, &mut quantity.upper)
        };
        // 近20多萬 and 不足20多萬 cannot both hold: the digits win
        *near = if quantity.approx == Approx::Over { exclusive } else { inclusive };
        *far = next;
    }
    Ok(())
}

/// Gives the quantity its unit, currency and role.
pub(super) fn assemble(
    mut quantity: Quantity,
    before: &Prefix,
    unit: Option<Unit>,
    marker: Option<Range<usize>>,
    numeral: Numeral,
) -> Expression {
    quantity.unit = match (unit, &before.currency) {
        (Some(mut unit), Some(currency)) => {
            if unit.is(Traits::LOCAL) || unit.symbol() == currency.symbol() {
                unit.set_code(currency.code().map(|code| Cow::Owned(code.into())));
            }
            Some(unit)
        }
        (None, Some(currency)) => Some(currency.clone()),
        (unit, None) => unit,
    };
    quantity.role = quantity.unit.as_ref().map_or(quantity.role, Unit::role);
    Expression::Quantity(Measured { quantity, marker, numeral, currency_word: before.currency.is_some() })
}

/// The same with another role.
pub(super) fn with_role(mut expression: Expression, role: Role) -> Expression {
    if let Expression::Quantity(measured) = &mut expression {
        measured.quantity.role = role;
    }
    expression
}
