//! Flat rows: one a quantity, claim, change, time and article, for CSV, databases and data frames.
//!
//! [`Article::rows`] gives them. Every row names its article by the id that the caller gave it, and others by their
//! numbers in the article, from 0, so that tables join on `article` and `claim`, `quantity`, `time`, `change`,
//! `section` or `paragraph`. With the feature `serde` a row is flat: no field holds others, which is what the crate
//! `csv` asks for; numbers are their exact digits (`4200000`, `1/3`), days are ISO 8601, enums their names in the JSON
//! form, and what is not known is empty. [`Row`] has the same as [`Cell`]s.
//!
//! ```
//! # #[cfg(feature = "serde")] {
//! use wanyi::Article;
//! use wanyi::rows::Row as _;
//!
//! let pages = ["今年投入420餘萬元。", "出口500噸，同比增長25%。"];
//! let mut writer = csv::Writer::from_writer(Vec::new());
//! for (number, page) in pages.iter().enumerate() {
//!     for row in Article::parse(page)?.rows(number).quantities() {
//!         writer.serialize(row.for_spreadsheet())?;
//!     }
//! }
//! let table = String::from_utf8(writer.into_inner()?)?;
//! assert!(table.starts_with("article,quantity,section,paragraph,claim,block,text,start,end,"));
//! assert_eq!(table.lines().count(), 4, "a header and three quantities");
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Texts stand in rows as the article has them, with their damage undone, which leaves out marks of direction, and else
//! whatever they hold: a file for programs needs no more than the quotes of CSV. A spreadsheet takes a text such as
//! `=1+2` for a formula; [`Row::for_spreadsheet`] guards against that, and against what is invisible in texts and ids.
//!
//! Rooms: `tables` (what each column holds), `cell` (columns and cells), `fill` (rows from views), `sheet`
//! (spreadsheets).

mod cell;
mod fill;
mod sheet;
mod tables;

pub use cell::{Cell, Column, ColumnKind, Row};
pub use fill::Rows;
pub use sheet::spreadsheet;
pub use tables::{ArticleRow, ChangeRow, ClaimRow, QuantityRow, TimeRow};

use alloc::string::ToString;

use crate::Article;
use crate::named::named;

named! {
    /// Which part of a change a quantity is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Part {
        /// By how much: 增長7.5%.
        Magnitude = "magnitude",
        /// By which share, beside an amount: 增加12家，增長6%.
        Relative = "relative",
        /// From what: 由3.2%.
        From = "from",
        /// To what: 升至3.5%.
        To = "to",
        /// What it led to: 投入2.3億元，同比增長7.5%.
        Level = "level",
    }
}

impl Article<'_> {
    /// Its flat rows, each with this id of the article: a file name, a key of a database, or its place among others.
    ///
    /// ```
    /// use wanyi::Article;
    ///
    /// let article = Article::parse("雲溪縣投入2.3億元，新建衛生院6所。")?;
    /// let rows = article.rows("yunxi/17");
    /// let found: Vec<_> = rows.quantities().map(|row| (row.claim, row.text.into_owned())).collect();
    /// assert_eq!(found, [(Some(0), "2.3億元".into()), (Some(1), "6所".into())]);
    /// assert!(rows.claims().all(|row| row.article == "yunxi/17"));
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    #[must_use]
    pub fn rows(&self, id: impl ToString) -> Rows<'_> {
        Rows::new(self, id.to_string())
    }
}
