//! A story of a past year: its later months, days and edges of the year are of that year, in the next sentence too.

use core::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::ahead::looks_ahead;
use super::clauses::stops;
use super::narrative::FAR;
use super::{Passage, clause_after, clause_before, sentence_before};
use crate::any_of::any_of;
use crate::chars::{is_of_number, one_of};
use crate::general::{self, Pos};
use crate::time::{DayName, Edge, MonthName, Part, Point, Relation, TimeExpr, TimeKind, YearName};
use crate::vocabulary::{ORIGINS, SOON_AFTER};

/// How many days over the turn of the year a story may go on at once.
const TURN: i64 = 180;

/// How many days ago a report tells of a day without its year.
const RECENT: i64 = 45;

/// The most days of a month.
const MONTH: i64 = 31;

/// How many days later a day without a month goes on with the story.
const SOON: u32 = 7;

/// What a story of a past year told last.
#[derive(Clone, Copy)]
pub(super) struct Story {
    /// Its first and last day.
    days: (NaiveDate, NaiveDate),
    /// Where it ends, in the text.
    end: usize,
    /// How many times of the year were told one after the other.
    times: u32,
    /// Whether it began at the head of a sentence: 1998年，他考入大學.
    heads: bool,
}

impl Passage<'_, '_> {
    /// Goes on with the story, or ends it, after a time is told.
    pub(super) fn tell(
        &mut self,
        names_year: bool,
        expression: &TimeExpr,
        days: Option<(NaiveDate, NaiveDate)>,
        range: &Range<usize>,
    ) {
        // 翌年春天: a season has no days, but its year
        let year = expression.start.named_year(&self.reader.anchor).flatten();
        let season = year.filter(|_| expression.start.part == Part::Season);
        let of_season = season.and_then(|year| {
            self.reader.anchor.last_year = Some(year);
            NaiveDate::from_ymd_opt(year, 1, 1).zip(NaiveDate::from_ymd_opt(year, 12, 31))
        });
        let Some(days) = days.or(of_season) else { return };
        // the year of a company that ended a while ago is no story
        if matches!(expression.start.part, Part::MonthsTo(..)) {
            return;
        }
        // what the calendar alone puts into the last year begins no story
        let published = self.reader.anchor.published.map_or(i32::MAX, |day| day.year());
        if names_year || days.1.year() >= published || expression.start.leans() {
            self.tell_days(days, range);
        }
    }

    /// 案情指，女嬰3月28日出院: a day without its year in what a court heard is one of the years told of the case, or open.
    pub(super) fn put_into_case(&self, expression: &mut TimeExpr) {
        const NEAR: usize = 12;
        let is_day = matches!(expression.start.part, Part::Day(Some(MonthName::Number(_)), DayName::Number(_)));
        let Some(published) = self.reader.anchor.published.filter(|_| is_day && self.is_of_case()) else { return };
        if expression.start.year.is_some() || expression.end.is_some() {
            return;
        }
        let told = self.reader.times.iter().rev().take(NEAR).filter_map(|time| {
            let (from, to) = (time.item.from?.date(), time.item.to?.date());
            (to.year() < published.year()).then_some((from, to))
        });
        let of_year = |year: i32| Point { year: Some(YearName::Number(year)), ..expression.start };
        let is_within = |(from, to): &(NaiveDate, NaiveDate)| {
            let days = TimeExpr::of(of_year(from.year())).days(&self.reader.anchor);
            days.is_some_and(|(day, _)| *from <= day && day <= *to)
        };
        let is_told = told.clone().next().is_some();
        match told.clone().find(is_within) {
            Some((from, _)) => expression.start.year = Some(YearName::Number(from.year())),
            None if is_told && self.last_time.is_none() => *expression = TimeExpr::unknown(expression.kind, false),
            None => {}
        }
    }

    /// Whether the passage tells what a court heard.
    fn is_of_case(&self) -> bool {
        any_of!["案情", "控罪", "控方", "判词", "起诉书", "判决书", "据案情"].begins(self.text)
    }

