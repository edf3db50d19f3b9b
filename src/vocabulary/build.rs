//! Makes the tables of words from the rows of `src/vocabulary/*.tsv`, so that nothing is built at run time.
//!
//! A row is a word, its classes, and an example, parted by tabs; `␠` is a blank. A class is a name of [`CLASSES`], with the
//! word's meaning in it after a colon, as an expression that the compiler checks; several are parted by `; `. What is
//! wrong with a row stops the build and is told with its file and line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a build that stops is the message

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

include!("classes.rs");
include!("hash.rs");

mod fold {
    include!("../lexer/fold_table.rs");
}

/// A word in one class, and what it means there.
#[derive(Clone)]
struct Row {
    word: String,
    meaning: String,
}

/// Words as a tree in flat arrays: the children of a node stand side by side, edge `e` leads to node `e + 1`.
#[derive(Default)]
struct Tree {
    slots: Vec<u64>,
    ranks: Vec<u16>,
    bases: Vec<usize>,
    degrees: Vec<u8>,
    chars: Vec<u16>,
    entries: Vec<usize>,
}

fn main() {
    println!("cargo::rerun-if-changed=src/vocabulary");
    let (mut classes, examples) = read(Path::new("src/vocabulary"));
    compound(&mut classes);
    let mut out = String::new();
    for class in CLASSES.iter().filter(|class| !class.table.is_empty()) {
        let rows = classes.get(class.name).map_or(&[][..], Vec::as_slice);
        assert!(!rows.is_empty(), "the class {} has no word", class.name);
        write_module(&mut out, class, rows);
    }
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    println!("cargo::rerun-if-changed=src/unit/units.tsv");
    fs::write(target.join("units.rs"), units(Path::new("src/unit/units.tsv"))).expect("the target is writable");
    fs::write(target.join("vocabulary.rs"), out).expect("the target is writable");
    let examples = format!("static ROWS: &[(&str, &str, &str)] = &[\n{examples}];\n");
    fs::write(target.join("vocabulary_rows.rs"), examples).expect("the target is writable");
}

/// The rows of all files by class, and all of them as Rust for the test of the examples.
fn read(folder: &Path) -> (BTreeMap<&'static str, Vec<Row>>, String) {
    let files = fs::read_dir(folder).expect("the vocabulary is there");
    let mut files: Vec<PathBuf> = files.map(|entry| entry.expect("a readable folder").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "tsv"));
    files.sort();
    let mut classes: BTreeMap<&str, Vec<Row>> = CLASSES.iter().map(|class| (class.name, Vec::new())).collect();
    let mut places: BTreeMap<String, String> = BTreeMap::new();
    let mut examples = String::new();
    for file in &files {
        let text = fs::read_to_string(file).expect("UTF-8");
        let mut last = String::new();
        let rows = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with("# "));
        for (at, line) in rows {
            let place = format!("{}:{}", file.display(), at + 1);
            let row: Vec<&str> = line.split('\t').collect();
            let [word, meanings, rest @ ..] = row.as_slice() else {
                panic!("{place}: a row is a word, its classes, and an example")
            };
            let word = word.replace('␠', " ");
            assert!(last < word, "{place}: {word} must stand before {last}");
            if let Some(earlier) = places.insert(word.clone(), place.clone()) {
                panic!("{place}: {word} stands in {earlier} too");
            }
            for class in meanings.split("; ") {
                let (class, meaning) = class.split_once(':').unwrap_or((class, "()"));
                let rows = classes.get_mut(class).unwrap_or_else(|| panic!("{place}: {class} is no class"));
                rows.push(Row { word: word.clone(), meaning: meaning.trim().to_owned() });
            }
            let example = rest.first().copied().unwrap_or_default();
            writeln!(examples, "    ({word:?}, {meanings:?}, {example:?}),").expect("a string takes it");
            last = word;
        }
    }
    (classes, examples)
}

/// Adds the verbs of change that are made of how something moves and which way: 飙|升, 猛|跌. A row of their own goes before.
fn compound(classes: &mut BTreeMap<&'static str, Vec<Row>>) {
    let (manners, moves) = (classes["manner"].clone(), classes["moved"].clone());
    let cues = classes.get_mut("cue").expect("it is a class");
    let known: BTreeSet<String> = cues.iter().map(|row| row.word.clone()).collect();
    let words = manners.iter().flat_map(|manner| {
        let made = |moved: &Row| Row {
            word: format!("{}{}", manner.word, moved.word),
            meaning: format!("Direction(Direction::{})", moved.meaning),
        };
        moves.iter().map(made)
    });
    cues.extend(words.filter(|row| !known.contains(&row.word)));
}

