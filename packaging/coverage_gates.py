"""Fail when less of the code is tested than we promise, branches counted."""

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

REPORT = Path(__file__).resolve().parent.parent / "build" / "coverage.json"
WHOLE = re.compile(
    r"copingkit/(core|vault|preferences)/.*\.py"
    r"|copingkit/tools/\w+/(model|comparison|forms|rules|kinds|records|catalogue|prompts|service|own_parts)"
    r"[\w/]*\.py"
    r"|copingkit/tools/exposure/(?!tool\.py|view/)\w+\.py"
)
REST_PERCENT = 85.0


@dataclass(frozen=True)
class Figures:
    """Lines and branches of one file, and what of them no test reached."""

    name: str
    reached: int
    all: int
    missing: str


def figures(report: dict[str, dict[str, dict[str, object]]]) -> list[Figures]:
    """The figures of each file in a report of `coverage json`."""
    found = []
    for name, entry in sorted(report["files"].items()):
        counted = entry["summary"]
        if not isinstance(counted, dict):
            raise TypeError(name)
        reached = counted["covered_lines"] + counted["covered_branches"]
        possible = counted["num_statements"] + counted["num_branches"]
        missing = f"lines {entry['missing_lines']}, branches {entry['missing_branches']}"
        found.append(Figures(name.replace("\\", "/"), reached, possible, missing))
    return found


def shortfalls(found: list[Figures]) -> list[str]:
    """One sentence for each promise that is not kept."""
    told = [
        f"{file.name}: {file.reached} of {file.all} reached; missing {file.missing}"
        for file in found
        if WHOLE.fullmatch(file.name) and file.reached < file.all
    ]
    rest = [file for file in found if not WHOLE.fullmatch(file.name)]
    percent = 100 * sum(f.reached for f in rest) / max(1, sum(f.all for f in rest))
    print(f"Branch coverage outside the fully tested parts: {percent:.1f} % (gate {REST_PERCENT})")
    if percent < REST_PERCENT:
        told.append(f"the rest together: {percent:.1f} %, less than {REST_PERCENT}")
        worst = sorted(rest, key=lambda file: file.reached - file.all)[:8]
        told += [f"  {file.name}: {file.reached} of {file.all}" for file in worst]
    return told


def main() -> None:
    """Read the report of the last run; exit status 1 with what is missing."""
    told = shortfalls(figures(json.loads(REPORT.read_text())))
    if told:
        sys.exit("\n".join(["Less is tested than we promise:", *told]))
    print("Coverage gates hold.")


if __name__ == "__main__":
    main()
