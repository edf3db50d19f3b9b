//! Why a record gave no article.

use std::fmt;

/// What went wrong, by a short stable name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FailureKind {
    /// The record is no JSON object.
    InvalidJson,
    /// The row has more or fewer fields than the header, or its quotes do not end.
    InvalidCsv,
    /// The record has no valid head or is cut off.
    InvalidWarc,
    /// The response cannot be unpacked.
    InvalidHttp,
    NotUtf8,
    MissingField,
    /// A field holds a number, a list or the like where a text is asked for.
    WrongType,
    InvalidTime,
    TooLong,
    /// The file cannot be read on: what follows in it is lost.
    Unreadable,
    /// What the parser says.
    Text(&'static str),
}

impl FailureKind {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::InvalidJson => "invalid_json",
            Self::InvalidCsv => "invalid_csv",
            Self::InvalidWarc => "invalid_warc",
            Self::InvalidHttp => "invalid_http",
            Self::NotUtf8 => "not_utf8",
            Self::MissingField => "missing_field",
            Self::WrongType => "wrong_type",
            Self::InvalidTime => "invalid_time",
            Self::TooLong => "too_long",
            Self::Unreadable => "unreadable",
            Self::Text(name) => name,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) kind: FailureKind,
    pub(crate) message: String,
}

impl Failure {
    pub(crate) fn new(kind: FailureKind, message: impl fmt::Display) -> Self {
        Self { kind, message: message.to_string() }
    }

    pub(crate) fn not_utf8(error: std::str::Utf8Error) -> Self {
        Self::new(FailureKind::NotUtf8, error)
    }
}

impl From<wanyi::ParseError> for Failure {
    fn from(error: wanyi::ParseError) -> Self {
        Self::new(FailureKind::Text(error.kind().name()), error)
    }
}
