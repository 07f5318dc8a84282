"""What the answers about health mean."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exposure.health import Answer, Standing, Topic, standing

topics = st.frozensets(st.sampled_from(Topic), max_size=8)


@given(topics, st.dictionaries(st.sampled_from(Topic), st.sampled_from(Answer)))
def test_one_yes_or_unknown_is_enough_and_only_all_no_is_free(
    against: frozenset[Topic], answers: dict[Topic, Answer]
) -> None:
    given_ = [answers.get(topic) for topic in against]
    found = standing(against, answers)
    if Answer.YES in given_ or Answer.DONT_KNOW in given_:
        assert found is Standing.WITH_CLINICIAN
    elif all(answer is Answer.NO for answer in given_):
        assert found is Standing.BY_ONESELF
    else:
        assert found is Standing.ASK_FIRST


def test_i_dont_know_counts_as_yes() -> None:
    for answer in (Answer.YES, Answer.DONT_KNOW):
        assert standing({Topic.HEART}, {Topic.HEART: answer}) is Standing.WITH_CLINICIAN
    assert standing({Topic.HEART}, {}) is Standing.ASK_FIRST
    assert standing({Topic.HEART}, {Topic.HEART: Answer.NO}) is Standing.BY_ONESELF
