"""What the moderators of a guild have set."""

import zoneinfo
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from corpus.catalogue.schema import guilds


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """How the bot behaves in a guild; nothing needs to be set.

    `channels` are those where it answers (none: everywhere). `moderator_role` curates beside those
    who manage the server; `moderators_channel` hears of finds and questions. `language` is that of
    the bot's own words (None: each reader's own). `mentions`: it answers when it is mentioned.
    `per_person` and `per_guild` are questions a minute. `outlets_left_out` are never answered from.
    `only_named`: in its own threads and under replies it answers only what mentions it.
    `time_zone`, such as `Europe/Amsterdam`, is that of its hours (None: UTC).
    `quiet` is the time zone by which nobody is told at night what they watch (None: nights are as days).
    """

    channels: tuple[str, ...] = ()
    moderator_role: str | None = None
    moderators_channel: str | None = None
    language: str | None = None
    mentions: bool = True
    per_person: int = 10
    per_guild: int = 60
    outlets_left_out: tuple[str, ...] = ()
    only_named: bool = False
    time_zone: str | None = None
    quiet: str | None = None


def read(connection: Connection, guild: str) -> GuildSettings:
    """Return the settings of a guild, the defaults where nothing is set."""
    return _settings(connection.scalar(select(guilds.c.settings).where(guilds.c.guild == guild)))


def every(connection: Connection) -> dict[str, GuildSettings]:
    """Return the settings of all guilds that have set any, by guild."""
    return {row.guild: _settings(row.settings) for row in connection.execute(select(guilds))}


def write(connection: Connection, guild: str, settings: GuildSettings) -> None:
    """Keep the settings of a guild in place of its earlier ones."""
    connection.execute(delete(guilds).where(guilds.c.guild == guild))
    connection.execute(insert(guilds).values(guild=guild, settings=asdict(settings)))


def _settings(document: object) -> GuildSettings:
    """Read the settings of a JSON document; what is unknown or of the wrong type is passed over."""
    held: Mapping[str, Any] = document if isinstance(document, dict) else {}
    good: dict[str, Any] = {
        name: tuple(held[name]) if isinstance(held[name], list) else held[name]
        for name, fits in _FITS.items()
        if name in held and fits(held[name])
    }
    return GuildSettings(**good)


def _is_text(value: object) -> bool:
    return isinstance(value, str) or value is None


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _is_zone(value: object) -> bool:
    return value is None or value in zoneinfo.available_timezones()


def _is_yes_or_no(value: object) -> bool:
    return isinstance(value, bool)


def _is_limit(value: object) -> bool:
    # True and False are numbers to Python.
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


_FITS: Mapping[str, Callable[[object], bool]] = {
    "channels": _is_texts,
    "moderator_role": _is_text,
    "moderators_channel": _is_text,
    "language": _is_text,
    "mentions": _is_yes_or_no,
    "per_person": _is_limit,
    "per_guild": _is_limit,
    "outlets_left_out": _is_texts,
    "only_named": _is_yes_or_no,
    "time_zone": _is_text,
    "quiet": _is_zone,
}
