//! A subject without what is none of it: adverbs, times, durations and divisors at its ends, and words that are no noun.
//!
//! Imports [`super::frame`], whose reader of clauses this belongs to, and the tables.

use core::ops::Range;

use super::clause::{Found, trim};
use super::frame::{Frame, Framer, is_attribute, is_duration, is_term};
use super::phrase::{BODIES, COPULAS, THEN, is_single};
use super::speaker::ends_name;
use super::verb::{OFFENCES, is_abbreviation};
use super::window::counts_times;
use super::words::{Cue, is_measure_name, may_measure};
use crate::any_of::{WordSet, any_of};
use crate::article::Mention;
use crate::chars::{self, one_of};
use crate::general::{self, Pos};
use crate::lexer::Lexed;
use crate::quantity::{Quantity, Role, Value};
use crate::unit::Dimension;
use crate::vocabulary::{BEFORE_TIME, CUES, MODALS, NO_SUBJECTS, NOUN_TAILS, NOW, PERIODS, STATES, TAILS, TELLS};

/// How a word of an adverb and a verb ends that leads on to a predicate: 只會, 仍在, 沒有.
const LEADING: [char; 16] =
    ['会', '见', '能', '可', '要', '在', '有', '于', '将', '是', '需', '须', '应', '得', '再', '法'];

impl Framer<'_, '_> {
    /// Parts the owner from what is measured where a time or a period stands between: 元晶9月營收, 滙達控股中期純利.
    pub(super) fn part_owner(&self, frame: &mut Frame) {
        // 首批安裝, 四天成交, 三天內|上漲, 兩度|奪冠: an adverb, a duration or a number of times alone is no subject
        let own = self.text_of(&frame.subject);
        let inner = any_of!["之内", "内", "以来", "来", "间"].strip_suffix(own).unwrap_or(own);
        let own = frame.subject.start..frame.subject.start + inner.len();
        let span = |mention: &Mention<Quantity>| mention.text.start as usize..mention.text.end as usize;
        let is_adverb = |found: &Found| found.cue == Cue::Adverb && (found.start..found.end) == frame.subject;
        let lasts = |mention: &Mention<Quantity>| {
            is_duration(mention) || mention.item.role == Role::Ordinal || counts_times(mention)
        };
        if self.mentions().any(|mention| span(mention) == own && lasts(mention)) {
            (frame.predicate, frame.subject) = (frame.subject.end, frame.head..frame.head);
        } else if self.cues.iter().any(is_adverb) {
            (frame.predicate, frame.subject) = (frame.subject.start, frame.head..frame.head);
        }
        let time = self.time_spans().find(|time| time.start > frame.subject.start && time.end <= frame.predicate);
        let time = time.filter(|time| !self.text_of(&(time.end..frame.predicate)).contains('的'));
        let owner = time.map(|time| (self.bare(frame.subject.start..time.start), time.end));
        // 香港8月整體出口貨量: of a place the measure is the subject
        let noun = owner.as_ref().map(|(_, end)| self.text_of(&self.bare(*end..frame.subject.end)));
        let owner = owner.filter(|(owner, _)| !noun.is_some_and(|noun| self.is_measure_of_place(owner, noun)));
        if let Some((owner, end)) = owner.filter(|(owner, _)| !owner.is_empty()) {
            (frame.subject, frame.predicate) = (owner, self.skip_marks(end));
        }
        // 中華隊|4比0擊敗日本
        let score = self.mentions().find(|mention| matches!(mention.item.value, Some(Value::Score { .. })));
        let score = score.map(|mention| mention.text.start as usize);
        if let Some(start) = score.filter(|start| (frame.subject.start + 1..frame.subject.end).contains(start)) {
            (frame.subject, frame.predicate) = (self.bare(frame.subject.start..start), start);
        }
        let subject = self.text_of(&frame.subject);
        let period = period_in(subject).filter(|(_, end)| is_attribute(subject.get(*end..).unwrap_or_default()));
        if let Some((at, end)) = period {
            frame.predicate = frame.subject.start + end;
            frame.subject = self.bare(frame.subject.start..frame.subject.start + at);
        }
    }

