from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from copingkit.core.errors import DiskFull
from copingkit.tools.safety_plan.model import Item, Plan, Sort, Step
from copingkit.tools.safety_plan.records import Answer
from copingkit.tools.safety_plan.records import CrisisRun as Run
from copingkit.tools.safety_plan.view.crisis_run import CrisisRun
from copingkit.tools.safety_plan.view.numbers import NumberToCall
from copingkit.ui import theme
from copingkit.ui.qr import QrCode
from tests.support.accessible import unnamed_controls
from tests.support.clock import HandClock
from tests.support.controls import buttons, field, press, show
from tests.support.plans import sample_plan

LINES = (
    NumberToCall("Lifeline", "116 555", "24/7"),
    NumberToCall("Emergency services", "112", "24/7", emergency=True),
    NumberToCall("Night line", "0800 555 0100", "20 to 6", check_first=True),
)
NOTE = "What helped? A few words for next time, if you like."


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply("light", 100)


class Host:
    """What the window around a run sees of it."""

    def __init__(self) -> None:
        self.saved: list[Run] = []
        self.added: list[str] = []
        self.closed = 0

    def run(self, plan: Plan | None, **more: object) -> CrisisRun:
        kept = {"record": self.saved.append, "add_strategy": self.added.append}
        made = CrisisRun(plan, LINES, HandClock(), **{**kept, **more})  # type: ignore[arg-type]  # keywords of a test
        made.closed.connect(self._on_closed)
        return made

    def _on_closed(self) -> None:
        self.closed += 1


def texts(run: CrisisRun) -> list[str]:
    return [label.text() for label in run.findChildren(QLabel) if label.isVisible()]


def says(run: CrisisRun, text: str) -> bool:
    return any(text in each for each in texts(run))


def key(qtbot: QtBot, run: CrisisRun, which: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or run, which)


def title(run: CrisisRun) -> str:
    (found,) = (
        label
        for label in run.findChildren(QLabel)
        if label.property("look") == "huge" and label.isVisible()
    )
    return found.text()


def shown(qtbot: QtBot, run: CrisisRun, width: int = 1180, height: int = 820) -> CrisisRun:
    show(qtbot, run, width, height)
    run.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return run


