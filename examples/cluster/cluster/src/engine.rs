//! How an executor runs its part of a stage: as Ballista does, in files that no other task has.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use ballista_core::JobId;
use ballista_core::client::BallistaClient;
use ballista_core::client_pool::{BallistaClientPool, PooledClient};
use ballista_core::error::Result as Answered;
use ballista_core::execution_plans::RangeShuffleWriterExec;
use ballista_core::extension::BallistaConfigGrpcEndpoint;
use ballista_core::utils::GrpcClientConfig;
use ballista_executor::execution_engine::{DefaultExecutionEngine, ExecutionEngine, QueryStageExecutor};
use datafusion::error::Result;
use datafusion::execution::context::SessionConfig;
use datafusion::physical_plan::ExecutionPlan;

/// Ballista's engine, save that no two tasks write files of one name.
///
/// Ballista 55.0 names files by job, stage and the number of the task, and where it begins a stage again it begins with the
/// numbers again too. So a task that was given up, and goes on writing, would write into the file of the new one; and an
/// executor at the port of one that was lost would answer for it with a file of its own, finished or not. Where names are
/// of one task alone, what is asked for is whole, or is not there and the stage is run again.
pub struct OwnFiles {
    inner: DefaultExecutionEngine,
    next: AtomicUsize,
}

impl OwnFiles {
    /// An engine that numbers its tasks from a random number on.
    #[must_use]
    pub fn new() -> Self {
        // half of the numbers, so that counting on does not pass the last
        let first = usize::try_from(RandomState::new().hash_one(std::process::id()) >> 1).unwrap_or_default();
        let pool: Arc<dyn BallistaClientPool> = Arc::new(Pool::default());
        Self { inner: DefaultExecutionEngine::with_client_pool(pool), next: AtomicUsize::new(first) }
    }
}

impl Default for OwnFiles {
    fn default() -> Self {
        Self::new()
    }
}

impl ExecutionEngine for OwnFiles {
    fn create_query_stage_exec(
        &self,
        job: JobId,
        stage: usize,
        task: usize,
        partitions: Vec<usize>,
        plan: Arc<dyn ExecutionPlan>,
        directory: &str,
        config: &SessionConfig,
    ) -> Result<Arc<dyn QueryStageExecutor>> {
        // files of ranges, which the adaptive planner alone asks for, are found by the number that the scheduler gave
        let is_range = plan.downcast_ref::<RangeShuffleWriterExec>().is_some();
        let file = if is_range { task } else { self.next.fetch_add(1, Ordering::Relaxed) };
        self.inner.create_query_stage_exec(job, stage, file, partitions, plan, directory, config)
    }
}

/// Connections to other executors that wait to be used again. Ballista's own pool is not open to others.
#[derive(Clone, Default)]
struct Pool(Arc<Mutex<HashMap<Peer, Vec<Idle>>>>);

type Peer = (String, u16, GrpcClientConfig);
type Idle = (Instant, BallistaClient);

/// How long a connection waits, as in Ballista.
const IDLE: Duration = Duration::from_secs(30);

impl std::fmt::Debug for Pool {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pool")
    }
}

impl Pool {
    fn take(&self, peer: &Peer) -> Option<BallistaClient> {
        self.evict();
        let mut idle = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        idle.get_mut(peer).and_then(Vec::pop).map(|(_, client)| client)
    }

    fn give(&self, peer: Peer, client: BallistaClient) {
        let mut idle = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        idle.entry(peer).or_default().push((Instant::now(), client));
    }

    fn evict(&self) {
        let mut idle = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(|_, waiting| {
            waiting.retain(|(since, _)| since.elapsed() < IDLE);
            !waiting.is_empty()
        });
    }
}

#[async_trait]
impl BallistaClientPool for Pool {
    async fn acquire(
        &self,
        host: &str,
        port: u16,
        config: &GrpcClientConfig,
        customize: Option<Arc<BallistaConfigGrpcEndpoint>>,
    ) -> Answered<PooledClient> {
        let peer = (host.to_owned(), port, config.clone());
        let client = match self.take(&peer) {
            Some(client) => client,
            None => {
                BallistaClient::try_new(
                    host,
                    port,
                    config.max_message_size,
                    config.use_tls,
                    customize,
                    config.io_retries_times,
                    config.io_retry_wait_time_ms,
                    config.initial_connection_window_size,
                    config.initial_stream_window_size,
                )
                .await?
            }
        };
        let pool = self.clone();
        Ok(PooledClient::new(client, Box::new(move |client| pool.give(peer, client))))
    }

    async fn evict_idle(&self) {
        self.evict();
    }
}
