//! A claim in the making: whose it is, by the clause itself and by what was said before.
//!
//! Imports [`super::frame`], whose parts of a clause it begins with.

use core::ops::Range;

use super::change::Carried;
use super::clause::{Clause, Clauses, Found};
use super::frame::{Frame, Framer, MOST};
use super::modality::is_free;
use super::own_text;
use super::phrase::BODIES;
use super::words::{Cue, is_generic, is_measure_name, may_measure};
use crate::any_of::{WordSet, any_of};
use crate::article::{Mention, Modality, Range32};
use crate::general::{self, Pos};
use crate::mentions::Reader;
use crate::quantity::{Quantity, Role};
use crate::time::Time;
use crate::unit::Dimension;
use crate::vocabulary::{CAUSES, CUES, HAPPENS, PUBLISHES};

/// What later clauses take from earlier ones.
#[derive(Clone, Debug, Default)]
pub(super) struct Carry {
    /// The last that did something.
    pub(super) agent: Option<Range<usize>>,
    /// The last that anything was said of.
    pub(super) topic: Option<Range<usize>>,
    /// What 其中 named last.
    pub(super) part: Option<Range<usize>>,
    /// A clause of the sentence told of nobody who was named.
    pub(super) is_orphan: bool,
    /// Whose measure a clause told of last.
    pub(super) owner: Option<Range<usize>>,
    /// What a clause of its own names for the next ones to speak of: 至於銷量，
    pub(super) announced: Option<Range<usize>>,
    /// Who spoke last.
    pub(super) speaker: Option<Range<usize>>,
    /// Where the sentence begins.
    pub(super) sentence: usize,
    /// Who spoke right before: what a body tells without a subject it did itself.
    pub(super) teller: Option<Range<usize>>,
    /// The body whose head that is.
    pub(super) office: Option<Range<usize>>,
    /// It is a body, and no person who speaks of it.
    pub(super) tells_as_body: bool,
    /// A quotation of the speaker's is open.
    pub(super) quoted: bool,
    pub(super) basis: Carried,
}

/// A claim in the making: one clause, or several that say more of the same.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) text: Range<usize>,
    pub(super) quantities: Range32,
    pub(super) times: Range32,
    pub(super) cues: Range<usize>,
    pub(super) subject: Option<Range<usize>>,
    pub(super) carried: bool,
    pub(super) frame: Frame,
    /// The clause that the frame is of.
    pub(super) first: Range<usize>,
    pub(super) condition: Option<Range<usize>>,
    pub(super) speaker: Option<Range<usize>>,
    /// What the speaker takes it for.
    pub(super) expected: Option<Modality>,
    /// A clause before says what it is compared with, perhaps a time.
    pub(super) compared: Option<Option<u32>>,
    /// A word says which way something went.
    pub(super) measures: bool,
    /// The time of the sentence.
    pub(super) inherited: Option<u32>,
    /// It only tells what was so before: 去年同期為2億元.
    pub(super) aside: bool,
}

/// A clause as somebody tells it: who, what the teller takes it for, and the parts of what is told.
struct Told {
    speaker: Option<Range<usize>>,
    expected: Option<Modality>,
    frame: Frame,
}

impl Told {
    /// Nobody tells it.
    fn plain(frame: &Frame) -> Self {
        Self { speaker: None, expected: None, frame: frame.clone() }
    }
}

impl Draft {
    /// Whether it holds nothing that a claim is made of.
    pub(super) const fn is_empty(&self) -> bool {
        self.quantities.start >= self.quantities.end
            && self.times.start >= self.times.end
            && self.cues.start >= self.cues.end
    }

    /// A claim that begins with a clause.
    pub(super) fn new(
        reader: &Reader<'_>,
        clauses: &Clauses,
        clause: &Clause,
        frame: &Frame,
        carry: &mut Carry,
    ) -> Self {
        let Told { speaker, expected, mut frame } = told_by(reader, clauses, clause, frame, carry);
        // 已於8月底前到崗: no noun follows the adverb
        let done = own_text(reader, &clause.text).starts_with('已');
        if done && frame.verb.is_none() && frame.predicate >= clause.text.end && clause.quantities.is_empty() {
            (frame.predicate, frame.subject) = (frame.head, frame.head..frame.head);
        }
        let before = subject_before(reader, clauses, clause, &frame, carry);
        let (subject, carried) = if frame.subject.is_empty() {
            (before, true)
        } else {
            let (subject, is_named) = own_subject(reader, clause, &frame, carry);
            (Some(subject), is_named)
        };
        carry.is_orphan |= subject.is_none() && frame.act.is_some() && !clause.quantities.is_empty();
        let cues = clauses.cues.get(clause.cues.clone()).unwrap_or_default();
        let says_way =
            |found: &Found| matches!(found.cue, Cue::Direction(_) | Cue::Both(..)) && found.start >= frame.predicate;
        Self {
            text: clause.text.clone(),
            quantities: clause.quantities.clone(),
            times: clause.times.clone(),
            cues: clause.cues.clone(),
            carried: carried && subject.is_some(),
            subject,
            first: clause.text.clone(),
            condition: None,
            speaker,
            expected,
            compared: None,
            inherited: None,
            aside: false,
            measures: frame.act.is_none() && cues.iter().any(says_way),
            frame,
        }
    }
}

