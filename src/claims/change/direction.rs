//! Which way a change goes, by the words after the number, by its sign, or by the numbers themselves.

use alloc::vec::Vec;

use super::{lead_of, states};
use crate::any_of::{WordSet, any_of};
use crate::article::{Basis, ChangeData, Direction, Mention};
use crate::claims::basis::refined;
use crate::claims::clause::Found;
use crate::claims::draft::Draft;
use crate::claims::frame::MOST;
use crate::claims::own_text;
use crate::claims::words::Cue;
use crate::general::{self, Pos};
use crate::mentions::Reader;
use crate::quantity::{Quantity, Role};
use crate::vocabulary::{BETTERS, LESS_IS_BETTER, RECORDS};

/// 為低, 略高 after what is compared with, or 高 alone: 較去年的六成半|高; of what is no length, 快 and 慢 as well.
pub(super) fn lies(after: &str, has_speed: bool) -> Option<Direction> {
    let led = any_of!["为", "略", "稍", "来得", "还"].strip_prefix(after);
    let mut chars = led.unwrap_or(after).chars();
    let way = chars.next()?;
    let ends = chars.next().is_none_or(|c| !c.is_alphanumeric());
    match way {
        '低' | '少' if led.is_some() || ends => Some(Direction::Decrease),
        '高' | '多' if led.is_some() || ends => Some(Direction::Increase),
        '慢' if ends && has_speed => Some(Direction::Decrease),
        '快' if ends && has_speed => Some(Direction::Increase),
        _ => None,
    }
}

/// 同比+5.3%, 環比-1.2%: the sign of a share right after what it is measured against says which way.
pub(super) fn signed(mention: &Mention<Quantity>, sign: &str) -> Option<Direction> {
    let is_share = matches!(mention.item.role, Role::Percent | Role::PercentagePoint);
    let is_negative = mention.item.decimal().is_some_and(|n| n.is_sign_negative());
    let is_signed = is_negative && sign.is_empty() || matches!(sign, "+" | "＋");
    // what grows by less than nothing falls
    (is_share && is_signed).then_some(Direction::Increase)
}

/// Which way two amounts lie, whatever their units: 由150克長到18公斤.
pub(super) fn compare(reader: &Reader<'_>, from: u32, to: u32) -> Option<Direction> {
    let quantity = |index: u32| reader.quantities.get(index as usize).map(|mention| &mention.item);
    let (from, to) = (quantity(from)?, quantity(to)?);
    let is_alike = from.unit == to.unit || from.unit.is_none() || to.unit.is_none();
    let order = if is_alike { Some(from.decimal()?.cmp(&to.decimal()?)) } else { from.compare(to) };
    match order? {
        core::cmp::Ordering::Less => Some(Direction::Increase),
        core::cmp::Ordering::Greater => Some(Direction::Decrease),
        core::cmp::Ordering::Equal => None,
    }
}

/// The direction that stands right after a number: 40%的增長.
pub(super) fn direction_after(reader: &Reader<'_>, cues: &[Found], next: usize, end: usize) -> Option<Direction> {
    let found = cues.get(next)?;
    let between = reader.text.get(end..found.start)?;
    match found.cue {
        // 創每盎司2400美元|新高
        Cue::Direction(direction)
            if between.is_empty() && RECORDS.contains(own_text(reader, &(found.start..found.end))) =>
        {
            Some(direction)
        }
        Cue::Direction(direction) if matches!(between, "的" | "的比例" | "的速度" | "的幅度" | "的速率" | "的步伐") =>
        {
            // 完成14%的改善工程
            let rest = reader.text.get(found.end..).unwrap_or_default();
            let noun = general::longest_at(rest).filter(|word| matches!(word.pos, Pos::Noun | Pos::VerbalNoun));
            let noun = noun.and_then(|word| rest.get(..word.length)).unwrap_or_default();
            let is_of_noun = noun.chars().nth(1).is_some() && !noun.ends_with(['度', '幅', '率', '势']);
            (!is_of_noun).then_some(direction)
        }
        _ => None,
    }
}

/// Parts of the names of what is better where it is less, beside the words of the table.
const ILLS: &WordSet = any_of![
    "误",
    "延",
    "晚点",
    "脱班",
    "缺",
    "离职",
    "流失",
    "辍学",
    "退学",
    "落榜",
    "投诉",
    "差评",
    "退货",
    "漏",
    "损",
    "报废",
    "事故",
    "肇事",
    "贫",
    "通胀",
    "通膨",
    "杠杆",
    "逆差",
    "债",
    "积压",
    "库存",
    "等候",
    "轮候",
    "候诊",
    "通勤",
    "车程",
    "响应时间",
    "浓度",
    "排放",
    "耗",
    "噪",
    "拥堵",
    "费用",
    "成本",
    "赔付",
    "周转天",
    "偏离",
    "空置",
    "破产",
    "拖欠",
    "呆账",
    "逾放",
    "死亡",
    "病死",
    "伤亡",
    "感染",
    "发病",
    "犯罪",
    "罪案",
    "失业",
    "就业不足",
    "违规"
];

