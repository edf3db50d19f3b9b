//! Words that look like numbers, units or approximators and are none: the one table, with the reasons.
//!
//! [`WORDS`] is for numerals, [`NO_MARKERS`] for approximators, [`NO_UNITS`] for units. A row of [`WORDS`] is
//! skipped whole wherever one of its numerals is met. A row of [`REAL`] says that a longer or equal word is a
//! number after all.

use alloc::boxed::Box;

use once_cell::race::OnceBox;

use crate::chars::{chinese, scale};
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

/// Words after which a row of [`NO_MARKERS`] only seems to stand: 損失約 is no 失約.
static MARKERS_AFTER_ALL: &[&str] = &[
    "其中超 当中超",
    "损失约 流失约 遗失约 消失约 持续约 连续约 陆续约 继续约 后续约",
    "折合约 组合约 混合约 联合约 综合约 月租约 出租约 真相约 相对约",
];

/// Words that end like an approximator and are none: 附近, 合約.
static NO_MARKERS: &[&str] = &[
    "实际上 原则上 根本上 总体上 大体上",
    "市场上 场上 基本上 基础上 侦破 告破 程度上 事实上 历史上",
    "续约 失约 相约 邀约 租约 解约 毁约 爽约 应约 赴约 反超 赶超",
    "突破 冲破 打破 攻破",
    "卖超 买超 入超 出超 附近 最近 就近 临近 邻近 靠近 亲近 远近",
    "远近 相近 逼近的 条约 合约 契约 签约 公约 预约 节约",
    "北约 纽约 违约 特约 制约 履约 中超 英超 德超 高超 通过",
    "通过 经过 透过 不过 度过 走过 去过 做过 看过",
    "错过 路过 马上 早上 晚上 以上 加上 网上 线上 实际上 身上 海上",
    "陆上 世上 史上 会上 地上 街上 路上 船上 车上 山上 桌上 台上 天上 水上 上上",
];

/// Words that begin like a unit and are none: 3成為.
static NO_UNITS: &[&str] = &[
    "分升至 分升到 两日 两月 两年 两天 股息 分红 分成 套现 套利 支付 台湾 台胞 台北 台商 台资 台中 台南",
    "台湾 台商 台资 日本 日元 日圆 元旦 成年 分期 分公 分子 行贿 行人 行政 集资 年终 年轻 点击 点赞 票房 票价 国债 国民 国人 国企",
    "股民 股权 股价 股市 股票 口罩 口径 门票 门店 头奖 头条 单亲 单身 单位 枪支 个体 个股 个税",
    "通过 通知 通道 通车 通报 通常 通用 通行 通关 通胀 通讯 通信",
    "发展 发生 发布 发行 发电 发出 发放 发现 发表 发挥 发起 发射 发动 发送 发明 发票 发言 注意 注册 注资 注入 注射 堂食",
    "种子 省会 区块 口味 期刊 集装 支线 间谍 台胞 步枪 头盔 包裹 批发 类别 种类 组合 代理 片区 克隆 升降 名额",
    "球员 球迷 度假 股东 车主 船员 楼盘 元素 元老 角色 任务 版本 家族 手续 声明 团体 局长 单车 案件 节目 节余 克拉玛 米兰 字头 场上",
    "年度 国道 路公交 路公车 路巴士 路电车 人力银",
    "集体 集合 集结",
    "W人 W元 W粉 W名 W+ w人 w元 w粉 w+ k元 K元 k人 K人 m元 m人",
    "折扣 折让 折价 单元",
    "地震 地区 地方 地面 地下 地产 地铁 国集团 位数 路由 路线 单位数",
    "升至 升到 升级 升值 升幅 升息 升学 升温 成为 成立 成功 成果 成本 成分 成交",
    "成长 成都 成员 成绩 回升 回落 回到 回应 回复 折合 折算 折叠 对于",
    "对于 对比 对手 针对 处于 处理 步入 面临 面积 面对",
    "起火 起诉 起来 起飞 起步 列入 列为 组成 组织 组建 集中 集团",
    "集团 行业 行动 行驶 代表 部署 部分 部门 部长 包括 包含 包机 班子",
    "班级 波动 届时 支持 支出 分别 分布 分析 分钟 分之 期间 级别 项目",
    "项目 场馆 位置 位于 家庭 家长 名单 人大 人民 人法 人民法 人民政 人民代 国际",
    "国家 国际 天津 天气 天文 区域 区间 市场 市民 村民 层面 架构",
    "条件 门槛 口岸 手机 手术 车站 轮胎 队员 队伍 点钟",
    "站点 次数 所有 台北 台湾 台中 台南 台风 番茄 番号 个案 月 年代",
];

/// Words that a code follows: telephone and licence numbers, stocks.
static CODES: &[&str] = &[
    "附件 附表 附图",
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

/// Words that begin like a row of [`NO_UNITS`] and are units after all: 3天氣溫.
static UNITS_AFTER_ALL: &[&str] = &[
    "台风力",
    "日圆 日元 名单位 门店铺 台湾式",
    "通报案",
    "处理财 所有色 位置业 部分析 名单亲 人民事 人民宿 年代价 级别墅 层面积 名额外",
    "个案例 个案件 项目标 家长期 台风力 天气象 天气候 起火灾",
    "天气温 天气压 天文观",
];

/// The length of the word at the start of a text that only begins like a unit.
pub(crate) fn no_unit(text: &str) -> Option<usize> {
    static TABLE: OnceBox<Words<bool>> = OnceBox::new();
    let table = TABLE.get_or_init(|| {
        let rows = |rows: &'static [&'static str], no| {
            rows.iter().flat_map(|row| row.split(' ')).map(move |word| (word.into(), no))
        };
        Box::new(Words::new(rows(NO_UNITS, true).chain(rows(UNITS_AFTER_ALL, false))))
    });
    table.longest(text).filter(|(no, _)| **no).map(|(_, length)| length)
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

/// Whether the approximator at `start..edge` is the end of another word.
pub(crate) fn inside_word(text: &str, start: usize, edge: usize) -> bool {
    static TABLE: OnceBox<Endings> = OnceBox::new();
    static REAL: OnceBox<Endings> = OnceBox::new();
    let table = TABLE.get_or_init(|| Box::new(Endings::of_rows(NO_MARKERS)));
    let real = REAL.get_or_init(|| Box::new(Endings::of_rows(MARKERS_AFTER_ALL)));
    let head = text.get(..edge).unwrap_or_default();
    table.longest(head).is_some_and(|word| word.len() > edge - start) && real.longest(head).is_none()
}
