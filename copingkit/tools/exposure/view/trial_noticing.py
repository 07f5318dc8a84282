"""What else can be noticed during a trial: a feeling in words, an urge, a safety behaviour."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.tools.exposure.ladder import SafetyBehaviour
from copingkit.tools.exposure.trial import LogEntry, LogKind, Ritual, Trial
from copingkit.tools.exposure.view.fields import Line
from copingkit.tools.exposure.view.hundred import Hundred
from copingkit.tools.exposure.view.words import ritual_name
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import bring_into_view, column, holder
from copingkit.ui.widgets.text import label


class Noticing(QWidget):
    """`noted` (a LogEntry) and `guessed` (how likely it seems now); none of it starts anything."""

    noted = Signal(object)
    guessed = Signal(int)

    def __init__(self, trial: Trial) -> None:
        super().__init__()
        self._trial = trial
        self._open: list[Hundred] = []  # numbers that may be on their way
        self._feeling = Line(
            translate("Exposure", "What is there? A word or two for the feeling"), "", lambda: None
        )
        self._feeling.field.returnPressed.connect(self.flush)
        self._other = Line(
            translate("Exposure", "What did I do, or have with me, to feel safer?"),
            "",
            lambda: None,
        )
        self._other.field.returnPressed.connect(self._note_other)
        self._more_help = Disclosure(
            translate("Exposure", "Something to feel safer"),
            translate("Exposure", "Hide"),
            trial.situation,
            self._another_help,
        )
        self._more_help.fill()
        keep = button(translate("Exposure", "Note it"), self.flush)
        rituals = [each for each in trial.safety_behaviours if each.ritual]
        helps = [each for each in trial.safety_behaviours if not each.ritual]
        box = column(self._feeling, Flow(keep), spacing=8)
        for each in rituals:
            box.addWidget(self._ritual(each))
        box.addWidget(self._used(helps))
        box.addWidget(self._numbers(with_urge=bool(rituals)))
        self.setLayout(box)

    def show_trial(self, trial: Trial) -> None:
        """Know what was noted so far."""
        self._trial = trial

    def flush(self) -> None:
        """Note what is typed or on its way."""
        for number in self._open:
            number.flush()
        if self._other.text:
            self._note_other()
        text = self._feeling.text
        if text:
            self._feeling.field.clear()
            self.noted.emit(LogEntry(LogKind.FEELING, text))

    def _ritual(self, behaviour: SafetyBehaviour) -> QWidget:
        ways = []
        for ritual in Ritual:
            entry = LogEntry(LogKind.RITUAL, behaviour=behaviour.id, ritual=ritual)
            made = button(ritual_name(ritual), partial(self.noted.emit, entry))
            made.setAccessibleName(f"{behaviour.text}: {ritual_name(ritual)}")
            ways.append(made)
        return holder(column(label(behaviour.text, "small"), Flow(*ways), spacing=4))

    def _used(self, helps: list[SafetyBehaviour]) -> QWidget:
        ways = []
        for each in helps:
            entry = LogEntry(LogKind.SAFETY_BEHAVIOUR, behaviour=each.id)
            ways.append(button(each.text, partial(self.noted.emit, entry)))
        title = label(translate("Exposure", "I used it after all. That is worth knowing."), "small")
        self._more_help.clicked.connect(lambda _checked: self._on_other())
        return holder(column(title, Flow(*ways, self._more_help), self._more_help.place, spacing=4))

    def _another_help(self) -> QWidget:
        keep = button(translate("Exposure", "Note this help"), self._note_other)
        return holder(column(self._other, Flow(keep), spacing=8))

    def _on_other(self) -> None:
        if self._more_help.is_open:
            self._other.setFocus()
            bring_into_view(self._more_help.place)

    def _note_other(self) -> None:
        """What nobody thought of beforehand; without words it is noted that there was something."""
        text = self._other.text or translate("Exposure", "Something to feel safer")
        self._other.field.clear()
        self._more_help.set_open(False)
        self._more_help.setFocus()
        self.noted.emit(LogEntry(LogKind.SAFETY_BEHAVIOUR, text=text))

    def _numbers(self, *, with_urge: bool) -> QWidget:
        more = Disclosure(
            translate("Exposure", "How likely now, and more"),
            translate("Exposure", "Hide"),
            self._trial.situation,
            lambda: self._guesses(with_urge=with_urge),
        )
        return holder(column(Flow(more), more.place, spacing=4))

    def _guesses(self, *, with_urge: bool) -> QWidget:
        likely = Hundred(
            translate("Exposure", "How likely does what I expected seem now, in percent?"), None
        )
        likely.settled.connect(self.guessed)
        parts = [likely]
        if with_urge:
            urge = Hundred(translate("Exposure", "How strong is the urge?"), None)
            urge.settled.connect(self._on_urge)
            parts.append(urge)
        self._open = parts
        return holder(column(*parts, spacing=8))

    def _on_urge(self, urge: int) -> None:
        self.noted.emit(LogEntry(LogKind.URGE, urge=urge))
