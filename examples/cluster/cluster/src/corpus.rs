//! Articles as Parquet: the built-in ones, any number made of them, or an archive of JSON lines.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, AsArray as _, Date32Array, StringArray};
use datafusion::arrow::datatypes::{Date32Type, UInt64Type};
use datafusion::arrow::record_batch::RecordBatch;
use datafusion::config::TableParquetOptions;
use datafusion::dataframe::DataFrameWriteOptions;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::Compression;
use datafusion::parquet::file::properties::WriterProperties;
use datafusion::prelude::{JsonReadOptions, SessionContext};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use wanyi::chrono::NaiveDate;

use crate::Failure;

const BUILT_IN: &str = include_str!("../../data/articles.jsonl");

/// How many rows a group of a file has: what one task reads at least.
pub const GROUP: usize = 1024;

/// An article, with what its archive knows of it.
#[derive(Clone, Debug, Deserialize)]
pub struct Article {
    /// Its number in the archive.
    pub id: String,
    /// The outlet.
    pub outlet: String,
    /// The day of publication.
    #[serde(deserialize_with = "day")]
    pub published: NaiveDate,
    /// The region of the outlet, as ISO 3166.
    pub region: String,
    /// The page, as text.
    pub body: String,
}

fn day<'de, D: Deserializer<'de>>(text: D) -> Result<NaiveDate, D::Error> {
    String::deserialize(text)?.parse().map_err(D::Error::custom)
}

/// The built-in articles.
///
/// # Errors
///
/// That of JSON, where a line is none.
pub fn built_in() -> Result<Vec<Article>, Failure> {
    BUILT_IN.lines().map(|line| serde_json::from_str(line).map_err(Failure::from)).collect()
}

/// So many articles, the built-in ones over and over, each with an id of its own.
///
/// # Errors
///
/// As [`built_in`].
pub fn made(count: usize) -> Result<Vec<Article>, Failure> {
    let built_in = built_in()?;
    let repeated = built_in.iter().cycle().take(count).enumerate();
    Ok(repeated.map(|(place, article)| Article { id: format!("{place:09}"), ..article.clone() }).collect())
}

/// The articles as a record batch.
///
/// # Errors
///
/// Arrow's, where columns do not fit; none are such.
pub fn batch(articles: &[Article]) -> Result<RecordBatch, Failure> {
    let text =
        |of: fn(&Article) -> &str| Arc::new(articles.iter().map(of).map(Some).collect::<StringArray>()) as ArrayRef;
    let days = articles.iter().map(|article| Date32Type::from_naive_date(article.published));
    Ok(RecordBatch::try_from_iter([
        ("id", text(|article| &article.id)),
        ("outlet", text(|article| &article.outlet)),
        ("published", Arc::new(Date32Array::from_iter_values(days)) as ArrayRef),
        ("region", text(|article| &article.region)),
        ("body", text(|article| &article.body)),
    ])?)
}

/// Writes the articles as a Parquet file.
///
/// # Errors
///
/// Those of the file and of Parquet.
pub fn write(articles: &[Article], path: &Path) -> Result<(), Failure> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_max_row_group_row_count(Some(GROUP))
        .build();
    let batch = batch(articles)?;
    let mut writer = ArrowWriter::try_new(File::create(path)?, batch.schema(), Some(properties))?;
    writer.write(&batch)?;
    writer.close()?;
    Ok(())
}

/// Writes files of JSON lines as one Parquet file, in no more memory for more of them, and tells how many rows it has.
///
/// # Errors
///
/// `DataFusion`'s, where a file cannot be read or written.
pub async fn pack(lines: Vec<String>, path: &str) -> Result<u64, Failure> {
    let endings: Vec<_> = lines.iter().map(Path::new).map(|path| path.extension().unwrap_or_default()).collect();
    let ending = match endings.as_slice() {
        [first, rest @ ..] if rest.iter().all(|other| other == first) => first.to_string_lossy(),
        _ => return Err("files of one ending were expected".into()),
    };
    let ending = format!(".{ending}");
    let context = SessionContext::new();
    let read = context.read_json(lines.clone(), JsonReadOptions::default().file_extension(&ending)).await?;
    let mut options = TableParquetOptions::default();
    options.global.compression = Some("snappy".to_owned());
    options.global.max_row_group_size = GROUP;
    let one_file = DataFrameWriteOptions::new().with_single_file_output(true);
    let counts = read.write_parquet(path, one_file, Some(options)).await?;
    let counts = counts
        .iter()
        .flat_map(|batch| batch.columns().first())
        .flat_map(|column| column.as_primitive::<UInt64Type>().iter().flatten());
    Ok(counts.sum())
}

#[cfg(test)]
mod tests {
    use datafusion::prelude::ParquetReadOptions;

    use super::*;

    #[test]
    fn made_articles_have_ids_of_their_own() {
        let built_in = built_in().unwrap();
        let made = made(built_in.len() + 2).unwrap();
        assert_eq!(made[0].body, made[built_in.len()].body);
        assert_ne!(made[0].id, made[built_in.len()].id);
        assert_eq!(batch(&made).unwrap().num_rows(), built_in.len() + 2);
    }

    #[tokio::test]
    async fn every_line_is_packed() {
        let directory = tempfile::tempdir().unwrap();
        let path = |name: &str| directory.path().join(name).to_string_lossy().into_owned();
        std::fs::write(path("lines.jsonl"), BUILT_IN).unwrap();
        assert_eq!(pack(vec![path("lines.jsonl")], &path("packed.parquet")).await.unwrap(), 50);
        let context = SessionContext::new();
        let packed = context.read_parquet(path("packed.parquet"), ParquetReadOptions::default()).await.unwrap();
        let found = packed.select_columns(&["id", "body"]).unwrap().collect().await.unwrap();
        let built_in = built_in().unwrap();
        let mut expected: Vec<_> = built_in.iter().map(|article| format!("{}\t{}", article.id, article.body)).collect();
        expected.sort_unstable();
        assert_eq!(crate::shown::sorted_lines(&found).unwrap(), expected);
        let both = vec![path("lines.jsonl"), path("lines.csv")];
        assert!(pack(both, &path("both.parquet")).await.is_err());
    }
}
