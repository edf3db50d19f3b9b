//! Whether the words around a time without a year look ahead: 將於3月5日, 預計第二季, or tell of the past.

use core::ops::Range;

use chrono::{Datelike, Weekday};

use super::narrative::is_part;
use super::scan::before;
use super::{Passage, clause_after, clause_before, sentence_after, sentence_before};
use crate::any_of::{WordSet, any_of};
use crate::chars::{chinese, is_digit, is_han, one_of};
use crate::claims::words::Cue;
use crate::general::{self, Pos};
use crate::time::{Anchor, DayName, MonthName, Part, Point, Relation, TimeExpr, YearName};
use crate::vocabulary::{
    AHEAD, AHEAD_AFTER, COMPARED, CUES, ESTIMATES, LASTING, MATERIALS, PUBLISHES, SOON_AFTER, TOLD, WEATHER,
};

/// The number of the last day of a week.
const SUNDAY: u32 = 6;

/// What tells that something must be done by a day.
const DUE: &WordSet = any_of!["须", "需在", "需于", "应在", "应于", "限期", "促请", "敦促", "责令", "要求", "务必"];

impl Passage<'_, '_> {
    /// Whether the words around a time without a year look ahead.
    pub(super) fn lies_ahead(&self, expression: &mut TimeExpr, head: &str, range: &Range<usize>) -> bool {
        let tail = line_part(self.text.get(range.end..).unwrap_or_default());
        let related = self.related_after(range);
        // 截止8月31日 tells how far the figures go
        if head.trim_end_matches(['到', '至']).ends_with("截止") {
            if expression.relation == Relation::On {
                expression.relation = Relation::Until;
            }
            return false;
        }
        // 原定8月15日 was told before the day
        let clause = clause_before(head);
        let was_planned = any_of!["原定", "原计划", "原拟", "原订", "原先", "原本", "原预"].is_in(clause);
        if was_planned || is_programme(clause, clause_after(tail)) || is_made_then(head, tail) {
            return false;
        }
        let start = &expression.start;
        let is_period = is_part(start.part);
        let relation = expression.relation;
        let is_open = relation == Relation::Before || relation == Relation::Since && expression.open;
        // 第二季可望回升
        let is_expected = || {
            let is_forecast = tail.strip_prefix('料').is_some_and(|tail| !tail.starts_with('理'));
            is_period && (is_forecast || looks_ahead(clause_after(tail)))
        };
        let full = self.text.get(range.end..).unwrap_or_default();
        // 周五，央行將公布; 第4季，公司將量產; 第4季估季增5%
        let is_weekday = matches!(start.part, Part::Weekday(None, _));
        let may_come = || is_weekday || is_period && start.year.is_none() && self.is_to_end(start);
        let is_planned = || may_come() && (plans_after_subject(full, is_weekday) || reckons_change(full));
        // 將公布首季業績: the quarter is over
        if is_period && self.is_published(start, clause, clause_after(tail)) {
            return false;
        }
        // 預計12月出口下降10%, said in January: the month is over, its figure not out yet
        if matches!(start.part, Part::Month(MonthName::Number(_))) && self.is_figure(start, clause_after(tail)) {
            return false;
        }
        // 要求各黨在周一前提交
        // 須在60天內，即4月13日前兌獎
        let due = if clause.starts_with('即') { sentence_before(head) } else { clause };
        let is_due = || expression.relation == Relation::Before && DUE.is_in(due);
        looks_ahead(clause)
            || is_led_ahead(head, clause, || self.is_to_come(start))
            || is_condition(clause)
            || is_running(head, clause)
            || is_period && is_reckoned_by(clause) && self.is_to_end(start)
            || is_forecast(start, clause, clause_after(tail))
            || lasts_until(start, head, clause)
            || head.ends_with(['订', '离', '距', '限']) && !general::ends_in_word(head)
            || any_of!["起售", "开售", "发售"].ends(head)
            || is_due()
            || self.is_to_come(start) && names_day_ahead(head)
            || self.may_be_to_come(start) && is_possible(tail)
            || lies_ahead(start, tail)
            || lies_ahead(start, related)
            || is_coming(start, tail)
            || is_planned()
            || is_weekday && self.follows_ahead(start, tail, range)
            || is_period && is_open
            || is_expected()
    }

