"""The plot of a timeline as a code block, narrow enough for a phone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.bars import bars
from bot.discord.display.escape import in_code_block
from bot.telling.timeline_value import value_of
from retrieval.timeline.points import Point

_VALUE = 22
_WIDTH = 47
_ROWS = 15


def plot(points: Sequence[Point], language: str) -> str:
    """Return a line with a bar for each of the newest points with a number; empty for fewer than two.

    Their values stand as readers of `language` write them, be the question in another.
    """
    drawn = [point for point in points if point.number is not None][-_ROWS:]
    if len(drawn) <= 1:
        return ""
    dates = [str(point.published) for point in drawn]
    values = [in_code_block(value_of(point, language), _VALUE) for point in drawn]
    date, value = max(map(len, dates)), max(map(len, values))
    lengths = bars([point.number for point in drawn if point.number is not None], _WIDTH - date - value - 2)
    rows = [
        f"{when:<{date}} {what:>{value}} {bar}".rstrip()
        for when, what, bar in zip(dates, values, lengths, strict=True)
    ]
    return "\n".join(["```", *rows, "```"])
