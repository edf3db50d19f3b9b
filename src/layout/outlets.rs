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
const ABROAD: &[&str] = &["路透社", "路透", "法新社", "法新", "美联社", "美联", "彭博社", "彭博", "德新社", "俄新社", "塔斯社", "共同社", "时事社", "韩联社", "安莎社", "埃菲社", "德国之声", "美国之音", "自由亚洲电台", "英国广播公司"];

/// Outlets and agencies of the Chinese mainland.
#[rustfmt::skip]
const MAINLAND: &[&str] = &["新华社", "新华网", "新华财经", "新华每日电讯", "中新社", "中新网", "中新经纬", "中新财经", "中国新闻社", "中国新闻网", "财联社", "人民日报", "人民日报海外版", "人民网", "央视网", "央视新闻", "央视", "央视财经", "央广网", "光明日报", "光明网", "经济日报", "中国经济网", "中国网", "中国日报", "中国日报网", "中国青年报", "中国青年网", "中青报", "中青网", "工人日报", "中工网", "科技日报", "法治日报", "法制日报", "农民日报", "环球网", "环球时报", "海外网", "国际在线", "参考消息", "解放军报", "澎湃新闻", "界面新闻", "红星新闻", "封面新闻", "极目新闻", "上观新闻", "新京报", "北京日报", "北京青年报", "北京晚报", "北京商报", "解放日报", "文汇报", "新民晚报", "南方日报", "南方都市报", "羊城晚报", "广州日报", "南方周末", "深圳特区报", "钱江晚报", "浙江日报", "新华日报", "扬子晚报", "现代快报", "齐鲁晚报", "大众日报", "河南日报", "湖北日报", "长江日报", "楚天都市报", "湖南日报", "红网", "四川日报", "华西都市报", "成都商报", "重庆日报", "陕西日报", "华商报", "甘肃日报", "每日甘肃网", "新疆日报", "天山网", "山西日报", "河北日报", "内蒙古日报", "辽宁日报", "吉林日报", "黑龙江日报", "安徽日报", "福建日报", "江西日报", "广西日报", "海南日报", "贵州日报", "多彩贵州网", "云南日报", "西藏日报", "青海日报", "宁夏日报", "东方网", "千龙网", "大众网", "东北网", "证券时报", "证券时报网", "证券日报", "证券日报网", "中国证券报", "中证网", "上海证券报", "上证报", "第一财经", "每日经济新闻", "每经网", "21世纪经济报道", "经济观察报", "经济参考报", "华夏时报", "财新网", "财新", "财经网", "新浪财经", "新浪科技", "新浪网", "新浪", "腾讯新闻", "腾讯网", "网易", "搜狐", "凤凰网", "今日头条", "IT之家", "36氪", "格隆汇", "金融界", "科创板日报", "证券时报e公司", "经济观察网", "每经", "上证报中国证券网", "中国证券网", "参考消息网", "新京报贝壳财经", "贝壳财经", "红网时刻新闻", "红网时刻", "南都", "总台中国之声", "北青网", "潮新闻", "大河报", "时代周报", "经济日报网", "蓝鲸财经", "华尔街见闻", "钛媒体", "极客公园", "观察者网", "中国基金报", "券商中国", "证券之星", "智通财经", "观点网", "中国政府网", "国家统计局"];

/// Outlets of Hong Kong.
#[rustfmt::skip]
const HONG_KONG: &[&str] = &["中通社", "香港中通社", "经济通通讯社", "经济通", "汇港通讯", "明报", "星岛", "星岛日报", "星岛头条", "东方日报", "东网", "太阳报", "苹果日报", "大公报", "大公网", "大公文汇网", "文汇报", "香港文汇报", "文汇网", "信报", "信报财经新闻", "香港经济日报", "香港01", "头条日报", "头条新闻", "am730", "晴报", "都市日报", "成报", "香港商报", "香港商报网", "点新闻", "橙新闻", "巴士的报", "香港电台", "港台电视", "有线新闻", "无线新闻", "Now新闻台", "NOW新闻", "now新闻", "众新闻", "立场新闻", "香港自由新闻", "独立媒体", "阿思达克财经新闻", "阿斯达克财经新闻", "Yahoo新闻", "Yahoo 新闻", "Yahoo财经"];

/// Outlets of Macau.
#[rustfmt::skip]
const MACAU: &[&str] = &[
    "澳门日报", "力报", "市民日报",
];

