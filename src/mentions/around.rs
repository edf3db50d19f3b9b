//! What the words around a number add to it: a limit from afar, a denominator before it, the meaning of its unit, and the
//! doubts that are told.

use alloc::borrow::Cow;

use super::narrative::has_end;
use super::{Passage, clause_after, clause_before, sentence_before};
use crate::any_of::{WordSet, any_of};
use crate::chars::{CharSet, is_han, one_of};
use crate::claims::words::Cue;
use crate::error::{Diagnostic, DiagnosticCode};
use crate::general::{self, Pos};
use crate::grammar::exact::Exact;
use crate::grammar::markers;
use crate::grammar::numeral::{Doubt, Notation, Spread};
use crate::grammar::quantity::{self, Measured};
use crate::lexer::Cursor;
use crate::quantity::{Approx, Quantity, Role, Value};
use crate::unit::{Dimension, NumberForm, Unit};
use crate::vocabulary::{CUES, NEGATIONS, OUTLETS};
use rust_decimal::Decimal;

/// The scales of temperature that may stand before a number, and their degrees: 攝氏31度.
const SCALES: [(&str, &str); 2] = [("摄氏", "摄氏度"), ("华氏", "华氏度")];

/// Whether a word before 分 says that they are points, whatever else is told beside: 罰款450元及扣|3分, 全場45分鐘獨得|29分.
fn is_point(head: &str) -> bool {
    const POINTS: &WordSet = any_of![
        "扣", "记", "得", "积", "评分", "得分", "积分", "独得", "砍下", "轰下", "攻下", "贡献", "满分", "均分", "总分",
        "独取", "独砍",
    ];
    const OTHERS: &WordSet = any_of!["获得", "取得", "所得", "值得", "使得", "笔记", "日记", "登记", "折扣", "面积"];
    let stem = head
        .trim_end_matches(['了', '共', '达', '高', '为', '近', '约', '逾', '到', '至', '出', '有', '仅', '由', '从']);
    POINTS.ends(stem) && !OTHERS.ends(stem)
}

/// Whether 分 is told for so much of a good, which nothing but a price is: 每度28.12分, 每公斤漲30分.
fn is_priced(unit: &Unit, per: &Unit) -> bool {
    let is_good = matches!(per.dimension(), Dimension::Energy | Dimension::Volume | Dimension::Mass);
    unit.symbol() == "分" && is_good
}

impl Passage<'_, '_> {
    /// 突破500元, 至少已造成5人死亡: a limit that stands before the number, but not beside it.
    pub(super) fn limit_from_afar(&mut self, measured: &mut Measured, start: usize) {
        let quantity = &mut measured.quantity;
        let is_range = quantity.approx == Approx::Range;
        if !is_range && quantity.approx != Approx::Exact || quantity.role == Role::Ordinal {
            return;
        }
        let clause = clause_before(self.text.get(self.done..start).unwrap_or_default());
        let head = self.cursor(start - clause.len());
        // 約每百萬劑3.5例: about 3.5, not about a million
        if clause.ends_with('每') {
            return;
        }
        let found = self
            .limit_of_rate(clause, start)
            .or_else(|| self.limit_of_count(start))
            .or_else(|| self.limit_of_scale(clause, start))
            .or_else(|| markers::afar(head, self.cursor(start)));
        let Some((approx, from, end)) = found else { return };
        // 約為30至40人: the range keeps its bounds
        if is_range {
            if approx == Approx::About && self.at(end) == start {
                quantity.approx = approx;
                self.afar = Some(from.at()..end.at());
            }
            return;
        }
        let Some(value) = quantity.value else { return };
        // 屏東1億元最多占34%, 關丹占最多達812人: the most of all
        let is_most = || self.done > 0 && self.at(from) == self.done || from.head().ends_with(['占', '居']);
        if approx == Approx::AtMost && is_most() {
            return;
        }
        // 未突破5%
        let is_denied = approx == Approx::Over && NEGATIONS.suffix(from.head()).is_some();
        let approx = if is_denied { Approx::AtMost } else { approx };
        // 不過 at the head of a clause is "however", but 不過三天 is no longer
        let lasts = quantity.unit.as_ref().is_some_and(|unit| unit.dimension() == Dimension::Duration);
        if clause == "不过" && !lasts {
            return;
        }
        quantity.approx = approx;
        (quantity.lower, quantity.upper) = Quantity::limits(value, approx);
        // the marker lies before the quantity
        self.afar = Some(from.at()..end.at());
    }

