"""The upper and the lower edge of the player."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget
from typing_extensions import override

from copingkit.ui import icons, theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button, icon_button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import column, holder, row
from copingkit.ui.widgets.one_press import OneClick
from copingkit.ui.widgets.text import label

_GAP, _LINES = 12, 8  # pixels at 100 %
_PLACE = 150  # pixels at 100 % that the words need beside the buttons; with less they go above


_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TopBar(QWidget):
    """What is played and where one is; help, "I feel worse" and End."""

    help_requested = Signal()
    worse = Signal()
    end_requested = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title, self._named = title, True
        self._said = ("", "")
        self._place = label(title, "muted")
        help_now = button(
            translate("Player", "Help me now"), self.help_requested.emit, look="crisis"
        )
        self._worse = button(translate("Player", "I feel worse"), self.worse.emit, look="tall")
        self._end = button("", self.end_requested.emit, look="tall")
        self._buttons = _Buttons(help_now, self._worse, self._end)
        OneClick(help_now, self._worse, self._end)  # after the first, others are in their place
        self._line = row(self._place, self._buttons, spacing=12)
        self._line.setStretch(0, 1)
        self.setLayout(self._line)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The words beside the buttons where there is room for both, else above them."""
        wide = self.width() >= self._buttons.sizeHint().width() + theme.px(_PLACE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if wide else down)
        self._line.setAlignment(self._buttons, _MIDDLE if wide else Qt.AlignmentFlag(0))
        self.show_place(*self._said)

    def show_place(self, place: str, detail: str = "") -> None:
        """Where one is, empty outside of the playing; `detail` only where there is room for it."""
        self._said = place, detail
        wide = self._line.direction() == QBoxLayout.Direction.LeftToRight
        title = self._title if self._named or place else ""
        parts = (title, detail if wide else "", place)
        self._place.setText(" · ".join(part for part in parts if part))

    def show_state(self, *, playing: bool, named: bool) -> None:
        """While it plays it can be ended; before and after, closed. `named`: the title is here."""
        self._named = named
        self._worse.setVisible(playing)
        text = translate("Player", "End") if playing else translate("Player", "Close")
        self._end.setText(text)
        self._end.setAccessibleName(text)
        self._fit()


class _Buttons(QWidget):
    """Buttons that stand side by side where they can."""

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self._all = buttons
        self.setLayout(Flow(*buttons, spacing=_GAP))

    @override
    def sizeHint(self) -> QSize:
        hints = [each.sizeHint() for each in self._all if not each.isHidden()]
        together = sum(hint.width() for hint in hints) + theme.px(_GAP) * (len(hints) - 1)
        return QSize(together, max((hint.height() for hint in hints), default=0))


class Foot(QWidget):
    """What comes next, and back, pause and skip."""

    back_requested = Signal()
    pause_requested = Signal()
    skip_requested = Signal()
    silence_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hint = label("", "crisis-detail")
        self._coming = label("", "muted")
        self._room = holder(column(self._hint, None))
        self._measured = label("", "crisis-detail")  # never shown: says how high a hint would be
        self._measured.setParent(self)
        self._measured.hide()
        self._measured.ensurePolished()
        self._next, self._why = "", ""
        self._tight = False
        self._hints: tuple[str, ...] = ()
        self._heights: dict[tuple[int, int], int] = {}  # of the highest hint, by width and font
        for each in (self._hint, self._coming):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._note = label("", "strong")
        self._note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        back = button(translate("Player", "Back"), self.back_requested.emit, look="answer")
        self.pause = button("", self.pause_requested.emit, look="answer-primary")
        self._skip = button(translate("Player", "Skip"), self.skip_requested.emit, look="answer")
        self.silence = icon_button("", "sound", self.silence_requested.emit)
        self.silence.setFixedSize(theme.px(44), theme.px(44))
        self.silence.hide()
        for one in (back, self.pause, self._skip, self.silence):
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click the keys stay the player's
        keys = Flow(back, self.pause, self._skip, self.silence, spacing=_GAP, centred=True)
        OneClick(self.pause, self.silence)
        self._note.hide()
        self.setLayout(column(self._room, self._note, self._coming, keys, spacing=_LINES))

    def show_hint(self, text: str) -> None:
        """A quiet line below the figure."""
        self._hint.setText(text)
        self._show_room()

    def fit(self, room: QSize) -> int:
        """How high it must be; where all of it is higher than the room, the hint gives way."""
        needed = self.heightForWidth(room.width())
        hint = 0
        if self._hint.text():
            hint = self._highest_hint(room.width()) + theme.px(_LINES)
        bare = needed if self._room.isHidden() else needed - hint
        self._tight = bare + hint > room.height()
        self._show_room()
        return bare if self._tight else bare + hint

    def _show_room(self) -> None:
        self._room.setVisible(bool(self._hint.text()) and not self._tight)

    def expect_hints(self, texts: Iterable[str]) -> None:
        """Keep room for the longest of these, so that the figure never moves for a long one."""
        self._hints = tuple(texts)
        self._heights.clear()
        self._make_room()

    def _make_room(self) -> None:
        self._room.setMinimumHeight(self._highest_hint(self.width()))

    def _highest_hint(self, width: int) -> int:
        at = width, self._measured.fontMetrics().height()
        if at not in self._heights:  # measured once: a reader hears of every change of a label
            self._heights[at] = max([0, *(self._height_of(text, width) for text in self._hints)])
        return self._heights[at]

    def _height_of(self, text: str, width: int) -> int:
        self._measured.setText(text)
        return self._measured.heightForWidth(width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def show_coming(self, text: str) -> None:
        """What comes next."""
        self._next = text
        self._say_next()

    def show_pause(self, why: str) -> None:
        """That it stands still, on the line of what comes next: nothing else moves for it."""
        self._why = why
        self._say_next()

    def _say_next(self) -> None:
        self._coming.setText(" ".join(part for part in (self._why, self._next) if part))
        theme.set_look(self._coming, "strong" if self._why else "muted")

    def show_note(self, text: str) -> None:
        """A sentence about what cannot be heard; empty for none."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def show_silence(self, *, wanted: bool, silent: bool) -> None:
        """A way to be silent where something was agreed to."""
        text = translate("Player", "Sound on") if silent else translate("Player", "Silent")
        self.silence.setIcon(icons.icon("silent" if silent else "sound", "text"))
        self.silence.setAccessibleName(text)
        self.silence.setToolTip(text)
        self.silence.setVisible(wanted)

    def show_way(self, *, paused: bool, waits: bool, choice: bool) -> None:
        """What the large button does; a choice is made above."""
        text = translate("Player", "Pause")
        if paused:
            text = translate("Player", "Go on")
        elif waits:
            text = translate("Player", "Next")
        self.pause.setText(text)
        self.pause.setAccessibleName(text)
        self.pause.setVisible(paused or not choice)
        self._skip.setVisible(not waits)
