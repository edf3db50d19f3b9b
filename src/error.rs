//! What can go wrong: [`ParseError`] for what cannot be read at all, [`Diagnostic`] for what was read with a doubt.
//!
//! Imports [`crate::span`] alone.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

use crate::named::named;
use crate::span::{CharCounter, Span};

/// Why a text, or a single quantity, could not be read, and where.
///
/// `line` and `column` count from 1, the column in characters.
///
/// ```
/// use wanyi::{ParseErrorKind, Quantity};
///
/// let error = "3萬多".parse::<Quantity>().and_then(|_| "3萬多桶水".parse::<Quantity>()).unwrap_err();
/// assert_eq!(error.kind(), ParseErrorKind::TrailingText);
/// assert_eq!(error.to_string(), "\"水\" is left: text follows the quantity, at line 1, column 5");
/// ```
///
/// ```
/// let error = "3萬桶水".parse::<wanyi::Quantity>().unwrap_err();
/// assert_eq!((error.span().bytes(), error.line(), error.column()), (7..10, 1, 4));
/// assert_eq!(error.kind().name(), "trailing_text");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{kind}, at line {line}, column {column}", left(.excerpt))]
pub struct ParseError {
    kind: ParseErrorKind,
    /// The text that is left, or its beginning.
    excerpt: String,
    span: Span,
    line: u32,
    column: u32,
}

impl ParseError {
    /// The error of `kind` at the bytes `start..end` of `source`.
    pub(crate) fn new(kind: ParseErrorKind, source: &str, start: usize, end: usize) -> Self {
        let before = source.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.bytes().filter(|&b| b == b'\n').count() + 1;
        let rest = source.get(start..end).unwrap_or_default();
        let excerpt = match kind {
            ParseErrorKind::TrailingText => rest.chars().take(EXCERPT).collect(),
            _ => String::new(),
        };
        let mut counter = CharCounter::new(source);
        let first = counter.at(line_start);
        let column = counter.at(start) - first + 1;
        Self {
            kind,
            excerpt,
            span: counter.span(start..end),
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX),
        }
    }

    /// What went wrong.
    #[must_use]
    pub const fn kind(&self) -> ParseErrorKind {
        self.kind
    }

    /// Where, in the text that was given.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The line, from 1.
    #[must_use]
    pub const fn line(&self) -> u32 {
        self.line
    }

    /// The column in characters, from 1.
    #[must_use]
    pub const fn column(&self) -> u32 {
        self.column
    }
}

/// How many characters of what is left an error says.
const EXCERPT: usize = 12;

fn left(excerpt: &str) -> String {
    if excerpt.is_empty() { String::new() } else { alloc::format!("{excerpt:?} is left: ") }
}

/// What went wrong.
///
/// ```
/// assert_eq!(wanyi::ParseErrorKind::NotUtf8.name(), "not_utf8");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum ParseErrorKind {
    /// There is nothing but white space.
    #[error("the text is empty")]
    Empty,
    /// The text is longer than the parser's limit.
    #[error("the text is longer than the limit of {limit} bytes")]
    TooLong {
        /// The limit, in bytes.
        limit: usize,
    },
    /// The text holds more quantities and times than the parser's limit. The span is what was not read.
    #[error("the text holds more than the limit of {limit} quantities and times")]
    TooManyFindings {
        /// The limit.
        limit: usize,
    },
    /// The bytes are not UTF-8. With the feature `encoding` other encodings are read, and this is not raised.
    #[error("the text is not UTF-8; the feature `encoding` reads GB18030, GBK and Big5 as well")]
    NotUtf8,
    /// A quantity was asked for and there is none.
    #[error("expected a quantity")]
    ExpectedQuantity,
    /// A quantity was asked for, and a time stands there.
    #[error("expected a quantity, but a time stands there, which `grammar::time` reads")]
    FoundTime,
    /// A quantity was read, but text follows it.
    #[error("text follows the quantity")]
    TrailingText,
    /// A number was read that is no exact decimal of 28 digits.
    #[error("{0}")]
    Number(GrammarError),
}

