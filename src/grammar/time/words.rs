//! The words of times: 今年, 上半年, 以來, 凌晨. A new time word is a row of [`WORDS`], a new relation one of [`RELATIONS`].

use alloc::boxed::Box;

use once_cell::race::OnceBox;

use crate::time::{DayName, Edge, Part, Relation, TimeKind, YearName};
use crate::words::Words;

/// What a time word means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Word {
    /// A year, which a month or a part of the year may follow: 去年10月.
    Year(YearName),
    /// A month, which a day may follow: 本月21日.
    Month(i32),
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
    /// The same period: 同期.
    SamePeriod(Option<YearName>),
    /// 農曆, 正月 and the like, which a day of the moon may follow.
    Lunar,
    /// A word that stays vague.
    Vague(TimeKind),
}

pub(super) const THIS: YearName = YearName::Offset(0);

/// The time words, Traditional and Simplified.
pub(super) static WORDS: &[(&str, Word)] = &[
    ("今年 本年 本年度 今年度", Word::Year(THIS)),
    ("去年 上年 上年度 去年度", Word::Year(YearName::Offset(-1))),
    ("前年", Word::Year(YearName::Offset(-2))),
    ("明年 來年 来年", Word::Year(YearName::Offset(1))),
    ("後年 后年", Word::Year(YearName::Offset(2))),
    ("同年 當年 当年", Word::Year(YearName::Last)),
    ("本月 這個月 这个月", Word::Month(0)),
    ("上月 上個月 上个月", Word::Month(-1)),
    ("下月 下個月 下个月", Word::Month(1)),
    ("今日 今天 今晨 今早 今午 今晚 今夜", Word::Day(DayName::Offset(0))),
    ("昨日 昨天 昨晨 昨早 昨午 昨晚 昨夜", Word::Day(DayName::Offset(-1))),
    ("前日 前天", Word::Day(DayName::Offset(-2))),
    ("明日 明天 明早 明晨 明午 明晚", Word::Day(DayName::Offset(1))),
    ("後天 后天", Word::Day(DayName::Offset(2))),
    ("當日 当日 當天 当天 當晚 当晚 同日", Word::Day(DayName::Last(0))),
    ("次日 翌日 翌晨 次晨", Word::Day(DayName::Last(1))),
    ("前一日 前一天", Word::Day(DayName::Last(-1))),
    ("本週 本周 本星期 這週 这周", Word::Week(0)),
    ("上週 上周 上星期 上個星期 上个星期", Word::Week(-1)),
    ("下週 下周 下星期 下個星期 下个星期", Word::Week(1)),
    ("週 周 星期 禮拜 礼拜", Word::WeekdayPrefix),
    ("上半年", Word::Part(Part::Half(1))),
    ("下半年", Word::Part(Part::Half(2))),
    ("首季 首季度", Word::Part(Part::Quarter(1))),
    ("末季", Word::Part(Part::Quarter(4))),
    ("全年", Word::Part(Part::Year)),
    ("年底 年末", Word::YearEdge(Edge::End)),
    ("年初", Word::YearEdge(Edge::Start)),
    ("年內 年内", Word::YearEdge(Edge::Whole)),
    ("月底 月末", Word::MonthEdge(Edge::End)),
    ("月初", Word::MonthEdge(Edge::Start)),
    (
        "早 晚 晨 凌晨 清晨 早晨 早上 上午 中午 正午 下午 午後 午后 傍晚 晚上 晚間 晚间 夜間 夜间 深夜 當地時間 当地时间",
        Word::DayPart,
    ),
    ("民國 民国", Word::Minguo),
    ("同期", Word::SamePeriod(None)),
    ("去年同期 上年同期", Word::SamePeriod(Some(YearName::Offset(-1)))),
    ("前年同期", Word::SamePeriod(Some(YearName::Offset(-2)))),
    ("農曆 农历 陰曆 阴历 正月 臘月 腊月 大年 年三十 除夕", Word::Lunar),
    ("近日 日前 近期", Word::Vague(TimeKind::Day)),
    ("近年 近年來 近年来", Word::Vague(TimeKind::Year)),
    ("十二五", Word::Part(Part::Years(2011, 2015))),
    ("十三五", Word::Part(Part::Years(2016, 2020))),
    ("十四五", Word::Part(Part::Years(2021, 2025))),
    ("十五五", Word::Part(Part::Years(2026, 2030))),
];

/// What stands behind a time and belongs to it; whether its open side stays open: 起 says nothing of an end.
static RELATIONS: &[(&str, (Relation, bool))] = &[
    ("以來 以来 來 来 至今", (Relation::Since, false)),
    ("起", (Relation::Since, true)),
    ("前 以前 之前", (Relation::Before, true)),
    ("為止 为止", (Relation::Until, true)),
    ("後 后 以後 以后 之後 之后", (Relation::After, true)),
    ("期間 期间 內 内 間 间", (Relation::During, false)),
];

/// Words that begin like a relation and are none: 9日起訴, 今年前夕.
static NO_RELATIONS: &[(&str, ())] = &[(
    "起訴 起诉 起飛 起飞 起草 起火 起床 起步 來到 来到 來自 来自 來臨 来临 來襲 来袭 前往 前來 前来 前夕 前後 前后 前去 前列 前線 前线 後續 后续 後期 后期 間接 间接 內地 内地 內容 内容 內部 内部 內外 内外 後來 后来 後者 后者 前者 前期 前景",
    (),
)];

pub(super) fn words() -> &'static Words<Word> {
    static TABLE: OnceBox<Words<Word>> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(Words::of_rows(WORDS)))
}

pub(super) fn relations() -> &'static Words<Option<(Relation, bool)>> {
    static TABLE: OnceBox<Words<Option<(Relation, bool)>>> = OnceBox::new();
    TABLE.get_or_init(|| {
        let yes = RELATIONS
            .iter()
            .flat_map(|(forms, relation)| forms.split(' ').map(move |form| (form.into(), Some(*relation))));
        let no = NO_RELATIONS.iter().flat_map(|(forms, ())| forms.split(' ').map(|form| (form.into(), None)));
        Box::new(Words::new(yes.chain(no)))
    })
}

/// Characters that a time word begins with, for the scan.
pub(crate) fn word_starts() -> impl Iterator<Item = char> {
    words().iter().filter_map(|(word, _)| word.chars().next())
}

/// Parts of the day, and whether their hours are counted from noon.
pub(super) static DAY_PARTS: &[(&str, bool)] = &[
    ("凌晨", false),
    ("清晨", false),
    ("早晨", false),
    ("早上", false),
    ("上午", false),
    ("中午", true),
    ("正午", true),
    ("下午", true),
    ("午後", true),
    ("午后", true),
    ("傍晚", true),
    ("晚上", true),
    ("晚間", true),
    ("晚间", true),
    ("夜間", true),
    ("夜间", true),
    ("深夜", true),
    ("晚", true),
    ("夜", true),
    ("早", false),
    ("晨", false),
    ("午", true),
];
