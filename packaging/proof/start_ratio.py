"""How long the packaged program takes to the painted plan, against the same run from source.

`python packaging/proof/start_ratio.py` after `make package`. Both open the same vault by a real
keyring, offscreen and interleaved; Qt itself tells when the plan is painted.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench import programs  # noqa: E402 - the path comes first

PACKAGED = str(ROOT / "build" / "package" / "linux" / "copingkit" / "copingkit")
PAINTED = "qt.widgets.painting=true"
TIMES = 9


def start(command: list[str], vault: Path) -> float:
    """Seconds from nothing to the first painting of the plan's page."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": PAINTED}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    began = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--vault", str(vault)], env=environment, stderr=subprocess.PIPE, text=True
    )
    with process:
        for line in process.stderr or ():
            if "Drawing" in line and " of PlanPage(" in line:
                taken = time.perf_counter() - began
                process.kill()
                return taken
    raise RuntimeError(f"{command[0]} painted no plan")


def main() -> None:
    """Print both medians and their ratio."""
    source = [sys.executable, "-m", "copingkit"]
    seconds: dict[str, list[float]] = {"source": [], "packaged": []}
    with tempfile.TemporaryDirectory(prefix="copingkit-start-") as name, programs.keyring():
        vault = Path(name, "vault")
        programs.make_vault(vault)
        for number in range(TIMES + 1):
            for what, command in (("source", source), ("packaged", [PACKAGED])):
                taken = start(command, vault)
                if number:  # the first round fills caches
                    seconds[what].append(taken)
    medians = {what: statistics.median(taken) for what, taken in seconds.items()}
    for what, median in medians.items():
        print(f"{what}: {median * 1000:.0f} ms")
    print(f"packaged / source: {medians['packaged'] / medians['source']:.2f} (target 1.3 or less)")


if __name__ == "__main__":
    main()
