"""Options of commands that are more than text: dates."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord.cards.escape import inline
from bot.discord.errors import Refusal
from corpus.dates import PartialDate

_SHOWN = 40


class DateOption(app_commands.Transformer):
    """A date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""

    async def transform(self, interaction: discord.Interaction[Any], value: Any, /) -> PartialDate:  # noqa: ANN401, ARG002 - the signature is discord.py's
        """Return the date that was written.

        Raises:
            Refusal: it is none.
        """
        try:
            return PartialDate.parse(value)
        except ValueError:
            written = inline(value, _SHOWN)
            raise Refusal(lambda words: words.not_a_date.format(written=written)) from None
