//! [`Token`]: a character as the grammar sees it, folded and narrowed.

use crate::chars;

/// One character of a folded text: letters, digits and signs of full width are those of ASCII.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// The character, narrowed.
    pub(crate) c: char,
    /// Whether it was printed in full width.
    pub(crate) is_wide: bool,
}

impl Token {
    /// The token of a folded character.
    pub(crate) const fn of(printed: char) -> Self {
        match printed {
            // the forms of full width stand in the order of ASCII
            '\u{FF01}'..='\u{FF5E}' => Self { c: (printed as u32 as u8).wrapping_add(0x20) as char, is_wide: true },
            c => Self { c, is_wide: false },
        }
    }

    /// The value of a digit of ASCII.
    pub(crate) const fn digit(self) -> Option<u8> {
        if self.c.is_ascii_digit() { Some(self.c as u8 - b'0') } else { None }
    }

    /// The value of a Chinese digit.
    pub(crate) const fn hanzi(self) -> Option<u8> {
        chars::chinese(self.c)
    }

    /// The power of ten of a scale.
    pub(crate) const fn scale(self) -> Option<i32> {
        chars::scale(self.c)
    }

    pub(crate) const fn is_blank(self) -> bool {
        chars::is_blank(self.c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_is_narrowed() {
        for (printed, c, is_wide) in [
            ('％', '%', true),
            ('７', '7', true),
            ('Ｗ', 'W', true),
            ('～', '~', true),
            ('万', '万', false),
            ('a', 'a', false),
        ] {
            assert_eq!(Token::of(printed), Token { c, is_wide }, "{printed}");
        }
    }
}
