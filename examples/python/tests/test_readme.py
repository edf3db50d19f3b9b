"""The examples of the README and of the package give what they show."""

import datetime
import doctest
import fractions
from decimal import Decimal
from pathlib import Path

import pytest
import wanyi

README = Path(__file__).parent.parent / "README.md"


def test_readme() -> None:
    pytest.importorskip("pandas")
    known = {"datetime": datetime, "Decimal": Decimal, "Fraction": fractions.Fraction}
    result = doctest.testfile(str(README), module_relative=False, globs=known, encoding="utf-8")
    assert result.attempted > 10
    assert result.failed == 0


def test_docstrings() -> None:
    result = doctest.testmod(wanyi)
    assert result.attempted > 3
    assert result.failed == 0
