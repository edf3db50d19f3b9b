//! What the words before a number say of a change: which way, against what, and whether a level follows.

use core::ops::Range;

use super::basis::{period_of, refined};
use super::clause::Found;
use super::draft::Draft;
use super::frame::MOST;
use super::words::{Cue, is_noun_tail};
use crate::any_of::any_of;
use crate::article::{Basis, Direction, Mention};
use crate::chars::is_blank;
use crate::general::{self, Pos};
use crate::mentions::Reader;
use crate::quantity::{Quantity, Role};
use crate::unit::Dimension;
use crate::vocabulary::{ADJUSTS, CHANGES_BY_NUMBER, HAPPENS, INVOLVES};

/// What is compared with, as far as the clause says it before a number.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Against {
    pub(super) direction: Option<Direction>,
    pub(super) basis: Option<Basis>,
    /// An index of the times.
    pub(super) base: Option<u32>,
    /// What the next number of a list is compared with, and which way it went: 分別比上月末和上年同期低0.1個和0.4個百分點,
    /// 月減、年增分別為5%和12%.
    pub(super) second: Option<Second>,
    /// Where the word of direction ends.
    pub(super) end: usize,
    /// The word says that a level follows: 升至.
    pub(super) level: bool,
}

/// What the second of two numbers is measured against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Second {
    pub(super) basis: Basis,
    pub(super) base: Option<u32>,
    pub(super) direction: Option<Direction>,
}

/// 比去年多200人, 同比多開行17條: 多 or 少 before the number, or before its verb.
pub(super) fn more_or_less(between: &str, after_basis: &str) -> Option<Direction> {
    let lead = between.trim_end_matches(['了', '出', '约', '近', '逾']);
    let is_short = after_basis.chars().count() <= 5;
    // 最高300元 is the highest and no higher
    if lead.chars().nth_back(1) == Some('最') {
        return None;
    }
    match (lead.chars().next_back(), after_basis.chars().next().filter(|_| is_short)) {
        (Some('多' | '高' | '长' | '快' | '贵'), _) | (_, Some('多')) => Some(Direction::Increase),
        (Some('少' | '低' | '短' | '慢'), _) | (_, Some('少')) => Some(Direction::Decrease),
        _ => None,
    }
}

/// Whether a quantity says how many times: 兩度, 三次.
pub(super) fn counts_times(mention: &Mention<Quantity>) -> bool {
    mention.item.unit.as_ref().is_some_and(|unit| matches!(unit.symbol(), "次" | "輪" | "回" | "度"))
}

/// 減產兩成, 加息25個基點, but 增產疫苗900萬劑: a verb that says which way, right before its number.
pub(super) fn by_number(reader: &Reader<'_>, mention: &Mention<Quantity>) -> Option<Direction> {
    let head = reader.text.get(..mention.text.start as usize)?.trim_end_matches(['了', ' ']);
    let (direction, length) = CHANGES_BY_NUMBER.longest_at_end(head)?;
    // 排放量300噸: 放量 is the end of another word; 降息三次: so many times
    let is_torn = reader.lexed.word_across(head.len() - length).is_some_and(|word| word.start < head.len() - length);
    if is_torn || counts_times(mention) {
        return None;
    }
    // 薪金加3%, but 加兩匙糖
    let dimension = mention.item.unit.as_ref().map(|unit| unit.dimension());
    let is_word = length > '加'.len_utf8();
    (is_word || matches!(dimension, Some(Dimension::Ratio | Dimension::Currency))).then_some(direction)
}

/// The words between a quantity and the one before it.
pub(super) struct Window<'w, 'r> {
    pub(super) reader: &'w Reader<'r>,
    pub(super) draft: &'w Draft,
    /// The cues in it.
    pub(super) cues: &'w [Found],
    /// Where the quantity begins.
    pub(super) start: usize,
}

