//! What is written as Parquet is read back the same: columns, types, exact numbers and what is not known.

use wanyi::arrow::Tables;
use wanyi::{Article, arrow_array::RecordBatch};

const TEXTS: [&str; 5] = [
    include_str!("../../../examples/data/article.txt"),
    include_str!("../../data/mirror_shifted.txt"),
    "一",
    "𠮷野家新開3家店，主隊以21比18獲勝，完成三分之一，共數百人，約有0.00000000001元，氣溫負5℃，近3億元。",
    "2023年9月20日19時30分，出口額由86億元增至120億元，月增3%，年減5%，共9999999999999999999999999999元。",
];

fn round_trip(batch: &RecordBatch) -> Vec<RecordBatch> {
    wanyi_parquet::read(wanyi_parquet::write(batch).unwrap()).unwrap()
}

#[test]
fn every_table_comes_back_as_it_was() {
    let mut tables = Tables::new();
    for text in TEXTS {
        tables.push(&Article::parse(text).unwrap());
    }
    for (name, batch) in tables.finish().unwrap().named() {
        assert!(batch.num_rows() >= TEXTS.len() - 1, "{name}");
        let back = round_trip(batch);
        assert_eq!(back, std::slice::from_ref(batch), "{name}");
        assert_eq!(back[0].schema(), batch.schema(), "{name}");
    }
}

#[test]
fn tables_without_rows_keep_their_columns() {
    for (name, batch) in Tables::new().finish().unwrap().named() {
        assert!(round_trip(batch).iter().all(|back| back.num_rows() == 0), "{name}");
    }
}
