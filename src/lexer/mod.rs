//! From characters to what the grammar reads: [`fold`] brings both scripts and all variants to one form, one character
//! for one of the same length, so that every place holds. The rooms behind it know one script alone.
//!
//! Imports nothing of the crate. Read [`crate::layout`] and [`crate::grammar`] next.

mod fold;

pub(crate) use fold::{fold, fold_char};