/// The table of units: its rows, and the index of their forms.
fn units(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("UTF-8");
    let (mut rows, mut forms) = (String::new(), Vec::new());
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with("# "));
    for (index, (at, line)) in lines.enumerate() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [symbol, others, dimension, factor, code, traits, ..] = cells.as_slice() else {
            panic!("units.tsv:{}: a row is a symbol, forms, a dimension, a factor, a code, and traits", at + 1)
        };
        let mut own: Vec<String> = Vec::new();
        for form in
            std::iter::once(symbol).chain(others.split(' ').filter(|form| *form != "-").collect::<Vec<_>>().iter())
        {
            let form: String = form.chars().map(folded).collect();
            if own.contains(&form) {
                continue;
            }
            if let Some(earlier) = places.insert(form.clone(), at + 1) {
                panic!("units.tsv:{}: {form} stands in line {earlier} too", at + 1);
            }
            forms.push(Row { word: form.clone(), meaning: index.to_string() });
            own.push(form);
        }
        let (mut regional, mut senses, mut of) = ("&[]", "&[]", String::from("Traits::NONE"));
        for word in traits.split(' ').filter(|word| *word != "-") {
            match word.split_once(':') {
                Some(("regions", name)) => regional = name,
                Some(("senses", name)) => senses = name,
                _ => write!(of, ".and(Traits::{})", screaming(word)).expect("a string takes it"),
            }
        }
        let factor = match (*factor, factor.split_once('/')) {
            ("-", _) => String::from("None"),
            (_, Some((top, bottom))) => format!("r({top}, {bottom})"),
            (whole, None) => format!("r({whole}, 1)"),
        };
        let code = if *code == "-" { String::from("None") } else { format!("Some({code:?})") };
        let reading = if senses == "&[]" { "Only" } else { "First" };
        writeln!(
            rows,
            "    Row {{ symbol: {symbol:?}, forms: {:?}, dimension: Dimension::{dimension}, factor: {factor}, code: {code}, \
             traits: {of}, regional: {regional}, senses: {senses}, reading: Reading::{reading} }},",
            own.join(" ")
        )
        .expect("a string takes it");
    }
    let class = Class { name: "form", table: "FORMS", meaning: "u16", scope: "", ends: Ends::Never };
    let mut index = String::new();
    write_module(&mut index, &class, &forms);
    format!("/// All units, as `units.tsv` has them.\npub(crate) static ROWS: &[Row] = &[\n{rows}];\n\n{index}")
}

/// `TenthsAfter` as a constant is spelled.
fn screaming(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(c.to_uppercase());
    }
    out
}

/// The character as the lexer reads it.
fn folded(c: char) -> char {
    let mut pairs = fold::PAIRS.chars();
    while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
        if from == c {
            return to;
        }
    }
    c
}

/// Writes the module of a class: a tree of its words by their beginnings, or by their ends, or both.
fn write_module(out: &mut String, class: &Class, rows: &[Row]) {
    let Class { name, table, meaning, scope, ends, .. } = class;
    let mut meanings: Vec<&str> = rows.iter().map(|row| row.meaning.as_str()).collect();
    meanings.sort_unstable();
    meanings.dedup();
    let entry = |row: &Row| meanings.binary_search(&row.meaning.as_str()).expect("it is one of them") + 1;
    let tree = |reversed: bool| {
        let mut words: Vec<(Vec<u16>, usize)> = rows.iter().map(|row| (spelled(row, reversed), entry(row))).collect();
        words.sort_by(|a, b| a.0.cmp(&b.0)); // stable: of parts that make one word in two ways, the first
        words.dedup_by(|later, earlier| later.0 == earlier.0);
        write_tree(&if *ends == if reversed { Ends::Never } else { Ends::Only } {
            Tree::default()
        } else {
            tree(words)
        })
    };
    writeln!(
        out,
        "mod {name} {{\n    #![allow(unused_imports)]\n    use crate::vocabulary::table::{{Entries, Table, Tree}};\n    {scope}\n\n    \
         pub(crate) static {table}: Table<{meaning}> = Table {{\n        words: {},\n        reversed: {},\n        \
         meanings: &[{}],\n    }};\n}}\npub(crate) use {name}::{table};\n",
        tree(false),
        tree(true),
        meanings.join(", ")
    )
    .expect("a string takes it");
}