    /// A subject without the preposition or verb of one character that only leads to it: 盼|政府, 因|訂單 before a change;
    /// 按可比口徑, 與火箭 and 兌美元 are none.
    pub(super) fn without_lead(&self, frame: &mut Frame) {
        const DROPS: [&str; 12] = ["与", "跟", "兑", "按", "据", "距", "凭", "较", "因", "逢", "经", "为"];
        const LEADS: [&str; 7] = ["盼", "指", "疑", "逾", "恐", "料", "即"];
        if frame.subject.is_empty() || frame.subject.start != frame.head {
            return;
        }
        let first = self.word_at(frame.subject.start, frame.subject.end);
        if first.end > frame.subject.end {
            return;
        }
        // 按可比口徑|收入增長6%
        let by_rule = Some(self.text_of(&frame.subject)).filter(|_| first.text == "按");
        let counted = by_rule.and_then(|subject| subject.find("口径"));
        let end = counted.map_or(first.end, |at| frame.subject.start + at + "口径".len());
        let rest = end..frame.subject.end;
        if counted.is_some() && !rest.is_empty() {
            frame.subject = self.bare(rest);
            return;
        }
        // 涉及|總值342億元, 主要是|回流名額降了
        let own = self.text_of(&frame.subject);
        let noun = any_of!["主要是因为", "主要是由于", "主要是", "涉及"].strip_prefix(own);
        if let Some(noun) =
            noun.filter(|noun| noun.chars().nth(1).is_some() && (!own.starts_with('涉') || is_measure_name(noun)))
        {
            frame.subject = self.bare(frame.subject.end - noun.len()..frame.subject.end);
            return;
        }
        let is_long = self.text_of(&rest).chars().nth(1).is_some();
        let moves = frame.verb.is_some_and(|verb| matches!(verb.cue, Cue::Direction(_)));
        let phrase = self.text_of(&frame.subject);
        // 按息起點 and 經調整失業率 are what is measured
        let by_rule = any_of!["口径", "算", "价", "价格", "标准", "汇率"].ends(phrase);
        let drops = !phrase.contains('的')
            && if first.text == "按" { by_rule } else { phrase == "距" || !is_measure_name(phrase) };
        let causes = first.text == "因" && moves && super::verb::ends_in_noun(self.text_of(&rest));
        // 受|出口下降8%影響
        let causes = causes || first.text == "受" && moves && self.is_cause();
        if is_long && (LEADS.contains(&first.text) || causes) {
            frame.subject = self.bare(rest);
        } else if DROPS.contains(&first.text) && drops {
            (frame.subject, frame.predicate) = (frame.head..frame.head, frame.head);
        }
    }

    /// Drops what is no noun at all, 與 or 拿着, and what stands after a duration: 乘客量|幾個月來還會增長.
    pub(super) fn drop_no_noun(&self, frame: &mut Frame) {
        let subject = self.text_of(&frame.subject);
        let is_single = frame.subject.start == frame.head
            && (self.is_alone(frame)
                || self.is_adverb_led(frame)
                || self.is_result_led(frame)
                || self.is_pair_alone(frame));
        if is_single || self.is_led_in(&frame.subject) {
            // what was taken for the subject says nothing of the clause before
            let pos = general::get(subject).map(|word| word.pos);
            frame.lost = matches!(pos, Some(Pos::Adjective | Pos::Numeral | Pos::Classifier));
            frame.predicate = frame.head;
            frame.subject = frame.head..frame.head;
            return;
        }
        // 完成預算的|91%: what is done
        if subject.ends_with('的') && any_of!["完成", "实现", "达到"].begins(subject) {
            (frame.predicate, frame.subject) = (frame.head, frame.head..frame.head);
            return;
        }
        // 每增長1個百分點: of how much another thing is told
        let each = subject.strip_prefix('每').unwrap_or_default();
        if CUES.longest(each).is_some_and(|(cue, length)| length == each.len() && matches!(cue, Cue::Direction(_))) {
            (frame.predicate, frame.subject) = (frame.head, frame.head..frame.head);
            frame.lost = true;
            return;
        }
        // 預計|停留兩天
        let first = self.word_at(frame.subject.start, frame.subject.end);
        let stays = first.pos == Some(Pos::Verb)
            && self.mention_at(first.end).is_some_and(|m| is_duration(m) && m.text.end as usize == frame.subject.end);
        // 由30萬戶|增加至42萬戶
        let is_from = subject.starts_with(['由', '从', '自'])
            && self.mentions().any(|mention| mention.text.end as usize == frame.subject.end);
        let is_verb = stays || is_from || subject.ends_with(['着', '了', '过']) && subject.chars().count() <= 4;
        let is_open = self.is_open(frame);
        if let Some(who) = self.who_then(frame) {
            frame.subject.end = who.end;
            return;
        }
        if NO_SUBJECTS.contains(subject)
            || self.is_given(&frame.subject)
            || is_after(subject)
            || is_verb
            || is_open
            || self.is_divisor(subject)
            || self.is_each(frame)
        {
            frame.lost = is_open && subject.ends_with('的');
            frame.subject = frame.head..frame.head;
        }
        let lasting = self.mentions().filter(|mention| is_duration(mention)).find(|mention| {
            (mention.text.start as usize) > frame.subject.start
                && (mention.text.end as usize) < frame.subject.end
                && !is_term(self.reader.text, mention)
                && !self.is_class(mention)
                // 黃金周首三天入境旅客總數
                && !self.text_of(&(frame.subject.start..mention.text.start as usize)).ends_with(['首', '前', '头', '后', '近'])
                && !self.text_of(&(mention.text.end as usize..frame.subject.end)).contains('的')
        });
        if let Some(mention) = lasting {
            frame.subject = self.bare(frame.subject.start..mention.text.start as usize);
        }
    }

