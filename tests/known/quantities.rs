//! Quantities printed from their values.

use proptest::prelude::*;
use proptest::sample::select;
use wanyi::rust_decimal::Decimal;
use wanyi::{Approx, Bound, Quantity, QuantityRef, Role, Unit, Value};

use crate::common::print::{AFTER, BEFORE, Form, Number, chinese};

/// A phrase, and what it says.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) text: String,
    pub(crate) value: Option<Value>,
    pub(crate) lower: Option<Bound>,
    pub(crate) upper: Option<Bound>,
    pub(crate) approx: Approx,
    pub(crate) role: Role,
    /// The symbol of the unit.
    pub(crate) unit: Option<&'static str>,
}

/// What is counted or measured, with its role: as printed, and the symbol.
type Measure = (&'static str, &'static str, Role);

const fn of(symbol: &'static str) -> Measure {
    (symbol, symbol, Role::Cardinal)
}

/// Units that whole numbers count.
const COUNTED: [Measure; 19] = [
    of("人"),
    of("名"),
    of("戶"),
    of("個"),
    of("家"),
    of("項"),
    of("場"),
    of("輛"),
    of("座"),
    of("條"),
    of("件"),
    of("人次"),
    of("套"),
    of("台"),
    of("艘"),
    of("棟"),
    of("份"),
    of("頭"),
    of("宗"),
];

/// Units that numbers with a fraction measure too.
const MEASURED: [Measure; 14] = [
    of("元"),
    of("美元"),
    of("歐元"),
    of("畝"),
    of("公頃"),
    of("公里"),
    of("平方米"),
    of("噸"),
    of("公斤"),
    of("千瓦時"),
    of("小時"),
    of("立方米"),
    of("歲"),
    of("天"),
];

/// Units of shares.
const SHARES: [Measure; 4] = [
    ("%", "%", Role::Percent),
    ("個百分點", "個百分點", Role::PercentagePoint),
    ("個基點", "個基點", Role::BasisPoint),
    ("倍", "倍", Role::Multiple),
];

fn exact(text: String, value: Decimal, (_, symbol, role): Measure) -> Told {
    let bound = Some(Bound::inclusive(value.into()));
    Told {
        text,
        value: Some(value.into()),
        lower: bound,
        upper: bound,
        approx: Approx::Exact,
        role,
        unit: Some(symbol),
    }
}

/// A number with its notation, the scale after it, and its value.
#[derive(Clone, Debug)]
struct Printed {
    text: String,
    value: Decimal,
}

fn power(n: u32) -> Decimal {
    Decimal::from_i128_with_scale(10i128.pow(n), 0)
}

/// Numbers as news prints them: short ones, round ones in Chinese, with one scale or with commas.
fn whole() -> impl Strategy<Value = Printed> {
    let digits = prop_oneof![4 => 1u64..100, 3 => 100u64..10_000, 1 => 10_000u64..1_000_000];
    let form = select(vec![Form::Ascii, Form::Ascii, Form::Ascii, Form::Commas, Form::Chinese, Form::Wide]);
    (digits, form, scale()).prop_filter_map("a scale that fits", |(n, form, (scale, by))| {
        let is_written = matches!(form, Form::Chinese);
        // 四百二十萬, but no 三千五百零七萬億
        let fits = by == 0 || if is_written { n < 10 || n % 10 == 0 && n < 1000 && by < 9 } else { n < 10_000 };
        let number = Number { whole: n, fraction: 0, digits: 0 };
        fits.then(|| Printed {
            text: format!("{}{scale}", number.print(form)),
            value: (Decimal::from(n) * power(by)).normalize(),
        })
    })
}

/// Numbers with one or two digits after the point.
fn decimal() -> impl Strategy<Value = Printed> {
    let parts = prop_oneof![(1u32..10, Just(1u32)), (1u32..100, Just(2u32))];
    let form = select(vec![Form::Ascii, Form::Ascii, Form::Ascii, Form::Commas, Form::Chinese, Form::Wide]);
    (0u64..1000, parts, form, scale()).prop_filter_map(
        "a scale that fits",
        |(n, (fraction, digits), form, (scale, by))| {
            let number = Number { whole: n, fraction, digits };
            let is_short = !matches!(form, Form::Chinese) || n < 100 && by != 12;
            (fraction % 10 != 0 && is_short).then(|| Printed {
                text: format!("{}{scale}", number.print(form)),
                value: (number.value() * power(by)).normalize(),
            })
        },
    )
}