    /// 將於周五發布，周六召開說明會: a later weekday in the sentence of one that lies ahead.
    fn follows_ahead(&self, start: &Point, tail: &str, range: &Range<usize>) -> bool {
        let told = self.last_time.filter(|last| last.is_ahead && self.is_in_sentence(last.end, range));
        let (Some(told), Part::Weekday(None, day)) = (told, start.part) else { return false };
        matches!(told.point.part, Part::Weekday(None | Some(0), first) if first < day) && !is_over(tail)
    }

    /// Whether a period without a year ends after the publication in its year.
    pub(super) fn is_to_end(&self, start: &Point) -> bool {
        let Some(published) = self.reader.anchor.published else { return false };
        let point = Point { year: Some(YearName::Number(published.year())), ..*start };
        start.year.is_none() && TimeExpr::of(point).days(&self.reader.anchor).is_some_and(|(_, last)| last >= published)
    }

    /// Whether a part of the present year is not over, or a month or a day of it has not begun.
    fn is_to_come(&self, start: &Point) -> bool {
        let is_in_year = start.year.is_none() && start.month().is_some();
        let Some(published) = self.reader.anchor.published.filter(|_| is_in_year) else {
            return is_part(start.part) && self.is_to_end(start);
        };
        self.days_in(start, published.year()).is_some_and(|(first, _)| first > published)
    }

    /// Whether what may be then lies ahead: a part of the year that is not over, a bare day, or a month of which the figure must be out.
    fn may_be_to_come(&self, start: &Point) -> bool {
        const OUT: i64 = 60;
        let published = self.reader.anchor.published;
        let days = published.and_then(|day| self.days_in(start, day.year()));
        let is_out = days.zip(published).is_some_and(|((_, last), day)| (day - last).num_days() > OUT);
        let is_day = matches!(start.part, Part::Day(None, DayName::Number(_)));
        is_day || self.is_to_come(start) || start.year.is_none() && start.month().is_some() && is_out
    }

    /// What follows a time, with the relation that ends it: 4月15日|起施行.
    pub(super) fn related_after(&self, range: &Range<usize>) -> &str {
        let last = before(self.text, range.end).filter(|c| matches!(c, '起' | '止')).map_or(0, char::len_utf8);
        self.text.get(range.end - last..).unwrap_or_default()
    }

    /// Whether a month at the turn of the year is over and a figure of it stands after.
    fn is_figure(&self, start: &Point, after: &str) -> bool {
        const FIGURES: &WordSet =
            any_of!["%", "％", "率", "增长", "下降", "出口", "进口", "贷款", "通胀", "通膨", "CPI", "PPI"];
        let past = Anchor { ahead: false, ..self.reader.anchor };
        let days = TimeExpr::of(*start).days(&past).zip(past.published);
        let is_last = days.is_some_and(|((first, last), published)| {
            first.year() < published.year() && (0..28).contains(&(published - last).num_days())
        });
        is_last && FIGURES.is_in(after)
    }

    /// Whether a period without a year has ended some months ago, and its figures are yet to be published.
    fn is_published(&self, start: &Point, clause: &str, after: &str) -> bool {
        let is_to_come =
            |words: &str| PUBLISHES.find(words).and_then(|(_, at, _)| words.get(..at)).is_some_and(looks_ahead);
        let is_said = PUBLISHES.suffix(clause).is_some() || is_to_come(clause) || is_to_come(after);
        // 首季經濟預估增2.7%, told in April
        // 第三季度預計盈利1.6億元, told in October
        let is_expected = || ["预计", "预期", "料"].iter().any(|word| clause.contains(word) || after.contains(word));
        let has_number = after.contains(|c| is_digit(c) || chinese(c).is_some());
        let is_estimated = has_number && (ESTIMATES.is_in(clause) || ESTIMATES.is_in(after) || is_expected());
        let most = if is_said { 150 } else { 45 };
        let past = Anchor { ahead: false, ..self.reader.anchor };
        let days = (is_said || is_estimated).then(|| TimeExpr::of(*start).days(&past)).flatten();
        let ended = days.zip(past.published).map(|((_, last), published)| (published - last).num_days());
        ended.is_some_and(|days| (0..most).contains(&days))
    }

