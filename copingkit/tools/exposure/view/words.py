"""What the exposure pages say of states, kinds and reasons."""

from __future__ import annotations

from copingkit.core.errors import ContentDamaged
from copingkit.tools.exposure.guide import guide
from copingkit.tools.exposure.health import Standing
from copingkit.tools.exposure.ladder import Contexts, Item, ItemKind, Ladder, Mode
from copingkit.tools.exposure.pace import MayEnd
from copingkit.tools.exposure.rungs import find
from copingkit.tools.exposure.trial import Before, CameTrue, LogEntry, LogKind, Ritual, State, Trial
from copingkit.tools.exposure.variation import Reason, Suggestion
from copingkit.ui.language import translate


def suds_meaning(suds: int) -> str:
    """The nearest anchor in words; empty where the shipped words cannot be read."""
    try:
        return guide().anchor(suds).text
    except ContentDamaged:
        return ""


def suds_scale() -> str:
    """The anchors in a line, with their numbers; empty where they cannot be read."""
    try:
        return " · ".join(f"{each.suds}: {each.text}" for each in guide().anchors)
    except ContentDamaged:
        return ""


def mode_name(mode: Mode) -> str:
    """A mode as a choice."""
    names = {
        Mode.LEARNING: translate("Exposure", "Find out"),
        Mode.HABITUATION: translate("Exposure", "Stay until it eases"),
    }
    return names[mode]


def kind_name(kind: ItemKind) -> str:
    """A kind of situation as a choice."""
    names = {
        ItemKind.IN_WORLD: translate("Exposure", "Out in the world"),
        ItemKind.IN_BODY: translate("Exposure", "A feeling in the body"),
        ItemKind.IMAGINED: translate("Exposure", "Imagined"),
    }
    return names[kind]


def circumstances(contexts: Contexts) -> str:
    """What is said of the circumstances, in one line."""
    said = (contexts.place, contexts.people, contexts.time_of_day, contexts.intensity)
    return " · ".join(part.strip() for part in said if part.strip())


def below_item(item: Item, standing: Standing) -> str:
    """The small line under a situation; `standing` says whether it is for oneself."""
    parts = [kind_name(item.kind).lower() if item.kind is not ItemKind.IN_WORLD else ""]
    parts.append(circumstances(item.contexts))
    if item.safety_behaviours:
        without = translate("Exposure", "without: {what}")
        listed = ", ".join(each.text for each in item.safety_behaviours)
        parts.append(without.replace("{what}", listed))
    company = {
        Standing.WITH_CLINICIAN: translate("Exposure", "only with my clinician"),
        Standing.ASK_FIRST: translate("Exposure", "first the questions about my health"),
    }
    parts.append(company.get(standing, ""))
    return " · ".join(part for part in parts if part)


def planned_end(before: Before) -> str:
    """When it is over, in words; empty where nothing was said."""
    end = before.end
    after = ""
    if end.minutes is not None:
        after = translate("Exposure", "after %n minutes", "", round(end.minutes))
    done = translate("Exposure", "when I have done this: {what}").replace("{what}", end.behaviour)
    return ", ".join(part for part in (after, done if end.behaviour.strip() else "") if part)


def what_was_planned(before: Before) -> str:
    """What was written down beforehand, for the time when it counts: a line for each part."""
    percent = "" if before.expectancy is None else f"{before.expectancy} %"
    first = (before.feared, percent, circumstances(before.contexts))
    titled = (
        (translate("Exposure", "Wrong if: {what}"), before.wrong_if),
        (translate("Exposure", "Over: {what}"), planned_end(before)),
        (translate("Exposure", "Without: {what}"), ", ".join(b.text for b in before.dropped)),
    )
    lines = [" · ".join(part for part in first if part)]
    lines += [title.replace("{what}", text) for title, text in titled if text]
    return "\n".join(line for line in lines if line)


def state_words(state: State) -> str:
    """How far a trial is, in a line."""
    words = {
        State.PLANNED: translate("Exposure", "Before. Nothing here has to be filled in."),
        State.RUNNING: translate("Exposure", "It is under way. You can stop at any time."),
        State.TO_REFLECT: translate("Exposure", "It is over. However it went, it can teach."),
        State.DONE: translate("Exposure", "Done."),
    }
    return words[state]


