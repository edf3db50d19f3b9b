//! A scheduler and an executor, with the functions.

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

use ballista_core::config::TaskSchedulingPolicy;
use ballista_core::ids::new_instance_id;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::{SchedulerConfig, TaskDistributionPolicy};
use ballista_scheduler::scheduler_process::start_server;

use crate::engine::OwnFiles;
use crate::policy::WholeInputs;
use crate::{Failure, session};

/// Executors ask for tasks. Where the scheduler gives them instead, Ballista 55.0 counts the cores that are free, and never
/// again those of tasks that were given up with their stage: after some losses no job would begin.
const POLICY: TaskSchedulingPolicy = TaskSchedulingPolicy::PullStaged;

/// Seconds between two looks at which executors are alive.
const LOOK: u64 = 1;

/// Seconds without a sign of life after which an executor is taken for dead, and its tasks go to others: one that is busy asks
/// every five seconds.
const DEAD_AFTER: u64 = 10;

/// Seconds that jobs wait where no executor is left.
const ALL_LOST: u64 = 60;

/// Failures of one task or stage before a job fails. Each executor that is lost costs its stages one.
const FAILURES: usize = 16;

/// Where a scheduler listens, and how many executors it waits for before it says that it is ready.
#[derive(Clone, Copy, Debug)]
pub struct Scheduler {
    /// The address and port.
    pub address: SocketAddr,
    /// The number of executors.
    pub executors: usize,
}

/// Runs a scheduler until the process ends.
///
/// # Errors
///
/// Ballista's, as where the port is taken.
pub async fn scheduler(of: Scheduler) -> Result<(), Failure> {
    let config = SchedulerConfig {
        bind_host: of.address.ip().to_string(),
        external_host: of.address.ip().to_string(),
        bind_port: of.address.port(),
        scheduling_policy: POLICY,
        task_distribution: TaskDistributionPolicy::Custom(Arc::new(WholeInputs)),
        executor_timeout_seconds: DEAD_AFTER,
        expire_dead_executor_interval_seconds: LOOK,
        no_executors_grace_period_seconds: ALL_LOST,
        task_max_failures: FAILURES,
        stage_max_failures: FAILURES,
        min_ready_executors: of.executors,
        override_session_builder: Some(Arc::new(session::scheduled)),
        ..SchedulerConfig::default()
    };
    let cluster = BallistaCluster::new_from_config(&config).await?;
    start_server(cluster, of.address, Arc::new(config)).await?;
    Ok(())
}

/// Where an executor listens and works.
#[derive(Clone, Debug)]
pub struct Executor {
    /// The address that it listens at, and that others find it at.
    pub host: IpAddr,
    /// The port by which results are fetched; a free one where there is none.
    pub port: Option<u16>,
    /// The port by which tasks come; a free one where there is none.
    pub task_port: Option<u16>,
    /// The scheduler.
    pub scheduler: SocketAddr,
    /// How many tasks it runs at once.
    pub cores: usize,
    /// The directory beneath which its own is made, of what its tasks write for those of the next stage.
    pub directory: PathBuf,
}

/// Runs an executor until it is told to stop.
///
/// # Errors
///
/// Ballista's, as where no scheduler is found, and those of the directory and of a port that is taken.
pub async fn executor(of: Executor) -> Result<(), Failure> {
    // a name and a directory of this process alone: nobody takes it, or what it writes, for an executor that was lost
    let id = new_instance_id();
    let directory = of.directory.join(format!("wanyi-executor-{id}"));
    std::fs::create_dir_all(&of.directory)?;
    std::fs::create_dir(&directory)?;
    let [port, task_port] = ports(&of)?;
    let config = ExecutorProcessConfig {
        executor_id: id,
        bind_host: of.host.to_string(),
        external_host: Some(of.host.to_string()),
        port,
        grpc_port: task_port,
        scheduler_host: of.scheduler.ip().to_string(),
        scheduler_port: of.scheduler.port(),
        scheduler_connect_timeout_seconds: 30,
        vcores: of.cores,
        task_scheduling_policy: POLICY,
        work_dir: Some(directory.to_string_lossy().into_owned()),
        override_function_registry: Some(session::executed()),
        override_execution_engine: Some(Arc::new(OwnFiles::new())),
        ..ExecutorProcessConfig::default()
    };
    let ended = start_executor_process(Arc::new(config)).await;
    // what is left of a directory of temporary files harms nobody
    let _ = std::fs::remove_dir_all(&directory);
    Ok(ended?)
}

/// The ports of an executor. Free ones are looked for here: Ballista tells the scheduler the port that it is given, 0 too.
fn ports(of: &Executor) -> Result<[u16; 2], Failure> {
    // both are held until both are known, so that they differ
    let [data, tasks] = [of.port, of.task_port].map(|port| TcpListener::bind((of.host, port.unwrap_or(0))));
    Ok([data?.local_addr()?.port(), tasks?.local_addr()?.port()])
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    #[test]
    fn free_ports_differ_and_given_ones_are_kept() {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let mut of = Executor {
            host: address.ip(),
            port: None,
            task_port: None,
            scheduler: address,
            cores: 1,
            directory: PathBuf::new(),
        };
        let [port, task_port] = ports(&of).unwrap();
        assert_ne!(port, task_port);
        let taken = TcpListener::bind(address).unwrap();
        of.port = Some(taken.local_addr().unwrap().port());
        assert!(ports(&of).is_err(), "another has it");
    }
}
