//! Flat rows: what each says, how they join, and what a spreadsheet gets.

#![cfg(test)]

use wanyi::rows::{Cell, Part, QuantityRow, Row, spreadsheet};
use wanyi::{Article, Value, rust_decimal};

/// Rows as comma-separated values under a header.
fn csv<R: Row + serde::Serialize>(rows: impl Iterator<Item = R>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    rows.for_each(|row| writer.serialize(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// The cells of some columns, as CSV has them, for each row.
fn columns<R: Row + serde::Serialize>(rows: impl Iterator<Item = R>, names: &[&str]) -> Vec<String> {
    let table = csv(rows);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().unwrap().clone();
    let at = |name: &&str| header.iter().position(|column| column == *name).unwrap_or_else(|| panic!("no {name}"));
    let at: Vec<usize> = names.iter().map(at).collect();
    reader
        .records()
        .map(|row| at.iter().map(|at| row.as_ref().unwrap()[*at].to_owned()).collect::<Vec<_>>().join("|"))
        .collect()
}

const PAGE: &str = "雲溪縣旅遊業回溫\n2023-07-10 09:00　來源：雲嶺網\n上半年，雲溪縣接待旅客32萬余人次，同比增長7.5%。\
    \n\n住宿\n局長林若川表示，全縣民宿由86家增至120家，下半年全縣擬投入3,500萬元，其中財政1,000萬元。";

#[test]
fn a_table_of_facts_is_written_whole() {
    let article = Article::parse(PAGE).unwrap();
    let table = csv(article.rows("a,1").quantities());
    let mut lines = table.lines();
    assert_eq!(
        lines.next().unwrap(),
        "article,quantity,section,paragraph,claim,block,text,start,end,char_start,char_end,value,lower,lower_closed,\
         upper,upper_closed,approx,role,unit,dimension,code,code_system,likely_code,factor,per,score_left,score_right,\
         damaged,subject,predicate,object,place,speaker,modality,negated,time,from,to,change,change_part,direction,\
         basis,base_from,base_to,relation,relation_of,published"
    );
    assert_eq!(
        lines.next().unwrap(),
        "\"a,1\",0,0,0,0,paragraph,32萬余人次,96,110,44,50,320000,320000,true,330000,false,odd,cardinal,人次,visits,,,,1,,,,\
         false,雲溪縣,接待旅客,旅客,,,fact,false,1,2023-01-01,2023-06-30,0,level,increase,yoy,2022-01-01,2022-06-30,,,\
         2023-07-10"
    );
    let rows = article.rows("a,1");
    let told =
        ["text", "section", "paragraph", "claim", "change", "change_part", "direction", "relation", "relation_of"];
    assert_eq!(
        columns(rows.quantities(), &told),
        [
            "32萬余人次|0|0|0|0|level|increase||",
            "7.5%|0|0|0|0|magnitude|increase||",
            "86家|1|1|1|1|from|increase||",
            "120家|1|1|1|1|to|increase||",
            "3,500萬元|1|1|2|||||",
            "1,000萬元|1|1|3||||part_of|4",
        ]
    );
}

#[test]
fn claims_changes_times_and_the_article_have_rows() {
    let article = Article::parse(PAGE).unwrap();
    let rows = article.rows(0);
    let told = [
        "claim",
        "section",
        "subject",
        "speaker",
        "modality",
        "time",
        "from",
        "first_quantity",
        "quantities",
        "first_change",
        "changes",
        "direction",
        "basis",
        "base_to",
    ];
    assert_eq!(
        columns(rows.claims(), &told),
        [
            "0|0|雲溪縣||fact|1|2023-01-01|0|2|0|1|increase|yoy|2022-06-30",
            "1|1|全縣民宿|局長林若川|fact|||2|2|1|1|increase||",
            "2|1|全縣|局長林若川|planned|2|2023-07-01|4|1||0|||",
            "3|1|財政|局長林若川|fact|2|2023-07-01|5|1||0|||",
        ]
    );
    let told =
        ["change", "claim", "direction", "magnitude", "from_quantity", "to_quantity", "level", "basis", "base_from"];
    assert_eq!(columns(rows.changes(), &told), ["0|0|increase|1|||0|yoy|2022-01-01", "1|1|increase||2|3|3||"]);
    let told = ["time", "section", "claim", "block", "text", "kind", "from", "from_clock", "to", "to_clock"];
    assert_eq!(
        columns(rows.times(), &told),
        [
            "0|||stamp|2023-07-10 09:00|datetime|2023-07-10|09:00:00|2023-07-10|09:00:00",
            "1|0|0|paragraph|上半年|half|2023-01-01||2023-06-30|",
            "2|1|2|paragraph|下半年|half|2023-07-01||2023-12-31|",
        ]
    );
    let told = [
        "title",
        "published",
        "published_clock",
        "source",
        "region",
        "script",
        "sections",
        "paragraphs",
        "claims",
        "changes",
        "quantities",
        "times",
    ];
    let row = columns(std::iter::once(rows.article()), &told);
    assert_eq!(row, ["雲溪縣旅遊業回溫|2023-07-10|09:00:00|雲嶺網|CN|Hant|2|2|4|2|6|3"]);
}

#[test]
fn numbers_are_exact_and_what_is_not_known_is_empty() {
    let told = [
        "text",
        "value",
        "lower",
        "lower_closed",
        "upper",
        "upper_closed",
        "approx",
        "role",
        "score_left",
        "score_right",
    ];
    for (text, wanted) in [
        ("共數百人。", "數百人||200|true|1000|false|several|cardinal||"),
        ("共3至5萬元。", "3至5萬元||30000|true|50000|true|range|cardinal||"),
        ("完成三分之一。", "三分之一|1/3|1/3|true|1/3|true|exact|fraction||"),
        ("主隊以21比18獲勝。", "21比18||||||exact|fraction|21|18"),
        ("同比增長40%以上。", "40%以上|40|40|true|||at_least|percent||"),
        ("投入近3億元。", "近3億元|300000000|||300000000|false|near|cardinal||"),
        ("約有0.0000000000001元。", "0.0000000000001元|0.0000000000001|||||about|cardinal||"),
        ("氣溫負5℃。", "負5℃|-5|-5|true|-5|true|exact|cardinal||"),
    ] {
        let article = Article::parse(text).unwrap();
        assert_eq!(columns(article.rows(0).quantities(), &told), [wanted], "{text}");
    }
    let article = Article::parse("每畝產500公斤，新台幣3元。").unwrap();
    let told = ["unit", "dimension", "code", "code_system", "likely_code", "factor", "per"];
    assert_eq!(
        columns(article.rows(0).quantities(), &told),
        ["公斤|mass|kg|ucum|kg|1|畝", "元|currency|TWD|iso4217|TWD|1|"]
    );
    let article = Article::parse("造林3畝。").unwrap();
    assert_eq!(columns(article.rows(0).quantities(), &["factor"]), ["2000/3"]);
}

/// Every row of an article says what the views say, and every number leads to its row.
fn check(article: &Article<'_>) {
    let rows = article.rows("x");
    let source = article.source_text();
    let slice = |start: u32, end: u32| source.get(start as usize..end as usize).unwrap();
    let by_chars =
        |start: u32, end: u32| source.chars().skip(start as usize).take((end - start) as usize).collect::<String>();
    let quantities: Vec<_> = rows.quantities().collect();
    let (claims, changes, times): (Vec<_>, Vec<_>, Vec<_>) =
        (rows.claims().collect(), rows.changes().collect(), rows.times().collect());
    for (index, row) in quantities.iter().enumerate() {
        assert_eq!(
            (row.quantity as usize, slice(row.start, row.end)),
            (index, &*by_chars(row.char_start, row.char_end))
        );
        let view = article.quantity(index).unwrap();
        assert_eq!((row.text.as_ref(), row.damaged), (view.text(), view.damaged()));
        if let Some(claim) = row.claim {
            let claim = &claims[claim as usize];
            assert!(claim.start <= row.start && row.end <= claim.end);
            let first = claim.first_quantity.unwrap();
            assert!((first..first + claim.quantities).contains(&row.quantity));
            assert_eq!((row.section, row.paragraph, row.time), (claim.section, claim.paragraph, claim.time));
        }
        if let (Some(change), Some(part)) = (row.change, row.change_part) {
            let change = &changes[change as usize];
            let known = match part {
                Part::Magnitude => change.magnitude,
                Part::Relative => change.relative,
                Part::From => change.from_quantity,
                Part::To => change.to_quantity,
                Part::Level => change.level,
                other => panic!("{other} is new"),
            };
            assert_eq!((known, row.direction), (Some(row.quantity), Some(change.direction)));
        }
        assert!(row.relation_of.is_none_or(|other| (other as usize) < quantities.len() && other != row.quantity));
    }
    for claim in &claims {
        let paragraph = article.paragraphs().nth(claim.paragraph.unwrap() as usize).unwrap();
        assert!(paragraph.span().contains(article.claim(claim.claim as usize).unwrap().span()));
        let section = article.sections().nth(claim.section.unwrap() as usize).unwrap();
        assert!(section.claims().any(|of| of.index() == claim.claim as usize));
        let own: Vec<u32> =
            changes.iter().filter(|change| change.claim == claim.claim).map(|change| change.change).collect();
        assert_eq!((own.first().copied(), own.len()), (claim.first_change, claim.changes as usize));
        if let Some(time) = claim.time {
            assert_eq!((times[time as usize].from, times[time as usize].to), (claim.from, claim.to));
        }
    }
    for (index, row) in times.iter().enumerate() {
        assert_eq!((row.time as usize, slice(row.start, row.end)), (index, &*by_chars(row.char_start, row.char_end)));
    }
    let row = rows.article();
    assert_eq!(
        [row.claims, row.changes, row.quantities, row.times].map(|count| count as usize),
        [claims.len(), changes.len(), quantities.len(), times.len()]
    );
    assert_eq!((row.bytes as usize, row.chars as usize), (source.len(), source.chars().count()));
}

#[test]
fn every_number_leads_to_its_row() {
    let mut count = 0;
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/articles")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            check(&Article::parse(&std::fs::read_to_string(&path).unwrap()).unwrap());
            count += 1;
        }
    }
    assert!(count > 10);
    for text in [
        include_str!("../examples/data/article.txt"),
        include_str!("data/mirror_shifted.txt"),
        "一",
        "𠮷野家新開3家店，營收增長5%。👨\u{200D}👩共2人。",
        "當?shù)剞r(nóng)民3600餘名，投入?億元，惠及當?shù)厝罕?。",
        "出口額月增3%，年減5%，2021年以來累計120億元。",
    ] {
        check(&Article::parse(text).unwrap());
    }
}

#[test]
fn places_count_characters_as_people_do() {
    let article = Article::parse("𠮷野家新開3家店，營收增長5%。").unwrap();
    let told = ["text", "start", "end", "char_start", "char_end"];
    assert_eq!(columns(article.rows(0).quantities(), &told), ["3家|16|20|5|7", "5%|38|40|13|15"]);
    let article = Article::parse("網(wǎng)站投入3億元，經(jīng)費增長5%。").unwrap();
    let told = ["text", "char_start", "char_end", "damaged", "predicate", "subject"];
    assert_eq!(
        columns(article.rows(0).quantities(), &told),
        ["3億元|10|13|false|投入|網站", "5%|24|26|false|增長|經費"]
    );
}

#[test]
fn an_article_without_numbers_has_one_row() {
    let article = Article::parse("一").unwrap();
    let rows = article.rows(0);
    assert_eq!(
        (rows.quantities().len(), rows.claims().len(), rows.changes().count(), rows.times().len()),
        (0, 0, 0, 0)
    );
    assert_eq!(
        columns(std::iter::once(rows.article()), &["article", "bytes", "chars", "title", "quantities"]),
        ["0|3|1||0"]
    );
}

#[test]
fn the_header_is_that_of_the_columns() {
    let article = Article::parse(PAGE).unwrap();
    let rows = article.rows(0);
    fn header<R: Row + serde::Serialize>(row: R) {
        let names: Vec<&str> = R::COLUMNS.iter().map(|column| column.name).collect();
        assert_eq!(row.cells().len(), names.len());
        for (column, cell) in R::COLUMNS.iter().zip(row.cells()) {
            assert!(column.nullable || cell != Cell::Empty, "{column:?}");
        }
        assert_eq!(csv(std::iter::once(row)).lines().next(), Some(names.join(",").as_str()));
    }
    header(rows.article());
    rows.quantities().for_each(header);
    rows.claims().for_each(header);
    rows.changes().for_each(header);
    rows.times().for_each(header);
}

#[test]
fn a_spreadsheet_gets_no_formula_and_nothing_hidden() {
    for (text, wanted) in [
        ("=1+2", "'=1+2"),
        ("+86", "'+86"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r1", "'⟨U+000D⟩1"),
        ("\n=1", "'\n=1"),
        (" =1", "' =1"),
        ("　＝1", "'　＝1"),
        ("\u{202E}=1", "⟨U+202E⟩=1"),
        ("a\u{0}b\u{200B}c\u{2066}", "a⟨U+0000⟩b⟨U+200B⟩c⟨U+2066⟩"),
        ("a=b", "a=b"),
        ("", ""),
        ("\"引號\",逗號", "\"引號\",逗號"),
    ] {
        assert_eq!(spreadsheet(text), wanted, "{text:?}");
    }
}

#[test]
fn formulas_of_a_page_do_not_reach_a_spreadsheet() {
    let page = "=HYPERLINK(\"x\")茶\u{7}園投入負3億元，@乙站\"甲\"投入5億元。";
    let article = Article::parse(page).unwrap();
    let rows = article.rows("=cmd|1");
    let table = csv(rows.quantities().map(Row::for_spreadsheet));
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let mut values = Vec::new();
    for record in reader.records().map(Result::unwrap) {
        assert_eq!(&record[0], "'=cmd|1");
        values.push(record[11].to_owned());
        for cell in &record {
            let is_number = cell.parse::<f64>().is_ok();
            assert!(is_number || !cell.starts_with(['=', '+', '-', '@']), "{cell:?}");
            assert!(!cell.contains('\u{7}'), "{cell:?}");
        }
    }
    assert_eq!(values, ["-300000000", "500000000"], "a number is no text");
    let told = columns(rows.quantities().map(Row::for_spreadsheet), &["subject"]);
    assert!(told[0].starts_with("'=HYPERLINK") && told[0].contains("⟨U+0007⟩"), "{told:?}");
    let kept = columns(rows.quantities(), &["subject"]);
    assert!(kept[0].starts_with("=HYPERLINK"), "rows for programs are left as they are: {kept:?}");
}

#[test]
fn rows_are_values_of_their_own() {
    let article = Article::parse("投入3億元。").unwrap();
    let rows = article.rows(7);
    let row: QuantityRow<'_> = rows.quantities().next().unwrap();
    assert_eq!(row, row.clone());
    assert_eq!((row.article.as_ref(), row.value), ("7", Some(Value::from(rust_decimal::Decimal::from(300_000_000)))));
}