impl<'r> Window<'_, 'r> {
    fn text(&self, range: Range<usize>) -> &'r str {
        self.reader.text.get(range).unwrap_or_default()
    }

    /// What its cues say of a change, after what was said before.
    pub(super) fn read(&self, before: Against) -> Against {
        let mut read = Against { basis: None, base: None, second: None, direction: None, level: false, ..before };
        let mut acted = false;
        for found in self.cues {
            if let Some(second) = self.second_of_pair(found) {
                read.second = Some(second);
                continue;
            }
            match found.cue {
                Cue::Direction(direction) if self.moves(found, &read) => {
                    read = Against { direction: Some(direction), ..self.moved(found, read) };
                    acted = false;
                }
                // 上修CPI年增率至2%: a rate of growth is what is moved
                Cue::Both(..) if read.direction.is_some() && is_adjusting(self.reader, read.end) => {}
                // 日增新病例數突破1萬例: of a noun; 年減碳420萬噸: so much a year
                Cue::Both(..) if self.is_every_period(found) => {}
                // 比照CPI年增率2.16%加計
                Cue::Both(..) if self.is_model(found) => {}
                // CPI年增率的影響約0.35個百分點
                Cue::Both(..) if self.is_rate_of_noun(found) => {}
                Cue::Both(..)
                    if self.text(found.end..self.start).chars().take_while(|c| c.is_alphabetic()).count() > 6 => {}
                Cue::Both(direction, basis) => {
                    read = Against { direction: Some(direction), basis: Some(basis), ..self.moved(found, read) };
                    acted = false;
                }
                Cue::Basis(basis) => self.compare(found, basis, &mut read),
                // 降幅|大於同期水平0.9個百分點: the rate is what is more
                Cue::Level if found.start == read.end && self.ends_rate(read.end) && self.is_points() => {
                    let way = if self.text(0..found.end).ends_with("小于") {
                        Direction::Decrease
                    } else {
                        Direction::Increase
                    };
                    read.direction = Some(way);
                }
                // 升幅|只有7%
                Cue::Has if self.ends_rate(read.end) && self.text(read.end..found.start).chars().count() < 2 => {}
                Cue::Has => acted = true,
                // 漲價涉及12款產品: what the number counts is the verb's
                Cue::Verb if INVOLVES.contains(self.text(found.start..found.end)) => acted = true,
                _ => {}
            }
        }
        // 提升行動，選派153名: the number is of another clause
        // 跌幅最大，達25%
        let told = self.text(read.end..self.start);
        let is_most = self.ends_rate(read.end) && told.starts_with('最') && told.ends_with(['达', '为', '逾', '近']);
        let apart = read.direction.is_some() && told.contains(['，', ',', '；']) && !is_most;
        if acted || apart {
            read.direction = None;
        }
        read.level |= read.direction.is_some() && self.leads_to_a_level(&read);
        read
    }

    /// What the second of two numbers is measured against, where a cue is joined to the one before it and the numbers come one
    /// after the other: 同比|、環比分別增長3%和2%.
    fn second_of_pair(&self, found: &Found) -> Option<Second> {
        let (basis, direction) = match found.cue {
            Cue::Basis(basis) => (basis, None),
            Cue::Both(direction, basis) => (basis, Some(direction)),
            _ => return None,
        };
        let at = self.cues.partition_point(|other| other.start < found.start);
        let first = self.cues.get(at.checked_sub(1)?)?;
        let is_pair = matches!(first.cue, Cue::Basis(_) | Cue::Both(..))
            && matches!(self.text(first.end..found.start), "" | "、" | "和" | "及" | "与" | "以及")
            && self.text(found.end..self.start).contains("分别");
        let basis = if self.text(found.start..found.end) == "环比" {
            period_of(self.reader, self.draft, found.start).unwrap_or(basis)
        } else {
            basis
        };
        is_pair.then_some(Second { basis, base: None, direction })
    }

    /// Whether 年增, 月減 and the like tell how much it is every year or month: 年減碳420萬噸, 可年增稅收2億元, but 年增8億元 and
    /// 年增近三成.
    fn is_every_period(&self, found: &Found) -> bool {
        let word = self.text(found.start..found.end);
        let mut chars = word.chars();
        let is_short = matches!(chars.next(), Some('年' | '月' | '季' | '周' | '日'))
            && matches!(chars.next(), Some('增' | '减'))
            && chars.next().is_none();
        if !is_short {
            return false;
        }
        let rest = self.text(found.end..self.start);
        let noun =
            general::longest_at(rest).filter(|word| word.pos == Pos::Noun).and_then(|word| rest.get(..word.length));
        let is_noun = matches!(rest, "收" | "税" | "产" | "利")
            || noun.is_some_and(|noun| !noun.ends_with(['额', '数', '量', '幅', '率', '值']));
        let at = self.reader.quantities.partition_point(|mention| (mention.text.start as usize) < self.start);
        let role = self.reader.quantities.get(at).map(|mention| mention.item.role);
        is_noun && role == Some(Role::Cardinal)
    }

    /// What was read so far, with a word of direction after it.
    fn moved(&self, found: &Found, read: Against) -> Against {
        Against { end: found.end, level: ends_level(self.text(found.start..found.end)), ..read }
    }

    /// Whether a word of direction says what changes, and is no part of a noun and no object.
    fn moves(&self, found: &Found, read: &Against) -> bool {
        const BEFORE_LEVELS: [char; 10] = ['至', '到', '逾', '近', '约', '超', '破', '穿', '了', '为'];
        let word = self.text(found.start..found.end);
        let after = self.text(found.end..self.reader.text.len());
        let is_last = found.end == self.start;
        let is_free = is_last || after.starts_with(BEFORE_LEVELS) || after.starts_with(is_blank);
        // 新增產值, 增加投資: what is made more is an object; 最貴380元 tells of the dearest one
        // 拉動增長3個百分點: of another thing
        let is_noun = self.text(0..found.start).ends_with('最') || self.text(0..found.start).ends_with("拉动")
            // 減價後售價為880萬元
            || !is_last && (after.starts_with(['的', '率', '后']) || is_noun_tail(after))
            || word.chars().nth(1).is_none() && !is_free
            || self.is_of_noun(found) || self.is_of_share(found)
            // 自然增長率千分之3: a rate is a change only where something levels it
            || word.ends_with('率') && !self.cues.iter().any(|next| next.cue == Cue::Level && next.start >= found.end);
        // 下調增長預期: what is adjusted may be a growth; 年減率擴大至5% is still a fall, 較7月降幅擴大0.9個百分點 a wider one
        let is_object = read.direction.is_some()
            && !self.text(read.end..found.start.max(read.end)).contains(['，', ','])
            && (is_adjusting(self.reader, read.end) && !is_last
                || read.basis.is_some()
                    && found.start == read.end
                    && self.ends_rate(read.end)
                    && widens(word)
                    && !self.is_points());
        !is_noun && !is_object
    }

    /// Whether a word of direction is the attribute of a noun that is counted, since it takes no object: 下行|樣品55種; 飆10次三振.
    fn is_of_noun(&self, found: &Found) -> bool {
        /// How verbs of change sound that take an object: 增加床位55張.
        const TAKE: [char; 18] = [
            '增', '减', '加', '调', '扩', '缩', '压', '削', '降', '砍', '少', '多', '放', '拉', '推', '修', '提', '超',
        ];
        /// And those of them that have one in them: 降價.
        const HAVE: [char; 6] = ['价', '速', '温', '租', '息', '薪'];
        let word = self.text(found.start..found.end);
        let between = self.text(found.end..self.start);
        let at = self.reader.quantities.partition_point(|mention| (mention.text.start as usize) < self.start);
        let Some(mention) = self.reader.quantities.get(at) else { return false };
        if word == "飙" && counts_times(mention) {
            return true;
        }
        // 提升泵站30座: what is lifted is no thing
        let is_quality = matches!(word, "提升" | "增强" | "增值" | "放大" | "收缩" | "缩水" | "加速" | "提速");
        let takes = word.contains(TAKE) && !word.ends_with(HAVE) && !is_quality;
        let is_noun = general::longest_at(between)
            .is_some_and(|noun| noun.pos == Pos::Noun && noun.length == between.len() && noun.length > '人'.len_utf8());
        let counts = mention.item.unit.as_ref().is_some_and(|unit| {
            matches!(unit.dimension(), Dimension::Items | Dimension::People | Dimension::Households)
        });
        is_noun && counts && !takes
    }

    /// Whether a rate of change is only the one that another thing follows: 比照|CPI年增率2.16%.
    fn is_model(&self, found: &Found) -> bool {
        let head = self.text(self.draft.text.start..found.start);
        let named = ["比照", "参照"].iter().find_map(|word| head.get(head.rfind(word)? + word.len()..));
        named.is_some_and(|named| named.chars().count() <= 10 && named.chars().all(char::is_alphanumeric))
            && self.text(found.start..found.end).ends_with(['率', '幅', '速'])
    }

    /// Whether a change is a noun that something is a share of: 占|CPI總降幅|近三成.
    fn is_of_share(&self, found: &Found) -> bool {
        let mut before = self.cues.iter().filter(|other| other.end <= found.start);
        self.text(found.start..found.end).ends_with('幅')
            && before.any(|other| self.text(other.start..other.end) == "占")
    }

    /// Whether a rate of change is of a noun after it: 年增率|的影響約0.35個百分點.
    fn is_rate_of_noun(&self, found: &Found) -> bool {
        let noun = self.text(found.end..self.start).strip_prefix('的');
        self.text(found.start..found.end).ends_with('率')
            && noun.and_then(general::longest_at).is_some_and(|word| word.length > '的'.len_utf8())
    }

    /// Whether the quantity is a difference of shares.
    fn is_points(&self) -> bool {
        let at = self.reader.quantities.partition_point(|mention| (mention.text.start as usize) < self.start);
        self.reader.quantities.get(at).is_some_and(|mention| mention.item.role == Role::PercentagePoint)
    }

    /// Whether the word that ends at a place names a rate of change.
    fn ends_rate(&self, end: usize) -> bool {
        self.text(0..end).ends_with(['幅', '速', '率'])
    }

    /// Takes what a change is measured against.
    fn compare(&self, found: &Found, basis: Basis, read: &mut Against) {
        let word = self.text(found.start..found.end);
        let time = self.draft.times.clone().take(MOST as usize).find(|i| {
            self.reader.times.get(*i as usize).is_some_and(|time| {
                let (start, end) = (time.text.start as usize, time.text.end as usize);
                let is_beside = |from: usize, to: usize| {
                    let between = self.text(from..to);
                    // 比疫前2019年
                    let event = any_of!["疫前", "疫情前", "灾前", "震前"].strip_prefix(between).unwrap_or(between);
                    event.chars().all(is_blank)
                };
                // 與2月相比, 較 2018 年
                found.start <= start && is_beside(found.end, start)
                    || end <= found.start && is_beside(end, found.start) && word.starts_with(['相', '比'])
            })
        });
        read.base = time.or(read.base);
        read.second = time.and_then(|time| self.joined_time(time));
        // 漲幅較上季的1.3%收窄: the rate is what is compared
        let between = self.text(read.end..found.start);
        let is_beside = matches!(between, "" | "分别" | "均" | "各" | "则" | "也" | "略");
        if is_beside && basis != Basis::Yoy && self.ends_rate(read.end) {
            read.direction = None;
        }
        read.basis = Some(match basis {
            Basis::Other => refined(self.reader, self.draft, time).unwrap_or(Basis::Other),
            // 較上年末, 較去年9月10日: the time says more than the word
            Basis::Yoy if word.starts_with(['较', '比', '与']) => {
                refined(self.reader, self.draft, time).unwrap_or(basis)
            }
            _ if word == "环比" => period_of(self.reader, self.draft, found.start).unwrap_or(basis),
            basis => basis,
        });
    }

    /// The time that is joined to another that is compared with.
    fn joined_time(&self, time: u32) -> Option<Second> {
        let end = self.reader.times.get(time as usize)?.text.end as usize;
        let next = self.reader.times.get(time as usize + 1).filter(|next| (next.text.end as usize) <= self.start)?;
        let is_joined = matches!(self.text(end..next.text.start as usize), "和" | "与" | "及" | "、");
        let basis = || refined(self.reader, self.draft, Some(time + 1)).unwrap_or(Basis::Other);
        let second = || Second { basis: basis(), base: Some(time + 1), direction: None };
        (is_joined && self.draft.times.contains(&(time + 1))).then(second)
    }

    /// Whether a level follows the word of direction: 升 …至, 下調存款利率至1.55%, 調升銅價目標至每噸9800美元.
    fn leads_to_a_level(&self, read: &Against) -> bool {
        let after = self.text(self.after_run(read.end)..self.start).trim_start();
        let is_measure = self.ends_rate(read.end) || self.text(0..read.end).ends_with('度');
        let follows = !is_measure && after.starts_with(['至', '到', '为', '破']) && !after.starts_with("到了");
        // 收跌|報3000點
        let told =
            matches!(after.trim_end(), "报" | "收" | "收报" | "收于" | "收在" | "坐收") || after.starts_with("报每");
        let follows = follows || !is_measure && told;
        let ahead = after.rfind('每').and_then(|at| after.get(..at)).unwrap_or(after);
        follows || is_adjusting(self.reader, read.end) && ahead.trim_end().ends_with(['至', '到'])
    }

    /// After the length of a run of falls or rises, where one stands beside its word: 連跌四年|至1187宗.
    fn after_run(&self, end: usize) -> usize {
        let at = self.reader.quantities.partition_point(|mention| (mention.text.start as usize) < end);
        let run = self.reader.quantities.get(at).filter(|mention| {
            let lasts = mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Duration);
            mention.text.start as usize == end && (mention.text.end as usize) < self.start && lasts
        });
        run.map_or(end, |mention| mention.text.end as usize)
    }

    /// Where the basis of a window ends, with its time: 比去年|多賣9000噸.
    pub(super) fn basis_end(&self) -> usize {
        let found = self.cues.iter().rev().find(|found| matches!(found.cue, Cue::Basis(_)));
        let Some(end) = found.map(|found| found.end) else { return self.draft.text.start };
        let times = self.draft.times.clone().take(MOST as usize).filter_map(|i| self.reader.times.get(i as usize));
        times.filter(|time| time.text.start as usize <= end).map(|time| time.text.end as usize).fold(end, usize::max)
    }

    /// 增長率不足3%: a rate of growth beside its number, which an approximator bounds.
    pub(super) fn growth_rate(&self) -> Option<Direction> {
        self.cues.iter().rev().find_map(|found| match found.cue {
            Cue::Direction(direction) if found.end == self.start => {
                self.text(found.start..found.end).ends_with('率').then_some(direction)
            }
            _ => None,
        })
    }
}

