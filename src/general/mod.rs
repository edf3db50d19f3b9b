//! General words: the commonest words of Chinese with their part of speech and how common they are.
//!
//! [`borders`] asks them where the words around a number or a time begin and end. The table is made by `.ci/words.py` from
//! the dictionary of jieba (MIT, see `LICENSE-JIEBA`) and searched as it stands, so that nothing is built at first use.
//! Without the feature `words` it holds the crate's own words alone, those of `own.txt`. Imports nothing of the crate.

pub(crate) mod borders;

use core::cmp::Ordering;

#[cfg(feature = "words")]
const TABLE: &[u8] = include_bytes!("table.bin");
#[cfg(not(feature = "words"))]
const TABLE: &[u8] = include_bytes!("own.bin");

/// The first character that has a slot of [`FIRSTS`], and how many have one.
const FIRST: usize = 0x3400;
const COUNT: usize = 0xA000 - FIRST;

/// Which row of the table a first character has, plus one; 0 for none.
static FIRSTS: [u16; COUNT] = firsts();

#[allow(clippy::indexing_slicing)] // evaluated by the compiler, which refuses a place that is not there
const fn firsts() -> [u16; COUNT] {
    let mut slots = [0; COUNT];
    let count = TABLE[0] as usize | (TABLE[1] as usize) << 8;
    let mut row = 0;
    while row < count {
        let at = 2 + 8 * row;
        let c = TABLE[at] as usize | (TABLE[at + 1] as usize) << 8;
        if c >= FIRST && c < FIRST + COUNT {
            slots[c - FIRST] = row as u16 + 1;
        }
        row += 1;
    }
    slots
}

/// A bit for each two characters that stand side by side in a word, by their hash.
#[cfg(feature = "words")]
static PAIRS: &[u8; 1 << 16] = include_bytes!("table_pairs.bin");
#[cfg(not(feature = "words"))]
static PAIRS: &[u8; 1 << 13] = include_bytes!("own_pairs.bin");

/// The most characters of a word.
pub(crate) const LONGEST: usize = 8;

/// What a character that may stand in a word takes in UTF-8: all of them lie between U+3007 and U+9FFF.
const CHAR_BYTES: usize = 3;

/// The most characters of a word that is looked for from its end.
const SHORT: usize = 4;

/// A part of speech, coarser than those of the dictionary. The order is that of `.ci/words.py`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pos {
    Other,
    Noun,
    Person,
    Place,
    Name,
    Verb,
    VerbalNoun,
    Adjective,
    Adverb,
    Preposition,
    Conjunction,
    Pronoun,
    Numeral,
    Classifier,
    Time,
    Localiser,
    Particle,
    Idiom,
}

impl Pos {
    const ALL: [Self; 18] = [
        Self::Other,
        Self::Noun,
        Self::Person,
        Self::Place,
        Self::Name,
        Self::Verb,
        Self::VerbalNoun,
        Self::Adjective,
        Self::Adverb,
        Self::Preposition,
        Self::Conjunction,
        Self::Pronoun,
        Self::Numeral,
        Self::Classifier,
        Self::Time,
        Self::Localiser,
        Self::Particle,
        Self::Idiom,
    ];
}

/// A word at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its length in bytes.
    pub(crate) length: usize,
    /// How rare it is: the logarithm to base 2 of one in how many words it is, in eighths.
    pub(crate) cost: u16,
    /// Its part of speech.
    pub(crate) pos: Pos,
}

/// A character as the table has it.
fn unit(c: char) -> Option<u16> {
    u16::try_from(u32::from(c)).ok().filter(|c| matches!(c, 0x3007 | 0x3400..=0x9fff))
}

/// The words that a folded text begins with, the shortest first.
pub(crate) fn words_at(text: &str) -> impl Iterator<Item = Word> {
    let (mut chars, mut length) = ([0; LONGEST], 0);
    for (slot, c) in chars.iter_mut().zip(text.chars().map_while(unit)) {
        *slot = c;
        length += 1;
    }
    let (mut words, mut count) = ([None; LONGEST], 0);
    let chars = chars.get(..length).unwrap_or_default();
    each_word(chars, longest_joined(chars), |_, word| {
        if let Some(slot) = words.get_mut(count) {
            *slot = Some(word);
        }
        count += 1;
    });
    words.into_iter().flatten()
}

/// The longest word that a folded text begins with.
pub(crate) fn longest_at(text: &str) -> Option<Word> {
    words_at(text).last()
}

