"""`make bench`: every figure beside its baseline in the same run, into build/bench.json."""

from __future__ import annotations

import json
import platform
import tempfile
from pathlib import Path

from tests.bench import (
    exercises_bench,
    exposure_bench,
    figures_bench,
    programs,
    step_bench,
    store_bench,
)

OUT = programs.ROOT / "build" / "bench.json"


def main() -> None:
    """Measure, print and write; takes some minutes."""
    with tempfile.TemporaryDirectory(prefix="copingkit-bench-") as name, programs.keyring():
        folder = Path(name)
        figures = {**_programs(folder / "vault"), **_store(folder)}
        figures |= exercises_bench.figures() | step_bench.figures()
        (folder / "exposure").mkdir()
        figures |= exposure_bench.figures(folder / "exposure")
        (folder / "figures").mkdir()
        figures |= figures_bench.figures(folder / "figures")
    machine = {
        "system": platform.platform(),
        "processor": _processor(),
        "python": platform.python_version(),
    }
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps({"machine": machine, "figures": figures}, indent=2) + "\n")
    for what, figure in figures.items():
        print(f"{what}: {figure['value']} (target {figure['target']})")
    print(f"Written to {OUT.relative_to(programs.ROOT)}.")


def _programs(vault: Path) -> dict[str, dict[str, object]]:
    programs.make_vault(vault)
    plan, crisis = programs.ours(vault, "plan"), programs.ours(vault, "crisis")
    empty_s, plan_s, crisis_s = programs.start(programs.EMPTY, plan, crisis)
    empty_b, plan_b = programs.memory(programs.EMPTY, plan)
    return {
        "start to the painted plan / empty window": _figure(
            plan_s / empty_s, "1.6 or less", ours_ms=plan_s * 1000, baseline_ms=empty_s * 1000
        ),
        "--crisis to step 1 / empty window": _figure(
            crisis_s / empty_s, "1.5 or less", ours_ms=crisis_s * 1000, baseline_ms=empty_s * 1000
        ),
        "memory (PSS) on the plan / empty window": _figure(
            plan_b / empty_b, "1.6 or less", ours_mb=plan_b / 1e6, baseline_mb=empty_b / 1e6
        ),
        "CPU percent while idle for 20 s": _figure(programs.idle(plan), "0.0 to 0.5"),
    }


def _store(folder: Path) -> dict[str, dict[str, object]]:
    figures = {}
    for what, measure, target in (
        ("open with 100,000 records / with 100", store_bench.opening, "1.1 or less"),
        ("save one change / plain sqlite3", store_bench.saving, "2.0 or less"),
        ("search 100,000 notes / plain FTS5", store_bench.searching, "2.0 or less"),
    ):
        own = folder / measure.__name__
        own.mkdir()
        figures[what] = _figure(measure(own), target)
    return figures


def _figure(value: float, target: str, **parts: float) -> dict[str, object]:
    return {"value": round(value, 2), "target": target} | {
        name: round(part, 1) for name, part in parts.items()
    }


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()


if __name__ == "__main__":
    main()
