"""Reading what was offered while somebody looks on."""

from __future__ import annotations

from typing import Any

import discord

from bot.discord.adding.feed_reasons import in_words
from bot.discord.adding.offers import Offer
from bot.discord.adding.progress_notes import during
from bot.discord.adding.words import ADDING
from bot.discord.connection.errors import Refusal
from bot.discord.connection.visit import Visit
from bot.discord.display.escape import inline
from corpus.article import Draft
from corpus.errors import SourceUnreadable

_NAME, _SENTENCE = 60, 500


async def read_meanwhile(interaction: discord.Interaction[Any], visit: Visit, offer: Offer) -> Draft:
    """Return the article of an offer; the message that `think` or `hold` announced says what is read.

    Raises:
        Refusal: it gives no article, and why.
    """
    name = inline(offer.name, _NAME)
    read = await during(interaction, offer.read(), ADDING.of(visit.language).reading.format(what=name))
    if isinstance(read, SourceUnreadable):
        raise Refusal(lambda language: _unreadable(name, read, language))
    return read


def _unreadable(name: str, error: SourceUnreadable, language: str) -> str:
    sentence = inline(in_words(error, language), _SENTENCE)
    return ADDING.of(language).unreadable.format(what=name, sentence=sentence)
