//! Reading: the nested form collected into flat lists again, and checked against the text that comes with it.

use alloc::borrow::{Cow, ToOwned};
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

use serde::Deserialize;
use serde::de::{self, Deserializer};

use super::FORM_VERSION;
use super::forms::{
    ArticleForm, ChangeForm, ClaimForm, FoundForm, Lent, PassageForm, PersonForm, PieceForm, QuantityForm, SectionForm,
    TimeForm,
};
use super::values::{BareQuantityForm, BlockForm, DiagnosticForm, Ends, time};
use crate::article::{
    Article, Block, BoilerplateKind, ChangeData, ClaimData, DatelineData, Document, Found, Mention, PassageData,
    PersonData, QuantityRelation, Range32, SectionData, Slice, all, range32,
};
use crate::error::Diagnostic;
use crate::locale::Locale;
use crate::quantity::Quantity;
use crate::repair::{Repaired, repair};
use crate::span::{Span, is_continuation};
use crate::time::Time;

/// What is wrong with a form, and the path to it: `sections[0].claims[2].subject`.
struct Fault {
    path: String,
    what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() { f.write_str(&self.what) } else { write!(f, "{}: {}", self.path, self.what) }
    }
}

impl From<String> for Fault {
    fn from(what: String) -> Self {
        Self { path: String::new(), what }
    }
}

impl From<&str> for Fault {
    fn from(what: &str) -> Self {
        what.to_owned().into()
    }
}

type Checked<T> = Result<T, Fault>;

/// Puts a field, or an item of one, before the path of a fault.
trait Within {
    fn within(self, field: &str) -> Self;
    fn item(self, field: &str, index: usize) -> Self;
}

impl<T> Within for Checked<T> {
    fn within(self, field: &str) -> Self {
        self.map_err(|fault| {
            let joint = if fault.path.is_empty() || fault.path.starts_with('[') { "" } else { "." };
            Fault { path: alloc::format!("{field}{joint}{}", fault.path), what: fault.what }
        })
    }

    fn item(self, field: &str, index: usize) -> Self {
        self.map_err(|fault| {
            let joint = if fault.path.is_empty() { "" } else { "." };
            Fault { path: alloc::format!("{field}[{index}]{joint}{}", fault.path), what: fault.what }
        })
    }
}

/// Reads each item of a list.
fn each<F, T>(
    field: &str,
    forms: impl IntoIterator<Item = F>,
    mut read: impl FnMut(F) -> Checked<T>,
) -> Checked<Vec<T>> {
    forms.into_iter().enumerate().map(|(index, form)| read(form).item(field, index)).collect()
}

/// Reads what may be there.
fn maybe<F, T>(field: &str, form: Option<F>, read: impl FnOnce(F) -> Checked<T>) -> Checked<Option<T>> {
    form.map(read).transpose().within(field)
}

/// Checks what comes from outside against the source that comes with it.
struct Checker<'s> {
    source: &'s str,
    repaired: &'s Repaired<'s>,
    /// The number of code points before each 64th byte.
    chars: Vec<u32>,
}

const STRIDE: usize = 64;

impl<'s> Checker<'s> {
    fn new(source: &'s str, repaired: &'s Repaired<'s>) -> Self {
        let mut chars = Vec::with_capacity(source.len() / STRIDE + 1);
        let mut count = 0u32;
        for chunk in source.as_bytes().chunks(STRIDE) {
            chars.push(count);
            count = count.saturating_add(u32::try_from(crate::span::count_chars(chunk)).unwrap_or(u32::MAX));
        }
        Self { source, repaired, chars }
    }

    fn char_offset(&self, byte: usize) -> usize {
        let from = byte / STRIDE * STRIDE;
        let before = self
            .chars
            .get(byte / STRIDE)
            .map_or_else(|| self.chars.last().map_or(0, |last| *last as usize + self.tail()), |count| *count as usize);
        before
            + self
                .source
                .as_bytes()
                .get(from..byte)
                .unwrap_or_default()
                .iter()
                .filter(|b| !is_continuation(**b))
                .count()
    }

    /// The code points after the last 64th byte, when the text ends on a multiple of 64.
    fn tail(&self) -> usize {
        let from = self.source.len().saturating_sub(STRIDE);
        crate::span::count_chars(self.source.as_bytes().get(from..).unwrap_or_default())
    }

