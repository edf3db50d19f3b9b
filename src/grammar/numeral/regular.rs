//! Numerals as they are taught: 三百五十, 十二萬三千, 一億零五百. Most numerals in words are of this form, and one pass of
//! integers reads them; all others are for [`super::reading`].

use super::{Exact, Notation, Numeral};
use crate::chars::{self, BESIDE, Class, DIGIT, KIND, ODD, SCALE, SEVERAL};
use crate::lexer::fold_char;

/// 十, 萬 and 億.
const TEN: Class = SCALE | 1;
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
    scales: u32,
    /// The power of the 萬 or 億 at the end.
    end: i32,
    is_odd: bool,
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
        if self.coefficients > 1 {
            self.stack = 0;
        }
        Some(())
    }

    /// Takes a scale; none where it makes the numeral irregular.
    fn scale(&mut self, power: u32) -> Option<()> {
        // 兆 is rare, and behind 餘 nothing but one 萬 or 億 stands
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
            self.section += digit * 10u64.pow(power);
            (self.small, self.end) = (power, 0);
        } else {
            if power >= self.big {
                return None;
            }
            self.total += (self.section + digit) * 10u64.pow(power);
            (self.section, self.small, self.big) = (0, 4, power);
            self.end = i32::try_from(power).ok()?;
        }
        if digit == 0 && self.coefficients > 1 {
            self.stack = 0;
        }
        (self.last, self.is_gap) = (power, false);
        self.stack += i32::try_from(power).ok()?;
        self.scales += 1;
        Some(())
    }

    /// Takes 餘; none where none may stand.
    fn odd(&mut self) -> Option<()> {
        let may_stand = self.scales > 0 && self.digit.is_none() && !self.is_gap && !self.is_odd;
        self.is_odd = true;
        may_stand.then_some(())
    }

    /// The numeral; none where it ends in 零.
    fn numeral(self) -> Option<Numeral> {
        let tail = match self.digit {
            // 三千六 is 3600
            Some(digit) if self.last >= 2 && !self.is_gap => digit * 10u64.pow(self.last - 1),
            Some(digit) => digit,
            None if self.is_gap || self.scales == 0 => return None,
            None => 0,
        };
        let low = Exact::int(u128::from(self.total + self.section + tail));
        let is_single = self.coefficients <= 1 && self.digit.is_none();
        Some(Numeral {
            low,
            high: low,
            notation: Notation::Chinese,
            digits: u8::from(self.scales == 0),
            stack: if is_single { self.stack } else { 0 },
            big: if self.digit.is_some() { 0 } else { self.end },
            odd: self.is_odd,
            ..Numeral::default()
        })
    }
}

// regular = [digit] 十 [digit] | digit scale {[零] digit scale} [[零] digit], the scales ever smaller below 萬 and 億;
// 餘 may stand behind a scale, and 萬 or 億 behind 餘
pub(super) fn regular(text: &str, unit_begins: impl Fn(usize) -> bool) -> Option<(usize, Numeral)> {
    let mut amount = Amount { small: 4, big: 9, ..Amount::default() };
    let (mut length, mut here) = (0, chars::at(text, 0));
    while let Some(c) = here {
        let class = chars::class(c);
        let behind = length + c.len_utf8();
        let next = chars::at(text, behind);
        let follows = next.map_or(0, chars::class);
        match class & KIND {
            DIGIT if !amount.is_odd => {
                // 三兩 is a weight, 兩千 a number; 陸 and 伍 may begin a name
                let c = fold_char(c);
                let needs_scale = c == '两' || length == 0 && is_financial(c);
                if needs_scale && !matches!(follows, TEN..=YI) || matches!(c, '俩' | '仨') {
                    return None;
                }
                amount.digit(u64::from(class & !KIND))?;
            }
            SCALE => {
                let goes_on = next.is_none() || matches!(follows & KIND, DIGIT | SCALE);
                if matches!(class & !KIND, 2 | 3) && !goes_on && unit_begins(length) {
                    return None;
                }
                amount.scale(u32::from(class & !KIND))?;
            }
            ODD => amount.odd()?,
            0 | BESIDE => break,
            _ => return None,
        }
        (length, here) = (behind, next);
    }
    if goes_on(text, length, |class| class != 0) { None } else { Some((length, amount.numeral()?)) }
}

