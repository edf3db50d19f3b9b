"""Public functions without an example that runs: prints them, and fails where more than a tenth has none.

    python3 .ci/examples.py [SHARE]

A function has an example where a block of code stands in its documentation. Those of one type that only differ by what they
return may share the example of the type: a type whose documentation has a block that calls the function counts.
"""
import pathlib
import re
import sys

LEAST = float(sys.argv[1]) if len(sys.argv) > 1 else 0.9
START = re.compile(r"^\s*pub (?:const )?fn (\w+)")
TYPE = re.compile(r"^\s*pub (?:struct|enum|trait|fn|type|const) (\w+)")
IMPL = re.compile(r"^\s*impl(?:<[^>]*>)? (?:[\w:]+(?:<.*>)? for )?(\w+)")


def documentation(lines, at):
    """The doc comment above a line."""
    found = []
    while at > 0 and re.match(r"\s*(///|#\[|\))", lines[at - 1]):
        at -= 1
        if lines[at].strip().startswith("///"):
            found.append(lines[at].strip()[3:])
    return "\n".join(reversed(found))


def code(text):
    """The blocks of code in a documentation."""
    return "\n".join(text.split("```")[1::2])


functions, blocks = [], {}
for path in sorted(pathlib.Path("src").rglob("*.rs")):
    lines = path.read_text(encoding="utf8").split("\n")
    owner = ""
    for at, line in enumerate(lines):
        if "mod tests {" in line:
            break
        if found := IMPL.match(line):
            owner = found.group(1)
        if found := TYPE.match(line):
            blocks[found.group(1)] = blocks.get(found.group(1), "") + code(documentation(lines, at))
        if found := START.match(line):
            name = found.group(1)
            own = owner if line.startswith(" ") else ""
            functions.append((own, name, f"{path}:{at + 1}", code(documentation(lines, at))))

guide = code(pathlib.Path("src/guide.md").read_text(encoding="utf8")) + code(pathlib.Path("src/lib.rs").read_text(encoding="utf8"))
bare = []
for own, name, place, example in functions:
    call = re.compile(rf"(\.|::){name}\b")
    if not example and not call.search(blocks.get(own, "")):
        bare.append(f"{place} {own}::{name}")
share = 1 - len(bare) / len(functions)
print("\n".join(bare))
print(f"{len(functions)} public functions, {share:.1%} with an example")
sys.exit(share < LEAST)
