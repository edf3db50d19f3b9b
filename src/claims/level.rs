//! One change, one object: what is said of a change in several numbers is joined, and the level that it led to is found.
//!
//! Imports [`super::change`]'s readings through the model, and the words.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::clause::Found;
use super::draft::Draft;
use super::frame::MOST;
use super::words::Cue;
use crate::any_of::any_of;
use crate::article::{ChangeData, Direction, Mention};
use crate::chars::one_of;
use crate::error::{Diagnostic, DiagnosticCode};
use crate::mentions::Reader;
use crate::quantity::{Approx, Quantity, Role, Value};
use crate::unit::Dimension;
use crate::vocabulary::CUES;

/// Joins the changes of a claim that are one, and gives each its level.
pub(super) fn complete(reader: &mut Reader<'_>, cues: &[Found], draft: &Draft, changes: &mut Vec<ChangeData>) {
    let levels = Levels { reader, cues, draft };
    levels.join(changes);
    levels.link(changes);
    let notes: Vec<_> = changes.iter().filter_map(|change| levels.mismatch(change)).collect();
    for (index, message) in notes {
        let Some(span) = reader.quantities.get(index as usize).map(|mention| mention.span) else { continue };
        reader.diagnostics.push(Diagnostic::note(DiagnosticCode::ChangeMismatch, message, span));
    }
}

struct Levels<'c, 'r> {
    reader: &'c Reader<'r>,
    cues: &'c [Found],
    draft: &'c Draft,
}

/// Whether two changes by shares are measured against the same, so that they are of two amounts.
fn shares_basis(changes: &[ChangeData]) -> bool {
    let basis = |change: &ChangeData| (change.basis, change.base);
    changes.iter().enumerate().any(|(at, change)| {
        change.basis.is_some()
            && change.magnitude.is_some()
            && change.to.is_none()
            && changes
                .iter()
                .take(at)
                .any(|other| basis(other) == basis(change) && other.magnitude.is_some() && other.to.is_none())
    })
}

/// The numbers of a change, without its level.
fn numbers(change: &ChangeData) -> impl Iterator<Item = u32> + use<> {
    [change.from, change.to, change.magnitude, change.relative].into_iter().flatten()
}

