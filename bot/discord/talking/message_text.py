"""The words of a message as a question: its writer's own, mentions as names, at most so long."""

import re
from collections.abc import Mapping

import discord

from bot.discord.display.escape import shortened, visible
from corpus.sentences import sentences

LONGEST = 500  # characters of a question, as `/ask` has it
# What Discord writes for a person, role, channel, command, own emoji and date.
_REFERENCE = re.compile(r"<(@!?|@&|#|/[^:<>]+:|a?:\w+:|t:)(-?\d+)(?::\w)?>")
# What is not in the writer's own words: code, what is quoted, and addresses but for the words on them.
_CODE = re.compile(r"```.*?(?:```|\Z)", re.DOTALL)
_QUOTED = re.compile(r"^[^\S\n]*(?:>>> .*|> [^\n]*|>$)", re.MULTILINE | re.DOTALL)
_LINK_ON_WORDS = re.compile(r"\[([^\[\]\n]+)\]\(<?https?://[^\s()<>]*>?\)")
_LINK = re.compile(r"<?\bhttps?://[^\s<>]+>?")
_EMPHASIS = re.compile(r"\*+|~~|\|\||__|^[^\S\n]*(?:#{1,3}|-#|[-\u2022]|\d{1,2}[.)])[^\S\n]+", re.MULTILINE)
# Whom a line speaks to before it says anything.
_SPOKEN_TO = re.compile(r"^(?:[^\S\n]*<@[!&]?\d+>[,:]?)+", re.MULTILINE)
_LEFT_OVER = re.compile(r"(?<![\s,])[\s,]+(?=[,?!.])")


def own_words(message: discord.Message, me: int) -> str:
    """Return what the writer of a message says in own words, without the bot's own mention."""
    return written_by_hand(message.content, names_in(message) | {f"@{me}": ""})


def written_by_hand(text: str, names: Mapping[str, str]) -> str:
    """Return what of a text its writer says in own words, line by line.

    Left out are quoted lines, code, addresses and whom a line speaks to; other mentions are names.

    Args:
        text: as Discord writes it.
        names: as `said` takes them.
    """
    for foreign in (_CODE, _QUOTED):
        text = foreign.sub("", text)
    text = _LINK.sub("", _LINK_ON_WORDS.sub(r"\1", text))
    spoken = _SPOKEN_TO.sub("", _EMPHASIS.sub("", _SPOKEN_TO.sub("", text)))
    lines = (_LEFT_OVER.sub("", said(line, names)) for line in spoken.splitlines())
    return "\n".join(filter(None, lines))


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
