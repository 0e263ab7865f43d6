"""The text of an extracted page: its paragraphs with a blank line between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.text import normalise

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

_BLOCKS = {"p", "head", "quote", "list", "table", "code", "div"}
# Hints of where a browser may break a word; they are no part of it.
_BREAK_HINTS = re.compile("[\u00ad\u200b\u2060]")
_BLANKS = re.compile(r"[^\S\n]+")


def render(body: HtmlElement, title: str | None) -> str:
    """Return the text of trafilatura's tree, without the headline where the page repeats it on top."""
    paragraphs = [paragraph for paragraph in map(_tidy, _paragraphs(body)) if paragraph]
    if paragraphs and title and _same(paragraphs[0], title):
        del paragraphs[0]
    return normalise("\n\n".join(paragraphs)).strip()


def _paragraphs(body: HtmlElement) -> Iterator[str]:
    yield body.text or ""
    for block in body:
        if block.tag == "list":
            yield "\n".join("- " + _tidy(_words(item)).replace("\n", " ") for item in block.iter("item"))
        elif block.tag == "table":
            yield "\n".join(
                " | ".join(_tidy(_words(cell)) for cell in row.iter("cell")) for row in block.iter("row")
            )
        elif block.tag in {"quote", "div"} and any(child.tag in _BLOCKS for child in block):
            yield from _paragraphs(block)
        else:
            yield _words(block)
        yield block.tail or ""


def _words(block: HtmlElement) -> str:
    parts = [block.text or ""]
    for child in block:
        parts += ["\n" if child.tag == "lb" else _words(child), child.tail or ""]
    return "".join(parts)


def _tidy(paragraph: str) -> str:
    lines = (_BLANKS.sub(" ", line).strip() for line in _BREAK_HINTS.sub("", paragraph).split("\n"))
    return "\n".join(filter(None, lines))


def _same(paragraph: str, title: str) -> bool:
    return " ".join(paragraph.split()).casefold() == " ".join(title.split()).casefold()
