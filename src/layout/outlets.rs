//! The names of outlets and agencies, and how one that is in no table is known. Add a newspaper here.
//!
//! Both scripts stand side by side, since a page mixes them. Imports [`super::text`]; read
//! [`super::tables`] next.

use alloc::borrow::Cow;
use alloc::boxed::Box;

use once_cell::race::OnceBox;

use super::text::{length, longest_suffix};
use crate::region::Region;
use crate::words::Words;

/// Agencies abroad, which say nothing of where a text was published.
#[rustfmt::skip]
const ABROAD: &[&str] = &[
    "路透社", "路透", "法新社", "法新", "美聯社", "美联社", "美聯", "美联", "彭博社", "彭博", "德新社", "俄新社", "塔斯社", "共同社",
    "時事社", "韓聯社", "韩联社", "安莎社", "埃菲社", "德國之聲", "德国之声", "美國之音", "自由亞洲電台",
    "英國廣播公司",
];

/// Outlets and agencies of the Chinese mainland.
#[rustfmt::skip]
const MAINLAND: &[&str] = &[
    "新華社", "新华社", "新華網", "新华网", "新華財經", "新华财经", "新华每日电讯", "中新社", "中新網", "中新网",
    "中新經緯", "中新经纬", "中新財經", "中新财经", "中國新聞社", "中国新闻社", "中國新聞網", "中国新闻网", "財聯社",
    "财联社", "人民日報", "人民日报", "人民日报海外版", "人民網", "人民网", "央視網", "央视网", "央視新聞",
    "央视新闻", "央視", "央视", "央視財經", "央视财经", "央廣網", "央广网", "光明日報", "光明日报", "光明網",
    "光明网", "經濟日報", "经济日报", "中國經濟網", "中国经济网", "中國網", "中国网", "中國日報", "中国日报",
    "中國日報網", "中国日报网", "中國青年報", "中国青年报", "中國青年網", "中国青年网", "中青報", "中青报", "中青网",
    "工人日報", "工人日报", "中工网", "科技日報", "科技日报", "法治日報", "法治日报", "法制日报", "农民日报",
    "農民日報", "环球网", "環球網", "环球时报", "環球時報", "海外网", "海外網", "国际在线", "國際在線", "參考消息",
    "参考消息", "解放军报", "解放軍報", "澎湃新闻", "澎湃新聞", "界面新闻", "红星新闻", "封面新闻", "极目新闻",
    "上观新闻", "新京报", "新京報", "北京日报", "北京青年报", "北京晚报", "北京商报", "解放日报", "文汇报",
    "新民晚报", "南方日报", "南方都市报", "羊城晚报", "广州日报", "南方周末", "深圳特区报", "钱江晚报", "浙江日报",
    "新华日报", "扬子晚报", "现代快报", "齐鲁晚报", "大众日报", "河南日报", "湖北日报", "长江日报", "楚天都市报",
    "湖南日报", "红网", "四川日报", "华西都市报", "成都商报", "重庆日报", "陕西日报", "华商报", "甘肃日报",
    "每日甘肃网", "新疆日报", "天山网", "新疆日報", "天山網", "山西日报", "河北日报", "内蒙古日报", "辽宁日报",
    "吉林日报", "黑龙江日报", "安徽日报", "福建日报", "江西日报", "广西日报", "海南日报", "贵州日报", "多彩贵州网",
    "云南日报", "西藏日报", "青海日报", "宁夏日报", "东方网", "千龙网", "大众网", "东北网", "证券时报", "证券时报网",
    "证券日报", "证券日报网", "中国证券报", "中证网", "上海证券报", "上证报", "第一财经", "每日经济新闻", "每经网",
    "21世纪经济报道", "经济观察报", "经济参考报", "華夏時報", "华夏时报", "财新网", "财新", "财经网", "新浪财经",
    "新浪科技", "新浪网", "新浪", "腾讯新闻", "腾讯网", "网易", "搜狐", "凤凰网", "鳳凰網", "今日头条", "IT之家",
    "36氪", "格隆汇", "金融界", "科创板日报", "证券时报e公司", "央视财经", "经济观察网", "每经", "上证报中国证券网", "中国证券网", "参考消息网", "新京报贝壳财经", "贝壳财经", "红网时刻新闻", "红网时刻", "南都", "总台中国之声", "北青网", "潮新闻", "大河报", "时代周报",
    "经济日报网", "蓝鲸财经", "华尔街见闻", "钛媒体", "极客公园", "观察者网", "中国基金报", "券商中国", "证券之星", "智通财经", "观点网", "中国政府网", "国家统计局",
];

