"""The words of a message as a question: mentions as names, at most as long as a question may be."""

from __future__ import annotations

import re
from collections.abc import Mapping

import discord

from bot.discord.cards.escape import shortened, visible
from corpus.sentences import sentences

LONGEST = 500  # characters of a question, as `/ask` has it
# What Discord writes for a person, role, channel, command, own emoji and date.
_REFERENCE = re.compile(r"<(@!?|@&|#|/[^:<>]+:|a?:\w+:|t:)(-?\d+)(?::\w)?>")


def question_of(message: discord.Message, me: int) -> str:
    """Return the text of a message on one line, without the bot's own mention and with names for others."""
    return said(message.content, names_in(message) | {f"@{me}": ""})


def matter_of(message: discord.Message) -> str:
    """Return what a message is about on one line: whole sentences of its text, or else of its embeds."""
    written = question_like(message.content, message)
    embedded = (f"{embed.title or ''}. {embed.description or ''}".strip(". ") for embed in message.embeds)
    return fitting(written or question_like("\n\n".join(filter(None, embedded)), message))


def question_like(text: str, message: discord.Message) -> str:
    """Return a text of a message on one line, with names for those it mentions."""
    return said(text, names_in(message))


def said(text: str, names: Mapping[str, str]) -> str:
    """Return a text on one line with names for mentions; what has no name is left out.

    Args:
        text: as Discord writes it.
        names: by `@` and a person's number, `@&` and a role's, `#` and a channel's.
    """

    def named(found: re.Match[str]) -> str:
        kind, number = found[1].replace("!", ""), found[2]
        return kind.rstrip(":") if kind.startswith("/") else names.get(f"{kind}{number}", "")

    return " ".join(visible(_REFERENCE.sub(named, text)).split())


def names_in(message: discord.Message) -> dict[str, str]:
    """Return the names of the people, roles and channels that a message mentions."""
    people = {f"@{person.id}": person.display_name for person in message.mentions}
    roles = {f"@&{role.id}": role.name for role in message.role_mentions}
    return people | roles | {f"#{channel.id}": channel.name for channel in message.channel_mentions}


def fitting(text: str, longest: int = LONGEST) -> str:
    """Return a text up to the last sentence that ends within `longest`; a longer first one, up to a word."""
    ends = [span.end for span in sentences(text, None) if span.end <= longest]
    return text[: ends[-1]] if ends else shortened(text, longest)
