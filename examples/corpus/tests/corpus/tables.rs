//! The tables: the same rows in both forms, joined by ids.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use wanyi::arrow_array::cast::AsArray as _;
use wanyi::arrow_array::types::{Date32Type, Decimal128Type, Time32SecondType, UInt32Type, UInt64Type};
use wanyi::arrow_array::{Array as _, ArrayRef};
use wanyi::arrow_schema::DataType;

use crate::support::{FIELDS, TABLES, batches, column, done, folder, lines};

/// A cell as the rows of JSON lines have it.
fn cell(array: &ArrayRef, at: usize) -> Value {
    if array.is_null(at) {
        return Value::Null;
    }
    match array.data_type() {
        DataType::LargeUtf8 => array.as_string::<i64>().value(at).into(),
        DataType::UInt32 => array.as_primitive::<UInt32Type>().value(at).into(),
        DataType::UInt64 => array.as_primitive::<UInt64Type>().value(at).into(),
        DataType::Boolean => array.as_boolean().value(at).into(),
        DataType::Date32 => array.as_primitive::<Date32Type>().value_as_date(at).unwrap().to_string().into(),
        DataType::Time32(_) => array.as_primitive::<Time32SecondType>().value_as_time(at).unwrap().to_string().into(),
        DataType::Decimal128(38, 10) => {
            let text = array.as_primitive::<Decimal128Type>().value_as_string(at);
            text.parse::<wanyi::rust_decimal::Decimal>().unwrap().normalize().to_string().into()
        }
        other => panic!("{other} is new"),
    }
}

/// The rows of a table in Parquet, as JSON lines have them.
fn rows(out: &Path, table: &str) -> Vec<Value> {
    let mut rows = Vec::new();
    for batch in batches(out, table) {
        let schema = batch.schema();
        for at in 0..batch.num_rows() {
            let mut row = serde_json::Map::new();
            for (field, array) in schema.fields().iter().zip(batch.columns()) {
                let value = cell(array, at);
                // exact numbers that no decimal column holds stand beside it
                match field.name().strip_suffix("_text") {
                    Some(name) if value.is_null() => assert!(row.contains_key(name)),
                    Some(name) => assert_eq!(row.insert(name.to_owned(), value), Some(Value::Null)),
                    None => assert_eq!(row.insert(field.name().clone(), value), None),
                }
            }
            rows.push(Value::Object(row));
        }
    }
    rows
}

fn both_forms(articles: &str) -> (tempfile::TempDir, Vec<(&'static str, Vec<Value>)>) {
    let folder = folder(&[]);
    let path = folder.path();
    done(path, &["make", "--articles", articles, "--bad", "50", "-o", "a.jsonl"]);
    for form in ["parquet", "jsonl"] {
        let flags = ["read", "--quiet", "--shard", "100K", "--to", form, "-o", form, "a.jsonl"];
        done(path, &[&flags[..], &FIELDS].concat());
    }
    let tables = TABLES.map(|table| (table, lines(&path.join("jsonl"), table)));
    (folder, tables.into())
}

#[test]
fn json_lines_have_the_rows_of_parquet() {
    let (folder, tables) = both_forms("400");
    for (table, wanted) in tables {
        assert!(wanted.len() > 390, "{table}: {}", wanted.len());
        assert_eq!(rows(&folder.path().join("parquet"), table), wanted, "{table}");
    }
    let bad = |form| lines(&folder.path().join(form), "bad");
    assert_eq!((bad("parquet").len(), bad("parquet")), (8, bad("jsonl")));
}

#[test]
fn tables_join_and_no_article_is_counted_twice() {
    let (_folder, tables) = both_forms("300");
    let [(_, articles), (_, quantities), (_, claims), (_, changes), (_, times)] = tables.try_into().unwrap();
    let ids: BTreeSet<String> = column(&articles, "article").into_iter().collect();
    assert_eq!((ids.len(), articles.len()), (294, 294));
    let sum = |name| column(&articles, name).iter().map(|count| count.parse::<usize>().unwrap()).sum::<usize>();
    for (name, rows) in [("quantities", &quantities), ("claims", &claims), ("changes", &changes), ("times", &times)] {
        assert_eq!(sum(name), rows.len(), "{name}");
        assert!(column(rows, "article").iter().all(|id| ids.contains(id)), "{name}");
    }
    let keys = |rows: &[Value], name| -> BTreeSet<(String, String)> {
        column(rows, "article").into_iter().zip(column(rows, name)).collect()
    };
    let claim_keys = keys(&claims, "claim");
    assert_eq!(claim_keys.len(), claims.len());
    assert!(keys(&changes, "claim").is_subset(&claim_keys));
    let of_claims: BTreeSet<_> = keys(&quantities, "claim").into_iter().filter(|(_, claim)| claim != "null").collect();
    assert!(!of_claims.is_empty() && of_claims.is_subset(&claim_keys));
    let of_times: BTreeSet<_> = keys(&claims, "time").into_iter().filter(|(_, time)| time != "null").collect();
    assert!(!of_times.is_empty() && of_times.is_subset(&keys(&times, "time")));
}

#[test]
fn parquet_is_packed_with_zstd() {
    use parquet::file::reader::{FileReader as _, SerializedFileReader};
    let (folder, _) = both_forms("50");
    for table in TABLES {
        let part = std::fs::File::open(&crate::support::parts(&folder.path().join("parquet"), table)[0]).unwrap();
        let reader = SerializedFileReader::new(part).unwrap();
        let group = reader.metadata().row_group(0);
        let is_zstd = |column: &parquet::file::metadata::ColumnChunkMetaData| {
            matches!(column.compression(), parquet::basic::Compression::ZSTD(_))
        };
        assert!(group.num_rows() > 0 && group.columns().iter().all(is_zstd), "{table}");
    }
}