/// Outlets of Hong Kong.
#[rustfmt::skip]
const HONG_KONG: &[&str] = &[
    "中通社", "香港中通社", "經濟通通訊社", "經濟通", "匯港通訊", "明報", "明报", "星島", "星島日報", "星岛日报", "星島頭條",
    "東方日報", "東網", "太陽報", "蘋果日報", "大公報", "大公报", "大公網", "大公网", "大公文匯網", "文匯報",
    "香港文匯報", "文匯網", "信報", "信報財經新聞", "香港經濟日報", "香港01", "頭條日報", "頭條新聞", "am730", "晴報",
    "都市日報", "成報", "香港商報", "香港商報網", "點新聞", "橙新聞", "巴士的報", "香港電台", "港台電視", "有線新聞",
    "無綫新聞", "無線新聞", "Now新聞台", "NOW新聞", "now新聞", "眾新聞", "立場新聞", "香港自由新聞", "獨立媒體",
    "阿思達克財經新聞", "阿斯達克財經新聞", "Yahoo新聞", "Yahoo 新聞", "Yahoo財經",
];

/// Outlets of Macau.
#[rustfmt::skip]
const MACAU: &[&str] = &[
    "澳門日報", "力報", "市民日報",
];

/// Outlets of Taiwan.
#[rustfmt::skip]
const TAIWAN: &[&str] = &[
    "中央社", "中央通訊社", "聯合報", "聯合新聞網", "聯合晚報", "經濟日報網", "udn", "中國時報", "中時新聞網",
    "中時電子報", "中時", "工商時報", "旺報", "自由時報", "自由財經", "自由電子報", "時報資訊", "時報", "鉅亨網",
    "鉅亨", "ETtoday", "ETtoday新聞雲", "ETtoday財經雲", "NOWnews今日新聞", "CTWANT", "周刊王", "鏡報", "Newtalk", "Newtalk新聞", "中央廣播電台", "經濟日報", "Yahoo奇摩", "東森新聞", "三立新聞網", "三立新聞", "民視新聞", "民視", "TVBS新聞網",
    "TVBS", "台視", "中視", "華視", "公視新聞網", "公視", "今日新聞", "NOWnews", "新頭殼", "風傳媒", "上報", "信傳媒",
    "鏡週刊", "鏡新聞", "商業周刊", "天下雜誌", "遠見雜誌", "今周刊", "財訊", "科技新報", "大紀元", "MoneyDJ新聞", "MoneyDJ",
    "DIGITIMES", "電子時報", "太報", "壹蘋新聞網", "中廣新聞網", "中廣", "央廣", "青年日報", "台灣時報", "民眾日報",
    "更生日報", "卡優新聞網", "農傳媒", "環境資訊中心",
];

/// Outlets of Singapore.
#[rustfmt::skip]
const SINGAPORE: &[&str] = &[
    "联合早报", "聯合早報", "联合早报网", "早报", "早報", "联合晚报", "聯合晚報", "新明日报", "新明日報", "8视界",
    "8視界", "8world", "8频道新闻",
];

