//! Damages a text as a mirror site does: pinyin put after characters by a replacement of bytes in GBK.

use encoding_rs::GBK;

/// A damaged text and what became of each character.
pub(crate) struct Damaged {
    pub(crate) text: String,
    /// The text as it was, save for the full-width signs that became ASCII.
    pub(crate) twin: String,
    /// For each character of the twin, what the damage did to it.
    pub(crate) fates: Vec<Fate>,
}

/// What the damage did to a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Untouched,
    /// A reading stands after it.
    Noted,
    /// Its bytes stand in two other characters.
    Shifted,
    /// A byte of it is in no character of the damaged text.
    Gone,
}

/// A byte of the stream, and the character of the source that it is of; none for a reading.
type Byte = (u8, Option<usize>);

/// Puts the readings of a table after its characters, with no regard to their borders. `None` for a text that GBK has
/// not.
pub(crate) fn damage(source: &str, table: &[(char, &str)]) -> Option<Damaged> {
    let twin: String = source.chars().map(narrow).collect();
    let mut fates = vec![Fate::Untouched; twin.chars().count()];
    let mut run: Vec<Byte> = Vec::new();
    let mut text = String::new();
    for (index, c) in source.chars().enumerate() {
        let bytes = encode(c)?;
        if c == '。' {
            text.push_str(&decode(&replace(&run, table), &mut fates));
            text.push(c);
            run.clear();
        } else {
            run.extend(bytes.iter().map(|byte| (*byte, Some(index))));
        }
    }
    text.push_str(&decode(&replace(&run, table), &mut fates));
    Some(Damaged { text, twin, fates })
}

/// The bytes of a character in GBK.
fn encode(c: char) -> Option<Vec<u8>> {
    let text = c.to_string();
    let (bytes, _, unmappable) = GBK.encode(&text);
    (!unmappable && bytes.len() <= 2).then(|| bytes.into_owned())
}

/// A run with each character's bytes replaced by the same and its reading, character by character of the table.
fn replace(run: &[Byte], table: &[(char, &str)]) -> Vec<Byte> {
    let mut run = run.to_vec();
    for (c, reading) in table {
        let code = encode(*c).expect("a table holds characters of GBK");
        let note: Vec<Byte> =
            format!("({reading})").chars().flat_map(|c| encode(c).expect("a reading")).map(|b| (b, None)).collect();
        let mut replaced = Vec::with_capacity(run.len());
        let mut at = 0;
        while at < run.len() {
            if run[at..].len() >= 2 && run[at].0 == code[0] && run[at + 1].0 == code[1] {
                replaced.extend_from_slice(&run[at..at + 2]);
                replaced.extend_from_slice(&note);
                at += 2;
            } else {
                replaced.push(run[at]);
                at += 1;
            }
        }
        run = replaced;
    }
    run
}

/// The characters of a run: a lead with a byte below 40, or at the end, is one `?`, as is a code of no character.
fn decode(run: &[Byte], fates: &mut [Fate]) -> String {
    let mut text = String::new();
    let mut at = 0;
    while at < run.len() {
        let (lead, first) = run[at];
        if lead < 0x80 {
            text.push(char::from(lead));
            // the second byte of a character by itself
            touch(fates, first, first, run, at);
            at += 1;
            continue;
        }
        let second = run.get(at + 1);
        let decoded = second.filter(|(trail, _)| *trail >= 0x40).and_then(|(trail, _)| {
            let pair = [lead, *trail];
            let (text, malformed) = GBK.decode_without_bom_handling(&pair);
            text.chars().next().filter(|c| !malformed && !('\u{E000}'..='\u{F8FF}').contains(c))
        });
        match decoded {
            Some(c) => {
                text.push(narrow(c));
                touch(fates, first, second.and_then(|(_, index)| *index), run, at);
            }
            None => {
                text.push('?');
                // the byte before a reading comes back with it
                let told = second.is_some_and(|(byte, index)| *byte == b'(' && index.is_none());
                for index in [first.filter(|_| !told), second.and_then(|(_, index)| *index)].into_iter().flatten() {
                    fates[index] = Fate::Gone;
                }
            }
        }
        at += 2;
    }
    text
}

/// Notes the characters of the source whose bytes a character of the damaged text has.
fn touch(fates: &mut [Fate], first: Option<usize>, second: Option<usize>, run: &[Byte], at: usize) {
    let length = if run[at].0 < 0x80 { 1 } else { 2 };
    let whole = first == second && (length == 2 || !splits(run, at));
    let noted = run.get(at + length).is_some_and(|(byte, index)| *byte == b'(' && index.is_none());
    if !whole || noted {
        for index in [first, second].into_iter().flatten() {
            if whole && fates[index] == Fate::Untouched {
                fates[index] = Fate::Noted;
            } else if !whole && fates[index] != Fate::Gone {
                fates[index] = Fate::Shifted;
            }
        }
    }
}

/// Whether a byte of ASCII is a part of a character.
fn splits(run: &[Byte], at: usize) -> bool {
    let of = |place: Option<usize>| place.and_then(|place| run.get(place)).and_then(|(_, index)| *index);
    run[at].1.is_some() && (of(at.checked_sub(1)) == run[at].1 || of(Some(at + 1)) == run[at].1)
}

/// The ASCII that the last step puts in the place of full-width letters and signs.
pub(crate) fn narrow(c: char) -> char {
    match c {
        '，' | '（' | '）' | '：' | '；' | '？' | '！' | '％' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)
        }
        _ => c,
    }
}
