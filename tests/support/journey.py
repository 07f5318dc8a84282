"""A person in front of the real window: sees, presses, types, closes it and comes back.

Nothing here reaches behind the screen: what is pressed is what a mouse would hit at its place,
keys go to whatever has the keyboard, and what is read is what a screen reader could read.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.exceptions import TimeoutError  # noqa: A004 - what its waits raise

from copingkit import app
from copingkit.shell.main_window import MainWindow
from tests.support.accessible import spoken

W = TypeVar("W", bound=QWidget)

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
PATIENCE_MS = 15_000  # a machine may be busy; only a failure takes that long


class Waits(Protocol):
    """Lets the program run: pytest-qt's bot, or what stands in for it outside of pytest.

    `waitUntil` raises pytest-qt's TimeoutError.
    """

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int) -> None:  # noqa: N802 - as pytest-qt has it
        """Until `callback` is true, for at most `timeout` milliseconds."""
        ...

    def wait(self, ms: int) -> None:
        """For so many milliseconds."""
        ...


class Person:
    """Uses the program whose vault is in `folder`."""

    def __init__(self, qtbot: Waits, folder: Path) -> None:
        self.folder = folder
        self._qtbot = qtbot
        self._program: app.Program | None = None

    # --- the program

    def open(self, *, crisis: bool = False) -> None:
        """Start the program and wait for its window, which gets the keyboard."""
        assert self._program is None
        self._program = app.assemble(self.folder)
        self.window.start(crisis=crisis)
        self.wait_until(self.window.isVisible)
        self.get_keyboard()

    def get_keyboard(self) -> None:
        """What a window manager does when a window appears, or a pop-up before it goes."""
        self.window.activateWindow()
        self.wait_until(self.window.isActiveWindow)

    def close(self) -> None:
        """Close the window and let everything of it go; harmless when it is closed."""
        if self._program is None:
            return
        window, self._program = self.window, None
        assert window.close()
        window.deleteLater()
        settle()

    def open_again(self, *, crisis: bool = False) -> None:
        """Close the program and start it anew."""
        self.close()
        self.open(crisis=crisis)

    @property
    def window(self) -> MainWindow:
        """The program's window."""
        assert self._program is not None
        return self._program.window

    @property
    def page(self) -> str:
        """The class of what is in front."""
        return type(self.window.current_view).__name__

    # --- waiting and reading

    def wait_until(self, reached: Callable[[], bool], wanted: str = "") -> None:
        """Let the program run until then, for a while; `wanted` says what was waited for."""
        try:
            self._qtbot.waitUntil(reached, timeout=PATIENCE_MS)
        except TimeoutError:
            raise AssertionError(f"waited for {wanted}; on the screen: {self.all_read()}") from None

    def wait_for_page(self, name: str) -> None:
        """Until a page (by its class) is in front."""
        self.wait_until(lambda: self.page == name, name)

    def reads(self, *texts: str) -> None:
        """Wait until all of these can be read in the window."""
        for text in texts:
            self._wait_to_read(text)

    def _wait_to_read(self, text: str) -> None:
        self.wait_until(lambda: text in self.all_read(), repr(text))

    def all_read(self) -> str:
        """Everything that can be read in the window now."""
        return spoken(self.window)

    def words_shown(self) -> tuple[str, ...]:
        """The recovery words on the screen, in their order."""
        cells = [
            label
            for label in self.window.findChildren(QLabel)
            if label.isVisible() and label.property("look") == "word"
        ]
        return tuple(label.text() for label in cells)

    # --- mouse and keyboard

    def press(self, name: str) -> None:
        """Click the one button of that name or text."""
        self.click(self.button(name))

    def button(self, name: str) -> QAbstractButton:
        """The one shown button of that name or text; waited for."""
        self.wait_until(lambda: len(self.buttons(name)) == 1, f"one button {name!r}")
        (found,) = self.buttons(name)
        return found

    def buttons(self, name: str) -> list[QAbstractButton]:
        """The shown buttons of that name or text."""
        return [
            one
            for one in self.window.findChildren(QAbstractButton)
            if one.isVisible() and name in {one.accessibleName(), one.text().strip()}
        ]

    def click(self, widget: QWidget) -> None:
        """Click in the middle of a widget, scrolled into view first; nothing may lie over it.

        One that is greyed is waited for: something else is going on just now.
        """
        wanted = f"a way to {widget.accessibleName()!r}"
        self.wait_until(lambda: widget.isEnabled() and reachable(widget), wanted)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NO_MODIFIER, widget.rect().center())

    def touch_mouse(self) -> None:
        """Press a mouse button where nothing is."""
        window = self.window.windowHandle()
        assert window is not None
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, NO_MODIFIER, QPoint(3, 3))

    def run_for(self, *, milliseconds: int) -> None:
        """Do nothing for a while."""
        self._qtbot.wait(milliseconds)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(focused(), key, modifiers)

    def write(self, text: str) -> None:
        """Type where the keyboard is."""
        for letter in text:
            QTest.keyClicks(focused(), letter)

    def field(self, name: str, kind: type[W]) -> W:
        """The one shown field of that class and name; waited for."""

        def found() -> list[W]:
            return [
                one
                for one in self.window.findChildren(kind)
                if one.isVisible() and one.accessibleName() == name
            ]

        self.wait_until(lambda: len(found()) == 1, f"one field {name!r}")
        return found()[0]

    def fill(self, name: str, text: str) -> None:
        """Click into the field of that name and type, in place of what was there."""
        self.click(self.field(name, QWidget))
        self.key(Qt.Key.Key_A, CTRL)
        self.key(Qt.Key.Key_Delete)
        self.write(text)

    def choose(self, name: str, entry: str) -> None:
        """Choose an entry of a drop-down list by the keyboard alone: open, find, Enter."""
        box = self.field(name, QComboBox)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        box.showPopup()
        self.wait_until(box.view().isVisible)
        QTest.keyClicks(box.view(), entry)
        QTest.keyClick(box.view(), Qt.Key.Key_Return)
        self.get_keyboard()
        settle()

    def choose_closed(self, name: str, letters: str) -> None:
        """Go to a drop-down list and type the first letters, without opening it."""
        self.field(name, QComboBox).setFocus(Qt.FocusReason.TabFocusReason)
        for letter in letters:
            self.write(letter)
            settle()

    def save_file_as(self, path: Path) -> None:
        """Answer the file dialog that is open with a path."""
        self.wait_until(lambda: answered(self.window, path, "Save"), "a file dialog")
        self.wait_until(path.exists, path.name)
        self.get_keyboard()

    def open_file(self, path: Path) -> None:
        """Answer the file dialog that is open with a file that is there."""
        self.wait_until(lambda: answered(self.window, path, "Open"), "a file dialog")
        self.get_keyboard()

    # --- what one does often

    def add_entry(self, button: str, fields: dict[str, str]) -> None:
        """Add an entry to the plan: the button's name, then what goes into which field."""
        self.press(button)
        for name, text in fields.items():
            self.fill(name, text)
        self.press("Done")

    def type_words(self, words: str) -> None:
        """Type recovery words on the lock page and ask to open."""
        if not self.buttons("Open") or "The twelve recovery words" not in self.all_read():
            if not self.buttons("With the twelve recovery words"):
                self.press("Another way to open it")
            self.press("With the twelve recovery words")
        self.fill("The twelve recovery words", words)
        self.press("Open")


def answered(window: QWidget, path: Path, button: str) -> bool:
    """Give the open file dialog a path and press its button; False while there is no dialog."""
    for dialog in window.findChildren(QFileDialog):
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        line.setText(str(path))  # as pasted: letter by letter Qt's dialog walks into folders
        (go,) = [one for one in dialog.findChildren(QPushButton) if button in one.text()]
        QTest.mouseClick(go, Qt.MouseButton.LeftButton)
        return True
    return False


def focused() -> QWidget:
    """The widget that has the keyboard."""
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None, "nothing has the keyboard"
    return widget


def reachable(widget: QWidget) -> bool:
    """Whether a click hits the middle of the widget, once it is scrolled into view."""
    settle()
    into_view(widget)
    window = widget.window()
    hit = window.childAt(widget.mapTo(window, widget.rect().center()))
    return hit is not None and (hit is widget or widget.isAncestorOf(hit))


def into_view(widget: QWidget) -> None:
    """Scroll whatever has to be scrolled until the widget is seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def settle() -> None:
    """Let layouts, paints and deletions that are due happen."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()