/// Outlets of Malaysia.
#[rustfmt::skip]
const MALAYSIA: &[&str] = &[
    "馬新社", "马新社", "星洲日报", "星洲日報", "星洲网", "星洲網", "南洋商报", "南洋商報", "中国报", "中國報",
    "东方日报", "光华日报", "光華日報", "诗华日报", "詩華日報", "国际时报", "國際時報", "联合日报", "聯合日報",
    "亚洲时报", "亞洲時報", "华侨日报", "華僑日報", "当今大马", "當今大馬", "透视大马", "八度空间", "佳礼", "e南洋",
    "访问网", "精彩大马", "马来西亚诗华日报",
];

/// Outlets and agencies by the names that they print, with where they publish. The longest that fits counts, so that
/// 中新網 is not 中新.
const OUTLETS: [(Option<Region>, &[&str]); 7] = [
    (None, ABROAD),
    (Some(Region::Mainland), MAINLAND),
    (Some(Region::HongKong), HONG_KONG),
    (Some(Region::Macau), MACAU),
    (Some(Region::Taiwan), TAIWAN),
    (Some(Region::Singapore), SINGAPORE),
    (Some(Region::Malaysia), MALAYSIA),
];

/// Ends of the names of outlets, by which one that is in no table is told from a place.
#[rustfmt::skip]
pub(super) const OUTLET_ENDS: &[&str] = &[
    "報", "报", "社", "網", "网", "網站", "网站", "新聞", "新闻", "財經", "财经", "電視台", "电视台", "電台",
    "电台", "電視", "电视", "新聞台", "衛視", "卫视", "客戶端", "客户端", "通訊", "通讯", "週刊", "周刊", "雜誌",
    "杂志", "在線", "在线", "資訊", "资讯", "融媒", "融媒体中心", "傳媒", "传媒", "視界", "视界", "訊息", "日報",
    "日报", "发布", "發布", "发佈", "广电", "廣電", "头条", "頭條", "观察", "觀察", "财立方", "壹点", "e公司",
];

/// The ends among [`OUTLET_ENDS`] that no mere section of a page has (國際新聞, 中國財經).
#[rustfmt::skip]
pub(super) const PUBLISHER_ENDS: &[&str] = &[
    "報", "报", "社", "網", "网", "電視台", "电视台", "電台", "电台", "衛視", "卫视", "客戶端", "客户端",
];

/// Ends that make a known name longer (新華社客户端, 人民網-人民日報); 新聞 is not one: 中新網新疆新聞.
#[rustfmt::skip]
pub(super) const OUTLET_TAILS: &[&str] =
    &[
        "客戶端", "客户端", "日報", "日报", "晚報", "晚报", "時報", "时报", "商報", "商报", "電子報", "新聞網",
        "新闻网", "融媒体中心", "APP", "App", "AI", "官方账号", "官方帐号", "官方帳號", "網", "网", "快訊", "快讯",
    ];

/// The paper itself: no name of an outlet.
#[rustfmt::skip]
pub(super) const OURSELVES: &[&str] = &[
    "本報", "本报", "本刊", "本網", "本网", "本社", "本台", "本站", "記者", "全媒体", "本報綜合", "本报综合",
    "独家", "獨家",
];

/// The table of [`OUTLETS`].
fn table() -> &'static Words<Option<Region>> {
    static TABLE: OnceBox<Words<Option<Region>>> = OnceBox::new();
    TABLE.get_or_init(|| {
        let rows = OUTLETS.iter().flat_map(|(region, names)| names.iter().map(|name| (Cow::Borrowed(*name), *region)));
        Box::new(Words::new(rows))
    })
}

/// The known outlet at the start of `s`.
pub(super) fn outlet_at(s: &str) -> Option<&str> {
    s.get(..table().longest(s)?.1)
}

/// The known agency at the end of `s`: 倫敦路透.
pub(super) fn agency_at_end(s: &str) -> Option<&str> {
    longest_suffix(ABROAD, s)
}

/// Where the outlet that `s` begins with publishes, if it is a known one.
pub(super) fn region(s: &str) -> Option<Region> {
    table().longest(s).and_then(|(region, _)| *region)
}