    fn span(&self, span: Ends, chars: Ends) -> Checked<Span> {
        let wrong = || alloc::format!("the span {}..{} is not of this text", span.start, span.end);
        self.source.get(span.start..span.end).ok_or_else(wrong)?;
        if self.char_offset(span.start) != chars.start || self.char_offset(span.end) != chars.end {
            return Err(Fault::from(alloc::format!(
                "the code points {}..{} are not those of the span {}..{}",
                chars.start,
                chars.end,
                span.start,
                span.end
            )));
        }
        Ok(Span::new(span.start, span.end, chars.start, chars.end))
    }

    fn slice(&self, text: &str, span: Ends, chars: Ends) -> Checked<Slice> {
        let place = self.span(span, chars)?;
        let range = self.repaired.text_offset(span.start)..self.repaired.text_offset(span.end);
        // characters inferred for a lost byte lie outside the span
        let ranges: [Range<usize>; 3] = [
            range.clone(),
            range.end.saturating_sub(text.len())..range.end,
            range.start..range.start.saturating_add(text.len()),
        ];
        let fits = ranges.into_iter().find(|range| self.repaired.text().get(range.clone()) == Some(text));
        let range =
            fits.ok_or_else(|| alloc::format!("the text {text:?} does not stand at {}..{}", span.start, span.end))?;
        Ok(Slice { span: place, text: range32(&range) })
    }

    fn piece(&self, form: PieceForm<'_>) -> Checked<Slice> {
        self.slice(&form.text, form.span, form.chars)
    }

    fn marker(&self, form: &PieceForm<'_>) -> Checked<Span> {
        let span = self.span(form.span, form.chars)?;
        let is_own = self.source.get(span.bytes()) == Some(&*form.text);
        if is_own { Ok(span) } else { Err(alloc::format!("{:?} does not stand there", form.text).into()) }
    }

    fn quantity(&self, form: QuantityForm<'_>) -> Checked<Mention<Quantity>> {
        let QuantityForm { value, lower, upper, approx, role, unit, score, damaged, .. } = form;
        let slice = self.slice(&form.text, form.span, form.chars)?;
        let item = BareQuantityForm { value, lower, upper, approx, role, unit, score }.quantity()?;
        let marker = maybe("marker", form.marker.as_ref(), |marker| self.marker(marker))?;
        Ok(Mention { item, span: slice.span, text: slice.text, marker, damaged })
    }

    fn time(&self, form: &TimeForm<'_>) -> Checked<Mention<Time>> {
        let slice = self.slice(&form.text, form.span, form.chars)?;
        let mut item = Time::new(form.kind, form.calendar, form.relation, form.vague);
        (item.from, item.to) = (form.from, form.to);
        let item = time(item)?;
        Ok(Mention { item, span: slice.span, text: slice.text, marker: None, damaged: form.damaged })
    }

    fn diagnostics(&self, forms: Vec<DiagnosticForm<'_>>) -> Checked<Vec<Diagnostic>> {
        each("diagnostics", forms, |form| {
            let span = self.span(form.span, form.chars)?;
            Ok(form.diagnostic(span))
        })
    }

    fn blocks(&self, forms: Vec<BlockForm>) -> Checked<Vec<Block>> {
        let blocks =
            each("blocks", forms, |form| Ok(Block { kind: form.kind()?, span: self.span(form.span, form.chars)? }))?;
        let mut end = 0;
        for (index, block) in blocks.iter().enumerate() {
            let begins = core::mem::replace(&mut end, block.span.end());
            if block.span.start() != begins {
                return Err(Fault::from("it does not begin where the one before it ends")).item("blocks", index);
            }
        }
        if end == self.source.len() {
            Ok(blocks)
        } else {
            Err(Fault::from("they do not reach to the end of the text")).within("blocks")
        }
    }
}

/// Checks that a list stands in text order.
fn ordered<T>(list: &[(Option<u32>, Mention<T>)], what: &str) -> Checked<()> {
    let sorted = list.windows(2).all(|pair| matches!(pair, [(_, a), (_, b)] if a.span.start() <= b.span.start()));
    if sorted { Ok(()) } else { Err(Fault::from(alloc::format!("the {what} are not in text order"))).within(what) }
}

/// Checks that what is found by its place stands in text order.
fn follows(spans: impl Iterator<Item = Span>, what: &str) -> Checked<()> {
    if spans.map(Span::start).is_sorted() {
        Ok(())
    } else {
        Err(alloc::format!("the {what} are not in text order").into())
    }
}