def came_true_name(answer: CameTrue) -> str:
    """An answer to "did it come true"."""
    names = {
        CameTrue.YES: translate("Exposure", "Yes"),
        CameTrue.PARTLY: translate("Exposure", "Partly"),
        CameTrue.NO: translate("Exposure", "No"),
    }
    return names[answer]


def ritual_name(ritual: Ritual) -> str:
    """What became of an urge."""
    names = {
        Ritual.RESISTED: translate("Exposure", "Resisted"),
        Ritual.DELAYED: translate("Exposure", "Delayed"),
        Ritual.DID: translate("Exposure", "Did it"),
    }
    return names[ritual]


def may_end_words(reason: MayEnd) -> str:
    """That the plan lets it end now; information, no request."""
    words = {
        MayEnd.HALVED: translate(
            "Exposure", "It is at half of the highest now. You can end here, or stay."
        ),
        MayEnd.TIME: translate("Exposure", "The time is over. You can end here, or stay."),
    }
    return words[reason]


def logged(entry: LogEntry, behaviour: str) -> str:
    """An entry of the log in a line, after its time."""
    what = behaviour or entry.text
    lines = {
        LogKind.SAFETY_BEHAVIOUR: translate("Exposure", "Used after all: {what}"),
        LogKind.RITUAL: "{what}: {became}",
        LogKind.URGE: translate("Exposure", "Urge {urge}"),
        LogKind.FEELING: "{what}",
    }
    became = ritual_name(entry.ritual).lower() if entry.ritual is not None else ""
    line = lines[entry.kind].replace("{became}", became).replace("{urge}", str(entry.urge))
    return line.replace("{what}", what)


def noticed(trial: Trial) -> list[tuple[float, str]]:
    """All that was noticed in a trial in the order of time: (seconds since the start, words)."""
    names = {each.id: each.text for each in trial.safety_behaviours}
    distress = translate("Exposure", "Distress {suds}")
    likely = translate("Exposure", "It seems {percent} % likely")
    during = trial.during
    lines = [
        *((each.at, distress.replace("{suds}", str(each.value))) for each in during.suds),
        *((each.at, likely.replace("{percent}", str(each.value))) for each in during.expectancy),
        *((entry.at, logged(entry, names.get(entry.behaviour, ""))) for entry in during.log),
    ]
    return sorted(lines, key=lambda line: line[0])


def clock_text(seconds: float) -> str:
    """Minutes and seconds, "12:05"; from an hour on "1:02:05"."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def suggestion_words(suggestion: Suggestion, ladder: Ladder) -> tuple[str, str]:
    """What could be varied, and why: a title and its reason."""
    titles = {
        Reason.ELSEWHERE: translate("Exposure", "{item}, in another place"),
        Reason.OTHER_PEOPLE: translate("Exposure", "{item}, with other people or alone"),
        Reason.ANOTHER_TIME: translate("Exposure", "{item}, at another time of day"),
        Reason.WITHOUT_BEHAVIOUR: translate("Exposure", "{item}, without: {what}"),
        Reason.COMBINED: translate("Exposure", "{item}, together with: {other}"),
    }
    reasons = {
        Reason.COMBINED: translate(
            "Exposure",
            "You practised both apart, and what you feared stayed away. Together they can teach "
            "more. This one is for a session with your clinician.",
        ),
        Reason.WITHOUT_BEHAVIOUR: translate(
            "Exposure",
            "It was there the last time, so it may get the credit for what did not happen.",
        ),
    }
    usual = translate(
        "Exposure",
        "In %n trials it was always: {known}. What is learned in one setting is often tied to it.",
        "",
        suggestion.n,
    )
    item = find(ladder, suggestion.item).situation
    other = find(ladder, suggestion.with_item).situation if suggestion.with_item else ""
    behaviour = suggestion.behaviour.text if suggestion.behaviour is not None else ""
    title = titles[suggestion.reason].replace("{other}", other).replace("{what}", behaviour)
    reason = reasons.get(suggestion.reason, usual).replace("{known}", suggestion.known)
    return title.replace("{item}", item), reason
