//! The driver: [`Parser`] runs repair, layout, scan and grammar over a text and is the only place that attaches spans.
//!
//! Imports everything above it. The reading of running text is [`crate::mentions`], that of claims [`crate::claims`].

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::ops::Range;

use crate::article::{
    Article, Block, BlockKind, DatelineData, Document, Found, Mention, PassageData, PersonData, SectionData, Slice,
    all, range32,
};
use crate::claims::ClaimReader;
use crate::error::{Diagnostic, DiagnosticCode, ParseError, ParseErrorKind};
use crate::grammar::time as time_grammar;
use crate::holes;
use crate::layout;
use crate::lexer::{Lexed, fold};
use crate::locale::{Certainty, Detected, Locale, locale};
use crate::mentions::Reader;
use crate::order;
use crate::quantity::Quantity;
use crate::region::Region;
use crate::repair::{Repaired, repair};
use crate::span::CharCounter;
use crate::stamped;
use crate::time::{Anchor, Calendar, DatePolicy, Moment, Relation, Time, TimeKind};
use crate::unit::Lexicon;

/// How long a text may be unless the caller says otherwise: 16 MiB.
const DEFAULT_LIMIT: usize = 16 << 20;

/// How many quantities and times a text may hold unless the caller says otherwise: ten times what a text of that length
/// holds in print.
const DEFAULT_FINDINGS: usize = 1 << 20;

/// Reads articles: a reusable set of what the caller already knows.
///
/// ```
/// use chrono::NaiveDate;
/// use wanyi::{Parser, Region};
///
/// let day = NaiveDate::from_ymd_opt(2023, 8, 2).ok_or("no such day")?;
/// let parser = Parser::new().published(day).region(Region::Taiwan);
/// let article = parser.parse("去年營收300億元，年增7.5%。")?;
/// let revenue = article.quantities().next().ok_or("no quantity")?;
/// assert_eq!(revenue.unit.as_ref().and_then(|unit| unit.code()), Some("TWD"));
/// let last_year = article.times().next().ok_or("no time")?;
/// assert_eq!(last_year.from.map(|m| m.to_string()).as_deref(), Some("2022-01-01"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// ```
/// use wanyi::{Lexicon, Parser, ParseErrorKind, Region};
///
/// let parser = Parser::new().lexicon(Lexicon::new(Region::HongKong)).limit(60);
/// let article = parser.parse_body("合共3億元。")?;
/// assert!(article.title().is_none());
/// assert_eq!(parser.parse_bytes("合共3億元。".as_bytes())?.quantities().len(), 1);
/// let error = parser.parse(&"合共3億元。".repeat(9)).unwrap_err();
/// assert_eq!(error.kind(), ParseErrorKind::TooLong { limit: 60 });
/// # Ok::<(), wanyi::ParseError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Parser {
    published: Option<Moment>,
    lexicon: Lexicon,
    assumed: Option<Region>,
    dates: DatePolicy,
    limit: usize,
    most_findings: usize,
    #[cfg(feature = "encoding")]
    encoding: Option<&'static encoding_rs::Encoding>,
}

impl Default for Parser {
    fn default() -> Self {
        Self {
            published: None,
            lexicon: Lexicon::default(),
            assumed: None,
            dates: DatePolicy::Report,
            limit: DEFAULT_LIMIT,
            most_findings: DEFAULT_FINDINGS,
            #[cfg(feature = "encoding")]
            encoding: None,
        }
    }
}

impl Parser {
    /// A parser that knows nothing beforehand.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With the day or instant of publication, from which relative times are counted. It goes before the printed one.
    #[must_use]
    pub fn published(mut self, published: impl Into<Moment>) -> Self {
        self.published = Some(published.into());
        self
    }

    /// With the region of the outlet, which decides what 元 is.
    #[must_use]
    pub fn region(mut self, region: Region) -> Self {
        self.lexicon = self.lexicon.with_region(region);
        self
    }

