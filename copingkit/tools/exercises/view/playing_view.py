"""What is seen while an exercise plays: its cues by the clock, what comes next, pause and skip."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from copingkit.core.clock import Clock
from copingkit.tools.exercises.cues import Cue, Script
from copingkit.tools.exercises.playback import Playback
from copingkit.tools.exercises.view.lead import Lead
from copingkit.tools.exercises.view.player_bars import Foot
from copingkit.tools.exercises.view.player_words import coming, place, said
from copingkit.tools.exercises.view.sounding import Sounding
from copingkit.ui import theme
from copingkit.ui.awake import Awake
from copingkit.ui.language import translate
from copingkit.ui.widgets.layout import column
from copingkit.ui.widgets.notice_bar import announce

FRAME_MS: Final = 16  # while the figure moves
LOOK_MS: Final = 100  # while only a bar grows
_GAP: Final = 12  # pixels at 100 %


class PlayingView(QWidget):
    """Leads through a script; `playback` is where one is.

    `moved` (where one is, in words) comes with each look, `turned` when other words are there that
    the person went to, `paused` when it stands still, `finished` after the last cue. Nothing ticks
    while it is paused, hidden or waits.
    """

    moved = Signal(str)
    turned = Signal()
    paused = Signal()
    finished = Signal()

    def __init__(
        self, clock: Clock, sounding: Sounding, awake: Awake, *, still: bool, tops_up: bool
    ) -> None:
        """`still`: less motion; `tops_up`: the breath has a second, short breath in."""
        super().__init__()
        self._clock, self._sounding, self._awake = clock, sounding, awake
        self.playback = Playback(())
        self._shown: Cue | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._lead, self._foot = Lead(still=still, tops_up=tops_up), Foot()
        self._cue = self._lead.words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Player", "The exercise: Space pauses it and goes on"))
        box = column(self._lead, self._foot, spacing=_GAP)
        box.setStretch(0, 1)
        self.setLayout(box)
        self._connect()

    def _connect(self) -> None:
        self._foot.back_requested.connect(self.back)
        self._foot.skip_requested.connect(self.skip)
        self._foot.silence_requested.connect(self.toggle_silence)
        self._sounding.told = self._foot.show_note
        large = (self._lead.figure.pressed, self._cue.pressed, self._cue.next_requested)
        for pressed in (self._foot.pause_requested, *large):
            pressed.connect(self.press)
        self._cue.chosen.connect(self.choose)

    # --- what one can do

    def start(self, script: Script) -> None:
        """Begin at the first cue."""
        self._shown = None
        self._cue.forget()
        self._foot.expect_hints({cue.hint for cue in script if cue.breath})
        self._sounding.prepare()
        self._foot.show_note(self._sounding.missing)
        self._foot.show_silence(wanted=self._sounding.wanted, silent=self._sounding.silent)
        self._move(Playback(self._sounding.in_time(script)).resume(self._now))

    def press(self) -> None:
        """The large area: pause, go on, or the next cue where this one waits."""
        here = self.playback
        if here.paused:
            self._move(here.resume(self._now))
        elif not here.waits:
            self.pause(translate("Player", "Paused."))
        elif here.cue is not None and not here.cue.choices:
            self._go(here.skip(self._now))

    def choose(self, number: int) -> None:
        """Take a way on, counted from 0; nothing where there is none of that number."""
        cue = self.playback.cue
        if cue is not None and number < len(cue.choices):
            self._go(self.playback.choose(self._now, number))

    def back(self) -> None:
        """To the start of this cue or to the one before."""
        self._go(self.playback.back(self._now))

    def skip(self) -> None:
        """On to the next cue; a way on is chosen, not skipped."""
        cue = self.playback.cue
        if cue is None or not cue.choices:
            self._go(self.playback.skip(self._now))

    def _go(self, to: Playback) -> None:
        self._sounding.pause()  # what was sounding belongs to the cue that is left
        self._move(to)
        self.turned.emit()

    def toggle_silence(self) -> None:
        """Nothing is heard for now, or it is again, from the next cue on."""
        self._sounding.toggle()
        self._foot.show_silence(wanted=self._sounding.wanted, silent=self._sounding.silent)

    def pause(self, why: str) -> None:
        """Stand still and say why."""
        self._timer.stop()
        self._awake.release()
        self._sounding.pause()
        self.playback = self.playback.pause(self._now)
        if self.playback.finished:
            return
        self._show(self.playback)
        self._foot.show_pause(why)
        if why:
            announce(self, why)
        self.paused.emit()

    def take_key(self, key: Qt.Key) -> bool:
        """Whether the key was one of the player's: it has then been followed."""
        calls = {
            **dict.fromkeys((Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter), self.press),
            Qt.Key.Key_Left: self.back,
            Qt.Key.Key_Right: self.skip,
            Qt.Key.Key_M: self.toggle_silence,
        }
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.choose(key - Qt.Key.Key_1)
        elif key in calls:
            calls[key]()
        else:
            return False
        return True

    # --- the clock

    @property
    def _now(self) -> float:
        return self._clock.steady()

    def _look(self) -> None:
        here = self.playback.look(self._now)
        if here.paused and not here.finished:
            self.playback = here
            self.pause(translate("Player", "Paused, since the computer was asleep."))
        else:
            self._move(here)

    def _move(self, to: Playback) -> None:
        before, self.playback = self.playback, to
        if to.finished:
            self._timer.stop()
            self._awake.release()
            self._sounding.end(translate("Player", "The end. How is it now?"))
            self.finished.emit()
            return
        self._show(to)
        if not to.paused:
            self._awake.hold()
            if before.paused or before.index != to.index or to.spent < before.spent:
                self._sound(to)

    def _sound(self, here: Playback) -> None:
        if here.cue is not None:
            self._sounding.cue(here.cue, max(0.0, (here.cue.seconds or 0.0) - here.spent))

    # --- what is shown

    def fit(self, room: QSize) -> int:
        """How high it must be where there is so much room; what is least needed gives way.

        What is higher than the room is scrolled as a whole, and nothing scrolls inside of it.
        """
        above = self._lead.least + theme.px(_GAP)
        needed = above + self._foot.fit(QSize(room.width(), room.height() - above))
        led = self._lead.fit(room.width(), whole=needed > room.height())
        return needed - self._lead.least + led

    def _show(self, here: Playback) -> None:
        cue = here.cue
        if cue is None:
            return
        if cue is not self._shown:
            self._show_cue(cue)
        self._lead.show_progress(cue, here.spent)
        if not here.paused:
            self._foot.show_pause("")
        self._foot.show_way(paused=here.paused, waits=here.waits, choice=bool(cue.choices))
        self._run_timer(cue)
        self.moved.emit(place(here))

    def _show_cue(self, cue: Cue) -> None:
        self._shown = cue
        self._lead.show_cue(cue)
        if not cue.breath:
            (self._cue.fields[0] if self._cue.fields else self).setFocus()
        self._foot.show_hint(cue.hint if cue.breath else "")
        self._foot.show_coming(coming(self.playback))
        announce(self, said(cue))

    def _run_timer(self, cue: Cue) -> None:
        wanted = FRAME_MS if cue.breath else LOOK_MS
        if self.playback.paused or self.playback.waits:
            self._timer.stop()
        elif not self._timer.isActive() or self._timer.interval() != wanted:
            self._timer.start(wanted)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        if not self.playback.paused and not self.playback.finished:
            self.pause(translate("Player", "Paused."))
        super().hideEvent(event)