/// How what is published is named.
pub(super) const THINGS: &WordSet = any_of!["成绩", "结果", "名单", "清单", "榜单", "分数线", "业绩", "财报", "价格"];

/// The last characters of names of offices.
pub(super) const OFFICE_ENDS: [char; 9] = ['处', '局', '院', '部', '署', '厅', '会', '府', '行'];

/// The last characters of names of places that have a government.
const PLACE_ENDS: [char; 9] = ['县', '市', '区', '镇', '乡', '村', '省', '州', '国'];

/// Who tells what a clause says, inside it: 央行預計該國經濟增長3%.
fn told_by(reader: &Reader<'_>, clauses: &Clauses, clause: &Clause, frame: &Frame, carry: &Carry) -> Told {
    const SPEAKERS: &[char] = &[
        '局', '台', '部', '会', '社', '所', '行', '厅', '委', '府', '司', '构', '家', '员', '方', '人', '长', '者',
        '界', '署', '处', '们', '师', '团',
    ];
    let plain = Told::plain(frame);
    let framer = Framer::new(reader, clause, clauses);
    let Some((who, verb)) = framer.expecting(frame) else { return plain };
    let after = verb.end;
    let (head, _) = framer.head(after);
    let inner = framer.split(Frame { head, subject: after..after, ..frame.clone() });
    // 醫管局指|共144人求診
    let tells = verb.cue == Cue::Speech && verb.end == frame.subject.end;
    if inner.subject.is_empty() && !tells && (who.is_empty() || verb.cue != Cue::Verb) {
        return plain;
    }
    if who.is_empty() {
        // 發現|六成八受訪者每周網購, but 發現|3具屍體: told by who acted before
        let counter = framer.counter_end(inner.subject.start);
        let counted = counter.is_some_and(|end| inner.subject.end <= end || inner.predicate >= clause.text.end);
        let says = inner.verb.is_some() || counter.is_some();
        let speaker = || carry.agent.clone().or_else(|| carry.topic.clone());
        return if says && !counted { Told { speaker: speaker(), frame: inner, ..plain } } else { plain };
    }
    // 劇院預計觀眾1.5萬人次: the estimate is of its own
    let speaks = own_text(reader, &frame.subject).ends_with(SPEAKERS);
    let is_own = verb.cue != Cue::Speech && inner.verb.is_none() && frame.expects.is_none() && !speaks;
    if is_own && !inner.subject.is_empty() {
        return Told { frame: Frame { predicate: frame.subject.end, ..frame.clone() }, ..plain };
    }
    if verb.cue == Cue::Verb {
        // 主計處公布失業率3.4%: an office tells of a measure, a company of its own
        let name = without_bracket(own_text(reader, &who));
        let measure = without_bracket(own_text(reader, &inner.subject));
        let tells = name.ends_with(OFFICE_ENDS) && is_measure_name(measure);
        return if tells { Told { speaker: Some(who), frame: inner, ..plain } } else { plain };
    }
    let says = (inner.verb.is_some() || !clause.quantities.is_empty()) && !inner.attribute;
    let expected = (verb.cue != Cue::Speech).then_some(Modality::Forecast);
    if says { Told { speaker: Some(who), expected, frame: inner } } else { plain }
}

/// A name without the bracket that explains it: 消費者物價指數（CPI）.
fn without_bracket(name: &str) -> &str {
    let open = name.rfind(['（', '(']).filter(|_| name.ends_with(['）', ')']));
    open.and_then(|open| name.get(..open)).unwrap_or(name)
}

/// Whether somebody does something in a clause.
fn acts(frame: &Frame) -> bool {
    let verb = frame.verb.filter(|_| frame.act.is_some());
    verb.is_some_and(|verb| {
        matches!(
            verb.cue,
            Cue::Verb | Cue::Short | Cue::Has | Cue::Preposition | Cue::Adverb | Cue::Modality(_) | Cue::Negation
        )
    })
}

