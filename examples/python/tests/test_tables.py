"""Tables of articles as data frames."""

import subprocess
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
import wanyi

pandas = pytest.importorskip("pandas")

TEXT = "縣長林一表示，2022年全縣出口額達12億元，同比增長8.5%。三分之一的企業由86家增至120家。"


def test_quantities() -> None:
    frame = wanyi.parse(TEXT).to_dataframe(id="a")
    assert frame["article"].tolist() == ["a"] * 5
    assert frame["value"].tolist() == [Decimal(1200000000), Decimal("8.5"), Fraction(1, 3), Decimal(86), Decimal(120)]
    assert frame["char_start"].dtype == "uint32" and frame["claim"].dtype == "Int64"
    assert frame["negated"].dtype == "boolean" and frame["damaged"].dtype == "bool"
    assert frame["from"].dtype == "datetime64[s]" and frame["from"][0].date() == date(2022, 1, 1)
    assert [TEXT[row.char_start : row.char_end] for row in frame.itertuples()] == frame["text"].tolist()


def test_tables_join() -> None:
    articles = [wanyi.parse(TEXT), wanyi.parse("一"), wanyi.parse("出口500噸，同比增長25%。")]
    quantities = wanyi.to_dataframe(articles)
    assert quantities["article"].tolist() == ["0"] * 5 + ["2"] * 2
    claims = wanyi.to_dataframe(articles, "claims")
    joined = quantities.merge(claims, on=["article", "claim"], suffixes=("", "_claim"))
    assert len(joined) == 7
    assert all(row.text in row.text_claim for row in joined.itertuples())
    changes = wanyi.to_dataframe(articles, "changes")
    sizes = changes.merge(quantities, left_on=["article", "magnitude"], right_on=["article", "quantity"])
    assert sizes["value"].tolist() == [Decimal("8.5"), Decimal(25)]
    times = wanyi.to_dataframe(articles, "times")
    assert (times["from"][0].date(), times["kind"][0], times["from_clock"][0]) == (date(2022, 1, 1), "year", None)
    assert wanyi.to_dataframe(articles, "articles")["quantities"].tolist() == [5, 0, 2]


def test_no_rows_keep_the_columns() -> None:
    empty = wanyi.to_dataframe([])
    full = wanyi.parse(TEXT).to_dataframe()
    assert list(empty.columns) == list(full.columns) and empty.dtypes.equals(full.dtypes)


def test_errors() -> None:
    with pytest.raises(ValueError, match='unknown table "facts"'):
        wanyi.parse(TEXT).to_dataframe("facts")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="1 articles, but 2 ids"):
        wanyi.to_dataframe([wanyi.parse(TEXT)], ids=["a", "b"])


def test_pandas_is_imported_when_asked_for() -> None:
    code = "import sys, wanyi; wanyi.parse('投入3億元'); assert 'pandas' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