    /// With the region to assume of texts that do not tell theirs, or of which it could only be guessed. What a page states
    /// or makes likely goes before it, [`Parser::region`] before both.
    ///
    /// ```
    /// use wanyi::{Parser, Region};
    ///
    /// let parser = Parser::new().assume(Region::Mainland);
    /// let code = |text: &str| -> Option<String> {
    ///     let article = parser.parse(text).ok()?;
    ///     article.quantities().next()?.unit.as_ref()?.code().map(String::from)
    /// };
    /// assert_eq!(code("全年營收3億元。").as_deref(), Some("CNY"));
    /// assert_eq!(code("（中央社記者王一一台北20日電）全年營收3億元。").as_deref(), Some("TWD"));
    /// ```
    #[must_use]
    pub fn assume(mut self, region: Region) -> Self {
        self.assumed = Some(region);
        self
    }

    /// With a lexicon of the caller's own units. It brings its own region.
    #[must_use]
    pub fn lexicon(mut self, lexicon: Lexicon) -> Self {
        self.lexicon = lexicon;
        self
    }

    /// With a policy for days without a year or month: 9月25日, 25日, 週五. As in a report unless set: the last one, or the
    /// next where the words look ahead.
    ///
    /// ```
    /// use wanyi::{DatePolicy, Parser};
    /// use chrono::NaiveDate;
    ///
    /// let parser = Parser::new().published(NaiveDate::from_ymd_opt(2023, 9, 20).ok_or("no such day")?);
    /// let friday = |parser: &Parser| parser.find_quantities("週五開幕").times().next().and_then(|time| time.iso8601());
    /// assert_eq!(friday(&parser).as_deref(), Some("2023-09-15"));
    /// assert_eq!(friday(&parser.dates(DatePolicy::Ahead)).as_deref(), Some("2023-09-22"));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn dates(mut self, policy: DatePolicy) -> Self {
        self.dates = policy;
        self
    }

    /// What times are counted from, in a text of a region.
    fn anchor(&self, region: Option<Region>) -> Anchor {
        Anchor { region, policy: self.dates, ..Anchor::on(self.published) }
    }

    /// With another limit for the length of a text, in bytes; 16 MiB unless set. Never more than 4 GiB.
    #[must_use]
    pub fn limit(mut self, bytes: usize) -> Self {
        self.limit = bytes.min(u32::MAX as usize);
        self
    }

    /// With another limit for how many quantities and times, both together, a text may hold; 1,048,576 unless set. It bounds
    /// the memory that a hostile text takes: a finding takes some 300 bytes, and each number of `1,1,1,1` is one.
    ///
    /// ```
    /// use wanyi::{DiagnosticCode, ParseErrorKind, Parser};
    ///
    /// let parser = Parser::new().most_findings(2);
    /// let text = "選派3人、5人、7人。";
    /// let error = parser.parse(text).unwrap_err();
    /// assert_eq!(error.kind(), ParseErrorKind::TooManyFindings { limit: 2 });
    /// let found = parser.find_quantities(text);
    /// assert_eq!(found.quantities().len(), 2);
    /// let rest = found.diagnostics().first().ok_or("no diagnostic")?;
    /// assert_eq!((rest.code, found.get(rest.span)), (DiagnosticCode::TooManyFindings, Some("、7人。")));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn most_findings(mut self, most: usize) -> Self {
        self.most_findings = most.min(u32::MAX as usize);
        self
    }

    /// The article that a page holds: title, stamp, dateline, sections, claims and furniture.
    ///
    /// # Errors
    ///
    /// [`ParseErrorKind::Empty`] where there is nothing but white space, [`ParseErrorKind::TooLong`] over the limit in bytes,
    /// [`ParseErrorKind::TooManyFindings`] over that in quantities and times. Everything else is a diagnostic in the article.
    pub fn parse<'a>(&self, text: &'a str) -> Result<Article<'a>, ParseError> {
        self.read(text, false)
    }

    /// The article of a text that is known to have neither title nor stamp: what looks like a title is a heading.
    ///
    /// # Errors
    ///
    /// As [`Parser::parse`].
    pub fn parse_body<'a>(&self, text: &'a str) -> Result<Article<'a>, ParseError> {
        self.read(text, true)
    }

    /// With the encoding of the pages that [`Parser::parse_bytes`] is given, as an HTTP header or a `<meta>` names it.
    /// Detected unless set; see [`decode`](crate::decode()).
    ///
    /// ```
    /// use wanyi::{Parser, encoding_rs::Encoding};
    ///
    /// let told = Encoding::for_label(b"big5").ok_or("no such encoding")?;
    /// let parser = Parser::new().encoding(told);
    /// let article = parser.parse_bytes(&[0x33, 0xB8, 0x55, 0xA4, 0xB8])?;
    /// assert_eq!(article.quantities().next().map(|money| money.text().to_owned()).as_deref(), Some("3萬元"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(feature = "encoding")]
    #[must_use]
    pub fn encoding(mut self, encoding: &'static encoding_rs::Encoding) -> Self {
        self.encoding = Some(encoding);
        self
    }

    /// The article of a page in bytes.
    ///
    /// With the feature `encoding`, in UTF-8, GB18030, GBK or Big5, told by `Parser::encoding` or detected as `decode` does
    /// it. Spans are of the decoded text, which is the source of the article. Malformed bytes are U+FFFD, with a diagnostic
    /// that says where they stood. Without the feature, in UTF-8 alone.
    ///
    /// # Errors
    ///
    /// As [`Parser::parse`]; without the feature also [`ParseErrorKind::NotUtf8`], with the place where the first malformed
    /// byte stands after what could be read.
    pub fn parse_bytes<'a>(&self, bytes: &'a [u8]) -> Result<Article<'a>, ParseError> {
        if bytes.len() > self.limit {
            return Err(self.too_long());
        }
        #[cfg(feature = "encoding")]
        return self.parse_page(crate::decode::decode(bytes, self.encoding));
        #[cfg(not(feature = "encoding"))]
        match core::str::from_utf8(bytes) {
            Ok(text) => self.parse(text),
            Err(error) => {
                let at = error.valid_up_to();
                let head = bytes.get(..at).and_then(|head| core::str::from_utf8(head).ok()).unwrap_or_default();
                Err(ParseError::new(ParseErrorKind::NotUtf8, head, at, at))
            }
        }
    }

    #[cfg(feature = "encoding")]
    fn parse_page<'a>(&self, page: crate::decode::Decoded<'a>) -> Result<Article<'a>, ParseError> {
        let mut article: Article<'a> = match page.text {
            Cow::Borrowed(text) => self.parse(text)?,
            Cow::Owned(text) => self.parse(&text)?.into_owned(),
        };
        let mut counter = CharCounter::new(&article.document.source);
        let told = page.malformed.into_iter().map(|malformed| {
            let message = alloc::format!(
                "the bytes {}..{} of the page are malformed in {}",
                malformed.bytes.start,
                malformed.bytes.end,
                page.encoding.name()
            );
            Diagnostic::note(DiagnosticCode::MalformedBytes, message, counter.span(malformed.text))
        });
        let told: Vec<Diagnostic> = told.collect();
        add_diagnostics(&mut article.document, told);
        Ok(article)
    }

    fn too_long(&self) -> ParseError {
        ParseError::new(ParseErrorKind::TooLong { limit: self.limit }, "", 0, 0)
    }

    /// The quantities and times of a text, without layout and claims.
    ///
    /// A text over 4 GiB is not read. Over [`Parser::most_findings`] the rest is not read, and a diagnostic says so.
    ///
    /// ```
    /// use wanyi::Parser;
    ///
    /// let found = Parser::new().find_quantities("選派153名教師，支援9所學校");
    /// let values: Vec<_> = found.quantities().filter_map(|q| q.decimal()).collect();
    /// assert_eq!(values, [153.into(), 9.into()]);
    /// ```
    #[must_use]
    pub fn find_quantities<'a>(&self, text: &'a str) -> Found<'a> {
        let text = if u32::try_from(text.len()).is_ok() { text } else { "" };
        let repaired = repair(text);
        let mut document = Document::new(Cow::Borrowed(text), &repaired);
        let folded = fold(repaired.text());
        let lexicon = self.units();
        let lexed = Lexed::new(&folded, &lexicon);
        let mut reader = Reader::new(text, &repaired, &lexed, self.anchor(lexicon.region()), self.most_findings);
        reader.read(0..repaired.text().len());
        if let Some(at) = reader.full_at {
            let message = alloc::format!(
                "there are more than {} quantities and times, the limit; the rest was not read",
                self.most_findings
            );
            let span = reader.span(at..repaired.text().len());
            reader.diagnostics.push(Diagnostic::note(DiagnosticCode::TooManyFindings, message, span));
        }
        (document.quantities, document.times) = (reader.quantities, reader.times);
        add_diagnostics(&mut document, reader.diagnostics);
        leave_holes(&mut document, &repaired, &folded);
        Found { document }
    }

    /// The lexicon for a text that does not tell its region.
    pub(crate) fn units(&self) -> Cow<'_, Lexicon> {
        match self.assumed.filter(|_| self.lexicon.region().is_none()) {
            Some(region) => Cow::Owned(self.lexicon.with_region(region)),
            None => Cow::Borrowed(&self.lexicon),
        }
    }

    fn read<'a>(&self, text: &'a str, body: bool) -> Result<Article<'a>, ParseError> {
        if text.len() > self.limit {
            return Err(self.too_long());
        }
        if text.chars().all(|c| c.is_whitespace() || c == '\u{FEFF}') {
            return Err(ParseError::new(ParseErrorKind::Empty, text, 0, text.len()));
        }
        let repaired = repair(text);
        let folded = fold(repaired.text());
        let page = layout::layout(&folded);
        let document = Document::new(Cow::Borrowed(text), &repaired);
        let mut locale = locale(repaired.text(), &folded, self.lexicon.region(), page.home);
        if locale.region.is_none_or(|told| told.certainty == Certainty::Guessed) {
            locale.region = self.assumed.map(|region| Detected::new(region, Certainty::Given)).or(locale.region);
        }
        // 元 is the money of the region where the caller names one or the text points to it
        let told = locale.region.filter(|told| told.certainty >= Certainty::Likely);
        let unreadable = not_an_article(&repaired, &page);
        let lexicon = match told {
            Some(told) => self.lexicon.with_region(told.value),
            None => self.lexicon.with_guess(locale.region.map(|told| told.value)),
        };
        let lexed = Lexed::new(&folded, &lexicon);
        let reader = Reader::new(text, &repaired, &lexed, self.anchor(lexicon.region()), self.most_findings);
        let assembly = Assembly { reader, page, body, given: self.published, locale, claims: ClaimReader::default() };
        let mut article = assembly.article(document).map_err(|at| {
            let rest = repaired.source_range(at..repaired.text().len());
            let kind = ParseErrorKind::TooManyFindings { limit: self.most_findings };
            ParseError::new(kind, text, rest.start, rest.end)
        })?;
        leave_holes(&mut article.document, &repaired, &folded);
        if told.is_none_or(|told| told.certainty < Certainty::Given) {
            tell_currency(&mut article.document, told);
        }
        if let Some((code, message)) = unreadable {
            let span = CharCounter::new(text).span(0..text.len());
            add_diagnostics(&mut article.document, alloc::vec![Diagnostic::note(code, message, span)]);
        }
        Ok(article)
    }
}

