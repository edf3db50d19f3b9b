#!/usr/bin/env python3
"""Holds what the graders say against the floors of floors.json.

    grade.py SHARED EXTRACT            prints each figure with its floor; exits 1 where one is below
    grade.py SHARED EXTRACT --raise    also moves every floor that has been passed up to its figure

SHARED is the directory that holds grade/, corpus/ and suites/, EXTRACT the compiled example. Standard library only.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
# of these less is better
CEILINGS = {"corpus wrong values", "corpus healthy texts changed", "seed wrong values"}
# the diagnostics of a repair
REPAIRS = {
    "double_encoding",
    "html_entity",
    "invisible_character",
    "lost_character",
    "pinyin_noise",
    "shifted_text",
}


def graded(grade: Path, extract: Path, work: Path, tool: str, corpus: Path, more: list[str]) -> dict:
    """Runs one grader over what the example makes of its inputs; every figure it knows."""
    lines, answers, figures = work / "in.jsonl", work / "out.jsonl", work / "figures.json"
    script = [sys.executable, str(grade / tool)]
    with open(lines, "wb") as out:
        subprocess.run([*script, "--inputs", str(corpus)], stdout=out, check=True)
    with open(lines, "rb") as source, open(answers, "wb") as out:
        subprocess.run([str(extract)], stdin=source, stdout=out, check=True)
    command = [*script, *more, "--pred", str(answers), "--json", str(figures)]
    report = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    print(report.stdout.strip().splitlines()[-1])
    result = json.loads(figures.read_text(encoding="utf-8"))
    result["answers"] = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]
    return result


def share(part: float, whole: float) -> float:
    return round(part / whole, 4) if whole else 0.0


def corpus_figures(result: dict, corpus: Path) -> dict[str, float]:
    everything, seed = result["groups"]["all"], result["files"]["seed"]
    index = [json.loads(line) for line in (corpus / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    healthy = {text["id"] for text in index if not text["damaged"]}
    changed = [
        answer["id"]
        for answer in result["answers"]
        if answer["id"] in healthy and any(note["code"] in REPAIRS for note in answer["article"]["diagnostics"])
    ]
    assert healthy, "the index says which texts are healthy"
    return {
        "corpus texts": everything["files"],
        "corpus quantities strict F1": everything["quantities"]["strict"]["f1"],
        "corpus quantities lenient span F1": everything["quantities"]["exact_lenient"]["f1"],
        "corpus wrong values": everything["wrong_values"],
        "corpus damaged quantities strict F1": result["groups"]["damaged"]["quantities"]["strict"]["f1"],
        "corpus healthy texts changed": len(changed),
        "corpus times resolved F1": everything["times"]["resolved"]["f1"],
        "corpus times exact F1": everything["times"]["exact"]["f1"],
        "corpus article score": everything["article_score"],
        "corpus claims recall": share(*everything["claims"]["recall"]),
        "corpus claims subject by characters": share(*everything["claims"]["subject_f1"]),
        "corpus claims change": share(*everything["claims"]["change"]),
        "corpus claims basis": share(*everything["claims"]["basis"]),
        "seed quantities strictly right": seed["quantities"]["strict"]["tp"],
        "seed wrong values": len(seed["wrong"]),
    }


def suite_figures(result: dict) -> dict[str, float]:
    rows = {
        "suites quantities H": "quantity H",
        "suites quantities M": "quantity M",
        "suites negatives": "negative all",
        "suites times H": "time H",
        "suites times M": "time M",
    }
    return {name: share(result["totals"][row]["passed"], result["totals"][row]["cases"]) for name, row in rows.items()}


def main(arguments: list[str]) -> int:
    if len(arguments) not in (2, 3) or arguments[2:] not in ([], ["--raise"]):
        print(__doc__, file=sys.stderr)
        return 2
    shared, extract = Path(arguments[0]), Path(arguments[1]).resolve()
    grade, corpus, suites = shared / "grade", shared / "corpus", shared / "suites"
    with tempfile.TemporaryDirectory() as work:
        gold = ["--texts", str(corpus / "texts"), "--gold", str(corpus / "gold")]
        figures = corpus_figures(graded(grade, extract, Path(work), "corpus.py", corpus, gold), corpus)
        cases = ["--suites", str(suites)]
        figures |= suite_figures(graded(grade, extract, Path(work), "suites.py", suites, cases))

    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    if arguments[2:]:
        floors = {
            name: (min if name in CEILINGS else max)(figure, floors.get(name, figure)) for name, figure in figures.items()
        }
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")

    failures = sorted(set(floors) ^ set(figures))
    for name in failures:
        print(f"{name}: a figure without a floor, or a floor without a figure")
    for name, figure in figures.items():
        floor = floors.get(name)
        if floor is None:
            continue
        held = figure <= floor if name in CEILINGS else figure >= floor
        bound = "at most" if name in CEILINGS else "at least"
        print(f"{'ok  ' if held else 'FAIL'} {name:<36} {figure:>8g}  {bound} {floor:g}")
        failures += [] if held else [name]
    if failures:
        print(f"below the floor: {', '.join(failures)}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
