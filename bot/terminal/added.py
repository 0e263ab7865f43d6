"""What became of added articles, on the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.marks import ENGLISH, marks
from bot.terminal.console import notices, output, print_table, print_text
from corpus.errors import SourceUnreadable

if TYPE_CHECKING:
    from retrieval.curation import Added


def print_as_it_comes(one: Added | SourceUnreadable) -> None:
    """In a pipe, print an article the moment it is stored for good: whoever reads on can rely on it."""
    if not output().is_terminal and not isinstance(one, SourceUnreadable):
        print_text("\t".join(" ".join(cell.split()) for cell in _row(one)))
        output().file.flush()


def print_additions(outcomes: Sequence[Added | SourceUnreadable], *, quiet: bool) -> None:
    """Print what could not be read and, unless `quiet`, a table on a terminal and the counts."""
    for one in outcomes:
        if isinstance(one, SourceUnreadable):
            notices().print(f"not added: {one.source}: {one}", style="red")
    if quiet:
        return
    added = [one for one in outcomes if not isinstance(one, SourceUnreadable)]
    if added and output().is_terminal:
        rows = [_row(one) for one in added]
        print_table(("", "id", "published", "outlet", "title"), rows, (0, 0, 0, 2, 3))
    _print_marks(added)
    counted = Counter(str(one.status) for one in added)
    counted["not added"] = len(outcomes) - len(added)
    summary = ", ".join(f"{count} {what}" for what, count in counted.items() if count)
    notices().print(summary or "Nothing to add.")


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
