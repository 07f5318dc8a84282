"""Small values: ids, links, and errors that carry nothing private."""

from __future__ import annotations

import inspect
import re

import pytest

from copingkit.core import errors
from copingkit.core.ids import new_id
from copingkit.core.links import Link


def test_ids_are_128_random_bits_in_hex() -> None:
    made = {new_id() for _ in range(1000)}
    assert len(made) == 1000
    assert all(re.fullmatch(r"[0-9a-f]{32}", name) for name in made)


def test_a_link_without_a_target_means_the_first_page() -> None:
    assert Link("safety_plan") == Link("safety_plan", "")


def test_every_error_is_an_environment_problem_and_says_what_it_is() -> None:
    everything = (found for _, found in inspect.getmembers(errors, inspect.isclass))
    classes = [found for found in everything if found.__module__ == errors.__name__]
    assert len(classes) > 25
    for found in classes:
        assert issubclass(found, errors.EnvironmentProblem)
        assert found.__doc__


def test_a_file_problem_names_the_file() -> None:
    assert errors.DiskFull("vault.db").name == "vault.db"
    assert errors.FileProblem().name == ""


def test_mistyped_words_are_named_by_their_places_alone() -> None:
    assert errors.WordsMistyped((2, 5)).places == (2, 5)
    assert errors.WordsMistyped().places == ()


def test_a_refused_import_says_where() -> None:
    refused = errors.ImportRefused("pack.json", "records[3].body.step")
    assert (refused.name, refused.where) == ("pack.json", "records[3].body.step")
    assert refused.args == ("pack.json", "records[3].body.step")


@pytest.mark.parametrize("kind", [errors.WrongWords, errors.WrongPassphrase, errors.KeyringLocked])
def test_errors_about_keys_hold_nothing(kind: type[errors.EnvironmentProblem]) -> None:
    assert kind().args == ()
    assert str(kind()) == ""
