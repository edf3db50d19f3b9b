//! Words that look like numbers, units or approximators and are none: the one table, with the reasons.
//!
//! A row of [`WORDS`] is skipped whole wherever one of its numerals is met. A row of [`REAL`] says that a longer or equal word is a
//! number after all.

use alloc::boxed::Box;

use once_cell::race::OnceBox;

use crate::chars::{chinese, scale};
use crate::general::borders;
use crate::words::{Endings, Words};

/// Why a word is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    /// The numeral is part of an ordinary word.
    Word,
    /// A set phrase.
    Idiom,
    /// A name of a place, body or person.
    Name,
    /// A number after all.
    Real,
}

static WORDS: &[(&str, Reason)] = &[
    (
        "一次性 两次三番 一年半载 一条龙 一次能源 二次能源 一次供水 二次供水 三本院 二本院 二本线 一本线 三本线 两票制",
        Reason::Word,
    ),
    ("三门核 三门县 八国联军 六日战争 五眼联盟 四国岛 四国机制 三国志 零一万物 九州 陆克文", Reason::Name),
    ("三甲医 三甲等", Reason::Word),
    (
        "三伏 数伏 二十四节气 第一手 第六感 三轮车 四轮驱动 二人转 四人帮 八股文 千斤顶 二把手 三次元 三段式 三支一扶 零封 零口供 十八洞 五里亭 十里铺 五角场",
        Reason::Word,
    ),
    ("一甲子 三甲 六甲 二甲 八乡 七仙岭 零股 三季报 三手烟 五倍券 九把刀 梅开二度 三分球 三分线 四角战", Reason::Word),
    ("五一劳动 六一八 双十二 五二零", Reason::Word),
    (
        "一石激起 三人成虎 五十步笑百步 一波三折 四面楚歌 七手八脚 十万火急 两败俱伤 九牛一毛 十年树木 朝九晚五 三天打鱼 两天晒网 三头六臂 一分一秒 一年之计 说三道四 一分为二",
        Reason::Idiom,
    ),
    ("八打灵 五股 十四乡 六里桥 七股 九份 伍佰 三只松鼠 两面针", Reason::Name),
    // 一: a, whole, same, once
    (
        "一些 一定 一般 一直 一切 一旦 一再 一向 一律 一致 一样 一同 一并 一起 一边 一面 一方面 一带 一度 一时",
        Reason::Word,
    ),
    ("一下 一下子 一共 一体 一线 一流 一路 一手 一心 一身 一生 一贯 一经 一如 一概 一应 一味 一连 一番", Reason::Word),
    ("一系列 一次性 一站式 一把手 一把 一点 一刻 一级 一对一 一窝蜂 一口气 一举 一旁 一边倒 一块儿", Reason::Word),
    ("统一 唯一 惟一 之一 同一 单一 专一 万一 逐一 任一 进一步 下一步 这一 那一 每一 某一 任何一 另一", Reason::Word),
    ("一个个 一排排 一批批 一部部 一场场 一朵朵 一根根 一名名 一条条 一座座 一项项 一次次 一步步 一天天", Reason::Word),
    // 十, 百, 千, 萬, 億: many, very
    ("十分 十足 十字 十全 五十岚 数十年如一日", Reason::Word),
    ("百姓 百货 百科 百搭 百花 百业 百般 百强 百度 百家 百合 百年 百日 百里 百分比 百分数 百分率 百分点", Reason::Word),
    (
        "千方百计 千百方计 千家万户 千军万马 千万别 千里 千秋 千山万水 千辛万苦 千丝万缕 千变万化 千古 千禧 千金 千年",
        Reason::Idiom,
    ),
    ("万物 万能 万分 万里 万岁 万国 万家 万众 万象 万幸 万世 万事 万圣 万无一失 万古 亿万 万千", Reason::Word),
    // digits in idioms
    (
        "五位一体 三位一体 两学一做 三严三实 四分五裂 三国演 五湖四海 四面八方 五花八门 七上八下 乱七八糟 三心二意 三番五次 三番四次 四通八达 五颜六色 一五一十 接二连三 朝三暮四 丢三落四 不三不四 三三两两 两两 三言两语 三五成群 三长两短 一石二鸟 一心一意 一分为二 一举两得 一国两制 一带一路 一年一度 一年四季 独一无二 不二 说一不二 百里挑一 数一数二 举一反三 一日千里 一落千丈 百折不挠 两全 三思 再三 四肢 五官 六神 八卦 九霄 九牛 半斤八两 成千上万 成百上千",
        Reason::Idiom,
    ),
    // words with a digit
    (
        "零组件 零售 零件 零部件 零食 零星 零散 零碎 零距离 零关税 零增长 零排放 零接触 零容忍 零工 三农 四季 五金店 五金行 五金商 五金件 五金制 三军 三角 四川 四方 四周的 四周是 四周都 四周环 四周围 四周边 四周皆 四处 四合院 五星 五线 六一 七夕 八一 八方 八达 九龙 二手 二维码 二氧化 二战 二胎 二级市场 二次元 二次创业 两岸 两会 两侧 两旁 两极 两边 两端 两性 两手 三明治 三文鱼 一军 三级跳 五一 双十一 六四 五四 九一一 三八 三峡 三板 两融",
        Reason::Word,
    ),
    (
        "第一产业 第二产业 第三产业 首套房 二套房 第三方 第三者 第一书记 第一线 第一时间 第一夫人 第二代 第三世界 首次 首席 首页 首位 首家 首度 首间 首部 首面 首座大",
        Reason::Word,
    ),
    // places and names
    (
        "三亚 三沙 三门峡 三明 三水 三原 三台 三重 三义 三峡 四平 四会 五常 五台 五家渠 五指山 五华 六安 六合 六盘水 七台河 七里 八里 九江 九寨 九台 九华 十堰 十里 百色 千岛 千叶 万州 万宁 万豪 万科 万达 万象城 一汽 三一 三星 三菱 三井 三洋 四维 五粮液 五矿 六福 七匹狼 八达岭 九龙坡 百胜 百事 千山 亿达 亿利 万华 万隆 二连 三里屯 三里河 三里桥 三元里 三元桥 五道口 六本木 七星 七贤 八仙 四惠 四行 百灵 兆丰 亿光 亿丰 百度 百济 万荣 千佛 百佳 两湖 两广 两江 三江 三晋 三秦 三湘 八闽 马六甲 伍家岗 张三 李四 王五 赵六",
        Reason::Name,
    ),
    // 數 and 幾 in words
    (
        "计数 数单位 数字 数据 数量 数目 数额 数码 数位 数组 数列 数学 数值 数控 数度 数一 数得 数说 数十年如一日 为数 人数 次数 指数 分数 多数 少数 总数 倍数 系数 参数 函数 基数 单数 双数 件数 户数 天数 岁数 度数 位数 个数 票数 页数 无数 半数 整数 小数 全数 点数 笔数 代数 读数 名数 悉数 变数 场数 家数",
        Reason::Word,
    ),
    ("几乎 几何 几经 几近 几无 茶几 几率 几度 几时 未几 几多", Reason::Word),
    // 半 in words
    (
        "半导体 半岛 半数 半山 半夜 半径 半边 半成品 半决赛 半场 半价 半官方 半年报 半年度 大半 过半 多半 夜半 半途 半空 半壁 半封闭 半自动",
        Reason::Word,
    ),
    // time words in other words
    (
        "如今日均 如今日产 今日关注 今日头条 今日热门 大年初 正月初 总体上 基本上 大体上 事实上 实际上 星期日报 目前日 目前年 光明日 不同日 不同年 同年龄 同年级 先天后天 周边 周转 周围 周到 周期 周年",
        Reason::Word,
    ),
    ("公明日 清明日 说明日 文明日 透明日 证明日", Reason::Word),
    // damage and look-alikes of scales
    (
        "仟方 佰草 拾遗 拾起 拾到 收拾 夕拾 捡拾 大陆 陆地 陆续 陆军 陆路 登陆 着陆 陆上 陆域 内陆 陆家 陆委 陆客 陆企 陆资 陆股 伍德 五月天 周六福 周一围 今日头条 明日方舟 明日科技 元旦路 立春堂 重阳投资 复活节岛 中秋节目 八一队 十二时辰 食肆 酒肆 书肆 五一路 五一广场 五一大道 圣诞树 圣诞老人 圣诞卡 圣诞岛 清明上河 队伍 退伍 入伍 落伍 为伍 肆意 肆无 放肆 肆虐 参与 参加 参考 参观 参选 参议 参赛 参展 参照 参战 参政 参保 参股 兆头 预兆 征兆",
        Reason::Word,
    ),
    // numbers after all
    (
        "多半成 翻一番 翻了一番 十分之 百分之 千分之 万分之 三分之 一分之 一半 一点零 一点一 一点二 一点三 一点四 一点五 一点六 一点七 一点八 一点九",
        Reason::Real,
    ),
    ("一级以上 百年前 千年前 五金五 四处理 百日内", Reason::Real),
];

