//! The words of times: 今年, 上半年, 以來, 凌晨. A new time word is a row of [`WORDS`], a new relation one of
//! [`RELATIONS`], a new part of the day one of [`DAY_PARTS`]; festivals are rows of [`crate::time::FEASTS`].

use alloc::boxed::Box;

use once_cell::race::OnceBox;

use crate::time::{DayName, Edge, FEASTS, Feast, MonthName, Part, Relation, TimeKind, YearName};
use crate::words::Words;

/// What a time word means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Word {
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
    /// 今明兩年: this and the next year.
    TwoYears,
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
    Feast(&'static Feast),
    /// 每, which a unit of the calendar must follow.
    Every,
    /// A century counted from this one, which a decade may follow: 上世紀90年代.
    Century(i32),
    /// A word that stays vague.
    Vague(TimeKind),
}

pub(super) const THIS: YearName = YearName::Offset(0);

/// The time words, folded.
pub(super) static WORDS: &[(&str, Word)] = &[
    ("今年 本年 本年度 今年度 这一年", Word::Year(THIS)),
    ("去年 上年 上年度 去年度 上一年 上一年度", Word::Year(YearName::Offset(-1))),
    ("前年", Word::Year(YearName::Offset(-2))),
    ("大前年", Word::Year(YearName::Offset(-3))),
    ("明年 来年 下年 下年度 明年度 下一年 下一年度", Word::Year(YearName::Offset(1))),
    ("后年", Word::Year(YearName::Offset(2))),
    ("大后年", Word::Year(YearName::Offset(3))),
    ("同年 当年 该年", Word::Year(YearName::Last(0))),
    ("翌年 次年 隔年", Word::Year(YearName::Last(1))),
    ("今明两年 今明二年", Word::TwoYears),
    ("今明两天 今明两日", Word::Days(0, 1)),
    ("明后两天 明后两日", Word::Days(1, 2)),
    ("昨今两天 昨今两日", Word::Days(-1, 0)),
    ("今明后三天 今明后三日", Word::Days(0, 2)),
    ("元月 元月份", Word::Month(MonthName::Number(1))),
    ("本月 这个月 今月 本月份", Word::Month(MonthName::Offset(0))),
    ("上月 上个月 上一个月 上月份", Word::Month(MonthName::Offset(-1))),
    ("上上月 上上个月", Word::Month(MonthName::Offset(-2))),
    ("下月 下个月 下一个月 下月份", Word::Month(MonthName::Offset(1))),
    ("当月 同月 该月", Word::Month(MonthName::Last)),
    ("今日 本日 今天 今晨 今早 今午 今晚 今夜 今晚间 今早上 今晨间 今儿", Word::Day(DayName::Offset(0))),
    ("昨日 昨天 昨晨 昨早 昨午 昨晚 昨夜 昨晚间 昨早上 昨夜间 昨", Word::Day(DayName::Offset(-1))),
    ("前日 前天 前晚", Word::Day(DayName::Offset(-2))),
    ("大前天 大前日 大前晚", Word::Day(DayName::Offset(-3))),
    ("明日 明天 明早 明晨 明午 明晚", Word::Day(DayName::Offset(1))),
    ("后天 后日", Word::Day(DayName::Offset(2))),
    ("大后天 大后日", Word::Day(DayName::Offset(3))),
    ("即日 今", Word::Day(DayName::Offset(0))),
    ("明", Word::Day(DayName::Offset(1))),
    ("当日 当天 当晚 同日 同一天 该日", Word::Day(DayName::Last(0))),
    ("次日 翌日 翌晨 次晨 翌晚 隔日 隔天", Word::Day(DayName::Last(1))),
    ("前一日 前一天", Word::Day(DayName::Last(-1))),
    ("本周 本星期 这周 这星期 这礼拜 这一周 这一礼拜 这个星期 这个礼拜 本礼拜", Word::Week(0)),
    ("上周 上星期 上个星期 上礼拜 上个礼拜 上个周 上一周", Word::Week(-1)),
    ("上上周 上上个周 上上星期 上上个星期 上上礼拜", Word::Week(-2)),
    ("下周 下星期 下个星期 下礼拜 下个礼拜 下个周 下一周", Word::Week(1)),
    ("下下周 下下个周 下下星期 下下个星期 下下礼拜", Word::Week(2)),
    ("周 星期 礼拜", Word::WeekdayPrefix),
    ("周末 本周末 这周末 这个周末", Word::Part(Part::Weekend(0))),
    ("上周末 上个周末", Word::Part(Part::Weekend(-1))),
    ("上上周末 上上个周末", Word::Part(Part::Weekend(-2))),
    ("下周末 下个周末", Word::Part(Part::Weekend(1))),
    ("下下周末 下下个周末", Word::Part(Part::Weekend(2))),
    ("上半年", Word::Part(Part::Half(1))),
    ("下半年", Word::Part(Part::Half(2))),
    ("首半年", Word::Part(Part::Half(1))),
    ("首季 首季度", Word::Part(Part::Quarter(1))),
    ("次季", Word::Part(Part::Quarter(2))),
    ("末季 末季度", Word::Part(Part::Quarter(4))),
    ("上季 上季度 上一季 上一季度 上个季度", Word::Part(Part::QuarterOffset(-1))),
    ("本季 本季度 当季 这季 这一季 本季内", Word::Part(Part::QuarterOffset(0))),
    ("下季 下季度 下一季 下一季度 下个季度", Word::Part(Part::QuarterOffset(1))),
    ("全年", Word::Part(Part::Year)),
    ("年底 年末 年尾 岁末", Word::YearEdge(Edge::End)),
    ("年初", Word::YearEdge(Edge::Start)),
    ("年中", Word::YearEdge(Edge::Middle)),
    ("年内", Word::YearEdge(Edge::Whole)),
    ("月底 月末 月尾", Word::MonthEdge(Edge::End)),
    ("月初", Word::MonthEdge(Edge::Start)),
    ("月中", Word::MonthEdge(Edge::Middle)),
    (
        "早 晚 晨 凌晨 清晨 早晨 早上 上午 中午 正午 午间 下午 午后 傍晚 黄昏 晚上 晚间 夜间 夜里 入夜 深夜 半夜 午夜 子夜 黎明 拂晓 晏昼 当地时间",
        Word::DayPart,
    ),
    ("民国 中华民国", Word::Minguo),
    ("公元 西元", Word::Era(false)),
    (
        "康熙 雍正 干隆 嘉庆 道光 咸丰 同治 光绪 宣统 洪武 永乐 万历 贞观 开元 明治 大正 昭和 平成 令和 佛历",
        Word::Reign,
    ),
    ("公元前 西元前", Word::Era(true)),
    ("同期", Word::SamePeriod(None)),
    ("去年同期 上年同期", Word::SamePeriod(Some(YearName::Offset(-1)))),
    ("前年同期", Word::SamePeriod(Some(YearName::Offset(-2)))),
    ("上世纪 上个世纪", Word::Century(-1)),
    ("本世纪", Word::Century(0)),
    ("农历 阴历 旧历 夏历", Word::Lunar),
    ("正月", Word::LunarMonth(1)),
    ("腊月", Word::LunarMonth(12)),
    ("大年 年", Word::LunarNewYear),
    ("初", Word::LunarDay),
    ("每", Word::Every),
    ("近日 日前 近期", Word::Vague(TimeKind::Day)),
    ("近年 近年来 近几年 近些年", Word::Vague(TimeKind::Year)),
    ("十二五", Word::Part(Part::Years(2011, 2015))),
    ("十三五", Word::Part(Part::Years(2016, 2020))),
    ("十四五", Word::Part(Part::Years(2021, 2025))),
    ("十五五", Word::Part(Part::Years(2026, 2030))),
];