    /// Whether a number tells to whom something is given: 對50畝以上的農戶|每畝補助30元.
    pub(super) fn is_given(&self, subject: &Range<usize>) -> bool {
        let whom = self.text_of(subject);
        whom.starts_with(['对', '向', '给'])
            && self.quantity_spans().any(|quantity| subject.contains(&quantity.start))
            && !is_measure_name(whom)
    }

    /// Whom 後 follows as an adverb: 局長王大明|後被罰款, but 會議後被拒.
    fn who_then(&self, frame: &Frame) -> Option<Range<usize>> {
        let who = self.text_of(&frame.subject).strip_suffix('后')?;
        let sound = who.chars().nth(1).is_some() && self.rest(frame.subject.end).starts_with(THEN);
        (sound && !ends_in_long_word(who)).then_some(frame.subject.start..frame.subject.start + who.len())
    }

    /// Whether a subject begins with an adverb of its predicate: 只會|降息, 仍在|施工.
    fn is_adverb_led(&self, frame: &Frame) -> bool {
        let end = frame.subject.end;
        let lead = self.word_at(frame.subject.start, end);
        let is_adverb =
            lead.text.starts_with(['只', '仍', '也', '都', '已', '就', '才', '又', '还', '将', '却', '曾', '现'])
                || matches!(lead.text, "不能" | "不会" | "不再" | "不得" | "未能" | "无法" | "没有");
        // 就業, 還款 are no adverbs; 只會, 仍在 end with what leads on
        let may_lead = match lead.pos {
            Some(Pos::Verb) => is_single(lead.text) || lead.text.ends_with(LEADING),
            pos => matches!(pos, Some(Pos::Adverb | Pos::Preposition | Pos::Particle)),
        };
        let next = self.word_at(lead.end, self.text.end);
        let goes_on = matches!(next.pos, Some(Pos::Verb | Pos::VerbalNoun | Pos::Adverb | Pos::Preposition));
        is_adverb
            && lead.text != "只有"
            && lead.end <= end
            && may_lead
            && (goes_on || self.cue_at(lead.end))
            && !self.text_of(&frame.subject).contains('的')
    }

    /// Whether a subject begins with a verb and its result, and no other verb stands before its number: 清出|垃圾3.5公噸.
    fn is_result_led(&self, frame: &Frame) -> bool {
        const RESULTS: &[char] = &['出', '获', '掉', '走', '回', '毁', '破', '得'];
        let subject = self.text_of(&frame.subject);
        let mut ends = subject.char_indices().map(|(at, c)| at + c.len_utf8());
        let (Some(first), Some(second)) = (ends.next(), ends.next()) else { return false };
        let (verb, word) = (subject.get(..first).unwrap_or_default(), subject.get(..second).unwrap_or_default());
        let pos = |word: &str| general::get(word).map(|word| word.pos);
        // 選種|玉米品種14個, but 舞龍隊員30人
        let counted = self.mention_at(self.skip_marks(frame.predicate));
        let counts_people = || {
            let unit = counted.and_then(|mention| mention.item.unit.as_ref());
            unit.is_some_and(|unit| unit.dimension() == Dimension::People)
        };
        let is_pair = || {
            let object = self.word_at(frame.subject.start + second, frame.subject.end);
            pos(verb) == Some(Pos::Verb)
                && pos(word).is_none()
                && !STATES.contains(word)
                && object.pos == Some(Pos::Noun)
                && !is_single(object.text)
                && !counts_people()
        };
        frame.verb.is_none()
            && counted.is_some()
            && !may_measure(subject)
            && (word.ends_with(RESULTS) || is_pair())
            && !matches!(pos(verb), Some(Pos::Noun | Pos::Person | Pos::Place | Pos::Name | Pos::Localiser))
            && !matches!(pos(word), Some(Pos::Noun | Pos::VerbalNoun))
            && self.reader.lexed.word_across(frame.subject.start + second).is_none()
    }

