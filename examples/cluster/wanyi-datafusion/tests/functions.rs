//! The functions in SQL, on embedded `DataFusion`.

#![cfg(test)]

use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, AsArray as _, LargeStringArray, StringArray, StringViewArray};
use datafusion::arrow::compute::concat_batches;
use datafusion::arrow::datatypes::DataType;
use datafusion::arrow::record_batch::RecordBatch;
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
use datafusion::prelude::SessionContext;
use wanyi::arrow::{Tables, schema};
use wanyi::rows::{ClaimRow, QuantityRow, TimeRow};
use wanyi::{Parser, Region};

const PAGES: [Option<&str>; 5] = [
    Some("雲溪縣去年投資2.3億元，同比增長8%。"),
    None,
    Some(" "),
    Some("青坪县种茶420亩，其中三分之一在山上。"),
    Some("没有数字。"),
];

/// A context with the table `pages`, whose column is of one of the three forms of text.
fn context(texts: ArrayRef) -> SessionContext {
    let context = SessionContext::new();
    wanyi_datafusion::register(&context).unwrap();
    let batch = RecordBatch::try_from_iter([("body", texts)]).unwrap();
    context.register_batch("pages", batch).unwrap();
    context
}

fn pages() -> SessionContext {
    context(Arc::new(StringArray::from_iter(PAGES)))
}

async fn batch(context: &SessionContext, sql: &str) -> RecordBatch {
    let batches = context.sql(sql).await.unwrap().collect().await.unwrap();
    concat_batches(&batches[0].schema(), &batches).unwrap()
}

/// The rows as text, cells parted by a bar.
async fn lines(context: &SessionContext, sql: &str) -> Vec<String> {
    let batch = batch(context, sql).await;
    let options = FormatOptions::new().with_null("null");
    let columns: Vec<_> =
        batch.columns().iter().map(|column| ArrayFormatter::try_new(column, &options).unwrap()).collect();
    let row = |at| columns.iter().map(|column| column.value(at).to_string()).collect::<Vec<_>>().join("|");
    (0..batch.num_rows()).map(row).collect()
}

#[tokio::test]
async fn sums_by_unit_as_shown() {
    let sql =
        "SELECT unit, sum(value) FROM (SELECT unnest(zh_quantities(body)) FROM pages) GROUP BY unit ORDER BY unit";
    let expected = ["%|8.0000000000", "元|230000000.0000000000", "畝|420.0000000000", "null|null"];
    assert_eq!(lines(&pages(), sql).await, expected);
}

#[tokio::test]
async fn every_form_of_text_reads_the_same() {
    let sql =
        "SELECT zh_quantities(body), zh_times(body), zh_claims(body), zh_article(body), zh_diagnostic(body) FROM pages";
    let expected = lines(&pages(), sql).await;
    assert_eq!(expected.len(), PAGES.len());
    for texts in [
        Arc::new(LargeStringArray::from_iter(PAGES)) as ArrayRef,
        Arc::new(StringViewArray::from_iter(PAGES)),
        Arc::new(
            PAGES
                .into_iter()
                .collect::<datafusion::arrow::array::DictionaryArray<datafusion::arrow::datatypes::Int32Type>>(),
        ),
    ] {
        assert_eq!(lines(&context(texts), sql).await, expected);
    }
}

#[tokio::test]
async fn null_stays_null_and_an_error_says_why() {
    let sql = "SELECT zh_quantities(body) IS NULL, zh_claims(body) IS NULL, zh_article(body) IS NULL, zh_diagnostic(body) FROM pages";
    assert_eq!(
        lines(&pages(), sql).await,
        [
            "false|false|false|ambiguous_currency",
            "true|true|true|null",
            "true|true|false|the text is empty, at line 1, column 1",
            "false|false|false|null",
            "false|false|false|null",
        ]
    );
    let sql = "SELECT zh_article(body)['diagnostic'], zh_article(body)['quantities'] FROM pages WHERE body = ' '";
    assert_eq!(lines(&pages(), sql).await, ["the text is empty, at line 1, column 1|null"]);
}

#[tokio::test]
async fn a_bad_day_or_region_ends_no_query() {
    let context = pages();
    for (arguments, diagnostic) in [
        ("'2024-13-01'", "published is no day: \"2024-13-01\""),
        ("'2024-05-14', 'XX'", "unknown region \"XX\": expected one of CN, HK, TW, MO, SG, MY"),
        ("NULL, 'TW'", "null"),
    ] {
        let sql = format!(
            "SELECT zh_diagnostic('投資3億元。', {arguments}), zh_quantities('投資3億元。', {arguments}) IS NULL"
        );
        let found = lines(&context, &sql).await;
        assert_eq!(found, [format!("{diagnostic}|{}", diagnostic != "null")]);
    }
}

#[tokio::test]
async fn day_and_region_are_heeded_row_by_row() {
    let sql = "SELECT zh_quantities('去年投資3億元。', day, region)[1]['code'], zh_times('去年投資3億元。', day, region)[1]['from']
               FROM (VALUES (DATE '2024-03-01', 'TW'), (DATE '2020-03-01', 'CN'), (NULL, 'HK'), (DATE '2024-03-01', NULL))
                    AS t (day, region)";
    let expected = ["TWD|2023-01-01", "CNY|2019-01-01", "HKD|null", "null|2023-01-01"];
    assert_eq!(lines(&pages(), sql).await, expected);
    let text = "SELECT zh_times('去年投資3億元。', '2024-03-01T08:00:00')[1]['to']";
    assert_eq!(lines(&pages(), text).await, ["2023-12-31"]);
}

