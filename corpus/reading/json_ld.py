"""The article that a web page describes in JSON-LD, the form that search engines ask for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

_ARTICLES = ("Article", "BlogPosting", "Report")


def article(tree: HtmlElement) -> dict[str, object]:
    """Return the first node of a page that is an article; empty where there is none."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            stated = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(stated):
            if str(_sole(node.get("@type"))).endswith(_ARTICLES):
                return node
    return {}


def _nodes(stated: object, depth: int = 4) -> Iterator[dict[str, object]]:
    if isinstance(stated, list) and depth:
        for part in stated:
            yield from _nodes(part, depth - 1)
    elif isinstance(stated, dict) and depth:
        yield stated
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(stated.get(key), depth - 1)


def _sole(stated: object) -> object:
    return stated[0] if isinstance(stated, list) and stated else stated
