"""One body exposure to choose: what it brings up, how it goes, whether it is for oneself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.tools.exposure.body import BodyExposure, HealthWords
from copingkit.tools.exposure.health import Standing
from copingkit.tools.exposure.view.body_guide import body_words, brings_line
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column, holder
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import label


class BodyCard(Card):
    """`put_requested`, `open_requested` where it is on the ladder already, `questions_requested`.

    Before the questions that concern it are answered it says only what it brings up.
    """

    put_requested = Signal()
    open_requested = Signal()
    questions_requested = Signal()

    def __init__(self, exposure: BodyExposure, words: HealthWords) -> None:
        super().__init__(spacing=8)
        self.exposure, self._words = exposure, words
        title = exposure.title
        self._mark = label(translate("Exposure", "With a clinician"), "chip", wrap=False)
        self._why = label("")
        self._on_ladder = label(translate("Exposure", "It is on this ladder."), "muted")
        self.how = Disclosure(
            translate("Exposure", "How it goes"), translate("Exposure", "Hide"), title, self._told
        )
        put, there = (
            translate("Exposure", "Put it on the ladder"),
            translate("Exposure", "Go there"),
        )
        first = translate("Exposure", "First the questions")
        self._put = button(put, self.put_requested.emit, icon="plus")
        self._there = button(there, self.open_requested.emit)
        self._ask = button(first, self.questions_requested.emit, look="quiet")
        for made, text in ((self._put, put), (self._there, there), (self._ask, first)):
            made.setAccessibleName(f"{text}: {title}")
        self.body.addWidget(label(title, "h2"))
        self.body.addLayout(Flow(self._mark))
        self.body.addWidget(label(brings_line(exposure), "muted"))
        self.body.addWidget(self._why)
        self.body.addWidget(self._on_ladder)
        self.body.addLayout(Flow(self.how, self._put, self._there, self._ask))
        self.body.addWidget(self.how.place)

    def show_standing(self, standing: Standing, *, on_ladder: bool) -> None:
        """Offer what the answers about health leave, and say why."""
        asked = standing is not Standing.ASK_FIRST
        was_put = self._put.hasFocus() and on_ladder
        company = standing is Standing.WITH_CLINICIAN
        led = self.exposure.clinician_led
        self._mark.setVisible(company)
        self._why.setText(self._words.clinician_led if led else self._words.with_clinician)
        self._why.setVisible(company)
        self._on_ladder.setVisible(on_ladder)
        self.how.setVisible(asked)
        if not asked:
            self.how.set_open(False)
        self._put.setVisible(asked and not on_ladder)
        self._there.setVisible(on_ladder)
        self._ask.setVisible(not asked)
        if was_put:
            self._there.setFocus()
            announce(self, self._on_ladder.text())

    def _told(self) -> QWidget:
        source = translate("Exposure", "Source: {source}")
        source = source.replace("{source}", self.exposure.source)
        return holder(column(body_words(self.exposure), label(source, "small"), spacing=8))
