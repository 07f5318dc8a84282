from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from copingkit.ui.print_sheet import Form, Section, Sheet, printout
from copingkit.ui.print_text import Text
from copingkit.ui.printing import Printout, pdf
from tests.support import pdfs

pytestmark = pytest.mark.usefixtures("dressed")


def sheet(*counts: int, words: str = "Entry") -> Sheet:
    return Sheet(
        heading=(Text("Heading", 20, bold=True),),
        sections=tuple(
            Section(
                Text(f"Title {number}", 12, bold=True, above=8),
                Text(f"Title {number} (continued)", 12, bold=True, above=8),
                tuple((Text(f"{words} {number}.{n}", 12, indent=12),) for n in range(count)),
            )
            for number, count in enumerate(counts, 1)
        ),
        footer="v7, 14 Mar 2026",
        page_of="page {page} of {pages}",
    )


def test_every_page_has_its_mark_and_number(qtbot: QtBot, tmp_path: Path) -> None:
    made = pdf(printout(sheet(30, 30), Form("A4")))
    count = int(pdfs.info(made, tmp_path)["Pages"])
    assert count == 2
    for page in range(1, count + 1):
        lines = pdfs.text(made, tmp_path, page=page).split("\n")
        assert lines[-2] == f"v7, 14 Mar 2026 · page {page} of {count}"


def test_a_section_that_goes_on_says_so_at_the_top(qtbot: QtBot, tmp_path: Path) -> None:
    made = pdf(printout(sheet(80), Form("Letter")))
    second = pdfs.text(made, tmp_path, page=2).splitlines()
    assert second[0] == "Title 1 (continued)"
    assert second[1].startswith("Entry 1.")


def test_the_first_form_with_one_page_is_taken(qtbot: QtBot) -> None:
    one, two = Form("A4"), Form("A4", columns=2)
    assert len(printout(sheet(60), one).pages) == 2
    assert len(printout(sheet(60), one, two).pages) == 1
    assert len(printout(sheet(20), one, two).pages) == 1


def test_what_fits_in_no_form_takes_the_first_one(qtbot: QtBot) -> None:
    one, two = Form("A4"), Form("A4", margin=60, columns=2)
    alone = len(printout(sheet(200), one).pages)
    assert len(printout(sheet(200), one, two).pages) == alone


def test_columns_read_one_after_the_other(qtbot: QtBot, tmp_path: Path) -> None:
    made = pdf(printout(sheet(60), Form("A4", columns=2)))
    said = pdfs.text(made, tmp_path)
    places = [said.index(f"Entry 1.{n}\n") for n in range(60)]
    assert places == sorted(places)
    lefts = {round(left) for word, left, *_ in pdfs.words(made, tmp_path) if word == "Entry"}
    assert len(lefts) == 2


def test_an_entry_longer_than_a_page_is_cut_between_words_and_nothing_is_lost(
    qtbot: QtBot, tmp_path: Path
) -> None:
    words = " ".join(f"word{n}" for n in range(2000))
    made = pdf(printout(sheet(1, words=words), Form("A4")))
    assert int(pdfs.info(made, tmp_path)["Pages"]) > 1
    said = pdfs.flat(made, tmp_path).split()
    assert [word for word in said if word.startswith("word")] == words.split()


def test_a_word_longer_than_a_page_is_cut_too(qtbot: QtBot) -> None:
    assert len(printout(sheet(1, words="x" * 9000), Form("A4")).pages) > 1


def test_an_entry_of_many_paragraphs_goes_on_the_next_page(qtbot: QtBot, tmp_path: Path) -> None:
    many = tuple(Text(f"Part {n}", 18) for n in range(60))
    long = Sheet((), (Section(Text("T"), Text("T again"), (many,)),), "v1", "{page}/{pages}")
    said = pdfs.text(pdf(printout(long, Form("A4"))), tmp_path)
    assert [line for line in said.splitlines() if line.startswith("Part")] == [
        f"Part {n}" for n in range(60)
    ]


def test_nothing_is_drawn_outside_the_margins(qtbot: QtBot, tmp_path: Path) -> None:
    for paper in ("A4", "Letter"):
        made = pdf(printout(sheet(60), Form(paper, margin=16)))
        size = Printout(paper, ()).size
        edge = 16 * 72 / 25.4 - 1
        for _, left, top, right, bottom in pdfs.words(made, tmp_path):
            assert left >= edge
            assert top >= edge
            assert right <= size.width() - edge
            assert bottom <= size.height() - edge