/// The value of one in the last place of `n` that is not zero, times ten to a power.
fn last_place(n: u64, by: u32) -> Decimal {
    let mut place = 1;
    while n % (place * 10) == 0 {
        place *= 10;
    }
    Decimal::from(place) * power(by)
}

fn scale() -> impl Strategy<Value = (&'static str, u32)> {
    prop_oneof![3 => Just(("", 0)), 4 => Just(("萬", 4)), 3 => Just(("億", 8)), 1 => Just(("萬億", 12))]
}

fn counted() -> impl Strategy<Value = Measure> {
    select(COUNTED.to_vec())
}

fn measured() -> impl Strategy<Value = Measure> {
    select(MEASURED.to_vec())
}

/// A number with its unit, exact.
fn plain() -> impl Strategy<Value = (Told, Printed)> {
    let told = |(n, measure): (Printed, Measure)| (exact(format!("{}{}", n.text, measure.0), n.value, measure), n);
    prop_oneof![
        3 => (whole(), prop_oneof![counted(), measured()]).prop_map(told),
        3 => (decimal(), measured()).prop_map(told),
        2 => (small(), select(SHARES.to_vec())).prop_map(told),
    ]
}

/// Numbers of shares: 3, 12.5, 0.8.
fn small() -> impl Strategy<Value = Printed> {
    (0u64..120, 0u32..100, 0u32..3).prop_filter_map("no zero", |(n, fraction, digits)| {
        let fraction = fraction % 10u32.pow(digits);
        let is_short = digits == 0 || fraction % 10 != 0;
        let number = Number { whole: n, fraction, digits };
        (is_short && !number.value().is_zero())
            .then(|| Printed { text: number.print(Form::Ascii), value: number.value() })
    })
}

fn limit(told: &mut Told, approx: Approx) {
    let Some(value) = told.value else { return };
    let (open, closed) = (Some(Bound::exclusive(value)), Some(Bound::inclusive(value)));
    (told.lower, told.upper) = match approx {
        Approx::Near | Approx::Under => (None, open),
        Approx::Over => (open, None),
        Approx::AtLeast => (closed, None),
        Approx::AtMost => (None, closed),
        Approx::About => (None, None),
        _ => (told.lower, told.upper),
    };
    told.approx = approx;
}

fn limited() -> impl Strategy<Value = Told> {
    prop_oneof![
        (select(BEFORE.to_vec()), plain()).prop_filter_map("a limit", |((word, approx), (mut told, _))| {
            // 近5場 are the last five
            if word == "近" && told.unit == Some("場") {
                return None;
            }
            told.text = format!("{word}{}", told.text);
            limit(&mut told, approx);
            Some(told)
        }),
        (plain(), select(AFTER.to_vec())).prop_map(|((mut told, _), (word, approx))| {
            told.text = format!("{}{word}", told.text);
            limit(&mut told, approx);
            told
        }),
    ]
}

fn between(text: String, low: Decimal, high: Decimal, (_, symbol, role): Measure, approx: Approx) -> Told {
    let open = approx == Approx::Several;
    let upper = if open { Bound::exclusive(high.into()) } else { Bound::inclusive(high.into()) };
    Told {
        text,
        value: None,
        lower: Some(Bound::inclusive(low.into())),
        upper: Some(upper),
        approx,
        role,
        unit: Some(symbol),
    }
}

/// 3至5萬元, 20%至30%, 1.5億—2億元.
fn range() -> impl Strategy<Value = Told> {
    let marks = select(vec!["至", "到", "-", "—", "–", "~", "～"]);
    let scales = select(vec![("", 0), ("萬", 4), ("億", 8)]);
    let measure = prop_oneof![2 => counted(), 2 => measured(), 1 => Just(SHARES[0]), 1 => Just(SHARES[1])];
    (1u64..300, 1u64..300, marks, scales, measure, any::<bool>()).prop_filter_map(
        "a range",
        |(low, more, mark, (scale, by), measure, both)| {
            let (high, share) = (low + more, measure.2 != Role::Cardinal);
            if share && (by > 0 || high > 100) {
                return None;
            }
            let first = if both { format!("{low}{scale}{}", measure.0) } else { low.to_string() };
            let value = |n: u64| Decimal::from(n) * power(by);
            let text = format!("{first}{mark}{high}{scale}{}", measure.0);
            Some(between(text, value(low), value(high), measure, Approx::Range))
        },
    )
}

