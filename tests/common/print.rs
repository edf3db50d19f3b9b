//! Numbers as they are printed, in every notation.

use std::fmt::Write as _;

use wanyi::Approx;
use wanyi::rust_decimal::Decimal;

/// Traditional characters of generated phrases and their Simplified forms.
pub(crate) const SCRIPTS: &str = "萬万 億亿 兩两 點点 負负 貳贰 參参 陸陆 約约 將将 過过 於于 餘余 個个 幾几 數数 內内 戶户 畝亩 頃顷 噸吨 幣币 間间 項项 場场 輛辆 歲岁 時时 鐘钟 攝摄 縣县 張张 條条 臺台 亞亚 來来 儀仪 別别 創创 動动 區区 協协 員员 國国 團团 報报 學学 審审 導导 屆届 庫库 強强 後后 損损 據据 擴扩 曆历 會会 棟栋 業业 橋桥 歐欧 沒没 況况 減减 為为 獲获 現现 產产 當当 眾众 穩稳 範范 簽签 紀纪 紹绍 結结 統统 經经 網网 編编 縮缩 總总 續续 舉举 號号 衛卫 製制 規规 覽览 觀观 訂订 計计 訊讯 記记 設设 話话 該该 議议 財财 貸贷 貿贸 資资 賣卖 賽赛 車车 較较 輯辑 農农 這这 連连 週周 遊游 達达 選选 銷销 錄录 長长 開开 關关 離离 電电 頭头 額额 驗验 佔占 們们 債债 傷伤 僅仅 價价 劃划 務务 勝胜 勢势 厲厉 圖图 奪夺 實实 從从 復复 戲戏 書书 東东 標标 機机 氣气 決决 漁渔 漲涨 濕湿 無无 爭争 發发 碼码 稅税 糧粮 級级 維维 繼继 與与 補补 見见 說说 豬猪 費费 貼贴 賓宾 軟软 轉转 運运 遞递 還还 醫医 鋼钢 鐵铁 門门 隊队 順顺 預预 願愿 顯显 風风";

pub(crate) fn simplified(text: &str) -> String {
    let pair = |c| SCRIPTS.split(' ').find(|pair| pair.starts_with(c));
    let turn = |c| pair(c).and_then(|pair| pair.chars().nth(1)).unwrap_or(c);
    text.chars().map(turn).collect()
}

/// How a number is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Ascii,
    Commas,
    Wide,
    WideCommas,
    Chinese,
    /// 两 for 二 before a scale.
    Liang,
    Financial,
    /// Digits with 萬 and 億 between: 12億3456萬.
    Mixed,
}

pub(crate) const FORMS: [Form; 8] =
    [Form::Ascii, Form::Commas, Form::Wide, Form::WideCommas, Form::Chinese, Form::Liang, Form::Financial, Form::Mixed];

pub(crate) const LOWER: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
pub(crate) const UPPER: [char; 10] = ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'];

pub(crate) fn wide(text: &str) -> String {
    let turn = |c| if c == '.' { '．' } else { char::from_u32(u32::from(c) - 0x30 + 0xFF10).unwrap() };
    text.chars().map(turn).collect()
}

