//! The flags that several commands take.

use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt as _};

use crate::Failure;
use crate::queries::{self, Query};

/// What a command is asked to run, and on what.
#[derive(Debug)]
pub struct Asked {
    /// A Parquet file or directory in the place of the built-in articles.
    pub articles: Option<PathBuf>,
    /// What to run: the ten questions, or one of the caller's.
    pub queries: Vec<Query>,
}

impl Default for Asked {
    fn default() -> Self {
        Self { articles: None, queries: queries::all() }
    }
}

impl Asked {
    /// Reads the flags of a command: its own, of which `own` says that it took them, and `--articles PATH`, `--sql QUERY` and
    /// `--question NUMBER`.
    ///
    /// # Errors
    ///
    /// Where there is another flag, a value is missing, or there is no such question.
    pub fn read(
        mut flags: Parser,
        mut own: impl FnMut(&str, &mut Parser) -> Result<bool, Failure>,
    ) -> Result<Self, Failure> {
        let mut asked = Self::default();
        while let Some(flag) = flags.next()? {
            let Arg::Long(name) = flag else { return Err(flag.unexpected().into()) };
            // the name is borrowed from the flags, of which more are taken
            let name = name.to_owned();
            if !own(&name, &mut flags)? {
                asked.take(&name, &mut flags)?;
            }
        }
        Ok(asked)
    }

    fn take(&mut self, flag: &str, flags: &mut Parser) -> Result<(), Failure> {
        match flag {
            "articles" => self.articles = Some(flags.value()?.into()),
            "sql" => {
                let sql = flags.value()?.string()?;
                self.queries = [Query { question: String::new(), sql, answer: String::new() }].into();
            }
            "question" => {
                let number: usize = flags.value()?.parse()?;
                let question = number.checked_sub(1).and_then(|place| queries::all().into_iter().nth(place));
                self.queries = [question.ok_or("no such question")?].into();
            }
            _ => return Err(Arg::Long(flag).unexpected().into()),
        }
        Ok(())
    }
}
