"""Writing an exercise of one's own in the library, as somebody does who types."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from copingkit.tools.exercises.model import Exercise
from copingkit.tools.exercises.service import ExercisesService
from copingkit.tools.exercises.view.library_page import LibraryPage
from tests.support.controls import field, press


def mine(service: ExercisesService) -> Exercise:
    (one,) = (each for each in service.all(archived=True) if service.is_own(each.id))
    return one


def name_it(page: LibraryPage, title: str) -> None:
    line = field(page, QLineEdit, "Name")
    line.selectAll()
    QTest.keyClicks(line, title)


def texts(page: LibraryPage, question: str) -> list[QPlainTextEdit]:
    return [
        one
        for one in page.findChildren(QPlainTextEdit)
        if one.accessibleName() == question and one.isVisible()
    ]


def disclose(page: LibraryPage, text: str) -> None:
    next(
        one
        for one in page.findChildren(QAbstractButton)
        if one.accessibleName().startswith(text) and one.isVisible()
    ).click()


def guided(page: LibraryPage) -> None:
    texts(page, "What is said")[0].setPlainText("Look at the sea.")
    press(page, "One more")
    texts(page, "What is said")[1].setPlainText("Listen to it.")
