//! The ten questions: embedded they have the answers that stand beneath them, and the cluster gives the same rows.

#![cfg(test)]

mod common;

use cluster::{client, corpus, queries, session, shown};

/// The query that the functions were made for.
const SUMS: &str = "SELECT unit, sum(value) FROM (SELECT unnest(zh_quantities(body)) FROM articles) GROUP BY unit";

#[tokio::test(flavor = "multi_thread")]
async fn the_answers_are_those_of_the_file() {
    let (_directory, path) = common::written(&corpus::built_in().unwrap());
    let context = session::embedded(&path, 4).await.unwrap();
    let queries = queries::all();
    assert_eq!(queries.len(), 10);
    for query in queries {
        assert!(query.question.ends_with('?') || query.question.ends_with('.'), "{}", query.question);
        let rows = session::rows(&context, &query.sql).await.unwrap();
        assert_eq!(shown::table(&rows).unwrap(), query.answer, "{}", query.question);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cluster_gives_the_same_rows() {
    let (directory, path) = common::written(&corpus::built_in().unwrap());
    let embedded = session::embedded(&path, 4).await.unwrap();
    let cluster = common::cluster(directory.path());
    let remote = client::connect(cluster.scheduler(), &path, 4).await.unwrap();
    for sql in queries::all().iter().map(|query| query.sql.as_str()).chain([SUMS]) {
        let here = session::rows(&embedded, sql).await.unwrap();
        let there = session::rows(&remote, sql).await.unwrap();
        assert!(here.iter().any(|batch| batch.num_rows() > 0), "{sql}");
        // an order that the query gives is kept; another is open
        if sql.contains("ORDER BY") {
            assert_eq!(shown::table(&here).unwrap(), shown::table(&there).unwrap(), "{sql}");
        } else {
            assert_eq!(shown::sorted_lines(&here).unwrap(), shown::sorted_lines(&there).unwrap(), "{sql}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_partitions_give_the_same_rows() {
    let (directory, path) = common::written(&corpus::made(5000).unwrap());
    let embedded = session::embedded(&path, 1).await.unwrap();
    let cluster = common::cluster(directory.path());
    let remote = client::connect(cluster.scheduler(), &path, 8).await.unwrap();
    let here = session::rows(&embedded, SUMS).await.unwrap();
    let there = session::rows(&remote, SUMS).await.unwrap();
    assert_eq!(shown::sorted_lines(&here).unwrap(), shown::sorted_lines(&there).unwrap());
}
