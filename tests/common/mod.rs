//! What several tests share.

use proptest::prelude::ProptestConfig;

#[allow(dead_code)] // not every test prints numbers
pub(crate) mod print;

/// Numbers below a limit, the same in every run (an xorshift generator).
#[allow(dead_code)] // not every test damages pages
pub(crate) fn numbers() -> impl FnMut(usize) -> usize {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    move |most| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap() % most.max(1)
    }
}

/// The same cases in every run, so that a failure is the change's own; `PROPTEST_RNG_SEED=random` explores others.
#[allow(dead_code)] // not every test has properties
pub(crate) fn config(cases: u32) -> ProptestConfig {
    let mut config =
        ProptestConfig { cases, failure_persistence: None, max_global_rejects: 100_000, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = proptest::test_runner::RngSeed::Fixed(0x0077_616e_7969);
    }
    config
}