    /// 本週三將, told on a Sunday: the week that begins.
    pub(super) fn look_past_sunday(&self, expression: &mut TimeExpr, range: &Range<usize>) {
        let Part::Weekday(Some(0), day) = expression.start.part else { return };
        let head = self.text.get(..range.start).unwrap_or_default();
        let tail = self.text.get(range.end..).unwrap_or_default();
        let is_ahead = begins_plan(tail) || looks_ahead(clause_before(head));
        let is_sunday = self.reader.anchor.published.is_some_and(|day| day.weekday() == Weekday::Sun);
        if is_ahead && is_sunday && day < SUNDAY {
            expression.start.part = Part::Weekday(Some(1), day);
        }
    }
}

/// A text up to the blank that parts a title: 首季增4.2%|國行維持預測.
fn line_part(tail: &str) -> &str {
    let ends_phrase = |c: char| is_han(c) || matches!(c, '%' | '％');
    let clause = clause_after(tail);
    let mut blanks = clause.match_indices([' ', '\u{3000}']).filter(|(at, _)| {
        let (head, rest) = (clause.get(..*at).unwrap_or_default(), clause.get(*at..).unwrap_or_default());
        head.ends_with(ends_phrase) && rest.trim_start().starts_with(is_han)
    });
    blanks.next().and_then(|(at, _)| tail.get(..at)).unwrap_or(tail)
}

/// Whether a forecast of that time is compared with: 較2月預測上調, 由3月預估的2%下修.
fn is_made_then(head: &str, tail: &str) -> bool {
    let forecasts = any_of!["预测", "预估", "预期", "预计", "估计", "估算"].begins(tail.trim_start_matches('的'));
    forecasts && (COMPARED.suffix(head).is_some() || head.ends_with(['由', '从']))
}

/// Whether words look ahead: 將於, 計劃; 專家料 before the day.
pub(super) fn looks_ahead(words: &str) -> bool {
    has_ahead(words, false)
        || words.ends_with('料') && MATERIALS.suffix(words).is_none()
        || words.ends_with("预测")
        || is_forecaster(words)
}

/// Whether a few words after a time say what may be: 下半年或增長3%, 三季度裁員可能回升, 8月營收估增5%; not 下半年會議 and not what
/// was done.
fn is_possible(tail: &str) -> bool {
    const FAR: usize = 8;
    const MAY: &WordSet = any_of![
        "可能",
        "或将",
        "或会",
        "恐怕",
        "不排除",
        "有机会",
        "大概率",
        "概率",
        "势必",
        "应会",
        "应可",
        "预测",
        "估计",
        "挑战",
        "瞄准",
        "冲刺",
        "仍会",
        "仍将",
        "还会",
        "难以",
    ];
    let clause = clause_after(tail);
    let moves = |rest: &str, is_head: bool| match CUES.longest(rest) {
        Some((Cue::Direction(_) | Cue::Level | Cue::Both(..), _)) => true,
        Some((Cue::Verb, length)) => is_head && length > '升'.len_utf8(),
        _ => false,
    };
    // 下半年2奈米量產後，產能增3成
    const OPENED: &WordSet = any_of![
        "投产后",
        "量产后",
        "启用后",
        "开业后",
        "通车后",
        "开通后",
        "落成后",
        "建成后",
        "上市后",
        "完工后",
        "竣工后"
    ];
    if clause.chars().count() <= 2 * FAR && OPENED.ends(clause) {
        return !is_over(clause) && !is_done(sentence_after(tail));
    }
    let mut places = clause.char_indices().take(FAR).take_while(|(_, c)| is_han(*c));
    let is_said = places.any(|(at, c)| {
        let (rest, next) = (clause.get(at..).unwrap_or_default(), clause.get(at + c.len_utf8()..).unwrap_or_default());
        let is_modal = one_of!("或恐料估会拼拚望难要").contains(c);
        MAY.begins(rest)
            || is_modal
                && !general::ends_in_word(clause.get(..at + c.len_utf8()).unwrap_or_default())
                && moves(next, at == 0)
    });
    is_said && !is_over(clause) && !is_done(sentence_after(tail))
}