    /// Whether all of a subject is a verb and its object in two characters that no word holds, in a clause that goes on:
    /// 全長32公里，設站24座.
    fn is_pair_alone(&self, frame: &Frame) -> bool {
        let subject = self.text_of(&frame.subject);
        let first = subject.chars().next().map_or(0, char::len_utf8);
        let pos = |word: &str| general::get(word).map(|word| word.pos);
        let goes_on =
            self.reader.text.get(..self.text.start).unwrap_or_default().trim_end().ends_with(['，', ',', '、']);
        goes_on
            && frame.verb.is_none()
            && subject.chars().count() == 2
            && pos(subject).is_none()
            && subject.get(..first).and_then(pos) == Some(Pos::Verb)
            && subject.get(first..).and_then(pos) == Some(Pos::Noun)
            && !may_measure(subject)
            && !STATES.contains(subject)
            && self.mention_at(self.skip_marks(frame.predicate)).is_some()
    }

    /// Whether a subject is a verb or an adverb alone: 精選11項, 轉向大容量, but 罷工影響旅客.
    fn is_alone(&self, frame: &Frame) -> bool {
        let subject = self.text_of(&frame.subject);
        let acts = |verb: Found| matches!(verb.cue, Cue::Verb | Cue::Short | Cue::Adverb | Cue::Preposition);
        // 年內計劃|再改造180個小區
        let is_plan = matches!(subject, "计划" | "计画" | "规划") && frame.verb.is_some_and(acts);
        // 每月|省30元
        let is_saved = subject == "省" && self.is_measure(self.skip_marks(frame.predicate));
        if NOW.contains(subject) || is_plan || is_saved {
            return true;
        }
        // 出超67億美元, 醉駕2317起
        let is_offence = OFFENCES.contains(subject) && self.counts_offence(frame.subject.end);
        if is_offence || is_attribute(subject) && is_measure_name(subject) {
            return false;
        }
        let is_long = subject.chars().nth(1).is_some();
        // 鎮上, but 加上
        let is_noun = |c: &str| general::get(c).is_some_and(|word| word.pos == Pos::Noun);
        if is_long && ["上", "里", "内"].iter().any(|end| subject.strip_suffix(end).is_some_and(is_noun)) {
            return false;
        }
        let goes_on = |verb: Found| verb.start == frame.subject.end && !matches!(verb.cue, Cue::Has | Cue::Preposition);
        match general::get(subject).map(|word| word.pos) {
            Some(Pos::VerbalNoun | Pos::Adjective | Pos::Numeral | Pos::Classifier) => !is_long,
            // 新增|就業崗位
            Some(Pos::Verb)
                if STATES.contains(subject)
                    && frame.verb.is_some_and(|verb| verb.cue == Cue::Verb && verb.start == frame.subject.end) =>
            {
                true
            }
            Some(Pos::Verb) => {
                !is_long
                    || !frame.verb.is_some_and(goes_on)
                        && !subject.ends_with(BODIES)
                        && !self.rest(frame.subject.end).starts_with(['的', '者'])
            }
            Some(Pos::Adverb | Pos::Conjunction | Pos::Preposition) => true,
            // 未來3年|內
            Some(Pos::Localiser) => !is_long,
            _ => false,
        }
    }

