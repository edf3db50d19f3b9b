#!/usr/bin/env python3
"""Holds what the graders say against the floors of floors.json.

    grade.py SHARED EXTRACT            prints each figure with its floor; exits 1 where one is below
    grade.py SHARED EXTRACT --raise    also moves every floor that has been passed up to its figure

SHARED is the directory that holds grade/, corpus/, suites/ and cases/, EXTRACT the compiled example. Standard library only.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
AREAS = ("numbers", "times", "layout", "claims")
# of these less is better
CEILINGS = {
    "corpus wrong values",
    "corpus wrong bounds",
    "corpus wrong times",
    "corpus invented times",
    "corpus healthy texts changed",
    "seed wrong values",
    *(f"cases {area} silently wrong" for area in AREAS),
    "subjects given and wrong",
}
# the diagnostics of a repair
REPAIRS = {
    "double_encoding",
    "html_entity",
    "invisible_character",
    "lost_character",
    "pinyin_noise",
    "shifted_text",
}


class Graders:
    """The graders of a directory, with what the example makes of their inputs."""

    def __init__(self, folder: Path, extract: Path, work: Path):
        self.folder, self.extract, self.work = folder, extract, work

    def run(self, tool: str, inputs: Path, gold: dict[str, Path]) -> dict:
        """Every figure that one grader knows, and the example's answers."""
        lines, answers, figures = (self.work / name for name in ("in.jsonl", "out.jsonl", "figures.json"))
        script = [sys.executable, str(self.folder / tool)]
        with open(lines, "wb") as out:
            subprocess.run([*script, "--inputs", str(inputs)], stdout=out, check=True)
        with open(lines, "rb") as source, open(answers, "wb") as out:
            subprocess.run([str(self.extract)], stdin=source, stdout=out, check=True)
        given = [word for option, path in gold.items() for word in (option, str(path))]
        command = [*script, *given, "--pred", str(answers), "--json", str(figures)]
        report = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True)
        print(report.stdout.strip().splitlines()[-1])
        return json.loads(figures.read_text(encoding="utf-8")) | {"answers": rows(answers)}


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def share(part: float, whole: float) -> float:
    return round(part / whole, 4) if whole else 0.0


def repaired(answer: dict) -> bool:
    return any(note["code"] in REPAIRS for note in answer["article"]["diagnostics"])


def corpus_figures(graders: Graders, corpus: Path) -> dict[str, float]:
    result = graders.run("corpus.py", corpus, {"--texts": corpus / "texts", "--gold": corpus / "gold"})
    everything, seed = result["groups"]["all"], result["files"]["seed"]
    quantities, times, claims = everything["quantities"], everything["times"], everything["claims"]
    healthy = {text["id"] for text in rows(corpus / "index.jsonl") if not text["damaged"]}
    assert healthy, "the index says which texts are healthy"
    return {
        "corpus texts": everything["files"],
        "corpus quantities strict F1": quantities["strict"]["f1"],
        "corpus quantities lenient span F1": quantities["exact_lenient"]["f1"],
        "corpus wrong values": everything["wrong_values"],
        "corpus wrong bounds": quantities["wrong_bounds"],
        "corpus damaged quantities strict F1": result["groups"]["damaged"]["quantities"]["strict"]["f1"],
        "corpus healthy texts changed": sum(a["id"] in healthy and repaired(a) for a in result["answers"]),
        "corpus times resolved F1": times["resolved"]["f1"],
        "corpus times exact F1": times["exact"]["f1"],
        "corpus wrong times": times["wrong"],
        "corpus invented times": times["invented"],
        "corpus article score": everything["article_score"],
        "corpus claims recall": share(*claims["recall"]),
        "corpus claims subject by characters": share(*claims["subject_f1"]),
        "corpus claims change": share(*claims["change"]),
        "corpus claims basis": share(*claims["basis"]),
        "seed quantities strictly right": seed["quantities"]["strict"]["tp"],
        "seed wrong values": len(seed["wrong"]),
    }


def suite_figures(graders: Graders, suites: Path) -> dict[str, float]:
    totals = graders.run("suites.py", suites, {"--suites": suites})["totals"]
    names = {
        "suites quantities H": "quantity H",
        "suites quantities M": "quantity M",
        "suites negatives": "negative all",
        "suites times H": "time H",
        "suites times M": "time M",
    }
    return {name: share(totals[row]["passed"], totals[row]["cases"]) for name, row in names.items()}


def case_figures(graders: Graders, cases: Path) -> dict[str, float]:
    totals = graders.run("cases.py", cases, {"--cases": cases})["totals"]
    figures = {}
    for area in AREAS:
        figures[f"cases {area} passed"] = share(*totals[area]["all"])
        figures[f"cases {area} silently wrong"] = totals[area]["silent"]
    return figures


def subject_figures(graders: Graders, sentences: Path) -> dict[str, float]:
    result = graders.run("subjects.py", sentences, {"--gold": sentences})
    return {
        "subjects exact": result["exact"],
        "subjects by characters": result["f1"],
        "subjects given and wrong": result["given_and_wrong"],
    }


def measured(shared: Path, extract: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as work:
        graders = Graders(shared / "grade", extract, Path(work))
        return (
            corpus_figures(graders, shared / "corpus")
            | suite_figures(graders, shared / "suites")
            | case_figures(graders, shared / "cases")
            | subject_figures(graders, shared / "cases" / "subjects_gsd.jsonl")
        )


def raised(floors: dict[str, float], figures: dict[str, float]) -> dict[str, float]:
    """The floors of these figures, each moved to its figure where that is better."""
    return {name: (min if name in CEILINGS else max)(figure, floors.get(name, figure)) for name, figure in figures.items()}


def failures(floors: dict[str, float], figures: dict[str, float]) -> list[str]:
    """Prints each figure with its floor; the names of those that do not hold."""
    failing = sorted((CEILINGS - set(figures)) | (set(floors) ^ set(figures)))
    for name in failing:
        print(f"FAIL {name}: a figure without a floor, or a floor without a figure")
    for name, figure in figures.items():
        if name not in floors:
            continue
        floor, less = floors[name], name in CEILINGS
        held = figure <= floor if less else figure >= floor
        print(f"{'ok  ' if held else 'FAIL'} {name:<36} {figure:>8g}  {'at most' if less else 'at least'} {floor:g}")
        failing += [] if held else [name]
    return failing


def main(arguments: list[str]) -> int:
    if len(arguments) not in (2, 3) or arguments[2:] not in ([], ["--raise"]):
        print(__doc__, file=sys.stderr)
        return 2
    figures = measured(Path(arguments[0]), Path(arguments[1]).resolve())
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    if arguments[2:]:
        floors = raised(floors, figures)
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    failing = failures(floors, figures)
    if failing:
        print(f"below the floor: {', '.join(failing)}", file=sys.stderr)
    return 1 if failing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
