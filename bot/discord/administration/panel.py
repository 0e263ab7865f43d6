"""The settings of a server as those who manage it see them, with what changes them."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ChannelType, SelectDefaultValue, SelectDefaultValueType

from bot.discord.administration.equipment import can_post
from bot.discord.administration.words import ADMINISTRATION, AdministrationWords
from bot.discord.connection.components import button, custom_id, rows
from bot.discord.display.escape import inline
from corpus.catalogue.guild_settings import GuildSettings

CHANNELS, ROLE, MODERATORS_CHANNEL = "set-channels", "set-role", "set-moderators-channel"
LANGUAGE, MENTIONS, LIMITS, OUTLETS = "set-language", "set-mentions", "set-limits", "set-outlets"
ONLY_NAMED = "set-only-named"
NIGHTS = "set-nights"
OWN_LANGUAGE = "own"
_MOST_CHANNELS = 25
# A field holds 1,024 characters, and escaping may double a name; the page of outlets has them all.
_OUTLETS = 10
_OUTLET = 40
_ANSWERS_IN = [
    ChannelType.text,
    ChannelType.news,
    ChannelType.forum,
    ChannelType.voice,
    ChannelType.stage_voice,
]


def settings_message(
    settings: GuildSettings, guild: discord.Guild | None, language: str, missing: Sequence[str] = ()
) -> dict[str, Any]:
    """Return the settings and their menus as a message to send or to edit.

    Args:
        settings: as they are now.
        guild: the server, as far as the bot knows it.
        language: that of the bot's own words.
        missing: sentences that say what is not set or allowed yet.
    """
    words = ADMINISTRATION.of(language)
    embed = discord.Embed(description=words.sensible).set_author(name=words.heading)
    for name, value in (
        (words.channels, _mentioned(settings.channels) or words.everywhere),
        (words.moderators, _moderators(settings, words)),
        (words.moderators_channel, _moderators_channel(settings, guild, words)),
        (words.language, words.languages.get(settings.language, words.languages[None])),
        (words.mentions, words.answers_mentions if settings.mentions else words.ignores_mentions),
        (words.unnamed, words.only_when_named if settings.only_named else words.unnamed_questions),
        (words.limits, words.limits_are.format(person=settings.per_person, guild=settings.per_guild)),
        (words.nights, _nights(settings.quiet, words)),
        (words.outlets, _outlets(settings.outlets_left_out, words)),
    ):
        embed.add_field(name=name, value=value, inline=False)
    if missing:
        embed.add_field(name=words.missing, value=listed(missing), inline=False)
    return {"content": None, "embed": embed, "view": _view(settings, guild, words)}


def listed(missing: Sequence[str]) -> str:
    """Return what is missing as the value of a field."""
    return "\n".join(f"- {sentence}" for sentence in missing)


def _moderators(settings: GuildSettings, words: AdministrationWords) -> str:
    if settings.moderator_role is None:
        return words.managers
    role = f"<@&{settings.moderator_role}>"
    return f"{words.managers_and_role.format(role=role)}\n{words.integrations}"


def _moderators_channel(
    settings: GuildSettings, guild: discord.Guild | None, words: AdministrationWords
) -> str:
    channel = settings.moderators_channel
    if channel is None:
        return words.no_moderators_channel
    said = words.moderators_channel_is.format(channel=f"<#{channel}>")
    return said if can_post(guild, channel) else f"{said}\n**{words.cannot_post}**"


def _outlets(left_out: Sequence[str], words: AdministrationWords) -> str:
    shown = [inline(name, _OUTLET) for name in left_out[:_OUTLETS]]
    more = [words.more_outlets.format(count=len(left_out) - _OUTLETS)] if len(left_out) > _OUTLETS else []
    return ", ".join([*shown, *more]) or words.no_outlets


def _nights(quiet: str | None, words: AdministrationWords) -> str:
    return words.quiet_nights.format(place=city(quiet)) if quiet else words.told_at_night


def city(zone: str) -> str:
    """Return a time zone as people read it: by its city."""
    return zone.rpartition("/")[2].replace("_", " ")


def _mentioned(channels: Sequence[str]) -> str:
    return ", ".join(f"<#{number}>" for number in channels)


def _view(
    settings: GuildSettings, guild: discord.Guild | None, words: AdministrationWords
) -> discord.ui.View:
    moderators = [settings.moderators_channel] if settings.moderators_channel else []
    label = words.ignore_mentions if settings.mentions else words.answer_mentions
    return rows(
        [_channels(CHANNELS, words.choose_channels, settings.channels, guild, _MOST_CHANNELS, _ANSWERS_IN)],
        [_role(settings.moderator_role, guild, words)],
        [
            _channels(
                MODERATORS_CHANNEL,
                words.choose_moderators_channel,
                moderators,
                guild,
                1,
                [ChannelType.text, ChannelType.news],
            )
        ],
        [_languages(settings.language, words)],
        [
            # What a click asks for, not what it changes: clicked twice it does the same.
            button(label, MENTIONS, "no" if settings.mentions else "yes"),
            button(words.change_limits, LIMITS),
            button(words.change_outlets, OUTLETS),
            button(
                words.answer_unnamed if settings.only_named else words.answer_only_named,
                ONLY_NAMED,
                "no" if settings.only_named else "yes",
            ),
            button(words.nights, NIGHTS),
        ],
    )


def _channels(
    name: str,
    placeholder: str,
    chosen: Sequence[str],
    guild: discord.Guild | None,
    most: int,
    kinds: list[ChannelType],
) -> discord.ui.ChannelSelect[Any]:
    # Discord refuses a menu in which something is chosen that is no longer there.
    there = [number for number in chosen if guild is not None and guild.get_channel(int(number))]
    return discord.ui.ChannelSelect(
        custom_id=custom_id(name),
        placeholder=placeholder,
        channel_types=kinds,
        min_values=0,
        max_values=most,
        default_values=[_chosen(number, SelectDefaultValueType.channel) for number in there],
    )


def _role(
    chosen: str | None, guild: discord.Guild | None, words: AdministrationWords
) -> discord.ui.RoleSelect[Any]:
    there = [chosen] if chosen and guild is not None and guild.get_role(int(chosen)) else []
    return discord.ui.RoleSelect(
        custom_id=custom_id(ROLE),
        placeholder=words.choose_role,
        min_values=0,
        max_values=1,
        default_values=[_chosen(number, SelectDefaultValueType.role) for number in there],
    )


def _languages(chosen: str | None, words: AdministrationWords) -> discord.ui.Select[Any]:
    offered = [
        discord.SelectOption(
            label=f"{words.language}: {name}", value=code or OWN_LANGUAGE, default=code == chosen
        )
        for code, name in words.languages.items()
    ]
    return discord.ui.Select(custom_id=custom_id(LANGUAGE), options=offered)


def _chosen(number: str, kind: SelectDefaultValueType) -> SelectDefaultValue:
    return SelectDefaultValue(id=int(number), type=kind)
