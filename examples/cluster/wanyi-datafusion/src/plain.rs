//! `zh_normalize` and `zh_convert`, for columns that hold a number each, and the functions that say why they are null.

use std::sync::Arc;

use datafusion::arrow::array::{Array as _, ArrayRef, AsArray as _, Decimal128Builder, LargeStringBuilder};
use datafusion::arrow::datatypes::{DataType, Decimal128Type};
use datafusion::common::{exec_err, plan_err};
use datafusion::error::Result;
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature};
use wanyi::arrow::PLACES;
use wanyi::rust_decimal::Decimal;
use wanyi::{Lexicon, Quantity, Unit, Value};

use crate::decimal::{DECIMAL, from_column, to_column};
use crate::page::{columns, signature};
use crate::text::{Texts, text_type};

/// Which side of a result a function gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Answer {
    Number,
    Diagnostic,
}

impl Answer {
    pub(crate) const ALL: [Self; 2] = [Self::Number, Self::Diagnostic];

    const fn data_type(self) -> DataType {
        match self {
            Self::Number => DECIMAL,
            Self::Diagnostic => DataType::LargeUtf8,
        }
    }

    /// The column of some results; `None` stands for a null that was given.
    fn column(self, results: impl Iterator<Item = Option<Outcome>>) -> ColumnarValue {
        ColumnarValue::Array(match self {
            Self::Number => {
                let mut numbers = Decimal128Builder::new().with_data_type(DECIMAL);
                results.for_each(|result| numbers.append_option(result.and_then(|outcome| outcome.number)));
                Arc::new(numbers.finish()) as ArrayRef
            }
            Self::Diagnostic => {
                let mut notes = LargeStringBuilder::new();
                results.for_each(|result| notes.append_option(result.and_then(|outcome| outcome.note)));
                Arc::new(notes.finish())
            }
        })
    }
}

/// A number as so many of the last place, and what is to be known of it.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    number: Option<i128>,
    note: Option<String>,
}

impl From<Result<Outcome, String>> for Outcome {
    fn from(result: Result<Outcome, String>) -> Self {
        result.unwrap_or_else(|note| Self { number: None, note: Some(note) })
    }
}

/// `zh_normalize` and `zh_normalize_diagnostic`.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Normalize {
    answer: Answer,
    signature: Signature,
}

/// `zh_convert` and `zh_convert_diagnostic`.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Convert {
    answer: Answer,
    signature: Signature,
}

impl Normalize {
    pub(crate) fn new(answer: Answer) -> Self {
        Self { answer, signature: signature() }
    }
}

impl Convert {
    pub(crate) fn new(answer: Answer) -> Self {
        Self { answer, signature: signature() }
    }
}

impl ScalarUDFImpl for Normalize {
    fn name(&self) -> &str {
        match self.answer {
            Answer::Number => "zh_normalize",
            Answer::Diagnostic => "zh_normalize_diagnostic",
        }
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        match given {
            [text] if text_type(text).is_some() => Ok(text_type(text).into_iter().collect()),
            _ => plan_err!("{} takes a text", self.name()),
        }
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(self.answer.data_type())
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let columns = columns(arguments)?;
        let [texts] = columns.as_slice() else { return exec_err!("{} takes a text", self.name()) };
        let (rows, texts) = (texts.len(), Texts::new(texts)?);
        Ok(self.answer.column((0..rows).map(|row| texts.get(row).map(|text| normalize(text).into()))))
    }
}

/// The number that a text is, in the unit that it has.
fn normalize(text: &str) -> Result<Outcome, String> {
    let quantity = text.trim().parse::<Quantity>().map_err(|error| error.to_string())?;
    let value = quantity.value.ok_or("no single number: a range, or a number left open")?;
    let decimal = value.as_decimal().ok_or("no decimal equals it")?;
    let number = to_column(decimal).ok_or_else(|| format!("{decimal} has more than {PLACES} places"))?;
    Ok(Outcome { number: Some(number), note: None })
}

impl ScalarUDFImpl for Convert {
    fn name(&self) -> &str {
        match self.answer {
            Answer::Number => "zh_convert",
            Answer::Diagnostic => "zh_convert_diagnostic",
        }
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        match given {
            [value, from, to] if value.is_numeric() || value.is_null() => match (text_type(from), text_type(to)) {
                (Some(from), Some(to)) => Ok([DECIMAL, from, to].into()),
                _ => plan_err!("the units of {} are texts", self.name()),
            },
            _ => plan_err!("{} takes a number and two units", self.name()),
        }
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(self.answer.data_type())
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let columns = columns(arguments)?;
        let [values, from, to] = columns.as_slice() else { return exec_err!("{} takes two units", self.name()) };
        let (values, from, to) = (values.as_primitive::<Decimal128Type>(), Texts::new(from)?, Texts::new(to)?);
        let mut units = [Latest::default(), Latest::default()];
        let results = (0..values.len()).map(|row| {
            let value = values.is_valid(row).then(|| values.value(row))?;
            Some(convert(value, [from.get(row)?, to.get(row)?], &mut units).into())
        });
        Ok(self.answer.column(results))
    }
}

