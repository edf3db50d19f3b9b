//! What a context needs, wherever it runs.

use std::path::Path;
use std::sync::Arc;

use ballista_core::extension::SessionConfigExt as _;
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::default_session_builder;
use datafusion::arrow::record_batch::RecordBatch;
use datafusion::config::ConfigOptions;
use datafusion::error::Result;
use datafusion::execution::{FunctionRegistry as _, SessionState, SessionStateBuilder};
use datafusion::physical_optimizer::PhysicalOptimizerRule;
use datafusion::physical_plan::coalesce_partitions::CoalescePartitionsExec;
use datafusion::physical_plan::{ExecutionPlan, ExecutionPlanProperties as _};
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

/// A rule that has every job end in one partition, and so in one task.
///
/// Ballista 55.0 never forgets what a task of the last stage gave: where an executor is lost and the task, or the whole stage,
/// is run again, the client gets the rows of both. One task is run again only where it gave nothing.
#[derive(Debug)]
struct OneEnd;

impl PhysicalOptimizerRule for OneEnd {
    fn optimize(&self, plan: Arc<dyn ExecutionPlan>, _: &ConfigOptions) -> Result<Arc<dyn ExecutionPlan>> {
        let is_one = plan.output_partitioning().partition_count() == 1;
        Ok(if is_one { plan } else { Arc::new(CoalescePartitionsExec::new(plan)) })
    }

    fn name(&self) -> &'static str {
        "one_end"
    }

    fn schema_check(&self) -> bool {
        true
    }
}

/// The session that the scheduler builds for a client: the second place that must know the functions.
///
/// # Errors
///
/// `DataFusion`'s.
pub fn scheduled(config: SessionConfig) -> Result<SessionState> {
    let state = default_session_builder(config)?;
    let mut state =
        SessionStateBuilder::new_from_existing(state).with_physical_optimizer_rule(Arc::new(OneEnd)).build();
    for function in wanyi_datafusion::functions() {
        state.register_udf(function)?;
    }
    Ok(state)
}

/// The functions that an executor runs: the third place.
#[must_use]
pub fn executed() -> Arc<BallistaFunctionRegistry> {
    let mut registry = BallistaFunctionRegistry::default();
    // those of lists too, which Ballista leaves out
    let nested = datafusion::functions_nested::all_default_nested_functions();
    let functions = wanyi_datafusion::functions().into_iter().chain(nested);
    registry.scalar_functions.extend(functions.map(|function| (function.name().to_owned(), function)));
    Arc::new(registry)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus;

    async fn partitions(context: SessionContext, path: &Path, sql: &str) -> usize {
        prepare(&context, path).await.unwrap();
        let plan = context.sql(sql).await.unwrap().create_physical_plan().await.unwrap();
        plan.output_partitioning().partition_count()
    }

    #[tokio::test]
    async fn a_job_of_the_scheduler_ends_in_one_partition() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("articles.parquet");
        corpus::write(&corpus::made(5000).unwrap(), &path).unwrap();
        for sql in ["SELECT id FROM articles", "SELECT id, count(*) FROM articles GROUP BY id"] {
            assert_eq!(partitions(SessionContext::new_with_config(config(4)), &path, sql).await, 4, "{sql}");
            let scheduled = SessionContext::new_with_state(scheduled(config(4)).unwrap());
            assert_eq!(partitions(scheduled, &path, sql).await, 1, "{sql}");
        }
    }
}
