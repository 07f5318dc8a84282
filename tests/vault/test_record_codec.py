"""Values to JSON and back, and what does not fit said by place and never by content."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copingkit.core.errors import DatabaseDamaged, NewerFormat
from copingkit.core.records import JsonObject, RecordKind
from copingkit.vault import record_codec
from copingkit.vault.record_codec import BodyMismatch
from tests.support.kinds import NOTE, PAGE, SAMPLE_KINDS, Entry, Note, Page

SECRET = "zebrastripe"


def told(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))


@given(
    st.builds(
        Page,
        st.text(st.characters(exclude_categories=["Cs"])),
        st.lists(st.builds(Entry, st.just("id"), st.just("text")), max_size=3).map(tuple),
        st.none() | st.datetimes(timezones=st.just(UTC)),
        st.none() | st.integers(0, 10),
        st.dictionaries(st.sampled_from("cba"), st.integers(0, 9)),
    )
)
def test_a_value_comes_back_equal_and_equal_values_read_alike(page: Page) -> None:
    body = record_codec.encode(page)
    assert record_codec.decode(PAGE, 0, body) == page
    again = Page(
        page.title,
        page.entries,
        page.happened_at,
        page.rating,
        dict(sorted(page.marks.items(), reverse=True)),
    )
    assert record_codec.encode(again) == body


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (f'{{"title":"t","entries":[{{"id":"a","text":["{SECRET}"]}}]}}', "entries[0].text"),
        (f'{{"title":5,"rating":"{SECRET}"}}', "title"),
        (f'{{"title":"t","rating":"{SECRET}"}}', "rating"),
        (f'{{"entries":[],"{SECRET}":1}}', ""),
        (f'["{SECRET}"]', ""),
    ],
)
def test_a_body_that_does_not_fit_is_damage_by_place(body: str, where: str) -> None:
    with pytest.raises(DatabaseDamaged) as caught:
        record_codec.decode(PAGE, 0, body)
    assert isinstance(caught.value, BodyMismatch)
    assert (caught.value.name, caught.value.where) == ("vault.db", where)
    assert SECRET not in told(caught.value)
    assert PAGE.name in str(caught.value)


@pytest.mark.parametrize("body", [f'{{"title": "{SECRET}"', "", "\x00\x00", f"{SECRET}", "\ud800"])
def test_what_is_no_json_is_damage(body: str) -> None:
    for kind in SAMPLE_KINDS:
        with pytest.raises(DatabaseDamaged) as caught:
            record_codec.decode(kind, 0, body)
        assert not isinstance(caught.value, BodyMismatch)
        assert caught.value.name == "vault.db"
        assert SECRET not in told(caught.value)


def test_a_body_that_its_migration_does_not_know_is_damage() -> None:
    for body in (f'{{"text":"{SECRET}"}}', f'{{"words":["{SECRET}"]}}'):
        with pytest.raises(BodyMismatch) as caught:
            record_codec.decode(NOTE, 0, body)
        assert SECRET not in told(caught.value)


@pytest.mark.parametrize(
    "trip",
    [
        lambda body: {"text": body["words"][SECRET]},
        lambda body: {"text": body["words"] + 1},
        lambda body: {"text": body["words"].nothing},
        lambda body: {"text": str(int(body["words"]))},
        lambda body: {"text": list(body["words"])[99]},
    ],
)
def test_whatever_trips_a_migration_is_damage(trip: object) -> None:
    migration = trip
    assert callable(migration)
    kind = RecordKind("tests.tripping", Note, lambda _note: [], migrations=(migration,))
    with pytest.raises(BodyMismatch) as caught:
        record_codec.decode_object(kind, 0, {"words": SECRET})
    assert SECRET not in told(caught.value)


def test_a_later_format_is_refused_before_it_is_looked_at() -> None:
    content: JsonObject = {"text": "x"}
    for refused in (
        lambda: record_codec.decode(NOTE, NOTE.format + 1, "{}"),
        lambda: record_codec.decode_object(NOTE, NOTE.format + 1, content),
        lambda: record_codec.must_be_known(NOTE, NOTE.format + 1),
    ):
        with pytest.raises(NewerFormat) as caught:
            refused()
        assert caught.value.name == "vault.db"
    record_codec.must_be_known(NOTE, NOTE.format)


def test_the_words_of_all_lines_in_one() -> None:
    page = Page("Élan, vital!", (Entry("a", "Call ZOË"), Entry("b", "?")))
    assert record_codec.search_words(PAGE, page) == "elan vital call zoe"
    assert record_codec.search_words(NOTE, Note("")) == ""


@given(st.datetimes(timezones=st.just(UTC)))
def test_times_keep_their_microseconds(moment: datetime) -> None:
    assert record_codec.from_micros(record_codec.to_micros(moment)) == moment


def test_times_of_other_zones_become_utc() -> None:
    moment = datetime(1969, 12, 31, 23, 59, 59, 999_999, timezone(timedelta(hours=-5)))
    back = record_codec.from_micros(record_codec.to_micros(moment))
    assert back == moment
    assert back.tzinfo is UTC
