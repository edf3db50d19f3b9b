//! Articles as Parquet: the built-in ones, and any number made of them.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, Date32Array, StringArray};
use datafusion::arrow::datatypes::Date32Type;
use datafusion::arrow::record_batch::RecordBatch;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::Compression;
use datafusion::parquet::file::properties::WriterProperties;
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

/// So many articles of the length that news has, some two kilobytes: each has the text of fifteen others below its own.
///
/// # Errors
///
/// As [`built_in`].
pub fn long(count: usize) -> Result<Vec<Article>, Failure> {
    let built_in = built_in()?;
    let texts: Vec<String> = built_in.iter().map(|article| article.body.lines().skip(2).collect()).collect();
    let mut made = made(count)?;
    for (place, article) in made.iter_mut().enumerate() {
        // never the same fifteen below the same page until all have been
        let below = texts.iter().cycle().skip((place + place / built_in.len()) % texts.len() + 1).take(15);
        below.for_each(|text| article.body.extend(["\n", text]));
    }
    Ok(made)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_articles_have_ids_of_their_own() {
        let built_in = built_in().unwrap();
        let made = made(built_in.len() + 2).unwrap();
        assert_eq!(made[0].body, made[built_in.len()].body);
        assert_ne!(made[0].id, made[built_in.len()].id);
        assert_eq!(batch(&made).unwrap().num_rows(), built_in.len() + 2);
    }
}
