"""The lines of a table of an extracted page: each row between bars, a caption above them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

_PAIR = 2


def lines(
    block: HtmlElement, words: Callable[[HtmlElement], str], spanning: Collection[str]
) -> Iterator[str]:
    """Yield the lines of a table, so that each row can be told from what it stands under.

    What stands above all of its rows is a line by itself. Where the first column names what the second says,
    each row is an item of a list: "- Length: 31 km".

    Args:
        block: trafilatura's table.
        words: gives the words of a cell.
        spanning: the cells that stand for several rows: each of these gets it.
    """
    rows = [list(row.iter("cell")) for row in block.iter("row")]
    told = [[words(cell).replace("|", "/") for cell in row] for row in rows]
    listed = _is_described([row for row, said in zip(rows, told, strict=True) if sum(map(bool, said)) > 1])
    above: Sequence[str] = ()
    for row in told:
        filled = _filled(row, above, spanning)
        if sum(map(bool, filled)) <= 1 and (listed or not any(above)):
            yield "".join(filled)
        elif listed:
            yield f"- {filled[0].rstrip(':')}: {filled[1]}"
        else:
            yield f"| {' | '.join(filled)} |".replace("  ", " ")
        above = filled if len(list(filter(None, filled))) > 1 else above


def spanning(tree: HtmlElement) -> frozenset[str]:
    """Return the cells of a page that stand for several rows; trafilatura has them in the first alone."""
    cells = tree.xpath("//td[@rowspan > 1] | //th[@rowspan > 1]")
    return frozenset(" ".join(cell.text_content().split()) for cell in cells)


def _filled(row: list[str], above: Sequence[str], spanning: Collection[str]) -> list[str]:
    """Return a row with the cells above it that go on in it."""
    if not any(row):
        return row
    over = [*above, *[""] * len(row)]
    return [said or (over[place] if over[place] in spanning else "") for place, said in enumerate(row)]


def _is_described(rows: Sequence[Sequence[HtmlElement]]) -> bool:
    """Tell whether the first of two columns, and no row, holds the headings."""
    if not rows or any(len(row) != _PAIR for row in rows):
        return False
    first, second = rows[0]
    return bool(first.get("role") == "head" and second.get("role") != "head")
