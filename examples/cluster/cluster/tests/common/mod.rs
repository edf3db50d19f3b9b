//! What the tests share: a cluster of the binaries, and a file of articles.

use std::path::{Path, PathBuf};

use cluster::corpus::{self, Article};
use cluster::processes::{Cluster, Program, free_port};
use tempfile::TempDir;

/// A scheduler and executors, which write beneath a directory.
pub fn cluster(directory: &Path) -> Cluster {
    let binaries = [env!("CARGO_BIN_EXE_scheduler"), env!("CARGO_BIN_EXE_executor")];
    Cluster::start(binaries.map(|path| Program { path: path.into(), role: None }), directory, free_port().unwrap())
        .unwrap()
}

/// A directory, and in it the articles as Parquet.
pub fn written(articles: &[Article]) -> (TempDir, PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("articles.parquet");
    corpus::write(articles, &path).unwrap();
    (directory, path)
}
