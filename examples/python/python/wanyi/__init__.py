"""Reads Chinese news articles, in Traditional or Simplified script, into a typed model.

Every number is an exact :class:`~decimal.Decimal` with its unit, its bounds, its place in time and in the text:

>>> import wanyi
>>> article = wanyi.parse("今年以來，雲溪縣投入資金420餘萬元，同比增長7.5%。", published="2023-09-20")
>>> article.quantities
(<Quantity '420餘萬元' 4200000 元, odd at 12:18>, <Quantity '7.5%' 7.5 % at 23:27>)
>>> article.claims[0].subject.text, article.times[0].from_
('雲溪縣', datetime.date(2023, 1, 1))

A wrong value is worse than none: what does not fit 28 digits or stands in damaged text has no value, and a diagnostic.
"""

from __future__ import annotations

from datetime import date, datetime

from . import _names as names
from . import _native
from ._model import (
    Article,
    Bound,
    Change,
    Claim,
    Dateline,
    Diagnostic,
    Found,
    ParseError,
    Passage,
    Person,
    Piece,
    Quantity,
    Relation,
    Section,
    Time,
    Unit,
    to_dataframe,
)

__all__ = [
    "Article",
    "Bound",
    "Change",
    "Claim",
    "Dateline",
    "Diagnostic",
    "Found",
    "ParseError",
    "Passage",
    "Person",
    "Piece",
    "Quantity",
    "Relation",
    "Section",
    "Time",
    "Unit",
    "find_quantities",
    "from_json",
    "names",
    "parse",
    "to_dataframe",
]

__version__: str = _native.__version__


def parse(
    text: str | bytes | bytearray | memoryview,
    published: date | datetime | str | None = None,
    region: names.Region | None = None,
    *,
    body: bool = False,
    encoding: str | None = None,
) -> Article:
    """The article that a page holds.

    ``text`` may be bytes: UTF-8, GB18030, GBK or Big5, named by ``encoding`` or detected. ``published`` is the day or
    moment from which relative times count, a date or ISO 8601; the printed one unless given. ``region`` decides what 元
    and 斤 are; told from the page unless given. ``body`` says that the text has neither title nor stamp.

    Raises :class:`ParseError` where the text is empty or too long, :class:`ValueError` for a region, date or encoding
    that is none. Other threads run meanwhile.
    """
    return _native.parse(_source(text), _iso(published), region, encoding, body)


def find_quantities(
    text: str | bytes | bytearray | memoryview,
    published: date | datetime | str | None = None,
    region: names.Region | None = None,
    *,
    encoding: str | None = None,
) -> Found:
    """The quantities and times of a bare text, without layout and claims.

    >>> import wanyi
    >>> wanyi.find_quantities("選派153名教師，支援9所學校").quantities
    (<Quantity '153名' 153 名 at 2:6>, <Quantity '9所' 9 所 at 11:13>)
    """
    return _native.find_quantities(_source(text), _iso(published), region, encoding)


def from_json(text: str) -> Article:
    """The article of the JSON form that :meth:`Article.to_json` gives; :class:`ValueError` where it is none."""
    return _native.restore(text)


def _source(text: str | bytes | bytearray | memoryview) -> str | bytes:
    if isinstance(text, (bytearray, memoryview)):
        return bytes(text)
    return text


def _iso(published: date | datetime | str | None) -> str | None:
    if isinstance(published, datetime):
        return published.replace(microsecond=0).isoformat()
    if isinstance(published, date):
        return published.isoformat()
    return published
