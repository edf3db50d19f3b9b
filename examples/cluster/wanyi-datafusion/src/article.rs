//! `zh_article`: the fields of a page as a struct; `zh_diagnostic`: what is to be known of the reading of a page.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, LargeStringBuilder, NullBufferBuilder, StructArray, UInt32Builder};
use datafusion::arrow::compute::take;
use datafusion::arrow::datatypes::DataType;
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature};
use wanyi::Article;
use wanyi::arrow::{Tables, schema};
use wanyi::rows::ArticleRow;

use crate::lists::{codes, struct_fields};
use crate::page::{Pages, coerce, columns, signature};

/// `zh_article`.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Fields {
    signature: Signature,
}

/// `zh_diagnostic`.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct PageDiagnostic {
    signature: Signature,
}

impl Default for Fields {
    fn default() -> Self {
        Self { signature: signature() }
    }
}

impl Default for PageDiagnostic {
    fn default() -> Self {
        Self { signature: signature() }
    }
}

impl ScalarUDFImpl for Fields {
    fn name(&self) -> &str {
        "zh_article"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        coerce(self.name(), given)
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Struct(struct_fields(&schema::<ArticleRow<'_>>())))
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let columns = columns(arguments)?;
        let structs = articles(&Pages::new(&columns)?)?;
        Ok(ColumnarValue::Array(Arc::new(structs)))
    }
}

impl ScalarUDFImpl for PageDiagnostic {
    fn name(&self) -> &str {
        "zh_diagnostic"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        coerce(self.name(), given)
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::LargeUtf8)
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let columns = columns(arguments)?;
        let mut notes = LargeStringBuilder::new();
        Pages::new(&columns)?.each(|page| {
            notes.append_option(page.and_then(diagnostic));
            Ok::<(), DataFusionError>(())
        })?;
        Ok(ColumnarValue::Array(Arc::new(notes.finish())))
    }
}

/// Why a page was not read, or the codes of what was found on it.
fn diagnostic(page: Result<&Article<'_>, String>) -> Option<String> {
    match page {
        Ok(article) => codes(article.diagnostics()),
        Err(error) => Some(error),
    }
}

/// The structs of the pages of a batch. One that was not read has its diagnostic alone.
fn articles(pages: &Pages<'_>) -> Result<StructArray> {
    let mut tables = Tables::new();
    let mut notes = LargeStringBuilder::new();
    let mut valid = NullBufferBuilder::new(pages.len());
    // for each page its row of the table
    let mut places = UInt32Builder::with_capacity(pages.len());
    pages.each(|page| {
        valid.append(page.is_some());
        if let Some(Ok(article)) = page {
            places.append_option(u32::try_from(tables.len()).ok());
            tables.push_as("", article);
        } else {
            places.append_null();
        }
        notes.append_option(page.and_then(diagnostic));
        Ok::<(), DataFusionError>(())
    })?;
    let (table, places) = (tables.finish()?.articles, places.finish());
    let rows = table.columns().iter().skip(1).map(|column| take(column, &places, None));
    let mut columns: Vec<ArrayRef> = rows.collect::<Result<_, _>>()?;
    columns.push(Arc::new(notes.finish()));
    Ok(StructArray::try_new(struct_fields(&table.schema()), columns, valid.finish())?)
}
