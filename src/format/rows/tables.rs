//! The rows: what each column holds.
//!
//! Texts have their damage undone; `start` and `end` are bytes, `char_start` and `char_end` code points of the source,
//! the ends exclusive.

use alloc::borrow::Cow;

use chrono::{NaiveDate, NaiveTime};

use super::Part;
use super::cell::{Cell, Column, Field, Row, row};
use crate::{
    Approx, Basis, BlockKind, Calendar, Certainty, CodeSystem, Dimension, Direction, Modality, Region, Relation,
    RelationKind, Role, Script, TimeKind, Value,
};

row! {
    /// A quantity, with the claim that it stands in: a table of facts by itself.
    ///
    /// ```
    /// use wanyi::Article;
    ///
    /// let article = Article::parse("去年全縣出口額達12億元，同比增長8.5%。")?;
    /// let rows = article.rows(0);
    /// let growth = rows.quantities().nth(1).ok_or("no quantity")?;
    /// assert_eq!((growth.text.as_ref(), growth.subject.as_deref()), ("8.5%", Some("全縣出口額")));
    /// assert_eq!(growth.value.map(|value| value.to_string()).as_deref(), Some("8.5"));
    /// assert_eq!(growth.basis.map(|basis| basis.name()), Some("yoy"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Default)]
    pub struct QuantityRow {
        /// The id of the article.
        article: Cow<'a, str>,
        /// Its number in the article, from 0.
        quantity: u32,
        /// The section that it stands in, from 0; none for the title.
        section: Option<u32>,
        /// The paragraph of the article that it stands in, from 0; none for title and headings.
        paragraph: Option<u32>,
        /// The claim that it stands in, from 0.
        claim: Option<u32>,
        /// What the block is that it stands in.
        block: Option<BlockKind>,
        /// Its text.
        text: Cow<'a, str>,
        /// The first byte.
        start: u32,
        /// The byte after the last.
        end: u32,
        /// The first code point.
        char_start: u32,
        /// The code point after the last.
        char_end: u32,
        /// The number as written, in its own unit; none for 數百, ranges and scores.
        value: Option<Value>,
        /// The least that it may be.
        lower: Option<Value>,
        /// Whether `lower` itself belongs to it.
        lower_closed: Option<bool>,
        /// The most that it may be.
        upper: Option<Value>,
        /// Whether `upper` itself belongs to it.
        upper_closed: Option<bool>,
        /// How the words around it limit it.
        approx: Approx,
        /// What sort of number it is.
        role: Role,
        /// The symbol of the unit.
        unit: Option<Cow<'a, str>>,
        /// What the unit measures.
        dimension: Option<Dimension>,
        /// The code of the unit.
        code: Option<Cow<'a, str>>,
        /// The list that the code is from.
        code_system: Option<CodeSystem>,
        /// The code; where none is known, the one of the region that is only guessed.
        likely_code: Option<Cow<'a, str>>,
        /// The factor of the unit to the base unit of its dimension.
        factor: Option<Value>,
        /// The denominator of a rate.
        per: Option<Cow<'a, str>>,
        /// The first number of a score, 21 of 21比18.
        score_left: Option<Value>,
        /// The second.
        score_right: Option<Value>,
        /// Whether damage to the source touches it.
        damaged: bool,
        /// Of whom or what the claim is.
        subject: Option<Cow<'a, str>>,
        /// What the claim says of it.
        predicate: Option<Cow<'a, str>>,
        /// What is counted.
        object: Option<Cow<'a, str>>,
        /// Where it is so.
        place: Option<Cow<'a, str>>,
        /// Who says so.
        speaker: Option<Cow<'a, str>>,
        /// How sure the claim is meant to be.
        modality: Option<Modality>,
        /// Whether the claim is denied.
        negated: Option<bool>,
        /// The time of the claim, by its number in the article.
        time: Option<u32>,
        /// Its first day.
        from: Option<NaiveDate>,
        /// Its last day.
        to: Option<NaiveDate>,
        /// The change that it is a part of, by its number in the article.
        change: Option<u32>,
        /// Which part of it.
        change_part: Option<Part>,
        /// Which way the change goes.
        direction: Option<Direction>,
        /// What the change is measured against.
        basis: Option<Basis>,
        /// The first day of what it is measured against.
        base_from: Option<NaiveDate>,
        /// The last.
        base_to: Option<NaiveDate>,
        /// How it belongs to another quantity.
        relation: Option<RelationKind>,
        /// The other, by its number in the article.
        relation_of: Option<u32>,
        /// The day of publication, as printed.
        published: Option<NaiveDate>,
    }
}

