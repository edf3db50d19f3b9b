//! The Web Annotation Data Model of the W3C.

use alloc::borrow::Cow;
use alloc::string::String;

use super::mark::{self, Mark};
use crate::Article;
use crate::format::tree::{Tree, as_json};

/// How many code points stand before and after a quote.
const CONTEXT: usize = 32;

/// An article's marks as a page of [Web Annotations](https://www.w3.org/TR/annotation-model/) on its text: an
/// `AnnotationPage` with one `Annotation` for each quantity, time, claim and field.
///
/// | member | what |
/// |---|---|
/// | `id` | the source with `#annotation-q0`: q, t, c or f, and the JSON form's `id`; `#annotations` for the page |
/// | `motivation` | `classifying` |
/// | `body`, purpose `classifying` | the kind: quantity, time, claim, field |
/// | `body`, purpose `tagging` | the [label](super#labels) |
/// | `body`, purpose `describing` | [what is said of it](super#what-is-said-of-each) |
/// | `target.source` | the address that was given |
/// | `TextPositionSelector` | `start` and `end` in code points of the text as given |
/// | `TextQuoteSelector` | `exact`, and up to 32 code points as `prefix` and `suffix` |
///
/// The two selectors say the same, so that a reader whose text differs (a page of HTML with other blanks) finds the
/// place by the quote.
///
/// ```
/// use wanyi::{Article, annotations::WebAnnotations};
///
/// let article = Article::parse("雲溪縣投入3億元。")?;
/// let json = WebAnnotations::new(&article, "https://news.example/1").to_string();
/// assert!(json.contains(r#"{"type":"TextPositionSelector","start":5,"end":8}"#));
/// assert!(json.contains(r#"{"type":"TextQuoteSelector","exact":"3億元","prefix":"雲溪縣投入","suffix":"。"}"#));
/// # Ok::<(), wanyi::ParseError>(())
/// ```
#[derive(Clone, Debug)]
pub struct WebAnnotations<'r> {
    article: &'r Article<'r>,
    source: Cow<'r, str>,
}

as_json!(WebAnnotations);

impl<'r> WebAnnotations<'r> {
    /// The annotations of an article whose text is at an address, an IRI.
    #[must_use]
    pub fn new(article: &'r Article<'r>, source: impl Into<Cow<'r, str>>) -> Self {
        Self { article, source: source.into() }
    }

    fn id(&self, part: &str) -> Tree<'r> {
        let page = self.source.split_once('#').map_or(&*self.source, |(page, _)| page);
        alloc::format!("{page}#{part}").into()
    }

    fn tree(&self) -> Tree<'r> {
        let items = mark::of(self.article).iter().map(|mark| self.annotation(mark)).collect();
        Tree::object([
            ("@context", Tree::text("http://www.w3.org/ns/anno.jsonld")),
            ("id", Some(self.id("annotations"))),
            ("type", Tree::text("AnnotationPage")),
            ("items", Some(Tree::List(items))),
        ])
    }

    fn annotation(&self, mark: &Mark<'r>) -> Tree<'r> {
        let told = mark.what.told();
        let bodies = [
            Some(body("classifying", mark.what.kind())),
            Some(body("tagging", mark.what.label())),
            (!told.is_empty()).then(|| body("describing", told)),
        ];
        let target = Tree::object([
            ("source", Tree::text(String::from(&*self.source))),
            ("selector", Some(self.selectors(mark))),
        ]);
        Tree::object([
            ("id", Some(self.id(&alloc::format!("annotation-{}", mark.id)))),
            ("type", Tree::text("Annotation")),
            ("motivation", Tree::text("classifying")),
            ("body", Tree::list(bodies.into_iter().flatten())),
            ("target", Some(target)),
        ])
    }

    fn selectors(&self, mark: &Mark<'r>) -> Tree<'r> {
        let (source, chars) = (self.article.source_text(), mark.span.chars());
        let before = source.get(..mark.span.start()).unwrap_or_default();
        let after = source.get(mark.span.end()..).unwrap_or_default();
        let first = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let last = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        Tree::List(alloc::vec![
            Tree::object([
                ("type", Tree::text("TextPositionSelector")),
                ("start", Some(Tree::Count(chars.start))),
                ("end", Some(Tree::Count(chars.end))),
            ]),
            Tree::object([
                ("type", Tree::text("TextQuoteSelector")),
                ("exact", self.article.get(mark.span).and_then(Tree::text)),
                ("prefix", before.get(first..).and_then(Tree::text)),
                ("suffix", after.get(..last).and_then(Tree::text)),
            ]),
        ])
    }
}

fn body<'r>(purpose: &'static str, value: impl Into<Cow<'r, str>>) -> Tree<'r> {
    Tree::object([
        ("type", Tree::text("TextualBody")),
        ("purpose", Tree::text(purpose)),
        ("value", Tree::text(value)),
        ("format", Tree::text("text/plain")),
    ])
}