    /// 近5仗得4分, 近三屆: the last so many, which 近 does not limit.
    pub(super) fn recent(&self, measured: &mut Measured, start: usize) {
        const COUNTED: [&str; 6] = ["場", "仗", "戰", "輪", "屆", "局"];
        let quantity = &mut measured.quantity;
        // 以羅湖最多27萬人次: the rank of a place, no limit
        let place = || clause_before(self.text.get(..start).unwrap_or_default()).rsplit_once('以');
        let is_ranked = any_of!["最多", "最少"].begins(self.text.get(start..).unwrap_or_default())
            && place().is_some_and(|(head, name)| {
                let is_name =
                    (2..=5).contains(&name.chars().count()) && !name.starts_with(['上', '下', '及', '内', '外', '来']);
                is_name && !head.ends_with(['可', '所', '足', '得', '难', '予'])
            });
        if let Some(value) = quantity.value.filter(|_| is_ranked) {
            quantity.approx = Approx::Exact;
            (quantity.lower, quantity.upper) = Quantity::limits(value, Approx::Exact);
        }
        let is_near = || self.text.get(start..).is_some_and(|text| text.starts_with('近'));
        if quantity.approx != Approx::Near || !is_near() {
            return;
        }
        let is_counted = quantity.unit.as_ref().is_some_and(|unit| COUNTED.contains(&unit.symbol()));
        let few = quantity.value.filter(|value| is_counted && value.as_decimal().is_some_and(|n| n < 50.into()));
        let Some(value) = few else { return };
        quantity.approx = Approx::Exact;
        (quantity.lower, quantity.upper) = Quantity::limits(value, Approx::Exact);
    }

    /// 不低於每小時25元: the limit before the denominator.
    fn limit_of_rate(&self, clause: &str, start: usize) -> Option<(Approx, Cursor<'_>, Cursor<'_>)> {
        let per = clause.rfind('每').filter(|at| clause.len() - at <= 5 * '每'.len_utf8())?;
        let end = self.cursor(start - clause.len() + per);
        let from = markers::ending(end).filter(|from| !markers::is_inside_word(*from, end))?;
        let (_, approx) = markers::before(from).ok()?;
        Some((approx, from, end))
    }

    /// 約每百萬劑3.5例: the limit before a denominator of so many, directly before the number.
    fn limit_of_count(&self, start: usize) -> Option<(Approx, Cursor<'_>, Cursor<'_>)> {
        let last = self.reader.quantities.last().filter(|last| last.text.end as usize == self.base + start)?;
        let head = self.text.get(..(last.text.start as usize).checked_sub(self.base)?)?;
        let clause = clause_before(head);
        if clause.ends_with('每') { self.limit_of_rate(clause, head.len()) } else { None }
    }

    /// 約攝氏25度: the limit before the name of a scale of temperature.
    fn limit_of_scale(&self, clause: &str, start: usize) -> Option<(Approx, Cursor<'_>, Cursor<'_>)> {
        let scale = SCALES.iter().find(|(name, _)| clause.ends_with(name))?;
        let end = self.cursor(start - scale.0.len());
        let from = markers::ending(end).filter(|from| !markers::is_inside_word(*from, end))?;
        let (_, approx) = markers::before(from).ok()?;
        Some((approx, from, end))
    }

