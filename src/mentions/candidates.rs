//! Where a number may begin that no digit begins: 個半, 幾, 過半, 零, and the words before one.
//!
//! Imports [`super`], whose passage this belongs to, and the tables.

use super::scan::{Candidate, before, look_back};
use super::{Passage, lookalikes};
use crate::any_of::{WordSet, any_of};
use crate::chars::{self, chinese, is_digit, one_of, scale};
use crate::general::{self, Pos};
use crate::grammar::markers::{ends_noun, ends_word};
use crate::grammar::time as time_grammar;
use crate::vocabulary::TIMES;

impl Passage<'_, '_> {
    /// Where the 個 of 個半 stands, one and a half, before the 半 at a place: not that of 兩個半小時 and 這個半月.
    pub(super) fn one_and_half(&self, half: usize) -> Option<usize> {
        let at = half - before(self.text, half).filter(|c| *c == '个')?.len_utf8();
        let is_counted = |c: char| {
            chinese(c).is_some()
                || scale(c).is_some()
                || is_digit(c)
                || one_of!("几数半整这那每首第各该某上下本多余来").contains(c)
        };
        let rest = self.text.get(half..)?;
        let lasts = any_of!["半小时", "半月", "半钟", "半星期", "半世纪"].begins(rest);
        (at >= self.done && lasts && !before(self.text, at).is_some_and(is_counted)).then_some(at)
    }

    /// Whether digits with colons are shares of a whole, and no clock: 占比為8:37:55, 氮磷鉀比例15:15:15.
    pub(super) fn is_proportion(&self, at: usize) -> bool {
        const SHARES: &WordSet = any_of!["占比", "比例", "比重", "之比", "配比", "结构", "比值"];
        let rest = self.text.get(at..).unwrap_or_default();
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        if digits.len() == rest.len() || !digits.starts_with([':', '：']) {
            return false;
        }
        let head = self.text.get(..at).unwrap_or_default();
        let head = head.trim_end_matches(['为', '是', '约', '分', '别', '由', '从', '到', '至', '调', '整', '达']);
        SHARES.ends(head)
    }

    /// Where the 個 of 個幾 stands, one and some, before the 幾 at a place: not that of 兩個幾小時 and 這個幾億.
    pub(super) fn one_and_some(&self, several: usize) -> Option<usize> {
        const COUNTED: &WordSet = any_of!["几小时", "几钟", "几月", "几星期", "几礼拜", "几亿", "几万"];
        let at = several - before(self.text, several).filter(|c| *c == '个')?.len_utf8();
        let rest = self.text.get(several..)?;
        let is_counted = |c: char| chars::is_of_number(c) || one_of!("这那每首第各该某上下本来哪整").contains(c);
        let fits = COUNTED.begins(rest) && !before(self.text, at).is_some_and(is_counted);
        (at >= self.done && fits).then_some(at)
    }

    /// Where 逾半數, 半數以上 and 逾倍 begin: a half and one that have no number of their own.
    pub(super) fn limited_share(&self, at: usize, c: char) -> Option<usize> {
        let rest = self.text.get(at..)?;
        if c != '倍' && !(c == '半' && rest.starts_with("半数")) {
            return None;
        }
        let start = self.at(look_back(self.cursor(at), self.base + self.done));
        let is_closed = || any_of!["半数以上", "半数以下"].begins(rest);
        (start < at || c == '半' && is_closed()).then_some(start)
    }

    /// Whether a 數 ends the name of what is counted, since a change or another word follows.
    pub(super) fn ends_count(&self, at: usize) -> bool {
        let rest = self.text.get(at + '数'.len_utf8()..).unwrap_or_default();
        let moved = rest.strip_prefix('升').map(|rest| rest.trim_start_matches(['逾', '近', '约', '超']));
        let is_number = |rest: &str| rest.starts_with(|c: char| is_digit(c) || chinese(c).is_some());
        let is_noun = before(self.text, at).is_some_and(char::is_alphabetic);
        is_noun && (moved.is_some_and(is_number) || any_of!["成绩", "成长", "成为", "成倍"].begins(rest))
    }

