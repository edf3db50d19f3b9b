//! `find_quantities` over 10 MB of sentences, beside two bare passes over the same text: `from_utf8`, and a daachorse
//! pass over the crate's own symbols.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use wanyi::find_quantities;

mod corpus;
mod ratio;

fn main() {
    let bytes = if ratio::is_test() { 20_000 } else { 10_000_000 };
    let parts = corpus::shuffled(&corpus::sentences(), bytes);
    let text: String = parts.concat();
    let symbols = corpus::symbols();
    assert!(symbols.is_some(), "the symbols make an automaton");

    // what stands in one sentence must not depend on its neighbours
    let mut singly = 0;
    for article in corpus::articles() {
        let own = corpus::sentences().into_iter().filter(|part| article.contains(part));
        let apart: usize = own.map(|part| find_quantities(part).quantities().len()).sum();
        assert_eq!(find_quantities(article).quantities().len(), apart, "{article}");
    }
    for part in &parts {
        singly += find_quantities(part).quantities().len();
    }
    assert!(singly > 0, "the text has quantities");
    assert_eq!(find_quantities(&text).quantities().len(), singly);

    let plain: String = text.chars().filter(|&c| c == '。' || c == '，' || "的了在是和".contains(c)).collect();
    let scan = || find_quantities(black_box(&text)).quantities().len();
    let utf8 = || core::str::from_utf8(black_box(text.as_bytes())).map_or(0, str::len);
    let daachorse = || symbols.as_ref().map_or(0, |symbols| symbols.leftmost_find_iter(black_box(&text)).count());
    let none = || find_quantities(black_box(&plain)).quantities().len();
    assert_eq!((utf8(), none()), (text.len(), 0));
    assert!(daachorse() > singly, "a number is one symbol at least");

    let mut criterion = ratio::criterion();
    scan_group(
        &mut criterion,
        text.len() as u64,
        &[("find_quantities", &scan), ("from_utf8", &utf8), ("daachorse", &daachorse)],
    );
    scan_group(&mut criterion, plain.len() as u64, &[("no_numbers", &none)]);
    criterion.final_summary();
    ratio::print(text.len(), ("scan", &scan), &[("daachorse", &daachorse), ("from_utf8", &utf8)]);
}

fn scan_group(criterion: &mut Criterion, bytes: u64, passes: &[ratio::Pass<'_>]) {
    let mut group = criterion.benchmark_group("scan");
    group.throughput(Throughput::Bytes(bytes));
    for (name, pass) in passes {
        group.bench_function(*name, |bencher| bencher.iter(pass));
    }
    group.finish();
}
