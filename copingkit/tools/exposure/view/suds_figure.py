"""Distress within one trial as a figure. It is no measure of success (Craske 2008, 2014)."""

from __future__ import annotations

from copingkit.tools.exposure.insight import SudsCurve, suds_curve
from copingkit.tools.exposure.trial import Trial
from copingkit.tools.exposure.view.figure_words import hundred_axis
from copingkit.tools.exposure.view.words import clock_text
from copingkit.ui.charts.figure import Axis, Guide, Plot, Point, Series, Stop, Tick
from copingkit.ui.charts.scale import ticks
from copingkit.ui.language import translate

_MINUTE = 60.0
_IN_SECONDS = 180.0  # what is shorter is told in seconds
_TICKS = 6


def suds_figure(trial: Trial) -> Plot:
    """The readings of a trial over its time; with none of them it has no stops."""
    curve = suds_curve(trial)
    across = _time_axis(curve)
    unit = _unit(curve)
    guides: tuple[Guide, ...] = ()
    if curve.expected_peak is not None:
        level = float(curve.expected_peak)
        name = translate("Exposure", "The highest that I expected")
        guides = (Guide(name, (across.least, level), (across.most, level)),)
    name = translate("Exposure", "Distress")
    points = tuple(Point(reading.value, str(reading.value)) for reading in curve.readings)
    return Plot(
        title=translate("Exposure", "Distress within a trial"),
        summary=suds_words(curve),
        note=translate("Exposure", "%n numbers", "", curve.n),
        each=translate("Exposure", "Time since the start"),
        across=across,
        up=hundred_axis(translate("Exposure", "Distress, 0 to 100")),
        stops=tuple(Stop(one.at / unit, clock_text(one.at)) for one in curve.readings),
        series=(Series(name, points),),
        guides=guides,
    )


def suds_words(curve: SudsCurve) -> str:
    """The curve in words: where it began, the highest, where it ended, and what was expected."""
    if not curve.n:
        return translate("Exposure", "No number was noted in this trial.")
    text = translate("Exposure", "First {first}, highest {peak}, last {last}.")
    for name, value in (("first", curve.first), ("peak", curve.peak), ("last", curve.last)):
        text = text.replace("{" + name + "}", str(value))
    if curve.expected_peak is not None:
        expected = translate("Exposure", "The highest that I expected: {expected}.")
        text = f"{text} {expected.replace('{expected}', str(curve.expected_peak))}"
    return text


def _longest(curve: SudsCurve) -> float:
    last = curve.readings[-1].at if curve.readings else 0.0
    return max(curve.seconds, last, 1.0)


def _unit(curve: SudsCurve) -> float:
    return 1.0 if _longest(curve) < _IN_SECONDS else _MINUTE


def _time_axis(curve: SudsCurve) -> Axis:
    most = _longest(curve) / _unit(curve)
    title = translate("Exposure", "Minutes since the start")
    if _unit(curve) < _MINUTE:
        title = translate("Exposure", "Seconds since the start")
    marked = tuple(Tick(at, f"{at:g}") for at in ticks(0, most, _TICKS))
    return Axis(title, 0, most, marked)