/// What stands behind a time and belongs to it; whether its open side stays open: 起 says nothing of an end.
static RELATIONS: &[(&str, (Relation, bool))] = &[
    ("以来 来 至今 迄今", (Relation::Since, false)),
    ("起", (Relation::Since, true)),
    ("前 以前 之前 或之前 或以前", (Relation::Before, true)),
    ("为止 止", (Relation::Until, true)),
    ("后 以后 之后 或之后 或以后", (Relation::After, true)),
    ("期间 内 间", (Relation::During, false)),
];

pub(super) fn words() -> &'static Words<Word> {
    static TABLE: OnceBox<Words<Word>> = OnceBox::new();
    TABLE.get_or_init(|| {
        let rows = WORDS.iter().flat_map(|&(forms, word)| forms.split(' ').map(move |form| (form, word)));
        let rows = rows.map(|(form, word)| (form.into(), word));
        let feasts =
            FEASTS.iter().flat_map(|feast| feast.names.split(' ').map(move |name| (name.into(), Word::Feast(feast))));
        let named = (0..60)
            .flat_map(|place| sexagenary(place).into_iter().map(move |name| (name.into(), Word::Sexagenary(place))));
        Box::new(Words::new(rows.chain(feasts).chain(named)))
    })
}

/// The name of a year at a place of the cycle of sixty, 甲子 is 0; 醜 for 丑 stands in converted text.
fn sexagenary(place: u32) -> Option<alloc::string::String> {
    let stem = "甲乙丙丁戊己庚辛壬癸".chars().nth(usize::try_from(place % 10).ok()?)?;
    let branch = "子丑寅卯辰巳午未申酉戌亥".chars().nth(usize::try_from(place % 12).ok()?)?;
    Some([stem, branch, '年'].into_iter().collect())
}

