"""The form in which the limits on questions are typed."""

from __future__ import annotations

import discord

from bot.discord.administration.words import ADMINISTRATION
from bot.discord.connection.components import field, modal
from bot.discord.connection.errors import Refusal
from bot.discord.display.escape import inline
from corpus.catalogue.guild_settings import GuildSettings

LIMITS_TYPED = "set-limits-typed"
PER_PERSON, PER_GUILD = "per_person", "per_guild"
_MOST = 600
_DIGITS = 10


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
