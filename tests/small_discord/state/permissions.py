"""What a person may do in a place: Discord's permission bits, worked out as Discord does."""

from __future__ import annotations

from collections.abc import Iterable

ADMINISTRATOR = 1 << 3
MANAGE_GUILD = 1 << 5
ADD_REACTIONS = 1 << 6
VIEW_CHANNEL = 1 << 10
SEND_MESSAGES = 1 << 11
MANAGE_MESSAGES = 1 << 13
EMBED_LINKS = 1 << 14
ATTACH_FILES = 1 << 15
READ_MESSAGE_HISTORY = 1 << 16
USE_APPLICATION_COMMANDS = 1 << 31
MANAGE_THREADS = 1 << 34
CREATE_PUBLIC_THREADS = 1 << 35
SEND_MESSAGES_IN_THREADS = 1 << 38

ALL = (1 << 53) - 1
READ = VIEW_CHANNEL | READ_MESSAGE_HISTORY
WRITE = SEND_MESSAGES | SEND_MESSAGES_IN_THREADS | EMBED_LINKS | ATTACH_FILES | ADD_REACTIONS
# What everyone may do in a new server, as far as the product can meet it.
EVERYONE = READ | WRITE | CREATE_PUBLIC_THREADS | USE_APPLICATION_COMMANDS
IN_DIRECT_MESSAGES = READ | SEND_MESSAGES | EMBED_LINKS | ATTACH_FILES | ADD_REACTIONS

Overwrite = tuple[int, int]


def of_roles(bits: Iterable[int]) -> int:
    """Return what the roles allow together."""
    allowed = 0
    for each in bits:
        allowed |= each
    return ALL if allowed & ADMINISTRATOR else allowed


def in_channel(allowed: int, everyone: Overwrite, roles: Iterable[Overwrite], person: Overwrite) -> int:
    """Return what is left of `allowed` after a channel's overwrites, each (allow, deny)."""
    if allowed & ADMINISTRATOR:
        return ALL
    together = (0, 0)
    for allow, deny in roles:
        together = (together[0] | allow, together[1] | deny)
    for allow, deny in (everyone, together, person):
        allowed = (allowed & ~deny) | allow
    return allowed if allowed & VIEW_CHANNEL else 0
