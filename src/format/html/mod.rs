//! HTML: one self-contained page that shows an article as it was printed, with all that was read from it.
//!
//! [`Report`] is the page; [`Article::to_html`] is that of one article. Rooms: `escape` (text within HTML), `marks` (marks
//! that nest), `table` (claims), `chart` (a change), `strip` (when), `words` (values as people read them). The page needs no
//! network, works without its script, and its style and script stand beside this file.

mod chart;
mod escape;
mod length;
mod marks;
mod strip;
mod table;
mod words;

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use crate::{Article, Person, Script};
use escape::{Attr, Text};
use marks::Marks;

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// A page for one article or several, written by its `Display`.
///
/// The text stands on it as it was printed, to the last character (but for U+0000, which HTML cannot hold), with quantities,
/// times, claims, fields and damage marked; beside it a table of the claims, linked both ways, with a picture of each change
/// and a strip of the times. Everything of an article is escaped, and characters that are invisible or turn the direction of
/// writing are shown as boxes. The same articles give the same page, byte for byte.
///
/// ```
/// use wanyi::{Article, html::Report};
///
/// let [first, second] = ["雲溪縣去年投入3億元。", "出口500噸，同比增長25%。"].map(Article::parse);
/// let (first, second) = (first?, second?);
/// let page = Report::new([&first, &second]).title("<Two> articles").to_string();
/// assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<title>&lt;Two&gt; articles</title>"));
/// assert!(page.contains("href=\"#a2-r1\""), "the claim of the second article leads to its row");
/// # Ok::<(), wanyi::ParseError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Report<'r> {
    articles: Vec<&'r Article<'r>>,
    title: Option<String>,
}

impl<'r> Report<'r> {
    /// A page for these articles, in this order.
    ///
    /// ```
    /// let page = wanyi::html::Report::new([]).to_string();
    /// assert!(page.contains("No article"));
    /// ```
    #[must_use]
    pub fn new(articles: impl IntoIterator<Item = &'r Article<'r>>) -> Self {
        Self { articles: articles.into_iter().collect(), title: None }
    }

    /// The same with a title of its own, instead of that of the first article.
    ///
    /// ```
    /// let page = wanyi::html::Report::new([]).title("September").to_string();
    /// assert!(page.contains("<title>September</title>"));
    /// ```
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }
}

impl Article<'_> {
    /// The article as a page of HTML: what was printed, and what was read. See [`Report`] for several on one page.
    ///
    /// ```
    /// use wanyi::Article;
    ///
    /// let page = Article::parse("雲溪縣去年出口蘋果500噸，同比增長25%。")?.to_html();
    /// assert!(page.contains(r##"<a class="c" id="a1-c1" href="#a1-r1">"##), "a claim leads to its row");
    /// assert!(page.contains("from 400 噸 to 500 噸"), "and its change has a picture");
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    #[must_use]
    pub fn to_html(&self) -> String {
        Report::new([self]).to_string()
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = self.articles.first().and_then(|article| article.title()).map(|title| title.text());
        let title = self.title.as_deref().or(first).unwrap_or("Article");
        f.write_str("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")?;
        f.write_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")?;
        f.write_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")?;
        f.write_str("style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n")?;
        write!(f, "<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n", Attr(title))?;
        f.write_str("<header class=\"bar\"><p class=\"brand\">What the text says, in numbers</p>")?;
        f.write_str(LEGEND)?;
        f.write_str("<button type=\"button\" id=\"theme\" hidden>Theme</button></header>\n")?;
        if self.articles.len() > 1 {
            contents(&self.articles, f)?;
        }
        f.write_str("<main>\n")?;
        if self.articles.is_empty() {
            f.write_str("<p class=\"none\">No article.</p>\n")?;
        }
        for (index, article) in self.articles.iter().enumerate() {
            section(article, index + 1, f)?;
        }
        write!(f, "</main>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n")
    }
}

/// What the colours mean; each is told by its line or tint as well.
const LEGEND: &str = "<p class=\"legend\" aria-label=\"Marks\"><span class=\"c\">claim</span> \
    <span class=\"q money\">money</span> <span class=\"q ratio\">ratio</span> <span class=\"q people\">people</span> \
    <span class=\"q\">other quantity</span> <span class=\"t\">time</span> <span class=\"f\">field</span> \
    <span class=\"d fix\" data-to=\"repair\">damage</span> <span class=\"d\">note</span></p>";

fn name(article: &Article<'_>, number: usize) -> String {
    article.title().map_or_else(|| alloc::format!("Article {number}"), |title| title.text().to_string())
}

