//! Prints what .ci/weights.py fits the table of weights to.

use std::string::String;
use std::{env, eprintln, format, fs, println};

use crate::layout::evidence::Scene;
use crate::layout::weights::WEIGHTS;
use crate::layout::{BlockKind, Page, outline, text};
use crate::lexer::fold;

/// One line for each short line of the pages in the file that `WANYI_PAGES` names, JSON lines of `id` and `text`: the id,
/// the place in characters, what the line is read as, and what is seen of it.
#[test]
#[ignore = "prints the sights of the pages that WANYI_PAGES names"]
fn sights_of_pages() {
    let Ok(path) = env::var("WANYI_PAGES") else { return eprintln!("WANYI_PAGES names no file") };
    for row in fs::read_to_string(path).unwrap().lines() {
        let row: serde_json::Value = serde_json::from_str(row).unwrap();
        let page_text = fold(row["text"].as_str().unwrap());
        let items = Page::new(&page_text).read_lines();
        if outline::is_links(&items) {
            continue;
        }
        let captions = outline::captions(&items);
        let kinds = outline::outline(&items);
        let (begin, end, closed) = outline::bounds(&items, &captions);
        let mut scene = Scene::new(&items, begin, end, closed);
        scene.title = kinds.iter().position(|kind| *kind == BlockKind::Title);
        let mut listed = false;
        for (at, (item, kind)) in items.iter().zip(&kinds).enumerate() {
            listed = outline::leads_on(item) || listed && !item.is_text();
            if !item.is_short() || captions[at] {
                continue;
            }
            let sights = scene.sights(at, listed);
            let names: String = WEIGHTS
                .iter()
                .filter(|(sight, _)| sights & sight.bit() != 0)
                .map(|(sight, _)| format!("{sight:?} "))
                .collect();
            let place = text::range_of(&page_text, item.text);
            let [start, end] = [place.start, place.end].map(|at| page_text[..at].chars().count());
            println!("sights\t{}\t{start}\t{end}\t{kind:?}\t{names}", row["id"]);
        }
    }
}