/// Whether what a clause tells is nobody's own act: 造成3人死亡, 發生車禍3宗, 將有3個颱風.
fn happens(reader: &Reader<'_>, frame: &Frame) -> bool {
    frame.act.is_some_and(|act| {
        let word = own_text(reader, &(act.start..act.end));
        act.cue == Cue::Has || CAUSES.contains(word) || HAPPENS.contains(word)
    })
}

/// The subject that a clause without one of its own takes from those before.
fn subject_before(
    reader: &Reader<'_>,
    clauses: &Clauses,
    clause: &Clause,
    frame: &Frame,
    carry: &mut Carry,
) -> Option<Range<usize>> {
    let is_plan = frame.verb.is_some_and(|verb| verb.cue == Cue::Modality(Modality::Planned));
    let office = carry.office.clone().filter(|_| !is_plan);
    let is_body = carry.tells_as_body || office.is_some();
    let teller = office.or_else(|| carry.teller.clone()).filter(|_| acts_itself(reader, clause, frame, is_body));
    // 將目標價由6元調至7元: who does it is no measure
    if moves_thing(reader, clause) {
        return mover(reader, carry);
    }
    // 至於銷量，8月共售出3萬件
    if carry.announced.is_some() {
        return carry.announced.clone();
    }
    if !acts(frame) || has_level(reader, frame) {
        let cues = clauses.cues.get(clause.cues.clone()).unwrap_or_default();
        return topic_before(reader, clause, cues, carry, is_plan);
    }
    let reaches = reaches_record(reader, frame);
    let goes_on = |topic: &Range<usize>| topic.start >= carry.sentence || !is_measure_name(own_text(reader, topic));
    let topic = carry.topic.clone().filter(|topic| reaches || goes_on(topic));
    // 該縣人均收入3萬元，接待遊客15萬人次: the county does
    let is_near = |range: &Range<usize>| range.start >= carry.sentence;
    let is_free = teller.is_none() && !carry.agent.as_ref().is_some_and(is_near);
    let may_own = is_free && !reaches && !fulfils(reader, frame);
    if let Some(owner) = carry.owner.clone().filter(|owner| may_own && is_near(owner)) {
        carry.agent = Some(owner.clone());
        return Some(owner);
    }
    // 局長林某說，明年將增建: the plan is the body's
    let speaks_for = |who: &Range<usize>| {
        carry.agent.as_ref().is_some_and(|body| begins_with_title(own_text(reader, who), own_text(reader, body)))
    };
    if let Some(owner) = led_owner(reader, carry, teller.as_ref()) {
        return Some(owner);
    }
    if let Some(who) = teller.filter(|who| !speaks_for(who)) {
        let who = body_of(reader, who);
        carry.agent = Some(who.clone());
        (carry.teller, carry.office) = (None, None);
        return Some(who);
    }
    // the subject of the sentence itself goes before one of an earlier sentence
    let is_near = |range: &Range<usize>| range.start >= carry.sentence;
    let own = carry.topic.clone().filter(|topic| is_near(topic) && !is_measure_name(own_text(reader, topic)));
    // 利率2%，當日有980億元貸款到期; 總投資3億元，計劃明年建成
    // 發送量增長5%，開行列車300列: what is measured runs none
    let runs = || frame.verb.is_some_and(|verb| verb.cue == Cue::Verb) && !reaches && !fulfils(reader, frame);
    let is_other = is_plan || has_thing(reader, frame) || runs();
    let is_free = |name: &str| !is_measure_name(name) || name.ends_with("指数");
    let topic = topic.filter(|topic| !is_other || is_free(own_text(reader, topic)));
    carry.agent.clone().filter(is_near).or(own).or_else(|| carry.agent.clone()).or(topic)
}

/// Whether who tells a clause without a subject does what it tells: 公司表示，明年將增建.
fn acts_itself(reader: &Reader<'_>, clause: &Clause, frame: &Frame, is_body: bool) -> bool {
    let verb = frame.verb.filter(|verb| verb.start <= frame.head);
    let is_own = |verb: Found| match verb.cue {
        Cue::Modality(Modality::Planned) => true,
        Cue::Verb | Cue::Short | Cue::Adverb | Cue::Modality(_) => is_body,
        _ => false,
    };
    verb.is_some_and(is_own)
        && !happens(reader, frame)
        && !own_text(reader, &(clause.text.start..frame.predicate)).contains(['料', '预', '估'])
}

