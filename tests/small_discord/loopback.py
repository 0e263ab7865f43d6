"""A small Discord on loopback: a gateway and an HTTP API that the real client connects to."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.small_discord.acts.command_acts import CommandActs
from tests.small_discord.acts.component_acts import ComponentActs
from tests.small_discord.acts.doing import Place
from tests.small_discord.gateway.gateway import Gateway
from tests.small_discord.gateway.intents import GUILDS
from tests.small_discord.gateway.messages import REPLY, Messages
from tests.small_discord.routes.http import Http
from tests.small_discord.screen.shown import Message
from tests.small_discord.screen.turns import Turn
from tests.small_discord.state import payloads, permissions
from tests.small_discord.state.changes import PATIENCE, Changes
from tests.small_discord.state.payloads import Json
from tests.small_discord.state.people import BOT, FORUM, GUILD_ID, READER, THREAD, Channel, Person
from tests.small_discord.state.world import MESSAGE_CONTENT_LIMITED, File, World

TOKEN = "token.of.test"  # noqa: S105 - it opens nothing
_MENTION = re.compile(r"<@!?(\d+)>")
_ROLE_MENTION = re.compile(r"<@&(\d+)>")


class Loopback(CommandActs, ComponentActs):
    """Starts with `async with`; its methods are what people do, `messages` is everything that was shown."""

    def __init__(self, heartbeat: float = 0.1) -> None:
        world, changes = World(), Changes()
        gateway = Gateway(TOKEN, heartbeat, world, changes)
        messages = Messages(world, gateway, changes)
        super().__init__(world, gateway, messages, Http(TOKEN, world, messages, gateway, changes), changes)
        self.messages = messages.all
        self.api = ""
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application(middlewares=[self.http.frame.middleware()], client_max_size=1 << 26)
        app.add_routes([web.get("/gateway/socket/", self.gateway.serve), *self.http.routes()])
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.api = self.world.api = f"http://{host}:{port}"
        self.gateway.address = f"ws://{host}:{port}/gateway/socket/"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def connected(self) -> None:
        await asyncio.wait_for(self.gateway.ready.wait(), PATIENCE)

    async def until(self, holds: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Wait until `holds` is true; it is looked at whenever something changes here, and often besides."""
        await self.changes.until(holds, seconds)

    def grant_message_content(self) -> None:
        """Let the application read what people write, as its owner can switch on."""
        self.world.application_flags |= MESSAGE_CONTENT_LIMITED

    async def ask(
        self,
        question: str,
        *,
        guild: str | None = GUILD_ID,
        locale: str = "en-US",
        may: int | None = None,
        command: str = "ask",
        expired: bool = False,
        taken: bool = False,
        by: Person = READER,
        channel: Place = None,
        **options: str,
    ) -> Turn:
        """Use `/ask` and return at once."""
        typed = {"question": question, **options}
        how: Json = {"locale": locale, "may": may, "expired": expired, "taken": taken, "wait": False}
        return await self.use(command, typed, by=by, guild=guild, channel=channel, forced=True, **how)

    async def answered(self, question: str = "Why?", **how: Any) -> Turn:
        """Use `/ask` and return once something is shown."""
        turn = await self.ask(question, **how)
        await asyncio.wait_for(turn.shown.wait(), PATIENCE)
        return turn

    async def post(
        self,
        text: str,
        *,
        author: Person = READER,
        guild: str | None = GUILD_ID,
        channel: Place = None,
        thread: Place = None,
        mentions_bot: bool = False,
        replies_to: Message | str | None = None,
        pings: bool = True,
        attachments: Sequence[File] = (),
    ) -> Message:
        """Write a message, by default in a server's first channel; a reply pings unless told otherwise."""
        replied = self._replied(replies_to)
        place = thread or channel or (replied.channel if replied else None)
        where = self.place(author, guild, place)
        needed = permissions.SEND_MESSAGES
        assert self.world.may(author, needed, where), f"{author.name} may not write there"
        content = f"<@{BOT.id}> {text}" if mentions_bot else text
        body = {"content": content, **self._mentions(content, replied.author if replied and pings else None)}
        if replied is not None:
            reference = {"message_id": replied.id, "channel_id": where.id, "guild_id": where.guild}
            body |= {"type": REPLY, "message_reference": reference}
        return await self.history.show(where, author, body, dict(enumerate(attachments)))

    def file(self, message: Message) -> File:
        """Return the one file that is attached to a message."""
        (attached,) = message.document["attachments"]
        return self.world.files[attached["id"]]

    async def open_post(
        self, title: str, text: str, *, author: Person = READER, guild: str = GUILD_ID
    ) -> Message:
        """Write a post in a new forum of a server: a thread whose first message has the thread's number."""
        forum = Channel(self.world.number(), "questions", FORUM, guild)
        self.world.channels[forum.id] = forum
        await self.gateway.dispatch("CHANNEL_CREATE", payloads.channel(forum), GUILDS)
        number = self.world.number()
        post = Channel(number, title, THREAD, guild, parent=forum.id, owner=author.id)
        self.world.channels[number] = post
        await self.gateway.dispatch(
            "THREAD_CREATE", {**payloads.channel(post), "newly_created": True}, GUILDS
        )
        body = {"content": text, **self._mentions(text, None)}
        return await self.history.show(post, author, body, number=number)

    async def load_links(self, message: Message) -> None:
        """Show what the addresses in a message lead to, as Discord does: the message is not edited."""
        await self.history.embed(
            message, [{"type": "link", "title": "What is there?", "description": "Why?"}]
        )

    async def edit_text(self, message: Message, text: str) -> None:
        """Change the words of a message, as its author does; a mention added so counts too."""
        message.document |= self._mentions(text, None)
        await self.history.edit(message, {"content": text})

    async def delete(self, message: Message) -> None:
        """Delete a message, as its author or a moderator does."""
        await self.history.delete(message)

    def seen(
        self, channel: Place = None, *, by: Person = READER, guild: str | None = GUILD_ID
    ) -> list[Message]:
        """Return the messages that a person sees in a channel, oldest first."""
        where = self.place(by, guild, channel)
        inside = (message for message in self.messages.values() if message.channel == where.id)
        return [message for message in inside if message.seen_by(by.id)]

    def thread(self, message: Message) -> Channel:
        """Return the thread that was opened on a message."""
        return self.world.channels[message.id]

    async def outage(self, guild: str = GUILD_ID) -> None:
        """Make a server unavailable, as it happens when Discord is unwell."""
        self.world.guilds[guild].available = False
        await self.gateway.dispatch("GUILD_DELETE", {"id": guild, "unavailable": True}, GUILDS)

    async def leave(self, guild: str = GUILD_ID) -> None:
        """Remove the bot from a server."""
        self.world.guilds[guild].joined = False
        await self.gateway.dispatch("GUILD_DELETE", {"id": guild}, GUILDS)

    async def join(self, guild: str = GUILD_ID) -> None:
        """Make a server available again, or invite the bot to it."""
        entered = self.world.guilds[guild]
        entered.available = entered.joined = True
        document = payloads.guild(entered, self.world.of_guild(guild, BOT))
        await self.gateway.dispatch("GUILD_CREATE", document, GUILDS)

    def _mentions(self, text: str, pinged: str | None) -> Json:
        named = {number for number in (*_MENTION.findall(text), pinged) if number in self.world.people}
        mentioned = [payloads.user(self.world.people[number]) for number in sorted(filter(None, named))]
        return {"mentions": mentioned, "mention_roles": _ROLE_MENTION.findall(text)}

    def _replied(self, replies_to: Message | str | None) -> Message | None:
        return self.messages[replies_to] if isinstance(replies_to, str) else replies_to
