"""The HTTP API of channels: themselves, their threads, reactions, and that the bot is typing."""

from __future__ import annotations

from aiohttp import web

from tests.small_discord.gateway.gateway import Gateway
from tests.small_discord.gateway.intents import GUILDS
from tests.small_discord.gateway.messages import THREAD_STARTER, Messages
from tests.small_discord.routes import replies
from tests.small_discord.routes.bodies import BODY
from tests.small_discord.routes.channel_access import ChannelAccess
from tests.small_discord.state import payloads, permissions
from tests.small_discord.state.people import BOT, TEXT, THREAD, Channel
from tests.small_discord.state.world import World

_CHANNEL = "/channels/{channel_id}"
_MESSAGE = f"{_CHANNEL}/messages/{{message_id}}"
_REACTION = f"{_MESSAGE}/reactions/{{emoji_name}}/@me"
_HAS_THREAD = 1 << 5


class ChannelRoutes:
    """What the bot may do in channels, by its permissions there; `typing` are the channels it typed in."""

    def __init__(self, world: World, messages: Messages, gateway: Gateway) -> None:
        self.typing: list[str] = []
        self._world = world
        self._messages = messages
        self._gateway = gateway
        self._access = ChannelAccess(world, messages)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get(_CHANNEL, self._get_channel),
            web.patch(_CHANNEL, self._change_channel),
            web.post(f"{_MESSAGE}/threads", self._open_thread),
            web.post(f"{_CHANNEL}/typing", self._type),
            web.put(_REACTION, self._react),
            web.delete(_REACTION, self._take_back_reaction),
            web.put(f"{_CHANNEL}/thread-members/@me", self._join),
            web.get(f"{_CHANNEL}/thread-members/{{user_id}}", self._member),
            web.post("/users/@me/channels", self._direct),
        ]

    async def _get_channel(self, request: web.Request) -> web.Response:
        return replies.document(payloads.channel(self._access.channel(request)))

    async def _change_channel(self, request: web.Request) -> web.Response:
        channel = self._access.channel(request)
        if channel.owner != BOT.id and not self._world.may(BOT, permissions.MANAGE_THREADS, channel):
            raise replies.missing_permissions()
        for key in ("name", "archived", "locked"):
            setattr(channel, key, request[BODY].get(key, getattr(channel, key)))
        await self._gateway.dispatch("THREAD_UPDATE", payloads.channel(channel), GUILDS)
        return replies.document(payloads.channel(channel))

    async def _open_thread(self, request: web.Request) -> web.Response:
        message = self._access.message(request, permissions.CREATE_PUBLIC_THREADS)
        parent = self._world.channels[message.channel]
        if parent.kind != TEXT:
            raise replies.Refused(400, 50024, "Cannot execute action on this channel type")
        if message.id in self._world.channels:
            raise replies.Refused(400, 160004, "A thread has already been created for this message")
        name = request[BODY]["name"]
        thread = Channel(message.id, name, THREAD, parent.guild, parent=parent.id, owner=BOT.id)
        self._world.channels[thread.id] = thread
        message.document["flags"] |= _HAS_THREAD
        document = payloads.channel(thread)
        await self._gateway.dispatch("THREAD_CREATE", {**document, "newly_created": True}, GUILDS)
        place = {"message_id": message.id, "channel_id": parent.id, "guild_id": parent.guild}
        author = self._world.people[message.author]
        await self._messages.show(thread, author, {"type": THREAD_STARTER, "message_reference": place})
        return replies.document(document, 201)

    async def _type(self, request: web.Request) -> web.Response:
        self.typing.append(self._access.channel(request, permissions.SEND_MESSAGES).id)
        return replies.nothing()

    async def _react(self, request: web.Request) -> web.Response:
        message = self._access.message(request, permissions.READ_MESSAGE_HISTORY | permissions.ADD_REACTIONS)
        message.reactions.append(request.match_info["emoji_name"])
        return replies.nothing()

    async def _take_back_reaction(self, request: web.Request) -> web.Response:
        message = self._access.message(request)
        message.reactions.remove(request.match_info["emoji_name"])
        return replies.nothing()

    async def _join(self, request: web.Request) -> web.Response:
        self._access.channel(request)
        return replies.nothing()

    async def _member(self, request: web.Request) -> web.Response:
        thread, person = self._access.channel(request), request.match_info["user_id"]
        if person not in thread.members:
            raise replies.Refused(404, 10007, "Unknown Member")
        return replies.document(
            {"id": thread.id, "user_id": person, "join_timestamp": payloads.now(), "flags": 0}
        )

    async def _direct(self, request: web.Request) -> web.Response:
        person = self._world.people.get(str(request[BODY]["recipient_id"]))
        if person is None or person.bot:
            raise replies.Refused(400, 50007, "Cannot send messages to this user")
        return replies.document(payloads.channel(self._world.direct(person)))
