//! How the scheduler gives tasks to executors: one partition each, and none before what it reads is whole.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use async_trait::async_trait;
use ballista_core::JobId;
use ballista_core::execution_plans::ShuffleReaderExec;
use ballista_core::serde::protobuf::{AvailableVcores, job_status, task_status};
use ballista_core::serde::scheduler::{PartitionLocation, TaskKey};
use ballista_scheduler::cluster::{BoundTask, DistributionPolicy};
use ballista_scheduler::state::execution_graph::{ExecutionGraphBox, TaskDescription, create_task_info};
use ballista_scheduler::state::execution_stage::{ExecutionStage, RunningStage, TaskInfo};
use ballista_scheduler::state::task_manager::JobInfoCache;
use datafusion::common::exec_err;
use datafusion::common::tree_node::{Transformed, TransformedResult as _, TreeNode as _};
use datafusion::error::Result;
use datafusion::physical_plan::{ExecutionPlan, ExecutionPlanProperties as _};

/// A file of a stage: its partition, its task and the number in its name.
type Output = (usize, usize, Option<u64>);

/// The policy of the scheduler.
///
/// Where an executor is lost, Ballista 55.0 may run a whole stage again, and the next stage then reads what the former attempt
/// gave beside what the new one gives: rows come twice. No task is given out but here, so here what a stage reads is held
/// against what the tasks of the stages before have given that count, once, before its first task.
#[derive(Clone, Copy, Debug)]
pub struct WholeInputs;

#[async_trait]
impl DistributionPolicy for WholeInputs {
    async fn bind_tasks(
        &self,
        mut executors: Vec<&mut AvailableVcores>,
        jobs: Arc<HashMap<JobId, JobInfoCache>>,
    ) -> Result<Vec<BoundTask>> {
        let mut bound = Vec::new();
        for (job, info) in jobs.iter() {
            if matches!(info.status, Some(job_status::Status::Running(_))) {
                let mut graph = info.execution_graph.write().await;
                bind(&mut graph, job, &mut executors, &mut bound);
            }
        }
        Ok(bound)
    }

    fn name(&self) -> &'static str {
        "whole inputs"
    }
}

/// Gives tasks of a job to executors that have free cores.
fn bind(
    graph: &mut ExecutionGraphBox,
    job: &JobId,
    executors: &mut [&mut AvailableVcores],
    bound: &mut Vec<BoundTask>,
) {
    let session = graph.session_id().to_owned();
    let mut seen = Vec::new();
    while let Some(stage) = graph.fetch_running_stage(&seen) {
        let (id, is_new, plan) = (stage.stage_id, stage.task_infos.is_empty(), Arc::clone(&stage.plan));
        // only a stage that is new: what another reads has been seen to, and may have been run again since
        let plan = if is_new { whole(plan, graph.stages()) } else { Ok(plan) };
        match (plan, graph.fetch_running_stage(&seen)) {
            (Ok(plan), Some(stage)) => {
                stage.plan = plan;
                for executor in executors.iter_mut() {
                    while executor.vcores > 0
                        && let Some(task) = next_task(stage, &session, job, &executor.executor_id)
                    {
                        executor.vcores -= 1;
                        bound.push((executor.executor_id.clone(), task));
                    }
                }
            }
            (Err(error), _) => log::error!("job {job}, stage {id}: {error}"),
            (Ok(_), None) => {}
        }
        seen.push(id);
    }
}

/// The plan of a stage without what former attempts of the stages before it gave.
fn whole(plan: Arc<dyn ExecutionPlan>, stages: &HashMap<usize, ExecutionStage>) -> Result<Arc<dyn ExecutionPlan>> {
    plan.transform(|node| {
        let Some(reader) = node.downcast_ref::<ShuffleReaderExec>() else { return Ok(Transformed::no(node)) };
        let Some(ExecutionStage::Successful(read)) = stages.get(&reader.stage_id) else {
            return exec_err!("stage {} is not complete", reader.stage_id);
        };
        let mut reader = reader.clone();
        let has_changed = keep(&mut reader.partition, &outputs(&read.task_infos))?;
        Ok(if has_changed {
            Transformed::yes(Arc::new(reader) as Arc<dyn ExecutionPlan>)
        } else {
            Transformed::no(node)
        })
    })
    .data()
}

/// What the tasks of a stage gave, those that count.
fn outputs(tasks: &[TaskInfo]) -> HashSet<Output> {
    let mut outputs = HashSet::new();
    for (number, task) in tasks.iter().enumerate() {
        if let task_status::Status::Successful(done) = &task.task_status {
            outputs.extend(done.partitions.iter().map(|part| (part.partition_id as usize, number, part.file_id)));
        }
    }
    outputs
}

