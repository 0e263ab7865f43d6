"""The button *Did you mean "…"?* under an abstention."""

from __future__ import annotations

from typing import Any

import discord

from bot.discord.asking.words import ASKING
from bot.discord.connection.components import button, fits
from bot.discord.display.escape import shortened
from retrieval.question.names.readings import Reading
from retrieval.search.results import Answer

MEANT = "meant"
_LABEL = 80  # characters of a button's label


def meant_button(answer: Answer, instead: Reading | None, language: str) -> list[discord.ui.Button[Any]]:
    """Return the button that asks with the word that was meant; none where none was found."""
    if instead is None or not fits(MEANT, answer.id, instead.written, instead.read_as):
        return []
    label = shortened(ASKING.of(language).did_you_mean.format(read_as=instead.read_as), _LABEL)
    style = discord.ButtonStyle.primary
    return [button(label, MEANT, answer.id, instead.written, instead.read_as, style=style)]
