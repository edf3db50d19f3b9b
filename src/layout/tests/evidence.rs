//! What is seen of the short lines of a page, which `.ci/weights.py` fits the table of weights to.

use std::string::String;
use std::vec::Vec;
use std::{env, format, fs, println, vec};

use crate::layout::evidence::Scene;
use crate::layout::weights::WEIGHTS;
use crate::layout::{BlockKind, Page, outline, text};
use crate::lexer::fold;

/// A short line: its place in characters, what it is read as, and the names of what is seen of it.
type Seen = (usize, usize, BlockKind, Vec<String>);

fn seen(page: &str) -> Vec<Seen> {
    let page_text = fold(page);
    let items = Page::new(&page_text).read_lines();
    if outline::is_links(&items) {
        return vec![];
    }
    let captions = outline::captions(&items);
    let kinds = outline::outline(&items);
    let (begin, end, closed) = outline::bounds(&items, &captions);
    let mut scene = Scene::new(&items, begin, end, closed);
    scene.title = kinds.iter().position(|kind| *kind == BlockKind::Title);
    let mut listed = false;
    let mut found = vec![];
    for (at, (item, kind)) in items.iter().zip(&kinds).enumerate() {
        listed = outline::leads_on(item) || listed && !item.is_text();
        if !item.is_short() || captions[at] {
            continue;
        }
        let sights = scene.sights(at, listed);
        let names =
            WEIGHTS.iter().filter(|(sight, _)| sights & sight.bit() != 0).map(|(sight, _)| format!("{sight:?}"));
        let place = text::range_of(&page_text, item.text);
        let [start, end] = [place.start, place.end].map(|at| page_text[..at].chars().count());
        found.push((start, end, *kind, names.collect()));
    }
    found
}

/// Of a page that is written here, and of those in the file that `WANYI_PAGES` names, JSON lines of `id` and `text`: one line
/// is printed for each short line of these.
#[test]
fn sights_of_pages() {
    let body = "县商务局负责人说，中心建成后，周边三个乡镇的菜农不必再连夜赶往市里卖菜，运输成本可以省下将近一半。";
    let page = format!("要闻\n交易中心启用\n2024-05-14 16:20\n{body}\n一、冷链\n{body}\n二、检测\n{body}");
    let seen_here = seen(&page);
    let kinds: Vec<BlockKind> = seen_here.iter().map(|(.., kind, _)| *kind).collect();
    let [title, first, second] = seen_here.as_slice() else { panic!("{seen_here:?}") };
    assert_eq!(kinds, [BlockKind::Title, BlockKind::Heading, BlockKind::Heading]);
    assert_eq!((title.0, title.1), (3, 9));
    let has = |line: &Seen, sights: &[&str]| sights.iter().all(|sight| line.3.iter().any(|name| name == sight));
    assert!(has(title, &["OverStamp", "Above", "Stamped", "Brief"]), "{title:?}");
    assert!(has(first, &["Numbered", "Between", "Inside", "Alike"]), "{first:?}");
    assert!(!has(title, &["Inside"]) && !has(second, &["OverStamp"]));

    let Ok(path) = env::var("WANYI_PAGES") else { return };
    for row in fs::read_to_string(path).unwrap().lines() {
        let row: serde_json::Value = serde_json::from_str(row).unwrap();
        for (start, end, kind, names) in seen(row["text"].as_str().unwrap()) {
            println!("sights\t{}\t{start}\t{end}\t{kind:?}\t{}", row["id"], names.join(" "));
        }
    }
}
