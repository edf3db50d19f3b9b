//! Festivals, holidays and solar terms. A new one is a row of [`FEASTS`].
//!
//! Sources: the mainland's Regulation on Public Holidays for National Festivals and Memorial Days; Hong Kong's General
//! Holidays Ordinance (Cap. 149); Taiwan's Regulations for Commemorative Days and Holidays; the Holidays Acts of
//! Singapore and Malaysia. Easter is computed by the anonymous Gregorian rule (Meeus, Astronomical Algorithms, ch. 8).
//! Feasts that an authority announces year by year (開齋節, 屠妖節) are recognised and have no days.

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
    /// Days behind Easter Sunday.
    Easter(i64),
    /// Days behind Easter Sunday of the Orthodox churches.
    Orthodox(i64),
    /// As an authority announces it.
    Announced,
}

/// A row of the table.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Feast {
    /// Its names in both scripts, between blanks.
    pub(crate) names: &'static str,
    rule: Rule,
    /// Where it falls on another day.
    elsewhere: &'static [(Region, Rule)],
}

const fn feast(names: &'static str, rule: Rule) -> Feast {
    Feast { names, rule, elsewhere: &[] }
}

const fn by_region(names: &'static str, rule: Rule, elsewhere: &'static [(Region, Rule)]) -> Feast {
    Feast { names, rule, elsewhere }
}

use Rule::{Announced, Easter, Eve, Fixed, Lunar, Nth, Orthodox, Term};

/// The festivals. Names that are also words or parts of names (清明, 五一, 十一, 新年) stand in [`crate::grammar`]'s table of
/// look-alikes where they are none.
pub(crate) static FEASTS: &[Feast] = &[
    // of the moon
    feast("春节 农历新年 农历春节 新春佳节", Lunar(1, 1)),
    feast("除夕 除夕夜 农历除夕", Eve),
    feast("元宵 元宵节 上元节 农历元宵 元宵灯节", Lunar(1, 15)),
    feast("龙抬头", Lunar(2, 2)),
    feast("端午 端午节 端阳节 龙舟节", Lunar(5, 5)),
    feast("七夕 七夕节 乞巧节", Lunar(7, 7)),
    feast("中元节 盂兰节 盂兰盆节 中元普渡", Lunar(7, 15)),
    feast("中秋 中秋节 八月节", Lunar(8, 15)),
    feast("重阳 重阳节", Lunar(9, 9)),
    feast("腊八 腊八节", Lunar(12, 8)),
    feast("佛诞 浴佛节", Lunar(4, 8)),
    // of the sun
    feast("元旦 元旦节 阳历新年 公历新年", Fixed(1, 1)),
    feast("情人节 西洋情人节", Fixed(2, 14)),
    feast("和平纪念日 二二八纪念日", Fixed(2, 28)),
    feast("妇女节 三八节 三八妇女节 国际妇女节", Fixed(3, 8)),
    feast("植树节", Fixed(3, 12)),
    feast("消费者权益日 三一五 三·一五", Fixed(3, 15)),
    feast("愚人节", Fixed(4, 1)),
    feast("世界地球日", Fixed(4, 22)),
    feast("五一 五一节 劳动节 五一劳动节 五一国际劳动节", Fixed(5, 1)),
    by_region("青年节 五四青年节", Fixed(5, 4), &[(Taiwan, Fixed(3, 29))]),
    feast("国际护士节 护士节", Fixed(5, 12)),
    by_region("儿童节 六一儿童节 六一国际儿童节", Fixed(6, 1), &[(Taiwan, Fixed(4, 4)), (HongKong, Fixed(4, 4))]),
    feast("世界环境日", Fixed(6, 5)),
    feast("香港回归纪念日 香港特区成立纪念日 七一回归", Fixed(7, 1)),
    feast("建党节 七一建党节", Fixed(7, 1)),
    feast("建军节 八一建军节", Fixed(8, 1)),
    by_region("教师节", Fixed(9, 10), &[(Taiwan, Fixed(9, 28)), (Malaysia, Fixed(5, 16))]),
    by_region(
        "国庆 国庆节 国庆日",
        Fixed(10, 1),
        &[(Taiwan, Fixed(10, 10)), (Singapore, Fixed(8, 9)), (Malaysia, Fixed(8, 31))],
    ),
    feast("十一国庆 十一国庆节", Fixed(10, 1)),
    feast("双十 双十节 双十国庆", Fixed(10, 10)),
    feast("台湾光复节 光复节", Fixed(10, 25)),
    feast("万圣节 万圣夜 万圣节前夜", Fixed(10, 31)),
    feast("光棍节 双十一 双11", Fixed(11, 11)),
    feast("双十二 双12", Fixed(12, 12)),
    feast("平安夜 圣诞夜", Fixed(12, 24)),
    feast("圣诞 圣诞节", Fixed(12, 25)),
    feast("节礼日", Fixed(12, 26)),
    feast("国家公祭日", Fixed(12, 13)),
    feast("澳门回归纪念日 澳门特区成立纪念日", Fixed(12, 20)),
    feast("行宪纪念日", Fixed(12, 25)),
    // of a weekday
    feast("母亲节", Nth(5, 2, 6)),
    by_region("父亲节", Nth(6, 3, 6), &[(Taiwan, Fixed(8, 8))]),
    feast("感恩节", Nth(11, 4, 3)),
    feast("黑色星期五 黑五", Nth(11, 4, 4)),
    // of Easter
    feast("圣灰星期三 圣灰节 圣灰礼仪日 大斋首日", Easter(-46)),
    feast("忏悔节", Easter(-47)),
    feast("棕枝主日 圣枝主日 圣树主日 基督苦难主日", Easter(-7)),
    feast("濯足节 圣周四 神圣星期四 设立圣餐日", Easter(-3)),
    feast("耶稣受难日 受难节 主受难节 圣周五 沈默周五 沉默周五", Easter(-2)),
    feast("耶稣受难日翌日 耶稣受难节翌日 主受难节翌日 圣周六 神圣周六", Easter(-1)),
    feast("复活节 主复活日", Easter(0)),
    feast("复活节星期一 复活节翌日", Easter(1)),
    feast("五旬节 圣灵降临节 圣灵降临日", Easter(49)),
    feast("圣三主日 圣三一主日 天主三一主日", Easter(56)),
    feast("基督圣体节 基督圣体圣血节 基督圣体圣血瞻礼", Easter(60)),
    feast("东正教复活节", Orthodox(0)),
    feast("东正教复活节星期一", Orthodox(1)),
    feast("东正教圣周五 东正教沈默周五 东正教沉默周五 东正教耶稣受难日", Orthodox(-2)),
    feast("东正教神圣周六 东正教主受难节翌日", Orthodox(-1)),
    feast("东正教圣枝主日 东正教圣树主日 东正教基督苦难主日", Orthodox(-7)),
    // as announced
    feast("开斋节 斋戒月 斋月 哈芝节 哈吉节 宰牲节 古尔邦节", Announced),
    feast("屠妖节 排灯节 卫塞节 大宝森节 丰收节", Announced),
    // solar terms
    feast("小寒", Term(0)),
    feast("大寒", Term(1)),
    feast("立春", Term(2)),
    feast("雨水节气", Term(3)),
    feast("惊蛰", Term(4)),
    feast("春分", Term(5)),
    feast("清明 清明节", Term(6)),
    feast("谷雨", Term(7)),
    feast("立夏", Term(8)),
    feast("小满", Term(9)),
    feast("芒种", Term(10)),
    feast("夏至", Term(11)),
    feast("小暑", Term(12)),
    feast("大暑", Term(13)),
    feast("立秋", Term(14)),
    feast("处暑", Term(15)),
    feast("白露", Term(16)),
    feast("秋分", Term(17)),
    feast("寒露", Term(18)),
    feast("霜降", Term(19)),
    feast("立冬", Term(20)),
    feast("小雪节气", Term(21)),
    feast("大雪节气", Term(22)),
    feast("冬至", Term(23)),
];

