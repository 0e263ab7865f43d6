"""A timeline on the terminal: a table, a plot of its values, and where each of them stands."""

from collections.abc import Sequence

from rich.text import Text

from bot.bars import bars
from bot.cautions import captioned, cautions
from bot.languages_read import languages_read
from bot.marks import marks
from bot.telling.narrowed_dates import told
from bot.telling.timeline_value import value_of
from bot.terminal.console import output, print_table, print_text
from bot.terminal.remarks import labelled, noticed
from bot.terminal.words import TERMINAL, spoken
from retrieval.question.foreign_language import foreign
from retrieval.timeline.points import Point, Timeline

_WIDEST = 80  # characters of a line of the plot
_NARROWEST = 10  # of its longest bar
_NARROW = 24  # characters of a value that is never wrapped


def print_timeline(timeline: Timeline) -> None:
    """Print a timeline, oldest first; in a pipe each point is one line, with its links at the end."""
    words = TERMINAL.of(spoken(timeline.question))
    dates = told(timeline.narrowed, spoken(timeline.question))
    if dates:
        output().print(dates, style="dim")
    if not timeline.points:
        unread = foreign(timeline.question)
        output().print(languages_read(unread) if unread else words.no_timeline, style="bold")
        return
    terminal = output().is_terminal
    values = any(value_of(point, timeline.language) for point in timeline.points)
    wide = any(len(_value(point, timeline)) > _NARROW for point in timeline.points)
    columns = [
        words.published,
        *([words.value] if values else []),
        words.outlet,
        words.quote,
        "",
        *([] if terminal else [words.link]),
    ]
    rows = [_row(point, timeline, values=values, links=not terminal) for point in timeline.points]
    print_table(columns, rows, [0, *([int(wide)] if values else []), 1, 2, 0, *([] if terminal else [1])])
    _print_plot(timeline)
    if terminal:
        _print_links(timeline)


def _row(point: Point, timeline: Timeline, *, values: bool, links: bool) -> list[str]:
    outlets = dict.fromkeys(one.article.draft.outlet or "" for one in point.citations)
    return [
        str(point.published),
        *([_value(point, timeline)] if values else []),
        ", ".join(outlet for outlet in outlets if outlet),
        point.citations[0].quote,
        "".join(f"[{one.number}]" for one in point.citations),
        *([" ".join(one.link for one in point.citations if one.link)] if links else []),
    ]


def _value(point: Point, timeline: Timeline) -> str:
    value = value_of(point, timeline.language)
    labels = labelled(cautions(point.citations[0]), spoken(timeline.question))
    return captioned(labels, value) if value else ""


def _print_plot(timeline: Timeline) -> None:
    """Print a bar for each value of the usual unit, and name the others."""
    drawn = timeline.plotted
    if not drawn:
        return
    labels = _aligned([(str(point.published), value_of(point, timeline.language)) for point in drawn])
    room = max(min(output().width, _WIDEST) - len(labels[0]) - 1, _NARROWEST)
    lengths = bars([point.number for point in drawn if point.number is not None], room)
    print_text("")
    for label, bar in zip(labels, lengths, strict=True):
        # The bar is never wrapped: it would read as two.
        output().print(Text.assemble(label, " ", (bar, "cyan")), soft_wrap=True)
    others = [point for point in timeline.points if point.figure is not None and point not in drawn]
    if others:
        listed = ", ".join(f"{value_of(point, timeline.language)} ({point.published})" for point in others)
        output().print(TERMINAL.of(spoken(timeline.question)).other_units.format(values=listed), style="dim")


def _aligned(pairs: Sequence[tuple[str, str]]) -> list[str]:
    dates, values = (max(map(len, column)) for column in zip(*pairs, strict=True))
    return [f"{date:<{dates}}  {value:>{values}}" for date, value in pairs]


def _print_links(timeline: Timeline) -> None:
    print_text("")
    for citation in (one for point in timeline.points for one in point.citations):
        where = citation.link or citation.article.draft.title or citation.article.draft.source
        # Never broken over lines, so that it can be clicked and copied.
        output().print(Text.assemble((f"[{citation.number}] ", "bold"), (where, "dim")), soft_wrap=True)
        marked = marks(citation.article.draft, timeline.language, kind=False)
        if marked:
            output().print(f"    ({marked})", style="yellow")
        if citation.notice:
            output().print(f"    {noticed(citation.notice, spoken(timeline.question))}", style="dim")
