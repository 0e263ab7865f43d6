"""What each server that the bot is in has yet to set or allow, as far as the catalogue knows."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.assembly import Desk
from bot.missing import Equipment, missing
from corpus.catalogue import articles, facts, feeds, guild_settings, servers
from corpus.catalogue.connection import Connection
from corpus.catalogue.servers import Server


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found; `cure` says what to do, None where nothing is needed."""

    name: str
    well: bool
    finding: str
    cure: str | None = None


def of_servers(desk: Desk) -> Iterator[Finding]:
    """Yield it as the bot saw the servers last: nothing is asked of Discord."""
    with desk.catalogue.reading() as connection:
        reads = facts.read(connection, servers.READS_MESSAGES)
        inside = [(one, _equipment(connection, one)) for one in servers.present(connection)]
    if reads is not None:
        yield _reads_messages(allowed=reads == servers.YES)
    for server, equipment in inside:
        lacking = " ".join(missing(equipment, "en"))
        called = f"{server.name} ({server.guild})" if server.name else server.guild
        yield Finding(f"server {called}", well=True, finding=lacking or "everything is set.")


def _equipment(connection: Connection, server: Server) -> Equipment:
    settings = guild_settings.read(connection, server.guild)
    return Equipment(
        articles=articles.any_seen(connection, server.guild),
        feeds=bool(feeds.of_guild(connection, server.guild)),
        moderator_role=settings.moderator_role is not None,
        moderators_channel=settings.moderators_channel is not None,
        reads_messages=None,  # told once, for all servers
        lacks=server.lacks,
    )


def _reads_messages(*, allowed: bool) -> Finding:
    if allowed:
        return Finding("message content", well=True, finding="the bot may read all messages of its threads.")
    return Finding(
        "message content",
        well=True,
        finding="in threads the bot reads only what mentions it.",
        cure="Switch on the Message Content Intent on the Bot page of your application, and start it anew.",
    )
