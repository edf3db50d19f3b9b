//! The lunar calendar and the solar terms, from 1900 to 2100: the days that the data of [`super::almanac`] fix.

use chrono::{Days, NaiveDate};

use super::almanac::{FIRST, LUNAR, TERM_DAYS, TERMS};
use super::{Moon, MoonDay};

/// One lunar year of the almanac.
#[derive(Clone, Copy)]
struct Year {
    number: i32,
    bits: u32,
}

impl Year {
    fn of(number: i32) -> Option<Self> {
        let bits = LUNAR.get(usize::try_from(number - FIRST).ok()?)?;
        Some(Self { number, bits: *bits })
    }

    /// Its new year's day.
    fn first(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.number, 1, 20)?.checked_add_days(Days::new(u64::from(self.bits >> 17)))
    }

    /// The month after which its leap month stands.
    fn leap(self) -> Option<u32> {
        Some(self.bits >> 13 & 0xF).filter(|month| *month > 0)
    }

    fn months(self) -> u32 {
        12 + u32::from(self.leap().is_some())
    }

    /// The days of its month at a place in their order, from 0.
    fn length(self, place: u32) -> u32 {
        29 + (self.bits >> place & 1)
    }

    /// The place of a month in their order.
    fn place(self, month: u32, leap: bool) -> Option<u32> {
        let after = self.leap().is_some_and(|at| month > at);
        let is_leap = leap && self.leap() == Some(month);
        ((1..=12).contains(&month) && (!leap || is_leap)).then(|| month - 1 + u32::from(after || is_leap))
    }

    /// The day so many days after its new year's day.
    fn day(self, days: u32) -> Option<NaiveDate> {
        self.first()?.checked_add_days(Days::new(days.into()))
    }
}

/// First and last day of a month or day of the moon in a lunar year; of the whole year where no month is named.
pub(super) fn days(year: i32, moon: &Moon) -> Option<(NaiveDate, NaiveDate)> {
    let year = Year::of(year)?;
    let before = |place: u32| (0..place).map(|place| year.length(place)).sum::<u32>();
    let Some(month) = moon.month else {
        return Some((year.first()?, year.day(before(year.months()) - 1)?));
    };
    let place = year.place(month, moon.leap)?;
    let (start, length) = (before(place), year.length(place));
    let (first, last) = match moon.day {
        None => (0, length - 1),
        Some(MoonDay::Last) => (length - 1, length - 1),
        Some(MoonDay::Number(day)) => (day.checked_sub(1)?, day.checked_sub(1).filter(|day| *day < length)?),
    };
    Some((year.day(start + first)?, year.day(start + last)?))
}

/// The day of a solar term in a Gregorian year; 小寒 is 0, 冬至 23.
pub(super) fn term(year: i32, term: u8) -> Option<NaiveDate> {
    let bits = TERMS.get(usize::try_from(year - FIRST).ok()?)? >> (2 * u32::from(term)) & 3;
    let day = u32::from(*TERM_DAYS.get(usize::from(term))?) + u32::try_from(bits).ok()?;
    NaiveDate::from_ymd_opt(year, u32::from(term) / 2 + 1, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_calendar::cal::ChineseTraditional;
    use icu_calendar::{Date, Iso};

    fn iso(day: NaiveDate) -> Date<Iso> {
        use chrono::Datelike;
        Date::try_new_iso(day.year(), day.month() as u8, day.day() as u8).unwrap()
    }

    #[test]
    fn the_lunar_years_are_those_of_icu4x() {
        // the new moons of these months fall within seconds or minutes of midnight; GB/T 33661 is followed
        let close = [(2057, 8), (2057, 9), (2089, 7), (2089, 8), (2097, 6), (2097, 7)];
        let mut months = 0;
        for number in 1901..2100 {
            for month in 1..=12 {
                for leap in [false, true] {
                    let moon = Moon { month: Some(month), leap, day: None };
                    let Some((first, last)) = days(number, &moon) else { continue };
                    if close.contains(&(number, month)) {
                        continue;
                    }
                    let theirs = iso(first).to_calendar(ChineseTraditional::new());
                    let info = theirs.month();
                    assert_eq!(
                        (theirs.extended_year(), info.month_number(), info.is_leap(), theirs.day_of_month().0),
                        (number, month as u8, leap, 1),
                        "{number} {month} {leap}"
                    );
                    let length = (last - first).num_days() as u64 + 1;
                    assert_eq!(u64::from(theirs.days_in_month()), length, "{number} {month} {leap}");
                    months += 1;
                }
            }
            let new_year = Year::of(number).unwrap().first();
            assert_eq!(days(number, &Moon { month: None, leap: false, day: None }).map(|(first, _)| first), new_year);
        }
        assert!(months > 12 * 199 + 60, "{months}");
    }

    /// The equinoxes and solstices of the almanac of the Hong Kong Observatory.
    #[test]
    fn solar_terms() {
        for (year, number, month, day) in [
            (2023, 5, 3, 21),
            (2023, 11, 6, 21),
            (2023, 17, 9, 23),
            (2023, 23, 12, 22),
            (2024, 6, 4, 4),
            (2025, 2, 2, 3),
        ] {
            assert_eq!(term(year, number), NaiveDate::from_ymd_opt(year, month, day));
        }
        for year in 1900..=2100 {
            let days: alloc::vec::Vec<_> = (0..24).map(|number| term(year, number).unwrap()).collect();
            assert!(days.windows(2).all(|pair| (14..=16).contains(&(pair[1] - pair[0]).num_days())), "{year}");
        }
        assert_eq!((term(1899, 0), term(2101, 0), term(2000, 24)), (None, None, None));
    }
}
