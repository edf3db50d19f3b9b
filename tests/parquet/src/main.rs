//! Writes the tables of news pages as Parquet files: `wanyi-parquet DIRECTORY PAGE…`.

use std::error::Error;
use std::path::PathBuf;

use wanyi::{Article, arrow::Tables};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let directory = arguments.next().ok_or("usage: wanyi-parquet DIRECTORY PAGE…")?;
    let mut tables = Tables::new();
    for page in arguments {
        let text = std::fs::read_to_string(&page)?;
        tables.push_as(&page.to_string_lossy(), &Article::parse(&text)?);
    }
    for (name, batch) in tables.finish()?.named() {
        std::fs::write(directory.join(name).with_extension("parquet"), wanyi_parquet::write(batch)?)?;
        println!("{name}: {} rows", batch.num_rows());
    }
    Ok(())
}
