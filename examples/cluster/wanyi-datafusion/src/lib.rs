//! SQL functions for `DataFusion` that read Chinese news: quantities, times and claims as lists of structs, the fields of
//! a page as a struct, and plain columns of written numbers as decimals.
//!
//! ```
//! use datafusion::prelude::SessionContext;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> datafusion::error::Result<()> {
//! let context = SessionContext::new();
//! wanyi_datafusion::register(&context)?;
//! let sums = context
//!     .sql(
//!         "SELECT unit, sum(value) AS total
//!          FROM (SELECT unnest(zh_quantities(body)) FROM (VALUES ('投入3億元。'), ('補貼420萬元，種茶5畝。')) AS t (body))
//!          GROUP BY unit ORDER BY unit",
//!     )
//!     .await?
//!     .to_string()
//!     .await?;
//! assert!(sums.contains("| 元   | 304200000.0000000000 |"), "{sums}");
//! # Ok(())
//! # }
//! ```
//!
//! | function | gives |
//! |---|---|
//! | `zh_quantities(text[, published[, region]])` | a list of structs, the columns of [`wanyi::rows::QuantityRow`] |
//! | `zh_times(…)` | a list of structs, the columns of [`wanyi::rows::TimeRow`] |
//! | `zh_claims(…)` | a list of structs, the columns of [`wanyi::rows::ClaimRow`] |
//! | `zh_article(…)` | a struct, the columns of [`wanyi::rows::ArticleRow`] |
//! | `zh_diagnostic(…)` | a text: why the others are null, or the codes of what was repaired or is in doubt |
//! | `zh_normalize(text)` | the number of a quantity by itself, 420餘萬元, as `Decimal128(38, 10)` |
//! | `zh_convert(value, unit, unit)` | a number of one unit in another, as `Decimal128(38, 10)` |
//! | `zh_normalize_diagnostic(…)`, `zh_convert_diagnostic(…)` | a text: why those are null, or that a place was rounded |
//!
//! What is null stays null. An error is null as well, so that one bad page ends no query; the diagnostic function beside
//! says why, and each struct has a column `diagnostic` with the codes of what touches that very number, time or claim.
//! The column `article` of the rows is left out, as a list belongs to the row that it stands in.
//!
//! Rooms: `lists` and `article` (a page each row), `plain` (a number each row), `page` (the arguments of the former and
//! the parser of a thread), `text` (columns of text), `decimal`, `relation` (unnamed structs as columns).

mod article;
mod decimal;
mod lists;
mod page;
mod plain;
mod relation;
mod text;

use std::sync::Arc;

use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use datafusion::prelude::SessionContext;

pub use relation::StructColumns;

/// Every function, for registries of whatever kind.
///
/// ```
/// let names: Vec<_> = wanyi_datafusion::functions().iter().map(|function| function.name().to_owned()).collect();
/// assert_eq!(names[..2], ["zh_quantities", "zh_times"]);
/// ```
#[must_use]
pub fn functions() -> Vec<Arc<ScalarUDF>> {
    let mut functions: Vec<ScalarUDF> = lists::Kind::ALL.map(|kind| lists::List::new(kind).into()).into();
    functions.extend([article::Fields::default().into(), article::PageDiagnostic::default().into()]);
    functions.extend(plain::Answer::ALL.map(|answer| plain::Normalize::new(answer).into()));
    functions.extend(plain::Answer::ALL.map(|answer| plain::Convert::new(answer).into()));
    functions.into_iter().map(Arc::new).collect()
}

/// Makes the functions known to a context, and lets `FROM (SELECT unnest(zh_quantities(body)) …)` give columns.
///
/// # Errors
///
/// `DataFusion`'s, where it takes no planner of relations.
pub fn register(context: &SessionContext) -> Result<()> {
    for function in functions() {
        context.register_udf(ScalarUDF::clone(&function));
    }
    context.register_relation_planner(Arc::new(StructColumns))
}