/// Checks that no two of a list share a byte.
fn disjoint<T>(list: &[Mention<T>]) -> Checked<()> {
    let apart = list.windows(2).all(|pair| matches!(pair, [a, b] if a.span.end() <= b.span.start()));
    if apart { Ok(()) } else { Err("two quantities overlap".into()) }
}

/// The index of the mention with a span, which must be the one that a form names, and must be equal to its copy.
fn index_of<T: PartialEq>(list: &[Mention<T>], copy: &Mention<T>, id: Option<u32>) -> Checked<u32> {
    let span = copy.span;
    let first = list.partition_point(|mention| mention.span.start() < span.start());
    let at = list.iter().enumerate().skip(first).take_while(|(_, m)| m.span.start() == span.start());
    let found = { at }.find(|(_, mention)| mention.span == span);
    let missing = || alloc::format!("what is said to stand at {}..{} is in no passage", span.start(), span.end());
    let (index, own) = found.ok_or_else(missing)?;
    let index = u32::try_from(index).map_err(|_| "there are too many")?;
    if id.is_some_and(|id| id != index) {
        return Err(alloc::format!("the id is {index} in text order").into());
    }
    if own != copy {
        return Err("it says other things than where it stands in its passage".into());
    }
    Ok(index)
}

/// The index range of indices that must follow one another; for none, the place where they would stand.
fn index_range<T>(list: &[Mention<T>], indices: &[u32], at: usize) -> Checked<Range32> {
    let here = || list.partition_point(|mention| mention.span.start() < at);
    let first = indices.first().map_or_else(here, |first| *first as usize);
    let first = u32::try_from(first).map_err(|_| "there are too many")?;
    if !(first..).zip(indices).all(|(expected, index)| expected == *index) {
        return Err("a list leaves one out".into());
    }
    let end = first.checked_add(u32::try_from(indices.len()).map_err(|_| "there are too many")?);
    Ok(first..end.ok_or("there are too many")?)
}

/// Whether the ids that a form gives are those in text order.
fn counted<T>(list: &[(Option<u32>, T)], what: &str) -> Checked<()> {
    let wrong = list.iter().zip(0..).find(|((id, _), index)| id.is_some_and(|id| id != *index));
    wrong.map_or(Ok(()), |(_, index)| Err(alloc::format!("the id of {what} {index} in text order is another").into()))
}

/// Collects the lists of a document while its parts are read.
struct Collector<'c> {
    checker: Checker<'c>,
    quantities: Vec<(Option<u32>, Mention<Quantity>)>,
    times: Vec<(Option<u32>, Mention<Time>)>,
}

/// The lists of a document, in text order.
struct Lists<'c> {
    checker: Checker<'c>,
    quantities: Vec<Mention<Quantity>>,
    times: Vec<Mention<Time>>,
}

impl<'c> Collector<'c> {
    fn new(checker: Checker<'c>) -> Self {
        Self { checker, quantities: Vec::new(), times: Vec::new() }
    }

    fn time(&mut self, form: &TimeForm<'_>) -> Checked<Span> {
        let time = self.checker.time(form)?;
        let span = time.span;
        self.times.push((form.id, time));
        Ok(span)
    }

    fn mentions(&mut self, quantities: Vec<QuantityForm<'_>>, times: &[TimeForm<'_>]) -> Checked<()> {
        let checker = &self.checker;
        let quantities = each("quantities", quantities, |form| Ok((form.id, checker.quantity(form)?)))?;
        ordered(&quantities, "quantities")?;
        let times = each("times", times, |form| Ok((form.id, checker.time(form)?)))?;
        ordered(&times, "times")?;
        self.quantities.extend(quantities);
        self.times.extend(times);
        Ok(())
    }

    /// A passage, whose lists are counted when all are read.
    fn passage(&mut self, form: PassageForm<'_>) -> Checked<PassageData> {
        let slice = self.checker.slice(&form.text, form.span, form.chars)?;
        self.mentions(form.quantities, &form.times)?;
        Ok(PassageData { slice, quantities: 0..0, times: 0..0 })
    }

    /// All that was collected, put into text order.
    fn lists(mut self) -> Checked<Lists<'c>> {
        self.quantities.sort_by_key(|(_, quantity)| quantity.span.start());
        self.times.sort_by_key(|(_, time)| time.span.start());
        counted(&self.quantities, "quantity")?;
        counted(&self.times, "time")?;
        let quantities: Vec<_> = self.quantities.into_iter().map(|(_, quantity)| quantity).collect();
        disjoint(&quantities)?;
        let times = self.times.into_iter().map(|(_, time)| time).collect();
        Ok(Lists { checker: self.checker, quantities, times })
    }
}

