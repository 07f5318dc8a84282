from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from copingkit.core import assets
from copingkit.tools.helplines import catalogue
from copingkit.tools.helplines.model import OwnLine
from copingkit.tools.helplines.service import HelplinesService
from copingkit.tools.helplines.view.country_chooser import CountryChooser
from copingkit.tools.helplines.view.helplines_page import HelplinesPage
from copingkit.ui.qr import QrCode
from tests.support.clock import HandClock
from tests.support.helplines_page import press, texts
from tests.support.pages import Around
from tests.tools.helplines.view.conftest import ShowPage

pytestmark = pytest.mark.usefixtures("dressed")


def is_in_order(said: list[str], *wanted: str) -> bool:
    places = [said.index(each) for each in wanted]
    return places == sorted(places)


def test_the_emergency_number_comes_first_and_large(show_page: ShowPage) -> None:
    page = show_page(HelplinesService(None), "GB")
    numbers = [each for each in page.findChildren(QLabel) if each.property("look") == "phone"]

    assert [each.text() for each in numbers] == ["999"]
    assert numbers[0].font().pixelSize() == 40
    said = texts(page)
    assert is_in_order(said, "999", "116 123", "Text SHOUT to 85258", "0800 1111", "0800 58 58 58")


def test_only_the_first_emergency_number_is_large(show_page: ShowPage) -> None:
    page = show_page(HelplinesService(None), "FR")

    large = [each.text() for each in page.findChildren(QLabel) if each.property("look") == "phone"]
    assert large == ["112"]
    assert is_in_order(texts(page), "112", "15", "Text 114", "3114")


def test_each_line_says_hours_languages_and_when_it_was_checked(show_page: ShowPage) -> None:
    said = texts(show_page(HelplinesService(None), "GB"))

    assert "Day and night, every day · English · checked 22 Nov 2026" in said
    assert "Choose option 2. England; other UK nations differ." in said
    assert not any("obsolete" in each for each in said)


def test_lines_of_one_source_are_marked_in_words(show_page: ShowPage) -> None:
    page = show_page(HelplinesService(None), "FR")
    doubtful = [line for line in catalogue.lines("FR") if line.one_source]
    said = texts(page)

    assert said.count("Please check first") == len(doubtful) + 1  # and the heading
    assert is_in_order(said, "3114", "Please check first", doubtful[0].phone)


def test_every_line_of_every_country_is_on_its_page(qtbot: QtBot, around: Around) -> None:
    service = HelplinesService(None)
    for country in catalogue.countries():
        page = HelplinesPage(service, around.surroundings(country=country.code))
        qtbot.addWidget(page)
        said = [each.text() for each in page.findChildren(QLabel)]
        for line in catalogue.lines(country.code):
            assert line.name in said
            assert not line.phone or line.phone in said
            assert not line.sms or any(line.sms in each for each in said)
        page.deleteLater()


def test_a_country_without_lines_for_adults_says_so(show_page: ShowPage) -> None:
    said = texts(show_page(HelplinesService(None), "TR"))

    assert any("no confirmed crisis line for adults" in each for each in said)
    assert "112" in said


def test_an_old_table_says_so(show_page: ShowPage, clock: HandClock) -> None:
    clock.time = datetime(2027, 11, 22, 12, tzinfo=UTC)
    assert not any("more than a year" in each for each in texts(show_page(HelplinesService(None))))

    clock.time = datetime(2027, 11, 23, 12, tzinfo=UTC)
    said = texts(show_page(HelplinesService(None)))
    assert any("more than a year ago, on 22 Nov 2026" in each for each in said)


def test_a_code_is_drawn_on_demand(qtbot: QtBot, show_page: ShowPage) -> None:
    page = show_page(HelplinesService(None), "GB")
    assert not page.findChildren(QrCode)

    press(qtbot, page, "Code to call: Samaritans")
    press(qtbot, page, "Code to text: Shout")

    assert sorted(code.accessibleName() for code in page.findChildren(QrCode)) == [
        "Scan with a phone to call 116 123",
        "Scan with a phone to write to 85258",
    ]
    press(qtbot, page, "Hide code: Samaritans")
    shown = [code for code in page.findChildren(QrCode) if code.isVisibleTo(page)]
    assert len(shown) == 1
    press(qtbot, page, "Code to call: Samaritans")
    assert len(page.findChildren(QrCode)) == 2