    /// Whether a subject waits for its noun: 這|7月的731個, 才能得出相對的.
    fn is_open(&self, frame: &Frame) -> bool {
        let subject = self.text_of(&frame.subject);
        let counted = self.quantity_begins(self.skip_marks(frame.predicate));
        if matches!(subject, "这" | "那" | "此" | "该" | "各" | "另") {
            let compares = frame.verb.is_some_and(|verb| matches!(verb.cue, Cue::Basis(_)));
            return counted || compares && !self.quantities.is_empty();
        }
        let acts = frame.verb.map_or(!counted, |verb| matches!(verb.cue, Cue::Verb | Cue::Short | Cue::Direction(_)));
        subject.ends_with('的') && acts
    }

    /// Whether a copula or a preposition of place begins a phrase: 更是村裡的, 在職場, 這跟房價.
    fn is_led_in(&self, range: &Range<usize>) -> bool {
        let phrase = self.text_of(range);
        let pointed = phrase.strip_prefix(['这', '此']).is_some_and(|rest| rest.starts_with(['跟', '与', '和', '比']));
        let placed = phrase.starts_with(['在', '于', '从'])
            && STATES.longest(phrase).is_none()
            && !phrase.contains('的')
            && self.reader.lexed.word_across(range.start + '在'.len_utf8()).is_none();
        let long = phrase.chars().nth(2).is_some();
        pointed || long && (placed || COPULAS.begins(phrase))
    }

    /// Whether a subject only says of how many a price is: 每件|300元, but 每人|300元.
    fn is_each(&self, frame: &Frame) -> bool {
        let price = self.mention_at(self.skip_marks(frame.subject.end)).and_then(|mention| mention.item.unit.as_ref());
        let unit = self
            .text_of(&frame.subject)
            .strip_prefix('每')
            .and_then(|unit| self.reader.lexicon.entry(unit).filter(|(_, length)| *length == unit.len()));
        price.is_some_and(|price| price.dimension() == Dimension::Currency)
            && unit.is_some_and(|(unit, _)| matches!(unit.dimension(), Dimension::Items | Dimension::Other))
    }

    /// Whether a phrase only says what a number is divided by: 每公升.
    fn is_divisor(&self, phrase: &str) -> bool {
        let unit = phrase.strip_prefix('每').unwrap_or_default();
        let unit = unit.strip_suffix('地').unwrap_or(unit);
        self.reader.lexicon.entry(unit).is_some_and(|(entry, length)| {
            let counts = matches!(
                entry.dimension(),
                Dimension::People | Dimension::Households | Dimension::Items | Dimension::Visits | Dimension::Other
            );
            length == unit.len() && !counts
        })
    }

    /// Makes subjects of what is measured: 出口512億元，增長5%; 其應收取暖費為.
    pub(super) fn move_measure(&self, frame: &mut Frame) {
        let verb = frame.verb.filter(|verb| verb.start == frame.head && frame.subject.is_empty());
        let trade = verb.filter(|verb| matches!(self.word(verb), "出口" | "进口"));
        if let Some(verb) = trade.filter(|verb| self.quantity_begins(self.skip_marks(verb.end))) {
            (frame.subject, frame.predicate, frame.verb) = (verb.start..verb.end, verb.end, None);
        }
        // 商品|出口, 海關|出口: of goods it is measured
        let goods = ["商品", "产品", "货物", "货品", "海关", "整体", "服务", "机电"];
        let trade = frame.verb.filter(|verb| {
            matches!(self.word(verb), "出口" | "进口")
                && verb.start == frame.subject.end
                && goods.iter().any(|noun| self.text_of(&frame.subject).ends_with(noun))
        });
        if let Some(verb) = trade.filter(|verb| self.is_measure(self.skip_marks(verb.end)) || self.cue_at(verb.end)) {
            (frame.subject.end, frame.predicate, frame.verb) = (verb.end, verb.end, None);
        }
        // 貨量的增幅達12%
        let rate = self.cue_from(frame.predicate).filter(|found| matches!(found.cue, Cue::Direction(_)));
        let rate = rate.filter(|found| {
            self.word(found).ends_with(['幅', '率', '速', '度']) && self.rest(frame.subject.end).starts_with('的')
        });
        if let Some(rate) = rate {
            (frame.subject.end, frame.predicate) = (rate.end, rate.end);
        }
        // 商品類目的|環比增速
        let basis = self.cue_from(frame.predicate).filter(|found| matches!(found.cue, Cue::Basis(_)));
        let rate = basis
            .and_then(|basis| self.cue_from(basis.end))
            .filter(|found| matches!(found.cue, Cue::Direction(_)) && self.word(found).ends_with(['幅', '速']));
        let waits = self.text_of(&frame.subject).ends_with('的') || self.rest(frame.subject.end).starts_with('的');
        if let Some(rate) = rate.filter(|_| waits && !frame.subject.is_empty()) {
            (frame.subject.end, frame.predicate) = (rate.end, rate.end);
        }
        if let Some(end) = self.own_measure(frame) {
            (frame.subject.end, frame.predicate) = (end, end);
        }
    }

