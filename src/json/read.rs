//! Reading: the nested form collected into flat lists again, and checked against the text that comes with it.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use serde::Deserialize;
use serde::de::{self, Deserializer};

use super::forms::{
    ArticleForm, ChangeForm, ClaimForm, DiagnosticForm, Ends, FoundForm, PassageForm, QuantityForm, RelationForm,
    SectionForm, TextForm, TimeForm, bytes, quantity,
};
use crate::article::{
    Article, ChangeData, ClaimData, DatelineData, Document, Found, Mention, PassageData, PersonData, QuantityRelation,
    Range32, SectionData, Slice, all, range32,
};
use crate::error::Diagnostic;
use crate::parse::derived;
use crate::quantity::{Quantity, Role, Value};
use crate::repair::{Repaired, repair};
use crate::span::{Span, is_continuation};
use crate::time::TimeRef;

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

    fn span(&self, span: Ends, chars: Ends) -> Result<Span, String> {
        let wrong = || alloc::format!("the span {}..{} is not of this text", span.start, span.end);
        self.source.get(span.start..span.end).ok_or_else(wrong)?;
        if self.char_offset(span.start) != chars.start || self.char_offset(span.end) != chars.end {
            return Err(alloc::format!(
                "the code points {}..{} are not those of the span {}..{}",
                chars.start,
                chars.end,
                span.start,
                span.end
            ));
        }
        Ok(Span::new(span.start, span.end, chars.start, chars.end))
    }

    fn slice(&self, text: &str, span: Ends, chars: Ends) -> Result<Slice, String> {
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

    fn text(&self, form: &TextForm<'_>) -> Result<Slice, String> {
        self.slice(&form.text, form.span, form.chars)
    }

    fn optional(&self, form: Option<&TextForm<'_>>) -> Result<Option<Slice>, String> {
        form.map(|form| self.text(form)).transpose()
    }

    fn quantity(&self, form: QuantityForm<'_>) -> Result<Mention<Quantity>, String> {
        let slice = self.slice(&form.text, form.span, form.chars)?;
        let mut item = quantity(form.value, form.lower, form.upper, form.approx, form.role, form.unit)?;
        // the form has no place for the two numbers of a score but its text
        if item.value.is_none() && item.role == Role::Fraction && !form.damaged {
            let read = form.text.parse::<Quantity>().ok().and_then(|read| read.value);
            item.value = read.filter(|value| matches!(value, Value::Score { .. }));
        }
        Ok(Mention { item, span: slice.span, text: slice.text, marker: None, damaged: form.damaged })
    }

    fn time(&self, form: &TimeForm<'_>) -> Result<Mention<TimeRef>, String> {
        let slice = self.slice(&form.text, form.span, form.chars)?;
        let mut item = TimeRef::new(form.kind, form.calendar, form.relation, form.vague);
        (item.from, item.to) = (form.from, form.to);
        Ok(Mention { item, span: slice.span, text: slice.text, marker: None, damaged: form.damaged })
    }

    fn diagnostics(&self, forms: Vec<DiagnosticForm<'_>>) -> Result<Vec<Diagnostic>, String> {
        let read = |form: DiagnosticForm<'_>| {
            Ok(Diagnostic {
                code: form.code,
                message: form.message.into_owned().into(),
                span: self.span(form.span, form.chars)?,
                from: form.from.map(Cow::into_owned),
                to: form.to.map(Cow::into_owned),
                certain: form.certain,
            })
        };
        forms.into_iter().map(read).collect()
    }
}

/// Checks that a list stands in text order.
fn ordered<T>(list: &[Mention<T>], what: &str) -> Result<(), String> {
    let sorted = list.windows(2).all(|pair| matches!(pair, [a, b] if a.span.start() <= b.span.start()));
    if sorted { Ok(()) } else { Err(alloc::format!("the {what} are not in text order")) }
}

/// Checks that no two of a list share a byte.
fn disjoint<T>(list: &[Mention<T>]) -> Result<(), String> {
    let apart = list.windows(2).all(|pair| matches!(pair, [a, b] if a.span.end() <= b.span.start()));
    if apart { Ok(()) } else { Err("two quantities overlap".to_owned()) }
}

/// The index of the mention with a span.
fn index_of<T>(list: &[Mention<T>], span: Ends) -> Result<u32, String> {
    let first = list.partition_point(|mention| mention.span.start() < span.start);
    let found = list
        .iter()
        .enumerate()
        .skip(first)
        .take_while(|(_, m)| m.span.start() == span.start)
        .find(|(_, m)| m.span.end() == span.end);
    found
        .and_then(|(index, _)| u32::try_from(index).ok())
        .ok_or_else(|| alloc::format!("what is said to stand at {}..{} is in no list", span.start, span.end))
}