    /// 每畝500公斤, 每股盈餘3元, 人均3萬元: the denominator that stands before the number.
    pub(super) fn denominator(&mut self, measured: &mut Measured, start: usize, end: usize) {
        let quantity = &mut measured.quantity;
        let Some(unit) = quantity.unit.take() else { return };
        let rate = quantity.role == Role::Cardinal && unit.per().is_none();
        let lasting = unit.dimension() == Dimension::Duration;
        let clause = clause_before(self.text.get(self.done..start).unwrap_or_default());
        // 每日甘肅網 divides by no days
        let is_outlet = || {
            let last = clause.rfind('每');
            last.zip(OUTLETS.find(clause)).is_some_and(|(last, (_, at, length))| (at..at + length).contains(&last))
        };
        // 每箱（20斤）|120元
        let over = self.over_bracket(clause, start);
        let clause = over.as_deref().unwrap_or(clause);
        let per = if rate { quantity::denominator_before(clause, &unit, self.reader.lexicon) } else { None };
        let per = per.filter(|_| !is_outlet());
        let per = per.or_else(|| self.denominator_of_list(&unit, clause, start).filter(|_| rate));
        let per = per.or_else(|| self.hour_after(&unit, end).filter(|_| rate));
        let per = per.or_else(|| self.counted_before(&unit, start).filter(|_| rate));
        quantity.unit = Some(match per {
            Some(per) if per != unit && !(lasting && per.dimension() != Dimension::Items) => {
                let per = self.sense_of_denominator(&unit, per, start);
                let cents = if is_priced(&unit, &per) && !is_point(clause) { self.cents(&unit) } else { None };
                cents.unwrap_or(unit).with_per(per)
            }
            _ => unit,
        });
    }

    /// 每100毫升血液128毫克: so many of a measure before the noun that a number is told of; they are no amount themselves.
    fn counted_before(&mut self, unit: &Unit, start: usize) -> Option<Unit> {
        const NOUN: usize = 6;
        let last = self.reader.quantities.last()?;
        let (from, end) =
            ((last.text.start as usize).checked_sub(self.base)?, (last.text.end as usize).checked_sub(self.base)?);
        let noun = self.text.get(end..start)?;
        let is_noun = (1..=NOUN).contains(&noun.chars().count()) && noun.chars().all(is_han);
        let is_each = self.text.get(..from)?.ends_with('每') && last.item.approx == Approx::Exact;
        let is_told =
            matches!(unit.dimension(), Dimension::Mass | Dimension::Volume | Dimension::Currency | Dimension::Energy);
        let moves = noun.contains(['升', '降', '涨', '跌', '增', '减', '加']);
        if !(is_noun && is_each && is_told && !moves) {
            return None;
        }
        let (rest, per) = quantity::counted(self.cursor(from))?;
        let is_whole = self.at(rest) == end && per != *unit;
        if is_whole {
            self.reader.quantities.pop();
        }
        is_whole.then_some(per)
    }

    /// The words before a number without the bracket that stands between them: 每箱（20斤）.
    fn over_bracket(&self, clause: &str, start: usize) -> Option<alloc::string::String> {
        let rest = clause.strip_prefix(['）', ')'])?;
        let head = self.text.get(..start - clause.len())?;
        let head = clause_before(head.get(..head.rfind(['（', '('])?)?);
        head.contains('每').then(|| alloc::format!("{head}{rest}"))
    }

    /// 約260公里的時速: the hour of a length that a speed follows.
    fn hour_after(&self, unit: &Unit, end: usize) -> Option<Unit> {
        let tail = self.text.get(end..)?;
        let is_speed = any_of!["的时速", "时速"].begins(tail) && unit.dimension() == Dimension::Length;
        if is_speed { self.reader.lexicon.get("小时") } else { None }
    }

    /// 每噸下調145元和140元: the second is per ton as well.
    fn denominator_of_list(&self, unit: &Unit, between: &str, start: usize) -> Option<Unit> {
        // 每小時41公里飆至81公里
        let became = between.chars().count() <= 4 && between.ends_with(['至', '到']);
        let is_joint = became || matches!(between, "和" | "与" | "及" | "、");
        // 每公斤12元，即每斤6元；明年底降至10元: which of the two nobody says
        let is_next = |place: &core::ops::Range<u32>| {
            let head = (place.start as usize).checked_sub(self.base).and_then(|from| self.text.get(..from));
            let words = (place.end as usize).checked_sub(self.base).and_then(|end| self.text.get(end..start));
            let is_converted = head.is_some_and(|head| clause_before(head).starts_with('即'));
            !is_converted && words.is_some_and(|words| !has_end(words))
        };
        let last = self.reader.quantities.last().filter(|last| is_joint && is_next(&last.text))?;
        let last = last.item.unit.as_ref()?;
        last.per().filter(|_| last.symbol() == unit.symbol()).cloned()
    }

