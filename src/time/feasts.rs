//! Festivals, holidays and solar terms: on which days they fall. Their names are rows of the class `time` in the file
//! `feasts` of [`crate::vocabulary`].
//!
//! Sources: the mainland's Regulation on Public Holidays for National Festivals and Memorial Days; Hong Kong's General
//! Holidays Ordinance (Cap. 149); Taiwan's Regulations for Commemorative Days and Holidays; the Holidays Acts of
//! Singapore and Malaysia; for the days of youth, teachers and children the calendar of schools of Singapore's Ministry of
//! Education. Easter is computed by the anonymous Gregorian rule (Meeus, Astronomical Algorithms, ch. 8).
//! Feasts that an authority announces year by year (開齋節, 屠妖節) have the days of the public holidays that Singapore's
//! Ministry of Manpower gazetted and Malaysia's Prime Minister's Department published for 2000 to 2027, in texts of those
//! regions: `announced.tsv`, from the tables of the Python package holidays 0.109 (MIT), which names both. Elsewhere and in
//! other years they are recognised and have no days, since a day by a computed calendar may be the one before or after.

use chrono::{Datelike, Days, NaiveDate};

use super::{Moon, MoonDay, lunar};
use crate::region::Region::{self, HongKong, Macau, Malaysia, Singapore, Taiwan};

/// On which day of a year a festival falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// Month and day.
    Fixed(u32, u32),
    /// Month, which one (from 1), and weekday (Monday is 0).
    Nth(u32, u32, u32),
    /// Month and day of the moon, in the lunar year that begins in the year.
    Lunar(u32, u32),
    /// The last day of the lunar year that ends in the year.
    Eve,
    /// A solar term; 小寒 is 0.
    Term(u8),
    /// Days after Easter Sunday.
    Easter(i64),
    /// Days after Easter Sunday of the Orthodox churches.
    Orthodox(i64),
    /// As an authority announces it, with no table here.
    Announced,
    /// As an authority announced it year by year: a column of the table.
    Listed(Column),
}

/// A column of the table of days that are announced, after the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    FastEndSg = 1,
    FastEndMy,
    SacrificeSg,
    SacrificeMy,
    VesakSg,
    VesakMy,
    Lights,
}

const ANNOUNCED: &str = include_str!("announced.tsv");

impl Column {
    /// All its days in a year; most years have one.
    fn days(self, year: i32) -> impl Iterator<Item = NaiveDate> {
        let row = ANNOUNCED.lines().find(|row| row.split('\t').next().is_some_and(|first| first.parse() == Ok(year)));
        let cell = row.and_then(|row| row.split('\t').nth(self as usize)).unwrap_or_default();
        cell.split(',').filter_map(move |day| {
            let (month, day) = day.split_once('-')?;
            NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
        })
    }
}

/// A festival: its rule, and where it falls on another day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Feast {
    rule: Rule,
    elsewhere: &'static [(Region, Rule)],
}

use Rule::{Fixed, Nth};

/// As the authorities of Singapore and of Malaysia announced it.
const fn announced(singapore: Column, malaysia: Column) -> [(Region, Rule); 2] {
    [(Singapore, Rule::Listed(singapore)), (Malaysia, Rule::Listed(malaysia))]
}

impl Feast {
    /// 十一, which is one in quotation marks or before a word of holidays.
    pub(crate) const OCTOBER: Self = Self::on(Fixed(10, 1));
    pub(crate) const YOUTH_DAY: Self = Self::but(Fixed(5, 4), &[(Taiwan, Fixed(3, 29)), (Singapore, Nth(7, 1, 6))]);
    pub(crate) const CHILDRENS_DAY: Self =
        Self::but(Fixed(6, 1), &[(Taiwan, Fixed(4, 4)), (HongKong, Fixed(4, 4)), (Singapore, Nth(10, 1, 4))]);
    pub(crate) const TEACHERS_DAY: Self =
        Self::but(Fixed(9, 10), &[(Taiwan, Fixed(9, 28)), (Malaysia, Fixed(5, 16)), (Singapore, Nth(9, 1, 4))]);
    pub(crate) const FATHERS_DAY: Self = Self::but(Nth(6, 3, 6), &[(Taiwan, Fixed(8, 8))]);
    pub(crate) const NATIONAL_DAY: Self =
        Self::but(Fixed(10, 1), &[(Taiwan, Fixed(10, 10)), (Singapore, Fixed(8, 9)), (Malaysia, Fixed(8, 31))]);

