"""A passage around a quote as people read it: the quote in bold, its source below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.discord.display.article_notices import beneath
from bot.discord.display.card import DESCRIPTION
from bot.discord.display.card_words import CardWords
from bot.discord.display.escape import block_quote
from bot.discord.display.sources import source
from corpus.article import Article, Span
from corpus.catalogue.notices import Notice

_LINK_SHARE = 6  # of the room, as on a card
# Escaped and quoted, a character becomes three at most: a line feed, which a new mark of quotation follows.
_GROWS = 3
_MARK = 2


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of an article, with the quote in it and that quote's number, if one was quoted."""

    article: Article
    passage: Span
    link: str | None
    notice: Notice | None
    quote: Span | None = None
    number: int | None = None


def texts(excerpt: Excerpt, words: CardWords, room: int = DESCRIPTION) -> list[str]:
    """Return it as Markdown, each text with the source and of at most `room` characters.

    Where one has no room for the passage, the quote stands alone between what comes before and after it.
    A quote is never cut: where it has no room even alone, a sentence says so.
    """
    below = _below(excerpt, words, room)
    space = room - len(below)
    before, quote, after = _parts(excerpt)
    whole = _set_off(before, quote, after)
    if len(whole) <= space:
        return [f"{whole}{below}"]
    alone = [_set_off("", quote, "")] if quote else []
    withheld = [part if len(part) <= space else words.too_long for part in alone]
    return [f"{part}{below}" for part in (*_cut(before, space), *withheld, *_cut(after, space))]


def _below(excerpt: Excerpt, words: CardWords, room: int) -> str:
    line = source(excerpt.article.draft, excerpt.link, words, room // _LINK_SHARE)
    numbered = f"**[{excerpt.number}]** {line}" if excerpt.number is not None else line
    told = beneath(excerpt.article.draft, excerpt.notice, words)
    return "\n".join(["\n", numbered, *told])


def _parts(excerpt: Excerpt) -> tuple[str, str, str]:
    text, passage = excerpt.article.draft.text, excerpt.passage
    quote = excerpt.quote or Span(passage.end, passage.end)
    before, after = Span(passage.start, quote.start), Span(quote.end, passage.end)
    return before.of(text), quote.of(text), after.of(text)


def _set_off(before: str, quote: str, after: str) -> str:
    return block_quote(before + quote + after, Span(len(before), len(before) + len(quote)))


def _cut(part: str, space: int) -> Iterator[str]:
    """Cut a part of a passage into block quotes of at most `space` characters, between words if it can."""
    longest = (space - _MARK) // _GROWS
    rest = part.strip()
    while rest:
        end = len(rest) if len(rest) <= longest else rest.rfind(" ", 1, longest)
        end = end if end > 0 else longest
        yield block_quote(rest[:end])
        rest = rest[end:].strip()
