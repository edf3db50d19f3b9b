//! What a changed amount was before: [`Change::earlier`].

use rust_decimal::Decimal;

use super::kinds::Direction;
use super::views::Change;
use crate::convert::Fraction;
use crate::quantity::{Approx, Bound, Quantity, Role, Value};

/// Why the value before a change does not follow from what is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum NoEarlier {
    /// 同比增長7.5% alone.
    #[error("the text gives no level that the change led to")]
    NoLevel,
    /// 產量736萬噸，持續增長.
    #[error("the text does not say by how much")]
    NoMagnitude,
    /// 數百戶, 增長三成多: neither a value nor a bound follows.
    #[error("the words limit the level or the change so that nothing follows")]
    Open,
    /// 減少3倍.
    #[error("no value falls by a multiple")]
    Multiple,
    /// 失業率3.2%，上升0.3%: of a rate, or points.
    #[error("a share of a share can be read in two ways")]
    ShareOfShare,
    /// 3億元 and 5個百分點.
    #[error("level and change are of different units")]
    Units,
    /// 減少120%, or more digits than a value holds.
    #[error("the value before cannot be given")]
    OutOfRange,
}

impl Change<'_> {
    /// The value that is compared with: `from` where the text gives it, else what the level and the change make it. It has
    /// the unit of the level.
    ///
    /// It follows from the printed numbers exactly, as a ratio where no decimal equals it. A share is of the earlier value
    /// (增長25% to 500 is from 400), points and amounts are added. What words limit (逾500噸, 增長近兩成) gives bounds, and an
    /// approximator that says so: it is exact only where [`Quantity::approx`] is. 增長3倍 is three or four times as much, and
    /// what was before lies between the two.
    ///
    /// ```
    /// use wanyi::{Article, NoEarlier};
    ///
    /// let text = "雲溪縣去年出口蘋果500噸，同比增長25%。梨出口增長三成。失業率3.1%，比前一年下降0.2個百分點。";
    /// let article = Article::parse(text)?;
    /// let earlier: Vec<_> = article
    ///     .claims()
    ///     .flat_map(|claim| claim.changes().map(|change| change.earlier().map(|q| q.to_string())).collect::<Vec<_>>())
    ///     .collect();
    /// assert_eq!(earlier, [Ok("400噸".to_owned()), Err(NoEarlier::NoLevel), Ok("3.3%".to_owned())]);
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NoEarlier`] says why there is none. Nothing is rounded and nothing is guessed.
    pub fn earlier(&self) -> Result<Quantity, NoEarlier> {
        if let Some(from) = self.from {
            return Ok(Quantity::clone(from.get()));
        }
        let level: &Quantity = self.level.ok_or(NoEarlier::NoLevel)?.get();
        let Some(step) = self.magnitude else {
            let is_still = self.direction == Direction::None;
            return if is_still { Ok(level.clone()) } else { Err(NoEarlier::NoMagnitude) };
        };
        // 增加12家，增長25%: the amount is exact, the share rounded
        let step = in_unit_of(level, step.get(), self.direction)?;
        Way { level, step: &step, direction: self.direction }.back()
    }
}

/// Whether a quantity is a share of something.
const fn is_share(role: Role) -> bool {
    matches!(role, Role::Percent | Role::Fraction | Role::PercentagePoint | Role::BasisPoint | Role::Multiple)
}

/// A step in the unit of its level, where it is an amount; shares and points stay.
fn in_unit_of(level: &Quantity, step: &Quantity, direction: Direction) -> Result<Quantity, NoEarlier> {
    match step.role {
        Role::Percent | Role::Fraction if is_share(level.role) => Err(NoEarlier::ShareOfShare),
        Role::Percent | Role::Fraction => Ok(step.clone()),
        // 負14個百分點，下跌29個百分點
        Role::PercentagePoint | Role::BasisPoint if level.role == step.role && level.unit == step.unit => {
            Ok(step.clone())
        }
        Role::PercentagePoint | Role::BasisPoint => {
            let is_hundredth = level.unit.as_ref().is_some_and(|unit| unit.symbol() == "%");
            if level.role == Role::Percent && is_hundredth { Ok(step.clone()) } else { Err(NoEarlier::Units) }
        }
        Role::Multiple if is_share(level.role) => Err(NoEarlier::Units),
        Role::Multiple if direction == Direction::Increase => Ok(step.clone()),
        Role::Multiple => Err(NoEarlier::Multiple),
        Role::Ordinal => Err(NoEarlier::Units),
        Role::Cardinal if is_share(level.role) || level.role == Role::Ordinal && level.unit != step.unit => {
            Err(NoEarlier::Units)
        }
        Role::Cardinal => match (&level.unit, &step.unit) {
            (Some(unit), Some(other)) if unit != other => step.to(unit).map_err(|_| NoEarlier::Units),
            (None, None) | (Some(_), Some(_)) => Ok(step.clone()),
            _ => Err(NoEarlier::Units),
        },
    }
}

/// The way from a level back over a step.
struct Way<'q> {
    level: &'q Quantity,
    step: &'q Quantity,
    direction: Direction,
}

impl Way<'_> {
    /// What one value was before one step.
    fn value(&self, level: Value, step: Value) -> Option<Value> {
        let (level, number) = (Fraction::of_value(level)?, Fraction::of_value(step)?);
        // the share that the step is, in ones
        let share = || {
            let step = Quantity { value: Some(step), ..self.step.clone() };
            step.ratio().and_then(Fraction::of_value)
        };
        let added = |step: Fraction| match self.way() {
            Direction::Increase => level.minus(step),
            Direction::Decrease => level.plus(step),
            Direction::None => Some(level),
        };
        let earlier = match self.step.role {
            Role::Percent | Role::Fraction => {
                // what grew by a share is one and that share of what it was
                let grown = match self.direction {
                    Direction::Increase => Fraction::ONE.plus(share()?),
                    Direction::Decrease => Fraction::ONE.minus(share()?),
                    Direction::None => Some(Fraction::ONE),
                };
                level.times(grown.filter(|grown| grown.is_positive())?.inverse()?)
            }
            Role::PercentagePoint | Role::BasisPoint if self.level.role == self.step.role => added(number),
            Role::PercentagePoint | Role::BasisPoint => {
                added(share()?.times(Fraction::of_value(Decimal::ONE_HUNDRED.into())?)?)
            }
            // 翻番 names the multiple itself
            Role::Multiple => level.times(share()?.inverse()?),
            Role::Cardinal | Role::Ordinal => added(number),
        }?;
        // what counts is never below zero
        let is_below = !earlier.is_positive() && level.is_positive();
        earlier.value().ok().filter(|_| !is_below)
    }

    /// An end: of a level and of a step.
    fn end(&self, level: Option<Bound>, step: Option<Bound>) -> Option<Bound> {
        let (level, step) = level.zip(step)?;
        let value = self.value(level.value, step.value)?;
        let is_closed = level.inclusive && step.inclusive;
        Some(if is_closed { Bound::inclusive(value) } else { Bound::exclusive(value) })
    }

    /// 增長3倍 to 12 is from 4 in one reading, from 3 in the other: between the two.
    fn over_multiple(&self) -> Result<Quantity, NoEarlier> {
        let Self { level, step, .. } = *self;
        let one = Fraction::ONE;
        let part = |level: Option<Bound>, step: Option<Bound>, more: bool| {
            let (level, step) = level.zip(step)?;
            let times = Fraction::of_value(step.value)?;
            let times = if more { times.plus(one)? } else { times };
            let value = Fraction::of_value(level.value)?.times(times.inverse()?)?.value().ok()?;
            let is_closed = level.inclusive && step.inclusive;
            Some(if is_closed { Bound::inclusive(value) } else { Bound::exclusive(value) })
        };
        let (lower, upper) = (part(level.lower, step.upper, true), part(level.upper, step.lower, false));
        let (value, approx) = match (lower, upper) {
            (Some(_), Some(_)) => (None, Approx::Range),
            (Some(end), None) => (Some(end.value), if end.inclusive { Approx::AtLeast } else { Approx::Over }),
            (None, Some(end)) => (Some(end.value), if end.inclusive { Approx::AtMost } else { Approx::Under }),
            (None, None) => return Err(NoEarlier::Open),
        };
        Ok(Quantity { value, lower, upper, approx, role: level.role, unit: level.unit.clone() })
    }

    /// Which way the number went: who rises by 12 places stood 12 places lower.
    const fn way(&self) -> Direction {
        match (self.direction, self.level.role) {
            (Direction::Increase, Role::Ordinal) => Direction::Decrease,
            (Direction::Decrease, Role::Ordinal) => Direction::Increase,
            (way, _) => way,
        }
    }

    /// The level before the step.
    fn back(&self) -> Result<Quantity, NoEarlier> {
        let Self { level, step, .. } = *self;
        if step.role == Role::Multiple && step.unit.as_ref().is_none_or(|unit| unit.symbol() != "番") {
            return self.over_multiple();
        }
        let value = level.value.zip(step.value).and_then(|(level, step)| self.value(level, step));
        let is_exact = level.approx == Approx::Exact && step.approx == Approx::Exact;
        if is_exact {
            let mut quantity = Quantity::exact(value.ok_or(NoEarlier::OutOfRange)?, level.unit.clone());
            quantity.role = level.role;
            return Ok(quantity);
        }
        // the more it grew, the less it was
        let (least, most) = match self.way() {
            Direction::Increase => (step.upper, step.lower),
            Direction::Decrease | Direction::None => (step.lower, step.upper),
        };
        let (lower, upper) = (self.end(level.lower, least), self.end(level.upper, most));
        let (value, approx) = match (lower, upper) {
            (Some(_), Some(_)) => (None, Approx::Range),
            (Some(end), None) => (Some(end.value), if end.inclusive { Approx::AtLeast } else { Approx::Over }),
            (None, Some(end)) => (Some(end.value), if end.inclusive { Approx::AtMost } else { Approx::Under }),
            (None, None) => (Some(value.ok_or(NoEarlier::Open)?), Approx::About),
        };
        Ok(Quantity { value, lower, upper, approx, role: level.role, unit: level.unit.clone() })
    }
}
