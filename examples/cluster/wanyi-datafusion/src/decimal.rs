//! Numbers between the crate's decimals and `Decimal128(38, 10)`.

use datafusion::arrow::datatypes::{DECIMAL128_MAX_PRECISION, DataType};
use wanyi::arrow::PLACES;
use wanyi::rust_decimal::Decimal;

/// The type of every number: that of the decimal columns of [`wanyi::arrow`].
#[expect(clippy::cast_possible_truncation, reason = "ten")]
pub(crate) const DECIMAL: DataType = DataType::Decimal128(DECIMAL128_MAX_PRECISION, PLACES as i8);

/// The number as so many of the last place; `None` where it has more places or digits than the column.
pub(crate) fn to_column(number: Decimal) -> Option<i128> {
    let number = number.normalize();
    let zeros = PLACES.checked_sub(number.scale())?;
    let unscaled = number.mantissa().checked_mul(10i128.checked_pow(zeros)?)?;
    let most = 10u128.checked_pow(u32::from(DECIMAL128_MAX_PRECISION))?;
    (unscaled.unsigned_abs() < most).then_some(unscaled)
}

/// The number of so many of the last place; `None` where it has more than 28 digits.
pub(crate) fn from_column(unscaled: i128) -> Option<Decimal> {
    let mut rest = unscaled;
    let mut places = PLACES;
    while places > 0 && rest % 10 == 0 {
        rest /= 10;
        places -= 1;
    }
    Decimal::try_from_i128_with_scale(rest, places).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_both_ways() {
        for text in ["-4200000.5", "0", "0.0000000001", "9999999999999999999999999999", "123456789012345678.0123456789"]
        {
            let number = Decimal::from_str_exact(text).unwrap();
            assert_eq!(to_column(number).and_then(from_column), Some(number), "{text}");
        }
        assert_eq!(to_column(Decimal::from_str_exact("0.00000000001").unwrap()), None);
        assert_eq!(from_column(i128::MAX), None);
    }
}
