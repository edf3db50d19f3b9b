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
        "一次性 兩次三番 两次三番 一年半載 一年半载 一條龍 一条龙 一次能源 二次能源 一次供水 二次供水 三本院 二本院 二本線 二本线 一本線 一本线 三本線 三本线 兩票制 两票制",
        Reason::Word,
    ),
    (
        "三門核 三门核 三門縣 三门县 八國聯軍 八国联军 六日戰爭 六日战争 五眼聯盟 五眼联盟 四國島 四国岛 四國機制 四国机制 三國志 三国志 零一萬物 零一万物 九州 陸克文 陆克文",
        Reason::Name,
    ),
    ("三甲醫 三甲医 三甲等", Reason::Word),
    (
        "三伏 數伏 数伏 二十四節氣 二十四节气 第一手 第六感 三輪車 三轮车 四輪驅動 四轮驱动 二人轉 二人转 四人幫 四人帮 八股文 千斤頂 千斤顶 二把手 三次元 三段式 三支一扶 零封 零口供 十八洞 五里亭 十里鋪 十里铺 五角場 五角场",
        Reason::Word,
    ),
    (
        "一甲子 三甲 六甲 二甲 八鄉 八乡 七仙嶺 七仙岭 零股 三季報 三季报 三手菸 三手烟 五倍券 九把刀 梅開二度 梅开二度 三分球 三分線 三分线 四角戰 四角战",
        Reason::Word,
    ),
    ("五一勞動 五一劳动 六一八 雙十二 双十二 五二零", Reason::Word),
    (
        "一石激起 三人成虎 五十步笑百步 一波三折 四面楚歌 七手八腳 七手八脚 十萬火急 十万火急 兩敗俱傷 两败俱伤 九牛一毛 十年樹木 十年树木 朝九晚五 三天打魚 三天打鱼 兩天曬網 两天晒网 三頭六臂 三头六臂 一分一秒 一年之計 一年之计 說三道四 说三道四 一分為二",
        Reason::Idiom,
    ),
    ("八打靈 八打灵 五股 十四鄉 十四乡 六里橋 六里桥 七股 九份 伍佰 三只松鼠 三隻松鼠 兩面針 两面针", Reason::Name),
    // 一: a, whole, same, once
    (
        "一些 一定 一般 一直 一切 一旦 一再 一向 一律 一致 一樣 一样 一同 一併 一并 一起 一邊 一边 一面 一方面 一帶 一带 一度 一時 一时",
        Reason::Word,
    ),
    (
        "一下 一下子 一共 一體 一体 一線 一线 一流 一路 一手 一心 一身 一生 一貫 一贯 一經 一经 一如 一概 一應 一应 一味 一連 一连 一番",
        Reason::Word,
    ),
    (
        "一系列 一次性 一站式 一把手 一把 一點 一点 一刻 一級 一级 一對一 一对一 一窩蜂 一口氣 一口气 一舉 一举 一旁 一邊倒 一塊兒 一块儿",
        Reason::Word,
    ),
    (
        "統一 统一 唯一 惟一 之一 同一 單一 单一 專一 专一 萬一 万一 逐一 任一 進一步 进一步 下一步 這一 这一 那一 每一 某一 任何一 另一",
        Reason::Word,
    ),
    (
        "一個個 一个个 一排排 一批批 一部部 一場場 一场场 一朵朵 一根根 一名名 一條條 一条条 一座座 一項項 一项项 一次次 一步步 一天天",
        Reason::Word,
    ),
    // 十, 百, 千, 萬, 億: many, very
    ("十分 十足 十字 十全 五十嵐 數十年如一日", Reason::Word),
    (
        "百姓 百貨 百货 百科 百搭 百花 百業 百业 百般 百強 百强 百度 百家 百合 百年 百日 百里 百分比 百分數 百分数 百分率 百分點 百分点",
        Reason::Word,
    ),
    (
        "千方百計 千方百计 千百方計 千百方计 千家萬戶 千家万户 千軍萬馬 千军万马 千萬別 千万别 千里 千秋 千山萬水 千山万水 千辛萬苦 千辛万苦 千絲萬縷 千丝万缕 千變萬化 千变万化 千古 千禧 千金 千年",
        Reason::Idiom,
    ),
    (
        "萬物 万物 萬能 万能 萬分 万分 萬里 万里 萬歲 万岁 萬國 万国 萬家 万家 萬眾 万众 萬象 万象 萬幸 万幸 萬世 万世 萬事 万事 萬聖 万圣 萬無一失 万无一失 萬古 万古 億萬 亿万 萬千 万千",
        Reason::Word,
    ),
    // digits in idioms
    (
        "五位一體 五位一体 三位一體 三位一体 兩學一做 两学一做 三嚴三實 三严三实 四分五裂 三國演 三国演 五湖四海 四面八方 五花八門 五花八门 七上八下 亂七八糟 乱七八糟 三心二意 三番五次 三番四次 四通八達 四通八达 五顏六色 五颜六色 一五一十 接二連三 接二连三 朝三暮四 丟三落四 不三不四 三三兩兩 三三两两 兩兩 两两 三言兩語 三言两语 三五成群 三長兩短 三长两短 一石二鳥 一石二鸟 一心一意 一分為二 一分为二 一舉兩得 一举两得 一國兩制 一国两制 一帶一路 一带一路 一年一度 一年四季 獨一無二 独一无二 不二 說一不二 百里挑一 數一數二 数一数二 舉一反三 举一反三 一日千里 一落千丈 百折不撓 百折不挠 兩全 两全 三思 再三 四肢 五官 六神 八卦 九霄 九牛 半斤八兩 半斤八两 成千上萬 成千上万 成百上千",
        Reason::Idiom,
    ),
    // words with a digit
    (
        "零組件 零组件 零售 零件 零部件 零食 零星 零散 零碎 零距離 零距离 零關稅 零关税 零增長 零增长 零排放 零接觸 零接触 零容忍 零工 三農 三农 四季 五金店 五金行 五金商 五金件 五金製 五金制 三軍 三军 三角 四川 四方 四周的 四周是 四周都 四周環 四周环 四周圍 四周围 四周邊 四周边 四周皆 四週的 四處 四处 四合院 五星 五線 五线 六一 七夕 八一 八方 八達 八达 九龍 九龙 二手 二維碼 二维码 二氧化 二戰 二战 二胎 二級市場 二级市场 二次元 二次創業 二次创业 兩岸 两岸 兩會 两会 兩側 两侧 兩旁 两旁 兩極 两极 兩邊 两边 兩端 两端 兩性 两性 兩手 两手 三明治 三文魚 三文鱼 三軍 一軍 三級跳 三级跳 五一 雙十一 双十一 六四 五四 九一一 三八 三峽 三峡 三板 兩融 两融",
        Reason::Word,
    ),
    (
        "第一產業 第一产业 第二產業 第二产业 第三產業 第三产业 首套房 二套房 第三方 第三者 第一書記 第一书记 第一線 第一线 第一時間 第一时间 第一夫人 第二代 第三世界 首次 首席 首頁 首页 首位 首家 首度 首間 首部 首面 首座大",
        Reason::Word,
    ),
    // places and names
    (
        "三亞 三亚 三沙 三門峽 三门峡 三明 三水 三原 三台 三重 三義 三义 三峽 四平 四會 四会 五常 五台 五家渠 五指山 五華 五华 六安 六合 六盤水 六盘水 七台河 七里 八里 九江 九寨 九台 九華 九华 十堰 十里 百色 千島 千岛 千葉 千叶 萬州 万州 萬寧 万宁 萬豪 万豪 萬科 万科 萬達 万达 萬象城 一汽 三一 三星 三菱 三井 三洋 四維 四维 五糧液 五粮液 五礦 五矿 六福 七匹狼 八達嶺 八达岭 九龍坡 百勝 百胜 百事 千山 億達 億利 万华 萬華 万隆 萬隆 二連 二连 三里屯 三里河 三里橋 三里桥 三元里 三元橋 三元桥 五道口 六本木 七星 七賢 七贤 八仙 四惠 四行 百靈 百灵 兆豐 兆丰 億光 億豐 百度 百濟 百济 萬榮 千佛 百佳 兩湖 两湖 兩廣 两广 兩江 两江 三江 三晉 三晋 三秦 三湘 八閩 八闽 馬六甲 马六甲 伍家崗 伍家岗 張三 张三 李四 王五 趙六 赵六",
        Reason::Name,
    ),
    // 數 and 幾 in words
    (
        "計數 计数 數單位 数单位 數字 数字 數據 数据 數量 数量 數目 数目 數額 数额 數碼 数码 數位 数位 數組 数组 數列 数列 數學 数学 數值 数值 數控 数控 數度 数度 數一 數得 数得 數說 数说 數十年如一日 為數 为数 人數 人数 次數 次数 指數 指数 分數 分数 多數 多数 少數 少数 總數 总数 倍數 倍数 係數 系数 參數 参数 函數 函数 基數 基数 單數 单数 雙數 双数 件數 件数 戶數 户数 天數 天数 歲數 岁数 度數 度数 位數 位数 個數 个数 票數 票数 頁數 页数 無數 无数 半數 半数 整數 整数 小數 小数 全數 全数 點數 点数 筆數 笔数 代數 代数 讀數 读数 名數 悉數 悉数 變數 变数 次數 场数 場數 家數 家数",
        Reason::Word,
    ),
    ("幾乎 几乎 幾何 几何 幾經 几经 幾近 几近 幾無 几无 茶几 幾率 几率 幾度 几度 幾時 几时 未幾 幾多", Reason::Word),
    // 半 in words
    (
        "半導體 半导体 半島 半岛 半數 半数 半山 半夜 半徑 半径 半邊 半边 半成品 半決賽 半决赛 半場 半场 半價 半价 半官方 半年報 半年报 半年度 大半 過半 过半 多半 夜半 半途 半空 半壁 半封閉 半封闭 半自動 半自动",
        Reason::Word,
    ),
    // time words in other words
    (
        "如今日均 如今日產 如今日产 今日關注 今日关注 今日頭條 今日头条 今日熱門 今日热门 大年初 正月初 總體上 总体上 基本上 大體上 大体上 事實上 事实上 實際上 实际上 星期日報 星期日报 目前日 目前年 光明日 不同日 不同年 同年齡 同年龄 同年級 同年级 先天後天 週邊 周邊 周边 周轉 周转 周圍 周围 周到 周期 週期 周年 週年",
        Reason::Word,
    ),
    ("公明日 清明日 說明日 说明日 文明日 透明日 證明日 证明日", Reason::Word),
    // damage and look-alikes of scales
    (
        "仟方 佰草 拾遺 拾遗 拾起 拾到 收拾 夕拾 撿拾 捡拾 大陸 大陆 陸地 陆地 陸續 陆续 陸軍 陆军 陸路 陆路 登陸 登陆 著陸 着陆 陸上 陆上 陸域 内陆 內陸 陸家 陆家 陸委 陸客 陸企 陸資 陸股 伍德 五月天 周六福 周一圍 周一围 今日頭條 今日头条 明日方舟 明日科技 元旦路 立春堂 重陽投資 重阳投资 復活節島 复活节岛 中秋節目 中秋节目 八一隊 八一队 十二時辰 十二时辰 食肆 酒肆 書肆 书肆 五一路 五一廣場 五一广场 五一大道 聖誕樹 圣诞树 聖誕老人 圣诞老人 聖誕卡 圣诞卡 聖誕島 圣诞岛 清明上河 隊伍 队伍 退伍 入伍 落伍 為伍 肆意 肆無 肆无 放肆 肆虐 參與 參加 參考 參觀 參選 參議 參賽 參展 參照 參戰 參政 參保 參股 兆頭 兆头 預兆 预兆 徵兆 征兆",
        Reason::Word,
    ),
    // numbers after all
    (
        "多半成 翻一番 翻了一番 十分之 百分之 千分之 萬分之 万分之 三分之 一分之 一半 一點零 一點一 一點二 一點三 一點四 一點五 一點六 一點七 一點八 一點九 一点零 一点一 一点二 一点三 一点四 一点五 一点六 一点七 一点八 一点九",
        Reason::Real,
    ),
    ("一級以上 一级以上 百年前 千年前 五金五 四處理 百日內", Reason::Real),
];

