"""The buttons that say yes to a correction or withdrawal: it is made once, and past cards follow."""

from collections.abc import Callable
from typing import Any

import discord

from bot.bilingual import counted
from bot.discord.connection.components import Components
from bot.discord.connection.delivery import hold, show
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from bot.discord.curating.confirming import done
from bot.discord.curating.removing import cited
from bot.discord.curating.words import CURATING
from corpus.article import Article
from corpus.catalogue.journal import Change
from corpus.catalogue.uses import uses
from retrieval.curating import carrying_out
from retrieval.curating.curator import Curator

CORRECTED, WITHDRAWN = "corpus-corrected", "corpus-withdrawn"

_Act = Callable[[Curator, str, str, str], tuple[Article, Change]]


class Noted:
    """Does what was asked, and says how many past cards will say so."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom

    def install(self, components: Components) -> None:
        """Have the handlers called."""
        components.add(CORRECTED, self._corrected)
        components.add(WITHDRAWN, self._withdrawn)

    async def _corrected(self, interaction: discord.Interaction[Any], visit: Visit, proposal_id: str) -> None:
        said = CURATING.of(visit.language).corrected
        await self._do(interaction, visit, proposal_id, carrying_out.correct_in_words, said)

    async def _withdrawn(self, interaction: discord.Interaction[Any], visit: Visit, proposal_id: str) -> None:
        said = CURATING.of(visit.language).withdrawn
        await self._do(interaction, visit, proposal_id, carrying_out.withdraw, said)

    async def _do(
        self, interaction: discord.Interaction[Any], visit: Visit, proposal_id: str, act: _Act, said: str
    ) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        article, change = await self._newsroom.work(
            lambda parts: act(parts.curator, proposal_id, guild, visit.actor)
        )
        used = await self._newsroom.read(lambda connection: uses(connection, article.id, guild))
        words = CURATING.of(visit.language)
        lines = [f"{said}: {cited(article, visit.language)}"]
        if used.cards:
            lines.append(counted(words.are_told, used.cards))
        await show(interaction, **done([*lines, words.can_be_undone], change.id, visit.language))
