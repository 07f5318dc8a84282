"""One line of the table: name, number, hours, and what stands behind it on demand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLayout, QWidget

from copingkit.tools.helplines.model import Helpline
from copingkit.tools.helplines.view import wording
from copingkit.tools.helplines.view.number_tools import (
    call_code,
    copy_button,
    marked_label,
    text_code,
)
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, column, holder, row
from copingkit.ui.widgets.text import label

Say = Callable[[str], None]

_LARGE = 1.5  # scale of the text
_LONG = 10  # characters


def line_card(line: Helpline, say: Say) -> Card:
    """A card with one line in it."""
    return Card(line_column(line, say, look="big"))


def line_column(line: Helpline, say: Say, *, look: str) -> QLayout:
    """Everything about a line from top to bottom; `look` is how its number is written."""
    name = row(label(line.name, "strong"))
    name.setStretch(0, 1)
    if line.one_source:
        name.addWidget(label(translate("Helplines", "Please check first"), "warn", wrap=False))
    parts = column(name, spacing=4)
    tools: list[QWidget] = []
    if line.phone:
        parts.addWidget(marked_label(line.phone, _fitting(line.phone, look)))
        tools += [copy_button(line.phone, say), *_some(call_code(line.phone, line.name))]
    if line.sms:
        parts.addWidget(marked_label(wording.text_number(line), "word" if line.phone else look))
        if not line.phone:
            tools += [copy_button(line.sms, say)]
        tools += _some(text_code(line.sms, line.sms_keyword, line.name))
    parts.addWidget(label(wording.facts(line), "small"))
    if line.hint:
        parts.addWidget(label(line.hint))
    tools.append(
        Disclosure(
            translate("Helplines", "Where this is from"),
            translate("Helplines", "Hide where this is from"),
            line.name,
            lambda: _origin(line),
        )
    )
    parts.addLayout(Flow(*tools, spacing=4))
    for tool in tools:
        if isinstance(tool, Disclosure):
            parts.addWidget(tool.place)
    return parts


def _fitting(number: str, look: str) -> str:
    """`look`, or a smaller one for a long number in large text: a number is not to be broken."""
    large = theme.now().scale > _LARGE and len(number) > _LONG
    return "word" if large else look


def _some(code: Disclosure | None) -> list[QWidget]:
    return [] if code is None else [code]


def _origin(line: Helpline) -> QWidget:
    """The line's own page and the sources of its number, as text to be marked."""
    parts = column(spacing=4)
    if line.url:
        parts.addWidget(label(translate("Helplines", "Its own page"), "small"))
        parts.addWidget(label(line.url, selectable=True))
    read = translate("Helplines", "Where this number was read")
    parts.addWidget(label(f"{read}, {wording.checked(line.checked)}", "small"))
    for source in line.sources:
        parts.addWidget(marked_label(source, "small"))
    return holder(parts)
