"""The text of an extracted page: its paragraphs with a blank line between them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from corpus.reading.page_lists import lines as list_lines
from corpus.reading.page_tables import lines as table_lines
from corpus.text import normalise

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

_BLOCKS = {"p", "head", "quote", "list", "table", "code", "div"}
# Hints of where a browser may break a word; they are no part of it.
_BREAK_HINTS = re.compile("[\u00ad\u200b\u2060]")
_BLANKS = re.compile(r"[^\S\n]+")


def render(body: HtmlElement, title: str | None, spanning: Collection[str] = ()) -> str:
    """Return the text of trafilatura's tree, without the headline where the page repeats it on top.

    A list keeps its order and its depth, a table its rows; `spanning` are the cells of the page's tables
    that stand for several rows.
    """
    paragraphs = [paragraph for paragraph in _paragraphs(body, spanning) if paragraph]
    if paragraphs and title and _same(paragraphs[0], title):
        del paragraphs[0]
    return normalise("\n\n".join(paragraphs)).strip()


def _paragraphs(body: HtmlElement, spanning: Collection[str]) -> Iterator[str]:
    yield _tidy(body.text or "")
    for block in body:
        if block.tag == "list":
            yield "\n".join(list_lines(block, _on_one_line))
        elif block.tag == "table":
            yield "\n".join(table_lines(block, _on_one_line, spanning))
        elif block.tag in {"quote", "div"} and any(child.tag in _BLOCKS for child in block):
            yield from _paragraphs(block, spanning)
        else:
            yield _tidy(_words(block))
        yield _tidy(block.tail or "")


def _words(block: HtmlElement, leave_out: str = "") -> str:
    parts = [block.text or ""]
    for child in block:
        apart = "\n" if child.tag in _BLOCKS or child.tag == "lb" else ""
        words = "" if child.tag == leave_out else _words(child, leave_out)
        parts += [apart, words, apart, child.tail or ""]
    return "".join(parts)


def _on_one_line(block: HtmlElement) -> str:
    """Return the words of an item or a cell, but not those of a list in it."""
    return _tidy(_words(block, leave_out="list")).replace("\n", " ")


def _tidy(paragraph: str) -> str:
    lines = (_BLANKS.sub(" ", line).strip() for line in _BREAK_HINTS.sub("", paragraph).split("\n"))
    return "\n".join(filter(None, lines))


def _same(paragraph: str, title: str) -> bool:
    return " ".join(paragraph.split()).casefold() == " ".join(title.split()).casefold()
