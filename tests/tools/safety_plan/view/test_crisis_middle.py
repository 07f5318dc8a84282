from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from copingkit.tools.safety_plan.model import Item, Sort
from copingkit.tools.safety_plan.records import Answer
from copingkit.tools.safety_plan.view.crisis_run import CrisisRun
from copingkit.ui import theme
from copingkit.ui.qr import QrCode
from tests.support.accessible import unnamed_controls
from tests.support.controls import buttons, press
from tests.support.crisis import Host, key, says, shown, title
from tests.support.looks import dress
from tests.support.plans import sample_plan

pytestmark = pytest.mark.usefixtures("dressed")


def test_a_number_has_a_code_beside_it_and_words_have_none(qtbot: QtBot) -> None:
    odd = Item("o", Sort.PERSON, "Sam", phone="ask at the desk")
    plan = replace(sample_plan(), contacts=(*sample_plan().contacts, odd))
    run = shown(qtbot, Host().run(plan))
    assert not run.findChildren(QrCode)
    run.jump(4)
    (code,) = (c for c in run.findChildren(QrCode) if c.isVisible())
    assert code.accessibleName() == "QR code to call Mira"
    assert says(run, "ask at the desk")
    phone = next(label for label in run.findChildren(QLabel) if label.text() == "0170 555 0199")
    assert phone.font().pixelSize() == 40
    name = next(label for label in run.findChildren(QLabel) if label.text() == "Mira")
    assert name.font().pixelSize() == 28


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(1180, 820), (900, 640)])
def test_everything_has_a_name_and_room_for_a_shaking_hand(
    qtbot: QtBot, text_size: int, size: tuple[int, int]
) -> None:
    dress("light", text_size)
    run = shown(qtbot, Host().run(sample_plan()), *size)
    visits: tuple[Callable[[], None], ...] = (
        lambda: run.jump(1),
        lambda: press(run, "Note how strong the urge is (you can skip this)"),
        lambda: run.jump(4),
        lambda: press(run, "It helped"),
        run.show_people,
        run.show_helplines,
        run.show_summary,
    )
    for visit in visits:
        visit()
        QApplication.processEvents()
        assert unnamed_controls(run) == []
        for each in run.findChildren(QAbstractButton):
            if each.isVisible():
                borders = 2  # stay one pixel thin at any text size
                assert each.height() >= theme.px(44) - borders * (text_size > 100), each.text()
                assert each.width() >= theme.px(44) - borders * (text_size > 100), each.text()
                lines = each.text().splitlines() or [""]
                words = max(each.fontMetrics().horizontalAdvance(line) for line in lines)
                assert each.width() >= words, each.text()
        assert run.width() == size[0]  # nothing pushes the window wider than it is


def test_large_words_in_a_small_window_are_scrolled_before_going_on(qtbot: QtBot) -> None:
    dress("light", 200)
    run = shown(qtbot, Host().run(sample_plan()), 900, 640)
    qtbot.waitUntil(lambda: bool(buttons(run, "Read on")))
    steps = 0
    while buttons(run, "Read on"):
        key(run, Qt.Key.Key_Return)
        steps += 1
        assert steps < 10
    assert title(run) == "How I notice it"
    assert buttons(run, "It helped")
    key(run, Qt.Key.Key_PageUp)
    assert buttons(run, "Read on")


def test_answers_move_under_the_lines_and_back_with_the_window(qtbot: QtBot) -> None:
    host = Host()
    run = shown(qtbot, host.run(sample_plan()))
    run.resize(600, 640)
    press(run, "A little")
    run.go_on()
    press(run, "Not now")
    run.resize(1180, 820)
    run.jump(1)
    press(run, "It helped")
    assert [a.answer for a in host.saved[-1].answers] == [Answer.NOT_NOW, Answer.HELPED]


def test_each_step_is_announced(qtbot: QtBot) -> None:
    said: list[str] = []
    run = shown(qtbot, Host().run(sample_plan()))  # PySide6 offers no way to listen, so watch
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            QAccessible,
            "updateAccessibility",
            lambda event: said.append(QAccessibleAnnouncementEvent.message(event)),
        )
        run.jump(4)
    assert said == ["Step 4 of 7. Someone I can ask for help. Mira, 0170 555 0199"]


def tab_order(run: CrisisRun) -> list[str]:
    """The names that Tab comes to, from the first button at the top; the keyboard is put back."""
    before = QApplication.focusWidget()
    stops: list[QWidget] = [buttons(run, "People")[0]]
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    key(run, Qt.Key.Key_Tab)
    while (following := QApplication.focusWidget()) is not None and following not in stops:
        stops.append(following)
        key(run, Qt.Key.Key_Tab)
    if before is not None:
        before.setFocus()
    return [each.accessibleName() for each in stops if each is not run]


def test_tab_follows_reading_order(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    top = ["People", "Helplines", "Close"]
    answers = ["It helped", "A little", "Not now"]
    offer = "Note how strong the urge is (you can skip this)"
    assert tab_order(run) == [*top, offer, *answers, "Next step"]
    press(run, offer)
    # one stop for the whole scale, as Qt has it; arrow keys go through its numbers
    assert tab_order(run) == [*top, "0 of 10", *answers, "Next step"]
    assert QApplication.focusWidget() is buttons(run, "0 of 10")[0]
    run.jump(4)
    run.resize(600, 640)
    assert tab_order(run) == [*top, *answers, "Back", "Next step"]
    run.show_summary()
    assert tab_order(run)[:4] == [*top, "0 of 10"]
    assert tab_order(run)[-2:] == ["Back", "Done"]