/// A unit with the scale before it: 萬元 is 10000 of 元.
#[derive(Clone, Debug)]
struct Scaled {
    scale: Decimal,
    unit: Unit,
}

/// The unit of the row before, which is mostly that of the next.
#[derive(Debug, Default)]
struct Latest(Option<(String, Result<Scaled, String>)>);

impl Latest {
    fn get(&mut self, name: &str) -> Result<Scaled, String> {
        match &self.0 {
            Some((known, unit)) if known == name => unit.clone(),
            _ => self.0.insert((name.to_owned(), scaled(name))).1.clone(),
        }
    }
}

fn scaled(name: &str) -> Result<Scaled, String> {
    if let Some(unit) = Lexicon::default().get(name) {
        return Ok(Scaled { scale: Decimal::ONE, unit });
    }
    let unknown = || format!("no such unit: {name:?}");
    let one = format!("1{name}").parse::<Quantity>().map_err(|_| unknown())?;
    let scale = one.decimal().filter(|scale| !scale.is_zero()).ok_or_else(unknown)?;
    Ok(Scaled { scale, unit: one.unit.ok_or_else(unknown)? })
}

fn convert(value: i128, names: [&str; 2], units: &mut [Latest; 2]) -> Result<Outcome, String> {
    let [from, to] = names;
    let [first, second] = units;
    let (from, to) = (first.get(from)?, second.get(to)?);
    let overflow = || "the number has more than 28 digits".to_owned();
    let value = from_column(value).ok_or_else(overflow)?;
    let value = exact_product(value, from.scale).ok_or_else(overflow)?;
    let result = Quantity::exact(value, Some(from.unit)).to(&to.unit).map_err(|error| error.to_string())?;
    let result = result.value.and_then(|value| divided(value, to.scale)).ok_or_else(overflow)?;
    let rounded = result.to_decimal(PLACES).ok_or_else(overflow)?;
    let number = to_column(rounded).ok_or_else(overflow)?;
    let is_exact = result.as_decimal().is_some_and(|decimal| decimal == rounded);
    Ok(Outcome { number: Some(number), note: (!is_exact).then(|| format!("rounded to {PLACES} places")) })
}

/// The product, where 28 digits hold it: it is divided again, as a product may be rounded.
fn exact_product(value: Decimal, scale: Decimal) -> Option<Decimal> {
    let product = value.checked_mul(scale)?;
    (product.checked_div(scale)? == value).then(|| product.normalize())
}

/// The value divided by a scale, which is a power of ten.
fn divided(value: Value, scale: Decimal) -> Option<Value> {
    match value {
        Value::Decimal(decimal) => decimal.checked_div(scale).map(Value::from),
        Value::Ratio { numerator, denominator } => {
            Value::ratio(numerator, denominator.checked_mul(u64::try_from(scale.mantissa()).ok()?)?)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<i128> {
        to_column(Decimal::from_str_exact(text).unwrap())
    }

    #[test]
    fn numbers_are_those_of_their_texts() {
        for (text, value) in [("420餘萬元", "4200000"), (" 3万5 ", "35000"), ("7.5%", "7.5"), ("四成", "4")] {
            assert_eq!(normalize(text), Ok(Outcome { number: number(value), note: None }), "{text}");
        }
        for (text, note) in [
            ("3至5萬元", "no single number: a range, or a number left open"),
            ("0.00000000001公斤", "0.00000000001 has more than 10 places"),
            ("茶園", "expected a quantity, at line 1, column 1"),
            ("三分之一", "no decimal equals it"),
        ] {
            assert_eq!(normalize(text), Err(note.to_owned()));
        }
    }

    fn converted(value: &str, from: &str, to: &str) -> Result<Outcome, String> {
        convert(number(value).unwrap(), [from, to], &mut Default::default())
    }

    #[test]
    fn units_are_converted_with_their_scales() {
        for (value, from, to, result) in [
            ("3", "公里", "米", "3000"),
            ("12.5", "萬元", "元", "125000"),
            ("420", "萬元", "億元", "0.042"),
            ("36", "公里/小時", "米/秒", "10"),
        ] {
            assert_eq!(converted(value, from, to), Ok(Outcome { number: number(result), note: None }), "{value}{from}");
        }
        let rounded = Some("rounded to 10 places".to_owned());
        let square = Outcome { number: number("666.6666666667"), note: rounded };
        assert_eq!(converted("1", "畝", "平方米"), Ok(square));
        assert_eq!(converted("1", "公里", "公斤"), Err("公里 and 公斤 are of different dimensions".to_owned()));
        assert_eq!(converted("1", "茶園", "公斤"), Err("no such unit: \"茶園\"".to_owned()));
    }
}
