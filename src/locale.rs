//! Where a text was published and in which script it stands, told from the text alone.
//!
//! - [`Script`]: by the characters that only one script has, of the first [`SAMPLE`] characters;
//! - [`Region`]: by the outlet where the page names a known one, else by the words that only one region's press uses,
//!   which are the class `regional` of [`crate::vocabulary`].
//!
//! Imports the region and the word table.

use alloc::collections::BTreeSet;

use crate::named::named;
use crate::region::Region;
use crate::vocabulary::REGIONAL;

named! {
    /// The script that a text stands in, by its ISO 15924 code.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Script {
        /// Traditional characters.
        Traditional = "Hant",
        /// Simplified characters.
        Simplified = "Hans",
        /// Characters of both, as converted pages have them.
        Mixed = "Hani",
    }
}

named! {
    /// How sure something told from a text is, the least sure first.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Certainty {
        /// Few signs point to it; nothing else is decided by it.
        Guessed = "guessed",
        /// Several signs point to it and hardly one elsewhere.
        Likely = "likely",
        /// The page says so: a known outlet, or nearly every character.
        Stated = "stated",
        /// The caller said so.
        Given = "given",
    }
}

/// Something told from a text, and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Detected<T> {
    /// What was told.
    pub value: T,
    /// How sure it is.
    pub certainty: Certainty,
}

impl<T> Detected<T> {
    pub(crate) const fn new(value: T, certainty: Certainty) -> Self {
        Self { value, certainty }
    }
}

/// Region and script of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Locale {
    pub(crate) region: Option<Detected<Region>>,
    pub(crate) script: Option<Detected<Script>>,
}

/// How many characters are looked at.
const SAMPLE: usize = 1500;

/// Characters that only Traditional texts have, of the commonest.
const TRADITIONAL: &str = "國會來時個們這為對發經過還進動現開關問間長東車馬門見貝風飛魚鳥龍義習書買亂爭虧亞產畝親億僅從倉儀眾優偉傳傷倫偽體傭偵側債傾償儲兒黨蘭興養獸內岡寫軍農馮決況凍淨涼減湊幾鳳憑凱擊劉則剛創刪別劑劍劇勸辦務勢勳勻區醫華協單賣盧衛廠廳歷厲壓厭縣參雙變敘葉號嘆嚇嗎啟吳員響啞喚園圍圖圓聖場壞塊堅壇壩墳墜壟壘聲處備複頭夾奪奮獎婦媽嬰孫學寧寶實寵審憲宮寬賓對尋導將爾塵嘗盡層屬歲島嶺崗峽帥師帳帶幫廣莊慶廬庫應廟廢彈強歸錄徹徑禦憶憂懷態憐總戀懇惡惱懸驚懼慘懲慣憤願戲戰戶撲執擴掃揚擾撫拋搶護報擔擬擁擇掛摯揮損換據擲攝擺搖攤敵數齋斬斷無舊曠顯晉曉暫術機殺雜權條極構槍樣檢樓標樞棟樹橋檔歡歐歲殘殼毀畢氣漢湯溝滅漲滬淚澤潔淺漿測濟渾濃濤澇潤漸漁滲溫灣濕滿濾濫灘災爐點煉爛煙煩燒熱愛爺狀猶獄獅獨獵獻環璽電畫暢療瘋癢癱皺盞鹽監蓋盜盤矚礦碼磚確禮禍離禿種積稱穩窮竊競筆筍築籃篩簡籌糧糾紀約紅紋納紐純紗紙級紛細紳組終結給絡絕統絲經綁綠維綱網綜緊線練緝編緣縮績織繩繪繼續纖纏罰罷羅聯聰職腦腫膚膠臉臘艙艦艱藝節蘇蘋藍薩藥虛蟲蠟蠻補裝襲覽覺觀規視觸計訂訊討訓記訪設許訴診詐評試詩該詳語誤說請諸課調談論證識譜警譯議護讀讓谷豐貓負財貢貨販貪貧購貴費貸貿資賊賞賠賢質賴賺賽贈贊贏趕趙躍跡踐輛輕載較輔輪輸轄轉轟轎農遞遠適遲遷選遺遼鄉鄭鄰醜釋針釣鈔鈣鈞鋼銀銅銷鋒錢錯鍋鍵鎖鎮鏡鐘鐵鑑鑽閃閉閱闊隊階際陸陳陰陽險隨隱隸難雲霧靈靜頂項順預領頗頓頻題額顏願類顧飯飲飾餅館饑駐駕駛騎騙驅驗驟鬥鬧鮮鯨鷹麗麥黃齊齒";

