//! Damage and its repair: own articles are damaged as mirror sites do it, repaired, and held against their twins.

#![cfg(test)]
#![cfg(feature = "repair")]

mod damager;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use damager::{Damaged, Fate, damage, narrow};
use wanyi::{Article, find_quantities, repair};

/// What sites annotate: the characters whose forms differ, common verbs and nouns, numbers and units, and the characters
/// of Simplified script.
const TABLES: [(&str, &[(char, &str)]); 4] = [
    (
        "forms",
        &[
            ('網', "wǎng"),
            ('區', "qū"),
            ('業', "yè"),
            ('學', "xué"),
            ('農', "nóng"),
            ('產', "chǎn"),
            ('發', "fā"),
            ('實', "shí"),
            ('這', "zhè"),
            ('來', "lái"),
            ('對', "duì"),
            ('進', "jìn"),
            ('過', "guò"),
            ('還', "hái"),
            ('讓', "ràng"),
            ('務', "wù"),
            ('設', "shè"),
            ('計', "jì"),
            ('記', "jì"),
            ('議', "yì"),
            ('認', "rèn"),
            ('調', "diào"),
            ('題', "tí"),
            ('現', "xiàn"),
            ('規', "guī"),
            ('經', "jīng"),
            ('給', "gěi"),
            ('統', "tǒng"),
            ('續', "xù"),
            ('類', "lèi"),
            ('風', "fēng"),
            ('災', "zāi"),
            ('數', "shù"),
            ('場', "chǎng"),
            ('節', "jié"),
            ('責', "zé"),
            ('輯', "jí"),
            ('處', "chù"),
            ('體', "tǐ"),
            ('醫', "yī"),
        ],
    ),
    (
        "words",
        &[
            ('的', "de"),
            ('是', "shì"),
            ('有', "yǒu"),
            ('在', "zài"),
            ('人', "rén"),
            ('中', "zhōng"),
            ('大', "dà"),
            ('上', "shàng"),
            ('會', "huì"),
            ('可', "kě"),
            ('出', "chū"),
            ('下', "xià"),
            ('成', "chéng"),
            ('地', "dì"),
            ('公', "gōng"),
            ('市', "shì"),
            ('增', "zēng"),
            ('長', "zhǎng"),
            ('電', "diàn"),
            ('新', "xīn"),
            ('國', "guó"),
            ('水', "shuǐ"),
            ('家', "jiā"),
            ('工', "gōng"),
            ('說', "shuō"),
            ('到', "dào"),
            ('年', "nián"),
            ('月', "yuè"),
            ('日', "rì"),
            ('天', "tiān"),
            ('民', "mín"),
            ('生', "shēng"),
        ],
    ),
    (
        "numbers",
        &[
            ('萬', "wàn"),
            ('億', "yì"),
            ('千', "qiān"),
            ('百', "bǎi"),
            ('十', "shí"),
            ('二', "èr"),
            ('三', "sān"),
            ('五', "wǔ"),
            ('兩', "liǎng"),
            ('元', "yuán"),
            ('個', "gè"),
            ('戶', "hù"),
            ('名', "míng"),
            ('次', "cì"),
            ('噸', "dūn"),
            ('畝', "mǔ"),
            ('米', "mǐ"),
            ('項', "xiàng"),
            ('座', "zuò"),
            ('約', "yuē"),
            ('近', "jìn"),
            ('超', "chāo"),
            ('余', "yú"),
            ('多', "duō"),
            ('万', "wàn"),
            ('亿', "yì"),
            ('个', "gè"),
            ('户', "hù"),
            ('吨', "dūn"),
            ('约', "yuē"),
            ('两', "liǎng"),
            ('项', "xiàng"),
        ],
    ),
    (
        "simplified",
        &[
            ('们', "men"),
            ('个', "gè"),
            ('为', "wèi"),
            ('产', "chǎn"),
            ('业', "yè"),
            ('务', "wù"),
            ('动', "dòng"),
            ('区', "qū"),
            ('发', "fā"),
            ('员', "yuán"),
            ('图', "tú"),
            ('国', "guó"),
            ('场', "chǎng"),
            ('学', "xué"),
            ('实', "shí"),
            ('对', "duì"),
            ('导', "dǎo"),
            ('将', "jiāng"),
            ('开', "kāi"),
            ('张', "zhāng"),
            ('总', "zǒng"),
            ('数', "shù"),
            ('时', "shí"),
            ('术', "shù"),
            ('条', "tiáo"),
            ('标', "biāo"),
            ('济', "jì"),
            ('现', "xiàn"),
            ('电', "diàn"),
            ('确', "què"),
            ('种', "zhǒng"),
            ('积', "jī"),
        ],
    ),
];

