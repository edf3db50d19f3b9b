//! What the table of units, `units.tsv`, refers to: what a word means in one region, and beside certain words.
//!
//! A row of it is a unit: its one form (in Traditional characters; in Latin letters or as a sign where both scripts print
//! it so), every other form in which it is printed (variants, abbreviations, signs), its dimension, factor and code, its
//! traits, and a note. A form stands in one row only. Scales are no part of a unit (萬噸 is 萬 and 噸), SI prefixes are
//! (千瓦, 百帕, 兆赫). To add a unit, add a row; the build script makes the table.
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

use super::Dimension::{self, Area, Currency, Duration, Energy, Items, Other, Ratio, Speed, Temperature, Volume};
use super::{Factor, NumberForm, Reading, Row, Sense, Traits};
use crate::region::Region::{self, HongKong, Macau, Mainland, Malaysia, Singapore, Taiwan};

/// What one region makes of a word: its factor and its code.
type Local = (Region, Option<Factor>, Option<&'static str>);

/// The factor `numerator / denominator`.
const fn r(numerator: u64, denominator: u64) -> Option<Factor> {
    Factor::new(numerator, denominator)
}

/// A unit in one of its senses.
const fn unit(symbol: &'static str, dimension: Dimension, factor: Option<Factor>, code: Option<&'static str>) -> Row {
    Row {
        symbol,
        forms: "",
        dimension,
        factor,
        code,
        traits: Traits::NONE,
        regional: &[],
        senses: &[],
        reading: Reading::Chosen,
    }
}

/// What a row means after and before certain words.
const fn beside(before: &'static str, after: &'static str, row: Row) -> Sense {
    Sense { before, after, form: None, row }
}

/// What a row means beside certain words, and with a number of a certain form where no word decides.
const fn beside_or(form: NumberForm, before: &'static str, after: &'static str, row: Row) -> Sense {
    Sense { before, after, form: Some(form), row }
}

/// 元: in Malaysia, which counts in 令吉, none of these.
const DOLLARS: &[Local] = &[
    (Mainland, r(1, 1), Some("CNY")),
    (Taiwan, r(1, 1), Some("TWD")),
    (HongKong, r(1, 1), Some("HKD")),
    (Macau, r(1, 1), Some("MOP")),
    (Singapore, r(1, 1), Some("SGD")),
];

/// The region that counts in a currency under the name of 元, 角 or 仙.
pub(super) fn region_of_money(code: &str) -> Option<Region> {
    let local = [DOLLARS, SEN].concat();
    local.into_iter().find(|(.., of)| *of == Some(code)).map(|(region, ..)| region)
}

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
    unit("呎", Area, r(145161, 1562500), Some("[sft_i]")),
)];

/// 碼: a step of interest rates.
const YARDS: &[Sense] = &[
    beside(
        "升息 降息 利率 加息 减息 存准 存准率 准备率 联准会",
        "升息 降息 的升息",
        unit("碼", Ratio, r(1, 400), None),
    ),
    // of shoes, a size
    beside("鞋码 球鞋 鞋子", "鞋 的鞋 运动鞋 的运动鞋 的童鞋 的皮鞋 的球鞋", unit("碼", Other, None, None)),
    beside("车速 限速", "", unit("碼", Speed, r(5, 18), Some("km/h"))),
];

/// 節: of ships and winds, a nautical mile an hour.
const KNOTS: &[Sense] =
    &[beside("航速 船速 舰速 航行速度 巡航 海里", "航速 的航速 风速", unit("節", Speed, r(463, 900), Some("[kn_i]")))];

/// 塊: a piece of what it counts.
const PIECES: &[Sense] = &[beside_or(NumberForm::Piece, "", "", unit("塊", Items, r(1, 1), None))];

/// 桶: without oil near it, a bucket.
const BARRELS: &[Sense] = &[
    beside(
        "",
        "水 纯水 矿泉水 桶装水 垃圾 废水 油漆 沙 泡面 方便面 鸡 炸鸡 爆米花 啤酒 燕麦 食用油 花生油 大豆油 菜籽油 食油",
        unit("桶", Items, r(1, 1), None),
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
const OIL_BARREL: Row = unit("桶", Volume, r(9936705933, 62500000000), Some("[bbl_us]"));

/// 度: of heat, of electricity, of an angle; a time that something happens.
const DEGREES: &[Sense] = &[
    beside(
        "温 零下 摄氏 发烧 高烧 酷热 炎热 寒冷 寒流 寒潮 气象 天文台 骤降",
        "高温 低温 的高温 的低温 以上高温 以上的高温 温水 左右的温",
        unit("度", Temperature, None, Some("Cel")),
    ),
    beside_or(
        NumberForm::Price,
        "用电 耗电 发电 电量 供电 电费 电价 充电 省电 节电 售电 购电 绿电 输电 送电 电表 电力",
        "绿电 绿色电 清洁电",
        unit("度", Energy, r(3600000, 1), Some("kW.h")),
    ),
    beside(
        "东经 西经 北纬 南纬 纬度 经度 旋转 转动 转了 倾斜 仰角 夹角 坡度 视角 转身",
        "角 弯 直角 转体 转弯 旋转 环绕 环景 全景 无死角 视角 仰角 俯角 大转 翻转 倾斜 斜坡 斜角 俯冲",
        unit("度", Other, None, Some("deg")),
    ),
    Sense {
        before: "近视 远视 散光 老花 眼镜",
        after: "近视 散光 老花",
        form: None,
        row: Row { reading: Reading::First, ..unit("度", Other, None, None) }, // the first meaning: a hundredth of a dioptre has no name of its own
    },
    beside_or(NumberForm::Digit, "", "", unit("度", Items, r(1, 1), None)),
];

/// 分: of time, of money, of ten; without such words, a score.
const POINTS: &[Sense] = &[
    beside("用时 耗时 历时 车程 超时 时长 班距 车距 班次间隔", "内完成", unit("分", Duration, r(60, 1), Some("min"))),
    beside("股息 派息 中期息 末期息", "", Row { regional: HUNDREDTHS, ..unit("分", Currency, r(1, 100), None) }),
    beside("", "熟 饱 醉 像 甜 满 把握", unit("分", Ratio, r(1, 10), None)),
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

include!(concat!(env!("OUT_DIR"), "/units.rs"));
