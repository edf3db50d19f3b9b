//! The parts of pages, row by row: openings, stamps and headings, in the forms of the press of all regions.
//!
//! Each row of `tests/data/{openings,stamps,headings}.tsv` is put into a page of invented text and read back.

#![cfg(test)]

use std::fmt::Write as _;

use wanyi::{Article, Certainty, DiagnosticCode, Parser, Piece, Region, Script};

const OPENINGS: &str = include_str!("data/openings.tsv");
const STAMPS: &str = include_str!("data/stamps.tsv");
const HEADINGS: &str = include_str!("data/headings.tsv");
const PAGES: &str = include_str!("data/pages.txt");

/// Sentences of a body, long enough to be nothing else.
const BODY: &str = "柳江市今年上半年接待旅客三十二萬人次，比去年同期增長一成二，住宿和餐飲業的收入也隨之上升，市旅遊局說，下半年還會增開兩條從市中心到山區的公車路線。";
const MORE: &str = "旅遊局的資料顯示，外地旅客占了六成，其中一半住宿兩晚以上，比往年同期多；不過老街一帶的交通在假日仍然擁擠，停車位經常不足，居民希望市府早日改善。";

fn or_dash(piece: Option<Piece<'_>>) -> String {
    piece.map_or_else(|| "-".to_owned(), |piece| piece.text.to_owned())
}

fn joined(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    if names.is_empty() { "-".to_owned() } else { names.join("|") }
}

fn authors(article: &Article<'_>) -> String {
    joined(article.authors().map(|person| person.name.text.to_owned()))
}

/// Fails with every row that differs.
fn assert_rows(table: &str, least: usize, columns: usize, read: impl Fn(&[&str]) -> Vec<String>) {
    let mut report = String::new();
    let mut count = 0;
    for line in table.lines().skip(1).filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        let fields: Vec<&str> = line.split('\t').collect();
        assert_eq!(fields.len(), columns, "{line}");
        let got = read(&fields);
        if got != fields[1..] {
            writeln!(report, "{}\n   want {:?}\n    got {got:?}", fields[0], &fields[1..]).unwrap();
        }
        count += 1;
    }
    assert!(report.is_empty(), "\n{report}");
    assert!(count >= least, "only {count} rows");
}

#[test]
fn region_and_script_are_told() {
    let page = |line: &str| format!("{line}\n{BODY}\n{MORE}\n");
    for (text, region, script) in [
        (page("（中央社記者王一一台北20日電）"), Some((Region::Taiwan, Certainty::Stated)), Script::Traditional),
        (page("【明報專訊】"), Some((Region::HongKong, Certainty::Stated)), Script::Traditional),
        (
            page("今年恒生指數上升，屋苑成交按月增，港鐵客量亦升。"),
            Some((Region::HongKong, Certainty::Likely)),
            Script::Traditional,
        ),
        (
            page("行政院主計總處今天表示，上櫃公司營收年增三成。"),
            Some((Region::Taiwan, Certainty::Likely)),
            Script::Traditional,
        ),
        (
            "（新山21日讯）州务大臣说，拨款一百万令吉修路，惠及大马北部村民。".to_owned(),
            Some((Region::Malaysia, Certainty::Likely)),
            Script::Simplified,
        ),
        (
            "建屋局说，组屋转售价格今年上涨三成。".to_owned(),
            Some((Region::Singapore, Certainty::Likely)),
            Script::Simplified,
        ),
        (
            "新华社柳城9月20日电 某地今年营业收入增长三成。".to_owned(),
            Some((Region::Mainland, Certainty::Stated)),
            Script::Simplified,
        ),
        ("營業額今年增長三成，會議現場氣氛熱烈。".to_owned(), None, Script::Traditional),
    ] {
        let article = Article::parse(&text).unwrap();
        assert_eq!(article.region().map(|told| (told.value, told.certainty)), region, "{text}");
        assert_eq!(article.script().map(|told| told.value), Some(script), "{text}");
        // a caller knows better
        let given = Parser::new().region(Region::Macau).parse(&text).unwrap();
        assert_eq!(given.region().map(|told| (told.value, told.certainty)), Some((Region::Macau, Certainty::Given)));
    }
}

