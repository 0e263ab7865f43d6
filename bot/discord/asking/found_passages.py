"""Passages found: a few lines for each, laid out over pages, and kept to be shown again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.discord.asking.words import ASKING
from bot.discord.connection.pages import packed
from bot.discord.display.article_notices import beneath
from bot.discord.display.card import AUTHOR, DESCRIPTION
from bot.discord.display.card_words import CARD, CardWords
from bot.discord.display.escape import block_quote, shortened
from bot.discord.display.sources import source
from corpus.article import Span
from corpus.catalogue import articles, notices
from corpus.catalogue.connection import Connection
from corpus.catalogue.notices import Notice
from retrieval.answering.text_fragment import link
from retrieval.search.results import Hit

_PASSAGE = 300
_LINK = 400
_ON_A_PAGE = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A passage, and what is to be said of its article."""

    hit: Hit
    notice: Notice | None


def lines(found: Found, words: CardWords) -> str:
    """Return its rank, its source, its beginning as a block quote and what is to be said of it."""
    hit, draft = found.hit, found.hit.article.draft
    where = source(draft, link(draft.url, draft.text, hit.span), words, _LINK)
    told = beneath(draft, found.notice, words)
    return "\n".join([f"**{hit.rank}.** {where}", *told, block_quote(shortened(hit.text, _PASSAGE))])


def title(question: str, language: str) -> str:
    """Return what stands above the passages found for a question."""
    return shortened(f"{ASKING.of(language).searched}: {question}", AUTHOR)


def pages(found: Sequence[Found], language: str, room: int = DESCRIPTION) -> list[str]:
    """Return the passages, best first, five on a page of so many characters at most."""
    return packed([lines(one, CARD.of(language)) for one in found], _ON_A_PAGE, room)


def document(question: str, found: Sequence[Found]) -> dict[str, Any]:
    """Return what was found as JSON takes it: articles by the number of their version."""
    passages = [
        {"rank": hit.rank, "version": hit.article.version, "start": hit.span.start, "end": hit.span.end}
        for hit in (one.hit for one in found)
    ]
    return {"question": question, "passages": passages}


def found_in(connection: Connection, written: Mapping[str, Any]) -> list[Found]:
    """Return the passages of which `document` made that, with what is said of their articles by now."""
    known = articles.of_versions(connection, {one["version"] for one in written["passages"]})
    told = notices.about(connection, known.values())
    there = ((one, known[one["version"]]) for one in written["passages"] if one["version"] in known)
    return [
        Found(
            Hit(one["rank"], 0, article, Span(one["start"], one["end"]), 0.0, {}), told.get(article.version)
        )
        for one, article in there
    ]
