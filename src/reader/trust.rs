//! How far a number or time can be trusted: what damage stands in it or beside it.
//!
//! A wrong value is worse than none: what may have lost a digit or a scale keeps its place and its unit and has no value.

use core::ops::Range;

use super::Reader;
use crate::grammar::chars;

/// What damage has to do with a number or time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// None stands in it or beside it.
    Sound,
    /// It was touched, and its value stands all the same.
    Damaged,
    /// Its value may have lost a part.
    Withheld,
}

/// What links two parts of one time, measure or range.
const LINKS: &[char] = &[
    '年', '月', '日', '時', '时', '點', '点', '分', '秒', '元', '角', '億', '亿', '萬', '万', '千', '百', '十', '尺',
    '斤', '小', '至', '到', '-', '—', '~', '～', '、', '.', ':', '：', '/', '／',
];

impl Reader<'_> {
    /// How far what was read from a range of the repaired text can be trusted.
    pub(super) fn trust(&self, text: &Range<usize>) -> Trust {
        if self.is_sound {
            return Trust::Sound;
        }
        let own = self.text.get(text.clone()).unwrap_or_default();
        let head = self.text.get(..text.start).unwrap_or_default();
        let mut before = head.chars().rev();
        let mut after = self.text.get(text.end..).unwrap_or_default().chars();
        let lost_before = before.next() == Some(char::REPLACEMENT_CHARACTER);
        let lost_after = after.next() == Some(char::REPLACEMENT_CHARACTER);
        // �滿40歲: the half of 未滿
        let lost_near = head.chars().rev().take(2).any(|c| c == char::REPLACEMENT_CHARACTER);
        // 3�分55秒, 零�到零下3℃: what stands before is a part of the same time or measure
        let linked = head.strip_suffix(LINKS).map(|head| head.strip_suffix(LINKS).unwrap_or(head));
        let cut = linked.is_some_and(|head| head.ends_with(char::REPLACEMENT_CHARACTER))
            || lost_before && before.next().is_some_and(chars::is_of_number)
            // behind 分 stood 之 or 鐘
            || lost_after && own.chars().next_back().is_some_and(|c| c == '分' || chars::is_of_number(c));
        if cut || self.repaired.in_stretch(text) {
            Trust::Withheld
        } else if lost_near || lost_after || self.repaired.touches(text) || own.chars().any(chars::is_private) {
            Trust::Damaged
        } else {
            Trust::Sound
        }
    }
}