pub(super) fn relations() -> &'static Words<(Relation, bool)> {
    static TABLE: OnceBox<Words<(Relation, bool)>> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(Words::of_rows(RELATIONS)))
}

/// Characters that a time word begins with, for the scan, and whether one of them is a word by itself.
pub(crate) fn word_starts() -> impl Iterator<Item = (char, bool)> {
    words().iter().filter_map(|(word, _)| {
        let mut chars = word.chars();
        Some((chars.next()?, chars.next().is_none()))
    })
}

/// The second characters of time words. Words that go on by their own grammar, as 今 (7) 日, are ones of one character.
pub(crate) fn word_seconds() -> impl Iterator<Item = char> {
    words().iter().filter_map(|(word, _)| word.chars().nth(1))
}

/// How the hours of a part of the day are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hours {
    /// As they are; 12 is midnight: 凌晨12時.
    Early,
    /// As they are.
    Morning,
    /// 11 and 12 as they are, 1 to 3 behind noon.
    Noon,
    /// From noon on: 下午3時 is 15, 晚上12時 midnight.
    Afternoon,
    Evening,
    /// Up to midnight from noon on, 1 to 4 as they are.
    Night,
}

/// Parts of the day.
static DAY_PARTS: &[(&str, Hours)] = &[
    ("凌晨 黎明 拂晓", Hours::Early),
    ("清晨 早晨 早上 上午 早 晨", Hours::Morning),
    ("中午 正午 午间", Hours::Noon),
    ("下午 午后 晏昼 傍晚 黄昏 午", Hours::Afternoon),
    ("晚上 晚间 入夜 晚", Hours::Evening),
    ("夜间 夜里 深夜 半夜 午夜 子夜 夜", Hours::Night),
];

impl Hours {
    /// The part of the day that a text begins with, and its length.
    pub(super) fn at(text: &str) -> Option<(Self, usize)> {
        static TABLE: OnceBox<Words<Hours>> = OnceBox::new();
        let table = TABLE.get_or_init(|| Box::new(Words::of_rows(DAY_PARTS)));
        table.longest(text).map(|(hours, length)| (*hours, length))
    }

    /// The part of the day that a word of a day names by its last character: 今晚, 昨午, 昨晚間.
    pub(super) fn of_word(word: &str) -> Option<Self> {
        // 昨晚間
        let word = word.trim_end_matches(['间', '上']);
        Self::at(word.get(word.char_indices().next_back()?.0..)?).map(|(hours, _)| hours)
    }

    /// The hour of 24 that an hour of this part of the day is.
    pub(super) const fn of_day(self, hour: u32) -> u32 {
        match self {
            Self::Early if hour == 12 => 0,
            Self::Noon if hour < 4 => hour + 12,
            Self::Afternoon if hour < 12 => hour + 12,
            Self::Evening if hour < 13 => hour + 12,
            Self::Night if hour > 4 && hour < 13 => hour + 12,
            _ => hour,
        }
    }
}