    /// Whether the quantity at a place measures, so that no noun is counted after it.
    pub(super) fn is_measure(&self, start: usize) -> bool {
        self.mention_at(start).and_then(|mention| mention.item.unit.as_ref()).is_some_and(|unit| {
            !matches!(
                unit.dimension(),
                Dimension::Items | Dimension::People | Dimension::Households | Dimension::Visits | Dimension::Other
            )
        })
    }

    /// After the mark of a quotation that only begins in a subject: “|產量增加了5%”.
    fn after_opened(&self, slice: &str, range: &Range<usize>) -> Option<usize> {
        let inner = slice.strip_prefix(['“', '「']).filter(|inner| !inner.contains(['”', '」']))?;
        let close = self.rest(range.start).find(['”', '」']).map(|close| range.start + close + '”'.len_utf8());
        close.is_none_or(|close| close >= self.text.end).then_some(range.end - inner.len())
    }

    /// A subject without what stands around it and is none of it.
    pub(super) fn bare(&self, range: Range<usize>) -> Range<usize> {
        let text = self.reader.text;
        let mut range = trim(text, range);
        loop {
            let Some(slice) = text.get(range.clone()).filter(|slice| !slice.is_empty()) else { return range };
            if let Some(start) = self.after_opened(slice, &range) {
                range.start = start;
                continue;
            }
            let marks =
                slice.trim_end_matches(|c: char| c.is_whitespace() || one_of!("、，,—·“「『").contains(c)).len();
            // 以老年人為主的志願隊上月
            if let Some(time) = self.time_spans().find(|time| time.end == range.end && time.start > range.start) {
                range = trim(text, range.start..time.start);
                continue;
            }
            // 產量與|上年持平
            let joins = slice.ends_with(['与', '跟', '同', '距']) && slice.chars().nth(2).is_some();
            let is_past =
                || any_of!["今", "前周", "前一", "上一", "上周", "往年", "常年", "去年"].begins(self.rest(range.end));
            if joins && (self.time_at(range.end).is_some() || is_past()) {
                range.end -= '与'.len_utf8();
                continue;
            }
            if let Some(word) = self.loose_tail(slice, range.end) {
                range.end -= word.len();
                continue;
            }
            let name = self.text_of(&(self.text.start..range.end));
            if let Some(start) = function_word(self.reader.lexed, &range).filter(|_| !ends_name(name)) {
                range.end = start;
                continue;
            }
            // 大火|燒了5小時
            if slice.ends_with('了') && slice.chars().nth(3).is_some() && self.quantity_begins(range.end) {
                let kept = slice.trim_end_matches('了');
                range.end = range.start + kept.len() - kept.chars().next_back().map_or(0, char::len_utf8);
                continue;
            }
            if self.compares(slice, range.end) {
                range.end -= '分'.len_utf8();
                continue;
            }
            // 負債比97%: a proportion is no comparison
            let is_ratio = slice.ends_with('比') && self.quantity_begins(range.end);
            let word = BEFORE_TIME.suffix(slice).filter(|word| marks == slice.len() && *word != "的" && !is_ratio);
            match word {
                Some(word) => range.end -= word.len(),
                None if marks < slice.len() => range.end = range.start + marks,
                None => break,
            }
        }
        match share_code(text.get(range.clone()).unwrap_or_default()) {
            Some(open) => trim(text, range.start..range.start + open),
            None => self.without_divisor(range),
        }
    }

