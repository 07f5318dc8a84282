"""Follow my breath: press while breathing in for a minute, then see what it was."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from typing_extensions import override

from copingkit.core.clock import Clock
from copingkit.tools.exercises.model import Pattern
from copingkit.tools.exercises.own_breath import (
    MEASURED_S,
    OwnBreath,
    Press,
    leading,
    measure,
)
from copingkit.tools.exercises.view.breathing_figure import BreathingFigure
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import PageColumn, holder
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import label

LOOK_MS = 33
_FIGURE, _BAR = 200, 420  # pixels at 100 %: the disc's sides, or the length of the bar
_FILLS = 0.7  # of what is missing, in a second: nobody is led by it


class MeasureView(PageColumn):
    """Hold Space or the mouse while breathing in; nothing is asked of the breath.

    `leads` (a Pattern): go on from the person's own pace. `left`: back to before. What was measured
    stands until one says how to go on: by a button, or with Enter.
    """

    leads = Signal(object)
    left = Signal()

    def __init__(self, clock: Clock, *, still: bool) -> None:
        """`still`: less motion."""
        super().__init__(translate("FollowBreath", "Follow my breath"), spacing=16)
        self._clock = clock
        self._presses: list[Press] = []
        self._down: float | None = None
        self._began: float | None = None
        self._pattern: Pattern | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._title, self._said = label("", "huge"), label("", "big")
        self._detail = label("", "crisis-detail")
        self._figure = BreathingFigure(still=still, tops_up=False)
        self._figure.setFixedSize(theme.px(_BAR if still else _FIGURE), theme.px(_FIGURE))
        self._figure.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._full, self._seen = 0.0, 0.0
        self._lead = button(
            translate("FollowBreath", "Lead me from there"), self._on_lead, look="answer-primary"
        )
        self._again = button(translate("FollowBreath", "Measure again"), self.begin, look="answer")
        back = button(translate("FollowBreath", "Back"), self.left.emit, look="answer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addStretch(2)
        for part in (self._title, self._figure, self._said, self._detail):
            self.body.addWidget(part)
        self.body.addWidget(holder(Flow(self._lead, self._again, back, spacing=12)))
        self.body.addStretch(3)

    def begin(self) -> None:
        """Wait for the first breath in; the minute begins with it."""
        self._wait()
        self.setFocus()
        announce(self, self._said.text())

    def _wait(self) -> None:
        self._presses, self._down, self._began = [], None, None
        self._full = 0.0
        self._show_figure(False)
        self._title.setText(translate("FollowBreath", "Follow my breath"))
        self._said.setText(
            translate(
                "FollowBreath",
                "Hold the space bar, or the mouse, while you breathe in. Let go while you "
                "breathe out.",
            )
        )
        self._detail.setText(
            translate("FollowBreath", "Breathe as you do anyway. The minute begins with you.")
        )
        self._lead.hide()
        self._again.hide()

    # --- pressing

    def press(self) -> None:
        """Breathing in begins."""
        if self._down is None and not self._timer.isActive() and self._began is None:
            self._began = self._clock.steady()
            self._timer.start()
            self._seen = self._began
            self._show_figure(True)
        if self._timer.isActive():
            self._down = self._clock.steady()
            self._draw()

    def release(self) -> None:
        """Breathing in ends."""
        if self._down is not None:
            self._presses.append(Press(self._down, self._clock.steady()))
        self._down = None
        if self._timer.isActive():
            self._draw()

    def _show_figure(self, measuring: bool) -> None:
        self._figure.setVisible(measuring)
        for words in (self._title, self._said):
            words.setVisible(not measuring)

    def _look(self) -> None:
        if self._clock.steady() - (self._began or 0.0) >= MEASURED_S:
            self._tell()
        else:
            self._draw()

    def _draw(self) -> None:
        """The breath that is pressed, and how much of the minute has gone by."""
        now = self._clock.steady()
        goal = 1.0 if self._down is not None else 0.0
        self._full += (goal - self._full) * min(1.0, _FILLS * (now - self._seen))
        self._seen = now
        word = translate("FollowBreath", "In") if goal else translate("FollowBreath", "Out")
        gone = now - (self._began or 0.0)
        self._figure.show_own(word, self._full, gone / MEASURED_S)
        left = translate("FollowBreath", "%n seconds more", "", round(MEASURED_S - gone))
        self._detail.setText(f"{translate('FollowBreath', 'Hold while you breathe in.')} {left}")

    # --- what it was

    def _tell(self) -> None:
        self._timer.stop()
        self._down = None
        self._show_figure(False)
        own = measure(self._presses)
        if own is None:
            self._said.setText(translate("FollowBreath", "Those were too few breaths to tell."))
            self._detail.setText(translate("FollowBreath", "That is fine. You can try once more."))
        else:
            self._pattern = leading(own)
            said = translate("FollowBreath", "About {pace} breaths a minute.")
            self._said.setText(said.replace("{pace}", f"{own.per_minute:.0f}"))
            detail = translate(
                "FollowBreath", "In {inward} s, out {out} s, the middle of {count} breaths."
            )
            detail = detail.replace("{inward}", f"{own.breathe_in:.1f}")
            detail = detail.replace("{out}", f"{own.breathe_out:.1f}")
            detail = detail.replace("{count}", str(own.breaths))
            self._detail.setText(f"{detail} {self._where_it_begins(own)}".strip())
        self._lead.setVisible(own is not None)
        self._again.setVisible(True)
        self.setFocus()  # no button: who goes on breathing and pressing starts nothing by it
        announce(self, self._said.text())

    def _where_it_begins(self, own: OwnBreath) -> str:
        """What is led at first, where that is not the person's own pace."""
        pace = 60 / leading(own).seconds
        if abs(pace - own.per_minute) < 0.5:
            return ""
        text = translate("FollowBreath", "Leading begins at {pace} a minute.")
        return text.replace("{pace}", f"{pace:.0f}")

    def _on_lead(self) -> None:
        if self._pattern is not None:
            self.leads.emit(self._pattern)

    # --- Qt

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._lead.isHidden():
            self._on_lead()
        elif event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.press()

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat():
            self.release()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.press()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.release()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        if self._timer.isActive():  # half a minute tells nothing: it begins anew
            self._timer.stop()
            self._wait()
        super().hideEvent(event)
