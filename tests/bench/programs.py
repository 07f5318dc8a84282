"""Start-up, memory and idling of whole processes, ours beside an empty PySide6 window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from copingkit import sample
from copingkit.shell import registry
from copingkit.tools.safety_plan.records import PLAN
from copingkit.vault.system_keyring import SystemKeyring
from copingkit.vault.vault import Vault
from tests.support.real_keyring import RealKeyring

ROOT = Path(__file__).resolve().parent.parent.parent
EMPTY = ("tests.bench.start_empty",)
TICKS = os.sysconf("SC_CLK_TCK")


@contextmanager
def keyring() -> Iterator[None]:
    """A real keyring daemon on a bus of its own."""
    real = RealKeyring()
    real.start()
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = real.address
    try:
        yield
    finally:
        real.stop()


def make_vault(folder: Path) -> None:
    """A vault whose key is in the keyring, with a plan of the usual length."""
    vault = Vault(folder, SystemKeyring(), registry.all_kinds())
    opened = vault.create(keyring=True, passphrase=None).open
    opened.records.save(PLAN, sample.plan())
    opened.snapshot_if_due()
    opened.lock()


def ours(folder: Path, what: str) -> tuple[str, ...]:
    """The module and arguments that open the plan or the crisis run."""
    return ("tests.bench.start_program", str(folder), what)


def start(*programs: tuple[str, ...], times: int = 9) -> list[float]:
    """Median seconds from nothing to painted, of each, interleaved."""
    seconds: list[list[float]] = [[] for _ in programs]
    for number in range(times + 1):
        for program, kept in zip(programs, seconds, strict=True):
            began = time.perf_counter()
            with _running(program):
                if number:  # the first round fills caches
                    kept.append(time.perf_counter() - began)
    return [statistics.median(kept) for kept in seconds]


def memory(*programs: tuple[str, ...], times: int = 9, settle: float = 1.0) -> list[float]:
    """Median PSS in bytes of each after it was painted and left alone, interleaved."""
    sizes: list[list[float]] = [[] for _ in programs]
    for _ in range(times):
        for program, kept in zip(programs, sizes, strict=True):
            with _running((*program, "stay")) as process:
                time.sleep(settle)
                kept.append(_pss(process.pid))
    return [statistics.median(kept) for kept in sizes]


def idle(program: tuple[str, ...], settle: float = 6.0, seconds: float = 20.0) -> float:
    """Percent of one core that the painted program takes while nobody touches it."""
    with _running((*program, "stay")) as process:
        time.sleep(settle)
        before = _cpu(process.pid)
        time.sleep(seconds)
        return (_cpu(process.pid) - before) / seconds * 100


@contextmanager
def _running(program: tuple[str, ...]) -> Iterator[subprocess.Popen[str]]:
    """A process that has said that it is painted."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    process = subprocess.Popen(
        [sys.executable, "-m", *program],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        if not process.stdout.readline().startswith("painted"):
            process.kill()
            raise RuntimeError(process.communicate()[1])
        yield process
        if "stay" in program:
            process.kill()


def _pss(process_id: int) -> int:
    for line in Path(f"/proc/{process_id}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError("this system does not tell the PSS of a process")


def _cpu(process_id: int) -> float:
    fields = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
