//! Builds the page: the module of WebAssembly, the JavaScript that loads it, and what stands in `page`, in one folder; each
//! file also packed, for servers that send `FILE.gz` where they are asked for `FILE`.
//!
//! ```sh
//! cargo run -p bind -- FOLDER [ARGUMENT OF CARGO BUILD…]
//! ```
//!
//! The JavaScript is what the command `wasm-bindgen --target web` makes, from the version that the lock file names, so that
//! both sides agree and nothing has to be installed.

use std::ffi::OsString;
use std::fs::File;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;
use zopfli::{Format, Options};

const TARGET: &str = "wasm32-unknown-unknown";

/// How often the packer tries for fewer bytes.
const ITERATIONS: NonZeroU64 = NonZeroU64::new(45).unwrap();

/// The files of the page.
const LOADED: [&str; 5] = ["index.html", "page.css", "page.js", "wanyi_wasm.js", "wanyi_wasm_bg.wasm"];

fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1);
    let folder = PathBuf::from(arguments.next().context("usage: bind FOLDER [ARGUMENT OF CARGO BUILD…]")?);
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("no project above")?;
    let module = module(project, arguments)?;
    Bindgen::new()
        .input_path(module)
        .web(true)?
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(false)
        .generate(&folder)?;
    for file in std::fs::read_dir(project.join("page"))? {
        let file = file?;
        std::fs::copy(file.path(), folder.join(file.file_name()))?;
    }
    println!("{} bytes are loaded, packed by gzip", pack(&folder)?);
    println!("python3 -m http.server -d {} serves the page at http://localhost:8000", folder.display());
    Ok(())
}

/// Packs each file that a browser loads; how many bytes all of them are.
fn pack(folder: &Path) -> Result<u64> {
    // a block for each kind of code and data, as many as it takes (0 would make one)
    let options = Options { maximum_block_splits: u16::MAX, iteration_count: ITERATIONS, ..Options::default() };
    let mut size = 0;
    for name in LOADED {
        let path = folder.join(format!("{name}.gz"));
        // what is packed once is sent many times
        zopfli::compress(options, Format::Gzip, File::open(folder.join(name))?, File::create(&path)?)?;
        size += path.metadata()?.len();
    }
    Ok(size)
}

/// The module, which cargo builds where it built this program. The folders of this machine are left out of it.
fn module(project: &Path, arguments: impl Iterator<Item = OsString>) -> Result<PathBuf> {
    let program = std::env::current_exe()?;
    let target = program.ancestors().nth(2).context("no target directory")?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let root = project.join("../..").canonicalize()?;
    let home = std::env::var_os("CARGO_HOME")
        .map_or_else(|| std::env::home_dir().map(|home| home.join(".cargo")), |home| Some(home.into()));
    let remap = |folder: PathBuf| format!("'--remap-path-prefix={}=.'", folder.display());
    let flags: Vec<String> = home.into_iter().chain([root]).map(remap).collect();
    let status = Command::new(cargo)
        .args(["build", "--locked", "--release", "--lib", "--target", TARGET, "--target-dir"])
        .arg(target)
        .args(["--config", &format!("target.{TARGET}.rustflags=[{}]", flags.join(","))])
        .args(arguments)
        .current_dir(project)
        .status()?;
    ensure!(
        status.success(),
        "the module was not built; the target {TARGET} may be missing: rustup target add {TARGET}"
    );
    Ok(target.join(TARGET).join("release/wanyi_wasm.wasm"))
}