/// Whether the words before a day name one that is told ahead: 除息日為, 投票日, 提名期; not that of the year before.
fn names_day_ahead(head: &str) -> bool {
    const DAYS: &WordSet = any_of![
        "除息日",
        "除权日",
        "除权息日",
        "除净日",
        "登记日",
        "交易日",
        "派息日",
        "派发日",
        "发放日",
        "投票日",
        "提名日",
        "提名期",
        "报名期",
        "报名期间",
        "开幕日",
        "闭幕日",
        "截止日",
        "截止日期",
        "决赛日",
        "揭晓日",
        "放榜日",
        "生效日",
        "首播日",
        "上市日",
        "尾场",
        "加场",
        "决赛",
        "总决赛",
        "抽签",
    ];
    let stem = head.trim_end_matches(['为', '是', '：', '定', '在', '于']);
    let clause = clause_before(stem);
    let is_next = any_of!["下一", "下次", "下届", "下个"].begins(clause) && stem.len() < head.len();
    (is_next || DAYS.ends(stem)) && !any_of!["去年", "上次", "上届", "上一", "前次", "上年"].is_in(clause)
}

/// Whether somebody who reckons with figures to come stands before 估: 法人估第三季, but not 市場估值.
fn is_reckoned_by(words: &str) -> bool {
    const RECKONS: &WordSet = any_of!["法人", "外资", "投行", "券商", "大行", "机构", "研调", "市场"];
    words.match_indices('估').any(|(at, word)| {
        let (head, rest) = (words.get(..at).unwrap_or_default(), words.get(at + word.len()..).unwrap_or_default());
        RECKONS.ends(head) && !rest.starts_with(['值', '价', '算', '计', '清'])
    })
}

/// Whether somebody who forecasts stands before 料, or 料 before how something will move: 天文台料熱帶氣旋, 出口料回升, but not
/// 資料 and 原料上漲.
fn is_forecaster(words: &str) -> bool {
    words.match_indices('料').any(|(at, word)| {
        let head = words.get(..at).unwrap_or_default();
        let (said, rest) = words.split_at_checked(at + word.len()).unwrap_or_default();
        let is_word = general::ends_in_word(said)
            || rest.starts_with(['理', '到', '想', '及'])
            || head.ends_with(['岂', '不', '没', '未', '意', '难']);
        let forecasts = ['台', '署', '局', '家', '师', '府', '者'];
        let moves = matches!(CUES.longest(rest), Some((Cue::Direction(_), _)));
        (moves || head.ends_with(forecasts)) && !is_word
    })
}

