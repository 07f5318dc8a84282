"""What the pages of the shell are given, and what comes of what is asked on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from copingkit.core.links import Link
from copingkit.preferences.preferences import Preferences
from copingkit.shell.crisis_host import has_exercise, numbers
from copingkit.shell.home import HomePage
from copingkit.shell.main_window import MainWindow
from copingkit.shell.preferences_page import PreferencesPage
from copingkit.shell.print_host import material
from copingkit.shell.recovery_page import RecoveryPage
from copingkit.shell.registry import EXERCISES, HELPLINES, SAFETY_PLAN, TOOLS, all_kinds, tool_named
from copingkit.shell.removed_page import RemovedPage
from copingkit.shell.words_sheet import words_sheet
from copingkit.tools.exercises.model import Form
from copingkit.tools.exercises.records import Felt
from copingkit.tools.helplines.model import OwnLine
from copingkit.tools.safety_plan.model import Step
from copingkit.tools.safety_plan.view.crisis_run import CrisisRun
from copingkit.ui import printing
from copingkit.vault.keyslots import SlotKind
from tests.fakes import FakeKeyStore
from tests.support import pdfs
from tests.support.accessible import spoken
from tests.support.clock import HandClock
from tests.support.own_vault import MARKER, made, own_vault
from tests.support.windows import make_window, wait_for
from tests.support.words import WORDS


@pytest.fixture
def keyring() -> FakeKeyStore:
    return FakeKeyStore()


@pytest.fixture
def words(tmp_path: Path, keyring: FakeKeyStore) -> str:
    """The recovery words of a vault with one warning sign in it."""
    return made(own_vault(tmp_path / "vault", keyring, HandClock()))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, words: str, keyring: FakeKeyStore) -> MainWindow:
    """The window, open on the plan."""
    window = make_window(qtbot, tmp_path / "vault", keyring)
    window.start(crisis=False)
    wait_for(qtbot, window, "PlanPage")
    return window


# --- Home -----------------------------------------------------------------------------------------


def test_home_tells_how_old_things_are(qtbot: QtBot, window: MainWindow) -> None:
    window.open_link(Link("home"))
    assert isinstance(window.current_view, HomePage)
    today = spoken(window)
    clock = window.clock
    assert isinstance(clock, HandClock)
    clock.go_on(minutes=60 * 24 * 12)
    window.open_link(Link("keys"))
    window.open_link(Link("home"))
    assert "12 days ago" in spoken(window)
    assert "12 days ago" not in today


# --- the recovery words ---------------------------------------------------------------------------


def test_home_offers_nothing_that_was_worse_twice(qtbot: QtBot, window: MainWindow) -> None:
    service = window.session.service(EXERCISES)

    def offered() -> list[str]:
        window.open_link(Link("home"))
        page = wait_for(qtbot, window, "HomePage")
        said = (each.text() for each in page.findChildren(QPushButton))
        return [text for text in said if text.startswith("Start: ")]

    assert offered() == ["Start: Longer out than in"]
    for _ in range(2):
        run = service.start_run(service.exercise("extended-exhale"), Form.SHORT)
        assert offered()[0] == "Start: Longer out than in"
        service.amend_run(run, played=9, finished=False, felt=Felt.WORSE)
    assert offered() == ["Start: Five, four, three, two, one", "Start: Feet on the floor"]


def test_words_are_proved(qtbot: QtBot, window: MainWindow, words: str) -> None:
    window.open_link(Link("recovery"))
    page = window.current_view
    assert isinstance(page, RecoveryPage)
    opened = window.door.open
    assert opened is not None
    page.words_entered.emit(" ".join(WORDS))
    qtbot.waitUntil(lambda: "not twelve recovery words" in spoken(window))
    page.words_entered.emit(words)
    qtbot.waitUntil(lambda: opened.words_proved_at is not None)


def test_new_words_open_in_place_of_the_old(qtbot: QtBot, window: MainWindow, words: str) -> None:
    window.open_link(Link("recovery"))
    page = window.current_view
    assert isinstance(page, RecoveryPage)
    opened = window.door.open
    assert opened is not None
    assert opened.words_confirmed
    page.new_words_requested.emit()
    qtbot.waitUntil(lambda: not opened.words_confirmed)
    page.words_entered.emit(words)
    qtbot.waitUntil(lambda: "not the ones for this vault" in spoken(window))
    page.words_confirmed.emit(True)
    assert opened.words_confirmed


def test_words_print_on_one_page_that_does_not_say_what_they_open(
    qapp: object, tmp_path: Path
) -> None:
    content = printing.pdf(words_sheet(WORDS, "A4"))
    said = pdfs.flat(content, tmp_path)
    assert pdfs.info(content, tmp_path)["Pages"] == "1"
    for number, word in enumerate(WORDS, 1):
        assert f"{number}. {word}" in said
    assert "copingkit" not in said
    assert "plan" not in said.split("absent")[0]


# --- preferences ----------------------------------------------------------------------------------


def test_a_passphrase_is_set_and_taken_away(qtbot: QtBot, window: MainWindow) -> None:
    window.open_link(Link("preferences"))
    page = window.current_view
    assert isinstance(page, PreferencesPage)
    opened = window.door.open
    assert opened is not None
    page.passphrase.passphrase_chosen.emit("a long grey morning")
    qtbot.waitUntil(lambda: "From now on the passphrase is asked for." in spoken(window))
    assert opened.slots.has(SlotKind.KEYRING_AND_PASSPHRASE)
    page.passphrase.removal_requested.emit()
    qtbot.waitUntil(lambda: "The passphrase is gone." in spoken(window))
    assert opened.slots.has(SlotKind.KEYRING)
    assert not opened.slots.has(SlotKind.KEYRING_AND_PASSPHRASE)


# --- Search and Recently removed ------------------------------------------------------------------


def test_a_removed_entry_is_brought_back_by_its_tool(qtbot: QtBot, window: MainWindow) -> None:
    plan = window.session.service(SAFETY_PLAN)
    (item,) = plan.plan.items(Step.WARNING_SIGNS)
    plan.remove(item.id)
    window.open_link(Link("removed"))
    page = window.current_view
    assert isinstance(page, RemovedPage)
    records = window.session.records
    assert records is not None
    (removed,) = records.removed()
    page.restore_requested.emit(removed)
    assert [one.text for one in plan.plan.items(Step.WARNING_SIGNS)] == [MARKER]
    assert "back in its place" in spoken(window)
    page.restore_requested.emit(removed)
    assert "not here any more" in spoken(window)


def test_a_purged_entry_is_gone_from_the_page(qtbot: QtBot, window: MainWindow) -> None:
    plan = window.session.service(SAFETY_PLAN)
    plan.remove(plan.plan.items(Step.WARNING_SIGNS)[0].id)
    window.open_link(Link("removed"))
    page = window.current_view
    assert isinstance(page, RemovedPage)
    assert MARKER in spoken(window)
    records = window.session.records
    assert records is not None
    page.purge_requested.emit(records.removed()[0])
    assert records.removed() == []
    assert MARKER not in spoken(page)


def test_search_finds_and_opens(qtbot: QtBot, window: MainWindow) -> None:
    window.open_link(Link("search", "zebra"))
    qtbot.waitUntil(lambda: MARKER in spoken(window))
    QTest.keyClick(window.current_view, Qt.Key.Key_Escape)


# --- the crisis run and the print -----------------------------------------------------------------


def test_shipped_hours_are_said_in_words_and_own_ones_as_typed(window: MainWindow) -> None:
    lines = window.session.service(HELPLINES)
    lines.add(OwnLine(name="Aunt Lena", phone="0170 555 0199", hours="24/7, ring twice"))
    found = numbers(lines, "DE")
    assert "24/7" not in {line.hours for line in found}
    assert "Day and night, every day" in {line.hours for line in found}
    assert found[0].emergency
    assert found[-1].hours == "24/7, ring twice" or "24/7, ring twice" in {n.hours for n in found}
    assert [line.name for line in numbers(lines, "")] == ["Aunt Lena"]


def test_what_helped_is_added_to_the_plan_and_the_run_is_kept(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.help_now()
    run = window.current_view
    assert isinstance(run, CrisisRun)
    plan = window.session.service(SAFETY_PLAN)
    assert plan.runs(limit=1) == []
    run.go_on()
    run.close_run()
    window.open_link(Link("home"))
    assert material(window).plan == plan.plan


def test_the_run_knows_which_exercises_are_still_there(window: MainWindow) -> None:
    assert has_exercise(window.session, "box-breathing")
    assert not has_exercise(window.session, "own-gone")


def test_without_a_country_the_run_has_no_lines(
    qtbot: QtBot, tmp_path: Path, words: str, keyring: FakeKeyStore
) -> None:
    window = make_window(qtbot, tmp_path / "vault", keyring, preferences=Preferences(theme="light"))
    window.start(crisis=True)
    wait_for(qtbot, window, "CrisisRun")
    assert "112" not in spoken(window)


def test_every_page_has_its_name_and_others_have_none(window: MainWindow) -> None:
    for name in ("recovery", "keys", "helplines", "safety_plan"):
        window.open_link(Link(name))
        assert window.stage.place == name
    with pytest.raises(LookupError):
        window.open_link(Link("nowhere"))
    with pytest.raises(LookupError):
        tool_named("nowhere")
    assert set(all_kinds()) >= {kind.name for tool in TOOLS for kind in tool.kinds()}
    assert len(all_kinds()) == len(set(all_kinds()))
