//! Known truth: quantities and times are printed from their values, in every form, and put into sentences in both scripts;
//! what is read of each is what was printed, or nothing: never something else.
//!
//! 100,000 sentences of each kind in an ordinary run; `WANYI_CASES=10000000` reads as many as it says.

#![cfg(test)]

#[path = "../common/mod.rs"]
mod common;
mod quantities;
mod times;

use std::cell::{Cell, RefCell};

use common::config;
use common::print::simplified;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;
use wanyi::chrono::NaiveDate;
use wanyi::{Lexicon, Parser};

/// Who has or does something: words that end or look like markers, numbers, units and times among them.
const SUBJECTS: [&str; 97] = [
    "全市",
    "該縣",
    "公司",
    "當地",
    "中國大陸",
    "加拿大",
    "日本",
    "大連",
    "人參",
    "市場",
    "資產總額",
    "這個項目",
    "艾滋病感染者",
    "財報",
    "網站",
    "三亞市",
    "統一企業",
    "九江港",
    "百度",
    "萬科",
    "協會",
    "該校",
    "遊客",
    "外貿出口",
    "貸款餘額",
    "總產量",
    "委員會",
    "製造業",
    "村民",
    "示範區",
    "水庫",
    "銷售額",
    "參賽選手",
    "農產品",
    "用電量",
    "成本",
    "集團",
    "海關",
    "景區",
    "新能源汽車",
    "各級法院",
    "全國高校",
    "商品房",
    "地鐵",
    "高速公路",
    "糧食",
    "蔬菜",
    "生豬",
    "漁船",
    "快遞",
    "機場",
    "展會",
    "志願者",
    "患者",
    "疫苗",
    "醫院",
    "消費者",
    "存款",
    "保費",
    "股東",
    "債券",
    "基金",
    "外資",
    "稅收",
    "財政",
    "補貼",
    "學費",
    "房價",
    "油價",
    "電價",
    "水費",
    "森林",
    "濕地",
    "耕地",
    "鐵路",
    "港口",
    "碼頭",
    "隧道",
    "大橋",
    "電站",
    "風電",
    "光伏",
    "煤炭",
    "天然氣",
    "鋼材",
    "水泥",
    "手機",
    "芯片",
    "機器人",
    "無人機",
    "軟件",
    "遊戲",
    "電影票房",
    "圖書",
    "運動員",
    "球迷",
    "隊伍",
];

/// What stands before a quantity.
const VERBS: [&str; 48] = [
    "共有",
    "達到",
    "為",
    "有",
    "增至",
    "完成",
    "投入",
    "收入",
    "達",
    "新增",
    "建成",
    "涉及",
    "設置",
    "吸引",
    "降至",
    "獲得",
    "提高",
    "減少",
    "增加",
    "賣出",
    "接待",
    "擴大到",
    "縮小",
    "損失",
    "累計",
    "總計",
    "合計",
    "已有",
    "僅有",
    "只有",
    "還有",
    "也有",
    "就有",
    "占",
    "佔",
    "突然增至",
    "上升到",
    "下降到",
    "回升至",
    "維持在",
    "穩定在",
    "控制在",
    "超出預期達",
    "首次達到",
    "預計達到",
    "計劃投資",
    "爭取",
    "實現",
];

/// Those of them after which 至 leads to what became of it.
const CHANGES: [&str; 4] = ["提高", "減少", "增加", "縮小"];

/// What stands after it.
const TAILS: [&str; 28] = [
    "。",
    "，情況良好。",
    "；各地平穩。",
    "，用於修路。",
    "（初步統計）。",
    "、規模最大。",
    "，較快增長。",
    "，創下紀錄。",
    "，其中大部分在南部。",
    "：這是初步數字。",
    "！",
    "，年底完工。",
    "，參加者眾多。",
    "，陸續開工。",
    "，日前公布。",
    "，成為亮點。",
    "的目標。",
    "的水平。",
    "，但仍不足。",
    "，而且還在增長。",
    "，是全國之最。",
    "，較為穩定。",
    "，今後繼續增長。",
    "，為當地所有。",
    "，上升勢頭明顯。",
    "，前景看好。",
    "，下一步擴大規模。",
    "，數據可靠。",
];

/// Sentences around a time, T.
const EVENTS: [&str; 39] = [
    "T，公司宣布了結果。",
    "公司T宣布了結果。",
    "該項目於T開工。",
    "T，大橋竣工通車。",
    "據介紹，T當地舉行了儀式。",
    "展覽T在市中心開幕，觀眾很多。",
    "記者了解到，T，工程通過驗收。",
    "市場T的表現平穩。",
    "大連T舉行了活動。",
    "日本T公布了數據。",
    "資產T有所增加。",
    "協議簽訂的時間是T。",
    "大會T審議了報告。",
    "他在T離開了公司。",
    "T的產量有所下降。",
    "中共T召開了會議。",
    "警方T通報了案情。",
    "這份報告T發表。",
    "法院T開庭審理此案。",
    "股價T收高。",
    "T，天氣轉晴。",
    "項目T獲得批准。",
    "門將T受傷離場。",
    "T凌厲的攻勢沒有停止。",
    "農民T開始收割。",
    "有消息指T發生意外。",
    "該國總統T會見了來賓。",
    "記者T從海關獲悉，出口回升。",
    "（記者T攝於港口）",
    "「T，我們完成了任務。」他說。",
    "與T相比，情況好轉。",
    "T參加比賽的選手很多。",
    "T上海舉行了展會。",
    "T日本隊獲勝。",
    "T天津港恢復作業。",
    "成本T上漲。",
    "T中國隊奪冠。",
    "委員會T表決。",
    "差距T縮小。",
];

