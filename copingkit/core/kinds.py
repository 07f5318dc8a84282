"""Kinds of record by their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from copingkit.core.records import RecordKind

Kinds = Mapping[str, RecordKind[Any]]
AnyKinds = Kinds | Iterable[RecordKind[Any]]


def by_name(kinds: AnyKinds) -> Kinds:
    """The same kinds by their names."""
    return kinds if isinstance(kinds, Mapping) else {kind.name: kind for kind in kinds}
