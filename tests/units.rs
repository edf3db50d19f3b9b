//! The table of units: its forms, factors and codes, against facts from elsewhere.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet, HashMap};

use wanyi::rust_decimal::Decimal;
use wanyi::{ConversionError, Dimension, Factor, Lexicon, Parser, Quantity, Region, Unit, Value};

const REGIONS: [Option<Region>; 7] = [
    None,
    Some(Region::Mainland),
    Some(Region::HongKong),
    Some(Region::Taiwan),
    Some(Region::Macau),
    Some(Region::Singapore),
    Some(Region::Malaysia),
];

/// The Traditional characters of the table, each with its Simplified one.
const SIMPLIFIED: &str = "\
    亞亚 來来 侖仑 個个 倫伦 兩两 冊册 別别 劑剂 勝胜 區区 員员 單单 噸吨 國国 圓圆 圖图 團团 堅坚 場场 塊块 壓压 壘垒 壺壶 夥伙 奧奥 \
    學学 對对 屆届 層层 島岛 崗岗 幀帧 幣币 庫库 廂厢 廳厅 張张 強强 戶户 捲卷 搶抢 撾挝 擔担 攝摄 敗败 數数 斷断 時时 晝昼 桿杆 條条 \
    棟栋 槍枪 樁桩 樓楼 標标 樣样 機机 檔档 權权 歐欧 歲岁 氣气 準准 澤泽 烏乌 熱热 爾尔 牀床 環环 畝亩 畫画 當当 盞盏 盤盘 盧卢 碼码 \
    禮礼 種种 積积 窩窝 筆笔 箇个 節节 籃篮 籠笼 紀纪 約约 納纳 紐纽 紙纸 級级 組组 緬缅 縣县 縷缕 總总 羅罗 羣群 聯联 聲声 脫脱 臺台 \
    茲兹 莖茎 華华 萊莱 葉叶 薩萨 蘇苏 蘭兰 處处 誤误 課课 謝谢 貝贝 財财 賓宾 車车 載载 輛辆 輪轮 輯辑 轉转 連连 週周 達达 鄉乡 釐厘 \
    針针 銀银 銅铜 銖铢 錢钱 鍋锅 鎊镑 鎮镇 鐘钟 長长 門门 開开 間间 陣阵 隊队 階阶 隻只 雙双 電电 韓韩 響响 頁页 頂顶 頃顷 項项 頓顿 \
    頭头 顆颗 額额 類类 馬马 驟骤 魯鲁 鮮鲜 麥麦 點点 黨党 齡龄";

/// The codes of UN/CEFACT Recommendation 20 in the table: a quarter of a year, a dozen, a container of 20 feet, a pixel,
/// deadweight, revolutions per minute, a tonne kilometre.
const REC_20: [&str; 7] = ["QAN", "DZN", "E22", "E37", "A43", "RPM", "TKM"];

fn units(region: Option<Region>) -> Vec<(String, Unit)> {
    Lexicon::new(region).iter().map(|(form, unit)| (form.to_owned(), unit)).collect()
}

