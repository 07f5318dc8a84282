"""Lines wrap, and pages grow with their text instead of squeezing it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui import theme
from copingkit.ui.widgets.buttons import button, icon_button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, PageColumn, clear, column, holder, row
from copingkit.ui.widgets.text import field_label, label, number
from tests.support.looks import dress

pytestmark = pytest.mark.usefixtures("dressed")

LONG = "Walk to the river and back, slowly, and count the boats that are tied up there. " * 6


def boxes(count: int) -> list[QWidget]:
    made = [QWidget() for _ in range(count)]
    for box in made:
        box.setFixedSize(100, 30)
    return made


@pytest.mark.parametrize(("width", "lines"), [(1000, 1), (320, 2), (220, 3), (100, 5), (20, 5)])
def test_a_flow_wraps(qtbot: QtBot, width: int, lines: int) -> None:
    made = boxes(5)
    flow = Flow(*made)
    window = holder(flow)
    qtbot.addWidget(window)
    assert flow.hasHeightForWidth()
    assert flow.heightForWidth(width) == 30 * lines + 8 * (lines - 1)
    assert flow.sizeHint() == flow.minimumSize()
    window.setMinimumSize(1, 1)
    window.resize(width, 400)
    with qtbot.waitExposed(window):
        window.show()
    if width >= 100:
        assert len({box.y() for box in made}) == lines


def test_a_flow_runs_from_right_to_left_where_writing_does(qtbot: QtBot) -> None:
    first, second = made = boxes(2)
    window = holder(Flow(*made))
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.addWidget(window)
    window.resize(400, 60)
    with qtbot.waitExposed(window):
        window.show()
    assert first.geometry().right() == 399
    assert second.x() < first.x()


def test_a_flow_gives_its_items_back(qtbot: QtBot) -> None:
    flow = Flow(*boxes(2))
    window = holder(flow)
    qtbot.addWidget(window)
    assert flow.count() == 2
    assert flow.itemAt(2) is None
    assert flow.takeAt(-1) is None
    assert flow.expandingDirections() == Qt.Orientation(0)
    clear(flow)
    assert flow.count() == 0


@pytest.mark.parametrize("size", [100, 200])
def test_a_page_grows_instead_of_squeezing(qtbot: QtBot, size: int) -> None:
    dress("light", size)
    page = PageColumn("Test page")
    qtbot.addWidget(page)
    texts = [label(LONG) for _ in range(5)]
    for text in texts:
        page.body.addWidget(Card(text))
    page.body.addStretch(1)
    page.resize(700, 500)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    for text in texts:
        assert text.height() >= text.heightForWidth(text.width())
    assert page.horizontalScrollBar().maximum() == 0


def test_a_page_column_stays_narrow_and_centred(qtbot: QtBot) -> None:
    page = PageColumn("Test page")
    qtbot.addWidget(page)
    text = label("A line of text")
    page.body.addWidget(text)
    page.resize(1800, 400)
    with qtbot.waitExposed(page):
        page.show()
    left = text.mapTo(page, QPoint()).x()
    right = page.width() - left - text.width()
    assert text.width() <= theme.COLUMN
    assert abs(left - right) <= 2


def test_a_page_shows_its_top_when_asked(qtbot: QtBot) -> None:
    page = PageColumn("Test page")
    qtbot.addWidget(page)
    page.body.addWidget(label(LONG * 10))
    page.resize(400, 200)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 100)
    page.verticalScrollBar().setValue(100)
    page.show_target("something")
    assert page.verticalScrollBar().value() == 100
    page.show_target("")
    assert page.verticalScrollBar().value() == 0
    page.flush()
    assert isinstance(page, QScrollArea)


def test_rows_and_columns_take_widgets_layouts_gaps_and_stretches(qtbot: QtBot) -> None:
    dress("light", 200)
    inner = row(QLabel("a"), None, QLabel("b"))
    outer = column(inner, 12, QLabel("c"), spacing=4, margins=(1, 2, 3, 4))
    window = holder(outer, "window")
    qtbot.addWidget(window)
    assert outer.count() == 3
    assert outer.spacing() == 8
    assert outer.contentsMargins().left() == 2
    clear(outer)
    assert outer.count() == 0


def test_texts_are_plain_named_and_selectable(qtbot: QtBot) -> None:
    text = label("<b>not bold</b>", "h1", selectable=True)
    count, field = number(3), QPushButton()
    named = field_label("Phone", field)
    window = holder(column(text, count, named, field))
    qtbot.addWidget(window)
    assert text.textFormat() == Qt.TextFormat.PlainText
    assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert named.buddy() is field
    assert field.accessibleName() == "Phone"
    assert count.width() == theme.px(26)


def test_buttons_say_their_name_and_do_one_thing(qtbot: QtBot) -> None:
    pressed: list[str] = []
    add = button("Add a warning sign", lambda: pressed.append("add"), look="primary", icon="plus")
    bare = icon_button("Remove", "bin")
    plain = button("Plain")
    window = holder(row(add, bare, plain))
    qtbot.addWidget(window)
    add.click()
    bare.click()
    plain.click()
    assert pressed == ["add"]
    assert (add.accessibleName(), bare.accessibleName()) == ("Add a warning sign", "Remove")
    assert bare.toolTip() == "Remove"
    assert bare.height() >= 36


def test_words_that_fit_one_line_take_one_in_a_flow(qtbot: QtBot) -> None:
    """A label offers to wrap well before it has to; fields side by side would stand askew."""
    fields = [QPushButton("4.0"), QPushButton("1.0")]
    texts = ("In", "A little more (0: none)")
    named = [
        holder(column(field_label(text, field), field, spacing=4))
        for text, field in zip(texts, fields, strict=True)
    ]
    for field in fields:
        field.setMinimumWidth(150)
    window = holder(Flow(*named, spacing=16))
    qtbot.addWidget(window)
    window.resize(500, 200)
    with qtbot.waitExposed(window):
        window.show()
    one, other = (field.mapTo(window, QPoint(0, 0)).y() for field in fields)
    assert one == other