    /// 開齋節, Hari Raya Puasa.
    pub(crate) const FAST_END: Self = Self::but(Rule::Announced, &announced(Column::FastEndSg, Column::FastEndMy));
    /// 哈芝節, Hari Raya Haji.
    pub(crate) const SACRIFICE: Self = Self::but(Rule::Announced, &announced(Column::SacrificeSg, Column::SacrificeMy));
    /// 衛塞節, Vesak Day.
    pub(crate) const VESAK: Self = Self::but(Rule::Announced, &announced(Column::VesakSg, Column::VesakMy));
    /// 屠妖節, Deepavali.
    pub(crate) const LIGHTS: Self = Self::but(Rule::Announced, &announced(Column::Lights, Column::Lights));

    /// A festival that falls on the same day everywhere.
    pub(crate) const fn on(rule: Rule) -> Self {
        Self { rule, elsewhere: &[] }
    }

    /// A festival that falls on another day in some regions.
    const fn but(rule: Rule, elsewhere: &'static [(Region, Rule)]) -> Self {
        Self { rule, elsewhere }
    }
}

impl Feast {
    /// Whether countries keep it on days of their own: 國慶, 教師節, 豐收節.
    pub(crate) const fn is_national(&self) -> bool {
        !self.elsewhere.is_empty() || matches!(self.rule, Rule::Term(AUTUMN_EQUINOX))
    }
}

/// 秋分, on which the mainland keeps its 豐收節.
const AUTUMN_EQUINOX: u8 = 17;

/// How far from the base the festival of its year may lie, in days, before that of another year is meant.
const FAR: i64 = 300;

/// How many days ago a feast was that words look ahead to.
const JUST_PAST: i64 = 31;

impl Feast {
    /// Its rule in a region.
    fn rule_in(&self, region: Option<Region>) -> Rule {
        let local = if region == Some(Macau) { Some(HongKong) } else { region };
        self.elsewhere.iter().find(|(at, _)| Some(*at) == local).map_or(self.rule, |(_, rule)| *rule)
    }

    /// Its day in a year.
    pub(super) fn day(&self, year: i32, region: Option<Region>) -> Option<NaiveDate> {
        let moon = |month: u32, day: MoonDay| Moon { month: Some(month), leap: false, day: Some(day) };
        match self.rule_in(region) {
            Rule::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Rule::Nth(month, which, weekday) => {
                let first = NaiveDate::from_ymd_opt(year, month, 1)?;
                let ahead = (weekday + 7 - first.weekday().num_days_from_monday()) % 7;
                first.checked_add_days(Days::new(u64::from(ahead + 7 * (which - 1))))
            }
            Rule::Lunar(month, day) => Some(lunar::days(year, &moon(month, MoonDay::Number(day)))?.0),
            Rule::Eve => Some(lunar::days(year - 1, &moon(12, MoonDay::Last))?.0),
            Rule::Term(term) => lunar::term(year, term),
            Rule::Easter(days) => super::resolve::shift(easter(year)?, days),
            Rule::Orthodox(days) => super::resolve::shift(orthodox_easter(year)?, days),
            Rule::Announced => None,
            // of two in a year none is the one of that year
            Rule::Listed(column) => {
                let mut days = column.days(year);
                days.next().filter(|_| days.next().is_none())
            }
        }
    }

    /// Its day nearest to a base: that of the base's year, but where that lies far off that of another.
    pub(super) fn near(&self, base: NaiveDate, region: Option<Region>) -> Option<NaiveDate> {
        if let Rule::Listed(column) = self.rule_in(region) {
            let years = base.year() - 1..=base.year() + 1;
            return years.flat_map(|year| column.days(year)).min_by_key(|day| (*day - base).num_days().abs());
        }
        nearest(base, |year| self.day(year, region))
    }

    /// Its next day, or one just past: that was still ahead when the words were said.
    pub(super) fn coming(&self, base: NaiveDate, region: Option<Region>) -> Option<NaiveDate> {
        let years = [base.year(), base.year() + 1];
        let day =
            years.iter().find_map(|year| self.day(*year, region).filter(|day| (base - *day).num_days() <= JUST_PAST));
        day.or_else(|| self.near(base, region))
    }
}

