"""The story of an answer as blocks of Markdown: in words, then question, confidence, quotes and weights."""

from __future__ import annotations

from collections.abc import Iterator

from bot.discord.asking.why.paragraph import paragraph
from bot.discord.asking.why.weights_table import scored, table
from bot.discord.asking.why.words import WhyWords
from bot.discord.display.article_notices import beneath
from bot.discord.display.card import DESCRIPTION
from bot.discord.display.card_words import CardWords
from bot.discord.display.escape import block_quote, inline
from bot.discord.display.narrowed import filtered
from bot.discord.display.packing import packed
from bot.discord.display.quotations import marker
from bot.discord.display.sources import source
from bot.wordings import Wording, wordings
from corpus.filters import Filters
from retrieval.answering.explaining import Explanation
from retrieval.search.results import Citation, Hit

_QUESTION = 600
_OUTLET = 60
_LINK = 400
_WORDS = 200


def pages(explained: Explanation, words: WhyWords, card: CardWords) -> list[str]:
    """Return the story as pages within the limit of an embed, no quote cut; what was weighed comes last."""
    told = packed(_blocks(explained, words, card))
    return [*told, table(explained.hits, words)] if explained.hits else told


def _blocks(explained: Explanation, words: WhyWords, card: CardWords) -> Iterator[str]:
    yield paragraph(explained, words, card)
    yield "\n".join(_question(explained, words, card))
    yield _sure(explained, words)
    for wording in wordings(explained.answer):
        for citation in wording.numbered:
            yield _quoted(citation, wording, explained, words, card)


def _question(explained: Explanation, words: WhyWords, card: CardWords) -> Iterator[str]:
    if explained.standalone != explained.answer.question:
        yield words.understood.format(question=inline(explained.standalone, _QUESTION))
    yield words.asked.format(moment=f"<t:{int(explained.asked.timestamp())}:f>")
    narrowed = ", ".join(_narrowed(explained.filters, words, card))
    if narrowed:
        yield words.narrowed.format(filters=narrowed)


def _narrowed(filters: Filters, words: WhyWords, card: CardWords) -> Iterator[str]:
    chosen = filtered(filters, card)
    if chosen:
        yield chosen
    if filters.outlets_left_out:
        names = ", ".join(inline(name, _OUTLET) for name in filters.outlets_left_out)
        yield words.left_out.format(outlets=names)


def _sure(explained: Explanation, words: WhyWords) -> str:
    # Whole percents are rounded down, so that what is below the threshold never reads as being at it.
    sure, threshold = int(explained.answer.confidence * 100), round(explained.threshold * 100)
    meaning = words.abstained if explained.answer.abstained else words.answered
    figures = words.confidence.format(sure=sure, threshold=threshold)
    return f"{figures}\n{meaning.format(sure=sure)}"


def _quoted(
    citation: Citation, wording: Wording, explained: Explanation, words: WhyWords, card: CardWords
) -> str:
    below = [f"{marker(citation)} {source(citation.article.draft, citation.link, card, _LINK)}"]
    reply = wording.reply if citation is wording.quoted else None
    if reply is not None:
        sure = int(reply.confidence * 100)
        below.append(words.read.format(words=inline(reply.words, _WORDS), sure=sure))
    hit = _passage(citation, explained)
    if hit is not None:
        below.append(words.passage.format(rank=hit.rank, scores=scored(hit, words)))
    below += beneath(citation.article.draft, citation.notice, card)
    quote, told = block_quote(citation.quote, reply.within if reply else None), "\n".join(below)
    shown = quote if len(quote) + 1 + len(told) <= DESCRIPTION else card.too_long
    return f"{shown}\n{told}"


def _passage(citation: Citation, explained: Explanation) -> Hit | None:
    """Return the passage weighed that the quote was taken from."""
    span = citation.span
    return next(
        (
            hit
            for hit in explained.hits
            if hit.article.version == citation.article.version
            and hit.span.start <= span.start
            and span.end <= hit.span.end
        ),
        None,
    )
