//! Articles a second of a core: a plain loop over the crate's tables, embedded `DataFusion`, and the cluster.

use std::path::Path;
use std::process::id;
use std::time::{Duration, Instant};

use datafusion::prelude::SessionContext;
use wanyi::arrow::Tables;

use crate::corpus::{Article, GROUP};
use crate::processes::Cluster;
use crate::{Failure, block_on, client, session};

/// What is measured: every article is read, and a number of each quantity is looked at.
const SQL: &str = "SELECT count(*), sum(value) FROM (SELECT unnest(zh_quantities(body)) FROM articles)";

/// What one run took.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// Of all cores.
    pub cores: Duration,
    /// On the wall.
    pub wall: Duration,
}

/// The time that processes have had of cores, from Linux; in hundredths of a second.
fn cores(processes: &[u32]) -> Result<Duration, Failure> {
    let mut hundredths = 0;
    for process in processes {
        let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
        // the name before may hold blanks
        let fields = stat.rsplit_once(')').ok_or("no such process")?.1;
        let times = fields.split_whitespace().skip(11).take(2).map(str::parse::<u64>);
        hundredths += times.sum::<Result<u64, _>>()?;
    }
    Ok(Duration::from_millis(10 * hundredths))
}

fn timed(processes: &[u32], run: impl FnOnce() -> Result<(), Failure>) -> Result<Run, Failure> {
    let (before, start) = (cores(processes)?, Instant::now());
    run()?;
    Ok(Run { wall: start.elapsed(), cores: cores(processes)?.saturating_sub(before) })
}

/// A plain loop: the crate alone, on one thread.
///
/// # Errors
///
/// Arrow's, and where the system tells no times.
pub fn plain(articles: &[Article]) -> Result<Run, Failure> {
    timed(&[id()], || {
        for group in articles.chunks(GROUP) {
            let mut tables = Tables::new();
            for article in group {
                tables.push_as("", &wanyi::Article::parse(&article.body)?);
            }
            std::hint::black_box(tables.finish()?);
        }
        Ok(())
    })
}

async fn ask(context: &SessionContext, articles: usize) -> Result<(), Failure> {
    let rows = client::rows(context, SQL).await?;
    match rows.iter().map(|batch| batch.num_rows()).sum::<usize>() {
        1 => Ok(()),
        other => Err(format!("{other} rows of {articles} articles, where one was expected").into()),
    }
}

/// Embedded `DataFusion`, a partition for each core that it may take.
///
/// # Errors
///
/// `DataFusion`'s, and where the system tells no times.
pub fn embedded(path: &Path, articles: usize, cores: usize) -> Result<Run, Failure> {
    timed(&[id()], || {
        block_on(async {
            let context = session::embedded(path, cores).await?;
            ask(&context, articles).await
        })
    })
}

/// The cluster: the cores are those of its executors.
///
/// # Errors
///
/// Ballista's, and where the system tells no times.
pub fn cluster(cluster: &Cluster, path: &Path, articles: usize) -> Result<Run, Failure> {
    timed(&cluster.ids(), || {
        block_on(async {
            let context = client::connect(cluster.scheduler(), path, 8).await?;
            ask(&context, articles).await
        })
    })
}