/// The index range of mentions that must stand side by side in the list; for none, the place where they would.
fn index_range<T>(
    list: &[Mention<T>],
    spans: impl ExactSizeIterator<Item = Ends>,
    at: usize,
) -> Result<Range32, String> {
    let count = u32::try_from(spans.len()).map_err(|_| "too many".to_owned())?;
    let mut first = None;
    for (offset, span) in (0..count).zip(spans) {
        let index = index_of(list, span)?;
        if *first.get_or_insert(index) + offset != index {
            return Err(alloc::format!("a list has gaps at {}..{}", span.start, span.end));
        }
    }
    let first = match first {
        Some(first) => first,
        None => u32::try_from(list.partition_point(|mention| mention.span.start() < at))
            .map_err(|_| "too many".to_owned())?,
    };
    Ok(first..first + count)
}

/// Collects the lists of a document while its parts are read.
struct Collector<'c> {
    checker: Checker<'c>,
    quantities: Vec<Mention<Quantity>>,
    times: Vec<Mention<TimeRef>>,
}

impl Collector<'_> {
    fn passage(&mut self, form: PassageForm<'_>) -> Result<PassageData, String> {
        let slice = self.checker.slice(&form.text, form.span, form.chars)?;
        let (quantities, times) = (all(&self.quantities).end, all(&self.times).end);
        for quantity in form.quantities {
            self.quantities.push(self.checker.quantity(quantity)?);
        }
        for time in form.times {
            self.times.push(self.checker.time(&time)?);
        }
        Ok(PassageData { slice, quantities: quantities..all(&self.quantities).end, times: times..all(&self.times).end })
    }

    fn claim(&self, form: ClaimForm<'_>) -> Result<ClaimData, String> {
        let checker = &self.checker;
        let magnitude =
            |form: Option<&QuantityForm<'_>>| form.map(|form| index_of(&self.quantities, form.span)).transpose();
        let base = |form: Option<&TimeForm<'_>>| form.map(|form| index_of(&self.times, form.span)).transpose();
        let change = |form: &ChangeForm<'_>| {
            Ok::<_, String>(ChangeData {
                direction: form.direction,
                magnitude: magnitude(form.magnitude.as_ref())?,
                from: magnitude(form.from.as_ref())?,
                to: magnitude(form.to.as_ref())?,
                relative: magnitude(form.relative.as_ref())?,
                level: magnitude(form.level.as_ref())?,
                basis: form.basis,
                basis_carried: form.carried,
                base: base(form.base.as_ref())?,
            })
        };
        let count = form.quantities.len();
        let relation = |form: &RelationForm| {
            if form.quantity.max(form.of.unwrap_or(0)) as usize >= count {
                return Err("a relation names a quantity that is not there".to_owned());
            }
            if form.whole.is_some_and(|whole| whole >= all(&self.quantities).end) {
                return Err("a relation names a whole that is not there".to_owned());
            }
            Ok(QuantityRelation { kind: form.kind, quantity: form.quantity, of: form.of, whole: form.whole })
        };
        Ok(ClaimData {
            slice: checker.slice(&form.text, form.span, form.chars)?,
            subject: checker.optional(form.subject.as_ref())?,
            subject_carried: form.subject.as_ref().is_some_and(|subject| subject.carried),
            predicate: checker.optional(form.predicate.as_ref())?,
            object: checker.optional(form.object.as_ref())?,
            place: checker.optional(form.place.as_ref())?,
            attribution: checker.optional(form.attribution.as_ref())?,
            condition: checker.optional(form.condition.as_ref())?,
            quantities: index_range(&self.quantities, form.quantities.iter().map(|q| q.span), form.span.start)?,
            times: {
                // a carried time stands outside the clause, after its own
                let own = form.times.iter().position(|time| time.carried).unwrap_or(form.times.len());
                index_range(&self.times, form.times.iter().take(own).map(|time| time.span), form.span.start)?
            },
            inherited: base(form.times.iter().find(|time| time.carried))?,
            changes: form.changes.iter().map(change).collect::<Result<_, _>>()?,
            modality: form.modality,
            negated: form.negated,
            relations: form.relations.iter().map(relation).collect::<Result<_, _>>()?,
        })
    }
}

/// The text of a form, where it is short enough.
fn source_of(text: Cow<'_, str>) -> Result<String, String> {
    let source = text.into_owned();
    if u32::try_from(source.len()).is_err() { Err("the text is longer than 4 GiB".to_owned()) } else { Ok(source) }
}

/// The passages of an article while its parts are read.
struct Outline<'f> {
    title: Option<PassageData>,
    sections: Vec<(SectionData, Vec<ClaimForm<'f>>)>,
    paragraphs: Vec<PassageData>,
}

impl<'f> Outline<'f> {
    fn read(
        c: &mut Collector<'_>,
        title: Option<PassageForm<'f>>,
        sections: Vec<SectionForm<'f>>,
    ) -> Result<Self, String> {
        let title = title.map(|form| c.passage(form)).transpose()?;
        let mut outline = Self { title, sections: Vec::new(), paragraphs: Vec::new() };
        for form in sections {
            let heading = form.heading.map(|heading| c.passage(heading)).transpose()?;
            let first = all(&outline.paragraphs).end;
            for paragraph in form.paragraphs {
                outline.paragraphs.push(c.passage(paragraph)?);
            }
            let paragraphs = first..all(&outline.paragraphs).end;
            outline.sections.push((SectionData { heading, paragraphs, claims: 0..0 }, form.claims));
        }
        Ok(outline)
    }

