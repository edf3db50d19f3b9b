//! Undoes the damage of a mirror site and shows what was done.
//!
//! ```sh
//! cargo run --example repair                # a built-in damaged report
//! cargo run --example repair -- page.txt    # a file
//! ```

use std::error::Error;

use wanyi::repair;

/// What a mirror site made of a report: readings behind some characters, and the text behind `當?` shifted by a byte.
const REPORT: &str =
    "中新網(wǎng)8月16日電 今年投入援藏資金2.9億(yì)元,提高當?shù)剞r(nóng)牧民收入&nbsp;30&#37;以上。";

fn main() -> Result<(), Box<dyn Error>> {
    let source = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => REPORT.to_owned(),
    };
    let repaired = repair(&source);
    println!("{}\n", repaired.text().trim_end());
    for edit in repaired.edits() {
        println!(
            "{:>5}..{:<5} {:<20} {:<9} {:?} -> {:?}",
            edit.source.start,
            edit.source.end,
            edit.code.name(),
            if edit.certain { "certain" } else { "inferred" },
            source.get(edit.source.clone()).unwrap_or_default(),
            repaired.text().get(edit.text.clone()).unwrap_or_default(),
        );
    }
    for stretch in repaired.damaged() {
        println!("lost: {:?}", repaired.text().get(stretch.clone()).unwrap_or_default());
    }
    Ok(())
}
