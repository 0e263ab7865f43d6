"""Whether people are told at night what they watch: a menu of time zones, or of nights that are as days."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import discord

from bot.discord.administration.changing import Changing, require_manager
from bot.discord.administration.left_out_outlets import BACK
from bot.discord.administration.panel import NIGHTS, city
from bot.discord.administration.words import ADMINISTRATION
from bot.discord.connection.components import Components, button, chosen, custom_id, rows
from bot.discord.connection.delivery import hold, show
from bot.discord.connection.visit import Visit

_CHOSEN = "set-nights-chosen"
_NEVER = "never"
# A menu holds 25: where Dutch or English is spoken, and the great cities of the rest of the world.
ZONES = (
    *("Europe/Amsterdam", "Europe/Brussels", "Europe/London", "Europe/Dublin", "Europe/Berlin"),
    *("Europe/Lisbon", "Europe/Athens", "America/St_Johns", "America/Halifax", "America/New_York"),
    *("America/Chicago", "America/Denver", "America/Los_Angeles", "America/Curacao"),
    *("America/Paramaribo", "Africa/Lagos", "Africa/Johannesburg", "Africa/Nairobi", "Asia/Kolkata"),
    *("Asia/Jakarta", "Asia/Singapore", "Australia/Perth", "Australia/Sydney", "Pacific/Auckland"),
)


class Nights:
    """Handles the page of the night; what is kept is kept as the other settings are."""

    def __init__(self, changing: Changing) -> None:
        self._changing = changing

    def install(self, components: Components) -> None:
        """Have the handlers called."""
        components.add(NIGHTS, self._open)
        components.add(_CHOSEN, self._chosen)

    async def _open(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        require_manager(interaction, visit)
        await hold(interaction)
        words = ADMINISTRATION.of(visit.language)
        embed = discord.Embed(description=words.nights_how).set_author(name=words.nights)
        menu: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=custom_id(_CHOSEN), options=_options(visit.settings.quiet, words.told_at_night)
        )
        await show(interaction, embed=embed, view=rows([menu], [button(words.back, BACK)]))

    async def _chosen(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        guild = require_manager(interaction, visit)
        (zone,) = chosen(interaction)
        await hold(interaction)
        quiet = zone if zone in ZONES else None
        await self._changing.change(guild, lambda settings: replace(settings, quiet=quiet))
        await self._changing.show(interaction)


def _options(quiet: str | None, never: str) -> list[discord.SelectOption]:
    zones = [
        discord.SelectOption(label=city(zone), value=zone, default=zone == quiet)
        for zone in sorted(ZONES, key=city)
    ]
    return [discord.SelectOption(label=never, value=_NEVER, default=quiet is None), *zones]