    /// 北緯23度, 用電300度, 三度當選: the meaning that its neighbours give a unit of several.
    pub(super) fn sense(&mut self, measured: &mut Measured, start: usize, end: usize) {
        let quantity = &mut measured.quantity;
        let Some(unit) = quantity.unit.as_ref() else { return };
        if let Some(per) = unit.per().filter(|per| per.has_senses()) {
            let per = self.sense_of_denominator(unit, per.clone(), start);
            quantity.unit = quantity.unit.take().map(|unit| unit.with_per(per));
            return;
        }
        let is_piece = unit.symbol() == "元";
        if !unit.has_senses() || is_piece && !self.counts_pieces(quantity.role, start, end) {
            return;
        }
        let named = self.text.get(..start).unwrap_or_default().trim_end();
        let scale = SCALES.iter().find(|(name, _)| unit.symbol() == "度" && named.ends_with(name));
        if let Some(degrees) = scale.and_then(|(_, degrees)| self.reader.lexicon.get(degrees)) {
            quantity.unit = Some(degrees);
            return;
        }
        if unit.symbol() == "分" && is_point(named) {
            return;
        }
        if self.is_cents(unit, start, end) {
            quantity.unit = self.cents(unit);
            return;
        }
        if let Some(minutes) = self.minutes_after_hours(unit, start) {
            quantity.unit = Some(minutes);
            return;
        }
        let n = &measured.numeral;
        let rest = self.text.get(end..).unwrap_or_default();
        // 第三度當選
        let ordinal = quantity.role == Role::Ordinal;
        let digit = n.notation == Notation::Chinese && n.digits == 1 && !n.scaled() && Exact::ONE.less(n.low);
        let form = if is_piece {
            Some(NumberForm::Piece)
        } else if n.big >= 4 {
            Some(NumberForm::Scaled)
        } else {
            let alone = digit && !n.point && n.spread == Spread::None && quantity.approx == Approx::Exact;
            let verb =
                rest.starts_with(|c: char| c.is_alphabetic() && !one_of!("的之左右高低是为和与至到").contains(c));
            (ordinal || alone && verb).then_some(NumberForm::Digit)
        };
        let head = if ordinal { "" } else { sentence_before(self.text.get(..start).unwrap_or_default()) };
        // 零下3度: the sign is part of the number
        let sign = self.text.get(start..end).is_some_and(|text| text.starts_with("零下"));
        let head = if sign { "零下" } else { head };
        let Some((sense, guessed)) = self.reader.lexicon.sense(unit, head, rest, form) else { return };
        if guessed {
            let message = alloc::format!("{} was read as a unit of {}", sense.symbol(), sense.dimension());
            let span = self.reader.span(self.base + start..self.base + end);
            self.reader.diagnostics.push(Diagnostic::note(DiagnosticCode::AmbiguousUnit, message, span));
        }
        quantity.unit = Some(sense);
    }

    /// 分 of money, as of dividends.
    fn cents(&self, unit: &Unit) -> Option<Unit> {
        self.reader.lexicon.sense(unit, "股息", "", None).map(|(sense, _)| sense)
    }