/// Whether a clause tells of what is measured, which does nothing but reach a record.
fn reaches_record(reader: &Reader<'_>, frame: &Frame) -> bool {
    frame.act.is_some_and(|act| {
        own_text(reader, &(act.start..act.end))
            .starts_with(['创', '刷', '突', '触', '跌', '位', '居', '列', '排', '占'])
    })
}

/// What a clause without a verb of its own speaks of.
fn topic_before(
    reader: &Reader<'_>,
    clause: &Clause,
    cues: &[Found],
    carry: &Carry,
    is_plan: bool,
) -> Option<Range<usize>> {
    let is_near = |range: &Range<usize>| range.start >= carry.sentence;
    // 總投資3億元，計劃明年通車: what is measured has no plan
    let may_plan = |range: &Range<usize>| !is_plan || !is_measure_name(own_text(reader, range));
    if is_plan && carry.topic.as_ref().is_some_and(|topic| !may_plan(topic)) {
        return carry.agent.clone();
    }
    let near = carry.topic.clone().filter(is_near).or_else(|| carry.agent.clone().filter(is_near));
    let near = carry.part.clone().filter(is_near).or(near);
    // 辦理業務4萬件，是2022年的3倍: nobody of an earlier sentence
    if carry.is_orphan && near.is_none() {
        return None;
    }
    let subject = near.or_else(|| carry.topic.clone()).or_else(|| carry.agent.clone());
    subject.filter(|subject| !misfits(reader, clause, cues, own_text(reader, subject)))
}

/// The body whose measure was told before, where its head speaks of it.
fn led_owner(reader: &Reader<'_>, carry: &Carry, teller: Option<&Range<usize>>) -> Option<Range<usize>> {
    carry.owner.clone().filter(|owner| {
        let is_led = |who: &Range<usize>| begins_with_title(own_text(reader, who), own_text(reader, owner));
        carry.agent.is_none() && teller.is_some_and(is_led)
    })
}

/// Who makes a thing move: who speaks, or who acted in the sentence.
fn mover(reader: &Reader<'_>, carry: &Carry) -> Option<Range<usize>> {
    let may_act = |who: &Range<usize>| {
        let name = own_text(reader, who);
        let is_actor = is_body_name(name) || who.start >= carry.sentence && acts_at(reader, who);
        !may_measure(name) && is_actor
    };
    let said = carry.teller.clone().or_else(|| carry.speaker.clone().filter(|who| who.start >= carry.sentence));
    said.or_else(|| carry.agent.clone().filter(may_act))
}

/// Whether the number of a clause cannot be of a measure: 占比8%，|比去年多314人; 受災面積3萬公頃，|損失8000萬元.
fn misfits(reader: &Reader<'_>, clause: &Clause, cues: &[Found], measure: &str) -> bool {
    let Some(mention) =
        reader.quantities.get(clause.quantities.start as usize).filter(|_| !clause.quantities.is_empty())
    else {
        return false;
    };
    let dimension = mention.item.unit.as_ref().map(|unit| unit.dimension());
    let is_counted = mention.item.role == Role::Cardinal
        && matches!(
            dimension,
            Some(Dimension::People | Dimension::Currency | Dimension::Households | Dimension::Visits)
        );
    let is_share =
        any_of!["占比", "比重", "比例", "率"].ends(measure) && !any_of!["费率", "汇率", "税率"].ends(measure);
    let is_area = measure.ends_with("面积");
    // 失業率6.6%，達24萬人 tells of the same
    let moves = cues.iter().any(|found| matches!(found.cue, Cue::Basis(_) | Cue::Both(..) | Cue::Direction(_)));
    is_counted && (is_share && moves || is_area)
}

/// Whether a clause without a subject makes a thing move: 並把預測從1%調低到0.5%.
fn moves_thing(reader: &Reader<'_>, clause: &Clause) -> bool {
    let text = own_text(reader, &clause.text);
    let rest = any_of!["并", "同时", "也", "又", "再", "更", "还", "亦", "就"].strip_prefix(text).unwrap_or(text);
    // 不得不從8月起|把洗衣費調高3角
    let forced = any_of!["不得不", "被迫", "只好", "唯有"].strip_prefix(rest);
    if forced.is_some_and(|rest| rest.contains('把')) {
        return true;
    }
    let Some(thing) = rest.strip_prefix(['将', '把']) else { return false };
    let noun = general::longest_at(thing).filter(|word| matches!(word.pos, Pos::Noun | Pos::VerbalNoun));
    let leads = noun.and_then(|word| thing.get(word.length..)).is_some_and(|rest| rest.contains(['由', '从', '自']));
    leads && CUES.longest(thing).is_none_or(|(cue, _)| matches!(cue, Cue::Nothing))
}

