from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from pytestqt.qtbot import QtBot

from copingkit.ui.print_pieces import Cells, Drawn, line_to_write_on, rule
from copingkit.ui.print_sheet import Form, Section, Sheet, printout
from copingkit.ui.print_text import Block, Laid, Text
from copingkit.ui.printing import Printout, pdf, picture
from tests.support import pdfs

pytestmark = pytest.mark.usefixtures("dressed")

HEAD = Cells(((Text("Left"),), (Text("Right"),)))


def sheet(*blocks: Block, head: Block = ()) -> bytes:
    section = Section(Text("Title"), Text("Title again"), blocks, head)
    return pdf(printout(Sheet((), (section,), "1 Mar", "{page}/{pages}"), Form("A4")))


def darkest(block: Block, where: QRectF) -> int:
    """How dark the darkest spot of a block is in a part of it (points); 0 is black."""
    laid = Laid(block, 400)
    image = picture(Printout("A4", (lambda painter: laid.draw(painter, 0, 0),)), 0, 1190)
    scale = 1190 / Printout("A4", ()).size.width()
    rows = range(int(where.top() * scale), int(where.bottom() * scale))
    columns = range(int(where.left() * scale), int(where.right() * scale), 7)
    return min(QColor(image.pixel(x, y)).lightness() for x in columns for y in rows)


def test_cells_stand_side_by_side_and_are_read_one_after_the_other(
    qtbot: QtBot, tmp_path: Path
) -> None:
    cells = Cells(((Text("one"), Text("two")), (Text("three"),)), above=10)
    made = sheet((cells,), (Text("below"),))
    said = pdfs.flat(made, tmp_path)
    assert "one two three below" in said
    at = {word: (left, top) for word, left, top, *_ in pdfs.words(made, tmp_path)}
    assert at["three"][1] == at["one"][1]
    assert at["three"][0] > at["one"][0] + 200
    assert at["below"][1] > at["two"][1]


def test_the_names_of_columns_stand_on_every_page(qtbot: QtBot, tmp_path: Path) -> None:
    rows = [(Cells(((Text(f"l{n}"),), (Text(f"r{n}"),))),) for n in range(90)]
    made = sheet(*rows, head=(HEAD,))
    count = int(pdfs.info(made, tmp_path)["Pages"])
    assert count > 1
    for page in range(1, count + 1):
        lines = pdfs.text(made, tmp_path, page=page).split()
        assert lines[lines.index("Left") + 1] == "Right"


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(*[st.lists(st.integers(0, 900), min_size=0, max_size=4)] * 2),
        min_size=1,
        max_size=4,
    )
)
def test_rows_of_any_length_lose_and_double_nothing(
    qtbot: QtBot, tmp_path: Path, rows: list[tuple[list[int], list[int]]]
) -> None:
    made: list[str] = []

    def cell(counts: list[int]) -> Block:
        return tuple(Text(new_words(count)) for count in counts)

    def new_words(count: int) -> str:
        words = [f"w{len(made) + n}" for n in range(count)]
        made.extend(words)
        return " ".join(words)

    blocks = [(Text("Row"), Cells((cell(left), cell(right)))) for left, right in rows]
    said = pdfs.text(sheet(*blocks), tmp_path).split()
    found = [word for word in said if word.startswith("w")]
    assert sorted(found) == sorted(made)


def test_lines_end_where_the_person_ended_them(qtbot: QtBot, tmp_path: Path) -> None:
    rows = "\n".join(f"row{n}" for n in range(300))
    said = pdfs.text(sheet((Text(rows),)), tmp_path).splitlines()
    assert [line for line in said if line.startswith("row")] == rows.split("\n")


def test_a_drawing_gets_its_room_and_is_not_parted(qtbot: QtBot) -> None:
    rooms: list[QRectF] = []

    def draw(painter: QPainter, room: QRectF) -> None:
        painter.translate(50, 50)  # whatever it does to the painter
        rooms.append(room)

    drawn = Drawn(draw, 100, indent=30, above=5)
    laid = Laid((drawn,), 400)
    assert (laid.height, laid.line_count) == (105, 1)
    assert drawn.halves(400) == ((drawn,), ())
    picture(Printout("A4", (lambda painter: laid.draw(painter, 10, 20),)), 0, 100)
    assert rooms == [QRectF(40, 25, 370, 100)]


def test_a_line_to_write_on_is_at_the_bottom_of_its_room(qtbot: QtBot) -> None:
    line = (line_to_write_on(30, indent=40),)
    assert darkest(line, QRectF(45, 0, 300, 27)) == 255
    assert darkest(line, QRectF(0, 0, 38, 32)) == 255
    assert darkest(line, QRectF(45, 27, 300, 6)) < 200


def test_a_rule_is_at_the_top_of_its_room(qtbot: QtBot) -> None:
    line = (rule(above=20, below=30),)
    assert darkest(line, QRectF(5, 17, 300, 6)) < 200
    assert darkest(line, QRectF(5, 25, 300, 24)) == 255


def test_cells_without_any_cell_take_no_room(qtbot: QtBot) -> None:
    assert Laid((Cells(()),), 400).height == 0