/// The first known outlet of at least three characters in `s`, a short line.
pub(super) fn outlet_in(s: &str) -> Option<&str> {
    s.char_indices().filter_map(|(at, _)| s.get(at..)).find_map(|tail| {
        outlet_at(tail).filter(|name| length(name) > 2 || *name == "東網" || *name == "明報" || *name == "信報")
    })
}

/// The known outlet with which a short line of furniture begins or ends, as a site's name does: `on.cc東網`.
pub(super) fn site_name(s: &str) -> Option<&str> {
    outlet_in(s).filter(|name| length(s) <= 12 && (s.starts_with(name) || s.ends_with(name)))
}

/// True when `s` names an outlet by itself in a line of stamps: a known one, or one with the end of a paper or agency.
pub(super) fn is_publisher(s: &str) -> bool {
    is_outlet(s) && (outlet_at(s) == Some(s) || longest_suffix(PUBLISHER_ENDS, s).is_some())
}

/// Ends of the names of outlets that no title has: 警情通报 ends in 报 as well.
#[rustfmt::skip]
const MASTHEAD_ENDS: &[&str] = &[
    "日報", "日报", "晚報", "晚报", "時報", "时报", "商報", "商报", "早報", "早报", "晨報", "晨报", "都市報", "都市报", "週刊", "周刊", "新聞網",
    "新闻网", "电视台", "電視台", "电台", "電台", "衛視", "卫视", "通訊社", "通讯社", "客户端", "客戶端", "政府网", "政府網", "在线", "在線",
];

/// True when a line is the name of an outlet above its page, not a title that ends like one.
pub(super) fn is_masthead(s: &str) -> bool {
    outlet_at(s) == Some(s) || length(s) <= 8 && longest_suffix(MASTHEAD_ENDS, s).is_some_and(|end| end.len() < s.len())
}

/// True when a line names a site or an office, which stands over the title of its page.
pub(super) fn is_site(s: &str) -> bool {
    const INSIDE: &[&str] = &[
        "门户网站",
        "門戶網站",
        "官方网站",
        "官方網站",
        "欢迎访问",
        "歡迎訪問",
        "欢迎您",
        "新聞網-",
        "新闻网-",
        "新闻网 -",
        "新聞網 -",
        " · ",
    ];
    const ENDS: &[&str] = &[
        "委员会",
        "委員會",
        "统计局",
        "統計局",
        "调查队",
        "調查隊",
        "人民政府",
        "办公室",
        "辦公室",
        "新聞稿",
        "新闻稿",
        "新聞公報",
        "氣象署",
        "气象局",
        "財政部",
        "财政部",
        "公安局",
        "教育局",
        "卫健委",
        "法院",
        "檢察院",
        "检察院",
    ];
    is_masthead(s) || INSIDE.iter().any(|word| s.contains(word)) || length(s) <= 24 && longest_suffix(ENDS, s).is_some()
}

/// True when `s` is the name of an outlet: a known one, or one with the end of one (某某日報).
pub(super) fn is_outlet(s: &str) -> bool {
    outlet_at(s) == Some(s)
        || (2..=14).contains(&length(s)) && longest_suffix(OUTLET_ENDS, s).is_some_and(|end| end.len() < s.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_outlet_counts() {
        assert_eq!(outlet_at("中新網新疆"), Some("中新網"));
        assert_eq!(outlet_at("聯合新聞網 綜合"), Some("聯合新聞網"));
        assert_eq!(outlet_at("今日天氣"), None);
        assert_eq!(outlet_in("下載大公網應用"), Some("大公網"));
    }

    #[test]
    fn an_outlet_in_no_table_is_known_by_its_end() {
        assert!(is_outlet("柳城晚報"));
        assert!(is_outlet("雲海网"));
        assert!(!is_outlet("報"));
        assert!(!is_outlet("天氣轉涼"));
    }
}
