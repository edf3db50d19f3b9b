//! The views of an article as objects of `wanyi._model`.

use std::collections::HashMap;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use pyo3::{PyTypeInfo as _, intern};
use wanyi::chrono::NaiveDate;
use wanyi::{
    Bound as End, Change, Claim, Dateline, Diagnostic, Moment, Passage, Person, Piece, Quantity, QuantityRef, Section,
    Span, TimeRef, Unit, Value,
};

use crate::Core;

type Object<'py> = Bound<'py, PyAny>;

/// A keyword call of a class of the model.
macro_rules! make {
    ($objects:expr, $class:literal, $fields:expr, { $($name:ident: $value:expr),* $(,)? }) => {{
        let fields = $fields;
        $( fields.set_item(intern!($objects.py, stringify!($name)), $value)?; )*
        $objects.model.getattr(intern!($objects.py, $class))?.call((), Some(&fields))
    }};
}

/// Makes Python objects.
pub(crate) struct Objects<'py> {
    py: Python<'py>,
    model: Bound<'py, PyModule>,
}

/// The quantities and times of a text, made once and shared by all that hold them.
struct Mentions<'py> {
    quantities: Vec<Object<'py>>,
    times: Vec<Object<'py>>,
    /// Their places in the lists, by where they stand.
    quantity_at: HashMap<Span, usize>,
    time_at: HashMap<Span, usize>,
}

