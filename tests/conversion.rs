//! Conversion, comparison and sums: the exact results, and the exact reasons where there is none.

#![cfg(test)]

use std::cmp::Ordering;

use proptest::prelude::*;
use proptest::sample::select;
use wanyi::nom::Parser;
use wanyi::nom::error::Error;
use wanyi::rust_decimal::Decimal;
use wanyi::{Approx, Bound, ConversionError, Dimension, Factor, Lexicon, Quantity, Region, Role, Unit, Value, grammar};

/// The quantity as a text of that region has it.
fn read_in(region: Option<Region>, text: &str) -> Quantity {
    let lexicon = Lexicon::new(region);
    match grammar::quantity::<Error<&str>>(&lexicon).parse(text) {
        Ok(("", quantity)) => quantity,
        other => panic!("{text}: {other:?}"),
    }
}

fn read(text: &str) -> Quantity {
    read_in(None, text)
}

fn unit(symbol: &str) -> Unit {
    Lexicon::default().get(symbol).unwrap_or_else(|| panic!("no unit {symbol}"))
}

/// Value, interval, approximator and role, as `3000 [3000, 3000] exact cardinal 米`.
fn show(quantity: &Quantity) -> String {
    let value = quantity.value.map_or_else(|| "-".to_owned(), |value| value.to_string());
    let unit = quantity.unit.as_ref().map_or_else(|| "-".to_owned(), Unit::to_string);
    format!("{value} {} {} {} {unit}", quantity.bounds(), quantity.approx, quantity.role)
}

fn show_result(result: Result<Quantity, ConversionError>) -> String {
    result.map_or_else(|error| error.to_string(), |quantity| show(&quantity))
}

