//! `repair` over 10 MB of healthy and of damaged pages, each beside `from_utf8` over the same pages.

use std::hint::black_box;

use criterion::Throughput;
use wanyi::repair;

#[expect(dead_code, reason = "the other benches ask for sentences and symbols as well")]
mod corpus;
mod ratio;

/// Pages of mirror sites: readings after characters, and stretches that were shifted by a byte.
const DAMAGED: [&str; 2] =
    [include_str!("../tests/data/articles/mirror_pinyin_report.txt"), include_str!("../tests/data/mirror_shifted.txt")];

fn main() {
    let bytes = if ratio::is_test() { 20_000 } else { 10_000_000 };
    let healthy = corpus::shuffled(&corpus::articles(), bytes);
    let damaged = corpus::shuffled(&DAMAGED, bytes);
    assert!(healthy.iter().all(|page| repair(page).is_borrowed()), "healthy text is borrowed");
    assert!(damaged.iter().all(|page| repair(page).edits().len() > 20), "damaged text is put right");

    let mut criterion = ratio::criterion();
    for (name, pages) in [("healthy", &healthy), ("damaged", &damaged)] {
        let bytes: usize = pages.iter().map(|page| page.len()).sum();
        let undo = || pages.iter().map(|page| repair(black_box(page)).text().len()).sum();
        let utf8 = || {
            pages.iter().filter_map(|page| core::str::from_utf8(black_box(page.as_bytes())).ok()).map(str::len).sum()
        };
        assert_eq!(utf8(), bytes);
        let mut group = criterion.benchmark_group("repair");
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_function(name, |bencher| bencher.iter(&undo));
        group.finish();
        ratio::print(bytes, (name, &undo), &[("from_utf8", &utf8)]);
    }
    criterion.final_summary();
}
