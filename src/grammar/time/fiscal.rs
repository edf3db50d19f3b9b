//! Years that begin on another day than the calendar's (2023/24財年, 112學年度, FY23), and the periods of companies in short
//! form (3Q23, 1H22).

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, not, opt, value, verify};
use nom::sequence::{preceded, terminated};

use super::lex::{count, digits, keyword, mark, small};
use super::year::{calendar_year, counted_part, short_part};
use crate::any_of::{WordSet, any_of};
use crate::grammar::numeral::{Notation, Numeral};
use crate::grammar::terminal::{Read, miss, sign, token, word};
use crate::lexer::Cursor;
use crate::time::{Calendar, Part, Point, TimeExpr, TimeKind, YearName};

/// What a fiscal or school year is called.
pub(super) const FISCAL: &WordSet =
    any_of!["财政年度", "课税年度", "财政年", "会计年度", "财年", "学年度", "学年", "年度", "赛季", "球季"];

/// The year that a numeral begins; the input is after it.
// fiscal = year [mark digits{2, 4}] FISCAL [part] | year "/" digits{2, 4} "年"
pub(super) fn fiscal<'t>(numeral: &Numeral) -> impl Fn(Cursor<'t>) -> Read<'t, TimeExpr> {
    let plain = numeral.plain();
    let is_short = numeral.digits == 2 && numeral.notation == Notation::Arabic;
    let year = calendar_year(numeral).and_then(|year| u32::try_from(year).ok());
    let is_republic = numeral.digits == 3 && plain.is_some_and(|n| (100..=140).contains(&n));
    move |input| {
        if is_republic {
            let school = word(any_of!["学年度", "学年"]);
            let year = TimeExpr { calendar: Calendar::Minguo, ..TimeExpr::unknown(TimeKind::Year, false) };
            return value(year, school).parse(input.skip_blanks());
        }
        let Some(first) = year.or(plain.filter(|_| is_short)) else { return miss(input, "a year") };
        let next = |second: &u32| *second == first + 1 || *second == (first + 1) % 100;
        let marked = (mark(&['/', '-', '–', '—', '至'], "/"), verify(digits(2, 4), next));
        let (rest, joint) = opt(marked).parse(input)?;
        let is_slashed = matches!(joint, Some(('/', _)));
        // 24財年; 12賽季 are so many
        let is_company = || word(any_of!["财年", "财政年"])(rest).is_ok() && (10..50).contains(&first);
        if joint.is_none() && is_short && !is_company() {
            return miss(input, "a year");
        }
        if let Ok((rest, _)) = keyword(FISCAL)(rest.skip_blanks()) {
            return period(rest);
        }
        let plain = value(TimeExpr::unknown(TimeKind::Year, false), (mark(&['年'], "年"), opt(sign(&['度'], "度"))));
        verify(plain, |_| is_slashed && !is_short).parse(rest)
    }
}

/// A part of a fiscal year after it, or all of it: 2024財年第一季度, 2024財年上半年.
// period = [counted_part | small "季" ["度"] | "首季" | "次季" | "末季" | "上半年" | "下半年" | "同期" | "同季"]
pub(super) fn period(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let unknown = |kind| TimeExpr::unknown(kind, false);
    let named = value((), keyword(any_of!["首季度", "首季", "次季度", "次季", "末季度", "末季"]));
    let numbered = value((), (small(4), mark(&['季'], "季"), opt(sign(&['度'], "度"))));
    let quarter = value(TimeKind::Quarter, alt((named, numbered)));
    let half = value(TimeKind::Half, keyword(any_of!["上半年", "下半年"]));
    let same = value(TimeKind::Range, keyword(any_of!["同期", "同季"]));
    let counted = map(counted_part, |part| Point::of(None, part).kind());
    map(opt(alt((counted, quarter, half, same))), |kind| unknown(kind.unwrap_or(TimeKind::Year))).parse(input)
}

// fiscal_quarter = "第" count "财季" | "第" count "财年"
pub(super) fn fiscal_quarter(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let counted = preceded(mark(&['第'], "第"), count(12));
    value(TimeExpr::unknown(TimeKind::Quarter, false), terminated(counted, keyword(any_of!["财季", "财政季度"])))
        .parse(input)
}

// fiscal_short = "FY" digits{2, 4} [short_part | period]
pub(super) fn fiscal_short(input: Cursor<'_>) -> Read<'_, TimeExpr> {
    let year = preceded(word(any_of!["FY"]), alt((digits(4, 4), digits(2, 2))));
    let quarter = value(TimeExpr::unknown(TimeKind::Quarter, false), short_part);
    preceded(year, alt((quarter, preceded(end, period)))).parse(input)
}

// period_short = ("Q" | "H") digits{2, 4}, after its number: 3Q23, 1H2022
pub(super) fn period_short<'t>(n: u32) -> impl Fn(Cursor<'t>) -> Read<'t, Point> {
    move |input| {
        let (rest, letter) = sign(&['Q', 'H'], "Q")(input)?;
        let (rest, year) = terminated(alt((digits(4, 4), digits(2, 2))), end).parse(rest)?;
        let year = i32::try_from(if year < 100 { 2000 + year } else { year }).ok().map(YearName::Number);
        match (letter, n) {
            ('Q', 1..=4) => Ok((rest, Point::of(year, Part::Quarter(n)))),
            ('H', 1..=2) => Ok((rest, Point::of(year, Part::Half(n)))),
            _ => miss(input, "a period"),
        }
    }
}

/// No letter or digit goes on.
fn end(input: Cursor<'_>) -> Read<'_, ()> {
    not(token("the end", |next| next.c.is_ascii_alphanumeric().then_some(()))).parse(input)
}