/// Whether a name is that of a body, which may act.
fn is_body_name(name: &str) -> bool {
    name.ends_with(OFFICE_ENDS) || name.ends_with(BODIES) || any_of!["公司", "集团", "大学", "医院", "企业"].ends(name)
}

/// Whether what follows a name in the text does something: 大和|發表報告.
fn acts_at(reader: &Reader<'_>, who: &Range<usize>) -> bool {
    let rest = reader.text.get(who.end..).unwrap_or_default();
    CUES.longest(rest).is_some_and(|(cue, _)| matches!(cue, Cue::Verb | Cue::Adverb | Cue::Modality(_) | Cue::Speech))
}

/// Whether a noun says what there is so much of: 有980億元|貸款到期.
fn has_thing(reader: &Reader<'_>, frame: &Frame) -> bool {
    frame.act.filter(|act| act.cue == Cue::Has).is_some_and(|act| {
        let at = reader.quantities.partition_point(|mention| (mention.text.start as usize) < act.end);
        let counted = reader.quantities.get(at).filter(|mention| mention.text.start as usize == act.end);
        let rest = counted.and_then(|mention| reader.text.get(mention.text.end as usize..));
        let noun = rest.and_then(general::longest_at);
        noun.is_some_and(|word| matches!(word.pos, Pos::Noun | Pos::VerbalNoun) && word.length > '元'.len_utf8())
    })
}

/// Whether what a clause has is a level and no thing: 最低氣溫回升，僅有零下5度.
fn has_level(reader: &Reader<'_>, frame: &Frame) -> bool {
    frame.act.filter(|act| act.cue == Cue::Has).is_some_and(|act| {
        let at = reader.quantities.partition_point(|mention| (mention.text.start as usize) < act.end);
        let counted = reader.quantities.get(at).filter(|mention| mention.text.start as usize == act.end);
        let unit = counted.and_then(|mention| mention.item.unit.as_ref()).map(|unit| unit.dimension());
        !has_thing(reader, frame)
            && unit.is_some_and(|unit| {
                !matches!(unit, Dimension::People | Dimension::Items | Dimension::Households | Dimension::Visits)
            })
    })
}

/// Whether a clause tells how far what is measured came: 完成預算的60%, 保持在5%.
fn fulfils(reader: &Reader<'_>, frame: &Frame) -> bool {
    frame.act.is_some_and(|act| {
        let word = own_text(reader, &(act.start..act.end));
        // 完成投資3億元 is done by somebody
        let at = reader.quantities.partition_point(|mention| (mention.text.start as usize) < act.end);
        let is_sum = |mention: &Mention<Quantity>| {
            let counts = mention.item.unit.as_ref().is_some_and(|unit| unit.dimension() != Dimension::Duration);
            mention.item.role == Role::Cardinal && counts && (mention.text.start as usize) > act.end
        };
        if matches!(word, "完成" | "实现") && reader.quantities.get(at).is_some_and(is_sum) {
            return false;
        }
        any_of!["完成", "实现", "保持", "维持", "达", "超", "稳", "位", "处", "相当", "等于", "为", "仅", "接近"]
            .begins(word)
    })
}

/// Whose measure a subject is: 該縣 of 該縣人均收入, 某公司 of 某公司股價.
fn owner_of(reader: &Reader<'_>, subject: &Range<usize>) -> Option<Range<usize>> {
    let text = own_text(reader, subject);
    // most subjects measure nothing
    if !may_measure(text) {
        return None;
    }
    let is_owner = |owner: &str| {
        let word = general::get(owner);
        let pos = word.map(|word| word.pos);
        let is_named = matches!(pos, Some(Pos::Name | Pos::Place | Pos::Person))
            || owner.strip_prefix(['该', '本', '这']).is_some_and(|noun| general::get(noun).is_some())
            || owner.strip_prefix('全').is_some_and(|place| place.strip_prefix(PLACE_ENDS) == Some(""));
        // 全部 is no part of a body
        let may_name = matches!(pos, None | Some(Pos::Noun));
        let is_body =
            may_name && (owner.ends_with(PLACE_ENDS) || owner.ends_with(OFFICE_ENDS) || owner.ends_with(BODIES));
        // 新建 is a verb as well as a place
        owner.chars().nth(1).is_some() && (is_named || is_body) && !CUES.contains(owner)
    };
    let starts = text.char_indices().map(|(at, _)| at).filter(|at| *at > 0);
    let parts = starts.filter_map(|at| Some((at, text.get(..at)?, text.get(at..)?)));
    let owners = parts.filter(|(at, owner, measure)| {
        measure.chars().nth(1).is_some()
            && is_measure_name(measure)
            // 恒生|指數 is one name
            && !measure.ends_with("指数")
            && is_owner(owner)
            && reader.lexed.word_across(subject.start + at).is_none()
    });
    owners.last().map(|(at, ..)| subject.start..subject.start + at)
}