    /// Whether a year is only a part of what is spoken of now: compared with, in a title, or what something dates from.
    pub(super) fn is_aside(&self, range: &Range<usize>) -> bool {
        let head = clause_before(self.text.get(..range.start).unwrap_or_default());
        let rest = clause_after(self.text.get(range.end..).unwrap_or_default());
        // 與2019年相比, 恢復到2019年的95%, but 到了2019年的5月
        let is_level = head.ends_with(['到', '至', '于', '过', '及'])
            && any_of!["的", "同期", "水平"].begins(rest)
            && !rest.contains('月');
        // 為2019年的55%, 由2022年的8萬人
        let of_number = |rest: &str| {
            const NEAR: usize = 9;
            let near: &str = rest.char_indices().nth(NEAR).and_then(|(at, _)| rest.get(..at)).unwrap_or(rest);
            let begins = rest.starts_with(|c| {
                is_of_number(c) && !matches!(c, '点' | '数' | '多' | '余') || matches!(c, '约' | '近' | '逾')
            });
            // 2012年的十大人物, 2020年的一次會議 are no levels
            let is_amount = near.contains(|c| one_of!("%％成倍万亿元人户吨例宗").contains(c)) || near.contains("分之");
            begins && is_amount && !near.starts_with(['一', '十'])
        };
        let is_level = is_level
            || head.ends_with(['为', '是', '由', '从', '占', '达']) && rest.strip_prefix('的').is_some_and(of_number);
        let is_compared = is_level || any_of!["相比", "相较", "持平", "比较"].begins(rest);
        let in_title = head.rfind('《').is_some_and(|open| head.rfind('》').is_none_or(|close| close < open));
        // 自2012年實施: since then
        // 恢復到疫情前（2019年）的九成
        let is_explained = head.ends_with(['（', '('])
            && rest.starts_with(['）', ')'])
            && any_of!["恢复", "回到", "重返", "疫前", "疫情前"].is_in(head);
        is_compared || in_title || is_explained || head.ends_with('自') || dates_noun(rest)
    }

    /// 2018年畢業於北大的陳某，3月離職: whether a year may date no more than the noun after 的, though its words decide nothing.
    pub(super) fn may_be_aside(&self, range: &Range<usize>) -> bool {
        const NEAR: usize = 48;
        let rest = clause_after(self.text.get(range.end..).unwrap_or_default());
        let Some((words, noun)) = rest.split_once('的') else { return false };
        let ends_setting = any_of!["中", "上", "时", "后", "期间"].ends(noun);
        words.len() <= NEAR && !noun.is_empty() && !ends_setting && ORIGINS.is_in(words)
    }

    /// Goes on with the story, or ends it, after some days are told.
    pub(super) fn tell_days(&mut self, days: (NaiveDate, NaiveDate), range: &Range<usize>) {
        let year = days.1.year();
        let is_past = self.reader.anchor.published.is_some_and(|published| year < published.year());
        let before = self.reader.story.filter(|story| story.days.1.year() == year);
        let head = sentence_before(self.text.get(..range.start).unwrap_or_default());
        let heads =
            before.map_or_else(|| matches!(head.trim(), "" | "在" | "到" | "到了" | "回顾"), |story| story.heads);
        let times = before.map_or(1, |story| story.times + 1);
        self.reader.story = is_past.then_some(Story { days, end: self.base + range.end, times, heads });
    }

    /// Gives a time without a year that of the story; whether it is of the story.
    pub(super) fn go_on_in_story(&self, expression: &mut TimeExpr, range: &Range<usize>) -> bool {
        let is_reached = |story: &Story| self.reaches(story, expression, range) && !self.breaks_past(expression, range);
        let Some(story) = self.reader.story.filter(is_reached) else {
            return false;
        };
        let head = self.text.get(..range.start).unwrap_or_default();
        let word = self.text.get(range.clone()).unwrap_or_default();
        let start = &mut expression.start;
        let (first, last) = story.days;
        // 年底, but not 今年底
        if start.part == Part::Year && start.edge != Edge::Whole && word.starts_with(['年', '岁']) {
            start.year = None;
        }
        if start.year == Some(YearName::Offset(1)) && self.text.get(range.start..).is_some_and(|t| t.starts_with('来'))
        {
            start.year = Some(YearName::Number(last.year() + 1));
        } else if start.year.is_some()
            || expression.relation == Relation::Since && story.times < 2
            || looks_ahead(clause_before(head))
        {
        } else if let Part::Day(None, DayName::Number(day)) = start.part {
            if story.is_in_month() && (day > last.day() || first < last) {
                start.year = Some(YearName::Number(first.year()));
                start.part = Part::Day(Some(MonthName::Number(first.month())), DayName::Number(day));
            } else {
                // of which month nobody says
                *expression = TimeExpr::unknown(TimeKind::Day, false);
            }
        } else if start.part == Part::Year && start.edge != Edge::Whole {
            start.year = Some(YearName::Number(first.year()));
        } else if start.in_a_year() {
            let in_year = |year: i32| self.days_in(start, year);
            let same = in_year(first.year()).filter(|days| reaches_on(*days, first)).map(|(_, end)| end);
            let next = || in_year(first.year() + 1).map(|(_, end)| end).filter(|end| (*end - last).num_days() <= TURN);
            if let Some(end) = same.or_else(next) {
                start.year = Some(YearName::Number(end.year()));
            }
        }
        expression.start.year.is_some()
    }

