//! Tables as JSON lines: the rows of the crate.

use std::io::{self, Write as _};

use serde::Serialize;
use wanyi::Article;
use wanyi::rows::ArticleRow;

use super::{NewFile, Origin};

#[derive(Serialize)]
struct ArticleLine<'a> {
    #[serde(flatten)]
    row: ArticleRow<'a>,
    #[serde(flatten)]
    origin: &'a Origin,
}

pub(super) struct Tables {
    files: [NewFile; 5],
}

impl Tables {
    pub(super) fn new(files: [NewFile; 5]) -> Self {
        Self { files }
    }
}

impl super::Tables for Tables {
    fn push(&mut self, id: &str, origin: Origin, article: &Article<'_>) -> io::Result<()> {
        let rows = article.rows(id);
        let [articles, quantities, claims, changes, times] = &mut self.files;
        write(articles, &ArticleLine { row: rows.article(), origin: &origin })?;
        rows.quantities().try_for_each(|row| write(quantities, &row))?;
        rows.claims().try_for_each(|row| write(claims, &row))?;
        rows.changes().try_for_each(|row| write(changes, &row))?;
        rows.times().try_for_each(|row| write(times, &row))
    }

    fn finish(self: Box<Self>) -> io::Result<[NewFile; 5]> {
        Ok(self.files)
    }
}

fn write(file: &mut NewFile, row: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *file, row)?;
    file.write_all(b"\n")
}
