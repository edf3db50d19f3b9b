//! Record batches of Apache Arrow, of many articles: the tables of [`rows`](crate::rows) in columns.
//!
//! [`Tables`] takes articles and gives [`Batches`], which Parquet, DataFusion, pandas and polars read. A column has the
//! name of the row's field and one of these types:
//!
//! | of a row | in a batch |
//! |---|---|
//! | a text or a name | `LargeUtf8`, whose offsets no pile of articles overflows |
//! | a number or offset | `UInt32` |
//! | yes or no | `Boolean` |
//! | a day | `Date32` |
//! | a time of day | `Time32(Second)` |
//! | an exact number | `Decimal128(38, 10)`, and the column beside it whose name ends in `_text` |
//!
//! Every decimal of up to 28 digits with ten places or fewer stands in the decimal column, exactly. Another number
//! (0.00000000001, 1/3) is null there, and its exact text stands in the text column, which is null for all others:
//! nothing is ever rounded. Texts are those of the article, whatever they hold.
//!
//! Rooms: `columns` (builders).

mod columns;

use alloc::string::ToString as _;

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};

use crate::Article;
use crate::rows::{ArticleRow, ChangeRow, ClaimRow, QuantityRow, TimeRow};
use columns::Table;
pub use columns::{PLACES, schema};

/// Five tables that grow by an article at a time.
///
/// ```
/// use wanyi::{Article, arrow::Tables};
///
/// let mut tables = Tables::new();
/// for page in ["今年投入420餘萬元。", "出口500噸，同比增長25%。"] {
///     tables.push(&Article::parse(page)?);
/// }
/// let batches = tables.finish()?;
/// assert_eq!((batches.articles.num_rows(), batches.quantities.num_rows()), (2, 3));
/// let columns = batches.quantities.schema();
/// assert_eq!(columns.field_with_name("value")?.data_type().to_string(), "Decimal128(38, 10)");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Tables {
    articles: Table,
    quantities: Table,
    claims: Table,
    changes: Table,
    times: Table,
    /// How many articles were ever pushed: the place of the next.
    count: u64,
    waiting: usize,
}

impl Default for Tables {
    fn default() -> Self {
        Self::new()
    }
}

/// The batches of some articles, which join by the columns `article` and those named after what they number.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Batches {
    /// One row an article: [`ArticleRow`].
    pub articles: RecordBatch,
    /// One row a quantity, with its claim: [`QuantityRow`].
    pub quantities: RecordBatch,
    /// One row a claim: [`ClaimRow`].
    pub claims: RecordBatch,
    /// One row a change: [`ChangeRow`].
    pub changes: RecordBatch,
    /// One row a time: [`TimeRow`].
    pub times: RecordBatch,
}

impl Tables {
    /// Tables without rows.
    #[must_use]
    pub fn new() -> Self {
        Self {
            articles: Table::new::<ArticleRow<'_>>(),
            quantities: Table::new::<QuantityRow<'_>>(),
            claims: Table::new::<ClaimRow<'_>>(),
            changes: Table::new::<ChangeRow<'_>>(),
            times: Table::new::<TimeRow<'_>>(),
            count: 0,
            waiting: 0,
        }
    }

    /// Adds an article, whose id is its place among all that were added, from 0; it goes on after [`Tables::finish`].
    pub fn push(&mut self, article: &Article<'_>) {
        self.push_as(&self.count.to_string(), article);
    }

    /// Adds an article with an id of the caller's. That no two are the same is up to the caller.
    ///
    /// ```
    /// use wanyi::{Article, arrow::Tables};
    ///
    /// let mut tables = Tables::new();
    /// tables.push_as("2024/05/yunxi.txt", &Article::parse("投入3億元。")?);
    /// assert_eq!(tables.len(), 1);
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    pub fn push_as(&mut self, id: &str, article: &Article<'_>) {
        let rows = article.rows(id);
        self.articles.push(&rows.article());
        rows.quantities().for_each(|row| self.quantities.push(&row));
        rows.claims().for_each(|row| self.claims.push(&row));
        rows.changes().for_each(|row| self.changes.push(&row));
        rows.times().for_each(|row| self.times.push(&row));
        self.count += 1;
        self.waiting += 1;
    }

    /// How many articles were added since the last [`Tables::finish`].
    #[must_use]
    pub const fn len(&self) -> usize {
        self.waiting
    }

    /// Whether none was.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.waiting == 0
    }

    /// The batches of all that was added since the last call; the tables are empty after it. Tables that no row was
    /// added to give batches of no rows, with the same schemas.
    ///
    /// # Errors
    ///
    /// Arrow's, where columns do not fit their schema; no article makes them so.
    pub fn finish(&mut self) -> Result<Batches, ArrowError> {
        self.waiting = 0;
        Ok(Batches {
            articles: self.articles.finish()?,
            quantities: self.quantities.finish()?,
            claims: self.claims.finish()?,
            changes: self.changes.finish()?,
            times: self.times.finish()?,
        })
    }
}

impl Batches {
    /// The tables by their names: articles, quantities, claims, changes and times.
    ///
    /// ```
    /// let batches = wanyi::arrow::Tables::new().finish()?;
    /// assert_eq!(batches.named().map(|(name, _)| name), ["articles", "quantities", "claims", "changes", "times"]);
    /// # Ok::<(), wanyi::arrow_schema::ArrowError>(())
    /// ```
    #[must_use]
    pub const fn named(&self) -> [(&'static str, &RecordBatch); 5] {
        [
            ("articles", &self.articles),
            ("quantities", &self.quantities),
            ("claims", &self.claims),
            ("changes", &self.changes),
            ("times", &self.times),
        ]
    }
}

/// The schemas by the names that [`Batches::named`] gives.
///
/// ```
/// let [(name, articles), ..] = wanyi::arrow::schemas();
/// assert_eq!((name, articles.field(1).name().as_str()), ("articles", "title"));
/// ```
#[must_use]
pub fn schemas() -> [(&'static str, SchemaRef); 5] {
    [
        ("articles", schema::<ArticleRow<'_>>()),
        ("quantities", schema::<QuantityRow<'_>>()),
        ("claims", schema::<ClaimRow<'_>>()),
        ("changes", schema::<ChangeRow<'_>>()),
        ("times", schema::<TimeRow<'_>>()),
    ]
}