/// Words that a code follows: telephone and licence numbers, stocks.
static CODES: &[&str] = &[
    "附件 附表 附图 注 表 图 例 附注 备注",
    "工业 版本 大牌 沪深 中证 上证 科创 标普 波音",
    "双 国道 省道 县道 拨打 房号 门牌",
    "电话 热线 总机 传真",
    "许可证 备案 编号 代码",
    "代号 邮编 证号 尾号",
    "股票 帐号 账号 公网安备 号码 订单号",
    "订单号 QQ ISBN No 致电 专线",
    "微信 公号 邮箱 案号 单号 座机",
    "座机 手机 手机号",
];

/// Whether a text ends with a word that a code follows.
pub(crate) fn code_follows(head: &str) -> bool {
    static TABLE: OnceBox<Endings> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(Endings::of_rows(CODES))).longest(head).is_some()
}

fn words() -> &'static Words<Reason> {
    static TABLE: OnceBox<Words<Reason>> = OnceBox::new();
    TABLE.get_or_init(|| {
        let words = WORDS.iter().flat_map(|&(row, reason)| row.split(' ').map(move |word| (word, reason)));
        Box::new(Words::new(words.map(|(word, reason)| (word.into(), reason))))
    })
}

/// The word around `at` that is no number, where there is one: whether it begins there, and its end. Looks at words that
/// begin up to three characters earlier, but not before `floor`.
pub(crate) fn word_around(text: &str, at: usize, floor: usize) -> Option<(bool, usize)> {
    listed_word(text, at, floor).or_else(|| {
        let behind = at + text.get(at..)?.chars().next()?.len_utf8();
        let word = borders::word_across(text, at).or_else(|| borders::word_across(text, behind))?;
        let begins = word.start == at;
        // 首屆 and 今日 are words and what they say
        let is_lead = begins && !text.get(at..)?.starts_with(|c| is_numeral(c) || matches!(c, '几' | '数' | '半'));
        let is_number = is_lead || begins && (numeral_goes_on(text, word.end) || marked(text, at));
        (word.start >= floor && !is_number).then_some((word.start == at, word.end))
    })
}