/// Characters that only Simplified texts have, of the commonest.
const SIMPLIFIED: &str = "国会来时个们这为对发经过还进动现开关问间长东车马门见贝风飞鱼鸟龙义习书买乱争亏亚产亩亲亿仅从仓仪众优伟传伤伦伪体佣侦侧债倾偿储儿党兰兴养兽内冈写军农冯决况冻净凉减凑凤凯击刘则刚创删别剂剑剧劝办务势勋匀区医华协单卖卢卫厂厅历厉压厌县参双变叙号叹吓吗启吴员响哑唤园围图圆圣场坏块坚坛坝坟坠垄垒声处备复头夹夺奋奖妇妈婴孙学宁宝实宠审宪宫宽宾寻导将尔尘尝尽层属岁岛岭岗峡帅师帐带帮广庄庆庐库应庙废弹强归录彻径忆忧怀态怜总恋恳恶恼悬惊惧惨惩惯愤愿戏战户扑执扩扫扬扰抚抛抢护报担拟拥择挂挚挥损换据掷摄摆摇摊敌数斋斩断无旧旷显晋晓暂术机杀杂权条极构枪样检楼标枢栋树桥档欢欧残壳毁毕气汉汤沟灭涨沪泪泽洁浅浆测济浑浓涛涝润渐渔渗温湾湿满滤滥滩灾炉点炼烂烟烦烧热爱爷状犹狱狮独猎献环玺电画畅疗疯痒瘫皱盏盐监盖盗盘瞩矿码砖确礼祸离秃种积称稳穷窃竞笔笋筑篮筛简筹粮纠纪约红纹纳纽纯纱纸级纷细绅组终结给络绝统丝绑绿维纲网综紧线练缉编缘缩绩织绳绘继续纤缠罚罢罗联聪职脑肿肤胶脸腊舱舰艰艺节苏苹蓝萨药虚虫蜡蛮补装袭览觉观规视触计订讯讨训记访设许诉诊诈评试诗该详语误说请诸课调谈论证识谱译议读让丰猫负财贡货贩贪贫购贵费贷贸资贼赏赔贤质赖赚赛赠赞赢赶赵跃迹践辆轻载较辅轮输辖转轰轿递远适迟迁选遗辽乡郑邻释针钓钞钙钧钢银铜销锋钱错锅键锁镇镜钟铁鉴钻闪闭阅阔队阶际陆陈阴阳险随隐隶难云雾灵静顶项顺预领颇顿频题额颜类顾饭饮饰饼馆饥驻驾驶骑骗驱验骤斗闹鲜鲸鹰丽麦黄齐齿";

/// A set of characters of the basic Han block, made at compile time.
struct HanSet([u64; 328]);

impl HanSet {
    /// The first character of the block.
    const BASE: u32 = 0x4E00;

    /// The characters of `with` that are not in `without`.
    #[expect(clippy::indexing_slicing, reason = "at compile time")]
    const fn of(with: &str, without: &str) -> Self {
        let (with, without) = (Self::all(with), Self::all(without));
        let mut set = [0; 328];
        let mut at = 0;
        while at < set.len() {
            set[at] = with[at] & !without[at];
            at += 1;
        }
        Self(set)
    }

    #[expect(clippy::indexing_slicing, reason = "at compile time")]
    const fn all(text: &str) -> [u64; 328] {
        let mut set = [0; 328];
        let mut rest = text.as_bytes();
        while let [a, b, c, tail @ ..] = rest {
            let code = ((*a as u32 & 0x0F) << 12) | ((*b as u32 & 0x3F) << 6) | (*c as u32 & 0x3F);
            let slot = (code - Self::BASE) as usize;
            set[slot / 64] |= 1 << (slot % 64);
            rest = tail;
        }
        set
    }