/// The units of all regions, once each.
fn all_units() -> Vec<Unit> {
    let mut all = Vec::<Unit>::new();
    for (_, unit) in REGIONS.into_iter().flat_map(units) {
        if !all.contains(&unit) {
            all.push(unit);
        }
    }
    all
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

// ---- forms

#[test]
fn the_table_is_large() {
    let dimensions: BTreeMap<String, Dimension> =
        units(None).into_iter().map(|(_, unit)| (unit.symbol().to_owned(), unit.dimension())).collect();
    assert!(dimensions.len() >= 500, "{} symbols", dimensions.len());
    let classifiers = dimensions.values().filter(|d| matches!(d, Dimension::Items | Dimension::People)).count();
    assert!(classifiers >= 200, "{classifiers} classifiers");
    let used: BTreeSet<Dimension> = dimensions.into_values().collect();
    let missing: Vec<_> = Dimension::ALL.iter().filter(|dimension| !used.contains(dimension)).collect();
    assert!(missing.is_empty(), "no unit of {missing:?}");
}

/// Every form of a row gives the unit of the row.
#[test]
fn no_form_has_two_meanings() {
    let lexicon = Lexicon::default();
    let mut symbol_of = HashMap::new();
    let table = include_str!("../src/unit/units.tsv");
    for row in table.lines().filter(|row| !row.is_empty() && !row.starts_with("# ")) {
        let mut cells = row.split('\t');
        let symbol = cells.next().unwrap();
        let others = cells.next().unwrap().split(' ').filter(|form| *form != "-");
        for form in core::iter::once(symbol).chain(others) {
            let before = symbol_of.insert(form.to_owned(), symbol.to_owned());
            assert_eq!(before, None, "{form} of {symbol}");
            assert_eq!(lexicon.get(form).as_ref().map(Unit::symbol), Some(symbol), "{form}");
        }
    }
    assert!(symbol_of.len() >= lexicon.iter().count(), "rows that this test does not see");
}

#[test]
fn every_form_has_its_simplified_twin() {
    let lexicon = Lexicon::default();
    let twin: HashMap<char, char> = SIMPLIFIED
        .split_whitespace()
        .map(|pair| {
            let mut pair = pair.chars();
            (pair.next().expect("a character"), pair.next().expect("its twin"))
        })
        .collect();
    let mut missing = Vec::new();
    for (form, unit) in lexicon.iter() {
        let simplified: String = form.chars().map(|c| twin.get(&c).copied().unwrap_or(c)).collect();
        if lexicon.get(&simplified).as_ref() != Some(&unit) {
            missing.push(format!("{form} {simplified}"));
        }
    }
    assert!(missing.is_empty(), "no twin of the same unit: {missing:?}");
}

#[test]
fn forms_are_clean() {
    for (form, unit) in units(None) {
        assert!(!form.is_empty() && form.trim() == form, "{form:?}");
        assert!(
            !form.contains(|c: char| c.is_control() || c.is_ascii_digit() && !form.ends_with(['2', '3'])),
            "{form:?}"
        );
        assert!(!unit.symbol().is_empty() && unit.per().is_none(), "{form:?}");
    }
}

// ---- factors

#[test]
fn factors_are_reduced() {
    for unit in all_units() {
        if let Some(factor) = unit.factor() {
            assert!(factor.numerator() > 0 && factor.denominator() > 0, "{unit}");
            assert_eq!(gcd(factor.numerator().into(), factor.denominator().into()), 1, "{unit}");
        }
    }
}

#[test]
fn base_units_have_the_factor_one() {
    let bases = [
        ("米", Dimension::Length),
        ("平方米", Dimension::Area),
        ("立方米", Dimension::Volume),
        ("公斤", Dimension::Mass),
        ("秒", Dimension::Duration),
        ("焦耳", Dimension::Energy),
        ("瓦", Dimension::Power),
        ("帕", Dimension::Pressure),
        ("米/秒", Dimension::Speed),
        ("赫茲", Dimension::Frequency),
        ("位元", Dimension::Data),
        ("倍", Dimension::Ratio),
        ("人", Dimension::People),
        ("人次", Dimension::Visits),
        ("戶", Dimension::Households),
        ("個", Dimension::Items),
        ("元", Dimension::Currency),
    ];
    for (symbol, dimension) in bases {
        let unit = Lexicon::default().get(symbol).expect("a unit of the table");
        assert_eq!((unit.dimension(), unit.factor()), (dimension, Factor::new(1, 1)), "{symbol}");
    }
}

#[test]
fn conversion_to_the_base_and_back_is_exact() {
    let values = [Decimal::ONE, Decimal::from(7), Decimal::new(125, 1), Decimal::new(-325, 2)];
    let mut converted = 0;
    for unit in all_units().into_iter().filter(|unit| unit.factor().is_some()) {
        for value in values {
            let quantity = Quantity::exact(value, Some(unit.clone()));
            let unknown_money = unit.dimension() == Dimension::Currency && unit.code().is_none();
            match quantity.in_base() {
                Ok(base) => {
                    assert_eq!(base.to(&unit).as_ref(), Ok(&quantity), "{quantity} by {base}");
                    converted += 1;
                }
                Err(error) => {
                    assert_eq!(error, ConversionError::DifferentCurrency { from: None, to: None }, "{quantity}");
                    assert!(unknown_money, "{quantity}");
                }
            }
        }
    }
    assert!(converted > 2000, "{converted}");
}

#[test]
fn what_has_no_factor_says_so() {
    for unit in all_units() {
        let temperature = matches!(unit.code(), Some("Cel" | "[degF]" | "K"));
        if unit.factor().is_none() && !temperature {
            let error = Quantity::exact(Decimal::ONE, Some(unit.clone())).in_base().unwrap_err();
            assert_eq!(error, ConversionError::NoFactor { unit: unit.symbol().into() });
        }
    }
}

// ---- codes

#[test]
fn codes_of_money_are_iso_4217() {
    for unit in all_units().into_iter().filter(|unit| unit.dimension() == Dimension::Currency) {
        let Some(code) = unit.code() else { continue };
        let known = iso_currency::Currency::from_code(code);
        let known = known.unwrap_or_else(|| panic!("{unit}: {code} is no code of ISO 4217"));
        // the factor leads to the main unit: a sen is a hundredth where the list has hundredths
        let parts = unit.factor().map(|factor| (factor.numerator(), factor.denominator()));
        let subunit = known.subunit_fraction().map(|parts| (1, u64::from(parts)));
        assert!(matches!(parts, Some((1, 1 | 10))) || parts == subunit, "{unit}: {parts:?}, {subunit:?}");
    }
}

#[test]
fn other_codes_are_of_ucum_or_rec_20() {
    let mut seen = BTreeSet::new();
    for unit in all_units().into_iter().filter(|unit| unit.dimension() != Dimension::Currency) {
        let Some(code) = unit.code() else { continue };
        if REC_20.contains(&code) {
            seen.insert(code.to_owned());
        } else {
            ucum::read(code).unwrap_or_else(|| panic!("{unit}: {code} is no code of UCUM or Rec 20"));
        }
    }
    assert_eq!(seen.len(), REC_20.len(), "codes that no unit has: {seen:?}");
}

#[test]
fn factors_are_what_the_codes_say() {
    let mut checked = 0;
    for unit in all_units() {
        let Some((factor, code)) = unit.factor().zip(unit.code()) else { continue };
        // of 1 s⁻¹ and of one
        let rec_20 = REC_20.contains(&code);
        // the astronomic unit of UCUM is that of before 2012
        if unit.dimension() == Dimension::Currency || rec_20 || code == "AU" {
            continue;
        }
        let meaning = ucum::read(code).unwrap_or_else(|| panic!("{unit}: {code} is no code of UCUM"));
        assert_eq!(meaning.parts(), (factor.numerator().into(), factor.denominator().into()), "{unit}: {code}");
        assert_eq!(meaning.powers, ucum::powers(unit.dimension()), "{unit}: {code}");
        checked += 1;
    }
    assert!(checked > 110, "{checked}");
}

#[test]
fn the_checker_of_codes_refuses() {
    for code in ["", "sq", "kmh", "m/", "/", "k", "ft", "m2/", "kk", "mm[in_i]", "k[ft_i]", "mmin", "m.", "2"] {
        assert!(ucum::read(code).is_none(), "{code}");
    }
    let acceleration = ucum::read("km/h/s").expect("a code");
    assert_eq!(acceleration.parts(), (5, 18));
}

// ---- meanings by neighbours

/// A phrase of a region; symbol, dimension, code and factor of the unit in it.
type Beside = (Option<Region>, &'static str, &'static str, Dimension, Option<&'static str>, Option<(u64, u64)>);

/// Phrases with one quantity, whose unit its neighbours decide.
#[rustfmt::skip]
const NEIGHBOURS: &[Beside] = &[
    // of heat
    (None, "市區氣溫午後升至35度", "度", Dimension::Temperature, Some("Cel"), None),
    (None, "市区气温午后升至35度", "度", Dimension::Temperature, Some("Cel"), None),
    (None, "山上清晨零下3度", "度", Dimension::Temperature, Some("Cel"), None),
    (None, "孩子體溫38.5度", "度", Dimension::Temperature, Some("Cel"), None),
    (None, "將出現37度以上的高溫", "度", Dimension::Temperature, Some("Cel"), None),
    (None, "受寒流影響，最低約5度", "度", Dimension::Temperature, Some("Cel"), None),
    // of electricity
    (None, "全村每月用電300度", "度", Dimension::Energy, Some("kW.h"), Some((3_600_000, 1))),
    (None, "电站年发电量1.2亿度", "度", Dimension::Energy, Some("kW.h"), Some((3_600_000, 1))),
    (None, "電池可充電60度", "度", Dimension::Energy, Some("kW.h"), Some((3_600_000, 1))),
    (None, "全場用上500萬度綠電", "度", Dimension::Energy, Some("kW.h"), Some((3_600_000, 1))),
    // of an angle
    (None, "颱風中心位於北緯23.5度", "度", Dimension::Other, Some("deg"), None),
    (None, "位于东经120度", "度", Dimension::Other, Some("deg"), None),
    (None, "塔身呈15度傾斜", "度", Dimension::Other, Some("deg"), None),
    (None, "屏幕可旋轉180度", "度", Dimension::Other, Some("deg"), None),
    (None, "屋頂成30度角", "度角", Dimension::Other, Some("deg"), None),
    // of spectacles, and of nothing that the words name
    (None, "他近視500度", "度", Dimension::Other, None, None),
    (None, "酒精含量53度", "度", Dimension::Other, None, None),
    // times
    (None, "她三度當選議長", "度", Dimension::Items, None, Some((1, 1))),
    (None, "她第三度当选议长", "度", Dimension::Items, None, Some((1, 1))),
    (None, "總理兩度訪問當地", "度", Dimension::Items, None, Some((1, 1))),
    // 分
    (None, "主隊最後以91分取勝", "分", Dimension::Other, None, None),
    (None, "選手用時5分", "分", Dimension::Duration, Some("min"), Some((60, 1))),
    (None, "选手耗时5分", "分", Dimension::Duration, Some("min"), Some((60, 1))),
    (Some(Region::Singapore), "公司派發末期股息3分", "分", Dimension::Currency, Some("SGD"), Some((1, 100))),
    (None, "牛排七分熟", "分", Dimension::Ratio, None, Some((1, 10))),
    (None, "他家有三分地", "分地", Dimension::Area, None, Some((200, 3))),
    (None, "門前一畝三分地", "畝", Dimension::Area, None, Some((2000, 3))),
    (None, "门前一亩三分地", "畝", Dimension::Area, None, Some((2000, 3))),
    (None, "撞線時間為3分8秒", "秒", Dimension::Duration, Some("s"), Some((1, 1))),
    // 桶
    (None, "油田日產原油3000桶", "桶", Dimension::Volume, Some("[bbl_us]"), Some((9_936_705_933, 62_500_000_000))),
    (None, "油田日产原油3000桶", "桶", Dimension::Volume, Some("[bbl_us]"), Some((9_936_705_933, 62_500_000_000))),
    (None, "該國減產40萬桶", "桶", Dimension::Volume, Some("[bbl_us]"), Some((9_936_705_933, 62_500_000_000))),
    (None, "村民每天要挑5桶水", "桶", Dimension::Items, None, Some((1, 1))),
    (None, "清出80桶垃圾", "桶", Dimension::Items, None, Some((1, 1))),
    (None, "倉庫存有12桶", "桶", Dimension::Volume, None, None),
    // 呎 and 碼
    (None, "單位實用面積403呎", "呎", Dimension::Area, Some("[sft_i]"), Some((145_161, 1_562_500))),
    (None, "坑深約12呎", "呎", Dimension::Length, Some("[ft_i]"), Some((381, 1250))),
    (None, "央行宣布升息1碼", "碼", Dimension::Ratio, None, Some((1, 400))),
    (None, "央行宣布升息2码", "碼", Dimension::Ratio, None, Some((1, 400))),
    (None, "他在75碼外破門", "碼", Dimension::Length, Some("[yd_i]"), Some((1143, 1250))),
    // 兩
    (None, "買了2兩黃金", "兩", Dimension::Mass, None, None),
    (None, "來了三兩個客人", "個", Dimension::Items, None, Some((1, 1))),
];

#[test]
fn neighbours_decide_what_a_unit_is() {
    for &(region, phrase, symbol, dimension, code, factor) in NEIGHBOURS {
        let found = Parser::new().lexicon(Lexicon::new(region)).find_quantities(phrase);
        assert_eq!(found.quantities().len(), 1, "{phrase}");
        let unit = found.quantities().next().and_then(|quantity| quantity.unit.clone());
        let unit = unit.unwrap_or_else(|| panic!("{phrase}: no unit"));
        let parts = unit.factor().map(|factor| (factor.numerator(), factor.denominator()));
        assert_eq!(
            (unit.symbol(), unit.dimension(), unit.code(), parts),
            (symbol, dimension, code, factor),
            "{phrase}"
        );
        if let Some(code) = code.filter(|_| dimension != Dimension::Currency) {
            let meaning = ucum::read(code).unwrap_or_else(|| panic!("{phrase}: {code} is no code of UCUM"));
            let said = factor.is_none_or(|(top, bottom)| {
                meaning.parts() == (top.into(), bottom.into()) && meaning.powers == ucum::powers(dimension)
            });
            assert!(said, "{phrase}: {code}");
        }
    }
}

#[test]
fn neighbours_decide_what_a_denominator_is() {
    let per = |phrase: &str| {
        let found = Parser::new().find_quantities(phrase).into_owned();
        let unit = found.quantities().next().and_then(|quantity| quantity.unit.clone());
        unit.and_then(|unit| unit.per().and_then(|per| per.code().map(str::to_owned)))
    };
    assert_eq!(per("電費每度3元").as_deref(), Some("kW.h"));
    assert_eq!(per("电价为0.5元/度").as_deref(), Some("kW.h"));
    assert_eq!(per("每桶報80美元").as_deref(), Some("[bbl_us]"));
    assert_eq!(per("平均每呎1.5萬港元").as_deref(), Some("[sft_i]"));
}

#[test]
fn a_meaning_from_the_form_alone_is_told() {
    let told = |phrase: &str| -> Vec<String> {
        Parser::new()
            .find_quantities(phrase)
            .diagnostics()
            .iter()
            .map(|d| format!("{}: {}", d.code.name(), d.message))
            .collect()
    };
    assert_eq!(told("該國減產40萬桶"), ["ambiguous_unit: 桶 was read as a unit of volume"]);
    assert_eq!(told("她三度當選議長"), ["ambiguous_unit: 度 was read as a unit of items"]);
    assert_eq!(told("原油減產40萬桶"), [""; 0]);
    assert_eq!(told("氣溫35度"), [""; 0]);
}

/// Codes of the Unified Code for Units of Measure, as far as the table has them: the grammar, and the values that the
/// specification (<https://ucum.org/ucum>, tables 1 to 17) gives.
mod ucum {
    use std::collections::BTreeMap;

    use wanyi::Dimension;

    const PREFIXES: &[(&str, i32)] = &[
        ("Z", 21),
        ("E", 18),
        ("P", 15),
        ("T", 12),
        ("G", 9),
        ("M", 6),
        ("k", 3),
        ("h", 2),
        ("d", -1),
        ("c", -2),
        ("m", -3),
        ("u", -6),
        ("n", -9),
    ];

    /// The binary ones, of bytes.
    const BINARY: &[(&str, u32)] = &[("Ki", 10), ("Mi", 20), ("Gi", 30), ("Ti", 40)];

    /// Base units, with grams as a thousandth so that masses are in kilograms; bits are one of their own here.
    const BASES: &[&str] = &["m", "s", "g", "K", "C", "cd", "bit"];

    /// Units: the code, whether it takes prefixes, the number and the unit that it is.
    const ATOMS: &[(&str, bool, &str, &str)] = &[
        ("%", false, "0.01", ""),
        ("[ppth]", false, "0.001", ""),
        ("[ppm]", false, "0.000001", ""),
        ("[ppb]", false, "0.000000001", ""),
        ("mol", true, "602214076000000000000000", ""),
        // 2π/360, which is no rational number: the table gives angles no factor
        ("deg", false, "1", ""),
        ("Hz", true, "1", "/s"),
        ("N", true, "1", "kg.m/s/s"),
        ("Pa", true, "1", "N/m2"),
        ("J", true, "1", "N.m"),
        ("W", true, "1", "J/s"),
        ("A", true, "1", "C/s"),
        ("V", true, "1", "J/C"),
        ("Ohm", true, "1", "V/A"),
        ("Cel", true, "1", "K"),
        ("[degF]", false, "1", "K"),
        ("lm", true, "1", "cd"),
        ("lx", true, "1", "lm/m2"),
        ("Bq", true, "1", "/s"),
        ("Sv", true, "1", "J/kg"),
        ("B", true, "1", ""),
        ("L", true, "1", "dm3"),
        ("ar", true, "100", "m2"),
        ("min", false, "60", "s"),
        ("h", false, "60", "min"),
        ("d", false, "24", "h"),
        ("wk", false, "7", "d"),
        ("a", false, "365.25", "d"),
        ("mo", false, "30.4375", "d"),
        ("t", true, "1000", "kg"),
        ("bar", true, "100000", "Pa"),
        ("atm", false, "101325", "Pa"),
        ("m[Hg]", true, "133322", "Pa"),
        ("AU", false, "149597.870691", "Mm"),
        ("pc", true, "30856780000000000", "m"),
        ("[c]", true, "299792458", "m/s"),
        ("[ly]", true, "1", "[c].a"),
        ("[in_i]", false, "2.54", "cm"),
        ("[ft_i]", false, "12", "[in_i]"),
        ("[yd_i]", false, "3", "[ft_i]"),
        ("[mi_i]", false, "5280", "[ft_i]"),
        ("[nmi_i]", false, "1852", "m"),
        ("[kn_i]", false, "1", "[nmi_i]/h"),
        ("[sin_i]", false, "1", "[in_i]2"),
        ("[sft_i]", false, "1", "[ft_i]2"),
        ("[syd_i]", false, "1", "[yd_i]2"),
        ("[cft_i]", false, "1", "[ft_i]3"),
        ("[cyd_i]", false, "1", "[yd_i]3"),
        ("[gal_us]", false, "231", "[in_i]3"),
        ("[bbl_us]", false, "42", "[gal_us]"),
        ("[bu_us]", false, "2150.42", "[in_i]3"),
        ("[gal_br]", false, "4.54609", "L"),
        ("[gr]", false, "64.79891", "mg"),
        ("[lb_av]", false, "7000", "[gr]"),
        ("[stone_av]", false, "14", "[lb_av]"),
        ("[ston_av]", false, "2000", "[lb_av]"),
        ("[lton_av]", false, "2240", "[lb_av]"),
        ("[oz_tr]", false, "480", "[gr]"),
        ("[car_m]", false, "0.2", "g"),
        ("cal", true, "4.184", "J"),
        ("[g]", true, "9.80665", "m/s/s"),
        ("[lbf_av]", false, "1", "[lb_av].[g]"),
        ("[psi]", false, "1", "[lbf_av]/[in_i]2"),
        ("By", true, "8", "bit"),
    ];

    /// What a code means: a number of base units.
    #[derive(Clone, Debug)]
    pub(super) struct Meaning {
        top: u128,
        bottom: u128,
        pub(super) powers: BTreeMap<&'static str, i32>,
    }

    impl Meaning {
        fn number(top: u128, bottom: u128) -> Self {
            let shared = super::gcd(top, bottom);
            Self { top: top / shared, bottom: bottom / shared, powers: BTreeMap::new() }
        }

        pub(super) fn parts(&self) -> (u128, u128) {
            (self.top, self.bottom)
        }

        /// The product with another to the power of 1 or -1.
        fn times(mut self, other: Self, inverse: bool) -> Self {
            let (top, bottom) = if inverse { (other.bottom, other.top) } else { (other.top, other.bottom) };
            let (left, right) = (Self::number(self.top, bottom), Self::number(top, self.bottom));
            for (base, power) in other.powers {
                *self.powers.entry(base).or_default() += if inverse { -power } else { power };
            }
            self.powers.retain(|_, power| *power != 0);
            Self { top: left.top * right.top, bottom: left.bottom * right.bottom, powers: self.powers }
        }
    }

    /// ```text
    /// code      = [ "/" ] component { ( "." | "/" ) component }
    /// component = [ prefix ] atom [ digit ]
    /// ```
    pub(super) fn read(code: &str) -> Option<Meaning> {
        let mut meaning = Meaning::number(1, 1);
        let (mut rest, mut inverse) = (code, false);
        if let Some(below) = code.strip_prefix('/') {
            (rest, inverse) = (below, true);
        }
        loop {
            // no atom in the table has a sign in its brackets
            let end = rest.find(['.', '/']).unwrap_or(rest.len());
            meaning = meaning.times(component(&rest[..end])?, inverse);
            let Some(sign) = rest[end..].chars().next() else { return Some(meaning) };
            (rest, inverse) = (&rest[end + 1..], sign == '/');
        }
    }

    fn component(text: &str) -> Option<Meaning> {
        let name = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let power: u32 = if name.len() == text.len() { 1 } else { text[name.len()..].parse().ok()? };
        let one = prefixed(name)?;
        (0..power).try_fold(Meaning::number(1, 1), |product, _| Some(product.times(one.clone(), false)))
    }

    fn prefixed(name: &str) -> Option<Meaning> {
        if let Some((meaning, _)) = atom(name) {
            return Some(meaning);
        }
        let binary = BINARY.iter().find_map(|(prefix, power)| {
            Some(Meaning::number(1 << power, 1).times(atom(name.strip_prefix(prefix)?).filter(|(_, m)| *m)?.0, false))
        });
        binary.or_else(|| {
            PREFIXES.iter().find_map(|(prefix, power)| {
                let (meaning, _) = atom(name.strip_prefix(prefix)?).filter(|(_, metric)| *metric)?;
                let ten = 10u128.pow(power.unsigned_abs());
                let prefix = if *power > 0 { Meaning::number(ten, 1) } else { Meaning::number(1, ten) };
                Some(prefix.times(meaning, false))
            })
        })
    }

    /// A unit without prefix, and whether it takes one.
    fn atom(name: &str) -> Option<(Meaning, bool)> {
        if let Some(base) = BASES.iter().find(|base| **base == name) {
            let mut meaning = if name == "g" { Meaning::number(1, 1000) } else { Meaning::number(1, 1) };
            meaning.powers.insert(base, 1);
            return Some((meaning, true));
        }
        let (_, metric, number, of) = ATOMS.iter().find(|(code, ..)| *code == name)?;
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        let digits: u128 = format!("{whole}{decimals}").parse().ok()?;
        let number = Meaning::number(digits, 10u128.pow(u32::try_from(decimals.len()).ok()?));
        let meaning = if of.is_empty() { number } else { number.times(read(of)?, false) };
        Some((meaning, *metric))
    }

    /// What a dimension is of base units.
    pub(super) fn powers(dimension: Dimension) -> BTreeMap<&'static str, i32> {
        let powers: &[(&str, i32)] = match dimension {
            Dimension::Length => &[("m", 1)],
            Dimension::Area => &[("m", 2)],
            Dimension::Volume => &[("m", 3)],
            Dimension::Mass => &[("g", 1)],
            Dimension::Duration => &[("s", 1)],
            Dimension::Speed => &[("m", 1), ("s", -1)],
            Dimension::Energy => &[("g", 1), ("m", 2), ("s", -2)],
            Dimension::Power => &[("g", 1), ("m", 2), ("s", -3)],
            Dimension::Pressure => &[("g", 1), ("m", -1), ("s", -2)],
            Dimension::Frequency => &[("s", -1)],
            Dimension::Data => &[("bit", 1)],
            Dimension::Ratio => &[],
            other => panic!("no factor of {other} has a code of UCUM"),
        };
        powers.iter().copied().collect()
    }
}

// ---- the list of what is printed

#[test]
fn printed_units_are_read() {
    let list = include_str!("data/units.tsv");
    let (mut rows, mut dimensions, mut failures) = (0, BTreeSet::new(), Vec::new());
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let [text, symbol, dimension, code, factor] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("five columns: {line:?}")
        };
        rows += 1;
        dimensions.insert(dimension.to_owned());
        let got = format!("1{text}").parse::<Quantity>().map(|quantity| {
            let unit = quantity.unit.clone().expect("a unit");
            let factor = unit.factor().map(|factor| format!("{}/{}", factor.numerator(), factor.denominator()));
            let (code, factor) = (unit.code().unwrap_or("-"), factor.as_deref().unwrap_or("-"));
            let one = quantity == Quantity::exact(Value::from(Decimal::ONE), Some(unit.clone()));
            format!(
                "{text}\t{}\t{}\t{code}\t{factor}{}",
                unit.symbol(),
                unit.dimension(),
                if one { "" } else { " not 1" }
            )
        });
        let wanted = format!("{text}\t{symbol}\t{dimension}\t{code}\t{factor}");
        if got.as_ref() != Ok(&wanted) {
            failures.push(format!("{wanted}: {got:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(rows >= 250, "{rows} rows");
    assert_eq!(dimensions.len(), Dimension::ALL.len(), "{dimensions:?}");
}

/// A text, its region, and the codes of the money in it.
const STATED_MONEY: [(&str, Region, &[&str]); 6] = [
    ("營業額為2,310億元（人民幣．下同），溢利512億元。", Region::HongKong, &["CNY", "CNY"]),
    ("營業額77.5億元人民幣(下同)，溢利6.2億元。", Region::HongKong, &["CNY", "CNY"]),
    ("合約值四萬元（港元，下同），訂金兩萬元，另付美元3億元。", Region::Macau, &["HKD", "HKD", "USD"]),
    ("銷售額2.4億元（人民幣），成本1億元。", Region::HongKong, &["CNY", "HKD"]),
    ("溢利4億元（去年同期3億元），派息2億元。", Region::HongKong, &["HKD", "HKD", "HKD"]),
    ("虧損7億元（下同），開支3億元。", Region::HongKong, &["HKD", "HKD"]),
];

#[test]
fn a_bracket_states_the_currency() {
    for (text, region, codes) in STATED_MONEY {
        let found = wanyi::Parser::new().region(region).find_quantities(text);
        let read: Vec<_> =
            found.quantities().filter_map(|found| Some(found.unit.as_ref()?.code()?.to_owned())).collect();
        assert_eq!(read, codes, "{text}");
    }
}
