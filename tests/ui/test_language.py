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
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from copingkit.ui import language
from tests.support.source_tree import PACKAGE, ROOT

LRELEASE = str(Path(sys.executable).with_name("pyside6-lrelease"))


def test_an_unknown_language_leaves_the_texts_as_written(qapp: QApplication) -> None:
    language.install(qapp, "xx")
    assert language.translate("Shortcuts", "Lock") == "Lock"


@pytest.mark.parametrize("other", ["C", "fr", "de", "pt_BR", "xx"])
def test_without_a_catalogue_of_its_own_a_language_still_counts_rightly(
    qapp: QApplication, catalogue: list[QTranslator], other: str
) -> None:
    for english in catalogue:
        qapp.removeTranslator(english)
    language.install(qapp, other)
    said = [language.translate("Library", "Used %n times", "", count) for count in (1, 2)]
    for english in catalogue:
        qapp.installTranslator(english)
    assert said == ["Used 1 time", "Used 2 times"]


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
theme.prepare("light", 100)
assert len(language.install(app, "eo")) == 2  # and the English plurals below it
from copingkit.ui.widgets.notice_bar import NoticeBar
bar = NoticeBar()
theme.wear(bar)
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
