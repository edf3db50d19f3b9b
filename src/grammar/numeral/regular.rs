//! Numerals as they are taught: 三百五十, 十二萬三千, 一億零五百. Most numerals in words are of this form, and one pass of
//! integers reads them; all others are for [`super::reading`].

use super::{Exact, Notation, Numeral};
use crate::chars::{chinese, scale};
use crate::lexer::Cursor;

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
            ..Numeral::default()
        })
    }
}

// regular = [digit] 十 [digit] | digit scale {[零] digit scale} [[零] digit], the scales ever smaller below 萬 and 億
pub(super) fn regular(input: Cursor<'_>) -> Option<(Cursor<'_>, Numeral)> {
    let text = input.rest();
    if text.starts_with(['陆', '伍', '参', '肆', '壹', '贰', '叁', '柒', '捌', '玖']) {
        return None;
    }
    let mut amount = Amount { small: 4, big: 9, ..Amount::default() };
    let mut length = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        if let Some(digit) = chinese(c) {
            // 三兩 is a weight, 兩千 a number
            if c == '两' && next.and_then(scale).is_none() || matches!(c, '俩' | '仨') {
                return None;
            }
            amount.digit(u64::from(digit))?;
        } else if let Some(power) = scale(c) {
            let goes_on = next.is_none_or(|next| chinese(next).is_some() || scale(next).is_some());
            if matches!(c, '千' | '百') && !goes_on && super::reading::unit_begins(input.skip(length)) {
                return None;
            }
            amount.scale(u32::try_from(power).ok().filter(|power| *power <= 8)?)?;
        } else {
            let is_special =
                |c: char| "余多点几数半个来好廿卅卌.，".contains(c) || c.is_ascii_digit() || crate::chars::is_blank(c);
            if is_special(c) || crate::chars::is_digit(c) {
                return None;
            }
            break;
        }
        length += c.len_utf8();
    }
    Some((input.skip(length), amount.numeral()?))
}

#[cfg(test)]
mod tests {
    use super::super::reading::terms;
    use super::*;
    use crate::Lexicon;
    use crate::lexer::Lexed;
    use alloc::string::String;

    #[test]
    fn a_regular_numeral_is_read_as_any_other() {
        const CHARS: [char; 9] = ['一', '三', '零', '十', '百', '千', '万', '亿', '两'];
        let lexicon = Lexicon::default();
        let mut regulars = 0;
        for mut code in 0..9usize.pow(5) {
            let mut text = String::new();
            for _ in 0..5 {
                text.push(CHARS[code % 9]);
                code /= 9;
            }
            for tail in ["", "六人", "万五千元"] {
                let text = alloc::format!("{text}{tail}");
                let lexed = Lexed::new(&text, &lexicon);
                let cursor = lexed.cursor(0..text.len());
                let Some((end, numeral)) = regular(cursor) else { continue };
                regulars += 1;
                let (other, slow) = terms(cursor).unwrap();
                let value = |numeral: &Numeral| numeral.low.decimal(false);
                let shown = |n: &Numeral| alloc::format!("{:?}", Numeral { low: Exact::ZERO, high: Exact::ZERO, ..*n });
                assert_eq!(
                    (end.at(), value(&numeral), shown(&numeral)),
                    (other.at(), value(&slow), shown(&slow)),
                    "{text}"
                );
            }
        }
        assert!(regulars > 1000, "{regulars}");
    }
}
