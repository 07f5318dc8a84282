"""A whole day in a process of its own, for a test that watches the process from outside.

`python private_day.py FOLDER PDF` makes a vault by the first run, types a plan, searches, goes
through the crisis run, prints to a PDF, locks and opens again. Everything private that it types
holds one of `MARKERS`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop, Qt, QTimer
from pytestqt.exceptions import TimeoutError  # noqa: A004 - what its waits raise

from copingkit import app
from tests.support.first_steps import choose_country, give_words_back
from tests.support.journey import CTRL, SHIFT, Person

SIGN = "quagmire-lantern"
PHONE = "0170 555 013742"
PASSPHRASE = "velvet-antelope at noon"
QUERY = "quagm"
HELPED = "marzipan-harbour"
OWN_LINE = "Periwinkle-centre"
MARKERS = ("quagmire", "555 013742", "555013742", "velvet-antelope", "marzipan", "Periwinkle")


class Waiting:
    """Turns the event loop; stands in for pytest-qt's bot."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int) -> None:  # noqa: N802 - as pytest-qt has it
        waited = 0
        while not callback():
            if waited > timeout:
                raise TimeoutError
            self.wait(20)
            waited += 20

    def wait(self, ms: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()


def first_run(person: Person) -> None:
    person.open()
    choose_country(person)
    person.reads("A passphrase protects it just as well.", "This computer")
    person.fill("New passphrase", PASSPHRASE)
    person.fill("The same again", PASSPHRASE)
    person.press("Protect it this way")
    give_words_back(person)
    person.press("Write the first step")


def write(person: Person) -> None:
    person.wait_for_page("PlanPage")
    person.fill("Warning sign", SIGN)
    person.press("Done")
    mira = {"Name": "Mira", "Phone number": PHONE}
    person.add_entry("Add a person: People I can ask for help", mira)
    person.press("Helplines")
    person.press("Add a line")
    person.fill("Who or what it is", OWN_LINE)
    person.press("Done")
    person.key(Qt.Key.Key_F, CTRL)
    person.write(QUERY)
    person.reads("Found: 1")


def ask_for_help(person: Person) -> None:
    person.key(Qt.Key.Key_H, CTRL | SHIFT)
    for _ in range(40):
        if "You looked for help. That counts." in person.all_read():
            break
        person.key(Qt.Key.Key_Return)
    person.fill("What helped? A few words for next time, if you like.", HELPED)
    person.press("Done")


def lock_and_open(person: Person) -> None:
    person.key(Qt.Key.Key_L, CTRL)
    person.wait_for_page("LockPage")
    person.write(PASSPHRASE)
    person.key(Qt.Key.Key_Return)
    person.wait_for_page("PlanPage")
    person.reads(SIGN)


def main(folder: Path, pdf: Path) -> None:
    app.application()
    person = Person(Waiting(), folder)
    first_run(person)
    write(person)
    ask_for_help(person)
    person.press("Safety plan")
    person.press("Print")
    person.press("Save as PDF")
    person.press("Choose where to save")
    person.save_file_as(pdf)
    assert not any(marker in person.window.windowTitle() for marker in MARKERS)
    lock_and_open(person)
    opened = person.window.door.open
    assert opened is not None
    opened.snapshot_if_due()
    person.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
    os.write(1, b"done\n")
