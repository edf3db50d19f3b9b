//! JSON-LD: an article in the vocabulary of [schema.org](https://schema.org/), for search engines and knowledge graphs.
#![doc = include_str!("mapping.md")]

mod amount;
mod claim;
mod codes;

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::tree::{Tree, as_json};
use crate::{Article, Moment, Person, Region, Script, Section, TimeRef};

/// An article as a `NewsArticle` of schema.org. The [module](self) has the mapping.
///
/// ```
/// use wanyi::{Article, jsonld::NewsArticle};
///
/// let article = Article::parse("雲溪縣去年投入人民幣420余萬元。")?;
/// let json = NewsArticle::new(&article).url("https://news.example/1").to_string();
/// assert!(json.contains(r#""@type":"MonetaryAmount","@id":"https://news.example/1#q0","name":"人民幣420余萬元""#));
/// assert!(json.contains(r#""minValue":"4200000","maxValue":"4300000","currency":"CNY""#));
/// # Ok::<(), wanyi::ParseError>(())
/// ```
#[derive(Clone, Debug)]
pub struct NewsArticle<'r> {
    article: &'r Article<'r>,
    url: Option<String>,
}

impl<'r> NewsArticle<'r> {
    /// The article without an address: its parts are named relative to the page that it stands in.
    #[must_use]
    pub const fn new(article: &'r Article<'r>) -> Self {
        Self { article, url: None }
    }

    /// The same at an address, an IRI, which names it.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
}

impl Article<'_> {
    /// The article as JSON-LD in the vocabulary of schema.org, safe within a `<script>` element. See
    /// [`NewsArticle`](crate::jsonld::NewsArticle) for one with an address, or for another writer of JSON.
    ///
    /// ```
    /// use wanyi::Article;
    ///
    /// let article = Article::parse("雲溪縣</script>去年投入3億元。")?;
    /// let json = article.to_jsonld();
    /// assert!(json.contains(r#""@type":"NewsArticle""#) && !json.contains("</script>"));
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    #[must_use]
    pub fn to_jsonld(&self) -> String {
        NewsArticle::new(self).to_string()
    }
}

as_json!(NewsArticle);

impl<'r> NewsArticle<'r> {
    fn tree(&self) -> Tree<'r> {
        let article = self.article;
        let body: Vec<&str> = article.sections().flat_map(|section| lines(&section, true)).collect();
        let sections = article.sections().enumerate().map(|(at, section)| self.section(at, &section));
        let unclaimed = article.quantities().enumerate().filter(|(id, _)| article.claim_of_quantity(*id).is_none());
        Tree::object([
            ("@context", Some(context())),
            ("@type", Tree::text("NewsArticle")),
            ("@id", Some(self.id("article"))),
            ("url", self.url.clone().map(Tree::from)),
            ("headline", article.title().and_then(|title| Tree::text(title.text()))),
            ("datePublished", article.published().and_then(|time| self.published(&time))),
            ("inLanguage", Tree::text(language(article))),
            ("publisher", article.source().map(|source| named("Organization", source.text))),
            ("author", people(article.authors())),
            ("editor", people(article.editors())),
            ("contributor", people(article.credits())),
            ("dateline", self.dateline()),
            ("locationCreated", article.dateline().and_then(|line| line.place()).map(|at| named("Place", at.text))),
            ("articleBody", (!body.is_empty()).then(|| body.join("\n").into())),
            ("hasPart", Tree::list(sections)),
            ("mentions", Tree::list(unclaimed.map(|(id, quantity)| amount::tree(quantity, Some(self.quantity(id)))))),
        ])
    }

    /// The name of the article or of a part of it: `https://news.example/1#c0`, `#c0` where there is no address.
    fn id(&self, part: &str) -> Tree<'r> {
        match (&self.url, part) {
            (Some(url), "article") => url.clone().into(),
            (Some(url), part) => {
                let page = url.split_once('#').map_or(url.as_str(), |(page, _)| page);
                alloc::format!("{page}#{part}").into()
            }
            (None, part) => alloc::format!("#{part}").into(),
        }
    }

    fn quantity(&self, id: usize) -> Tree<'r> {
        self.id(&alloc::format!("q{id}"))
    }

    fn section(&self, at: usize, section: &Section<'r>) -> Tree<'r> {
        let text: Vec<&str> = lines(section, false).collect();
        Tree::object([
            ("@type", Tree::text("CreativeWork")),
            ("@id", Some(self.id(&alloc::format!("s{at}")))),
            ("position", Some(Tree::Count(at + 1))),
            ("name", section.heading().and_then(|heading| Tree::text(heading.text()))),
            ("text", (!text.is_empty()).then(|| text.join("\n").into())),
            ("hasPart", Tree::list(section.claims().map(|claim| self.claim(&claim)))),
        ])
    }

    /// The day, or the instant by the clocks of the region; all six keep the same.
    fn published(&self, time: &TimeRef<'_>) -> Option<Tree<'r>> {
        let moment = time.from?;
        let region = self.article.region().map(|region| region.value);
        Tree::text(with_offset(moment, region))
    }

    fn dateline(&self) -> Option<Tree<'r>> {
        let line = self.article.dateline()?;
        let pieces = [line.agency(), line.place()].map(|piece| piece.map(|piece| piece.text));
        let parts: Vec<&str> = pieces.into_iter().flatten().chain(line.date().map(|date| date.text())).collect();
        (!parts.is_empty()).then(|| parts.join(" ").into())
    }
}

fn with_offset(moment: Moment, region: Option<Region>) -> String {
    match region.and_then(|region| moment.instant(region)) {
        Some(instant) => instant.to_rfc3339(),
        None => moment.to_string(),
    }
}

/// The vocabulary; in amounts, that the digits are decimals.
fn context() -> Tree<'static> {
    let decimal = |id: &'static str| {
        let kind = Tree::text("http://www.w3.org/2001/XMLSchema#decimal");
        Some(Tree::object([("@id", Tree::text(id)), ("@type", kind)]))
    };
    let amount = |id: &'static str| {
        let digits = Tree::object([
            ("value", decimal("http://schema.org/value")),
            ("minValue", decimal("http://schema.org/minValue")),
            ("maxValue", decimal("http://schema.org/maxValue")),
        ]);
        Some(Tree::object([("@id", Tree::text(id)), ("@context", Some(digits))]))
    };
    let own = Tree::object([
        ("QuantitativeValue", amount("http://schema.org/QuantitativeValue")),
        ("MonetaryAmount", amount("http://schema.org/MonetaryAmount")),
    ]);
    Tree::List(alloc::vec!["https://schema.org".into(), own])
}

fn lines<'s>(section: &Section<'s>, with_heading: bool) -> impl Iterator<Item = &'s str> + use<'s> {
    let heading = section.heading().filter(|_| with_heading).map(|heading| heading.text());
    heading.into_iter().chain(section.paragraphs().map(|paragraph| paragraph.text()))
}

fn language(article: &Article<'_>) -> &'static str {
    match article.script().map(|script| script.value) {
        Some(Script::Traditional) => "zh-Hant",
        Some(Script::Simplified) => "zh-Hans",
        _ => "zh",
    }
}

fn people<'r>(people: impl Iterator<Item = Person<'r>>) -> Option<Tree<'r>> {
    Tree::list(people.map(|person| named("Person", person.name.text)))
}

/// Something of a type that is known by its name alone.
fn named<'r>(kind: &'static str, name: &'r str) -> Tree<'r> {
    Tree::object([("@type", Tree::text(kind)), ("name", Tree::text(name))])
}