/// Takes the values from what is left of numbers in a text whose digits are gone, and says so.
fn leave_holes(document: &mut Document<'_>, repaired: &Repaired<'_>, folded: &str) {
    let Some(hole) = holes::first_hole(folded) else { return };
    let left: Vec<bool> =
        document.quantities.iter().map(|mention| holes::is_left_over(document.slice(&mention.text))).collect();
    for (mention, _) in document.quantities.iter_mut().zip(left).filter(|(_, left)| *left) {
        (mention.item.value, mention.item.lower, mention.item.upper) = (None, None, None);
        mention.damaged = true;
    }
    let span = CharCounter::new(repaired.source_text()).span(repaired.source_range(hole));
    let message = "the digits of the text seem to be gone; what is left of its numbers has no value";
    add_diagnostics(document, alloc::vec![Diagnostic::note(DiagnosticCode::LostDigits, message, span)]);
}

/// Tells once what 元 and its like, and once what $ was taken for where no caller and no word says it.
fn tell_currency(document: &mut Document<'_>, told: Option<Detected<Region>>) {
    let guessed = told.map(|told| told.value);
    let by = if told.is_some_and(|told| told.certainty == Certainty::Stated) {
        "the outlet's region"
    } else {
        "the region of its words,"
    };
    const COINS: [char; 8] = ['元', '圓', '圆', '塊', '块', '角', '毛', '錢'];
    let mut notes = Vec::new();
    for (name, symbols) in [("元", ["元", "角", "分錢"].as_slice()), ("$", &["$"])] {
        let open = |mention: &&Mention<Quantity>| {
            mention.item.unit.as_ref().is_some_and(|unit| {
                let text = document.slice(&mention.text);
                let plain = symbols.contains(&unit.symbol()) && (name == "$" || text.ends_with(COINS));
                plain && (unit.code().is_none() || guessed.is_some())
            })
        };
        let Some(mention) = document.quantities.iter().find(open) else { continue };
        let code = mention.item.unit.as_ref().and_then(|unit| unit.code());
        let message = match (guessed, code) {
            (Some(region), Some(code)) => {
                alloc::format!("{name} was read as {code}, the money of {by} {region}")
            }
            (Some(region), None) => {
                alloc::format!("{name} could be of several currencies; {by} {region} has none of its own")
            }
            _ => alloc::format!("{name} could be of several currencies; the region of the text is not known"),
        };
        notes.push(Diagnostic::note(DiagnosticCode::AmbiguousCurrency, message, mention.span));
    }
    add_diagnostics(document, notes);
}

