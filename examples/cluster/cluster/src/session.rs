//! What a context needs, wherever it runs.

use std::path::Path;
use std::sync::Arc;

use ballista_core::extension::SessionConfigExt as _;
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::default_session_builder;
use datafusion::arrow::record_batch::RecordBatch;
use datafusion::error::Result;
use datafusion::execution::{FunctionRegistry as _, SessionState};
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};

/// Pages that are read before their rows go on: a page has some kilobytes and its rows as many again.
const BATCH: usize = 1024;

/// The configuration of every context: that of Ballista, so that plans are the same embedded and on a cluster.
#[must_use]
pub fn config(partitions: usize) -> SessionConfig {
    // a group of rows is a task, so that a small file is shared out as well
    SessionConfig::new_with_ballista()
        .with_batch_size(BATCH)
        .with_target_partitions(partitions)
        .with_repartition_file_min_size(64 << 10)
}

/// An embedded context with the functions and the table `articles`, a Parquet file or a directory of them.
///
/// # Errors
///
/// `DataFusion`'s, where the table cannot be read.
pub async fn embedded(articles: &Path, partitions: usize) -> Result<SessionContext> {
    let context = SessionContext::new_with_config(config(partitions));
    prepare(&context, articles).await?;
    Ok(context)
}

/// Registers the functions, and the table `articles`.
///
/// # Errors
///
/// `DataFusion`'s, where the table cannot be read.
pub async fn prepare(context: &SessionContext, articles: &Path) -> Result<()> {
    wanyi_datafusion::register(context)?;
    let path = articles.to_string_lossy();
    context.register_parquet("articles", path.as_ref(), ParquetReadOptions::default()).await
}

/// The rows of a query.
///
/// # Errors
///
/// `DataFusion`'s and, on a cluster, Ballista's.
pub async fn rows(context: &SessionContext, sql: &str) -> Result<Vec<RecordBatch>> {
    context.sql(sql).await?.collect().await
}

/// The session that the scheduler builds for a client: the second place that must know the functions.
///
/// # Errors
///
/// `DataFusion`'s.
pub fn scheduled(config: SessionConfig) -> Result<SessionState> {
    let mut state = default_session_builder(config)?;
    for function in wanyi_datafusion::functions() {
        state.register_udf(function)?;
    }
    Ok(state)
}

/// The functions that an executor runs: the third place.
#[must_use]
pub fn executed() -> Arc<BallistaFunctionRegistry> {
    let mut registry = BallistaFunctionRegistry::default();
    let own = wanyi_datafusion::functions().into_iter().map(|function| (function.name().to_owned(), function));
    registry.scalar_functions.extend(own);
    Arc::new(registry)
}
