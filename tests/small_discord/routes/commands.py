"""The commands that the bot registered: finding them, and who is shown them."""

from __future__ import annotations

from tests.small_discord.routes.replies import invalid
from tests.small_discord.rules.command_rules import CHAT, GROUP, SUBCOMMAND, commands_broken, kind_of
from tests.small_discord.state.payloads import APPLICATION_ID, Json
from tests.small_discord.state.people import DIRECT, Channel, Person
from tests.small_discord.state.permissions import ADMINISTRATOR, USE_APPLICATION_COMMANDS
from tests.small_discord.state.world import World

_IN_GUILD, _IN_DIRECT_MESSAGE = 0, 1


class Commands:
    """What is registered, with ids that stay the same as long as a command does."""

    def __init__(self, world: World) -> None:
        self.registered: list[Json] = []
        # In a server's settings people with Manage Server may say which roles are shown a command.
        self.allowed_roles: dict[tuple[str, str], set[str]] = {}
        self._world = world
        self._ids: dict[tuple[int, str], str] = {}

    def put(self, commands: list[Json]) -> list[Json]:
        """Register these commands instead of all others; return them as Discord tells of them."""
        broken = list(commands_broken(commands))
        if broken:
            raise invalid(*broken)
        self.registered = [self._known(command) for command in commands]
        return self.registered

    def _known(self, command: Json) -> Json:
        kind = kind_of(command)
        number = self._ids.setdefault((kind, command["name"]), str(5000 + len(self._ids)))
        defaults = {"type": kind, "description": "", "default_member_permissions": None, "contexts": None}
        return defaults | command | {"id": number, "application_id": APPLICATION_ID, "version": "1"}

    def find(self, name: str, kind: int = CHAT) -> Json | None:
        """Return the registered command of this name."""
        same = (each for each in self.registered if (each["name"], each["type"]) == (name, kind))
        return next(same, None)

    def visible(self, person: Person, channel: Channel) -> list[Json]:
        """Return the commands that Discord shows a person in a channel."""
        return [command for command in self.registered if self._is_shown(command, person, channel)]

    def _is_shown(self, command: Json, person: Person, channel: Channel) -> bool:
        context = _IN_DIRECT_MESSAGE if channel.kind == DIRECT else _IN_GUILD
        if context not in _contexts(command):
            return False
        if channel.guild is None:
            return True
        return self._is_permitted(command, person, channel)

    def _is_permitted(self, command: Json, person: Person, channel: Channel) -> bool:
        held = self._world.permissions(person, channel)
        if held & ADMINISTRATOR:
            return True
        if not held & USE_APPLICATION_COMMANDS:
            return False
        guild = self._world.guilds[str(channel.guild)]
        if (guild.id, command["name"]) in self.allowed_roles:
            return bool(self.allowed_roles[guild.id, command["name"]] & guild.members[person.id])
        needed = command["default_member_permissions"]
        return needed is None or (int(needed) != 0 and held & int(needed) == int(needed))


def _contexts(command: Json) -> list[int]:
    if command["contexts"] is not None:
        return list(command["contexts"])
    # `dm_permission` is how it was said before there were contexts; it still counts where they are not given.
    return [_IN_GUILD] if command.get("dm_permission") is False else [_IN_GUILD, _IN_DIRECT_MESSAGE]


def descend(command: Json, path: list[str]) -> list[Json]:
    """Return the groups and the subcommand that a path leads to below a command, the last one innermost.

    Raises:
        AssertionError: there is no such subcommand, or the path ends before one.
    """
    chain: list[Json] = []
    here = command
    for name in path:
        below = {each["name"]: each for each in here.get("options") or []}
        assert name in below, f"/{command['name']} has no {' '.join(path)}: there are {sorted(below)}"
        here = below[name]
        chain.append(here)
    kinds = {each["type"] for each in here.get("options") or []}
    assert not kinds & {SUBCOMMAND, GROUP}, f"/{here['name']} needs one of its subcommands"
    return chain