/// Words after which a row of [`NO_MARKERS`] only seems to stand: 損失約 is no 失約.
static MARKERS_AFTER_ALL: &[&str] = &[
    "其中超 当中超 當中超",
    "損失約 损失约 流失約 流失约 遺失約 遗失约 消失約 消失约 持續約 持续约 連續約 连续约 陸續約 陆续约 繼續約 继续约 後續約 后续约",
    "折合約 折合约 組合約 组合约 混合約 混合约 聯合約 联合约 綜合約 综合约 月租約 月租约 出租約 出租约 真相約 真相约 相對約",
];

/// Words that end like an approximator and are none: 附近, 合約.
static NO_MARKERS: &[&str] = &[
    "實際上 实际上 原則上 原则上 根本上 總體上 总体上 大體上 大体上",
    "市場上 市场上 場上 场上 基本上 基礎上 基础上 偵破 侦破 告破 程度上 事實上 事实上 歷史上 历史上",
    "續約 续约 失約 失约 相約 相约 邀約 邀约 租約 租约 解約 解约 毀約 毁约 爽約 爽约 應約 应约 赴約 赴约 反超 趕超 赶超",
    "突破 衝破 冲破 打破 攻破",
    "賣超 卖超 買超 买超 入超 出超 附近 最近 就近 臨近 临近 鄰近 邻近 靠近 親近 亲近 遠近",
    "远近 相近 逼近的 條約 条约 合約 合约 契約 契约 簽約 签约 公約 公约 預約 预约 節約 节约",
    "北約 北约 紐約 纽约 違約 违约 特約 特约 制約 制约 履約 履约 中超 英超 德超 高超 通過",
    "通过 經過 经过 透過 透过 不過 不过 度過 度过 走過 走过 去過 去过 做過 做过 看過 看过",
    "錯過 错过 路過 路过 馬上 马上 早上 晚上 以上 加上 網上 网上 線上 线上 實際上 身上 海上",
    "陸上 世上 史上 會上 会上 地上 街上 路上 船上 車上 车上 山上 桌上 台上 天上 水上 上上",
];

