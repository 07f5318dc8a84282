"""Nested transactions, and what follows when they land or fail."""

from __future__ import annotations

import contextlib

import pytest

from copingkit.core.errors import DiskFull
from copingkit.vault.database import Database
from copingkit.vault.transactions import Transactions

AGE = "UPDATE vault SET age = age + 1"


def age(database: Database) -> int:
    ((value,),) = database.read("SELECT age FROM vault")
    return int(value)


def test_writing_outside_a_transaction_is_a_mistake(database: Database) -> None:
    with pytest.raises(RuntimeError, match="outside a transaction"):
        database.write(AGE)
    assert age(database) == 0


def test_each_level_lands_or_is_taken_back_on_its_own(database: Database) -> None:
    with database.transaction():
        database.write(AGE)
        with database.transaction():
            database.write(AGE)
            with contextlib.suppress(ZeroDivisionError), database.transaction():
                database.write(AGE)
                raise ZeroDivisionError
        database.write(AGE)
    assert age(database) == 3


def test_callbacks_come_in_order_after_the_outermost(database: Database) -> None:
    told: list[str] = []
    with database.transaction():
        database.after_commit(lambda: told.append("first"))
        with contextlib.suppress(ZeroDivisionError), database.transaction():
            database.after_commit(lambda: told.append("taken back"))
            raise ZeroDivisionError
        with database.transaction():
            database.after_commit(lambda: told.append("second"))
        assert told == []
    assert told == ["first", "second"]
    with database.transaction():
        pass
    assert told == ["first", "second"]


class RunsFull:
    """An engine whose disk is full at one statement; SQLite then leaves its transaction."""

    def __init__(self, full_at: str) -> None:
        self.full_at = full_at
        self.inside = False
        self.ran: list[str] = []

    def run(self, statement: str) -> None:
        self.ran.append(statement)
        if statement == self.full_at:
            self.inside = False
            raise DiskFull("vault.db")
        self.inside = True

    def under_way(self) -> bool:
        return self.inside

    def land(self) -> None:
        self.run("COMMIT")


def test_an_outer_transaction_that_sqlite_left_does_not_go_on() -> None:
    engine = RunsFull("RELEASE inner_1")
    transactions = Transactions(engine)
    transactions.begin()
    transactions.begin()
    with pytest.raises(DiskFull):
        transactions.finish()
    for goes_on in (transactions.must_be_whole, transactions.begin):
        with pytest.raises(DiskFull):
            goes_on()
    with pytest.raises(DiskFull):
        transactions.finish()
    assert "ROLLBACK" not in engine.ran  # there was nothing left to take back
    transactions.begin()
    transactions.must_be_whole()  # the next one is a new beginning


def test_a_mistake_of_ours_is_not_told_again_as_the_problem() -> None:
    engine = RunsFull("never")
    transactions = Transactions(engine)
    transactions.begin()
    transactions.begin()
    engine.inside = False
    transactions.take_back(ZeroDivisionError(), 0)
    transactions.must_be_whole()


def test_taking_back_what_cannot_be_taken_back_raises_no_second_problem() -> None:
    engine = RunsFull("ROLLBACK")
    transactions = Transactions(engine)
    transactions.begin()
    transactions.take_back(ZeroDivisionError(), 0)
    assert engine.ran[-1] == "ROLLBACK"
    with pytest.raises(RuntimeError, match="outside"):
        transactions.must_be_whole()
