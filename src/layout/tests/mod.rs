//! Whole pages, invented, in the forms of the press; and the tiling on awkward texts.

mod dateline;

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::ops::Range;

use super::{Block, BlockKind, Boilerplate, Layout, PersonRole, layout};

/// The text of a range, or nothing.
fn at(text: &str, range: &Option<Range<usize>>) -> String {
    range.clone().and_then(|range| text.get(range)).unwrap_or("").to_string()
}

/// The blocks as one letter a block: T itle, S tamp, D ateline, H eading, P aragraph, B yline, C aption, x furniture.
fn letters(page: &Layout) -> String {
    page.blocks
        .iter()
        .map(|block| match block.kind {
            BlockKind::Title => 'T',
            BlockKind::Stamp => 'S',
            BlockKind::Dateline => 'D',
            BlockKind::Heading => 'H',
            BlockKind::Paragraph => 'P',
            BlockKind::Byline => 'B',
            BlockKind::Caption => 'C',
            BlockKind::Boilerplate(_) => 'x',
        })
        .collect()
}

/// The contents of the blocks of a kind.
fn contents<'a>(text: &'a str, page: &Layout, kind: BlockKind) -> Vec<&'a str> {
    page.blocks
        .iter()
        .filter(|block| block.kind == kind)
        .map(|block| text.get(block.content.clone()).unwrap())
        .collect()
}

/// Fails unless the blocks tile the text and hold their contents.
fn assert_tiles(text: &str, page: &Layout) {
    let mut end = 0;
    for Block { kind, range, content } in &page.blocks {
        assert_eq!(range.start, end, "{kind:?} in {text:?}");
        assert!(
            range.start <= content.start && content.start <= content.end && content.end <= range.end,
            "{kind:?} {content:?} in {text:?}"
        );
        assert!(text.get(content.clone()).is_some());
        end = range.end;
    }
    assert_eq!(end, text.len(), "{text:?}");
}

/// A sentence of the body, long enough to be nothing else.
const BODY: &str = "柳江市今年上半年接待旅客三十二萬人次，比去年同期增長一成二，住宿和餐飲業的收入也隨之上升，市旅遊局說，下半年還會增開兩條從市中心到山區的公車路線。";

/// Another.
const MORE: &str = "旅遊局的資料顯示，外地旅客占了六成，其中一半住宿兩晚以上，比往年同期多；不過老街一帶的交通在假日仍然擁擠，停車位經常不足，居民希望市府早日改善。";

#[test]
fn awkward_texts_are_tiled() {
    let blank = "\n".repeat(2000);
    let long = "　\r\n".repeat(500) + BODY + &"\u{A0}\n".repeat(500);
    for text in [
        "",
        " ",
        "\n",
        "\r\n\r\n",
        "\u{FEFF}",
        "\u{FEFF}甲",
        "甲",
        "甲\r\n乙。\r\n",
        "。",
        "(",
        "（",
        "【】",
        "正文：",
        "，正文：",
        "2021-03-04 10:13，正文：",
        "記者",
        "記者：",
        "（完）",
        "　",
        "a\u{2028}b",
        &blank,
        &long,
    ] {
        let page = layout(text);
        assert_tiles(text, &page);
        assert_eq!(page.blocks.is_empty(), text.is_empty(), "{text:?}");
    }
}

#[test]
fn a_page_of_the_mainland() {
    let text = alloc::format!(
        "柳江旅游收入增长三成\n2021-03-04 05:06:07\n　　新华社柳江3月4日电（记者王一一、陈二二）{BODY}\n　　{MORE}（完）"
    );
    let page = layout(&text);
    assert_tiles(&text, &page);
    assert_eq!(letters(&page), "TSDPP");
    assert_eq!(at(&text, &page.title), "柳江旅游收入增长三成");
    assert_eq!(at(&text, &page.published), "2021-03-04 05:06:07");
    assert_eq!(at(&text, &page.source), "新华社");
    let line = page.dateline.unwrap();
    assert_eq!(
        (at(&text, &line.agency), at(&text, &line.place), at(&text, &line.date)),
        ("新华社".into(), "柳江".into(), "3月4日".into())
    );
    assert_eq!(
        page.people.iter().map(|person| (text.get(person.name.clone()).unwrap(), person.role)).collect::<Vec<_>>(),
        [("王一一", PersonRole::Reporter), ("陈二二", PersonRole::Reporter)]
    );
}

#[test]
fn a_page_with_furniture_and_headings() {
    let text = alloc::format!(
        "某某網\n分享到:\n\n柳江兩岸 春色滿城——旅遊工作綜述\n分享到:\n柳江兩岸 春色滿城——旅遊工作綜述\n2021-03-04 05:06:07 來源:某某網柳江\n\n　　中新網柳江新聞3月4日電(王一一 陳二二){BODY}\n　　突出特色 擴大宣傳\n　　{BODY}\n{MORE}\n　　多建公路 方便往來\n　　{BODY}\n【編輯:趙家寶】\n本網站所刊載信息,不代表本網觀點。\n總機:12-34\nCopyright ©1999-2023 example.com"
    );
    let page = layout(&text);
    assert_tiles(&text, &page);
    assert_eq!(letters(&page), "xxTxxSDPHPPHPBxxx");
    assert_eq!(contents(&text, &page, BlockKind::Heading), ["突出特色 擴大宣傳", "多建公路 方便往來"]);
    assert_eq!(
        contents(&text, &page, BlockKind::Boilerplate(Boilerplate::RepeatedTitle)),
        ["柳江兩岸 春色滿城——旅遊工作綜述"]
    );
    assert_eq!(contents(&text, &page, BlockKind::Boilerplate(Boilerplate::Legal)).len(), 2);
    assert_eq!(contents(&text, &page, BlockKind::Boilerplate(Boilerplate::Contact)), ["總機:12-34"]);
    assert_eq!(at(&text, &page.source), "某某網柳江");
}

