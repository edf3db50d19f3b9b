//! The page of HTML: well-formed, lossless, escaped, linked both ways, small, and the same each time.

#![cfg(test)]

use std::collections::BTreeSet;

use html5gum::{Token, Tokenizer};
use wanyi::html::Report;
use wanyi::{Article, Parser};

const VOID: [&str; 2] = ["meta", "br"];

/// What a page says of itself, after its tags were found to nest.
#[derive(Default)]
struct Page {
    /// The text of each pane.
    panes: Vec<String>,
    ids: BTreeSet<String>,
    links: Vec<String>,
    elements: BTreeSet<String>,
    attributes: BTreeSet<String>,
}

fn string(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn read(html: &str) -> Page {
    let mut page = Page::default();
    // the name of each open element, and whether it is a pane
    let mut open: Vec<(String, bool)> = Vec::new();
    // the elements whose content is raw are the page's own, and neutral here
    let style = html.find("<style>").unwrap()..html.find("</style>").unwrap();
    let script = html.rfind("<script>").unwrap()..html.rfind("</script>").unwrap();
    let plain = [&html[..style.start + 7], &html[style.end..script.start + 8], &html[script.end..]].concat();
    for token in Tokenizer::new(plain.as_str()) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = string(&tag.name);
                let attribute = |wanted: &str| {
                    tag.attributes.iter().find(|(name, _)| string(name) == wanted).map(|(_, value)| string(value))
                };
                page.elements.insert(name.clone());
                page.attributes.extend(tag.attributes.keys().map(|name| string(name)));
                if let Some(id) = attribute("id") {
                    assert!(page.ids.insert(id.clone()), "{id} twice");
                }
                page.links.extend(attribute("href"));
                let is_pane = name == "section" && attribute("class").as_deref() == Some("text");
                if is_pane {
                    page.panes.push(String::new());
                }
                assert!(name != "a" || open.iter().all(|(name, _)| name != "a"), "a link within a link");
                if !tag.self_closing && !VOID.contains(&name.as_str()) {
                    open.push((name, is_pane));
                }
            }
            Token::EndTag(tag) => {
                let (name, _) = open.pop().expect("an open element");
                assert_eq!(name, string(&tag.name), "elements cross");
            }
            Token::String(text) if open.iter().any(|(_, is_pane)| *is_pane) => {
                page.panes.last_mut().unwrap().push_str(&string(&text));
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?} stay open");
    page
}

/// Everything that holds of any page of one article.
fn check(article: &Article<'_>) -> Page {
    let html = article.to_html();
    assert_eq!(html, article.to_html(), "the same each time");
    let page = read(&html);
    assert_eq!(page.panes, [article.source_text().replace('\0', "\u{FFFD}")], "no character is lost");
    let all = |letter: &str, count: usize| {
        for number in 1..=count {
            assert!(page.ids.contains(&format!("a1-{letter}{number}")), "a1-{letter}{number} is missing");
        }
    };
    all("q", article.quantities().len());
    all("t", article.times().len());
    all("c", article.claims().len());
    all("r", article.claims().len());
    for link in &page.links {
        let target = link.strip_prefix('#').expect("no link leaves the page");
        // a note on the whole page has no mark
        assert!(page.ids.contains(target) || target.starts_with("a1-d"), "{link} leads nowhere");
    }
    page
}

#[test]
fn every_article_is_shown_whole() {
    let mut count = 0;
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/articles")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let text = std::fs::read_to_string(&path).unwrap();
            check(&Article::parse(&text).unwrap());
            count += 1;
        }
    }
    assert!(count > 10);
    check(&Article::parse(include_str!("../examples/data/article.txt")).unwrap());
    check(&Article::parse(include_str!("data/mirror_shifted.txt")).unwrap());
}

#[test]
fn odd_articles_are_shown_whole() {
    for text in [
        "一",
        "投入3億元。",
        "\r\n投入3億元。\r\n\r\n教育\r新建學校6所。\r\n",
        "\n\n  \n投入3億元，\u{0}增長5%。\u{7}\u{85}\u{FFFE}",
        "English alone, 3 men & 5 women < 9.",
        "當?shù)剞r(nóng)民3600餘名，投入?億元，惠及當?shù)厝罕?。",
        "茶\u{202E}園投入\u{2066}3億元\u{200B}，增長5%。👨\u{200D}👩",
    ] {
        check(&Article::parse(text).unwrap());
    }
}

