"""Asking again with the word that was meant: what *Did you mean "…"?* does."""

from typing import Any

import discord

from bot.discord.asking.answer_message import Understood, understood_then
from bot.discord.asking.ask import answer_here
from bot.discord.asking.asker import Asker
from bot.discord.asking.buttons import MEANT
from bot.discord.asking.sight import recalled
from bot.discord.connection.floor import Floor
from bot.discord.connection.visit import Visit
from retrieval.question.names.readings import Cause, Reading


def install(floor: Floor, asker: Asker) -> None:
    """Have the question of the abstention asked anew, with that word in place of the other."""

    async def meant(
        interaction: discord.Interaction[Any], visit: Visit, answer: str, written: str, read_as: str
    ) -> None:
        instead = Reading(written, read_as, Cause.SPELLING)
        explained = await recalled(floor.newsroom, interaction, answer, visit.guild)
        before = understood_then(explained)

        async def understood() -> Understood:
            return Understood(instead.applied(before.question), before.filters)

        asked = instead.applied(explained.answer.question)
        await answer_here(asker, interaction, asked, before.filters, understood)

    floor.components.add(MEANT, meant)
