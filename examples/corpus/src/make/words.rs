//! The words and sentences of the articles, in Traditional script. Places, people and outlets are made up.

/// Sentences of which the paragraphs are made. What stands in braces is filled in: `fill` in [`super::article`].
pub(super) const SENTENCES: &[&str] = &[
    "{period}，{place}投入{thing}資金{money}，同比增長{percent}。",
    "{place}今年{thing}產量預計達{tons}，比去年增加{percent}，其中{share}銷往外地。",
    "截至{date}，全市共有{thing}企業{number}家，帶動{people}就業。",
    "{person}表示，{place}明年將新增{thing}項目{few}個，總投資約{money}。",
    "項目全長{length}，計劃{soon}完工，屆時車程將由{minutes}縮短至{less}。",
    "據{office}統計，{period}接待遊客{people}，較上年同期上升{percent}，旅遊收入突破{money}。",
    "新建的{thing}中心佔地{area}，可容納{people}，{soon}啟用。",
    "{thing}均價每公斤{price}，環比下跌{small}，但仍高於去年同期。",
    "受訪的{number}戶居民中，{share}支持改造方案，另有{few}戶未作答覆。",
    "{place}的失業率由{small}降至{smaller}，下降{points}個百分點。",
    "去年全年，{place}出口額為{money}，進口額為{money}，分別增長{percent}和{small}。",
    "{office}{weekday}公布，{month}月消費價格指數按年上升{small}，按月則跌{smaller}。",
    "工程分{few}期進行，首期造價{money}，由{office}和{thing}公司各出一半。",
    "{person}說，村裡{few}年前只有{number}畝茶園，如今超過{area}。",
    "山區氣溫降至零下{few}度，{number}輛汽車一度受困，{people}連夜轉移，無人傷亡。",
    "這批{thing}共{number}噸，{clock}運抵{place}，將分送{few}個鄉鎮。",
    "不足{share}的受訪者認為票價合理，近{share}希望班次加密。",
    "{place}{thing}公司公布業績，{period}營收{money}，年增{percent}，淨利{money}，每股盈餘{price}。",
    "公司預期{soon}前再聘{number}人，研發開支不低於營收的{small}。",
    "最新一期民調訪問了{number}名成年人，抽樣誤差為正負{points}個百分點。",
    "從{year}年至{later}年，{place}人口由{people}增至{people}，老年人口比例升至{percent}。",
    "{weekday}{clock}，{place}發生輕微地震，深度{length}，{number}戶一度停電，{few}小時後恢復。",
    "球隊以{few}比{few}獲勝，主場觀眾{people}，創下{year}年以來新高。",
    "水庫蓄水量回升至{share}，相當於{number}萬立方米，可供全市使用{few}個月。",
    "{person}指出，補貼上限由{price}提高到{price}，{people}受惠，所需經費{money}由財政支付。",
    "{place}共設{number}個投票站，合資格選民{people}，投票率為{percent}。",
    "{thing}館{period}借出圖書{number}冊次，平均每人{few}冊，比上一年多一成。",
    "每畝產{thing}{number}公斤，按每公斤{price}計算，農戶人均增收{price}。",
    "{place}到{place}的航線{soon}開通，每週{few}班，票價{price}起。",
    "法院裁定該公司須賠償{money}，並承擔{share}的訴訟費用。",
];

/// Sentences between them that have hardly a number, as most of a report.
pub(super) const PROSE: &[&str] = &[
    "{person}認為，老街的味道要留住，居民也要住得安心，改造不應只看數字。",
    "代表們建議完善公共服務，改善步行環境，讓更多年輕人願意回來。",
    "記者在現場看到，工人正在鋪設管線，來往車輛有序通行。",
    "天氣轉涼之後，河邊散步的人比夏天多了不少，攤販的生意也跟著好起來。",
    "有居民說，過去出門要繞一大圈，現在過了橋就到，省下的時間可以多陪陪孩子。",
    "{place}{office}的負責人介紹，新的辦法鼓勵鄉鎮按自己的條件發展{thing}，不搞一刀切，也不比誰的樓蓋得高。",
    "在老人看來，這條街最難得的不是房子有多老，而是鄰居之間還叫得出彼此的名字，誰家有事大家都會搭一把手。",
    "{person}說，做{thing}靠的是耐心，急不得，把每一道工序做好，客人自然會再來。",
    "研究人員提醒，這類變化往往要過好些年才看得出結果，眼下的說法還需要更多資料來支持。",
    "會後，與會者到{place}的{thing}基地參觀，聽取當地人的意見，並就運輸、保存和銷路交換了看法。",
    "對於外界的疑問，{office}回應說，所有合約都按程序公開招標，相關文件已放上網站，歡迎市民查閱。",
    "也有人擔心，遊客多了以後，垃圾和噪音會影響生活，希望有關部門早作準備，不要等出了問題才補救。",
    "雨停之後，學校照常上課，商店陸續開門，只有低窪處的路面還留著淤泥，環衛工人正在清理。",
    "他回憶說，當時山上沒有像樣的路，{thing}要靠人挑下山，遇到下雨就只能看著東西爛在地裡。",
    "{office}同時提醒市民，出門前留意最新消息，盡量使用公共交通，不要相信來歷不明的傳言。",
    "專家指出，{thing}能不能長久發展，關鍵不在規模，而在能否留住人才，讓手藝和經驗一代一代傳下去。",
    "{place}的做法引起了周邊地方的注意，不少人專程前來學習，回去以後按各自的情況作了調整。",
    "談到今後的打算，{person}說，先把眼前的事情做踏實，再考慮別的，不能為了趕進度而犧牲品質。",
    "圖書館門口排起了隊，家長帶著孩子等候入場，志工在一旁維持秩序，並為長者送上熱茶。",
    "評論認為，這項安排照顧了各方的關切，但執行時仍要看細節，尤其是監督的辦法是否足夠清楚。",
];

