"""The HTTP API of messages: posting, editing, deleting and reading them in channels."""

from __future__ import annotations

from collections.abc import Iterator

from aiohttp import web

from tests.small_discord.gateway.messages import REPLY, Messages
from tests.small_discord.routes import replies
from tests.small_discord.routes.bodies import BODY, FILES, with_files
from tests.small_discord.routes.channel_access import ChannelAccess, after_edit, refuse_limits
from tests.small_discord.screen.shown import Message
from tests.small_discord.state import permissions
from tests.small_discord.state.payloads import Json
from tests.small_discord.state.people import BOT, THREADS, Channel
from tests.small_discord.state.world import World

_MESSAGES = "/channels/{channel_id}/messages"
_MESSAGE = f"{_MESSAGES}/{{message_id}}"


class MessageRoutes:
    """What the bot says and reads in channels, by its permissions there."""

    def __init__(self, world: World, messages: Messages) -> None:
        self._world = world
        self._messages = messages
        self._access = ChannelAccess(world, messages)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get(_MESSAGES, self._history),
            web.post(_MESSAGES, self._post),
            web.get(_MESSAGE, self._get),
            web.patch(_MESSAGE, self._edit),
            web.delete(_MESSAGE, self._delete),
        ]

    async def _history(self, request: web.Request) -> web.Response:
        channel = self._access.channel(request)
        if not self._world.may(BOT, permissions.READ_MESSAGE_HISTORY, channel):
            return replies.document([])
        limit = int(request.query.get("limit", 50))
        if not 1 <= limit <= 100:
            raise replies.invalid("limit is not 1 to 100")
        public = [each for each in self._messages.all.values() if self._messages.find(each.id, channel.id)]
        chosen = list(_between(public, request.query.get("after"), request.query.get("before")))
        # With `after` alone the page is the oldest of those that follow; it is newest first all the same.
        page = chosen[:limit] if "after" in request.query else chosen[-limit:]
        return replies.document([self._messages.told(message) for message in reversed(page)])

    async def _post(self, request: web.Request) -> web.Response:
        channel = self._access.channel(request)
        body = request[BODY]
        self._check_sending(channel, body)
        again = self._said_before(channel, body)
        if again is not None:
            return replies.document(self._messages.told(again))
        refuse_limits(with_files(request))
        words = {key: value for key, value in body.items() if key != "message_reference"}
        sent = words | self._reference(channel, body)
        message = await self._messages.show(channel, BOT, sent, request[FILES])
        message.nonce = body.get("nonce")
        message.pings = [str(one) for one in (body.get("allowed_mentions") or {}).get("users") or []]
        return replies.document(self._messages.told(message))

    def _check_sending(self, channel: Channel, body: Json) -> None:
        in_thread = channel.kind in THREADS
        needed = permissions.SEND_MESSAGES_IN_THREADS if in_thread else permissions.SEND_MESSAGES
        if body.get("embeds"):
            needed |= permissions.EMBED_LINKS
        if body.get("message_reference"):
            needed |= permissions.READ_MESSAGE_HISTORY
        if not self._world.may(BOT, needed, channel):
            raise replies.missing_permissions()
        if channel.locked and not self._world.may(BOT, permissions.MANAGE_THREADS, channel):
            raise replies.Refused(400, 160005, "Thread is locked")
        if self._world.takes_no_messages & {person.id for person in channel.recipients}:
            raise replies.Refused(403, 50007, "Cannot send messages to this user")

    def _said_before(self, channel: Channel, body: Json) -> Message | None:
        """Return the message that an enforced nonce has sent already."""
        if not body.get("enforce_nonce") or body.get("nonce") is None:
            return None
        sent = (each for each in self._messages.all.values() if each.channel == channel.id)
        return next((each for each in sent if each.nonce == body["nonce"]), None)

    def _reference(self, channel: Channel, body: Json) -> Json:
        reference = body.get("message_reference")
        if reference is None:
            return {}
        if self._messages.find(str(reference["message_id"]), channel.id) is not None:
            place = {"message_id": str(reference["message_id"]), "channel_id": channel.id}
            return {"type": REPLY, "message_reference": {**place, "guild_id": channel.guild}}
        if reference.get("fail_if_not_exists", True):
            raise replies.Refused(400, 50035, "Invalid Form Body: Unknown message")
        return {}

    async def _get(self, request: web.Request) -> web.Response:
        message = self._access.message(request, permissions.READ_MESSAGE_HISTORY)
        return replies.document(self._messages.told(message))

    async def _edit(self, request: web.Request) -> web.Response:
        message = self._access.message(request)
        if message.author != BOT.id:
            raise replies.of_another()
        if self._world.channels[message.channel].archived:
            raise replies.Refused(400, 50083, "Thread is archived")
        refuse_limits(after_edit(message, request[BODY]))
        await self._messages.edit(message, request[BODY], request[FILES])
        return replies.document(self._messages.told(message))

    async def _delete(self, request: web.Request) -> web.Response:
        message = self._access.message(request)
        channel = self._world.channels[message.channel]
        if message.author != BOT.id and not self._world.may(BOT, permissions.MANAGE_MESSAGES, channel):
            raise replies.missing_permissions()
        await self._messages.delete(message)
        return replies.nothing()


def _between(messages: list[Message], after: str | None, before: str | None) -> Iterator[Message]:
    for message in messages:
        if int(after or 0) < int(message.id) < int(before or 1 << 63):
            yield message
