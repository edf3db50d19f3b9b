//! Numbers beside a change that are none: how often, how long, what was expected, what is compared with.

use super::compared::is_compared_with;
use super::{EXPECTED, Reading};
use crate::any_of::{WordSet, any_of};
use crate::article::{Direction, Mention};
use crate::claims::clause::Found;
use crate::claims::frame::MOST;
use crate::claims::window::counts_times;
use crate::claims::words::Cue;
use crate::quantity::{Quantity, Role};
use crate::unit::Dimension;
use crate::vocabulary::COMPARED;

impl Reading<'_, '_> {
    /// Whether a quantity is no more of a list of changes: 增長10%，兩年平均; 320只上漲、196只|下跌.
    pub(super) fn parts_list(&self, mention: &Mention<Quantity>, end: usize) -> bool {
        let lasts = |mention: &Mention<Quantity>| {
            mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Duration)
        };
        let last = self.last_index.and_then(|last| self.reader.quantities.get(last as usize));
        self.moves_itself(end) || lasts(mention) && !last.is_some_and(lasts)
    }

    /// Whether a word of direction stands right after a number.
    pub(super) fn moves_itself(&self, end: usize) -> bool {
        let next = self.cues.get(self.next_cue);
        next.is_some_and(|next| next.start == end && matches!(next.cue, Cue::Direction(_)))
    }

    /// 連跌三次, 租金漲了兩次: how often; 減少三次 is by how many, as 次數上升三次.
    pub(super) fn is_how_often(&self, mention: &Mention<Quantity>, start: usize) -> bool {
        const PRICES: [char; 8] = ['涨', '跌', '升', '降', '调', '价', '息', '租'];
        let before = self.cues.iter().rev().find(|found| found.end <= start);
        let counts = || any_of!["次数", "频次", "频率"].is_in(self.text(self.draft.text.start..start));
        let is_run = |found: &Found| {
            let word = self.text(found.start..found.end);
            let is_beside = matches!(self.text(found.end..start), "" | "了" | "过");
            let is_price = || word.ends_with(PRICES) && !counts();
            is_beside && (word.starts_with('连') || is_price()) && matches!(found.cue, Cue::Direction(_))
        };
        let is_degree = mention.item.unit.as_ref().is_some_and(|unit| unit.symbol() == "度");
        counts_times(mention) && !is_degree && before.is_some_and(is_run)
    }

    /// 低於預期49: what was expected is no step; 高於預期0.3個百分點 is one.
    pub(super) fn is_expectation(&self, mention: &Mention<Quantity>, start: usize) -> bool {
        /// How far the value before a step may be, in bytes: 營收30億美元，高於預期10%.
        const NEAR: usize = 60;
        let head = self.text(self.last_end..start);
        // 較預期的跌7.8%為佳: which way it was expected to go
        let way = self.cues.iter().find(|found| found.end == start && matches!(found.cue, Cue::Direction(_)));
        let way = way.and_then(|found| head.strip_suffix(self.text(found.start..found.end)));
        let head = way.filter(|head| head.ends_with('的')).unwrap_or(head);
        let is_of = head.ends_with('的');
        let head = head.trim_end_matches(['的', '值', '为', ' ', '中', '均']);
        let head = EXPECTED.strip_suffix(head).unwrap_or_default();
        if !(is_compared_with(head) || is_of && head.ends_with('出') || self.compares(head)) {
            return false;
        }
        let at = self.reader.quantities.partition_point(|other| other.text.start < mention.text.start);
        let last = at.checked_sub(1).and_then(|last| self.reader.quantities.get(last));
        let last = last.filter(|last| last.text.end as usize + NEAR > start);
        let is_share = mention.item.role == Role::Percent && last.is_some_and(|last| last.item.role == Role::Cardinal);
        let is_step = is_share || matches!(mention.item.role, Role::PercentagePoint | Role::BasisPoint);
        !is_step
    }

    /// Whether words that a comparison leads to end with whose expectation it is: 低於|路透社調查的經濟師, 較|市場.
    fn compares(&self, head: &str) -> bool {
        let last = self.last_end + head.len();
        let mut words = head.char_indices().rev().map(|(at, _)| at);
        let lead = words.find_map(|at| COMPARED.longest(head.get(at..)?).map(|((), length)| at + length));
        let whose = lead.and_then(|end| head.get(end..)).unwrap_or("，");
        let is_near = whose.chars().count() <= 14 && whose.chars().all(char::is_alphabetic);
        is_near && last > self.last_end
    }

    /// 高於封頂息3.5厘, 低於每人6000元: the level of another thing near its own, and no step; 高於同業0.3個百分點 is one.
    pub(super) fn is_other_level(&self, mention: &Mention<Quantity>, start: usize) -> bool {
        let before = self.cues.iter().rev().find(|found| found.end <= start && found.start >= self.last_end);
        let compares = |found: &&Found| {
            matches!(found.cue, Cue::Direction(_)) && COMPARED.contains(self.text(found.start..found.end))
        };
        let Some(found) = before.filter(compares) else { return false };
        let named = self.text(found.end..start);
        if named.starts_with('每') || named == "时速" {
            return true;
        }
        let is_noun = (2..=10).contains(&named.chars().count()) && named.chars().all(char::is_alphabetic);
        let is_timed = self.draft.times.clone().take(MOST as usize).any(|index| {
            let time = self.reader.times.get(index as usize);
            time.is_some_and(|time| (found.end..start).contains(&(time.text.start as usize)))
        });
        let own = self.last_index.and_then(|last| self.reader.quantities.get(last as usize)).map(|own| &own.item);
        let values =
            own.filter(|own| own.unit == mention.item.unit).and_then(|own| own.decimal()).zip(mention.item.decimal());
        let is_near = values.is_some_and(|(own, other)| match found.cue {
            Cue::Direction(Direction::Increase) => own > other && own < other + other,
            _ => own < other && other < own + own,
        });
        is_noun && !is_timed && !named.ends_with('的') && is_near
    }

    /// Whether a quantity is a length.
    pub(super) fn lasts(&self, index: u32) -> bool {
        let unit = self.reader.quantities.get(index as usize).and_then(|mention| mention.item.unit.as_ref());
        unit.is_some_and(|unit| unit.dimension() == Dimension::Duration)
    }

    /// Whether a quantity is a length: 比冠軍慢0.02秒 is no change.
    pub(super) fn is_a_while(&self, mention: &Mention<Quantity>) -> bool {
        let lasts = mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Duration);
        lasts && self.text(0..mention.text.start as usize).trim_end_matches('了').ends_with(['快', '慢'])
    }

    /// Whether the clause before a number is one word: 多97宗.
    pub(super) fn is_all_before(&self, between: &str, start: usize) -> bool {
        let is_first = self.last_index.is_none() && start - between.len() <= self.draft.text.start;
        is_first && matches!(between.trim_start(), "多" | "少" | "多出" | "少了" | "多了")
    }

    /// 比十年前: the duration is part of what is compared with.
    pub(super) fn is_in_time(&self, text: core::ops::Range<u32>) -> bool {
        let at = self.reader.times.partition_point(|time| time.text.start <= text.start);
        let time = at.checked_sub(1).and_then(|at| self.reader.times.get(at));
        time.is_some_and(|time| text.end <= time.text.end && time.text.start as usize >= self.draft.text.start)
    }

    /// 比去年首份預算案: the place in an order is of what is compared with.
    pub(super) fn names_base(&self, mention: &Mention<Quantity>, start: usize) -> bool {
        let is_basis = |found: &Found| matches!(found.cue, Cue::Basis(_)) && found.start >= self.last_end;
        let before = self.cues.iter().rev().find(|found| found.end <= start);
        mention.item.role == Role::Ordinal && before.is_some_and(is_basis)
    }

    /// 跌幅在5%以上|的有120只, 漲幅超過3%|的股票有80只: of which ones there is told.
    pub(super) fn names_those(&self, start: usize, end: usize) -> bool {
        const RATES: &WordSet = any_of!["幅在", "幅超", "幅达", "幅大于", "幅高于", "幅低于", "速在", "速超", "速高于"];
        let Some(noun) = self.text(end..self.draft.text.end).strip_prefix('的') else { return false };
        let told = noun.find(['有', '占', '共', '仅', '只', '达']).and_then(|at| noun.get(..at));
        RATES.is_in(self.text(self.last_end..start))
            && told.is_some_and(|noun| noun.chars().count() <= 6 && noun.chars().all(char::is_alphabetic))
    }

    /// 至三個月低點: how long since, not how much.
    pub(super) fn is_record(&self, mention: &Mention<Quantity>, end: usize) -> bool {
        let lasts = mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Duration);
        lasts && any_of!["低", "高", "新低", "新高", "以来", "来"].begins(self.text(end..self.draft.text.end))
    }

    /// 連升五日, 三天漲8%: how long it went on, not by how much; 縮短5個月 is a change of a length.
    pub(super) fn is_run(&self, mention: &Mention<Quantity>, start: usize, end: usize) -> bool {
        // 增速連續三個月超過10%
        let lasts = mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Duration);
        if lasts && any_of!["连续", "已连续", "接连"].ends(self.text(self.draft.text.start..start)) {
            return true;
        }
        // 壽命升0.4歲 is no run
        if mention
            .item
            .unit
            .as_ref()
            .is_none_or(|unit| unit.dimension() != Dimension::Duration || unit.symbol() == "歲")
        {
            return false;
        }
        let is_growth = |found: &Found| self.text(found.start..found.end).contains(['增', '成']);
        // 由45天縮短為30天
        let is_moved = |found: &&Found| {
            let lengthens = self.text(found.start..found.end).contains(['延', '缩', '长', '短']);
            matches!(found.cue, Cue::Direction(_) | Cue::Both(..)) && (!lengthens || is_growth(found))
        };
        let before = self.cues.iter().rev().find(|found| found.end <= start).filter(is_moved);
        let is_run = before.is_some_and(|found| {
            let word = self.text(found.start..found.end);
            let is_price = word.ends_with(['升', '跌', '涨', '挫', '扬', '滑', '红', '黑']);
            let head = self.text(self.draft.text.start..found.start);
            let lasts = head.ends_with(['连', '续', '番', '累']) || word.starts_with(['连', '续']);
            found.end == start && (is_price || lasts)
        });
        let next = self.cues.iter().find(|found| found.start >= end).filter(is_moved);
        let is_end = || self.text(self.draft.text.start..start).ends_with(['由', '从', '自']);
        is_run
            || before.is_none_or(|found| found.end < start) && next.is_some_and(|found| found.start == end) && !is_end()
    }

    /// 減少浪費的四個步驟: what is counted is the noun, not the change.
    pub(super) fn is_counted_noun(&self, mention: &Mention<Quantity>, start: usize) -> bool {
        let counts = mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Items);
        let before = self.text(self.last_end..start);
        let first = self.last_index.is_none();
        let changes = self
            .cues
            .iter()
            .any(|found| matches!(found.cue, Cue::Direction(_)) && found.start >= self.last_end && found.end < start);
        counts
            && first
            && changes
            && before.trim_end().ends_with('的')
            && !before.contains(['比', '较', '到', '至', '为', '于', '及', '过'])
    }
}

/// Whether a quantity counts things or people.
pub(super) fn counts(mention: &Mention<Quantity>) -> bool {
    mention.item.unit.as_ref().is_some_and(|unit| {
        matches!(unit.dimension(), Dimension::Items | Dimension::People | Dimension::Households | Dimension::Visits)
    })
}