/// And of those that are better where they are more.
const GOODS: &WordSet = any_of![
    "利", "收", "率先", "准点", "准时", "正点", "合格", "达标", "毛", "业绩", "效", "覆盖", "就业", "出勤", "上座",
    "入座", "载客", "客座", "入住", "利用", "回报", "信心", "满意", "优", "良", "完成", "成功", "治愈", "存活", "景气",
    "现金", "销", "订单", "增", "质", "视力", "产", "财", "客流", "经营", "得分", "体", "环境", "经济", "生活", "存款",
    "顺差", "盈"
];

/// Which way what gets better or worse goes, by what is measured: 失業率改善 falls; nothing where that is not known. None for
/// other words of change.
pub(super) fn graded(reader: &Reader<'_>, draft: &Draft, found: &Found) -> Option<Option<Direction>> {
    let word = own_text(reader, &(found.start..found.end));
    let is_better = BETTERS.prefix(word).is_some();
    if !is_better && !any_of!["恶化", "转差", "变差"].begins(word) {
        return None;
    }
    let own = lead_of(own_text(reader, &(draft.text.start..found.start)));
    let subject = draft.subject.clone().map(|subject| lead_of(own_text(reader, &subject))).unwrap_or_default();
    let is_good = |text: &str| {
        let is_ill = ILLS.is_in(text) || LESS_IS_BETTER.is_in(text);
        (is_ill || GOODS.is_in(text)).then_some(!is_ill)
    };
    let rises = is_good(own).or_else(|| is_good(subject)).map(|is_good| is_good == is_better);
    Some(rises.map(|rises| if rises { Direction::Increase } else { Direction::Decrease }))
}

/// A change without a number: 持續增長, 創新高.
pub(super) fn only_direction(
    reader: &Reader<'_>,
    cues: &[Found],
    draft: &Draft,
    changes: &mut Vec<ChangeData>,
    mut from: Option<u32>,
    compared: Option<(Basis, Option<u32>)>,
) {
    if !changes.is_empty() {
        return;
    }
    let is_from = from.is_some();
    // 由減少3億元|轉為增加: what it was before says no direction
    let end = from.and_then(|from| reader.quantities.get(from as usize)).map(|from| from.text.end as usize);
    let after = end.filter(|end| reader.text.get(*end..).is_some_and(|rest| rest.starts_with('转'))).unwrap_or(0);
    let stated = cues.iter().filter(|found| found.start >= after && states(reader, cues, draft, found, is_from));
    let named = cues.iter().find_map(|found| match found.cue {
        // 比起去年同期有所下降
        Cue::Basis(Basis::Other) => {
            let time = draft.times.clone().take(MOST as usize).find(|i| {
                reader.times.get(*i as usize).is_some_and(|time| {
                    (found.start..=found.end + '起'.len_utf8()).contains(&(time.text.start as usize))
                })
            });
            Some((refined(reader, draft, time).unwrap_or(Basis::Other), time))
        }
        Cue::Basis(basis) => Some((basis, None)),
        _ => None,
    });
    // 與去年同期持平
    let with = draft.times.clone().take(MOST as usize).find(|i| {
        let start = reader.times.get(*i as usize).map_or(0, |time| time.text.start as usize);
        reader.text.get(..start).is_some_and(|head| head.ends_with(['与', '和', '跟', '同']))
    });
    let told = || draft.compared.map(|time| (refined(reader, draft, time).unwrap_or(Basis::Other), time));
    let named = compared.or(named).or_else(|| Some((refined(reader, draft, with)?, with))).or_else(told);
    // 季增，年增: two without their numbers
    for found in stated {
        let (direction, basis, base) = match found.cue {
            Cue::Direction(direction) if changes.is_empty() => {
                let graded = graded(reader, draft, found).flatten();
                (graded.unwrap_or(direction), named.map(|(basis, _)| basis), named.and_then(|(_, base)| base))
            }
            Cue::Both(direction, basis) => (direction, Some(basis), None),
            _ => continue,
        };
        changes.push(ChangeData {
            direction,
            magnitude: None,
            from: from.take(),
            to: None,
            relative: None,
            level: None,
            basis,
            basis_carried: false,
            base,
            period: None,
        });
    }
}

/// Whether a bracket tells what was told before: （原預測2.1%）.
pub(in crate::claims) fn tells_before(bracket: &str) -> bool {
    any_of!["原", "此前", "前值", "先前", "上次"].is_in(bracket)
}
