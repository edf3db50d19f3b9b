//! What a change is compared with: its basis, and the time that names it.

use super::{Against, EXPECTED, Reading};
use crate::any_of::any_of;
use crate::article::Basis;
use crate::claims::basis::{days, months, refined};
use crate::claims::clause::Found;
use crate::claims::frame::MOST;
use crate::claims::words::Cue;
use crate::quantity::Role;
use crate::time::TimeKind;
use crate::vocabulary::COMPARED;

impl Reading<'_, '_> {
    /// What a change is compared with: its basis, the time that names it, and whether it is that of the change before.
    pub(super) fn based_on(
        &mut self,
        role: Role,
        is_level_or_from: bool,
        compared: Option<Option<u32>>,
        fresh: &Against,
        between: &str,
    ) -> (Option<Basis>, Option<u32>, bool) {
        let (basis, base) = match compared {
            Some(Some(time)) => (refined(self.reader, self.draft, Some(time)), Some(time)),
            Some(None) => (Some(Basis::Other), None),
            None => match self.time_beside(fresh) {
                Some(time) => (refined(self.reader, self.draft, Some(time)), Some(time)),
                None => self.basis(fresh, between.starts_with(['、', '和', '及', '与', '并'])),
            },
        };
        let share = matches!(role, Role::Percent | Role::PercentagePoint | Role::Multiple | Role::BasisPoint);
        // 按月跌1.2%；首5個月累跌1.6%
        let is_sum = self.text(self.draft.text.start..fresh.end).chars().rev().take(3).any(|c| c == '累')
            || self.carried.0 == Some(Basis::Mom) && self.is_longer(0)
            || self.carried.0 == Some(Basis::Qoq) && self.is_longer(2);
        // 純利按年升20%。股價今早升5%
        let is_of_day = || {
            let mut times = self.draft.times.clone().take(MOST as usize);
            times.any(|i| self.reader.times.get(i as usize).is_some_and(|time| time.item.kind == TimeKind::Day))
        };
        // 連跌3個月共跌3.8%, 三年提高25個百分點, 會再減5%: of another period
        let head = self.text(self.draft.text.start..fresh.end);
        let word =
            self.cues.iter().rev().find(|found| found.end <= fresh.end && matches!(found.cue, Cue::Direction(_)));
        let lead = word.map_or(head, |found| self.text(self.draft.text.start..found.start));
        let is_sum = is_sum || any_of!["共", "合共", "再", "再度", "进一步"].ends(lead) || self.is_after_years(lead);
        let is_over = basis.is_none() && word.is_some_and(|word| self.is_over_other(role, word));
        let expected =
            || EXPECTED.is_in(self.text(word.map_or(0, |word| word.end)..fresh.end.max(self.draft.text.end)));
        let basis = basis.or((is_over && !expected()).then_some(Basis::Other));
        let is_bare = basis.is_none() && !is_over && share && !is_level_or_from && !is_sum && !is_of_day();
        let basis_carried = is_bare && self.carried.0.is_some();
        let basis = if basis_carried { self.carried.0 } else { basis };
        // 比一季度加快2.8個百分點 compares rates, not what is reported
        if matches!(basis, Some(Basis::Yoy | Basis::Mom | Basis::Qoq))
            && !matches!(role, Role::PercentagePoint | Role::Ordinal)
        {
            // 同比上漲0.3%，環比上漲0.1%: what follows may be either
            let is_one = self.told_basis.is_none_or(|told| Some(told) == basis);
            self.carried.0 = basis.filter(|_| is_one);
            self.told_basis = basis;
        }
        (basis, base, basis_carried)
    }

    /// Whether a number of years or months stands right before a word of change: 三年|提高25個百分點.
    fn is_after_years(&self, lead: &str) -> bool {
        let place = self.draft.text.start + lead.len();
        let at = self.reader.quantities.partition_point(|mention| (mention.text.end as usize) < place);
        self.reader.quantities.get(at).is_some_and(|mention| {
            let lasts = mention.item.unit.as_ref().is_some_and(|unit| matches!(unit.symbol(), "年" | "月" | "個月"));
            mention.text.end as usize == place && lasts
        })
    }

    /// Whether something is so much over what it is in another place: 高於|全省平均水平|0.7個百分點.
    fn is_over_other(&self, role: Role, found: &Found) -> bool {
        let named = self.text(found.end..self.draft.text.end);
        let noun = named.chars().take_while(|c| c.is_alphabetic() && !c.is_ascii_digit()).count();
        let is_timed = self.draft.times.clone().take(MOST as usize).any(|index| {
            self.reader.times.get(index as usize).is_some_and(|time| time.text.start as usize == found.end)
        });
        let word = self.text(found.start..found.end);
        role == Role::PercentagePoint
            && any_of!["高于", "低于", "快于", "慢于", "高出", "优于"].contains(word)
            && noun > 1
            && !is_timed
    }

