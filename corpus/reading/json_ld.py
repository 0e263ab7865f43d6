"""The article that a web page describes in JSON-LD, the form that search engines ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from corpus.reading import lenient_json
from corpus.reading.itself import Itself

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

Node = Mapping[str, object]

_ARTICLES = ("Article", "Posting", "Report", "Review", "CreativeWork")
_PAGES = ("WebPage", "ItemPage", "AboutPage")
_OF_PAGE = ("datePublished", "dateModified", "isAccessibleForFree")
_REFERRING = ("author", "creator", "publisher", "isPartOf")


def read(tree: HtmlElement) -> list[Node]:
    """Return the nodes that a page describes, those within others after them; none of what is unreadable."""
    scripts = [one for one in tree.xpath("//script[@type]") if "ld+json" in one.get("type").lower()]
    return list(_nodes([lenient_json.loads(script.text or "") for script in scripts]))


def article(nodes: Sequence[Node], itself: Itself) -> Node:
    """Return the node that describes the page's own article; empty where there is none.

    Of several articles it is the one whose address or headline is the page's. What is only said of the
    page as a whole, such as its dates, is taken where no article says it.
    """
    named = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    found = _own([node for node in nodes if _is(node, _ARTICLES)], itself)
    page = _own([node for node in nodes if _is(node, _PAGES)], itself)
    whole = {key: page[key] for key in _OF_PAGE if _says(page.get(key))}
    whole |= {key: said for key, said in found.items() if _says(said)}
    return whole | {key: _resolved(whole[key], named) for key in _REFERRING if key in whole}


def _says(stated: object) -> bool:
    # "Not accessible for free" is False, and says more than nothing.
    return stated is False or bool(stated)


def sites(nodes: Sequence[Node]) -> list[object]:
    """Return the names by which a page calls the site that it is part of."""
    return [node.get("name") for node in nodes if _is(node, ("WebSite",))]


def _nodes(stated: object, depth: int = 5) -> Iterator[Node]:
    if isinstance(stated, list) and depth:
        for part in stated:
            yield from _nodes(part, depth - 1)
    elif isinstance(stated, dict) and depth:
        yield stated
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(stated.get(key), depth - 1)


def _own(nodes: list[Node], itself: Itself) -> Node:
    verdicts = [(itself.is_described_by(_addresses(node), _headlines(node)), node) for node in nodes]
    sure = [node for verdict, node in verdicts if verdict]
    open_ = [node for verdict, node in verdicts if verdict is None]
    if sure:
        return max(sure, key=lambda node: "datePublished" in node)
    # A headline for search engines may have other words: alone on its page it is still the page's.
    return open_[0] if len(nodes) == 1 and open_ else {}


def _addresses(node: Node) -> list[str]:
    main = node.get("mainEntityOfPage")
    said = [node.get("url"), node.get("@id"), main]
    said += [main.get("@id"), main.get("url")] if isinstance(main, dict) else []
    return [one for one in said if isinstance(one, str)]


def _headlines(node: Node) -> list[str]:
    said = (node.get("headline"), node.get("name"), node.get("alternativeHeadline"))
    return [one for one in said if isinstance(one, str)]


def _resolved(stated: object, named: Mapping[str, Node]) -> object:
    if isinstance(stated, list):
        return [_resolved(part, named) for part in stated]
    if isinstance(stated, dict) and "name" not in stated:
        return named.get(str(stated.get("@id")), stated)
    return named.get(stated, stated) if isinstance(stated, str) else stated


def _is(node: Node, endings: tuple[str, ...]) -> bool:
    kinds = node.get("@type")
    return any(str(kind).endswith(endings) for kind in (kinds if isinstance(kinds, list) else [kinds]))