/// Whether the last character of a folded text is the end of a word, as 將 in 大將 and 會 in 委員會; not where a word ends
/// before it that begins earlier, as in 董事會上|將.
pub(crate) fn ends_in_word(text: &str) -> bool {
    let Some((last, _)) = text.char_indices().next_back() else { return false };
    let before = text.get(..last).unwrap_or_default();
    match (starts_of_words(text).last(), starts_of_words(before).next()) {
        (Some(start), Some(shorter)) => start <= shorter,
        (start, _) => start.is_some(),
    }
}

/// Where the words of two characters and more begin that a folded text ends with, the shortest first.
fn starts_of_words(text: &str) -> impl Iterator<Item = usize> {
    let starts = text.char_indices().rev().skip(1).take(SHORT - 1).map(|(at, _)| at);
    starts.filter(|at| text.get(*at..).is_some_and(|word| get(word).is_some()))
}

/// A word of a folded text, if it is known.
pub(crate) fn get(word: &str) -> Option<Word> {
    let (mut chars, mut length) = ([0; LONGEST], 0);
    for c in word.chars() {
        *chars.get_mut(length)? = unit(c)?;
        length += 1;
    }
    let chars = chars.get(..length)?;
    let row = first(*chars.first()?)?;
    let &[a, b, ..] = chars else { return meaning(row, 1) };
    if !may_join(a, b) {
        return None;
    }
    let (_, at, count) = lists(row).find(|(width, ..)| *width == length)?;
    meaning(search(at, count, 2 * length, chars.get(1..)?)?, length)
}

/// Whether two characters may stand side by side in a word; no is sure.
fn may_join(a: u16, b: u16) -> bool {
    // the highest bits, as many as tell the bits of the table apart
    const SHIFT: u32 = u32::BITS - PAIRS.len().ilog2() - 3;
    let hash = (u32::from(a).wrapping_mul(0x9E37_79B1) ^ u32::from(b).wrapping_mul(0x85EB_CA6B)) >> SHIFT;
    PAIRS.get((hash >> 3) as usize).is_some_and(|bits| bits >> (hash & 7) & 1 == 1)
}

#[inline]
fn u16_at(at: usize) -> Option<u16> {
    match TABLE.get(at..)? {
        [low, high, ..] => Some(u16::from_le_bytes([*low, *high])),
        _ => None,
    }
}

/// The row of a first character: where its cost stands.
fn first(c: u16) -> Option<usize> {
    let slot = usize::from(c).checked_sub(FIRST)?;
    let row = usize::from(*FIRSTS.get(slot)?).checked_sub(1)?;
    Some(2 + 8 * row + 2)
}

/// Cost and part of speech at a place of the table.
fn meaning(at: usize, length: usize) -> Option<Word> {
    let pos = Pos::ALL.get(usize::from(*TABLE.get(at + 1)?)).copied()?;
    Some(Word { length: length * CHAR_BYTES, cost: u16::from(*TABLE.get(at)?), pos })
}

/// How many characters a word may have that characters begin with: no more than may stand side by side.
fn longest_joined(chars: &[u16]) -> usize {
    let joined = chars.windows(2).take(LONGEST - 1).take_while(|pair| matches!(pair, [a, b] if may_join(*a, *b)));
    1 + joined.count()
}

/// Hands on each word that characters begin with, of so many characters at most, the shortest first, with its length in
/// characters.
fn each_word(chars: &[u16], longest: usize, mut found: impl FnMut(usize, Word)) {
    let Some(row) = chars.first().and_then(|c| first(*c)) else { return };
    if let Some(word) = meaning(row, 1) {
        found(1, word);
    }
    if longest == 1 {
        return;
    }
    for (length, at, count) in lists(row).take_while(|(length, ..)| *length <= longest) {
        let Some(rest) = chars.get(1..length) else { return };
        if let Some(word) = search(at, count, 2 * length, rest).and_then(|at| meaning(at, length)) {
            found(length, word);
        }
    }
}

/// The words of one first character by their length in characters: where they stand, and how many they are.
fn lists(row: usize) -> impl Iterator<Item = (usize, usize, usize)> {
    let start = u16_at(row + 2).zip(u16_at(row + 4)).map(|(low, high)| usize::from(low) | usize::from(high) << 16);
    let mut lengths = start.and_then(|start| TABLE.get(start).copied()).unwrap_or_default();
    let mut next = start.unwrap_or_default() + 1;
    core::iter::from_fn(move || {
        let length = lengths.trailing_zeros() as usize + 2;
        lengths &= lengths.checked_sub(1)?;
        let (at, count) = (next + 2, usize::from(u16_at(next)?));
        next = at + count * 2 * length;
        Some((length, at, count))
    })
}

