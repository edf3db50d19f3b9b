//! The parts of a clause: where its subject ends and its predicate begins.
//!
//! No dictionary of words stands behind this, so that a subject is what stands before the first cue that can begin a
//! predicate. Imports [`super::clause`] and the tables.

use alloc::boxed::Box;
use core::ops::Range;

use once_cell::race::OnceBox;

use super::clause::{Clause, Found, trim};
use super::words::{ACTORS, ATTRIBUTES, CONDITIONS, Cue, GENERIC, HEADS, NOUN_TAILS, SOURCE_TAILS, STATES, cues};
use crate::article::{Mention, Modality, Range32, Slice};
use crate::quantity::{Quantity, Role};
use crate::reader::Reader;
use crate::unit::Dimension;
use crate::words::{Endings, Words};

/// What a clause is made of.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// The subject that stands in it; empty where it is elided.
    pub(super) subject: Range<usize>,
    /// Where the predicate begins.
    pub(super) predicate: usize,
    /// The cue that begins it, by its place in the clause's cues.
    pub(super) verb: Option<Found>,
    /// The verb that counts: 引進 of 選派和引進柔性人才3300人次.
    pub(super) act: Option<Found>,
    /// Behind the words before the subject.
    pub(super) head: usize,
    /// What sort of clause it is.
    pub(super) sort: Sort,
    /// What the speaker takes it for: 預計, 估算.
    pub(super) expects: Option<Modality>,
    /// The subject is what is measured of an owner that was named before.
    pub(super) attribute: bool,
    /// A part of what stands before it: 其中.
    pub(super) part: bool,
}

/// What sort of clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// It asserts something.
    Plain,
    /// Nothing but a time: 今年以來.
    Time,
    /// A condition: 若利率上升.
    Condition,
    /// Who says what follows: 局長表示. The speaker is the subject.
    Speech,
}

fn table(rows: &'static [&'static str]) -> Words<()> {
    Words::new(rows.iter().flat_map(|row| row.split(' ')).map(|word| (word.into(), ())))
}

fn heads() -> &'static Words<()> {
    static TABLE: OnceBox<Words<()>> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(table(HEADS)))
}

fn noun_tails() -> &'static Words<()> {
    static TABLE: OnceBox<Words<()>> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(table(NOUN_TAILS)))
}

/// Whether a text begins with what makes a noun of the word before it.
pub(super) fn is_noun_tail(text: &str) -> bool {
    noun_tails().longest(text).is_some()
}

fn attributes() -> &'static Words<()> {
    static TABLE: OnceBox<Words<()>> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(table(ATTRIBUTES)))
}

fn tails() -> &'static Endings {
    static TABLE: OnceBox<Endings> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(Endings::of_rows(TAILS)))
}

fn before_time() -> &'static Endings {
    static TABLE: OnceBox<Endings> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(Endings::of_rows(BEFORE_TIME)))
}

fn actors() -> &'static Words<()> {
    static TABLE: OnceBox<Words<()>> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(table(ACTORS)))
}

fn states() -> &'static Words<()> {
    static TABLE: OnceBox<Words<()>> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(table(STATES)))
}

/// True for a noun that no later clause goes on with: 產品, 現場.
pub(super) fn is_generic(subject: &str) -> bool {
    static TABLE: OnceBox<Words<()>> = OnceBox::new();
    let generic = TABLE.get_or_init(|| Box::new(table(GENERIC)));
    generic.longest(subject).is_some_and(|((), length)| length == subject.len())
}

fn conditions() -> &'static Words<()> {
    static TABLE: OnceBox<Words<()>> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(table(CONDITIONS)))
}

/// Words before a time that do not belong to a subject before it.
const BEFORE_TIME: &[&str] = &[
    "截至",
    "截止到",
    "截止",
    "直至",
    "自從",
    "自从",
    "早在",
    "於",
    "于",
    "在",
    "自",
    "從",
    "从",
    "到",
    "至",
    "今",
    "的",
    "等",
];

/// Plans that are nouns as often: 共居計畫已媒合.
const PLANS: &[&str] = &["計劃", "计划", "計畫", "規劃", "规划", "目標", "目标", "設計", "设计", "產能", "产能"];

/// Verbs before which another is what caused it.
const CAUSES: &[&str] = &["影響", "影响", "造成", "導致", "导致", "引發", "引发", "引致", "致使", "釀成", "酿成"];

/// Adverbs that are ones only before a verb: 日均載客, not 日均收入.
const AVERAGES: &[&str] = &[
    "平均",
    "日均",
    "下來",
    "下来",
    "月均",
    "年均",
    "人均",
    "每秒",
    "每股",
    "每手",
    "每小時",
    "每小时",
    "首批",
    "首期",
    "首日",
    "全天",
    "全日",
    "凌晨",
    "清晨",
];

