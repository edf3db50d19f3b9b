//! Rows from the views of an article.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use chrono::{NaiveDate, NaiveTime};

use super::Part;
use super::tables::{ArticleRow, ChangeRow, ClaimRow, QuantityRow, TimeRow};
use crate::{
    Article, BlockKind, Change, Claim, Factor, MentionRef, Moment, Person, Piece, Quantity, QuantityRef, RelationKind,
    Span, TimeRef, Unit, Value,
};

/// The flat rows of an article, by [`Article::rows`].
///
/// ```
/// use wanyi::Article;
///
/// let article = Article::parse("雲溪縣去年投入2.3億元，同比增長8%。")?;
/// let rows = article.rows(17);
/// assert_eq!(rows.id(), "17");
/// assert_eq!((rows.quantities().len(), rows.times().len(), rows.claims().len()), (2, 1, 1));
/// # Ok::<(), wanyi::ParseError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Rows<'r> {
    id: String,
    article: &'r Article<'r>,
    /// Title, headings and paragraphs, in text order.
    places: Vec<Place>,
    /// For every claim the number of its first change, and at last how many there are.
    first_changes: Vec<u32>,
    /// For every quantity what it is to its claim.
    uses: Vec<Use>,
}

/// A passage, with the numbers of its section and paragraph.
#[derive(Clone, Copy, Debug)]
struct Place {
    span: Span,
    section: Option<u32>,
    paragraph: Option<u32>,
}

/// What a quantity is to a claim.
#[derive(Clone, Copy, Debug, Default)]
struct Use {
    change: Option<ChangeUse>,
    relation: Option<(RelationKind, Option<u32>)>,
}

#[derive(Clone, Copy, Debug)]
struct ChangeUse {
    number: u32,
    part: Part,
    direction: crate::Direction,
    basis: Option<crate::Basis>,
    base: Option<(NaiveDate, NaiveDate)>,
}