    /// 收購價1.18元，提高1分; 股價跌0.5%或18分，收35元; 油價每升漲8分: 分 of money, where its clause speaks of a price.
    fn is_cents(&self, unit: &Unit, start: usize, end: usize) -> bool {
        const PRICES: [&str; 9] = ["价", "升值", "贬值", "汇率", "股息", "派息", "电费", "水费", "收报"];
        const POINTS: [&str; 10] = ["得分", "评分", "比分", "考试", "成绩", "分数", "打分", "积分", "满意", "支持度"];
        if unit.symbol() != "分" {
            return false;
        }
        let head = sentence_before(self.text.get(..start).unwrap_or_default());
        let tail = clause_after(self.text.get(end..).unwrap_or_default());
        let says = |words: &[&str]| words.iter().any(|word| head.contains(word) || tail.contains(word));
        let last = self.reader.quantities.last().filter(|last| {
            let from = (last.text.end as usize).checked_sub(self.base).and_then(|end| self.text.get(end..start));
            // 收32.15元，貶值4.5分
            from.is_some_and(|between| between.chars().count() <= 8 && !between.contains(['。', '；', '\n']))
        });
        let is_money = |unit: &Unit| unit.dimension() == Dimension::Currency;
        let after_money = last.and_then(|last| last.item.unit.as_ref()).is_some_and(is_money);
        let leads_to_money = tail.contains('元') && head.contains(['跌', '涨', '升', '降']);
        (says(&PRICES) || after_money || leads_to_money) && !says(&POINTS)
    }

    /// 由2小時14分縮短至39分: what a length of hours became.
    fn minutes_after_hours(&self, unit: &Unit, start: usize) -> Option<Unit> {
        let last = self.reader.quantities.last().filter(|_| unit.symbol() == "分")?;
        let end = (last.text.end as usize).checked_sub(self.base)?;
        let between = self.text.get(end..start).filter(|between| !between.contains(['，', '。', '；']))?;
        let unit = last.item.unit.as_ref().and_then(Unit::code);
        let lasts = matches!(unit, Some("h" | "min" | "s"));
        let is_change = lasts && between.ends_with(['至', '到', '为']);
        if is_change { self.reader.lexicon.get("分钟") } else { None }
    }

    /// 寬帶提速至500兆: of data 兆 is a million bits a second, or a million bytes, and no number.
    pub(super) fn megabits(&self, measured: &mut Measured, start: usize, end: usize) {
        let quantity = &mut measured.quantity;
        if quantity.unit.is_some() || !ends_with_mega(self.text.get(start..end).unwrap_or_default()) {
            return;
        }
        let clause = clause_before(self.text.get(..start).unwrap_or_default());
        let after = self.text.get(end..).unwrap_or_default();
        let is_named = any_of!["宽带", "光纤", "带宽", "宽频"].begins(after);
        let symbol = unit_of_data(clause).or(is_named.then_some("Mbps"));
        let Some(unit) = symbol.and_then(|symbol| self.reader.lexicon.get(symbol)) else { return };
        let millionth = |value: Value| match value {
            Value::Decimal(n) => Value::Decimal((n * Decimal::new(1, 12)).normalize()),
            other => other,
        };
        quantity.value = quantity.value.map(millionth);
        for bound in [&mut quantity.lower, &mut quantity.upper].into_iter().flatten() {
            bound.value = millionth(bound.value);
        }
        quantity.unit = Some(unit);
    }

    /// Whether 塊 counts pieces of the noun that follows: 24塊電池, 第12塊金牌; not 5塊押金, 門票30塊 and 花20塊買菜.
    fn counts_pieces(&self, role: Role, start: usize, end: usize) -> bool {
        // how nouns of what comes in pieces end
        const PIECES: CharSet = CharSet::of("池板卡牌地田布肉表玉砖瓦冰糖屏幕饼糕腐毯匾碑石骨皮铁钢图皂盘片坪璃煤瓜");
        if !self.text.get(..end).is_some_and(|text| text.ends_with('块')) {
            return false;
        }
        let rest = self.text.get(end..).unwrap_or_default();
        let noun = general::longest_at(rest).filter(|word| word.pos == Pos::Noun);
        let noun = noun.and_then(|word| rest.get(..word.length)).unwrap_or_default();
        // 兩塊A100顯卡
        let is_named = rest.starts_with(|c: char| c.is_ascii_uppercase());
        let is_fee = rest.get(noun.len()..).is_some_and(|after| after.starts_with(['费', '券', '钱', '价']));
        let is_piece = is_named || noun.ends_with(|c| PIECES.contains(c)) && !is_fee;
        let clause = clause_before(self.text.get(..start).unwrap_or_default());
        let is_paid = clause.contains(|c| one_of!("票价费花卖付赚赔罚薪租售每一").contains(c));
        // 出土甲骨300余塊, 42塊標本
        let is_piece = is_piece || MADE.is_in(clause) || noun.starts_with(['标', '样']);
        (is_piece || !is_fee && names_pieces(clause)) && (role == Role::Ordinal || !is_paid)
    }

