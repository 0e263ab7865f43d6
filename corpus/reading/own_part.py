"""The part of a page that is its article's own, without the reactions, teasers and menus around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.reading import furniture
from corpus.reading.fields import one_line
from corpus.reading.itself import Itself

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

_TAGS = (
    "aside nav figure figcaption form label footer select button script style noscript template iframe "
    "dialog svg picture video audio blockquote"
)
_FURNITURE = frozenset(_TAGS.split())
_ARTICLES = ("Article", "Posting", "Report", "Page", "Blog", "CreativeWork", "Review", "WebPageElement")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
INLINE = frozenset({"a", "b", "i", "em", "strong", "span", "small", "sup", "u", "font", "time", "abbr"})
_LINE = 200  # characters
_TEASER = 60  # characters; a link that holds more than a date leads to another article


@dataclass(frozen=True, slots=True)
class OwnPart:
    """The headline of a page, where it has one, and the elements that are its article's own, in order."""

    headline: HtmlElement | None
    elements: tuple[HtmlElement, ...]


def find(tree: HtmlElement, itself: Itself) -> OwnPart:
    """Return the headline and the own elements of a page."""
    headline = _headline(tree, itself)
    above = set(headline.iterancestors()) if headline is not None else set()
    main = _main_article(tree, above)
    body = tree.find(".//body")
    return OwnPart(headline, tuple(_walk(tree if body is None else body, above, main)))


def _headline(tree: HtmlElement, itself: Itself) -> HtmlElement | None:
    headings = [tag for tag in tree.xpath("//h1 | //h2 | //h3") if itself.has_title(shown(tag))]
    if headings:
        return max(headings, key=lambda tag: (*itself.likeness(shown(tag)), tag.tag == "h1"))
    return next(iter(tree.xpath("//h1[not(ancestor::aside or ancestor::footer or ancestor::nav)]")), None)


def _main_article(tree: HtmlElement, above: set[HtmlElement]) -> HtmlElement | None:
    articles = tree.xpath("//article")
    holding = [tag for tag in articles if tag in above]
    return holding[-1] if holding else max(articles, key=lambda tag: len(shown(tag)), default=None)


def _walk(tag: HtmlElement, above: set[HtmlElement], main: HtmlElement | None) -> Iterator[HtmlElement]:
    pending = [tag]
    while pending:
        one = pending.pop()
        if not isinstance(one.tag, str) or (one not in above and _is_furniture(one, main)):
            continue
        yield one
        pending.extend(reversed([*_before_another_list(one)]))


def _before_another_list(tag: HtmlElement) -> Iterator[HtmlElement]:
    for child in tag:
        if child.tag in _HEADINGS and furniture.heads_a_list(shown(child)):
            return
        yield child


def _is_another_block(tag: HtmlElement, main: HtmlElement | None) -> bool:
    # What stands beside the article that has the headline, under a heading of its own.
    if main is None or tag is main or tag.getparent() not in set(main.iterancestors()):
        return False
    return main not in set(tag.iterdescendants()) and any(True for _ in tag.iter(*_HEADINGS))


def _is_furniture(tag: HtmlElement, main: HtmlElement | None) -> bool:
    if tag is main or tag.tag in {"body", "main"}:
        return False
    if _is_other_item(tag) or _is_another_block(tag, main):
        return True
    if tag.tag == "article" or (tag.tag == "a" and _is_teaser(tag)):
        return True
    names = f"{tag.get('class') or ''} {tag.get('id') or ''}"
    return not furniture.is_foot_of_post(names) and (tag.tag in _FURNITURE or furniture.is_named(names))


def _is_teaser(link: HtmlElement) -> bool:
    return len(shown(link)) > _TEASER or any(True for _ in link.iter(*_HEADINGS))


def _is_other_item(tag: HtmlElement) -> bool:
    kind = (tag.get("itemtype") or "").strip().rstrip("/")
    return bool(kind) and tag.get("itemscope") is not None and not kind.endswith(_ARTICLES)


def shown(tag: HtmlElement) -> str:
    """Return the words of an element on one line, apart where they stand in different blocks."""
    words = one_line(tag.text_content())
    return one_line("".join(_pieces(tag))) if len(words) <= _LINE and len(tag) else words


def _pieces(tag: HtmlElement) -> Iterator[str]:
    yield tag.text or ""
    for child in tag:
        if isinstance(child.tag, str):
            apart = "" if child.tag in INLINE else " "
            yield from (apart, *_pieces(child), apart)
        yield child.tail or ""
