"""After a trial: what happened, whether it came true, what it taught."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.tools.exposure.flow import Missing, missing
from copingkit.tools.exposure.trial import After, CameTrue, Trial
from copingkit.tools.exposure.view.fields import Choice, Paragraph
from copingkit.tools.exposure.view.hundred import Hundred, urge_field
from copingkit.tools.exposure.view.words import came_true_name, suds_meaning, suds_scale
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column
from copingkit.ui.widgets.text import label
from copingkit.ui.widgets.typing_saver import TypingSaver


class TrialAfter(QWidget):
    """`reflected` (an After) as it is typed; `closed` once what is needed is said."""

    reflected = Signal(object)
    closed = Signal()

    def __init__(self, trial: Trial) -> None:
        super().__init__()
        self._trial, self._after = trial, trial.after
        after = trial.after
        self._saver = TypingSaver(lambda: self.reflected.emit(self.typed()), self)
        touch = self._saver.touch
        self._happened = Paragraph(
            translate("Exposure", "What happened? What one could have seen"), after.happened, touch
        )
        answers = list(CameTrue)
        self._came_true = Choice(
            translate("Exposure", "Did what I expected come true?"),
            [came_true_name(each) for each in answers],
            answers.index(after.came_true) if after.came_true is not None else None,
        )
        self._suds = Hundred(
            translate("Exposure", "How strong was it at the end?"),
            after.suds,
            suds_meaning,
            scale=suds_scale(),
        )
        self._surprise = Hundred(
            translate("Exposure", "How much did it surprise me? 0 not at all, 100 completely"),
            after.surprise,
        )
        self._learned = Paragraph(
            translate("Exposure", "What did I learn? One sentence"), after.learned, touch
        )
        self._likely = Hundred(
            translate("Exposure", "How likely would it be the next time, in percent?"),
            after.expectancy,
        )
        self._urge = urge_field(trial, after.urge)
        self._wanted = label("", "small")
        self._done = button(translate("Exposure", "Done"), self._close, look="answer-primary")
        self._build()
        self._say_missing()

    def _build(self) -> None:
        card = Card(
            self._happened,
            self._came_true,
            self._surprise,
            self._learned,
            self._likely,
            self._suds,
            *([self._urge] if self._urge is not None else []),
            self._wanted,
            Flow(self._done),
            spacing=16,
        )
        self.setLayout(column(card))
        self.setFocusProxy(self._happened)
        self._came_true.chosen.connect(self._on_came_true)
        self._happened.field.textChanged.connect(self._say_missing)
        for number in self._numbers():
            number.said.connect(lambda _value: self._saver.touch())

    def _numbers(self) -> list[Hundred]:
        urge = [self._urge] if self._urge is not None else []
        return [self._suds, self._surprise, self._likely, *urge]

    def _on_came_true(self, number: int) -> None:
        self._after = replace(self._after, came_true=list(CameTrue)[number])
        self._saver.touch()
        self._say_missing()

    def _say_missing(self) -> None:
        words = {
            Missing.HAPPENED: translate("Exposure", "what happened"),
            Missing.CAME_TRUE: translate("Exposure", "whether it came true"),
        }
        wanted = missing(replace(self._trial, after=self.typed()))
        text = translate("Exposure", "Still to say before it is done: {what}. It can wait.")
        self._wanted.setText(text.replace("{what}", ", ".join(words[each] for each in wanted)))
        self._wanted.setVisible(bool(wanted))
        self._done.setEnabled(not wanted)

    def typed(self) -> After:
        """What is said now."""
        return replace(
            self._after,
            happened=self._happened.text,
            surprise=self._surprise.value,
            learned=self._learned.text,
            expectancy=self._likely.value,
            suds=self._suds.value,
            urge=self._urge.value if self._urge is not None else self._after.urge,
        )

    def flush(self) -> None:
        """Give what is typed and not given yet."""
        self._saver.flush()

    def _close(self) -> None:
        self._saver.touch()
        self.flush()
        self.closed.emit()