    /// Whether a story goes on to a time: in its sentence, or in the next where it runs already or begins one long past.
    fn reaches(&self, story: &Story, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let between = self.reader.text.get(story.end..self.base + range.start).filter(|between| between.len() < FAR);
        let Some(between) = between.filter(|between| !comes_to_now(between)) else { return false };
        let is_long_past = self.reader.anchor.published.is_some_and(|day| story.days.1.year() + 1 < day.year());
        let runs = story.times > 1 || is_long_past && story.heads;
        if story.end < self.base {
            return runs && is_long_past && self.goes_on_at_head(story, expression, range);
        }
        match stops(between) {
            0 => true,
            // 去年4月簽約。6月開工
            1 => runs || story.is_in_month() && expression.start.month().is_some() && self.is_far_from_now(expression),
            2 => story.times > 2 && is_long_past,
            _ => false,
        }
    }

    /// Whether a time at the head of a paragraph is the story's: a day soon after, or one that is too far from the publication
    /// to be told without its year.
    fn goes_on_at_head(&self, story: &Story, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let is_head = self.text.get(..range.start).is_some_and(|head| head.trim().is_empty());
        if let Part::Day(None, DayName::Number(day)) = expression.start.part {
            let (first, last) = story.days;
            return is_head && first == last && (last.day() + 1..=last.day() + SOON).contains(&day);
        }
        is_head && self.is_far_from_now(expression)
    }

    /// Whether a time would else lie too far from the publication to be told without its year.
    fn is_far_from_now(&self, expression: &TimeExpr) -> bool {
        let days = expression.days(&self.reader.anchor).zip(self.reader.anchor.published);
        days.is_some_and(|((_, last), published)| (published - last).num_days().abs() > RECENT)
    }
}

/// Whether the words after a time make it the date of a noun: 2015年成立的公司, but not 2018年舉行的比賽中.
pub(super) fn dates_noun(rest: &str) -> bool {
    // what may stand between a year and the noun that it is of
    const NEAR: usize = 36;
    let Some((verb, noun)) = rest.split_once('的') else { return false };
    let pos = general::longest_at(verb).map(|word| word.pos);
    let is_verb = matches!(pos, Some(Pos::Verb | Pos::VerbalNoun));
    let is_relative = verb.len() <= NEAR && (is_verb || SOON_AFTER.prefix(verb).is_some());
    let is_setting = any_of!["中", "上", "时", "后", "期间"].ends(noun);
    // 2023年歸屬於股東的淨利潤: the profit of that year
    is_relative && !noun.is_empty() && !is_setting && !any_of!["归属"].is_in(verb)
}

impl Story {
    /// Whether what it told last lies in one month.
    fn is_in_month(&self) -> bool {
        (self.days.0.year(), self.days.0.month()) == (self.days.1.year(), self.days.1.month())
    }
}

/// Whether days go on after the first day told: a day or a month ends later, and of several months most lie after it.
fn reaches_on((from, to): (NaiveDate, NaiveDate), told: NaiveDate) -> bool {
    let days = (to - from).num_days();
    let most = if days > MONTH { days / 2 } else { 0 };
    (to - told).num_days() >= most
}

/// Whether words leave what was told for the present: 如今, 今屆.
pub(super) fn comes_to_now(between: &str) -> bool {
    between.contains('今') || any_of!["目前", "现在", "现时", "近期", "最近", "本届"].is_in(between)
}
