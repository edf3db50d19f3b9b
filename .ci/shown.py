"""Runs the commands that a README shows in blocks of the kind ```console, from its directory, and compares their output.

    python3 .ci/shown.py README.md
"""
import pathlib
import subprocess
import sys

readme = pathlib.Path(sys.argv[1])
shown, inside = [], False
for line in readme.read_text(encoding="utf8").splitlines():
    if line.startswith("```"):
        inside = line == "```console"
    elif inside and line.startswith("$ "):
        shown.append((line[2:], []))
    elif inside:
        shown[-1][1].append(line)
if not shown:
    sys.exit(f"{readme} shows no command")
for command, expected in shown:
    # the shell would else report that `head` closed the pipe
    run = subprocess.run(["bash", "-c", command], cwd=readme.parent or ".", capture_output=True, text=True, encoding="utf8")
    found = run.stdout.rstrip("\n").splitlines()
    if run.returncode or found != expected:
        sys.exit("\n".join([f"$ {command}", *found, run.stderr, "was expected to give", *expected]))
print(f"{len(shown)} commands of {readme} give what stands below them")
