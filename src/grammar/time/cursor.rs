//! A [`Cursor`] over what follows a number or a time word, and the small numbers of calendars.

use super::words::Word;
use core::ops::Range;

use crate::chars::{RANGE_MARKS, arabic, blanks, chinese, scale};
use crate::general::{self, Pos};
use crate::grammar::numeral::{self, Numeral};
use crate::lexer;
use crate::vocabulary::TIMES;

/// A cursor over what follows.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    /// Where it began.
    pub(super) input: lexer::Cursor<'t>,
    /// The text from there on.
    pub(super) text: &'t str,
    /// The byte of that text that it stands at.
    pub(super) at: usize,
}

/// Whether a word across a place is one of times, or of an adverb or pronoun, which a time may go on in.
pub(super) fn is_time(here: lexer::Cursor<'_>, word: &Range<usize>) -> bool {
    let text = here.to(word.start).until(here.to(word.end));
    // 上周五 is a word of the table
    if text.ends_with(['一', '二', '三', '四', '五', '六', '日', '天'])
        && TIMES.longest(text).is_some_and(|(_, n)| n > 3)
    {
        return true;
    }
    let pos = general::get(text).map(|word| word.pos);
    matches!(pos, Some(Pos::Time | Pos::Pronoun | Pos::Adverb | Pos::Numeral | Pos::Localiser) | None)
}

impl<'t> Cursor<'t> {
    pub(super) fn new(input: lexer::Cursor<'t>, at: usize) -> Self {
        Self { input, text: input.rest(), at }
    }

    /// The place as the rest of the grammar has it.
    pub(super) fn here(&self) -> lexer::Cursor<'t> {
        self.input.skip(self.at)
    }

    /// The numeral here and its length.
    pub(super) fn numeral(&self) -> Option<(Numeral, usize)> {
        let here = self.here();
        numeral::read(here).ok().map(|(rest, numeral)| (numeral, rest.at() - here.at()))
    }

    /// The longest time word here that ends where a word ends, and its length.
    pub(super) fn time_word(&self) -> Option<(Word, usize)> {
        TIMES.all(self.rest()).find(|(_, length)| !self.is_cut(*length) || self.begins_longer(*length))
    }

    /// Whether a word begins behind so many bytes that ends behind the one across that place: 月底|盤點, though 底盤 is one.
    fn begins_longer(&self, length: usize) -> bool {
        let behind = self.here().skip(length);
        let ends = general::longest_at(behind.rest()).map(|word| behind.at() + word.length);
        ends.zip(behind.word_across()).is_some_and(|(end, across)| end > across.end)
    }

    /// Whether a word goes on behind so many bytes that begins within them and is no time: the 底 of 9月底特律, the 前 of
    /// 兩年前往; 星期 goes on in 星期一.
    pub(super) fn is_cut(&self, length: usize) -> bool {
        let here = self.here();
        here.skip(length).word_across().is_some_and(|word| word.start >= here.at() && !is_time(here, &word))
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn skip_blanks(&mut self) {
        self.at += blanks(self.rest());
    }

    /// Skips one of `chars`, after blanks; the character skipped.
    pub(super) fn take(&mut self, chars: &[char]) -> Option<char> {
        let skip = blanks(self.rest());
        let c = self.rest().get(skip..)?.chars().next().filter(|c| chars.contains(c))?;
        self.at += skip + c.len_utf8();
        Some(c)
    }

    /// Skips one of `words`.
    pub(super) fn take_word(&mut self, words: &[&str]) -> bool {
        match words.iter().find(|word| self.rest().starts_with(**word) && !self.is_cut(word.len())) {
            Some(word) => {
                self.at += word.len();
                true
            }
            None => false,
        }
    }

    /// Reads a number of at most `max`, after blanks: one to three Arabic digits, or a Chinese number below a hundred.
    /// None where the digits go on, as in 1.5 or 1,200 or 一百.
    pub(super) fn small(&mut self, max: u32) -> Option<u32> {
        self.attempt(|c| {
            c.skip_blanks();
            let n = if c.peek().and_then(arabic).is_some() { c.arabic_small()? } else { c.chinese_small()? };
            (n <= max).then_some(n)
        })
    }

    fn arabic_small(&mut self) -> Option<u32> {
        let mut n = 0;
        let mut count = 0;
        while let Some(digit) = self.peek().and_then(arabic) {
            n = n * 10 + u32::from(digit);
            count += 1;
            self.at += self.peek().map_or(0, char::len_utf8);
            if count > 3 {
                return None;
            }
        }
        let mut rest = self.rest().chars();
        let next = rest.next();
        let decimal = matches!(next, Some('.' | ',' | '．')) && rest.next().and_then(arabic).is_some();
        (!decimal && next.and_then(scale).is_none()).then_some(n)
    }

    /// Tens are 十, 二十, 廿 or 卅; a zero may lead: 零五.
    fn chinese_small(&mut self) -> Option<u32> {
        let digit = |c: &mut Self| {
            let found = c.peek().filter(|c| !matches!(c, '两' | '俩' | '仨')).and_then(chinese);
            found.inspect(|_| c.at += c.peek().map_or(0, char::len_utf8)).map(u32::from)
        };
        let n = match self.peek()? {
            '两' => {
                self.at += '两'.len_utf8();
                2
            }
            tens @ ('廿' | '卅') => {
                self.at += tens.len_utf8();
                let tens = if tens == '廿' { 20 } else { 30 };
                tens + digit(self).unwrap_or(0)
            }
            '十' => {
                self.at += '十'.len_utf8();
                10 + digit(self).unwrap_or(0)
            }
            _ => {
                let first = digit(self)?;
                if self.peek() == Some('十') {
                    self.at += '十'.len_utf8();
                    first * 10 + digit(self).unwrap_or(0)
                } else if let Some(second) = digit(self) {
                    first * 10 + second
                } else {
                    first
                }
            }
        };
        let goes_on = self.peek().is_some_and(|c| chinese(c).is_some() || scale(c).is_some());
        (!goes_on).then_some(n)
    }

    /// Skips a range mark, also a doubled dash.
    pub(super) fn range_mark(&mut self) -> Option<()> {
        let mark = self.take(RANGE_MARKS)?;
        if self.peek() == Some(mark) {
            self.at += mark.len_utf8();
        }
        Some(())
    }

    /// Parses or stays where it is.
    pub(super) fn attempt<T>(&mut self, parse: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let result = parse(self);
        if result.is_none() {
            self.at = before;
        }
        result
    }

    /// What a parser would read here, without going on.
    pub(super) fn look<T>(&self, parse: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        parse(&mut self.clone())
    }
}