/// The body that somebody speaks for without a name: 某公司|相關負責人.
fn body_of(reader: &Reader<'_>, who: Range<usize>) -> Range<usize> {
    const SPEAKERS: &WordSet = any_of!["新闻发言人", "相关负责人", "有关负责人", "发言人", "负责人", "相关人士"];
    let name = own_text(reader, &who);
    let body = SPEAKERS.strip_suffix(name).filter(|body| body.chars().nth(1).is_some());
    body.map_or(who.clone(), |body| who.start..who.start + body.len())
}

/// How titles end that lead a body or speak for one.
const LEADERS: &WordSet = any_of!["席", "监", "裁", "经理", "责人", "言人", "秘书"];

/// Whether a speaker is named by a title alone, of one who speaks for the body: 董事長, but 局長 only for a 局 or a place that
/// has one.
fn begins_with_title(who: &str, body: &str) -> bool {
    let title = general::longest_at(who).and_then(|word| who.get(..word.length)).unwrap_or_default();
    match title.strip_suffix('长') {
        Some("董事" | "理事") => true,
        // a bureau of a county, a town or a state
        Some("局" | "处" | "厅" | "科") if body.ends_with(PLACE_ENDS) || body.ends_with('府') => true,
        Some(office) => !office.is_empty() && body.contains(office),
        None => title.len() > '长'.len_utf8() && LEADERS.ends(title),
    }
}

/// The subject of a clause that has one, which later clauses take from it; whether it is one that was named before.
fn own_subject(reader: &Reader<'_>, clause: &Clause, frame: &Frame, carry: &mut Carry) -> (Range<usize>, bool) {
    let own = own_text(reader, &frame.subject);
    // 該中心 is the center named before
    let before = [carry.agent.clone(), carry.topic.clone()];
    let named = before.into_iter().flatten().find(|before| is_meant(reader.text, before, own));
    let is_named = named.is_some();
    let subject = named.unwrap_or_else(|| frame.subject.clone());
    // 海關會同警方，查扣凍品63噸: a verb that no table has
    let by_word = frame.verb.is_none() && clause.quantities.is_empty() && frame.predicate < clause.text.end;
    let told = frame.verb.is_some() || !clause.quantities.is_empty() || by_word;
    // 其中藍海傳媒連收4個漲停板，四天漲幅達46%
    carry.part = Some(subject.clone()).filter(|_| frame.part && frame.act.is_some());
    if frame.part || !told || is_generic(own) {
        return (subject, is_named);
    }
    let publishes = frame.act.is_some_and(|act| PUBLISHES.contains(own_text(reader, &(act.start..act.end))));
    // 處長公布治安情況，全年錄得9萬宗罪案
    // 成績將於下周公布，考生可查分
    let is_teller = publishes && (own.ends_with(['长', '席']) || THINGS.ends(own));
    carry.owner = owner_of(reader, &subject).or_else(|| carry.owner.take());
    carry.topic = Some(subject.clone()).filter(|_| !is_teller).or_else(|| carry.topic.take());
    carry.announced = None;
    // 署長說，失業率是重點，5月啟動方案: what is measured does nothing
    if acts(frame) || !is_measure_name(own) {
        (carry.teller, carry.office) = (None, None);
    }
    // 某部門牽頭，選派萬名幹部
    let leads = frame.verb.is_some_and(|verb| matches!(verb.cue, Cue::Adverb | Cue::Modality(_) | Cue::Negation));
    // 小鵬汽車首季總收入65.5億元: the owner may act later
    let owns =
        frame.verb.is_none()
            && clause.times.clone().filter_map(|i| reader.times.get(i as usize)).any(|time| {
                frame.subject.end <= time.text.start as usize && (time.text.end as usize) <= frame.predicate
            });
    let measure = frame.attribute || is_measure_name(own) || own.ends_with("记者") || is_teller;
    if (acts(frame) || leads || by_word || owns) && !measure {
        carry.agent = Some(subject.clone());
    }
    (subject, is_named)
}