/// How many tags make a text one of HTML.
const TAGS: usize = 6;

/// Why a page is no Chinese article, if it is none.
fn not_an_article(repaired: &Repaired<'_>, page: &layout::Layout) -> Option<(DiagnosticCode, &'static str)> {
    let bytes = repaired.text().as_bytes();
    // tags, each from < to a letter or a slash
    let is_tag = |at: &usize| matches!(bytes.get(at + 1), Some(b'/' | b'!' | b'a'..=b'z' | b'A'..=b'Z'));
    if memchr::memchr_iter(b'<', bytes).filter(is_tag).nth(TAGS - 1).is_some() {
        let message = "the text is HTML, and its tags were read as text; give the text of its article instead";
        return Some((DiagnosticCode::Markup, message));
    }
    // the first bytes of U+3400 to U+9FFF
    let han = count(bytes, |byte| matches!(byte, 0xE3..=0xE9));
    let letters = count(bytes, |byte| byte.is_ascii_alphabetic());
    if letters >= 10 && han * 4 < letters {
        return Some((DiagnosticCode::NotChinese, "the text is hardly Chinese; only its Chinese parts were read"));
    }
    page.is_links
        .then_some((DiagnosticCode::NoBody, "the page is a list of lines without running text; no title was taken"))
}

/// How many bytes pass a test. Sums of one byte each are added up for many bytes at once.
fn count(bytes: &[u8], test: impl Fn(u8) -> bool) -> usize {
    let passing = |some: &[u8]| some.iter().map(|byte| u8::from(test(*byte))).sum::<u8>();
    bytes.chunks(usize::from(u8::MAX)).map(|some| usize::from(passing(some))).sum()
}

