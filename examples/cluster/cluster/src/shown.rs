//! Rows as text.

use datafusion::arrow::record_batch::RecordBatch;
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
use datafusion::arrow::util::pretty::pretty_format_batches;

use crate::Failure;

/// The rows as a table with a head.
///
/// # Errors
///
/// Arrow's, where a value cannot be printed.
pub fn table(batches: &[RecordBatch]) -> Result<String, Failure> {
    Ok(pretty_format_batches(batches)?.to_string())
}

/// The rows as lines in alphabetical order, to compare results whose order is open.
///
/// # Errors
///
/// As [`table`].
pub fn sorted_lines(batches: &[RecordBatch]) -> Result<Vec<String>, Failure> {
    let options = FormatOptions::new().with_null("null");
    let mut lines = Vec::new();
    for batch in batches {
        let columns = batch.columns().iter().map(|column| ArrayFormatter::try_new(column, &options));
        let columns = columns.collect::<Result<Vec<_>, _>>()?;
        for row in 0..batch.num_rows() {
            let cells: Vec<String> = columns.iter().map(|column| column.value(row).to_string()).collect();
            lines.push(cells.join("\t"));
        }
    }
    lines.sort_unstable();
    Ok(lines)
}
