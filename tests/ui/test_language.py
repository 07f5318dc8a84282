"""Texts change with the language, plurals are right, and an unknown language stays English."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from copingkit.ui import language
from tests.support.source_tree import PACKAGE, ROOT

LRELEASE = str(Path(sys.executable).with_name("pyside6-lrelease"))


COUNT = """
import sys
from PySide6.QtCore import QCoreApplication
from copingkit.ui import language
app = QCoreApplication([])
language.install(app, sys.argv[1])
print(language.translate("Home", "%n days ago", "", 1))
print(language.translate("Home", "%n days ago", "", 2))
"""


def test_an_unknown_language_leaves_the_texts_as_written(qapp: QApplication) -> None:
    (english,) = language.install(qapp, "xx")
    assert "copingkit_en" in english.filePath()
    assert language.translate("Shortcuts", "Lock") == "Lock"


@pytest.mark.parametrize("code", ["C", "fi", "pt_BR"])
def test_english_texts_are_counted_rightly_where_there_is_no_other(code: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", COUNT, code],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split("\n")[:2] == ["1 day ago", "2 days ago"]


def test_counted_texts_hold_their_number_even_without_a_catalogue() -> None:
    assert language.translate("Nowhere", "%n things", "", 3) == "3 things"
    assert language.translate("Nowhere", "%n things") == "%n things"


def test_qts_own_dialogs_are_translated_too(qapp: QApplication) -> None:
    loaded = language.install(qapp, "de")
    assert any("qtbase_de" in translator.filePath() for translator in loaded)
    assert language.short_date(date(2026, 10, 14)) == "14 Okt. 2026"


def test_dates_have_the_month_in_letters() -> None:
    QLocale.setDefault(QLocale("en"))
    assert language.short_date(date(2026, 3, 14)) == "14 Mar 2026"
    moment = datetime(2026, 3, 14, 12, tzinfo=UTC)
    assert language.short_date(moment) == "14 Mar 2026"
    assert language.short_day(moment) == language.short_day(moment.date()) == "14 Mar"


def test_times_are_written_as_the_locale_writes_them() -> None:
    local = datetime(2026, 3, 14, 17, 5).astimezone()
    QLocale.setDefault(QLocale("de"))
    assert language.short_moment(local.astimezone(UTC)) == "14 März 2026, 17:05"
    QLocale.setDefault(QLocale("en_US"))
    assert language.short_moment(local).replace("\u202f", " ") == "14 Mar 2026, 5:05 PM"


def test_english_counts_rightly() -> None:
    assert language.translate("Home", "%n days ago", "", 1) == "1 day ago"
    assert language.translate("Home", "%n days ago", "", 2) == "2 days ago"


def test_marking_gives_the_text_back() -> None:
    assert language.QT_TRANSLATE_NOOP("Shortcuts", "Lock") == "Lock"


SHOW = """
import sys
from PySide6.QtWidgets import QApplication, QPushButton
from copingkit.core import errors
from copingkit.ui import language, messages, shortcuts, theme
app = QApplication([])
theme.apply("light", 100)
assert len(language.install(app, "eo")) == 1
from copingkit.ui.widgets.notice_bar import NoticeBar
bar = NoticeBar()
bar.report(errors.DiskFull("vault.db"))
bar.show()
print(*sorted({b.accessibleName() for b in bar.findChildren(QPushButton)}), sep="\\n")
print(messages.words_for(errors.DiskFull("vault.db")).what)
print(shortcuts.shown(shortcuts.KEYS[1])[1])
"""


def test_a_new_catalogue_changes_what_is_on_the_screen(tmp_path: Path) -> None:
    """A made-up language, from `make translations` to the window, in a copy of the program."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, tmp_path / "copingkit", ignore=ignore)
    shutil.copytree(ROOT / "resources", tmp_path / "copingkit/_resources", ignore=ignore)
    shelf = tmp_path / "copingkit/_resources/locale"
    shelf.mkdir(exist_ok=True)
    catalogue = shelf / "copingkit_eo.ts"
    collect = [sys.executable, str(ROOT / "packaging/translations.py"), "--into", str(shelf), "eo"]
    subprocess.run(collect, check=True, capture_output=True)
    tree = ET.parse(catalogue)
    for message in tree.iter("message"):
        translation = message.find("translation")
        if translation is not None and message.get("numerus") != "yes":
            translation.text = f"«{message.findtext('source')}»"
            translation.attrib.clear()
    tree.write(catalogue, encoding="utf-8")
    compiled = str(catalogue.with_suffix(".qm"))
    subprocess.run([LRELEASE, "-silent", str(catalogue), "-qm", compiled], check=True)
    shown = subprocess.run(
        [sys.executable, "-c", SHOW],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    close, undo, what, lock = shown.stdout.splitlines()
    assert (close, undo, lock) == ("«Close this message»", "«Undo»", "«Lock»")
    assert what == "«The disk is full, so this could not be saved: vault.db.»"