/// A numeral that neither a lexicon nor the words around it change, in either script.
pub(super) fn alone(text: &str) -> Option<(usize, Numeral)> {
    let is_told = |end: usize| end == text.len() || chars::before(text, end).and_then(chars::chinese).is_none();
    plain(text).or_else(|| regular(text, |_| true).filter(|(end, _)| is_told(*end)))
}

/// Whether a digit is of the financial ones, which are names too.
const fn is_financial(c: char) -> bool {
    matches!(c, '陆' | '伍' | '参' | '肆' | '壹' | '贰' | '叁' | '柒' | '捌' | '玖')
}

/// Whether a number may go on behind what was read of it: with a digit or a character of some classes, or with 個, 來 or 好
/// before another part.
fn goes_on(text: &str, at: usize, is_part: impl Fn(Class) -> bool) -> bool {
    let behind_blanks = |at: usize| {
        let next = chars::at(text, at).filter(|c| chars::is_blank(*c));
        next.map_or(at, |_| at + text.get(at..).map_or(0, chars::blanks))
    };
    let at = behind_blanks(at);
    let Some(c) = chars::at(text, at) else { return false };
    match chars::class(c) {
        BESIDE => chars::at(text, behind_blanks(at + c.len_utf8())).is_some_and(|c| chars::class(c) != 0),
        class => is_part(class) || chars::is_digit(c),
    }
}

// plain = digit+ {"," digit digit digit} ["." digit+] [餘] [[blank] (萬 | 億)] [餘], in ASCII
pub(super) fn plain(text: &str) -> Option<(usize, Numeral)> {
    let bytes = text.as_bytes();
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
    let digits = u8::try_from(length - commas - usize::from(point.is_some())).ok().filter(|digits| *digits > 0)?;
    let (end, is_odd, scale) = tail(text, length)?;
    let fraction = point.map_or(0, |point| length - point - 1);
    let exponent = if mantissa == 0 { 0 } else { -i32::try_from(fraction).ok()? };
    let low = Exact { mantissa: u128::from(mantissa), exponent }.shift(scale);
    let numeral = Numeral { low, high: low, point: point.is_some(), odd: is_odd, ..Numeral::default() };
    Some((
        end,
        match scale {
            0 => Numeral { digits, ..numeral },
            _ => Numeral { notation: Notation::Mixed, big: scale, stack: scale, ..numeral },
        },
    ))
}

/// What stands behind digits: where it ends, whether 餘 is in it, and the power of its 萬 or 億; none where it is more.
fn tail(text: &str, length: usize) -> Option<(usize, bool, i32)> {
    let next = |at: usize| chars::at(text, at);
    match next(length) {
        Some('E' | 'e') => return None,
        Some(c @ (',' | '.' | '，' | '．')) if next(length + c.len_utf8()).is_some_and(chars::is_digit) => {
            return None;
        }
        _ => {}
    }
    let odd = |at: usize| next(at).filter(|c| chars::is_odd_mark(*c)).map(|c| at + c.len_utf8());
    let (mut end, mut is_odd) = odd(length).map_or((length, false), |end| (end, true));
    let at = end + text.get(end..).map_or(0, chars::blanks);
    let scale = next(at).filter(|c| matches!(chars::class(*c), WAN | YI));
    if let Some(c) = scale {
        end = at + c.len_utf8();
        if let Some(behind) = odd(end).filter(|_| !is_odd) {
            (end, is_odd) = (behind, true);
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
    let is_whole = !goes_on(text, end, is_part);
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
        let count = agreeing(&chars, &["", "00人", "000", " 万半元"], plain);
        assert!(count > 10_000, "{count}");
        let chars = ['5', '５', '，', '来', '好', '几', '三', '兆', 'E', '点'];
        let count = agreeing(&chars, &["", "00人", "000", " 千瓦"], plain);
        assert!(count > 10_000, "{count}");
    }
}
