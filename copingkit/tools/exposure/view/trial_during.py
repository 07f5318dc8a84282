"""While a trial goes on: its clock, a number now and then, what is noticed, and two ways to end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from copingkit.tools.exposure import pace
from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.view.body_guide import BodyGuide
from copingkit.tools.exposure.view.trial_noticing import Noticing
from copingkit.tools.exposure.view.words import clock_text, may_end_words, noticed, suds_scale
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column, holder, row
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import label

_TENS = range(0, 101, 10)
_TYPING_MS = 1200  # more digits within this time belong to the same number
_LATEST = 6


class TrialDuring(QWidget):
    """`said` (SUDS), `guessed` (percent), `noted` (a LogEntry); `ended` as planned, `stopped`.

    `asked` comes when a number is asked for, or the time of a body exposure is over. Digits are
    numbers too: 4 is 40, 0 is 0; typed on, 4 and 5 are 45: that is `corrected`. `taken_back`: the
    last note was a slip of the hand.
    """

    said = Signal(int)
    corrected = Signal(int)
    taken_back = Signal()
    guessed = Signal(int)
    noted = Signal(object)
    ended = Signal()
    stopped = Signal()
    asked = Signal()

    def __init__(self, trial: Trial, guide: BodyGuide | None = None) -> None:
        """`guide` says how a body exposure goes."""
        super().__init__()
        self._trial, self._guide = trial, guide
        self._due = False
        self._digits = ""
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._clock = label("0:00", "huge", wrap=False)
        self._told = label("", "strong")
        self._question = label(_question(asked=False), "crisis-detail")
        self._latest, self._log = label("", "muted"), label("", "small")
        self._end = button(translate("Exposure", "End as planned"), self.ended.emit, look="answer")
        self._back = button(
            translate("Exposure", "Take it back"), self._on_back, look="quiet", icon="undo"
        )
        self._noticing = Noticing(trial)
        self._noticing.noted.connect(self.noted)
        self._noticing.guessed.connect(self.guessed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(
            translate("Exposure", "The trial. Digits are numbers of distress: 4 is 40.")
        )
        self._build()
        self.show_trial(trial)

    def _build(self) -> None:
        numbers = []
        for suds in _TENS:
            made = button(str(suds), partial(self._on_tapped, suds), look="scale")
            made.setAccessibleName(
                translate("Exposure", "Distress {suds}").replace("{suds}", str(suds))
            )
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click digits still count
            numbers.append(made)
        stop = button(translate("Exposure", "Stop here"), self.stopped.emit, look="answer")
        now = Card(
            self._clock,
            self._told,
            self._question,
            holder(Flow(*numbers)),
            Flow(self._end, stop, spacing=12),
            label(suds_scale(), "small"),
            spacing=12,
        )
        self._latest.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        noticed = Card(row(self._latest, self._back), self._noticing, self._log, spacing=12)
        guide = [self._guide] if self._guide is not None else []
        self.setLayout(column(now, *guide, noticed, spacing=12))
        if self._guide is not None:
            self._guide.over.connect(self.asked)

    # --- what is shown

    def show_trial(self, trial: Trial) -> None:
        """Show what was noticed so far."""
        self._trial = trial
        self._noticing.show_trial(trial)
        lines = noticed(trial)[-_LATEST:]
        self._latest.setText(_last(lines))
        self._back.setVisible(bool(lines))
        self._log.setText("\n".join(f"{clock_text(at)}   {what}" for at, what in lines[:-1]))
        self._log.setVisible(len(lines) > 1)

    def show_time(self, seconds: float) -> None:
        """The clock, whether a number is asked for, and whether the plan lets it end."""
        self._clock.setText(clock_text(seconds))
        since = translate("Exposure", "Time since the start: {time}")
        self._clock.setAccessibleName(since.replace("{time}", clock_text(seconds)))
        if self._guide is not None:
            self._guide.show_time(seconds)
        reason = pace.may_end(self._trial, seconds)
        words = may_end_words(reason) if reason is not None else ""
        if words and words != self._told.text():
            announce(self, words)
        self._told.setText(words)
        self._told.setVisible(bool(words))
        # it stands out once the plan lets it end; before, it would be an invitation to leave
        theme.set_look(self._end, "answer-primary" if words else "answer")
        due = pace.cue_due(self._trial, seconds)
        if due and not self._due:
            announce(self, _question(asked=True))
            self.asked.emit()
        self._due = due
        self._question.setText(_question(asked=due))
        theme.set_look(self._question, "word" if due else "crisis-detail")

    def flush(self) -> None:
        """Keep a feeling that was typed and not kept yet."""
        self._noticing.flush()

    # --- numbers

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_digit(event):
            super().keyPressEvent(event)

    def take_digit(self, event: QKeyEvent) -> bool:
        """Take a digit for a number, wherever on the page it was typed; whether it was one."""
        digit = event.text()
        if not (digit.isdecimal() and digit.isascii()):
            return False
        if not event.isAutoRepeat():
            self._on_digit(digit)
        return True

    def _on_digit(self, digit: str) -> None:
        longer = self._digits + digit if self._typing.isActive() else digit
        self._typing.start()
        if len(longer) > 1 and int(longer) <= 100 and len(longer) < 4:
            self._digits = longer
            self.corrected.emit(int(longer))
        else:
            self._digits = digit
            self.said.emit(10 * int(digit))

    def _on_back(self) -> None:
        self.setFocus()  # the button may hide, and digits must not end up in words
        self.taken_back.emit()

    def _on_tapped(self, suds: int) -> None:
        self._typing.stop()
        self.said.emit(suds)


def _last(lines: list[tuple[float, str]]) -> str:
    if not lines:
        return translate("Exposure", "Nothing noted yet.")
    at, what = lines[-1]
    said = translate("Exposure", "Noted last, at {time}: {what}")
    return said.replace("{time}", clock_text(at)).replace("{what}", what)


def _question(*, asked: bool) -> str:
    if asked:
        return translate("Exposure", "How strong is it now?")
    return translate("Exposure", "How strong is it? Tap a number whenever you like.")
