//! TimeML: TIMEX3 elements in the text.

use alloc::string::{String, ToString as _};
use core::fmt::{self, Write as _};

use super::mark::{self, Mark, What};
use crate::format::hidden::is_hidden;
use crate::{Approx, Article, Dimension, Moment, QuantityRef, Role, TimeKind, TimeRef, Value};

/// An article as a document of TimeML: the time of its making in `DCT`, and its text in `TEXT` with a `TIMEX3`
/// element for each time and duration. Without its tags, `TEXT` is the source.
///
/// | attribute | what |
/// |---|---|
/// | `tid` | `t0` for the time of publication, then `t1`, `t2` … in text order |
/// | `type` | `SET` (每年), `TIME` (with a time of day), `DURATION` (三年, and an interval), else `DATE` |
/// | `value` | [`Time::timex3`](crate::Time::timex3), `P3Y` of a duration; `XXXX` where nothing is known |
/// | `mod` | what limits it: see below |
/// | `functionInDocument` | `CREATION_TIME` in `DCT`, `PUBLICATION_TIME` of the printed one |
///
/// Where a side is open, the value is the day that is known and `mod` is `ON_OR_BEFORE` or `ON_OR_AFTER`. Of a
/// duration it is `APPROX` (約, 餘), `MORE_THAN`, `LESS_THAN`, `EQUAL_OR_MORE` or `EQUAL_OR_LESS`.
///
/// Elements do not nest: of two that overlap the one that begins earlier, or is longer, is kept. `<`, `>`, `&`,
/// carriage returns and hidden characters are written as references, which read back as themselves. Those that XML
/// 1.0 cannot hold (U+0000 to U+001F but for tab and line breaks, U+FFFE, U+FFFF) become U+FFFD, one for one, so that
/// offsets stay.
///
/// ```
/// use wanyi::{Article, annotations::TimeMl};
///
/// let article = Article::parse("2023年，雲溪縣用三年多投入3億元<資金>。")?;
/// let xml = TimeMl::new(&article).to_string();
/// assert!(xml.ends_with(
///     "<DCT/>\n<TEXT><TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2023\">2023年</TIMEX3>，雲溪縣用\
///      <TIMEX3 tid=\"t2\" type=\"DURATION\" value=\"P3Y\" mod=\"APPROX\">三年多</TIMEX3>\
///      投入3億元&lt;資金&gt;。</TEXT>\n</TimeML>\n"
/// ));
/// # Ok::<(), wanyi::ParseError>(())
/// ```
#[derive(Clone, Debug)]
pub struct TimeMl<'r> {
    article: &'r Article<'r>,
    created: Option<Moment>,
}

impl<'r> TimeMl<'r> {
    /// The document of an article, made at the time that the page prints; an empty `DCT` where it prints none.
    #[must_use]
    pub fn new(article: &'r Article<'r>) -> Self {
        Self { article, created: article.published().and_then(|time| time.from) }
    }

    /// The same, made at a time that the caller knows.
    ///
    /// ```
    /// use wanyi::{Article, annotations::TimeMl};
    ///
    /// let article = Article::parse("雲溪縣投入3億元。")?;
    /// let xml = TimeMl::new(&article).created("2023-09-20".parse()?).to_string();
    /// let time = r#"type="DATE" value="2023-09-20" functionInDocument="CREATION_TIME">2023-09-20</TIMEX3></DCT>"#;
    /// assert!(xml.contains(&format!("<DCT><TIMEX3 tid=\"t0\" {time}")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn created(mut self, moment: Moment) -> Self {
        self.created = Some(moment);
        self
    }
}

/// What a TIMEX3 element says.
struct Timex {
    kind: &'static str,
    value: String,
    limit: Option<&'static str>,
}

impl fmt::Display for TimeMl<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n")?;
        match self.created {
            Some(moment) => {
                let kind = if moment.date_time().is_some() { "TIME" } else { "DATE" };
                write!(f, "<DCT><TIMEX3 tid=\"t0\" type=\"{kind}\" value=\"{moment}\" ")?;
                writeln!(f, "functionInDocument=\"CREATION_TIME\">{moment}</TIMEX3></DCT>")?;
            }
            None => f.write_str("<DCT/>\n")?,
        }
        f.write_str("<TEXT>")?;
        self.text(f)?;
        f.write_str("</TEXT>\n</TimeML>\n")
    }
}