/// Whether 該中心 means what was named before: its name ends with the same noun.
fn is_meant(text: &str, before: &Range<usize>, own: &str) -> bool {
    let noun = any_of!["该", "这家", "这间", "此"].strip_prefix(own);
    let name = text.get(before.clone()).unwrap_or_default();
    noun.is_some_and(|noun| noun.chars().nth(1).is_some() && name.len() > own.len() && name.ends_with(noun))
}

/// Whether a clause has a time of its own, which makes another claim, unless it is what is compared with.
fn has_own_time(reader: &Reader<'_>, cues: &[Found], clause: &Clause) -> bool {
    clause.times.clone().filter_map(|i| reader.times.get(i as usize)).any(|time| {
        let start = time.text.start as usize;
        let with = reader.text.get(..start).is_some_and(|head| head.ends_with(['与', '和', '跟', '同']));
        // 在12月回落 has its time
        let is_when = |found: &Found| matches!(own_text(reader, &(found.start..found.end)), "在" | "于" | "自");
        let against = |found: &&Found| {
            let leads = matches!(found.cue, Cue::Basis(_)) || found.cue == Cue::Preposition && !is_when(found);
            leads && found.end + 12 >= start && found.start < start
        };
        // 為逾四十五年來最大增幅
        let after = reader.text.get(time.text.end as usize..clause.text.end).unwrap_or_default();
        let is_record = after.starts_with(['最', '新', '首']) && start <= clause.text.start + 9;
        !with && !is_record && !cues.iter().any(|found| against(&found))
    })
}

/// Whether a clause is nothing but another way to say the number before it: 或0.08%, 即3億元.
fn says_again(reader: &Reader<'_>, clause: &Clause, quantity: &Mention<Quantity>) -> bool {
    let (start, end) = (quantity.text.start as usize, quantity.text.end as usize);
    end == clause.text.end && matches!(own_text(reader, &(clause.text.start..start)), "或" | "即" | "约合" | "折合")
}

/// The time at the head of a clause that tells only what was so before, in a sentence on a later time: 去年同期為2億元, 6月為
/// 3億元, 一周前只需12元.
pub(super) fn is_aside(reader: &Reader<'_>, clause: &Clause, frame: &Frame, told: Option<u32>) -> bool {
    let Some(time) = reader.times.get(clause.times.start as usize).filter(|_| !clause.times.is_empty()) else {
        return false;
    };
    let words = own_text(reader, &(time.text.start as usize..time.text.end as usize));
    let is_first = time.text.start as usize <= clause.text.start + "再".len() && time.text.end as usize <= frame.head;
    // 同期 alone is the time told last
    let is_same = ["同期", "同月", "同季", "同日"].iter().any(|word| words.ends_with(word) && words.len() > word.len());
    // 去年同期 and the like of another period need no more; other times only where the clause just gives their number
    let rest = own_text(reader, &(frame.head..clause.text.end));
    let gives = any_of!["为", "则为", "是", "则是", "仅", "仅为", "则有", "只有", "只需", "有"].begins(rest);
    let end = |time: &Time| time.to.or(time.from);
    let told = told.and_then(|told| reader.times.get(told as usize));
    let is_earlier = told.and_then(|told| told.item.from).zip(end(&time.item)).is_some_and(|(now, then)| then < now);
    let is_past = words.ends_with('前') || words.starts_with("上一") || words.starts_with("前一");
    // 前一季升0.9%: the one before what is told of
    let is_last = is_past || any_of!["上月", "上季", "上周", "前月", "前周", "上年"].begins(words);
    let moves = frame.subject.is_empty() && frame.verb.is_some_and(|verb| matches!(verb.cue, Cue::Direction(_)));
    is_first && (is_same || gives && (is_earlier || is_past) || is_last && moves && is_earlier)
}