/// Region, what is printed, the unit to convert to, and the result.
const CONVERSIONS: &[(Option<Region>, &str, &str, &str)] = &[
    (None, "3公里", "米", "3000 [3000, 3000] exact cardinal 米"),
    (None, "3000米", "公里", "3 [3, 3] exact cardinal 公里"),
    (None, "1.28萬平方米", "公頃", "1.28 [1.28, 1.28] exact cardinal 公頃"),
    (None, "1畝", "平方米", "2000/3 [2000/3, 2000/3] exact cardinal 平方米"),
    (None, "15畝", "公頃", "1 [1, 1] exact cardinal 公頃"),
    (None, "1公頃", "畝", "15 [15, 15] exact cardinal 畝"),
    (None, "121坪", "平方米", "400 [400, 400] exact cardinal 平方米"),
    (None, "1甲", "坪", "2934 [2934, 2934] exact cardinal 坪"),
    (Some(Region::Mainland), "2斤", "公斤", "1 [1, 1] exact cardinal 公斤"),
    (Some(Region::Taiwan), "2斤", "公斤", "1.2 [1.2, 1.2] exact cardinal 公斤"),
    (Some(Region::HongKong), "2斤", "公斤", "1.20957964 [1.20957964, 1.20957964] exact cardinal 公斤"),
    (Some(Region::Singapore), "2斤", "克", "1209.6 [1209.6, 1209.6] exact cardinal 克"),
    (Some(Region::Malaysia), "2斤", "克", "1209.58 [1209.58, 1209.58] exact cardinal 克"),
    (Some(Region::Mainland), "3兩", "克", "150 [150, 150] exact cardinal 克"),
    (Some(Region::Taiwan), "16兩", "公斤", "0.6 [0.6, 0.6] exact cardinal 公斤"),
    (None, "2斤", "公斤", "斤 has no exact factor to a base unit"),
    // 100 ℉ is 37.7… ℃
    (None, "32℉", "攝氏度", "0 [0, 0] exact cardinal 攝氏度"),
    (None, "212℉", "攝氏度", "100 [100, 100] exact cardinal 攝氏度"),
    (None, "100℉", "攝氏度", "340/9 [340/9, 340/9] exact cardinal 攝氏度"),
    (None, "零下40℃", "華氏度", "-40 [-40, -40] exact cardinal 華氏度"),
    (None, "37.5℃", "華氏度", "99.5 [99.5, 99.5] exact cardinal 華氏度"),
    (None, "25℃以上", "開爾文", "298.15 [298.15, ∞) at_least cardinal 開爾文"),
    (None, "36公里/小時", "米/秒", "10 [10, 10] exact cardinal 米/秒"),
    (None, "40米/秒", "公里/小時", "144 [144, 144] exact cardinal 公里/小時"),
    (None, "每小時36公里", "米/秒", "10 [10, 10] exact cardinal 米/秒"),
    (None, "4.2億噸", "公斤", "420000000000 [420000000000, 420000000000] exact cardinal 公斤"),
    (None, "90分鐘", "小時", "1.5 [1.5, 1.5] exact cardinal 小時"),
    (None, "1小時30分", "分鐘", "90 [90, 90] exact cardinal 分鐘"),
    (None, "1GiB", "MiB", "1024 [1024, 1024] exact cardinal MiB"),
    (None, "1位元", "TiB", "1/8796093022208 [1/8796093022208, 1/8796093022208] exact cardinal TiB"),
    (None, "1大氣壓", "百帕", "1013.25 [1013.25, 1013.25] exact cardinal 百帕"),
    (None, "5度電", "千焦", "18000 [18000, 18000] exact cardinal 千焦"),
    (None, "100英里", "公里", "160.9344 [160.9344, 160.9344] exact cardinal 公里"),
    (None, "80bbl", "立方米", "12.71898359424 [12.71898359424, 12.71898359424] exact cardinal 立方米"),
    // bounds and approximators
    (None, "3萬餘公里", "米", "30000000 [30000000, 40000000) odd cardinal 米"),
    (None, "20至30畝", "公頃", "- [4/3, 2] range cardinal 公頃"),
    (None, "近3公里", "米", "3000 (-∞, 3000) near cardinal 米"),
    (None, "逾3公里", "米", "3000 (3000, ∞) over cardinal 米"),
    (None, "約3公里", "米", "3000 (-∞, ∞) about cardinal 米"),
    (None, "數百公里", "米", "- [200000, 1000000) several cardinal 米"),
    (None, "數百英尺", "米", "- [60.96, 304.8) range cardinal 米"),
    // ratios
    (None, "四成", "%", "40 [40, 40] exact percent %"),
    (None, "八五折", "%", "85 [85, 85] exact percent %"),
    (None, "1.5倍", "%", "150 [150, 150] exact percent %"),
    (None, "三分之一", "%", "100/3 [100/3, 100/3] exact percent %"),
    (None, "25個基點", "個百分點", "0.25 [0.25, 0.25] exact percentage_point 個百分點"),
    (None, "2個百分點", "個基點", "200 [200, 200] exact basis_point 個基點"),
    (None, "2個百分點", "%", "個百分點 and % are of one dimension, but do not measure the same"),
    (None, "2番", "倍", "番 has no exact factor to a base unit"),
    // money
    (Some(Region::Mainland), "5角", "人民幣", "0.5 [0.5, 0.5] exact cardinal 人民幣"),
    (None, "5美分", "美元", "0.05 [0.05, 0.05] exact cardinal 美元"),
    (None, "3美元", "歐元", "no fixed rate leads from USD to EUR"),
    (
        None,
        "3元",
        "角",
        "no fixed rate leads from a currency that only a region tells (`Parser::region`) to a currency that only a region tells (`Parser::region`)",
    ),
    (Some(Region::Taiwan), "3元", "新台幣", "3 [3, 3] exact cardinal 新台幣"),
    (Some(Region::Taiwan), "3元", "人民幣", "no fixed rate leads from TWD to CNY"),
    // counts
    (None, "3打", "個", "36 [36, 36] exact cardinal 個"),
    (None, "87名", "人", "87 [87, 87] exact cardinal 人"),
    (None, "8名", "女", "名 and 女 are of one dimension, but do not measure the same"),
    (None, "3家", "艘", "家 and 艘 are of one dimension, but do not measure the same"),
    (None, "3家", "家", "3 [3, 3] exact cardinal 家"),
    (None, "3級", "點", "級 and 點 are of one dimension, but do not measure the same"),
    (None, "3人", "人次", "人 and 人次 are of different dimensions"),
    // what does not convert
    (None, "3公里", "公斤", "公里 and 公斤 are of different dimensions"),
    (None, "3年", "天", "年 has no exact factor to a base unit"),
    (None, "3天", "年", "年 has no exact factor to a base unit"),
    (None, "300", "米", "a bare number has no unit"),
    (None, "21比18", "%", "there is no value and no bound"),
    (None, "第三天", "小時", "a place in an order is no amount"),
    (None, "第三天", "天", "3 [3, 3] exact ordinal 天"),
    (None, "9.5/千人口", "人", "/千人口 and 人 are of different dimensions"),
    (None, "12元/公斤", "元", "元/公斤 and 元 are of different dimensions"),
    (
        None,
        "1234567890123456789.123米",
        "英尺",
        "no decimal of 28 digits and no ratio of 64-bit integers equals the result",
    ),
];

