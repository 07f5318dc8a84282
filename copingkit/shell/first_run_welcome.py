"""The first and the last step of the first run: what this is, and where to begin."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from copingkit.shell.first_run_step import Step
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import Card
from copingkit.ui.widgets.text import label
from copingkit.ui.widgets.wrapping import ChoiceButton


class WelcomeStep(Step):
    """Step 1: what this is, what it is not, what stays on this computer."""

    def __init__(self, travels: bool) -> None:
        super().__init__(1, translate("FirstRun", "Welcome to copingkit"))
        self.back.hide()
        self.fill(*self._cards(), _kept(travels), go_on=translate("FirstRun", "Go on"))

    def _cards(self) -> tuple[Card, ...]:
        return (
            _told(
                translate("FirstRun", "What it is"),
                translate(
                    "FirstRun",
                    "A place for your own safety plan: what helps, who helps, and what comes "
                    "next in a hard hour. You write it on a calm day, alone or with someone.",
                ),
            ),
            _told(
                translate("FirstRun", "What it is not"),
                translate(
                    "FirstRun",
                    "copingkit is a tool. It gives no medical advice, and it does not replace a "
                    "clinician or the emergency services. Nobody reads along, so nobody is "
                    "called for you. “Help me now” shows helplines at any time, already here.",
                ),
            ),
        )


class StartStep(Step):
    """Step 5: alone or with a clinician, and where to go first."""

    finished = Signal(str)  # "plan" or "home"

    def __init__(self) -> None:
        super().__init__(5, translate("FirstRun", "Where to begin"))
        self._alone = ChoiceButton(translate("FirstRun", "I am doing this by myself"))
        self._guided = ChoiceButton(translate("FirstRun", "Someone is doing this with me"))
        self._group = QButtonGroup(self)
        self._said = label("", "muted")
        for choice in (self._alone, self._guided):
            self._group.addButton(choice)
            choice.toggled.connect(lambda _on: self._tell())
        self._alone.setChecked(True)
        look_around = button(
            translate("FirstRun", "Look around first"), lambda: self.finished.emit("home")
        )
        self.go_on.clicked.connect(lambda _checked: self.finished.emit("plan"))
        self.fill(
            Card(self._alone, self._guided, self._said),
            go_on=translate("FirstRun", "Write the first step"),
            beside=look_around,
        )

    @property
    def with_clinician(self) -> bool:
        """Whether somebody is doing this together with the person."""
        return self._guided.isChecked()

    def _tell(self) -> None:
        self._said.setText(
            translate(
                "FirstRun",
                "Take turns as you like. The words in the plan stay yours: best written the way "
                "you would say them.",
            )
            if self.with_clinician
            else translate(
                "FirstRun",
                "One line is enough for today. You can stop at any time and go on later: "
                "everything is saved as you type.",
            )
        )


def _told(title: str, text: str) -> Card:
    return Card(label(title, "h2"), label(text), spacing=4)


def _kept(travels: bool) -> Card:
    if travels:
        return _told(
            translate("FirstRun", "What stays with you"),
            translate(
                "FirstRun",
                "Everything. What you write is encrypted and kept in the folder copingkit-data "
                "beside the program, and nowhere else: carry the whole folder along. There is no "
                "account, and the program never uses the network.",
            ),
        )
    return _told(
        translate("FirstRun", "What stays on this computer"),
        translate(
            "FirstRun",
            "Everything. What you write is encrypted and kept on this computer only. "
            "There is no account, and the program never uses the network.",
        ),
    )
