//! The vocabulary: every word of the crate's own, one row each, in the `.tsv` files of this folder.
//!
//! A row is a word in folded script, its classes with what it means in each, and an example, which is its test in both
//! scripts. To add a unit's approximator, a time word, a verb, an outlet or a word that is none of these, add its row to the
//! file that it fits, at its place in the order of code points. `classes.rs` lists the classes; each is a [`Table`] here,
//! which the build script makes, so that nothing is built at run time. A class with meanings says what they are spelled
//! with; one of the words has several classes where it has several uses (超過 limits a number and is the verb of a claim).
//!
//! - `limits`: what stands around a number and limits it;
//! - `times`, `feasts`: words of times; holidays have their rules in [`crate::time`];
//! - `changes`, `verbs`, `claims`: what claims are made of;
//! - `outlets`, `places`, `pages`, `furniture`, `regions`: what pages are made of, and what tells where they are from;
//! - `ordinary`: words that only look like a number, a unit or one of the others. They win by being longer.
//!
//! Units stand in [`crate::unit`], whose rows hold their factors and codes. Imports the types of the meanings alone.

mod cues;
pub(crate) mod table;
#[cfg(test)]
mod tests;

pub(crate) use cues::CUES;
pub(crate) use table::Table;

include!(concat!(env!("OUT_DIR"), "/vocabulary.rs"));
