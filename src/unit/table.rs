//! The one table of units and classifiers: every word that may follow a number. To add a unit, add a row.
//!
//! A row gives the unit's one form (in Traditional characters; in Latin letters or as a sign where both scripts print it
//! so), then every other form in which it is printed: Simplified, variants (臺 台), abbreviations, signs. A form stands
//! in one row only. Scales are no part of a unit (萬噸 is 萬 and 噸), SI prefixes are (千瓦, 百帕, 兆赫).
//!
//! **Factor**: exact, to the base unit of the dimension.
//!
//! | dimension | base | dimension | base | dimension | base |
//! |---|---|---|---|---|---|
//! | length | m | energy | J | frequency | Hz |
//! | area | m² | power | W | pressure | Pa |
//! | volume | m³ | speed | m/s | data | bit |
//! | mass | kg | duration | s | ratio | 1 |
//!
//! People, visits, households and items count in ones. A currency counts in its own main unit: 角 is 1/10, and no factor
//! leads from one currency to another. There is no factor where the length is not fixed (年, 個月), where the zero is
//! another (攝氏度), where the word means several units (加侖, 盎司, 馬力), and where the dimension has no base (other).
//!
//! **Code**: ISO 4217 for money; else UCUM, else UN/CEFACT Recommendation 20 (QAN, DZN, E22, E37, A43, RPM, TKM); none
//! where neither list has the unit, as for most classifiers.
//!
//! **By region**: what a word means only in one place. Without a region such a row has no factor and no code, except
//! where all but one region agree.
//!
//! **By neighbours**: what a word means beside certain words (`by_neighbours`): 度 of heat, of electricity, of an angle.
//! Its first meaning holds where none of them is near.
//!
//! Where the facts are from:
//! - the SI brochure (9th edition, tables 2 to 8) and, for what it leaves out, the factors of UCUM: 桶, 蒲式耳, cal, mm Hg;
//!   英里, 英尺, 磅 and what is made of them by the international yard and pound of 1959; K, M, G of data by IEC 80000-13;
//! - the mainland: the State Council's order of 1959 (斤 500 g, 兩 50 g) and the market units of 1929 (尺 1/3 m, 里 500 m,
//!   畝 2000/3 m²);
//! - Taiwan: 台斤 600 g of 16 兩, 台尺 10/33 m, 坪 of 36 square 台尺, 甲 of 2934 坪;
//! - Hong Kong: Weights and Measures Ordinance, Cap. 68 (斤 0.60478982 kg, 兩 1/16 and 擔 100 of it); Macau: Law
//!   14/92/M, the same; Singapore and Malaysia:
//!   their Weights and Measures Acts (斤 604.8 g, 604.79 g).

use super::Dimension::{
    self, Area, Currency, Data, Duration, Energy, Frequency, Households, Items, Length, Mass, Other, People, Power,
    Pressure, Ratio, Speed, Temperature, Visits, Volume,
};
use super::{Factor, NumberForm, Reading, Row, Sense};
use crate::region::Region::{self, HongKong, Macau, Mainland, Malaysia, Singapore, Taiwan};

/// What one region makes of a word: its factor and its code.
type Local = (Region, Option<Factor>, Option<&'static str>);

/// The factor `numerator / denominator`.
const fn r(numerator: u64, denominator: u64) -> Option<Factor> {
    Factor::new(numerator, denominator)
}

/// A unit that has a code.
const fn unit(
    symbol: &'static str,
    forms: &'static [&'static str],
    dimension: Dimension,
    factor: Option<Factor>,
    code: &'static str,
) -> Row {
    Row { symbol, forms, dimension, factor, code: Some(code), regional: &[], senses: &[], reading: Reading::Only }
}

/// A unit without a code.
const fn bare(
    symbol: &'static str,
    forms: &'static [&'static str],
    dimension: Dimension,
    factor: Option<Factor>,
) -> Row {
    Row { symbol, forms, dimension, factor, code: None, regional: &[], senses: &[], reading: Reading::Only }
}