    /// Words after a subject that ends at a place: 安集此次, 該廠方面; not 公共|充電器 and 一個月|內.
    fn loose_tail<'t>(&self, slice: &'t str, end: usize) -> Option<&'t str> {
        let word = TAILS.suffix(slice).filter(|word| slice.len() > word.len())?;
        let start = end - word.len();
        let is_counted = || self.quantity_spans().any(|quantity| quantity.start < start && start < quantity.end);
        (self.reader.lexed.word_across(start).is_none() && !is_counted()).then_some(word)
    }

    /// Whether a sign of comparison or of division stands before a quantity: its length is no part of the subject.
    fn compares(&self, slice: &str, end: usize) -> bool {
        // 生意|勝去年兩成
        if slice.ends_with(['胜', '逊']) && slice.chars().nth(2).is_some() && self.time_at(end).is_some() {
            return true;
        }
        // 申請量|破1萬份, 中國隊|列第3位
        let is_passed = || slice.strip_suffix('破').is_some_and(is_measure_name) && self.quantity_begins(end);
        let is_placed = || self.mention_at(end).is_some_and(|mention| mention.item.role == Role::Ordinal);
        if slice.ends_with('破') && is_passed() || slice.ends_with("队列") && is_placed() {
            return true;
        }
        // 患病的風險|低25%
        let is_compared = slice.ends_with(['低', '高', '多', '少', '快', '慢'])
            && self.reader.lexed.word_across(end - '低'.len_utf8()).is_none();
        // 管理費|加一成
        let is_added = || {
            let is_step = self
                .mention_at(end)
                .and_then(|mention| mention.item.unit.as_ref())
                .is_some_and(|unit| matches!(unit.dimension(), Dimension::Ratio | Dimension::Currency));
            slice.ends_with(['加', '减']) && is_step && self.reader.lexed.word_across(end - '加'.len_utf8()).is_none()
        };
        // 款項分|四期
        let is_parted = || slice.ends_with('分') && self.reader.lexed.word_across(end - '分'.len_utf8()).is_none();
        (is_compared || is_added() || is_parted()) && slice.len() > '分'.len_utf8() && self.quantity_begins(end)
    }

    /// A subject without what its number is divided by, 豬肉每公斤, and without a bracket that does not close.
    fn without_divisor(&self, mut range: Range<usize>) -> Range<usize> {
        let text = self.reader.text;
        let slice = text.get(range.clone()).unwrap_or_default();
        if let Some(at) = slice.rfind('每').filter(|at| *at > 0) {
            let unit = slice.get(at + '每'.len_utf8()..).unwrap_or_default();
            // 平均每戶人口 is what is measured
            let is_unit = self.reader.lexicon.entry(unit).is_none_or(|(_, length)| length == unit.len());
            if unit.chars().count() < 5 && is_unit && self.quantity_spans().any(|quantity| quantity.start >= range.end)
            {
                range.end = range.start + at;
                return trim(text, range);
            }
        }
        let slice = text.get(range.clone()).unwrap_or_default();
        if let Some(open) =
            slice.rfind(['（', '(']).filter(|open| !slice.get(*open..).unwrap_or_default().contains(['）', ')']))
        {
            range.end = range.start + open;
        }
        trim(text, range)
    }
}

/// Where the adverb, preposition, conjunction or modal begins that a noun phrase cannot end with: 項目可能, 他們通常.
fn function_word(lexed: &Lexed<'_>, range: &Range<usize>) -> Option<usize> {
    let text = lexed.text();
    const SINGLE: &str = "若只多少最或也都已又再仍还就才更将曾均则便却并会要能须应约连仅尚虽恐疑现不暂皆俱";
    let slice = text.get(range.clone())?;
    // 林國才（57歲）
    if text.get(range.end..)?.starts_with(['（', '(']) {
        return None;
    }
    let starts = slice.char_indices().rev().take(4).map(|(at, _)| at).filter(|at| *at > 0);
    let mut found = None;
    for at in starts {
        let word = slice.get(at..)?;
        let ends = if is_single(word) {
            // 協進會昨日: 會 is a modal before a verb alone
            let is_modal = || {
                let rest = text.get(range.end..).unwrap_or_default();
                let after = general::longest_at(rest);
                // 收入會|大幅增加
                let moves = |at: usize| {
                    let cue = rest.get(at..).and_then(|rest| CUES.longest(rest));
                    cue.is_some_and(|(cue, _)| matches!(cue, Cue::Direction(_)))
                };
                after.is_some_and(|word| match word.pos {
                    Pos::Adverb => moves(word.length),
                    pos => matches!(pos, Pos::Verb | Pos::VerbalNoun),
                })
            };
            let name = slice.get(..at).unwrap_or_default();
            let is_body = || word == "会" && (is_abbreviation(name) || is_speaking_body(lexed, name, range.end));
            // 出現 and the like are words; 國陣|現|握
            let is_now = || {
                word != "现"
                    || general::longest_at(text.get(range.end..).unwrap_or_default())
                        .is_some_and(|word| matches!(word.pos, Pos::Verb | Pos::VerbalNoun))
            };
            // 學費|不|加價
            let is_denied = || word != "不" || moves_at(text.get(range.end..).unwrap_or_default());
            SINGLE.contains(word)
                && (!"会要能可应须多少".contains(word) || is_modal() && !is_body())
                && is_now()
                && is_denied()
        } else {
            MODALS.contains(word)
                || general::get(word).is_some_and(|found| match found.pos {
                    Pos::Adverb | Pos::Preposition | Pos::Conjunction => true,
                    // 今後, 目前, but 春節 and 冬季 may be part of a name
                    Pos::Time => !word.ends_with(['季', '节', '天', '日', '年', '月', '期', '春', '夏', '秋', '冬']),
                    _ => false,
                }) && !NOUN_TAILS.contains(word)
        };
        if ends && lexed.word_across(range.start + at).is_none() {
            found = Some(range.start + at);
        }
    }
    found
}

