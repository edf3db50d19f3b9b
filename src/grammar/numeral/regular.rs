//! Numerals as they are taught: 三百五十, 十二萬三千, 一億零五百. Most numerals in words are of this form, and one pass of
//! integers reads them; all others are for [`super::reading`].

use super::{Exact, Notation, Numeral};
use crate::chars::{self, BESIDE, Class, DIGIT, KIND, ODD, PART, SCALE, SEVERAL};
use crate::lexer::fold_char;

/// 二, 三, 十, 百, 千, 萬 and 億.
const TWO: Class = DIGIT | 2;
const THREE: Class = DIGIT | 3;
const TEN: Class = SCALE | 1;
const HUNDRED: Class = SCALE | 2;
const THOUSAND: Class = SCALE | 3;
const WAN: Class = SCALE | 4;
const YI: Class = SCALE | 8;

/// What was read of a regular numeral.
#[derive(Default)]
struct Amount {
    /// Closed by 萬 and 億.
    total: u64,
    /// Since the last of them.
    section: u64,
    /// The digit that waits for its scale.
    digit: Option<u64>,
    /// Whether 零 stands before it.
    is_gap: bool,
    /// The power of the scale before, 0 at the start.
    last: u32,
    /// The scales that may still stand: smaller ones than these.
    small: u32,
    big: u32,
    coefficients: u32,
    stack: i32,
    /// The power of the 萬 or 億 at the end.
    end: i32,
    is_odd: bool,
}

/// A power of ten, up to that of 億.
fn ten_to(power: u32) -> u64 {
    const POWERS: [u64; 9] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
    usize::try_from(power).ok().and_then(|power| POWERS.get(power)).copied().unwrap_or_default()
}

impl Amount {
    /// Takes a digit; none where it makes the numeral irregular.
    fn digit(&mut self, digit: u64) -> Option<()> {
        if self.digit.is_some() || digit == 0 && (self.last == 0 || self.is_gap) {
            return None;
        }
        if digit == 0 {
            self.is_gap = true;
            return Some(());
        }
        self.digit = Some(digit);
        self.coefficients += 1;
        Some(())
    }

    /// Takes a scale; none where it makes the numeral irregular.
    fn scale(&mut self, power: u32) -> Option<()> {
        // 兆 is rare, and after 餘 nothing but one 萬 or 億 stands
        if power > 8 || self.is_odd && (power < 4 || self.end > 0) {
            return None;
        }
        let is_first = self.last == 0 && self.digit.is_none();
        let digit = match self.digit.take() {
            None if is_first && power == 1 => 1,
            None if power >= 4 && self.section > 0 && !self.is_gap => 0,
            digit => digit?,
        };
        if power < 4 {
            if power >= self.small {
                return None;
            }
            self.section += digit * ten_to(power);
            (self.small, self.end) = (power, 0);
        } else {
            if power >= self.big {
                return None;
            }
            self.total += (self.section + digit) * ten_to(power);
            (self.section, self.small, self.big) = (0, 4, power);
            self.end = i32::try_from(power).ok()?;
        }
        (self.last, self.is_gap) = (power, false);
        self.stack += i32::try_from(power).ok()?;
        Some(())
    }

    /// Takes 餘; none where none may stand.
    fn odd(&mut self) -> Option<()> {
        let may_stand = self.last > 0 && self.digit.is_none() && !self.is_gap && !self.is_odd;
        self.is_odd = true;
        may_stand.then_some(())
    }

    /// The numeral; none where it ends in 零.
    fn numeral(self) -> Option<Numeral> {
        let tail = match self.digit {
            // 三千六 is 3600
            Some(digit) if self.last >= 2 && !self.is_gap => digit * ten_to(self.last - 1),
            Some(digit) => digit,
            None if self.is_gap || self.last == 0 => return None,
            None => 0,
        };
        let low = Exact::int(u128::from(self.total + self.section + tail));
        let is_single = self.coefficients <= 1 && self.digit.is_none();
        Some(Numeral {
            low,
            high: low,
            notation: Notation::Chinese,
            digits: u8::from(self.last == 0),
            stack: if is_single { self.stack } else { 0 },
            big: if self.digit.is_some() { 0 } else { self.end },
            odd: self.is_odd,
            ..Numeral::default()
        })
    }
}