pub(crate) fn commas(digits: &str) -> String {
    let mut out = String::new();
    for (at, c) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// A number below 10000 in Chinese, without leading 零.
pub(crate) fn chinese_section(mut n: u64, digits: &[char; 10], units: [&str; 4], liang: bool) -> String {
    let mut out = String::new();
    let mut gap = false;
    for (power, unit) in [(1000, units[3]), (100, units[2]), (10, units[1]), (1, units[0])] {
        let digit = n / power;
        n %= power;
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        let two = liang && digit == 2 && power >= 100;
        out.push(if two { '兩' } else { digits[usize::try_from(digit).unwrap()] });
        out.push_str(unit);
    }
    out
}

pub(crate) fn chinese(n: u64, form: Form) -> String {
    let (digits, units) = match form {
        Form::Financial => (&UPPER, ["", "拾", "佰", "仟"]),
        _ => (&LOWER, ["", "十", "百", "千"]),
    };
    if n == 0 {
        return "零".to_owned();
    }
    let mut out = String::new();
    let mut rest = n;
    let mut gap = false;
    for (power, scale) in [(100_000_000, "億"), (10_000, "萬"), (1, "")] {
        let section = rest / power;
        rest %= power;
        if section == 0 {
            gap = !out.is_empty();
            continue;
        }
        if !out.is_empty() && (gap || section < 1000) {
            out.push('零');
        }
        gap = false;
        if form == Form::Liang && section == 2 && !scale.is_empty() {
            out.push('兩');
        } else {
            out.push_str(&chinese_section(section, digits, units, form == Form::Liang));
        }
        out.push_str(scale);
    }
    // 一十五 is 十五 at the head
    match out.strip_prefix("一十") {
        Some(rest) if form != Form::Financial => format!("十{rest}"),
        _ => out,
    }
}

pub(crate) fn mixed(n: u64) -> String {
    let mut out = String::new();
    let mut rest = n;
    for (power, scale) in [(1_000_000_000_000, "兆"), (100_000_000, "億"), (10_000, "萬")] {
        if rest >= power {
            write!(out, "{}{scale}", rest / power).unwrap();
            rest %= power;
        }
    }
    if rest > 0 || out.is_empty() {
        // a lone digit after a scale is an elided tail: 3萬5 is 35000
        let zeros = if out.is_empty() || rest > 9 { "" } else { "零" };
        if zeros.is_empty() {
            write!(out, "{rest}").unwrap();
        } else {
            write!(out, "零{}", LOWER[usize::try_from(rest).unwrap()]).unwrap();
        }
    }
    out
}

/// A number of at most 11 digits before the point and 4 after it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number {
    pub(crate) whole: u64,
    pub(crate) fraction: u32,
    pub(crate) digits: u32,
}

impl Number {
    pub(crate) fn value(self) -> Decimal {
        let power = 10i128.pow(self.digits);
        let mantissa = i128::from(self.whole) * power + i128::from(self.fraction);
        Decimal::try_from_i128_with_scale(mantissa, self.digits).unwrap().normalize()
    }

    pub(crate) fn print(self, form: Form) -> String {
        let tail = if self.digits == 0 {
            String::new()
        } else {
            format!("{:0width$}", self.fraction, width = usize::try_from(self.digits).unwrap())
        };
        let point = |whole: String, point: &str| if tail.is_empty() { whole } else { format!("{whole}{point}{tail}") };
        match form {
            Form::Ascii => point(self.whole.to_string(), "."),
            Form::Commas => point(commas(&self.whole.to_string()), "."),
            Form::Wide => wide(&point(self.whole.to_string(), ".")),
            Form::WideCommas => {
                point(commas(&self.whole.to_string()), ".").split(',').map(wide).collect::<Vec<_>>().join("，")
            }
            Form::Chinese | Form::Liang | Form::Financial => {
                let whole = chinese(self.whole, form);
                if tail.is_empty() {
                    return whole;
                }
                let tail: String = tail.bytes().map(|b| LOWER[usize::from(b - b'0')]).collect();
                format!("{whole}點{tail}")
            }
            Form::Mixed if tail.is_empty() => mixed(self.whole),
            Form::Mixed => point(self.whole.to_string(), "."),
        }
    }
}

/// What stands before a number, and how it limits it.
pub(crate) const BEFORE: [(&str, Approx); 24] = [
    ("約", Approx::About),
    ("大約", Approx::About),
    ("近", Approx::Near),
    ("將近", Approx::Near),
    ("接近", Approx::Near),
    ("超過", Approx::Over),
    ("超", Approx::Over),
    ("逾", Approx::Over),
    ("高於", Approx::Over),
    ("多於", Approx::Over),
    ("至少", Approx::AtLeast),
    ("不少於", Approx::AtLeast),
    ("不低於", Approx::AtLeast),
    ("不下", Approx::AtLeast),
    ("不足", Approx::Under),
    ("不到", Approx::Under),
    ("低於", Approx::Under),
    ("少於", Approx::Under),
    ("不超過", Approx::AtMost),
    ("不高於", Approx::AtMost),
    ("不多於", Approx::AtMost),
    ("未超過", Approx::AtMost),
    ("不得超過", Approx::AtMost),
    ("沒有超過", Approx::AtMost),
];

/// What stands after its unit.
pub(crate) const AFTER: [(&str, Approx); 5] = [
    ("以上", Approx::AtLeast),
    ("左右", Approx::About),
    ("上下", Approx::About),
    ("以內", Approx::AtMost),
    ("以下", Approx::AtMost),
];
