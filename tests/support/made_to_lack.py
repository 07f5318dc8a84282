"""Ways to take something away from a program that it could do without."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from types import ModuleType

import pytest


def without_module(patch: pytest.MonkeyPatch, missing: str) -> None:
    """As on a computer where a library is not installed."""
    real = builtins.__import__

    def imported(
        name: str,
        space: Mapping[str, object] | None = None,
        local: Mapping[str, object] | None = None,
        wanted: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        if name == missing:
            raise ImportError(name=name)
        return real(name, space, local, wanted or (), level)

    patch.setattr(builtins, "__import__", imported)
