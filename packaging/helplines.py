"""Check a table of crisis lines strictly and write it as the files that ship with the program.

    python packaging/helplines.py [SOURCE]

One file a country (`resources/helplines/XX.toml`), an index (`countries.toml`), what the table
says about itself (`ABOUT.txt`) and a checksum of each, so that an edit by hand fails a test.
Numbers are copied byte for byte. Nothing is written while anything is wrong with the table.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
DEFAULT_SOURCE = PROJECT.parent / "shared" / "data" / "crisis_lines.toml"
SHIPPED = PROJECT / "resources" / "helplines"
SENTENCES = Path(__file__).with_name("helpline_notes.toml")

KINDS = ("emergency", "suicide", "emotional-support", "text", "youth", "veterans")
CONFIDENCE = ("two-sources", "one-source")
TEXTS = (
    "country", "country_name", "kind", "name", "phone", "sms", "sms_keyword", "hours",
    "languages", "url", "checked", "confidence", "notes",
)  # fmt: skip
NEVER_EMPTY = ("country", "country_name", "kind", "name", "hours", "checked", "confidence")
WRITTEN = ("kind", "name", "phone", "sms", "sms_keyword", "hours", "languages", "url")
ISO_3166 = frozenset(Path(__file__).with_name("iso_3166.txt").read_text("ascii").split())
UNFOLLOWABLE = re.compile(r",? look-up store id \d+")  # means nothing to a reader of the files
SHORTEST_INTERNATIONAL = 10  # digits; fewer after a plus sign is a short code misprinted

Entry = dict[str, object]


class TableRefused(Exception):
    """The table has faults; each is one line naming file, line, entry and what is wrong."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def _text(entry: Entry, key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""


def _sources(entry: Entry) -> list[str]:
    value = entry.get("sources")
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _shape(entry: Entry) -> Iterator[str]:
    """Faults of keys and types."""
    known = {*TEXTS, "sources"}
    yield from (f"unknown key {key!r}" for key in entry if key not in known)
    yield from (f"key {key!r} is missing" for key in sorted(known) if key not in entry)
    for key in TEXTS:
        value = entry.get(key, "")
        if not isinstance(value, str):
            yield f"{key} is not text"
        elif value != value.strip() or not value.isprintable():
            yield f"{key} has stray spaces or control characters"
    yield from (f"{key} is empty" for key in NEVER_EMPTY if entry.get(key) == "")
    sources = entry.get("sources")
    if not isinstance(sources, list) or not sources or len(_sources(entry)) != len(sources):
        yield "sources is not a list of texts with at least one entry"
    elif not all(source.strip() for source in _sources(entry)):
        yield "a source is empty"


def _number(entry: Entry, key: str) -> Iterator[str]:
    """Faults of one number; `*` and `#` are dialled, so they may be part of it."""
    number = _text(entry, key)
    digits = re.sub(r"\D", "", number)
    if number and not re.fullmatch(r"[+*]?[0-9(][0-9 ()\-]*[0-9]#?", number):
        yield f"{key} {number!r} is not a number as it is dialled"
    elif number.startswith("+") and len(digits) < SHORTEST_INTERNATIONAL:
        yield f"{key} {number!r} is a short code in international form: write it as dialled"


def _meaning(entry: Entry, today: date) -> Iterator[str]:
    """Faults of what the values say."""
    if _text(entry, "country") not in ISO_3166:
        yield f"country {_text(entry, 'country')!r} is not a code of ISO 3166"
    if _text(entry, "kind") not in KINDS:
        yield f"kind {_text(entry, 'kind')!r} is none of {', '.join(KINDS)}"
    yield from _confidence(entry)
    if not _text(entry, "phone") and not _text(entry, "sms"):
        yield "neither phone nor sms"
    yield from _number(entry, "phone")
    yield from _number(entry, "sms")
    if _text(entry, "sms_keyword") and not _text(entry, "sms"):
        yield "sms_keyword without sms"
    if not re.fullmatch(r"(https?://\S+)?", _text(entry, "url")):
        yield "url is not an address"
    yield from _date(_text(entry, "checked"), today)


def _confidence(entry: Entry) -> Iterator[str]:
    confidence = _text(entry, "confidence")
    if confidence not in CONFIDENCE:
        yield f"confidence {confidence!r} is none of {', '.join(CONFIDENCE)}"
    elif confidence == "two-sources" and len(set(_sources(entry))) == 1:
        yield "confidence is two-sources, but there are not two sources"
    elif confidence == "one-source" and _text(entry, "kind") == "emergency":
        yield "an emergency number needs two sources"


def _date(text: str, today: date) -> Iterator[str]:
    try:
        checked = date.fromisoformat(text)
    except ValueError:
        yield f"checked {text!r} is not a date such as 2026-11-22"
        return
    if checked > today:
        yield f"checked {text} lies in the future"


def sentences(notes: str) -> list[str]:
    """The sentences of a note ("Free. Chat on the website." -> two)."""
    return re.split(r"(?<=\.) (?=[A-Z0-9*])", notes) if notes else []


def _notes(entry: Entry, reviewed: frozenset[str]) -> Iterator[str]:
    for sentence in sentences(_text(entry, "notes")):
        if sentence not in reviewed:
            yield f"decide in {SENTENCES.name} who this sentence of notes is for: {sentence!r}"