/// The day of the base's year; where that lies far off, the nearer one of the years beside it.
pub(super) fn nearest(base: NaiveDate, day: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    let this = day(base.year());
    let distance = |day: &NaiveDate| (*day - base).num_days().abs();
    if this.is_some_and(|day| distance(&day) <= FAR) {
        return this;
    }
    [day(base.year() - 1), this, day(base.year() + 1)].into_iter().flatten().min_by_key(distance)
}

/// Easter Sunday of a Gregorian year.
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// Easter Sunday of the Julian calendar, on the Gregorian one.
fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(4), year.rem_euclid(7), year.rem_euclid(19));
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let (month, day) = ((d + e + 114) / 31, (d + e + 114) % 31 + 1);
    let julian = NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)?;
    let lag = year.div_euclid(100) - year.div_euclid(400) - 2;
    julian.checked_add_days(Days::new(u64::try_from(lag).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::time::words::Word;
    use crate::vocabulary::TIMES;

    #[test]
    fn feasts_fall_on_their_days() {
        let day = |name: &str, year: i32, region: Option<Region>| {
            let Some(Word::Feast(feast)) = TIMES.get(name) else { panic!("{name}") };
            feast.day(year, region).map(|day| alloc::format!("{day}"))
        };
        for (name, year, region, want) in [
            ("春节", 2024, None, "2024-02-10"),
            ("除夕", 2024, None, "2024-02-09"),
            ("元宵节", 2003, None, "2003-02-15"),
            ("端午节", 2023, None, "2023-06-22"),
            ("中秋", 2023, None, "2023-09-29"),
            ("清明", 2024, None, "2024-04-04"),
            ("国庆", 2023, None, "2023-10-01"),
            ("国庆", 2023, Some(Taiwan), "2023-10-10"),
            ("国庆", 2023, Some(Singapore), "2023-08-09"),
            ("母亲节", 2021, None, "2021-05-09"),
            ("感恩节", 2019, None, "2019-11-28"),
            ("复活节", 2013, None, "2013-03-31"),
            ("复活节", 2024, None, "2024-03-31"),
            ("东正教复活节", 2013, None, "2013-05-05"),
            ("父亲节", 2023, Some(Taiwan), "2023-08-08"),
            ("圣灰节", 2013, None, "2013-02-13"),
            ("开斋节", 2011, Some(Singapore), "2011-08-30"),
            ("开斋节", 2011, Some(Malaysia), "2011-08-31"),
            ("哈芝节", 2027, Some(Singapore), "2027-05-17"),
            ("卫塞节", 2023, Some(Singapore), "2023-06-02"),
            ("卫塞节", 2023, Some(Malaysia), "2023-05-04"),
            ("屠妖节", 2000, Some(Malaysia), "2000-10-26"),
            ("青年节", 2026, Some(Singapore), "2026-07-05"),
            ("教师节", 2026, Some(Singapore), "2026-09-04"),
            ("儿童节", 2026, Some(Singapore), "2026-10-02"),
        ] {
            assert_eq!(day(name, year, region).as_deref(), Some(want), "{name} {year}");
        }
        // no authority, no year of the table, two in a year
        for (name, year, region) in [
            ("开斋节", 2023, None),
            ("开斋节", 2040, Some(Singapore)),
            ("开斋节", 2000, Some(Singapore)),
            ("哈芝节", 2006, Some(Malaysia)),
        ] {
            assert_eq!(day(name, year, region), None, "{name} {year}");
        }
        let Some(Word::Feast(feast)) = TIMES.get("开斋节") else { panic!("开斋节") };
        let near = |base| feast.near(base, Some(Singapore)).map(|day| alloc::format!("{day}"));
        assert_eq!(near(NaiveDate::from_ymd_opt(2000, 12, 20).unwrap()).as_deref(), Some("2000-12-27"));
    }

    #[test]
    fn the_table_has_each_year() {
        use Column::{FastEndMy, FastEndSg, Lights, SacrificeMy, SacrificeSg, VesakMy, VesakSg};
        for year in 2000..=2027 {
            for column in [FastEndSg, FastEndMy, SacrificeSg, SacrificeMy, VesakSg, VesakMy, Lights] {
                assert!((1..=2).contains(&column.days(year).count()), "{year} {column:?}");
            }
        }
    }
}