def test_the_first_step_is_there_at_once(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    assert title(run) == "How I notice it"
    assert says(run, "I stop answering Mira's messages for more than a day")
    assert says(run, "Step 1 of 7")
    assert says(run, "Emergency: 112")


def test_enter_goes_on_and_backspace_goes_back(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    seen = []
    for _ in range(5):
        key(qtbot, run, Qt.Key.Key_Return)
        seen.append(title(run))
    assert seen == [
        "Something I can do by myself",
        "People and places that take my mind off it",
        "Someone I can ask for help",
        "Professionals and services I can call",
        "Professionals and services I can call",
    ]
    key(qtbot, run, Qt.Key.Key_Backspace)
    key(qtbot, run, Qt.Key.Key_Backspace)
    assert title(run) == "Someone I can ask for help"


def test_a_key_held_down_does_not_race_through_the_plan(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.NoModifier,
        autorep=True,
    )
    QApplication.sendEvent(run.focusWidget(), held)
    assert title(run) == "How I notice it"


@pytest.mark.parametrize(("digit", "expected"), list(enumerate(Step, 1)))
def test_digits_jump(qtbot: QtBot, digit: int, expected: Step) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    key(qtbot, run, Qt.Key(Qt.Key.Key_0 + digit))
    assert says(run, f"Step {digit} of 7")


def test_a_digit_without_a_step_leads_nowhere(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    key(qtbot, run, Qt.Key.Key_9)
    assert says(run, "Step 1 of 7")


def test_p_and_l_show_whom_to_call_and_enter_returns(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    key(qtbot, run, Qt.Key.Key_4)
    key(qtbot, run, Qt.Key.Key_P)
    assert title(run) == "My people"
    assert says(run, "0170 555 0199")
    assert says(run, "030 555 0117")
    assert says(run, "0170 555 0142")
    key(qtbot, run, Qt.Key.Key_L)
    assert title(run) == "Helplines"
    said = texts(run)
    assert said.index("112") < said.index("116 555") < said.index("0800 555 0100")
    assert says(run, "Please check this number first.")
    assert says(run, "20 to 6")
    key(qtbot, run, Qt.Key.Key_Return)
    assert title(run) == "Someone I can ask for help"


def test_long_steps_come_in_portions(qtbot: QtBot) -> None:
    many = tuple(Item(f"w{n}", Sort.ENTRY, f"Sign {n}") for n in range(7))
    run = shown(qtbot, Host().run(replace(sample_plan(), warning_signs=many)))
    assert not says(run, "Sign 3")
    assert buttons(run, "4 more")
    press(run, "4 more")
    assert says(run, "Sign 5")
    assert not says(run, "Sign 6")
    press(run, "1 more")
    press(run, "Next step")
    assert title(run) == "Something I can do by myself"


def test_empty_steps_are_passed_over_but_can_be_asked_for(qtbot: QtBot) -> None:
    plan = replace(sample_plan(), distractions=(), contacts=())
    run = shown(qtbot, Host().run(plan))
    run.jump(2)
    run.go_on()
    assert title(run) == "Professionals and services I can call"
    run.jump(4)
    assert says(run, "Nothing written here yet. Go on.")
    assert not buttons(run, "It helped")


def test_answers_are_kept_as_they_are_given(qtbot: QtBot) -> None:
    host = Host()
    run = shown(qtbot, host.run(sample_plan()))
    run.jump(2)
    press(run, "A little")
    assert [(a.step, a.answer) for a in host.saved[-1].answers] == [
        (Step.COPING_STRATEGIES, Answer.A_LITTLE)
    ]
    key(qtbot, run, Qt.Key.Key_Return)  # the focus is on the way on, not on the answer
    assert says(run, "Step 3 of 7")
    press(run, "Not now")
    run.go_back()
    (chosen,) = (b for b in run.findChildren(QAbstractButton) if b.isChecked() and b.isVisible())
    assert chosen.text() == "A little"
    assert len(host.saved[-1].answers) == 2


def test_after_it_helped_one_may_stop_here(qtbot: QtBot) -> None:
    host = Host()
    run = shown(qtbot, host.run(sample_plan()))
    assert not buttons(run, "Stop here")
    run.jump(4)
    press(run, "It helped")
    press(run, "Stop here")
    assert title(run) == "You looked for help. That counts."
    assert says(run, "It helped: Someone I can ask for help")
    assert host.saved[-1].ended_at is not None
    run.go_back()
    assert title(run) == "Someone I can ask for help"


def test_the_urge_is_offered_quietly_and_kept(qtbot: QtBot) -> None:
    host = Host()
    run = shown(qtbot, host.run(sample_plan()))
    press(run, "Note how strong the urge is (you can skip this)")
    press(run, "8 of 10")
    assert host.saved[-1].urge_before == 8
    run.go_on()
    assert not says(run, "How strong is the urge")
    run.show_summary()
    press(run, "3 of 10")
    assert (host.saved[-1].urge_before, host.saved[-1].urge_after) == (8, 3)


def test_the_note_is_saved_while_typing_and_goes_into_the_plan_only_by_a_click(
    qtbot: QtBot,
) -> None:
    host = Host()
    run = shown(qtbot, host.run(sample_plan()))
    run.show_summary()
    note = field(run, QPlainTextEdit, NOTE)
    assert not buttons(run, "Add this to what I can do by myself")[0].isEnabled()
    QTest.keyClicks(note, "Pulled 1 blanket round me")  # letters and digits are no keys here
    qtbot.waitUntil(lambda: bool(host.saved), timeout=2000)
    assert host.saved[-1].what_helped == "Pulled 1 blanket round me"
    assert host.added == []
    press(run, "Add this to what I can do by myself")
    assert host.added == ["Pulled 1 blanket round me"]
    assert says(run, "It is in your plan now.")


def test_esc_closes_at_once_and_keeps_what_was_typed(qtbot: QtBot) -> None:
    host = Host()
    run = shown(qtbot, host.run(sample_plan()))
    run.show_summary()
    note = field(run, QPlainTextEdit, NOTE)
    note.setFocus()
    note.setPlainText("Mira's voice")
    QTest.keyClick(note, Qt.Key.Key_Escape)
    assert host.closed == 1
    assert host.saved[-1].what_helped == "Mira's voice"
    assert host.saved[-1].ended_at is not None


def test_only_looking_is_not_recorded(qtbot: QtBot) -> None:
    host = Host()
    run = shown(qtbot, host.run(sample_plan()))
    key(qtbot, run, Qt.Key.Key_Return)
    key(qtbot, run, Qt.Key.Key_Escape)
    assert (host.closed, host.saved) == (1, [])


def test_a_full_disk_is_said_quietly_and_stops_nothing(qtbot: QtBot) -> None:
    def full(_value: object) -> None:
        raise DiskFull("vault.db")

    run = shown(qtbot, Host().run(sample_plan(), record=full, add_strategy=full))
    assert not says(run, "could not be saved")
    press(run, "Not now")
    assert says(run, "Your answers could not be saved. Everything else works.")
    run.show_summary()
    field(run, QPlainTextEdit, NOTE).setPlainText("Tea")
    press(run, "Add this to what I can do by myself")
    assert says(run, "The disk is full")
    press(run, "Done")


@pytest.mark.parametrize("plan", [None, Plan()])
def test_without_entries_there_are_lines_and_a_first_exercise(
    qtbot: QtBot, plan: Plan | None
) -> None:
    run = shown(qtbot, Host().run(plan))
    assert says(run, "112")
    assert says(run, "116 555")
    key(qtbot, run, Qt.Key.Key_2)
    assert title(run) == "Five, four, three, two, one"
    for _ in range(5):
        run.go_on()
    assert bool(buttons(run, "Open my plan")) == (plan is None)


def test_locked_it_asks_nothing_and_offers_the_plan(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(None, record=None, add_strategy=None))
    assert not buttons(run, "It helped")
    assert not says(run, "urge")
    with qtbot.waitSignal(run.unlock_requested):
        press(run, "Open my plan")
    key(qtbot, run, Qt.Key.Key_P)
    assert says(run, "Your people are in your plan. Open it to see them.")
    press(run, "Show helplines")
    assert title(run) == "Helplines"
    run.show_summary()
    assert not run.findChildren(QPlainTextEdit)


def test_where_there_is_nothing_to_unlock_nothing_is_offered(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(None, can_unlock=False))
    assert not buttons(run, "Open my plan")


def test_without_a_country_it_says_what_to_do_and_opens_the_choice(qtbot: QtBot) -> None:
    run = CrisisRun(None, (), HandClock(), country_missing=True)
    shown(qtbot, run)
    assert says(run, "call the emergency number of the country you are in")
    assert not says(run, "Emergency:")
    with qtbot.waitSignal(run.helplines_requested):
        press(run, "Choose a country")
    run.show_helplines()
    with qtbot.waitSignal(run.helplines_requested):
        press(run, "Choose a country")


def test_a_plan_without_people_says_so_kindly(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(Plan(warning_signs=(Item("w", Sort.ENTRY, "Sign"),))))
    run.show_people()
    assert says(run, "Nobody is written here yet.")
    with qtbot.waitSignal(run.helplines_requested):
        run.show_helplines()
        press(run, "All helplines and countries")


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


def test_the_means_step_shows_the_agreed_action_only(qtbot: QtBot) -> None:
    action = Item("m", Sort.ACTION, "Sam keeps the key", helper="Sam", say="hidden words")
    run = shown(qtbot, Host().run(replace(sample_plan(), means_safety=(action,))))
    run.jump(6)
    assert says(run, "Sam keeps the key")
    assert not says(run, "hidden words")


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(1180, 820), (900, 640)])
def test_everything_has_a_name_and_room_for_a_shaking_hand(
    qtbot: QtBot, text_size: int, size: tuple[int, int]
) -> None:
    theme.apply("light", text_size)
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
                words = each.fontMetrics().horizontalAdvance(each.text())
                assert each.width() >= words, each.text()
        assert run.width() == size[0]  # nothing pushes the window wider than it is


def test_large_words_in_a_small_window_are_scrolled_before_going_on(qtbot: QtBot) -> None:
    theme.apply("light", 200)
    run = shown(qtbot, Host().run(sample_plan()), 900, 640)
    qtbot.waitUntil(lambda: bool(buttons(run, "Read on")))
    steps = 0
    while buttons(run, "Read on"):
        key(qtbot, run, Qt.Key.Key_Return)
        steps += 1
        assert steps < 10
    assert title(run) == "How I notice it"
    assert buttons(run, "It helped")
    key(qtbot, run, Qt.Key.Key_PageUp)
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


def test_it_imports_nothing_of_the_vault_and_no_code_library() -> None:
    told = (
        "import sys, copingkit.tools.safety_plan.view.crisis_run;"
        "bad = ('copingkit.vault', 'keyring', 'secretstorage', 'sqlcipher3', 'cryptography',"
        " 'segno', 'msgspec', 'PySide6.QtPrintSupport', 'PySide6.QtNetwork');"
        "sys.exit(','.join(name for name in bad if name in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", told], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr


def tab_order(run: CrisisRun) -> list[str]:
    """The names that Tab comes through, from the first button at the top."""
    start: QWidget = buttons(run, "People")[0]
    chain = [start]
    while (following := chain[-1].nextInFocusChain()) is not None and following is not start:
        chain.append(following)
    return [
        each.accessibleName()
        for each in chain
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and each is not run
    ]


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


def test_the_urge_said_before_is_still_there_on_the_way_back(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    press(run, "Note how strong the urge is (you can skip this)")
    press(run, "8 of 10")
    run.go_on()
    run.go_back()
    (chosen,) = (b for b in run.findChildren(QAbstractButton) if b.isChecked() and b.isVisible())
    assert chosen.accessibleName() == "8 of 10"


def test_other_keys_are_left_to_the_window(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    QTest.keyClick(run, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(run, Qt.Key.Key_X)
    assert title(run) == "How I notice it"


def test_going_back_from_the_first_step_stays_there(qtbot: QtBot) -> None:
    run = shown(qtbot, Host().run(sample_plan()))
    run.go_back()
    assert title(run) == "How I notice it"


def test_done_at_the_end_closes(qtbot: QtBot) -> None:
    host = Host()
    run = shown(qtbot, host.run(sample_plan()))
    run.show_summary()
    press(run, "Done")
    assert host.closed == 1
