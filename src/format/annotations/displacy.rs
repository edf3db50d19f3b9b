//! spaCy's displaCy, drawn by hand.

use super::mark::{self, Mark, What};
use crate::Article;
use crate::format::tree::{Tree, as_json};

/// An article's quantities and times as `{"text", "ents"}`, which `displacy.render(form, style="ent", manual=True)`
/// draws.
///
/// Offsets are in code points, as Python counts. The renderer writes what overlaps twice, so of two the one that begins
/// earlier, or is longer, is kept (10年前 of 10年 and 10年前). Labels are those of [OntoNotes](super#labels), for which it
/// has colours. There is no `title`: the renderer would write it into its page unescaped.
///
/// ```
/// use wanyi::{Article, annotations::Displacy};
///
/// let article = Article::parse("𠮷野村投入3億元。")?;
/// let form = Displacy::new(&article).to_string();
/// assert_eq!(form, r#"{"text":"𠮷野村投入3億元。","ents":[{"start":5,"end":8,"label":"MONEY"}]}"#);
/// # Ok::<(), wanyi::ParseError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Displacy<'r> {
    article: &'r Article<'r>,
}

as_json!(Displacy);

impl<'r> Displacy<'r> {
    /// The form of an article.
    #[must_use]
    pub const fn new(article: &'r Article<'r>) -> Self {
        Self { article }
    }

    fn tree(&self) -> Tree<'r> {
        let is_wanted = |what: &What<'_>| matches!(what, What::Quantity(_) | What::Time(_));
        let marks = mark::outermost(mark::of(self.article), is_wanted);
        Tree::object([
            ("text", Tree::text(self.article.source_text())),
            ("ents", Some(Tree::List(marks.iter().map(entity).collect()))),
        ])
    }
}

fn entity(mark: &Mark<'_>) -> Tree<'static> {
    let chars = mark.span.chars();
    Tree::object([
        ("start", Some(Tree::Count(chars.start))),
        ("end", Some(Tree::Count(chars.end))),
        ("label", Tree::text(mark.what.label())),
    ])
}
