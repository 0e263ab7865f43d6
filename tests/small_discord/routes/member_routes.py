"""The HTTP API of a server's members: one at a time, by number, as a bot without their intent may ask."""

from __future__ import annotations

from aiohttp import web

from tests.small_discord.routes import replies
from tests.small_discord.state import payloads
from tests.small_discord.state.world import World


class MemberRoutes:
    """Who is in a server that the bot is in."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/guilds/{guild_id}/members/{user_id}", self._member)]

    async def _member(self, request: web.Request) -> web.Response:
        guild = self._world.guilds.get(request.match_info["guild_id"])
        if guild is None or not guild.joined:
            raise replies.unknown_guild() if guild is None else replies.missing_access()
        person = self._world.people.get(request.match_info["user_id"])
        if person is None or person.id not in guild.members:
            raise replies.unknown_member()
        return replies.document({**payloads.member(guild, person), "user": payloads.user(person)})
