"""The stage and the workspace on it: what lies over what, what is kept, what is saved."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from copingkit.core.errors import DiskFull
from copingkit.core.links import Link
from copingkit.shell.stage import Stage
from tests.support.windows import FullPage


class Built:
    """Pages by name, and how often each was built."""

    def __init__(self) -> None:
        self.pages: list[tuple[str, FullPage]] = []

    def build(self, name: str) -> QWidget:
        page = FullPage()
        page.full = False
        box = QVBoxLayout(page)
        box.addWidget(QLineEdit())
        self.pages.append((name, page))
        return page

    def names(self) -> list[str]:
        return [name for name, _page in self.pages]

    def last(self, name: str) -> FullPage:
        return [page for known, page in self.pages if known == name][-1]


@pytest.fixture
def built() -> Built:
    return Built()


@pytest.fixture
def stage(qtbot: QtBot, built: Built) -> Stage:
    stage = Stage(built.build)
    qtbot.addWidget(stage)
    stage.resize(1000, 700)
    stage.show()
    return stage


def test_a_page_is_built_once_and_home_each_time(stage: Stage, built: Built) -> None:
    for name in ("home", "search", "home", "search", "home"):
        stage.show_link(Link(name))
    assert built.names() == ["home", "search", "home", "home"]
    assert stage.place == "home"


def test_the_print_page_is_built_each_time(stage: Stage, built: Built) -> None:
    for _ in range(2):
        stage.show_link(Link("safety_plan", "print"))
    assert built.names() == ["print", "print"]


def test_leaving_a_page_saves_it_and_says_when_it_cannot(stage: Stage, built: Built) -> None:
    stage.show_link(Link("search"))
    built.last("search").full = True
    stage.show_link(Link("keys"))
    assert stage.place == "keys"
    assert stage.notices.isVisible()


def test_one_page_that_cannot_be_saved_keeps_no_other_from_it(stage: Stage, built: Built) -> None:
    for name in ("search", "keys", "removed"):
        stage.show_link(Link(name))
    before = [page.saved for _name, page in built.pages]
    built.last("search").full = True
    cover = FullPage()
    stage.cover_with(cover)
    with pytest.raises(DiskFull):
        stage.save_typed()
    assert [page.saved for _name, page in built.pages] == [before[0], before[1] + 1, before[2] + 1]
    cover.full = built.last("search").full = False
    stage.save_typed()
    assert cover.saved == 1


def test_covers_lie_over_each_other_or_take_the_place(qtbot: QtBot, stage: Stage) -> None:
    stage.show_link(Link("search"))
    page = stage.current_view
    one, two, three = QWidget(), QWidget(), QWidget()
    stage.cover_with(one)
    stage.cover_with(two)
    assert stage.current_view is two
    stage.cover_with(three, keep=True)
    assert stage.current_view is three
    stage.uncover()
    assert stage.current_view is two
    with qtbot.waitSignal(stage.uncovered):
        stage.uncover()
    assert stage.current_view is page
    assert not stage.covered
    with qtbot.assertNotEmitted(stage.uncovered):
        stage.uncover()


def test_a_page_takes_all_covers_away(stage: Stage) -> None:
    stage.cover_with(QWidget())
    stage.cover_with(QWidget(), keep=True)
    stage.show_link(Link("search"))
    assert not stage.covered
    assert stage.place == "search"


def test_a_new_look_builds_all_but_the_entrance(qtbot: QtBot, stage: Stage, built: Built) -> None:
    for name in ("entrance", "search"):
        stage.show_link(Link(name))
    stage.rebuild()
    assert built.names() == ["entrance", "search", "search"]
    assert stage.current_view is built.last("search")
    stage.show_link(Link("entrance"))
    assert stage.current_view is built.last("entrance")
    assert built.names().count("entrance") == 1


def test_a_new_look_leaves_the_keyboard_in_the_entrance(
    qtbot: QtBot, stage: Stage, built: Built
) -> None:
    stage.show_link(Link("entrance"))
    stage.activateWindow()
    qtbot.waitUntil(stage.isActiveWindow)
    (field,) = stage.current_view.findChildren(QLineEdit)
    field.setFocus()
    stage.rebuild()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)


def test_a_new_look_under_a_cover_stays_under_it(stage: Stage) -> None:
    stage.show_link(Link("search"))
    cover = QWidget()
    stage.cover_with(cover)
    stage.rebuild()
    assert stage.currentWidget() is cover


def test_a_stage_without_a_workspace_has_nothing_to_lose(stage: Stage) -> None:
    stage.rebuild()
    stage.forget_all()
    stage.forget("home")
    stage.save_typed()
    assert stage.place == ""


def test_forgotten_pages_are_gone(qtbot: QtBot, stage: Stage, built: Built) -> None:
    stage.show_link(Link("search"))
    stage.show_link(Link("entrance"))
    with qtbot.waitSignal(built.last("search").destroyed):
        stage.forget_all(but="entrance")
    assert stage.place == "entrance"
    stage.forget_all()
    assert stage.place == ""


def test_only_offered_places_are_seen(stage: Stage) -> None:
    stage.offer({"search"})
    stage.show_link(Link("search"))
    places = stage.workspace.sidebar._places
    assert [name for name, made in places.items() if made.isVisible()] == ["search"]
    assert places["search"].isChecked()
    stage.offer({"home", "lock"})
    assert [name for name, made in places.items() if made.isVisible()] == ["home", "lock"]
