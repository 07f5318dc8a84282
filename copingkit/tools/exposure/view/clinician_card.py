"""Who should do exposure only together with a clinician: said plainly, nothing is locked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from copingkit.core.errors import ContentDamaged
from copingkit.tools.exposure.guide import guide
from copingkit.ui import messages
from copingkit.ui.language import translate
from copingkit.ui.widgets.layout import Card, column, holder, row
from copingkit.ui.widgets.text import label


def clinician_card() -> QWidget:
    """The words of the guide as a card."""
    try:
        words = guide().clinician
    except ContentDamaged as damaged:
        return label(messages.words_for(damaged).what, "warn")
    points = [_point(reason) for reason in words.reasons]
    return Card(
        label(translate("Exposure", "Before you begin"), "h2"),
        label(words.intro),
        holder(column(*points, spacing=4)),
        label(words.outro),
        spacing=12,
    )


def _point(text: str) -> QWidget:
    dash = label("–", wrap=False)
    line = row(dash, label(text), spacing=8)
    line.setAlignment(dash, Qt.AlignmentFlag.AlignTop)
    line.setStretch(1, 1)
    return holder(line)


def compulsions_line() -> QWidget:
    """What is said where a ladder drops rituals; empty words where they cannot be read."""
    try:
        return label(guide().clinician.compulsions, "small")
    except ContentDamaged:
        return label("", "small")