#[test]
fn a_page_of_hong_kong() {
    let text = alloc::format!(
        "柳江加價恐再惹爭議\n\n港聞\n\n發佈時間: 2021/03/04\n\n{BODY}\n\n乘客稱未獲通知\n\n{BODY}\n\n記者︰王小明\n\n編輯：李大同\n\n攝影：林大為\n\n▲柳江旅客增加，市民盼望多開路線。"
    );
    let page = layout(&text);
    assert_tiles(&text, &page);
    assert_eq!(letters(&page), "TxSPHPBBBC");
    assert_eq!(
        page.people.iter().map(|person| person.role).collect::<Vec<_>>(),
        [PersonRole::Reporter, PersonRole::Editor, PersonRole::Photographer]
    );
    assert_eq!((page.dateline, page.source), (None, None));
}

#[test]
fn a_page_of_taiwan() {
    let text = alloc::format!(
        "財經\n>\n產業\n柳江觀光創新高 業者樂觀\n2021/03/04 08:05\n柳江老街假日湧入人潮。（圖由柳江市政府提供）\n〔記者王小明／柳江報導〕{BODY}\n請繼續往下閱讀...\n{BODY}\n點我訂閱自由財經Youtube頻道\n相關新聞\n誰是下一個贏家\n今日熱門新聞"
    );
    let page = layout(&text);
    assert_tiles(&text, &page);
    assert_eq!(letters(&page), "xxxTSCDPxPxxxx");
    assert_eq!(at(&text, &page.source), "自由財經");
    assert_eq!(page.dateline, None);
    assert_eq!(page.people.len(), 1);
}

#[test]
fn a_page_of_malaysia() {
    let caption = "柳江码头的旅客等候上船。";
    let text = alloc::format!(
        "柳江水灾︱ 渡轮停航\ntime\n3小时前\nview\n512点阅\n\n（新山2日讯）{BODY}\n\n“大家都平安！”\n\n{caption}\n{caption}\n\n{BODY}"
    );
    let page = layout(&text);
    assert_tiles(&text, &page);
    assert_eq!(letters(&page), "TxxxxDPPCCP");
    let line = page.dateline.unwrap();
    assert_eq!((line.agency, at(&text, &line.place), at(&text, &line.date)), (None, "新山".into(), "2日".into()));
}

#[test]
fn a_page_on_one_line() {
    let text = alloc::format!("2021-03-04 10:13，正文：经济日报柳江3月4日讯 {BODY}(记者 孙一凡)");
    let page = layout(&text);
    assert_tiles(&text, &page);
    assert_eq!(letters(&page), "SDPB");
    assert_eq!(contents(&text, &page, BlockKind::Paragraph), [BODY]);
    assert_eq!(contents(&text, &page, BlockKind::Byline), ["(记者 孙一凡)"]);
    assert_eq!(at(&text, &page.published), "2021-03-04 10:13");
}

#[test]
fn furniture_glued_to_the_last_sentence_is_split_off() {
    for (tail, letter) in [
        ("分享让更多人看到", 'x'),
        ("广告 便宜好车大甩卖 ×", 'x'),
        ("（編輯：李大同）1100405", 'B'),
        ("责任编辑：张三丰", 'B'),
        ("（张三丰）", 'B'),
        ("（記者王小明、李大同）", 'B'),
        ("（完）", '-'),
        ("（附圖）", '-'),
        ("(共三十二页)", '-'),
    ] {
        let text = alloc::format!("{MORE}\n{BODY}{tail}");
        let page = layout(&text);
        assert_tiles(&text, &page);
        let expected = if letter == '-' { String::from("PP") } else { alloc::format!("PP{letter}") };
        assert_eq!(letters(&page), expected, "{tail}");
    }
}

#[test]
fn a_first_line_with_a_full_stop_is_no_title() {
    let text = alloc::format!("柳江市府發言人說，路線不會取消。\n\n(某某日報報道){BODY}");
    let page = layout(&text);
    assert_eq!((letters(&page).as_str(), at(&text, &page.source).as_str()), ("PDP", "某某日報"));
    assert_eq!(page.title, None);
}

#[test]
fn one_line_alone_is_text() {
    for text in ["今年出口增長5%", "柳江旅客三十萬人次。"] {
        assert_eq!(letters(&layout(text)), "P", "{text}");
    }
}

#[test]
fn a_list_of_short_lines_is_no_row_of_headings() {
    let text = alloc::format!("柳江盃各組名次今天揭曉\n{BODY}\n男單 王小明\n女單 李小華\n男雙 陳大文\n{BODY}");
    assert_eq!(letters(&layout(&text)), "TPPPPP");
}

#[test]
fn long_pages_take_time_linear_in_their_length() {
    // a page of one bracket, one role word or one digit, many times over: what a quadratic reader would not finish
    for unit in [
        "（",
        "記者",
        "記者王",
        "2021-",
        "20日電",
        "（完）",
        "·",
        "正文：",
        "來源：",
        "。",
        "甲\n",
        "（記者王小明）",
        "> ",
    ] {
        let text = unit.repeat(200_000);
        assert_tiles(&text, &layout(&text));
    }
}
