"""Nested transactions over one SQLite connection, and what is to happen after they land."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Protocol

from copingkit.core.errors import EnvironmentProblem


class Engine(Protocol):
    """What runs the statements; every method raises problems by name."""

    def run(self, statement: str) -> None:
        """Run a statement without result."""
        ...

    def under_way(self) -> bool:
        """Whether SQLite is in a transaction; it leaves one by itself after a full disk."""
        ...

    def land(self) -> None:
        """Commit, so that everything is on the disk."""
        ...


class Transactions:
    """How deep we are in transactions, and the callbacks that wait for the outermost to land."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._depth = 0
        self._broken: EnvironmentProblem | None = None
        self._afterwards: list[Callable[[], object]] = []

    @property
    def waiting(self) -> int:
        """How many callbacks wait."""
        return len(self._afterwards)

    def after_commit(self, callback: Callable[[], object]) -> None:
        """Call `callback` once the outermost transaction is on the disk; never if it fails."""
        self._afterwards.append(callback)

    def must_be_whole(self) -> None:
        """Raise unless statements may be run: we are inside, and SQLite still is, too."""
        if not self._depth:
            raise RuntimeError("writing outside a transaction")
        if self._broken:
            raise self._broken

    def begin(self) -> None:
        """Go one deeper."""
        if self._depth:
            self.must_be_whole()
        self._engine.run(f"SAVEPOINT inner_{self._depth}" if self._depth else "BEGIN IMMEDIATE")
        self._depth += 1

    def finish(self) -> list[Callable[[], object]]:
        """Come out with what was written; gives the callbacks due now."""
        try:
            self.must_be_whole()
            if self._depth > 1:
                self._engine.run(f"RELEASE inner_{self._depth - 1}")
            else:
                self._engine.land()
        except BaseException as error:
            self.take_back(error, 0)
            raise
        self._depth -= 1
        if self._depth:
            return []
        due, self._afterwards = self._afterwards, []
        return due

    def take_back(self, error: BaseException, waiting: int) -> None:
        """Come out of the transaction that failed with `error`, as if it had not been.

        `waiting` says how many callbacks waited when it began.
        """
        del self._afterwards[waiting:]
        self._depth = max(self._depth - 1, 0)
        if self._depth == 0:
            self._broken = None
        with contextlib.suppress(EnvironmentProblem):
            if not self._engine.under_way():
                self._remember(error)
            elif self._depth:
                self._engine.run(f"ROLLBACK TO inner_{self._depth}")
                self._engine.run(f"RELEASE inner_{self._depth}")
            else:
                self._engine.run("ROLLBACK")

    def _remember(self, error: BaseException) -> None:
        """SQLite took back the outer transactions, too: they must not go on as if nothing was."""
        if self._depth and isinstance(error, EnvironmentProblem):
            self._broken = error
