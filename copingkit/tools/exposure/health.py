"""What is asked once about health before the first body exposure, and what the answers mean."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum


class Topic(StrEnum):
    """What speaks against some body exposures without a doctor's or clinician's word."""

    HEART = "heart"
    LUNGS = "lungs"
    SEIZURES = "seizures"
    PREGNANCY = "pregnancy"
    BLOOD_PRESSURE = "blood_pressure"
    BALANCE = "balance"
    INJURY = "injury"
    OTHER = "other"


class Answer(StrEnum):
    """What is said to a topic; "I don't know" counts as yes."""

    YES = "yes"
    NO = "no"
    DONT_KNOW = "dont_know"


class Standing(StrEnum):
    """What the answers mean for one body exposure."""

    ASK_FIRST = "ask_first"
    BY_ONESELF = "by_oneself"
    WITH_CLINICIAN = "with_clinician"


def standing(topics: Collection[Topic], answers: Mapping[Topic, Answer]) -> Standing:
    """Whether something that `topics` speak against may be done by oneself.

    One yes (or "I don't know") is enough to send to a clinician; without any, every topic has to
    be answered first.
    """
    given = [answers.get(topic) for topic in topics]
    if any(answer in {Answer.YES, Answer.DONT_KNOW} for answer in given):
        return Standing.WITH_CLINICIAN
    return Standing.ASK_FIRST if None in given else Standing.BY_ONESELF
