"""What each server has set, its language among it, at hand without asking the database."""

import threading
from collections.abc import Callable

import discord

from bot.discord.connection.visit import ENGLISH, spoken
from corpus.catalogue import guild_settings
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.guild_settings import GuildSettings

_DEFAULT = GuildSettings()


class Preferences:
    """The settings of all servers; `load`, `change` and `revise` block, `of` does not."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._held: dict[str, GuildSettings] = {}
        self._revising = threading.Lock()

    def load(self, concerns: Callable[[str], bool]) -> None:
        """Read what all those servers have set."""
        with self._catalogue.reading() as connection:
            held = guild_settings.every(connection)
        self._held = {guild: settings for guild, settings in held.items() if concerns(guild)}

    def of(self, guild: str | None) -> GuildSettings:
        """Return what a server has set; the defaults for one that set nothing and for direct messages."""
        return self._held.get(guild, _DEFAULT) if guild is not None else _DEFAULT

    def change(self, guild: str, settings: GuildSettings) -> None:
        """Set it, for good and from now on."""
        with self._catalogue.writing() as connection:
            guild_settings.write(connection, guild, settings)
        self._held = {**self._held, guild: settings}

    def revise(self, guild: str, change: Callable[[GuildSettings], GuildSettings]) -> None:
        """Change what is set, for good and from now on; of two changes at once neither undoes the other."""
        with self._revising:
            self.change(guild, change(self.of(guild)))


def language_of(client: discord.Client, preferences: Preferences, guild: str) -> str:
    """Return the language that a server has set, or else its own where that is Dutch; English otherwise."""
    server = client.get_guild(int(guild))
    own = spoken(str(server.preferred_locale)) if server is not None else ENGLISH
    return preferences.of(guild).language or own
