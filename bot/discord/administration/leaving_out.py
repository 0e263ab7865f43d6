"""Leaving outlets out: what is clicked, chosen and typed on the page of outlets."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import discord

from bot.discord.administration import left_out_outlets
from bot.discord.administration.changing import Changing, require_manager
from bot.discord.administration.left_out_outlets import outlets_message, typing_form
from bot.discord.administration.panel import OUTLETS
from bot.discord.administration.words import ADMINISTRATION
from bot.discord.connection.components import Components, chosen, submitted
from bot.discord.connection.delivery import hold, open_modal, show
from bot.discord.connection.errors import Refusal
from bot.discord.connection.visit import Visit
from corpus.catalogue import browsing
from corpus.catalogue.guild_settings import GuildSettings

_ALL = 10_000  # outlets of which the articles are counted

LeftOut = Callable[[tuple[str, ...]], tuple[str, ...]]


class LeavingOut:
    """Handles the page of outlets; what is kept is kept as the other settings are."""

    def __init__(self, changing: Changing) -> None:
        self._changing = changing
        self._newsroom = changing.newsroom

    def install(self, components: Components) -> None:
        """Have the handlers called."""
        for name, handler in (
            (OUTLETS, self._open),
            (left_out_outlets.CHOSEN, self._chosen),
            (left_out_outlets.TYPE, self._type),
            (left_out_outlets.TYPED, self._typed),
            (left_out_outlets.BACK, self._back),
        ):
            components.add(name, handler)

    async def _open(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        guild = require_manager(interaction, visit)
        await hold(interaction)
        await self._show(interaction, guild)

    async def _chosen(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        offered, picked = _offered(interaction), chosen(interaction)
        await self._set(
            interaction, visit, lambda before: left_out_outlets.from_menu(before, offered, picked)
        )

    async def _type(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        require_manager(interaction, visit)
        form = typing_form(visit.settings.outlets_left_out, visit.language)
        await open_modal(interaction, form)

    async def _typed(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        names = left_out_outlets.from_lines(submitted(interaction).get(left_out_outlets.NAMES, ""))
        await self._set(interaction, visit, lambda _: names)

    async def _back(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        require_manager(interaction, visit)
        await hold(interaction)
        await self._changing.show(interaction)

    async def _set(self, interaction: discord.Interaction[Any], visit: Visit, left_out: LeftOut) -> None:
        guild = require_manager(interaction, visit)

        def change(settings: GuildSettings) -> GuildSettings:
            names = left_out(settings.outlets_left_out)
            if not left_out_outlets.fits(names):
                raise Refusal(lambda language: ADMINISTRATION.of(language).too_many_outlets)
            return replace(settings, outlets_left_out=names)

        await hold(interaction)
        await self._changing.change(guild, change)
        await self._show(interaction, guild)

    async def _show(self, interaction: discord.Interaction[Any], guild: str) -> None:
        held = await self._newsroom.read(lambda connection: browsing.outlets(connection, guild, limit=_ALL))
        visit = self._newsroom.visit(interaction)
        message = outlets_message(visit.settings.outlets_left_out, held, visit.language)
        await show(interaction, **message)


def _offered(interaction: discord.Interaction[Any]) -> list[str]:
    """Return what the menu that was used offers: the corpus may have changed since it was shown."""
    rows = interaction.message.components if interaction.message is not None else []
    menus = (part for row in rows for part in getattr(row, "children", []))
    return [option.value for menu in menus for option in getattr(menu, "options", [])]