#[test]
fn the_region_decides_what_money_is() {
    let code = |text: &str| {
        let article = Article::parse(text).unwrap();
        let noted = article.diagnostics().iter().any(|note| note.code == DiagnosticCode::AmbiguousCurrency);
        assert!(noted, "{text}");
        article.quantities().find_map(|quantity| quantity.unit.as_ref()?.code().map(str::to_owned))
    };
    assert_eq!(code("行政院主計總處今天表示，上櫃公司營收3億元。").as_deref(), Some("TWD"));
    assert_eq!(code("屯門屋苑成交，恒生指數上升，售價500萬元。").as_deref(), Some("HKD"));
    // one word is a guess, and no guess decides a value
    assert_eq!(code("港元走強，售價500萬元。"), None);
}

#[test]
fn what_is_no_article_is_said() {
    let codes = |text: &str| {
        let article = Article::parse(text).unwrap();
        let codes: Vec<_> = article.diagnostics().iter().map(|note| note.code).collect();
        (codes, article.title().is_some(), article.sections().len())
    };
    let english =
        "Revenue rose 5 percent\nThe company said on Monday that its revenue rose by 5 percent to 3 million dollars.";
    assert_eq!(codes(english).0, [DiagnosticCode::NotChinese]);
    let links = "首頁\n柳江旅客上半年增長一成二\n雲溪大橋明年通車\n老街交通仍然擁擠\n市民排隊領取門票\n茶園喜迎豐收季\n\
        夜市恢復營業首日爆滿\n學校增設營養午餐\n地鐵三號線試運行\n更多新聞\n";
    assert_eq!(codes(links), (vec![DiagnosticCode::NoBody], false, 0));
    // short texts of one sentence or of one line are articles
    for text in ["柳江旅客上半年增長一成二", "柳江旅客上半年增長一成二。", "US$5 million 的投資案通過了，今年動工。"]
    {
        assert!(codes(text).0.is_empty(), "{text}");
    }
}

#[test]
fn openings() {
    assert_rows(OPENINGS, 150, 6, |fields| {
        let page = format!("柳江旅客上半年增長一成二\n\n{}\n\n{BODY}\n\n{MORE}\n", fields[0]);
        let article = Article::parse(&page).unwrap();
        let dateline = article.dateline();
        let agency = match dateline {
            Some(dateline) => or_dash(dateline.agency()),
            None => or_dash(article.source()),
        };
        let kind = match (&dateline, agency.as_str(), article.authors().count()) {
            (Some(_), ..) => "dateline",
            (None, "-", 0) => "none",
            _ => "credit",
        };
        // a credit without outlet and names is said by the block alone
        let kind = if kind == "none" && fields[5] == "credit" && fields[1] == "-" && fields[4] == "-" {
            "credit"
        } else {
            kind
        };
        vec![
            agency,
            or_dash(dateline.and_then(|dateline| dateline.place())),
            dateline.and_then(|dateline| dateline.date()).map_or_else(|| "-".to_owned(), |date| date.text().to_owned()),
            authors(&article),
            kind.to_owned(),
        ]
    });
}

#[test]
fn stamps() {
    assert_rows(STAMPS, 80, 5, |fields| {
        let page = format!("柳江旅客上半年增長一成二\n\n{}\n\n{BODY}\n\n{MORE}\n", fields[0]);
        let article = Article::parse(&page).unwrap();
        let published = article.published().and_then(|time| time.from).map(|from| from.to_string());
        vec![
            published.unwrap_or_else(|| "-".to_owned()),
            or_dash(article.source()),
            authors(&article),
            joined(article.editors().map(|person| person.name.text.to_owned())),
        ]
    });
}

#[test]
fn headings() {
    assert_rows(HEADINGS, 45, 3, |fields| {
        let page = fields[0].replace('⏎', "\n");
        let article = Article::parse(&page).unwrap();
        let headings =
            article.sections().filter_map(|section| section.heading()).map(|heading| heading.text().to_owned());
        vec![article.title().map_or_else(|| "-".to_owned(), |title| title.text().to_owned()), joined(headings)]
    });
}

