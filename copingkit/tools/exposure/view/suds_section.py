"""Distress within one trial, which one chooses; the newest at first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLabel

from copingkit.tools.exposure.insight import suds_curve
from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.view import figures
from copingkit.tools.exposure.view.figure_card import FigureCard
from copingkit.ui import theme
from copingkit.ui.language import short_moment, translate
from copingkit.ui.widgets.calm_fields import CalmWheel
from copingkit.ui.widgets.choice_box import ChoiceBox
from copingkit.ui.widgets.layout import column, holder
from copingkit.ui.widgets.text import field_label, label

_OFFERED = 200  # trials in the list; older ones are opened from the tables


class SudsSection(FigureCard):
    """A card with the choice, the course, and what the course does not say."""

    def __init__(self) -> None:
        self.choice = ChoiceBox()
        self._trials: list[Trial] = []
        # as wide as there is room, whatever is in it: a long situation would widen the page
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.choice.setSizeAdjustPolicy(policy)
        self.choice.setMinimumContentsLength(12)
        self.choice.setMaxVisibleItems(12)
        self.choice.setMinimumHeight(theme.px(36))
        name = field_label(translate("Exposure", "Which trial"), self.choice)
        super().__init__(
            translate("Exposure", "Distress within a trial"),
            translate(
                "Exposure", "Once a trial has two numbers of distress, their course stands here."
            ),
            head=holder(column(name, self.choice, spacing=4)),
            foot=no_measure(),
        )
        self._calm = CalmWheel(self)
        self._calm.watch(self.choice)
        self.choice.settled.connect(self._show)

    def show_trials(self, done: Sequence[Trial]) -> None:
        """Offer these, which are done, the oldest first; the one that is shown stays."""
        shown = self._trials[self.choice.currentIndex()].id if self._trials else ""
        told = (trial for trial in reversed(done) if suds_curve(trial).n > 1)
        self._trials = [trial for trial, _number in zip(told, range(_OFFERED), strict=False)]
        names = [f"{short_moment(trial.at)} · {trial.situation}" for trial in self._trials]
        ids = [trial.id for trial in self._trials]
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItems(names)
            self.choice.setCurrentIndex(ids.index(shown) if shown in ids else min(len(ids), 1) - 1)
        self._show()

    def _show(self) -> None:
        at = self.choice.currentIndex()
        self.show_figure(figures.of_trial(self._trials[at]) if at >= 0 else None)


def no_measure() -> QLabel:
    """What the course of distress does not say (Craske 2008, 2014)."""
    return label(
        translate(
            "Exposure", "Whether distress falls or stays says little about what you found out."
        ),
        "small",
    )
