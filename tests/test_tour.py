"""The tour draws every page with something on it, and says nothing but where the pictures are."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from copingkit import tour
from tests.support import pdfs, terminal

PAGES = {
    *tour.PAGES,
    *(f"first-run-{step}" for step in range(1, 6)),
    "plan-editing",
    "plan-versions",
    "plan-print",
    "search-found",
    "exercises-panic",
    "exercise-of-ones-own",
    "exercise-sound",
    "exercise-follow",
    *(f"exercise-{name}{when}" for name in tour.PLAYED for when in ("", "-playing", "-end")),
    "crisis-01",
    "crisis-people",
    "crisis-helplines",
    "crisis-locked",
    "locked",
}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of one tour in one look, and what it printed."""
    out = tmp_path_factory.mktemp("tour") / "made by the tour"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/copingkit-tests")
        done = terminal.run("tour", "--out", str(out), "--looks", "light")
    assert done.status == 0, done.out
    return out, done.out


def colours(path: Path) -> int:
    """How many colours a coarse look at a picture finds."""
    picture = QImage(str(path))
    assert not picture.isNull(), path.name
    return len(
        {
            picture.pixel(x, y)
            for x in range(0, picture.width(), 7)
            for y in range(0, picture.height(), 7)
        }
    )


def test_every_page_is_there_and_none_is_blank(drawn: tuple[Path, str]) -> None:
    out, _said = drawn
    pictures = {path.name.removesuffix("-light.png"): path for path in out.glob("*-light.png")}
    assert set(pictures) >= PAGES
    assert {name for name, path in pictures.items() if colours(path) < 8} == set()
    run = {name for name in pictures if name.startswith("crisis-") and name[-1].isdigit()}
    assert len(run) >= 8  # a step each, and the end


def test_pictures_of_different_pages_differ(drawn: tuple[Path, str]) -> None:
    out, _said = drawn
    contents = [path.read_bytes() for path in out.glob("*.png")]
    assert len(contents) - len(set(contents)) <= 1  # after the last print nothing moves


def test_the_four_prints_are_there(drawn: tuple[Path, str], tmp_path: Path) -> None:
    out, _said = drawn
    sizes = {}
    for name in ("a4", "letter", "large", "card"):
        content = (out / f"print-{name}.pdf").read_bytes()
        sizes[name] = pdfs.info(content, tmp_path)
        assert "Aunt Lena" in pdfs.flat(content, tmp_path)
    assert sizes["a4"]["Pages"] == "1"
    assert "A4" in sizes["a4"]["Page size"]
    assert "letter" in sizes["letter"]["Page size"]
    assert "Day and night, every day" in pdfs.flat((out / "print-a4.pdf").read_bytes(), tmp_path)


def test_every_print_of_the_exposure_tool_is_there(drawn: tuple[Path, str], tmp_path: Path) -> None:
    out, _said = drawn
    for name, words in (
        ("ladder", "Walk past a dog on a lead"),
        ("trial", "Five dogs came by."),
        ("session", "6 trials"),
        ("figures", "All trials together"),
    ):
        for size in ("", "-large"):
            content = (out / f"print-exposure-{name}{size}.pdf").read_bytes()
            pdfs.check(content, tmp_path)
            assert words in pdfs.flat(content, tmp_path)


def test_it_says_where_they_are_and_nothing_else(drawn: tuple[Path, str]) -> None:
    out, said = drawn
    count = len(list(out.glob("*.png")))
    prints = len(list(out.glob("print-*.pdf")))
    assert prints >= 13
    assert said == f"{count} pictures and {prints} prints are in {out}\n"