impl<'py> Mentions<'py> {
    fn quantity(&self, quantity: Option<QuantityRef<'_>>) -> Option<Object<'py>> {
        self.quantities.get(*self.quantity_at.get(&quantity?.span())?).cloned()
    }

    fn time(&self, time: Option<TimeRef<'_>>) -> Option<Object<'py>> {
        self.times.get(*self.time_at.get(&time?.span())?).cloned()
    }
}

/// An exact number: a Decimal, or a Fraction where no decimal equals it; `None` for a score.
pub(crate) fn number(py: Python<'_>, value: Value) -> PyResult<Option<Object<'_>>> {
    match value {
        Value::Decimal(decimal) => Ok(Some(decimal.into_pyobject(py)?.into_any())),
        Value::Ratio { numerator, denominator } => fraction(py, numerator.into(), denominator).map(Some),
        _ => Ok(None),
    }
}

fn fraction(py: Python<'_>, numerator: i128, denominator: u64) -> PyResult<Object<'_>> {
    py.import(intern!(py, "fractions"))?.getattr(intern!(py, "Fraction"))?.call1((numerator, denominator))
}

/// A day; `None` in years that Python has no dates for.
pub(crate) fn day(py: Python<'_>, date: NaiveDate) -> Option<Object<'_>> {
    date.into_pyobject(py).ok().map(Bound::into_any)
}

fn moment(py: Python<'_>, moment: Option<Moment>) -> Option<Object<'_>> {
    match moment? {
        Moment::Date(date) => day(py, date),
        Moment::DateTime(instant) => instant.into_pyobject(py).ok().map(Bound::into_any),
    }
}

impl<'py> Objects<'py> {
    pub(crate) fn new(py: Python<'py>) -> PyResult<Self> {
        Ok(Self { py, model: py.import(intern!(py, "wanyi._model"))? })
    }

    /// The exception of an error.
    pub(crate) fn error(&self, error: &wanyi::ParseError) -> PyResult<PyErr> {
        let class = self.model.getattr(intern!(self.py, "ParseError"))?;
        let chars = error.span().chars();
        let kind = error.kind().name();
        let raised = class.call1((error.to_string(), kind, chars.start, chars.end, error.line(), error.column()))?;
        Ok(PyErr::from_value(raised))
    }

    /// An article, which the object keeps as well.
    pub(crate) fn article(&self, article: wanyi::Article<'static>) -> PyResult<Object<'py>> {
        let object = self.article_object(&article)?;
        // a frozen class sets its own slots by the method of object
        let set = pyo3::types::PyAny::type_object(self.py).getattr(intern!(self.py, "__setattr__"))?;
        set.call1((&object, intern!(self.py, "_core"), Core { article }))?;
        Ok(object)
    }

    fn article_object(&self, article: &wanyi::Article<'_>) -> PyResult<Object<'py>> {
        let mentions = self.mentions(article.quantities(), article.times())?;
        let mentions = &mentions;
        let dateline = article.dateline();
        let sections = self.tuple(article.sections(), |section| self.section(article, &section, mentions))?;
        let named = |time: Option<TimeRef<'_>>| mentions.time(time);
        make!(self, "Article", PyDict::new(self.py), {
            text: article.source_text(),
            title: article.title().map(|title| self.passage(&title, mentions)).transpose()?,
            published: named(article.published()),
            source: self.piece(article.source())?,
            dateline: dateline.map(|dateline| self.dateline(&dateline, mentions)).transpose()?,
            authors: self.people(article.authors())?,
            photographers: self.people(article.credits())?,
            editors: self.people(article.editors())?,
            region: article.region().map(|told| told.value.code()),
            region_certainty: article.region().map(|told| told.certainty.name()),
            script: article.script().map(|told| told.value.name()),
            sections: sections,
            quantities: PyTuple::new(self.py, &mentions.quantities)?,
            times: PyTuple::new(self.py, &mentions.times)?,
            diagnostics: self.tuple(article.diagnostics(), |note| self.diagnostic(note))?,
        })
    }

    pub(crate) fn found(&self, found: &wanyi::Found<'_>) -> PyResult<Object<'py>> {
        let mentions = self.mentions(found.quantities(), found.times())?;
        make!(self, "Found", PyDict::new(self.py), {
            text: found.source_text(),
            quantities: PyTuple::new(self.py, &mentions.quantities)?,
            times: PyTuple::new(self.py, &mentions.times)?,
            diagnostics: self.tuple(found.diagnostics(), |note| self.diagnostic(note))?,
        })
    }

    fn mentions<'s>(
        &self,
        quantities: impl Iterator<Item = QuantityRef<'s>>,
        times: impl Iterator<Item = TimeRef<'s>>,
    ) -> PyResult<Mentions<'py>> {
        let mut mentions = Mentions {
            quantities: Vec::new(),
            times: Vec::new(),
            quantity_at: HashMap::new(),
            time_at: HashMap::new(),
        };
        for (id, quantity) in quantities.enumerate() {
            mentions.quantity_at.insert(quantity.span(), id);
            mentions.quantities.push(self.quantity(id, &quantity)?);
        }
        for (id, time) in times.enumerate() {
            mentions.time_at.insert(time.span(), id);
            mentions.times.push(self.time(id, &time)?);
        }
        Ok(mentions)
    }

    fn tuple<T>(
        &self,
        items: impl IntoIterator<Item = T>,
        object: impl Fn(T) -> PyResult<Object<'py>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(self.py, items.into_iter().map(object).collect::<PyResult<Vec<_>>>()?)
    }

    /// The fields that everything has which stands in the text.
    fn at(&self, text: &str, span: Span) -> PyResult<Bound<'py, PyDict>> {
        let fields = PyDict::new(self.py);
        let chars = span.chars();
        fields.set_item(intern!(self.py, "text"), text)?;
        fields.set_item(intern!(self.py, "start"), chars.start)?;
        fields.set_item(intern!(self.py, "end"), chars.end)?;
        fields.set_item(intern!(self.py, "byte_start"), span.start())?;
        fields.set_item(intern!(self.py, "byte_end"), span.end())?;
        Ok(fields)
    }

    fn piece(&self, piece: Option<Piece<'_>>) -> PyResult<Option<Object<'py>>> {
        piece.map(|piece| make!(self, "Piece", self.at(piece.text, piece.span)?, {})).transpose()
    }

    fn people<'s>(&self, people: impl Iterator<Item = Person<'s>>) -> PyResult<Bound<'py, PyTuple>> {
        self.tuple(
            people,
            |person| make!(self, "Person", self.at(person.name.text, person.name.span)?, { role: person.role.name() }),
        )
    }

    fn unit(&self, unit: &Unit) -> PyResult<Object<'py>> {
        let factor = unit.factor().map(|factor| fraction(self.py, factor.numerator().into(), factor.denominator()));
        make!(self, "Unit", PyDict::new(self.py), {
            symbol: unit.symbol(),
            dimension: unit.dimension().name(),
            code: unit.code(),
            code_system: unit.code_system().map(|system| system.name()),
            likely_code: unit.likely_code(),
            factor: factor.transpose()?,
            per: unit.per().map(|per| self.unit(per)).transpose()?,
        })
    }

    fn bound(&self, end: Option<End>) -> PyResult<Option<Object<'py>>> {
        let Some(end) = end else { return Ok(None) };
        let value = number(self.py, end.value)?;
        make!(self, "Bound", PyDict::new(self.py), { value: value, inclusive: end.inclusive }).map(Some)
    }

    fn quantity(&self, id: usize, mention: &QuantityRef<'_>) -> PyResult<Object<'py>> {
        let quantity: &Quantity = mention.get();
        let score = match quantity.value {
            Some(Value::Score { left, right }) => Some((left, right)),
            _ => None,
        };
        make!(self, "Quantity", self.at(mention.text(), mention.span())?, {
            id: id,
            value: quantity.value.map(|value| number(self.py, value)).transpose()?.flatten(),
            lower: self.bound(quantity.lower)?,
            upper: self.bound(quantity.upper)?,
            approx: quantity.approx.name(),
            role: quantity.role.name(),
            unit: quantity.unit.as_ref().map(|unit| self.unit(unit)).transpose()?,
            score: score,
            marker: mention.marker().map(|marker| (marker.chars().start, marker.chars().end)),
            damaged: mention.damaged(),
        })
    }

    fn time(&self, id: usize, mention: &TimeRef<'_>) -> PyResult<Object<'py>> {
        make!(self, "Time", self.at(mention.text(), mention.span())?, {
            id: id,
            kind: mention.kind.name(),
            calendar: mention.calendar.name(),
            relation: mention.relation.name(),
            from_: moment(self.py, mention.from),
            to: moment(self.py, mention.to),
            vague: mention.vague,
            damaged: mention.damaged(),
        })
    }

    fn passage(&self, passage: &Passage<'_>, mentions: &Mentions<'py>) -> PyResult<Object<'py>> {
        let quantities: Vec<_> = passage.quantities().filter_map(|found| mentions.quantity(Some(found))).collect();
        let times: Vec<_> = passage.times().filter_map(|found| mentions.time(Some(found))).collect();
        make!(self, "Passage", self.at(passage.text(), passage.span())?, {
            quantities: PyTuple::new(self.py, quantities)?,
            times: PyTuple::new(self.py, times)?,
        })
    }

    fn section(
        &self,
        article: &wanyi::Article<'_>,
        section: &Section<'_>,
        mentions: &Mentions<'py>,
    ) -> PyResult<Object<'py>> {
        make!(self, "Section", PyDict::new(self.py), {
            heading: section.heading().map(|heading| self.passage(&heading, mentions)).transpose()?,
            paragraphs: self.tuple(section.paragraphs(), |paragraph| self.passage(&paragraph, mentions))?,
            claims: self.tuple(section.claims(), |claim| self.claim(article, &claim, mentions))?,
        })
    }

    fn dateline(&self, dateline: &Dateline<'_>, mentions: &Mentions<'py>) -> PyResult<Object<'py>> {
        make!(self, "Dateline", PyDict::new(self.py), {
            agency: self.piece(dateline.agency())?,
            place: self.piece(dateline.place())?,
            date: mentions.time(dateline.date()),
            reporters: self.people(dateline.reporters())?,
        })
    }

    fn claim(
        &self,
        article: &wanyi::Article<'_>,
        claim: &Claim<'_>,
        mentions: &Mentions<'py>,
    ) -> PyResult<Object<'py>> {
        let own: Vec<_> = claim.quantities().filter_map(|quantity| mentions.quantity(Some(quantity))).collect();
        let times: Vec<_> = claim.times().filter_map(|time| mentions.time(Some(time))).collect();
        let relations = self.tuple(claim.relations(), |relation| {
            let other = relation.of.and_then(|of| own.get(of as usize));
            let whole = relation.whole.and_then(|whole| article.quantity(whole as usize));
            make!(self, "Relation", PyDict::new(self.py), {
                kind: relation.kind.name(),
                quantity: own.get(relation.quantity as usize),
                of: other.cloned().or_else(|| mentions.quantity(whole)),
            })
        })?;
        make!(self, "Claim", self.at(claim.text(), claim.span())?, {
            id: claim.index(),
            subject: self.piece(claim.subject())?,
            subject_carried: claim.subject_is_carried(),
            predicate: self.piece(claim.predicate())?,
            object: self.piece(claim.object())?,
            place: self.piece(claim.place())?,
            speaker: self.piece(claim.attribution())?,
            condition: self.piece(claim.condition())?,
            quantities: PyTuple::new(self.py, &own)?,
            times: PyTuple::new(self.py, times)?,
            time: mentions.time(claim.time()),
            changes: self.tuple(claim.changes(), |change| self.change(&change, mentions))?,
            relations: relations,
            modality: claim.modality().name(),
            negated: claim.is_negated(),
        })
    }

    fn change(&self, change: &Change<'_>, mentions: &Mentions<'py>) -> PyResult<Object<'py>> {
        let days = |(first, last)| day(self.py, first).zip(day(self.py, last));
        make!(self, "Change", PyDict::new(self.py), {
            direction: change.direction.name(),
            magnitude: mentions.quantity(change.magnitude),
            from_: mentions.quantity(change.from),
            to: mentions.quantity(change.to),
            relative: mentions.quantity(change.relative),
            level: mentions.quantity(change.level),
            basis: change.basis.map(|basis| basis.name()),
            basis_carried: change.basis_is_carried,
            base: mentions.time(change.base),
            base_period: change.base_period.and_then(days),
        })
    }

    fn diagnostic(&self, note: &Diagnostic) -> PyResult<Object<'py>> {
        make!(self, "Diagnostic", PyDict::new(self.py), {
            code: note.code.name(),
            severity: note.severity().name(),
            message: note.message.as_ref(),
            start: note.span.chars().start,
            end: note.span.chars().end,
            from_: note.from.as_deref(),
            to: note.to.as_deref(),
            certain: note.certain,
        })
    }
}
