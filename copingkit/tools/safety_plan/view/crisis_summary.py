"""The end of a crisis run: a kind word, what helped, and a place to note it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from copingkit.core.errors import EnvironmentProblem
from copingkit.tools.safety_plan.records import Answer
from copingkit.tools.safety_plan.view.crisis_route import Stop
from copingkit.tools.safety_plan.view.crisis_step import at_start, urge_question
from copingkit.tools.safety_plan.view.run_keeper import RunKeeper
from copingkit.ui import messages, theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import Item, column
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.scale import Scale
from copingkit.ui.widgets.text import field_label, label
from copingkit.ui.widgets.typing_saver import TypingSaver


def summary_title() -> str:
    """The heading at the end."""
    return translate("CrisisRun", "You looked for help. That counts.")


def summary_content(stops: list[Stop], keeper: RunKeeper) -> list[Item]:
    """The heading, what helped in this run, and whom to turn to."""
    items: list[Item] = [label(summary_title(), "huge"), 4]
    for answer, words in (
        (Answer.HELPED, translate("CrisisRun", "It helped: {step}")),
        (Answer.A_LITTLE, translate("CrisisRun", "It helped a little: {step}")),
    ):
        items.extend(
            label(words.replace("{step}", stop.title), "big")
            for stop in stops
            if stop.step is not None and keeper.answer_to(stop.step) is answer
        )
    words = translate(
        "CrisisRun",
        "If it is still hard, or gets hard again, you need not be alone with it. "
        "Call someone, or go through this once more.",
    )
    items.append(label(words, "crisis-detail"))
    return items


class Noting(QWidget):
    """The urge afterwards and what helped; all of it can be left out."""

    said = Signal()

    def __init__(self, keeper: RunKeeper, add: Callable[[str], None] | None) -> None:
        super().__init__()
        self._keeper = keeper
        self._add = add
        self._note = QPlainTextEdit(keeper.run.what_helped)
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(theme.px(84))
        self._saver = TypingSaver(self._on_save, self)
        self._note.textChanged.connect(self._on_typed)
        self._added = label("", "crisis-detail")
        self._offer = button(
            translate("CrisisRun", "Add this to what I can do by myself"),
            self._on_add,
            look="tall",
            icon="plus",
        )
        if add is None:
            self._offer.hide()  # never show what has no parent yet: it would be a window
        asked = translate("CrisisRun", "What helped? A few words for next time, if you like.")
        scale = Scale(urge_question(), keeper.run.urge_after)
        scale.chosen.connect(self._on_urge)
        self.setLayout(
            column(
                scale,
                8,
                field_label(asked, self._note, "crisis-detail"),
                self._note,
                at_start(self._offer),
                self._added,
            )
        )
        self._on_changed()

    def flush(self) -> None:
        """Save what is being typed, now."""
        self._saver.flush()

    def _text(self) -> str:
        return self._note.toPlainText().strip()

    def _on_typed(self) -> None:
        self._saver.touch()
        self._on_changed()

    def _on_changed(self) -> None:
        self._offer.setEnabled(bool(self._text()))
        self._added.hide()

    def _on_save(self) -> None:
        self._keeper.note(self._text())
        self.said.emit()

    def _on_urge(self, urge: int | None) -> None:
        self._keeper.urge_after(urge)
        self.said.emit()

    def _on_add(self) -> None:
        if self._add is None:
            return
        self.flush()
        said = translate("CrisisRun", "It is in your plan now.")
        try:
            self._add(self._text())
        except EnvironmentProblem as problem:
            words = messages.words_for(problem)
            said = f"{words.what} {words.next}"
        else:
            self._offer.setEnabled(False)
        self._added.setText(said)
        self._added.show()
        announce(self, said)
