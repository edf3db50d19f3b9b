//! The Rust side of the Python package `wanyi`: reads a text and makes the objects of `wanyi._model`.
//!
//! - [`objects`]: the views of an article as Python objects;
//! - [`tables`]: flat rows as lists, one a column.

mod objects;
mod tables;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyString, PyTuple};
use wanyi::{Moment, Parser, Region, encoding_rs::Encoding};

use objects::Objects;

/// An article as it was read, which the Python object of it keeps.
#[pyclass(frozen, module = "wanyi._native")]
struct Core {
    article: wanyi::Article<'static>,
}

#[pymethods]
impl Core {
    /// The JSON form.
    fn json(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| serde_json::to_string(&self.article)).map_err(|error| PyValueError::new_err(error.to_string()))
    }

    /// The page for people.
    fn html(&self, py: Python<'_>) -> String {
        py.detach(|| self.article.to_html())
    }

    /// The rows of a table, as lists by the names of the columns.
    fn rows<'py>(&self, py: Python<'py>, table: &str, id: &str) -> PyResult<Bound<'py, PyDict>> {
        tables::rows(py, &self.article, table, id)
    }
}

/// What was given to be read.
enum Source<'s> {
    Text(&'s str),
    Bytes(&'s [u8]),
}

impl<'s> Source<'s> {
    fn of(given: &'s Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(text) = given.cast::<PyString>() {
            return text.to_str().map(Self::Text);
        }
        match given.cast::<PyBytes>() {
            Ok(bytes) => Ok(Self::Bytes(bytes.as_bytes())),
            Err(_) => Err(PyTypeError::new_err(format!("expected str or bytes, got {}", given.get_type().name()?))),
        }
    }

    /// The article of it, with no thread held up.
    fn parse(&self, parser: &Parser, encoding: Option<&'static Encoding>, body: bool) -> Parsed {
        let article = match (self, body) {
            (Self::Text(text), false) => parser.parse(text)?.into_owned(),
            (Self::Text(text), true) => parser.parse_body(text)?.into_owned(),
            (Self::Bytes(bytes), false) => parser.parse_bytes(bytes)?.into_owned(),
            (Self::Bytes(bytes), true) => parser.parse_body(&wanyi::decode(bytes, encoding).text)?.into_owned(),
        };
        Ok(article)
    }
}

type Parsed = Result<wanyi::Article<'static>, wanyi::ParseError>;

fn encoding_of(label: Option<&str>) -> PyResult<Option<&'static Encoding>> {
    let named = |label: &str| {
        let known = Encoding::for_label(label.as_bytes());
        known.ok_or_else(|| PyValueError::new_err(format!("unknown encoding {label:?}")))
    };
    label.map(named).transpose()
}

fn parser(published: Option<&str>, region: Option<&str>, encoding: Option<&'static Encoding>) -> PyResult<Parser> {
    let mut parser = Parser::new();
    if let Some(text) = published {
        let moment: Moment =
            text.parse().map_err(|_| PyValueError::new_err(format!("published is no ISO 8601 date: {text:?}")))?;
        parser = parser.published(moment);
    }
    if let Some(code) = region {
        let region: Region =
            code.parse().map_err(|error: wanyi::UnknownRegion| PyValueError::new_err(error.to_string()))?;
        parser = parser.region(region);
    }
    Ok(match encoding {
        Some(encoding) => parser.encoding(encoding),
        None => parser,
    })
}

#[pyfunction]
fn parse<'py>(
    py: Python<'py>,
    text: &Bound<'py, PyAny>,
    published: Option<&str>,
    region: Option<&str>,
    encoding: Option<&str>,
    body: bool,
) -> PyResult<Bound<'py, PyAny>> {
    let encoding = encoding_of(encoding)?;
    let parser = parser(published, region, encoding)?;
    let source = Source::of(text)?;
    let objects = Objects::new(py)?;
    match py.detach(|| source.parse(&parser, encoding, body)) {
        Ok(article) => objects.article(article),
        Err(error) => Err(objects.error(&error)?),
    }
}

#[pyfunction]
fn find_quantities<'py>(
    py: Python<'py>,
    text: &Bound<'py, PyAny>,
    published: Option<&str>,
    region: Option<&str>,
    encoding: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    let encoding = encoding_of(encoding)?;
    let parser = parser(published, region, encoding)?;
    let source = Source::of(text)?;
    let found = py.detach(|| match source {
        Source::Text(text) => parser.find_quantities(text).into_owned(),
        Source::Bytes(bytes) => parser.find_quantities(&wanyi::decode(bytes, encoding).text).into_owned(),
    });
    Objects::new(py)?.found(&found)
}

/// The article of its JSON form.
#[pyfunction]
fn restore<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    let read = py.detach(|| serde_json::from_str::<wanyi::Article<'_>>(json).map(wanyi::Article::into_owned));
    let article = read.map_err(|error| PyValueError::new_err(format!("no article: {error}")))?;
    Objects::new(py)?.article(article)
}

/// The columns of a table: name, kind, and whether a cell may be empty.
#[pyfunction]
fn columns(table: &str) -> PyResult<Vec<(&'static str, &'static str, bool)>> {
    tables::columns(table)
}

/// The names that enums have, which the types of the Python side list again.
fn names(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let names = PyDict::new(py);
    macro_rules! all {
        ($($python:literal: $kind:ident),*) => { $(
            names.set_item($python, PyTuple::new(py, wanyi::$kind::ALL.iter().map(|kind| kind.name()))?)?;
        )* };
    }
    all!(
        "Approx": Approx, "Role": Role, "Dimension": Dimension, "CodeSystem": CodeSystem, "TimeKind": TimeKind,
        "Calendar": Calendar, "TimeRelation": Relation, "Direction": Direction, "Basis": Basis, "Modality": Modality,
        "RelationKind": RelationKind, "PersonRole": PersonRole, "Certainty": Certainty, "Script": Script,
        "Severity": Severity
    );
    Ok(names)
}

#[pymodule(gil_used = false)]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("NAMES", names(module.py())?)?;
    module.add_class::<Core>()?;
    module.add_function(wrap_pyfunction!(parse, module)?)?;
    module.add_function(wrap_pyfunction!(find_quantities, module)?)?;
    module.add_function(wrap_pyfunction!(restore, module)?)?;
    module.add_function(wrap_pyfunction!(columns, module)?)
}