/// Whether a word of what lies ahead stands in a text; `strict` where 將 before any noun is none.
pub(super) fn has_ahead(words: &str, strict: bool) -> bool {
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let length = match AHEAD.longest(rest) {
            Some((true, length)) if c == '将' && takes_object(rest.get(length..).unwrap_or_default(), strict) => {
                length
            }
            Some((true, length)) if is_past_plan(words, rest, length) => length,
            // 門將, 模擬
            Some((true, length)) if length == c.len_utf8() && ends_in_word(words, rest) => length,
            Some((true, _)) => return true,
            Some((false, length)) => length,
            None => c.len_utf8(),
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    false
}

/// Whether the first character of the rest of some words ends a word there.
fn ends_in_word(words: &str, rest: &str) -> bool {
    let end = words.len() - rest.len() + rest.chars().next().map_or(0, char::len_utf8);
    words.get(..end).is_some_and(general::ends_in_word)
}

/// Whether a word of plans or forecasts tells of none here: 疫苗接種計劃9月展開, 遜於預期.
fn is_past_plan(words: &str, rest: &str, length: usize) -> bool {
    let head = words.get(..words.len() - rest.len()).unwrap_or_default();
    let from = head.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    // 遜於預期的9月數據
    if matches!(rest.get(..length), Some("预期" | "预估")) {
        return head.ends_with(['于', '及', '超', '合', '乎', '胜', '如', '过', '逊']);
    }
    // 完成全年目標的38%
    if rest.get(..length) == Some("目标") {
        return any_of!["完成", "达成", "达到", "实现", "超额"].is_in(head);
    }
    let word = head.get(from..).unwrap_or_default();
    let says =
        || TOLD.contains(word) || PUBLISHES.contains(word) || ["决定", "准备", "开始", "要求", "打算"].contains(&word);
    rest.get(..length) == Some("计划")
        && general::get(word).is_some_and(|found| matches!(found.pos, Pos::VerbalNoun | Pos::Verb))
        && !says()
}

/// Whether 將 takes what follows as its object, as 把 does: 將其送院, 將嫌疑人抓獲; any noun where `strict`.
fn takes_object(after: &str, strict: bool) -> bool {
    const PERSONS: [char; 8] = ['人', '者', '员', '犯', '童', '翁', '妇', '汉'];
    let noun = general::longest_at(after).filter(|word| word.pos == Pos::Noun);
    after.starts_with(['其', '他', '她', '它', '该', '此', '这'])
        || noun.is_some_and(|noun| strict || after.get(..noun.length).is_some_and(|noun| noun.ends_with(PERSONS)))
}

/// 按計劃，6月底前完成: a few words and a comma before the clause look ahead, or somebody who forecasts, whatever he is called.
fn is_led_ahead(head: &str, clause: &str, is_to_come: impl Fn() -> bool) -> bool {
    const FEW: usize = 6;
    let lead = head.strip_suffix(['，', ',']).filter(|_| clause.is_empty()).map(clause_before);
    let forecasts =
        |lead: &str| is_forecast_now(lead).unwrap_or_else(|| lead.chars().count() <= FEW && looks_ahead(lead));
    // 專家估計，7月約有300萬人次: as often of what is over, and always so where it is published
    let is_estimate = |lead: &str| any_of!["估计", "推估", "推算", "预估"].ends(lead);
    lead.is_some_and(|lead| forecasts(lead) && (!is_estimate(lead) || is_to_come()))
}

/// Whether a clause that ends with a word of forecasts forecasts now: 院長某某預計, but not 曾預計 and 原料.
fn is_forecast_now(clause: &str) -> Option<bool> {
    const FORECASTS: &WordSet = any_of!["预计", "预期", "预测", "预料", "预估", "预判", "估计", "推估", "推算", "料"];
    const PAST: &WordSet =
        any_of!["曾", "曾经", "此前", "早前", "先前", "原", "原先", "原本", "当时", "当年", "一度", "去年", "不"];
    let is_told_then = |who: &str| PAST.ends(who) || PAST.begins(clause) && !clause.starts_with(['曾', '原']);
    let who = FORECASTS.strip_suffix(clause)?;
    Some(!is_told_then(who) && MATERIALS.suffix(clause).is_none())
}

/// Whether a text begins with a word of what lies ahead: 期貨; a weekday may be before more of them: 周四投票, but not
/// 周四投票後已.
fn lies_ahead(start: &Point, tail: &str) -> bool {
    let is_weekday = || matches!(start.part, Part::Weekday(None, _)) && !is_over(tail);
    AHEAD_AFTER.longest(tail).is_some_and(|(is_far, _)| is_far || is_weekday())
        || event_after(tail).is_some_and(|of_week| of_week && is_weekday())
        || has_chance(tail)
}

/// Whether a text begins with a word of what is as often near as past: 12月6日上映.
pub(super) fn may_lie_ahead(tail: &str) -> bool {
    AHEAD_AFTER.longest(tail).is_some()
}

/// Whether a text begins with an event that nothing says to be over, later in the year: 6月底正式通車, but not 6月通車的.
pub(super) fn has_event(tail: &str) -> bool {
    event_after(tail).is_some() && !is_over(tail)
}

/// The event that a text begins with: whether a weekday before it is the coming one.
fn event_after(tail: &str) -> Option<bool> {
    const LEADS: &WordSet = any_of!["前正式", "前", "正式", "全面", "起"];
    let event = LEADS.strip_prefix(tail).unwrap_or(tail);
    let (of_week, length) = SOON_AFTER.longest(event).or_else(|| SOON_AFTER.longest(after_place(event)))?;
    let event = if SOON_AFTER.longest(event).is_some() { event } else { after_place(event) };
    event.get(length..).filter(|after| !after.starts_with('的')).map(|_| of_week)
}

/// The event after where it takes place: 在紅館|舉行, 假會堂|開幕.
fn after_place(tail: &str) -> &str {
    const FAR: usize = 10;
    let place = tail.strip_prefix(['在', '于', '假']).unwrap_or_default();
    let ends = place.char_indices().take(FAR).take_while(|(_, c)| is_han(*c)).skip(2);
    let mut events = ends.filter_map(|(at, _)| place.get(at..)).filter(|rest| SOON_AFTER.longest(rest).is_some());
    events.next().unwrap_or_default()
}

/// Whether a clause tells of what was done.
fn is_over(tail: &str) -> bool {
    let clause = clause_after(tail);
    is_done(clause) || clause.contains(['已', '曾'])
}

/// Whether a clause tells what a plan has done by a time or in it: 人才計劃|截至11月底|收到12萬宗申請, 資助計劃|於|10月|接獲.
fn is_programme(clause: &str, after: &str) -> bool {
    const DONE: &WordSet = any_of![
        "收到", "接获", "接到", "录得", "批出", "批准", "发放", "惠及", "受理", "累计", "已有", "共有", "共收", "合共",
    ];
    let stem = clause.trim_end_matches(['截', '至', '到', '止', '于', '在', '自']);
    let is_plan = stem.len() < clause.len() && any_of!["计划", "规划", "计画"].ends(stem);
    is_plan && DONE.begins(after)
}

/// Whether rates of interest may move then: 9月減息的機會; 9月減息25點子 is told.
fn has_chance(tail: &str) -> bool {
    const CHANCES: &WordSet = any_of!["机会", "概率", "机率", "几率", "可能", "预期", "憧憬", "押注"];
    let moves = any_of!["减息", "加息", "降息"].begins(tail);
    moves && CHANCES.is_in(clause_after(tail))
}

/// 即日起至8月18日, 展至9月1日: until when what runs already will go on.
fn is_running(head: &str, clause: &str) -> bool {
    let until = head.strip_suffix(['至', '到']);
    until.is_some_and(|verb| clause.contains("即日起") || verb.ends_with('展') && !general::ends_in_word(verb))
}

/// 若下半年減息, 如果週五前談不攏: what may be; 若與4月高位相比 only compares.
fn is_condition(clause: &str) -> bool {
    any_of!["若", "倘", "如果", "假如", "假若", "一旦"].begins(clause)
        && !any_of!["若干", "若与", "若跟", "若和", "如果与", "如果跟"].begins(clause)
}

/// 寒流週四南下, 週六起回暖: what the weather will be, unless it was measured then.
fn is_forecast(start: &Point, before: &str, after: &str) -> bool {
    const PAST: [&str; 15] =
        ["录得", "测得", "高达", "达到", "温达", "温度达", "创", "已", "曾", "了", "纪录", "造成", "表示", "说", "致"];
    matches!(start.part, Part::Weekday(None, _))
        && (WEATHER.is_in(after) || WEATHER.is_in(before))
        && !PAST.iter().any(|word| before.contains(word) || after.contains(word))
}

/// 仍停課至週三, 持續到週五: how long it still lasts.
fn lasts_until(start: &Point, head: &str, clause: &str) -> bool {
    let verb = head.strip_suffix(['至', '到']).unwrap_or_default();
    let is_present = || clause.contains(['仍', '续', '将', '再']) || clause.contains("维持");
    matches!(start.part, Part::Weekday(None, _)) && LASTING.suffix(verb).is_some() && is_present()
}

/// 周五將公布, 週六會有雨: a weekday before 將 or 會 is the coming one.
fn is_coming(start: &Point, tail: &str) -> bool {
    // 春節將至, 聖誕臨近
    if matches!(start.part, Part::Feast(..)) {
        return any_of!["将", "即将", "临近", "在即", "来临", "快到", "倒数"].begins(tail);
    }
    // 8日將公布, but not 8日將公司告上法庭
    let is_day = matches!(start.part, Part::Day(None, DayName::Number(_)));
    let is_plan = || tail.strip_prefix('将').is_some_and(|after| !takes_object(after, true));
    matches!(start.part, Part::Weekday(None, _)) && begins_plan(tail) || is_day && is_plan()
}

/// Whether a text begins with 將, 會 or 要 before a verb: 將公布, but not 將軍, 會見 and 要求.
fn begins_plan(tail: &str) -> bool {
    let is_noun = general::longest_at(tail).is_some_and(|word| word.pos == Pos::Noun && word.length > '将'.len_utf8());
    let is_verb = |after: &str| !is_noun && !takes_object(after, false);
    let is_word = || general::longest_at(tail).is_some_and(|word| word.length > '要'.len_utf8());
    // 周三至周五料影響本港
    let is_forecast =
        || tail.strip_prefix('料').is_some_and(|after| !after.starts_with(['理', '件', '到', '想', '子']));
    begins_modal(tail)
        || is_forecast()
        || tail.starts_with('要') && !is_word()
        || tail.starts_with("即将")
        || tail.strip_prefix('将').is_some_and(is_verb)
}

/// Whether who does something and a word of what lies ahead follow, after a comma or not: 周五|，央行將公布, but not
/// 周五|，局長說將; `strict` where only 將 tells, for on Friday a company may have told what it expects.
fn plans_after_subject(tail: &str, strict: bool) -> bool {
    const FAR: usize = 12;
    let tail = tail.trim_start_matches(['里', '内', '间', '时']);
    let mut rest = tail.strip_prefix(['，', ',']).unwrap_or(tail);
    let subject = rest;
    while let Some(c) = rest.chars().next().filter(|c| is_han(*c)) {
        let is_begun = rest.len() < subject.len() || subject.len() < tail.len();
        if is_begun && AHEAD.longest(rest).is_some_and(|(is_ahead, _)| is_ahead) {
            let plan = clause_after(rest);
            let is_plan = if c == '将' { begins_plan(rest) } else { !strict && has_ahead(plan, true) };
            return is_plan && !is_over(plan);
        }
        let word = general::longest_at(rest);
        let may_name = |word: &general::Word| {
            matches!(
                word.pos,
                Pos::Noun | Pos::Name | Pos::Place | Pos::Person | Pos::Pronoun | Pos::VerbalNoun | Pos::Adjective
            )
        };
        let is_told = matches!(
            CUES.longest(rest),
            Some((Cue::Speech | Cue::Verb | Cue::Direction(_) | Cue::Level | Cue::Has, _))
        );
        // 周五，兩隊將
        if is_told || chinese(c).is_none() && word.as_ref().is_some_and(|word| !may_name(word)) {
            return false;
        }
        rest = rest.get(word.map_or(c.len_utf8(), |word| word.length)..).unwrap_or_default();
        if subject.get(..subject.len() - rest.len()).is_none_or(|name| name.chars().count() > FAR) {
            return false;
        }
    }
    false
}

/// 第4季|估季增5%: what somebody reckons with.
fn reckons_change(tail: &str) -> bool {
    let moves = |rest: &str| matches!(CUES.longest(rest), Some((Cue::Direction(_) | Cue::Both(..) | Cue::Basis(_), _)));
    tail.strip_prefix('估').is_some_and(moves)
}

/// Whether 會 stands here and begins no word: 周五會公布, not 周一會晤 or 周三會議.
fn begins_modal(tail: &str) -> bool {
    const MEETS: [char; 8] = ['晤', '见', '谈', '同', '面', '诊', '审', '合'];
    let is_word = || general::longest_at(tail).is_some_and(|word| word.length > '会'.len_utf8());
    tail.strip_prefix('会').is_some_and(|after| !after.starts_with(MEETS)) && !is_word()
}

/// Whether a clause tells of what was done, by 了 after a word: 宣布了結果, but not 除了 and 為了.
pub(super) fn is_done(clause: &str) -> bool {
    let mut ends =
        clause.match_indices('了').filter_map(|(at, _)| Some((clause.get(..at)?, clause.get(at + '了'.len_utf8()..)?)));
    ends.any(|(before, after)| !before.ends_with(['除', '为', '不', '极', '到']) && !after.starts_with('解'))
}

/// 截至10月底 in September is that of last year; 他隨後於10月11日 goes on with a story.
pub(super) fn is_told_past(expression: &TimeExpr, head: &str, tail: &str) -> bool {
    // 12月5日那天早上 is remembered
    if any_of!["那天", "那日", "那晚", "那夜"].begins(tail) {
        return true;
    }
    // 公司1日宣布了結果
    let is_bare_day = matches!(expression.start.part, Part::Day(None, DayName::Number(_))) && expression.end.is_none();
    if is_bare_day && is_done(clause_after(tail)) {
        return true;
    }
    let is_month = matches!(expression.start.part, Part::Month(MonthName::Number(_))) && expression.end.is_none();
    let clause = clause_before(head);
    is_month && expression.relation == Relation::Until
        || expression.start.month().is_some()
            && any_of!["过后", "随后", "其后", "当时", "曾于", "曾在", "曾经"].is_in(clause)
}
