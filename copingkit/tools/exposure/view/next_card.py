"""What could be varied next, each with its reason: offered, never asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal

from copingkit.tools.exposure.ladder import Contexts, Item, Ladder
from copingkit.tools.exposure.rungs import find
from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.variation import Reason, Suggestion, suggestions
from copingkit.tools.exposure.view.words import suggestion_words
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, clear, column
from copingkit.ui.widgets.text import label

_MOST = 3


class NextCard(Card):
    """`wanted` is a new Item, not on the ladder yet; hidden where there is nothing to offer."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(look="card", spacing=12)
        self.hide()

    def show_for(self, ladder: Ladder, trials: Iterable[Trial]) -> None:
        """Offer the first few."""
        clear(self.body)
        found = suggestions(ladder, trials)[:_MOST]
        self.setVisible(bool(found))
        if not found:
            return
        self.body.addWidget(label(translate("Exposure", "If you like to vary it"), "h2"))
        for each in found:
            title, reason = suggestion_words(each, ladder)
            if each.clinician_led:
                title = translate("Exposure", "{title} (with my clinician)").replace(
                    "{title}", title
                )
            put = button(
                translate("Exposure", "Put it on the ladder"),
                partial(self.wanted.emit, varied(ladder, each)),
                look="quiet",
            )
            put.setAccessibleName(f"{put.text()}: {title}")
            parts = column(label(title, "strong"), label(reason, "small"), Flow(put), spacing=4)
            self.body.addLayout(parts)


def varied(ladder: Ladder, suggestion: Suggestion) -> Item:
    """The item that a suggestion speaks of, with what is to be filled in left open."""
    item = find(ladder, suggestion.item)
    copy = replace(
        item,
        variation_of=item.id,
        archived=False,
        clinician_led=item.clinician_led or suggestion.clinician_led,
    )
    emptied: dict[Reason, Contexts] = {
        Reason.ELSEWHERE: replace(item.contexts, place=""),
        Reason.OTHER_PEOPLE: replace(item.contexts, people=""),
        Reason.ANOTHER_TIME: replace(item.contexts, time_of_day=""),
    }
    if suggestion.reason is Reason.COMBINED:
        other = find(ladder, suggestion.with_item)
        return replace(
            copy,
            situation=f"{item.situation} + {other.situation}",
            suds=None,
            combines=(item.id, other.id),
            variation_of="",
            safety_behaviours=item.safety_behaviours + other.safety_behaviours,
        )
    return replace(copy, contexts=emptied.get(suggestion.reason, item.contexts))
