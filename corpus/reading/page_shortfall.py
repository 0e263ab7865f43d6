"""Whether the text read from a web page is the whole of its article, as far as the page tells."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from corpus.article import Shortfall
from corpus.paywall import before_wall, ends_whole

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]{1,500}>")
_GRAM = 4  # words that follow one another, by which stretches of a text are told again
_ENOUGH = 30  # words of a stated text from which it is compared
_MUCH = 150  # words from which a stated text may be whole
_WHOLE, _LOST, _FOREIGN = 0.85, 0.6, 0.5  # shares of the words
_EXACTLY = 0.95  # as near as a number of characters is, where a site states that
_LONG = 250  # words that no teaser has
_PARAGRAPH = 60  # characters; shorter ones are labels and captions
_SCOPES = ("//*[@itemprop='articleBody']", "//article[.//h1]", "//article", "//main")
_AROUND = re.compile(
    r"comment|reacti|respons|related|gerelateerd|newsletter|nieuwsbrief|promo|advert|cookie|consent|footer|sidebar"
    r"|teaser|paywall|read-?more|lees-?ook|recommend|share|social|caption|disclaimer|author|auteur",
    re.IGNORECASE,
)
_OUTSIDE = {"aside", "footer", "nav", "figure", "form", "header"}


def find(text: str, tree: HtmlElement, article: Mapping[str, object]) -> Shortfall | None:
    """Return what is missing of the text of a page's article; None where nothing says that anything is.

    Args:
        text: what was read.
        tree: the page.
        article: what it says of its article in JSON-LD.
    """
    kept, walled = before_wall(text)
    words, body = _words(kept), _words(_plain(article.get("articleBody")))
    counted = _count(article.get("wordCount"), kept)
    if walled or (_is_closed(tree, article) and not _is_whole(kept, words, body, counted)):
        return Shortfall.BEGINNING
    doubts = (_differs_from(words, body, _plain(article.get("articleBody"))), _miscounted(words, counted))
    return Shortfall.DOUBTFUL if any(doubts) or _loses(words, tree) else None


def _is_closed(tree: HtmlElement, article: Mapping[str, object]) -> bool:
    """Tell whether a page says that not everybody may read its article, or a part of it."""
    parts = article.get("hasPart")
    stated: list[object] = [article, *(parts if isinstance(parts, list) else [parts])]
    free = [one.get("isAccessibleForFree") for one in stated if isinstance(one, dict)]
    marked = tree.xpath("//*[@itemprop='isAccessibleForFree']/@content")
    tiers = tree.xpath("//meta[@property='article:content_tier' or @name='article:content_tier']/@content")
    denied = (str(one).strip().rpartition("/")[2].lower() == "false" for one in (*free, *marked))
    return any(denied) or "locked" in (str(one).strip().lower() for one in tiers)


def _is_whole(text: str, words: Sequence[str], body: Sequence[str], counted: int | None) -> bool:
    """Tell whether a text is all there although the page closes it: what it states of it agrees."""
    if counted is not None:
        return len(words) >= _WHOLE * counted
    if len(body) >= _ENOUGH:
        return _share(body, words) >= _WHOLE and ends_whole(text)
    return len(words) >= _LONG and ends_whole(text)


def _differs_from(words: Sequence[str], body: Sequence[str], stated: str) -> bool:
    """Tell whether a text lacks much of the stated one, or holds much that is not in it."""
    if len(body) < _ENOUGH:
        return False
    if _share(body, words) < _LOST:
        return True
    return len(body) >= _MUCH and ends_whole(stated) and _share(words, body) < _FOREIGN


def _miscounted(words: Sequence[str], counted: int | None) -> bool:
    return counted is not None and not _LOST * counted <= len(words) <= counted / _FOREIGN


def _loses(words: Sequence[str], tree: HtmlElement) -> bool:
    """Tell whether the page's article has paragraphs that make up much of it and are not in the text."""
    told = [word for one in _paragraphs(tree) for word in _words(one)]
    return len(told) >= _LONG / 2 and _share(told, words) < _LOST


def _paragraphs(tree: HtmlElement) -> Iterator[str]:
    scope: list[HtmlElement] = next((found for path in _SCOPES if (found := tree.xpath(path))), [])
    if len(scope) > 1 and scope[0].get("itemprop") is None:  # a page of several articles
        return
    for paragraph in (one for part in scope for one in part.iter("p")):
        said = " ".join(paragraph.text_content().split())
        if len(said) >= _PARAGRAPH and not any(map(_is_around, paragraph.iterancestors())):
            yield said


def _is_around(element: HtmlElement) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in _OUTSIDE or (element.tag not in {"body", "html"} and bool(_AROUND.search(named)))


def _share(some: Sequence[str], of: Sequence[str]) -> float:
    """Return the share, in [0, 1], of the stretches of some words that are stretches of others too."""
    stretches, others = (
        Counter(tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1)) for words in (some, of)
    )
    return (stretches & others).total() / stretches.total() if stretches else 1.0


def _count(stated: object, text: str) -> int | None:
    """Return the stated number of words; None where there is none, or one of characters."""
    found = re.fullmatch(r"\s*(\d{2,6})\s*", str(stated)) if isinstance(stated, int | str) else None
    if found is None or int(found[1]) < _ENOUGH:
        return None
    number = int(found[1])
    return None if _EXACTLY <= number / max(len(text), 1) <= 1 / _EXACTLY else number


def _plain(stated: object) -> str:
    return html.unescape(_TAG.sub(" ", stated)) if isinstance(stated, str) else ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
