"""Whether a message is meant for the bot, and how it says so."""

import re
from dataclasses import dataclass
from enum import Enum, auto

import discord

from corpus.catalogue.guild_settings import GuildSettings


class Way(Enum):
    """How a message addresses the bot."""

    MENTION = auto()
    REPLY = auto()
    THREAD = auto()
    DIRECT = auto()

    @property
    def called(self) -> bool:
        """Whether it calls the bot into a conversation of others, which a server can switch off."""
        return self in {Way.MENTION, Way.REPLY}


@dataclass(frozen=True, slots=True)
class Heard:
    """What decides it, of a message.

    `by_person`: not by a bot, a webhook or Discord itself. `to_others`: it mentions somebody else or replies
    to them. `mentions_me` is the bot's own mention in the text: neither @everyone nor a role.
    """

    by_person: bool
    direct: bool
    in_own_thread: bool
    mentions_me: bool
    replies_to_me: bool
    to_others: bool

    @property
    def named(self) -> bool:
        """Whether it is plainly meant for the bot and for nobody else."""
        return self.direct or self.mentions_me


def way_of(heard: Heard) -> Way | None:
    """Return how a message addresses the bot, None where it does not."""
    if not heard.by_person:
        return None
    if heard.direct:
        return Way.DIRECT
    called = Way.MENTION if heard.mentions_me else Way.REPLY if heard.replies_to_me else None
    if heard.in_own_thread and (called or not heard.to_others):
        return Way.THREAD
    return called


def is_for_me(heard: Heard, settings: GuildSettings) -> bool:
    """Say whether a message is meant for the bot, and is one of those that a server lets it answer."""
    way = way_of(heard)
    if way is None or (way.called and not settings.mentions):
        return False
    return heard.named or not settings.only_named


def heard(message: discord.Message, me: int) -> Heard:
    """Return what decides whether a message is meant for the bot whose number is `me`."""
    replied_to = _replied_to(message, me)
    spoken = message.type in {discord.MessageType.default, discord.MessageType.reply}
    others = any(person.id != me for person in message.mentions)
    return Heard(
        by_person=spoken and not message.author.bot and message.webhook_id is None,
        direct=isinstance(message.channel, discord.DMChannel),
        in_own_thread=isinstance(message.channel, discord.Thread) and message.channel.owner_id == me,
        mentions_me=re.search(rf"<@!?{me}>", message.content) is not None,
        replies_to_me=replied_to == me,
        to_others=others or replied_to not in {None, me},
    )


def _replied_to(message: discord.Message, me: int) -> int | None:
    """Return whom a message replies to; 0 where Discord does not tell."""
    if message.type is not discord.MessageType.reply or message.reference is None:
        return None
    replied = message.reference.resolved
    if isinstance(replied, discord.Message):
        return replied.author.id
    # Of a message that was deleted only its author's mention is left.
    return me if any(person.id == me for person in message.mentions) else 0
