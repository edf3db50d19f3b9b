//! Memory: how many allocations a text takes, and how much at most.

#![cfg(test)]

use std::fmt::Write as _;

use allocation_counter::{AllocationInfo, measure};
use wanyi::Parser;

const ARTICLE: &str = include_str!("../examples/data/article.txt");

fn finding(parser: &Parser, text: &str) -> AllocationInfo {
    measure(|| drop(parser.find_quantities(text)))
}

fn parsing(parser: &Parser, text: &str) -> AllocationInfo {
    measure(|| drop(parser.parse(text)))
}

#[test]
fn a_text_without_numbers_takes_no_memory() {
    let prose = "会议认为，城市更新要留住老街的味道，也要让居民住得安心。代表们建议完善公共服务，改善步行环境。";
    // the table of characters is made at the first text
    finding(&Parser::new(), prose);
    for text in ["", "abc def", prose, &prose.repeat(50)] {
        assert_eq!(finding(&Parser::new(), text).count_total, 0, "{text}");
    }
    // the other script is folded, which is one more text
    let folded = finding(&Parser::new(), "會議認為，城市更新要留住老街的味道，也要讓居民住得安心。");
    assert!(folded.count_total <= 2, "{folded:?}");
}

/// What repeated might take more memory than its length.
const HOSTILE: [&str; 14] = [
    "1,",
    "1:2:3:",
    "、3",
    "1\n",
    "今年",
    "一年",
    "（記者",
    "記者王一\n",
    "增3%，",
    "由3升至4",
    "其中3人，",
    "「",
    "1%",
    "http://a ",
];

#[test]
fn memory_is_linear_and_what_is_kept_is_bounded() {
    let mut report = String::new();
    for piece in HOSTILE {
        let of_size = |size: usize| {
            let text = piece.repeat(size / piece.len());
            let parser = Parser::new().most_findings(size / 64);
            let (found, parsed) = (finding(&parser, &text), parsing(&parser, &text));
            let per_byte = |info: &AllocationInfo| info.bytes_max as f64 / text.len() as f64;
            [per_byte(&found), per_byte(&parsed)]
        };
        let ([find, parse], [later_find, later_parse]) = (of_size(1 << 12), of_size(1 << 15));
        // vectors double, so that the peak may be half as much again
        let is_linear = later_find < find * 1.6 + 1.0 && later_parse < parse * 1.6 + 1.0;
        if !is_linear || later_find > 30.0 || later_parse > 160.0 {
            writeln!(
                report,
                "{piece:?}: {find:.1} and {parse:.1} bytes a byte, later {later_find:.1} and {later_parse:.1}"
            )
            .unwrap();
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn an_article_takes_few_allocations() {
    let parser = Parser::new();
    let claims = parser.parse(ARTICLE).map(|article| article.claims().len()).unwrap_or_default();
    let (found, parsed) = (finding(&parser, ARTICLE), parsing(&parser, ARTICLE));
    assert!(claims > 20, "{claims} claims");
    assert!(parsed.count_total <= 11 * claims as u64, "{parsed:?} for {claims} claims");
    assert!(found.count_total <= 6 * claims as u64, "{found:?} for {claims} claims");
    assert!(parsed.bytes_max <= 40 * ARTICLE.len() as u64, "{parsed:?}");
}

#[test]
fn ten_articles_take_ten_times_the_memory_of_one() {
    let parser = Parser::new();
    let ten = ARTICLE.repeat(10);
    let (one, all) = (parsing(&parser, ARTICLE), parsing(&parser, &ten));
    assert!(all.bytes_max <= 12 * one.bytes_max && all.count_total <= 12 * one.count_total, "{one:?} {all:?}");
}