def test_a_number_is_copied_as_it_is_written(
    qtbot: QtBot, show_page: ShowPage, around: Around
) -> None:
    page = show_page(HelplinesService(None), "CL")

    press(qtbot, page, "Copy the number *4141")

    assert QGuiApplication.clipboard().text() == "*4141"
    assert "Copied: *4141" in [each.text() for each in around.notices.findChildren(QLabel)]


def test_where_a_number_is_from_is_one_press_away(qtbot: QtBot, show_page: ShowPage) -> None:
    page = show_page(HelplinesService(None), "GB")
    assert "https://www.samaritans.org" not in texts(page)

    press(qtbot, page, "Where this is from: Samaritans")

    said = texts(page)
    assert "https://www.samaritans.org" in said
    line = next(line for line in catalogue.lines("GB") if line.phone == "116 123")
    assert set(line.sources) <= set(said)


def test_addresses_open_nothing_by_themselves(qtbot: QtBot, show_page: ShowPage) -> None:
    page = show_page(HelplinesService(None), "GB")
    press(qtbot, page, "Where this is from: Samaritans")

    assert not any(each.openExternalLinks() for each in page.findChildren(QLabel))
    assert {each.textFormat() for each in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


# --- the country


def test_without_a_country_it_is_asked_for_first(
    qtbot: QtBot, show_page: ShowPage, around: Around
) -> None:
    page = show_page(HelplinesService(None), "")
    chooser = page.findChild(CountryChooser)
    assert isinstance(chooser, CountryChooser)
    said = texts(page)

    assert "112" in said
    assert is_in_order(said, "Helplines", "Country", "112")
    assert not chooser.use.isEnabled()

    QTest.keyClicks(chooser.list, "N")
    assert around.countries == []
    QTest.mouseClick(chooser.use, Qt.MouseButton.LeftButton)
    assert around.countries == ["NL"]


def test_a_country_that_is_not_in_the_table_is_said(show_page: ShowPage) -> None:
    said = texts(show_page(HelplinesService(None), "AQ"))

    assert "Our table has no lines for your country yet." in said
    assert "112" in said


def test_the_country_can_be_changed(qtbot: QtBot, show_page: ShowPage, around: Around) -> None:
    page = show_page(HelplinesService(None), "GB")

    press(qtbot, page, "Change country: United Kingdom")
    chooser = page.findChild(CountryChooser)
    assert isinstance(chooser, CountryChooser)
    assert chooser.list.currentText() == "United Kingdom"
    QTest.keyClicks(chooser.list, "J")
    QTest.mouseClick(chooser.use, Qt.MouseButton.LeftButton)

    assert around.countries == ["JP"]


# --- what can be missing


@pytest.fixture
def broken_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    shutil.copytree(assets.root(), tmp_path / "resources")
    (tmp_path / "resources" / "helplines" / "GB.toml").write_text("[[line]")
    monkeypatch.setattr(assets, "root", lambda: tmp_path / "resources")
    catalogue.lines.cache_clear()
    yield
    catalogue.lines.cache_clear()


def test_a_broken_table_is_said_and_own_lines_stay(
    broken_table: None, show_page: ShowPage, service: HelplinesService
) -> None:
    service.add(OwnLine("Night nurse", "0170 555 0142"))
    said = texts(show_page(service, "GB"))

    assert any("A part of the program is missing or broken: helplines/GB.toml." in e for e in said)
    assert "0170 555 0142" in said


def test_without_an_open_vault_the_page_says_where_own_lines_are(show_page: ShowPage) -> None:
    page = show_page(HelplinesService(None), "GB")

    assert any("kept in your vault" in each for each in texts(page))
    assert not [b for b in page.findChildren(QPushButton) if b.text().strip() == "Add a line"]
    page.flush()
    page.show_target("nothing here")


def test_a_vault_locked_in_the_meantime_leaves_the_lines(
    show_page: ShowPage, service: HelplinesService, records: object
) -> None:
    service.add(OwnLine("Night nurse", "0170 555 0142"))
    close = records._database.close  # type: ignore[attr-defined]  # as the vault locks it
    close()

    said = texts(show_page(service, "GB"))

    assert "999" in said
    assert "0170 555 0142" not in said
    assert any("copingkit was locked in the meantime" in each for each in said)