/// The main unit of a currency.
const fn money(symbol: &'static str, forms: &'static [&'static str], code: &'static str) -> Row {
    unit(symbol, forms, Currency, r(1, 1), code)
}

/// A classifier or a counted noun.
const fn count(symbol: &'static str, forms: &'static [&'static str], dimension: Dimension) -> Row {
    bare(symbol, forms, dimension, r(1, 1))
}

/// A row of which some regions have their own factor and code.
const fn by_region(row: Row, regional: &'static [Local]) -> Row {
    Row { regional, ..row }
}

/// A row that means something else beside certain words.
const fn by_neighbours(row: Row, senses: &'static [Sense]) -> Row {
    Row { senses, reading: Reading::First, ..row }
}

/// What a row means behind and before certain words.
const fn beside(before: &'static str, behind: &'static str, row: Row) -> Sense {
    Sense { before, behind, form: None, row: Row { reading: Reading::Chosen, ..row } }
}

/// What a row means beside certain words, and with a number of a certain form where no word decides.
const fn beside_or(form: NumberForm, before: &'static str, behind: &'static str, row: Row) -> Sense {
    Sense { before, behind, form: Some(form), row: Row { reading: Reading::Chosen, ..row } }
}

/// 元: in Malaysia, which counts in 令吉, none of these.
const DOLLARS: &[Local] = &[
    (Mainland, r(1, 1), Some("CNY")),
    (Taiwan, r(1, 1), Some("TWD")),
    (HongKong, r(1, 1), Some("HKD")),
    (Macau, r(1, 1), Some("MOP")),
    (Singapore, r(1, 1), Some("SGD")),
];

/// $: where money is not printed so, a foreign dollar of which nothing is known.
const SIGNS: &[Local] = &[
    (Taiwan, r(1, 1), Some("TWD")),
    (HongKong, r(1, 1), Some("HKD")),
    (Macau, r(1, 1), Some("MOP")),
    (Singapore, r(1, 1), Some("SGD")),
];

/// 角.
const TENTHS: &[Local] = &[
    (Mainland, r(1, 10), Some("CNY")),
    (Taiwan, r(1, 10), Some("TWD")),
    (HongKong, r(1, 10), Some("HKD")),
    (Macau, r(1, 10), Some("MOP")),
    (Singapore, r(1, 10), Some("SGD")),
    (Malaysia, r(1, 10), Some("MYR")),
];

/// 分錢.
const HUNDREDTHS: &[Local] = &[
    (Mainland, r(1, 100), Some("CNY")),
    (Taiwan, r(1, 100), Some("TWD")),
    (HongKong, r(1, 100), Some("HKD")),
    (Macau, r(1, 100), Some("MOP")),
    (Singapore, r(1, 100), Some("SGD")),
];

/// 仙.
const SEN: &[Local] =
    &[(HongKong, r(1, 100), Some("HKD")), (Singapore, r(1, 100), Some("SGD")), (Malaysia, r(1, 100), Some("MYR"))];

/// 里: elsewhere mostly a ward of a town.
const LI: &[Local] = &[(Mainland, r(500, 1), None)];

/// 丈.
const ZHANG: &[Local] = &[(Mainland, r(10, 3), None), (Taiwan, r(100, 33), None)];

/// 尺: in Hong Kong a foot in print, 0.371475 m in law.
const CHI: &[Local] = &[(Mainland, r(1, 3), None), (Taiwan, r(10, 33), None)];

/// 平方尺.
const SQUARE_CHI: &[Local] = &[
    (Mainland, r(1, 9), None),
    (HongKong, r(145161, 1562500), Some("[sft_i]")),
    (Macau, r(145161, 1562500), Some("[sft_i]")),
    (Singapore, r(145161, 1562500), Some("[sft_i]")),
    (Malaysia, r(145161, 1562500), Some("[sft_i]")),
];

/// 呎: of a flat, square feet.
const FEET: &[Sense] = &[beside_or(
    NumberForm::Price,
    "面积 实用 建筑 单位 呎价 住宅 复式 物业",
    "单位 户 两房 三房 四房 开放式 复式 楼面 地盘 商舖 舖位 写字楼",
    unit("呎", &[], Area, r(145161, 1562500), "[sft_i]"),
)];

/// 碼: a step of interest rates.
const YARDS: &[Sense] = &[beside("升息 降息 利率 加息 减息", "升息 降息 的升息", bare("碼", &[], Ratio, r(1, 400)))];

/// 桶: without oil near it, a bucket.
const BARRELS: &[Sense] = &[
    beside(
        "",
        "水 纯水 矿泉水 桶装水 垃圾 废水 油漆 沙 泡面 方便面 鸡 炸鸡 爆米花 啤酒 燕麦 食用油 花生油 大豆油 菜籽油 食油",
        count("桶", &[], Items),
    ),
    beside_or(
        NumberForm::Scaled,
        "原油 石油 油价 油组 油田 期油 轻油 布兰特 布伦特 西德克萨斯 欧佩克 OPEC 产油 轻质 燃油 成品油 汽油 柴油 页岩油",
        "原油 石油 油当量 汽油 柴油 燃油 轻质 成品油 页岩油",
        OIL_BARREL,
    ),
    beside_or(NumberForm::Price, "", "", OIL_BARREL),
];

/// 42 US gallons.
const OIL_BARREL: Row = unit("桶", &[], Volume, r(9936705933, 62500000000), "[bbl_us]");

/// 度: of heat, of electricity, of an angle; a time that something happens.
const DEGREES: &[Sense] = &[
    beside(
        "温 零下 摄氏 发烧 高烧 酷热 炎热 寒冷 寒流 寒潮 气象 天文台 骤降",
        "高温 低温 的高温 的低温 以上高温 以上的高温 温水 左右的温",
        unit("度", &[], Temperature, None, "Cel"),
    ),
    beside_or(
        NumberForm::Price,
        "用电 耗电 发电 电量 供电 电费 电价 充电 省电 节电 售电 购电 绿电 输电 送电 电表 电力",
        "绿电 绿色电 清洁电",
        unit("度", &[], Energy, r(3600000, 1), "kW.h"),
    ),
    beside(
        "东经 西经 北纬 南纬 纬度 经度 旋转 转动 转了 倾斜 仰角 夹角 坡度 视角 转身",
        "角 弯 直角 转体 转弯 旋转 环绕 环景 全景 无死角 视角 仰角 俯角 大转 翻转 倾斜 斜坡 斜角 俯冲",
        unit("度", &[], Other, None, "deg"),
    ),
    Sense {
        before: "近视 远视 散光 老花 眼镜",
        behind: "近视 散光 老花",
        form: None,
        row: bare("度", &[], Other, None), // the first meaning: a hundredth of a dioptre has no name of its own
    },
    beside_or(NumberForm::Digit, "", "", count("度", &[], Items)),
];

/// 分: of time, of money, of ten; without such words, a score.
const POINTS: &[Sense] = &[
    beside("用时 耗时 历时 车程 超时 时长", "内完成", unit("分", &[], Duration, r(60, 1), "min")),
    beside("股息 派息 中期息 末期息", "", by_region(bare("分", &[], Currency, r(1, 100)), HUNDREDTHS)),
    beside("", "熟 饱 醉 像 甜 满 把握", bare("分", &[], Ratio, r(1, 10))),
];

/// 斤.
const JIN: &[Local] = &[
    (Mainland, r(1, 2), None),
    (Taiwan, r(3, 5), None),
    (HongKong, r(30239491, 50000000), None),
    (Macau, r(30239491, 50000000), None),
    (Singapore, r(378, 625), None),
    (Malaysia, r(60479, 100000), None),
];

/// 兩: a tenth of the 斤 on the mainland, elsewhere a sixteenth.
const LIANG: &[Local] = &[
    (Mainland, r(1, 20), None),
    (Taiwan, r(3, 80), None),
    (HongKong, r(30239491, 800000000), None),
    (Macau, r(30239491, 800000000), None),
    (Singapore, r(189, 5000), None),
    (Malaysia, r(60479, 1600000), None),
];

/// 擔: 100 斤.
const DAN: &[Local] = &[
    (Mainland, r(50, 1), None),
    (Taiwan, r(60, 1), None),
    (HongKong, r(30239491, 500000), None),
    (Macau, r(30239491, 500000), None),
    (Singapore, r(1512, 25), None),
    (Malaysia, r(60479, 1000), None),
];

/// All units. A row is a line, however long.
#[rustfmt::skip]
pub(crate) static ROWS: &[Row] = &[
    // Money. What 元, $, 角 and 仙 are is the region's matter; bare 披索, 盧比, 盾, 克朗 and the like are no one country's.
    by_region(bare("元", &["圓", "塊", "塊錢"], Currency, r(1, 1)), DOLLARS),
    by_region(bare("$", &["＄"], Currency, r(1, 1)), SIGNS),
    by_region(bare("角", &["毛", "毛錢"], Currency, r(1, 10)), TENTHS),
    by_region(bare("分錢", &[], Currency, r(1, 100)), HUNDREDTHS),
    by_region(bare("仙", &[], Currency, r(1, 100)), SEN), // a sen, a cent
    money("人民幣", &["人民幣元", "RMB", "CNY", "CN¥", "CN￥", "RMB¥", "RMB￥", "¥", "￥"], "CNY"),
    money("港元", &["港幣", "港圓", "港紙", "蚊", "HK$", "HK＄", "HKD"], "HKD"),
    unit("港仙", &[], Currency, r(1, 100), "HKD"),
    money("新台幣", &["台幣", "NT$", "NT＄", "NTD", "TWD"], "TWD"),
    money("澳門元", &["澳門幣", "澳門圓", "葡幣", "MOP$", "MOP"], "MOP"),
    money("美元", &["美金", "美圓", "美刀", "US$", "US＄", "U.S.$", "USD"], "USD"),
    unit("美分", &["美仙"], Currency, r(1, 100), "USD"),
    money("歐元", &["歐羅", "歐圓", "€", "EUR"], "EUR"),
    unit("歐分", &["歐仙"], Currency, r(1, 100), "EUR"),
    money("英鎊", &["鎊", "£", "￡", "GBP"], "GBP"),
    unit("便士", &[], Currency, r(1, 100), "GBP"),
    money("日圓", &["日元", "日幣", "円", "JP¥", "JPY¥", "JPY"], "JPY"),
    money("韓元", &["韓圜", "韓圓", "韓幣", "₩", "￦", "KRW"], "KRW"),
    money("朝鮮元", &["朝鮮圓", "北韓元", "北韓圓", "KPW"], "KPW"),
    money("新加坡元", &["新加坡幣", "新元", "新幣", "坡幣", "坡元", "叻幣", "S$", "SG$", "SGD"], "SGD"),
    money("令吉", &["馬幣", "林吉特", "零吉", "馬來西亞令吉", "馬來西亞林吉特", "RM", "MYR"], "MYR"),
    money("汶萊元", &["文萊元", "汶萊幣", "文萊幣", "BND"], "BND"),
    money("泰銖", &["銖", "泰幣", "฿", "THB"], "THB"),
    money("越南盾", &["越盾", "越南幣", "越幣", "₫", "VND"], "VND"),
    money("印尼盾", &["印尼盧比", "印尼幣", "Rp", "IDR"], "IDR"),
    bare("盾", &[], Currency, r(1, 1)),
    money("菲律賓披索", &["菲律賓比索", "菲律賓元", "₱", "PHP"], "PHP"),
    bare("披索", &["比索"], Currency, r(1, 1)),
    money("墨西哥披索", &["墨西哥比索", "MXN"], "MXN"),
    money("阿根廷披索", &["阿根廷比索", "ARS"], "ARS"),
    money("智利披索", &["智利比索", "CLP"], "CLP"),
    money("哥倫比亞披索", &["哥倫比亞比索", "COP"], "COP"),
    money("緬甸元", &["緬元", "緬幣", "緬甸幣", "MMK"], "MMK"),
    money("瑞爾", &["柬埔寨瑞爾", "柬幣", "KHR"], "KHR"),
    money("基普", &["老撾基普", "寮國基普", "LAK"], "LAK"),
    money("印度盧比", &["₹", "INR"], "INR"),
    bare("盧比", &[], Currency, r(1, 1)),
    money("巴基斯坦盧比", &["PKR"], "PKR"),
    money("斯里蘭卡盧比", &["LKR"], "LKR"),
    money("尼泊爾盧比", &["NPR"], "NPR"),
    money("塔卡", &["孟加拉塔卡", "孟加拉國塔卡", "৳", "BDT"], "BDT"),
    money("圖格里克", &["蒙古圖格里克", "₮", "MNT"], "MNT"),
    money("堅戈", &["哈薩克堅戈", "哈薩克斯坦堅戈", "₸", "KZT"], "KZT"),
    money("烏茲別克蘇姆", &["烏茲別克斯坦蘇姆", "UZS"], "UZS"),
    money("索莫尼", &["塔吉克索莫尼", "塔吉克斯坦索莫尼", "TJS"], "TJS"),
    money("盧布", &["俄羅斯盧布", "俄盧布", "₽", "RUB"], "RUB"),
    money("白俄羅斯盧布", &["BYN"], "BYN"),
    money("格里夫納", &["烏克蘭格里夫納", "烏克蘭格里夫尼亞", "格里夫尼亞", "₴", "UAH"], "UAH"),
    money("瑞士法郎", &["瑞郎", "CHF"], "CHF"),
    bare("法郎", &[], Currency, r(1, 1)),
    money("西非法郎", &["XOF"], "XOF"),
    money("中非法郎", &["XAF"], "XAF"),
    money("瑞典克朗", &["瑞典克羅納", "SEK"], "SEK"),
    money("挪威克朗", &["挪威克羅納", "NOK"], "NOK"),
    money("丹麥克朗", &["丹麥克羅納", "DKK"], "DKK"),
    money("冰島克朗", &["冰島克羅納", "ISK"], "ISK"),
    money("捷克克朗", &["捷克克郎", "CZK"], "CZK"),
    bare("克朗", &["克羅納"], Currency, r(1, 1)),
    money("茲羅提", &["波蘭茲羅提", "PLN"], "PLN"),
    money("福林", &["匈牙利福林", "HUF"], "HUF"),
    money("羅馬尼亞列伊", &[], "RON"),
    money("土耳其里拉", &["₺", "TRY"], "TRY"),
    bare("里拉", &[], Currency, r(1, 1)),
    money("加元", &["加幣", "加拿大元", "加拿大幣", "C$", "CA$", "CAD"], "CAD"),
    money("澳元", &["澳幣", "澳大利亞元", "澳洲元", "澳洲幣", "A$", "AU$", "AUD"], "AUD"),
    money("紐元", &["紐幣", "紐西蘭元", "紐西蘭幣", "新西蘭元", "NZ$", "NZD"], "NZD"),
    money("雷亞爾", &["巴西雷亞爾", "巴西黑奧", "R$", "BRL"], "BRL"),
    money("秘魯索爾", &["PEN"], "PEN"),
    money("南非蘭特", &["蘭特", "南非幣", "ZAR"], "ZAR"),
    money("奈拉", &["尼日利亞奈拉", "奈及利亞奈拉", "₦", "NGN"], "NGN"),
    money("埃及鎊", &["埃鎊", "EGP"], "EGP"),
    money("肯尼亞先令", &["肯亞先令", "KES"], "KES"),
    bare("先令", &[], Currency, r(1, 1)),
    money("埃塞俄比亞比爾", &["衣索比亞比爾", "ETB"], "ETB"),
    money("加納塞地", &["迦納塞地", "塞地", "GHS"], "GHS"),
    money("沙特里亞爾", &["沙烏地里亞爾", "沙地里亞爾", "SAR"], "SAR"),
    money("卡塔爾里亞爾", &["卡達里亞爾", "QAR"], "QAR"),
    money("伊朗里亞爾", &["IRR"], "IRR"),
    bare("里亞爾", &[], Currency, r(1, 1)),
    money("阿聯酋迪拉姆", &["阿聯迪拉姆", "AED"], "AED"),
    money("摩洛哥迪拉姆", &["MAD"], "MAD"),
    bare("迪拉姆", &["迪爾汗"], Currency, r(1, 1)),
    money("科威特第納爾", &["KWD"], "KWD"),
    money("伊拉克第納爾", &["IQD"], "IQD"),
    money("約旦第納爾", &["JOD"], "JOD"),
    bare("第納爾", &[], Currency, r(1, 1)),
    money("謝克爾", &["新謝克爾", "以色列謝克爾", "以色列新謝克爾", "₪", "ILS"], "ILS"),
    money("特別提款權", &["個特別提款權", "SDR", "XDR"], "XDR"),
    bare("比特幣", &["₿", "BTC"], Currency, r(1, 1)), // ISO 4217 knows no coins of this kind
    bare("以太幣", &["以太坊", "ETH"], Currency, r(1, 1)),
    bare("泰達幣", &["USDT"], Currency, r(1, 1)),

    // Persons
    count("人", &[], People),
    // the dead and hurt of headlines: 3死5傷
    count("死", &["亡"], People),
    count("傷", &[], People),
    count("失蹤", &[], People),
    count("失聯", &[], People),
    // runs of days and games: 三連跌, 6連板
    count("連板", &[], Items),
    count("連跌", &["連陰"], Items),
    count("連漲", &["連陽", "連升"], Items),
    count("名", &[], People),
    count("位", &[], People),
    count("男", &[], People),
    count("女", &[], People),

    // Persons counted at each visit
    count("人次", &[], Visits),
    count("客次", &[], Visits),

    // Households
    count("戶", &[], Households),

    // Ratios
    unit("%", &["％", "﹪", "巴仙", "趴"], Ratio, r(1, 100), "%"),
    unit("‰", &[], Ratio, r(1, 1000), "[ppth]"),
    bare("‱", &[], Ratio, r(1, 10000)),
    bare("個百分點", &["百分點", "巴仙點", "個巴仙點", "pp"], Ratio, r(1, 100)),
    bare("個千分點", &["千分點"], Ratio, r(1, 1000)),
    bare("個基點", &["基點", "bp", "bps", "BP", "BPS", "BPs"], Ratio, r(1, 10000)),
    bare("成", &[], Ratio, r(1, 10)),
    // an interest rate: 1% in Hong Kong, 0.1% on the mainland, so no factor
    bare("厘", &[], Ratio, None),
    bare("折", &[], Ratio, r(1, 10)), // 八折 is 8/10 of the price
    bare("倍", &[], Ratio, r(1, 1)),
    bare("番", &[], Ratio, None), // 翻兩番 is ×4: no factor
    unit("ppm", &["PPM"], Ratio, r(1, 1000000), "[ppm]"),
    unit("ppb", &["PPB"], Ratio, r(1, 1000000000), "[ppb]"),

    // Duration. Years, months, quarters, terms and working days have no fixed length. 月 and 號 alone are dates.
    unit("年", &["載"], Duration, None, "a"),
    unit("年期", &[], Duration, None, "a"),
    unit("週年", &[], Duration, None, "a"),
    unit("個年頭", &["年頭"], Duration, None, "a"),
    unit("歲", &["周歲", "足歲"], Duration, None, "a"),
    bare("世紀", &["個世紀"], Duration, None),
    unit("季度", &["個季度"], Duration, None, "QAN"),
    bare("季", &[], Duration, None), // a quarter, a season of the year or of sport
    unit("個月", &[], Duration, None, "mo"),
    unit("月齡", &["個月齡"], Duration, None, "mo"),
    bare("學年", &["個學年"], Duration, None),
    bare("學期", &["個學期"], Duration, None),
    bare("財年", &["個財年"], Duration, None),
    unit("週", &["星期", "個星期", "禮拜", "個禮拜"], Duration, r(604800, 1), "wk"),
    unit("天", &[], Duration, r(86400, 1), "d"),
    unit("日", &[], Duration, r(86400, 1), "d"),
    unit("晝夜", &["個晝夜"], Duration, r(86400, 1), "d"),
    bare("工作日", &["個工作日"], Duration, None),
    bare("工作天", &["個工作天"], Duration, None),
    bare("交易日", &["個交易日"], Duration, None),
    unit("自然日", &["個自然日"], Duration, r(86400, 1), "d"),
    unit("小時", &["個小時", "鐘頭", "個鐘頭", "h", "hr", "hrs"], Duration, r(3600, 1), "h"),
    bare("刻鐘", &[], Duration, r(900, 1)),
    unit("分鐘", &["min", "mins"], Duration, r(60, 1), "min"),
    unit("秒", &["秒鐘", "s", "sec"], Duration, r(1, 1), "s"),
    unit("毫秒", &["ms"], Duration, r(1, 1000), "ms"),
    unit("微秒", &["μs", "µs"], Duration, r(1, 1000000), "us"),
    unit("奈秒", &["納秒", "ns"], Duration, r(1, 1000000000), "ns"),

    // Length
    unit("公里", &["千米", "km", "Km", "KM", "㎞"], Length, r(1000, 1), "km"),
    unit("米", &["公尺", "m"], Length, r(1, 1), "m"),
    unit("分米", &["公寸", "dm"], Length, r(1, 10), "dm"),
    unit("厘米", &["公分", "cm", "CM", "㎝"], Length, r(1, 100), "cm"),
    unit("毫米", &["公釐", "mm", "MM", "㎜"], Length, r(1, 1000), "mm"),
    unit("微米", &["μm", "µm", "um", "㎛"], Length, r(1, 1000000), "um"),
    unit("奈米", &["納米", "nm", "㎚"], Length, r(1, 1000000000), "nm"),
    by_region(bare("里", &[], Length, None), LI),
    bare("華里", &["市里", "里地"], Length, r(500, 1)),
    by_region(bare("丈", &[], Length, None), ZHANG),
    by_region(bare("尺", &[], Length, None), CHI),
    bare("寸", &[], Length, None), // 寸 or inch, everywhere
    bare("市尺", &[], Length, r(1, 3)),
    bare("市寸", &[], Length, r(1, 30)),
    bare("台尺", &[], Length, r(10, 33)),
    bare("台寸", &[], Length, r(1, 33)),
    unit("英里", &["英哩", "哩", "mile", "miles"], Length, r(201168, 125), "[mi_i]"),
    unit("海里", &["海浬", "浬", "nmi"], Length, r(1852, 1), "[nmi_i]"),
    unit("英尺", &["英呎", "ft"], Length, r(381, 1250), "[ft_i]"),
    by_neighbours(unit("呎", &[], Length, r(381, 1250), "[ft_i]"), FEET),
    unit("英寸", &["英吋", "吋"], Length, r(127, 5000), "[in_i]"),
    by_neighbours(unit("碼", &["yd", "yds"], Length, r(1143, 1250), "[yd_i]"), YARDS),
    unit("光年", &[], Length, r(9460730472580800, 1), "[ly]"),
    unit("天文單位", &["個天文單位"], Length, r(149597870700, 1), "AU"), // as the IAU fixed it in 2012
    unit("秒差距", &["個秒差距"], Length, None, "pc"), // no rational factor

    // Area
    unit("平方公里", &["平方千米", "km²", "km2", "㎢"], Area, r(1000000, 1), "km2"),
    unit("平方米", &["平方公尺", "平米", "平方", "m²", "m2", "㎡"], Area, r(1, 1), "m2"),
    unit("平方厘米", &["平方公分", "cm²", "cm2", "㎠"], Area, r(1, 10000), "cm2"),
    unit("平方毫米", &["平方公釐", "mm²", "mm2", "㎟"], Area, r(1, 1000000), "mm2"),
    unit("公頃", &["ha"], Area, r(10000, 1), "har"),
    unit("公畝", &[], Area, r(100, 1), "ar"),
    bare("畝", &["市畝"], Area, r(2000, 3)),
    bare("分地", &["分田", "分水田", "分耕地", "分農田"], Area, r(200, 3)), // a tenth of the 畝
    bare("坪", &[], Area, r(400, 121)),
    bare("甲", &[], Area, r(1173600, 121)), // 2934 坪
    bare("英畝", &["acre", "acres"], Area, r(316160658, 78125)), // the international acre; UCUM has only those of 1893 and of Britain
    unit("平方英里", &["平方英哩", "平方哩"], Area, r(40468564224, 15625), "[mi_i]2"),
    unit("平方碼", &[], Area, r(1306449, 1562500), "[syd_i]"),
    unit("平方英尺", &["平方英呎", "平方呎", "方呎", "ft²", "ft2", "sqft"], Area, r(145161, 1562500), "[sft_i]"),
    by_region(bare("平方尺", &[], Area, None), SQUARE_CHI),
    unit("平方英寸", &["平方英吋", "平方吋"], Area, r(16129, 25000000), "[sin_i]"),

    // Volume
    unit("立方米", &["立方公尺", "立方", "m³", "m3", "㎥"], Volume, r(1, 1), "m3"),
    unit("立方公里", &["立方千米", "km³", "km3"], Volume, r(1000000000, 1), "km3"),
    unit("立方厘米", &["立方公分", "cm³", "cm3", "㎤"], Volume, r(1, 1000000), "cm3"),
    unit("升", &["公升", "L"], Volume, r(1, 1000), "L"),
    unit("毫升", &["mL", "ml", "㎖", "cc", "CC", "c.c.", "西西"], Volume, r(1, 1000000), "mL"),
    unit("微升", &["μL", "µL", "μl", "µl", "uL"], Volume, r(1, 1000000000), "uL"),
    unit("分升", &["dL", "dl"], Volume, r(1, 10000), "dL"),
    unit("百升", &["公石", "hL", "hl"], Volume, r(1, 10), "hL"),
    unit("千升", &["公秉", "kL", "kl"], Volume, r(1, 1), "kL"),
    by_neighbours(bare("桶", &[], Volume, None), BARRELS),
    unit("bbl", &[], Volume, r(9936705933, 62500000000), "[bbl_us]"),
    bare("加侖", &["gal"], Volume, None), // US or imperial
    unit("美制加侖", &["美加侖", "美式加侖"], Volume, r(473176473, 125000000000), "[gal_us]"),
    unit("英制加侖", &["英加侖", "英式加侖"], Volume, r(454609, 100000000), "[gal_br]"),
    bare("品脫", &[], Volume, None), // US or imperial
    bare("夸脫", &[], Volume, None), // US or imperial
    unit("蒲式耳", &[], Volume, r(220244188543, 6250000000000), "[bu_us]"), // of the US, as grain is traded
    unit("立方英尺", &["立方英呎", "立方呎"], Volume, r(55306341, 1953125000), "[cft_i]"),
    unit("立方碼", &[], Volume, r(1493271207, 1953125000), "[cyd_i]"),

    // Mass. What 斤, 兩 and 擔 weigh is the region's matter.
    unit("噸", &["公噸", "t"], Mass, r(1000, 1), "t"),
    unit("公斤", &["千克", "kg", "Kg", "KG", "㎏"], Mass, r(1, 1), "kg"),
    unit("克", &["公克", "g"], Mass, r(1, 1000), "g"),
    unit("毫克", &["mg", "㎎"], Mass, r(1, 1000000), "mg"),
    unit("微克", &["μg", "µg", "ug", "mcg", "㎍"], Mass, r(1, 1000000000), "ug"),
    unit("奈克", &["納克", "ng"], Mass, r(1, 1000000000000), "ng"),
    bare("公擔", &[], Mass, r(100, 1)),
    by_region(bare("斤", &[], Mass, None), JIN),
    by_region(bare("兩", &["両"], Mass, None), LIANG),
    by_region(bare("擔", &[], Mass, None), DAN),
    bare("石", &[], Mass, None),
    bare("市斤", &[], Mass, r(1, 2)),
    bare("市兩", &[], Mass, r(1, 20)),
    bare("市擔", &[], Mass, r(50, 1)),
    bare("台斤", &[], Mass, r(3, 5)),
    bare("台兩", &[], Mass, r(3, 80)),
    bare("司馬斤", &[], Mass, r(30239491, 50000000)),
    bare("司馬兩", &[], Mass, r(30239491, 800000000)),
    unit("磅", &["lb", "lbs"], Mass, r(45359237, 100000000), "[lb_av]"),
    bare("盎司", &["安士", "oz"], Mass, None), // avoirdupois for food, troy for gold
    unit("金衡盎司", &["金衡安士"], Mass, r(19439673, 625000000), "[oz_tr]"),
    unit("英石", &[], Mass, r(317514659, 50000000), "[stone_av]"),
    unit("短噸", &["美噸"], Mass, r(45359237, 50000), "[ston_av]"),
    unit("長噸", &["英噸"], Mass, r(317514659, 312500), "[lton_av]"),
    unit("克拉", &[], Mass, r(1, 5000), "[car_m]"),
    unit("載重噸", &["DWT", "dwt"], Mass, None, "A43"), // long or metric tons

    // Energy
    unit("焦耳", &[], Energy, r(1, 1), "J"),
    unit("千焦", &["千焦耳", "kJ"], Energy, r(1000, 1), "kJ"),
    unit("兆焦", &["兆焦耳", "MJ"], Energy, r(1000000, 1), "MJ"),
    unit("吉焦", &["吉焦耳", "GJ"], Energy, r(1000000000, 1), "GJ"),
    unit("卡路里", &["cal"], Energy, r(523, 125), "cal"),
    unit("大卡", &["千卡", "千卡路里", "kcal", "Kcal"], Energy, r(4184, 1), "kcal"),
    unit("瓦時", &["瓦小時", "Wh"], Energy, r(3600, 1), "W.h"),
    unit("千瓦時", &["千瓦小時", "千瓦·時", "瓩時", "瓩小時", "度電", "kWh", "KWh", "kwh", "KWH", "kW·h"], Energy, r(3600000, 1), "kW.h"),
    unit("兆瓦時", &["兆瓦小時", "兆瓦·時", "MWh"], Energy, r(3600000000, 1), "MW.h"),
    unit("吉瓦時", &["吉瓦小時", "吉瓦·時", "GWh"], Energy, r(3600000000000, 1), "GW.h"),
    unit("太瓦時", &["太瓦小時", "太瓦·時", "TWh"], Energy, r(3600000000000000, 1), "TW.h"),
    bare("噸標準煤", &["噸標煤", "tce"], Energy, None),
    bare("噸油當量", &["toe"], Energy, r(41868000000, 1)), // 41.868 GJ, as the International Energy Agency counts
    bare("桶油當量", &["BOE", "boe"], Energy, None),
    bare("英熱單位", &["英熱", "Btu", "BTU"], Energy, None), // one of several
    bare("MMBtu", &["mmBtu", "MMBTU"], Energy, None),

    // Power
    unit("瓦", &["瓦特", "W"], Power, r(1, 1), "W"),
    unit("毫瓦", &["mW"], Power, r(1, 1000), "mW"),
    unit("千瓦", &["瓩", "kW", "KW"], Power, r(1000, 1), "kW"),
    unit("兆瓦", &["MW"], Power, r(1000000, 1), "MW"),
    unit("吉瓦", &["GW"], Power, r(1000000000, 1), "GW"),
    unit("太瓦", &["TW"], Power, r(1000000000000, 1), "TW"),
    bare("馬力", &[], Power, None), // metric or imperial

    // Temperature. Scales have their own zeros: no factors.
    unit("攝氏度", &["攝氏", "℃", "°C", "度C"], Temperature, None, "Cel"),
    unit("華氏度", &["華氏", "℉", "°F", "度F"], Temperature, None, "[degF]"),
    unit("開爾文", &["開氏度"], Temperature, None, "K"),

    // Speed
    unit("公里/小時", &["千米/小時", "公里/時", "千米/時", "公里每小時", "千米每小時", "公里每時", "公里／小時", "千米／小時", "km/h", "km/hr", "kph", "KPH"], Speed, r(5, 18), "km/h"),
    unit("米/秒", &["公尺/秒", "米每秒", "公尺每秒", "米／秒", "公尺／秒", "m/s"], Speed, r(1, 1), "m/s"),
    unit("公里/秒", &["千米/秒", "公里每秒", "千米每秒", "公里／秒", "km/s"], Speed, r(1000, 1), "km/s"),
    unit("米/分鐘", &["米/分", "公尺/分鐘", "公尺/分", "米每分鐘", "m/min"], Speed, r(1, 60), "m/min"),
    unit("毫米/小時", &["公釐/小時", "毫米/時", "毫米每小時", "mm/h"], Speed, r(1, 3600000), "mm/h"),
    unit("英里/小時", &["英哩/小時", "英里/時", "英里每小時", "英哩每小時", "mph"], Speed, r(1397, 3125), "[mi_i]/h"),
    unit("海里/小時", &["海浬/小時", "浬/小時", "海里每小時", "knots"], Speed, r(463, 900), "[kn_i]"),
    bare("馬赫", &[], Speed, None),

    // Data. K, M, G are powers of ten, as IEC 80000-13 has it; rates are per second and have no factor to bit.
    unit("位元", &["比特", "bit", "bits"], Data, r(1, 1), "bit"),
    unit("位元組", &["字節", "個位元組", "個字節", "byte", "bytes"], Data, r(8, 1), "By"),
    unit("KB", &["kB", "千位元組", "千字節"], Data, r(8000, 1), "kBy"),
    unit("MB", &["兆位元組", "兆字節"], Data, r(8000000, 1), "MBy"),
    unit("GB", &["吉位元組", "吉字節"], Data, r(8000000000, 1), "GBy"),
    unit("TB", &["太位元組", "太字節"], Data, r(8000000000000, 1), "TBy"),
    unit("PB", &["拍位元組", "拍字節"], Data, r(8000000000000000, 1), "PBy"),
    unit("EB", &["艾位元組", "艾字節"], Data, r(8000000000000000000, 1), "EBy"),
    unit("ZB", &["澤位元組", "澤字節"], Data, None, "ZBy"), // its factor exceeds u64
    unit("KiB", &[], Data, r(8192, 1), "KiBy"),
    unit("MiB", &[], Data, r(8388608, 1), "MiBy"),
    unit("GiB", &[], Data, r(8589934592, 1), "GiBy"),
    unit("TiB", &[], Data, r(8796093022208, 1), "TiBy"),
    unit("kbps", &["Kbps", "kbit/s", "kb/s"], Data, None, "kbit/s"),
    unit("Mbps", &["mbps", "Mbit/s", "Mb/s", "兆比特每秒", "兆比特/秒"], Data, None, "Mbit/s"),
    unit("Gbps", &["gbps", "Gbit/s", "Gb/s", "吉比特每秒", "吉比特/秒"], Data, None, "Gbit/s"),
    unit("Tbps", &["Tbit/s", "Tb/s", "太比特每秒", "太比特/秒"], Data, None, "Tbit/s"),
    unit("MB/s", &["MBps"], Data, None, "MBy/s"),
    unit("GB/s", &["GBps"], Data, None, "GBy/s"),

    // Frequency
    unit("赫茲", &["赫", "Hz"], Frequency, r(1, 1), "Hz"),
    unit("千赫", &["千赫茲", "kHz", "KHz"], Frequency, r(1000, 1), "kHz"),
    unit("兆赫", &["兆赫茲", "MHz"], Frequency, r(1000000, 1), "MHz"),
    unit("吉赫", &["吉赫茲", "GHz"], Frequency, r(1000000000, 1), "GHz"),
    unit("太赫茲", &["太赫", "THz"], Frequency, r(1000000000000, 1), "THz"),
    unit("轉/分鐘", &["轉/分", "轉每分鐘", "轉每分", "rpm", "RPM"], Frequency, r(1, 60), "RPM"),

    // Pressure
    unit("帕", &["帕斯卡", "Pa"], Pressure, r(1, 1), "Pa"),
    unit("百帕", &["百帕斯卡", "hPa", "hpa"], Pressure, r(100, 1), "hPa"),
    unit("千帕", &["千帕斯卡", "kPa"], Pressure, r(1000, 1), "kPa"),
    unit("兆帕", &["兆帕斯卡", "MPa"], Pressure, r(1000000, 1), "MPa"),
    unit("吉帕", &["吉帕斯卡", "GPa"], Pressure, r(1000000000, 1), "GPa"),
    unit("毫巴", &["mbar"], Pressure, r(100, 1), "mbar"),
    unit("標準大氣壓", &["個標準大氣壓", "大氣壓", "個大氣壓"], Pressure, r(101325, 1), "atm"),
    unit("毫米汞柱", &["毫米水銀柱", "mmHg"], Pressure, r(66661, 500), "mm[Hg]"),
    unit("psi", &["磅/平方英寸", "磅每平方英寸"], Pressure, r(8896443230521, 1290320000), "[psi]"),

    // Everything else: points, grades, angles; electricity, light, radiation, force. There is no base unit, so no factor.
    bare("點", &[], Other, None), // of an index
    bare("個點", &[], Other, None), // of an index, or of a percentage
    by_neighbours(bare("分", &[], Other, None), POINTS),
    bare("積分", &[], Other, None),
    bare("級", &[], Other, None),
    bare("星級", &[], Other, None),
    bare("年級", &[], Other, None),
    by_neighbours(bare("度", &["°"], Other, None), DEGREES),
    unit("度角", &["度夾角", "度仰角", "度俯角"], Other, None, "deg"),
    unit("分貝", &["dB"], Other, None, "dB"),
    unit("伏", &["伏特", "V"], Other, None, "V"),
    unit("毫伏", &["mV"], Other, None, "mV"),
    unit("千伏", &["千伏特", "kV", "KV"], Other, None, "kV"),
    unit("安培", &[], Other, None, "A"),
    unit("毫安", &["毫安培", "mA"], Other, None, "mA"),
    unit("安時", &["安培小時", "Ah"], Other, None, "A.h"),
    unit("毫安時", &["毫安小時", "毫安培小時", "mAh"], Other, None, "mA.h"),
    unit("千伏安", &["kVA"], Other, None, "kV.A"),
    unit("兆伏安", &["MVA"], Other, None, "MV.A"),
    unit("歐姆", &["Ω"], Other, None, "Ohm"),
    unit("庫侖", &[], Other, None, "C"),
    unit("摩爾", &["莫耳", "mol"], Other, None, "mol"),
    unit("毫摩爾", &["毫莫耳", "mmol"], Other, None, "mmol"),
    unit("流明", &["lm"], Other, None, "lm"),
    unit("勒克斯", &["勒克司", "lux"], Other, None, "lx"),
    unit("尼特", &["nit", "nits"], Other, None, "cd/m2"),
    unit("貝克勒爾", &["貝克", "貝可", "Bq"], Other, None, "Bq"),
    unit("西弗", &["希沃特", "Sv"], Other, None, "Sv"),
    unit("毫西弗", &["毫希沃特", "mSv"], Other, None, "mSv"),
    unit("微西弗", &["微希沃特", "μSv", "µSv", "uSv"], Other, None, "uSv"),
    unit("牛頓", &[], Other, None, "N"),
    unit("千牛", &["千牛頓", "kN"], Other, None, "kN"),
    unit("牛米", &["牛·米", "牛頓米", "牛頓·米", "N·m"], Other, None, "N.m"),
    unit("像素", &["畫素"], Other, None, "E37"),
    bare("總噸", &["總噸位"], Other, None), // gross tonnage is a volume of no unit
    unit("噸公里", &["噸·公里", "t·km"], Other, None, "TKM"),
    bare("人公里", &["人·公里"], Other, None),
    bare("車公里", &["車·公里"], Other, None),
    bare("人天", &[], Other, None),
    bare("工時", &["人工時"], Other, None),
    bare("課時", &["學時"], Other, None),

    // Things: the ones with a fixed number or a code
    unit("打", &[], Items, r(12, 1), "DZN"),
    unit("標準箱", &["標箱", "TEU", "teu"], Items, r(1, 1), "E22"),

    // Things: the general ones
    count("個", &["箇"], Items),
    count("次", &[], Items),
    count("件", &[], Items),
    count("項", &[], Items),
    count("種", &[], Items),
    count("類", &[], Items),
    count("樣", &[], Items),
    count("款", &[], Items),
    count("批", &[], Items),
    count("批次", &[], Items),
    count("組", &[], Items),
    count("套", &[], Items),
    count("份", &[], Items),
    count("例", &[], Items),
    count("宗", &[], Items),
    count("起", &[], Items),
    count("樁", &[], Items),
    count("回", &[], Items),
    count("遍", &[], Items),
    count("趟", &[], Items),
    count("輪", &[], Items),
    count("輪次", &[], Items),
    count("屆", &[], Items),
    count("期", &[], Items),
    count("任", &[], Items),
    count("代", &[], Items),
    count("波", &[], Items),
    count("陣", &[], Items),
    count("群", &[], Items),
    count("檔", &[], Items),
    count("檔次", &[], Items),
    count("梯次", &[], Items),
    count("回合", &[], Items),
    count("階段", &[], Items),
    count("對", &[], Items),
    count("雙", &[], Items),
    count("副", &[], Items),
    count("串", &[], Items),
    count("束", &[], Items),
    count("堆", &[], Items),
    count("捆", &[], Items),
    count("把", &[], Items),
    count("名次", &[], Items),
    count("位次", &[], Items),

    // Things: enterprises, institutions, places
    count("家", &[], Items),
    count("所", &[], Items),
    count("間", &[], Items),
    count("店", &[], Items),
    count("校", &[], Items),
    count("黨", &[], Items),
    count("門店", &[], Items),
    count("單位", &[], Items),
    count("部門", &[], Items),
    count("部委", &[], Items),
    count("國", &[], Items),
    count("國家", &[], Items),
    count("省", &[], Items),
    count("州", &[], Items),
    count("市", &[], Items),
    count("縣", &[], Items),
    count("區", &[], Items),
    count("鎮", &[], Items),
    count("鄉", &[], Items),
    count("村", &[], Items),
    count("地區", &[], Items),
    count("省份", &[], Items),
    count("省市", &[], Items),
    count("省區市", &[], Items),
    count("縣市", &[], Items),
    count("鄉鎮", &[], Items),
    count("街道", &[], Items),
    count("處", &[], Items),
    count("站", &[], Items),
    count("成員國", &[], Items),
    count("銀行", &[], Items),
    count("金控", &[], Items),
    count("分店", &[], Items),
    count("分行", &[], Items),
    count("分公司", &[], Items),
    count("強", &[], Items),

    // Things: buildings and parts of them
    count("座", &[], Items),
    count("棟", &[], Items),
    count("幢", &[], Items),
    count("樘", &[], Items),
    count("層", &[], Items),
    count("樓", &[], Items),
    count("房", &[], Items),
    count("室", &[], Items),
    count("廳", &[], Items),
    count("伙", &[], Items),
    count("床", &[], Items),
    count("床位", &[], Items),
    count("席", &[], Items),
    count("席位", &[], Items),
    count("座位", &[], Items),
    count("桌", &[], Items),
    count("車位", &[], Items),
    count("泊位", &[], Items),
    count("學位", &[], Items),
    count("名額", &[], Items),
    count("崗位", &[], Items),

    // Things: vehicles, ways and runs
    count("台", &[], Items),
    count("輛", &[], Items),
    count("頂", &[], Items),
    count("通", &[], Items),
    count("則", &[], Items),
    count("發", &[], Items),
    count("挺", &[], Items),
    count("尊", &[], Items),
    count("帖", &[], Items),
    count("堂", &[], Items),
    count("注", &[], Items),
    count("攤", &[], Items),
    count("茬", &[], Items),
    count("丸", &[], Items),
    count("畦", &[], Items),
    count("錠", &[], Items),
    count("泳道", &[], Items),
    count("摞", &[], Items),
    count("艘", &[], Items),
    count("架", &[], Items),
    count("列", &[], Items),
    count("部", &[], Items),
    count("車", &[], Items),
    count("船", &[], Items),
    count("節", &[], Items),
    count("車廂", &[], Items),
    count("車道", &[], Items),
    count("班", &[], Items),
    count("班次", &[], Items),
    count("班機", &[], Items),
    count("航班", &[], Items),
    count("架次", &[], Items),
    count("車次", &[], Items),
    count("航次", &[], Items),
    count("艘次", &[], Items),
    count("列次", &[], Items),
    count("輛次", &[], Items),
    count("台次", &[], Items),
    count("路", &[], Items),
    count("條", &[], Items),
    count("班列", &[], Items),
    count("道", &[], Items),
    count("環", &[], Items),
    count("段", &[], Items),

    // Things: animals, plants, small and long things
    count("隻", &[], Items),
    count("頭", &[], Items),
    count("匹", &[], Items),
    count("尾", &[], Items),
    count("羽", &[], Items),
    count("窩", &[], Items),
    count("株", &[], Items),
    count("棵", &[], Items),
    count("顆", &[], Items),
    count("粒", &[], Items),
    count("枚", &[], Items),
    count("支", &[], Items),
    count("枝", &[], Items),
    count("根", &[], Items),
    count("朵", &[], Items),
    count("莖", &[], Items),
    count("葉", &[], Items),
    count("穗", &[], Items),
    count("片", &[], Items),
    count("面", &[], Items),
    count("扇", &[], Items),
    count("盞", &[], Items),
    count("具", &[], Items),
    count("口", &[], Items),
    count("眼", &[], Items),
    count("孔", &[], Items),
    count("洞", &[], Items),
    count("滴", &[], Items),
    count("縷", &[], Items),
    count("圈", &[], Items),
    count("格", &[], Items),

    // Things: vessels and packages, meals
    count("箱", &[], Items),
    count("盒", &[], Items),
    count("袋", &[], Items),
    count("包", &[], Items),
    count("瓶", &[], Items),
    count("罐", &[], Items),
    count("杯", &[], Items),
    count("碗", &[], Items),
    count("盤", &[], Items),
    count("碟", &[], Items),
    count("盆", &[], Items),
    count("鍋", &[], Items),
    count("籠", &[], Items),
    count("籃", &[], Items),
    count("筐", &[], Items),
    count("缸", &[], Items),
    count("壺", &[], Items),
    count("勺", &[], Items),
    count("卷", &[], Items),
    count("餐", &[], Items),
    count("頓", &[], Items),
    count("劑", &[], Items),
    count("劑次", &[], Items),
    count("針", &[], Items),
    count("人份", &[], Items),
    count("例次", &[], Items),

    // Things: words, works, papers, cases
    count("張", &[], Items),
    count("頁", &[], Items),
    count("篇", &[], Items),
    count("本", &[], Items),
    count("冊", &[], Items),
    count("輯", &[], Items),
    count("封", &[], Items),
    count("幅", &[], Items),
    count("首", &[], Items),
    count("曲", &[], Items),
    count("句", &[], Items),
    count("字", &[], Items),
    count("字元", &[], Items),
    count("行", &[], Items),
    count("版", &[], Items),
    count("章", &[], Items),
    count("集", &[], Items),
    count("幕", &[], Items),
    count("幀", &[], Items),
    count("門", &[], Items),
    count("科", &[], Items),
    count("課", &[], Items),
    count("票", &[], Items),
    count("筆", &[], Items),
    count("單", &[], Items),
    count("案", &[], Items),
    count("罪", &[], Items),
    count("招", &[], Items),
    count("步", &[], Items),
    count("步驟", &[], Items),
    count("槍", &[], Items),
    count("刀", &[], Items),
    count("聲", &[], Items),
    count("響", &[], Items),

    // Things: teams, rounds, contests
    count("隊", &[], Items),
    count("團", &[], Items),
    count("場", &[], Items),
    count("場次", &[], Items),
    count("局", &[], Items),
    count("棒", &[], Items),
    count("球", &[], Items),
    count("桿", &[], Items),
    count("拍", &[], Items),
    count("金", &[], Items),
    count("銀", &[], Items),
    count("銅", &[], Items),
    count("金牌", &[], Items),
    count("銀牌", &[], Items),
    count("銅牌", &[], Items),
    count("勝", &[], Items),
    count("敗", &[], Items),
    count("連勝", &[], Items),
    count("連敗", &[], Items),
    count("連霸", &[], Items),
    count("連冠", &[], Items),
    count("安打", &[], Items),
    count("全壘打", &[], Items),
    count("打點", &[], Items),
    count("打席", &[], Items),
    count("打數", &[], Items),
    count("打者", &[], Items),
    count("籃板", &[], Items),
    count("助攻", &[], Items),
    count("抄截", &[], Items),
    count("搶斷", &[], Items),
    count("失誤", &[], Items),

    // Things: securities
    count("股", &[], Items),
    count("手", &[], Items),

    // Things: terms and nights
    count("學分", &[], Items),
    count("晚", &[], Items),
    count("夜", &[], Items),
];
