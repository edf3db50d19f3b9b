#!/usr/bin/env python3
"""Writes the seeds and the dictionary of the fuzzer beside this file: corpus/<target>/ and words.dict.

    tests/fuzz/seed.py

The seeds are the project's own test texts, the words those of src/vocabulary and src/unit. Standard library only.
"""

import hashlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGETS = ("article", "quantities", "repair", "decode", "grammar", "lexicon", "json")


def texts() -> list[str]:
    articles = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/data/articles").glob("*.txt"))]
    rows = []
    for name in ("quantities_news.tsv", "times_news.tsv", "claims.tsv", "stamps.tsv", "headings.tsv"):
        lines = (ROOT / "tests/data" / name).read_text(encoding="utf-8").splitlines()[1:]
        rows += [line.split("\t")[0] for line in lines[::3] if not line.startswith("#")]
    return articles + sorted(set(rows))


def words() -> list[str]:
    files = [*sorted((ROOT / "src/vocabulary").glob("*.tsv")), ROOT / "src/unit/units.tsv"]
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    return sorted({line.split("\t")[0] for line in lines if line and not line.startswith("#")})


def main() -> None:
    for target in TARGETS:
        folder = HERE / "corpus" / target
        folder.mkdir(parents=True, exist_ok=True)
        if target == "json":
            seeds = [path.read_bytes() for path in sorted((ROOT / "tests/data/articles").glob("*.json"))]
        elif target == "decode":
            seeds = [text.encode(code, "replace") for text in texts()[:200] for code in ("utf-8", "gb18030", "big5")]
        else:
            seeds = [b"\x02\x2f" + text.encode() for text in texts()]
        for seed in seeds:
            (folder / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
    entries = ("".join(f"\\x{byte:02X}" for byte in word.encode()) for word in words())
    (HERE / "words.dict").write_text("".join(f'"{entry}"\n' for entry in entries), encoding="ascii")


if __name__ == "__main__":
    main()
