//! Units of money from and to the currencies of the crate `iso_currency`.

use alloc::string::ToString;

use iso_currency::Currency;

use super::{Dimension, Factor, Unit};

impl Unit {
    /// The currency that its code names.
    ///
    /// ```
    /// use iso_currency::Currency;
    ///
    /// let found = wanyi::find_quantities("約200萬美元");
    /// let money = found.quantities().next().and_then(|money| money.unit.clone()).ok_or("no unit")?;
    /// assert_eq!(money.currency(), Some(Currency::USD));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        self.code().filter(|_| self.dimension() == Dimension::Currency).and_then(Currency::from_code)
    }
}

impl From<Currency> for Unit {
    /// The main unit of a currency, under its code.
    fn from(currency: Currency) -> Self {
        let unit = Self::new(currency.code().to_string(), Dimension::Currency).with_code(currency.code().to_string());
        Factor::new(1, 1).map_or(unit.clone(), |one| unit.with_factor(one))
    }
}
