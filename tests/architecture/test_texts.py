"""Every text passes through the door of translation, and reads as the product promises."""

from __future__ import annotations

import ast
import functools
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.support.source_tree import ROOT, package_files
from tests.support.texts import DOORS, OWN_DOOR, Text, calls, literal, marked

# product.md, "Wording": crime and success words, threats, shame; clinical.md section 8.
BANNED = re.compile(
    r"\bcommit(s|ted|ting)? suicide|\b(un)?successful (suicide|attempt)|\bfailed attempt"
    r"|\bcompleted suicide|attention[- ]seek|\bsuicide threat|\byou must\b|\bcrazy\b|\bstreak"
    r"|\b(earn|get|win|new) (a )?badge|\brisk (score|level)|\blevel of risk|\bcoward"
    r"|\bselfish|\bepidemic",
    re.IGNORECASE,
)
DINGBATS_WE_USE = set("→←✓·…–—‘’“”•×")


@functools.cache
def said() -> list[tuple[str, str]]:
    """(where, text): marked texts in the code, and every shipped text file but licences."""
    found = [("copingkit", text.text) for text in sorted(marked(), key=repr)]
    shipped = sorted((ROOT / "resources").rglob("*"))
    return found + [
        (path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        for path in shipped
        if path.suffix in {".toml", ".txt", ".json"}
    ]


def test_every_call_has_literal_texts() -> None:
    """A text that is not literal there was marked by QT_TRANSLATE_NOOP where it is written."""
    bad = []
    for path, call in calls():
        context = literal(call.args[0]) if call.args else None
        spoken = call.args[1] if len(call.args) > 1 else None
        door = ast.unparse(call.func)
        computed = spoken is None or isinstance(spoken, ast.JoinedStr | ast.BinOp | ast.Call)
        unmarked = door == "QT_TRANSLATE_NOOP" and (spoken is None or literal(spoken) is None)
        if context is None or computed or unmarked or call.keywords:
            bad.append(f"{path.relative_to(ROOT)}:{call.lineno}: {ast.unparse(call)[:80]}")
    assert not bad


def test_nobody_goes_round_the_door() -> None:
    around = [
        f"{path.relative_to(ROOT)}"
        for path in package_files()
        if re.search(r"QCoreApplication\.translate|self\.tr\(", path.read_text("utf-8"))
        and path.relative_to(ROOT).as_posix() != OWN_DOOR
    ]
    assert not around


def catalogue(folder: Path) -> ET.ElementTree[ET.Element]:
    """What `make translations` finds in the whole program."""
    script = [sys.executable, str(ROOT / "packaging/translations.py"), "--into", str(folder), "eo"]
    subprocess.run(script, check=True, capture_output=True)
    return ET.parse(folder / "copingkit_eo.ts")


def collected(tree: ET.ElementTree[ET.Element]) -> set[Text]:
    """The texts of a catalogue."""
    return {
        Text(
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("comment", ""),
            message.get("numerus") == "yes",
        )
        for context in tree.iter("context")
        for message in context.iter("message")
    }


def test_lupdate_finds_every_text(tmp_path: Path) -> None:
    assert len(marked()) > 50
    assert collected(catalogue(tmp_path)) == marked()


def test_every_counted_text_has_its_english_plurals() -> None:
    """`make translations` brings the English catalogue up to date; then fill in both forms."""
    plurals = {text for text in marked() if text.plural}
    assert all("%n" in text.text for text in plurals)
    english = ET.parse(ROOT / "resources/locale/copingkit_en.ts")
    assert collected(english) == plurals
    for message in english.iter("message"):
        forms = [form.text or "" for form in message.iter("numerusform")]
        assert len(forms) == 2, message.findtext("source")
        assert all(forms), message.findtext("source")


@pytest.mark.parametrize("where", sorted({where for where, _ in said()}))
def test_wording_is_safe(where: str) -> None:
    texts = [text for place, text in said() if place == where]
    assert not [found[0] for text in texts for found in BANNED.finditer(text)]


def test_the_list_of_banned_words_catches_them() -> None:
    for text in ("He committed suicide", "a failed attempt", "Keep your streak", "You must call"):
        assert BANNED.search(text)
    assert not BANNED.search("died by suicide; an attempt; commit to a walk")


def test_there_are_no_emoji() -> None:
    """Symbols beyond the plain ones are boxes on some machines and jokes on others."""
    odd = {
        (where, letter)
        for where, text in said()
        for letter in text
        if unicodedata.category(letter) in {"So", "Cs", "Co"} and letter not in DINGBATS_WE_USE
    }
    assert not odd


def test_doors_are_known() -> None:
    names = {ast.unparse(call.func) for _, call in calls()}
    assert names == DOORS