row! {
    /// A claim: who, what, when, who says so. Its quantities and changes are rows of their own, which name it.
    ///
    /// ```
    /// use wanyi::Article;
    ///
    /// let article = Article::parse("縣長林一表示，去年全縣出口額達12億元，同比增長8.5%。")?;
    /// let rows = article.rows(0);
    /// let claim = rows.claims().next().ok_or("no claim")?;
    /// assert_eq!((claim.subject.as_deref(), claim.speaker.as_deref()), (Some("全縣出口額"), Some("縣長林一")));
    /// assert_eq!((claim.first_quantity, claim.quantities, claim.changes), (Some(0), 2, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ClaimRow {
        /// The id of the article.
        article: Cow<'a, str>,
        /// Its number in the article, from 0.
        claim: u32,
        /// The section that it stands in, from 0.
        section: Option<u32>,
        /// The paragraph of the article that it stands in, from 0.
        paragraph: Option<u32>,
        /// The clause.
        text: Cow<'a, str>,
        /// The first byte.
        start: u32,
        /// The byte after the last.
        end: u32,
        /// The first code point.
        char_start: u32,
        /// The code point after the last.
        char_end: u32,
        /// Of whom or what it is said.
        subject: Option<Cow<'a, str>>,
        /// Whether the subject stands in an earlier clause.
        subject_carried: bool,
        /// What is said of it.
        predicate: Option<Cow<'a, str>>,
        /// What is counted.
        object: Option<Cow<'a, str>>,
        /// Where it is so.
        place: Option<Cow<'a, str>>,
        /// Who says so.
        speaker: Option<Cow<'a, str>>,
        /// On what condition.
        condition: Option<Cow<'a, str>>,
        /// How sure it is meant to be.
        modality: Modality,
        /// Whether it is denied.
        negated: bool,
        /// When it is so: the number of its own time, else of that of its sentence.
        time: Option<u32>,
        /// The first day of that time.
        from: Option<NaiveDate>,
        /// The last.
        to: Option<NaiveDate>,
        /// The number of its first quantity; the others follow it.
        first_quantity: Option<u32>,
        /// How many quantities it has.
        quantities: u32,
        /// The number of its first change; the others follow it.
        first_change: Option<u32>,
        /// How many changes it has. What follows is of the first.
        changes: u32,
        /// Which way the first change goes.
        direction: Option<Direction>,
        /// What it is measured against.
        basis: Option<Basis>,
        /// The first day of what it is measured against.
        base_from: Option<NaiveDate>,
        /// The last.
        base_to: Option<NaiveDate>,
        /// The day of publication, as printed.
        published: Option<NaiveDate>,
    }
}

row! {
    /// A change that a claim states: its quantities, by their numbers, and what it is measured against.
    ///
    /// ```
    /// use wanyi::Article;
    ///
    /// let article = Article::parse("全縣民宿由86家增至120家。")?;
    /// let rows = article.rows(0);
    /// let change = rows.changes().next().ok_or("no change")?;
    /// assert_eq!((change.claim, change.from_quantity, change.to_quantity), (0, Some(0), Some(1)));
    /// assert_eq!(change.direction.name(), "increase");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ChangeRow {
        /// The id of the article.
        article: Cow<'a, str>,
        /// Its number in the article, from 0.
        change: u32,
        /// The claim that states it.
        claim: u32,
        /// Which way.
        direction: Direction,
        /// By how much: the number of a quantity, as all that follow.
        magnitude: Option<u32>,
        /// By which share of the earlier value, where `magnitude` is an amount.
        relative: Option<u32>,
        /// From what.
        from_quantity: Option<u32>,
        /// To what.
        to_quantity: Option<u32>,
        /// The value that it led to.
        level: Option<u32>,
        /// What it is measured against.
        basis: Option<Basis>,
        /// Whether the basis stands earlier in the paragraph.
        basis_carried: bool,
        /// The time that is compared with, by its number, where the text names it.
        base_time: Option<u32>,
        /// The first day of what it is measured against.
        base_from: Option<NaiveDate>,
        /// The last.
        base_to: Option<NaiveDate>,
    }
}

