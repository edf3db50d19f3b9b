//! The two-byte codes of GBK, as tables made from [`encoding_rs`] at the first damaged text.
//!
//! Imports nothing of the crate. Read [`super::shift`] next.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

/// A code of two bytes: a lead of 81 to FE and a trail of 40 to FE.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) lead: u8,
    pub(super) trail: u8,
}

struct Tables {
    /// The character of each code, by lead and trail; 0 where there is none.
    chars: Box<[u16]>,
    /// The code of each character of the Basic Multilingual Plane; 0 where there is none.
    pairs: Box<[u16]>,
}

const ROW: usize = 0x100;

fn tables() -> &'static Tables {
    static TABLES: OnceBox<Tables> = OnceBox::new();
    TABLES.get_or_init(|| {
        let mut tables =
            Tables { chars: vec![0; 0x80 * ROW].into_boxed_slice(), pairs: vec![0; 0x1_0000].into_boxed_slice() };
        (0x81..=0xFE).for_each(|lead| tables.add_row(lead));
        Box::new(tables)
    })
}

impl Tables {
    /// Adds the codes of a lead, decoded at once.
    fn add_row(&mut self, lead: u8) {
        const TRAILS: core::ops::RangeInclusive<u8> = 0x40..=0xFE;
        let codes: Vec<u8> = TRAILS.flat_map(|trail| [lead, trail]).collect();
        let (row, _) = encoding_rs::GBK.decode_without_bom_handling(&codes);
        let mut row = row.chars();
        for trail in TRAILS {
            match row.next() {
                // a malformed pair with a trail in ASCII leaves that
                Some(char::REPLACEMENT_CHARACTER) if trail.is_ascii() => drop(row.next()),
                None | Some(char::REPLACEMENT_CHARACTER) => {}
                Some(c) => self.add(lead, trail, c),
            }
        }
    }

    fn add(&mut self, lead: u8, trail: u8, c: char) {
        // the area for users is no text
        let code =
            Some(c).filter(|c| !('\u{E000}'..='\u{F8FF}').contains(c)).and_then(|c| u16::try_from(c as u32).ok());
        let Some(code) = code else { return };
        if let Some(slot) = self.chars.get_mut(usize::from(lead - 0x80) * ROW + usize::from(trail)) {
            *slot = code;
        }
        // U+3000 has two codes: A1A1 is the usual one
        if let Some(slot) = self.pairs.get_mut(usize::from(code)).filter(|slot| **slot == 0) {
            *slot = u16::from_be_bytes([lead, trail]);
        }
    }
}

/// The code of a character; `None` for ASCII and for what GBK has not.
pub(super) fn encode(c: char) -> Option<Pair> {
    let [lead, trail] = tables().pairs.get(c as usize)?.to_be_bytes();
    (lead != 0).then_some(Pair { lead, trail })
}

/// The character of a code; `None` where it is not assigned.
pub(super) fn decode(lead: u8, trail: u8) -> Option<char> {
    let at = usize::from(lead.checked_sub(0x80)?) * ROW + usize::from(trail);
    char::from_u32(u32::from(*tables().chars.get(at)?)).filter(|c| *c != '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_those_of_the_encoder() {
        for (c, code) in [('當', [0xAE, 0x94]), ('地', [0xB5, 0xD8]), ('數', [0x94, 0xB5]), ('，', [0xA3, 0xAC])] {
            assert_eq!(encode(c), Some(Pair { lead: code[0], trail: code[1] }), "{c}");
            assert_eq!(decode(code[0], code[1]), Some(c));
        }
        // U+3000 has the code A3A0 as well
        let twice = (0x81..=0xFE).flat_map(|lead| (0x40..=0xFE).map(move |trail| (lead, trail)));
        for (lead, trail) in twice {
            let Some(c) = decode(lead, trail) else { continue };
            let mut utf8 = [0; 4];
            let (code, ..) = encoding_rs::GBK.encode(c.encode_utf8(&mut utf8));
            // the encoder has one byte for €
            if code.len() == 2 {
                assert_eq!(encode(c).map(|pair| vec![pair.lead, pair.trail]), Some(code.to_vec()), "{c}");
            }
        }
        for none in ['a', '\u{A0}', '\u{E000}', '😀', '\0'] {
            assert_eq!(encode(none), None, "{none}");
        }
        assert_eq!((decode(0xFE, 0xB8), decode(0x20, 0x40), decode(0x81, 0x30)), (None, None, None));
    }
}
