"""Where the bot may do what: its permissions in channels, and the messages it finds there."""

from __future__ import annotations

from aiohttp import web

from tests.small_discord.gateway.messages import Messages
from tests.small_discord.routes import replies
from tests.small_discord.rules.rules import limits_broken
from tests.small_discord.screen.shown import Message
from tests.small_discord.state import permissions
from tests.small_discord.state.payloads import Json
from tests.small_discord.state.people import BOT, Channel
from tests.small_discord.state.world import World


class ChannelAccess:
    """Finds the channel and the message of a request, or refuses it as Discord does."""

    def __init__(self, world: World, messages: Messages) -> None:
        self._world = world
        self._messages = messages

    def channel(self, request: web.Request, needed: int = 0) -> Channel:
        channel = self._world.channels.get(request.match_info["channel_id"])
        if channel is None:
            raise replies.unknown_channel()
        left = channel.guild is not None and not self._world.guilds[channel.guild].joined
        if left or not self._world.may(BOT, permissions.VIEW_CHANNEL, channel):
            raise replies.missing_access()
        if not self._world.may(BOT, needed, channel):
            raise replies.missing_permissions()
        return channel

    def message(self, request: web.Request, needed: int = 0) -> Message:
        channel = self.channel(request, needed)
        message = self._messages.find(request.match_info["message_id"], channel.id)
        if message is None:
            raise replies.unknown_message()
        return message


def refuse_limits(body: Json) -> None:
    """Refuse a message that breaks a limit."""
    broken = tuple(limits_broken(body))
    if broken:
        raise replies.invalid(*broken)


def after_edit(message: Message, body: Json) -> Json:
    """Return what a message would be after an edit."""
    kept = ("content", "embeds", "components", "attachments", "flags")
    return {key: message[key] for key in kept} | body
