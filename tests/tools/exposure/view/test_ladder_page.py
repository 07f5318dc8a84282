"""Ladders: begun in a line, filled in a line each, sorted, varied, put away, removed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from copingkit.tools.exposure import rungs
from copingkit.tools.exposure.ladder import Ladder, Mode, Order
from copingkit.tools.exposure.records import LADDER
from copingkit.tools.exposure.service import ExposureService
from copingkit.tools.exposure.view.exposure_page import ExposurePage
from copingkit.tools.exposure.view.ladder_page import LadderPage
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import buttons, field, press, show
from tests.support.full_disk import FillableRecords
from tests.support.looks import dress
from tests.support.pages import Around

pytestmark = pytest.mark.usefixtures("dressed")

CTRL_ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, service: ExposureService, around: Around) -> ExposurePage:
    return show(qtbot, ExposurePage(service, around.surroundings()))


def opened(page: ExposurePage, ladder: Ladder) -> LadderPage:
    page.show_target(f"ladder/{ladder.id}")
    shown = page.shown
    assert isinstance(shown, LadderPage)
    return shown


def situations(shown: LadderPage) -> list[str]:
    return [row.accessibleName().partition(".")[0] for row in shown._rows.rows]


def disclose(page: ExposurePage, text: str) -> None:
    one = next(
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName().startswith(text) and each.isVisible()
    )
    one.click()


def test_the_first_look_says_what_it_is_and_who_should_not_be_alone(page: ExposurePage) -> None:
    said = spoken(page)
    assert "You can stop at any time." in said
    assert "Thoughts of suicide" in said
    assert "Nothing is locked here." in said
    assert not unnamed_controls(page)


def test_a_ladder_is_begun_with_one_line_and_filled_with_one_line_each(
    page: ExposurePage, service: ExposureService
) -> None:
    line = field(page, QLineEdit, "A fear, in your own words")
    QTest.keyClicks(line, "The lift")
    QTest.keyClick(line, Qt.Key.Key_Return)
    for words, digits in (("Stand in front of it", "30"), ("Ride one floor", "70"), ("Look", "")):
        situation = field(page, QLineEdit, "A situation, as exactly as you can")
        QTest.keyClicks(situation, words)
        QTest.keyClick(situation, Qt.Key.Key_Return)
        slider = page.focusWidget()
        assert slider is not None
        QTest.keyClicks(slider, digits)
        QTest.keyClick(slider, Qt.Key.Key_Return)
    (ladder,) = service.ladders()
    assert ladder.fear == "The lift"
    assert [(item.situation, item.suds) for item in ladder.items] == [
        ("Stand in front of it", 30),
        ("Ride one floor", 70),
        ("Look", None),
    ]
    assert isinstance(page.shown, LadderPage)
    assert situations(page.shown) == ["Stand in front of it", "Ride one floor", "Look"]
    assert not unnamed_controls(page)


def test_an_empty_line_adds_nothing(page: ExposurePage, service: ExposureService) -> None:
    press(page, "Begin a ladder")
    assert not service.ladders()


def test_what_was_typed_and_not_added_is_kept_by_a_lock(
    page: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    QTest.keyClicks(field(page, QLineEdit, "A fear, in your own words"), "Heights")
    page.flush()
    page.flush()
    assert [each.fear for each in service.ladders()] == ["Heights", "Dogs on the street"]
    opened(page, ladder)
    QTest.keyClicks(field(page, QLineEdit, "A situation, as exactly as you can"), "A puppy")
    page.flush()
    page.flush()
    assert [item.situation for item in service.ladder(ladder.id).items][2:] == ["A puppy"]


def test_everything_about_a_situation_is_edited_in_place(
    page: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    shown = opened(page, ladder)
    row = shown._shown[ladder.items[1].id]
    QTest.keyClick(row, Qt.Key.Key_Return)
    where = field(page, QLineEdit, "Where")
    where.selectAll()
    QTest.keyClicks(where, "harbour")
    helps = field(
        page,
        QPlainTextEdit,
        "What I do to feel safer and want to leave out, one on each line",
    )
    helps.setPlainText("holding my phone\nlooking away")
    press(page, "Imagined")
    box = next(each for each in page.findChildren(QCheckBox) if "clinician" in each.text())
    box.click()
    page.flush()
    kept = rungs.find(service.ladder(ladder.id), ladder.items[1].id)
    assert kept.contexts.place == "harbour"
    assert [(each.text, each.ritual) for each in kept.safety_behaviours] == [
        ("holding my phone", False),
        ("looking away", False),
        ("counting steps", True),
    ]
    assert kept.safety_behaviours[0].id == "phone"
    assert kept.safety_behaviours[2].id == "steps"
    assert (kept.kind.value, kept.clinician_led) == ("imagined", True)
    assert "harbour" in spoken(page)
    assert not unnamed_controls(page)
    QTest.keyClick(where, Qt.Key.Key_Escape)
    assert not row.findChildren(QLineEdit) or not row.findChildren(QLineEdit)[0].isVisible()


def test_an_emptied_situation_keeps_its_words(
    page: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    shown = opened(page, ladder)
    shown._shown[ladder.items[0].id].open()
    line = field(page, QLineEdit, "Situation")
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    page.flush()
    assert service.ladder(ladder.id).items[0].situation == "Look at pictures of dogs"


def test_moving_by_keyboard_makes_it_ones_own_order(
    page: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    shown = opened(page, ladder)
    QTest.keyClick(shown._shown[ladder.items[1].id], Qt.Key.Key_Up, CTRL_ALT)
    assert situations(shown) == ["Walk past a dog on a lead", "Look at pictures of dogs"]
    assert service.ladder(ladder.id).order is Order.FREE
    press(page, "The easiest first")
    assert situations(shown) == ["Look at pictures of dogs", "Walk past a dog on a lead"]


def test_the_fear_its_price_and_the_mode_are_kept(
    page: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    opened(page, ladder)
    disclose(page, "The fear, its price")
    field(page, QPlainTextEdit, "What it costs me").setPlainText("I never visit my sister.")
    field(page, QPlainTextEdit, "Why facing it is worth it to me").setPlainText("My nephew.")
    press(page, "Stay until it eases")
    page.flush()
    kept = service.ladder(ladder.id)
    assert (kept.cost, kept.why, kept.mode) == (
        "I never visit my sister.",
        "My nephew.",
        Mode.HABITUATION,
    )
    assert "until the distress has halved" in spoken(page)


def test_rituals_bring_the_word_about_compulsions(
    page: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    opened(page, ladder)
    assert "473 adults with OCD" in spoken(page)
    without = service.save_ladder(Ladder("", "Bridges"))
    opened(page, without)
    assert "473 adults with OCD" not in spoken(page)


def test_a_situation_is_removed_and_brought_back(
    page: ExposurePage, service: ExposureService, ladder: Ladder, around: Around
) -> None:
    shown = opened(page, ladder)
    QTest.keyClick(shown._shown[ladder.items[0].id], Qt.Key.Key_Delete)
    assert situations(shown) == ["Walk past a dog on a lead"]
    around.notices.undo()
    assert situations(shown) == ["Look at pictures of dogs", "Walk past a dog on a lead"]


def test_a_situation_is_put_away_and_out_and_varied(
    page: ExposurePage, service: ExposureService, ladder: Ladder
) -> None:
    shown = opened(page, ladder)
    row = shown._shown[ladder.items[0].id]
    texts = [action.text() for action in row.menu().actions()]
    assert {"A variation of it", "Put away", "Edit", "Remove"} <= set(texts)
    row.archive_requested.emit()
    assert situations(shown) == ["Walk past a dog on a lead"]
    press(page, "Bring out: Look at pictures of dogs")
    assert len(situations(shown)) == 2
    shown._shown[ladder.items[0].id].vary_requested.emit()
    kept = service.ladder(ladder.id)
    assert kept.items[1].variation_of == ladder.items[0].id
    assert field(page, QLineEdit, "Situation").text() == "Look at pictures of dogs"


def test_a_ladder_is_put_away_and_removed_and_brought_back(
    page: ExposurePage, service: ExposureService, ladder: Ladder, around: Around
) -> None:
    opened(page, ladder)
    press(page, "Put this ladder away")
    assert not service.ladders()
    assert "Dogs on the street" not in spoken(page)
    opened(page, ladder)
    press(page, "Bring this ladder out")
    opened(page, ladder)
    press(page, "Remove this ladder")
    assert not service.ladders(archived=True)
    around.notices.undo()
    assert service.ladders() == (service.ladder(ladder.id),)


def test_a_place_that_is_gone_leads_to_the_overview(
    page: ExposurePage, ladder: Ladder, around: Around
) -> None:
    for target in ("ladder/nobody", "trial/nobody", "item/nobody/either"):
        page.show_target(target)
        assert "A new ladder" in spoken(page)
        assert "That is no longer there" in spoken(around.notices)
    page.show_target(f"item/{ladder.id}/nobody")
    assert isinstance(page.shown, LadderPage)


def test_a_full_disk_is_said_and_nothing_is_lost(
    page: ExposurePage,
    service: ExposureService,
    ladder: Ladder,
    records: FillableRecords,
    around: Around,
) -> None:
    shown = opened(page, ladder)
    records.full = True
    QTest.keyClick(shown._shown[ladder.items[0].id], Qt.Key.Key_Delete)
    assert len(situations(shown)) == 2
    assert "full" in spoken(around.notices).lower()
    records.full = False
    assert records.count(LADDER) == 1


@pytest.mark.parametrize(("size", "width"), [(100, 972), (200, 972), (100, 480)])
def test_nothing_is_cut_off(
    qtbot: QtBot,
    service: ExposureService,
    around: Around,
    ladder: Ladder,
    size: int,
    width: int,
) -> None:
    dress("dark", size)
    page = show(qtbot, ExposurePage(service, around.surroundings()), width, 820)
    shown = opened(page, ladder)
    inside = shown.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.width() <= shown.viewport().width())
    assert buttons(page, "Put it on the ladder")