impl Lists<'_> {
    /// Counts what stands in a passage.
    fn count(&self, passage: &mut PassageData) {
        let span = passage.slice.span;
        let quantities = |at: usize| self.quantities.partition_point(|quantity| quantity.span.start() < at);
        let times = |at: usize| self.times.partition_point(|time| time.span.start() < at);
        passage.quantities = range32(&(quantities(span.start())..quantities(span.end())));
        passage.times = range32(&(times(span.start())..times(span.end())));
    }

    fn quantity(&self, form: QuantityForm<'_>) -> Checked<u32> {
        let id = form.id;
        index_of(&self.quantities, &self.checker.quantity(form)?, id)
    }

    fn time(&self, form: &TimeForm<'_>) -> Checked<u32> {
        index_of(&self.times, &self.checker.time(form)?, form.id)
    }

    fn change(&self, form: ChangeForm<'_>) -> Checked<ChangeData> {
        let quantity = |field: &str, form| maybe(field, form, |form| self.quantity(form));
        Ok(ChangeData {
            direction: form.direction,
            magnitude: quantity("magnitude", form.magnitude)?,
            from: quantity("from", form.from)?,
            to: quantity("to", form.to)?,
            basis: form.basis,
            basis_carried: form.carried,
            base: maybe("base", form.base, |form| self.time(&form))?,
            period: form.base_period.map(|period| (period.from.date(), period.to.date())),
            relative: quantity("relative", form.relative)?,
            level: quantity("level", form.level)?,
        })
    }

    fn claim(&self, form: ClaimForm<'_>) -> Checked<ClaimData> {
        let checker = &self.checker;
        let piece = |field: &str, form: Option<PieceForm<'_>>| maybe(field, form, |form| checker.piece(form));
        let start = form.span.start;
        let quantities = each("quantities", form.quantities, |form| self.quantity(form))?;
        // a carried time stands outside the clause, after its own
        let own = form.times.iter().position(|time| time.carried).unwrap_or(form.times.len());
        let times = each("times", &form.times, |form| self.time(form))?;
        let inherited = times.get(own).copied();
        let relations = each("relations", form.relations, |relation: QuantityRelation| {
            let is_there = relation.quantity.max(relation.of.unwrap_or(0)) < all(&quantities).end;
            let is_whole_there = relation.whole.is_none_or(|whole| whole < all(&self.quantities).end);
            if is_there && is_whole_there {
                Ok(relation)
            } else {
                Err(Fault::from("it names a quantity that is not there"))
            }
        })?;
        Ok(ClaimData {
            slice: checker.slice(&form.text, form.span, form.chars)?,
            subject_carried: form.subject.as_ref().is_some_and(|subject| subject.carried),
            subject: maybe("subject", form.subject, |form| checker.slice(&form.text, form.span, form.chars))?,
            predicate: piece("predicate", form.predicate)?,
            object: piece("object", form.object)?,
            place: piece("place", form.place)?,
            attribution: piece("attribution", form.attribution)?,
            condition: piece("condition", form.condition)?,
            quantities: index_range(&self.quantities, &quantities, start).within("quantities")?,
            times: index_range(&self.times, times.get(..own).unwrap_or_default(), start).within("times")?,
            inherited,
            changes: each("changes", form.changes, |form| self.change(form))?,
            modality: form.modality,
            negated: form.negated,
            relations,
        })
    }
}

/// A source that has text, and is short enough.
fn source_of(text: Cow<'_, str>) -> Checked<Cow<'_, str>> {
    match u32::try_from(text.len()) {
        Ok(_) => Ok(text),
        Err(_) => Err(Fault::from("it is longer than 4 GiB")).within("text"),
    }
}

/// Whether a form is of the version that is read here.
fn is_known(version: u32) -> Checked<()> {
    if version == FORM_VERSION {
        return Ok(());
    }
    Err(Fault::from(alloc::format!("{version} is not known here, {FORM_VERSION} is"))).within("version")
}

/// A section while its claims are still to be read.
type Draft<'f> = (SectionData, Vec<ClaimForm<'f>>);