/// The articles of the tests, in the characters of GBK, none of them damaged before.
fn articles() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/articles");
    let mut paths: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.push(folder.join("../../../examples/data/article.txt"));
    paths.sort();
    let texts = paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let articles: Vec<(String, String)> = texts
        .map(|path| {
            let text = std::fs::read_to_string(path).unwrap().replace('\u{A0}', " ");
            let (_, _, unmappable) = encoding_rs::GBK.encode(&text);
            let in_gbk = |c: &char| !unmappable || !encoding_rs::GBK.encode(c.encode_utf8(&mut [0; 4])).2;
            (
                path.file_stem().unwrap().to_str().unwrap().to_owned(),
                repair(&text).text().chars().filter(in_gbk).collect(),
            )
        })
        .collect();
    assert!(articles.len() >= 10, "the articles are gone");
    articles
}

/// [`TABLES`], and tables that mix theirs, since no two sites annotate the same characters.
fn tables() -> Vec<(String, Vec<(char, &'static str)>)> {
    let mut tables: Vec<_> = TABLES.iter().map(|(name, table)| (name.to_string(), table.to_vec())).collect();
    let all: BTreeMap<char, &str> = TABLES.iter().flat_map(|(_, table)| table.iter().copied()).collect();
    for step in [3, 4, 5, 7] {
        tables.push((format!("every {step}th"), all.iter().map(|(c, reading)| (*c, *reading)).step_by(step).collect()));
    }
    tables
}

fn damaged_articles() -> Vec<(String, Damaged)> {
    let mut damaged = Vec::new();
    for (name, text) in articles() {
        for (table, characters) in tables() {
            damaged.push((format!("{name} with {table}"), damage(&text, &characters).expect("a text in GBK")));
        }
    }
    damaged
}

/// Which of `a` stand in `b`, in order: the longest common subsequence.
fn common<T: PartialEq>(a: &[T], b: &[T]) -> Vec<bool> {
    let mut found = vec![false; a.len()];
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[head..], &b[head..]);
    found[..head].fill(true);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let whole = found.len();
    found[whole - tail..].fill(true);
    let (a, b) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    let width = b.len() + 1;
    let mut longest = vec![0_u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i * width + j] = if a[i] == b[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            found[head + i] = true;
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

/// Whether bytes are gone of a range, or of so many characters beside it.
fn is_gone(damaged: &Damaged, chars: &Range<usize>, beside: usize) -> bool {
    let range = chars.start.saturating_sub(beside)..(chars.end + beside).min(damaged.fates.len());
    damaged.fates[range].contains(&Fate::Gone)
}

/// The characters that were touched and have their bytes come back, but for the one named below; nothing else is lost, and
/// what came back otherwise is not called certain.
#[test]
fn damaged_articles_come_back() {
    let (mut noted, mut shifted, mut gone) = ([0, 0], [0, 0], [0, 0]);
    let (mut collateral, mut wrong) = (0, Vec::new());
    let mut missed = BTreeMap::new();
    for (name, damaged) in damaged_articles() {
        let repaired = repair(&damaged.text);
        let twin: Vec<char> = damaged.twin.chars().collect();
        let text: Vec<char> = repaired.text().chars().map(narrow).collect();
        for ((fate, found), c) in damaged.fates.iter().zip(common(&twin, &text)).zip(&twin) {
            let counts = match fate {
                Fate::Untouched => {
                    collateral += usize::from(!found);
                    continue;
                }
                Fate::Noted => &mut noted,
                Fate::Shifted => &mut shifted,
                Fate::Gone => &mut gone,
            };
            counts[usize::from(found)] += 1;
            if *fate != Fate::Gone && !found {
                missed.entry(name.clone()).or_insert_with(String::new).push(*c);
            }
        }
        for ((at, c), known) in repaired.text().char_indices().zip(common(&text, &twin)) {
            let edit = repaired.edits().iter().find(|edit| edit.text.contains(&at));
            if !known && c != char::REPLACEMENT_CHARACTER {
                wrong.push(c);
                assert!(edit.is_some_and(|edit| !edit.certain), "{name}: {c} is wrong and called certain");
            }
        }
        check_repair(&damaged.text);
    }
    println!("of characters with a reading {} of {} came back", noted[1], noted[0] + noted[1]);
    println!("of shifted ones {} of {} came back", shifted[1], shifted[0] + shifted[1]);
    println!("of those whose bytes are gone {} of {} were inferred", gone[1], gone[0] + gone[1]);
    let touched = noted[0] + noted[1] + shifted[0] + shifted[1];
    assert!(touched > 2000, "only {touched} characters were touched");
    assert_eq!((noted[0], collateral), (0, 0));
    // known to fail: 分钟 comes back as 分子
    let known = ["bare_paragraph with every 5th", "bare_paragraph with simplified"];
    assert_eq!(missed, BTreeMap::from(known.map(|name| (name.to_owned(), "钟".to_owned()))));
    assert_eq!(wrong, ['子', '子']);
}

/// What holds for the repair of any text: edits in order and apart, the same text between them, a map that keeps to the
/// borders of characters, and nothing left to repair.
fn check_repair(text: &str) {
    let repaired = repair(text);
    assert_eq!(repair(repaired.text()).edits(), [], "{text}");
    let mut end = (0, 0);
    for edit in repaired.edits() {
        assert!(edit.source.start >= end.0 && edit.text.start >= end.1, "{text}: {edit:?}");
        assert_eq!(&text[end.0..edit.source.start], &repaired.text()[end.1..edit.text.start], "{text}: {edit:?}");
        end = (edit.source.end, edit.text.end);
    }
    assert_eq!(&text[end.0..], &repaired.text()[end.1..], "{text}");
    for stretch in repaired.damaged() {
        assert!(repaired.text().get(stretch.clone()).is_some_and(|text| !text.is_empty()));
    }
}

/// A page that is cut off anywhere, at its head or its tail, loses nothing that is not told.
#[test]
fn a_page_cut_off_anywhere_is_told() {
    for (at, _) in PAGE.char_indices() {
        check_repair(&PAGE[..at]);
        check_repair(&PAGE[at..]);
    }
    for text in [
        "當?shù)谿DP達3萬元。",
        "投?dù)隑股3萬",
        "當?shù)\n厝罕?。",
        "網(wǎng)民當?shù)",
        "當?shù)厝🎉罕",
        "當?shù)\u{3000}厝",
    ] {
        check_repair(text);
        assert!(!repair(text).edits().is_empty(), "{text}");
    }
}

/// The quantities of the healthy twin come out, each with its value unless a character of it or just beside it did not
/// come back; none has another without being called damaged.
#[test]
fn quantities_and_times_are_those_of_the_twin() {
    let (mut same, mut missing, mut withheld, mut wrong) = (0, 0, 0, Vec::new());
    for (name, damaged) in damaged_articles() {
        let twin = find_quantities(&damaged.twin);
        let found = find_quantities(&damaged.text);
        let expected: Vec<String> = twin.quantities().map(|q| amount(&q)).collect();
        let read: Vec<String> = found.quantities().map(|q| amount(&q)).collect();
        let kept = common(&expected, &read);
        same += kept.iter().filter(|kept| **kept).count();
        for (quantity, _) in twin.quantities().zip(&kept).filter(|(_, kept)| !**kept) {
            missing += 1;
            let excused = is_gone(&damaged, &quantity.span().chars(), 3);
            assert!(excused, "{name}: {} is not found so", quantity.text());
        }
        for (quantity, known) in found.quantities().zip(common(&read, &expected)) {
            if known {
                continue;
            }
            if quantity.value.is_none() && quantity.lower.is_none() && quantity.upper.is_none() {
                withheld += 1;
                assert!(quantity.damaged(), "{name}: {}", quantity.text());
            } else if !quantity.damaged() {
                wrong.push(format!("{name}: {} of {:?}", quantity.text(), around(&damaged.text, quantity.span())));
            }
        }
        let day = |time: wanyi::TimeRef<'_>| format!("{} {:?} {:?}", narrowed(time.text()), time.from, time.to);
        let expected: Vec<String> = twin.times().map(day).collect();
        let read: Vec<String> = found.times().map(day).collect();
        for (time, _) in twin.times().zip(common(&expected, &read)).filter(|(_, kept)| !kept) {
            let excused = is_gone(&damaged, &time.span().chars(), 4);
            assert!(excused, "{name}: {} is not found so", time.text());
        }
        let known = common(&read, &expected);
        for (time, known) in found.times().zip(known) {
            if !known && !time.damaged() && (time.from.is_some() || time.to.is_some()) {
                wrong.push(format!("{name}: {} of {:?}", time.text(), around(&damaged.text, time.span())));
            }
        }
    }
    println!("{same} quantities as in the twin, {withheld} without value, {missing} of the twin not found so");
    assert!(same > 1000, "only {same} quantities");
    assert!(missing * 100 <= same * 3, "{missing} of {same}");
    assert_eq!(wrong, Vec::<String>::new());
}

/// A page of a mirror site: readings in the title's source, in headings, names and units, and four stretches that were
/// shifted by a byte. The last one swallowed the half of 近 and a digit.
const PAGE: &str = include_str!("data/mirror_shifted.txt");

#[test]
fn a_page_of_a_mirror_site() {
    let article = Article::parse(PAGE).unwrap();
    let headings: Vec<_> = article.sections().filter_map(|section| section.heading().map(|h| h.text())).collect();
    assert_eq!(headings, ["產業進山", "辦好學堂"]);
    assert_eq!(article.source().unwrap().text, "雲嶺網");
    assert_eq!(article.authors().map(|person| person.name.text).collect::<Vec<_>>(), ["江若渝", "裴青原"]);
    assert_eq!(article.editors().map(|person| person.name.text).collect::<Vec<_>>(), ["周明遠"]);
    let dateline = article.dateline().unwrap();
    assert_eq!((dateline.agency().unwrap().text, dateline.place().unwrap().text), ("雲嶺網", "雲溪"));

    let quantities: Vec<_> = article
        .quantities()
        .map(|q| (q.text(), article.get(q.span()).unwrap(), q.value.map(|value| value.to_string()), q.damaged()))
        .collect();
    let sound = |text, value: &str| (text, text, Some(value.to_owned()), false);
    let damaged = |text, surface, value: &str| (text, surface, Some(value.to_owned()), true);
    assert_eq!(
        quantities,
        [
            damaged("2.9億元", "2.9億(yì)元", "290000000"),
            sound("46個", "46"),
            sound("三成以上", "3"),
            damaged("10億元", "10億(yì)元", "1000000000"),
            sound("7.5%", "7.5"),
            ("2萬戶", "2萬(wàn)戶", None, true),
            damaged("1.2萬平方米", "1.2萬(wàn)平方米", "12000"),
            sound("153名", "153"),
        ]
    );

    let since = article.times().find(|time| time.text() == "2021年以來").unwrap();
    assert_eq!(article.get(since.span()), Some("021年以來"), "what was inferred lies outside");
    assert_eq!(since.from.map(|day| day.to_string()).as_deref(), Some("2021-01-01"));
    assert!(since.damaged());

    let claim = article.claims().find(|claim| claim.text().starts_with("當地產業")).unwrap();
    assert_eq!(claim.subject().unwrap().text, "當地產業年產值");
    assert_eq!(article.get(claim.subject().unwrap().span), Some("當?shù)禺a(chǎn)業(yè)年產(chǎn)值"));

    let inferred: Vec<_> = article
        .diagnostics()
        .iter()
        .filter(|note| !note.certain && note.to.is_some())
        .map(|note| (note.from.as_deref().unwrap(), note.to.as_deref().unwrap()))
        .collect();
    assert_eq!(inferred, [("?zāi)J", "模"), ("?", "，2"), ("?", "\u{FFFD}\u{FFFD}")]);
}

/// What a quantity says.
fn amount(q: &wanyi::Quantity) -> String {
    let bound = |bound: Option<wanyi::Bound>| bound.map(|bound| format!("{} {}", bound.value, bound.inclusive));
    let unit = q.unit.as_ref().map(|unit| unit.symbol());
    format!("{:?} {:?} {:?} {unit:?}", q.value.map(|value| value.to_string()), bound(q.lower), bound(q.upper))
}

/// A span with what stands around it.
fn around(text: &str, span: wanyi::Span) -> &str {
    let start = text[..span.start()].char_indices().rev().nth(9).map_or(0, |(at, _)| at);
    let end = text[span.end()..].char_indices().nth(9).map_or(text.len(), |(at, _)| span.end() + at);
    &text[start..end]
}

/// Claims, changes and the fields of the page come out as well.
#[test]
fn claims_and_fields_are_those_of_the_twin() {
    let (mut fields, mut other_fields, mut claims, mut other_claims, mut misread) = (0, Vec::new(), 0, 0, 0);
    for (name, damaged) in damaged_articles() {
        let twin = Article::parse(&damaged.twin).unwrap();
        let article = Article::parse(&damaged.text).unwrap();
        let title = |article: &Article<'_>| article.title().map(|title| narrowed(title.text()));
        let source = |article: &Article<'_>| article.source().map(|source| narrowed(source.text));
        let published = |article: &Article<'_>| article.published().and_then(|time| time.from);
        let headings = |article: &Article<'_>| {
            let headings =
                article.sections().filter_map(|section| section.heading().map(|heading| narrowed(heading.text())));
            headings.collect::<Vec<_>>()
        };
        for (field, same) in [
            ("title", title(&twin) == title(&article)),
            ("source", source(&twin) == source(&article)),
            ("published", published(&twin) == published(&article)),
            ("headings", headings(&twin) == headings(&article)),
        ] {
            fields += 1;
            if !same {
                other_fields.push(format!("{name}: {field}"));
            }
        }
        let claim = |claim: wanyi::Claim<'_>| {
            let changes: Vec<_> = claim.changes().map(|change| change.direction).collect();
            format!("{:?} {changes:?} {:?}", claim.subject().map(|subject| narrowed(subject.text)), claim.modality())
        };
        let expected: Vec<String> = twin.claims().map(claim).collect();
        let read: Vec<String> = article.claims().map(claim).collect();
        for (claim, same) in twin.claims().zip(common(&expected, &read)) {
            claims += 1;
            if same {
                continue;
            }
            other_claims += 1;
            // a clause ends where a sign of it is gone, and a subject may stand in an earlier one
            let excused = is_gone(&damaged, &claim.span().chars(), 4) || claim.subject_is_carried();
            // of two characters with the same reading the likelier was taken, and it was the other
            misread += usize::from(!excused);
        }
    }
    println!("{} of {claims} claims and {} of {fields} fields", claims - other_claims, fields - other_fields.len());
    assert_eq!(misread, 0, "claims beside no byte that is gone");
    // known to fail
    assert_eq!(other_fields, ["hk_swim_race with forms: title", "tw_agency_rent with simplified: title"]);
    // beside bytes that are gone there is no truth to hold each of them against
    assert!(other_claims * 100 <= claims * 2);
}

