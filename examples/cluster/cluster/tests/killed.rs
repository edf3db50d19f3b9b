//! An executor that is killed in the middle of a job loses no row and doubles none.

#![cfg(test)]

mod common;

use std::collections::BTreeSet;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use cluster::processes::EXECUTORS;
use cluster::{client, corpus, session, shown};
use datafusion::arrow::record_batch::RecordBatch;
use datafusion::prelude::SessionContext;

/// Queries with a row for each article, so that one that is lost or doubled shows: the first reads the pages before executors
/// hand each other rows, the second after that.
const EACH: [&str; 2] = [
    "SELECT id, count(*) AS quantities, sum(value) AS total, min(start) AS first, max(\"end\") AS last
     FROM (SELECT id, unnest(zh_quantities(body, published, region)) FROM articles) GROUP BY id",
    "SELECT id, zh_diagnostic(body, published, region) AS diagnostic
     FROM (SELECT DISTINCT id, body, published, region FROM articles)",
];

const ARTICLES: usize = 20_000;

/// How often an executor is killed.
const KILLS: usize = 10;

/// Numbers from a seed, by xorshift.
struct Random(u64);

impl Random {
    /// From `WANYI_SEED`, else from the clock.
    fn new() -> Self {
        let given = std::env::var("WANYI_SEED").ok().map(|seed| seed.parse().unwrap());
        let clock = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos() as u64;
        let seed: u64 = given.unwrap_or_else(clock);
        println!("WANYI_SEED={seed}");
        Self(seed | 1)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// A query, its rows as embedded `DataFusion` has them, and how long the cluster takes where nothing is killed.
struct Case {
    sql: &'static str,
    expected: Vec<String>,
    undisturbed: Duration,
}

impl Case {
    async fn new(sql: &'static str, embedded: &SessionContext, remote: &SessionContext) -> Self {
        let expected = shown::sorted_lines(&session::rows(embedded, sql).await.unwrap()).unwrap();
        assert_eq!(expected.len(), ARTICLES, "each article has a row");
        let start = Instant::now();
        let case = Self { sql, expected, undisturbed: Duration::ZERO };
        case.check(&client::rows(remote, sql, None).await.unwrap());
        println!("undisturbed: {:.2?}", start.elapsed());
        Self { undisturbed: start.elapsed(), ..case }
    }

    /// Whether the rows are those of the embedded run; if not, which are lost, new or doubled.
    fn check(&self, rows: &[RecordBatch]) {
        let found = shown::sorted_lines(rows).unwrap();
        // not assert_eq, which would print all of them
        if found != self.expected {
            let of = |lines: &[String]| lines.iter().cloned().collect::<BTreeSet<_>>();
            let (had, has) = (of(&self.expected), of(&found));
            let lost: Vec<_> = had.difference(&has).take(3).collect();
            let new: Vec<_> = has.difference(&had).take(3).collect();
            let doubled: Vec<_> = found.windows(2).filter(|pair| pair[0] == pair[1]).take(3).collect();
            panic!("{} rows of {}: lost {lost:?}, new {new:?}, doubled {doubled:?}", found.len(), ARTICLES);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_executors_lose_and_double_no_row() {
    let (directory, path) = common::written(&corpus::made(ARTICLES).unwrap());
    let embedded = session::embedded(&path, 2).await.unwrap();
    let mut cluster = common::cluster(directory.path());
    let remote = client::connect(cluster.scheduler(), &path, 16).await.unwrap();
    let mut cases = Vec::new();
    for sql in EACH {
        cases.push(Case::new(sql, &embedded, &remote).await);
    }

    let mut random = Random::new();
    let (mut kills, mut rounds) = (0, 0);
    while kills < KILLS {
        let case = &cases[rounds % cases.len()];
        rounds += 1;
        assert!(rounds <= 3 * KILLS, "jobs end before an executor is killed");
        // what a busy machine may take, and then the job is taken to stand still
        let patience = 4 * case.undisturbed + Duration::from_secs(20);
        let number = usize::try_from(random.below(EXECUTORS as u64)).unwrap();
        let moment = case.undisturbed.mul_f64(random.below(1000) as f64 / 1000.0);
        let (context, sql, start) = (remote.clone(), case.sql, Instant::now());
        let job = tokio::spawn(async move { client::rows(&context, sql, Some(patience)).await });
        tokio::time::sleep(moment).await;
        let is_running = !job.is_finished();
        println!("round {rounds}: executor {number} is killed after {moment:.2?}, running: {is_running}");
        cluster.kill(number);
        tokio::time::sleep(Duration::from_millis(random.below(2000))).await;
        cluster.restart(number).unwrap();
        case.check(&job.await.unwrap().unwrap());
        println!("round {rounds}: all rows after {:.2?}", start.elapsed());
        kills += usize::from(is_running);
    }
}
