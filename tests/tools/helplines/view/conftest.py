"""The page of helplines on the (offscreen) screen, over a real encrypted store or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from copingkit.core.records import RecordStore
from copingkit.tools.helplines.model import OwnLine
from copingkit.tools.helplines.records import OWN_LINE
from copingkit.tools.helplines.service import HelplinesService
from copingkit.tools.helplines.tool import TOOL
from copingkit.tools.helplines.view.helplines_page import HelplinesPage
from tests.support.clock import HandClock
from tests.support.pages import Around
from tests.support.stores import open_store

ShowPage = Callable[..., HelplinesPage]


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def records(tmp_path: Path, clock: HandClock) -> Iterator[RecordStore]:
    with open_store(tmp_path, TOOL.kinds(), clock) as store:
        yield store


@pytest.fixture
def service(records: RecordStore) -> HelplinesService:
    assert TOOL.kinds() == (OWN_LINE,)
    return TOOL.service(records, HandClock())


@pytest.fixture
def around(qtbot: QtBot, clock: HandClock) -> Around:
    made = Around(clock)
    qtbot.addWidget(made.notices)
    return made


@pytest.fixture
def show_page(qtbot: QtBot, around: Around) -> ShowPage:
    """Shows the page of a service for a country."""

    def show(service: HelplinesService, country: str = "GB", width: int = 900) -> HelplinesPage:
        page = TOOL.page(service, around.surroundings(country=country))
        assert isinstance(page, HelplinesPage)
        qtbot.addWidget(page)
        page.resize(width, 700)
        page.show()
        page.activateWindow()
        assert QTest.qWaitForWindowActive(page)
        return page

    return show


@pytest.fixture
def three(service: HelplinesService) -> HelplinesService:
    for name in ("A", "B", "C"):
        service.add(OwnLine(name, "0170 555 0142"))
    return service
