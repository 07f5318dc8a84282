from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui.print_text import Laid, Text
from copingkit.ui.printing import Printout, ask_printer, page_layout, pdf, picture, print_on
from tests.support import pdfs

pytestmark = pytest.mark.usefixtures("dressed")


def words(text: str, size: float = 12) -> Printout:
    laid = Laid((Text(text, size),), 400)
    return Printout("A4", (lambda painter: laid.draw(painter, 72, 72),))


@pytest.mark.parametrize(("paper", "size"), [("A4", "595 x 842"), ("Letter", "612 x 792")])
def test_the_paper_is_the_paper(qtbot: QtBot, tmp_path: Path, paper: str, size: str) -> None:
    made = pdf(Printout(paper, (lambda painter: None, lambda painter: None)))
    info = pdfs.info(made, tmp_path)
    assert info["Page size"].startswith(size)
    assert info["Pages"] == "2"


def test_the_text_is_text_at_its_place_and_size(qtbot: QtBot, tmp_path: Path) -> None:
    made = pdf(words("Harbour"))
    ((word, left, top, _, bottom),) = pdfs.words(made, tmp_path)
    assert word == "Harbour"
    assert left == pytest.approx(72, abs=2)
    assert top == pytest.approx(72, abs=4)
    assert 10 < bottom - top < 20
    ((_, _, large_top, _, large_bottom),) = pdfs.words(pdf(words("Harbour", 24)), tmp_path)
    assert large_bottom - large_top == pytest.approx(2 * (bottom - top), rel=0.05)


def test_every_character_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    said = "until 22:00 (9 to 17), fi ffl 1/2 → “Café” Ärger 0170 555-0142"
    assert pdfs.flat(pdf(words(said)), tmp_path).strip() == said


def test_right_to_left_words_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    said = pdfs.flat(pdf(words("שלום")), tmp_path)
    assert set("שלום") <= set(said)


def test_the_metadata_say_nothing_of_the_person(qtbot: QtBot, tmp_path: Path) -> None:
    made = pdf(words("Mira"))
    info = pdfs.info(made, tmp_path)
    assert info["Title"] == "copingkit"
    assert info["Creator"] == "copingkit"
    assert not info["Author"]
    assert "Mira" not in str(info)
    assert str(Path.home()).encode() not in made


def test_a_pdf_is_made_without_a_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setenv("TMPDIR", str(empty))
    monkeypatch.chdir(empty)
    assert pdf(words("Mira")).startswith(b"%PDF")
    picture(words("Mira"), 0, 200)
    assert list(empty.iterdir()) == []


def test_a_picture_shows_the_page_in_black_on_white(qtbot: QtBot) -> None:
    image = picture(words("Harbour", 60), 0, 300, 2.0)
    assert (image.width(), image.height()) == (600, 849)
    assert image.devicePixelRatio() == 2
    assert image.pixelColor(5, 5) == QColor("white")
    darkest = min(image.pixelColor(x, y).lightness() for x in range(600) for y in range(0, 849, 3))
    assert darkest < 40


def test_a_printer_gets_the_same_pages(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printer.pdf"))
    printer.setFullPage(True)
    printer.setPageLayout(page_layout("A4"))
    print_on(printer, words("Harbour"))
    content = (tmp_path / "printer.pdf").read_bytes()
    (placed,) = pdfs.words(content, tmp_path)
    assert placed[1:3] == pytest.approx(pdfs.words(pdf(words("Harbour")), tmp_path)[0][1:3], abs=2)


def test_the_dialog_prints_when_it_is_accepted(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    printed: list[bool] = []
    ask_printer(window, words("Harbour"), lambda: printed.append(True))
    dialog = window.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    assert dialog.printer().docName() == "copingkit"
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "out.pdf"))
    assert printed == []
    dialog.accepted.emit(dialog.printer())
    assert printed == [True]
    assert b"%PDF" in (tmp_path / "out.pdf").read_bytes()
    dialog.reject()


def test_a_painter_is_left_as_it_was(qtbot: QtBot) -> None:
    image = picture(words("x"), 0, 100)
    painter = QPainter(image)
    before = painter.transform()
    Laid((Text("Harbour", mark="•", indent=12),), 300).draw(painter, 10, 10)
    assert painter.transform() == before
    painter.end()
