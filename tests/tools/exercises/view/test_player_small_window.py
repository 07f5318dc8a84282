"""The player in a small window with large text: one thing scrolls, and what is new is seen."""

from __future__ import annotations

from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.exceptions import TimeoutError  # noqa: A004 - what its waits raise
from pytestqt.qtbot import QtBot

from copingkit.tools.exercises.view.player import Player
from tests.support.journey import focused
from tests.support.looks import dress
from tests.support.playing import Opener, key

pytestmark = pytest.mark.usefixtures("dressed")


def scrolling(player: Player) -> list[str]:
    """What can be scrolled up and down now."""
    panes = [one for one in player.findChildren(QScrollArea) if one.isVisible()]
    return [type(one).__name__ for one in panes if one.verticalScrollBar().maximum() > 0]


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [(200, 640, 600), (200, 480, 400), (100, 480, 260)],
)
@pytest.mark.parametrize("name", ["five-senses", "stop", "body-scan", "problem-solving"])
def test_nothing_scrolls_inside_of_what_scrolls(
    opened: Opener, qtbot: QtBot, name: str, size: int, width: int, height: int
) -> None:
    dress("light", size)
    player = opened(name)
    player.setMinimumSize(1, 1)  # as in the program's window
    player.resize(width, height)

    def check(where: str) -> None:
        QTest.qWait(30)
        with suppress(TimeoutError):  # laid out in several turns
            qtbot.waitUntil(lambda: len(scrolling(player)) <= 1)
        assert len(scrolling(player)) <= 1, where
        assert player._pane.verticalScrollBar().value() == 0, where

    check("before")
    key(player, Qt.Key.Key_Return)
    for number in range(4):
        check(f"cue {number}")
        (player._playing.press if player._playing.playback.waits else player.skip)()
    player.leave()
    check("the end")


def test_what_is_typed_is_seen_where_all_of_the_player_is_scrolled(
    opened: Opener, qtbot: QtBot
) -> None:
    dress("light", 200)
    player = opened("five-senses")
    player.setMinimumSize(1, 1)  # as in the program's window
    player.resize(640, 600)
    key(player, Qt.Key.Key_Return)
    qtbot.wait(50)
    first, second = player._playing._cue.fields[:2]
    assert first.hasFocus()
    assert first.visibleRegion().isEmpty()  # the question comes first
    QTest.keyClicks(first, "x")
    assert first.visibleRegion().boundingRect() == first.rect()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert second.visibleRegion().boundingRect() == second.rect()
    for _ in range(4):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused().visibleRegion().boundingRect() == focused().rect()


def test_all_of_a_long_field_is_seen_while_one_types(opened: Opener, qtbot: QtBot) -> None:
    dress("light", 200)
    player = opened("problem-solving")
    player.resize(1180, 816)
    key(player, Qt.Key.Key_Return)
    player._playing.press()
    player._playing.choose(1)
    qtbot.wait(50)
    (field,) = player._playing._cue.fields
    QTest.keyClicks(field, "Mira")
    assert field.visibleRegion().boundingRect().height() >= field.height() - 4  # its frame
