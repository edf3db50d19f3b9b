//! `Parser::parse` over 10 MB of whole pages, beside two bare passes over the same pages: `from_utf8`, and a daachorse
//! pass over the crate's own symbols.

use std::hint::black_box;

use criterion::Throughput;
use wanyi::{Article, Parser};

mod corpus;
mod ratio;

fn main() {
    let bytes = if ratio::is_test() { 20_000 } else { 10_000_000 };
    let pages = corpus::shuffled(&corpus::articles(), bytes);
    let bytes: usize = pages.iter().map(|page| page.len()).sum();
    let symbols = corpus::symbols();
    assert!(symbols.is_some(), "the symbols make an automaton");
    assert!(corpus::sentences().len() > corpus::articles().len(), "a page has many sentences");

    let parser = Parser::new();
    let count = |article: &Article<'_>| article.quantities().len();
    let article = || pages.iter().filter_map(|page| parser.parse(black_box(page)).ok()).map(|page| count(&page)).sum();
    let utf8 =
        || pages.iter().filter_map(|page| core::str::from_utf8(black_box(page.as_bytes())).ok()).map(str::len).sum();
    let tokens = |page: &str| symbols.as_ref().map_or(0, |symbols| symbols.leftmost_find_iter(page).count());
    let daachorse = || pages.iter().map(|page| tokens(black_box(page))).sum();

    // a parser that has read many pages finds in the next what a new one finds
    let anew: usize = pages.iter().filter_map(|page| Article::parse(page).ok()).map(|page| count(&page)).sum();
    let passes: [(&str, &dyn Fn() -> usize); 3] =
        [("parse", &article), ("from_utf8", &utf8), ("daachorse", &daachorse)];
    assert!(anew > pages.len(), "a page has quantities");
    assert_eq!(passes.map(|(_, pass)| pass()), [anew, bytes, daachorse()]);

    let mut criterion = ratio::criterion();
    let mut group = criterion.benchmark_group("article");
    group.throughput(Throughput::Bytes(bytes as u64));
    for (name, pass) in passes {
        group.bench_function(name, |bencher| bencher.iter(pass));
    }
    group.finish();
    criterion.final_summary();
    ratio::print(bytes, ("article", &article), &[("daachorse", &daachorse), ("from_utf8", &utf8)]);
}
