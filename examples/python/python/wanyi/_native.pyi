"""The Rust side; the functions of the package are above it."""

from typing import Any, Final, final

from ._model import Article, Found

__all__ = ["Core", "NAMES", "__version__", "columns", "find_quantities", "parse", "restore"]

__version__: Final[str]

NAMES: Final[dict[str, tuple[str, ...]]]

@final
class Core:
    def json(self) -> str: ...
    def html(self) -> str: ...
    def rows(self, table: str, id: str) -> dict[str, list[Any]]: ...

def parse(
    text: str | bytes, published: str | None, region: str | None, encoding: str | None, body: bool
) -> Article: ...
def find_quantities(
    text: str | bytes, published: str | None, region: str | None, encoding: str | None
) -> Found: ...
def restore(json: str) -> Article: ...
def columns(table: str) -> list[tuple[str, str, bool]]: ...
