from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from copingkit.core.errors import DatabaseDamaged, RecordMissing, VaultClosed
from copingkit.core.records import Line, RecordKind, RecordStore
from copingkit.tools.helplines import catalogue
from copingkit.tools.helplines.model import OwnLine
from copingkit.tools.helplines.records import OWN_LINE
from copingkit.tools.helplines.service import HelplinesService
from tests.support.clock import HandClock
from tests.support.stores import open_store

OTHER = RecordKind("other.line", OwnLine, lambda line: [Line(line.name)])
NURSE = OwnLine("Night nurse", "0170 555 0142", "22:00 to 6:00", "ask for Jo")


@pytest.fixture
def records(tmp_path: Path) -> Iterator[RecordStore]:
    with open_store(tmp_path, (OWN_LINE, OTHER), HandClock()) as store:
        yield store


@pytest.fixture
def service(records: RecordStore) -> HelplinesService:
    return HelplinesService(records)


def names(service: HelplinesService) -> list[str]:
    return [record.value.name for record in service.own_lines()]


def test_shipped_lines_need_no_vault() -> None:
    service = HelplinesService(None)

    assert service.lines("GB") == catalogue.lines("GB")
    assert service.countries() == catalogue.countries()
    assert service.own_lines() == ()
    assert not service.keeps_own_lines


def test_without_a_vault_nothing_is_kept() -> None:
    service = HelplinesService(None)

    for edit in (
        lambda: service.add(NURSE),
        lambda: service.edit("1", NURSE),
        lambda: service.remove("1"),
        lambda: service.restore("1"),
        lambda: service.move("1", 0),
    ):
        with pytest.raises(VaultClosed):
            edit()


def test_a_locked_vault_leaves_the_shipped_lines(tmp_path: Path) -> None:
    with open_store(tmp_path, (OWN_LINE,), HandClock()) as store:
        service = HelplinesService(store)
        service.add(NURSE)

    assert service.own_lines() == ()
    assert isinstance(service.problem, VaultClosed)
    assert service.lines("GB")
    with pytest.raises(VaultClosed):
        service.add(NURSE)


def test_a_damaged_vault_leaves_the_shipped_lines_and_says_so(tmp_path: Path) -> None:
    with open_store(tmp_path, (OWN_LINE,), HandClock()) as store:
        kept = HelplinesService(store).add(NURSE)
        broken = "UPDATE record SET body = '{' WHERE id = ?"
        with store.transaction():
            store._database.write(broken, (kept.id,))
        service = HelplinesService(store)

        assert service.own_lines() == ()
        assert isinstance(service.problem, DatabaseDamaged)
        assert service.lines("GB")

        with store.transaction():
            store._database.write("DELETE FROM record WHERE id = ?", (kept.id,))
        assert service.own_lines() == ()
        assert service.problem is None


def test_an_own_line_is_kept(records: RecordStore, service: HelplinesService) -> None:
    service.add(OwnLine(" Night nurse ", " 0170 555 0142 ", "22:00 to 6:00 ", "ask for Jo"))

    assert service.keeps_own_lines
    assert HelplinesService(records).own_lines()[0].value == NURSE


def test_new_lines_go_after_the_others(service: HelplinesService) -> None:
    for name in ("A", "B", "C"):
        service.add(OwnLine(name))

    assert names(service) == ["A", "B", "C"]


def test_editing_keeps_the_place(service: HelplinesService) -> None:
    first = service.add(OwnLine("A"))
    service.add(OwnLine("B"))

    service.edit(first.id, OwnLine(" A2 ", position=7))

    assert names(service) == ["A2", "B"]
    assert service.own_lines()[0].version == 2


def test_typing_on_makes_one_version(service: HelplinesService) -> None:
    kept = service.add(OwnLine("A"))

    service.edit(kept.id, OwnLine("AB"))
    service.edit(kept.id, OwnLine("ABC"), amend=True)

    assert (service.own_lines()[0].value.name, service.own_lines()[0].version) == ("ABC", 2)


@pytest.mark.parametrize("empty", [OwnLine(""), OwnLine("  ", " ", "always", "note")])
def test_a_line_that_says_nothing_is_refused(service: HelplinesService, empty: OwnLine) -> None:
    kept = service.add(NURSE)

    with pytest.raises(ValueError, match="needs a name"):
        service.add(empty)
    with pytest.raises(ValueError, match="needs a name"):
        service.edit(kept.id, empty)
    assert [record.value for record in service.own_lines()] == [NURSE]


def test_a_removed_line_comes_back_to_its_place(service: HelplinesService) -> None:
    service.add(OwnLine("A"))
    middle = service.add(OwnLine("B"))
    service.add(OwnLine("C"))

    service.remove(middle.id)
    assert names(service) == ["A", "C"]
    with pytest.raises(RecordMissing):
        service.edit(middle.id, NURSE)

    service.restore(middle.id)
    assert names(service) == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("index", "order"),
    [(0, ["C", "A", "B"]), (1, ["A", "C", "B"]), (9, ["A", "B", "C"]), (-1, ["C", "A", "B"])],
)
def test_lines_are_put_in_order(service: HelplinesService, index: int, order: list[str]) -> None:
    for name in ("A", "B"):
        service.add(OwnLine(name))
    last = service.add(OwnLine("C"))

    service.move(last.id, index)

    assert names(service) == order


def test_putting_in_order_makes_no_versions(service: HelplinesService) -> None:
    service.add(OwnLine("A"))
    last = service.add(OwnLine("B"))

    service.move(last.id, 0)

    assert [record.version for record in service.own_lines()] == [1, 1]


def test_changes_are_told_after_they_are_on_the_disk(
    records: RecordStore, service: HelplinesService
) -> None:
    seen: list[list[str]] = []
    service.changed.subscribe(lambda _: seen.append(names(service)))

    kept = service.add(OwnLine("A"))
    service.edit(kept.id, OwnLine("B"))
    records.remove(kept.id)
    records.restore(kept.id)
    records.save(OTHER, OwnLine("not ours"))

    assert seen == [["A"], ["B"], [], ["B"]]