    /// Whether a 半, 零 or 前 begins no number: it belongs to what stands before it.
    pub(super) fn begins_none(&self, at: usize, c: char) -> bool {
        let last = || before(self.text, at);
        match c {
            // 上半財年, 下半賽季: no half of one, but 晚上|半個月
            '半' => last().is_some_and(|c| matches!(c, '上' | '下')) && !ends_word(self.cursor(at)),
            // 三年零四個月: 零 joins the months to the years
            '零' => {
                let is_digit = |c: char| is_digit(c) || chinese(c).is_some();
                at > 0 && at == self.done && self.char_at(at + c.len_utf8()).is_some_and(is_digit)
            }
            // 夫妻倆|一年掙20萬元: of two people, before a number of its own
            '俩' | '仨' => {
                let next = self.char_at(at + c.len_utf8());
                last().is_some_and(char::is_alphabetic) && next.is_some_and(|c| is_digit(c) || chinese(c).is_some())
            }
            // 掛牌數年減兩成: by the year, not several years; 案件數|升三成, 登記宗數|成績
            '数' if self.ends_count(at) => true,
            '数' => {
                let moves = ["数年减", "数年增"].iter().find_map(|word| self.text.get(at..)?.strip_prefix(word));
                moves.is_some_and(|rest| {
                    let number = rest.trim_start_matches(['逾', '近', '约', '达', '幅', '率']);
                    number.starts_with(|c: char| is_digit(c) || chinese(c).is_some())
                })
            }
            // 每台兩九萬: of each tael
            '两' => ["每台", "每市", "每司马"]
                .iter()
                .any(|word| self.text.get(..at).is_some_and(|head| head.ends_with(word))),
            '前' => last().is_some_and(|c| one_of!("赛婚产病灾战选疫术孕").contains(c)) && !self.begins_period(at),
            _ => false,
        }
    }

    /// Whether the 前 at a place begins a rank, a day or a part of a year: 資產|前三名, but not the 前 of 賽前3個月.
    pub(super) fn begins_period(&self, at: usize) -> bool {
        const DAYS: &WordSet = any_of!["前年", "前天", "前日", "前晚"];
        let rest = self.text.get(at..).unwrap_or_default();
        let is_day = || DAYS.begins(rest);
        rest.chars().skip(2).take(2).eq("季度".chars())
            || ends_word(self.cursor(at)) && (is_day() || lookalikes::begins_rank(self.cursor(at)))
    }

    /// Skips the word that only holds what looks like a number.
    pub(super) fn word(&self, candidate: Candidate, c: char) -> Option<usize> {
        let at = candidate.at;
        if c.is_ascii() {
            return None;
        }
        // 三級火警: a grade of fires, though 三級 is a word
        let is_fire = || self.text.get(at + c.len_utf8()..).is_some_and(|rest| rest.starts_with("级火"));
        if candidate.numeral && chinese(c).is_some() && is_fire() {
            return None;
        }
        let word = lookalikes::word_around(self.cursor(at), self.base + self.done)?;
        let (here, end) = (word.start == self.base + at, word.end - self.base);
        let unit = here && candidate.numeral && self.longer_unit(at, end);
        // 正月初一 is longer than 正月初, 五一 as long as 五一
        let time = || time_grammar::from_word(self.cursor(at)).is_ok_and(|(rest, _)| self.at(rest) >= end);
        // 會|上上個周五: no word ends between the two
        let doubled = || {
            let rest = self.text.get(at..).unwrap_or_default();
            candidate.lead && (rest.starts_with("上上") || rest.starts_with("下下"))
        };
        // 提高至|今年底, 從|前年, 於|今（1）日, 市場|上周五: a time begins where another word ends
        let coverb = || {
            let head = self.text.get(..at).unwrap_or_default();
            let is_longer = || time_grammar::from_word(self.cursor(at)).is_ok_and(|(rest, _)| self.at(rest) > end);
            let is_verb = || {
                general::get(self.text.get(word.start - self.base..end).unwrap_or_default())
                    .is_some_and(|word| word.pos == Pos::Verb)
            };
            // 只剩下|一個月
            let is_begun = || (ends_word(self.cursor(at)) || ends_noun(self.cursor(at))) && !is_verb();
            // 多過|去年同期
            let is_more = || any_of!["多过", "少过", "高过", "低过", "胜过", "好过"].ends(head);
            // 南北線|上月, 112綫|下周日
            let is_name =
                |c: char| c.is_ascii_alphanumeric() || one_of!("号铁北南西东岛湾塘澳环兴机场港地").contains(c);
            let is_line = || head.strip_suffix('线').is_some_and(|line| line.ends_with(is_name));
            candidate.lead
                && (head.ends_with(['至', '从', '于', '跟']) || is_more() || is_begun() || is_line())
                && is_longer()
        };
        // 最新|春節: a time begins inside the word, where another one ends
        let inner = end - self.text.get(..end).and_then(|text| text.chars().next_back()).map_or(0, char::len_utf8);
        let is_inner = || {
            let time = || time_grammar::from_word(self.cursor(inner)).is_ok_and(|(rest, _)| self.at(rest) > end);
            let counts = || lookalikes::is_plainly_counted(self.cursor(inner));
            let may_begin = |c: char| c == '数' || TIMES.begins(c);
            let is_begun = inner > at && self.char_at(inner).is_some_and(may_begin);
            is_begun && ends_word(self.cursor(inner)) && (counts() || time())
        };
        if is_inner() {
            return Some(inner);
        }
        (!(unit || here && candidate.lead && time() || !here && (doubled() || coverb()))).then_some(end)
    }
}
