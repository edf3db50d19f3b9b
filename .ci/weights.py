#!/usr/bin/env python3
"""Fits the table of weights of src/layout/weights.rs to pages whose title and headings are known.

    weights.py SHARED            fits, and prints how many lines are read right on outlets that were left out of the fit
    weights.py SHARED --write    also writes the table

Pages: the corpus of SHARED, tests/data/headings.tsv and tests/data/pages.txt. Labels: the titles and headings that they
give; every other short line is what the layout reads it as, so that the fit moves nothing but titles and headings.

Two linear models in one table. The title is one of the lines over the body, or none: a softmax over the lines of a page
and nothing, which weighs 0. What
another short line is: a softmax over what may stand at its place (over, within, after the body). Both are fitted by
gradient descent and rounded to tenths; a quadratic penalty draws the weights to those that were set by hand. Held out are a fifth of the outlets at a time, with all
their pages. Standard library only; needs cargo.
"""

import collections
import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "src/layout/weights.rs"
ROLES = ("Title", "Head", "Heading", "Text", "Foot")
# what the layout calls the kinds of blocks
KINDS = {"Title": "Title", "Heading": "Heading", "Paragraph": "Text", "Stamp": None, "Byline": None, "Caption": None}
# which roles a line may have at its place; the same as in outline.rs
PLACES = {"Above": ("Head", "Heading", "Text"), "Inside": ("Heading", "Text"), "Below": ("Text", "Foot")}
# what is not yet known, or says too much, when the title is looked for
NOT_FOR_TITLE = {"BeforeTitle"}
FOLDS, EPOCHS, RATE = 5, 300, 0.5
# what draws the weights of the title to 0, and the others to what is set by hand
PENALTIES = {"Title": 0.003, "Head": 0.02, "Heading": 0.02, "Text": 0.02, "Foot": 0.02}

# Set by hand, in tenths, from what pages print: there are too few lines of each sort to learn it from.
BY_HAND = {
    "Title": {},
    "Head": dict(Tiny=22, Brief=22, Outlet=25, Site=25, Channel=25, Dashed=30, Noted=25, BeforeTitle=50),
    "Heading": dict(Above=-10, OverText=18, Headed=8, Boxed=20, Numbered=20, Marked=20, Between=5, OverLong=3, Alike=8),
    "Text": dict(Above=10, Huge=40, Spoken=40, Open=30, Labelled=30, Row=30, Noted=45, Crowded=30),
    "Foot": dict(Always=10, Comma=-30, Digits=-25, Labelled=-30, Row=-30, Closed=50, Outlet=20),
}


def pages(shared: Path) -> list[dict]:
    """Pages with their outlet, title and headings; None where not known."""
    found = []
    for row in (json.loads(line) for line in (shared / "corpus/index.jsonl").read_text("utf8").splitlines()):
        gold = shared / "corpus/gold" / f"{row['id']}.json"
        if row["damaged"] or not gold.exists():
            continue
        known = json.loads(gold.read_text("utf8"))
        known = known.get("article", known)
        titles = [known.get("title"), *(known.get("title_alt") or [])]
        text = (shared / "corpus/texts" / f"{row['id']}.txt").read_text("utf8")
        found.append(dict(id=row["id"], group=row["outlet"] or row["id"], text=text, titles=titles, headings=known.get("headings")))
    for at, line in enumerate((ROOT / "tests/data/headings.tsv").read_text("utf8").splitlines()[1:]):
        text, title, headings = line.split("\t")
        headings = [] if headings == "-" else headings.split("|")
        found.append(dict(id=f"headings {at}", group=f"own {at % 10}", text=text.replace("⏎", "\n"), titles=[title], headings=headings))
    own = ROOT / "tests/data/pages.txt"
    return found + (invented(own.read_text("utf8")) if own.exists() else [])