impl ParseErrorKind {
    /// A short stable name, for machines.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong { .. } => "too_long",
            Self::TooManyFindings { .. } => "too_many_findings",
            Self::NotUtf8 => "not_utf8",
            Self::ExpectedQuantity => "expected_quantity",
            Self::FoundTime => "found_time",
            Self::TrailingText => "trailing_text",
            Self::Number(_) => "number",
        }
    }
}

/// Why a numeral that is well formed has no value here.
///
/// The grammar raises what has no value as `nom::Err::Failure`, so that `alt` does not try the next form, and what was expected
/// as `nom::Err::Error`, so that it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum GrammarError {
    /// The number has more than 28 significant digits, or is as large as that.
    #[error("the number is not exact within 28 digits")]
    Overflow,
    /// A fraction with the denominator zero.
    #[error("the denominator is zero")]
    ZeroDenominator,
    /// What would have had to stand there: "a unit". A rule that does not apply says so, and others may be tried.
    #[error("expected {0}")]
    Expected(&'static str),
}

named! {
    /// How much a [`Diagnostic`] matters.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Severity {
        /// Something was undone or decided, and the result is sound.
        Info = "info",
        /// A reading was chosen among several, or something could not be read.
        Warning = "warning",
    }
}

named! {
    /// What a [`Diagnostic`] is about.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum DiagnosticCode {
        /// The reading that a mirror site put after a character was dropped: `網(wǎng)` is 網.
        PinyinNoise = "pinyin_noise",
        /// A stretch of the text was shifted by a byte: what it was, or that it could not be read.
        ShiftedText = "shifted_text",
        /// The bytes of a character are gone: it was inferred, or U+FFFD stands for it.
        LostCharacter = "lost_character",
        /// An HTML entity that was left in the text: `&nbsp;`.
        HtmlEntity = "html_entity",
        /// A mark of no width was dropped.
        InvisibleCharacter = "invisible_character",
        /// A blank was dropped from a line that has one after every character.
        SpacedText = "spaced_text",
        /// A mark of Big5 that lost its first byte was put back: U+FFFD and `A` are ，.
        HalvedCharacter = "halved_character",
        /// The digits of the text are gone (月日, 漲幅高達%): what is left of its numbers has no value.
        LostDigits = "lost_digits",
        /// UTF-8 that was taken for Windows-1252 and encoded once more.
        DoubleEncoding = "double_encoding",
        /// Bytes of a page that are no character in its encoding.
        MalformedBytes = "malformed_bytes",
        /// A number that stands in damage is not trusted and has no value.
        DamagedNumber = "damaged_number",
        /// A number of more than 28 digits.
        NumberOverflow = "number_overflow",
        /// 元, $ or the like could be of several currencies.
        AmbiguousCurrency = "ambiguous_currency",
        /// A unit of several meanings had no word beside it to decide, only the form of its number.
        AmbiguousUnit = "ambiguous_unit",
        /// A number could be read in two ways.
        AmbiguousNumber = "ambiguous_number",
        /// The text is a page of HTML: its tags were read as text.
        Markup = "markup",
        /// The text is hardly Chinese, so that hardly anything in it could be read.
        NotChinese = "not_chinese",
        /// The page has no running text: a list of links, a page of furniture.
        NoBody = "no_body",
        /// Parts that do not add up to their whole, or a sum that is not that of its parts.
        SumMismatch = "sum_mismatch",
        /// The ends of a change do not lie as far apart as it says, or not that way.
        ChangeMismatch = "change_mismatch",
        /// A date that does not exist, as 2月30日.
        InvalidDate = "invalid_date",
        /// The text holds more quantities and times than the limit; the rest was not read.
        TooManyFindings = "too_many_findings",
    }
}