fn narrowed(text: &str) -> String {
    text.chars().map(narrow).collect()
}

/// A way in which a text is spoilt between its writer and its reader.
type Spoil = fn(&str) -> String;

/// What conversions do to whole pages. What is read stays the same, with spans of the text as it came.
const SPOILT: [(&str, Spoil); 12] = [
    ("CR LF", |text| text.replace('\n', "\r\n")),
    ("a byte order mark", |text| format!("\u{FEFF}{text}")),
    ("marks of no width", |text| {
        let marks = ['\u{200B}', '\u{200D}', '\u{2060}', '\u{AD}', '\u{200E}', '\u{FEFF}'];
        text.chars().enumerate().flat_map(|(at, c)| [Some(c), (at % 3 == 0).then(|| marks[at % 6])]).flatten().collect()
    }),
    ("no-break spaces", |text| text.replace(' ', "\u{A0}")),
    ("full-width digits", |text| {
        let wide = |c: char| if c.is_ascii_digit() { char::from_u32(c as u32 + 0xFEE0).unwrap() } else { c };
        text.chars().map(wide).collect()
    }),
    ("entities", |text| {
        text.replace('%', "&#37;").replace(' ', "&nbsp;").replace('“', "&ldquo;").replace('”', "&rdquo;")
    }),
    ("entities of entities", |text| text.replace('%', "&amp;#x25;").replace('—', "&amp;amp;mdash;")),
    ("numbered characters", |text| {
        let number = |c: char| if c.is_ascii() { c.to_string() } else { format!("&#{};", c as u32) };
        text.chars().map(number).collect()
    }),
    ("UTF-8 as Latin-1", |text| text.bytes().map(char::from).collect()),
    ("UTF-8 as Windows-1252", |text| {
        encoding_rs::mem::decode_latin1(text.as_bytes()).chars().map(windows_1252).collect()
    }),
    ("half of it twice encoded", |text| {
        let middle = text.find('。').unwrap_or(0);
        let (head, tail) = text.split_at(middle);
        head.to_owned() + &tail.bytes().map(char::from).collect::<String>()
    }),
    ("all at once", |text| {
        let text = text.replace('%', "&#37;").replace('\n', "\r\n").replace("元", "元\u{200B}");
        format!("\u{FEFF}{text}").bytes().map(char::from).collect()
    }),
];

