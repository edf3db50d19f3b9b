"""The names that fields of the model take."""

from typing import Literal

Approx = Literal["exact", "about", "near", "over", "odd", "at_least", "under", "at_most", "several", "range"]
"""How the words around a number limit it: 約 is about, 餘 odd, 以上 at_least, 幾 several."""

Role = Literal["cardinal", "ordinal", "percent", "percentage_point", "basis_point", "multiple", "fraction"]
"""What sort of number it is."""

Dimension = Literal[
    "currency", "people", "visits", "households", "items", "area", "length", "mass", "volume", "energy", "power",
    "temperature", "speed", "data", "duration", "frequency", "pressure", "ratio", "other",
]
"""What a unit measures or counts."""

CodeSystem = Literal["iso4217", "ucum", "rec20"]
"""The list that the code of a unit is from."""

TimeKind = Literal[
    "century", "decade", "plan", "year", "half", "quarter", "month", "ten_days", "week", "day", "datetime", "festival",
    "season", "range", "duration", "set",
]
"""What sort of calendar expression it is."""

Calendar = Literal["gregorian", "minguo", "lunar"]
"""The calendar in which a time is written."""

TimeRelation = Literal["on", "since", "until", "before", "after", "during"]
"""How what is said lies to a time."""

Direction = Literal["increase", "decrease", "none"]
"""Which way something changed."""

Basis = Literal["yoy", "mom", "qoq", "previous_period", "previous_year_end", "other"]
"""What a change is measured against."""

Modality = Literal["fact", "cumulative", "planned", "forecast", "target", "capacity", "estimate"]
"""How sure a claim is meant to be."""

RelationKind = Literal["part_of", "share_of", "sum", "respectively"]
"""How quantities of a claim belong together."""

PersonRole = Literal["reporter", "correspondent", "editor", "photographer"]
"""What somebody did for the article."""

Region = Literal["CN", "HK", "TW", "MO", "SG", "MY"]
"""Where a text was published."""

Certainty = Literal["guessed", "likely", "stated", "given"]
"""How sure region and script are."""

Script = Literal["Hant", "Hans", "Hani"]
"""The script that a text stands in."""

Severity = Literal["info", "warning"]
"""How much a diagnostic matters."""

Table = Literal["articles", "quantities", "claims", "changes", "times"]
"""A table of flat rows."""
