"""The model: frozen dataclasses, which print, compare, hash and pickle as such.

Offsets count characters, as Python does: ``article.text[quantity.start:quantity.end]`` is what was printed. ``text``
has the damage of the page undone, so that it may differ from that slice where the page is damaged.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas

    from . import _native
    from ._names import (
        Approx, Basis, Calendar, Certainty, CodeSystem, Dimension, Direction, Modality, PersonRole, Region, RelationKind,
        Role, Script, Severity, Table, TimeKind, TimeRelation,
    )


class ParseError(ValueError):
    """A text that is no article: nothing but white space, or too long.

    ``kind`` is a stable name (``empty``, ``too_long``, ``too_many_findings``), ``start`` and ``end`` count characters,
    ``line`` and ``column`` from 1.
    """

    kind: str
    start: int
    end: int
    line: int
    column: int

    def __init__(self, message: str, kind: str, start: int, end: int, line: int, column: int) -> None:
        super().__init__(message)
        self.kind, self.start, self.end, self.line, self.column = kind, start, end, line, column

    def __reduce__(self) -> tuple[type[ParseError], tuple[str, str, int, int, int, int]]:
        return type(self), (str(self), self.kind, self.start, self.end, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text, and where it stands."""

    text: str
    """The text, its damage undone."""
    start: int
    """The first character in the source."""
    end: int
    """The character after the last."""
    byte_start: int = field(repr=False)
    """The first byte in UTF-8."""
    byte_end: int = field(repr=False)
    """The byte after the last."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Person(Piece):
    """Somebody who made the article."""

    role: PersonRole
    """What they did."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or classifier."""

    symbol: str
    """The one form of the unit, the same from both scripts."""
    dimension: Dimension
    """What it measures or counts."""
    code: str | None
    """The code of ISO 4217, UCUM or UN/CEFACT Rec 20."""
    code_system: CodeSystem | None
    """The list that the code is from."""
    likely_code: str | None
    """The code; where none is known, the one of the region that is only guessed."""
    factor: Fraction | None
    """The exact factor to the base unit of the dimension: 2000/3 m² for 畝."""
    per: Unit | None
    """The denominator of a rate."""

    def __str__(self) -> str:
        return self.symbol if self.per is None or self.symbol.startswith("/") else f"{self.symbol}/{self.per}"


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of what a quantity may be."""

    value: Decimal | Fraction
    """The end itself."""
    inclusive: bool
    """Whether the end belongs to it."""


@dataclass(frozen=True, slots=True)
class Quantity(Piece):
    """A number with its unit and with what the words around it say of its bounds."""

    id: int
    """Its place among the quantities of the article."""
    value: Decimal | Fraction | None
    """The exact number as written, in its own unit: 40% is 40. A Fraction where no decimal equals it, None where there
    is no single one: 數百, ranges, scores."""
    lower: Bound | None
    """The least that it may be."""
    upper: Bound | None
    """The most that it may be."""
    approx: Approx
    """How the words around it limit it."""
    role: Role
    """What sort of number it is."""
    unit: Unit | None
    """The unit."""
    score: tuple[Decimal, Decimal] | None
    """The two numbers of 21比18."""
    marker: tuple[int, int] | None = field(repr=False)
    """The first character of the approximator, and the one after its last."""
    damaged: bool = field(repr=False)
    """Whether damage to the source touches it."""

    def __repr__(self) -> str:
        number = str(self.value) if self.value is not None else bounds(self)
        unit = "" if self.unit is None else f" {self.unit}"
        approx = "" if self.approx == "exact" else f", {self.approx}"
        return f"<Quantity {self.text!r} {number}{unit}{approx} at {self.start}:{self.end}>"

    def __float__(self) -> float:
        if self.value is None:
            raise TypeError(f"{self.text!r} has no single value")
        return float(self.value)

    def may_be(self, number: Decimal | Fraction | int) -> bool:
        """Whether the number lies within the bounds; an open side reaches everywhere."""
        exact = Fraction(number)
        low, high = self.lower, self.upper
        above = low is None or exact > Fraction(low.value) or (low.inclusive and exact == Fraction(low.value))
        below = high is None or exact < Fraction(high.value) or (high.inclusive and exact == Fraction(high.value))
        return above and below


def bounds(quantity: Quantity) -> str:
    """The bounds as an interval: ``[200, 1000)``."""
    if quantity.score is not None:
        return ":".join(str(side) for side in quantity.score)
    low, high = quantity.lower, quantity.upper
    left = "(-∞" if low is None else f"{'[' if low.inclusive else '('}{low.value}"
    right = "∞)" if high is None else f"{high.value}{']' if high.inclusive else ')'}"
    return f"{left}, {right}"


@dataclass(frozen=True, slots=True)
class Time(Piece):
    """A time, and the days that it means."""

    id: int
    """Its place among the times of the article."""
    kind: TimeKind
    """What sort of expression it is."""
    calendar: Calendar
    """The calendar in which it is written."""
    relation: TimeRelation
    """How what is said lies to it."""
    from_: date | datetime | None
    """The first day, or the instant, local to the text; None where nothing can be known, the side is open, or the year
    is none that Python has dates for."""
    to: date | datetime | None
    """The last day, inclusive, or the instant."""
    vague: bool = field(repr=False)
    """Whether the words leave open which days they mean."""
    damaged: bool = field(repr=False)
    """Whether damage to the source touches it."""

    def __repr__(self) -> str:
        first, last = ("…" if side is None else side.isoformat() for side in (self.from_, self.to))
        days = first if first == last else f"{first}/{last}"
        relation = "" if self.relation == "on" else f" {self.relation}"
        return f"<Time {self.text!r}{relation} {days} at {self.start}:{self.end}>"


@dataclass(frozen=True, slots=True)
class Change:
    """A change that a claim states."""

    direction: Direction
    """Which way."""
    magnitude: Quantity | None
    """By how much."""
    from_: Quantity | None
    """From what."""
    to: Quantity | None
    """To what."""
    relative: Quantity | None
    """By which share of the earlier value, where the magnitude is an amount."""
    level: Quantity | None
    """The value that the change led to."""
    basis: Basis | None
    """What it is measured against."""
    basis_carried: bool
    """Whether the basis stands earlier in the paragraph."""
    base: Time | None
    """The time that is compared with, where the text names it."""
    base_period: tuple[date, date] | None
    """First and last day of what is compared with."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How a quantity belongs to another."""

    kind: RelationKind
    """How they belong together."""
    quantity: Quantity
    """The one."""
    of: Quantity | None
    """The other, which may stand in an earlier claim; None where the text names none."""


