//! `wanyi` (萬億) reads Chinese news articles, in Traditional or Simplified script, into a typed model in which every
//! number is an exact decimal quantity with its unit, its bounds, its place in time and its exact span of the source.
//!
//! ```
//! use wanyi::{Approx, Article};
//!
//! let article = Article::parse("今年以來，示範區培訓群眾9萬余人次，就業率提高到89.5%以上。")?;
//! let trained = article.quantities().next().ok_or("no quantity")?;
//! assert_eq!((trained.text(), trained.approx), ("9萬余人次", Approx::Odd));
//! assert_eq!(trained.upper.map(|bound| bound.value.to_string()).as_deref(), Some("100000"));
//! assert_eq!(article.get(trained.span()), Some("9萬余人次"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The way through the crate
//!
//! ```text
//! bytes ──► decode ──┐
//! &str ──────────────┴─► repair ──► lexer ───► layout ──► grammar ──► mentions ──► claims ──► Article
//!                       (undo      (both     (title,    (nom over  (spans,      (clauses,
//!                        damage,    scripts   dateline,  tokens:    times        changes,
//!                        edits,     one; the  headings,  numbers,   resolved,    who says
//!                        offsets)   tokens)   footer)    units,     trust)       it)
//!                                                        times)
//! ```
#![doc = include_str!("guide.md")]
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

// types
mod any_of;
mod article;
mod chars;
mod convert;
mod error;
mod locale;
mod named;
mod order;
mod quantity;
mod region;
mod span;
mod time;
mod unit;
mod vocabulary;
mod words;

// the way through, in order
#[cfg(feature = "encoding")]
mod decode;
mod repair;
mod lexer;
mod general;
mod layout;
pub mod grammar;
mod mentions;
mod claims;
mod stamped;
mod holes;
mod parse;
mod single;
#[cfg(feature = "serde")]
mod json;
mod format;

pub use article::{
    Article, Basis, Block, BlockKind, BoilerplateKind, Change, Claim, Dateline, Direction, Found, Mention, MentionRef,
    Modality, NoEarlier, Passage, Person, PersonRole, Piece, QuantityRef, QuantityRelation, RelationKind, Section,
    TimeRef,
};
pub use convert::ConversionError;
#[cfg(feature = "encoding")]
pub use decode::{Decoded, Malformed, decode};
pub use error::{Diagnostic, DiagnosticCode, GrammarError, ParseError, ParseErrorKind, Severity};
#[cfg(feature = "annotations")]
pub use format::annotations;
#[cfg(feature = "arrow")]
pub use format::arrow;
#[cfg(feature = "html")]
pub use format::html;
#[cfg(feature = "jsonld")]
pub use format::jsonld;
#[cfg(feature = "rows")]
pub use format::rows;
#[cfg(feature = "serde")]
pub use json::FORM_VERSION;
pub use locale::{Certainty, Detected, Script};
pub use named::UnknownName;
pub use parse::{Parser, find_quantities};
pub use quantity::{Approx, Bound, Interval, Quantity, Role, Value};
pub use region::{Region, UnknownRegion};
pub use repair::{Edit, Repaired, repair};
pub use span::Span;
pub use time::{Anchor, Calendar, DatePolicy, Moment, Relation, Time, TimeExpr, TimeKind};
pub use unit::{CodeSystem, Dimension, Factor, InvalidFactor, Lexicon, LexiconBuilder, LexiconError, Unit};

#[cfg(feature = "encoding")]
pub use encoding_rs;
#[cfg(feature = "arrow")]
pub use {arrow_array, arrow_schema};
pub use {chrono, nom, rust_decimal};

/// The examples of the README, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
