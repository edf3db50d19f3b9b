//! Text for the benches: sentences and pages of the articles in `tests/data`, shuffled the same way in every run.

use core::iter;

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use wanyi::Lexicon;

/// Articles without damage.
const HEALTHY: [&str; 5] = [
    include_str!("../../tests/data/articles/bare_paragraph.txt"),
    include_str!("../../tests/data/articles/cn_mainland_report.txt"),
    include_str!("../../tests/data/articles/hk_daily_housing.txt"),
    include_str!("../../tests/data/articles/my_perak_flood.txt"),
    include_str!("../../tests/data/articles/tw_agency_finance.txt"),
];

/// What numerals are written with.
const NUMERALS: &str =
    "0123456789０１２３４５６７８９〇零一二三四五六七八九十百千萬万億亿兆兩两廿卅幾几數半壹貳叁肆伍陸柒捌玖拾佰仟第";

/// The articles of the corpus.
pub(crate) fn articles() -> [&'static str; 5] {
    HEALTHY
}

/// The sentences of the articles, each with what ends it.
pub(crate) fn sentences() -> Vec<&'static str> {
    let ends = |c| matches!(c, '。' | '；' | '！' | '？' | '\n');
    HEALTHY.iter().flat_map(|text| text.split_inclusive(ends)).filter(|part| part.trim().chars().count() > 3).collect()
}

/// A random walk through `parts` until `bytes` bytes are reached.
pub(crate) fn shuffled<'t>(parts: &[&'t str], bytes: usize) -> Vec<&'t str> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut size = 0;
    let next = iter::from_fn(|| {
        // xorshift64
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let index = usize::try_from(state >> 33).unwrap_or_default().checked_rem(parts.len())?;
        parts.get(index).copied()
    });
    let mut taken = Vec::new();
    for part in next {
        if size >= bytes {
            break;
        }
        size += part.len();
        taken.push(part);
    }
    taken
}

/// A tokenizer that knows the crate's symbols and nothing else: every form of the lexicon, and the numerals.
pub(crate) fn symbols() -> Option<CharwiseDoubleArrayAhoCorasick<u32>> {
    let lexicon = Lexicon::default();
    let mut patterns: Vec<String> = lexicon.iter().map(|(form, _)| form.to_owned()).collect();
    patterns.extend(NUMERALS.chars().map(String::from));
    patterns.sort_unstable();
    patterns.dedup();
    CharwiseDoubleArrayAhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest).build(patterns).ok()
}
