//! Makes the JavaScript beside a module of WebAssembly: what the command `wasm-bindgen --target web` does, from the version
//! that the lock file names, so that both sides agree and nothing has to be installed.
//!
//! ```sh
//! cargo run -p bind -- MODULE.wasm FOLDER
//! ```

use anyhow::Context as _;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args_os().skip(1);
    let (module, folder) = arguments.next().zip(arguments.next()).context("usage: bind MODULE.wasm FOLDER")?;
    Bindgen::new().input_path(module).web(true)?.typescript(true).generate(folder)
}
