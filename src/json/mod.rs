//! serde: the JSON form of the model, both ways.
//!
//! [`values`] has what stands for itself, [`forms`] mirrors a document field by field; [`write`] expands the flat lists into
//! it; [`read`] collects them again and checks every span, text, bound, copy and the order. A fault is told with its path.
//! Nothing is left out where it is empty, so that formats without names of fields read what they wrote. Imports the model
//! and the repair, which a text is run through again when it is read back.

mod forms;
mod read;
#[cfg(feature = "schema")]
mod schema;
mod values;
mod write;

/// The version of the form that is written, and the only one that is read.
///
/// ```
/// use wanyi::{FORM_VERSION, find_quantities};
///
/// let form = serde_json::to_value(find_quantities("3萬人"))?;
/// assert_eq!(form["version"], FORM_VERSION);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub const FORM_VERSION: u32 = 1;
