//! The arguments `text[, published[, region]]`, and the parser that each thread keeps.

use std::cell::RefCell;

use datafusion::arrow::array::{Array as _, ArrayRef, AsArray as _, Date32Array};
use datafusion::arrow::datatypes::{DataType, Date32Type};
use datafusion::common::{exec_err, plan_err};
use datafusion::error::Result;
use datafusion::logical_expr::{ScalarFunctionArgs, Signature, Volatility};
use wanyi::chrono::NaiveDate;
use wanyi::{Article, Parser, Region};

use crate::text::{Texts, text_type};

pub(crate) fn signature() -> Signature {
    Signature::user_defined(Volatility::Immutable)
}

/// The types in which the arguments of a page are taken.
pub(crate) fn coerce(function: &str, given: &[DataType]) -> Result<Vec<DataType>> {
    if given.is_empty() || given.len() > 3 {
        return plan_err!("{function} takes a text, and may take a day of publication and a region");
    }
    given.iter().enumerate().map(|(place, kind)| coerce_one(function, place, kind)).collect()
}

fn coerce_one(function: &str, place: usize, given: &DataType) -> Result<DataType> {
    let day = matches!(given, DataType::Null | DataType::Date32 | DataType::Date64 | DataType::Timestamp(..));
    match text_type(given) {
        _ if place == 1 && day => Ok(DataType::Date32),
        Some(text) => Ok(text),
        None => plan_err!("{function} takes no {given} as argument {}", place + 1),
    }
}

/// The arguments as columns of as many rows as the batch.
pub(crate) fn columns(arguments: ScalarFunctionArgs) -> Result<Vec<ArrayRef>> {
    let rows = arguments.number_rows;
    arguments.args.into_iter().map(|argument| argument.into_array(rows)).collect()
}

/// The pages of a batch.
pub(crate) struct Pages<'a> {
    texts: Texts<'a>,
    days: Option<Days<'a>>,
    regions: Option<Texts<'a>>,
    rows: usize,
}

/// Days of publication, as days or as text.
enum Days<'a> {
    Days(&'a Date32Array),
    Texts(Texts<'a>),
}

impl Days<'_> {
    fn get(&self, row: usize) -> Result<Option<NaiveDate>, String> {
        match self {
            Self::Days(days) => {
                Ok(days.is_valid(row).then(|| Date32Type::to_naive_date_opt(days.value(row))).flatten())
            }
            Self::Texts(texts) => texts.get(row).map(day).transpose(),
        }
    }
}

/// The day that a text begins with, as 2024-05-14 or 2024-05-14T16:20:00.
fn day(text: &str) -> Result<NaiveDate, String> {
    let (day, clock) = text.split_at_checked("2024-05-14".len()).unwrap_or((text, ""));
    let is_alone = clock.is_empty() || clock.starts_with(['T', ' ']);
    let day = is_alone.then(|| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()).flatten();
    day.ok_or_else(|| format!("published is no day: {text:?}"))
}

/// What is known of a page beside its text.
type Known = (Option<NaiveDate>, Option<Region>);

thread_local! {
    static KEPT: RefCell<(Known, Parser)> = RefCell::default();
}

/// Has a page read by the parser of this thread, which is made anew only where something else is known than before.
fn with_parser<T>(known: Known, read: impl FnOnce(&Parser) -> T) -> T {
    KEPT.with_borrow_mut(|(before, parser)| {
        if *before != known {
            let fresh = known.1.map_or_else(Parser::new, |region| Parser::new().region(region));
            *parser = known.0.map_or_else(|| fresh.clone(), |day| fresh.clone().published(day));
            *before = known;
        }
        read(parser)
    })
}

impl<'a> Pages<'a> {
    pub(crate) fn new(columns: &'a [ArrayRef]) -> Result<Self> {
        let Some((texts, known)) = columns.split_first() else { return exec_err!("no column of text") };
        let days = known.first().map(|array| match array.data_type() {
            DataType::Date32 => Ok(Days::Days(array.as_primitive())),
            _ => Texts::new(array).map(Days::Texts),
        });
        let regions = known.get(1).map(Texts::new).transpose()?;
        Ok(Self { texts: Texts::new(texts)?, days: days.transpose()?, regions, rows: texts.len() })
    }

    pub(crate) const fn len(&self) -> usize {
        self.rows
    }

    fn known(&self, row: usize) -> Result<Known, String> {
        let day = self.days.as_ref().map_or(Ok(None), |days| days.get(row))?;
        let region = self.regions.and_then(|regions| regions.get(row)).map(str::parse::<Region>);
        Ok((day, region.transpose().map_err(|error| error.to_string())?))
    }

    /// Hands over each row: `None` where the text is null, and an error in words.
    pub(crate) fn each<E>(
        &self,
        mut take: impl FnMut(Option<Result<&Article<'_>, String>>) -> Result<(), E>,
    ) -> Result<(), E> {
        (0..self.rows).try_for_each(|row| {
            let Some(text) = self.texts.get(row) else { return take(None) };
            match self.known(row) {
                Err(error) => take(Some(Err(error))),
                Ok(known) => with_parser(known, |parser| match parser.parse(text) {
                    Ok(article) => take(Some(Ok(&article))),
                    Err(error) => take(Some(Err(error.to_string()))),
                }),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_stand_alone_or_before_a_clock() {
        let may = NaiveDate::from_ymd_opt(2024, 5, 14).unwrap();
        assert_eq!(day("2024-05-14"), Ok(may));
        assert_eq!(day("2024-05-14T16:20:00+08:00"), Ok(may));
        assert_eq!(day("2024-05-14 16:20"), Ok(may));
        assert_eq!(day("2024-05-145"), Err("published is no day: \"2024-05-145\"".to_owned()));
        assert_eq!(day("5月14日五月十四日"), Err("published is no day: \"5月14日五月十四日\"".to_owned()));
    }

    #[test]
    fn only_text_and_days_are_taken() {
        let types = [DataType::Utf8View, DataType::Date64, DataType::Null];
        assert_eq!(coerce("f", &types).unwrap(), [DataType::Utf8View, DataType::Date32, DataType::Utf8]);
        let message = coerce("f", &[DataType::Int64]).unwrap_err().to_string();
        assert!(message.ends_with("f takes no Int64 as argument 1"), "{message}");
        assert!(coerce("f", &[]).is_err());
    }
}