/// Whether a clause only says more of the claim before it: 達1299萬，較1998年增長近40倍.
pub(super) fn continues(reader: &Reader<'_>, clauses: &Clauses, clause: &Clause, frame: &Frame, draft: &Draft) -> bool {
    // 不如說下降2%, 拉動增長3個百分點 are of another thing
    let is_other = || any_of!["不如", "拉动"].begins(own_text(reader, &clause.text));
    if frame.part || frame.lost || !frame.subject.is_empty() || is_other() {
        return false;
    }
    let cues = clauses.cues.get(clause.cues.clone()).unwrap_or_default();
    let cues = cues.get(..MOST as usize).unwrap_or(cues);
    if has_own_time(reader, cues, clause) {
        return false;
    }
    let subject = draft.subject.clone().unwrap_or_default();
    if misfits(reader, clause, cues, own_text(reader, &subject)) {
        return false;
    }
    // 去年同期為2億元，同比增長5%: of what is told of now
    let compares = |found: &Found| matches!(found.cue, Cue::Basis(_) | Cue::Both(..) | Cue::Direction(_));
    if draft.aside && cues.iter().any(compares) {
        return false;
    }
    let quantity = clause.quantities.clone().filter_map(|i| reader.quantities.get(i as usize)).next();
    // 突破10億元，累計達到50億元: another sum
    let modal = cues.iter().any(|found| matches!(found.cue, Cue::Modality(_)) && is_free(reader, cues, found));
    if modal && !draft.quantities.is_empty() {
        return false;
    }
    // 跌2角，至36元5角
    let reached = reader.text.get(clause.text.clone()).is_some_and(|text| text.starts_with(['至', '到']));
    if reached && quantity.is_some_and(|quantity| quantity.text.start as usize <= clause.text.start + 12) {
        return true;
    }
    let lead = cues
        .iter()
        .filter(|found| found.start >= frame.predicate)
        .find(|found| !matches!(found.cue, Cue::Adverb | Cue::Modality(_) | Cue::Nothing));
    match (lead, quantity) {
        (_, Some(quantity))
            if quantity.text.start as usize == frame.head
                && quantity.text.end as usize == clause.text.end
                && !own_text(reader, &clause.text).starts_with("甚至") =>
        {
            true
        }
        // 漲31點，或0.08%
        _ if quantity.is_some_and(|quantity| says_again(reader, clause, quantity)) => true,
        (Some(found), quantity) => leads_on(reader, clause, cues, found, quantity, draft),
        _ => false,
    }
}

/// Whether the word that a clause without a subject begins with says more of the claim before it.
fn leads_on(
    reader: &Reader<'_>,
    clause: &Clause,
    cues: &[Found],
    found: &Found,
    quantity: Option<&Mention<Quantity>>,
    draft: &Draft,
) -> bool {
    match found.cue {
        Cue::Direction(_) => !takes_other(reader, found, quantity, draft),
        Cue::Basis(_) | Cue::Both(..) => true,
        // 為萬戶居民提供 is no 為1200萬
        Cue::Level => {
            let about = matches!(reader.text.get(found.start..found.end), Some("为"));
            quantity.is_some() && !(about && cues.iter().any(|next| next.cue == Cue::Verb && next.start > found.start))
        }
        // 漲31點，收30000點
        Cue::Short => {
            let told = own_text(reader, &(found.start..found.end)) == "收";
            let closes = |quantity: &Mention<Quantity>| {
                let is_points = quantity.item.unit.as_ref().is_some_and(|unit| unit.symbol() == "點");
                quantity.text.start as usize == found.end && quantity.text.end as usize == clause.text.end && is_points
            };
            told && draft.measures && quantity.is_some_and(closes)
        }
        // 報名3萬人，創下歷年新高
        Cue::Verb if quantity.is_none() => cues.iter().any(|next| {
            matches!(next.cue, Cue::Direction(_)) && next.end == clause.text.end && next.start > found.start
        }),
        // 持續增長，累計完成9.71萬噸
        Cue::Verb => quantity.is_some() && draft.quantities.is_empty() && draft.measures,
        _ => false,
    }
}

/// Whether what is made more or less is another thing than the claim before tells of: 產量增長8%，減少用工320人.
fn takes_other(reader: &Reader<'_>, found: &Found, quantity: Option<&Mention<Quantity>>, draft: &Draft) -> bool {
    let word = own_text(reader, &(found.start..found.end));
    let Some(quantity) = quantity.filter(|_| matches!(word, "减少" | "节约" | "节省" | "增加")) else {
        return false;
    };
    let object = own_text(reader, &(found.end..quantity.text.start as usize));
    let is_noun = (2..=8).contains(&object.chars().count()) && object.chars().all(char::is_alphabetic);
    let before = draft.quantities.clone().filter_map(|index| reader.quantities.get(index as usize));
    let same = |other: &Mention<Quantity>| other.item.unit == quantity.item.unit;
    is_noun
        && quantity.item.role == Role::Cardinal
        && !any_of!["了", "约", "近", "逾", "至", "到", "为", "超"].begins(object)
        && draft.measures
        && !before.into_iter().any(same)
}