/// Where the meaning of a word stands among sorted words of one width, all of one first character.
fn search(start: usize, count: usize, width: usize, rest: &[u16]) -> Option<usize> {
    let (second, tail) = rest.split_first()?;
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = (low + high) / 2;
        let at = start + middle * width;
        // most words differ in the second character
        match u16_at(at)?.cmp(second).then_with(|| compare(at + 2, tail)) {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => return Some(at + 2 * rest.len()),
        }
    }
    None
}

/// How the characters at a place of the table stand to others.
fn compare(at: usize, others: &[u16]) -> Ordering {
    let spelled = others.iter().enumerate().map(|(i, other)| u16_at(at + 2 * i).unwrap_or_default().cmp(other));
    spelled.fold(Ordering::Equal, Ordering::then)
}

/// Words of two characters of the table, as many as asked for, spread over all of it.
#[cfg(test)]
pub(crate) fn sample(count: usize) -> impl Iterator<Item = alloc::string::String> {
    let rows = usize::from(u16_at(0).unwrap_or_default());
    let words = (0..rows).flat_map(|row| {
        let at = 2 + 8 * row;
        let first = u16_at(at).unwrap_or_default();
        let start =
            usize::from(u16_at(at + 4).unwrap_or_default()) | usize::from(u16_at(at + 6).unwrap_or_default()) << 16;
        let has_pairs = TABLE.get(start).is_some_and(|lengths| lengths & 1 == 1);
        let count = if has_pairs { usize::from(u16_at(start + 1).unwrap_or_default()) } else { 0 };
        (0..count).filter_map(move |i| {
            let second = u16_at(start + 3 + 4 * i)?;
            char::from_u32(first.into()).zip(char::from_u32(second.into())).map(|(a, b)| [a, b].iter().collect())
        })
    });
    words.step_by(4).take(count)
}

#[cfg(all(test, feature = "words"))]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn words_are_found() {
        for (text, lengths) in [
            ("家长到校", [1, 2].as_slice()),
            ("三峡资金", &[1, 2]),
            ("一带一路上", &[1, 2, 4]),
            ("家", &[1]),
            ("ab", &[]),
            ("", &[]),
        ] {
            let found: Vec<usize> = words_at(text).map(|word| word.length).collect();
            let lengths: Vec<usize> = lengths.iter().map(|length| length * CHAR_BYTES).collect();
            assert_eq!(found, lengths, "{text}");
            assert_eq!(longest_at(text).map(|word| word.length), lengths.last().copied(), "{text}");
        }
    }

    #[test]
    fn words_have_their_part_of_speech() {
        for (word, pos) in [
            ("学生", Pos::Noun),
            ("四川", Pos::Place),
            ("举行", Pos::Verb),
            ("今年", Pos::Time),
            ("千方百计", Pos::Idiom),
            ("和", Pos::Conjunction),
        ] {
            assert_eq!(get(word).map(|word| word.pos), Some(pos), "{word}");
        }
    }

    #[test]
    fn numbers_with_their_classifiers_are_no_words() {
        for word in
            ["一个", "两个", "三天", "十年", "第一个", "十一月", "二十一世纪", "三月", "一家", "二十", "百分之五"]
        {
            assert_eq!(get(word), None, "{word}");
        }
        for word in [
            "一些",
            "一定",
            "一般",
            "一线",
            "一流",
            "一带一路",
            "三亚",
            "三峡",
            "三农",
            "四川",
            "九江",
            "五粮液",
            "七台河",
            "统一",
            "第三方",
            "万一",
            "百姓",
            "千方百计",
            "零售",
            "三轮车",
            "双创",
        ] {
            assert!(get(word).is_some(), "{word}");
        }
    }

    #[test]
    fn common_words_cost_less() {
        let cost = |word| get(word).map(|word| word.cost);
        assert!(cost("的") < cost("学生") && cost("学生") < cost("蝙蝠"));
    }

    #[test]
    fn the_table_is_small() {
        assert!((300_000..600_000).contains(&TABLE.len()));
    }
}