    /// 12億元（人民幣，下同）: the currency that a bracket names for an amount, and with 下同 for all after it that name none.
    pub(super) fn state_money(&mut self, measured: &mut Measured, start: usize, end: usize) {
        let Some(unit) = measured.quantity.unit.as_mut().filter(|unit| unit.dimension() == Dimension::Currency) else {
            return;
        };
        let text = self.text.get(start..end).unwrap_or_default();
        let names_none = !measured.currency_word && text.ends_with('元');
        let bracket = self.money_of_bracket(end);
        let code = bracket.as_ref().and_then(|(code, _)| code.clone()).or_else(|| self.reader.stated_money.clone());
        if let Some(code) = code.filter(|_| names_none) {
            unit.set_code(Some(code));
        }
        if bracket.is_some_and(|(_, of_all)| of_all) {
            self.reader.stated_money = unit.code().map(|code| Cow::Owned(code.into()));
        }
    }

    /// What a bracket at a place says of money, and whether it says so of all after it: （人民幣）, （港元，下同）, （下同）.
    fn money_of_bracket(&self, at: usize) -> Option<(Option<Cow<'static, str>>, bool)> {
        self.char_at(at).filter(|c| matches!(c, '（' | '('))?;
        let inside = self.cursor(at).advance();
        let name = inside.unit().filter(|(entry, _)| entry.dimension() == Dimension::Currency);
        let rest = name.as_ref().map_or(inside, |(_, rest)| *rest).rest();
        let code =
            name.and_then(|(entry, _)| self.reader.lexicon.unit(entry).code().map(|code| Cow::Owned(code.into())));
        let mark = rest.strip_prefix(['，', ',', '．', '.', '、', '·', '；']).unwrap_or(rest);
        let (of_all, close) = mark.strip_prefix("下同").map_or((false, rest), |close| (true, close));
        (close.starts_with(['）', ')']) && (of_all || code.is_some())).then_some((code, of_all))
    }

    /// 每桶80美元: what a denominator means below its unit.
    pub(super) fn sense_of_denominator(&self, unit: &Unit, per: Unit, start: usize) -> Unit {
        let form = (unit.dimension() == Dimension::Currency).then_some(NumberForm::Price);
        let head = sentence_before(self.text.get(..start).unwrap_or_default());
        self.reader.lexicon.sense(&per, head, "", form).map_or(per, |(sense, _)| sense)
    }

    /// 提高2.5個和5.7個百分點: the first 個 is of the same points.
    pub(super) fn share_points(&mut self, measured: &Measured, start: usize) {
        let Some(unit) = measured.quantity.unit.as_ref().filter(|unit| unit.symbol().starts_with('個')) else {
            return;
        };
        let is_points = matches!(measured.quantity.role, Role::PercentagePoint | Role::BasisPoint);
        let Some(last) = self.reader.quantities.last_mut().filter(|_| is_points) else { return };
        let between = (last.text.end as usize).checked_sub(self.base).and_then(|end| self.text.get(end..start));
        // 上升0.1個和下降0.2個百分點
        let moves = |rest: &str| {
            rest.is_empty() || matches!(CUES.longest(rest), Some((Cue::Direction(_), length)) if length == rest.len())
        };
        let is_listed = between.is_some_and(|joint| {
            ["、", "和", "及", "与", "或", "，"].iter().any(|word| joint.strip_prefix(word).is_some_and(moves))
        });
        if is_listed && last.item.unit.as_ref().is_some_and(|last| last.symbol() == "個") {
            (last.item.unit, last.item.role) = (Some(unit.clone()), measured.quantity.role);
        }
    }

