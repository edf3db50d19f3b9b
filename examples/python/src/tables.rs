//! Flat rows as lists, one a column.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};
use wanyi::rows::{ArticleRow, Cell, ChangeRow, ClaimRow, Column, ColumnKind, QuantityRow, Row, TimeRow};

use crate::objects;

fn unknown(table: &str) -> PyErr {
    PyValueError::new_err(format!("unknown table {table:?}: expected articles, quantities, claims, changes or times"))
}

/// The columns of a table: name, kind, and whether a cell may be empty.
pub(crate) fn columns(table: &str) -> PyResult<Vec<(&'static str, &'static str, bool)>> {
    let columns: &[Column] = match table {
        "articles" => ArticleRow::COLUMNS,
        "quantities" => QuantityRow::COLUMNS,
        "claims" => ClaimRow::COLUMNS,
        "changes" => ChangeRow::COLUMNS,
        "times" => TimeRow::COLUMNS,
        _ => return Err(unknown(table)),
    };
    let kind = |kind| match kind {
        ColumnKind::Number => "number",
        ColumnKind::Flag => "flag",
        ColumnKind::Value => "value",
        ColumnKind::Date => "date",
        ColumnKind::Clock => "clock",
        _ => "text",
    };
    Ok(columns.iter().map(|column| (column.name, kind(column.kind), column.nullable)).collect())
}

/// The rows of a table, as lists by the names of the columns.
pub(crate) fn rows<'py>(
    py: Python<'py>,
    article: &wanyi::Article<'_>,
    table: &str,
    id: &str,
) -> PyResult<Bound<'py, PyDict>> {
    let rows = article.rows(id);
    match table {
        "articles" => lists(py, std::iter::once(rows.article())),
        "quantities" => lists(py, rows.quantities()),
        "claims" => lists(py, rows.claims()),
        "changes" => lists(py, rows.changes()),
        "times" => lists(py, rows.times()),
        _ => Err(unknown(table)),
    }
}

fn lists<R: Row>(py: Python<'_>, rows: impl Iterator<Item = R>) -> PyResult<Bound<'_, PyDict>> {
    let columns: Vec<Bound<'_, PyList>> = R::COLUMNS.iter().map(|_| PyList::empty(py)).collect();
    for row in rows {
        for (column, cell) in columns.iter().zip(row.cells()) {
            column.append(object(py, cell)?)?;
        }
    }
    let by_name = PyDict::new(py);
    for (column, list) in R::COLUMNS.iter().zip(columns) {
        by_name.set_item(column.name, list)?;
    }
    Ok(by_name)
}

fn object<'py>(py: Python<'py>, cell: Cell<'_>) -> PyResult<Option<Bound<'py, PyAny>>> {
    Ok(match cell {
        Cell::Text(text) => Some(text.into_pyobject(py)?.into_any()),
        Cell::Number(number) => Some(number.into_pyobject(py)?.into_any()),
        Cell::Flag(flag) => Some(flag.into_pyobject(py)?.to_owned().into_any()),
        Cell::Value(value) => objects::number(py, value)?,
        Cell::Date(date) => objects::day(py, date),
        Cell::Clock(clock) => Some(clock.into_pyobject(py)?.into_any()),
        _ => None,
    })
}
