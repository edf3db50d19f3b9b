//! The words of datelines, stamps and bylines: kinds, places, surnames, roles, labels. Add a role or a place here.
//!
//! Each table is plain data. Outlets are in [`super::outlets`], the furniture of pages in [`super::furniture`]. Imports nothing
//! of the layout; read [`super::people`] next, which asks these tables.

use super::PersonRole;
use alloc::borrow::Cow;
use alloc::boxed::Box;

use once_cell::race::OnceBox;

use crate::words::Words;

/// Words after which a dateline or credit is over: 新華社北京9月20日`電`.
#[rustfmt::skip]
pub(super) const KINDS: &[&str] = &["电", "讯", "专电", "专讯", "综合电", "综合讯", "外电", "综合外电", "急电", "快讯", "综合外电报导", "综合外电报道", "外电报导", "外电报道", "综合报导", "综合报道", "报导", "报道", "即时报导", "即时报道", "专题报导", "专题报道", "特别报道", "特别报导", "独家报导", "独家报道", "连线报导", "现场报道", "现场报导", "采访报导", "采访报道", "专访", "摄影报道", "摄影报导", "消息", "即时新闻", "特稿", "快讯报导", "通讯", "电讯", "综合消息", "专题", "专稿", "综合整理", "文章", "社评", "专栏"];

/// The kinds that open running text without a bracket (本报讯 …); 報導 does not: 據中央社報導 is said of others.
#[rustfmt::skip]
pub(super) const WIRE_KINDS: &[&str] = &["电", "讯", "专电", "专讯", "综合电", "综合讯", "外电", "急电", "快讯", "消息", "电讯"];

/// Characters that make another word of 電 or 訊 before them: 電話 is no end of a dateline.
pub(super) const NOT_AFTER_WIRE: &str = "问问号号话话力影视视子器动动池网网商源气气价价台台信息车车";

/// Words between the place and the date or the kind that belong to neither.
#[rustfmt::skip]
pub(super) const PLACE_NOISE: &[&str] =
    &["新闻", "综合", "即时", "时间", "消息", "外电", "当地时间", "特", "专", "讯", "今日", "今天", "分社", "独家", "现场", "连线"];