def invented(source: str) -> list[dict]:
    """The pages of tests/data/pages.txt, with their sentences filled in."""
    sentences, _, rest = source.partition("\n=== ")
    sentences = dict(re.findall(r"^\{(\w+)\} (.*)$", sentences, re.M))
    found = []
    for block in ("=== " + rest).split("\n=== "):
        name, *lines = block.removeprefix("=== ").split("\n")
        fields = dict(line[1:].partition(" ")[::2] for line in lines if line.startswith("@"))
        text = "\n".join(line for line in lines if line and not line.startswith("@"))
        text = re.sub(r"\{(\w+)\}", lambda found: sentences[found[1]], text)
        headings = fields.get("headings", "-")
        headings = [] if headings == "-" else headings.split("|")
        found.append(dict(id=name, group=fields.get("source", name), text=text + "\n", titles=[fields.get("title")], headings=headings))
    return found


def sights(all_pages: list[dict]) -> dict[str, list[dict]]:
    """What the crate sees of the short lines of each page."""
    with tempfile.NamedTemporaryFile("w", encoding="utf8", suffix=".jsonl") as file:
        file.writelines(json.dumps(dict(id=page["id"], text=page["text"])) + "\n" for page in all_pages)
        file.flush()
        command = ["cargo", "test", "--quiet", "--lib", "sights_of_pages", "--", "--nocapture"]
        printed = subprocess.run(command, cwd=ROOT, env=os.environ | {"WANYI_PAGES": file.name}, stdout=subprocess.PIPE, encoding="utf8", check=True).stdout
    found = collections.defaultdict(list)
    for line in printed.splitlines():
        # the harness prints its dots before the first
        if (at := line.find("sights\t")) >= 0:
            _, page, start, end, kind, seen = line[at:].split("\t")
            found[json.loads(page)].append(dict(start=int(start), end=int(end), kind=kind, seen=tuple(seen.split())))
    return found


def bare(text: str | None) -> str:
    """A title without its label, its blanks and its marks."""
    text = re.sub(r"^(標題|标题|題目|题目|原標題|原标题|題|题|Title)\s*[：:]", "", text or "")
    return re.sub(r"\W", "", text)


def examples(all_pages: list[dict]) -> tuple[list, list]:
    """For each page its lines over the body and which of them is the title; and the other lines with their role."""
    seen = sights(all_pages)
    titles, lines = [], []
    for page in all_pages:
        known = {bare(title) for title in page["titles"]} - {""}
        headings = {bare(heading) for heading in page["headings"] or ()}
        rows = seen.get(page["id"], [])
        for row in rows:
            row["text"] = bare(page["text"][row["start"] : row["end"]])
        head = [row for row in rows if "Above" in row["seen"]][:24]
        right = [at for at, row in enumerate(head) if row["text"] in known]
        # a page without a title, or whose title is no line of its own
        if head and (right or not known):
            titles.append((page["group"], [row["seen"] for row in head], (right or [len(head)])[0], page["id"]))
        for row in rows:
            if row["text"] in known or row["kind"] == "Title":
                continue
            role = KINDS.get(row["kind"], "Head" if "Above" in row["seen"] else "Foot")
            if page["headings"] is not None:
                role = "Heading" if row["text"] in headings else "Text" if role == "Heading" else role
            place = next(place for place in PLACES if place in row["seen"])
            if role in PLACES[place]:
                now = "now right" if KINDS.get(row["kind"], role) == role else "now wrong"
                lines.append((page["group"], row["seen"], role, place, page["id"], f"{row['text']} ({now})"))
    return titles, lines


Weights = dict[str, dict[str, float]]


def total(weights: Weights, seen: tuple[str, ...], role: str) -> float:
    return sum(weights[role].get(sight, 0.0) for sight in seen)


def softmax(scores: list[float]) -> list[float]:
    most = max(scores)
    parts = [math.exp(score - most) for score in scores]
    return [part / sum(parts) for part in parts]


