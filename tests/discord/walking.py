"""Going through all that people can do with the bot, and what they are told."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tests.discord.surface import COMMANDS, MENUS, PARTS, sent
from tests.discord.things import QUESTION, Things
from tests.small_discord.acts.doing import Manner
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.screen.turns import COMMAND, Turn
from tests.small_discord.state.people import Person

NAMES = [*COMMANDS, *MENUS, *PARTS]
_DELETING = ("delete", "unshare")
# How discord.py names the tasks in which the bot works on what came.
_WORK = ("CommandTree-invoker", "discord.py: on_interaction", "discord.py: on_message")


@dataclass(frozen=True)
class Aimed:
    """One thing that can be done, aimed at what it names: that is there from now on."""

    name: str
    kind: int
    data: dict[str, Any]

    async def at(self, discord: Loopback, by: Person, on: Message, guild: str | None, **how: Any) -> Turn:
        """Do it in a server or a direct message, whatever Discord's client shows there; do not wait."""
        how = {"wait": False, **how}
        if self.name in COMMANDS:
            return await discord.use(self.name[1:], self.data, by=by, guild=guild, forced=True, **how)
        if self.name in MENUS:
            return await discord.menu(self.name, on, by=by, forced=True, **how)
        if self.name in _DELETING:  # what else is done on the message goes on
            on = await discord.post(QUESTION, author=by, guild=guild)
        place = discord.place(by, guild, None)
        return await discord.begin(self.kind, by, place, self.data, Manner(**how), on=on)


def aim(name: str, things: Things) -> Aimed:
    """Make what a thing names, and aim it at that."""
    if name in PARTS:
        return Aimed(name, *sent(name, PARTS[name], things))
    return Aimed(name, COMMAND, COMMANDS[name](things) if name in COMMANDS else {})


async def walked(
    discord: Loopback, aimed: Iterable[Aimed], by: Person, on: Message, guild: str | None, **how: Any
) -> dict[str, Turn]:
    """Do all of these at once; return what became of each once that is all."""
    turns = {one.name: await one.at(discord, by, on, guild, **how) for one in aimed}
    await done(discord, *turns.values())
    return turns


async def done(discord: Loopback, *turns: Turn) -> None:
    """Wait until the bot has taken these on and has nothing under way."""
    here = [turn for turn in turns if not turn.expired]
    await discord.until(lambda: all(turn.acknowledged_at is not None for turn in here))
    await settled(discord)


async def settled(discord: Loopback) -> None:
    """Wait until the bot has nothing under way."""
    await discord.until(lambda: not any(task.get_name() in _WORK for task in asyncio.all_tasks()))


def told(turn: Turn) -> str:
    """Return all that a person was shown in return, and all that it was before, as JSON."""
    own = [one for one in (turn.original, *turn.followups) if one is not None and one is not turn.on]
    documents = [document for one in own for document in (one.document, *one.versions)]
    if turn.on is not None and turn.changed:
        documents.append(turn.on.document)
    return json.dumps([documents, turn.modal, turn.choices], ensure_ascii=False)


def thinks(turn: Turn) -> bool:
    """Say whether a person is left with a bot that thinks."""
    return turn.original is not None and turn.original.loading and not turn.original.deleted
