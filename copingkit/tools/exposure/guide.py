"""The words around ladders: what SUDS numbers mean, what the modes are for, who needs company."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from copingkit.tools.exposure.ladder import Mode
from copingkit.tools.exposure.shipped_text import load, number, text, texts

ANCHORS = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A number of the SUDS scale in words."""

    suds: int
    text: str


@dataclass(frozen=True, slots=True)
class ClinicianWords:
    """Who does this only with a clinician: no quiz and no lock, only words.

    `compulsions` is for ladders about obsessions and compulsions (some behaviour is a ritual).
    """

    intro: str
    reasons: tuple[str, ...]
    outro: str
    compulsions: str


@dataclass(frozen=True, slots=True)
class Guide:
    """All of it in one language."""

    anchors: tuple[Anchor, ...]
    modes: dict[Mode, str]
    clinician: ClinicianWords

    def anchor(self, suds: int) -> Anchor:
        """The nearest anchor of a number 0-100."""
        return min(self.anchors, key=lambda each: abs(each.suds - suds))


@cache
def guide(language: str = "en") -> Guide:
    """The words of a language, read at the first call; raises ContentDamaged."""
    return load(f"exposure/{language}/guide.toml", _read)


def _read(content: dict[str, Any]) -> Guide:
    anchors = tuple(Anchor(number(each["suds"]), text(each["text"])) for each in content["anchors"])
    if tuple(each.suds for each in anchors) != ANCHORS:
        raise ValueError("other anchors were expected")
    clinician = content["clinician"]
    return Guide(
        anchors=anchors,
        modes={mode: text(content["modes"][mode]) for mode in Mode},
        clinician=ClinicianWords(
            intro=text(clinician["intro"]),
            reasons=texts(clinician["reasons"]),
            outro=text(clinician["outro"]),
            compulsions=text(clinician["compulsions"]),
        ),
    )