/// What a page gives of a field of `tests/data/pages.txt`.
fn field(article: &Article<'_>, name: &str) -> String {
    let names =
        |people: &mut dyn Iterator<Item = wanyi::Person<'_>>| joined(people.map(|person| person.name.text.to_owned()));
    match name {
        "title" => article.title().map_or_else(|| "-".to_owned(), |title| title.text().to_owned()),
        "published" => {
            let from = article.published().and_then(|time| time.from);
            from.map_or_else(|| "-".to_owned(), |from| from.to_string())
        }
        "source" => or_dash(article.source()),
        "dateline" => article.dateline().map_or_else(
            || "-".to_owned(),
            |dateline| {
                let date = dateline.date().map_or_else(|| "-".to_owned(), |date| date.text().to_owned());
                format!("{}/{}/{date}", or_dash(dateline.agency()), or_dash(dateline.place()))
            },
        ),
        "authors" => names(&mut article.authors()),
        "editors" => names(&mut article.editors()),
        _ => {
            joined(article.sections().filter_map(|section| section.heading()).map(|heading| heading.text().to_owned()))
        }
    }
}

/// Whole pages of outlets that stand in no table.
#[test]
fn pages_of_outlets_never_seen() {
    const FIELDS: [&str; 7] = ["title", "published", "source", "dateline", "authors", "editors", "headings"];
    let (sentences, pages) = PAGES.split_once("\n=== ").unwrap();
    let sentences: Vec<(&str, &str)> =
        sentences.lines().filter_map(|line| line.strip_prefix('{')?.split_once("} ")).collect();
    let (mut report, mut count) = (String::new(), 0);
    for page in pages.split("\n=== ") {
        let (name, lines) = page.split_once('\n').unwrap();
        let wanted: Vec<(&str, &str)> =
            lines.lines().filter_map(|line| line.strip_prefix('@')?.split_once(' ')).collect();
        let mut text: String =
            lines.lines().filter(|line| !line.starts_with('@')).map(|line| format!("{line}\n")).collect();
        for (mark, sentence) in &sentences {
            text = text.replace(&format!("{{{mark}}}"), sentence);
        }
        let article = Article::parse(&text).unwrap();
        // how many paragraphs there are is said where it matters
        let counted = wanted.iter().find(|(wanted, _)| *wanted == "paragraphs");
        let paragraphs = article.paragraphs().count();
        if let Some((_, want)) = counted.filter(|(_, want)| *want != paragraphs.to_string()) {
            writeln!(report, "{name}, paragraphs\n   want {want}\n    got {paragraphs}").unwrap();
        }
        for field_name in FIELDS {
            let want = wanted.iter().find(|(wanted, _)| *wanted == field_name).map_or("-", |(_, value)| *value);
            let got = field(&article, field_name);
            // the seconds of a clock may be left out
            if got != want && !(field_name == "published" && want.len() > 9 && got.starts_with(want)) {
                writeln!(report, "{name}, {field_name}\n   want {want}\n    got {got}").unwrap();
            }
        }
        count += 1;
    }
    assert!(report.is_empty(), "\n{report}");
    assert!(count >= 120, "only {count} pages");
}

/// Damage that is undone or told before a page is read.
#[test]
fn damaged_pages() {
    let spaced = "縣 府 今 年 投 入 2 . 3 億 元 ， 比 去 年 增 加 1 2 . 5 % ， 受 惠 8 6 戶 。";
    let article = Article::parse(spaced).unwrap();
    let texts: Vec<&str> = article.quantities().map(|quantity| quantity.text()).collect();
    assert_eq!(texts, ["2.3億元", "12.5%", "86戶"]);
    let code = |article: &Article<'_>, code| article.diagnostics().iter().any(|note| note.code == code);
    assert!(code(&article, DiagnosticCode::SpacedText));

    let private = format!("柳江旅客增長一成二\u{E40C}２０２４年５月１４日\u{E40C}{BODY}\u{E40C}{MORE}");
    let article = Article::parse(&private).unwrap();
    assert_eq!(article.title().map(|title| title.text()), Some("柳江旅客增長一成二"));
    assert_eq!(
        article.published().and_then(|time| time.from).map(|from| from.to_string()).as_deref(),
        Some("2024-05-14")
    );
    assert_eq!(article.paragraphs().count(), 2);

    let stripped = "柳江公司股票放量跌停，共卖出亿元，跌幅达%。截至月日，股价涨幅高达%，月日又有余户卖出万元。";
    let article = Article::parse(stripped).unwrap();
    assert!(code(&article, DiagnosticCode::LostDigits));
    assert!(article.quantities().all(|quantity| quantity.value.is_none()), "no number is better than a wrong one");
}

