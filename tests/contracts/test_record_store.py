"""What every record store does: run on the real one and on the one in memory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from copingkit.core.errors import AttachmentTooLarge, RecordMissing
from copingkit.core.records import Change, RecordStore
from tests.support.clock import HandClock
from tests.support.kinds import NOTE, PAGE, Entry, Note, Page

DAY = timedelta(days=1)


def page(title: str, *entries: str) -> Page:
    return Page(title, tuple(Entry(f"e{n}", text) for n, text in enumerate(entries)))


def test_a_saved_value_comes_back(store: RecordStore, clock: HandClock) -> None:
    moment = datetime(2026, 3, 1, 7, 30, 0, 123456, tzinfo=UTC)
    value = Page("Mornings", (Entry("a", "Walk"),), moment, 4, {"b": 2, "a": 1})
    saved = store.save(PAGE, value)
    assert store.get(PAGE, saved.id) == saved
    assert saved.value == value
    assert (saved.version, saved.occurred_at) == (1, moment)
    assert saved.created_at == saved.changed_at == clock.now()
    assert saved.kind is PAGE


def test_an_id_may_be_given(store: RecordStore) -> None:
    store.save(NOTE, Note("mine"), "fixed-id")
    assert store.get(NOTE, "fixed-id").value == Note("mine")


@pytest.mark.parametrize("record_id", ["unknown", ""])
def test_missing_records_are_said_to_be_missing(store: RecordStore, record_id: str) -> None:
    calls: list[Callable[[], object]] = [
        lambda: store.get(NOTE, record_id),
        lambda: store.versions(NOTE, record_id),
        lambda: store.remove(record_id),
        lambda: store.restore(record_id),
        lambda: store.purge(record_id),
        lambda: store.attach(record_id, "text/plain", b""),
        lambda: store.attached_bytes(record_id),
        lambda: store.detach(record_id),
    ]
    for call in calls:
        with pytest.raises(RecordMissing):
            call()


def test_a_record_is_of_one_kind(store: RecordStore) -> None:
    note = store.save(NOTE, Note("n"))
    for call in (
        lambda: store.get(PAGE, note.id),
        lambda: store.versions(PAGE, note.id),
        lambda: store.save(PAGE, page("p"), note.id),
    ):
        with pytest.raises(RecordMissing):
            call()


class TestVersions:
    def test_the_earlier_value_stays(self, store: RecordStore, clock: HandClock) -> None:
        first = store.save(NOTE, Note("one"), note="as told")
        clock.go_on(minutes=5)
        second = store.save(NOTE, Note("two"), first.id, note="reworded")
        assert (second.version, second.created_at) == (2, first.created_at)
        assert [(v.number, v.value.text, v.note, v.at) for v in store.versions(NOTE, first.id)] == [
            (2, "two", "reworded", second.changed_at),
            (1, "one", "as told", first.changed_at),
        ]

    def test_an_amending_save_goes_on_with_the_same_version(self, store: RecordStore) -> None:
        first = store.save(NOTE, Note("a"), note="typed")
        store.save(NOTE, Note("ab"), first.id, amend=True)
        amended = store.save(NOTE, Note("abc"), first.id, amend=True)
        assert amended.version == 1
        assert [(v.value.text, v.note) for v in store.versions(NOTE, first.id)] == [
            ("abc", "typed")
        ]
        store.save(NOTE, Note("abcd"), first.id, amend=True, note="typed on")
        assert store.versions(NOTE, first.id)[0].note == "typed on"

    def test_amending_nothing_makes_a_record(self, store: RecordStore) -> None:
        assert store.save(NOTE, Note("new"), "n1", amend=True).version == 1

    def test_a_save_that_changes_nothing_writes_nothing(
        self, store: RecordStore, clock: HandClock, told: list[Change]
    ) -> None:
        first = store.save(NOTE, Note("same"), note="first")
        clock.go_on(minutes=1)
        assert store.save(NOTE, Note("same"), first.id, note="again") == first
        assert store.save(NOTE, Note("same"), first.id, amend=True) == first
        assert [v.note for v in store.versions(NOTE, first.id)] == ["first"]
        assert len(told) == 1

    def test_times_stay_in_order_when_the_clock_is_set_back(
        self, store: RecordStore, clock: HandClock
    ) -> None:
        first = store.save(NOTE, Note("one"))
        clock.time -= 400 * DAY
        store.save(NOTE, Note("two"), first.id)
        third = store.save(NOTE, Note("three"), first.id, amend=True)
        assert third.changed_at >= third.created_at
        times = [version.at for version in store.versions(NOTE, first.id)]
        assert times == sorted(times, reverse=True)


class TestFind:
    def test_newest_first_by_what_happened(self, store: RecordStore, clock: HandClock) -> None:
        now = clock.now()
        for title, happened in (("b", now - DAY), ("a", None), ("c", now - 2 * DAY)):
            store.save(PAGE, Page(title, happened_at=happened))
        assert [r.value.title for r in store.find(PAGE)] == ["a", "b", "c"]

    def test_equal_times_latest_saved_first(self, store: RecordStore) -> None:
        for title in "abc":
            store.save(PAGE, page(title))
        assert [r.value.title for r in store.find(PAGE)] == ["c", "b", "a"]

    def test_the_span_has_its_start_and_not_its_end(
        self, store: RecordStore, clock: HandClock
    ) -> None:
        start = clock.now()
        for days in range(4):
            store.save(PAGE, Page(str(days), happened_at=start + days * DAY))
        found = store.find(PAGE, since=start + DAY, until=start + 3 * DAY)
        assert [r.value.title for r in found] == ["2", "1"]

    @pytest.mark.parametrize(("limit", "expected"), [(0, 0), (2, 2), (9, 3), (None, 3), (-1, 0)])
    def test_the_limit(self, store: RecordStore, limit: int | None, expected: int) -> None:
        for title in "abc":
            store.save(PAGE, page(title))
        assert len(store.find(PAGE, limit=limit)) == expected

    def test_of_several_rows_all_are_found_and_the_first_is_shown(self, store: RecordStore) -> None:
        saved = store.save(PAGE, page("People", "Mira\n0170 555 0199\nmy sister"))
        for query in ("mira", "0170", "sister mira"):
            assert [hit.text for hit in store.search(query)] == ["Mira"]
        noted = store.save(NOTE, Note("Tea\nin the blue cup"))
        store.remove(noted.id)
        assert [(each.record_id, each.text) for each in store.removed()] == [(noted.id, "Tea")]
        assert store.search("sister")[0].record_id == saved.id

    def test_other_kinds_and_removed_ones_are_left_out(self, store: RecordStore) -> None:
        store.save(NOTE, Note("n"))
        gone = store.save(PAGE, page("gone"))
        store.save(PAGE, page("here"))
        store.remove(gone.id)
        assert [r.value.title for r in store.find(PAGE)] == ["here"]
        assert (store.count(PAGE), store.count(NOTE)) == (1, 1)

    def test_an_edit_may_move_it_in_time(self, store: RecordStore, clock: HandClock) -> None:
        a = store.save(PAGE, Page("a", happened_at=clock.now()))
        store.save(PAGE, Page("b", happened_at=clock.now() - DAY))
        store.save(PAGE, Page("a", happened_at=clock.now() - 2 * DAY), a.id)
        assert [r.value.title for r in store.find(PAGE)] == ["b", "a"]


class TestRecentlyRemoved:
    def test_removed_is_hidden_and_can_come_back(self, store: RecordStore) -> None:
        saved = store.save(PAGE, page("Walks", "by the river"))
        store.save(PAGE, page("Walks", "by the sea"), saved.id)
        store.remove(saved.id)
        for call in (
            lambda: store.get(PAGE, saved.id),
            lambda: store.save(PAGE, page("x"), saved.id),
            lambda: store.versions(PAGE, saved.id),
            lambda: store.remove(saved.id),
            lambda: store.attach(saved.id, "text/plain", b"x"),
        ):
            with pytest.raises(RecordMissing):
                call()
        assert store.search("walks") == []
        store.restore(saved.id)
        assert store.get(PAGE, saved.id).value == page("Walks", "by the sea")
        assert len(store.versions(PAGE, saved.id)) == 2
        assert [hit.text for hit in store.search("sea")] == ["by the sea"]
        with pytest.raises(RecordMissing):
            store.restore(saved.id)

    def test_the_list_shows_the_first_line_latest_first(
        self, store: RecordStore, clock: HandClock
    ) -> None:
        ids = [store.save(NOTE, Note(text)).id for text in ("one", "", "three")]
        for record_id in ids:
            clock.go_on(minutes=1)
            store.remove(record_id)
        assert [(r.text, r.kind) for r in store.removed()] == [
            ("three", NOTE.name),
            ("", NOTE.name),
            ("one", NOTE.name),
        ]
        assert store.removed()[0].removed_at == clock.now()
        assert [r.record_id for r in store.removed(limit=1)] == ids[-1:]

    def test_purged_is_gone(self, store: RecordStore) -> None:
        saved = store.save(NOTE, Note("private"))
        attached = store.attach(saved.id, "image/png", b"picture")
        store.remove(saved.id)
        store.purge(saved.id)
        assert store.removed() == []
        with pytest.raises(RecordMissing):
            store.attached_bytes(attached.id)
        with pytest.raises(RecordMissing):
            store.restore(saved.id)
        assert store.save(NOTE, Note("new"), saved.id).version == 1

    def test_a_present_record_can_be_purged(self, store: RecordStore) -> None:
        saved = store.save(NOTE, Note("now"))
        store.purge(saved.id)
        assert store.count(NOTE) == 0
        assert store.search("now") == []


class TestAttachments:
    def test_in_the_order_in_which_they_came(self, store: RecordStore) -> None:
        saved = store.save(NOTE, Note("hope"))
        store.attach(store.save(NOTE, Note("other")).id, "text/plain", b"other")
        one = store.attach(saved.id, "image/png", b"\x00\x01")
        two = store.attach(saved.id, "audio/ogg", b"")
        assert list(store.attachments(saved.id)) == [one, two]
        assert (one.size, one.media_type, one.record_id) == (2, "image/png", saved.id)
        assert store.attached_bytes(one.id) == b"\x00\x01"
        store.detach(one.id)
        assert list(store.attachments(saved.id)) == [two]

    def test_twenty_megabytes_and_not_more(self, store: RecordStore) -> None:
        saved = store.save(NOTE, Note("film"))
        with pytest.raises(AttachmentTooLarge):
            store.attach(saved.id, "video/mp4", bytes(20 * 1024 * 1024 + 1))
        largest = store.attach(saved.id, "video/mp4", bytes(20 * 1024 * 1024))
        assert len(store.attached_bytes(largest.id)) == 20 * 1024 * 1024
        assert len(store.attachments(saved.id)) == 1