    fn contains(&self, c: char) -> bool {
        let Some(slot) = (c as usize).checked_sub(Self::BASE as usize) else { return false };
        self.0.get(slot / 64).is_some_and(|word| word >> (slot % 64) & 1 == 1)
    }
}

static TRADITIONAL_ONLY: HanSet = HanSet::of(TRADITIONAL, SIMPLIFIED);
static SIMPLIFIED_ONLY: HanSet = HanSet::of(SIMPLIFIED, TRADITIONAL);

/// The script of a text; `None` where no character tells.
pub(crate) fn script(text: &str) -> Option<Detected<Script>> {
    let (mut traditional, mut simplified) = (0_u32, 0_u32);
    for c in text.chars().take(SAMPLE) {
        traditional += u32::from(TRADITIONAL_ONLY.contains(c));
        simplified += u32::from(SIMPLIFIED_ONLY.contains(c));
    }
    let (most, least) = (traditional.max(simplified), traditional.min(simplified));
    if most == 0 {
        return None;
    }
    let main = if traditional > simplified { Script::Traditional } else { Script::Simplified };
    // a name or a quotation of the other script is no mixture
    Some(if least * 20 <= most {
        Detected::new(main, if most >= 5 { Certainty::Stated } else { Certainty::Likely })
    } else if least * 6 <= most {
        Detected::new(main, Certainty::Likely)
    } else {
        Detected::new(Script::Mixed, if least >= 3 { Certainty::Stated } else { Certainty::Guessed })
    })
}

const REGIONS: [Region; 6] =
    [Region::Mainland, Region::HongKong, Region::Taiwan, Region::Macau, Region::Singapore, Region::Malaysia];

/// What the words of one region weigh in a text.
#[derive(Clone, Copy, Default)]
struct Weight {
    /// Of all words, each counted twice at most: a text may be about one thing of another place.
    all: u32,
    /// How many words there are.
    words: u32,
    /// How many of them hardly any other press uses.
    telling: u32,
}

/// The region whose press writes as a text does.
///
/// It is likely where two words at least are telling, or one beside three others, and no other region is near: what two presses write of, as of each
/// other's money, tells little.
fn region_by_words(text: &str, script: Option<Script>) -> Option<Detected<Region>> {
    // a set of the type that another room has too, for a program holds the code of each type
    let mut met: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut weights = [Weight::default(); 6];
    let mut skip = 0;
    for (at, c) in text.char_indices().take(SAMPLE) {
        if at < skip || !REGIONAL.begins(c) {
            continue;
        }
        let Some(rest) = text.get(at..) else { continue };
        let Some(((region, weight), length)) = REGIONAL.longest(rest) else { continue };
        skip = at + length;
        let word = rest.get(..length).unwrap_or_default();
        // 报导 in Simplified characters points to no press of Traditional ones
        let is_foreign =
            script == Some(Script::Simplified) && matches!(region, Region::HongKong | Region::Taiwan | Region::Macau);
        let sum = REGIONS.iter().zip(&mut weights).find(|(place, _)| **place == region && !is_foreign);
        let Some((_, sum)) = sum else { continue };
        let is_first = met.insert(("", word));
        if is_first || met.insert(("again", word)) {
            sum.all += weight;
        }
        if is_first {
            sum.words += 1;
            sum.telling += u32::from(weight > 1);
        }
    }
    // 萬元 in Traditional characters points to no press of Simplified ones as much as in its own
    if script == Some(Script::Traditional) {
        weights
            .iter_mut()
            .zip(REGIONS)
            .filter(|(_, place)| *place == Region::Mainland)
            .for_each(|(sum, _)| sum.all /= 2);
    }
    let (best, most) =
        REGIONS.iter().zip(weights).max_by_key(|(_, weight)| weight.all).filter(|(_, most)| most.all > 0)?;
    let next = REGIONS.iter().zip(weights).filter(|(place, _)| *place != best).map(|(_, weight)| weight.all).max()?;
    let own_script = match best {
        Region::HongKong | Region::Taiwan | Region::Macau => script != Some(Script::Mixed),
        Region::Mainland | Region::Singapore => script.is_none_or(|script| script == Script::Simplified),
        _ => true,
    };
    if most.all == next {
        return None;
    }
    let many = most.telling > 1 || most.words > 3 && most.telling > 0;
    let sure = most.all >= 4 && many && most.all >= next * 3 && own_script;
    Some(Detected::new(*best, if sure { Certainty::Likely } else { Certainty::Guessed }))
}