/// A number or offset: texts are at most 4 GiB.
fn number(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

fn text(piece: Option<Piece<'_>>) -> Option<Cow<'_, str>> {
    piece.map(|piece| Cow::Borrowed(piece.text))
}

fn date(moment: Option<Moment>) -> Option<NaiveDate> {
    moment.map(Moment::date)
}

fn clock(moment: Option<Moment>) -> Option<NaiveTime> {
    moment?.date_time().map(|instant| instant.time())
}

/// Bytes and code points: start, end, start, end.
fn offsets(span: Span) -> [u32; 4] {
    [span.start(), span.end(), span.chars().start, span.chars().end].map(number)
}

/// The number of a mention among those of its article, which stand in text order.
fn number_of<'s, T: 's>(
    wanted: &MentionRef<'_, T>,
    count: usize,
    at: impl Fn(usize) -> Option<MentionRef<'s, T>>,
) -> Option<u32> {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if at(middle)?.span() < wanted.span() {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    at(low).filter(|found| found.span() == wanted.span()).map(|_| number(low))
}

fn quantity_number(article: &Article<'_>, quantity: Option<QuantityRef<'_>>) -> Option<u32> {
    number_of(&quantity?, article.quantities().len(), |at| article.quantity(at))
}

fn time_number(article: &Article<'_>, time: Option<TimeRef<'_>>) -> Option<u32> {
    number_of(&time?, article.times().len(), |at| article.time(at))
}

impl<'r> Rows<'r> {
    pub(super) fn new(article: &'r Article<'r>, id: String) -> Self {
        let mut rows = Self { id, article, places: places(article), first_changes: Vec::new(), uses: Vec::new() };
        rows.uses.resize(article.quantities().len(), Use::default());
        let mut changes = 0;
        for claim in article.claims() {
            rows.first_changes.push(changes);
            for change in claim.changes() {
                rows.note_change(changes, &change);
                changes += 1;
            }
            rows.note_relations(&claim);
        }
        rows.first_changes.push(changes);
        rows
    }

    /// The id of the article.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    fn note_change(&mut self, number: u32, change: &Change<'_>) {
        let parts = [
            (Part::Magnitude, change.magnitude),
            (Part::Relative, change.relative),
            (Part::From, change.from),
            (Part::To, change.to),
            (Part::Level, change.level),
        ];
        for (part, quantity) in parts {
            let index = quantity_number(self.article, quantity);
            let Some(of) = index.and_then(|index| self.uses.get_mut(index as usize)) else { continue };
            // what one change led to may be a part of another, which says more
            if of.change.is_none_or(|known| known.part == Part::Level && part != Part::Level) {
                let Change { direction, basis, base_period: base, .. } = *change;
                of.change = Some(ChangeUse { number, part, direction, basis, base });
            }
        }
    }

    fn note_relations(&mut self, claim: &Claim<'_>) {
        let first = claim.quantity_indices().start;
        for relation in claim.relations() {
            let Some(of) = self.uses.get_mut(first + relation.quantity as usize) else { continue };
            let other = relation.of.map(|of| number(first) + of).or(relation.whole);
            of.relation = of.relation.or(Some((relation.kind, other)));
        }
    }

    /// The passage that a span lies in.
    fn place(&self, span: Span) -> Option<Place> {
        let after = self.places.partition_point(|place| place.span.start() <= span.start());
        self.places.get(after.checked_sub(1)?).copied().filter(|place| span.start() < place.span.end())
    }

    fn block(&self, span: Span) -> Option<BlockKind> {
        self.article.block_at(span.start()).map(|block| block.kind)
    }

    fn published(&self) -> Option<NaiveDate> {
        self.article.published().and_then(|time| date(time.from))
    }

    fn article_id(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.id)
    }

    /// One row a quantity, in text order, those of title and headings included.
    pub fn quantities(&self) -> impl ExactSizeIterator<Item = QuantityRow<'_>> {
        let published = self.published();
        let quantities = self.article.quantities().enumerate();
        quantities.map(move |(index, quantity)| QuantityRow { published, ..self.quantity(index, quantity) })
    }

    fn quantity<'s>(&'s self, index: usize, of: QuantityRef<'s>) -> QuantityRow<'s> {
        let [start, end, char_start, char_end] = offsets(of.span());
        let place = self.place(of.span());
        let quantity: &'s Quantity = of.get();
        let score = match quantity.value {
            Some(Value::Score { left, right }) => Some([left, right].map(Value::from)),
            _ => None,
        };
        let unit = quantity.unit.as_ref();
        QuantityRow {
            article: self.article_id(),
            quantity: number(index),
            section: place.and_then(|place| place.section),
            paragraph: place.and_then(|place| place.paragraph),
            block: self.block(of.span()),
            text: Cow::Borrowed(of.text()),
            start,
            end,
            char_start,
            char_end,
            value: quantity.value.filter(|_| score.is_none()),
            lower: quantity.lower.map(|bound| bound.value),
            lower_closed: quantity.lower.map(|bound| bound.inclusive),
            upper: quantity.upper.map(|bound| bound.value),
            upper_closed: quantity.upper.map(|bound| bound.inclusive),
            approx: quantity.approx,
            role: quantity.role,
            unit: unit.map(|unit| Cow::Borrowed(unit.symbol())),
            dimension: unit.map(Unit::dimension),
            code: unit.and_then(Unit::code).map(Cow::Borrowed),
            code_system: unit.and_then(Unit::code_system),
            likely_code: unit.and_then(Unit::likely_code).map(Cow::Borrowed),
            factor: unit.and_then(Unit::factor).and_then(factor),
            per: unit.and_then(Unit::per).map(|per| Cow::Owned(per.to_string())),
            score_left: score.map(|[left, _]| left),
            score_right: score.map(|[_, right]| right),
            damaged: of.damaged(),
            ..self.with_claim(index)
        }
    }

    /// What the claim of a quantity says beside it; all else is empty.
    fn with_claim(&self, index: usize) -> QuantityRow<'_> {
        let Use { change, relation } = self.uses.get(index).copied().unwrap_or_default();
        let base = change.and_then(|change| change.base);
        let row = QuantityRow {
            change: change.map(|change| change.number),
            change_part: change.map(|change| change.part),
            direction: change.map(|change| change.direction),
            basis: change.and_then(|change| change.basis),
            base_from: base.map(|(first, _)| first),
            base_to: base.map(|(_, last)| last),
            relation: relation.map(|(kind, _)| kind),
            relation_of: relation.and_then(|(_, other)| other),
            ..QuantityRow::default()
        };
        let Some(claim) = self.article.claim_of_quantity(index) else { return row };
        let time = claim.time();
        QuantityRow {
            claim: Some(number(claim.index())),
            subject: text(claim.subject()),
            predicate: text(claim.predicate()),
            object: text(claim.object()),
            place: text(claim.place()),
            speaker: text(claim.attribution()),
            modality: Some(claim.modality()),
            negated: Some(claim.is_negated()),
            time: time_number(self.article, time),
            from: time.and_then(|time| date(time.from)),
            to: time.and_then(|time| date(time.to)),
            ..row
        }
    }

    /// One row a claim, in text order.
    pub fn claims(&self) -> impl ExactSizeIterator<Item = ClaimRow<'_>> {
        let published = self.published();
        self.article.claims().map(move |claim| self.claim(&claim, published))
    }

    fn claim<'s>(&'s self, claim: &Claim<'s>, published: Option<NaiveDate>) -> ClaimRow<'s> {
        let [start, end, char_start, char_end] = offsets(claim.span());
        let place = self.place(claim.span());
        let time = claim.time();
        let quantities = claim.quantity_indices();
        let change = claim.changes().next();
        let changes = number(claim.changes().len());
        let base = change.and_then(|change| change.base_period);
        ClaimRow {
            article: self.article_id(),
            claim: number(claim.index()),
            section: place.and_then(|place| place.section),
            paragraph: place.and_then(|place| place.paragraph),
            text: Cow::Borrowed(claim.text()),
            start,
            end,
            char_start,
            char_end,
            subject: text(claim.subject()),
            subject_carried: claim.subject_is_carried(),
            predicate: text(claim.predicate()),
            object: text(claim.object()),
            place: text(claim.place()),
            speaker: text(claim.attribution()),
            condition: text(claim.condition()),
            modality: claim.modality(),
            negated: claim.is_negated(),
            time: time_number(self.article, time),
            from: time.and_then(|time| date(time.from)),
            to: time.and_then(|time| date(time.to)),
            first_quantity: Some(number(quantities.start)).filter(|_| !quantities.is_empty()),
            quantities: number(quantities.len()),
            first_change: self.first_changes.get(claim.index()).copied().filter(|_| changes > 0),
            changes,
            direction: change.map(|change| change.direction),
            basis: change.and_then(|change| change.basis),
            base_from: base.map(|(first, _)| first),
            base_to: base.map(|(_, last)| last),
            published,
        }
    }

    /// One row a change, in the order of the claims.
    pub fn changes(&self) -> impl Iterator<Item = ChangeRow<'_>> {
        let changes =
            self.article.claims().flat_map(|claim| claim.changes().map(move |change| (claim.index(), change)));
        (0..).zip(changes).map(|(number, (claim, change))| self.change(number, claim, &change))
    }

    fn change(&self, change: u32, claim: usize, of: &Change<'_>) -> ChangeRow<'_> {
        let quantity = |quantity| quantity_number(self.article, quantity);
        ChangeRow {
            article: self.article_id(),
            change,
            claim: number(claim),
            direction: of.direction,
            magnitude: quantity(of.magnitude),
            relative: quantity(of.relative),
            from_quantity: quantity(of.from),
            to_quantity: quantity(of.to),
            level: quantity(of.level),
            basis: of.basis,
            basis_carried: of.basis_is_carried,
            base_time: time_number(self.article, of.base),
            base_from: of.base_period.map(|(first, _)| first),
            base_to: of.base_period.map(|(_, last)| last),
        }
    }

    /// One row a time, in text order, those of stamp and dateline included.
    pub fn times(&self) -> impl ExactSizeIterator<Item = TimeRow<'_>> {
        self.article.times().enumerate().map(|(index, time)| self.time(index, &time))
    }

    fn time<'s>(&'s self, index: usize, time: &TimeRef<'s>) -> TimeRow<'s> {
        let [start, end, char_start, char_end] = offsets(time.span());
        let place = self.place(time.span());
        TimeRow {
            article: self.article_id(),
            time: number(index),
            section: place.and_then(|place| place.section),
            paragraph: place.and_then(|place| place.paragraph),
            claim: self.article.claim_of_time(index).map(|claim| number(claim.index())),
            block: self.block(time.span()),
            text: Cow::Borrowed(time.text()),
            start,
            end,
            char_start,
            char_end,
            kind: time.kind,
            calendar: time.calendar,
            relation: time.relation,
            from: date(time.from),
            from_clock: clock(time.from),
            to: date(time.to),
            to_clock: clock(time.to),
            vague: time.vague,
            damaged: time.damaged(),
        }
    }

    /// The row of the article itself.
    #[must_use]
    pub fn article(&self) -> ArticleRow<'_> {
        let article = self.article;
        let published = article.published().and_then(|time| time.from);
        let dateline = article.dateline();
        let source = article.source_text();
        ArticleRow {
            article: self.article_id(),
            title: article.title().map(|title| Cow::Borrowed(title.text())),
            published: date(published),
            published_clock: clock(published),
            source: text(article.source()),
            agency: dateline.and_then(|dateline| text(dateline.agency())),
            place: dateline.and_then(|dateline| text(dateline.place())),
            dateline: dateline.and_then(|dateline| date(dateline.date()?.from)),
            authors: names(article.authors()),
            photographers: names(article.credits()),
            editors: names(article.editors()),
            region: article.region().map(|told| told.value),
            region_certainty: article.region().map(|told| told.certainty),
            script: article.script().map(|told| told.value),
            bytes: number(source.len()),
            chars: number(source.chars().count()),
            sections: number(article.sections().len()),
            paragraphs: number(article.paragraphs().len()),
            claims: number(article.claims().len()),
            changes: self.first_changes.last().copied().unwrap_or_default(),
            quantities: number(article.quantities().len()),
            times: number(article.times().len()),
            diagnostics: number(article.diagnostics().len()),
        }
    }
}

/// A factor as a value; `None` where it has more digits than one holds.
fn factor(factor: Factor) -> Option<Value> {
    Value::ratio(i64::try_from(factor.numerator()).ok()?, factor.denominator())
}

fn names<'s>(people: impl Iterator<Item = Person<'s>>) -> Option<Cow<'s, str>> {
    let names: Vec<&str> = people.map(|person| person.name.text).collect();
    (!names.is_empty()).then(|| Cow::Owned(names.join("、")))
}

/// Title, headings and paragraphs, in text order.
fn places(article: &Article<'_>) -> Vec<Place> {
    let title = article.title().map(|title| Place { span: title.span(), section: None, paragraph: None });
    let mut places: Vec<Place> = title.into_iter().collect();
    let mut paragraph = 0;
    for (index, section) in article.sections().enumerate() {
        let section_number = Some(number(index));
        let heading = section.heading();
        places.extend(heading.map(|heading| Place { span: heading.span(), section: section_number, paragraph: None }));
        for passage in section.paragraphs() {
            places.push(Place { span: passage.span(), section: section_number, paragraph: Some(paragraph) });
            paragraph += 1;
        }
    }
    places.sort_by_key(|place| place.span);
    places
}