/// Macau and Hong Kong, Singapore and Malaysia share words; papers abroad are of none of the six.
#[test]
fn no_region_is_likely_where_another_is_near() {
    for (text, region) in [
        (
            "立法會議員建議特區政府加快都市更新，改善祐漢舊區居住環境，並檢視經屋申請資格，現時輪候家團超過一萬個。",
            Region::Macau,
        ),
        ("治安警察局於氹仔截查一輛私家車，司機涉醉駕，移送檢察院處理，可處最高六萬元罰款。", Region::Macau),
        ("立法會議員促請特區政府跟進，旅客平均消費一千三百元，本澳酒店入住率達八成。", Region::Macau),
        ("運輸署宣布，屯門公路擴闊，車資由十元加至十二元，荃灣居民大表不滿，立法會議員促署方跟進。", Region::HongKong),
        ("（新山12日讯）柔佛州务大臣说，新柔地铁票价约五新元，居住组屋的居民盼增设接驳巴士。", Region::Malaysia),
        ("市政厅昨日在巴刹取缔小贩，每张罚款三百元，小贩促请国州议员协助，行政议员答应对话。", Region::Malaysia),
        ("陆路交通管理局宣布，裕廊区域线首段明年通车，淡滨尼居民到市区可省下十五分钟。", Region::Singapore),
    ] {
        let article = Article::parse(text).unwrap();
        let told = article.region().filter(|told| told.certainty >= Certainty::Likely);
        assert!(told.is_none_or(|told| told.value == region), "{text}: {told:?}");
    }
    for text in [
        "（温哥华讯）卑诗省政府宣布，房产税上调，预计增收五千万元，另拨三亿元兴建公屋，加元兑美元下跌。",
        "纽约市教育局宣布，法拉盛新校舍动工，造价八千万元，明年动用两亿元，后年再拨三亿元，另有五千万元用于维修。",
        "东京都政府表示，年度预算达八兆元，人民币贬值影响旅客消费，国务院总理访日期间将会晤企业界。",
    ] {
        let article = Article::parse(text).unwrap();
        assert!(article.region().is_none_or(|told| told.certainty == Certainty::Guessed), "{text}");
    }
    let abroad =
        format!("央行官員暗示降息\n華爾街日報中文網 2024-05-14\n國務院說，人民幣走弱，發改委和縣委關注。\n{BODY}\n");
    assert_eq!(Article::parse(&abroad).unwrap().region(), None);
}

/// Sentences that begin like furniture are text, wherever they stand.
#[test]
fn no_sentence_is_furniture() {
    for sentence in [
        "按此比例計算，約有3萬人受惠。",
        "点击量超过1亿次。",
        "訂閱人數突破50萬。",
        "返回舱于15日着陆，飞行时间183天。",
        "Facebook第三季營收405億美元，年增19%。",
        "爆料者稱，涉案金額達3億元。",
        "客服部门每天接听电话3000个。",
        "主办单位介绍，展会吸引了1200家企业。",
        "下一篇论文将在3个月后发表。",
        "公安机关追究法律责任的有35人。",
        "未经授权的交易共有32笔，金额达5000万元。",
        "▶目前已有1200人報名。",
    ] {
        for page in [format!("{BODY}\n{sentence}\n{MORE}\n"), format!("{BODY}\n{MORE}\n{sentence}\n")] {
            let article = Article::parse(&page).unwrap();
            assert!(article.paragraphs().any(|paragraph| paragraph.text() == sentence), "{page}");
        }
    }
}

/// Lists and advertisements inside a page do not end it; an editor with a list after does.
#[test]
fn a_body_goes_on_after_an_advertisement() {
    let texts = |page: &str| -> Vec<String> {
        let article = Article::parse(page).unwrap();
        article.paragraphs().map(|paragraph| paragraph.text().to_owned()).collect()
    };
    let short = "柳江客運公司報420元，跌4.2%。";
    for between in ["廣告", "ADVERTISEMENT", "放大圖片", "展開全文", "更多", "相關文章", "延伸閱讀"]
    {
        assert_eq!(texts(&format!("{BODY}\n{between}\n{short}\n")), [BODY, short], "{between}");
    }
    let teaser =
        "柳江市昨天公布新的公車路線圖，全市共有三十二條路線，比去年多兩條，記者在現場看到不少居民前來索取路線圖。";
    assert_eq!(texts(&format!("{BODY}\n责任编辑：王小明\n相关新闻\n{teaser}\n")), [BODY]);
}