/// Outlets of Taiwan.
#[rustfmt::skip]
const TAIWAN: &[&str] = &[
    "中央社", "中央通讯社", "联合报", "联合新闻网", "联合晚报", "经济日报网", "udn", "中国时报", "中时新闻网",
    "中时电子报", "中时", "工商时报", "旺报", "自由时报", "自由财经", "自由电子报", "时报资讯", "时报", "巨亨网",
    "巨亨", "ETtoday", "ETtoday新闻云", "ETtoday财经云", "NOWnews今日新闻", "CTWANT", "周刊王", "镜报", "Newtalk", "Newtalk新闻", "中央广播电台", "经济日报", "Yahoo奇摩", "东森新闻", "三立新闻网", "三立新闻", "民视新闻", "民视", "TVBS新闻网",
    "TVBS", "台视", "中视", "华视", "公视新闻网", "公视", "今日新闻", "NOWnews", "新头壳", "风传媒", "上报", "信传媒",
    "镜周刊", "镜新闻", "商业周刊", "天下杂志", "远见杂志", "今周刊", "财讯", "科技新报", "大纪元", "MoneyDJ新闻", "MoneyDJ",
    "DIGITIMES", "电子时报", "太报", "壹苹新闻网", "中广新闻网", "中广", "央广", "青年日报", "台湾时报", "民众日报",
    "更生日报", "卡优新闻网", "农传媒", "环境资讯中心",
];

/// Outlets of Singapore.
#[rustfmt::skip]
const SINGAPORE: &[&str] = &["联合早报", "联合早报网", "早报", "联合晚报", "新明日报", "8视界", "8world", "8频道新闻"];

/// Outlets of Malaysia.
#[rustfmt::skip]
const MALAYSIA: &[&str] = &["马新社", "星洲日报", "星洲网", "南洋商报", "中国报", "东方日报", "光华日报", "诗华日报", "国际时报", "联合日报", "亚洲时报", "华侨日报", "当今大马", "透视大马", "八度空间", "佳礼", "e南洋", "访问网", "精彩大马", "马来西亚诗华日报"];

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
pub(super) const OUTLET_ENDS: &[&str] = &["报", "社", "网", "网站", "新闻", "财经", "电视台", "电台", "电视", "新闻台", "卫视", "客户端", "通讯", "周刊", "杂志", "在线", "资讯", "融媒", "融媒体中心", "传媒", "视界", "讯息", "日报", "发布", "广电", "头条", "观察", "财立方", "壹点", "e公司"];

/// The ends among [`OUTLET_ENDS`] that no mere section of a page has (國際新聞, 中國財經).
#[rustfmt::skip]
pub(super) const PUBLISHER_ENDS: &[&str] = &["报", "社", "网", "电视台", "电台", "卫视", "客户端"];

/// Ends that make a known name longer (新華社客户端, 人民網-人民日報); 新聞 is not one: 中新網新疆新聞.
#[rustfmt::skip]
pub(super) const OUTLET_TAILS: &[&str] =
    &["客户端", "日报", "晚报", "时报", "商报", "电子报", "新闻网", "融媒体中心", "APP", "App", "AI", "官方账号", "官方帐号", "网", "快讯"];

/// The paper itself: no name of an outlet.
#[rustfmt::skip]
pub(super) const OURSELVES: &[&str] = &["本报", "本刊", "本网", "本社", "本台", "本站", "记者", "全媒体", "本报综合", "独家"];

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
        outlet_at(tail).filter(|name| length(name) > 2 || *name == "东网" || *name == "明报" || *name == "信报")
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
const MASTHEAD_ENDS: &[&str] = &["日报", "晚报", "时报", "商报", "早报", "晨报", "都市报", "周刊", "新闻网", "电视台", "电台", "卫视", "通讯社", "客户端", "政府网", "在线"];

/// True when a line is the name of an outlet above its page, not a title that ends like one.
pub(super) fn is_masthead(s: &str) -> bool {
    outlet_at(s) == Some(s) || length(s) <= 8 && longest_suffix(MASTHEAD_ENDS, s).is_some_and(|end| end.len() < s.len())
}

/// True when a line names a site or an office, which stands over the title of its page.
pub(super) fn is_site(s: &str) -> bool {
    const INSIDE: &[&str] = &["门户网站", "官方网站", "欢迎访问", "欢迎您", "新闻网-", "新闻网 -", " · "];
    const ENDS: &[&str] = &[
        "委员会",
        "统计局",
        "调查队",
        "人民政府",
        "办公室",
        "新闻稿",
        "新闻公报",
        "气象署",
        "气象局",
        "财政部",
        "公安局",
        "教育局",
        "卫健委",
        "法院",
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
        assert_eq!(outlet_at("中新网新疆"), Some("中新网"));
        assert_eq!(outlet_at("联合新闻网 综合"), Some("联合新闻网"));
        assert_eq!(outlet_at("今日天气"), None);
        assert_eq!(outlet_in("下载大公网应用"), Some("大公网"));
    }

    #[test]
    fn an_outlet_in_no_table_is_known_by_its_end() {
        assert!(is_outlet("柳城晚报"));
        assert!(is_outlet("云海网"));
        assert!(!is_outlet("报"));
        assert!(!is_outlet("天气转凉"));
    }
}