impl DiagnosticCode {
    /// How much it matters.
    ///
    /// ```
    /// assert_eq!(wanyi::DiagnosticCode::PinyinNoise.severity(), wanyi::Severity::Info);
    /// ```
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::PinyinNoise
            | Self::HtmlEntity
            | Self::InvisibleCharacter
            | Self::SpacedText
            | Self::HalvedCharacter
            | Self::DoubleEncoding => Severity::Info,
            _ => Severity::Warning,
        }
    }

    /// What to do about it, in English, for people who look after the text or the program that reads it.
    ///
    /// ```
    /// use wanyi::{Article, DiagnosticCode};
    ///
    /// let article = Article::parse("投入資金3億元，會期定於2月30日。")?;
    /// let date = article.diagnostics().iter().find(|note| note.code == DiagnosticCode::InvalidDate).ok_or("no note")?;
    /// assert_eq!(date.code.advice(), "look the day up in the source; the time has no days");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::PinyinNoise | Self::SpacedText | Self::HalvedCharacter | Self::DoubleEncoding => {
                "nothing has to be done; a copy of the text from where it was first published has no such damage"
            }
            Self::HtmlEntity => {
                "nothing has to be done; the program that drew the text from its page should decode entities"
            }
            Self::InvisibleCharacter => "nothing has to be done; the mark is not in the text that was read",
            Self::ShiftedText | Self::LostCharacter => {
                "compare with a copy from where the text was first published; numbers that it may touch are marked as damaged"
            }
            Self::LostDigits => {
                "fetch the page anew, with a program that keeps its digits; these numbers cannot be read"
            }
            Self::MalformedBytes => "name the encoding of the page, or fetch it anew; what stood there is not known",
            Self::DamagedNumber => {
                "look the number up in a copy from where the text was first published; it has no value here"
            }
            Self::NumberOverflow => {
                "look whether figures have run together; a value holds 28 digits, and this one has none"
            }
            Self::AmbiguousCurrency => "name the region of the text with `Parser::region`",
            Self::AmbiguousUnit => "check which unit is meant; the one that was chosen is that of the quantity",
            Self::AmbiguousNumber => {
                "check which number is meant; the one that was chosen is the value of the quantity"
            }
            Self::Markup => "draw the text from the page first, a line for each of its blocks",
            Self::NotChinese => "leave texts in other languages out, or use what was found with care",
            Self::NoBody => "leave the page out, or read its running text alone",
            Self::SumMismatch => "check the parts and the whole against the source; each has the value that is printed",
            Self::ChangeMismatch => {
                "check the change and its ends against the source; each has the value that is printed"
            }
            Self::InvalidDate => "look the day up in the source; the time has no days",
            Self::TooManyFindings => "raise the limit with `Parser::most_findings`, or split the text",
        }
    }
}

/// Something that a reader of the result should know: a repair, an ambiguity, a number left out.
///
/// ```
/// use wanyi::{Article, DiagnosticCode, Severity};
///
/// let article = Article::parse("共123456789012345678901234567890元。")?;
/// let note = article.diagnostics().first().ok_or("no diagnostic")?;
/// assert_eq!((note.code, note.severity()), (DiagnosticCode::NumberOverflow, Severity::Warning));
/// assert_eq!(note.code.severity(), note.severity());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// What it is about.
    pub code: DiagnosticCode,
    /// What happened, in English.
    pub message: Cow<'static, str>,
    /// Where, in the source.
    pub span: Span,
    /// What stands in the source, where something was replaced.
    pub from: Option<String>,
    /// What it became, where something was replaced.
    pub to: Option<String>,
    /// Whether no other reading is possible.
    pub certain: bool,
}

impl Diagnostic {
    /// A diagnostic without replacement.
    pub(crate) fn note(code: DiagnosticCode, message: impl Into<Cow<'static, str>>, span: Span) -> Self {
        Self { code, message: message.into(), span, from: None, to: None, certain: false }
    }

    /// How much it matters.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} at characters {}..{}: {}",
            self.code.name(),
            self.span.chars().start,
            self.span.chars().end,
            self.message
        )
    }
}
