"""A chart on the screen: pointed at, read by keys, heard, and seen to have the focus."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from copingkit.ui import theme
from copingkit.ui.charts import chart as chart_module
from copingkit.ui.charts.chart import Chart
from copingkit.ui.charts.figure import Figure
from copingkit.ui.widgets.layout import column
from tests.support.accessible import spoken, unnamed_controls
from tests.support.controls import show
from tests.support.figures import bars, plot, series
from tests.support.looks import dress

pytestmark = pytest.mark.usefixtures("dressed")

RIGHT, LEFT = Qt.Key.Key_Right, Qt.Key.Key_Left
PLOT = plot(series("before", [80, None, 40]), series("after", [60, 50, 20]))
BARS = bars((4,), (2,), (1,), names=("park", "alone", "noon"))


def made(qtbot: QtBot, figure: Figure, width: int = 600) -> Chart:
    chart = Chart(figure)
    return show(qtbot, chart, width, chart.heightForWidth(width))


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(chart_module, "announce", lambda _widget, text: said.append(text))
    return said


def press(chart: Chart, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(chart, key)


# --- keys


def test_arrows_read_each_number_and_say_it(qtbot: QtBot, announced: list[str]) -> None:
    chart = made(qtbot, PLOT)
    assert chart.reading == ""
    press(chart, RIGHT)
    assert (chart.chosen, chart.reading) == (0, "Trial 1 · before: 80 % · after: 60 %")
    press(chart, RIGHT)
    assert chart.reading == "Trial 2 · before: not said · after: 50 %"
    press(chart, LEFT, LEFT, LEFT)
    assert chart.chosen == 0
    assert announced[1] == "Trial 2 · before: not said · after: 50 %"
    assert len(announced) == 5


def test_home_and_end_and_the_edges(qtbot: QtBot) -> None:
    chart = made(qtbot, PLOT)
    press(chart, Qt.Key.Key_End)
    assert chart.chosen == 2
    press(chart, RIGHT)
    assert chart.chosen == 2
    press(chart, Qt.Key.Key_Home)
    assert chart.chosen == 0
    chart.choose(None)
    press(chart, LEFT)
    assert chart.chosen == 2


def test_bars_are_read_downwards_too_and_a_plot_is_not(qtbot: QtBot) -> None:
    lying, upright = made(qtbot, BARS), made(qtbot, PLOT)
    press(lying, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert lying.reading == "Place: park · Solid: 4 trials"
    press(upright, Qt.Key.Key_Down)
    assert upright.chosen is None


def test_from_right_to_left_the_keys_turn(qtbot: QtBot) -> None:
    chart = made(qtbot, PLOT)
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(chart, LEFT, LEFT)
    assert chart.chosen == 1
    press(chart, RIGHT)
    assert chart.chosen == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_table_is_one_key_away(qtbot: QtBot, key: Qt.Key) -> None:
    chart = made(qtbot, PLOT)
    with qtbot.waitSignal(chart.table_requested, timeout=500):
        press(chart, key)


def test_a_chart_of_nothing_has_nothing_to_read(qtbot: QtBot, announced: list[str]) -> None:
    chart = made(qtbot, plot())
    press(chart, RIGHT, Qt.Key.Key_End, Qt.Key.Key_X)
    assert chart.chosen is None
    assert not announced


# --- the mouse


def point_at(chart: Chart, x: int) -> None:
    """A move as the window system tells it; the pointer itself may be there since another test."""
    spot = QPointF(x, 100)
    none = Qt.MouseButton.NoButton
    around = chart.mapToGlobal(spot)
    move = QMouseEvent(
        QEvent.Type.MouseMove, spot, around, none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(chart, move)


def test_pointing_reads_and_leaving_ends_it(qtbot: QtBot) -> None:
    page, chart, field = QWidget(), Chart(PLOT), QLineEdit()
    page.setLayout(column(field, chart))
    show(qtbot, page, 600, 500)
    field.setFocus()
    assert chart.hasMouseTracking()  # it hears of moves without a button
    point_at(chart, chart.width() // 2)
    assert chart.chosen == 1
    point_at(chart, chart.width() - 20)
    assert chart.chosen == 2
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart.chosen is None


def test_leaving_with_the_mouse_keeps_what_the_keyboard_reads(qtbot: QtBot) -> None:
    chart = made(qtbot, PLOT)
    chart.setFocus()
    qtbot.waitUntil(chart.hasFocus)
    press(chart, RIGHT)
    spot = QPointF(5, 5)
    QApplication.sendEvent(chart, QEnterEvent(spot, spot, spot))
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart.chosen == 0
    chart.clearFocus()
    assert chart.chosen is None


# --- what is seen


def test_focus_is_seen_and_so_is_the_number_that_is_read(qtbot: QtBot) -> None:
    chart = made(qtbot, PLOT)
    chart.clearFocus()
    bare = chart.grab().toImage()
    chart.setFocus()
    qtbot.waitUntil(chart.hasFocus)
    focused = chart.grab().toImage()
    ring = theme.colour("accent")
    edge = [focused.pixelColor(x, 1) for x in range(40, chart.width() - 40)]
    assert all(colour == ring for colour in edge)
    assert all(bare.pixelColor(x, 1) != ring for x in range(40, chart.width() - 40))
    press(chart, RIGHT)
    assert chart.grab().toImage() != focused


def test_themes_are_followed(qtbot: QtBot) -> None:
    chart = made(qtbot, PLOT)
    light = chart.grab().toImage()
    dress("dark", 100)
    assert chart.grab().toImage() != light


@pytest.mark.parametrize("size", [80, 100, 200])
@pytest.mark.parametrize("width", [240, 700])
def test_room_is_kept_for_the_longest_reading(qtbot: QtBot, size: int, width: int) -> None:
    dress("light", size)
    long = plot(series("how likely it seemed before this trial", [80, None, 40]))
    chart = made(qtbot, long, width)
    heights = set()
    for stop in (None, 0, 1, 2):
        chart.choose(stop)
        heights.add(chart.heightForWidth(width))
        image = chart.grab().toImage()
        ground = image.pixelColor(0, image.height() - 1)
        line = [image.pixelColor(x, image.height() - 2) for x in range(width)]
        assert all(colour == ground for colour in line)  # no letter is cut by the lower edge
    assert len(heights) == 1
    assert chart.heightForWidth(width) > 10 * theme.px(13)


def test_it_grows_with_the_text(qtbot: QtBot) -> None:
    chart = made(qtbot, PLOT)
    heights = []
    for size in (80, 100, 200):
        dress("light", size)
        heights.append(chart.heightForWidth(900))
    assert heights == sorted(set(heights))
    assert chart.sizeHint().height() == chart.heightForWidth(theme.px(760))
    assert chart.minimumSizeHint().width() <= 240


def test_many_widths_are_measured_and_few_are_kept(qtbot: QtBot) -> None:
    chart = made(qtbot, PLOT)
    heights = [chart.heightForWidth(width) for width in range(300, 330)]
    assert heights == [chart.heightForWidth(width) for width in range(300, 330)]
    assert len(chart._known) <= 8


def test_another_figure_takes_its_place(qtbot: QtBot) -> None:
    chart = made(qtbot, PLOT)
    press(chart, RIGHT)
    chart.show_figure(BARS)
    assert (chart.chosen, chart.reading) == (None, "")
    assert chart.accessibleName() == "Where and with whom"
    press(chart, RIGHT)
    assert chart.reading.startswith("Place: park")


# --- what is heard


def test_a_screen_reader_finds_a_chart_with_name_summary_and_the_present_point(
    qtbot: QtBot,
) -> None:
    chart = made(qtbot, PLOT)
    QAccessible.setActive(True)
    found = QAccessible.queryAccessibleInterface(chart)
    assert found.role() == QAccessible.Role.Chart
    assert found.state().focusable
    assert found.text(QAccessible.Text.Name) == "What I expected"
    about = found.text(QAccessible.Text.Description)
    assert about.startswith("Beforehand it seemed likely. 3 trials.")
    assert found.text(QAccessible.Text.Value) == ""
    press(chart, RIGHT)
    said = "Trial 1 · before: 80 % · after: 60 %"
    assert found.text(QAccessible.Text.Value) == said
    assert found.text(QAccessible.Text.Description) == f"{said}. {about}"
    assert not unnamed_controls(chart)
    assert said in spoken(chart)


def test_nothing_of_it_outlives_its_page(qtbot: QtBot) -> None:
    chart = Chart(PLOT)
    chart.show()
    assert "What I expected" in spoken(chart)
    alive = weakref.ref(chart)
    chart.hide()
    chart.deleteLater()
    del chart
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert alive() is None
