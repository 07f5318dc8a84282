from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from copingkit.tools.safety_plan.model import Item, Plan, Sort
from copingkit.tools.safety_plan.view.sheet_text import Material
from copingkit.tools.safety_plan.view.wallet_card import HEIGHT, WIDTH, card
from copingkit.ui.printing import Printout, pdf, picture
from tests.support import pdfs
from tests.support.plans import sample_plan

pytestmark = pytest.mark.usefixtures("dressed")


def made(plan: Plan, paper: str = "A4", title: str = "") -> Printout:
    return card(Material(plan, 7, datetime(2026, 3, 14, 12, tzinfo=UTC), (), title), paper)


def corner(paper: str) -> tuple[float, float]:
    size = Printout(paper, ()).size
    return (size.width() - 2 * WIDTH) / 2, (size.height() - 4 * HEIGHT) / 3


def panel(content: bytes, folder: Path, paper: str, column: int, row: int) -> str:
    """The words inside one panel; no word may stand on a fold."""
    left, top = corner(paper)
    x, y = left + column * WIDTH, top + row * HEIGHT
    return " ".join(
        word
        for word, word_left, word_top, right, bottom in pdfs.words(content, folder)
        if x <= word_left and right <= x + WIDTH and y <= word_top and bottom <= y + HEIGHT
    )


def test_a_panel_is_as_large_as_a_bank_card() -> None:
    assert pytest.approx(85.6) == WIDTH / 72 * 25.4
    assert pytest.approx(54) == HEIGHT / 72 * 25.4


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_outside_says_the_person_s_word_and_the_version_only(
    qtbot: QtBot, tmp_path: Path, paper: str
) -> None:
    content = pdf(made(sample_plan(), paper, "Library notes"))
    assert panel(content, tmp_path, paper, 0, 0) == "Library notes v7, 14 Mar 2026"
    assert panel(content, tmp_path, paper, 0, 3) == ""


def test_without_a_word_of_one_s_own_it_is_my_card(qtbot: QtBot, tmp_path: Path) -> None:
    content = pdf(made(sample_plan(), title="  "))
    assert panel(content, tmp_path, "A4", 0, 0).startswith("My card")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_each_step_has_a_panel_and_no_word_stands_on_a_fold(
    qtbot: QtBot, tmp_path: Path, paper: str
) -> None:
    content = pdf(made(sample_plan(), paper))
    places = [(0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (1, 3)]
    inside = [panel(content, tmp_path, paper, *place) for place in places]
    assert [text[:2] for text in inside] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert "0170 555 0199" in inside[3]
    assert "Seeing Lotte start school" in inside[5]
    left, top = corner(paper)
    for word, x, y, right, bottom in pdfs.words(content, tmp_path):
        if y > top + 4 * HEIGHT:
            continue  # the words outside the frame
        assert int((x - left) / WIDTH) == int((right - left) / WIDTH), word
        assert int((y - top) / HEIGHT) == int((bottom - top) / HEIGHT), word


def test_what_finds_no_room_is_counted_and_small_print_stays_legible(
    qtbot: QtBot, tmp_path: Path
) -> None:
    many = tuple(Item(f"w{n}", Sort.ENTRY, f"Sign number {n}, in some words") for n in range(40))
    content = pdf(made(replace(sample_plan(), warning_signs=many)))
    said = panel(content, tmp_path, "A4", 0, 1)
    more = re.search(r"(\d+) more on the full page", said)
    assert more is not None
    assert said.count("Sign number") + int(more[1]) == 40
    heights = [bottom - top for *_, top, _, bottom in pdfs.words(content, tmp_path)]
    assert min(heights) > 6


def test_an_entry_longer_than_a_panel_is_cut_with_a_sign(qtbot: QtBot, tmp_path: Path) -> None:
    long = Item("w", Sort.ENTRY, "many words " * 300)
    plan = Plan(
        **{
            step: (replace(long, id=step),)
            for step in (
                "warning_signs",
                "coping_strategies",
                "distractions",
                "contacts",
                "professionals",
                "means_safety",
                "reasons_for_living",
            )
        }
    )
    content = pdf(made(plan))
    assert "…" in panel(content, tmp_path, "A4", 0, 1)
    assert "My reasons for living" in panel(content, tmp_path, "A4", 1, 3)


def test_there_are_a_frame_folds_and_ticks(qtbot: QtBot) -> None:
    printout = made(Plan(contacts=(Item("k", Sort.PERSON, "Mira"),)))
    image = picture(printout, 0, 1190)
    scale = 1190 / printout.size.width()
    left, top = corner("A4")

    def dark(x: float, y: float) -> bool:
        return darkness(image, x * scale, y * scale)

    assert dark(left, top + HEIGHT / 2)  # the frame
    assert dark(left + 2 * WIDTH, top + HEIGHT / 2)
    for row in (1, 2, 3):
        assert dark(left - 5, top + row * HEIGHT)  # a tick beside each short fold
    assert dark(left + WIDTH, top - 5)
    assert not dark(left - 5, top + HEIGHT / 2)


def darkness(image: QImage, x: float, y: float) -> bool:
    near = range(-2, 3)
    return any(
        image.pixelColor(int(x) + dx, int(y) + dy).lightness() < 160 for dx in near for dy in near
    )


def test_how_to_fold_it_stands_outside_the_frame(qtbot: QtBot, tmp_path: Path) -> None:
    content = pdf(made(sample_plan()))
    _, top = corner("A4")
    below = [word for word, _, y, *_ in pdfs.words(content, tmp_path) if y > top + 4 * HEIGHT]
    assert " ".join(below).startswith("Cut along the frame.")
    assert "v7," in below
