"""Steps of the first run that several journeys take."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.support.journey import Person


def choose_country(person: Person) -> None:
    person.reads("Welcome to copingkit", "Step 1 of 5")
    person.press("Go on")
    person.reads("Where do you live?")
    person.choose("Country", "Germany")
    person.press("Go on")


def give_words_back(person: Person, before_check: Callable[[], object] = lambda: None) -> None:
    """Write the words down and type those three that are asked for."""
    person.reads("Your twelve recovery words")
    words = person.words_shown()
    assert len(set(words)) >= 11
    person.press("I have written them down")
    asked = [
        field
        for field in person.window.findChildren(QWidget)
        if field.isVisible() and re.fullmatch(r"Word \d+ of 12", field.accessibleName())
    ]
    assert len(asked) == 3
    for field in asked:
        number = int(field.accessibleName().split()[1])
        person.fill(field.accessibleName(), words[number - 1])
    before_check()
    person.key(Qt.Key.Key_Return)
