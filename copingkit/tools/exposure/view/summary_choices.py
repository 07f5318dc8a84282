"""Which trials a summary is of, and what of it is left out."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QSpinBox, QVBoxLayout, QWidget

from copingkit.tools.exposure.insight import latest, since
from copingkit.tools.exposure.ladder import Ladder
from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.view.fields import Choice
from copingkit.tools.exposure.view.summary_sheet import Part, Summary, part_name
from copingkit.ui import theme
from copingkit.ui.language import short_date, translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.calm_fields import CalmWheel
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import clear, column, holder, row
from copingkit.ui.widgets.text import field_label, label
from copingkit.ui.widgets.wrapping import TickBox

_USUAL = 5
_MOST = 200  # some forty pages, laid out in a moment
_DAYS_BACK = 14
_AT_ONCE = 30  # more boxes are built when they are asked for


class SummaryChoices(QWidget):
    """`changed` when it is to be of other trials, or of other parts."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._trials, self._shown = tuple[Trial, ...](), _AT_ONCE
        self._trials_out, self._parts_out = set[str](), set[str]()
        self._since, self._complete = False, True
        self._count, self._day = _count_field(), _day_field()
        self._boxes: QVBoxLayout = column(spacing=6)
        self._trial_boxes = holder(self._boxes)
        self._state = label("", "muted")
        self._build()
        self._connect()
        self._show_fields()

    def _build(self) -> None:
        self._which = Choice(
            translate("Exposure", "Which trials"),
            [translate("Exposure", "The last ones"), translate("Exposure", "Since a day")],
            0,
        )
        how_many = translate("Exposure", "How many of the last")
        self._how_many = _named(how_many, self._count)
        self._from_when = _named(translate("Exposure", "Since"), self._day)
        leave = Disclosure(
            translate("Exposure", "Leave something out"),
            translate("Exposure", "Hide"),
            translate("Exposure", "the summary"),
            self._boxes_to_leave,
        )
        leave.fill()
        self.setLayout(
            column(
                self._which,
                self._how_many,
                self._from_when,
                self._state,
                Flow(leave),
                leave.place,
                spacing=12,
            )
        )

    def _connect(self) -> None:
        self._which.chosen.connect(self._on_which)
        self._count.valueChanged.connect(lambda _n: self._on_span())
        self._day.dateChanged.connect(lambda _day: self._on_span())

    # --- what is chosen

    def summary(self, ladder: Ladder) -> Summary:
        """What is wanted on paper."""
        kept = tuple(trial for trial in self._span() if trial.id not in self._trials_out)
        return Summary(ladder, kept, frozenset(Part) - self._parts_out)

    def show_trials(self, trials: tuple[Trial, ...], *, complete: bool) -> None:
        """Take the trials of the ladder; there may be earlier ones until it is `complete`."""
        self._trials, self._complete = trials, complete
        self._show_state()
        self._show_boxes()

    def _show_state(self) -> None:
        chosen = len(self._chosen())
        words = ""
        if not self._complete:
            words = translate("Exposure", "Earlier trials are still being read.")
        elif not chosen:
            words = translate("Exposure", "No trial is done here.")
        elif chosen > _MOST:
            most = translate("Exposure", "Only the newest {most} of them are printed.")
            words = most.replace("{most}", str(_MOST))
        self._state.setText(words)
        self._state.setVisible(bool(words))

    def _span(self) -> tuple[Trial, ...]:
        return self._chosen()[-_MOST:]

    def _chosen(self) -> tuple[Trial, ...]:
        if not self._since:
            return latest(self._trials, self._count.value())
        day = self._day.date()
        begin = datetime(day.year(), day.month(), day.day()).astimezone()
        return since(self._trials, begin)

    # --- the span

    def _on_which(self, number: int) -> None:
        self._since = number == 1
        self._show_fields()
        self._on_span()

    def _show_fields(self) -> None:
        self._how_many.setVisible(not self._since)
        self._from_when.setVisible(self._since)

    def _on_span(self) -> None:
        self._shown = _AT_ONCE
        self._show_state()
        self._show_boxes()
        self.changed.emit()

    # --- what is left out

    def _boxes_to_leave(self) -> QWidget:
        hint = label(translate("Exposure", "What is not ticked is left out."))
        parts = label(translate("Exposure", "Parts"), "small")
        boxes = [self._box(part_name(part), part, self._parts_out) for part in Part]
        trials = label(translate("Exposure", "Trials"), "small")
        return holder(column(hint, 8, parts, *boxes, 8, trials, self._trial_boxes, spacing=0))

    def _show_boxes(self) -> None:
        clear(self._boxes)
        newest_first = self._span()[::-1]
        for trial in newest_first[: self._shown]:
            words = f"{short_date(trial.at)} · {trial.situation}"
            box = self._box(words, trial.id, self._trials_out)
            self._boxes.addWidget(box)
            box.show()  # in the same moment, not one turn of the event loop later
        if (more := len(newest_first) - self._shown) > 0:
            words = translate("Exposure", "Show %n more", "", more)
            self._boxes.addWidget(button(words, self._on_more, look="quiet"))

    def _box(self, words: str, of: str, out: set[str]) -> TickBox:
        """A box for a part or a trial; what is not ticked is in `out`."""
        box = TickBox(words, on=of not in out)

        def edited(on: bool) -> None:
            (out.discard if on else out.add)(of)
            self.changed.emit()

        box.toggled.connect(edited)
        return box

    def _on_more(self) -> None:
        self._shown += _AT_ONCE
        self._show_boxes()


def _count_field() -> QSpinBox:
    made = QSpinBox()
    made.setRange(1, _MOST)
    made.setValue(_USUAL)
    made.setMinimumSize(theme.px(110), theme.px(36))
    made.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)  # the sheet cannot give it room
    CalmWheel(made).watch(made)
    return made


def _day_field() -> QDateEdit:
    made = QDateEdit(QDate.currentDate().addDays(-_DAYS_BACK))
    made.setCalendarPopup(True)
    made.setDisplayFormat("d MMM yyyy")
    made.setMinimumSize(theme.px(170), theme.px(36))
    CalmWheel(made).watch(made)
    return made


def _named(question: str, field: QWidget) -> QWidget:
    return holder(column(field_label(question, field), row(field, None), spacing=4))
