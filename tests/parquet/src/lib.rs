//! Record batches as Parquet files in memory.

use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::errors::ParquetError;
use wanyi::arrow_array::RecordBatch;

/// The bytes of a Parquet file of one batch, not compressed.
///
/// # Errors
///
/// Parquet's, where it cannot write a column.
pub fn write(batch: &RecordBatch) -> Result<Vec<u8>, ParquetError> {
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), None)?;
    writer.write(batch)?;
    writer.into_inner()
}

/// The batches of a Parquet file.
///
/// # Errors
///
/// Parquet's, where the bytes are no such file.
pub fn read(file: Vec<u8>) -> Result<Vec<RecordBatch>, ParquetError> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(bytes::Bytes::from(file))?.build()?;
    Ok(reader.collect::<Result<_, _>>()?)
}