/// Places that datelines name, to part 記者王小明台北 into name and place. A place behind an agency needs no entry.
#[rustfmt::skip]
pub(super) const PLACES: &[&str] = &["台北", "新北", "桃园", "台中", "台南", "高雄", "基隆", "新竹", "嘉义", "苗栗", "彰化", "南投", "云林", "屏东", "宜兰", "花莲", "台东", "澎湖", "金门", "马祖", "连江", "绿岛", "兰屿", "台湾", "中坜", "板桥", "北部", "中部", "南部", "竹科", "南科", "北京", "上海", "天津", "重庆", "石家庄", "太原", "呼和浩特", "瀋阳", "沈阳", "大连", "长春", "哈尔滨", "南京", "苏州", "杭州", "宁波", "温州", "义乌", "合肥", "福州", "厦门", "泉州", "南昌", "济南", "青岛", "烟台", "郑州", "武汉", "长沙", "广州", "深圳", "珠海", "东莞", "佛山", "南宁", "桂林", "海口", "三亚", "成都", "贵阳", "昆明", "拉萨", "西安", "兰州", "西宁", "银川", "乌鲁木齐", "喀什", "和田", "新疆", "西藏", "内蒙古", "宁夏", "广西", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "博鳌", "北戴河", "雄安", "香港", "澳门", "九龙", "新加坡", "吉隆坡", "新山", "槟城", "乔治市", "怡保", "古晋", "亚庇", "马六甲", "芙蓉", "关丹", "八打灵再也", "莎阿南", "莎亚南", "布城", "雪邦", "巴生", "亚罗士打", "诗巫", "美里", "山打根", "斗湖", "哥打峇鲁", "哥打巴鲁", "麻坡", "峇株巴辖", "居銮", "太平", "安顺", "民都鲁", "加影", "蒲种", "大马", "大山脚", "北海", "纳闽", "沙巴", "砂拉越", "东京", "大坂", "京都", "名古屋", "福冈", "首尔", "汉城", "平壤", "乌兰巴托", "马尼拉", "河内", "胡志明市", "金边", "曼谷", "清迈", "仰光", "奈比多", "内比都", "万象", "雅加达", "峇里岛", "巴厘岛", "新德里", "孟买", "伊斯兰马巴德", "伊斯兰堡", "达卡", "可伦坡", "科伦坡", "加德满都", "喀布尔", "德黑兰", "巴格达", "大马士革", "贝鲁特", "耶路撒冷", "特拉维夫", "加萨", "加沙", "利雅德", "利雅得", "杜拜", "迪拜", "阿布达比", "阿布扎比", "多哈", "安卡拉", "伊斯坦堡", "伊斯坦布尔", "开罗", "奈洛比", "内罗毕", "约翰尼斯堡", "约翰内斯堡", "开普敦", "阿布贾", "伦敦", "巴黎", "柏林", "法兰克福", "慕尼黑", "波恩", "布鲁塞尔", "海牙", "阿姆斯特丹", "日内瓦", "苏黎世", "伯恩", "达沃斯", "维也纳", "罗马", "米兰", "梵蒂冈", "马德里", "巴塞隆纳", "巴塞罗那", "里斯本", "雅典", "布达佩斯", "布拉格", "华沙", "哥本哈根", "斯德哥尔摩", "奥斯陆", "赫尔辛基", "基辅", "莫斯科", "圣彼得堡", "明斯克", "都柏林", "爱丁堡", "华盛顿", "纽约", "洛杉矶", "旧金山", "芝加哥", "休士顿", "休斯敦", "波士顿", "西雅图", "亚特兰大", "迈阿密", "夏威夷", "渥太华", "多伦多", "温哥华", "墨西哥城", "哈瓦那", "巴西利亚", "圣保罗", "里约热内卢", "里约", "布宜诺斯艾利斯", "圣地牙哥", "圣地亚哥", "利马", "坎培拉", "堪培拉", "雪梨", "悉尼", "墨尔本", "布里斯本", "布里斯班", "威灵顿", "惠灵顿", "奥克兰", "联合国", "美国", "日本", "韩国", "英国", "德国", "法国"];

/// Surnames of one character, by their frequency; for names that nothing else announces.
pub(super) const SURNAMES: &str = "\
    王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏\
    钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪\
    严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴\
    席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄\
    盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应\
    台巫鞠僧桑荆谌银扬明沙伏岑习胥保和蔺云宿印脱佘湛区伦麦邝利粘凃郗仝逄展仉呼延闻牧寇觉昌凤皮禹狄贝茅麻骆支昝裘缪宣\
    杭诸钮嵇滑荣荀惠麹芮羿储邴巴隗宓厉祖束幸韶蓟蒲邰鄂索阴莘劳扶堵宰郦雍濮寿扈郏浦尚农慕茹宦容慎戈庾暨居衡阙沃蔚越隆\
    师晁訾阚丰巢蒯权逯桓付尉";

/// Surnames of two characters.
#[rustfmt::skip]
pub(super) const COMPOUND_SURNAMES: &[&str] =
    &["欧阳", "司马", "上官", "诸葛", "司徒", "皇甫", "尉迟", "公孙", "慕容", "令狐", "东方", "端木", "夏侯", "张简", "范姜"];

/// Words of two or three characters that stand where a name would, and are none.
#[rustfmt::skip]
pub(super) const NOT_NAMES: &[&str] = &["简介", "推荐", "介绍", "观察", "手记", "综合", "整理", "报导", "报道", "编译", "完毕", "高雄", "台北", "台中", "连线", "即时", "中心", "国际", "财经", "社会", "政治", "体育", "生活", "本报", "获悉", "了解", "林业", "方案", "白皮书", "明天", "全文", "安全", "时间", "包括", "高级", "成立", "马来", "利率", "应该", "华社", "常见", "明年", "江苏", "江西", "安徽", "云南", "广东", "石油", "黄金", "金融", "文化", "文字", "英镑", "关于", "商业", "计划", "连载", "单位", "参与", "特约", "主任", "出品", "佚名", "管理员", "财新", "资料", "和平", "时事", "温州", "苏州", "杭州", "金门", "云林", "花莲", "宜兰"];

