"""The HTTP API of what comes after the first word: the answer edited, followed up, and taken away."""

from __future__ import annotations

from aiohttp import web

from tests.small_discord.gateway.messages import REPLY, Messages
from tests.small_discord.routes import replies
from tests.small_discord.routes.bodies import BODY, FILES, with_files
from tests.small_discord.routes.channel_access import after_edit, refuse_limits
from tests.small_discord.routes.interaction_routes import answering
from tests.small_discord.screen.shown import EPHEMERAL, Message
from tests.small_discord.screen.turns import Turn
from tests.small_discord.state import payloads
from tests.small_discord.state.people import BOT

_WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"
_ORIGINAL = f"{_WEBHOOK}/messages/@original"
_MESSAGE = f"{_WEBHOOK}/messages/{{message_id}}"


class WebhookRoutes:
    """Works with the token of an interaction for fifteen minutes, which a test ends with `turn.expired`."""

    def __init__(self, turns: dict[str, Turn], messages: Messages) -> None:
        self._turns = turns
        self._messages = messages

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post(_WEBHOOK, self._follow_up),
            web.get(_ORIGINAL, self._get),
            web.patch(_ORIGINAL, self._edit),
            web.delete(_ORIGINAL, self._delete),
            web.get(_MESSAGE, self._get),
            web.patch(_MESSAGE, self._edit),
            web.delete(_MESSAGE, self._delete),
        ]

    def count(self, request: web.Request) -> None:
        """Count the edits that were tried, whatever became of them."""
        turn = self._turns.get(request.match_info.get("webhook_token", ""))
        if turn is not None and request.method == "PATCH":
            turn.edits += 1

    def _turn(self, request: web.Request) -> Turn:
        turn = self._turns.get(request.match_info["webhook_token"])
        known = turn is not None and request.match_info["webhook_id"] == payloads.APPLICATION_ID
        if turn is None or not known or turn.acknowledged_at is None:
            raise replies.unknown_webhook()
        if turn.expired:
            raise replies.invalid_token()
        return turn

    def _message(self, request: web.Request, turn: Turn) -> Message:
        number = request.match_info.get("message_id")
        own = [each for each in (turn.original, *turn.followups) if each is not None]
        wanted = turn.original if number is None else next((each for each in own if each.id == number), None)
        if wanted is None or wanted.deleted:
            raise replies.unknown_message()
        return wanted

    async def _follow_up(self, request: web.Request) -> web.Response:
        turn, body = self._turn(request), request[BODY]
        refuse_limits(with_files(request))
        if turn.original is not None and turn.original.loading:
            # The first message that follows a deferral takes its place, as private as the deferral was.
            return await self._changed(turn, turn.original, request)
        reference = answering(turn)
        if turn.original is not None:
            place = {"message_id": turn.original.id, "channel_id": turn.channel.id, "guild_id": turn.guild}
            reference |= {"type": REPLY, "message_reference": place}
        only_for = turn.by.id if (body.get("flags") or 0) & EPHEMERAL else None
        message = await self._messages.show(turn.channel, BOT, body | reference, request[FILES], only_for)
        turn.followups.append(message)
        turn.show()
        return replies.document(self._messages.told(message))

    async def _get(self, request: web.Request) -> web.Response:
        return replies.document(self._messages.told(self._message(request, self._turn(request))))

    async def _edit(self, request: web.Request) -> web.Response:
        turn = self._turn(request)
        return await self._changed(turn, self._message(request, turn), request)

    async def _changed(self, turn: Turn, message: Message, request: web.Request) -> web.Response:
        body = request[BODY]
        refuse_limits(after_edit(message, body | {"attachments": _after(message, request)}))
        await self._messages.edit(message, body, request[FILES])
        turn.show(message if message is turn.original else None)
        return replies.document(self._messages.told(message))

    async def _delete(self, request: web.Request) -> web.Response:
        turn = self._turn(request)
        message = self._message(request, turn)
        await self._messages.delete(message)
        if message is turn.on:  # what was clicked is gone: that is what the person sees
            turn.show()
        return replies.nothing()


def _after(message: Message, request: web.Request) -> list[object]:
    """Return what files a message has after an edit, as far as it matters whether there are any."""
    kept = request[BODY].get("attachments")
    return [*(message["attachments"] if kept is None else kept), *request[FILES]]
