//! `grammar::numeral` over a list of literals, beside the crate `chinese-number` over the same ones.

use std::hint::black_box;

use chinese_number::{ChineseCountMethod, ChineseToNumber};
use criterion::Throughput;
use wanyi::nom::Parser;
use wanyi::rust_decimal::Decimal;
use wanyi::{Lexicon, grammar, nom};

mod ratio;

/// What both read.
const SHARED: [(&str, u64); 20] = [
    ("七", 7),
    ("十", 10),
    ("十五", 15),
    ("四十九", 49),
    ("一百零三", 103),
    ("一百五十三", 153),
    ("兩千三", 2300),
    ("三千六百", 3600),
    ("九千零八十", 9080),
    ("一萬二千八百", 12_800),
    ("三萬四", 34_000),
    ("十二萬", 120_000),
    ("四百二十萬", 4_200_000),
    ("一百九十萬零三千九百七十一", 1_903_971),
    ("八千萬", 80_000_000),
    ("一億二千三百四十五萬六千七百八十九", 123_456_789),
    ("三十二億一千二百三十四萬五千六百七十八", 3_212_345_678),
    ("一千零五十億", 105_000_000_000),
    ("壹拾貳萬叁仟", 123_000),
    ("两万五千", 25_000),
];

/// What stands in newspapers besides.
const OWN: [(&str, &str); 12] = [
    ("49", "49"),
    ("1,172", "1172"),
    ("１５３", "153"),
    ("2.3億", "230000000"),
    ("1.28萬", "12800"),
    ("420萬", "4200000"),
    ("12億3456萬", "1234560000"),
    ("3萬5千", "35000"),
    ("一万五千亿", "1500000000000"),
    ("七點五", "7.5"),
    ("15636.48", "15636.48"),
    ("二〇二三", "2023"),
];

fn main() {
    let lexicon = Lexicon::default();
    let ours = |literal: &str| -> Option<Decimal> {
        let (rest, numeral) = grammar::numeral::<nom::error::Error<&str>>(&lexicon).parse(literal).ok()?;
        if rest.is_empty() { numeral.value().ok().flatten() } else { None }
    };
    let theirs = |literal: &str| -> Option<u64> { literal.to_number(ChineseCountMethod::TenThousand).ok() };
    for (literal, value) in SHARED {
        assert_eq!((ours(literal), theirs(literal)), (Some(value.into()), Some(value)), "{literal}");
    }
    for (literal, value) in OWN {
        assert_eq!(ours(literal).map(|value| value.to_string()).as_deref(), Some(value), "{literal}");
    }

    let shared = || SHARED.iter().filter(|(literal, _)| black_box(ours(black_box(literal))).is_some()).count();
    let other = || SHARED.iter().filter(|(literal, _)| black_box(theirs(black_box(literal))).is_some()).count();
    let own = || OWN.iter().filter(|(literal, _)| black_box(ours(black_box(literal))).is_some()).count();
    let size = SHARED.iter().map(|(literal, _)| literal.len()).sum::<usize>();
    let passes: [(&str, usize, &dyn Fn() -> usize); 3] = [
        ("numeral", size, &shared),
        ("chinese-number", size, &other),
        ("numeral_in_newspapers", OWN.iter().map(|(literal, _)| literal.len()).sum(), &own),
    ];
    let mut criterion = ratio::criterion();
    let mut group = criterion.benchmark_group("numeral");
    for (name, bytes, pass) in passes {
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_function(name, |bencher| bencher.iter(pass));
    }
    group.finish();
    criterion.final_summary();

    // once is too short for the clock
    let often = |pass: &dyn Fn() -> usize| (0..10_000).map(|_| pass()).sum::<usize>();
    ratio::print(10_000 * size, ("numeral", &|| often(&shared)), &[("chinese-number", &|| often(&other))]);
}
