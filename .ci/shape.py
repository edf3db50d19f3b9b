"""Long functions: prints every function of src that has more lines than a screen.

    python3 .ci/shape.py [MOST]
"""
import pathlib
import re
import sys

MOST = int(sys.argv[1]) if len(sys.argv) > 1 else 60
START = re.compile(r"^(\s*)(?:pub(?:\([a-z]+\))? )?(?:const )?fn (\w+)")


def functions(path):
    lines = path.read_text(encoding="utf8").split("\n")
    for at, line in enumerate(lines):
        if not (found := START.match(line)):
            continue
        indent = found.group(1)
        end = next((i for i in range(at, len(lines)) if lines[i] == indent + "}"), at)
        yield end - at + 1, found.group(2), at + 1
    return


long = []
for path in sorted(pathlib.Path("src").rglob("*.rs")):
    text = path.read_text(encoding="utf8")
    tests = text.count("\n", 0, text.index("mod tests {")) if "mod tests {" in text else 10**9
    long += [(length, f"{path}:{line} {name}") for length, name, line in functions(path) if length > MOST and line < tests]
for length, place in sorted(long, reverse=True):
    print(length, place)
