"""Twelve recovery words: 128 random bits as words of the English BIP-39 list, with a checksum."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copingkit.core.errors import WordsMistyped

if TYPE_CHECKING:
    from mnemonic import Mnemonic

COUNT = 12
_BITS = 128
_PREFIX = 4  # in the list, no two words share their first four letters


def new_words() -> tuple[str, ...]:
    """Twelve fresh words."""
    return tuple(_list().generate(strength=_BITS).split())


def entropy(typed: str) -> bytes:
    """The 16 bytes behind twelve words as a person types them.

    Case, numbering, punctuation and line breaks do not matter; a word may be cut off after its
    first four letters. Raises WordsMistyped with the places (from 1) that hold no word of the
    list, with none when their number or the checksum is off.
    """
    words = [_complete(word) for word in split(typed)]
    wrong = tuple(place for place, word in enumerate(words, start=1) if word is None)
    if wrong:
        raise WordsMistyped(wrong)
    sentence = " ".join(word for word in words if word is not None)
    if len(words) != COUNT or not _list().check(sentence):
        raise WordsMistyped(())
    return bytes(_list().to_entropy(sentence))


def split(typed: str) -> list[str]:
    """What a person typed as single words in lower case, without numbers and punctuation."""
    return re.findall(r"[^\W\d_]+", typed.casefold())


def is_word(typed: str) -> bool:
    """Whether `typed` is one word of the list or the first four letters of one."""
    words = split(typed)
    return len(words) == 1 and _complete(words[0]) is not None


@cache
def _list() -> Mnemonic:
    # Imported when first used: opening by the keyring does not need the words.
    from mnemonic import Mnemonic

    return Mnemonic("english")


@cache
def _by_prefix() -> dict[str, str]:
    return {word[:_PREFIX]: word for word in _list().wordlist}


def _complete(word: str) -> str | None:
    whole = _by_prefix().get(word[:_PREFIX])
    return whole if whole is not None and word in {whole, whole[:_PREFIX]} else None
