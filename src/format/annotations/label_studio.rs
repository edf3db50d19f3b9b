//! Label Studio: a task with a prediction.

use alloc::vec::Vec;

use super::mark::{self, Mark};
use crate::Article;
use crate::format::tree::{Tree, as_json};

/// An article as a task of Label Studio, with its marks as a prediction to correct.
///
/// `start` and `end` count UTF-16 code units, as its editor does: 𠮷 is two. What is
/// [said](super#what-is-said-of-each) of a mark is in its `meta`. A project reads it that has the interface of
/// [`LabelStudio::CONFIG`]; a file of tasks is a JSON list of them.
///
/// ```
/// use wanyi::{Article, annotations::LabelStudio};
///
/// let article = Article::parse("𠮷野村投入3億元。")?;
/// let task = LabelStudio::new(&article).to_string();
/// assert!(task.starts_with(r#"{"data":{"text":"𠮷野村投入3億元。"},"predictions":[{"model_version":"wanyi "#));
/// assert!(task.contains(r#""value":{"start":6,"end":9,"text":"3億元","labels":["MONEY"]}"#));
/// # Ok::<(), wanyi::ParseError>(())
/// ```
#[derive(Clone, Debug)]
pub struct LabelStudio<'r> {
    article: &'r Article<'r>,
}

as_json!(LabelStudio);

impl LabelStudio<'_> {
    /// The labelling interface of the predictions: every [label](super#labels), on the text of the task. The text is
    /// said to be one, so that the editor fetches nothing where it looks like an address.
    ///
    /// ```
    /// use wanyi::annotations::LabelStudio;
    ///
    /// assert!(LabelStudio::CONFIG.contains(r#"<Text name="text" value="$text" valueType="text""#));
    /// ```
    pub const CONFIG: &'static str = include_str!("label_studio.xml");
}

impl<'r> LabelStudio<'r> {
    /// The task of an article.
    #[must_use]
    pub const fn new(article: &'r Article<'r>) -> Self {
        Self { article }
    }

    fn tree(&self) -> Tree<'r> {
        let source = self.article.source_text();
        let wide = source.char_indices().filter(|(_, c)| c.len_utf16() == 2).map(|(at, _)| at).collect::<Vec<_>>();
        let marks = mark::of(self.article);
        let result = marks.iter().map(|mark| self.region(mark, &wide)).collect();
        let prediction = Tree::object([
            ("model_version", Tree::text(concat!("wanyi ", env!("CARGO_PKG_VERSION")))),
            ("result", Some(Tree::List(result))),
        ]);
        Tree::object([
            ("data", Some(Tree::object([("text", Tree::text(source))]))),
            ("predictions", Some(Tree::List(alloc::vec![prediction]))),
        ])
    }

    /// A region; `wide` are the places of characters that are two code units.
    fn region(&self, mark: &Mark<'r>, wide: &[usize]) -> Tree<'r> {
        let units = |byte: usize, chars: usize| Some(Tree::Count(chars + wide.partition_point(|at| *at < byte)));
        let (span, chars) = (mark.span, mark.span.chars());
        let value = Tree::object([
            ("start", units(span.start(), chars.start)),
            ("end", units(span.end(), chars.end)),
            ("text", self.article.get(span).and_then(Tree::text)),
            ("labels", Tree::list([mark.what.label().into()])),
        ]);
        let told = Some(mark.what.told()).filter(|told| !told.is_empty());
        let meta = told.map(|told| Tree::object([("text", Tree::list([told.into()]))]));
        Tree::object([
            ("id", Tree::text(mark.id.clone())),
            ("from_name", Tree::text("label")),
            ("to_name", Tree::text("text")),
            ("type", Tree::text("labels")),
            ("value", Some(value)),
            ("meta", meta),
        ])
    }
}
