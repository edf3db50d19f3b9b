//! From characters to tokens: [`fold`] brings both scripts and all variants to one form, one character
//! for one of the same length, so that every place holds. The rooms after it know one script alone.
//! [`Cursor`] reads the tokens of a folded text and is the input of the grammar's nom parsers.
//!
//! Imports the characters and the lexicon of units. Read [`crate::layout`] and [`crate::grammar`] next.

mod cursor;
mod fold;
mod token;

pub(crate) use cursor::{Cursor, Lexed};
#[cfg(test)]
pub(crate) use fold::unfold;
pub(crate) use fold::{fold, fold_char};
pub(crate) use token::Token;
