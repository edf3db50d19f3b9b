//! A table in columns: a builder for each column of a row.

use alloc::boxed::Box;
use alloc::string::ToString as _;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use arrow_array::builder::{
    BooleanBuilder, Date32Builder, Decimal128Builder, LargeStringBuilder, Time32SecondBuilder, UInt32Builder,
};
use arrow_array::types::Date32Type;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DECIMAL128_MAX_PRECISION, DataType, Field, Schema, SchemaRef, TimeUnit};
use chrono::Timelike as _;

use crate::Value;
use crate::rows::{Cell, Column, ColumnKind, Row};

/// The places after the point of the decimal columns. With the 28 digits that a value may have before it, that is all
/// that 38 digits hold.
pub const PLACES: u32 = 10;

const DECIMAL: DataType = DataType::Decimal128(DECIMAL128_MAX_PRECISION, PLACES as i8);

/// The schema of a table, the same for every batch.
///
/// ```
/// use wanyi::{arrow::schema, rows::ClaimRow};
///
/// let claims = schema::<ClaimRow<'_>>();
/// let subject = claims.field_with_name("subject")?;
/// assert_eq!((subject.data_type().to_string().as_str(), subject.is_nullable()), ("LargeUtf8", true));
/// # Ok::<(), wanyi::arrow_schema::ArrowError>(())
/// ```
#[must_use]
pub fn schema<R: Row>() -> SchemaRef {
    Arc::new(Schema::new(R::COLUMNS.iter().flat_map(fields).collect::<Vec<Field>>()))
}

/// The fields of a column: two for exact numbers.
fn fields(column: &Column) -> Vec<Field> {
    let field = |kind| Field::new(column.name, kind, column.nullable);
    match column.kind {
        ColumnKind::Text => [field(DataType::LargeUtf8)].into(),
        ColumnKind::Number => [field(DataType::UInt32)].into(),
        ColumnKind::Flag => [field(DataType::Boolean)].into(),
        ColumnKind::Date => [field(DataType::Date32)].into(),
        ColumnKind::Clock => [field(DataType::Time32(TimeUnit::Second))].into(),
        // null where the number stands in the column beside it
        ColumnKind::Value => [
            Field::new(column.name, DECIMAL, true),
            Field::new(alloc::format!("{}_text", column.name), DataType::LargeUtf8, true),
        ]
        .into(),
    }
}

pub(super) struct Table {
    schema: SchemaRef,
    columns: Vec<Builder>,
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table").field("columns", &self.columns.len()).finish_non_exhaustive()
    }
}

impl Table {
    pub(super) fn new<R: Row>() -> Self {
        Self { schema: schema::<R>(), columns: R::COLUMNS.iter().map(|column| Builder::of(column.kind)).collect() }
    }

    pub(super) fn push(&mut self, row: &impl Row) {
        for (column, cell) in self.columns.iter_mut().zip(row.cells()) {
            column.append(cell);
        }
    }

    pub(super) fn finish(&mut self) -> Result<RecordBatch, ArrowError> {
        let columns = self.columns.iter_mut().flat_map(Builder::finish).collect();
        RecordBatch::try_new(self.schema.clone(), columns)
    }
}

enum Builder {
    Text(LargeStringBuilder),
    Number(UInt32Builder),
    Flag(BooleanBuilder),
    Date(Date32Builder),
    Clock(Time32SecondBuilder),
    Value(Box<(Decimal128Builder, LargeStringBuilder)>),
}

impl Builder {
    fn of(kind: ColumnKind) -> Self {
        match kind {
            ColumnKind::Text => Self::Text(LargeStringBuilder::new()),
            ColumnKind::Number => Self::Number(UInt32Builder::new()),
            ColumnKind::Flag => Self::Flag(BooleanBuilder::new()),
            ColumnKind::Date => Self::Date(Date32Builder::new()),
            ColumnKind::Clock => Self::Clock(Time32SecondBuilder::new()),
            ColumnKind::Value => {
                Self::Value(Box::new((Decimal128Builder::new().with_data_type(DECIMAL), LargeStringBuilder::new())))
            }
        }
    }

    fn append(&mut self, cell: Cell<'_>) {
        match (self, cell) {
            (Self::Text(column), Cell::Text(text)) => column.append_value(text),
            (Self::Text(column), _) => column.append_null(),
            (Self::Number(column), Cell::Number(number)) => column.append_value(number),
            (Self::Number(column), _) => column.append_null(),
            (Self::Flag(column), Cell::Flag(flag)) => column.append_value(flag),
            (Self::Flag(column), _) => column.append_null(),
            (Self::Date(column), Cell::Date(date)) => column.append_value(Date32Type::from_naive_date(date)),
            (Self::Date(column), _) => column.append_null(),
            (Self::Clock(column), Cell::Clock(clock)) => {
                column.append_option(i32::try_from(clock.num_seconds_from_midnight()).ok());
            }
            (Self::Clock(column), _) => column.append_null(),
            (Self::Value(columns), Cell::Value(value)) => {
                let fitting = unscaled(value);
                columns.0.append_option(fitting);
                columns.1.append_option(fitting.is_none().then(|| value.to_string()));
            }
            (Self::Value(columns), _) => {
                columns.0.append_null();
                columns.1.append_null();
            }
        }
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        match self {
            Self::Text(column) => [Arc::new(column.finish()) as ArrayRef].into(),
            Self::Number(column) => [Arc::new(column.finish()) as ArrayRef].into(),
            Self::Flag(column) => [Arc::new(column.finish()) as ArrayRef].into(),
            Self::Date(column) => [Arc::new(column.finish()) as ArrayRef].into(),
            Self::Clock(column) => [Arc::new(column.finish()) as ArrayRef].into(),
            Self::Value(columns) => {
                [Arc::new(columns.0.finish()) as ArrayRef, Arc::new(columns.1.finish()) as ArrayRef].into()
            }
        }
    }
}

/// The number as so many of the last place of the decimal column; `None` where it has more places, or is no decimal.
fn unscaled(value: Value) -> Option<i128> {
    let decimal = value.as_decimal()?.normalize();
    let zeros = PLACES.checked_sub(decimal.scale())?;
    let unscaled = decimal.mantissa().checked_mul(10i128.checked_pow(zeros)?)?;
    let most = 10u128.checked_pow(u32::from(DECIMAL128_MAX_PRECISION))?;
    (unscaled.unsigned_abs() < most).then_some(unscaled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    #[test]
    fn every_decimal_of_ten_places_fits() {
        let value = |text: &str| Value::from(Decimal::from_str_exact(text).unwrap());
        assert_eq!(unscaled(value("-4200000.50")), Some(-42_000_005_000_000_000));
        assert_eq!(unscaled(value("0.0000000001")), Some(1));
        assert_eq!(unscaled(value("0.00000000001")), None);
        let most = "9999999999999999999999999999";
        assert_eq!(unscaled(value(most)), Some(9_999_999_999_999_999_999_999_999_999 * 10_000_000_000));
        // 29 digits, which a decimal may have and a number of an article may not
        assert_eq!(unscaled(value("10000000000000000000000000000")), None);
        assert_eq!(unscaled(Value::ratio(1, 3).unwrap()), None);
    }
}