/// Adds what the reader had to say to what the repair said.
fn add_diagnostics(document: &mut Document<'_>, more: Vec<Diagnostic>) {
    if !more.is_empty() {
        document.diagnostics.extend(more);
        order::sort(&mut document.diagnostics, |diagnostic| [diagnostic.span.start(), 0]);
    }
}

/// Builds an article block by block, in text order.
struct Assembly<'r> {
    reader: Reader<'r>,
    page: layout::Layout,
    body: bool,
    given: Option<Moment>,
    locale: Locale,
    claims: ClaimReader,
}

impl Assembly<'_> {
    /// The article; the place in the repaired text where there were too many findings.
    fn article<'a>(mut self, mut document: Document<'a>) -> Result<Article<'a>, usize> {
        let page = core::mem::take(&mut self.page);
        let published = page.published.clone().filter(|_| !self.body).and_then(|range| self.stamp(&range, &page));
        if self.given.is_none() {
            // a stamp is read before the title that stands over it, so that the title's times resolve
            self.reader.anchor = self.reader.anchor.moved_to(published.as_ref().and_then(|(_, time)| time.from));
        }
        if self.reader.anchor.published.is_none() {
            let dated = page.dateline.as_ref().and_then(|dateline| dateline.date.clone());
            let day = dated.and_then(|range| self.printed_time(&range)).and_then(|(_, time)| time.from);
            self.reader.anchor = self.reader.anchor.moved_to(day.map(|day| Moment::Date(day.date())));
        }
        let mut article = Article {
            document: Document {
                source: Cow::Borrowed(""),
                repaired: None,
                quantities: Vec::new(),
                times: Vec::new(),
                diagnostics: Vec::new(),
            },
            title: None,
            published: None,
            source: None,
            dateline: None,
            people: Vec::new(),
            sections: Vec::new(),
            paragraphs: Vec::new(),
            claims: Vec::new(),
            boilerplate: Vec::new(),
            blocks: tile(&page, self.body, self.reader.source, self.reader.repaired),
            locale: self.locale,
        };
        for block in &page.blocks {
            self.block(block, &page, published.as_ref(), &mut article);
            if let Some(at) = self.reader.full_at {
                return Err(at);
            }
        }
        close_section(&mut article);
        article.source = page.source.as_ref().map(|range| self.reader.slice(range.clone()));
        for person in &page.people {
            article.people.push(PersonData {
                name: self.reader.slice(person.name.clone()),
                role: person.role,
                dateline: article.dateline.is_some() && person.opens,
            });
        }
        order::sort(&mut article.claims, |claim| [claim.slice.span.start(), 0]);
        (document.quantities, document.times) = (self.reader.quantities, self.reader.times);
        add_diagnostics(&mut document, self.reader.diagnostics);
        article.document = document;
        Ok(article)
    }

    /// The date of publication, with the clock of its line or of the line under it.
    fn stamp(&mut self, range: &Range<usize>, page: &layout::Layout) -> Option<(Range<usize>, Time)> {
        let text = self.reader.text;
        let instant = |time: &mut Time, moment| {
            (time.kind, time.from, time.to) = (TimeKind::DateTime, Some(moment), Some(moment));
        };
        let Some((mut range, mut time)) = self.printed_time(range) else {
            let (day, rest) = stamped::unusual_day(text.get(range.start..)?)?;
            let mut time = Time::new(TimeKind::Day, Calendar::Gregorian, Relation::On, false);
            (time.from, time.to) = (Some(Moment::Date(day)), Some(Moment::Date(day)));
            return Some((range.start..text.len() - rest.len(), time));
        };
        let Some(from) = time.from.filter(|from| time.to == Some(*from)) else { return Some((range, time)) };
        let tail = text.get(range.end..).unwrap_or_default();
        let tail = tail.split('\n').next().unwrap_or_default();
        if let Some((whole, rest)) = stamped::with_clock(from, tail).or_else(|| stamped::with_part(from, tail)) {
            instant(&mut time, whole);
            range.end += tail.len() - rest.len();
        } else if let Some(clock) = page.clock.clone().filter(|clock| {
            clock.start >= range.end && text.get(range.end..clock.start).is_some_and(stamped::is_between)
        }) {
            let anchor = self.reader.anchor;
            self.reader.anchor = anchor.moved_to(Some(from));
            let read = self.printed_time(&clock).and_then(|(_, time)| time.from);
            self.reader.anchor = anchor;
            if let Some(whole) = read.and_then(|clock| stamped::joined(from, clock)) {
                instant(&mut time, whole);
            }
        }
        Some((range, time))
    }

    /// The time at a place that the layout names, all of it.
    fn printed_time(&mut self, range: &Range<usize>) -> Option<(Range<usize>, Time)> {
        let (rest, expression) = time_grammar::printed(self.reader.lexed.cursor(range.clone())).ok()?;
        let range = range.start..rest.at();
        let mut time = expression.resolve(&self.reader.anchor);
        if !self.reader.is_trusted(&range, &time) {
            (time.from, time.to) = (None, None);
        }
        Some((range, time))
    }

    fn block(
        &mut self,
        block: &layout::Block,
        page: &layout::Layout,
        published: Option<&(Range<usize>, Time)>,
        article: &mut Article<'_>,
    ) {
        let kind = kind_of(block, self.body);
        let content = block.content.clone();
        match kind {
            BlockKind::Title => article.title = Some(self.passage(content)),
            BlockKind::Stamp => {
                let stamp = published.filter(|(range, _)| block.range.contains(&range.start));
                if let Some((range, time)) = stamp {
                    article.published = Some(self.reader.push_time(range.clone(), *time, false));
                }
            }
            BlockKind::Dateline => {
                let Some(dateline) = &page.dateline else { return };
                let date = dateline.date.clone().filter(|date| block.range.contains(&date.start));
                let date = date.and_then(|range| self.printed_time(&range));
                let date = date.map(|(range, time)| {
                    if let Some(from) = time.from {
                        self.reader.anchor.last_day = Some(from.date());
                    }
                    self.reader.push_time(range, time, false)
                });
                // a later opening never takes the day from the first
                if date.is_none() && article.dateline.is_some() {
                    return;
                }
                article.dateline = Some(DatelineData {
                    agency: dateline.agency.clone().map(|range| self.reader.slice(range)),
                    place: dateline.place.clone().map(|range| self.reader.slice(range)),
                    date,
                });
            }
            BlockKind::Heading => {
                close_section(article);
                self.claims.reset();
                let heading = Some(self.passage(content));
                open_section(article, heading);
            }
            BlockKind::Paragraph | BlockKind::Caption => {
                if article.sections.is_empty() {
                    open_section(article, None);
                }
                let passage = self.passage(content);
                self.claims.read(&mut self.reader, &passage, &mut article.claims);
                article.paragraphs.push(passage);
            }
            BlockKind::Byline => {}
            BlockKind::Boilerplate(kind) => {
                let slice = self.reader.slice(content);
                article.boilerplate.push((kind, slice));
            }
        }
    }

    fn passage(&mut self, range: Range<usize>) -> PassageData {
        let (quantities, times) = self.reader.read(range.clone());
        PassageData { slice: self.reader.slice(range), quantities, times }
    }
}