/// A byte as Windows-1252 shows it; the five that it has not stay.
fn windows_1252(c: char) -> char {
    let byte = [c as u8];
    let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte);
    text.chars().next().unwrap_or(c)
}

#[test]
fn spoilt_pages_read_the_same() {
    /// What an article says, a line each.
    fn told(article: &Article<'_>) -> Vec<String> {
        let mut told = vec![format!("title {:?}", article.title().map(|title| blank(title.text())))];
        told.push(format!("published {:?}", article.published().and_then(|time| time.from)));
        told.extend(article.people().map(|person| format!("{:?} {}", person.role, person.name.text)));
        told.extend(article.quantities().map(|q| format!("{} {}", blank(q.text()), amount(&q))));
        told.extend(article.times().map(|time| format!("{} {:?} {:?}", blank(time.text()), time.from, time.to)));
        told.extend(article.claims().map(|claim| format!("{:?}", claim.subject().map(|subject| blank(subject.text)))));
        told
    }
    let mut other = Vec::new();
    for (name, text) in articles() {
        let healthy = told(&Article::parse(&text).unwrap());
        for (what, spoil) in SPOILT {
            let spoilt = spoil(&text);
            let article = Article::parse(&spoilt).unwrap();
            let read = told(&article);
            for (line, same) in healthy.iter().zip(common(&healthy, &read)) {
                if !same {
                    other.push(format!("{name} with {what}: {line}"));
                }
            }
            if read.len() > healthy.len() {
                other.push(format!("{name} with {what}: more"));
            }
            let repaired = repair(&spoilt);
            for quantity in article.quantities() {
                // the span is of the text as it came
                let range = repaired.text_range(quantity.span().bytes());
                assert_eq!(repaired.text().get(range), Some(quantity.text()), "{name} with {what}");
            }
        }
    }
    assert_eq!(other, Vec::<String>::new());
}

