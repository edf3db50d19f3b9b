//! `zh_quantities`, `zh_times` and `zh_claims`: a list of structs for each page.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, LargeStringBuilder, ListArray, NullBufferBuilder, RecordBatch, StructArray};
use datafusion::arrow::buffer::OffsetBuffer;
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Fields, SchemaRef};
use datafusion::common::exec_err;
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature};
use wanyi::arrow::{Batches, Tables, schema};
use wanyi::rows::{ClaimRow, QuantityRow, TimeRow};
use wanyi::{Article, Diagnostic, Span};

use crate::page::{Pages, coerce, columns, signature};

/// The column that every struct ends with.
pub(crate) const DIAGNOSTIC: &str = "diagnostic";

/// What a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Quantities,
    Times,
    Claims,
}

impl Kind {
    pub(crate) const ALL: [Self; 3] = [Self::Quantities, Self::Times, Self::Claims];

    pub(crate) const fn function(self) -> &'static str {
        match self {
            Self::Quantities => "zh_quantities",
            Self::Times => "zh_times",
            Self::Claims => "zh_claims",
        }
    }

    fn schema(self) -> SchemaRef {
        match self {
            Self::Quantities => schema::<QuantityRow<'_>>(),
            Self::Times => schema::<TimeRow<'_>>(),
            Self::Claims => schema::<ClaimRow<'_>>(),
        }
    }

    fn batch(self, batches: Batches) -> RecordBatch {
        match self {
            Self::Quantities => batches.quantities,
            Self::Times => batches.times,
            Self::Claims => batches.claims,
        }
    }

    /// Where the rows of an article stand in its source, in their order.
    fn spans(self, article: &Article<'_>) -> Vec<Span> {
        match self {
            Self::Quantities => article.quantities().map(|quantity| quantity.span()).collect(),
            Self::Times => article.times().map(|time| time.span()).collect(),
            Self::Claims => article.claims().map(|claim| claim.span()).collect(),
        }
    }
}

/// The fields of a struct: those of a table without the id of the article, and the diagnostic. All may be null, as
/// readers of nested columns expect of what stands in a null.
pub(crate) fn struct_fields(table: &SchemaRef) -> Fields {
    let rest = table.fields().iter().skip(1).map(|field| Arc::new(Field::clone(field).with_nullable(true)));
    rest.chain([Arc::new(Field::new(DIAGNOSTIC, DataType::LargeUtf8, true))]).collect()
}

/// The codes of diagnostics, or nothing where there are none.
pub(crate) fn codes<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> Option<String> {
    let mut names: Vec<&str> = diagnostics.into_iter().map(|diagnostic| diagnostic.code.name()).collect();
    names.sort_unstable();
    names.dedup();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The function of a kind of list.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct List {
    kind: Kind,
    signature: Signature,
}

impl List {
    pub(crate) fn new(kind: Kind) -> Self {
        Self { kind, signature: signature() }
    }
}

fn item(kind: Kind) -> FieldRef {
    Arc::new(Field::new_list_field(DataType::Struct(struct_fields(&kind.schema())), true))
}

impl ScalarUDFImpl for List {
    fn name(&self) -> &str {
        self.kind.function()
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        coerce(self.name(), given)
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::List(item(self.kind)))
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let columns = columns(arguments)?;
        let lists = lists(self.kind, &Pages::new(&columns)?)?;
        Ok(ColumnarValue::Array(Arc::new(lists)))
    }
}

/// The lists of the pages of a batch, filled by the crate's own tables.
fn lists(kind: Kind, pages: &Pages<'_>) -> Result<ListArray> {
    let mut tables = Tables::new();
    let mut notes = LargeStringBuilder::new();
    let mut valid = NullBufferBuilder::new(pages.len());
    let mut ends = Vec::with_capacity(pages.len() + 1);
    let mut count = 0;
    ends.push(0);
    pages.each(|page| {
        if let Some(Ok(article)) = &page {
            tables.push_as("", article);
            let spans = kind.spans(article);
            count += spans.len();
            note(article, &spans, &mut notes);
        }
        valid.append(matches!(page, Some(Ok(_))));
        let Ok(end) = i32::try_from(count) else { return exec_err!("a batch of so many pages needs longer offsets") };
        ends.push(end);
        Ok::<(), DataFusionError>(())
    })?;
    let batch = kind.batch(tables.finish()?);
    let items = structs(&batch, Arc::new(notes.finish()))?;
    Ok(ListArray::try_new(item(kind), OffsetBuffer::new(ends.into()), Arc::new(items), valid.finish())?)
}

/// The rows of a table as structs, with their diagnostics.
fn structs(batch: &RecordBatch, notes: ArrayRef) -> Result<StructArray> {
    let columns = batch.columns().iter().skip(1).cloned().chain([notes]).collect();
    let fields = struct_fields(&batch.schema());
    Ok(StructArray::try_new_with_length(fields, columns, None, batch.num_rows())?)
}

/// Writes for each span which diagnostics touch it.
fn note(article: &Article<'_>, spans: &[Span], notes: &mut LargeStringBuilder) {
    let diagnostics = article.diagnostics();
    for span in spans {
        let touching =
            |diagnostic: &&Diagnostic| diagnostic.span.start() < span.end() && span.start() < diagnostic.span.end();
        notes.append_option(codes(diagnostics.iter().filter(touching)));
    }
}
