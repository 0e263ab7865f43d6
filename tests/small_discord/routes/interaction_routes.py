"""The HTTP API of interactions: the bot's first word on each."""

from __future__ import annotations

from aiohttp import web

from tests.small_discord.gateway.messages import COMMAND_USED, MENU_USED, REPLY, Messages
from tests.small_discord.routes import replies
from tests.small_discord.routes.bodies import BODY, FILES
from tests.small_discord.routes.channel_access import after_edit, refuse_limits
from tests.small_discord.rules.command_rules import choices_broken
from tests.small_discord.rules.component_rules import modal_broken
from tests.small_discord.screen.shown import EPHEMERAL, LOADING, Message
from tests.small_discord.screen.turns import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL, Turn
from tests.small_discord.state import payloads
from tests.small_discord.state.payloads import Json
from tests.small_discord.state.people import BOT
from tests.small_discord.state.world import File

_CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, SHOW_MODAL = 4, 5, 6, 7, 8, 9
_ALLOWED = {
    COMMAND: {MESSAGE, DEFERRED, SHOW_MODAL},
    COMPONENT: {MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, SHOW_MODAL},
    AUTOCOMPLETE: {CHOICES},
    MODAL: {MESSAGE, DEFERRED},
}


class InteractionRoutes:
    """Takes one callback for each turn, within three seconds, of a type that its kind allows."""

    def __init__(self, turns: dict[str, Turn], messages: Messages) -> None:
        self._turns = turns
        self._messages = messages

    def routes(self) -> list[web.RouteDef]:
        return [web.post(_CALLBACK, self._callback)]

    async def _callback(self, request: web.Request) -> web.Response:
        body, turn = request[BODY], self._turn(request)
        kind = body["type"]
        _refuse_kind(kind, turn)
        content = body.get("data") or {}
        _CHECKS.get(kind, _unchecked)(turn, content)
        turn.acknowledge(kind)
        turn.private = bool(kind in (MESSAGE, DEFERRED) and (content.get("flags") or 0) & EPHEMERAL)
        message = await self._carry_out(kind, turn, content, request[FILES])
        if request.query.get("with_response") not in ("1", "true"):
            return replies.nothing()
        return replies.document(self._told(kind, turn, message))

    def _turn(self, request: web.Request) -> Turn:
        turn = self._turns.get(request.match_info["interaction_token"])
        if turn is None or turn.number != request.match_info["interaction_id"] or turn.too_late:
            raise replies.unknown_interaction()
        if turn.acknowledged_at is not None:
            raise replies.already_acknowledged()
        return turn

    async def _carry_out(
        self, kind: int, turn: Turn, content: Json, files: dict[int, File]
    ) -> Message | None:
        if kind in (MESSAGE, DEFERRED):
            return await self._answer(kind, turn, content, files)
        if kind in (DEFERRED_UPDATE, UPDATE):
            return await self._update(kind, turn, content, files)
        if kind == CHOICES:
            turn.choices = content["choices"]
        else:
            turn.modal = content
        turn.show()
        return None

    async def _answer(self, kind: int, turn: Turn, content: Json, files: dict[int, File]) -> Message:
        only_for = turn.by.id if turn.private else None
        if kind == DEFERRED:
            content = {"flags": (content.get("flags") or 0) & EPHEMERAL | LOADING}
        body = content | answering(turn)
        turn.original = await self._messages.show(turn.channel, BOT, body, files, only_for)
        if kind == MESSAGE:
            turn.show(turn.original)
        return turn.original

    async def _update(self, kind: int, turn: Turn, content: Json, files: dict[int, File]) -> Message | None:
        turn.original = turn.on
        if turn.on is not None and kind == UPDATE:
            await self._messages.edit(turn.on, content, files)
            turn.show(turn.on)
        return turn.on

    def _told(self, kind: int, turn: Turn, message: Message | None) -> Json:
        told: Json = {"interaction": {"id": turn.number, "type": turn.kind}}
        if message is None or kind in (CHOICES, SHOW_MODAL):
            return told | {"resource": {"type": kind}}
        told["interaction"] |= {
            "response_message_id": message.id,
            "response_message_loading": message.loading,
            "response_message_ephemeral": turn.private,
        }
        return told | {"resource": {"type": kind, "message": self._messages.told(message)}}


def answering(turn: Turn) -> Json:
    """Return what marks a message as the answer to a turn."""
    metadata = {
        "id": turn.number,
        "type": turn.kind,
        "user": payloads.user(turn.by),
        "authorizing_integration_owners": turn.document["authorizing_integration_owners"],
    }
    marks = {
        "webhook_id": payloads.APPLICATION_ID,
        "application_id": payloads.APPLICATION_ID,
        "interaction_metadata": metadata,
    }
    if turn.on is None:
        return marks | {"type": COMMAND_USED}
    place = {"message_id": turn.on.id, "channel_id": turn.on.channel, "guild_id": turn.on.guild}
    kind = MENU_USED if turn.kind == COMMAND else REPLY
    return marks | {"type": kind, "message_reference": place}


def _refuse_kind(kind: int, turn: Turn) -> None:
    allowed = set(_ALLOWED[turn.kind])
    if turn.kind == MODAL and turn.on is not None:
        allowed |= {DEFERRED_UPDATE, UPDATE}
    if kind not in allowed:
        raise replies.invalid(f"an interaction of type {turn.kind} is answered with type {kind}")


def _check_message(_: Turn, content: Json) -> None:
    refuse_limits(content)


def _check_update(turn: Turn, content: Json) -> None:
    if turn.on is not None and content:
        refuse_limits(after_edit(turn.on, content))


def _check_choices(_: Turn, content: Json) -> None:
    broken = tuple(choices_broken(content["choices"]))
    if broken:
        raise replies.invalid(*broken)


def _check_modal(_: Turn, content: Json) -> None:
    broken = tuple(modal_broken(content))
    if broken:
        raise replies.invalid(*broken)


def _unchecked(_: Turn, __: Json) -> None:
    return


_CHECKS = {
    MESSAGE: _check_message,
    UPDATE: _check_update,
    CHOICES: _check_choices,
    SHOW_MODAL: _check_modal,
}