row! {
    /// A time and what it means.
    ///
    /// ```
    /// use wanyi::Article;
    ///
    /// let article = Article::parse("2023年9月20日19時30分開工。")?;
    /// let rows = article.rows(0);
    /// let time = rows.times().next().ok_or("no time")?;
    /// assert_eq!(time.from.map(|day| day.to_string()).as_deref(), Some("2023-09-20"));
    /// assert_eq!(time.from_clock.map(|clock| clock.to_string()).as_deref(), Some("19:30:00"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct TimeRow {
        /// The id of the article.
        article: Cow<'a, str>,
        /// Its number in the article, from 0.
        time: u32,
        /// The section that it stands in, from 0.
        section: Option<u32>,
        /// The paragraph of the article that it stands in, from 0.
        paragraph: Option<u32>,
        /// The claim that it stands in, from 0.
        claim: Option<u32>,
        /// What the block is that it stands in.
        block: Option<BlockKind>,
        /// Its text.
        text: Cow<'a, str>,
        /// The first byte.
        start: u32,
        /// The byte after the last.
        end: u32,
        /// The first code point.
        char_start: u32,
        /// The code point after the last.
        char_end: u32,
        /// What sort of expression it is.
        kind: TimeKind,
        /// The calendar in which it is written.
        calendar: Calendar,
        /// How what is said lies to it.
        relation: Relation,
        /// The first day.
        from: Option<NaiveDate>,
        /// The time of day on it, where the text has one, local to the text.
        from_clock: Option<NaiveTime>,
        /// The last day.
        to: Option<NaiveDate>,
        /// The time of day on it.
        to_clock: Option<NaiveTime>,
        /// Whether the words leave open which days they mean.
        vague: bool,
        /// Whether damage to the source touches it.
        damaged: bool,
    }
}

row! {
    /// An article: what its page prints, and how much was read from it. Names of people are joined by 、.
    ///
    /// ```
    /// use wanyi::Article;
    ///
    /// let article = Article::parse("示範縣擴建碼頭\n2023-09-20 19:32 來源：示範網\n本報記者 林一\n擴建投入3億元。")?;
    /// let rows = article.rows("b");
    /// let row = rows.article();
    /// assert_eq!((row.article.as_ref(), row.title.as_deref()), ("b", Some("示範縣擴建碼頭")));
    /// assert_eq!((row.source.as_deref(), row.authors.as_deref(), row.quantities), (Some("示範網"), Some("林一"), 1));
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    pub struct ArticleRow {
        /// The id of the article.
        article: Cow<'a, str>,
        /// The title.
        title: Option<Cow<'a, str>>,
        /// The day of publication, as printed.
        published: Option<NaiveDate>,
        /// The time of day of publication, local to the text.
        published_clock: Option<NaiveTime>,
        /// Who published it.
        source: Option<Cow<'a, str>>,
        /// The agency of the dateline.
        agency: Option<Cow<'a, str>>,
        /// The place of the dateline.
        place: Option<Cow<'a, str>>,
        /// The day of the dateline.
        dateline: Option<NaiveDate>,
        /// Reporters and correspondents.
        authors: Option<Cow<'a, str>>,
        /// Photographers.
        photographers: Option<Cow<'a, str>>,
        /// Editors.
        editors: Option<Cow<'a, str>>,
        /// Where it was published.
        region: Option<Region>,
        /// How sure that is.
        region_certainty: Option<Certainty>,
        /// The script that it stands in.
        script: Option<Script>,
        /// How many bytes it has.
        bytes: u32,
        /// How many code points.
        chars: u32,
        /// How many sections.
        sections: u32,
        /// How many paragraphs.
        paragraphs: u32,
        /// How many claims.
        claims: u32,
        /// How many changes.
        changes: u32,
        /// How many quantities.
        quantities: u32,
        /// How many times.
        times: u32,
        /// How many repairs and notes.
        diagnostics: u32,
    }
}