/// Where the outlet that a page names publishes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Home {
    /// The page names none that is known.
    #[default]
    Unknown,
    /// In one of the six regions.
    Region(Region),
    /// In none of them.
    Abroad,
}

/// Region and script of a text, which is folded besides, whose outlet may be known and whose region the caller may have given.
///
/// A page of an outlet abroad is of none of the six regions, so that no word makes one likely.
pub(crate) fn locale(text: &str, folded: &str, given: Option<Region>, home: Home) -> Locale {
    let script = script(text);
    let told = match (given, home) {
        (Some(region), _) => Some(Detected::new(region, Certainty::Given)),
        (None, Home::Region(region)) => Some(Detected::new(region, Certainty::Stated)),
        (None, Home::Abroad) => None,
        (None, Home::Unknown) => region_by_words(folded, script.map(|script| script.value)),
    };
    Locale { region: told, script }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexer::fold;

    #[test]
    fn the_script_is_told_by_its_own_characters() {
        let told = |text| script(text).map(|told| (told.value, told.certainty));
        assert_eq!(
            told("今年以來，示範區培訓群眾，與會專家認為經濟進入新階段"),
            Some((Script::Traditional, Certainty::Stated))
        );
        assert_eq!(
            told("今年以来，示范区培训群众，与会专家认为经济进入新阶段"),
            Some((Script::Simplified, Certainty::Stated))
        );
        assert_eq!(told("國务院會见，经濟發展，進入阶段"), Some((Script::Mixed, Certainty::Stated)));
        assert_eq!(told("上山下水"), None);
        assert_eq!(told(""), None);
    }

    #[test]
    fn the_tables_hold_no_character_of_both() {
        for (table, own, other) in
            [(TRADITIONAL, &TRADITIONAL_ONLY, &SIMPLIFIED_ONLY), (SIMPLIFIED, &SIMPLIFIED_ONLY, &TRADITIONAL_ONLY)]
        {
            for c in table.chars() {
                assert!(!(own.contains(c) && other.contains(c)), "{c}");
            }
            assert!(table.chars().filter(|c| own.contains(*c)).count() > 400);
        }
        assert!(!TRADITIONAL_ONLY.contains('A') && !TRADITIONAL_ONLY.contains('𠮷'));
    }

    #[test]
    fn the_region_is_told_by_its_words() {
        let told =
            |text: &str| locale(text, &fold(text), None, Home::Unknown).region.map(|told| (told.value, told.certainty));
        let likely = |region| Some((region, Certainty::Likely));
        assert_eq!(told("行政院主計總處表示，營收年增三成"), likely(Region::Taiwan));
        assert_eq!(told("恒指收市跌，屯門屋苑成交按月升"), likely(Region::HongKong));
        assert_eq!(told("州务大臣说，拨款一百万令吉"), likely(Region::Malaysia));
        assert_eq!(told("建屋局说，组屋转售价格上涨"), likely(Region::Singapore));
        assert_eq!(told("县委推进乡村振兴，投入数万元"), likely(Region::Mainland));
        assert_eq!(told("司警局表示，涉款十萬澳門元"), likely(Region::Macau));
        assert_eq!(told("增长三成"), None);
        assert_eq!(told("港元升"), Some((Region::HongKong, Certainty::Guessed)));
        assert_eq!(
            locale("港元升", "港元升", Some(Region::Taiwan), Home::Region(Region::Macau))
                .region
                .map(|told| told.certainty),
            Some(Certainty::Given)
        );
    }
}