@dataclass(frozen=True, slots=True)
class Claim(Piece):
    """A clause that asserts something with a number."""

    id: int
    """Its place among the claims of the article."""
    subject: Piece | None
    """Of whom or what it is said."""
    subject_carried: bool
    """Whether the subject stands in an earlier clause."""
    predicate: Piece | None
    """What is said of it."""
    object: Piece | None
    """What is counted."""
    place: Piece | None
    """Where it is so."""
    speaker: Piece | None
    """Who says so."""
    condition: Piece | None
    """On what condition."""
    quantities: tuple[Quantity, ...]
    """The quantities of the clause."""
    times: tuple[Time, ...]
    """The times of the clause."""
    time: Time | None
    """When it is so: its first time, else the one that its sentence gives."""
    changes: tuple[Change, ...]
    """The changes that it states."""
    relations: tuple[Relation, ...]
    """How its quantities belong together."""
    modality: Modality
    """How sure it is meant to be."""
    negated: bool
    """Whether it is denied."""

    def __repr__(self) -> str:
        subject = "" if self.subject is None else f" subject={self.subject.text!r}"
        return f"<Claim {self.text!r}{subject} quantities={len(self.quantities)} at {self.start}:{self.end}>"


@dataclass(frozen=True, slots=True)
class Passage(Piece):
    """A title, heading or paragraph, with what stands in it."""

    quantities: tuple[Quantity, ...]
    """The quantities in it."""
    times: tuple[Time, ...]
    """The times in it."""

    def __repr__(self) -> str:
        return f"<Passage {short(self.text)!r} at {self.start}:{self.end}>"


@dataclass(frozen=True, slots=True)
class Section:
    """The text under one heading."""

    heading: Passage | None
    """The heading; None for the text before the first."""
    paragraphs: tuple[Passage, ...]
    """Its paragraphs."""
    claims: tuple[Claim, ...]
    """Its claims."""

    def __repr__(self) -> str:
        heading = None if self.heading is None else self.heading.text
        return f"<Section {heading!r} paragraphs={len(self.paragraphs)} claims={len(self.claims)}>"


@dataclass(frozen=True, slots=True)
class Dateline:
    """Agency, place, date and reporters at the head of the text."""

    agency: Piece | None
    """The agency or outlet."""
    place: Piece | None
    """The place."""
    date: Time | None
    """The date."""
    reporters: tuple[Person, ...]
    """The reporters named in it."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What a reader should know: a repair of the page, a doubt, a number that was not read."""

    code: str
    """What it is about: ``pinyin_noise``, ``number_overflow``, …"""
    severity: Severity
    """How much it matters."""
    message: str
    """What happened, in English."""
    start: int
    """The first character in the source."""
    end: int
    """The character after the last."""
    from_: str | None
    """What stands there, where something was replaced."""
    to: str | None
    """What it became."""
    certain: bool
    """Whether no other reading is possible."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a bare text."""

    text: str = field(repr=False)
    """The text as it was given, decoded."""
    quantities: tuple[Quantity, ...]
    """The quantities, in text order."""
    times: tuple[Time, ...]
    """The times, in text order."""
    diagnostics: tuple[Diagnostic, ...]
    """What a reader should know."""


