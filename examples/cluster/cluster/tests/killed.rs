//! An executor that is killed in the middle of a job loses no row and doubles none.

#![cfg(test)]

mod common;

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use cluster::processes::EXECUTORS;
use cluster::{client, corpus, session, shown};

/// A row for each article, so that one that is lost or doubled shows.
const EACH: &str = "SELECT id, count(*) AS quantities, sum(value) AS total, min(start) AS first, max(\"end\") AS last
                    FROM (SELECT id, unnest(zh_quantities(body, published, region)) FROM articles) GROUP BY id";

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

#[tokio::test(flavor = "multi_thread")]
async fn killed_executors_lose_and_double_no_row() {
    let articles = corpus::made(20_000).unwrap();
    let (directory, path) = common::written(&articles);
    let embedded = session::embedded(&path, 2).await.unwrap();
    let expected = shown::sorted_lines(&session::rows(&embedded, EACH).await.unwrap()).unwrap();
    assert_eq!(expected.len(), articles.len(), "each article has a number");

    let mut cluster = common::cluster(directory.path());
    let remote = client::connect(cluster.scheduler(), &path, 16).await.unwrap();
    let start = Instant::now();
    assert_eq!(shown::sorted_lines(&client::rows(&remote, EACH, None).await.unwrap()).unwrap(), expected);
    let undisturbed = start.elapsed();
    println!("undisturbed: {undisturbed:.2?}");
    // what a busy machine may take, and then the job is taken to stand still
    let patience = 4 * undisturbed + Duration::from_secs(20);

    let mut random = Random::new();
    let (mut kills, mut rounds) = (0, 0);
    while kills < KILLS {
        rounds += 1;
        assert!(rounds <= 3 * KILLS, "jobs end before an executor is killed");
        let number = usize::try_from(random.below(EXECUTORS as u64)).unwrap();
        let moment = undisturbed.mul_f64(random.below(1000) as f64 / 1000.0);
        let (context, start) = (remote.clone(), Instant::now());
        let job = tokio::spawn(async move { client::rows(&context, EACH, Some(patience)).await });
        tokio::time::sleep(moment).await;
        let is_running = !job.is_finished();
        println!("round {rounds}: executor {number} is killed after {moment:.2?}, running: {is_running}");
        cluster.kill(number);
        tokio::time::sleep(Duration::from_millis(random.below(2000))).await;
        cluster.restart(number).unwrap();
        let rows = job.await.unwrap().unwrap();
        println!("executor {number} killed after {moment:.2?} of {:.2?}, running: {is_running}", start.elapsed());
        // not assert_eq, which would print all of them
        let found = shown::sorted_lines(&rows).unwrap();
        let differing = found.iter().zip(&expected).find(|(found, expected)| found != expected);
        assert!(found == expected, "{} rows of {}, first {differing:?}", found.len(), expected.len());
        kills += usize::from(is_running);
    }
}
