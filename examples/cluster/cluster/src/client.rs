//! Runs SQL on a cluster.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use ballista::prelude::SessionContextExt as _;
use ballista_core::extension::SessionConfigExt as _;
use datafusion::arrow::record_batch::RecordBatch;
use datafusion::common::exec_err;
use datafusion::error::Result;
use datafusion::execution::SessionStateBuilder;
use datafusion::prelude::SessionContext;

use crate::session;

/// How often a job that failed is submitted again. Ballista replaces what a lost executor had to do, save where its
/// results were complete and it is lost before the client has fetched them.
const ATTEMPTS: u32 = 5;

/// A context whose queries run on the cluster of a scheduler, with the functions and the table `articles`, a path that
/// the scheduler and every executor read.
///
/// # Errors
///
/// Ballista's, where the scheduler is not there, and `DataFusion`'s, where the table cannot be read.
pub async fn connect(scheduler: SocketAddr, articles: &Path, partitions: usize) -> Result<SessionContext> {
    // what an executor wrote is fetched from it even where its disk is ours: so it is between machines
    let config = session::config(partitions)
        .with_ballista_shuffle_reader_force_remote_read(true)
        // the adaptive planner of Ballista 55.0 never runs a stage again whose results were lost with an executor: the
        // job would wait for ever
        .with_ballista_adaptive_query_planner(false);
    let state = SessionStateBuilder::new().with_default_features().with_config(config).build();
    let context = SessionContext::remote_with_state(&format!("df://{scheduler}"), state).await?;
    // the first place that must know the functions: after the context is made, which would forget them
    session::prepare(&context, articles).await?;
    Ok(context)
}

/// The rows of a query. Where its job fails, or has no rows after a time, it is submitted again, and has twice the time, so
/// that a job that is only slow ends as well; rows of a job that was given up are dropped, so that none comes twice.
///
/// # Errors
///
/// As [`session::rows`]: of the SQL at once, of the job that of the last attempt.
pub async fn rows(context: &SessionContext, sql: &str, mut patience: Option<Duration>) -> Result<Vec<RecordBatch>> {
    let query = context.sql(sql).await?;
    for attempt in 1..ATTEMPTS {
        match within(patience, query.clone().collect()).await {
            Ok(rows) => return Ok(rows),
            Err(error) => log::warn!("attempt {attempt} failed, and the job is submitted again: {error}"),
        }
        patience = patience.map(|time| time.saturating_mul(2));
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    within(patience, query.collect()).await
}

/// The result of a job, or an error after a time. A stage that an executor is lost from while others fetch its rows may
/// stand still in Ballista 55.0: neither planner begins it again, and no error comes.
async fn within<T>(patience: Option<Duration>, job: impl Future<Output = Result<T>>) -> Result<T> {
    let Some(patience) = patience else { return job.await };
    match tokio::time::timeout(patience, job).await {
        Ok(result) => result,
        Err(_) => exec_err!("no rows after {} seconds", patience.as_secs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_job_that_stands_still_is_given_up() {
        let error = within(Some(Duration::ZERO), std::future::pending::<Result<()>>()).await.unwrap_err();
        assert_eq!(error.strip_backtrace(), "Execution error: no rows after 0 seconds");
        assert!(within(None, async { Ok(()) }).await.is_ok());
    }
}