/// What a word makes of the names behind it: `None` is a credit that the model has no place for.
#[rustfmt::skip]
pub(super) const ROLES: &[(Option<PersonRole>, &[&str])] = &[
    (
        Some(PersonRole::Reporter),
        &["记者", "特约记者", "见习记者", "实习记者", "首席记者", "特派记者", "特派员", "全媒体记者", "资深记者", "主任记者", "高级记者", "驻美特派员", "驻京特派员", "驻京记者", "整理", "整理报道", "整理报导", "实习生", "撰文", "撰稿", "作者", "编译", "采访", "采写", "文字", "文字记者", "文", "执笔", "特约撰稿人", "评论员", "文／图", "文/图", "图文", "图／文", "图/文", "文图", "报道", "报导", "综合报道", "融媒体记者", "融媒记者", "新媒体记者", "全媒体见习记者", "特约撰稿", "特约评论员", "撰稿人", "专访", "采访人员", "南方日报记者", "作 者", "记 者", "总台记者", "总台央视记者", "参与记者", "发稿", "深度记者", "资深特派员", "驻站记者", "专题记者", "首席评论员", "高级评论员", "专栏作家", "文字整理"],
    ),
    (Some(PersonRole::Correspondent), &["通讯员", "特约通讯员"]),
    (
        Some(PersonRole::Editor),
        &["编辑", "责编", "责任编辑", "值班编辑", "执行编辑", "核稿编辑", "主编", "网编", "新媒体编辑", "本文编辑", "网络编辑", "主任编辑", "编 辑", "责 编", "栏目主编", "版面编辑", "审稿编辑", "本期编辑", "值班主编", "编辑人员", "新闻编辑", "实习编辑", "见习编辑", "编审", "本版编辑"],
    ),
    (
        Some(PersonRole::Photographer),
        &["摄影", "摄影记者", "摄", "图", "图片", "视频", "摄像", "拍摄"],
    ),
    (
        None,
        &["校对", "审核", "审校", "美术", "美编", "设计", "监制", "排版", "制图", "配音", "剪辑", "统筹", "终审", "初审", "二审", "三审", "复审", "覆核", "策划", "总监制", "值班主任", "值班编委", "签发", "复核", "流程编辑", "视觉", "审稿", "制表", "海报", "出品人", "总策划", "监审", "版式", "执行", "核稿", "审定", "责任校对", "二读", "译者", "值班总编", "总编辑", "运营", "编审校", "图片编辑", "邮箱", "受访", "版式设计", "电话", "美术编辑", "视频剪辑"],
    ),
];

/// Labels before a printed date and time; `true` is a label of a later change, which is not the publication.
#[rustfmt::skip]
pub(super) const STAMP_LABELS: &[(bool, &[&str])] = &[
    (
        false,
        &["文章日期", "发稿日期", "上版日期", "张贴日期", "公告日期", "新闻稿发布日期", "公布日期", "发布时间", "发布日期", "发稿时间", "发表时间", "刊登时间", "刊登日期", "上载时间", "上载日期", "上传时间", "出版时间", "出版日期", "出版", "建立时间", "时间", "日期", "发布", "刊登", "上载", "刊载", "发表于", "发布于", "撰文时间", "新闻时间", "Published", "published"],
    ),
    (
        true,
        &["更新日期", "更新时间", "最后更新时间", "最后更新", "最近更新", "更新于", "更新", "修改时间", "Updated", "updated", "编辑时间"],
    ),
];

/// Labels before the outlet that a text was taken from.
#[rustfmt::skip]
pub(super) const SOURCE_LABELS: &[&str] = &["来源", "稿源", "文章来源", "新闻来源", "信息来源", "本文来源", "稿件来源", "消息来源", "转自", "转载自", "出处", "供稿", "媒体"];