/// Headings of sections.
pub(super) const HEADINGS: &[&str] =
    &["產業進山", "交通改善", "居民怎麼看", "下一步怎麼走", "數字背後", "老街新貌", "各方回應"];

pub(super) const TITLES: &[&str] = &[
    "{place}{thing}產量創新高",
    "{place}投入{money}改善交通",
    "{thing}進山　{place}換新顏",
    "{period}{place}遊客增{percent}",
    "{place}新增{few}條公車路線",
    "{office}：{thing}價格將趨穩",
    "老街改造一年　{place}居民怎麼看",
];

pub(super) const PLACES: &[&str] = &[
    "雲溪縣",
    "柳江市",
    "嶼城",
    "青嶺鎮",
    "南浦區",
    "望海鄉",
    "石橋鎮",
    "東灣新區",
    "白沙島",
    "松湖縣",
    "長堤市",
    "梅嶺區",
    "北渡口",
    "金沙灘",
    "竹坑村",
    "赤水灣",
];

pub(super) const THINGS: &[&str] = &[
    "茶葉", "漁業", "旅遊", "水稻", "電子", "紡織", "文化", "養老", "體育", "物流", "蔬菜", "水產", "環保", "教育",
    "醫療", "農機",
];

pub(super) const OFFICES: &[&str] =
    &["統計局", "旅遊局", "交通局", "農業局", "氣象台", "教育局", "衛生局", "發展研究院", "商會"];

pub(super) const PEOPLE: &[&str] = &[
    "副市長林若川",
    "局長許知秋",
    "村民周明遠",
    "教授何予安",
    "發言人沈一帆",
    "負責人高子衿",
    "站長葉書白",
    "茶農蘇小滿",
];

pub(super) const PERIODS: &[&str] = &[
    "今年以來",
    "今年上半年",
    "今年前三季度",
    "上個月",
    "去年",
    "第一季",
    "過去三年",
    "1至8月",
    "本月上旬",
    "春節期間",
];

pub(super) const SOON: &[&str] = &["明年6月底", "年底", "下個月", "2027年", "下半年", "明年春天", "本月20日"];

pub(super) const WEEKDAYS: &[&str] = &["週一", "週二", "昨日", "今日", "星期四", "上週五", "周日"];

pub(super) const OUTLETS: &[&str] = &["雲嶺網", "嶼城日報", "柳江晚報", "南浦新聞網", "東灣時報"];

/// Readings as mirror sites print them after characters.
pub(super) const READINGS: &[(char, &str)] = &[
    ('億', "億(yì)"),
    ('產', "產(chǎn)"),
    ('業', "業(yè)"),
    ('網', "網(wǎng)"),
    ('農', "農(nóng)"),
    ('實', "實(shí)"),
];

/// The characters of the articles that Simplified script has otherwise, each before its other form.
pub(super) const SIMPLIFIED: &str = "\
    資资 長长 產产 預预 計计 達达 銷销 業业 帶带 動动 將将 項项 個个 總总 約约 劃划 時时 車车 縮缩 \
    據据 統统 遊游 較较 佔占 納纳 啟启 價价 環环 於于 訪访 戶户 覆复 點点 額额 為为 進进 別别 費费 \
    數数 則则 說说 裡里 畝亩 園园 過过 區区 氣气 溫温 輛辆 連连 轉转 無无 傷伤 這这 噸吨 運运 鄉乡 \
    鎮镇 認认 績绩 營营 淨净 餘余 發发 開开 調调 問问 樣样 誤误 負负 從从 輕轻 電电 後后 復复 隊队 \
    獲获 勝胜 場场 觀观 眾众 創创 來来 庫库 當当 萬万 補补 貼贴 經经 財财 設设 選选 館馆 圖图 書书 \
    冊册 農农 線线 週周 該该 須须 賠赔 償偿 並并 擔担 訴诉 訟讼 應应 們们 議议 務务 讓让 願愿 記记 \
    現现 鋪铺 涼凉 邊边 攤摊 販贩 著着 門门 繞绕 橋桥 間间 麼么 換换 顏颜 條条 趨趋 穩稳 雲云 縣县 \
    嶼屿 嶺岭 東东 灣湾 島岛 灘滩 葉叶 漁渔 紡纺 織织 養养 體体 醫医 療疗 機机 衛卫 會会 許许 遠远 \
    責责 蘇苏 滿满 節节 網网 報报 聞闻 億亿 實实 兩两 訊讯 編编 輯辑 \
    辦办 樓楼 蓋盖 難难 鄰邻 誰谁 還还 員员 變变 結结 類类 與与 參参 聽听 見见 輸输 對对 標标 關关 閱阅 響响 題题 學学 課课 陸陆 續续 窪洼 憶忆 沒没 爛烂 盡尽 歷历 傳传 專专 鍵键 規规 驗验 習习 談谈 慮虑 趕赶 犧牺 質质 維维 熱热 評评 論论 顧顾 執执 細细 監监 夠够 紹绍 勵励 準准 藝艺 處处 歡欢 屆届";
