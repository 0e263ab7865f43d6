"""The button *Share*, and what it needs kept to work after a restart."""

from collections.abc import Collection, Mapping
from typing import Any

import discord

from bot.discord.asking.words import ASKING
from bot.discord.connection.components import button
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from corpus.catalogue import looks
from corpus.catalogue.looks import Look

SHARE, UNSHARE = "share", "unshare"
SEARCH, TIMELINE = "search", "timeline"  # the kinds of looks


async def kept(
    newsroom: Newsroom, visit: Visit, kind: str, document: Mapping[str, Any], article_ids: Collection[str]
) -> str | None:
    """Keep what is shown in private, so that it can be shared; return its id, None outside of a server.

    Args:
        newsroom: whose catalogue keeps it.
        visit: who looks.
        kind: how to read the document again.
        document: what is shown.
        article_ids: the articles in it.
    """
    if visit.guild is None or not article_ids:
        return None
    look = Look(looks.new_id(), visit.guild, kind, visit.language, document)
    at = newsroom.parts.now()
    await newsroom.write(lambda connection: looks.keep(connection, look, article_ids, at))
    return look.id


def share_button(language: str, look_id: str, how: object) -> discord.ui.Button[Any]:
    """Return the button that shares a look; `how` is the page of a search or the theme of a timeline."""
    return button(ASKING.of(language).share, SHARE, look_id, how)


def delete_button(language: str, look_id: str) -> discord.ui.Button[Any]:
    """Return the button that takes the message away that shares a look."""
    return button(ASKING.of(language).delete, UNSHARE, look_id)
