//! Annotations: the text with its marks, in the forms of other tools.
//!
//! | type | for | offsets | what is marked |
//! |---|---|---|---|
//! | [`WebAnnotations`] | readers of the W3C Web Annotation Data Model | code points | quantities, times, claims, fields |
//! | [`Displacy`] | spaCy's `displacy.render(…, style="ent", manual=True)` | code points | quantities and times, the outermost |
//! | [`Brat`] | brat standoff: `.txt` and `.ann` | code points | quantities, times, claims, fields |
//! | [`LabelStudio`] | Label Studio: a task with a prediction | UTF-16 code units | quantities, times, claims, fields |
//! | [`TimeMl`] | readers of TimeML: TIMEX3 elements in the text | none: inline | times and durations, the outermost |
//!
//! All mark the text **as it was given**, damage included; what was read from it stands in the bodies, notes and attributes.
//! The first four are JSON or lines, of which each [`Display`](core::fmt::Display) is one document; those of JSON are
//! `Serialize` as well (feature `serde`).
//!
//! # Labels
//!
//! Quantities and times have the labels of OntoNotes, which spaCy's models share, claims and fields their own names:
//!
//! | what | label |
//! |---|---|
//! | money, rates of money included | `MONEY` |
//! | shares and fractions, percentage points, multiples | `PERCENT` |
//! | places in an order: 第四屆, 前三名 | `ORDINAL` |
//! | durations of a day and more, and those of no fixed length: 三年 | `DATE` |
//! | shorter ones: 15分鐘 | `TIME` |
//! | counts of people, visits, households and things; bare numbers | `CARDINAL` |
//! | all other measures | `QUANTITY` |
//! | times | `DATE`; `TIME` where the text has a time of day |
//! | claims | `CLAIM` |
//! | title, headings, source, agency, place | `TITLE`, `HEADING`, `SOURCE`, `AGENCY`, `PLACE` |
//! | people | `REPORTER`, `CORRESPONDENT`, `EDITOR`, `PHOTOGRAPHER` |
//! | time of publication, day of the dateline | `PUBLISHED`, `DATED`, beside their own `DATE` or `TIME` |
//!
//! # What is said of each
//!
//! A quantity is told by its `Display` form, which parses back to an equal one (`4200000餘元`), a time by its ISO 8601 form or
//! the name of its kind, a claim by subject, predicate and object (`雲溪縣 ▸ 投入 ▸ 資金`) with its modality and negation, a
//! field by its text with the damage undone, or its ISO 8601 form.

mod brat;
mod displacy;
mod label_studio;
mod mark;
mod timeml;
mod web;

pub use brat::Brat;
pub use displacy::Displacy;
pub use label_studio::LabelStudio;
pub use timeml::TimeMl;
pub use web::WebAnnotations;