/// What a block is; a text that is known to be a body has neither title nor stamp.
const fn kind_of(block: &layout::Block, body: bool) -> BlockKind {
    match block.kind {
        BlockKind::Title if body => BlockKind::Heading,
        BlockKind::Stamp if body => BlockKind::Paragraph,
        kind => kind,
    }
}

/// The blocks of a page as spans that tile the source.
fn tile(page: &layout::Layout, body: bool, source: &str, repaired: &Repaired<'_>) -> Vec<Block> {
    let mut counter = CharCounter::new(source);
    let mut start = 0;
    let mut blocks = Vec::with_capacity(page.blocks.len());
    for block in &page.blocks {
        let last = block.range.end == repaired.text().len();
        // a reading after the last character belongs to the block
        let end =
            if last { source.len() } else { repaired.source_range(block.range.end..block.range.end).start.max(start) };
        blocks.push(Block { kind: kind_of(block, body), span: counter.span(start..end) });
        start = end;
    }
    blocks
}

fn open_section(article: &mut Article<'_>, heading: Option<PassageData>) {
    let (paragraph, claim) = (all(&article.paragraphs).end, all(&article.claims).end);
    article.sections.push(SectionData { heading, paragraphs: paragraph..paragraph, claims: claim..claim });
}

/// Ends the section that is open.
fn close_section(article: &mut Article<'_>) {
    let (paragraph, claim) = (all(&article.paragraphs).end, all(&article.claims).end);
    if let Some(section) = article.sections.last_mut() {
        section.paragraphs.end = paragraph;
        section.claims.end = claim;
    }
}