/// 420餘萬元, 1.6萬多人, 百餘家, 十多名.
fn odd() -> impl Strategy<Value = Told> {
    let odd = |n: Decimal, step: Decimal, text: String, measure: Measure| {
        let mut told = between(text, n, n + step, measure, Approx::Odd);
        (told.value, told.upper) = (Some(n.into()), Some(Bound::exclusive((n + step).into())));
        told
    };
    let word = || select(vec!["餘", "多"]);
    prop_oneof![
        (1u64..99, word(), select(vec![("萬", 4), ("億", 8)]), counted(), any::<bool>()).prop_map(
            move |(n, word, (scale, by), measure, inside)| {
                let n = n * 10;
                let text = if inside { format!("{n}{word}{scale}") } else { format!("{n}{scale}{word}") };
                odd(Decimal::from(n) * power(by), last_place(n, by), format!("{text}{}", measure.0), measure)
            }
        ),
        (1u64..100, word(), counted()).prop_map(move |(n, word, measure)| {
            let n = n * 10;
            odd(Decimal::from(n), last_place(n, 0), format!("{n}{word}{}", measure.0), measure)
        }),
        (select(vec![("十", 1), ("百", 2), ("千", 3), ("萬", 4)]), word(), counted()).prop_map(
            move |((scale, by), word, measure)| odd(
                power(by),
                power(by),
                format!("{scale}{word}{}", measure.0),
                measure
            )
        ),
        (2u64..10, select(vec![("十", 1), ("百", 2), ("千", 3), ("萬", 4)]), word(), counted()).prop_map(
            move |(n, (scale, by), word, measure)| {
                let text = format!("{}{scale}{word}{}", chinese(n, Form::Liang), measure.0);
                let text = text.replace("兩十", "二十");
                odd(Decimal::from(n) * power(by), power(by), text, measure)
            }
        ),
    ]
}

/// 數百名, 幾十家, 十幾個, 上千輛, 過億元, 兩三百人, 七八十戶.
fn several() -> impl Strategy<Value = Told> {
    let scales = || select(vec![("十", 1), ("百", 2), ("千", 3), ("萬", 4), ("十萬", 5), ("百萬", 6), ("億", 8)]);
    prop_oneof![
        (select(vec!["數", "幾"]), scales(), counted()).prop_map(|(word, (scale, by), measure)| {
            let text = format!("{word}{scale}{}", measure.0);
            between(text, Decimal::TWO * power(by), Decimal::TEN * power(by), measure, Approx::Several)
        }),
        (0u64..9, counted()).prop_map(|(tens, measure)| {
            let tens_text = if tens == 0 { String::new() } else { chinese(tens + 1, Form::Chinese) };
            let low = Decimal::from((tens + 1) * 10);
            let text = format!("{tens_text}十幾{}", measure.0);
            between(text, low + Decimal::ONE, low + Decimal::TEN, measure, Approx::Several)
        }),
        (select(vec!["上", "過", "近"]), select(vec![("百", 2), ("千", 3), ("萬", 4), ("億", 8)]), counted()).prop_map(
            |(word, (scale, by), measure)| {
                let mut told = exact(format!("{word}{scale}{}", measure.0), power(by), measure);
                let approx = match word {
                    "上" => Approx::AtLeast,
                    "過" => Approx::Over,
                    _ => Approx::Near,
                };
                limit(&mut told, approx);
                told
            }
        ),
        (1u64..9, select(vec![("", 0), ("十", 1), ("百", 2), ("千", 3), ("萬", 4)]), counted()).prop_map(
            |(n, (scale, by), measure)| {
                // 二三 and 兩三
                let digit = |n: u64| if n == 2 && by != 1 { "兩".to_owned() } else { chinese(n, Form::Chinese) };
                let text = format!("{}{}{scale}{}", digit(n), chinese(n + 1, Form::Chinese), measure.0);
                between(text, Decimal::from(n) * power(by), Decimal::from(n + 1) * power(by), measure, Approx::Range)
            }
        ),
    ]
}