    /// Counts the times of each passage again, since others were put among them.
    fn recount(&mut self, times: &[Mention<TimeRef>]) {
        let recount = |passage: &mut PassageData| {
            let within = |at: usize| times.partition_point(|time| time.span.start() < at);
            let (first, last) = (within(passage.slice.span.start()), within(passage.slice.span.end()));
            passage.times = range32(&(first..last));
        };
        self.title.iter_mut().for_each(recount);
        self.sections.iter_mut().filter_map(|(section, _)| section.heading.as_mut()).for_each(recount);
        self.paragraphs.iter_mut().for_each(recount);
    }
}

impl ArticleForm<'_> {
    fn article(mut self) -> Result<Article<'static>, String> {
        let source = source_of(core::mem::take(&mut self.text))?;
        let repaired = repair(&source);
        let mut c = Collector { checker: Checker::new(&source, &repaired), quantities: Vec::new(), times: Vec::new() };
        let (title, sections) = (self.title.take(), core::mem::take(&mut self.sections));
        let mut outline = Outline::read(&mut c, title, sections)?;
        // the stamp's and the dateline's times stand in text order among the others
        let published = self.published.as_ref().map(|form| c.checker.time(form)).transpose()?;
        let date = self.dateline.as_ref().and_then(|dateline| dateline.date.as_ref());
        let date = date.map(|form| c.checker.time(form)).transpose()?;
        c.times.extend(published.iter().chain(&date).cloned());
        c.times.sort_by_key(|time| time.span.start());
        ordered(&c.quantities, "quantities")?;
        disjoint(&c.quantities)?;
        outline.recount(&c.times);
        let mut claims = Vec::new();
        let mut sections = Vec::new();
        for (section, forms) in outline.sections {
            let first = all(&claims).end;
            for form in forms {
                claims.push(c.claim(form)?);
            }
            sections.push(SectionData { claims: first..all(&claims).end, ..section });
        }
        let at = |time: Option<Mention<TimeRef>>| time.map(|time| index_of(&c.times, bytes(time.span))).transpose();
        let (published, date) = (at(published)?, at(date)?);
        let (people, dateline) = (self.people(&c.checker)?, self.dateline(&c.checker, date)?);
        let boilerplate =
            self.boilerplate.iter().map(|form| Ok((form.kind, c.checker.slice(&form.text, form.span, form.chars)?)));
        let boilerplate = boilerplate.collect::<Result<_, String>>()?;
        let article_source = c.checker.optional(self.source.as_ref())?;
        let diagnostics = c.checker.diagnostics(self.diagnostics)?;
        let text = (!repaired.is_borrowed()).then(|| repaired.text().to_owned());
        let (quantities, times) = (c.quantities, c.times);
        let (blocks, locale) = derived(&source, &repaired);
        drop(repaired);
        Ok(Article {
            document: Document { source: Cow::Owned(source), repaired: text, quantities, times, diagnostics },
            title: outline.title,
            published,
            source: article_source,
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

    fn people(&self, checker: &Checker<'_>) -> Result<Vec<PersonData>, String> {
        let reporters = self.dateline.iter().flat_map(|dateline| &dateline.reporters);
        let reporters: Vec<Ends> = reporters.map(|reporter| reporter.span).collect();
        let mut people = Vec::new();
        for form in self.authors.iter().chain(&self.credits).chain(&self.editors) {
            let role = form.role.ok_or("a person has no role")?;
            people.push(PersonData { name: checker.text(form)?, role, dateline: reporters.contains(&form.span) });
        }
        people.sort_by_key(|person| person.name.span.start());
        Ok(people)
    }

    fn dateline(&self, checker: &Checker<'_>, date: Option<u32>) -> Result<Option<DatelineData>, String> {
        let Some(form) = &self.dateline else { return Ok(None) };
        let agency = checker.optional(form.agency.as_ref())?;
        Ok(Some(DatelineData { agency, place: checker.optional(form.place.as_ref())?, date }))
    }
}

impl FoundForm<'_> {
    fn found(self) -> Result<Found<'static>, String> {
        let source = self.text.into_owned();
        let repaired = repair(&source);
        let checker = Checker::new(&source, &repaired);
        let quantities =
            self.quantities.into_iter().map(|form| checker.quantity(form)).collect::<Result<Vec<_>, _>>()?;
        let times = self.times.iter().map(|form| checker.time(form)).collect::<Result<Vec<_>, _>>()?;
        ordered(&quantities, "quantities")?;
        disjoint(&quantities)?;
        ordered(&times, "times")?;
        let diagnostics = checker.diagnostics(self.diagnostics)?;
        let text = (!repaired.is_borrowed()).then(|| repaired.text().to_owned());
        drop(repaired);
        Ok(Found { document: Document { source: Cow::Owned(source), repaired: text, quantities, times, diagnostics } })
    }
}

impl<'de> Deserialize<'de> for Article<'static> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        ArticleForm::deserialize(deserializer)?.article().map_err(de::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Found<'static> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        FoundForm::deserialize(deserializer)?.found().map_err(de::Error::custom)
    }
}