/// Whether a text ends with a word of two to four characters that names no person.
fn ends_in_long_word(text: &str) -> bool {
    let starts = text.char_indices().rev().skip(1).take(3).map(|(at, _)| at);
    let mut words = starts.filter_map(|at| general::get(text.get(at..)?));
    words.any(|word| word.pos != Pos::Person)
}

/// Whether a phrase only says after what something is so: 計入消費稅後|為24分, 會議後|發布, but 皇后 and 90後.
fn is_after(phrase: &str) -> bool {
    const LEADS: &WordSet = any_of!["计入", "扣除", "剔除", "撇除", "计及", "扣减", "标准化", "加上", "不计"];
    // 至案發時, 截至交房時只退還
    if phrase.starts_with(['至', '截']) && phrase.chars().skip(2).any(|c| c == '时') {
        return true;
    }
    let stem = phrase.strip_suffix('后').filter(|stem| !stem.ends_with(chars::is_digit));
    stem.is_some() && (LEADS.begins(phrase) || !ends_in_long_word(phrase))
}

/// Whether a word of direction or a verb of two characters begins a text.
fn moves_at(rest: &str) -> bool {
    CUES.longest(rest).is_some_and(|(cue, length)| match cue {
        Cue::Direction(_) => true,
        Cue::Verb => length > '不'.len_utf8(),
        _ => false,
    })
}

/// Whether 會 ends the name of a body that speaks: 馬會|表示; not 局長會說, 他會表示.
fn is_speaking_body(lexed: &Lexed<'_>, name: &str, end: usize) -> bool {
    let rest = lexed.text().get(end..).unwrap_or_default();
    let speaks = CUES.longest(rest).is_some_and(|(cue, length)| {
        let word = rest.get(..length).unwrap_or_default();
        (cue == Cue::Speech || TELLS.contains(word)) && length > '称'.len_utf8()
    });
    let starts = name.char_indices().rev().take(4).map(|(at, _)| at);
    let last = starts.filter_map(|at| general::get(name.get(at..)?)).last();
    let is_person = name.ends_with(['长', '人', '员', '者', '师', '们', '客', '我', '他', '她', '你', '它', '谁']);
    speaks && !is_person && !last.is_some_and(|word| matches!(word.pos, Pos::Person | Pos::Pronoun))
}

/// Where a word of [`PERIODS`] stands inside a subject.
fn period_in(subject: &str) -> Option<(usize, usize)> {
    let first = subject.chars().next()?.len_utf8();
    let ((), at, length) = PERIODS.find(subject.get(first..)?)?;
    Some((first + at, first + at + length))
}

/// Where the code of a share begins at the end of a name: 智易 (3596-TW), but not 圓齒龍（Globidens）.
fn share_code(slice: &str) -> Option<usize> {
    let open = slice.rfind(['（', '(']).filter(|open| *open > 0)?;
    let code = slice.get(open..)?;
    let is_code = code.contains(|c: char| c.is_ascii_digit() || one_of!("-:.").contains(c))
        && code.ends_with(['）', ')'])
        && code.chars().all(|c| c.is_ascii() || one_of!("（）").contains(c));
    is_code.then_some(open)
}