/// Keeps the locations that are among the outputs, and tells whether there were others. Where there were, all outputs must be
/// there.
fn keep(partitions: &mut [Vec<PartitionLocation>], outputs: &HashSet<Output>) -> Result<bool> {
    let count = |partitions: &[Vec<_>]| partitions.iter().map(Vec::len).sum::<usize>();
    let before = count(partitions);
    for locations in partitions.iter_mut() {
        locations.retain(|at| outputs.contains(&(at.partition_id.partition_id, at.map_partition_id, at.file_id)));
    }
    let kept = count(partitions);
    if kept == before {
        return Ok(false);
    }
    log::info!("{} outputs of former attempts are left out", before - kept);
    if kept != outputs.len() {
        return exec_err!("{kept} of {} outputs are known", outputs.len());
    }
    Ok(true)
}

/// The next task of a stage, if any of its partitions is left: a core works on one partition.
fn next_task(stage: &mut RunningStage, session: &str, job: &JobId, executor: &str) -> Option<TaskDescription> {
    let partitions = stage.pending.next_slice(if gathers(&stage.plan) { usize::MAX } else { 1 });
    if partitions.is_empty() {
        return None;
    }
    let number = stage.task_infos.len();
    let failures = partitions.iter().filter_map(|partition| stage.task_failure_numbers.get(*partition));
    let task_attempt = failures.max().copied().unwrap_or(0);
    let mut info = create_task_info(executor.to_owned(), number);
    info.global_input_partition_ids = partitions.clone();
    info.vcores_consumed = 1;
    stage.task_infos.push(info);
    Some(TaskDescription {
        session_id: session.to_owned(),
        key: TaskKey { job_id: job.clone(), stage_id: stage.stage_id, task_id: number },
        stage_attempt_num: stage.stage_attempt_num,
        task_attempt,
        global_input_partition_ids: partitions,
        vcores_consumed: 1,
        plan: Arc::clone(&stage.plan),
        session_config: Arc::clone(&stage.session_config),
    })
}

/// Whether a stage gathers its partitions in one, so that one task must have all of them: as Ballista tells it.
fn gathers(stage: &Arc<dyn ExecutionPlan>) -> bool {
    let mut node = stage;
    while let [child] = node.children().as_slice() {
        node = child;
        if node.downcast_ref::<ShuffleReaderExec>().is_some() {
            return false;
        }
        if node.output_partitioning().partition_count() == 1 {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use ballista_core::serde::scheduler::{ExecutorMetadata, PartitionId, PartitionStats};

    use super::*;

    fn location((partition_id, task, file_id): Output) -> PartitionLocation {
        PartitionLocation {
            map_partition_id: task,
            partition_id: PartitionId { job_id: "job".into(), stage_id: 1, partition_id },
            executor_meta: ExecutorMetadata {
                id: "executor".to_owned(),
                host: "localhost".to_owned(),
                port: 1,
                grpc_port: 2,
                specification: ballista_core::serde::scheduler::ExecutorSpecification::default(),
                os_info: ballista_core::serde::scheduler::ExecutorOperatingSystemSpecification::default(),
            },
            partition_stats: PartitionStats::default(),
            file_id,
            is_sort_shuffle: true,
        }
    }

    #[test]
    fn what_a_former_attempt_gave_is_left_out() {
        let (old, new) = ([(0, 0, Some(7)), (1, 0, Some(7))], [(0, 0, Some(8)), (1, 0, Some(8)), (1, 1, Some(9))]);
        let read = |outputs: &[Output]| -> Vec<Vec<PartitionLocation>> {
            let of = |partition| outputs.iter().filter(|at| at.0 == partition).copied().map(location).collect();
            vec![of(0), of(1)]
        };
        let files = |read: &[Vec<PartitionLocation>]| -> Vec<Vec<_>> {
            read.iter().map(|locations| locations.iter().map(|at| at.file_id).collect()).collect()
        };
        let outputs = HashSet::from(new);
        let mut both = read(&[old.as_slice(), &new].concat());
        assert!(keep(&mut both, &outputs).unwrap());
        assert_eq!(files(&both), [vec![Some(8)], vec![Some(8), Some(9)]]);
        assert!(!keep(&mut both, &outputs).unwrap(), "nothing else is left out");
        // the new attempt is not known whole
        assert!(keep(&mut read(&[old.as_slice(), &new[..2]].concat()), &outputs).is_err());
    }
}
