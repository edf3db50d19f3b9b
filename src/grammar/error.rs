//! [`Error`]: a nom error that keeps what the grammar had to say.

use core::any::Any;
use core::fmt;

use nom::error::{ContextError, ErrorKind, FromExternalError, ParseError};

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
///
/// ```
/// use nom::Parser;
///
/// let lexicon = wanyi::Lexicon::default();
/// let Err(nom::Err::Error(error)) = lexicon.percent().parse("三百家") else { return Err("no error") };
/// assert_eq!((error.rest(), error.reason()), ("三百家", None));
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

/// The innermost context is what was expected, so that rules of one's own are named as those here are:
///
/// ```
/// use nom::{Parser, error::context, sequence::terminated, bytes::complete::tag};
/// use wanyi::Lexicon;
///
/// let lexicon = Lexicon::default();
/// let mut price = context("a price with 起", terminated(lexicon.quantity(), tag("起")));
/// let Err(nom::Err::Error(error)) = price.parse("380元止") else { return Err("no error") };
/// assert_eq!(error.to_string(), "expected a price with 起, at \"止\"");
/// # Ok::<(), &str>(())
/// ```
impl<'t> ContextError<&'t str> for Error<'t> {
    fn add_context(_: &'t str, context: &'static str, other: Self) -> Self {
        let reason = other.reason.or(Some(GrammarError::Expected(context)));
        Self { reason, ..other }
    }
}

/// What [`map_res`](nom::combinator::map_res) and the like raise over these parsers: an overflow keeps its reason, other
/// errors are only told to have happened.
impl<'t, E: Any> FromExternalError<&'t str, E> for Error<'t> {
    fn from_external_error(rest: &'t str, kind: ErrorKind, error: E) -> Self {
        let reason = (&error as &dyn Any).downcast_ref::<GrammarError>().copied();
        Self { rest, kind, reason }
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