// regular = [digit] 十 [digit] | digit scale {[零] digit scale} [[零] digit], the scales ever smaller below 萬 and 億;
// 餘 may stand after a scale, and 萬 or 億 after 餘
pub(super) fn regular(text: &str, unit_begins: impl Fn(usize) -> bool) -> Option<(usize, Numeral)> {
    let mut amount = Amount { small: 4, big: 9, ..Amount::default() };
    let mut chars = text.chars().map(|c| (c, chars::class(c)));
    let (mut length, mut here) = (0, chars.next());
    while let Some((c, class)) = here {
        let next = chars.next();
        let follows = next.map_or(0, |(_, class)| class);
        match class & KIND {
            DIGIT if !amount.is_odd => {
                let is_told = length == 0 || matches!(class, TWO | THREE) || follows & KIND != SCALE;
                if is_told && !may_stand(fold_char(c), follows) {
                    return None;
                }
                amount.digit(u64::from(class & !KIND))?;
            }
            SCALE => {
                let goes_on = next.is_none() || matches!(follows & KIND, DIGIT | SCALE);
                if matches!(class, HUNDRED | THOUSAND) && !goes_on && unit_begins(length) {
                    return None;
                }
                amount.scale(u32::from(class & !KIND))?;
            }
            ODD => amount.odd()?,
            // 四千五、六百
            _ if c == '、' && amount.digit.is_some() && amount.last > 0 => return None,
            0 | BESIDE => break,
            _ => return None,
        }
        length += c.len_utf8();
        here = next;
    }
    if goes_on(text, length, |class| class != 0) { None } else { Some((length, amount.numeral()?)) }
}

/// A numeral that neither a lexicon nor the words around it change, in either script.
pub(super) fn alone(text: &str) -> Option<(usize, Numeral)> {
    let is_told = |end: usize| end == text.len() || chars::before(text, end).and_then(chars::chinese).is_none();
    plain(text, |_| false).or_else(|| regular(text, |_| true).filter(|(end, _)| is_told(*end)))
}

/// Whether a digit may stand in a regular numeral: 三兩 is a weight, 兩千 a number; 陸 and 伍 may be of a name.
fn may_stand(digit: char, follows: Class) -> bool {
    match digit {
        '俩' | '仨' => false,
        digit => !(digit == '两' || chars::is_financial(digit)) || matches!(follows, TEN..=YI),
    }
}

/// Whether a number may go on after what was read of it: with a digit or a character of some classes, or with 個, 來 or 好
/// before another part.
fn goes_on(text: &str, at: usize, is_part: impl Fn(Class) -> bool) -> bool {
    let after_blanks = |at: usize| {
        let next = chars::at(text, at).filter(|c| chars::is_blank(*c));
        next.map_or(at, |_| at + text.get(at..).map_or(0, chars::blanks))
    };
    let at = after_blanks(at);
    let Some(c) = chars::at(text, at) else { return false };
    match chars::class(c) {
        BESIDE => {
            let after = chars::at(text, after_blanks(at + c.len_utf8())).map_or(0, chars::class);
            // 兩個多億
            matches!(after & KIND, PART | ODD) || after & KIND == SCALE && after >= WAN
        }
        class => is_part(class) || chars::is_digit(c),
    }
}

/// Digits of ASCII.
struct Digits {
    mantissa: u64,
    /// How many.
    count: u8,
    /// After the point.
    fraction: Option<usize>,
    end: usize,
}

