//! Annotations: the text with its marks, in the forms of other tools.
#![doc = include_str!("labels.md")]

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