/// Every column of a list of structs, next to the table that the crate makes of the same article.
fn same_columns(list: &dyn Array, table: &RecordBatch) {
    let items = list.as_list::<i32>().value(0);
    let items = items.as_struct();
    assert_eq!(items.num_columns(), table.num_columns(), "no id of the article, but a diagnostic");
    for (field, column) in table.schema().fields().iter().zip(table.columns()).skip(1) {
        let found = items.column_by_name(field.name()).unwrap();
        assert_eq!(found.to_data(), column.to_data(), "{}", field.name());
    }
}

#[tokio::test]
async fn lists_hold_the_columns_of_the_tables() {
    let text = "縣長林一表示，去年全縣出口額達12億元，同比增長8.5%。計劃3月動工，占地約100坪。";
    let day = wanyi::chrono::NaiveDate::from_ymd_opt(2024, 1, 20).unwrap();
    let parser = Parser::new().published(day).region(Region::Taiwan);
    let mut tables = Tables::new();
    tables.push_as("", &parser.parse(text).unwrap());
    let tables = tables.finish().unwrap();
    let columns =
        ["zh_quantities", "zh_times", "zh_claims"].map(|name| format!("{name}('{text}', DATE '2024-01-20', 'TW')"));
    let batch = batch(&pages(), &format!("SELECT {}", columns.join(", "))).await;
    for (column, table) in batch.columns().iter().zip([&tables.quantities, &tables.times, &tables.claims]) {
        assert!(table.num_rows() > 0);
        same_columns(column, table);
    }
}

#[test]
fn structs_have_the_fields_of_rows() {
    let functions = wanyi_datafusion::functions();
    for (name, table) in [
        ("zh_quantities", schema::<QuantityRow<'_>>()),
        ("zh_times", schema::<TimeRow<'_>>()),
        ("zh_claims", schema::<ClaimRow<'_>>()),
    ] {
        let function = functions.iter().find(|function| function.name() == name).unwrap();
        let DataType::List(item) = function.return_type(&[DataType::Utf8]).unwrap() else {
            panic!("{name} gives no list")
        };
        let DataType::Struct(fields) = item.data_type() else { panic!("{name} gives no structs") };
        let mut names: Vec<_> = table.fields().iter().skip(1).map(|field| field.name().as_str()).collect();
        names.push("diagnostic");
        assert_eq!(fields.iter().map(|field| field.name().as_str()).collect::<Vec<_>>(), names);
    }
}

#[tokio::test]
async fn diagnostics_stand_beside_what_they_touch() {
    let context = pages();
    let sql = "SELECT text, value, diagnostic FROM (SELECT unnest(zh_quantities('投資2.9億(yì)元，種樹300株。', NULL, 'CN')))";
    assert_eq!(lines(&context, sql).await, ["2.9億元|290000000.0000000000|pinyin_noise", "300株|300.0000000000|null"]);
}

#[tokio::test]
async fn a_named_struct_stays_one_and_a_column_beside_goes_first() {
    let context = pages();
    let named =
        "SELECT q['unit'], q['value'] FROM (SELECT unnest(zh_quantities(body)) AS q FROM pages) WHERE q['unit'] = '畝'";
    assert_eq!(lines(&context, named).await, ["畝|420.0000000000"]);
    let beside = "SELECT unit, q.text FROM (SELECT 'mine' AS unit, unnest(ZH_quantities(body)) FROM pages) AS q WHERE role = 'percent'";
    assert_eq!(lines(&context, beside).await, ["mine|8%"]);
    let joined = "SELECT q.text, t.text FROM (SELECT body, unnest(zh_quantities(body)) FROM pages) AS q
                  JOIN (SELECT body, unnest(zh_times(body)) FROM pages) AS t ON q.body = t.body AND q.claim = t.claim
                  WHERE q.unit = '元'";
    assert_eq!(lines(&context, joined).await, ["2.3億元|去年"]);
    let top = batch(&context, "SELECT unnest(zh_quantities(body)) FROM pages").await;
    assert!(matches!(top.column(0).data_type(), DataType::Struct(_)));
}

#[tokio::test]
async fn plain_columns_are_normalized_and_converted() {
    let context = pages();
    let sql =
        "SELECT zh_normalize(t), zh_normalize_diagnostic(t) FROM (VALUES ('420餘萬元'), ('3至5人'), (NULL)) AS v (t)";
    assert_eq!(
        lines(&context, sql).await,
        ["4200000.0000000000|null", "null|no single number: a range, or a number left open", "null|null"]
    );
    let sql = "SELECT zh_convert(v, u, w), zh_convert_diagnostic(v, u, w)
               FROM (VALUES (15, '畝', '公頃'), (1, '畝', '平方米'), (2.5, '萬元', '元'), (3, '公里', '公斤'), (NULL, '米', '米')) AS t (v, u, w)";
    assert_eq!(
        lines(&context, sql).await,
        [
            "1.0000000000|null",
            "666.6666666667|rounded to 10 places",
            "25000.0000000000|null",
            "null|公里 and 公斤 are of different dimensions",
            "null|null",
        ]
    );
}

#[tokio::test]
async fn wrong_arguments_are_refused_when_planned() {
    let context = pages();
    for (sql, message) in [
        ("SELECT zh_quantities(1)", "zh_quantities takes no Int64 as argument 1"),
        ("SELECT zh_convert('1', 'a', 'b')", "zh_convert takes a number and two units"),
        ("SELECT zh_normalize('1', '2')", "zh_normalize takes a text"),
    ] {
        let error = context.sql(sql).await.unwrap_err().to_string();
        assert!(error.contains(message), "{error}");
    }
}
