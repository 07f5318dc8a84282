"""Every problem has words of its own: what happened, what is safe, what to do next."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import pytest

from copingkit.core import errors
from copingkit.ui.messages import Words, words_for


def classes(top: type[errors.EnvironmentProblem]) -> Iterator[type[errors.EnvironmentProblem]]:
    """A class and all below it, wherever they are defined."""
    yield top
    for below in top.__subclasses__():
        yield from classes(below)


OURS = {
    found
    for found in classes(errors.EnvironmentProblem)
    if found.__module__.startswith("copingkit")
}
ALL = sorted(
    {found for found in OURS if found.__module__ == errors.__name__},
    key=lambda found: found.__name__,
)


def made(kind: type[errors.EnvironmentProblem]) -> errors.EnvironmentProblem:
    """A problem of that kind about vault.db, at some place."""
    values: dict[str, object] = {
        "name": "vault.db",
        "where": "records[3].body.step",
        "places": (2,),
        "faults": (),
    }
    if "__init__" not in {name for above in kind.__mro__[:-3] for name in vars(above)}:
        return kind()
    return kind(*(values[name] for name in inspect.signature(kind).parameters))


def test_those_defined_elsewhere_are_a_finer_kind_of_one_with_words() -> None:
    too_broad = {errors.EnvironmentProblem, errors.FileProblem}
    for kind in OURS - set(ALL):
        assert set(kind.__bases__) & set(ALL) - too_broad, kind
    assert len(ALL) > 25


@pytest.mark.parametrize("kind", ALL)
def test_words_are_whole(kind: type[errors.EnvironmentProblem]) -> None:
    words = words_for(made(kind))
    assert words.what
    assert words.next
    for sentence in (words.what, words.safe, words.next):
        assert "{" not in sentence
        assert sentence == "" or sentence.endswith(".")
        assert len(sentence) < 160


def test_no_two_problems_say_the_same() -> None:
    said: dict[str, str] = {}
    for kind in ALL:
        what = words_for(made(kind)).what
        assert what not in said, (kind.__name__, said.get(what))
        said[what] = kind.__name__


def test_the_file_and_the_place_are_named() -> None:
    assert "vault.db" in words_for(errors.DatabaseDamaged("vault.db")).what
    refused = words_for(errors.ImportRefused("pack.json", "records[3]"))
    assert "pack.json" in refused.what
    assert "records[3]" in refused.what


def test_a_kind_without_words_takes_those_of_the_nearest_above() -> None:
    class Unheard(errors.FileProblem):
        pass

    words = words_for(Unheard("x.db"))
    assert isinstance(words, Words)
    assert words.what == words_for(errors.FileProblem("x.db")).what


def test_what_is_no_problem_of_the_machine_has_no_words() -> None:
    with pytest.raises(LookupError):
        words_for(ValueError())  # type: ignore[arg-type]  # the wrong type is what is tried here
