//! Lengths and places on a drawing.

use core::fmt;

/// A length to the hundredth, without the zeros at its end: `22`, `7.5`, `-0.25`.
///
/// The way in which the standard library prints floating point, exact to the last digit, would be 20 kB of a program.
pub(super) struct Length(pub(super) f64);

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = (self.0.abs() * 100.0 + 0.5) as u64;
        if self.0 < 0.0 && hundredths > 0 {
            f.write_str("-")?;
        }
        let (whole, rest) = (hundredths / 100, hundredths % 100);
        match (rest / 10, rest % 10) {
            (0, 0) => write!(f, "{whole}"),
            (tenths, 0) => write!(f, "{whole}.{tenths}"),
            _ => write!(f, "{whole}.{rest:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;

    use super::Length;

    #[test]
    fn a_length_is_as_short_as_it_can_be() {
        let cases =
            [(0.0, "0"), (22.0, "22"), (7.5, "7.5"), (0.254, "0.25"), (0.996, "1"), (12.05, "12.05"), (-0.25, "-0.25")];
        for (length, wanted) in cases {
            assert_eq!(Length(length).to_string(), wanted);
        }
        assert_eq!(Length(-0.001).to_string(), "0");
    }
}
