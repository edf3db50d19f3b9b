//! What must hold of any input, tried on what the fuzzer found and on damaged pages of our own.
//!
//! `tests/fuzz` has the targets; a finding is a file of `tests/fuzz/findings/<target>`.

#![cfg(test)]

#[allow(unreachable_pub)] // the fuzzer's own crate exports them
#[path = "fuzz/src/lib.rs"]
mod checks;
mod common;

use std::path::Path;

type Check = fn(&[u8]);

const TARGETS: [(&str, Check); 7] = [
    ("article", checks::article),
    ("quantities", checks::quantities),
    ("repair", checks::repair),
    ("decode", checks::decode),
    ("json", checks::json),
    ("grammar", checks::grammar),
    ("lexicon", checks::lexicon),
];

fn files(folder: &Path) -> Vec<Vec<u8>> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).unwrap()).collect()
}

#[test]
fn what_the_fuzzer_found_holds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/findings");
    for (target, check) in TARGETS {
        files(&root.join(target)).iter().for_each(|data| check(data));
    }
}

/// Pages that are cut, joined and have bytes changed, the same in every run.
#[test]
fn damaged_pages_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/articles");
    let pages: Vec<Vec<u8>> = files(&folder).into_iter().filter(|page| page.len() < 3000).collect();
    assert!(pages.len() > 5, "{} pages", pages.len());
    let mut next = common::numbers();
    for round in 0..300 {
        let mut data = vec![next(256).to_le_bytes()[0], next(256).to_le_bytes()[0]];
        for _ in 0..2 {
            let page = &pages[next(pages.len())];
            let start = next(page.len());
            data.extend(page[start..].iter().take(1 + next(700)));
        }
        for _ in 0..next(4) {
            let at = next(data.len());
            data[at] = next(256).to_le_bytes()[0];
        }
        let (_, check) = TARGETS[round % 4];
        check(&data);
        checks::grammar(&data);
    }
}
