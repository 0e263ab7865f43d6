"""A timeline as a card within Discord's limits: what each article gives, oldest first, and the plot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.bars import bars
from bot.bilingual import counted
from bot.cautions import captioned, cautions
from bot.discord.display.article_notices import beneath
from bot.discord.display.card_words import CARD, CardWords
from bot.discord.display.escape import block_quote, in_code_block, inline, shortened
from bot.discord.display.quotations import marker
from bot.discord.display.sources import source
from bot.discord.timeline.words import TIMELINE, TimelineWords
from bot.telling.narrowed_dates import told
from bot.telling.timeline_value import value_of
from retrieval.timeline.points import Point, Timeline

_PLOTTED_VALUE = 22
_WIDTH = 47
_ROWS = 15
_QUOTE = 240
_LINK_SHARE = 10  # of the room, for each link
_VALUE = 60
_WORDS = 120  # where no value is asked for
_SOURCES = 3  # copies of one report that are named


@dataclass(frozen=True, slots=True)
class _Shape:
    """How much is said: quotations, how many articles of each point, links up to which length, bars."""

    longest_link: int
    sources: int = _SOURCES
    quoted: bool = False
    bars: bool = True


def text(timeline: Timeline, language: str, room: int, *, bars: bool = True) -> str:
    """Return the timeline as Markdown of at most `room` characters.

    First the quotations give way, then the oldest points, and it says how many.

    Args:
        timeline: what was found.
        language: that of the bot's own words, `nl` or `en`.
        room: how many characters Discord takes there.
        bars: whether to draw the values as lines of text, for where there is no picture of them.
    """
    words = TIMELINE.of(language)
    if not timeline.points:
        return "\n".join(filter(None, (words.nothing, _dates(timeline, language))))
    return next(
        (one for one in _fullest_first(timeline, language, room, bars=bars) if len(one) <= room),
        words.nothing,
    )


def _fullest_first(timeline: Timeline, language: str, room: int, *, bars: bool) -> Iterator[str]:
    every = len(timeline.points)
    yield _body(timeline, language, every, _Shape(room // _LINK_SHARE, quoted=True, bars=bars))
    for count in range(every, 0, -1):
        yield _body(timeline, language, count, _Shape(room // _LINK_SHARE, bars=bars))
    yield _body(timeline, language, 1, _Shape(room // _LINK_SHARE, sources=1, bars=bars))


def _body(timeline: Timeline, language: str, count: int, shape: _Shape) -> str:
    words, card = TIMELINE.of(language), CARD.of(language)
    shown = timeline.points[-count:]
    left = len(timeline.points) - count
    listed = [_point(point, words, card, shape) for point in shown]
    drawn = plot(shown, language) if timeline.plotted and shape.bars else ""
    others = bool(timeline.plotted) and any(
        point.figure is not None and point.number is None for point in shown
    )
    blocks = [
        counted(words.earlier, left) if left else "",
        "\n".join(listed),
        drawn,
        f"-# {words.other_units}" if others else "",
        _dates(timeline, language),
    ]
    return "\n".join(filter(None, blocks))


def _point(point: Point, words: TimelineWords, card: CardWords, shape: _Shape) -> str:
    """Return the value, the articles that give it with their notices, and the first one's sentence."""
    first = point.citations[0]
    labels = [card.cautions[one] for one in cautions(first)]
    value = value_of(point, words.code)
    given = f"**{inline(value, _VALUE if point.figure else _WORDS)}** " if value else ""
    named = point.citations[: shape.sources]
    lines = [
        "\n".join(
            [
                f"{marker(one)} {source(one.article.draft, one.link, card, shape.longest_link)}",
                *beneath(one.article.draft, one.notice, card, kind=False),
            ]
        )
        for one in named
    ]
    further = len(point.citations) - len(named)
    if further:
        lines.append(counted(words.sources_left_out, further))
    if shape.quoted:
        lines.append(block_quote(shortened(first.quote, _QUOTE)))
    return captioned(labels, given + "\n".join(lines))


def _dates(timeline: Timeline, language: str) -> str:
    """Return which dates the question left, where it named some."""
    said = told(timeline.narrowed, language)
    return f"-# {inline(said, len(said))}" if said else ""


def plot(points: Sequence[Point], language: str) -> str:
    """Return a line with a bar for each of the newest points with a number; empty for fewer than two.

    Their values stand as readers of `language` write them, be the question in another.
    """
    drawn = [point for point in points if point.number is not None][-_ROWS:]
    if len(drawn) <= 1:
        return ""
    dates = [str(point.published) for point in drawn]
    values = [in_code_block(value_of(point, language), _PLOTTED_VALUE) for point in drawn]
    date, value = max(map(len, dates)), max(map(len, values))
    lengths = bars([point.number for point in drawn if point.number is not None], _WIDTH - date - value - 2)
    rows = [
        f"{when:<{date}} {what:>{value}} {bar}".rstrip()
        for when, what, bar in zip(dates, values, lengths, strict=True)
    ]
    return "\n".join(["```", *rows, "```"])