class Held:
    """Has the article as it was read, beside what Python sees of it."""

    __slots__ = ("_core",)
    _core: _native.Core


def core(article: Held) -> _native.Core:
    """The article as it was read."""
    try:
        return article._core
    except AttributeError:
        raise TypeError("this article was put together by hand, and only one that was parsed can do that") from None


@dataclass(frozen=True, slots=True)
class Article(Held):
    """A news article, read. Made by :func:`wanyi.parse`."""

    text: str
    """The text as it was given, decoded."""
    title: Passage | None
    """The title."""
    published: Time | None
    """When it was published, as printed."""
    source: Piece | None
    """Who published it."""
    dateline: Dateline | None
    """The dateline."""
    authors: tuple[Person, ...]
    """Reporters and correspondents."""
    photographers: tuple[Person, ...]
    """Photographers."""
    editors: tuple[Person, ...]
    """Editors."""
    region: Region | None
    """Where it was published."""
    region_certainty: Certainty | None
    """How sure that is."""
    script: Script | None
    """The script that it stands in."""
    sections: tuple[Section, ...]
    """The sections, in text order."""
    quantities: tuple[Quantity, ...]
    """All quantities, in text order, those of title and headings included."""
    times: tuple[Time, ...]
    """All times, in text order, those of stamp and dateline included."""
    diagnostics: tuple[Diagnostic, ...]
    """What a reader should know, in text order."""

    @property
    def paragraphs(self) -> tuple[Passage, ...]:
        """The paragraphs of all sections."""
        return tuple(paragraph for section in self.sections for paragraph in section.paragraphs)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all sections."""
        return tuple(claim for section in self.sections for claim in section.claims)

    def asdict(self) -> dict[str, Any]:
        """The article as nested dictionaries, as :func:`dataclasses.asdict` makes them."""
        return dataclasses.asdict(self)

    def to_json(self) -> str:
        """The article in the JSON form of the Rust crate, which says all that was read."""
        return core(self).json()

    def to_html(self) -> str:
        """One page of HTML for people: the text with its marks, and a table of the claims."""
        return core(self).html()

    def to_dataframe(self, table: Table = "quantities", id: object = 0) -> pandas.DataFrame:
        """A table of the article as a :class:`pandas.DataFrame`; ``id`` names the article in its first column.

        Numbers are :class:`decimal.Decimal` (or :class:`fractions.Fraction`), days ``datetime64[s]``, and columns of
        integers and of yes or no that may be empty ``Int64`` and ``boolean``.
        """
        return to_dataframe([self], table, [id])

    def __repr__(self) -> str:
        title = None if self.title is None else self.title.text
        counts = f"sections={len(self.sections)} claims={len(self.claims)} quantities={len(self.quantities)}"
        return f"<Article {title!r} {counts}>"

    def __reduce__(self) -> tuple[Any, ...]:
        from . import _native

        return _native.restore, (core(self).json(),)


def short(text: str) -> str:
    """A text for a representation."""
    return text if len(text) <= 24 else text[:23] + "…"


def to_dataframe(
    articles: Iterable[Article], table: Table = "quantities", ids: Iterable[object] | None = None
) -> pandas.DataFrame:
    """A table of many articles as one :class:`pandas.DataFrame`.

    ``ids`` name the articles in the first column; their places in the list unless given. pandas is imported only here.
    """
    import pandas

    from . import _native

    listed = list(articles)
    names = [str(id) for id in (range(len(listed)) if ids is None else ids)]
    if len(names) != len(listed):
        raise ValueError(f"{len(listed)} articles, but {len(names)} ids")
    columns = _native.columns(table)
    gathered: dict[str, list[Any]] = {name: [] for name, _, _ in columns}
    for article, name in zip(listed, names):
        for column, cells in core(article).rows(table, name).items():
            gathered[column].extend(cells)
    # empty cells would turn integers into floats
    types = {"number": ("uint32", "Int64"), "flag": ("bool", "boolean"), "date": ("datetime64[s]", "datetime64[s]")}
    plain = ("object", "object")
    return pandas.DataFrame(
        {
            name: pandas.Series(gathered[name], dtype=types.get(kind, plain)[nullable])
            for name, kind, nullable in columns
        }
    )