impl TimeMl<'_> {
    fn text(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let source = self.article.source_text();
        let mut at = 0;
        let is_wanted = |what: &What<'_>| match what {
            What::Time(_) => true,
            What::Quantity(quantity) => duration(*quantity).is_some(),
            What::Claim(_) | What::Field(..) => false,
        };
        for (index, mark) in mark::outermost(mark::of(self.article), is_wanted).iter().enumerate() {
            write!(f, "{}", Xml(source.get(at..mark.span.start()).unwrap_or_default()))?;
            self.element(mark, index + 1, f)?;
            at = mark.span.end();
        }
        write!(f, "{}", Xml(source.get(at..).unwrap_or_default()))
    }

    fn element(&self, mark: &Mark<'_>, number: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let timex = match &mark.what {
            What::Time(time) => Some(of_time(*time)),
            What::Quantity(quantity) => duration(*quantity),
            What::Claim(_) | What::Field(..) => None,
        };
        let text = Xml(self.article.get(mark.span).unwrap_or_default());
        let Some(Timex { kind, value, limit }) = timex else { return write!(f, "{text}") };
        write!(f, "<TIMEX3 tid=\"t{number}\" type=\"{kind}\" value=\"{value}\"")?;
        if let Some(limit) = limit {
            write!(f, " mod=\"{limit}\"")?;
        }
        let printed = self.article.published().map(|published| published.span());
        if matches!(mark.what, What::Time(_)) && printed == Some(mark.span) {
            f.write_str(" functionInDocument=\"PUBLICATION_TIME\"")?;
        }
        write!(f, ">{text}</TIMEX3>")
    }
}

fn of_time(time: TimeRef<'_>) -> Timex {
    let (value, limit) = match (time.from, time.to) {
        _ if time.vague => (time.timex3(), None),
        (None, Some(to)) => (Some(to.to_string()), Some("ON_OR_BEFORE")),
        (Some(from), None) => (Some(from.to_string()), Some("ON_OR_AFTER")),
        _ => (time.timex3(), None),
    };
    let value = value.unwrap_or_else(|| "XXXX".to_string());
    let kind = match time.kind {
        TimeKind::Set => "SET",
        _ if value.contains('/') => "DURATION",
        TimeKind::DateTime => "TIME",
        _ => "DATE",
    };
    Timex { kind, value, limit }
}

/// A duration of whole units, or of decimals of them; `None` of any other quantity, and where the text gives no number.
fn duration(quantity: QuantityRef<'_>) -> Option<Timex> {
    let unit = quantity.unit.as_ref().filter(|unit| unit.dimension() == Dimension::Duration && !unit.is_rate())?;
    let (before, letter) = match unit.code()? {
        "a" => ("P", 'Y'),
        "mo" => ("P", 'M'),
        "wk" => ("P", 'W'),
        "d" => ("P", 'D'),
        "h" => ("PT", 'H'),
        "min" => ("PT", 'M'),
        "s" => ("PT", 'S'),
        _ => return None,
    };
    let Some(Value::Decimal(number)) = quantity.value else { return None };
    if quantity.role == Role::Ordinal || number.is_sign_negative() {
        return None;
    }
    let limit = match quantity.approx {
        Approx::About | Approx::Odd => Some("APPROX"),
        Approx::Over => Some("MORE_THAN"),
        Approx::Near | Approx::Under => Some("LESS_THAN"),
        Approx::AtLeast => Some("EQUAL_OR_MORE"),
        Approx::AtMost => Some("EQUAL_OR_LESS"),
        Approx::Exact | Approx::Several | Approx::Range => None,
    };
    Some(Timex { kind: "DURATION", value: alloc::format!("{before}{number}{letter}"), limit })
}

/// A text between tags, which a parser of XML reads back.
struct Xml<'t>(&'t str);

impl fmt::Display for Xml<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '\r' => f.write_str("&#13;"),
            '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {
                f.write_char('\u{FFFD}')
            }
            c if is_hidden(c) => write!(f, "&#x{:X};", u32::from(c)),
            c => f.write_char(c),
        })
    }
}
