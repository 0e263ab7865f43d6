"""The lines of a list of an extracted page: numbered where it is, a list in it below its item."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

_DEEPER = "  "
_ENDS = (".", "?", "!", ":")


def lines(block: HtmlElement, words: Callable[[HtmlElement], str], depth: int = 0) -> Iterator[str]:
    """Yield the lines of a list; a term and what explains it share one.

    Args:
        block: trafilatura's list.
        words: gives the words of an item without those of a list in it.
        depth: in how many lists it stands.
    """
    numbers = count(1)
    for item, said in _said(block, words):
        if said:
            marker = f"{next(numbers)}." if block.get("rend") == "ol" else "-"
            yield f"{_DEEPER * depth}{marker} {said}"
        for inner in (one for one in item.iter("list") if next(one.iterancestors("item")) is item):
            yield from lines(inner, words, depth + bool(said))


def _said(block: HtmlElement, words: Callable[[HtmlElement], str]) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the items of a list with their words, a term with what explains it."""
    term = ""
    for item in block.iterchildren("item"):
        said = " ".join(filter(None, (term, words(item))))
        term = ""
        if (item.get("rend") or "").startswith("dt"):
            term = said if said.endswith(_ENDS) or not said else f"{said}:"
        else:
            yield item, said
    if term:
        yield item, term