/// The passages of an article while its parts are read.
struct Outline<'f> {
    title: Option<PassageData>,
    sections: Vec<Draft<'f>>,
    paragraphs: Vec<PassageData>,
}

impl<'f> Outline<'f> {
    fn read(c: &mut Collector<'_>, title: Option<PassageForm<'f>>, sections: Vec<SectionForm<'f>>) -> Checked<Self> {
        let title = maybe("title", title, |form| c.passage(form))?;
        let mut paragraphs = Vec::new();
        let sections = each("sections", sections, |form| {
            let heading = maybe("heading", form.heading, |form| c.passage(form))?;
            let first = all(&paragraphs).end;
            paragraphs.extend(each("paragraphs", form.paragraphs, |form| c.passage(form))?);
            let paragraphs = first..all(&paragraphs).end;
            Ok((SectionData { heading, paragraphs, claims: 0..0 }, form.claims))
        })?;
        Ok(Self { title, sections, paragraphs })
    }

    /// Counts what stands in each passage.
    fn count(&mut self, lists: &Lists<'_>) {
        let headings = self.sections.iter_mut().filter_map(|(section, _)| section.heading.as_mut());
        self.title.iter_mut().chain(headings).chain(&mut self.paragraphs).for_each(|passage| lists.count(passage));
    }
}

/// The people of an article: those of the dateline are among them.
fn people<T>(form: &ArticleForm<'_, T>, checker: &Checker<'_>) -> Checked<Vec<PersonData>> {
    let reporters = form.dateline.iter().flat_map(|dateline| &dateline.reporters);
    let reporters: BTreeSet<(usize, usize, &str)> =
        reporters.map(|reporter| (reporter.span.start, reporter.span.end, reporter.role.name())).collect();
    let mut people = Vec::new();
    for (field, list) in [("authors", &form.authors), ("credits", &form.credits), ("editors", &form.editors)] {
        people.extend(each(field, list, |form: &PersonForm<'_>| {
            let name = checker.slice(&form.text, form.span, form.chars)?;
            Ok(PersonData {
                name,
                role: form.role,
                dateline: reporters.contains(&(form.span.start, form.span.end, form.role.name())),
            })
        })?);
    }
    people.sort_by_key(|person| person.name.span.start());
    Ok(people)
}

impl<T: Default> ArticleForm<'_, T> {
    /// The article, whose source is the form's text.
    fn article<'a>(mut self) -> Checked<Article<'a>>
    where
        T: Into<Cow<'a, str>>,
    {
        is_known(self.version)?;
        let source = source_of(core::mem::take(&mut self.text).into())?;
        if source.is_empty() {
            return Err(Fault::from("it is empty")).within("text");
        }
        let repaired = repair(&source);
        let mut c = Collector::new(Checker::new(&source, &repaired));
        let (title, sections) = (self.title.take(), core::mem::take(&mut self.sections));
        let mut outline = Outline::read(&mut c, title, sections)?;
        // the stamp's and the dateline's times stand in text order among the others
        let published = maybe("published", self.published.as_ref(), |form| c.time(form))?;
        let date = self.dateline.as_ref().and_then(|dateline| dateline.date.as_ref());
        let date = maybe("dateline.date", date, |form| c.time(form))?;
        each("other_times", &self.other_times, |form| c.time(form))?;
        let people = people(&self, &c.checker)?;
        let lists = c.lists()?;
        outline.count(&lists);
        let (sections, claims) = claims(&lists, outline.sections)?;
        follows(outline.paragraphs.iter().map(|paragraph| paragraph.slice.span), "paragraphs")?;
        follows(claims.iter().map(|claim| claim.slice.span), "claims")?;
        let at = |span: Option<Span>| span.and_then(|span| place_of(&lists.times, span));
        let (published, date) = (at(published), at(date));
        let Parts { dateline, boilerplate, source: outlet, blocks, diagnostics } = self.parts(&lists.checker, date)?;
        let text = (!repaired.is_borrowed()).then(|| repaired.text().to_owned());
        let locale = Locale { region: self.region, script: self.script };
        let (quantities, times) = (lists.quantities, lists.times);
        drop(repaired);
        Ok(Article {
            document: Document { source, repaired: text, quantities, times, diagnostics },
            title: outline.title,
            published,
            source: outlet,
            dateline,
            people,
            sections,
            paragraphs: outline.paragraphs,
            claims,
            boilerplate,
            blocks,
            locale,
        })
    }

    /// What holds no quantity.
    fn parts(&mut self, checker: &Checker<'_>, date: Option<u32>) -> Checked<Parts> {
        let piece = |field: &str, form: Option<PieceForm<'_>>| maybe(field, form, |form| checker.piece(form));
        let dateline = maybe("dateline", self.dateline.take(), |form| {
            Ok(DatelineData { agency: piece("agency", form.agency)?, place: piece("place", form.place)?, date })
        })?;
        let boilerplate = each("boilerplate", &self.boilerplate, |form| {
            Ok((form.kind, checker.slice(&form.text, form.span, form.chars)?))
        })?;
        Ok(Parts {
            dateline,
            boilerplate,
            source: piece("source", self.source.take())?,
            blocks: checker.blocks(core::mem::take(&mut self.blocks))?,
            diagnostics: checker.diagnostics(core::mem::take(&mut self.diagnostics))?,
        })
    }
}

