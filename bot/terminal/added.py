"""What became of added articles, on the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.marks import ENGLISH, marks
from bot.terminal.console import notices, output, print_table, print_text
from corpus.catalogue.decide import Status
from corpus.errors import SourceUnreadable

if TYPE_CHECKING:
    from retrieval.curating.curator import Added

_MINUTE = 60


def print_as_it_comes(one: Added | SourceUnreadable) -> None:
    """In a pipe, print an article the moment it is stored for good: whoever reads on can rely on it."""
    if not output().is_terminal and not isinstance(one, SourceUnreadable):
        print_text("\t".join(" ".join(cell.split()) for cell in _row(one)))
        output().file.flush()


def print_additions(outcomes: Sequence[Added | SourceUnreadable], seconds: float, *, quiet: bool) -> None:
    """Print what could not be read and, unless `quiet`, a table on a terminal, the counts and the time."""
    said = ""
    for one in outcomes:
        if isinstance(one, SourceUnreadable):
            # What was left when adding broke off has one reason: it is told once.
            why = "" if str(one) == said else f": {one}"
            notices().print(f"not added: {one.source}{why}", style="red")
            said = str(one)
    if quiet:
        return
    added = [one for one in outcomes if not isinstance(one, SourceUnreadable)]
    if added and output().is_terminal:
        rows = [_row(one) for one in added]
        print_table(("", "id", "published", "outlet", "title"), rows, (0, 0, 0, 2, 3))
    _print_marks(added)
    notices().print(_summary(added, len(outcomes) - len(added), seconds))


def _summary(added: Sequence[Added], refused: int, seconds: float) -> str:
    """Return how many articles became what, in the same order every time, and how long that took."""
    counted = Counter(str(one.status) for one in added)
    counts = {**{status.value: counted[status.value] for status in Status}, "not added": refused}
    summary = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    return f"{summary}, in {_lasted(seconds)}." if summary else "Nothing to add."


def _lasted(seconds: float) -> str:
    if seconds < _MINUTE:
        return f"{seconds:.1f} seconds"
    minutes, rest = divmod(round(seconds), _MINUTE)
    return f"{minutes} min {rest:02} s"


def _print_marks(added: Sequence[Added]) -> None:
    """Print what readers of an article should know of it: that it is no report, or not whole."""
    for draft in (one.read for one in added):
        marked = marks(draft, ENGLISH)
        if marked:
            notices().print(f"mind: {draft.title or draft.source}: {marked}", style="yellow")


def _row(one: Added) -> tuple[str, ...]:
    draft = one.read
    published = str(draft.published or "")
    return (one.status, one.article.id, published, draft.outlet or "", draft.title or draft.source)