/// Periods between an owner and what is measured of it.
const PERIODS: &[&str] =
    &["中期", "末期", "全年", "期內", "期内", "年度", "單季", "单季", "單月", "单月", "合併", "合并", "累計", "累计"];

/// Words behind a subject that are none of it.
const TAILS: &[&str] = &[
    "平均",
    "日均",
    "此次",
    "今次",
    "本次",
    "這次",
    "这次",
    "方面",
    "當中",
    "当中",
    "共",
    "各",
    "則",
    "则",
    "亦",
    "也",
    "都",
    "均",
    "又",
    "再",
    "還",
    "还",
    "已",
    "先",
    "就",
    "並",
    "并",
    "每次",
    "每秒",
    "每小時",
    "每小时",
    "平均",
    "日均",
    "單是",
    "单是",
];

/// How many bytes of a clause are looked at.
const LONGEST: usize = 900;

/// How many cues, quantities and times of a clause are looked at.
pub(super) const MOST: u32 = 48;

/// Reads the parts of one clause.
pub(super) struct Framer<'c, 'r> {
    pub(super) reader: &'c Reader<'r>,
    pub(super) cues: &'c [Found],
    pub(super) quantities: Range32,
    pub(super) times: Range32,
    pub(super) text: Range<usize>,
}

impl<'c, 'r> Framer<'c, 'r> {
    pub(super) fn new(reader: &'c Reader<'r>, clause: &Clause, cues: &'c [Found]) -> Self {
        // a text without stops is no clause: only its head is looked at
        let mut end = clause.text.end.min(clause.text.start + LONGEST);
        while !reader.text.is_char_boundary(end) {
            end -= 1;
        }
        let cues = cues.get(clause.cues.clone()).unwrap_or_default();
        let cues = cues.get(..cues.partition_point(|found| found.end <= end)).unwrap_or_default();
        let within = |range: &Range32| range.start..range.end.min(range.start.saturating_add(MOST));
        Self {
            reader,
            cues: cues.get(..MOST as usize).unwrap_or(cues),
            quantities: within(&clause.quantities),
            times: within(&clause.times),
            text: clause.text.start..end,
        }
    }