/// How far from the base the festival of its year may lie, in days, before that of another year is meant.
const FAR: i64 = 300;

impl Feast {
    /// Its day in a year.
    pub(super) fn day(&self, year: i32, region: Option<Region>) -> Option<NaiveDate> {
        let local = if region == Some(Macau) { Some(HongKong) } else { region };
        let rule = self.elsewhere.iter().find(|(at, _)| Some(*at) == local).map_or(self.rule, |(_, rule)| *rule);
        let moon = |month: u32, day: MoonDay| Moon { month: Some(month), leap: false, day: Some(day) };
        match rule {
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
        }
    }

    /// Its day nearest to a base: that of the base's year, but where that lies far off that of another.
    pub(super) fn near(&self, base: NaiveDate, region: Option<Region>) -> Option<NaiveDate> {
        nearest(base, |year| self.day(year, region))
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

    #[test]
    fn feasts_fall_on_their_days() {
        let day = |name: &str, year: i32, region: Option<Region>| {
            let feast = FEASTS.iter().find(|feast| feast.names.split(' ').any(|form| form == name)).unwrap();
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
        ] {
            assert_eq!(day(name, year, region).as_deref(), Some(want), "{name} {year}");
        }
        assert_eq!(day("开斋节", 2023, None), None);
    }

    #[test]
    fn no_name_stands_twice() {
        let mut names: alloc::vec::Vec<_> = FEASTS.iter().flat_map(|feast| feast.names.split(' ')).collect();
        names.sort_unstable();
        let twice: alloc::vec::Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}
