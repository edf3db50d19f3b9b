//! serde: the JSON form of the model, both ways.
//!
//! [`forms`] mirrors the form field by field; [`write`] expands the flat lists into it; [`read`] collects them again and
//! checks every span, text, bound and the order. Imports the model, the repair and the layout, which a text is run
//! through again when it is read back.

mod forms;
mod read;
mod write;