/// Words that stand beside a stamp and say nothing of the article.
#[rustfmt::skip]
pub(super) const STAMP_NOISE: &[&str] = &["打印", "列印", "字体", "字号", "大", "中", "小", "放大", "缩小", "正常", "分享到", "分享", "收藏", "评论", "阅读", "阅读量", "点击", "点阅", "浏览", "浏览数", "浏览量", "浏览次数", "人气", "次", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日", "星期天", "原标题", "正文", "第", "版", "字数", "朗读", "语音", "听新闻", "今日", "昨日", "今天", "昨天", "刚刚", "上午", "下午", "凌晨", "晚上", "中午", "小时前", "分钟前", "天前", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "推荐", "手机看新闻", "我要评论", "参与互动"];

/// True where a label of a source or a date stands, with its colon or at the end: it is no name.
pub(super) fn is_label(s: &str) -> bool {
    let word = stamp_label(s)
        .map(|(_, word)| word)
        .into_iter()
        .chain(prefix(List::SourceLabels, s))
        .max_by_key(|word| word.len());
    word.and_then(|word| s.get(word.len()..)).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '：', '︰']))
}

/// The role that the longest role word at the start of `s` gives, and that word.
pub(super) fn role_at(s: &str) -> Option<(Option<PersonRole>, &str)> {
    static TABLE: OnceBox<Words<Option<PersonRole>>> = OnceBox::new();
    let table = TABLE.get_or_init(|| {
        let rows = ROLES.iter().flat_map(|(role, words)| words.iter().map(|word| (Cow::Borrowed(*word), *role)));
        Box::new(Words::new(rows))
    });
    table.longest(s).and_then(|(role, length)| Some((*role, s.get(..length)?)))
}

/// The label of a printed date at the start of `s`, and whether it speaks of a later change.
pub(super) fn stamp_label(s: &str) -> Option<(bool, &str)> {
    static TABLE: OnceBox<Words<bool>> = OnceBox::new();
    let table = TABLE.get_or_init(|| {
        let rows =
            STAMP_LABELS.iter().flat_map(|(later, words)| words.iter().map(|word| (Cow::Borrowed(*word), *later)));
        Box::new(Words::new(rows))
    });
    table.longest(s).and_then(|(later, length)| Some((*later, s.get(..length)?)))
}

/// Lists that are asked at many places of a line.
#[derive(Clone, Copy, Debug)]
pub(super) enum List {
    /// [`KINDS`].
    Kinds,
    /// [`WIRE_KINDS`].
    WireKinds,
    /// [`SOURCE_LABELS`].
    SourceLabels,
    /// [`STAMP_NOISE`].
    StampNoise,
    /// [`PLACES`].
    Places,
}

/// The longest word of a list at the start of `s`.
pub(super) fn prefix(list: List, s: &str) -> Option<&str> {
    static TABLES: OnceBox<[Words<()>; 5]> = OnceBox::new();
    let tables = TABLES.get_or_init(|| {
        Box::new([KINDS, WIRE_KINDS, SOURCE_LABELS, STAMP_NOISE, PLACES].map(|list| Words::of_lists(&[list])))
    });
    let [kinds, wire_kinds, source_labels, stamp_noise, places] = tables;
    let table = match list {
        List::Kinds => kinds,
        List::WireKinds => wire_kinds,
        List::SourceLabels => source_labels,
        List::StampNoise => stamp_noise,
        List::Places => places,
    };
    table.prefix(s)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_role_counts() {
        assert_eq!(role_at("责任编辑：甲"), Some((Some(PersonRole::Editor), "责任编辑")));
        assert_eq!(role_at("摄影记者甲"), Some((Some(PersonRole::Photographer), "摄影记者")));
        assert_eq!(role_at("校对 甲"), Some((None, "校对")));
        assert_eq!(role_at("甲"), None);
    }
}
