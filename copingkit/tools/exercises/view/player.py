"""The player: one exercise over the whole window, before it, while it plays and after it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from copingkit.core.links import Link
from copingkit.tools.exercises.model import Exercise, Form, Pattern
from copingkit.tools.exercises.records import Felt
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.end_view import EndView
from copingkit.tools.exercises.view.intro_view import IntroView, Offers
from copingkit.tools.exercises.view.measure_view import MeasureView
from copingkit.tools.exercises.view.outcome import Outcome
from copingkit.tools.exercises.view.own_pace import OwnPace
from copingkit.tools.exercises.view.played_run import PlayedRun
from copingkit.tools.exercises.view.player_bars import TopBar
from copingkit.tools.exercises.view.player_pane import PlayerPane, Views
from copingkit.tools.exercises.view.playing_view import PlayingView
from copingkit.tools.exercises.view.sounding import Sounding
from copingkit.ui.language import translate
from copingkit.ui.tool import Surroundings
from copingkit.ui.widgets.layout import column
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.one_press import OnePress
from copingkit.ui.widgets.sound_choice import SoundChoice

_FELT: Final = {Qt.Key.Key_1: Felt.BETTER, Qt.Key.Key_2: Felt.SAME, Qt.Key.Key_3: Felt.WORSE}
_ACTS: Final = (Qt.Key.Key_M, *(Qt.Key(Qt.Key.Key_0 + number) for number in range(1, 10)))
_STEPS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class Player(QWidget):
    """Plays one exercise; nothing begins before Start, the run is kept from there on.

    `closed`: it is over, or was left. `link_requested` (a Link): to an exercise or the crisis run.
    """

    closed = Signal()
    link_requested = Signal(Link)

    def __init__(
        self, exercise: Exercise, form: Form, service: ExercisesService, surroundings: Surroundings
    ) -> None:
        super().__init__()
        self._exercise, self._service = exercise, service
        self._run = PlayedRun(service, exercise)
        self._top = TopBar(exercise.title)
        health = service.health_answer(exercise.asks_first) if exercise.asks_first else None
        self._sounding = Sounding(surroundings.hearing(), surroundings.sound)
        self._choose_sound = surroundings.choose_sound
        self._end = EndView(keeps=service.keeps, once=_is_limited(exercise))
        self._outcome = Outcome(exercise, service, self._run, self._end)
        self._outcome.keep = self.flush
        offers = Offers(self._sound_choice, self._outcome.others)
        self._intro = IntroView(exercise, form, health, offers, keeps=service.keeps)
        self._intro.show_bells(off=not surroundings.sound.tones)
        self._playing = PlayingView(
            surroundings.clock,
            self._sounding,
            surroundings.awake(),
            still=surroundings.reduced_motion,
            tops_up=_tops_up(exercise),
        )
        self._pace = OwnPace(exercise)
        self._measure = MeasureView(surroundings.clock, still=surroundings.reduced_motion)
        self._stack = Views()
        self._build()
        self._connect()
        self._show_view(self._intro)

    def _build(self) -> None:
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # by Tab, nothing above could be reached
        self.setAccessibleName(self._exercise.title)
        for view in (self._intro, self._playing, self._end, self._measure):
            self._stack.addWidget(view)
        self._pane = PlayerPane(self._top, self._stack)
        self.setLayout(column(self._pane))
        plain = (self, self._playing)
        OnePress(self, plain=plain, acts=_ACTS, steps=_STEPS, measures=self._measure)

    def _connect(self) -> None:
        self._top.help_requested.connect(lambda: self._go_to(Link("crisis")))
        self._top.worse.connect(self._on_worse)
        self._top.end_requested.connect(self.leave)
        self._playing.moved.connect(self._on_moved)
        self._playing.turned.connect(self._pane.show_top)
        self._playing.paused.connect(self.flush)
        self._playing.finished.connect(self._to_end)
        self._intro.started.connect(self.start)
        self._intro.before_said.connect(self._run.say_before)
        self._intro.answered.connect(self._outcome.answer_health)
        self._intro.follow_requested.connect(self.follow)
        self._measure.left.connect(self._on_measure_left)
        self._measure.leads.connect(self._lead)
        self._end.paced.connect(self._on_paced)
        self._end.pattern_kept.connect(lambda: self._end.tell_kept(self._pace.keep(self._service)))
        self._end.again.connect(lambda: self.start(self._run.form))
        self._end.done.connect(self.close_player)
        for view in (self._intro, self._end):
            view.other.connect(lambda name: self._go_to(Link("exercises", f"play/{name}")))

    # --- what one can do

    def start(self, form: Form) -> None:
        """Begin in that form, from its first cue."""
        self._run.start(form)
        self._show_view(self._playing)
        self._playing.setFocus()
        self._playing.start(self._pace.script(form))

    def follow(self) -> None:
        """Measure the person's own breath first."""
        self._show_view(self._measure)
        self._measure.begin()

    def skip(self) -> None:
        """On to the next cue, while it plays."""
        self._playing.skip()

    def leave(self) -> None:
        """While it plays to the end, from there out; asks nothing and loses nothing."""
        if self.playing:
            self._playing.pause("")
            self._to_end()
        else:
            self.close_player()

    def close_player(self) -> None:
        """Out."""
        self.flush()
        self.closed.emit()

    def flush(self) -> None:
        """Keep the run as it is now."""
        if self._playing.playback.script:
            self._run.keep(self._playing.playback)

    @property
    def playing(self) -> bool:
        """Whether it is between Start and the end, paused or not."""
        return self._stack.currentWidget() is self._playing

    # --- what is shown

    def _show_view(self, view: QWidget) -> None:
        self._stack.setCurrentWidget(view)
        self._top.show_state(playing=self.playing, named=view is not self._intro)
        self._top.show_place("")

    def _on_moved(self, place: str) -> None:
        self._run.keep_now_and_then(self._playing.playback)
        parts = (place, _unsaved() if self._run.unsaved else "")
        self._top.show_place(" · ".join(part for part in parts if part), self._pace.said)

    def _to_end(self) -> None:
        self.flush()
        self._show_view(self._end)
        self._end.begin()
        if self._pace.pattern is not None:
            self._end.offer_pace(slower=self._pace.next_slower is not None)
        announce(self, translate("Player", "The end. How is it now?"))

    # --- one's own pace

    def _on_measure_left(self) -> None:
        self._show_view(self._intro)
        self.setFocus()

    def _lead(self, pattern: Pattern | None) -> None:
        self._pace.pattern = pattern
        self.start(self._run.form)

    def _on_paced(self, slower: bool) -> None:
        self._lead((self._pace.next_slower if slower else None) or self._pace.pattern)

    # --- what is said

    def _on_worse(self) -> None:
        self.leave()
        self._outcome.say_worse()

    def _sound_choice(self) -> QWidget:
        made = SoundChoice(self._sounding.choices, self._sounding.hearing)
        made.changed.connect(self._sounding.take)
        made.changed.connect(self._choose_sound)
        made.changed.connect(lambda now: self._intro.show_bells(off=not now.tones))
        return made

    def _go_to(self, link: Link) -> None:
        if self.playing:
            self._playing.pause("")
        self.flush()
        self.link_requested.emit(link)

    # --- Qt

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._sounding.prepare()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._sounding.close()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or not self._take_key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _take_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif self._stack.currentWidget() is self._end and key in _FELT:
            self._end.choose(_FELT[key])
        else:
            return self.playing and self._playing.take_key(key)
        return True

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to what Enter is meant for."""
        super().focusInEvent(event)
        end = self._end.done_button
        views = (self._intro.start_button, self._playing, end, self._measure)
        view = views[self._stack.currentIndex()]
        if view is not None:
            view.setFocus()


def _tops_up(exercise: Exercise) -> bool:
    return exercise.breathing is not None and exercise.breathing.pattern.top_up > 0


def _is_limited(exercise: Exercise) -> bool:
    """Whether there is a most of breaths in a row."""
    return exercise.breathing is not None and exercise.breathing.most_breaths > 0


def _unsaved() -> str:
    return translate("Player", "This run could not be saved. Everything else works.")