/// Words that begin like a unit and are none: 3成為.
static NO_UNITS: &[&str] = &[
    "分升至 分升到 兩日 两日 兩月 两月 兩年 两年 兩天 两天 股息 分紅 分红 分成 套現 套现 套利 支付 臺灣 臺胞 臺北 臺商 臺資 臺中 臺南",
    "台灣 台湾 台商 台資 台资 日本 日元 日圓 元旦 成年 分期 分公 分子 行賄 行贿 行人 行政 集資 集资 年終 年终 年輕 年轻 點擊 点击 點贊 点赞 票房 票價 票价 國債 国债 國民 国民 國人 国人 國企 国企",
    "股民 股權 股权 股價 股价 股市 股票 口罩 口徑 口径 門票 门票 門店 门店 頭獎 头奖 頭條 头条 單親 单亲 單身 单身 單位 单位 槍支 枪支 個體 个体 個股 个股 個稅 个税",
    "通過 通过 通知 通道 通車 通车 通報 通报 通常 通用 通行 通關 通关 通脹 通胀 通訊 通讯 通信",
    "發展 发展 發生 发生 發布 发布 發行 发行 發電 发电 發出 发出 發放 发放 發現 发现 發表 发表 發揮 发挥 發起 发起 發射 发射 發動 发动 發送 发送 發佈 發明 发明 發票 发票 發言 发言 注意 注冊 註冊 注册 注資 注资 注入 注射 堂食",
    "種子 种子 省會 省会 區塊 区块 口味 期刊 集裝 集装 支線 支线 間諜 间谍 台胞 步槍 步枪 頭盔 头盔 包裹 批發 批发 類別 类别 種類 种类 組合 组合 代理 片區 片区 克隆 升降 名額 名额",
    "球員 球员 球迷 度假 股東 股东 車主 车主 船員 船员 樓盤 楼盘 元素 元老 角色 任務 任务 版本 家族 手續 手续 聲明 声明 團體 团体 局長 局长 單車 单车 案件 節目 节目 節餘 节余 克拉瑪 克拉玛 米蘭 米兰 字頭 字头 場上 场上",
    "年度 國道 国道 路公交 路公車 路公车 路巴士 路電車 路电车 人力銀 人力银",
    "集體 集体 集合 集結 集结",
    "W人 W元 W粉 W名 W+ w人 w元 w粉 w+ k元 K元 k人 K人 m元 m人",
    "折扣 折讓 折让 折價 折价 單元 单元",
    "地震 地區 地区 地方 地面 地下 地產 地产 地鐵 地铁 國集團 国集团 位數 位数 路由 路線 路线 單位數 单位数",
    "升至 升到 升級 升级 升值 升幅 升息 升學 升学 升温 升溫 成為 成为 成立 成功 成果 成本 成分 成交",
    "成長 成长 成都 成員 成员 成績 成绩 回升 回落 回到 回應 回应 回復 回复 折合 折算 折疊 折叠 對於",
    "對于 對比 對手 对于 对比 对手 針對 针对 處於 處理 处于 处理 步入 面臨 面积 面積 面對 面对 面临",
    "起火 起訴 起诉 起來 起来 起飛 起飞 起步 列入 列為 列为 組成 組織 組建 组成 组织 组建 集中 集團",
    "集团 行業 行业 行動 行动 行駛 行驶 代表 部署 部分 部門 部门 部長 部长 包括 包含 包機 包机 班子",
    "班級 班级 波動 波动 屆時 届时 支持 支出 分別 分别 分布 分析 分鐘 分之 期間 期间 級別 级别 項目",
    "项目 場館 场馆 位置 位於 位于 家庭 家長 家长 名單 名单 人大 人民 人法 人民法 人民政 人民代 國際",
    "國家 国际 国家 天津 天氣 天气 天文 區域 區間 区域 区间 市場 市场 市民 村民 層面 层面 架構 架构",
    "條件 条件 門檻 门槛 口岸 手機 手机 手術 手术 車站 车站 輪胎 轮胎 隊員 隊伍 队员 队伍 點鐘 点钟",
    "站點 站点 次數 次数 所有 台北 台灣 台湾 台中 台南 台風 台风 番茄 番號 番号 個案 个案 月 年代",
];