#[test]
fn conversions() {
    let mut failures = Vec::new();
    for &(region, text, to, wanted) in CONVERSIONS {
        let got = show_result(read_in(region, text).to(&unit(to)));
        if got != wanted {
            failures.push(format!("{text} in {to}: {wanted} | {got}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Region, what is printed, and the same in base units.
const BASES: &[(Option<Region>, &str, &str)] = &[
    (None, "3公里", "3000 [3000, 3000] exact cardinal 米"),
    (None, "2畝", "4000/3 [4000/3, 4000/3] exact cardinal 平方米"),
    (None, "40%", "0.4 [0.4, 0.4] exact fraction -"),
    (None, "近40%", "0.4 (-∞, 0.4) near fraction -"),
    (None, "三分之一", "1/3 [1/3, 1/3] exact fraction -"),
    (None, "25個基點", "0.25 [0.25, 0.25] exact percentage_point 個百分點"),
    (None, "2.5個千分點", "0.25 [0.25, 0.25] exact percentage_point 個百分點"),
    (Some(Region::Mainland), "5角", "0.5 [0.5, 0.5] exact cardinal 元"),
    (Some(Region::Mainland), "5元6角", "5.6 [5.6, 5.6] exact cardinal 元"),
    (
        None,
        "5角",
        "no fixed rate leads from a currency that only a region tells (`Parser::region`) to a currency that only a region tells (`Parser::region`)",
    ),
    (None, "5元", "5 [5, 5] exact cardinal 元"),
    (None, "25美分", "0.25 [0.25, 0.25] exact cardinal 美元"),
    (Some(Region::Malaysia), "50仙", "0.5 [0.5, 0.5] exact cardinal 令吉"),
    (Some(Region::HongKong), "50仙", "0.5 [0.5, 0.5] exact cardinal 元"),
    (None, "87名", "87 [87, 87] exact cardinal 名"),
    (None, "3打", "36 [36, 36] exact cardinal 個"),
    (None, "3公里/小時", "5/6 [5/6, 5/6] exact cardinal 米/秒"),
    (None, "每小時36公里", "10 [10, 10] exact cardinal 米/秒"),
    (None, "3噸/年", "3000 [3000, 3000] exact cardinal 公斤/年"),
    (Some(Region::Mainland), "每斤3元", "6 [6, 6] exact cardinal 元/公斤"),
    (None, "每畝600公斤", "0.9 [0.9, 0.9] exact cardinal 公斤/平方米"),
    (None, "0℃", "273.15 [273.15, 273.15] exact cardinal 開爾文"),
    (None, "3年", "年 has no exact factor to a base unit"),
    (None, "3000點", "點 has no exact factor to a base unit"),
    (None, "300", "a bare number has no unit"),
];

#[test]
fn base_units() {
    let mut failures = Vec::new();
    for &(region, text, wanted) in BASES {
        let got = show_result(read_in(region, text).in_base());
        if got != wanted {
            failures.push(format!("{text}: {wanted} | {got}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn rates_convert_in_both_units() {
    let lexicon = Lexicon::new(Region::Mainland);
    let price = read_in(Some(Region::Mainland), "12元/公斤");
    let yuan = lexicon.get("角").expect("a unit").with_per(lexicon.get("斤").expect("a unit"));
    assert_eq!(show_result(price.to(&yuan)), "60 [60, 60] exact cardinal 角(CN)/斤(CN)");
    // the money is unknown but the same
    let per_tonne = unit("元").with_per(unit("噸"));
    assert_eq!(show_result(read("12元/公斤").to(&per_tonne)), "12000 [12000, 12000] exact cardinal 元/噸");
    let speed = unit("公里").with_per(unit("小時"));
    assert_eq!(show_result(read("10米/秒").to(&speed)), "36 [36, 36] exact cardinal 公里/小時");
    let error = read("12元/公斤").to(&unit("元").with_per(unit("公里"))).unwrap_err();
    assert_eq!(error, ConversionError::DifferentDimension { from: "公斤".into(), to: "公里".into() });
}

#[test]
fn ratios() {
    let rows = [
        ("40%", "0.4"),
        ("三成", "0.3"),
        ("三成五", "0.35"),
        ("八折", "0.8"),
        ("八五折", "0.85"),
        ("2‰", "0.002"),
        ("1.5倍", "1.5"),
        ("2個百分點", "0.02"),
        ("25個基點", "0.0025"),
        ("35ppm", "0.000035"),
        ("三分之一", "1/3"),
        ("一半", "0.5"),
        ("2番", "4"),
        ("1.5番", "-"),
        ("100番", "-"),
        ("近40%", "0.4"),
        ("20%至30%", "-"),
        ("21比18", "-"),
        ("300", "-"),
        ("3公里", "-"),
    ];
    for (text, ratio) in rows {
        let got = read(text).ratio().map_or_else(|| "-".to_owned(), |value| value.to_string());
        assert_eq!(got, ratio, "{text}");
    }
}

#[test]
fn comparisons() {
    let rows = [
        ("3公里", "3000米", "equal"),
        ("3公里", "2999米", "greater"),
        ("1畝", "666.6平方米", "greater"),
        ("1畝", "666.7平方米", "less"),
        ("近3公里", "3000米", "less"),
        ("不超過3公里", "3000米", "-"),
        ("不超過3公里", "3001米", "less"),
        ("超過3公里", "至多3公里", "greater"),
        ("至少3公里", "至多3公里", "-"),
        ("420余萬人", "430萬人", "less"),
        ("420余萬人", "420萬人", "-"),
        ("420余萬人", "419萬人", "greater"),
        ("20%至30%", "三成", "-"),
        ("20%至30%", "三分之一", "less"),
        ("約40%", "400%", "-"),
        ("87名", "100人", "less"),
        ("8名", "9女", "less"),
        ("0℃", "32℉", "equal"),
        ("-300℃", "-300℉", "less"),
        ("3家", "5艘", "-"),
        ("3元", "5美元", "-"),
        ("3元", "5元", "less"),
        ("3年", "4年", "less"),
        ("3年", "1000天", "-"),
        ("2個百分點", "3%", "-"),
        ("300", "301", "less"),
        ("300", "301米", "-"),
        ("第三名", "第五名", "less"),
        ("第三名", "5名", "-"),
        ("21比18", "21比18", "-"),
    ];
    let name = |order: Option<Ordering>| match order {
        Some(Ordering::Less) => "less",
        Some(Ordering::Equal) => "equal",
        Some(Ordering::Greater) => "greater",
        None => "-",
    };
    for (a, b, wanted) in rows {
        let (a_read, b_read) = (read(a), read(b));
        assert_eq!(name(a_read.compare(&b_read)), wanted, "{a} and {b}");
        assert_eq!(b_read.compare(&a_read), a_read.compare(&b_read).map(Ordering::reverse), "{b} and {a}");
    }
}

#[test]
fn sums() {
    let rows = [
        ("3公里", "500米", "3.5 [3.5, 3.5] exact cardinal 公里"),
        ("500米", "3公里", "3500 [3500, 3500] exact cardinal 米"),
        ("1畝", "1公頃", "16 [16, 16] exact cardinal 畝"),
        ("3公里", "逾500米", "3.5 (3.5, ∞) over cardinal 公里"),
        ("近3公里", "500米", "3.5 (-∞, 3.5) near cardinal 公里"),
        ("近3公里", "不足500米", "3.5 (-∞, 3.5) under cardinal 公里"),
        ("至少3公里", "逾500米", "3.5 (3.5, ∞) over cardinal 公里"),
        ("至少3公里", "至少500米", "3.5 [3.5, ∞) at_least cardinal 公里"),
        ("至多3公里", "至多500米", "3.5 (-∞, 3.5] at_most cardinal 公里"),
        ("超過3公里", "不足500米", "3.5 (-∞, ∞) about cardinal 公里"),
        ("約3公里", "500米", "3.5 (-∞, ∞) about cardinal 公里"),
        ("300餘人", "5人", "- [305, 405) range cardinal 人"),
        ("3至5家", "2至3家", "- [5, 8] range cardinal 家"),
        ("數百人", "逾3人", "203 (203, ∞) over cardinal 人"),
        ("約3人", "2至5人", "there is no value and no bound"),
        ("三分之一", "三分之一", "2/3 [2/3, 2/3] exact fraction -"),
        ("三分之一", "10%", "13/30 [13/30, 13/30] exact fraction -"),
        ("300", "5", "305 [305, 305] exact cardinal -"),
        ("300", "5人", "a bare number has no unit"),
        ("3家", "5艘", "艘 and 家 are of one dimension, but do not measure the same"),
        ("3女", "5男", "男 and 女 are of one dimension, but do not measure the same"),
        ("3元", "5美元", "no fixed rate leads from USD to a currency that only a region tells (`Parser::region`)"),
        ("25℃", "77℉", "華氏度 and 攝氏度 are of one dimension, but do not measure the same"),
        ("第三名", "5名", "a place in an order is no amount"),
        ("21比18", "5%", "there is no value and no bound"),
        ("40%", "2個百分點", "個百分點 and % are of one dimension, but do not measure the same"),
    ];
    for (a, b, wanted) in rows {
        assert_eq!(show_result(read(a).checked_add(&read(b))), wanted, "{a} and {b}");
    }
}

/// A number at the edge of what decimals hold is an error, never rounded and never a panic.
#[test]
fn the_largest_numbers() {
    let largest = Quantity::exact(Decimal::MAX, Some(unit("米")));
    assert_eq!(largest.to(&unit("米")).as_ref(), Ok(&largest));
    assert_eq!(largest.to(&unit("毫米")), Err(ConversionError::Inexact));
    assert_eq!(largest.checked_add(&largest), Err(ConversionError::Inexact));
    assert_eq!(largest.compare(&largest), Some(Ordering::Equal));
    let least = Quantity::exact(Decimal::new(1, 28), Some(unit("毫米")));
    assert_eq!(least.to(&unit("公里")), Err(ConversionError::Inexact));
    assert_eq!(least.compare(&largest), Some(Ordering::Less));
}

#[test]
fn own_units_convert() {
    let basket = Unit::new("籮", Dimension::Mass).with_factor(Factor::new(15, 1).expect("not zero"));
    let baskets = Quantity::exact(Decimal::from(4), Some(basket.clone()));
    assert_eq!(show_result(baskets.to(&unit("公斤"))), "60 [60, 60] exact cardinal 公斤");
    assert_eq!(show_result(read("30公斤").to(&basket)), "2 [2, 2] exact cardinal 籮");
    let unknown = Quantity::exact(Decimal::ONE, Some(Unit::new("攤位", Dimension::Items)));
    assert_eq!(unknown.in_base(), Err(ConversionError::NoFactor { unit: "攤位".into() }));
}

// ---- what holds for all

/// Units of one dimension with factors, by regions.
fn groups() -> Vec<Vec<Unit>> {
    let dimensions = [
        Dimension::Length,
        Dimension::Area,
        Dimension::Volume,
        Dimension::Mass,
        Dimension::Duration,
        Dimension::Energy,
        Dimension::Power,
        Dimension::Pressure,
        Dimension::Speed,
        Dimension::Frequency,
    ];
    let units = |dimension| {
        let lexicon = Lexicon::new(Region::Taiwan);
        let units = lexicon.iter().map(|(_, unit)| unit);
        units.filter(|unit: &Unit| unit.dimension() == dimension && unit.factor().is_some()).collect()
    };
    dimensions.into_iter().map(units).collect()
}

/// Two units of one dimension.
fn pairs() -> impl Strategy<Value = (Unit, Unit)> {
    select(groups()).prop_flat_map(|units| (select(units.clone()), select(units)))
}

fn decimals() -> impl Strategy<Value = Decimal> {
    (-1_000_000_000i64..1_000_000_000, 0u32..4).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

/// A quantity of whatever bounds.
fn quantities(unit: Unit) -> impl Strategy<Value = Quantity> {
    (decimals(), 0u32..1000, 0..6u8, any::<bool>()).prop_map(move |(value, width, kind, inclusive)| {
        let mut quantity = Quantity::exact(value, Some(unit.clone()));
        let bound = |value: Decimal| Some(Bound { value: value.into(), inclusive });
        let top = bound(value + Decimal::from(width + 1));
        (quantity.approx, quantity.lower, quantity.upper) = match kind {
            0 => (Approx::Exact, quantity.lower, quantity.upper),
            1 => (Approx::About, None, None),
            2 => (if inclusive { Approx::AtLeast } else { Approx::Over }, bound(value), None),
            3 => (if inclusive { Approx::AtMost } else { Approx::Under }, None, bound(value)),
            4 => (Approx::Odd, Some(Bound::inclusive(value.into())), top),
            _ => (Approx::Range, bound(value), top),
        };
        if quantity.approx == Approx::Range {
            quantity.value = None;
        }
        quantity
    })
}

/// The same cases in every run, so that a failure is the change's own; `PROPTEST_RNG_SEED=random` explores others.
fn config(cases: u32) -> ProptestConfig {
    let mut config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = proptest::test_runner::RngSeed::Fixed(0x0077_616e_7969);
    }
    config
}

proptest! {
    #![proptest_config(config(1000))]

    /// There and back again.
    #[test]
    fn round_trip((unit, other) in pairs(), value in decimals()) {
        let quantity = Quantity::exact(value, Some(unit.clone()));
        match quantity.to(&other) {
            Ok(converted) => prop_assert_eq!(converted.to(&unit), Ok(quantity)),
            Err(error) => prop_assert_eq!(error, ConversionError::Inexact),
        }
    }

    /// By way of the base unit or at once, the same.
    #[test]
    fn by_way_of_the_base((a, b) in pairs().prop_flat_map(|(a, b)| (quantities(a), Just(b)))) {
        let (at_once, base) = (a.to(&b), a.in_base());
        if let (Ok(at_once), Ok(base)) = (at_once, base) {
            prop_assert_eq!(base.to(&b), Ok(at_once));
        }
    }

    #[test]
    fn comparison_is_antisymmetric((a, b) in pairs().prop_flat_map(|(a, b)| (quantities(a), quantities(b)))) {
        prop_assert_eq!(a.compare(&b), b.compare(&a).map(Ordering::reverse));
        let point = a.lower == a.upper && a.lower.is_some_and(|end| end.inclusive);
        prop_assert_eq!(a.compare(&a), point.then_some(Ordering::Equal));
    }

    /// As the decimals compare, where both are exact and in one unit.
    #[test]
    fn comparison_is_of_values(a in decimals(), b in decimals()) {
        let metres = |value| Quantity::exact(value, Some(unit("米")));
        prop_assert_eq!(metres(a).compare(&metres(b)), Some(a.cmp(&b)));
        let kilometres = Quantity::exact(b, Some(unit("公里")));
        prop_assert_eq!(metres(a).compare(&kilometres), Some(a.cmp(&(b * Decimal::from(1000)))));
    }

    #[test]
    fn sums_commute_in_the_base((a, b) in pairs().prop_flat_map(|(a, b)| (quantities(a), quantities(b)))) {
        if let (Ok(ab), Ok(ba)) = (a.checked_add(&b), b.checked_add(&a)) {
            if let (Ok(ab), Ok(ba)) = (ab.in_base(), ba.in_base()) {
                prop_assert_eq!(ab, ba);
            }
        }
        prop_assert_eq!(a.checked_add(&b).ok().map(|sum| sum.role), a.checked_add(&b).ok().map(|_| Role::Cardinal));
    }

    /// A sum of two exact quantities of one unit is the sum of their values.
    #[test]
    fn exact_sums(a in decimals(), b in decimals()) {
        let metres = |value| Quantity::exact(value, Some(unit("米")));
        prop_assert_eq!(metres(a).checked_add(&metres(b)), Ok(metres(a + b)));
    }

    /// No value of any size makes a panic.
    #[test]
    fn any_value(mantissa in any::<i64>(), denominator in 1u64.., scale in 0u32..=28, (unit, other) in pairs()) {
        let values = [Value::from(Decimal::new(mantissa, scale))].into_iter().chain(Value::ratio(mantissa, denominator));
        for value in values {
            let quantity = Quantity::exact(value, Some(unit.clone()));
            if let Ok(converted) = quantity.to(&other) {
                prop_assert_eq!(quantity.compare(&converted), Some(Ordering::Equal));
            }
            let _ = (quantity.in_base(), quantity.ratio(), quantity.checked_add(&quantity));
        }
    }
}
