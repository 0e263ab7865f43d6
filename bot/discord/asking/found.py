"""One passage found, as a few lines of a list."""

from __future__ import annotations

from dataclasses import dataclass

from bot.discord.cards.escape import block_quote, shortened
from bot.discord.cards.notices import beneath
from bot.discord.cards.sources import source
from bot.discord.cards.words import CardWords
from corpus.catalogue.notices import Notice
from retrieval.results import Hit
from retrieval.text_fragment import link

_PASSAGE = 300
_LINK = 400


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
