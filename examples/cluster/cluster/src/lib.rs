//! SQL over Chinese news, on embedded `DataFusion` and on a Ballista cluster of a scheduler and executors of our own.
//!
//! Rooms: `corpus` (articles as Parquet), `queries` (the ten questions), `session` (what a context needs, wherever it
//! runs), `servers` (scheduler and executor), `engine` (how an executor runs its part), `policy` (how the
//! scheduler gives tasks out), `client` (runs SQL on them),
//! `processes` (a cluster of processes on this machine), `shown` (rows as text), `commands` and their `flags`.

pub mod client;
pub mod commands;
pub mod corpus;
pub mod engine;
pub mod flags;
pub mod policy;
pub mod processes;
pub mod queries;
pub mod servers;
pub mod session;
pub mod shown;

/// Any error, with what it says.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Runs a future on as many threads as there are cores, with the stack that deep plans take.
///
/// # Errors
///
/// Its own, and where no thread starts.
pub fn block_on<T>(future: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.enable_all().thread_stack_size(32 << 20).build()?.block_on(future)
}
