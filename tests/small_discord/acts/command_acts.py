"""What people do with commands: slash commands, their autocompletion, and the menus of messages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.small_discord.acts.doing import Doing, Manner, Place
from tests.small_discord.acts.resolved import Resolved
from tests.small_discord.acts.typed import forged, typed
from tests.small_discord.rules.command_rules import CHAT, MESSAGE
from tests.small_discord.screen.shown import Message
from tests.small_discord.screen.turns import AUTOCOMPLETE, COMMAND, Turn
from tests.small_discord.state.payloads import Json
from tests.small_discord.state.people import GUILD_ID, READER, Channel, Person


class CommandActs(Doing):
    """Each act waits until something is shown in return, where `wait=False` is not said.

    An act that Discord would not let this person do raises AssertionError.
    """

    async def use(
        self,
        path: str,
        options: Mapping[str, Any] | None = None,
        *,
        by: Person = READER,
        guild: str | None = GUILD_ID,
        channel: Place = None,
        forced: bool = False,
        **how: Any,
    ) -> Turn:
        """Use a slash command such as `corpus feed add`; `forced`, whatever Discord's client says to it."""
        place = self.place(by, guild, channel)
        resolved = Resolved(self.world, self.history, place)
        name, *below = path.split()
        command = self.http.known.find(name)
        if forced:
            data = forged(name, command["id"] if command else "4999", below, options or {}, resolved)
        else:
            data = typed(self._shown_command(name, CHAT, by, place), below, options or {}, resolved)
        return await self.begin(COMMAND, by, place, data, Manner(**how))

    async def suggest(
        self,
        path: str,
        focused: str,
        text: str,
        options: Mapping[str, Any] | None = None,
        *,
        by: Person = READER,
        guild: str | None = GUILD_ID,
        channel: Place = None,
        locale: str = "en-US",
    ) -> list[Json]:
        """Type into an option that autocompletes; return the choices shown, each with name and value."""
        place = self.place(by, guild, channel)
        resolved = Resolved(self.world, self.history, place)
        name, *below = path.split()
        command = self._shown_command(name, CHAT, by, place)
        data = typed(command, below, {**(options or {}), focused: text}, resolved, focused)
        turn = await self.begin(AUTOCOMPLETE, by, place, data, Manner(locale=locale))
        assert turn.choices is not None
        return turn.choices

    async def menu(
        self, name: str, message: Message, *, by: Person = READER, forced: bool = False, **how: Any
    ) -> Turn:
        """Use a message's context menu."""
        place = self.world.channels[message.channel]
        if forced:
            command = self.http.known.find(name, MESSAGE) or {"id": "4999"}
        else:
            command = self._shown_command(name, MESSAGE, by, place)
            self.see(message, by)
        # Of a message that a menu is used on the bot gets everything, whatever its intents.
        resolved = Resolved(self.world, self.history, place)
        resolved.message(message.id, self.history.told(message, content=True))
        data = {"id": command["id"], "name": name, "type": MESSAGE, "target_id": message.id}
        data["resolved"] = resolved.documents
        return await self.begin(COMMAND, by, place, data, Manner(**how), on=message)

    def visible_commands(
        self, person: Person, guild: str | None = GUILD_ID, channel: Place = None
    ) -> set[str]:
        """Return the names of the commands and menus that Discord shows a person."""
        shown = self.http.known.visible(person, self.place(person, guild, channel))
        return {command["name"] for command in shown}

    def allow(self, command: str, roles: set[str], guild: str = GUILD_ID) -> None:
        """Show a command to these roles alone, as the settings of a server can say of any command."""
        self.http.known.allowed_roles[guild, command] = roles

    def _shown_command(self, name: str, kind: int, by: Person, place: Channel) -> Json:
        command = self.http.known.find(name, kind)
        assert command, f"there is no command {name!r}"
        assert command in self.http.known.visible(by, place), f"{by.name} is not shown {name!r}"
        return command