def _together(entries: list[Entry]) -> Iterator[tuple[int, str]]:
    """Faults that show between entries: (index, what)."""
    seen: dict[tuple[str, ...], int] = {}
    names: dict[str, str] = {}
    for index, entry in enumerate(entries):
        country = _text(entry, "country")
        for keys in (("country", "phone", "sms"), ("country", "name")):
            key = (keys[-1], *(_text(entry, each) for each in keys))
            if seen.setdefault(key, index) != index:
                yield index, f"the same {' and '.join(keys[1:])} as entry {seen[key] + 1}"
        if names.setdefault(country, _text(entry, "country_name")) != entry.get("country_name"):
            yield index, f"country_name of {country} is {names[country]!r} elsewhere"
    for country in names:
        mine = [index for index, each in enumerate(entries) if each.get("country") == country]
        if not any(
            entries[i].get("kind") == "emergency" and _text(entries[i], "phone") for i in mine
        ):
            yield mine[0], f"{country} has no emergency number to dial"


def check(text: str, name: str, today: date, reviewed: frozenset[str]) -> list[Entry]:
    """The entries of the table `text`; `name` is its file's name for the faults.

    `reviewed` holds the sentences of notes that somebody has decided on. Raises TableRefused.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TableRefused([f"{name}: {error}"]) from error
    entries = table.get("line")
    if set(table) != {"line"} or not isinstance(entries, list) or not entries:
        raise TableRefused([f"{name}: the table is a list of [[line]] and nothing else"])
    faults = [(i, fault) for i, entry in enumerate(entries) for fault in _shape(entry)]
    if not faults:
        faults = [(i, fault) for i, entry in enumerate(entries) for fault in _meaning(entry, today)]
        faults += [
            (i, fault) for i, entry in enumerate(entries) for fault in _notes(entry, reviewed)
        ]
        faults += _together(entries)
    if faults:
        lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[line]]"]
        raise TableRefused(
            [
                f"{name}:{lines[i] if i < len(lines) else '?'}: entry {i + 1} "
                f"({entries[i].get('country')} {entries[i].get('name')!r}): {fault}"
                for i, fault in faults
            ]
        )
    return entries


def _value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)  # a JSON text is a TOML text as well


def country_file(entries: list[Entry], for_callers: frozenset[str]) -> str:
    """The file of one country; empty values are left out, `hint` is the notes' part for callers."""
    parts = [
        "# Written by packaging/helplines.py from the table of crisis lines. Do not edit by hand.\n"
        f"country = {_value(entries[0]['country'])}\nname = {_value(entries[0]['country_name'])}\n"
    ]
    for entry in entries:
        rows = ["[[line]]"]
        rows += [f"{key} = {_value(entry[key])}" for key in WRITTEN if entry[key]]
        rows += [f"checked = {entry['checked']}"]
        if entry["confidence"] == "one-source":
            rows += ["one_source = true"]
        said = [each for each in sentences(_text(entry, "notes")) if each in for_callers]
        rows += [f"hint = {_value(' '.join(said))}"] if said else []
        rows += [f"notes = {_value(entry['notes'])}"] if entry["notes"] else []
        sources = [UNFOLLOWABLE.sub("", each) for each in _sources(entry)]
        rows += ["sources = [", *(f"  {_value(each)}," for each in sources), "]"]
        parts.append("\n".join(rows) + "\n")
    return "\n".join(parts)


def index_file(countries: dict[str, list[Entry]]) -> str:
    """The list of countries: code, name, numbers of emergency services, oldest date checked."""
    parts = ["# Written by packaging/helplines.py. Do not edit by hand.\n"]
    for code, entries in sorted(countries.items()):
        emergency = [
            each["phone"] for each in entries if each["kind"] == "emergency" and each["phone"]
        ]
        parts.append(
            f"[{code}]\nname = {_value(entries[0]['country_name'])}\n"
            f"emergency = {_value(emergency)}\n"
            f"checked = {min(_text(each, 'checked') for each in entries)}\n"
        )
    return "\n".join(parts)


def files(text: str, name: str, today: date) -> dict[str, str]:
    """What ships, by file name, for the table `text`; raises TableRefused."""
    decided = tomllib.loads(SENTENCES.read_text("utf-8"))
    for_callers, for_checkers = (frozenset(decided[k]) for k in ("for_callers", "for_checkers"))
    countries: dict[str, list[Entry]] = {}
    for entry in check(text, name, today, for_callers | for_checkers):
        countries.setdefault(_text(entry, "country"), []).append(entry)
    made = {f"{code}.toml": country_file(each, for_callers) for code, each in countries.items()}
    made["countries.toml"] = index_file(countries)
    head = text.partition("[[line]]")[0].splitlines()
    made["ABOUT.txt"] = (
        "\n".join(line.lstrip("#").removeprefix(" ") for line in head).strip() + "\n"
    )
    sums = (f"{hashlib.sha256(made[n].encode()).hexdigest()}  {n}\n" for n in sorted(made))
    made["CHECKSUMS"] = "".join(sums)
    return made


def main(arguments: list[str]) -> int:
    """Write the files; returns 0, or 1 after saying what is wrong with the table."""
    source = Path(arguments[0]) if arguments else DEFAULT_SOURCE
    try:
        made = files(source.read_text("utf-8"), source.name, datetime.now(UTC).date())
    except (TableRefused, OSError, UnicodeDecodeError) as error:
        print(error, file=sys.stderr)
        return 1
    SHIPPED.mkdir(parents=True, exist_ok=True)
    for stale in SHIPPED.glob("??.toml"):
        if stale.name not in made:
            stale.unlink()
    for name, content in made.items():
        (SHIPPED / name).write_bytes(content.encode())
    print(f"{len(made) - 3} countries written")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
