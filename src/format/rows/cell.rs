//! What stands in a row: [`Cell`], the [`Column`]s, and the macro that declares rows with both.

use alloc::borrow::Cow;

use chrono::{NaiveDate, NaiveTime};

use super::sheet;
use crate::{
    Approx, Basis, Calendar, Certainty, CodeSystem, Dimension, Direction, Modality, Region, Relation, RelationKind,
    Role, Script, TimeKind, Value,
};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ColumnKind {
    /// [`Cell::Text`].
    Text,
    /// [`Cell::Number`].
    Number,
    /// [`Cell::Flag`].
    Flag,
    /// [`Cell::Value`].
    Value,
    /// [`Cell::Date`].
    Date,
    /// [`Cell::Clock`].
    Clock,
}

/// A column of a table.
///
/// ```
/// use wanyi::rows::{ColumnKind, QuantityRow, Row};
///
/// let value = QuantityRow::COLUMNS.iter().find(|column| column.name == "value").ok_or("no such column")?;
/// assert_eq!((value.kind, value.nullable), (ColumnKind::Value, true));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column {
    /// Its name, that of the row's field.
    pub name: &'static str,
    /// What it holds.
    pub kind: ColumnKind,
    /// Whether a cell of it may be empty.
    pub nullable: bool,
}

/// One cell of a row, for programs that write other forms than those of `serde`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Cell<'c> {
    /// Nothing: not known, or there is none.
    Empty,
    /// A text, or a name.
    Text(&'c str),
    /// A count, an id or an offset.
    Number(u32),
    /// Yes or no.
    Flag(bool),
    /// An exact number.
    Value(Value),
    /// A day.
    Date(NaiveDate),
    /// A time of day.
    Clock(NaiveTime),
}

#[cfg(feature = "serde")]
impl serde::Serialize for Cell<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Value(value) => serializer.collect_str(value),
            Self::Date(date) => serializer.collect_str(&date.format("%Y-%m-%d")),
            Self::Clock(clock) => serializer.collect_str(&clock.format("%H:%M:%S")),
        }
    }
}

/// A row of a table: its columns, and its cells in their order.
///
/// ```
/// use wanyi::Article;
/// use wanyi::rows::{Cell, Row, TimeRow};
///
/// let article = Article::parse("2022年投入3億元。")?;
/// let rows = article.rows("a");
/// let time = rows.times().next().ok_or("no time")?;
/// let cells: Vec<_> = TimeRow::COLUMNS.iter().map(|column| column.name).zip(time.cells()).collect();
/// assert_eq!(cells.first(), Some(&("article", Cell::Text("a"))));
/// assert!(cells.contains(&("text", Cell::Text("2022年"))));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Row: sealed::Sealed + Sized {
    /// The columns: name, kind, and whether a cell may be empty.
    const COLUMNS: &'static [Column];

    /// The cells, in the order of [`Row::COLUMNS`].
    fn cells(&self) -> impl ExactSizeIterator<Item = Cell<'_>>;

    /// The same row for a spreadsheet: no text of it is taken for a formula, and nothing in it is invisible or turns
    /// the direction of writing. See [`spreadsheet`](super::spreadsheet).
    #[must_use]
    fn for_spreadsheet(self) -> Self;
}

pub(super) mod sealed {
    /// Rows are made by the crate alone, which may add columns.
    pub trait Sealed {}
}

/// What a field of a row is as a cell.
pub(super) trait Field: Sized {
    const KIND: ColumnKind;
    const NULLABLE: bool = false;

    fn cell(&self) -> Cell<'_>;

    fn for_spreadsheet(self) -> Self {
        self
    }
}

impl<T: Field> Field for Option<T> {
    const KIND: ColumnKind = T::KIND;
    const NULLABLE: bool = true;

    fn cell(&self) -> Cell<'_> {
        self.as_ref().map_or(Cell::Empty, T::cell)
    }

    fn for_spreadsheet(self) -> Self {
        self.map(T::for_spreadsheet)
    }
}

impl Field for Cow<'_, str> {
    const KIND: ColumnKind = ColumnKind::Text;

    fn cell(&self) -> Cell<'_> {
        Cell::Text(self)
    }

    fn for_spreadsheet(self) -> Self {
        match sheet::spreadsheet(&self) {
            Cow::Borrowed(_) => self,
            Cow::Owned(text) => Self::Owned(text),
        }
    }
}

macro_rules! fields {
    ($($kind:ty: $cell:ident($of:expr);)*) => { $(
        impl Field for $kind {
            const KIND: ColumnKind = ColumnKind::$cell;

            fn cell(&self) -> Cell<'_> {
                let of: fn(&Self) -> _ = $of;
                Cell::$cell(of(self))
            }
        }
    )* };
}

fields! {
    u32: Number(|number| *number);
    bool: Flag(|flag| *flag);
    Value: Value(|value| *value);
    NaiveDate: Date(|date| *date);
    NaiveTime: Clock(|clock| *clock);
    Approx: Text(|of| of.name());
    Basis: Text(|of| of.name());
    Calendar: Text(|of| of.name());
    Certainty: Text(|of| of.name());
    CodeSystem: Text(|of| of.name());
    Dimension: Text(|of| of.name());
    Direction: Text(|of| of.name());
    Modality: Text(|of| of.name());
    Region: Text(|of| of.code());
    Relation: Text(|of| of.name());
    RelationKind: Text(|of| of.name());
    Role: Text(|of| of.name());
    Script: Text(|of| of.name());
    TimeKind: Text(|of| of.name());
    crate::BlockKind: Text(|of| of.name());
    super::Part: Text(|of| of.name());
}

/// Declares a row: its columns, cells and `Serialize` follow from its fields.
macro_rules! row {
    ($(#[$meta:meta])* pub struct $row:ident { $($(#[$note:meta])* $field:ident: $kind:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct $row<'a> {
            $($(#[$note])* pub $field: $kind,)*
        }

        impl $crate::format::rows::cell::sealed::Sealed for $row<'_> {}

        impl<'a> Row for $row<'a> {
            const COLUMNS: &'static [Column] = &[$(Column {
                name: stringify!($field),
                kind: <$kind as Field>::KIND,
                nullable: <$kind as Field>::NULLABLE,
            },)*];

            fn cells(&self) -> impl ExactSizeIterator<Item = Cell<'_>> {
                [$(self.$field.cell(),)*].into_iter()
            }

            fn for_spreadsheet(self) -> Self {
                Self { $($field: self.$field.for_spreadsheet(),)* }
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $row<'_> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct as _;
                let mut row = serializer.serialize_struct(stringify!($row), Self::COLUMNS.len())?;
                $(row.serialize_field(stringify!($field), &self.$field.cell())?;)*
                row.end()
            }
        }
    };
}

pub(super) use row;