def fit(titles: list, lines: list) -> Weights:
    """Weights of both models, by full steps over shuffled examples with a falling rate."""
    by_hand = {role: {sight: weight / 10 for sight, weight in row.items()} for role, row in BY_HAND.items()}
    weights: Weights = {role: collections.defaultdict(float, by_hand[role]) for role in ROLES}
    draw = random.Random(7)
    for epoch in range(EPOCHS):
        rate = RATE / (1 + epoch / 20)
        for _, heads, right, *_ in draw.sample(titles, len(titles)):
            heads = [[sight for sight in head if sight not in NOT_FOR_TITLE] for head in heads]
            shares = softmax([total(weights, head, "Title") for head in heads] + [0.0])
            for at, head in enumerate(heads):
                for sight in head:
                    weights["Title"][sight] += 0.2 * rate * ((at == right) - shares[at])
        for _, seen, role, place, *_ in draw.sample(lines, len(lines)):
            shares = softmax([total(weights, seen, other) for other in PLACES[place]])
            for other, part in zip(PLACES[place], shares):
                for sight in seen:
                    weights[other][sight] += 0.1 * rate * ((other == role) - part)
        for role, row in weights.items():
            for sight, weight in row.items():
                settled = by_hand[role].get(sight, 0.0)
                row[sight] = settled + (weight - settled) * (1 - rate * PENALTIES[role])
    return {role: {sight: round(10 * weight) for sight, weight in row.items()} for role, row in weights.items()}


def wrong_titles(weights: Weights, titles: list) -> list[str]:
    found = []
    for _, heads, right, page in titles:
        heads = [[sight for sight in head if sight not in NOT_FOR_TITLE] for head in heads]
        scores = [total(weights, head, "Title") for head in heads] + [0.0]
        found += [page] if scores.index(max(scores)) != right else []
    return found


def wrong_lines(weights: Weights, lines: list) -> list[str]:
    found = []
    for _, seen, role, place, page, text in lines:
        read = max(PLACES[place], key=lambda other: total(weights, seen, other))
        found += [f"{page} {text}: {role}, read as {read}"] if read != role else []
    return found


def cross_validate(titles: list, lines: list) -> None:
    groups = sorted({row[0] for row in titles} | {row[0] for row in lines})
    random.Random(3).shuffle(groups)
    missed: tuple[list, list] = ([], [])
    for fold in range(FOLDS):
        out = set(groups[fold::FOLDS])
        parted = [([row for row in rows if row[0] not in out], [row for row in rows if row[0] in out]) for rows in (titles, lines)]
        weights = fit(parted[0][0], parted[1][0])
        missed[0].extend(wrong_titles(weights, parted[0][1]))
        missed[1].extend(wrong_lines(weights, parted[1][1]))
    print(f"held out: titles {1 - len(missed[0]) / len(titles):.4f} of {len(titles)}, other lines {1 - len(missed[1]) / len(lines):.4f} of {len(lines)}")
    print("\n".join(missed[0] + missed[1]))


def main() -> None:
    titles, lines = examples(pages(Path(sys.argv[1])))
    cross_validate(titles, lines)
    weights = fit(titles, lines)
    print(f"fitted: titles {1 - len(wrong_titles(weights, titles)) / len(titles):.4f}, other lines {1 - len(wrong_lines(weights, lines)) / len(lines):.4f}")
    print("\n".join(wrong_titles(weights, titles) + wrong_lines(weights, lines)))
    source = TABLE.read_text("utf8")

    def row(found: re.Match) -> str:
        cells = ", ".join(str(int(weights[role].get(found[1], 0))) for role in ROLES)
        return f"    (Sight::{found[1]}, [{cells}]),"

    if "--write" in sys.argv:
        TABLE.write_text(re.sub(r"    \(Sight::(\w+), \[[^\]]*\]\),", row, source), "utf8")


if __name__ == "__main__":
    main()