impl<'r> Levels<'_, 'r> {
    fn mention(&self, index: u32) -> Option<&Mention<Quantity>> {
        self.reader.quantities.get(index as usize)
    }

    fn role(&self, index: u32) -> Option<Role> {
        self.mention(index).map(|mention| mention.item.role)
    }

    /// The words between two quantities.
    fn between(&self, first: u32, second: u32) -> &'r str {
        let range = || Some(self.mention(first)?.text.end as usize..self.mention(second)?.text.start as usize);
        range().and_then(|range| self.reader.text.get(range)).unwrap_or_default()
    }

    /// Joins neighbours that are one change: 由62%提高到80%，提高18個百分點; 增加12家，增長6%; 升120點或0.6%.
    fn join(&self, changes: &mut Vec<ChangeData>) {
        let mut at = 1;
        while at < changes.len() {
            let joined = match changes.get(at - 1..=at) {
                Some([first, second]) => self.joined(first, second),
                _ => None,
            };
            match joined {
                Some(joined) => {
                    changes.remove(at);
                    if let Some(slot) = changes.get_mut(at - 1) {
                        *slot = joined;
                    }
                }
                None => at += 1,
            }
        }
    }

    /// The one change that two are.
    fn joined(&self, first: &ChangeData, second: &ChangeData) -> Option<ChangeData> {
        let (last, next) = (numbers(first).max()?, second.magnitude?);
        let is_same = second.basis.is_none() || second.basis_carried || second.basis == first.basis;
        let is_bare = second.from.is_none() && second.to.is_none() && second.relative.is_none();
        if first.direction != second.direction || !is_bare || !is_same || next != last + 1 || !self.is_joint(last, next)
        {
            return None;
        }
        let is_share = |index: u32| matches!(self.role(index), Some(Role::Percent | Role::Fraction));
        let joined = match first.magnitude {
            None if first.from.is_some() && first.to.is_some() => {
                if is_share(next) && first.to.is_some_and(is_share) {
                    return None;
                }
                ChangeData { magnitude: Some(next), ..first.clone() }
            }
            Some(amount) if first.relative.is_none() && !is_share(amount) && is_share(next) => {
                ChangeData { relative: Some(next), ..first.clone() }
            }
            Some(share) if first.relative.is_none() && is_share(share) && self.role(next) == Some(Role::Cardinal) => {
                ChangeData { magnitude: Some(next), relative: Some(share), ..first.clone() }
            }
            _ => return None,
        };
        Some(joined)
    }

    /// Whether nothing but the word of change stands between two numbers of one change.
    fn is_joint(&self, last: u32, next: u32) -> bool {
        let between = self.between(last, next);
        let is_two = between.contains(['、', '和', '及', '与', '；']);
        let word =
            between.trim_matches(|c: char| c.is_whitespace() || one_of!("，,（(或即约达为了共逾超近").contains(c));
        let says = || CUES.longest(word).is_some_and(|(cue, n)| n == word.len() && matches!(cue, Cue::Direction(_)));
        !is_two && !between.is_empty() && (word.is_empty() || says())
    }

    /// Gives each change the value that it led to.
    fn link(&self, changes: &mut [ChangeData]) {
        let used: Vec<u32> = changes.iter().flat_map(numbers).collect();
        // most claims tell of no change
        let Some(first) = used.iter().min().copied() else { return };
        let levels: Vec<u32> =
            self.draft.quantities.clone().take(MOST as usize).filter(|i| self.may_be_level(*i, &used)).collect();
        let before: Vec<u32> = levels.iter().copied().filter(|level| *level < first).collect();
        let steps = changes.iter().filter(|change| change.magnitude.is_some()).count();
        // 營收12億元、淨利2億元，分別增長5%和8%
        let in_turn = before.len() == steps && steps > 1 && self.is_in_turn(&before, first);
        let mut turn = before.iter().copied();
        let is_twice = shares_basis(changes) && !in_turn;
        let mut reached = None;
        for change in changes {
            if change.to.is_some() {
                change.level = change.to;
                reached = change.to.map(|to| (to, change.direction));
                continue;
            }
            let Some(start) = numbers(change).min() else { continue };
            let is_in_brackets =
                || start.checked_sub(1).is_some_and(|last| self.between(last, start).contains(['（', '(']));
            // 兩國投資共159億元，同比分別增長16%和17%: of other sums
            if change.magnitude.is_none() || change.from.is_some() || is_twice && !is_in_brackets() {
                continue;
            }
            change.level = if in_turn {
                turn.next()
            } else {
                // 漲到92元，比昨天多17元
                let reached = reached.filter(|(to, way)| *way == change.direction && self.goes_with(change, *to));
                let reached = reached.filter(|_| before.is_empty()).map(|(to, _)| to);
                // 波幅138點，收市跌6點，收報25058點
                let after = self.level_after(change, &levels).filter(|level| self.is_told_level(change, *level));
                let before = || self.only_level(change, &before, start);
                reached.or(after).or_else(before).or_else(|| self.level_after(change, &levels))
            };
        }
    }

    /// Whether numbers and changes are told one after the other: 分別.
    fn is_in_turn(&self, before: &[u32], first: u32) -> bool {
        let last = before.last().map_or("", |last| self.between(*last, first));
        last.contains("分别") && last.chars().count() <= 16
    }

    /// Whether a quantity may be the level of a change: what is said of the subject, and nothing that counts years or places.
    fn may_be_level(&self, index: u32, used: &[u32]) -> bool {
        let Some(mention) = self.mention(index).filter(|_| !used.contains(&index)) else { return false };
        let (start, end) = (mention.text.start as usize, mention.text.end as usize);
        let text = self.reader.text;
        let is_said = start >= self.draft.frame.predicate && !matches!(mention.item.value, Some(Value::Score { .. }));
        let head = text.get(self.draft.text.start..start).unwrap_or_default();
        let is_inside =
            head.rfind(['（', '(']).is_some_and(|open| !head.get(open..).unwrap_or_default().contains(['）', ')']));
        let is_time = self
            .draft
            .times
            .clone()
            .take(MOST as usize)
            .filter_map(|i| self.reader.times.get(i as usize))
            .any(|time| time.text.start <= mention.text.start && mention.text.end <= time.text.end);
        let is_share = matches!(mention.item.role, Role::Percent | Role::Fraction) && head.contains('占');
        // 購票滿200元減50元: a condition; 每噸省120元: a step; 平均每19天一次
        let is_bound = head.ends_with(['满', '省']) || text.get(start..end) == Some("一次");
        // 較預估的10.5%少了3.3個百分點: nobody reached it; 以168萬元買入: what was paid then
        let named = head.trim_end_matches(['的', '值', '为']);
        let is_other = any_of!["预估", "预测", "预期", "预计", "预料", "估计", "原定", "原计划", "原目标"].ends(named)
            || any_of!["入市", "买入", "购入", "买进", "入手"].begins(text.get(end..).unwrap_or_default());
        is_said
            && !is_bound
            && !is_other
            && !is_inside
            && !is_time
            && !is_share
            && mention.item.role != Role::Multiple
            && !text.get(end..).unwrap_or_default().starts_with('的')
    }

    /// Whether no noun follows a number, which would be what is counted: 兩項貨品加價，加幅達兩成.
    fn stands_alone(&self, mention: &Mention<Quantity>, end: usize) -> bool {
        let after = self.reader.text.get(end..self.draft.text.end).unwrap_or_default();
        let is_noun =
            after.chars().next().is_some_and(char::is_alphabetic) && !self.cues.iter().any(|found| found.start == end);
        let counts = mention.item.unit.as_ref().is_some_and(|unit| {
            matches!(unit.dimension(), Dimension::Items | Dimension::People | Dimension::Households)
        });
        !(is_noun && counts)
    }

    /// Whether a change can be one of a level: a share of an amount, points of a share, an amount of its own kind.
    fn goes_with(&self, change: &ChangeData, level: u32) -> bool {
        let both = change.magnitude.and_then(|step| Some((&self.mention(step)?.item, self.mention(level)?)));
        let Some((step, mention)) = both else { return false };
        let level = &mention.item;
        let dimension = |quantity: &Quantity| quantity.unit.as_ref().map(|unit| unit.dimension());
        match step.role {
            Role::PercentagePoint | Role::BasisPoint => level.role == Role::Percent || level.role == step.role,
            Role::Percent | Role::Fraction | Role::Multiple => {
                level.role == Role::Cardinal
                    && dimension(level) != Some(Dimension::Duration)
                    && self.stands_alone(mention, mention.text.end as usize)
            }
            // 列第48名，上升12名
            Role::Cardinal if level.role == Role::Ordinal => level.unit == step.unit && level.unit.is_some(),
            Role::Cardinal => level.role == Role::Cardinal && dimension(step) == dimension(level),
            Role::Ordinal => false,
        }
    }

    /// The level before a change, where there is one alone.
    fn only_level(&self, change: &ChangeData, before: &[u32], start: u32) -> Option<u32> {
        let last = start.checked_sub(1)?;
        let word = self.mention(last).map_or("", |_| self.between(last, start));
        if self.is_told_level(change, last) {
            // 達1012億元，首次突破1000億元: a mark that was passed
            let passes = any_of!["突破", "跨过", "迈过", "站上", "跃上", "冲破"];
            let own = last.checked_sub(1).filter(|own| before.contains(own) && passes.ends(self.between(*own, last)));
            return own.filter(|own| self.goes_with(change, *own)).or(Some(last));
        }
        // 愛知縣28人（增加7%）和大阪府25人（增加5%）
        if word.trim_start().starts_with(['（', '(']) {
            return Some(last).filter(|last| self.draft.quantities.contains(last) && self.goes_with(change, *last));
        }
        // 新增20億元，同比多增5億元: of what was new
        if any_of!["多增", "少增", "多减", "少减"].is_in(word) {
            return Some(last).filter(|last| self.draft.quantities.contains(last) && self.goes_with(change, *last));
        }
        if self.moves_other(last, start) {
            return None;
        }
        let mut fitting = before.iter().copied().filter(|level| self.goes_with(change, *level));
        let level = fitting.next()?;
        // 超越去年的61.6億元，達61.7億元
        let Some(next) = fitting.next() else { return Some(level) };
        let reaches = self.between(level, next).trim_end().ends_with("达") && next == level + 1 && next + 1 == start;
        (fitting.next().is_none() && reaches).then_some(next)
    }

    /// Whether what changes is named between a number and the change: 每天走7000步|可將死亡風險降低50%.
    fn moves_other(&self, last: u32, change: u32) -> bool {
        let (Some(last), Some(change)) = (self.mention(last), self.mention(change)) else { return false };
        let between = last.text.end as usize..change.text.start as usize;
        self.cues.iter().filter(|found| between.contains(&found.start)).any(|found| {
            let word = self.reader.text.get(found.start..found.end);
            word == Some("把") || word.is_some_and(|word| word.ends_with('将')) && self.takes_noun(found)
        })
    }

    /// Whether a noun and no verb follows 將.
    fn takes_noun(&self, found: &Found) -> bool {
        let rest = self.reader.text.get(found.end..).unwrap_or_default();
        !self.cues.iter().any(|next| next.start == found.end && next.cue != Cue::Nothing)
            && crate::general::longest_at(rest).is_some_and(|word| word.pos == crate::general::Pos::Noun)
    }

    /// Whether the number right before a change is told as a level: 收市報19434點，漲766點; 佔比達37%，提升4.7個百分點.
    fn is_told_level(&self, change: &ChangeData, last: u32) -> bool {
        let Some(mention) = self.mention(last).filter(|_| self.draft.quantities.contains(&last)) else { return false };
        let start = mention.text.start as usize;
        let head = self.reader.text.get(self.draft.text.start..start).unwrap_or_default().trim_end();
        let is_cue =
            self.cues.iter().any(|found| found.cue == Cue::Level && found.end == self.draft.text.start + head.len());
        let is_told = is_cue || head.ends_with(['报', '收', '达', '为']);
        let is_free = !head.ends_with("高见") && !head.ends_with("低见");
        is_told && is_free && mention.item.role != Role::Ordinal && self.goes_with(change, last)
    }

    /// The level right after a change: 升1.2%，報18230點; 增長4.1%，達736萬噸.
    fn level_after(&self, change: &ChangeData, levels: &[u32]) -> Option<u32> {
        let last = numbers(change).max()?;
        let next = levels.iter().copied().find(|level| *level == last + 1)?;
        let (between, start) = (self.between(last, next), self.mention(next)?.text.start as usize);
        let start = start - (between.len() - between.trim_end().len());
        let between = between.trim_end();
        let leads = self.cues.iter().any(|found| found.cue == Cue::Level && found.end == start)
            || between.ends_with(['至', '到', '达', '为', '报', '于', '收']);
        let leads = leads && !between.ends_with("高见") && !between.ends_with("低见");
        let is_near = between.chars().count() <= 8
            && between.starts_with(['，', ','])
            && !between.contains(['的', '比', '较', '最']);
        let is_timed =
            self.draft.times.clone().take(MOST as usize).filter_map(|i| self.reader.times.get(i as usize)).any(
                |time| {
                    let place = self.mention(last).map_or(0, |mention| mention.text.end);
                    (place..self.mention(next).map_or(0, |mention| mention.text.start)).contains(&time.text.start)
                },
            );
        (leads && is_near && !is_timed && self.goes_with(change, next)).then_some(next)
    }

    /// What does not fit in the numbers of a change, and at which: ends that lie the other way, or another way apart.
    fn mismatch(&self, change: &ChangeData) -> Option<(u32, alloc::string::String)> {
        let value = |index: u32| {
            let quantity = &self.mention(index)?.item;
            quantity.decimal().filter(|_| quantity.approx == Approx::Exact).map(|value| (value, quantity))
        };
        let (to, (from, from_quantity), (end, to_quantity)) = (change.to?, value(change.from?)?, value(change.to?)?);
        if from_quantity.unit != to_quantity.unit {
            return None;
        }
        let way = end.checked_sub(from)?;
        let is_other = match change.direction {
            Direction::Increase => way.is_sign_negative() && !way.is_zero(),
            Direction::Decrease => way.is_sign_positive() && !way.is_zero(),
            Direction::None => false,
        };
        if is_other {
            return Some((to, "the change goes the other way".into()));
        }
        let step = change.magnitude.and_then(|step| Some((step, value(step)?)));
        let (index, (step, quantity)) = step?;
        let apart = way.abs();
        let is_points = quantity.role == Role::PercentagePoint && to_quantity.role == Role::Percent;
        let is_amount = quantity.role == Role::Cardinal && quantity.unit == to_quantity.unit;
        let share = matches!(quantity.role, Role::Percent) && to_quantity.role == Role::Cardinal;
        if (is_points || is_amount) && !is_near(apart, step, &[from, end, step]) {
            return Some((index, alloc::format!("the ends of the change are {} apart", apart.normalize())));
        }
        let grown =
            if share { apart.checked_div(from.abs().checked_div(Decimal::ONE_HUNDRED)?)? } else { return None };
        // rounded ends move the share as well
        let wide = grown.checked_div(Decimal::from(20))?.max(Decimal::ONE);
        let is_far =
            quantity.unit.as_ref().is_some_and(|unit| unit.symbol() == "%") && grown.checked_sub(step)?.abs() > wide;
        is_far.then(|| (index, alloc::format!("the ends of the change are {}% apart", grown.round_dp(1).normalize())))
    }
}

/// Whether two differences are the same within what rounding of the printed digits may make of them.
fn is_near(apart: Decimal, step: Decimal, printed: &[Decimal]) -> bool {
    let scale = printed.iter().map(|value| value.normalize().scale()).max().unwrap_or_default();
    let unit = Decimal::try_from_i128_with_scale(1, scale).unwrap_or(Decimal::ONE);
    // a decimal of a big scale was printed in fewer digits: 2.3億
    let big = printed.iter().map(|value| last_place(*value)).max().unwrap_or(unit);
    apart.checked_sub(step).is_some_and(|rest| rest.abs() <= unit.max(big))
}

/// The worth of the last digit of a big whole number that is not zero, as of 2.3億; of small ones all digits were printed.
fn last_place(value: Decimal) -> Decimal {
    let value = value.normalize();
    let mut mantissa = value.mantissa().unsigned_abs();
    if value.scale() > 0 || mantissa < 1_000 {
        return Decimal::ZERO;
    }
    let mut place: i64 = 1;
    while mantissa % 10 == 0 && place < 1_000_000_000_000 {
        mantissa /= 10;
        place *= 10;
    }
    Decimal::from(place)
}
