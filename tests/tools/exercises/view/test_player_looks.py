"""How the player looks: nothing moves that need not, and everything finds room in large text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from copingkit.tools.exercises.cues import Act, Cue
from copingkit.tools.exercises.model import Choice, Pattern
from copingkit.tools.exercises.playback import Playback
from copingkit.tools.exercises.view import player_words
from copingkit.tools.exercises.view.breathing_figure import BreathingFigure
from copingkit.tools.exercises.view.player import Player
from copingkit.ui import theme
from copingkit.ui.hearing import SoundChoices
from tests.support.accessible import spoken
from tests.support.clock import HandClock
from tests.support.controls import buttons
from tests.support.cut_off import cut_off
from tests.support.looks import dress
from tests.support.pages import Around
from tests.support.playing import Opener, figure_of, go_on, key

pytestmark = pytest.mark.usefixtures("dressed")


def test_pausing_moves_nothing(opened: Opener, clock: HandClock, qtbot: QtBot) -> None:
    player = opened("extended-exhale")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 11)
    qtbot.wait(20)
    before = figure_of(player).geometry()
    key(player, Qt.Key.Key_Space)
    qtbot.wait(20)
    assert "Paused. Next: Breathe out" in spoken(player)
    assert figure_of(player).geometry() == before


def test_in_large_text_a_long_hint_moves_nothing_and_the_figure_stays_large(
    opened: Opener, clock: HandClock, qtbot: QtBot
) -> None:
    dress("light", 200)
    player = opened("extended-exhale")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 11)
    qtbot.wait(20)
    first = figure_of(player).geometry()
    assert first.height() >= 330  # of 820; the disc is what is looked at
    go_on(player, clock, 3 * 40)
    assert "If it is too slow" in spoken(player)
    qtbot.wait(20)
    assert figure_of(player).geometry() == first


def test_the_room_for_hints_is_measured_once(
    opened: Opener, clock: HandClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = opened("extended-exhale")
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 11)
    qtbot.wait(20)
    measured: list[str] = []
    label = player._playing._foot._measured
    monkeypatch.setattr(label, "setText", measured.append)
    for _ in range(5):  # the words above change, and ask for their room
        go_on(player, clock, 2)
        qtbot.wait(10)
    assert measured == []


@pytest.mark.parametrize(("width", "above"), [(1180, False), (500, True)])
def test_the_buttons_stand_beside_the_words_while_there_is_room(
    opened: Opener, qtbot: QtBot, width: int, above: bool
) -> None:
    player = opened("extended-exhale")
    player.resize(width, 820)
    key(player, Qt.Key.Key_Return)
    qtbot.wait(20)
    (end,) = buttons(player, "End")
    words = next(one for one in player.findChildren(QLabel) if "left" in one.text())
    assert (middle(end, player).y() > words.mapTo(player, QPoint(0, words.height())).y()) is above
    assert end.width() < 200


def middle(one: QAbstractButton, player: Player) -> QPoint:
    return one.mapTo(player, one.rect().center())


@pytest.mark.parametrize("still", [False, True])
def test_in_high_contrast_what_is_gone_is_told_from_what_is_to_come(
    qtbot: QtBot, still: bool
) -> None:
    dress("contrast", 100)
    figure = BreathingFigure(still=still, tops_up=False)
    qtbot.addWidget(figure)
    figure.resize(400, 400)
    thick = {}
    for done in (0.0, 1.0):
        figure.show_phase(Act.BREATHE_IN, done, 2)
        picture = figure.grab().toImage()
        middle_x, ground = (figure.width() * 3 // 4, QColor(theme.colours("contrast")["window"]))
        if still:
            seen = [picture.pixelColor(middle_x, y) for y in range(280, 330)]
        else:
            seen = [picture.pixelColor(x, 200) for x in range(385, 400)]
        thick[done] = sum(abs(one.lightness() - ground.lightness()) > 90 for one in seen)
    assert 0 < thick[0.0] <= 5 < thick[1.0]


def test_the_place_tells_the_breath(opened: Opener, clock: HandClock) -> None:
    player = opened("box-breathing")
    key(player, Qt.Key.Key_Return)
    assert "Box breathing · 4 in, 4 hold, 4 out, 4 rest · 5:" in spoken(player)
    assert player_words.pattern(Pattern(2, 6, top_up=1.5)) == "2 in, 1.5 more, 6 out"


def test_what_comes_next_is_always_said() -> None:
    script = (
        Cue(Act.SAY, "Be here.", 60),
        Cue(Act.SAY, "Be here.", 60, bell=True),
        Cue(Act.SAY, "Say the words that lead a person from one place to another one slowly", 9),
        Cue(Act.ASK, "Where now?"),
        Cue(Act.CHOOSE, "This way?", choices=(Choice("Yes", ""),)),
        Cue(Act.SAY, "There."),
    )
    said = [player_words.coming(Playback(script, index=number)) for number in range(len(script))]
    assert said == [
        "Next: a bell, and more quiet",
        "Next: Say the words that lead a person from one place to another …",
        "Next: Where now?",
        "Next: This way?",
        "",
        "Next: the end",
    ]
    assert player_words.coming(Playback(script, index=len(script))) == ""


def test_steps_are_counted_only_where_all_of_them_are_gone_through() -> None:
    straight = (Cue(Act.SAY, "a"), Cue(Act.SAY, "b"))
    assert player_words.place(Playback(straight, index=1)) == "Step 2 of 2"
    ways = (Cue(Act.CHOOSE, "a", choices=(Choice("c", "c"),)), Cue(Act.SAY, "b", name="c"))
    assert player_words.place(Playback(ways).choose(0.0, 0)) == "Step 2"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0.25, "half a minute"),
        (0.5, "half a minute"),
        (1.0, "1 minute"),
        (1.25, "1 minute"),
        (2.75, "3 minutes"),
        (10.5, "10.5 minutes"),
    ],
)
def test_lengths_are_said_in_halves(minutes: float, said: str) -> None:
    assert player_words.length(minutes) == said


@pytest.mark.parametrize(
    ("size", "width", "height"), [(100, 480, 400), (200, 800, 600), (200, 700, 840)]
)
@pytest.mark.parametrize("name", ["box-breathing", "cold-water", "five-senses", "body-scan"])
def test_no_word_of_the_player_is_cut_off(
    opened: Opener, clock: HandClock, around: Around, name: str, size: int, width: int, height: int
) -> None:
    dress("light", size)
    around.sound = SoundChoices(tones=True)  # then there is one more button below
    player = opened(name)
    player.setMinimumSize(1, 1)  # as in the program's window
    player.resize(width, height)

    def check(where: str) -> None:
        for _ in range(60):
            QTest.qWait(30)
            if not cut_off(player):
                return
        assert cut_off(player) == [], where

    check("before")
    for answer in buttons(player, "No"):  # the question about health
        answer.click()
        check("after the question")
    key(player, Qt.Key.Key_Return)
    check("first cue")
    player.skip()
    go_on(player, clock, 3)
    check("second cue")
    player._playing.pause("Paused.")
    check("paused")
    player.leave()
    check("the end")
    player._on_worse()
    check("worse")


def out_of_reach(player: Player, scrolled: bool) -> list[str]:
    """Which buttons a click would not hit; with `scrolled` after scrolling to each, as Tab does."""
    missed = []
    for name in ("Back", "Pause", "Skip", "Help me now", "End", "Silent"):
        (one,) = buttons(player, name)
        if scrolled:
            player._pane.ensureWidgetVisible(one)
        seen = QRect(one.mapTo(player, QPoint(0, 0)), one.size())
        if not (player.rect().contains(seen) and player.childAt(seen.center()) is one):
            missed.append(name)
    return missed


@pytest.mark.parametrize("name", ["cyclic-sighing", "hand-tracing"])
@pytest.mark.parametrize(
    ("width", "height", "scrolled"), [(800, 600, False), (700, 800, False), (480, 400, True)]
)
def test_in_large_text_the_buttons_are_within_reach_in_a_small_window(
    opened: Opener,
    clock: HandClock,
    around: Around,
    qtbot: QtBot,
    name: str,
    width: int,
    height: int,
    scrolled: bool,
) -> None:
    dress("light", 200)
    around.sound = SoundChoices(tones=True)
    player = opened(name)
    player.setMinimumSize(1, 1)  # as in the program's window
    player.resize(width, height)
    QTest.qWait(30)
    key(player, Qt.Key.Key_Return)
    go_on(player, clock, 12)
    QTest.qWait(30)
    qtbot.waitUntil(lambda: out_of_reach(player, scrolled) == [])  # laid out in several turns
    figure = figure_of(player)
    assert not figure.isVisible() or figure.height() >= theme.px(110)


def test_what_is_typed_is_seen_also_where_the_words_leave_no_room(
    opened: Opener, qtbot: QtBot
) -> None:
    dress("light", 200)
    player = opened("five-senses")
    player.resize(1180, 820)
    key(player, Qt.Key.Key_Return)
    qtbot.wait(20)
    first, second = player._playing._cue.fields[:2]
    assert first.hasFocus()
    assert first.visibleRegion().isEmpty()  # the question comes first
    QTest.keyClicks(first, "x")
    assert first.visibleRegion().boundingRect() == first.rect()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert second.hasFocus()
    assert second.visibleRegion().boundingRect() == second.rect()