#[test]
fn nothing_of_an_article_is_markup() {
    let texts = [
        "<script>alert(1)</script></style>-->]]>茶園\"onclick='x'",
        "標題</title><img src=x onerror=alert(1)>\n2023-09-20 19:32 來源：<b onload=x>雲嶺網\n<svg/onload=x>投入3億元，\
         javascript:alert(1)同比增長5%，<a href=\"javascript:x\">&lt;&amp;</a>局長\"林'一表示，新建學校6所。",
    ];
    let clean = read(&Article::parse("投入3億元，同比增長5%。").unwrap().to_html());
    for text in texts {
        let article = Article::parse(text).unwrap();
        let page = check(&article);
        assert!(page.elements.iter().all(|name| !["img", "b", "iframe", "object"].contains(&name.as_str())));
        assert!(page.attributes.iter().all(|name| !name.starts_with("on")), "{:?}", page.attributes);
        let html = article.to_html();
        assert_eq!(html.matches("<script").count(), 1);
        assert_eq!(html.matches("</script").count(), 1);
        assert_eq!(html.matches("</style").count(), 1);
    }
    assert!(clean.elements.contains("table"));
}

#[test]
fn hidden_characters_are_shown_and_turn_nothing() {
    let html = Article::parse("茶\u{202E}園投入3億元。").unwrap().to_html();
    assert!(html.contains(">\u{202E}</bdi>") && html.contains("data-code=\"U+202E\""));
    assert_eq!(html.matches('\u{202E}').count(), html.matches("data-code=\"U+202E\"").count(), "each in its box");
    let html = Parser::new().parse("投入3億元\u{2028}。").unwrap().to_html();
    assert_eq!(html.matches('\u{2028}').count(), html.matches("data-code=\"U+2028\"").count());
}

#[test]
fn several_articles_stand_on_one_page() {
    let texts = ["雲溪縣去年投入3億元。", "出口500噸，同比增長25%。", "无数字。"];
    let articles = texts.map(|text| Article::parse(text).unwrap());
    let page = read(&Report::new(&articles).title("T").to_string());
    assert_eq!(page.panes, texts);
    for id in ["a1-c1", "a1-r1", "a2-c1", "a2-r1", "a3"] {
        assert!(page.ids.contains(id), "{id}");
    }
    assert!(read(&Report::new([]).to_string()).panes.is_empty());
}

#[test]
fn changes_have_their_picture_and_repairs_their_place() {
    let html = Article::parse("出口500噸，同比增長25%。失業率由3.2%降至3.1%。").unwrap().to_html();
    assert!(html.contains("increase: from 400 噸 to 500 噸 on the year"), "{html}");
    assert!(html.contains("decrease: from 3.2 % to 3.1 %"));
    let html = Article::parse("車程將由1小時40分縮短至35分鐘。").unwrap().to_html();
    assert!(html.contains("from 6,000 秒 to 35 分鐘"), "{html}");
    assert!(html.contains("class=\"now\" x=\"22\" y=\"22\" width=\"31.5\""), "35 minutes of 100, on one scale");
    let html = Article::parse("網(wǎng)站投入3億元。").unwrap().to_html();
    assert!(html.contains("data-to=\"\" ") || html.contains("data-to=\"\">(wǎng)</span>"), "what stood there is kept");
    assert!(html.contains("<del>(wǎng)</del>"), "and told in the list");
}

#[test]
fn the_page_is_small_and_speaks_the_languages() {
    let article = Article::parse("今年县里投入3亿元，发展经济。").unwrap();
    let html = article.to_html();
    assert!(html.len() < 60_000, "{} bytes", html.len());
    assert!(html.contains("<html lang=\"en\">") && html.contains("lang=\"zh-Hans\""));
    assert!(!html.contains("http://") && !html.contains("https://"), "no network");
}
