"""The plot of a timeline as a PNG, for a dark screen or a light one: the one door to matplotlib."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.dates import (
    DAILY,
    HOURLY,
    MICROSECONDLY,
    MINUTELY,
    MONTHLY,
    SECONDLY,
    YEARLY,
    AutoDateLocator,
    ConciseDateFormatter,
    date2num,
)
from matplotlib.figure import Figure

from bot.telling.timeline_value import value_of
from retrieval.timeline.points import Point

_INCHES = (6.0, 3.6)
_DPI = 200
_FONT = 13  # points: about 12 pixels where a phone shows the picture 400 pixels wide
_TICKS = {YEARLY: 7, MONTHLY: 6, DAILY: 5, HOURLY: 4, MINUTELY: 4, SECONDLY: 4, MICROSECONDLY: 4}
_LABELS = 6  # values written beside their points; of more only the first, the last and the extremes
_ROOM = 1.18  # of the greatest value, for its label above it

_ASIDE, _DAYS_ASIDE = (
    0.12,
    10,
)  # left of the first point and right of the last: of the stretch, at least
# For years, months, days and what is shorter: in figures, which are the same in both languages.
_DATES = ["%Y", "%Y-%m", "%Y-%m-%d", "%Y-%m-%d", "%Y-%m-%d", "%Y-%m-%d"]


class Theme(StrEnum):
    """The screen that a picture is drawn for."""

    DARK = "dark"
    LIGHT = "light"

    @property
    def other(self) -> Theme:
        """The one that it is not."""
        return Theme.LIGHT if self is Theme.DARK else Theme.DARK


@dataclass(frozen=True, slots=True)
class _Colours:
    ground: str
    text: str
    line: str
    grid: str


# Each text stands out from its ground by more than 7:1, as the W3C's guidelines want of small letters.
_COLOURS = {
    Theme.DARK: _Colours(ground="#1f2024", text="#e6e7ea", line="#7f9cf5", grid="#3b3d44"),
    Theme.LIGHT: _Colours(ground="#ffffff", text="#26272b", line="#2f4fc4", grid="#dddee3"),
}


def picture(points: Sequence[Point], theme: Theme, language: str) -> bytes:
    """Return the values over time as a PNG of 1200 by 720 pixels.

    Args:
        points: at least two, each with a number that is not below zero.
        theme: the screen that it is for.
        language: that in which the values are written, `nl` or `en`.
    """
    colours = _COLOURS[theme]
    figure = Figure(figsize=_INCHES, dpi=_DPI, facecolor=colours.ground, layout="constrained")
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_subplot(facecolor=colours.ground)
    days = [date2num(point.published.first()) for point in points]
    heights = [float(point.number or 0) for point in points]
    axes.plot(days, heights, color=colours.line, marker="o", markersize=7, linewidth=2, clip_on=False)
    aside = max((max(days) - min(days)) * _ASIDE, _DAYS_ASIDE)
    axes.set_xlim(min(days) - aside, max(days) + aside)
    axes.set_ylim(0, max(heights) * _ROOM or 1)
    for place in _labelled(heights):
        _label(axes, days[place], heights[place], value_of(points[place], language), colours)
    _dress(axes, colours)
    drawn = io.BytesIO()
    canvas.print_png(drawn)
    return drawn.getvalue()


def _labelled(heights: Sequence[float]) -> list[int]:
    every = range(len(heights))
    if len(heights) <= _LABELS:
        return list(every)
    extremes = {0, len(heights) - 1, max(every, key=heights.__getitem__), min(every, key=heights.__getitem__)}
    return sorted(extremes)


def _label(axes: Axes, day: float, height: float, value: str, colours: _Colours) -> None:
    # An article's own signs are no formula: "$5" is five dollars.
    axes.annotate(
        value,
        (day, height),
        xytext=(0, 10),
        textcoords="offset points",
        ha="center",
        color=colours.text,
        fontsize=_FONT,
        parse_math=False,
        bbox={"facecolor": colours.ground, "edgecolor": "none", "alpha": 0.8, "pad": 1.5},
    )


def _dress(axes: Axes, colours: _Colours) -> None:
    locator = AutoDateLocator(minticks=2, maxticks=_TICKS)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(
        ConciseDateFormatter(locator, formats=_DATES, zero_formats=_DATES, show_offset=False)
    )
    axes.tick_params(colors=colours.text, labelsize=_FONT, length=0)
    # The values stand at their points, as readers write them: a second scale of bare numbers says less.
    axes.set_yticks([])
    axes.spines[:].set_visible(False)
    axes.spines["bottom"].set_visible(True)
    axes.spines["bottom"].set_color(colours.grid)
    axes.grid(axis="x", color=colours.grid, linewidth=0.8)
    axes.set_axisbelow(True)