    /// Whether the claim tells of more months than so many: 首五個月, 上半年, 全年.
    fn is_longer(&self, most: i64) -> bool {
        let times = self.draft.times.clone().take(MOST as usize).filter_map(|i| self.reader.times.get(i as usize));
        let mut spans = times.filter_map(|time| days(&time.item));
        spans.any(|(first, last)| months(last) - months(first) > most)
    }

    /// The time right after a word that tells by how much something is over another: 高出|去年同期|1.8個百分點.
    fn time_beside(&self, fresh: &Against) -> Option<u32> {
        let is_over = any_of!["高出", "超出", "多出", "多过", "少过", "高过", "低过"].ends(self.text(0..fresh.end));
        let mut times = self.draft.times.clone().take(MOST as usize).filter(|_| is_over && fresh.basis.is_none());
        times.find(|i| self.reader.times.get(*i as usize).is_some_and(|time| time.text.start as usize == fresh.end))
    }

    /// What a change is measured against.
    pub(super) fn basis(&mut self, fresh: &Against, is_joined: bool) -> (Option<Basis>, Option<u32>) {
        let compared = self.compared.take();
        // 較上期增加12家、減少83人
        let shared = self.changes.last().filter(|_| fresh.basis.is_none() && compared.is_none() && is_joined);
        let shared = shared.map(|change| (change.basis, change.base));
        // 與去年同期的44萬元|相比: the time says more than the word
        let fresh_basis =
            fresh.basis.filter(|basis| *basis != Basis::Other || compared.is_none() || fresh.base.is_some());
        let own = fresh_basis.or(compared.map(|(basis, _)| basis)).or(shared.and_then(|(basis, _)| basis));
        let base = fresh.base.or(compared.and_then(|(_, base)| base)).or(shared.and_then(|(_, base)| base));
        let basis = own.or_else(|| refined(self.reader, self.draft, base));
        let told = self.draft.compared.filter(|_| basis.is_none() && base.is_none() && self.since.is_none());
        if let Some(time) = told {
            return (refined(self.reader, self.draft, time).or(Some(Basis::Other)), time);
        }
        let time = self.since.take().filter(|since| !self.is_occasion(*since));
        let since = time.and_then(|time| refined(self.reader, self.draft, Some(time)));
        let named = core::mem::take(&mut self.since_named).then_some(Basis::Other);
        // 由去年的9元: compared with that year
        let base = base.or(time.filter(|_| basis.is_none() && since.is_some()));
        (basis.or(since).or(named), base)
    }

    /// Whether a time only tells the occasion: 由去年寒潮時的90萬噸.
    fn is_occasion(&self, time: u32) -> bool {
        let time = self.reader.times.get(time as usize);
        time.is_some_and(|time| {
            let after = self.text(time.text.end as usize..self.draft.text.end);
            after.chars().take(6).skip(1).take_while(|c| c.is_alphabetic() && *c != '的').any(|c| c == '时')
        })
    }

    /// Whether the number is one that is compared with, and its time: 低於去年同期的2億元, 少於目標的120公里.
    pub(super) fn compared_with(&self, fresh: &Against, between: &str, is_step: bool) -> Option<Option<u32>> {
        let is_over = any_of!["高出", "超出", "多出"].ends(self.text(0..fresh.end));
        let is_comparing = COMPARED.suffix(self.text(0..fresh.end)).is_some() || is_over && between.ends_with('的');
        // 跌幅大於前一季的2.1%
        let is_measured = || {
            let after = self.text(fresh.end..self.draft.text.end);
            between.ends_with('的') && COMPARED.longest(after).is_some()
        };
        if !is_comparing && !is_measured() {
            return None;
        }
        let mut times = self.draft.times.clone().take(MOST as usize);
        let time = times
            .find(|i| self.reader.times.get(*i as usize).is_some_and(|time| time.text.start as usize == fresh.end));
        // 多過去年同期|3成: by how much
        if is_step && !between.ends_with('的') {
            return None;
        }
        (time.is_some() || between.ends_with('的')).then_some(time)
    }
}

/// Whether words end with a comparison, and with whose expectation it is: 低於, 高於市場.
pub(super) fn is_compared_with(head: &str) -> bool {
    let head = any_of!["市场", "分析师", "外界", "此前", "华尔街"].strip_suffix(head).unwrap_or(head);
    COMPARED.suffix(head).is_some() || head.ends_with(['于', '过', '及', '超'])
}
