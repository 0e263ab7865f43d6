"""Every message of the small Discord, in order, and telling the bot of each."""

from __future__ import annotations

from tests.small_discord.gateway import intents
from tests.small_discord.gateway.gateway import Gateway
from tests.small_discord.screen.shown import EPHEMERAL, Message
from tests.small_discord.state import payloads
from tests.small_discord.state.changes import Changes
from tests.small_discord.state.payloads import Json
from tests.small_discord.state.people import Channel, Person
from tests.small_discord.state.world import File, World

REPLY, THREAD_STARTER, COMMAND_USED, MENU_USED = 19, 21, 20, 23
ALTERNATIVE = 1024  # characters of the text that stands for a file
_EDITABLE = ("content", "embeds", "components")


class Messages:
    """What was said and shown; the bot is told as its intents allow."""

    def __init__(self, world: World, gateway: Gateway, changes: Changes) -> None:
        self.all: dict[str, Message] = {}
        self._world = world
        self._gateway = gateway
        self._changes = changes

    def find(self, number: str, channel: str) -> Message | None:
        """Return a message of a channel that everyone in it sees."""
        message = self.all.get(number)
        public = message is not None and message.channel == channel and message.seen_by("")
        return message if public else None

    async def show(
        self,
        channel: Channel,
        author: Person,
        body: Json,
        files: dict[int, File] | None = None,
        only_for: str | None = None,
        number: str | None = None,
    ) -> Message:
        """Show a new message; `body` may have further fields of a message's document."""
        number = number or self._world.number()
        document = payloads.message(number, channel.id, author, body)
        document |= {key: body[key] for key in document.keys() & body.keys() if body[key] is not None}
        extra = ("message_reference", "interaction_metadata", "webhook_id", "application_id")
        document |= {key: body[key] for key in extra if key in body}
        document["attachments"] = self.attached(channel.id, body, files or {})
        _number_components(document["components"])
        if only_for:
            document["flags"] |= EPHEMERAL
        message = Message(document, channel.guild, only_for)
        self.all[number] = message
        channel.archived = False
        await self._tell("MESSAGE_CREATE", message)
        return message

    async def edit(self, message: Message, body: Json, files: dict[int, File] | None = None) -> None:
        changed = {key: body[key] or type(message[key])() for key in _EDITABLE if key in body}
        if body.get("attachments") is not None or files:
            kept = self._kept(message, body)
            changed["attachments"] = kept + self.attached(message.channel, body, files or {})
        message.become(changed)
        _number_components(message["components"])
        await self._tell("MESSAGE_UPDATE", message)

    async def embed(self, message: Message, embeds: list[Json]) -> None:
        """Add embeds to a message without an edit of it."""
        message.document["embeds"] = embeds
        await self._tell("MESSAGE_UPDATE", message)

    async def delete(self, message: Message) -> None:
        message.deleted = True
        document = {"id": message.id, "channel_id": message.channel}
        place = {"guild_id": message.guild} if message.guild and not message.only_for else {}
        await self._gateway.dispatch("MESSAGE_DELETE", document | place, intents.needed_for(message))
        self._changes.tell()

    def told(self, message: Message, *, content: bool | None = None) -> Json:
        """Return a message as the bot gets it through the HTTP API, with the one it replies to."""
        if content is None:
            content = intents.content_granted(self._world.application_flags)
        document = intents.as_told(message, content=content)
        if message.reply_to is not None:
            replied = self.all.get(message.reply_to)
            gone = replied is None or replied.deleted
            document["referenced_message"] = (
                None if gone or replied is None else intents.as_told(replied, content=content)
            )
        if message.id in self._world.channels:
            document["thread"] = payloads.channel(self._world.channels[message.id])
        return document

    def attached(self, channel: str, body: Json, files: dict[int, File]) -> list[Json]:
        """Keep the files that came with a body; return them as a message's attachments."""
        said = {int(each["id"]): each for each in body.get("attachments") or []}
        return [self._described(channel, file, said.get(place, {})) for place, file in files.items()]

    def attachment(self, channel: str, file: File) -> Json:
        """Keep a file; return the document of it as an attachment."""
        number = self._world.keep(file)
        url = f"{self._world.api}/attachments/{channel}/{number}/{file.name}"
        return payloads.attachment(number, file.name, len(file.content), file.kind, url)

    def _described(self, channel: str, file: File, said: Json) -> Json:
        described = said.get("description")
        assert described is None or len(described) <= ALTERNATIVE, "the text for a file is too long"
        document = self.attachment(channel, File(said.get("filename") or file.name, file.content, file.kind))
        return {**document, **({"description": described} if described else {})}

    @staticmethod
    def _kept(message: Message, body: Json) -> list[Json]:
        if body.get("attachments") is None:
            return list(message["attachments"])
        kept = {str(each["id"]) for each in body["attachments"]}
        return [each for each in message["attachments"] if each["id"] in kept]

    async def _tell(self, event: str, message: Message) -> None:
        content = bool(self._gateway.intents & intents.MESSAGE_CONTENT)
        document = self.told(message, content=content)
        if message.guild and not message.only_for:
            author = self._world.people[message.author]
            guild = self._world.guilds[message.guild]
            document |= {"guild_id": message.guild, "member": payloads.member(guild, author)}
        await self._gateway.dispatch(event, document, intents.needed_for(message))
        self._changes.tell()


def _number_components(components: list[Json]) -> None:
    """Give every component an id, as Discord does to those that have none."""
    waiting, number = list(components), 0
    while waiting:
        number += 1
        component = waiting.pop(0)
        component.setdefault("id", number)
        waiting = component.get("components", []) + waiting