/// A text with its blanks and digits alike.
fn blank(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{A0}' | '\u{3000}' => ' ',
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0).unwrap(),
        _ => c,
    };
    text.chars().map(plain).collect()
}

/// The marker of 數10人以上 stands where it is printed.
#[test]
fn a_marker_after_several_tens_has_its_place() {
    let found = find_quantities("有數10人以上受傷");
    let several = found.quantities().next().unwrap();
    assert_eq!(several.text(), "數10人以上");
    assert_eq!(found.get(several.marker().unwrap()), Some("以上"));
}

/// A scale in the next cell of a table is no number by itself.
#[test]
fn a_scale_after_a_tab_is_no_number() {
    let found = find_quantities("全年投入\t420\t萬元");
    assert_eq!(found.quantities().map(|q| q.text()).collect::<Vec<_>>(), ["420"]);
}

/// Forms of characters that are no damage but stand in numbers all the same.
#[test]
fn numbers_are_read_through_widths_blanks_and_scripts() {
    for (text, slice, value) in [
        ("增長４０．５％以上", "４０．５％以上", "40.5"),
        ("投入１，２００萬元", "１，２００萬元", "12000000"),
        ("營收7.73\u{A0}億元", "7.73\u{A0}億元", "773000000"),
        ("營收7.73\u{3000}億元", "7.73\u{3000}億元", "773000000"),
        ("營收7.73\u{E5E5}億元", "7.73\u{E5E5}億元", "773000000"),
        ("營收&nbsp;7.73&nbsp;億元", "7.73&nbsp;億元", "773000000"),
        ("營收7.\u{200B}73億\u{FEFF}元", "7.\u{200B}73億\u{FEFF}元", "773000000"),
        ("營收７．７３ 億&#20803;", "７．７３ 億&#20803;", "773000000"),
        // Traditional text with Simplified characters left, and the other way round
        ("全長320公里，后來延至", "320公里", "320"),
        ("培訓群眾9萬余人次", "9萬余人次", "90000"),
        ("先后完成2580余万元投資", "2580余万元", "25800000"),
        ("儲备粮食3.2万噸", "3.2万噸", "32000"),
        ("约佔百分之三十五點二", "百分之三十五點二", "35.2"),
        ("共1.2亿(yì)元", "1.2亿(yì)元", "120000000"),
        ("共三(sān)萬(wàn)五(wǔ)千(qiān)户(hù)居民", "三(sān)萬(wàn)五(wǔ)千(qiān)户", "35000"),
    ] {
        let found = find_quantities(text);
        let read: Vec<_> = found
            .quantities()
            .map(|q| (found.get(q.span()).unwrap().to_owned(), q.decimal().map(|n| n.to_string()).unwrap_or_default()))
            .collect();
        assert_eq!(read, [(slice.to_owned(), value.to_owned())], "{text}");
    }
}
