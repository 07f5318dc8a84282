from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from copingkit.tools.safety_plan.forms import Shape
from copingkit.tools.safety_plan.view.inputs import (
    INPUTS,
    DateInput,
    FlagInput,
    ScaleInput,
    TextInput,
    Value,
)

pytestmark = pytest.mark.usefixtures("dressed")

VALUES: list[tuple[Shape, Value]] = [
    (Shape.LINE, "Mira"),
    (Shape.PHONE, "0170 555 0142"),
    (Shape.ENTRY, "I lie awake"),
    (Shape.PARAGRAPH, "Can you stay?\nOnly for an hour."),
    (Shape.SCALE, 7),
    (Shape.SCALE, 0),
    (Shape.SCALE, None),
    (Shape.FLAG, True),
    (Shape.FLAG, False),
    (Shape.DATE, date(2026, 3, 20)),
    (Shape.DATE, None),
]


def wheel(over: QWidget) -> QWheelEvent:
    middle = QPointF(over.rect().center())
    event = QWheelEvent(
        middle,
        over.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.setAccepted(True)
    QApplication.sendEvent(over, event)
    return event


@pytest.mark.parametrize(("shape", "value"), VALUES)
def test_what_is_shown_is_given_back_and_is_no_edit(
    qtbot: QtBot, shape: Shape, value: Value
) -> None:
    made = INPUTS[shape](shape)
    qtbot.addWidget(made)
    edits: list[int] = []
    made.edited.connect(lambda: edits.append(1))
    made.show_value(value)
    assert made.value() == value
    assert edits == []


def test_every_shape_has_an_input() -> None:
    assert set(INPUTS) == set(Shape)


def test_a_day_is_chosen_and_dropped(qtbot: QtBot) -> None:
    made = DateInput(Shape.DATE)
    qtbot.addWidget(made)
    made.show()
    edits: list[int] = []
    made.edited.connect(lambda: edits.append(1))
    choose, drop = made.findChildren(QPushButton)
    choose.click()
    assert made.value() == date.today()  # noqa: DTZ011 - the day on the person's own calendar
    (day,) = made.findChildren(QDateEdit)
    QTest.keyClick(day, Qt.Key.Key_Up)
    assert made.value() is not None
    drop.click()
    assert made.value() is None
    assert len(edits) == 3


def test_scrolling_over_an_answer_does_not_change_it(qtbot: QtBot) -> None:
    scale, day = ScaleInput(Shape.SCALE), DateInput(Shape.DATE)
    for made, value in ((scale, 5), (day, date(2026, 3, 20))):
        qtbot.addWidget(made)
        made.show_value(value)
        made.show()
        over = made if isinstance(made, ScaleInput) else made.findChildren(QDateEdit)[0]
        over.setFocus()
        assert not wheel(over).isAccepted()
        assert made.value() == value


def test_a_flag_is_ticked_by_key_and_by_its_words(qtbot: QtBot) -> None:
    made = FlagInput(Shape.FLAG)
    qtbot.addWidget(made)
    made.name("This is done")
    with qtbot.waitSignal(made.edited):
        QTest.keyClick(made, Qt.Key.Key_Space)
    assert made.value() is True
    made.resize(400, 40)
    made.show()
    with qtbot.waitSignal(made.edited):
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(120, 20))
    assert made.value() is False


def test_a_text_grows_with_its_lines_up_to_a_limit(qtbot: QtBot) -> None:
    made = TextInput(Shape.PARAGRAPH)
    qtbot.addWidget(made)
    made.resize(300, 40)
    made.show()
    heights = []
    for lines in (1, 3, 8, 30):
        made.show_value("\n".join(["word"] * lines))
        heights.append(made.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_enter_in_a_paragraph_is_a_new_line(qtbot: QtBot) -> None:
    made = TextInput(Shape.PARAGRAPH)
    qtbot.addWidget(made)
    QTest.keyClicks(made, "a")
    QTest.keyClick(made, Qt.Key.Key_Return)
    QTest.keyClicks(made, "b")
    assert made.value() == "a\nb"
