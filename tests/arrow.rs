//! Record batches: their schemas, their columns, and that nothing is lost on the way from rows.

#![cfg(test)]

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Date32Type, Decimal128Type, Time32SecondType, UInt32Type};
use arrow_array::{Array as _, RecordBatch};
use wanyi::arrow::{Tables, schema, schemas};
use wanyi::rows::{Cell, Row};
use wanyi::{Article, arrow_array};

/// Whether a batch says at a row what the row says, every column of it.
fn same<R: Row>(batch: &RecordBatch, at: usize, row: &R) {
    for (column, cell) in R::COLUMNS.iter().zip(row.cells()) {
        let array = batch.column_by_name(column.name).unwrap();
        match cell {
            Cell::Empty => assert!(array.is_null(at), "{column:?}"),
            Cell::Text(text) => assert_eq!(array.as_string::<i64>().value(at), text),
            Cell::Number(number) => assert_eq!(array.as_primitive::<UInt32Type>().value(at), number),
            Cell::Flag(flag) => assert_eq!(array.as_boolean().value(at), flag),
            Cell::Date(date) => assert_eq!(array.as_primitive::<Date32Type>().value_as_date(at), Some(date)),
            Cell::Clock(clock) => assert_eq!(array.as_primitive::<Time32SecondType>().value_as_time(at), Some(clock)),
            Cell::Value(value) => {
                let text = batch.column_by_name(&format!("{}_text", column.name)).unwrap();
                assert_ne!(array.is_null(at), text.is_null(at), "{column:?}: one of the two");
                if text.is_null(at) {
                    let shown = array.as_primitive::<Decimal128Type>().value_as_string(at);
                    let shown = shown.parse::<wanyi::rust_decimal::Decimal>().unwrap().normalize();
                    assert_eq!(value.as_decimal(), Some(shown), "{column:?}");
                } else {
                    assert_eq!(text.as_string::<i64>().value(at), value.to_string());
                }
            }
            other => panic!("{other:?} is new"),
        }
    }
}

#[test]
fn batches_hold_what_rows_hold() {
    let texts = [
        include_str!("../examples/data/article.txt"),
        include_str!("data/mirror_shifted.txt"),
        "一",
        "𠮷野家新開3家店，主隊以21比18獲勝，完成三分之一，共數百人，約有0.00000000001元，氣溫負5℃，近3億元。",
        "2023年9月20日19時30分，出口額由86家增至120家，月增3%，年減5%。",
    ];
    let articles: Vec<_> = texts.iter().map(|text| Article::parse(text).unwrap()).collect();
    let mut tables = Tables::new();
    articles.iter().for_each(|article| tables.push(article));
    assert_eq!((tables.len(), tables.is_empty()), (texts.len(), false));
    let batches = tables.finish().unwrap();
    assert!(tables.is_empty());
    let mut at = [0; 4];
    for (number, article) in articles.iter().enumerate() {
        let rows = article.rows(number);
        same(&batches.articles, number, &rows.article());
        rows.quantities().for_each(|row| same(&batches.quantities, next(&mut at[0]), &row));
        rows.claims().for_each(|row| same(&batches.claims, next(&mut at[1]), &row));
        rows.changes().for_each(|row| same(&batches.changes, next(&mut at[2]), &row));
        rows.times().for_each(|row| same(&batches.times, next(&mut at[3]), &row));
    }
    let counts = batches.named().map(|(_, batch)| batch.num_rows());
    assert_eq!(counts, [texts.len(), at[0], at[1], at[2], at[3]]);
    assert!(at.iter().all(|count| *count > 3));
}

/// The number, and one more for the next call.
fn next(at: &mut usize) -> usize {
    *at += 1;
    *at - 1
}

#[test]
fn places_of_articles_go_on_and_ids_are_the_callers() {
    let article = Article::parse("投入3億元。").unwrap();
    let mut tables = Tables::default();
    tables.push(&article);
    tables.push_as("x/2", &article);
    let ids = |tables: &mut Tables| {
        let batches = tables.finish().unwrap();
        let ids = batches.quantities.column_by_name("article").unwrap().as_string::<i64>().clone();
        ids.iter().flatten().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(ids(&mut tables), ["0", "x/2"]);
    tables.push(&article);
    assert_eq!(ids(&mut tables), ["2"]);
    assert!(ids(&mut tables).is_empty(), "nothing was added");
}

#[test]
fn schemas_are_those_of_the_batches() {
    let batches = Tables::new().finish().unwrap();
    for ((name, schema), (of, batch)) in schemas().into_iter().zip(batches.named()) {
        assert_eq!((name, schema), (of, batch.schema()));
    }
    let shown: Vec<String> = schema::<wanyi::rows::ChangeRow<'_>>()
        .fields()
        .iter()
        .map(|field| format!("{} {}{}", field.name(), field.data_type(), if field.is_nullable() { "?" } else { "" }))
        .collect();
    assert_eq!(
        shown,
        [
            "article LargeUtf8",
            "change UInt32",
            "claim UInt32",
            "direction LargeUtf8",
            "magnitude UInt32?",
            "relative UInt32?",
            "from_quantity UInt32?",
            "to_quantity UInt32?",
            "level UInt32?",
            "basis LargeUtf8?",
            "basis_carried Boolean",
            "base_time UInt32?",
            "base_from Date32?",
            "base_to Date32?",
        ]
    );
}

#[test]
fn a_number_that_no_decimal_column_holds_stands_beside_it() {
    let article = Article::parse("完成三分之一，另有0.00000000001元，共投入9999999999999999999999999999元。").unwrap();
    let mut tables = Tables::new();
    tables.push(&article);
    let batch = tables.finish().unwrap().quantities;
    let (value, text) = (batch.column_by_name("value").unwrap(), batch.column_by_name("value_text").unwrap());
    let texts: Vec<_> = text.as_string::<i64>().iter().collect();
    assert_eq!(texts, [Some("1/3"), Some("0.00000000001"), None]);
    assert_eq!((value.is_null(0), value.is_null(1)), (true, true));
    let shown = value.as_primitive::<Decimal128Type>().value_as_string(2);
    assert_eq!(shown, "9999999999999999999999999999.0000000000");
}
