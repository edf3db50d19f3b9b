//! Tables as Parquet, packed with zstd.

use std::io;
use std::sync::Arc;

use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;
use wanyi::Article;
use wanyi::arrow_array::{ArrayRef, LargeStringArray, RecordBatch, UInt32Array, UInt64Array};
use wanyi::arrow_schema::{DataType, Field, Schema, SchemaRef};

use super::{NewFile, Origin};

/// How many articles wait in memory to be written together.
const TOGETHER: usize = 256;

pub(super) struct Tables {
    waiting: wanyi::arrow::Tables,
    origins: Vec<Origin>,
    writers: [ArrowWriter<NewFile>; 5],
}

impl Tables {
    pub(super) fn new(files: [NewFile; 5]) -> io::Result<Self> {
        let properties = WriterProperties::builder().set_compression(Compression::ZSTD(ZstdLevel::default())).build();
        let writer = |file, schema| ArrowWriter::try_new(file, schema, Some(properties.clone()));
        let [articles, quantities, claims, changes, times] = files;
        let [(_, of_articles), (_, of_quantities), (_, of_claims), (_, of_changes), (_, of_times)] =
            wanyi::arrow::schemas();
        let writers = [
            writer(articles, with_origin(&of_articles))?,
            writer(quantities, of_quantities)?,
            writer(claims, of_claims)?,
            writer(changes, of_changes)?,
            writer(times, of_times)?,
        ];
        Ok(Self { waiting: wanyi::arrow::Tables::new(), origins: Vec::new(), writers })
    }

    fn write(&mut self) -> io::Result<()> {
        let mut batches = self.waiting.finish().map_err(io::Error::other)?;
        batches.articles = beside_origin(&batches.articles, &self.origins).map_err(io::Error::other)?;
        self.origins.clear();
        for (writer, (_, batch)) in self.writers.iter_mut().zip(batches.named()) {
            writer.write(batch)?;
        }
        Ok(())
    }
}

impl super::Tables for Tables {
    fn push(&mut self, id: &str, origin: Origin, article: &Article<'_>) -> io::Result<()> {
        self.waiting.push_as(id, article);
        self.origins.push(origin);
        if self.waiting.len() >= TOGETHER { self.write() } else { Ok(()) }
    }

    fn finish(mut self: Box<Self>) -> io::Result<[NewFile; 5]> {
        self.write()?;
        let [articles, quantities, claims, changes, times] = self.writers;
        Ok([
            articles.into_inner()?,
            quantities.into_inner()?,
            claims.into_inner()?,
            changes.into_inner()?,
            times.into_inner()?,
        ])
    }
}

/// The columns of the table of articles, and those of [`Origin`].
fn with_origin(articles: &SchemaRef) -> SchemaRef {
    let own = [
        Field::new("file", DataType::LargeUtf8, false),
        Field::new("offset", DataType::UInt64, false),
        Field::new("line", DataType::UInt64, true),
        Field::new("url", DataType::LargeUtf8, true),
        Field::new("content", DataType::UInt32, false),
        Field::new("content_char", DataType::UInt32, false),
    ];
    let fields = articles.fields().iter().map(|field| field.as_ref().clone());
    Arc::new(Schema::new(fields.chain(own).collect::<Vec<_>>()))
}

fn beside_origin(articles: &RecordBatch, origins: &[Origin]) -> Result<RecordBatch, wanyi::arrow_schema::ArrowError> {
    let own: [ArrayRef; 6] = [
        Arc::new(LargeStringArray::from_iter_values(origins.iter().map(|origin| &origin.file))),
        Arc::new(UInt64Array::from_iter_values(origins.iter().map(|origin| origin.offset))),
        Arc::new(origins.iter().map(|origin| origin.line).collect::<UInt64Array>()),
        Arc::new(origins.iter().map(|origin| origin.url.as_deref()).collect::<LargeStringArray>()),
        Arc::new(UInt32Array::from_iter_values(origins.iter().map(|origin| origin.content))),
        Arc::new(UInt32Array::from_iter_values(origins.iter().map(|origin| origin.content_char))),
    ];
    let columns = articles.columns().iter().cloned().chain(own).collect();
    RecordBatch::try_new(with_origin(&articles.schema()), columns)
}
