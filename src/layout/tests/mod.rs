//! Whole pages, invented, in the forms of the press; and the tiling on awkward texts.

mod dateline;
mod evidence;

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::ops::Range;

use super::{Block, BlockKind, Boilerplate, Layout, PersonRole, layout};
use crate::lexer::fold;

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
const BODY: &str = "柳江市今年上半年接待旅客三十二万人次，比去年同期增长一成二，住宿和餐饮业的收入也随之上升，市旅游局说，下半年还会增开两条从市中心到山区的公车路线。";

/// Another.
const MORE: &str = "旅游局的资料显示，外地旅客占了六成，其中一半住宿两晚以上，比往年同期多；不过老街一带的交通在假日仍然拥挤，停车位经常不足，居民希望市府早日改善。";

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
        "记者",
        "记者：",
        "（完）",
        "　",
        "a\u{2028}b",
        &blank,
        &long,
    ] {
        let page = layout(&fold(text));
        assert_tiles(text, &page);
        assert_eq!(page.blocks.is_empty(), text.is_empty(), "{text:?}");
    }
}

#[test]
fn a_page_of_the_mainland() {
    let text = alloc::format!(
        "柳江旅游收入增长三成\n2021-03-04 05:06:07\n　　新华社柳江3月4日电（记者王一一、陈二二）{BODY}\n　　{MORE}（完）"
    );
    let page = layout(&fold(&text));
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
        "某某网\n分享到:\n\n柳江两岸 春色满城——旅游工作综述\n分享到:\n柳江两岸 春色满城——旅游工作综述\n2021-03-04 05:06:07 来源:某某网柳江\n\n　　中新网柳江新闻3月4日电(王一一 陈二二){BODY}\n　　突出特色 扩大宣传\n　　{BODY}\n{MORE}\n　　多建公路 方便往来\n　　{BODY}\n【编辑:赵家宝】\n本网站所刊载信息,不代表本网观点。\n总机:12-34\nCopyright ©1999-2023 example.com"
    );
    let page = layout(&fold(&text));
    assert_tiles(&text, &page);
    assert_eq!(letters(&page), "xxTxxSDPHPPHPBxxx");
    assert_eq!(contents(&text, &page, BlockKind::Heading), ["突出特色 扩大宣传", "多建公路 方便往来"]);
    assert_eq!(
        contents(&text, &page, BlockKind::Boilerplate(Boilerplate::RepeatedTitle)),
        ["柳江两岸 春色满城——旅游工作综述"]
    );
    assert_eq!(contents(&text, &page, BlockKind::Boilerplate(Boilerplate::Legal)).len(), 2);
    assert_eq!(contents(&text, &page, BlockKind::Boilerplate(Boilerplate::Contact)), ["总机:12-34"]);
    assert_eq!(at(&text, &page.source), "某某网柳江");
}

#[test]
fn a_page_of_hong_kong() {
    let text = alloc::format!(
        "柳江加价恐再惹争议\n\n港闻\n\n发布时间: 2021/03/04\n\n{BODY}\n\n乘客称未获通知\n\n{BODY}\n\n记者︰王小明\n\n编辑：李大同\n\n摄影：林大为\n\n▲柳江旅客增加，市民盼望多开路线。"
    );
    let page = layout(&fold(&text));
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
        "财经\n>\n产业\n柳江观光创新高 业者乐观\n2021/03/04 08:05\n柳江老街假日湧入人潮。（图由柳江市政府提供）\n〔记者王小明／柳江报导〕{BODY}\n请继续往下阅读...\n{BODY}\n点我订阅自由财经Youtube频道\n相关新闻\n谁是下一个赢家\n今日热门新闻"
    );
    let page = layout(&fold(&text));
    assert_tiles(&text, &page);
    assert_eq!(letters(&page), "xxxTSCDPxPxxxx");
    assert_eq!(at(&text, &page.source), "自由财经");
    assert_eq!(page.dateline, None);
    assert_eq!(page.people.len(), 1);
}

#[test]
fn a_page_of_malaysia() {
    let caption = "柳江码头的旅客等候上船。";
    let text = alloc::format!(
        "柳江水灾︱ 渡轮停航\ntime\n3小时前\nview\n512点阅\n\n（新山2日讯）{BODY}\n\n“大家都平安！”\n\n{caption}\n{caption}\n\n{BODY}"
    );
    let page = layout(&fold(&text));
    assert_tiles(&text, &page);
    assert_eq!(letters(&page), "TxxxxDPPCCP");
    let line = page.dateline.unwrap();
    assert_eq!((line.agency, at(&text, &line.place), at(&text, &line.date)), (None, "新山".into(), "2日".into()));
}

#[test]
fn a_page_on_one_line() {
    let text = alloc::format!("2021-03-04 10:13，正文：经济日报柳江3月4日讯 {BODY}(记者 孙一凡)");
    let page = layout(&fold(&text));
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
        ("（编辑：李大同）1100405", 'B'),
        ("责任编辑：张三丰", 'B'),
        ("（张三丰）", 'B'),
        ("（记者王小明、李大同）", 'B'),
        ("（完）", '-'),
        ("（附图）", '-'),
        ("(共三十二页)", '-'),
    ] {
        let text = alloc::format!("{MORE}\n{BODY}{tail}");
        let page = layout(&fold(&text));
        assert_tiles(&text, &page);
        let expected = if letter == '-' { String::from("PP") } else { alloc::format!("PP{letter}") };
        assert_eq!(letters(&page), expected, "{tail}");
    }
}

#[test]
fn a_first_line_with_a_full_stop_is_no_title() {
    let text = alloc::format!("柳江市府发言人说，路线不会取消。\n\n(某某日报报道){BODY}");
    let page = layout(&fold(&text));
    assert_eq!((letters(&page).as_str(), at(&text, &page.source).as_str()), ("PDP", "某某日报"));
    assert_eq!(page.title, None);
}

#[test]
fn one_line_alone_is_text() {
    for text in ["今年出口增长5%", "柳江旅客三十万人次。"] {
        assert_eq!(letters(&layout(&fold(text))), "P", "{text}");
    }
}

#[test]
fn a_list_of_short_lines_is_no_row_of_headings() {
    let text = alloc::format!("柳江盃各组名次今天揭晓\n{BODY}\n男单 王小明\n女单 李小华\n男双 陈大文\n{BODY}");
    assert_eq!(letters(&layout(&text)), "TPPPPP");
}

#[test]
fn long_pages_take_time_linear_in_their_length() {
    // a page of one bracket, one role word or one digit, many times over: what a quadratic reader would not finish
    for unit in [
        "（",
        "记者",
        "记者王",
        "2021-",
        "20日电",
        "（完）",
        "·",
        "正文：",
        "来源：",
        "。",
        "甲\n",
        "（记者王小明）",
        "> ",
    ] {
        let text = unit.repeat(200_000);
        assert_tiles(&text, &layout(&text));
    }
}