/// 百分之十二, 三成五, 三分之二, 兩年半, 第五屆, 前十名, 首批.
fn other() -> impl Strategy<Value = Told> {
    let percent = (1u64..100, any::<bool>()).prop_map(|(n, written)| {
        let n_text = if written { chinese(n, Form::Chinese) } else { n.to_string() };
        exact(format!("百分之{n_text}"), Decimal::from(n), SHARES[0])
    });
    let tenths = (1u64..10, 0u64..10).prop_map(|(n, more)| {
        let more_text = if more == 0 { String::new() } else { chinese(more, Form::Chinese) };
        let n_text = if n == 2 { "兩".to_owned() } else { chinese(n, Form::Chinese) };
        let value = Decimal::new(i64::try_from(n * 10 + more).unwrap(), 1).normalize();
        exact(format!("{n_text}成{more_text}"), value, ("成", "成", Role::Percent))
    });
    let fraction = (2u64..10, 1u64..10).prop_filter_map("a part", |(bottom, top)| {
        let value = Value::ratio(i64::try_from(top).unwrap(), bottom).filter(|_| top < bottom)?;
        let bound = Some(Bound::inclusive(value));
        let text = format!("{}分之{}", chinese(bottom, Form::Chinese), chinese(top, Form::Chinese));
        let (approx, role) = (Approx::Exact, Role::Fraction);
        Some(Told { text, value: Some(value), lower: bound, upper: bound, approx, role, unit: None })
    });
    let half =
        (2u64..30, select(vec!["年", "小時", "天", "公里", "公斤"]), any::<bool>()).prop_map(|(n, unit, written)| {
            let n_text = if written { chinese(n, Form::Liang).replace('二', "兩") } else { n.to_string() };
            let n_text = if written && n > 2 { chinese(n, Form::Chinese) } else { n_text };
            let value = Decimal::from(n) + Decimal::new(5, 1);
            exact(format!("{n_text}{unit}半"), value, (unit, unit, Role::Cardinal))
        });
    let ordinal = (1u64..100, select(vec!["屆", "批", "名", "位", "個", "家", "座"]), any::<bool>()).prop_map(
        |(n, unit, written)| {
            let n_text = if written { chinese(n, Form::Chinese) } else { n.to_string() };
            exact(format!("第{n_text}{unit}"), Decimal::from(n), (unit, unit, Role::Ordinal))
        },
    );
    let top = (2u64..100, select(vec!["名", "位", "強"]), any::<bool>()).prop_map(|(n, unit, written)| {
        let n_text = if written { chinese(n, Form::Chinese) } else { n.to_string() };
        let told = between(String::new(), Decimal::ONE, Decimal::from(n), (unit, unit, Role::Ordinal), Approx::Exact);
        Told { text: format!("前{n_text}{unit}"), ..told }
    });
    let lasting = (1u64..24, 1u64..60).prop_map(|(hours, minutes)| {
        let value = Decimal::from(hours * 3600 + minutes * 60);
        exact(format!("{hours}小時{minutes}分鐘"), value, ("秒", "秒", Role::Cardinal))
    });
    prop_oneof![percent, tenths, fraction, half, ordinal, top, lasting]
}

/// A quantity of any kind.
pub(crate) fn quantity() -> impl Strategy<Value = Told> {
    prop_oneof![
        4 => plain().prop_map(|(told, _)| told),
        4 => limited(),
        2 => range(),
        2 => odd(),
        2 => several(),
        3 => other(),
    ]
}

/// The unit that a symbol stands for, so that each of the tables above is one that the crate has.
pub(crate) fn symbols() -> impl Iterator<Item = &'static str> {
    COUNTED.iter().chain(&MEASURED).chain(&SHARES).map(|(_, symbol, _)| *symbol)
}

/// Whether what was read is what was told.
pub(crate) fn says(told: &Told, read: &Quantity) -> bool {
    let symbol = read.unit.as_ref().map(Unit::symbol);
    (told.value, told.lower, told.upper, told.approx, told.role, told.unit)
        == (read.value, read.lower, read.upper, read.approx, read.role, symbol)
}

/// What was read, in short.
pub(crate) fn show(read: &QuantityRef<'_>) -> String {
    let bound = |bound: Option<Bound>| {
        bound.map_or_else(
            || "?".to_owned(),
            |bound| format!("{}{}", bound.value, if bound.inclusive { "" } else { "!" }),
        )
    };
    let unit = read.unit.as_ref().map_or("", Unit::symbol);
    format!("{} {:?} {:?} {}..{} {unit}", read.text(), read.approx, read.role, bound(read.lower), bound(read.upper))
}