fn listed_word(text: &str, at: usize, floor: usize) -> Option<(bool, usize)> {
    let mut start = at;
    let mut found: Option<(bool, usize)> = None;
    for _ in 0..4 {
        if let Some((reason, length)) = words().longest(text.get(start..)?) {
            let end = start + length;
            if end > at {
                match reason {
                    Reason::Real => return None,
                    // 每一百人: the numeral goes on behind 每一
                    Reason::Word if numeral_goes_on(text, end) => {}
                    // 過百家: the approximator makes a number of it
                    _ if start == at && marked(text, at) => {}
                    _ => found = Some((start == at, found.map_or(end, |(_, other)| end.max(other)))),
                }
            }
        }
        let Some(c) = text.get(floor..start).and_then(|text| text.chars().next_back()) else { break };
        start -= c.len_utf8();
    }
    found
}

fn is_numeral(c: char) -> bool {
    chinese(c).is_some() || scale(c).is_some()
}

/// Whether a word that ends at `end` with a numeral is followed by another.
fn numeral_goes_on(text: &str, end: usize) -> bool {
    let last = text.get(..end).and_then(|head| head.chars().next_back());
    let next = text.get(end..).and_then(|rest| rest.chars().next());
    // 統一六國 counts states, 每一百人 a hundred
    last.is_some_and(is_numeral) && next.is_some_and(|c| scale(c).is_some())
}

/// Whether a scale at `at` has an approximator before it that asks for a number: 過百家, 上千里.
fn marked(text: &str, at: usize) -> bool {
    let bare = text.get(at..).and_then(|rest| rest.chars().next()).and_then(scale).is_some_and(|power| power > 1);
    let last = text.get(..at).and_then(|head| head.chars().next_back());
    bare && last.is_some_and(|c| "过超逾近约上".contains(c))
        && !inside_word(text, at - last.map_or(0, char::len_utf8), at)
}

/// Whether the approximator at `start..edge` is the end of another word, as 近 in 附近 and 約 in 合約. One of several
/// characters is a word by itself.
pub(crate) fn inside_word(text: &str, start: usize, edge: usize) -> bool {
    let is_single = text.get(start..edge).is_some_and(|marker| marker.chars().nth(1).is_none());
    // 跌破600元 is a fall below it and no bound that is meant, 升破 a verb as 突破 is
    let is_verb = || {
        const VERBS: [char; 12] = ['跌', '摔', '失', '险', '崩', '贬', '探', '下', '升', '涨', '飙', '攀'];
        text.get(..start).is_some_and(|head| head.ends_with(VERBS))
    };
    is_single && (borders::is_crossed(text, start) || text.get(start..edge) == Some("破") && is_verb())
}
