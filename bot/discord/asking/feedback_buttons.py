"""The *Helpful* and *Not helpful* buttons: what a reader says of an answer."""

from typing import Any

import discord

from bot.discord.asking.buttons import HELPFUL, NOT_HELPFUL
from bot.discord.asking.sight import require_given, require_seen
from bot.discord.asking.words import ASKING
from bot.discord.connection.components import field, modal, submitted
from bot.discord.connection.delivery import open_modal, show, think
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from corpus.catalogue import feedback, unanswered
from corpus.catalogue.connection import Connection
from corpus.catalogue.unanswered import Reason

_WRONG = "wrong"
_LONGEST = 1000


def install(floor: Floor) -> None:
    """Have both words taken; the second asks what was wrong before it counts."""
    newsroom = floor.newsroom

    async def helpful(interaction: discord.Interaction[Any], visit: Visit, answer: str) -> None:
        await think(interaction, private=True)
        await require_seen(newsroom, interaction, answer)
        await _keep(newsroom, visit, answer, helpful=True, comment=None)
        await show(interaction, content=ASKING.of(visit.language).thanks)

    async def not_helpful(interaction: discord.Interaction[Any], visit: Visit, answer: str) -> None:
        words = ASKING.of(visit.language)
        label, hint = words.what_was_wrong_label, words.what_was_wrong_hint
        wrong = field(_WRONG, label, description=hint, longest=_LONGEST, paragraph=True)
        # Whether the answer is known is looked up when this is submitted: a modal cannot wait.
        form = modal(words.what_was_wrong, [wrong], _WRONG, answer)
        await open_modal(interaction, form)

    async def explained(interaction: discord.Interaction[Any], visit: Visit, answer: str) -> None:
        await think(interaction, private=True)
        await require_seen(newsroom, interaction, answer)
        comment = submitted(interaction).get(_WRONG) or None
        await _keep(newsroom, visit, answer, helpful=False, comment=comment)
        words = ASKING.of(visit.language)
        await show(interaction, content=words.noted_for_moderators if visit.guild else words.noted)

    floor.components.add(HELPFUL, helpful)
    floor.components.add(NOT_HELPFUL, not_helpful)
    floor.components.add(_WRONG, explained)


async def _keep(newsroom: Newsroom, visit: Visit, answer: str, *, helpful: bool, comment: str | None) -> None:
    """Keep a reader's word; in a server, what was not helpful waits for its moderators.

    Raises:
        Gone: the answer is not known here.
    """
    now = newsroom.parts.now()

    def write(connection: Connection) -> None:
        require_given(connection, answer, visit.guild)
        feedback.give(connection, answer, visit.person, helpful=helpful, comment=comment, at=now)
        if visit.guild is not None and not helpful:
            unanswered.put(connection, answer, Reason.NOT_HELPFUL, now)

    await newsroom.write(write)