/// Whether a word says that a rate of change grows or shrinks.
fn widens(word: &str) -> bool {
    let verb = word.trim_end_matches(['至', '到', '为']);
    matches!(verb, "扩大" | "收窄" | "缩小" | "收敛")
}

/// Whether what 將 speaks of happens by itself, so that nobody plans it: 將升至30度, 將達5000億元; 將上調2% is planned.
pub(super) fn happens(reader: &Reader<'_>, cues: &[Found], modal: &Found) -> bool {
    if reader.text.get(modal.start..modal.end) != Some("将") {
        return false;
    }
    let next = cues.get(cues.partition_point(|found| found.start < modal.end)..).unwrap_or_default().first();
    let word = |found: &Found| reader.text.get(found.start..found.end).unwrap_or_default();
    next.filter(|found| found.start == modal.end).is_some_and(|found| match found.cue {
        Cue::Direction(_) | Cue::Both(..) => {
            !word(found).contains(['减', '削', '调', '扩', '提', '压', '加', '缩', '修'])
        }
        // 將有30萬人受災
        Cue::Level | Cue::Has => true,
        // 將使出口減少, 將出現洪峰
        _ => matches!(word(found), "使" | "令" | "让" | "导致" | "致使" | "拖累") || HAPPENS.contains(word(found)),
    })
}

/// Whether a verb that ends at a place moves something else: 上調利率, 擴大規模.
fn is_adjusting(reader: &Reader<'_>, end: usize) -> bool {
    let head = reader.text.get(..end).unwrap_or_default();
    ADJUSTS.suffix(head).is_some()
}

/// Whether a word of direction says that a level follows: 升至, 跌破.
fn ends_level(word: &str) -> bool {
    word.ends_with("新高") || word.ends_with("新低") || word.ends_with(['至', '到', '破', '穿', '为', '探', '剩', '回'])
}