/// The `lang` of an article's own words.
fn language(article: &Article<'_>) -> &'static str {
    match article.script().map(|script| script.value) {
        Some(Script::Traditional) => "zh-Hant",
        Some(Script::Simplified) => "zh-Hans",
        _ => "zh",
    }
}

fn contents(articles: &[&Article<'_>], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("<nav class=\"contents\" aria-label=\"Articles\"><ol>\n")?;
    for (index, article) in articles.iter().enumerate() {
        let claims = words::count(article.claims().len(), "claim");
        let (number, lang) = (index + 1, language(article));
        let name = name(article, number);
        writeln!(f, "<li><a href=\"#a{number}\"><span lang=\"{lang}\">{}</span></a> {claims}</li>", Text(&name))?;
    }
    f.write_str("</ol></nav>\n")
}

/// An article: its fields, when, its text, and its claims.
fn section(article: &Article<'_>, number: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let prefix = alloc::format!("a{number}-");
    let lang = language(article);
    writeln!(f, "<article id=\"a{number}\" aria-labelledby=\"{prefix}h\">")?;
    let name = name(article, number);
    writeln!(f, "<h2 id=\"{prefix}h\" lang=\"{lang}\">{}</h2>", Text(&name))?;
    fields(article, lang, f)?;
    strip::write(article, &prefix, f)?;
    f.write_str("<div class=\"panes\">\n")?;
    write!(f, "<section class=\"text\" aria-label=\"Text\" lang=\"{lang}\" translate=\"no\">")?;
    Marks::of(article, &prefix).write(f)?;
    f.write_str("</section>\n<div class=\"side\">\n")?;
    table::write(article, &prefix, lang, f)?;
    diagnostics(article, &prefix, lang, f)?;
    f.write_str("</div>\n</div>\n</article>\n")
}

fn fields(article: &Article<'_>, lang: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let people = |people: &mut dyn Iterator<Item = Person<'_>>| {
        let names: Vec<&str> = people.map(|person| person.name.text).collect();
        (!names.is_empty()).then(|| names.join("、"))
    };
    let dateline = article.dateline().map(|dateline| {
        let pieces = [dateline.agency(), dateline.place()].map(|piece| piece.map(|piece| piece.text));
        pieces.into_iter().flatten().chain(dateline.date().map(|date| date.text())).collect::<Vec<_>>().join(" ")
    });
    f.write_str("<dl class=\"fields\">\n")?;
    for (label, value, lang) in [
        ("Published", article.published().map(|time| words::days(&time)), "en"),
        ("Source", article.source().map(|source| source.text.to_string()), lang),
        ("Dateline", dateline, lang),
        ("Authors", people(&mut article.authors()), lang),
        ("Photographs", people(&mut article.credits()), lang),
        ("Editors", people(&mut article.editors()), lang),
        ("Region", article.region().map(|told| alloc::format!("{}, {}", told.value, told.certainty)), "en"),
        ("Found", Some(found(article)), "en"),
    ] {
        if let Some(value) = value {
            writeln!(f, "<div><dt>{label}</dt><dd lang=\"{lang}\">{}</dd></div>", Text(&value))?;
        }
    }
    f.write_str("</dl>\n")
}

fn found(article: &Article<'_>) -> String {
    let quantities = match article.quantities().len() {
        1 => "1 quantity".to_string(),
        many => alloc::format!("{many} quantities"),
    };
    let (claims, times) = (article.claims().len(), article.times().len());
    [words::count(claims, "claim"), quantities, words::count(times, "time")].join(", ")
}

fn diagnostics(article: &Article<'_>, prefix: &str, lang: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let all = article.diagnostics();
    if all.is_empty() {
        return Ok(());
    }
    let count = words::count(all.len(), "repair or note").replace("repair or notes", "repairs and notes");
    writeln!(f, "<details class=\"notes\"><summary>{count}</summary>\n<ol>")?;
    for (index, note) in all.iter().enumerate() {
        let code = note.code.name().replace('_', " ");
        write!(f, "<li class=\"{}\">", note.severity())?;
        if marks::stands_in_text(article, note) {
            write!(f, "<a href=\"#{prefix}d{}\">{code}</a> ", index + 1)?;
        } else {
            write!(f, "{code} ")?;
        }
        if note.from.is_some() || note.to.is_some() {
            let [from, to] = [&note.from, &note.to].map(|text| text.as_deref().unwrap_or_default());
            let certain = if note.certain { "certain" } else { "inferred" };
            write!(f, "<span lang=\"{lang}\"><del>{}</del> → <ins>{}</ins></span> ({certain}) ", Text(from), Text(to))?;
        }
        writeln!(f, "<span class=\"message\">{}</span></li>", Text(&note.message))?;
    }
    f.write_str("</ol></details>\n")
}
