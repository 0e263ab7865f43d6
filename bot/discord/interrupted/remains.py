"""What a request left on a message, and what is to be said there instead; decided here, done elsewhere."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import discord

from bot.discord.adding.looking_ahead import STOP
from bot.discord.adding.previews import LOOK
from bot.discord.connection.components import button, rows
from bot.discord.display.card_words import CARD
from bot.discord.interrupted.words import INTERRUPTED
from corpus.catalogue.proposals import Proposal, State
from corpus.catalogue.underway import Begun

# Discord lets an interaction be answered for so long; who mentioned the bot longer ago waits no more.
TOKEN_LIVES = datetime.timedelta(minutes=15)
MENTION_LIVES = datetime.timedelta(days=1)
_GOING_ON = "…"


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to see on a message: `parts` are the custom ids of its buttons and menus."""

    loading: bool
    content: str
    embedded: str
    parts: frozenset[str]


def seen(message: discord.Message) -> Seen:
    """Return what there is to see on a message."""
    return Seen(
        loading=message.flags.loading,
        content=message.content,
        embedded="\n".join(embed.description or "" for embed in message.embeds),
        parts=frozenset(_custom_ids(message.components)),
    )


def put_right(begun: Begun, now: Seen, proposal: Proposal | None, *, clicked: bool) -> dict[str, Any] | None:
    """Return how a message is to be edited; None where it is as it should be.

    Args:
        begun: the request that was to change or fill it.
        now: what it shows.
        proposal: that the request was about, as it is now.
        clicked: whether it was there before, and was clicked.
    """
    words = INTERRUPTED.of(begun.language)
    if _is_being_previewed(now):
        return _started_anew(begun, proposal)
    if not clicked:
        return _started_anew(begun, proposal) if is_unfinished(now) else None
    if proposal is not None and proposal.state is not State.OPEN and begun.custom_id in now.parts:
        said = words.done_before if proposal.state is State.TAKEN else words.dropped_before
        return {"content": said, "view": None}
    return {"content": words.press_again} if now.content.endswith(_GOING_ON) else None


def _started_anew(begun: Begun, proposal: Proposal | None) -> dict[str, Any]:
    words = INTERRUPTED.of(begun.language)
    if proposal is None or proposal.state is not State.OPEN:
        return {"content": words.do_again, "embeds": [], "view": None}
    look = button(words.preview, LOOK, proposal.id, style=discord.ButtonStyle.primary)
    return {"content": words.look_again, "embeds": [], "view": rows([look])}


def is_unfinished(now: Seen) -> bool:
    """Say whether a message of the bot's own was still to become what was asked for."""
    growing = any(words.being_phrased in now.content + now.embedded for words in (CARD.english, CARD.dutch))
    return now.loading or growing or not (now.embedded or now.parts) or _is_being_previewed(now)


def _is_being_previewed(now: Seen) -> bool:
    """Say whether a preview was being made: only then does it have a button to stop that."""
    return any(part.startswith(STOP) for part in now.parts)


def _custom_ids(components: object) -> Iterator[str]:
    for component in components if isinstance(components, list | tuple) else ():
        custom_id = getattr(component, "custom_id", None)
        if custom_id:
            yield custom_id
        yield from _custom_ids(getattr(component, "children", ()))