    /// Tells of readings that were chosen among several.
    pub(super) fn ambiguities(&mut self, measured: &Measured, start: usize, end: usize) {
        let text = self.text.get(start..end).unwrap_or_default();
        let slashed = measured.quantity.role == Role::Fraction && text.contains(['/', '／']);
        let message = match measured.numeral.doubt {
            Some(Doubt::WideComma) => "the full-width comma was read as a thousands separator",
            Some(Doubt::Elided) => "the last digit was read as place below scale, in 3万5 for 35,000",
            Some(Doubt::Apart) => "the two digits were read as the ends of a range",
            None if slashed && measured.numeral.plain().is_some_and(|n| n <= 12) => {
                "the numbers were read as a fraction, not as a date"
            }
            None => return,
        };
        let span = self.reader.span(self.base + start..self.base + end);
        self.reader.diagnostics.push(Diagnostic::note(DiagnosticCode::AmbiguousNumber, message, span));
    }
}

/// What is made, found or laid out is no money.
const MADE: &WordSet = any_of!["产量", "出货", "产能", "年产", "出土", "发掘", "采集", "新建", "建成", "修建", "出让"];

/// Whether a number ends with 兆, whatever limits it: 500兆, 1000兆以上.
fn ends_with_mega(text: &str) -> bool {
    let limited = any_of!["及以上", "以上", "以下", "左右", "上下", "以内"].strip_suffix(text);
    limited.unwrap_or(text).ends_with('兆')
}

/// The unit of data that a clause speaks of right before its number: 寬帶由, 手機流量不超過, but not 客流量 and 寬頻資產達.
fn unit_of_data(clause: &str) -> Option<&'static str> {
    const WORDS: [(&str, &str); 14] = [
        ("下载速度", "Mbps"),
        ("下载速率", "Mbps"),
        ("上传速度", "Mbps"),
        ("网络速度", "Mbps"),
        ("宽带", "Mbps"),
        ("带宽", "Mbps"),
        ("宽频", "Mbps"),
        ("网速", "Mbps"),
        ("光纤", "Mbps"),
        ("网络速率", "Mbps"),
        ("宽带速率", "Mbps"),
        ("手机流量", "MB"),
        ("每月流量", "MB"),
        ("上网流量", "MB"),
    ];
    const LEADS: CharSet = CharSet::of("由从至到达为是约近逾超过不提升速率增扩的下载上传在均平仅只用户每秒免费级");
    let near = |word: &str| {
        let between = clause.rsplit_once(word)?.1;
        (between.chars().count() <= 14 && between.chars().all(|c| LEADS.contains(c) || c.is_ascii_digit() || c == '兆'))
            .then_some(between.len())
    };
    let found = WORDS.iter().filter_map(|(word, symbol)| Some((near(word)?, *symbol)));
    found.min_by_key(|(distance, _)| *distance).map(|(_, symbol)| symbol)
}

/// Whether a clause ends with the noun of what comes in pieces, or with a verb that puts them in place: 新增銀幕|2312塊, 光伏板共鋪設
/// |12萬塊; not 老闆給了他|500塊 and 當地|300塊.
fn names_pieces(clause: &str) -> bool {
    const FAR: usize = 4;
    const NAMED: CharSet = CharSet::of("幕板牌片砖匾碑屏池");
    let is_noun = |head: &str| {
        let noun = head.char_indices().nth_back(1).and_then(|(at, _)| head.get(at..)).unwrap_or_default();
        noun != "老板"
            && (noun.ends_with(|c| NAMED.contains(c)) || matches!(noun, "宅地" | "用地" | "农田" | "匾额" | "地块"))
    };
    let placed = || {
        let head = clause.strip_suffix(['设', '装', '贴', '产', '建', '造'])?;
        let (at, last) = head.char_indices().rev().take(FAR).find(|(_, c)| NAMED.contains(*c))?;
        head.get(..at + last.len_utf8())
    };
    is_noun(clause) || placed().is_some_and(is_noun)
}
