"""Before a trial: what one expects, how one would notice being wrong, when it is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from copingkit.tools.exposure.ladder import Contexts, Mode
from copingkit.tools.exposure.pace import HABITUATION_MINUTES
from copingkit.tools.exposure.trial import Before, PlannedEnd, Trial
from copingkit.tools.exposure.view.fields import Line, Paragraph
from copingkit.tools.exposure.view.hundred import Hundred, urge_field
from copingkit.tools.exposure.view.words import suds_meaning, suds_scale
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.calm_fields import CalmWheel, ChoiceField
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column, holder, row
from copingkit.ui.widgets.text import field_label, label
from copingkit.ui.widgets.typing_saver import TypingSaver
from copingkit.ui.widgets.wrapping import TickBox

_CUES = (0, 2, 5, 10)
_LONGEST = 600


class TrialBefore(QWidget):
    """`prepared` (a Before) as it is typed; `begun` when it is to begin. Nothing has to be said.

    `removed` when it is not to take place.
    """

    prepared = Signal(object)
    begun = Signal()
    removed = Signal()

    def __init__(self, trial: Trial, *, first: Sequence[QWidget] = ()) -> None:
        """`first` is what is to be read before anything else."""
        super().__init__()
        self._before = before = trial.before
        self._saver = TypingSaver(lambda: self.prepared.emit(self._typed()), self)
        touch = self._saver.touch
        self._feared = Paragraph(
            translate("Exposure", "What do I expect to happen? As something one could check"),
            before.feared,
            touch,
        )
        self._likely = Hundred(
            translate("Exposure", "How likely does it seem, in percent?"), before.expectancy
        )
        self._wrong_if = Line(
            translate("Exposure", "What would show me that I was wrong?"), before.wrong_if, touch
        )
        self._minutes = self._minutes_field(before.end)
        self._behaviour = Line(
            translate("Exposure", "Or it is over when I have …"), before.end.behaviour, touch
        )
        self._peak = Hundred(
            translate("Exposure", "How strong will the distress get?"),
            before.peak,
            suds_meaning,
            scale=suds_scale(),
        )
        self._urge = urge_field(trial, before.urge)
        self._place = Line(translate("Exposure", "Where"), before.contexts.place, touch)
        self._people = Line(
            translate("Exposure", "With whom, or alone"), before.contexts.people, touch
        )
        self._time = Line(translate("Exposure", "Time of day"), before.contexts.time_of_day, touch)
        self._strength = Line(
            translate("Exposure", "How much of it (near, long, loud)"),
            before.contexts.intensity,
            touch,
        )
        self._dropped = {each: TickBox(each.text) for each in trial.safety_behaviours}
        self._build(trial, first)

    def _minutes_field(self, end: PlannedEnd) -> QSpinBox:
        made = QSpinBox()
        made.setRange(0, _LONGEST)
        made.setSpecialValueText(translate("Exposure", "no set time"))
        made.setSuffix(translate("Exposure", " minutes"))
        made.setValue(round(end.minutes) if end.minutes is not None else 0)
        made.setMinimumSize(theme.px(150), theme.px(36))
        made.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)  # the sheet cannot give it room
        CalmWheel(made).watch(made)
        return made

    def _build(self, trial: Trial, above: Sequence[QWidget]) -> None:
        minutes = holder(
            column(
                field_label(translate("Exposure", "It is over after"), self._minutes),
                row(self._minutes, None),
                spacing=4,
            )
        )
        first: list[QWidget] = [self._feared, self._likely, self._wrong_if]
        if trial.mode is Mode.HABITUATION:
            first = [_until(), self._peak]
        card = Card(*first, minutes, self._behaviour, spacing=16)
        if self._dropped:
            card.body.addWidget(self._leave_out())
        if self._urge is not None:
            card.body.addWidget(self._urge)
        more = Disclosure(
            translate("Exposure", "Where, when, and more"),
            translate("Exposure", "Hide"),
            trial.situation,
            lambda: self._more(trial.mode),
        )
        card.body.addLayout(Flow(more))
        more.fill()
        card.body.addWidget(more.place)
        begin = button(translate("Exposure", "Begin now"), self._begin, look="answer-primary")
        remove = button(translate("Exposure", "Remove this trial"), self.removed.emit, look="quiet")
        card.body.addLayout(Flow(begin, remove, spacing=12))
        self.setLayout(column(*above, card, spacing=12))
        self._connect()

    def _connect(self) -> None:
        touch = self._saver.touch
        self._likely.said.connect(lambda _percent: touch())
        if self._urge is not None:
            self._urge.said.connect(lambda _urge: touch())
        self._peak.said.connect(lambda _suds: touch())
        self._minutes.valueChanged.connect(lambda _minutes: touch())
        for box in self._dropped.values():
            box.toggled.connect(lambda _on: touch())

    def _leave_out(self) -> QWidget:
        title = label(translate("Exposure", "What I leave out this time"), "small")
        lines = []
        for behaviour, box in self._dropped.items():
            box.setChecked(behaviour in self._before.dropped)
            lines.append(row(box, None))
        return holder(column(title, *lines, spacing=4))

    def _more(self, mode: Mode) -> QWidget:
        asks = ChoiceField(
            translate("Exposure", "Ask me for a number"),
            [(str(minutes), _cue_name(minutes)) for minutes in _CUES],
            str(round(self._before.cue_minutes)),
            self._on_cue,
        )
        rest: list[QWidget] = [self._place, self._people, self._time, self._strength]
        if mode is Mode.HABITUATION:
            rest += [self._feared, self._likely, self._wrong_if]
        else:
            rest.append(self._peak)
        tone = label(
            translate("Exposure", "With a soft tone, where soft tones are on in Preferences."),
            "small",
        )
        return holder(column(*rest, asks, tone, spacing=12))

    def _on_cue(self, minutes: str) -> None:
        self._before = replace(self._before, cue_minutes=float(minutes))
        self._saver.touch()

    def _typed(self) -> Before:
        minutes = float(self._minutes.value()) or None
        contexts = Contexts(
            self._place.text,
            self._people.text,
            self._time.text,
            self._strength.text,
        )
        self._before = replace(
            self._before,
            feared=self._feared.text,
            expectancy=self._likely.value,
            wrong_if=self._wrong_if.text,
            end=PlannedEnd(minutes, self._behaviour.text),
            peak=self._peak.value,
            urge=self._urge.value if self._urge is not None else self._before.urge,
            contexts=contexts,
            dropped=tuple(each for each, box in self._dropped.items() if box.isChecked()),
        )
        return self._before

    def flush(self) -> None:
        """Give what is typed and not given yet."""
        self._saver.flush()

    def _begin(self) -> None:
        self._saver.touch()
        self.flush()
        self.begun.emit()


def _cue_name(minutes: int) -> str:
    if not minutes:
        return translate("Exposure", "Never; I tap a number when I like")
    return translate("Exposure", "Every %n minutes", "", minutes)


def _until() -> QWidget:
    """How long one stays in habituation mode, as `pace.may_end` has it."""
    said = translate(
        "Exposure",
        "You stay until the distress is half of the highest, or until the time is over. Where you "
        "set no time and no other end, that is after %n minutes.",
        "",
        round(HABITUATION_MINUTES),
    )
    return label(said)
