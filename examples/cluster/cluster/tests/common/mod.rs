//! What the tests share: a cluster of the binaries, and a file of articles.

use std::path::{Path, PathBuf};

use cluster::corpus::{self, Article};
use cluster::processes::{Cluster, EXECUTORS, Program, free_ports};
use tempfile::TempDir;

/// A scheduler and executors, which write beneath a directory.
pub fn cluster(directory: &Path) -> Cluster {
    let ports = free_ports(1 + 2 * u16::try_from(EXECUTORS).unwrap()).unwrap();
    let binaries = [env!("CARGO_BIN_EXE_scheduler"), env!("CARGO_BIN_EXE_executor")];
    Cluster::start(binaries.map(|path| Program { path: path.into(), role: None }), directory, ports).unwrap()
}

/// A directory, and in it the articles as Parquet.
pub fn written(articles: &[Article]) -> (TempDir, PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("articles.parquet");
    corpus::write(articles, &path).unwrap();
    (directory, path)
}
