"""The upper and the lower edge of the player."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from copingkit.ui import icons, theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button, icon_button
from copingkit.ui.widgets.layout import column, row
from copingkit.ui.widgets.text import label

_SIDE_BY_SIDE = 560  # pixels at 100 %: narrower, and the buttons go under the title


class TopBar(QWidget):
    """What is played and where one is; help, "I feel worse" and End."""

    help_requested = Signal()
    worse = Signal()
    end_requested = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._place = label(title, "muted")
        help_now = button(
            translate("Player", "Help me now"), self.help_requested.emit, look="crisis"
        )
        self._worse = button(translate("Player", "I feel worse"), self.worse.emit, look="tall")
        self._end = button("", self.end_requested.emit, look="tall")
        self._line = row(self._place, row(help_now, self._worse, self._end), spacing=12)
        self._line.setStretch(0, 1)
        self.setLayout(self._line)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(_SIDE_BY_SIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if wide else down)

    def show_place(self, place: str) -> None:
        """Where one is; empty outside of the playing."""
        self._place.setText(f"{self._title} · {place}" if place else self._title)

    def show_state(self, *, playing: bool) -> None:
        """While it plays it can be ended; before and after, closed."""
        self._worse.setVisible(playing)
        text = translate("Player", "End") if playing else translate("Player", "Close")
        self._end.setText(text)
        self._end.setAccessibleName(text)


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
        keys = row(None, back, self.pause, self._skip, self.silence, None, spacing=12)
        self.setLayout(column(self._hint, self._note, self._coming, keys, spacing=8))

    def show_hint(self, text: str) -> None:
        """A quiet line below the figure."""
        self._hint.setText(text)

    def show_coming(self, text: str) -> None:
        """What comes next."""
        self._coming.setText(text)

    def show_note(self, text: str) -> None:
        """A sentence about the playing itself ("Paused ..."); empty for none."""
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
