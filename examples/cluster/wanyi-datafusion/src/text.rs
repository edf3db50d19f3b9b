//! Columns of text, in whichever of Arrow's three forms they come.

use datafusion::arrow::array::{Array, ArrayRef, AsArray as _, LargeStringArray, StringArray, StringViewArray};
use datafusion::arrow::datatypes::DataType;
use datafusion::common::exec_err;
use datafusion::error::Result;

/// A column of text.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Texts<'a> {
    Short(&'a StringArray),
    Long(&'a LargeStringArray),
    View(&'a StringViewArray),
}

impl<'a> Texts<'a> {
    pub(crate) fn new(array: &'a ArrayRef) -> Result<Self> {
        Ok(match array.data_type() {
            DataType::Utf8 => Self::Short(array.as_string()),
            DataType::LargeUtf8 => Self::Long(array.as_string()),
            DataType::Utf8View => Self::View(array.as_string_view()),
            other => return exec_err!("a column of text was expected, not of {other}"),
        })
    }

    /// The text of a row, which must be one of the column.
    pub(crate) fn get(self, row: usize) -> Option<&'a str> {
        match self {
            Self::Short(array) => array.is_valid(row).then(|| array.value(row)),
            Self::Long(array) => array.is_valid(row).then(|| array.value(row)),
            Self::View(array) => array.is_valid(row).then(|| array.value(row)),
        }
    }
}

/// The form in which a column of text is taken; `None` for what is no text.
pub(crate) fn text_type(given: &DataType) -> Option<DataType> {
    match given {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => Some(given.clone()),
        DataType::Dictionary(_, values) => text_type(values),
        DataType::Null => Some(DataType::Utf8),
        _ => None,
    }
}
