//! What a core does: reads the records of a shard and writes its files.

use std::io;

use wanyi::{Article, ParseError, Parser};

use crate::draft::Draft;
use crate::failure::Failure;
use crate::input::Record;
use crate::input::files::File;
use crate::options::Reading;
use crate::output::{Folder, Origin, Part};
use crate::progress::{Progress, Step};
use crate::summary::Counts;

/// After how many records the progress is told.
const TOGETHER: u64 = 64;

/// The same for all shards of a run.
pub(crate) struct Work<'a> {
    pub(crate) files: &'a [File],
    pub(crate) reading: &'a Reading,
    pub(crate) folder: &'a Folder,
    pub(crate) progress: &'a Progress,
}

impl Work<'_> {
    /// Reads the records of a shard, which take so many bytes on disk; its files have their names after that.
    pub(crate) fn read(&self, shard: u32, records: Vec<Record>, packed: u64) -> io::Result<Counts> {
        let mut part = self.folder.part(shard)?;
        let mut counts = Counts::default();
        let (all, mut told) = (records.len() as u64, Step::default());
        for (number, record) in (1..).zip(records) {
            self.record(&record, &mut part, &mut counts)?;
            if number % TOGETHER == 0 || number == all {
                let packed = u64::try_from(u128::from(packed) * u128::from(number) / u128::from(all));
                let packed = packed.unwrap_or_default();
                let now = Step { articles: counts.articles, failures: counts.failed(), bytes: counts.bytes, packed };
                self.progress.note(now - std::mem::replace(&mut told, now));
            }
        }
        part.commit()?;
        Ok(counts)
    }

    fn record(&self, record: &Record, part: &mut Part<'_>, counts: &mut Counts) -> io::Result<()> {
        counts.records += 1;
        counts.bytes += record.data.bytes().len() as u64;
        let mut origin = self.origin(record);
        let failure = match Draft::of(&record.data, &self.reading.fields, self.reading.limit) {
            Ok(None) => {
                counts.other += 1;
                return Ok(());
            }
            Ok(Some(draft)) => match self.article(&draft) {
                Ok(article) => {
                    counts.article(&article, draft.malformed);
                    origin.begin_content(&draft);
                    origin.url.clone_from(&draft.url);
                    let id = draft.id.clone().unwrap_or_else(|| place(&origin));
                    return part.push(&id, origin, &article);
                }
                Err(error) => Failure::from(error),
            },
            Err(failure) => failure,
        };
        counts.fail(failure.kind);
        part.fail(&origin, &failure, record.data.bytes())
    }

    fn origin(&self, record: &Record) -> Origin {
        let file = self.files.get(record.file).map(|file| file.path.to_string_lossy().into_owned());
        let file = file.unwrap_or_default();
        Origin { file, offset: record.offset, line: record.line, ..Origin::default() }
    }

    fn article<'d>(&self, draft: &'d Draft) -> Result<Article<'d>, ParseError> {
        let mut parser = Parser::new().limit(self.reading.limit.saturating_mul(2));
        if let Some(region) = draft.region {
            parser = parser.region(region);
        }
        if let Some(published) = draft.published {
            parser = parser.published(published);
        }
        let article = parser.parse(&draft.text)?;
        match draft.fallback {
            Some(published) if article.published().is_none() => parser.published(published).parse(&draft.text),
            _ => Ok(article),
        }
    }
}

impl Origin {
    fn begin_content(&mut self, draft: &Draft) {
        let head = draft.text.get(..draft.content).unwrap_or_default();
        self.content = u32::try_from(head.len()).unwrap_or(u32::MAX);
        self.content_char = u32::try_from(head.chars().count()).unwrap_or(u32::MAX);
    }
}

/// The id of an article whose record has none: no other of the run has it.
fn place(origin: &Origin) -> String {
    match (origin.line, origin.offset) {
        (Some(line), _) => format!("{}:{line}", origin.file),
        (None, 0) => origin.file.clone(),
        (None, offset) => format!("{}:{offset}", origin.file),
    }
}
