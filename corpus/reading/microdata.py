"""The dates that a page states within its markup: microdata, and the class names of hAtom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.reading.itself import Itself
from corpus.reading.own_part import OwnPart, shown

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

_CLASSES = {
    "published": {"published", "entry-date", "pubdate", "post-date", "dt-published", "publishdate"},
    "modified": {"updated", "modified", "dt-updated"},
}
_PROPERTIES = {"published": {"datepublished"}, "modified": {"datemodified"}}
_BULK = 3  # paragraphs; a teaser has one
_PARAGRAPH = 100  # characters


def properties(tree: HtmlElement, own: OwnPart, itself: Itself, kind: str) -> Iterator[HtmlElement]:
    """Yield the elements whose microdata state the day that the page's own article was published or changed.

    Args:
        tree: the page.
        own: its own part; what the head states counts as well.
        itself: its titles, by which an item is told to be this article.
        kind: `published` or `modified`.
    """
    for tag in (*tree.xpath("//head//*[@itemprop]"), *own.elements):
        if _PROPERTIES[kind] & _words(tag.get("itemprop")) and _is_own(tag, own, itself):
            yield tag


def classed(own: OwnPart, kind: str) -> Iterator[HtmlElement]:
    """Yield the elements whose class names say when a post was published or changed.

    WordPress marks a post that was never changed as `published updated`: that is published.
    """
    for tag in own.elements:
        names = _words(tag.get("class"))
        is_published = bool(names & _CLASSES["published"]) or tag.get("pubdate") is not None
        if is_published if kind == "published" else names & _CLASSES["modified"] and not is_published:
            yield tag


def stamp(tag: HtmlElement) -> str | None:
    """Return the date that an element holds for machines; it may be in a `time` element within."""
    for one in (tag, *tag.iter("time", "abbr")):
        found = one.get("datetime") or one.get("content") or (one.get("title") if one.tag == "abbr" else None)
        if found:
            return str(found)
    return None


def _is_own(tag: HtmlElement, own: OwnPart, itself: Itself) -> bool:
    item = next((above for above in tag.iterancestors() if above.get("itemscope") is not None), None)
    if item is None or item.tag in {"html", "body", "main"} or own.headline in set(item.iterdescendants()):
        return True
    names = item.xpath(".//*[@itemprop='headline' or @itemprop='name']")
    if any(itself.has_title(name.get("content") or shown(name)) for name in names):
        return True
    return sum(len(shown(text)) > _PARAGRAPH for text in item.iter("p")) >= _BULK


def _words(names: str | None) -> set[str]:
    return set((names or "").lower().split())
