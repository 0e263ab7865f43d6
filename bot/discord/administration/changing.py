"""Changing the settings of a server: each choice is kept at once, and all are shown anew."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import discord

from bot.discord.administration.equipment import still_missing
from bot.discord.administration.panel import (
    CHANNELS,
    LANGUAGE,
    LIMITS,
    MENTIONS,
    MODERATORS_CHANNEL,
    ONLY_NAMED,
    OWN_LANGUAGE,
    ROLE,
    settings_message,
)
from bot.discord.administration.words import ADMINISTRATION
from bot.discord.connection.components import Components, chosen, field, modal, submitted
from bot.discord.connection.delivery import hold, open_modal, show
from bot.discord.connection.errors import Refusal
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from bot.discord.display.escape import inline
from bot.discord.display.words import WORDS
from corpus.catalogue.guild_settings import GuildSettings

Change = Callable[[GuildSettings], GuildSettings]
LIMITS_TYPED = "set-limits-typed"
PER_PERSON, PER_GUILD = "per_person", "per_guild"
_MOST = 600
_DIGITS = 10


class Changing:
    """Shows the settings of a server and handles what is chosen."""

    def __init__(self, newsroom: Newsroom) -> None:
        self.newsroom = newsroom

    def install(self, components: Components) -> None:
        """Have the handlers called."""
        for name, handler in (
            (CHANNELS, self._channels),
            (ROLE, self._role),
            (MODERATORS_CHANNEL, self._moderators_channel),
            (LANGUAGE, self._language),
            (MENTIONS, self._mentions),
            (ONLY_NAMED, self._only_named),
            (LIMITS, self._limits),
            (LIMITS_TYPED, self._limits_typed),
        ):
            components.add(name, handler)

    async def show(self, interaction: discord.Interaction[Any]) -> None:
        """Show the settings as they are, in the message that `think` announced or that was clicked."""
        visit = self.newsroom.visit(interaction)
        missing = await still_missing(self.newsroom, interaction, visit)
        await show(
            interaction, **settings_message(visit.settings, interaction.guild, visit.language, missing)
        )

    async def change(self, guild: str, change: Change) -> None:
        """Change the settings of a server, for good and from now on."""
        preferences = self.newsroom.preferences
        await self.newsroom.workers.run(lambda: preferences.revise(guild, change), short=True)

    async def _set(self, interaction: discord.Interaction[Any], visit: Visit, **values: Any) -> None:  # noqa: ANN401 - as `replace` takes them
        guild = require_manager(interaction, visit)
        await hold(interaction)
        await self.change(guild, lambda settings: replace(settings, **values))
        await self.show(interaction)

    async def _channels(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        await self._set(interaction, visit, channels=tuple(chosen(interaction)))

    async def _role(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        role = next(iter(chosen(interaction)), None)
        # The role that everyone has goes by the number of the server.
        if role is not None and role == visit.guild:
            raise Refusal(lambda language: ADMINISTRATION.of(language).everyone_moderates)
        await self._set(interaction, visit, moderator_role=role)

    async def _moderators_channel(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        await self._set(interaction, visit, moderators_channel=next(iter(chosen(interaction)), None))

    async def _language(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        (language,) = chosen(interaction)
        await self._set(interaction, visit, language=None if language == OWN_LANGUAGE else language)

    async def _mentions(self, interaction: discord.Interaction[Any], visit: Visit, wanted: str) -> None:
        await self._set(interaction, visit, mentions=wanted == "yes")

    async def _only_named(self, interaction: discord.Interaction[Any], visit: Visit, wanted: str) -> None:
        await self._set(interaction, visit, only_named=wanted == "yes")

    async def _limits(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        require_manager(interaction, visit)
        form = limits_form(visit.settings, visit.language)
        await open_modal(interaction, form)

    async def _limits_typed(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        typed = submitted(interaction)
        limits = {name: limit(typed.get(name, "")) for name in (PER_PERSON, PER_GUILD)}
        await self._set(interaction, visit, **limits)


def require_manager(interaction: discord.Interaction[Any], visit: Visit) -> str:
    """Return the server whose settings these are: a moderator's role is not enough, for they name that role.

    Raises:
        Refusal: it is a direct message, or the person may not manage the server.
    """
    if visit.guild is None:
        raise Refusal(lambda language: WORDS.of(language).only_in_servers)
    if not interaction.permissions.manage_guild:
        raise Refusal(lambda language: ADMINISTRATION.of(language).managers_only)
    return visit.guild


def limits_form(settings: GuildSettings, language: str) -> discord.ui.Modal:
    """Return the form with the limits as they are."""
    words = ADMINISTRATION.of(language)
    fields = [
        field(name, label, description=words.limits_how, value=str(value), longest=_DIGITS, required=True)
        for name, label, value in (
            (PER_PERSON, words.per_person, settings.per_person),
            (PER_GUILD, words.per_guild, settings.per_guild),
        )
    ]
    return modal(words.change_limits, fields, LIMITS_TYPED)


def limit(written: str) -> int:
    """Return the number of questions a minute that was typed.

    Raises:
        Refusal: it is not a whole number from 1 to 600.
    """
    if written.isascii() and written.isdecimal() and 1 <= int(written) <= _MOST:
        return int(written)
    shown = inline(written, _DIGITS)
    raise Refusal(lambda language: ADMINISTRATION.of(language).bad_limit.format(written=shown))