impl<'a> Article<'a> {
    /// The article that a page holds. [`Parser`] does the same for callers who know its date or region.
    ///
    /// # Errors
    ///
    /// As [`Parser::parse`].
    pub fn parse(text: &'a str) -> Result<Self, ParseError> {
        Parser::new().parse(text)
    }

    /// The article of a page in bytes; see [`Parser::parse_bytes`] for the encodings.
    ///
    /// # Errors
    ///
    /// As [`Parser::parse_bytes`].
    ///
    /// ```
    /// let article = wanyi::Article::parse_bytes("合共3億元。".as_bytes())?;
    /// assert_eq!(article.quantities().len(), 1);
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    pub fn parse_bytes(bytes: &'a [u8]) -> Result<Self, ParseError> {
        Parser::new().parse_bytes(bytes)
    }
}

/// The quantities and times of a text, without layout and claims. [`Parser::find_quantities`] does the same for callers
/// who know its date or region.
///
/// ```
/// let found = wanyi::find_quantities("選派153名教師，支援9所學校");
/// assert_eq!(found.quantities().map(|quantity| quantity.text()).collect::<Vec<_>>(), ["153名", "9所"]);
/// ```
#[must_use]
pub fn find_quantities(text: &str) -> Found<'_> {
    Parser::new().find_quantities(text)
}

impl Reader<'_> {
    /// A stored piece of the repaired text.
    pub(crate) fn slice(&mut self, range: Range<usize>) -> Slice {
        Slice { span: self.span(range.clone()), text: range32(&range) }
    }
}
