"""Follow my breath: press while breathing in for a minute, then see what it was."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from typing_extensions import override

from copingkit.core.clock import Clock
from copingkit.tools.exercises.model import Pattern
from copingkit.tools.exercises.own_breath import MEASURED_S, Press, leading, measure
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import PageColumn, holder
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import label

LOOK_MS = 250


class MeasureView(PageColumn):
    """Hold Space or the mouse while breathing in; nothing is asked of the breath.

    `leads` (a Pattern): go on from the person's own pace. `left`: back to before.
    """

    leads = Signal(object)
    left = Signal()

    def __init__(self, clock: Clock) -> None:
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
        self._lead = button(
            translate("FollowBreath", "Lead me from there"), self._on_lead, look="answer-primary"
        )
        self._again = button(translate("FollowBreath", "Measure again"), self.begin, look="answer")
        back = button(translate("FollowBreath", "Back"), self.left.emit, look="answer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addStretch(2)
        for part in (self._title, self._said, self._detail):
            self.body.addWidget(part)
        self.body.addWidget(holder(Flow(self._lead, self._again, back, spacing=12)))
        self.body.addStretch(3)

    def begin(self) -> None:
        """Wait for the first breath in; the minute begins with it."""
        self._presses, self._down, self._began = [], None, None
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
        self.setFocus()
        announce(self, self._said.text())

    # --- pressing

    def press(self) -> None:
        """Breathing in begins."""
        if self._down is None and not self._timer.isActive() and self._began is None:
            self._began = self._clock.steady()
            self._timer.start()
        if self._timer.isActive():
            self._down = self._clock.steady()
            self._said.setText(translate("FollowBreath", "In"))

    def release(self) -> None:
        """Breathing in ends."""
        if self._down is not None:
            self._presses.append(Press(self._down, self._clock.steady()))
            self._said.setText(translate("FollowBreath", "Out"))
        self._down = None

    def _look(self) -> None:
        gone = self._clock.steady() - (self._began or 0.0)
        if gone >= MEASURED_S:
            self._tell()
            return
        left = translate("FollowBreath", "{seconds} seconds more")
        self._detail.setText(left.replace("{seconds}", str(round(MEASURED_S - gone))))

    # --- what it was

    def _tell(self) -> None:
        self._timer.stop()
        self._down = None
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
            self._detail.setText(detail.replace("{count}", str(own.breaths)))
        self._lead.setVisible(own is not None)
        self._again.setVisible(True)
        (self._again if own is None else self._lead).setFocus()
        announce(self, self._said.text())

    def _on_lead(self) -> None:
        if self._pattern is not None:
            self.leads.emit(self._pattern)

    # --- Qt

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space:
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
        self._timer.stop()
        super().hideEvent(event)
