//! Writers over the views of an [`Article`](crate::Article): forms for people and other programs.
//!
//! They see what any caller sees and know nothing of how it was read. The JSON form has a room of its own,
//! `crate::json`, since it is read back as well. Rooms: [`html`] (a page for people), [`jsonld`] (schema.org),
//! [`annotations`] (marks on the text), [`rows`] (flat rows) and [`arrow`] (record batches); between them `hidden`
//! (characters that show nothing of themselves) and `tree` (JSON of another shape than the model's).

#[cfg(feature = "annotations")]
pub mod annotations;
#[cfg(feature = "arrow")]
pub mod arrow;
#[cfg(any(feature = "annotations", feature = "html", feature = "jsonld", feature = "rows"))]
mod hidden;
#[cfg(feature = "html")]
pub mod html;
#[cfg(feature = "jsonld")]
pub mod jsonld;
#[cfg(feature = "rows")]
pub mod rows;
#[cfg(any(feature = "annotations", feature = "jsonld"))]
mod tree;
