"""Core dumps are off for as long as asked."""

from __future__ import annotations

import resource
from collections.abc import Iterator

import pytest

from copingkit.vault.core_dumps import CoreDumpsOff


@pytest.fixture(autouse=True)
def limits() -> Iterator[None]:
    before, put_back = resource.getrlimit(resource.RLIMIT_CORE), resource.setrlimit
    yield
    put_back(resource.RLIMIT_CORE, before)


def soft() -> int:
    return resource.getrlimit(resource.RLIMIT_CORE)[0]


def test_off_until_restored() -> None:
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    off = CoreDumpsOff()
    assert soft() in {0, 1}
    off.restore()
    assert soft() == hard
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    off.restore()
    assert soft() == 0


def test_a_limit_lowered_meanwhile_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    off = CoreDumpsOff()

    def refused(which: int, limits: tuple[int, int]) -> None:
        raise ValueError("not allowed to raise maximum limit")

    monkeypatch.setattr(resource, "setrlimit", refused)
    off.restore()