/// Words that a code follows: telephone and licence numbers, stocks.
static CODES: &[&str] = &[
    "附件 附表 附圖 附图",
    "工業 工业 版本 大牌 滬深 沪深 中證 中证 上證 上证 科創 科创 標普 标普 波音",
    "雙 双 國道 国道 省道 縣道 县道 撥打 拨打 房號 房号 門牌 门牌",
    "電話 电话 熱線 热线 總機 总机 傳真 传真",
    "許可證 许可证 備案 备案 編號 编号 代碼 代码",
    "代號 代号 郵編 邮编 證號 证号 尾號 尾号",
    "股票 帳號 账号 公網安備 公网安备 號碼 号码 訂單號",
    "订单号 QQ ISBN No 致電 致电 專線 专线",
    "微信 公號 邮箱 案號 案号 單號 单号 座機",
    "座机 手機 手机號 手机",
];

/// Whether a text ends with a word that a code follows.
pub(crate) fn code_follows(head: &str) -> bool {
    static TABLE: OnceBox<Endings> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(Endings::of_rows(CODES))).longest(head).is_some()
}

/// Words that begin like a row of [`NO_UNITS`] and are units after all: 3天氣溫.
static UNITS_AFTER_ALL: &[&str] = &[
    "颱風力 臺風力",
    "日圓 日元 名單位 名单位 門店鋪 门店铺 台灣式",
    "通報案 通报案",
    "處理財 处理财 所有色 位置業 位置业 部分析 名單親 名单亲 人民事 人民宿 年代價 年代价 級別墅 级别墅 層面積 层面积 名額外 名额外",
    "個案例 个案例 個案件 个案件 項目標 项目标 家長期 家长期 台風力 台风力 天氣象 天气象 天氣候 天气候 起火災 起火灾",
    "天氣溫 天气温 天氣壓 天气压 天文觀 天文观",
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
        // 臺 is printed for 台 as well
        let forms = words.flat_map(|(word, reason)| {
            let other = word.contains('台').then(|| (word.replace('台', "臺").into(), reason));
            core::iter::once((word.into(), reason)).chain(other)
        });
        Box::new(Words::new(forms))
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
    bare && last.is_some_and(|c| "過过超逾近約约上".contains(c))
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
