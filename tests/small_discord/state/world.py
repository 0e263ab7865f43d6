"""The state of the small Discord: its servers, channels, people and files."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass

from tests.small_discord.state import people, permissions
from tests.small_discord.state.people import BOT, DIRECT, PRIVATE_THREAD, THREADS, Channel, Guild, Person

_EPOCH_MS = 1_420_070_400_000
MESSAGE_CONTENT_LIMITED = 1 << 19


@dataclass(frozen=True)
class File:
    """A file as people attach it to a message, an option or a modal."""

    name: str
    content: bytes
    kind: str | None = None


class World:
    """What exists, and who may do what in it."""

    def __init__(self) -> None:
        self.application_flags = 0
        self.people: dict[str, Person] = {person.id: person for person in people.PEOPLE}
        self.guilds: dict[str, Guild] = {
            guild.id: guild for guild in (people.first_guild(), people.other_guild())
        }
        self.channels: dict[str, Channel] = {channel.id: channel for channel in people.channels()}
        self.files: dict[str, File] = {}
        self.takes_no_messages: set[str] = set()
        self.api = ""
        self._numbers = itertools.count()

    def add(self, guild: Guild, *channels: Channel) -> None:
        """Add a server, of which nobody is told yet."""
        self.guilds[guild.id] = guild
        self.channels |= {channel.id: channel for channel in channels}

    def number(self) -> str:
        """Return a new id that says when it was made, as Discord's do; later ones are greater."""
        return str(int(time.time() * 1000) - _EPOCH_MS << 22 | next(self._numbers))

    def direct(self, person: Person) -> Channel:
        """Return the direct message channel between the bot and a person."""
        for channel in self.channels.values():
            if channel.kind == DIRECT and person in channel.recipients:
                return channel
        made = Channel(self.number(), kind=DIRECT, recipients=(person,))
        self.channels[made.id] = made
        return made

    def first_channel(self, guild: str) -> Channel:
        """Return the first channel of a server."""
        return next(channel for channel in self.channels.values() if channel.guild == guild)

    def of_guild(self, guild: str, person: Person) -> list[Channel]:
        """Return the channels of a server that a person may see."""
        inside = (channel for channel in self.channels.values() if channel.guild == guild)
        return [channel for channel in inside if self.may(person, permissions.VIEW_CHANNEL, channel)]

    def permissions(self, person: Person, channel: Channel) -> int:
        """Return a person's permission bits in a channel; a thread's are those of its channel."""
        if channel.guild is None:
            inside = person == BOT or person in channel.recipients
            return permissions.IN_DIRECT_MESSAGES if inside else 0
        in_thread = channel.kind in THREADS and channel.parent is not None
        governing = self.channels[channel.parent or ""] if in_thread else channel
        held = self.guilds[channel.guild].permissions(person.id, governing)
        inside = channel.kind != PRIVATE_THREAD or person.id in channel.members
        return held if inside or held & permissions.MANAGE_THREADS else 0

    def may(self, person: Person, needed: int, channel: Channel) -> bool:
        """Say whether a person has all the needed permission bits in a channel."""
        return self.permissions(person, channel) & needed == needed

    def keep(self, file: File) -> str:
        """Keep a file that is served under the id returned."""
        number = self.number()
        self.files[number] = file
        return number
