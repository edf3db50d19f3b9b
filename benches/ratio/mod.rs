//! Rates measured side by side, so that a ratio holds on any machine.

use std::env;
use std::time::Instant;

use criterion::Criterion;

/// A pass over some text, with its name.
pub(crate) type Pass<'a> = (&'static str, &'a dyn Fn() -> usize);

/// How many times each pass is taken.
const ROUNDS: usize = 15;

/// Whether the benches shall only be tried once: `cargo bench -- --test`, `cargo test --benches`.
pub(crate) fn is_test() -> bool {
    !env::args().any(|argument| argument == "--bench") || env::args().any(|argument| argument == "--test")
}

/// Whether the filter of the command line names other benches.
fn is_left_out(name: &str) -> bool {
    let arguments: Vec<String> = env::args().skip(1).collect();
    // what follows an option is its value
    let is_filter = |(at, word): &(usize, &String)| {
        let is_value =
            *at > 0 && arguments.get(at - 1).is_some_and(|before| before.starts_with("--") && before != "--bench");
        !word.starts_with('-') && !is_value
    };
    let mut filters = arguments.iter().enumerate().filter(is_filter).map(|(_, word)| word).peekable();
    filters.peek().is_some() && !filters.any(|word| word.contains(name))
}

/// Few samples: a pass over all of the text takes long, and its spread is small.
pub(crate) fn criterion() -> Criterion {
    let second = core::time::Duration::from_secs(1);
    Criterion::default().sample_size(10).warm_up_time(second).measurement_time(3 * second).configure_from_args()
}

/// Takes the passes in turn and prints how fast `of` is, each of the others being 1, and all rates in MB/s.
pub(crate) fn print(bytes: usize, of: Pass<'_>, others: &[Pass<'_>]) {
    if is_test() || is_left_out(of.0) {
        return;
    }
    let time = |pass: &dyn Fn() -> usize| {
        let start = Instant::now();
        std::hint::black_box(pass());
        start.elapsed().as_secs_f64()
    };
    let mut own = Vec::new();
    let mut times = vec![Vec::new(); others.len()];
    let mut ratios = times.clone();
    for _ in 0..ROUNDS {
        let mine = time(of.1);
        own.push(mine);
        for ((pass, times), ratios) in others.iter().zip(&mut times).zip(&mut ratios) {
            let theirs = time(pass.1);
            times.push(theirs);
            ratios.push(theirs / mine);
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a rate needs no more than a few digits")]
    let rate = |times: &mut Vec<f64>| bytes as f64 / median(times) / 1e6;
    let mine = rate(&mut own);
    for (((name, _), times), ratios) in others.iter().zip(&mut times).zip(&mut ratios) {
        let (ratio, theirs) = (median(ratios), rate(times));
        println!("ratio {}/{name} {ratio:.4} ({mine:.1} and {theirs:.1} MB/s, median of {ROUNDS} rounds)", of.0);
    }
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