/// What of an article holds no quantity.
struct Parts {
    dateline: Option<DatelineData>,
    boilerplate: Vec<(BoilerplateKind, Slice)>,
    source: Option<Slice>,
    blocks: Vec<Block>,
    diagnostics: Vec<Diagnostic>,
}

/// The claims of all sections, and the sections that have them.
fn claims(lists: &Lists<'_>, drafts: Vec<Draft<'_>>) -> Checked<(Vec<SectionData>, Vec<ClaimData>)> {
    let mut claims: Vec<ClaimData> = Vec::new();
    let sections = each("sections", drafts, |(section, forms)| {
        let first = all(&claims).end;
        claims.extend(each("claims", forms.into_iter().zip(first..), |(form, index)| match form.id {
            Some(id) if id != index => Err(alloc::format!("the id is {index} in text order").into()),
            _ => lists.claim(form),
        })?);
        Ok(SectionData { claims: first..all(&claims).end, ..section })
    })?;
    Ok((sections, claims))
}

/// The index of the time with a span.
fn place_of(times: &[Mention<Time>], span: Span) -> Option<u32> {
    times.iter().position(|time| time.span == span).and_then(|index| u32::try_from(index).ok())
}

impl<'a> FoundForm<'a> {
    fn found(self) -> Checked<Found<'a>> {
        is_known(self.version)?;
        let source = source_of(self.text)?;
        let repaired = repair(&source);
        let mut c = Collector::new(Checker::new(&source, &repaired));
        c.mentions(self.quantities, &self.times)?;
        let lists = c.lists()?;
        let diagnostics = lists.checker.diagnostics(self.diagnostics)?;
        let text = (!repaired.is_borrowed()).then(|| repaired.text().to_owned());
        let (quantities, times) = (lists.quantities, lists.times);
        drop(repaired);
        Ok(Found { document: Document { source, repaired: text, quantities, times, diagnostics } })
    }
}

impl<'de, 'a> Deserialize<'de> for Article<'a> {
    /// The article, with a text of its own; [`Article::deserialize_borrowed`] borrows it where the format can.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <ArticleForm<'_>>::deserialize(deserializer)?.article().map(Article::into_owned).map_err(de::Error::custom)
    }
}

impl<'de> Article<'de> {
    /// The article that a form holds, whose source borrows from the input where the format can lend it: postcard and
    /// bincode always, JSON where no character of the text is escaped. For `#[serde(borrow, deserialize_with = "…")]`.
    ///
    /// ```
    /// use wanyi::Article;
    ///
    /// let json = serde_json::to_string(&Article::parse("全鎮新建學校3所。")?)?;
    /// let article = Article::deserialize_borrowed(&mut serde_json::Deserializer::from_str(&json))?;
    /// assert!(json.as_bytes().as_ptr_range().contains(&article.source_text().as_ptr()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// That of the format, or with the path to what does not fit: a span that is not of the text, bounds out of order, a copy
    /// that says other things than the original.
    pub fn deserialize_borrowed<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <ArticleForm<'_, Lent<'de>>>::deserialize(deserializer)?.article().map_err(de::Error::custom)
    }
}

impl<'de, 'a> Deserialize<'de> for Found<'a> {
    /// What was found, with a text of its own.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        FoundForm::deserialize(deserializer)?.found().map(Found::into_owned).map_err(de::Error::custom)
    }
}