// digits = digit+ {"," digit digit digit} ["." digit+]
fn digits(text: &str, start: usize) -> Option<Digits> {
    let bytes = text.as_bytes().get(start..)?;
    let (mut mantissa, mut length, mut point, mut commas, mut run) = (0u64, 0, None, 0, 0);
    while length <= 20 {
        match bytes.get(length..)? {
            [digit @ b'0'..=b'9', ..] => {
                mantissa = mantissa.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
                run += 1;
            }
            [b'.', b'0'..=b'9', ..] if length > 0 && point.is_none() => point = Some(length),
            [b',', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', rest @ ..]
                if matches!(run, 1..=3) && point.is_none() && !rest.first().is_some_and(u8::is_ascii_digit) =>
            {
                (commas, run) = (commas + 1, 0);
            }
            _ => break,
        }
        length += 1;
    }
    let count = u8::try_from(length - commas - usize::from(point.is_some())).ok().filter(|count| *count > 0)?;
    Some(Digits { mantissa, count, fraction: point.map(|point| length - point - 1), end: start + length })
}

// plain = digits [餘] [[blank] (萬 | 億)] [餘] | digits 億 digits 萬 [餘]
pub(super) fn plain(text: &str, unit_begins: impl Fn(usize) -> bool) -> Option<(usize, Numeral)> {
    let Digits { mantissa, count, fraction, end } = digits(text, 0)?;
    let number = |low: Exact, is_odd: bool| Numeral { low, high: low, odd: is_odd, ..Numeral::default() };
    if fraction.is_none() && text.get(end..).is_some_and(|rest| rest.starts_with(['亿', '億'])) {
        let lower = digits(text, end + '亿'.len_utf8()).filter(|lower| lower.count <= 8 && lower.fraction.is_none());
        if let Some(lower) = lower {
            let (end, is_odd, _) = tail(text, lower.end, unit_begins).filter(|(.., scale)| *scale == 4)?;
            let sum = u128::from(mantissa) * 10_000 + u128::from(lower.mantissa);
            let numeral = number(Exact::int(sum).shift(4), is_odd);
            return Some((end, Numeral { notation: Notation::Mixed, big: 4, ..numeral }));
        }
    }
    let (end, is_odd, scale) = tail(text, end, unit_begins)?;
    let exponent = if mantissa == 0 { 0 } else { -i32::try_from(fraction.unwrap_or_default()).ok()? };
    let low = Exact { mantissa: u128::from(mantissa), exponent }.shift(scale);
    let numeral = Numeral { point: fraction.is_some(), ..number(low, is_odd) };
    Some((
        end,
        match scale {
            0 => Numeral { digits: count, ..numeral },
            _ => Numeral { notation: Notation::Mixed, big: scale, stack: scale, ..numeral },
        },
    ))
}

/// What stands after digits: where it ends, whether 餘 is in it, and the power of its 萬 or 億; none where it is more.
fn tail(text: &str, length: usize, unit_begins: impl Fn(usize) -> bool) -> Option<(usize, bool, i32)> {
    let next = |at: usize| chars::at(text, at);
    let plain = Some((length, false, 0));
    let Some(c) = next(length) else { return plain };
    match c {
        'E' | 'e' | '×' | 'x' => return None,
        ',' | '.' | '，' | '．' if next(length + c.len_utf8()).is_some_and(chars::is_digit) => return None,
        _ if chars::class(c) == 0 && !chars::is_digit(c) && !chars::is_blank(c) => return plain,
        _ => {}
    }
    let is_odd_at = |at: usize, c: char| {
        let after = at + c.len_utf8();
        let is_word = next(after).is_some_and(chars::is_after_odd);
        chars::is_odd_mark(c) && !is_word && !text.get(after..).is_some_and(chars::tells_gain)
    };
    let odd = |at: usize| next(at).filter(|c| is_odd_at(at, *c)).map(|c| at + c.len_utf8());
    let (mut end, mut is_odd) = odd(length).map_or((length, false), |end| (end, true));
    let at = end + text.get(end..).map_or(0, chars::blanks);
    let scale = next(at).filter(|c| matches!(chars::class(*c), WAN | YI));
    if let Some(c) = scale {
        end = at + c.len_utf8();
        if let Some(after) = odd(end).filter(|_| !is_odd) {
            (end, is_odd) = (after, true);
        }
    }
    let is_part = |class: Class| match class & KIND {
        SCALE | ODD => true,
        _ if is_odd => false,
        _ => {
            if scale.is_some() {
                class != 0
            } else {
                class == SEVERAL
            }
        }
    };
    // 千瓦 is a unit
    let is_unit = |class: Class| matches!(class, HUNDRED | THOUSAND) && unit_begins(end);
    let is_whole = next(end).is_some_and(|c| is_unit(chars::class(c))) || !goes_on(text, end, is_part);
    is_whole.then(|| (end, is_odd, scale.and_then(chars::scale).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::super::reading::terms;
    use super::*;
    use crate::Lexicon;
    use crate::lexer::{Lexed, unfold};
    use alloc::string::String;

    /// Reads texts of five of some characters, and returns how many numerals were read as the general rules read them.
    fn agreeing(chars: &[char], tails: &[&str], read: impl Fn(&str) -> Option<(usize, Numeral)>) -> usize {
        let lexicon = Lexicon::default();
        let mut count = 0;
        for code in 0..chars.len().pow(5) {
            let text: String = (0..5).map(|place| chars[code / chars.len().pow(place) % chars.len()]).collect();
            for tail in tails {
                let text = alloc::format!("{text}{tail}");
                let Some((end, numeral)) = read(&text) else { continue };
                count += 1;
                let lexed = Lexed::new(&text, &lexicon);
                let (other, slow) = terms(lexed.cursor(0..text.len())).unwrap();
                let value = |numeral: &Numeral| numeral.low.decimal(false);
                let shown = |n: &Numeral| alloc::format!("{:?}", Numeral { low: Exact::ZERO, high: Exact::ZERO, ..*n });
                assert_eq!((end, value(&numeral), shown(&numeral)), (other.at(), value(&slow), shown(&slow)), "{text}");
                assert_eq!(read(&unfold(&text)).map(|(end, _)| end), Some(end), "{text}");
            }
        }
        count
    }

    #[test]
    fn a_regular_numeral_is_read_as_any_other() {
        let chars = ['一', '三', '零', '十', '百', '千', '万', '亿', '两', '多', '个'];
        let count = agreeing(&chars, &["", "六人", " 万五千元"], |text| regular(text, |_| true));
        assert!(count > 1000, "{count}");
        let chars = ['贰', '零', '拾', '陆', '廿', '几', '好', '来', ' ', '半'];
        let count = agreeing(&chars, &["", "万元"], |text| regular(text, |_| true));
        assert!(count > 1000, "{count}");
    }

    #[test]
    fn digits_are_read_as_any_other() {
        let chars = ['5', '0', ',', '.', '万', '亿', '余', ' ', '个'];
        let count = agreeing(&chars, &["", "00人", "000", " 万半元"], |text| plain(text, |_| false));
        assert!(count > 10_000, "{count}");
        let chars = ['5', '５', '，', '来', '好', '几', '三', '兆', 'E', '点'];
        let count = agreeing(&chars, &["", "00人", "000", " 千瓦"], |text| plain(text, |_| false));
        assert!(count > 10_000, "{count}");
    }
}
