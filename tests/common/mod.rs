//! What several tests share.

use proptest::prelude::ProptestConfig;

#[allow(dead_code)] // not every test prints numbers
pub(crate) mod print;

/// The same cases in every run, so that a failure is the change's own; `PROPTEST_RNG_SEED=random` explores others.
pub(crate) fn config(cases: u32) -> ProptestConfig {
    let mut config =
        ProptestConfig { cases, failure_persistence: None, max_global_rejects: 100_000, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = proptest::test_runner::RngSeed::Fixed(0x0077_616e_7969);
    }
    config
}
