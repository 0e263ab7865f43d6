"""The people, roles, channels and servers of the small Discord, and who of them is where."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.small_discord.state import permissions
from tests.small_discord.state.permissions import Overwrite

TEXT, DIRECT, THREAD, PRIVATE_THREAD, FORUM = 0, 1, 11, 12, 15
THREADS = frozenset({THREAD, PRIVATE_THREAD})


@dataclass(frozen=True)
class Person:
    """A user of Discord, or another bot."""

    id: str
    name: str
    bot: bool = False


@dataclass(frozen=True)
class Role:
    """A role of a server; `permissions` are the bits that it grants."""

    id: str
    name: str
    permissions: int = 0


@dataclass
class Channel:
    """A text channel, a forum, a thread, or direct messages; `overwrites` go by role or person.

    `members` are the people in a private thread.
    """

    id: str
    name: str = ""
    kind: int = TEXT
    guild: str | None = None
    parent: str | None = None
    owner: str | None = None
    overwrites: dict[str, Overwrite] = field(default_factory=dict)
    recipients: tuple[Person, ...] = ()
    archived: bool = False
    locked: bool = False
    members: set[str] = field(default_factory=set)


@dataclass
class Guild:
    """A server; `members` are the roles of each member, and `joined` says whether the bot is one."""

    id: str
    name: str
    locale: str = "en-US"
    roles: dict[str, Role] = field(default_factory=dict)
    members: dict[str, set[str]] = field(default_factory=dict)
    available: bool = True
    joined: bool = True
    system_channel: str | None = None

    def permissions(self, person: str, channel: Channel | None = None) -> int:
        """Return the permission bits of a person in the server, or in one of its channels."""
        held = self.members.get(person)
        if held is None:
            return 0
        roles = {self.id, *held}
        allowed = permissions.of_roles(self.roles[role].permissions for role in roles)
        if channel is None:
            return allowed
        overwrites = channel.overwrites
        of_roles = [overwrites[role] for role in held if role in overwrites]
        nothing = (0, 0)
        return permissions.in_channel(
            allowed, overwrites.get(self.id, nothing), of_roles, overwrites.get(person, nothing)
        )


BOT = Person("1000", "newsdesk", bot=True)
OWNER = Person("4009", "owner")
READER = Person("4000", "reader")
OTHER_READER = Person("4001", "second reader")
MODERATOR = Person("4002", "moderator")
ADMIN = Person("4003", "admin")
OTHER_MODERATOR = Person("4004", "moderator elsewhere")
OTHER_BOT = Person("4005", "weather bot", bot=True)
PEOPLE = (BOT, OWNER, READER, OTHER_READER, MODERATOR, ADMIN, OTHER_MODERATOR, OTHER_BOT)

GUILD_ID, OTHER_GUILD_ID = "2000", "2001"
CHANNEL_ID, CLOSED_CHANNEL_ID, OTHER_CHANNEL_ID = "3000", "3002", "3100"
# As long as real ids are: discord.py finds a mention of a channel in a text only by such.
SECOND_CHANNEL_ID = "300000000000003001"
# Of two shards the second has it, the first those above.
FAR_GUILD_ID, FAR_CHANNEL_ID = str(1 << 22), "3200"
MODERATOR_ROLE, ADMIN_ROLE, BOT_ROLE, OTHER_MODERATOR_ROLE = "6001", "6002", "6003", "6101"


def first_guild() -> Guild:
    """Return the server that most tests happen in."""
    roles = (
        Role(GUILD_ID, "@everyone", permissions.EVERYONE),
        Role(MODERATOR_ROLE, "moderators", permissions.MANAGE_MESSAGES),
        Role(ADMIN_ROLE, "admins", permissions.MANAGE_GUILD),
        Role(BOT_ROLE, "newsdesk"),
    )
    members: dict[str, set[str]] = {person.id: set() for person in (OWNER, READER, OTHER_READER, OTHER_BOT)}
    members |= {MODERATOR.id: {MODERATOR_ROLE}, ADMIN.id: {ADMIN_ROLE}, BOT.id: {BOT_ROLE}}
    return Guild(GUILD_ID, "Readers", roles={role.id: role for role in roles}, members=members)


def other_guild() -> Guild:
    """Return a server that must see nothing of the first; the reader and the admin are in both."""
    roles = (
        Role(OTHER_GUILD_ID, "@everyone", permissions.EVERYONE),
        Role(OTHER_MODERATOR_ROLE, "moderators", permissions.MANAGE_GUILD),
    )
    members: dict[str, set[str]] = {person.id: set() for person in (OWNER, READER, ADMIN, BOT)}
    members[OTHER_MODERATOR.id] = {OTHER_MODERATOR_ROLE}
    return Guild(OTHER_GUILD_ID, "Elsewhere", roles={role.id: role for role in roles}, members=members)


def far_guild() -> Guild:
    """Return a server of another shard, in which a small Discord begins only where it is added."""
    roles = (
        Role(FAR_GUILD_ID, "@everyone", permissions.EVERYONE),
        Role(ADMIN_ROLE, "admins", permissions.MANAGE_GUILD),
    )
    members: dict[str, set[str]] = {person.id: set() for person in (OWNER, READER, BOT)}
    members[ADMIN.id] = {ADMIN_ROLE}
    return Guild(FAR_GUILD_ID, "Far away", roles={role.id: role for role in roles}, members=members)


def far_channel() -> Channel:
    """Return the channel of that server."""
    return Channel(FAR_CHANNEL_ID, "news", guild=FAR_GUILD_ID)


def channels() -> tuple[Channel, ...]:
    """Return the channels at the start; the bot may not see the closed one."""
    return (
        Channel(CHANNEL_ID, "news", guild=GUILD_ID),
        Channel(SECOND_CHANNEL_ID, "talk", guild=GUILD_ID),
        Channel(
            CLOSED_CHANNEL_ID, "closed", guild=GUILD_ID, overwrites={BOT.id: (0, permissions.VIEW_CHANNEL)}
        ),
        Channel(OTHER_CHANNEL_ID, "news", guild=OTHER_GUILD_ID),
    )
