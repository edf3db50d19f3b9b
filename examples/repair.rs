//! Undoes the damage of a mirror site and shows what was done: the bytes of the source, why, how sure, from what to what.
//!
//! ```sh
//! cargo run --example repair                # a built-in damaged report
//! cargo run --example repair -- page.txt    # a file
//! ```

use std::error::Error;

use wanyi::repair;

/// What a mirror site made of a report: readings after some characters, and the text after `經(jīng)驗?` and `當?`
/// shifted by a byte. HTML was left over as well.
const REPORT: &str = "中新網(wǎng)雲溪8月16日電　借鑒沿海經(jīng)驗?zāi)J剑?021年以來,示範區(qū)投入資金\
                      2.9億(yì)元,同比增長30&#37;,培訓當?shù)剞r(nóng)民3600餘名,惠及當?shù)厝罕?。";

fn main() -> Result<(), Box<dyn Error>> {
    let source = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => REPORT.to_owned(),
    };
    let repaired = repair(&source);
    println!("{}\n", repaired.text().trim_end());
    for note in repaired.diagnostics() {
        let place = format!("{:>5}..{:<5} {:<15}", note.span.start(), note.span.end(), note.code.name());
        let (Some(from), Some(to)) = (&note.from, &note.to) else {
            println!("{place} {}", note.message);
            continue;
        };
        let sure = if to.contains(char::REPLACEMENT_CHARACTER) {
            "gone"
        } else if note.certain {
            "certain"
        } else {
            "inferred"
        };
        println!("{place} {sure:<9} {from:?} -> {to:?}");
    }
    Ok(())
}
