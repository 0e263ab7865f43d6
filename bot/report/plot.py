"""Drawing a plot as SVG: a frame with axes, lines and bars in it, read on a phone as well."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from markupsafe import Markup

from bot.report.markup import element, together
from bot.report.style import PLOT

WIDTH, HEIGHT = 340.0, 250.0  # of the drawing's own units, about CSS pixels on a phone
_LEFT, _RIGHT, _TOP, _BOTTOM = 46.0, 10.0, 12.0, 40.0
_TICKS = 5
_LEGEND_STEP = 15.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a plot's numbers lie: both ranges, and what the axes are called.

    `title` and `told` say what is to be seen, for those who do not see it. `shares` writes the numbers of
    the vertical axis as percentages.
    """

    title: str
    told: str
    across: str
    up: str
    left: float = 0.0
    right: float = 1.0
    top: float = 1.0
    shares: bool = True

    def x(self, value: float) -> float:
        """Return the place of a value on the horizontal axis, in the drawing's units."""
        share = (value - self.left) / (self.right - self.left)
        return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 2)

    def y(self, value: float) -> float:
        """Return the place of a value on the vertical axis, which begins at 0."""
        return round(HEIGHT - _BOTTOM - value / self.top * (HEIGHT - _TOP - _BOTTOM), 2)


def drawn(frame: Frame, *marks: Markup, alone: bool = False) -> Markup:
    """Return a plot; `alone` for a file of its own, which brings its colours along."""
    size = {"viewBox": f"0 0 {WIDTH:.0f} {HEIGHT:.0f}", "class_": "plot", "role": "img"}
    own = {"xmlns": "http://www.w3.org/2000/svg"} if alone else {}
    style = [element("style", Markup(PLOT))] if alone else []  # noqa: S704 - our own style
    name = [element("title", frame.title), element("desc", frame.told)]
    return element("svg", *name, *style, _axes(frame), *marks, **size, **own)


def line(frame: Frame, points: Sequence[tuple[float, float]], series: int) -> Markup:
    """Return points joined in their order."""
    places = " ".join(f"{frame.x(x):g},{frame.y(y):g}" for x, y in points)
    return element("polyline", points=places, class_=f"line s{series % 4}")


def dot(frame: Frame, x: float, y: float, radius: float) -> Markup:
    """Return a dot whose radius is in the drawing's units."""
    return element("circle", cx=frame.x(x), cy=frame.y(y), r=radius, class_="dot")


def ideal(frame: Frame) -> Markup:
    """Return the diagonal on which both axes agree."""
    return _line(frame.x(0), frame.y(0), frame.x(1), frame.y(1), "ideal")


def bars(frame: Frame, heights: Sequence[Sequence[float]]) -> Markup:
    """Return a histogram: for each series the heights of its bars, side by side over the whole width."""
    step = (frame.right - frame.left) / max(len(heights[0]), 1)
    width = step * 0.84 / len(heights)
    return together(
        *(
            _bar(frame, frame.left + n * step + step * 0.08 + series * width, width, height, series)
            for series, row in enumerate(heights)
            for n, height in enumerate(row)
            if height
        )
    )


def legend(frame: Frame, names: Sequence[str], *, filled: bool = False) -> Markup:
    """Return the names of the series beside what they are drawn with, in the upper left of the plot."""
    places = count(_TOP + 10, _LEGEND_STEP)
    left = frame.x(frame.left) + 8
    return together(
        *(
            together(
                element("rect", x=left, y=top - 7, width=14.0, height=8.0, class_=f"bar{series}")
                if filled
                else _line(left, top - 4, left + 22, top - 4, f"line s{series % 4}"),
                element("text", name, x=left + 28, y=top),
            )
            for (series, name), top in zip(enumerate(names), places, strict=False)
        )
    )


def _bar(frame: Frame, left: float, width: float, height: float, series: int) -> Markup:
    top, bottom = frame.y(height), frame.y(0)
    across = frame.x(left + width) - frame.x(left)
    return element("rect", x=frame.x(left), y=top, width=across, height=bottom - top, class_=f"bar{series}")


def _axes(frame: Frame) -> Markup:
    ticks = [n / _TICKS for n in range(_TICKS + 1)]
    across = [frame.left + share * (frame.right - frame.left) for share in ticks]
    up = [share * frame.top for share in ticks]
    bottom, left = frame.y(0), frame.x(frame.left)
    middle = (left + WIDTH - _RIGHT) / 2
    return together(
        *(_line(left, frame.y(value), WIDTH - _RIGHT, frame.y(value), "rule") for value in up),
        _line(left, bottom, WIDTH - _RIGHT, bottom, "axis"),
        *(_tick(frame.x(value), bottom + 14, f"{value:.1f}", "middle") for value in across),
        *(_tick(left - 5, frame.y(value) + 4, _height(frame, value), "end") for value in up),
        element("text", frame.across, x=middle, y=HEIGHT - 6, text_anchor="middle"),
        element(
            "text",
            frame.up,
            x=-(_TOP + HEIGHT - _BOTTOM) / 2,
            y=11.0,
            text_anchor="middle",
            transform="rotate(-90)",
        ),
    )


def _height(frame: Frame, value: float) -> str:
    return f"{value:.0%}" if frame.shares else f"{value:.0f}"


def _tick(x: float, y: float, written: str, anchor: str) -> Markup:
    return element("text", written, x=x, y=y, text_anchor=anchor, class_="tick")


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=kind)
