"""Shipped files are read as they are meant, or are damage of the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from copingkit.core import assets
from copingkit.core.errors import ContentDamaged
from copingkit.tools.exposure import body, guide
from copingkit.tools.exposure.shipped_text import number, text, texts

EN = assets.root() / "exposure" / "en"


BODY = [
    ("[", "[["),
    ('= "', '= 7 #"'),
    ("= [", "= 7 #["),
    ('id = "', 'id = "x" #'),
    ("seconds = 60", "seconds = -1"),
    ("seconds = 60", "seconds = true"),
    ("seconds = 60", 'seconds = "60"'),
    ('"heart"', '"liver"'),
    ('brings = ["', 'brings = [] #["'),
    ('source = "', 'source = " " #'),
    ("[health]", "[other]"),
]
GUIDE = [
    ("[", "[["),
    ('= "', '= 7 #"'),
    ("suds = 25", "suds = 26"),
    ("learning =", "learned ="),
    ("[clinician]", "[other]"),
]
READ: dict[str, Callable[[], object]] = {
    "body.toml": body.body_exposures,
    "guide.toml": guide.guide,
}


@pytest.mark.parametrize(
    ("name", "was", "is_"),
    [("body.toml", *each) for each in BODY] + [("guide.toml", *each) for each in GUIDE],
)
def test_what_is_broken_is_damage(other_content: Path, name: str, was: str, is_: str) -> None:
    written = (EN / name).read_text("utf-8")
    assert was in written
    (other_content / name).write_text(written.replace(was, is_), encoding="utf-8")
    with pytest.raises(ContentDamaged) as caught:
        READ[name]()
    assert caught.value.name == f"exposure/en/{name}"


def test_what_is_missing_is_damage(other_content: Path) -> None:
    for read in READ.values():
        with pytest.raises(ContentDamaged):
            read()


def test_plain_values() -> None:
    assert (text("a"), texts(["a", "b"]), number(0)) == ("a", ("a", "b"), 0)
    for broken in (7, "", " ", None):
        with pytest.raises(TypeError):
            text(broken)
    for broken_list in ("a", [], [7]):
        with pytest.raises(TypeError):
            texts(broken_list)
    for broken_number in (True, -1, 1.5, "1"):
        with pytest.raises(TypeError):
            number(broken_number)
