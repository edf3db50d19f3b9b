//! Writers over the views of an [`Article`](crate::Article): forms for people and other programs.
//!
//! They see what any caller sees and know nothing of how it was read. The JSON form has a room of its own,
//! `crate::json`, since it is read back as well.

#[cfg(feature = "arrow")]
pub mod arrow;
#[cfg(any(feature = "html", feature = "rows"))]
mod hidden;
#[cfg(feature = "html")]
pub mod html;
#[cfg(feature = "rows")]
pub mod rows;
