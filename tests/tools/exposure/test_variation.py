"""What is offered to vary, with its reason, and what is not offered."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from copingkit.tools.exposure import flow, rungs
from copingkit.tools.exposure.ladder import Contexts, Item, Ladder, Mode
from copingkit.tools.exposure.trial import After, Before, CameTrue, LogEntry, LogKind, Ritual, Trial
from copingkit.tools.exposure.variation import Reason, Suggestion, suggestions
from tests.support.exposures import (
    HALL,
    LADDER,
    NOON,
    PHONE,
    QUEUE,
    TRAM,
    WASH,
    done,
    running,
    tick,
)

HERE = Contexts("Tram 4", "alone", "morning")


def tram(number: int, contexts: Contexts = HERE, item: Item = TRAM) -> Trial:
    """A done trial on its own day in which everything was dropped."""
    before = Before(contexts=contexts, dropped=item.safety_behaviours)
    return done(f"t{number}", item=item, day=number, before=before)


def reasons(found: tuple[Suggestion, ...]) -> list[Reason]:
    return [each.reason for each in found]


def test_nothing_is_offered_after_one_trial_or_none() -> None:
    assert suggestions(LADDER, []) == ()
    assert suggestions(LADDER, [tram(1), running()]) == ()


def test_twice_in_the_same_circumstances_others_are_offered() -> None:
    found = suggestions(LADDER, [tram(1), tram(2, Contexts("tram 4.", "Alone", "evening"))])
    assert found == (
        Suggestion(Reason.ELSEWHERE, "i-tram", 2, known="tram 4."),
        Suggestion(Reason.OTHER_PEOPLE, "i-tram", 2, known="Alone"),
    )


def test_what_was_varied_or_not_said_is_not_offered() -> None:
    varied = [tram(1), tram(2, Contexts("Tram 7", "Mira", "night"))]
    assert suggestions(LADDER, varied) == ()
    assert suggestions(LADDER, [tram(1, Contexts()), tram(2, Contexts())]) == ()


def test_an_item_and_its_variation_count_as_one() -> None:
    varied = rungs.vary(LADDER, "i-tram", "i-copy")
    copy = rungs.find(varied, "i-copy")
    found = suggestions(varied, [tram(1), tram(2, item=copy)])
    assert {each.item for each in found} == {"i-copy"}
    put_away = rungs.archive(varied, "i-copy", archived=True)
    assert {each.item for each in suggestions(put_away, [tram(1), tram(2, item=copy)])} == {
        "i-tram"
    }
    elsewhere = tram(2, Contexts("Tram 7", "alone", "morning"), copy)
    assert Reason.ELSEWHERE not in reasons(suggestions(varied, [tram(1), elsewhere]))


def test_what_was_put_away_or_taken_out_is_not_offered() -> None:
    made = [tram(1), tram(2)]
    assert suggestions(rungs.archive(LADDER, "i-tram", archived=True), made) == ()
    assert suggestions(rungs.remove(LADDER, "i-tram")[0], made) == ()


def test_items_that_lead_round_in_a_circle_do_no_harm() -> None:
    one, other = replace(TRAM, variation_of="i-queue"), replace(QUEUE, variation_of="i-tram")
    circle = replace(LADDER, items=(one, other))
    assert reasons(suggestions(circle, [tram(1), tram(2)])) == [
        Reason.ELSEWHERE,
        Reason.OTHER_PEOPLE,
        Reason.ANOTHER_TIME,
    ]


def test_a_safety_behaviour_that_was_kept_is_offered_to_be_left_out() -> None:
    kept = done("t1", before=Before())
    (found,) = suggestions(LADDER, [kept])
    assert found == Suggestion(Reason.WITHOUT_BEHAVIOUR, "i-tram", 1, behaviour=PHONE)


def logged(entry: LogEntry, day: int = 1) -> Trial:
    """A trial of the queue in which everything was to be dropped."""
    at = flow.plan(LADDER, QUEUE, f"q{day}", NOON)
    trial = flow.note(flow.begin(at, NOON), tick(1), entry)
    trial = flow.stop(trial, tick(day * 60))
    return flow.close(flow.reflect(trial, After("x", CameTrue.PARTLY)), NOON)


def test_what_was_used_or_done_after_all_is_offered_and_what_was_resisted_is_not() -> None:
    used = logged(LogEntry(LogKind.SAFETY_BEHAVIOUR, behaviour="s-phone"))
    assert suggestions(LADDER, [used])[0].behaviour == PHONE
    did = logged(LogEntry(LogKind.RITUAL, behaviour="s-wash", ritual=Ritual.DID))
    assert suggestions(LADDER, [did])[0].behaviour == WASH
    for ritual in (Ritual.RESISTED, Ritual.DELAYED):
        entry = LogEntry(LogKind.RITUAL, behaviour="s-wash", ritual=ritual)
        assert suggestions(LADDER, [logged(entry)]) == ()
    unlisted = logged(LogEntry(LogKind.SAFETY_BEHAVIOUR, text="Gum"))
    assert suggestions(LADDER, [unlisted]) == ()


def test_of_several_the_most_used_is_offered() -> None:
    wash = LogEntry(LogKind.RITUAL, behaviour="s-wash", ritual=Ritual.DID)
    both = done("t9", item=QUEUE, day=5, before=Before())
    (found,) = suggestions(LADDER, [logged(wash), both])
    assert (found.behaviour, found.n) == (WASH, 2)


def practised() -> list[Trial]:
    """Two items, each twice, in different circumstances and with no help."""
    other = Contexts("Tram 7", "Mira", "night")
    shop = Contexts("Shop", "Sam", "noon")
    return [tram(1), tram(2, other), tram(3, shop, HALL), tram(4, HERE, HALL)]


def test_two_that_were_practised_apart_are_offered_together_with_a_clinician() -> None:
    (found,) = suggestions(LADDER, practised())
    assert found == Suggestion(Reason.COMBINED, "i-hall", 4, with_item="i-tram", clinician_led=True)


def test_a_combination_is_offered_once_and_in_learning_mode_alone() -> None:
    assert suggestions(replace(LADDER, mode=Mode.HABITUATION), practised()) == ()
    both = Item("i-both", "A full tram", combines=("i-tram", "i-hall"))
    assert suggestions(rungs.add(LADDER, both), practised()) == ()
    of_both = [tram(5, Contexts("a"), both), tram(6, Contexts("b"), both)]
    found = suggestions(replace(LADDER, items=(TRAM, both)), [*practised()[:2], *of_both])
    assert Reason.COMBINED not in reasons(found)


def test_what_came_true_the_last_time_is_not_combined() -> None:
    feared = done("t9", day=9, before=Before(dropped=(PHONE,)), after=After("x", CameTrue.YES))
    assert suggestions(LADDER, [*practised(), feared]) == ()


def test_what_is_clinician_led_stays_so() -> None:
    led = replace(LADDER, items=(replace(TRAM, clinician_led=True),))
    kept = done("t3", day=3, before=Before(contexts=HERE))
    found = suggestions(led, [tram(1), tram(2), kept])
    assert len(found) == 4
    assert all(each.clinician_led for each in found)


@given(st.lists(st.tuples(st.sampled_from([TRAM, QUEUE, HALL]), st.booleans()), max_size=10))
def test_it_never_names_what_is_not_there(made: list[tuple[Item, bool]]) -> None:
    trials = [
        tram(n, HERE if same else Contexts(f"p{n}"), item) for n, (item, same) in enumerate(made)
    ]
    found = suggestions(LADDER, trials)
    assert {each.item for each in found} <= {item.id for item, _same in made}
    assert all(each.n >= 1 for each in found)
    assert reasons(found).count(Reason.COMBINED) <= 1
    assert suggestions(LADDER, list(reversed(trials))) == found


def test_an_empty_ladder() -> None:
    assert suggestions(Ladder("l", "Heights"), [tram(1)]) == ()
