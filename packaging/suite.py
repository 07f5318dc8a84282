"""Run the whole suite, offscreen and under Xvfb, and remember on which files it passed."""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
PASSED = BUILD / "tests.json"
COVERAGE = BUILD / "coverage.json"
NOT_OURS = {".git", ".venv", "build", "dist", "__pycache__"}
PYTEST = (sys.executable, "-m", "pytest", "-q", "--cov=copingkit", "--cov-report=")
SHARED = ("--dist", "worksteal")  # tests of one file mostly share what it prepares
NO_TESTS_COLLECTED = 5


def fingerprint() -> str:
    """One hash over every file of the project, its name and its content."""
    digest = hashlib.sha256()
    for path in files():
        content = path.read_bytes()
        digest.update(f"{path.relative_to(ROOT).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def files() -> list[Path]:
    """All files that git knows or would add; without git, all that are no build output."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    found = subprocess.run(listing, capture_output=True, cwd=ROOT, check=False)
    if found.returncode == 0:
        names = {name for name in found.stdout.decode().split("\0") if name}
        return [path for name in sorted(names) if (path := ROOT / name).is_file()]
    return sorted(
        path
        for path in ROOT.rglob("*")
        if path.is_file() and not NOT_OURS & set(path.relative_to(ROOT).parts)
    )


def run(arguments: list[str], **variables: str) -> tuple[int, str]:
    """Run one pytest call with its output shown as it comes; its exit status and closing line."""
    closing = ""
    environment = os.environ | {"COVERAGE_FILE": str(BUILD / ".coverage"), **variables}
    # compiled once: else each of the some hundred programs that tests start compiles all anew
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with subprocess.Popen(
        arguments, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            closing = line.strip() or closing
    return process.returncode, closing


def run_all(workers: str) -> dict[str, str]:
    """Both halves of the suite; their closing lines. Exits with pytest's status on a failure."""
    halves = {
        "offscreen": ([*PYTEST, "-n", workers, *SHARED, "-m", "not xvfb"], ""),
        "xvfb": ([*PYTEST, "--cov-append", "-m", "xvfb"], "xvfb"),
    }
    closing_lines = {}
    for name, (command, suite) in halves.items():
        if suite and shutil.which("xvfb-run") is None:
            sys.exit("xvfb-run is missing: packaging/linux/system_packages.sh test")
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24"] if suite else []
        platform = "xcb" if suite else "offscreen"
        variables = {"COPINGKIT_TEST_SUITE": suite, "QT_QPA_PLATFORM": platform}
        status, closing_lines[name] = run([*screen, *command], **variables)
        if status not in {0, NO_TESTS_COLLECTED}:
            sys.exit(status)
    return closing_lines


def write_coverage() -> None:
    """Both halves' coverage as JSON, for the gates."""
    data = f"--data-file={BUILD / '.coverage'}"
    command = [sys.executable, "-m", "coverage", "json", "-q", data, "-o", str(COVERAGE)]
    subprocess.run(command, cwd=ROOT, check=True)


def main() -> None:
    """Run, or with --if-changed show the last result when no file has changed since."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--if-changed", action="store_true")
    parser.add_argument("--workers", default=os.environ.get("COPINGKIT_TEST_WORKERS", "2"))
    asked = parser.parse_args()
    BUILD.mkdir(exist_ok=True)
    before = fingerprint()
    if asked.if_changed and PASSED.is_file():
        last = json.loads(PASSED.read_text())
        if last["files"] == before and COVERAGE.is_file():
            print(f"Not run again: the suite passed on exactly these files at {last['at']}.")
            print(*last["closing"].values(), sep="\n")
            return
    PASSED.unlink(missing_ok=True)
    closing = run_all(asked.workers)
    write_coverage()
    at = time.strftime("%Y-%m-%d %H:%M:%S %z")
    if fingerprint() == before:
        PASSED.write_text(json.dumps({"files": before, "at": at, "closing": closing}))
    else:
        print("Files changed while the tests ran; this result is of neither state and not kept.")
    print(*(f"{name}: {line}" for name, line in closing.items()), sep="\n")


if __name__ == "__main__":
    main()
