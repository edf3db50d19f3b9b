//! What the words of times mean. The words are rows of the classes `time`, `relation` and `hours` of
//! [`crate::vocabulary`].

use crate::time::{DayName, Edge, Feast, MonthName, Part, TimeKind, YearName};
use crate::vocabulary::HOURS;

/// What a time word means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Word {
    /// A year, which a month or a part of the year may follow: 去年10月.
    Year(YearName),
    /// A month, which a day may follow: 本月21日.
    Month(MonthName),
    /// A day, which a time of day may follow.
    Day(DayName),
    /// A week, which a weekday may follow.
    Week(i64),
    /// 週 or 星期, which a weekday must follow.
    WeekdayPrefix,
    /// A part of the year.
    Part(Part),
    /// An end of the year: 年底.
    YearEdge(Edge),
    /// An end of the month: 月底.
    MonthEdge(Edge),
    /// A part of the day, which a time of day must follow.
    DayPart,
    /// 民國, which a year must follow.
    Minguo,
    /// 公元, which a year must follow; whether before the era.
    Era(bool),
    /// 今明兩年: the years from the first to the second, counted from the publication.
    Years(i32, i32),
    /// 今明兩天: the days from the first to the second, counted from the publication.
    Days(i64, i64),
    /// 乾隆, 昭和: a year of a reign, which no table here resolves.
    Reign,
    /// The same period: 同期.
    SamePeriod(Option<YearName>),
    /// 農曆 and the like, which a month and a day of the moon must follow.
    Lunar,
    /// The first month or the last of the moon, which a day may follow: 正月, 臘月.
    LunarMonth(u32),
    /// 大年, which a day of the first month of the moon must follow.
    LunarNewYear,
    /// 初, which a day of the moon and a part of the day must follow: 初一清晨.
    LunarDay,
    /// One of the sixty names of a lunar year, which 年 must follow: 甲辰.
    Sexagenary(u32),
    /// A festival, which a time of day may follow.
    Feast(Feast),
    /// 每, which a unit of the calendar must follow.
    Every,
    /// 逢, which a weekday, a day or 單月 must follow.
    Recurring,
    /// A period of a company's own year.
    Fiscal(TimeKind),
    /// A century counted from this one, which a decade may follow: 上世紀90年代.
    Century(i32),
    /// A word that stays vague.
    Vague(TimeKind),
}

/// Where a word before a duration says that it reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Back from the day of publication: 過去三年.
    Past,
    /// On from it: 未來三年.
    Coming,
    /// On from what was told: 此後三年.
    Told,
    /// Back from it: 此前兩個月.
    Before,
}

/// How the hours of a part of the day are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hours {
    /// As they are; 12 is midnight: 凌晨12時.
    Early,
    /// As they are.
    Morning,
    /// 11 and 12 as they are, 1 to 3 after noon.
    Noon,
    /// From noon on: 下午3時 is 15, 晚上12時 midnight.
    Afternoon,
    Evening,
    /// Up to midnight from noon on, 1 to 4 as they are.
    Night,
}

impl Hours {
    /// The part of the day that a word of a day names by its last character: 今晚, 昨午, 昨晚間.
    pub(super) fn of_word(word: &str) -> Option<Self> {
        // 昨晚間
        let word = word.trim_end_matches(['间', '上']);
        HOURS.longest(word.get(word.char_indices().next_back()?.0..)?).map(|(hours, _)| hours)
    }

    /// The hour of 24 that an hour of this part of the day is.
    pub(super) const fn of_day(self, hour: u32) -> u32 {
        match self {
            Self::Early if hour == 12 => 0,
            Self::Noon if hour < 4 => hour + 12,
            Self::Afternoon if hour < 12 => hour + 12,
            // 晚上0時30分 is half past midnight
            Self::Evening if hour == 0 => 24,
            Self::Evening if hour < 13 => hour + 12,
            Self::Night if hour > 4 && hour < 13 => hour + 12,
            _ => hour,
        }
    }
}