fn cases() -> u32 {
    std::env::var("WANYI_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(100_000)
}

/// How many wrong readings are shown.
const SHOWN: usize = 40;

/// Runs a check on many cases: whether a case was read, or what was read wrong in it.
fn run<T: std::fmt::Debug>(what: &impl Strategy<Value = T>, check: impl Fn(&T) -> Result<bool, String>) {
    let (read, all) = (Cell::new(0u64), Cell::new(0u64));
    let wrong = RefCell::new(Vec::new());
    let mut runner = TestRunner::new(ProptestConfig { max_local_rejects: u32::MAX, ..config(cases()) });
    let result = runner.run(what, |case| {
        all.set(all.get() + 1);
        match check(&case) {
            Ok(is_read) => read.set(read.get() + u64::from(is_read)),
            Err(what) => wrong.borrow_mut().push(what),
        }
        Ok(())
    });
    assert_eq!(result.map_err(|error| error.to_string()), Ok(()));
    let wrong = wrong.into_inner();
    let shown = &wrong[..wrong.len().min(SHOWN)];
    assert!(wrong.is_empty(), "{} of {} are read wrong:\n{}", wrong.len(), all.get(), shown.join("\n"));
    // reading nothing is no fault, but reading little is
    assert!(read.get() * 100 >= all.get() * 99, "{} of {} were read", read.get(), all.get());
}

#[test]
fn the_units_are_known() {
    let lexicon = Lexicon::default();
    for symbol in quantities::symbols() {
        assert_eq!(lexicon.get(symbol).map(|unit| unit.symbol().to_owned()).as_deref(), Some(symbol));
    }
}

/// A sentence with a quantity: what stands before it, and what after.
fn carriers() -> impl Strategy<Value = (String, &'static str)> {
    let before = prop_oneof![
        4 => (select(SUBJECTS.to_vec()), select(VERBS.to_vec())).prop_map(|(subject, verb)| format!("{subject}{verb}")),
        1 => select(SUBJECTS.to_vec()).prop_map(str::to_owned),
    ];
    (before, select(TAILS.to_vec()))
}

#[test]
fn no_quantity_is_read_wrong() {
    let parser = Parser::new();
    let what = (quantities::quantity(), carriers(), any::<bool>());
    // 減少5人至71人 leads to what became of it; 有沒有 asks
    let fits = |(told, (before, _), _): &(quantities::Told, (String, &str), bool)| {
        let leads = told.text.contains(['至', '到']) && CHANGES.iter().any(|verb| before.ends_with(verb));
        let asks = before.ends_with('有') && told.text.starts_with('沒');
        !(leads || asks)
    };
    let what = what.prop_filter("a sentence", fits);
    run(&what, |(told, (before, after), is_simplified)| {
        let turn = |text: &str| if *is_simplified { simplified(text) } else { text.to_owned() };
        let (before, text) = (turn(before), turn(&told.text));
        let sentence = format!("{before}{text}{}", turn(after));
        let found = parser.find_quantities(&sentence);
        let mut is_read = false;
        for quantity in found.quantities() {
            let span = quantity.span();
            let is_own = span.start() < before.len() + text.len() && before.len() < span.end();
            if !is_own || !quantities::says(told, &quantity) {
                return Err(format!("{sentence}\t{}\t{}", told.text, quantities::show(&quantity)));
            }
            is_read = true;
        }
        Ok(is_read)
    });
}

#[test]
fn no_time_is_read_wrong() {
    let what = (times::time(), select(EVENTS.to_vec()), any::<bool>());
    run(&what, |(told, event, is_simplified)| {
        let sentence = event.replace('T', &told.text);
        let sentence = if *is_simplified { simplified(&sentence) } else { sentence };
        let parser = Parser::new().published(told.published);
        let found = parser.find_quantities(&sentence);
        let mut is_read = false;
        for time in found.times() {
            let days: [Option<NaiveDate>; 2] = [time.from.map(|m| m.date()), time.to.map(|m| m.date())];
            // an open day is none, a wrong one is wrong
            let is_open = days == [None, None];
            // of 年底 the last day is judged, of 年初 the first
            let is_right = |told: Option<NaiveDate>, read| told.is_none() || told == read;
            if !(is_open || is_right(told.from, days[0]) && is_right(told.to, days[1])) {
                return Err(format!("{} {sentence}\t{}\t{days:?}", told.published, time.text()));
            }
            is_read |= !is_open;
        }
        Ok(is_read)
    });
}