fn spelled(row: &Row, reversed: bool) -> Vec<u16> {
    let units: Vec<u16> = row.word.encode_utf16().collect();
    assert_eq!(units.len(), row.word.chars().count(), "{} has a character beyond U+FFFF", row.word);
    if reversed { units.into_iter().rev().collect() } else { units }
}

fn write_tree(tree: &Tree) -> String {
    let size = if tree.entries.iter().all(|entry| u8::try_from(*entry).is_ok()) { "Few" } else { "Many" };
    format!(
        "Tree {{\n            slots: &{:?},\n            ranks: &{:?},\n            bases: &{:?},\n            degrees: &{:?},\n            \
         chars: &{:?},\n            entries: Entries::{size}(&{:?}),\n        }}",
        tree.slots, tree.ranks, tree.bases, tree.degrees, tree.chars, tree.entries
    )
}

/// The slots of first characters, by their hash.
struct Slots {
    chars: Vec<Option<u16>>,
}

impl Slots {
    fn new(chars: &BTreeSet<u16>) -> Self {
        let mut slots = Self { chars: vec![None; (chars.len() * 2).next_power_of_two().max(64)] };
        for char in chars {
            let slot = slots.of(*char);
            slots.chars[slot] = Some(*char);
        }
        slots
    }

    /// The slot that a character has, or would have.
    fn of(&self, char: u16) -> usize {
        let mask = self.chars.len() - 1;
        let mut slot = hash(char) & mask;
        while self.chars[slot].is_some_and(|taken| taken != char) {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// A bit for each slot that is taken, and how many are taken before each 64 of them.
    fn packed(&self) -> (Vec<u64>, Vec<u16>) {
        let word =
            |slots: &[Option<u16>]| slots.iter().rev().fold(0, |bits, slot| bits << 1 | u64::from(slot.is_some()));
        let words: Vec<u64> = self.chars.chunks(64).map(word).collect();
        let ranks = words.iter().scan(0, |before, word| {
            let rank = *before;
            *before += u16::try_from(word.count_ones()).expect("64 at most");
            Some(rank)
        });
        let ranks = ranks.collect();
        (words, ranks)
    }
}

/// The tree of words, breadth first: the first characters by their slots, the others sorted.
fn tree(mut words: Vec<(Vec<u16>, usize)>) -> Tree {
    let slots = Slots::new(&words.iter().map(|(word, _)| word[0]).collect());
    words.sort_by_cached_key(|(word, _)| (slots.of(word[0]), word.clone()));
    let (slots, ranks) = slots.packed();
    let mut tree = Tree { slots, ranks, ..Tree::default() };
    let mut level = vec![(0..words.len(), 0)];
    while !level.is_empty() {
        let mut next = Vec::new();
        for (range, depth) in level {
            let first = tree.chars.len();
            let mut at = range.start;
            let ends = at < range.end && words[at].0.len() == depth;
            tree.entries.push(if ends { words[at].1 } else { 0 });
            at += usize::from(ends);
            while at < range.end {
                let char = words[at].0[depth];
                let start = at;
                while at < range.end && words[at].0[depth] == char {
                    at += 1;
                }
                tree.chars.push(char);
                next.push((start..at, depth + 1));
            }
            tree.edges(first);
        }
        level = next;
    }
    assert!(tree.chars.len() < usize::from(u16::MAX), "a table has fewer nodes");
    tree
}

impl Tree {
    /// Notes the edges of the next node, which begin at `first`. The root's are counted by its slots.
    fn edges(&mut self, first: usize) {
        let node = self.degrees.len();
        let is_root = node == 0;
        if node % BLOCK == 0 {
            self.bases.push(if is_root { self.chars.len() } else { first });
        }
        let degree = if is_root { 0 } else { self.chars.len() - first };
        self.degrees.push(u8::try_from(degree).expect("a character leads to fewer others"));
    }
}
