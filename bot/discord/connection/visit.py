"""Who asks for something, and where: what every request depends on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import discord

from corpus.catalogue.guild_settings import GuildSettings
from corpus.dates import PartialDate
from corpus.filters import Filters
from corpus.tokens import words
from retrieval.language import function_words

DUTCH, ENGLISH = "nl", "en"


@dataclass(frozen=True, slots=True)
class Visit:
    """One person in one place.

    `guild` is None in a direct message. `places` are the channel and, for a thread, the channel that it
    belongs to. `language` is that of the bot's own words, `nl` or `en`.
    """

    guild: str | None
    places: tuple[str, ...]
    person: str
    name: str
    language: str
    moderates: bool
    may_embed: bool
    settings: GuildSettings

    @property
    def actor(self) -> str:
        """How the journal names the person: the name of the day, and the number that stays."""
        return f"{self.name} ({self.person})"

    @property
    def welcome(self) -> bool:
        """Whether questions are answered here."""
        return not self.settings.channels or not set(self.places).isdisjoint(self.settings.channels)

    def filters(
        self,
        since: PartialDate | None = None,
        until: PartialDate | None = None,
        as_of: PartialDate | None = None,
        outlet: str | None = None,
        kind: str | None = None,
    ) -> Filters:
        """Return the articles that may be used here, narrowed."""
        return Filters(
            guild=self.guild,
            since=since,
            until=until,
            as_of=as_of,
            outlet=outlet,
            outlets_left_out=self.settings.outlets_left_out,
            kind=kind,
        )


def by_interaction(interaction: discord.Interaction[Any], settings: GuildSettings) -> Visit:
    """Return who used a command, button, menu or modal, and where."""
    member = interaction.user
    return Visit(
        guild=str(interaction.guild_id) if interaction.guild_id is not None else None,
        places=places(interaction.channel) or (str(interaction.channel_id),),
        person=str(member.id),
        name=member.display_name,
        language=settings.language or spoken(str(interaction.locale)),
        moderates=moderates(interaction.permissions, _roles(member), settings),
        may_embed=interaction.app_permissions.embed_links,
        settings=settings,
    )


def by_message(message: discord.Message, settings: GuildSettings, question: str) -> Visit:
    """Return who wrote a message, and where.

    A message does not say its reader's language: unless the server has set one, it is that of the question,
    where its words tell Dutch from English, or else the server's own.
    """
    guild, author = message.guild, message.author
    member = author if isinstance(author, discord.Member) else None
    return Visit(
        guild=str(guild.id) if guild is not None else None,
        places=places(message.channel),
        person=str(author.id),
        name=author.display_name,
        language=settings.language
        or function_words.language(words(question), (DUTCH, ENGLISH))
        or spoken(str(guild.preferred_locale) if guild is not None else ENGLISH),
        moderates=member is not None and moderates(member.guild_permissions, _roles(member), settings),
        may_embed=permissions_here(message).embed_links,
        settings=settings,
    )


def permissions_here(message: discord.Message) -> discord.Permissions:
    """Return what the bot may do where a message stands; everything where that is not known."""
    channel = message.channel
    if isinstance(channel, discord.PartialMessageable) or message.guild is None:
        return discord.Permissions.all()
    try:
        return channel.permissions_for(message.guild.me)
    except discord.ClientException:  # a thread of a channel that the bot was not told of
        return discord.Permissions.all()


def moderates(permissions: discord.Permissions, roles: Iterable[int], settings: GuildSettings) -> bool:
    """Say whether somebody with those permissions and roles is a moderator."""
    return permissions.manage_guild or settings.moderator_role in {str(role) for role in roles}


def places(channel: Any) -> tuple[str, ...]:  # noqa: ANN401 - any of Discord's many kinds of channel, or none
    """Return the numbers of a channel and of the one that it is a thread of."""
    if channel is None:
        return ()
    parent = getattr(channel, "parent_id", None) if isinstance(channel, discord.Thread) else None
    return tuple(str(number) for number in (channel.id, parent) if number is not None)


def _roles(person: discord.User | discord.Member) -> list[int]:
    # The roles as numbers, as Discord sent them: the bot keeps no list of a server's roles by name.
    return list(person._roles) if isinstance(person, discord.Member) else []  # noqa: SLF001 - see above


def spoken(locale: str) -> str:
    """Return which of the bot's two languages somebody with that locale of Discord is spoken to in."""
    return DUTCH if locale == "nl" else ENGLISH
