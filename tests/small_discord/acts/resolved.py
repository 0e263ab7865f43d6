"""What Discord sends along with the ids in an interaction: the people, roles and files they name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.small_discord.gateway.messages import Messages
from tests.small_discord.state import payloads
from tests.small_discord.state.payloads import Json
from tests.small_discord.state.people import Channel
from tests.small_discord.state.world import File, World

_USER, _CHANNEL, _ROLE, _MENTIONABLE, _ATTACHMENT = 6, 7, 8, 9, 11
# The types of selects, with the type of option that names the same.
SELECTED = {5: _USER, 6: _ROLE, 7: _MENTIONABLE, 8: _CHANNEL, 19: _ATTACHMENT}


class Resolved:
    """Gathers the documents of one interaction in a channel."""

    def __init__(self, world: World, messages: Messages, channel: Channel) -> None:
        self.documents: dict[str, Json] = {}
        self._world = world
        self._messages = messages
        self._channel = channel

    def value(self, kind: int, value: Any) -> Any:
        """Return what an option of this type is sent as; note what it names."""
        named: dict[int, Callable[[Any], str]] = {
            _USER: self._user,
            _CHANNEL: self._named_channel,
            _ROLE: self._role,
            _MENTIONABLE: self._mentionable,
            _ATTACHMENT: self._attachment,
        }
        return named[kind](value) if kind in named else value

    def message(self, number: str, document: Json) -> None:
        """Note a message that a menu was used on."""
        self._note("messages", number, document)

    def _note(self, kind: str, number: str, document: Json) -> str:
        self.documents.setdefault(kind, {})[number] = document
        return number

    def _user(self, number: str) -> str:
        person = self._world.people[number]
        if self._channel.guild:
            guild = self._world.guilds[self._channel.guild]
            document = payloads.member(guild, person) | {
                "permissions": str(self._world.permissions(person, self._channel))
            }
            self._note("members", number, document)
        return self._note("users", number, payloads.user(person))

    def _named_channel(self, number: str) -> str:
        document = payloads.channel(self._world.channels[number]) | {"permissions": "0"}
        return self._note("channels", number, document)

    def _role(self, number: str) -> str:
        guild = self._world.guilds[str(self._channel.guild)]
        return self._note("roles", number, payloads.role(guild.roles[number]))

    def _mentionable(self, number: str) -> str:
        return self._user(number) if number in self._world.people else self._role(number)

    def _attachment(self, file: File) -> str:
        document = self._messages.attachment(self._channel.id, file)
        return self._note("attachments", document["id"], document)