/// Stamp and opening on one line, as pages without their line breaks have them.
#[test]
fn a_stamp_may_stand_on_the_line_of_its_opening() {
    for (head, published) in [
        ("2024-10-15 08:30:12 来源：柳江网 ", Some("2024-10-15T08:30:12")),
        ("柳江旅客增长一成二 2024-10-15 08:30:12 来源：柳江网 ", Some("2024-10-15T08:30:12")),
        ("原标题：柳江旅客增长一成二　　", None),
    ] {
        let page = format!("{head}新华社柳江10月15日电（记者王小明）{BODY}");
        let article = Article::parse(&page).unwrap();
        let dateline = article.dateline().unwrap();
        let place = dateline.place().map(|place| place.text.to_owned());
        assert_eq!((authors(&article).as_str(), place.as_deref()), ("王小明", Some("柳江")), "{page}");
        assert_eq!(article.paragraphs().next().map(|p| p.text().to_owned()).as_deref(), Some(BODY), "{page}");
        let at = article.published().and_then(|time| time.from).map(|from| from.to_string());
        assert_eq!(at.as_deref(), published, "{page}");
    }
}

/// A word of a page's furniture inside a title or a sentence makes none of it, and a day that may be read two ways is none.
#[test]
fn words_of_furniture_stand_in_titles_and_sentences() {
    for (head, title, source, published) in [
        ("發布：30/07/23 來源：某某網", None, Some("某某網"), None),
        ("冠軍談奪冠時的感受\n2024-06-12", Some("冠軍談奪冠時的感受"), None, Some("2024-06-12")),
        ("附件下載量暴增\n2024-06-12", Some("附件下載量暴增"), None, Some("2024-06-12")),
        ("奏響豐收之聲\n2024-06-12", Some("奏響豐收之聲"), None, Some("2024-06-12")),
        ("三家企業聯名起訴商務部\n下月開庭審理\n2024-06-12", Some("三家企業聯名起訴商務部"), None, Some("2024-06-12")),
        ("發文時間：2024-06-01 發布日期：2024-06-12", None, None, Some("2024-06-12")),
        ("夜市開張\n來源：\n柳江日報\n2024-06-12", Some("夜市開張"), Some("柳江日報"), Some("2024-06-12")),
    ] {
        let page = format!("{head}\n{BODY}");
        let article = Article::parse(&page).unwrap();
        assert_eq!(article.title().map(|piece| piece.text()), title, "{head}");
        assert_eq!(article.source().map(|piece| piece.text), source, "{head}");
        let day = article.published().and_then(|time| time.from).map(|from| from.to_string());
        assert_eq!(day.as_deref(), published, "{head}");
        assert_eq!(article.paragraphs().map(|paragraph| paragraph.text()).collect::<Vec<_>>(), [BODY], "{head}");
    }
    let page = format!("步道通車惠及居民\nBy John Tan\n2024-06-12\n{BODY}");
    let article = Article::parse(&page).unwrap();
    assert_eq!(authors(&article), "John Tan");
}

#[test]
fn the_rows_over_a_page_are_no_title() {
    const TITLE: &str = "柳江市旅客人次增加一成二";
    for row in [
        "柳江网首页 新闻 视频 专题",
        "网站首页　新闻动态　通知公告　联系我们",
        "‹上一版 下一版>",
        "柳江時報 第 3 頁",
        "第 1 頁，共 3 頁",
        "文字大小 A- A A+",
    ] {
        let page = format!("{row}\n{TITLE}\n2024-04-02 10:20 來源：柳江日報\n{BODY}\n{MORE}\n");
        let article = Parser::new().parse(&page).unwrap();
        assert_eq!(article.title().map_or("", |title| title.text()), TITLE, "{row}");
        assert_eq!(article.paragraphs().count(), 2, "{row}");
    }
}
