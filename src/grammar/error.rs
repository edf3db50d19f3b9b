//! [`Error`]: a nom error that keeps what the grammar had to say.

use core::fmt;

use nom::error::{ErrorKind, FromExternalError, ParseError};

use crate::error::GrammarError;

/// A nom error with the text that was left and, where a number could not be held, the reason.
///
/// Any other error type that is `ParseError<&str>` and `FromExternalError<&str, GrammarError>` does as well.
///
/// ```
/// use nom::Parser;
/// use wanyi::{GrammarError, Lexicon, grammar};
///
/// let lexicon = Lexicon::default();
/// let result = grammar::quantity::<grammar::Error<'_>>(&lexicon).parse("123456789012345678901234567890名");
/// let Err(nom::Err::Failure(error)) = result else { return Err("no failure") };
/// assert_eq!(error.reason(), Some(GrammarError::Overflow));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Error<'t> {
    rest: &'t str,
    kind: ErrorKind,
    reason: Option<GrammarError>,
}

impl<'t> Error<'t> {
    /// The text that was left where it happened.
    #[must_use]
    pub const fn rest(&self) -> &'t str {
        self.rest
    }

    /// Why a well-formed number has no value; `None` where the rule just does not apply.
    #[must_use]
    pub const fn reason(&self) -> Option<GrammarError> {
        match self.reason {
            Some(GrammarError::Expected(_)) => None,
            reason => reason,
        }
    }

    /// What would have had to stand there, as "a unit"; `None` where a number has no value.
    ///
    /// ```
    /// use nom::Parser;
    /// use wanyi::Lexicon;
    ///
    /// let lexicon = Lexicon::default();
    /// let Err(nom::Err::Error(error)) = lexicon.ordinal().parse("第三方") else { return Ok(()) };
    /// assert_eq!((error.expected(), error.rest()), (Some("a place in an order"), "第三方"));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub const fn expected(&self) -> Option<&'static str> {
        match self.reason {
            Some(GrammarError::Expected(what)) => Some(what),
            _ => None,
        }
    }
}

impl<'t> ParseError<&'t str> for Error<'t> {
    fn from_error_kind(rest: &'t str, kind: ErrorKind) -> Self {
        Self { rest, kind, reason: None }
    }

    fn append(_: &'t str, _: ErrorKind, other: Self) -> Self {
        other
    }
}

impl<'t> FromExternalError<&'t str, GrammarError> for Error<'t> {
    fn from_external_error(rest: &'t str, kind: ErrorKind, reason: GrammarError) -> Self {
        Self { rest, kind, reason: Some(reason) }
    }
}

impl fmt::Display for Error<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.reason {
            Some(reason) => write!(f, "{reason}, at {:?}", self.rest),
            None => write!(f, "expected {}, at {:?}", self.kind.description(), self.rest),
        }
    }
}

impl core::error::Error for Error<'_> {}
