"""Before a trial that is better not done alone: why, and that it is not locked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from copingkit.tools.exposure.body import body_exposures, exposure_of, standing_of
from copingkit.tools.exposure.health import Answer, Standing, Topic
from copingkit.tools.exposure.ladder import Item
from copingkit.tools.exposure.view.body_guide import body_words, brings_line
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card
from copingkit.ui.widgets.text import label


def why_company(item: Item, answers: Mapping[Topic, Answer]) -> str:
    """Why an item that is not for oneself is better done with a clinician."""
    exposure = exposure_of(item)
    if exposure is not None and exposure.clinician_led:
        return body_exposures().health.clinician_led
    if exposure is not None and exposure.standing(answers) is Standing.WITH_CLINICIAN:
        return body_exposures().health.with_clinician
    if item.combines:
        return translate("Exposure", "It brings two situations together, which can be strong.")
    if item.clinician_led:
        return translate("Exposure", "It is marked so on the ladder.")
    return translate("Exposure", "What to take care of in this one cannot be read here.")


def first_words(
    item: Item, answers: Mapping[Topic, Answer], to_questions: Callable[[], object]
) -> tuple[QWidget, ...]:
    """What is read before a trial begins: whether to do it alone, how a body exposure goes.

    Nothing of how it goes before the questions that concern it are answered.
    """
    standing, exposure = standing_of(item, answers), exposure_of(item)
    found: list[QWidget] = []
    if standing is not Standing.BY_ONESELF:
        found.append(_company(item, standing, answers, to_questions))
    if exposure is not None and standing is not Standing.ASK_FIRST:
        found.append(Card(label(brings_line(exposure), "strong"), body_words(exposure), spacing=12))
    return tuple(found)


def _company(
    item: Item,
    standing: Standing,
    answers: Mapping[Topic, Answer],
    to_questions: Callable[[], object],
) -> QWidget:
    if standing is Standing.ASK_FIRST:
        ask = button(translate("Exposure", "To the questions about health"), to_questions)
        return Card(
            label(translate("Exposure", "First a few questions about your health"), "h2"),
            label(
                translate("Exposure", "They are asked once, before the first feeling in the body.")
            ),
            Flow(ask),
            look="soft-card",
        )
    return Card(
        label(translate("Exposure", "Only together with a clinician"), "h2"),
        label(why_company(item, answers)),
        label(translate("Exposure", "Nothing is locked here. If you are not sure, ask first.")),
        look="soft-card",
    )