    fn rest(&self, at: usize) -> &'r str {
        self.reader.text.get(at..self.text.end).unwrap_or_default()
    }

    /// The quantities of the clause, as ranges of the text.
    fn quantity_spans(&self) -> impl Iterator<Item = Range<usize>> {
        self.quantities
            .clone()
            .filter_map(|i| self.reader.quantities.get(i as usize))
            .map(|mention| mention.text.start as usize..mention.text.end as usize)
    }

    fn time_spans(&self) -> impl Iterator<Item = Range<usize>> {
        self.times
            .clone()
            .filter_map(|i| self.reader.times.get(i as usize))
            .map(|mention| mention.text.start as usize..mention.text.end as usize)
    }

    /// Where the time that begins at `at` ends.
    fn time_at(&self, at: usize) -> Option<usize> {
        self.time_spans().find(|time| time.start == at).map(|time| time.end)
    }

    /// Whether a cue stands at a place.
    fn cue_at(&self, at: usize) -> bool {
        self.cue_from(at).is_some_and(|next| !matches!(next.cue, Cue::Nothing | Cue::Short))
    }

    /// The cue that begins at a place.
    fn cue_from(&self, at: usize) -> Option<&'c Found> {
        let found = self.cues.get(self.cues.partition_point(|found| found.start < at))?;
        (found.start == at).then_some(found)
    }

    fn word(&self, found: &Found) -> &'r str {
        self.reader.text.get(found.start..found.end).unwrap_or_default()
    }

    fn quantity_begins(&self, at: usize) -> bool {
        self.quantity_spans().any(|quantity| quantity.start == at)
    }

    /// `at` behind blanks and opening marks.
    fn skip_marks(&self, at: usize) -> usize {
        let mut at = at;
        while let Some(c) = self.rest(at).chars().next() {
            let close = match c {
                '“' => '”',
                '「' => '」',
                '『' => '』',
                '」' | '』' | '”' | '、' | '·' | '—' | ' ' | '\u{3000}' | '\u{A0}' => '\0',
                _ => break,
            };
            // a name in quotation marks keeps them
            if close != '\0' && self.rest(at).contains(close) {
                break;
            }
            at += c.len_utf8();
        }
        at
    }

    /// Behind the words before a subject, and whether 其中 was among them.
    fn head(&self, from: usize) -> (usize, bool) {
        let (mut at, mut part) = (self.skip_marks(from), false);
        loop {
            if let Some(end) = self.time_at(at) {
                at = self.behind_time(end);
                continue;
            }
            // 截至6月底, 在2023年
            let before = BEFORE_TIME.iter().find(|word| {
                self.rest(at)
                    .strip_prefix(**word)
                    .is_some_and(|rest| self.time_at(self.text.end - rest.len()).is_some())
            });
            if let Some(word) = before {
                at += word.len();
                continue;
            }
            // 預計今年產量將達: what is expected begins behind it
            let expects = self.cues.iter().find(|found| {
                found.start == at && matches!(found.cue, Cue::Modality(Modality::Forecast | Modality::Estimate))
            });
            if let Some(found) = expects.filter(|found| found.end < self.text.end) {
                at = self.skip_marks(found.end);
                continue;
            }
            let Some(((), length)) = heads().longest(self.rest(at)) else { break };
            // 共和國, 就業率: a longer word holds the head
            let longer = cues()
                .longest(self.rest(at))
                .is_some_and(|(cue, n)| n > length && !matches!(cue, Cue::Adverb | Cue::Modality(_)));
            let next = at + length;
            if longer || next >= self.text.end {
                break;
            }
            part |= matches!(self.rest(at).get(..length), Some("其中" | "當中" | "当中"));
            at = self.skip_marks(next);
        }
        (at, part)
    }

    /// Behind a time: 今午（5月4日）, 4月底的.
    fn behind_time(&self, end: usize) -> usize {
        let rest = self.rest(end);
        let mut at = end;
        if rest.starts_with(['（', '(']) {
            if let Some(close) = rest.find(['）', ')']).filter(|close| *close <= 40) {
                let close = end + close;
                if self.time_spans().any(|time| time.start > end && time.end <= close) {
                    at = close + self.rest(close).chars().next().map_or(0, char::len_utf8);
                }
            }
        }
        let rest = self.rest(at);
        let rest = rest.strip_prefix('的').unwrap_or(rest);
        self.skip_marks(self.text.end - rest.len())
    }

    /// Whether a cue can begin the predicate of a clause whose subject would begin at `head`.
    fn begins_predicate(&self, found: &Found, head: usize) -> bool {
        let rest = self.rest(found.end);
        let word = self.reader.text.get(found.start..found.end).unwrap_or_default();
        let single = word.chars().nth(1).is_none();
        let counted = || {
            let at = self.skip_marks(found.end);
            self.quantity_begins(at) || self.time_at(at).is_some()
        };
        let noun = || rest.starts_with(['的', '者']) || self.is_noun(found);
        match found.cue {
            Cue::Verb => !noun() && !self.is_measured(found) || counted(),
            Cue::Short => {
                let behind = rest.trim_start_matches([
                    '了', '過', '过', '到', '得', '出', '起', '下', '入', '回', '走', '逾', '近', '至', '成',
                ]);
                let at = self.text.end - behind.len();
                self.quantity_begins(self.skip_marks(at)) || rest.starts_with('了') && found.start > head
            }
            Cue::Level if matches!(word, "佔" | "占") => {
                self.quantity_spans().any(|quantity| quantity.start >= found.end)
            }
            // 為 with a noun is the preposition
            Cue::Level if matches!(word, "為" | "为") => true,
            Cue::Level if matches!(word, "共" | "計" | "计") => counted() || self.cue_at(found.end),
            Cue::Level if matches!(word, "是" | "報" | "报" | "約" | "约") => counted(),
            Cue::Level if single => counted() || rest.starts_with(['到', '至']),
            Cue::Level => self.quantity_spans().any(|quantity| quantity.start >= found.end),
            Cue::Has => !rest.starts_with(['的', '關', '关']),
            Cue::Direction(_) if word.ends_with('率') => false,
            Cue::Direction(_) if single => {
                counted() || rest.starts_with(['至', '到', '逾', '近', '了', '破', '為', '为'])
            }
            Cue::Direction(_) => !rest.starts_with(['的', '率', '點', '点']) || counted(),
            Cue::Basis(_) | Cue::Both(..) => true,
            // 將 with a noun is the preposition
            Cue::Modality(_) if matches!(word, "將" | "将") => true,
            Cue::Modality(_) if matches!(word, "擬" | "拟") => true,
            Cue::Adverb if AVERAGES.contains(&word) => self.cues.iter().any(|next| {
                let acts = matches!(next.cue, Cue::Verb | Cue::Level | Cue::Direction(_) | Cue::Adverb);
                next.start == found.end && acts && self.begins_predicate(next, head)
            }),
            Cue::Modality(_) if PLANS.contains(&word) => {
                let at = self.skip_marks(found.end);
                self.quantity_begins(at)
                    || self.time_at(at).is_some()
                    || self.cues.iter().any(|next| {
                        next.start == at
                            && matches!(
                                next.cue,
                                Cue::Verb
                                    | Cue::Preposition
                                    | Cue::Short
                                    | Cue::Modality(_)
                                    | Cue::Level
                                    | Cue::Direction(_)
                            )
                    })
            }
            Cue::Adverb | Cue::Modality(_) | Cue::Negation if single => {
                self.cue_at(found.end) || self.quantity_begins(found.end)
            }
            Cue::Adverb if found.start == head => {
                let short = || {
                    self.cues.iter().any(|next| {
                        next.start == found.end && next.cue == Cue::Short && self.begins_predicate(next, head)
                    })
                };
                self.cue_at(found.end) || self.quantity_begins(found.end) || short()
            }
            Cue::Adverb | Cue::Modality(_) | Cue::Negation => !rest.starts_with('的'),
            Cue::Preposition => !rest.is_empty(),
            Cue::Speech | Cue::Nothing => false,
        }
    }

    /// Whether a verb is part of a noun: 投資總額, 接待量.
    fn is_noun(&self, found: &Found) -> bool {
        let rest = self.rest(found.end);
        // 進口與出口總值: what holds of the second holds of both
        let behind = rest.trim_start_matches(['、', '和', '及', '與', '与']);
        if behind.len() < rest.len() {
            let at = self.text.end - behind.len();
            return self
                .cues
                .iter()
                .find(|next| next.start == at && next.cue == Cue::Verb)
                .is_some_and(|next| self.is_noun(next));
        }
        // 供水公司, but 培訓人員300名
        if let Some(((), length)) = actors().longest(rest) {
            let mut at = found.end + length;
            // 擴建工程(二跑道)累計完成
            if self.rest(at).starts_with(['（', '(']) {
                at += self
                    .rest(at)
                    .find(['）', ')'])
                    .map_or(0, |close| close + self.rest(at + close).chars().next().map_or(0, char::len_utf8));
            }
            return self.cues.iter().any(|next| next.start == at && !matches!(next.cue, Cue::Nothing | Cue::Short));
        }
        let Some(((), length)) = noun_tails().longest(rest) else { return false };
        if rest.get(..length).is_some_and(|tail| tail.chars().nth(1).is_some()) {
            return true;
        }
        // 量 of 接待量達, not 圖 of 圖書
        let at = found.end + length;
        let next = self.rest(at).chars().next();
        self.cue_at(at)
            || self.quantity_begins(self.skip_marks(at))
            || self.time_at(at).is_some()
            || next.is_none_or(|c| c == '的' || !c.is_alphabetic())
    }

    /// Whether a verb is what is measured: 投資 of 投資增長5%, 研發 and 投入 of 研發投入由1億元增至2億元.
    fn is_measured(&self, found: &Found) -> bool {
        self.cue_from(found.end).is_some_and(|next| match next.cue {
            Cue::Direction(_) => self.begins_predicate(next, found.start),
            Cue::Basis(_) | Cue::Both(..) => true,
            Cue::Preposition => matches!(self.reader.text.get(next.start..next.end), Some("由" | "從" | "从")),
            // 兩車相撞造成3人死亡
            Cue::Verb => self.is_measured(next) || CAUSES.contains(&self.word(next)),
            Cue::Level => !matches!(self.word(next), "共" | "約" | "约" | "超" | "逾" | "不足" | "超過" | "超过"),
            _ => false,
        })
    }

    /// The first verb from a place on that takes an object, or the last of several that share it.
    fn act(&self, from: usize) -> Option<Found> {
        let acts = |found: &&Found| {
            found.start >= from
                && matches!(found.cue, Cue::Verb | Cue::Short | Cue::Has)
                && self.begins_predicate(found, self.text.start)
        };
        let mut act = *self.cues.iter().find(acts)?;
        // 選派和引進
        while let Some(next) = self.cues.iter().filter(acts).find(|next| {
            let between = self.reader.text.get(act.end..next.start).unwrap_or("。");
            next.start > act.start && matches!(between, "和" | "及" | "、" | "並" | "并" | "與" | "与")
        }) {
            act = *next;
        }
        Some(act)
    }

    /// Whether a verb is one of [`STATES`].
    fn is_state(&self, found: &Found) -> bool {
        states().longest(self.word(found)).is_some_and(|((), length)| length == self.word(found).len())
    }

    /// Whether a verb at `found` only stands before 的 in a subject: 購買新車的支出增長5%.
    fn is_relative(&self, found: &Found, at_head: bool) -> bool {
        if !matches!(found.cue, Cue::Verb | Cue::Short | Cue::Has) {
            return false;
        }
        // 受惠家庭120戶, 新增病例比前一天減少
        if at_head && self.is_state(found) {
            let first = self.quantity_spans().find(|quantity| quantity.start >= found.end);
            let next = self.cues.iter().find(|next| next.start > found.end && self.begins_predicate(next, found.end));
            let noun = first.as_ref().is_some_and(|first| first.start > found.end);
            let measured = next.is_some_and(|next| {
                matches!(next.cue, Cue::Direction(_) | Cue::Basis(_) | Cue::Both(..) | Cue::Level | Cue::Adverb)
                    && first.as_ref().is_none_or(|first| next.start < first.start)
            });
            if noun && (measured || next.is_none_or(|next| first.is_some_and(|first| next.start > first.start))) {
                return true;
            }
        }
        let Some(of) = self.rest(found.end).find('的').map(|at| found.end + at) else { return false };
        // 省市選派的第十一批人才
        let ordinal =
            self.quantities.clone().filter_map(|i| self.reader.quantities.get(i as usize)).any(|mention| {
                mention.item.role == Role::Ordinal && mention.text.start as usize == of + '的'.len_utf8()
            });
        if ordinal {
            return true;
        }
        if self.quantity_spans().any(|quantity| quantity.start < of) {
            return false;
        }
        self.cues.iter().filter(|next| next.start >= of + '的'.len_utf8()).any(|next| match next.cue {
            Cue::Direction(_) | Cue::Level | Cue::Both(..) | Cue::Basis(_) => self.begins_predicate(next, found.start),
            // 實現對農戶信貸的精準扶持 has one verb
            Cue::Verb | Cue::Has | Cue::Adverb | Cue::Modality(_) => {
                at_head && next.end < self.text.end && self.begins_predicate(next, found.start)
            }
            _ => false,
        })
    }

    /// The clause's parts.
    pub(super) fn frame(&self) -> Frame {
        let (head, part) = self.head(self.text.start);
        let empty = head..head;
        let frame = Frame {
            subject: empty,
            predicate: head,
            verb: None,
            act: None,
            head,
            sort: Sort::Plain,
            expects: None,
            attribute: false,
            part,
        };
        if head >= self.text.end {
            return Frame { sort: Sort::Time, ..frame };
        }
        if conditions().longest(self.rest(head)).is_some()
            && self.cues.iter().all(|f| f.cue != Cue::Nothing || f.start != head)
        {
            return Frame { sort: Sort::Condition, ..frame };
        }
        if let Some(speaker) = self.source(head).or_else(|| self.speaker(head)) {
            return Frame { subject: speaker, sort: Sort::Speech, expects: self.expects(), ..frame };
        }
        self.split(frame)
    }

    /// The parts of a clause from its head on.
    pub(super) fn split(&self, mut frame: Frame) -> Frame {
        let (head, _) = self.head(frame.head);
        frame.head = head;
        let ordinal = |mention: &&Mention<Quantity>| {
            mention.item.role == Role::Ordinal && self.text.end > mention.text.end as usize
        };
        let first = self
            .quantities
            .clone()
            .filter_map(|i| self.reader.quantities.get(i as usize))
            .filter(|mention| !ordinal(mention))
            .map(|mention| mention.text.start as usize..mention.text.end as usize)
            .find(|quantity| quantity.start >= head);
        let mut skip = head;
        let mut passed: Option<Found> = None;
        let verb = self.cues.iter().filter(|found| found.start >= head).find(|found| {
            if found.start < skip || !self.begins_predicate(found, head) {
                return false;
            }
            // 對美國出口額達100億美元: the phrase is part of what is measured
            let measures = |found: &Found| {
                matches!(found.cue, Cue::Level | Cue::Has | Cue::Direction(_) | Cue::Basis(_) | Cue::Both(..))
            };
            if found.cue == Cue::Preposition
                && found.start == head
                && matches!(self.word(found), "對" | "对" | "由" | "被")
            {
                let mut later =
                    self.cues.iter().filter(|next| next.start > found.start && self.begins_predicate(next, head));
                if later.next().is_some_and(measures) {
                    return false;
                }
            }
            if self.is_relative(found, found.start == head) {
                let of = self.rest(found.end).find('的').map(|at| found.end + at + '的'.len_utf8());
                let counted =
                    self.quantity_spans().find(|quantity| quantity.start >= found.end).map(|quantity| quantity.start);
                passed = passed.or(Some(**found));
                skip = of.filter(|of| counted.is_none_or(|counted| *of <= counted)).unwrap_or(found.end);
                return false;
            }
            true
        });
        // 發放免還的助學金 has no other verb
        let verb = verb.copied().or(passed.filter(|found| found.start == head && !self.is_state(found)));
        // 外幣兌換損失0.75億元: a name of what is measured holds a verb
        let measured = attributes().longest(self.rest(head)).map(|((), length)| head + length).filter(|end| {
            let at = self.skip_marks(*end);
            self.quantity_begins(at) || self.cue_at(at)
        });
        let verb = match measured {
            Some(end) => self
                .cues
                .iter()
                .filter(|found| found.start >= end)
                .find(|found| self.begins_predicate(found, end))
                .copied(),
            None => verb,
        };
        frame.verb = verb;
        let cut = match (&first, verb) {
            // 總投資5億元，增長: the number itself is what is said
            (Some(first), Some(verb)) if verb.start > first.start => {
                let between = self.reader.text.get(first.end..verb.start).unwrap_or_default();
                let before = self.reader.text.get(head..first.start).unwrap_or_default();
                let changed = matches!(verb.cue, Cue::Direction(_) | Cue::Basis(_) | Cue::Both(..));
                let glued = between.trim().chars().count() <= 1 && (changed || self.is_measure(first.start));
                let apart = first.start > head
                    && !before.trim_end().ends_with('的')
                    && (glued || between.contains(['、', '（', '(', '）', ')']));
                if apart {
                    frame.verb = None;
                    first.start
                } else {
                    verb.start
                }
            }
            (_, Some(verb)) => verb.start,
            (Some(first), None) => first.start,
            (None, None) => self.text.end,
        };
        frame.predicate = cut.max(head);
        frame.subject = self.bare(head..frame.predicate);
        // 首批安裝, 四天成交: an adverb or a duration alone is none
        let adverb = self.cues.iter().any(|found| {
            found.cue == Cue::Adverb && found.start == frame.subject.start && found.end == frame.subject.end
        });
        let lasting = self.quantities.clone().filter_map(|i| self.reader.quantities.get(i as usize)).any(|mention| {
            let span = mention.text.start as usize..mention.text.end as usize;
            let unit = mention.item.unit.as_ref().map(crate::unit::Unit::dimension);
            span == frame.subject && (unit == Some(Dimension::Duration) || mention.item.role == Role::Ordinal)
        });
        if adverb || lasting {
            frame.predicate = frame.subject.start.max(if lasting { frame.subject.end } else { frame.subject.start });
            frame.subject = head..head;
        }
        // 元晶9月營收: the owner stands before the time, what is measured behind it
        let time = self.time_spans().find(|time| time.start > frame.subject.start && time.end <= frame.predicate);
        if let Some(time) = time {
            let item = self.reader.text.get(time.end..frame.predicate).unwrap_or_default();
            if !item.contains('的') {
                let owner = self.bare(frame.subject.start..time.start);
                if !owner.is_empty() {
                    frame.subject = owner;
                    frame.predicate = self.skip_marks(time.end);
                }
            }
        }
        // 滙達控股中期純利: a period stands between owner and item
        let subject = self.reader.text.get(frame.subject.clone()).unwrap_or_default();
        let period = period_in(subject);
        if let Some((at, end)) = period.filter(|(_, end)| is_attribute(subject.get(*end..).unwrap_or_default())) {
            frame.predicate = frame.subject.start + end;
            frame.subject = self.bare(frame.subject.start..frame.subject.start + at);
        }
        let slice = self.reader.text.get(frame.subject.clone()).unwrap_or_default();
        if matches!(
            slice,
            "與" | "与"
                | "和"
                | "同"
                | "跟"
                | "以"
                | "按"
                | "依"
                | "因"
                | "供"
                | "給"
                | "给"
                | "並"
                | "并"
                | "且"
                | "而"
                | "由"
                | "從"
                | "从"
                | "可如"
        ) {
            frame.subject = head..head;
        }
        // 拿着獎金: what ends so is no name
        let slice = self.reader.text.get(frame.subject.clone()).unwrap_or_default();
        if slice.ends_with(['着', '著', '了', '過', '过']) && slice.chars().count() <= 4 {
            frame.subject = head..head;
        }
        // 乘客量幾個月來還會增長: a duration inside a subject ends it
        let lasting = self.quantities.clone().filter_map(|i| self.reader.quantities.get(i as usize)).find(|mention| {
            let unit = mention.item.unit.as_ref().map(crate::unit::Unit::dimension);
            unit == Some(Dimension::Duration)
                && (mention.text.start as usize) > frame.subject.start
                && (mention.text.end as usize) < frame.subject.end
                && !self.rest(mention.text.end as usize).starts_with('的')
        });
        if let Some(mention) = lasting {
            frame.subject = self.bare(frame.subject.start..mention.text.start as usize);
        }
        frame.act = self.act(frame.predicate);
        let subject = self.reader.text.get(frame.subject.clone()).unwrap_or_default();
        frame.attribute = is_attribute(subject);
        frame
    }

    /// Whether the quantity at a place measures, so that no noun is counted behind it.
    fn is_measure(&self, start: usize) -> bool {
        let mut mentions = self.quantities.clone().filter_map(|i| self.reader.quantities.get(i as usize));
        let found = mentions.find(|mention| mention.text.start as usize == start);
        found.and_then(|mention| mention.item.unit.as_ref()).is_some_and(|unit| {
            !matches!(
                unit.dimension(),
                Dimension::Items | Dimension::People | Dimension::Households | Dimension::Visits | Dimension::Other
            )
        })
    }

    /// A subject without what stands around it and is none of it.
    fn bare(&self, range: Range<usize>) -> Range<usize> {
        let text = self.reader.text;
        let mut range = trim(text, range);
        loop {
            let Some(slice) = text.get(range.clone()).filter(|slice| !slice.is_empty()) else { return range };
            let marks = slice.trim_end_matches(|c: char| c.is_whitespace() || "、，,—·“「『".contains(c)).len();
            // 安集此次, 該廠方面: words behind a subject
            let tail = tails().longest(slice).filter(|word| slice.len() > word.len());
            if let Some(word) = tail {
                range.end -= word.len();
                continue;
            }
            let word = before_time().longest(slice).filter(|word| marks == slice.len() && *word != "的");
            match word {
                Some(word) => range.end -= word.len(),
                None if marks < slice.len() => range.end = range.start + marks,
                None => break,
            }
        }
        // the code of a share: 智易 (3596-TW)
        let slice = text.get(range.clone()).unwrap_or_default();
        if let Some(open) = slice.rfind(['（', '(']).filter(|open| *open > 0) {
            let code = slice.get(open..).unwrap_or_default();
            if code.ends_with(['）', ')']) && code.chars().all(|c| c.is_ascii() || "（）".contains(c)) {
                range.end = range.start + open;
                return trim(text, range);
            }
        }
        // an unfinished bracket, and quotation marks around all of it
        let slice = text.get(range.clone()).unwrap_or_default();
        if let Some(open) =
            slice.rfind(['（', '(']).filter(|open| !slice.get(*open..).unwrap_or_default().contains(['）', ')']))
        {
            range.end = range.start + open;
        }
        trim(text, range)
    }

    /// 據統計局數據, 按照計劃: the body that a clause names as its source.
    fn source(&self, head: usize) -> Option<Range<usize>> {
        let rest = self.rest(head);
        let inner = ["根據", "根据", "據", "据"].into_iter().find_map(|word| rest.strip_prefix(word))?;
        let start = self.text.end - inner.len();
        let range = self.without_tails(start..start + inner.trim_end().len());
        let name = self.reader.text.get(range.clone()).unwrap_or_default();
        if name.len() == inner.len() || !self.quantities.is_empty() {
            return None;
        }
        // 據新華社9日報道
        let end = self.time_spans().find(|time| time.start >= start && time.end <= range.end).map(|time| time.start);
        let range = self.bare(start..end.unwrap_or(range.end));
        // 《濱海晚報》
        let name = self.reader.text.get(range.clone()).unwrap_or_default();
        let inner = name.trim_start_matches('《').trim_end_matches('》');
        let start = range.start + (name.len() - name.trim_start_matches('《').len());
        Some(start..start + inner.len())
    }

    /// 局長李某9日表示: the speaker, where the clause ends with a verb of speech.
    fn speaker(&self, head: usize) -> Option<Range<usize>> {
        if let Some(source) = self.learned(head) {
            return Some(source);
        }
        let said = self.reader.text.get(self.text.clone()).unwrap_or_default();
        let verb = self.cues.iter().rev().find(|found| matches!(found.cue, Cue::Speech) || self.tells(found));
        let closing =
            |at: usize| self.rest(at).trim_start_matches(['了', '，', ' ', '「', '“', '『', '：', ':']).is_empty();
        let introduced =
            ["介紹", "介绍"].iter().find(|word| said.ends_with(**word)).map(|word| self.text.end - word.len());
        let start = verb.filter(|verb| closing(verb.end)).map(|verb| verb.start).or(introduced)?;
        if !self.quantities.is_empty() {
            return None;
        }
        let time = self.time_spans().find(|time| time.start > head && time.end <= start).map(|time| time.start);
        let place = self
            .cues
            .iter()
            .filter(|found| found.start > head && found.start < start)
            .find(|found| matches!(found.cue, Cue::Preposition | Cue::Verb | Cue::Adverb))
            .map(|found| found.start);
        let end = [time, place].into_iter().flatten().min().unwrap_or(start);
        Some(self.without_tails(self.bare(head..end)))
    }

    /// 記者從市水務局獲悉: whom a reporter has it from.
    fn learned(&self, head: usize) -> Option<Range<usize>> {
        let rest = self.rest(head);
        let at = ["從", "从"]
            .iter()
            .filter_map(|word| rest.find(word).map(|at| at + word.len()))
            .min()
            .filter(|at| *at <= 24)?;
        let reporter = rest.get(..at)?;
        let end = ["獲悉", "获悉", "了解到", "瞭解到", "獲知", "获知"]
            .iter()
            .find_map(|word| rest.strip_suffix(word).map(str::len))?;
        (reporter.contains("記者") || reporter.contains("记者")).then(|| self.bare(head + at..head + end.max(at)))
    }

    /// A body without what it says something by: 統計局數據 is 統計局.
    fn without_tails(&self, range: Range<usize>) -> Range<usize> {
        static TAILS: OnceBox<Endings> = OnceBox::new();
        let tails = TAILS.get_or_init(|| Box::new(Endings::of_rows(SOURCE_TAILS)));
        let mut name = self.reader.text.get(range.clone()).unwrap_or_default();
        while let Some(tail) = tails.longest(name) {
            name = name
                .strip_suffix(tail)
                .unwrap_or_default()
                .trim_end_matches(['的', '有'])
                .trim_end_matches("最新")
                .trim_end();
        }
        range.start..range.start + name.len()
    }

    /// What the words of a speaker make of what follows: 預計 a forecast, 估算 an estimate.
    fn expects(&self) -> Option<Modality> {
        let text = self.reader.text.get(self.text.clone()).unwrap_or_default().trim_end_matches(['，', '：', ':']);
        let ends = |words: &[&str]| words.iter().any(|word| text.ends_with(word));
        if ends(&["預計", "预计", "預測", "预测", "預料", "预料", "預期", "预期", "料"]) {
            Some(Modality::Forecast)
        } else if ends(&["估計", "估计", "估算", "推算", "推估", "测算", "測算"]) {
            Some(Modality::Estimate)
        } else {
            None
        }
    }

    /// Words that are verbs of speech at the end of a clause: 公布, 回應.
    fn tells(&self, found: &Found) -> bool {
        let word = self.reader.text.get(found.start..found.end).unwrap_or_default();
        matches!(
            word,
            "公布"
                | "公佈"
                | "宣布"
                | "宣佈"
                | "發現"
                | "发现"
                | "預計"
                | "预计"
                | "預測"
                | "预测"
                | "預料"
                | "预料"
                | "估計"
                | "估计"
                | "呼籲"
                | "呼吁"
                | "料"
                | "預期"
                | "预期"
                | "估算"
                | "推算"
                | "介紹"
                | "介绍"
                | "警告"
                | "提醒"
        )
    }

    /// 央行預計該國經濟增長3%: who expects, and where what is expected begins, where it has a subject of its own.
    pub(super) fn expecting(&self, frame: &Frame) -> Option<(Range<usize>, usize)> {
        if frame.subject.is_empty() {
            return None;
        }
        let says = |found: &&Found| {
            let expects = matches!(found.cue, Cue::Modality(_)) && self.tells(found);
            found.start >= frame.subject.end && (expects || found.cue == Cue::Speech)
        };
        let verb = self
            .cues
            .iter()
            .find(says)
            .filter(|verb| verb.start <= frame.predicate.max(frame.subject.end) + 12 || verb.cue == Cue::Speech)?;
        let between = self.reader.text.get(frame.subject.end..verb.start).unwrap_or_default();
        if verb.start > frame.predicate && between.chars().count() > 8 {
            return None;
        }
        Some((frame.subject.clone(), verb.end))
    }
}

/// Where a word of [`PERIODS`] stands inside a subject.
fn period_in(subject: &str) -> Option<(usize, usize)> {
    static TABLE: OnceBox<Words<()>> = OnceBox::new();
    let table = TABLE.get_or_init(|| Box::new(Words::of_lists(&[PERIODS])));
    subject.char_indices().skip(1).find_map(|(at, _)| {
        let ((), length) = table.longest(subject.get(at..)?)?;
        Some((at, at + length))
    })
}

/// True where all of a subject is what is measured: 淨利, 第三季營收.
fn is_attribute(subject: &str) -> bool {
    let subject = subject.trim();
    attributes().longest(subject).is_some_and(|((), length)| length == subject.len())
}

/// A stored piece, or nothing where the range is empty.
pub(super) fn slice(reader: &mut Reader<'_>, range: Range<usize>) -> Option<Slice> {
    (!range.is_empty()).then(|| reader.slice(range))
}
